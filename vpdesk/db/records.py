"""Rows and values, each function facing the one that leads back."""

from __future__ import annotations

import json
from datetime import date
from typing import Protocol

from vpdesk.db.tables import (
    BodyVersionRow,
    CredentialRow,
    DispatchRow,
    DispatchVersionRow,
    IssuingBodyRow,
    OfficerRow,
    RemarkRow,
    SignatoryRow,
    SignatureRow,
    StandInRow,
    TemplateRow,
    TermRow,
    WorkingCopyRow,
)
from vpdesk.domain.credentials import Credential, SecretKind
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.dispatch_file import format_dispatch, parse_dispatch
from vpdesk.domain.drafts import Draft, DraftVersion, OwnTemplate, WorkingCopy, findable, folded_words
from vpdesk.domain.history import canonical
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Officer, Signatory, Spelling, StandIn, Term
from vpdesk.domain.roles import Role
from vpdesk.domain.signing import Authority
from vpdesk.domain.signoff import Place, Remark, Signature
from vpdesk.domain.workflow import Progress, Status, Step


def text_of(dispatch: Dispatch) -> str:
    """The text kept for a dispatch. Raises FaultyDispatch where it could not be read again."""
    text = format_dispatch(dispatch)
    parse_dispatch(text.encode())
    return text


def dispatch_of(text: str) -> Dispatch:
    """The dispatch that a text was kept for."""
    return parse_dispatch(text.encode())


def draft_row(draft: Draft, type_name: str) -> DispatchRow:
    """The row of a draft; `type_name` is what its type is called."""
    dispatch = draft.dispatch
    return DispatchRow(
        id=draft.id,
        body_id=draft.body,
        body_version_id=draft.body_version,
        rules=draft.rules,
        owner_id=draft.owner,
        status=draft.progress.status.value,
        rounds=draft.progress.rounds,
        created_at=draft.created_at,
        updated_at=draft.updated_at,
        deleted_at=draft.deleted_at,
        version=draft.version,
        text=text_of(dispatch),
        document_type=dispatch.document_type,
        sorted_type=folded_words(type_name),
        subject=dispatch.subject_summary,
        issuing_body=dispatch.issuing_body,
        findable=findable(dispatch, type_name),
        urgency=dispatch.urgency.value if dispatch.urgency else None,
        submitted_at=draft.submitted_at,
    )


def draft_of(row: DispatchRow) -> Draft:
    """The draft of a row."""
    return Draft(
        id=row.id,
        body=row.body_id,
        body_version=row.body_version_id,
        rules=row.rules,
        dispatch=dispatch_of(row.text),
        owner=row.owner_id,
        created_at=row.created_at,
        updated_at=row.updated_at,
        progress=Progress(Status(row.status), row.rounds),
        deleted_at=row.deleted_at,
        version=row.version,
        submitted_at=row.submitted_at,
    )


def working_copy_row(copy: WorkingCopy) -> WorkingCopyRow:
    """The row of a working copy."""
    return WorkingCopyRow(
        dispatch_id=copy.draft,
        officer_id=copy.officer,
        desk=copy.desk,
        based_on=copy.based_on,
        text=text_of(copy.dispatch),
        saved_at=copy.saved_at,
    )


def working_copy_of(row: WorkingCopyRow) -> WorkingCopy:
    """The working copy of a row."""
    return WorkingCopy(row.dispatch_id, row.officer_id, row.desk, row.based_on, dispatch_of(row.text), row.saved_at)


def version_row(version: DraftVersion, salt: bytes) -> DispatchVersionRow:
    """The row of a version, with the salt of its digest."""
    return DispatchVersionRow(
        dispatch_id=version.draft,
        number=version.number,
        step=version.step.value,
        officer_id=version.officer,
        made_at=version.made_at,
        text=text_of(version.dispatch) if version.dispatch else None,
        salt=salt,
        digest=version.digest,
    )


def version_of(row: DispatchVersionRow) -> DraftVersion:
    """The version of a row."""
    dispatch = dispatch_of(row.text) if row.text is not None else None
    return DraftVersion(row.dispatch_id, row.number, Step(row.step), row.officer_id, row.made_at, dispatch, row.digest)


def signature_row(signature: Signature) -> SignatureRow:
    """The row of a signature."""
    return SignatureRow(
        id=signature.id,
        dispatch_id=signature.dispatch,
        version=signature.version,
        block=signature.block,
        officer_id=signature.officer,
        made_at=signature.made_at,
        is_on_paper=signature.is_on_paper,
        taken_back_at=signature.taken_back_at,
    )


def signature_of(row: SignatureRow) -> Signature:
    """The signature of a row."""
    return Signature(
        row.id, row.dispatch_id, row.version, row.block, row.officer_id, row.made_at, row.is_on_paper, row.taken_back_at
    )


def remark_row(remark: Remark) -> RemarkRow:
    """The row of a remark."""
    return RemarkRow(
        id=remark.id,
        dispatch_id=remark.dispatch,
        version=remark.version,
        officer_id=remark.officer,
        made_at=remark.made_at,
        place=_place_value(remark.place) if remark.place else None,
        quote=remark.quote,
        text=remark.text,
        done_at=remark.done_at,
        done_by=remark.done_by,
    )


def remark_of(row: RemarkRow, officer_name: str) -> Remark:
    """The remark of a row, by the officer of this name."""
    return Remark(
        id=row.id,
        dispatch=row.dispatch_id,
        version=row.version,
        officer=row.officer_id,
        officer_name=officer_name,
        made_at=row.made_at,
        text=row.text,
        place=_place_of(row.place) if row.place else None,
        quote=row.quote,
        done_at=row.done_at,
        done_by=row.done_by,
    )


