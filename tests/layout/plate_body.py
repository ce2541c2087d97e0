"""The body under the oracle: its letters, its lines, its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from layout import figures as f
from layout.figures import TOLERANCE
from layout.manuscript import Letter, Passage
from layout.sheet import Ink, Row, cut_words, packed, text_width, trailing

from vpdesk.domain.body import Alignment

if TYPE_CHECKING:
    from layout.plate import Plate

NEVER_PARTED = (
    (re.compile(r"(^|\s)[“‘(]*(số|ngày|tháng|năm|điều|khoản|mục|chương|phần|quý)$", re.IGNORECASE), re.compile(r"^\d")),
    (re.compile(r"(^|\s)[“‘(]*(khóa|khoá|chương|phần|mục|quý)$", re.IGNORECASE), re.compile(r"^[IVXLC]+\b")),
    (re.compile(r"(^|\s)\d[\d.,]*$"), re.compile(r"^(mm|km|kg|m|giờ|phút|tháng|năm|%|đồng)(\W|$)")),
    (re.compile(r"[“‘(«\[]$"), re.compile(r"")),
    (re.compile(r""), re.compile(r"^[”’)»\],.;:!?%]")),
    (re.compile(r""), re.compile(r"^[-–—](\s|$)")),
)
"""What ends a line, and what then may not begin the next."""


def body_faults(plate: Plate) -> Iterator[str]:
    """Everything about the body that is not as it should be."""
    rows = plate.sheets.of("6")
    passages = plate.manuscript.passages
    shown = "".join(packed(row.text) for row in rows)
    wanted = "".join(letter.character for passage in passages for letter in passage.letters)
    if shown != wanted:
        yield f"the body says {_difference(shown, wanted)}"
        return
    yield from _assign(rows, plate)
    for passage in passages:
        yield from _letters(passage)
        yield from _words(passage, plate)
        yield from _segments(passage)
        yield from _edges(passage, plate)
        yield from _line_ends(passage, plate)
    yield from _pitches(plate)
    yield from _underlines(plate)
    yield from _pages(plate)


def _difference(shown: str, wanted: str) -> str:
    place = next(
        (k for k, (a, b) in enumerate(zip(shown, wanted, strict=False)) if a != b), min(len(shown), len(wanted))
    )
    start = max(place - 20, 0)
    return f"…{shown[start : place + 20]!r}, wanted …{wanted[start : place + 20]!r}"


def _assign(rows: Sequence[Row], plate: Plate) -> Iterator[str]:
    """Give each passage its rows, on their lines."""
    rest = list(rows)
    for passage in plate.manuscript.passages:
        passage.rows, passage.slots = [], []
        count = 0
        while count < len(passage.letters) and rest:
            row = rest.pop(0)
            first = row.inks[0]
            letter = passage.letters[count]
            passage.rows.append(Row(row.inks, (plate.manuscript.size, first.y + letter.rise)))
            count += len(packed(row.text))
        if count != len(passage.letters):
            yield f"{passage.text[:30]!r} shares a line with what follows it"


def _letters(passage: Passage) -> Iterator[str]:
    letters = iter(passage.letters)
    for row in passage.rows:
        baselines = set()
        for ink in row.inks:
            for _ in packed(ink.text):
                letter = next(letters, None)
                if letter is None:
                    return
                if not _is_set(ink, letter):
                    yield f"{ink.text[:30]!r} on page {ink.page} is {ink.size:g} pt {_manner(ink)}, wanted {letter}"
                    return
                baselines.add(round(ink.y + letter.rise, 1))
        if len(baselines) > 1 and max(baselines) - min(baselines) > TOLERANCE:
            yield f"{row.text[:30]!r} stands on several baselines"


def _is_set(ink: Ink, letter: Letter) -> bool:
    return (ink.bold, ink.italic) == (letter.bold, letter.italic) and abs(ink.size - letter.size) < 0.01


def _manner(ink: Ink) -> str:
    return f"bold {ink.bold} italic {ink.italic}"


def _words(passage: Passage, plate: Plate) -> Iterator[str]:
    if passage.rows:
        yield from cut_words(passage.rows, passage.text.split(), plate.measure - passage.indent - 10)


def _segments(passage: Passage) -> Iterator[str]:
    """Forced line ends, and the lines that show nothing."""
    rows = list(passage.rows)
    for segment in passage.segments:
        count, wanted = 0, len(packed(segment))
        if wanted == 0:
            passage.slots.append(None)
        while count < wanted and rows:
            row = rows.pop(0)
            passage.slots.append(row)
            count += len(packed(row.text))
        if count != wanted:
            yield f"a line feed in {segment[:30]!r} does not end its line"


def _edges(passage: Passage, plate: Plate) -> Iterator[str]:
    """Where lines begin and end, and how wide their spaces are."""
    ends = {row for row, below in _row_pairs(passage) if below is None}
    for number, row in enumerate(passage.rows, start=1):
        what = f"line {number} of {passage.text[:30]!r}"
        for fault in (*_place(row, passage, plate), *_spaces(row, passage, plate, is_last=row in ends)):
            yield f"{what} {fault}"


def _place(row: Row, passage: Passage, plate: Plate) -> Iterator[str]:
    left = plate.left(row.page)
    right = left + plate.measure
    match passage.align:
        case Alignment.CENTRED:
            is_, wanted, what = row.centre, (left + right) / 2, "is centred"
        case Alignment.RIGHT:
            is_, wanted, what = row.right, right, "ends"
        case _:
            first = row is passage.slots[0]
            is_, wanted, what = row.left, left + (passage.indent if first else 0.0), "begins"
    if abs(is_ - wanted) > TOLERANCE:
        yield f"{what} at {is_:.1f}, not at {wanted:.1f}"


def _spaces(row: Row, passage: Passage, plate: Plate, *, is_last: bool) -> Iterator[str]:
    """A justified line fills its measure; no space loses more than a third; all of a line are alike."""
    gaps = _gaps(row)
    if not gaps:
        return
    space = text_width(" ", plate.manuscript.size)
    right = plate.left(row.page) + plate.measure
    if passage.align is Alignment.JUSTIFIED and not is_last:
        if abs(row.right - right) > TOLERANCE:
            yield f"ends at {row.right:.2f}, not at {right:.2f}"
    elif max(gaps) > space + 0.05:
        yield "is spread out"
    if min(gaps) < space * 2 / 3 - 0.03:
        yield f"has spaces of {min(gaps):.2f}, natural {space:.2f}"
    if max(gaps) - min(gaps) > 0.1:
        yield f"has spaces of {min(gaps):.2f} and {max(gaps):.2f}"


def _begins_with_sign(row: Row) -> bool:
    return row.inks[0].text in ("- ", "+ ", "• ")


def _gaps(row: Row) -> list[float]:
    """The width of the spaces of a row, run by run; the one behind a list sign is fixed."""
    inks = row.inks[1:] if _begins_with_sign(row) else row.inks
    return [
        text_width(" ", ink.size, bold=ink.bold, italic=ink.italic) + (ink.width - ink.natural) / ink.spaces
        for ink in inks
        if ink.spaces
    ]


def _row_pairs(passage: Passage) -> Iterator[tuple[Row, Row | None]]:
    """Each row with the one that continues its segment, None at the segment's end."""
    slots = iter(passage.slots)
    for segment in passage.segments:
        count, wanted = 0, len(packed(segment))
        rows: list[Row] = []
        while True:
            slot = next(slots, None)
            if slot is None:
                break
            rows.append(slot)
            count += len(packed(slot.text))
            if count >= wanted:
                break
        yield from pairwise([*rows, None])


