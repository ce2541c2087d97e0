"""Drafts: begun, typed, saved, found again, handed on; and the officer's own templates.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain import workflow
from vpdesk.domain.access import may_read, may_write
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.drafts import (
    BIN_KEEPS,
    Draft,
    DraftCounts,
    DraftQuery,
    DraftRow,
    EarlierValues,
    OpenDraft,
    Output,
    OwnTemplate,
    Reader,
    TemplateChange,
    WorkingCopy,
    unnumbered,
)
from vpdesk.domain.errors import NoSuchRecord, NotDeletable, NotPermitted, NotWritable
from vpdesk.domain.history import Fact
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import IssuingBody, Officer, bodies_on, signatories_on, signing_on, version_on
from vpdesk.domain.roles import Permission
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.text import entered
from vpdesk.domain.workflow import Progress, Status, Step
from vpdesk.services.desk import Desk
from vpdesk.services.finding import index_draft
from vpdesk.services.office import checks_form
from vpdesk.services.rules import choose_pack
from vpdesk.services.seat import officer_at, require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_DISPATCH, _TEMPLATE = "dispatch", "template"

# --- one draft ----------------------------------------------------------------------------------------------------


def begin(desk: Desk, dispatch: Dispatch, body: UUID) -> OpenDraft:
    """Begin a draft of a body. The rules and the body's version of its day, or of today, are pinned to it.

    Raises SecretDispatch where this machine may not handle it, UnknownRules for a pack that it names and is not
    there, NoSuchRecord for a body that is not there.
    """
    with desk.store.writing() as work:
        return begin_in(desk, work, dispatch, body)


def begin_in(desk: Desk, work: UnitOfWork, dispatch: Dispatch, body: UUID) -> OpenDraft:
    """Begin a draft within a larger act. Raises as `begin`."""
    desk.admit(dispatch)
    day = dispatch.date or desk.today()
    pack, _ = choose_pack(desk.packs, replace(dispatch, date=day), None)
    officer, its_body = require(desk, work, Permission.DRAFT), work.organisation.body(body)
    draft = Draft(
        id=new_id(work.now),
        body=body,
        body_version=(version_on(its_body, day) or its_body.versions[-1]).id,
        rules=pack.name,
        dispatch=dispatch,
        owner=officer.id,
        created_at=work.now,
        updated_at=work.now,
        progress=Progress(),
    )
    work.tell(officer.id, "begin", _DISPATCH, draft.id)
    return OpenDraft(put(desk, work, draft))


def open_draft(desk: Desk, draft: UUID) -> OpenDraft:
    """A draft, with what the officer has typed at this desk and not saved, and what others have.

    Raises NoSuchRecord, NotPermitted for another's that was never submitted.
    """
    with desk.store.reading() as work:
        found, officer = readable(desk, work, draft), officer_at(desk, work)
        if not found.progress.may_be_amended:
            return OpenDraft(found)
        copy = work.working_copies.find(draft, officer.id, desk.desk_name)
        return OpenDraft(
            found,
            copy if copy and copy.dispatch != found.dispatch else None,
            work.working_copies.of_others(draft, officer.id, desk.desk_name),
        )


def keep(desk: Desk, draft: UUID, dispatch: Dispatch) -> datetime:
    """Keep what the officer has typed at this desk, beside the draft; the moment of it.

    When it comes back the text is on the disk. Raises SecretDispatch, NoSuchRecord, NotPermitted, NotWritable where
    the text is out of the drafter's hands, FaultyDispatch for what no dispatch file can hold.
    """
    desk.admit(dispatch)
    with desk.store.writing() as work:
        version, officer = _writable(desk, work, draft)
        work.working_copies.put(WorkingCopy(draft, officer.id, desk.desk_name, version, dispatch, saved_at=work.now))
        return work.now


def save(desk: Desk, draft: Draft, dispatch: Dispatch) -> Draft:
    """Join what was typed to the draft it was typed in, as it was opened; the draft as it is now.

    What changes nothing makes no version. What changes a dispatch that was signed off takes it back to the signatory.

    Raises StaleEdit where somebody else has saved it meanwhile, and as `keep`; nothing is changed then.
    """
    desk.admit(dispatch)
    with desk.store.writing() as work:
        _, officer = _writable(desk, work, draft.id)
        if dispatch == draft.dispatch:
            work.working_copies.drop(draft.id, officer.id, desk.desk_name)
            return work.drafts.get(draft.id)
        standing = work.drafts.get(draft.id)
        return join(desk, work, replace(draft, progress=standing.progress), dispatch, officer)


def give_up(desk: Desk, draft: UUID) -> OpenDraft:
    """Drop what the officer has typed at this desk and not saved; the draft as it was saved last."""
    with desk.store.writing() as work:
        found, officer = readable(desk, work, draft), officer_at(desk, work)
        work.working_copies.drop(draft, officer.id, desk.desk_name)
        return OpenDraft(found)


def duplicate(desk: Desk, draft: UUID) -> OpenDraft:
    """Begin a draft with the newest text of another. Raises as `begin`."""
    source = open_draft(desk, draft)
    return begin(desk, unnumbered(source.dispatch), source.draft.body)


def delete(desk: Desk, draft: UUID) -> None:
    """Put a draft of one's own into the bin. Raises NotDeletable for one that was submitted once, NoSuchRecord."""
    with desk.store.writing() as work:
        _outside_bin(work, draft)
        found, officer = _own(desk, work, draft)
        if not found.progress.may_be_deleted:
            raise NotDeletable
        put(desk, work, replace(found, deleted_at=work.now))
        work.tell(officer.id, "delete", _DISPATCH, draft)


