"""The items of a section to paragraphs and tables of Word's, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from vpdesk.export.docx_tables import Side, grid_table, side_by_side
from vpdesk.export.docx_text import HAIR, ROUNDING, Place, Scribe
from vpdesk.export.docx_xml import Element
from vpdesk.layout.arrangement import gap_between, leads_in, signature_rows
from vpdesk.layout.columns import place_columns
from vpdesk.layout.content import Closing, Head, Item, NewPage, Rule, Salutation, Section, Signature, Table, Text
from vpdesk.layout.norms import Role


def section_elements(section: Section, scribe: Scribe) -> list[Element]:
    """What stands in a section; the last element is a paragraph, as Word wants it."""
    flow = _Flow(scribe)
    above: Item | None = None
    for number, item in enumerate(section.items):
        below = section.items[number + 1] if number + 1 < len(section.items) else None
        is_first = above is None or isinstance(above, NewPage)
        gap = 0.0 if is_first else gap_between(above, item, scribe.norms)
        _add(item, flow, gap, keep_next=isinstance(below, Closing))
        above = item
    return flow.finished()


class _Flow:
    """Elements one below another.

    Word gives a table no gap above, and joins two that touch: a spacer parts them. None begins a section, where
    LibreOffice would give it an empty line.
    """

    def __init__(self, scribe: Scribe) -> None:
        self.scribe = scribe
        self._elements: list[Element] = []
        self._new_page = False

    def add(self, element: Element) -> None:
        """A paragraph."""
        self._elements.append(element)

    def place(self, gap: float, *, keep_next: bool = False) -> Place:
        """The place of the next paragraph."""
        place = Place(gap, new_page=self._new_page, keep_next=keep_next)
        self._new_page = False
        return place

    def add_table(self, table: Element, gap: float) -> None:
        """A table under a spacer as high as the gap."""
        if gap or self._new_page or not self._elements or self._ends_in_table():
            self._add_spacer(gap)
        self._elements.append(table)

    def new_page(self) -> None:
        """What follows begins on a new page; asked for twice, one page stays empty."""
        if self._new_page:
            self._add_spacer(HAIR)
        self._new_page = True

    def finished(self) -> list[Element]:
        """All of it, closed by a paragraph."""
        if self._new_page or not self._elements or self._ends_in_table():
            self._add_spacer(HAIR)
        return self._elements

    def _add_spacer(self, height: float) -> None:
        self.add(self.scribe.spacer(height, self.place(0.0, keep_next=True)))

    def _ends_in_table(self) -> bool:
        return bool(self._elements) and str(self._elements[-1].tag).endswith("}tbl")


def _add(item: Item, flow: _Flow, gap: float, *, keep_next: bool) -> None:
    scribe = flow.scribe
    match item:
        case Text():
            _add_text(item, flow, gap, keep_next=keep_next or leads_in(item))
        case Table():
            if item.rows:
                flow.add_table(grid_table(item, scribe, keep_next=keep_next), gap)
        case Head():
            flow.add_table(_head(item, scribe), gap)
        case Salutation():
            flow.add_table(_salutation(item, scribe), gap)
        case Closing():
            _add_closing(item, flow, gap)
        case Rule():
            flow.add(scribe.rule(gap, place=flow.place(gap, keep_next=True)))
        case NewPage():
            flow.new_page()


def _add_text(text: Text, flow: _Flow, gap: float, *, keep_next: bool = False) -> None:
    for element in _ruled(text, flow.scribe, flow.scribe.norms.measure, flow.place(gap, keep_next=keep_next)):
        flow.add(element)


def _ruled(text: Text, scribe: Scribe, room: float, place: Place) -> list[Element]:
    """A text with its rule, where its style has one."""
    rule = [scribe.rule_below(text, room)] if scribe.norms.styles[text.role].rule else []
    return [scribe.paragraph(text, place, room), *rule]


def _stacked(texts: Sequence[Text], scribe: Scribe, room: float) -> list[Element]:
    """Texts centred one under another."""
    return [element for text in texts for element in _ruled(text, scribe, room, Place())]


def _widest(texts: Sequence[Text], scribe: Scribe, room: float) -> float:
    """The width these texts take in a column of this width at most, with something to spare."""
    widths = [line.width for text in texts for line in scribe.lines(text, room)]
    return max(widths, default=0.0) + ROUNDING


def _head(head: Head, scribe: Scribe) -> Element:
    """Both columns of the head; number and date share a row, with the marks beneath them."""
    norms = scribe.norms
    left_texts, right_texts = (*head.names, head.reference), (*head.title, head.place_and_date)
    least = max(*map(scribe.widest_word, head.names), scribe.natural(head.reference))
    right = _widest(right_texts, scribe, norms.measure - norms.gutter - min(least, norms.left_share * norms.measure))
    left = _widest(left_texts, scribe, norms.measure - norms.gutter - right)
    boundary = place_columns(left, right, norms).boundary
    left_foot, right_foot = (head.reference, *head.under_reference), (head.place_and_date, *head.under_date)
    rows = ((head.names, head.title), (left_foot, right_foot))
    return side_by_side([_pair(*row, boundary, scribe) for row in rows], scribe)


def _pair(left: Sequence[Text], right: Sequence[Text], boundary: float, scribe: Scribe) -> list[Side]:
    rest = scribe.norms.measure - boundary
    return [Side(boundary, _stacked(left, scribe, boundary)), Side(rest, _stacked(right, scribe, rest))]


def _salutation(salutation: Salutation, scribe: Scribe) -> Element:
    """The label and beside it (or below and to its right) the addressees, centred as one; else from the indent on."""
    norms = scribe.norms
    label = scribe.natural(salutation.label)
    free = norms.measure - label - max(map(scribe.natural, salutation.addressees))
    start = free / 2 if free >= 0 else norms.styles[Role.PARAGRAPH].indent
    addressees = [scribe.paragraph(text) for text in salutation.addressees]
    named, room = Side(label, [scribe.paragraph(salutation.label)]), norms.measure - start - label
    if salutation.below:
        return side_by_side([[named, Side(room, [])], [Side(label, []), Side(room, addressees)]], scribe, indent=start)
    return side_by_side([[named, Side(room, addressees)]], scribe, indent=start)


def _add_closing(closing: Closing, flow: _Flow, gap: float) -> None:
    """Nơi nhận and a signature block side by side; several signatures above it."""
    scribe = flow.scribe
    if len(closing.signatures) < 2:
        flow.add_table(_beside_one_another(closing, scribe), gap)
        return
    for row in signature_rows(closing.signatures):
        flow.add_table(_signature_row(row, scribe), gap)
        gap = scribe.norms.styles[Role.AUTHORITY].before
    for text in _distribution(closing):
        _add_text(text, flow, scribe.norms.styles[text.role].before or gap)
        gap = 0.0


def _distribution(closing: Closing) -> Sequence[Text]:
    """Nơi nhận with the typist's mark below."""
    return [text for text in (closing.label, *closing.recipients, closing.typist_mark) if text]


