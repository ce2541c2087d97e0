"""The room of the bodies and their terms: its page, each change as one act with its way back, what follows a new term.

It also asks by which decision of the head secret papers are registered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from vpdesk.domain.reorganising import newly_ended
from vpdesk.domain.roles import Permission
from vpdesk.services import bodies, numbers, ways
from vpdesk.ui.forms.secrets_dialog import SecretsDialog
from vpdesk.ui.models.body_rows import body_name
from vpdesk.words.catalogue import _, format_day
from vpdesk.words.days import days_words
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from datetime import date

    from vpdesk.domain.dispatch import Dispatch
    from vpdesk.domain.office import Office
    from vpdesk.domain.organisation import BodyVersion, Officer, Term
    from vpdesk.domain.reorganising import Reorganised
    from vpdesk.services.desk import Desk
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.bodies_page import BodiesPage
    from vpdesk.ui.pages.page import Page

Act = Callable[["Desk"], "Reorganised"]


class BodiesRoom(QObject):
    """Holds the page of the bodies and their terms."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._act = window.gateway.outgoing.act
        self._page: BodiesPage | None = None

    @property
    def page(self) -> BodiesPage:
        """The page, made when it is first shown."""
        if self._page is None:
            from vpdesk.ui.pages.bodies_page import BodiesPage

            window = self._window
            page = BodiesPage(window.look, window.icons, window.glyphs, window.acts, window.gateway.desk.clock)
            page.sample_wanted.connect(self._lay_out)
            page.put.connect(self._put)
            page.renamed.connect(self._rename)
            page.succeeded.connect(self._found)
            page.ended.connect(self._end)
            page.term_opened.connect(self._open_term)
            page.term_put.connect(self._put_term)
            page.term_dropped.connect(self._drop_term)
            page.stale.connect(self.show)
            self._page = window.add(page)
        return self._page

    def show(self) -> None:
        """Show the bodies and their terms, renewed."""
        self._window.gateway.records.seated(self._show_for, self._window.warn_of)

    def show_new_term(self) -> None:
        """Show the page with the form of a new term in hand."""
        ask = partial(self._show_for, then=lambda: self.page.begin(self.page.new_term))
        self._window.gateway.records.seated(ask, self._window.warn_of)

    def _show_for(self, officer: Officer, then: Callable[[], None] | None = None) -> None:
        self.page.officer = officer

        def show(office: Office, open_rows: Mapping[UUID, int]) -> None:
            self.page.show_bodies(office.bodies, open_rows)
            self._window.show_page(self.page)
            if then is not None:
                then()

        self._read(show)

    def holds(self, page: Page) -> bool:
        """Whether a page is that of the bodies."""
        return page is self._page

    def rebuild(self, *, in_sight: bool) -> None:
        """Let the page go, for the window is built anew; show it again where it was in sight."""
        self._page = None
        if in_sight:
            self.show()

    def _lay_out(self, sample: Dispatch) -> None:
        self._window.gateway.lay_out_aside(sample, self.page.show_sample, self._window.warn_of)

    def _read(self, done: Callable[[Office, Mapping[UUID, int]], None]) -> None:
        """Read the office, and for whoever may see them how many rows of each term are open."""

        def read(office: Office | None) -> None:
            if office is None:
                return
            officer = self.page.officer
            if officer is not None and officer.may(Permission.READ_REGISTERS):
                self._act(_open_rows, partial(done, office), self._window.warn_of)
            else:
                done(office, {})

        self._window.gateway.records.office(read, self._window.warn_of)

    # --- changes of bodies ------------------------------------------------------------------------------------------

    def _put(self, version: BodyVersion) -> None:
        said = _("Saved: {name}.").format(name=body_name(version))
        self._change(said, partial(bodies.put_version, body=self.page.body.id, version=version))

    def _rename(self, version: BodyVersion) -> None:
        said = _("{name} {days}.").format(name=body_name(version), days=days_words(version.days))
        act = partial(bodies.change_from, body=self.page.body.id, version=version, first_day=_day(version.days.first))
        self._change(said, act)

    def _found(self, version: BodyVersion, term: str | None) -> None:
        said = _("{name} {days}. Say under Signatories who signs for it.")
        said = said.format(name=body_name(version), days=days_words(version.days))
        act = partial(
            bodies.found_successor,
            body=self.page.body.id,
            version=version,
            first_day=_day(version.days.first),
            term=term,
        )
        self._change(said, act, self._close_old)

    def _end(self, last_day: date) -> None:
        said = _("{name} works until {day}.")
        said = said.format(name=body_name(self.page.body.versions[-1]), day=format_day(last_day))
        act = partial(bodies.end_body, body=self.page.body.id, last_day=last_day)
        self._change(said, act, self._close_old)

    # --- changes of terms -------------------------------------------------------------------------------------------

    def _open_term(self, name: str, closed_on: date, met_on: date | None) -> None:
        said = _("The term {name} is open.").format(name=name)
        act = partial(bodies.open_term, body=self.page.body.id, name=name, closed_on=closed_on, met_on=met_on)

        def opened(change: Reorganised) -> None:
            self.page.take_newest()
            self._done(said, self._close_old, change)

        self._act(act, opened, self._window.warn_of)

    def _put_term(self, term: Term) -> None:
        said = _("Saved: {name}.").format(name=term.name)
        self._change(said, partial(bodies.correct_term, body=self.page.body.id, term=term))

    def _drop_term(self, term: Term) -> None:
        said = _("{name} is no term.").format(name=term.name)
        self._change(said, partial(bodies.drop_term, body=self.page.body.id, term=term.id))

    # --- each of them -----------------------------------------------------------------------------------------------

    def _change(self, said: str, act: Act, then: Callable[[Reorganised], None] | None = None) -> None:
        self._act(act, partial(self._done, said, then), self._window.warn_of)

    def _done(self, said: str, then: Callable[[Reorganised], None] | None, change: Reorganised) -> None:
        self._window.settle()
        if change.founded is not None:
            self.page.take_newest(change.founded)
        self._read(self._take_over)
        self._window.notices.say(said, _("&Undo"), lambda: self._undo(change))
        if then is not None:
            then(change)

    def _undo(self, change: Reorganised) -> None:
        self._act(partial(bodies.restore, change=change), self._undone, self._window.warn_of)

    def _undone(self, _change: Reorganised) -> None:
        self._read(self._take_over)
        self._window.notices.say(_("Undone."))

    def _take_over(self, office: Office, open_rows: Mapping[UUID, int]) -> None:
        self.page.take_over(office.bodies, open_rows)
        if self._window.room is not None:
            self._window.room.take_office(office)

    # --- the rows of numbers of what has ended ----------------------------------------------------------------------

    def close_rows(self) -> None:
        """Lead through the closing of the rows of the term in hand."""
        term = self.page.term
        if term is not None and term.days.last is not None:
            self._lead_to_closing(self.page.body.id, term.days.last)

    def _close_old(self, change: Reorganised) -> None:
        """Lead through the closing of the rows that a change has ended, where they are over and open."""

        def lead(office: Office | None) -> None:
            body = next((one for one in office.bodies if one.id == change.before.id), None) if office else None
            last_day = newly_ended(change.before, body) if body else None
            if body is not None and last_day is not None and last_day < self._window.gateway.desk.today():
                self._lead_to_closing(body.id, last_day)

        keeps = self.page.officer is not None and self.page.officer.may(Permission.KEEP_BOOKS)
        if keeps:
            self._window.gateway.records.office(lead, self._window.warn_of)

    def _lead_to_closing(self, body: UUID, last_day: date) -> None:
        from vpdesk.ui.outgoing_room import OutgoingRoom

        room = self._window.room_of("outgoing")
        assert isinstance(room, OutgoingRoom)  # noqa: S101
        room.rows_of_numbers.close_ended(body, last_day, lambda: self._read(self._take_over))

    # --- secret papers ----------------------------------------------------------------------------------------------

    def choose_secrets(self) -> None:
        """Ask by which decision of the head secret papers are registered here."""
        self._act(ways.secret_arrivals, self._ask_decision, self._window.warn_of)

    def _ask_decision(self, decision: str | None) -> None:
        window = self._window
        dialog = SecretsDialog(decision, window.look, window.icons, window)

        def choose(number: str) -> None:
            act = partial(ways.set_secret_arrivals, decision=number)
            self._act(act, partial(chosen, number), lambda error: dialog.tell(str(explain(error))))

        def chosen(number: str, before: str | None) -> None:
            dialog.accept()
            said = _("Secret papers are registered by {decision}.").format(decision=number)
            window.notices.say(said if number else _("Secret papers are refused."), _("&Undo"), lambda: undo(before))

        def undo(before: str | None) -> None:
            act = partial(ways.set_secret_arrivals, decision=before or "")
            self._act(act, lambda _before: window.notices.say(_("Undone.")), window.warn_of)

        dialog.given.connect(choose)
        dialog.open()


def _day(day: date | None) -> date:
    assert day is not None  # noqa: S101 -- the form asks for it
    return day


def _open_rows(desk: Desk) -> Mapping[UUID, int]:
    return Counter(
        row.series.term for row in numbers.rows(desk) if row.series.term is not None and row.series.closed_at is None
    )
