"""The door of the window: who comes in, the lock, and what is put out of sight meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from vpdesk.domain.credentials import Asked, Entrant, SecretKind
from vpdesk.domain.errors import DeskError, MustChooseSecret
from vpdesk.domain.office import Founding, Office, WayOfWorking
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.ui.idle import IdleWatch
from vpdesk.ui.pages.page import Page
from vpdesk.ui.pages.sign_in_page import ShutPage, SignInPage

if TYPE_CHECKING:
    from vpdesk.ui.drafting_room import DraftingRoom
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.officers_page import OfficersPage


class Door(QObject):
    """Lets officers into the drafting room. While it is shut nothing of the office is in sight."""

    def __init__(self, window: MainWindow, room: DraftingRoom) -> None:
        super().__init__(room)
        self._window = window
        self._room = room
        self._people = window.gateway.people
        self._office: Office | None = None
        self._page: Page | None = None
        self._officers: OfficersPage | None = None
        self._last: UUID | None = None
        self._before: Page | None = None
        self.officer: Officer | None = None
        self._idle = IdleWatch(self)
        self._idle.left.connect(self.lock)

    @property
    def is_open(self) -> bool:
        """Whether somebody has signed in."""
        return self.officer is not None

    @property
    def may_lock(self) -> bool:
        """Whether there is an office whose door can be shut, or opened."""
        return self._office is not None and (self._page is None or isinstance(self._page, ShutPage))

    def admits(self, page: Page) -> bool:
        """Whether a page may be brought into sight: while somebody is asked who he is, none of the office."""
        return self._page is None or page.stands_alone

    @property
    def may_manage(self) -> bool:
        """Whether who is signed in manages officers, as far as the window knows: the services ask again."""
        return self.officer is not None and self.officer.may(Permission.MANAGE_OFFICERS)

    # --- coming in ------------------------------------------------------------------------------------------------

    def open(self, office: Office, *, in_sight: bool) -> None:
        """Let who sits at the desk already into an office; ask at the door where nobody does."""
        self._office = office

        def arrived(officer: Officer | None) -> None:
            if officer is not None:
                self._let_in(officer, in_sight=in_sight)
            elif in_sight:
                self._ask()
            else:
                self._window.follow()

        self._people.seated(arrived, self._window.warn_of)

    def founded(self, founding: Founding) -> None:
        """Show the recovery code of a new office, then let its first officer in."""
        self._office = founding.office
        if founding.recovery_code is None:
            self._ask()
        else:
            self._show_code(founding.recovery_code)

    def _ask(self) -> None:
        self._people.door_plate(self._show_door, self._window.warn_of)

    def _show_door(self, entrants: tuple[Entrant, ...]) -> None:
        window, desk = self._window, self._window.gateway.desk
        assert self._office is not None  # noqa: S101 -- there is no door without an office
        name = self._room.name_of(self._office)
        page = SignInPage(window.look, window.icons, name, desk.today(), entrants, str(desk.places.data))
        asked = {one.officer: one.asked for one in entrants}
        page.choose_officer(self._last)
        page.tried.connect(self._try)
        page.first_time.connect(lambda *said: self._begin(asked, *said))
        page.recovering.connect(self._recover)
        page.language_wanted.connect(self._speak)
        self._put_in_sight(page)

    def _put_in_sight(self, page: Page) -> None:
        old, self._page = self._page, page
        self._window.show_page(self._window.add(page))
        if old is not None:
            self._window.drop(old)

    def _speak(self, language: str) -> None:
        from vpdesk.ui import commands

        commands.choose_language(self._window, language)

    def _try(self, officer: UUID, secret: str) -> None:
        self._people.sign_in(officer, secret, self._let_in, self._refuse)

    def _begin(self, asked: dict[UUID, Asked], officer: UUID, code: str, secret: str, kind: SecretKind) -> None:
        if asked.get(officer) is Asked.CHOICE:
            self._people.begin_with(officer, (secret, kind), self._show_code, self._refuse)
        else:
            self._people.sign_in_with_code(officer, code, (secret, kind), self._let_in, self._refuse)

    def _recover(self, officer: UUID, code: str, secret: str, kind: SecretKind) -> None:
        self._people.recover(officer, code, (secret, kind), self._show_code, self._refuse)

    def _refuse(self, error: DeskError) -> None:
        if not isinstance(self._page, SignInPage):
            return
        if isinstance(error, MustChooseSecret):
            self._page.ask_for_own_secret()
        else:
            self._page.tell(error)

    def _show_code(self, code: str) -> None:
        from vpdesk.ui.pages.code_page import CodePage

        page = CodePage(self._window.look, self._window.icons, code)
        page.printing.connect(self._print_code)
        page.done.connect(lambda: self._people.seated(self._go_on, self._window.warn_of))
        self._put_in_sight(page)

    def _go_on(self, officer: Officer | None) -> None:
        if officer is None:
            self._ask()
        else:
            self._let_in(officer)

    def show_renewed_code(self, code: str) -> None:
        """Show another recovery code; what was in sight comes back after it."""
        self._before = self._window.page
        self._show_code(code)

    def _print_code(self, code: str) -> None:
        from vpdesk.ui.preview.printing import print_code

        print_code(code, self._room.name_of(self._office) if self._office else "", self._window)

    def _let_in(self, officer: Officer, *, in_sight: bool = True) -> None:
        is_other = self._last not in (None, officer.id)
        if is_other:
            self._room.leave()
            self._before = None
        self.officer, self._last = officer, officer.id
        self._window.rail.show_officer(officer.name, officer.position or "")
        before, self._before = self._before, None
        page, self._page = self._page, None
        self._room.come_in(before, in_sight=in_sight)
        if page is not None:
            self._window.drop(page)
        self._window.follow()
        self._people.way_of_working(self._follow, self._window.warn_of)

    def _follow(self, way: WayOfWorking) -> None:
        """Work as the office works."""
        if self.is_open:
            self._idle.watch(way.idle_minutes)

    # --- going ----------------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Keep what is typed, put everything out of sight and ask who comes next."""
        if isinstance(self._page, ShutPage):
            self._ask()
        if self._page is not None or self._office is None:
            return
        self._idle.stop()
        _put_dialogs_away(self._window)
        self._room.keep_open()
        self._before = self._window.page if self.is_open else None
        self.officer = None
        # At once, whatever the store is doing.
        self._put_in_sight(ShutPage())
        self._window.settle()
        self._window.notices.put_away()
        self._people.sign_out(self._window.warn_of)
        self._ask()

    def rebuild(self) -> None:
        """Build what stands at the door anew: the language or the size of type has changed."""
        was_shut = self._page is not None
        self._page, self._officers, self._before = None, None, None
        if self.officer is not None:
            self._window.rail.show_officer(self.officer.name, self.officer.position or "")
        elif was_shut:
            self._put_in_sight(ShutPage())
            self._ask()

    # --- who may come in ------------------------------------------------------------------------------------------

    def show_officers(self) -> None:
        """Show the officers of the office and how it works."""
        from vpdesk.ui.pages.officers_page import OfficersPage

        window = self._window
        if self._officers is None:
            page = OfficersPage(window.look, window.icons, self._people, window.gateway.desk.today)
            page.failed.connect(window.warn_of)
            page.said.connect(window.notices.say)
            page.way_chosen.connect(self._follow)
            page.code_made.connect(self.show_renewed_code)
            self._officers = window.add(page)
        self._officers.renew()
        window.show_page(self._officers)

    def leave(self) -> None:
        """Another officer comes in: what only the one before might see is put away."""
        if self._officers is not None:
            self._window.drop(self._officers)
            self._officers = None


def _put_dialogs_away(window: MainWindow) -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
