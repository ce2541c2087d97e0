"""Arrivals in work: before the head, directed, acknowledged, given more time, finished and opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from support.papers_out import issued, signed_off
from support.seats import officer_named, seated, sit
from support.stores import TickingClock

from vpdesk.domain.arrival_work import HANDLING, ArrivalWork, OpenCounts, ReminderKind, WorkStep
from vpdesk.domain.arriving import SECRET_ARRIVALS, ArrivalEntry, ArrivalQuery, ArrivalView, entry_of
from vpdesk.domain.deadlines import DeadlineState
from vpdesk.domain.errors import (
    AlreadyDirected,
    ArrivalFinished,
    ArrivalIsVoid,
    ArrivalNotFinished,
    ArrivalSecret,
    DateInFuture,
    DeskError,
    LeadMissing,
    LineEnded,
    NotGiven,
    NotHead,
    NotLater,
    NotPermitted,
    NotSubmitted,
    ReasonMissing,
)
from vpdesk.domain.handling import AssigneeEntry, AssigneeRole, DirectiveEntry, HandlingState
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.register import BookKind, BookScope, year_days
from vpdesk.domain.search_query import Search
from vpdesk.services import books, finding, handling, office, outgoing, receiving, work_in_hand
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store

Act = Callable[[Desk, UUID], object]
TODAY = date(2024, 12, 24)
FRIDAY = date(2024, 12, 27)
LETTER = ArrivalEntry(
    sender="Ban Tuyên giáo Tỉnh ủy",
    reference="2497-CV/BTGTU",
    document_date=date(2024, 12, 20),
    document_type="CV",
    subject="V/v tuyên truyền Tết Nguyên đán Ất Tỵ",
)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk at the sample office, on each engine, with its clerk at it."""
    office.found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


def arrive(desk: Desk, **others: object) -> IncomingDocument:
    """A letter that arrived today."""
    return receiving.register(desk, replace(LETTER, **others))  # type: ignore[arg-type]


def head(desk: Desk) -> UUID:
    """The head of the office."""
    return officer_named(desk, "Khôi").id


def to(desk: Desk, lead: str, *support: str, due_on: date | None = FRIDAY) -> DirectiveEntry:
    """A directive to officers of the office."""
    lead_entry, *others = (AssigneeEntry(officer=officer_named(desk, name).id) for name in (lead, *support))
    return DirectiveEntry("Nghiên cứu, tham mưu trả lời", lead_entry, tuple(others), due_on)


def directed(desk: Desk, directive: DirectiveEntry | None = None, **others: object) -> IncomingDocument:
    """A letter that the head has directed to Ngọc, with Bách in support."""
    arrival = arrive(desk, **others)
    with seated(desk, "Khôi"):
        return handling.direct(desk, arrival.id, directive or to(desk, "Ngọc", "Bách"))


def under_way(desk: Desk) -> IncomingDocument:
    """A letter that its lead has acknowledged."""
    arrival = directed(desk)
    with seated(desk, "Ngọc"):
        return handling.acknowledge(desk, [arrival.id])[0]


def work_on(desk: Desk, arrival: IncomingDocument) -> ArrivalWork:
    """The work on an arrival as it stands."""
    return work_in_hand.work_of(desk, arrival.id)


def state_of(desk: Desk, arrival: IncomingDocument) -> HandlingState | None:
    """How far an arrival has come."""
    work = work_on(desk, arrival).handling
    return work.state if work else None


def is_whole(desk: Desk) -> bool:
    """Whether the history answers for everything."""
    return verify_store(desk).fault is None


# --- before the head ----------------------------------------------------------------------------------------------


def test_arrivals_are_submitted_together_and_taken_back(desk: Desk) -> None:
    first, second = arrive(desk), arrive(desk)
    handling.submit(desk, [first.id, second.id], head(desk))
    work = work_on(desk, first).handling

    assert work is not None
    assert (work.state, work.submitted_to) == (HandlingState.SUBMITTED, head(desk))
    handling.take_back(desk, [first.id])
    assert work_on(desk, first).handling is None
    assert state_of(desk, second) is HandlingState.SUBMITTED
    assert is_whole(desk)


