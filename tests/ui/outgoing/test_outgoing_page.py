"""The outgoing register by keyboard, in a real window: from the sign-off to the delivery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.clerk import Clerk
from support.papers_out import TEXT, first_body, issued, signed_off
from support.seats import seated, sit

from vpdesk.domain.issuing import ExternalLetter
from vpdesk.domain.outgoing import LineState, LinkKind, Method
from vpdesk.domain.outgoing_list import OutgoingView
from vpdesk.domain.series import Numbering
from vpdesk.domain.workdays import Holiday
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting, file_copies, numbers, outgoing
from vpdesk.services.desk import Desk
from vpdesk.ui.forms.correct_dialog import CorrectDialog
from vpdesk.ui.forms.delivery_dialog import DeliveryDialog
from vpdesk.ui.forms.external_dialog import ExternalDialog, WithholdDialog
from vpdesk.ui.forms.hold_dialog import ExtendDialog, HoldDialog
from vpdesk.ui.forms.issue_dialog import IssueDialog
from vpdesk.ui.forms.lending_dialog import LendDialog, TakeInDialog
from vpdesk.ui.forms.void_dialog import VoidDialog
from vpdesk.ui.pages.dispatch_page import DispatchPage
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.pages.issued_page import IssuedPage

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2024, 12, 24)
Open = Callable[..., Clerk]


def issue_dialog(clerk: Clerk, *, prints: bool = False) -> IssueDialog:
    """The dialog that asks for numbers."""
    dialog = clerk.dialog()
    assert isinstance(dialog, IssueDialog)
    dialog.prints.setChecked(prints)
    return dialog


def waiting(clerk: Clerk) -> int:
    """How many dispatches are listed that wait for their numbers."""
    return len(clerk.page.waiting.rows)


def references(clerk: Clerk) -> list[str]:
    return [row.line.reference for row in clerk.page.lines.rows]


def test_two_are_issued_at_once_one_is_made_void_the_other_delivered(clerk: Open, own_desk: Desk) -> None:
    signed_off(own_desk), signed_off(own_desk)
    at = clerk()
    assert waiting(at) == 2
    at.press(Qt.Key.Key_A, CONTROL)
    at.confirm()
    dialog = issue_dialog(at)
    assert [one.reference for one in dialog.list.rows] == ["01-CV/BTGHU", "02-CV/BTGHU"]
    assert dialog.act.text() == "Cấp 2 số"
    at.confirm()
    assert not at.has_dialog()
    assert "01-CV/BTGHU, 02-CV/BTGHU" in at.said()
    assert waiting(at) == 0

    at.page.choose_view(OutgoingView.ALL)
    at.page.take_keys()
    assert references(at) == ["02-CV/BTGHU", "01-CV/BTGHU"]
    at.press(Qt.Key.Key_Delete)
    assert isinstance(at.dialog(), VoidDialog)
    at.type("In sai trich yeu")
    at.confirm()
    assert at.page.lines.rows[0].line.state is LineState.VOID

    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_G, CONTROL)
    deliveries = at.dialog()
    assert isinstance(deliveries, DeliveryDialog)
    at.press(Qt.Key.Key_Space)
    at.confirm()
    (row,) = [row for row in at.page.lines.rows if row.line.state is LineState.ISSUED]
    assert (row.unsent, row.sent_on) == (0, TODAY)


def test_enter_confirms_nothing_and_esc_leaves(clerk: Open, own_desk: Desk) -> None:
    signed_off(own_desk)
    at = clerk()
    at.confirm()
    issue_dialog(at)
    for _press in range(12):
        at.press(Qt.Key.Key_Return)
    assert at.has_dialog()
    at.press(Qt.Key.Key_Escape)
    assert not at.has_dialog()
    assert len(at.page.waiting.rows) == 1


def test_the_dialog_says_number_copies_and_what_cannot_be_undone(clerk: Open, own_desk: Desk) -> None:
    text = replace(TEXT, addressees=tuple(f"Chi bộ {n}" for n in range(1, 15)), distribution=("Như trên", "Lưu BTG"))
    signed_off(own_desk, text)
    at = clerk()
    at.confirm()
    dialog = issue_dialog(at, prints=True)

    assert dialog.number.text() == "01-CV/BTGHU"
    assert dialog._counted.text() == "14 nơi nhận và 2 bản lưu"
    assert dialog.act.text() == "Cấp số 01 và in 16 bản"


def test_copies_and_ways_are_changed_recipient_by_recipient(clerk: Open, own_desk: Desk) -> None:
    signed_off(own_desk)
    at = clerk()
    at.confirm()
    dialog = issue_dialog(at)
    dialog._each.click()
    at.press(Qt.Key.Key_3)
    at.press(Qt.Key.Key_Space)
    at.confirm()
    (row,) = outgoing.lines(own_desk, at.page.query)
    first, *_ = outgoing.detail(own_desk, row.line.id).deliveries

    assert (first.copies, first.method, row.line.copies) == (3, Method.POST, 5)


def test_a_number_with_a_letter_is_offered_where_the_office_has_them_and_asks_why(clerk: Open, own_desk: Desk) -> None:
    numbers.set_numbering(own_desk, Numbering(lettered=True))
    issued(own_desk, [signed_off(own_desk)])
    signed_off(own_desk)
    at = clerk()
    at.confirm()
    dialog = issue_dialog(at)
    dialog.held.setFocus()
    at.press(Qt.Key.Key_Down)
    assert (dialog.number.text(), dialog.act.text()) == ("01a-CV/BTGHU", "Cấp số 01a")
    at.confirm()
    at.type("Bo sung noi dung")
    at.confirm()
    (newest, *_) = outgoing.lines(own_desk, at.page.query)

    assert (newest.line.reference, newest.line.notes) == ("01a-CV/BTGHU", "Bo sung noi dung")


def test_when_somebody_was_faster_the_number_told_is_the_one_taken(clerk: Open, own_desk: Desk) -> None:
    signed_off(own_desk)
    at = clerk()
    at.confirm()
    assert issue_dialog(at).number.text() == "01-CV/BTGHU"
    outgoing.hold(own_desk, first_body(own_desk), "CV", "Đ/c Khôi", "chờ ký")
    at.confirm()

    assert "02-CV/BTGHU" in at.said()


def test_a_date_before_that_of_the_number_before_asks_for_a_reason(clerk: Open, own_desk: Desk) -> None:
    issued(own_desk, [signed_off(own_desk)])
    signed_off(own_desk)
    at = clerk()
    at.confirm()
    dialog = issue_dialog(at)
    assert not dialog.reason_field.isVisible()
    dialog.day.selectAll()
    at.type("23/12")
    at.confirm()
    assert dialog.reason_field.isVisible()
    assert dialog.reason.hasFocus()
    at.type("Ky hom qua")
    at.confirm()

    assert not at.has_dialog()
    at.page.choose_view(OutgoingView.UNUSUAL)
    assert references(at) == ["02-CV/BTGHU"]


def test_a_day_that_no_term_covers_is_said_under_the_date(clerk: Open, own_desk: Desk) -> None:
    signed_off(own_desk)
    at = clerk()
    at.confirm()
    dialog = issue_dialog(at)
    dialog.day.selectAll()
    at.type("01/02/2019")
    at.press(Qt.Key.Key_Tab)

    assert "nhiệm kỳ" in dialog.day_field._fault
    assert not dialog.act.isEnabled()


def test_a_held_number_is_used_for_the_paper_it_waited_for(clerk: Open, own_desk: Desk) -> None:
    (held,) = outgoing.hold(own_desk, first_body(own_desk), "CV", "Đ/c Khôi", "hỏa tốc")
    signed_off(own_desk)
    at = clerk()
    at.confirm()
    dialog = issue_dialog(at)
    dialog.held.setFocus()
    at.press(Qt.Key.Key_Down)
    assert dialog.number.text() == held.reference
    at.confirm()

    assert held.reference in at.said()
    assert outgoing.held(own_desk) == ()


def test_a_number_is_held_and_held_longer(clerk: Open, own_desk: Desk) -> None:
    at = clerk()
    at.press(Qt.Key.Key_Insert)
    dialog = at.dialog()
    assert isinstance(dialog, HoldDialog)
    assert dialog.number.text() == "01-CV/BTGHU"
    at.confirm()
    assert at.has_dialog(), "nothing is held without a person and a reason"
    at.type("Dong chi Khoi")
    at.press(Qt.Key.Key_Return)
    at.type("cho ky")
    at.confirm()
    assert not at.has_dialog()

    at.page.choose_view(OutgoingView.HELD)
    at.page.take_keys()
    at.press(Qt.Key.Key_T, CONTROL)
    assert isinstance(at.dialog(), ExtendDialog)
    at.press(Qt.Key.Key_Return)
    at.type("chua ve")
    at.confirm()
    (line,) = outgoing.held(own_desk)
    assert line.reason == "chua ve"


def test_a_number_is_held_until_the_next_workday_of_the_calendar(clerk: Open, own_desk: Desk) -> None:
    numbers.put_holidays(own_desk, [Holiday(date(2024, 12, 25), "Nghỉ"), Holiday(date(2024, 12, 26), "Nghỉ")])
    at = clerk()
    at.press(Qt.Key.Key_Insert)
    dialog = at.dialog()

    assert isinstance(dialog, HoldDialog)
    assert dialog.last_day.value() == date(2024, 12, 27)


def test_several_letters_from_outside_are_entered_at_once(clerk: Open, own_desk: Desk) -> None:
    at = clerk()
    at.press(Qt.Key.Key_I, CONTROL)
    dialog = at.dialog()
    assert isinstance(dialog, ExternalDialog)
    at.type("Cong nhan dang vien A")
    at.press(Qt.Key.Key_Return)
    at.type("Cong nhan dang vien B")
    dialog.reason.setFocus()
    at.type("lam bang Word")
    assert dialog.act.text() == "Vào sổ 2 văn bản"
    at.confirm()
    at.page.choose_view(OutgoingView.ALL)

    assert [row.line.subject for row in at.page.lines.rows] == ["Cong nhan dang vien B", "Cong nhan dang vien A"]


def test_of_a_secret_document_the_list_and_the_pane_say_nothing(clerk: Open, own_desk: Desk) -> None:
    at = clerk()
    at.window.acts["withhold_number"].trigger()
    assert isinstance(at.dialog(), WithholdDialog)
    at.confirm()
    at.page.choose_view(OutgoingView.ALL)
    model = at.page.lines.rows_model

    assert [model.data(model.index(0, column)) for column in range(6)] == [
        "01-CV/BTGHU",
        "",
        "văn bản mật – xem sổ mật",
        "",
        "",
        "Mật",
    ]
    at.press(Qt.Key.Key_Return)
    assert not at.window.acts["print_issued"].isEnabled()


def test_a_line_is_corrected_with_a_reason(clerk: Open, own_desk: Desk) -> None:
    issued(own_desk, [signed_off(own_desk)])
    at = clerk()
    at.page.choose_view(OutgoingView.ALL)
    at.page.take_keys()
    at.press(Qt.Key.Key_F2)
    dialog = at.dialog()
    assert isinstance(dialog, CorrectDialog)
    dialog.form.inputs["copies"].setFocus()  # type: ignore[attr-defined]
    dialog.form.inputs["copies"].selectAll()  # type: ignore[attr-defined]
    at.type("9")
    at.confirm()
    assert at.has_dialog()
    at.type("dem nham")
    at.confirm()

    assert at.page.lines.rows[0].line.copies == 9


def test_enter_shows_the_paper_as_it_was_stored_and_esc_leads_back_to_its_row(clerk: Open, own_desk: Desk) -> None:
    issued(own_desk, [signed_off(own_desk), signed_off(own_desk)])
    at = clerk()
    at.page.choose_view(OutgoingView.ALL)
    at.page.take_keys()
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Return)
    page = at.window.page
    assert isinstance(page, IssuedPage)
    QTest.qWait(150)
    assert page.view.page_count == 1
    assert page.view._pictures
    at.press(Qt.Key.Key_Up, CONTROL)
    assert page.line is not None
    assert page.line.line.reference == "02-CV/BTGHU"
    at.press(Qt.Key.Key_Escape)

    assert at.window.page is at.page
    assert at.page.lines.row is not None
    assert at.page.lines.row.line.reference == "02-CV/BTGHU"


def test_what_replaces_a_document_begins_as_a_draft_and_both_sides_show_it(clerk: Open, own_desk: Desk) -> None:
    (one,) = issued(own_desk, [signed_off(own_desk)])
    at = clerk()
    at.page.choose_view(OutgoingView.ALL)
    at.window.acts["replace_line"].trigger()
    assert isinstance(at.window.page, DraftPage)
    (link,) = outgoing.detail(own_desk, one.line.id).links

    assert (link.link.kind, link.is_draft) == (LinkKind.REPLACES, True)
    assert drafting.open_draft(own_desk, link.record).dispatch.body == TEXT.body


def test_more_lines_come_when_the_end_of_the_list_is_near(clerk: Open, own_desk: Desk) -> None:
    letters = [ExternalLetter("QĐ", TODAY - timedelta(days=400 - n), f"việc {n}") for n in range(230)]
    outgoing.register_external(own_desk, first_body(own_desk), letters, "theo lô")
    at = clerk()
    at.page.choose_view(OutgoingView.ALL)
    assert len(at.page.lines.rows) == 200
    at.page.lines.scrollToBottom()

    assert len(at.page.lines.rows) == 230
    assert len({row.line.id for row in at.page.lines.rows}) == 230


@pytest.mark.parametrize("status", [Status.ISSUED, Status.VOID])
def test_the_drafter_sees_his_issued_paper_its_number_and_no_act_of_the_clerk(
    clerk: Open, own_desk: Desk, status: Status
) -> None:
    (one,) = issued(own_desk, [signed_off(own_desk)])
    if status is Status.VOID:
        outgoing.void(own_desk, one.line.id, one.line.version, "in sai")
    sit(own_desk, "Ngọc")
    at = clerk()
    assert one.line.dispatch is not None
    at.window.open_draft(one.line.dispatch)
    page = at.window.page
    assert isinstance(page, DispatchPage)
    QTest.qWait(150)

    assert page.is_stored
    assert page.scan._pictures
    assert page.line is not None
    assert page.line.line.reference == "01-CV/BTGHU"
    enabled = {
        name for name in ("print_issued", "void_line", "deliver", "correct_line") if at.window.acts[name].isEnabled()
    }
    assert enabled == {"print_issued"}


def test_who_may_not_take_numbers_is_offered_none(clerk: Open, own_desk: Desk) -> None:
    signed_off(own_desk)
    sit(own_desk, "Khôi")
    at = clerk()

    assert len(at.page.waiting.rows) == 1
    assert not any(at.window.acts[name].isEnabled() for name in ("issue_numbers", "hold_number", "register_external"))


def test_the_rail_counts_what_waits_and_holds_that_are_over_stand_out(clerk: Open, own_desk: Desk) -> None:
    signed_off(own_desk)
    outgoing.hold(own_desk, first_body(own_desk), "CV", "Đ/c Khôi", "chờ ký", own_desk.clock() - timedelta(hours=1))
    at = clerk()
    item = at.window.rail.items["outgoing"]

    assert (item._count, item._is_urgent) == (1, True)
    assert at.page._views.button(2).text() == "Giữ số 1, 1 hết hạn"


def test_another_language_keeps_the_place(clerk: Open, own_desk: Desk) -> None:
    with seated(own_desk, "Hạnh"):
        issued(own_desk, [signed_off(own_desk)])
    at = clerk()
    at.window.speak("en")
    QTest.qWait(20)

    assert at.window.page is at.page
    assert at.page.heading().name == "Outgoing"


def test_a_file_copy_is_lent_and_taken_in_again(clerk: Open, own_desk: Desk) -> None:
    (one,) = issued(own_desk, [signed_off(own_desk)])
    at = clerk()
    at.page.choose_view(OutgoingView.ALL)
    at.window.acts["lend_copy"].trigger()
    assert isinstance(at.dialog(), LendDialog)
    at.type("Dong chi Bach")
    at.confirm()
    assert [use.person for use in file_copies.copies_out(own_desk)] == ["Dong chi Bach"]
    at.window.acts["lend_copy"].trigger()
    assert isinstance(at.dialog(), TakeInDialog)
    at.confirm()
    assert file_copies.copies_out(own_desk) == ()
    assert [use.line for use in file_copies.uses_of(own_desk, one.line.id)] == [one.line.id]
