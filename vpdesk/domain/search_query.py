"""What somebody types to find a document, understood: words, phrases, numbers in any spelling, days."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any, Final
from uuid import UUID

from vpdesk.domain.finding import FoundKind, Hit
from vpdesk.domain.finding_words import LONGEST_WORD, Mark, mark_word, reference_words, text_words
from vpdesk.domain.history import canonical
from vpdesk.domain.organisation import Days
from vpdesk.domain.text import folded, nfc

ANY_DAY: Final = Days()
"""Whatever the day is."""


class Deadline(Enum):
    """Which documents with a day by which something is to be done."""

    ANY = "any"
    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    """Within seven days from today, late ones not among them."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: what was typed, and the values that a list is narrowed to."""

    text: str = ""
    kind: FoundKind | None = None
    book: str | None = None
    document_type: str | None = None
    state: str | None = None
    deadline: Deadline | None = None
    party: str | None = None
    person: str | None = None
    best_first: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Whether it is narrowed by more than what was typed."""
        return replace(self, text="", best_first=False) != Search()


def search_value(search: Search) -> str:
    """A search as a saved view keeps it."""
    values = ((field.name, getattr(search, field.name)) for field in fields(search))
    return canonical({name: value.value if isinstance(value, Enum) else value for name, value in values if value})


def search_of(value: str) -> Search:
    """The search of a saved view. What a later program added is left out."""
    kept = json.loads(value)
    given: dict[str, Any] = {field.name: kept[field.name] for field in fields(Search) if field.name in kept}
    for name, choice in (("kind", FoundKind), ("deadline", Deadline)):
        if name in given:
            given[name] = choice(given[name])
    return Search(**given)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A search that an officer has given a name."""

    id: UUID
    owner: UUID
    place: int
    name: str
    search: Search


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the index; the beginning of one where it `is_prefix`."""

    word: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: words in any order, phrases in theirs, and the days that a document may have."""

    terms: tuple[Term, ...] = ()
    phrases: tuple[str, ...] = ()
    days: Days = ANY_DAY

    @property
    def words(self) -> tuple[str, ...]:
        """What is to be marked where it was found."""
        return tuple(term.word for term in self.terms)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What the store is asked: a document has of each group at least one word, each phrase, and days that fit."""

    groups: tuple[tuple[Term, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    days: Days = ANY_DAY
    due: Days = ANY_DAY


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found. `after` is the place behind which there may be more; None where there is nothing."""

    rows: tuple[Hit, ...]
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents there are, where it `is_capped` at least; and of the newest of them how many of each value."""

    total: int
    is_capped: bool
    kinds: Mapping[FoundKind, int]
    types: Mapping[str, int]
    states: Mapping[str, int]
    books: Mapping[str, int]
    parties: Mapping[str, int]
    persons: Mapping[str, int]


def inquiry_of(search: Search, typed: Typed, today: date) -> Inquiry:
    """What the store is asked for a search."""
    groups = tuple((term,) for term in (*typed.terms, *marks(search)))
    return Inquiry(
        groups, typed.phrases, typed.days, deadline_days(search.deadline, today) if search.deadline else Days()
    )


def marks(search: Search) -> tuple[Term, ...]:
    """The words of the index to which a list is narrowed."""
    values = (
        (Mark.KIND, search.kind.value if search.kind else None),
        (Mark.BOOK, search.book),
        (Mark.TYPE, search.document_type),
        (Mark.STATE, search.state),
        (Mark.PARTY, search.party),
        (Mark.PERSON, search.person),
    )
    chosen = tuple(Term(mark_word(mark, value)) for mark, value in values if value)
    return (*chosen, Term(mark_word(Mark.DUE))) if search.deadline else chosen


def deadline_days(deadline: Deadline, today: date) -> Days:
    """The days that a deadline may be."""
    match deadline:
        case Deadline.LATE:
            return Days(None, today - timedelta(1))
        case Deadline.TODAY:
            return Days(today, today)
        case Deadline.WEEK:
            return Days(today, today + timedelta(7))
        case Deadline.ANY:
            return Days()


def closest_first(rows: Sequence[Hit], typed: Typed) -> tuple[Hit, ...]:
    """The documents that say what was typed in their reference and subject first; the newest of those level first."""
    return tuple(sorted(rows, key=lambda row: (-_closeness(row, typed), -row.place)))


def _closeness(row: Hit, typed: Typed) -> int:
    """How much of what was typed stands in sight: the reference counts most, then the subject, then the people."""
    reference = reference_words(row.reference or "")
    subject, people = text_words(row.subject or ""), text_words(f"{row.party or ''} {row.person or ''}")
    in_order = " ".join(typed.words) in " ".join(subject)
    told = sum(8 * _has(reference, term) + 3 * _has(subject, term) + _has(people, term) for term in typed.terms)
    return told + 4 * in_order


def _has(words: Sequence[str], term: Term) -> bool:
    return any(word.startswith(term.word) if term.is_prefix else word == term.word for word in words)


# --- what was typed -----------------------------------------------------------------------------------------------


def understand(text: str, symbols: frozenset[str] = frozenset()) -> Typed:
    """What somebody means by what he has typed so far. `symbols` are the folded symbols of types: `cv`, `qd`.

    The last word may go on, and so may a number. Days are ranges: `24/12/2024`, `tháng 12/2024`, `quý 4/2024`, `2024`,
    `>=1/1/2025`, `từ 1/1/2025 đến 31/3/2025`. Words between quotation marks stand beside each other, in their order.
    """
    phrases = tuple(" ".join(words) for quoted in _QUOTED.findall(text) if (words := text_words(quoted)))
    bare = folded(_QUOTED.sub(" ", text))
    days, rest = _days_in(bare)
    terms = list(_numbered([term for piece in rest.split() for term in _terms_of(piece)], symbols))
    if terms and rest[-1:].strip():
        terms[-1] = replace(terms[-1], is_prefix=True)
    quoted_terms = [Term(word) for phrase in phrases for word in phrase.split()]
    return Typed(tuple(dict.fromkeys([*terms, *quoted_terms])), phrases, days)


_QUOTED = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”„]")


def _terms_of(piece: str) -> list[Term]:
    """The words of a piece without spaces; a number with its symbol is one, in whatever spelling."""
    if (number := _NUMBERED.fullmatch(piece.strip(".,;:()"))) is not None:
        figures, rest = number.groups()
        return [Term(((figures.lstrip("0") or figures) + re.sub("[/-]", "", rest))[:LONGEST_WORD], is_prefix=True)]
    return [Term(word) for word in text_words(piece)]


def _numbered(terms: list[Term], symbols: frozenset[str]) -> Iterator[Term]:
    """The words, a number and the symbol behind it as one: so few documents have it that it is found at once."""
    rest = iter(terms)
    for term in rest:
        behind = next(rest, None) if term.word.isdecimal() else None
        if behind is not None and behind.word in symbols and len(term.word) <= _FIGURES:
            yield Term(f"{term.word.lstrip('0') or term.word}{behind.word}", is_prefix=True)
        else:
            yield term
            yield from () if behind is None else _numbered([behind, *rest], symbols)


_FIGURES: Final = 6
"""Figures that the number of a document has at most."""

_NUMBERED = re.compile(r"(\d{1,6})((?:[/-]\d{4})?[/-]?[a-z][a-z0-9]*(?:[/-][a-z0-9]*)*)")

_DAY: Final = r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4})"
_MONTH: Final = r"(?:(?:thang|month)\s*\d{1,2}(?:\s*/\s*|\s+nam\s+|\s+)\d{4}|\d{1,2}/\d{4})"
_QUARTER: Final = r"(?:quy|quarter)\s*(?:iv|i{1,3}|[1-4])\s*(?:/\s*|nam\s+|)\d{4}"
_YEAR: Final = r"(?:(?:nam|year)\s+(?:19|20)\d\d|(?:199|20[0-4])\d)"
"""A year by itself is one of the registers' time: 1904 is a number."""
_RANGE = re.compile(
    r"(?<![^\W_])(?<![/.-])"
    r"(?:(?P<bound>>=|<=|>|<|(?:tu|from|(?<!van ban )den|to|truoc|before|sau|after)\s)\s*)?(?:(?:ngay|day)\s+)?"
    rf"(?P<span>{_DAY}|{_QUARTER}|{_MONTH}|{_YEAR})(?![^\W_])(?!\s?[/-]\s?\w)"
)
_FROM, _TO = {">=", "tu", "from"}, {"<=", "den", "to"}
_BEFORE, _AFTER = {"<", "truoc", "before"}, {">", "sau", "after"}


