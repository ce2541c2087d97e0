"""Names and terms of a body follow one another day by day, whatever is changed about them."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.domain.errors import (
    EndsBeforeBeginning,
    MeetingAfterCongress,
    NoBodyThen,
    NoSuchRecord,
    TermInUse,
    TermsOverlap,
    TermUnnamed,
)
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Term, term_on, version_on
from vpdesk.domain.reorganising import (
    body_ended,
    changed_from,
    closing_rows,
    first_day_of_term,
    moved_rows,
    running_before,
    succeeded_by,
    with_new_term,
    with_term,
    with_version,
    without_term,
)
from vpdesk.domain.series import Series

CONGRESS = date(2025, 6, 15)
"""The day on which a congress closes."""
NEW_TERM = date(2025, 6, 16)
CHRISTMAS = date(2024, 12, 24)
OLD = Term(UUID(int=5), "2020 - 2025", Days(date(2020, 8, 1)))
NAME = BodyVersion(UUID(int=2), "HUYỆN ỦY HÀ NINH", "BAN TUYÊN GIÁO", "BTGHU", "Hà Ninh")
OTHER_NAME = replace(NAME, id=UUID(int=3), name_line="BAN TUYÊN GIÁO VÀ DÂN VẬN", symbol="BTGDVHU")
BODY = IssuingBody(UUID(int=1), (NAME,), terms=(OLD,))
DAY = timedelta(days=1)


def days_of(body: IssuingBody) -> list[Days]:
    return [one.days for one in body.terms]


# --- terms --------------------------------------------------------------------------------------------------------


def test_a_term_begins_the_day_after_the_congress_closes_and_the_one_before_ends_with_it() -> None:
    after = with_new_term(BODY, UUID(int=6), " 2025 - 2030 ", first_day_of_term(CONGRESS))

    assert days_of(after) == [Days(OLD.days.first, CONGRESS), Days(NEW_TERM)]
    assert after.terms[1].name == "2025 - 2030"


def test_a_term_begins_with_the_first_meeting_where_that_was_opened_during_the_congress() -> None:
    assert first_day_of_term(CONGRESS, CONGRESS - DAY) == CONGRESS - DAY
    assert first_day_of_term(CONGRESS, CONGRESS) == CONGRESS
    with pytest.raises(MeetingAfterCongress):
        first_day_of_term(CONGRESS, NEW_TERM)


@pytest.mark.parametrize("planned", [date(2025, 5, 31), date(2025, 12, 31)])
def test_no_day_is_without_a_term_whatever_was_planned_for_the_one_before(planned: date) -> None:
    body = replace(BODY, terms=(replace(OLD, days=Days(OLD.days.first, planned)),))
    after = with_new_term(body, UUID(int=6), "2025 - 2030", NEW_TERM)

    assert days_of(after) == [Days(OLD.days.first, CONGRESS), Days(NEW_TERM)]


def test_the_first_term_of_a_body_ends_no_other() -> None:
    after = with_new_term(replace(BODY, terms=()), UUID(int=6), "2025 - 2030", NEW_TERM)

    assert days_of(after) == [Days(NEW_TERM)]
    assert running_before(after, NEW_TERM) is None


def test_a_term_is_refused_that_has_no_name_or_days_of_a_later_one() -> None:
    with pytest.raises(TermUnnamed):
        with_new_term(BODY, UUID(int=6), "  ", NEW_TERM)
    with pytest.raises(TermsOverlap):
        with_new_term(BODY, UUID(int=6), "2015 - 2020", date(2020, 8, 1))


def test_a_mistaken_day_is_corrected_and_the_term_beside_it_gives_way() -> None:
    two = with_new_term(BODY, UUID(int=6), "2025 - 2030", NEW_TERM)
    later = with_term(two, replace(two.terms[1], days=Days(NEW_TERM + DAY)))
    assert days_of(later) == [Days(OLD.days.first, NEW_TERM), Days(NEW_TERM + DAY)]

    earlier = with_term(two, replace(two.terms[0], days=Days(OLD.days.first, CONGRESS - DAY)))
    assert days_of(earlier) == [Days(OLD.days.first, CONGRESS - DAY), Days(CONGRESS)]

    # An end that is left open stays where another term begins behind it.
    assert days_of(with_term(two, replace(two.terms[0], name="x", days=Days(OLD.days.first)))) == days_of(two)


def test_a_term_is_not_corrected_over_another_or_out_of_its_days() -> None:
    old = replace(OLD, days=Days(OLD.days.first, date(2025, 5, 31)))
    apart = replace(BODY, terms=(old, Term(UUID(int=6), "2025 - 2030", Days(NEW_TERM))))
    with pytest.raises(TermsOverlap):
        with_term(apart, replace(apart.terms[1], days=Days(date(2025, 5, 1))))
    with pytest.raises(EndsBeforeBeginning):
        with_term(apart, replace(old, days=Days(NEW_TERM, CONGRESS)))
    two = with_new_term(BODY, UUID(int=6), "2025 - 2030", NEW_TERM)
    with pytest.raises(EndsBeforeBeginning):
        with_term(two, replace(two.terms[1], days=Days(date(2020, 8, 1))))
    with pytest.raises(NoSuchRecord):
        with_term(BODY, two.terms[1])


def test_a_term_that_was_none_leaves_its_days_to_the_one_before() -> None:
    two = with_new_term(BODY, UUID(int=6), "2025 - 2030", NEW_TERM)

    assert without_term(two, UUID(int=6)) == BODY
    assert days_of(without_term(two, OLD.id)) == [Days(NEW_TERM)]


starts = st.lists(st.dates(date(2000, 1, 1), date(2040, 12, 31)), min_size=1, max_size=6, unique=True)


@given(starts, st.integers(-400, 400), st.integers(0, 5))
def test_the_terms_of_a_body_meet_and_never_overlap(firsts: list[date], moved: int, which: int) -> None:
    body = replace(BODY, terms=())
    for number, first in enumerate(sorted(firsts), 10):
        body = with_new_term(body, UUID(int=number), str(first.year), first)
    chosen = body.terms[which % len(body.terms)]
    assert chosen.days.first is not None
    first = chosen.days.first + timedelta(days=moved)
    with contextlib.suppress(EndsBeforeBeginning, TermsOverlap):
        body = with_term(body, replace(chosen, days=Days(first, chosen.days.last)))

    for one, other in zip(body.terms, body.terms[1:], strict=False):
        assert one.days.last is not None
        assert one.days.last + DAY == other.days.first


# --- names --------------------------------------------------------------------------------------------------------


def test_a_body_is_called_otherwise_from_a_day_on_and_its_terms_run_on() -> None:
    after = changed_from(BODY, OTHER_NAME, CHRISTMAS)

    assert version_on(after, CHRISTMAS - DAY) == replace(NAME, days=Days(None, CHRISTMAS - DAY))
    assert version_on(after, CHRISTMAS) == replace(OTHER_NAME, days=Days(CHRISTMAS))
    assert after.terms == BODY.terms


def test_a_name_between_two_others_ends_where_the_later_begins() -> None:
    two = changed_from(BODY, OTHER_NAME, CHRISTMAS)
    three = changed_from(two, replace(NAME, id=UUID(int=4), place="Hà Ninh Mới"), date(2024, 6, 1))

    assert [one.days for one in three.versions] == [
        Days(None, date(2024, 5, 31)),
        Days(date(2024, 6, 1), CHRISTMAS - DAY),
        Days(CHRISTMAS),
    ]


def test_a_name_is_refused_on_a_day_without_the_body_or_where_another_begins() -> None:
    ended = body_ended(BODY, CHRISTMAS)
    with pytest.raises(NoBodyThen):
        changed_from(ended, OTHER_NAME, CHRISTMAS + DAY)
    two = changed_from(BODY, OTHER_NAME, CHRISTMAS)
    with pytest.raises(EndsBeforeBeginning):
        changed_from(two, replace(NAME, id=UUID(int=4)), CHRISTMAS)


def test_a_slip_in_a_name_is_corrected_and_where_its_day_moves_the_name_before_gives_way() -> None:
    two = changed_from(BODY, OTHER_NAME, CHRISTMAS)
    corrected = replace(two.versions[1], symbol="BTGDV", days=Days(CHRISTMAS + DAY))
    after = with_version(two, corrected)

    assert after.versions == (replace(NAME, days=Days(None, CHRISTMAS)), corrected)
    with pytest.raises(NoSuchRecord):
        with_version(BODY, OTHER_NAME)


def test_a_body_ends_with_its_term_and_a_new_one_takes_its_place_with_a_term_of_its_own() -> None:
    founded = IssuingBody(UUID(int=9), (OTHER_NAME,), terms=(Term(UUID(int=8), "2020 - 2025", Days()),))
    old, new = succeeded_by(BODY, founded, NEW_TERM)

    assert old.versions[-1].days == Days(None, CONGRESS)
    assert old.versions[-1].successor == new.id
    assert days_of(old) == [Days(OLD.days.first, CONGRESS)]
    assert (new.versions[0].days, new.versions[0].successor) == (Days(NEW_TERM), None)
    assert days_of(new) == [Days(NEW_TERM)]
    assert term_on(old, NEW_TERM) is None


def test_a_body_that_ended_earlier_left_its_place_empty_for_a_while() -> None:
    ended = body_ended(BODY, CHRISTMAS)
    old, _new = succeeded_by(ended, IssuingBody(UUID(int=9), (OTHER_NAME,)), NEW_TERM)

    assert old.versions[-1].days.last == CHRISTMAS


def test_a_body_does_not_end_before_its_last_name_began() -> None:
    two = changed_from(BODY, OTHER_NAME, CHRISTMAS)
    with pytest.raises(EndsBeforeBeginning):
        body_ended(two, CHRISTMAS - DAY)


# --- rows of numbers ----------------------------------------------------------------------------------------------

BY_TERM = Series(UUID(int=20), BODY.id, "CV", OLD.days, OLD.id)
BY_YEAR = Series(UUID(int=21), BODY.id, "GM", Days(date(2025, 1, 1), date(2025, 12, 31)))


def test_rows_follow_the_days_of_their_term() -> None:
    after = with_new_term(BODY, UUID(int=6), "2025 - 2030", NEW_TERM)

    assert list(moved_rows(BODY, after, (BY_TERM, BY_YEAR))) == [
        replace(BY_TERM, days=Days(OLD.days.first, CONGRESS)),
    ]
    with pytest.raises(TermInUse):
        list(moved_rows(BODY, without_term(BODY, OLD.id), (BY_TERM,)))


def test_a_row_of_a_year_outlives_a_term_and_ends_with_the_year_or_with_the_body() -> None:
    rows = (BY_TERM, BY_YEAR)
    assert closing_rows(BODY, rows, CONGRESS) == (BY_TERM,)
    assert closing_rows(BODY, rows, date(2025, 12, 31)) == rows
    assert closing_rows(body_ended(BODY, CONGRESS), rows, CONGRESS) == rows
    assert closing_rows(replace(BODY, id=UUID(int=9)), rows, CONGRESS) == ()
