"""What went out in the three years: numbers of the term and of the year, each with its line and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final, NamedTuple
from uuid import UUID

from bench.invented import SENDERS, a_name, a_subject
from bench.years.arrivals import Reply
from bench.years.calendar import LAST_DAY, NOW, WORKDAYS, YEARS, Chance, workdays_before, workdays_of
from bench.years.people import Staff
from vpdesk.domain.body import Paragraph, Run
from vpdesk.domain.dates import local_day
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import Draft
from vpdesk.domain.organisation import Officer, Signatory, begin_draft
from vpdesk.domain.outgoing import Delivery, LineState, Method, RegisterLine
from vpdesk.domain.pack import RulePack
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.series import Numbering, Series, reference, span_on
from vpdesk.domain.workdays import end_of_next_workday
from vpdesk.domain.workflow import Progress, Status

_TYPES: Final = {"CV": 48, "BC": 16, "KH": 11, "TB": 9, "GM": 8, "QĐ": 4, "HD": 3, "TTr": 1}
_REPLIES: Final = {"CV": 75, "BC": 25}
_OPENING: Final = {"CV": 614, "BC": 187, "KH": 92, "TB": 121, "QĐ": 58, "HD": 22, "TTr": 19}
"""The number that each row of the term had come to on paper before the first of the three years."""
_OPENED: Final = "Các số trước đã ghi trong sổ giấy"
_FILE_COPY: Final = "Lưu VT"
_FROM_OUTSIDE: Final = "Văn bản soạn trên máy khác, lấy số tại văn thư"
_VOID: Final = ("Sai thể thức, đã thay bằng văn bản khác", "Không ban hành theo ý kiến lãnh đạo", "Trùng nội dung")
_DATED_BACK: Final = ("Văn bản ký hôm trước, lấy số sau", "Ghi theo ngày họp")
_HELD: Final = "Chờ ký"


class Kind(NamedTuple):
    """How often a number comes to an end."""

    state: LineState
    share: float


_OTHER_ENDS: Final = (Kind(LineState.EXTERNAL, 0.05), Kind(LineState.WITHHELD, 0.003), Kind(LineState.VOID, 0.008))


@dataclass(frozen=True, slots=True)
class Plan:
    """A number that will be taken: when, of which type, as a reply to what."""

    at: datetime
    code: str
    reply: Reply | None = None
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A line of the register with its dispatch, where it was made here, and how it was sent."""

    line: RegisterLine
    group: str
    draft: Draft | None = None
    deliveries: tuple[Delivery, ...] = ()
    reply: Reply | None = None


