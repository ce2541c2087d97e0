"""Rows of numbers in the window: what each accounts for, how it begins, how a term is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from support.clerk import Clerk
from support.papers_out import first_body, issued, signed_off
from support.seats import sit
from support.windows import part

from vpdesk.domain.workdays import Holiday
from vpdesk.services import numbers, outgoing
from vpdesk.services.desk import Desk
from vpdesk.ui.forms.holidays_dialog import HolidaysDialog
from vpdesk.ui.forms.numbering_dialog import NumberingDialog
from vpdesk.ui.forms.row_dialogs import CloseRowDialog, CloseTermDialog, OpenRowDialog
from vpdesk.ui.pages.issued_page import IssuedPage
from vpdesk.ui.pages.rows_page import RowsPage

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., Clerk]


def rows_page(clerk: Clerk) -> RowsPage:
    """The rows of numbers, opened from the register."""
    clerk.press(Qt.Key.Key_B, CONTROL)
    page = clerk.window.page
    assert isinstance(page, RowsPage)
    return page


def test_a_row_begins_where_the_paper_book_ended(clerk: Open, own_desk: Desk) -> None:
    at = clerk()
    page = rows_page(at)
    at.confirm()
    dialog = at.dialog()
    assert isinstance(dialog, OpenRowDialog)
    at.type("229")
    assert dialog.act.text() == "Mở dãy từ số 229"
    at.press(Qt.Key.Key_Return)
    at.type("so giay den 228")
    at.confirm()

    assert [row.series.next for row in page.table.rows] == [229]
    at.press(Qt.Key.Key_Escape)  # the message
    at.press(Qt.Key.Key_Escape)
    assert at.window.page is at.page


def test_a_row_is_closed_once_and_takes_no_number(clerk: Open, own_desk: Desk) -> None:
    issued(own_desk, [signed_off(own_desk)])
    at = clerk()
    page = rows_page(at)
    at.press(Qt.Key.Key_Delete)
    assert isinstance(at.dialog(), CloseRowDialog)
    at.press(Qt.Key.Key_Return)
    assert at.has_dialog()
    at.confirm()

    assert page.row is not None
    assert page.row.closed_at is not None
    assert not at.window.acts["close_row"].isEnabled()


def test_the_closing_of_a_term_leads_to_the_holds_that_stand_in_its_way(clerk: Open, own_desk: Desk) -> None:
    (held,) = outgoing.hold(own_desk, first_body(own_desk), "CV", "Đ/c Khôi", "chờ ký")
    at = clerk()
    rows_page(at)
    at.press(Qt.Key.Key_T, CONTROL)
    dialog = at.dialog()
    assert isinstance(dialog, CloseTermDialog)
    assert not dialog.act.isEnabled()
    (way,) = dialog._ways
    way.click()
    page = at.window.page
    assert isinstance(page, IssuedPage)
    assert page.line is not None
    assert page.line.line.id == held.id
    outgoing.void(own_desk, held.id, held.version, "không ký nữa")
    at.press(Qt.Key.Key_Escape)
    page_of_rows = rows_page(at)
    at.press(Qt.Key.Key_T, CONTROL)
    at.confirm()

    assert [row.series.closed_at is not None for row in page_of_rows.table.rows] == [True]


def test_the_days_off_are_entered_and_dropped(clerk: Open, own_desk: Desk) -> None:
    at = clerk()
    rows_page(at)
    at.window.acts["holidays"].trigger()
    dialog = at.dialog()
    assert isinstance(dialog, HolidaysDialog)
    at.type("29/01/2025")
    at.press(Qt.Key.Key_Return)
    at.type("Mung 1 Tet")
    at.confirm()
    assert numbers.holidays(own_desk) == (Holiday(date(2025, 1, 29), "Mung 1 Tet"),)
    dialog.table.setFocus()
    at.press(Qt.Key.Key_Delete)
    assert numbers.holidays(own_desk) == ()


def test_the_office_chooses_how_its_numbers_run(clerk: Open, own_desk: Desk) -> None:
    at = clerk()
    rows_page(at)
    at.press(Qt.Key.Key_F2)
    dialog = at.dialog()
    assert isinstance(dialog, NumberingDialog)
    dialog.table.go_to("CV")
    at.press(Qt.Key.Key_Space)
    dialog.lettered.setChecked(True)
    at.confirm()
    chosen = numbers.numbering(own_desk)

    assert "CV" in chosen.yearly
    assert chosen.lettered


def test_who_keeps_no_books_only_looks(clerk: Open, own_desk: Desk) -> None:
    issued(own_desk, [signed_off(own_desk)])
    sit(own_desk, "Khôi")
    at = clerk()
    page = rows_page(at)

    assert len(page.table.rows) == 1
    assert not any(at.window.acts[name].isEnabled() for name in ("open_row", "close_row", "close_term", "numbering"))


def test_the_closing_page_of_a_row_is_printed_from_the_message_and_by_its_key(clerk: Open, own_desk: Desk) -> None:
    issued(own_desk, [signed_off(own_desk)])
    at = clerk()
    rows_page(at)
    at.press(Qt.Key.Key_P, CONTROL)
    asked = part(at.window, QPrintDialog)
    assert (asked.fromPage(), asked.maxPage()) == (0, 1)
    asked.reject()
    at.press(Qt.Key.Key_Delete)
    at.confirm()
    at.take_up()

    assert part(at.window, QPrintDialog).maxPage() == 1
    part(at.window, QPrintDialog).reject()
