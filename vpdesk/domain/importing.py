"""Lines of a foreign register: read from rows, held against the office's own, counted.

A line that cannot be read is never guessed at: it is told with its reason, and goes to the sheet of corrections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple
from uuid import UUID

from vpdesk.domain.import_fields import BookField, ImportPlan
from vpdesk.domain.import_values import bare_reference, is_secret, read_count, read_day, read_names, read_reference
from vpdesk.domain.register import BookKind
from vpdesk.domain.sheets import Cell, CellFault, SheetRow, cell_text
from vpdesk.domain.text import entered, folded


class Reason(Enum):
    """Why a line could not be taken in."""

    FAULTY_CELL = "faulty_cell"
    NO_NUMBER = "no_number"
    NUMBER_NOT_READ = "number_not_read"
    NO_DATE = "no_date"
    DATE_NOT_READ = "date_not_read"
    DATE_IN_FUTURE = "date_in_future"
    NO_SENDER = "no_sender"
    NO_TYPE = "no_type"
    NO_BODY = "no_body"
    NO_TERM = "no_term"
    ROW_CLOSED = "row_closed"
    NUMBER_TAKEN = "number_taken"
    """The register has the number, and no paper for it: it is held, void, or of a secret document."""
    SECRET = "secret"


class Faulty(NamedTuple):
    """A row that could not be read: why, and the words that were at fault."""

    reason: Reason
    words: str = ""


@dataclass(frozen=True, slots=True)
class OutgoingEntry:
    """A line of an outgoing register as a file has it. `symbol` is what stands behind the number."""

    number: int
    suffix: str
    symbol: str | None
    written: str
    day: date
    type_name: str | None = None
    subject: str | None = None
    signer: str | None = None
    recipients: tuple[str, ...] = ()
    file_copy_holder: str | None = None
    copies: int | None = None
    notes: str | None = None
    urgency: str | None = None
    sent_on: date | None = None
    received_by: str | None = None
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class IncomingEntry:
    """A line of a book of arrivals as a file has it."""

    number: int
    suffix: str
    arrived_on: date
    sender: str
    reference: str | None = None
    document_date: date | None = None
    document_type: str | None = None
    subject: str | None = None
    receiver: str | None = None
    handed_on: date | None = None
    received_by: str | None = None
    due_on: date | None = None
    answer: str | None = None
    pages: int | None = None
    copies: int | None = None
    urgency: str | None = None
    notes: str | None = None


Entry = OutgoingEntry | IncomingEntry
Read = Entry | Faulty | None
"""What came of a row: an entry, a fault, or None for a row that is no line (a title, a head that is repeated)."""

_F = BookField


class RowReader:
    """Reads the rows of a sheet by a plan."""

    def __init__(self, plan: ImportPlan, today: date) -> None:
        self._plan, self._today = plan, today
        self._places = {column: place for place, column in enumerate(plan.columns) if column is not None}
        self._read = self._outgoing if plan.book is BookKind.OUTGOING else self._incoming

    def read(self, row: SheetRow) -> Read:
        """What a row of the register says."""
        cells = {
            column: row.cells[place]
            for column, place in self._places.items()
            if place < len(row.cells) and row.cells[place] is not None
        }
        if len(cells) < 2 and not any(one in cells for one in _KEYS):
            return None
        faulty = next((cell for cell in cells.values() if isinstance(cell, CellFault)), None)
        if faulty is not None:
            return Faulty(Reason.FAULTY_CELL, faulty.text)
        try:
            return self._read(cells)
        except _Unread as trouble:
            return None if _is_title(row) else trouble.fault

    def _outgoing(self, cells: Mapping[BookField, Cell]) -> OutgoingEntry:
        number, suffix, symbol, written = self._number(cells)
        sent_on = self._day(cells, _F.HANDED_ON, optional=True)
        day = self._day(cells, _F.DOCUMENT_DATE)
        assert day is not None  # noqa: S101 -- it is asked for
        return OutgoingEntry(
            number=number,
            suffix=suffix,
            symbol=symbol,
            written=written,
            day=day,
            type_name=_words(cells, _F.DOCUMENT_TYPE),
            subject=_words(cells, _F.SUBJECT),
            signer=_words(cells, _F.SIGNER),
            recipients=read_names(cells.get(_F.RECIPIENTS)),
            file_copy_holder=_words(cells, _F.FILE_COPY_HOLDER),
            copies=_count(cells, _F.COPIES),
            notes=_words(cells, _F.NOTES),
            urgency=_words(cells, _F.URGENCY),
            sent_on=sent_on,
            received_by=_words(cells, _F.RECEIVED_BY),
            is_secret=_is_secret(cells),
        )

    def _number(self, cells: Mapping[BookField, Cell]) -> tuple[int, str, str | None, str]:
        """Number, letter and symbol, from one column or from two; and as they are written, as far as they are."""
        whole, number = cell_text(cells.get(_F.REFERENCE)), cell_text(cells.get(_F.NUMBER))
        symbol = _words(cells, _F.SYMBOL)
        if not (whole or number):
            raise _Unread(Reason.NO_NUMBER)
        found = (read_reference(whole) if whole else None) or (read_reference(number) if number else None)
        if found is None:
            raise _Unread(Reason.NUMBER_NOT_READ, whole or number)
        written = bare_reference(whole) if whole and found.symbol else ""
        return found.number, found.suffix, found.symbol or symbol, written

    def _incoming(self, cells: Mapping[BookField, Cell]) -> IncomingEntry:
        said = cell_text(cells.get(_F.ARRIVAL_NUMBER))
        if not said:
            raise _Unread(Reason.NO_NUMBER)
        found = read_reference(said)
        if found is None or found.symbol is not None:
            raise _Unread(Reason.NUMBER_NOT_READ, said)
        if _is_secret(cells):
            raise _Unread(Reason.SECRET)
        arrived_on = self._day(cells, _F.ARRIVED_ON)
        sender = _words(cells, _F.SENDER)
        if sender is None:
            raise _Unread(Reason.NO_SENDER)
        assert arrived_on is not None  # noqa: S101 -- it is asked for
        return IncomingEntry(
            number=found.number,
            suffix=found.suffix,
            arrived_on=arrived_on,
            sender=sender,
            reference=_reference_in(cells),
            document_date=self._day(cells, _F.DOCUMENT_DATE, optional=True),
            document_type=_words(cells, _F.DOCUMENT_TYPE),
            subject=_words(cells, _F.SUBJECT),
            receiver=_words(cells, _F.RECEIVER),
            handed_on=self._day(cells, _F.HANDED_ON, optional=True),
            received_by=_words(cells, _F.RECEIVED_BY),
            due_on=self._day(cells, _F.DUE_ON, optional=True, may_come=True),
            answer=_words(cells, _F.ANSWER),
            pages=_count(cells, _F.PAGES),
            copies=_count(cells, _F.COPIES),
            urgency=_words(cells, _F.URGENCY),
            notes=_words(cells, _F.NOTES),
        )

    def _day(
        self, cells: Mapping[BookField, Cell], column: BookField, *, optional: bool = False, may_come: bool = False
    ) -> date | None:
        cell = cells.get(column)
        if cell is None:
            if optional:
                return None
            raise _Unread(Reason.NO_DATE)
        day = read_day(cell, self._today, self._plan.year)
        if day is None:
            raise _Unread(Reason.DATE_NOT_READ, cell_text(cell))
        if day > self._today and not may_come:
            raise _Unread(Reason.DATE_IN_FUTURE, cell_text(cell))
        return day


class _Unread(Exception):
    def __init__(self, reason: Reason, words: str = "") -> None:
        super().__init__(reason.value)
        self.fault = Faulty(reason, words)


_KEYS: Final = (_F.REFERENCE, _F.NUMBER, _F.ARRIVAL_NUMBER)


def _is_title(row: SheetRow) -> bool:
    """Whether a row is none of the register's: words in one cell, or a head that is repeated on each page."""
    said = [cell_text(cell) for cell in row.cells if cell is not None]
    if len(said) == 1:
        return True
    return not any(letter.isdigit() for words in said for letter in words) and _REPEATED.issubset(
        word for words in said for word in folded(words).split()
    )


