"""The books of the registers: what stands in them, how they are printed, locked and continued."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from support.books import (
    TERM,
    a_line,
    a_series,
    a_small_register,
    a_small_register_of_arrivals,
    keep,
    keep_lines,
    many_lines,
    readable,
    words_of,
)
from support.golden import assert_golden
from support.readers import text_by_pdfium
from support.seats import sit

from vpdesk.domain.book import Book, BookSection, Keeper
from vpdesk.domain.errors import BookPageChanged, BookPageNotPrinted, BookTooLong, StaleEdit
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalState
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import Correction, Delivery, LineState, Method
from vpdesk.domain.register import COLUMNS, BookKind, BookScope, Cell, Oddity, year_days
from vpdesk.domain.register_account import Fate
from vpdesk.domain.register_rows import correction_row, outgoing_row
from vpdesk.domain.series import Series
from vpdesk.services import book_locks, books, office, outgoing
from vpdesk.services.desk import Desk

YEAR = BookScope(BookKind.OUTGOING, year_days(2024))


@pytest.fixture
def clerk(file_desk: Desk) -> Desk:
    """The desk of the sample office, at which the clerk sits."""
    office.found_sample(file_desk)
    sit(file_desk, "Hạnh")
    return file_desk


def shown(desk: Desk, scope: BookScope = YEAR) -> dict[str, dict[str, Cell]]:
    """The rows of a book by their first cell that names them, each by its columns."""
    columns = COLUMNS[scope.kind]
    named = (dict(zip(columns, row.cells, strict=True)) for row in books.rows(desk, scope))
    return {str(row.get("reference") or row.get("number")): row for row in named}


# --- what stands in them --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", BookKind, ids=lambda kind: kind.value)
def test_a_small_book_of_each_kind_reads_as_the_reference_has_it(clerk: Desk, kind: BookKind) -> None:
    a_small_register(clerk)
    a_small_register_of_arrivals(clerk)
    book = replace(books.read_book(clerk, BookScope(kind, year_days(2024))), head_value="7-0123456789abcdef")
    document = books.typeset(clerk, book).document

    assert document.missing == {}
    assert_golden(f"books/{kind.value}.txt", readable(document))


def test_a_void_line_is_struck_with_its_reason_which_can_be_read(clerk: Desk) -> None:
    a_small_register(clerk)
    rows = {row.cells[0]: row for row in books.rows(clerk, YEAR)}

    assert rows["02-CV/BTGHU"].is_struck
    assert rows["02-CV/BTGHU"].cells[-1] == "Hủy: sai thể thức"
    assert not rows["01-CV/BTGHU"].is_struck


def test_a_secret_document_shows_its_number_and_nothing_else(clerk: Desk) -> None:
    a_small_register(clerk)
    row = shown(clerk)["04-CV/BTGHU"]

    assert row.pop("notes") == "văn bản mật – xem sổ mật"
    assert row.pop("reference") == "04-CV/BTGHU"
    assert not any(row.values())


def test_both_documents_of_a_link_tell_of_it(clerk: Desk) -> None:
    a_small_register(clerk)
    rows = shown(clerk)

    assert rows["05-CV/BTGHU"]["notes"] == "ngày trước số liền trước: văn bản ký trước; thay thế 01-CV/BTGHU"
    assert rows["01-CV/BTGHU"]["notes"] == "bị thay thế bởi 05-CV/BTGHU"


def test_a_number_of_which_no_line_speaks_is_told_as_empty(clerk: Desk) -> None:
    a_small_register(clerk)
    (row,) = (row for row in books.rows(clerk, YEAR) if Oddity.MISSING in row.oddities)

    assert row.cells[0] == "06"
    assert row.cells[-1] == "số trống"


def test_a_line_without_a_date_stands_in_the_book_of_the_day_it_was_taken(clerk: Desk) -> None:
    a_small_register(clerk)

    assert "03-CV/BTGHU" in shown(clerk)
    assert shown(clerk, BookScope(BookKind.OUTGOING, year_days(2025))) == {}


def test_numbers_of_other_days_are_accounted_for_without_their_rows(clerk: Desk) -> None:
    series = a_series(clerk)
    days = [date(2024, 12, 30), date(2025, 1, 2), date(2024, 12, 31), date(2025, 1, 3)]
    keep_lines(clerk, series, [a_line(clerk, series, n, document_date=day) for n, day in enumerate(days, 1)])
    (first,) = books.read_book(clerk, YEAR).sections
    (second,) = books.read_book(clerk, BookScope(BookKind.OUTGOING, year_days(2025))).sections

    assert [row.cells[0] for row in first.rows] == ["01-CV/BTGHU", "03-CV/BTGHU"]
    assert [row.cells[0] for row in second.rows] == ["02-CV/BTGHU", "04-CV/BTGHU"]
    assert first.account is not None
    assert first.account.counts == {Fate.ISSUED: 2, Fate.ELSEWHERE: 1}
    assert first.account.is_whole


def test_types_of_a_shared_row_can_be_asked_for_alone(clerk: Desk) -> None:
    series = a_series(clerk, "QĐ")
    types = ["QĐ", "QyĐ", "QĐ"]
    keep_lines(clerk, series, [a_line(clerk, series, n, document_type=one) for n, one in enumerate(types, 1)])
    (section,) = books.read_book(clerk, replace(YEAR, types=frozenset({"QyĐ"}))).sections

    assert [row.cells[0] for row in section.rows] == ["02-QĐ/BTGHU"]
    assert section.account is not None
    assert (section.account.first, section.account.last) == (2, 2)


def test_a_row_that_begins_later_says_why_on_its_closing_page(clerk: Desk) -> None:
    series = a_series(clerk, opening_number=230, opening_reason="chuyển từ sổ giấy", last=229)
    keep_lines(clerk, series, [a_line(clerk, series, 230), a_line(clerk, series, 231, state=LineState.VOID)])
    page = words_of(books.closing_page(clerk, series.id))

    assert "Bắt đầu từ số 230: chuyển từ sổ giấy" in page
    assert "231-CV/BTGHU Hủy: không ghi lý do" in page


def test_a_lettered_number_stands_behind_its_own_and_is_no_number_more(clerk: Desk) -> None:
    series = a_series(clerk)
    lines = [a_line(clerk, series, 1), a_line(clerk, series, 1, suffix="a", reference="01a-CV/BTGHU", id=UUID(int=5))]
    keep_lines(clerk, series, lines)
    (section,) = books.read_book(clerk, YEAR).sections

    assert [row.cells[0] for row in section.rows] == ["01-CV/BTGHU", "01a-CV/BTGHU"]
    assert section.account is not None
    assert section.account.is_whole
    assert section.account.lettered == 1


# --- many -----------------------------------------------------------------------------------------------------------


def test_a_book_of_3000_lines_has_each_on_paper_once_and_in_order(clerk: Desk) -> None:
    words = books.load_words(clerk)
    lines = many_lines(clerk, Series(UUID(int=1), UUID(int=2), "CV", TERM), 3000)
    rows = tuple(outgoing_row(line, words) for line in lines)
    book = Book(YEAR, Keeper("BAN TUYÊN GIÁO"), (BookSection("", rows),), "7-0123456789abcdef")
    pages = books.typeset(clerk, book)
    text = text_by_pdfium(clerk.press.pdf(pages.document)).split()

    assert [int(word[2:]) for word in text if word.startswith("mã")] == list(range(1, 3001))
    assert [row for on_page in pages.rows for row in on_page] == list(rows)
    assert " ".join(text).count("(10) ") == len(pages.rows)
    assert f"Sổ có 3000 dòng, đến hết trang {pages.last_page}." in " ".join(text)


def test_a_row_stands_whole_on_its_page(clerk: Desk) -> None:
    series = a_series(clerk)
    keep_lines(clerk, series, many_lines(clerk, series, 80))
    pages = books.typeset(clerk, books.read_book(clerk, replace(YEAR, days=Days(date(2024, 1, 1), None))))

    for shown_rows, page in zip(pages.rows, pages.document.pages[pages.before :], strict=False):
        text = words_of(replace(pages.document, pages=(page,)))
        assert [f"mã{int(str(row.cells[0])[:2]):05d}" in text for row in shown_rows] == [True] * len(shown_rows)


def test_a_book_too_long_for_paper_says_so(clerk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    a_small_register(clerk)
    monkeypatch.setattr(books, "MOST_ROWS", 5)

    with pytest.raises(BookTooLong):
        books.read_book(clerk, YEAR)


def test_both_engines_read_print_and_lock_the_same_books(store_desk: Desk) -> None:
    office.found_sample(store_desk)
    sit(store_desk, "Hạnh")
    a_small_register(store_desk)
    a_small_register_of_arrivals(store_desk)
    for kind in BookKind:
        scope = BookScope(kind, year_days(2024))
        book = replace(books.read_book(store_desk, scope), head_value="7-0123456789abcdef")

        assert_golden(f"books/{kind.value}.txt", readable(books.typeset(store_desk, book).document))
        assert list(books.rows(store_desk, replace(scope, days=Days()))) == list(book.rows())
    books.lock(store_desk, YEAR, print_all(store_desk).last_page)

    assert books.read_book(store_desk, YEAR).count == 0


# --- printed and locked ---------------------------------------------------------------------------------------------


def a_long_register(desk: Desk, count: int = 60) -> None:
    series = a_series(desk)
    keep_lines(desk, series, many_lines(desk, series, count))


def print_all(desk: Desk, scope: BookScope = YEAR) -> books.TypesetBook:
    pages = books.typeset(desk, books.read_book(desk, scope))
    books.print_pages(desk, pages)
    return pages


def test_a_print_keeps_the_rows_of_each_page_and_the_paper_itself(clerk: Desk) -> None:
    a_long_register(clerk)
    pages = print_all(clerk)
    kept = books.printed(clerk, YEAR)

    assert [page.rows for page in kept] == list(pages.rows)
    assert [page.number for page in kept] == list(range(1, pages.last_page + 1))
    assert books.locked_print(clerk, kept[0]) == clerk.press.pdf(pages.document)
    assert {page.head_value for page in kept} == {pages.book.head_value}


def test_a_print_takes_the_place_of_an_earlier_one_that_was_not_locked(clerk: Desk) -> None:
    a_long_register(clerk)
    print_all(clerk)
    before = books.printed(clerk, YEAR)
    print_all(clerk)

    assert len(books.printed(clerk, YEAR)) == len(before)
    assert {one.id for one in before}.isdisjoint(one.id for one in books.printed(clerk, YEAR))


def test_a_book_goes_on_behind_its_locked_pages(clerk: Desk) -> None:
    a_long_register(clerk)
    whole = print_all(clerk)
    locked = books.lock(clerk, YEAR, 2)
    rest = books.typeset(clerk, books.read_book(clerk, YEAR))
    last = locked[-1].rows[-1].cells[0]
    cells = [row.cells[0] for row in whole.book.rows()]

    assert [page.number for page in locked] == [1, 2]
    assert rest.book.first_page == 3
    assert [row.cells[0] for row in rest.book.rows()] == cells[cells.index(last) + 1 :]
    assert "Trang 3" in words_of(rest.document, [0])
    assert rest.before == 0


def test_locked_pages_are_never_others_again(clerk: Desk) -> None:
    a_long_register(clerk)
    print_all(clerk)
    locked = books.lock(clerk, YEAR, 2)
    print_all(clerk)
    print_all(clerk)

    assert books.printed(clerk, YEAR)[:2] == locked
    with pytest.raises(BookPageNotPrinted):
        books.lock(clerk, YEAR, 2)


def test_behind_its_last_locked_page_a_book_has_its_closing_page_and_no_other(clerk: Desk) -> None:
    a_long_register(clerk)
    whole = print_all(clerk)
    books.lock(clerk, YEAR, whole.last_page)
    rest = print_all(clerk)

    assert rest.rows == ()
    assert f"Sổ có 60 dòng, đến hết trang {whole.last_page}." in words_of(rest.document)
    assert books.typeset(clerk, rest.book, closing=False).document.pages == ()
    assert all(page.locked_at for page in books.printed(clerk, YEAR))


def test_a_record_on_a_locked_page_is_known_to_be(clerk: Desk) -> None:
    a_long_register(clerk)
    pages = print_all(clerk)
    books.lock(clerk, YEAR, 1)
    with clerk.store.reading() as work:
        assert all(book_locks.is_locked(work, row.id) for row in pages.rows[0])
        assert not any(book_locks.is_locked(work, row.id) for row in pages.rows[1][1:])


def test_what_was_changed_behind_a_lock_is_a_line_of_its_own_further_on(clerk: Desk) -> None:
    a_long_register(clerk)
    pages = print_all(clerk)
    books.lock(clerk, YEAR, 1)
    row = pages.rows[0][0]
    assert clerk.seat.officer is not None
    now = datetime(2024, 12, 25, tzinfo=UTC)
    changes = (("signer", "Trần Minh Khôi", "Đỗ Khánh Linh"), ("held_until", None, "x"))
    correction = Correction(
        new_id(now), row.id, "outgoing", now, clerk.seat.officer, changes, "ghi nhầm", after_lock=True
    )
    keep(clerk, correction)
    late = books.read_book(clerk, YEAR).sections[-1]

    assert late.title == "Sửa các dòng của những trang đã khóa"
    assert [(one.cells[0], one.cells[-1]) for one in late.rows] == [
        (
            row.cells[0],
            "Sửa dòng đã khóa (Người ký: “Trần Minh Khôi” sửa thành “Đỗ Khánh Linh”), lý do: ghi nhầm",
        )
    ]
    assert Oddity.CORRECTED in late.rows[0].oddities


def test_a_number_that_comes_to_another_end_behind_a_lock_is_a_line_of_its_own(clerk: Desk) -> None:
    held = next(line for line in a_small_register(clerk) if line.state is LineState.HELD)
    books.lock(clerk, YEAR, print_all(clerk).last_page)
    outgoing.void(clerk, held.id, held.version, "không dùng đến")
    (row,) = books.read_book(clerk, YEAR).rows()

    assert row.cells[0] == "03-CV/BTGHU"
    assert row.cells[-1] == (
        "Sửa dòng đã khóa (Ghi chú: “giữ số” sửa thành “hủy”; Ghi chú: “chờ chữ ký” sửa thành “không dùng đến”), "
        "lý do: không dùng đến"
    )


@pytest.mark.parametrize("kind", [BookKind.OUTGOING, BookKind.POST])
def test_how_papers_went_out_behind_a_lock_is_a_line_of_its_own(clerk: Desk, kind: BookKind) -> None:
    line = next(line for line in a_small_register(clerk) if line.state is LineState.ISSUED)
    sent = Delivery(
        new_id(datetime(2024, 12, 24, tzinfo=UTC)), line.id, 9, "Huyện đoàn", 1, Method.POST, date(2024, 12, 24), 1
    )
    outgoing.deliver(clerk, line.id, [sent])
    scope = BookScope(kind, year_days(2024))
    books.lock(clerk, scope, print_all(clerk, scope).last_page)
    outgoing.deliver(clerk, line.id, [replace(sent, received_by="Lê Văn Nam")])
    (row,) = books.read_book(clerk, scope).rows()

    assert "Lê Văn Nam”" in str(row.cells[-1])
    assert "sửa thành" in str(row.cells[-1])


def test_a_correction_says_days_and_types_as_the_book_writes_them(clerk: Desk) -> None:
    words = books.load_words(clerk)
    line = a_line(clerk, a_series(clerk), 1)
    changes = (("document_date", "2024-12-20", None), ("document_type", "CV", "TB"), ("recipients", "A\nB", "A"))
    correction = Correction(UUID(int=3), line.id, "outgoing", line.entered_at, line.entered_by, changes, None, True)
    row = correction_row(BookKind.OUTGOING, correction, outgoing_row(line, words), words)

    assert row is not None
    assert row.cells[-1] == (
        "Sửa dòng đã khóa (Ngày tháng văn bản: “20/12/2024” sửa thành “không ghi”; "
        "Tên loại và trích yếu nội dung văn bản: “Công văn” sửa thành “Thông báo”; "
        "Nơi nhận văn bản: “A; B” sửa thành “A”)"
    )


@pytest.mark.parametrize("state", [*LineState, *ArrivalState], ids=str)
def test_every_end_of_a_number_has_words_on_paper(clerk: Desk, state: LineState | ArrivalState) -> None:
    assert books.load_words(clerk).filled(f"state.{state.value}")


def test_a_correction_that_was_locked_itself_is_not_told_again(clerk: Desk) -> None:
    test_what_was_changed_behind_a_lock_is_a_line_of_its_own_further_on(clerk)
    again = print_all(clerk)
    books.lock(clerk, YEAR, again.last_page)

    assert books.read_book(clerk, YEAR).count == 0


def test_a_page_whose_rows_were_changed_after_its_print_cannot_be_locked(clerk: Desk) -> None:
    a_long_register(clerk)
    pages = print_all(clerk)
    with clerk.store.writing() as work:
        line = work.numbers.line(pages.rows[1][-1].id)
        work.numbers.put_line(replace(line, signer="Đỗ Khánh Linh"))
        work.tell(clerk.seat.officer, "amend", "outgoing", line.id)

    with pytest.raises(BookPageChanged, match="2"):
        books.lock(clerk, YEAR, 3)
    assert not any(page.locked_at for page in books.printed(clerk, YEAR))
    assert books.lock(clerk, YEAR, 1)


def test_pages_that_were_set_before_others_were_locked_are_not_printed(clerk: Desk) -> None:
    a_long_register(clerk)
    stale = print_all(clerk)
    books.lock(clerk, YEAR, 1)

    with pytest.raises(StaleEdit):
        books.print_pages(clerk, stale)


def test_books_of_other_years_have_their_own_pages(clerk: Desk) -> None:
    a_long_register(clerk)
    print_all(clerk)

    assert books.printed(clerk, BookScope(BookKind.OUTGOING, year_days(2025))) == ()
    assert books.printed(clerk, replace(YEAR, types=frozenset({"CV"}))) == ()
