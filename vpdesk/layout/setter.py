"""What it takes to set a text, and the pieces that larger items are built from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vpdesk.domain.body import Alignment, plain_text
from vpdesk.layout.content import Text
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import Frame, GlyphRun, Inked, Line, Place, PlacedLine, Stroke
from vpdesk.layout.inline import natural_width, set_label, set_lines
from vpdesk.layout.norms import Norms, Role, Style

ROUNDING = 0.01
"""What sums of widths may differ by when they are added in another order, in points."""


_STRUCK_AT = 0.23
"""How far above the baseline a line is struck through, as a part of its size."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines set one under another, from the stack's own top."""

    lines: tuple[PlacedLine, ...]
    height: float
    width: float


@dataclass(frozen=True, slots=True)
class Setter:
    """What it takes to set a text: the figures and the faces."""

    norms: Norms
    fonts: FontBook

    def style(self, role: Role) -> Style:
        """The style of a role."""
        return self.norms.styles[role]

    def baseline(self, style: Style) -> float:
        """From the top of a line of this style to its baseline."""
        return baseline_in_line(style, self.fonts)

    def foot(self, line: PlacedLine) -> float:
        """Where a placed line ends."""
        style = self.style(Role(line.place.role))
        return line.y + style.leading - self.baseline(style)

    def natural(self, text: Text) -> float:
        """The width of a text that is not broken, its sign included."""
        style = self.style(text.role)
        return natural_width(text.sign, style, self.fonts) + natural_width(plain_text(text.runs), style, self.fonts)

    def lines(
        self, text: Text, measure: float, align: Alignment | None = None, first_indent: float = 0
    ) -> tuple[Line, ...]:
        """The text in lines no wider than the measure, its sign not included, with the rule its style has below."""
        style = self.style(text.role)
        lines = set_lines(
            text.runs,
            style,
            measure,
            self.fonts,
            align=align or text.align,
            first_indent=first_indent,
            joint=text.role is Role.ISSUING_BODY,
        )
        if text.offset:
            lines = tuple(_counted_from(text.offset, line) for line in lines)
        if text.is_struck:
            lines = tuple(self._struck(line, style) for line in lines)
        if style.box:
            return tuple(self._boxed(line, style) for line in lines)
        return (*lines[:-1], self._ruled(lines[-1], style.rule)) if style.rule else lines

    def _ruled(self, line: Line, share: float) -> Line:
        """A line with a rule below it as long as this share of it, centred."""
        stroke = Stroke(line.width * share, self.norms.rule_thickness)
        rule = Inked((line.width - stroke.width) / 2, self.norms.rule_drop, stroke)
        return Line((*line.items, rule), line.width)

    def _struck(self, line: Line, style: Style) -> Line:
        """A line with a stroke through it, half as high as its small letters."""
        if not line.width:
            return line
        stroke = Stroke(line.width, self.norms.rule_thickness)
        return Line((*line.items, Inked(0.0, -_STRUCK_AT * style.size, stroke)), line.width)

    def _boxed(self, line: Line, style: Style) -> Line:
        """A line in a box as high as its pitch."""
        thickness, height = self.norms.rule_thickness, style.leading
        left, width = -style.box, line.width + 2 * style.box
        middle = height / 2 - self.baseline(style)
        edges = (
            Inked(left, middle - height / 2, Stroke(width, thickness)),
            Inked(left, middle + height / 2, Stroke(width, thickness)),
            Inked(left - thickness / 2, middle, Stroke(thickness, height + thickness)),
            Inked(left + width - thickness / 2, middle, Stroke(thickness, height + thickness)),
        )
        return Line((*line.items, *edges), line.width)

    def sign(self, text: Text) -> Line | None:
        """A list sign as a line of its own."""
        return set_label(text.sign, self.style(text.role), self.fonts) if text.sign else None


