"""Footnotes: each once, in order, begun on the page of its call, at the foot and inside the margins."""

from __future__ import annotations

import random

import pytest
from layout.rich import Ink, a_rich_dispatch, inks, noted, notes_of, packed, rules
from layout.variants import a_letter, mixed, text, words

from vpdesk.domain.body import Run
from vpdesk.domain.dispatch import Appendix, Dispatch
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out

SEEDS = range(80)
BOTTOM = (297 - 20) * 72 / 25.4


def a_noted_dispatch(seed: int) -> Dispatch:
    chance = random.Random(seed)
    longest = chance.choice([5, 40, 200, 400])
    body = tuple(
        noted(chance, chance.randrange(4), longest) if chance.random() < 0.7 else text(1)[0]
        for _ in range(chance.randrange(2, 20))
    )
    contact = "Số 1 phố Hà Ninh" if seed % 5 == 0 else None
    return a_letter(body=body, contact_line=contact)


def notes_shown(document: PagedDocument) -> list[list[Ink]]:
    """The notes on the pages, each from its raised number on."""
    notes: list[list[Ink]] = []
    for ink in inks(document, "note"):
        if ink.run.size < 9:
            notes.append([])
        notes[-1].append(ink)
    return notes


def calls(document: PagedDocument) -> dict[int, int]:
    """The page of each call, by its number."""
    raised = [ink for ink in inks(document, "6") if ink.run.size < 10 and ink.run.text.strip().isdigit()]
    return {int(ink.run.text): ink.page for ink in raised}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_note_stands_once_in_order_under_its_number(desk: Desk, seed: int) -> None:
    dispatch = a_noted_dispatch(seed)
    shown = notes_shown(lay_out(desk, dispatch).document)
    wanted = [f"{number}{''.join(note.split())}" for number, note in enumerate(notes_of(dispatch), start=1)]

    assert [packed(note) for note in shown] == wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_a_note_begins_on_the_page_of_its_call_and_goes_on_on_the_next(desk: Desk, seed: int) -> None:
    document = lay_out(desk, a_noted_dispatch(seed)).document
    called = calls(document)
    for number, note in enumerate(notes_shown(document), start=1):
        pages = sorted({ink.page for ink in note})
        assert pages[0] == called[number]
        assert pages == list(range(pages[0], pages[-1] + 1))


@pytest.mark.parametrize("seed", SEEDS)
def test_notes_stand_at_the_foot_of_the_text_under_a_rule(desk: Desk, seed: int) -> None:
    dispatch = a_noted_dispatch(seed)
    document = lay_out(desk, dispatch).document
    for page in {ink.page for ink in inks(document, "note")}:
        own = [ink for ink in inks(document, "note") if ink.page == page]
        above = [ink for ink in inks(document, "5b", "6", "7a", "7b", "7c", "9a", "9b") if ink.page == page]
        (rule,) = [rule for rule in rules(document) if rule.page == page and rule.component == "note"]
        assert all(ink.y < rule.top for ink in above)
        assert all(ink.y > rule.bottom for ink in own)
        foot = max(ink.y for ink in own)
        contact = [ink for ink in inks(document, "13") if ink.page == page]
        if contact:
            assert foot < min(ink.y for ink in contact)
        else:
            assert BOTTOM - 6 < foot < BOTTOM


@pytest.mark.parametrize("seed", SEEDS)
def test_a_note_that_goes_on_leaves_two_lines_on_either_side(desk: Desk, seed: int) -> None:
    document = lay_out(desk, a_noted_dispatch(seed)).document
    for note in notes_shown(document):
        pages = sorted({ink.page for ink in note})
        if len(pages) > 1:
            for page in (pages[0], pages[-1]):
                assert len({ink.y for ink in note if ink.page == page}) >= 2


def test_notes_are_counted_through_the_appendices(desk: Desk) -> None:
    appendix = Appendix("PHỤ LỤC", None, (mixed(Run("một", note="ba"), Run(" hai", note="bốn")),))
    dispatch = a_letter(body=(mixed(Run("a", note="một"), Run("b", note="hai")),), appendices=(appendix,))

    assert [packed(note) for note in notes_shown(lay_out(desk, dispatch).document)] == ["1một", "2hai", "3ba", "4bốn"]


def test_a_note_called_in_a_heading_or_a_list_stands_at_the_foot_too(desk: Desk) -> None:
    from vpdesk.domain.body import Basis, Bullet, Heading

    blocks = (
        Basis((Run("Căn cứ Điều lệ Đảng", note="khóa XI"),)),
        Heading(1, (Run("I- MỤC TIÊU", note="chung"),)),
        Bullet(1, (Run("một;", note="riêng"),)),
    )
    document = lay_out(desk, a_letter(body=blocks)).document

    assert [packed(note) for note in notes_shown(document)] == ["1khóaXI", "2chung", "3riêng"]
    assert packed(inks(document, "6")).startswith("-CăncứĐiềulệĐảng1,")


def test_a_note_longer_than_two_pages_is_set_whole(desk: Desk) -> None:
    note = words(1800)
    document = lay_out(desk, a_letter(body=(mixed(Run("Xem", note=note), " chú thích."), *text(2)))).document
    (shown,) = notes_shown(document)

    assert packed(shown) == "1" + "".join(note.split())
    assert len({ink.page for ink in shown}) >= 3


@pytest.mark.parametrize("seed", range(40))
def test_with_tables_and_appendices_each_note_stands_once_and_on_the_page_of_its_call(desk: Desk, seed: int) -> None:
    dispatch = a_rich_dispatch(seed)
    document = lay_out(desk, dispatch).document
    called = calls(document)
    shown = notes_shown(document)

    assert len(shown) == len(notes_of(dispatch)) == len(called)
    assert all(note[0].page == called[number] for number, note in enumerate(shown, start=1))