def test_what_is_before_one_head_goes_to_another(desk: Desk) -> None:
    arrival = arrive(desk)
    handling.submit(desk, [arrival.id], head(desk))
    deputy = officer_named(desk, "Linh")
    handling.submit(desk, [arrival.id], deputy.id)
    work = work_on(desk, arrival).handling

    assert work is not None
    assert work.submitted_to == deputy.id


def test_only_a_head_is_asked_for_a_directive(desk: Desk) -> None:
    with pytest.raises(NotHead):
        handling.submit(desk, [arrive(desk).id], officer_named(desk, "Ngọc").id)


def test_where_one_of_several_cannot_be_submitted_none_is(desk: Desk) -> None:
    first, second = arrive(desk), directed(desk)
    with pytest.raises(AlreadyDirected):
        handling.submit(desk, [first.id, second.id], head(desk))

    assert state_of(desk, first) is None


def test_what_was_not_submitted_is_not_taken_back(desk: Desk) -> None:
    with pytest.raises(NotSubmitted):
        handling.take_back(desk, [arrive(desk).id])
    with pytest.raises(AlreadyDirected):
        handling.take_back(desk, [directed(desk).id])


# --- the directive ------------------------------------------------------------------------------------------------


def test_a_directive_says_who_has_it_and_by_when_and_the_register_says_so_too(desk: Desk) -> None:
    arrival = directed(desk, due_on=date(2024, 12, 31))
    work = work_on(desk, arrival)

    assert (arrival.receiver, arrival.due_on) == ("Trịnh Bảo Ngọc; Lương Gia Bách", FRIDAY)
    assert [(one.name, one.role) for one in work.assignees] == [
        ("Trịnh Bảo Ngọc", AssigneeRole.LEAD),
        ("Lương Gia Bách", AssigneeRole.SUPPORT),
    ]
    assert work.handling is not None
    assert work.handling.state is HandlingState.ASSIGNED
    assert work.handling.directed_by == head(desk)
    assert (work.handling.set_down_by, work.handling.first_due_on) == (None, date(2024, 12, 31))
    assert is_whole(desk)


def test_a_clerk_sets_down_what_a_head_wrote_on_paper_and_both_are_named(desk: Desk) -> None:
    arrival = arrive(desk)
    handling.direct(desk, arrival.id, replace(to(desk, "Ngọc"), directed_by=head(desk)))
    work = work_on(desk, arrival).handling

    assert work is not None
    assert (work.directed_by, work.set_down_by) == (head(desk), officer_named(desk, "Hạnh").id)
    with pytest.raises(NotPermitted):
        handling.direct(desk, arrival.id, to(desk, "Ngọc"))
    with pytest.raises(NotHead):
        handling.direct(desk, arrival.id, replace(to(desk, "Ngọc"), directed_by=officer_named(desk, "Bách").id))


def test_a_unit_that_is_no_officer_leads_by_its_name(desk: Desk) -> None:
    unit = DirectiveEntry("Chuyển", AssigneeEntry(" Phòng Tổng hợp "), (AssigneeEntry(""), AssigneeEntry("Kế toán")))
    arrival = directed(desk, unit)

    assert arrival.receiver == "Phòng Tổng hợp; Kế toán"
    assert work_on(desk, arrival).lead is not None


def test_a_directive_without_a_lead_is_none(desk: Desk) -> None:
    arrival = arrive(desk)
    with seated(desk, "Khôi"), pytest.raises(LeadMissing):
        handling.direct(desk, arrival.id, DirectiveEntry("Trả lời", AssigneeEntry("  ")))


def test_a_directive_without_a_day_leaves_the_deadline_as_it_is(desk: Desk) -> None:
    due = date(2024, 12, 31)
    assert directed(desk, to(desk, "Ngọc", due_on=None), due_on=due).due_on == due


