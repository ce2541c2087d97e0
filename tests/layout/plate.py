"""The plate: an oracle that holds a laid-out dispatch against the rules of the guidance.

It knows the figures of the format specification and what the contract says of a laid-out page, and nothing of how
pages are made. `faults` gives a sentence for everything a head of office would send back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

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
    Runs,
)
from vpdesk.domain.dispatch import Dispatch, Orientation, PaperSize
from vpdesk.layout.fonts import Face, FontBook

MM = 72 / 25.4
NEAR = 0.5
"""How far a figure may be from the rule, in points."""

TOP, BOTTOM, LEFT, RIGHT = 20 * MM, 20 * MM, 30 * MM, 15 * MM
NUMBER_TOP = 10 * MM
INDENT = 10 * MM
SIGNATURE_SPACE = 30 * MM
LEFT_SHARE, GUTTER = 0.47, 8.0
SQUEEZE = 1 / 3
SPACES = " \n\u00a0"

TYPE_NAMES = {
    "KH": "KẾ HOẠCH",
    "HD": "HƯỚNG DẪN",
    "BC": "BÁO CÁO",
    "TB": "THÔNG BÁO",
    "TTr": "TỜ TRÌNH",
    "QĐ": "QUYẾT ĐỊNH",
    "QyĐ": "QUY ĐỊNH",
    "NQ": "NGHỊ QUYẾT",
    "KL": "KẾT LUẬN",
    "CT": "CHỈ THỊ",
    "CTr": "CHƯƠNG TRÌNH",
    "ĐA": "ĐỀ ÁN",
    "PA": "PHƯƠNG ÁN",
    "QC": "QUY CHẾ",
    "TT": "THÔNG TRI",
    "BB": "BIÊN BẢN",
    "GM": "GIẤY MỜI",
    "GGT": "GIẤY GIỚI THIỆU",
}
"""Every type but the official letter (CV), which prints no name."""

LIST_SEPARATOR = {"party-2018": ",", "party-2026": ";"}
LAST_BASIS = {"party-2018": ",", "party-2026": "."}
PETITION = {"party-2018": "Kính gửi", "party-2026": "Kính trình"}
BULLETS = ("- ", "+ ", "• ")

Look = tuple[float, bool, bool]
LOOKS: Mapping[str, frozenset[Look]] = {
    "1": frozenset({(15, True, False)}),
    "3": frozenset({(14, False, False)}),
    "4": frozenset({(14, False, True)}),
    "5b": frozenset({(12, False, True)}),
    "7a": frozenset({(14, True, False)}),
    "7b": frozenset({(14, False, False)}),
    "7c": frozenset({(14, True, False)}),
    "10a": frozenset({(14, True, False)}),
    "10b": frozenset({(14, True, False)}),
    "11a": frozenset({(12, True, False)}),
    "11b": frozenset({(14, False, True)}),
    "12": frozenset({(8, False, False)}),
    "page": frozenset({(14, False, False)}),
}
"""Size, weight and slant of the components that have one look throughout."""

READING_ORDER = ("5a", "9a", "6")
LEFT_COLUMN, RIGHT_COLUMN = ("2", "3", "5b", "10a", "10b"), ("1", "4", "11a", "11b")


@dataclass(frozen=True)
class Row:
    """The items of one component on one baseline."""

    page: int
    items: tuple[Mapping[str, Any], ...]

    @property
    def y(self) -> float:
        return float(self.items[0]["y"])

    @property
    def left(self) -> float:
        return float(min(item["x"] for item in self.items))

    @property
    def right(self) -> float:
        return float(max(item["x"] + item["width"] for item in self.items))

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def size(self) -> float:
        return float(max(item["size"] for item in self.items))

    @property
    def text(self) -> str:
        return "".join(item["text"] for item in self.items)


@dataclass(frozen=True)
class Letter:
    """A character of the body as it has to look."""

    character: str
    look: Look
    underline: bool
    elevation: Elevation


@dataclass
class Wanted:
    """A paragraph of the body as it has to stand."""

    block: int
    letters: list[Letter]
    sign: str
    align: Alignment
    indent: float
    heading: bool
    after_break: bool
    rows: list[Set] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(letter.character for letter in self.letters)


@dataclass
class Set:
    """A row of the body with its place in its paragraph."""

    row: Row
    base: float
    first: bool
    ends_segment: bool
    feeds: int
    """Line feeds between this row and the one before it."""


class Plate:
    """One dispatch and its pages under the eye of the rules."""

    def __init__(self, frames: Mapping[str, Any], dispatch: Dispatch, pack: str, fonts: FontBook) -> None:
        self.pages: Sequence[Mapping[str, Any]] = frames["pages"]
        self.dispatch, self.pack, self.fonts = dispatch, pack, fonts
        self.found: list[str] = []
        setup = dispatch.page
        wide, high = (148, 210) if setup.size is PaperSize.A5 else (210, 297)
        if setup.orientation is Orientation.LANDSCAPE:
            wide, high = high, wide
        self.width, self.height = wide * MM, high * MM
        self.measure = self.width - LEFT - RIGHT
        self.size = setup.body_size or 14.0
        self.leading = setup.leading or 18.0
        self.gap = 6.0 if setup.gap is None else setup.gap
        self.is_letter = dispatch.document_type == "CV"
        rows = [row for page, _ in enumerate(self.pages) for row in self._rows(page)]
        self.rows: dict[str, list[Row]] = {}
        for row in rows:
            self.rows.setdefault(row.items[0]["component"], []).append(row)
        self.body: list[Wanted] = []

    def expect(self, holds: bool, sentence: str) -> None:
        if not holds:
            self.found.append(sentence)

    def near(self, is_: float, should_be: float, what: str, tolerance: float = NEAR) -> None:
        self.expect(abs(is_ - should_be) <= tolerance, f"{what}: {is_:.2f}, not {should_be:.2f}")

    def of(self, component: str) -> list[Row]:
        return self.rows.get(component, [])

    def _rows(self, page: int) -> Iterator[Row]:
        texts = [item for item in self.pages[page]["items"] if item["kind"] == "text"]
        for component, items in groupby(texts, key=lambda item: item["component"]):
            row: list[Mapping[str, Any]] = []
            # Raised and lowered runs leave the line by less than half a pitch.
            apart = self.leading / 2 if component == "6" else 1.0
            for item in items:
                if row and abs(item["y"] - row[-1]["y"]) > apart:
                    yield Row(page, tuple(row))
                    row = []
                row.append(item)
            yield Row(page, tuple(row))

    def rules(self, component: str, page: int) -> list[Mapping[str, Any]]:
        return [
            item
            for item in self.pages[page]["items"]
            if item["kind"] == "rule" and item["component"] == component and item["x2"] > item["x1"]
        ]

    def natural(self, text: str, look: Look) -> float:
        size, bold, italic = look
        face = Face.of(bold=bold, italic=italic)
        return max(self.fonts.width(line, face) for line in text.split("\n")) * size / self.fonts.units_per_em

    def baseline(self, size: float, leading: float) -> float:
        """From the top of a line to its baseline."""
        return leading / 2 + size * (self.fonts.metrics.ascent - self.fonts.metrics.descent) / 2

    # --- the whole page -------------------------------------------------------------------------------------------

    def check(self) -> list[str]:
        self._check_pages()
        self._check_words()
        self._check_looks()
        self._check_head()
        self._check_title()
        self._check_salutation()
        self._check_closing()
        self._check_page_numbers()
        self._match_body()
        if not self.found:
            self._check_body_lines()
            self._check_body_pitch()
            self._check_breaks()
        return self.found

    def _check_pages(self) -> None:
        self.expect(bool(self.pages), "there is no page")
        for number, page in enumerate(self.pages, 1):
            self.near(page["width"], self.width, f"width of page {number}")
            self.near(page["height"], self.height, f"height of page {number}")
            self.expect(bool(page["items"]), f"page {number} is empty")
            for item in page["items"]:
                self._check_inside(item, number)
            self._check_overlaps(number - 1)

    def _check_inside(self, item: Mapping[str, Any], number: int) -> None:
        start, end = (item["x"], item["x"] + item["width"]) if item["kind"] == "text" else (item["x1"], item["x2"])
        y = item["y"] if item["kind"] == "text" else item["y1"]
        what = f"page {number}: {item.get('text', 'a rule')!r} of {item['component']}"
        self.expect(start >= LEFT - NEAR, f"{what} stands in the left margin ({start:.1f})")
        self.expect(end <= self.width - RIGHT + NEAR, f"{what} stands in the right margin ({end:.1f})")
        if item["component"] == "page":
            return
        self.expect(y >= TOP, f"{what} stands in the top margin ({y:.1f})")
        self.expect(y <= self.height - BOTTOM, f"{what} stands in the bottom margin ({y:.1f})")

    def _check_overlaps(self, page: int) -> None:
        boxes = [
            (row.y - 0.75 * row.size, row.y + 0.2 * row.size, row.left, row.right, row.text)
            for rows in self.rows.values()
            for row in rows
            if row.page == page
        ]
        boxes.sort()
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                if other[0] >= one[1] - 0.1:
                    break
                if one[2] < other[3] - 0.1 and other[2] < one[3] - 0.1:
                    self.found.append(f"page {page + 1}: {one[4]!r} and {other[4]!r} stand on each other")

    # --- words and looks ------------------------------------------------------------------------------------------

    def _check_words(self) -> None:
        wanted = self._wanted_words()
        for component in sorted({*wanted, *self.rows} - {"6", "page"}):
            is_ = " ".join(row.text for row in self.of(component))
            should_be = wanted.get(component, "")
            # A token wider than its column is cut, so spaces are weighed by the lines' own checks.
            self.expect(_letters(is_) == _letters(should_be), f"words of {component}: {is_!r}, not {should_be!r}")

    def _wanted_words(self) -> dict[str, str]:
        one = self.dispatch
        separator = LIST_SEPARATOR[self.pack]
        number = f"{one.number:02d}{one.number_suffix or ''}" if one.number is not None else ""
        symbol = one.symbol if one.symbol is not None else f"{_type_symbol(one.document_type)}/"
        months = ["01", "02", *map(str, range(3, 13))]
        day = (
            f"ngày {one.date.day:02d} tháng {months[one.date.month - 1]} năm {one.date.year}"
            if one.date
            else "ngày tháng năm"
        )
        words = {
            "1": "ĐẢNG CỘNG SẢN VIỆT NAM",
            "2": f"{one.parent_body or ''} {one.issuing_body} *",
            "3": f"Số {number}-{symbol}",
            "4": f"{one.place or ''}, {day}",
            "10a": one.secrecy.value if one.secrecy else "",
            "10b": one.urgency.value if one.urgency else "",
            "11a": one.circulation_notice or "",
            "11b": one.draft_notice or "",
        }
        if self.is_letter:
            words["5b"] = one.subject_summary or ""
        else:
            words["5a"] = f"{TYPE_NAMES[one.document_type]} {one.subject_summary or ''} -----"
        if one.addressees:
            sign = "- " if len(one.addressees) > 1 else ""
            words["9a"] = " ".join([self._salutation_label(), *_closed(one.addressees, sign, separator)])
        if one.distribution:
            words["9b"] = " ".join(["Nơi nhận:", *_closed(one.distribution, "- ", separator)])
        if one.signing:
            signing = one.signing[0]
            words["7a"] = signing.authority or signing.position or ""
            words["7b"] = (signing.position or "") if signing.authority else ""
            words["7c"] = signing.name or ""
        if one.typist_mark:
            words["12"] = one.typist_mark + (f"-{one.copies}" if one.copies else "")
        return words

    def _salutation_label(self) -> str:
        return (PETITION[self.pack] if self.dispatch.document_type == "TTr" else "Kính gửi") + ":"

    def _check_looks(self) -> None:
        for component, looks in LOOKS.items():
            for row in self.of(component):
                self._looks(row.items, looks, f"{component} {row.text!r}")
        parent = _letters(self.dispatch.parent_body or "")
        seen = 0
        for row in self.of("2"):
            bold = seen >= len(parent) and row.text != "*"
            seen += len(_letters(row.text))
            self._looks(row.items, {(14, bold, False)}, f"2 {row.text!r}")
        for row in self.of("5a"):
            size = 15 if row is self.of("5a")[0] else 14
            self._looks(row.items, {(size, row.text != "-----", False)}, f"5a {row.text!r}")
        for number, row in enumerate(self.of("9a")):
            self._looks(row.items[: not number], {(14, False, True)}, "9a label")
            self._looks(row.items[not number :], {(14, False, False)}, f"9a {row.text!r}")
        for number, row in enumerate(self.of("9b")):
            self._looks(row.items, {(12 if number else 14, False, False)}, f"9b {row.text!r}")

    def _looks(self, items: Sequence[Mapping[str, Any]], looks: set[Look] | frozenset[Look], what: str) -> None:
        for item in items:
            look = (item["size"], item["bold"], item["italic"])
            self.expect(look in looks, f"look of {what}: {look}, not {sorted(looks)}")

    # --- head -----------------------------------------------------------------------------------------------------

    def _check_head(self) -> None:
        names, reference = self.of("2"), self.of("3")
        title, date = self.of("1"), self.of("4")
        if not (names and reference and title and date):
            self.found.append("the head lacks a component")
            return
        self.near(date[0].y, reference[0].y, "number and date stand on one line")
        self.near(names[0].y, title[0].y, "the columns of the head begin on one line")
        self.near(min(names[0].y - self.baseline(14, 18), title[0].y - self.baseline(15, 18)), TOP, "top of the head")
        self.expect(names[-1].text == "*", f"the star stands under the names, not {names[-1].text!r}")
        for column in (LEFT_COLUMN, RIGHT_COLUMN):
            rows = [row for component in column for row in self.of(component)]
            for row in rows:
                self.near(row.centre, rows[0].centre, f"centre of {row.text!r} in its column")
                self.expect(row.page == 0, f"{row.text!r} of the head stands on page {row.page + 1}")
            self.expect(all(one.y < two.y for one, two in pairwise(rows)), f"order of the column {column}")
        self._check_columns(names, reference, title, date)
        self._check_title_rule(title[-1], date[0])

    def _check_columns(
        self, names: Sequence[Row], reference: Sequence[Row], title: Sequence[Row], date: Sequence[Row]
    ) -> None:
        left = max(row.width for row in (*names, *reference))
        right = max(row.width for row in (*title, *date))
        left_centre, right_centre = LEFT_SHARE / 2 * self.measure, (1 + LEFT_SHARE) / 2 * self.measure
        fits = (
            left <= LEFT_SHARE * self.measure
            and right <= (1 - LEFT_SHARE) * self.measure
            and right_centre - left_centre - (left + right) / 2 >= GUTTER
        )
        if fits:
            self.near(names[0].centre - LEFT, left_centre, "centre of the left column")
            self.near(title[0].centre - LEFT, right_centre, "centre of the right column")
        between = min(row.left for row in (*title, *date)) - max(row.right for row in (*names, *reference))
        self.expect(between >= GUTTER - NEAR, f"the columns of the head stand {between:.1f} apart")
        one = self.dispatch
        texts: list[tuple[str, Look]] = [
            (one.issuing_body, (14, True, False)),
            (one.parent_body or "", (14, False, False)),
        ]
        widest_word = max(self.natural(word, look) for text, look in texts for word in text.split() or [""])
        written = date[0].text if len(date) == 1 else " ".join(row.text for row in date)
        date_width = self.natural(written, (14, False, True))
        if date_width + GUTTER + min(widest_word, LEFT_SHARE * self.measure) <= self.measure:
            self.expect(len(date) == 1, f"the date wraps over {len(date)} lines")
        natural_left = max(*(self.natural(text, look) for text, look in texts), reference[0].width)
        natural_right = max(date_width, self.natural("ĐẢNG CỘNG SẢN VIỆT NAM", (15, True, False)))
        if natural_left + GUTTER + natural_right <= self.measure and len(reference) == 1:
            lines = 1 + sum(text.count("\n") + 1 for text, _ in texts if text)
            self.expect(len(names) == lines, f"the names take {len(names)} lines and could take {lines}")
            self.expect(len(title) == 1, "the title wraps and need not")

    def _check_title_rule(self, title: Row, date: Row) -> None:
        rules = self.rules("1", 0)
        self.expect(len(rules) == 1, f"{len(rules)} rules under the title")
        for rule in rules:
            self.near(rule["x1"], title.left, "left end of the title's rule")
            self.near(rule["x2"], title.right, "right end of the title's rule")
            self.expect(title.y < rule["y1"] < date.y - 0.7 * date.size, "the rule stands between title and date")

    # --- type name, subject, salutation ---------------------------------------------------------------------------

    def _check_title(self) -> None:
        rows = self.of("5a")
        if self.is_letter:
            self.expect(not rows, "an official letter prints no type name")
            return
        for row in rows:
            self.near(row.centre, LEFT + self.measure / 2, f"centre of {row.text!r}")
        self.expect(bool(rows) and rows[-1].text == "-----", "five hyphens under the subject")
        self.expect(bool(rows) and rows[0].text == TYPE_NAMES[self.dispatch.document_type], "the type's name")
        self._check_vertical_order()

    def _check_vertical_order(self) -> None:
        head = max((row.y for name in (*LEFT_COLUMN, *RIGHT_COLUMN) for row in self.of(name)), default=0.0)
        last = (0, head)
        for component in READING_ORDER:
            rows = self.of(component)
            if rows:
                self.expect((rows[0].page, rows[0].y) > last, f"{component} stands above what comes before it")
                last = (rows[-1].page, rows[-1].y)

    def _check_salutation(self) -> None:
        rows = self.of("9a")
        if not self.dispatch.addressees:
            self.expect(not rows, "a salutation without addressees")
            return
        self._check_vertical_order()
        label = rows[0].items[0]
        self.expect(label["text"].strip() == self._salutation_label(), f"the label is {label['text']!r}")
        start = label["x"] + label["width"]
        several = len(self.dispatch.addressees) > 1
        hang = start + (self.natural("- ", (14, False, False)) if several else 0.0)
        widest = max(row.right for row in rows) - label["x"]
        texts = _closed(self.dispatch.addressees, "- " if several else "", LIST_SEPARATOR[self.pack])
        natural = label["width"] + max(self.natural(text, (14, False, False)) for text in texts)
        if natural <= self.measure:
            self.near(label["x"] + widest / 2, LEFT + self.measure / 2, "the salutation is centred as one")
            self.expect(len(rows) == len(texts), f"{len(texts)} addressees on {len(rows)} lines")
        else:
            self.near(label["x"], LEFT + INDENT, "a wide salutation begins at the indent")
        signs = 0
        for number, row in enumerate(rows):
            items = row.items[1:] if number == 0 else row.items
            signed = several and items[0]["text"] == "- "
            signs += signed
            self.near(items[0]["x"], start if signed else hang, f"{row.text!r} is lined up under the first")
        self.expect(signs == (len(texts) if several else 0), f"{signs} signs before {len(texts)} addressees")
        for one, two in pairwise(rows):
            if one.page == two.page:
                self.near(two.y - one.y, 18, "pitch of the addressees")

    # --- closing --------------------------------------------------------------------------------------------------

    def _check_closing(self) -> None:
        listed, name = self.of("9b"), self.of("7c")
        above = [*self.of("7a"), *self.of("7b")]
        signing = [*above, *name]
        self._check_list(listed)
        for row in signing:
            self.near(row.centre, signing[0].centre, f"centre of {row.text!r} in the signature block")
            self.expect(row.page == signing[0].page, f"{row.text!r} is parted from its signature block")
        for one, two in pairwise(above):
            self.near(two.y - one.y, 18, "pitch of authority and position")
        if name and above:
            space = name[0].y - self.baseline(14, 18) - (above[-1].y - self.baseline(14, 18) + 18)
            self.near(space, SIGNATURE_SPACE, "space for the signature")
        if listed and above:
            self.expect(listed[0].page == above[0].page, "Nơi nhận is not on the page of the signature")
            self.near(listed[0].y, above[0].y, "Nơi nhận is level with the authority")
        if signing:
            self._check_signing_column(listed, signing)
        for mark in self.of("12"):
            self.near(mark.left, LEFT, "left end of the typist's mark")
            below = listed[-1] if listed else None
            self.expect(
                below is None or (below.page, below.y) < (mark.page, mark.y), "the typist's mark is at the foot"
            )

    def _check_list(self, rows: Sequence[Row]) -> None:
        if not self.dispatch.distribution or not rows:
            return
        label = rows[0]
        self.expect(label.text == "Nơi nhận:", f"the label of the list is {label.text!r}")
        rules = self.rules("9b", label.page)
        self.expect(len(rules) == 1, "Nơi nhận is underlined")
        for rule in rules:
            self.near(rule["x1"], label.left, "left end of the line under Nơi nhận")
            self.near(rule["x2"], label.right, "right end of the line under Nơi nhận", 5)
            self.expect(0 < rule["y1"] - label.y < 4, "the line stands under Nơi nhận")
        hang = self.natural("- ", (12, False, False))
        signs = 0
        for row in rows[1:]:
            signed = row.items[0]["text"] == "- "
            signs += signed
            self.near(row.left, LEFT if signed else LEFT + hang, f"{row.text!r} is lined up under Nơi nhận")
        self.near(label.left, LEFT, "Nơi nhận begins at the margin")
        self.expect(signs == len(self.dispatch.distribution), f"{signs} signs under Nơi nhận")

    def _check_signing_column(self, listed: Sequence[Row], signing: Sequence[Row]) -> None:
        page, foot = signing[0].page, signing[-1].y
        beside = [row for row in listed if row.page == page and row.y <= foot]
        left = max((row.right - LEFT for row in listed), default=0.0)
        width = max(row.width for row in signing)
        gap = min(row.left for row in signing) - max((row.right for row in beside), default=0.0)
        self.expect(gap >= GUTTER - NEAR, f"list and signature stand {gap:.1f} apart")
        if left <= LEFT_SHARE * self.measure and (left + width) / 2 + GUTTER <= self.measure / 2:
            self.near(signing[0].centre - LEFT, (1 + LEFT_SHARE) / 2 * self.measure, "centre of the signature block")

    def _check_page_numbers(self) -> None:
        rows = self.of("page")
        expected = [(number, str(number + 1)) for number in range(1, len(self.pages))]
        self.expect([(row.page, row.text) for row in rows] == expected, "page numbers from the second page on")
        for row in rows:
            self.near(row.centre, LEFT + self.measure / 2, f"centre of page number {row.text}")
            top = row.y - self.fonts.metrics.digit_height * 14
            self.near(top, NUMBER_TOP, f"top of page number {row.text}")

    # --- body -----------------------------------------------------------------------------------------------------

    def _match_body(self) -> None:
        """Give every row of the body to its paragraph; every word once, in order."""
        rows = [row for row in self.of("6") if _letters(row.text)]
        self.body = list(self._wanted_body())
        taken = 0
        for one in self.body:
            count = sum(letter.character not in SPACES for letter in one.letters)
            signed, position, done = bool(one.sign), 0, 0
            while done < count or signed:
                if taken == len(rows):
                    self.found.append(f"body[{one.block}] is not on the page as a whole: {one.text[position:][:40]!r}")
                    return
                row = rows[taken]
                taken += 1
                items: Sequence[Mapping[str, Any]] = row.items
                if signed:
                    self._check_sign(one, items[0])
                    items, signed = items[1:], False
                start = position
                position, done = self._match_row(one, items, position, done)
                before = re.sub(r"[ \u00a0]", "", one.text[:start])
                between = one.text[_back(one.text, start) : _forth(one.text, start)]
                normal = [item for item in items if item["size"] > 0.7 * self.size] or list(row.items[: bool(one.sign)])
                raised = one.letters[_forth(one.text, start)].elevation if not normal and items else Elevation.NORMAL
                rise = {Elevation.RAISED: 0.35, Elevation.LOWERED: -0.15}.get(raised, 0.0) * self.size
                base = normal[0]["y"] if normal else row.y + rise
                following = one.text[position : _forth(one.text, position)]
                ends = "\n" in following or done == count
                feeds = between.count("\n") if one.rows else 0
                one.rows.append(Set(row, base, not before.strip("\n") and "\n" not in before, ends, feeds))
                self._check_cut(one, position, ends=ends)
        self.expect(taken == len(rows), f"{len(rows) - taken} lines of the body too many")

    def _match_row(self, one: Wanted, items: Sequence[Mapping[str, Any]], position: int, done: int) -> tuple[int, int]:
        """Hold the characters of a row against the paragraph from `position`; the position behind the row."""
        start = _forth(one.text, position)
        position = start
        for item in items:
            for character in item["text"]:
                if character in SPACES:
                    continue
                position = _forth(one.text, position)
                if position == len(one.text):
                    self.found.append(f"body[{one.block}]: more than its words: {item['text']!r}")
                    return position, done
                letter = one.letters[position]
                wanted = letter.character.replace("\u2010", "-").replace("\u2011", "-")
                if character != wanted:
                    self.found.append(
                        f"body[{one.block}]: {item['text']!r} where {one.text[position:][:40]!r} should be"
                    )
                    return len(one.text), sum(1 for letter in one.letters if letter.character not in SPACES)
                self._check_letter(one, letter, item)
                position += 1
                done += 1
        is_ = " ".join(_words("".join(item["text"] for item in items)))
        should_be = " ".join(_words(one.text[start:position].replace("\u2010", "-").replace("\u2011", "-")))
        self.expect(is_ == should_be, f"body[{one.block}]: words {is_!r}, not {should_be!r}")
        return position, done

    def _check_letter(self, one: Wanted, letter: Letter, item: Mapping[str, Any]) -> None:
        size, bold, italic = letter.look
        if letter.elevation is not Elevation.NORMAL:
            size *= 0.65
        is_ = (item["size"], item["bold"], item["italic"])
        if abs(is_[0] - size) > 0.05 or is_[1:] != (bold, italic):
            self.found.append(f"body[{one.block}]: look of {item['text']!r}: {is_}, not {(size, bold, italic)}")

    def _check_sign(self, one: Wanted, item: Mapping[str, Any]) -> None:
        self.expect(item["text"] == one.sign, f"body[{one.block}]: the sign is {item['text']!r}, not {one.sign!r}")
        self.near(item["x"], LEFT + one.indent, f"body[{one.block}]: its sign")
        self.near(item["width"], self.natural(one.sign, (self.size, False, False)), f"body[{one.block}]: sign's width")

    def _check_cut(self, one: Wanted, position: int, *, ends: bool) -> None:
        """A line ends at a space, but for a word that no line can hold."""
        if ends or position >= len(one.text):
            return
        between = one.text[position : _forth(one.text, position)]
        back = max(one.text.rfind(space, 0, position) for space in " \n") + 1
        forth = min((k for space in " \n" if (k := one.text.find(space, position)) >= 0), default=len(one.text))
        if between and " " in between:
            return
        width = self.natural(one.text[back:forth], (self.size, True, False))
        room = self.measure - one.indent - self.natural(one.sign, (self.size, False, False))
        self.expect(width > room - NEAR, f"body[{one.block}]: {one.text[back:forth]!r} is cut and need not be")

    def _wanted_body(self) -> Iterator[Wanted]:
        after_break = False
        blocks = self.dispatch.body
        for index, block in enumerate(blocks):
            if isinstance(block, PageBreak):
                after_break = True
                continue
            last_basis = not (index + 1 < len(blocks) and isinstance(blocks[index + 1], Basis))
            for wanted in self._wanted(index, block, last_basis=last_basis):
                wanted.after_break = after_break
                after_break = False
                yield wanted

    def _wanted(self, index: int, block: Block, *, last_basis: bool) -> Iterator[Wanted]:
        def make(
            runs: Runs, *, sign: str = "", bold: bool = False, italic: bool = False, align: Alignment | None = None,
            indent: float | None = None, heading: bool = False,
        ) -> Wanted:  # fmt: skip
            alignment = align or Alignment.JUSTIFIED
            centred = alignment in (Alignment.CENTRED, Alignment.RIGHT)
            letters = [
                Letter(c, (self.size, bold or run.bold, italic or run.italic), run.underline, run.elevation)
                for run in runs
                for c in run.text
            ]
            first = 0.0 if centred else INDENT if indent is None else indent * MM
            return Wanted(index, letters, sign, alignment, first, heading, after_break=False)

        match block:
            case Paragraph(runs, align, indent):
                yield make(runs, align=align, indent=indent)
            case Basis(runs, align, indent):
                mark = LAST_BASIS[self.pack] if last_basis else ";"
                yield make((*runs, Run(mark)), sign="- ", align=align, indent=indent)
            case Heading(level, runs):
                yield make(runs, bold=level <= 3, italic=level >= 3, heading=True)
            case Article(runs):
                yield make(runs, bold=True, heading=True)
            case Bullet(level, runs):
                yield make(runs, sign=BULLETS[min(level, 3) - 1])
            case Division(kind, number, title):
                name = f"{kind.value.capitalize()} {number}"
                for text in (name, title.upper()):
                    yield make((Run(text),), bold=True, align=Alignment.CENTRED, heading=True)

    def _check_body_lines(self) -> None:
        for one in self.body:
            for number, line in enumerate(one.rows):
                self._check_line(one, line, number)

    def _check_line(self, one: Wanted, line: Set, number: int) -> None:
        row, what = line.row, f"body[{one.block}] line {number + 1} {line.row.text[:30]!r}"
        start = LEFT + (one.indent if line.first else 0.0)
        edge = LEFT + self.measure
        if one.align is Alignment.CENTRED:
            self.near(row.centre, LEFT + self.measure / 2, f"{what}: centre")
        elif one.align is Alignment.RIGHT:
            self.near(row.right, edge, f"{what}: right end")
        else:
            self.near(row.left, start, f"{what}: left end")
        for left, right in pairwise(row.items):
            self.near(right["x"], left["x"] + left["width"], f"{what}: its runs join")
        items = row.items[1:] if one.sign and line is one.rows[0] else row.items
        spaces = sum(item["text"].count(" ") for item in items)
        if one.align is Alignment.JUSTIFIED and not line.ends_segment and spaces:
            self.near(row.right, edge, f"{what}: right end")
        for item in items:
            look = (item["size"], item["bold"], item["italic"])
            count = item["text"].count(" ")
            extra = item["width"] - self.natural(item["text"], look)
            if not count:
                self.near(extra, 0, f"{what}: {item['text']!r} is as wide as its letters", 0.05)
                continue
            space = self.natural(" ", (self.size, False, False))
            # Small runs have the line's spaces, so their own are no measure.
            if item["size"] > 0.7 * self.size:
                self.expect(extra / count >= -space * SQUEEZE - 0.01, f"{what}: spaces lose {extra / count:.2f}")
            if line.ends_segment or one.align is not Alignment.JUSTIFIED:
                self.expect(item["size"] < 0.7 * self.size or extra < 0.05 * count, f"{what}: a last line is stretched")
        self._check_underlines(one, row, items, what)

    def _check_underlines(self, one: Wanted, row: Row, items: Sequence[Mapping[str, Any]], what: str) -> None:
        if not any(letter.underline for letter in one.letters):
            return
        rules = self.rules("6", row.page)
        underlined = {letter.character for letter in one.letters if letter.underline}
        plain = {letter.character for letter in one.letters if not letter.underline}
        for item in items:
            letters = set(item["text"]) - set(SPACES)
            under = [
                rule
                for rule in rules
                if abs(rule["x1"] - item["x"]) < NEAR and 0 < rule["y1"] - item["y"] < 0.3 * item["size"]
            ]
            if letters and not letters & plain:
                self.expect(len(under) == 1, f"{what}: {item['text']!r} is underlined")
            if letters - underlined:
                self.expect(not under, f"{what}: {item['text']!r} is not underlined")

    def _check_body_pitch(self) -> None:
        """Lines one pitch apart, paragraphs a gap more; the first line of a page at the margin."""
        above: tuple[Wanted, Set] | None = None
        empties = 0
        for one in self.body:
            if not one.rows:
                empties += 1
                continue
            for line in one.rows:
                what = f"body[{one.block}] {line.row.text[:30]!r}"
                if above is None or above[1].row.page != line.row.page:
                    self._check_page_top(line, what, loose=empties > 0 or "\n" in one.text)
                elif above[0] is one:
                    self.near(line.base - above[1].base, self.leading * max(1, line.feeds), f"{what}: pitch")
                elif not empties and "\n" not in one.text + above[0].text:
                    self.near(line.base - above[1].base, self.leading + self.gap, f"{what}: gap above")
                else:
                    self.expect(
                        line.base - above[1].base >= self.leading + self.gap - NEAR, f"{what}: too near to the above"
                    )
                above, empties = (one, line), 0

    def _check_page_top(self, line: Set, what: str, *, loose: bool) -> None:
        numbers = ("page",)
        others = [
            row
            for name, rows in self.rows.items()
            if name not in (*numbers, "6", "7a", "7b", "7c", "9b", "12")
            for row in rows
            if row.page == line.row.page
        ]
        foot = line.base - self.baseline(self.size, self.leading) + self.leading
        self.expect(foot <= self.height - BOTTOM + NEAR, f"{what}: below the bottom margin")
        if not others:
            top = line.base - self.baseline(self.size, self.leading)
            if loose:
                self.expect(top >= TOP - NEAR, f"{what}: above the top margin")
            else:
                self.near(top, TOP, f"{what}: top of the page")

    def _check_breaks(self) -> None:
        """Where pages may end: no widow, no orphan, no heading at the foot, company for the signature."""
        lines = [(one, number, line) for one in self.body for number, line in enumerate(one.rows)]
        for (one, number, line), (below, below_number, next_line) in pairwise(lines):
            self.expect(line.row.page <= next_line.row.page, f"body[{below.block}] goes back a page")
            if line.row.page == next_line.row.page:
                self.expect(not (below.after_break and below_number == 0), f"body[{below.block}] begins a new page")
                foot = next_line.base - self.baseline(self.size, self.leading) + self.leading
                self.expect(foot <= self.height - BOTTOM + NEAR, f"body[{below.block}] below the bottom margin")
                continue
            if below.after_break and below is not one:
                continue
            if one is below and "\n" not in one.text:
                self.expect(number > 0, f"body[{one.block}] leaves its first line alone at the foot of a page")
                self.expect(below_number < len(one.rows) - 1, f"body[{one.block}] leaves its last line alone")
            self.expect(not one.heading, f"heading body[{one.block}] stands at the foot of page {line.row.page + 1}")
            self._check_no_waste(lines, line, next_line)
        self._check_company(lines)

    def _check_no_waste(self, lines: Sequence[tuple[Wanted, int, Set]], line: Set, next_line: Set) -> None:
        """What begins the next page had no room at the foot of this one."""
        start = next(k for k, entry in enumerate(lines) if entry[2] is next_line)
        need = self.leading if lines[start - 1][0] is lines[start][0] else self.leading + self.gap
        for k in range(start, len(lines) - 1):
            (one, number, _), (below, _, below_line) = lines[k], lines[k + 1]
            inside = one is below
            may_break = not one.heading and not (
                inside and (number == 0 or number == len(one.rows) - 2 or lines[k + 1][1] == len(one.rows) - 1)
            )
            if may_break and k < len(lines) - 2:
                break
            need += self.leading * max(1, below_line.feeds) + (0 if inside else self.gap)
            if k == len(lines) - 2:
                # Only the closing follows, and it takes two lines along.
                return
        if any(not wanted.rows for wanted in self.body) or any("\n" in wanted.text for wanted in self.body):
            return
        room = self.height - BOTTOM - (line.base - self.baseline(self.size, self.leading) + self.leading)
        self.expect(room < need + NEAR, f"page {line.row.page + 1} ends {room:.0f} pt early, {need:.0f} were enough")

    def _check_company(self, lines: Sequence[tuple[Wanted, int, Set]]) -> None:
        signing = [*self.of("7a"), *self.of("7b"), *self.of("7c")]
        if not signing or not lines:
            return
        since_break = next((k for k, entry in enumerate(reversed(lines), 1) if entry[0].after_break), len(lines))
        if isinstance(self.dispatch.body[-1], PageBreak) or any(not wanted.rows for wanted in self.body):
            return
        company = sum(line.row.page == signing[0].page for _, _, line in lines)
        self.expect(company >= min(2, since_break, len(lines)), f"{company} lines of the text go with the signature")
        last = lines[-1][2]
        self.expect((last.row.page, last.base) < (signing[0].page, signing[0].y), "the signature stands above the text")


def faults(frames: Mapping[str, Any], dispatch: Dispatch, pack: str, fonts: FontBook) -> list[str]:
    """Everything about these pages that the rules do not allow."""
    return Plate(frames, dispatch, pack, fonts).check()


def body_line_count(frames: Mapping[str, Any], dispatch: Dispatch, pack: str, fonts: FontBook) -> int:
    """The number of lines of the body."""
    plate = Plate(frames, dispatch, pack, fonts)
    return len(plate.of("6"))


def _letters(text: str) -> str:
    return "".join(text.replace("\u2010", "-").replace("\u2011", "-").split())


def _words(text: str) -> list[str]:
    return text.replace("\u00a0", " ").replace("\n", " ").split(" ") if not text.strip(SPACES) else [
        word for word in re.split(f"[{SPACES}]+", text) if word
    ]  # fmt: skip


def _closed(lines: Sequence[str], sign: str, separator: str) -> list[str]:
    """Lines of a list with sign and closing mark; a full stop is not doubled, a typed mark gives way."""
    bare = [line.strip().rstrip(",; ") for line in lines]
    closed = [f"{sign}{line}{separator}" for line in bare[:-1]]
    return [*closed, sign + bare[-1] + ("" if bare[-1].endswith(".") else ".")]


def _type_symbol(code: str) -> str:
    return "QĐ" if code == "QyĐ" else code


def _forth(text: str, position: int) -> int:
    while position < len(text) and text[position] in SPACES:
        position += 1
    return position


def _back(text: str, position: int) -> int:
    while position and text[position - 1] in SPACES:
        position -= 1
    return position
