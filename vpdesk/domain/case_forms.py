"""The papers of case files: which there are, and their columns.

The columns are those of the rule, in its order (clerical rules, 6.1 and 6.2). Their heads are words of the paper and
stand with the others in `resources/case_files.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final
from uuid import UUID

from vpdesk.domain.case_files import Retention
from vpdesk.domain.pack import RulePack
from vpdesk.domain.register import Cell


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
    HANDOVER_SET = "handover_set"
    """Both of the last, twice each: one set for either side (clerical rules, 6.2)."""


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


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row of a list of case files; a heading's goes across the columns."""

    id: UUID
    cells: tuple[Cell, ...]
    is_heading: bool = False
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class CasePage:
    """A paper of case files before it is set: its words, in their order, and its rows where it is a list.

    `signatures` are who signs, each by his position and his name; a name that is not known is written by hand.
    """

    form: CaseForm
    below_title: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    rows: tuple[PaperRow, ...] = ()
    foot: tuple[str, ...] = ()
    signatures: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class CaseWords:
    """The words of the papers of case files, Vietnamese whatever the window speaks."""

    pack: RulePack = field(repr=False)

    def filled(self, key: str, **values: str | None) -> str:
        """The words at a key with these values, a blank to be written by hand for each that is not known."""
        blank = self.pack.text("form.blank")
        return self.pack.text(key).format(**{name: value or blank for name, value in values.items()})

    def title(self, form: CaseForm) -> str:
        """What a paper is called."""
        return self.pack.text(f"{form.value}.title")

    def heads(self, form: CaseForm) -> tuple[str, ...]:
        """The heads of a list's columns."""
        return tuple(self.pack.text(f"{form.value}.head.{column}") for column in COLUMNS[form])

    def widths(self, form: CaseForm) -> tuple[float, ...]:
        """How wide the columns of a list are, in millimetres."""
        return tuple(self.pack.number(f"{form.value}.width_mm.{column}") for column in COLUMNS[form])

    def term(self, retention: Retention | None) -> str:
        """How long something is kept, as papers write it; nothing where it is not said."""
        if retention is None:
            return ""
        years = retention.years
        return self.filled("form.permanent") if years is None else self.filled("form.years", years=str(years))
