"""The sign-off: which blocks of a dispatch wait for whom, what was signed, what was remarked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vpdesk.domain.blanks import find_blanks
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.drafts import Draft, DraftVersion
from vpdesk.domain.organisation import IssuingBody, Officer, Signatory, block_of, version_on
from vpdesk.domain.passages import Path, passages
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import folded
from vpdesk.domain.workflow import Status, Step


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block of a version that was signed off; `block` counts from 0.

    `is_on_paper` where somebody of another office has signed and the officer says so.
    """

    id: UUID
    dispatch: UUID
    version: int
    block: int
    officer: UUID
    made_at: datetime
    is_on_paper: bool = False
    taken_back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a dispatch: from `start` to `end` in the passage at a path."""

    path: Path
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NewRemark:
    """What is remarked, on the words quoted where it is pinned to some."""

    text: str
    place: Place | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a version of a dispatch; done once the drafter has followed it."""

    id: UUID
    dispatch: UUID
    version: int
    officer: UUID
    officer_name: str
    made_at: datetime
    text: str
    place: Place | None = None
    quote: str = ""
    done_at: datetime | None = None
    done_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Which version was read, and when."""

    version: int
    read_at: datetime


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A dispatch that was submitted, as the desk of those who sign and check lists it.

    `waits_for_me` where the next step is this officer's; `version` is the newest kept version, `read_version`
    the one he has read last, None where he has read none. `signers` are the names under it whose signature is missing,
    `readers` those who have read the newest version.
    """

    id: UUID
    document_type: str
    subject: str | None
    urgency: str | None
    status: Status
    rounds: int
    owner: UUID
    owner_name: str
    submitted_at: datetime
    version: int
    signers: tuple[str, ...]
    waits_for_me: bool
    read_version: int | None
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A dispatch as it lies before whoever signs or checks it.

    `version` is the newest kept version, which is what he reads and signs; `seen` the one he had read before, None
    where he had read none or has read this one. `missing` are the blocks nobody has signed, `mine` those of them that
    this officer may sign now, `outside` those that belong to nobody of this office.
    """

    draft: Draft
    owner_name: str
    version: DraftVersion
    seen: DraftVersion | None
    seen_at: datetime | None
    remarks: tuple[Remark, ...]
    signatures: tuple[Signature, ...]
    missing: tuple[int, ...]
    mine: tuple[int, ...]
    outside: tuple[int, ...]
    waits_for_me: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that holds, as people are told of it."""

    name: str
    officer_name: str
    at: datetime
    is_on_paper: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """All there is to know of a dispatch that was submitted once: for whoever may read it, without its being read.

    `missing` are the names whose signature is missing, `readers` those who have read the newest version, `steps` what
    the officer may do with it now.
    """

    draft: Draft
    owner_name: str
    versions: tuple[DraftVersion, ...]
    signed: tuple[Signed, ...]
    missing: tuple[str, ...]
    readers: tuple[str, ...]
    remarks: tuple[Remark, ...]
    happenings: tuple[Happening, ...]
    steps: frozenset[Step]


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the history that speaks of a dispatch: when, who (None: the program), what, and its facts."""

    number: int
    at: datetime
    officer_name: str | None
    act: str
    facts: dict[str, str | int | bool | None]


def blocks_of(dispatch: Dispatch) -> tuple[Signing, ...]:
    """The signature blocks that must be signed: those with a name, of a certified copy its own."""
    signing = dispatch.certified_copy.signing if dispatch.certified_copy else dispatch.signing
    return tuple(one for one in signing if one.name)


def missing_blocks(dispatch: Dispatch, signatures: Iterable[Signature], version: int) -> tuple[int, ...]:
    """The blocks, by their numbers from 0, that nobody has signed in this version."""
    signed = {one.block for one in signatures if one.version == version and one.taken_back_at is None}
    return tuple(number for number in range(len(blocks_of(dispatch))) if number not in signed)


def signatory_of(
    block: Signing, bodies: Iterable[IssuingBody], document_type: str, day: date
) -> tuple[IssuingBody, Signatory] | None:
    """Who signs with this block on a day, by the records of the bodies; None where they know nobody."""
    for body in bodies:
        version = version_on(body, day)
        for one in body.signatories:
            if version and one.may_sign(document_type, day) and same_block(block_of(one, version.spelling), block):
                return body, one
    return None


def may_sign(officer: Officer, block: Signing, bodies: Iterable[IssuingBody], document_type: str, day: date) -> bool:
    """Whether this block is the officer's to sign on a day: the records say so, and he has the role."""
    found = signatory_of(block, bodies, document_type, day)
    return found is not None and officer.may(Permission.SIGN_OFF) and is_signatory(officer, found[1])


def is_signatory(officer: Officer, signatory: Signatory) -> bool:
    """Whether a signatory is this officer: as recorded, or by his name where nothing is."""
    if signatory.officer is not None:
        return signatory.officer == officer.id
    return folded(signatory.person) == folded(officer.name)


def is_outside(block: Signing, bodies: tuple[IssuingBody, ...]) -> bool:
    """Whether nobody of this office, whenever, is called as the block says: it is another office's to sign."""
    names = {folded(one.person) for body in bodies for one in body.signatories}
    return folded(block.name or "") not in names


def gaps(dispatch: Dispatch) -> tuple[str, ...]:
    """The components, by their numbers, that keep a dispatch from being submitted: empty, or with a place to fill."""
    waiting = {_COMPONENTS.get(str(blank.path[0]), "6") for blank in find_blanks(dispatch)}
    needed = {
        "5b": dispatch.subject_summary,
        "6": dispatch.body,
        "7": blocks_of(dispatch),
        "2": dispatch.issuing_body.strip(),
    }
    return tuple(sorted(waiting | {component for component, there in needed.items() if not there}))


def located(dispatch: Dispatch, place: Place, quote: str) -> Place | None:
    """Where the words of a remark stand in a text that was changed since; None where they are gone.

    They are looked for where they stood, then in the same passage, then anywhere.
    """
    if not quote:
        return None
    for passage in sorted(passages(dispatch), key=lambda one: one.path != place.path):
        start = place.start if passage.text[place.start :].startswith(quote) else passage.text.find(quote)
        if start >= 0:
            return Place(passage.path, start, start + len(quote))
    return None


_COMPONENTS = {
    "parent_body": "2",
    "issuing_body": "2",
    "symbol": "3",
    "place": "4",
    "subject_summary": "5b",
    "addressees": "9a",
    "signing": "7",
    "distribution": "9b",
    "contact_line": "13",
}


def same_block(one: Signing, other: Signing) -> bool:
    """Whether two signature blocks say the same, whatever their capitals and marks."""
    return [folded(part or "") for part in (one.authority, one.position, one.name)] == [
        folded(part or "") for part in (other.authority, other.position, other.name)
    ]
