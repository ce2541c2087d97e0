"""What the body of a dispatch should look like on paper, letter by letter, before anything is laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from layout.figures import BODY_SIZE, DIVISION_GAP, GAP, INDENT, PITCH, WORDING
from layout.sheet import POINTS_PER_MM, Row

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Bullet,
    Division,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from vpdesk.domain.dispatch import Dispatch

BULLETS = ("- ", "+ ", "• ")
_RISES = {Elevation.NORMAL: 0.0, Elevation.RAISED: 0.35, Elevation.LOWERED: -0.15}
_SMALL = 0.65


@dataclass(frozen=True)
class Letter:
    """One character that is no space, and how it must look."""

    character: str
    bold: bool
    italic: bool
    underline: bool
    size: float
    rise: float


@dataclass
class Passage:
    """A paragraph of the body: its text, its letters, and what the rules want of it."""

    text: str
    letters: list[Letter]
    indent: float = INDENT
    align: Alignment = Alignment.JUSTIFIED
    is_heading: bool = False
    gap: float | None = None
    """The gap above it, where it is not that between paragraphs."""
    breaks_before: bool = False
    rows: list[Row] = field(default_factory=list)
    slots: list[Row | None] = field(default_factory=list)
    """Its lines, None for one without a letter."""

    @property
    def leads_in(self) -> bool:
        """Whether what follows belongs to it: a heading, or a line that ends in a colon."""
        return self.is_heading or self.text.rstrip().endswith(":")

    @property
    def segments(self) -> list[str]:
        """The stretches between forced line ends."""
        return self.text.split("\n")


@dataclass(frozen=True)
class Manuscript:
    """The passages of a body, and its pitch."""

    passages: list[Passage]
    ends_with_page_break: bool
    size: float
    leading: float
    gap: float


def read_manuscript(dispatch: Dispatch, pack: str) -> Manuscript:
    """The body as the rules of this pack want it."""
    size = dispatch.page.body_size or BODY_SIZE
    passages: list[Passage] = []
    breaks = False
    for number, block in enumerate(dispatch.body):
        if isinstance(block, PageBreak):
            breaks = True
            continue
        below = dispatch.body[number + 1 : number + 2]
        last = not (below and isinstance(below[0], Basis))
        made = list(_passages(block, size, WORDING[pack].last_basis if last else ";"))
        made[0].breaks_before = breaks
        breaks = False
        passages += made
    gap = GAP if dispatch.page.gap is None else dispatch.page.gap
    return Manuscript(passages, breaks, size, dispatch.page.leading or PITCH, gap)


def _passages(block: Block, size: float, basis_mark: str) -> Iterator[Passage]:
    match block:
        case Paragraph(runs, align, indent):
            yield _passage(runs, size, align=align, indent=indent)
        case Basis(runs, align, indent):
            yield _passage((Run("- "), *runs, Run(basis_mark)), size, align=align, indent=indent)
        case Bullet(level, runs):
            yield _passage((Run(BULLETS[min(level, 3) - 1]), *runs), size)
        case Article(runs):
            yield _passage(runs, size, bold=True, heading=True, align=Alignment.LEFT)
        case Heading(level, runs):
            yield _passage(runs, size, bold=level <= 3, italic=level >= 3, heading=True, align=Alignment.LEFT)
        case Division(kind, number, title):
            name = Run(f"{kind.value.capitalize()} {number}")
            for run, gap in ((name, DIVISION_GAP), (Run(title.upper()), 0.0)):
                passage = _passage((run,), size, bold=True, heading=True, align=Alignment.CENTRED)
                passage.gap = gap
                yield passage
        case Table() | PageBreak():
            raise AssertionError(block)


def _passage(
    runs: Sequence[Run],
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    heading: bool = False,
    align: Alignment | None = None,
    indent: float | None = None,
) -> Passage:
    letters = [
        Letter(
            {"\u2010": "-", "\u2011": "-"}.get(character, character),
            bold or run.bold,
            italic or run.italic,
            run.underline,
            size if run.elevation is Elevation.NORMAL else size * _SMALL,
            _RISES[run.elevation] * size,
        )
        for run in runs
        for character in run.text
        if not character.isspace()
    ]
    flush = align in (Alignment.CENTRED, Alignment.RIGHT)
    return Passage(
        text="".join(run.text for run in runs),
        letters=letters,
        indent=0.0 if flush else INDENT if indent is None else indent * POINTS_PER_MM,
        align=align or Alignment.JUSTIFIED,
        is_heading=heading,
    )
