"""The lists of a report, a row for each document: what is late, how far numbers came, what is unusual or missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from vpdesk.domain.deadlines import Deadline, DeadlineState, deadline_on
from vpdesk.domain.outgoing import LineState
from vpdesk.domain.register import Cell
from vpdesk.domain.report_figures import DueArrival, DueFigures, LooseLine, RowFigures, Unsigned, UnusualLine
from vpdesk.domain.reports import Column, Ground, ReportRow, ReportTable, ReportWords
from vpdesk.domain.series import written_number
from vpdesk.domain.workdays import Workdays

# --- late and soon due ------------------------------------------------------------------------------------------------


def due_tables(figures: DueFigures, today: date, calendar: Workdays, words: ReportWords) -> Iterator[ReportTable]:
    """What is behind its day, the longest first, then what is due soon."""
    told = [(one, deadline_on(one.due_on, today, calendar)) for one in figures.arrivals]
    for key, secret in zip(("late", "soon"), figures.secret, strict=True):
        those = [both for both in told if (both[1].state is DeadlineState.LATE) is (key == "late")]
        said = [words.filled(f"due.{key}_said", count=len(those))] if those else []
        if secret:
            said.append(words.filled("due.secret", count=secret))
        yield ReportTable(
            words.filled(f"due.{key}"),
            _due_columns(key, words),
            tuple(_due_row(*both, words) for both in those),
            tuple(said),
            empty=words.filled(f"due.no_{key}"),
        )


def _due_columns(key: str, words: ReportWords) -> tuple[Column, ...]:
    return (
        Column(words.filled("due.number"), 1.5, Ground.SHORT),
        Column(words.filled("due.sender"), 4.2),
        Column(words.filled("due.document"), 7.5),
        Column(words.filled("due.person"), 3.2),
        Column(words.filled("due.due_on"), 2.1, Ground.DAY),
        Column(words.filled(f"due.{key}_days"), 1.6, Ground.COUNT),
        Column(words.filled("due.progress"), 3.4),
    )


def _due_row(one: DueArrival, deadline: Deadline, words: ReportWords) -> ReportRow:
    days = deadline.days_late if deadline.state is DeadlineState.LATE else deadline.workdays_left
    return ReportRow(
        (
            one.written_number,
            one.sender,
            _document(one.reference, one.document_type, one.subject, words),
            one.person,
            one.due_on,
            days,
            _progress(one, words),
        )
    )


def _progress(one: DueArrival, words: ReportWords) -> str:
    progress = words.filled(f"progress.{one.state.value}")
    if not one.extensions:
        return progress
    return words.filled("progress.extended", progress=progress, count=one.extensions)


def _document(reference: str | None, code: str | None, subject: str | None, words: ReportWords) -> str:
    """A document by its reference, its type and what it is about."""
    return words.filled("report.joint").join(filter(None, (reference, words.named(code, subject))))


# --- numbers ----------------------------------------------------------------------------------------------------------

_FATES: Final = ("issued", "void", "held", "withheld", "lettered", "backdated")


def rows_table(rows: Sequence[RowFigures], words: ReportWords) -> ReportTable:
    """How far each row of numbers came, and what became of its numbers."""
    columns = (
        Column(words.filled("rows.title"), 5.0),
        Column(words.filled("rows.first"), 1.3, Ground.SHORT),
        Column(words.filled("rows.last"), 1.3, Ground.SHORT),
        *(Column(words.filled(f"rows.{fate}"), 1.5, Ground.COUNT) for fate in _FATES),
    )
    return ReportTable(
        words.filled("rows.name"),
        columns,
        tuple(
            ReportRow(
                (
                    one.title,
                    written_number(one.first),
                    written_number(one.last),
                    *(getattr(one, fate) for fate in _FATES),
                )
            )
            for one in rows
        ),
        empty=words.filled("report.nothing"),
    )


def unusual_table(lines: Iterable[UnusualLine], words: ReportWords) -> ReportTable:
    """The numbers that are no usual ones, each with what it is and why (clerical rules, 8 row 15)."""
    columns = (
        Column(words.filled("unusual.reference"), 3.2),
        Column(words.filled("unusual.date"), 2.2, Ground.DAY),
        Column(words.filled("unusual.what"), 4.0),
        Column(words.filled("unusual.reason"), 6.0),
    )
    rows = tuple(ReportRow((one.reference, one.document_date, *_told(one, words))) for one in lines)
    said = (words.filled("unusual.said", count=len(rows)),) if rows else ()
    return ReportTable(words.filled("unusual.name"), columns, rows, said, empty=words.filled("unusual.none"))


def _told(one: UnusualLine, words: ReportWords) -> tuple[str, str]:
    """What is unusual about a number, and why."""
    what: list[str] = []
    why: list[str | None] = []
    if one.state in _STATES:
        what.append(words.filled(f"unusual.{one.state.value}"))
        why += [one.reason, one.held_for and words.filled("unusual.held_for", person=one.held_for)]
    if one.suffix:
        what.append(words.filled("unusual.lettered"))
    if one.date_reason:
        what.append(words.filled("unusual.backdated"))
        why.append(one.date_reason)
    joint = words.filled("report.joint")
    reasons = joint.join(filter(None, why))
    return joint.join(what), reasons or words.filled("unusual.no_reason")


_STATES: Final = frozenset({LineState.VOID, LineState.HELD, LineState.EXTERNAL})


# --- what is missing --------------------------------------------------------------------------------------------------


def loose_table(lines: Iterable[LooseLine], words: ReportWords) -> ReportTable:
    """What went out and has no file copy, or lies in no case file."""
    columns = (
        Column(words.filled("loose.reference"), 3.0),
        Column(words.filled("loose.date"), 2.1, Ground.DAY),
        Column(words.filled("loose.document"), 8.0),
        Column(words.filled("loose.drafter"), 3.2),
        Column(words.filled("loose.copy"), 2.2, Ground.SHORT),
        Column(words.filled("loose.file"), 2.2, Ground.SHORT),
    )
    there, missing = words.filled("loose.there"), words.filled("loose.missing")
    rows = tuple(
        ReportRow(
            (
                one.reference,
                one.document_date,
                words.named(one.document_type, one.subject),
                one.drafter,
                there if one.has_copy else missing,
                there if one.is_filed else missing,
            )
        )
        for one in lines
    )
    said = (words.filled("loose.said", count=len(rows)),) if rows else ()
    return ReportTable(words.filled("loose.name"), columns, rows, said, empty=words.filled("loose.none"))


def unsigned_tables(
    outgoing: Iterable[Unsigned], arrivals: Iterable[Unsigned], today: date, words: ReportWords
) -> Iterator[ReportTable]:
    """What was handed over and nobody signed for: what went out, then what came in."""
    for key, those in (("outgoing", tuple(outgoing)), ("arrivals", tuple(arrivals))):
        said = (words.filled(f"unsigned.{key}_said", count=len(those)),) if those else ()
        columns = (
            Column(words.filled("unsigned.handed_on"), 2.1, Ground.DAY),
            Column(words.filled(f"unsigned.{key}_reference"), 2.8, Ground.SHORT),
            Column(words.filled("unsigned.document"), 8.0),
            Column(words.filled("unsigned.receiver"), 4.4),
            Column(words.filled("unsigned.days"), 1.6, Ground.COUNT),
        )
        yield ReportTable(
            words.filled(f"unsigned.{key}"),
            columns,
            tuple(ReportRow(_unsigned_cells(one, today, words)) for one in those),
            said,
            empty=words.filled("unsigned.none"),
        )


def _unsigned_cells(one: Unsigned, today: date, words: ReportWords) -> tuple[Cell, ...]:
    named = words.named(one.document_type, one.subject)
    return one.handed_on, one.reference, named, one.receiver, (today - one.handed_on).days
