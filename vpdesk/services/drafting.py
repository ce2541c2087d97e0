"""Drafts: begun, typed, saved, found again, handed on; and the officer's own templates.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain import workflow
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.drafts import (
    BIN_KEEPS,
    Draft,
    DraftCounts,
    DraftQuery,
    DraftRow,
    EarlierValues,
    OpenDraft,
    OwnTemplate,
    TemplateChange,
    WorkingCopy,
    unnumbered,
)
from vpdesk.domain.errors import NoSuchRecord, NotDeletable, NotWritable
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import IssuingBody, bodies_on, signatories_on, signing_on, version_on
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.text import entered
from vpdesk.domain.workflow import Progress, Step
from vpdesk.services.desk import Desk
from vpdesk.services.office import officer_at
from vpdesk.services.rules import choose_pack

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_DISPATCH, _TEMPLATE = "dispatch", "template"

_MOVES: Final[Mapping[Step, Callable[[Progress], Progress]]] = {
    Step.SUBMIT: workflow.submit,
    Step.TAKE_BACK: workflow.take_back,
    Step.SEND_BACK: workflow.send_back,
    Step.SIGN_OFF: workflow.sign_off,
    Step.WITHDRAW: workflow.withdraw,
    Step.ISSUE: workflow.issue,
    Step.VOID: workflow.void,
}


# --- one draft ----------------------------------------------------------------------------------------------------


def begin(desk: Desk, dispatch: Dispatch, body: UUID) -> OpenDraft:
    """Begin a draft of a body. The rules and the body's version of its day, or of today, are pinned to it.

    Raises SecretDispatch where this machine may not handle it, UnknownRules for a pack that it names and is not
    there, NoSuchRecord for a body that is not there.
    """
    desk.admit(dispatch)
    day = dispatch.date or desk.today()
    pack, _ = choose_pack(desk.packs, replace(dispatch, date=day), None)
    with desk.store.writing() as work:
        officer, its_body = officer_at(work), work.organisation.body(body)
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
        return OpenDraft(_put(desk, work, draft))


def open_draft(desk: Desk, draft: UUID) -> OpenDraft:
    """A draft, with what the officer has typed at this desk and not saved. Raises NoSuchRecord."""
    with desk.store.reading() as work:
        found = work.drafts.get(draft)
        if not found.progress.may_be_written:
            return OpenDraft(found)
        copy = work.working_copies.find(draft, officer_at(work).id, desk.desk_name)
        return OpenDraft(found, copy if copy and copy.dispatch != found.dispatch else None)


def keep(desk: Desk, draft: UUID, dispatch: Dispatch) -> datetime:
    """Keep what the officer has typed at this desk, beside the draft; the moment of it.

    When it comes back the text is on the disk. Raises SecretDispatch, NoSuchRecord, NotWritable where the text is no
    longer the drafter's, FaultyDispatch for what no dispatch file can hold.
    """
    desk.admit(dispatch)
    with desk.store.writing() as work:
        version, officer = _writable(work, draft), officer_at(work)
        work.working_copies.put(WorkingCopy(draft, officer.id, desk.desk_name, version, dispatch, saved_at=work.now))
        return work.now


def save(desk: Desk, draft: Draft, dispatch: Dispatch) -> Draft:
    """Join what was typed to the draft it was typed in, as it was opened; the draft as it is now.

    What changes nothing makes no version.

    Raises StaleEdit where somebody else has saved it meanwhile, and as `keep`; nothing is changed then.
    """
    desk.admit(dispatch)
    with desk.store.writing() as work:
        _writable(work, draft.id)
        if dispatch == draft.dispatch:
            work.working_copies.drop(draft.id, officer_at(work).id, desk.desk_name)
            return work.drafts.get(draft.id)
        return _join(desk, work, draft, dispatch)


def duplicate(desk: Desk, draft: UUID) -> OpenDraft:
    """Begin a draft with the newest text of another. Raises as `begin`."""
    source = open_draft(desk, draft)
    return begin(desk, unnumbered(source.dispatch), source.draft.body)


def delete(desk: Desk, draft: UUID) -> None:
    """Put a draft into the bin. Raises NotDeletable for one that was submitted once, NoSuchRecord."""
    with desk.store.writing() as work:
        found = _outside_bin(work, draft)
        if not found.progress.may_be_deleted:
            raise NotDeletable
        _put(desk, work, replace(found, deleted_at=work.now))
        work.tell(officer_at(work).id, "delete", _DISPATCH, draft)


def restore(desk: Desk, draft: UUID) -> None:
    """Take a draft out of the bin; one that is not in it stays where it is. Raises NoSuchRecord."""
    with desk.store.writing() as work:
        found = work.drafts.get(draft)
        if found.deleted_at is not None:
            _put(desk, work, replace(found, deleted_at=None))
            work.tell(officer_at(work).id, "restore", _DISPATCH, draft)


def empty_bin(desk: Desk) -> int:
    """Erase every draft in the bin, beyond recall; how many there were."""
    with desk.store.writing() as work:
        return _erase(work, work.drafts.in_bin())


def sweep_bin(desk: Desk) -> int:
    """Erase the drafts that have been in the bin for as long as it keeps them; how many there were."""
    with desk.store.writing() as work:
        return _erase(work, work.drafts.in_bin(work.now - BIN_KEEPS))


def move(desk: Desk, draft: UUID, step: Step) -> Draft:
    """Move a draft on; what the officer had typed and not saved is submitted with it.

    Its text as it is then is kept as a version. Raises WrongStatus where the step may not be taken, NoSuchRecord.
    """
    with desk.store.writing() as work:
        officer, found = officer_at(work), _outside_bin(work, draft)
        progress = _MOVES[step](found.progress)
        if step is Step.SUBMIT and (copy := work.working_copies.find(draft, officer.id, desk.desk_name)):
            found = _join(desk, work, found, copy.dispatch)
        moved = _put(desk, work, replace(found, progress=progress, updated_at=work.now))
        version = work.versions.add(moved, step, officer.id)
        work.tell(
            officer.id,
            step.value,
            _DISPATCH,
            draft,
            after=version.digest,
            version=version.number,
            status=progress.status.value,
            rounds=progress.rounds,
        )
        return moved


def _writable(work: UnitOfWork, draft: UUID) -> int:
    """The version of a draft, which the drafter may write."""
    standing = work.drafts.standing(draft)
    if not standing.progress.may_be_written:
        raise NotWritable(standing.progress.status)
    return standing.version


def _join(desk: Desk, work: UnitOfWork, draft: Draft, dispatch: Dispatch) -> Draft:
    work.working_copies.drop(draft.id, officer_at(work).id, desk.desk_name)
    return _put(desk, work, replace(draft, dispatch=dispatch, updated_at=work.now))


def _put(desk: Desk, work: UnitOfWork, draft: Draft) -> Draft:
    pack = desk.packs.get(draft.rules)
    known = Rulebook(pack).document_type(draft.dispatch.document_type) if pack else None
    return work.drafts.put(draft, known.name if known else draft.dispatch.document_type)


def _outside_bin(work: UnitOfWork, draft: UUID) -> Draft:
    found = work.drafts.get(draft)
    if found.deleted_at is not None:
        raise NoSuchRecord(_DISPATCH, str(draft))
    return found


def _erase(work: UnitOfWork, drafts: tuple[UUID, ...]) -> int:
    for draft in drafts:
        work.drafts.erase(draft)
        work.tell(officer_at(work).id, "erase", _DISPATCH, draft)
    return len(drafts)


# --- many drafts --------------------------------------------------------------------------------------------------


def drafts(desk: Desk, query: DraftQuery) -> tuple[DraftRow, ...]:
    """The drafts that a query asks for."""
    with desk.store.reading() as work:
        return work.lists.drafts(query)


def counts(desk: Desk) -> DraftCounts:
    """How many drafts there are."""
    with desk.store.reading() as work:
        return work.lists.counts()


def earlier_values(desk: Desk) -> EarlierValues:
    """What the office's records and earlier drafts hold that may be meant again."""
    from vpdesk.db.repositories import ADDRESSEE, PLACE, RECIPIENT

    with desk.store.reading() as work:
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
        return work.templates.of(officer_at(work).id)


