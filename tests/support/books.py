"""Registers for the tests of their books: rows of numbers and arrivals put straight into a store."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalBook, ArrivalState, ArrivalYear, IncomingDocument
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import Correction, Delivery, FileCopyUse, LineState, Link, LinkKind, Method, RegisterLine
from vpdesk.domain.series import Series
from vpdesk.layout.frame import GlyphRun, PagedDocument
from vpdesk.services.desk import Desk

TERM = Days(date(2020, 8, 1), date(2025, 6, 30))
TAKEN = datetime(2024, 12, 20, 2, tzinfo=UTC)

SYLLABLES = (
    "đẩy mạnh công tác tuyên truyền kỷ niệm ngày thành lập Đảng triển khai thực hiện kế hoạch sơ kết tổng kết "
    "hướng dẫn sinh hoạt chi bộ dư luận xã hội lớp bồi dưỡng lý luận chính trị"
).split()


def a_series(desk: Desk, group: str = "CV", **changes: Any) -> Series:
    """A row of numbers of the sample office's first body, in its term."""
    with desk.store.writing() as work:
        body = work.organisation.bodies()[0]
        series = Series(new_id(work.now), body.id, group, TERM, body.terms[0].id)
        series = replace(series, **changes)
        work.numbers.put_series(series)
        work.tell(desk.seat.officer, "open", "series", series.id)
    return series


def a_line(desk: Desk, series: Series, number: int, **changes: Any) -> RegisterLine:
    """A line as the register would have it."""
    assert desk.seat.officer is not None
    line = RegisterLine(
        id=uuid5(series.id, str(number)),
        series=series.id,
        number=number,
        reference=f"{number:02d}-{series.group}/BTGHU",
        state=LineState.ISSUED,
        entered_at=TAKEN,
        entered_by=desk.seat.officer,
        document_type=series.group,
        document_date=date(2024, 12, 20),
        subject="đẩy mạnh công tác tuyên truyền",
        signer="Trần Minh Khôi",
        recipients=("Thường trực Huyện ủy", "Các chi bộ, đảng bộ"),
        file_copy_holder="Văn thư",
        copies=14,
    )
    return replace(line, **changes)


def keep_lines(desk: Desk, series: Series, lines: Iterable[RegisterLine]) -> tuple[RegisterLine, ...]:
    """Put lines into the register, and the row of numbers on."""
    with desk.store.writing() as work:
        kept = tuple(map(work.numbers.put_line, lines))
        last = max((series.last, *(line.number for line in kept)))
        work.numbers.put_series(replace(work.numbers.series(series.id), last=last))
        work.tell(desk.seat.officer, "register", "outgoing", kept[0].id)
    return kept


def keep(desk: Desk, *records: Delivery | Link | Correction) -> None:
    """Put what belongs to lines into the register."""
    with desk.store.writing() as work:
        for record in records:
            match record:
                case Delivery():
                    work.numbers.put_deliveries([record])
                case Link():
                    work.numbers.put_link(record)
                case Correction():
                    work.numbers.add_correction(record)
        work.tell(desk.seat.officer, "register", "outgoing", records[0].id)


def a_small_register(desk: Desk) -> tuple[RegisterLine, ...]:
    """Some công văn with everything that can befall a number, one kế hoạch, how they were sent, who used a copy."""
    letters, plans = a_series(desk), a_series(desk, "KH")
    made = keep_lines(
        desk,
        letters,
        [
            a_line(desk, letters, 1, copies=14),
            a_line(desk, letters, 2, state=LineState.VOID, reason="sai thể thức"),
            a_line(
                desk,
                letters,
                3,
                state=LineState.HELD,
                reason="chờ chữ ký",
                held_for="Lương Gia Bách",
                document_date=None,
                subject=None,
                signer=None,
                recipients=(),
                copies=None,
                file_copy_holder=None,
            ),
            a_line(desk, letters, 4, state=LineState.WITHHELD, subject="không được in", signer="Không Được In"),
            a_line(desk, letters, 5, document_date=date(2024, 12, 19), date_reason="văn bản ký trước"),
            a_line(desk, letters, 7, state=LineState.EXTERNAL, reason="soạn trên máy khác", notes="bản giấy"),
        ],
    )
    (plan,) = keep_lines(desk, plans, [a_line(desk, plans, 1, subject="kỷ niệm 95 năm Ngày thành lập Đảng")])
    first, fifth = made[0], made[4]
    keep(
        desk,
        Delivery(UUID(int=11), first.id, 1, "Đảng ủy xã An Lạc", 2, Method.POST, date(2024, 12, 21), 1),
        Delivery(
            UUID(int=12), first.id, 2, "Thường trực Huyện ủy", 1, Method.BY_HAND, date(2024, 12, 20), None, "Ng. Hà"
        ),
        Delivery(UUID(int=13), plan.id, 1, "Đảng ủy xã Bình Minh", 1, Method.POST, date(2024, 12, 23), 2),
        Link(UUID(int=14), fifth.id, first.id, LinkKind.REPLACES, TAKEN, first.entered_by),
    )
    use_of = FileCopyUse(
        UUID(int=15), first.id, date(2024, 12, 23), "Trịnh Bảo Ngọc", "01.TG", "Ngọc", None, "Đỗ Khánh Linh"
    )
    with desk.store.writing() as work:
        work.file_copies.put(use_of)
        work.tell(desk.seat.officer, "lend", "file_copy_use", use_of.id)
    return (*made, plan)


