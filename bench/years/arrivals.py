"""What arrived in the three years, and how each was worked: as far as it had come when the office was looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from bench.invented import SENDERS, SYMBOLS, a_subject
from bench.years.calendar import NOW, WORKDAYS, YEARS, Chance, workdays_before, workdays_of
from bench.years.people import UNITS, Staff
from vpdesk.domain.arriving import FIRST_BOOK
from vpdesk.domain.catalog import Secrecy, Urgency
from vpdesk.domain.dates import local_day
from vpdesk.domain.handling import (
    Assignee,
    AssigneeRole,
    Extension,
    Handling,
    HandlingState,
    OpenArrival,
    OpenState,
)
from vpdesk.domain.incoming import ArrivalState, ArrivalYear, IncomingDocument
from vpdesk.domain.organisation import Officer

_TYPES: Final = {"CV": 40, "BC": 20, "KH": 14, "TB": 10, "GM": 8, "QĐ": 4, "HD": 3, "TTr": 1}
_ENDS: Final = {
    HandlingState.ANSWERED: 27,
    HandlingState.DONE: 65,
    HandlingState.PASSED_ON: 6,
    HandlingState.SENT_BACK: 2,
}
_TERMS: Final = (3, 5, 5, 7, 10, 10, 15, 20)
_DIRECTIVES: Final = (
    "Chuyển đồng chí {lead} chủ trì, tham mưu thực hiện.",
    "Giao {lead} nghiên cứu, báo cáo đề xuất.",
    "{lead} tham mưu văn bản trả lời.",
    "{lead} theo dõi, tổng hợp chung.",
)
_OUTCOMES: Final = {
    HandlingState.DONE: (
        "Đã nghiên cứu, lưu theo dõi",
        "Đã triển khai đến chi bộ",
        "Đã dự họp theo giấy mời",
        "Đã tổng hợp vào báo cáo tháng",
    ),
    HandlingState.PASSED_ON: ("Chuyển Văn phòng Huyện ủy theo thẩm quyền", "Chuyển Ủy ban nhân dân huyện giải quyết"),
    HandlingState.SENT_BACK: ("Trả lại nơi gửi: không đúng nơi nhận", "Trả lại nơi gửi: thiếu phụ lục"),
}
_NOT_OF_SECRETS: Final = ("document_type", "subject", "urgency", "pages")
_JOINT: Final = "; "
"""What stands between the names of those who have it."""
_VOIDED: Final = "Vào sổ trùng"
_MORE_TIME: Final = (
    "Chờ ý kiến của các đơn vị",
    "Chờ số liệu của cơ sở",
    "Nội dung phức tạp, cần khảo sát thêm",
)


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply that an arrival asked for: issued at a moment, by a drafter."""

    at: datetime
    drafter: Officer
    sender: str
    subject: str


@dataclass(frozen=True, slots=True)
class Worked:
    """An arrival and what became of it."""

    arrival: IncomingDocument
    handling: Handling | None = None
    assignees: tuple[Assignee, ...] = ()
    extensions: tuple[Extension, ...] = ()
    reply: Reply | None = None

    @property
    def open(self) -> OpenArrival | None:
        """Where it waits; None where it does not."""
        line, handling = self.arrival, self.handling
        if line.state is ArrivalState.VOID or line.answer is not None or (handling and handling.state.is_finished):
            return None
        if line.secrecy is not None and line.handed_on is not None:
            return None
        state = OpenState.HANDED_ON if line.handed_on else OpenState.NEW
        return OpenArrival(line.id, OpenState(handling.state.value) if handling else state, line.due_on, line.receiver)


