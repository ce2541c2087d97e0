"""How the blocks and runs of a body look in a text document, and how the document remembers what they are.

What a block is stands in properties of its format, so undo brings it back with the text. Colours stand nowhere in the
document: they come from the palette, and a change of theme changes no text.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from vpdesk.domain.body import Alignment, Elevation, Run

FAMILY = "Liberation Serif"
POINTS = 12.0

FIRST_LINE = 32
"""The first line's indent in pixels: the 10 mm of the page at this size of type."""

_PROPERTY = QTextFormat.Property.UserProperty.value
_KIND, _LEVEL, _ALIGN, _INDENT, _BOLD, _ITALIC, NOTE_TEXT, COLUMNS = range(_PROPERTY + 1, _PROPERTY + 9)
NOTE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1

_PIXELS_PER_MM = FIRST_LINE / 10
_LEADING = 142.0


class Kind(Enum):
    """What a block of the text document stands for.

    A gap stands where Qt wants a block and the body has none, beside a table; an empty body is one block too.
    """

    PARAGRAPH = "paragraph"
    BASIS = "basis"
    HEADING = "heading"
    DIVISION = "division"
    ARTICLE = "article"
    BULLET = "bullet"
    PAGE_BREAK = "page_break"
    CELL = "cell"
    HEADER_CELL = "header_cell"
    GAP = "gap"
    EMPTY = "empty"


class Shape(NamedTuple):
    """A block without its words."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 1
    align: Alignment | None = None
    indent: float | None = None


GAP: Final = Shape(Kind.GAP)
SLOTS: Final = frozenset((Kind.GAP, Kind.EMPTY))
"""The kinds that stand for nothing until they have words; then for a paragraph."""

CELLS: Final = frozenset((Kind.CELL, Kind.HEADER_CELL))
ALIGNED: Final = frozenset((Kind.PARAGRAPH, Kind.BASIS, *CELLS))
"""The kinds whose alignment an officer may choose; the others have their pack's."""

_QT_ALIGNMENT: Final = {
    Alignment.JUSTIFIED: Qt.AlignmentFlag.AlignJustify,
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRED: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}
USUAL_ALIGNMENT: Final = {
    Kind.PARAGRAPH: Alignment.JUSTIFIED,
    Kind.EMPTY: Alignment.JUSTIFIED,
    Kind.BASIS: Alignment.JUSTIFIED,
    Kind.BULLET: Alignment.JUSTIFIED,
    Kind.DIVISION: Alignment.CENTRED,
    Kind.HEADER_CELL: Alignment.CENTRED,
}
_QT_ELEVATION: Final = {
    Elevation.NORMAL: QTextCharFormat.VerticalAlignment.AlignNormal,
    Elevation.RAISED: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    Elevation.LOWERED: QTextCharFormat.VerticalAlignment.AlignSubScript,
}
_ELEVATION: Final = {qt: elevation for elevation, qt in _QT_ELEVATION.items()}
_SIGNS: Final = {1: ("-", 11), 2: ("+", 14)}
_LAST_SIGN: Final = ("•", 11)


def sign_of(shape: Shape) -> tuple[str, int]:
    """The list sign painted before a block, which is not in its text, and the room it takes in pixels."""
    if shape.kind is Kind.BULLET:
        return _SIGNS.get(shape.level, _LAST_SIGN)
    return _SIGNS[1] if shape.kind is Kind.BASIS else ("", 0)


def shape_of(block_format: QTextBlockFormat) -> Shape:
    """What a block of the document is."""
    kind = block_format.stringProperty(_KIND)
    if not kind:
        return Shape()
    align = block_format.stringProperty(_ALIGN)
    return Shape(
        kind=Kind(kind),
        level=block_format.intProperty(_LEVEL),
        align=Alignment(align) if align else None,
        indent=block_format.doubleProperty(_INDENT) if block_format.hasProperty(_INDENT) else None,
    )


def block_format(shape: Shape) -> QTextBlockFormat:
    """The format of a block of this shape: what it is, and how it looks."""
    made = QTextBlockFormat()
    made.setProperty(_KIND, shape.kind.value)
    made.setProperty(_LEVEL, shape.level)
    if shape.kind in ALIGNED and shape.align is not None:
        made.setProperty(_ALIGN, shape.align.value)
    if shape.kind in {Kind.PARAGRAPH, Kind.BASIS} and shape.indent is not None:
        made.setProperty(_INDENT, shape.indent)
    usual = USUAL_ALIGNMENT.get(shape.kind, Alignment.LEFT)
    made.setAlignment(_QT_ALIGNMENT[shape.align or usual])
    _set_room(made, shape)
    return made


def _set_room(made: QTextBlockFormat, shape: Shape) -> None:
    """Indents, gaps and leading."""
    match shape.kind:
        case Kind.GAP | Kind.PAGE_BREAK:
            height = 26 if shape.kind is Kind.PAGE_BREAK else 12
            made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            return
        case Kind.CELL | Kind.HEADER_CELL:
            made.setLineHeight(125.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            return
        case Kind.DIVISION:
            made.setTopMargin(14)
        case _:
            made.setTopMargin(6)
            made.setTextIndent(_first_line(shape) + sign_of(shape)[1])
    made.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


def _first_line(shape: Shape) -> float:
    if shape.indent is not None:
        return shape.indent * _PIXELS_PER_MM
    # A line that stands in the middle or at the right begins nowhere.
    return 0 if shape.align in {Alignment.CENTRED, Alignment.RIGHT} else FIRST_LINE


def char_format(run: Run, shape: Shape, *, title: bool = False) -> QTextCharFormat:
    """The format of a run's letters; `title` for those of a division, printed in capitals."""
    made = QTextCharFormat()
    bold, italic = _emphasis(shape)
    made.setFontWeight(QFont.Weight.Bold if run.bold or bold else QFont.Weight.Normal)
    made.setFontItalic(run.italic or italic)
    if run.bold:
        made.setProperty(_BOLD, True)
    if run.italic:
        made.setProperty(_ITALIC, True)
    if run.underline:
        made.setFontUnderline(True)
    if run.elevation is not Elevation.NORMAL:
        made.setVerticalAlignment(_QT_ELEVATION[run.elevation])
    if title:
        made.setFontCapitalization(QFont.Capitalization.AllUppercase)
    return made


def _emphasis(shape: Shape) -> tuple[bool, bool]:
    """Whether a block's letters are bold, and whether italic, by what it is."""
    match shape.kind:
        case Kind.HEADING:
            return shape.level <= 3, shape.level >= 3
        case Kind.DIVISION | Kind.ARTICLE | Kind.HEADER_CELL:
            return True, False
        case _:
            return False, False


def marks_of(letters: QTextCharFormat) -> Run:
    """The marks of some letters, as a run without text."""
    return Run(
        "",
        bold=letters.boolProperty(_BOLD),
        italic=letters.boolProperty(_ITALIC),
        underline=letters.fontUnderline(),
        elevation=_ELEVATION.get(letters.verticalAlignment(), Elevation.NORMAL),
    )


def note_format(run: Run, shape: Shape) -> QTextCharFormat:
    """The format of the mark that calls a run's note."""
    made = char_format(run, shape)
    made.setObjectType(NOTE_OBJECT)
    made.setProperty(NOTE_TEXT, run.note)
    return made


def note_of(letters: QTextCharFormat) -> str | None:
    """The note that an object calls; None for other letters."""
    return letters.stringProperty(NOTE_TEXT) if letters.objectType() == NOTE_OBJECT else None
