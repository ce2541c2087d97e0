"""Cards in groups: the first page of a dispatch small, what it is, and what it is for."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import groupby, takewhile

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vpdesk.domain.text import folded
from vpdesk.layout.frame import Page
from vpdesk.ui.preview.painter import Glyphs, paint_page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus

_PAPER = 84
"""The width of a small page."""
_PADDING = 12
_GAP = 6
"""Between two cards, half on each side."""
_NARROWEST = 264
_SCROLL_BAR = 14
_MOST_LINES = 3
_A4 = math.sqrt(2)
_TOP_LEFT = QPoint(2 * _GAP, 0)
"""A place inside the first row in sight."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class Card:
    """One thing to choose: what it stands for, and the words about it.

    `note` is said quietly below them, by `also` it is found too, by `key` it is known again when cards are offered
    anew.
    """

    choice: object
    group: str
    name: str
    about: str
    note: str = ""
    also: str = ""
    key: object = None

    def answers(self, wanted: str) -> bool:
        """Whether every word wanted stands in its words or among their initials, without accents and capitals."""
        return all(word in self._words or word in self._initials for word in folded(wanted).split())

    def distance(self, wanted: str) -> int:
        """How far its name is from what is wanted: 0 where it begins so, 1 where it has it inside, 2 elsewhere."""
        words = folded(wanted).strip()
        if self._name.startswith(words):
            return 0
        return 1 if words in self._name or words in self._initials else 2

    def or_same(self, before: Card | None) -> Card:
        """The card of before where it says the same of the same, so that it is known again; else this one."""
        is_same = before is not None and all(
            getattr(self, one.name) == getattr(before, one.name) for one in fields(self)
        )
        return before if before is not None and is_same else self

    @cached_property
    def _words(self) -> str:
        return folded(f"{self.group} {self.name} {self.about} {self.note} {self.also}")

    @cached_property
    def _name(self) -> str:
        return folded(self.name)

    @cached_property
    def _initials(self) -> str:
        return "".join(word[0] for word in self._name.split())


