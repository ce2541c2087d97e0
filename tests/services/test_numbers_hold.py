"""Whatever is done with numbers, in whatever order: each row has every number once, and a line for each."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from support.builders import a_dispatch
from support.papers_out import signed_off, submitted
from support.postgres import Cluster
from support.seats import seated, sit
from support.stores import CHEAP, TickingClock

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.drafts import Draft
from vpdesk.domain.errors import (
    DateNeedsReason,
    EndsBeforeBeginning,
    LineEnded,
    NumbersTaken,
    NumberUnavailable,
    RowInUse,
    SeriesClosed,
    StillHeld,
    TermsOverlap,
    WrongStatus,
)
from vpdesk.domain.issuing import ExternalLetter, IssueOrder, account
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.domain.series import Numbering, Series
from vpdesk.paths import Places
from vpdesk.services import bodies, issuing, numbers, outgoing, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings

BEGINNING = datetime(2025, 8, 11, 1, 30, tzinfo=UTC)
"""Four days before the third body's second term, five months before rows of a year begin anew."""

HEAD = Signing(None, "TRƯỞNG BAN", "Đỗ Khánh Linh")
CODES = ("CV", "QĐ", "QyĐ", "GM")
"""A type with a row of its own, two that share one, and one whose row is a year's."""

REFUSALS = (
    DateNeedsReason,
    EndsBeforeBeginning,
    LineEnded,
    NumbersTaken,
    NumberUnavailable,
    RowInUse,
    SeriesClosed,
    StillHeld,
    TermsOverlap,
    WrongStatus,
)
"""What an act may say to what chance asks for; it has changed nothing then."""


class OfficeOfChance(NamedTuple):
    """A desk of an office with dispatches that are signed off, and some that are not."""

    desk: Desk
    clock: TickingClock
    body: UUID
    signed: tuple[Draft, ...]
    unsigned: tuple[UUID, ...]


T = TypeVar("T")
Opening = Callable[[], OfficeOfChance]


def open_office(folder: Path, database: str = "") -> OfficeOfChance:
    """Found the sample office and let it sign dispatches off."""
    clock = TickingClock(BEGINNING)
    desk = Desk(Places(folder), Settings(database=database), clock, "máy 1", hardness=CHEAP)
    body = next(one.id for one in found_sample(desk).bodies if len(one.terms) == 2)
    text = a_dispatch(number=None, date=None, signing=(HEAD,))
    signed = tuple(
        signed_off(desk, replace(text, document_type=code, symbol=f"{code}/BXDĐ"), body, "Linh") for code in CODES * 4
    )
    unsigned = tuple(submitted(desk, text, body) for _ in range(2))
    sit(desk, "Hạnh")
    numbers.set_numbering(desk, Numbering(lettered=True))
    return OfficeOfChance(desk, clock, body, signed, unsigned)


class Kept(NamedTuple):
    """What the registers hold at a moment."""

    rows: tuple[Series, ...]
    lines: tuple[RegisterLine, ...]


def kept_at(desk: Desk) -> Kept:
    """All rows of numbers, and all their lines."""
    with desk.store.reading() as work:
        rows = work.numbers.all_series()
        return Kept(rows, tuple(line for row in rows for line in work.numbers.lines(row.id)))


codes = st.sampled_from(CODES)
few = st.integers(1, 3)
somewhere = st.integers(0, 10**6)
"""Which one of those that are there, counted round and round."""


