"""The scan beside the form: those that wait, the one in hand with its pages, and how to bring some."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from vpdesk.ui.icons import Icons
from vpdesk.ui.preview.arrangement import Fit
from vpdesk.ui.preview.scan_view import ScanView
from vpdesk.ui.scans import Scan, Scans
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.pane_bar import PaneBar
from vpdesk.words.catalogue import _, ngettext

_LEAST = 280
"""Pixels that the pane has at least."""
_NAME = (72, 300)
"""Pixels that a name has at least and at most."""


class ScanPane(QWidget):
    """Follows a shelf of scans."""

    changed = Signal()
    """Another scan is in hand, or another page of it."""

    def __init__(
        self, look: Look, icons: Icons, actions: Mapping[str, QAction], scans: Scans, *, is_kept: bool = False
    ) -> None:
        """Where the files are `is_kept` with an arrival, none of them waits and none is left out."""
        super().__init__()
        self._is_kept = is_kept
        self._actions, self._icons, self._scans = actions, icons, scans
        self._shown: object = None
        self.view = ScanView(look)
        self.bar = PaneBar(actions, is_compact=True)
        self.files = QToolButton()
        self.files.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.files.setIcon(icons.icon("file-text", "muted"))
        self.files.setIconSize(QSize(16, 16))
        self.files.setProperty("type", "zoom")
        self.files.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.files.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.files.setMenu(QMenu(self.files))
        self.out = QToolButton()
        self.out.setDefaultAction(actions["drop_scan"])
        self.out.setIconSize(QSize(16, 16))
        self.out.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.files)
        head.addWidget(self.out)
        self.bar.put_first(head)
        if is_kept:
            self.out.hide()
        self._add = "add_files" if is_kept else "add_scans"
        title = _("No file is kept with it.") if is_kept else _("No scan in hand.")
        self._empty = EmptyState(icons, "file-text", title, _("Drop them here: PDF, JPG, PNG, TIFF or DOCX."))
        self._empty.offer(actions[self._add], "file-plus", look, "plain")
        self._unseen = EmptyState(
            icons, "file-text", _("This file has no pages to show."), _("It is kept with the arrival all the same.")
        )
        self._reading = EmptyState(icons, "file-text", _("Reading the file…"), "")
        self._stack = QStackedWidget()
        for part in (self._empty, self.view, self._unseen, self._reading):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        # The bar gives way before the form beside it does.
        self.setMinimumWidth(_LEAST)
        self._connect()
        self.follow()

    def _connect(self) -> None:
        self._scans.changed.connect(self.follow)
        self._scans.drawn.connect(self.view.put_picture)
        self.view.wanted.connect(self._scans.draw)
        self.view.turned.connect(self._follow_page)
        self.view.zoomed.connect(self._follow_zoom)
        self.bar.zoom_chosen.connect(self.view.set_zoom)

    def follow(self) -> None:
        """Show the scan in hand."""
        scan = self._scans.scan
        self._show_files(scan)
        known = (scan.identity, scan.looked is not None) if scan else None
        if known == self._shown:
            return
        self._shown = known
        self.view.show_sheets(scan.sheets if scan else ())
        shown = self._empty if scan is None else self._reading if scan.looked is None else self._unseen
        self._stack.setCurrentWidget(self.view if scan is not None and scan.sheets else shown)
        self.changed.emit()

    def _show_files(self, scan: Scan | None) -> None:
        self.bar.setVisible(scan is not None)
        waiting = self._scans.waiting
        if scan is None:
            return
        self._name_file(scan, len(waiting) - 1)
        self.files.setToolTip(scan.path.name)
        self.files.setAccessibleName(_("Files of the arrival") if self._is_kept else _("Scans that wait"))
        menu = self.files.menu()
        menu.clear()
        for place, one in enumerate(waiting):
            action = menu.addAction(one.path.name)
            action.setCheckable(True)
            action.setChecked(one.identity is scan.identity)
            action.triggered.connect(lambda _checked=False, place=place: self._scans.take_in_hand(place))
        menu.addSeparator()
        menu.addActions([self._actions[name] for name in ("next_scan", "previous_scan", self._add)])

    def _name_file(self, scan: Scan, more: int) -> None:
        """Say which file is in hand, and how many others there are, as far as there is room."""
        metrics, (least, most) = self.files.fontMetrics(), _NAME
        others = f"  ·  {_more_words(more, is_kept=self._is_kept)}" if more else ""
        beside = self.bar.sizeHint().width() - metrics.horizontalAdvance(self.files.text())
        room = min(self.width() - beside, most + metrics.horizontalAdvance(others))
        shown = others if room - metrics.horizontalAdvance(others) >= least else f"  +{more}" if more else ""
        room = max(room - metrics.horizontalAdvance(shown), least)
        self.files.setText(metrics.elidedText(scan.path.name, Qt.TextElideMode.ElideMiddle, room) + shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (scan := self._scans.scan) is not None:
            self._name_file(scan, len(self._scans.waiting) - 1)

    def put_away(self) -> bool:
        """Put the stamp or the frame on the page away; whether there was one."""
        was_there = self.view.is_outlined or self.view.stamp is not None
        self.view.outline(None)
        self.view.drop_stamp()
        return was_there

    def enter(self) -> None:
        """Bring the acts up to what is shown."""
        self._follow_page()
        self._follow_zoom()

    def _follow_page(self) -> None:
        current, count = self.view.current_page, self.view.page_count
        self.bar.show_page(current, count)
        if self.isVisible() and count:
            self._actions["previous_page"].setEnabled(current > 0)
            self._actions["next_page"].setEnabled(current < count - 1)

    def _follow_zoom(self) -> None:
        self.bar.show_zoom(self.view.factor)
        if self.isVisible():
            self._actions["fit_width"].setChecked(self.view.zoom is Fit.WIDTH)
            self._actions["fit_page"].setChecked(self.view.zoom is Fit.PAGE)


def _more_words(count: int, *, is_kept: bool) -> str:
    if is_kept:
        return ngettext("{count} more file", "{count} more files", count).format(count=count)
    return ngettext("{count} more waits", "{count} more wait", count).format(count=count)
