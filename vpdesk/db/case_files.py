"""What the store keeps of case files: lists of years, files, their documents, terms, what the archive has."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select, union
from sqlalchemy.orm import Session

from vpdesk.db.work_records import CASE_FILES, CASE_HANDOVERS, CASE_HEADINGS, CASE_LISTS, CASE_PAPERS, RETENTION_RULES
from vpdesk.db.work_tables import (
    CaseFileRow,
    CaseHandoverRow,
    CaseHeadingRow,
    CaseListRow,
    CasePaperRow,
    RetentionRuleRow,
)
from vpdesk.domain.case_files import (
    CaseFile,
    CaseHandover,
    CaseHeading,
    CaseList,
    CasePaper,
    CaseState,
    RetentionRule,
)
from vpdesk.domain.errors import NoSuchRecord, StaleEdit


class CaseFiles:
    """Case files."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list_of(self, year: int) -> CaseList:
        """The list of a year; an empty one that nobody has approved where there is none."""
        row = self._session.get(CaseListRow, year)
        return CASE_LISTS.value(row) if row else CaseList(year)

    def put_list(self, listed: CaseList) -> None:
        """Keep the list of a year."""
        self._session.merge(CASE_LISTS.row(listed))
        self._session.flush()

    def years(self) -> tuple[int, ...]:
        """The years that have case files or headings, the last first."""
        there = union(select(CaseFileRow.year), select(CaseHeadingRow.year))
        return tuple(sorted(self._session.scalars(there), reverse=True))

    def headings(self, year: int) -> tuple[CaseHeading, ...]:
        """The headings of a year, in order."""
        rows = self._session.scalars(
            select(CaseHeadingRow).where(CaseHeadingRow.year == year).order_by(CaseHeadingRow.place_in_order)
        )
        return tuple(map(CASE_HEADINGS.value, rows))

    def heading(self, heading: UUID) -> CaseHeading:
        """A heading. Raises NoSuchRecord."""
        row = self._session.get(CaseHeadingRow, heading)
        if row is None:
            raise NoSuchRecord("case_heading", str(heading))
        return CASE_HEADINGS.value(row)

    def put_heading(self, heading: CaseHeading) -> None:
        """Keep a heading."""
        self._session.merge(CASE_HEADINGS.row(heading))
        self._session.flush()

    def drop_heading(self, heading: UUID) -> None:
        """Drop a heading that no file stands under."""
        if (row := self._session.get(CaseHeadingRow, heading)) is not None:
            self._session.delete(row)
            self._session.flush()

    def get(self, case_file: UUID) -> CaseFile:
        """A case file. Raises NoSuchRecord."""
        row = self._session.get(CaseFileRow, case_file)
        if row is None:
            raise NoSuchRecord("case_file", str(case_file))
        return CASE_FILES.value(row)

    def all(self) -> tuple[CaseFile, ...]:
        """Every case file, by year (the last first), heading and number."""
        rows = self._session.scalars(
            select(CaseFileRow)
            .outerjoin(CaseHeadingRow, CaseHeadingRow.id == CaseFileRow.heading_id)
            .order_by(CaseFileRow.year.desc(), CaseHeadingRow.place_in_order, CaseFileRow.number, CaseFileRow.id)
        )
        return tuple(map(CASE_FILES.value, rows))

    def of_year(self, year: int) -> tuple[CaseFile, ...]:
        """The case files of a year, by heading and number."""
        rows = self._session.scalars(
            select(CaseFileRow)
            .outerjoin(CaseHeadingRow, CaseHeadingRow.id == CaseFileRow.heading_id)
            .where(CaseFileRow.year == year)
            .order_by(CaseHeadingRow.place_in_order, CaseFileRow.number, CaseFileRow.id)
        )
        return tuple(map(CASE_FILES.value, rows))

    def under(self, year: int, heading: UUID | None) -> tuple[CaseFile, ...]:
        """The case files of a year under a heading, or under none, by their numbers."""
        rows = self._session.scalars(
            select(CaseFileRow)
            .where(CaseFileRow.year == year, CaseFileRow.heading_id == heading)
            .order_by(CaseFileRow.number, CaseFileRow.id)
        )
        return tuple(map(CASE_FILES.value, rows))

    def next_number(self, year: int, heading: UUID | None) -> int:
        """The number that comes next under a heading of a year, or under none."""
        asked = select(func.max(CaseFileRow.number)).where(CaseFileRow.year == year, CaseFileRow.heading_id == heading)
        return (self._session.scalar(asked) or 0) + 1

    def in_states(self, states: Collection[CaseState]) -> tuple[CaseFile, ...]:
        """The case files that stand so, by year, heading and number."""
        rows = self._session.scalars(
            select(CaseFileRow)
            .outerjoin(CaseHeadingRow, CaseHeadingRow.id == CaseFileRow.heading_id)
            .where(CaseFileRow.state.in_([one.value for one in states]))
            .order_by(CaseFileRow.year, CaseHeadingRow.place_in_order, CaseFileRow.number, CaseFileRow.id)
        )
        return tuple(map(CASE_FILES.value, rows))

    def put(self, case_file: CaseFile) -> CaseFile:
        """Keep a case file; it comes back with its next version. Raises StaleEdit."""
        there = self._session.get(CaseFileRow, case_file.id)
        if (there.version if there else 0) != case_file.version:
            raise StaleEdit
        kept = replace(case_file, version=case_file.version + 1)
        self._session.merge(CASE_FILES.row(kept))
        self._session.flush()
        return kept

    def renumber(self, case_files: Iterable[CaseFile]) -> tuple[CaseFile, ...]:
        """Keep case files whose symbols go round among themselves, no two ever the same. Raises StaleEdit."""
        given = tuple(case_files)
        for one in given:
            self._session.get_one(CaseFileRow, one.id).symbol = str(one.id)
        self._session.flush()
        return tuple(map(self.put, given))

    def drop(self, case_file: UUID) -> None:
        """Drop a case file that never had a document."""
        if (row := self._session.get(CaseFileRow, case_file)) is not None:
            self._session.delete(row)
            self._session.flush()

    def papers(self, case_file: UUID, *, with_removed: bool = False) -> tuple[CasePaper, ...]:
        """The documents of a case file, in their order."""
        asked = select(CasePaperRow).where(CasePaperRow.case_file_id == case_file)
        if not with_removed:
            asked = asked.where(CasePaperRow.removed_at.is_(None))
        rows = self._session.scalars(asked.order_by(CasePaperRow.place_in_order, CasePaperRow.id))
        return tuple(map(CASE_PAPERS.value, rows))

    def paper(self, paper: UUID) -> CasePaper:
        """A document of a case file. Raises NoSuchRecord."""
        row = self._session.get(CasePaperRow, paper)
        if row is None:
            raise NoSuchRecord("case_paper", str(paper))
        return CASE_PAPERS.value(row)

    def put_papers(self, papers: Iterable[CasePaper]) -> None:
        """Keep documents of case files."""
        for one in papers:
            self._session.merge(CASE_PAPERS.row(one))
        self._session.flush()

    def paper_counts(self, case_files: Collection[UUID]) -> dict[UUID, int]:
        """How many documents lie in each of these case files."""
        rows = self._session.execute(
            select(CasePaperRow.case_file_id, func.count().label("papers"))
            .where(CasePaperRow.case_file_id.in_(list(case_files)), CasePaperRow.removed_at.is_(None))
            .group_by(CasePaperRow.case_file_id)
        )
        return {row.case_file_id: row.papers for row in rows}

    def holding(self, records: Collection[UUID]) -> tuple[CaseFile, ...]:
        """The case files that one of these records lies in."""
        rows = self._session.scalars(
            select(CaseFileRow)
            .join(CasePaperRow, CasePaperRow.case_file_id == CaseFileRow.id)
            .where(CasePaperRow.record_id.in_(list(records)), CasePaperRow.removed_at.is_(None))
            .distinct()
            .order_by(CaseFileRow.year, CaseFileRow.symbol)
        )
        return tuple(map(CASE_FILES.value, rows))

    def retention_rules(self) -> tuple[RetentionRule, ...]:
        """The office's table of terms, in its order."""
        rows = self._session.scalars(
            select(RetentionRuleRow).order_by(RetentionRuleRow.place_in_order, RetentionRuleRow.id)
        )
        return tuple(map(RETENTION_RULES.value, rows))

    def put_retention_rule(self, rule: RetentionRule) -> None:
        """Keep a line of the table of terms."""
        self._session.merge(RETENTION_RULES.row(rule))
        self._session.flush()

    def drop_retention_rule(self, rule: UUID) -> None:
        """Drop a line of the table of terms."""
        if (row := self._session.get(RetentionRuleRow, rule)) is not None:
            self._session.delete(row)
            self._session.flush()

    def handovers(self) -> tuple[CaseHandover, ...]:
        """What was handed over to the archive, the last first."""
        rows = self._session.scalars(
            select(CaseHandoverRow).order_by(CaseHandoverRow.made_on.desc(), CaseHandoverRow.id.desc())
        )
        return tuple(map(CASE_HANDOVERS.value, rows))

    def handover(self, handover: UUID) -> CaseHandover:
        """What was handed over together. Raises NoSuchRecord."""
        row = self._session.get(CaseHandoverRow, handover)
        if row is None:
            raise NoSuchRecord("case_handover", str(handover))
        return CASE_HANDOVERS.value(row)

    def drop_handover(self, handover: UUID) -> None:
        """Drop a handing over that no case file belongs to any more."""
        if (row := self._session.get(CaseHandoverRow, handover)) is not None:
            self._session.delete(row)
            self._session.flush()

    def put_handover(self, handover: CaseHandover) -> None:
        """Keep that case files were handed over."""
        self._session.merge(CASE_HANDOVERS.row(handover))
        self._session.flush()

    def of_handover(self, handover: UUID) -> tuple[CaseFile, ...]:
        """The case files that were handed over together, by year and symbol."""
        rows = self._session.scalars(
            select(CaseFileRow)
            .where(CaseFileRow.handover_id == handover)
            .order_by(CaseFileRow.year, CaseFileRow.symbol)
        )
        return tuple(map(CASE_FILES.value, rows))