@dataclass(slots=True)
class _Case:
    """An arrival that is being worked: each step happens where its moment has come."""

    arrival: IncomingDocument
    at: datetime
    handling: Handling | None = None
    assignees: list[Assignee] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)
    reply: Reply | None = None

    def has_come(self, moment: datetime) -> bool:
        """Whether the next step was taken; it is the last one then."""
        if moment >= NOW:
            return False
        self.at = moment
        return True

    def put(self, **changes: object) -> None:
        """Change how it is worked."""
        there = self.handling or Handling(self.arrival.id, HandlingState.SUBMITTED)
        self.handling = replace(there, version=there.version + 1, **changes)  # type: ignore[arg-type] # by their names

    def note(self, **changes: object) -> None:
        """Change its line."""
        self.arrival = replace(self.arrival, version=self.arrival.version + 1, **changes)  # type: ignore[arg-type] # as above

    def worked(self) -> Worked:
        """What became of it."""
        return Worked(self.arrival, self.handling, tuple(self.assignees), tuple(self.extensions), self.reply)


class Arrivals:
    """Invents the arrivals, and the work on them."""

    def __init__(self, chance: Chance, staff: Staff, a_year: int) -> None:
        self._chance, self._staff, self._a_year = chance, staff, a_year

    def made(self) -> Iterator[Worked]:
        """Every arrival in the order of its number, as far as it has come."""
        for year in YEARS:
            for number, moment in enumerate(self._moments(year), 1):
                yield self._work(self._entered(moment, number))

    def years(self) -> Iterator[ArrivalYear]:
        """How far the numbers of the book have come."""
        yield from (ArrivalYear(FIRST_BOOK.id, year, last=self._count(year)) for year in YEARS)

    def _count(self, year: int) -> int:
        return self._a_year * len(workdays_of(year)) // len(workdays_of(YEARS[0]))

    def _moments(self, year: int) -> list[datetime]:
        days, count = workdays_of(year), self._count(year)
        return sorted(self._chance.moment(days[number * len(days) // count]) for number in range(count))

    def _entered(self, moment: datetime, number: int) -> IncomingDocument:
        chance, day = self._chance, local_day(moment)
        arrived = workdays_before(day, 1) if chance.happens(0.05) else day
        code = chance.choices(list(_TYPES), list(_TYPES.values()))[0]
        return IncomingDocument(
            id=chance.new_id(moment),
            book=FIRST_BOOK.id,
            year=day.year,
            arrival_number=number,
            entered_at=moment,
            entered_by=self._clerk().id,
            arrived_on=arrived,
            sender=chance.choice(SENDERS),
            reference=f"{chance.randrange(1, 4000)}-{code}/{chance.choice(SYMBOLS)}",
            document_type=code,
            document_date=arrived - timedelta(chance.randrange(8)),
            subject=a_subject(chance),
            urgency=chance.choice((Urgency.URGENT, Urgency.VERY_URGENT)).value if chance.happens(0.03) else None,
            pages=chance.randrange(1, 20),
            copies=1,
            version=1,
        )

    def _work(self, arrival: IncomingDocument) -> Worked:
        case, chance = _Case(arrival, arrival.entered_at), self._chance
        if chance.happens(0.007):
            case.note(state=ArrivalState.VOID, reason=_VOIDED)
        elif chance.happens(0.004):
            case.note(secrecy=Secrecy.CONFIDENTIAL.value, **dict.fromkeys(_NOT_OF_SECRETS))
            self._hand_over(case)
        elif chance.happens(0.12):
            self._hand_on(case)
        else:
            self._ask_the_head(case)
        return case.worked()

    # --- without the head -------------------------------------------------------------------------------------------

    def _hand_on(self, case: _Case) -> None:
        """Given to its receiver at once; he ends it, or is answered in the old way, by a number that is typed."""
        chance, receiver = self._chance, self._hand_over(case)
        if receiver is None or chance.happens(0.02):
            return
        if not case.has_come(chance.later(case.at, chance.randrange(1, 11))):
            return
        case.note(received_by=receiver.name, received_on=case.arrival.handed_on)
        if chance.happens(0.1):
            case.note(answer=f"{chance.randrange(1, 900):02d}-BC/BTGHU")
        else:
            self._finish(case, HandlingState.DONE, receiver)

    def _hand_over(self, case: _Case) -> Officer | None:
        """The officer whom it was given to, where that has come."""
        chance, receiver = self._chance, self._drafter()
        if not case.has_come(chance.later(case.at, chance.randrange(2))):
            return None
        case.note(receiver=receiver.name, handed_on=local_day(case.at))
        return receiver

    # --- by the head's directive ------------------------------------------------------------------------------------

    def _ask_the_head(self, case: _Case) -> None:
        chance, clerk = self._chance, self._clerk()
        end = chance.choices(list(_ENDS), list(_ENDS.values()))[0]
        if chance.happens(0.15):
            case.note(due_on=self._due(local_day(case.at)))
        if self._is_forgotten() or not case.has_come(chance.later(case.at, chance.randrange(2))):
            return
        head = self._staff.head if chance.happens(0.8) else chance.choice(self._staff.deputies)
        case.put(
            state=HandlingState.SUBMITTED,
            submitted_at=case.at,
            submitted_by=clerk.id,
            submitted_to=head.id,
            first_due_on=case.arrival.due_on,
        )
        if self._is_forgotten() or not case.has_come(chance.later(case.at, chance.choice((0, 0, 1, 1, 2)))):
            return
        if end in {HandlingState.PASSED_ON, HandlingState.SENT_BACK}:
            self._finish(case, end, clerk)
        else:
            self._direct(case, head, clerk)
            self._handle(case, end)

    def _direct(self, case: _Case, head: Officer, clerk: Officer) -> None:
        """The directive: a lead, often others, often a day."""
        chance = self._chance
        lead = self._drafter() if chance.happens(0.9) else None
        name = lead.name if lead else chance.choice(UNITS)
        if case.arrival.due_on is None and chance.happens(0.7):
            case.note(due_on=self._due(local_day(case.at)))
        case.put(
            state=HandlingState.ASSIGNED,
            directive=chance.choice(_DIRECTIVES).format(lead=name),
            directed_at=case.at,
            directed_by=head.id,
            set_down_by=clerk.id if chance.happens(0.6) else None,
            first_due_on=case.arrival.due_on,
        )
        if chance.happens(0.02):
            self._left_out(case)
        case.assignees.append(self._assignee(case, AssigneeRole.LEAD, name, lead))
        others = [one for one in self._staff.drafters if one is not lead]
        for one in chance.sample(others, chance.choices((0, 1, 2), (60, 25, 15))[0]):
            case.assignees.append(self._assignee(case, AssigneeRole.SUPPORT, one.name, one))
        names = [one.name for one in case.assignees if one.ended_at is None]
        handed_on = local_day(case.at) if chance.happens(0.6) else None
        case.note(receiver=_JOINT.join(names), handed_on=handed_on)

    def _left_out(self, case: _Case) -> None:
        """Somebody who was the lead for an hour, until the head thought better of it."""
        before, ended = max(case.at - timedelta(hours=1), case.arrival.entered_at), case.at
        former = self._drafter()
        given = self._assignee(case, AssigneeRole.LEAD, former.name, former)
        case.assignees.append(replace(given, assigned_at=before, ended_at=ended))

    def _assignee(self, case: _Case, role: AssigneeRole, name: str, officer: Officer | None) -> Assignee:
        return Assignee(
            id=self._chance.new_id(case.at),
            arrival=case.arrival.id,
            place=len(case.assignees),
            role=role,
            name=name,
            assigned_at=case.at,
            officer=officer.id if officer else None,
        )

    def _handle(self, case: _Case, end: HandlingState) -> None:
        """Acknowledged, extended where it takes longer, and ended: most by its day, some late."""
        chance = self._chance
        if self._is_forgotten() or not case.has_come(chance.later(case.at, chance.choice((0, 0, 0, 1, 1, 2)))):
            return
        self._acknowledge(case)
        if self._is_forgotten():
            return
        finished = self._end_of_work(case)
        if case.arrival.due_on is not None and local_day(finished) > case.arrival.due_on and chance.happens(0.45):
            finished = self._extend(case, finished)
        if not case.has_come(finished):
            return
        lead = self._leader(case)
        if end is HandlingState.ANSWERED:
            case.reply = Reply(case.at, lead, case.arrival.sender, case.arrival.subject or "")
        self._finish(case, end, lead)

    def _acknowledge(self, case: _Case) -> None:
        case.put(state=HandlingState.UNDER_WAY)
        clerk, chance = self._clerk(), self._chance
        case.assignees = [
            replace(one, acknowledged_at=case.at, acknowledged_by=one.officer or clerk.id)
            if one.ended_at is None and (one.role is AssigneeRole.LEAD or chance.happens(0.85))
            else one
            for one in case.assignees
        ]
        day = local_day(case.at)
        case.note(handed_on=case.arrival.handed_on or day, received_by=self._lead(case).name, received_on=day)

    def _end_of_work(self, case: _Case) -> datetime:
        chance, due = self._chance, case.arrival.due_on
        if due is None:
            return chance.later(case.at, chance.randrange(1, 16))
        if chance.happens(0.18):
            return chance.later(chance.moment(due), chance.randrange(1, 13))
        days = 0
        while WORKDAYS.later(local_day(case.at), days + 1) <= due:
            days += 1
        return chance.later(case.at, chance.randint(min(1, days), days))

    def _extend(self, case: _Case, finished: datetime) -> datetime:
        """Move the deadline, once or twice, where it was asked for before its day; when the work ends now."""
        chance, before = self._chance, case.arrival.due_on
        assert before is not None  # noqa: S101 -- only what has a deadline is extended
        made = chance.moment(max(workdays_before(before, 1), local_day(case.at)), since=case.at)
        if not case.has_come(made):
            return finished
        after = WORKDAYS.later(before, chance.randrange(3, 11))
        head = self._staff.head
        case.extensions.append(
            Extension(
                id=chance.new_id(made),
                arrival=case.arrival.id,
                due_before=before,
                due_after=after,
                agreed_by=head.name,
                reason=chance.choice(_MORE_TIME),
                made_at=made,
                officer=self._clerk().id,
            )
        )
        case.note(due_on=after)
        if local_day(finished) > after and len(case.extensions) == 1 and chance.happens(0.3):
            return self._extend(case, finished)
        return finished

    def _finish(self, case: _Case, end: HandlingState, officer: Officer) -> None:
        outcomes = _OUTCOMES.get(end)
        case.put(
            state=end,
            finished_at=case.at,
            finished_on=local_day(case.at),
            finished_by=officer.id,
            outcome=self._chance.choice(outcomes) if outcomes else None,
        )

    # --- whom and when ----------------------------------------------------------------------------------------------

    def _is_forgotten(self) -> bool:
        return self._chance.happens(0.002)

    def _due(self, day: date) -> date:
        return WORKDAYS.later(day, self._chance.choice(_TERMS))

    def _clerk(self) -> Officer:
        return self._chance.choice(self._staff.clerks)

    def _drafter(self) -> Officer:
        """A drafter; the first are asked more than the last."""
        drafters = self._staff.drafters
        return self._chance.choices(drafters, range(len(drafters) + 3, 3, -1))[0]

    def _leader(self, case: _Case) -> Officer:
        """The officer who leads; where a unit does, the first drafter writes for it."""
        officer = self._lead(case).officer
        return next((one for one in self._staff.drafters if one.id == officer), self._staff.drafters[0])

    def _lead(self, case: _Case) -> Assignee:
        return next(one for one in case.assignees if one.role is AssigneeRole.LEAD and one.ended_at is None)


def answered(one: Worked, reference: str, clerk: UUID) -> Worked:
    """An arrival with the number and symbol of its reply, which a clerk has issued."""
    handling = replace(one.handling, finished_by=clerk) if one.handling else None
    return replace(one, arrival=replace(one.arrival, answer=reference), handling=handling)
