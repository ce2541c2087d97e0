"""The oracle: whether a laid-out dispatch is as the guidance wants it, by the frame dump alone.

It knows the dispatch, the figures of the guidance (`figures.py`) and the font files. It does not know the typesetter.
Each check yields what is wrong in words; a right page yields nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from layout import figures as f
from layout.figures import TOLERANCE, Look
from layout.manuscript import read_manuscript
from layout.plate_body import body_faults
from layout.sheet import Row, Sheets, cut_words, digit_height, packed, read_sheets, text_width

from vpdesk.domain.dates import written_date
from vpdesk.domain.dispatch import Dispatch, Orientation

_LEADINGS = {
    "1": 18.0,
    "2": 18.0,
    "3": 18.0,
    "4": 18.0,
    "5b": 15.0,
    "9a": 18.0,
    "7a": 18.0,
    "7b": 18.0,
    "7c": 18.0,
    "10a": 18.0,
    "10b": 18.0,
    "11a": 15.0,
    "11b": 18.0,
    "12": 10.0,
    "page": 18.0,
}
_HEAD_LEFT, _HEAD_RIGHT = ("2", "3", "5b", "10a", "10b"), ("1", "4", "11a", "11b")
_SIGNATURE = ("7a", "7b", "7c")


def plate_faults(
    frames: Mapping[str, Any], dispatch: Dispatch, pack: str, *, duplex: bool = False, company: int = 2
) -> list[str]:
    """Everything about these pages that the rules of this pack do not want.

    `company` is how many lines of the text go with the signature.
    """
    plate = Plate(read_sheets(frames), dispatch, pack, duplex=duplex, company=company)
    return list(plate.faults())


class Plate:
    """A dispatch and its pages, looked at together."""

    def __init__(self, sheets: Sheets, dispatch: Dispatch, pack: str, *, duplex: bool, company: int) -> None:
        self.company = company
        self.sheets = sheets
        self.dispatch = dispatch
        self.pack = pack
        self.duplex = duplex
        self.manuscript = read_manuscript(dispatch, pack)
        width, height = f.PAPER[dispatch.page.size.value if dispatch.page.size else "A4"]
        landscape = dispatch.page.orientation is Orientation.LANDSCAPE
        self.width, self.height = (height, width) if landscape else (width, height)
        self.measure = self.width - f.LEFT - f.RIGHT

    def left(self, page: int) -> float:
        """The left margin of a page."""
        return f.RIGHT if self.duplex and page % 2 == 0 else f.LEFT

    def leading(self, row: Row) -> float:
        """The pitch of a row outside the body."""
        match row.component:
            case "2":
                return f.STAR.leading if packed(row.text) == "*" else 18.0
            case "5a":
                return {15.0: f.TYPE_NAME.leading}.get(row.size, 14.0 if packed(row.text) == "-----" else 18.0)
            case "6":
                return self.manuscript.leading
            case "9b":
                return 18.0 if row.size > 13 else 15.0
        return _LEADINGS.get(row.component, 18.0)

    def faults(self) -> Iterator[str]:
        yield from self._paper()
        yield from self._margins()
        yield from self._overlaps()
        yield from self._page_numbers()
        yield from self._joints()
        yield from self._head_words()
        yield from self._head_places()
        yield from self._title_rule()
        yield from self._type_and_subject()
        yield from self._salutation()
        yield from body_faults(self)
        yield from self._distribution()
        yield from self._signature()
        yield from self._typist_mark()
        yield from self._strangers()

    # The sheet

    def _paper(self) -> Iterator[str]:
        for number, (width, height) in enumerate(self.sheets.sizes, start=1):
            if abs(width - self.width) > TOLERANCE or abs(height - self.height) > TOLERANCE:
                yield f"page {number} is {width} × {height}, wanted {self.width:.1f} × {self.height:.1f}"

    def _margins(self) -> Iterator[str]:
        for row in self.sheets.rows:
            left = self.left(row.page)
            if row.left < left - TOLERANCE or row.right > left + self.measure + TOLERANCE:
                yield f"{_at(row)} reaches from {row.left:.1f} to {row.right:.1f}, outside the side margins"
            if row.component == "page":
                continue
            top, bottom = row.top(self.leading(row)), row.bottom(self.leading(row))
            # A row of raised runs only stands above its baseline by a part of its pitch.
            if (
                top < f.TOP - (TOLERANCE if row.size >= 10 else self.leading(row) / 3)
                or bottom > self.height - f.BOTTOM + TOLERANCE
            ):
                yield f"{_at(row)} stands from {top:.1f} to {bottom:.1f}, outside the top and bottom margins"
        for page in range(1, len(self.sheets.sizes) + 1):
            tops = [
                row.top(self.leading(row)) for row in self.sheets.rows if row.page == page and row.component != "page"
            ]
            if tops and abs(min(tops) - f.TOP) > TOLERANCE and not self._may_begin_low(page):
                yield f"page {page} begins at {min(tops):.1f}, not at {f.TOP:.1f}"
        for rule in self.sheets.rules:
            left = self.left(rule.page)
            if rule.x1 < left - TOLERANCE or rule.x2 > left + self.measure + TOLERANCE:
                yield f"a rule of {rule.component} from {rule.x1:.1f} to {rule.x2:.1f} leaves the side margins"

    def _may_begin_low(self, page: int) -> bool:
        """Whether a page may begin with a line that shows nothing, one of raised type, or the typist's mark alone."""
        rows = [row for row in self.sheets.rows if row.page == page]
        blank = any(not packed(segment) for passage in self.manuscript.passages for segment in passage.segments)
        raised = any(row.component == "6" and row.size < self.manuscript.size - 1 for row in rows)
        return page > 1 and (blank or raised or {row.component for row in rows} == {"page", "12"})

    def _joints(self) -> Iterator[str]:
        """Runs of a line begin where the one before them ends."""
        for row in self.sheets.rows:
            for ink, following in pairwise(row.inks):
                if abs(following.x - ink.right) > 0.05:
                    yield f"{_at(row)}: {following.text[:20]!r} begins {following.x - ink.right:.2f} off"

    def _overlaps(self) -> Iterator[str]:
        for page in range(1, len(self.sheets.sizes) + 1):
            rows = sorted((row for row in self.sheets.rows if row.page == page), key=lambda row: row.baseline)
            for number, row in enumerate(rows):
                for below in rows[number + 1 :]:
                    if below.baseline - 0.7 * below.size >= row.baseline + 0.21 * row.size:
                        break
                    if below.left < row.right - TOLERANCE and row.left < below.right - TOLERANCE:
                        yield f"{_at(row)} and {_at(below)} overlap"

    def _page_numbers(self) -> Iterator[str]:
        rows = {row.page: row for row in self.sheets.of("page")}
        if sorted(rows) != list(range(2, len(self.sheets.sizes) + 1)):
            yield f"page numbers stand on pages {sorted(rows)} of {len(self.sheets.sizes)}"
        for page, row in rows.items():
            yield from _looks(row, f.PAGE_NUMBER)
            if row.text != str(page):
                yield f"page {page} says {row.text}"
            if abs(row.centre - self.left(page) - self.measure / 2) > TOLERANCE:
                yield f"the number of page {page} is not centred on the text"
            if abs(row.baseline - digit_height(row.size) - f.PAGE_NUMBER_TOP) > TOLERANCE:
                yield f"the number of page {page} has its top at {row.baseline - digit_height(row.size):.1f}"

    def _strangers(self) -> Iterator[str]:
        known = {*_HEAD_LEFT, *_HEAD_RIGHT, *_SIGNATURE, "5a", "6", "9a", "9b", "12", "page"}
        for component in {row.component for row in self.sheets.rows} - known:
            yield f"an unknown component {component}"
        ruled = {rule.component for rule in self.sheets.rules}
        for component in ruled - {"1", "6", "9b"}:
            yield f"a rule in component {component}"

    # The head

    def _head_words(self) -> Iterator[str]:
        dispatch = self.dispatch
        under_number = dispatch.document_type == "CV"
        for component, text in {
            "1": "ĐẢNG CỘNG SẢN VIỆT NAM",
            "2": f"{dispatch.parent_body or ''} {dispatch.issuing_body} *",
            "3": self._reference(),
            "4": f"{dispatch.place or ''}, {written_date(dispatch.date) if dispatch.date else 'ngày tháng năm'}",
            "5b": (dispatch.subject_summary or "") if under_number else "",
            "10a": dispatch.secrecy.value if dispatch.secrecy else "",
            "10b": dispatch.urgency.value if dispatch.urgency else "",
            "11a": dispatch.circulation_notice or "",
            "11b": dispatch.draft_notice or "",
        }.items():
            yield from self._words(component, text)

    def _reference(self) -> str:
        dispatch = self.dispatch
        number = "" if dispatch.number is None else f"{dispatch.number:02d}{dispatch.number_suffix or ''}"
        symbol = dispatch.symbol or ("QĐ/" if dispatch.document_type == "QyĐ" else f"{dispatch.document_type}/")
        return f"Số {number}-{symbol}"

    def _words(self, component: str, text: str) -> Iterator[str]:
        """Every word once and in order, cut only where it is wider than two fifths of the text."""
        rows = self.sheets.of(component)
        shown = "".join(packed(row.text) for row in rows)
        if shown != packed(text):
            yield f"component {component} says {shown!r}, wanted {packed(text)!r}"
        elif rows:
            yield from cut_words(rows, text.split(), 0.4 * self.measure)

    def _head_places(self) -> Iterator[str]:
        rows = {component: self.sheets.of(component) for component in (*_HEAD_LEFT, *_HEAD_RIGHT)}
        if any(row.page != 1 for group in rows.values() for row in group):
            yield "the head is not on page 1 alone"
        if not (rows["1"] and rows["2"] and rows["3"] and rows["4"]):
            yield "the head lacks a component"
            return
        for component, look in {
            "1": f.TITLE,
            "3": f.REFERENCE,
            "4": f.DATE,
            "5b": f.LETTER_SUMMARY,
            "10a": f.URGENCY,
            "10b": f.URGENCY,
            "11a": f.CIRCULATION,
            "11b": f.DRAFT,
        }.items():
            for row in rows[component]:
                yield from _looks(row, look)
            yield from _pitch(rows[component], look.leading)
        yield from self._names(rows["2"])
        if len(rows["1"]) == 1 and abs(rows["1"][0].baseline - rows["2"][0].baseline) > TOLERANCE:
            yield "the title and the first name do not share a baseline"
        if abs(rows["3"][0].baseline - rows["4"][0].baseline) > TOLERANCE:
            yield "number and date do not share a baseline"
        yield from self._date_is_whole(rows["4"])
        yield from self._columns(rows)
        yield from _stacked(rows["2"], rows["3"], "the number is not under the names")
        yield from _stacked(rows["3"], rows["5b"], "the subject is not under the number")
        yield from _stacked(rows["5b"] or rows["3"], rows["10b"], "the urgency is not under the number")
        yield from _stacked(rows["4"], rows["11a"], "the notice is not under the date")
        yield from _stacked(rows["11a"] or rows["4"], rows["11b"], "the draft notice is not under the date")

    def _names(self, rows: Sequence[Row]) -> Iterator[str]:
        parent, issuer = packed(self.dispatch.parent_body or ""), packed(self.dispatch.issuing_body)
        shown = ""
        for row in rows[:-1]:
            yield from _looks(row, f.PARENT if len(shown) < len(parent) else f.ISSUER)
            shown += packed(row.text)
        if shown != parent + issuer:
            yield "the names are not in their lines"
        star = rows[-1]
        yield from _looks(star, f.STAR)
        if packed(star.text) != "*":
            yield "the star does not stand alone"
        yield from _pitch(rows[:-1], f.PARENT.leading)
        if len(rows) > 1 and abs(star.top(f.STAR.leading) - rows[-2].bottom(f.ISSUER.leading)) > TOLERANCE:
            yield "the star is not right under the names"

    def _date_is_whole(self, rows: Sequence[Row]) -> Iterator[str]:
        if self.dispatch.date and not any(packed(written_date(self.dispatch.date)) in packed(row.text) for row in rows):
            yield f"the date is broken: {[row.text for row in rows]}"
        whole = sum(row.width for row in rows)
        # The number with its symbol, up to some 0.37 of a narrow text, is never cut either.
        if len(rows) > 1 and whole < self.measure - f.GUTTER - 0.37 * self.measure:
            yield f"the place and date stand on {len(rows)} lines"

    def _columns(self, rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
        left = [row for component in _HEAD_LEFT for row in rows[component]]
        right = [row for component in _HEAD_RIGHT for row in rows[component]]
        for side, name in ((left, "left"), (right, "right")):
            for row in side:
                if abs(row.centre - side[0].centre) > TOLERANCE:
                    yield f"{_at(row)} is not centred in the {name} column"
        for row in left:
            for other in right:
                level = abs(row.baseline - other.baseline) < (row.size + other.size) / 2
                if level and other.left - row.right < f.GUTTER - TOLERANCE:
                    yield f"{_at(row)} is {other.left - row.right:.1f} from {_at(other)}"
        natural_left = max(
            *(text_width(line, 14) for line in (self.dispatch.parent_body or "").split("\n")),
            *(text_width(line, 14, bold=True) for line in self.dispatch.issuing_body.split("\n")),
            text_width(" ".join(row.text for row in rows["3"]), 14),
        )
        date = text_width(" ".join(row.text for row in rows["4"]), 14, italic=True)
        natural_right = max(text_width("ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True), date)
        names = [*rows["2"], *rows["3"]]
        wanted_lines = 2 + sum(
            text.count("\n") + 1 for text in (self.dispatch.parent_body, self.dispatch.issuing_body) if text
        )
        if natural_left + natural_right + f.GUTTER <= self.measure - TOLERANCE and len(names) > wanted_lines:
            yield "a name is broken though both columns fit"
        widest_left = max(row.width for row in names)
        widest_right = max(row.width for row in (*rows["1"], *rows["4"]))
        yield from self._column_centres(left[0].centre, right[0].centre, widest_left, widest_right)

    def _column_centres(self, left: float, right: float, widest_left: float, widest_right: float) -> Iterator[str]:
        edge, share = self.left(1), f.LEFT_SHARE * self.measure
        fits = widest_left <= share and widest_right <= self.measure - share
        if not fits or self.measure / 2 - (widest_left + widest_right) / 2 < f.GUTTER:
            return
        if abs(left - edge - share / 2) > TOLERANCE:
            yield f"the left column is centred at {left:.1f}, not at {edge + share / 2:.1f}"
        if abs(right - edge - (share + self.measure) / 2) > TOLERANCE:
            yield f"the right column is centred at {right:.1f}, not at {edge + (share + self.measure) / 2:.1f}"

    def _title_rule(self) -> Iterator[str]:
        rules, rows = self.sheets.rules_of("1"), self.sheets.of("1")
        if len(rules) != 1:
            yield f"the title has {len(rules)} rules"
            return
        rule, title = rules[0], rows[-1]
        if abs(rule.x1 - title.left) > TOLERANCE or abs(rule.x2 - title.right) > TOLERANCE:
            ends = f"{rule.x1:.1f} to {rule.x2:.1f}, the title from {title.left:.1f} to {title.right:.1f}"
            yield f"the rule reaches from {ends}"
        date = self.sheets.of("4")[0]
        if not title.baseline + 2 < rule.y < date.baseline - 0.75 * date.size:
            yield "the rule is not between the title and the date"
        if not 0.25 <= rule.thickness <= 1.5:
            yield f"the rule is {rule.thickness} thick"

    def _type_and_subject(self) -> Iterator[str]:
        rows = self.sheets.of("5a")
        if self.dispatch.document_type == "CV":
            if rows:
                yield "an official letter shows its type's name"
            return
        name = f.TYPE_NAMES.get(self.dispatch.document_type, self.dispatch.document_type.upper())
        subject = self.dispatch.subject_summary or ""
        hyphens = "-----" if subject else ""
        yield from self._words("5a", f"{name} {subject} {hyphens}")
        if len(rows) < 1 + len(hyphens) // 5:
            yield "type name or hyphens are missing"
            return
        yield from _looks(rows[0], f.TYPE_NAME)
        for row in rows[1:-1]:
            yield from _looks(row, f.SUBJECT)
        if hyphens:
            yield from _looks(rows[-1], f.SUBJECT_RULE)
        if packed(rows[0].text) != packed(name) or packed(rows[-1].text) != (hyphens or packed(name)):
            yield "type name, subject and hyphens do not stand on lines of their own"
        for row in rows:
            if abs(row.centre - self.left(row.page) - self.measure / 2) > TOLERANCE:
                yield f"{_at(row)} is not centred on the text"
        head = [row for row in self.sheets.rows if row.component in (*_HEAD_LEFT, *_HEAD_RIGHT)]
        yield from self._below(head, rows[:1])
        yield from _pitch(rows[1:-1], f.SUBJECT.leading)

    def _below(self, above: Sequence[Row], below: Sequence[Row]) -> Iterator[str]:
        foot = max((row.bottom(self.leading(row)) for row in above), default=0.0)
        for row in below:
            if row.page == 1 and row.top(self.leading(row)) < foot - TOLERANCE:
                yield f"{_at(row)} stands beside what it should be under"

    # Kính gửi

    def _salutation(self) -> Iterator[str]:
        rows, entries = self.sheets.of("9a"), self.dispatch.addressees
        if not entries:
            if rows:
                yield "a salutation to nobody"
            return
        proposal = self.dispatch.document_type == "TTr"
        label = f.WORDING[self.pack].salutation_of_a_proposal if proposal else "Kính gửi:"
        sign = "- " if len(entries) > 1 else ""
        yield from self._words("9a", f"{label} " + self._listed(entries, sign))
        first, *rest = rows[0].inks
        yield from _looks(Row((first,)), f.SALUTATION)
        if first.text.strip() != label:
            yield f"the salutation begins with {first.text!r}"
        if not rest:
            yield "the first addressee is not on the salutation's line"
            return
        listed = [Row(tuple(rest)), *rows[1:]]
        for row in listed:
            yield from _looks(row, f.ADDRESSEE)
        yield from self._hanging(listed, sign, rest[0].x, text_width(sign, 14))
        yield from _pitch(rows, f.ADDRESSEE.leading)
        yield from self._salutation_place(rows, label, sign)

    def _salutation_place(self, rows: Sequence[Row], label: str, sign: str) -> Iterator[str]:
        """Centred as one; where it is too wide for that, from the indent on."""
        entries = self.dispatch.addressees
        left, right = rows[0].left, max(row.right for row in rows)
        narrow = text_width(f"{label} ", 14, italic=True) + max(
            text_width(sign + entry + self._mark(entry, last=number == len(entries)), 14)
            for number, entry in enumerate(entries, start=1)
        )
        if narrow <= self.measure:
            if abs((left + right) / 2 - self.left(1) - self.measure / 2) > TOLERANCE:
                yield "the salutation is not centred as one"
            if len(rows) > len(entries):
                yield "an addressee is broken though it fits"
        elif abs(left - self.left(1) - f.INDENT) > TOLERANCE:
            yield "a wide salutation does not begin at the indent"

    def _mark(self, entry: str, *, last: bool) -> str:
        """The closing mark that the pack gives this entry."""
        if last:
            return "" if _bare(entry).endswith(".") else "."
        return f.WORDING[self.pack].list_mark

    def _listed(self, entries: Sequence[str], sign: str) -> str:
        return " ".join(
            sign + _bare(entry) + self._mark(entry, last=number == len(entries))
            for number, entry in enumerate(entries, start=1)
        )

    def _hanging(self, rows: Sequence[Row], sign: str, x: float, hang: float) -> Iterator[str]:
        """Signs under each other, every further line under the first one's text."""
        for row in rows:
            signed = bool(sign) and row.text.startswith(sign)
            wanted = x if signed or not sign else x + hang
            wanted += self.left(row.page) - self.left(rows[0].page)
            if abs(row.left - wanted) > TOLERANCE:
                yield f"{_at(row)} begins at {row.left:.1f}, not at {wanted:.1f}"

    # Nơi nhận and the signature

    def _widest_recipient(self) -> float:
        """The width of the widest entry of the list, were it on one line."""
        entries = self.dispatch.distribution
        return max(
            (
                text_width("- " + _bare(entry) + self._mark(entry, last=number == len(entries)), 12)
                for number, entry in enumerate(entries, start=1)
            ),
            default=0.0,
        )

    def _distribution(self) -> Iterator[str]:
        rows, entries = self.sheets.of("9b"), self.dispatch.distribution
        if not entries:
            if rows:
                yield "a distribution list to nobody"
            return
        yield from self._words("9b", "Nơi nhận: " + self._listed(entries, "- "))
        label, listed = rows[0], rows[1:]
        yield from _looks(label, f.DISTRIBUTION_LABEL)
        rules = self.sheets.rules_of("9b")
        if len(rules) != 1 or abs(rules[0].x1 - label.left) > TOLERANCE or abs(rules[0].x2 - label.right) > TOLERANCE:
            yield "Nơi nhận is not underlined as far as it reaches"
        elif not label.baseline < rules[0].y < label.baseline + 4:
            yield "the underline of Nơi nhận is not under it"
        if packed(label.text) != "Nơinhận:":
            yield f"the label says {label.text!r}"
        for row in listed:
            yield from _looks(row, f.RECIPIENT)
        edge = self.left(label.page)
        if abs(label.left - edge) > TOLERANCE:
            yield "Nơi nhận does not begin at the margin"
        yield from self._hanging(listed, "- ", self.left(listed[0].page), text_width("- ", 12))
        yield from _pitch(listed, f.RECIPIENT.leading)
        if (
            listed[0].page == label.page
            and abs(listed[0].top(f.RECIPIENT.leading) - label.bottom(f.DISTRIBUTION_LABEL.leading)) > TOLERANCE
        ):
            yield "the list is not right under its label"
        yield from self._list_column(listed)

    def _list_column(self, listed: Sequence[Row]) -> Iterator[str]:
        """Nơi nhận keeps to the left column, which only a wide signature makes narrower."""
        signing = self.sheets.of(*_SIGNATURE)
        widest = max((row.width for row in signing), default=0.0)
        column = min(f.LEFT_SHARE * self.measure, self.measure - widest) if signing else self.measure
        if self._widest_recipient() <= column - f.GUTTER - TOLERANCE and len(listed) > len(self.dispatch.distribution):
            yield "a recipient is broken though it fits"
        if any(row.right > self.left(row.page) + column - f.GUTTER + TOLERANCE for row in listed):
            yield "a recipient leaves its column"

    def _signature(self) -> Iterator[str]:
        signing = self.dispatch.signing[0] if self.dispatch.signing else None
        authority = (signing.authority if signing else None) or ""
        position = (signing.position if signing else None) or ""
        name = (signing.name if signing else None) or ""
        above = self.sheets.of("7a", "7b")
        yield from self._words("7a", authority or position)
        yield from self._words("7b", position if authority else "")
        yield from self._words("7c", name)
        for component, look in {"7a": f.AUTHORITY, "7b": f.POSITION, "7c": f.NAME}.items():
            for row in self.sheets.of(component):
                yield from _looks(row, look)
        rows = self.sheets.of(*_SIGNATURE)
        if not rows:
            return
        if len({row.page for row in rows}) > 1:
            yield "the signature is torn over two pages"
            return
        yield from _pitch(above, f.AUTHORITY.leading)
        names = self.sheets.of("7c")
        if above and names:
            space = names[0].top(f.NAME.leading) - above[-1].bottom(f.POSITION.leading)
            if abs(space - f.SIGNATURE_SPACE) > TOLERANCE:
                yield f"{space:.1f} for the signature, wanted {f.SIGNATURE_SPACE:.1f}"
        for row in rows:
            if abs(row.centre - rows[0].centre) > TOLERANCE:
                yield f"{_at(row)} is not centred in the signature block"
        yield from self._beside(rows, above)

    def _beside(self, rows: Sequence[Row], above: Sequence[Row]) -> Iterator[str]:
        """The signature block at the right, level with Nơi nhận and clear of it."""
        listed = [row for row in self.sheets.of("9b") if row.page == rows[0].page]
        if listed and listed[0].text.startswith("Nơi") and above:
            if abs(listed[0].baseline - above[0].baseline) > TOLERANCE:
                yield "Nơi nhận and the signature's first line are not level"
        elif self.dispatch.distribution and above:
            yield "Nơi nhận does not begin on the page of the signature"
        block = max(row.width for row in rows)
        left_edge = min(row.left for row in rows)
        for row in listed:
            if row.baseline < rows[-1].baseline + 4 and left_edge - row.right < f.GUTTER - TOLERANCE:
                yield f"{_at(row)} comes within {left_edge - row.right:.1f} of the signature block"
        boundary = min(f.LEFT_SHARE * self.measure, self.measure - block)
        centre = self.left(rows[0].page) + (boundary + self.measure) / 2
        if abs(rows[0].centre - centre) > TOLERANCE:
            yield f"the signature block is centred at {rows[0].centre:.1f}, not at {centre:.1f}"

    def _typist_mark(self) -> Iterator[str]:
        mark, copies = self.dispatch.typist_mark, self.dispatch.copies
        yield from self._words("12", (mark or "") + (f"-{copies}" if mark and copies else ""))
        for row in self.sheets.of("12"):
            yield from _looks(row, f.TYPIST)
            if abs(row.left - self.left(row.page)) > TOLERANCE:
                yield "the typist's mark does not begin at the margin"
            if row.page != len(self.sheets.sizes):
                yield "the typist's mark is not on the last page"
            listed = self.sheets.of("9b")
            if listed and row.page != listed[-1].page:
                yield "the typist's mark has left the list it stands under"


def _bare(entry: str) -> str:
    """An entry of a list without the marks that somebody typed behind it."""
    return entry.rstrip(" \u00a0,;")


def _at(row: Row) -> str:
    return f"page {row.page}, component {row.component}, {row.text[:30]!r}"


def _looks(row: Row, look: Look) -> Iterator[str]:
    for ink in row.inks:
        if not ink.text.strip():
            continue
        if (ink.size, ink.bold, ink.italic) != (look.size, look.bold, look.italic):
            yield (
                f"{_at(row)} is {ink.size:g} pt, bold {ink.bold}, italic {ink.italic};"
                f" wanted {look.size:g} pt, bold {look.bold}, italic {look.italic}"
            )


def _pitch(rows: Sequence[Row], leading: float) -> Iterator[str]:
    for row, below in pairwise(rows):
        if row.page == below.page and abs(below.baseline - row.baseline - leading) > TOLERANCE:
            yield f"{_at(below)} is {below.baseline - row.baseline:.2f} below the line before it, wanted {leading:g}"


def _stacked(above: Sequence[Row], below: Sequence[Row], fault: str) -> Iterator[str]:
    if above and below and below[0].baseline <= above[-1].baseline + 8:
        yield fault
