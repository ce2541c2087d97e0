"""Paints a desk: headings with what leads further, cards of rows in two lines, and the act of the row in hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vpdesk.domain.desks import SectionKind, Topic
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.desk_rows import DeskItem, Part
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import format_number
from vpdesk.words.desks import all_words, more_words, section_name

if TYPE_CHECKING:
    from vpdesk.ui.widgets.desk_list import DeskList
    from vpdesk.words.desks import RowWords

_EDGE: Final = 16
_ICON: Final = 18
_GAP: Final = 12
_ABOVE: Final = 9
_BETWEEN: Final = 3
_OVER_HEADING: Final = 20
_UNDER_HEADING: Final = 8
_RADIUS: Final = 8
_BUTTON: Final = 32
PICTURE: Final = QSize(46, 62)
"""The room of the picture of a first page, in device-independent pixels."""
_Index = QModelIndex | QPersistentModelIndex


class DeskDelegate(QStyledItemDelegate):
    """`pictures` are those of first pages, by their dispatches; a row of what is to be signed leaves room for one."""

    def __init__(self, view: DeskList, look: Look, icons: Icons, pictures: Mapping[UUID, QPixmap]) -> None:
        super().__init__(view)
        self._view, self._look, self._icons, self._pictures = view, look, icons, pictures

    # --- where things stand -----------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self.height_of(self._view.items[index.row()]))

    def height_of(self, item: DeskItem) -> int:
        """The height of an item."""
        match item.part:
            case Part.HEADING:
                return round(_OVER_HEADING + self._high(11) + _UNDER_HEADING)
            case Part.MORE:
                return round(2 * _ABOVE + self._high(9))
            case Part.ROW:
                lines = round(2 * _ABOVE + self._high(10) + _BETWEEN + self._high(9)) + 1
                return max(lines, PICTURE.height() + 2 * 8) if self._has_picture(item) else lines

    def button_of(self, item: DeskItem, cell: QRectF) -> QRectF | None:
        """Where the act of a row stands while it is in hand."""
        if not item.does or item.part is not Part.ROW:
            return None
        width = self._words_width(item.does, 10, QFont.Weight.DemiBold) + 24 + self._key_width() + 10
        return QRectF(cell.right() - _EDGE - width, cell.center().y() - _BUTTON / 2, width, _BUTTON)

    def link_of(self, item: DeskItem, cell: QRectF) -> QRectF | None:
        """Where a heading leads further."""
        words = all_words(item.section) if item.part is Part.HEADING else ""
        if not words:
            return None
        width, high = self._words_width(words, 10, QFont.Weight.Medium), self._high(11)
        return QRectF(cell.right() - width - 2, cell.bottom() - _UNDER_HEADING - high, width + 2, high)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item, cell = self._view.items[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.part is Part.HEADING:
            self._paint_heading(painter, item, cell)
        else:
            is_in_hand = bool(option.state & QStyle.StateFlag.State_Selected)
            hovers = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_ground(painter, item, cell, "select" if is_in_hand else "hover" if hovers else "surface")
            if item.part is Part.MORE:
                self._paint_more(painter, item, cell)
            else:
                self._paint_row(painter, item, cell, is_in_hand=is_in_hand)
            if is_in_hand and self._view.property("ring"):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self._look.focus_pen())
                painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), _RADIUS - 2, _RADIUS - 2)
        painter.restore()

    def _paint_heading(self, painter: QPainter, item: DeskItem, cell: QRectF) -> None:
        line = QRectF(cell.left(), cell.bottom() - _UNDER_HEADING - self._high(11), cell.width(), self._high(11))
        name = section_name(item.section.kind)
        self._words(painter, line, name, 11, "text", QFont.Weight.DemiBold)
        width = self._words_width(name, 11, QFont.Weight.DemiBold)
        if item.section.kind is not SectionKind.KEEPING:
            total = format_number(item.section.total)
            self._words(painter, line.adjusted(width + 8, 0, 0, 0), total, 10, "muted")
        if (link := self.link_of(item, cell)) is not None:
            tone = "accent_hover" if self._view.is_over(link) else "accent"
            self._words(painter, link, all_words(item.section), 10, tone, QFont.Weight.Medium)

    def _paint_ground(self, painter: QPainter, item: DeskItem, cell: QRectF, tone: str) -> None:
        """A part of a card: round where the card ends, a hairline to the next part."""
        card = cell.adjusted(0.5, 0.5 if item.is_first else -_RADIUS, -0.5, -0.5 if item.is_last else _RADIUS)
        painter.setClipRect(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(tone))
        shape = QPainterPath()
        shape.addRoundedRect(card, _RADIUS, _RADIUS)
        painter.drawPath(shape)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawPath(shape)
        if not item.is_last:
            painter.drawLine(cell.bottomLeft().toPoint(), cell.bottomRight().toPoint())
            painter.fillRect(QRectF(cell.left() + 1, cell.bottom() - 1, cell.width() - 2, 1), self._look.colour("line"))
        painter.setClipping(False)

    def _paint_more(self, painter: QPainter, item: DeskItem, cell: QRectF) -> None:
        line = cell.adjusted(_EDGE + _ICON + _GAP, 0, -_EDGE, 0)
        self._words(painter, line, more_words(item.section), 9, "muted")
        words = item.does
        width = self._words_width(words, 9, QFont.Weight.Medium)
        link = QRectF(line.right() - width, line.top(), width + 2, line.height())
        self._words(painter, link, words, 9, "accent", QFont.Weight.Medium)

    def _paint_row(self, painter: QPainter, item: DeskItem, cell: QRectF, *, is_in_hand: bool) -> None:
        said = self._view.words(item)
        is_pressing = any(tone == "red" for _word, tone in said.chips)
        left = self._paint_sign(painter, item, cell, is_pressing=is_pressing)
        button = self.button_of(item, cell) if is_in_hand else None
        right = cell.right() - _EDGE
        if button is not None:
            self._paint_button(painter, button, item.does)
            right = button.left() - _GAP
        elif said.aside:
            width = self._words_width(said.aside, 9)
            aside = QRectF(right - width, cell.top(), width + 1, cell.height())
            self._words(painter, aside, said.aside, 9, "muted")
            right = aside.left() - _GAP
        for word, tone in reversed(said.chips):
            right = self._paint_chip(painter, QRectF(left, cell.top(), right - left, cell.height()), word, tone) - 8
        self._paint_lines(painter, QRectF(left, cell.top(), max(0.0, right - 4 - left), cell.height()), said)

    def _paint_lines(self, painter: QPainter, room: QRectF, said: RowWords) -> None:
        title, below = said.title, said.below
        both = self._high(10) + (_BETWEEN + self._high(9) if below else 0)
        top = room.center().y() - both / 2
        first = QRectF(room.left(), top, room.width(), self._high(10))
        self._words(painter, first, title, 10, "text", QFont.Weight.Medium)
        second = QRectF(room.left(), first.bottom() + _BETWEEN, room.width(), self._high(9))
        self._words(painter, second, below, 9, "muted")

    def _paint_sign(self, painter: QPainter, item: DeskItem, cell: QRectF, *, is_pressing: bool) -> float:
        """The picture of the first page, or an icon of what the row is; where the words begin."""
        left = cell.left() + _EDGE
        if self._has_picture(item):
            self._paint_picture(painter, item, QRectF(left, cell.center().y() - PICTURE.height() / 2, 0, 0))
            return left + PICTURE.width() + _GAP
        icon, tone = _sign_of(item)
        room = QRectF(left, cell.center().y() - _ICON / 2, _ICON, _ICON)
        self._icons.draw(painter, icon, "red" if is_pressing else tone, room)
        return left + _ICON + _GAP

    def _paint_picture(self, painter: QPainter, item: DeskItem, at: QRectF) -> None:
        paper = QRectF(at.left(), at.top(), PICTURE.width(), PICTURE.height())
        painter.fillRect(paper, QColor("white"))
        picture = self._pictures.get(item.row.record) if item.row and item.row.record else None
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(paper, picture, QRectF(picture.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_button(self, painter: QPainter, room: QRectF, words: str) -> None:
        """The act of the row in hand: the one filled button in sight."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_hover" if self._view.is_over(room) else "accent"))
        painter.drawRoundedRect(room, 6, 6)
        self._words(painter, room.adjusted(12, 0, 0, 0), words, 10, "on_accent", QFont.Weight.DemiBold)
        cap = QRectF(room.right() - 10 - self._key_width(), room.center().y() - 9, self._key_width(), 18)
        border = self._look.colour("on_accent")
        border.setAlphaF(0.45)
        painter.setPen(QPen(border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._look.colour("on_accent"))
        painter.setFont(self._look.scale.font(9))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, _KEY)

    def _paint_chip(self, painter: QPainter, room: QRectF, word: str, tone: str) -> float:
        """Paint a chip at the right edge of a room; where it begins."""
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(word) + 16, metrics.height() + 4
        ground = QRectF(room.right() - width, room.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("window" if tone == "muted" else f"{tone}_soft"))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(self._look.colour(tone))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, word)
        return ground.left()

    def _words(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        size: int,
        tone: str,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        font = self._look.scale.font(size, weight)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _has_picture(self, item: DeskItem) -> bool:
        return item.section.kind is SectionKind.TO_SIGN and item.part is Part.ROW

    def _words_width(self, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> float:
        return QFontMetricsF(self._look.scale.font(size, weight)).horizontalAdvance(words)

    def _key_width(self) -> float:
        return self._words_width(_KEY, 9) + 12

    def _high(self, token: float) -> float:
        return QFontMetricsF(self._look.scale.font(token)).height() + 2


_KEY: Final = "Enter"
_ICONS: Final = {
    SectionKind.TO_SIGN: "signature",
    SectionKind.TO_DIRECT: "inbox",
    SectionKind.SENT_BACK: "undo-2",
    SectionKind.ASSIGNED: "inbox",
    SectionKind.TO_NUMBER: "signature",
    SectionKind.TO_CHECK: "file-text",
    SectionKind.TO_HAND_ON: "inbox",
    SectionKind.UNSIGNED: "inbox",
    SectionKind.SET_UP: "settings",
    SectionKind.DRAFTS: "file-pen-line",
    SectionKind.DEADLINES: "inbox",
    SectionKind.LATE_PEOPLE: "users",
    SectionKind.SUBMITTED: "signature",
    SectionKind.HELD: "lock",
    SectionKind.UNSENT: "send",
    SectionKind.ODDITIES: "triangle-alert",
    SectionKind.KEEPING: "book-open",
}
_TOPIC_ICONS: Final = {
    Topic.BACKUP: ("circle-check", "green"),
    Topic.NO_BACKUP: ("triangle-alert", "amber"),
    Topic.PAGES: ("book-open", "muted"),
}


def _sign_of(item: DeskItem) -> tuple[str, str]:
    """The icon of a row and its tone."""
    usual = _ICONS[item.section.kind], "muted"
    if item.section.kind is SectionKind.SET_UP:
        return "circle-alert", "amber"
    return _TOPIC_ICONS.get(item.row.topic, usual) if item.row and item.row.topic else usual