def a_small_register_of_arrivals(desk: Desk) -> ArrivalBook:
    """A book with some arrivals: handed over, answered, void, secret, and a number of which no line speaks."""
    assert desk.seat.officer is not None
    book = ArrivalBook(UUID(int=20), "Sổ thường")
    usual = IncomingDocument(
        UUID(int=21),
        book.id,
        2024,
        1,
        TAKEN,
        desk.seat.officer,
        date(2024, 12, 20),
        "Ban Tuyên giáo Thành ủy",
        reference="1450-CV/BTGTU",
        document_type="CV",
        document_date=date(2024, 12, 18),
        subject="chuẩn bị Hội nghị báo cáo viên",
        receiver="Lương Gia Bách",
        handed_on=date(2024, 12, 20),
        received_by="Bách",
        due_on=date(2024, 12, 27),
        answer="01-CV/BTGHU",
    )
    arrivals = (
        usual,
        replace(
            usual,
            id=UUID(int=22),
            arrival_number=2,
            reference="12/UBND-VX",
            sender="Ủy ban nhân dân huyện",
            answer=None,
        ),
        replace(usual, id=UUID(int=23), arrival_number=3, state=ArrivalState.VOID, reason="vào sổ hai lần"),
        replace(usual, id=UUID(int=25), arrival_number=5, secrecy="MẬT", subject="không được in", notes=None),
    )
    with desk.store.writing() as work:
        work.arrivals.put_book(book)
        work.arrivals.put_year(ArrivalYear(book.id, 2024, last=5))
        for arrival in arrivals:
            work.arrivals.put(arrival)
        work.tell(desk.seat.officer, "register", "incoming", usual.id)
    return book


def many_lines(desk: Desk, series: Series, count: int, seed: int = 7) -> list[RegisterLine]:
    """So many lines made by chance, the same each time; each subject ends in a word of its own."""
    chance = random.Random(seed)
    states = [LineState.ISSUED] * 20 + [LineState.VOID, LineState.EXTERNAL]
    return [
        a_line(
            desk,
            series,
            number,
            state=chance.choice(states),
            reason="sai thể thức",
            subject=f"{' '.join(chance.choices(SYLLABLES, k=chance.randint(3, 40)))} mã{number:05d}",
            document_date=date(2024, 1, 1) + timedelta(days=number // 10),
            recipients=tuple(f"Đảng ủy xã số {one}" for one in range(chance.randint(1, 4))),
        )
        for number in range(1, count + 1)
    ]


def readable(document: PagedDocument) -> str:
    """The pages of a book as text that a person can read: a line for each line of type, its columns parted."""
    pages = (_page(number, page) for number, page in enumerate(document.pages, 1))
    return "".join(pages)


def _page(number: int, page: Any) -> str:
    rows: dict[float, list[tuple[float, str]]] = {}
    struck: set[float] = set()
    for x, y, placed in page.lines():
        words = "".join(item.ink.text for item in placed.line.items if isinstance(item.ink, GlyphRun))
        if words.strip():
            rows.setdefault(round(y, 1), []).append((x, words))
        if placed.place.role == "table_cell" and any(not isinstance(item.ink, GlyphRun) for item in placed.line.items):
            struck.add(round(y, 1))
    lines = (("~ " if y in struck else "  ") + " | ".join(words for _, words in sorted(rows[y])) for y in sorted(rows))
    return f"--- {number}\n" + "".join(f"{line.rstrip()}\n" for line in lines)


def words_of(document: PagedDocument, pages: Sequence[int] | None = None) -> str:
    """The words of a document in reading order."""
    chosen = document.pages if pages is None else [document.pages[number] for number in pages]
    return " ".join(ink.ink.text for page in chosen for ink in page.inks() if isinstance(ink.ink, GlyphRun))
