"""The case files of the three years: the first year with the archive, the second closed, the last open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from bench.invented import TOPICS
from bench.years.arrivals import Worked
from bench.years.calendar import NOW, YEARS, Chance
from bench.years.outgoing import Sent
from bench.years.people import Staff
from vpdesk.domain.case_files import (
    PERMANENT,
    CaseFile,
    CaseHandover,
    CaseHeading,
    CaseList,
    CasePaper,
    CaseState,
    PaperKind,
    Retention,
    RetentionRule,
)
from vpdesk.domain.dates import local_day
from vpdesk.domain.incoming import ArrivalState
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import LineState

FILES_A_YEAR: Final = 40
_HEADINGS: Final = {
    "TH": "Tổng hợp",
    "TT": "Tuyên truyền",
    "LLCT": "Lý luận chính trị",
    "KG": "Khoa giáo",
    "DLXH": "Dư luận xã hội",
    "VP": "Văn phòng",
}
_TERMS: Final = {
    "TH": PERMANENT,
    "TT": Retention(10),
    "LLCT": Retention(20),
    "KG": Retention(5),
    "DLXH": Retention(10),
    "VP": Retention(2),
}
_KINDS: Final = (
    ("Hồ sơ hội nghị, báo cáo tổng kết năm", PERMANENT, "Bảng thời hạn của cơ quan"),
    ("Hồ sơ tuyên truyền ngày lễ, kỷ niệm", Retention(10), "Bảng thời hạn của cơ quan"),
    ("Hồ sơ bồi dưỡng lý luận chính trị", Retention(20), "Bảng thời hạn của cơ quan"),
    ("Hồ sơ khoa giáo", Retention(5), None),
    ("Hồ sơ dư luận xã hội", Retention(10), None),
    ("Công văn trao đổi thường", Retention(2), None),
    ("Hồ sơ chuyên đề", None, None),
)
_WHOLE: Final = "Tài liệu đầy đủ, nguyên vẹn"
_ARCHIVE: Final = "Kho Lưu trữ Huyện ủy"
_NUMBERED_FROM: Final = 5
"""Years of keeping from which on the sheets of a file are numbered."""


class _Lying(NamedTuple):
    """A document that lies in a case file."""

    record: UUID
    kind: PaperKind
    day: date
    sheets: int
    at: datetime
    by: UUID


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything of case files."""

    lists: tuple[CaseList, ...]
    headings: tuple[CaseHeading, ...]
    handovers: tuple[CaseHandover, ...]
    files: tuple[CaseFile, ...]
    papers: tuple[CasePaper, ...]
    rules: tuple[RetentionRule, ...]


