"""Marks over a page: what changed in it, and the remarks on it. They lie on its picture and are never printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from vpdesk.layout.frame import Page
from vpdesk.layout.spots import Area


class MarkKind(Enum):
    """What a mark says of the words it lies on."""

    ADDED = auto()
    CHANGED = auto()
    REMOVED = auto()
    """Words that are gone stood at its place."""
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the pages; a remark has its number in the margin, and shows its words only while it is chosen."""

    kind: MarkKind
    areas: tuple[Area, ...]
    number: int | None = None
    is_chosen: bool = False


# The page stays white in both looks, and so do these. The inks have more than 6 : 1 on it.
_INKS = {
    MarkKind.ADDED: QColor("#1F6B47"),
    MarkKind.CHANGED: QColor("#1D4E89"),
    MarkKind.REMOVED: QColor("#B0271F"),
    MarkKind.REMARK: QColor("#1D4E89"),
}
_TINTS = {
    MarkKind.ADDED: QColor("#DDF1E5"),
    MarkKind.CHANGED: QColor("#DBE8F8"),
    MarkKind.REMARK: QColor("#FCE9BE"),
}
_CHOSEN_TINTS = {**_TINTS, MarkKind.ADDED: QColor("#B9E3CA"), MarkKind.CHANGED: QColor("#B7D2F2")}
_CHOSEN_REMARK = QColor("#8A5200")
_SELECTION = QColor("#C4DAF5")

_BAR_GAP, _BAR = 12.0, 2.0
"""Points from the text to a bar, and its pixels."""
_BADGE_FROM_EDGE = 21.0
"""Points from the right edge of the sheet to the middle of a badge: the middle of the narrowest margin."""
_TARGET = 14.0
"""Pixels round the middle of a badge where a click means it."""


class _Badge(NamedTuple):
    """The badge of a remark: its middle from the paper's corner, in pixels, and its mark."""

    middle: QPointF
    mark: Mark


