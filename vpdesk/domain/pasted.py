"""Text and HTML from other programs as blocks of a body.

Bold, italic, underline, raised and lowered letters, lists, tables and footnotes stay; fonts, colours, sizes, links and
pictures go. Everything is read in small portions, so that whoever asks can do something else between them.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import takewhile
from typing import Final

from vpdesk.domain.body import (
    Alignment,
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
    joined,
    plain_text,
)
from vpdesk.domain.numbering import Ordinal, number_in
from vpdesk.domain.recognition import cut, recognised, unbold
from vpdesk.domain.text import carried

PORTION: Final = 16_384
"""How many characters of HTML are read at once."""

LONGEST: Final = 8_000
"""A longer paragraph is parted: no paper has one, and a screen cannot keep up with it."""

MOST_CELLS: Final = 240
"""A table with more cells is parted between two rows."""


@dataclass
class Losses:
    """What was left out of what came in."""

    pictures: int = 0
    parted: int = 0


# --- plain text ---------------------------------------------------------------------------------------------------


def blocks_of_text(text: str, losses: Losses) -> Iterator[Block | None]:
    """The lines of a text, each as the block it is; empty ones are left out."""
    lines = text.replace("\u2028", "\n").replace("\u2029", "\n").splitlines()
    return _finished((_recognised_line(line) for line in lines), losses)


def _recognised_line(line: str) -> Block | None:
    words = " ".join(carried(line).split())
    return recognised((Run(words),)) if words else None


# --- what both have in common -------------------------------------------------------------------------------------


def _finished(blocks: Iterable[Block | None], losses: Losses) -> Iterator[Block | None]:
    """The blocks with divisions and their titles together, and none too long; None says that nothing is ready yet."""
    untitled: Division | None = None
    for block in blocks:
        if untitled is not None and block is not None:
            if isinstance(block, Paragraph):
                yield replace(untitled, title=plain_text(block.runs))
                untitled = None
                continue
            yield untitled
            untitled = None
        if isinstance(block, Division) and not block.title:
            untitled = block
        elif block is not None:
            yield from _parted(block, losses)
        else:
            yield None
    if untitled is not None:
        yield untitled


def _parted(block: Block, losses: Losses) -> Iterator[Block]:
    match block:
        case Table(_, header_rows, rows) if sum(map(len, rows)) > MOST_CELLS:
            yield from _parted_table(block, header_rows, losses)
        case Paragraph(runs) | Heading(_, runs) | Article(runs) | Bullet(_, runs) | Basis(runs) if (
            sum(len(run.text) for run in runs) > LONGEST
        ):
            losses.parted += 1
            text, start = plain_text(runs), 0
            while start < len(text):
                stop = _end_of_part(text, start)
                yield replace(block, runs=cut(runs, start, stop)) if start == 0 else Paragraph(cut(runs, start, stop))
                start = stop
        case _:
            yield block


def _end_of_part(text: str, start: int) -> int:
    """Where a part of a long text ends: behind a sentence, else behind a word."""
    stop = start + LONGEST
    if stop >= len(text):
        return len(text)
    middle = start + LONGEST // 2
    return (
        max(text.rfind(". ", middle, stop) + 2, middle)
        if ". " in text[middle:stop]
        else max(text.rfind(" ", middle, stop) + 1, middle)
    )


def _parted_table(table: Table, header_rows: int, losses: Losses) -> Iterator[Block]:
    losses.parted += 1
    rows: list[tuple[Cell, ...]] = []
    reach = cells = 0
    for place, row in enumerate(table.rows):
        if cells > MOST_CELLS and place >= reach and place >= header_rows:
            yield Table(table.columns, min(header_rows, len(rows)), tuple(rows))
            rows, cells, header_rows = [], 0, 0
        rows.append(row)
        cells += len(row)
        reach = max([reach, *(place + cell.rows for cell in row)])
    yield Table(table.columns, min(header_rows, len(rows)), tuple(rows))


# --- HTML ---------------------------------------------------------------------------------------------------------

_DATA = re.compile(r"data:[\w/+.-]*;base64,[A-Za-z0-9+/=\s]*")
_NOTE_WORDS = re.compile(
    r"""<div[^>]*\bid=["']?(ftn\d+|sdfootnote\d+)["']?[^>]*>(.*?)</div>""", re.DOTALL | re.IGNORECASE
)
_NOTE_LINK = re.compile(r"#(?:_(ftn\d+)|(sdfootnote\d+)sym)$")
_NOTE_BACK = re.compile(r"#(?:_ftnref\d+|sdfootnote\d+(?!sym)[a-z]+)$")
_STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_LIST_LEVEL = re.compile(r"level(\d)")
_SKIPPED: Final = frozenset(("head", "style", "script", "title", "xml", "noscript", "template", "object", "iframe"))
_BLOCKS: Final = frozenset(
    "p div h1 h2 h3 h4 h5 h6 blockquote pre address section article header footer dt dd center".split()
)
_PICTURES: Final = frozenset(("img", "v:imagedata", "svg", "picture"))
_EMPTY: Final = frozenset("br img hr meta link col input wbr area base embed source v:imagedata".split())
_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_IMPLIED: Final = {
    "p": frozenset(("td", "th", "li", "table", "div")),
    "li": frozenset(("ul", "ol", "table")),
    "td": frozenset(("table", "tr")),
    "th": frozenset(("table", "tr")),
    "tr": frozenset(("table",)),
}
_DEEPEST: Final = 200
"""An element that was opened deeper than so many others is never closed by name."""