_REPEATED: Final = frozenset({"so", "ngay"})


def _words(cells: Mapping[BookField, Cell], column: BookField) -> str | None:
    return _entered(cell_text(cells.get(column)))


_entered = lru_cache(maxsize=4096)(entered)


def _count(cells: Mapping[BookField, Cell], column: BookField) -> int | None:
    return read_count(cells.get(column))


def _is_secret(cells: Mapping[BookField, Cell]) -> bool:
    level, notes = _words(cells, _F.SECRECY), _words(cells, _F.NOTES)
    return (level is not None and is_secret(level)) or (notes is not None and len(notes) > 1 and is_secret(notes))


def _reference_in(cells: Mapping[BookField, Cell]) -> str | None:
    """The reference of an arrival as written, from one column or from two."""
    whole = _words(cells, _F.REFERENCE) or _words(cells, _F.NUMBER)
    symbol = _words(cells, _F.SYMBOL)
    if whole is None:
        return None
    bare = bare_reference(whole)
    if symbol is None:
        return bare
    return f"{bare}/{symbol}" if read_reference(bare) and symbol not in bare else bare


# --- held against the register ------------------------------------------------------------------------------------


class Verdict(Enum):
    """What a line of the file is to the register."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    """The register says something else, and takes over what the file says."""
    DIFFERS = "differs"
    """The register says something else and keeps it: what was issued stays as its paper says."""
    DUPLICATE = "duplicate"
    """The file has the number twice; the first line counts."""
    UNREADABLE = "unreadable"


class Change(NamedTuple):
    """What a column of a line says in the register, and in the file."""

    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A line of the file and what became of it. `reference` is its number as it is written."""

    line: int
    verdict: Verdict
    reference: str = ""
    fault: Faulty | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that neither the file nor the register has, between the first and the last of the file."""

    row: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines of a file are what to the register; `gaps` are numbers that nobody has."""

    new: int = 0
    same: int = 0
    changed: int = 0
    differs: int = 0
    duplicate: int = 0
    unreadable: int = 0
    gaps: int = 0

    @property
    def lines(self) -> int:
        """Every line that was read."""
        return self.new + self.same + self.changed + self.differs + self.duplicate + self.unreadable

    def with_one(self, verdict: Verdict) -> Counts:
        """The counts with one line more."""
        return replace(self, **{verdict.value: getattr(self, verdict.value) + 1})