def test_whoever_is_named_twice_has_it_once(desk: Desk) -> None:
    assert [one.role for one in work_on(desk, directed(desk, to(desk, "Ngọc", "Ngọc"))).assignees] == [
        AssigneeRole.LEAD
    ]


def test_a_later_directive_ends_those_it_leaves_out_and_keeps_what_the_others_acknowledged(desk: Desk) -> None:
    arrival = directed(desk)
    with seated(desk, "Bách"):
        handling.acknowledge(desk, [arrival.id])
    with seated(desk, "Khôi"):
        handling.direct(desk, arrival.id, to(desk, "Bách", "Hạnh"))
    work = work_on(desk, arrival)

    assert [one.name for one in work.assignees] == ["Lương Gia Bách", "Vũ Thị Hạnh"]
    assert [one.name for one in work.former] == ["Trịnh Bảo Ngọc"]
    assert work.lead is not None
    assert work.lead.acknowledged_at is not None
    assert state_of(desk, arrival) is HandlingState.UNDER_WAY, "its lead has acknowledged it already"


def test_who_gets_it_from_another_is_handed_it_over_and_who_had_it_stays_on_record(desk: Desk) -> None:
    arrival = under_way(desk)
    with seated(desk, "Khôi"):
        given = handling.direct(desk, arrival.id, to(desk, "Bách", "Ngọc"))
    (correction,) = receiving.detail(desk, arrival.id).corrections

    assert (given.handed_on, given.received_by, given.received_on) == (None, None, None)
    assert state_of(desk, arrival) is HandlingState.ASSIGNED
    assert ("received_by", "Trịnh Bảo Ngọc", None) in correction.changes
    with seated(desk, "Bách"):
        (signed,) = handling.acknowledge(desk, [arrival.id])
    assert signed.received_by == "Lương Gia Bách"
    with seated(desk, "Khôi"):
        again = handling.direct(desk, arrival.id, to(desk, "Ngọc"))
    assert (again.handed_on, again.received_by) == (TODAY, "Trịnh Bảo Ngọc"), "he has acknowledged it before"
    assert ("received_by", "Lương Gia Bách", "Trịnh Bảo Ngọc") in receiving.detail(desk, arrival.id).corrections[
        1
    ].changes


def test_the_lead_stands_first_whoever_had_it_longer(desk: Desk) -> None:
    arrival = directed(desk)
    with seated(desk, "Khôi"):
        handling.direct(desk, arrival.id, to(desk, "Hạnh", "Bách"))

    assert [one.name for one in work_on(desk, arrival).assignees] == ["Vũ Thị Hạnh", "Lương Gia Bách"]


def test_what_a_former_head_wrote_is_set_down_though_nothing_is_submitted_to_him(
    desk: Desk, clock: TickingClock
) -> None:
    arrival = arrive(desk)
    clock.moment += timedelta(days=200)
    handling.direct(desk, arrival.id, replace(to(desk, "Ngọc"), directed_by=head(desk)))
    with pytest.raises(NotHead):
        handling.submit(desk, [arrive(desk).id], head(desk))

    assert state_of(desk, arrival) is HandlingState.ASSIGNED


def test_an_officer_who_is_written_by_his_name_is_the_officer(desk: Desk) -> None:
    arrival = directed(desk, DirectiveEntry("Chuyển", AssigneeEntry("trịnh bảo ngọc")))
    with seated(desk, "Ngọc"):
        handling.acknowledge(desk, [arrival.id])

    assert arrival.receiver == "Trịnh Bảo Ngọc"
    assert state_of(desk, arrival) is HandlingState.UNDER_WAY


def test_a_directive_is_found_by_its_words(desk: Desk) -> None:
    arrival = directed(desk)

    assert [hit.record for hit in finding.find(desk, Search("tham muu")).hits] == [arrival.id]
    finding.rebuild(desk)
    assert [hit.due_on for hit in finding.find(desk, Search("tham muu")).hits] == [FRIDAY]


# --- acknowledging ------------------------------------------------------------------------------------------------


