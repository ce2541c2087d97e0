"""The typesetter's memory: pages come out as if they were set anew, whatever was set before."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layout.variants import a_letter, a_named, all_variants, mixed, paragraph, text

from vpdesk.domain.body import Block, Heading, PageBreak, Paragraph, Run
from vpdesk.domain.dispatch import Dispatch, PageSetup
from vpdesk.domain.rulebook import Rulebook
from vpdesk.export.frames import frames_json
from vpdesk.layout.compose import Composer
from vpdesk.layout.engine import Typesetter
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.norms import Norms, read_norms
from vpdesk.services.desk import Desk
from vpdesk.services.rules import Packs

FIFTY_PAGES = text(460, 60)


class Bench:
    """A composer and a typesetter that remember, and norms kept as the desk keeps them."""

    def __init__(self, packs: Packs, fonts: FontBook) -> None:
        self._packs = packs
        self._typesetter = Typesetter(fonts)
        self._composers = {name: Composer(Rulebook(pack)) for name, pack in packs.items()}
        self._norms: dict[tuple[str, PageSetup], Norms] = {}

    def set(self, dispatch: Dispatch, pack: str = "party-2018", *, duplex: bool = False) -> PagedDocument:
        def norms_of(setup: PageSetup) -> Norms:
            return self._norms.setdefault((pack, setup), read_norms(self._packs[pack], setup))

        return self._typesetter.lay_out(self._composers[pack].compose(dispatch), norms_of, duplex=duplex)


def told(document: PagedDocument) -> tuple[object, ...]:
    """Everything a layout says, in values that can be compared."""
    blocks = [[frame.block for frame in page.frames] for page in document.pages]
    places = [[ink.place for ink in page.inks()] for page in document.pages]
    offsets = [[getattr(ink.ink, "offset", None) for ink in page.inks()] for page in document.pages]
    return frames_json(document), document.bookmarks, document.description, document.missing, blocks, places, offsets


def anew(desk: Desk, dispatch: Dispatch, pack: str = "party-2018", *, duplex: bool = False) -> tuple[object, ...]:
    """What a typesetter says that has set nothing before."""
    return told(Bench(desk.packs, desk.fonts).set(dispatch, pack, duplex=duplex))


def test_one_typesetter_sets_every_dispatch_as_a_new_one_does(desk: Desk) -> None:
    bench = Bench(desk.packs, desk.fonts)
    variants = all_variants()
    random.Random(7).shuffle(variants)
    for variant in variants[:160]:
        made = told(bench.set(variant.dispatch, variant.pack, duplex=variant.duplex))
        assert made == anew(desk, variant.dispatch, variant.pack, duplex=variant.duplex), variant.name


def changes() -> dict[str, tuple[Block, ...]]:
    """A text of fifty pages with one thing changed in it."""
    body, k = FIFTY_PAGES, 230
    block = body[k]
    assert isinstance(block, Paragraph)
    old = block.runs[0].text
    return {
        "a letter more": (*body[:k], mixed(old.replace(" ", "a ", 1)), *body[k + 1 :]),
        "a word less": (*body[:k], mixed(old.split(" ", 1)[1]), *body[k + 1 :]),
        "a line more": (*body[:k], mixed(old + " thêm một dòng nữa cho dài ra" * 3), *body[k + 1 :]),
        "a word in bold": (*body[:k], mixed(Run(old[:30], bold=True), old[30:]), *body[k + 1 :]),
        "a paragraph more": (*body[:k], paragraph(30), *body[k:]),
        "a paragraph less": (*body[:k], *body[k + 1 :]),
        "a paragraph at the front": (paragraph(9), *body),
        "a paragraph at the end": (*body, mixed("Trân trọng.")),
        "the last paragraph gone": body[:-1],
        "a heading in place of a paragraph": (*body[:k], Heading(2, (Run("2. Mục"),)), *body[k + 1 :]),
        "a page break": (*body[:k], PageBreak(), *body[k:]),
        "two paragraphs swapped": (*body[:k], body[k + 1], body[k], *body[k + 2 :]),
        "the same paragraph twice": (*body[:k], block, block, *body[k + 1 :]),
        "half of it": body[:k],
        "nothing": (),
    }


@pytest.mark.parametrize("name", changes())
def test_after_a_change_in_fifty_pages_they_are_as_if_set_anew(desk: Desk, name: str) -> None:
    bench = Bench(desk.packs, desk.fonts)
    dispatch = a_letter(body=FIFTY_PAGES)
    first = bench.set(dispatch)
    changed = replace(dispatch, body=changes()[name])

    assert len(first.pages) >= 50
    assert told(bench.set(changed)) == anew(desk, changed)
    assert told(bench.set(dispatch)) == told(first)


def test_a_change_leaves_the_pages_before_it_the_very_same(desk: Desk) -> None:
    bench = Bench(desk.packs, desk.fonts)
    dispatch = a_letter(body=FIFTY_PAGES)
    before = bench.set(dispatch).pages
    after = bench.set(replace(dispatch, body=changes()["a letter more"])).pages
    same = [one is other for one, other in zip(before, after, strict=False)]

    assert sum(same) >= len(before) - 2
    assert all(same[:20])


@pytest.mark.parametrize(
    "changed",
    [
        {"issuing_body": "BAN DÂN VẬN"},
        {"number": None},
        {"distribution": ()},
        {"subject_summary": "V/v khác"},
        {"addressees": ("Một nơi",)},
        {"document_type": "KH"},
        {"page": PageSetup(body_size=15.0)},
        {"signing": ()},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_after_a_change_outside_the_body_pages_are_as_if_set_anew(desk: Desk, changed: dict[str, object]) -> None:
    bench = Bench(desk.packs, desk.fonts)
    dispatch = a_letter(body=text(30))
    bench.set(dispatch)
    other = replace(dispatch, **changed)  # type: ignore[arg-type]

    assert told(bench.set(other)) == anew(desk, other)
    assert told(bench.set(dispatch)) == anew(desk, dispatch)


def test_both_packs_and_both_sides_are_told_apart(desk: Desk) -> None:
    bench = Bench(desk.packs, desk.fonts)
    dispatch = a_named("TTr", body=text(20))
    for pack, duplex in (("party-2018", False), ("party-2026", False), ("party-2018", True), ("party-2018", False)):
        assert told(bench.set(dispatch, pack, duplex=duplex)) == anew(desk, dispatch, pack, duplex=duplex)


EDITS = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(["word", "out", "in", "double", "break"])), min_size=1, max_size=6
)


@given(edits=EDITS)
@settings(max_examples=40)
def test_any_row_of_edits_ends_in_the_pages_of_a_new_typesetter(desk: Desk, edits: list[tuple[int, str]]) -> None:
    bench = Bench(desk.packs, desk.fonts)
    body: tuple[Block, ...] = text(24)
    for place, act in edits:
        k = place % (len(body) + 1)
        made: dict[str, tuple[Block, ...]] = {
            "word": (*body[:k], paragraph(20 + place), *body[k + 1 :]),
            "out": (*body[:k], *body[k + 1 :]),
            "in": (*body[:k], paragraph(3 + place), *body[k:]),
            "double": (*body[:k], *body[k : k + 1], *body[k:]),
            "break": (*body[:k], PageBreak(), *body[k:]),
        }
        body = made[act]
        dispatch = a_letter(body=body)
        assert told(bench.set(dispatch)) == anew(desk, dispatch)
