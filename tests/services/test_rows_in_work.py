"""The rows of the register tell of the work on each arrival what its page tells, whoever asks."""

from __future__ import annotations

from datetime import date

import pytest
from support.seats import officer_named, seated, sit

from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry, HandlingState
from vpdesk.services import handling, office, receiving, work_in_hand
from vpdesk.services.desk import Desk

TODAY = date(2024, 12, 24)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk at the sample office, on each engine: one arrival new, one submitted, one directed, one done, one void."""
    office.found_sample(store_desk)
    sit(store_desk, "Hạnh")
    days = (None, date(2024, 12, 20), date(2024, 12, 26), date(2024, 12, 24), None)
    arrivals = [receiving.register(store_desk, ArrivalEntry(sender="Huyện đoàn", due_on=day)).id for day in days]
    handling.submit(store_desk, arrivals[1:4], officer_named(store_desk, "Khôi").id)
    lead, support = (AssigneeEntry(officer=officer_named(store_desk, name).id) for name in ("Ngọc", "Bách"))
    with seated(store_desk, "Khôi"):
        for one in arrivals[2:4]:
            handling.direct(store_desk, one, DirectiveEntry("Tham mưu.", lead, (support,)))
    handling.finish(
        store_desk, arrivals[3:4], HandlingState.DONE, receiving.arrivals(store_desk).rows[0].arrival.arrived_on
    )
    receiving.void(store_desk, arrivals[4], "vào nhầm")
    return store_desk


@pytest.mark.parametrize("name", ["Hạnh", "Khôi", "Ngọc", "Bách"])
def test_a_row_tells_what_the_page_tells(desk: Desk, name: str) -> None:
    sit(desk, name)
    rows = receiving.arrivals(desk).rows
    assert len(rows) == 5
    assert receiving.listed(desk, [row.arrival.id for row in rows]) == rows
    for row in rows:
        work = work_in_hand.work_of(desk, row.arrival.id)
        assert row.work is not None
        assert row.work.state is (work.handling.state if work.handling else None)
        assert row.work.lead == (work.lead.name if work.lead else None)
        assert row.work.deadline == work.deadline
        assert row.work.steps == work.steps
