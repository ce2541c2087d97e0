"""Signing off, one dispatch or a pile, with the officer's secret where the office wants it; and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.errors import WaitForNextTry, WrongSecret
from vpdesk.domain.workflow import Status
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.waiting import subject_words
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from vpdesk.domain.drafts import Draft
    from vpdesk.domain.errors import DeskError
    from vpdesk.domain.office import WayOfWorking
    from vpdesk.domain.signoff import Submitted
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.signing_page import SigningPage

Renew = Callable[[UUID | None], None]
Paper = tuple[UUID, int]
"""A dispatch and the version of it that was read."""


class SignOffs:
    """Signs, says so, and remembers what can be taken back.

    `renew` reads the list again behind an act and takes a dispatch in hand then, if one is named.
    """

    def __init__(self, window: MainWindow, page: Callable[[], SigningPage], renew: Renew) -> None:
        self._window, self._page, self._renew = window, page, renew
        self._records = window.gateway.records
        self._papers: list[Paper] = []
        self._signed: list[list[Draft]] = []

    @property
    def may_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._signed)

    def forget(self) -> None:
        """Forget what was signed: another officer sits down."""
        self._papers, self._signed = [], []

    # --- signing ----------------------------------------------------------------------------------------------------

    def begin(self, papers: list[Paper]) -> None:
        """Sign these; ask for the officer's secret first, where the office wants it with each sign-off."""
        self._papers = papers

        def go_on(way: WayOfWorking) -> None:
            if way.pin_at_sign_off:
                self._page().side.secret.begin()
            else:
                self.go_on("")

        self._records.way_of_working(go_on, self._window.warn_of)

    def go_on(self, secret: str) -> None:
        """Sign what was begun, with this secret."""
        self._sign(self._papers, secret, [])

    def _sign(self, papers: list[tuple[UUID, int]], secret: str, together: list[Draft]) -> None:
        """Sign the first, then the others: a secret that is wrong is tried once and not for each."""
        if not papers:
            self._page().side.secret.put_away()
            self._renew(None)
            return
        (draft, version), *others = papers

        def signed(one: Draft) -> None:
            self._signed_one(together, one)
            self._sign(others, secret, together)

        def refused(error: DeskError) -> None:
            if isinstance(error, WrongSecret | WaitForNextTry):
                self._page().side.secret.tell_fault(str(explain(error)))
            else:
                self._window.warn_of(error)
                self._sign(others, secret, together)

        self._records.sign(draft, version, secret, signed, refused)

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

    def record(self, submitted: Submitted) -> None:
        """Set down that the first of those of another office who are missing has signed on paper."""
        block = submitted.outside[0]
        together: list[Draft] = []

        def recorded(draft: Draft) -> None:
            self._keep_for_undo(together, draft)
            names = [one.name for one in draft.dispatch.signing if one.name]
            self._say_undoable(_("Recorded the signature of {name} on paper.").format(name=names[block]))

        version = submitted.version.number
        self._records.record_signature(submitted.draft.id, version, block, recorded, self._window.warn_of)
        self._renew(None)

    # --- taking back ------------------------------------------------------------------------------------------------

    def _keep_for_undo(self, together: list[Draft], draft: Draft) -> None:
        self._window.settle()
        if not together:
            self._signed.append(together)
        together.append(draft)
        self._page().may_undo = True

    def _say_undoable(self, said: str) -> None:
        self._window.notices.say(said, f"{_('&Undo')} (Ctrl+Z)", self.undo)

    def undo(self) -> None:
        """Take back what was signed last: a whole pile, where it was one."""
        if not self._signed:
            return
        drafts = self._signed.pop()
        self._page().may_undo = bool(self._signed)
        taken: list[Draft] = []
        for draft in drafts:
            self._records.take_back(draft.id, partial(self._took_back, taken), self._window.warn_of)
        self._renew(drafts[0].id)

    def _took_back(self, taken: list[Draft], draft: Draft) -> None:
        taken.append(draft)
        said = ngettext("Took {count} signature back.", "Took {count} signatures back.", len(taken))
        self._window.notices.say(said.format(count=format_number(len(taken))))
