"""A history held against itself, the records and what was printed of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vpdesk.domain.errors import NotAnAnchor
from vpdesk.domain.history import START, Entry, canonical, digest, line
from vpdesk.domain.verification import (
    Anchor,
    Chain,
    Fault,
    FaultKind,
    Indexed,
    KeptLine,
    compare,
    head_value,
    parse_anchor,
    replay,
)

NOON = datetime(2024, 12, 24, 12, tzinfo=UTC)
OFFICER = UUID(int=1)


def a_history(length: int = 6) -> list[KeptLine]:
    """Lines of as many acts, each on a record of its own."""
    texts: list[str] = []
    for number in range(1, length + 1):
        before = digest(texts[-1]) if texts else START
        entry = Entry(NOON, OFFICER, "submit", "dispatch", UUID(int=number), digest(str(number)), {"reason": None})
        texts.append(line(entry, number, before, {f"dispatch:{number}": digest(str(number))}))
    return kept(texts)


def kept(texts: Sequence[str]) -> list[KeptLine]:
    """Lines with the numbers and digests that they should have."""
    return [KeptLine(number, text, digest(text)) for number, text in enumerate(texts, 1)]


def chained(lines: Sequence[KeptLine]) -> list[KeptLine]:
    """The same acts as a history that holds in itself."""
    texts, before = [], START
    for number, one in enumerate(lines, 1):
        texts.append(canonical({**json.loads(one.text), "n": number, "before": before}))
        before = digest(texts[-1])
    return kept(texts)


def index_of(lines: Sequence[KeptLine]) -> list[Indexed]:
    """The index of lines."""
    return [Indexed(one.number, json.loads(one.text)["record"]) for one in lines]


def fault_of(lines: Sequence[KeptLine], anchor: Anchor | None = None) -> Fault | None:
    """The first fault of lines whose index is as it was."""
    return replay(Chain(anchor), lines, index_of(a_history()))


def anchor_at(lines: Sequence[KeptLine], number: int) -> Anchor:
    """What was printed of lines when there were so many."""
    return parse_anchor(head_value(number, lines[number - 1].digest))


# --- the chain ----------------------------------------------------------------------------------------------------


def test_an_untouched_history_holds_against_all_that_was_printed_of_it() -> None:
    lines = a_history()

    assert fault_of(lines) is None
    assert replay(Chain(), [], []) is None
    assert [fault_of(lines, anchor_at(lines, number)) for number in range(1, 7)] == [None] * 6


def test_lines_of_the_first_form_hold_and_speak_of_no_records() -> None:
    told = [json.loads(one.text) for one in a_history()]
    for keys in told[:4]:
        keys.pop("records")
        keys["v"] = 1
    lines = chained(kept([canonical(keys) for keys in told]))
    chain = Chain()

    assert replay(chain, lines, index_of(lines)) is None
    assert set(chain.records) == {"dispatch:5", "dispatch:6"}


@pytest.mark.parametrize("number", range(1, 7))
def test_a_changed_line_shows_itself_by_the_digest_beside_it(number: int) -> None:
    lines = a_history()
    lines[number - 1] = lines[number - 1]._replace(text=lines[number - 1].text.replace('"submit"', '"sign_off"'))

    assert fault_of(lines) == Fault(FaultKind.LINE_CHANGED, number)


@pytest.mark.parametrize("number", range(1, 6))
def test_a_line_changed_with_its_digest_shows_at_the_one_after_it(number: int) -> None:
    lines = a_history()
    lines[number - 1] = kept([lines[number - 1].text.replace('"submit"', '"sign_off"')])[0]._replace(number=number)

    assert fault_of(lines) == Fault(FaultKind.BROKEN, number + 1)


@pytest.mark.parametrize("number", range(1, 6))
def test_a_line_taken_out_shows_in_its_place(number: int) -> None:
    lines = a_history()
    del lines[number - 1]

    assert fault_of(lines) == Fault(FaultKind.OUT_OF_ORDER, number)


def test_two_lines_exchanged_show_at_the_first() -> None:
    lines = a_history()
    lines[1], lines[2] = lines[2]._replace(number=2), lines[1]._replace(number=3)

    assert fault_of(lines) == Fault(FaultKind.OUT_OF_ORDER, 2)


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "{}x",
        "[]",
        "1",
        "[" * 100_000,
        '{"n": 3}',
        '{"b":1,"a":2}',
        '{"a":1.5}',
        '{"n":3}',
        *(a_history()[2].text.replace(*way) for way in (('"v":2', '"v":3'), ('"v":2', '"v":true'))),
        a_history()[2].text.replace('"records":{', '"records":{"dispatch:9":1,'),
        a_history()[2].text.replace('"record":"00000000-', '"record":"0000-'),
    ],
)
def test_a_line_that_is_not_written_as_every_line_shows(spoilt: str) -> None:
    lines = a_history()
    lines[2] = KeptLine(3, spoilt, digest(spoilt))

    assert fault_of(lines) == Fault(FaultKind.NOT_CANONICAL, 3)


# --- the anchor ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", range(1, 7))
def test_an_end_that_was_cut_off_shows_against_what_was_printed(cut: int) -> None:
    lines = a_history()

    assert fault_of(lines[:-cut], anchor_at(lines, 6)) == Fault(FaultKind.CUT_OFF, 7 - cut)


@given(st.integers(1, 6), st.integers(1, 6))
def test_what_was_written_anew_shows_up_to_the_anchor_and_no_further(changed: int, anchored: int) -> None:
    lines = a_history()
    forged = [*lines]
    forged[changed - 1] = forged[changed - 1]._replace(text=forged[changed - 1].text.replace('"submit"', '"void"'))
    fault = fault_of(chained(forged), anchor_at(lines, anchored))

    assert fault == (Fault(FaultKind.ANCHOR_DIFFERS, anchored) if changed <= anchored else None)


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_lines_in_another_order_or_fewer_show_in_any_case(order: list[int], left_out: set[int]) -> None:
    assume(order != sorted(order) or left_out)
    lines = a_history()
    shown = [lines[place] for place in order if place not in left_out]

    for there in (shown, kept([one.text for one in shown]), chained(shown)):
        assert fault_of(there, anchor_at(lines, 6)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "1234-0123456789abcdef",
        "  1234-0123 4567 89ab cdef ",
        "1.234-0123.4567.89AB.CDEF",
        "1 234 \u2013 0123456789ABCDEF",
    ],
)
def test_a_value_is_read_as_somebody_copied_it(text: str) -> None:
    assert parse_anchor(text) == Anchor(1234, "0123456789abcdef")


@pytest.mark.parametrize(
    "text", ["", "12", "-0123456789abcdef", "1-0123456789abcde", "1-0123456789abcdeg", "1-" + "0" * 65]
)
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(NotAnAnchor):
        parse_anchor(text)


def test_a_value_holds_half_a_digest() -> None:
    assert head_value(12, "ab" * 32) == "12-" + "ab" * 16


# --- the index and the records ------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(1, 7))
def test_an_index_that_differs_shows_at_its_line(number: int) -> None:
    lines = a_history()
    lacking = [one for one in index_of(lines) if one.number != number]
    doubled = sorted([*index_of(lines), Indexed(number, str(UUID(int=9)))])

    for index in (lacking, doubled):
        assert replay(Chain(), lines, index) == Fault(FaultKind.INDEX_DIFFERS, number)


def test_an_index_of_lines_that_are_not_there_shows() -> None:
    assert fault_of(a_history(5)) == Fault(FaultKind.INDEX_DIFFERS, 6)


names = st.sampled_from(["body:1", "body:2", "term:1", "term:2"])
told = st.dictionaries(names, st.sampled_from(["a", "b"]))


@given(told, told)
def test_records_hold_only_where_they_are_as_they_were_told(expected: dict[str, str], actual: dict[str, str]) -> None:
    tables = [
        (table, [(name, actual[name]) for name in sorted(actual) if name.startswith(table)])
        for table in ("body", "term")
    ]
    fault = compare(expected, tables)

    if fault is None:
        assert expected == actual
    elif fault.kind is FaultKind.RECORD_CHANGED:
        assert expected[fault.record] != actual[fault.record]
    else:
        there = fault.kind is FaultKind.RECORD_INSERTED
        assert (fault.record in actual, fault.record in expected) == (there, not there)


def test_a_record_of_a_table_that_is_not_there_was_removed() -> None:
    assert compare({"paper:1": "a"}, []) == Fault(FaultKind.RECORD_REMOVED, record="paper:1")
