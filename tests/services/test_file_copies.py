"""The file copies: who has one, and that it came back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support.papers_out import issued, signed_off
from support.seats import sit

from vpdesk.domain.errors import DateInFuture, EndsBeforeBeginning, NoSuchRecord, ReasonMissing
from vpdesk.domain.ids import new_id
from vpdesk.services import file_copies
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store

TODAY = date(2024, 12, 24)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, where its clerk sits."""
    found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


def test_a_file_copy_is_out_until_it_comes_back(desk: Desk) -> None:
    line = issued(desk, [signed_off(desk)])[0].line.id
    use = file_copies.lend(desk, line, "Đ/c Bách", TODAY, "Đ/c Khôi", "04.TT")
    assert file_copies.copies_out(desk) == (use,)
    back = file_copies.take_in(desk, use.id, TODAY, "Đ/c Hạnh")

    assert file_copies.copies_out(desk) == ()
    assert file_copies.uses_of(desk, line) == (back,)
    assert (back.allowed_by, back.file_symbol, back.returned_on) == ("Đ/c Khôi", "04.TT", TODAY)
    assert verify_store(desk).fault is None


def test_a_use_has_a_name_and_days_that_were(desk: Desk) -> None:
    line = issued(desk, [signed_off(desk)])[0].line.id
    with pytest.raises(ReasonMissing):
        file_copies.lend(desk, line, " ", TODAY)
    with pytest.raises(DateInFuture):
        file_copies.lend(desk, line, "Đ/c Bách", TODAY + timedelta(days=1))
    use = file_copies.lend(desk, line, "Đ/c Bách", TODAY)
    with pytest.raises(EndsBeforeBeginning):
        file_copies.take_in(desk, use.id, TODAY - timedelta(days=1))
    with pytest.raises(DateInFuture):
        file_copies.take_in(desk, use.id, TODAY + timedelta(days=1))
    with pytest.raises(NoSuchRecord):
        file_copies.lend(desk, new_id(desk.clock()), "Đ/c Bách", TODAY)
