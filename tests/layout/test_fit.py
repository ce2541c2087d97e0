"""The fit: no last page with a lone signature or a line or two, unless it says so; never outside the limits."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from layout.rich import inks
from layout.variants import DAYS, a_letter, a_named, mixed, paragraph, text, words

from vpdesk.domain.body import Block, Bullet, Heading, PageBreak, Run
from vpdesk.domain.dispatch import Appendix, Dispatch, PageSetup
from vpdesk.domain.findings import Figure, FindingKind
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import LaidOut, lay_out

TOLD = {FindingKind.FITTED, FindingKind.MOVED_ALONG, FindingKind.NOT_FITTED, FindingKind.TOO_MANY_PAGES}


def a_paper(seed: int) -> Dispatch:
    """A paper of one to four pages, always the same for the same seed."""
    chance = random.Random(seed)
    body: list[Block] = []
    for number in range(chance.randrange(3, 22)):
        match chance.randrange(5):
            case 0:
                body.append(Heading(2, (Run(f"{number}. {words(5)}"),)))
            case 1:
                body.append(Bullet(1, (Run(words(4 + chance.randrange(30))),)))
            case _:
                body.append(paragraph(10 + chance.randrange(90), chance.randrange(9)))
    body.append(mixed("Trân trọng."))
    pack = chance.choice(list(DAYS))
    recipients = tuple(f"Nơi nhận {k}" for k in range(chance.randrange(1, 12)))
    sizes = PageSetup(body_size=chance.choice([None, None, 15.0]), leading=chance.choice([None, None, 19.0]))
    make = a_letter if seed % 2 else (lambda pack, **changes: a_named("KH", pack, **changes))
    return make(pack, body=tuple(body), distribution=recipients, page=sizes)


def told(laid_out: LaidOut) -> list[FindingKind]:
    return [finding.kind for finding in laid_out.findings if finding.kind in TOLD]


def text_lines_of_the_last_page(document: PagedDocument) -> int:
    last = len(document.pages)
    return len({ink.y for ink in inks(document, "6") if ink.page == last})


@pytest.mark.parametrize("part", range(10))
def test_no_last_page_has_less_than_three_lines_unless_that_is_told(desk: Desk, part: int) -> None:
    for seed in range(part * 50, part * 50 + 50):
        laid_out = lay_out(desk, a_paper(seed))
        if len(laid_out.document.pages) > 1 and FindingKind.NOT_FITTED not in told(laid_out):
            assert text_lines_of_the_last_page(laid_out.document) >= 3, seed


@pytest.mark.parametrize("part", range(10))
def test_figures_stay_within_the_limits_and_what_moved_is_told(desk: Desk, part: int) -> None:
    for seed in range(part * 50, part * 50 + 50):
        laid_out = lay_out(desk, a_paper(seed))
        for fitting in laid_out.document.fittings:
            after = fitting.after
            if after is None:
                moved_along = fitting.moved_along
                assert told(laid_out) == [FindingKind.MOVED_ALONG if moved_along else FindingKind.NOT_FITTED]
                continue
            assert 14 <= (after.body_size or 0) <= 15
            assert 18 <= (after.leading or 0) <= 22
            assert 6 <= (after.gap or 0) <= 12
            before = fitting.before
            moved = [one for one in Figure if getattr(after, one.value) != getattr(before, one.value)]
            assert [finding.figure for finding in laid_out.findings if finding.kind is FindingKind.FITTED] == moved
            assert moved


def test_a_fitted_paper_is_the_paper_with_those_figures(desk: Desk) -> None:
    fitted = 0
    for dispatch in map(a_paper, range(100)):
        document = lay_out(desk, dispatch).document
        for after in (fitting.after for fitting in document.fittings if fitting.after):
            same = lay_out(desk, replace(dispatch, page=after)).document
            assert same.fittings == ()
            assert [list(page.inks()) for page in same.pages] == [list(page.inks()) for page in document.pages]
            fitted += 1
    assert fitted


def test_a_paper_whose_last_page_is_well_filled_is_left_alone(desk: Desk) -> None:
    laid_out = lay_out(desk, a_letter(body=text(9)))

    assert laid_out.document.fittings == ()
    assert told(laid_out) == []


def test_a_page_that_the_writer_began_is_left_as_short_as_he_made_it(desk: Desk) -> None:
    laid_out = lay_out(desk, a_letter(body=(*text(3), PageBreak(), mixed("Trân trọng."))))

    assert told(laid_out) == []


def test_pages_are_tightened_to_the_number_asked_for(desk: Desk) -> None:
    loose = PageSetup(body_size=15.0, leading=20.0, gap=9.0)
    dispatch = a_letter(body=text(7), page=loose)
    assert len(lay_out(desk, dispatch).document.pages) == 2
    laid_out = lay_out(desk, dispatch, pages=1)

    assert len(laid_out.document.pages) == 1
    assert set(told(laid_out)) == {FindingKind.FITTED}


def test_more_pages_than_asked_for_are_told_with_their_number(desk: Desk) -> None:
    laid_out = lay_out(desk, a_letter(body=text(30)), pages=1)
    (finding,) = [finding for finding in laid_out.findings if finding.kind is FindingKind.TOO_MANY_PAGES]

    assert finding.detail == f"{len(laid_out.document.pages)} (≤ 1)"


def test_an_appendix_is_fitted_by_itself(desk: Desk) -> None:
    lengths = range(20, 400, 5)
    papers = [a_letter(appendices=(Appendix("PHỤ LỤC", None, (*text(8), paragraph(length))),)) for length in lengths]
    fitted = [laid_out for laid_out in (lay_out(desk, paper) for paper in papers) if laid_out.document.fittings]

    assert fitted
    for laid_out in fitted:
        assert [fitting.appendix for fitting in laid_out.document.fittings] == [0]
        assert {finding.component for finding in laid_out.findings} == {"appendix"}
