"""Slices to pages: where a page ends, its number, its margins."""

from __future__ import annotations

from collections.abc import Sequence

from vpdesk.domain.body import Alignment, Run
from vpdesk.layout.blocks import Setter
from vpdesk.layout.flow import Slice
from vpdesk.layout.frame import Bookmark, Frame, Page, Place, PlacedFrame, PlacedLine
from vpdesk.layout.inline import set_lines
from vpdesk.layout.norms import Role

PAGE_NUMBER = "page"
"""The component of a page number, which the form does not number."""

_ROUNDING = 1e-6


def page_end(stream: Sequence[Slice], start: int, height: float) -> tuple[int, int]:
    """The end of a page of this height that begins at `start`, and how far it looked to find it.

    A page ends at the last place where nothing clings to what is above; where there is none, the weakest hold gives
    way. At least one slice stands on every page, so every slice stands on exactly one, in order.
    """
    end = _fullest(stream, start, height)
    looked_at = end + 1
    return (end if end == len(stream) or stream[end].new_page else _loosest(stream, start, end)), looked_at


def _fullest(stream: Sequence[Slice], start: int, height: float) -> int:
    """The first slice that does not fit on a page beginning at `start`."""
    y = stream[start].frame.height
    end = start + 1
    while end < len(stream) and not stream[end].new_page:
        # The gap above what stands first on a page is swallowed, also below a page break, which has no height.
        y += (stream[end].before if y else 0.0) + stream[end].frame.height
        if y > height + _ROUNDING:
            break
        end += 1
    return end


def _loosest(stream: Sequence[Slice], start: int, end: int) -> int:
    """The last place between where the hold is weakest."""
    return max(range(start + 1, end + 1), key=lambda k: (-stream[k].hold, k))


def make_page(
    slices: Sequence[Slice], blocks: Sequence[int | None], number: int, setter: Setter, *, duplex: bool
) -> Page:
    """A page of these slices with its number (from 1); even pages of a duplex print have their margins mirrored."""
    norms = setter.norms
    left = norms.right if duplex and number % 2 == 0 else norms.left
    frames = [_page_number(number, left, setter)] if number >= norms.page_number_first else []
    y = norms.top
    for piece, block in zip(slices, blocks, strict=True):
        y += piece.before if y > norms.top else 0.0
        if piece.frame.lines:
            frames.append(PlacedFrame(left, y, piece.frame, block))
        y += piece.frame.height
    return Page(norms.sheet.width, norms.sheet.height, tuple(frames))


def _page_number(number: int, left: float, setter: Setter) -> PlacedFrame:
    """The number, centred on the text, its digits' top at the pack's distance from the edge."""
    norms = setter.norms
    style = setter.style(Role.PAGE_NUMBER)
    (line,) = set_lines((Run(str(number)),), style, norms.measure, setter.fonts, align=Alignment.CENTRED)
    baseline = norms.page_number_top + setter.fonts.metrics.digit_height * style.size
    top = baseline - setter.baseline(style)
    place = Place(PAGE_NUMBER, Role.PAGE_NUMBER.value)
    placed = PlacedLine((norms.measure - line.width) / 2, setter.baseline(style), line, place)
    return PlacedFrame(left, top, Frame(style.leading, (placed,)))


def bookmarks(slices: Sequence[Slice], page: Page, number: int) -> tuple[Bookmark, ...]:
    """The headings on a page (numbered from 1)."""
    headings = {piece.frame: piece.heading for piece in slices if piece.heading}
    return tuple(
        Bookmark(heading.title, heading.level, number - 1, placed.y)
        for placed in page.frames
        if headings and (heading := headings.get(placed.frame))
    )
