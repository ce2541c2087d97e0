"""Case files handed over to the archive: due, planned, handed over, received, taken back; a whole year's journey."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from support.case_office import ANSWERED, MINUTES, YEAR, CaseOffice, a_case_office, incoming, outgoing
from support.seats import officer_named, seated, sit
from support.stores import TickingClock

from vpdesk.domain.case_closing import ClosingSheet
from vpdesk.domain.case_files import PERMANENT, CaseFile, CaseState, Retention
from vpdesk.domain.case_forms import CaseAsk, CaseForm
from vpdesk.domain.case_handing import HandoverEntry, Hindrance
from vpdesk.domain.case_views import CaseEntry, CaseQuery
from vpdesk.domain.errors import (
    ArchiveMissing,
    CaseFileInState,
    DateInFuture,
    HandoverOnPaper,
    NoSuchRecord,
    NotForArchive,
    NotPermitted,
    ReasonMissing,
)
from vpdesk.services import case_closing, case_contents, case_files, case_handovers, case_lists, case_prints
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store

GOOD = ClosingSheet("Tài liệu đầy đủ, còn tốt", 1)
ARCHIVE = "Văn phòng Huyện ủy"
TODAY = date(2024, 12, 24)


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


def closed(desk: Desk, office: CaseOffice, retention: Retention, *copies: int) -> CaseFile:
    """A file beside the list, with two documents, closed; those of these places are copies."""
    begun = case_files.begin_file(desk, YEAR, CaseEntry("Việc phát sinh", office.training.id, retention))
    put = case_contents.put_in(desk, [outgoing(office.lines[1], 2), incoming(ANSWERED, 4)], [begun.id])
    for place in copies:
        case_contents.amend_paper(desk, replace(put.added[place], is_original=False))
    return case_closing.close(desk, begun.id, GOOD)


def handing(*files: CaseFile) -> HandoverEntry:
    """What is said of handing these files over."""
    return HandoverEntry(tuple(one.id for one in files), TODAY, ARCHIVE, "Vũ Thị Hạnh")


def at(clock: TickingClock, day: date) -> None:
    """Let it be another day."""
    clock.moment = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "is_soon", "is_late"),
    [
        (date(2025, 11, 30), False, False),
        (date(2025, 12, 1), True, False),
        (date(2025, 12, 31), True, False),
        (date(2026, 1, 1), False, True),
    ],
    ids=str,
)
def test_the_archive_must_have_a_file_a_year_after_that_of_its_work_and_one_is_told_30_days_ahead(
    desk: Desk, office: CaseOffice, clock: TickingClock, day: date, *, is_soon: bool, is_late: bool
) -> None:
    long, _short = closed(desk, office, Retention(5)), closed(desk, office, Retention(4))
    at(clock, day)
    (due,) = case_handovers.due_for_handover(desk)

    assert due.row.case_file.id == long.id
    assert (due.due_on, due.is_soon, due.is_late) == (date(2025, 12, 31), is_soon, is_late)
    assert case_files.counts(desk).due == (is_soon or is_late)
    assert case_files.file(desk, long.id).due_on == date(2025, 12, 31)


def test_what_does_not_go_is_told_with_its_reason_and_copies_are_counted(desk: Desk, office: CaseOffice) -> None:
    going, copied = closed(desk, office, PERMANENT), closed(desk, office, Retention(20), 1)
    short, only_copies = closed(desk, office, Retention(2)), closed(desk, office, PERMANENT, 0, 1)
    chosen = [one.id for one in (going, copied, short, only_copies, office.surveys)]
    plan = case_handovers.plan(desk, chosen)

    assert plan.files == (going, copied)
    assert plan.sheets == 12
    assert [(one.case_file.id, one.copies) for one in plan.with_copies] == [(copied.id, 1)]
    assert [(one.case_file.id, one.hindrance) for one in plan.refused] == [
        (short.id, Hindrance.SHORT_TERM),
        (only_copies.id, Hindrance.NO_ORIGINALS),
        (office.surveys.id, Hindrance.NOT_CLOSED),
    ]
    with pytest.raises(NotForArchive) as refused:
        case_handovers.hand_over(desk, handing(going, short))
    assert refused.value.symbols == (short.symbol,)
    with pytest.raises(NotForArchive):
        case_handovers.hand_over(desk, handing())
    assert case_handovers.handovers(desk) == ()


def test_what_the_archive_has_stays_as_it_is(desk: Desk, office: CaseOffice) -> None:
    file = closed(desk, office, PERMANENT)
    handed = case_handovers.hand_over(desk, handing(file))
    (detail,) = case_handovers.handovers(desk)

    assert (detail.handover, [one.id for one in detail.files]) == (handed, [file.id])
    assert detail == case_handovers.handover(desk, handed.id)
    assert detail.files[0].state is CaseState.HANDED_OVER
    assert case_handovers.due_for_handover(desk) == ()
    for act in (
        lambda: case_closing.reopen(desk, file.id, "nhầm"),
        lambda: case_files.amend(desk, detail.files[0], CaseEntry("Tên khác")),
        lambda: case_files.give_to(desk, [file.id], officer_named(desk, "Bách").id),
    ):
        with pytest.raises(CaseFileInState):
            act()
    assert case_handovers.plan(desk, [file.id]).refused[0].hindrance is Hindrance.HANDED_OVER
    assert verify_store(desk).fault is None


def test_a_handover_is_undone_until_it_stands_on_paper_or_was_received(desk: Desk, office: CaseOffice) -> None:
    file = closed(desk, office, PERMANENT)
    handed = case_handovers.hand_over(desk, handing(file))
    assert case_handovers.take_back(desk, handed.id) == handed
    assert case_files.file(desk, file.id).row.case_file.state is CaseState.CLOSED
    with pytest.raises(NoSuchRecord):
        case_handovers.handover(desk, handed.id)
    printed = case_handovers.hand_over(desk, handing(file))
    case_prints.printed(desk, CaseAsk(CaseForm.HANDOVER_SET, record=printed.id))
    with pytest.raises(HandoverOnPaper):
        case_handovers.take_back(desk, printed.id)
    other = closed(desk, office, Retention(20))
    received = case_handovers.hand_over(desk, handing(other))
    with pytest.raises(ReasonMissing):
        case_handovers.receive(desk, received.id, " ")
    assert case_handovers.receive(desk, received.id, "Nguyễn Thu Hà").received_by == "Nguyễn Thu Hà"
    with pytest.raises(HandoverOnPaper):
        case_handovers.take_back(desk, received.id)
    assert verify_store(desk).fault is None


def test_a_handover_names_the_archive_who_gives_and_a_day_that_was(desk: Desk, office: CaseOffice) -> None:
    entry = handing(closed(desk, office, PERMANENT))
    for wrong in (replace(entry, archive=" "), replace(entry, given_by="")):
        with pytest.raises(ArchiveMissing):
            case_handovers.hand_over(desk, wrong)
    with pytest.raises(DateInFuture):
        case_handovers.hand_over(desk, replace(entry, made_on=date(2024, 12, 25)))


def test_heads_read_what_was_handed_over_and_drafters_do_not(desk: Desk, office: CaseOffice) -> None:
    handed = case_handovers.hand_over(desk, handing(closed(desk, office, PERMANENT)))
    with seated(desk, "Khôi"):
        assert case_handovers.handover(desk, handed.id).handover == handed
        with pytest.raises(NotPermitted):
            case_handovers.plan(desk, [])
    with seated(desk, "Bách"), pytest.raises(NotPermitted):
        case_handovers.handovers(desk)


def test_a_years_files_are_closed_listed_and_handed_over(desk: Desk, office: CaseOffice, clock: TickingClock) -> None:
    case_lists.approve(desk, YEAR, "Trần Minh Khôi", date(2024, 1, 5))
    with seated(desk, "Ngọc"):
        case_contents.put_in(desk, [outgoing(office.plan, 6), incoming(ANSWERED, 4)], [office.anniversaries.id])
    case_contents.put_in(desk, [outgoing(office.lines[1], 2), MINUTES], [office.surveys.id, office.classes.id])
    at(clock, date(2025, 1, 6))
    assert {row.case_file.symbol for row in case_closing.files_to_close(desk)} == {"01.TT", "02.TT", "01.LLCT"}

    classes = case_files.file(desk, office.classes.id).row.case_file
    entry = CaseEntry(classes.title, classes.heading, Retention(2), classes.keeper)
    case_files.amend(desk, classes, entry, "theo bảng thời hạn")
    for file in (office.anniversaries, office.surveys, office.classes):
        case_closing.close(desk, file.id, case_prints.proposed_sheet(desk, file.id))
    assert case_closing.files_to_close(desk) == ()

    chosen = [row.case_file.id for row in case_files.files(desk, CaseQuery(states=frozenset({CaseState.CLOSED})))]
    plan = case_handovers.plan(desk, chosen)
    assert [(one.case_file.symbol, one.hindrance) for one in plan.refused] == [("01.LLCT", Hindrance.SHORT_TERM)]
    at(clock, date(2025, 12, 10))
    assert case_files.counts(desk).due == 2
    handed = case_handovers.hand_over(
        desk, HandoverEntry(tuple(one.id for one in plan.files), date(2025, 12, 10), ARCHIVE, "Vũ Thị Hạnh")
    )
    pages = case_prints.typeset(desk, CaseAsk(CaseForm.HANDOVER_SET, record=handed.id)).pages
    case_prints.printed(desk, CaseAsk(CaseForm.HANDOVER_SET, record=handed.id))
    case_handovers.receive(desk, handed.id, "Nguyễn Thu Hà")

    assert len(pages) == 4, "the minutes and the list, for either side"
    assert case_files.counts(desk).due == 0
    states = {row.case_file.symbol: row.case_file.state for row in case_files.files(desk, CaseQuery(year=YEAR))}
    assert states == {
        "01.TT": CaseState.HANDED_OVER,
        "02.TT": CaseState.HANDED_OVER,
        "01.LLCT": CaseState.CLOSED,
    }
    assert verify_store(desk).fault is None