class ClerkOfChance(RuleBasedStateMachine):
    """A clerk who does with numbers whatever may be done, and some that may not."""

    opening: Opening

    @initialize()
    def open(self) -> None:
        self.desk, self.clock, self.body, signed, self.unsigned = self.opening()
        self.waiting = list(signed)
        self.seen = kept_at(self.desk)

    # --- taking numbers -------------------------------------------------------------------------------------------

    @precondition(lambda self: self.waiting)
    @rule(which=somewhere, count=few, days_ago=st.sampled_from((0, 0, 0, 1, 6)))
    def issue(self, which: int, count: int, days_ago: int) -> None:
        chosen = [self._waiting(which + place) for place in range(min(count, len(self.waiting)))]
        day = self.desk.today() - timedelta(days=days_ago)
        reason = "ký từ trước" if days_ago else None
        self._issue([IssueOrder(one.id, one.version, day, date_reason=reason) for one in chosen])

    @precondition(lambda self: self.waiting and self._held())
    @rule(which=somewhere, held=somewhere)
    def issue_with_a_held_number(self, which: int, held: int) -> None:
        line, draft = one_of(self._held(), held), self._waiting(which)
        day = self.desk.today()
        self._issue([IssueOrder(draft.id, draft.version, day, held=line.id, date_reason="giữ số từ trước")])

    @precondition(lambda self: self.waiting)
    @rule(which=somewhere, letter=st.sampled_from("ab"))
    def issue_with_a_letter(self, which: int, letter: str) -> None:
        draft = self._waiting(which)
        day = self.desk.today()
        self._issue([IssueOrder(draft.id, draft.version, day, suffix=letter, notes="bổ sung")])

    @rule(which=somewhere)
    def try_to_issue_what_is_not_signed(self, which: int) -> None:
        draft = one_of(self.unsigned, which)
        with pytest.raises(WrongStatus):
            issuing.issue(self.desk, [IssueOrder(draft, 2, self.desk.today())])

    @precondition(lambda self: self.waiting)
    @rule(which=somewhere)
    def try_to_issue_what_was_taken_back(self, which: int) -> None:
        draft = self._waiting(which)
        with seated(self.desk, "Linh"):
            signoff.take_back(self.desk, draft.id)
        with pytest.raises(WrongStatus):
            issuing.issue(self.desk, [IssueOrder(draft.id, draft.version, self.desk.today())])
        self.waiting.remove(draft)

    @rule(code=codes, count=few)
    def hold(self, code: str, count: int) -> None:
        self._try(lambda: outgoing.hold(self.desk, self.body, code, "Đ/c Toàn", "chờ ký", count=count))

    @rule(code=codes, count=few, days_ago=st.sampled_from((0, 0, 5)))
    def enter_letters_from_outside(self, code: str, count: int, days_ago: int) -> None:
        letter = ExternalLetter(
            code, self.desk.today() - timedelta(days=days_ago), "Làm bằng Word", date_reason="vào sổ muộn"
        )
        self._try(lambda: outgoing.register_external(self.desk, self.body, [letter] * count, "theo lô"))

    @precondition(lambda self: self._held())
    @rule(held=somewhere)
    def enter_a_letter_with_a_held_number(self, held: int) -> None:
        line = one_of(self._held(), held)
        letter = ExternalLetter(
            line.document_type, self.desk.today(), "Làm bằng Word", held=line.id, date_reason="vào sổ muộn"
        )
        self._try(lambda: outgoing.register_external(self.desk, self.body, [letter], "giữ số từ trước"))

    @rule(code=codes)
    def withhold(self, code: str) -> None:
        self._try(lambda: outgoing.withhold(self.desk, self.body, code, self.desk.today()))

    # --- what becomes of them -------------------------------------------------------------------------------------

    @precondition(lambda self: self.seen.lines)
    @rule(which=somewhere)
    def void(self, which: int) -> None:
        line = one_of(self.seen.lines, which)
        self._try(lambda: outgoing.void(self.desk, line.id, line.version, "nhầm"))

    @precondition(lambda self: self._held())
    @rule(held=somewhere, hours=st.integers(1, 200))
    def hold_on(self, held: int, hours: int) -> None:
        line = one_of(self._held(), held)
        self._try(
            lambda: outgoing.extend_hold(self.desk, line.id, self.clock.moment + timedelta(hours=hours), "chờ thêm")
        )

    @rule()
    def void_what_has_expired(self) -> None:
        self._void_all([line for line in self._held() if line.has_expired(self.clock())], "hết hạn")

    @precondition(lambda self: self.seen.lines)
    @rule(which=somewhere, copies=st.integers(1, 40))
    def correct(self, which: int, copies: int) -> None:
        line = one_of(self.seen.lines, which)
        self._try(lambda: outgoing.correct(self.desk, replace(line, copies=copies, number=999), "đếm nhầm"))

    # --- rows -----------------------------------------------------------------------------------------------------

    @rule(code=codes, number=st.integers(1, 300))
    def begin_with(self, code: str, number: int) -> None:
        self._try(lambda: numbers.open_row(self.desk, self.body, code, self.desk.today(), number, "sổ giấy"))

    @rule(days=st.sampled_from((1, 1, 3, 40)))
    def let_days_pass(self, days: int) -> None:
        self.clock.moment += timedelta(days=days)

    @precondition(lambda self: self._over())
    @rule(tidy_first=st.booleans())
    def close_what_is_over(self, *, tidy_first: bool) -> None:
        last_day = self._over()[0].days.last
        assert last_day is not None
        self._void_all(self._held() if tidy_first else [], "hết nhiệm kỳ")
        self._try(lambda: numbers.close_body(self.desk, self.body, last_day))

    @rule(days_ago=st.sampled_from((0, 1, 4, 30)))
    def begin_a_term(self, days_ago: int) -> None:
        closed_on = self.desk.today() - timedelta(days=days_ago)
        self._try(lambda: bodies.open_term(self.desk, self.body, f"từ {closed_on}", closed_on))

    @rule(moved=st.sampled_from((-3, -1, 1, 5)))
    def correct_where_the_last_term_begins(self, moved: int) -> None:
        with self.desk.store.reading() as work:
            last = work.organisation.body(self.body).terms[-1]
        assert last.days.first is not None
        days = Days(last.days.first + timedelta(days=moved))
        self._try(lambda: bodies.correct_term(self.desk, self.body, replace(last, days=days)))

    # --- and what holds after each ------------------------------------------------------------------------------

    @invariant()
    def every_number_is_accounted_for(self) -> None:
        rows, lines = self.seen
        for row in rows:
            own = [line for line in lines if line.series == row.id]
            whole = [line.number for line in own if not line.suffix]
            assert whole == list(range(row.opening_number, row.last + 1))
            assert account(row, own).unexplained == ()
            assert len({(line.number, line.suffix) for line in own}) == len(own)
            assert {line.number for line in own} <= set(whole)

    @invariant()
    def no_day_belongs_to_two_rows(self) -> None:
        for one, other in itertools.combinations(self.seen.rows, 2):
            if one.group == other.group:
                assert not share_a_day(one.days, other.days)

    @invariant()
    def nothing_was_issued_unsigned(self) -> None:
        with self.desk.store.reading() as work:
            for line in self.seen.lines:
                if line.dispatch is not None:
                    assert any(one.taken_back_at is None for one in work.sign_offs.signatures(line.dispatch))
                    assert line.pdf is not None
                    assert self.desk.store.files.has(line.pdf)
                else:
                    assert line.state is not LineState.ISSUED

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            with closing(self.desk):
                assert verify_store(self.desk).fault is None

    @invariant()
    def every_document_is_dated_in_the_days_of_its_row(self) -> None:
        days = {row.id: row.days for row in self.seen.rows}
        for line in self.seen.lines:
            if line.state is not LineState.VOID and line.document_date is not None:
                assert line.document_date in days[line.series]

    # --- by what it is done ---------------------------------------------------------------------------------------

    def _try(self, act: Callable[[], object]) -> bool:
        """Do what may be refused; then nothing has changed. No line is ever lost or gets another number."""
        before = self.seen
        try:
            act()
        except REFUSALS:
            assert kept_at(self.desk) == before
            return False
        self.seen = kept_at(self.desk)
        numbers_now = {line.id: (line.series, line.number, line.suffix) for line in self.seen.lines}
        assert all(numbers_now.get(line.id) == (line.series, line.number, line.suffix) for line in before.lines)
        # A closed row may end on another day than it was to; it is not opened, and gives no number any more.
        closed_now = {row.id: (row.closed_at, row.last) for row in self.seen.rows}
        assert all(closed_now[row.id] == (row.closed_at, row.last) for row in before.rows if row.closed_at)
        return True

    def _issue(self, orders: Sequence[IssueOrder]) -> None:
        if self._try(lambda: issuing.issue(self.desk, orders)):
            gone = {order.dispatch for order in orders}
            self.waiting = [one for one in self.waiting if one.id not in gone]

    def _void_all(self, lines: Sequence[RegisterLine], reason: str) -> None:
        for line in lines:
            self._try(partial(outgoing.void, self.desk, line.id, line.version, reason))

    def _waiting(self, which: int) -> Draft:
        return one_of(self.waiting, which)

    def _held(self) -> list[RegisterLine]:
        return [line for line in self.seen.lines if line.state is LineState.HELD]

    def _over(self) -> list[Series]:
        today = self.desk.today()
        return [row for row in self.seen.rows if not row.closed_at and row.days.last and row.days.last < today]


