"""What the fields of an arrival may say by its first page, each with the words it was read from and their place.

The forms of the Party (2018, 2026) and of the State differ in few things that matter here: a colon after `Số`, a year
in the number, and what stands at the upper right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from vpdesk.domain.catalog import BodyKind, Secrecy, Urgency, body_kind
from vpdesk.domain.read_pages import Proposal, ProposedField, ReadPage, Word
from vpdesk.domain.text import folded, nfc
from vpdesk.reading.bodies import begins_body, written_body
from vpdesk.reading.lines import Line, box_of, lines_of, words_between

HEAD: Final = 0.45
"""The part of the first page in which the head of a document stands."""
_SOLID: Final = 2.0
"""Of the height of a line: the widest step from one line to the next of the same thing."""
_OFF_CENTRE: Final = 14.0
"""Points by which a centred line may lie beside the middle of the text."""

_BESIDE: Final = 45.0
"""Points between the number and the date at the same height of the head."""
_OVERLAP: Final = 2.0

_NUMBER = re.compile(r"Số\s*[:.]?\s*(\d+[a-zđ]?\s*[-–/]\s*[^\s/–-]+(?:[-–/]\s?[^\s/–-]+)*)")
_DATE = re.compile(r"ngày\s*(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})", re.IGNORECASE)
_DUE = re.compile(
    r"(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?)\s+(?:\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2})?\s*(?:phút)?,?\s*)?"
    r"ngày\s+(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})(?:\s*(?:năm|[/.-])\s*(\d{4}))?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:V/v|Về việc)\b", re.IGNORECASE)
_END_OF_SUBJECT = re.compile(r"[-–_*=.\s]*\Z|Kính gửi|Căn cứ\b|Chương [IVX]+|[IVX]+\s*[-.–]|\d+\s*[.)]")
_MARK = re.compile(r"(?:ĐỘ MẬT\s*:?\s*)?(TUYỆT MẬT|TỐI MẬT|MẬT)")
_NAMED_MARK = re.compile(r"(?<!\w)(?<!BÍ )(?<!BÍ_)(?<!BÍ-)(TUYỆT[ _-]?MẬT|TỐI[ _-]?MẬT|MẬT)(?!\w)")


def secrecy_on(page: ReadPage) -> str | None:
    """The level of the mark that a page bears at its head; None for none. A paper about secrecy bears none."""
    marks = (_MARK.fullmatch(line.text) for line in lines_of(page) if line.box.top < HEAD * page.height)
    return max((mark[1] for mark in marks if mark), key=_LEVELS.index, default=None)


_LEVELS: Final = [level.value for level in Secrecy]


def secrecy_in_name(name: str) -> str | None:
    """The level of the mark in the name of a file; None for none."""
    found = _NAMED_MARK.search(nfc(name).replace("_", " "))
    return re.sub("[ -]+", " ", found[1]) if found else None


def proposals(page: ReadPage, types: Mapping[str, str] | None = None) -> tuple[Proposal, ...]:
    """What the fields of an arrival may say by its first page; `types` are the codes of types by their names."""
    lines = lines_of(page)
    head = [line for line in lines if line.box.top < HEAD * page.height]
    if not head:
        return ()
    left = [line for line in head if line.centre < page.width / 2]
    right = [line for line in head if line.centre >= page.width / 2]
    reference = _reference(left)
    day = _date(right, reference) or _date(left, reference)
    found = [
        _sender(left, reference) if reference else None,
        reference,
        day,
        *_subject(head, reference, page, types or {}),
        _urgency(head),
        _due(lines, day.value if day and isinstance(day.value, date) else None),
    ]
    return tuple(one for one in found if one is not None)


def _proposal(field: ProposedField, value: str | date, words: Sequence[Word]) -> Proposal:
    return Proposal(field, value, " ".join(word.text for word in words), box_of(words))


def _found(form: re.Pattern[str], lines: Iterable[Line]) -> Iterator[tuple[re.Match[str], list[Word]]]:
    """Where a form stands in a column, over the ends of its lines too, with all words of the column."""
    words = [word for line in lines for word in line.words]
    for found in form.finditer(" ".join(word.text for word in words)):
        yield found, words


def _reference(left: Sequence[Line]) -> Proposal | None:
    for found, words in _found(_NUMBER, left):
        value = re.sub(r"\s*([-/])\s*", r"\1", found[1].replace("–", "-")).rstrip(".,;")
        return _proposal(ProposedField.REFERENCE, value, words_between(words, *found.span(1)))
    return None


def _date(column: Sequence[Line], reference: Proposal | None) -> Proposal | None:
    """The date of the head; one that stands far from the number is another's."""
    for found, words in _found(_DATE, column):
        dated = words_between(words, *found.span())
        near = reference is None or abs(dated[0].box.middle - reference.box.middle) < _BESIDE
        if near and (day := _day(*found.groups())):
            return _proposal(ProposedField.DOCUMENT_DATE, day, dated)
    return None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _due(lines: Sequence[Line], dated: date | None) -> Proposal | None:
    """The day before which something is asked for; without a year it is the next such day after the document's."""
    for found, words in _found(_DUE, lines):
        day, month, year = found.groups()
        years = [year] if year else [str(dated.year), str(dated.year + 1)] if dated else []
        days = [due for one in years if (due := _day(day, month, one)) and (dated is None or due >= dated)]
        if days:
            return _proposal(ProposedField.DUE_ON, days[0], words_between(words, *found.span()))
    return None


