"""An office made by chance for the tests of reports: everything that can befall an arrival, a number, a delivery."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from support.books import SYLLABLES, a_line, a_series, keep_lines
from support.builders import a_dispatch
from support.register_life import SOME_DIGEST
from support.seats import sit
from vpdesk.db.store import UnitOfWork
from vpdesk.domain.attachments import Attachment, FileRole
from vpdesk.domain.case_files import CaseFile, CasePaper, CaseState, PaperKind
from vpdesk.domain.handling import Assignee, AssigneeRole, Extension, Handling, HandlingState
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalBook, ArrivalState, ArrivalYear, IncomingDocument
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import Delivery, LineState, Method, RegisterLine
from vpdesk.domain.series import Series
from vpdesk.domain.workdays import Holiday
from vpdesk.services import drafting, office
from vpdesk.services.desk import Desk

FIRST_DAY, DAYS = date(2024, 9, 30), 86
"""From a Monday in one quarter to Christmas Eve in the next."""
OLD_BOOKS = UUID(int=77)
SENDERS = ("Ban Tuyên giáo Tỉnh ủy", "Văn phòng Huyện ủy", "Đảng ủy xã Hòa Bình", "Huyện đoàn", "Hội Nông dân huyện")
TYPES = ("CV", "CV", "CV", "BC", "KH", "Tờ trình khẩn", None)


def a_reported_office(desk: Desk, seed: int, arrivals: int = 90, lines: int = 60) -> None:
    """Found the sample office in an empty store and let it have arrivals and numbers; the clerk sits at the desk."""
    office.found_sample(desk)
    chance = random.Random(seed)
    drafts = _drafts(desk)
    sit(desk, "Hạnh")
    with desk.store.writing() as work:
        officers = work.organisation.officers()
        work.calendar.put(Holiday(date(2024, 12, 20), "nghỉ bù"))
        work.calendar.put(Holiday(date(2024, 12, 21), "làm bù", is_worked=True))
        book = ArrivalBook(new_id(work.now), "Sổ thường")
        work.arrivals.put_book(book)
        work.arrivals.put_year(ArrivalYear(book.id, 2024, last=arrivals))
        for number in range(1, arrivals + 1):
            _arrive(work, chance, book, number, officers)
        work.tell(desk.seat.officer, "register", "incoming", book.id)
    for group in ("CV", "KH", "BC"):
        _issue(desk, chance, a_series(desk, group), lines // 3, drafts)


def _drafts(desk: Desk) -> list[UUID]:
    """A draft of each drafter, from which what went out is said to come."""
    drafts = []
    for name in ("Ngọc", "Bách"):
        sit(desk, name)
        with desk.store.reading() as work:
            body = work.organisation.bodies()[0].id
        drafts += [drafting.begin(desk, a_dispatch(number=None, date=None), body).draft.id for _ in range(2)]
    return drafts


def _day(chance: random.Random) -> date:
    return FIRST_DAY + timedelta(days=chance.randrange(DAYS))


def _arrive(
    work: UnitOfWork, chance: random.Random, book: ArrivalBook, number: int, officers: tuple[Officer, ...]
) -> None:
    day = _day(chance)
    names = [one.name for one in officers]
    handed_on = chance.choice([None, day, day + timedelta(days=1)])
    arrival = IncomingDocument(
        new_id(work.now),
        book.id,
        2024,
        number,
        work.now,
        officers[0].id,
        day,
        chance.choice(SENDERS),
        suffix=chance.choice(["", "", "", "", "a"]),
        state=chance.choice([ArrivalState.REGISTERED] * 9 + [ArrivalState.VOID]),
        reference=f"{number}-CV/HU",
        document_type=chance.choice(TYPES),
        subject=" ".join(chance.choices(SYLLABLES, k=6)),
        secrecy=chance.choice([None] * 9 + ["MẬT"]),
        receiver=chance.choice([None, "Các chi bộ", *names]),
        handed_on=handed_on,
        received_on=chance.choice([None, handed_on]),
        due_on=chance.choice([None, *(day + timedelta(days=days) for days in range(2, 30, 3))]),
        answer=chance.choice([None] * 8 + ["12-CV/BTGHU"]),
        imported_by=chance.choice([None] * 9 + [OLD_BOOKS]),
    )
    work.arrivals.put(arrival)
    state = chance.choice([None, None, *HandlingState])
    if state is not None:
        _work(work, chance, arrival, state, officers)


def _work(
    work: UnitOfWork,
    chance: random.Random,
    arrival: IncomingDocument,
    state: HandlingState,
    officers: tuple[Officer, ...],
) -> None:
    finished = arrival.arrived_on + timedelta(days=chance.randrange(30)) if state.is_finished else None
    work.handlings.put(Handling(arrival.id, state, finished_on=finished))
    for place in range(chance.choice([0, 1, 1, 2, 3])):
        officer = chance.choice([None, *officers])
        role = chance.choice([AssigneeRole.LEAD, AssigneeRole.LEAD, AssigneeRole.SUPPORT])
        name = officer.name if officer else "Tổ Tuyên truyền"
        ended = chance.choice([None, None, work.now])
        who = Assignee(
            new_id(work.now), arrival.id, place, role, name, work.now, officer.id if officer else None, ended_at=ended
        )
        work.handlings.put_assignees([who])
    for _ in range(chance.choice([0, 0, 1, 2])):
        day = arrival.due_on or arrival.arrived_on
        work.handlings.add_extension(
            Extension(new_id(work.now), arrival.id, None, day, "Trần Minh Khôi", "bận", work.now, officers[0].id)
        )


def _issue(desk: Desk, chance: random.Random, series: Series, count: int, drafts: list[UUID]) -> None:
    made = keep_lines(desk, series, [_line(desk, chance, series, number, drafts) for number in range(1, count + 1)])
    with desk.store.writing() as work:
        file = CaseFile(new_id(work.now), 2024, 1, f"01.{series.group}", "Tuyên truyền", state=CaseState.OPEN)
        work.case_files.put(file)
        for line in made:
            _keep_with(work, chance, line, file)
        work.tell(desk.seat.officer, "keep", "outgoing", series.id)


def _line(desk: Desk, chance: random.Random, series: Series, number: int, drafts: list[UUID]) -> RegisterLine:
    state = chance.choice([LineState.ISSUED] * 6 + list(LineState))
    day = _day(chance)
    undated = state in (LineState.HELD, LineState.WITHHELD)
    suffix = chance.choice(["", "", "", "", "b"])
    return replace(
        a_line(desk, series, number),
        suffix=suffix,
        reference=f"{number:02d}{suffix}-{series.group}/BTGHU",
        state=state,
        entered_at=datetime.combine(day, time(chance.randrange(24)), UTC),
        document_date=None if undated else day,
        document_type=chance.choice([series.group, series.group, "TB"]),
        signer=None if undated else chance.choice(["Trần Minh Khôi", "Đỗ Khánh Linh", None]),
        reason=chance.choice([None, "sai thể thức"]),
        date_reason=chance.choice([None] * 6 + ["ký trước"]),
        held_for=chance.choice([None, "Lương Gia Bách"]),
        dispatch=chance.choice([None, *drafts]) if state is LineState.ISSUED else None,
        pdf=chance.choice([None, SOME_DIGEST]),
        imported_by=chance.choice([None] * 5 + [OLD_BOOKS]),
    )


def _keep_with(work: UnitOfWork, chance: random.Random, line: RegisterLine, file: CaseFile) -> None:
    """How a line was sent, the file of it, and the case file it lies in."""
    for place in range(chance.choice([0, 1, 2])):
        sent = chance.choice([None, *(FIRST_DAY + timedelta(days=days) for days in range(0, DAYS, 9))])
        received = chance.choice([None, None, sent])
        work.numbers.put_deliveries(
            [
                Delivery(
                    new_id(work.now),
                    line.id,
                    place,
                    chance.choice(SENDERS),
                    method=chance.choice(list(Method)),
                    sent_on=sent,
                    received_by=chance.choice([None, None, "Ng. Hà"]),
                    received_on=received,
                )
            ]
        )
    removed = chance.choice([None, work.now])
    if chance.random() < 0.4:
        work.attachments.put(
            Attachment(
                new_id(work.now),
                line.id,
                0,
                FileRole.SCAN,
                "quét.pdf",
                "application/pdf",
                9,
                SOME_DIGEST,
                work.now,
                line.entered_by,
                removed_at=removed,
            )
        )
    if chance.random() < 0.5:
        record = line.dispatch if line.dispatch and chance.random() < 0.3 else line.id
        paper = CasePaper(
            new_id(work.now),
            file.id,
            0,
            PaperKind.OUTGOING,
            work.now,
            line.entered_by,
            record=record,
            removed_at=removed,
        )
        work.case_files.put_papers([paper])