SHOWN: Final = 500
"""Lines to look at that a report keeps; the sheet of corrections has all that could not be read."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an import would do, or has done. `digest` is the SHA-256 of the file that was tried."""

    name: str
    plan: ImportPlan
    digest: str
    counts: Counts
    to_look_at: tuple[Judged, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """Lines that were taken in at once. `before` is what the act changed, as it was, for whoever takes it back."""

    id: UUID
    book_kind: str
    file_name: str
    digest: str
    made_at: datetime
    officer: UUID
    before: str
    counts: str
    undone_at: datetime | None = None
    undone_by: UUID | None = None


class Tally:
    """Counts lines as they are judged, and keeps those that somebody has to look at."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(Verdict, 0)
        self._to_look_at: list[Judged] = []

    def take(self, judged: Judged) -> None:
        """Count a line."""
        self._counts[judged.verdict] += 1
        if judged.verdict not in _FINE and len(self._to_look_at) < SHOWN:
            self._to_look_at.append(judged)

    def counts(self, gaps: Iterable[Gap]) -> Counts:
        """What was counted."""
        return Counts(
            **{verdict.value: count for verdict, count in self._counts.items()},
            gaps=sum(gap.last - gap.first + 1 for gap in gaps),
        )

    @property
    def lines(self) -> int:
        """How many lines were counted."""
        return sum(self._counts.values())

    @property
    def to_look_at(self) -> tuple[Judged, ...]:
        """The first lines that somebody has to look at."""
        return tuple(self._to_look_at)


_FINE: Final = frozenset({Verdict.NEW, Verdict.SAME})


def changes_of(before: object, after: Mapping[str, Any]) -> tuple[Change, ...]:
    """Where the file says something else than a line; what the file leaves empty changes nothing."""
    return tuple(
        Change(name, _as_text(said), _as_text(value))
        for name, value in after.items()
        if value not in (None, ()) and _as_text(value) != _as_text(said := getattr(before, name))
    )


def _as_text(value: object) -> str | None:
    match value:
        case None:
            return None
        case date():
            return value.isoformat()
        case tuple():
            return "\n".join(value) or None
        case _:
            return str(value)


def gaps_in(row: str, numbers: Iterable[int], taken: Callable[[int, int], Iterable[int]]) -> Iterator[Gap]:
    """The runs of numbers between the first and the last of a file that neither it nor the register has.

    `taken` gives the numbers of the register from one to another.
    """
    there = set(numbers)
    if not there:
        return
    there |= set(taken(min(there), max(there)))
    ordered = sorted(there)
    for before, after in pairwise(ordered):
        if after > before + 1:
            yield Gap(row, before + 1, after - 1)


@dataclass(slots=True)
class Seen:
    """The numbers that a file has had, by the row or the year they belong to."""

    _numbers: dict[object, set[tuple[int, str]]] = field(default_factory=dict)

    def is_first(self, row: object, number: int, suffix: str) -> bool:
        """Note a number; whether it came for the first time."""
        there = self._numbers.setdefault(row, set())
        if (number, suffix) in there:
            return False
        there.add((number, suffix))
        return True

    def rows(self) -> Iterator[tuple[Any, set[int]]]:
        """Every row with its numbers."""
        for row, numbers in self._numbers.items():
            yield row, {number for number, _ in numbers}
