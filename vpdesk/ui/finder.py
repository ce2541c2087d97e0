"""What the window asks of finding: as typed, on a worker of its own, the newest question before all earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from vpdesk.domain.errors import CalledOff, DeskError
from vpdesk.domain.finding import Hit
from vpdesk.domain.search_query import Counts, SavedView, Search
from vpdesk.domain.stopping import Stop
from vpdesk.services import finding
from vpdesk.services.desk import Desk
from vpdesk.services.finding import Found
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class Finder:
    """Asks beside the store's worker; a question that a newer one overtakes is called off and never answered."""

    def __init__(self, desk: Desk, worker: Runner, reader: Runner) -> None:
        """`worker` is the store's own; `reader` asks beside it."""
        self._desk = desk
        self._worker = worker
        self._reader = reader
        self._stop = Stop()

    def find(self, search: Search, done: Done[Found], counted: Done[Counts], failed: Failed) -> None:
        """The newest documents of a search, then how many there are."""
        stop = self._newest()
        self._ask(lambda desk: finding.find(desk, search, stop=stop), stop, done, failed)
        self._ask(lambda desk: finding.count(desk, search, stop=stop), stop, counted, failed)

    def passages(self, search: Search, hits: Sequence[Hit], done: Done[Mapping[UUID, str]], failed: Failed) -> None:
        """Where documents that were found say what was typed, those that do not say it in sight."""
        stop = self._stop
        self._ask(lambda desk: finding.passages(desk, search, hits, stop=stop), stop, done, failed)

    def find_more(self, search: Search, after: int, done: Done[Found], failed: Failed) -> None:
        """The documents of the same search behind a place."""
        stop = self._stop
        self._ask(lambda desk: finding.find(desk, search, after, stop=stop), stop, done, failed)

    def views(self, done: Done[tuple[tuple[SavedView, Counts], ...]], failed: Failed) -> None:
        """The officer's saved views, each with its counts."""
        self._reader.run(lambda: finding.views(self._desk), done, failed)

    def save_view(self, name: str, search: Search, done: Done[SavedView], failed: Failed) -> None:
        """Keep a search by a name."""
        self._worker.run(lambda: finding.save_view(self._desk, name, search), done, failed)

    def drop_view(self, view: UUID, done: Done[SavedView], failed: Failed) -> None:
        """Forget a view."""
        self._worker.run(lambda: finding.drop_view(self._desk, view), done, failed)

    def restore_view(self, view: SavedView, done: Done[None], failed: Failed) -> None:
        """Bring a view back."""
        self._worker.run(lambda: finding.restore_view(self._desk, view), done, failed)

    def finish(self) -> None:
        """Let go of what is still being asked."""
        self._stop.call()
        self._reader.finish()

    def _newest(self) -> Stop:
        self._stop.call()
        self._stop = Stop()
        return self._stop

    def _ask(self, call: Callable[[Desk], T], stop: Stop, done: Done[T], failed: Failed) -> None:
        def answered(answer: T) -> None:
            if stop is self._stop:
                done(answer)

        def troubled(error: DeskError) -> None:
            if stop is self._stop and not isinstance(error, CalledOff):
                failed(error)

        self._reader.run(lambda: call(self._desk), answered, troubled)
