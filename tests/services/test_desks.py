"""The desk of each role: its sections say what a plain reading of the records says, and what is done is not read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event
from support.desk_life import TODAY, arrive, given, handed_on, live_a_morning, put_before, sent_back
from support.papers_out import TEXT, first_body, issued, signed_off, submitted
from support.seats import an_officer, officer_named, seated, sit, with_roles
from support.stores import TickingClock

from vpdesk.domain.catalog import Secrecy
from vpdesk.domain.desks import SHOWN, DeskAct, DeskContents, DeskRow, DeskSection, SectionKind, Topic
from vpdesk.domain.drafts import DraftQuery
from vpdesk.domain.errors import NotSignedIn
from vpdesk.domain.office import WayOfWorking
from vpdesk.domain.roles import Role
from vpdesk.domain.workdays import Holiday
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting, numbers, outgoing, receiving, signoff, ways, work_in_hand
from vpdesk.services.desk import Desk
from vpdesk.services.desks import desk_of
from vpdesk.services.office import found_sample


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, where Hạnh sits, its clerk."""
    found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


def contents_for(desk: Desk, name: str) -> DeskContents:
    with seated(desk, name):
        return desk_of(desk)


def found(contents: DeskContents, kind: SectionKind) -> DeskSection:
    return next((one for one in contents.sections if one.kind is kind), DeskSection(kind, (), 0))


def rows(desk: Desk, name: str, kind: SectionKind) -> tuple[DeskRow, ...]:
    return found(contents_for(desk, name), kind).rows


def subjects(desk: Desk, name: str, kind: SectionKind) -> list[str | None]:
    return [row.subject for row in rows(desk, name, kind)]


def test_an_empty_office_has_nothing_for_anybody(desk: Desk) -> None:
    for name in ("Bách", "Khôi"):
        contents = contents_for(desk, name)
        assert (contents.sections, contents.count, contents.late) == ((), 0, 0)
    assert [one.kind for one in desk_of(desk).sections] == [SectionKind.KEEPING]


def test_nobody_has_a_desk_who_has_not_signed_in(desk: Desk) -> None:
    desk.seat.officer = None
    with pytest.raises(NotSignedIn):
        desk_of(desk)


def test_each_role_has_its_sections_the_most_pressing_first(desk: Desk) -> None:
    live_a_morning(desk)
    kinds = {name: [one.kind for one in contents_for(desk, name).sections] for name in ("Ngọc", "Bách", "Hạnh", "Khôi")}

    assert kinds == {
        "Ngọc": [
            SectionKind.SENT_BACK,
            SectionKind.ASSIGNED,
            SectionKind.SET_UP,
            SectionKind.DRAFTS,
            SectionKind.SUBMITTED,
        ],
        "Bách": [SectionKind.ASSIGNED],
        "Hạnh": [
            SectionKind.TO_NUMBER,
            SectionKind.TO_HAND_ON,
            SectionKind.UNSIGNED,
            SectionKind.DEADLINES,
            SectionKind.HELD,
            SectionKind.UNSENT,
            SectionKind.KEEPING,
        ],
        "Khôi": [SectionKind.TO_SIGN, SectionKind.TO_DIRECT, SectionKind.LATE_PEOPLE, SectionKind.ODDITIES],
    }


def test_an_officer_of_several_roles_has_the_sections_of_all_and_none_twice(desk: Desk) -> None:
    live_a_morning(desk)
    everybody = with_roles(desk, officer_named(desk, "Khôi"), *Role)
    desk.seat.officer = everybody.id
    kinds = [one.kind for one in desk_of(desk).sections]

    assert len(kinds) == len(set(kinds))
    assert kinds == [one for one in SectionKind if one in kinds]
    assert {SectionKind.TO_SIGN, SectionKind.TO_NUMBER, SectionKind.SET_UP, SectionKind.LATE_PEOPLE} <= set(kinds)


# --- dispatches -------------------------------------------------------------------------------------------------------