def _urgency(head: Sequence[Line]) -> Proposal | None:
    marks = {folded(urgency.value): urgency.value for urgency in Urgency}
    for line in head:
        if line.text.isupper() and (value := marks.get(folded(line.text))):
            return _proposal(ProposedField.URGENCY, value, line.words)
    return None


# --- who issued it ------------------------------------------------------------------------------------------------


def _sender(left: Sequence[Line], reference: Proposal) -> Proposal | None:
    """The body at the upper left: its own lines, and its committee where it only advises one."""
    above = [
        line
        for line in left
        if line.box.bottom <= reference.box.top + _OVERLAP
        and not line.text.startswith("Số")
        and any(map(str.isalpha, line.text))
    ]
    names = list(_bodies(above))
    if not names:
        return None
    own = names[-1]
    value = written_body(_said(own))
    if len(names) > 1 and body_kind(value) is BodyKind.ADVISORY:
        parent = written_body(_said(names[-2]))
        if body_kind(parent) is BodyKind.COMMITTEE:
            value = f"{value} {parent}"
    return _proposal(ProposedField.SENDER, value, [word for line in own for word in line.words])


def _bodies(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines by the bodies that they name, each of one line or several."""
    body: list[Line] = []
    for line in lines:
        if body and begins_body(line.text) and not body[-1].text.endswith(("-", "–")):
            yield body
            body = []
        body.append(line)
    if body:
        yield body


def _said(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


# --- what it is, and of what it speaks ----------------------------------------------------------------------------


def _subject(
    head: Sequence[Line], reference: Proposal | None, page: ReadPage, types: Mapping[str, str]
) -> tuple[Proposal | None, ...]:
    codes = {folded(name): code for name, code in types.items()}
    middle = _middle(page)
    for place, line in enumerate(head):
        is_centred = abs(line.centre - middle) < _OFF_CENTRE
        if is_centred and line.text.isupper() and (code := codes.get(folded(line.text))):
            below = [one for one in head[place + 1 :] if abs(one.centre - middle) < _OFF_CENTRE]
            return _proposal(ProposedField.DOCUMENT_TYPE, code, line.words), _about(list(_solid([line, *below]))[1:])
    letter = codes.get(folded("Công văn"))
    about = next((line for line in head if _ABOUT.match(line.text)), None)
    if reference is None or about is None or about.box.top < reference.box.top:
        return ()
    below = [line for line in head if line.box.top > about.box.top and abs(line.centre - about.centre) < _OFF_CENTRE]
    named = _proposal(ProposedField.DOCUMENT_TYPE, letter, about.words[:1]) if letter else None
    return named, _about(list(_solid([about, *below])))


def _middle(page: ReadPage) -> float:
    """The middle of the text."""
    return (min(word.box.left for word in page.words) + max(word.box.right for word in page.words)) / 2


def _solid(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that go on from the first without a wider step, another matter or a mark between."""
    yield lines[0]
    usual = max(line.box.height for line in lines[:2])
    for above, line in pairwise(lines):
        is_mark = line.text.isupper() and not above.text.isupper()
        if line.box.middle - above.box.middle > _SOLID * usual or _END_OF_SUBJECT.match(line.text) or is_mark:
            return
        yield line


def _about(lines: Sequence[Line]) -> Proposal | None:
    if not lines:
        return None
    words = [word for line in lines for word in line.words]
    return _proposal(ProposedField.SUBJECT, _said(lines), words)
