"""Keeps what is typed: within a second of the first letter that is not kept yet, however long the typing goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import Draft, OpenDraft, WorkingCopy
from vpdesk.domain.errors import DeskError, SecretDispatch, StaleEdit
from vpdesk.ui.pages.page import Saving
from vpdesk.words.catalogue import _
from vpdesk.words.wording import clock_words

if TYPE_CHECKING:
    from vpdesk.ui.gateway import Gateway

_WITHIN = 700
"""Milliseconds from the first letter that is not kept to its keeping; the rest of the second is the disk's."""
_AGAIN = 5000
"""Milliseconds before keeping is tried again where the disk would not have it."""
_PATIENCE = 400
"""Milliseconds before it is mentioned that something is being kept."""


class Keeper(QObject):
    """Follows one draft. `dispatch` gives what is on the screen now."""

    told = Signal()
    """What `saving` says has changed."""
    settled = Signal()
    """What is on the screen is kept again after trouble."""
    troubled = Signal(object)
    """A DeskError: keeping failed; the text stands in the side file `aside`, where even that could be written."""

    def __init__(self, gateway: Gateway, opened: OpenDraft, dispatch: Callable[[], Dispatch], parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._dispatch = dispatch
        self.draft: Draft = opened.draft
        self._kept = opened.dispatch
        self._kept_at = opened.working_copy.saved_at if opened.working_copy else opened.draft.updated_at
        self._in_flight: Dispatch | None = None
        self._trouble: DeskError | None = None
        self.aside: Path | None = None
        self._soon = QTimer(self, interval=_WITHIN, singleShot=True)
        self._soon.timeout.connect(self.keep)
        self._again = QTimer(self, interval=_AGAIN, singleShot=True)
        self._again.timeout.connect(self.keep)
        self._slow = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._slow.timeout.connect(self.told)

    @property
    def trouble(self) -> DeskError | None:
        """Why what is on the screen is not kept, where it is not."""
        return self._trouble

    @property
    def is_kept(self) -> bool:
        """Whether what is on the screen is in the store."""
        return self._in_flight is None and self._dispatch() == self._kept

    @property
    def is_safe(self) -> bool:
        """Whether what is on the screen outlives the program: in the store, or at least in the side file."""
        return self.is_kept or (self._trouble is not None and self.aside is not None)

    def saving(self) -> Saving:
        """What is said of it."""
        if self._trouble is not None:
            return Saving(_("Not saved"), is_trouble=True)
        if self._in_flight is not None and not self._slow.isActive():
            return Saving(_("Saving…"))
        return Saving(_("Saved {time}").format(time=clock_words(self._kept_at)))

    def opened(self) -> OpenDraft:
        """The draft with what is on the screen, as another page opens it."""
        draft = self.draft
        copy = WorkingCopy(draft.id, draft.owner, "", draft.version, self._dispatch(), self._kept_at)
        return OpenDraft(self.draft, None if copy.dispatch == self.draft.dispatch else copy)

    def stop(self) -> None:
        """Follow the draft no more: its page is going."""
        for timer in (self._soon, self._again, self._slow):
            timer.stop()

    def follow(self) -> None:
        """Something was typed."""
        if not (self._soon.isActive() or self._again.isActive()):
            self._soon.start()

    def keep(self) -> None:
        """Keep what is on the screen now, unless it is kept."""
        self._soon.stop()
        if self._in_flight is not None:
            self._soon.start()
            return
        dispatch = self._dispatch()
        if dispatch == self._kept and self._trouble is None:
            return
        self._in_flight = dispatch
        self._slow.start()
        self._gateway.records.keep(self.draft.id, dispatch, self._done, self._failed)

    def join(self, done: Callable[[Draft], None] | None = None) -> None:
        """Join what is on the screen to the draft itself: it is being closed, or somebody asked to save now."""

        def joined(draft: Draft) -> None:
            self.draft = draft
            self._settle(draft.dispatch, draft.updated_at)
            if done is not None:
                done(draft)

        self._soon.stop()
        dispatch = self._dispatch()
        self._in_flight = dispatch
        self._gateway.records.save(self.draft, dispatch, joined, self._failed)

    def _done(self, at: datetime) -> None:
        kept, self._in_flight = self._in_flight, None
        if kept is not None:
            self._settle(kept, at)
        if not self.is_kept:
            self._soon.start()

    def _settle(self, kept: Dispatch, at: datetime) -> None:
        self._in_flight = None
        self._kept, self._kept_at = kept, at
        trouble, self._trouble = self._trouble, None
        self._slow.stop()
        self._again.stop()
        if self.aside is not None:
            self._gateway.forget_aside(self.aside)
            self.aside = None
        self.told.emit()
        if trouble is not None:
            self.settled.emit()

    def _failed(self, error: DeskError) -> None:
        self._in_flight = None
        self._slow.stop()
        is_new = self._trouble is None
        self._trouble = error
        if not isinstance(error, SecretDispatch):
            self.aside = self._gateway.keep_aside(self.draft.id, self._dispatch())
        self._again.start()
        self.told.emit()
        if is_new or isinstance(error, StaleEdit):
            self.troubled.emit(error)
