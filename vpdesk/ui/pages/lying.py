"""What is said beside the page of a dispatch that lies before whoever signs or checks it."""

from __future__ import annotations

from dataclasses import dataclass

from vpdesk.domain.changes import Change
from vpdesk.domain.findings import Finding
from vpdesk.domain.signoff import Submitted, blocks_of
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.pages.marked_paper import MarkedPaper
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.happenings import held_words


@dataclass(frozen=True, slots=True)
class Lying:
    """`state` is for whom it waits, `pages` where each change stands, `foot` what comes of the act below."""

    submitted: Submitted
    changes: tuple[Change, ...]
    pages: tuple[int | None, ...]
    findings: tuple[Finding, ...]
    state: str
    readers: str
    foot: str
    may_remark: bool


def lying_before(
    submitted: Submitted,
    paper: MarkedPaper | None,
    laid_out: LaidOut | None,
    served: frozenset[Where],
    *,
    new_remarks: int,
    readers: str,
) -> Lying:
    """What is said of a dispatch on its pages, of which these acts are offered."""
    changes = paper.changes if paper else ()
    areas = [paper.change_areas(change) for change in changes] if paper else []
    return Lying(
        submitted,
        changes,
        tuple(found[0].page if found else None for found in areas),
        laid_out.findings if laid_out else (),
        _state(submitted),
        readers,
        _foot(served, new_remarks),
        Where.RETURNABLE in served,
    )


def _state(submitted: Submitted) -> str:
    """For whom it waits; nothing where it waits for the officer."""
    blocks = blocks_of(submitted.draft.dispatch)
    names = tuple(blocks[number].name or "" for number in submitted.missing)
    return "" if submitted.waits_for_me else held_words(submitted.draft.progress.status, names)


def _foot(served: frozenset[Where], new_remarks: int) -> str:
    if new_remarks:
        said = ngettext("{count} remark is not sent yet.", "{count} remarks are not sent yet.", new_remarks)
        return said.format(count=format_number(new_remarks))
    return _("Once it is signed, the clerk numbers and seals it.") if Where.SIGNABLE in served else ""
