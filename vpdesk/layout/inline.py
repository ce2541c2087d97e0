"""Runs to lines: collect, prepare, break, finish.

Justified paragraphs are broken by total fit: the breaks that are best for the paragraph as a whole (Knuth and Plass,
"Breaking paragraphs into lines", 1981), with TeX's measure of badness. Titles are broken so that their lines are
balanced. Nothing is hyphenated: Vietnamese lines end at spaces.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from vpdesk.domain.body import Alignment, Elevation, Run, Runs
from vpdesk.domain.rulebook import NO_BREAK_SPACE
from vpdesk.layout.fonts import Face, FontBook
from vpdesk.layout.frame import GlyphRun, Inked, Line, Stroke
from vpdesk.layout.nobreak import DASHES, may_part
from vpdesk.layout.norms import Style

STRETCH = 1 / 2
"""How much of its own width a space may grow before it counts as fully stretched."""
SHRINK = 1 / 3
"""How much of its own width a space may lose, never more."""
RAISED_SIZE, RAISED_BY, LOWERED_BY = 0.65, 0.35, 0.15
"""Size of raised and lowered runs, and how far they leave the line, as parts of the size."""

_LINE_PENALTY = 10.0
_LONE_WORD_PENALTY = 50.0
_INFINITE = float("inf")

# A break before one of these reads well in a title; a break inside a word of two syllables does not.
_BREAKS_BEFORE = frozenset(
    "và của về cho với trong theo tại để từ đến đối do bằng trên giữa nhân là năm giai nhằm gắn hoặc".split()
)

# A line of a title that ends in one of these leaves it hanging.
_LEANS_ON_NEXT = frozenset(
    "và của về cho với trong theo tại để từ đến đối do bằng trên giữa các những một mọi mỗi ngày sự việc cuộc số thứ"
    " không đã sẽ".split()
)

_HYPHENS = {"\u2010": "-", "\u2011": "-"}

# Words of two syllables that stand in the names of offices: a title is not parted within one.
_ONE_WORD = frozenset(
    tuple(word.split())
    for word in (
        "tuyên giáo,dân vận,tổ chức,kiểm tra,xây dựng,huyện ủy,tỉnh ủy,thành ủy,đảng ủy,đảng bộ,thành phố,văn phòng,"
        "chi bộ,ủy ban,nhân dân,trung ương,việt nam,cộng sản,công tác,nhiệm vụ,hệ thống,chính trị,tuyên truyền,"
        "thường vụ,chấp hành,chỉ đạo,đại hội,nhiệm kỳ,kế hoạch,nghị quyết,doanh nghiệp"
    ).split(",")
)


class Manner(NamedTuple):
    """How a run is set: its face, size, distance above the line and whether it is underlined."""

    face: Face
    size: float
    rise: float
    underline: bool


@dataclass(slots=True)
class _Words:
    """A paragraph taken apart: one entry for each stretch that no line end may cut.

    `joined[k]`: a space parts word k from the one before; `breakable[k]`: a line may end before word k.
    """

    texts: list[str]
    manners: list[Manner]
    widths: list[float]
    joined: list[bool]
    breakable: list[bool]
    offsets: list[int]


def set_lines(
    runs: Runs,
    style: Style,
    measure: float,
    fonts: FontBook,
    *,
    align: Alignment | None = None,
    first_indent: float = 0.0,
) -> tuple[Line, ...]:
    """Break runs into lines no wider than `measure` (points), the first shorter by `first_indent`.

    Centred and right-aligned text is balanced over its lines. A word wider than the measure is cut where it must be.
    Each line's items start at its own left end; the caller places it by its width.
    """
    alignment = align or style.align
    lines: list[Line] = []
    offset = 0
    first_measure = measure - first_indent
    space = fonts.width(" ", style.face) * style.size / fonts.units_per_em
    for segment in _segments(runs):
        words = _collect(segment, style, fonts, offset)
        spots = _prepare(words, measure, first_measure, space, fonts)
        breaks = _breaks(words, spots, alignment, measure, first_measure)
        last = len(breaks) - 1
        for number, (start, end) in enumerate(breaks):
            room = first_measure if number == 0 else measure
            justified = alignment is Alignment.JUSTIFIED and number < last
            gap = _gap(spots, start, end, room, justified=justified) if start < end else space
            lines.append(_finish(words, start, end, gap, fonts))
        offset += sum(len(run.text) for run in segment) + 1
        first_measure = measure
    return tuple(lines)


def set_label(text: str, style: Style, fonts: FontBook) -> Line:
    """A list sign or label on one line, its closing space kept: the text behind it begins where it ends."""
    run = GlyphRun(text, style.face, style.size, 0.0, natural_width(text, style, fonts))
    return Line((Inked(0.0, 0.0, run),), run.width)


def natural_width(text: str, style: Style, fonts: FontBook) -> float:
    """The width of one unbroken line of text in a style, in points."""
    return max(fonts.width(_shown(line), style.face) * style.size / fonts.units_per_em for line in text.split("\n"))


def _segments(runs: Runs) -> list[Runs]:
    """The runs between line feeds: each begins a line of its own."""
    segments: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        segments[-1].append(_with_text(run, first))
        segments.extend([_with_text(run, text)] for text in rest)
    return [tuple(segment) for segment in segments]


def _with_text(run: Run, text: str) -> Run:
    if text == run.text:
        return run
    return Run(text, run.bold, run.italic, run.underline, run.elevation, run.note)


def _manner(run: Run, style: Style) -> Manner:
    face = Face.of(bold=style.bold or run.bold, italic=style.italic or run.italic)
    underline = style.underline or run.underline
    if run.elevation is Elevation.NORMAL:
        return Manner(face, style.size, 0.0, underline)
    rise = RAISED_BY if run.elevation is Elevation.RAISED else -LOWERED_BY
    return Manner(face, style.size * RAISED_SIZE, rise * style.size, underline)


def _shown(text: str) -> str:
    """The text as it is set: a single no-break space is a space, several are a gap of fixed width."""
    for hyphen, shown in _HYPHENS.items():
        text = text.replace(hyphen, shown)
    return text


def _collect(runs: Runs, style: Style, fonts: FontBook, offset: int) -> _Words:
    """Take the runs apart at their spaces."""
    words = _Words([], [], [], [], [], [])
    space_before = False
    for run in runs:
        manner = _manner(run, style)
        scale = manner.size / fonts.units_per_em
        text = _shown(run.text)
        widths = fonts.widths(manner.face)
        position = offset
        for number, piece in enumerate(text.split(" ")):
            if number:
                space_before = True
            if piece:
                words.texts.append(piece)
                words.manners.append(manner)
                words.widths.append(widths[piece] * scale)
                words.joined.append(space_before)
                words.offsets.append(position)
                space_before = False
            position += len(piece) + 1
        offset += len(text)
    words.breakable = words.joined.copy()
    if any(NO_BREAK_SPACE in run.text for run in runs):
        _split_single_no_break_spaces(words, fonts)
    return words


def _prepare(words: _Words, measure: float, first_measure: float, space: float, fonts: FontBook) -> _Spots:
    """Hold together what belongs together, and cut what no line can hold."""
    texts, breakable = words.texts, words.breakable
    for k in range(1, len(texts)):
        if breakable[k] and not may_part(texts, k):
            breakable[k] = False
    spots = _Spots(words, space)
    # Only what stands first has to fit beside the indent; the rest has whole lines.
    narrowest = min(measure, first_measure) if spots.first() > first_measure else measure
    if spots.widest() > narrowest:
        _loosen(words, narrowest, space)
        _cut_long_words(words, narrowest, fonts)
        spots = _Spots(words, space)
    return spots


def _split_single_no_break_spaces(words: _Words, fonts: FontBook) -> None:
    """A single no-break space between words stretches like any space but ends no line."""
    k = 0
    while k < len(words.texts):
        text = words.texts[k]
        cut = _single_no_break_space(text)
        if cut is not None:
            _replace(words, k, [text[:cut], text[cut + 1 :]], fonts, skipped=1, joined=True)
        k += 1


def _single_no_break_space(text: str) -> int | None:
    cut = text.find(NO_BREAK_SPACE)
    while cut != -1:
        end = cut
        while end < len(text) and text[end] == NO_BREAK_SPACE:
            end += 1
        if end - cut == 1 and cut and end < len(text):
            return cut
        cut = text.find(NO_BREAK_SPACE, end)
    return None


def _replace(
    words: _Words,
    k: int,
    pieces: Sequence[str],
    fonts: FontBook,
    *,
    skipped: int,
    joined: bool,
    breakable: bool = False,
) -> None:
    """Put pieces in the place of word k; `skipped` characters lie between two of them."""
    manner, offset = words.manners[k], words.offsets[k]
    scale = manner.size / fonts.units_per_em
    rest = len(pieces) - 1
    offsets = []
    for piece in pieces:
        offsets.append(offset)
        offset += len(piece) + skipped
    words.texts[k : k + 1] = pieces
    words.manners[k : k + 1] = [manner] * len(pieces)
    words.widths[k : k + 1] = [fonts.width(piece, manner.face) * scale for piece in pieces]
    words.offsets[k : k + 1] = offsets
    words.joined[k : k + 1] = [words.joined[k], *[joined] * rest]
    words.breakable[k : k + 1] = [words.breakable[k], *[breakable] * rest]


def _loosen(words: _Words, measure: float, space: float) -> None:
    """Where words held together are wider than a line, let go of the spaces among them."""
    start = 0
    for k in range(1, len(words.texts) + 1):
        if k < len(words.texts) and not words.breakable[k]:
            continue
        spaces = sum(words.joined[start + 1 : k])
        if sum(words.widths[start:k]) + spaces * space > measure:
            for inner in range(start + 1, k):
                words.breakable[inner] = words.joined[inner]
        start = k


def _cut_long_words(words: _Words, measure: float, fonts: FontBook) -> None:
    """Cut every word that is wider than a line, after a hyphen or slash where there is one."""
    k = 0
    while k < len(words.texts):
        start = k
        while k + 1 < len(words.texts) and not words.joined[k + 1]:
            k += 1
        if sum(words.widths[start : k + 1]) > measure:
            for inner in range(start + 1, k + 1):
                words.breakable[inner] = True
            k = _cut_words(words, start, k, measure, fonts)
        k += 1


def _cut_words(words: _Words, start: int, end: int, measure: float, fonts: FontBook) -> int:
    """Cut the words from start to end (included) that are too wide; the new end."""
    k = start
    while k <= end:
        if words.widths[k] > measure:
            pieces = _pieces(words.texts[k], words.manners[k], measure, fonts)
            _replace(words, k, pieces, fonts, skipped=0, joined=False, breakable=True)
            k += len(pieces) - 1
            end += len(pieces) - 1
        k += 1
    return end


def _pieces(text: str, manner: Manner, measure: float, fonts: FontBook) -> list[str]:
    scale = manner.size / fonts.units_per_em
    pieces = []
    start, width, mark = 0, 0.0, 0
    for position, advance in enumerate(fonts.advances(text, manner.face)):
        while width + advance * scale > measure and position > start:
            end = mark if mark > start else position
            pieces.append(text[start:end])
            width = fonts.width(text[end:position], manner.face) * scale
            start = end
        width += advance * scale
        if text[position] in "-/.,_":
            mark = position + 1
    pieces.append(text[start:])
    return pieces


def _breaks(
    words: _Words, spots: _Spots, alignment: Alignment, measure: float, first_measure: float
) -> list[tuple[int, int]]:
    """The lines as half-open stretches of words; an empty paragraph is one empty line."""
    count = len(words.texts)
    if count == 0 or spots.natural(0, count) <= first_measure:
        return [(0, count)]
    if alignment is Alignment.JUSTIFIED:
        ends = _total_fit(spots, measure, first_measure)
    elif alignment is Alignment.LEFT:
        ends = _first_fit(spots, measure, first_measure)
    else:
        ends = _balanced(spots, words.texts, measure)
    return list(zip([0, *ends[:-1]], ends, strict=True))


class _Spots:
    """The places where a line may end, with what is needed to weigh a line in constant time.

    `starts[k]` and `ends[k]`: where word k begins and ends on one endless line; `spaces[k]`: spaces before word k;
    `cuts`: the words a line may begin with, and the end.
    """

    __slots__ = ("cuts", "ends", "space", "spaces", "starts")

    def __init__(self, words: _Words, space: float) -> None:
        self.space = space
        self.starts: list[float] = []
        self.ends: list[float] = []
        self.spaces: list[int] = []
        position, spaces = 0.0, 0
        for width, joined in zip(words.widths, words.joined, strict=True):
            if joined and self.starts:
                position += space
                spaces += 1
            self.starts.append(position)
            position += width
            self.ends.append(position)
            self.spaces.append(spaces)
        count = len(self.starts)
        self.cuts = [0, *(k for k, breakable in enumerate(words.breakable) if breakable and k), count]

    def natural(self, start: int, end: int) -> float:
        """The width of the words from start up to end, not stretched."""
        return self.ends[end - 1] - self.starts[start]

    def stretchable(self, start: int, end: int) -> int:
        """The number of spaces among these words."""
        return self.spaces[end - 1] - self.spaces[start]

    def first(self) -> float:
        """The width of what no line end may cut at the beginning."""
        return self.ends[self.cuts[1] - 1] if self.cuts[-1] else 0.0

    def widest(self) -> float:
        """The width of the widest stretch that no line end may cut."""
        cuts = self.cuts
        if cuts[-1] == 0:
            return 0.0
        return max(self.ends[end - 1] - self.starts[start] for start, end in pairwise(cuts))


def _total_fit(spots: _Spots, measure: float, first_measure: float) -> list[int]:
    """The line ends with the least sum of demerits over the whole paragraph."""
    cuts = spots.cuts
    last = len(cuts) - 1
    # By cut: where a line that begins or ends there begins and ends, and the spaces before.
    begins = [spots.starts[k] for k in cuts[:-1]]
    spaces_before = [spots.spaces[k] for k in cuts[:-1]]
    ends = [0.0, *[spots.ends[k - 1] for k in cuts[1:]]]
    spaces_until = [0, *[spots.spaces[k - 1] for k in cuts[1:]]]
    stretch, shrink = spots.space * STRETCH, spots.space * SHRINK
    demerits = [0.0]
    came_from = [0]
    earliest, room = 0, first_measure
    for j in range(1, last + 1):
        end, spaces = ends[j], spaces_until[j]
        # The fullest line that can end here; a line's least width only grows with j, so this never moves back.
        while earliest < j - 1 and end - begins[earliest] - (spaces - spaces_before[earliest]) * shrink > room:
            earliest, room = earliest + 1, measure
        least_before = min(demerits[earliest:])
        best, best_start = _INFINITE, earliest
        for i in range(earliest, j):
            slack = (measure if i else first_measure) - end + begins[i]
            count = spaces - spaces_before[i]
            if slack < 0:
                # A single word squeezed by rounding has no space to give.
                ratio = -slack / (count * shrink) if count else 0.0
                own = (_LINE_PENALTY + 100.0 * ratio * ratio * ratio) ** 2
            elif j == last:
                own = (_LINE_PENALTY + (_LONE_WORD_PENALTY if i == j - 1 and i else 0.0)) ** 2
            else:
                ratio = slack / (count * stretch) if count else slack
                own = (_LINE_PENALTY + 100.0 * ratio * ratio * ratio) ** 2
                if own + least_before > best:
                    # Lines that begin later are looser still.
                    break
            total = demerits[i] + own
            if total < best:
                best, best_start = total, i
        demerits.append(best)
        came_from.append(best_start)
    return _traced(cuts, came_from)


def _traced(cuts: Sequence[int], came_from: Sequence[int]) -> list[int]:
    """The line ends, from each end's best predecessor."""
    ends = []
    j = len(cuts) - 1
    while j > 0:
        ends.append(cuts[j])
        j = came_from[j]
    return ends[::-1]


