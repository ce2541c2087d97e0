"""What waits, to be printed in one go: each dispatch behind its slip (phiếu trình)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from uuid import UUID

from vpdesk.domain.dates import local_day
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.papers import Letterhead, SubmissionSlip
from vpdesk.domain.roles import Permission
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.signoff import Submitted, blocks_of
from vpdesk.layout.frame import Bookmark, Description, PagedDocument
from vpdesk.layout.papers import Forms
from vpdesk.services import papers, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.rules import choose_pack
from vpdesk.services.seat import require
from vpdesk.services.typesetting import lay_out


def take_pile(desk: Desk, drafts: Iterable[UUID]) -> tuple[Submitted, ...]:
    """Dispatches that are to be printed with their slips. It runs on the store's own worker.

    Raises NotPermitted for who may not print slips, and as `signoff.look`.
    """
    with desk.store.reading() as work:
        require(desk, work, Permission.PRINT_SLIPS)
    return tuple(signoff.look(desk, draft) for draft in drafts)


def slip_for(desk: Desk, submitted: Submitted) -> PagedDocument:
    """The slip of a dispatch that was submitted, filled in as far as the store knows."""
    return papers.submission_slip(desk, _slip(desk, submitted))


def pile(desk: Desk, submitted: Sequence[Submitted]) -> PagedDocument:
    """The pages of a pile: each dispatch behind its slip, in this order. Raises as `typesetting.lay_out`."""
    forms = _forms(desk, submitted[0])
    parts = [part for one in submitted for part in (slip_for(desk, one), _pages(desk, one))]
    starts = [0, *accumulate(len(part.pages) for part in parts)]
    return PagedDocument(
        pages=tuple(page for part in parts for page in part.pages),
        # The slips need no line in the outline: each stands before its dispatch.
        bookmarks=tuple(
            mark for part, start in zip(parts[1::2], starts[1::2], strict=False) for mark in _outline(part, start)
        ),
        description=Description(forms.filled("submission.pile"), parts[0].description.author, ""),
        missing=_missing(parts),
    )


def export_pile(desk: Desk, document: PagedDocument, out: Path) -> None:
    """Write the pages of a pile to a PDF file. Raises FileNotWritable."""
    from vpdesk.export.files import replace_file

    replace_file(out, desk.press.pdf(document))


def text_of(submitted: Submitted) -> Dispatch:
    """The text that is read and signed: that of the newest version."""
    return submitted.version.dispatch or submitted.draft.dispatch


def _pages(desk: Desk, submitted: Submitted) -> PagedDocument:
    dispatch = text_of(submitted)
    return lay_out(desk, dispatch, dispatch.rules or submitted.draft.rules, compositor=desk.proofs).document


def _outline(part: PagedDocument, start: int) -> Iterator[Bookmark]:
    """A line for a dispatch, its headings under it."""
    yield Bookmark(part.description.title, 0, start, 0.0)
    for mark in part.bookmarks:
        yield replace(mark, level=mark.level + 1, page=mark.page + start)


def _missing(parts: Iterable[PagedDocument]) -> dict[str, frozenset[str]]:
    missing: dict[str, frozenset[str]] = {}
    for part in parts:
        for component, characters in part.missing.items():
            missing[component] = missing.get(component, frozenset()) | characters
    return missing


def _slip(desk: Desk, submitted: Submitted) -> SubmissionSlip:
    dispatch, draft = text_of(submitted), submitted.draft
    forms = _forms(desk, submitted)
    day = local_day(draft.submitted_at or draft.updated_at)
    letterhead = Letterhead(
        dispatch.issuing_body, dispatch.parent_body, None, None, dispatch.place, day, dispatch.rules or draft.rules
    )
    opinions = [forms.filled("submission.remark", name=one.officer_name, text=one.text) for one in submitted.remarks]
    return SubmissionSlip(
        letterhead,
        addressee=_addressee(submitted, forms),
        content=_content(submitted, forms),
        opinions=" ".join(opinions) or None,
        proposal=forms.filled("submission.request"),
        drafter=submitted.owner_name,
    )


def _content(submitted: Submitted, forms: Forms) -> str:
    """What is submitted, and which time."""
    dispatch, rounds = text_of(submitted), submitted.draft.progress.rounds
    key = "submission.draft_again" if rounds > 1 else "submission.draft"
    known = forms.rulebook.document_type(dispatch.document_type)
    subject = " ".join((dispatch.subject_summary or "").split())
    if letter := re.fullmatch(r"V/v (.+)", subject):
        subject = forms.filled("submission.about", subject=letter[1])
    name = known.name if known else dispatch.document_type
    return forms.filled(key, type=name, subject=subject, round=str(rounds)) + "."


def _addressee(submitted: Submitted, forms: Forms) -> str:
    """Those whose signature is missing; where nobody's is, all who have signed."""
    blocks = blocks_of(text_of(submitted))
    waiting = [blocks[number] for number in submitted.missing] or blocks
    return "; ".join(_named(block, forms) for block in waiting)


def _named(block: Signing, forms: Forms) -> str:
    key = "submission.addressee_with_position" if block.position else "submission.addressee"
    return forms.filled(key, name=block.name, position=(block.position or "").capitalize())


def _forms(desk: Desk, submitted: Submitted) -> Forms:
    dispatch = text_of(submitted)
    pack, _ = choose_pack(desk.packs, dispatch, dispatch.rules or submitted.draft.rules)
    return Forms(papers.load_words(), Rulebook(pack))