def test_it_is_under_way_when_its_lead_has_acknowledged_it(desk: Desk) -> None:
    arrival = directed(desk)
    with seated(desk, "Bách"):
        handling.acknowledge(desk, [arrival.id])
    assert state_of(desk, arrival) is HandlingState.ASSIGNED, "who supports does not begin it"
    with seated(desk, "Ngọc"):
        (signed,) = handling.acknowledge(desk, [arrival.id])

    assert state_of(desk, arrival) is HandlingState.UNDER_WAY
    assert (signed.handed_on, signed.received_by, signed.received_on) == (TODAY, "Trịnh Bảo Ngọc", TODAY)
    assert all(one.acknowledged_at for one in work_on(desk, arrival).assignees)
    assert is_whole(desk)


def test_a_clerk_acknowledges_for_others_and_who_did_so_is_known(desk: Desk) -> None:
    arrival = directed(desk)
    lead, support = work_on(desk, arrival).assignees
    handling.acknowledge(desk, [arrival.id], day=date(2024, 12, 23), assignee=support.id)
    (signed,) = handling.acknowledge(desk, [arrival.id], day=date(2024, 12, 23))
    clerk = officer_named(desk, "Hạnh").id

    assert signed.received_on == date(2024, 12, 23)
    assert {one.acknowledged_by for one in work_on(desk, arrival).assignees} == {clerk}
    assert lead.acknowledged_at is None
    with pytest.raises(DateInFuture):
        handling.acknowledge(desk, [arrival.id], day=FRIDAY)


def test_nobody_acknowledges_what_another_was_given(desk: Desk) -> None:
    arrival = directed(desk, to(desk, "Ngọc"))
    with seated(desk, "Bách"), pytest.raises(NotPermitted):
        handling.acknowledge(desk, [arrival.id])


def test_the_receiver_by_name_signs_for_what_nobody_was_asked_about(desk: Desk) -> None:
    arrival = arrive(desk, receiver="Trịnh Bảo Ngọc")
    receiving.hand_over(desk, [arrival.id], None, TODAY)
    with seated(desk, "Ngọc"):
        (signed,) = handling.acknowledge(desk, [arrival.id])

    assert (signed.received_by, state_of(desk, arrival)) == ("Trịnh Bảo Ngọc", None)
    with pytest.raises(NotGiven):
        handling.acknowledge(desk, [arrive(desk).id])


def test_who_signed_in_the_book_of_the_clerk_has_acknowledged_it(desk: Desk) -> None:
    arrival = directed(desk)
    receiving.hand_over(desk, [arrival.id], None, TODAY)
    assert state_of(desk, arrival) is HandlingState.ASSIGNED
    (signed,) = receiving.received(desk, [arrival.id], None, TODAY)

    assert signed.received_by == "Trịnh Bảo Ngọc"
    assert state_of(desk, arrival) is HandlingState.UNDER_WAY
    assert is_whole(desk)


# --- more time ----------------------------------------------------------------------------------------------------


def test_a_deadline_is_moved_with_who_agreed_and_why_and_its_first_day_stays_known(desk: Desk) -> None:
    arrival = under_way(desk)
    later = date(2025, 1, 6)
    extended = handling.extend(desk, arrival.id, later, "Đ/c Khôi", "Chờ số liệu của các xã")
    work = work_on(desk, arrival)

    assert extended.due_on == later
    assert [(one.due_before, one.due_after, one.agreed_by) for one in work.extensions] == [(FRIDAY, later, "Đ/c Khôi")]
    assert work.first_due_on == FRIDAY
    assert is_whole(desk)


def test_a_deadline_is_moved_only_to_a_later_day_and_with_a_reason(desk: Desk) -> None:
    arrival = under_way(desk)
    with pytest.raises(NotLater):
        handling.extend(desk, arrival.id, FRIDAY, "Đ/c Khôi", "Chờ số liệu")
    with pytest.raises(ReasonMissing):
        handling.extend(desk, arrival.id, date(2025, 1, 6), "Đ/c Khôi", " ")
    with pytest.raises(NotLater):
        handling.extend(desk, arrive(desk).id, FRIDAY, "Đ/c Khôi", "Chưa có hạn")
    with seated(desk, "Ngọc"), pytest.raises(NotPermitted):
        handling.extend(desk, arrival.id, date(2025, 1, 6), "Tôi", "Bận")


