"""The rows of the books and what a section accounts for, over every sequence of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.book_pages import page_content, page_rows
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import LineState, LinkKind, RegisterLine
from vpdesk.domain.pack import read_pack
from vpdesk.domain.register import COLUMNS, BookKind, BookRow, BookScope, BookWords, Oddity, year_days
from vpdesk.domain.register_account import Account, Fate, Numbered, Tally, with_gaps
from vpdesk.domain.register_rows import outgoing_row, what_became
from vpdesk.paths import resource
from vpdesk.services.rules import Packs, read_tree

SERIES = UUID(int=1)
HEADS = {
    BookKind.OUTGOING: "Số, ký hiệu văn bản · Ngày tháng văn bản · Tên loại và trích yếu nội dung văn bản · Người ký · "
    "Nơi nhận văn bản · Đơn vị, người nhận bản lưu · Số lượng bản · Ngày chuyển · Ký nhận · Ghi chú",
    BookKind.INCOMING: "Ngày đến · Số đến · Tác giả · Số, ký hiệu văn bản · Ngày tháng văn bản · "
    "Tên loại và trích yếu nội dung văn bản · Đơn vị hoặc người nhận · Ngày chuyển · Ký nhận · Ghi chú",
    BookKind.POST: "Ngày chuyển · Số, ký hiệu văn bản · Nơi nhận văn bản · Số lượng bì · Ký nhận và dấu bưu điện · "
    "Ghi chú",
    BookKind.FOLLOW_UP: "Số đến · Tên loại, số, ký hiệu, ngày tháng và tên cơ quan ban hành văn bản · "
    "Đơn vị hoặc người nhận · Thời hạn giải quyết · Tiến độ giải quyết · Số, ký hiệu văn bản trả lời · Ghi chú",
    BookKind.FILE_COPIES: "Ngày tháng · Họ tên người sử dụng · Số, ký hiệu, ngày tháng văn bản · "
    "Tên loại và trích yếu nội dung văn bản · Số và ký hiệu HS · Ký nhận · Ngày trả · Người cho phép sử dụng · Ghi chú",
    BookKind.HAND_OVER: "Ngày chuyển · Số, ký hiệu văn bản · Nơi nhận văn bản · Ký nhận · Ghi chú",
    BookKind.HAND_OVER_IN: "Ngày chuyển · Số đến · Đơn vị hoặc người nhận · Ký nhận · Ghi chú",
}


@pytest.fixture(scope="module")
def words(packs: Packs) -> BookWords:
    return BookWords(read_pack(read_tree(resource("books.toml")), packs))


def a_line(number: int, state: LineState = LineState.ISSUED, suffix: str = "") -> RegisterLine:
    return RegisterLine(
        UUID(int=number * 256 + ord(suffix or " ")),
        SERIES,
        number,
        f"{number:02d}{suffix}-CV/BTGHU",
        state,
        datetime(2024, 12, 24, tzinfo=UTC),
        UUID(int=2),
        "CV",
        suffix,
        date(2024, 12, 24),
        reason="lý do",
    )


def numbered(line: RegisterLine, words: BookWords, *, elsewhere: bool = False) -> Numbered:
    if elsewhere:
        return Numbered(line.number, Fate.ELSEWHERE, None, line.reference, suffix=line.suffix)
    row = outgoing_row(line, words)
    fate = Fate(line.state.value)
    return Numbered(line.number, fate, row, line.reference, what_became(line, words), suffix=line.suffix)


def account(numbers: list[Numbered], first: int, last: int, words: BookWords) -> tuple[list[BookRow], Account]:
    tally = Tally(first, last)
    taken = [tally.take(one) for one in with_gaps(BookKind.OUTGOING, SERIES, numbers, first, last, words)]
    return [one.row for one in taken if one.row], tally.account()


@pytest.mark.parametrize("kind", BookKind, ids=lambda kind: kind.value)
def test_each_book_has_the_columns_of_the_rule_in_their_order(words: BookWords, kind: BookKind) -> None:
    assert " · ".join(words.heads(kind)) == HEADS[kind]
    assert sum(words.widths(kind)) == 266


@given(
    st.dictionaries(
        st.integers(1, 60), st.tuples(st.sampled_from(LineState), st.booleans(), st.sampled_from(["", "a", "ab"]))
    ),
    st.integers(0, 9),
)
def test_every_number_is_on_one_line_or_explained(
    words: BookWords, register: dict[int, tuple[LineState, bool, str]], more: int
) -> None:
    first, last = 1, max(register, default=0) + more
    numbers = list(_lines(register, words))
    rows, told = account(numbers, first, last, words)
    covered = list(_covered(rows))
    elsewhere = {one.number for one in numbers if one.fate is Fate.ELSEWHERE}

    assert sorted([*covered, *elsewhere]) == list(range(first, last + 1))
    assert sum(told.counts.values()) == last - first + 1
    assert told.is_whole == (len(register) == last)
    assert len({row.id for row in rows}) == len(rows)
    written = {one for one, _ in told.reasons}
    assert {row.cells[0] for row in rows if row.oddities & {Oddity.VOID, Oddity.HELD, Oddity.MISSING}} <= written


def _lines(register: dict[int, tuple[LineState, bool, str]], words: BookWords) -> Iterator[Numbered]:
    for number, (state, elsewhere, letters) in sorted(register.items()):
        yield numbered(a_line(number, state), words, elsewhere=elsewhere)
        for letter in letters:
            yield numbered(a_line(number, LineState.ISSUED, letter), words)


def _covered(rows: list[BookRow]) -> Iterator[int]:
    for row in rows:
        written = str(row.cells[0])
        first, _, last = written.partition(" – ")
        if "-" not in written:
            yield from range(int(first), int(last or first) + 1)
        elif written.partition("-")[0].isdigit():
            yield int(written.partition("-")[0])


def test_the_reason_of_a_number_says_what_its_row_says(words: BookWords) -> None:
    _, told = account([numbered(a_line(1, LineState.VOID), words), numbered(a_line(4), words)], 1, 4, words)

    assert told.reasons == (("01-CV/BTGHU", "Hủy: lý do"), ("02 – 03", "số trống"))


def test_every_link_has_words_for_both_sides(words: BookWords) -> None:
    for kind in LinkKind:
        sides = {words.filled(f"{side}.{kind.value}", other="01-CV/BTGHU") for side in ("link", "linked")}
        assert len(sides) == 2


def test_a_page_gives_back_the_rows_it_was_given(words: BookWords) -> None:
    rows = (
        outgoing_row(a_line(1, LineState.VOID), words),
        BookRow(UUID(int=9), ("x", date(2024, 1, 2), 7, None), oddities=frozenset({Oddity.HELD})),
    )

    assert page_rows(page_content(rows)) == rows


def test_a_book_of_a_year_is_told_from_one_of_its_months_and_of_some_types() -> None:
    year = BookScope(BookKind.OUTGOING, year_days(2024))
    others = [
        replace(year, days=Days(date(2024, 1, 1), date(2024, 1, 31))),
        replace(year, types=frozenset({"CV"})),
        replace(year, book=UUID(int=1)),
        replace(year, days=Days(date(2024, 1, 1), None)),
    ]

    assert year.is_year
    assert len({one.key for one in (year, *others)}) == 5
    assert all(len(COLUMNS[kind]) >= 5 for kind in BookKind)