def _counted_from(offset: int, line: Line) -> Line:
    """A line with its characters counted from another place."""
    items = (
        item._replace(ink=item.ink._replace(offset=item.ink.offset + offset))
        if isinstance(item.ink, GlyphRun)
        else item
        for item in line.items
    )
    return Line(tuple(items), line.width)


def baseline_in_line(style: Style, fonts: FontBook) -> float:
    """From the top of a line of this style to its baseline: the type stands in the middle of its pitch."""
    metrics = fonts.metrics
    return style.leading / 2 + style.size * (metrics.ascent - metrics.descent) / 2


def place_of(text: Text) -> Place:
    """Where the lines of a text belong."""
    return Place(text.component, text.role.value, text.entry)


def line_start(align: Alignment, width: float, measure: float, start: float = 0.0) -> float:
    """Where a line of this width begins in a measure; `start` where it is aligned to the left or justified."""
    share = free_share(align)
    return share * (measure - width) if share else start


def free_share(align: Alignment) -> float:
    """The part of what a line leaves free of its measure that stands before it."""
    if align is Alignment.CENTRED:
        return 0.5
    return 1.0 if align is Alignment.RIGHT else 0.0


def stacked(texts: Sequence[Text], setter: Setter, measure: float) -> Stack:
    """Texts one under another, each line centred about the stack's x = 0."""
    lines: list[PlacedLine] = []
    y = width = 0.0
    for number, text in enumerate(texts):
        style = setter.style(text.role)
        if number:
            y += style.before
        place = place_of(text)
        for line in setter.lines(text, measure, Alignment.CENTRED):
            lines.append(PlacedLine(-line.width / 2, y + setter.baseline(style), line, place))
            width = max(width, line.width)
            y += style.leading
    return Stack(tuple(lines), y, width)


def moved(lines: Sequence[PlacedLine], x: float, y: float) -> tuple[PlacedLine, ...]:
    """The lines as far to the right and below."""
    return tuple(PlacedLine(line.x + x, line.y + y, line.line, line.place) for line in lines)


def listed(text: Text, setter: Setter, x: float, measure: float) -> list[PlacedLine]:
    """A text of a list with its sign, further lines hanging behind it; y counts from the top of its first line."""
    style = setter.style(text.role)
    sign = setter.sign(text)
    hang = sign.width if sign else 0.0
    place = place_of(text)
    lines = [PlacedLine(x, setter.baseline(style), sign, place)] if sign else []
    typeset = setter.lines(text, measure - hang + ROUNDING, Alignment.LEFT)
    lines.extend(
        PlacedLine(x + hang, number * style.leading + setter.baseline(style), line, place)
        for number, line in enumerate(typeset)
    )
    return lines


def rows_of(lines: Sequence[PlacedLine], leading: float) -> list[tuple[PlacedLine, ...]]:
    """Lines by the row they stand on, each row with its own top."""
    rows: dict[int, list[PlacedLine]] = {}
    for line in lines:
        number = int(line.y // leading)
        rows.setdefault(number, []).append(line._replace(y=line.y - number * leading))
    return [tuple(row) for row in rows.values()]


def listed_frames(text: Text, setter: Setter, measure: float) -> Iterator[Frame]:
    """A text of a list, a frame for each of its rows."""
    leading = setter.style(text.role).leading
    for row in rows_of(listed(text, setter, 0.0, measure), leading):
        yield Frame(leading, row)


def one_under_another(frames: Sequence[Frame]) -> Frame:
    """Frames one under another as one."""
    lines: list[PlacedLine] = []
    height = 0.0
    for frame in frames:
        lines += moved(frame.lines, 0.0, height)
        height += frame.height
    return Frame(height, tuple(lines))


def rule_frame(width: float, thickness: float, height: float, y: float, place: Place) -> Frame:
    """A frame of this height with a rule at y from its left end."""
    line = Line((Inked(0.0, 0.0, Stroke(width, thickness)),), width)
    return Frame(height, (PlacedLine(0.0, y, line, place),))
