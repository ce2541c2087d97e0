"""The views of the list of case files, and what may be done with what is in hand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vpdesk.domain.case_files import CaseState
from vpdesk.domain.case_views import CaseCounts, CaseRow, ShownPaper
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission
from vpdesk.ui.acts.kinds import Where
from vpdesk.words.catalogue import N_, _

NOT_CLOSED: Final = frozenset({CaseState.OPEN, CaseState.SET_ASIDE})
_FILLABLE: Final = frozenset({CaseState.LISTED, *NOT_CLOSED})


@dataclass(frozen=True, slots=True)
class CaseView:
    """A choice of case files above the list."""

    name: str
    states: frozenset[CaseState] = frozenset()
    is_mine: bool = False
    is_due: bool = False
    """Whether it shows what the archive must have."""

    @property
    def of_year(self) -> bool:
        """Whether it shows one year; what waits is shown of every year."""
        return not self.states and not self.is_due

    def words(self) -> str:
        """What it is called."""
        return _(self.name)

    def count(self, counts: CaseCounts) -> int:
        """How many of its case files wait; nothing where it is no view of such."""
        if self.is_due:
            return counts.due
        return counts.open + counts.to_close if self.states else 0


MINE: Final = CaseView(N_("My files"), is_mine=True)
ALL: Final = CaseView(N_("All"))
OPEN: Final = CaseView(N_("Not closed"), NOT_CLOSED)
DUE: Final = CaseView(N_("Due at the archive"), is_due=True)
VIEWS: Final = (MINE, ALL, OPEN, DUE)


def served_cases(
    officer: Officer | None, row: CaseRow | None, paper: ShownPaper | None, *, in_papers: bool
) -> frozenset[Where]:
    """The kinds of acts that an officer can do with a case file and a document in hand; the services ask again."""
    if officer is None:
        return frozenset()
    lists = officer.may(Permission.KEEP_ALL_CASE_FILES)
    state = row.case_file.state if row else None
    keeps = row is not None and row.may_keep and state is not CaseState.HANDED_OVER
    has_paper = paper is not None and in_papers
    there = {
        Where.CASE_FILES: officer.may(Permission.KEEP_CASE_FILES),
        Where.CASE_LISTS: lists,
        Where.CASE_FILE: row is not None,
        Where.CASES_OF_OTHERS: lists and row is not None and state is not CaseState.HANDED_OVER,
        Where.KEPT_CASE_FILE: keeps and not has_paper,
        Where.LISTED_CASE_FILE: keeps and state is CaseState.LISTED,
        Where.DROPPABLE_CASE_FILE: lists and state is CaseState.LISTED and not has_paper,
        Where.FILLABLE_CASE_FILE: keeps and state in _FILLABLE,
        Where.CLOSABLE_CASE_FILE: keeps and state in NOT_CLOSED,
        Where.CLOSED_CASE_FILE: keeps and state in (CaseState.CLOSED, CaseState.SET_ASIDE),
        Where.CASE_PAPER: paper is not None,
        Where.KEPT_CASE_PAPER: has_paper and keeps and state in NOT_CLOSED,
    }
    return frozenset(where for where, may in there.items() if may)


def main_acts(served: frozenset[Where]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The acts of the top bar, the main one of the case file in hand last, and those in the menu beside them."""
    if Where.LISTED_CASE_FILE in served:
        main = "open_case_file"
    elif Where.CLOSABLE_CASE_FILE in served:
        main = "close_case_file"
    elif Where.CLOSED_CASE_FILE in served and Where.CASE_LISTS in served:
        main = "hand_over_cases"
    else:
        main = "begin_case_file"
    first = () if main == "begin_case_file" else ("begin_case_file",)
    return ("case_list", *first, main), tuple(name for name in _REST if name != main)


_REST = (
    "edit_case_file",
    "reopen_case_file",
    "order_papers",
    "give_case_files",
    "hand_over_cases",
    "case_handovers",
    "retention_table",
    "export_case_papers",
    "drop_case_file",
)