def _line_ends(passage: Passage, plate: Plate) -> Iterator[str]:
    size = plate.manuscript.size
    if max((text_width(word, size) for word in passage.text.split(" ")), default=0.0) > plate.measure - passage.indent:
        return  # what holds together is wider than a line
    for row, below in _row_pairs(passage):
        if below is None:
            continue
        for ends, begins in NEVER_PARTED:
            if ends.search(row.text.strip()) and begins.search(below.text.strip()):
                yield f"a line ends in {row.text[-20:]!r} and the next begins with {below.text[:20]!r}"


def _pitches(plate: Plate) -> Iterator[str]:
    """Every line at its place under the line before it."""
    leading, gap = plate.manuscript.leading, plate.manuscript.gap
    above: Row | None = None
    wanted = 0.0
    for passage in plate.manuscript.passages:
        for number, slot in enumerate(passage.slots):
            wanted += leading + ((gap if passage.gap is None else passage.gap) if number == 0 else 0.0)
            if number == 0 and passage.breaks_before:
                above = None
            if slot is None:
                continue
            if (
                above is not None
                and above.page == slot.page
                and abs(slot.baseline - above.baseline - wanted) > TOLERANCE
            ):
                apart = slot.baseline - above.baseline
                yield f"{slot.text[:30]!r} is {apart:.2f} below {above.text[:30]!r}, wanted {wanted:g}"
            if above is None and slot.page == 1:
                yield from _first_gap(slot, plate)
            above, wanted = slot, 0.0


