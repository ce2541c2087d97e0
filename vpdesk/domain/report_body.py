"""A report as the text of a dispatch (báo cáo): its parts under headings, its sentences, its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from vpdesk.domain.body import Alignment, Block, Body, Cell, Heading, Paragraph, Run, Table
from vpdesk.domain.numbering import roman
from vpdesk.domain.reports import Ground, Report, ReportRow, ReportTable, ReportWords, going_on, written

MOST_ROWS: Final = 60
"""Rows of a table that go into a text; a longer list is enclosed as a print of the report."""

_NUMBER_SHARE: Final = 1.0


def body_of(report: Report, body: str, words: ReportWords) -> Body:
    """The text of a paper by which a body, as running text names it, sends a report."""
    return tuple(_blocks(report, body, words))


def subject_of(report: Report, words: ReportWords) -> str:
    """What that paper is about."""
    title = going_on(report.title)
    if report.scope.period is None:
        return words.filled("paper.subject_day", title=title, day=_day(report.day))
    return words.filled("paper.subject_period", title=title, period=going_on(words.period(report.scope.period)))


def _blocks(report: Report, body: str, words: ReportWords) -> Iterator[Block]:
    period = going_on(report.period)
    yield _paragraph(words.filled("paper.opening", body=body, title=going_on(report.title), period=period))
    parts = [*report.tables]
    for number, table in enumerate(parts, 1):
        yield _heading(number, table.title, words)
        yield from _part(table, words)
    yield _heading(len(parts) + 1, words.filled("paper.judgement"), words)
    yield _paragraph(words.filled("paper.judgement_text"))


def _part(table: ReportTable, words: ReportWords) -> Iterator[Block]:
    for sentence in table.said:
        yield _paragraph(sentence)
    if not table.rows:
        yield _paragraph(table.empty)
        return
    shown = table.rows if len(table.rows) <= MOST_ROWS else table.rows[: MOST_ROWS - 1]
    yield _table(table, shown, words)
    if left := len(table.rows) - len(shown):
        yield _paragraph(words.filled("report.more", count=left))


def _table(table: ReportTable, rows: tuple[ReportRow, ...], words: ReportWords) -> Table:
    """The rows without their bars."""
    heads = tuple(
        tuple(Cell((Run(head.words),), head.columns, head.rows) for head in row)
        for row in replace(table, chart="").heads(words.filled("report.number"))
    )
    body = tuple(_row(row, number, table) for number, row in enumerate(rows, 1))
    return Table((_NUMBER_SHARE, *(column.share for column in table.columns)), len(heads), (*heads, *body))


def _row(row: ReportRow, number: int, table: ReportTable) -> tuple[Cell, ...]:
    first = Cell(() if row.is_sum else (Run(str(number)),), align=Alignment.CENTRED)
    return (
        first,
        *(
            _cell(written(cell, column.ground), column.ground, is_bold=row.is_sum)
            for column, cell in zip(table.columns, row.cells, strict=True)
        ),
    )


def _cell(text: str, ground: Ground, *, is_bold: bool) -> Cell:
    align = None if ground is Ground.WORDS else Alignment.CENTRED
    return Cell((Run(text, bold=is_bold),) if text else (), align=align)


def _heading(number: int, title: str, words: ReportWords) -> Heading:
    return Heading(1, (Run(words.filled("paper.heading", number=roman(number), title=title.upper())),))


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")