def _first_fit(spots: _Spots, measure: float, first_measure: float) -> list[int]:
    """The line ends when each line takes what it can hold."""
    ends = []
    start, room = 0, first_measure
    while start < spots.cuts[-1]:
        fitting = bisect_left(spots.cuts, start) + 1
        while fitting + 1 < len(spots.cuts) and spots.natural(start, spots.cuts[fitting + 1]) <= room:
            fitting += 1
        start, room = spots.cuts[fitting], measure
        ends.append(start)
    return ends


def _balanced(spots: _Spots, texts: Sequence[str], measure: float) -> list[int]:
    """The line ends of a title: as few lines as can be, of like length, broken where it reads well."""
    count = len(_first_fit(spots, measure, measure))
    cuts = spots.cuts
    ideal = spots.natural(0, cuts[-1]) / count
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for i, (cost, _) in best[-1].items():
            for j in range(i + 1, len(cuts)):
                width = spots.natural(cuts[i], cuts[j])
                if width > measure and j > i + 1:
                    break
                total = cost + ((width - ideal) / measure) ** 2 + _sense(texts, cuts[j])
                if j not in reached or total < reached[j][0]:
                    reached[j] = (total, i)
        best.append(reached)
    ends = []
    j = len(cuts) - 1
    for reached in reversed(best[1:]):
        ends.append(cuts[j])
        j = reached[j][1]
    return ends[::-1]


