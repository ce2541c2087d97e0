"""Changes and remarks where they stand on the pages of a dispatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vpdesk.domain.changes import Change, ChangeKind
from vpdesk.domain.comparison import find_changes, text_at
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.signoff import NewRemark, Place, Remark, located
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.spots import Area, Spot, spot_at
from vpdesk.layout.whereabouts import Whereabouts
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.preview.marks import Mark, MarkKind

_KINDS = {
    ChangeKind.ADDED: MarkKind.ADDED,
    ChangeKind.CHANGED: MarkKind.CHANGED,
    ChangeKind.REMOVED: MarkKind.REMOVED,
}


class MarkedPaper:
    """The pages of a dispatch, what changed in it since it was read, and what was remarked on it."""

    def __init__(self, laid_out: LaidOut, before: Dispatch | None, fonts: FontBook) -> None:
        self._laid_out = laid_out
        self._fonts = fonts
        rulebook = Rulebook(laid_out.pack)
        self._whereabouts = Whereabouts(laid_out.dispatch, rulebook)
        self.changes = find_changes(before, laid_out.dispatch, rulebook) if before is not None else ()

    # --- where it stands --------------------------------------------------------------------------------------------

    def change_areas(self, change: Change) -> tuple[Area, ...]:
        """What a change covers; nothing where it is on no page."""
        return self._areas(Place(change.path, change.start, change.end))

    def remark_areas(self, remark: Remark | NewRemark) -> tuple[Area, ...]:
        """What a remark is about; nothing where it is about the whole, or its words are gone."""
        place = remark.place
        if isinstance(remark, Remark) and place is not None:
            place = located(self._laid_out.dispatch, place, remark.quote)
        return self.place_areas(place)

    def place_areas(self, place: Place | None) -> tuple[Area, ...]:
        """What the words at a place cover."""
        return self._areas(place) if place is not None else ()

    def _areas(self, place: Place) -> tuple[Area, ...]:
        return self._whereabouts.areas(place.path, place.start, place.end, self._laid_out.document, self._fonts)

    # --- what was pointed at ----------------------------------------------------------------------------------------

    def text_under(self, page: int, x: float, y: float) -> Place | None:
        """The whole text under a point of a page: a paragraph, a line of a list, the subject."""
        spot = spot_at(self._laid_out.document.pages[page], x, y, self._fonts)
        found = self._whereabouts.passage(spot) if spot is not None else None
        return Place(found[0], 0, len(text_at(self._laid_out.dispatch, found[0]))) if found else None

    def words_between(self, first: Spot, last: Spot) -> Place | None:
        """The words from one spot to another of the same text."""
        begins, ends = self._whereabouts.passage(first), self._whereabouts.passage(last)
        if begins is None or ends is None or begins[0] != ends[0] or begins[1] >= ends[1]:
            return None
        return Place(begins[0], begins[1], ends[1])

    def quote(self, place: Place) -> str:
        """The words at a place."""
        return text_at(self._laid_out.dispatch, place.path)[place.start : place.end]

    # --- marks ------------------------------------------------------------------------------------------------------

    def change_marks(self, chosen: int | None) -> Iterator[Mark]:
        """A mark for each change that is on a page; the chosen one stands out."""
        for number, change in enumerate(self.changes):
            if areas := self.change_areas(change):
                yield Mark(_KINDS[change.kind], areas, None, number == chosen)

    def remark_marks(self, remarks: Sequence[Remark | NewRemark], chosen: int | None) -> Iterator[Mark]:
        """A mark with its number, counted from 1, for each remark on words that are on a page."""
        for number, remark in enumerate(remarks, start=1):
            if areas := self.remark_areas(remark):
                yield Mark(MarkKind.REMARK, areas, number, number == chosen)

    def place_mark(self, place: Place | None) -> Iterator[Mark]:
        """A mark over the words that the next remark will be about."""
        if areas := self.place_areas(place):
            yield Mark(MarkKind.REMARK, areas, None, is_chosen=True)
