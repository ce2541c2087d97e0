"""The figures of a rule pack: page, styles, spacings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from vpdesk.domain.body import Alignment
from vpdesk.domain.dispatch import Orientation, PageSetup, PaperSize
from vpdesk.domain.errors import FaultyRules
from vpdesk.domain.pack import RulePack
from vpdesk.layout.fonts import Face
from vpdesk.layout.geometry import Size, mm, sheet


class Role(Enum):
    """What a text is on the page. The value is the name of its style in a rule pack."""

    PARTY_TITLE = "party_title"
    MOTTO = "motto"
    PARENT_BODY = "parent_body"
    ISSUING_BODY = "issuing_body"
    STAR = "star"
    REFERENCE = "reference"
    PLACE_AND_DATE = "place_and_date"
    TYPE_NAME = "type_name"
    SUBJECT = "subject"
    SUBJECT_RULE = "subject_rule"
    LETTER_SUMMARY = "letter_summary"
    SALUTATION = "salutation"
    ADDRESSEE = "addressee"
    PARAGRAPH = "paragraph"
    BASIS = "basis"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    HEADING_4 = "heading_4"
    DIVISION = "division"
    DIVISION_TITLE = "division_title"
    ARTICLE = "article"
    BULLET = "bullet"
    TABLE_HEADER = "table_header"
    TABLE_CELL = "table_cell"
    NOTE = "note"
    APPENDIX_TITLE = "appendix_title"
    APPENDIX_NOTE = "appendix_note"
    AUTHORITY = "authority"
    POSITION = "position"
    SIGNATORY = "signatory"
    DISTRIBUTION_LABEL = "distribution_label"
    RECIPIENT = "recipient"
    SECRECY = "secrecy"
    URGENCY = "urgency"
    CIRCULATION_NOTICE = "circulation_notice"
    DRAFT_NOTICE = "draft_notice"
    TYPIST_MARK = "typist_mark"
    CONTACT_LINE = "contact_line"
    COPY_TITLE = "copy_title"
    PAGE_NUMBER = "page_number"

    # Members are looked up by the thousand; they are single objects, so identity will do.
    __hash__ = object.__hash__

    @classmethod
    def heading(cls, level: int) -> Role:
        """The role of a heading at this depth; below the fourth all look alike."""
        return (cls.HEADING_1, cls.HEADING_2, cls.HEADING_3, cls.HEADING_4)[min(level, 4) - 1]


BODY_ROLES = frozenset(
    {
        Role.PARAGRAPH,
        Role.BASIS,
        Role.HEADING_1,
        Role.HEADING_2,
        Role.HEADING_3,
        Role.HEADING_4,
        Role.DIVISION,
        Role.DIVISION_TITLE,
        Role.ARTICLE,
        Role.BULLET,
    }
)
"""Roles whose figures come from the pack's `body` style where their own is silent."""

_BASES = {
    Role.MOTTO: Role.PARTY_TITLE,
    Role.STAR: Role.PARENT_BODY,
    Role.SUBJECT_RULE: Role.SUBJECT,
    Role.TABLE_HEADER: Role.TABLE_CELL,
    Role.COPY_TITLE: Role.PARTY_TITLE,
}
"""Roles whose figures come from another role's style where their own is silent."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a role looks. Points throughout; `leading` is the exact pitch of its lines."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    before: float = 0
    after: float = 0
    indent: float = 0
    align: Alignment = Alignment.LEFT
    width: float = 1
    """The part of the measure that its lines may take."""
    rule: float = 0
    """A rule below the text, as a part of its last line's width; 0 for none."""
    box: float = 0
    """A box around each line, so far from its letters; 0 for none."""

    @property
    def face(self) -> Face:
        """The face of the style itself."""
        return Face.of(bold=self.bold, italic=self.italic)


