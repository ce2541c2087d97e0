"""What the store keeps, each kind of record behind its own few calls."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from vpdesk.db.records import (
    body_of,
    body_row,
    credential_of,
    credential_row,
    draft_of,
    draft_row,
    officer_of,
    officer_row,
    remark_of,
    remark_row,
    signature_of,
    signature_row,
    signing_value,
    template_of,
    template_row,
    text_of,
    version_of,
    version_row,
    working_copy_of,
    working_copy_row,
)
from vpdesk.db.tables import (
    CredentialRow,
    DispatchRow,
    DispatchVersionRow,
    HistoryIndexRow,
    HistoryRow,
    IssuingBodyRow,
    MentionRow,
    OfficeRow,
    OfficerRow,
    ReadingRow,
    RecoveryCodeRow,
    RemarkRow,
    SettingRow,
    SignatureRow,
    TemplateRow,
    WorkingCopyRow,
)
from vpdesk.domain.credentials import Credential
from vpdesk.domain.drafts import Draft, DraftVersion, OthersCopy, OwnTemplate, WorkingCopy, folded_words, mentions
from vpdesk.domain.errors import NoSuchRecord, StaleEdit
from vpdesk.domain.history import START, Entry, digest, line, salted_digest
from vpdesk.domain.organisation import IssuingBody, Officer
from vpdesk.domain.signoff import Reading, Remark, Signature
from vpdesk.domain.verification import KeptLine, head_value
from vpdesk.domain.workflow import Progress, Status, Step

PLACE, ADDRESSEE, RECIPIENT, SIGNATORY = "place", "addressee", "recipient", "signatory"
"""The kinds of what a dispatch mentions."""

OFFICE = "office"
"""Whose settings those of the whole office are."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a draft stands."""

    progress: Progress
    version: int
    owner: UUID


class Drafts:
    """The drafts, with what they mention."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, draft: UUID) -> Draft:
        """A draft, one in the bin too. Raises NoSuchRecord."""
        row = self._session.get(DispatchRow, draft)
        if row is None:
            raise NoSuchRecord("dispatch", str(draft))
        return draft_of(row)

    def put(self, draft: Draft, type_name: str) -> Draft:
        """Keep a draft; it comes back with its next version. Raises StaleEdit where a later one is there already."""
        there = self._session.get(DispatchRow, draft.id)
        if (there.version if there else 0) != draft.version:
            raise StaleEdit
        kept = replace(draft, version=draft.version + 1)
        self._session.merge(draft_row(kept, type_name))
        self._mention(kept)
        return kept

    def standing(self, draft: UUID) -> Standing:
        """Where a draft stands, without its text. Raises NoSuchRecord for one that is not there or in the bin."""
        row = self._session.execute(
            select(DispatchRow.status, DispatchRow.rounds, DispatchRow.version, DispatchRow.owner_id).where(
                DispatchRow.id == draft, DispatchRow.deleted_at.is_(None)
            )
        ).first()
        if row is None:
            raise NoSuchRecord("dispatch", str(draft))
        return Standing(Progress(Status(row.status), row.rounds), row.version, row.owner_id)

    def at(self, status: Status) -> tuple[UUID, ...]:
        """The drafts that stand there."""
        return tuple(self._session.scalars(select(DispatchRow.id).where(DispatchRow.status == status.value)))

    def speak_of(self, versions: Collection[UUID]) -> bool:
        """Whether a draft or a dispatch was begun in one of these names of bodies."""
        asked = select(DispatchRow.id).where(DispatchRow.body_version_id.in_(versions)).limit(1)
        return self._session.scalar(asked) is not None

    def in_bin(self, *, owner: UUID | None = None, before: datetime | None = None) -> tuple[UUID, ...]:
        """The drafts in the bin: of an owner, or those that came into it before a moment."""
        asked = select(DispatchRow.id).where(DispatchRow.deleted_at.is_not(None))
        if owner is not None:
            asked = asked.where(DispatchRow.owner_id == owner)
        if before is not None:
            asked = asked.where(DispatchRow.deleted_at < before)
        return tuple(self._session.scalars(asked.order_by(DispatchRow.id)))

    def erase(self, draft: UUID) -> None:
        """Erase a draft with its working copies, beyond recall."""
        if (row := self._session.get(DispatchRow, draft)) is not None:
            self._session.delete(row)
            self._session.flush()

    def _mention(self, draft: Draft) -> None:
        self._session.flush()
        self._session.execute(delete(MentionRow).where(MentionRow.dispatch_id == draft.id))
        found = mentions(draft.dispatch)
        kinds = {
            PLACE: found.places,
            ADDRESSEE: found.addressees,
            RECIPIENT: found.recipients,
            SIGNATORY: tuple(map(signing_value, found.signatories)),
        }
        self._session.add_all(
            MentionRow(dispatch_id=draft.id, kind=kind, value=value)
            for kind, values in kinds.items()
            for value in values
        )


class WorkingCopies:
    """What officers have typed and not saved."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, draft: UUID, officer: UUID, desk: str) -> WorkingCopy | None:
        """What an officer has typed at a desk."""
        row = self._session.get(WorkingCopyRow, (draft, officer, desk))
        return working_copy_of(row) if row else None

    def of_others(self, draft: UUID, officer: UUID, desk: str) -> tuple[OthersCopy, ...]:
        """What others, or the officer at another desk, have typed."""
        rows = self._session.execute(
            select(WorkingCopyRow, OfficerRow.name)
            .join(OfficerRow, OfficerRow.id == WorkingCopyRow.officer_id)
            .where(WorkingCopyRow.dispatch_id == draft)
            .order_by(WorkingCopyRow.saved_at)
        )
        return tuple(
            OthersCopy(name, working_copy_of(row))
            for row, name in rows
            if (row.officer_id, row.desk) != (officer, desk)
        )

    def put(self, copy: WorkingCopy) -> None:
        """Keep a working copy in place of the one before, as based on what that was based on."""
        there = self._session.get(WorkingCopyRow, (copy.draft, copy.officer, copy.desk))
        if there is None:
            self._session.add(working_copy_row(copy))
        else:
            there.text, there.saved_at = text_of(copy.dispatch), copy.saved_at

    def drop(self, draft: UUID, officer: UUID, desk: str) -> None:
        """Drop a working copy: it was joined to its draft."""
        row = self._session.get(WorkingCopyRow, (draft, officer, desk))
        if row is not None:
            self._session.delete(row)


