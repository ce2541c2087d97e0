"""Documents found: the newest first, page by page by where the last one ended, and how many there are up to a cap.

SQLite's FTS5 gives them in the order of their ids and stops where enough were found. PostgreSQL's GIN knows no order:
it gathers and sorts all that have a word, and the planner cannot tell how frequent beginnings and words together are.
So the newest are walked through first, and the index is asked for what is behind them only where they had not enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    Select,
    Subquery,
    column,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR
from sqlalchemy.orm import Session

from vpdesk.db.register_tables import FindableRow, KnownWordRow
from vpdesk.db.search import first_place
from vpdesk.domain.drafts import Reader
from vpdesk.domain.finding import FoundKind, Hit
from vpdesk.domain.finding_words import is_plain_word, one_letter_away
from vpdesk.domain.search_query import Counts, Hits, Inquiry, Term

CANDIDATES: Final = 5_000
"""Documents with all words of a phrase that are read for it at once."""
NEAR: Final = 1_000
"""Documents that a server looks through from the newest on before anything else."""
FAR: Final = 30_000
"""Documents behind those that it looks through where some of the near ones fit."""
WORTH: Final = 5
"""As many of the near ones make it likely that a walk comes to its end before the index has gathered all."""
_ANY_PLACE: Final = 2**63 - 1

_FINDABLE: Any = FindableRow.__table__
COLUMNS: Final = tuple(
    _FINDABLE.c[{"place": "id", "record": "record_id", "owner": "owner_id"}.get(field.name, field.name)]
    for field in fields(Hit)
)
_COUNTED: Final = tuple(_FINDABLE.c[name] for name in "id kind document_type state book party person".split())
_SUM: Final = _FINDABLE.c.id + 0
_VECTOR: Final = column("words", TSVECTOR)
"""A server's index of words; of its own, and no column of ours."""
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
            return self._having_words(inquiry, reader, after, columns, limit)
        candidates = self._candidates(inquiry, reader, after)
        find = func.instr if self._is_file else func.strpos
        said = [find(" " + candidates.c.folded + " ", f" {phrase} ") > 0 for phrase in inquiry.phrases]
        wanted = [candidates.c[one.name] for one in columns]
        return select(*wanted).where(*said).order_by(candidates.c.id.desc()).limit(limit)

    def _candidates(self, inquiry: Inquiry, reader: Reader, after: int | None) -> Subquery:
        columns = (*COLUMNS, _FINDABLE.c.folded)
        return self._having_words(inquiry, reader, after, columns, CANDIDATES).subquery()

    def _last_candidate(self, inquiry: Inquiry, reader: Reader, after: int | None) -> int | None:
        """The place up to which documents were read for a phrase; None where all of them were."""
        candidates = self._candidates(inquiry, reader, after)
        number, last = self._session.execute(select(func.count(), func.min(candidates.c.id))).one()
        return last if number == CANDIDATES else None

    def _having_words(
        self, inquiry: Inquiry, reader: Reader, after: int | None, columns: Sequence[Any], limit: int
    ) -> Select[Any]:
        if inquiry.groups and not self._is_file:
            return _walked_first(inquiry, reader, after, columns, limit)
        row = _FINDABLE.c
        asked, key = select(*columns), row.id
        if inquiry.groups:
            asked, key = asked.select_from(_WORDS.join(_FINDABLE, row.id == _WORDS.c.rowid)), _WORDS.c.rowid
            asked = asked.where(_WORDS.c.findable_words.op("MATCH")(_fts5(inquiry.groups)))
        fits = (*_within(key, inquiry, after), _seen_by(row, reader), *_due(row, inquiry))
        return asked.where(*fits).order_by(key.desc()).limit(limit)


