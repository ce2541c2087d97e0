"""The figures of the guidance, taken from spec/format.md §1 and §8 and design/decisions.md 10 and not from the packs.

What only the packs say (practice: pitches in the head and the lists) stands here too, each with that word.
"""

from __future__ import annotations

from dataclasses import dataclass

from layout.sheet import POINTS_PER_MM

TOLERANCE = 0.5


@dataclass(frozen=True)
class Look:
    """Size, weight, slant and pitch."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False


TOP = BOTTOM = 20 * POINTS_PER_MM
LEFT, RIGHT = 30 * POINTS_PER_MM, 15 * POINTS_PER_MM
PAPER = {"A4": (210 * POINTS_PER_MM, 297 * POINTS_PER_MM), "A5": (148 * POINTS_PER_MM, 210 * POINTS_PER_MM)}
PAGE_NUMBER_TOP = 10 * POINTS_PER_MM
INDENT = 10 * POINTS_PER_MM
SIGNATURE_SPACE = 30 * POINTS_PER_MM
LEFT_SHARE = 0.47
GUTTER = 8.0
BODY_SIZE, PITCH, GAP = 14.0, 18.0, 6.0
FIRST_GAP = 12.0
"""Practice: between the head and the body."""
DIVISION_GAP = 12.0
"""Practice: above the number of a part or chapter; its title stands right below."""
CLOSING_GAP = 12.0
"""Practice: between the body and the signature block."""

TITLE = Look(15, 18, bold=True)
PARENT = Look(14, 18)
ISSUER = Look(14, 18, bold=True)
STAR = Look(14, 16)
REFERENCE = Look(14, 18)
DATE = Look(14, 18, italic=True)
LETTER_SUMMARY = Look(12, 15, italic=True)
TYPE_NAME = Look(15, 20, bold=True)
SUBJECT = Look(14, 18, bold=True)
SUBJECT_RULE = Look(14, 14)
SALUTATION = Look(14, 18, italic=True)
ADDRESSEE = Look(14, 18)
AUTHORITY = Look(14, 18, bold=True)
POSITION = Look(14, 18)
NAME = Look(14, 18, bold=True)
DISTRIBUTION_LABEL = Look(14, 18)
RECIPIENT = Look(12, 15)
URGENCY = Look(14, 18, bold=True)
CIRCULATION = Look(12, 15, bold=True)
DRAFT = Look(14, 18, italic=True)
TYPIST = Look(8, 10)
PAGE_NUMBER = Look(14, 18)


@dataclass(frozen=True)
class Wording:
    """What a guidance prints of its own."""

    list_mark: str
    last_basis: str
    salutation_of_a_proposal: str


WORDING = {
    "party-2018": Wording(",", ",", "Kính gửi:"),
    "party-2026": Wording(";", ".", "Kính trình:"),
}
TYPE_NAMES = {
    "CV": "CÔNG VĂN",
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
