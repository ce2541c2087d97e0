"""The acts on case files against the roles: what they are tried on, and who may do each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from support.seats import officer_named
from vpdesk.domain.case_closing import ClosingSheet
from vpdesk.domain.case_files import PERMANENT, CaseFile, CaseHandover, CasePaper, PaperKind, Retention, RetentionRule
from vpdesk.domain.case_forms import CaseAsk, CaseForm
from vpdesk.domain.case_handing import HandoverEntry
from vpdesk.domain.case_views import CaseEntry, NewPaper
from vpdesk.domain.roles import Role
from vpdesk.services import (
    case_closing,
    case_contents,
    case_files,
    case_handovers,
    case_lists,
    case_prints,
    case_terms,
)
from vpdesk.services.desk import Desk

YEAR: Final = 2024
TODAY: Final = date(2024, 12, 24)
GOOD: Final = ClosingSheet("còn tốt", 1)
PAPER: Final = NewPaper(PaperKind.OTHER, subject="Biên bản họp", sheets=2)
SHEET: Final = CaseForm.COVER


@dataclass(frozen=True)
class CasePapers:
    """Case files of one officer at each station, the line of the table of terms, and what the archive has."""

    heading: UUID
    empty: UUID
    listed: CaseFile
    open: CaseFile
    paper: CasePaper
    closed: CaseFile
    handed: CaseHandover
    rule: RetentionRule

    @property
    def sheet(self) -> CaseAsk:
        """A paper of the open file."""
        return CaseAsk(SHEET, record=self.open.id)


def case_papers(desk: Desk) -> CasePapers:
    """Make them, as the clerk who sits at the desk: they are Trịnh Bảo Ngọc's."""
    keeper = officer_named(desk, "Ngọc").id
    heading = case_lists.put_heading(desk, YEAR, "Tuyên truyền", "TT").id
    listed, begun, done, gone = (
        case_lists.list_file(desk, YEAR, CaseEntry(title, heading, PERMANENT, keeper))
        for title in ("Chưa mở", "Đang mở", "Đã đóng", "Đã nộp lưu")
    )
    empty = case_lists.put_heading(desk, YEAR, "Khoa giáo", "KG").id
    put = case_contents.put_in(desk, [PAPER], [begun.id, done.id, gone.id])
    closed, archived = (case_closing.close(desk, one.id, GOOD) for one in (done, gone))
    handed = case_handovers.hand_over(desk, _handing(archived))
    opened = case_files.file(desk, begun.id).row.case_file
    rule = case_terms.put_rule(desk, "kế hoạch", Retention(20))
    return CasePapers(heading, empty, listed, opened, put.added[0], closed, handed, rule)


def _handing(case_file: CaseFile) -> HandoverEntry:
    return HandoverEntry((case_file.id,), TODAY, "Văn phòng Huyện ủy", "Vũ Thị Hạnh")


def _taken_out(desk: Desk, at: CasePapers) -> UUID:
    """The document, which was taken out of its file."""
    (taken,) = case_contents.take_out(desk, [at.paper.id])
    return taken.id


_KEEPING: Final = {Role.DRAFTER, Role.CLERK, Role.HEAD}
_READING: Final = {Role.CLERK, Role.HEAD}
_CLERK: Final = {Role.CLERK}