def test_what_a_directive_changes_on_a_locked_page_is_a_correction(desk: Desk) -> None:
    arrival = arrive(desk)
    book = BookScope(BookKind.INCOMING, year_days(2024))
    books.print_pages(desk, books.typeset(desk, books.read_book(desk, book)))
    books.lock(desk, book, 1)
    handling.direct(desk, arrival.id, replace(to(desk, "Ngọc"), directed_by=head(desk)))
    (late,) = receiving.detail(desk, arrival.id).corrections

    assert late.after_lock
    assert late.changes == (("receiver", None, "Trịnh Bảo Ngọc"), ("due_on", None, "2024-12-27"))


# --- how it ends --------------------------------------------------------------------------------------------------


def test_its_lead_finishes_what_needs_no_reply_and_it_is_open_no_longer(desk: Desk) -> None:
    arrival = under_way(desk)
    with seated(desk, "Ngọc"):
        handling.finish(desk, [arrival.id], HandlingState.DONE, TODAY, "Đã phổ biến tại giao ban")
    work = work_on(desk, arrival)

    assert work.handling is not None
    assert (work.handling.state, work.handling.finished_on) == (HandlingState.DONE, TODAY)
    assert (work.deadline, work.proposed_due_on) == (None, None)
    assert receiving.arrivals(desk, ArrivalQuery(ArrivalView.UNDER_WAY)).rows == ()
    assert [hit.due_on for hit in finding.find(desk, Search("giao ban")).hits] == [None]
    with pytest.raises(ArrivalFinished):
        handling.submit(desk, [arrival.id], head(desk))
    assert is_whole(desk)


def test_the_clerk_finishes_many_at_once_that_were_only_to_be_known(desk: Desk) -> None:
    both = [arrive(desk).id, arrive(desk).id]
    handling.finish(desk, both, HandlingState.DONE, TODAY)

    assert receiving.counts(desk)[ArrivalView.WAITING] == 0


@pytest.mark.parametrize("state", [HandlingState.PASSED_ON, HandlingState.SENT_BACK])
def test_what_goes_elsewhere_says_where_or_why(desk: Desk, state: HandlingState) -> None:
    arrival = arrive(desk)
    with pytest.raises(ReasonMissing):
        handling.finish(desk, [arrival.id], state, TODAY)
    handling.finish(desk, [arrival.id], state, TODAY, "Phòng Nội vụ")

    assert state_of(desk, arrival) is state


def test_nothing_is_finished_tomorrow_nor_by_somebody_else(desk: Desk) -> None:
    arrival = under_way(desk)
    with pytest.raises(DateInFuture):
        handling.finish(desk, [arrival.id], HandlingState.DONE, FRIDAY)
    with seated(desk, "Bách"), pytest.raises(NotPermitted):
        handling.finish(desk, [arrival.id], HandlingState.DONE, TODAY)


def test_what_was_finished_by_mistake_goes_on_where_it_stood_and_why_is_kept(desk: Desk) -> None:
    new, begun = arrive(desk), under_way(desk)
    handling.finish(desk, [new.id, begun.id], HandlingState.DONE, TODAY)
    for one in (new, begun):
        handling.reopen(desk, one.id, "Bấm nhầm")

    assert (state_of(desk, new), state_of(desk, begun)) == (None, HandlingState.UNDER_WAY)
    (correction,) = receiving.detail(desk, begun.id).corrections
    assert (correction.changes, correction.reason) == (((HANDLING, "done", "under_way"),), "Bấm nhầm")
    with pytest.raises(ArrivalNotFinished):
        handling.reopen(desk, begun.id, "Lại")
    with pytest.raises(ReasonMissing):
        handling.reopen(desk, begun.id, "")
    assert is_whole(desk)