def restore(desk: Desk, draft: UUID) -> None:
    """Take a draft out of the bin; one that is not in it stays where it is. Raises NoSuchRecord."""
    with desk.store.writing() as work:
        found, officer = _own(desk, work, draft)
        if found.deleted_at is not None:
            put(desk, work, replace(found, deleted_at=None))
            work.tell(officer.id, "restore", _DISPATCH, draft)


def tell_output(desk: Desk, drafts: tuple[UUID, ...], output: Output) -> None:
    """Set down that the pages of these dispatches were printed or exported. Raises NotPermitted, NoSuchRecord."""
    with desk.store.writing() as work:
        officer = officer_at(desk, work)
        for draft in drafts:
            readable(desk, work, draft)
            work.tell(officer.id, output.value, _DISPATCH, draft)


def empty_bin(desk: Desk) -> int:
    """Erase every draft of the officer's in the bin, beyond recall; how many there were."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.DRAFT).id
        return _erase(work, work.drafts.in_bin(owner=officer), officer)


def sweep_bin(desk: Desk) -> int:
    """Erase the drafts that have been in the bin for as long as it keeps them; how many there were.

    The program does so by itself: nobody need sit at the desk.
    """
    with desk.store.writing() as work:
        return _erase(work, work.drafts.in_bin(before=work.now - BIN_KEEPS), None)


def _writable(desk: Desk, work: UnitOfWork, draft: UUID) -> tuple[int, Officer]:
    """The version of a draft whose text the officer at this desk may change, and the officer."""
    officer, standing = officer_at(desk, work), work.drafts.standing(draft)
    if not may_write(officer, standing.owner, standing.progress):
        raise NotPermitted(Permission.CORRECT)
    if not standing.progress.may_be_amended:
        raise NotWritable(standing.progress.status)
    return standing.version, officer


def readable(desk: Desk, work: UnitOfWork, draft: UUID) -> Draft:
    """A draft that the officer at this desk may read. Raises NotPermitted, NoSuchRecord."""
    officer, found = officer_at(desk, work), work.drafts.get(draft)
    if not may_read(officer, found.owner, found.progress):
        raise NotPermitted(Permission.READ_SUBMITTED)
    return found


def _own(desk: Desk, work: UnitOfWork, draft: UUID) -> tuple[Draft, Officer]:
    """A draft of the officer at this desk, who may draft, and the officer."""
    officer, found = require(desk, work, Permission.DRAFT), work.drafts.get(draft)
    if found.owner != officer.id:
        raise NotPermitted(Permission.DRAFT)
    return found, officer


def join(desk: Desk, work: UnitOfWork, draft: Draft, dispatch: Dispatch, officer: Officer) -> Draft:
    """The draft with what its officer typed; where it was signed off, the change takes it back to the signatory."""
    work.working_copies.drop(draft.id, officer.id, desk.desk_name)
    joined = replace(draft, dispatch=dispatch, updated_at=work.now)
    if draft.progress.status is not Status.SIGNED_OFF:
        work.tell(officer.id, "save", _DISPATCH, draft.id)
        return put(desk, work, joined)
    progress = workflow.amend(draft.progress, check_first=checks_form(work))
    amended = put(desk, work, replace(joined, progress=progress, submitted_at=work.now))
    tell_step(work, amended, Step.AMEND, officer)
    return amended


def tell_step(work: UnitOfWork, draft: Draft, step: Step, officer: Officer, **facts: Fact) -> None:
    """Keep the text as it is at a step that others act on, and add the step's line to the history."""
    version = work.versions.add(draft, step, officer.id) if step in _KEPT else None
    work.tell(
        officer.id,
        step.value,
        _DISPATCH,
        draft.id,
        after=version.digest if version else None,
        version=version.number if version else None,
        status=draft.progress.status.value,
        rounds=draft.progress.rounds,
        **facts,
    )


