"""Which columns a foreign register has: what its heads say, what its cells look like, and what the office made of it.

Everything here is a proposal; the clerk confirms it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Final
from uuid import UUID

from vpdesk.domain.history import canonical
from vpdesk.domain.import_values import read_day, read_number, read_reference
from vpdesk.domain.register import BookKind
from vpdesk.domain.sheets import Cell, SheetLook, SheetRow, cell_text
from vpdesk.domain.text import folded


class BookField(Enum):
    """What a column of a register holds."""

    ARRIVED_ON = "arrived_on"
    ARRIVAL_NUMBER = "arrival_number"
    SENDER = "sender"
    REFERENCE = "reference"
    """Number and symbol in one."""
    NUMBER = "number"
    SYMBOL = "symbol"
    DOCUMENT_DATE = "document_date"
    DOCUMENT_TYPE = "document_type"
    SUBJECT = "subject"
    SIGNER = "signer"
    RECIPIENTS = "recipients"
    FILE_COPY_HOLDER = "file_copy_holder"
    COPIES = "copies"
    PAGES = "pages"
    RECEIVER = "receiver"
    HANDED_ON = "handed_on"
    RECEIVED_BY = "received_by"
    DUE_ON = "due_on"
    ANSWER = "answer"
    URGENCY = "urgency"
    SECRECY = "secrecy"
    NOTES = "notes"


_F = BookField
_OF_BOTH: Final = (
    _F.REFERENCE,
    _F.NUMBER,
    _F.SYMBOL,
    _F.DOCUMENT_DATE,
    _F.DOCUMENT_TYPE,
    _F.SUBJECT,
    _F.COPIES,
    _F.HANDED_ON,
    _F.RECEIVED_BY,
    _F.URGENCY,
    _F.SECRECY,
    _F.NOTES,
)
FIELDS: Final[Mapping[BookKind, frozenset[BookField]]] = {
    BookKind.OUTGOING: frozenset({*_OF_BOTH, _F.SIGNER, _F.RECIPIENTS, _F.FILE_COPY_HOLDER}),
    BookKind.INCOMING: frozenset(
        {*_OF_BOTH, _F.ARRIVED_ON, _F.ARRIVAL_NUMBER, _F.SENDER, _F.PAGES, _F.RECEIVER, _F.DUE_ON, _F.ANSWER}
    ),
}
"""The books that lines can be taken into, and what their columns may hold."""

Columns = tuple[BookField | None, ...]


def missing(book: BookKind, columns: Columns) -> tuple[BookField, ...]:
    """What no column holds although a line of the book cannot be without it."""
    if book is BookKind.OUTGOING:
        numbered = _F.REFERENCE in columns or _F.NUMBER in columns
        return (*(() if numbered else (_F.REFERENCE,)), *(one for one in (_F.DOCUMENT_DATE,) if one not in columns))
    return tuple(one for one in (_F.ARRIVAL_NUMBER, _F.ARRIVED_ON, _F.SENDER) if one not in columns)


# --- heads --------------------------------------------------------------------------------------------------------

_SAID_OF: Final[Mapping[BookField, str]] = {
    _F.ARRIVED_ON: "ngày đến|ngày tháng đến|ngày nhận|ngày tiếp nhận|ngày vào sổ|arrived on|received on|arrival date",
    _F.ARRIVAL_NUMBER: "số đến|số văn bản đến|số vào sổ|số thứ tự đến|số công văn đến|arrival number|arrival no",
    _F.SENDER: "tác giả|cơ quan ban hành|nơi gửi|cơ quan gửi|đơn vị gửi|nơi ban hành|đơn vị ban hành|nơi gửi đến"
    "|nơi gửi văn bản|tên cơ quan ban hành văn bản|cơ quan ban hành văn bản|tác giả văn bản|sender|from|issued by",
    _F.REFERENCE: "số ký hiệu|số và ký hiệu|số ký hiệu văn bản|số hiệu|số hiệu văn bản|số văn bản|số công văn|số cv"
    "|số kí hiệu|số ký hiệu vb|document number|number and symbol|reference|ref no|doc no",
    _F.NUMBER: "số|số đi|số văn bản đi|number|no",
    _F.SYMBOL: "ký hiệu|kí hiệu|ký hiệu văn bản|symbol",
    _F.DOCUMENT_DATE: "ngày tháng văn bản|ngày tháng năm văn bản|ngày văn bản|ngày vb|ngày ban hành|ngày tháng"
    "|ngày tháng năm|ngày ký|ngày|ngày tháng ban hành|ngày phát hành|ngày đi"
    "|date of the document|document date|date|issued on",
    _F.DOCUMENT_TYPE: "loại văn bản|tên loại|loại|thể loại|tên loại văn bản|hình thức văn bản|loại vb"
    "|type of document|document type|type",
    _F.SUBJECT: "trích yếu|trích yếu nội dung|tên loại và trích yếu nội dung văn bản|tên loại và trích yếu|nội dung"
    "|tên loại và trích yếu nội dung|nội dung văn bản|trích yếu văn bản|trích yếu nội dung văn bản|về việc"
    "|tên loại trích yếu nội dung văn bản|subject|summary|title",
    _F.SIGNER: "người ký|họ tên người ký|người ký văn bản|lãnh đạo ký|người ký duyệt|signer|signed by",
    _F.RECIPIENTS: "nơi nhận|nơi nhận văn bản|đơn vị nhận|cơ quan nhận|nơi nhận vb|recipients|to",
    _F.FILE_COPY_HOLDER: "đơn vị người nhận bản lưu|người nhận bản lưu|đơn vị hoặc người nhận bản lưu|nơi lưu|bản lưu"
    "|đơn vị lưu|lưu|nơi lưu bản gốc|holder of the file copy|file copy",
    _F.COPIES: "số lượng bản|số lượng|số bản|số bản phát hành|số lượng bản phát hành|sl|copies",
    _F.PAGES: "số trang|số tờ|pages",
    _F.RECEIVER: "đơn vị hoặc người nhận|đơn vị người nhận|người nhận|người xử lý|đơn vị xử lý|chuyển cho|chủ trì"
    "|nơi nhận|đơn vị chủ trì|đơn vị nhận|cán bộ xử lý|người giải quyết|bộ phận xử lý"
    "|unit or person|receiver|handled by",
    _F.HANDED_ON: "ngày chuyển|ngày giao|ngày gửi|handed on|sent on",
    _F.RECEIVED_BY: "ký nhận|người nhận ký|signed for by|received by|signature",
    _F.DUE_ON: "thời hạn|hạn giải quyết|thời hạn giải quyết|hạn xử lý|hạn trả lời|due|due on|deadline",
    _F.ANSWER: "văn bản trả lời|số ký hiệu văn bản trả lời|trả lời|answered by|answer|reply",
    _F.URGENCY: "độ khẩn|mức độ khẩn|khẩn|urgency",
    _F.SECRECY: "độ mật|mức độ mật|mật|secrecy",
    _F.NOTES: "ghi chú|notes|note|remarks",
}
_PLAIN: Final = re.compile(r"[^0-9a-z]+")


def _plain(text: str) -> str:
    return _PLAIN.sub(" ", folded(text)).strip()


_NAMES: Final = {field: tuple(map(_plain, said.split("|"))) for field, said in _SAID_OF.items()}
_COUNTS_LINES: Final = frozenset({"stt", "tt", "so tt", "so thu tu"})
_CONTAINED: Final = 5
"""Letters that a name needs to be looked for inside a longer head."""


def meaning(head: str, book: BookKind) -> tuple[BookField, float] | None:
    """What a head of a column means in a book, and how surely (1 where it is one of the names)."""
    said = _plain(head)
    if not said or said in _COUNTS_LINES:
        return None
    best: tuple[BookField, float] | None = None
    for field in BookField:
        for name in _NAMES[field] if field in FIELDS[book] else ():
            sure = _likeness(said, name)
            if sure > (best[1] if best else 0):
                best = field, sure
    return best


def _likeness(said: str, name: str) -> float:
    if said == name:
        return 1.0
    return 0.9 * len(name) / len(said) if len(name) >= _CONTAINED and f" {name} " in f" {said} " else 0.0


_LIKELY: Final = 0.3


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a sheet: what it calls its columns, and the line after which the lines of the register begin."""

    names: tuple[str, ...]
    last_line: int
    columns: Columns

    @property
    def known(self) -> int:
        """How many of its columns are understood."""
        return sum(column is not None for column in self.columns)


