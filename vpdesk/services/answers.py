"""Replies to arrivals: drafts that are linked with what they answer, and that close it when they are issued.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.arrival_work import is_worked_here
from vpdesk.domain.body import Paragraph, Run
from vpdesk.domain.dates import local_day, written_date
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import OpenDraft
from vpdesk.domain.handling import HandlingState
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.organisation import IssuingBody, Officer, begin_draft, bodies_on, version_on
from vpdesk.domain.outgoing import LineState, LinkKind, RegisterLine
from vpdesk.domain.roles import Permission
from vpdesk.domain.rulebook import Rulebook
from vpdesk.services.arrival_parts import KIND
from vpdesk.services.beginnings import pack_of_day
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import begin_in
from vpdesk.services.finding import index_arrival, type_name
from vpdesk.services.handling_parts import begun, put, unfinish, unfinished
from vpdesk.services.links import bind
from vpdesk.services.papers import load_words
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

JOINT: Final = "; "
"""What stands between the documents that answer one arrival."""
_OFFICIAL_LETTER: Final = "CV"


def begin_reply(desk: Desk, arrival: UUID) -> OpenDraft:
    """Begin a letter to the sender of an arrival that answers it; it closes the arrival when it is issued.

    Raises ArrivalFinished, ArrivalSecret, ArrivalTakenOver, ArrivalIsVoid, NoSuchRecord, and as `drafting.begin`.
    """
    with desk.store.writing() as work:
        officer, (found, _) = require(desk, work, Permission.DRAFT), unfinished(work, arrival)
        bodies, today = work.organisation.bodies(), desk.today()
        body = next(iter(bodies_on(bodies, today)), bodies[-1])
        opened = begin_in(desk, work, _letter(desk, found, body), body.id)
        bind(work, opened.draft.id, arrival, LinkKind.ANSWERS, officer.id)
        work.tell(officer.id, "link", "outgoing", opened.draft.id, target=arrival, link=LinkKind.ANSWERS.value)
        work.tell(officer.id, "begin_reply", KIND, arrival, draft=opened.draft.id)
        return opened


def _letter(desk: Desk, arrival: IncomingDocument, body: IssuingBody) -> Dispatch:
    """A letter that names what it answers; what only its drafter knows is left blank."""
    words, today = load_words(), desk.today()
    version = version_on(body, today) or body.versions[-1]
    called = type_name(desk, arrival.document_type or _OFFICIAL_LETTER)
    subject = " ".join((arrival.subject or "").split())
    about = words.text("submission.about").format(subject=subject[4:]) if subject[:4] == "V/v " else subject
    reference = words.text("answer.reference").format(reference=arrival.reference) if arrival.reference else ""
    day = written_date(arrival.document_date) if arrival.document_date else ""
    named = {
        "body": version.in_text or version.name_line,
        "document": ", ".join(filter(None, (" ".join(filter(None, (called, reference))), day))),
        "short": " ".join(filter(None, (called, reference))),
        "sender": arrival.sender,
        "subject": about,
    }
    return replace(
        begin_draft(body, _OFFICIAL_LETTER, today, Rulebook(pack_of_day(desk, today))),
        subject_summary=_bare(words.text("answer.subject").format(**named)),
        addressees=(arrival.sender,),
        body=tuple(Paragraph((Run(_bare(words.text(f"answer.{part}").format(**named))),)) for part in ("named", "so")),
        distribution=(words.text("answer.as_above"), words.text("answer.file_copy").format(**named)),
    )


def _bare(text: str) -> str:
    """A sentence without the gaps of what is not known."""
    return " ".join(text.split()).replace(" ,", ",")


# --- what is answered ---------------------------------------------------------------------------------------------


def close_answered(desk: Desk, work: UnitOfWork, line: UUID, officer: Officer) -> None:
    """Let the arrivals that a line answers be finished by it, in the act that issued it."""
    for arrival in answered_by(work, line):
        settle_answers(desk, work, arrival, officer)


def open_unanswered(desk: Desk, work: UnitOfWork, arrivals: Iterable[IncomingDocument], officer: Officer) -> None:
    """Let arrivals that a line answers no longer go on where nothing else answers them, in the act that says so."""
    for arrival in arrivals:
        handling = work.handlings.of(arrival.id)
        if handling is not None and handling.state is HandlingState.ANSWERED:
            settle_answers(desk, work, arrival, officer)


def settle_answers(desk: Desk, work: UnitOfWork, arrival: IncomingDocument, officer: Officer) -> IncomingDocument:
    """Finish an arrival by what answers it, from the day of the first on; or let it go on where nothing does."""
    lines = _answering(work, arrival.id)
    references = JOINT.join(one.reference for one in lines) or None
    kept = put(work, officer, arrival, replace(arrival, answer=references))
    if not lines:
        unfinish(work, arrival.id)
        index_arrival(desk, work, kept)
        work.tell(officer.id, "unanswer", KIND, arrival.id)
        return kept
    first = min(one.document_date or local_day(one.entered_at) for one in lines)
    answered = replace(
        begun(work.handlings.of(arrival.id), arrival.id, HandlingState.ANSWERED),
        finished_at=work.now,
        finished_on=first,
        finished_by=officer.id,
        outcome=None,
    )
    work.handlings.put(answered)
    index_arrival(desk, work, kept)
    work.tell(officer.id, "answer", KIND, arrival.id, line=lines[-1].id, on=first)
    return kept


def _answering(work: UnitOfWork, arrival: UUID) -> list[RegisterLine]:
    """The lines of documents in force that answer an arrival."""
    links = work.numbers.links(arrival)
    sources = [one.source for one in links if one.target == arrival and one.kind is LinkKind.ANSWERS]
    lines = [work.numbers.line(one) for one in dict.fromkeys(sources) if work.numbers.has_line(one)]
    return [one for one in lines if one.state in (LineState.ISSUED, LineState.EXTERNAL)]


def answered_by(work: UnitOfWork, line: UUID) -> tuple[IncomingDocument, ...]:
    """The arrivals in work here that a line answers."""
    links = work.numbers.links(line)
    targets = dict.fromkeys(one.target for one in links if one.source == line and one.kind is LinkKind.ANSWERS)
    found = (work.arrivals.find(one) for one in targets)
    return tuple(one for one in found if one is not None and is_worked_here(one))
