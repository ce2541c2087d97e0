"""What follows on a document that was issued: its replacement, amendment, correction or recall, and certified copies.

Each is a draft of its own, linked with the line of the register. Like every act on the store, these run on its worker.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.body import Paragraph, Run
from vpdesk.domain.dates import written_date
from vpdesk.domain.dispatch import CertifiedCopy, CopyKind, Dispatch
from vpdesk.domain.drafts import OpenDraft, unnumbered
from vpdesk.domain.errors import CopyDiffers, LineEnded, NoSuchRecord
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import IssuingBody, begin_draft, signing_on, version_on
from vpdesk.domain.outgoing import LineState, Link, LinkKind, RegisterLine
from vpdesk.domain.pack import RulePack
from vpdesk.domain.roles import Permission
from vpdesk.domain.rulebook import Rulebook
from vpdesk.services.answers import answered_by
from vpdesk.services.beginnings import pack_of_day
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import begin_in, readable
from vpdesk.services.links import bind
from vpdesk.services.numbers import COPY_TYPE, symbol_of
from vpdesk.services.papers import load_words
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_OFFICIAL_LETTER: Final = "CV"
_WORDS: Final[Mapping[LinkKind, str]] = {LinkKind.CORRECTS: "corrects", LinkKind.RECALLS: "recalls"}
"""The words of the letters that correct and recall, by their keys among those of the papers."""


def begin_followup(desk: Desk, line: UUID, kind: LinkKind) -> OpenDraft:
    """Begin what replaces, amends, corrects or recalls a document of the register.

    A replacement and an amendment begin with its text, a correction and a recall are letters that name it. What it
    answers, its replacement answers too. Raises LineEnded for a line that is of no document in force, NotPermitted,
    NoSuchRecord, and as `drafting.begin`.
    """
    pack = pack_of_day(desk, desk.today())

    def written(work: UnitOfWork, found: RegisterLine, body: IssuingBody) -> Dispatch:
        if kind in _WORDS:
            return _letter(desk, found, body, pack, _WORDS[kind])
        begun = begin_draft(body, found.document_type, desk.today(), Rulebook(pack))
        if found.dispatch is None:
            return replace(begun, subject_summary=found.subject)
        return _anew(readable(desk, work, found.dispatch).dispatch, begun)

    return _begin(desk, line, kind, written)


def begin_copy(desk: Desk, line: UUID, kind: CopyKind) -> OpenDraft:
    """Begin a certified copy of a document that was issued here, with its text, number and date.

    Raises LineEnded for a line that is of no document in force, NoSuchRecord where its text is not in the store, and
    as `drafting.begin`.
    """

    def written(work: UnitOfWork, found: RegisterLine, body: IssuingBody) -> Dispatch:
        if found.dispatch is None:
            raise NoSuchRecord("dispatch", found.reference)
        text = readable(desk, work, found.dispatch).dispatch
        return replace(text, certified_copy=_copying(desk, body, kind))

    return _begin(desk, line, LinkKind.COPY_OF, written)


def check_copy(work: UnitOfWork, dispatch: UUID, text: Dispatch) -> None:
    """Refuse a copy of the whole text that is none. Raises CopyDiffers."""
    if text.certified_copy is None or text.certified_copy.kind is not CopyKind.WHOLE:
        return
    for link in work.numbers.links(dispatch):
        if link.source == dispatch and link.kind is LinkKind.COPY_OF:
            original = work.numbers.line(link.target)
            if original.dispatch is not None and not _is_same(text, work.drafts.get(original.dispatch).dispatch):
                raise CopyDiffers(original.reference)


def pass_links_on(work: UnitOfWork, dispatch: UUID, line: RegisterLine) -> None:
    """Let what a draft does to others be what the line does that it was issued under."""
    for link in work.numbers.links(dispatch):
        if link.source == dispatch:
            work.numbers.put_link(replace(link, source=line.id))


def _is_same(copy: Dispatch, original: Dispatch) -> bool:
    """Whether a copy says all that the original says; how its pages are set is its own affair."""
    return replace(copy, certified_copy=None, rules=original.rules, page=original.page) == original


def _begin(
    desk: Desk, line: UUID, kind: LinkKind, written: Callable[[UnitOfWork, RegisterLine, IssuingBody], Dispatch]
) -> OpenDraft:
    with desk.store.writing() as work:
        officer, found = require(desk, work, Permission.DRAFT), work.numbers.line(line)
        if found.state not in (LineState.ISSUED, LineState.EXTERNAL):
            raise LineEnded(found.reference, found.state)
        body = work.organisation.body(work.numbers.series(found.series).body)
        opened = begin_in(desk, work, written(work, found, body), body.id)
        work.numbers.put_link(Link(new_id(work.now), opened.draft.id, line, kind, work.now, officer.id))
        if kind is LinkKind.REPLACES:
            for arrival in answered_by(work, line):
                bind(work, opened.draft.id, arrival.id, LinkKind.ANSWERS, officer.id)
        work.tell(officer.id, "link", "outgoing", opened.draft.id, target=line, link=kind.value)
        return opened


def _anew(text: Dispatch, begun: Dispatch) -> Dispatch:
    """The text of an earlier dispatch under the head and the signature of today."""
    return replace(
        unnumbered(text),
        rules=None,
        certified_copy=None,
        issuing_body=begun.issuing_body,
        parent_body=begun.parent_body,
        symbol=begun.symbol,
        place=begun.place,
        signing=begun.signing,
    )


def _letter(desk: Desk, line: RegisterLine, body: IssuingBody, pack: RulePack, key: str) -> Dispatch:
    """A letter that names a document and what becomes of it; what only its drafter knows is left blank."""
    words, rulebook = load_words(), Rulebook(pack)
    known = rulebook.document_type(line.document_type)
    version = version_on(body, desk.today()) or body.versions[-1]
    subject = " ".join((line.subject or "").split())
    named = {
        "body": version.in_text or version.name_line,
        "type": known.name if known else line.document_type,
        "reference": line.reference,
        "day": written_date(line.document_date) if line.document_date else words.text("form.day_blank"),
        "subject": words.text("submission.about").format(subject=subject[4:]) if subject[:4] == "V/v " else subject,
    }
    return replace(
        begin_draft(body, _OFFICIAL_LETTER, desk.today(), rulebook),
        subject_summary=words.text(f"followup.{key}_subject").format(**named),
        addressees=line.recipients,
        body=tuple(Paragraph((Run(words.text(f"followup.{key}_{part}").format(**named)),)) for part in ("named", "so")),
        distribution=tuple(filter(None, ("Như trên", line.file_copy_holder))),
    )


def _copying(desk: Desk, body: IssuingBody, kind: CopyKind) -> CertifiedCopy:
    """What the body sets under a copy today."""
    day = desk.today()
    version, signing = version_on(body, day) or body.versions[-1], signing_on(body, day)
    return CertifiedCopy(
        kind=kind,
        issuing_body=version.name_line,
        parent_body=version.parent_line,
        symbol=symbol_of(pack_of_day(desk, day), body, COPY_TYPE, day),
        place=version.place,
        signing=(signing,) if signing.name else (),
    )
