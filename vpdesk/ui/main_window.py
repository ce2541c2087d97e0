"""The window: it opens a dispatch file, shows its pages and follows the file."""

from __future__ import annotations

from base64 import b64decode, b64encode
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vpdesk.domain.errors import DeskError, FileNotReadable, Obstacle, SecretDispatch
from vpdesk.paths import resource
from vpdesk.ui import commands
from vpdesk.ui.acts import ACTS, hints, key_groups, make_actions
from vpdesk.ui.follower import Follower
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.icons import Icons
from vpdesk.ui.main_menu import make_menu
from vpdesk.ui.notices import Notices
from vpdesk.ui.preferences import Preferences
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.drop_target import DropTarget, dropped_file
from vpdesk.ui.widgets.empty_state import EmptyState
from vpdesk.ui.widgets.key_card import KeyCard
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.status_bar import StatusBar
from vpdesk.ui.widgets.strip import Strip
from vpdesk.ui.widgets.top_bar import TopBar, mark_icon
from vpdesk.words.catalogue import _, choose_language, ngettext

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from vpdesk.services.typesetting import LaidOut
    from vpdesk.ui.pages.dispatch_page import DispatchPage
    from vpdesk.ui.preview.painter import Glyphs
    from vpdesk.words.wording import Explanation

_SMALLEST = QSize(900, 560)
_USUAL = QSize(1440, 900)