_TAG_MARKS: Final = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "i": {"italic": True},
    "em": {"italic": True},
    "u": {"underline": True},
    "sup": {"elevation": Elevation.RAISED},
    "sub": {"elevation": Elevation.LOWERED},
}
_ALIGNMENTS: Final = {
    "center": Alignment.CENTRED,
    "right": Alignment.RIGHT,
    "justify": Alignment.JUSTIFIED,
    "left": Alignment.LEFT,
}
_ORDINALS: Final = {"a": (Ordinal.LETTER, ") "), "A": (Ordinal.CAPITAL, ". "), "I": (Ordinal.ROMAN, "- ")}


def blocks_of_html(html: str, losses: Losses) -> Iterator[Block | None]:
    """The blocks of a piece of HTML; None between portions that hold none."""
    html = _DATA.sub("", html)
    return _finished(_read(html, _Reader(_note_words(html), losses)), losses)


def _read(html: str, reader: _Reader) -> Iterator[Block | None]:
    for start in range(0, len(html), PORTION):
        reader.feed(html[start : start + PORTION])
        yield from reader.taken()
        yield None
    reader.close()
    reader.end()
    yield from reader.taken()


def _note_words(html: str) -> dict[str, str]:
    """The footnotes at the end of a piece of HTML, by their names."""
    notes: dict[str, str] = {}
    start = max(html.rfind("mso-element:footnote-list"), html.find('id="sdfootnote'), html.find("id=ftn1"), -1)
    if start < 0:
        return notes
    for found in _NOTE_WORDS.finditer(html, max(html.rfind("<", 0, start), 0)):
        reader = _Reader({}, Losses())
        reader.feed(found[2])
        reader.end()
        notes[found[1].lower()] = "\n".join(plain_text(getattr(block, "runs", ())) for block in reader.taken())
    return notes


@dataclass
class _List:
    """A list that is open: with figures where it counts."""

    counts: bool
    kind: str
    number: int


@dataclass
class _Grid:
    """A table that is open."""

    rows: list[list[Cell]] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    in_head: bool = False
    heads: list[int] = field(default_factory=list)
    cell: Cell | None = None
    lines: list[Runs] = field(default_factory=list)