def _first_gap(slot: Row, plate: Plate) -> Iterator[str]:
    if plate.manuscript.passages[0].slots[0] is not slot:
        return
    above = [
        row for row in plate.sheets.rows if row.page == 1 and row.component not in {"6", "7a", "7b", "7c", "9b", "12"}
    ]
    foot = max(row.bottom(plate.leading(row)) for row in above)
    gap = slot.top(plate.manuscript.leading) - foot
    if abs(gap - max(f.FIRST_GAP, plate.manuscript.gap)) > TOLERANCE:
        yield f"the body begins {gap:.1f} under what is above it"


def _underlines(plate: Plate) -> Iterator[str]:
    """Every underlined letter has a rule under it, and no other."""
    rules = plate.sheets.rules_of("6")
    used = set()
    for passage in plate.manuscript.passages:
        letters = iter(passage.letters)
        for row in passage.rows:
            for ink in row.inks:
                under = {letter.underline for letter in (next(letters, None) for _ in packed(ink.text)) if letter}
                fitting = [
                    rule
                    for rule in rules
                    if rule.page == ink.page
                    and abs(rule.x1 - ink.x) < TOLERANCE
                    and -TOLERANCE < ink.right - rule.x2 < 12 + trailing(ink)
                    and 0 < rule.y - ink.y < 4
                ]
                used.update(fitting)
                if under and (True in under) != bool(fitting):
                    yield f"{ink.text[:30]!r}: underlined {True in under}, rules {len(fitting)}"
    if set(rules) - used:
        yield f"{len(set(rules) - used)} rules under nothing"


# Pages


class _Stream:
    """The lines of the body with what may follow them on the same page."""

    def __init__(self, plate: Plate) -> None:
        passages = plate.manuscript.passages
        self.plate = plate
        self.lines: list[tuple[Row, Passage, int]] = [
            (slot, passage, number)
            for passage in passages
            for number, slot in enumerate(passage.slots)
            if slot is not None
        ]
        self._places = {id(passage): place for place, passage in enumerate(passages)}
        self.is_plain = all(slot is not None for passage in passages for slot in passage.slots)

    def forced(self, k: int) -> bool:
        """Whether line k begins a page because the dispatch breaks it there, or at lines without ink above it."""
        passages = self.plate.manuscript.passages
        first = self._places[id(self.lines[k - 1][1])] + 1 if k else 0
        return any(passage.breaks_before for passage in passages[first : self._places[id(self.lines[k][1])] + 1])

    def may_begin_page(self, k: int) -> bool:
        """Whether a page may begin with line k."""
        _, passage, number = self.lines[k]
        if self.forced(k):
            return True
        if number:
            count = len(passage.slots)
            return not passage.is_heading and number >= 2 and count - number >= 2
        return k == 0 or not self.lines[k - 1][1].leads_in

    def before(self, k: int) -> float:
        """From the bottom of the line above to the bottom of line k."""
        _, passage, number = self.lines[k]
        gap = self.plate.manuscript.gap if passage.gap is None else passage.gap
        return self.plate.manuscript.leading + (gap if number == 0 else 0.0)