class GalleryModel(QAbstractListModel):
    """The cards that answer what was typed, each group under its heading. A heading is a row without a card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()
        self._rows: tuple[Card | str, ...] = ()

    def set_cards(self, cards: tuple[Card, ...], wanted: str) -> None:
        """Show those of the cards that answer `wanted`."""
        self._cards = cards
        self.sift(wanted)

    def sift(self, wanted: str) -> None:
        """Show the cards that answer `wanted`, the nearest first; a group stands where its first card does."""
        found = sorted((card for card in self._cards if card.answers(wanted)), key=lambda card: card.distance(wanted))
        groups = list(dict.fromkeys(card.group for card in found))
        found.sort(key=lambda card: groups.index(card.group))
        self.beginResetModel()
        self._rows = tuple(row for group, of_it in groupby(found, lambda card: card.group) for row in (group, *of_it))
        self.endResetModel()

    def card(self, row: int) -> Card | None:
        """The card of a row, None for a heading or no row."""
        one = self._rows[row] if 0 <= row < len(self._rows) else None
        return one if isinstance(one, Card) else None

    def row_of(self, key: object, place: int) -> int:
        """The row of the card with a key; where none has it that of the next from a place on; -1 for no card."""
        cards = {row: one for row, one in enumerate(self._rows) if isinstance(one, Card)}
        known = [row for row, card in cards.items() if key is not None and card.key == key]
        behind = [row for row in cards if row >= place]
        return (known or behind or [max(cards, default=-1)])[0]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) if self.card(index.row()) else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name if isinstance(one, Card) else one
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(one, Card):
            return ". ".join(filter(None, (one.name, one.about, one.note)))
        return None


class GalleryDelegate(QStyledItemDelegate):
    """Paints headings and cards. Pictures are made beside it; a card without one shows bare paper."""

    def __init__(self, model: GalleryModel, view: QListView, look: Look) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._look = look
        self.pictures: dict[Card, QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        room = self._view.maximumViewportSize().width() - _SCROLL_BAR
        if self._model.card(index.row()) is None:
            return QSize(room, QFontMetrics(self._heading_font()).height() + 20)
        scale = max(1, self._look.scale.body / 10)
        columns = max(1, room // round(_NARROWEST * scale))
        return QSize(room // columns, max(round(_PAPER * _A4), self._words_height()) + 2 * (_PADDING + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        card = self._model.card(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if card is None:
            painter.setFont(self._heading_font())
            painter.setPen(self._look.colour("text"))
            line = rect.adjusted(_GAP, 8, -_GAP, 0)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        else:
            self._paint_card(painter, card, QRectF(rect).adjusted(_GAP, _GAP, -_GAP, -_GAP), option)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: Card, area: QRectF, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ring = bool(option.state & QStyle.StateFlag.State_HasFocus) and option.widget.property("ring")
        ground = "select" if chosen else "hover" if hovered else "surface"
        painter.setBrush(self._look.colour(ground))
        edge = QPen(self._look.colour("accent" if chosen else "line"), 2 if chosen else 1)
        painter.setPen(self._look.focus_pen() if ring else edge)
        inset = painter.pen().widthF() / 2
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 8, 8)
        inside = area.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        self._paint_paper(painter, card, inside)
        self._paint_words(painter, card, inside.adjusted(_PAPER + _PADDING, 0, 0, 0), chosen=chosen)

    def _paint_paper(self, painter: QPainter, card: Card, inside: QRectF) -> None:
        picture = self.pictures.get(card)
        size = picture.deviceIndependentSize() if picture else QRectF(0, 0, _PAPER, round(_PAPER * _A4)).size()
        paper = QRectF(QPointF(inside.left() + (_PAPER - size.width()) / 2, inside.top()), size)
        if picture:
            painter.drawPixmap(paper.topLeft(), picture)
        else:
            painter.fillRect(paper, Qt.GlobalColor.white)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_words(self, painter: QPainter, card: Card, area: QRectF, *, chosen: bool) -> None:
        below = _paint_lines(painter, area, card.name, self._name_font(), self._look.colour("text"), 2)
        area.setTop(below + 3)
        muted = self._look.colour("text" if chosen else "muted")
        below = _paint_lines(painter, area, card.about, self._quiet_font(), muted, _MOST_LINES)
        area.setTop(below + 3)
        _paint_lines(painter, area, card.note, self._quiet_font(), muted, 1)

    def _words_height(self) -> int:
        name, quiet = QFontMetrics(self._name_font()), QFontMetrics(self._quiet_font())
        return 2 * name.lineSpacing() + (_MOST_LINES + 1) * quiet.lineSpacing() + 6

    def _heading_font(self) -> QFont:
        return self._look.scale.font(11, QFont.Weight.DemiBold)

    def _name_font(self) -> QFont:
        return self._look.scale.font(10, QFont.Weight.DemiBold)

    def _quiet_font(self) -> QFont:
        return self._look.scale.font(9)


class Gallery(QListView):
    """The cards in as many columns as there is room for. Small pages are made when nobody waits, of those in sight."""

    wanted = Signal(object)
    """The pages of this choice are in sight and not there yet: `show_page` takes its first one."""
    taken = Signal(object)
    """A choice was made, by two clicks."""
    turned = Signal(object)
    """Another choice is in hand, or none."""
    menu_wanted = Signal(QPoint)
    """The acts of the card in hand are wanted at a point of the screen."""

    def __init__(self, look: Look, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._cards = GalleryModel(self)
        self._delegate = GalleryDelegate(self._cards, self, look)
        self._pages: dict[Card, Page] = {}
        self._asked: set[Card] = set()
        self._nothing = ""
        self._look = look
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._idle.timeout.connect(self._make_one)
        self.setModel(self._cards)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow_keyboard_focus(self)
        self.selectionModel().currentChanged.connect(lambda current, _before: self._tell(current))
        self.doubleClicked.connect(lambda _index: self.take())
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def offer(self, cards: tuple[Card, ...], wanted: str) -> None:
        """Offer these cards, and show those that answer `wanted`; what is in hand stays, or what is in its place.

        Cards that were offered before keep their pictures.
        """
        in_hand, place = self.chosen, self.currentIndex().row()
        kept = set(cards)
        self._pages = {card: page for card, page in self._pages.items() if card in kept}
        self._asked = set(self._pages)
        self._delegate.pictures = {card: one for card, one in self._delegate.pictures.items() if card in kept}
        self._cards.set_cards(cards, wanted)
        self._choose(in_hand.key if in_hand else None, place)

    def sift(self, wanted: str, nothing: str) -> None:
        """Show the cards that answer `wanted`, the first of them in hand; `nothing` is said where none does."""
        self._nothing = nothing
        self._cards.sift(wanted)
        self._choose(None, 0)

    @property
    def is_empty(self) -> bool:
        """Whether no card shows."""
        return self._cards.rowCount() == 0

    @property
    def chosen(self) -> Card | None:
        """The card in hand."""
        return self._cards.card(self.currentIndex().row())

    def take(self) -> None:
        """Take the choice in hand."""
        if self.chosen is not None:
            self.taken.emit(self.chosen.choice)

    def show_page(self, choice: object, page: Page) -> None:
        """Show the first page of a choice, small."""
        for card in [card for card in self._asked if card.choice is choice]:
            self._pages[card] = page
        self._idle.start()

    def _choose(self, key: object, place: int) -> None:
        # The rows are new, and none of them in hand: Qt tells of one that comes in hand, not of none.
        index = self._cards.index(self._cards.row_of(key, place))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.row() <= 1:
            self.scrollToTop()
        if not index.isValid():
            self.turned.emit(None)
        self.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        card = self._cards.card(current.row())
        self.turned.emit(card.choice if card else None)

    # --- pictures -------------------------------------------------------------------------------------------------

    def _in_sight(self) -> list[Card]:
        first = max(self.indexAt(_TOP_LEFT).row(), 0)
        rows = (self._cards.index(row) for row in range(first, self._cards.rowCount()))
        there = takewhile(lambda index: self.visualRect(index).top() < self.viewport().height(), rows)
        return [card for index in there if (card := self._cards.card(index.row()))]

    def _make_one(self) -> None:
        """Ask for the pages of one card in sight, or make its picture; then the next."""
        ratio = self.devicePixelRatioF()
        pictures = self._delegate.pictures
        for card in self._in_sight():
            page = self._pages.get(card)
            if page is None and card not in self._asked:
                self._asked.add(card)
                self.wanted.emit(card.choice)
            elif page is not None and (card not in pictures or pictures[card].devicePixelRatioF() != ratio):
                pictures[card] = _picture(page, self._glyphs, ratio)
                self.viewport().update()
            else:
                continue
            self._idle.start()
            return

    # --- Qt's events ----------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if self._cards.card(index.row()) is not None:
            self.setCurrentIndex(index)
            middle = self.visualRect(index).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(middle) if by_key else event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_empty and self._nothing:
            painter = QPainter(self.viewport())
            painter.setFont(self._look.scale.font())
            painter.setPen(self._look.colour("muted"))
            room = self.viewport().rect().adjusted(24, 48, -24, -24)
            middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, middle | Qt.TextFlag.TextWordWrap, self._nothing)
            painter.end()
        self._idle.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._idle.start()
        return super().event(event)


def _picture(page: Page, glyphs: Glyphs, ratio: float) -> QPixmap:
    """A page small: as wide as a card has room for, or as high."""
    scale = min(_PAPER / page.width, _PAPER * _A4 / page.height)
    pixmap = QPixmap(round(page.width * scale * ratio), round(page.height * scale * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_page(painter, page, glyphs)
    painter.end()
    return pixmap


def _paint_lines(painter: QPainter, area: QRectF, text: str, font: QFont, colour: object, most: int) -> float:
    """Paint a text in at most so many lines, the last of them elided; returns where it ends."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(colour)
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    y = area.top()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        words = text[line.textStart() : line.textStart() + line.textLength()]
        if number == most - 1:
            words = metrics.elidedText(text[line.textStart() :], Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(QPointF(area.left(), y + metrics.ascent()), words.rstrip())
        y += metrics.lineSpacing()
    layout.endLayout()
    return y
