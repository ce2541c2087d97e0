"""Who works at the invented office: a head, two deputies, two clerks, eight drafters. None of them lives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Final
from uuid import UUID

from bench.years.calendar import Chance
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Officer, Signatory, Term
from vpdesk.domain.roles import Role
from vpdesk.domain.signing import Authority
from vpdesk.services.desk import Desk

_SINCE: Final = datetime(2021, 1, 4, 1, tzinfo=UTC)
_TERM: Final = Days(date(2020, 8, 1), date(2025, 6, 30))
_DRAFTERS: Final = (
    "Trịnh Bảo Ngọc|Lương Gia Bách|Cao Thùy Dương|Mạc Đăng Khoa|Tạ Kim Oanh|Quách Tuấn Vinh|Hà Diệu Thảo|Lục Văn Sáng"
)
UNITS: Final = ("Tổ Tuyên truyền", "Tổ Lý luận chính trị", "Cộng tác viên dư luận xã hội")
"""Whom a directive names that have no desk of their own."""


@dataclass(frozen=True, slots=True)
class Staff:
    """The officers of the invented office, and the body they work for."""

    body: IssuingBody
    head: Officer
    deputies: tuple[Officer, ...]
    clerks: tuple[Officer, ...]
    drafters: tuple[Officer, ...]

    @property
    def everybody(self) -> tuple[Officer, ...]:
        """Every officer, officer 1 first."""
        return (*self.drafters, *self.clerks, *self.deputies, self.head)


def found(desk: Desk, chance: Chance) -> Staff:
    """Found the office in an empty store. Nobody has a secret: whoever tries it chooses a name, a clerk sits there."""
    staff = _staff(chance)
    with desk.store.writing() as work:
        founding = chance.new_id(_SINCE)
        work.organisation.found(founding, work.now, is_sample=True)
        for officer in staff.everybody:
            work.organisation.put_officer(officer)
        work.organisation.put_body(staff.body)
        work.tell(staff.drafters[0].id, "found", "office", founding, is_sample=True)
    desk.seat.officer = staff.clerks[0].id
    return staff


def _staff(chance: Chance) -> Staff:
    # Ids of one moment have no order, and officer 1 comes first.
    ids = (chance.new_id(_SINCE + timedelta(milliseconds=place)) for place in count())
    drafting, heading = frozenset({Role.DRAFTER}), frozenset({Role.HEAD})
    first, *others = _DRAFTERS.split("|")
    drafters = (
        *_officers(ids, [first], "Chuyên viên", drafting | {Role.ADMINISTRATOR}),
        *_officers(ids, others, "Chuyên viên", drafting),
    )
    clerks = _officers(ids, ["Vũ Thị Hạnh", "Nghiêm Xuân Lộc"], "Văn thư", frozenset({Role.CLERK}))
    deputies = _officers(ids, ["Đỗ Khánh Linh", "Phan Đức Toàn"], "Phó Trưởng ban", heading)
    (head,) = _officers(ids, ["Trần Minh Khôi"], "Trưởng ban", heading)
    return Staff(_body(ids, head, deputies), head, deputies, clerks, drafters)


def _officers(ids: Iterator[UUID], names: Iterable[str], position: str, roles: frozenset[Role]) -> tuple[Officer, ...]:
    return tuple(Officer(next(ids), name, position, roles=roles) for name in names)


def _body(ids: Iterator[UUID], head: Officer, deputies: Iterable[Officer]) -> IssuingBody:
    chief = Signatory(next(ids), head.name, "TRƯỞNG BAN", officer=head.id)
    under = (
        Signatory(
            next(ids),
            one.name,
            "PHÓ TRƯỞNG BAN",
            Authority.DEPUTY,
            "TRƯỞNG BAN",
            stands_in_for=chief.id,
            officer=one.id,
        )
        for one in deputies
    )
    version = BodyVersion(
        id=next(ids),
        parent_line="HUYỆN ỦY HÀ NINH",
        name_line="BAN TUYÊN GIÁO",
        symbol="BTGHU",
        place="Hà Ninh",
        days=Days(),
        in_text="Ban Tuyên giáo Huyện ủy",
        committee_in_text="Huyện ủy",
    )
    return IssuingBody(next(ids), (version,), (chief, *under), (Term(next(ids), "2020 - 2025", _TERM),))
