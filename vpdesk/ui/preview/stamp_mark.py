"""The stamp ĐẾN laid over a sheet, true to size, to be moved before it is put on a copy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.geometry import Size, mm
from vpdesk.ui.preview.painter import Glyphs, paint_page
from vpdesk.ui.style import LIGHT

STEP, LEAP = 1.0, 5.0
"""Millimetres that an arrow moves it, and with Ctrl."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class StampMark:
    """A stamp over a sheet (counted from 0); `left` and `top` are points from the sheet's upper left corner."""

    document: PagedDocument
    page: int
    left: float
    top: float

    @property
    def size(self) -> Size:
        """Its width and height, in points."""
        page = self.document.pages[0]
        return Size(page.width, page.height)

    def moved(self, key: Qt.Key, sheet: Size, *, leaps: bool) -> StampMark | None:
        """The stamp where an arrow moves it, inside its sheet; None for a key that is no arrow."""
        if key not in _ARROWS:
            return None
        across, down = _ARROWS[key]
        step = mm(LEAP if leaps else STEP)
        return self.inside(sheet, self.left + across * step, self.top + down * step)

    def inside(self, sheet: Size, left: float, top: float) -> StampMark:
        """The stamp at a place, or as near to it as its sheet allows."""
        most = max(sheet.width - self.size.width, 0.0), max(sheet.height - self.size.height, 0.0)
        return replace(self, left=min(max(left, 0.0), most[0]), top=min(max(top, 0.0), most[1]))

    def area(self, scale: float) -> QRectF:
        """Where it lies on its sheet, so many pixels to a point."""
        return QRectF(self.left * scale, self.top * scale, self.size.width * scale, self.size.height * scale)

    def paint(self, painter: QPainter, paper: QRectF, scale: float, glyphs: Glyphs) -> None:
        """Paint it over its sheet, with a frame that says it is still held."""
        area = self.area(scale).translated(paper.topLeft())
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        paint_page(painter, self.document.pages[0], glyphs)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(LIGHT.focus), 1.5, Qt.PenStyle.DashLine))
        painter.drawRect(area.adjusted(-3, -3, 3, 3))