_READ: Final = {
    "case_lists.years": lambda desk, at: case_lists.years(desk),
    "case_lists.year_list": lambda desk, at: case_lists.year_list(desk, YEAR),
    "case_files.files": lambda desk, at: case_files.files(desk),
    "case_files.counts": lambda desk, at: case_files.counts(desk),
    "case_files.holding": lambda desk, at: case_files.holding(desk, at.open.id),
    "case_files.begin_file": lambda desk, at: case_files.begin_file(desk, YEAR, CaseEntry("Việc riêng", at.heading)),
    "case_terms.rules": lambda desk, at: case_terms.rules(desk),
    "case_terms.proposals": lambda desk, at: case_terms.proposals(desk),
    "case_closing.files_to_close": lambda desk, at: case_closing.files_to_close(desk),
    "case_handovers.due_for_handover": lambda desk, at: case_handovers.due_for_handover(desk),
    "case_prints.contents_form": lambda desk, at: case_prints.contents_form(desk),
    "case_prints.typeset": lambda desk, at: case_prints.typeset(desk, CaseAsk(CaseForm.YEAR_LIST, YEAR)),
}
"""What whoever keeps files may do, though those that are there are not his."""
_OF_ANOTHER: Final = {
    "case_files.file": lambda desk, at: case_files.file(desk, at.open.id),
    "case_terms.suggestion": lambda desk, at: case_terms.suggestion(desk, at.open.id),
    "case_closing.checklist": lambda desk, at: case_closing.checklist(desk, at.open.id),
    "case_prints.proposed_sheet": lambda desk, at: case_prints.proposed_sheet(desk, at.open.id),
    "case_prints.typeset, of another": lambda desk, at: case_prints.typeset(desk, at.sheet),
    "case_prints.printed": lambda desk, at: case_prints.printed(desk, at.sheet),
    "case_prints.export": lambda desk, at: case_prints.export(desk, at.sheet, desk.places.data / "bia.pdf"),
    "case_handovers.handovers": lambda desk, at: case_handovers.handovers(desk),
    "case_handovers.handover": lambda desk, at: case_handovers.handover(desk, at.handed.id),
}
"""What clerk and head may read of others."""
_CHANGES: Final = {
    "case_lists.put_heading": lambda desk, at: case_lists.put_heading(desk, YEAR, "Tổ chức", "TC"),
    "case_lists.order_headings": lambda desk, at: case_lists.order_headings(desk, YEAR, [at.empty, at.heading]),
    "case_lists.drop_heading": lambda desk, at: case_lists.drop_heading(desk, at.empty),
    "case_lists.list_file": lambda desk, at: case_lists.list_file(desk, YEAR, CaseEntry("Hồ sơ mới")),
    "case_lists.order_files": lambda desk, at: case_lists.order_files(desk, YEAR, None, []),
    "case_lists.drop_file": lambda desk, at: case_lists.drop_file(desk, at.listed.id),
    "case_lists.copy_list": lambda desk, at: case_lists.copy_list(desk, YEAR + 1),
    "case_lists.approve": lambda desk, at: case_lists.approve(desk, YEAR, "Trần Minh Khôi", TODAY),
    "case_lists.withdraw_approval": lambda desk, at: case_lists.withdraw_approval(desk, YEAR),
    "case_files.open_file": lambda desk, at: case_files.open_file(desk, at.listed.id),
    "case_files.amend": lambda desk, at: case_files.amend(desk, at.open, CaseEntry("Tên khác", at.heading)),
    "case_files.give_to": lambda desk, at: case_files.give_to(desk, [at.open.id], at.open.keeper),
    "case_contents.put_in": lambda desk, at: case_contents.put_in(desk, [PAPER], [at.open.id]),
    "case_contents.take_out": lambda desk, at: case_contents.take_out(desk, [at.paper.id]),
    "case_contents.put_back": lambda desk, at: case_contents.put_back(desk, [_taken_out(desk, at)]),
    "case_contents.amend_paper": lambda desk, at: case_contents.amend_paper(desk, at.paper),
    "case_contents.count_sheets": lambda desk, at: case_contents.count_sheets(desk, at.open.id, {at.paper.id: 3}),
    "case_contents.order_papers": lambda desk, at: case_contents.order_papers(desk, at.open.id, [at.paper.id]),
    "case_contents.order_in_time": lambda desk, at: case_contents.order_in_time(desk, at.open.id),
    "case_terms.put_rule": lambda desk, at: case_terms.put_rule(desk, "giấy mời", Retention(2)),
    "case_terms.order_rules": lambda desk, at: case_terms.order_rules(desk, [at.rule.id]),
    "case_terms.drop_rule": lambda desk, at: case_terms.drop_rule(desk, at.rule.id),
    "case_terms.restore_rule": lambda desk, at: case_terms.restore_rule(desk, at.rule),
    "case_terms.take_proposals": lambda desk, at: case_terms.take_proposals(desk),
    "case_closing.put_sheet": lambda desk, at: case_closing.put_sheet(desk, at.open.id, GOOD),
    "case_closing.close": lambda desk, at: case_closing.close(desk, at.open.id, GOOD),
    "case_closing.set_aside": lambda desk, at: case_closing.set_aside(desk, at.open.id),
    "case_closing.reopen": lambda desk, at: case_closing.reopen(desk, at.closed.id, "nhầm"),
    "case_handovers.plan": lambda desk, at: case_handovers.plan(desk, [at.closed.id]),
    "case_handovers.hand_over": lambda desk, at: case_handovers.hand_over(desk, _handing(at.closed)),
    "case_handovers.receive": lambda desk, at: case_handovers.receive(desk, at.handed.id, "Nguyễn Thu Hà"),
    "case_handovers.take_back": lambda desk, at: case_handovers.take_back(desk, at.handed.id),
    "case_prints.choose_contents_form": lambda desk, at: case_prints.choose_contents_form(desk, CaseForm.CONTENTS),
}
"""What the clerk does for all, or in the file of another."""

CASE_ACTS: Final[Mapping[str, tuple[Callable[[Desk, CasePapers], object], set[Role]]]] = {
    **{name: (act, _KEEPING) for name, act in _READ.items()},
    **{name: (act, _READING) for name, act in _OF_ANOTHER.items()},
    **{name: (act, _CLERK) for name, act in _CHANGES.items()},
}
CASE_MODULES: Final = (
    case_lists,
    case_files,
    case_contents,
    case_terms,
    case_closing,
    case_handovers,
    case_prints,
)
CASE_PARTS: Final = {
    "case_lists.list_of_year",
    "case_handovers.reader_of_all",
    "case_prints.load_words",
    "case_prints.check_ending",
    "finding.index_case_file",
}
