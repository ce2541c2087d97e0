"""The index of templates, and which of them a body is offered."""

from __future__ import annotations

from typing import Any

import pytest
from support.builders import a_bare_dispatch, a_pack, a_type

from vpdesk.domain.catalog import BodyKind
from vpdesk.domain.errors import FaultyRules
from vpdesk.domain.pack import RulePack
from vpdesk.domain.templates import Caption, Entry, Template, offered, read_index, with_prefix

WORDS = {"vi": "Mẫu", "en": "Template"}


def an_index(**changes: Any) -> dict[str, Any]:
    """The tree of an index with one template, with these members."""
    entry = {"group": "letters", "name": WORDS, "description": WORDS, **changes}
    return {"groups": {"letters": {"vi": "Công văn", "en": "Letters"}}, "templates": {"cong-van": entry}}


def a_template(type: str = "CV", issuers: frozenset[BodyKind] = frozenset(BodyKind)) -> Template:  # noqa: A002
    caption = Caption("Mẫu", "Template")
    return Entry(type, caption, caption, caption, issuers).with_dispatch(a_bare_dispatch(type))


def a_pack_with(prefix: str) -> RulePack:
    return a_pack(
        words={"letter_prefix": {"value": prefix, "source": "practice"}},
        types=[a_type(), a_type(code="NQ", symbol="NQ", subject="under_name", issuers=["committee", "cell"])],
    )


def test_an_entry_has_its_words_in_both_languages() -> None:
    (entry,) = read_index(an_index(issuers=["cell"]))

    assert (entry.key, entry.issuers) == ("cong-van", frozenset({BodyKind.CELL}))
    assert (entry.group.in_language("vi"), entry.group.in_language("en")) == ("Công văn", "Letters")


def test_a_text_is_for_every_body_where_the_index_does_not_narrow_it() -> None:
    (entry,) = read_index(an_index())

    assert entry.issuers == set(BodyKind)


@pytest.mark.parametrize(
    ("tree", "key"),
    [
        ({}, "groups"),
        ({"groups": {}}, "templates"),
        ({"groups": {"letters": {"vi": "Công văn"}}, "templates": {}}, "groups.letters"),
        ({"groups": {}, "templates": {"cong-van": "Mẫu"}}, "cong-van"),
        (an_index(group="slips"), "cong-van.group"),
        (an_index(name={"vi": "Mẫu", "en": " "}), "cong-van.name"),
        (an_index(description=None), "cong-van.description"),
        (an_index(issuers=["ministry"]), "cong-van.issuers"),
        (an_index(issuers="cell"), "cong-van.issuers"),
    ],
    ids="groups templates language table group name description kind list".split(),
)
def test_an_index_that_is_not_right_is_refused_with_the_key(tree: dict[str, Any], key: str) -> None:
    with pytest.raises(FaultyRules) as caught:
        read_index(tree)

    assert (caught.value.pack, caught.value.key) == ("templates", key)


@pytest.mark.parametrize(
    ("body", "types"),
    [
        ("BAN TUYÊN GIÁO", ["CV"]),
        ("HUYỆN ỦY HÀ NINH", ["CV", "NQ"]),
        ("CHI BỘ THÔN ĐÔNG", ["NQ"]),
        ("HỘI KHUYẾN HỌC", ["CV", "NQ"]),
    ],
)
def test_a_body_is_offered_what_it_may_issue(body: str, types: list[str]) -> None:
    templates, pack = (a_template("CV"), a_template("NQ")), a_pack_with("V/v ")

    assert [one.document_type for one in offered(templates, body, pack)] == types
    assert offered(templates, body, pack, unusual=True) == templates


def test_a_text_for_another_kind_of_body_is_hidden() -> None:
    template = a_template("NQ", frozenset({BodyKind.CELL}))

    assert offered([template], "HUYỆN ỦY HÀ NINH", a_pack_with("")) == ()
    assert offered([template], "CHI BỘ THÔN ĐÔNG", a_pack_with("")) == (template,)


def test_a_type_that_the_rules_do_not_know_is_not_hidden() -> None:
    template = a_template("XYZ")

    assert offered([template], "BAN TUYÊN GIÁO", a_pack_with("")) == (template,)


@pytest.mark.parametrize(
    ("summary", "begun"),
    [
        ("tuyên truyền", "về việc tuyên truyền"),
        ("V/v tuyên truyền", "về việc tuyên truyền"),
        ("về việc tuyên truyền", "về việc tuyên truyền"),
        (None, None),
    ],
)
def test_the_summary_of_a_letter_begins_as_the_rules_want(summary: str | None, begun: str | None) -> None:
    letter = a_bare_dispatch(subject_summary=summary)

    assert with_prefix(letter, a_pack_with("về việc "), ["V/v "]).subject_summary == begun


def test_a_summary_under_the_name_of_its_type_stays() -> None:
    resolution = a_bare_dispatch("NQ", subject_summary="về việc học")

    assert with_prefix(resolution, a_pack_with("V/v "), ["về việc "]) == resolution
