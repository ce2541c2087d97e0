"""The top bar: what is shown at the left, the acts at the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import ElidedLabel, chip, label
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.domain.dispatch import Dispatch
    from vpdesk.services.typesetting import LaidOut

_HEIGHT = 60


class Mark(QWidget):
    """The program's mark: a stamp on an accent square."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look = look
        self._icons = icons
        self.setFixedSize(30, 30)

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
    """Mark, title and chips of the document, then the acts; with no document only the mark and the menu."""

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction], menu: QMenu) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self._name = label("", "muted")
        self._subject = ElidedLabel("detail")
        self._chips: list[QLabel] = []
        self._acts = [
            ActButton(actions["open"], "folder-open", look, icons),
            ActButton(actions["print"], "printer", look, icons),
            ActButton(actions["export"], "file-down", look, icons, "primary"),
        ]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 1)
        self._row.setSpacing(8)
        self._row.addWidget(Mark(look, icons))
        self._row.addSpacing(8)
        self._row.addWidget(self._name)
        self._row.addWidget(self._subject)
        self._row.addSpacing(16)
        self._row.addStretch(1)
        for act in self._acts:
            self._row.addWidget(act)
        self._row.addWidget(_menu_button(actions["menu"], icons, menu))

    def show_dispatch(self, laid_out: LaidOut | None) -> None:
        """Show what a dispatch is; None shows that none is open."""
        description = laid_out.document.description if laid_out else None
        self._name.setText(description.title if description else "vpdesk")
        self._subject.say(" ".join(description.subject.split()) if description else "")
        for old in self._chips:
            self._row.removeWidget(old)
            old.deleteLater()
        self._chips = _chips_of(laid_out.dispatch) if laid_out else []
        for place, one in enumerate(self._chips, start=self._row.indexOf(self._subject) + 1):
            self._row.insertWidget(place, one)
        for act in self._acts:
            act.setVisible(laid_out is not None)


def _chips_of(dispatch: Dispatch) -> list[QLabel]:
    """What is urgent, and what has no number yet."""
    from vpdesk.words.wording import urgency_name

    chips = []
    if dispatch.urgency is not None:
        chips.append(chip(urgency_name(dispatch.urgency), "red"))
    if dispatch.number is None:
        chips.append(chip(_("Draft"), "accent"))
    return chips


def _menu_button(action: QAction, icons: Icons, menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon("settings", "muted"))
    button.setIconSize(QSize(18, 18))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setAccessibleName(action.text())
    button.setToolTip(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    action.triggered.connect(button.showMenu)
    return button
