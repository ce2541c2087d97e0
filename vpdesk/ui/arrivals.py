"""What the window asks of the services of arrivals: each call runs on the store's worker, as those of `records`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import UUID

from vpdesk.domain.arrival_work import ArrivalWork, OpenCounts
from vpdesk.domain.arriving import (
    ArrivalDetail,
    ArrivalEntry,
    ArrivalPage,
    ArrivalQuery,
    ArrivalValues,
    ArrivalView,
    EntryBeginning,
)
from vpdesk.domain.attachments import Attachment, NewFile
from vpdesk.domain.errors import DeskError
from vpdesk.domain.finding import FoundKind, Hit
from vpdesk.domain.handling import DirectivePhrase
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.organisation import Officer
from vpdesk.domain.read_pages import LookedInto
from vpdesk.domain.search_query import Search
from vpdesk.domain.text import folded
from vpdesk.layout.frame import PagedDocument
from vpdesk.services import arrival_papers, files, finding, phrases, receiving, work_in_hand
from vpdesk.services.desk import Desk
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]
Lines = tuple[IncomingDocument, ...]


class FoundPage(NamedTuple):
    """Rows that were found, and the place behind which others follow."""

    page: ArrivalPage
    after: int | None


class Case(NamedTuple):
    """An arrival with the work on it, who may be given it, and the phrases of the officer at the desk."""

    detail: ArrivalDetail
    work: ArrivalWork
    handlers: tuple[Officer, ...]
    phrases: tuple[DirectivePhrase, ...]


class Arrivals:
    """The books of arrivals."""

    def __init__(self, desk: Desk, worker: Runner) -> None:
        self._desk = desk
        self._worker = worker

    def _ask(self, call: Callable[[Desk], T], done: Done[T], failed: Failed) -> None:
        self._worker.run(lambda: call(self._desk), done, failed)

    def act(self, call: Callable[[Desk], T], done: Done[T], failed: Failed) -> None:
        """Do an act of the services on the store's worker."""
        self._ask(call, done, failed)

    def begin_entry(self, book: UUID | None, done: Done[EntryBeginning], failed: Failed) -> None:
        """What an empty form begins with."""
        self._ask(lambda desk: receiving.begin_entry(desk, book), done, failed)

    def earlier(self, done: Done[ArrivalValues], failed: Failed) -> None:
        """What was typed before."""
        self._ask(receiving.earlier, done, failed)

    def register(
        self, entry: ArrivalEntry, scans: Sequence[NewFile], done: Done[IncomingDocument], failed: Failed
    ) -> None:
        """Enter an arrival with its files."""
        self._ask(lambda desk: receiving.register(desk, entry, scans), done, failed)

    def take_in(self, path: Path, looked: LookedInto, done: Done[NewFile], failed: Failed) -> None:
        """Keep the bytes of a file that was looked into."""
        self._ask(lambda desk: files.take_in(desk, path, looked), done, failed)

    def attach(
        self, arrival: UUID, added: Sequence[NewFile], done: Done[tuple[Attachment, ...]], failed: Failed
    ) -> None:
        """Put files to an arrival."""
        self._ask(lambda desk: files.attach(desk, arrival, added), done, failed)

    def copies(
        self, kept: Iterable[Attachment], folder: Path, done: Done[list[tuple[Attachment, Path]]], failed: Failed
    ) -> None:
        """Copies of files in a folder, each in one of its own that is named by it."""

        def copy(desk: Desk) -> list[tuple[Attachment, Path]]:
            return [(one, files.copy_to(desk, one.id, folder / str(one.id))) for one in kept]

        self._ask(copy, done, failed)

    def stamp(self, file: UUID, left: float, top: float, done: Done[Attachment], failed: Failed) -> None:
        """Put a stamped copy of a file to its arrival, the stamp so many millimetres from left and top."""
        self._ask(lambda desk: arrival_papers.stamped_copy(desk, file, left, top), done, failed)

    def label(self, arrival: UUID, done: Done[PagedDocument], failed: Failed) -> None:
        """The stamp of an arrival on a label."""
        self._ask(lambda desk: arrival_papers.arrival_label(desk, arrival), done, failed)

    def tell_printed(self, arrival: UUID, done: Done[None], failed: Failed) -> None:
        """Set down that a paper of an arrival was printed."""
        self._ask(lambda desk: arrival_papers.tell_printed(desk, arrival), done, failed)

    def handling_slip(self, arrival: UUID, done: Done[PagedDocument], failed: Failed) -> None:
        """The slip on which an arrival is handled."""
        self._ask(lambda desk: arrival_papers.handling_slip(desk, arrival), done, failed)

    def twins(self, entry: ArrivalEntry, done: Done[Lines], failed: Failed) -> None:
        """The arrivals that are the same paper as an entry."""
        asked = entry.sender, entry.reference, entry.document_date
        self._ask(lambda desk: receiving.twins(desk, *asked), done, failed)

    def page(self, query: ArrivalQuery, done: Done[ArrivalPage], failed: Failed) -> None:
        """Some rows of the list."""
        self._ask(lambda desk: receiving.arrivals(desk, query), done, failed)

    def find(self, words: str, after: int | None, done: Done[FoundPage], failed: Failed) -> None:
        """Some arrivals that fit words, behind a place of those that were found."""

        def find(desk: Desk) -> FoundPage:
            found = finding.find(desk, Search(words, FoundKind.INCOMING), after)
            rows = receiving.listed(desk, [hit.record for hit in found.hits])
            return FoundPage(ArrivalPage(rows, found.after is not None), found.after)

        self._ask(find, done, failed)

    def counts(self, done: Done[Mapping[ArrivalView, int]], failed: Failed) -> None:
        """How many arrivals each view shows."""
        self._ask(receiving.counts, done, failed)

    def detail(self, arrival: UUID, done: Done[ArrivalDetail], failed: Failed) -> None:
        """All there is to know of an arrival."""
        self._ask(lambda desk: receiving.detail(desk, arrival), done, failed)

    def case(self, arrival: UUID, done: Done[Case], failed: Failed) -> None:
        """An arrival as its page shows it, with the work on it."""

        def whole(desk: Desk) -> Case:
            detail, work = receiving.detail(desk, arrival), work_in_hand.work_of(desk, arrival)
            return Case(detail, work, work_in_hand.handlers(desk), phrases.phrases(desk))

        self._ask(whole, done, failed)

    def works(self, arrivals: Sequence[UUID], done: Done[tuple[ArrivalWork, ...]], failed: Failed) -> None:
        """The work on arrivals, in the order they are named in."""
        self._ask(lambda desk: tuple(work_in_hand.work_of(desk, one) for one in arrivals), done, failed)

    def heads(self, done: Done[tuple[Officer, ...]], failed: Failed) -> None:
        """Who writes directives today."""
        self._ask(work_in_hand.heads, done, failed)

    def open_counts(self, done: Done[OpenCounts], failed: Failed) -> None:
        """What waits for the officer at the desk."""
        self._ask(work_in_hand.open_counts, done, failed)

    def issued_as(self, written: str, done: Done[Hit | None], failed: Failed) -> None:
        """The document of the outgoing register that bears a number and symbol, the newest; None for none."""

        def find(desk: Desk) -> Hit | None:
            hits = finding.find(desk, Search(written, FoundKind.OUTGOING)).hits
            return next((hit for hit in hits if _bare(hit.reference) == _bare(written)), None)

        self._ask(find, done, failed)

    def amend(
        self, arrival: IncomingDocument, entry: ArrivalEntry, done: Done[IncomingDocument], failed: Failed
    ) -> None:
        """Correct a line."""
        self._ask(lambda desk: receiving.amend(desk, arrival, entry), done, failed)

    def void(self, arrival: UUID, reason: str, done: Done[IncomingDocument], failed: Failed) -> None:
        """Strike a line that was entered by mistake."""
        self._ask(lambda desk: receiving.void(desk, arrival, reason), done, failed)

    def hand_over(
        self, arrivals: Iterable[UUID], receiver: str | None, day: date, done: Done[Lines], failed: Failed
    ) -> None:
        """Hand arrivals on."""
        self._ask(lambda desk: receiving.hand_over(desk, arrivals, receiver, day), done, failed)

    def received(self, arrivals: Iterable[UUID], by: str | None, day: date, done: Done[Lines], failed: Failed) -> None:
        """Set down who signed for arrivals."""
        self._ask(lambda desk: receiving.received(desk, arrivals, by, day), done, failed)


def _bare(reference: str | None) -> str:
    """A number and symbol by its letters and figures alone."""
    return "".join(letter for letter in folded(reference or "") if letter.isalnum()).lstrip("0")
