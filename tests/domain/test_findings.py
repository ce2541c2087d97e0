"""What is worth telling about a dispatch without refusing it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support.builders import a_dispatch, a_pack, a_type

from vpdesk.domain.dispatch import Dispatch, PageSetup
from vpdesk.domain.findings import Figure, Finding, FindingKind, find_unusual
from vpdesk.services.rules import Packs

BAN, COMMITTEE, CELL, UNKNOWN = "BAN TUYÊN GIÁO", "HUYỆN ỦY HÀ NINH", "CHI BỘ XÓM BẮC", "HỢP TÁC XÃ"


def a_paper(type: str = "KH", **changes: Any) -> Dispatch:  # noqa: A002 -- as the builder calls it
    """A small dispatch without addressees, which most types have none of."""
    return a_dispatch(type, **{"addressees": (), **changes})


# spec/format.md, 2.4: what is seen of each kind of body.
USUAL = {
    BAN: {"CV", "BC", "KH", "HD", "TB", "TTr", "QĐ", "CTr", "ĐA", "BB", "GM", "GGT"},
    COMMITTEE: {"CV", "BC", "KH", "HD", "TB", "TTr", "QĐ", "QyĐ", "NQ", "KL", "CT", "CTr", "ĐA", "QC", "BB", "GM"},
    CELL: {"CV", "BC", "KH", "TB", "TTr", "QĐ", "NQ", "KL", "CTr", "ĐA", "QC", "BB", "GM"},
}
UNUSUAL = {
    BAN: {"NQ", "KL", "CT", "TT", "QyĐ"},
    COMMITTEE: set[str](),
    CELL: {"HD", "CT", "TT", "QyĐ"},
}


@pytest.mark.parametrize(("body", "type"), [(body, one) for body, types in USUAL.items() for one in sorted(types)])
def test_a_type_that_a_body_issues_is_not_worth_telling(packs: Packs, body: str, type: str) -> None:  # noqa: A002 -- as the builder calls it
    assert find_unusual(a_paper(type, issuing_body=body), packs["party-2018"]) == ()


@pytest.mark.parametrize(("body", "type"), [(body, one) for body, types in UNUSUAL.items() for one in sorted(types)])
def test_a_type_that_a_body_does_not_issue_is_told_by_name(packs: Packs, body: str, type: str) -> None:  # noqa: A002 -- as the builder calls it
    pack = packs["party-2018"]
    name = next(one.name for one in pack.types if one.code == type)

    assert find_unusual(a_paper(type, issuing_body=body), pack) == (Finding(FindingKind.TYPE_NOT_USUAL, "5a", name),)


def test_nothing_is_told_of_a_body_whose_kind_its_name_does_not_say(packs: Packs) -> None:
    assert find_unusual(a_paper("NQ", issuing_body=UNKNOWN), packs["party-2018"]) == ()


@pytest.mark.parametrize("body", ["ỦY BAN NHÂN DÂN XÃ HÀ NINH", "BAN QUẢN LÝ CHỢ"])
def test_any_body_may_issue_any_type_of_the_state(packs: Packs, body: str) -> None:
    pack = packs["state-2020"]

    assert [find_unusual(a_paper(one.code, issuing_body=body), pack) for one in pack.types] == [()] * len(pack.types)


def test_a_type_that_is_not_in_the_catalogue_is_told_by_its_code(packs: Packs) -> None:
    assert find_unusual(a_paper("XYZ"), packs["party-2018"]) == (Finding(FindingKind.TYPE_UNKNOWN, "5a", "XYZ"),)


@pytest.mark.parametrize(("day", "told"), [(date(2026, 1, 8), True), (date(2026, 1, 9), False), (None, False)], ids=str)
def test_a_type_that_came_later_than_the_paper_is_told(day: date | None, told: bool) -> None:
    limits = {
        "style": {"body": {key: {"value": 14, "source": "HD1", "min": 0} for key in ("size", "leading", "before")}}
    }
    pack = a_pack(types=[a_type(valid_from=date(2026, 1, 9))], **limits)
    found = find_unusual(a_paper("CV", date=day), pack)

    assert [one.kind for one in found] == ([FindingKind.TYPE_NOT_OF_DATE] if told else [])


@pytest.mark.parametrize("rules", ["party-2018", "party-2026"])
def test_addressees_are_told_of_a_type_whose_form_has_none(packs: Packs, rules: str) -> None:
    pack = packs[rules]
    told = {
        one.code
        for one in pack.types
        if find_unusual(a_paper(one.code, issuing_body=UNKNOWN, addressees=("Huyện ủy",)), pack)
        == (Finding(FindingKind.ADDRESSEES_NOT_USUAL, "9a", one.name),)
    }

    assert {one.code for one in pack.types} - told == {"CV", "TTr", "GM", "GGT", "PC", "PG", "ThC"}


@pytest.mark.parametrize(
    ("page", "name", "detail", "figure"),
    [
        pytest.param(PageSetup(body_size=13), "party-2018", "13 (14–15)", Figure.BODY_SIZE, id="a small face"),
        pytest.param(PageSetup(body_size=16), "party-2018", "16 (14–15)", Figure.BODY_SIZE, id="a large face"),
        pytest.param(PageSetup(leading=17), "party-2018", "17 (≥ 18)", Figure.LEADING, id="lines too close"),
        pytest.param(PageSetup(leading=23), "party-2026", "23 (18–22)", Figure.LEADING, id="lines too far apart"),
        pytest.param(PageSetup(gap=0), "party-2018", "0 (≥ 6)", Figure.GAP, id="no gap"),
    ],
)
def test_a_page_outside_the_limits_of_the_guidance_is_told_with_them(
    packs: Packs, page: PageSetup, name: str, detail: str, figure: Figure
) -> None:
    assert find_unusual(a_paper(page=page), packs[name]) == (Finding(FindingKind.OUTSIDE_LIMITS, "6", detail, figure),)


@pytest.mark.parametrize(
    "page",
    [
        PageSetup(),
        PageSetup(body_size=14, leading=18, gap=6),
        PageSetup(body_size=15, leading=22, gap=12),
        PageSetup(body_size=14.5, leading=18.5),
    ],
    ids=["its own", "the least", "the most", "between"],
)
def test_a_page_within_the_limits_is_not_worth_telling(packs: Packs, page: PageSetup) -> None:
    assert find_unusual(a_paper(page=page), packs["party-2026"]) == ()