class _Reader(HTMLParser):
    """Reads HTML as Word, LibreOffice and browsers put it on the clipboard."""

    def __init__(self, notes: dict[str, str], losses: Losses) -> None:
        super().__init__(convert_charrefs=True)
        self._notes = notes
        self._losses = losses
        self._ready: deque[Block] = deque()
        self._runs: list[Run] = []
        # Each open element: its name, the marks of its letters, and whether its words are left out.
        self._open: list[tuple[str, Run, bool]] = []
        self._lists: list[_List] = []
        self._grids: list[_Grid] = []
        self._sign = ""
        self._sign_level = 0
        self._in_sign = 0
        self._heading = 0

    def taken(self) -> Iterator[Block]:
        """The blocks that are ready."""
        while self._ready:
            yield self._ready.popleft()

    def end(self) -> None:
        """Take what is still open as ended."""
        while self._grids:
            self._end_table()
        self._end_block()

    # --- elements -------------------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = {name.lower(): value.strip().lower() for name, value in _STYLE.findall(given.get("style", ""))}
        if tag in _PICTURES:
            self._losses.pictures += 1
        if tag == "br":
            self._break(style)
        if tag == "col" and self._grids:
            self._take_widths(given)
        if tag in _EMPTY:
            return
        self._close_implied(tag)
        skips = self._skips or tag in _SKIPPED or "none" in style.get("display", "") or "mso-hide" in style
        skips = skips or given.get("id", "").lower() in self._notes
        note = self._note(tag, given)
        self._open.append((tag, _marks(self._marks, tag, style), skips or note is not None))
        if note is not None and not skips:
            self._call(note)
        elif not skips:
            self._begin(tag, given, style)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def _begin(self, tag: str, given: dict[str, str], style: dict[str, str]) -> None:
        if style.get("mso-list") == "ignore":
            self._in_sign = len(self._open)
            return
        match tag:
            case "table":
                self._end_block()
                self._grids.append(_Grid())
            case "thead" if self._grids:
                self._grids[-1].in_head = True
            case "tr" if self._grids:
                self._end_cell()
                self._begin_row()
            case "td" | "th" if self._grids:
                self._begin_cell(tag, given, style)
            case "ul" | "ol":
                self._end_block()
                start = given.get("start", "")
                self._lists.append(_List(tag == "ol", given.get("type", "1"), int(start) if start.isdecimal() else 1))
            case "li":
                self._end_block()
                self._begin_item()
            case _:
                if tag in _BLOCKS:
                    self._begin_block(tag, style)

    def _begin_block(self, tag: str, style: dict[str, str]) -> None:
        self._end_block()
        if style.get("page-break-before") == "always" and not self._grids:
            self._ready.append(PageBreak())
        self._heading = int(tag[1]) if tag in _HEADINGS else 0
        level = _LIST_LEVEL.search(style.get("mso-list", ""))
        if level:
            self._sign_level = int(level[1])

    def _close_implied(self, tag: str) -> None:
        """End what the beginning of another of its kind ends: paragraphs, items, rows and cells may be left open."""
        edges = _IMPLIED.get(tag)
        if edges is None:
            return
        for place in range(len(self._open) - 1, max(len(self._open) - _DEEPEST, -1), -1):
            name = self._open[place][0]
            if name == tag:
                self.handle_endtag(tag)
                return
            if name in edges:
                return

    def handle_endtag(self, tag: str) -> None:
        start = max(len(self._open) - _DEEPEST, 0)
        places = [start + at for at, (name, _marks, _skips) in enumerate(self._open[start:]) if name == tag]
        if not places:
            return
        place = places[-1]
        skipped = self._open[place][2]
        del self._open[place:]
        if self._in_sign > place:
            self._in_sign = 0
        if skipped:
            return
        if tag == "table" and self._grids:
            self._end_table()
        elif tag in {"td", "th", "tr"} and self._grids:
            self._end_cell()
        elif tag == "thead" and self._grids:
            self._grids[-1].in_head = False
        elif tag in {"ul", "ol"}:
            self._end_block()
            if self._lists:
                self._lists.pop()
        elif tag in _BLOCKS or tag == "li":
            self._end_block()

    # --- words ----------------------------------------------------------------------------------------------------

    def handle_data(self, data: str) -> None:
        if self._skips:
            return
        words = carried(_SPACE.sub(" ", data))
        if self._in_sign:
            self._sign += words
        elif words:
            self._runs.append(replace(self._marks, text=words))

    @property
    def _marks(self) -> Run:
        return self._open[-1][1] if self._open else Run("")

    @property
    def _skips(self) -> bool:
        return bool(self._open) and self._open[-1][2]

    def _break(self, style: dict[str, str]) -> None:
        if self._skips:
            return
        if style.get("page-break-before") == "always" and not self._grids:
            self._end_block()
            self._ready.append(PageBreak())
        else:
            self._runs.append(replace(self._marks, text="\n"))

    def _note(self, tag: str, given: dict[str, str]) -> str | None:
        """The footnote that a link calls; nothing where a note's own number links back to its call."""
        if tag != "a":
            return None
        href = given.get("href", "")
        if _NOTE_BACK.search(href):
            return ""
        link = _NOTE_LINK.search(href)
        return self._notes.get((link[1] or link[2]).lower()) if link else None

    def _call(self, note: str) -> None:
        if note:
            self._runs.append(Run("", note=note))

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _begin_item(self) -> None:
        if not self._lists:
            return
        one = self._lists[-1]
        if one.counts:
            ordinal, mark = _ORDINALS.get(one.kind, (Ordinal.FIGURE, ". "))
            self._sign = ordinal.spell((one.number,)) + mark
            one.number += 1
        else:
            self._sign = "-"
            self._sign_level = min(sum(not each.counts for each in self._lists), 6)

    def _end_block(self) -> None:
        if self._grids:
            self._end_line()
            return
        runs = _stripped(self._runs)
        sign, level, heading = " ".join(self._sign.split()), self._sign_level, self._heading
        self._runs, self._heading = [], 0
        if not plain_text(runs).strip() and not any(run.note for run in runs):
            return
        self._sign, self._sign_level = "", 0
        if sign and number_in(sign + " ") is None:
            self._ready.append(Bullet(2 if sign == "+" else max(level, 1), runs))
            return
        if sign:
            runs = (replace(runs[0], text=f"{sign} ", note=None), *runs)
        block = recognised(joined(runs))
        if heading and isinstance(block, Paragraph):
            block = Heading(heading, unbold(block.runs))
        self._ready.append(block)

    # --- tables ---------------------------------------------------------------------------------------------------

    def _take_widths(self, given: dict[str, str]) -> None:
        grid, width = self._grids[-1], _size(given.get("width", ""))
        for _each in range(min(max(int(_size(given.get("span", "1")) or 1), 1), 100)):
            grid.widths[len(grid.widths)] = width or 0

    def _begin_row(self) -> None:
        self._grids[-1].rows.append([])
        self._grids[-1].heads.append(0)

    def _begin_cell(self, tag: str, given: dict[str, str], style: dict[str, str]) -> None:
        self._end_cell()
        grid = self._grids[-1]
        if not grid.rows:
            self._begin_row()
        align = _ALIGNMENTS.get(given.get("align", "").lower()) or _ALIGNMENTS.get(style.get("text-align", ""))
        columns, rows = (min(max(int(_size(given.get(name, "1")) or 1), 1), 200) for name in ("colspan", "rowspan"))
        grid.cell = Cell((), columns, rows, align)
        width = _size(given.get("width", "")) or _size(style.get("width", ""))
        if columns == 1 and width and len(grid.rows) == 1:
            grid.widths.setdefault(sum(cell.columns for cell in grid.rows[-1]), width)
        grid.heads[-1] += tag == "th" or grid.in_head

    def _end_line(self) -> None:
        """End a paragraph in a cell."""
        grid = self._grids[-1]
        runs = _stripped(self._runs)
        sign = " ".join(self._sign.split())
        self._runs, self._sign, self._sign_level = [], "", 0
        if runs and grid.cell is not None:
            grid.lines.append((Run(f"{sign} "), *runs) if sign else runs)

    def _end_cell(self) -> None:
        self._end_line()
        grid = self._grids[-1]
        if grid.cell is None:
            return
        runs: list[Run] = []
        for line in grid.lines:
            runs += [Run("\n"), *line] if runs else line
        grid.rows[-1].append(replace(grid.cell, runs=joined(runs)))
        grid.cell, grid.lines = None, []

    def _end_table(self) -> None:
        self._end_cell()
        grid = self._grids.pop()
        if self._grids:
            # A table in a cell gives its words to the cell.
            self._grids[-1].lines += [cell.runs for row in grid.rows for cell in row if cell.runs]
            return
        are_heads = (count == len(row) for count, row in zip(grid.heads, grid.rows, strict=True))
        header_rows = sum(1 for _ in takewhile(bool, are_heads))
        table = even_table(grid.rows, header_rows, grid.widths)
        if table is not None:
            self._ready.append(table)


