"""The phrases of directives: an officer's own, in his order, dropped and brought back."""

from __future__ import annotations

import pytest
from support.seats import seated, sit

from vpdesk.domain.errors import IncompletePhrase, NoSuchRecord, NotPermitted
from vpdesk.services import office
from vpdesk.services.desk import Desk
from vpdesk.services.phrases import drop_phrase, order_phrases, phrases, put_phrase
from vpdesk.services.verifying import verify_store


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk at the sample office, on each engine, with its head at it."""
    office.found_sample(store_desk)
    sit(store_desk, "Khôi")
    return store_desk


def words(desk: Desk) -> list[str]:
    """What the phrases say."""
    return [one.text for one in phrases(desk)]


def test_phrases_stand_in_the_order_they_were_kept_in_and_are_ones_own(desk: Desk) -> None:
    for text in (" Tham mưu trả lời ", "Phổ biến, thực hiện", "Lưu, theo dõi"):
        put_phrase(desk, text)

    assert words(desk) == ["Tham mưu trả lời", "Phổ biến, thực hiện", "Lưu, theo dõi"]
    with seated(desk, "Linh"):
        assert words(desk) == []
    assert verify_store(desk).fault is None


def test_a_phrase_says_something_else_in_its_place(desk: Desk) -> None:
    first, _second = put_phrase(desk, "Tham mưu") and put_phrase(desk, "Phổ biến")
    put_phrase(desk, "Tham mưu trả lời", first.id)

    assert words(desk) == ["Tham mưu trả lời", "Phổ biến"]
    with pytest.raises(IncompletePhrase):
        put_phrase(desk, " ")


def test_phrases_are_put_into_another_order(desk: Desk) -> None:
    first, second, third = [put_phrase(desk, text)[-1].id for text in ("Một", "Hai", "Ba")]
    order_phrases(desk, [third, first])

    assert [one.id for one in phrases(desk)] == [third, first, second]


def test_a_phrase_that_was_dropped_comes_back(desk: Desk) -> None:
    for text in ("Một", "Hai"):
        put_phrase(desk, text)
    dropped = drop_phrase(desk, phrases(desk)[0].id)
    assert words(desk) == ["Hai"]
    put_phrase(desk, dropped.text, dropped.id)

    assert words(desk) == ["Hai", "Một"]
    with seated(desk, "Linh"), pytest.raises(NoSuchRecord):
        drop_phrase(desk, dropped.id)


def test_nobody_changes_the_phrase_of_another_nor_keeps_any_who_directs_nothing(desk: Desk) -> None:
    (own,) = put_phrase(desk, "Tham mưu")
    with seated(desk, "Linh"):
        (other,) = put_phrase(desk, "Của tôi", own.id)
    assert (words(desk), other.id != own.id) == (["Tham mưu"], True)
    with seated(desk, "Bách"), pytest.raises(NotPermitted):
        put_phrase(desk, "Tôi cũng muốn")
