"""Dispatches with all that a paper can carry, made from a seed, and their pages looked at from outside."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layout.variants import a_named, mixed, text, words

from vpdesk.domain.body import Alignment, Block, Cell, Heading, Paragraph, Run, Table
from vpdesk.domain.dispatch import Appendix, Dispatch, Orientation, PageSetup, PaperSize
from vpdesk.layout.frame import GlyphRun, PagedDocument, Place


class Ink(NamedTuple):
    """A run on its page."""

    page: int
    x: float
    y: float
    run: GlyphRun
    place: Place


class Rule(NamedTuple):
    """A rule on its page, from its upper left to its lower right."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    component: str


def inks(document: PagedDocument, *components: str) -> list[Ink]:
    """The runs of these components in reading order."""
    return [
        Ink(number, ink.x, ink.y, ink.ink, ink.place)
        for number, page in enumerate(document.pages, start=1)
        for ink in page.inks()
        if isinstance(ink.ink, GlyphRun) and ink.place.component in components
    ]


def rules(document: PagedDocument) -> list[Rule]:
    """Every rule of a document."""
    return [
        Rule(
            number,
            ink.x,
            ink.y - ink.ink.thickness / 2,
            ink.x + ink.ink.width,
            ink.y + ink.ink.thickness / 2,
            ink.place.component,
        )
        for number, page in enumerate(document.pages, start=1)
        for ink in page.inks()
        if not isinstance(ink.ink, GlyphRun)
    ]


def packed(inks: Sequence[Ink]) -> str:
    """What runs say, without their spaces."""
    return "".join("".join(ink.run.text for ink in inks).split())


def a_table(chance: random.Random, columns: int, rows: int, header_rows: int = 0, *, longest: int = 20) -> Table:
    """A table with cells of every length, some of them over several columns and rows."""
    covered = [0] * columns
    made: list[tuple[Cell, ...]] = []
    for row in range(rows):
        cells, column = [], 0
        # No cell of the header reaches into the rows below it.
        rows_left = (header_rows if row < header_rows else rows) - row
        while column < columns:
            if covered[column]:
                column += 1
                continue
            room = next((n for n in range(1, columns - column) if covered[column + n]), columns - column)
            wide = chance.choice([1, 1, 1, min(2, room)])
            deep = chance.choice([1, 1, 1, 1, min(3, rows_left)])
            most = min(longest, 4) if row < header_rows else longest
            content = f"ô {row}.{column} {words(chance.randrange(most), chance.randrange(9))}"
            if row >= header_rows and chance.random() < 0.2:
                content += "\nđoạn sau " + words(3)
            cells.append(Cell((Run(content),), wide, deep, chance.choice([None, *Alignment])))
            covered[column : column + wide] = [deep] * wide
            column += wide
        made.append(tuple(cells))
        covered = [rest - 1 for rest in covered]
    return Table(tuple(chance.choice([1.0, 2.0, 3.0]) for _ in range(columns)), header_rows, tuple(made))


def noted(chance: random.Random, count: int, longest: int = 60) -> Paragraph:
    """A paragraph that calls so many notes."""
    runs = []
    for _ in range(count):
        note = words(1 + chance.randrange(longest), chance.randrange(9))
        runs += [Run(words(1 + chance.randrange(20), chance.randrange(9)), note=note), Run(" ")]
    return mixed(*runs, words(chance.randrange(30)))


def a_rich_body(chance: random.Random) -> tuple[Block, ...]:
    """Paragraphs, headings, tables and notes, as chance has it."""
    blocks: list[Block] = []
    for number in range(chance.randrange(3, 14)):
        match chance.randrange(6):
            case 0:
                header_rows = chance.randrange(3)
                rows = header_rows + 1 + chance.randrange(14)
                longest = chance.choice([4, 20, 150])
                blocks.append(a_table(chance, chance.randrange(1, 6), rows, header_rows, longest=longest))
            case 1 | 2:
                blocks.append(noted(chance, chance.randrange(1, 4), chance.choice([5, 60, 300])))
            case 3:
                blocks.append(Heading(2, (Run(f"{number}. Mục {words(4)}"),)))
            case _:
                blocks += text(1 + chance.randrange(3))
    return tuple(blocks)


def a_rich_dispatch(seed: int) -> Dispatch:
    """A dispatch with tables, notes and appendices, always the same for the same seed."""
    chance = random.Random(seed)
    setups = (PageSetup(), PageSetup(size=PaperSize.A5), PageSetup(orientation=Orientation.LANDSCAPE))
    appendices = tuple(
        Appendix(f"PHỤ LỤC {number + 1}\n{words(5).upper()}", "(Kèm theo Kế hoạch)", a_rich_body(chance), page)
        for number, page in enumerate(chance.sample(setups, chance.randrange(3)))
    )
    contact = "Số 1 phố Hà Ninh, điện thoại 0225.000.000" if chance.random() < 0.3 else None
    return a_named("KH", body=a_rich_body(chance), appendices=appendices, contact_line=contact)


def bodies(dispatch: Dispatch) -> Iterator[tuple[Block, ...]]:
    """The body of a dispatch, and those of its appendices."""
    yield dispatch.body
    for appendix in dispatch.appendices:
        yield appendix.body


def notes_of(dispatch: Dispatch) -> list[str]:
    """The notes of a dispatch in the order of their calls."""
    return [run.note for body in bodies(dispatch) for block in body for run in runs_of(block) if run.note is not None]


def runs_of(block: Block) -> Iterator[Run]:
    """The runs of a block in reading order."""
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from cell.runs
    elif hasattr(block, "runs"):
        yield from block.runs
