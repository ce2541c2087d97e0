"""The room of those who sign: its page, each change as one act with its way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpdesk.domain.organisation import IssuingBody
from vpdesk.services import signatories
from vpdesk.services.beginnings import pack_of_day
from vpdesk.words.catalogue import _
from vpdesk.words.days import days_words

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from vpdesk.domain.dispatch import Dispatch
    from vpdesk.domain.office import Office
    from vpdesk.domain.organisation import Signatory, StandIn
    from vpdesk.services.desk import Desk
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.signatories_page import SignatoriesPage

Act = Callable[["Desk"], IssuingBody]


class SignatoriesRoom(QObject):
    """Holds the page of those who sign; `changed` is given the office where other people sign from now on."""

    def __init__(self, window: MainWindow, changed: Callable[[Office], None]) -> None:
        super().__init__(window)
        self._window = window
        self._records = window.gateway.records
        self._changed = changed
        self._page: SignatoriesPage | None = None

    def open(self) -> None:
        """Show who signs for the bodies of the office."""
        self._records.office(self._open, self._window.warn_of)

    def _open(self, office: Office | None) -> None:
        if office is None:
            return
        self._window.settle()
        if self._page is None:
            self._page = self._make_page()
        desk = self._window.gateway.desk
        day = desk.today()
        types = tuple(one for one in pack_of_day(desk, day).types if one.is_valid_on(day))
        self._page.offer(office.officers, types)
        self._page.show_bodies(office.bodies)
        self._window.show_page(self._page)

    def _make_page(self) -> SignatoriesPage:
        from vpdesk.ui.pages.signatories_page import SignatoriesPage

        window = self._window
        page = SignatoriesPage(window.look, window.icons, window.glyphs, window.acts, window.gateway.desk.clock)
        page.sample_wanted.connect(self._lay_out)
        page.put.connect(self._put)
        page.succeeded.connect(self._succeed)
        page.ended.connect(self._end)
        page.stood_in.connect(self._stand_in)
        page.dropped.connect(self._drop)
        return window.add(page)

    @property
    def page(self) -> SignatoriesPage:
        """The page: its acts are offered on no other."""
        assert self._page is not None  # noqa: S101
        return self._page

    def forget(self) -> None:
        """Let the page go: the window is built anew."""
        self._page = None

    def _lay_out(self, sample: Dispatch) -> None:
        page = self.page
        self._window.gateway.lay_out_aside(sample, page.show_sample, self._window.warn_of)

    # --- changes --------------------------------------------------------------------------------------------------

    def _put(self, signatory: Signatory) -> None:
        said = _("Saved: {person}.").format(person=signatory.person)
        self._change(said, partial(signatories.put_signatory, body=self.page.body.id, signatory=signatory))

    def _succeed(self, old: UUID, new: Signatory, first_day: date) -> None:
        said = _("{person} signs {days}.").format(person=new.person, days=days_words(new.days))
        act = partial(signatories.succeed, body=self.page.body.id, old=old, new=new, first_day=first_day)
        self._change(said, act)

    def _end(self, signatory: Signatory, last_day: date) -> None:
        said = _("{person} signs {days}.").format(person=signatory.person, days=days_words(signatory.days))
        act = partial(signatories.end, body=self.page.body.id, signatory=signatory.id, last_day=last_day)
        self._change(said, act)

    def _stand_in(self, stand_in: StandIn) -> None:
        said = _("{person} stands in {days}.")
        said = said.format(person=self.page.person(stand_in.signatory), days=days_words(stand_in.days))
        self._change(said, partial(signatories.put_stand_in, body=self.page.body.id, stand_in=stand_in))

    def _drop(self, stand_in: StandIn) -> None:
        said = _("{person} does not stand in {days}.")
        said = said.format(person=self.page.person(stand_in.signatory), days=days_words(stand_in.days))
        self._change(said, partial(signatories.drop_stand_in, body=self.page.body.id, stand_in=stand_in.id))

    def _change(self, said: str, act: Act) -> None:
        self._records.change_body(act, partial(self._done, said), self._window.warn_of)

    def _done(self, said: str, before: IssuingBody) -> None:
        self._window.settle()
        self._renew()
        self._window.notices.say(said, _("&Undo"), lambda: self._undo(before))

    def _undo(self, before: IssuingBody) -> None:
        self._records.change_body(partial(signatories.restore, body_before=before), self._undone, self._window.warn_of)

    def _undone(self, _after: IssuingBody) -> None:
        self._renew()
        self._window.notices.say(_("Undone."))

    def _renew(self) -> None:
        self._records.office(self._take_over, self._window.warn_of)

    def _take_over(self, office: Office | None) -> None:
        if office is not None:
            self.page.take_over(office.bodies)
            self._changed(office)