class CaseFiles:
    """Invents the case files, and puts what arrived and went out into them."""

    def __init__(self, chance: Chance, staff: Staff) -> None:
        self._chance, self._staff = chance, staff
        self._handovers = {2022: self._handover(date(2023, 12, 15)), 2023: self._handover(date(2024, 11, 20))}

    def made(self, arrivals: Sequence[Worked], lines: Sequence[Sent]) -> Kept:
        """The case files of documents of all three years."""
        documents = sorted((*self._arrived(arrivals), *self._sent(lines)), key=lambda one: (one.at, one.record))
        headings = {year: self._headings(year) for year in YEARS}
        files, papers = list[CaseFile](), list[CasePaper]()
        for year in YEARS:
            of_year = [one for one in documents if one.at.year == year]
            for case_file, lying in self._filled(year, headings[year], of_year):
                files.append(case_file)
                papers += self._papers(case_file, lying)
        return Kept(
            tuple(CaseList(year, date(year, 1, 10), self._staff.head.name) for year in YEARS),
            tuple(heading for year in YEARS for heading in headings[year]),
            tuple(self._handovers.values()),
            tuple(files),
            tuple(papers),
            tuple(RetentionRule(self._id(), place, *kind) for place, kind in enumerate(_KINDS)),
        )

    # --- what lies in them ------------------------------------------------------------------------------------------

    def _arrived(self, arrivals: Sequence[Worked]) -> Iterator[_Lying]:
        for one in arrivals:
            line, handling = one.arrival, one.handling
            is_filed = line.answer is not None or (handling is not None and handling.finished_at is not None)
            if is_filed and line.state is ArrivalState.REGISTERED and line.secrecy is None and self._is_filed():
                day = line.document_date or line.arrived_on
                by = (handling and handling.finished_by) or line.entered_by
                at = (handling and handling.finished_at) or line.entered_at
                yield _Lying(line.id, PaperKind.INCOMING, day, line.pages or 1, at, by)

    def _sent(self, lines: Sequence[Sent]) -> Iterator[_Lying]:
        for one in lines:
            line = one.line
            if line.state in {LineState.ISSUED, LineState.EXTERNAL} and line.document_date and self._is_filed():
                by = one.draft.owner if one.draft else line.entered_by
                sheets = self._chance.randrange(1, 9)
                yield _Lying(line.id, PaperKind.OUTGOING, line.document_date, sheets, line.entered_at, by)

    def _is_filed(self) -> bool:
        return self._chance.happens(0.85)

    # --- the files --------------------------------------------------------------------------------------------------

    def _filled(
        self, year: int, headings: Sequence[CaseHeading], documents: Sequence[_Lying]
    ) -> Iterator[tuple[CaseFile, list[_Lying]]]:
        """The files of a year, each with what lies in it; the last ones of a running year are still empty."""
        chance = self._chance
        empty = 3 if year == YEARS[-1] else 0
        lying: list[list[_Lying]] = [[] for _ in range(FILES_A_YEAR)]
        for one in documents:
            for place in chance.sample(range(FILES_A_YEAR - empty), 2 if chance.happens(0.08) else 1):
                lying[place].append(one)
        for place, papers in enumerate(lying):
            heading = headings[place % len(headings)]
            bare = self._listed(year, place, heading)
            yield (self._as_it_stands(bare, place, papers), papers) if papers else (bare, papers)

    def _listed(self, year: int, place: int, heading: CaseHeading) -> CaseFile:
        number = place // len(_HEADINGS) + 1
        topic = TOPICS[place % len(TOPICS)]
        return CaseFile(
            id=self._id(datetime(year, 1, 10, 2, tzinfo=UTC)),
            year=year,
            number=number,
            symbol=f"{number:02d}.{heading.symbol}",
            title=f"Hồ sơ về {topic} năm {year}",
            heading=heading.id,
            retention=_TERMS[heading.symbol],
            keeper=self._keeper(place).id,
            is_listed=place < FILES_A_YEAR - 5,
            version=1,
        )

    def _as_it_stands(self, case_file: CaseFile, place: int, papers: Sequence[_Lying]) -> CaseFile:
        """A file that has documents: open in the running year, closed before, with the archive in the end."""
        year, opened = case_file.year, local_day(papers[0].at)
        started = replace(case_file, state=CaseState.OPEN, opened_on=opened, version=2)
        if year == YEARS[-1] or place % 20 == 19:
            return replace(started, state=CaseState.SET_ASIDE) if place % 20 == 7 or year < YEARS[-1] else started
        closed = self._closed(started, papers)
        is_given = year == YEARS[0] or place < FILES_A_YEAR // 2
        if not is_given:
            return closed
        return replace(closed, state=CaseState.HANDED_OVER, handover=self._handovers[year].id, version=4)

    def _closed(self, case_file: CaseFile, papers: Sequence[_Lying]) -> CaseFile:
        closed_on = max(date(case_file.year + 1, 1, 15), local_day(papers[-1].at))
        days = [one.day for one in papers]
        return replace(
            case_file,
            state=CaseState.CLOSED,
            closed_on=closed_on,
            closed_by=case_file.keeper,
            first_day=min(days),
            last_day=max(days),
            sheets=sum(one.sheets for one in papers),
            list_sheets=len(papers) // 20 + 1 if case_file.retention == PERMANENT else None,
            condition=_WHOLE,
            version=3,
        )

    def _papers(self, case_file: CaseFile, lying: Sequence[_Lying]) -> Iterator[CasePaper]:
        term = case_file.retention
        is_numbered = case_file.closed_on is not None and term is not None and term.sort_key >= _NUMBERED_FROM
        first = 1
        for place, one in enumerate(lying):
            yield CasePaper(
                id=self._id(one.at),
                case_file=case_file.id,
                place=place,
                kind=one.kind,
                added_at=one.at,
                added_by=one.by,
                record=one.record,
                first_sheet=first if is_numbered else None,
                sheets=one.sheets if is_numbered else None,
            )
            first += one.sheets

    def _headings(self, year: int) -> tuple[CaseHeading, ...]:
        return tuple(
            CaseHeading(self._id(), year, place, symbol, name) for place, (symbol, name) in enumerate(_HEADINGS.items())
        )

    def _handover(self, day: date) -> CaseHandover:
        clerk, at = self._staff.clerks[0], datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
        return CaseHandover(self._id(at), day, _ARCHIVE, clerk.name, at, clerk.id, received_by="Bùi Thị Loan")

    def _keeper(self, place: int) -> Officer:
        return self._staff.drafters[place % len(self._staff.drafters)]

    def _id(self, at: datetime = NOW - timedelta(days=1)) -> UUID:
        return self._chance.new_id(at)
