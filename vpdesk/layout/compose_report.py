"""A report as content: whose it is, what it is of, its tables with their bars, who made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vpdesk.domain.body import Alignment, Run
from vpdesk.domain.dates import written_date
from vpdesk.domain.dispatch import Orientation, PageSetup
from vpdesk.domain.register import Cell
from vpdesk.domain.reports import (
    WIDE,
    Bar,
    Column,
    Ground,
    Report,
    ReportRow,
    ReportTable,
    ReportWords,
    counted,
    going_on,
    written,
)
from vpdesk.layout import content
from vpdesk.layout.content import BarPair, Closing, Content, Item, Running, Section, Signature, Table, Text, plain
from vpdesk.layout.norms import Role

REPORT: Final = "report"
"""The component of what stands in a report."""

_NUMBER_SHARE: Final = 0.8
_CHART_SHARE: Final = 4.6
_ALIGNED: Final = {
    Ground.SHORT: Alignment.CENTRED,
    Ground.DAY: Alignment.CENTRED,
    Ground.COUNT: Alignment.RIGHT,
    Ground.CHANGE: Alignment.RIGHT,
}


def compose_report(report: Report, words: ReportWords) -> Content:
    """The pages of a report."""
    items = [*_head(report, words)]
    for table in report.tables:
        items += _part(table, words)
    items += _signed(report, words)
    is_wide = report.scope.kind in WIDE
    page = PageSetup(orientation=Orientation.LANDSCAPE if is_wide else Orientation.PORTRAIT)
    running = Running(
        foot=plain(
            Role.CONTACT_LINE,
            "running",
            words.filled("report.running", title=report.title, period=going_on(report.period)),
        ),
        folio=words.filled("report.folio", page="{page}"),
    )
    section = Section(tuple(items), (None,) * len(items), page, running=running)
    return Content((section,), None, report.title, " ".join(report.keeper.body.split()), report.period)


def _head(report: Report, words: ReportWords) -> Iterator[Item]:
    keeper = report.keeper
    if keeper.parent_body:
        yield plain(Role.PARENT_BODY, "1", " ".join(keeper.parent_body.split()))
    yield plain(Role.ISSUING_BODY, "2", " ".join(keeper.body.split()))
    yield plain(Role.TYPE_NAME, REPORT, report.title.upper())
    person = words.filled("report.person", name=report.person) if report.person else ""
    for line in filter(None, (report.period, person, report.standing if report.standing != report.period else "")):
        yield plain(Role.LETTER_SUMMARY, REPORT, line)


def _part(table: ReportTable, words: ReportWords) -> Iterator[Item]:
    if table.title:
        yield plain(Role.HEADING_1, REPORT, table.title)
    for sentence in table.said:
        yield plain(Role.PARAGRAPH, REPORT, sentence)
    if table.rows:
        yield _table(table, words)
    elif table.empty:
        yield plain(Role.PARAGRAPH, REPORT, table.empty)


# --- tables -----------------------------------------------------------------------------------------------------------


def _table(table: ReportTable, words: ReportWords) -> Table:
    heads = tuple(_heads(table, words))
    shares = [_NUMBER_SHARE, *(column.share for column in table.columns)]
    shares += [_CHART_SHARE] if table.chart else []
    body = tuple(_row(row, number, table) for number, row in enumerate(table.rows, 1))
    return Table(tuple(shares), len(heads), (*heads, *body), ends_in_sum=table.rows[-1].is_sum)


def _heads(table: ReportTable, words: ReportWords) -> Iterator[tuple[content.Cell, ...]]:
    """The rows of heads: columns of one group stand under its name."""
    for row in table.heads(words.filled("report.number")):
        yield tuple(
            content.Cell((plain(Role.TABLE_HEADER, "heads", head.words),), head.columns, head.rows) for head in row
        )


def _row(row: ReportRow, number: int, table: ReportTable) -> tuple[content.Cell, ...]:
    cells = [_cell("" if row.is_sum else str(number), Alignment.CENTRED)]
    cells += [_written_cell(cell, column, row) for column, cell in zip(table.columns, row.cells, strict=True)]
    if table.chart:
        cells.append(_bars(row.bar, table.most) if row.bar else _cell("", None))
    return tuple(cells)


def _written_cell(cell: Cell, column: Column, row: ReportRow) -> content.Cell:
    return _cell(written(cell, column.ground), _ALIGNED.get(column.ground), is_bold=row.is_sum)


def _cell(text: str, align: Alignment | None, *, is_bold: bool = False) -> content.Cell:
    return content.Cell((Text(Role.TABLE_CELL, REPORT, (Run(text, bold=is_bold),), align=align),))


def _bars(bar: Bar, most: int) -> content.Cell:
    before = "" if bar.before is None else counted(bar.before)
    return content.Cell((), bars=BarPair(bar.value, counted(bar.value), most, counted(most), bar.before, before))


# --- who made it ------------------------------------------------------------------------------------------------------


def _signed(report: Report, words: ReportWords) -> Iterator[Item]:
    keeper = report.keeper
    place = keeper.place or words.filled("report.blank")
    said = words.filled("report.place_and_date", place=place, day=written_date(report.day))
    yield plain(Role.PLACE_AND_DATE, "4", said)
    people: Sequence[tuple[str, str | None]] = (
        (words.filled("report.maker"), report.maker or None),
        (keeper.head_position or words.filled("report.head"), keeper.head),
    )
    signatures = tuple(
        Signature((plain(Role.POSITION, "7b", position),), plain(Role.SIGNATORY, "7b", name) if name else None)
        for position, name in people
    )
    yield Closing(None, (), signatures, None)
