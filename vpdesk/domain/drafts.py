"""Drafts as the office keeps them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from uuid import UUID

from vpdesk.domain.blanks import BLANK
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.passages import passages
from vpdesk.domain.text import folded
from vpdesk.domain.workflow import Progress, Status, Step

BIN_KEEPS = timedelta(days=30)
"""How long a deleted draft can be restored."""


LONGEST = 200
"""Letters of a value that is worth offering again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A dispatch as it was saved. `body_version` and `rules` are pinned when it is begun; `version` counts its changes.

    A version of 0 was never kept. `submitted_at` is the moment of the last submission.
    """

    id: UUID
    body: UUID
    body_version: UUID
    rules: str
    dispatch: Dispatch
    owner: UUID
    created_at: datetime
    updated_at: datetime
    progress: Progress
    deleted_at: datetime | None = None
    version: int = 0
    submitted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """What an officer has typed at a desk and not saved; `based_on` is the version of the draft he began from."""

    draft: UUID
    officer: UUID
    desk: str
    based_on: int
    dispatch: Dispatch
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class OthersCopy:
    """What another officer, or the same at another desk, has typed in a draft and not saved."""

    officer_name: str
    copy: WorkingCopy


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with what the officer had typed and not saved, and with what others are typing in it."""

    draft: Draft
    working_copy: WorkingCopy | None = None
    others: tuple[OthersCopy, ...] = ()

    @property
    def dispatch(self) -> Dispatch:
        """The newest text."""
        return self.working_copy.dispatch if self.working_copy else self.draft.dispatch

    @property
    def was_overtaken(self) -> bool:
        """Whether the draft was saved by somebody else after the officer began to type."""
        return self.working_copy is not None and self.working_copy.based_on < self.draft.version


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """The text of a draft as it was at a step. It can be erased with its salt; the digest stays."""

    draft: UUID
    number: int
    step: Step
    officer: UUID
    made_at: datetime
    dispatch: Dispatch | None
    digest: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list."""

    id: UUID
    document_type: str
    subject: str | None
    issuing_body: str
    status: Status
    rounds: int
    owner: UUID
    owner_name: str
    updated_at: datetime
    deleted_at: datetime | None


class Output(Enum):
    """How the pages of a dispatch left the program."""

    PRINT = "print"
    EXPORT = "export"


class SortKey(Enum):
    """What a list of drafts can be sorted by."""

    UPDATED = "updated"
    SUBJECT = "subject"
    TYPE = "type"
    STATUS = "status"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class DraftQuery:
    """Which drafts to list: with all these words, in these states (none: any), of this owner (None: anyone's).

    `first` is how many of them are wanted; None is all.
    """

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    owner: UUID | None = None
    in_bin: bool = False
    sort: SortKey = SortKey.UPDATED
    descending: bool = True
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose eyes a list is for: he reads his own drafts, and those of others that were submitted if he may."""

    officer: UUID
    reads_submitted: bool = False


@dataclass(frozen=True, slots=True)
class DraftCounts:
    """How many drafts there are: outside the bin by where they stand, and in the bin."""

    statuses: Mapping[Status, int]
    in_bin: int


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """Starting text of an officer's own, kept apart from the shipped ones."""

    id: UUID
    name: str
    owner: UUID
    dispatch: Dispatch
    updated_at: datetime

    def is_named(self, name: str) -> bool:
        """Whether it is called so; capitals make no other name."""
        return self.name.casefold() == name.casefold()


@dataclass(frozen=True, slots=True)
class TemplateChange:
    """What an act did to an officer's own templates, to be told and undone.

    `now` is the template as it is since, None where it was deleted; `before` are those whose place it took.
    """

    now: OwnTemplate | None
    before: tuple[OwnTemplate, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierValues:
    """What was written before, each value with its uses; of the signatures those of the office's records come first."""

    places: Mapping[str, int]
    addressees: Mapping[str, int]
    recipients: Mapping[str, int]
    names: Mapping[str, int]
    signatories: tuple[Signing, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a dispatch mentions that another may mention again, each value once and none that waits to be filled."""

    places: tuple[str, ...]
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    signatories: tuple[Signing, ...]


def mentions(dispatch: Dispatch) -> Mentions:
    """What a dispatch mentions."""
    return Mentions(
        places=_filled(dispatch.place or ""),
        addressees=_filled(*dispatch.addressees),
        recipients=_filled(*dispatch.distribution),
        signatories=tuple(dict.fromkeys(one for one in dispatch.signing if _is_filled(one))),
    )


def _is_filled(signing: Signing) -> bool:
    parts = [part for part in (signing.authority, signing.position, signing.name) if part]
    return signing.name is not None and len(_filled(*parts)) == len(set(parts))


def _filled(*values: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if 0 < len(value) <= LONGEST and not BLANK.search(value)))


def findable(dispatch: Dispatch, type_name: str) -> str:
    """The folded words by which a draft is found, a space before each: whoever types finds by beginnings of words.

    The subject comes first, so that it sorts by it too.
    """
    words = [dispatch.subject_summary or "", type_name, *(passage.text for passage in passages(dispatch))]
    return f" {folded_words(' '.join(words))}"


def folded_words(text: str) -> str:
    """The words and figures of a text folded for finding, one space between them."""
    return " ".join(_WORD.findall(folded(text)))


_WORD = re.compile(r"[^\W_]+")


def unnumbered(dispatch: Dispatch) -> Dispatch:
    """A dispatch without the number and the day that it alone had."""
    return replace(dispatch, number=None, number_suffix=None, date=None)
