"""The bar over the pages: page list, page number, zoom."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QToolButton, QWidget

from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _, format_number

_HEIGHT = 44
_PRESETS = (50, 75, 100, 125, 150, 200, 400)


class PaneBar(QWidget):
    """Icons of the view's acts, the page in hand, the zoom with its usual sizes."""

    zoom_chosen = Signal(float)
    """A factor; 1 is the size on paper."""

    def __init__(self, actions: Mapping[str, QAction], *, is_compact: bool = False) -> None:
        """A compact bar has neither the page list nor the buttons that fit the page."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self._page = label("")
        self._zoom = QToolButton()
        self._zoom.setProperty("type", "zoom")
        self._zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._zoom.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._zoom.setMenu(self._presets(actions))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 16, 2)
        row.setSpacing(4)
        if not is_compact:
            row.addWidget(_button(actions["page_list"]))
            row.addSpacing(4)
        row.addWidget(_button(actions["previous_page"]))
        row.addWidget(self._page)
        row.addWidget(_button(actions["next_page"]))
        row.addStretch(1)
        self._middle = QHBoxLayout()
        row.addLayout(self._middle)
        row.addStretch(1)
        row.addWidget(_button(actions["zoom_out"]))
        row.addWidget(self._zoom)
        row.addWidget(_button(actions["zoom_in"]))
        if not is_compact:
            row.addSpacing(8)
            row.addWidget(_button(actions["fit_width"]))
            row.addWidget(_button(actions["fit_page"]))

    def put_first(self, parts: QLayout) -> None:
        """Put something of a page's own before all else."""
        self._row.insertLayout(0, parts)
        self._row.insertSpacing(1, 12)

    def put_in_the_middle(self, widget: QWidget) -> None:
        """Put something of a page's own between the page in hand and the zoom."""
        self._middle.addWidget(widget)

    def show_page(self, current: int, count: int) -> None:
        """Show which page is in hand, counted from 0."""
        words = _("Page {number} / {count}")
        self._page.setText(words.format(number=format_number(current + 1), count=format_number(count)))

    def show_zoom(self, factor: float) -> None:
        """Show what the zoom comes to."""
        self._zoom.setText(_percent(factor * 100))
        self._zoom.setAccessibleName(_("Zoom {percent}").format(percent=_percent(factor * 100)))

    def _presets(self, actions: Mapping[str, QAction]) -> QMenu:
        menu = QMenu(self)
        menu.addAction(actions["fit_width"])
        menu.addAction(actions["fit_page"])
        menu.addSeparator()
        for percent in _PRESETS:
            chosen = menu.addAction(_percent(percent))
            chosen.triggered.connect(lambda _checked=False, percent=percent: self.zoom_chosen.emit(percent / 100))
        return menu


def _percent(number: float) -> str:
    return _("{number} %").format(number=format_number(round(number)))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
