"""Case files handed over to the archive: due, planned, handed over, received, taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from support.case_office import ANSWERED, MINUTES, YEAR, CaseOffice, a_case_office, incoming, outgoing
from support.seats import seated, sit
from support.stores import TickingClock

from vpdesk.domain.case_closing import ClosingSheet
from vpdesk.domain.case_files import CaseFile, CaseState, Retention
from vpdesk.domain.case_forms import CaseAsk, CaseForm
from vpdesk.domain.case_handing import HandoverEntry, Hindrance
from vpdesk.domain.case_views import CaseEntry
from vpdesk.domain.errors import (
    ArchiveMissing,
    CaseFileInState,
    DateInFuture,
    HandoverOnPaper,
    NoSuchRecord,
    NotForArchive,
    NotPermitted,
    ReasonMissing,
)
from vpdesk.services import case_closing, case_contents, case_files, case_handovers, case_lists, case_prints
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store

GOOD = ClosingSheet("Tài liệu đầy đủ, còn tốt", 1)
ARCHIVE = "Văn phòng Huyện ủy"


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, where its clerk sits."""
    found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


@pytest.fixture
def office(desk: Desk) -> CaseOffice:
    """The office with a year's list."""
    return a_case_office(desk)


def closed(desk: Desk, office: CaseOffice, retention: Retention, *, is_original: bool = True) -> CaseFile:
    """A file beside the list, with two documents, closed."""
    begun = case_files.begin_file(desk, YEAR, CaseEntry("Việc phát sinh", office.training.id, retention))
    papers = [outgoing(office.lines[1], 2), incoming(ANSWERED, 4)]
    put = case_contents.put_in(desk, papers, [begun.id])
    if not is_original:
        for one in put.added:
            case_contents.amend_paper(desk, _as_copy(one))
    return case_closing.close(desk, begun.id, GOOD)


def _as_copy(paper):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(paper, is_original=False)


def entry(*files: UUID) -> HandoverEntry:
    """What is said of handing these files over."""
    return HandoverEntry(files, date(2024, 12, 24), ARCHIVE, "Vũ Thị Hạnh")
