"""Typst setting a manuscript: the same page, measure, indent and letters, no kerning, no tags."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec

from bench.manuscript import Grid, Manuscript, Piece, Stretch
from vpdesk.paths import resource

COLD = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]],"
    " ignore_system_fonts=True, pdf_tags=False)"
)
"""Typst as a process of its own, given source, output and the folder of the faces."""

_PREAMBLE = """\
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  header: context if counter(page).get().first() > 1 { align(center, counter(page).display()) })
#set text(font: "Liberation Serif", size: 14pt, lang: "vi", kerning: false, ligatures: false, hyphenate: false,
  fallback: false, top-edge: 0.75em, bottom-edge: -0.25em)
#set par(justify: true, leading: 4pt, spacing: 10pt, first-line-indent: (amount: 10mm, all: true))
#set smartquote(enabled: false)
"""
_SPECIAL = re.compile(r"([\\#*_$`<>@\[\]~\"';]|(?<=[-/.])[-/.])")
_LIST_LIKE = re.compile(r"^(\d+)\.|^([-+=/])")
_WORD_JOINER = "\N{WORD JOINER}"


def is_there() -> bool:
    """Whether Typst is installed (the `bench` extra)."""
    return find_spec("typst") is not None


def compiler() -> Callable[[bytes], bytes]:
    """A warm Typst: source in, PDF out, the faces read once."""
    import typst  # noqa: PLC0415 -- an extra that may be missing

    warm = typst.Compiler(font_paths=[str(resource("fonts"))], ignore_system_fonts=True)

    def compile_source(source: bytes) -> bytes:
        pdf = warm.compile(input=source, format="pdf", pdf_tags=False)
        assert isinstance(pdf, bytes)  # noqa: S101 -- one format, no output file
        return pdf

    return compile_source


def source_of(text: Manuscript, *, body_only: bool = False) -> bytes:
    """The manuscript in Typst's language."""
    body = "\n\n".join(map(_piece, text.body))
    parts = [_PREAMBLE, body] if body_only else [_PREAMBLE, _head(text), body, _closing(text)]
    return "\n\n".join(parts).encode()


def _piece(piece: Piece | Grid) -> str:
    if isinstance(piece, Grid):
        return _grid(piece)
    # The sign is a box with a fixed space behind it: it does not stretch, as in our own lists.
    sign = f"#box[{_escaped(piece.sign.strip())}]#h(0.25em)" if piece.sign else ""
    return sign + "".join(map(_stretch, piece.stretches))


def _stretch(stretch: Stretch) -> str:
    text = _escaped(stretch.text)
    if stretch.bold:
        text = f'#text(weight: "bold")[{text}]'
    text = f'#text(style: "italic")[{text}]' if stretch.italic else text
    return f"{text}#footnote[{_escaped(stretch.note)}]" if stretch.note else text


def _grid(grid: Grid) -> str:
    """A table in 13 points, its head set again on every page."""
    widths = ", ".join(f"{width}fr" for width in grid.columns)
    head, *rows = ([f"[{_escaped(text)}]" for text in row] for row in grid.rows)
    cells = ",\n  ".join(", ".join(row) for row in rows)
    return f"""#[#set text(size: 13pt)
#set par(justify: false, first-line-indent: 0pt, leading: 3pt)
#table(columns: ({widths}), table.header({", ".join(head)}),
  {cells})]"""


def _escaped(text: str) -> str:
    """The text as markup; Typst would end lines after hyphens and slashes, which we do not."""
    marked = _LIST_LIKE.sub(lambda at: f"{at[1]}\\." if at[1] else f"\\{at[2]}", _SPECIAL.sub(r"\\\1", text))
    return re.sub(r"(?<=\w)([-/])(?=\w)|(-)(?=\u00a0)", rf"\g<0>{_WORD_JOINER}", marked)


def _column(lines: tuple[str, ...]) -> str:
    return "[" + r" \ ".join(map(_escaped, lines)) + "]"


def _head(text: Manuscript) -> str:
    addressees = r" \ ".join(f"\\- {_escaped(line)}" for line in text.addressees)
    return f"""#[#set par(first-line-indent: 0pt, justify: false)
#grid(columns: (47%, 53%), align: center, {_column(text.left)}, {_column(text.right)})
#grid(columns: (30%, 70%), align: (right, left), [#emph[Kính gửi:] ], [{addressees}])]"""


def _closing(text: Manuscript) -> str:
    recipients = r" \ ".join(f"\\- {_escaped(line)}" for line in text.recipients)
    return f"""#[#set par(first-line-indent: 0pt, justify: false)
#grid(columns: (47%, 53%), align: (left, center), text(size: 12pt)[#underline[Nơi nhận:] \\ {recipients}],
  {_column(text.signing)})]"""
