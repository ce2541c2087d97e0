"""The records of an invented office, and the rows that the program makes from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from bench.bulk import Record, record, record_of
from bench.years.arrivals import Worked
from bench.years.calendar import NOW, Chance
from bench.years.case_files import Kept
from bench.years.outgoing import Sent
from bench.years.people import Staff
from vpdesk.db.files import Kept as KeptFile
from vpdesk.db.records import draft_row, signing_value, text_of, version_row
from vpdesk.db.register_records import (
    ATTACHMENTS,
    DELIVERIES,
    INCOMING,
    LINES,
)
from vpdesk.db.register_tables import ArrivalValueRow
from vpdesk.db.repositories import ADDRESSEE, PLACE, RECIPIENT, SIGNATORY
from vpdesk.db.tables import MentionRow, Row, new_salt
from vpdesk.db.work_records import (
    ASSIGNEES,
    CASE_FILES,
    CASE_HANDOVERS,
    CASE_HEADINGS,
    CASE_LISTS,
    CASE_PAPERS,
    EXTENSIONS,
    HANDLINGS,
    OPEN_ARRIVALS,
    PHRASES,
    RETENTION_RULES,
)
from vpdesk.domain.arriving import mentioned
from vpdesk.domain.attachments import Attachment, FileRole
from vpdesk.domain.drafts import Draft, DraftVersion, mentions, unnumbered
from vpdesk.domain.finding import of_arrival, of_case_file, of_line
from vpdesk.domain.handling import DirectivePhrase
from vpdesk.domain.history import salted_digest
from vpdesk.domain.incoming import twin_key
from vpdesk.domain.outgoing import RegisterLine
from vpdesk.domain.workflow import Step
from vpdesk.services.desk import Desk
from vpdesk.services.finding import type_name

_PHRASES: Final = (
    "Chủ trì, tham mưu thực hiện",
    "Nghiên cứu, báo cáo đề xuất",
    "Tham mưu văn bản trả lời",
    "Theo dõi, tổng hợp chung",
    "Phối hợp thực hiện",
    "Lưu hồ sơ",
)


@dataclass(frozen=True, slots=True)
class Office:
    """What was invented."""

    staff: Staff
    arrivals: tuple[Worked, ...]
    lines: tuple[Sent, ...]
    kept: Kept


# --- the records --------------------------------------------------------------------------------------------------


def of_phrases(chance: Chance, staff: Staff) -> Iterator[Record]:
    """The phrases of the head and his deputies."""
    for head in (staff.head, *staff.deputies):
        for place, text in enumerate(_PHRASES):
            yield record(PHRASES, DirectivePhrase(chance.new_id(NOW), head.id, place, text))


def of_arrivals(desk: Desk, arrivals: Iterable[Worked]) -> Iterator[Record]:
    """The arrivals, and the work on them."""
    called = cache(partial(type_name, desk))
    for one in arrivals:
        line = one.arrival
        key = twin_key(line.sender, line.reference, line.document_date)
        yield record(INCOMING, line, of_arrival(line, called(line.document_type), one.handling), twin_key=key)
    yield from (record(HANDLINGS, one.handling) for one in arrivals if one.handling)
    yield from (record(ASSIGNEES, assignee) for one in arrivals for assignee in one.assignees)
    yield from (record(EXTENSIONS, extension) for one in arrivals for extension in one.extensions)


def of_lines(desk: Desk, lines: Iterable[Sent]) -> Iterator[Record]:
    """The lines of the outgoing register, the dispatches of those that were made here, how they were sent."""
    called = cache(partial(type_name, desk))
    for one in lines:
        if one.draft:
            yield record_of(draft_row(one.draft, called(one.line.document_type)))
    yield from (version for one in lines if one.draft for version in _versions(one.draft, one.line))
    for one in lines:
        dispatch, name = one.draft.dispatch if one.draft else None, called(one.line.document_type)
        yield record(LINES, one.line, of_line(one.line, one.group, name, dispatch=dispatch))
    yield from (record(DELIVERIES, delivery) for one in lines for delivery in one.deliveries)


def _versions(draft: Draft, line: RegisterLine) -> Iterator[Record]:
    """What was submitted, and what was issued."""
    submitted_at = draft.submitted_at or draft.created_at
    steps = (
        (Step.SUBMIT, draft.owner, submitted_at, unnumbered(draft.dispatch)),
        (Step.ISSUE, line.entered_by, line.entered_at, draft.dispatch),
    )
    for number, (step, officer, at, dispatch) in enumerate(steps, 1):
        salt = new_salt()
        digest = salted_digest(text_of(dispatch), salt)
        yield record_of(version_row(DraftVersion(draft.id, number, step, officer, at, dispatch, digest), salt))


def of_case_files(kept: Kept, staff: Staff) -> Iterator[Record]:
    """The case files, and what lies in them."""
    headings = {one.id: one.name for one in kept.headings}
    keepers = {one.id: one.name for one in staff.everybody}
    yield from (record(CASE_LISTS, one) for one in kept.lists)
    yield from (record(CASE_HEADINGS, one) for one in kept.headings)
    yield from (record(CASE_HANDOVERS, one) for one in kept.handovers)
    for one in kept.files:
        heading = headings.get(one.heading) if one.heading else None
        yield record(CASE_FILES, one, of_case_file(one, heading, keepers.get(one.keeper) if one.keeper else None))
    yield from (record(CASE_PAPERS, one) for one in kept.papers)
    yield from (record(RETENTION_RULES, one) for one in kept.rules)


def of_files(chance: Chance, invented: Office, paper: KeptFile) -> Iterator[Record]:
    """The PDF of each that was issued, the scan of every second arrival: all of them the pages of one paper."""
    file = partial(Attachment, place=0, media_type="application/pdf", size=paper.size, digest=paper.digest, pages=1)
    for sent in invented.lines:
        line = sent.line
        if sent.draft:
            name, role = f"{line.reference.replace('/', '-')}.pdf", FileRole.ISSUED
            yield record(
                ATTACHMENTS,
                file(
                    chance.new_id(line.entered_at),
                    line.id,
                    role=role,
                    name=name,
                    added_at=line.entered_at,
                    officer=line.entered_by,
                ),
            )
    for worked in invented.arrivals:
        arrival = worked.arrival
        if arrival.secrecy is None and chance.happens(0.5):
            yield record(
                ATTACHMENTS,
                file(
                    chance.new_id(arrival.entered_at),
                    arrival.id,
                    role=FileRole.SCAN,
                    name=f"{arrival.written_number}.pdf",
                    added_at=arrival.entered_at,
                    officer=arrival.entered_by,
                ),
            )


# --- what is made from them ---------------------------------------------------------------------------------------


def derived(invented: Office) -> Iterator[Row]:
    """What is counted, open and mentioned by all of it."""
    uses = Counter(mention for one in invented.arrivals for mention in mentioned(one.arrival))
    for (kind, sender, value), number in uses.items():
        yield ArrivalValueRow(kind=kind.value, sender=sender, value=value, uses=number)
    for one in invented.arrivals:
        if (waits := one.open) is not None:
            yield OPEN_ARRIVALS.row(waits)
    for sent in invented.lines:
        if sent.draft is not None:
            yield from _mentions(sent.draft)


def _mentions(draft: Draft) -> Iterator[Row]:
    found = mentions(draft.dispatch)
    kinds = {
        PLACE: found.places,
        ADDRESSEE: found.addressees,
        RECIPIENT: found.recipients,
        SIGNATORY: tuple(map(signing_value, found.signatories)),
    }
    for kind, values in kinds.items():
        yield from (MentionRow(dispatch_id=draft.id, kind=kind, value=value) for value in values)
