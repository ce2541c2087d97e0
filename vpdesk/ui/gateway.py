"""The one door from the window to the services.

They are taken in beside the window, with the desk: the window stands on the screen before them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from vpdesk.domain.errors import DeskError
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings
from vpdesk.ui.runner import Runner, ThreadRunner

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.domain.dispatch import Dispatch
    from vpdesk.domain.signoff import Submitted
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.services.typesetting import LaidOut
    from vpdesk.ui.arrivals import Arrivals
    from vpdesk.ui.books import Books
    from vpdesk.ui.case_files import CaseFiles
    from vpdesk.ui.finder import Finder
    from vpdesk.ui.imports import Imports
    from vpdesk.ui.outgoing import Outgoing
    from vpdesk.ui.people import People
    from vpdesk.ui.records import Records
    from vpdesk.ui.reports import Reports

T = TypeVar("T")
Failed = Callable[[DeskError], None]

_SHORT = 50_000
"""Letters of about twenty pages: up to here laying out takes milliseconds and stays on the window's thread."""


class Gateway:
    """Asks the services, on the window's thread or beside it, and drops answers nobody waits for any more."""

    def __init__(self, desk: Desk, runner: Runner, store: Runner) -> None:
        """`store` is the one worker that owns the store; `runner` does what else takes long."""
        self.desk = desk
        self.runner = runner
        self._store = store
        self._requests = count()
        self._newest = -1
        self._laying_out_beside = 0

    def open_desk(self, done: Callable[[], None], failed: Failed) -> None:
        """Make everything ready for a dispatch, beside the window."""

        def open_all() -> None:
            # Taken in now: neither the desk nor the first dispatch and the first draft need wait for them.
            import_module("vpdesk.services.typesetting")
            import_module("vpdesk.services.drafting")
            import_module("vpdesk.services.desks")
            self.desk.open()

        self.runner.run(open_all, lambda _nothing: done(), failed)

    @cached_property
    def records(self) -> Records:
        """What the store is asked for; to be used once the desk is open."""
        from vpdesk.ui.records import Records

        return Records(self.desk, self._store, self._one_more_worker())

    @cached_property
    def people(self) -> People:
        """What the services of people are asked for; to be used once the desk is open."""
        from vpdesk.ui.people import People

        return People(self.desk, self._store)

    @cached_property
    def arrivals(self) -> Arrivals:
        """What the services of arrivals are asked for; to be used once the desk is open."""
        from vpdesk.ui.arrivals import Arrivals

        return Arrivals(self.desk, self._store)

    @cached_property
    def outgoing(self) -> Outgoing:
        """What the services of the outgoing register are asked for; to be used once the desk is open."""
        from vpdesk.ui.outgoing import Outgoing

        return Outgoing(self.desk, self._store, self.runner)

    @cached_property
    def books(self) -> Books:
        """What the services of the books are asked for; to be used once the desk is open."""
        from vpdesk.ui.books import Books

        return Books(self.desk, self._store, self.runner)

    @cached_property
    def case_files(self) -> CaseFiles:
        """What the services of case files are asked for; to be used once the desk is open."""
        from vpdesk.ui.case_files import CaseFiles

        return CaseFiles(self.desk, self._store)

    @cached_property
    def reports(self) -> Reports:
        """What the services of reports are asked for; to be used once the desk is open."""
        from vpdesk.ui.reports import Reports

        return Reports(self.desk, self._store, self.runner)

    @cached_property
    def finder(self) -> Finder:
        """What finds; to be used once the desk is open."""
        from vpdesk.ui.finder import Finder

        return Finder(self.desk, self._store, self._one_more_worker())

    def _one_more_worker(self) -> Runner:
        """A worker of its own, where calls are not made at once."""
        return ThreadRunner() if isinstance(self._store, ThreadRunner) else self._store

    @cached_property
    def imports(self) -> Imports:
        """What the import of old books is asked for; to be used once the desk is open."""
        from vpdesk.ui.imports import Imports

        return Imports(self.desk, self._store, self.runner)

    def open(self, path: Path, done: Callable[[LaidOut], None], failed: Failed) -> None:
        """Read a dispatch file and lay it out. A later call makes an earlier one's answer void."""
        request = self._newest = next(self._requests)
        done, failed = self._if_newest(request, done), self._if_newest(request, failed)

        def read() -> Dispatch:
            from vpdesk.services.typesetting import read_dispatch

            return read_dispatch(path)

        self.runner.run(
            read,
            self._if_newest(request, lambda dispatch: self.lay_out(dispatch, done, failed)),
            failed,
        )

    def forget(self) -> None:
        """Void what is still on its way: the window is closing or shows something else."""
        self._newest = -1

    def lay_out_aside(
        self, dispatch: Dispatch, done: Callable[[LaidOut], None], failed: Failed, rules: str | None = None
    ) -> None:
        """Lay out beside the window what is only looked at: the draft in hand keeps the typesetter's memory."""

        def lay_out() -> LaidOut:
            from vpdesk.services import typesetting

            return typesetting.lay_out(self.desk, dispatch, rules, compositor=self.desk.proofs)

        self.runner.run(lay_out, done, failed)

    def keep_aside(self, draft: UUID, dispatch: Dispatch) -> Path | None:
        """Write what the store would not have into a side file, at once: it may be the last chance."""
        from vpdesk.services.asides import keep_aside

        return keep_aside(self.desk.places, draft, dispatch)

    def forget_aside(self, path: Path) -> None:
        """Remove a side file, beside the window."""

        def forget() -> None:
            from vpdesk.services.asides import forget_aside

            forget_aside(path)

        self.runner.run(forget, lambda _nothing: None, lambda _error: None)

    def wait_for_store(self, at_most: int = -1) -> None:
        """Wait until the store has answered all that it was asked, or so many milliseconds."""
        self._store.finish(at_most)

    def export(self, laid_out: LaidOut, out: Path, done: Callable[[Path], None], failed: Failed) -> None:
        """Write the pages to a file, beside the window."""

        def write() -> Path:
            from vpdesk.services import typesetting

            typesetting.export(self.desk, laid_out, out)
            return out

        self.runner.run(write, done, failed)

    def pile(self, submitted: tuple[Submitted, ...], done: Callable[[PagedDocument], None], failed: Failed) -> None:
        """Lay out what waits, each dispatch behind its slip, beside the window."""

        def lay_out() -> PagedDocument:
            from vpdesk.services import slips

            return slips.pile(self.desk, submitted)

        self.runner.run(lay_out, done, failed)

    def export_pile(self, document: PagedDocument, out: Path, done: Callable[[Path], None], failed: Failed) -> None:
        """Write the pages of a pile to a PDF file, beside the window."""

        def write() -> Path:
            from vpdesk.services import slips

            slips.export_pile(self.desk, document, out)
            return out

        self.runner.run(write, done, failed)

    def save_dispatch(self, dispatch: Dispatch, out: Path, done: Callable[[Path], None], failed: Failed) -> None:
        """Write a dispatch to a dispatch file, beside the window."""

        def write() -> Path:
            from vpdesk.services.typesetting import write_dispatch

            write_dispatch(dispatch, out)
            return out

        self.runner.run(write, done, failed)

    def save_settings(self, settings: Settings, failed: Failed) -> None:
        """Keep this machine's settings, beside the window."""

        def save() -> None:
            from vpdesk.services.machine import save_settings

            save_settings(self.desk.places, settings)

        self.runner.run(save, lambda _nothing: None, failed)

    def finish(self) -> None:
        """Wait for what must not be lost."""
        self.forget()
        self.runner.finish()
        if "finder" in self.__dict__:
            self.finder.finish()
        self._store.run(self.desk.close, lambda _nothing: None, lambda _error: None)
        self._store.finish()

    def lay_out(
        self, dispatch: Dispatch, done: Callable[[LaidOut], None], failed: Failed, rules: str | None = None
    ) -> None:
        """Lay a dispatch out, by the rules named or those of its date.

        It is done at once where that takes milliseconds, and beside the window where it takes longer.
        """
        from vpdesk.services import typesetting

        # The typesetter serves one thread at a time: while the worker has it, short papers queue there too.
        if typesetting.has_more_letters(dispatch, _SHORT) or self._laying_out_beside:
            self._laying_out_beside += 1
            self.runner.run(
                lambda: typesetting.lay_out(self.desk, dispatch, rules), self._released(done), self._released(failed)
            )
            return
        try:
            laid_out = typesetting.lay_out(self.desk, dispatch, rules)
        except DeskError as error:
            failed(error)
        else:
            done(laid_out)

    def _if_newest(self, request: int, answer: Callable[[T], None]) -> Callable[[T], None]:
        return lambda value: answer(value) if request == self._newest else None

    def _released(self, answer: Callable[[T], None]) -> Callable[[T], None]:
        def release(value: T) -> None:
            self._laying_out_beside -= 1
            answer(value)

        return release