def test_what_is_to_be_signed_is_what_the_queue_says_waits_for_the_head(desk: Desk) -> None:
    live_a_morning(desk)
    with seated(desk, "Khôi"):
        plain = [row.id for row in signoff.queue(desk) if row.waits_for_me]

    assert [row.record for row in rows(desk, "Khôi", SectionKind.TO_SIGN)] == plain
    assert rows(desk, "Khôi", SectionKind.TO_SIGN)[0].urgency == "KHẨN"
    assert found(contents_for(desk, "Khôi"), SectionKind.TO_SIGN).total == len(plain) == 2
    assert rows(desk, "Linh", SectionKind.TO_SIGN) == ()


def test_what_was_signed_off_waits_for_its_number_the_urgent_first_each_with_the_number_that_would_come(
    desk: Desk,
) -> None:
    live_a_morning(desk)
    waiting = rows(desk, "Hạnh", SectionKind.TO_NUMBER)
    with seated(desk, "Hạnh"):
        plain = {row.id for row in signoff.queue(desk, frozenset({Status.SIGNED_OFF}))}

    assert {row.record for row in waiting} == plain
    assert [(row.urgency, row.number, row.count) for row in waiting] == [
        ("HỎA TỐC", "03-CV/BTGHU", 3),
        (None, "04-CV/BTGHU", 3),
    ]
    assert {row.people for row in waiting} == {("Trần Minh Khôi",)}
    assert all(row.act is DeskAct.NUMBER for row in waiting)


def test_what_has_no_row_of_numbers_waits_all_the_same(desk: Desk, clock: TickingClock) -> None:
    signed_off(desk)
    clock.moment = clock.moment.replace(year=2031)

    (row,) = rows(desk, "Hạnh", SectionKind.TO_NUMBER)
    assert row.number is None


def test_what_came_back_is_shown_with_the_first_remark_that_was_not_followed(desk: Desk) -> None:
    draft = sent_back(desk, "Sửa trích yếu.", "Thêm căn cứ.")
    (row,) = rows(desk, "Ngọc", SectionKind.SENT_BACK)
    assert (row.record, row.quote, row.person, row.count) == (draft, "Sửa trích yếu.", "Trần Minh Khôi", 2)

    with seated(desk, "Ngọc"):
        signoff.mark_done(desk, signoff.remarks(desk, draft)[0].id)
    (row,) = rows(desk, "Ngọc", SectionKind.SENT_BACK)
    assert (row.quote, row.count, row.act) == ("Thêm căn cứ.", 1, DeskAct.FOLLOW_REMARKS)


def test_drafts_are_the_officers_own_outside_the_bin_the_last_changed_first(desk: Desk) -> None:
    body = first_body(desk)
    with seated(desk, "Ngọc"):
        kept = [drafting.begin(desk, TEXT, body).draft.id for _ in range(3)]
        drafting.delete(desk, drafting.begin(desk, TEXT, body).draft.id)
    with seated(desk, "Bách"):
        drafting.begin(desk, TEXT, body)
    with seated(desk, "Ngọc"):
        plain = [row.id for row in drafting.drafts(desk, DraftQuery(statuses=frozenset({Status.DRAFT})))]

    assert [row.record for row in rows(desk, "Ngọc", SectionKind.DRAFTS)] == plain == kept[::-1]


def test_what_was_submitted_is_shown_to_its_drafter_with_whom_it_waits_for(desk: Desk) -> None:
    draft = submitted(desk)
    (row,) = rows(desk, "Ngọc", SectionKind.SUBMITTED)

    assert (row.record, row.people) == (draft, ("Trần Minh Khôi",))
    assert rows(desk, "Bách", SectionKind.SUBMITTED) == ()


def test_forms_are_checked_where_the_office_checks_them(desk: Desk) -> None:
    with seated(desk, "Ngọc"):
        ways.set_way_of_working(desk, WayOfWorking(form_check=True))
    draft = submitted(desk)

    assert [row.record for row in rows(desk, "Hạnh", SectionKind.TO_CHECK)] == [draft]
    assert rows(desk, "Khôi", SectionKind.TO_SIGN) == ()


