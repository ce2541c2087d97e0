"""Tables: a grid of cells whose rows become slices.

A row stays whole on its page unless it is tall; then it is parted between lines. The header rows are set again at the
top of each further page. Each cell draws its right and its lower edge, so that every line of the grid is drawn once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple

from vpdesk.layout.charts import BARS, set_bars
from vpdesk.layout.content import Cell, Table
from vpdesk.layout.flow import Hold, NoteLines, Slice, Slices
from vpdesk.layout.frame import Frame, Inked, Line, Place, PlacedLine, Stroke
from vpdesk.layout.norms import Norms, Role
from vpdesk.layout.notes import notes_of_lines
from vpdesk.layout.setter import Setter, free_share, one_under_another, place_of

_WHOLE = 0.25
"""The part of the page up to which rows that belong together are never parted."""
_TALLEST_HEADER = 0.4
"""The part of the page up to which a header is set again on further pages."""
_EDGES = Place("6", "grid")


def set_table(table: Table, setter: Setter) -> Slices:
    """The slices of a table across the measure."""
    grid = _Grid(_boxes(table, setter), table.header_rows, setter.norms)
    header_rows = grid.header_rows
    above = grid.upper_edge()
    slices: list[Slice] = []
    for first, last in grid.groups:
        strips = list(pairwise(grid.cuts(first, last)))
        for number, (start, end) in enumerate(strips):
            heads = number == 0 and 0 < first <= header_rows
            sums = number == 0 and table.ends_in_sum and last == len(table.rows)
            goes_on = one_under_another([above, grid.upper_gap(first, start)]) if number else above
            slices.append(
                Slice(
                    grid.frame(first, last, start, end),
                    hold=Hold.HEADING if heads or sums else _hold(number, len(strips)),
                    notes=grid.notes(first, last, start, end),
                    above=goes_on if slices else None,
                    below=grid.lower_edge(first, last, end),
                    strip_of=strips if len(strips) > 1 else None,
                )
            )
        if last == header_rows and grid.repeats_header:
            above = one_under_another([piece.frame for piece in slices])
    return tuple(slices)


def rejoined(strips: Sequence[Frame]) -> Frame:
    """Strips of a row as one frame: its text cell by cell, then its edges."""
    joined = one_under_another(strips)
    return Frame(joined.height, tuple(sorted(joined.lines, key=_reading_order)))


def _reading_order(line: PlacedLine) -> tuple[bool, int]:
    return line.place == _EDGES, line.place.entry or 0


def _hold(number: int, count: int) -> Hold:
    """How a strip of a tall row clings to the one above."""
    return Hold.LINES if number and (number == 1 or number == count - 1) else Hold.FREE


class _TextLine(NamedTuple):
    """A line in a cell: its top from the top of the cell's text, its pitch, and the notes it calls."""

    top: float
    leading: float
    placed: PlacedLine
    notes: tuple[NoteLines, ...]


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell in its place: rows from `row` until `row_end`, from `left` to `right` in points, with its lines."""

    row: int
    row_end: int
    left: float
    right: float
    lines: tuple[_TextLine, ...]
    text_height: float
    centred: bool


def _boxes(table: Table, setter: Setter) -> tuple[_Box, ...]:
    """The cells where they stand, in reading order."""
    edges = _column_edges(table.columns, setter)
    covered = [0] * len(table.columns)
    boxes = []
    for row_number, row in enumerate(table.rows):
        free = (column for column in range(len(covered)) if covered[column] <= row_number)
        for cell in row:
            column = next(free)
            for _ in range(cell.columns - 1):
                next(free)
            row_end = min(row_number + cell.rows, len(table.rows))
            covered[column : column + cell.columns] = [row_end] * cell.columns
            left, right = edges[column], edges[column + cell.columns]
            lines = tuple(_text_lines(cell, left, right, setter))
            boxes.append(
                _Box(
                    row_number,
                    row_end,
                    left,
                    right,
                    lines,
                    text_height=sum(line.leading for line in lines),
                    centred=row_number < table.header_rows or cell.rows > 1,
                )
            )
    return tuple(boxes)


def _column_edges(shares: Sequence[float], setter: Setter) -> list[float]:
    """Where the columns begin and end: shared out by their widths, but none too narrow for a letter."""
    norms = setter.norms
    room = norms.measure - norms.grid_thickness
    least = min(2 * norms.cell_padding + norms.styles[Role.TABLE_CELL].size, room / len(shares))
    wide = set(range(len(shares)))
    while True:
        total = sum(shares[column] for column in wide)
        left = room - least * (len(shares) - len(wide))
        narrow = {column for column in wide if shares[column] * left < least * total}
        if not narrow or narrow == wide:
            break
        wide -= narrow
    widths = (share / total * left if column in wide else least for column, share in enumerate(shares))
    return list(accumulate(widths, initial=norms.grid_thickness / 2))


def _text_lines(cell: Cell, left: float, right: float, setter: Setter) -> Iterator[_TextLine]:
    padding = min(setter.norms.cell_padding, (right - left) / 4)
    measure = right - left - 2 * padding
    top = 0.0
    if cell.bars is not None:
        for bar in set_bars(cell.bars, measure, setter):
            yield _TextLine(top, bar.leading, PlacedLine(left + padding, bar.baseline, bar.line, BARS), ())
            top += bar.leading
    for text in cell.texts:
        style = setter.style(text.role)
        leading, baseline, place = style.leading, setter.baseline(style), place_of(text)
        share = free_share(text.align or style.align)
        lines = setter.lines(text, measure)
        notes = notes_of_lines(text, lines, setter) or ((),) * len(lines)
        for line, called in zip(lines, notes, strict=True):
            x = left + padding + share * (measure - line.width)
            yield _TextLine(top, leading, PlacedLine(x, baseline, line, place), called)
            top += leading


def _groups(boxes: Sequence[_Box]) -> Iterator[tuple[int, int]]:
    """Rows that a spanning cell holds together, from the first until the last."""
    first = end = 0
    # In reading order no box begins above the one before it.
    for box in boxes:
        if box.row >= end > first:
            yield first, end
            first = end
        end = max(end, box.row_end)
    if end > first:
        yield first, end


class _Grid:
    """Cells with the heights of their rows: `tops[k]` is where row k begins, and the last where the table ends."""

    def __init__(self, boxes: Sequence[_Box], header_rows: int, norms: Norms) -> None:
        self._norms = norms
        self._padding = norms.cell_padding / 2
        self._thickness = norms.grid_thickness
        self.groups = tuple(_groups(boxes))
        self.tops = self._row_tops(boxes)
        ends = (last for _, last in self.groups if last >= header_rows)
        self.header_rows = next(ends, 0) if header_rows else 0
        self._boxes = dict(self._inside(boxes))

    def _inside(self, boxes: Sequence[_Box]) -> Iterator[tuple[int, Sequence[_Box]]]:
        """Where each group begins, with its boxes: in reading order they follow one another."""
        end = 0
        for first, last in self.groups:
            start = end
            while end < len(boxes) and boxes[end].row < last:
                end += 1
            yield first, boxes[start:end]

    def _row_tops(self, boxes: Sequence[_Box]) -> list[float]:
        heights = [0.0] * (self.groups[-1][1] if self.groups else 0)
        # A cell over several rows makes the last of them higher where they are not enough for it.
        for box in sorted(boxes, key=lambda box: box.row_end - box.row):
            lacking = box.text_height + 2 * self._padding - sum(heights[box.row : box.row_end])
            heights[box.row_end - 1] += max(lacking, 0.0)
        pitch = self._norms.styles[Role.TABLE_CELL].leading
        for first, last in self.groups:
            if sum(heights[first:last]) > _WHOLE * self._norms.text_height:
                # Rows that may be parted keep one grid of lines, so that a cut goes through no line beside it.
                heights[first : last - 1] = [ceil(height / pitch) * pitch for height in heights[first : last - 1]]
        return list(accumulate(heights, initial=0.0))

    @property
    def repeats_header(self) -> bool:
        """Whether the header is set again on further pages."""
        return self.tops[self.header_rows] <= _TALLEST_HEADER * self._norms.text_height

    def _is_whole(self, first: int, last: int) -> bool:
        part = _TALLEST_HEADER if first < self.header_rows else _WHOLE
        return self.tops[last] - self.tops[first] <= part * self._norms.text_height

    def _lines(self, first: int, last: int) -> Iterator[tuple[float, _TextLine]]:
        """The lines of the rows from first until last with their tops in the table, in reading order."""
        centred = self._is_whole(first, last)
        for box in self._boxes[first]:
            free = self.tops[box.row_end] - self.tops[box.row] - box.text_height
            start = self.tops[box.row] + (free / 2 if box.centred and centred else self._padding)
            for line in box.lines:
                yield start + line.top, line

    def cuts(self, first: int, last: int) -> list[float]:
        """Where the rows from first until last may be parted, their own beginning and end included."""
        top, bottom = self.tops[first], self.tops[last]
        if self._is_whole(first, last):
            return [top, bottom]
        cuts = [top]
        reach = top
        for start, end in sorted((start, start + line.leading) for start, line in self._lines(first, last)):
            if start >= reach - _ROUNDING and reach > top:
                # Between two rows the edge belongs to the upper one.
                cuts.append(next((edge for edge in self.tops[first : last + 1] if reach <= edge <= start), reach))
            reach = max(reach, end)
        return [*cuts, bottom]

    def frame(self, first: int, last: int, start: float, end: float) -> Frame:
        """What stands between two cuts, text before edges."""
        lines = [
            PlacedLine(line.placed.x, line.placed.y + (top - start), line.placed.line, line.placed.place)
            for top, line in self._lines(first, last)
            if start - _ROUNDING <= top < end - _ROUNDING
        ]
        return Frame(end - start, (*lines, self._edges(first, start, end)))

    def notes(self, first: int, last: int, start: float, end: float) -> tuple[NoteLines, ...]:
        """The notes called between two cuts."""
        return tuple(
            note
            for top, line in self._lines(first, last)
            if start - _ROUNDING <= top < end - _ROUNDING
            for note in line.notes
        )

    def _edges(self, first: int, start: float, end: float) -> PlacedLine:
        """The edges of the cells between two cuts, from the cut above."""
        edges = [_upright(self._thickness / 2, 0.0, end - start, self._thickness)]
        if start == 0:
            edges.append(self._across(self._thickness / 2, self._right, self._thickness / 2))
        for box in self._boxes[first]:
            top, bottom = max(self.tops[box.row], start), min(self.tops[box.row_end], end)
            if top < bottom:
                edges.append(_upright(box.right, top - start, bottom - start, self._thickness))
            if start < self.tops[box.row_end] <= end:
                y = self.tops[box.row_end] - start - self._thickness / 2
                edges.append(self._across(box.left, box.right, y))
        return _placed(edges, self._norms.measure)

    def upper_edge(self) -> Frame:
        """The edge above what goes on on a further page."""
        edge = self._across(self._thickness / 2, self._right, self._thickness / 2)
        return Frame(self._thickness, (_placed([edge], self._norms.measure),))

    def lower_edge(self, first: int, last: int, end: float) -> Frame | None:
        """What closes the cells that a page's end parts at a cut, below their text; None where it parts none."""
        open_boxes = self._open_at(first, end)
        if end >= self.tops[last] or not open_boxes:
            return None
        gap = self._gap_at(end)
        edges = [self._across(box.left, box.right, gap - self._thickness / 2) for box in open_boxes]
        return Frame(gap, (_placed([*self._uprights(open_boxes, gap), *edges], self._norms.measure),))

    def upper_gap(self, first: int, start: float) -> Frame:
        """What stands above the text of cells that go on from the page before, below the edge or the header."""
        gap = self._gap_at(start)
        return Frame(gap, (_placed(self._uprights(self._open_at(first, start), gap), self._norms.measure),))

    def _open_at(self, first: int, cut: float) -> list[_Box]:
        """The cells that a cut goes through."""
        return [box for box in self._boxes[first] if self.tops[box.row] < cut < self.tops[box.row_end]]

    def _gap_at(self, cut: float) -> float:
        """The room between text and edge at a cut: none between two rows, which bring their own."""
        return 0.0 if cut in self.tops else self._padding

    def _uprights(self, boxes: Sequence[_Box], height: float) -> list[Inked]:
        """The upright edges of these cells and of the table."""
        if not height:
            return []
        places = [self._thickness / 2, *(box.right for box in boxes)]
        return [_upright(x, 0.0, height, self._thickness) for x in places]

    @property
    def _right(self) -> float:
        return self._norms.measure - self._thickness / 2

    def _across(self, left: float, right: float, y: float) -> Inked:
        """A level edge; it covers the upright ones it meets, so that corners are square."""
        half = self._thickness / 2
        return Inked(left - half, y, Stroke(right - left + 2 * half, self._thickness))


def _upright(x: float, top: float, bottom: float, thickness: float) -> Inked:
    """An upright edge centred on x."""
    return Inked(x - thickness / 2, (top + bottom) / 2, Stroke(thickness, bottom - top))


def _placed(edges: Sequence[Inked], width: float) -> PlacedLine:
    """Edges as the last line of their frame."""
    return PlacedLine(0.0, 0.0, Line(tuple(edges), width), _EDGES)


_ROUNDING = 1e-6
