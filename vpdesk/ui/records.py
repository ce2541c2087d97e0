"""What the window asks the store for: each call runs on the store's worker, its answer on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.desks import DeskContents
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import (
    Draft,
    DraftCounts,
    DraftQuery,
    DraftRow,
    EarlierValues,
    OpenDraft,
    Output,
    TemplateChange,
)
from vpdesk.domain.errors import DeskError
from vpdesk.domain.office import Founding, Office, OfficeBeginning, WayOfWorking
from vpdesk.domain.organisation import IssuingBody, Officer
from vpdesk.domain.signoff import Detail, NewRemark, QueueRow, Remark, Submitted
from vpdesk.domain.verification import Verification
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting, files, signoff, slips, verifying
from vpdesk.services import office as offices
from vpdesk.services.beginnings import Beginnings, beginnings
from vpdesk.services.desk import Desk
from vpdesk.services.desks import desk_of
from vpdesk.services.seat import seated
from vpdesk.services.store import back_up, restore_backup
from vpdesk.services.ways import way_of_working
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class Records:
    """The office and its drafts, as one worker keeps them."""

    def __init__(self, desk: Desk, worker: Runner, beside: Runner) -> None:
        """`worker` owns the store; what only copies it is done `beside`."""
        self._desk = desk
        self._worker = worker
        self._beside = beside

    def _ask(self, call: Callable[[Desk], T], done: Done[T], failed: Failed) -> None:
        self._worker.run(lambda: call(self._desk), done, failed)

    def office(self, done: Done[Office | None], failed: Failed) -> None:
        """The office, or None before the first run."""
        self._ask(offices.office, done, failed)

    def desk(self, done: Done[DeskContents], failed: Failed) -> None:
        """What stands on the officer's desk."""
        self._ask(desk_of, done, failed)

    def clock_set_back(self, done: Done[datetime | None], failed: Failed) -> None:
        """The moment of the last act, where the clock says that it is yet to come."""
        self._ask(offices.clock_set_back, done, failed)

    def verify(self, done: Done[Verification], failed: Failed) -> None:
        """Whether anything was changed behind the office's back."""
        self._ask(verifying.verify, done, failed)

    def keep_house(self, done: Done[None], failed: Failed) -> None:
        """Copy the store once a day, then let go of what nobody has needed for as long as it keeps.

        A large store is long in copying; nobody who asks for a list waits for that.
        """

        def sweep(_copy: Path | None) -> None:
            self._ask(_sweep, done, failed)

        self._beside.run(lambda: back_up(self._desk, once_a_day=True), sweep, failed)

    def found_sample(self, done: Done[Office], failed: Failed) -> None:
        """Set the sample office up."""
        self._ask(offices.found_sample, done, failed)

    def found_own(
        self, beginning: OfficeBeginning, secret: str, kind: SecretKind, done: Done[Founding], failed: Failed
    ) -> None:
        """Set an own office up, with what its first officer proves himself by."""
        self._ask(lambda desk: offices.found_own(desk, beginning, secret, kind), done, failed)

    def allow_unusual_types(self, allowed: bool, done: Done[Office], failed: Failed) -> None:
        """Offer also the types that a body does not usually issue, or no longer."""
        self._ask(lambda desk: offices.set_unusual_types(desk, allowed), done, failed)

    def change_body(self, change: Callable[[Desk], IssuingBody], done: Done[IssuingBody], failed: Failed) -> None:
        """Change who signs for a body by an act of `services.signatories`; the body before."""
        self._ask(change, done, failed)

    def drafts(self, query: DraftQuery, done: Done[tuple[DraftRow, ...]], failed: Failed) -> None:
        """The rows of a list."""
        self._ask(lambda desk: drafting.drafts(desk, query), done, failed)

    def counts(self, done: Done[DraftCounts], failed: Failed) -> None:
        """How many drafts there are of each kind."""
        self._ask(drafting.counts, done, failed)

    def begin(self, dispatch: Dispatch, body: UUID, done: Done[OpenDraft], failed: Failed) -> None:
        """Begin a draft."""
        self._ask(lambda desk: drafting.begin(desk, dispatch, body), done, failed)

    def open(self, draft: UUID, done: Done[OpenDraft], failed: Failed) -> None:
        """Open a draft with what was typed last."""
        self._ask(lambda desk: drafting.open_draft(desk, draft), done, failed)

    def keep(self, draft: UUID, dispatch: Dispatch, done: Done[datetime], failed: Failed) -> None:
        """Keep what is typed."""
        self._ask(lambda desk: drafting.keep(desk, draft, dispatch), done, failed)

    def save(self, draft: Draft, dispatch: Dispatch, done: Done[Draft], failed: Failed) -> None:
        """Join what is typed to the draft."""
        self._ask(lambda desk: drafting.save(desk, draft, dispatch), done, failed)

    def give_up(self, draft: UUID, done: Done[OpenDraft], failed: Failed) -> None:
        """Drop what was typed and not saved."""
        self._ask(lambda desk: drafting.give_up(desk, draft), done, failed)

    def tell_output(self, drafts: tuple[UUID, ...], output: Output, done: Done[None], failed: Failed) -> None:
        """Set down that the pages of these dispatches were printed or exported."""
        self._ask(lambda desk: drafting.tell_output(desk, drafts, output), done, failed)

    def submit(self, draft: UUID, done: Done[Draft], failed: Failed) -> None:
        """Hand a draft to the head."""
        self._ask(lambda desk: signoff.submit(desk, draft), done, failed)

    def take_back(self, draft: UUID, done: Done[Draft], failed: Failed) -> None:
        """Take the last step with a dispatch back."""
        self._ask(lambda desk: signoff.take_back(desk, draft), done, failed)

    def withdraw(self, draft: UUID, done: Done[Draft], failed: Failed) -> None:
        """Give a dispatch up."""
        self._ask(lambda desk: signoff.withdraw(desk, draft), done, failed)

    def seated(self, done: Done[Officer], failed: Failed) -> None:
        """Who sits at the desk."""
        self._ask(seated, done, failed)

    def queue(self, statuses: frozenset[Status], done: Done[tuple[QueueRow, ...]], failed: Failed) -> None:
        """What was submitted and stands in these states."""
        self._ask(lambda desk: signoff.queue(desk, statuses), done, failed)

    def look(self, draft: UUID, done: Done[Submitted], failed: Failed) -> None:
        """A dispatch as whoever signs or checks it reads it, without its being read."""
        self._ask(lambda desk: signoff.look(desk, draft), done, failed)

    def read(self, draft: UUID, done: Done[Submitted], failed: Failed) -> None:
        """The officer has read the newest version of a dispatch."""
        self._ask(lambda desk: signoff.read(desk, draft), done, failed)

    def check_form(self, draft: UUID, version: int, done: Done[Draft], failed: Failed) -> None:
        """The form of a version is right."""
        self._ask(lambda desk: signoff.check_form(desk, draft, version), done, failed)

    def way_of_working(self, done: Done[WayOfWorking], failed: Failed) -> None:
        """How the office works."""
        self._ask(way_of_working, done, failed)

    def sign(self, draft: UUID, version: int, secret: str, done: Done[Draft], failed: Failed) -> None:
        """Sign a version off, with the officer's own secret where the office asks for it again."""
        self._ask(lambda desk: signoff.sign(desk, draft, version, secret), done, failed)

    def record_signature(self, draft: UUID, version: int, block: int, done: Done[Draft], failed: Failed) -> None:
        """Somebody of another office has signed a block on paper."""
        self._ask(lambda desk: signoff.record_signature(desk, draft, version, block), done, failed)

    def send_back(
        self, draft: UUID, version: int, remarks: tuple[NewRemark, ...], done: Done[Draft], failed: Failed
    ) -> None:
        """Give a version back to its drafter with remarks."""
        self._ask(lambda desk: signoff.send_back(desk, draft, version, remarks), done, failed)

    def take_pile(self, drafts: tuple[UUID, ...], done: Done[tuple[Submitted, ...]], failed: Failed) -> None:
        """Dispatches that are to be printed with their slips."""
        self._ask(lambda desk: slips.take_pile(desk, drafts), done, failed)

    def detail(self, draft: UUID, done: Done[Detail], failed: Failed) -> None:
        """All there is to know of a dispatch."""
        self._ask(lambda desk: signoff.detail(desk, draft), done, failed)

    def remarks(self, draft: UUID, done: Done[tuple[Remark, ...]], failed: Failed) -> None:
        """The remarks on a dispatch."""
        self._ask(lambda desk: signoff.remarks(desk, draft), done, failed)

    def mark_done(self, remark: UUID, is_done: bool, done: Done[Remark], failed: Failed) -> None:
        """Say that a remark was followed, or after all not."""
        self._ask(lambda desk: signoff.mark_done(desk, remark, done=is_done), done, failed)

    def duplicate(self, draft: UUID, done: Done[OpenDraft], failed: Failed) -> None:
        """Begin a draft with the text of another."""
        self._ask(lambda desk: drafting.duplicate(desk, draft), done, failed)

    def delete(self, draft: UUID, done: Done[None], failed: Failed) -> None:
        """Put a draft into the bin."""
        self._ask(lambda desk: drafting.delete(desk, draft), done, failed)

    def restore(self, draft: UUID, done: Done[None], failed: Failed) -> None:
        """Take a draft out of the bin."""
        self._ask(lambda desk: drafting.restore(desk, draft), done, failed)

    def earlier_values(self, done: Done[EarlierValues], failed: Failed) -> None:
        """What completion offers."""
        self._ask(drafting.earlier_values, done, failed)

    def beginnings(self, done: Done[Beginnings], failed: Failed) -> None:
        """What a new dispatch can begin with."""
        self._ask(beginnings, done, failed)

    def restore_backup(self, done: Done[Path], failed: Failed) -> None:
        """Put the newest backup in the place of a damaged store; where that one lies from now on."""
        self._ask(restore_backup, done, failed)

    def save_template(self, name: str, dispatch: Dispatch, done: Done[TemplateChange], failed: Failed) -> None:
        """Keep a dispatch as a template, in the place of the one of that name."""
        self._ask(lambda desk: drafting.save_template(desk, name, dispatch), done, failed)

    def rename_template(self, template: UUID, name: str, done: Done[TemplateChange], failed: Failed) -> None:
        """Give an own template another name."""
        self._ask(lambda desk: drafting.rename_template(desk, template, name), done, failed)

    def delete_template(self, template: UUID, done: Done[TemplateChange], failed: Failed) -> None:
        """Forget an own template."""
        self._ask(lambda desk: drafting.delete_template(desk, template), done, failed)

    def undo_template_change(self, change: TemplateChange, done: Done[None], failed: Failed) -> None:
        """Let the own templates be as they were before a change."""
        self._ask(lambda desk: drafting.undo_template_change(desk, change), done, failed)


def _sweep(desk: Desk) -> None:
    drafting.sweep_bin(desk)
    files.sweep(desk)
