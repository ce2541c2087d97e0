"""The rules of case files that need no store: whose they are, their symbols, their sheets, their terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vpdesk.domain.case_closing import is_long_kept
from vpdesk.domain.case_files import (
    PERMANENT,
    CaseFile,
    CasePaper,
    CaseState,
    PaperKind,
    Retention,
    RetentionRule,
    retention_of,
    retention_value,
)
from vpdesk.domain.case_handing import due_for_archive
from vpdesk.domain.case_numbers import (
    in_new_year,
    numbered,
    place_in_time,
    renumbered,
    sheets_of,
    span,
    written_sheets,
    written_symbol,
)
from vpdesk.domain.case_rights import may_keep, may_read
from vpdesk.domain.case_terms import longest, read_proposals, suggested
from vpdesk.domain.errors import FaultyRules
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Role

OWN, OTHER = UUID(int=1), UUID(int=2)
FILE = CaseFile(UUID(int=3), 2024, 1, "01.TT", "Tuyên truyền năm 2024", keeper=OTHER)
PAPER = CasePaper(UUID(int=4), FILE.id, 0, PaperKind.OTHER, datetime(2024, 12, 24, tzinfo=UTC), OWN)


@pytest.mark.parametrize(
    ("role", "keeper", "reads", "keeps"),
    [
        (Role.DRAFTER, OWN, True, True),
        (Role.DRAFTER, None, True, True),
        (Role.DRAFTER, OTHER, False, False),
        (Role.CLERK, OTHER, True, True),
        (Role.HEAD, OTHER, True, False),
        (Role.HEAD, OWN, True, True),
        (Role.ADMINISTRATOR, OWN, False, False),
        (Role.ADMINISTRATOR, None, False, False),
    ],
)
def test_a_file_is_its_keepers_and_the_clerks_and_heads_read_it(
    role: Role, keeper: UUID | None, *, reads: bool, keeps: bool
) -> None:
    officer, file = Officer(OWN, "Trịnh Bảo Ngọc", roles=frozenset({role})), replace(FILE, keeper=keeper)

    assert (may_read(officer, file), may_keep(officer, file)) == (reads, keeps)


def test_a_symbol_has_two_figures_and_the_letters_of_its_heading() -> None:
    assert [written_symbol(1, "TT"), written_symbol(112, "TCCB"), written_symbol(7, None)] == [
        "01.TT",
        "112.TCCB",
        "07",
    ]


def test_numbers_go_round_what_was_begun_or_opened_beside_the_list() -> None:
    def file(number: int, state: CaseState = CaseState.LISTED, *, is_listed: bool = True) -> CaseFile:
        symbol = written_symbol(number, "TT")
        return replace(FILE, id=UUID(int=number), number=number, symbol=symbol, state=state, is_listed=is_listed)

    first, begun, beside, last = file(5), file(2, CaseState.OPEN), file(3, is_listed=False), file(1)
    changed = renumbered([first, begun, beside, last], "TT")

    assert [(one.id, one.symbol) for one in changed] == [(first.id, "01.TT"), (last.id, "04.TT")]
    assert renumbered([file(1), file(2)], "TT") == ()


@pytest.mark.parametrize(
    ("title", "copied"),
    [
        ("Tuyên truyền năm 2024", "Tuyên truyền năm 2025"),
        ("Kế hoạch 2024 - 2025", "Kế hoạch 2025 - 2026"),
        ("Tổng kết năm 2023, nhiệm vụ năm 2024", "Tổng kết năm 2024, nhiệm vụ năm 2025"),
        ("Nghị quyết số 18 khóa 12", "Nghị quyết số 18 khóa 12"),
        ("Nhiệm kỳ 2020 - 2024, 2020–2025, mã 120244", "Nhiệm kỳ 2020 - 2024, 2020–2025, mã 120244"),
    ],
)
def test_a_title_of_last_year_speaks_of_the_new_one(title: str, copied: str) -> None:
    assert in_new_year(title, 2024, 2025) == copied


@given(some.lists(some.integers(1, 90)))
def test_each_document_begins_behind_the_sheets_before_it(counts: list[int]) -> None:
    placed = numbered([replace(PAPER, sheets=count) for count in counts])
    sheets = [
        sheet for one in placed for sheet in range(one.first_sheet or 0, (one.first_sheet or 0) + (one.sheets or 0))
    ]

    assert sheets == list(range(1, sum(counts) + 1))
    assert [one.place for one in placed] == list(range(len(counts)))
    assert sheets_of(placed) == sum(counts)


def test_sheets_are_written_as_one_or_from_to() -> None:
    first, second, third, last = numbered([replace(PAPER, sheets=count) for count in (1, 6, None, 2)])

    assert [written_sheets(one) for one in (first, second, third, last)] == ["1", "2–7", "", ""]
    assert sheets_of((first, third)) is None


def test_a_document_comes_behind_those_of_its_day_and_before_later_ones() -> None:
    days = [date(2024, 1, 1), date(2024, 2, 1), date(2024, 2, 1), date(2024, 3, 1), None]
    asked = (date(2023, 1, 1), date(2024, 2, 1), date(2025, 1, 1), None)

    assert [place_in_time(days, day) for day in asked] == [0, 3, 4, 5]
    assert span(days) == (date(2024, 1, 1), date(2024, 3, 1))
    assert span([None]) == (None, None)


@pytest.mark.parametrize("term", [PERMANENT, Retention(5), Retention(70)])
def test_a_term_is_kept_and_read(term: Retention) -> None:
    assert retention_of(retention_value(term)) == term


def test_for_ever_is_the_longest_term_and_no_term_is_none() -> None:
    assert longest([Retention(20), PERMANENT, None]) == PERMANENT
    assert longest([Retention(5), None, Retention(20)]) == Retention(20)
    assert longest([None]) is None
    assert [is_long_kept(one) for one in (None, Retention(4), Retention(5), PERMANENT)] == [False, False, True, True]


def test_a_rule_fits_a_text_that_has_all_words_of_one_of_its_kinds() -> None:
    plans = RetentionRule(UUID(int=1), 0, "kế hoạch năm; chương trình công tác", Retention(20))
    letters = RetentionRule(UUID(int=2), 1, "giấy mời", Retention(2))
    texts = ("Chương trình tuyên truyền", "CÔNG TÁC Đảng", "Kế hoạch công tác năm 2024")

    assert suggested([plans, letters], texts).rules == (plans,)
    assert suggested([plans, letters], texts[:2]).retention is None
    assert suggested([replace(letters, kinds=" ; ")], texts).rules == ()


def test_the_archive_has_a_file_by_the_end_of_the_year_after_that_of_its_last_document() -> None:
    closed = replace(FILE, state=CaseState.CLOSED, retention=PERMANENT, last_day=date(2025, 1, 10))

    assert due_for_archive(closed) == date(2026, 12, 31)
    assert due_for_archive(replace(closed, last_day=date(2023, 5, 1))) == date(2025, 12, 31)
    assert due_for_archive(replace(closed, last_day=None)) == date(2025, 12, 31)
    assert due_for_archive(replace(closed, retention=Retention(4))) is None
    assert due_for_archive(replace(closed, state=CaseState.OPEN)) is None


@pytest.mark.parametrize(
    "tree",
    [{}, {"rule": [{"kinds": "x"}]}, {"rule": [{"kinds": "x", "retention": "ever", "source": "y"}]}, {"rule": ["x"]}],
)
def test_a_broken_file_of_proposals_is_told(tree: dict[str, object]) -> None:
    with pytest.raises(FaultyRules):
        read_proposals(tree)