def _sense(texts: Sequence[str], cut: int) -> float:
    """What a title loses by ending a line before word `cut`."""
    if cut == len(texts) or texts[cut - 1][-1] in ",;:." or texts[cut - 1] in DASHES:
        return 0.0
    if not DASHES.isdisjoint(texts):
        # Names of a joint paper: each stays whole as long as it fits.
        return 0.5
    if (texts[cut - 1].casefold(), texts[cut].casefold()) in _ONE_WORD:
        return 0.3
    if texts[cut - 1].casefold() in _LEANS_ON_NEXT:
        return 0.15
    return 0.0 if texts[cut].casefold() in _BREAKS_BEFORE else 0.08


def _gap(spots: _Spots, start: int, end: int, room: float, *, justified: bool) -> float:
    """The width of a line's spaces: their own, or what fills the room of a justified or overfull line exactly."""
    slack = room - spots.natural(start, end)
    count = spots.stretchable(start, end)
    return spots.space + slack / count if count and (justified or slack < 0) else spots.space


def _finish(words: _Words, start: int, end: int, space: float, fonts: FontBook) -> Line:
    """One line of glyph runs with spaces of this width."""
    items: list[Inked] = []
    x, k = 0.0, start
    manners, joined = words.manners, words.joined
    while k < end:
        stop = k + 1
        manner = manners[k]
        while stop < end and manners[stop] == manner:
            stop += 1
        trailing = stop < end and joined[stop]
        run = _glyph_run(words, k, stop, trailing=trailing, space=space, fonts=fonts)
        items.append(Inked(x, -manner.rise, run))
        if manner.underline:
            items.append(_underline(x, run.width - (space if trailing else 0.0), manner, fonts))
        x += run.width
        k = stop
    return Line(tuple(items), x)


