"""The yearly list of case files: headings and numbers, copied from a year to the next, approved."""

from __future__ import annotations

from datetime import date

import pytest
from support.case_office import YEAR, CaseOffice, a_case_office
from support.seats import officer_named, seated, sit

from vpdesk.domain.case_files import PERMANENT, CaseState, Retention
from vpdesk.domain.case_views import CaseEntry, ListTotals
from vpdesk.domain.errors import (
    CaseFileInState,
    CaseListApproved,
    DateInFuture,
    HeadingInUse,
    NoSuchRecord,
    NothingListed,
    ReasonMissing,
    SymbolTaken,
    TitleMissing,
)
from vpdesk.services import case_files, case_lists
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


def symbols(desk: Desk, year: int = YEAR) -> list[str]:
    """The symbols of a year's list, section by section."""
    listed = case_lists.year_list(desk, year)
    return [row.case_file.symbol for section in listed.sections for row in section.rows]


def test_a_file_takes_the_next_number_of_its_heading_and_its_letters(desk: Desk, office: CaseOffice) -> None:
    beside = case_lists.list_file(desk, YEAR, CaseEntry("Thi đua, khen thưởng"))

    assert symbols(desk) == ["01.TT", "02.TT", "01.LLCT", "01"]
    assert (beside.number, beside.state, beside.is_listed) == (1, CaseState.LISTED, True)
    assert verify_store(desk).fault is None


def test_a_list_counts_what_is_kept_for_ever_and_what_for_years(desk: Desk, office: CaseOffice) -> None:
    case_files.begin_file(desk, YEAR, CaseEntry("Việc phát sinh", office.training.id, PERMANENT))
    listed = case_lists.year_list(desk, YEAR)

    assert listed.totals == ListTotals(permanent=1, with_term=1, unsaid=1)
    assert listed.totals.all == 3
    assert [row.case_file.symbol for row in listed.sections[1].rows] == ["01.LLCT", "02.LLCT"]


def test_symbols_follow_the_letters_of_their_heading_until_a_file_is_begun(desk: Desk, office: CaseOffice) -> None:
    case_files.open_file(desk, office.surveys.id)
    renamed = case_lists.put_heading(desk, YEAR, "Tuyên truyền, cổ động", "TTCĐ", office.propaganda.id)

    assert renamed.place == office.propaganda.place
    assert symbols(desk) == ["01.TTCĐ", "02.TT", "01.LLCT"]


def test_files_are_numbered_anew_in_an_order_and_behind_one_that_was_dropped(desk: Desk, office: CaseOffice) -> None:
    case_lists.order_files(desk, YEAR, office.propaganda.id, [office.surveys.id, office.anniversaries.id])
    assert case_files.files(desk)[0].case_file.title == office.surveys.title
    dropped = case_lists.drop_file(desk, office.surveys.id)

    assert dropped.symbol == "01.TT"
    (row,) = case_lists.year_list(desk, YEAR).sections[0].rows
    assert (row.case_file.symbol, row.case_file.title) == ("01.TT", office.anniversaries.title)
    assert verify_store(desk).fault is None


def test_headings_are_put_in_order_and_dropped_only_where_nothing_stands_under_them(
    desk: Desk, office: CaseOffice
) -> None:
    empty = case_lists.put_heading(desk, YEAR, "Khoa giáo", "KG")
    case_lists.order_headings(desk, YEAR, [empty.id, office.training.id, office.propaganda.id])
    assert symbols(desk) == ["01.LLCT", "01.TT", "02.TT"]
    with pytest.raises(NoSuchRecord):
        case_lists.order_headings(desk, YEAR, [empty.id])
    with pytest.raises(HeadingInUse):
        case_lists.drop_heading(desk, office.training.id)
    case_lists.drop_heading(desk, empty.id)

    assert len(case_lists.year_list(desk, YEAR).sections) == 2


def test_a_heading_has_a_name_and_letters_of_its_own(desk: Desk, office: CaseOffice) -> None:
    for name, letters in ((" ", "KG"), ("Khoa giáo", " ")):
        with pytest.raises(TitleMissing):
            case_lists.put_heading(desk, YEAR, name, letters)
    with pytest.raises(SymbolTaken):
        case_lists.put_heading(desk, YEAR, "Thi đua", "tt")
    case_lists.put_heading(desk, YEAR + 1, "Tuyên truyền", "TT")


