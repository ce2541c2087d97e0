"""The rail: the places of the program at the left, each with what waits there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.avatar import Avatar
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.labels import ElidedLabel
from vpdesk.ui.widgets.top_bar import Mark
from vpdesk.words.catalogue import _, format_number

_WIDE, _NARROW = 220, 60
_ITEM = 36
_ICON = 18
_EDGE = 10


class RailItem(QAbstractButton):
    """A place of the program: icon, name, how much waits there. Folded, the name is in the tooltip."""

    def __init__(self, action: QAction, icon: str, look: Look, icons: Icons) -> None:
        super().__init__()
        self._action = action
        self._icon = icon
        self._look = look
        self._icons = icons
        self._count = 0
        self._is_urgent = False
        self.folded = False
        self.setText(action.text())
        self.setToolTip(action.toolTip())
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        follow_keyboard_focus(self)
        self._tell_name()
        self._follow()

    def show_count(self, count: int, *, is_urgent: bool = False) -> None:
        """Say how much waits there, in red where something of it is urgent."""
        self._count = count
        self._is_urgent = is_urgent
        self._tell_name()
        self.update()

    def _tell_name(self) -> None:
        name = self._action.text()
        count = (format_number(self._count),) if self._count else ()
        urgent = (_("urgent"),) if self._is_urgent else ()
        self.setAccessibleName(", ".join((name, *count, *urgent)))

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())

    def nextCheckState(self) -> None:
        """Leave the mark alone: where one is, the window says."""

    def sizeHint(self) -> QSize:
        return QSize(_NARROW, max(_ITEM, QFontMetrics(self._look.scale.font()).height() + 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(self._look.colour("surface" if self.isChecked() else "hover"))
            painter.drawRoundedRect(area, 6, 6)
        if self.isChecked():
            painter.fillRect(QRectF(0, area.top() + 4, 3, area.height() - 8), self._look.colour("accent"))
        if self.property("ring"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._look.focus_pen())
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        self._paint_words(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        tone = "faint" if not self.isEnabled() else "accent" if self.isChecked() else "muted"
        left = area.center().x() - _ICON / 2 if self.folded else area.left() + _EDGE
        icon = QRectF(left, area.center().y() - _ICON / 2, _ICON, _ICON)
        self._icons.draw(painter, self._icon, tone, icon)
        count = format_number(self._count) if self._count else ""
        painter.setFont(self._look.scale.font(9))
        room = QFontMetrics(painter.font()).horizontalAdvance(count)
        if self.folded:
            return
        painter.setPen(self._look.colour("red" if self._is_urgent else "muted"))
        painter.drawText(
            area.adjusted(0, 0, -_EDGE, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count
        )
        painter.setFont(self._look.scale.font(10))
        painter.setPen(self._look.colour("text" if self.isEnabled() else "faint"))
        words = area.adjusted(_EDGE + _ICON + 10, 0, -_EDGE - room - 6, 0)
        shown = QFontMetrics(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class RailFoot(QWidget):
    """Who has signed in, and the lock."""

    def __init__(self, lock: QAction, look: Look, icons: Icons) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._folded = False
        self._avatar = Avatar(look)
        self._name, self._position = ElidedLabel("strong"), ElidedLabel("caption")
        for line in (self._name, self._position):
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lock = QToolButton()
        self._lock.setIcon(icons.icon("lock", "muted"))
        self._lock.setIconSize(QSize(16, 16))
        self._lock.setAccessibleName(lock.text())
        self._lock.setToolTip(lock.toolTip())
        self._lock.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lock.clicked.connect(lock.trigger)
        self._act = lock
        lock.changed.connect(self._follow)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._position)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 10, 8, 2)
        row.setSpacing(10)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addWidget(self._lock)
        self._row = row
        self._follow()
        self._show()

    def _follow(self) -> None:
        self._lock.setVisible(self._act.isEnabled())

    def show_officer(self, name: str, position: str) -> None:
        """Say who has signed in."""
        self._avatar.show_name(name)
        self._name.say(name)
        self._position.say(position)
        self._show()

    def fold(self, *, folded: bool) -> None:
        """Leave the words out where room is short."""
        self._folded = folded
        self._row.setContentsMargins(14 if folded else 15, 10, 8, 2)
        self._show()

    def _show(self) -> None:
        is_there = bool(self._name.accessibleName()) and not self._folded
        self._avatar.setVisible(is_there)
        self._name.setVisible(is_there)
        self._position.setVisible(is_there and bool(self._position.accessibleName()))


class Rail(QWidget):
    """The mark with the office's name, then the places; folded to their icons where room is short."""

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._office = ElidedLabel("strong")
        self.items = {
            "desk": RailItem(actions["desk"], "layout-dashboard", look, icons),
            "drafts": RailItem(actions["drafts"], "file-pen-line", look, icons),
            "signing": RailItem(actions["signing"], "signature", look, icons),
            "outgoing": RailItem(actions["outgoing"], "send", look, icons),
            "arrivals": RailItem(actions["arrivals"], "inbox", look, icons),
            "case_files": RailItem(actions["case_files"], "folder", look, icons),
            "search": RailItem(actions["search"], "search", look, icons),
            "books": RailItem(actions["books"], "book-open", look, icons),
            "file": RailItem(actions["file"], "file-text", look, icons),
        }
        self._fold = RailItem(actions["fold_rail"], "panel-left", look, icons)
        self._foot = RailFoot(actions["lock"], look, icons)
        head = QHBoxLayout()
        head.setContentsMargins(15, 14, 8, 12)
        head.setSpacing(10)
        head.addWidget(Mark(look, icons))
        head.addWidget(self._office)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 10)
        column.setSpacing(2)
        column.addLayout(head)
        for item in self.items.values():
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._fold)
        column.addWidget(self._foot)
        self.setAccessibleName(_("Places"))
        self.fold(folded=False)

    def name_office(self, name: str) -> None:
        """Say whose desk this is."""
        self._office.say(name)

    def show_officer(self, name: str, position: str) -> None:
        """Say who has signed in."""
        self._foot.show_officer(name, position)

    def mark(self, name: str) -> None:
        """Mark the place in sight."""
        for one, item in self.items.items():
            item.setChecked(one == name)

    def fold(self, *, folded: bool) -> None:
        """Show icons alone, or names beside them."""
        self._office.setVisible(not folded)
        for item in (*self.items.values(), self._fold):
            item.folded = folded
            item.update()
        self._foot.fold(folded=folded)
        self.setFixedWidth(_NARROW if folded else round(_WIDE * max(1.0, self._look.scale.body / 10)))
