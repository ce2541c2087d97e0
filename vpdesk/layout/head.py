"""The head of a paper: two columns that share their baselines."""

from __future__ import annotations

from collections.abc import Sequence

from vpdesk.domain.body import plain_text
from vpdesk.layout.columns import place_columns
from vpdesk.layout.content import Head, Text
from vpdesk.layout.flow import Slice, Slices
from vpdesk.layout.frame import Frame, PlacedLine
from vpdesk.layout.inline import natural_width
from vpdesk.layout.norms import Role
from vpdesk.layout.setter import Setter, moved, stacked


def set_head(head: Head, setter: Setter) -> Slices:
    """Both columns of the head. Number and date share a baseline; so do the first lines of the columns.

    A subject too long for the page goes on below, line by line.
    """
    norms = setter.norms
    least = max(_widest_word(head.names, setter), setter.natural(head.reference))
    right_limit = norms.measure - norms.gutter - min(least, norms.left_share * norms.measure)
    right = stacked(head.title, setter, right_limit)
    date = stacked((head.place_and_date,), setter, right_limit)
    right_width = max(right.width, date.width)
    left_limit = norms.measure - norms.gutter - right_width
    names = stacked(head.names, setter, left_limit)
    reference = stacked((head.reference,), setter, left_limit)
    columns = place_columns(max(names.width, reference.width), right_width, norms)
    under_reference = stacked(head.under_reference, setter, min(columns.boundary, 2 * columns.left_centre))
    right_room = norms.measure - max(columns.boundary, 2 * columns.right_centre - norms.measure)
    under_date = stacked(head.under_date, setter, right_room)

    first_baseline = max(names.lines[0].y, right.lines[0].y)
    names_y = first_baseline - names.lines[0].y
    title_y = first_baseline - right.lines[0].y
    row_y = max(names_y + names.height, title_y + right.height)
    row_baseline = max(reference.lines[0].y, date.lines[0].y)
    reference_y = row_y + row_baseline - reference.lines[0].y
    date_y = row_y + row_baseline - date.lines[0].y

    left_foot = reference_y + reference.height + _before(head.under_reference, setter)
    right_foot = date_y + date.height + _before(head.under_date, setter)
    left, centre = columns.left_centre, columns.right_centre
    summary = moved(under_reference.lines, left, left_foot)
    fitting = [line for line in summary if setter.foot(line) <= norms.text_height]
    lines = (
        *moved(names.lines, left, names_y),
        *moved(reference.lines, left, reference_y),
        *fitting,
        *moved(right.lines, centre, title_y),
        *moved(date.lines, centre, date_y),
        *moved(under_date.lines, centre, right_foot),
    )
    left_end = setter.foot(fitting[-1]) if fitting else left_foot
    frame = Frame(max(left_end, right_foot + under_date.height), lines)
    return (Slice(frame), *(Slice(_alone(line, setter)) for line in summary[len(fitting) :]))


def _alone(line: PlacedLine, setter: Setter) -> Frame:
    """A line in a frame of its own."""
    style = setter.style(Role(line.place.role))
    return Frame(style.leading, (line._replace(y=setter.baseline(style)),))


def _widest_word(names: Sequence[Text], setter: Setter) -> float:
    """The width the names cannot do without."""
    return max(
        natural_width(word, setter.style(text.role), setter.fonts)
        for text in names
        for word in plain_text(text.runs).split()
    )


def _before(texts: Sequence[Text], setter: Setter) -> float:
    return setter.style(texts[0].role).before if texts else 0.0
