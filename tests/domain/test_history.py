"""The chained history."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.history import (
    START,
    Entry,
    canonical,
    digest,
    is_set_back,
    line,
    record_digest,
    salted_digest,
)
from vpdesk.domain.workflow import Status

NOON = datetime(2024, 12, 24, 12, tzinfo=UTC)


# --- the form of a line -------------------------------------------------------------------------------------------


def test_a_line_is_written_in_one_way_only() -> None:
    entry = Entry(
        at=datetime(2024, 12, 24, 19, 30, 0, 5, tzinfo=timezone(timedelta(hours=7))),
        officer=None,
        act="send_back",
        kind="dispatch",
        record=UUID(int=255),
        after=None,
        facts={"reason": "thiếu căn cứ", "day": date(2024, 12, 24), "status": None, "round": 2},
    )

    assert line(entry, 7, START, {"office:1": None}) == (
        '{"act":"send_back","after":null,"at":"2024-12-24T12:30:00.000005Z","before":"' + "0" * 64 + '",'
        '"facts":{"day":"2024-12-24","reason":"thiếu căn cứ","round":2,"status":null},'
        '"kind":"dispatch","n":7,"officer":null,"record":"00000000-0000-0000-0000-0000000000ff","records":{"office:1":null},"v":2}'
    )


def test_letters_are_composed() -> None:
    assert canonical(unicodedata.normalize("NFD", "Huyện ủy")) == '"Huyện ủy"'


@pytest.mark.parametrize("value", [1.5, datetime(2024, 12, 24), b"bytes", {"inside": [0.1]}])  # noqa: DTZ001 -- that is the point
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_a_state_is_written_by_its_value() -> None:
    assert canonical([Status.SENT_BACK, True, None]) == '["sent_back",true,null]'


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(plain)
def test_the_canonical_form_of_what_was_read_from_it_is_the_same(value: object) -> None:
    text = canonical(value)

    assert canonical(json.loads(text)) == text


def test_a_digest_is_bound_to_its_salt() -> None:
    one, two = salted_digest("Kính gửi", b"salt 1"), salted_digest("Kính gửi", b"salt 2")

    assert one != two
    assert one == salted_digest("Kính gửi", b"salt 1")
    assert digest("Kính gửi") not in {one, two}


def test_a_record_is_digested_as_it_is_kept() -> None:
    composed, parted = (record_digest({"name": unicodedata.normalize(form, "Ủy")}) for form in ("NFC", "NFD"))

    assert composed == digest('{"name":"Ủy"}')
    assert parted != composed


def test_a_clock_that_is_behind_by_more_than_a_moment_was_set_back() -> None:
    assert not is_set_back(NOON, None)
    assert not is_set_back(NOON, NOON + timedelta(seconds=2))
    assert is_set_back(NOON, NOON + timedelta(seconds=2, microseconds=1))
