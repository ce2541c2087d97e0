"""The typesetter: content in, pages out. It remembers its last work, so a keystroke costs what it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice, repeat
from typing import NamedTuple, Protocol

from vpdesk.domain.dispatch import PageSetup
from vpdesk.layout.blocks import adapted, neighbours, set_item
from vpdesk.layout.content import Content, Item, Running, Section, Text
from vpdesk.layout.fit import ENOUGH_LINES, FitRules
from vpdesk.layout.flow import Hold, Neighbours, Slice, Slices, among
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import Bookmark, Description, Fitting, Frame, GlyphRun, Page, PagedDocument
from vpdesk.layout.memory import Succession
from vpdesk.layout.norms import Norms
from vpdesk.layout.notes import separator_height, split_foot
from vpdesk.layout.pages import Folio, bookmarks, contact_foot, make_page, page_end
from vpdesk.layout.setter import Setter

_PATIENCE = 80
"""How many pages the fit sets in all its tries, unless it was asked for: a long paper must not wait for it."""
_FEWEST_TRIES = 3

Missing = dict[str, frozenset[str]]
NormsOf = Callable[[PageSetup], Norms]
"""The norms of a page setup: the same object for the same setup, as long as the rules are the same."""


class Typesetter:
    """Lays out content after content with the same fonts.

    Items and pages that come again are taken from the last layout. The pages are the same as if they were set anew.
    """

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._last: list[_SectionSetter] = []
        self._now: list[_SectionSetter] = []

    def lay_out(
        self, content: Content, norms_of: NormsOf, fit: FitRules | None = None, *, duplex: bool = False
    ) -> PagedDocument:
        """The pages of a content under these norms, which the fit may move where a last page is short."""
        self._last, self._now = self._now, []
        sections: list[_SectionSetter] = []
        fittings: list[Fitting] = []
        first_page = 1
        for number, section in enumerate(content.sections):
            contact = None if number else content.contact_line
            circumstances = _Circumstances(number, contact, first_page, duplex, section.running)
            set_with = partial(self._set_section, section, circumstances, norms_of)
            done, fitting = (set_with(section.page), None) if fit is None else _fitted(section, fit, set_with)
            sections.append(done)
            fittings += [fitting] if fitting else []
            first_page += len(done.pages)
        pages = [page for one in sections for page in one.pages]
        return PagedDocument(
            pages=tuple(one.page for one in pages),
            bookmarks=tuple(chain.from_iterable(one.bookmarks for one in pages)),
            description=Description(content.title, content.author, content.subject),
            missing=_merged(chain.from_iterable(one.missing() for one in sections)),
            fittings=tuple(fittings),
        )

    def _set_section(
        self,
        section: Section,
        circumstances: _Circumstances,
        norms_of: NormsOf,
        page: PageSetup,
        like: _SectionSetter | None = None,
        *,
        moves_along: bool = False,
    ) -> _SectionSetter:
        """A section set with these figures of its page: by the setter of the last layout, where there is one.

        `like` has just set the same section with other figures; what these do not change is taken from it.
        """
        own = _SectionSetter(circumstances, Setter(norms_of(page), self._fonts), moves_along)
        setter = next((one for one in self._last if one == own), own)
        self._now.append(setter)
        setter.set(section, like)
        return setter


class _Circumstances(NamedTuple):
    """What decides the pages of a section beside its text and its figures.

    Its place among the sections, the contact line at its foot, the number of its first page, whether the margins of
    even pages are mirrored, and what stands in them.
    """

    number: int
    contact_line: Text | None
    first_page: int
    duplex: bool
    running: Running | None = None


class _SetWith(Protocol):
    """Sets a section with these figures of its page, like another that has set it before."""

    def __call__(
        self, page: PageSetup, /, like: _SectionSetter | None = None, *, moves_along: bool = False
    ) -> _SectionSetter: ...


def _fitted(section: Section, fit: FitRules, set_with: _SetWith) -> tuple[_SectionSetter, Fitting | None]:
    """The section with the least change of its figures that leaves nothing to mend, and what was done."""
    asked = set_with(section.page)
    wanted = fit.pages if section.appendix is None else None
    most_pages = len(asked.pages) if wanted is None else wanted
    if len(asked.pages) <= most_pages and not asked.ends_short:
        return asked, None

    def fitting(page: PageSetup | None, *, moved_along: bool = False) -> Fitting:
        after = page and fit.figures(page)
        return Fitting(section.appendix, fit.figures(section.page), after, wanted, moved_along)

    fewer: tuple[PageSetup, _SectionSetter] | None = None
    tries = max(_FEWEST_TRIES, _PATIENCE // len(asked.pages)) if wanted is None else None
    for page in islice(fit.setups(section.page), tries):
        other = set_with(page, like=asked)
        if len(other.pages) <= most_pages:
            if not other.ends_short:
                return other, fitting(page)
            fewer = fewer or (page, other)
    if fewer is not None and len(asked.pages) > most_pages:
        return fewer[1], fitting(fewer[0])
    along = set_with(section.page, like=asked, moves_along=True)
    if asked.ends_short and not along.ends_short and len(along.pages) <= most_pages:
        return along, fitting(None, moved_along=True)
    return asked, fitting(None)


@dataclass(slots=True)
class _SectionSetter:
    """Sets the pages of one section, again and again. Equal when the circumstances are."""

    circumstances: _Circumstances
    setter: Setter
    moves_along: bool
    """Whether a third line of the text goes with the signature."""
    _items: Succession[Item, _SetItem] = field(default_factory=Succession, compare=False)
    _set: Sequence[_SetItem] = field(default=(), compare=False)
    pages: list[_MadePage] = field(default_factory=list, compare=False)

    def set(self, section: Section, like: _SectionSetter | None) -> None:
        """Set the pages of the section; `like` has just set it with other figures of the body."""
        self._set = self._items.follow(section.items, partial(self._set_item, section.items, like))
        slices = [one.slices for one in self._set]
        stream = list(chain.from_iterable(slices))
        blocks = list(chain.from_iterable(map(repeat, section.blocks, map(len, slices))))
        if self.moves_along:
            _hold_a_third_line(stream)
        self.pages = list(self._paginate(stream, blocks, section.appendix))

    @property
    def _first_folio(self) -> int:
        """What is printed as the number of its first page."""
        if self.circumstances.running is not None:
            return self.circumstances.running.first_page
        apart = self.setter.norms.appendix_numbered_apart and self.circumstances.number > 0
        return 1 if apart else self.circumstances.first_page

    @property
    def ends_short(self) -> bool:
        """Whether only the signature, or one or two lines, fall on a last page that nobody asked for."""
        return len(self.pages) > 1 and self.pages[-1].is_short()

    def missing(self) -> Iterator[Missing]:
        """The characters that the faces do not have, item by item."""
        return (one.missing for one in self._set if one.missing)

    def _set_item(
        self, items: Sequence[Item], like: _SectionSetter | None, place: int, last: _SetItem | None
    ) -> _SetItem:
        beside = neighbours(items, place, self.setter.norms)
        if last is not None and last.beside == beside:
            return last
        alone = last.alone if last is not None else self._alone(items[place], like, place)
        slices = among(alone, beside)
        return _SetItem(alone, beside, slices, _missing(slices, self.setter.fonts))

    def _alone(self, item: Item, like: _SectionSetter | None, place: int) -> Slices:
        """The slices of an item as if it stood alone; what other figures do not change is not set anew."""
        if like is not None:
            known = like._set[place].alone  # noqa: SLF001 -- one of its own kind
            slices = adapted(item, known, like.setter.norms, self.setter)
            if slices is not None:
                return slices
        return set_item(item, self.setter)

    def _paginate(
        self, stream: Sequence[Slice], blocks: Sequence[int | None], appendix: int | None
    ) -> Iterator[_MadePage]:
        start = 0
        carried: tuple[Frame, ...] = ()
        number = self.circumstances.first_page
        known = iter(self.pages)
        while start < len(stream) or carried:
            made = next(known, None)
            if made is None or not made.would_be(stream, blocks, start, carried):
                made = self._make_page(stream, blocks, start, carried, number, appendix)
            yield made
            start += made.count
            carried = made.carried_on
            number += 1

    def _make_page(
        self,
        stream: Sequence[Slice],
        blocks: Sequence[int | None],
        start: int,
        carried: tuple[Frame, ...],
        number: int,
        appendix: int | None,
    ) -> _MadePage:
        setter = self.setter
        contact = contact_foot(self.circumstances.contact_line, setter) if number == 1 else ()
        height = setter.norms.text_height - sum(frame.height for frame in contact)
        end, looked_at = page_end(stream, start, height, carried, separator_height(setter.norms))
        slices = stream[start:end]
        notes, carried_on = split_foot(carried, slices, height, setter.norms)
        page = make_page(
            slices,
            blocks[start:end],
            (*notes, *contact),
            Folio(number - self.circumstances.first_page + self._first_folio, self.circumstances.running),
            setter,
            mirrored=self.circumstances.duplex and number % 2 == 0,
            appendix=appendix,
        )
        return _MadePage(
            looked_at=stream[start:looked_at],
            count=end - start,
            blocks=blocks[start:end],
            was_last=looked_at > len(stream),
            carried=carried,
            carried_on=carried_on,
            page=page,
            bookmarks=bookmarks(slices, page, number),
        )


class _SetItem(NamedTuple):
    """An item in slices, alone and among its neighbours, with the characters its faces do not have, by component."""

    alone: Slices
    beside: Neighbours
    slices: Slices
    missing: Missing


@dataclass(frozen=True, slots=True, eq=False)
class _MadePage:
    """A finished page and what decided it: every slice looked at, how many it holds, their blocks, carried notes."""

    looked_at: Sequence[Slice]
    count: int
    blocks: Sequence[int | None]
    was_last: bool
    carried: tuple[Frame, ...]
    carried_on: tuple[Frame, ...]
    page: Page
    bookmarks: tuple[Bookmark, ...]

    def is_short(self) -> bool:
        """Whether it holds less than three lines: of the text where it begins with text, of anything otherwise."""
        slices = self.looked_at[: self.count]
        if not slices or slices[0].new_page:
            return False
        begins_with_text = self.blocks[0] is not None
        shown = (
            piece.frame
            for piece, block in zip(slices, self.blocks, strict=True)
            if block is not None or not begins_with_text
        )
        return sum(_rows(frame) for frame in shown) < ENOUGH_LINES

    def would_be(
        self, stream: Sequence[Slice], blocks: Sequence[int | None], start: int, carried: tuple[Frame, ...]
    ) -> bool:
        """Whether a page of this stream from `start` would be this very page: slices are compared by identity."""
        seen = start + len(self.looked_at)
        return (
            stream[start:seen] == self.looked_at
            and blocks[start : start + self.count] == self.blocks
            and (seen == len(stream) or not self.was_last)
            and self.carried == carried
        )


def _hold_a_third_line(stream: list[Slice]) -> None:
    """Let the line above the two that go with the signature go with them."""
    last = max((place for place, piece in enumerate(stream) if piece.hold is Hold.CLOSING), default=0)
    if last > ENOUGH_LINES:
        held = stream[last - 2]
        stream[last - 2] = held._replace(hold=max(held.hold, Hold.CLOSING))


def _rows(frame: Frame) -> int:
    """How many rows of text stand one under another in a frame."""
    return len({line.y for line in frame.lines if line.line.width and line.place.role != "grid"})


def _missing(slices: Slices, fonts: FontBook) -> Missing:
    if not fonts.met_missing:
        return {}
    notes = (frame for piece in slices for note in piece.notes for frame in note)
    return missing_characters(chain((piece.frame for piece in slices), notes), fonts)


def missing_characters(frames: Iterable[Frame], fonts: FontBook) -> Missing:
    """The characters in some frames that their faces do not have, by component."""
    missing: Missing = {}
    for frame in frames:
        for placed in frame.lines:
            for inked in placed.line.items:
                if isinstance(inked.ink, GlyphRun) and (lacking := fonts.missing(inked.ink.text, inked.ink.face)):
                    component = placed.place.component
                    missing[component] = missing.get(component, frozenset()) | lacking
    return missing


def _merged(parts: Iterable[Missing]) -> Missing:
    merged: Missing = {}
    for part in parts:
        for component, characters in part.items():
            merged[component] = merged.get(component, frozenset()) | characters
    return merged