class Marks:
    """Some marks by the pages they lie on. `scale` is pixels to a point, places are pixels from the paper's corner."""

    def __init__(self, marks: tuple[Mark, ...] = ()) -> None:
        self._by_page: dict[int, list[Mark]] = {}
        for mark in marks:
            for page in dict.fromkeys(area.page for area in mark.areas):
                self._by_page.setdefault(page, []).append(mark)

    def paint(self, painter: QPainter, number: int, page: Page, paper: QRectF, scale: float) -> None:
        """Paint the marks of a page (counted from 0) over its paper."""
        marks = self._by_page.get(number)
        if not marks:
            return
        painter.save()
        painter.setClipRect(paper)
        painter.translate(paper.topLeft())
        left = min((placed.x for placed in page.frames), default=0.0) - _BAR_GAP
        for mark in marks:
            _paint_words(painter, mark, _on_page(mark, number, scale))
            _paint_bars(painter, mark, _on_page(mark, number, scale), left * scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in marks:
            # What is gone has one place, at the beginning of its areas.
            if mark.kind is MarkKind.REMOVED and mark.areas[0].page == number:
                _paint_caret(painter, next(_on_page(mark, number, scale)))
        for badge in self._badges(number, paper.width(), scale):
            _paint_badge(painter, badge, _radius(scale))
        painter.restore()

    def number_at(self, number: int, place: QPointF, width: float, scale: float) -> int | None:
        """The number of the badge at a place of a page this wide; None where there is none."""
        for badge in self._badges(number, width, scale):
            apart = badge.middle - place
            if max(abs(apart.x()), abs(apart.y())) <= _TARGET:
                return badge.mark.number
        return None

    def _badges(self, number: int, width: float, scale: float) -> Iterator[_Badge]:
        """The badges on a page from its top down, none over another: where a remark begins, there stands its badge."""
        numbered = [one for one in self._by_page.get(number, ()) if one.kind is MarkKind.REMARK and one.number]
        beginning = sorted(
            (mark for mark in numbered if mark.areas[0].page == number), key=lambda mark: (mark.areas[0].y, mark.number)
        )
        x, lowest, radius = width - _BADGE_FROM_EDGE * scale, 0.0, _radius(scale)
        for mark in beginning:
            area = mark.areas[0]
            y = max((area.y + area.height / 2) * scale, lowest)
            lowest = y + 2 * radius + 2
            yield _Badge(QPointF(x, y), mark)


def paint_selection(painter: QPainter, areas: tuple[Area, ...], number: int, paper: QRectF, scale: float) -> None:
    """Paint what of some chosen words stands on a page."""
    for area in areas:
        if area.page == number:
            _tint(painter, _scaled(area, scale).translated(paper.topLeft()), _SELECTION)


def _on_page(mark: Mark, number: int, scale: float) -> Iterator[QRectF]:
    """The areas of a mark on a page, in pixels."""
    return (_scaled(area, scale) for area in mark.areas if area.page == number)


def _scaled(area: Area, scale: float) -> QRectF:
    return QRectF(area.x * scale, area.y * scale, area.width * scale, area.height * scale)


def _radius(scale: float) -> float:
    """The radius of a badge: its number is to be read at every zoom."""
    return min(max(6.75 * scale, 7.0), 9.0)


def _paint_words(painter: QPainter, mark: Mark, areas: Iterator[QRectF]) -> None:
    """Tint the words of a mark."""
    if mark.kind is MarkKind.REMOVED or (mark.kind is MarkKind.REMARK and not mark.is_chosen):
        return
    colour = (_CHOSEN_TINTS if mark.is_chosen else _TINTS)[mark.kind]
    for area in areas:
        _tint(painter, area, colour)


def _tint(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Colour the paper and leave the letters as black as they are."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(area, colour)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _paint_bars(painter: QPainter, mark: Mark, areas: Iterator[QRectF], left: float) -> None:
    """Draw a bar in the margin beside the lines of a change; that of words gone stands beside that of others."""
    if mark.kind is MarkKind.REMARK:
        return
    x = left - (2 * _BAR if mark.kind is MarkKind.REMOVED else 0.0)
    for top, bottom in _together(areas):
        painter.fillRect(QRectF(x, top, _BAR, bottom - top), _INKS[mark.kind])


def _together(areas: Iterator[QRectF]) -> list[tuple[float, float]]:
    """From where to where lines reach that follow one another."""
    spans: list[tuple[float, float]] = []
    for area in areas:
        if spans and -area.height() < area.top() - spans[-1][1] < area.height() / 2:
            spans[-1] = spans[-1][0], area.bottom()
        else:
            spans.append((area.top(), area.bottom()))
    return spans


def _paint_caret(painter: QPainter, area: QRectF) -> None:
    """Draw a stroke where words are gone, on a small triangle below the line."""
    # In the middle of the space behind the word that stood before them.
    ink, foot, x = _INKS[MarkKind.REMOVED], area.bottom(), area.left() + area.height() / 10
    painter.fillRect(QRectF(x - 0.6, area.top(), 1.2, area.height()), ink)
    half = min(max(area.height() / 5, 3.0), 5.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(x, foot - half), QPointF(x - half, foot + 1), QPointF(x + half, foot + 1)]))


def _paint_badge(painter: QPainter, badge: _Badge, radius: float) -> None:
    """Draw the number of a remark in its disc; that of a chosen one has another colour and a ring."""
    ink = _CHOSEN_REMARK if badge.mark.is_chosen else _INKS[MarkKind.REMARK]
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(badge.middle, radius, radius)
    if badge.mark.is_chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        painter.drawEllipse(badge.middle, radius + 2.5, radius + 2.5)
    words = str(badge.mark.number)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(round(radius * (1.4 if len(words) == 1 else 1.1)))
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    disc = QRectF(badge.middle.x() - radius, badge.middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
