"""A new dispatch from an earlier one: what belonged to its day is taken out or marked to be confirmed.

Marked are dates, hours, figures, references, names of persons and places of meetings in the officer's own words;
left alone are numbers that order the text (`1.`, `Điều 2`, `khoản 3`, a column STT) and what the body's records give.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vpdesk.domain.blanks import BLANK, marked
from vpdesk.domain.body import Table, plain_text
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.passages import Passage, Path, Splice, revised

_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_WORD = rf"[{_UPPER}][^\W\d_]*"
_OFFICES = "Bí|Phó|Chủ|Ủy|Uỷ|Trưởng|Chánh|Giám|Tổng|Hiệu|Huyện|Tỉnh|Đảng|Thường|Ban|Viện"
_VENUES = (
    "[Hh]ội trường|[Pp]hòng họp|[Nn]hà văn h(?:óa|oá)|[Nn]hà truyền thống|[Nn]hà thi đấu|[Tt]rung tâm"
    "|[Tt]rụ sở|[Ss]ân vận động|[Qq]uảng trường|[Cc]ông viên|[Tt]ượng đài|[Đđ]iểm cầu|[Kk]hu di tích|[Nn]ghĩa trang"
    rf"|(?:xã|phường|thị trấn|huyện|tỉnh|thành phố|thôn|khu dân cư) [{_UPPER}]"
)
_DAY = r"\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2} tháng \d{1,2}(?: năm \d{4})?"

_KEPT = (
    BLANK,
    # What numbers a line, and what points to a numbered place of the text.
    re.compile(r"^\s*(?:(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[-.)]+(?=\s)|\d{1,2}(?:\.\d{1,2})+(?=\s))"),
    re.compile(r"\b(?:Điều|điều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hần|[Cc]hương|[Pp]hụ lục) (?:[IVXLC]+\b|\d+(?:\.\d+)*)"),
)

# The first pattern that takes a stretch has it; where a pattern has a group, the group is what is marked.
_RENEWED = (
    # References: 192-KH/HU, ngày 16/12/2024; 63/2025/QĐ-UBND.
    re.compile(rf"(?<![\w/])\d+[a-z]?-[{_UPPER}][^\W\d_]*/[^\W\d_]+(?:-[^\W\d_]+)*(?:,? ngày (?:{_DAY}))?"),
    re.compile(rf"(?<![\w/])\d+/(?:\d{{4}}/)?[{_UPPER}][^\W\d_]*(?:-[^\W\d_]+)*(?:,? ngày (?:{_DAY}))?"),
    # Names: đồng chí Đỗ Khánh Linh, but not đồng chí Phó Bí thư.
    re.compile(
        rf"(?:\b[Đđ]ồng chí|\b[Đđ]/c|\b[Ôô]ng|\b[Bb]à):? +(?!(?:{_OFFICES})\b)"
        rf"({_WORD}(?: {_WORD}){{1,4}}|{_WORD}(?=\s*(?:[,.;:)]|$)))"
    ),
    # Places of meetings.
    re.compile(r"[Đđ]ịa điểm: *([^.;\n]*[^.;\s])"),
    re.compile(
        rf"\b[Tt]ại ((?:{_VENUES})[^,.;:()\n]*?)"
        r"(?= (?:vào|từ|lúc|hồi|để|và|do|trong|với|theo|nhằm|đã|được)\b|\s*[,.;:()\n]|\s*$)"
    ),
    # Times: days, hours, months, quarters, terms, years by their animals.
    re.compile(rf"(?<![\w/])(?:{_DAY})(?![\w/])"),
    re.compile(r"(?<!\w)\d{1,2} giờ(?: \d{1,2}(?: phút)?)?|(?<!\w)\d{1,2}(?:h\d{0,2}|:\d{2})(?!\w)"),
    re.compile(r"\b[Tt]háng (\d{1,2}(?:/\d{4}| năm \d{4}))"),
    re.compile(r"\b[Qq]uý ((?:IV|I{1,3})(?:[/-]\d{4}| năm \d{4})?)(?!\w)"),
    re.compile(r"\b(?:[Tt]hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|[Cc]hủ [Nn]hật)\b"),
    re.compile(r"\b(?:[Kk]h(?:óa|oá)|[Ll]ần thứ|Đại hội) ([IVXL]+)\b"),
    re.compile(
        r"\b(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý) (?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)\b"
    ),
    # Any other figure.
    re.compile(r"(?<![\w.,/])\d+(?:[.,/]\d+)*%?(?!\w)"),
)

_RECORDED = frozenset({"issuing_body", "parent_body", "place", "contact_line", "authority", "position"})
"""Members that the body's records give."""


def renewed(dispatch: Dispatch) -> Dispatch:
    """The draft of a new dispatch from an earlier one, with every value of its day to be confirmed.

    Number and date, a copy's certificate, the draft's mark and the count of copies are taken out.
    """
    draft = replace(
        dispatch, number=None, number_suffix=None, date=None, certified_copy=None, draft_notice=None, copies=None
    )
    return revised(draft, lambda passage: _marks(draft, passage))


def _marks(dispatch: Dispatch, passage: Passage) -> list[Splice]:
    last = passage.path[-1]
    if last in _RECORDED or (last == "number" and passage.path[0] == "body") or _counts_rows(dispatch, passage.path):
        return []
    if last == "name":
        spans = [(0, len(passage.text))] if not BLANK.fullmatch(passage.text) else []
    else:
        spans = _spans(passage.text)
    return [Splice(start, end, marked(passage.text[start:end])) for start, end in spans]


def _spans(text: str) -> list[tuple[int, int]]:
    """What is of its day in a text, from its first to its last."""
    kept = [found.span() for pattern in _KEPT for found in pattern.finditer(text)]
    renewed: list[tuple[int, int]] = []
    for pattern in _RENEWED:
        for found in pattern.finditer(text):
            start, end = found.span(pattern.groups and 1)
            if all(end <= taken or start >= until for taken, until in (*kept, *renewed)):
                renewed.append((start, end))
    return sorted(renewed)


def _counts_rows(dispatch: Dispatch, path: Path) -> bool:
    """Whether this is a cell of a column that only numbers the rows."""
    match path:
        case (*above, "rows", _, 0, "runs"):
            table = _follow(dispatch, tuple(above))
            return isinstance(table, Table) and plain_text(table.rows[0][0].runs).strip().upper() in {"STT", "TT"}
        case _:
            return False


def _follow(value: object, path: Path) -> object:
    for step in path:
        value = value[step] if isinstance(step, int) and isinstance(value, tuple) else getattr(value, str(step))
    return value
