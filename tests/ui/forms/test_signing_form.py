"""The form of the signatures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from support.windows import press, type_text

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.signing import Authority
from vpdesk.ui.forms.signing_form import SigningForm, signing_line
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever something is put on top or takes the keyboard."""

HEAD = Signing(None, "TRƯỞNG BAN", "Lê Thị Mai")
DEPUTY = Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh")


@pytest.fixture
def signing(look: Look, icons: Icons, stand: Callable[..., QWidget]) -> SigningForm:
    """The form without a signature."""
    made = SigningForm(icons)
    stand(made)
    return made


@pytest.fixture
def changes(signing: SigningForm) -> list[tuple[Signing, ...]]:
    """The signatures after each change by hand."""
    told: list[tuple[Signing, ...]] = []
    signing.edited.connect(lambda: told.append(signing.value()))
    return told


def test_a_signature_is_shown_in_its_parts(signing: SigningForm) -> None:
    signing.show_value((DEPUTY,))
    card = signing.cards[0]
    assert card.authority.currentText() == "K/T"
    assert [part.value() for part in (card.principal, card.position, card.name)] == [
        "TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
        "Đỗ Khánh Linh",
    ]


def test_a_signature_is_written(signing: SigningForm, changes: list[tuple[Signing, ...]]) -> None:
    card = signing.cards[0]
    card.authority.setFocus()
    press(card.authority, Qt.Key.Key_Down)
    type_text(card.principal, "BAN THƯỜNG VỤ")
    type_text(card.position, "BÍ THƯ")
    type_text(card.name, "Ngô An")
    assert card.authority.value() is Authority.ON_BEHALF
    assert signing.value() == (Signing("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Ngô An"),)
    assert changes[-1] == signing.value()
    # A space at an end is no change yet.
    assert len(changes) == len(["T/M"]) + len("BANTHƯỜNGVỤ") + len("BÍTHƯ") + len("NgôAn")


def test_a_position_may_have_several_lines(signing: SigningForm) -> None:
    type_text(signing.cards[0].position, "PHÓ BÍ THƯ")
    press(signing.cards[0].position, Qt.Key.Key_Return)
    type_text(signing.cards[0].position, "KIÊM CHỦ TỊCH")
    assert signing.value() == (Signing(None, "PHÓ BÍ THƯ\nKIÊM CHỦ TỊCH"),)


def test_signatories_are_offered_in_one_line(signing: SigningForm, changes: list[tuple[Signing, ...]]) -> None:
    signing.offer((DEPUTY, HEAD), {})
    signing.show_value((DEPUTY,))
    card = signing.cards[0]
    assert card.details.isHidden()
    assert card.chooser.currentText() == signing_line(DEPUTY) == "K/T TRƯỞNG BAN · Đỗ Khánh Linh"
    card.chooser.setFocus()
    press(card.chooser, Qt.Key.Key_Down)
    assert changes == [(HEAD,)]


def test_the_words_of_an_offered_signature_can_be_changed(signing: SigningForm) -> None:
    signing.offer((DEPUTY, HEAD), {})
    signing.show_value((HEAD,))
    card = signing.cards[0]
    card.change.click()
    assert card.authority.hasFocus()
    type_text(card.name, "Ông ")
    assert signing.value() == (Signing(None, "TRƯỞNG BAN", "Ông Lê Thị Mai"),)
    assert card.chooser.currentIndex() == -1


def test_a_signature_is_added_and_removed(signing: SigningForm, changes: list[tuple[Signing, ...]]) -> None:
    signing.show_value((DEPUTY,))
    signing.add.click()
    assert signing.value() == (DEPUTY,)
    assert not changes
    type_text(signing.cards[1].name, "B")
    assert signing.value() == (DEPUTY, Signing(name="B"))
    signing.cards[0].remove.click()
    assert signing.value() == (Signing(name="B"),)
    assert len(changes) == 2


def test_a_signature_nobody_changed_stays_the_very_same(signing: SigningForm) -> None:
    given = (DEPUTY, HEAD)
    signing.show_value(given)
    assert signing.value() is given
    type_text(signing.cards[1].name, "x")
    assert signing.value()[0] is DEPUTY


def test_earlier_names_are_offered(signing: SigningForm) -> None:
    signing.offer((), {"Đỗ Khánh Linh": 3})
    name = signing.cards[0].name
    name.setFocus()
    type_text(name, "dkl")
    press(name, Qt.Key.Key_Tab)
    assert signing.value() == (Signing(name="Đỗ Khánh Linh"),)


def test_the_wheel_changes_no_choice(signing: SigningForm) -> None:
    choice = signing.cards[0].authority
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    assert choice.value() is Authority.NONE
