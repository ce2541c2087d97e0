"""What the window asks of the services of case files: each call runs on the store's worker, as those of `records`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from uuid import UUID

from vpdesk.domain.case_files import CaseState
from vpdesk.domain.case_forms import CaseAsk
from vpdesk.domain.case_handing import HandoverDetail, HandoverPlan
from vpdesk.domain.case_views import CaseCounts, CaseDetail, CaseQuery, CaseRow, DueFile, NewPaper, PutIn, YearList
from vpdesk.domain.errors import DeskError
from vpdesk.domain.roles import Permission
from vpdesk.layout.frame import PagedDocument
from vpdesk.services import case_contents, case_files, case_handovers, case_lists, case_prints
from vpdesk.services.desk import Desk
from vpdesk.ui.runner import Runner

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.widgets.case_links import CaseLinks

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]

FILLABLE = frozenset({CaseState.LISTED, CaseState.OPEN, CaseState.SET_ASIDE})
"""The states in which a case file takes documents; a listed one is opened by the first."""


class Waiting(NamedTuple):
    """What waits with case files: how many are open and to be closed, and which the archive must have."""

    counts: CaseCounts
    due: tuple[DueFile, ...]


def count_on_rail(window: MainWindow, waiting: Waiting) -> None:
    """Say on the rail how many case files the archive must soon have; late ones stand out."""
    due = [one for one in waiting.due if one.is_soon or one.is_late]
    window.rail.items["case_files"].show_count(len(due), is_urgent=any(one.is_late for one in due))


def show_holding(window: MainWindow, record: UUID, side: Callable[[], CaseLinks | None]) -> None:
    """Show beside a document in which case files it lies, once it is known; `side` gives the place for it."""
    if window.room is None or not window.room.may(Permission.KEEP_CASE_FILES):
        return

    def show(rows: tuple[CaseRow, ...]) -> None:
        if (place := side()) is not None:
            place.show_rows(rows)

    window.gateway.case_files.holding(record, show, window.warn_of)


class CaseFiles:
    """Case files, as one worker keeps them."""

    def __init__(self, desk: Desk, worker: Runner) -> None:
        self._desk = desk
        self._worker = worker

    def act(self, call: Callable[[Desk], T], done: Done[T], failed: Failed) -> None:
        """Do an act of the services on the store's worker."""
        self._worker.run(lambda: call(self._desk), done, failed)

    def files(self, query: CaseQuery, done: Done[tuple[CaseRow, ...]], failed: Failed) -> None:
        """The case files that are asked for."""
        self.act(lambda desk: case_files.files(desk, query), done, failed)

    def fillable(self, done: Done[tuple[CaseRow, ...]], failed: Failed) -> None:
        """The case files that take documents from who asks."""

        def ask(desk: Desk) -> tuple[CaseRow, ...]:
            return tuple(row for row in case_files.files(desk, CaseQuery(states=FILLABLE)) if row.may_keep)

        self.act(ask, done, failed)

    def waiting(self, done: Done[Waiting], failed: Failed) -> None:
        """What waits with case files."""

        def ask(desk: Desk) -> Waiting:
            return Waiting(case_files.counts(desk), case_handovers.due_for_handover(desk))

        self.act(ask, done, failed)

    def years(self, done: Done[tuple[int, ...]], failed: Failed) -> None:
        """The years that have case files."""
        self.act(case_lists.years, done, failed)

    def detail(self, case_file: UUID, done: Done[CaseDetail], failed: Failed) -> None:
        """All there is to know of a case file."""
        self.act(lambda desk: case_files.file(desk, case_file), done, failed)

    def holding(self, record: UUID, done: Done[tuple[CaseRow, ...]], failed: Failed) -> None:
        """The case files that a document lies in."""
        self.act(lambda desk: case_files.holding(desk, record), done, failed)

    def put_in(self, papers: Sequence[NewPaper], files: Sequence[UUID], done: Done[PutIn], failed: Failed) -> None:
        """Put documents into case files, each into each."""
        self.act(lambda desk: case_contents.put_in(desk, papers, files), done, failed)

    def year_list(self, year: int, done: Done[YearList], failed: Failed) -> None:
        """The list of a year."""
        self.act(lambda desk: case_lists.year_list(desk, year), done, failed)

    def plan(self, files: Sequence[UUID], done: Done[HandoverPlan], failed: Failed) -> None:
        """What would go to the archive of these case files."""
        self.act(lambda desk: case_handovers.plan(desk, files), done, failed)

    def handovers(self, done: Done[tuple[HandoverDetail, ...]], failed: Failed) -> None:
        """What the archive was given."""
        self.act(case_handovers.handovers, done, failed)

    def typeset(self, ask: CaseAsk, done: Done[PagedDocument], failed: Failed) -> None:
        """The pages of a paper of case files."""
        self.act(lambda desk: case_prints.typeset(desk, ask), done, failed)

    def printed(self, ask: CaseAsk, done: Done[None], failed: Failed) -> None:
        """Set down that a paper was printed."""
        self.act(lambda desk: case_prints.printed(desk, ask), done, failed)

    def export(self, ask: CaseAsk, out: Path, done: Done[Path], failed: Failed) -> None:
        """Write a paper of case files to a file."""

        def write(desk: Desk) -> Path:
            case_prints.export(desk, ask, out)
            return out

        self.act(write, done, failed)
