"""What work in hand leaves behind: a record of every kind, kept as its service keeps it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from vpdesk.db.store import UnitOfWork
from vpdesk.domain.case_files import (
    PERMANENT,
    CaseFile,
    CaseHandover,
    CaseHeading,
    CaseList,
    CasePaper,
    CaseState,
    PaperKind,
    RetentionRule,
)
from vpdesk.domain.handling import Assignee, AssigneeRole, DirectivePhrase, Extension, Handling, HandlingState
from vpdesk.domain.ids import new_id


def keep_work(work: UnitOfWork, officer: UUID, words: str, arrival: UUID) -> None:
    """Keep a record of every table of work in hand; whoever asks tells of them."""
    _keep_handling(work, officer, words, arrival)
    _keep_case_file(work, officer, words, arrival)


def _keep_handling(work: UnitOfWork, officer: UUID, words: str, arrival: UUID) -> None:
    now = work.now
    work.handlings.put(
        Handling(
            arrival,
            HandlingState.UNDER_WAY,
            submitted_at=now,
            submitted_by=officer,
            submitted_to=officer,
            directive=words,
            directed_at=now,
            directed_by=officer,
            first_due_on=date(2025, 1, 3),
        )
    )
    work.handlings.put_assignees(
        [
            Assignee(new_id(now), arrival, 0, AssigneeRole.LEAD, words, now, officer, acknowledged_at=now),
            Assignee(new_id(now), arrival, 1, AssigneeRole.SUPPORT, words, now, due_on=date(2025, 1, 2)),
        ]
    )
    work.handlings.add_extension(
        Extension(new_id(now), arrival, date(2025, 1, 3), date(2025, 1, 5), words, words, now, officer)
    )
    work.handlings.put_phrase(DirectivePhrase(new_id(now), officer, 0, words))


def _keep_case_file(work: UnitOfWork, officer: UUID, words: str, arrival: UUID) -> None:
    now, files = work.now, work.case_files
    # Symbols of a year are told apart by the record, for the same office keeps many.
    heading = CaseHeading(new_id(now), 2024, 0, f"TT{arrival.hex[-6:]}", words)
    handover = CaseHandover(new_id(now), date(2025, 3, 2), words, words, now, officer)
    kept = CaseFile(
        new_id(now),
        2024,
        1,
        f"01.{heading.symbol}",
        words,
        heading=heading.id,
        retention=PERMANENT,
        keeper=officer,
        state=CaseState.HANDED_OVER,
        opened_on=date(2024, 12, 24),
        closed_on=date(2024, 12, 31),
        sheets=12,
        handover=handover.id,
    )
    files.put_list(CaseList(2024, date(2024, 1, 5), words))
    files.put_heading(heading)
    files.put_handover(handover)
    files.put(kept)
    files.put_papers(
        [CasePaper(new_id(now), kept.id, 0, PaperKind.INCOMING, now, officer, record=arrival, first_sheet=1, sheets=12)]
    )
    files.put_retention_rule(RetentionRule(new_id(now), 0, words, PERMANENT))