def find_head(rows: Sequence[SheetRow], book: BookKind) -> Head:
    """The head of a sheet, of one row or of two with joined cells; empty where no row is like one."""
    best = Head((), 0, ())
    for place, row in enumerate(rows):
        for names, last in _heads_from(rows, place, row):
            columns = _columns(names, book)
            if sum(one is not None for one in columns) > best.known:
                best = Head(tuple(" ".join(one) for one in names), last, columns)
    if best.known < _ENOUGH_HEADS:
        return Head((), 0, ())
    below = next((row for row in rows if row.line > best.last_line), None)
    if below is not None and _counts_columns(below):
        return Head(best.names, below.line, best.columns)
    return best


_ENOUGH_HEADS: Final = 2


def _heads_from(rows: Sequence[SheetRow], place: int, row: SheetRow) -> Iterable[tuple[list[tuple[str, ...]], int]]:
    """The names of columns that begin in a row: in it alone, and with the row below."""
    if not all(isinstance(cell, str | None) for cell in row.cells):
        return
    upper = [cell_text(cell) for cell in row.cells]
    yield [(name,) if name else () for name in upper], row.line
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is None or not _is_like_head(below):
        return
    lower = [cell_text(cell) for cell in below.cells]
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    names, over = list[tuple[str, ...]](), ""
    for above, under in zip(upper, lower, strict=True):
        over = above or (over if under else "")  # A joined cell says its words once.
        names.append(tuple(filter(None, (over, under))))
    yield names, below.line


