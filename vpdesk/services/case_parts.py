"""Parts of the acts on case files, each within the unit of work of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.case_files import CaseFile, CasePaper, CaseState, Retention, retention_value
from vpdesk.domain.case_numbers import numbered
from vpdesk.domain.case_rights import may_keep, may_read
from vpdesk.domain.case_views import CaseRow
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import CaseFileInState, NotPermitted, TitleMissing
from vpdesk.domain.history import Fact
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import Correction
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.finding import index_case_file

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

KIND: Final = "case_file"
"""What the history calls a case file, and corrections its book."""
FILLED: Final = frozenset({CaseState.LISTED, CaseState.OPEN, CaseState.SET_ASIDE})
"""Where documents are put in and taken out."""
BEGUN: Final = frozenset({CaseState.OPEN, CaseState.SET_ASIDE})
AT_THE_OFFICE: Final = frozenset(CaseState) - {CaseState.HANDED_OVER}

Changes = tuple[tuple[str, str | None, str | None], ...]
"""What fields said before and say now."""


def readable(work: UnitOfWork, officer: Officer, case_file: UUID) -> CaseFile:
    """A case file that an officer may read. Raises NotPermitted, NoSuchRecord."""
    found = work.case_files.get(case_file)
    if not may_read(officer, found):
        raise NotPermitted(Permission.KEEP_ALL_CASE_FILES)
    return found


def kept_by(work: UnitOfWork, officer: Officer, case_file: UUID, states: Collection[CaseState]) -> CaseFile:
    """A case file that an officer may change, and that stands so.

    Raises NotPermitted, CaseFileInState, NoSuchRecord.
    """
    found = work.case_files.get(case_file)
    if not may_keep(officer, found):
        raise NotPermitted(Permission.KEEP_ALL_CASE_FILES)
    if found.state not in states:
        raise CaseFileInState(found.symbol, found.state)
    return found


def keep(work: UnitOfWork, officer: Officer, case_file: CaseFile, act: str, **facts: Fact) -> CaseFile:
    """Keep a case file as an act leaves it: let it be found so, and tell the history. Raises StaleEdit."""
    kept = work.case_files.put(case_file)
    index_case_file(work, kept)
    work.tell(officer.id, act, KIND, kept.id, None, **facts)
    return kept


def begun(work: UnitOfWork, officer: Officer, case_file: CaseFile) -> CaseFile:
    """A listed file as it is opened; whoever opens one that nobody keeps becomes its keeper. It is yet to be kept."""
    if case_file.state is not CaseState.LISTED:
        return case_file
    keeper = case_file.keeper or officer.id
    return replace(case_file, state=CaseState.OPEN, opened_on=local_day(work.now), keeper=keeper)


def correct(work: UnitOfWork, officer: Officer, case_file: UUID, changes: Changes, reason: str | None) -> None:
    """Set down what a case file said before."""
    work.numbers.add_correction(Correction(new_id(work.now), case_file, KIND, work.now, officer.id, changes, reason))


def title_of(text: str) -> str:
    """A title as somebody typed it, on one line. Raises TitleMissing."""
    title = " ".join((entered(text) or "").split())
    if not title:
        raise TitleMissing
    return title


def retention_text(retention: Retention | None) -> str | None:
    """A term as a correction keeps it."""
    return retention_value(retention) if retention else None


def rows_of(work: UnitOfWork, officer: Officer, files: Sequence[CaseFile]) -> tuple[CaseRow, ...]:
    """Case files as rows of a list."""
    names = {one.id: one.name for one in work.organisation.officers()}
    headings = {one.id: one for year in {file.year for file in files} for one in work.case_files.headings(year)}
    counts = work.case_files.paper_counts([file.id for file in files])
    return tuple(
        CaseRow(
            file,
            headings.get(file.heading) if file.heading else None,
            names.get(file.keeper) if file.keeper else None,
            counts.get(file.id, 0),
            may_keep(officer, file),
        )
        for file in files
    )


def put_in_order(work: UnitOfWork, case_file: UUID, papers: Iterable[CasePaper]) -> tuple[CasePaper, ...]:
    """Keep the documents of a file in this order; where each begins follows from the sheets before it."""
    before = {one.id: one for one in work.case_files.papers(case_file, with_removed=True)}
    placed = numbered(tuple(papers))
    work.case_files.put_papers(one for one in placed if before.get(one.id) != one)
    return placed
