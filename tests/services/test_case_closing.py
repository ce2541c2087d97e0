"""Closing case files: what is missing is named, what is closed is counted, what was closed opens again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.case_office import ANSWERED, IN_WORK, MINUTES, YEAR, CaseOffice, a_case_office, incoming, outgoing
from support.papers_out import signed_off
from support.seats import seated, sit
from support.stores import TickingClock

from vpdesk.domain.case_closing import ClosingSheet, Gap
from vpdesk.domain.case_files import CaseFile, CaseState, PaperKind, Retention
from vpdesk.domain.case_views import CaseCounts, CaseEntry, NewPaper
from vpdesk.domain.errors import CaseFileInState, CaseNotReady, DateInFuture, NotPermitted, ReasonMissing
from vpdesk.services import case_closing, case_contents, case_files
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store

GOOD = ClosingSheet("Tài liệu đầy đủ, còn tốt", 1)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, where its clerk sits."""
    found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


@pytest.fixture
def office(desk: Desk) -> CaseOffice:
    """The office with a year's list."""
    return a_case_office(desk)


def gaps(desk: Desk, case_file: CaseFile) -> list[Gap]:
    """What is missing for closing a file."""
    return [lack.gap for lack in case_closing.checklist(desk, case_file.id).lacks]


def test_everything_that_is_missing_is_named_with_the_documents_it_concerns(desk: Desk, office: CaseOffice) -> None:
    with seated(desk, "Ngọc"):
        draft = signed_off(desk)
        papers = [NewPaper(PaperKind.DRAFT, draft.id), incoming(IN_WORK), outgoing(office.lines[1], 2)]
        case_contents.put_in(desk, papers, [office.anniversaries.id])
        checked = case_closing.checklist(desk, office.anniversaries.id)
        by_gap = {lack.gap: set(lack.papers) for lack in checked.lacks}
        shown = {one.kind: one.paper.id for one in case_files.file(desk, office.anniversaries.id).papers}

    assert by_gap == {
        Gap.DRAFTS: {shown[PaperKind.DRAFT]},
        Gap.OPEN_ARRIVALS: {shown[PaperKind.INCOMING]},
        Gap.SHEETS: {shown[PaperKind.DRAFT], shown[PaperKind.INCOMING]},
        Gap.CONTENTS: set(),
        Gap.CLOSING_SHEET: set(),
    }
    with pytest.raises(CaseNotReady) as refused:
        case_closing.close(desk, office.anniversaries.id, GOOD)
    assert refused.value.gaps == (Gap.DRAFTS, Gap.OPEN_ARRIVALS, Gap.SHEETS)


@pytest.mark.parametrize(
    ("retention", "missing"),
    [
        (None, [Gap.NO_TERM, Gap.CLOSING_SHEET]),
        (Retention(4), [Gap.CLOSING_SHEET]),
        (Retention(5), [Gap.SHEETS, Gap.CLOSING_SHEET]),
        (Retention(20), [Gap.SHEETS, Gap.CLOSING_SHEET]),
        (Retention(), [Gap.SHEETS, Gap.CONTENTS, Gap.CLOSING_SHEET]),
    ],
    ids=["unsaid", "4 years", "5 years", "20 years", "for ever"],
)
def test_what_closing_asks_depends_on_the_term(
    desk: Desk, office: CaseOffice, retention: Retention | None, missing: list[Gap]
) -> None:
    begun = case_files.begin_file(desk, YEAR, CaseEntry("Việc phát sinh", retention=retention))
    assert Gap.EMPTY in gaps(desk, begun)
    case_contents.put_in(desk, [outgoing(office.lines[1])], [begun.id])

    assert gaps(desk, begun) == missing


def test_a_closed_file_says_what_lies_in_it_and_stays_as_it_is(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [outgoing(office.lines[1], 2), incoming(ANSWERED, 4), MINUTES], [office.surveys.id])
    closed = case_closing.close(desk, office.surveys.id, GOOD)

    assert (closed.state, closed.closed_on, closed.closed_by) == (
        CaseState.CLOSED,
        date(2024, 12, 24),
        desk.seat.officer,
    )
    assert (closed.first_day, closed.last_day, closed.sheets) == (date(2024, 12, 18), date(2024, 12, 21), 9)
    assert (closed.condition, closed.list_sheets) == ("Tài liệu đầy đủ, còn tốt", 1)
    (first, *_) = case_files.file(desk, office.surveys.id).papers
    for act in (
        lambda: case_contents.put_in(desk, [MINUTES], [office.surveys.id]),
        lambda: case_contents.take_out(desk, [first.paper.id]),
        lambda: case_contents.count_sheets(desk, office.surveys.id, {}),
        lambda: case_closing.close(desk, office.surveys.id, GOOD),
        lambda: case_closing.set_aside(desk, office.surveys.id),
    ):
        with pytest.raises(CaseFileInState):
            act()
    renamed = case_files.amend(desk, closed, CaseEntry("Tên chỉnh lại", closed.heading, closed.retention))
    assert renamed.state is CaseState.CLOSED
    assert verify_store(desk).fault is None


