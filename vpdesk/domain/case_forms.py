"""The papers of case files: which there are, and their columns.

The columns are those of the rule, in its order (clerical rules, 6.1 and 6.2). Their heads are words of the paper and
stand with the others in `resources/case_files.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final
from uuid import UUID


class CaseForm(Enum):
    """A paper of case files."""

    YEAR_LIST = "year_list"
    """Danh mục hồ sơ, of a year."""
    CONTENTS = "contents"
    """Mục lục văn bản trong hồ sơ, in the State's 7 columns."""
    CONTENTS_PARTY = "contents_party"
    """The same in the 9 columns seen in Party offices, which tell originals from copies."""
    CLOSING_SHEET = "closing_sheet"
    """Chứng từ kết thúc, of a file."""
    COVER = "cover"
    """Bìa hồ sơ, of a file."""
    ARCHIVE_LIST = "archive_list"
    """Mục lục hồ sơ, tài liệu nộp lưu, of a handing over."""
    MINUTES = "minutes"
    """Biên bản giao nhận hồ sơ, tài liệu, of a handing over."""


COLUMNS: Final[Mapping[CaseForm, tuple[str, ...]]] = {
    CaseForm.YEAR_LIST: ("symbol", "title", "retention", "keeper", "notes"),
    CaseForm.CONTENTS: ("number", "reference", "date", "subject", "author", "sheets", "notes"),
    CaseForm.CONTENTS_PARTY: (
        "number",
        "reference",
        "date",
        "subject",
        "author",
        "original",
        "copy",
        "sheets",
        "notes",
    ),
    CaseForm.ARCHIVE_LIST: ("number", "symbol", "title", "time", "retention", "sheets", "notes"),
}
"""The columns of the papers that are lists."""

LISTS: Final = frozenset(COLUMNS)
"""The papers that can be a workbook too."""


@dataclass(frozen=True, slots=True)
class CaseAsk:
    """Which paper of what: of a year, of a case file, or of a handing over, by its id."""

    form: CaseForm
    year: int | None = None
    record: UUID | None = None
