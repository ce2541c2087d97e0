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
    FaultyLine,
    LineFault,
    canonical,
    digest,
    line,
    salted_digest,
    verify,
)
from vpdesk.domain.workflow import Status

NOON = datetime(2024, 12, 24, 12, tzinfo=UTC)
OFFICER = UUID(int=1)


def a_history(length: int = 6) -> list[str]:
    """Lines of as many acts."""
    lines: list[str] = []
    for number in range(1, length + 1):
        before = digest(lines[-1]) if lines else START
        entry = Entry(NOON, OFFICER, "submit", "dispatch", UUID(int=number), digest(str(number)), {"reason": None})
        lines.append(line(entry, number, before))
    return lines


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

    assert line(entry, 7, START) == (
        '{"act":"send_back","after":null,"at":"2024-12-24T12:30:00.000005Z","before":"' + "0" * 64 + '",'
        '"facts":{"day":"2024-12-24","reason":"thiếu căn cứ","round":2,"status":null},'
        '"kind":"dispatch","n":7,"officer":null,"record":"00000000-0000-0000-0000-0000000000ff","v":1}'
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


# --- the chain ----------------------------------------------------------------------------------------------------


def test_an_untouched_history_holds() -> None:
    assert verify(a_history()) is None
    assert verify([]) is None


@pytest.mark.parametrize("number", range(1, 6))
def test_a_changed_line_shows_at_the_one_after_it(number: int) -> None:
    lines = a_history()
    lines[number - 1] = lines[number - 1].replace('"submit"', '"sign_off"')

    assert verify(lines) == FaultyLine(number + 1, LineFault.BROKEN)


@pytest.mark.parametrize("number", range(1, 6))
def test_a_line_taken_out_shows_in_its_place(number: int) -> None:
    lines = a_history()
    del lines[number - 1]

    assert verify(lines) == FaultyLine(number, LineFault.OUT_OF_ORDER)


def test_a_line_put_in_shows() -> None:
    lines = a_history()
    lines.insert(3, lines[2])

    assert verify(lines) == FaultyLine(4, LineFault.OUT_OF_ORDER)


def test_two_lines_exchanged_show_at_the_first() -> None:
    lines = a_history()
    lines[1], lines[2] = lines[2], lines[1]

    assert verify(lines) == FaultyLine(2, LineFault.OUT_OF_ORDER)


def test_a_line_taken_out_and_renumbered_still_shows() -> None:
    lines = a_history()
    lines[2:4] = [lines[3].replace('"n":4', '"n":3')]

    assert verify(lines) == FaultyLine(3, LineFault.BROKEN)


@pytest.mark.parametrize("spoilt", ["", "{}x", "[]", "1", '{"n": 3}', '{"b":1,"a":2}', '{"a":1.5}'])
def test_a_line_that_is_not_written_as_every_line_shows(spoilt: str) -> None:
    lines = a_history()
    lines[2] = spoilt

    assert verify(lines) == FaultyLine(3, LineFault.NOT_CANONICAL)


def test_a_tail_written_anew_shows_only_against_a_digest_kept_elsewhere() -> None:
    lines = a_history()
    anchor = digest(lines[-1])
    forged = lines[:-1]
    forged.append(line(Entry(NOON, OFFICER, "void", "dispatch", None, None), 6, digest(forged[-1])))

    assert verify(forged) is None
    assert digest(forged[-1]) != anchor