def _is_like_head(row: SheetRow) -> bool:
    texts = [cell for cell in row.cells if cell is not None]
    return all(isinstance(one, str) and not any(letter.isdigit() for letter in one) for one in texts)


def _counts_columns(row: SheetRow) -> bool:
    """Whether a row only counts the columns, as 1, (2), 3 do."""
    said = [re.sub(r"[()\s]", "", cell_text(cell)) for cell in row.cells if cell is not None]
    if len(said) < 3 or not all(one.isdecimal() for one in said):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(said)) and int(said[0]) <= 2


def _columns(names: Sequence[tuple[str, ...]], book: BookKind) -> Columns:
    """What the columns mean; of two that mean the same, the one that says so more surely."""
    meant = [_meant(name, book) for name in names]
    surest: dict[BookField, tuple[float, int]] = {}
    for place, found in enumerate(meant):
        if found is not None and found[1] >= _LIKELY and found[1] > surest.get(found[0], (0.0, 0))[0]:
            surest[found[0]] = found[1], place
    chosen = {place: field for field, (_sure, place) in surest.items()}
    return tuple(chosen.get(place) for place in range(len(names)))


def _meant(name: tuple[str, ...], book: BookKind) -> tuple[BookField, float] | None:
    """What the parts of a head mean together, or the lowest alone."""
    said = [found for part in {" ".join(name), name[-1] if name else ""} if (found := meaning(part, book))]
    return max(said, key=lambda found: found[1], default=None)


# --- what the cells look like -------------------------------------------------------------------------------------

_MOST: Final = 0.7


def by_contents(columns: Columns, rows: Sequence[SheetRow], book: BookKind, today: date) -> Columns:
    """The columns with those filled in that their cells give away: days, references, rising numbers, long words."""
    width = max((len(row.cells) for row in rows), default=0)
    found: list[BookField | None] = [*columns, *[None] * (width - len(columns))]
    cells = [[row.cells[place] for row in rows if place < len(row.cells)] for place in range(width)]
    for place, field in enumerate(found):
        if field is _F.NUMBER and _share(cells[place], _is_reference) >= _MOST and _F.REFERENCE not in found:
            found[place] = _F.REFERENCE
    for field in _guessed(book, found):
        looks = _LOOKS[field]
        at = next((at for at in range(width) if found[at] is None and looks(cells[at], today)), None)
        if at is not None:
            found[at] = field
    return tuple(found)


def _guessed(book: BookKind, found: Sequence[BookField | None]) -> tuple[BookField, ...]:
    if book is BookKind.INCOMING:
        wanted: tuple[BookField, ...] = (_F.ARRIVED_ON, _F.REFERENCE, _F.ARRIVAL_NUMBER, _F.DOCUMENT_DATE, _F.SUBJECT)
    else:
        wanted = (_F.REFERENCE, _F.DOCUMENT_DATE, _F.SUBJECT)
    numbered = _F.NUMBER in found
    return tuple(one for one in wanted if one not in found and not (one is _F.REFERENCE and numbered))


def _share(cells: Sequence[Cell], is_one: Callable[[Cell], bool]) -> float:
    filled = [cell for cell in cells if cell is not None]
    return sum(map(is_one, filled)) / len(filled) if filled else 0.0