def test_an_issued_document_is_named_as_the_answer_and_both_are_told(desk: Desk) -> None:
    arrival = under_way(desk)
    (answer,) = issued(desk, [signed_off(desk)])
    with seated(desk, "Ngọc"):
        answered = handling.finish_with(desk, arrival.id, answer.line.id)

    assert answered.answer == answer.line.reference
    assert state_of(desk, arrival) is HandlingState.ANSWERED
    assert [one.reference for one in work_on(desk, arrival).answers] == [answer.line.reference]
    assert [one.record for one in outgoing.detail(desk, answer.line.id).links] == [arrival.id]
    assert is_whole(desk)


def test_a_void_line_answers_nothing(desk: Desk) -> None:
    arrival = under_way(desk)
    (answer,) = issued(desk, [signed_off(desk)])
    outgoing.void(desk, answer.line.id, answer.line.version, "In sai")
    with pytest.raises(LineEnded):
        handling.finish_with(desk, arrival.id, answer.line.id)


def test_an_answered_arrival_is_opened_again_without_its_answer(desk: Desk) -> None:
    arrival = under_way(desk)
    (answer,) = issued(desk, [signed_off(desk)])
    handling.finish_with(desk, arrival.id, answer.line.id)
    opened = handling.reopen(desk, arrival.id, "Trả lời chưa đủ")

    assert (opened.answer, state_of(desk, arrival)) == (None, HandlingState.UNDER_WAY)
    assert is_whole(desk)


# --- secrets and void lines ---------------------------------------------------------------------------------------


def test_nothing_is_kept_of_the_work_on_a_secret(store_desk: Desk) -> None:
    office.found_sample(store_desk)
    office.set_office_setting(store_desk, SECRET_ARRIVALS, "12-QĐ/BTGHU")
    sit(store_desk, "Hạnh")
    secret = arrive(store_desk, secrecy="MẬT", subject=None)

    assert work_on(store_desk, secret).steps == frozenset()
    for act in acts_on(store_desk, secret.id):
        with pytest.raises(ArrivalSecret):
            act()
    assert work_in_hand.open_counts(store_desk) == OpenCounts(to_hand_over=1)
    receiving.hand_over(store_desk, [secret.id], "Trần Minh Khôi", TODAY)
    assert work_in_hand.open_counts(store_desk) == OpenCounts()


def acts_on(desk: Desk, arrival: UUID) -> list[Callable[[], object]]:
    """Every act that a clerk may do on an arrival."""
    paper = replace(to(desk, "Ngọc"), directed_by=head(desk))
    return [
        lambda: handling.submit(desk, [arrival], head(desk)),
        lambda: handling.take_back(desk, [arrival]),
        lambda: handling.direct(desk, arrival, paper),
        lambda: handling.acknowledge(desk, [arrival]),
        lambda: handling.extend(desk, arrival, date(2025, 2, 3), "Đ/c Khôi", "Chờ"),
        lambda: handling.finish(desk, [arrival], HandlingState.DONE, TODAY),
        lambda: handling.reopen(desk, arrival, "Nhầm"),
    ]


def test_where_an_arrival_turns_out_to_be_secret_the_work_on_it_is_erased(desk: Desk) -> None:
    arrival = under_way(desk)
    extended = handling.extend(desk, arrival.id, date(2025, 1, 6), "Đ/c Khôi", "Chờ số liệu")
    receiving.amend(desk, extended, replace(entry_of(extended), secrecy="MẬT"))
    work = work_on(desk, arrival)

    assert (work.handling, work.assignees, work.former, work.extensions) == (None, (), (), ())
    assert "tham mưu" not in repr(receiving.detail(desk, arrival.id))
    assert not finding.find(desk, Search("tham muu")).hits
    assert is_whole(desk)


def test_a_void_line_is_worked_no_longer(desk: Desk) -> None:
    arrival = under_way(desk)
    receiving.void(desk, arrival.id, "Vào sổ hai lần")

    assert work_on(desk, arrival).steps == frozenset()
    assert work_in_hand.open_counts(desk).all_soon == 0
    with pytest.raises(ArrivalIsVoid):
        handling.finish(desk, [arrival.id], HandlingState.DONE, TODAY)


