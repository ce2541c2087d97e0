"""Content to slices: each item of the content becomes frames, not yet on pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vpdesk.domain.body import Alignment, plain_text
from vpdesk.layout.columns import place_columns
from vpdesk.layout.content import Closing, Head, Item, NewPage, Salutation, Text
from vpdesk.layout.flow import Heading, Hold, Neighbours, Slice, Slices
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import Frame, Inked, Line, Place, PlacedLine, Stroke
from vpdesk.layout.inline import natural_width, set_label, set_lines
from vpdesk.layout.norms import BODY_ROLES, Norms, Role, Style

_LEVELS = {
    Role.DIVISION: 1,
    Role.HEADING_1: 1,
    Role.ARTICLE: 2,
    Role.HEADING_2: 2,
    Role.HEADING_3: 3,
    Role.HEADING_4: 4,
}
"""The roles that stand in the outline, and how deep."""

_KEPT_WITH_NEXT = frozenset({*_LEVELS, Role.DIVISION_TITLE, Role.TYPE_NAME, Role.SUBJECT, Role.SUBJECT_RULE})

_ROUNDING = 0.01
"""What sums of widths may differ by when they are added in another order, in points."""


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
        """From the top of a line of this style to its baseline: the type stands in the middle of its pitch."""
        metrics = self.fonts.metrics
        return style.leading / 2 + style.size * (metrics.ascent - metrics.descent) / 2

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
        """The text in lines no wider than the measure, its sign not included."""
        style = self.style(text.role)
        return set_lines(text.runs, style, measure, self.fonts, align=align or text.align, first_indent=first_indent)


def place_of(text: Text) -> Place:
    """Where the lines of a text belong."""
    return Place(text.component, text.role.value, text.entry)


def set_item(item: Item, setter: Setter) -> Slices:
    """The slices of one item of the content, as if it stood alone."""
    match item:
        case Text():
            return _text(item, setter)
        case Head():
            return _head(item, setter)
        case Salutation():
            return _salutation(item, setter)
        case Closing():
            return _closing(item, setter)
        case NewPage():
            return (Slice(Frame(0.0, ()), new_page=True),)


def neighbours(items: Sequence[Item], norms: Norms) -> Iterator[Neighbours]:
    """What each item's neighbours lay on it."""
    known: dict[tuple[object, object, bool], Neighbours] = {}
    above: Item | None = None
    last = len(items) - 1
    for number, item in enumerate(items):
        closes = number < last and isinstance(items[number + 1], Closing) and number > 0
        # Neighbours of the same kinds lay the same on each other, and most of a paper is paragraphs.
        key = (_kind(above), _kind(item), closes)
        beside = known.get(key)
        if beside is None:
            beside = known[key] = _neighbours(above, item, norms, closes=closes)
        yield beside
        above = item


def _kind(item: Item | None) -> object:
    return item.role if isinstance(item, Text) else type(item)


def _neighbours(above: Item | None, item: Item, norms: Norms, *, closes: bool) -> Neighbours:
    first = Hold.FREE
    if above is not None and isinstance(item, Closing):
        first = Hold.CLOSING
    elif isinstance(above, Text) and above.role in _KEPT_WITH_NEXT:
        first = Hold.HEADING
    # Two lines of the text go with the signature block: none between them, none before the block.
    return Neighbours(_gap(above, item, norms), first, Hold.CLOSING if closes else Hold.FREE)


def _gap(above: Item | None, item: Item, norms: Norms) -> float:
    """The gap between two items: the larger of what the one wants below and the other above."""
    wanted = norms.styles[item.role].before if isinstance(item, Text) else _GAP_ABOVE.get(type(item), _no_gap)(norms)
    if isinstance(above, Text):
        return max(norms.styles[above.role].after, wanted)
    if isinstance(above, Salutation):
        return max(norms.styles[Role.ADDRESSEE].after, wanted)
    if isinstance(above, Head) and isinstance(item, Text) and item.role in BODY_ROLES:
        return max(norms.body_before, wanted)
    return wanted


def _no_gap(_norms: Norms) -> float:
    return 0.0


_GAP_ABOVE: dict[type, Callable[[Norms], float]] = {
    Salutation: lambda norms: norms.styles[Role.SALUTATION].before,
    Closing: lambda norms: norms.styles[Role.AUTHORITY].before,
}


def _stacked(texts: Sequence[Text], setter: Setter, measure: float) -> Stack:
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


def _moved(lines: Sequence[PlacedLine], x: float, y: float) -> tuple[PlacedLine, ...]:
    return tuple(PlacedLine(line.x + x, line.y + y, line.line, line.place) for line in lines)


