"""What lies in case files: documents put in, taken out, put in order, their sheets counted.

Like every act on the store, these run on the store's own worker. A file that was closed is opened again first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from vpdesk.domain.case_files import CasePaper
from vpdesk.domain.case_views import NewPaper, PutIn
from vpdesk.services.desk import Desk


def put_in(desk: Desk, papers: Sequence[NewPaper], files: Sequence[UUID]) -> PutIn:
    """Put documents into case files, each into each, where their days place them; a listed file is opened by it.

    What lies in a file already is told and not put in again. Raises CaseFileInState for a file that is not open,
    NoSuchRecord, NotPermitted; nothing is put in then.
    """
    raise NotImplementedError


def take_out(desk: Desk, papers: Sequence[UUID]) -> tuple[CasePaper, ...]:
    """Take documents out of their files; that they lay there stays on record. Raises CaseFileInState, NoSuchRecord."""
    raise NotImplementedError


def put_back(desk: Desk, papers: Sequence[UUID]) -> tuple[CasePaper, ...]:
    """Put documents back that were taken out. Raises CaseFileInState, NoSuchRecord."""
    raise NotImplementedError


def amend_paper(desk: Desk, paper: CasePaper) -> CasePaper:
    """Change what a file says of a document, as it is given: original or copy, notes, sheets.

    Of a paper that stands in no register, its own fields too. Raises CaseFileInState, NoSuchRecord.
    """
    raise NotImplementedError


def count_sheets(desk: Desk, case_file: UUID, sheets: Mapping[UUID, int | None]) -> tuple[CasePaper, ...]:
    """Set down how many sheets documents of a file have; where each begins follows. All documents, in their order.

    Raises CaseFileInState, NoSuchRecord.
    """
    raise NotImplementedError


def order_papers(desk: Desk, case_file: UUID, papers: Sequence[UUID]) -> tuple[CasePaper, ...]:
    """Put the documents of a file into an order. Raises CaseFileInState, NoSuchRecord where one is left out."""
    raise NotImplementedError


def order_in_time(desk: Desk, case_file: UUID) -> tuple[CasePaper, ...]:
    """Put the documents of a file into the order of their days, those without one last. Raises CaseFileInState."""
    raise NotImplementedError
