"""From a click to the words, and from the words to the caret: there and back for every word of a paper."""

from __future__ import annotations

import random

import pytest
from layout.rich import a_rich_dispatch, a_table
from layout.variants import a_letter, a_named, mixed, text

from vpdesk.domain.body import Bullet, Run
from vpdesk.domain.dispatch import Appendix, Dispatch
from vpdesk.layout.frame import GlyphRun, PagedDocument
from vpdesk.layout.spots import Caret, Spot, caret_at, spot_at
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out


def clicked(document: PagedDocument, caret: Caret, desk: Desk) -> Spot | None:
    """What a click into the letters right behind a caret means."""
    page = document.pages[caret.page]
    return spot_at(page, caret.x + 0.5, caret.baseline - caret.size / 4, desk.fonts)


@pytest.mark.parametrize("offset", [0, 1, 7, 33, 80, 120])
def test_a_click_behind_a_caret_means_its_place(desk: Desk, offset: int) -> None:
    document = lay_out(desk, a_letter(body=text(8))).document
    for block in range(8):
        spot = Spot("6", block=block, offset=offset)
        caret = caret_at(document, spot, desk.fonts)
        assert caret is not None
        found = clicked(document, caret, desk)
        assert found is not None
        # At the end of a line the caret stands behind its last space.
        assert (found.block, abs(found.offset - offset) <= 1) == (block, True)


def test_entries_of_lists_and_cells_of_tables_are_told_apart(desk: Desk) -> None:
    table = a_table(random.Random(3), 3, 4)
    document = lay_out(desk, a_letter(body=(*text(1), table))).document
    entries = {"9a": 2, "9b": 3}
    for component, count in entries.items():
        for entry in range(count):
            caret = caret_at(document, Spot(component, entry, offset=3), desk.fonts)
            assert caret is not None
            assert clicked(document, caret, desk) == Spot(component, entry, offset=3)
    cells = sum(len(row) for row in table.rows)
    for cell in range(cells):
        caret = caret_at(document, Spot("6", cell, 1, offset=2), desk.fonts)
        assert caret is not None
        assert clicked(document, caret, desk) == Spot("6", cell, 1, offset=2)


def test_a_click_in_an_appendix_means_the_appendix(desk: Desk) -> None:
    dispatch = a_named("KH", appendices=(Appendix("PHỤ LỤC", None, text(2)),))
    document = lay_out(desk, dispatch).document
    caret = caret_at(document, Spot("6", block=1, appendix=0, offset=4), desk.fonts)

    assert caret is not None
    assert caret.page == len(document.pages) - 1
    assert clicked(document, caret, desk) == Spot("6", block=1, appendix=0, offset=4)


def test_a_click_beside_a_line_means_its_beginning_or_its_end(desk: Desk) -> None:
    document = lay_out(desk, a_letter(body=(mixed("Một dòng ngắn."), *text(1)))).document
    caret = caret_at(document, Spot("6", block=0), desk.fonts)
    assert caret is not None
    page = document.pages[0]

    assert spot_at(page, 10.0, caret.baseline - 3, desk.fonts) == Spot("6", block=0, offset=0)
    assert spot_at(page, 560.0, caret.baseline - 3, desk.fonts) == Spot("6", block=0, offset=len("Một dòng ngắn."))


def test_a_list_sign_is_no_ones_word(desk: Desk) -> None:
    document = lay_out(desk, a_letter(body=(Bullet(1, (Run("một việc;"),)),))).document
    caret = caret_at(document, Spot("6", block=0), desk.fonts)
    assert caret is not None

    assert spot_at(document.pages[0], caret.x - 6, caret.baseline - 3, desk.fonts) == Spot("6", block=0, offset=0)


def test_an_empty_stretch_of_the_page_means_nothing(desk: Desk) -> None:
    page = lay_out(desk, a_letter()).document.pages[-1]

    assert spot_at(page, 300.0, page.height - 60, desk.fonts) is None


def test_words_that_stand_on_no_page_have_no_caret(desk: Desk) -> None:
    document = lay_out(desk, a_letter()).document

    assert caret_at(document, Spot("6", block=99), desk.fonts) is None
    assert caret_at(document, Spot("11a"), desk.fonts) is None


@pytest.mark.parametrize("seed", range(8))
def test_every_run_of_a_rich_paper_is_found_where_it_stands(desk: Desk, seed: int) -> None:
    dispatch: Dispatch = a_rich_dispatch(seed)
    document = lay_out(desk, dispatch).document
    for page in document.pages:
        for ink in page.inks():
            run = ink.ink
            if not isinstance(run, GlyphRun) or run.offset < 0 or ink.place.component == "page" or run.size < 10:
                continue
            found = spot_at(page, ink.x + 0.3, ink.y - run.size / 4, desk.fonts)
            assert found is not None
            assert (found.component, found.entry, found.offset) == (ink.place.component, ink.place.entry, run.offset)
