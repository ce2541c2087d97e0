"""The acts on arrivals in work: submitted, handed on, acknowledged, given more time, finished, opened again.

Each asks once where it must, says what was done, and offers to undo it where that can be done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from vpdesk.domain.arrival_work import ArrivalWork, WorkStep
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import folded
from vpdesk.services import answers, handling
from vpdesk.ui.forms.handing_dialog import Asked, HandingDialog
from vpdesk.ui.forms.name_dialog import NameDialog
from vpdesk.ui.forms.work_dialogs import AnswerDialog, FinishDialog, MoreTimeDialog, SubmitDialog
from vpdesk.words.arrival_work import day_words, handling_words
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.domain.drafts import OpenDraft
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.finding import Hit
    from vpdesk.domain.incoming import IncomingDocument
    from vpdesk.domain.organisation import Officer
    from vpdesk.services.desk import Desk
    from vpdesk.ui.arrivals_room import ArrivalsRoom
    from vpdesk.ui.forms.act_dialog import ActDialog
    from vpdesk.ui.forms.work_dialogs import Ending, MoreTime
    from vpdesk.ui.main_window import MainWindow

T = TypeVar("T")
Lines = Sequence["IncomingDocument"]
_WEEK = timedelta(days=7)
_DEPUTY = "pho "
"""How the positions of deputies begin, without accents."""


class ArrivalWorks:
    """Opens the dialogs of the acts and hands what they are given to the services."""

    def __init__(self, window: MainWindow, room: ArrivalsRoom) -> None:
        self._window, self._room = window, room
        self._arrivals = window.gateway.arrivals
        self._head: UUID | None = None

    # --- before the head ------------------------------------------------------------------------------------------

    def submit(self, arrivals: Lines) -> None:
        """Submit arrivals to the head; where there are several, ask to which."""
        self._arrivals.heads(partial(self._ask_head, arrivals), self._window.warn_of)

    def _ask_head(self, arrivals: Lines, heads: tuple[Officer, ...]) -> None:
        ids = [one.id for one in arrivals]
        if len(heads) == 1:
            only = heads[0]
            submitted = partial(self._submitted, only.name)
            self._arrivals.act(lambda desk: handling.submit(desk, ids, only.id), submitted, self._window.warn_of)
        elif heads:
            self._choose_head(arrivals, heads)

    def _choose_head(self, arrivals: Lines, heads: tuple[Officer, ...]) -> None:
        window, count = self._window, len(arrivals)
        several = ngettext("Submit {count} arrival", "Submit {count} arrivals", count)
        act = several.format(count=format_number(count))
        names = {one.id: one.name for one in heads}
        first = self._head if self._head in names else usual_head(heads).id
        dialog = SubmitDialog(act, _about(arrivals), heads, first, window.look, window.icons, window)

        def submit(head: UUID) -> None:
            self._head = head
            act = partial(handling.submit, arrivals=[one.id for one in arrivals], to=head)
            self._do(dialog, act, partial(self._submitted, names[head]))

        dialog.given.connect(submit)
        dialog.open()

    def _submitted(self, head: str, arrivals: Lines) -> None:
        said = ngettext("Submitted {count} arrival to {head}.", "Submitted {count} arrivals to {head}.", len(arrivals))
        said = said.format(count=format_number(len(arrivals)), head=head)
        self._room.done(said, partial(self.take_back, arrivals))

    def take_back(self, arrivals: Lines) -> None:
        """Take arrivals back from the head, who has not written on them."""
        ids = [one.id for one in arrivals]

        def taken(back: Lines) -> None:
            said = ngettext("Took {count} arrival back.", "Took {count} arrivals back.", len(back))
            self._room.done(said.format(count=format_number(len(back))))

        self._arrivals.act(lambda desk: handling.take_back(desk, ids), taken, self._window.warn_of)

    # --- handing on, and acknowledging ----------------------------------------------------------------------------

    def hand_over(self, arrivals: Lines) -> None:
        """Ask to whom arrivals go, and on which day."""
        one, count = _("Hand number {number} on"), len(arrivals)
        several = ngettext("Hand {count} arrival on", "Hand {count} arrivals on", count)
        act = (one if count == 1 else several).format(number=arrivals[0].written_number, count=count)
        dialog = self._ask_person(Asked(_("Hand on"), _("&Receiver"), _("&Day"), act), arrivals)

        def hand_over(person: str | None, day: date) -> None:
            ids = [one.id for one in arrivals]
            self._arrivals.hand_over(ids, person, day, self._handed, self._window.warn_of)

        dialog.answered.connect(hand_over)
        dialog.open()

    def _handed(self, arrivals: Lines) -> None:
        said = ngettext("Handed {count} arrival on.", "Handed {count} arrivals on.", len(arrivals))
        self._room.done(said.format(count=format_number(len(arrivals))))

    def sign_for(self, arrivals: Lines) -> None:
        """Acknowledge arrivals that the officer was given; a clerk asks who has signed for those of others."""
        self._arrivals.works([one.id for one in arrivals], self._sign_for, self._window.warn_of)

    def _sign_for(self, works: tuple[ArrivalWork, ...]) -> None:
        officer = self._room.officer
        own = [one for one in works if officer is not None and _is_his(one, officer)]
        if own and len(own) == len(works):
            ids = [one.arrival.id for one in own]
            self._arrivals.act(lambda desk: handling.acknowledge(desk, ids), self._signed_for, self._window.warn_of)
        elif self._room.may(Permission.REGISTER_ARRIVALS):
            self._ask_who_signed(works)

    def _ask_who_signed(self, works: tuple[ArrivalWork, ...]) -> None:
        asked = Asked(_("Signed for"), _("&Signed by"), _("&Day"), _("Set down"))
        dialog = self._ask_person(asked, [one.arrival for one in works], works[0] if len(works) == 1 else None)

        def sign(person: str | None, day: date) -> None:
            self._arrivals.act(partial(_sign, works=works, person=person, day=day), self._signed_for, self._refuse)

        dialog.answered.connect(sign)
        dialog.open()

    def _refuse(self, error: DeskError) -> None:
        self._window.warn_of(error)

    def _signed_for(self, arrivals: Lines) -> None:
        said = ngettext("{count} arrival is signed for.", "{count} arrivals are signed for.", len(arrivals))
        self._room.done(said.format(count=format_number(len(arrivals))))

    def _ask_person(self, asked: Asked, arrivals: Lines, work: ArrivalWork | None = None) -> HandingDialog:
        """A dialog that shows who has the arrivals: of one that was directed, who has not acknowledged it yet."""
        window, today = self._window, self._window.gateway.desk.today
        waiting = [one.name for one in work.assignees if one.acknowledged_at is None] if work is not None else []
        people = self._room.people() | dict.fromkeys(waiting, 1)
        dialog = HandingDialog(asked, people, window.look, window.icons, today, window)
        receivers = {one.receiver for one in arrivals}
        has_one = receivers.pop() if len(receivers) == 1 else None
        dialog.show_person(waiting[0] if waiting else has_one, needs_one=None in {one.receiver for one in arrivals})
        return dialog

    # --- more time ------------------------------------------------------------------------------------------------

    def extend(self, arrival: IncomingDocument) -> None:
        """Ask until when an arrival is to be worked now, who agreed, and why."""
        self._arrivals.heads(partial(self._ask_time, arrival), self._window.warn_of)

    def _ask_time(self, arrival: IncomingDocument, heads: tuple[Officer, ...]) -> None:
        window, today = self._window, self._window.gateway.desk.today
        due_on = arrival.due_on or today()
        about = _("{about}\nDue on {day} so far; that stays on record.")
        dialog = MoreTimeDialog(
            about.format(about=_about([arrival]), day=day_words(due_on)),
            max(due_on, today()) + _WEEK,
            {one.name: 0 for one in heads},
            today,
            window.look,
            window.icons,
            window,
        )

        def extend(more: MoreTime) -> None:
            act = partial(
                handling.extend, arrival=arrival.id, due_on=more.day, agreed_by=more.agreed_by, reason=more.reason
            )
            self._do(dialog, act, self._extended)

        dialog.given.connect(extend)
        dialog.open()

    def _extended(self, arrival: IncomingDocument) -> None:
        said = _("Number {number} is due on {day} now.")
        day = day_words(arrival.due_on) if arrival.due_on else ""
        self._room.done(said.format(number=arrival.written_number, day=day))

    # --- how it ends ----------------------------------------------------------------------------------------------

    def finish(self, arrivals: Lines) -> None:
        """Ask how arrivals ended that no reply was called for."""
        window, count = self._window, len(arrivals)
        several = ngettext("Finish {count} arrival", "Finish {count} arrivals", count)
        one = _("Finish number {number}").format(number=arrivals[0].written_number)
        act = one if count == 1 else several.format(count=format_number(count))
        today = window.gateway.desk.today
        dialog = FinishDialog(act, _about(arrivals), today, window.look, window.icons, window)

        def finish(end: Ending) -> None:
            ids = [one.id for one in arrivals]
            act = partial(handling.finish, arrivals=ids, state=end.state, on=end.day, outcome=end.outcome)
            self._do(dialog, act, partial(self._finished, end))

        dialog.given.connect(finish)
        dialog.open()

    def _finished(self, end: Ending, arrivals: Lines) -> None:
        state = handling_words(end.state)[0]
        one = _("Number {number}: {state}.").format(number=arrivals[0].written_number, state=state)
        several = ngettext("{count} arrival: {state}.", "{count} arrivals: {state}.", len(arrivals))
        said = one if len(arrivals) == 1 else several.format(count=format_number(len(arrivals)), state=state)
        self._room.done(said, partial(self._unfinish, arrivals))

    def _unfinish(self, arrivals: Lines) -> None:
        """Let arrivals go on that were finished a moment ago."""

        def reopen(desk: Desk) -> tuple[IncomingDocument, ...]:
            return tuple(handling.reopen(desk, one.id, _("Undone at once")) for one in arrivals)

        self._arrivals.act(reopen, self._reopened, self._window.warn_of)

    def reopen(self, arrival: IncomingDocument) -> None:
        """Ask why an arrival that was finished is to go on."""
        window = self._window
        act = _("Open number {number} again").format(number=arrival.written_number)
        dialog = NameDialog(
            act, _("Why? It is kept with what stood there."), act, "", window.icons, window, _("Say why.")
        )

        def reopen(reason: str) -> None:
            again = partial(handling.reopen, arrival=arrival.id, reason=reason)
            self._arrivals.act(again, lambda kept: self._reopened((kept,)), window.warn_of)

        dialog.named.connect(reopen)
        dialog.open()

    def _reopened(self, arrivals: Lines) -> None:
        said = ngettext("{count} arrival goes on.", "{count} arrivals go on.", len(arrivals))
        self._room.done(said.format(count=format_number(len(arrivals))))

    # --- answering ------------------------------------------------------------------------------------------------

    def answer(self, arrival: IncomingDocument) -> None:
        """Begin the draft that answers an arrival, and open it; one that was begun before is opened again."""
        self._arrivals.works([arrival.id], self._answer, self._window.warn_of)

    def _answer(self, works: tuple[ArrivalWork, ...]) -> None:
        begun = [one for one in works[0].answers if one.is_draft]
        if begun:
            self._window.open_draft(begun[0].record)
            return
        arrival = works[0].arrival.id
        self._arrivals.act(lambda desk: answers.begin_reply(desk, arrival), self._begun, self._window.warn_of)

    def _begun(self, opened: OpenDraft) -> None:
        self._window.settle()
        if self._window.room is not None:
            self._window.room.renew()
        self._window.open_draft(opened.draft.id)

    def finish_with(self, arrival: IncomingDocument) -> None:
        """Ask which document answers an arrival that was issued already."""
        window = self._window
        dialog = AnswerDialog(_about([arrival]), window.look, window.icons, window)

        def tie(written: str, hit: Hit | None) -> None:
            if hit is None:
                dialog.tell(_("No document of the outgoing register bears “{reference}”.").format(reference=written))
                return
            act = partial(handling.finish_with, arrival=arrival.id, line=hit.record)
            self._do(dialog, act, self._answered)

        def look_up(written: str) -> None:
            self._arrivals.issued_as(written, partial(tie, written), partial(_tell, dialog))

        dialog.given.connect(look_up)
        dialog.open()

    def _answered(self, arrival: IncomingDocument) -> None:
        said = _("Number {number} is answered by {reference}.")
        self._room.done(said.format(number=arrival.written_number, reference=arrival.answer or ""))

    # --- making void ----------------------------------------------------------------------------------------------

    def void(self, arrival: IncomingDocument) -> None:
        """Ask why a line is to be void."""
        act = _("Make number {number} void").format(number=arrival.written_number)
        asked = _("Why? The register prints it. The number is never used again.")
        dialog = NameDialog(act, asked, act, "", self._window.icons, self._window, _("Say why."))
        dialog.named.connect(lambda reason: self._arrivals.void(arrival.id, reason, self._voided, self._window.warn_of))
        dialog.open()

    def _voided(self, arrival: IncomingDocument) -> None:
        self._room.done(_("Arrival number {number} is void.").format(number=arrival.written_number))

    def _do(self, dialog: ActDialog, act: Callable[[Desk], T], say: Callable[[T], None]) -> None:
        """Do an act; its dialog goes when it was done, and says why when it was not."""

        def done(answer: T) -> None:
            dialog.accept()
            say(answer)

        self._arrivals.act(act, done, partial(_tell, dialog))


def usual_head(heads: Sequence[Officer]) -> Officer:
    """The head to whom arrivals go as a rule: who is no deputy, where there is one."""
    return min(heads, key=lambda one: folded(one.position or "").startswith(_DEPUTY))


def _tell(dialog: ActDialog, error: DeskError) -> None:
    dialog.tell(str(explain(error)))


def _is_his(work: ArrivalWork, officer: Officer) -> bool:
    """Whether an arrival waits for an officer's own acknowledgement."""
    mine = [one for one in work.assignees if one.officer == officer.id and one.acknowledged_at is None]
    by_name = not work.assignees and work.arrival.receiver == officer.name and work.arrival.received_on is None
    return WorkStep.ACKNOWLEDGE in work.steps and bool(mine or by_name)


