"""The drafting room: the list of drafts, the drafts that are open, what a new one can be started from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from vpdesk.domain.catalog import DocumentType
from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import Draft, DraftCounts, DraftRow, EarlierValues, OpenDraft, TemplateChange
from vpdesk.domain.errors import DatabaseDamaged, DeskError, IncompleteDispatch, StaleEdit
from vpdesk.domain.office import Founding, Office, OfficeBeginning
from vpdesk.domain.organisation import IssuingBody, bodies_on, version_on
from vpdesk.domain.roles import Permission
from vpdesk.domain.templates import Template, offered
from vpdesk.domain.workflow import WRITABLE
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.asides import asides
from vpdesk.services.beginnings import Beginnings, begin_from, pack_of_day
from vpdesk.services.typesetting import LaidOut, lay_out
from vpdesk.ui.door import Door
from vpdesk.ui.forms.known import BodyNames, Known
from vpdesk.ui.pages.drafts_page import DraftsPage
from vpdesk.ui.pages.page import Page
from vpdesk.ui.reading_room import ReadingRoom, subject_of
from vpdesk.ui.signatories_room import SignatoriesRoom
from vpdesk.ui.widgets.draft_tabs import Tab
from vpdesk.words.catalogue import _, ngettext
from vpdesk.words.wording import day_of, explain_clock, explain_fault, verified

if TYPE_CHECKING:
    from datetime import datetime

    from vpdesk.domain.verification import Verification
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.draft_page import DraftPage
    from vpdesk.ui.pages.first_run_page import FirstRunPage
    from vpdesk.ui.pages.new_dispatch_page import EarlierDispatch, NewDispatchPage


_GLANCE = 200
"""Milliseconds in which the list is painted and nothing else may keep the window busy."""


class DraftingRoom(QObject):
    """Holds the pages of drafting and moves between them; the window shows them.

    The others are taken in behind the list: it is what a person waits for.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._records = window.gateway.records
        self._desk = window.gateway.desk
        self._open: dict[UUID, DraftPage] = {}
        self._amended: UUID | None = None
        self._from_desk: UUID | None = None
        self._known = Known()
        self.first_run: FirstRunPage | None = None
        self.beginnings: NewDispatchPage | None = None
        self.office: Office | None = None
        self._is_new = False
        self.door = Door(window, self)
        self.list = self._make_list()
        self.reading = ReadingRoom(window, self.renew)
        self.signatories = SignatoriesRoom(window, self.take_office)

    # --- opening --------------------------------------------------------------------------------------------------

    def open(self, *, in_sight: bool) -> None:
        """Open the store; then show the drafts, or the first run where there is no office yet."""
        self._records.office(lambda office: self._opened(office, in_sight=in_sight), self._not_opened)

    def _opened(self, office: Office | None, *, in_sight: bool) -> None:
        self._window.settle()
        if office is None:
            self._offer_first_run(in_sight=in_sight)
        else:
            self.door.open(office, in_sight=in_sight)

    def come_in(self, before: Page | None, *, in_sight: bool) -> None:
        """Show somebody who has signed in the office as it is now: the page he left, or the list."""

        def entered(office: Office | None) -> None:
            if office is not None:
                # Whoever was quick has gone elsewhere meanwhile.
                is_here = self._window.page is self.list
                self._enter(office, in_sight=in_sight and before is None and is_here)
                if self._is_new:
                    self._is_new = False
                    self.offer_beginnings()

        if before is not None:
            self._window.show_page(before)
        elif in_sight:
            self._window.enter("desk")
        self._records.office(entered, self._window.warn_of)

    def keep_open(self) -> None:
        """Keep what is on the screen; what was typed while that was on its way to the store goes after it."""
        for _round in range(2):
            for page in self._open.values():
                page.keeper.keep()
            self._window.gateway.wait_for_store()

    def leave(self) -> None:
        """Put away what was open: it is another officer's."""
        for page in self._open.values():
            page.keeper.stop()
            self._window.drop(page)
        before, self._open, self._known = self.list, {}, Known()
        self.list = self._make_list()
        self._window.drop(before)
        if self.beginnings is not None:
            self._window.drop(self.beginnings)
            self.beginnings = None
        self.reading.leave()
        if self._window.signing is not None:
            self._window.signing.leave()
        self._window.leave_rooms()
        if self._window.watch is not None:
            self._window.watch.forget()
        self.door.leave()
        self._window.close_file()

    def _enter(self, office: Office, *, in_sight: bool = True) -> None:
        self.office = office
        self._window.rail.name_office(self.name_of(office))
        # The store answers in this order: first the desk that somebody waits for.
        if in_sight and self._window.page.place != "desk":
            self._window.enter("desk")
        self._window.follow()
        self.renew()
        self._take_values_in()
        if self._window.watch is not None:
            self._window.watch.look()
        self._count_case_files()
        self._tell_asides()
        self._records.clock_set_back(self._tell_clock, self._ignore)
        self._records.keep_house(self._house_kept, self._ignore)

    def _house_kept(self, _nothing: None) -> None:
        """The store was copied: whatever tells of that may look again."""
        self._window.settled.emit()

    def _count_case_files(self) -> None:
        """Say on the rail how many case files the archive must soon have, to whoever hands them over."""
        if self.may(Permission.KEEP_ALL_CASE_FILES):
            from vpdesk.ui.case_files import count_on_rail

            self._window.gateway.case_files.waiting(partial(count_on_rail, self._window), self._ignore)

    def _tell_clock(self, last: datetime | None) -> None:
        """Tell that the clock of this machine was set back since the last act."""
        if last is not None:
            self._window.notices.warn(explain_clock(last))

    def verify(self) -> None:
        """Hold the store against its history, and say what came of it."""
        self._window.work_begins(_("Checking the history…"))
        self._records.verify(self._verified, self._window.warn_of)

    def _verified(self, verification: Verification) -> None:
        self._window.work_ends()
        if verification.fault is None:
            self._window.notices.say(verified(verification))
        else:
            self._window.notices.warn(explain_fault(verification.fault))

    def _tell_asides(self) -> None:
        """Tell of text that was not in the store when the program ended, and offer it."""
        left = [
            path
            for path in asides(self._desk.places)
            if path.stem.removesuffix(".dispatch") not in map(str, self._open)
        ]
        if left:
            said = _("Text that could not be saved last time lies in {name}.").format(name=left[0].name)
            self._window.notices.say(said, _("&Open it"), lambda: self._window.open(left[0]))

    def _not_opened(self, error: DeskError) -> None:
        """Say why there are no drafts; dispatch files can still be opened."""
        from vpdesk.ui.pages.welcome_page import WelcomePage

        settings = self._window.preferences.settings
        page = self._window.add(WelcomePage(self._window.look, self._window.icons, self._window.acts, settings.recent))
        page.chosen.connect(self._window.open)
        if not self._window.shows_file:
            self._window.show_page(page)
        self._window.warn_of(error)
        if isinstance(error, DatabaseDamaged) and error.backup is not None:
            self._window.notices.offer(_("Use the backup"), self._restore_backup)

    def _restore_backup(self) -> None:
        self._window.work_begins(_("Putting the backup in place…"))
        self._records.restore_backup(self._restored, self._window.warn_of)

    def _restored(self, copy: Path) -> None:
        said = _("The backup {name} is in use; the damaged store was kept beside it.")
        self._window.notices.say(said.format(name=copy.name))
        self.open(in_sight=True)

    def _offer_first_run(self, *, in_sight: bool) -> None:
        from vpdesk.ui.pages.first_run_page import FirstRunPage

        window = self._window
        page = FirstRunPage(
            window.look, window.icons, window.glyphs, self._sample, self._desk.places.data, self._desk.today
        )
        page.sample_chosen.connect(lambda: self._records.found_sample(self._founded, self._window.warn_of))
        page.own_chosen.connect(self._found_own)
        self.first_run = self._window.add(page)
        if in_sight:
            self._window.show_page(page)

    def _sample(self, dispatch: Dispatch) -> PagedDocument:
        return lay_out(self._desk, dispatch).document

    def _found_own(self, beginning: OfficeBeginning, secret: str, kind: SecretKind) -> None:
        def founded(founding: Founding) -> None:
            self._is_new = founding.recovery_code is not None
            self.door.founded(founding)
            self._leave_first_run()

        self._records.found_own(beginning, secret, kind, founded, self._window.warn_of)

    def _founded(self, office: Office) -> None:
        self._is_new = True
        self.door.open(office, in_sight=True)
        self._leave_first_run()

    def _leave_first_run(self) -> None:
        if self.first_run is not None:
            self._window.drop(self.first_run)
            self.first_run = None

    def rebuild(self, shown: Page) -> None:
        """Build the pages anew, with the same in sight: the language or the size of type has changed."""
        before = self._open
        read = self.reading.page.draft if self.reading.holds(shown) else None
        self._open, self.beginnings, self.first_run = {}, None, None
        self.reading.forget()
        self.signatories.forget()
        self.list = self._make_list()
        self.door.rebuild()
        if self.office is None:
            self.open(in_sight=True)
            return
        if self.door.is_open:
            self._enter(self.office, in_sight=False)
            self._window.show_page(self.list)
        for draft, page in before.items():
            page.keeper.stop()
            self._add_draft(page.opened())
            if page is shown:
                self._show(self._open[draft])
        if read is not None:
            self.reading.open(read)

    # --- the list -------------------------------------------------------------------------------------------------

    def _make_list(self) -> DraftsPage:
        window = self._window
        recent = window.preferences.settings.recent
        parts = window.look, window.icons, window.glyphs, window.acts
        page = window.add(DraftsPage(*parts, recent, self._desk.clock))
        page.set_columns(window.preferences.settings.draft_columns)
        page.offer_types({one.code: one for one in self._types()})
        page.asked.connect(self.renew)
        page.opened.connect(self.open_draft)
        page.chosen.connect(self._show_chosen)
        page.empty.chosen.connect(window.open)
        page.columns_changed.connect(lambda state: window.preferences.change(draft_columns=state))
        page.show_place(str(window.gateway.desk.places.data))
        return page

    def renew(self) -> None:
        """Read the list again."""
        wanted = self.list.query

        def show(rows: tuple[DraftRow, ...]) -> None:
            # Words typed since then have asked for other rows already.
            if wanted == self.list.query:
                self.list.show_rows(rows)

        self._records.drafts(wanted, show, self._window.warn_of)
        self._records.counts(self._count, self._ignore)
        if self._window.signing is not None:
            self._window.signing.count()

    def _count(self, counts: DraftCounts) -> None:
        self._window.rail.items["drafts"].show_count(sum(counts.statuses.get(status, 0) for status in WRITABLE))

    def _ignore(self, _error: DeskError) -> None:
        """A count that cannot be read is no trouble of its own: the list tells it."""

    def show_list(self) -> None:
        """Show the list, as it is now."""
        self.renew()
        self._window.show_page(self.list)

    def _show_chosen(self, draft: UUID | None) -> None:
        if draft is None:
            self.list.show_paper(None)
            return

        def show(laid_out: LaidOut | None) -> None:
            if [row.id for row in self.list.chosen_rows()] == [draft]:
                self.list.show_paper(laid_out)

        self._records.open(
            draft,
            lambda opened: self._window.gateway.lay_out_aside(opened.dispatch, show, lambda _error: show(None)),
            lambda _error: show(None),
        )

    def delete_chosen(self) -> None:
        """Put the chosen drafts into the bin; the message bar takes them out again."""
        deleted: list[DraftRow] = []
        for row in self.list.chosen_rows():
            if row.id in self._open:
                self._open[row.id].keeper.keep()
                self._put_away(row.id)
            self._records.delete(row.id, partial(self._deleted, row, deleted), self._window.warn_of)
        self.renew()

    def _deleted(self, row: DraftRow, together: list[DraftRow], _nothing: None) -> None:
        """Tell what is in the bin now of those that were deleted together, and offer to take them out again."""
        if not together:
            self.list.deletions.append(together)
        together.append(row)
        said = ngettext("Deleted {count} draft.", "Deleted {count} drafts.", len(together))
        self._window.notices.say(said.format(count=len(together)), f"{_('&Undo')} (Ctrl+Z)", self._undo_deletion)

    def restore_chosen(self) -> None:
        """Take the chosen drafts out of the bin; outside it, those that were deleted last."""
        if self.list.shows_bin:
            self._restore(self.list.chosen_rows())
        else:
            self._undo_deletion()

    def _undo_deletion(self) -> None:
        self._restore(self.list.deletions.pop())

    def _restore(self, rows: list[DraftRow]) -> None:
        for row in rows:
            self._records.restore(row.id, self._ignore_nothing, self._window.warn_of)
        self.renew()
        said = ngettext("Restored {count} draft.", "Restored {count} drafts.", len(rows)).format(count=len(rows))
        self._window.notices.say(said)

    def _ignore_nothing(self, _nothing: None) -> None:
        """Nothing comes of it but its being done."""

    def duplicate_chosen(self) -> None:
        """Begin a draft with the text of the chosen one."""
        for row in self.list.chosen_rows()[:1]:
            self._records.duplicate(row.id, self._show_draft, self._window.warn_of)

    def start_from_chosen(self) -> None:
        """Begin a draft from the chosen one, what belonged to its day marked."""
        for row in self.list.chosen_rows()[:1]:
            self._start_from(row.id)

    # --- beginning ------------------------------------------------------------------------------------------------

    def offer_beginnings(self) -> None:
        """Show the templates and the earlier dispatches that a new one can be started from."""
        from vpdesk.ui.pages.new_dispatch_page import NewDispatchPage

        window = self._window
        if self.beginnings is None:
            page = window.add(NewDispatchPage(window.look, window.icons, window.glyphs, window.acts))
            page.chosen.connect(self._begin_from)
            page.cancelled.connect(self.show_list)
            page.wanted.connect(self._picture)
            self.beginnings = page
        self._renew_beginnings()
        self.beginnings.begin()
        window.show_page(self.beginnings)

    def _renew_beginnings(self) -> None:
        if self.beginnings is not None:
            self._records.beginnings(self._offer, self._window.warn_of)

    def allow_unusual_types(self, *, allowed: bool) -> None:
        """Offer also the types that a body does not usually issue, or no longer."""
        self._records.allow_unusual_types(allowed, self._allowed, self._window.warn_of)

    def _allowed(self, office: Office) -> None:
        self.office = office
        self._renew_beginnings()

    def _offer(self, beginnings: Beginnings) -> None:
        from vpdesk.ui.pages.new_dispatch_page import EarlierDispatch

        if self.beginnings is not None and self.office is not None:
            body, pack = self._body(), pack_of_day(self._desk, self._desk.today())
            name = (version_on(body, self._desk.today()) or body.versions[-1]).name_line
            templates = offered(beginnings.templates, name, pack, unusual=self.office.unusual_types)
            types = {one.code: one.name for one in self._types()}
            earlier = tuple(
                EarlierDispatch(
                    row.id, types.get(row.document_type, row.document_type), row.subject or "", day_of(row.updated_at)
                )
                for row in beginnings.earlier
            )
            self.beginnings.offer(templates, earlier)

    def _picture(self, choice: Template | EarlierDispatch) -> None:
        """Lay out what a card of the gallery shows, in the name of this office."""

        def show(laid_out: LaidOut) -> None:
            # The window may have gone while its pages were laid out.
            if self.beginnings is not None and isValid(self.beginnings):
                self.beginnings.show_pages(choice, laid_out.document)

        def lay_out(dispatch: Dispatch) -> None:
            self._window.gateway.lay_out_aside(dispatch, show, self._ignore)

        if isinstance(choice, Template):
            lay_out(begin_from(self._desk, choice, self._body(), self._desk.today()))
        else:
            self._records.open(choice.id, lambda opened: lay_out(opened.dispatch), self._ignore)

    def _begin_from(self, source: Template | UUID) -> None:
        if isinstance(source, UUID):
            self._start_from(source)
        elif self.office is not None:
            self.begin(begin_from(self._desk, source, self._body(), self._desk.today()), is_ready=True)

    def _start_from(self, draft: UUID) -> None:
        def begin(opened: OpenDraft) -> None:
            self.begin(begin_from(self._desk, opened.dispatch, self._body(), self._desk.today()), is_ready=True)

        self._records.open(draft, begin, self._window.warn_of)

    def begin(self, dispatch: Dispatch, *, is_ready: bool = False) -> None:
        """Begin a draft with this text; a number that a file had is the file's and not the draft's."""
        if self.office is None:
            return
        text = dispatch if is_ready else replace(dispatch, number=None, number_suffix=None)
        self._records.begin(text, self._body().id, self._show_draft, self._window.warn_of)

    def _body(self) -> IssuingBody:
        """The body that the office issues as today."""
        assert self.office is not None  # noqa: S101 -- drafts are offered in an office only
        return self._body_of(self.office)

    def _body_of(self, office: Office) -> IssuingBody:
        return next(iter(bodies_on(office.bodies, self._desk.today())), office.bodies[-1])

    def name_of(self, office: Office) -> str:
        """What an office is called today, in running text."""
        body = self._body_of(office)
        version = version_on(body, self._desk.today()) or body.versions[-1]
        return version.in_text or version.name_line

    def _types(self) -> tuple[DocumentType, ...]:
        """The types that can be issued today."""
        day = self._desk.today()
        return tuple(one for one in pack_of_day(self._desk, day).types if one.is_valid_on(day))

    # --- open drafts ----------------------------------------------------------------------------------------------

    def open_draft(self, draft: UUID, *, from_desk: bool = False) -> None:
        """Show a draft; one that is open already comes into sight as it is, and leads back to where it was opened."""
        self._from_desk = draft if from_desk else None
        if draft in self._open:
            self._show(self._open[draft])
        else:
            self._records.open(draft, self._show_draft, self._window.warn_of)

    def open_at_remark(self, draft: UUID) -> None:
        """Show a draft that was sent back, from the desk, the first remark on it in hand."""
        self._from_desk = draft

        def begin(opened: OpenDraft) -> None:
            self._show_draft(opened)
            if (page := self._open.get(draft)) is not None:
                self._records.remarks(draft, page.begin_remarks, self._ignore)

        self._records.open(draft, begin, self._window.warn_of)

    def _show_draft(self, opened: OpenDraft) -> None:
        self._window.settle()
        if not (opened.draft.progress.may_be_written or self._amended == opened.draft.id):
            self.reading.open(opened.draft.id)
            return
        # Asked for twice before the store answered once, a draft has one page all the same.
        self._show(self._open.get(opened.draft.id) or self._add_draft(opened))

    def _tell_trouble(self, page: DraftPage, error: DeskError) -> None:
        self._window.warn_of(error)
        if isinstance(error, StaleEdit):
            self._window.notices.offer(_("Compare both"), lambda: self._compare_both(page))

    def _compare_both(self, page: DraftPage) -> None:
        """Two people wrote on one draft: show what the other has saved beside what is on this screen."""

        def compare(opened: OpenDraft) -> None:
            conflict = DraftConflict(self, page, opened.draft)
            self.reading.decide(opened.draft, page.dispatch(), conflict)

        self._records.open(page.draft, compare, self._window.warn_of)

    def take_theirs(self, page: DraftPage) -> None:
        """Drop what is on a screen, and go on with the draft as somebody else saved it."""
        self._put_away(page.draft)
        self._records.give_up(page.draft, self._show_draft, self._window.warn_of)

    def keep_apart(self, page: DraftPage) -> None:
        """Make a draft of its own of what is on a screen; the other stays as somebody else saved it."""
        dispatch = page.dispatch()
        self._put_away(page.draft)
        self._records.give_up(page.draft, lambda _opened: self.begin(dispatch, is_ready=True), self._window.warn_of)

    def keep_mine(self, page: DraftPage, theirs: Draft) -> None:
        """Save what is on a screen over what somebody else has saved."""

        def saved(draft: Draft) -> None:
            self._put_away(page.draft)
            self.open_draft(draft.id)

        self._records.save(theirs, page.dispatch(), saved, self._window.warn_of)

    def _show(self, page: DraftPage) -> None:
        self._window.show_page(page)

    def _add_draft(self, opened: OpenDraft) -> DraftPage:
        from vpdesk.ui.pages.draft_page import DraftPage

        window = self._window
        parts = window.look, window.icons, window.glyphs, window.acts, window.gateway
        page = DraftPage(*parts, opened, self.office.bodies if self.office is not None else ())
        window.add(page)
        window.prepare(page)
        page.offer(self._known)
        page.saving_changed.connect(window.follow_saving)
        page.troubled.connect(lambda error: self._tell_trouble(page, error))
        page.settled.connect(window.settle)
        page.said.connect(window.notices.say)
        self._open[opened.draft.id] = page
        if opened.was_overtaken:
            # What is on the screen was typed before somebody else saved the draft.
            QTimer.singleShot(0, page, lambda: self._tell_trouble(page, StaleEdit()))
        elif opened.others:
            names = ", ".join(dict.fromkeys(one.officer_name for one in opened.others))
            self._window.notices.say(_("{names} is writing on this draft too.").format(names=names))
        if opened.draft.progress.rounds:
            self._records.remarks(opened.draft.id, page.show_remarks, self._ignore)
        return page

    @property
    def draft(self) -> DraftPage | None:
        """The draft in sight."""
        return next((page for page in self._open.values() if page is self._window.page), None)

    def close_draft(self) -> None:
        """Join what was typed to the draft in sight and show the list again."""
        page = self.draft
        if page is None:
            return
        page.keeper.join(lambda _draft: self._closed(page))

    def submit(self, page: DraftPage) -> None:
        """Hand a draft to the head, with what is on the screen."""
        page.keeper.join(lambda draft: self._records.submit(draft.id, self._submitted, partial(self._refused, page)))

    def _refused(self, page: DraftPage, error: DeskError) -> None:
        self._window.warn_of(error)
        if isinstance(error, IncompleteDispatch):
            page.go_to_gap(error.components)

    def _submitted(self, draft: Draft) -> None:
        """Tell that it is on its way; the message bar takes it back."""
        self._take_values_in()
        self._put_away(draft.id)
        self.show_list()
        self.list.choose(draft.id)
        said = _("Submitted: “{subject}”.").format(subject=subject_of(draft))
        self._window.notices.say(said, _("&Undo"), lambda: self._take_back(draft.id))

    def _take_back(self, draft: UUID) -> None:
        def taken_back(_draft: Draft) -> None:
            self.renew()
            self.open_draft(draft)

        self._records.take_back(draft, taken_back, self._window.warn_of)

    def amend(self) -> None:
        """Change the text of the dispatch in sight, though it was signed off."""
        self._amended = self.reading.page.draft
        if self._amended is not None:
            self._records.open(self._amended, self._show_draft, self._window.warn_of)
            said = _("A change of one letter takes this dispatch back to the signatory.")
            self._window.notices.say(said)

    def _closed(self, page: DraftPage) -> None:
        self._take_values_in()
        self._put_away(page.draft)
        self.list.choose(page.draft)

    def _put_away(self, draft: UUID) -> None:
        page = self._open.pop(draft)
        page.keeper.stop()
        if self._window.page is page:
            self.show_list()
        self._window.drop(page)

    def tabs(self) -> tuple[Tab, ...]:
        """The drafts that are open."""
        return tuple(Tab(draft, page.title()) for draft, page in self._open.items())

    def next_draft(self) -> None:
        """Show the next of the drafts that are open."""
        pages = list(self._open.values())
        if self.draft in pages:
            self._show(pages[(pages.index(self.draft) + 1) % len(pages)])

    def may_close(self) -> bool:
        """Join every open draft before the window closes; False where the text of one would be lost."""
        for page in self._open.values():
            page.keeper.join()
        self._window.gateway.wait_for_store()
        unsafe = [page for page in self._open.values() if not page.keeper.is_safe]
        if unsafe:
            self._window.show_page(unsafe[0])
            if (trouble := unsafe[0].keeper.trouble) is not None:
                # Told once more: the window stays, and it has to be seen why.
                self._window.warn_of(trouble)
        return not unsafe

    # --- own templates --------------------------------------------------------------------------------------------

    def save_template(self, name: str, dispatch: Dispatch) -> None:
        """Keep a dispatch as a template of the officer's own; it takes the place of the one of that name."""
        saved, replaced = _("Saved the template “{name}”."), _("Replaced the template “{name}”.")

        def tell(change: TemplateChange) -> None:
            self._tell_change(change, (replaced if change.before else saved).format(name=name))

        self._records.save_template(name, dispatch, tell, self._window.warn_of)

    def rename_template(self, template: Template, name: str) -> None:
        """Give an own template another name; it takes the place of the one that had it."""
        renamed, replaced = _("Renamed the template to “{name}”."), _("Replaced the template “{name}”.")

        def tell(change: TemplateChange) -> None:
            self._tell_change(change, (replaced if len(change.before) > 1 else renamed).format(name=name))

        if template.own is not None and name != template.name.vi:
            self._records.rename_template(template.own, name, tell, self._window.warn_of)

    def delete_template(self, template: Template) -> None:
        """Delete an own template; the message bar brings it back."""
        if template.own is not None:
            said = _("Deleted the template “{name}”.").format(name=template.name.vi)
            self._records.delete_template(
                template.own, lambda change: self._tell_change(change, said), self._window.warn_of
            )

    def _tell_change(self, change: TemplateChange, said: str) -> None:
        self._renew_beginnings()
        self._window.notices.say(said, _("&Undo"), lambda: self._undo_change(change))

    def _undo_change(self, change: TemplateChange) -> None:
        self._records.undo_template_change(change, self._undone, self._window.warn_of)

    def _undone(self, _nothing: None) -> None:
        self._renew_beginnings()
        self._window.notices.say(_("Undone."))

    # --- moving ---------------------------------------------------------------------------------------------------

    def leads_back(self, page: Page) -> bool:
        """Whether there is a way back from a page."""
        is_list = page is self.list or page.place == "signing" or page.is_first
        return self.office is not None and self.door.is_open and not is_list

    def go_back(self) -> None:
        """From a draft or the templates back to the list, or to the desk; the draft stays open."""
        if self.leads_back(self._window.page):
            page = self.draft
            if page is not None:
                page.keeper.keep()
            if page is not None and page.draft == self._from_desk:
                self._window.enter("desk")
            elif self.reading.leads_back(self._window.page):
                self._window.show_page(self.reading.page)
            else:
                self.show_list()

    # --- those who sign -------------------------------------------------------------------------------------------

    def may(self, permission: Permission) -> bool:
        """Whether who is signed in may do something, as far as the window knows: the services ask again."""
        return self.door.officer is not None and self.door.officer.may(permission)

    def take_office(self, office: Office) -> None:
        """Let the office be as it was changed: drafts begin with what its bodies are called now."""
        self.office = office
        self._window.rail.name_office(self.name_of(office))
        self._take_values_in()

    # --- what the form offers -------------------------------------------------------------------------------------

    def _take_values_in(self) -> None:
        self._records.earlier_values(self._know, self._ignore)

    def _know(self, values: EarlierValues) -> None:
        if self.office is None:
            return
        packs, day = self._desk.packs, self._desk.today()
        versions = [version for body in self.office.bodies if (version := version_on(body, day))]
        self._known = Known(
            types=self._types(),
            rules=tuple((pack.title, name) for name, pack in packs.items()),
            bodies=tuple(BodyNames(one.parent_line, one.name_line) for one in versions),
            signatories=values.signatories,
            places=values.places,
            addressees=values.addressees,
            recipients=values.recipients,
            names=values.names,
        )
        for page in self._open.values():
            page.offer(self._known)
        QTimer.singleShot(_GLANCE, self, _take_draft_page_in)


class DraftConflict:
    """Two have written on one draft; one of the texts is chosen."""

    def __init__(self, room: DraftingRoom, page: DraftPage, theirs: Draft) -> None:
        self._room, self._page, self._theirs = room, page, theirs

    def take_theirs(self) -> None:
        """Go on with what the other has written."""
        self._room.take_theirs(self._page)

    def keep_apart(self) -> None:
        """Go on with what the other has written, one's own text in a draft of its own."""
        self._room.keep_apart(self._page)

    def keep_mine(self) -> None:
        """Go on with one's own text."""
        self._room.keep_mine(self._page, self._theirs)


def _take_draft_page_in() -> None:
    """Take in the page of a draft while the list is looked at, so that opening the first one does not wait for it."""
    import_module("vpdesk.ui.pages.draft_page")
