"""Whatever is done to the books of arrivals, their numbers follow one another without a gap and none comes twice."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.seats import sit
from support.stores import CHEAP, TickingClock

from vpdesk.domain.arriving import FIRST_BOOK, ArrivalEntry, ArrivalQuery
from vpdesk.domain.errors import ArrivalIsVoid, DateInFuture, RowInUse
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.paths import Places
from vpdesk.services import office, receiving
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings

ACTS = st.lists(st.sampled_from(["register", "refused", "void", "open", "year"]), max_size=16)


def everything(desk: Desk) -> Iterator[IncomingDocument]:
    """Every line, the newest first, page by page."""
    page = receiving.arrivals(desk, ArrivalQuery(limit=4))
    yield from (row.arrival for row in page.rows)
    while page.has_more:
        page = receiving.arrivals(desk, ArrivalQuery(limit=4, after=page.rows[-1].arrival.id))
        yield from (row.arrival for row in page.rows)


def do(desk: Desk, clock: TickingClock, act: str) -> None:
    """One act on the book, or on its newest line."""
    match act:
        case "register":
            receiving.register(desk, ArrivalEntry(sender="Huyện ủy"))
        case "refused":
            receiving.register(desk, ArrivalEntry(sender="Huyện ủy", arrived_on=desk.today() + timedelta(days=2)))
        case "void":
            for line in everything(desk):
                receiving.void(desk, line.id, "nhầm")
                return
        case "open":
            receiving.open_year(desk, FIRST_BOOK.id, 57, "theo sổ giấy")
        case "year":
            clock.moment += timedelta(days=300)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_numbers_follow_one_another_whatever_is_done(tmp_path: Path, acts: list[str]) -> None:
    clock = TickingClock()
    desk = Desk(Places(tmp_path / f"{len(list(tmp_path.iterdir()))}"), Settings(), clock, "máy 1", hardness=CHEAP)
    office.found_sample(desk)
    sit(desk, "Hạnh")
    for act in acts:
        with contextlib.suppress(DateInFuture, RowInUse, ArrivalIsVoid):
            do(desk, clock, act)
    by_year: dict[int, list[int]] = {}
    for line in everything(desk):
        by_year.setdefault(line.year, []).append(line.arrival_number)
    for numbers in by_year.values():
        first = numbers[-1]
        assert first in {1, 57}
        assert numbers == list(range(first + len(numbers) - 1, first - 1, -1))
    assert verify_store(desk).fault is None
    desk.close()
