"""What a desk is made of: the sections of roles, the order of rows, who is late, what is not set up."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from vpdesk.domain.deadlines import deadline_on
from vpdesk.domain.desks import (
    BESIDE,
    SHOWN,
    WAITS_FOR_HIM,
    DeskAct,
    DeskContents,
    DeskRow,
    SectionKind,
    Topic,
    late_by_person,
    most_pressing,
    section,
    sections_for,
)
from vpdesk.domain.office import OfficeBeginning, begin_office
from vpdesk.domain.organisation import Days, IssuingBody, Officer
from vpdesk.domain.roles import Role
from vpdesk.domain.setting_up import Standing, is_stale, left_to_set_up
from vpdesk.domain.workdays import Holiday, Workdays

TODAY = date(2024, 12, 24)
WEEK = Workdays()


def a_row(urgency: str | None = None, due_on: date | None = None, subject: str = "") -> DeskRow:
    deadline = deadline_on(due_on, TODAY, WEEK) if due_on else None
    return DeskRow(DeskAct.OPEN_ARRIVAL, subject=subject, urgency=urgency, deadline=deadline)


@pytest.mark.parametrize(
    "roles", [set(), *({role} for role in Role), set(Role)], ids=["nobody", *(role.value for role in Role), "everybody"]
)
def test_the_sections_of_roles_stand_in_one_order_and_none_twice(roles: set[Role]) -> None:
    kinds = sections_for(roles)

    assert list(kinds) == [kind for kind in SectionKind if kind in kinds]
    assert set(kinds) == {kind for role in roles for kind in sections_for({role})}


def test_every_section_belongs_to_a_role_and_what_waits_stands_in_front() -> None:
    assert set(sections_for(Role)) == set(SectionKind)
    assert WAITS_FOR_HIM.isdisjoint(BESIDE)


def test_the_urgent_come_first_then_the_nearest_day_then_as_they_came() -> None:
    rows = [
        a_row(subject="một"),
        a_row(due_on=date(2024, 12, 30), subject="hai"),
        a_row("KHẨN", subject="ba"),
        a_row("HỎA TỐC", date(2025, 1, 3), subject="bốn"),
        a_row("viết tay", date(2024, 12, 26), subject="năm"),
        a_row(subject="sáu"),
    ]

    assert [row.subject for row in most_pressing(rows)] == ["bốn", "ba", "năm", "hai", "một", "sáu"]


def test_a_section_keeps_its_first_rows_and_says_how_many_there_are() -> None:
    rows = [a_row(subject=str(number)) for number in range(SHOWN + 2)]

    assert (section(SectionKind.DRAFTS, rows).total, len(section(SectionKind.DRAFTS, rows).rows)) == (SHOWN + 2, SHOWN)
    assert section(SectionKind.DRAFTS, rows[:2]).has_more is False
    assert section(SectionKind.DRAFTS, rows[:2], 9).has_more is True


def test_only_what_waits_for_him_is_counted() -> None:
    sections = (section(SectionKind.TO_NUMBER, [a_row()] * 2), section(SectionKind.HELD, [a_row()] * 3))

    assert DeskContents(TODAY, sections).count == 2
    assert not DeskContents(TODAY, sections).is_urgent
    assert DeskContents(TODAY, sections, late=1).is_urgent
    assert DeskContents(TODAY, (section(SectionKind.TO_SIGN, [a_row("KHẨN")]),)).is_urgent


def test_who_is_late_with_most_stands_first() -> None:
    days = {"Ngọc": [20, 18], "Bách": [19], "": [16]}
    pairs = [(who, deadline_on(date(2024, 12, day), TODAY, WEEK)) for who, of_his in days.items() for day in of_his]

    assert [(row.person, row.count, row.deadline and row.deadline.due_on.day) for row in late_by_person(pairs)] == [
        ("Ngọc", 2, 18),
        ("", 1, 16),
        ("Bách", 1, 19),
    ]


# --- setting up -------------------------------------------------------------------------------------------------------


def standing(body: IssuingBody, officers: tuple[Officer, ...], **changes: object) -> Standing:
    members: dict[str, object] = {
        "bodies": (body,),
        "officers": officers,
        "with_secret": None,
        "holidays": (Holiday(date(2024, 1, 1), "Tết"), Holiday(date(2025, 1, 1), "Tết")),
        "has_retention": True,
        "is_own_file": True,
        "backed_up_on": TODAY,
    }
    return Standing(**{**members, **changes})  # type: ignore[arg-type]


@pytest.fixture
def founded() -> tuple[IssuingBody, tuple[Officer, ...]]:
    """An office that said all of itself at the first run."""
    beginning = OfficeBeginning(
        name_line="BAN TUYÊN GIÁO",
        symbol="BTGHU",
        place="Hà Ninh",
        officer_name="Lê Thị Mai",
        head_name="Trần Văn Phúc",
        term_name="2020 - 2025",
        term_first=date(2020, 8, 1),
        term_last=date(2025, 6, 30),
    )
    body, officer = begin_office(beginning, datetime(2024, 1, 2, 8, tzinfo=UTC))
    return body, (officer,)


def told(standing: Standing, today: date = TODAY) -> list[Topic | None]:
    return [row.topic for row in left_to_set_up(standing, today)]


def test_of_an_office_that_has_all_nothing_is_left(founded: tuple[IssuingBody, tuple[Officer, ...]]) -> None:
    assert told(standing(*founded)) == []


def test_what_is_missing_is_told_what_is_needed_most_first(founded: tuple[IssuingBody, tuple[Officer, ...]]) -> None:
    body, (officer,) = founded
    gone = Officer(officer.id, "Người Cũ", days=Days(last=date(2024, 1, 1)))
    bare = standing(body, (gone,), has_retention=False, holidays=(), backed_up_on=None)

    assert told(bare, date(2026, 2, 3)) == [
        Topic.TERM,
        Topic.CLERK,
        Topic.HEAD,
        Topic.NO_BACKUP,
        Topic.HOLIDAYS,
        Topic.RETENTION,
    ]
    assert told(standing(body, (officer,), bodies=())) == [Topic.BODY]


def test_officers_without_a_secret_are_named(founded: tuple[IssuingBody, tuple[Officer, ...]]) -> None:
    body, officers = founded
    (row,) = left_to_set_up(standing(body, officers, with_secret=frozenset[UUID]()), TODAY)

    assert (row.topic, row.people) == (Topic.SECRETS, ("Lê Thị Mai",))


@pytest.mark.parametrize(
    ("today", "years", "missing"),
    [
        (date(2024, 9, 30), (2024,), None),
        (date(2024, 10, 1), (2024,), 2025),
        (date(2024, 3, 1), (2025,), 2024),
        (date(2024, 12, 31), (2024, 2025), None),
    ],
)
def test_holidays_of_the_next_year_are_missed_from_october_on(
    founded: tuple[IssuingBody, tuple[Officer, ...]], today: date, years: tuple[int, ...], missing: int | None
) -> None:
    holidays = tuple(Holiday(date(year, 1, 1), "Tết") for year in years)
    rows = left_to_set_up(standing(*founded, holidays=holidays, backed_up_on=today), today)

    assert [row.count for row in rows] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("backed_up_on", "today", "stale"),
    [
        (date(2024, 12, 20), date(2024, 12, 23), False),
        (date(2024, 12, 20), date(2024, 12, 24), False),
        (date(2024, 12, 20), date(2024, 12, 25), True),
        (date(2024, 12, 24), date(2024, 12, 24), False),
        (None, date(2024, 12, 24), True),
    ],
)
def test_a_backup_is_old_after_two_workdays(backed_up_on: date | None, today: date, *, stale: bool) -> None:
    assert is_stale(backed_up_on, today, WEEK) is stale