def test_what_was_begun_stays_on_the_list(desk: Desk, office: CaseOffice) -> None:
    case_files.open_file(desk, office.surveys.id)
    with pytest.raises(CaseFileInState):
        case_lists.drop_file(desk, office.surveys.id)


def test_last_years_list_is_copied_with_its_terms_and_the_new_year_in_its_titles(
    desk: Desk, office: CaseOffice
) -> None:
    assert case_lists.year_list(desk, 2025).earlier == YEAR
    case_files.begin_file(desk, YEAR, CaseEntry("Việc phát sinh"))
    copied = case_lists.copy_list(desk, 2025)
    files = [row.case_file for section in copied.sections for row in section.rows]

    assert [one.title for one in files] == [
        "Tuyên truyền các ngày lễ lớn năm 2025",
        "Nắm bắt dư luận xã hội năm 2025",
        "Các lớp bồi dưỡng lý luận chính trị năm 2025",
    ]
    assert [one.retention for one in files] == [PERMANENT, Retention(10), None]
    assert files[0].keeper == officer_named(desk, "Ngọc").id
    assert all(one.state is CaseState.LISTED for one in files)
    assert case_lists.copy_list(desk, 2025).totals.all == 3, "what is there already is not listed twice"
    assert symbols(desk) == ["01.TT", "02.TT", "01.LLCT", "01"]
    assert case_lists.years(desk) == (2025, 2024)
    assert verify_store(desk).fault is None


def test_nothing_is_copied_where_no_year_before_has_a_list(desk: Desk) -> None:
    with pytest.raises(NothingListed):
        case_lists.copy_list(desk, YEAR)
    with pytest.raises(NothingListed):
        case_lists.copy_list(desk, YEAR, 2020)


def test_an_approved_list_stays_until_its_approval_is_withdrawn(desk: Desk, office: CaseOffice) -> None:
    approved = case_lists.approve(desk, YEAR, "Trần Minh Khôi", date(2024, 1, 5), "Quyết định số 02-QĐ/BTGHU")
    assert case_lists.year_list(desk, YEAR).is_approved
    assert (approved.approved_by, approved.approved_on) == ("Trần Minh Khôi", date(2024, 1, 5))
    changes = (
        lambda: case_lists.list_file(desk, YEAR, CaseEntry("Thêm")),
        lambda: case_lists.put_heading(desk, YEAR, "Khoa giáo", "KG"),
        lambda: case_lists.drop_file(desk, office.surveys.id),
        lambda: case_lists.order_files(desk, YEAR, office.training.id, [office.classes.id]),
        lambda: case_lists.copy_list(desk, YEAR, YEAR),
        lambda: case_lists.approve(desk, YEAR, "Trần Minh Khôi", date(2024, 1, 5)),
    )
    for change in changes:
        with pytest.raises(CaseListApproved):
            change()
    assert case_lists.withdraw_approval(desk, YEAR) == approved
    changes[0]()


def test_a_list_is_approved_by_somebody_on_a_day_that_was(desk: Desk, office: CaseOffice) -> None:
    with pytest.raises(ReasonMissing):
        case_lists.approve(desk, YEAR, " ", date(2024, 1, 5))
    with pytest.raises(DateInFuture):
        case_lists.approve(desk, YEAR, "Trần Minh Khôi", date(2025, 1, 5))
    with pytest.raises(NothingListed):
        case_lists.approve(desk, 2023, "Trần Minh Khôi", date(2024, 1, 5))


def test_everybody_reads_the_list_and_only_his_own_of_what_was_opened_beside_it(desk: Desk, office: CaseOffice) -> None:
    case_files.begin_file(desk, YEAR, CaseEntry("Việc của văn thư"))
    with seated(desk, "Ngọc"):
        case_files.begin_file(desk, YEAR, CaseEntry("Việc của Ngọc"))
        titles = [row.case_file.title for section in case_lists.year_list(desk, YEAR).sections for row in section.rows]

    assert "Việc của Ngọc" in titles
    assert "Việc của văn thư" not in titles
    assert office.classes.title in titles