def _marks(outer: Run, tag: str, style: dict[str, str]) -> Run:
    """The marks of an element's letters."""
    marks = replace(outer, **_TAG_MARKS.get(tag, {}))  # type: ignore[arg-type]
    if weight := style.get("font-weight"):
        marks = replace(marks, bold=weight in {"bold", "bolder", "600", "700", "800", "900"})
    if slant := style.get("font-style"):
        marks = replace(marks, italic=slant in {"italic", "oblique"})
    if line := style.get("text-decoration"):
        marks = replace(marks, underline="underline" in line)
    if place := style.get("vertical-align"):
        elevations = {"super": Elevation.RAISED, "sub": Elevation.LOWERED}
        marks = replace(marks, elevation=elevations.get(place, marks.elevation))
    return marks


def _stripped(runs: list[Run]) -> Runs:
    """The runs of a block without space at its ends, at line ends, and doubled between two runs."""
    kept: list[Run] = []
    before = "\n"
    for run in runs:
        text = _SPACE.sub(" ", run.text) if run.text != "\n" else run.text
        if before[-1:] in {" ", "\n"}:
            text = text.lstrip(" ")
        if text == "\n" and kept:
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        before = text or before
        kept.append(replace(run, text=text))
    while kept and kept[-1].note is None and not kept[-1].text.strip():
        kept.pop()
    if kept and kept[-1].note is None:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    while kept and kept[0].note is None and not kept[0].text.strip():
        kept.pop(0)
    return joined(kept)


