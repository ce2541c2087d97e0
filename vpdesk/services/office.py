"""The office: founded at first run, its bodies and officers, its choices and those of its officers.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vpdesk.domain.credentials import SecretKind, check_secret
from vpdesk.domain.errors import NoSuchRecord
from vpdesk.domain.ids import new_id
from vpdesk.domain.office import Founding, Office, OfficeBeginning, WayOfWorking, begin_office
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Officer, Signatory, Spelling, Term
from vpdesk.domain.roles import Permission, Role
from vpdesk.domain.signing import Authority
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.entrance import give_secret, make_recovery_code
from vpdesk.services.rules import read_tree
from vpdesk.services.seat import officer_at, require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

SAMPLE = "sample/office.toml"

_OFFICE = "office"
_UNUSUAL = "unusual_types"
_FORM_CHECK, _PIN_AT_SIGN_OFF, _IDLE_MINUTES = "form_check", "pin_at_sign_off", "idle_minutes"
_YES, _NO = "true", "false"

People = tuple[tuple[IssuingBody, ...], tuple[Officer, ...]]
"""The bodies of an office, and its officers, officer 1 first."""


def office(desk: Desk) -> Office | None:
    """The office; None before the first run has founded it."""
    with desk.store.reading() as work:
        return _office(work)


def found_sample(desk: Desk) -> Office:
    """Found the sample office; its officer 1 sits at this desk then.

    Where somebody has founded one meanwhile, that is the office.
    """
    with desk.store.writing() as work:
        there = _office(work)
        return there or _found(desk, work, sample_office(work.now), is_sample=True)


def found_own(desk: Desk, beginning: OfficeBeginning, secret: str, kind: SecretKind) -> Founding:
    """Found an office of one's own; its officer 1, who has this secret, sits at this desk then.

    Where somebody has founded one meanwhile, that is the office, and nobody is signed in. Raises WeakSecret.
    """
    check_secret(kind, secret, beginning.officer_name)
    with desk.store.writing() as work:
        if (there := _office(work)) is not None:
            return Founding(there, None)
        body, officer = begin_office(beginning, work.now)
        founded = _found(desk, work, ((body,), (officer,)), is_sample=False)
        give_secret(desk, work, officer, secret, kind)
        return Founding(founded, make_recovery_code(desk, work, officer))


def set_unusual_types(desk: Desk, allowed: bool) -> Office:  # noqa: FBT001 -- the choice itself
    """Choose whether types are offered that a body does not usually issue."""
    set_office_setting(desk, _UNUSUAL, _YES if allowed else _NO)
    with desk.store.reading() as work:
        return _founded(work)


def office_setting(desk: Desk, key: str) -> str | None:
    """A choice of the office; None where it never chose."""
    with desk.store.reading() as work:
        return work.organisation.setting(_OFFICE, key)


def set_office_setting(desk: Desk, key: str, value: str) -> None:
    """Keep a choice of the office."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.MANAGE_OFFICE)
        work.organisation.put_setting(_OFFICE, key, value)
        work.tell(officer.id, "choose", "setting", None, key=key, value=value)


def officer_setting(desk: Desk, key: str) -> str | None:
    """A choice of the officer at this desk; None where he never chose."""
    with desk.store.reading() as work:
        return work.organisation.setting(str(officer_at(desk, work).id), key)


def set_officer_setting(desk: Desk, key: str, value: str) -> None:
    """Keep a choice of the officer at this desk."""
    with desk.store.writing() as work:
        officer = officer_at(desk, work)
        work.organisation.put_setting(str(officer.id), key, value)
        work.tell(officer.id, "choose", "setting", officer.id, key=key)


def way_of_working(work: UnitOfWork) -> WayOfWorking:
    """How the office works."""
    usual = WayOfWorking()
    minutes = work.organisation.setting(_OFFICE, _IDLE_MINUTES)
    return WayOfWorking(
        form_check=checks_form(work),
        pin_at_sign_off=work.organisation.setting(_OFFICE, _PIN_AT_SIGN_OFF) == _YES,
        idle_minutes=int(minutes) if minutes else usual.idle_minutes,
    )


