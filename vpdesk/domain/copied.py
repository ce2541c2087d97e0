"""Blocks of a body for other programs: plain text, and HTML without a style of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from vpdesk.domain.body import (
    Article,
    Basis,
    Block,
    Bullet,
    Cell,
    Division,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    plain_text,
)

_SIGNS = {1: "- ", 2: "+ "}


def text_of(blocks: Sequence[Block]) -> str:
    """The words, a line for each block; the cells of a row are parted by tabs."""
    return "\n".join(map(_line, blocks))


def _line(block: Block) -> str:
    match block:
        case Division(kind, number, title):
            return f"{kind.value.capitalize()} {number}\n{title}"
        case Table(_, _, rows):
            return "\n".join("\t".join(plain_text(cell.runs).replace("\n", " ") for cell in row) for row in rows)
        case PageBreak():
            return ""
        case Basis(runs):
            return f"- {plain_text(runs)};"
        case Bullet(level, runs):
            return _SIGNS.get(level, "• ") + plain_text(runs)
        case Paragraph(runs) | Heading(_, runs) | Article(runs):
            return plain_text(runs)


def html_of(blocks: Sequence[Block]) -> str:
    """The blocks as HTML: headings, lists, tables, and the marks of their letters."""
    return "".join(_elements(blocks))


def _elements(blocks: Sequence[Block]) -> Iterable[str]:
    depth = 0
    for block in blocks:
        level = block.level if isinstance(block, Bullet) else 0
        yield "<ul>" * max(level - depth, 0) + "</ul>" * max(depth - level, 0)
        depth = level
        yield _element(block)
    yield "</ul>" * depth


def _element(block: Block) -> str:
    match block:
        case Paragraph(runs, align):
            style = f' style="text-align:{align.value}"' if align else ""
            return f"<p{style}>{_letters(runs)}</p>"
        case Basis(runs):
            return f"<p>- {_letters(runs)};</p>"
        case Heading(level, runs):
            return f"<h{level}>{_letters(runs)}</h{level}>"
        case Article(runs):
            return f"<p><b>{_letters(runs)}</b></p>"
        case Bullet(_, runs):
            return f"<li>{_letters(runs)}</li>"
        case Division(kind, number, title):
            name = escape(f"{kind.value.capitalize()} {number}")
            return (
                f'<p style="text-align:center"><b>{name}</b></p><p style="text-align:center"><b>{escape(title)}</b></p>'
            )
        case Table(_, header_rows, rows):
            lines = (
                f"<tr>{''.join(_cell(cell, 'th' if place < header_rows else 'td') for cell in row)}</tr>"
                for place, row in enumerate(rows)
            )
            return f'<table border="1" cellspacing="0">{"".join(lines)}</table>'
        case PageBreak():
            return '<br style="page-break-before:always">'


def _cell(cell: Cell, tag: str) -> str:
    spans = f' colspan="{cell.columns}"' * (cell.columns > 1) + f' rowspan="{cell.rows}"' * (cell.rows > 1)
    align = f' align="{cell.align.value}"' if cell.align else ""
    return f"<{tag}{spans}{align}>{_letters(cell.runs)}</{tag}>"


def _letters(runs: Runs) -> str:
    return "".join(map(_marked, runs))


def _marked(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>")
    elevation = {Elevation.RAISED: "sup", Elevation.LOWERED: "sub"}.get(run.elevation, "")
    for tag, holds in (("b", run.bold), ("i", run.italic), ("u", run.underline), (elevation, bool(elevation))):
        if holds and text:
            text = f"<{tag}>{text}</{tag}>"
    return text
