"""Case files: opened, filled from the registers, changed with their history, found; whose they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from support.case_office import ANSWERED, IN_WORK, MINUTES, SECRET, VOID, YEAR, CaseOffice, a_case_office, incoming
from support.case_office import outgoing as sent
from support.papers_out import issued, signed_off
from support.seats import officer_named, seated, sit

from vpdesk.domain.case_files import PERMANENT, CaseState, PaperKind, Retention
from vpdesk.domain.case_views import CaseEntry, CaseQuery, NewPaper, ShownPaper
from vpdesk.domain.errors import (
    CaseFileInState,
    CaseListApproved,
    NoSuchRecord,
    NotPermitted,
    StaleEdit,
    TitleMissing,
)
from vpdesk.domain.finding import FoundKind
from vpdesk.domain.search_query import Search
from vpdesk.services import case_contents, case_files, case_lists, case_terms, finding
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store


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


def papers(desk: Desk, case_file: UUID) -> tuple[ShownPaper, ...]:
    """What lies in a file, in order."""
    return case_files.file(desk, case_file).papers


def references(desk: Desk, case_file: UUID) -> list[str | None]:
    """The references of what lies in a file, in order."""
    return [one.reference for one in papers(desk, case_file)]


# --- opened, changed ------------------------------------------------------------------------------------------------


def test_who_opens_a_file_that_nobody_keeps_becomes_its_keeper(desk: Desk, office: CaseOffice) -> None:
    with seated(desk, "Bách") as drafter:
        opened = case_files.open_file(desk, office.surveys.id)
        with pytest.raises(CaseFileInState):
            case_files.open_file(desk, office.surveys.id)

    assert (opened.state, opened.keeper, opened.opened_on) == (CaseState.OPEN, drafter.id, date(2024, 12, 24))
    assert case_files.open_file(desk, office.anniversaries.id).keeper == officer_named(desk, "Ngọc").id


def test_a_file_that_is_not_listed_is_opened_on_ones_own(desk: Desk, office: CaseOffice) -> None:
    case_lists.approve(desk, YEAR, "Trần Minh Khôi", date(2024, 1, 5))
    with seated(desk, "Bách") as drafter:
        opened = case_files.begin_file(desk, YEAR, CaseEntry(" Sơ kết   phong trào ", office.propaganda.id))
        with pytest.raises(NotPermitted):
            case_files.begin_file(desk, YEAR, CaseEntry("Của người khác", keeper=officer_named(desk, "Ngọc").id))
        with pytest.raises(TitleMissing):
            case_files.begin_file(desk, YEAR, CaseEntry(" "))
        with pytest.raises(NoSuchRecord):
            case_files.begin_file(desk, YEAR + 1, CaseEntry("Năm khác", office.propaganda.id))

    assert (opened.symbol, opened.title, opened.keeper) == ("03.TT", "Sơ kết phong trào", drafter.id)
    assert (opened.state, opened.is_listed) == (CaseState.OPEN, False)


def test_what_is_changed_of_a_file_stays_on_record(desk: Desk, office: CaseOffice) -> None:
    before = office.surveys
    entry = CaseEntry("Dư luận xã hội", before.heading, PERMANENT, officer_named(desk, "Bách").id, "theo dõi quý")
    after = case_files.amend(desk, before, entry, "mở rộng phạm vi")
    (correction,) = case_files.file(desk, before.id).corrections

    assert (after.title, after.retention, after.symbol) == ("Dư luận xã hội", PERMANENT, before.symbol)
    assert correction.reason == "mở rộng phạm vi"
    assert correction.changes == (
        ("title", before.title, "Dư luận xã hội"),
        ("retention", "10", "permanent"),
        ("keeper", None, "Lương Gia Bách"),
        ("notes", None, "theo dõi quý"),
    )
    assert case_files.amend(desk, after, entry) == after, "nothing else is said, so nothing is kept"
    with pytest.raises(StaleEdit):
        case_files.amend(desk, before, entry)
    assert verify_store(desk).fault is None


def test_under_another_heading_a_file_has_another_symbol_unless_the_list_is_approved(
    desk: Desk, office: CaseOffice
) -> None:
    entry = CaseEntry(office.surveys.title, office.training.id, office.surveys.retention)
    moved = case_files.amend(desk, office.surveys, entry)
    assert moved.symbol == "02.LLCT"
    case_lists.approve(desk, YEAR, "Trần Minh Khôi", date(2024, 1, 5))
    with pytest.raises(CaseListApproved):
        case_files.amend(desk, moved, replace(entry, heading=office.propaganda.id))
    assert case_files.amend(desk, moved, replace(entry, title="Tên mới")).title == "Tên mới"


def test_who_leaves_hands_all_his_files_on(desk: Desk, office: CaseOffice) -> None:
    bach = officer_named(desk, "Bách")
    with seated(desk, "Ngọc"):
        own = [row.case_file.id for row in case_files.files(desk) if row.case_file.keeper == desk.seat.officer]
        given = case_files.give_to(desk, own, bach.id)
        assert [one.keeper for one in given] == [bach.id]
        with pytest.raises(NotPermitted):
            case_files.file(desk, office.anniversaries.id)


# --- whose they are -------------------------------------------------------------------------------------------------


def test_officers_see_their_own_files_the_clerk_keeps_all_and_heads_read_all(desk: Desk, office: CaseOffice) -> None:
    every = {office.anniversaries.id, office.surveys.id, office.classes.id}
    assert {row.case_file.id for row in case_files.files(desk)} == every
    assert all(row.may_keep for row in case_files.files(desk))
    with seated(desk, "Khôi"):
        assert {row.case_file.id: row.may_keep for row in case_files.files(desk)} == {
            office.anniversaries.id: False,
            office.surveys.id: True,
            office.classes.id: False,
        }
        case_files.file(desk, office.classes.id)
        with pytest.raises(NotPermitted):
            case_contents.put_in(desk, [MINUTES], [office.classes.id])
    with seated(desk, "Ngọc"):
        assert {row.case_file.id for row in case_files.files(desk)} == {office.anniversaries.id, office.surveys.id}
        with pytest.raises(NotPermitted):
            case_files.file(desk, office.classes.id)


def test_files_are_asked_for_by_year_state_heading_keeper_and_words(desk: Desk, office: CaseOffice) -> None:
    case_files.open_file(desk, office.surveys.id)
    case_lists.copy_list(desk, 2025)

    def found(query: CaseQuery) -> list[tuple[int, str]]:
        return [(row.case_file.year, row.case_file.symbol) for row in case_files.files(desk, query)]

    assert found(CaseQuery(year=YEAR)) == [(2024, "01.TT"), (2024, "02.TT"), (2024, "01.LLCT")]
    assert found(CaseQuery(words="dư LUẬN xã")) == [(2025, "02.TT"), (2024, "02.TT")]
    assert found(CaseQuery(words="01.llct", year=YEAR)) == [(2024, "01.LLCT")]
    assert found(CaseQuery(states=frozenset({CaseState.OPEN}))) == [(2024, "02.TT")]
    assert found(CaseQuery(heading=office.training.id)) == [(2024, "01.LLCT")]
    assert len(found(CaseQuery(keeper=officer_named(desk, "Ngọc").id))) == 2


# --- what lies in them ----------------------------------------------------------------------------------------------


def test_documents_of_both_registers_lie_in_a_file_in_the_order_of_their_days(desk: Desk, office: CaseOffice) -> None:
    put = case_contents.put_in(
        desk, [sent(office.lines[1]), sent(office.lines[5]), incoming(ANSWERED), MINUTES], [office.surveys.id]
    )
    detail = case_files.file(desk, office.surveys.id)

    assert len(put.added) == 4
    assert references(desk, office.surveys.id) == ["1450-CV/BTGTU", "05-CV/BTGHU", "01-CV/BTGHU", "Biên bản số 2"]
    assert (detail.row.case_file.state, detail.row.papers) == (CaseState.OPEN, 4)
    arrival, _, line, minutes = detail.papers
    assert (arrival.author, arrival.type_name, arrival.day) == (
        "Ban Tuyên giáo Thành ủy",
        "Công văn",
        date(2024, 12, 18),
    )
    assert (line.author, line.subject) == ("Ban Tuyên giáo Huyện ủy", "đẩy mạnh công tác tuyên truyền")
    assert (minutes.kind, minutes.type_name) == (PaperKind.OTHER, "Biên bản")
    assert verify_store(desk).fault is None


def test_a_document_lies_in_many_files_and_in_none_twice(desk: Desk, office: CaseOffice) -> None:
    line = sent(office.lines[1])
    case_contents.put_in(desk, [line], [office.surveys.id])
    put = case_contents.put_in(desk, [line, line, incoming(ANSWERED)], [office.surveys.id, office.classes.id])

    assert [(one.symbol, one.reference) for one in put.already] == [
        ("02.TT", "01-CV/BTGHU"),
        ("02.TT", "01-CV/BTGHU"),
        ("01.LLCT", "01-CV/BTGHU"),
    ]
    assert len(put.added) == 3
    assert [row.case_file.symbol for row in case_files.holding(desk, office.lines[1].id)] == ["01.LLCT", "02.TT"]
    with seated(desk, "Ngọc"):
        assert case_files.holding(desk, office.lines[1].id) == ()


def test_of_a_secret_document_nothing_but_its_number_is_shown(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [sent(office.lines[4]), incoming(SECRET)], [office.surveys.id])
    for one in papers(desk, office.surveys.id):
        assert one.is_secret
        assert one.reference
        assert (one.subject, one.author, one.day, one.files, one.type_name) == (None, None, None, (), "")


def test_a_void_number_and_an_arrival_in_work_are_marked(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [sent(office.lines[2]), incoming(VOID), incoming(IN_WORK)], [office.surveys.id])
    shown = papers(desk, office.surveys.id)

    assert {one.reference for one in shown if one.is_void} == {"02-CV/BTGHU", "1450-CV/BTGTU"}
    assert [one.reference for one in shown if one.is_open] == ["12/UBND-VX"]


def test_a_draft_becomes_its_line_when_it_is_issued(desk: Desk, office: CaseOffice) -> None:
    with seated(desk, "Ngọc"):
        draft = signed_off(desk)
        case_contents.put_in(desk, [NewPaper(PaperKind.DRAFT, draft.id)], [office.anniversaries.id])
        (before,) = papers(desk, office.anniversaries.id)
    line = issued(desk, [draft])[0].line
    (after,) = papers(desk, office.anniversaries.id)
    again = case_contents.put_in(desk, [sent(line)], [office.anniversaries.id])

    assert (before.kind, before.is_unissued, before.reference) == (PaperKind.DRAFT, True, None)
    assert (after.kind, after.is_unissued, after.reference) == (PaperKind.OUTGOING, False, line.reference)
    assert after.pdf is not None
    assert after.pages
    assert again.added == ()
    assert [row.case_file.id for row in case_files.holding(desk, line.id)] == [office.anniversaries.id]


def test_what_was_taken_out_stays_on_record_and_can_be_put_back(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [sent(office.lines[5], 2), sent(office.lines[1], 3), MINUTES], [office.surveys.id])
    first = papers(desk, office.surveys.id)[0].paper
    case_contents.take_out(desk, [first.id])
    detail = case_files.file(desk, office.surveys.id)

    assert [one.paper.first_sheet for one in detail.papers] == [1, 4]
    assert [one.reference for one in detail.taken_out] == ["05-CV/BTGHU"]
    assert case_files.holding(desk, office.lines[5].id) == ()
    (back,) = case_contents.put_back(desk, [first.id])
    assert (back.place, back.first_sheet, back.removed_at) == (0, 1, None)
    assert [one.paper.first_sheet for one in papers(desk, office.surveys.id)] == [1, 3, 6]
    with pytest.raises(NoSuchRecord):
        case_contents.put_back(desk, [first.id])
    case_contents.take_out(desk, [first.id])
    for act in (lambda: case_contents.take_out(desk, [first.id]), lambda: case_contents.amend_paper(desk, first)):
        with pytest.raises(NoSuchRecord):
            act()
    case_contents.put_in(desk, [sent(office.lines[5])], [office.surveys.id])
    assert case_contents.put_back(desk, [first.id]) == (), "it was put in anew since"
    assert verify_store(desk).fault is None


def test_where_a_document_begins_follows_from_the_sheets_before_it(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [sent(office.lines[5]), sent(office.lines[1]), MINUTES], [office.surveys.id])
    first, second, third = (one.paper.id for one in papers(desk, office.surveys.id))
    counted = case_contents.count_sheets(desk, office.surveys.id, {first: 4})
    assert [(one.first_sheet, one.sheets) for one in counted] == [(1, 4), (None, None), (None, 3)]
    counted = case_contents.count_sheets(desk, office.surveys.id, {second: 2})
    assert [one.first_sheet for one in counted] == [1, 5, 7]
    ordered = case_contents.order_papers(desk, office.surveys.id, [third, second, first])
    assert [one.first_sheet for one in ordered] == [1, 4, 6]
    assert [one.id for one in case_contents.order_in_time(desk, office.surveys.id)] == [first, second, third]
    with pytest.raises(NoSuchRecord):
        case_contents.order_papers(desk, office.surveys.id, [first])
    with pytest.raises(NoSuchRecord):
        case_contents.count_sheets(desk, office.surveys.id, {office.surveys.id: 1})


def test_a_paper_of_no_register_is_changed_and_what_a_register_says_is_not(desk: Desk, office: CaseOffice) -> None:
    case_contents.put_in(desk, [sent(office.lines[1]), MINUTES], [office.surveys.id])
    line, minutes = (one.paper for one in papers(desk, office.surveys.id))
    changed = case_contents.amend_paper(desk, replace(minutes, subject="họp giao ban", sheets=5, is_original=False))
    kept = case_contents.amend_paper(desk, replace(line, subject="tự đặt", notes="bản chính", sheets=2))

    assert (changed.subject, changed.sheets, changed.is_original) == ("họp giao ban", 5, False)
    assert (kept.subject, kept.notes) == (None, "bản chính")
    assert papers(desk, office.surveys.id)[1].paper.first_sheet == 3
    with pytest.raises(TitleMissing):
        case_contents.amend_paper(desk, replace(changed, subject=" ", reference=None))


def test_nothing_is_put_in_where_one_document_or_file_may_not(desk: Desk, office: CaseOffice) -> None:
    with pytest.raises(NoSuchRecord):
        case_contents.put_in(desk, [sent(office.lines[1]), incoming(UUID(int=99))], [office.surveys.id])
    with pytest.raises(TitleMissing):
        case_contents.put_in(desk, [NewPaper(PaperKind.OTHER)], [office.surveys.id])
    with seated(desk, "Bách"), pytest.raises(NotPermitted):
        case_contents.put_in(desk, [MINUTES], [office.surveys.id, office.classes.id])
    with seated(desk, "Ngọc"):
        others = signed_off(desk)
    with seated(desk, "Bách"), pytest.raises(NotPermitted):
        case_contents.put_in(desk, [NewPaper(PaperKind.DRAFT, others.id)], [office.surveys.id])

    assert case_files.file(desk, office.surveys.id).papers == ()
    assert case_files.file(desk, office.surveys.id).row.case_file.state is CaseState.LISTED


# --- found ----------------------------------------------------------------------------------------------------------


def test_a_file_is_found_by_title_symbol_heading_and_keeper(desk: Desk, office: CaseOffice) -> None:
    def found(text: str) -> list[UUID]:
        hits = finding.find(desk, Search(text, FoundKind.CASE_FILE)).hits
        return [hit.record for hit in hits]

    for text in ("ngày lễ lớn", "01.tt", "Trịnh Bảo Ngọc", "tuyen truyen ngay le"):
        assert office.anniversaries.id in found(text), text
    assert set(found("Lý luận chính trị")) == {office.classes.id}
    before = finding.find(desk, Search("", FoundKind.CASE_FILE)).hits
    assert finding.rebuild(desk)
    assert finding.find(desk, Search("", FoundKind.CASE_FILE)).hits == before
    case_lists.drop_file(desk, office.surveys.id)
    assert found("dư luận xã hội") == []


def test_the_files_of_others_are_found_by_clerk_and_heads_alone(desk: Desk, office: CaseOffice) -> None:
    def found() -> set[UUID]:
        return {hit.record for hit in finding.find(desk, Search("", FoundKind.CASE_FILE)).hits}

    every = {office.anniversaries.id, office.surveys.id, office.classes.id}
    assert found() == every
    with seated(desk, "Khôi"):
        assert found() == every
    with seated(desk, "Ngọc"):
        assert found() == {office.anniversaries.id, office.surveys.id}


# --- how long they are kept -----------------------------------------------------------------------------------------


def test_a_file_takes_the_longest_term_that_the_table_has_for_what_lies_in_it(desk: Desk, office: CaseOffice) -> None:
    short = case_terms.put_rule(desk, "công văn; giấy mời", Retention(5))
    long = case_terms.put_rule(desk, "dư luận xã hội", Retention(20), "Bảng thời hạn của Huyện ủy")
    case_terms.put_rule(desk, "đại hội", PERMANENT)
    alone = case_terms.suggestion(desk, office.classes.id)
    case_contents.put_in(desk, [sent(office.lines[1])], [office.surveys.id])
    both = case_terms.suggestion(desk, office.surveys.id)

    assert alone.rules == ()
    assert alone.retention is None
    assert (both.rules, both.retention) == ((short, long), Retention(20))
    assert case_files.file(desk, office.surveys.id).suggestion == both


def test_the_table_ships_empty_and_what_the_rule_names_is_proposed(desk: Desk) -> None:
    assert case_terms.rules(desk) == ()
    proposed = case_terms.proposals(desk)
    assert proposed
    assert all(one.retention == PERMANENT and one.source for one in proposed)
    taken = case_terms.take_proposals(desk)
    assert [one.kinds for one in taken] == [one.kinds for one in proposed]
    assert (case_terms.proposals(desk), case_terms.take_proposals(desk)) == ((), ())


def test_the_table_is_changed_ordered_and_its_lines_are_brought_back(desk: Desk) -> None:
    first = case_terms.put_rule(desk, "kế hoạch năm", Retention(20))
    second = case_terms.put_rule(desk, "giấy mời", None)
    changed = case_terms.put_rule(desk, "giấy mời họp", Retention(2), rule=second.id)
    assert case_terms.rules(desk) == (first, changed)
    case_terms.order_rules(desk, [second.id, first.id])
    assert [one.id for one in case_terms.rules(desk)] == [second.id, first.id]
    dropped = case_terms.drop_rule(desk, first.id)
    assert len(case_terms.rules(desk)) == 1
    case_terms.restore_rule(desk, dropped)
    assert [one.id for one in case_terms.rules(desk)] == [second.id, first.id]
    for wrong in (lambda: case_terms.drop_rule(desk, desk.seat.officer), lambda: case_terms.order_rules(desk, [])):  # type: ignore[arg-type] # a record of another kind
        with pytest.raises(NoSuchRecord):
            wrong()
    with pytest.raises(TitleMissing):
        case_terms.put_rule(desk, " ", None)
    assert verify_store(desk).fault is None