class Versions:
    """The texts of drafts as they were at their steps."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, draft: Draft, step: Step, officer: UUID) -> DraftVersion:
        """Keep the text of a draft as it is after a step, with a digest that tells nothing once its salt is erased."""
        number = self._session.scalar(
            select(func.count()).select_from(DispatchVersionRow).where(DispatchVersionRow.dispatch_id == draft.id)
        )
        salt = secrets.token_bytes(16)
        made = salted_digest(text_of(draft.dispatch), salt)
        version = DraftVersion(draft.id, (number or 0) + 1, step, officer, draft.updated_at, draft.dispatch, made)
        self._session.add(version_row(version, salt))
        return version

    def of(self, draft: UUID) -> tuple[DraftVersion, ...]:
        """The versions of a draft, the first first."""
        rows = self._session.scalars(
            select(DispatchVersionRow)
            .where(DispatchVersionRow.dispatch_id == draft)
            .order_by(DispatchVersionRow.number)
        )
        return tuple(map(version_of, rows))

    def get(self, draft: UUID, number: int) -> DraftVersion:
        """A version of a draft. Raises NoSuchRecord."""
        row = self._session.get(DispatchVersionRow, (draft, number))
        if row is None:
            raise NoSuchRecord("version", f"{draft} {number}")
        return version_of(row)

    def submitted(self, draft: UUID) -> int:
        """The number of the newest version that was submitted or amended; 0 where there is none."""
        steps = [step.value for step in (Step.SUBMIT, Step.AMEND)]
        number = self._session.scalar(
            select(func.max(DispatchVersionRow.number)).where(
                DispatchVersionRow.dispatch_id == draft, DispatchVersionRow.step.in_(steps)
            )
        )
        return number or 0


class SignOffs:
    """What was signed, remarked and read."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def signatures(self, draft: UUID) -> tuple[Signature, ...]:
        """The signatures under a dispatch, those of earlier versions too, the first first."""
        rows = self._session.scalars(
            select(SignatureRow).where(SignatureRow.dispatch_id == draft).order_by(SignatureRow.id)
        )
        return tuple(map(signature_of, rows))

    def signatures_of(self, drafts: Collection[UUID]) -> dict[UUID, list[Signature]]:
        """The signatures under some dispatches, as `signatures` gives those of each."""
        rows = self._session.scalars(
            select(SignatureRow).where(SignatureRow.dispatch_id.in_(drafts)).order_by(SignatureRow.id)
        )
        found: dict[UUID, list[Signature]] = {}
        for one in map(signature_of, rows):
            found.setdefault(one.dispatch, []).append(one)
        return found

    def put_signature(self, signature: Signature) -> None:
        """Keep a signature."""
        self._session.merge(signature_row(signature))

    def remarks(self, draft: UUID) -> tuple[Remark, ...]:
        """The remarks on a dispatch, the first first."""
        rows = self._session.execute(
            select(RemarkRow, OfficerRow.name)
            .join(OfficerRow, OfficerRow.id == RemarkRow.officer_id)
            .where(RemarkRow.dispatch_id == draft)
            .order_by(RemarkRow.id)
        )
        return tuple(remark_of(row, name) for row, name in rows)

    def remark(self, remark: UUID) -> Remark:
        """A remark. Raises NoSuchRecord."""
        row = self._session.get(RemarkRow, remark)
        if row is None:
            raise NoSuchRecord("remark", str(remark))
        return remark_of(row, "")

    def put_remark(self, remark: Remark) -> None:
        """Keep a remark."""
        self._session.merge(remark_row(remark))

    def reading(self, draft: UUID, officer: UUID) -> Reading | None:
        """Which version of a dispatch an officer has read last."""
        row = self._session.get(ReadingRow, (draft, officer))
        return Reading(row.version, row.read_at) if row else None

    def put_reading(self, draft: UUID, officer: UUID, reading: Reading) -> None:
        """Set down what an officer has read."""
        self._session.merge(
            ReadingRow(dispatch_id=draft, officer_id=officer, version=reading.version, read_at=reading.read_at)
        )


