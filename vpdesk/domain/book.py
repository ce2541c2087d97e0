"""A book as it is printed: its cover, its rows in sections, what its closing page accounts for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vpdesk.domain.register import BookRow, BookScope, Oddity
from vpdesk.domain.register_account import Account


@dataclass(frozen=True, slots=True)
class Keeper:
    """Whose book it is and who signs its closing page; what is not known is left to be written by hand.

    `in_text` is how running text names the body.
    """

    body: str
    parent_body: str | None = None
    place: str | None = None
    day: date | None = None
    clerk: str | None = None
    head_position: str | None = None
    head: str | None = None
    in_text: str | None = None


@dataclass(frozen=True, slots=True)
class BookSection:
    """The rows of one row of numbers, or of a book that has none. `title` is empty where it needs no heading."""

    title: str
    rows: tuple[BookRow, ...]
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A book, or what of it comes behind its locked pages: then its first page is a later one.

    `head_value` is the history's as the book was read, and stands at the foot of each page; `locked_rows` stand on
    the pages before.
    """

    scope: BookScope
    keeper: Keeper
    sections: tuple[BookSection, ...]
    head_value: str
    first_page: int = 1
    locked_rows: int = 0

    def rows(self) -> Iterator[BookRow]:
        """Every row in order."""
        for section in self.sections:
            yield from section.rows

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(section.rows) for section in self.sections)

    def odd(self, oddity: Oddity) -> int:
        """How many rows have an oddity."""
        return sum(oddity in row.oddities for row in self.rows())

    @property
    def is_whole(self) -> bool:
        """Whether every number it has to account for is there."""
        return all(section.account is None or section.account.is_whole for section in self.sections)