def test_a_machine_for_secrets_has_secret_dispatches_on_its_desks_too(desk: Desk) -> None:
    decided = replace(desk, settings=replace(desk.settings, stand_alone_decision="Quyết định 12-QĐ/BTGHU"))
    secret = submitted(decided, replace(TEXT, secrecy=Secrecy.CONFIDENTIAL))

    assert [row.record for row in rows(decided, "Khôi", SectionKind.TO_SIGN)] == [secret]
    assert [row.record for row in rows(decided, "Ngọc", SectionKind.SUBMITTED)] == [secret]
    decided.close()


# --- arrivals ---------------------------------------------------------------------------------------------------------


def test_arrivals_that_wait_stand_urgent_first_then_by_their_days_then_the_newest(desk: Desk) -> None:
    live_a_morning(desk)

    assert subjects(desk, "Hạnh", SectionKind.TO_HAND_ON) == [
        "Họp giao ban",
        "Đẩy mạnh tuyên truyền",
        "Dự toán năm 2025",
    ]


def test_a_section_shows_its_first_rows_and_counts_them_all(desk: Desk) -> None:
    for number in range(SHOWN + 3):
        arrive(desk, f"việc {number}")
    waiting = found(desk_of(desk), SectionKind.TO_HAND_ON)

    assert (len(waiting.rows), waiting.total, waiting.has_more) == (SHOWN, SHOWN + 3, True)
    assert [row.subject for row in waiting.rows] == [f"việc {number}" for number in range(SHOWN + 2, 2, -1)]


def test_what_was_directed_waits_to_be_handed_to_its_lead(desk: Desk) -> None:
    given(desk, arrive(desk, "đã bút phê"), "Ngọc", "Giao đ/c Ngọc.", handed=False)
    arrive(desk, "mới đến")
    waiting = rows(desk, "Hạnh", SectionKind.TO_HAND_ON)

    assert [(row.subject, row.act, row.people) for row in waiting] == [
        ("đã bút phê", DeskAct.HAND_ON, ("Trịnh Bảo Ngọc",)),
        ("mới đến", DeskAct.SUBMIT, ()),
    ]
    counts = work_in_hand.open_counts(desk)
    assert found(desk_of(desk), SectionKind.TO_HAND_ON).total == counts.to_submit + counts.to_hand_over == 2


def test_a_deadline_on_a_day_off_is_late_only_behind_the_next_workday(desk: Desk, clock: TickingClock) -> None:
    arrive(desk, "hạn chủ nhật", date(2024, 12, 29))
    clock.moment += timedelta(days=6)
    assert desk_of(desk).today == date(2024, 12, 30)
    assert desk_of(desk).late == work_in_hand.open_counts(desk).all_late == 0
    clock.moment += timedelta(days=1)
    assert desk_of(desk).late == work_in_hand.open_counts(desk).all_late == 1


def test_only_the_head_who_is_asked_has_an_arrival_to_direct(desk: Desk) -> None:
    live_a_morning(desk)

    assert subjects(desk, "Khôi", SectionKind.TO_DIRECT) == ["Góp ý dự thảo nghị quyết", "Kết quả tuyên truyền quý IV"]
    assert subjects(desk, "Linh", SectionKind.TO_DIRECT) == []


def test_whoever_was_given_an_arrival_has_it_with_the_words_of_the_directive(desk: Desk) -> None:
    live_a_morning(desk)
    first, second = rows(desk, "Ngọc", SectionKind.ASSIGNED)

    assert (first.subject, first.quote) == ("Báo cáo dư luận xã hội", "Giao đ/c Ngọc tham mưu.")
    assert first.is_late
    assert contents_for(desk, "Ngọc").late == 1
    assert (second.subject, second.quote) == ("Rà soát văn bản", None)