_KEPT: Final = frozenset({Step.SUBMIT, Step.AMEND, Step.SIGN_OFF, Step.ISSUE})
"""The steps at which the text is kept as a version."""


def put(desk: Desk, work: UnitOfWork, draft: Draft) -> Draft:
    """Keep a draft, its type called as its rules call it, and let it be found."""
    pack = desk.packs.get(draft.rules)
    known = Rulebook(pack).document_type(draft.dispatch.document_type) if pack else None
    type_name = known.name if known else draft.dispatch.document_type
    index_draft(work, draft, type_name)
    return work.drafts.put(draft, type_name)


def _outside_bin(work: UnitOfWork, draft: UUID) -> Draft:
    found = work.drafts.get(draft)
    if found.deleted_at is not None:
        raise NoSuchRecord(_DISPATCH, str(draft))
    return found


def _erase(work: UnitOfWork, drafts: tuple[UUID, ...], officer: UUID | None) -> int:
    for draft in drafts:
        for link in work.numbers.links(draft):
            work.numbers.drop_link(link.id)
        work.drafts.erase(draft)
        work.finding.drop(draft)
        work.tell(officer, "erase", _DISPATCH, draft)
    return len(drafts)


# --- many drafts --------------------------------------------------------------------------------------------------


def drafts(desk: Desk, query: DraftQuery) -> tuple[DraftRow, ...]:
    """The drafts that a query asks for, of those that the officer may read."""
    with desk.store.reading() as work:
        return work.lists.drafts(query, reader_at(desk, work))


def counts(desk: Desk) -> DraftCounts:
    """How many drafts there are that the officer may read."""
    with desk.store.reading() as work:
        return work.lists.counts(reader_at(desk, work))


def reader_at(desk: Desk, work: UnitOfWork) -> Reader:
    """Whose eyes the lists of this desk are for."""
    officer = officer_at(desk, work)
    return Reader(officer.id, reads_submitted=officer.may(Permission.READ_SUBMITTED))


def earlier_values(desk: Desk) -> EarlierValues:
    """What the office's records and earlier drafts hold that may be meant again."""
    from vpdesk.db.repositories import ADDRESSEE, PLACE, RECIPIENT

    with desk.store.reading() as work:
        require(desk, work, Permission.DRAFT)
        bodies = bodies_on(work.organisation.bodies(), desk.today())
        places, addressees, recipients = map(work.lists.uses, (PLACE, ADDRESSEE, RECIPIENT))
        signings = work.lists.signings()
    recorded = _recorded_signings(desk, bodies)
    names = dict.fromkeys((one.name for one in recorded if one.name), 0)
    for signing, uses in signings.items():
        if signing.name:
            names[signing.name] = names.get(signing.name, 0) + uses
    return EarlierValues(
        places=dict.fromkeys(_recorded_places(desk, bodies), 0) | places,
        addressees=addressees,
        recipients=recipients,
        names=names,
        signatories=tuple(dict.fromkeys((*recorded, *signings))),
    )


