"""Paints case files: symbol, title and how many documents; below who keeps it and for how long; headings between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vpdesk.domain.case_files import CaseState
from vpdesk.domain.case_views import CaseRow
from vpdesk.ui.style import Look
from vpdesk.words.case_files import case_state_name
from vpdesk.words.cases import case_state_tone, case_title, due_chip, one_line, papers_words, row_caption
from vpdesk.words.catalogue import _, format_number

if TYPE_CHECKING:
    from vpdesk.ui.widgets.case_list import CaseList

_EDGE = 16
_ABOVE = 8
_GAP = 3
_HEAD = 28
_Index = QModelIndex | QPersistentModelIndex
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def heard(row: CaseRow, due: Mapping[UUID, date], today: date) -> str:
    """A case file as it is read out."""
    chip = chip_of(row, due, today)
    parts = (case_title(row.case_file), papers_words(row.papers), row_caption(row), chip[0] if chip else "")
    return ", ".join(filter(None, parts))


def heading_of(row: CaseRow) -> str:
    """What stands over the case files of a heading: its letters and name, and the year."""
    year = _("Year {year}").format(year=row.case_file.year)
    if row.heading is None:
        return f"{_('Under no heading')} · {year}"
    return f"{row.heading.symbol} · {row.heading.name} · {year}"


def chip_of(row: CaseRow, due: Mapping[UUID, date], today: date) -> tuple[str, str] | None:
    """What is worth a chip: by when the archive must have it, or that it is not simply open; the words and a tone."""
    if (chip := due_chip(due.get(row.case_file.id), today)) is not None and chip[1] != "muted":
        return chip
    state = row.case_file.state
    return None if state is CaseState.OPEN else (case_state_name(state), case_state_tone(state))


class CaseDelegate(QStyledItemDelegate):
    """Rows of one height; over the first of each heading stands its name."""

    def __init__(self, view: CaseList, look: Look, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = round(2 * _ABOVE + _GAP + self._high(10) + self._high(9)) + 1
        return QSize(0, height + (self._head() if self._begins(index.row()) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell, row = QRect(option.rect), self._view.rows[index.row()]
        if self._begins(index.row()):
            self._paint_heading(painter, cell, row)
            cell.setTop(cell.top() + self._head())
        self._paint_ground(painter, cell, option, is_in_hand=index == self._view.currentIndex())
        inside = QRectF(cell).adjusted(_EDGE, _ABOVE, -_EDGE, -_ABOVE - 1)
        above = QRectF(inside.left(), inside.top(), inside.width(), self._high(10))
        below = QRectF(inside.left(), inside.bottom() - self._high(9), inside.width(), self._high(9))
        self._paint_first_line(painter, above, row)
        self._paint_second_line(painter, below, row, is_chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    # --- parts ------------------------------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, cell: QRect, row: CaseRow) -> None:
        area = QRect(cell.left(), cell.top(), cell.width(), self._head())
        painter.fillRect(area, self._look.colour("window"))
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        painter.setPen(self._look.colour("muted"))
        room = area.adjusted(_EDGE, 4, -_EDGE, 0)
        words = painter.fontMetrics().elidedText(heading_of(row), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._look.colour("line"))

    def _paint_ground(self, painter: QPainter, cell: QRect, option: QStyleOptionViewItem, *, is_in_hand: bool) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, self._look.colour("select"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, self._look.colour("hover"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, self._look.colour("line"))
        if is_in_hand:
            painter.fillRect(cell.left(), cell.top(), 3, cell.height(), self._look.colour("accent"))
            if self._view.property("ring"):
                painter.setPen(self._look.focus_pen())
                painter.drawRect(QRectF(cell).adjusted(1, 1, -1, -2))

    def _paint_first_line(self, painter: QPainter, room: QRectF, row: CaseRow) -> None:
        right = room.right()
        if row.papers:
            count, font = format_number(row.papers), self._look.scale.font(9)
            painter.setFont(font)
            painter.setPen(self._look.colour("muted"))
            painter.drawText(room, _MIDDLE_RIGHT, count)
            right -= QFontMetricsF(font).horizontalAdvance(count) + 10
        bold, symbol = self._look.scale.font(10, QFont.Weight.DemiBold), row.case_file.symbol
        left = room.left() + QFontMetricsF(bold).horizontalAdvance(symbol) + 10
        painter.setPen(self._look.colour("text"))
        painter.setFont(bold)
        painter.drawText(room, _MIDDLE_LEFT, symbol)
        title = QRectF(left, room.top(), right - left, room.height())
        self._paint_words(painter, title, one_line(row.case_file.title), self._look.scale.font(10), "text")

    def _paint_second_line(self, painter: QPainter, room: QRectF, row: CaseRow, *, is_chosen: bool) -> None:
        right = room.right()
        if (chip := chip_of(row, self._view.due, self._today())) is not None:
            right = self._paint_chip(painter, room, *chip, is_chosen=is_chosen) - 8
        words = QRectF(room.left(), room.top(), right - room.left(), room.height())
        self._paint_words(painter, words, row_caption(row), self._look.scale.font(9), "muted")

    def _paint_words(self, painter: QPainter, room: QRectF, words: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE_LEFT, shown)

    def _paint_chip(self, painter: QPainter, room: QRectF, word: str, tone: str, *, is_chosen: bool) -> float:
        """Paint a chip at the right edge of a room; where it begins."""
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(word) + 16, metrics.height() + 3
        ground = QRectF(room.right() - width, QPointF(room.center()).y() - height / 2, width, height)
        # The grounds of muted chips and of those in accent are nearly those of a row under the mouse or chosen.
        soft = "surface" if tone == "accent" and is_chosen else "window" if tone == "muted" else f"{tone}_soft"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(soft))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(self._look.colour(tone))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, word)
        return ground.left()

    def _begins(self, place: int) -> bool:
        """Whether another heading begins here."""
        rows = self._view.rows
        return place == 0 or _group(rows[place - 1]) != _group(rows[place])

    def _head(self) -> int:
        return max(_HEAD, round(self._high(9)) + 12)

    def _high(self, token: float) -> float:
        return QFontMetricsF(self._look.scale.font(token)).height() + 2


def _group(row: CaseRow) -> tuple[int, UUID | None]:
    return row.case_file.year, row.heading.id if row.heading else None
