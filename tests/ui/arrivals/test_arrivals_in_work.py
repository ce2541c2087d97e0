"""Arrivals in work, by keyboard: submitted, directed one after the other, acknowledged, given more time, ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from support.arrivals import ALT, CONTROL, SHIFT, Register, Seated, Sits, dialog_of, has_keys, message_of, shows, told
from support.keyboard import Key
from support.seats import officer_named, seated

from vpdesk.domain.arriving import ArrivalView
from vpdesk.domain.handling import AssigneeEntry, AssigneeRole, DirectiveEntry, Handling, HandlingState
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.services import handling, phrases, receiving, work_in_hand
from vpdesk.services.desk import Desk
from vpdesk.ui.forms.handing_dialog import HandingDialog
from vpdesk.ui.forms.name_dialog import NameDialog
from vpdesk.ui.forms.phrases_dialog import PhrasesDialog
from vpdesk.ui.forms.work_dialogs import AnswerDialog, FinishDialog, MoreTimeDialog, SubmitDialog
from vpdesk.ui.pages.draft_page import DraftPage

TODAY = date(2024, 12, 24)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Directed = Callable[..., IncomingDocument]


def work_on(desk: Desk, arrival: UUID) -> Handling:
    """The work on an arrival; there has to be some."""
    found = work_in_hand.work_of(desk, arrival).handling
    assert found is not None
    return found


@pytest.fixture
def submitted(own_desk: Desk, registered: Register) -> list[IncomingDocument]:
    """Three arrivals before the head, the second with the nearest day."""
    days = (TODAY + timedelta(days=20), TODAY + timedelta(days=1), None)
    arrivals = [registered(receiver=None, due_on=day, reference=f"{n}-CV/BTGTU") for n, day in enumerate(days, 1)]
    handling.submit(own_desk, [one.id for one in arrivals], officer_named(own_desk, "Khôi").id)
    return arrivals


@pytest.fixture
def directed(own_desk: Desk, registered: Register) -> Directed:
    """Registers an arrival with these members that Khôi gives to Ngọc, Bách supporting."""

    def register(**members: object) -> IncomingDocument:
        arrival = registered(**{"receiver": None, "due_on": TODAY + timedelta(days=7), **members})
        lead, support = officer_named(own_desk, "Ngọc"), officer_named(own_desk, "Bách")
        with seated(own_desk, "Khôi"):
            entry = DirectiveEntry(
                "Tham mưu trả lời.", AssigneeEntry(officer=lead.id), (AssigneeEntry(officer=support.id),)
            )
            return handling.direct(own_desk, arrival.id, entry)

    return register


def choose_all(at: Seated, view: ArrivalView = ArrivalView.ALL) -> None:
    """Choose every row of a view."""
    at.room.register.views.button(tuple(ArrivalView).index(view)).click()
    at.room.register.table.setFocus()
    at.keyboard.press(Key.Key_Home, CONTROL)
    at.keyboard.press(Key.Key_End, CONTROL | SHIFT)
    at.keyboard.press(Key.Key_A, CONTROL)


# --- before the head ----------------------------------------------------------------------------------------------


def test_the_clerk_submits_several_to_one_of_the_heads_and_takes_them_back(
    own_desk: Desk, registered: Register, sits: Sits
) -> None:
    arrivals = [registered(reference=f"{number}-CV/BTGTU", receiver=None) for number in (1, 2, 3)]
    clerk = sits("Hạnh")
    choose_all(clerk)
    clerk.keyboard.press(Key.Key_Return, CONTROL)
    dialog = dialog_of(clerk.window, SubmitDialog)
    assert dialog.head.currentText().startswith("Trần Minh Khôi")
    clerk.keyboard.press(Key.Key_Return, CONTROL)
    assert {work_on(own_desk, one.id).submitted_to for one in arrivals} == {officer_named(own_desk, "Khôi").id}
    assert "3" in message_of(clerk.window)._words.accessibleName()
    message_of(clerk.window)._act.click()
    assert all(work_in_hand.work_of(own_desk, one.id).handling is None for one in arrivals)


def test_what_the_head_has_directed_is_not_offered_to_be_submitted(directed: Directed, sits: Sits) -> None:
    directed()
    clerk = sits("Hạnh")
    assert not clerk.window.acts["submit_arrivals"].isEnabled()
    assert clerk.window.acts["extend_deadline"].isEnabled()


# --- directing ----------------------------------------------------------------------------------------------------


def test_the_head_directs_three_in_a_row_and_comes_back_to_the_list(
    own_desk: Desk, submitted: list[IncomingDocument], sits: Sits
) -> None:
    head = sits("Khôi")
    head.keyboard.press(Key.Key_Return)
    seen = []
    for lead in ("bao ngoc", "gia bach", "khanh linh"):
        page = head.room.in_hand.page
        assert page.directs
        assert page.directive is not None
        assert has_keys(head.keyboard, page.directive.form.lead)
        assert page.arrival is not None
        seen.append(page.arrival.id)
        head.keyboard.type(lead)
        head.keyboard.press(Key.Key_Return)
        assert has_keys(head.keyboard, page.directive.form.support)
        head.keyboard.press(Key.Key_Return, CONTROL)
    assert set(seen) == {one.id for one in submitted}
    assert seen[1] == submitted[1].id, "after the one that was opened, what is most urgent comes first"
    assert shows(head.window, head.room.register)
    assert head.room.register.nothing.isVisible()
    leads = [work_in_hand.work_of(own_desk, one).lead for one in seen]
    assert [one.name for one in leads if one] == ["Trịnh Bảo Ngọc", "Lương Gia Bách", "Đỗ Khánh Linh"]
    assert all(one.officer for one in leads if one)


def test_who_supports_stands_one_a_line_and_may_have_a_day_of_his_own(
    own_desk: Desk, submitted: list[IncomingDocument], sits: Sits
) -> None:
    head = sits("Khôi")
    head.room.in_hand.open(submitted[0].id)
    page = head.room.in_hand.page
    assert page.directive is not None
    head.keyboard.type("bao ngoc")
    head.keyboard.press(Key.Key_Return)
    head.keyboard.type("gia bach")
    head.keyboard.press(Key.Key_Return)
    head.keyboard.press(Key.Key_Return)
    head.keyboard.type("Trung tâm Chính trị huyện, 27/12")
    head.keyboard.press(Key.Key_Return)
    head.keyboard.press(Key.Key_Return)
    assert has_keys(head.keyboard, page.directive.form.due_on)
    head.keyboard.replace("30/12")
    head.keyboard.press(Key.Key_Return, CONTROL)
    work = work_in_hand.work_of(own_desk, submitted[0].id)
    assert work.arrival.due_on == date(2024, 12, 30)
    assert [(one.name, one.due_on) for one in work.support] == [
        ("Lương Gia Bách", None),
        ("Trung tâm Chính trị huyện", date(2024, 12, 27)),
    ]


def test_a_day_is_proposed_by_the_working_rules_where_the_paper_names_none(
    submitted: list[IncomingDocument], sits: Sits
) -> None:
    head = sits("Khôi")
    head.room.in_hand.open(submitted[2].id)
    pane = head.room.in_hand.page.directive
    assert pane is not None
    assert pane.form.due_on.value() == date(2024, 12, 31)
    assert "quy chế" in pane.form.told_of_day.text()


def test_a_phrase_is_written_by_its_key_wherever_the_keys_are_in_the_form(
    own_desk: Desk, submitted: list[IncomingDocument], sits: Sits
) -> None:
    with seated(own_desk, "Khôi"):
        for text in ("Đồng ý.", "Lưu hồ sơ.", "Sao gửi các đồng chí trong Ban."):
            phrases.put_phrase(own_desk, text)
    head = sits("Khôi")
    head.room.in_hand.open(submitted[0].id)
    pane = head.room.in_hand.page.directive
    assert pane is not None
    head.keyboard.press(Key.Key_1, CONTROL)
    head.keyboard.press(Key.Key_3, CONTROL)
    head.keyboard.press(Key.Key_9, CONTROL)
    assert pane.form.directive.value() == "Đồng ý.\nSao gửi các đồng chí trong Ban."
    assert has_keys(head.keyboard, pane.form.lead)


def test_without_a_lead_nothing_is_assigned_and_the_gap_is_in_hand(
    own_desk: Desk, submitted: list[IncomingDocument], sits: Sits
) -> None:
    head = sits("Khôi")
    head.room.in_hand.open(submitted[0].id)
    head.keyboard.press(Key.Key_Return, CONTROL)
    pane = head.room.in_hand.page.directive
    assert pane is not None
    assert pane.form.fields["lead"].message
    assert work_on(own_desk, submitted[0].id).state is HandlingState.SUBMITTED


def test_what_was_typed_of_a_directive_is_there_again_when_its_arrival_is(
    submitted: list[IncomingDocument], sits: Sits
) -> None:
    head = sits("Khôi")
    head.room.in_hand.open(submitted[0].id)
    head.keyboard.type("Lương Gia Bách")
    head.keyboard.press(Key.Key_Escape)
    assert shows(head.window, head.room.register)
    head.room.in_hand.open(submitted[1].id)
    pane = head.room.in_hand.page.directive
    assert pane is not None
    assert pane.form.lead.value() is None
    head.room.in_hand.open(submitted[0].id)
    assert pane.form.lead.value() == "Lương Gia Bách"


def test_the_clerk_sets_down_what_the_head_wrote_on_paper(
    own_desk: Desk, submitted: list[IncomingDocument], sits: Sits
) -> None:
    clerk = sits("Hạnh")
    clerk.room.in_hand.open(submitted[0].id)
    assert not clerk.room.in_hand.page.directs
    clerk.keyboard.press(Key.Key_B, CONTROL)
    pane = clerk.room.in_hand.page.directive
    assert pane is not None
    clerk.keyboard.type("bao ngoc")
    clerk.keyboard.press(Key.Key_Return)
    clerk.keyboard.press(Key.Key_Return, CONTROL)
    work = work_on(own_desk, submitted[0].id)
    assert work.directed_by == officer_named(own_desk, "Khôi").id
    assert work.set_down_by == officer_named(own_desk, "Hạnh").id
    assert not clerk.room.in_hand.page.directs
    assert "Trịnh Bảo Ngọc" in " ".join(told(clerk.room.in_hand.page.side))


def test_phrases_are_added_changed_moved_and_dropped(
    own_desk: Desk, submitted: list[IncomingDocument], sits: Sits
) -> None:
    head = sits("Khôi")
    head.room.in_hand.open(submitted[0].id)
    head.keyboard.press(Key.Key_Semicolon, CONTROL)
    dialog = dialog_of(head.window, PhrasesDialog)
    for text in ("Đồng ý.", "Lưu."):
        dialog.line.setFocus()
        head.keyboard.type(text)
        head.keyboard.press(Key.Key_Return, CONTROL)
    dialog.table.setFocus()
    dialog.table.go_to(dialog.table.rows[1].id)
    head.keyboard.press(Key.Key_Up, ALT)
    head.keyboard.press(Key.Key_F2)
    assert has_keys(head.keyboard, dialog.line)
    head.keyboard.replace("Lưu hồ sơ.")
    head.keyboard.press(Key.Key_Return, CONTROL)
    assert [one.text for one in dialog.table.rows] == ["Lưu hồ sơ.", "Đồng ý."]
    pane = head.room.in_hand.page.directive
    assert pane is not None
    assert [one.text for one in pane.phrases.phrases] == ["Lưu hồ sơ.", "Đồng ý."]
    dialog.table.setFocus()
    head.keyboard.press(Key.Key_Delete)
    assert len(phrases.phrases(own_desk)) == 1
    assert dialog.line.value(), "what was dropped can be added again"


# --- with whom it was given to ------------------------------------------------------------------------------------


def test_the_lead_acknowledges_at_once(own_desk: Desk, directed: Directed, sits: Sits) -> None:
    arrival = directed()
    lead = sits("Ngọc")
    assert lead.room.register.acts[-1] == "sign_for"
    lead.keyboard.press(Key.Key_M, CONTROL)
    assert work_on(own_desk, arrival.id).state is HandlingState.UNDER_WAY
    assert lead.room.register.acts[-1] == "answer_arrival"


def test_the_clerk_sets_down_who_signed_for_what_was_directed(own_desk: Desk, directed: Directed, sits: Sits) -> None:
    arrival = directed()
    clerk = sits("Hạnh")
    clerk.keyboard.press(Key.Key_M, CONTROL)
    dialog = dialog_of(clerk.window, HandingDialog)
    assert dialog.person.value() == "Trịnh Bảo Ngọc"
    dialog.person.show_value("Lương Gia Bách")
    dialog.accept()
    work = work_in_hand.work_of(own_desk, arrival.id)
    assert {one.role for one in work.assignees if one.acknowledged_at} == {AssigneeRole.SUPPORT}
    assert work_on(own_desk, arrival.id).state is HandlingState.ASSIGNED


def test_more_time_is_given_with_who_agreed_and_why(own_desk: Desk, directed: Directed, sits: Sits) -> None:
    arrival = directed()
    head = sits("Khôi")
    head.keyboard.press(Key.Key_G, CONTROL)
    dialog = dialog_of(head.window, MoreTimeDialog)
    head.keyboard.replace("10/01/2025")
    head.keyboard.press(Key.Key_Return)
    head.keyboard.type("Trần Minh Khôi")
    head.keyboard.press(Key.Key_Return, CONTROL)
    assert dialog.form.fields["reason"].message
    head.keyboard.type("chờ số liệu")
    head.keyboard.press(Key.Key_Return, CONTROL)
    work = work_in_hand.work_of(own_desk, arrival.id)
    assert work.arrival.due_on == date(2025, 1, 10)
    assert [(one.agreed_by, one.reason) for one in work.extensions] == [("Trần Minh Khôi", "chờ số liệu")]
    head.room.in_hand.open(arrival.id)
    assert {"10/01/2025, Thứ Sáu", "31/12/2024, Thứ Ba"} <= set(told(head.room.in_hand.page.side))


def test_a_day_that_is_not_later_is_refused_where_it_was_typed(directed: Directed, sits: Sits) -> None:
    directed()
    head = sits("Khôi")
    head.keyboard.press(Key.Key_G, CONTROL)
    dialog = dialog_of(head.window, MoreTimeDialog)
    dialog.form.show_values({"day": TODAY, "agreed_by": "Trần Minh Khôi", "reason": "nhầm"})
    dialog.confirm()
    assert dialog.isVisible()
    assert dialog.act.isEnabled()
    dialog.reject()


# --- how it ends --------------------------------------------------------------------------------------------------


def test_the_lead_finishes_without_a_reply_and_undoes_it(own_desk: Desk, directed: Directed, sits: Sits) -> None:
    arrival = directed()
    lead = sits("Ngọc")
    lead.keyboard.press(Key.Key_M, CONTROL)
    lead.keyboard.press(Key.Key_J, CONTROL)
    assert dialog_of(lead.window, FinishDialog).state.value() is HandlingState.DONE
    lead.keyboard.press(Key.Key_Return, CONTROL)
    assert work_on(own_desk, arrival.id).state is HandlingState.DONE
    lead.window.activateWindow()  # without a window manager nobody does when a dialog goes
    lead.keyboard.wait("the keys back", lead.window.isActiveWindow)
    lead.keyboard.press(Key.Key_Z, CONTROL)
    assert work_on(own_desk, arrival.id).state is HandlingState.UNDER_WAY
    assert not lead.window.acts["undo_work"].isEnabled()


def test_what_is_passed_on_says_where_to(own_desk: Desk, directed: Directed, sits: Sits) -> None:
    arrival = directed()
    clerk = sits("Hạnh")
    clerk.keyboard.press(Key.Key_J, CONTROL)
    dialog = dialog_of(clerk.window, FinishDialog)
    dialog.state.show_value(HandlingState.PASSED_ON)
    clerk.keyboard.press(Key.Key_Return, CONTROL)
    assert dialog.form.fields["outcome"].message
    clerk.keyboard.type("Chuyển Phòng Nội vụ")
    clerk.keyboard.press(Key.Key_Return, CONTROL)
    assert work_on(own_desk, arrival.id).outcome == "Chuyển Phòng Nội vụ"


def test_what_is_finished_is_opened_again_with_the_reason(own_desk: Desk, directed: Directed, sits: Sits) -> None:
    arrival = directed()
    with seated(own_desk, "Ngọc"):
        handling.finish(own_desk, [arrival.id], HandlingState.DONE, TODAY)
    lead = sits("Ngọc")
    lead.keyboard.press(Key.Key_U, CONTROL)
    dialog = dialog_of(lead.window, NameDialog)
    dialog.line.setText("cần trả lời bằng văn bản")
    dialog.accept()
    assert not work_on(own_desk, arrival.id).state.is_finished


def test_the_answer_is_begun_once_and_then_opened(directed: Directed, own_desk: Desk, sits: Sits) -> None:
    arrival = directed()
    lead = sits("Ngọc")
    lead.keyboard.press(Key.Key_R, CONTROL)
    page = lead.window.page
    assert isinstance(page, DraftPage)
    assert page.dispatch().addressees == (arrival.sender,)
    lead.window.enter("arrivals")
    lead.room.in_hand.open(arrival.id)
    assert "Trả lời" in told(lead.room.in_hand.page.side)
    lead.keyboard.press(Key.Key_R, CONTROL)
    assert shows(lead.window, page)
    assert len(work_in_hand.work_of(own_desk, arrival.id).answers) == 1


def test_a_reference_that_no_document_bears_closes_nothing(own_desk: Desk, directed: Directed, sits: Sits) -> None:
    arrival = directed()
    lead = sits("Ngọc")
    lead.keyboard.press(Key.Key_I, CONTROL)
    dialog = dialog_of(lead.window, AnswerDialog)
    lead.keyboard.type("999-CV/BTGHU")
    lead.keyboard.press(Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    assert work_on(own_desk, arrival.id).state is HandlingState.ASSIGNED
    dialog.reject()


def test_who_was_not_given_it_may_read_it_and_nothing_else(
    directed: Directed, registered: Register, sits: Sits
) -> None:
    registered(receiver=None)
    other = sits("Bách")
    offered = {name for name, act in other.window.acts.items() if act.isEnabled()}
    assert not offered & {"submit_arrivals", "direct_arrival", "sign_for", "finish_arrivals", "extend_deadline"}
    assert "open_arrival" in offered


# --- lists --------------------------------------------------------------------------------------------------------


def test_each_view_of_the_work_shows_its_rows(
    own_desk: Desk, submitted: list[IncomingDocument], directed: Directed, sits: Sits
) -> None:
    directed()
    lead = sits("Ngọc")
    shown = {}
    for place, view in enumerate(ArrivalView):
        lead.room.register.views.button(place).click()
        shown[view] = len(lead.room.register.model.rows)
    assert shown[ArrivalView.ALL] == 4
    assert shown[ArrivalView.SUBMITTED] == 3
    assert shown[ArrivalView.MINE] == shown[ArrivalView.UNDER_WAY] == 1
    assert {row.arrival.id for row in receiving.arrivals(own_desk).rows} >= {one.id for one in submitted}


def test_the_menu_of_a_row_has_what_can_be_done_with_it(directed: Directed, sits: Sits) -> None:
    directed()
    clerk = sits("Hạnh")
    menu = clerk.room.register._menu()
    words = [one.text() for one in menu.actions() if not one.isSeparator()]
    assert len(words) <= 8
    assert words[-1] == "Hủy"
    assert "Gia hạn" in words
    assert "Trình lãnh đạo" not in words
