"""What the window asks of the outgoing register: acts run on the store's worker, pictures of pages on the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from vpdesk.domain.errors import DeskError
from vpdesk.domain.issuing import Issued, IssueOrder, LineDetail, NextNumber, Proposal, Registered, Tally
from vpdesk.domain.outgoing import Delivery
from vpdesk.domain.outgoing_list import Cursor, OutgoingCounts, OutgoingQuery, OutgoingRow
from vpdesk.domain.series import Numbering
from vpdesk.domain.signoff import QueueRow
from vpdesk.domain.workdays import Holiday
from vpdesk.domain.workflow import Status
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.geometry import Picture
from vpdesk.services import issued_papers, issuing, numbers, outgoing, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.issued_papers import IssuedPaper
from vpdesk.services.links import registered
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]
Papers = Callable[[Desk, UUID, Sequence[Delivery]], PagedDocument]


class Outgoing:
    """The register, as one worker keeps it; what only reads bytes is done by the other."""

    def __init__(self, desk: Desk, worker: Runner, long_work: Runner) -> None:
        self._desk = desk
        self._worker = worker
        self._long_work = long_work

    def act(self, call: Callable[[Desk], T], done: Done[T], failed: Failed) -> None:
        """Do an act of the services on the store's worker."""
        self._worker.run(lambda: call(self._desk), done, failed)

    # --- lists ------------------------------------------------------------------------------------------------------

    def waiting(self, done: Done[tuple[QueueRow, ...]], failed: Failed) -> None:
        """The dispatches that were signed off and wait for their numbers."""
        self.act(lambda desk: signoff.queue(desk, frozenset({Status.SIGNED_OFF})), done, failed)

    def lines(
        self, query: OutgoingQuery, after: Cursor | None, done: Done[tuple[OutgoingRow, ...]], failed: Failed
    ) -> None:
        """A page of the list, from behind a place on."""
        self.act(lambda desk: outgoing.lines(desk, query, after), done, failed)

    def counts(self, done: Done[OutgoingCounts], failed: Failed) -> None:
        """How much waits."""
        self.act(outgoing.counts, done, failed)

    def detail(self, line: UUID, done: Done[LineDetail], failed: Failed) -> None:
        """All there is to know of a line."""
        self.act(lambda desk: outgoing.detail(desk, line), done, failed)

    def registered(self, dispatch: UUID, done: Done[Registered], failed: Failed) -> None:
        """What the register knows of a dispatch."""
        self.act(lambda desk: registered(desk, dispatch), done, failed)

    # --- numbers ----------------------------------------------------------------------------------------------------

    def propose(
        self, dispatches: Sequence[UUID], day: date | None, done: Done[tuple[Proposal, ...]], failed: Failed
    ) -> None:
        """What the issue of dispatches would be."""
        self.act(lambda desk: issuing.propose(desk, dispatches, day), done, failed)

    def issue(self, orders: Sequence[IssueOrder], done: Done[tuple[Issued, ...]], failed: Failed) -> None:
        """Number and issue dispatches."""
        self.act(lambda desk: issuing.issue(desk, orders), done, failed)

    def next_number(self, body: UUID, code: str, day: date, done: Done[NextNumber], failed: Failed) -> None:
        """The number that comes next for a type and day."""
        self.act(lambda desk: outgoing.next_number(desk, body, code, day), done, failed)

    def rows(self, done: Done[tuple[Tally, ...]], failed: Failed) -> None:
        """Every row of numbers."""
        self.act(numbers.rows, done, failed)

    def numbering(self, done: Done[Numbering], failed: Failed) -> None:
        """What the office chose about its numbers."""
        self.act(numbers.numbering, done, failed)

    def holidays(self, done: Done[tuple[Holiday, ...]], failed: Failed) -> None:
        """The days off, and the days of rest that are worked."""
        self.act(numbers.holidays, done, failed)

    # --- on paper ---------------------------------------------------------------------------------------------------

    def paper(self, line: UUID, done: Done[IssuedPaper], failed: Failed) -> None:
        """The issued paper of a line: its bytes from the store, the sizes of its pages beside it."""

        def read(pdf: bytes) -> None:
            self._long_work.run(lambda: issued_papers.read_paper(pdf), done, failed)

        self.act(lambda desk: outgoing.issued_pdf(desk, line), read, failed)

    def picture(self, paper: IssuedPaper, page: int, scale: float, done: Done[Picture], failed: Failed) -> None:
        """A page of an issued paper, so many pixels to a point."""
        self._long_work.run(lambda: issued_papers.picture_of(paper, page, scale), done, failed)

    def write(self, paper: IssuedPaper, out: Path, done: Done[Path], failed: Failed) -> None:
        """Write an issued paper to a file, byte for byte."""

        def write() -> Path:
            issued_papers.write_paper(paper, out)
            return out

        self._long_work.run(write, done, failed)

    def delivery_papers(
        self,
        papers: Papers,
        line: UUID,
        deliveries: Sequence[Delivery],
        done: Done[PagedDocument],
        failed: Failed,
    ) -> None:
        """The envelopes or the slips of recipients."""
        self.act(lambda desk: papers(desk, line, deliveries), done, failed)
