"""Rule packs: every value with its source, and every fault of a pack with its key."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.builders import a_pack, a_pack_tree, a_type
from support.needs import ROOT

from vpdesk.domain.errors import FaultyRules
from vpdesk.domain.pack import RulePack, Ruling, read_pack
from vpdesk.paths import resource
from vpdesk.services.papers import load_words
from vpdesk.services.rules import Packs, load_packs

FILES = sorted(resource("rules").glob("*.toml"))
GUIDANCE = re.compile(r"(practice|guess|(HD36|HD05|QĐ66|QĐ399|NĐ30)( .+)?)$")


def test_the_shipped_packs_are_those_of_the_contract(packs: Packs) -> None:
    assert packs.keys() == {"party-2018", "party-2026", "state-2020"}
    assert {name: pack.name for name, pack in packs.items()} == {name: name for name in packs}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_ruling_names_a_guidance_practice_or_a_guess_as_its_source(path: Path, packs: Packs) -> None:
    rulings = packs[path.stem].rulings

    assert len(rulings) > 100
    assert {key: ruling.source for key, ruling in rulings.items() if not GUIDANCE.match(ruling.source)} == {}


def test_every_word_and_figure_of_the_papers_names_its_source() -> None:
    rulings = load_words().rulings

    assert {key: ruling.source for key, ruling in rulings.items() if not GUIDANCE.match(ruling.source)} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_type_names_where_it_comes_from(path: Path) -> None:
    listed = tomllib.loads(path.read_text(encoding="utf-8")).get("types", [])

    assert {one["code"]: one.get("source") for one in listed if not one.get("source")} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_value_lies_within_its_own_limits(path: Path, packs: Packs) -> None:
    outside = {
        key: ruling
        for key, ruling in packs[path.stem].rulings.items()
        if isinstance(ruling.value, int | float)
        and not (ruling.low if ruling.low is not None else ruling.value)
        <= ruling.value
        <= (ruling.high if ruling.high is not None else ruling.value)
    }

    assert outside == {}


# spec/format.md, section 8: the figures of HD36.
FIGURES = {
    "page.top_mm": 20,
    "page.bottom_mm": 20,
    "page.left_mm": 30,
    "page.right_mm": 15,
    "page.number_top_mm": 10,
    "page.number_first": 2,
    "style.party_title.size": 15,
    "style.parent_body.size": 14,
    "style.issuing_body.size": 14,
    "style.reference.size": 14,
    "style.place_and_date.size": 14,
    "style.letter_summary.size": 12,
    "style.body.indent_mm": 10,
    "style.authority.size": 14,
    "style.position.size": 14,
    "style.signatory.size": 14,
    "style.salutation.size": 14,
    "style.addressee.size": 14,
    "style.distribution_label.size": 14,
    "style.recipient.size": 12,
    "style.urgency.size": 14,
    "style.circulation_notice.size": 12,
    "style.draft_notice.size": 14,
    "style.typist_mark.size": 8,
    "style.contact_line.size": 10,
    "style.page_number.size": 14,
    "words.number_digits": 2,
}
FLAGS = {
    "style.party_title.bold": True,
    "style.issuing_body.bold": True,
    "style.parent_body.bold": False,
    "style.place_and_date.italic": True,
    "style.type_name.bold": True,
    "style.subject.bold": True,
    "style.letter_summary.italic": True,
    "style.letter_summary.bold": False,
    "style.authority.bold": True,
    "style.position.bold": False,
    "style.signatory.bold": True,
    "style.salutation.italic": True,
    "style.addressee.italic": False,
    "style.basis.italic": False,
    "style.article.bold": True,
    "style.distribution_label.underline": True,
    "style.recipient.underline": False,
    "style.urgency.bold": True,
    "style.circulation_notice.bold": True,
    "style.draft_notice.italic": True,
}
RANGES = {
    "style.type_name.size": (15, 16),
    "style.subject.size": (14, 15),
    "style.body.size": (14, 15),
    "style.body.before": (6, None),
}


@pytest.mark.parametrize("name", ["party-2018", "party-2026"])
class TestTheFiguresOfTheSpecification:
    @pytest.mark.parametrize("key", FIGURES)
    def test_a_figure_is_the_one_of_the_guidance(self, packs: Packs, name: str, key: str) -> None:
        assert packs[name].number(key) == FIGURES[key]

    @pytest.mark.parametrize("key", FLAGS)
    def test_a_style_is_the_one_of_the_guidance(self, packs: Packs, name: str, key: str) -> None:
        assert packs[name].flag(key) is FLAGS[key]

    @pytest.mark.parametrize("key", RANGES)
    def test_a_limit_is_the_one_of_the_guidance(self, packs: Packs, name: str, key: str) -> None:
        ruling = packs[name].ruling(key)

        assert (ruling.low, ruling.high) == RANGES[key]


# spec/format.md, section 5: the figures of NĐ30, as (value, least, most).
STATE_FIGURES = {
    "page.top_mm": (20, 20, 25),
    "page.bottom_mm": (20, 20, 25),
    "page.left_mm": (30, 30, 35),
    "page.right_mm": (15, 15, 20),
    "page.number_first": (2, None, None),
    "style.page_number.size": (14, 13, 14),
    "style.party_title.size": (13, 12, 13),
    "style.motto.size": (14, 13, 14),
    "style.motto.rule": (1, None, None),
    "style.parent_body.size": (13, 12, 13),
    "style.issuing_body.size": (13, 12, 13),
    "style.issuing_body.rule": (0.4, 0.33, 0.5),
    "style.reference.size": (13, None, None),
    "style.place_and_date.size": (14, 13, 14),
    "style.type_name.size": (14, 13, 14),
    "style.subject.size": (14, 13, 14),
    "style.subject.rule": (0.4, 0.33, 0.5),
    "style.letter_summary.size": (13, 12, 13),
    "style.letter_summary.before": (6, None, None),
    "style.body.size": (14, 13, 14),
    "style.body.before": (6, 6, None),
    "style.body.indent_mm": (10, 10, 12.7),
    "style.authority.size": (14, 13, 14),
    "style.position.size": (14, 13, 14),
    "style.signatory.size": (14, 13, 14),
    "style.salutation.size": (14, 13, 14),
    "style.distribution_label.size": (12, None, None),
    "style.recipient.size": (11, None, None),
    "style.urgency.size": (14, 13, 14),
    "style.circulation_notice.size": (13, 13, 14),
    "style.appendix_title.size": (14, 13, 14),
    "style.typist_mark.size": (11, None, None),
    "style.contact_line.size": (11, 11, 12),
}
STATE_FLAGS = {
    "style.party_title.bold": True,
    "style.motto.bold": True,
    "style.parent_body.bold": False,
    "style.issuing_body.bold": True,
    "style.place_and_date.italic": True,
    "style.letter_summary.italic": False,
    "style.basis.italic": True,
    "style.authority.bold": True,
    "style.position.bold": True,
    "style.signatory.bold": True,
    "style.salutation.italic": False,
    "style.distribution_label.bold": True,
    "style.distribution_label.italic": True,
    "style.distribution_label.underline": False,
}


class TestTheFiguresOfTheDecree:
    @pytest.mark.parametrize("key", STATE_FIGURES)
    def test_a_figure_is_the_one_of_the_decree_with_its_limits(self, packs: Packs, key: str) -> None:
        ruling = packs["state-2020"].ruling(key)

        assert (ruling.value, ruling.low, ruling.high) == STATE_FIGURES[key]

    @pytest.mark.parametrize("key", STATE_FLAGS)
    def test_a_style_is_the_one_of_the_decree(self, packs: Packs, key: str) -> None:
        assert packs["state-2020"].flag(key) is STATE_FLAGS[key]

    def test_its_numbers_run_by_the_year_in_one_register_and_the_partys_by_the_term(self, packs: Packs) -> None:
        assert {name: pack.text("numbering.period") for name, pack in packs.items()} == {
            "party-2018": "term",
            "party-2026": "term",
            "state-2020": "year",
        }
        assert len({one.group for one in packs["state-2020"].types}) == 1


# spec/format.md, 2.2: the catalogue of QĐ399 in its order.
TYPES = (
    "Cương lĩnh chính trị, Điều lệ Đảng, Chiến lược, Nghị quyết, Quyết định, Chỉ thị, Kết luận, Quy chế, Quy định, "
    "Thông tri, Hướng dẫn, Thông báo, Thông cáo, Tuyên bố, Lời kêu gọi, Báo cáo, Kế hoạch, Quy hoạch, Chương trình, "
    "Đề án, Phương án, Dự án, Tờ trình, Công văn, Biên bản"
).split(", ")
PAPERS = (
    "Giấy giới thiệu, Giấy chứng nhận, Giấy đi đường, Giấy nghỉ phép, Giấy mời, Phiếu chuyển, Phiếu gửi, Thư công"
).split(", ")
# spec/format.md, 1.4: the symbols that are known.
SYMBOLS = {
    **{code: code for code in "NQ CT KL QĐ TT HD TB BC KH CTr QC TTr CV BB ĐA PA GM GGT".split()},
    "QyĐ": "QĐ",
}


class TestTheCatalogueOfTypes:
    @pytest.mark.parametrize("name", ["party-2018", "party-2026"])
    def test_it_has_the_types_and_the_papers_of_the_guidance_in_its_order(self, packs: Packs, name: str) -> None:
        types = [one.name for one in packs[name].types]

        assert types[: len(TYPES)] == TYPES
        assert sorted(types[len(TYPES) :]) == sorted(PAPERS)

    def test_the_symbols_that_are_known_are_those_of_the_guidance(self, packs: Packs) -> None:
        symbols = {one.code: one.symbol for one in packs["party-2018"].types}

        assert {code: symbols[code] for code in SYMBOLS} == SYMBOLS

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_a_symbol_that_no_source_gives_is_marked_as_ours(self, path: Path) -> None:
        listed = tomllib.loads(path.read_text(encoding="utf-8")).get("types", []) if "party" in path.stem else []

        assert all("symbol: " in one["source"] for one in listed if one["code"] not in SYMBOLS)

    def test_no_two_types_share_a_symbol_but_those_that_share_a_series(self, packs: Packs) -> None:
        for pack in packs.values():
            series = {(one.symbol, one.group) for one in pack.types}

            assert len({symbol for symbol, _ in series}) == len(series)


def test_the_pitch_of_lines_got_its_upper_limit_in_2026(packs: Packs) -> None:
    old, new = (packs[name].ruling("style.body.leading") for name in ("party-2018", "party-2026"))

    assert (old.low, old.high) == (18, None)
    assert (new.low, new.high) == (18, 22)


def test_only_what_changed_in_2026_is_different(packs: Packs) -> None:
    old, new = packs["party-2018"].rulings, packs["party-2026"].rulings

    assert old.keys() <= new.keys()
    assert {key for key in new if new[key] != old.get(key)} == {
        "words.letter_prefix",
        "salutation.label_TTr",
        "salutation.separator",
        "distribution.separator",
        "bases.last",
        "style.body.leading",
    }


# --- reading ------------------------------------------------------------------------------------------------------


def test_a_value_is_found_by_its_dotted_key_with_source_and_limits() -> None:
    pack = a_pack(style={"body": {"size": {"value": 14, "source": "HD1", "min": 14, "max": 15}}})

    assert pack.ruling("style.body.size") == Ruling(14, "HD1", 14.0, 15.0)
    assert pack.number("style.body.size") == 14.0


def test_a_pack_says_only_what_differs_from_its_base() -> None:
    base = a_pack(types=[a_type(), a_type(code="KH", name="Kế hoạch")])
    tree = a_pack_tree(
        name="party-2000",
        base="party-1999",
        page=...,
        words={"star": {"value": "x", "source": "HD2"}},
        types=[a_type(name="Thư")],
    )
    pack = read_pack(tree, {"party-1999": base})

    assert pack.number("page.top_mm") == 20
    assert pack.ruling("words.star") == Ruling("x", "HD2")
    assert [(one.code, one.name) for one in pack.types] == [("CV", "Thư"), ("KH", "Kế hoạch")]
    assert base.text("words.star") == "*"


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(1998, 12, 31), False),
        (date(1999, 1, 1), True),
        (date(2005, 6, 30), True),
        (date(2005, 7, 1), False),
    ],
)
def test_a_pack_covers_its_first_day_and_its_last(day: date, covered: bool) -> None:
    assert a_pack(valid_until=date(2005, 6, 30)).covers(day) is covered


def test_a_pack_without_a_last_day_covers_all_that_follows() -> None:
    assert a_pack().covers(date.max)


def a_value(**ruling: object) -> dict[str, object]:
    """Members of a pack whose one figure is this."""
    return {"page": {"top_mm": ruling}}


FAULTS = [
    pytest.param({"name": ...}, "name", id="no name"),
    pytest.param({"title": ...}, "title", id="no title"),
    pytest.param({"title": 3}, "title", id="a title that is a number"),
    pytest.param({"revision": "1"}, "revision", id="a revision in words"),
    pytest.param({"revision": True}, "revision", id="a revision that is true"),
    pytest.param({"chosen_by_date": "no"}, "chosen_by_date", id="a choice by date in words"),
    pytest.param({"valid_from": ...}, "valid_from", id="no first day"),
    pytest.param({"valid_from": "2018-04-03"}, "valid_from", id="a first day in words"),
    pytest.param({"valid_until": 2026}, "valid_until", id="a last day that is a year"),
    pytest.param({"base": "party-1900"}, "base", id="a base that is not there"),
    pytest.param({"base": 7}, "base", id="a base that is a number"),
    pytest.param({"valid_untill": date(2026, 5, 26)}, "valid_untill", id="a word misspelt"),
    pytest.param({"page": {"top_mm": 20}}, "page.top_mm", id="a value without its source"),
    pytest.param(a_value(value=20), "page.top_mm", id="a value with no source"),
    pytest.param(a_value(value=20, source=""), "page.top_mm", id="a source that is empty"),
    pytest.param(a_value(value=20, source=36), "page.top_mm", id="a source that is a number"),
    pytest.param(a_value(value=[20], source="HD1"), "page.top_mm", id="a value that is a list"),
    pytest.param(a_value(value=date(2018, 4, 3), source="HD1"), "page.top_mm", id="a value that is a day"),
    pytest.param(a_value(value=20, source="HD1", maximum=25), "page.top_mm", id="a word that is not known"),
    pytest.param(a_value(value=20, source="HD1", min="18"), "page.top_mm.min", id="a limit in words"),
    pytest.param(a_value(value=20, source="HD1", max=True), "page.top_mm.max", id="a limit that is true"),
    pytest.param(a_value(value=20, source="HD1", min=21), "page.top_mm", id="a value below its limit"),
    pytest.param(a_value(value=20, source="HD1", max=19), "page.top_mm", id="a value above its limit"),
    pytest.param(a_value(value=float("nan"), source="HD1"), "page.top_mm", id="a value that is no number"),
    pytest.param(a_value(value=float("inf"), source="HD1"), "page.top_mm", id="a value without end"),
    pytest.param({"types": "CV"}, "types", id="types that are a text"),
    pytest.param({"types": ["CV"]}, "types", id="a type that is a text"),
    pytest.param({"types": [a_type(code=...)]}, "code", id="a type without its code"),
    pytest.param({"types": [a_type(name=...)]}, "types.CV.name", id="a type without its name"),
    pytest.param({"types": [a_type(source=...)]}, "types.CV.source", id="a type without its source"),
    pytest.param({"types": [a_type(subject="beside")]}, "types.CV", id="a subject in an unknown place"),
    pytest.param({"types": [a_type(issuers=["ministry"])]}, "types.CV", id="an unknown issuer"),
    pytest.param({"types": [a_type(issuers="committee")]}, "types.CV.issuers", id="issuers that are a text"),
    pytest.param({"types": [a_type(valid_from=2026)]}, "types.CV.valid_from", id="a type's first day that is a year"),
]


@pytest.mark.parametrize(("changes", "key"), FAULTS)
def test_a_faulty_pack_is_refused_with_the_key(changes: dict[str, Any], key: str) -> None:
    with pytest.raises(FaultyRules) as caught:
        read_pack(a_pack_tree(**changes), {})

    assert key in caught.value.key
    assert caught.value.pack in {"party-1999", "?"}


@pytest.mark.parametrize(
    ("ask", "key"),
    [
        (lambda pack: pack.ruling("page.bottom_mm"), "page.bottom_mm"),
        (lambda pack: pack.number("page.bottom_mm"), "page.bottom_mm"),
        (lambda pack: pack.number("words.star"), "words.star"),
        (lambda pack: pack.text("page.top_mm"), "page.top_mm"),
        (lambda pack: pack.flag("page.top_mm"), "page.top_mm"),
    ],
    ids=["missing", "missing figure", "words for a figure", "a figure for words", "a figure for yes or no"],
)
def test_a_value_that_is_not_what_is_asked_for_is_told_with_its_key(ask: Any, key: str) -> None:
    with pytest.raises(FaultyRules) as caught:
        ask(a_pack())

    assert (caught.value.pack, caught.value.key) == ("party-1999", key)


def test_a_figure_may_have_a_default_and_a_flag_is_off_unless_said() -> None:
    assert a_pack().number("page.bottom_mm", 25) == 25
    assert a_pack().number("page.top_mm", 25) == 20
    assert a_pack().flag("style.body.bold") is False


@pytest.mark.parametrize(
    ("text", "key"),
    [("name = ", "TOML"), ('name = "party-1999"\n', "title"), ("a = 1\na = 2\n", "TOML")],
    ids=["not TOML", "half a pack", "a key that stands twice"],
)
def test_a_pack_file_that_cannot_be_understood_is_refused_by_name(tmp_path: Path, text: str, key: str) -> None:
    (tmp_path / "party-1999.toml").write_text(text, encoding="utf-8")

    with pytest.raises(FaultyRules) as caught:
        load_packs(tmp_path)

    assert (caught.value.pack, caught.value.key) == ("party-1999", key)


def test_a_pack_file_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "party-1999.toml").write_bytes(b'title = "H\xe0"')

    with pytest.raises(FaultyRules) as caught:
        load_packs(tmp_path)

    assert caught.value.pack == "party-1999"


# --- digest -------------------------------------------------------------------------------------------------------


def test_a_digest_is_a_sha_256_that_does_not_depend_on_the_order_of_writing() -> None:
    pages = {"page": {"top_mm": {"value": 20, "source": "HD1"}, "left_mm": {"value": 30, "source": "HD1"}}}
    turned = {"page": dict(reversed(pages["page"].items()))}

    assert a_pack(**pages).digest == a_pack(**turned).digest
    assert re.fullmatch(r"[0-9a-f]{64}", a_pack().digest)


CHANGES = {
    "a figure": a_value(value=21, source="HD1"),
    "a figure for a flag": a_value(value=True, source="HD1"),
    "a figure for words": a_value(value="20", source="HD1"),
    "a lower limit": a_value(value=20, source="HD1", min=18),
    "an upper limit": a_value(value=20, source="HD1", max=22),
    "a word": {"words": {"star": {"value": "+", "source": "practice"}}},
    "one more value": {"head": {"gutter": {"value": 8, "source": "practice"}}},
    "one value less": {"words": {}},
    "a type's name": {"types": [a_type(name="Thư")]},
    "a type's symbol": {"types": [a_type(symbol="T")]},
    "a type's series": {"types": [a_type(group="T")]},
    "a type's subject": {"types": [a_type(subject="under_name")]},
    "a type's issuers": {"types": [a_type(issuers=["cell"])]},
    "a type's first day": {"types": [a_type(valid_from=date(2026, 1, 9))]},
    "a type's last day": {"types": [a_type(valid_until=date(2026, 1, 9))]},
    "no type": {"types": []},
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES.keys())
def test_a_digest_changes_with_any_value(changes: dict[str, Any]) -> None:
    assert a_pack(**changes).digest != a_pack().digest


def test_a_digest_does_not_change_with_a_source_or_a_title() -> None:
    changed = a_pack(title="Hướng dẫn", **a_value(value=20, source="practice"))

    assert changed.digest == a_pack().digest


def test_the_digests_of_the_shipped_packs_are_the_same_in_every_process(packs: Packs) -> None:
    script = (
        "from vpdesk.paths import resource; from vpdesk.services.rules import load_packs\n"
        "print(*(f'{name} {pack.digest}' for name, pack in load_packs(resource('rules')).items()), sep='\\n')"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert told == {"".join(f"{name} {pack.digest}\n" for name, pack in packs.items())}


def test_a_pack_with_a_ruling_of_its_own_is_a_pack() -> None:
    pack = RulePack("x", "x", 1, date(2000, 1, 1), None, {"a.b": Ruling(1, "guess")}, ())

    assert pack.number("a.b") == 1
