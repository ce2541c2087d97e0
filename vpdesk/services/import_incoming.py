"""Lines of a foreign book of arrivals, held against the office's own and taken in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from vpdesk.domain.arriving import FIRST_BOOK
from vpdesk.domain.finding import Findable, of_arrival
from vpdesk.domain.ids import new_id
from vpdesk.domain.import_fields import ImportPlan
from vpdesk.domain.importing import (
    Change,
    Faulty,
    Gap,
    IncomingEntry,
    Judged,
    Reason,
    Seen,
    Verdict,
    changes_of,
    gaps_in,
)
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.outgoing import Correction
from vpdesk.domain.text import folded
from vpdesk.services.book_locks import is_locked
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_arrival, type_name
from vpdesk.services.import_outgoing import urgency_in

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

KIND: Final = "incoming"


@dataclass(frozen=True, slots=True)
class ArrivalStep:
    """A line of the file, and what is done about it: the arrival as it is to be kept."""

    judged: Judged
    arrival: IncomingDocument | None = None


class IncomingImport:
    """Holds the lines of a file against a book of arrivals, and takes them in."""

    def __init__(self, desk: Desk, work: UnitOfWork, plan: ImportPlan, officer: UUID, batch: UUID, name: str) -> None:
        self._desk, self._work, self._officer, self._batch, self._name = desk, work, officer, batch, name
        books = work.arrivals.books()
        chosen = [one for one in books if plan.arrival_book in {None, one.id} and one.retired_on is None]
        self._book = chosen[0] if chosen else FIRST_BOOK
        self._is_kept = self._book in books
        self._codes = {
            folded(name): one.code
            for pack in desk.packs.values()
            for one in pack.types
            for name in (one.code, one.symbol, one.name)
            if name
        }
        self._seen = Seen()
        self._made = 0
        self._new: dict[int, set[int]] = {}
        self._changed: list[dict[str, Any]] = []

    # --- judging ----------------------------------------------------------------------------------------------------

    def steps(self, entries: Sequence[tuple[int, IncomingEntry]]) -> list[ArrivalStep]:
        """What becomes of some lines, in their order."""
        numbers: dict[int, set[int]] = {}
        for _line, entry in entries:
            numbers.setdefault(entry.arrived_on.year, set()).add(entry.number)
        there = {year: self._work.imports.arrivals(self._book.id, year, some) for year, some in numbers.items()}
        return [self._step(line, entry, there[entry.arrived_on.year]) for line, entry in entries]

    def _step(self, line: int, entry: IncomingEntry, there: dict[tuple[int, str], IncomingDocument]) -> ArrivalStep:
        year = entry.arrived_on.year
        written = f"{entry.number}{entry.suffix}/{year}"
        if not self._seen.is_first(year, entry.number, entry.suffix):
            return ArrivalStep(Judged(line, Verdict.DUPLICATE, written))
        found = there.get((entry.number, entry.suffix))
        if found is None:
            return ArrivalStep(Judged(line, Verdict.NEW, written), self._made_of(entry))
        if found.state is ArrivalState.VOID or found.secrecy is not None:
            return ArrivalStep(Judged(line, Verdict.UNREADABLE, written, Faulty(Reason.NUMBER_TAKEN, written)))
        said = self._said(entry)
        changes = changes_of(found, said)
        if not changes:
            return ArrivalStep(Judged(line, Verdict.SAME, written))
        names = {change.column for change in changes}
        after = replace(found, **{name: value for name, value in said.items() if name in names})
        return ArrivalStep(Judged(line, Verdict.CHANGED, written, changes=changes), after)

    def _said(self, entry: IncomingEntry) -> dict[str, Any]:
        said = {one.name: getattr(entry, one.name) for one in fields(entry) if one.name not in ("number", "suffix")}
        said["urgency"] = urgency_in(entry.urgency)
        if entry.document_type is not None:
            said["document_type"] = self._codes.get(folded(entry.document_type), entry.document_type)
        return said

    def _made_of(self, entry: IncomingEntry) -> IncomingDocument:
        self._made += 1
        at = self._work.now
        return IncomingDocument(
            # Ids of one moment have no order.
            id=new_id(at + timedelta(milliseconds=self._made)),
            book=self._book.id,
            year=entry.arrived_on.year,
            arrival_number=entry.number,
            suffix=entry.suffix,
            entered_at=at,
            entered_by=self._officer,
            imported_by=self._batch,
            version=1,
            **self._said(entry),
        )

    def gaps(self) -> Iterator[Gap]:
        """The numbers that neither the file nor the book has."""
        for year, numbers in self._seen.rows():
            taken = partial(self._work.imports.arrival_numbers_between, self._book.id, year)
            yield from gaps_in(str(year), numbers, taken)

    # --- taking in --------------------------------------------------------------------------------------------------

    def write(self, steps: Sequence[ArrivalStep]) -> None:
        """Keep what these lines bring."""
        new = [step.arrival for step in steps if step.judged.verdict is Verdict.NEW and step.arrival]
        if new and not self._is_kept:
            self._work.arrivals.put_book(self._book)
            self._is_kept = True
        self._work.imports.add_arrivals(new)
        self._work.finding.fill(self._findables(new))
        for arrival in new:
            self._new.setdefault(arrival.year, set()).add(arrival.arrival_number)
        for step in steps:
            if step.judged.verdict is Verdict.CHANGED and step.arrival:
                self._change(step.arrival, step.judged.changes)

    def _findables(self, new: Sequence[IncomingDocument]) -> Iterator[Findable]:
        names = {code: type_name(self._desk, code) for code in {one.document_type for one in new}}
        for one in new:
            if (found := of_arrival(one, names[one.document_type])) is not None:
                yield found

    def _change(self, arrival: IncomingDocument, changes: tuple[Change, ...]) -> None:
        correction = Correction(
            new_id(self._work.now),
            arrival.id,
            KIND,
            self._work.now,
            self._officer,
            changes,
            self._name,
            is_locked(self._work, arrival.id),
        )
        self._work.numbers.add_correction(correction)
        kept = self._work.arrivals.put(arrival)
        index_arrival(self._desk, self._work, kept)
        self._changed.append(
            {
                "id": str(arrival.id),
                "version": kept.version,
                "correction": str(correction.id),
                "columns": [[change.column, change.before] for change in changes],
            }
        )

    def finish(self) -> dict[str, Any]:
        """Let the years stand where the new lines bring them; what was changed, as it was before."""
        years = []
        for year, numbers in self._new.items():
            before = self._work.arrivals.year(self._book.id, year)
            first, last = min(numbers), max(numbers)
            is_unused = before.last < before.opening_number
            opening = first if is_unused and before.opening_number == 1 else min(first, before.opening_number)
            reason = None if opening == 1 else before.opening_reason or self._name
            after = replace(before, opening_number=opening, opening_reason=reason, last=max(before.last, last))
            self._work.arrivals.put_year(after)
            years.append(
                {
                    "book": str(self._book.id),
                    "year": year,
                    "opening_number": before.opening_number,
                    "opening_reason": before.opening_reason,
                    "last": before.last,
                    "last_after": after.last,
                }
            )
        return {"years": years, "lines": self._changed}
