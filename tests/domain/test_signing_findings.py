"""What is worth telling of the signatures under a dispatch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.builders import a_dispatch
from support.stores import CHRISTMAS_EVE

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.findings import FindingKind
from vpdesk.domain.organisation import IssuingBody
from vpdesk.domain.signing_findings import find_signing
from vpdesk.services.office import sample_office
from vpdesk.services.rules import Packs

EVE = date(2024, 12, 24)
HEAD = Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi")
DEPUTY = Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh")
STRANGER = Signing(None, "GIÁM ĐỐC", "Lò Thị Xuyến")


@pytest.fixture(scope="module")
def bodies() -> tuple[IssuingBody, ...]:
    """The bodies of the sample office."""
    return sample_office(CHRISTMAS_EVE)[0]


def found(packs: Packs, bodies: tuple[IssuingBody, ...], *blocks: Signing, day: date = EVE) -> list[FindingKind]:
    """The kinds of findings of a letter with these signatures."""
    letter = a_dispatch(date=day, signing=blocks)
    return [one.kind for one in find_signing(bodies, letter, packs["party-2018"], day)]


def test_who_signs_by_the_records_is_not_worth_telling(packs: Packs, bodies: tuple[IssuingBody, ...]) -> None:
    assert found(packs, bodies, HEAD) == found(packs, bodies, DEPUTY) == []
    assert found(packs, bodies, Signing(None, "Q. TRƯỞNG BAN", "Đỗ Khánh Linh"), day=date(2025, 5, 20)) == []


@pytest.mark.parametrize("form", ["TM.", "KT.", "TL.", "TUQ.", "T/UQ"])
def test_the_forms_of_the_state_are_not_those_of_the_party(
    packs: Packs, bodies: tuple[IssuingBody, ...], form: str
) -> None:
    kinds = found(packs, bodies, replace(DEPUTY, authority=f"{form} TRƯỞNG BAN"))

    assert FindingKind.SIGNING_FORM_NOT_OF_RULES in kinds


def test_the_forms_of_the_party_are_not_those_of_the_state(packs: Packs, bodies: tuple[IssuingBody, ...]) -> None:
    letter = a_dispatch(date=EVE, signing=(DEPUTY,))

    assert [one.detail for one in find_signing(bodies, letter, packs["state-2020"], EVE)] == ["K/T"]


def test_nobody_signs_for_the_secretary_of_a_committee(packs: Packs, bodies: tuple[IssuingBody, ...]) -> None:
    kinds = found(packs, bodies, Signing("K/T BÍ THƯ", "PHÓ BÍ THƯ", "Lò Thị Xuyến"))

    assert FindingKind.SIGNING_FOR_COLLECTIVE in kinds


def test_who_is_not_in_the_records_is_told_but_under_a_joint_document(
    packs: Packs, bodies: tuple[IssuingBody, ...]
) -> None:
    assert found(packs, bodies, STRANGER) == [FindingKind.SIGNATORY_NOT_KNOWN]
    assert found(packs, bodies, HEAD, STRANGER) == []


def test_who_no_longer_signs_on_that_day_is_told(packs: Packs, bodies: tuple[IssuingBody, ...]) -> None:
    assert found(packs, bodies, HEAD, day=date(2025, 5, 16)) == [FindingKind.SIGNATORY_NOT_OF_DATE]
    assert found(packs, bodies, replace(HEAD, position="PHÓ TRƯỞNG BAN")) == [FindingKind.SIGNATORY_NOT_OF_DATE]


def test_who_does_not_sign_this_type_is_told(packs: Packs, bodies: tuple[IssuingBody, ...]) -> None:
    first, *rest = bodies
    plans = tuple(replace(one, types=frozenset({"KH"})) for one in first.signatories)

    assert found(packs, (replace(first, signatories=plans), *rest), HEAD) == [FindingKind.SIGNATORY_NOT_OF_TYPE]


def test_an_office_without_records_of_signatories_is_told_nothing(packs: Packs) -> None:
    bare = tuple(replace(body, signatories=()) for body in sample_office(CHRISTMAS_EVE)[0])

    assert found(packs, bare, STRANGER) == []