class Templates:
    """The officers' own templates."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, template: UUID) -> OwnTemplate:
        """A template. Raises NoSuchRecord."""
        row = self._session.get(TemplateRow, template)
        if row is None:
            raise NoSuchRecord("template", str(template))
        return template_of(row)

    def put(self, template: OwnTemplate) -> None:
        """Keep a template."""
        self._session.merge(template_row(template))

    def drop(self, template: UUID) -> None:
        """Drop a template."""
        if (row := self._session.get(TemplateRow, template)) is not None:
            self._session.delete(row)

    def of(self, owner: UUID) -> tuple[OwnTemplate, ...]:
        """The templates of an officer, by their names."""
        templates = map(template_of, self._session.scalars(select(TemplateRow).where(TemplateRow.owner_id == owner)))
        return tuple(sorted(templates, key=lambda one: (folded_words(one.name), one.id)))


class Organisation:
    """The office: its founding, bodies, officers and settings."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def is_sample(self) -> bool | None:
        """Whether the office is the sample one; None before it was founded."""
        return self._session.scalar(select(OfficeRow.is_sample))

    def found(self, office: UUID, at: datetime, *, is_sample: bool) -> None:
        """Set down that the office exists."""
        self._session.add(OfficeRow(id=office, founded_at=at, is_sample=is_sample))

    def bodies(self) -> tuple[IssuingBody, ...]:
        """Every body, in the order of their first days."""
        bodies = map(body_of, self._session.scalars(select(IssuingBodyRow)))
        return tuple(sorted(bodies, key=lambda one: (one.versions[0].days.first or date.min, one.id)))

    def body(self, body: UUID) -> IssuingBody:
        """A body. Raises NoSuchRecord."""
        row = self._session.get(IssuingBodyRow, body)
        if row is None:
            raise NoSuchRecord("body", str(body))
        return body_of(row)

    def put_body(self, body: IssuingBody) -> None:
        """Keep a body."""
        self._session.merge(body_row(body))

    def drop_body(self, body: UUID) -> None:
        """Drop a body, with what it was called, its terms and who signs for it."""
        if (row := self._session.get(IssuingBodyRow, body)) is not None:
            self._session.delete(row)

    def officers(self) -> tuple[Officer, ...]:
        """Every officer, officer 1 first."""
        return tuple(map(officer_of, self._session.scalars(select(OfficerRow).order_by(OfficerRow.id))))

    def officer(self, officer: UUID) -> Officer:
        """An officer. Raises NoSuchRecord."""
        row = self._session.get(OfficerRow, officer)
        if row is None:
            raise NoSuchRecord("officer", str(officer))
        return officer_of(row)

    def put_officer(self, officer: Officer) -> None:
        """Keep an officer."""
        self._session.merge(officer_row(officer))
        self._session.flush()

    def setting(self, owner: str, key: str) -> str | None:
        """A choice of the office, or of an officer."""
        row = self._session.get(SettingRow, (owner, key))
        return row.value if row else None

    def put_setting(self, owner: str, key: str, value: str) -> None:
        """Keep a choice."""
        self._session.merge(SettingRow(owner=owner, key=key, value=value))