def _beside_one_another(closing: Closing, scribe: Scribe) -> Element:
    """Nơi nhận in the left column, the signature centred in the right one, which only a wide signature moves."""
    norms = scribe.norms
    signed = [text for one in closing.signatures for text in (*one.authority, one.signatory) if text]
    boundary = norms.left_share * norms.measure
    if signed:
        boundary = min(boundary, norms.measure - _widest(signed, scribe, norms.measure - boundary))
    else:
        boundary = norms.measure - norms.gutter
    room = norms.measure - boundary
    signature = [element for one in closing.signatures for element in _signature(one, scribe, room)]
    listed = [scribe.paragraph(text) for text in _distribution(closing)]
    return side_by_side([[Side(boundary, listed), Side(room, signature)]], scribe)


def _signature(signature: Signature, scribe: Scribe, room: float) -> list[Element]:
    """Authority and position, the space for the signature, the name or the line it will stand on."""
    return [*_stacked(signature.authority, scribe, room), *_stacked([_name_of(signature)], scribe, room)]


def _signature_row(signatures: Sequence[Signature], scribe: Scribe) -> Element:
    """Signature blocks side by side, their names level."""
    share = scribe.norms.measure / len(signatures)
    room = share - scribe.norms.gutter
    kept = Place(keep_next=True)
    above = [Side(share, [scribe.paragraph(text, kept, room) for text in one.authority]) for one in signatures]
    names = [Side(share, [scribe.paragraph(_name_of(one), room=room)]) for one in signatures]
    return side_by_side([above, names], scribe)


def _name_of(signature: Signature) -> Text:
    """The name; where nobody signs yet, the empty line it will stand on."""
    return signature.signatory or Text(Role.SIGNATORY, "7c", ())
