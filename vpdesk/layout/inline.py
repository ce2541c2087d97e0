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
from itertools import accumulate, chain, compress, count, repeat
from operator import add, not_
from typing import NamedTuple

from vpdesk.domain.body import Alignment, Elevation, Run, Runs
from vpdesk.domain.rulebook import NO_BREAK_SPACE
from vpdesk.layout import sense
from vpdesk.layout.fonts import Face, FontBook
from vpdesk.layout.frame import GlyphRun, Inked, Line, Stroke
from vpdesk.layout.nobreak import held
from vpdesk.layout.norms import Style

STRETCH = 1 / 2
"""How much of its own width a space may grow before it counts as fully stretched."""
SHRINK = 1 / 3
"""How much of its own width a space may lose, never more."""
RAISED_SIZE, RAISED_BY, LOWERED_BY = 0.65, 0.35, 0.15
"""Size of raised and lowered runs, and how far they leave the line, as parts of the size."""

_LINE_PENALTY = 10.0
_LONE_WORD_PENALTY = 150.0
# What one line more costs a title, in squares of the measure: less than parting a word.
_LINE_MORE = 0.25
_INFINITE = float("inf")
# How full a line of a list stays that is ended early for the sake of a word.
_FULL_ENOUGH = 0.6
# What total fit allows a paragraph at first, which is enough for most, and how many times more when it is not.
_FEW_DEMERITS, _MORE_DEMERITS = 5_000.0, 10.0