def _glyph_run(words: _Words, start: int, stop: int, *, trailing: bool, space: float, fonts: FontBook) -> GlyphRun:
    """The words from start to stop, which share a manner, as one run with spaces of the given width."""
    manner = words.manners[start]
    inner = words.joined[start + 1 : stop]
    spaces = sum(inner)
    if spaces == len(inner):
        text = " ".join(words.texts[start:stop])
    else:
        texts = zip(inner, words.texts[start + 1 : stop], strict=True)
        text = words.texts[start] + "".join(" " + word if joined else word for joined, word in texts)
    if trailing:
        text += " "
        spaces += 1
    # Raised and lowered runs are smaller; their spaces are as wide as the line's all the same.
    own_space = fonts.width(" ", manner.face) * manner.size / fonts.units_per_em
    width = sum(words.widths[start:stop]) + spaces * space
    return GlyphRun(text, manner.face, manner.size, space - own_space, width, words.offsets[start])


def _underline(x: float, width: float, manner: Manner, fonts: FontBook) -> Inked:
    """The stroke under a run."""
    metrics = fonts.metrics
    drop = (metrics.underline_drop + metrics.underline_thickness / 2) * manner.size
    return Inked(x, drop - manner.rise, Stroke(width, metrics.underline_thickness * manner.size))
