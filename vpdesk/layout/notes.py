"""Footnotes: which line calls them, and the foot of the page they stand at.

A note begins on the page of its call. Where it does not fit, it goes on at the foot of the next page; at least two
of its lines stand together on either side.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from vpdesk.layout.content import Note, Text
from vpdesk.layout.flow import NoteLines, Slice, height_of
from vpdesk.layout.frame import Frame, GlyphRun, Line, Place, PlacedLine
from vpdesk.layout.norms import Norms, Role
from vpdesk.layout.setter import Setter, line_start, place_of, rule_frame

_TOGETHER = 2
"""Lines of a note that are not parted at its beginning or end."""


def notes_of_lines(text: Text, lines: Sequence[Line], setter: Setter) -> tuple[tuple[NoteLines, ...], ...]:
    """For each line of a text, the notes it calls; nothing where the text calls none."""
    if not text.notes:
        return ()
    starts = [_first_offset(line) for line in lines]
    called: list[list[NoteLines]] = [[] for _ in lines]
    for note in text.notes:
        call = text.offset + note.offset
        # An empty line has no offset: it calls nothing.
        line = max((k for k, start in enumerate(starts) if start is not None and start <= call), default=0)
        called[line].append(set_note(note, setter))
    return tuple(tuple(one) for one in called)


def _first_offset(line: Line) -> int | None:
    return next((item.ink.offset for item in line.items if isinstance(item.ink, GlyphRun)), None)


def set_note(note: Note, setter: Setter) -> NoteLines:
    """A note across the measure, a frame for each line."""
    style = setter.style(note.text.role)
    align = style.align
    place = place_of(note.text)
    return tuple(
        Frame(
            style.leading,
            (PlacedLine(line_start(align, line.width, setter.norms.measure), setter.baseline(style), line, place),),
        )
        for line in setter.lines(note.text, setter.norms.measure, align)
    )


def least_foot(carried: Sequence[Frame], notes: Sequence[NoteLines], separator: float) -> float:
    """The room that the foot of a page needs at least: all of its notes, but of the last only the beginning."""
    if not carried and not notes:
        return 0.0
    *whole, last = [carried, *notes] if notes else [carried]
    beginning = last[: _beginning(len(last))] if notes else last
    return separator + sum(frame.height for frame in chain(*whole, beginning))


def _beginning(count: int) -> int:
    """How many lines of a note stand on the page of its call, at least."""
    return _TOGETHER if count >= 2 * _TOGETHER else count


def split_foot(
    carried: Sequence[Frame], slices: Sequence[Slice], page_height: float, norms: Norms
) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
    """The foot of a page of this height with these slices, and the lines of notes that go on to the next page."""
    lines = [*carried, *(line for piece in slices if piece.notes for note in piece.notes for line in note)]
    if not lines:
        return (), ()
    room = page_height - height_of(slices)
    height, count = separator_height(norms), 0
    while count < len(lines) and height + lines[count].height <= room + _ROUNDING:
        height += lines[count].height
        count += 1
    rest = len(lines) - count
    if 0 < rest < _TOGETHER and count > _TOGETHER:
        count -= _TOGETHER - rest
    foot = (separator(norms), *lines[:count]) if count else ()
    return foot, tuple(lines[count:])


_ROUNDING = 1e-6


def separator_height(norms: Norms) -> float:
    """The gap below the text, the rule, and the gap above the first note."""
    return 2 * norms.note_gap + norms.rule_thickness


def separator(norms: Norms) -> Frame:
    """The short rule above the notes, with its gaps."""
    place = Place("note", Role.NOTE.value)
    return rule_frame(
        norms.measure * norms.note_rule, norms.rule_thickness, separator_height(norms), norms.note_gap, place
    )