def _walked_first(
    inquiry: Inquiry, reader: Reader, after: int | None, columns: Sequence[Any], limit: int
) -> Select[Any]:
    """What a server is asked: the newest that fit, from a walk, from a longer one, and from the index of words.

    One statement, so that it is called off as one; a part whose condition does not hold is never begun.
    """
    asked, names = _Asked(inquiry, reader, after, limit), [one.name for one in columns]
    near = asked.walk(names, NEAR).cte("near")
    edge = select(func.min(asked.places(NEAR).c.id)).scalar_subquery()
    is_worth = _number(near).between(WORTH, limit - 1)
    far = asked.walk(names, FAR, _FINDABLE.c.id < edge).where(is_worth).cte("far")
    is_short = _number(near) + _number(far) < limit
    last = func.coalesce(_last(far), _last(near), _ANY_PLACE)
    rest = asked.all(columns).where(is_short, last > _SUM).cte("rest").prefix_with("MATERIALIZED")
    behind = select(rest).order_by(rest.c.id.desc()).limit(_figure(limit)).subquery()
    found = union_all(select(near), select(far), select(behind)).subquery().c
    return select(*(found[name] for name in names)).order_by(found.id.desc()).limit(_figure(limit))


class _Asked:
    """What a server is asked for."""

    def __init__(self, inquiry: Inquiry, reader: Reader, after: int | None, limit: int) -> None:
        self._inquiry, self._reader, self._after, self._limit = inquiry, reader, after, limit
        self._query = literal(tsquery(inquiry.groups)).cast(TSQUERY)
        self._within = tuple(_within(_FINDABLE.c.id, inquiry, after))

    def places(self, number: int) -> Subquery:
        """So many of the newest places."""
        return self._newest([_FINDABLE.c.id], number).subquery()

    def walk(self, names: Iterable[str], number: int, *where: ColumnElement[bool]) -> Select[Any]:
        """What fits of so many of the newest. Nothing is pushed into a subquery with a limit: it goes by the key."""
        one = self._newest([*_FINDABLE.c, _VECTOR], number, *where).subquery().c
        fitting = select(*(one[name] for name in names)).where(*self._fits(one, one.words))
        return fitting.order_by(one.id.desc()).limit(_figure(self._limit))

    def all(self, columns: Sequence[Any]) -> Select[Any]:
        """Everything that fits, by the index of words: places are sums, which the key does not know."""
        within = _within(_SUM, self._inquiry, self._after)
        return select(*columns).where(*within, *self._fits(_FINDABLE.c, _VECTOR))

    def _newest(self, columns: Sequence[Any], number: int, *where: ColumnElement[bool]) -> Select[Any]:
        key = _FINDABLE.c.id
        return select(*columns).where(*self._within, *where).order_by(key.desc()).limit(_figure(number))

    def _fits(self, one: Any, words: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
        return (words.op("@@")(self._query), _seen_by(one, self._reader), *_due(one, self._inquiry))


def _number(found: CTE) -> ColumnElement[int]:
    return select(func.count()).select_from(found).scalar_subquery()


def _last(found: CTE) -> ColumnElement[int]:
    return select(func.min(found.c.id)).scalar_subquery()


def _figure(number: int) -> ColumnElement[int]:
    """A number in the words of the statement: of one that is bound, a prepared plan would think the worst."""
    return literal_column(str(number), Integer)


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


def _seen_by(row: Any, reader: Reader) -> ColumnElement[bool]:
    seen = or_(row.owner_id.is_(None), row.owner_id == reader.officer)
    return or_(seen, row.is_private == false()) if reader.reads_submitted else seen


def _due(row: Any, inquiry: Inquiry) -> Iterable[ColumnElement[bool]]:
    due_on = row.due_on
    if inquiry.due.first is not None:
        yield due_on >= inquiry.due.first
    if inquiry.due.last is not None:
        yield due_on <= inquiry.due.last


def _fts5(groups: tuple[tuple[Term, ...], ...]) -> str:
    """The question in FTS5's own language. No word holds a quotation mark: it is letters, figures and strokes."""
    written = (" OR ".join(f'"{term.word}"{" *" if term.is_prefix else ""}' for term in group) for group in groups)
    return " AND ".join(f"({alternatives})" for alternatives in written)


def tsquery(groups: tuple[tuple[Term, ...], ...]) -> str:
    """The question as PostgreSQL writes it."""
    written = (" | ".join(f"'{term.word}'{':*' if term.is_prefix else ''}" for term in group) for group in groups)
    return " & ".join(f"({alternatives})" for alternatives in written)
