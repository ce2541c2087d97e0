"""Lines of a foreign outgoing register, put to their rows of numbers and held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from vpdesk.domain.catalog import DocumentType, Urgency
from vpdesk.domain.errors import NoTermCovers
from vpdesk.domain.finding import Findable, of_line
from vpdesk.domain.ids import new_id
from vpdesk.domain.import_fields import ImportPlan
from vpdesk.domain.importing import (
    Change,
    Faulty,
    Gap,
    Judged,
    OutgoingEntry,
    Reason,
    Seen,
    Verdict,
    changes_of,
    gaps_in,
)
from vpdesk.domain.organisation import IssuingBody, version_on
from vpdesk.domain.outgoing import Correction, Delivery, LineState, RegisterLine
from vpdesk.domain.pack import RulePack
from vpdesk.domain.series import Series, span_on
from vpdesk.domain.text import folded
from vpdesk.services.beginnings import pack_of_day
from vpdesk.services.book_locks import is_locked
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_line, type_name
from vpdesk.services.numbers import numbering_at, symbol_of, written

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

KIND: Final = "outgoing"
_YEAR: Final = "year"
_PARTS: Final = re.compile(r"[\s/.\-–—]+")
_BARE: Final = re.compile(r"[^0-9a-zđ]+")


_BEGINNING: Final = 40
"""Letters of a subject in which it may say its type."""


@dataclass(frozen=True, slots=True)
class _TypeNames:
    """The types of a pack by their symbols in small letters, and by their names without marks."""

    by_symbol: Mapping[str, tuple[DocumentType, ...]]
    by_name: Mapping[str, DocumentType]

    @classmethod
    def of(cls, pack: RulePack) -> _TypeNames:
        by_symbol: dict[str, tuple[DocumentType, ...]] = {}
        for one in filter(lambda one: one.symbol, pack.types):
            by_symbol[one.symbol.lower()] = (*by_symbol.get(one.symbol.lower(), ()), one)
        return cls(by_symbol, {folded(one.name): one for one in pack.types})

    def called(self, name: str) -> DocumentType | None:
        """The type that has this name, code or symbol."""
        said = folded(name).strip()
        return self.by_name.get(said) or next(
            (one for one in self.by_name.values() if said in {folded(one.code), folded(one.symbol)}), None
        )


@dataclass(frozen=True, slots=True)
class LineStep:
    """A line of the file, and what is done about it: the line as it is to be kept."""

    judged: Judged
    line: RegisterLine | None = None
    entry: OutgoingEntry | None = None


class OutgoingImport:
    """Holds the lines of a file against the outgoing register, and takes them in."""

    def __init__(self, desk: Desk, work: UnitOfWork, plan: ImportPlan, officer: UUID, batch: UUID, name: str) -> None:
        self._desk, self._work, self._plan = desk, work, plan
        self._officer, self._batch, self._name = officer, batch, name
        self._numbering = numbering_at(work)
        self._bodies = work.organisation.bodies()
        self._series = list(work.numbers.all_series())
        self._kept = {one.id for one in self._series}
        self._first_day = {one.id: one for one in self._series}
        self._rows: dict[tuple[UUID, str, date], Series | Faulty] = {}
        self._packs: dict[date, RulePack] = {}
        self._type_names: dict[str, _TypeNames] = {}
        self._seen = Seen()
        self._made = 0
        self._new: dict[UUID, set[int]] = {}
        self._changed: list[dict[str, Any]] = []

    # --- judging ----------------------------------------------------------------------------------------------------

    def steps(self, entries: Sequence[tuple[int, OutgoingEntry]]) -> list[LineStep]:
        """What becomes of some lines, in their order."""
        placed = [(line, entry, self._place(entry)) for line, entry in entries]
        numbers: dict[UUID, set[int]] = {}
        for _line, entry, place in placed:
            if not isinstance(place, Faulty):
                numbers.setdefault(place[0].id, set()).add(entry.number)
        there = {
            series: self._work.imports.lines(series, some) for series, some in numbers.items() if series in self._kept
        }
        return [self._step(line, entry, place, there) for line, entry, place in placed]

    def _step(
        self,
        line: int,
        entry: OutgoingEntry,
        place: tuple[Series, str, str] | Faulty,
        there: dict[UUID, dict[tuple[int, str], RegisterLine]],
    ) -> LineStep:
        if isinstance(place, Faulty):
            return LineStep(Judged(line, Verdict.UNREADABLE, entry.written or str(entry.number), place))
        series, code, reference = place
        if not self._seen.is_first(series.id, entry.number, entry.suffix):
            return LineStep(Judged(line, Verdict.DUPLICATE, reference))
        found = there.get(series.id, {}).get((entry.number, entry.suffix))
        if found is None:
            if series.closed_at is not None:
                return LineStep(Judged(line, Verdict.UNREADABLE, reference, Faulty(Reason.ROW_CLOSED, series.group)))
            return LineStep(Judged(line, Verdict.NEW, reference), self._made_of(entry, series, code, reference), entry)
        return _compared(line, entry, found)

    def _place(self, entry: OutgoingEntry) -> tuple[Series, str, str] | Faulty:
        """The row of numbers of a line, its type, and its reference."""
        pack = self._pack(entry.day)
        tokens = [part for part in _PARTS.split(entry.symbol or "") if part]
        known = self._type_of(entry, pack, tokens)
        if known is None and self._plan.document_type is None:
            return Faulty(Reason.NO_TYPE, entry.symbol or entry.type_name or "")
        code = known.code if known else str(self._plan.document_type)
        body = self._body_of(entry.day, tokens[1:])
        if body is None:
            return Faulty(Reason.NO_BODY, entry.symbol or "")
        series = self._row(body, code, known.group if known else code, pack, entry.day)
        if isinstance(series, Faulty):
            return series
        reference = entry.written or written(
            pack, entry.number, entry.suffix, entry.symbol or symbol_of(pack, body, code, entry.day)
        )
        return series, code, reference

    def _pack(self, day: date) -> RulePack:
        if day not in self._packs:
            self._packs[day] = pack_of_day(self._desk, day)
        return self._packs[day]

    def _type_of(self, entry: OutgoingEntry, pack: RulePack, tokens: Sequence[str]) -> DocumentType | None:
        """The type of a line by its symbol, by its column, or by how its subject begins; the surest first."""
        names = self._names(pack)
        by_symbol = [one for token in tokens[:2] for one in names.by_symbol.get(token.lower(), ())]
        if len(by_symbol) == 1:
            return by_symbol[0]
        said = folded(f"{entry.type_name or ''} {(entry.subject or '')[:_BEGINNING]}").strip()
        by_name = [one for name, one in names.by_name.items() if said.startswith(name)]
        if by_symbol:
            # Decisions and regulations share a symbol; what the line calls itself tells them apart.
            return next((one for one in by_symbol if one in by_name), by_symbol[0])
        if entry.type_name and (named := names.called(entry.type_name)):
            return named
        longest = max(by_name, key=lambda one: len(one.name), default=None)
        return longest or names.called(self._plan.document_type or "")

    def _names(self, pack: RulePack) -> _TypeNames:
        if pack.name not in self._type_names:
            self._type_names[pack.name] = _TypeNames.of(pack)
        return self._type_names[pack.name]

    def _body_of(self, day: date, tokens: Sequence[str]) -> IssuingBody | None:
        """The body whose symbol a line bears; the only one of that day where it bears none of ours."""
        said = "".join(_BARE.sub("", folded(token)) for token in tokens)
        that_day = [(body, version) for body in self._bodies if (version := version_on(body, day))]
        for body, version in that_day:
            if said and _BARE.sub("", folded(version.symbol)) == said:
                return body
        return that_day[0][0] if len(that_day) == 1 else None

    def _row(self, body: IssuingBody, code: str, pack_group: str, pack: RulePack, day: date) -> Series | Faulty:
        group = self._numbering.group_of(body.id, code, pack_group)
        key = (body.id, group, day)
        if key not in self._rows:
            self._rows[key] = self._found_row(body, group, pack, day)
        return self._rows[key]

    def _found_row(self, body: IssuingBody, group: str, pack: RulePack, day: date) -> Series | Faulty:
        found = [one for one in self._series if (one.body, one.group) == (body.id, group) and day in one.days]
        if found:
            return max(found, key=lambda one: one.days.first or date.min)
        by_year = group in self._numbering.yearly or pack.text("numbering.period") == _YEAR
        try:
            span = span_on(body, day, by_year=by_year)
        except NoTermCovers:
            return Faulty(Reason.NO_TERM, day.strftime("%d/%m/%Y"))
        row = Series(new_id(self._work.now), body.id, group, span.days, span.term.id if span.term else None)
        self._series.append(row)
        return row

    def gaps(self) -> Iterator[Gap]:
        """The numbers that neither the file nor the register has."""
        by_id = {one.id: one for one in self._series}
        for series, numbers in self._seen.rows():
            yield from gaps_in(by_id[series].group, numbers, self._taken(series))

    def _taken(self, series: UUID) -> Any:
        if series not in self._kept:
            return lambda _first, _last: ()
        return lambda first, last: self._work.imports.numbers_between(series, first, last)

    # --- lines ------------------------------------------------------------------------------------------------------

    def _made_of(self, entry: OutgoingEntry, series: Series, code: str, reference: str) -> RegisterLine:
        self._made += 1
        at = self._work.now
        begun = RegisterLine(
            # Ids of one moment have no order.
            id=new_id(at + timedelta(milliseconds=self._made)),
            series=series.id,
            number=entry.number,
            suffix=entry.suffix,
            reference=reference,
            state=LineState.WITHHELD if entry.is_secret else LineState.EXTERNAL,
            entered_at=at,
            entered_by=self._officer,
            document_type=code,
            imported_by=self._batch,
            version=1,
        )
        return (
            begun if entry.is_secret else replace(begun, **{name: said for name, said in _said(entry).items() if said})
        )

    # --- taking in --------------------------------------------------------------------------------------------------

    def write(self, steps: Sequence[LineStep]) -> None:
        """Keep what these lines bring."""
        new = [step for step in steps if step.judged.verdict is Verdict.NEW and step.line]
        self._begin_rows({step.line.series for step in new if step.line})
        self._work.imports.add_lines(
            (step.line for step in new if step.line), (one for step in new for one in self._deliveries(step))
        )
        self._work.finding.fill(self._findables(new))
        for step in steps:
            if step.judged.verdict is Verdict.CHANGED and step.line:
                self._change(step.line, step.judged.changes)

    def _findables(self, new: Sequence[LineStep]) -> Iterator[Findable]:
        groups = {one.id: one.group for one in self._series}
        names = {code: type_name(self._desk, code) for code in {step.line.document_type for step in new if step.line}}
        for step in new:
            if step.line and (found := of_line(step.line, groups[step.line.series], names[step.line.document_type])):
                yield found

    def _begin_rows(self, series: set[UUID]) -> None:
        for row in self._series:
            if row.id in series and row.id not in self._kept:
                self._work.numbers.put_series(row)
                self._kept.add(row.id)

    def _deliveries(self, step: LineStep) -> Iterator[Delivery]:
        line, entry = step.line, step.entry
        if line is None:
            return
        self._new.setdefault(line.series, set()).add(line.number)
        if entry is None or entry.is_secret or not (entry.sent_on or entry.received_by):
            return
        names = entry.recipients or ((entry.received_by,) if entry.received_by else ())
        for place, name in enumerate(names):
            yield Delivery(
                id=new_id(self._work.now),
                line=line.id,
                place=place,
                recipient=name,
                sent_on=entry.sent_on,
                received_by=entry.received_by,
            )

    def _change(self, line: RegisterLine, changes: tuple[Change, ...]) -> None:
        correction = Correction(
            new_id(self._work.now),
            line.id,
            KIND,
            self._work.now,
            self._officer,
            changes,
            self._name,
            is_locked(self._work, line.id),
        )
        self._work.numbers.add_correction(correction)
        kept = self._work.numbers.put_line(line)
        index_line(self._desk, self._work, kept)
        self._changed.append(
            {
                "id": str(line.id),
                "version": kept.version,
                "correction": str(correction.id),
                "columns": [[change.column, change.before] for change in changes],
            }
        )

    def finish(self) -> dict[str, Any]:
        """Let the rows of numbers stand where the new lines bring them; what was changed, as it was before."""
        rows = []
        for series, numbers in self._new.items():
            before = self._first_day.get(series)
            row = self._work.numbers.series(series)
            brought = _brought_on(row, numbers, self._name, is_new=before is None)
            self._work.numbers.put_series(brought)
            rows.append(
                {
                    "id": str(series),
                    "was_there": before is not None,
                    "opening_number": row.opening_number,
                    "opening_reason": row.opening_reason,
                    "last": row.last,
                    "last_after": brought.last,
                }
            )
        return {"rows": rows, "lines": self._changed}


def _brought_on(row: Series, numbers: set[int], name: str, *, is_new: bool) -> Series:
    """A row of numbers with new lines: it begins with the first of them and goes on behind the last."""
    first, last = min(numbers), max(numbers)
    if is_new:
        return replace(row, opening_number=first, opening_reason=name if first > 1 else None, last=last)
    if first < row.opening_number:
        row = replace(row, opening_number=first, opening_reason=row.opening_reason if first > 1 else None)
    return replace(row, last=max(row.last, last))


def _said(entry: OutgoingEntry) -> dict[str, Any]:
    """What a line of the file says, by the columns of the register."""
    return {
        "document_date": entry.day,
        "subject": entry.subject,
        "signer": entry.signer,
        "recipients": entry.recipients,
        "file_copy_holder": entry.file_copy_holder,
        "copies": entry.copies,
        "notes": entry.notes,
        "urgency": urgency_in(entry.urgency),
    }


def _compared(line: int, entry: OutgoingEntry, found: RegisterLine) -> LineStep:
    """A line of the file whose number the register has."""
    if entry.is_secret and found.state is LineState.WITHHELD:
        return LineStep(Judged(line, Verdict.SAME, found.reference))
    if entry.is_secret or found.state not in (LineState.EXTERNAL, LineState.ISSUED):
        fault = Faulty(Reason.NUMBER_TAKEN, found.reference)
        return LineStep(Judged(line, Verdict.UNREADABLE, found.reference, fault))
    said = _said(entry)
    changes = changes_of(found, said)
    if not changes:
        return LineStep(Judged(line, Verdict.SAME, found.reference))
    if found.state is LineState.ISSUED:
        return LineStep(Judged(line, Verdict.DIFFERS, found.reference, changes=changes))
    names = {change.column for change in changes}
    after = replace(found, **{name: value for name, value in said.items() if name in names})
    return LineStep(Judged(line, Verdict.CHANGED, found.reference, changes=changes), after, entry)


_URGENCIES: Final = {folded(one.value): one.value for one in Urgency}


def urgency_in(words: str | None) -> str | None:
    """The degree of urgency that words name; None for none, such as `thường`."""
    return _URGENCIES.get(folded(words).strip(" .")) if words else None