def _days_in(text: str) -> tuple[Days, str]:
    """The days that a folded text allows, and the text without them."""
    days, kept, end = Days(), [], 0
    for found in _RANGE.finditer(text):
        if (span := _span(found["span"])) is None:
            continue
        days = _both(days, _bounded((found["bound"] or "").strip(), *span))
        kept.append(text[end : found.start()])
        end = found.end()
    return days, " ".join((*kept, text[end:]))


def without_days(text: str) -> str:
    """What was typed without the days in it."""
    written = nfc(text)
    bare = folded(written)
    if len(bare) != len(written):
        return " ".join(understand(text).words)
    spans = [found.span() for found in _RANGE.finditer(bare) if _span(found["span"]) is not None]
    for start, end in reversed(spans):
        written = f"{written[:start]} {written[end:]}"
    return " ".join(written.split())


def _span(text: str) -> tuple[date, date] | None:
    """The first and the last day of a day, a month, a quarter or a year in figures; None where there is no such."""
    figures = [int(figure) for figure in re.findall(r"\d+", text)]
    try:
        if re.fullmatch(_DAY, text):
            day, month, year = figures
            only = date(year if year > 99 else 2000 + year, month, day)
            return only, only
        if text.startswith(("quy", "quarter")):
            quarter = figures[0] if len(figures) == 2 else _ROMAN[re.findall(r"i[iv]*", text.removeprefix("quy"))[0]]
            return _months(figures[-1], 3 * quarter - 2, 3 * quarter)
        if len(figures) == 2:
            return _months(figures[1], figures[0], figures[0])
        return _months(figures[0], 1, 12)
    except ValueError:
        return None


_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _bounded(bound: str, first: date, last: date) -> Days:
    if bound in _FROM:
        return Days(first, None)
    if bound in _TO:
        return Days(None, last)
    if bound in _BEFORE:
        return Days(None, first - timedelta(1))
    if bound in _AFTER:
        return Days(last + timedelta(1), None)
    return Days(first, last)


def _both(one: Days, other: Days) -> Days:
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    return Days(max(firsts, default=None), min(lasts, default=None))
