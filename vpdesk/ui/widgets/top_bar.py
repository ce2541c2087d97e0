"""The top bar: what is shown at the left, the acts at the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from vpdesk.ui.acts import ACTS
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import ElidedLabel, chip, label
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.ui.pages.page import Heading, Saving

_HEIGHT = 60
_SUBJECT_LEAST = 120
"""Pixels that the subject has before the acts show their keys."""


class Mark(QWidget):
    """The program's mark: a stamp on an accent square."""

    def __init__(self, look: Look, icons: Icons, side: int = 30) -> None:
        super().__init__()
        self._look = look
        self._icons = icons
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, self._look, self._icons, QRectF(self.rect()))
        painter.end()


def paint_mark(painter: QPainter, look: Look, icons: Icons, area: QRectF) -> None:
    """Paint the mark into a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(area, area.width() / 5, area.width() / 5)
    inset = area.width() / 5
    icons.draw(painter, "stamp", "on_accent", area.adjusted(inset, inset, -inset, -inset))


def mark_icon(look: Look, icons: Icons) -> QIcon:
    """The mark as the icon of the window."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, look, icons, QRectF(pixmap.rect()))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class TopBar(QWidget):
    """The way back, what the page is about, and its acts, the main one last."""

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction], menu: QMenu) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self._look, self._icons, self._actions = look, icons, actions
        self._back = _tool_button(actions["back"], icons, "arrow-left")
        self._back.clicked.connect(actions["back"].trigger)
        self._name = label("", "muted")
        self._subject = ElidedLabel("detail")
        self._saving = label("", "caption")
        self._heading: Heading | None = None
        self._chips: list[QLabel] = []
        self._offered: tuple[tuple[str, ...], tuple[str, ...], bool] = ((), (), True)
        self._acts: list[ActButton] = []
        self._menu = _tool_button(actions["menu"], icons, "settings")
        self._menu.setMenu(menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        actions["menu"].triggered.connect(self._menu.showMenu)
        self._more = QToolButton()
        self._more.setIcon(icons.icon("ellipsis", "muted"))
        self._more.setIconSize(QSize(18, 18))
        self._more.setAccessibleName(_("More acts"))
        self._more.setToolTip(_("More acts"))
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self))
        self._more.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 1)
        self._row.setSpacing(8)
        for part in (self._back, self._name, self._subject, self._saving):
            self._row.addWidget(part)
        self._row.addSpacing(16)
        self._row.addStretch(1)
        self._row.addWidget(self._more)
        self._row.addWidget(self._menu)

    def show_heading(self, heading: Heading, *, leads_back: bool) -> None:
        """Show what a page is about, and the way back where it leads anywhere."""
        self._back.setVisible(leads_back)
        before, self._heading = self._heading, heading
        if heading == before:
            return
        self._name.setText(heading.name)
        # A page without a subject is itself what is shown.
        self._name.setProperty("type", "muted" if heading.subject else "title")
        self._name.style().polish(self._name)
        self._subject.say(heading.subject)
        self._subject.setVisible(bool(heading.subject))
        if before is None or heading.chips != before.chips:
            self._show_chips(heading.chips)

    def _show_chips(self, chips: tuple[tuple[str, str], ...]) -> None:
        for old in self._chips:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = [chip(word, tone) for word, tone in chips]
        for place, one in enumerate(self._chips, start=self._row.indexOf(self._subject) + 1):
            self._row.insertWidget(place, one)

    def show_saving(self, saving: Saving) -> None:
        """Show beside the heading how far what is typed is kept."""
        tone = "red" if saving.is_trouble else "green" if saving.words else ""
        self._saving.setText(saving.words)
        self._saving.setVisible(bool(saving.words))
        if self._saving.property("tone") != tone:
            self._saving.setProperty("tone", tone)
            self._saving.style().polish(self._saving)

    def offer(self, acts: tuple[str, ...], more: tuple[str, ...] = (), *, has_main: bool = True) -> None:
        """Offer these acts, the main one last where there is one among them, and more in a menu."""
        if (acts, more, has_main) == self._offered:
            return
        self._offered = acts, more, has_main
        self._more.setVisible(bool(more))
        self._more.menu().clear()
        self._more.menu().addActions([self._actions[name] for name in more])
        for old in self._acts:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._acts = [self._button(name, "primary" if has_main and name == acts[-1] else "plain") for name in acts]
        before: QWidget = self._menu
        for one in self._acts:
            self._row.insertWidget(self._row.indexOf(self._more), one)
            QWidget.setTabOrder(before, one)
            before = one

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Leave the keys of the acts out where they take the room of the subject or of one another."""
        without = self._row.minimumSize().width() - sum(one.key_room for one in self._acts if one.shows_key)
        needed = without + sum(one.key_room for one in self._acts)
        shown = needed + (0 if self._subject.isHidden() else _SUBJECT_LEAST) <= self.width()
        for one in self._acts:
            one.show_key(shown=shown)

    def _button(self, name: str, role: str) -> ActButton:
        icon = next(act.icon for act in ACTS if act.name == name)
        return ActButton(self._actions[name], icon, self._look, self._icons, role)


def _tool_button(action: QAction, icons: Icons, icon: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon, "muted"))
    button.setIconSize(QSize(18, 18))
    button.setAccessibleName(action.text())
    button.setToolTip(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
