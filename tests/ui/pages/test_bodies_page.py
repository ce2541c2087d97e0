"""Bodies and terms in the window, by the keys alone: a new term with the closing of the old rows, names, successors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from support.builders import a_dispatch
from support.papers_out import issued, signed_off
from support.seats import officer_named, seated, sit, with_roles
from support.windows import part, press, type_text

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.organisation import Days, IssuingBody, version_on
from vpdesk.domain.roles import Role
from vpdesk.paths import Places
from vpdesk.services import bodies, numbers, office, outgoing, receiving, ways
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui.forms.issue_dialog import IssueDialog
from vpdesk.ui.forms.row_dialogs import CloseTermDialog
from vpdesk.ui.forms.secrets_dialog import SecretsDialog
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.bodies_page import BodiesPage, Work
from vpdesk.ui.pages.issued_page import IssuedPage
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.strip import Strip

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BEFORE, AFTER = datetime(2030, 6, 10, 3, tzinfo=UTC), datetime(2030, 6, 20, 3, tzinfo=UTC)
CONGRESS, FIRST_DAY = date(2030, 6, 15), date(2030, 6, 16)
BODY = "Ban Xây dựng Đảng Đảng ủy xã"
LETTER = a_dispatch(number=None, date=None, signing=(Signing(None, "TRƯỞNG BAN", "Đỗ Khánh Linh"),), symbol="CV/BXDĐ")


class Moving:
    """A clock that a test sets; each look at it finds it a second later."""

    def __init__(self) -> None:
        self.at = BEFORE
        self._seconds = count()

    def __call__(self) -> datetime:
        return self.at + timedelta(seconds=next(self._seconds))


@pytest.fixture
def moving() -> Moving:
    return Moving()


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk, moving: Moving) -> Iterator[Desk]:
    """The desk of the sample office after a congress: two letters were issued before it, one waits for its number.

    The officer there is administrator and clerk.
    """
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings(), clock=moving, seat=Seat())
    office.found_sample(own)
    body = last_body(own).id
    issued(own, [signed_off(own, LETTER, body, "Linh") for _ in range(2)])
    signed_off(own, LETTER, body, "Linh")
    with_roles(own, officer_named(own, "Ngọc"), Role.ADMINISTRATOR, Role.CLERK)
    sit(own, "Ngọc")
    moving.at = AFTER
    yield own
    own.close()


@pytest.fixture
def window(make: Callable[..., MainWindow], own_desk: Desk) -> MainWindow:
    made = make(desk=own_desk)
    made.begin()
    return made


@pytest.fixture
def page(window: MainWindow) -> BodiesPage:
    """The page, reached as from the menu."""
    return shown(window)


def shown(window: MainWindow) -> BodiesPage:
    assert window.acts["bodies"].isEnabled()
    window.acts["bodies"].trigger()
    assert isinstance(window.page, BodiesPage)
    return window.page


def last_body(desk: Desk) -> IssuingBody:
    """The newest body of the office, as the store has it."""
    found = office.office(desk)
    assert found is not None
    return found.bodies[-1]


def in_hand() -> QWidget:
    QApplication.processEvents()
    if QApplication.activeWindow() is None:
        # Without a window manager nobody brings a window back when a dialog goes.
        next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)).activateWindow()
        QApplication.processEvents()
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
    keys(Key.Key_Tab)


def dialog(window: MainWindow) -> QDialog:
    (found,) = (one for one in window.findChildren(QDialog) if one.isVisible())
    return found


def has_dialog(window: MainWindow) -> bool:
    return any(one.isVisible() for one in window.findChildren(QDialog))


def undo(window: MainWindow) -> None:
    button = part(part(window, MessageBar), QPushButton)
    button.setFocus()
    press(button, Key.Key_Space)


def said(window: MainWindow) -> str:
    return part(window, MessageBar)._words.accessibleName()


def open_new_term(window: MainWindow) -> None:
    keys(Key.Key_Insert)
    write("15/6/2030")
    save()


# --- a new term ---------------------------------------------------------------------------------------------------


def test_a_new_term_is_opened_and_leads_to_the_closing_of_the_old_rows(
    window: MainWindow, page: BodiesPage, own_desk: Desk
) -> None:
    keys(Key.Key_Insert)
    assert page.new_term_form.closed_on.hasFocus()
    write("15/6/2030")
    assert page.new_term_form.name.value() == "2030 - 2035"
    told = page.new_term_form.outcome.text()
    assert "Nhiệm kỳ 2025 - 2030 hết ngày 15/06/2030." in told
    assert "từ ngày 16/06/2030" in told
    assert page.sample.day == FIRST_DAY
    save()

    assert [one.days for one in last_body(own_desk).terms[1:]] == [Days(date(2025, 8, 15), CONGRESS), Days(FIRST_DAY)]
    closing = dialog(window)
    assert isinstance(closing, CloseTermDialog)
    assert (closing.body.value(), closing.day.value()) == (last_body(own_desk).id, CONGRESS)
    assert closing.act.text() == "Đóng 1 dãy số"
    save()
    assert not has_dialog(window)
    with own_desk.store.reading() as work:
        assert all(row.closed_at for row in work.numbers.all_series())

    # The next number of the list of what waits is the first of the new row.
    press(in_hand(), Key.Key_4, Modifier.AltModifier)
    save()
    issuing = dialog(window)
    assert isinstance(issuing, IssueDialog)
    save()
    assert "01-CV/BXDĐ" in said(window)


def test_the_closing_may_wait_and_is_led_to_from_the_term(window: MainWindow, page: BodiesPage, own_desk: Desk) -> None:
    open_new_term(window)
    keys(Key.Key_Escape)
    assert not has_dialog(window)
    assert page.term is not None
    assert page.term.name == "2030 - 2035"
    assert not window.acts["close_rows"].isEnabled()
    page.terms.setFocus()
    keys(Key.Key_Down)
    assert "1 dãy còn mở" in page.terms.currentIndex().data()

    keys(Key.Key_G, ctrl=True)
    assert isinstance(dialog(window), CloseTermDialog)
    save()
    assert "còn mở" not in page.terms.currentIndex().data()
    assert not window.acts["close_rows"].isEnabled()


def test_what_is_still_held_stands_in_the_way_of_the_closing_and_is_led_to(
    window: MainWindow, page: BodiesPage, own_desk: Desk, moving: Moving
) -> None:
    moving.at = BEFORE
    (held,) = outgoing.hold(own_desk, last_body(own_desk).id, "CV", "Đ/c Linh", "chờ ký")
    moving.at = AFTER
    open_new_term(window)
    closing = dialog(window)
    assert isinstance(closing, CloseTermDialog)
    assert not closing.act.isEnabled()
    closing._ways[0].click()
    QApplication.processEvents()

    assert isinstance(window.page, IssuedPage)
    assert window.page.line is not None
    assert window.page.line.line.id == held.id


def test_a_new_term_is_undone(window: MainWindow, page: BodiesPage, own_desk: Desk) -> None:
    before = last_body(own_desk)
    open_new_term(window)
    keys(Key.Key_Escape)
    undo(window)

    assert last_body(own_desk) == before
    assert len(page.terms.rows.rows) == 2


def test_a_term_that_begins_with_the_first_meeting(page: BodiesPage, own_desk: Desk) -> None:
    keys(Key.Key_Insert)
    write("15/6/2030")
    write("16/6/2030")
    assert page.new_term_form.fields["met_on"].message
    page.new_term_form.met_on.setFocus()
    write("14/6/2030")
    assert not page.new_term_form.fields["met_on"].message
    write("Khóa XII")
    save()

    newest = last_body(own_desk).terms[-1]
    assert (newest.name, newest.days) == ("Khóa XII", Days(date(2030, 6, 14)))


def test_what_is_missing_is_told_and_what_the_store_refuses_stays_in_the_form(
    window: MainWindow, page: BodiesPage, own_desk: Desk
) -> None:
    before = last_body(own_desk)
    keys(Key.Key_Insert)
    save()
    assert {name for name, one in page.new_term_form.fields.items() if one.message} == {"closed_on", "name"}
    write("5/6/2030")
    save()

    assert last_body(own_desk) == before
    assert "01-CV/BXDĐ" in part(window, Strip)._what.text()
    assert page.new_term_form.closed_on.value() == date(2030, 6, 5)


def test_a_mistaken_day_is_corrected_and_a_term_that_was_none_is_dropped(page: BodiesPage, own_desk: Desk) -> None:
    open_new_term(page.window())  # type: ignore[arg-type]  # it is the window
    keys(Key.Key_Escape)
    page.term_form.first.setFocus()
    write("18/6/2030")
    save()
    assert [one.days.last for one in last_body(own_desk).terms] == [date(2025, 8, 14), date(2030, 6, 17), None]

    page.terms.setFocus()
    keys(Key.Key_Delete)
    assert [one.days.last for one in last_body(own_desk).terms] == [date(2025, 8, 14), None]


# --- names and bodies ---------------------------------------------------------------------------------------------


def test_a_body_is_called_otherwise_from_a_day_on_with_the_paper_of_that_day_beside_it(
    window: MainWindow, page: BodiesPage, own_desk: Desk
) -> None:
    before = last_body(own_desk)
    keys(Key.Key_R, ctrl=True)
    assert page.form.name_line.hasFocus()
    write("Ban Xây dựng Đảng và Dân vận")
    write("BXDĐDV")
    page.form.first.setFocus()
    write("1/7/2030")
    assert page.sample.day == date(2030, 7, 1)
    assert page.sample.paper is not None
    assert page.sample.paper.issuing_body == "BAN XÂY DỰNG ĐẢNG VÀ DÂN VẬN"
    page.sample.choose_day.setFocus()
    write("30/6/2030")
    assert page.sample.paper.issuing_body == "BAN XÂY DỰNG ĐẢNG"
    save()

    after = last_body(own_desk)
    assert after.terms == before.terms
    new = version_on(after, date(2030, 7, 1))
    assert new is not None
    assert (new.name_line, new.symbol) == ("BAN XÂY DỰNG ĐẢNG VÀ DÂN VẬN", "BXDĐDV")
    assert page.version == new
    undo(window)
    assert last_body(own_desk) == before


def test_a_new_body_takes_the_place_of_one_and_has_numbers_of_its_own(
    window: MainWindow, page: BodiesPage, own_desk: Desk
) -> None:
    old = last_body(own_desk)
    keys(Key.Key_T, ctrl=True)
    write("Ban Xây dựng Đảng mới")
    page.form.first.setFocus()
    write("16/6/2030")
    assert page.form.term.value() == "2025 - 2030"
    save()

    assert isinstance(dialog(window), CloseTermDialog)
    keys(Key.Key_Escape)
    new = last_body(own_desk)
    assert new.id != old.id
    assert (new.versions[0].days, new.terms[0].days) == (Days(FIRST_DAY), Days(FIRST_DAY))
    assert page.body == new
    undo(window)
    assert last_body(own_desk) == old
    assert page.body == old


def test_a_body_ends(window: MainWindow, page: BodiesPage, own_desk: Desk) -> None:
    keys(Key.Key_Delete)
    assert page.end_form.last.hasFocus()
    write("15/6/2030")
    save()

    assert last_body(own_desk).versions[-1].days.last == CONGRESS
    assert isinstance(dialog(window), CloseTermDialog)


def test_a_slip_is_corrected_when_another_row_is_chosen_and_a_begun_change_stays_until_it_is_put_away(
    page: BodiesPage, own_desk: Desk
) -> None:
    page.form.inputs["place"].setFocus()  # type: ignore[attr-defined]  # every input is a widget
    keys(Key.Key_End)
    type_text(in_hand(), " Mới")
    page.names.setFocus()
    keys(Key.Key_Down)
    assert last_body(own_desk).versions[0].place == "Hà Ninh Mới"

    keys(Key.Key_R, ctrl=True)
    write("Tên khác")
    page.names.setFocus()
    keys(Key.Key_Up)
    assert (page.work, page.form.name_line.value()) == (Work.RENAME, "Tên khác")
    keys(Key.Key_Escape, Key.Key_Escape)  # the message of what was saved goes first
    assert page.work is Work.CORRECT_NAME
    assert len(last_body(own_desk).versions) == 1


# --- who may ------------------------------------------------------------------------------------------------------


def test_a_clerk_opens_terms_and_changes_no_names(make: Callable[..., MainWindow], own_desk: Desk) -> None:
    sit(own_desk, "Hạnh")
    window = make(desk=own_desk)
    window.begin()
    page = shown(window)
    names = ("new_term", "rename_body", "found_successor", "end_body", "save_body", "secret_arrivals")
    assert {name for name in names if window.acts[name].isEnabled()} == {"new_term"}
    assert not page.form.isEnabled()
    open_new_term(window)

    assert len(last_body(own_desk).terms) == 3


def test_who_keeps_neither_bodies_nor_books_does_not_come_here(make: Callable[..., MainWindow], own_desk: Desk) -> None:
    sit(own_desk, "Bách")
    window = make(desk=own_desk)
    window.begin()

    assert not window.acts["bodies"].isEnabled()


@pytest.fixture
def ended(own_desk: Desk) -> Desk:
    """The desk of an office whose term has ended, and no other was opened."""
    body = last_body(own_desk)
    bodies.correct_term(own_desk, body.id, replace(body.terms[1], days=Days(date(2025, 8, 15), CONGRESS)))
    return own_desk


def test_where_no_term_covers_the_day_issuing_leads_to_the_new_term(
    make: Callable[..., MainWindow], ended: Desk
) -> None:
    window = make(desk=ended)
    window.begin()
    press(in_hand(), Key.Key_4, Modifier.AltModifier)
    save()
    strip = part(window, Strip)
    assert strip._what.text() == "Không nhiệm kỳ nào có ngày 20/06/2030."
    assert strip._act.text() == "Mở nhiệm kỳ"
    strip._act.click()

    page = window.page
    assert isinstance(page, BodiesPage)
    assert page.new_term_form.closed_on.hasFocus()


def test_a_dialog_that_is_refused_for_want_of_a_term_leads_there_too(
    make: Callable[..., MainWindow], ended: Desk
) -> None:
    window = make(desk=ended)
    window.begin()
    press(in_hand(), Key.Key_4, Modifier.AltModifier)
    keys(Key.Key_Insert)
    way = next(one for one in dialog(window).findChildren(QPushButton) if one.text() == "Mở nhiệm kỳ")
    assert way.isVisible()
    way.click()
    QApplication.processEvents()

    assert not has_dialog(window)
    assert isinstance(window.page, BodiesPage)
    assert window.page.work is Work.NEW_TERM


# --- secret papers ------------------------------------------------------------------------------------------------


def test_secret_arrivals_are_registered_by_a_decision_and_refused_without_one(
    window: MainWindow, own_desk: Desk
) -> None:
    window.acts["secret_arrivals"].trigger()
    asked = dialog(window)
    assert isinstance(asked, SecretsDialog)
    type_text(in_hand(), "12-QĐ/ĐU")
    assert asked.act.text() == "Vào sổ văn bản mật đến"
    save()
    assert ways.secret_arrivals(own_desk) == "12-QĐ/ĐU"
    assert receiving.begin_entry(own_desk).takes_secrets

    undo(window)
    assert ways.secret_arrivals(own_desk) is None
    assert not receiving.begin_entry(own_desk).takes_secrets


# --- for everybody ------------------------------------------------------------------------------------------------


def test_the_panes_are_walked_and_escape_leads_back(window: MainWindow, page: BodiesPage) -> None:
    walked = []
    for _step in range(5):
        keys(Key.Key_F6)
        walked.append(in_hand())
    # Where no term was in hand, the first is as its list has the keys.
    assert walked == [page.terms, page.term_form.name, page.sample.choose_day, page.sample.view, page.names]
    keys(Key.Key_Insert)
    keys(Key.Key_Escape)
    assert page.work is Work.CORRECT_NAME
    assert window.page is page
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
    page = shown(window)
    for act in ("new_term", "rename_body", "found_successor", "end_body"):
        window.acts[act].trigger()
        QApplication.processEvents()
        seen = [one for one in page.findChildren(QWidget) if one.isVisible()]
        controls = [one for one in seen if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert all(QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in controls)
        buttons = [one for one in seen if isinstance(one, QPushButton)]
        assert not [one.accessibleName() for one in buttons if one.width() < one.minimumSizeHint().width()]
        if page.sample.isVisible():
            assert page.sample.view.width() > 200


def test_a_change_that_somebody_may_no_longer_do_is_told(window: MainWindow, page: BodiesPage, own_desk: Desk) -> None:
    before = last_body(own_desk)
    keys(Key.Key_Delete)
    with seated(own_desk, "Bách"):
        save()

    assert last_body(own_desk) == before
    assert part(window, Strip).isVisible()


def test_the_rows_of_a_year_are_not_closed_with_a_term(window: MainWindow, page: BodiesPage, own_desk: Desk) -> None:
    body = last_body(own_desk)
    invitation = replace(LETTER, document_type="GM", symbol="GM/BXDĐ")
    issued(own_desk, [signed_off(own_desk, invitation, body.id, "Linh")])
    open_new_term(window)
    closing = dialog(window)
    assert isinstance(closing, CloseTermDialog)

    assert [row.series.group for row in closing.table.rows] == ["CV"]
    save()
    assert [one.series.group for one in numbers.rows(own_desk) if not one.series.closed_at] == ["GM"]