# --- what is offered ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Hạnh", "Khôi", "Ngọc", "Bách"])
def test_the_steps_that_are_offered_are_those_that_are_not_refused(desk: Desk, name: str) -> None:
    for stage, made in STAGES.items():
        for step, act in STEPS.items():
            sit(desk, "Hạnh")
            arrival = made(desk)
            sit(desk, name)
            offered = step in work_on(desk, arrival).steps
            assert offered is _is_done(desk, act, arrival.id), f"{name}: {step} of one that is {stage}"


def submitted(desk: Desk) -> IncomingDocument:
    """A letter before the head."""
    return handling.submit(desk, [arrive(desk).id], head(desk))[0]


def done(desk: Desk) -> IncomingDocument:
    """A letter that needed no reply."""
    return handling.finish(desk, [arrive(desk).id], HandlingState.DONE, TODAY)[0]


STAGES: dict[str, Callable[[Desk], IncomingDocument]] = {
    "new": arrive,
    "before the head": submitted,
    "directed": directed,
    "under way": under_way,
    "done": done,
}


def _is_done(desk: Desk, act: Act, arrival: UUID) -> bool:
    try:
        act(desk, arrival)
    except DeskError:
        return False
    return True


STEPS: dict[WorkStep, Act] = {
    WorkStep.SUBMIT: lambda desk, at: handling.submit(desk, [at], head(desk)),
    WorkStep.TAKE_BACK: lambda desk, at: handling.take_back(desk, [at]),
    WorkStep.DIRECT: lambda desk, at: handling.direct(desk, at, to(desk, "Ngọc")),
    WorkStep.SET_DOWN: lambda desk, at: handling.direct(desk, at, replace(to(desk, "Ngọc"), directed_by=head(desk))),
    WorkStep.EXTEND: lambda desk, at: handling.extend(desk, at, date(2025, 2, 3), "Đ/c Khôi", "Chờ"),
    WorkStep.FINISH: lambda desk, at: handling.finish(desk, [at], HandlingState.DONE, TODAY),
    WorkStep.REOPEN: lambda desk, at: handling.reopen(desk, at, "Nhầm"),
}


def test_whoever_was_given_it_acknowledges_it_once_and_the_clerk_for_him(desk: Desk) -> None:
    arrival = directed(desk)

    def may(name: str) -> bool:
        with seated(desk, name):
            return WorkStep.ACKNOWLEDGE in work_on(desk, arrival).steps

    assert [may(name) for name in ("Ngọc", "Bách", "Hạnh", "Khôi")] == [True, True, True, False]
    with seated(desk, "Ngọc"):
        handling.acknowledge(desk, [arrival.id])
    assert [may(name) for name in ("Ngọc", "Bách", "Hạnh")] == [False, True, True]


def test_a_deadline_is_proposed_by_workdays_from_the_day_it_came(desk: Desk) -> None:
    assert work_on(desk, arrive(desk)).proposed_due_on == date(2024, 12, 31)
    assert work_on(desk, arrive(desk, urgency="HỎA TỐC")).proposed_due_on == TODAY
    late = arrive(desk, arrived_on=date(2024, 12, 2))
    assert work_on(desk, late).proposed_due_on == TODAY, "no day that is over is proposed"


# --- the lists ----------------------------------------------------------------------------------------------------


def listed(desk: Desk, view: ArrivalView) -> list[int]:
    """The numbers that a list shows, read by pages of two."""
    shown: list[IncomingDocument] = []
    while True:
        after = shown[-1].id if shown else None
        page = receiving.arrivals(desk, ArrivalQuery(view, after=after, limit=2))
        shown += [row.arrival for row in page.rows]
        if not page.has_more:
            return [one.arrival_number for one in shown]