def one_of(things: Sequence[T], which: int) -> T:
    """One of those that are there."""
    return things[which % len(things)]


def share_a_day(one: Days, other: Days) -> bool:
    """Whether there is a day in both."""
    return (other.last is None or one.first is None or one.first <= other.last) and (
        one.last is None or other.first is None or other.first <= one.last
    )


CHANCE = settings(max_examples=20, stateful_step_count=25, suppress_health_check=[HealthCheck.too_slow])


def let_live(opening: Opening, chance: settings) -> None:
    """Let chance do its work in offices that are opened anew each time."""
    machine = type("ClerkOfAnOffice", (ClerkOfChance,), {"opening": staticmethod(opening)})
    run_state_machine_as_test(machine, settings=chance)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> OfficeOfChance:
    """An office in a file, closed."""
    office = open_office(tmp_path_factory.mktemp("office"))
    office.desk.close()
    return office


def test_in_a_file_every_number_is_there_once_whatever_is_done(office: OfficeOfChance, tmp_path: Path) -> None:
    folders = (tmp_path / str(number) for number in itertools.count())

    def another() -> OfficeOfChance:
        places = Places(next(folders))
        shutil.copytree(office.desk.places.data, places.data)
        clock = TickingClock(office.clock.moment)
        return office._replace(desk=replace(office.desk, places=places, clock=clock), clock=clock)

    let_live(another, CHANCE)


def test_on_a_server_every_number_is_there_once_whatever_is_done(cluster: Cluster, tmp_path: Path) -> None:
    let_live(lambda: open_office(tmp_path, cluster.new_database()), settings(CHANCE, max_examples=3))
