"""Case files handed over to the archive: which are due, the plan, the hand-over, and that it was received.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from vpdesk.domain.case_files import CaseHandover
from vpdesk.domain.case_handing import HandoverDetail, HandoverEntry, HandoverPlan
from vpdesk.domain.case_views import DueFile
from vpdesk.services.desk import Desk


def due_for_handover(desk: Desk) -> tuple[DueFile, ...]:
    """The closed files that the archive must have, those whose day comes first first; of those that one may read."""
    raise NotImplementedError


def plan(desk: Desk, files: Sequence[UUID]) -> HandoverPlan:
    """What would go of these files, what stays behind and why, and where copies lie among originals."""
    raise NotImplementedError


def hand_over(desk: Desk, entry: HandoverEntry) -> CaseHandover:
    """Hand files over to the archive.

    Raises NotForArchive where one of them does not go, ArchiveMissing without the archive or who gives, DateInFuture,
    NoSuchRecord; nothing is handed over then.
    """
    raise NotImplementedError


def receive(desk: Desk, handover: UUID, by: str) -> CaseHandover:
    """Set down who received the files at the archive. Raises ReasonMissing without a name, NoSuchRecord."""
    raise NotImplementedError


def take_back(desk: Desk, handover: UUID) -> CaseHandover:
    """Undo a handing over of which nobody holds a paper; its files are closed ones again, and what it was.

    Raises HandoverOnPaper, NoSuchRecord.
    """
    raise NotImplementedError


def handovers(desk: Desk) -> tuple[HandoverDetail, ...]:
    """What was handed over, the last first."""
    raise NotImplementedError


def handover(desk: Desk, handover: UUID) -> HandoverDetail:
    """A handing over with its files. Raises NoSuchRecord."""
    raise NotImplementedError