class Outgoing:
    """Invents the lines of the outgoing register."""

    def __init__(self, chance: Chance, staff: Staff, pack: RulePack, a_year: int) -> None:
        self._chance, self._staff, self._pack, self._a_year = chance, staff, pack, a_year
        self._rulebook, self._numbering = Rulebook(pack), Numbering()
        self._rows = dict[tuple[str, date | None], Series]()
        self._newest = dict[UUID, date]()
        self._begun = cache(self._begin)

    @property
    def series(self) -> tuple[Series, ...]:
        """The rows of numbers as far as they have come."""
        return tuple(self._rows.values())

    def made(self, replies: Iterable[Reply]) -> Iterator[Sent]:
        """Every line in the order in which the numbers were taken."""
        yield from map(self._taken, self._plan(list(replies)))

    def _plan(self, replies: Sequence[Reply]) -> list[Plan]:
        chance = self._chance
        plans = [Plan(one.at, self._one_of(_REPLIES), one) for one in replies]
        answers = Counter(one.at.year for one in replies)
        for year in YEARS:
            days = workdays_of(year)
            count = max(0, self._a_year * len(days) // len(workdays_of(YEARS[0])) - answers[year])
            moments = [chance.moment(days[number * len(days) // count]) for number in range(count)]
            plans += [Plan(one, self._one_of(_TYPES)) for one in moments]
        held = (chance.moment(workdays_before(LAST_DAY, days)) for days in (1, 1, 3))
        plans += [Plan(at, code, is_held=True) for at, code in zip(held, ("CV", "KH", "CV"), strict=True)]
        return sorted(plans, key=lambda plan: plan.at)

    def _one_of(self, weights: dict[str, int]) -> str:
        return self._chance.choices(list(weights), list(weights.values()))[0]

    # --- numbers ----------------------------------------------------------------------------------------------------

    def _begun_line(self, at: datetime, code: str, state: LineState) -> tuple[RegisterLine, str]:
        """The line of the next number of a type, and the group of its row."""
        known = self._rulebook.document_type(code)
        group = self._numbering.group_of(self._staff.body.id, code, known.group if known else code)
        row = self._row(group, local_day(at))
        taken = replace(row, last=row.next)
        self._rows[group, row.days.first] = taken
        return RegisterLine(
            id=self._chance.new_id(at),
            series=row.id,
            number=taken.last,
            reference=reference(taken.last, "", self._rulebook.symbol(code, "BTGHU")),
            state=state,
            entered_at=at,
            entered_by=self._chance.choice(self._staff.clerks).id,
            document_type=code,
            version=1,
        ), group

    def _row(self, group: str, day: date) -> Series:
        span = span_on(self._staff.body, day, by_year=group in self._numbering.yearly)
        if (there := self._rows.get((group, span.days.first))) is not None:
            return there
        opening = _OPENING.get(group, 1) if span.term else 1
        return Series(
            id=self._chance.new_id(NOW),
            body=self._staff.body.id,
            group=group,
            days=span.days,
            term=span.term.id if span.term else None,
            opening_number=opening,
            opening_reason=_OPENED if opening > 1 else None,
            last=opening - 1,
        )

    # --- papers -----------------------------------------------------------------------------------------------------

    def _taken(self, plan: Plan) -> Sent:
        line, group = self._begun_line(plan.at, plan.code, LineState.ISSUED)
        if plan.is_held:
            return self._held(line, group)
        if plan.reply is not None:
            return self._issued(plan, line, group)
        for state, share in _OTHER_ENDS:
            if self._chance.happens(share):
                return self._ended_otherwise(plan, replace(line, state=state), group)
        return self._issued(plan, line, group)

    def _held(self, line: RegisterLine, group: str) -> Sent:
        """A number that is kept for somebody, the hour of some is over."""
        until = end_of_next_workday(line.entered_at, WORKDAYS)
        person = self._chance.choice(self._staff.drafters).name
        return Sent(replace(line, state=LineState.HELD, held_for=person, held_until=until, reason=_HELD), group)

    def _ended_otherwise(self, plan: Plan, line: RegisterLine, group: str) -> Sent:
        chance = self._chance
        if line.state is LineState.WITHHELD:
            return Sent(line, group)
        if line.state is LineState.EXTERNAL:
            known = self._described(line, plan)
            return Sent(replace(known, signer=a_name(chance), reason=_FROM_OUTSIDE), group)
        sent = self._issued(plan, replace(line, state=LineState.ISSUED), group)
        at = min(chance.later(plan.at, chance.randrange(3)), NOW)
        ended = replace(
            sent.line,
            state=LineState.VOID,
            reason=chance.choice(_VOID),
            ended_at=at,
            ended_by=line.entered_by,
            version=2,
        )
        assert sent.draft is not None  # noqa: S101 -- what is issued has one
        return replace(sent, line=ended, draft=replace(sent.draft, progress=Progress(Status.VOID, 1), version=5))

    def _described(self, line: RegisterLine, plan: Plan) -> RegisterLine:
        """A line with what its paper says, dated back now and then."""
        chance, day = self._chance, local_day(plan.at)
        newest, reason = self._newest.get(line.series), None
        if chance.happens(0.008) and newest == day and plan.reply is None:
            day, reason = workdays_before(day, chance.randrange(1, 4)), chance.choice(_DATED_BACK)
        self._newest[line.series] = day
        reply = plan.reply
        recipients = (reply.sender,) if reply else tuple(chance.sample(SENDERS, chance.randrange(1, 5)))
        return replace(
            line,
            document_date=day,
            date_reason=reason,
            subject=f"trả lời về việc {reply.subject}" if reply else a_subject(chance),
            recipients=recipients,
            file_copy_holder=_FILE_COPY,
            copies=len(recipients) + 2,
        )

    def _issued(self, plan: Plan, line: RegisterLine, group: str) -> Sent:
        chance = self._chance
        signatory = chance.choices(self._staff.body.signatories, (60, 25, 15))[0]
        drafter = plan.reply.drafter if plan.reply else chance.choice(self._staff.drafters)
        known = self._described(replace(line, signer=signatory.person), plan)
        draft = self._draft(known, drafter, signatory)
        held = self._was_held(known) if chance.happens(0.01) and plan.reply is None else known
        return Sent(replace(held, dispatch=draft.id), group, draft, tuple(self._deliveries(known)), plan.reply)

    def _was_held(self, line: RegisterLine) -> RegisterLine:
        """A line whose number was kept for an hour before it was issued."""
        at = line.entered_at
        return replace(
            line,
            entered_at=at - timedelta(minutes=self._chance.randrange(1, 30)),
            held_for=line.signer,
            held_until=end_of_next_workday(at, WORKDAYS),
            reason=_HELD,
            ended_at=at,
            ended_by=line.entered_by,
            version=2,
        )

    def _draft(self, line: RegisterLine, drafter: Officer, signatory: Signatory) -> Draft:
        begun = self._begun(line.document_type, signatory)
        submitted = line.entered_at - timedelta(hours=self._chance.randrange(1, 72))
        body = self._staff.body
        return Draft(
            id=self._chance.new_id(submitted - timedelta(days=1)),
            body=body.id,
            body_version=body.versions[0].id,
            rules=self._pack.name,
            dispatch=replace(
                begun,
                number=line.number,
                date=line.document_date,
                subject_summary=line.subject,
                addressees=line.recipients,
                body=(Paragraph((Run(f"Ban Tuyên giáo Huyện ủy {line.subject}."),)),),
                distribution=("Như trên", _FILE_COPY),
            ),
            owner=drafter.id,
            created_at=submitted - timedelta(days=1),
            updated_at=line.entered_at,
            progress=Progress(Status.ISSUED, 1),
            version=4,
            submitted_at=submitted,
        )

    def _begin(self, code: str, signatory: Signatory) -> Dispatch:
        return begin_draft(self._staff.body, code, LAST_DAY, self._rulebook, signatory)

    def _deliveries(self, line: RegisterLine) -> Iterator[Delivery]:
        chance, issued = self._chance, line.entered_at
        for place, recipient in enumerate(line.recipients):
            method = chance.choices((Method.BY_HAND, Method.POST, Method.ELECTRONIC), (50, 15, 35))[0]
            sent = chance.later(issued, chance.choice((0, 0, 0, 1)))
            one = Delivery(chance.new_id(issued), line.id, place, recipient, method=method)
            if sent >= NOW or chance.happens(0.002):
                yield one
                continue
            got = method is Method.BY_HAND and chance.happens(0.97)
            yield replace(
                one,
                sent_on=local_day(sent),
                covers=1 if method is Method.POST else None,
                received_by=a_name(chance) if got else None,
                received_on=local_day(sent) if got else None,
            )
        yield Delivery(chance.new_id(issued), line.id, len(line.recipients), _FILE_COPY, copies=2, method=Method.FILE)
