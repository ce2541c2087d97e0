"""Content to slices: each item of the content becomes frames, not yet on pages."""

from __future__ import annotations

from collections.abc import Sequence

from vpdesk.domain.body import Alignment, plain_text
from vpdesk.layout.arrangement import KEPT_WITH_NEXT, OUTLINE_LEVELS, gap_between, leads_in
from vpdesk.layout.closing import set_closing
from vpdesk.layout.content import Closing, Head, Item, NewPage, Rule, Salutation, Table, Text
from vpdesk.layout.flow import Heading, Hold, Neighbours, Slice, Slices
from vpdesk.layout.frame import Frame, Place, PlacedLine
from vpdesk.layout.head import set_head
from vpdesk.layout.inline import natural_width, set_label
from vpdesk.layout.norms import Norms, Role, Style
from vpdesk.layout.notes import notes_of_lines
from vpdesk.layout.setter import Setter, free_share, line_start, listed, place_of, rows_of, rule_frame
from vpdesk.layout.tables import set_table


def set_item(item: Item, setter: Setter) -> Slices:
    """The slices of one item of the content, as if it stood alone."""
    match item:
        case Text():
            return _text(item, setter)
        case Table():
            return set_table(item, setter)
        case Head():
            return set_head(item, setter)
        case Salutation():
            return _salutation(item, setter)
        case Closing():
            return set_closing(item, setter)
        case Rule():
            return (Slice(_rule(setter.norms)),)
        case NewPage():
            return (Slice(Frame(0.0, ()), new_page=True),)


def adapted(item: Item, alone: Slices, others: Norms, setter: Setter) -> Slices | None:
    """The slices of an item, taken from those by other norms that differ in the body's figures only.

    None where it must be set anew: in another size lines end elsewhere.
    """
    if isinstance(item, Text):
        style, other = setter.style(item.role), others.styles[item.role]
        if style.size != other.size:
            return None
        return alone if style.leading == other.leading else _repitched(alone, style, setter)
    # The signature looks for company in the text, whose pitch it therefore counts with.
    return None if isinstance(item, Closing) else alone


def _repitched(alone: Slices, style: Style, setter: Setter) -> Slices:
    """The lines of a text at another pitch."""
    baseline = setter.baseline(style)
    return tuple(
        piece._replace(frame=Frame(style.leading, tuple(line._replace(y=baseline) for line in piece.frame.lines)))
        for piece in alone
    )


def neighbours(items: Sequence[Item], place: int, norms: Norms) -> Neighbours:
    """What its neighbours lay on the item at this place."""
    above, item = items[place - 1] if place else None, items[place]
    below = items[place + 1] if place + 1 < len(items) else None
    first = Hold.FREE
    if above is not None and isinstance(item, Closing):
        first = Hold.HEADING if isinstance(above, Head) else Hold.CLOSING
    elif isinstance(above, Rule):
        first = Hold.HEADING
    elif isinstance(above, Text):
        first = _hold_of_what_follows(above)
    # Two lines of the text go with the signature block: none between them, none before the block.
    closes = isinstance(below, Closing) and above is not None and not isinstance(item, Head)
    return Neighbours(gap_between(above, item, norms), first, Hold.CLOSING if closes else Hold.FREE)


def _hold_of_what_follows(text: Text) -> Hold:
    """How what stands under a text clings to it: to a heading, and to a line that leads in what follows."""
    if text.role in KEPT_WITH_NEXT:
        return Hold.HEADING
    if leads_in(text):
        return Hold.HEADING if text.align is Alignment.CENTRED else Hold.LINES
    return Hold.FREE


def _text(text: Text, setter: Setter) -> Slices:
    """A paragraph across the measure; its sign stands at the first line's indent and never stretches."""
    norms, style = setter.norms, setter.style(text.role)
    measure, leading, baseline = norms.measure, style.leading, setter.baseline(style)
    align = text.align or style.align
    # A file may ask for an indent made for a larger sheet.
    indent = min(style.indent if text.indent is None else text.indent, measure / 2)
    if align in (Alignment.CENTRED, Alignment.RIGHT):
        indent = 0.0
    sign = setter.sign(text)
    hang = indent + (sign.width if sign else 0.0)
    first, *others = setter.lines(text, measure * style.width, align, hang)
    place = place_of(text)
    signs = (PlacedLine(indent, baseline, sign, place),) if sign else ()
    placed = PlacedLine(line_start(align, first.width, measure, hang), baseline, first, place)
    share = free_share(align)
    slices = [Slice(Frame(leading, (*signs, placed)), heading=_heading(text))]
    slices += [
        Slice(Frame(leading, (PlacedLine(share * (measure - line.width), baseline, line, place),)), 0.0, hold)
        for line, hold in zip(others, _holds(text.role, len(others)), strict=True)
    ]
    if text.notes:
        notes = notes_of_lines(text, [first, *others], setter)
        slices = [piece._replace(notes=called) for piece, called in zip(slices, notes, strict=True)]
    return tuple(slices)


def _holds(role: Role, count: int) -> Sequence[Hold]:
    """How the lines after the first cling to the one above: no widow, no orphan, and a heading stays whole."""
    if role in KEPT_WITH_NEXT:
        return [Hold.HEADING] * count
    holds = [Hold.FREE] * count
    holds[:1] = holds[-1:] = [Hold.LINES] * min(count, 1)
    return holds


def _heading(text: Text) -> Heading | None:
    level = OUTLINE_LEVELS.get(text.role)
    return Heading(" ".join(plain_text(text.runs).split()), level) if level else None


def _salutation(salutation: Salutation, setter: Setter) -> Slices:
    """Kính gửi and its addressees, centred as one; where they are too wide, from the indent on."""
    norms = setter.norms
    style = setter.style(Role.SALUTATION)
    # What follows a space at the label's end begins behind it, what stands below begins under its colon.
    words = plain_text(salutation.label.runs)
    label = natural_width(words.rstrip(" :") if salutation.below else words, style, setter.fonts)
    widest = max(setter.natural(text) for text in salutation.addressees)
    fits = label + widest <= norms.measure
    start = (norms.measure - label - widest) / 2 if fits else setter.style(Role.PARAGRAPH).indent
    room = widest if fits else norms.measure - start - label
    label_line = PlacedLine(
        start,
        setter.baseline(style),
        set_label(words, style, setter.fonts),
        place_of(salutation.label),
    )
    slices = [Slice(Frame(style.leading, (label_line,)))] if salutation.below else []
    for text in salutation.addressees:
        leading = setter.style(text.role).leading
        rows = rows_of(listed(text, setter, start + label, room), leading)
        if not slices:
            rows[0] = (label_line, *rows[0])
        for number, row in enumerate(rows):
            under_label = salutation.below and len(slices) == 1
            clings = under_label or (number > 0 and number in {1, len(rows) - 1})
            slices.append(Slice(Frame(leading, row), hold=Hold.LINES if clings else Hold.FREE))
    return tuple(slices)


def _rule(norms: Norms) -> Frame:
    """A rule across the text."""
    return rule_frame(
        norms.measure, norms.rule_thickness, norms.rule_thickness, norms.rule_thickness / 2, Place("copy", "rule")
    )
