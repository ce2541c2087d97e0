"""Any dispatch at all: every word once, in order, inside the measure, by the rules; the same input, the same pages."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layout.figures import TYPE_NAMES
from layout.plate import plate_faults
from layout.setting import MEASURE, broken, set_text, shown
from layout.variants import SENTENCES, TOKEN

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Bullet,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Runs,
)
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Dispatch, PageSetup, Signing
from vpdesk.domain.text import nfc
from vpdesk.export.frames import frames_json
from vpdesk.paths import Places
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out
from vpdesk.settings import Settings

WORDS = tuple(sorted({word for sentence in SENTENCES for word in sentence.split()}))
ODD = ("a\u00a0b", "\u00a0\u00a0", "漢字", "x" * 90, TOKEN, "một\u2011hai", "-", "…", "“", "”")

word = st.sampled_from((*WORDS, *WORDS, *ODD))
phrase = st.lists(word, min_size=1, max_size=8).map(" ".join)
name = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
sentence = st.lists(word, min_size=1, max_size=60).map(" ".join)


@st.composite
def runs(draw: st.DrawFn) -> Runs:
    made: list[Run] = []
    for _ in range(draw(st.integers(0, 4))):
        # Lines without ink cannot be told apart on the page, so a line feed stands between words only.
        inked = any(run.text.strip() for run in made)
        feed = inked and draw(st.integers(0, 3)) == 0
        text = "\n" + draw(phrase) if feed else draw(st.sampled_from(["", " "])) + draw(st.just("") | phrase | sentence)
        bold, italic, underline = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
        elevation = draw(st.sampled_from([Elevation.NORMAL] * 6 + [Elevation.RAISED, Elevation.LOWERED]))
        made.append(Run(text, bold, italic, underline, elevation))
    return tuple(made)


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, runs()),
    st.builds(lambda text: Paragraph((Run(text),)), sentence),
    st.builds(Paragraph, runs(), st.sampled_from(Alignment), st.none() | st.floats(0, 60)),
    st.builds(Basis, runs()),
    st.builds(Heading, st.integers(1, 6), st.builds(lambda text: (Run(text),), name)),
    st.builds(Division, st.sampled_from(DivisionKind), st.just("II"), name),
    st.builds(Article, st.builds(lambda text: (Run(text),), name)),
    st.builds(Bullet, st.integers(1, 6), runs()),
    st.just(PageBreak()),
)
setups = st.builds(
    PageSetup,
    body_size=st.none() | st.sampled_from([14.0, 14.5, 15.0]),
    leading=st.none() | st.sampled_from([18.0, 19.0, 22.0]),
    gap=st.none() | st.sampled_from([6.0, 8.0, 12.0]),
)
signings = st.builds(Signing, st.none() | name, st.none() | name, st.none() | name)
dispatches: st.SearchStrategy[Dispatch] = st.builds(
    Dispatch,
    document_type=st.sampled_from(list(TYPE_NAMES)),
    issuing_body=name,
    parent_body=st.none() | name,
    rules=st.sampled_from(["party-2018", "party-2026"]),
    number=st.none() | st.integers(1, 9999),
    symbol=st.none() | st.just("CV/BTGHU"),
    place=st.none() | st.sampled_from(["Hà Ninh", "Vĩnh Thượng", "xã Hà Ninh Thượng"]),
    date=st.none() | st.dates(date(2018, 5, 1), date(2030, 1, 1)),
    subject_summary=st.none() | phrase,
    addressees=st.lists(name, max_size=5).map(tuple),
    body=st.lists(blocks, max_size=12).map(tuple),
    distribution=st.lists(name, max_size=50).map(tuple),
    signing=st.lists(signings, max_size=1).map(tuple),
    urgency=st.none() | st.sampled_from(Urgency),
    circulation_notice=st.none() | st.just("XEM XONG TRẢ LẠI"),
    draft_notice=st.none() | st.just("Dự thảo lần 2"),
    typist_mark=st.none() | st.just("VTH"),
    copies=st.none() | st.integers(1, 500),
    page=setups,
)
DESK = Desk(Places(Path("no data")), Settings())


@settings(max_examples=150)
@given(dispatches, st.booleans())
def test_any_dispatch_is_as_the_guidance_wants_it(dispatch: Dispatch, duplex: bool) -> None:
    frames = json.loads(frames_json(lay_out(DESK, dispatch, duplex=duplex).document))
    assert dispatch.rules is not None
    faults = plate_faults(frames, dispatch, dispatch.rules, duplex=duplex)

    assert "\n".join(faults) == ""


@settings(max_examples=40)
@given(dispatches)
def test_the_same_dispatch_gives_the_same_pages(dispatch: Dispatch) -> None:
    one, other = (Desk(Places(Path("no data")), Settings()) for _ in range(2))

    assert frames_json(lay_out(one, dispatch).document) == frames_json(lay_out(other, dispatch).document)


@given(runs(), st.floats(60, 500), st.sampled_from(Alignment), st.sampled_from([0.0, 28.35]))
def test_any_text_is_set_once_in_order_and_inside_its_measure(
    made: Runs, measure: float, align: Alignment, indent: float
) -> None:
    if align in (Alignment.CENTRED, Alignment.RIGHT):
        indent = 0.0
    lines = set_text(made, measure, align, indent)
    text = "".join(run.text for run in made).replace("\u2011", "-")

    assert "".join("".join(shown(lines)).split()) == "".join(text.split())
    for number, line in enumerate(lines):
        assert line.width <= measure - (0 if number else indent) + 1e-6


@given(st.text(max_size=120).map(nfc), st.floats(45, 500), st.sampled_from(Alignment))
def test_any_characters_are_set_once_in_order_and_inside_their_measure(
    text: str, measure: float, align: Alignment
) -> None:
    lines = set_text(text, measure, align)
    wanted = text.replace("\u2011", "-").replace("\u2010", "-")

    assert "".join(shown(lines)).replace(" ", "").replace("\u00a0", "") == "".join(
        character for character in wanted if character not in " \n\u00a0"
    )
    assert all(line.width <= measure + 1e-6 for line in lines)


@pytest.mark.parametrize("align", Alignment)
@given(st.lists(word, min_size=1, max_size=40))
def test_words_that_fit_come_out_as_words(align: Alignment, words: list[str]) -> None:
    kept = [each for each in words if len(each) < 30]

    assert (
        " ".join(broken(" ".join(kept), MEASURE, align)).replace("-", "").split()
        == " ".join(kept).replace("\u2011", "").replace("-", "").split()
    )
