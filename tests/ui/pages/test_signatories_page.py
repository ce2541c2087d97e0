"""Who signs, in the window: by the keys alone, with the paper of the day beside it, each change undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from support.seats import seated, sit
from support.windows import part, press, type_text

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.organisation import Days, IssuingBody
from vpdesk.domain.signing import Authority
from vpdesk.paths import Places
from vpdesk.services import office, signatories
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings
from vpdesk.ui.forms.completion import CompletionPopup
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.signatories_page import SignatoriesPage
from vpdesk.ui.widgets.message_bar import MessageBar

Key, Modifier = Qt.Key, Qt.KeyboardModifier
APRIL = datetime(2025, 4, 24, 3, 42, tzinfo=UTC)
"""A day of the sample's second body: Trần Minh Khôi is its head, Phan Đức Toàn his deputy, both until 15/5."""
TODAY = date(2025, 4, 24)
HEAD, DEPUTY = "Trần Minh Khôi", "Phan Đức Toàn"


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever completion comes up."""


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """A desk with the sample office; the administrator sits there."""
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings(), clock=lambda: APRIL)
    office.found_sample(own)
    yield own
    own.close()


@pytest.fixture
def window(make: Callable[..., MainWindow], own_desk: Desk) -> MainWindow:
    """A window at the desk."""
    made = make(desk=own_desk)
    made.begin()
    return made


@pytest.fixture
def page(window: MainWindow) -> SignatoriesPage:
    """The page, reached by its key."""
    press(in_hand(), Key.Key_0, Modifier.AltModifier)
    assert isinstance(window.page, SignatoriesPage)
    return window.page


def in_hand() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def keys(*presses: Qt.Key, ctrl: bool = False) -> None:
    for key in presses:
        press(in_hand(), key, Modifier.ControlModifier if ctrl else Modifier.NoModifier)


def save() -> None:
    keys(Key.Key_Return, ctrl=True)


def write(text: str) -> None:
    """Write over what stands in the input in hand, and go to the next."""
    keys(Key.Key_A, ctrl=True)
    type_text(in_hand(), text)
    if any(popup.isVisible() for popup in in_hand().findChildren(CompletionPopup)):
        keys(Key.Key_Escape)
    keys(Key.Key_Tab)


def undo(window: MainWindow) -> None:
    button = part(part(window, MessageBar), QPushButton)
    button.setFocus()
    press(button, Key.Key_Space)


def block(page: SignatoriesPage) -> Signing:
    """The block of the sample, which is on the page in sight."""
    assert page.sample.paper is not None
    (signing,) = page.sample.paper.signing
    assert signing.name
    assert signing.name in page.sample.view.accessibleDescription()
    return signing


def kept(desk: Desk) -> IssuingBody:
    """The body in hand, as the store has it."""
    return signatories.bodies(desk)[1]


def names(page: SignatoriesPage) -> list[str]:
    return [row.title for row in page.people.rows.rows]


def test_the_timeline_begins_with_who_is_to_come_and_has_who_signs_today_in_hand(page: SignatoriesPage) -> None:
    assert page.people.hasFocus()
    assert names(page) == ["Đỗ Khánh Linh", HEAD, DEPUTY]
    assert page.people.currentIndex().data() == f"{HEAD}, TRƯỞNG BAN, đến 15/05/2025"
    assert block(page) == Signing(None, "TRƯỞNG BAN", HEAD)


def test_in_the_days_of_a_stand_in_the_sample_is_the_deputys_and_undo_takes_it_back(
    window: MainWindow, page: SignatoriesPage, own_desk: Desk
) -> None:
    keys(Key.Key_T, ctrl=True)
    assert page.stand_in_form.who.hasFocus()
    keys(Key.Key_Tab)
    write("25/4/2025")
    type_text(in_hand(), "28/4/2025")
    save()

    assert [one.days for one in kept(own_desk).stand_ins] == [Days(date(2025, 4, 25), date(2025, 4, 28))]
    assert page.sample.day == date(2025, 4, 25)
    assert block(page) == Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", DEPUTY)
    page.sample.choose_day.setFocus()
    write("24/4/2025")
    assert block(page).name == HEAD

    undo(window)
    page.sample.choose_day.setFocus()
    write("25/4/2025")
    assert kept(own_desk).stand_ins == ()
    assert not page.absences.isVisible()
    assert block(page).name == HEAD


def test_who_stands_in_today_carries_a_chip_and_is_taken_away_by_a_key(page: SignatoriesPage, own_desk: Desk) -> None:
    keys(Key.Key_T, ctrl=True)
    save()
    assert page.stand_in_form.fields["last"].message == f"{DEPUTY} ký đến 15/05/2025."
    page.stand_in_form.last.setFocus()
    write("24/4/2025")
    save()
    assert [row.chip for row in page.people.rows.rows] == ["", "Đang ký thay", ""]
    assert page.absences.currentIndex().data() == f"{DEPUTY}, Hiện nay, từ 24/04/2025 đến 24/04/2025"

    page.absences.setFocus()
    keys(Key.Key_Delete)
    assert kept(own_desk).stand_ins == ()


def test_somebody_new_signs_from_his_day_on(window: MainWindow, page: SignatoriesPage, own_desk: Desk) -> None:
    before = kept(own_desk)
    keys(Key.Key_R, ctrl=True)
    type_text(in_hand(), "Ngô Thị Thu Hằng")
    page.form.first.setFocus()
    write("1/5/2025")
    assert page.sample.day == date(2025, 5, 1)
    assert block(page) == Signing(None, "TRƯỞNG BAN", "Ngô Thị Thu Hằng")
    save()

    old, new = kept(own_desk).signatories[0], kept(own_desk).signatories[-1]
    assert (old.person, old.days.last) == (HEAD, date(2025, 4, 30))
    assert (new.person, new.days) == ("Ngô Thị Thu Hằng", Days(date(2025, 5, 1)))
    undo(window)
    assert kept(own_desk) == before


def test_a_last_day_is_asked_for_and_kept(page: SignatoriesPage, own_desk: Desk) -> None:
    keys(Key.Key_Delete)
    assert page.last_day_form.last.hasFocus()
    keys(Key.Key_A, ctrl=True)
    type_text(in_hand(), "30/4/2025")
    save()

    assert kept(own_desk).signatories[0].days == Days(None, date(2025, 4, 30))


def test_a_deputy_is_taken_in_by_the_keys_alone(page: SignatoriesPage, own_desk: Desk) -> None:
    keys(Key.Key_Insert)
    write("Ngô Thị Thu Hằng")
    keys(Key.Key_Tab)
    type_text(in_hand(), "K")
    keys(Key.Key_Tab)
    for text in ("Trưởng ban", "Phó Trưởng ban", "CV, gm", "24/4"):
        write(text)
    assert block(page) == Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Ngô Thị Thu Hằng")
    save()

    new = kept(own_desk).signatories[-1]
    assert (new.authority, new.types, new.days) == (Authority.DEPUTY, frozenset({"CV", "GM"}), Days(TODAY))
    assert new.stands_in_for == kept(own_desk).signatories[0].id


def test_the_sample_follows_every_letter(page: SignatoriesPage) -> None:
    keys(Key.Key_Return)
    assert page.form.person.hasFocus()
    keys(Key.Key_End)
    type_text(in_hand(), "a")
    assert block(page).name == f"{HEAD}a"
    keys(Key.Key_Escape)
    assert block(page).name == HEAD


def test_gaps_are_told_on_saving_and_errors_on_leaving_the_field(page: SignatoriesPage, own_desk: Desk) -> None:
    before = kept(own_desk)
    keys(Key.Key_Insert)
    assert not any(field.message for field in page.form.fields.values())
    save()
    assert {name for name, field in page.form.fields.items() if field.message} == {"person", "position"}
    assert page.form.person.hasFocus()
    page.form.types.setFocus()
    write("XX")
    assert page.form.fields["types"].message == "Không có loại văn bản XX."
    write("25/4/2025")
    write("24/4/2025")
    assert page.form.fields["last"].message == "Ngày cuối đứng trước ngày đầu."
    assert kept(own_desk) == before


def test_a_second_head_and_a_form_that_the_rules_do_not_know_are_told_in_amber(page: SignatoriesPage) -> None:
    keys(Key.Key_Insert)
    write("Ngô Thị Thu Hằng")
    page.form.position.setFocus()
    write("trưởng ban")
    assert HEAD in page.form.fields["position"].message
    page.form.authority.setFocus()
    type_text(in_hand(), "K")
    page.form.principal.setFocus()
    write("Bí thư")
    assert "K/T BÍ THƯ" in page.form.fields["authority"].message


def test_what_was_typed_is_kept_when_another_row_is_chosen(page: SignatoriesPage, own_desk: Desk) -> None:
    keys(Key.Key_Return)
    keys(Key.Key_End)
    type_text(in_hand(), " A")
    page.people.setFocus()
    keys(Key.Key_Down)

    assert kept(own_desk).signatories[0].person == f"{HEAD} A"
    assert page.form.person.text() == DEPUTY


def test_what_the_store_refuses_stays_in_the_form_and_can_be_saved_again(page: SignatoriesPage, own_desk: Desk) -> None:
    keys(Key.Key_Return)
    keys(Key.Key_End)
    type_text(in_hand(), " A")
    with seated(own_desk, "Hạnh"):
        save()
    assert page.form.person.text() == f"{HEAD} A"
    assert kept(own_desk).signatories[0].person == HEAD
    save()
    assert kept(own_desk).signatories[0].person == f"{HEAD} A"


def test_another_body_is_chosen_and_one_without_anybody_says_what_to_do(
    make: Callable[..., MainWindow], own_desk: Desk
) -> None:
    with own_desk.store.writing() as work:
        first = work.organisation.bodies()[0]
        work.organisation.put_body(replace(first, signatories=()))
        work.tell(None, "change", "body", first.id)
    window = make(desk=own_desk)
    window.begin()
    press(in_hand(), Key.Key_0, Modifier.AltModifier)
    page = window.page
    assert isinstance(page, SignatoriesPage)
    page.choose_body.setFocus()
    keys(Key.Key_Up)

    assert page.body.id == first.id
    assert not page.people.isVisible()
    keys(Key.Key_Insert)
    assert page.form.person.hasFocus()


def test_only_who_manages_the_office_comes_here(make: Callable[..., MainWindow], own_desk: Desk) -> None:
    sit(own_desk, "Hạnh")
    window = make(desk=own_desk)
    window.begin()

    assert not window.acts["signatories"].isEnabled()
    press(in_hand(), Key.Key_0, Modifier.AltModifier)
    assert not isinstance(window.page, SignatoriesPage)


def test_the_panes_are_walked_and_escape_leads_back(window: MainWindow, page: SignatoriesPage) -> None:
    walked = []
    for _step in range(4):
        keys(Key.Key_F6)
        walked.append(in_hand())
    assert walked == [page.form.person, page.sample.choose_day, page.sample.view, page.people]
    keys(Key.Key_Escape)
    assert window.page is not page


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", [10, 14])
def test_every_control_has_a_name_and_nothing_is_cut(
    make: Callable[..., MainWindow], own_desk: Desk, language: str, size: int
) -> None:
    window = make(desk=own_desk, language=language, font_size=size)
    window.resize(1180, 680)
    window.begin()
    press(in_hand(), Key.Key_0, Modifier.AltModifier)
    page = window.page
    assert isinstance(page, SignatoriesPage)
    for act in ("new_signatory", "succeed", "end_signing", "stand_in"):
        page.people.setFocus()
        window.acts[act].trigger()
        QApplication.processEvents()
        shown = [one for one in page.findChildren(QWidget) if one.isVisible()]
        controls = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert all(QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in controls)
        buttons = [one for one in shown if isinstance(one, QPushButton)]
        assert not [one.accessibleName() for one in buttons if one.width() < one.minimumSizeHint().width()]
        assert page.sample.view.width() > 200