def test_what_nobody_signed_for_waits_at_the_clerks(desk: Desk) -> None:
    signed = handed_on(desk, arrive(desk, "đã ký nhận"), "Lương Gia Bách")
    receiving.received(desk, [signed.id], None, TODAY)
    handed_on(desk, arrive(desk, "chưa ký nhận"), "Lương Gia Bách")
    given(desk, arrive(desk, "đã giao"), "Ngọc", "Giao đ/c Ngọc.")
    given(desk, arrive(desk, "đã nhận"), "Bách", "Giao đ/c Bách.", acknowledged=True)

    unsigned = rows(desk, "Hạnh", SectionKind.UNSIGNED)
    assert [(row.subject, row.people) for row in unsigned] == [
        ("chưa ký nhận", ("Lương Gia Bách",)),
        ("đã giao", ("Trịnh Bảo Ngọc",)),
    ]


def test_deadlines_are_those_that_are_over_or_near_the_earliest_first(desk: Desk) -> None:
    live_a_morning(desk)
    arrive(desk, "còn lâu", TODAY + timedelta(days=30))
    deadlines = found(desk_of(desk), SectionKind.DEADLINES)

    assert [(row.subject, row.deadline and row.deadline.due_on) for row in deadlines.rows] == [
        ("Báo cáo dư luận xã hội", date(2024, 12, 22)),
        ("Đại hội chi bộ", date(2024, 12, 24)),
        ("Rà soát văn bản", date(2024, 12, 25)),
        ("Góp ý dự thảo nghị quyết", date(2024, 12, 27)),
    ]
    assert [row.people for row in deadlines.rows][:2] == [("Trịnh Bảo Ngọc",), ("Lương Gia Bách",)]
    assert (deadlines.total, desk_of(desk).late) == (4, 1)


def test_what_is_soon_is_counted_in_workdays(desk: Desk) -> None:
    with seated(desk, "Hạnh"):
        numbers.put_holiday(desk, Holiday(date(2024, 12, 25), "Nghỉ bù"))
    arrive(desk, "thứ hai tới", date(2024, 12, 30))

    assert subjects(desk, "Hạnh", SectionKind.DEADLINES) == ["thứ hai tới"]


def test_the_head_sees_who_has_how_many_late(desk: Desk) -> None:
    for subject, lead in (("một", "Ngọc"), ("hai", "Ngọc"), ("ba", "Bách")):
        given(desk, arrive(desk, subject, TODAY - timedelta(days=1)), lead, "Xử lý.")
    arrive(desk, "không ai", TODAY - timedelta(days=5))
    late = rows(desk, "Khôi", SectionKind.LATE_PEOPLE)

    assert [(row.person, row.count, row.deadline and row.deadline.due_on) for row in late] == [
        ("Trịnh Bảo Ngọc", 2, date(2024, 12, 23)),
        ("", 1, date(2024, 12, 19)),
        ("Lương Gia Bách", 1, date(2024, 12, 23)),
    ]
    assert contents_for(desk, "Khôi").late == 4


# --- the registers ----------------------------------------------------------------------------------------------------


def test_held_numbers_say_for_whom_and_whose_hour_is_over(desk: Desk, clock: TickingClock) -> None:
    outgoing.hold(desk, first_body(desk), "KH", "Đ/c Khôi", "chờ bản ký")
    (row,) = rows(desk, "Hạnh", SectionKind.HELD)
    assert (row.reference, row.person, row.topic) == ("01-KH/BTGHU", "Đ/c Khôi", None)

    clock.moment += timedelta(days=2)
    (row,) = rows(desk, "Hạnh", SectionKind.HELD)
    assert row.topic is Topic.HOLD_OVER
    assert [one.topic for one in rows(desk, "Khôi", SectionKind.ODDITIES)] == [Topic.HOLD_OVER]


def test_what_was_unusual_is_told_in_its_week_and_no_longer(desk: Desk, clock: TickingClock) -> None:
    live_a_morning(desk)
    odd = rows(desk, "Khôi", SectionKind.ODDITIES)
    assert [(row.reference, row.topic, row.quote) for row in odd] == [
        ("01-CV/BTGHU", Topic.VOIDED, "in sai"),
        ("02-CV/BTGHU", Topic.DATED_BACK, "ký hôm qua"),
    ]

    clock.moment += timedelta(days=7)
    assert [row.topic for row in rows(desk, "Khôi", SectionKind.ODDITIES)] == [Topic.HOLD_OVER]


