"""Runs to lines: collect, prepare, break, finish.

Justified paragraphs are broken by total fit: the breaks that are best for the paragraph as a whole (Knuth and Plass,
"Breaking paragraphs into lines", 1981), with TeX's measure of badness. Titles are broken so that their lines are
balanced. Nothing is hyphenated: Vietnamese lines end at spaces.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate, compress, pairwise
from operator import sub
from typing import NamedTuple

from vpdesk.domain.body import Alignment, Elevation, Run, Runs
from vpdesk.domain.rulebook import NO_BREAK_SPACE
from vpdesk.layout.fonts import Face, FontBook
from vpdesk.layout.frame import GlyphRun, Inked, Line, Stroke
from vpdesk.layout.nobreak import DASHES, held
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
# What total fit allows a paragraph at first, which is enough for most, and how many times more when it is not.
_FEW_DEMERITS, _MORE_DEMERITS = 10_000.0, 100.0

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
    """How a run is set: its face, size, distance above the line, whether underlined, and its own space's width."""

    face: Face
    size: float
    rise: float
    underline: bool
    space: float


@dataclass(slots=True)
class _Words:
    """A paragraph taken apart: one entry for each stretch that no line end may cut.

    `joined[k]`: a space parts word k from the one before; `breakable[k]`: a line may end before word k;
    `changes`: the words that begin another manner than that of the word before.
    """

    texts: list[str]
    manners: list[Manner]
    widths: list[float]
    joined: list[bool]
    breakable: list[bool]
    offsets: list[int]
    changes: list[int]


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
        if not words.texts:
            lines.append(Line((), 0.0))
        elif sum(words.widths) + sum(words.joined) * space <= first_measure:
            lines.append(_finish(words, 0, len(words.texts), space, fonts))
        else:
            lines.extend(_broken(words, space, alignment, measure, first_measure, fonts))
        offset += sum(len(run.text) for run in segment) + 1
        first_measure = measure
    return tuple(lines)


def _broken(
    words: _Words, space: float, alignment: Alignment, measure: float, first_measure: float, fonts: FontBook
) -> list[Line]:
    """The lines of words that do not fit on one."""
    spots = _prepare(words, measure, first_measure, space, fonts)
    if alignment is Alignment.JUSTIFIED:
        ends = _total_fit(spots, measure, first_measure)
    elif alignment is Alignment.LEFT:
        ends = _first_fit(spots, measure, first_measure)
    else:
        ends = _balanced(spots, words.texts, measure)
    lines = []
    room = first_measure
    for start, end in pairwise((0, *ends)):
        justified = alignment is Alignment.JUSTIFIED and end < spots.last
        lines.append(_finish(words, start, end, spots.gap(start, end, room, justified=justified), fonts))
        room = measure
    return lines


def set_label(text: str, style: Style, fonts: FontBook) -> Line:
    """A list sign or label on one line, its closing space kept: the text behind it begins where it ends."""
    run = GlyphRun(text, style.face, style.size, 0.0, natural_width(text, style, fonts))
    return Line((Inked(0.0, 0.0, run),), run.width)


def natural_width(text: str, style: Style, fonts: FontBook) -> float:
    """The width of one unbroken line of text in a style, in points."""
    return max(fonts.width(_shown(line), style.face) * style.size / fonts.units_per_em for line in text.split("\n"))


def _segments(runs: Runs) -> list[Runs]:
    """The runs between line feeds: each begins a line of its own."""
    if not any("\n" in run.text for run in runs):
        return [runs]
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


def _manner(run: Run, style: Style, fonts: FontBook) -> Manner:
    face = Face.of(bold=style.bold or run.bold, italic=style.italic or run.italic)
    size, rise = style.size, 0.0
    if run.elevation is not Elevation.NORMAL:
        size *= RAISED_SIZE
        rise = style.size * (RAISED_BY if run.elevation is Elevation.RAISED else -LOWERED_BY)
    space = fonts.width(" ", face) * size / fonts.units_per_em
    return Manner(face, size, rise, style.underline or run.underline, space)


def _shown(text: str) -> str:
    """The text as it is set: a single no-break space is a space, several are a gap of fixed width."""
    for hyphen, shown in _HYPHENS.items():
        text = text.replace(hyphen, shown)
    return text


def _collect(runs: Runs, style: Style, fonts: FontBook, offset: int) -> _Words:
    """Take the runs apart at their spaces."""
    words = _Words([], [], [], [], [], [], [])
    space_before = False
    for run in runs:
        text = _shown(run.text)
        manner = _manner(run, style, fonts)
        scale = manner.size / fonts.units_per_em
        pieces = text.split(" ")
        texts = list(filter(None, pieces))
        if texts:
            joins = bool(words.texts) and (space_before or text[0] == " ")
            if words.texts and words.manners[-1] != manner:
                words.changes.append(len(words.texts))
            words.joined += [joins, *[True] * (len(texts) - 1)]
            words.texts += texts
            words.manners += [manner] * len(texts)
            words.widths += [width * scale for width in map(fonts.widths(manner.face).__getitem__, texts)]
            words.offsets += compress(accumulate([len(piece) + 1 for piece in pieces], initial=offset), pieces)
        if text:
            space_before = text[-1] == " "
        offset += len(text)
    words.breakable = words.joined.copy()
    if any(NO_BREAK_SPACE in run.text for run in runs):
        _split_single_no_break_spaces(words, fonts)
    return words


