"""Bodies and their terms change with a day: the numbers go with them, the history tells it, and one act undoes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from support.builders import a_dispatch
from support.papers_out import issued, signed_off
from support.seats import seated, sit
from support.stores import TickingClock

from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.drafts import Draft
from vpdesk.domain.errors import (
    DeskError,
    EndsBeforeBeginning,
    MeetingAfterCongress,
    NoBodyThen,
    NoSuchRecord,
    NoTermCovers,
    NotPermitted,
    NumbersTaken,
    SeriesClosed,
    TermInUse,
    TermsOverlap,
    TermUnnamed,
    VersionInUse,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.issuing import IssueOrder
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Term, version_on
from vpdesk.domain.reorganising import Reorganised
from vpdesk.services import bodies, drafting, issuing, numbers, office, outgoing, signatories
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store
from vpdesk.words.wording import explain

BEFORE_CONGRESS = datetime(2030, 6, 10, 1, 30, tzinfo=UTC)
AFTER_CONGRESS = datetime(2030, 6, 20, 1, 30, tzinfo=UTC)
CONGRESS, FIRST_DAY = date(2030, 6, 15), date(2030, 6, 16)
"""The day on which the congress of the commune closes, and the first of the term after it."""
HEAD = Signing(None, "TRƯỞNG BAN", "Đỗ Khánh Linh")
LETTER = a_dispatch(number=None, date=None, signing=(HEAD,), symbol="CV/BXDĐ")
INVITATION = replace(LETTER, document_type="GM", symbol="GM/BXDĐ")


@pytest.fixture
def body(store_desk: Desk, clock: TickingClock) -> IssuingBody:
    """The last body of the sample office, whose second term has no end yet; its clerk is at the desk."""
    clock.moment = BEFORE_CONGRESS
    found = office.found_sample(store_desk).bodies[-1]
    sit(store_desk, "Hạnh")
    return found


def now(desk: Desk, body: IssuingBody) -> IssuingBody:
    """A body as the store has it now."""
    with desk.store.reading() as work:
        return work.organisation.body(body.id)


def told(desk: Desk) -> list[str]:
    """The lines of the history, which follow one another."""
    assert verify_store(desk).fault is None
    with desk.store.reading() as work:
        return [line.text for line in work.history.lines()]


def ready(desk: Desk, body: IssuingBody, text: Dispatch = LETTER) -> Draft:
    return signed_off(desk, text, body.id, "Linh")


def open_term(desk: Desk, body: IssuingBody) -> Reorganised:
    return bodies.open_term(desk, body.id, "2030 - 2035", CONGRESS)


def other_name(desk: Desk, body: IssuingBody) -> BodyVersion:
    return replace(
        body.versions[-1], id=new_id(desk.clock()), name_line="BAN XÂY DỰNG ĐẢNG VÀ DÂN VẬN", symbol="BXDĐDV"
    )


# --- a new term ---------------------------------------------------------------------------------------------------


def test_the_first_number_of_a_new_term_is_01_once_the_rows_of_the_one_before_are_closed(
    store_desk: Desk, body: IssuingBody, clock: TickingClock
) -> None:
    desk = store_desk
    issued(desk, [ready(desk, body), ready(desk, body), ready(desk, body, INVITATION)])
    late = ready(desk, body)
    clock.moment = AFTER_CONGRESS
    open_term(desk, body)

    # What was signed before and not numbered goes into the row of its day while that is open (clerical rules, 2.5).
    (last,) = issuing.issue(desk, [IssueOrder(late.id, late.version, CONGRESS)])
    assert last.line.reference == "03-CV/BXDĐ"
    (closing,) = numbers.close_body(desk, body.id, CONGRESS)
    assert (closing.account.first, closing.account.last, closing.account.unexplained) == (1, 3, ())
    assert closing.series.days == Days(date(2025, 8, 15), CONGRESS)

    first, invitation = issued(desk, [ready(desk, body), ready(desk, body, INVITATION)])
    assert first.line.reference == "01-CV/BXDĐ"
    assert invitation.line.reference == "02-GM/BXDĐ"
    again = ready(desk, body)
    with pytest.raises(SeriesClosed):
        issuing.issue(desk, [IssueOrder(again.id, again.version, CONGRESS, date_reason="ký từ trước")])
    assert sum('"act":"move"' in line for line in told(desk)) == 1


def test_rows_that_were_closed_before_the_term_was_opened_end_with_it_too(
    store_desk: Desk, body: IssuingBody, clock: TickingClock
) -> None:
    desk = store_desk
    issued(desk, [ready(desk, body)])
    numbers.close_body(desk, body.id, CONGRESS)
    clock.moment = AFTER_CONGRESS
    waiting = ready(desk, body)
    with pytest.raises(SeriesClosed):
        issuing.propose(desk, [waiting.id])
    open_term(desk, body)

    (proposal,) = issuing.propose(desk, [waiting.id])
    assert proposal.reference == "01-CV/BXDĐ"
    assert now(desk, body).terms[-1].days == Days(FIRST_DAY)


def test_a_term_begins_with_the_first_meeting_during_the_congress(store_desk: Desk, body: IssuingBody) -> None:
    bodies.open_term(store_desk, body.id, "2030 - 2035", CONGRESS, date(2030, 6, 14))

    assert [one.days for one in now(store_desk, body).terms[1:]] == [
        Days(date(2025, 8, 15), date(2030, 6, 13)),
        Days(date(2030, 6, 14)),
    ]


def test_no_number_is_taken_for_a_day_without_a_term_until_one_is_opened(
    store_desk: Desk, body: IssuingBody, clock: TickingClock
) -> None:
    desk = store_desk
    bodies.correct_term(desk, body.id, replace(body.terms[1], days=Days(date(2025, 8, 15), CONGRESS)))
    clock.moment = AFTER_CONGRESS
    waiting = ready(desk, body)
    with pytest.raises(NoTermCovers):
        issuing.propose(desk, [waiting.id])
    open_term(desk, body)

    assert issuing.propose(desk, [waiting.id])[0].reference == "01-CV/BXDĐ"


def test_a_term_does_not_begin_before_a_number_that_was_taken_in_the_one_before(
    store_desk: Desk, body: IssuingBody, clock: TickingClock
) -> None:
    desk = store_desk
    clock.moment = AFTER_CONGRESS
    (one,) = issued(desk, [ready(desk, body)])
    before = told(desk)
    with pytest.raises(NumbersTaken) as refused:
        open_term(desk, body)
    assert refused.value.references == ("01-CV/BXDĐ",)
    assert now(desk, body) == body
    assert told(desk) == before

    outgoing.void(desk, one.line.id, one.line.version, "cấp nhầm nhiệm kỳ")
    open_term(desk, body)
    assert len(now(desk, body).terms) == 3


def test_a_mistaken_day_is_corrected_while_no_number_was_taken_in_it(
    store_desk: Desk, body: IssuingBody, clock: TickingClock
) -> None:
    desk = store_desk
    clock.moment = AFTER_CONGRESS
    open_term(desk, body)
    term = now(desk, body).terms[-1]
    bodies.correct_term(desk, body.id, replace(term, days=Days(date(2030, 6, 18))))
    issued(desk, [ready(desk, body)])
    bodies.correct_term(desk, body.id, replace(term, name="Khóa XI", days=Days(date(2030, 6, 20))))
    assert [one.days.last for one in now(desk, body).terms] == [date(2025, 8, 14), date(2030, 6, 19), None]
    with desk.store.reading() as work:
        (row,) = work.numbers.all_series()
    assert row.days == Days(date(2030, 6, 20))

    with pytest.raises(NumbersTaken):
        bodies.correct_term(desk, body.id, replace(term, days=Days(date(2030, 6, 21))))
    with pytest.raises(TermInUse):
        bodies.drop_term(desk, body.id, term.id)


def test_a_term_that_was_none_is_dropped_while_nothing_stands_in_it(store_desk: Desk, body: IssuingBody) -> None:
    open_term(store_desk, body)
    bodies.drop_term(store_desk, body.id, now(store_desk, body).terms[-1].id)

    assert now(store_desk, body) == body


# --- names, and what comes after a body ---------------------------------------------------------------------------


def test_another_name_has_its_day_and_the_numbers_run_on(
    store_desk: Desk, body: IssuingBody, clock: TickingClock
) -> None:
    desk = store_desk
    issued(desk, [ready(desk, body)])
    with seated(desk, "Ngọc"):
        bodies.change_from(desk, body.id, other_name(desk, body), date(2030, 6, 11))
    clock.moment = AFTER_CONGRESS
    (second,) = issued(desk, [ready(desk, body, replace(LETTER, symbol="CV/BXDĐDV"))])

    assert second.line.reference == "02-CV/BXDĐDV"
    changed = now(desk, body)
    assert [one.symbol for day in (date(2030, 6, 10), date(2030, 6, 11)) if (one := version_on(changed, day))] == [
        "BXDĐ",
        "BXDĐDV",
    ]


def test_a_reorganisation_is_a_new_body_with_rows_of_its_own(
    store_desk: Desk, body: IssuingBody, clock: TickingClock
) -> None:
    desk = store_desk
    issued(desk, [ready(desk, body), ready(desk, body, INVITATION)])
    clock.moment = AFTER_CONGRESS
    with seated(desk, "Ngọc"):
        change = bodies.found_successor(desk, body.id, other_name(desk, body), FIRST_DAY, "2030 - 2035")
    assert change.founded is not None
    with seated(desk, "Ngọc"):
        signatories.put_signatory(desk, change.founded, replace(body.signatories[0], id=new_id(desk.clock())))
    closed = numbers.close_body(desk, body.id, CONGRESS)
    assert sorted(one.series.group for one in closed) == ["CV", "GM"]

    founded = now(desk, replace(body, id=change.founded))
    assert now(desk, body).versions[-1].successor == founded.id
    assert (founded.versions[0].days, founded.terms[0].days) == (Days(FIRST_DAY), Days(FIRST_DAY))
    (first,) = issued(desk, [ready(desk, founded, replace(LETTER, symbol="CV/BXDĐDV"))])
    assert first.line.reference == "01-CV/BXDĐDV"


def test_a_body_that_ends_takes_its_term_with_it(store_desk: Desk, body: IssuingBody, clock: TickingClock) -> None:
    desk = store_desk
    waiting = ready(desk, body)
    with seated(desk, "Ngọc"):
        bodies.end_body(desk, body.id, CONGRESS)
    clock.moment = AFTER_CONGRESS
    with pytest.raises(NoTermCovers):
        issuing.propose(desk, [waiting.id])


def test_a_slip_in_a_name_is_corrected(store_desk: Desk, body: IssuingBody) -> None:
    corrected = replace(body.versions[0], place="Hà Ninh Đông")
    with seated(store_desk, "Ngọc"):
        bodies.put_version(store_desk, body.id, corrected)

    assert now(store_desk, body).versions == (corrected,)


# --- one act, one line, one way back ------------------------------------------------------------------------------

CHANGES: dict[str, Callable[[Desk, IssuingBody], Reorganised]] = {
    "a slip": lambda desk, body: bodies.put_version(desk, body.id, replace(body.versions[0], place="Hà Ninh Đông")),
    "another name": lambda desk, body: bodies.change_from(desk, body.id, other_name(desk, body), FIRST_DAY),
    "an end": lambda desk, body: bodies.end_body(desk, body.id, CONGRESS),
    "a successor": lambda desk, body: bodies.found_successor(
        desk, body.id, other_name(desk, body), FIRST_DAY, "2030 - 2035"
    ),
    "a term": open_term,
    "another day": lambda desk, body: bodies.correct_term(
        desk, body.id, replace(body.terms[1], days=Days(date(2025, 8, 16)))
    ),
    "no term": lambda desk, body: bodies.drop_term(desk, body.id, body.terms[1].id),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_is_told_and_can_be_undone(store_desk: Desk, body: IssuingBody, name: str) -> None:
    desk = store_desk
    sit(desk, "Ngọc")
    whole = office.office(desk)
    assert whole is not None
    change = CHANGES[name](desk, body)
    after = now(desk, body)
    assert after != body == change.before

    assert bodies.restore(desk, change).before == after
    assert office.office(desk) == whole
    assert sum('"kind":"body"' in line for line in told(desk)) == 2


def test_rows_go_back_with_their_term_and_an_undo_leaves_no_number_behind(
    store_desk: Desk, body: IssuingBody, clock: TickingClock
) -> None:
    desk = store_desk
    issued(desk, [ready(desk, body)])
    clock.moment = AFTER_CONGRESS
    change = open_term(desk, body)
    bodies.restore(desk, change)
    (second,) = issued(desk, [ready(desk, body)])
    assert second.line.reference == "02-CV/BXDĐ"

    clock.moment = datetime(2030, 7, 20, 1, tzinfo=UTC)
    later = bodies.open_term(desk, body.id, "2030 - 2035", date(2030, 7, 15))
    issued(desk, [ready(desk, body)])
    with pytest.raises(TermInUse):
        bodies.restore(desk, later)


def test_what_somebody_has_begun_on_is_not_undone(store_desk: Desk, body: IssuingBody) -> None:
    desk = store_desk
    sit(desk, "Ngọc")
    renamed = bodies.change_from(desk, body.id, other_name(desk, body), date(2030, 6, 1))
    drafting.begin(desk, LETTER, body.id)
    with pytest.raises(VersionInUse):
        bodies.restore(desk, renamed)

    founding = bodies.found_successor(desk, body.id, other_name(desk, body), FIRST_DAY, None)
    assert founding.founded is not None
    signatories.put_signatory(desk, founding.founded, body.signatories[0])
    with pytest.raises(VersionInUse):
        bodies.restore(desk, founding)


def test_a_clerk_keeps_the_terms_and_undoes_them_but_no_names(store_desk: Desk, body: IssuingBody) -> None:
    bodies.restore(store_desk, open_term(store_desk, body))
    with pytest.raises(NotPermitted):
        bodies.end_body(store_desk, body.id, CONGRESS)
    with seated(store_desk, "Ngọc"):
        change = bodies.end_body(store_desk, body.id, CONGRESS)
    with pytest.raises(NotPermitted):
        bodies.restore(store_desk, change)


REFUSED: dict[str, tuple[type[DeskError], Callable[[Desk, IssuingBody], object]]] = {
    "a body that is not there": (
        NoSuchRecord,
        lambda desk, _body: bodies.open_term(desk, UUID(int=1), "2030 - 2035", CONGRESS),
    ),
    "a term that is not there": (NoSuchRecord, lambda desk, body: bodies.drop_term(desk, body.id, UUID(int=1))),
    "a term without a name": (TermUnnamed, lambda desk, body: bodies.open_term(desk, body.id, " ", CONGRESS)),
    "a term among others": (
        TermsOverlap,
        lambda desk, body: bodies.open_term(desk, body.id, "2025 - 2030", date(2025, 7, 31)),
    ),
    "a meeting after the congress": (
        MeetingAfterCongress,
        lambda desk, body: bodies.open_term(desk, body.id, "2030 - 2035", CONGRESS, FIRST_DAY),
    ),
    "a term that ends before it begins": (
        EndsBeforeBeginning,
        lambda desk, body: bodies.correct_term(
            desk, body.id, Term(body.terms[1].id, "x", Days(FIRST_DAY, date(2030, 1, 1)))
        ),
    ),
    "a name before the body": (
        NoBodyThen,
        lambda desk, body: bodies.change_from(desk, body.id, other_name(desk, body), date(2024, 12, 24)),
    ),
    "a successor before the body": (
        EndsBeforeBeginning,
        lambda desk, body: bodies.found_successor(desk, body.id, other_name(desk, body), date(2024, 12, 24), None),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_explained_and_changes_nothing(
    store_desk: Desk, body: IssuingBody, name: str
) -> None:
    sit(store_desk, "Ngọc")
    error, change = REFUSED[name]
    before = told(store_desk)
    with pytest.raises(error) as refused:
        change(store_desk, body)

    assert now(store_desk, body) == body
    assert told(store_desk) == before
    assert explain(refused.value).remedy or error is NoSuchRecord