def test_issued_papers_wait_until_each_recipient_was_sent_his(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    (row,) = rows(desk, "Hạnh", SectionKind.UNSENT)
    assert (row.record, row.count) == (one.line.id, 1)

    deliveries = outgoing.detail(desk, one.line.id).deliveries
    outgoing.deliver(desk, one.line.id, [replace(delivery, sent_on=TODAY) for delivery in deliveries])
    assert rows(desk, "Hạnh", SectionKind.UNSENT) == ()


def test_a_file_tells_of_its_backup_and_a_server_does_not(desk: Desk, clock: TickingClock) -> None:
    told = [row.topic for row in rows(desk, "Hạnh", SectionKind.KEEPING)]
    is_file = desk.store.is_file
    assert told == ([Topic.NO_BACKUP] if is_file else []) + [Topic.PAGES]

    if is_file:
        desk.store.back_up()
        clock.moment = desk.store.backed_up_at() or clock.moment
        assert [row.topic for row in rows(desk, "Hạnh", SectionKind.KEEPING)] == [Topic.BACKUP, Topic.PAGES]


# --- setting up -------------------------------------------------------------------------------------------------------


def test_the_checklist_is_what_is_not_set_up(desk: Desk) -> None:
    told = [(row.topic, row.count) for row in rows(desk, "Ngọc", SectionKind.SET_UP)]
    backup = [(Topic.NO_BACKUP, 0)] if desk.store.is_file else []
    assert told == [*backup, (Topic.HOLIDAYS, 2024), (Topic.RETENTION, 0)]


def test_an_office_without_term_and_people_is_told_of_all(desk: Desk, clock: TickingClock) -> None:
    clock.moment = clock.moment.replace(year=2031)
    with desk.store.writing() as work:
        for officer in work.organisation.officers():
            work.organisation.put_officer(replace(officer, roles=officer.roles - {Role.CLERK, Role.HEAD}))
        for body in work.organisation.bodies():
            work.organisation.put_body(replace(body, signatories=(), terms=()))
        work.tell(None, "change", "office", None)
    told = [row.topic for row in rows(desk, "Ngọc", SectionKind.SET_UP)]

    assert told[:4] == [Topic.TERM, Topic.SIGNATORIES, Topic.CLERK, Topic.HEAD]


def test_an_administrator_alone_has_the_checklist_alone(desk: Desk) -> None:
    live_a_morning(desk)
    desk.seat.officer = an_officer(desk, Role.ADMINISTRATOR).id

    assert [one.kind for one in desk_of(desk).sections] == [SectionKind.SET_UP]


# --- how it is read ---------------------------------------------------------------------------------------------------

_GROWING = frozenset({"dispatch", "incoming", "outgoing", "delivery", "dispatch_version", "findable", "history"})
"""The tables that have a row for every document of the office; what is open has one of its own."""


def test_no_section_scans_a_table_that_grows_with_the_office(file_desk: Desk) -> None:
    found_sample(file_desk)
    officer = an_officer(file_desk, *Role)
    live_a_morning(file_desk)
    put_before(file_desk, arrive(file_desk, "trình"), "Khôi")
    file_desk.seat.officer = officer.id
    asked: list[tuple[str, object]] = []
    engine = file_desk.store.database.engine

    def note(*given: object) -> None:
        asked.append((str(given[2]), given[3]))

    event.listen(engine, "before_cursor_execute", note)
    desk_of(file_desk)
    event.remove(engine, "before_cursor_execute", note)
    with file_desk.store.database.reading() as connection:
        steps = [
            (str(row[-1]), statement)
            for statement, parameters in asked
            if statement.lstrip().startswith("SELECT")
            for row in connection.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]

    scans = [(step, statement) for step, statement in steps if step.startswith("SCAN")]
    assert [one for one in scans if one[0].split()[1] in _GROWING] == []
