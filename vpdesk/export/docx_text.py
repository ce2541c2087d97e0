"""Texts to paragraphs of Word's: runs, list signs, calls of notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from vpdesk.domain.body import Alignment, Elevation, Run, Runs, plain_text
from vpdesk.export.docx_styles import (
    BASELINE,
    CALL,
    FONT,
    StyleSheet,
    alignment_of,
    exact_spacing,
    justification,
    space_above,
)
from vpdesk.export.docx_xml import Element, rule_at, text_run, twips, w
from vpdesk.layout.content import Note, Text
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import GlyphRun, Line
from vpdesk.layout.inline import natural_width, set_lines
from vpdesk.layout.norms import Norms, Role

ROUNDING = 2.0
"""By how many points another program may find a text wider than we do."""

HAIR = 1.0
"""The height of a paragraph that is only there because Word needs one."""


class Lists:
    """The kinds of list: a sign with the place it stands at."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int], int] = {}

    def number_of(self, sign: str, *, first_line: float = 0.0, hanging: float = 0.0) -> int:
        """The number of the list with this sign at this indent (points)."""
        return self._numbers.setdefault((sign, twips(first_line), twips(hanging)), len(self._numbers) + 1)

    def element(self) -> Element:
        """The numbering part of the document."""
        kinds = [_list_kind(number, *key) for key, number in self._numbers.items()]
        lists = [w("num", w("abstractNumId", val=number), numId=number) for number in self._numbers.values()]
        return w("numbering", *kinds, *lists)


def _list_kind(number: int, sign: str, first_line: int, hanging: int) -> Element:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    place = w("ind", left=0, firstLine=first_line) if not hanging else w("ind", left=hanging, hanging=hanging)
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("suff", val="space" if sign.endswith(" ") else "nothing"),
        w("lvlText", val=sign.removesuffix(" ")),
        w("lvlJc", val="left"),
        w("pPr", place),
        w("rPr", fonts),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the sections of one document share: styles, lists, notes."""

    fonts: FontBook
    styles: StyleSheet = field(default_factory=StyleSheet)
    lists: Lists = field(default_factory=Lists)
    notes: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its gap above where that is not its style's, what it clings to."""

    gap: float | None = None
    new_page: bool = False
    keep_next: bool = False