def _sign(desk: Desk, works: tuple[ArrivalWork, ...], person: str | None, day: date) -> tuple[IncomingDocument, ...]:
    """Set down who signed for arrivals: of those that were directed whom the name means, or their leads."""
    from vpdesk.services import receiving

    signed: list[IncomingDocument] = []
    for work in works:
        named = [one for one in work.assignees if folded(one.name) == folded(person or "")]
        if WorkStep.ACKNOWLEDGE in work.steps and work.assignees:
            assignee = named[0].id if named else None
            signed += handling.acknowledge(desk, [work.arrival.id], day, assignee)
        else:
            signed += receiving.received(desk, [work.arrival.id], person, day)
    return tuple(signed)


def _about(arrivals: Lines) -> str:
    """What an act is about: of one arrival its number, sender and subject; of several their numbers."""
    if len(arrivals) > 1:
        numbers = [one.written_number for one in arrivals]
        listed = ", ".join(numbers) if len(numbers) <= 6 else f"{', '.join(numbers[:3])} … {numbers[-1]}"
        return _("Arrival numbers {numbers}").format(numbers=listed)
    one = arrivals[0]
    told = (_("Arrival number {number}").format(number=one.written_number), one.sender, one.reference, one.subject)
    return " · ".join(" ".join(part.split()) for part in told if part)
