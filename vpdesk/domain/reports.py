"""Reports on the registers: which there are, what is asked of them, and what one says, ready for paper.

A report is tables in the words of the paper; bars stand beside the rows that a chart tells more of (clerical rules, 7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import groupby
from typing import Final, NamedTuple

from vpdesk.domain.book import Keeper
from vpdesk.domain.organisation import Days
from vpdesk.domain.pack import RulePack
from vpdesk.domain.periods import Period, PeriodKind
from vpdesk.domain.register import Cell


class ReportKind(Enum):
    """What a report tells of."""

    DUE = "due"
    """Open arrivals behind their day, or soon due; of the day on which it is asked for."""
    HANDLING = "handling"
    """How the arrivals of a period were worked."""
    OUTGOING = "outgoing"
    """What went out in a period, how far the numbers came, what is unusual."""
    TRAFFIC = "traffic"
    """What came and went in a period by type and sender, beside the period before."""
    LOOSE = "loose"
    """What went out and has no file copy, or lies in no case file."""
    UNSIGNED = "unsigned"
    """What was handed over and nobody signed for."""


OF_A_DAY: Final = frozenset({ReportKind.DUE})
"""The reports that are of the day on which they are asked for, and of no period."""
WIDE: Final = frozenset({ReportKind.DUE, ReportKind.LOOSE, ReportKind.UNSIGNED})
"""The reports whose pages lie across."""


@dataclass(frozen=True, slots=True)
class ReportScope:
    """What is asked for. One of a day has no period."""

    kind: ReportKind
    period: Period | None = None


class Ground(Enum):
    """What stands in a column: how it is written, and to which edge."""

    WORDS = "words"
    SHORT = "short"
    """Words or a number that names something: centred."""
    COUNT = "count"
    """A number of things: at the right, with a dot after the thousands."""
    CHANGE = "change"
    """By how much a number of things grew or shrank: with its sign."""
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a report's table; columns of one `group` stand under its name. `share` is its part of the width."""

    head: str
    share: float
    ground: Ground = Ground.WORDS
    group: str = ""

    @property
    def full_head(self) -> str:
        """Its head behind the name of its group, for where groups are not set."""
        return f"{self.group}: {self.head[:1].lower()}{self.head[1:]}" if self.group else self.head


class Head(NamedTuple):
    """A head over so many columns, and so many rows of heads high."""

    words: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn beside a row: this period's number, and that of the period before where there is one."""

    value: int
    before: int | None = None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of a table; a `is_sum` row is set apart."""

    cells: tuple[Cell, ...]
    bar: Bar | None = None
    is_sum: bool = False
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A part of a report: what is said of it in sentences, then its rows.

    `chart` heads the bars beside the rows; empty where there are none. `empty` is said in place of a table without a
    row.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[ReportRow, ...]
    said: tuple[str, ...] = ()
    chart: str = ""
    empty: str = ""

    def heads(self, number: str) -> tuple[tuple[Head, ...], ...]:
        """The rows of heads with the column that numbers the rows, and that of the bars behind the others."""
        rows = 2 if any(column.group for column in self.columns) else 1
        first = [Head(number, rows=rows)]
        for group, columns in groupby(self.columns, key=lambda column: column.group):
            those = list(columns)
            first += [Head(group, len(those))] if group else [Head(one.head, rows=rows) for one in those]
        first += [Head(self.chart, rows=rows)] if self.chart else []
        under = tuple(Head(column.head) for column in self.columns if column.group)
        return (tuple(first), under) if under else (tuple(first),)

    @property
    def most(self) -> int:
        """The largest number that a bar stands for."""
        return max((max(row.bar.value, row.bar.before or 0) for row in self.rows if row.bar), default=0)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is printed.

    `title` is what it is, `period` the days that it is of, `standing` the day on which it was read, in words. `person`
    is the officer where it tells of his own documents alone, `maker` who made it.
    """

    scope: ReportScope
    keeper: Keeper
    title: str
    period: str
    standing: str
    tables: tuple[ReportTable, ...]
    day: date
    person: str | None = None
    maker: str = ""

    def rows(self) -> Iterator[ReportRow]:
        """Every row in order."""
        for table in self.tables:
            yield from table.rows


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of reports as they stand on paper, Vietnamese whatever the window speaks."""

    pack: RulePack = field(repr=False)
    types: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "types", {one.code: one.name for one in self.pack.types})

    def filled(self, key: str, **values: object) -> str:
        """The words at a key with these values; numbers of things are written with dots after the thousands."""
        said = {name: counted(value) if isinstance(value, int) else value for name, value in values.items()}
        return self.pack.text(key).format(**said)

    def type_name(self, code: str | None) -> str:
        """The name of a type by its code; what is no code stands for itself."""
        return self.types.get(code or "", code or "")

    def named(self, code: str | None, subject: str | None) -> str:
        """A document by its type and what it is about."""
        return " ".join(f"{self.type_name(code)} {subject or ''}".split())

    def period(self, period: Period) -> str:
        """What a period is called: Tháng 12 năm 2024."""
        key = f"period.{period.kind.value}"
        if period.kind is PeriodKind.HALF_YEAR:
            key = f"{key}_{period.number}"
        number = _QUARTERS[period.number] if period.kind is PeriodKind.QUARTER else str(period.number)
        return self.pack.text(key).format(number=number, year=period.year, name=period.name)

    def days(self, days: Days) -> str:
        """From which day to which; an open end is left out."""
        first, last = (day.strftime("%d/%m/%Y") if day else "" for day in (days.first, days.last))
        if first and last:
            return self.filled("period.days", first=first, last=last)
        return self.filled("period.since", first=first) if first else ""


_QUARTERS: Final = {1: "I", 2: "II", 3: "III", 4: "IV"}


def counted(count: int) -> str:
    """A number of things as Vietnamese writes it: 1.204."""
    return f"{count:,}".replace(",", ".")


def written(cell: Cell, ground: Ground) -> str:
    """A cell as it stands on paper, by what its column holds."""
    match cell:
        case None:
            return ""
        case date():
            return cell.strftime("%d/%m/%Y")
        case int() if ground is Ground.CHANGE:
            return f"{'+' if cell > 0 else '−' if cell < 0 else ''}{counted(abs(cell))}"
        case int():
            return counted(cell)
        case _:
            return cell


def going_on(words: str) -> str:
    """Words as they go on in a sentence."""
    return f"{words[:1].lower()}{words[1:]}"
