"""The reading room: dispatches out of their drafters' hands, what may still be done with them, versions compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import Draft, DraftVersion
from vpdesk.domain.roles import Permission
from vpdesk.domain.signoff import Detail
from vpdesk.ui.pages.compare_page import ComparePage, Text
from vpdesk.ui.pages.dispatch_page import DispatchPage
from vpdesk.ui.stored_paper import StoredPaper
from vpdesk.words.catalogue import _
from vpdesk.words.happenings import moment_in_full, version_words

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.domain.issuing import LineDetail, LinkedDocument, Registered
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page


class Conflict(Protocol):
    """What may be done where two have written on one draft."""

    def take_theirs(self) -> None:
        """Go on with what the other has written."""

    def keep_apart(self) -> None:
        """Go on with what the other has written, one's own text in a draft of its own."""

    def keep_mine(self) -> None:
        """Go on with one's own text."""


class ReadingRoom(QObject):
    """Holds the page of a dispatch and acts on the dispatch in sight; `renew` reads the lists again behind an act."""

    def __init__(self, window: MainWindow, renew: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._records = window.gateway.records
        self._renew = renew
        self._page: DispatchPage | None = None
        self._comparison: ComparePage | None = None
        self._stored: StoredPaper | None = None
        self._conflict: Conflict | None = None

    @property
    def page(self) -> DispatchPage:
        """The page of a dispatch, made with the first one."""
        if self._page is None:
            window = self._window
            parts = window.look, window.icons, window.glyphs, window.acts, window.gateway
            self._page = window.add(DispatchPage(*parts, window.gateway.desk.clock))
            self._page.troubled.connect(window.warn_of)
            self._page.compared.connect(self.compare)
            self._page.link_chosen.connect(self._open_linked)
            self._stored = StoredPaper(self._page.scan, window.gateway.outgoing, window.warn_of)
            window.prepare(self._page)
        return self._page

    def forget(self) -> None:
        """Let the pages go: the window is built anew."""
        self._page = self._comparison = None

    def leave(self) -> None:
        """Put away what was shown: it is another officer's."""
        for page in (self._page, self._comparison):
            if page is not None:
                self._window.drop(page)
        self._page = self._comparison = self._conflict = None

    def holds(self, page: Page) -> bool:
        """Whether a page shows a dispatch of this room."""
        return page is self._page

    def leads_back(self, page: Page) -> bool:
        """Whether a page leads back to the page of a dispatch."""
        return page is self._comparison and self.page.draft is not None

    def open(self, draft: UUID) -> None:
        """Show a dispatch with all there is to know of it."""
        self._records.detail(draft, self._show, self._window.warn_of)

    def _show(self, detail: Detail) -> None:
        self._window.settle()
        self._show_anew(detail)
        self._window.show_page(self.page)

    def _show_anew(self, detail: Detail) -> None:
        """Show a dispatch, and behind it what the register knows of it, to whoever may read that."""
        window, page = self._window, self.page
        page.officer = window.room.door.officer if window.room else None
        page.show_detail(detail)
        if page.officer is not None and page.officer.may(Permission.READ_REGISTERS):
            window.gateway.outgoing.registered(detail.draft.id, self._show_registered, window.warn_of)

    def _show_registered(self, registered: Registered) -> None:
        line = registered.line
        if line is None:
            self.page.show_registered(registered, None)
            return

        def show(found: LineDetail) -> None:
            if self.page.draft == line.dispatch and self._stored is not None:
                self.page.show_registered(registered, found)
                self._stored.show(line.id if line.pdf is not None else None)

        self._window.gateway.outgoing.detail(line.id, show, self._window.warn_of)

    def _open_linked(self, linked: LinkedDocument) -> None:
        """Show the document at the other end of a link."""
        from vpdesk.ui.outgoing_room import OutgoingRoom

        room = self._window.room_of("outgoing")
        if isinstance(room, OutgoingRoom):
            room.open_linked(linked)

    def renew(self) -> None:
        """Read the dispatch in sight again."""
        if self.page.draft is not None:
            self._records.detail(self.page.draft, self._show_anew, self._window.warn_of)

    def take_back(self) -> None:
        """Take the last step with the dispatch in sight back."""
        if self.page.draft is not None:
            self._records.take_back(self.page.draft, self._taken_back, self._window.warn_of)

    def _taken_back(self, draft: Draft) -> None:
        self._window.notices.say(_("Taken back: “{subject}”.").format(subject=subject_of(draft)))
        self._moved(draft)

    def withdraw(self) -> None:
        """Give the dispatch in sight up."""
        if self.page.draft is not None:
            self._records.withdraw(self.page.draft, self._withdrawn, self._window.warn_of)

    def _withdrawn(self, draft: Draft) -> None:
        self._window.notices.say(_("Withdrawn: “{subject}”.").format(subject=subject_of(draft)))
        self._moved(draft)

    def _moved(self, draft: Draft) -> None:
        self._renew()
        self._window.open_draft(draft.id)

    # --- two texts --------------------------------------------------------------------------------------------------

    @property
    def comparison(self) -> ComparePage:
        """The page that compares, made with the first comparison."""
        if self._comparison is None:
            window = self._window
            parts = window.look, window.icons, window.glyphs, window.acts, window.gateway
            self._comparison = window.add(ComparePage(*parts))
            self._comparison.troubled.connect(window.warn_of)
        return self._comparison

    def compare(self, earlier: DraftVersion, later: DraftVersion) -> None:
        """Show what a later version changed of an earlier one."""
        if self.page.detail is not None and earlier.dispatch is not None and later.dispatch is not None:
            rules, now = self.page.detail.draft.rules, self._window.gateway.desk.clock()
            texts = [
                Text(f"{one.number}. {version_words(one)} · {moment_in_full(one.made_at, now)}", dispatch, rules)
                for one, dispatch in ((earlier, earlier.dispatch), (later, later.dispatch))
            ]
            self.comparison.show_texts(*texts)
            self._window.show_page(self.comparison)

    @property
    def conflict(self) -> Conflict:
        """The conflict that is to be decided: its acts are offered at no other time."""
        assert self._conflict is not None  # noqa: S101
        return self._conflict

    def decide(self, theirs: Draft, mine: Dispatch, conflict: Conflict) -> None:
        """Show what somebody else has saved beside what is on this screen, and let one be chosen."""
        self._conflict = conflict
        texts = Text(_("Saved by somebody else"), theirs.dispatch, theirs.rules), Text(_("Mine"), mine, theirs.rules)
        self.comparison.show_texts(*texts, decides=True)
        self._window.show_page(self.comparison)


def subject_of(draft: Draft) -> str:
    """What a dispatch is about, in one line."""
    return " ".join((draft.dispatch.subject_summary or _("(no subject yet)")).split())
