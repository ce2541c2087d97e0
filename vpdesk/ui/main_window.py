"""The window: the rail, the page in sight, and what is said of it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vpdesk.domain.errors import DeskError, FileNotReadable, NotSignedIn, Obstacle
from vpdesk.domain.roles import Permission
from vpdesk.paths import resource
from vpdesk.ui import commands
from vpdesk.ui.acts import ACTS, AT_THE_DOOR, hints, key_groups, make_actions
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.icons import Icons
from vpdesk.ui.main_menu import make_menu
from vpdesk.ui.notices import Notices
from vpdesk.ui.pages.page import Page, Sheets
from vpdesk.ui.preferences import Preferences
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.draft_tabs import DraftTabs
from vpdesk.ui.widgets.drop_target import DropTarget, dropped_file, dropped_files
from vpdesk.ui.widgets.key_card import KeyCard
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.rail import Rail
from vpdesk.ui.widgets.reminder_strip import ReminderStrip
from vpdesk.ui.widgets.status_bar import StatusBar
from vpdesk.ui.widgets.strip import Strip
from vpdesk.ui.widgets.top_bar import TopBar, mark_icon
from vpdesk.words.catalogue import _, choose_language, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from PySide6.QtPrintSupport import QPrinter

    from vpdesk.domain.dispatch import Dispatch
    from vpdesk.domain.drafts import Output
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.ui.drafting_room import DraftingRoom
    from vpdesk.ui.pages.file_page import FilePage
    from vpdesk.ui.pages.paper_page import PaperPage
    from vpdesk.ui.preview.painter import Glyphs
    from vpdesk.ui.rooms import Room
    from vpdesk.ui.signing_room import SigningRoom
    from vpdesk.ui.work_watch import WorkWatch
    from vpdesk.words.wording import Explanation

_SMALLEST = QSize(900, 560)
_USUAL = QSize(1440, 900)

SomePage = TypeVar("SomePage", bound=Page)


class MainWindow(QWidget):
    """The shell of the pages. Its parts are built anew when the language changes, so words stand in one place."""

    notices: Notices
    settled = Signal()
    """Something was done, or another place was entered."""
    refused = Signal(object)
    """A DeskError: the desk cannot be opened, so nothing can be done in this window."""

    def __init__(self, gateway: Gateway, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.gateway = gateway
        self.preferences = preferences
        self.look = look
        self.icons = Icons(resource("icons"), look)
        self.room: DraftingRoom | None = None
        self.signing: SigningRoom | None = None
        self.watch: WorkWatch | None = None
        self.rooms: dict[str, Room] = {}
        self._trouble: tuple[Explanation, str] | None = None
        preferences.failed.connect(self.warn_of)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setWindowIcon(mark_icon(look, self.icons))
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self._build()
        self._place()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """Build every part in the current language and size of type."""
        self.acts = make_actions(self, self.icons)
        self.rail = Rail(self.look, self.icons, self.acts)
        self._top = TopBar(self.look, self.icons, self.acts, make_menu(self))
        self._tabs = DraftTabs()
        self._tabs.chosen.connect(self.open_draft)
        self._strip = Strip(self.icons)
        self.reminder = ReminderStrip(self.icons)
        self._pages = QStackedWidget()
        self._status = StatusBar(self.icons, hints())
        self._beside = QWidget()
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._top, self._tabs, self._strip, self.reminder, self._pages, self._status):
            column.addWidget(part)
        self._row.addWidget(self.rail)
        self._row.addWidget(self._beside, 1)
        self._message_bar = MessageBar(self.icons, self._beside, self._foot, self._aside)
        self._drop_target = DropTarget(self)
        self.notices = Notices(self._message_bar, self._strip)
        self._file: FilePage | None = None
        self.show_page(self.add(Page()))

    def _rebuild(self) -> None:
        """Build every part anew and show what was shown, where it was."""
        file, shown = self._file, self.page
        signs = self.signing is not None and self.signing.holds(shown)
        entered = [name for name, room in self.rooms.items() if room.holds(shown)]
        actions = tuple(self.acts.values())
        for action in actions:
            self.removeAction(action)
        old = (self.rail, self._beside, self._drop_target)
        self._build()
        if self.room is not None:
            self.room.rebuild(shown)
        if self.signing is not None:
            self.signing.rebuild(in_sight=signs)
        self._rebuild_rooms(entered)
        if file is not None:
            self.file_page.take_over(file)
            if shown is file:
                self.show_page(self.file_page)
        for part in old:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        # After the buttons, which ask them for their words until the end.
        for action in actions:
            action.deleteLater()
        if self._trouble:
            self.notices.warn(*self._trouble)

    def _rebuild_rooms(self, entered: Iterable[str]) -> None:
        for name, room in self.rooms.items():
            room.rebuild(in_sight=name in entered)
        if self.watch is not None:
            self.watch.show_again()

    def _foot(self) -> int:
        """Where messages stand: over the page, not over what stands at its foot."""
        return self._beside.height() - self._status.height() - self.page.foot()

    def _aside(self) -> int:
        """What messages leave free at the right edge of the page."""
        return self.page.aside()

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
        size_stays = self.look.scale.body == self.preferences.settings.font_size
        self.look.wear(self.preferences.settings.theme, self.preferences.settings.font_size)
        if not size_stays:
            QTimer.singleShot(0, self, self._rebuild)

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        choose_language(language, resource("locale"))
        QTimer.singleShot(0, self, self._rebuild)

    # --- the page in sight --------------------------------------------------------------------------------------

    def add(self, page: SomePage) -> SomePage:
        """Take a page in; `show_page` brings it into sight."""
        self._pages.addWidget(page)
        page.renewed.connect(self.follow)
        return page

    def drop(self, page: Page) -> None:
        """Put a page away for good."""
        self._pages.removeWidget(page)
        page.deleteLater()

    def show_page(self, page: Page) -> None:
        """Bring a page into sight and give it the keys; not while somebody is asked first who he is."""
        if self.room is not None and not self.room.door.admits(page):
            return
        self._pages.setCurrentWidget(page)
        self.follow()
        if self.watch is not None:
            self.watch.show_strip()
        page.take_keys()

    @property
    def page(self) -> Page:
        """The page in sight."""
        page = self._pages.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 -- `add` takes no other
        return page

    @property
    def paper(self) -> PaperPage:
        """The page in sight that shows the pages of a dispatch: the acts of a view are offered on no other."""
        from vpdesk.ui.pages.paper_page import PaperPage

        page = self.page
        assert isinstance(page, PaperPage)  # noqa: S101
        return page

    @property
    def sheets(self) -> Sheets:
        """The pages in sight that the keys turn and enlarge: these acts are offered where there are any."""
        sheets = self.page.sheets()
        assert sheets is not None  # noqa: S101
        return sheets

    def follow(self) -> None:
        """Bring every part up to the page in sight."""
        page, serves = self.page, self.serves()
        for act in ACTS:
            self.acts[act.name].setEnabled(act.where in serves)
        self.acts["file"].setEnabled(self._file is not None and self._file.laid_out is not None)
        self.acts["back"].setEnabled(self.room is not None and self.room.leads_back(page))
        self.acts["lock"].setEnabled(self.room is not None and self.room.door.may_lock)
        if page.stands_alone:
            self._shut()
        self.rail.setHidden(page.stands_alone)
        self.reminder.step_back(steps_back=page.tells_deadlines)
        self._top.setHidden(page.stands_alone)
        page.enter()
        self.rail.items["file"].setVisible(self.acts["file"].isEnabled())
        self.rail.mark("file" if page is self._file else page.place)
        self.rail.fold(folded=self._folds_rail())
        self._top.show_heading(page.heading(), leads_back=self.acts["back"].isEnabled())
        self._top.show_saving(page.saving())
        self._top.offer(page.acts, page.more, has_main=page.has_main)
        draft = self.room.draft if self.room is not None else None
        tabs = self.room.tabs() if self.room is not None and not page.stands_alone else ()
        self._tabs.show_drafts(tabs, draft.draft if draft else None)
        self._status.show_hints(frozenset() if page.stands_alone else serves)
        self._status.show_facts(page.facts())
        self.setWindowTitle(f"{page.title()} – vpdesk" if page.title() else "vpdesk")

    def _shut(self) -> None:
        """Leave of the acts only what may be done before somebody has signed in."""
        for act in ACTS:
            if act.name not in AT_THE_DOOR:
                self.acts[act.name].setEnabled(False)

    def open_draft(self, draft: UUID) -> None:
        """Show a draft, or the dispatch that it has become."""
        if self.room is not None:
            self.room.open_draft(draft)

    def enter(self, name: str) -> None:
        """Show the place of a register, by the name of its act."""
        self.settle()
        self.room_of(name).show()

    def room_of(self, name: str) -> Room:
        """The room of a register, by the name of its act."""
        from vpdesk.ui.rooms import make_room

        if name not in self.rooms:
            self.rooms[name] = make_room(name, self)
        return self.rooms[name]

    def leave_rooms(self) -> None:
        """Put the rooms of the registers away with their pages: another officer comes in."""
        pages = [page for place in range(self._pages.count()) if isinstance(page := self._pages.widget(place), Page)]
        for page in pages:
            if any(room.holds(page) for room in self.rooms.values()):
                self.drop(page)
        self.rooms = {}

    def serves(self) -> frozenset[Where]:
        """The kinds of acts that can be done now."""
        office: set[Where] = set()
        if self.room is not None and self.room.office is not None and self.room.door.is_open:
            office = {Where.OFFICE} | ({Where.MANAGED} if self.room.door.may_manage else set())
            office |= {Where.SIGNATORIES} if self.room.may(Permission.MANAGE_OFFICE) else set()
            sees_to_bodies = any(map(self.room.may, (Permission.MANAGE_OFFICE, Permission.KEEP_BOOKS)))
            office |= {Where.BODIES} if sees_to_bodies else set()
            office |= {Where.REGISTERS} if self.room.may(Permission.READ_REGISTERS) else set()
            office |= self._serves_cases(self.room)
            office |= {Where.ARRIVING} if self.room.may(Permission.REGISTER_ARRIVALS) else set()
        return self.page.serves() | {Where.ANYWHERE} | office

    def _serves_cases(self, room: DraftingRoom) -> set[Where]:
        if not room.may(Permission.KEEP_CASE_FILES):
            return set()
        return {Where.CASES, Where.FILABLE} if self.page.documents() else {Where.CASES}

    def fold_rail(self) -> None:
        """Fold the rail, or unfold it; a page that needs the room remembers its own choice."""
        name = "rail_folded_beside_text" if self.page.needs_width else "rail_folded"
        self.preferences.change(**{name: not getattr(self.preferences.settings, name)})
        self.rail.fold(folded=self._folds_rail())

    def _folds_rail(self) -> bool:
        settings = self.preferences.settings
        return settings.rail_folded_beside_text if self.page.needs_width else settings.rail_folded

    def step_pane(self, direction: int) -> None:
        """Take the focus to the next pane (+1) or the one before (-1)."""
        panes = self.page.panes()
        if panes:
            focus = self.focusWidget()
            holders = [place for place, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)]
            at = holders[0] if holders else -1 if direction > 0 else 0
            panes[(at + direction) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- opening ------------------------------------------------------------------------------------------------

    def begin(self, path: Path | None = None) -> None:
        """Open the desk behind the window, then the drafts, or the dispatch file that may be named."""
        self.gateway.open_desk(lambda: self._open_drafts(in_sight=path is None), self.refused.emit)
        if path is not None:
            self.open(path)

    def _open_drafts(self, *, in_sight: bool) -> None:
        from vpdesk.ui.drafting_room import DraftingRoom
        from vpdesk.ui.signing_room import SigningRoom
        from vpdesk.ui.work_watch import WorkWatch

        self.room = DraftingRoom(self)
        self.signing = SigningRoom(self)
        self.watch = WorkWatch(self)
        self.room.open(in_sight=in_sight)

    @property
    def file_page(self) -> FilePage:
        """The page of a dispatch file. It is made with the first one: an empty window does not wait for it."""
        if self._file is None:
            from vpdesk.ui.pages.file_page import FilePage

            page = FilePage(self.look, self.icons, self.glyphs, self.acts, self.gateway)
            page.opened.connect(self._opened)
            page.missed.connect(self._missed)
            page.settled.connect(self.settle)
            self._file = self.add(page)
            self.prepare(page)
        return self._file

    def close_file(self) -> None:
        """Put the dispatch file away that is open, if one is."""
        if self._file is not None:
            file, self._file = self._file, None
            self.drop(file)

    @property
    def shows_file(self) -> bool:
        """Whether a dispatch file is in sight."""
        return self._file is not None and self.page is self._file

    @property
    def path(self) -> Path | None:
        """The dispatch file that is open."""
        return self._file.path if self._file else None

    def prepare(self, page: PaperPage) -> None:
        """Show the pages of a dispatch as they were shown the last time."""
        from vpdesk.ui.pages.paper_page import read_zoom

        page.show_page_list(shown=self.preferences.settings.page_list and not page.needs_width)
        page.view.set_zoom(read_zoom(self.preferences.settings.zoom))

    @cached_property
    def glyphs(self) -> Glyphs:
        """The prepared glyphs of the faces, for every page that paints."""
        from vpdesk.ui.preview.painter import Glyphs

        return Glyphs(self.gateway.desk.fonts)

    def open(self, path: Path) -> None:
        """Read a dispatch file and show it; from then on follow it."""
        self.work_begins(_("Laying the pages out…"))
        self.file_page.open(path)

    def renew(self) -> None:
        """Read again what is in sight."""
        if self.shows_file:
            self.file_page.renew()
        elif self.signing is not None and self.signing.holds(self.page):
            self.signing.renew()
        elif any(room.holds(self.page) for room in self.rooms.values()):
            self.page.stale.emit()
        elif self.room is not None:
            self.room.renew()

    def _opened(self, path: Path) -> None:
        self.preferences.remember(path)
        self.show_page(self.file_page)

    def _missed(self, path: Path, error: DeskError) -> None:
        """Tell what went wrong; the last good pages stay, and so does the file they came from."""
        self.work_ends()
        self.warn_of(error, path.name)
        if isinstance(error, FileNotReadable) and error.obstacle is Obstacle.NOT_FOUND and path != self.path:
            self.preferences.forget(path)

    # --- telling ------------------------------------------------------------------------------------------------

    def work_begins(self, words: str) -> None:
        """Mention work beside the window, if it takes long enough to be noticed."""
        self._status.begin(words)

    def work_ends(self) -> None:
        """The work is done."""
        self._status.end()

    def settle(self) -> None:
        """What was to be done was done, and the trouble before is over."""
        self.work_ends()
        self._trouble = None
        self.notices.settle()
        self.settled.emit()

    def warn_of(self, error: DeskError, about: str = "") -> None:
        """Tell what went wrong and what to do; it stays in sight until it is over or put away.

        Where nobody is signed in any more, that is said by the page that asks who it is.
        """
        self.work_ends()
        if isinstance(error, NotSignedIn) and self.room is not None:
            self.room.door.lock()
            return
        self._trouble = _explained(error), about
        self.notices.warn(*self._trouble)

    def follow_saving(self) -> None:
        """Say how far what is typed is kept; called often, so nothing else is touched."""
        self._top.show_saving(self.page.saving())

    # --- acts ---------------------------------------------------------------------------------------------------

    def export(self, out: Path) -> None:
        """Write the pages to a file."""
        if (laid_out := self.paper.laid_out) is not None:
            self.work_begins(_("Exporting…"))
            from vpdesk.domain.drafts import Output

            records = self.paper.records()

            def exported(out: Path) -> None:
                self.exported(out)
                self.tell_output(records, Output.EXPORT)

            self.gateway.export(laid_out, out, exported, self.warn_of_export)

    def tell_output(self, records: tuple[UUID, ...], output: Output) -> None:
        """Let the history tell of pages that left the program."""
        if records:
            self.gateway.records.tell_output(records, output, lambda _nothing: None, self.warn_of)

    def exported(self, out: Path) -> None:
        """Tell that a file was written."""
        self.work_ends()
        said = _("Exported {name}.").format(name=out.name)
        self.notices.say(said, _("Show the &folder"), lambda: commands.show_folder(out))

    def warn_of_export(self, error: DeskError) -> None:
        """Tell why a file was not written; it says nothing of what is in sight, so it is not told again."""
        self.work_ends()
        self.notices.warn(_explained(error))

    def save_dispatch(self, dispatch: Dispatch, out: Path) -> None:
        """Write a dispatch to a dispatch file."""
        self.work_begins(_("Exporting…"))
        self.gateway.save_dispatch(dispatch, out, self.exported, self.warn_of_export)

    def print(self, printer: QPrinter, document: PagedDocument | None = None) -> bool:
        """Print what the printer's dialog asked for: of this document, or of the one in sight. Whether it was taken."""
        from vpdesk.domain.drafts import Output
        from vpdesk.ui.preview.printing import print_document
        from vpdesk.words.wording import Explanation

        in_sight = self.page.sheets()
        document = document or self.paper.document
        if document is None:
            return False
        sheets = print_document(document, printer, self.glyphs, in_sight.current_page if in_sight else 0)
        if sheets is None:
            trouble = _("The printer “{name}” did not take the pages.").format(name=printer.printerName())
            self.notices.warn(Explanation(trouble, _("See that it is on and connected, then print again.")))
        else:
            self.notices.say(ngettext("Printed {count} page.", "Printed {count} pages.", sheets).format(count=sheets))
            self.tell_output(self.page.records(), Output.PRINT)
        return sheets is not None

    def show_keys(self) -> None:
        """Show the key card."""
        KeyCard(key_groups(), self).open()

    # --- Qt's events --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._message_bar, self._message_bar.place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if words := self._taken(event.mimeData()):
            self._drop_target.say(words)
            event.acceptProposedAction()

    def _taken(self, data: QMimeData) -> str:
        """What letting go of what somebody brings will do, in a sentence; nothing where it does nothing."""
        if self.page.stands_alone:
            return ""
        if (path := dropped_file(data)) is not None:
            return _("Let go to open “{name}”").format(name=path.name)
        return self.page.takes(dropped_files(data))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_target.hide()
        if not self._taken(event.mimeData()):
            return
        event.acceptProposedAction()
        if (path := dropped_file(event.mimeData())) is not None:
            self.open(path)
        else:
            self.page.take(dropped_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.room is not None and not self.room.may_close():
            event.ignore()
            return
        window = b64encode(self.saveGeometry().data()).decode("ascii")
        zoom = self._file.zoom if self._file else self.preferences.settings.zoom
        self.preferences.change(window=window, zoom=zoom)
        self.gateway.finish()
        event.accept()


def _explained(error: DeskError) -> Explanation:
    from vpdesk.words.wording import explain

    return explain(error)
