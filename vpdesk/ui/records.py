"""What the window asks the store for: each call runs on the store's worker, its answer on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import Draft, DraftCounts, DraftQuery, DraftRow, EarlierValues, OpenDraft, TemplateChange
from vpdesk.domain.errors import DeskError
from vpdesk.domain.office import Office, OfficeBeginning
from vpdesk.domain.organisation import IssuingBody
from vpdesk.domain.signoff import Detail, Remark
from vpdesk.services import drafting, signatories, signoff
from vpdesk.services import office as offices
from vpdesk.services.beginnings import Beginnings, beginnings
from vpdesk.services.desk import Desk
from vpdesk.services.store import back_up, restore_backup
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class Records:
    """The office and its drafts, as one worker keeps them."""

    def __init__(self, desk: Desk, worker: Runner) -> None:
        self._desk = desk
        self._worker = worker

    def _ask(self, call: Callable[[Desk], T], done: Done[T], failed: Failed) -> None:
        self._worker.run(lambda: call(self._desk), done, failed)

    def office(self, done: Done[Office | None], failed: Failed) -> None:
        """The office, or None before the first run."""

        def office(desk: Desk) -> Office | None:
            founded = offices.office(desk)
            if founded is not None and desk.seat.officer is None:
                desk.seat.officer = founded.officers[0].id
            return founded

        self._ask(office, done, failed)

    def keep_house(self, done: Done[None], failed: Failed) -> None:
        """Copy the store once a day, and empty the bin of what has lain in it for as long as it keeps."""

        def keep_house(desk: Desk) -> None:
            back_up(desk, once_a_day=True)
            drafting.sweep_bin(desk)

        self._ask(keep_house, done, failed)

    def found_sample(self, done: Done[Office], failed: Failed) -> None:
        """Set the sample office up."""
        self._ask(offices.found_sample, done, failed)

    def found_own(self, beginning: OfficeBeginning, done: Done[Office], failed: Failed) -> None:
        """Set an own office up."""
        self._ask(lambda desk: offices.found_own(desk, beginning), done, failed)

    def allow_unusual_types(self, allowed: bool, done: Done[Office], failed: Failed) -> None:
        """Offer also the types that a body does not usually issue, or no longer."""
        self._ask(lambda desk: offices.set_unusual_types(desk, allowed), done, failed)

    def bodies(self, done: Done[tuple[IssuingBody, ...]], failed: Failed) -> None:
        """The bodies with those who sign for them."""
        self._ask(signatories.bodies, done, failed)

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

    def submit(self, draft: UUID, done: Done[Draft], failed: Failed) -> None:
        """Hand a draft to the head."""
        self._ask(lambda desk: signoff.submit(desk, draft), done, failed)

    def take_back(self, draft: UUID, done: Done[Draft], failed: Failed) -> None:
        """Take the last step with a dispatch back."""
        self._ask(lambda desk: signoff.take_back(desk, draft), done, failed)

    def withdraw(self, draft: UUID, done: Done[Draft], failed: Failed) -> None:
        """Give a dispatch up."""
        self._ask(lambda desk: signoff.withdraw(desk, draft), done, failed)

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
