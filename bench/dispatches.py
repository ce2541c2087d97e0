"""What is measured on: dispatches that no cache has seen, and the same texts for the peers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from bench.manuscript import Grid, Manuscript, Piece, Stretch
from vpdesk.domain.body import (
    Article,
    Basis,
    Block,
    Bullet,
    Cell,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    plain_text,
)
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.rulebook import NO_BREAK_SPACE, Rulebook
from vpdesk.layout.nobreak import may_part
from vpdesk.paths import resource
from vpdesk.services.compositor import Compositor
from vpdesk.services.desk import Desk
from vpdesk.services.rules import choose_pack
from vpdesk.services.typesetting import read_dispatch

SAMPLE = resource("sample") / "229-CV-BTGHU.dispatch.json"
_numbers = count(1)


def sample() -> Dispatch:
    """The dispatch of two pages."""
    return read_dispatch(SAMPLE)


def of_pages(desk: Desk, pages: int, one: Dispatch | None = None) -> Dispatch:
    """A dispatch (the sample) with its body repeated until it fills so many pages, no paragraph like another."""
    one = one or sample()
    pack = choose_pack(desk.packs, one, None)[0]
    copies, filled = pages // 2, 0
    while filled < pages:
        copies += 1
        grown = replace(one, body=one.body * copies)
        # Laid out by a compositor that remembers nothing.
        filled = len(Compositor(desk.fonts).set(grown, pack, duplex=False).pages)
    return renewed(replace(one, body=one.body * copies))


def rich(desk: Desk, pages: int) -> Dispatch:
    """So many pages with a table for each copy of the sample's body, and a note in every third paragraph."""
    one = sample()
    rows = tuple(
        tuple(Cell((Run(text),)) for text in (str(number), plain_text(block.runs)[:90], "Ban Tuyên giáo", "Quý I"))
        for number, block in enumerate(one.body)
        if isinstance(block, Paragraph | Bullet)
    )
    head = tuple(Cell((Run(text),)) for text in ("TT", "Nội dung công việc", "Chủ trì", "Thời gian"))
    noted = tuple(
        replace(block, runs=(*block.runs[:-1], replace(block.runs[-1], note="Số liệu do các xã, thị trấn báo cáo.")))
        if isinstance(block, Paragraph) and place % 3 == 0
        else block
        for place, block in enumerate(one.body)
    )
    body = (*noted, Table((1, 6, 3, 2), 1, (head, *rows)))
    return of_pages(desk, pages, replace(one, body=body))


def renewed(dispatch: Dispatch) -> Dispatch:
    """The dispatch with a word nobody has seen in every paragraph, in its number and in its lists."""
    return replace(
        dispatch,
        number=next(_numbers),
        addressees=tuple(map(_marked, dispatch.addressees)),
        body=tuple(map(_renewed_block, dispatch.body)),
        distribution=tuple(map(_marked, dispatch.distribution)),
    )


def _renewed_block(block: Block) -> Block:
    if isinstance(block, Paragraph | Basis | Heading | Article | Bullet):
        *runs, last = block.runs
        return replace(block, runs=(*runs, replace(last, text=_marked(last.text))))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(_renewed_cell, row)) for row in block.rows))
    return block


def _renewed_cell(cell: Cell) -> Cell:
    return replace(cell, runs=(replace(cell.runs[0], text=_marked(cell.runs[0].text)),))


def _marked(text: str) -> str:
    return f"{text} x{next(_numbers)}"


def with_word(dispatch: Dispatch, at: int, word: str) -> Dispatch:
    """The dispatch after a keystroke: `word` in the middle of the first run of the block `at`."""
    block = dispatch.body[at]
    if not isinstance(block, Paragraph | Bullet):
        raise TypeError(block)
    first, *rest = block.runs
    words = first.text.split(" ")
    words[len(words) // 2] = word
    changed = replace(block, runs=(replace(first, text=" ".join(words)), *rest))
    return replace(dispatch, body=(*dispatch.body[:at], changed, *dispatch.body[at + 1 :]))


def middle(dispatch: Dispatch) -> int:
    """The block in the middle of the body that a person would type in."""
    half = len(dispatch.body) // 2
    return next(at for at in range(half, len(dispatch.body)) if isinstance(dispatch.body[at], Paragraph | Bullet))


def manuscript(desk: Desk, dispatch: Dispatch) -> Manuscript:
    """The texts of a dispatch for the peers."""
    book = Rulebook(choose_pack(desk.packs, dispatch, None)[0])
    signing = dispatch.signing[0]
    return Manuscript(
        left=(
            *filter(None, (dispatch.parent_body, dispatch.issuing_body, book.word("star"))),
            book.reference(dispatch),
            dispatch.subject_summary or "",
        ),
        right=(book.word("party_title"), book.place_and_date(dispatch)),
        addressees=dispatch.addressees,
        body=tuple(_pieces(dispatch, book)),
        recipients=dispatch.distribution,
        signing=tuple(filter(None, (signing.authority, signing.position, signing.name))),
    )


def _pieces(dispatch: Dispatch, book: Rulebook) -> Iterator[Piece | Grid]:
    for block in dispatch.body:
        match block:
            case Paragraph() | Article() | Basis():
                yield Piece("", _held(block.runs))
            case Heading():
                yield Piece("", tuple(stretch._replace(bold=True) for stretch in _held(block.runs)))
            case Bullet():
                yield Piece(book.bullet_sign(block.level), _held(block.runs))
            case Table(columns=columns, rows=rows):
                yield Grid(columns, tuple(tuple(plain_text(cell.runs) for cell in row) for row in rows))
            case _:
                raise TypeError(block)


def _held(runs: Runs) -> tuple[Stretch, ...]:
    """The runs with a no-break space wherever our own lines may not end."""
    words: list[str] = []
    stretches = []
    for run in runs:
        text = ""
        for number, word in enumerate(run.text.split(" ")):
            between = " " if number else ""
            if word:
                words.append(word)
                if number and len(words) > 1 and not may_part(words, len(words) - 1):
                    between = NO_BREAK_SPACE
            text += between + word
        stretches.append(Stretch(text, run.bold, run.italic, run.note or ""))
    return tuple(stretches)