@dataclass(frozen=True, slots=True, eq=False)
class Norms:
    """Every figure the typesetter needs, for one pack and one dispatch's own choice of page."""

    sheet: Size
    top: float
    bottom: float
    left: float
    right: float
    page_number_top: float
    page_number_first: int
    appendix_numbered_apart: bool
    """Whether the pages of each appendix are numbered from 1."""
    left_share: float
    gutter: float
    rule_drop: float
    """From the baseline of a text to the rule below it."""
    rule_thickness: float
    signature_space: float
    note_rule: float
    """The rule above the notes of a page, as a part of the measure."""
    note_gap: float
    """Between the text and that rule, and between the rule and the first note."""
    cell_padding: float
    grid_thickness: float
    body_before: float
    """The gap above the first block of the body."""
    styles: Mapping[Role, Style]

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.sheet.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height of the text."""
        return self.sheet.height - self.top - self.bottom


def read_norms(pack: RulePack, setup: PageSetup) -> Norms:
    """The norms of a pack, with a dispatch's own size, leading and gap in place of the pack's.

    Raises FaultyRules when the pack lacks a figure.
    """

    def length(key: str) -> float:
        return mm(pack.number(key))

    styles = {role: _style_of(pack, role) for role in Role}
    for role in BODY_ROLES:
        styles[role] = replace(
            styles[role],
            size=setup.body_size or styles[role].size,
            leading=setup.leading or styles[role].leading,
            before=styles[role].before if setup.gap is None or _has_own_gap(pack, role) else setup.gap,
        )
    return Norms(
        sheet=sheet(setup.size or PaperSize.A4, setup.orientation or Orientation.PORTRAIT),
        top=length("page.top_mm"),
        bottom=length("page.bottom_mm"),
        left=length("page.left_mm"),
        right=length("page.right_mm"),
        page_number_top=length("page.number_top_mm"),
        page_number_first=int(pack.number("page.number_first")),
        appendix_numbered_apart=pack.flag("page.appendix_numbered_apart"),
        left_share=pack.number("head.left_share"),
        gutter=pack.number("head.gutter"),
        rule_drop=pack.number("head.rule_drop"),
        rule_thickness=pack.number("head.rule_thickness"),
        signature_space=length("signing.space_mm"),
        note_rule=pack.number("notes.rule_share"),
        note_gap=pack.number("notes.gap"),
        cell_padding=pack.number("table.padding"),
        grid_thickness=pack.number("table.grid_thickness"),
        body_before=pack.number("style.body.first_before"),
        styles=styles,
    )


def _has_own_gap(pack: RulePack, role: Role) -> bool:
    """Whether a role of the body keeps a distance of its own."""
    return f"style.{role.value}.before" in pack.rulings


def _style_of(pack: RulePack, role: Role) -> Style:
    base = "body" if role in BODY_ROLES else _BASES.get(role, role).value
    return read_style(pack, f"style.{role.value}", f"style.{base}")


def read_style(pack: RulePack, own: str, base: str) -> Style:
    """The style at one key of a pack, with the figures of the other where it is silent.

    Raises FaultyRules when both lack a figure.
    """

    def key(name: str) -> str:
        return f"{own}.{name}" if f"{own}.{name}" in pack.rulings else f"{base}.{name}"

    align = pack.text(key("align")) if key("align") in pack.rulings else "left"
    try:
        alignment = Alignment(align)
    except ValueError:
        raise FaultyRules(pack.name, key("align"), f"{align} is no alignment") from None
    return Style(
        size=pack.number(key("size")),
        leading=pack.number(key("leading")),
        bold=pack.flag(key("bold")),
        italic=pack.flag(key("italic")),
        underline=pack.flag(key("underline")),
        before=pack.number(key("before"), 0),
        after=pack.number(key("after"), 0),
        indent=0 if alignment is Alignment.CENTRED else mm(pack.number(key("indent_mm"), 0)),
        align=alignment,
        width=pack.number(key("width"), 1),
        rule=pack.number(key("rule"), 0),
        box=pack.number(key("box"), 0),
    )