def _prepare(words: _Words, measure: float, first_measure: float, space: float, fonts: FontBook) -> _Spots:
    """Hold together what belongs together, and cut what no line can hold."""
    for k in held(words.texts):
        words.breakable[k] = False
    spots = _Spots(words, space)
    # Only what stands first has to fit beside the indent; the rest has whole lines.
    narrowest = min(measure, first_measure) if spots.natural(0, spots.next_cut(0)) > first_measure else measure
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
    words.changes = [at + rest if at > k else at for at in words.changes]


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


class _Spots:
    """The places where a line may end, with what is needed to weigh a line in constant time.

    `begins[k]`: where a line that begins with word k does so on one endless line; `ends[k]`: where one that ends
    before word k does; `spaces[k]`: the spaces among the words before; `cuts[k]`: whether a line may end before
    word k. `last` is the end of the words.
    """

    __slots__ = ("begins", "cuts", "ends", "last", "space", "spaces")

    def __init__(self, words: _Words, space: float) -> None:
        self.space = space
        self.last = len(words.texts)
        steps = [0.0] * (2 * self.last)
        steps[::2] = [space if joined else 0.0 for joined in words.joined]
        steps[1::2] = words.widths
        positions = list(accumulate(steps))
        self.begins = positions[::2]
        self.ends = [0.0, *positions[1::2]]
        self.spaces = list(accumulate(words.joined, initial=0))
        self.cuts = [True, *words.breakable[1:], True]

    def natural(self, start: int, end: int) -> float:
        """The width of the words from start up to end, not stretched."""
        return self.ends[end] - self.begins[start]

    def stretchable(self, start: int, end: int) -> int:
        """The number of spaces among these words."""
        return self.spaces[end] - self.spaces[start + 1]

    def next_cut(self, start: int) -> int:
        """The earliest end of a line that begins with this word."""
        return self.cuts.index(True, start + 1)

    def fullest(self, start: int, room: float, shrink: float = 0.0) -> int:
        """The latest end of a line that begins with this word, where each space may lose so much."""
        begin, spaces = self.begins[start], self.spaces[start + 1]
        end = bisect_right(self.ends, room + begin)
        while end <= self.last and self.ends[end] - begin - (self.spaces[end] - spaces) * shrink <= room:
            end += 1
        end -= 1
        while not self.cuts[end]:
            end -= 1
        return end if end > start else self.next_cut(start)

    def gap(self, start: int, end: int, room: float, *, justified: bool) -> float:
        """The width of a line's spaces: their own, or what fills a justified or overfull line exactly."""
        slack = room - self.natural(start, end)
        count = self.stretchable(start, end)
        return self.space + slack / count if count and (justified or slack < 0) else self.space

    def widest(self) -> float:
        """The width of the widest stretch that no line end may cut."""
        ends, begins = compress(self.ends[1:], self.cuts[1:]), compress(self.begins, self.cuts)
        widest: float = max(map(sub, ends, begins))
        return widest


def _total_fit(spots: _Spots, measure: float, first_measure: float) -> list[int]:
    """The line ends with the least sum of demerits over the whole paragraph.

    A way that costs more than the best is not followed to its end. What the best costs is not known before, so a
    little is allowed at first, and more as long as no way is found.
    """
    limit = _FEW_DEMERITS
    while not (ends := _fit_within(limit, spots, measure, first_measure)):
        limit *= _MORE_DEMERITS
    return ends


def _fit_within(limit: float, spots: _Spots, measure: float, first_measure: float) -> list[int]:
    """The line ends with the least sum of demerits, or none if it is above the limit."""
    begins, ends, spaces, cuts, last = spots.begins, spots.ends, spots.spaces, spots.cuts, spots.last
    stretch, shrink = spots.space * STRETCH, spots.space * SHRINK
    # By the end of a line: the least demerits up to there, and the word that its line begins with.
    reached: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    # Line ends from which no line was begun yet, first things first: all that lead to one are known when it is taken.
    waiting = [0]
    while waiting and waiting[0] < last:
        start = heappop(waiting)
        so_far = reached[start][0]
        room = measure if start else first_measure
        begin, spaces_before = begins[start], spaces[start + 1]
        for end in range(spots.fullest(start, room, shrink), start, -1):
            if not cuts[end]:
                continue
            slack = room - ends[end] + begin
            if slack >= 0 and end == last:
                lone = start and spots.next_cut(start) == last
                total = so_far + (_LINE_PENALTY + (_LONE_WORD_PENALTY if lone else 0.0)) ** 2
            else:
                # A single word has no space to stretch.
                flexible = (spaces[end] - spaces_before) * (shrink if slack < 0 else stretch) or 1.0
                ratio = abs(slack) / flexible
                total = so_far + (_LINE_PENALTY + 100.0 * ratio * ratio * ratio) ** 2
            if total > limit:
                if slack > 0:
                    # Shorter lines are looser still.
                    break
            elif end not in reached:
                reached[end] = total, start
                heappush(waiting, end)
            elif total < reached[end][0]:
                reached[end] = total, start
    return _traced(reached, last) if last in reached else []