def _pages(plate: Plate) -> Iterator[str]:
    stream = _Stream(plate)
    lines = stream.lines
    closing = plate.sheets.of("7a", "7b", "7c", "9b", "12")
    signature = plate.sheets.of("7a", "7b", "7c") or closing
    yield from _company(stream, signature)
    starts = [k for k in range(1, len(lines)) if lines[k][0].page != lines[k - 1][0].page]
    for k in starts:
        row, passage, number = lines[k]
        page_start = max((start for start in (0, *starts) if start < k), default=0)
        choice = any(stream.may_begin_page(other) for other in range(page_start + 1, k + 1))
        closes = k == len(lines) - 1 and bool(signature) and not stream.forced(k)
        goes_along = k > len(lines) - plate.company and bool(closing)
        if not stream.may_begin_page(k) and choice:
            what = "a heading's text" if number == 0 else f"line {number + 1} of {len(passage.slots)}"
            yield f"page {row.page} begins with {what}: {row.text[:30]!r}"
        elif closes:
            yield f"page {row.page} begins with the last line of the text"
        elif not stream.forced(k) and stream.is_plain and not goes_along:
            yield from _is_full(stream, k, closing)
    goes_on = (
        closing
        and not plate.manuscript.ends_with_page_break
        and lines
        and lines[-1][1] is plate.manuscript.passages[-1]
    )
    if goes_on and lines[-1][1].is_heading and closing[0].page != lines[-1][0].page:
        yield "a heading stands at the foot of a page"


def _company(stream: _Stream, signature: Sequence[Row]) -> Iterator[str]:
    """The signature is never alone: two lines of the text at least stand on its page."""
    lines, plate = stream.lines, stream.plate
    if not signature or plate.manuscript.ends_with_page_break:
        return
    passages = plate.manuscript.passages
    if passages and None in passages[-1].slots:
        return  # lines without ink go with it
    forced = max((k for k, passage in enumerate(passages) if passage.breaks_before), default=0)
    wanted = min(2, sum(len(passage.rows) for passage in passages[forced:]))
    page = signature[0].page
    company = sum(row.page == page for row, _, _ in lines)
    if company < wanted:
        yield f"the signature stands on page {page} with {company} lines of the text"


def _is_full(stream: _Stream, k: int, closing: Sequence[Row]) -> Iterator[str]:
    """A page ends as late as the rules let it."""
    plate, lines = stream.plate, stream.lines
    leading = plate.manuscript.leading
    page = lines[k - 1][0].page
    room = plate.height - f.BOTTOM - lines[k - 1][0].bottom(leading)
    for j in range(k, len(lines)):
        if j > k and stream.forced(j):
            return
        room -= stream.before(j)
        if room < TOLERANCE:
            return
        following = j + 1
        if following < len(lines):
            goes_along = following > len(lines) - plate.company
            last = goes_along and bool(closing) and not stream.forced(following)
            if stream.may_begin_page(following) and not last:
                end, more = lines[k - 1][0].text[:30], lines[j][0].text[:30]
                yield f"page {page} ends with {end!r} though it could hold {more!r}"
                return
    if not closing or plate.manuscript.ends_with_page_break:
        yield f"page {page} could hold the rest of the text"
        return
    if closing[0].page == closing[-1].page:
        tops = [row.top(plate.leading(row)) for row in closing]
        height = max(row.bottom(plate.leading(row)) for row in closing) - min(tops)
        if room - f.CLOSING_GAP - height > TOLERANCE:
            yield f"page {page} could hold the rest of the text and the signature"