class Credentials:
    """How officers prove who they are."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, officer: UUID) -> Credential | None:
        """The credential of an officer; None where he never had one."""
        row = self._session.get(CredentialRow, officer)
        return credential_of(row) if row else None

    def all(self) -> dict[UUID, Credential]:
        """Every credential, by its officer."""
        return {row.officer_id: credential_of(row) for row in self._session.scalars(select(CredentialRow))}

    def put(self, credential: Credential) -> None:
        """Keep a credential."""
        self._session.merge(credential_row(credential))
        self._session.flush()

    def recovery_codes(self) -> dict[UUID, str]:
        """The digests of the recovery codes that were not used, by their ids."""
        rows = self._session.scalars(select(RecoveryCodeRow).where(RecoveryCodeRow.used_at.is_(None)))
        return {row.id: row.secret for row in rows}

    def add_recovery_code(self, code: UUID, digest: str, at: datetime) -> None:
        """Keep the digest of a recovery code."""
        self._session.add(RecoveryCodeRow(id=code, secret=digest, made_at=at))

    def spend_recovery_code(self, code: UUID, at: datetime) -> None:
        """Set down that a recovery code holds no longer."""
        if (row := self._session.get(RecoveryCodeRow, code)) is not None:
            row.used_at = at


class History:
    """The history, to which lines are only added."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, entries: Sequence[Entry], records: Mapping[str, str | None]) -> None:
        """Add the lines of an act in its own transaction; the last says what the records are that it changed."""
        number, before = self._head()
        for place, entry in enumerate(entries, 1):
            number += 1
            text = line(entry, number, before, records if place == len(entries) else None)
            before = digest(text)
            self._session.add(HistoryRow(number=number, line=text, digest=before))
            if entry.record is not None:
                self._session.add(HistoryIndexRow(record_id=entry.record, number=number))
        self._session.flush()

    def index(self) -> None:
        """Make the index from the lines."""
        for number, text in self._session.execute(select(HistoryRow.number, HistoryRow.line)):
            if (record := json.loads(text)["record"]) is not None:
                self._session.add(HistoryIndexRow(record_id=UUID(record), number=number))

    def head_value(self) -> str:
        """What is printed of the history as it is now."""
        return head_value(*self._head())

    def last_moment(self) -> datetime | None:
        """The moment of the last line; None before the first."""
        last = self._session.scalars(select(HistoryRow.line).order_by(HistoryRow.number.desc()).limit(1)).first()
        return datetime.fromisoformat(json.loads(last)["at"]) if last else None

    def of(self, record: UUID) -> Iterator[str]:
        """The lines that speak of a record, the first first."""
        yield from self._session.scalars(
            select(HistoryRow.line)
            .join(HistoryIndexRow, HistoryIndexRow.number == HistoryRow.number)
            .where(HistoryIndexRow.record_id == record)
            .order_by(HistoryRow.number)
        )

    def newest_of(self, record: UUID) -> Iterator[str]:
        """The lines that speak of a record, the newest first."""
        yield from self._session.scalars(
            select(HistoryRow.line)
            .join(HistoryIndexRow, HistoryIndexRow.number == HistoryRow.number)
            .where(HistoryIndexRow.record_id == record)
            .order_by(HistoryRow.number.desc())
        )

    def lines(self) -> Iterator[KeptLine]:
        """Every line, the first first."""
        rows = self._session.execute(
            select(HistoryRow.number, HistoryRow.line, HistoryRow.digest).order_by(HistoryRow.number)
        )
        yield from (KeptLine(*row) for row in rows)

    def _head(self) -> tuple[int, str]:
        last = self._session.execute(
            select(HistoryRow.number, HistoryRow.digest).order_by(HistoryRow.number.desc()).limit(1)
        ).first()
        return (last.number, last.digest) if last else (0, START)
