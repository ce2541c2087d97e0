"""Slices to pages: where a page ends, what stands at its foot, its number, its margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vpdesk.domain.body import Alignment, Run
from vpdesk.layout.content import Running, Text
from vpdesk.layout.flow import NoteLines, Slice, foot_of, height_of
from vpdesk.layout.frame import Bookmark, Frame, Page, Place, PlacedFrame, PlacedLine
from vpdesk.layout.inline import set_lines
from vpdesk.layout.norms import Role
from vpdesk.layout.notes import least_foot
from vpdesk.layout.setter import Setter, line_start, place_of, rule_frame
from vpdesk.layout.tables import rejoined

PAGE_NUMBER = "page"
"""The component of a page number, which the form does not number."""

_ROUNDING = 1e-6


def page_end(
    stream: Sequence[Slice], start: int, height: float, carried: Sequence[Frame] = (), separator: float = 0.0
) -> tuple[int, int]:
    """The end of a page of this height that begins at `start`, and how far it looked to find it.

    `carried` are lines of notes that began on the page before, `separator` is the height of what parts notes from the
    text. A page ends at the last place where nothing clings to what is above; where there is none, the weakest hold
    gives way. At least one slice stands on every page, unless carried notes need all of it, so every slice stands on
    exactly one page, in order.
    """
    end = _fullest(stream, start, height, carried, separator)
    looked_at = end + 1
    if end == start or end == len(stream) or stream[end].new_page:
        return end, looked_at
    return _loosest(stream, start, end), looked_at


def _fullest(stream: Sequence[Slice], start: int, height: float, carried: Sequence[Frame], separator: float) -> int:
    """The first slice that does not fit on a page beginning at `start`."""
    notes: list[NoteLines] = []
    foot = least_foot(carried, notes, separator)
    y = 0.0
    end = start
    while end < len(stream) and not (end > start and stream[end].new_page):
        piece = stream[end]
        y = foot_of(piece, y, first=end == start)
        if piece.notes:
            notes += piece.notes
            foot = least_foot(carried, notes, separator)
        # Wherever a page may end in the middle of a row there must be room for what closes it.
        closing = piece.below.height if piece.below else 0.0
        if y + closing + foot > height + _ROUNDING and (end > start or carried):
            break
        end += 1
    return end


def _loosest(stream: Sequence[Slice], start: int, end: int) -> int:
    """The last place between where the hold is weakest."""
    weakest = min(stream[k].hold for k in range(start + 1, end + 1))
    return max(k for k in range(start + 1, end + 1) if stream[k].hold == weakest)


class Folio(NamedTuple):
    """The number of a page, and what stands in its margins in place of the number alone."""

    number: int
    running: Running | None = None


def make_page(
    slices: Sequence[Slice],
    blocks: Sequence[int | None],
    foot: Sequence[Frame],
    folio: Folio,
    setter: Setter,
    *,
    mirrored: bool,
    appendix: int | None,
) -> Page:
    """A page of these slices with its number and what stands at the foot of its text.

    The backs of a duplex print have their margins mirrored.
    """
    norms = setter.norms
    left = norms.right if mirrored else norms.left
    frames = list(_in_margins(folio, left, setter))
    top = norms.top
    if slices and slices[0].above:
        frames.append(PlacedFrame(left, top, slices[0].above, blocks[0]))
    frames += [
        PlacedFrame(left, top + y, frame, block) for y, frame, block in _placed_frames(slices, blocks) if frame.lines
    ]
    if slices and slices[-1].below:
        frames.append(
            PlacedFrame(left, top + height_of(slices) - slices[-1].below.height, slices[-1].below, blocks[-1])
        )
    y = top + norms.text_height - sum(frame.height for frame in foot)
    for frame in foot:
        frames.append(PlacedFrame(left, y, frame))
        y += frame.height
    return Page(norms.sheet.width, norms.sheet.height, tuple(frames), appendix)


def _placed_frames(slices: Sequence[Slice], blocks: Sequence[int | None]) -> Iterator[tuple[float, Frame, int | None]]:
    """The frames of a page's slices, each with its top; strips of one row are joined."""
    y = 0.0
    strips: list[Frame] = []
    for place, (piece, block) in enumerate(zip(slices, blocks, strict=True)):
        y = foot_of(piece, y, first=place == 0)
        if piece.strip_of is None:
            yield y - piece.frame.height, piece.frame, block
            continue
        strips.append(piece.frame)
        if place + 1 == len(slices) or slices[place + 1].strip_of is not piece.strip_of:
            row = rejoined(strips)
            yield y - row.height, row, block
            strips = []


def contact_foot(contact: Text | None, setter: Setter) -> tuple[Frame, ...]:
    """The contact line under its rule, as it stands at the foot of the first page; nothing where there is none."""
    if contact is None:
        return ()
    norms, style = setter.norms, setter.style(contact.role)
    place = place_of(contact)
    rule = rule_frame(norms.measure, norms.rule_thickness, 2 * norms.note_gap, norms.note_gap, place)
    lines = tuple(
        Frame(
            style.leading,
            (PlacedLine(line_start(style.align, line.width, norms.measure), setter.baseline(style), line, place),),
        )
        for line in setter.lines(contact, norms.measure)
    )
    return (rule, *lines)


def _in_margins(folio: Folio, left: float, setter: Setter) -> Iterator[PlacedFrame]:
    """What stands in the margins: the number at the top, or a head right above the text, foot and number below it."""
    norms, running = setter.norms, folio.running
    if running is None:
        if folio.number >= norms.page_number_first:
            yield _page_number(folio.number, left, setter)
        return
    if running.head is not None:
        height = setter.style(running.head.role).leading
        yield PlacedFrame(left, norms.top - height - norms.note_gap, _one_line(running.head, setter))
    bottom = norms.sheet.height - norms.bottom + norms.note_gap
    if running.foot is not None:
        yield PlacedFrame(left, bottom, _one_line(running.foot, setter))
    if running.folio:
        words = (Run(running.folio.format(page=folio.number)),)
        numbered = Text(Role.PAGE_NUMBER, PAGE_NUMBER, words, align=Alignment.RIGHT)
        yield PlacedFrame(left, bottom, _one_line(numbered, setter))


def _one_line(text: Text, setter: Setter) -> Frame:
    """The first line of a text across the measure: the margins have room for no more."""
    style = setter.style(text.role)
    line, *_ = setter.lines(text, setter.norms.measure)
    x = line_start(text.align or style.align, line.width, setter.norms.measure)
    return Frame(style.leading, (PlacedLine(x, setter.baseline(style), line, place_of(text)),))


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
    if not headings:
        return ()
    return tuple(
        Bookmark(heading.title, heading.level, number - 1, placed.y)
        for placed in page.frames
        if (heading := headings.get(placed.frame))
    )