def put_way_of_working(work: UnitOfWork, way: WayOfWorking) -> None:
    """Keep how the office works."""
    for key, value in (
        (_FORM_CHECK, _YES if way.form_check else _NO),
        (_PIN_AT_SIGN_OFF, _YES if way.pin_at_sign_off else _NO),
        (_IDLE_MINUTES, str(way.idle_minutes)),
    ):
        work.organisation.put_setting(_OFFICE, key, value)


def checks_form(work: UnitOfWork) -> bool:
    """Whether the clerk checks the form before the signatory reads."""
    return work.organisation.setting(_OFFICE, _FORM_CHECK) == _YES


def _found(desk: Desk, work: UnitOfWork, people: People, *, is_sample: bool) -> Office:
    bodies, officers = people
    founding = new_id(work.now)
    work.organisation.found(founding, work.now, is_sample=is_sample)
    for officer in officers:
        work.organisation.put_officer(officer)
    for body in bodies:
        work.organisation.put_body(body)
    work.tell(officers[0].id, "found", "office", founding, is_sample=is_sample)
    desk.seat.officer = officers[0].id
    return _founded(work)


def _founded(work: UnitOfWork) -> Office:
    office = _office(work)
    if office is None:
        raise NoSuchRecord("office", "1")
    return office


def _office(work: UnitOfWork) -> Office | None:
    is_sample = work.organisation.is_sample
    if is_sample is None:
        return None
    return Office(
        bodies=work.organisation.bodies(),
        officers=work.organisation.officers(),
        is_sample=is_sample,
        unusual_types=work.organisation.setting(_OFFICE, _UNUSUAL) == _YES,
    )


def sample_office(moment: datetime) -> People:
    """The bodies and the officers of the sample office, as made at a moment."""
    tree: Mapping[str, Any] = read_tree(resource(SAMPLE))
    ids = {key: new_id(moment) for key in tree["bodies"]}
    bodies = tuple(_body(entry, ids[key], ids, moment) for key, entry in tree["bodies"].items())
    # Ids of one moment have no order, and officer 1 comes first.
    moments = (moment + timedelta(milliseconds=place) for place in count())
    return bodies, tuple(map(_officer, tree["officers"], moments))


def _officer(entry: Mapping[str, Any], moment: datetime) -> Officer:
    roles = frozenset(map(Role, entry["roles"]))
    return Officer(new_id(moment), entry["name"], entry.get("position"), _days(entry), roles)


def _body(entry: Mapping[str, Any], body: UUID, ids: Mapping[str, UUID], moment: datetime) -> IssuingBody:
    version = BodyVersion(
        id=new_id(moment),
        parent_line=entry.get("parent_line"),
        name_line=entry["name_line"],
        symbol=entry["symbol"],
        place=entry["place"],
        in_text=entry["in_text"],
        committee_in_text=entry["committee_in_text"],
        days=_days(entry),
        spelling=Spelling(entry.get("spelling", Spelling.FIRST_VOWEL)),
        successor=ids[entry["successor"]] if "successor" in entry else None,
    )
    people = {one.get("key", one["person"]): new_id(moment) for one in entry["signatories"]}
    return IssuingBody(
        id=body,
        versions=(version,),
        signatories=tuple(_signatory(one, people) for one in entry["signatories"]),
        terms=tuple(Term(new_id(moment), one["name"], _days(one)) for one in entry["terms"]),
    )


def _signatory(entry: Mapping[str, Any], people: Mapping[str, UUID]) -> Signatory:
    return Signatory(
        id=people[entry.get("key", entry["person"])],
        person=entry["person"],
        position=entry.get("position"),
        authority=Authority(entry.get("authority", "")),
        principal=entry.get("principal"),
        days=_days(entry),
        stands_in_for=people[entry["stands_in_for"]] if "stands_in_for" in entry else None,
    )


def _days(entry: Mapping[str, Any]) -> Days:
    return Days(entry.get("first_day"), entry.get("last_day"))