def _head(head: Head, setter: Setter) -> Slices:
    """Both columns of the head. Number and date share a baseline; so do the first lines of the columns.

    A subject too long for the page goes on below, line by line.
    """
    norms = setter.norms
    least = max(_widest_word(head.names, setter), setter.natural(head.reference))
    right_limit = norms.measure - norms.gutter - min(least, norms.left_share * norms.measure)
    right = _stacked((head.title,), setter, right_limit)
    date = _stacked((head.place_and_date,), setter, right_limit)
    right_width = max(right.width, date.width)
    left_limit = norms.measure - norms.gutter - right_width
    names = _stacked(head.names, setter, left_limit)
    reference = _stacked((head.reference,), setter, left_limit)
    columns = place_columns(max(names.width, reference.width), right_width, norms)
    under_reference = _stacked(head.under_reference, setter, min(columns.boundary, 2 * columns.left_centre))
    right_room = norms.measure - max(columns.boundary, 2 * columns.right_centre - norms.measure)
    under_date = _stacked(head.under_date, setter, right_room)

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
    summary = _moved(under_reference.lines, left, left_foot)
    fitting = [line for line in summary if setter.foot(line) <= norms.text_height]
    lines = (
        *_moved(names.lines, left, names_y),
        *_moved(reference.lines, left, reference_y),
        *fitting,
        *_moved(_ruled(right.lines, norms), centre, title_y),
        *_moved(date.lines, centre, date_y),
        *_moved(under_date.lines, centre, right_foot),
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


def _ruled(lines: Sequence[PlacedLine], norms: Norms) -> tuple[PlacedLine, ...]:
    """The title with its rule, exactly as long as its last line."""
    *above, title = lines
    rule = Inked(0.0, norms.title_rule_drop, Stroke(title.line.width, norms.title_rule_thickness))
    ruled = Line((*title.line.items, rule), title.line.width)
    return (*above, title._replace(line=ruled))


def _text(text: Text, setter: Setter) -> Slices:
    """A paragraph across the measure; its sign stands at the first line's indent and never stretches."""
    norms, style = setter.norms, setter.style(text.role)
    align = text.align or style.align
    # A file may ask for an indent made for a larger sheet.
    indent = min(style.indent if text.indent is None else text.indent, norms.measure / 2)
    if align in (Alignment.CENTRED, Alignment.RIGHT):
        indent = 0.0
    sign = _sign(text, setter)
    sign_width = sign.width if sign else 0.0
    typeset = setter.lines(text, norms.measure, align, indent + sign_width)
    place = place_of(text)
    baseline = setter.baseline(style)
    slices = []
    count = len(typeset)
    inner = Hold.HEADING if text.role in _KEPT_WITH_NEXT else Hold.LINES
    for number, line in enumerate(typeset):
        first = number == 0
        start = indent + sign_width if first else 0.0
        x = _start(align, start, line.width, norms.measure)
        placed = PlacedLine(x, baseline, line, place)
        lines = (PlacedLine(indent, baseline, sign, place), placed) if sign and first else (placed,)
        clings = number == 1 or number == count - 1 or inner is Hold.HEADING
        slices.append(
            Slice(
                Frame(style.leading, lines),
                hold=inner if clings and not first else Hold.FREE,
                heading=_heading(text) if first else None,
            )
        )
    return tuple(slices)


def _start(align: Alignment, start: float, width: float, measure: float) -> float:
    """Where a line of this width begins."""
    if align is Alignment.CENTRED:
        return (measure - width) / 2
    return measure - width if align is Alignment.RIGHT else start


def _heading(text: Text) -> Heading | None:
    level = _LEVELS.get(text.role)
    return Heading(" ".join(plain_text(text.runs).split()), level) if level else None


def _sign(text: Text, setter: Setter) -> Line | None:
    """A list sign as a line of its own."""
    return set_label(text.sign, setter.style(text.role), setter.fonts) if text.sign else None


def _listed(text: Text, setter: Setter, x: float, measure: float) -> list[PlacedLine]:
    """A line of a list with its sign, further lines hanging behind it; y is that of the first baseline's line."""
    style = setter.style(text.role)
    sign = _sign(text, setter)
    hang = sign.width if sign else 0.0
    place = place_of(text)
    lines = [PlacedLine(x, setter.baseline(style), sign, place)] if sign else []
    typeset = setter.lines(text, measure - hang + _ROUNDING, Alignment.LEFT)
    lines.extend(
        PlacedLine(x + hang, number * style.leading + setter.baseline(style), line, place)
        for number, line in enumerate(typeset)
    )
    return lines


def _salutation(salutation: Salutation, setter: Setter) -> Slices:
    """Kính gửi and its addressees, centred as one; where they are too wide, from the indent on."""
    norms = setter.norms
    style = setter.style(Role.SALUTATION)
    label = setter.natural(salutation.label)
    widest = max(setter.natural(text) for text in salutation.addressees)
    fits = label + widest <= norms.measure
    start = (norms.measure - label - widest) / 2 if fits else setter.style(Role.PARAGRAPH).indent
    room = widest if fits else norms.measure - start - label
    label_line = PlacedLine(
        start,
        setter.baseline(style),
        set_label(plain_text(salutation.label.runs), style, setter.fonts),
        place_of(salutation.label),
    )
    slices: list[Slice] = []
    for text in salutation.addressees:
        lines = _listed(text, setter, start + label, room)
        rows = _rows(lines, setter.style(text.role).leading)
        if not slices:
            rows[0] = (label_line, *rows[0])
        for number, row in enumerate(rows):
            clings = number and (number == 1 or number == len(rows) - 1)
            slices.append(
                Slice(
                    Frame(setter.style(text.role).leading, row),
                    hold=Hold.LINES if clings else Hold.FREE,
                )
            )
    return tuple(slices)


def _rows(lines: Sequence[PlacedLine], leading: float) -> list[tuple[PlacedLine, ...]]:
    """Lines by the row they stand on, each row with its own top."""
    rows: dict[int, list[PlacedLine]] = {}
    for line in lines:
        number = int(line.y // leading)
        rows.setdefault(number, []).append(line._replace(y=line.y - number * leading))
    return [tuple(row) for row in rows.values()]


def _closing(closing: Closing, setter: Setter) -> Slices:
    """Nơi nhận and the signature block side by side. A list longer than a page goes on below the signature."""
    norms = setter.norms
    signing = _signing(closing, setter, (1 - norms.left_share) * norms.measure)
    left = _distribution(closing, setter, norms.measure - norms.gutter - signing.width)
    listed = max((line.x + line.line.width for frame in left for line in frame.lines), default=0.0)
    columns = place_columns(listed, signing.width, norms)
    right = Frame(signing.height, _moved(signing.lines, columns.right_centre, 0.0))
    foot = sum(frame.height for frame in left)
    if max(foot, right.height) + _company(norms) <= norms.text_height:
        return (Slice(_beside(left, right)),)
    count, height = 0, 0.0
    while count < len(left) and height < right.height:
        height += left[count].height
        count += 1
    rest = [Slice(frame) for frame in left[count:]]
    return (Slice(_beside(left[:count], right)), *rest)


def _company(norms: Norms) -> float:
    """The room of the text that goes with the signature block: a last line, and two of the paragraph before it."""
    style = norms.styles[Role.PARAGRAPH]
    return 3 * style.leading + style.before + norms.styles[Role.AUTHORITY].before


def _signing(closing: Closing, setter: Setter, limit: float) -> Stack:
    """Authority and position, the space for the signature, the name; centred about x = 0."""
    above = _stacked(closing.authority, setter, limit)
    if closing.signatory is None:
        if not closing.authority:
            return above
        return Stack(above.lines, above.height + setter.norms.signature_space, above.width)
    name = _stacked((closing.signatory,), setter, limit)
    top = above.height + setter.norms.signature_space
    return Stack((*above.lines, *_moved(name.lines, 0.0, top)), top + name.height, max(above.width, name.width))


def _distribution(closing: Closing, setter: Setter, measure: float) -> list[Frame]:
    """Nơi nhận, a frame for each of its lines, with the typist's mark below."""
    frames = []
    if closing.label:
        style = setter.style(Role.DISTRIBUTION_LABEL)
        frames.append(Frame(style.leading, tuple(_listed(closing.label, setter, 0.0, measure))))
    for text in closing.recipients:
        leading = setter.style(text.role).leading
        frames.extend(Frame(leading, row) for row in _rows(_listed(text, setter, 0.0, measure), leading))
    if closing.typist_mark:
        style = setter.style(Role.TYPIST_MARK)
        lines = _moved(_listed(closing.typist_mark, setter, 0.0, setter.norms.measure), 0.0, style.before)
        frames.append(Frame(style.before + style.leading, lines))
    return frames


def _beside(left: Sequence[Frame], right: Frame) -> Frame:
    """Frames one under another, with one more beside them, tops level."""
    lines: list[PlacedLine] = []
    y = 0.0
    for frame in left:
        lines.extend(_moved(frame.lines, 0.0, y))
        y += frame.height
    return Frame(max(y, right.height), (*lines, *right.lines))