def _place_value(place: Place) -> str:
    return canonical([list(place.path), place.start, place.end])


def _place_of(value: str) -> Place:
    path, start, end = json.loads(value)
    return Place(tuple(path), start, end)


def template_row(template: OwnTemplate) -> TemplateRow:
    """The row of a template."""
    return TemplateRow(
        id=template.id,
        name=template.name,
        owner_id=template.owner,
        text=text_of(template.dispatch),
        updated_at=template.updated_at,
    )


def template_of(row: TemplateRow) -> OwnTemplate:
    """The template of a row."""
    return OwnTemplate(row.id, row.name, row.owner_id, dispatch_of(row.text), row.updated_at)


def signing_value(signing: Signing) -> str:
    """A signature as one value that can be counted."""
    return canonical([signing.authority, signing.position, signing.name])


def signing_of_value(value: str) -> Signing:
    """The signature of such a value."""
    return Signing(*json.loads(value))


def officer_row(officer: Officer) -> OfficerRow:
    """The row of an officer."""
    return OfficerRow(
        id=officer.id,
        name=officer.name,
        sorted_name=folded_words(officer.name),
        position=officer.position,
        first_day=officer.days.first,
        last_day=officer.days.last,
        roles=" ".join(sorted(role.value for role in officer.roles)),
    )


def officer_of(row: OfficerRow) -> Officer:
    """The officer of a row."""
    return Officer(row.id, row.name, row.position, _days_of(row), frozenset(map(Role, row.roles.split())))


def credential_row(credential: Credential) -> CredentialRow:
    """The row of a credential."""
    return CredentialRow(
        officer_id=credential.officer,
        kind=credential.kind.value if credential.kind else "",
        secret=credential.digest,
        changed_at=credential.changed_at,
        failures=credential.failures,
        failed_at=credential.failed_at,
        locked_at=credential.locked_at,
    )


def credential_of(row: CredentialRow) -> Credential:
    """The credential of a row."""
    return Credential(
        officer=row.officer_id,
        kind=SecretKind(row.kind) if row.kind else None,
        digest=row.secret,
        changed_at=row.changed_at,
        failures=row.failures,
        failed_at=row.failed_at,
        locked_at=row.locked_at,
    )


def body_row(body: IssuingBody) -> IssuingBodyRow:
    """The rows of a body."""
    return IssuingBodyRow(
        id=body.id,
        versions=[_version_row(one, place) for place, one in enumerate(body.versions)],
        signatories=[_signatory_row(one, place) for place, one in enumerate(body.signatories)],
        terms=[_term_row(one, place) for place, one in enumerate(body.terms)],
        stand_ins=[_stand_in_row(one, place) for place, one in enumerate(body.stand_ins)],
    )


def body_of(row: IssuingBodyRow) -> IssuingBody:
    """The body of its rows."""
    return IssuingBody(
        id=row.id,
        versions=tuple(_version_of(one) for one in row.versions),
        signatories=tuple(_signatory_of(one) for one in row.signatories),
        terms=tuple(_term_of(one) for one in row.terms),
        stand_ins=tuple(StandIn(one.id, one.signatory_id, _days_of(one)) for one in row.stand_ins),
    )


def _version_row(version: BodyVersion, place: int) -> BodyVersionRow:
    return BodyVersionRow(
        id=version.id,
        place_in_order=place,
        parent_line=version.parent_line,
        name_line=version.name_line,
        symbol=version.symbol,
        place=version.place,
        in_text=version.in_text,
        committee_in_text=version.committee_in_text,
        spelling=version.spelling.value,
        first_day=version.days.first,
        last_day=version.days.last,
        successor_id=version.successor,
    )


def _version_of(row: BodyVersionRow) -> BodyVersion:
    return BodyVersion(
        id=row.id,
        parent_line=row.parent_line,
        name_line=row.name_line,
        symbol=row.symbol,
        place=row.place,
        in_text=row.in_text,
        committee_in_text=row.committee_in_text,
        days=_days_of(row),
        spelling=Spelling(row.spelling),
        successor=row.successor_id,
    )


def _signatory_row(signatory: Signatory, place: int) -> SignatoryRow:
    return SignatoryRow(
        id=signatory.id,
        place_in_order=place,
        person=signatory.person,
        position=signatory.position,
        authority=signatory.authority.value,
        principal=signatory.principal,
        first_day=signatory.days.first,
        last_day=signatory.days.last,
        stands_in_for=signatory.stands_in_for,
        officer_id=signatory.officer,
        types=" ".join(sorted(signatory.types)) or None,
    )


def _signatory_of(row: SignatoryRow) -> Signatory:
    return Signatory(
        id=row.id,
        person=row.person,
        position=row.position,
        authority=Authority(row.authority),
        principal=row.principal,
        days=_days_of(row),
        stands_in_for=row.stands_in_for,
        officer=row.officer_id,
        types=frozenset((row.types or "").split()),
    )


def _stand_in_row(stand_in: StandIn, place: int) -> StandInRow:
    return StandInRow(
        id=stand_in.id,
        place_in_order=place,
        signatory_id=stand_in.signatory,
        first_day=stand_in.days.first,
        last_day=stand_in.days.last,
    )


def _term_row(term: Term, place: int) -> TermRow:
    return TermRow(id=term.id, place_in_order=place, name=term.name, first_day=term.days.first, last_day=term.days.last)


def _term_of(row: TermRow) -> Term:
    return Term(row.id, row.name, _days_of(row))


class _Dated(Protocol):
    @property
    def first_day(self) -> date | None: ...
    @property
    def last_day(self) -> date | None: ...


def _days_of(row: _Dated) -> Days:
    return Days(row.first_day, row.last_day)