def _is_reference(cell: Cell) -> bool:
    found = read_reference(cell_text(cell)) if isinstance(cell, str) else None
    return found is not None and found.symbol is not None


def _are_days(cells: Sequence[Cell], today: date) -> bool:
    return (
        _share([one for one in cells if not isinstance(one, int)], lambda one: read_day(one, today) is not None)
        >= _MOST
    )


def _are_references(cells: Sequence[Cell], _today: date) -> bool:
    return _share(cells, _is_reference) >= _MOST


def _are_rising(cells: Sequence[Cell], _today: date) -> bool:
    numbers = [found[0] for cell in cells if cell is not None and (found := read_number(cell_text(cell)))]
    steps = list(pairwise(numbers))
    return len(steps) > 1 and sum(after >= before for before, after in steps) >= _MOST * len(steps)


def _are_long_words(cells: Sequence[Cell], _today: date) -> bool:
    return _share(cells, lambda one: isinstance(one, str) and len(one) >= 25) >= _MOST / 2


_LOOKS: Final = {
    _F.ARRIVED_ON: _are_days,
    _F.DOCUMENT_DATE: _are_days,
    _F.REFERENCE: _are_references,
    _F.ARRIVAL_NUMBER: _are_rising,
    _F.SUBJECT: _are_long_words,
}


# --- the plan -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How a sheet is taken in: which one, after which line, what its columns mean, into which register.

    `shape` is what files with the same columns have in common: under it the columns are remembered. `arrival_book`
    is the book of arrivals; `document_type` the code of lines that say nothing of their type; `year` the year of days
    that have none.
    """

    book: BookKind
    sheet: int
    head_line: int
    columns: Columns
    arrival_book: UUID | None = None
    document_type: str | None = None
    year: int | None = None
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a sheet: the plan, the names of its columns, its first lines.

    `is_remembered` says that the office has confirmed the columns of a file of this shape before.
    """

    name: str
    plan: ImportPlan
    heads: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    writing: str | None = None
    uncomputed: int = 0
    is_remembered: bool = False

    @property
    def understood(self) -> int:
        """How many columns are understood, none where a line could not be made."""
        return 0 if missing(self.plan.book, self.plan.columns) else sum(map(bool, self.plan.columns))


_YEAR: Final = re.compile(r"(?:năm|nam|year)\s*:?\s*(20\d\d|19\d\d)\b", re.IGNORECASE)


def propose(look: SheetLook, sheet: int, today: date, book: BookKind | None = None) -> Proposal:
    """What a sheet seems to be: a book of this kind, or of the one that more of its columns speak for."""
    return max(
        (_propose_as(look, sheet, today, one) for one in ([book] if book else FIELDS)),
        key=lambda one: (one.understood, len(one.heads)),
    )


def _propose_as(look: SheetLook, sheet: int, today: date, book: BookKind) -> Proposal:
    head = find_head(look.rows, book)
    body = tuple(row for row in look.rows if row.line > head.last_line)
    columns = by_contents(head.columns, body, book, today)
    width = len(columns)
    heads = (*head.names, *[""] * (width - len(head.names)))
    above = " ".join(cell_text(cell) for row in look.rows if row.line <= head.last_line for cell in row.cells)
    year = _YEAR.search(f"{above} {look.name}")
    plan = ImportPlan(book, sheet, head.last_line, columns, year=int(year[1]) if year else None, shape=shape_of(heads))
    return Proposal(look.name, plan, heads, body, look.writing, look.uncomputed)


def shape_of(heads: Sequence[str]) -> str:
    """What files of the same columns have in common, in hexadecimal."""
    said = canonical([_plain(head) for head in heads])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def plan_value(plan: ImportPlan) -> str:
    """What the office confirmed of a plan, as a setting keeps it."""
    return canonical(
        {
            "book": plan.book.value,
            "columns": [column.value if column else None for column in plan.columns],
            "document_type": plan.document_type,
        }
    )


def remembered(proposal: Proposal, value: str) -> Proposal:
    """A proposal with what the office has confirmed for this shape before."""
    kept = json.loads(value)
    plan = replace(
        proposal.plan,
        book=BookKind(kept["book"]),
        columns=tuple(BookField(one) if one else None for one in kept["columns"]),
        document_type=kept["document_type"],
    )
    return replace(proposal, plan=plan, is_remembered=True)
