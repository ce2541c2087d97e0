"""What is found: of each document the words and facts by which somebody looks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.case_files import CaseFile
from vpdesk.domain.dates import local_day
from vpdesk.domain.handling import Handling
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.domain.passages import passages
from vpdesk.domain.workflow import Status

if TYPE_CHECKING:
    from vpdesk.domain.dispatch import Dispatch
    from vpdesk.domain.drafts import Draft


class FoundKind(Enum):
    """What was found."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    DRAFT = "draft"
    CASE_FILE = "case_file"


@dataclass(frozen=True, slots=True)
class Findable:
    """A document as it is found. `day` is its date, `party` whom it came from or goes to, each on a line of its own.

    `book` is the group of types of a number, or the book of an arrival by its id; `person` who signs, has or keeps it;
    `owner` whose draft or case file it is; a draft is his alone while it `is_private`. `due_on` is the day by which
    something is still to be done. `words` are all the texts it is found by, as they are written; the text of its files
    among them.
    """

    record: UUID
    kind: FoundKind
    state: str
    words: str
    day: date | None = None
    book: str | None = None
    document_type: str | None = None
    due_on: date | None = None
    owner: UUID | None = None
    is_private: bool = False
    number: int | None = None
    reference: str | None = None
    party: str | None = None
    person: str | None = None
    subject: str | None = None


def of_line(
    line: RegisterLine, group: str, type_name: str, *, dispatch: Dispatch | None = None, of_files: str = ""
) -> Findable | None:
    """How a line of a row of numbers is found, by the text of its dispatch and its files too; a secret one never is."""
    if line.state is LineState.WITHHELD or (dispatch is not None and dispatch.secrecy is not None):
        return None
    texts = (
        line.reference,
        type_name,
        line.subject,
        line.signer,
        line.held_for,
        *line.recipients,
        line.notes,
        line.reason,
        text_of_dispatch(dispatch) if dispatch else None,
        of_files,
    )
    return Findable(
        record=line.id,
        kind=FoundKind.OUTGOING,
        state=line.state.value,
        words=_joined(*texts),
        day=line.document_date or local_day(line.entered_at),
        book=group,
        document_type=line.document_type,
        number=line.number,
        reference=line.reference,
        party="\n".join(line.recipients) or None,
        person=line.signer or line.held_for,
        subject=line.subject,
    )


def of_arrival(
    arrival: IncomingDocument, type_name: str, handling: Handling | None = None, *, of_files: str = ""
) -> Findable | None:
    """How an arrival is found, by its directive and its files too; a secret one never is."""
    if arrival.secrecy is not None:
        return None
    is_finished = arrival.answer is not None or (handling is not None and handling.state.is_finished)
    waits = arrival.state is ArrivalState.REGISTERED and not is_finished
    texts = (
        arrival.reference,
        f"{arrival.arrival_number}{arrival.suffix}",
        type_name,
        arrival.subject,
        arrival.sender,
        arrival.receiver,
        arrival.received_by,
        arrival.answer,
        arrival.notes,
        *((handling.directive, handling.outcome) if handling else ()),
        of_files,
    )
    return Findable(
        record=arrival.id,
        kind=FoundKind.INCOMING,
        state=arrival.state.value,
        words=_joined(*texts),
        day=arrival.document_date or arrival.arrived_on,
        book=str(arrival.book),
        document_type=arrival.document_type,
        due_on=arrival.due_on if waits else None,
        number=arrival.arrival_number,
        reference=arrival.reference,
        party=arrival.sender,
        person=arrival.receiver,
        subject=arrival.subject,
    )


def of_draft(draft: Draft, type_name: str) -> Findable | None:
    """How a draft is found; one in the bin, a secret one, or one that has a line in the register is not."""
    dispatch, status = draft.dispatch, draft.progress.status
    if draft.deleted_at is not None or dispatch.secrecy is not None or status in {Status.ISSUED, Status.VOID}:
        return None
    return Findable(
        record=draft.id,
        kind=FoundKind.DRAFT,
        state=status.value,
        words=_joined(dispatch.subject_summary, type_name, text_of_dispatch(dispatch)),
        day=dispatch.date or local_day(draft.created_at),
        document_type=dispatch.document_type,
        owner=draft.owner,
        is_private=draft.progress.rounds == 0,
        party="\n".join(dispatch.addressees) or None,
        person=", ".join(one.name for one in dispatch.signing if one.name) or None,
        subject=dispatch.subject_summary,
    )


def of_case_file(case_file: CaseFile, heading: str | None, keeper: str | None) -> Findable:
    """How a case file is found: by its title and symbol, the name of its heading, and that of its keeper."""
    # A number with the letters of a type, as in 01.TT, is looked for as one word without signs.
    as_one = case_file.symbol.replace(".", "").lstrip("0")
    return Findable(
        record=case_file.id,
        kind=FoundKind.CASE_FILE,
        state=case_file.state.value,
        words=_joined(case_file.symbol, as_one, case_file.title, heading, keeper, case_file.notes),
        day=case_file.opened_on or date(case_file.year, 1, 1),
        owner=case_file.keeper,
        number=case_file.number,
        reference=case_file.symbol,
        person=keeper,
        subject=case_file.title,
    )


def text_of_dispatch(dispatch: Dispatch) -> str:
    """Every text of a dispatch."""
    return "\n".join(passage.text for passage in passages(dispatch))


def _joined(*texts: str | None) -> str:
    return "\n".join(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found. `place` is its place in the order of all documents, the newest with the largest."""

    place: int
    record: UUID
    kind: FoundKind
    state: str
    day: date | None
    book: str | None
    document_type: str | None
    due_on: date | None
    owner: UUID | None
    number: int | None
    reference: str | None
    party: str | None
    person: str | None
    subject: str | None