class MainWindow(QWidget):
    """One dispatch at a time. Its parts are built anew when the language changes, so words stand in one place."""

    notices: Notices
    refused = Signal(object)
    """A DeskError: the desk cannot be opened, so nothing can be done in this window."""

    def __init__(self, gateway: Gateway, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.preferences = preferences
        self.path: Path | None = None
        self._laid_out: LaidOut | None = None
        self._trouble: tuple[Explanation, str] | None = None
        self._read_at = ""
        self._gateway = gateway
        self._look = look
        self._icons = Icons(resource("icons"), look)
        self._follower = Follower(self)
        self._follower.changed.connect(self.renew)
        preferences.failed.connect(self._warn_of)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWindowIcon(mark_icon(look, self._icons))
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self._build()
        self._place()
        self.focus_page()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """Build every part in the current language and size of type."""
        settings = self.preferences.settings
        self._actions = make_actions(self, self._icons)
        self._top = TopBar(self._look, self._icons, self._actions, make_menu(self))
        self._strip = Strip(self._icons)
        recent = tuple(Path(one) for one in settings.recent)
        self._empty = EmptyState(self._look, self._icons, self._actions["open"], recent)
        self._empty.chosen.connect(self.open)
        self._page: DispatchPage | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._status = StatusBar(self._icons, hints())
        for part in (self._top, self._strip, self._pages, self._status):
            self._column.addWidget(part)
        self._message_bar = MessageBar(self._icons, self, self._foot)
        self._drop_target = DropTarget(self)
        self.notices = Notices(self._message_bar, self._strip)
        self._show()

    @property
    def page(self) -> DispatchPage:
        """The page of a dispatch. It is made with the first one: an empty window does not wait for it."""
        if self._page is None:
            from vpdesk.ui.pages.dispatch_page import DispatchPage, read_zoom

            settings = self.preferences.settings
            self._page = DispatchPage(self._look, self._icons, self._glyphs, self._actions)
            self._pages.addWidget(self._page)
            self._page.show_page_list(shown=settings.page_list)
            self._page.view.set_zoom(read_zoom(settings.zoom))
        return self._page

    @cached_property
    def _glyphs(self) -> Glyphs:
        from vpdesk.ui.preview.painter import Glyphs

        return Glyphs(self._gateway.desk.fonts)

    def _rebuild(self) -> None:
        """Build every part anew and show what was shown, where it was."""
        place = (self._page.view.zoom, self._page.view.top) if self._page else None
        for action in self._actions.values():
            self.removeAction(action)
            action.deleteLater()
        for part in (self._top, self._strip, self._pages, self._status, self._message_bar, self._drop_target):
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._build()
        if place is not None:
            zoom, spot = place
            self.page.view.set_zoom(zoom)
            # The new parts get their sizes with the next turn of the event loop.
            QTimer.singleShot(0, self.page.view, lambda: self.page.view.show_from(spot))
        if self._trouble:
            self.notices.warn(*self._trouble)
        self.focus_page()

    def _foot(self) -> int:
        """Where messages stand: over the pages, not over the findings."""
        findings = self._page.findings.height() if self._page and self._page.findings.isVisible() else 0
        return self.height() - self._status.height() - findings

    def _place(self) -> None:
        state = QByteArray(b64decode(self.preferences.settings.window))
        if not self.restoreGeometry(state):
            self.resize(_USUAL)
            room = self.screen().availableSize()
            is_roomy = room.width() > _USUAL.width() and room.height() > _USUAL.height()
            if not is_roomy and room.boundedTo(_SMALLEST) == _SMALLEST:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def wear(self) -> None:
        """Put on the theme and size of type of the settings."""
        size_stays = self._look.scale.body == self.preferences.settings.font_size
        self._look.wear(self.preferences.settings.theme, self.preferences.settings.font_size)
        if not size_stays:
            QTimer.singleShot(0, self, self._rebuild)

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        choose_language(language, resource("locale"))
        QTimer.singleShot(0, self, self._rebuild)

    # --- the file -----------------------------------------------------------------------------------------------

    def begin(self, path: Path | None = None) -> None:
        """Open the desk behind the window, then the dispatch file that may be named."""
        self._gateway.open_desk(self.refused.emit)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Read a dispatch file and show it; from then on follow it."""
        path = path.absolute()
        self._follower.follow(path)
        self._status.begin(_("Laying the pages out…"))
        self._gateway.open(path, lambda laid_out: self._opened(path, laid_out), lambda error: self._missed(path, error))

    def renew(self) -> None:
        """Read the file again."""
        if self.path is not None:
            self.open(self.path)

    def _opened(self, path: Path, laid_out: LaidOut) -> None:
        is_other = path != self.path
        self.path, self._laid_out, self._trouble = path, laid_out, None
        self._read_at = QTime.currentTime().toString("HH:mm")
        self.notices.settle()
        self._show()
        if is_other:
            self.page.view.turn_to(0)
            self.preferences.remember(path)
            self.focus_page()

    def _missed(self, path: Path, error: DeskError) -> None:
        """Tell what went wrong; the last good pages stay, and so does the file they came from."""
        self._status.end()
        self._warn_of(error, path.name)
        if isinstance(error, FileNotReadable) and error.obstacle is Obstacle.NOT_FOUND and path != self.path:
            self.preferences.forget(path)
        if isinstance(error, SecretDispatch) and path == self.path:
            self._laid_out = None
            self._show()
        if self._laid_out is None:
            self.path = path
        self._follower.follow(self.path)

    def _show(self) -> None:
        """Bring every part up to the dispatch in hand."""
        laid_out = self._laid_out
        self._status.end()
        for act in ACTS:
            self._actions[act.name].setEnabled(laid_out is not None or not act.needs_pages)
        for name in ("next_finding", "previous_finding"):
            self._actions[name].setEnabled(bool(laid_out and laid_out.findings))
        self._status.show_hints(has_pages=laid_out is not None)
        if laid_out is not None or self._page is not None:
            self.page.show_dispatch(laid_out)
        self._pages.setCurrentIndex(0 if laid_out is None else 1)
        self._top.show_dispatch(laid_out)
        if laid_out is None or self.path is None:
            self._status.show_facts(None, "", "")
            self.setWindowTitle("vpdesk")
        else:
            read = _("Read at {time}").format(time=self._read_at)
            self._status.show_facts(self.path, laid_out.pack.title, read)
            self.setWindowTitle(f"{self.path.name} – vpdesk")

    # --- acts ---------------------------------------------------------------------------------------------------

    def export(self, out: Path) -> None:
        """Write the pages to a file."""
        if self._laid_out is not None:
            self._status.begin(_("Exporting…"))
            self._gateway.export(self._laid_out, out, self._exported, self._not_done)

    def _exported(self, out: Path) -> None:
        self._status.end()
        said = _("Exported {name}.").format(name=out.name)
        self.notices.say(said, _("Show the &folder"), lambda: commands.show_folder(out))

    def _not_done(self, error: DeskError) -> None:
        self._status.end()
        self.notices.warn(_explained(error))

    def print(self, printer: QPrinter) -> None:
        """Print what the printer's dialog asked for."""
        from vpdesk.ui.preview.printing import print_document
        from vpdesk.words.wording import Explanation

        if self.page.document is None:
            return
        sheets = print_document(self.page.document, printer, self._glyphs, self.page.view.current_page)
        if sheets is None:
            trouble = _("The printer “{name}” did not take the pages.").format(name=printer.printerName())
            self.notices.warn(Explanation(trouble, _("See that it is on and connected, then print again.")))
        else:
            self.notices.say(ngettext("Printed {count} page.", "Printed {count} pages.", sheets).format(count=sheets))

    def show_keys(self) -> None:
        """Show the key card."""
        KeyCard(key_groups(), self).open()

    def step_pane(self, direction: int) -> None:
        """Take the focus to the next pane (+1) or the one before (-1)."""
        panes = self.page.panes()
        if panes:
            at = next((place for place, pane in enumerate(panes) if pane.hasFocus()), -1 if direction > 0 else 0)
            panes[(at + direction) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_page(self) -> None:
        """Give the keys to what the page is about."""
        (self._empty if self._laid_out is None else self.page.view).setFocus()

    def _warn_of(self, error: DeskError, about: str = "") -> None:
        self._trouble = _explained(error), about
        self.notices.warn(*self._trouble)

    # --- Qt's events --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._message_bar.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            self._drop_target.offer(path)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_target.hide()
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        window = b64encode(self.saveGeometry().data()).decode("ascii")
        zoom = self._page.zoom if self._page else self.preferences.settings.zoom
        self.preferences.change(window=window, zoom=zoom)
        self._gateway.finish()
        event.accept()


def _explained(error: DeskError) -> Explanation:
    from vpdesk.words.wording import explain

    return explain(error)