def _recorded_places(desk: Desk, bodies: tuple[IssuingBody, ...]) -> list[str]:
    versions = (version_on(body, desk.today()) for body in bodies)
    return [version.place for version in versions if version]


def _recorded_signings(desk: Desk, bodies: tuple[IssuingBody, ...]) -> list[Signing]:
    today = desk.today()
    return [signing_on(body, today, one) for body in bodies for one in signatories_on(body, today)]


# --- own templates ------------------------------------------------------------------------------------------------


def templates(desk: Desk) -> tuple[OwnTemplate, ...]:
    """The officer's own templates, by their names."""
    with desk.store.reading() as work:
        return work.templates.of(require(desk, work, Permission.DRAFT).id)


def save_template(desk: Desk, name: str, dispatch: Dispatch) -> TemplateChange:
    """Save a dispatch as a template of the officer's own, without the number and the day that it alone had.

    It takes the place of his template of that name. Raises SecretDispatch where this machine may not handle it.
    """
    desk.admit(dispatch)
    with desk.store.writing() as work:
        owner, called = require(desk, work, Permission.DRAFT).id, entered(name) or dispatch.document_type
        before = _templates_named(work, owner, called)
        template = OwnTemplate(
            id=before[0].id if before else new_id(work.now),
            name=called,
            owner=owner,
            dispatch=unnumbered(dispatch),
            updated_at=work.now,
        )
        for one in before[1:]:
            _drop_template(work, one)
        _put_template(work, template, "save")
        return TemplateChange(template, before)


def rename_template(desk: Desk, template: UUID, name: str) -> TemplateChange:
    """Give a template another name, one of nothing changes none; it takes the place of the one that had it.

    Raises NoSuchRecord, NotPermitted for another's.
    """
    with desk.store.writing() as work:
        found = _own_template(desk, work, template)
        renamed = replace(found, name=entered(name) or found.name, updated_at=work.now)
        others = [one for one in _templates_named(work, found.owner, renamed.name) if one.id != template]
        for one in others:
            _drop_template(work, one)
        _put_template(work, renamed, "rename")
        return TemplateChange(renamed, (found, *others))


def delete_template(desk: Desk, template: UUID) -> TemplateChange:
    """Delete a template; one that is gone already is no trouble."""
    with desk.store.writing() as work:
        owner = require(desk, work, Permission.DRAFT).id
        before = tuple(one for one in work.templates.of(owner) if one.id == template)
        for one in before:
            _drop_template(work, one)
        return TemplateChange(None, before)


def undo_template_change(desk: Desk, change: TemplateChange) -> None:
    """Let the templates be as they were before a change."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.DRAFT)
        changed = (*change.before, *((change.now,) if change.now else ()))
        if any(one.owner != officer.id for one in changed):
            raise NotPermitted(Permission.DRAFT)
        if change.now is not None and not change.before:
            _drop_template(work, change.now)
        for one in change.before:
            _put_template(work, one, "restore")


def _own_template(desk: Desk, work: UnitOfWork, template: UUID) -> OwnTemplate:
    officer, found = require(desk, work, Permission.DRAFT), work.templates.get(template)
    if found.owner != officer.id:
        raise NotPermitted(Permission.DRAFT)
    return found


def _templates_named(work: UnitOfWork, owner: UUID, name: str) -> tuple[OwnTemplate, ...]:
    return tuple(one for one in work.templates.of(owner) if one.is_named(name))


def _put_template(work: UnitOfWork, template: OwnTemplate, act: str) -> None:
    work.templates.put(template)
    work.tell(template.owner, act, _TEMPLATE, template.id)


def _drop_template(work: UnitOfWork, template: OwnTemplate) -> None:
    work.templates.drop(template.id)
    work.tell(template.owner, "delete", _TEMPLATE, template.id)
