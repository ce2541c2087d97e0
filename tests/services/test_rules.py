"""Which rule pack a dispatch follows."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from support.builders import a_dispatch

from vpdesk.domain.errors import FileNotReadable, Obstacle, UnknownRules
from vpdesk.domain.findings import Finding, FindingKind
from vpdesk.services.rules import Packs, choose_pack, load_packs

OLD, NEW = "party-2018", "party-2026"
DAYS = [
    (date(2018, 4, 3), OLD),
    (date(2024, 12, 24), OLD),
    (date(2026, 1, 8), OLD),
    (date(2026, 1, 9), OLD),
    (date(2026, 5, 26), OLD),
    (date(2026, 5, 27), NEW),
    (date(2026, 11, 24), NEW),
    (date(2099, 1, 1), NEW),
    (None, NEW),
]


@pytest.mark.parametrize(("day", "name"), DAYS, ids=str)
def test_the_day_of_a_dispatch_chooses_its_pack(packs: Packs, day: date | None, name: str) -> None:
    pack, findings = choose_pack(packs, a_dispatch(date=day), None)

    assert (pack.name, findings) == (name, ())


@pytest.mark.parametrize("day", [date(2018, 4, 2), date(2017, 2, 6), date(1930, 2, 3)], ids=str)
def test_a_dispatch_before_the_first_pack_follows_the_oldest_and_is_told_of(packs: Packs, day: date) -> None:
    pack, findings = choose_pack(packs, a_dispatch(date=day), None)

    assert pack.name == OLD
    assert findings == (Finding(FindingKind.NO_RULES_FOR_DATE, "4", day.isoformat()),)


@pytest.mark.parametrize("by", ["the file", "the command"])
@pytest.mark.parametrize(("day", "name"), DAYS, ids=str)
def test_a_pack_that_is_named_wins_and_another_day_is_told(packs: Packs, day: date | None, name: str, by: str) -> None:
    for chosen in (OLD, NEW):
        dispatch = a_dispatch(date=day, rules=chosen if by == "the file" else None)
        pack, findings = choose_pack(packs, dispatch, chosen if by == "the command" else None)
        told = (Finding(FindingKind.RULES_NOT_OF_DATE, "4", packs[chosen].title),)

        assert pack.name == chosen
        assert findings == (() if day is None or name == chosen else told)


def test_the_command_wins_over_the_file(packs: Packs) -> None:
    pack, _ = choose_pack(packs, a_dispatch(rules=OLD), NEW)

    assert pack.name == NEW


@pytest.mark.parametrize("by", ["the file", "the command"])
def test_a_pack_that_is_not_there_is_refused_with_those_that_are(packs: Packs, by: str) -> None:
    with pytest.raises(UnknownRules) as caught:
        choose_pack(packs, a_dispatch(rules="party-1997"), None if by == "the file" else "party-1997")

    assert caught.value.name == "party-1997"
    assert {OLD, NEW} <= set(caught.value.known)


def test_a_folder_without_packs_has_none(tmp_path: Path) -> None:
    assert load_packs(tmp_path) == {}


def test_a_pack_that_cannot_be_opened_is_told_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "party-1999.toml").mkdir()

    with pytest.raises(FileNotReadable) as caught:
        load_packs(tmp_path)

    assert (caught.value.path.name, caught.value.obstacle) == ("party-1999.toml", Obstacle.IS_FOLDER)


@pytest.mark.parametrize("day", [date(2020, 3, 5), date(2026, 9, 3), None], ids=str)
def test_the_rules_of_the_state_are_followed_where_they_are_named(packs: Packs, day: date | None) -> None:
    pack, findings = choose_pack(packs, a_dispatch(date=day, rules="state-2020"), None)

    assert (pack.name, findings) == ("state-2020", ())


def test_a_paper_older_than_the_decree_is_told_of_it(packs: Packs) -> None:
    pack, findings = choose_pack(packs, a_dispatch(date=date(2020, 3, 4), rules="state-2020"), None)

    assert findings == (Finding(FindingKind.RULES_NOT_OF_DATE, "4", pack.title),)


def test_no_two_packs_of_the_party_hold_on_the_same_day(packs: Packs) -> None:
    party = sorted((pack for pack in packs.values() if pack.chosen_by_date), key=lambda pack: pack.valid_from)

    assert all(pack.valid_until is not None for pack in party[:-1])
    assert party[-1].valid_until is None
    for earlier, later in pairwise(party):
        assert earlier.valid_until is not None
        assert (later.valid_from - earlier.valid_until).days == 1
