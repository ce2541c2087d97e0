"""The acts on the outgoing register: each asks once, says what was really done, and leaves what was refused to try."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from vpdesk.domain.dates import LOCAL, local_day
from vpdesk.domain.errors import DateNeedsReason, NoTermCovers, SeriesClosed
from vpdesk.domain.outgoing import LinkKind
from vpdesk.domain.workdays import CLOSING_TIME, Holiday, Workdays
from vpdesk.services import file_copies, outgoing
from vpdesk.services.followups import begin_copy, begin_followup
from vpdesk.ui.forms.correct_dialog import CorrectDialog
from vpdesk.ui.forms.delivery_dialog import DeliveryDialog
from vpdesk.ui.forms.external_dialog import ExternalDialog, WithholdDialog
from vpdesk.ui.forms.hold_dialog import ExtendDialog, HoldDialog
from vpdesk.ui.forms.issue_dialog import IssueDialog
from vpdesk.ui.forms.lending_dialog import LendDialog, Lending, TakeInDialog
from vpdesk.ui.forms.void_dialog import VoidDialog
from vpdesk.ui.way_to_terms import offer_term, warn_of_day
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.outgoing import summary_words
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.domain.dispatch import CopyKind
    from vpdesk.domain.drafts import OpenDraft
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.issuing import Issued, LineDetail, NextNumber, Proposal
    from vpdesk.domain.outgoing import Delivery, FileCopyUse, RegisterLine
    from vpdesk.services.desk import Desk
    from vpdesk.ui.forms.act_dialog import ActDialog
    from vpdesk.ui.forms.external_dialog import ExternalOrder
    from vpdesk.ui.forms.hold_dialog import HoldOrder
    from vpdesk.ui.forms.issue_dialog import Ordered
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.outgoing_room import OutgoingRoom

T = TypeVar("T")


class OutgoingActs:
    """Opens the dialogs of the acts and hands what they are given to the services."""

    def __init__(self, window: MainWindow, room: OutgoingRoom) -> None:
        self._window, self._room = window, room
        self._outgoing = window.gateway.outgoing

    # --- issuing ----------------------------------------------------------------------------------------------------

    def issue(self) -> None:
        """Ask for the numbers of what is chosen of that which waits."""
        self.issue_these([row.id for row in self._room.page.chosen_waiting])

    def issue_these(self, dispatches: Sequence[UUID]) -> None:
        """Ask for the numbers of dispatches that were signed off."""
        if dispatches:
            self._outgoing.propose(dispatches, None, self._ask_issue, partial(warn_of_day, self._window))

    def _ask_issue(self, proposals: tuple[Proposal, ...]) -> None:
        window = self._window
        dialog = IssueDialog(proposals, self._room.types, window.gateway.desk.clock, window.look, window.icons, window)
        dispatches = [one.id for one in proposals]

        def propose(day: date | None) -> None:
            self._outgoing.propose(dispatches, day, dialog.show_proposals, partial(self._refuse_day, dialog))

        dialog.day_chosen.connect(propose)
        dialog.ordered.connect(partial(self._issue, dialog))
        dialog.open()

    def _issue(self, dialog: IssueDialog, ordered: Ordered) -> None:
        def refused(error: DeskError) -> None:
            if isinstance(error, DateNeedsReason):
                dialog.ask_for_reason()
            elif isinstance(error, NoTermCovers | SeriesClosed):
                self._refuse_day(dialog, error)
            else:
                dialog.tell(str(explain(error)))

        self._outgoing.issue(ordered.orders, partial(self._issued, dialog, ordered), refused)

    def _issued(self, dialog: IssueDialog, ordered: Ordered, issued: tuple[Issued, ...]) -> None:
        """Say which numbers were really taken: somebody else may have been faster than what was proposed."""
        dialog.accept()
        self._room.after_act()
        lines = [one.line for one in issued]
        if len(lines) == 1:
            said = _("Number {reference} was taken.").format(reference=lines[0].reference)
        else:
            said = ngettext(
                "{count} number was taken: {references}.", "{count} numbers were taken: {references}.", len(lines)
            )
            said = said.format(count=format_number(len(lines)), references=_listed(lines))
        self._window.notices.say(said, _("Sho&w it"), lambda: self._room.open_line(lines[0].id))
        if ordered.saves:
            self._room.papers.save_lines(lines)
        if ordered.prints:
            self._room.papers.print_lines(lines)

    # --- numbers without a dispatch ---------------------------------------------------------------------------------

    def hold(self) -> None:
        """Ask for whom numbers are held, and until when: as a rule until the next workday of the office's calendar."""
        self._outgoing.holidays(self._ask_for_whom, self._window.warn_of)

    def _ask_for_whom(self, holidays: Sequence[Holiday]) -> None:
        window, today = self._window, self._window.gateway.desk.today
        types, last_day = self._room.usual_types, Workdays(holidays).later(today(), 1)
        dialog = HoldDialog(types, last_day, today, window.look, window.icons, window)
        ask = partial(self._next, dialog, dialog.show_next)
        dialog.type_chosen.connect(lambda code: ask(code, today()))
        dialog.given.connect(partial(self._hold, dialog))
        ask(types[0][1], today())
        dialog.open()

    def _hold(self, dialog: HoldDialog, order: HoldOrder) -> None:
        body = self._room.body_on(self._window.gateway.desk.today())
        if body is None:
            return
        end = _closing(order.last_day)

        def hold(desk: Desk) -> tuple[RegisterLine, ...]:
            return outgoing.hold(desk, body, order.code, order.person, order.reason, end, order.count)

        self._do(dialog, hold, lambda lines: _("Held: {references}.").format(references=_listed(lines)))

    def extend_hold(self) -> None:
        """Ask until when the number in hand is held longer."""
        if (detail := self._room.detail) is None or detail.line.held_until is None:
            return
        window, today, line = self._window, self._window.gateway.desk.today, detail.line
        last_day = max(local_day(detail.line.held_until), today()) + timedelta(days=1)
        dialog = ExtendDialog(line, last_day, today, window.look, window.icons, window)

        def extend(day: date, reason: str) -> None:
            act = partial(outgoing.extend_hold, line=line.id, until=_closing(day), reason=reason)
            self._do(dialog, act, lambda kept: _("{reference} is held longer.").format(reference=kept.reference))

        dialog.given.connect(extend)
        dialog.open()

    def register_external(self) -> None:
        """Ask for documents that were made outside the program."""
        window, today = self._window, self._window.gateway.desk.today
        dialog = ExternalDialog(self._room.usual_types, today, window.look, window.icons, window)
        dialog.wanted.connect(partial(self._next, dialog, dialog.show_next))
        dialog.given.connect(partial(self._register, dialog))
        dialog.ask()
        dialog.open()

    def _register(self, dialog: ExternalDialog, order: ExternalOrder) -> None:
        body = self._room.body_on(order.letters[0].day)
        if body is None:
            self._refuse(dialog, NoTermCovers(order.letters[0].day))
            return

        def register(desk: Desk) -> tuple[RegisterLine, ...]:
            return outgoing.register_external(desk, body, order.letters, order.reason)

        self._do(dialog, register, lambda lines: _("Entered: {references}.").format(references=_listed(lines)))

    def withhold(self) -> None:
        """Ask for the type of a secret document, and take its number."""
        window, today = self._window, self._window.gateway.desk.today
        dialog = WithholdDialog(self._room.usual_types, today, window.look, window.icons, window)
        dialog.wanted.connect(partial(self._next, dialog, dialog.show_next))

        def withhold(code: str, day: date) -> None:
            if (body := self._room.body_on(day)) is None:
                self._refuse(dialog, NoTermCovers(day))
                return
            act = partial(outgoing.withhold, body=body, code=code, day=day)
            self._do(dialog, act, lambda line: _("Number {reference} was taken.").format(reference=line.reference))

        dialog.given.connect(withhold)
        dialog.ask()
        dialog.open()

    def _next(self, dialog: ActDialog, show: Callable[[NextNumber], None], code: str, day: date) -> None:
        """Ask for the number that comes next for a type and day."""
        if (body := self._room.body_on(day)) is None:
            self._refuse(dialog, NoTermCovers(day))
        else:
            self._outgoing.next_number(body, code, day, show, partial(self._refuse, dialog))

    # --- a line -----------------------------------------------------------------------------------------------------

    def void(self) -> None:
        """Ask why the number in hand is void."""
        if (detail := self._room.detail) is None:
            return
        window, line = self._window, detail.line
        summary = summary_words(line, self._room.types.get(line.document_type, line.document_type))
        dialog = VoidDialog(line, summary, window.look, window.icons, window)

        def void(reason: str) -> None:
            act = partial(outgoing.void, line=line.id, version=line.version, reason=reason)
            self._do(dialog, act, lambda voided: _("{reference} is void.").format(reference=voided.reference))

        dialog.given.connect(void)
        dialog.open()

    def correct(self) -> None:
        """Ask what is wrong with the line in hand."""
        if (detail := self._room.detail) is None:
            return
        window = self._window
        dialog = CorrectDialog(detail.line, window.gateway.desk.today, window.look, window.icons, window)

        def correct(line: RegisterLine, reason: str) -> None:
            act = partial(outgoing.correct, line=line, reason=reason)
            self._do(dialog, act, lambda kept: _("Corrected {reference}.").format(reference=kept.reference))

        dialog.given.connect(correct)
        dialog.open()

    def deliver(self) -> None:
        """Show the deliveries of the line in hand, to be ticked."""
        if (detail := self._room.detail) is None:
            return
        window, line = self._window, detail.line
        dialog = DeliveryDialog(detail, window.gateway.desk.clock, window.look, window.icons, window)

        def deliver(deliveries: Sequence[Delivery]) -> None:
            changed = [one for one in deliveries if one not in detail.deliveries]
            act = partial(outgoing.deliver, line=line.id, deliveries=changed)
            self._do(dialog, act, lambda kept: _delivered(line.reference, kept))

        dialog.given.connect(deliver)
        dialog.papers_wanted.connect(partial(self._room.papers.print_delivery, line))
        dialog.open()

    def lend(self) -> None:
        """Ask who uses the file copy of the line in hand, or when it came back where somebody has it."""
        if (detail := self._room.detail) is not None:
            uses = partial(file_copies.uses_of, line=detail.line.id)
            self._outgoing.act(uses, partial(self._lend, detail.line), self._window.warn_of)

    def _lend(self, line: RegisterLine, uses: tuple[FileCopyUse, ...]) -> None:
        window, today = self._window, self._window.gateway.desk.today
        if uses and uses[-1].returned_on is None:
            self._take_in(line, uses[-1])
            return
        dialog = LendDialog(line, today, window.look, window.icons, window)

        def lend(one: Lending) -> None:
            act = partial(
                file_copies.lend,
                line=line.id,
                person=one.person,
                day=one.day,
                allowed_by=one.allowed_by,
                file_symbol=one.file_symbol,
            )
            self._do(dialog, act, lambda use: _("{person} has the file copy.").format(person=use.person))

        dialog.given.connect(lend)
        dialog.open()

    def _take_in(self, line: RegisterLine, use: FileCopyUse) -> None:
        window, today = self._window, self._window.gateway.desk.today
        dialog = TakeInDialog(line, use, today, window.look, window.icons, window)

        def take_in(day: date, by: str) -> None:
            act = partial(file_copies.take_in, use=use.id, day=day, received_by=by)
            self._do(dialog, act, lambda _use: _("The file copy is back."))

        dialog.given.connect(take_in)
        dialog.open()

    # --- what follows -----------------------------------------------------------------------------------------------

    def follow_up(self, kind: LinkKind) -> None:
        """Begin what replaces, amends, corrects or recalls the document in hand."""
        self._begin(lambda desk, detail: begin_followup(desk, detail.line.id, kind))

    def copy(self, kind: CopyKind) -> None:
        """Begin a certified copy of the document in hand."""
        self._begin(lambda desk, detail: begin_copy(desk, detail.line.id, kind))

    def _begin(self, act: Callable[[Desk, LineDetail], OpenDraft]) -> None:
        if (detail := self._room.detail) is None:
            return

        def begun(opened: OpenDraft) -> None:
            self._window.settle()
            if self._window.room is not None:
                self._window.room.renew()
            self._window.open_draft(opened.draft.id)

        self._outgoing.act(lambda desk: act(desk, detail), begun, self._window.warn_of)

    def _do(self, dialog: ActDialog, act: Callable[[Desk], T], say: Callable[[T], str]) -> None:
        """Do an act; its dialog goes when it was done, and says why when it was not."""

        def done(answer: T) -> None:
            dialog.accept()
            self._room.after_act()
            self._window.notices.say(say(answer))

        self._outgoing.act(act, done, partial(self._refuse, dialog))

    def _refuse(self, dialog: ActDialog, error: DeskError) -> None:
        dialog.tell(str(explain(error)))
        offer_term(self._window, dialog, error)

    def _refuse_day(self, dialog: IssueDialog, error: DeskError) -> None:
        dialog.refuse_day(str(explain(error)))
        offer_term(self._window, dialog, error)


def _listed(lines: Sequence[RegisterLine]) -> str:
    """The numbers of lines; of many the first and the last."""
    names = [one.reference for one in lines]
    return ", ".join(names) if len(names) < 4 else f"{names[0]} … {names[-1]}"


def _delivered(reference: str, deliveries: Sequence[Delivery]) -> str:
    sent = sum(one.sent_on is not None for one in deliveries)
    said = ngettext("{reference}: {count} delivery set down.", "{reference}: {count} deliveries set down.", sent)
    return said.format(reference=reference, count=format_number(sent))


def _closing(day: date) -> datetime:
    """When the office closes on a day."""
    return datetime.combine(day, CLOSING_TIME, LOCAL)