ANYWHERE = Place()


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes the paragraphs of one section."""

    draft: Draft
    norms: Norms

    def natural(self, text: Text) -> float:
        """The width of a text that is not broken, its sign included."""
        style = self.norms.styles[text.role]
        fonts = self.draft.fonts
        return natural_width(text.sign, style, fonts) + natural_width(plain_text(text.runs), style, fonts)

    def widest_word(self, text: Text) -> float:
        """The width a text cannot do without."""
        style = self.norms.styles[text.role]
        return max(natural_width(word, style, self.draft.fonts) for word in plain_text(text.runs).split())

    def lines(self, text: Text, room: float) -> tuple[Line, ...]:
        """The text centred in this room as the page breaks it."""
        return set_lines(text.runs, self.norms.styles[text.role], room, self.draft.fonts, align=Alignment.CENTRED)

    def paragraph(
        self, text: Text, place: Place = ANYWHERE, room: float | None = None, border: Element | None = None
    ) -> Element:
        """A text as a paragraph, with a rule above it if there is a `border`.

        A title in this room ends its lines where the page does.
        """
        properties = w(
            "pPr",
            w("pStyle", val=self.draft.styles.id_of(text.role, self.norms)),
            w("keepNext") if place.keep_next else None,
            w("pageBreakBefore") if place.new_page else None,
            self._list(text),
            border,
            self._spacing(text, place),
            self._indent(text),
            justification(text.align) if text.align else None,
        )
        is_title = not text.align and alignment_of(text.role, self.norms.styles[text.role]) is Alignment.CENTRED
        runs = _broken(text.runs, self.lines(text, room)) if room and is_title else text.runs
        return w("p", properties, *self._runs(runs, text.notes))

    def _spacing(self, text: Text, place: Place) -> Element | None:
        if place.gap is None or place.gap == space_above(text.role, self.norms):
            return None
        return w("spacing", before=twips(place.gap))

    def _indent(self, text: Text) -> Element | None:
        style = self.norms.styles[text.role]
        align = text.align or alignment_of(text.role, style)
        # A file may ask for an indent made for a larger sheet; centred text has none.
        wanted = style.indent if text.indent is None else text.indent
        indent = 0.0 if align in (Alignment.CENTRED, Alignment.RIGHT) else min(wanted, self.norms.measure / 2)
        return w("ind", firstLine=twips(indent)) if indent != style.indent else None

    def _list(self, text: Text) -> Element | None:
        if not text.sign:
            return None
        style = self.norms.styles[text.role]
        lists = self.draft.lists
        if text.role in _HANGING:
            number = lists.number_of(text.sign, hanging=natural_width(text.sign, style, self.draft.fonts))
        else:
            number = lists.number_of(text.sign, first_line=style.indent)
        return w("numPr", w("ilvl", val=0), w("numId", val=number))

    def _runs(self, runs: Runs, notes: Sequence[Note]) -> Iterator[Element]:
        calls = {note.offset: note for note in notes}
        offset = 0
        for run in runs:
            note = calls.get(offset) if run.text else None
            if note:
                yield w("r", _look(run, call=True), w("footnoteReference", id=note.number))
                self.draft.notes.append(self._note(note))
            elif run.text:
                yield text_run(run.text, _look(run))
            offset += len(run.text)

    def _note(self, note: Note) -> Element:
        style = self.draft.styles.id_of(note.text.role, self.norms)
        number = w("r", w("rPr", w("rStyle", val=CALL)), w("footnoteRef"))
        words = [text_run(run.text, _look(run)) for run in note.text.runs[1:]]
        return w("footnote", w("p", w("pPr", w("pStyle", val=style)), number, *words), id=note.number)

    def rule_below(self, text: Text, room: float) -> Element:
        """The rule under a title: an empty paragraph whose upper border is as long as the title's last line."""
        style = self.norms.styles[text.role]
        side = (room - self.lines(text, room)[-1].width * style.rule) / 2
        drop = max(0.0, self.norms.rule_drop - style.leading * (1 - BASELINE))
        return self.rule(drop, side, Place(keep_next=True))

    def rule(self, before: float, side: float = 0.0, place: Place = ANYWHERE) -> Element:
        """A rule across the text, or as far from either side."""
        indent = w("ind", left=twips(side), right=twips(side)) if side else None
        return _empty(place, HAIR, before, self.border_above(0.0), indent)

    def border_above(self, gap: float) -> Element:
        """A rule above a paragraph, so far from its text."""
        return w("pBdr", rule_at("top", self.norms.rule_thickness, gap))

    def spacer(self, height: float, place: Place = ANYWHERE) -> Element:
        """An empty paragraph of this height."""
        return _empty(place, max(HAIR, height))


_HANGING = frozenset({Role.ADDRESSEE, Role.RECIPIENT})
"""The lists whose lines hang behind their sign; in the text they go back to the margin."""


def _broken(runs: Runs, lines: Sequence[Line]) -> Runs:
    """The runs of a title with a line break for each space where a line ends: no other program balances its lines."""
    ends = {ink.ink.offset - 1 for line in lines[1:] for ink in line.items[:1] if isinstance(ink.ink, GlyphRun)}
    broken = []
    offset = 0
    for run in runs:
        letters = enumerate(run.text, offset)
        text = "".join("\n" if letter == " " and place in ends else letter for place, letter in letters)
        broken.append(replace(run, text=text))
        offset += len(run.text)
    return tuple(broken)


def _empty(
    place: Place, height: float, before: float = 0.0, border: Element | None = None, indent: Element | None = None
) -> Element:
    return w(
        "p",
        w(
            "pPr",
            w("keepNext") if place.keep_next else None,
            w("pageBreakBefore") if place.new_page else None,
            border,
            exact_spacing(height, before),
            indent,
            w("rPr", w("sz", val=2)),
        ),
    )


def _look(run: Run, *, call: bool = False) -> Element | None:
    """What sets a run apart from the style of its paragraph."""
    raised = run.elevation is not Elevation.NORMAL and not call
    marks = [
        w("rStyle", val=CALL) if call else None,
        w("b") if run.bold else None,
        w("i") if run.italic else None,
        w("u", val="single") if run.underline else None,
        w("vertAlign", val="superscript" if run.elevation is Elevation.RAISED else "subscript") if raised else None,
    ]
    return w("rPr", *marks) if any(mark is not None for mark in marks) else None
