"""The page on a QPainter. It measures nothing: it puts prepared glyphs where the layout says.

Preparing a line (glyph numbers and places) is done once and kept as long as the line lives; successive layouts
share their lines, so that after a keystroke only the changed ones are prepared again.
"""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainter, QRawFont

from vpdesk.layout.fonts import Face, FontBook
from vpdesk.layout.frame import GlyphRun, Line, Page, Stroke


class PreparedLine(NamedTuple):
    """A line as Qt draws it: glyph runs at their baselines, strokes as rectangles, from the line's left end."""

    runs: tuple[tuple[QPointF, QGlyphRun], ...]
    strokes: tuple[QRectF, ...]


class Glyphs:
    """Lines prepared for painting, in points: the painter's scale makes them larger or smaller."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self._faces: dict[tuple[Face, float], QRawFont] = {}
        self._lines: WeakKeyDictionary[Line, PreparedLine] = WeakKeyDictionary()

    def prepared(self, line: Line) -> PreparedLine:
        """The line ready to paint."""
        ready = self._lines.get(line)
        if ready is None:
            ready = self._lines[line] = self._prepare(line)
        return ready

    def _prepare(self, line: Line) -> PreparedLine:
        runs = tuple((QPointF(x, y), self._glyph_run(ink)) for x, y, ink in line.items if isinstance(ink, GlyphRun))
        strokes = tuple(
            QRectF(x, y - ink.thickness / 2, ink.width, ink.thickness)
            for x, y, ink in line.items
            if isinstance(ink, Stroke)
        )
        return PreparedLine(runs, strokes)

    def _glyph_run(self, run: GlyphRun) -> QGlyphRun:
        face = self._face(run.face, run.size)
        glyphs = QGlyphRun()
        glyphs.setRawFont(face)
        glyphs.setGlyphIndexes(face.glyphIndexesForString(self.fonts.drawn(run.text, run.face)))
        glyphs.setPositions(self._positions(run))
        return glyphs

    def _positions(self, run: GlyphRun) -> list[QPointF]:
        """Where each character begins: one glyph a character, no kerning, as the layout counted."""
        scale = run.size / self.fonts.units_per_em
        positions, x = [], 0.0
        for character, advance in zip(run.text, self.fonts.advances(run.text, run.face), strict=True):
            positions.append(QPointF(x, 0))
            x += advance * scale + (run.word_gap if character == " " else 0)
        return positions

    def _face(self, face: Face, size: float) -> QRawFont:
        font = self._faces.get((face, size))
        if font is None:
            # Hinting would move letters from the places the layout gave them.
            font = QRawFont(str(self.fonts.path(face)), size, QFont.HintingPreference.PreferNoHinting)
            self._faces[face, size] = font
        return font


def paint_page(painter: QPainter, page: Page, glyphs: Glyphs, clip: QRectF | None = None) -> None:
    """Paint the ink of a page, in points from its top left; frames wholly outside `clip` are left out."""
    painter.setPen(Qt.GlobalColor.black)
    for x, y, frame, _ in page.frames:
        if clip is not None and (y + frame.height < clip.top() - _REACH or y > clip.bottom() + _REACH):
            continue
        for placed in frame.lines:
            ready = glyphs.prepared(placed.line)
            origin = QPointF(x + placed.x, y + placed.y)
            for place, run in ready.runs:
                painter.drawGlyphRun(origin + place, run)
            for stroke in ready.strokes:
                _fill_stroke(painter, stroke.translated(origin))


def _fill_stroke(painter: QPainter, stroke: QRectF) -> None:
    """Fill a rule on whole device pixels: between them a thin one would turn grey, or be gone."""
    to_device = painter.deviceTransform()
    device = to_device.mapRect(stroke)
    if stroke.width() < stroke.height():
        device.setRect(round(device.x()), device.y(), max(1, round(device.width())), device.height())
    else:
        device.setRect(device.x(), round(device.y()), device.width(), max(1, round(device.height())))
    painter.fillRect(to_device.inverted()[0].mapRect(device), Qt.GlobalColor.black)


_REACH = 40.0
"""Points above and below its frame that the ink of a line may reach."""