_HYPHEN, _NO_BREAK_HYPHEN = "\u2010", "\u2011"


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

    `offset`: the place of the first character; `joined[k]`: a space parts word k from the one before;
    `breakable[k]`: a line may end before word k; `changes`: the words that begin another manner than that of the word
    before; `skipped[k]`: how many characters before word k are not set: the spaces beyond the one that joins it.
    """

    offset: int
    texts: list[str]
    manners: list[Manner]
    widths: list[float]
    joined: list[bool]
    breakable: list[bool]
    changes: list[int]
    skipped: dict[int, int]


def set_lines(
    runs: Runs,
    style: Style,
    measure: float,
    fonts: FontBook,
    *,
    align: Alignment | None = None,
    first_indent: float = 0.0,
    joint: bool = False,
) -> tuple[Line, ...]:
    """Break runs into lines no wider than `measure` (points), the first shorter by `first_indent`.

    Centred and right-aligned text is balanced over its lines; where it is `joint`, it is the names of several bodies
    and parts at the dashes between them. A word wider than the measure is cut where it must be.
    Each line's items start at its own left end; the caller places it by its width.
    """
    alignment = align or style.align
    lines: list[Line] = []
    offset = 0
    first_measure = measure - first_indent
    space = fonts.widths(style.face, style.size)[" "]
    for segment in _segments(runs):
        words = _collect(segment, style, fonts, offset)
        if not words.texts:
            lines.append(Line((), 0.0))
        elif sum(words.widths) + sum(words.joined) * space <= first_measure:
            lines += _finish(words, [len(words.texts)], [space], fonts)
        else:
            lines += _broken(words, space, alignment, measure, first_measure, fonts, joint=joint)
        offset += sum(len(run.text) for run in segment) + 1
        first_measure = measure
    return tuple(lines)


def _broken(
    words: _Words,
    space: float,
    alignment: Alignment,
    measure: float,
    first_measure: float,
    fonts: FontBook,
    *,
    joint: bool,
) -> list[Line]:
    """The lines of words that do not fit on one."""
    spots = _prepare(words, measure, first_measure, space, fonts)
    if alignment is Alignment.JUSTIFIED:
        ends = _total_fit(spots, measure, first_measure)
    elif alignment is Alignment.LEFT:
        ends = _first_fit(spots, words.texts, measure, first_measure)
    else:
        ends = _balanced(spots, words.texts, measure, joint=joint)
    justified = alignment is Alignment.JUSTIFIED
    rooms = chain([first_measure], repeat(measure))
    spaces = [
        spots.gap(start, end, room, justified=justified and end < spots.last)
        for start, end, room in zip([0, *ends], ends, rooms, strict=False)
    ]
    return _finish(words, ends, spaces, fonts)


def set_label(text: str, style: Style, fonts: FontBook) -> Line:
    """A list sign or label on one line, its closing space kept: the text behind it begins where it ends."""
    run = GlyphRun(text, style.face, style.size, 0.0, natural_width(text, style, fonts), offset=-1)
    return Line((Inked(0.0, 0.0, run),), run.width)


def natural_width(text: str, style: Style, fonts: FontBook) -> float:
    """The width of one unbroken line of text in a style, in points."""
    widths = fonts.widths(style.face, style.size)
    return max(widths[_shown(line)] for line in text.split("\n"))


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
    return Manner(face, size, rise, style.underline or run.underline, fonts.widths(face, size)[" "])


def _shown(text: str) -> str:
    """The text as it is set: a single no-break space is a space, several are a gap of fixed width."""
    return text.replace(_HYPHEN, "-").replace(_NO_BREAK_HYPHEN, "-")


def _collect(runs: Runs, style: Style, fonts: FontBook, offset: int) -> _Words:
    """Take the runs apart at their spaces."""
    words = _Words(offset, [], [], [], [], [], [], {})
    spaces = 0
    has_no_break_spaces = False
    for run in runs:
        text = _shown(run.text)
        bare = text.strip(" ")
        if not bare:
            spaces += len(text)
            continue
        has_no_break_spaces = has_no_break_spaces or NO_BREAK_SPACE in bare
        before = len(text) - len(text.lstrip(" "))
        first = len(words.texts)
        joins = bool(first and spaces + before)
        if spaces + before > joins:
            words.skipped[first] = spaces + before - joins
        texts = bare.split(" ")
        if "  " in bare:
            texts = _skip_further_spaces(words, texts)
        manner = _manner(run, style, fonts)
        if first and words.manners[-1] != manner:
            words.changes.append(first)
        words.joined += [joins, *[True] * (len(texts) - 1)]
        words.texts += texts
        words.manners += [manner] * len(texts)
        words.widths += map(fonts.widths(manner.face, manner.size).__getitem__, texts)
        spaces = len(text) - before - len(bare)
    words.breakable = words.joined.copy()
    if has_no_break_spaces:
        _split_single_no_break_spaces(words, fonts)
    return words


def _skip_further_spaces(words: _Words, pieces: Sequence[str]) -> list[str]:
    """The words among pieces of which some are empty, because several spaces stand side by side."""
    texts: list[str] = []
    empty = 0
    for piece in pieces:
        if not piece:
            empty += 1
            continue
        if empty:
            words.skipped[len(words.texts) + len(texts)] = empty
            empty = 0
        texts.append(piece)
    return texts


def _prepare(words: _Words, measure: float, first_measure: float, space: float, fonts: FontBook) -> _Spots:
    """Hold together what belongs together, and cut what no line can hold."""
    for k in held(words.texts):
        words.breakable[k] = False
    spots = _Spots(words, space)
    # Only what stands first has to fit beside the indent; the rest has whole lines.
    narrowest = min(measure, first_measure) if spots.natural(0, spots.next_cut(0)) > first_measure else measure
    if max(words.widths) > narrowest or spots.holds_wider(narrowest):
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
            _replace(words, k, [text[:cut], text[cut + 1 :]], fonts, joined=True)
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
    joined: bool,
    breakable: bool = False,
) -> None:
    """Put pieces in the place of word k; where they are joined, a character that is set as a space parts them."""
    manner = words.manners[k]
    rest = len(pieces) - 1
    words.texts[k : k + 1] = pieces
    words.manners[k : k + 1] = [manner] * len(pieces)
    words.widths[k : k + 1] = map(fonts.widths(manner.face, manner.size).__getitem__, pieces)
    words.joined[k : k + 1] = [words.joined[k], *[joined] * rest]
    words.breakable[k : k + 1] = [words.breakable[k], *[breakable] * rest]
    words.changes = [at + rest if at > k else at for at in words.changes]
    words.skipped = {at + rest if at > k else at: count for at, count in words.skipped.items()}


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
            _replace(words, k, pieces, fonts, joined=False, breakable=True)
            k += len(pieces) - 1
            end += len(pieces) - 1
        k += 1
    return end


def _pieces(text: str, manner: Manner, measure: float, fonts: FontBook) -> list[str]:
    widths = fonts.widths(manner.face, manner.size)
    pieces = []
    start, width, mark = 0, 0.0, 0
    for position, character in enumerate(text):
        while width + widths[character] > measure and position > start:
            end = mark if mark > start else position
            pieces.append(text[start:end])
            width = widths[text[end:position]]
            start = end
        width += widths[character]
        if character in "-/.,_":
            mark = position + 1
    pieces.append(text[start:])
    return pieces


class _Spots:
    """The places where a line may end, with what is needed to weigh a line in constant time.

    `ends[k]`: where a line that ends before word k does so on one endless line; `leads[k]`: the space before word k;
    `spaces[k]`: the spaces among the words before; `cuts[k]`: whether a line may end before word k. `last` is the end
    of the words.
    """

    __slots__ = ("cuts", "ends", "last", "leads", "space", "spaces")

    def __init__(self, words: _Words, space: float) -> None:
        self.space = space
        self.last = len(words.texts)
        self.leads = [space if joined else 0.0 for joined in words.joined]
        self.ends: list[float] = list(accumulate(map(add, self.leads, words.widths), initial=0.0))
        self.spaces = list(accumulate(words.joined, initial=0))
        self.cuts = [True, *words.breakable[1:], True]

    def begin(self, start: int) -> float:
        """Where a line that begins with this word does so on the endless line."""
        return self.ends[start] + self.leads[start]

    def natural(self, start: int, end: int) -> float:
        """The width of the words from start up to end, not stretched."""
        return self.ends[end] - self.begin(start)

    def stretchable(self, start: int, end: int) -> int:
        """The number of spaces among these words."""
        return self.spaces[end] - self.spaces[start + 1]

    def next_cut(self, start: int) -> int:
        """The earliest end of a line that begins with this word."""
        return self.cuts.index(True, start + 1)

    def fullest(self, start: int, room: float, shrink: float = 0.0) -> int:
        """The latest end of a line that begins with this word, where each space may lose so much."""
        begin, spaces = self.begin(start), self.spaces[start + 1]
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

    def holds_wider(self, room: float) -> bool:
        """Whether several words that no line end may part are wider than this room."""
        uncut = compress(count(), map(not_, self.cuts))
        return any(self.natural(k - 1, self.next_cut(k)) > room for k in uncut)


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
    ends, spaces, cuts, last = spots.ends, spots.spaces, spots.cuts, spots.last
    stretch, shrink = spots.space * STRETCH, spots.space * SHRINK
    # By the end of a line: the least demerits up to there, and the word that its line begins with.
    reached: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    # Line ends from which no line was begun yet, first things first: all that lead to one are known when it is taken.
    waiting = [0]
    while waiting and waiting[0] < last:
        start = heappop(waiting)
        so_far = reached[start][0]
        room = measure if start else first_measure
        edge, spaces_before = room + spots.begin(start), spaces[start + 1]
        fullest = spots.fullest(start, room, shrink)
        # Where one line takes all that is left, no two lines are better.
        is_last = fullest == last and ends[last] <= edge
        for end in range(fullest, last - 1 if is_last else start, -1):
            if not cuts[end]:
                continue
            slack = edge - ends[end]
            if is_last:
                lone = start and spots.next_cut(start) == last
                penalty = _LINE_PENALTY + (_LONE_WORD_PENALTY if lone else 0.0)
            else:
                # A single word has no space to stretch.
                flexible = (spaces[end] - spaces_before) * (shrink if slack < 0 else stretch) or 1.0
                ratio = abs(slack) / flexible
                penalty = _LINE_PENALTY + 100.0 * ratio * ratio * ratio
            total = so_far + penalty * penalty
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


def _first_fit(spots: _Spots, texts: Sequence[str], measure: float, first_measure: float) -> list[int]:
    """The line ends when each line takes what it can hold, short of parting a word or a name."""
    ends = [0]
    room = first_measure
    while ends[-1] < spots.last:
        ends.append(_readable(spots, texts, ends[-1], spots.fullest(ends[-1], room), room))
        room = measure
    return ends[1:]


def _readable(spots: _Spots, texts: Sequence[str], start: int, end: int, room: float) -> int:
    """The last end of a line that parts no word, among those that leave little of it empty."""
    least = room * _FULL_ENOUGH
    for earlier in range(end, start, -1):
        if spots.natural(start, earlier) < least:
            break
        if spots.cuts[earlier] and (earlier == spots.last or sense.loss(texts, earlier) < sense.INSIDE_A_WORD):
            return earlier
    return end


def _balanced(spots: _Spots, texts: Sequence[str], measure: float, *, joint: bool) -> list[int]:
    """The line ends of a title: of like length, broken where it reads well, on as few lines as that takes."""
    fewest, count = 1, spots.fullest(0, measure)
    while count < spots.last:
        fewest, count = fewest + 1, spots.fullest(count, measure)
    cuts = list(compress(range(spots.last + 1), spots.cuts))
    losses = [0.0, *(sense.loss(texts, cut, joint=joint) for cut in cuts[1:-1]), 0.0]
    cost, ends = _on_lines(fewest, spots, cuts, losses, measure)
    if cost <= _LINE_MORE:
        return ends
    other_cost, other_ends = _on_lines(fewest + 1, spots, cuts, losses, measure)
    return ends if cost <= other_cost + _LINE_MORE else other_ends


def _on_lines(
    count: int, spots: _Spots, cuts: Sequence[int], losses: Sequence[float], measure: float
) -> tuple[float, list[int]]:
    """The line ends of a title on so many lines, and what they cost; infinite where it has not so many places."""
    last = len(cuts) - 1
    ideal = spots.natural(0, spots.last) / count
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for number in range(1, count + 1):
        reached: dict[int, tuple[float, int]] = {}
        for i, (cost, _) in best[-1].items():
            begin = spots.begin(cuts[i])
            for j in range(i + 1, last) if number < count else (last,):
                width = spots.ends[cuts[j]] - begin
                if width > measure and j > i + 1:
                    break
                total = cost + ((width - ideal) / measure) ** 2 + losses[j]
                if j not in reached or total < reached[j][0]:
                    reached[j] = (total, i)
        best.append(reached)
    if last not in best[-1]:
        return _INFINITE, []
    ends = []
    j = last
    for reached in reversed(best[1:]):
        ends.append(cuts[j])
        j = reached[j][1]
    return best[-1][last][0], ends[::-1]


def _finish(words: _Words, ends: Sequence[int], spaces: Sequence[float], fonts: FontBook) -> list[Line]:
    """The lines that end before these words, with spaces of these widths."""
    lines = []
    start, offset = 0, words.offset
    for end, space in zip(ends, spaces, strict=True):
        items: list[Inked] = []
        x = 0.0
        for stop in [*(k for k in words.changes if start < k < end), end] if words.changes else [end]:
            offset += words.joined[start] + words.skipped.get(start, 0)
            trailing = stop < end and words.joined[stop]
            run = _glyph_run(words, start, stop, space, offset, " " if trailing else "")
            manner = words.manners[start]
            items.append(Inked(x, -manner.rise, run))
            if manner.underline:
                items.append(_underline(x, run.width - (space if trailing else 0.0), manner, fonts))
            x += run.width
            offset += len(run.text) - trailing
            if words.skipped:
                offset += sum(words.skipped.get(k, 0) for k in range(start + 1, stop))
            start = stop
        lines.append(Line(tuple(items), x))
    return lines


def _glyph_run(words: _Words, start: int, stop: int, space: float, offset: int, closing: str) -> GlyphRun:
    """The words from start to stop, all in one manner, with spaces of the given width, one closing it or none."""
    manner = words.manners[start]
    texts = words.texts[start:stop]
    inner = words.joined[start + 1 : stop]
    spaces = inner.count(True)
    if spaces < len(inner):
        texts = ["".join(" " + word if joined else word for joined, word in zip((False, *inner), texts, strict=True))]
    # Raised and lowered runs are smaller; their spaces are as wide as the line's all the same.
    width = sum(words.widths[start:stop]) + (spaces + len(closing)) * space
    return GlyphRun(" ".join(texts) + closing, manner.face, manner.size, space - manner.space, width, offset)


def _underline(x: float, width: float, manner: Manner, fonts: FontBook) -> Inked:
    """The stroke under a run."""
    metrics = fonts.metrics
    drop = (metrics.underline_drop + metrics.underline_thickness / 2) * manner.size
    return Inked(x, drop - manner.rise, Stroke(width, metrics.underline_thickness * manner.size))
