"""The signing room: what waits for its signature, and what the officer at this desk does with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from vpdesk.domain.signing_findings import find_signing
from vpdesk.domain.workflow import WAITING, Status
from vpdesk.ui.sign_offs import SignOffs
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.waiting import subject_words

if TYPE_CHECKING:
    from vpdesk.domain.drafts import Draft
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.findings import Finding
    from vpdesk.domain.organisation import Officer
    from vpdesk.domain.signoff import NewRemark, QueueRow, Submitted
    from vpdesk.services.typesetting import LaidOut
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page
    from vpdesk.ui.pages.signing_page import SigningPage

_SIGNED = frozenset({Status.SIGNED_OFF})
_OTHERS_SUBMIT = 30_000
"""Milliseconds between two looks at what others have submitted."""


class SigningRoom(QObject):
    """Holds the page of what waits, asks the store for it, and says what was done.

    What was remarked and not sent, and what had been read before, stay while the window is open.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._records = window.gateway.records
        self._page: SigningPage | None = None
        self._remarks: dict[UUID, list[NewRemark]] = {}
        self._papers: dict[tuple[UUID, int], LaidOut] = {}
        self._compared: dict[tuple[UUID, int], Submitted] = {}
        self._sign_offs = SignOffs(window, lambda: self.page, self.renew)
        self._look_again = QTimer(self, interval=_OTHERS_SUBMIT)
        self._look_again.timeout.connect(self.follow_others)
        self._look_again.start()

    # --- the page ---------------------------------------------------------------------------------------------------

    @property
    def page(self) -> SigningPage:
        """The page, made when it is first shown."""
        if self._page is None:
            from vpdesk.ui.pages.paper_page import read_zoom
            from vpdesk.ui.pages.signing_page import SigningPage

            window, desk = self._window, self._window.gateway.desk
            parts = window.look, window.icons, window.glyphs, window.acts
            page = window.add(SigningPage(*parts, desk.clock, desk.fonts, self._remarks))
            page.view.set_zoom(read_zoom(window.preferences.settings.zoom))
            page.show_place(str(desk.places.data))
            page.queue.name_types({one.code: one.name for pack in desk.packs.values() for one in pack.types})
            page.asked.connect(self.renew)
            page.wanted.connect(self._look)
            page.looked_at.connect(self._read)
            page.side.secret.given.connect(self._sign_offs.go_on)
            page.may_undo = self._sign_offs.may_undo
            self._page = page
        return self._page

    def holds(self, page: Page) -> bool:
        """Whether a page is that of this room."""
        return page is self._page

    def rebuild(self, *, in_sight: bool) -> None:
        """Build the page anew: the language or the size of type has changed."""
        self._page = None
        if in_sight:
            self.show()

    def leave(self) -> None:
        """Forget all that is of the officer who leaves the desk."""
        for kept in (self._remarks, self._papers, self._compared):
            kept.clear()
        self._sign_offs.forget()
        if self._page is not None:
            self._window.drop(self._page)
            self._page = None

    def show(self) -> None:
        """Show what waits, as it is now."""
        self._records.seated(self._show_for, self._window.warn_of)

    def _show_for(self, officer: Officer) -> None:
        self.page.seat(officer)
        self.renew()
        self._window.show_page(self.page)

    def show_dispatch(self, draft: UUID, *, waits: bool) -> None:
        """Show what waits for the officer, or all that waits, and take this dispatch in hand."""
        from vpdesk.ui.widgets.queue_pane import QueueView

        def show(officer: Officer) -> None:
            self.page.seat(officer)
            self.page.queue_pane.choose(QueueView.MINE if waits else QueueView.ALL)
            self.renew(go_to=draft)
            self._window.show_page(self.page)

        self._records.seated(show, self._window.warn_of)

    # --- the list ---------------------------------------------------------------------------------------------------

    def renew(self, go_to: UUID | None = None) -> None:
        """Read the list again, and how much of it waits for the officer; then take this dispatch in hand, if one."""
        from vpdesk.ui.widgets.queue_pane import QueueView

        view = self.page.queue_pane.view

        def show(rows: tuple[QueueRow, ...]) -> None:
            if view is self.page.queue_pane.view:
                self.page.show_rows(rows)
                if go_to is not None:
                    self.page.queue.go_to(go_to)

        self._records.queue(_SIGNED if view is QueueView.SIGNED else WAITING, show, self._window.warn_of)
        self.count()

    def follow_others(self) -> None:
        """Take in what others have submitted meanwhile; what is in hand stays in hand."""
        if self._window.room is None or not self._window.room.door.is_open:
            return
        if self._page is not None and self._window.page is self._page:
            self.renew()
        else:
            self.count()

    def count(self) -> None:
        """Say at the rail how much waits for the officer."""
        self._records.queue(WAITING, self._counted, self._ignore)

    def _counted(self, rows: tuple[QueueRow, ...]) -> None:
        mine = [row for row in rows if row.waits_for_me]
        self._window.rail.items["signing"].show_count(len(mine), is_urgent=any(row.urgency for row in mine))

    def _ignore(self, _error: DeskError) -> None:
        """A count that cannot be read is no trouble of its own: the list tells it."""

    # --- the dispatch in hand ---------------------------------------------------------------------------------------

    def _look(self, draft: UUID) -> None:
        self._records.look(draft, self._looked, self._window.warn_of)

    def _looked(self, submitted: Submitted) -> None:
        """Show a dispatch; its pages are laid out once for each version."""
        key = submitted.draft.id, submitted.version.number
        submitted = self._with_last_reading(submitted)
        if key in self._papers:
            self._show(submitted, self._papers[key])
            return
        dispatch = submitted.version.dispatch or submitted.draft.dispatch

        def laid_out(made: LaidOut) -> None:
            findings = (*made.findings, *self._find_in_records(made))
            self._papers[key] = replace(made, findings=findings)
            self._show(submitted, self._papers[key])

        rules = dispatch.rules or submitted.draft.rules
        self._window.gateway.lay_out_aside(dispatch, laid_out, partial(self._not_laid_out, submitted), rules)

    def _find_in_records(self, laid_out: LaidOut) -> tuple[Finding, ...]:
        """What the rules and the records of the office hold against the signatures."""
        office, today = self._window.room and self._window.room.office, self._window.gateway.desk.today()
        return find_signing(office.bodies, laid_out.dispatch, laid_out.pack, today) if office else ()

    def _with_last_reading(self, submitted: Submitted) -> Submitted:
        """A dispatch that was compared a while ago is compared again with what had been read before."""
        key = submitted.draft.id, submitted.version.number
        if submitted.seen is not None:
            self._compared[key] = submitted
        elif (before := self._compared.get(key)) is not None:
            return replace(submitted, seen=before.seen, seen_at=before.seen_at)
        return submitted

    def _show(self, submitted: Submitted, laid_out: LaidOut | None) -> None:
        row = self.page.queue.row
        if row is not None and row.id == submitted.draft.id:
            self.page.show_submitted(submitted, laid_out)

    def _not_laid_out(self, submitted: Submitted, error: DeskError) -> None:
        self._show(submitted, None)
        self._window.warn_of(error)

    def _read(self, draft: UUID) -> None:
        """It was in sight for a while. Who wrote it is no reader of it, unless it is his to sign or check."""
        submitted, officer = self.page.submitted, self.page.officer
        if submitted is None or officer is None or submitted.draft.id != draft:
            return
        if submitted.waits_for_me or submitted.draft.owner != officer.id:
            self._records.read(
                draft, lambda read: self.page.mark_read(draft, read.version.number), self._window.warn_of
            )

    # --- signing ----------------------------------------------------------------------------------------------------

    def sign(self) -> None:
        """Sign the dispatch in hand off; the next one opens at once."""
        if (submitted := self.page.submitted) is not None:
            self._sign_offs.begin([(submitted.draft.id, submitted.version.number)])

    def sign_pile(self) -> None:
        """Sign all that are chosen off, one after the other, each in the version that was shown."""
        self._sign_offs.begin([(row.id, row.version) for row in self.page.queue_pane.pile])

    def record_signature(self) -> None:
        """Set down that the first of those of another office who are missing has signed on paper."""
        if (submitted := self.page.submitted) is not None and submitted.outside:
            self._sign_offs.record(submitted)

    def undo(self) -> None:
        """Take back what was signed last: a whole pile, where it was one."""
        self._sign_offs.undo()

    # --- the other steps --------------------------------------------------------------------------------------------

    def check_form(self) -> None:
        """Pass the dispatch in hand on to whoever signs it."""
        self._step(self._records.check_form, _("Passed “{subject}” on for its signature."))

    def send_back(self) -> None:
        """Send the dispatch in hand back with what was remarked; without a remark, ask for one."""
        submitted = self.page.submitted
        if submitted is None:
            return
        remarks = self.page.remarking.take()
        if not remarks:
            self.page.remarking.begin()
            return

        def sent(draft: Draft) -> None:
            self._remarks.pop(draft.id, None)
            said = ngettext(
                "Sent “{subject}” back with {count} remark.",
                "Sent “{subject}” back with {count} remarks.",
                len(remarks),
            )
            subject = subject_words(draft.dispatch.subject_summary)
            self._told(said.format(subject=subject, count=format_number(len(remarks))))

        version = submitted.version.number
        self._records.send_back(submitted.draft.id, version, remarks, sent, self._window.warn_of)
        self.renew()

    def _step(
        self, act: Callable[[UUID, int, Callable[[Draft], None], Callable[[DeskError], None]], None], said: str
    ) -> None:
        submitted = self.page.submitted
        if submitted is not None:
            act(submitted.draft.id, submitted.version.number, partial(self._moved, said), self._window.warn_of)
            self.renew()

    def _moved(self, said: str, draft: Draft) -> None:
        self._told(said.format(subject=subject_words(draft.dispatch.subject_summary)))

    def _told(self, said: str) -> None:
        self._window.settle()
        self._window.notices.say(said)

    def take_back(self) -> None:
        """Take the last step with the dispatch in hand back: its submission, or the signature under it."""
        if (submitted := self.page.submitted) is not None:
            self._records.take_back(submitted.draft.id, self._taken_back, self._window.warn_of)
            self.renew()

    def _taken_back(self, draft: Draft) -> None:
        self._window.settle()
        said = _("Taken back: “{subject}”.").format(subject=subject_words(draft.dispatch.subject_summary))
        if draft.progress.may_be_written:
            self._window.notices.say(said, _("&Open it"), lambda: self._window.open_draft(draft.id))
        else:
            self._window.notices.say(said)

    def withdraw(self) -> None:
        """Give the dispatch in hand up."""
        if (submitted := self.page.submitted) is not None:
            said = _("Withdrawn: “{subject}”.")
            self._records.withdraw(submitted.draft.id, partial(self._moved, said), self._window.warn_of)
            self.renew()

    # --- on paper ---------------------------------------------------------------------------------------------------

    def print_pile(self) -> None:
        """Print what is chosen, or all that waits, each dispatch behind its slip."""
        from vpdesk.ui.pile_printing import print_pile

        print_pile(self._window, self.page.records())

    def export_pile(self) -> None:
        """Write what would be printed to one PDF file."""
        from vpdesk.ui.pile_printing import export_pile

        export_pile(self._window, self.page.records())
