"""Hypothesis strategies: any dispatch that a file may hold."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from vpdesk.domain.catalog import Secrecy, Urgency
from vpdesk.domain.dispatch import (
    Appendix,
    CertifiedCopy,
    CopyKind,
    Dispatch,
    Orientation,
    PageSetup,
    PaperSize,
    Signing,
)
from vpdesk.domain.text import nfc

_CHARACTERS = st.one_of(
    st.sampled_from("aăâeêioôơuưyđ ấềộữỷĐẮỔ,.;:-/“”‘’1234567890"),
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")),
)
lines = st.text(_CHARACTERS, min_size=1, max_size=24).map(nfc).filter(lambda text: bool(text.strip()))
"""One line of text that is not blank."""

texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
"""One or more lines."""

_any_text = st.one_of(st.just(""), st.just(" "), texts)


def _run(text: str, marks: tuple[bool, bool, bool], elevation: Elevation, note: str | None) -> Run:
    bold, italic, underline = marks
    return Run(text, bold=bold, italic=italic, underline=underline, elevation=elevation, note=note)


_runs = st.lists(
    st.builds(
        _run,
        _any_text,
        st.tuples(st.booleans(), st.booleans(), st.booleans()),
        st.sampled_from(Elevation),
        st.none() | texts,
    ),
    max_size=3,
).map(tuple)
_aligns = st.none() | st.sampled_from(Alignment)
_indents = st.none() | st.floats(0, 100)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table whose cells, with their spans, fill every row."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(0, 3))
    covered = [0] * width
    rows = []
    for _ in range(height):
        row = []
        column = 0
        while column < width:
            if covered[column]:
                column += 1
                continue
            room = next((n for n in range(1, width - column) if covered[column + n]), width - column)
            columns, deep = draw(st.integers(1, room)), draw(st.integers(1, 3))
            row.append(Cell(draw(_runs), columns, deep, draw(_aligns)))
            covered[column : column + columns] = [deep] * columns
            column += columns
        rows.append(tuple(row))
        covered = [rest - 1 for rest in covered]
    shares = draw(st.lists(st.floats(0.01, 100), min_size=width, max_size=width))
    return Table(tuple(shares), draw(st.integers(0, height)), tuple(rows))


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, _runs, _aligns, _indents),
    st.builds(Basis, _runs, _aligns, _indents),
    st.builds(Heading, st.integers(1, 6), _runs),
    st.builds(Division, st.sampled_from(DivisionKind), lines, texts),
    st.builds(Article, _runs),
    st.builds(Bullet, st.integers(1, 6), _runs),
    tables(),
    st.just(PageBreak()),
)
"""A block of each kind."""

_bodies = st.lists(blocks, max_size=4).map(tuple)
_setups = st.builds(
    PageSetup,
    st.none() | st.sampled_from(PaperSize),
    st.none() | st.sampled_from(Orientation),
    st.none() | st.floats(6, 30),
    st.none() | st.floats(6, 60),
    st.none() | st.floats(0, 60),
)
_signings = st.builds(Signing, st.none() | texts, st.none() | texts, st.none() | lines)
_numbers = st.none() | st.integers(1, 999_999)

dispatches: st.SearchStrategy[Dispatch] = st.builds(
    Dispatch,
    document_type=lines,
    issuing_body=texts,
    parent_body=st.none() | texts,
    rules=st.none() | lines,
    number=_numbers,
    number_suffix=st.none() | lines,
    symbol=st.none() | lines,
    place=st.none() | lines,
    date=st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)),
    subject_summary=st.none() | texts,
    addressees=st.lists(lines, max_size=3).map(tuple),
    body=_bodies,
    distribution=st.lists(lines, max_size=3).map(tuple),
    signing=st.lists(_signings, max_size=3).map(tuple).filter(lambda signing: signing != (Signing(),)),
    secrecy=st.none() | st.sampled_from(Secrecy),
    urgency=st.none() | st.sampled_from(Urgency),
    circulation_notice=st.none() | lines,
    draft_notice=st.none() | lines,
    typist_mark=st.none() | lines,
    copies=_numbers,
    contact_line=st.none() | lines,
    appendices=st.lists(st.builds(Appendix, texts, st.none() | texts, _bodies, _setups), max_size=2).map(tuple),
    page=_setups,
)
"""Any dispatch that a file may hold."""

certified_copies: st.SearchStrategy[CertifiedCopy] = st.builds(
    CertifiedCopy,
    kind=st.sampled_from(CopyKind),
    issuing_body=texts,
    parent_body=st.none() | texts,
    number=_numbers,
    symbol=st.none() | lines,
    place=st.none() | lines,
    date=st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)),
    distribution=st.lists(lines, max_size=3).map(tuple),
    signing=st.lists(_signings, max_size=3).map(tuple),
)
"""What may stand under a dispatch to certify it as a copy."""
