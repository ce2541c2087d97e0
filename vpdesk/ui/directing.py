"""Directing an arrival in hand: what the form begins with, the directive as it is written, and what is opened next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vpdesk.domain.arrival_work import ReminderKind, WorkStep
from vpdesk.domain.arriving import ArrivalView
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry, HandlingState
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import folded
from vpdesk.domain.typed_dates import read_day
from vpdesk.services import handling, phrases, work_in_hand
from vpdesk.ui.arrival_works import usual_head
from vpdesk.ui.forms.directive_form import Directed
from vpdesk.ui.forms.phrases_dialog import PhrasesDialog
from vpdesk.words.catalogue import _, format_day
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.handling import Assignee, DirectivePhrase
    from vpdesk.domain.incoming import IncomingDocument
    from vpdesk.domain.organisation import Officer
    from vpdesk.services.desk import Desk
    from vpdesk.ui.arrival_in_hand import ArrivalInHand
    from vpdesk.ui.arrivals import Case
    from vpdesk.ui.arrivals_room import ArrivalsRoom
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.widgets.directive_pane import DirectivePane

_PATIENCE = 150
"""Milliseconds that the keys wait for an answer of the store."""


class Directing:
    """Fills the form of a directive on the page of an arrival, and takes what was written to the services.

    What was typed on an arrival and not assigned is there again when the arrival is opened again.
    """

    def __init__(self, window: MainWindow, room: ArrivalsRoom, in_hand: ArrivalInHand) -> None:
        self._window, self._room, self._in_hand = window, room, in_hand
        self._arrivals = window.gateway.arrivals
        self._is_assigning = False
        self._begun: IncomingDocument | None = None
        self._typed: dict[UUID, Directed] = {}

    @property
    def directs(self) -> bool:
        """Whether the officer writes directives of his own; a clerk sets those of others down."""
        return self._room.may(Permission.DIRECT)

    def make_pane(self) -> DirectivePane:
        """The form beside the scan, made with the first directive."""
        from vpdesk.ui.widgets.directive_pane import DirectivePane

        window = self._window
        today = window.gateway.desk.today
        pane = DirectivePane(window.look, window.icons, window.acts, today, sets_down=not self.directs)
        pane.assigned.connect(self._assign)
        return pane

    def waits_for_directive(self, case: Case) -> bool:
        """Whether an arrival that is opened waits for the directive of the officer at the desk."""
        handling = case.work.handling
        is_submitted = handling is not None and handling.state is HandlingState.SUBMITTED
        return is_submitted and WorkStep.DIRECT in case.work.steps

    def begin(self, case: Case) -> None:
        """Show the form for an arrival, with what stands there already or is proposed."""
        self.keep_typed()
        self._is_assigning = False
        work, page = case.work, self._in_hand.page
        heads = [one for one in case.handlers if one.may(Permission.DIRECT)]
        pane = page.show_directive(self.make_pane)
        due_on = work.arrival.due_on or work.proposed_due_on
        asked = (work.handling.directed_by or work.handling.submitted_to) if work.handling else None
        begun = Directed(
            work.lead.name if work.lead else "",
            tuple(_written(one) for one in work.support),
            due_on,
            work.handling.directive if work.handling else None,
            asked or (usual_head(heads).id if heads else None),
        )
        is_proposed = work.arrival.due_on is None and due_on is not None
        pane.begin(begun, _("as the working rules propose") if is_proposed else "", case.handlers, heads)
        pane.show_phrases(case.phrases)
        self._begun = work.arrival
        if (typed := self._typed.pop(work.arrival.id, None)) is not None:
            pane.form.begin(typed)
            pane.form.is_touched = True

    def keep_typed(self) -> IncomingDocument | None:
        """Keep what was typed in the form and not assigned; the arrival it is of, None where nothing was."""
        pane, arrival = self._in_hand.page.directive, self._begun
        if pane is None or arrival is None or not pane.form.is_touched:
            return None
        self._typed[arrival.id] = pane.form.directed()
        pane.form.is_touched = False
        return arrival

    def give_up(self) -> None:
        """The form is left: say so where something was typed, and offer to go on with it."""
        if (arrival := self.keep_typed()) is not None:
            said = _("Number {number} is not assigned; what was typed is kept.").format(number=arrival.written_number)
            back = self._in_hand.back
            self._window.notices.say(said, _("&Undo"), lambda: self._in_hand.open(arrival.id, back, directs=True))

    def _assign(self, directed: Directed) -> None:
        case = self._in_hand.case
        if case is None or self._is_assigning:
            return
        self._is_assigning = True
        today = self._window.gateway.desk.today()
        arrival, entry = case.work.arrival.id, directive_of(directed, case.handlers, today)
        self._arrivals.act(
            lambda desk: handling.direct(desk, arrival, entry), partial(self._assigned, directed.lead), self._refused
        )
        # What is typed meanwhile belongs to the next one: the keys wait for it, though not for long.
        for _answer in ("assigned", "which is next", "all there is to know of it"):
            self._window.gateway.wait_for_store(_PATIENCE)

    def _refused(self, error: DeskError) -> None:
        self._is_assigning = False
        self._window.warn_of(error)

    def _assigned(self, lead: str, arrival: IncomingDocument) -> None:
        """Say what was done, and open the next one that waits for a directive of the officer."""
        self._window.settle()
        self._begun = None
        said = _("Number {number} is assigned to {lead}.").format(number=arrival.written_number, lead=lead)
        self._window.notices.say(said, _("Sho&w it"), lambda: self._in_hand.open(arrival.id))
        self._room.work_changed()
        if self.directs:
            self._arrivals.act(_next_waiting, self._go_on, self._window.warn_of)
        else:
            self._leave()
            self._in_hand.renew()

    def _leave(self) -> None:
        self._is_assigning = False
        self._in_hand.page.leave_directive()

    def _go_on(self, following: UUID | None) -> None:
        if following is None:
            self._leave()
            self._room.show_view(ArrivalView.SUBMITTED)
        else:
            self._in_hand.open(following, self._in_hand.back)

    # --- phrases --------------------------------------------------------------------------------------------------

    def show_phrases(self) -> None:
        """Show the phrases of the officer, to be added, changed, put in order and dropped."""
        window = self._window
        dialog = PhrasesDialog(window.look, window.icons, window)
        pane = self._in_hand.page.directive

        def show(now: tuple[DirectivePhrase, ...]) -> None:
            dialog.show_phrases(now)
            if pane is not None:
                pane.show_phrases(now)

        def refuse(error: DeskError) -> None:
            dialog.tell(str(explain(error)))

        def put(changed: DirectivePhrase | None, words: str) -> None:
            phrase = changed.id if changed else None
            self._arrivals.act(lambda desk: phrases.put_phrase(desk, words, phrase), show, refuse)

        def drop(phrase: DirectivePhrase) -> None:
            def dropped(desk: Desk) -> tuple[DirectivePhrase, ...]:
                phrases.drop_phrase(desk, phrase.id)
                return phrases.phrases(desk)

            self._arrivals.act(dropped, show, refuse)

        def move(phrase: DirectivePhrase, direction: int) -> None:
            order = [one.id for one in dialog.table.rows]
            at = order.index(phrase.id)
            to = min(max(at + direction, 0), len(order) - 1)
            order.insert(to, order.pop(at))
            self._arrivals.act(lambda desk: phrases.order_phrases(desk, order), show, refuse)

        dialog.put.connect(put)
        dialog.dropped.connect(drop)
        dialog.moved.connect(move)
        self._arrivals.act(phrases.phrases, show, refuse)
        dialog.open()


def directive_of(directed: Directed, handlers: Iterable[Officer], today: date) -> DirectiveEntry:
    """A directive as the services take it: names of officers are theirs, others stand as they are written.

    Who supports may have a day of his own, behind a comma.
    """
    known = {folded(one.name): one.id for one in handlers}

    def named(name: str, due_on: date | None = None) -> AssigneeEntry:
        return AssigneeEntry(name, known.get(folded(name)), due_on)

    def supporting(line: str) -> AssigneeEntry:
        name, comma, day = line.rpartition(",")
        due_on = read_day(day.strip(), today) if comma and "/" in day else None
        return named(name.strip(), due_on) if due_on else named(line)

    return DirectiveEntry(
        directed.directive or "",
        named(directed.lead),
        tuple(map(supporting, directed.support)),
        directed.due_on,
        directed.head,
    )


def _written(assignee: Assignee) -> str:
    """Who supports as it is typed, with his own day where he has one."""
    return f"{assignee.name}, {format_day(assignee.due_on)}" if assignee.due_on else assignee.name


def _next_waiting(desk: Desk) -> UUID | None:
    """The arrival that waits most urgently for the directive of the officer at the desk; None where none does."""
    waiting = (one.arrival.id for one in work_in_hand.reminders(desk) if one.kind is ReminderKind.DIRECT)
    return next(waiting, None)