def save_template(desk: Desk, name: str, dispatch: Dispatch) -> TemplateChange:
    """Save a dispatch as a template of the officer's own, without the number and the day that it alone had.

    It takes the place of his template of that name. Raises SecretDispatch where this machine may not handle it.
    """
    desk.admit(dispatch)
    with desk.store.writing() as work:
        owner, called = officer_at(work).id, entered(name) or dispatch.document_type
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

    Raises NoSuchRecord.
    """
    with desk.store.writing() as work:
        found = work.templates.get(template)
        renamed = replace(found, name=entered(name) or found.name, updated_at=work.now)
        others = [one for one in _templates_named(work, found.owner, renamed.name) if one.id != template]
        for one in others:
            _drop_template(work, one)
        _put_template(work, renamed, "rename")
        return TemplateChange(renamed, (found, *others))


def delete_template(desk: Desk, template: UUID) -> TemplateChange:
    """Delete a template; one that is gone already is no trouble."""
    with desk.store.writing() as work:
        before = tuple(one for one in work.templates.of(officer_at(work).id) if one.id == template)
        for one in before:
            _drop_template(work, one)
        return TemplateChange(None, before)


def undo_template_change(desk: Desk, change: TemplateChange) -> None:
    """Let the templates be as they were before a change."""
    with desk.store.writing() as work:
        if change.now is not None and not change.before:
            _drop_template(work, change.now)
        for one in change.before:
            _put_template(work, one, "restore")


def _templates_named(work: UnitOfWork, owner: UUID, name: str) -> tuple[OwnTemplate, ...]:
    return tuple(one for one in work.templates.of(owner) if one.is_named(name))


def _put_template(work: UnitOfWork, template: OwnTemplate, act: str) -> None:
    work.templates.put(template)
    work.tell(officer_at(work).id, act, _TEMPLATE, template.id)


def _drop_template(work: UnitOfWork, template: OwnTemplate) -> None:
    work.templates.drop(template.id)
    work.tell(officer_at(work).id, "delete", _TEMPLATE, template.id)
