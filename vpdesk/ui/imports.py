"""What the window asks of the import of old books: beside the store's worker, for it takes long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vpdesk.domain.errors import DeskError
from vpdesk.domain.import_fields import ImportPlan, Proposal
from vpdesk.domain.importing import ImportBatch, Report
from vpdesk.domain.register import BookKind
from vpdesk.domain.stopping import Stop
from vpdesk.services import importing
from vpdesk.services.desk import Desk
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class Imports(QObject):
    """Old books. One piece of work at a time: the next stops the one before."""

    advanced = Signal(int)
    """How many lines are done."""

    def __init__(self, desk: Desk, store: Runner, beside: Runner) -> None:
        super().__init__()
        self._desk, self._store, self._beside = desk, store, beside
        self._stop = Stop()

    def look(self, path: Path, book: BookKind | None, done: Done[tuple[Proposal, ...]], failed: Failed) -> None:
        """What the sheets of a file seem to be."""
        self.stop()
        self._beside.run(lambda: importing.look(self._desk, path, book), done, failed)

    def dry_run(self, path: Path, plan: ImportPlan, done: Done[Report], failed: Failed) -> None:
        """What an import would do."""
        follow = self._followed()
        self._beside.run(lambda: importing.dry_run(self._desk, path, plan, follow), done, failed)

    def apply(self, path: Path, report: Report, done: Done[ImportBatch], failed: Failed) -> None:
        """Take a file in."""
        follow = self._followed()
        self._beside.run(lambda: importing.apply(self._desk, path, report, follow), done, failed)

    def undo(self, batch: UUID, done: Done[ImportBatch], failed: Failed) -> None:
        """Take an import back."""
        follow = self._followed()
        self._beside.run(lambda: importing.undo(self._desk, batch, follow), done, failed)

    def correction_sheet(self, path: Path, report: Report, out: Path, done: Done[int], failed: Failed) -> None:
        """Write what could not be read into a sheet."""
        self._beside.run(lambda: importing.correction_sheet(self._desk, path, report, out), done, failed)

    def recent(self, done: Done[tuple[ImportBatch, ...]], failed: Failed) -> None:
        """The imports that may still be taken back."""
        self._store.run(lambda: importing.imports(self._desk), done, failed)

    def stop(self) -> None:
        """Stop what runs; it leaves nothing half done, and fails with CalledOff."""
        self._stop.call()

    def _followed(self) -> Callable[[int], None]:
        self.stop()
        stop = self._stop = Stop()

        def follow(lines: int) -> None:
            stop.check()
            self.advanced.emit(lines)

        return follow
