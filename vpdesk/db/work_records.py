"""Rows and values of work in hand."""

from __future__ import annotations

from typing import Final

from vpdesk.db.register_records import Column, Form, choice
from vpdesk.db.work_tables import (
    AssigneeRow,
    CaseFileRow,
    CaseHandoverRow,
    CaseHeadingRow,
    CaseListRow,
    CasePaperRow,
    DirectivePhraseRow,
    ExtensionRow,
    HandlingRow,
    OpenArrivalRow,
    RetentionRuleRow,
)
from vpdesk.domain.case_files import (
    CaseFile,
    CaseHandover,
    CaseHeading,
    CaseList,
    CasePaper,
    CaseState,
    PaperKind,
    Retention,
    RetentionRule,
    retention_of,
    retention_value,
)
from vpdesk.domain.handling import (
    Assignee,
    AssigneeRole,
    DirectivePhrase,
    Extension,
    Handling,
    HandlingState,
    OpenArrival,
    OpenState,
)

_PLACE: Final = Column("place_in_order")
_OFFICER: Final = Column("officer_id")
_ARRIVAL: Final = Column("arrival_id")


def _kept_retention(retention: Retention | None) -> str | None:
    return retention_value(retention) if retention else None


def _given_retention(kept: str | None) -> Retention | None:
    return retention_of(kept) if kept else None


_RETENTION: Final = Column("retention", _kept_retention, _given_retention)

HANDLINGS: Final = Form(HandlingRow, Handling, {"arrival": _ARRIVAL, "state": choice("state", HandlingState)})
ASSIGNEES: Final = Form(
    AssigneeRow,
    Assignee,
    {"arrival": _ARRIVAL, "place": _PLACE, "role": choice("role", AssigneeRole), "officer": _OFFICER},
)
EXTENSIONS: Final = Form(ExtensionRow, Extension, {"arrival": _ARRIVAL, "officer": _OFFICER})
PHRASES: Final = Form(DirectivePhraseRow, DirectivePhrase, {"owner": Column("owner_id"), "place": _PLACE})
OPEN_ARRIVALS: Final = Form(OpenArrivalRow, OpenArrival, {"arrival": _ARRIVAL, "state": choice("state", OpenState)})
CASE_LISTS: Final = Form(CaseListRow, CaseList)
CASE_HEADINGS: Final = Form(CaseHeadingRow, CaseHeading, {"place": _PLACE})
CASE_FILES: Final = Form(
    CaseFileRow,
    CaseFile,
    {
        "heading": Column("heading_id"),
        "keeper": Column("keeper_id"),
        "retention": _RETENTION,
        "state": choice("state", CaseState),
        "handover": Column("handover_id"),
    },
)
CASE_PAPERS: Final = Form(
    CasePaperRow,
    CasePaper,
    {
        "case_file": Column("case_file_id"),
        "place": _PLACE,
        "record": Column("record_id"),
        "kind": choice("kind", PaperKind),
    },
)
RETENTION_RULES: Final = Form(RetentionRuleRow, RetentionRule, {"place": _PLACE, "retention": _RETENTION})
CASE_HANDOVERS: Final = Form(CaseHandoverRow, CaseHandover, {"officer": _OFFICER})
