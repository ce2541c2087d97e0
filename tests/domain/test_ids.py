"""Ids made by the program."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

from vpdesk.domain.ids import new_id

NOON = datetime(2024, 12, 24, 12, tzinfo=UTC)


def test_an_id_is_a_uuid_of_version_seven() -> None:
    one = new_id(NOON)

    assert (one.version, one.variant) == (7, RFC_4122)
    assert one.int >> 80 == int(NOON.timestamp() * 1000)


def test_ids_sort_by_their_moment() -> None:
    ids = [new_id(NOON + timedelta(milliseconds=later)) for later in range(50)]

    assert ids == sorted(ids)


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id(NOON) for _ in range(1000)}) == 1000
