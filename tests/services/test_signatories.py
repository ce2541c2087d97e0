"""Who signs for a body: changes with a day, their lines in the history, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from support.builders import a_dispatch

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.errors import DeskError, EndsBeforeBeginning, NoSuchRecord, NotSigningThen
from vpdesk.domain.organisation import Days, IssuingBody, Signatory, StandIn, signing_on
from vpdesk.domain.signing import Authority
from vpdesk.domain.signing_rights import other_head, represented
from vpdesk.services import drafting, office, signatories
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store

NEW, ABSENCE = UUID(int=21), UUID(int=22)
CHRISTMAS, NEW_YEAR = date(2024, 12, 25), date(2025, 1, 1)
SUCCESSOR = Signatory(NEW, "Ngô Thị Thu Hằng", "TRƯỞNG BAN")


@pytest.fixture
def body(store_desk: Desk) -> IssuingBody:
    """The propaganda board of the sample office: its head and his deputy, both until the end of February."""
    return office.found_sample(store_desk).bodies[0]


def now(desk: Desk, body: IssuingBody) -> IssuingBody:
    """A body as the store has it now."""
    return next(one for one in signatories.bodies(desk) if one.id == body.id)


def told(desk: Desk) -> list[str]:
    """The lines of the history, which follow one another."""
    assert verify_store(desk).fault is None
    with desk.store.reading() as work:
        return [line.text for line in work.history.lines()]


def absence(signatory: Signatory, first: date, last: date | None) -> StandIn:
    return StandIn(ABSENCE, signatory.id, Days(first, last))


def test_a_signatory_is_taken_in_and_a_slip_in_his_record_corrected(store_desk: Desk, body: IssuingBody) -> None:
    delegate = Signatory(NEW, "Vũ Thị Hạnh", "CHÁNH VĂN PHÒNG", Authority.DELEGATE, types=frozenset({"GM", "CV"}))
    assert signatories.put_signatory(store_desk, body.id, delegate) == body
    corrected = replace(delegate, person="Vũ Thị Hạnh Nguyên")
    signatories.put_signatory(store_desk, body.id, corrected)

    assert now(store_desk, body).signatories == (*body.signatories, corrected)


def test_who_succeeds_signs_from_his_day_on_and_the_old_head_until_the_day_before(
    store_desk: Desk, body: IssuingBody
) -> None:
    head = body.signatories[0]
    signatories.succeed(store_desk, body.id, head.id, SUCCESSOR, NEW_YEAR)
    changed = now(store_desk, body)

    assert signing_on(changed, date(2024, 12, 31)).name == head.person
    assert signing_on(changed, NEW_YEAR).name == SUCCESSOR.person
    assert other_head(changed, changed.signatories[0]) is None


def test_who_succeeds_after_an_empty_time_leaves_the_earlier_end_alone(store_desk: Desk, body: IssuingBody) -> None:
    head = body.signatories[0]
    signatories.end(store_desk, body.id, head.id, CHRISTMAS)
    signatories.succeed(store_desk, body.id, head.id, SUCCESSOR, NEW_YEAR)

    assert now(store_desk, body).signatories[0].days.last == CHRISTMAS


def test_in_the_days_of_a_stand_in_the_block_is_the_deputys_and_then_the_heads_again(
    store_desk: Desk, body: IssuingBody
) -> None:
    head, deputy = body.signatories
    signatories.put_stand_in(store_desk, body.id, absence(deputy, CHRISTMAS, CHRISTMAS))
    assert signing_on(now(store_desk, body), CHRISTMAS) == Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", deputy.person)
    assert signing_on(now(store_desk, body), date(2024, 12, 26)).name == head.person

    signatories.put_stand_in(store_desk, body.id, absence(deputy, NEW_YEAR, NEW_YEAR))
    assert signing_on(now(store_desk, body), CHRISTMAS).name == head.person
    signatories.drop_stand_in(store_desk, body.id, ABSENCE)
    assert now(store_desk, body) == body


def test_nobody_stands_in_after_his_own_last_day(store_desk: Desk, body: IssuingBody) -> None:
    deputy = body.signatories[1]
    signatories.put_stand_in(store_desk, body.id, absence(deputy, CHRISTMAS, NEW_YEAR))
    signatories.end(store_desk, body.id, deputy.id, date(2024, 12, 28))
    assert now(store_desk, body).stand_ins[0].days == Days(CHRISTMAS, date(2024, 12, 28))

    signatories.end(store_desk, body.id, deputy.id, date(2024, 12, 1))
    assert now(store_desk, body).stand_ins == ()


CHANGES: dict[str, Callable[[Desk, IssuingBody], IssuingBody]] = {
    "take in": lambda desk, body: signatories.put_signatory(desk, body.id, SUCCESSOR),
    "succeed": lambda desk, body: signatories.succeed(desk, body.id, body.signatories[0].id, SUCCESSOR, NEW_YEAR),
    "end": lambda desk, body: signatories.end(desk, body.id, body.signatories[1].id, CHRISTMAS),
    "stand in": lambda desk, body: signatories.put_stand_in(
        desk, body.id, absence(body.signatories[1], CHRISTMAS, CHRISTMAS)
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_is_a_line_of_the_history_and_can_be_undone(store_desk: Desk, body: IssuingBody, name: str) -> None:
    before = CHANGES[name](store_desk, body)
    after = now(store_desk, body)
    assert after != body == before

    assert signatories.restore(store_desk, before) == after
    assert now(store_desk, body) == body
    assert sum('"kind":"body"' in line for line in told(store_desk)) == 2


REFUSED: dict[str, tuple[type[DeskError], Callable[[Desk, IssuingBody], object]]] = {
    "a body that is not there": (
        NoSuchRecord,
        lambda desk, body: signatories.put_signatory(desk, UUID(int=1), SUCCESSOR),
    ),
    "a signatory that is not there": (NoSuchRecord, lambda desk, body: signatories.end(desk, body.id, NEW, CHRISTMAS)),
    "somebody represented who is not there": (
        NoSuchRecord,
        lambda desk, body: signatories.put_signatory(desk, body.id, replace(SUCCESSOR, stands_in_for=ABSENCE)),
    ),
    "a stand-in that is not there": (
        NoSuchRecord,
        lambda desk, body: signatories.drop_stand_in(desk, body.id, ABSENCE),
    ),
    "an end before the beginning": (
        EndsBeforeBeginning,
        lambda desk, body: signatories.put_signatory(desk, body.id, replace(SUCCESSOR, days=Days(NEW_YEAR, CHRISTMAS))),
    ),
    "a successor who ends before he begins": (
        EndsBeforeBeginning,
        lambda desk, body: signatories.succeed(
            desk, body.id, body.signatories[0].id, replace(SUCCESSOR, days=Days(None, CHRISTMAS)), NEW_YEAR
        ),
    ),
    "a stand-in that ends before it begins": (
        EndsBeforeBeginning,
        lambda desk, body: signatories.put_stand_in(desk, body.id, absence(body.signatories[1], NEW_YEAR, CHRISTMAS)),
    ),
    "a stand-in who signs no longer": (
        NotSigningThen,
        lambda desk, body: signatories.put_stand_in(
            desk, body.id, absence(body.signatories[1], CHRISTMAS, date(2025, 3, 1))
        ),
    ),
    "a stand-in without end of who signs until a day": (
        NotSigningThen,
        lambda desk, body: signatories.put_stand_in(desk, body.id, absence(body.signatories[1], CHRISTMAS, None)),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_and_changes_nothing(store_desk: Desk, body: IssuingBody, name: str) -> None:
    error, change = REFUSED[name]
    before = told(store_desk)
    with pytest.raises(error):
        change(store_desk, body)

    assert now(store_desk, body) == body
    assert told(store_desk) == before


def test_a_second_head_in_the_same_days_is_told_and_not_refused(store_desk: Desk, body: IssuingBody) -> None:
    signatories.put_signatory(store_desk, body.id, SUCCESSOR)
    changed = now(store_desk, body)

    assert other_head(changed, SUCCESSOR) == body.signatories[0]
    assert other_head(changed, body.signatories[1]) is None
    assert other_head(changed, replace(SUCCESSOR, days=Days(date(2025, 3, 1)))) is None


def test_a_deputy_signs_for_who_has_the_position_that_he_names(body: IssuingBody) -> None:
    head, deputy = body.signatories
    another = replace(deputy, id=NEW, principal="Trưởng ban", stands_in_for=None)

    assert represented(body, another) == head.id
    assert represented(body, replace(another, principal="BÍ THƯ")) is None
    assert represented(body, replace(another, authority=Authority.ON_BEHALF)) is None


def test_papers_keep_the_signature_that_they_have(store_desk: Desk, body: IssuingBody) -> None:
    signed = Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi")
    draft = drafting.begin(store_desk, a_dispatch(number=None, signing=(signed,)), body.id).draft
    signatories.succeed(store_desk, body.id, body.signatories[0].id, SUCCESSOR, date(2024, 12, 2))
    opened = drafting.open_draft(store_desk, draft.id)

    assert (opened.draft.body_version, opened.dispatch.signing) == (draft.body_version, (signed,))
