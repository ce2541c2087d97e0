"""Documents found: the newest first, page by page by where the last one ended, and how many there are up to a cap.

SQLite's FTS5 gives them in the order of their ids and stops where enough were found. On a server the planner chooses
whether to walk back from the newest or to ask the index of words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Subquery, column, false, func, literal, or_, select, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from vpdesk.db.register_tables import FindableRow, KnownWordRow
from vpdesk.db.search import first_place
from vpdesk.domain.drafts import Reader
from vpdesk.domain.finding import FoundKind, Hit
from vpdesk.domain.finding_words import is_plain_word, one_letter_away
from vpdesk.domain.search_query import Counts, Hits, Inquiry, Term

CANDIDATES: Final = 5_000
"""Documents with all words of a phrase that are read for it at once."""

_FINDABLE: Any = FindableRow.__table__
COLUMNS: Final = tuple(
    _FINDABLE.c[{"place": "id", "record": "record_id", "owner": "owner_id"}.get(field.name, field.name)]
    for field in fields(Hit)
)
_COUNTED: Final = tuple(_FINDABLE.c[name] for name in "id kind document_type state book party person".split())
_WORDS: Final = table("findable_words", column("rowid"), column("findable_words"))


class Findings:
    """What somebody finds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._is_file = session.connection().dialect.name == "sqlite"

    def page(self, inquiry: Inquiry, reader: Reader, after: int | None, limit: int) -> Hits:
        """The newest documents that are older than what stands at a place."""
        answer = self._session.execute(self.statement(inquiry, reader, after, COLUMNS, limit))
        rows = tuple(Hit(place, record, FoundKind(kind), *rest) for place, record, kind, *rest in answer)
        if len(rows) == limit:
            return Hits(rows, rows[-1].place)
        return Hits(rows, self._last_candidate(inquiry, reader, after) if inquiry.phrases else None)

    def counts(self, inquiry: Inquiry, reader: Reader, cap: int) -> Counts:
        """How many documents there are, and of which kinds; the newest ones up to a cap."""
        rows = self._session.execute(self.statement(inquiry, reader, None, _COUNTED, cap + 1)).all()
        _ids, kinds, types, states, books, parties, persons = zip(*rows[:cap], strict=True) if rows else ((),) * 7
        return Counts(
            total=min(len(rows), cap),
            is_capped=len(rows) > cap,
            kinds={FoundKind(kind): number for kind, number in _count(kinds).items()},
            types=_count(types),
            states=_count(states),
            books=_count(books),
            parties=_count(
                party for kind, party in zip(kinds, parties, strict=True) if kind == FoundKind.INCOMING.value
            ),
            persons=_count(persons),
        )

    def knows(self, term: Term) -> bool:
        """Whether some document has this word, or one that begins so."""
        known = KnownWordRow.word
        if not term.is_prefix:
            return self._session.get(KnownWordRow, term.word) is not None
        asked = select(known).where(known >= term.word, known < f"{term.word}\U0010ffff").limit(1)
        return self._session.scalar(asked) is not None

    def near(self, word: str) -> tuple[str, ...]:
        """The words that some document has and that are one letter away from a word."""
        if not is_plain_word(word):
            return ()
        asked = select(KnownWordRow.word).where(KnownWordRow.word.in_(sorted(one_letter_away(word))))
        return tuple(self._session.scalars(asked.order_by(KnownWordRow.word)))

    def interrupt(self) -> Callable[[], None]:
        """What lets go of a question from another thread."""
        driver: Any = self._session.connection().connection.driver_connection
        interrupt: Callable[[], None] = driver.interrupt if self._is_file else driver.cancel
        return interrupt

    def statement(
        self, inquiry: Inquiry, reader: Reader, after: int | None, columns: Sequence[Any], limit: int
    ) -> Select[Any]:
        """What asks for what fits and may be seen, the newest first.

        Of what has the words of a phrase not all is read.
        """
        if not inquiry.phrases:
            return self._having_words(inquiry, reader, after, columns).limit(limit)
        candidates = self._candidates(inquiry, reader, after)
        find = func.instr if self._is_file else func.strpos
        said = [find(" " + candidates.c.folded + " ", f" {phrase} ") > 0 for phrase in inquiry.phrases]
        wanted = [candidates.c[one.name] for one in columns]
        return select(*wanted).where(*said).order_by(candidates.c.id.desc()).limit(limit)

    def _candidates(self, inquiry: Inquiry, reader: Reader, after: int | None) -> Subquery:
        columns = (*COLUMNS, _FINDABLE.c.folded)
        return self._having_words(inquiry, reader, after, columns).limit(CANDIDATES).subquery()

    def _last_candidate(self, inquiry: Inquiry, reader: Reader, after: int | None) -> int | None:
        """The place up to which documents were read for a phrase; None where all of them were."""
        candidates = self._candidates(inquiry, reader, after)
        number, last = self._session.execute(select(func.count(), func.min(candidates.c.id))).one()
        return last if number == CANDIDATES else None

    def _having_words(self, inquiry: Inquiry, reader: Reader, after: int | None, columns: Sequence[Any]) -> Select[Any]:
        row = _FINDABLE.c
        asked, key = select(*columns), row.id
        if inquiry.groups and self._is_file:
            asked, key = asked.select_from(_WORDS.join(_FINDABLE, row.id == _WORDS.c.rowid)), _WORDS.c.rowid
            asked = asked.where(_WORDS.c.findable_words.op("MATCH")(_fts5(inquiry.groups)))
        elif inquiry.groups:
            asked = asked.where(column("words").op("@@")(literal(_tsquery(inquiry.groups)).cast(TSQUERY)))
        return asked.where(*_within(key, inquiry, after), _seen_by(reader), *_due(inquiry)).order_by(key.desc())


def _count(values: Iterable[str | None]) -> Mapping[str, int]:
    """How often there is each value, the most frequent first."""
    return dict(Counter(value for value in values if value).most_common())


def _within(key: ColumnElement[int], inquiry: Inquiry, after: int | None) -> Iterable[ColumnElement[bool]]:
    if inquiry.days.first is not None:
        yield key >= first_place(inquiry.days.first)
    ends = [] if after is None else [after]
    if inquiry.days.last is not None and inquiry.days.last < date.max:
        ends.append(first_place(date.fromordinal(inquiry.days.last.toordinal() + 1)))
    if ends:
        yield key < min(ends)


def _seen_by(reader: Reader) -> ColumnElement[bool]:
    row = _FINDABLE.c
    seen = or_(row.owner_id.is_(None), row.owner_id == reader.officer)
    return or_(seen, row.is_private == false()) if reader.reads_submitted else seen


def _due(inquiry: Inquiry) -> Iterable[ColumnElement[bool]]:
    due_on = _FINDABLE.c.due_on
    if inquiry.due.first is not None:
        yield due_on >= inquiry.due.first
    if inquiry.due.last is not None:
        yield due_on <= inquiry.due.last


def _fts5(groups: tuple[tuple[Term, ...], ...]) -> str:
    """The question in FTS5's own language. No word holds a quotation mark: it is letters, figures and strokes."""
    written = (" OR ".join(f'"{term.word}"{" *" if term.is_prefix else ""}' for term in group) for group in groups)
    return " AND ".join(f"({alternatives})" for alternatives in written)


def _tsquery(groups: tuple[tuple[Term, ...], ...]) -> str:
    """The question as PostgreSQL writes it."""
    written = (" | ".join(f"'{term.word}'{':*' if term.is_prefix else ''}" for term in group) for group in groups)
    return " & ".join(f"({alternatives})" for alternatives in written)
