"""The fixed lists of the trade: document types, secrecy, urgency, kinds of issuing body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class SubjectPlace(Enum):
    """Where a type prints its subject."""

    UNDER_NAME = "under_name"
    """Centred under the type's name: component 5a."""
    UNDER_NUMBER = "under_number"
    """In the left column, under the number: component 5b, the official letter (công văn)."""


class BodyKind(Enum):
    """What an issuing body is, as far as it decides which types it may issue."""

    COMMITTEE = "committee"
    """A Party committee: tỉnh ủy, huyện ủy, đảng ủy."""
    ADVISORY = "advisory"
    """An advisory body of a committee: ban, văn phòng, ủy ban kiểm tra."""
    CELL = "cell"
    """A Party cell: chi bộ."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One type of document in a rule pack's catalogue.

    `code` names it in files and in the catalogue, `symbol` is what the number carries,
    `addressed` says whether its form has addressees, `valid_from` and `valid_until` (inclusive) bound the days on
    which it could be issued.
    """

    code: str
    name: str
    symbol: str
    group: str
    subject: SubjectPlace
    issuers: frozenset[BodyKind]
    valid_from: date | None = None
    valid_until: date | None = None
    addressed: bool = False

    def is_valid_on(self, day: date) -> bool:
        """Whether the catalogue knew this type on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


class Secrecy(Enum):
    """The three levels of state secrecy (QĐ66, article 16), by the words printed."""

    CONFIDENTIAL = "MẬT"
    SECRET = "TỐI MẬT"
    TOP_SECRET = "TUYỆT MẬT"


class Urgency(Enum):
    """The degrees of urgency (component 10b), by the words printed."""

    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    EXPRESS = "HỎA TỐC"
    EXPRESS_AT_TIME = "HỎA TỐC HẸN GIỜ"


def body_kind(issuing_body: str) -> BodyKind | None:
    """What the printed name of a body says it is, or None when the name does not tell."""
    name = issuing_body.casefold().replace("uỷ", "ủy")
    if name.startswith("chi bộ"):
        return BodyKind.CELL
    if name.startswith(("ban thường vụ", "ban chấp hành")):
        return BodyKind.COMMITTEE
    if name.startswith(("ban ", "văn phòng", "ủy ban kiểm tra", "cơ quan ủy ban kiểm tra", "trung tâm")):
        return BodyKind.ADVISORY
    if name.startswith(("huyện ủy", "quận ủy", "thị ủy", "thành ủy", "tỉnh ủy", "đảng ủy", "đảng bộ")):
        return BodyKind.COMMITTEE
    return None