def test_each_list_shows_where_arrivals_wait(desk: Desk) -> None:
    arrive(desk)
    submitted(desk)
    for due_on in (date(2024, 12, 31), date(2024, 12, 23), FRIDAY, FRIDAY):
        directed(desk, to(desk, "Ngọc", "Bách", due_on=due_on))
    under_way(desk)
    done(desk)
    with seated(desk, "Bách"):
        mine = listed(desk, ArrivalView.MINE)

    assert listed(desk, ArrivalView.WAITING) == [6, 5, 4, 3, 2, 1]
    assert listed(desk, ArrivalView.SUBMITTED) == [2]
    assert listed(desk, ArrivalView.UNASSIGNED) == [2, 1]
    assert listed(desk, ArrivalView.UNDER_WAY) == [7, 6, 5, 4, 3]
    assert mine == [7, 6, 5, 4, 3]
    assert listed(desk, ArrivalView.MINE) == []
    assert listed(desk, ArrivalView.OVERDUE) == [4]
    assert listed(desk, ArrivalView.DUE_SOON) == [5, 6, 7]


# --- what waits ---------------------------------------------------------------------------------------------------


def test_each_is_told_how_much_waits_for_him(desk: Desk, clock: TickingClock) -> None:
    arrive(desk)
    submitted = arrive(desk)
    handling.submit(desk, [submitted.id], head(desk))
    directed(desk)
    assert work_in_hand.open_counts(desk) == OpenCounts(to_submit=1, to_hand_over=1, all_soon=1)
    with seated(desk, "Khôi"):
        assert work_in_hand.open_counts(desk) == OpenCounts(to_direct=1, all_soon=1)
    with seated(desk, "Ngọc"):
        assert work_in_hand.open_counts(desk) == OpenCounts(mine=1, not_acknowledged=1, soon=1)
    clock.moment += timedelta(days=9)
    with seated(desk, "Bách"):
        assert work_in_hand.open_counts(desk) == OpenCounts(mine=1, not_acknowledged=1, late=1)


def test_an_officer_is_reminded_of_the_most_urgent_first_and_of_each_once(desk: Desk, clock: TickingClock) -> None:
    late = directed(desk, due_on=FRIDAY)
    soon = directed(desk, to(desk, "Ngọc", due_on=date(2025, 1, 7)))
    far = directed(desk, to(desk, "Ngọc", due_on=date(2025, 3, 3)))
    new, urgent = arrive(desk), arrive(desk, urgency="KHẨN")
    clock.moment += timedelta(days=10)

    def told(name: str) -> list[tuple[IncomingDocument, ReminderKind, DeadlineState | None]]:
        with seated(desk, name):
            return [
                (one.arrival, one.kind, one.deadline.state if one.deadline else None)
                for one in work_in_hand.reminders(desk)
            ]

    assert told("Ngọc") == [
        (late, ReminderKind.ACKNOWLEDGE, DeadlineState.LATE),
        (soon, ReminderKind.ACKNOWLEDGE, DeadlineState.SOON),
        (far, ReminderKind.ACKNOWLEDGE, DeadlineState.LATER),
    ]
    assert told("Khôi") == [
        (late, ReminderKind.FOLLOW, DeadlineState.LATE),
        (soon, ReminderKind.FOLLOW, DeadlineState.SOON),
    ]
    assert told("Hạnh") == [
        (late, ReminderKind.HAND_OVER, DeadlineState.LATE),
        (soon, ReminderKind.HAND_OVER, DeadlineState.SOON),
        (urgent, ReminderKind.SUBMIT, None),
        (far, ReminderKind.HAND_OVER, DeadlineState.LATER),
        (new, ReminderKind.SUBMIT, None),
    ]


def test_heads_and_those_who_may_be_given_an_arrival_are_those_of_today(desk: Desk) -> None:
    assert {one.name for one in work_in_hand.heads(desk)} == {"Trần Minh Khôi", "Đỗ Khánh Linh"}
    assert {"Trịnh Bảo Ngọc", "Lương Gia Bách", "Vũ Thị Hạnh"} <= {one.name for one in work_in_hand.handlers(desk)}