def test_a_closed_file_takes_no_term_that_asks_for_more_than_it_has(desk: Desk, office: CaseOffice) -> None:
    begun = case_files.begin_file(desk, YEAR, CaseEntry("Việc phát sinh", retention=Retention(2)))
    case_contents.put_in(desk, [outgoing(office.lines[1])], [begun.id])
    closed = case_closing.close(desk, begun.id, ClosingSheet("còn tốt"))
    with pytest.raises(CaseNotReady) as refused:
        case_files.amend(desk, closed, CaseEntry(closed.title, retention=Retention()))
    assert refused.value.gaps == (Gap.SHEETS, Gap.CONTENTS)
    assert case_files.amend(desk, closed, CaseEntry(closed.title, retention=Retention(3))).retention == Retention(3)


def test_the_closing_sheet_can_be_set_down_before(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [outgoing(office.lines[1], 2)], [office.surveys.id])
    with pytest.raises(ReasonMissing):
        case_closing.put_sheet(desk, office.surveys.id, ClosingSheet(" "))
    described = case_closing.put_sheet(desk, office.surveys.id, replace(GOOD, doubled_sheets=" 03, 03a "))
    assert described.doubled_sheets == "03, 03a"
    assert gaps(desk, described) == []
    with pytest.raises(DateInFuture):
        case_closing.close(desk, office.surveys.id, on=date(2024, 12, 25))
    assert case_closing.close(desk, office.surveys.id, on=date(2024, 12, 23)).closed_on == date(2024, 12, 23)


def test_a_file_is_set_aside_where_something_is_missing(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [incoming(IN_WORK)], [office.surveys.id])
    assert case_closing.set_aside(desk, office.surveys.id).state is CaseState.SET_ASIDE
    assert [row.case_file.id for row in case_closing.files_to_close(desk)] == [office.surveys.id]
    case_contents.put_in(desk, [MINUTES], [office.surveys.id])
    assert case_closing.reopen(desk, office.surveys.id).state is CaseState.OPEN


def test_a_closed_file_opens_again_for_a_reason_that_stays_on_record(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [outgoing(office.lines[1], 2)], [office.surveys.id])
    case_closing.close(desk, office.surveys.id, GOOD)
    with pytest.raises(ReasonMissing):
        case_closing.reopen(desk, office.surveys.id, " ")
    opened = case_closing.reopen(desk, office.surveys.id, "còn văn bản chưa đưa vào")
    (correction,) = case_files.file(desk, office.surveys.id).corrections

    assert (opened.state, opened.closed_on, opened.sheets, opened.condition) == (
        CaseState.OPEN,
        None,
        None,
        GOOD.condition,
    )
    assert (correction.reason, correction.changes) == ("còn văn bản chưa đưa vào", (("state", "closed", "open"),))
    case_contents.put_in(desk, [incoming(ANSWERED, 4)], [office.surveys.id])
    assert case_closing.close(desk, office.surveys.id).sheets == 6


def test_files_of_a_year_that_is_over_wait_to_be_closed(desk: Desk, office: CaseOffice, clock: TickingClock) -> None:
    case_files.open_file(desk, office.surveys.id)
    case_files.open_file(desk, office.anniversaries.id)
    assert case_closing.files_to_close(desk) == ()
    clock.moment += timedelta(days=10)

    assert [row.case_file.symbol for row in case_closing.files_to_close(desk)] == ["01.TT", "02.TT"]
    assert case_files.counts(desk) == CaseCounts(open=2, to_close=2, due=0)
    with seated(desk, "Ngọc"):
        assert [row.case_file.symbol for row in case_closing.files_to_close(desk)] == ["01.TT"]
    with seated(desk, "Khôi"), pytest.raises(NotPermitted):
        case_closing.set_aside(desk, office.anniversaries.id)