def _size(text: str) -> float:
    found = re.match(r"\s*(\d+(?:\.\d+)?)", text)
    return float(found[1]) if found else 0.0


def even_table(rows: list[list[Cell]], header_rows: int, widths: dict[int, float]) -> Table | None:
    """A table whose cells fill every row: spans that run over others are cut, gaps are filled with empty cells."""
    rows = [row for place, row in enumerate(rows) if row or place == 0 or any(map(len, rows[:place]))]
    columns = _columns(rows)
    if not columns or not any(rows):
        return None
    covered = [0] * columns
    even: list[tuple[Cell, ...]] = []
    for place, row in enumerate(rows):
        filled: list[Cell] = []
        given = iter(row)
        column = 0
        while column < columns:
            if covered[column]:
                column += 1
                continue
            cell = next(given, Cell(()))
            room = next((n for n in range(1, columns - column) if covered[column + n]), columns - column)
            cell = replace(cell, columns=min(cell.columns, room), rows=min(cell.rows, len(rows) - place))
            covered[column : column + cell.columns] = [cell.rows] * cell.columns
            filled.append(cell)
            column += cell.columns
        even.append(tuple(filled))
        covered = [rest - 1 for rest in covered]
    shares = [widths.get(column, 0.0) for column in range(columns)]
    whole = tuple(shares) if all(shares) else (1.0,) * columns
    return Table(whole, min(header_rows, len(even)), tuple(even))


def _columns(rows: list[list[Cell]]) -> int:
    """How many columns the widest row takes, counting what spans from above cover."""
    most = 0
    hanging: list[tuple[int, int]] = []
    for row in rows:
        most = max(most, sum(cell.columns for cell in row) + sum(columns for columns, _rest in hanging))
        hanging = [(columns, rest - 1) for columns, rest in hanging if rest > 1]
        hanging += [(cell.columns, cell.rows - 1) for cell in row if cell.rows > 1]
    return min(most, 100)