def _traced(reached: Mapping[int, tuple[float, int]], last: int) -> list[int]:
    """The line ends, from each end's best predecessor."""
    ends = []
    end = last
    while end > 0:
        ends.append(end)
        end = reached[end][1]
    return ends[::-1]


def _first_fit(spots: _Spots, measure: float, first_measure: float) -> list[int]:
    """The line ends when each line takes what it can hold."""
    ends = [spots.fullest(0, first_measure)]
    while ends[-1] < spots.last:
        ends.append(spots.fullest(ends[-1], measure))
    return ends


def _balanced(spots: _Spots, texts: Sequence[str], measure: float) -> list[int]:
    """The line ends of a title: as few lines as can be, of like length, broken where it reads well."""
    count = len(_first_fit(spots, measure, measure))
    cuts = list(compress(range(spots.last + 1), spots.cuts))
    losses = [_sense(texts, cut) for cut in cuts]
    last = len(cuts) - 1
    ideal = spots.natural(0, spots.last) / count
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for number in range(1, count + 1):
        reached: dict[int, tuple[float, int]] = {}
        for i, (cost, _) in best[-1].items():
            for j in range(i + 1 if number < count else last, last + 1):
                width = spots.natural(cuts[i], cuts[j])
                if width > measure and j > i + 1:
                    break
                total = cost + ((width - ideal) / measure) ** 2 + losses[j]
                if j not in reached or total < reached[j][0]:
                    reached[j] = (total, i)
        best.append(reached)
    ends = []
    j = last
    for reached in reversed(best[1:]):
        ends.append(cuts[j])
        j = reached[j][1]
    return ends[::-1]


def _sense(texts: Sequence[str], cut: int) -> float:
    """What a title loses by ending a line before word `cut`."""
    if cut in (0, len(texts)) or texts[cut - 1][-1] in ",;:." or texts[cut - 1] in DASHES:
        return 0.0
    if not DASHES.isdisjoint(texts):
        # Names of a joint paper: each stays whole as long as it fits.
        return 0.5
    if (texts[cut - 1].casefold(), texts[cut].casefold()) in _ONE_WORD:
        return 0.3
    if texts[cut - 1].casefold() in _LEANS_ON_NEXT:
        return 0.15
    return 0.0 if texts[cut].casefold() in _BREAKS_BEFORE else 0.08


def _finish(words: _Words, start: int, end: int, space: float, fonts: FontBook) -> Line:
    """One line of glyph runs with spaces of this width."""
    items: list[Inked] = []
    x = 0.0
    changes = [k for k in words.changes if start < k < end]
    for k, stop in pairwise((start, *changes, end)):
        manner = words.manners[k]
        trailing = stop < end and words.joined[stop]
        run = _glyph_run(words, k, stop, manner, space, " " if trailing else "")
        items.append(Inked(x, -manner.rise, run))
        if manner.underline:
            items.append(_underline(x, run.width - (space if trailing else 0.0), manner, fonts))
        x += run.width
    return Line(tuple(items), x)


def _glyph_run(words: _Words, start: int, stop: int, manner: Manner, space: float, closing: str) -> GlyphRun:
    """The words from start to stop as one run in a manner, with spaces of the given width, one closing it or none."""
    inner = words.joined[start + 1 : stop]
    texts = words.texts[start:stop]
    if not all(inner):
        texts = ["".join(" " + word if joined else word for joined, word in zip((False, *inner), texts, strict=True))]
    text = " ".join(texts) + closing
    spaces = sum(inner) + len(closing)
    # Raised and lowered runs are smaller; their spaces are as wide as the line's all the same.
    width = sum(words.widths[start:stop]) + spaces * space
    return GlyphRun(text, manner.face, manner.size, space - manner.space, width, words.offsets[start])


def _underline(x: float, width: float, manner: Manner, fonts: FontBook) -> Inked:
    """The stroke under a run."""
    metrics = fonts.metrics
    drop = (metrics.underline_drop + metrics.underline_thickness / 2) * manner.size
    return Inked(x, drop - manner.rise, Stroke(width, metrics.underline_thickness * manner.size))
