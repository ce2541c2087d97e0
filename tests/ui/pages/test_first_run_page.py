"""The first run: the sample office, or an own one in four steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.windows import press, type_text

from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.office import OfficeBeginning
from vpdesk.domain.organisation import Spelling
from vpdesk.domain.signing import Authority
from vpdesk.layout.frame import PagedDocument
from vpdesk.paths import resource
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.first_run_page import FirstRunPage
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import choose_language

CTRL = Qt.KeyboardModifier.ControlModifier
PASSWORD = "tre xanh đầu ngõ"
PLACE = Path("/srv/van-phong/vpdesk")
BODY = {"parent_line": "Huyện ủy Hà Ninh", "name_line": "Ban Tuyên giáo", "symbol": "BTGHU", "place": "Hà Ninh"}


@pytest.fixture
def laid() -> list[Dispatch]:
    """The samples that were laid out."""
    return []


@pytest.fixture
def page(
    look: Look,
    icons: Icons,
    glyphs: Glyphs,
    pages_of: Callable[[Dispatch], PagedDocument],
    laid: list[Dispatch],
    qtbot: QtBot,
) -> FirstRunPage:
    """The page, shown and active."""

    def lay_out(dispatch: Dispatch) -> PagedDocument:
        laid.append(dispatch)
        return pages_of(dispatch)

    made = FirstRunPage(look, icons, glyphs, lay_out, PLACE, lambda: date(2024, 12, 18))
    qtbot.addWidget(made)
    made.resize(1180, 680)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def own(page: FirstRunPage) -> list[OfficeBeginning]:
    """The offices that were begun."""
    told: list[OfficeBeginning] = []
    page.own_chosen.connect(lambda beginning, *_secret: told.append(beginning))
    return told


def _control(page: FirstRunPage, name: str) -> QWidget:
    control = page.inputs[name]
    assert isinstance(control, QWidget)
    return control


def _fill(page: FirstRunPage, **values: str) -> None:
    for name, text in values.items():
        _control(page, name).setFocus()
        type_text(_control(page, name), text)


def _choose_secret(page: FirstRunPage, secret: str = PASSWORD) -> None:
    for line in (page.secret.first, page.secret.again):
        line.setFocus()
        type_text(line, secret)


def _in_hand() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _go_on() -> None:
    press(_in_hand(), Qt.Key.Key_Return, CTRL)


def test_the_sample_office_is_one_key_away(page: FirstRunPage) -> None:
    told: list[None] = []
    page.sample_chosen.connect(lambda: told.append(None))
    assert page.sample.hasFocus()
    press(_in_hand(), Qt.Key.Key_Space)
    assert told == [None]


def test_an_own_office_is_set_up_by_the_keys_alone(page: FirstRunPage, own: list[OfficeBeginning]) -> None:
    press(_in_hand(), Qt.Key.Key_Tab)
    press(_in_hand(), Qt.Key.Key_Space)
    for text in ("Huyện ủy Hà Ninh", "Ban Tuyên giáo", "Ban Tuyên giáo Huyện ủy", "Huyện ủy", "BTGHU", "Hà Ninh"):
        type_text(_in_hand(), text)
        press(_in_hand(), Qt.Key.Key_Tab)
    press(_in_hand(), Qt.Key.Key_Down)
    _go_on()
    for text in ("2020 - 2025", "1/8/2020", "31072025"):
        type_text(_in_hand(), text)
        press(_in_hand(), Qt.Key.Key_Tab)
    _go_on()
    for text in ("Đỗ Khánh Linh", "Chuyên viên"):
        type_text(_in_hand(), text)
        press(_in_hand(), Qt.Key.Key_Tab)
    press(_in_hand(), Qt.Key.Key_Tab)
    for text in (PASSWORD, PASSWORD):
        type_text(_in_hand(), text)
        press(_in_hand(), Qt.Key.Key_Tab)
    press(_in_hand(), Qt.Key.Key_Down)
    for text in ("", "Ban Thường vụ", "Bí thư", "Lê Thị Mai"):
        type_text(_in_hand(), text)
        press(_in_hand(), Qt.Key.Key_Tab)
    _go_on()
    assert not own
    _go_on()
    assert own == [
        OfficeBeginning(
            parent_line="HUYỆN ỦY HÀ NINH",
            name_line="BAN TUYÊN GIÁO",
            in_text="Ban Tuyên giáo Huyện ủy",
            committee_in_text="Huyện ủy",
            symbol="BTGHU",
            place="Hà Ninh",
            spelling=Spelling.SECOND_VOWEL,
            term_name="2020 - 2025",
            term_first=date(2020, 8, 1),
            term_last=date(2025, 7, 31),
            officer_name="Đỗ Khánh Linh",
            officer_position="Chuyên viên",
            head_authority=Authority.ON_BEHALF,
            head_principal="BAN THƯỜNG VỤ",
            head_position="BÍ THƯ",
            head_name="Lê Thị Mai",
        )
    ]


def test_only_the_body_and_the_first_officer_must_be_said(page: FirstRunPage, own: list[OfficeBeginning]) -> None:
    page.own.click()
    _fill(page, name_line="Chi bộ", symbol="CB", place="Hà Ninh")
    _go_on()
    _fill(page, term_name="x")
    page.later.click()
    _fill(page, officer_name="Ngô An")
    _choose_secret(page)
    _go_on()
    _go_on()
    assert own == [OfficeBeginning("CHI BỘ", "CB", "Hà Ninh", "Ngô An")]


def test_what_must_be_said_is_told_on_going_on_and_goes_while_it_is_written(page: FirstRunPage) -> None:
    page.own.click()
    _go_on()
    told = {name for name, field in page.fields.items() if field.message}
    assert told == {"name_line", "symbol", "place"}
    assert (page.step, _in_hand()) == (0, _control(page, "name_line"))
    _fill(page, name_line="C")
    assert not page.fields["name_line"].message
    assert page.fields["symbol"].message


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"term_first": "1/8/2020"}, "term_name"),
        ({"term_name": "a", "term_first": "1/8/2025", "term_last": "1/8/2020"}, "term_last"),
        ({"term_name": "a", "term_first": "31/2"}, "term_first"),
    ],
)
def test_a_term_that_cannot_be_is_told(page: FirstRunPage, values: dict[str, str], wrong: str) -> None:
    page.own.click()
    _fill(page, **BODY)
    _go_on()
    _fill(page, **values)
    _go_on()
    assert (page.step, _in_hand()) == (1, _control(page, wrong))
    assert page.fields[wrong].message
    page.later.click()
    assert page.step == 2


def test_a_later_step_is_reached_over_the_gaps_before_it(page: FirstRunPage) -> None:
    page.own.click()
    marks = {mark.text()[0]: mark for mark in page.findChildren(QPushButton) if mark.property("role") == "step"}
    marks["4"].click()
    assert page.step == 0
    _fill(page, **BODY)
    marks["4"].click()
    assert (page.step, marks["3"].isChecked()) == (2, True)
    _fill(page, officer_name="Ngô An")
    _choose_secret(page)
    marks["4"].click()
    assert page.step == 3
    marks["1"].click()
    assert page.step == 0
    page.back.click()
    assert page.sample.hasFocus()
    assert page.beginning().officer_name == "Ngô An"


@pytest.mark.parametrize(
    ("kind", "first", "again"),
    [
        (SecretKind.PASSWORD, "", ""),
        (SecretKind.PASSWORD, "tre xanh", "tre vàng"),
        (SecretKind.PIN, "123456", "123456"),
        (SecretKind.PASSWORD, "Ngô Văn An", "Ngô Văn An"),
    ],
)
def test_the_first_officer_has_a_secret_that_nobody_guesses(
    page: FirstRunPage, own: list[OfficeBeginning], kind: SecretKind, first: str, again: str
) -> None:
    page.own.click()
    _fill(page, **BODY)
    page.show_step(2)
    _fill(page, officer_name="Ngô Văn An")
    page.secret.kind_choice.show_value(kind)
    page.secret.first.setText(first)
    page.secret.again.setText(again)
    _go_on()

    assert (page.step, _in_hand()) == (2, page.secret.first)
    assert page.secret.message
    assert not own


def test_what_the_first_officer_proves_himself_by_is_told_with_the_office(page: FirstRunPage) -> None:
    told: list[tuple[object, ...]] = []
    page.own_chosen.connect(lambda *said: told.append(said[1:]))
    page.own.click()
    _fill(page, **BODY)
    page.show_step(2)
    _fill(page, officer_name="Ngô An")
    page.secret.kind_choice.show_value(SecretKind.PIN)
    page.secret.kind_choice.edited.emit()
    _choose_secret(page, "258074")
    page.show_step(3)
    _go_on()

    assert told == [("258074", SecretKind.PIN)]


def test_the_sample_follows_every_letter(page: FirstRunPage, laid: list[Dispatch]) -> None:
    assert laid[-1].issuing_body == "BAN TUYÊN GIÁO"
    page.own.click()
    assert laid[-1].issuing_body == "[TÊN CƠ QUAN]"
    _fill(page, **BODY, in_text="Ban Tuyên giáo Huyện ủy")
    assert (laid[-1].parent_body, laid[-1].issuing_body) == ("HUYỆN ỦY HÀ NINH", "BAN TUYÊN GIÁO")
    assert (laid[-1].symbol, laid[-1].place) == ("CV/BTGHU", "Hà Ninh")
    assert laid[-1].distribution[-1] == "Lưu Ban Tuyên giáo Huyện ủy"
    _control(page, "spelling").setFocus()
    press(_in_hand(), Qt.Key.Key_Down)
    assert laid[-1].parent_body == "HUYỆN UỶ HÀ NINH"
    _fill(page, head_position="Trưởng ban", head_name="Lê Thị Mai")
    assert laid[-1].signing == (Signing(None, "TRƯỞNG BAN", "Lê Thị Mai"),)


def test_the_place_of_the_data_is_shown(page: FirstRunPage) -> None:
    assert str(PLACE) in [one.text() for one in page.findChildren(QLabel)]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", [10, 14])
def test_every_control_has_a_name_and_nothing_is_cut(
    language: str,
    size: int,
    look: Look,
    icons: Icons,
    glyphs: Glyphs,
    pages_of: Callable[[Dispatch], PagedDocument],
    qtbot: QtBot,
) -> None:
    choose_language(language, resource("locale"))
    look.wear("light", size)
    made = FirstRunPage(look, icons, glyphs, pages_of, PLACE)
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show()
    for step in (None, 0, 1, 2, 3):
        made.show_step(step)
        QApplication.processEvents()
        shown = [one for one in made.findChildren(QWidget) if one.isVisible()]
        controls = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert all(QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in controls)
        buttons = [one for one in shown if isinstance(one, QPushButton)]
        assert not [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()]
        assert made.view.width() > 200
