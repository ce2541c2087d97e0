"""The signing room: what waits for its signature, and what the officer at this desk does with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from vpdesk.domain.workflow import WAITING, Status
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.waiting import subject_words

if TYPE_CHECKING:
    from vpdesk.domain.drafts import Draft
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.organisation import Officer
    from vpdesk.domain.signoff import NewRemark, QueueRow, Submitted
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.services.typesetting import LaidOut
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page
    from vpdesk.ui.pages.signing_page import SigningPage

_SIGNED = frozenset({Status.SIGNED_OFF})


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
        self._signed: list[list[Draft]] = []

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

    def show(self) -> None:
        """Show what waits, as it is now."""
        self._records.seated(self._show_for, self._window.warn_of)

    def _show_for(self, officer: Officer) -> None:
        self.page.seat(officer)
        self.renew()
        self._window.show_page(self.page)

    # --- the list ---------------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Read the list again, and how much of it waits for the officer."""
        from vpdesk.ui.widgets.queue_pane import QueueView

        view = self.page.queue_pane.view

        def show(rows: tuple[QueueRow, ...]) -> None:
            if view is self.page.queue_pane.view:
                self.page.show_rows(rows)

        self._records.queue(_SIGNED if view is QueueView.SIGNED else WAITING, show, self._window.warn_of)
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
            self._papers[key] = made
            self._show(submitted, made)

        rules = dispatch.rules or submitted.draft.rules
        self._window.gateway.lay_out_aside(dispatch, laid_out, partial(self._not_laid_out, submitted), rules)

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
            self._sign([(submitted.draft.id, submitted.version.number)])

    def sign_pile(self) -> None:
        """Sign all that are chosen off, one after the other, each in the version that was shown."""
        self._sign([(row.id, row.version) for row in self.page.queue_pane.pile])

    def _sign(self, papers: list[tuple[UUID, int]]) -> None:
        together: list[Draft] = []
        for draft, version in papers:
            self._records.sign(draft, version, partial(self._signed_one, together), self._window.warn_of)
        self.renew()

    def _signed_one(self, together: list[Draft], draft: Draft) -> None:
        self._keep_for_undo(together, draft)
        subject = subject_words(draft.dispatch.subject_summary)
        if len(together) > 1:
            said = ngettext("Signed off {count} dispatch.", "Signed off {count} dispatches.", len(together))
            said = said.format(count=format_number(len(together)))
        elif draft.progress.status is Status.SIGNED_OFF:
            said = _("Signed off “{subject}”. The clerk has it now.").format(subject=subject)
        else:
            said = _("Signed “{subject}”; other signatures are missing.").format(subject=subject)
        self._say_undoable(said)

    def record_signature(self) -> None:
        """Set down that the first of those of another office who are missing has signed on paper."""
        submitted = self.page.submitted
        if submitted is None or not submitted.outside:
            return
        block = submitted.outside[0]
        together: list[Draft] = []

        def recorded(draft: Draft) -> None:
            self._keep_for_undo(together, draft)
            names = [one.name for one in draft.dispatch.signing if one.name]
            self._say_undoable(_("Recorded the signature of {name} on paper.").format(name=names[block]))

        version = submitted.version.number
        self._records.record_signature(submitted.draft.id, version, block, recorded, self._window.warn_of)
        self.renew()

    def _keep_for_undo(self, together: list[Draft], draft: Draft) -> None:
        self._window.settle()
        if not together:
            self._signed.append(together)
        together.append(draft)
        self.page.may_undo = True

    def _say_undoable(self, said: str) -> None:
        self._window.notices.say(said, f"{_('&Undo')} (Ctrl+Z)", self.undo)

    def undo(self) -> None:
        """Take back what was signed last: a whole pile, where it was one."""
        if not self._signed:
            return
        drafts = self._signed.pop()
        self.page.may_undo = bool(self._signed)
        taken: list[Draft] = []
        for draft in drafts:
            self._records.take_back(draft.id, partial(self._took_back, taken), self._window.warn_of)
        self.renew()
        self.page.queue.go_to(drafts[0].id)

    def _took_back(self, taken: list[Draft], draft: Draft) -> None:
        taken.append(draft)
        said = ngettext("Took {count} signature back.", "Took {count} signatures back.", len(taken))
        self._window.notices.say(said.format(count=format_number(len(taken))))

    # --- the other steps --------------------------------------------------------------------------------------------

    def check_form(self) -> None:
        """Pass the dispatch in hand on to whoever signs it."""
        self._step(self._records.check_form, _("Passed “{subject}” on for its signature."))

    def send_back(self) -> None:
        """Send the dispatch in hand back with what was remarked; without a remark, ask for one."""
        submitted = self.page.submitted
        if submitted is None:
            return
        remarks = self.page.take_remarks()
        if not remarks:
            self.page.begin_remark()
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
        from vpdesk.ui.commands import ask_printer

        self._lay_pile_out(lambda pile: ask_printer(self._window, pile, partial(self._export, pile)))

    def export_pile(self) -> None:
        """Ask for a place and write what would be printed to one PDF file there."""
        from vpdesk.ui.commands import ask_for_pdf

        self._lay_pile_out(lambda pile: ask_for_pdf(self._window, pile.description.title, partial(self._export, pile)))

    def _lay_pile_out(self, done: Callable[[PagedDocument], None]) -> None:
        window, rows = self._window, self.page.queue_pane.pile or self.page.queue.rows

        def laid_out(pile: PagedDocument) -> None:
            window.work_ends()
            done(pile)

        if rows:
            window.work_begins(_("Laying the pages out…"))
            self._records.take_pile(
                tuple(row.id for row in rows),
                lambda submitted: window.gateway.pile(submitted, laid_out, window.warn_of),
                window.warn_of,
            )

    def _export(self, pile: PagedDocument, out: Path) -> None:
        self._window.work_begins(_("Exporting…"))
        self._window.gateway.export_pile(pile, out, self._window.exported, self._window.warn_of_export)
