"""Old books taken in: looked at, tried without a change, taken in whole or not at all, taken back.

A file is read in a process apart. An import is one transaction: interrupted, it leaves nothing. Its lines are told to
the history some at a time, each line of which answers for its records. These run on any thread, for they take long.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from vpdesk.domain.errors import (
    ColumnsMissing,
    FileNotReadable,
    ImportBuiltOn,
    ImportStale,
    ImportTooOld,
    ImportUndone,
    NoRegisterFound,
    Obstacle,
)
from vpdesk.domain.history import canonical
from vpdesk.domain.ids import new_id
from vpdesk.domain.import_fields import ImportPlan, Proposal, missing, plan_value, propose, remembered
from vpdesk.domain.importing import (
    Counts,
    Faulty,
    ImportBatch,
    IncomingEntry,
    Judged,
    OutgoingEntry,
    Report,
    RowReader,
    Tally,
    Verdict,
)
from vpdesk.domain.incoming import ArrivalYear
from vpdesk.domain.register import BookKind, BookRow
from vpdesk.domain.roles import Permission
from vpdesk.domain.sheets import SheetRow, cell_text
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_arrival, index_line
from vpdesk.services.import_incoming import IncomingImport
from vpdesk.services.import_outgoing import OutgoingImport
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

Follow = Callable[[int], None]
"""Told how many lines are done; it may raise to stop."""

DAYS_TO_UNDO: Final = 30
_OFFICE, _SHAPE, _BATCH = "office", "import.", "import_batch"


# --- looking and trying -------------------------------------------------------------------------------------------


def look(desk: Desk, path: Path, book: BookKind | None = None) -> tuple[Proposal, ...]:
    """What the sheets of a file seem to be, the likeliest register first.

    Raises FileNotReadable, SheetBroken, SheetLocked, SheetTooOld, NoRegisterFound, and as `seat.require`.
    """
    from vpdesk.reading.process import look_at_sheets

    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_BOOKS)
    seen = look_at_sheets(path)
    proposals = [propose(one, place, desk.today(), book) for place, one in enumerate(seen) if one.rows]
    if not proposals:
        raise NoRegisterFound(path.name)
    with desk.store.reading() as work:
        known = [(one, work.organisation.setting(_OFFICE, f"{_SHAPE}{one.plan.shape}")) for one in proposals]
    confirmed = [remembered(one, value) if value and book is None else one for one, value in known]
    return tuple(sorted(confirmed, key=lambda one: -one.understood))


def dry_run(desk: Desk, path: Path, plan: ImportPlan, follow: Follow = lambda _lines: None) -> Report:
    """What an import would do, nothing changed.

    Raises ColumnsMissing, as `look`, and whatever `follow` raises.
    """
    digest = _checked(path, plan)
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        taking = _taking(desk, work, plan, officer.id, UUID(int=0), path.name)
        tally = Tally()
        for some in _steps(desk, path, plan, taking):
            for line in some:
                tally.take(line.judged)
            follow(tally.lines)
        return _report(path, plan, digest, tally, taking)


def _checked(path: Path, plan: ImportPlan) -> str:
    """The digest of a file whose plan can be followed."""
    if lacking := missing(plan.book, plan.columns):
        raise ColumnsMissing(tuple(field.value for field in lacking))
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileNotReadable(path, Obstacle.of(error), error.strerror or "") from None


Taking = OutgoingImport | IncomingImport


class _Line(NamedTuple):
    """A row of the file, what it is to the register, and what is done about it, if anything is."""

    row: SheetRow
    judged: Judged
    step: Any


def _taking(desk: Desk, work: UnitOfWork, plan: ImportPlan, officer: UUID, batch: UUID, name: str) -> Taking:
    kind = OutgoingImport if plan.book is BookKind.OUTGOING else IncomingImport
    return kind(desk, work, plan, officer, batch, name)


def _steps(desk: Desk, path: Path, plan: ImportPlan, taking: Taking) -> Iterator[list[_Line]]:
    """Every line of the file with what becomes of it, some at a time."""
    from vpdesk.db.imports import some_at_once
    from vpdesk.reading.process import sheet_rows

    reader = RowReader(plan, desk.today())
    rows = (row for row in sheet_rows(path, plan.sheet) if row.line > plan.head_line)
    for some in some_at_once(rows):
        yield _judged(some, reader, taking)


def _judged(rows: Sequence[SheetRow], reader: RowReader, taking: Taking) -> list[_Line]:
    read = [(row, what) for row in rows if (what := reader.read(row)) is not None]
    entries: list[Any] = [(row.line, what) for row, what in read if isinstance(what, OutgoingEntry | IncomingEntry)]
    steps: Iterator[Any] = iter(taking.steps(entries))
    lines: list[_Line] = []
    for row, what in read:
        if isinstance(what, Faulty):
            lines.append(_Line(row, Judged(row.line, Verdict.UNREADABLE, fault=what), None))
        else:
            step = next(steps)
            lines.append(_Line(row, step.judged, step))
    return lines


def _report(path: Path, plan: ImportPlan, digest: str, tally: Tally, taking: Taking) -> Report:
    gaps = tuple(taking.gaps())
    return Report(path.name, plan, digest, tally.counts(gaps), tally.to_look_at, gaps)


def correction_sheet(desk: Desk, path: Path, report: Report, out: Path) -> int:
    """Write the lines that could not be read into a workbook, each with its reason; how many they are.

    Its columns bear names that an import understands, so that it can be taken in once it was put right. Raises
    FileNotWritable, BookTooLong, and as `dry_run`.
    """
    from vpdesk.export.files import replace_with
    from vpdesk.export.sheet import SheetForm, write_workbook
    from vpdesk.words.importing import column_heads, fault_words, sheet_words

    plan, count = report.plan, 0
    heads = column_heads(plan.columns)
    title, line_head, reason_head = sheet_words()
    form = SheetForm(title, (*heads, line_head, reason_head), (*[_WIDTH] * len(heads), 12, 80), "")
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        taking = _taking(desk, work, plan, officer.id, UUID(int=0), path.name)

        def rows() -> Iterator[BookRow]:
            nonlocal count
            for some in _steps(desk, path, plan, taking):
                for line in some:
                    if line.judged.fault is not None:
                        count += 1
                        cells = _across(line.row, len(heads))
                        yield BookRow(UUID(int=count), (*cells, line.row.line, fault_words(line.judged.fault)))

        replace_with(out, lambda file: write_workbook(form, rows(), file))
    return count


_WIDTH: Final = 40.0
"""Millimetres of a column."""


def _across(row: SheetRow, width: int) -> tuple[str | int | date | None, ...]:
    cells = [one if isinstance(one, date | int | None) else cell_text(one) for one in row.cells[:width]]
    return (*cells, *[None] * (width - len(cells)))


# --- taking in ----------------------------------------------------------------------------------------------------


def apply(desk: Desk, path: Path, report: Report, follow: Follow = lambda _lines: None) -> ImportBatch:
    """Take a file in as it was tried: all of it, or nothing where it fails, is stopped or is killed.

    Raises ImportStale where file or register have changed since, as `dry_run`, and whatever `follow` raises.
    """
    plan = report.plan
    if _checked(path, plan) != report.digest:
        raise ImportStale
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        batch = new_id(work.now)
        taking = _taking(desk, work, plan, officer.id, batch, path.name)
        tally = Tally()
        for some in _steps(desk, path, plan, taking):
            done = tally.lines
            for line in some:
                tally.take(line.judged)
            taking.write([line.step for line in some if line.step is not None])
            work.tell(officer.id, "import", _BATCH, batch, book=plan.book.value, first=done + 1, last=tally.lines)
            work.settle()
            follow(tally.lines)
        made = _report(path, plan, report.digest, tally, taking)
        if made.counts != report.counts:
            raise ImportStale
        return _keep(work, made, batch, officer.id, taking)


def _keep(work: UnitOfWork, report: Report, batch: UUID, officer: UUID, taking: Taking) -> ImportBatch:
    made = ImportBatch(
        id=batch,
        book_kind=report.plan.book.value,
        file_name=report.name,
        digest=report.digest,
        made_at=work.now,
        officer=officer,
        before=canonical(taking.finish()),
        counts=canonical({name: getattr(report.counts, name) for name in Counts.__slots__}),
    )
    work.imports.put(made)
    if report.plan.shape is not None:
        work.organisation.put_setting(_OFFICE, f"{_SHAPE}{report.plan.shape}", plan_value(report.plan))
    work.tell(
        officer, "imported", _BATCH, batch, book=made.book_kind, new=report.counts.new, changed=report.counts.changed
    )
    return made


# --- taking back --------------------------------------------------------------------------------------------------


def imports(desk: Desk) -> tuple[ImportBatch, ...]:
    """The imports that can still be taken back, and those that were, the newest first."""
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_BOOKS)
        return work.imports.since(work.now - timedelta(days=DAYS_TO_UNDO))


def undo(desk: Desk, batch: UUID, follow: Follow = lambda _lines: None) -> ImportBatch:
    """Take a whole import back: its lines go, what it changed says again what it said.

    Raises ImportUndone, ImportTooOld, ImportBuiltOn where a later number, file, link, correction or signed page stands
    on it, NoSuchRecord, and whatever `follow` raises.
    """
    with desk.store.writing() as work:
        officer, found = require(desk, work, Permission.KEEP_BOOKS), work.imports.get(batch)
        if found.undone_at is not None:
            raise ImportUndone
        if work.now - found.made_at > timedelta(days=DAYS_TO_UNDO):
            raise ImportTooOld(DAYS_TO_UNDO)
        if work.imports.has_locked_page_since(found.book_kind, found.made_at):
            raise ImportBuiltOn(found.file_name)
        before = json.loads(found.before)
        _restore_lines(desk, work, found, before["lines"])
        _restore_rows(work, before)
        done = 0
        for ids in _take_out(work, found):
            done += len(ids)
            work.tell(officer.id, "undo", _BATCH, batch, book=found.book_kind, lines=len(ids))
            work.settle()
            follow(done)
        _drop_rows(work, before)
        undone = replace(found, undone_at=work.now, undone_by=officer.id)
        work.imports.put(undone)
        work.tell(officer.id, "undone", _BATCH, batch, book=found.book_kind, lines=done)
        return undone


def _take_out(work: UnitOfWork, batch: ImportBatch) -> Iterator[list[UUID]]:
    """Take the lines of an import out, some at a time."""
    groups = work.imports.lines_of if batch.book_kind == BookKind.OUTGOING.value else work.imports.arrivals_of
    for some in groups(batch.id):
        ids = [one.id for one in some]
        changed = next((one for one in some if one.version != 1), None)
        built_on = changed.id if changed else work.imports.built_on(ids)
        if built_on is not None:
            raise ImportBuiltOn(work.numbers.reference_of(built_on)[0])
        work.imports.remove(ids)
        yield ids


def _restore_lines(desk: Desk, work: UnitOfWork, batch: ImportBatch, lines: Sequence[dict[str, Any]]) -> None:
    """Let the lines that an import changed say again what they said."""
    for kept in lines:
        record, columns = UUID(kept["id"]), {name: _value_of(name, said) for name, said in kept["columns"]}
        if batch.book_kind == BookKind.OUTGOING.value:
            line = work.numbers.line(record)
            _must_be(line.version, kept, line.reference)
            index_line(desk, work, work.numbers.put_line(replace(line, **columns)))
        else:
            arrival = work.arrivals.get(record)
            _must_be(arrival.version, kept, str(arrival.arrival_number))
            index_arrival(desk, work, work.arrivals.put(replace(arrival, **columns)))
    work.imports.drop_corrections([UUID(kept["correction"]) for kept in lines])


def _must_be(version: int, kept: dict[str, Any], reference: str) -> None:
    if version != kept["version"]:
        raise ImportBuiltOn(reference)


_DAYS: Final = frozenset({"document_date", "arrived_on", "handed_on", "due_on"})


def _value_of(column: str, said: str | None) -> Any:
    """What a column said before, as the register keeps it."""
    if column == "recipients":
        return tuple(said.split("\n")) if said else ()
    if said is None:
        return None
    if column in _DAYS:
        return date.fromisoformat(said)
    return int(said) if column in ("copies", "pages") else said


def _restore_rows(work: UnitOfWork, before: dict[str, Any]) -> None:
    """Let rows of numbers and years of books go on from where they did, where nothing came after."""
    for kept in before.get("rows", ()):
        row = work.numbers.series(UUID(kept["id"]))
        if row.last != kept["last_after"] or row.closed_at is not None:
            raise ImportBuiltOn(f"{row.last} {row.group}")
        if kept["was_there"]:
            work.numbers.put_series(
                replace(
                    row,
                    opening_number=kept["opening_number"],
                    opening_reason=kept["opening_reason"],
                    last=kept["last"],
                )
            )
    for kept in before.get("years", ()):
        year = work.arrivals.year(UUID(kept["book"]), kept["year"])
        if year.last != kept["last_after"]:
            raise ImportBuiltOn(f"{year.last}/{year.year}")
        work.arrivals.put_year(
            ArrivalYear(year.book, year.year, kept["opening_number"], kept["opening_reason"], kept["last"])
        )


def _drop_rows(work: UnitOfWork, before: dict[str, Any]) -> None:
    """Drop the rows of numbers that an import began."""
    work.imports.drop_series([UUID(kept["id"]) for kept in before.get("rows", ()) if not kept["was_there"]])
