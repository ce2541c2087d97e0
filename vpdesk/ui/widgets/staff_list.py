"""The list of officers: two lines each, roles as chips, the state at the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.roles import Role
from vpdesk.services.people import StaffEntry
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.avatar import paint_avatar
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.words.catalogue import _, format_day
from vpdesk.words.wording import clock_words, day_of, role_name

_EDGE = 14
_SIDE = 34
_Index = QModelIndex | QPersistentModelIndex


def state_of(entry: StaffEntry) -> tuple[str, str]:
    """How an officer stands, and its tone."""
    if entry.locked_at is not None:
        return _("Locked"), "red"
    if entry.kind is SecretKind.INVITATION:
        return _("Invited"), "amber"
    if entry.last_sign_in is None:
        return _("Never signed in"), "muted"
    at = entry.last_sign_in
    return _("Signed in {day}, {time}").format(day=format_day(day_of(at)), time=clock_words(at)), "muted"


def role_names(entry: StaffEntry) -> list[str]:
    """The roles of an officer in the order in which they are always named."""
    return [role_name(role) for role in Role if role in entry.officer.roles]


class StaffModel(QAbstractListModel):
    """The officers, as the store has them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[StaffEntry, ...] = ()

    def show_entries(self, entries: Iterable[StaffEntry]) -> None:
        """Show these officers."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.officer.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [entry.officer.name, entry.officer.position or "", *role_names(entry), state_of(entry)[0]]
            return ", ".join(filter(None, parts))
        return None


class StaffList(QListView):
    """One row an officer; the current row is the one in hand."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.staff = StaffModel(self)
        self.setModel(self.staff)
        self.setItemDelegate(_Delegate(self, look))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Officers"))
        follow_keyboard_focus(self)


class _Delegate(QStyledItemDelegate):
    def __init__(self, owner: QListView, look: Look) -> None:
        super().__init__(owner)
        self._owner = owner
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = sum(QFontMetrics(self._look.scale.font(size)).height() for size in (10, 9))
        return QSize(260, max(58, lines + 26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._owner.model().entries[index.row()]  # type: ignore[attr-defined]  # a StaffModel
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, self._look.colour("select"))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), self._look.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self._look.colour("hover"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self._look.colour("line"))
        circle = QRectF(area.left() + _EDGE, area.center().y() - _SIDE / 2, _SIDE, _SIDE)
        paint_avatar(painter, self._look, entry.officer.name, circle, "surface" if chosen else "accent_soft")
        words = area.adjusted(_EDGE + _SIDE + 12, 9, -_EDGE, -9)
        self._paint_first_line(painter, words, entry)
        self._paint_second_line(painter, words, entry)
        if chosen and self._owner.property("ring"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._look.focus_pen())
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_first_line(self, painter: QPainter, words: QRectF, entry: StaffEntry) -> None:
        state, tone = state_of(entry)
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium if tone != "muted" else QFont.Weight.Normal))
        painter.setPen(self._look.colour(tone))
        room = QFontMetrics(painter.font()).horizontalAdvance(state)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, state)
        painter.setFont(self._look.scale.font(10, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text"))
        _draw(painter, words.adjusted(0, 0, -room - 12, 0), entry.officer.name, Qt.AlignmentFlag.AlignTop)

    def _paint_second_line(self, painter: QPainter, words: QRectF, entry: StaffEntry) -> None:
        left = words.left()
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        metrics = QFontMetrics(painter.font())
        for name in role_names(entry):
            width = metrics.horizontalAdvance(name) + 12
            if left + width > words.right():
                return
            ground = QRectF(left, words.bottom() - metrics.height() - 2, width, metrics.height() + 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent_soft"))
            painter.drawRoundedRect(ground, 4, 4)
            painter.setPen(self._look.colour("accent"))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, name)
            left += width + 6
        painter.setFont(self._look.scale.font(9))
        painter.setPen(self._look.colour("muted"))
        room = QRectF(left + 2, words.top(), max(0.0, words.right() - left - 2), words.height() - 1)
        _draw(painter, room, entry.officer.position or "", Qt.AlignmentFlag.AlignBottom)


def _draw(painter: QPainter, area: QRectF, words: str, place: Qt.AlignmentFlag) -> None:
    shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | place, shown)
