"""Whatever is done with arrivals, in any order: what is open, and what is found of it, is what the records say."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from support.papers_out import first_body
from support.seats import officer_named, sit

from vpdesk.domain.arriving import SECRET_ARRIVALS, ArrivalEntry, entry_of
from vpdesk.domain.errors import DeskError
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry, HandlingState, OpenArrival, OpenState
from vpdesk.domain.incoming import ArrivalState, IncomingDocument
from vpdesk.domain.issuing import ExternalLetter
from vpdesk.domain.outgoing import LinkKind
from vpdesk.domain.register_account import Reach
from vpdesk.domain.search_query import Search
from vpdesk.services import answers, finding, handling, office, outgoing, receiving, work_in_hand
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store

TODAY = date(2024, 12, 24)
DUE = date(2024, 12, 31)
WHO = ("Hạnh", "Khôi", "Linh", "Ngọc", "Bách")
LETTER = ArrivalEntry(sender="Huyện ủy", reference="12-CV/HU", document_type="CV", subject="V/v Tết", due_on=DUE)
ENDS = (HandlingState.DONE, HandlingState.PASSED_ON)
ACTS = 100


class Life:
    """Arrivals, and anything that may be done with one of them by anybody."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.any = desk, random.Random(seed)
        body = first_body(desk)
        sit(desk, "Hạnh")
        letters = [ExternalLetter("CV", TODAY, "V/v trả lời")] * 3
        self.lines = outgoing.register_external(desk, body, letters, "Làm trên giấy")
        self.arrivals = [receiving.register(desk, LETTER).id for _ in range(6)]
        self.acts: tuple[Callable[[UUID], object], ...] = (
            lambda at: handling.submit(desk, [at], self._officer("Khôi", "Linh")),
            lambda at: handling.take_back(desk, [at]),
            lambda at: handling.direct(desk, at, self._directive()),
            lambda at: handling.direct(desk, at, replace(self._directive(), directed_by=self._officer("Khôi"))),
            lambda at: handling.acknowledge(desk, [at]),
            lambda at: handling.extend(desk, at, date(2025, 1, self.any.randint(1, 31)), "Đ/c Khôi", "Chờ"),
            lambda at: handling.finish(
                desk, [at], self.any.choice([HandlingState.DONE, HandlingState.PASSED_ON]), TODAY, "B"
            ),
            lambda at: handling.finish_with(desk, at, self.any.choice(self.lines).id),
            lambda at: handling.reopen(desk, at, "Nhầm"),
            lambda at: receiving.hand_over(desk, [at], None, TODAY),
            lambda at: receiving.received(desk, [at], None, TODAY),
            lambda at: receiving.amend(desk, self._now(at), self._amended(at)),
            lambda at: self._rarely(lambda: receiving.void(desk, at, "Nhầm")),
            lambda at: self._rarely(self._void_line),
            lambda at: outgoing.link(desk, self.any.choice(self.lines).id, at, LinkKind.ANSWERS),
            self._unlink,
            lambda at: answers.begin_reply(desk, at),
        )

    def act(self) -> None:
        """Do something with one of them; what is refused is none."""
        sit(self.desk, self.any.choice((*WHO, "Hạnh", "Hạnh", "Hạnh")))
        with suppress(DeskError):
            self.any.choice(self.acts)(self.any.choice(self.arrivals))

    def _officer(self, *names: str) -> UUID:
        return officer_named(self.desk, self.any.choice(names)).id

    def _directive(self) -> DirectiveEntry:
        lead, support = (AssigneeEntry(officer=self._officer(*WHO)) for _ in range(2))
        return DirectiveEntry("Tham mưu", lead, (support, AssigneeEntry("Phòng Tổng hợp")), DUE)

    def _now(self, arrival: UUID) -> IncomingDocument:
        return receiving.detail(self.desk, arrival).arrival

    def _amended(self, arrival: UUID) -> ArrivalEntry:
        entry = entry_of(self._now(arrival))
        if self.any.random() < 0.05:
            return replace(entry, secrecy="MẬT")
        return replace(entry, due_on=self.any.choice([None, DUE, TODAY]), receiver=self.any.choice([None, "Ai đó"]))

    def _rarely(self, act: Callable[[], object]) -> None:
        if self.any.random() < 0.05:
            act()

    def _void_line(self) -> None:
        line = outgoing.detail(self.desk, self.any.choice(self.lines).id).line
        outgoing.void(self.desk, line.id, line.version, "In sai")

    def _unlink(self, arrival: UUID) -> None:
        for one in work_in_hand.work_of(self.desk, arrival).answers:
            if not one.is_draft:
                outgoing.unlink(self.desk, one.link)


def open_now(desk: Desk) -> set[OpenArrival]:
    """What is open by the table that is kept."""
    with desk.store.reading() as work:
        return set(work.handlings.open())


def open_by_the_records(desk: Desk) -> Iterator[OpenArrival]:
    """What is open, told plainly from each record."""
    with desk.store.reading() as work:
        for book in work.arrivals.books():
            for some in work.registers.arrivals(book.id, TODAY.year, Reach(1, 1_000)):
                for arrival in some:
                    worked = work.handlings.of(arrival.id)
                    is_over = arrival.answer or (worked and worked.state.is_finished)
                    if arrival.state is ArrivalState.VOID or is_over or (arrival.secrecy and arrival.handed_on):
                        continue
                    untouched = OpenState.HANDED_ON if arrival.handed_on else OpenState.NEW
                    state = OpenState(worked.state.value) if worked else untouched
                    yield OpenArrival(arrival.id, state, arrival.due_on, arrival.receiver)


def found_now(desk: Desk) -> set[tuple[object, ...]]:
    """What is found of documents."""
    sit(desk, "Hạnh")
    hits = finding.find(desk, Search("")).hits
    return {(one.record, one.state, one.due_on, one.reference, one.person) for one in hits}


@pytest.mark.parametrize("seed", range(3))
def test_what_is_open_is_what_the_records_say_whatever_was_done(store_desk: Desk, seed: int) -> None:
    office.found_sample(store_desk)
    office.set_office_setting(store_desk, SECRET_ARRIVALS, "12-QĐ/BTGHU")
    life = Life(store_desk, seed)
    for _ in range(ACTS):
        life.act()
        assert open_now(store_desk) == set(open_by_the_records(store_desk))

    kept, found = open_now(store_desk), found_now(store_desk)
    with store_desk.store.writing() as work:
        work.handlings.note_all_open()
    finding.rebuild(store_desk)
    assert (open_now(store_desk), found_now(store_desk)) == (kept, found)
    assert verify_store(store_desk).fault is None
