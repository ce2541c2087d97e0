"""The typesetter: content in, pages out. It remembers its last work, so a keystroke costs what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from vpdesk.layout.blocks import Setter, neighbours, set_item
from vpdesk.layout.content import Content, Item
from vpdesk.layout.flow import Neighbours, Slice, Slices, among
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import Bookmark, Description, GlyphRun, Page, PagedDocument
from vpdesk.layout.memory import IdentityMemory
from vpdesk.layout.norms import Norms
from vpdesk.layout.pages import bookmarks, make_page, page_end

Missing = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True, eq=False)
class _SetItem:
    """An item in slices, with the characters its faces do not have, by component."""

    slices: Slices
    missing: Missing


@dataclass(frozen=True, slots=True, eq=False)
class _MadePage:
    """A finished page and what decided it: every slice looked at, how many of them it holds, their blocks."""

    looked_at: Sequence[Slice]
    count: int
    blocks: Sequence[int | None]
    was_last: bool
    page: Page
    bookmarks: tuple[Bookmark, ...]

    def would_be(self, stream: Sequence[Slice], blocks: Sequence[int | None], start: int) -> bool:
        """Whether a page of this stream from `start` would be this very page: slices are compared by identity."""
        seen = start + len(self.looked_at)
        return (
            stream[start:seen] == self.looked_at
            and blocks[start : start + self.count] == self.blocks
            and (seen == len(stream) or not self.was_last)
        )


class Typesetter:
    """Lays out content after content with the same fonts.

    Items and pages that come again are taken from the last layout. The pages are the same as if they were set anew.
    """

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._circumstances: tuple[Norms, bool] | None = None
        self._items: IdentityMemory[Neighbours, _SetItem] = IdentityMemory()
        self._pages: list[_MadePage] = []

    def lay_out(self, content: Content, norms: Norms, *, duplex: bool = False) -> PagedDocument:
        """The pages of a content under these norms."""
        self._forget_other_circumstances(norms, duplex=duplex)
        self._items.begin_round()
        setter = Setter(norms, self._fonts)
        items = [
            self._items.recall(item, beside, lambda: self._set(item, beside, setter))  # noqa: B023 -- called at once
            for item, beside in zip(content.items, neighbours(content.items, norms), strict=True)
        ]
        stream = list(chain.from_iterable(item.slices for item in items))
        blocks = [block for item, block in zip(items, content.blocks, strict=True) for _ in range(len(item.slices))]
        self._pages = self._paginate(stream, blocks, setter, duplex=duplex)
        return PagedDocument(
            pages=tuple(made.page for made in self._pages),
            bookmarks=tuple(chain.from_iterable(made.bookmarks for made in self._pages)),
            description=Description(content.title, content.author, content.subject),
            missing=_merged([item.missing for item in items if item.missing]),
        )

    def _forget_other_circumstances(self, norms: Norms, *, duplex: bool) -> None:
        if self._circumstances != (norms, duplex):
            self._circumstances = (norms, duplex)
            self._items, self._pages = IdentityMemory(), []

    def _set(self, item: Item, beside: Neighbours, setter: Setter) -> _SetItem:
        slices = among(set_item(item, setter), beside)
        missing: Missing = {}
        for piece in slices:
            for placed in piece.frame.lines:
                for inked in placed.line.items:
                    if isinstance(inked.ink, GlyphRun) and (
                        lacking := self._fonts.missing(inked.ink.text, inked.ink.face)
                    ):
                        component = placed.place.component
                        missing[component] = missing.get(component, frozenset()) | lacking
        return _SetItem(slices, missing)

    def _paginate(
        self, stream: Sequence[Slice], blocks: Sequence[int | None], setter: Setter, *, duplex: bool
    ) -> list[_MadePage]:
        pages: list[_MadePage] = []
        start = 0
        while start < len(stream):
            number = len(pages) + 1
            made = self._pages[number - 1] if number <= len(self._pages) else None
            if made is None or not made.would_be(stream, blocks, start):
                made = _make_page(stream, blocks, start, number, setter, duplex=duplex)
            pages.append(made)
            start += made.count
        return pages


def _make_page(
    stream: Sequence[Slice], blocks: Sequence[int | None], start: int, number: int, setter: Setter, *, duplex: bool
) -> _MadePage:
    end, looked_at = page_end(stream, start, setter.norms.text_height)
    slices = stream[start:end]
    page = make_page(slices, blocks[start:end], number, setter, duplex=duplex)
    return _MadePage(
        looked_at=stream[start:looked_at],
        count=end - start,
        blocks=blocks[start:end],
        was_last=looked_at > len(stream),
        page=page,
        bookmarks=bookmarks(slices, page, number),
    )


def _merged(parts: Sequence[Missing]) -> Missing:
    merged: Missing = {}
    for part in parts:
        for component, characters in part.items():
            merged[component] = merged.get(component, frozenset()) | characters
    return merged
