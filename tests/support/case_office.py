"""The sample office with the case files of a year, for the tests of case files and their papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from support.books import a_small_register, a_small_register_of_arrivals
from support.seats import officer_named
from vpdesk.domain.case_files import PERMANENT, CaseFile, CaseHeading, PaperKind, Retention
from vpdesk.domain.case_views import CaseEntry, NewPaper
from vpdesk.domain.outgoing import RegisterLine
from vpdesk.services import case_lists
from vpdesk.services.desk import Desk

YEAR = 2024
ANSWERED, IN_WORK, VOID, SECRET = (UUID(int=number) for number in (21, 22, 23, 25))
"""The arrivals of the office."""
MINUTES = NewPaper(
    PaperKind.OTHER,
    reference="Biên bản số 2",
    day=date(2024, 12, 21),
    document_type="BB",
    subject="họp chuẩn bị tuyên truyền",
    author="Ban Tuyên giáo Huyện ủy",
    sheets=3,
)


@dataclass(frozen=True)
class CaseOffice:
    """What lies there: two headings, three listed files, and the lines of the outgoing register by their numbers."""

    propaganda: CaseHeading
    training: CaseHeading
    anniversaries: CaseFile
    surveys: CaseFile
    classes: CaseFile
    lines: dict[int, RegisterLine]
    plan: RegisterLine


def a_case_office(desk: Desk) -> CaseOffice:
    """Lists a year at the sample office, at whose desk the clerk sits. Its drafter keeps the first file."""
    *letters, plan = a_small_register(desk)
    a_small_register_of_arrivals(desk)
    drafter = officer_named(desk, "Ngọc").id
    propaganda = case_lists.put_heading(desk, YEAR, "Tuyên truyền", "TT")
    training = case_lists.put_heading(desk, YEAR, "Lý luận chính trị", "LLCT")

    def listed(title: str, heading: CaseHeading, retention: Retention | None, keeper: UUID | None) -> CaseFile:
        return case_lists.list_file(desk, YEAR, CaseEntry(title, heading.id, retention, keeper))

    return CaseOffice(
        propaganda,
        training,
        listed("Tuyên truyền các ngày lễ lớn năm 2024", propaganda, PERMANENT, drafter),
        listed("Nắm bắt dư luận xã hội năm 2024", propaganda, Retention(10), None),
        listed("Các lớp bồi dưỡng lý luận chính trị năm 2024", training, None, officer_named(desk, "Hạnh").id),
        {one.number: one for one in letters},
        plan,
    )


def outgoing(line: RegisterLine, sheets: int | None = None) -> NewPaper:
    """A line of the register, about to be put into a file."""
    return NewPaper(PaperKind.OUTGOING, line.id, sheets=sheets)


def incoming(arrival: UUID, sheets: int | None = None) -> NewPaper:
    """An arrival, about to be put into a file."""
    return NewPaper(PaperKind.INCOMING, arrival, sheets=sheets)
