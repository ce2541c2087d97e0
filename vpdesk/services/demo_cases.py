"""The case files of the demo: the list of its year, one file opened with what lies in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vpdesk.domain.arriving import ArrivalQuery
from vpdesk.domain.case_files import PaperKind, retention_of
from vpdesk.domain.case_views import CaseEntry, NewPaper
from vpdesk.domain.outgoing_list import OutgoingQuery
from vpdesk.paths import resource
from vpdesk.services import case_contents, case_lists, outgoing, receiving
from vpdesk.services.desk import Desk
from vpdesk.services.rules import read_tree

CASE_FILES = "sample/case_files.toml"
_HELD = 4
"""Arrivals that lie in the case file of the sample dispatch."""


def list_case_files(demo: Desk) -> None:
    """Let the clerk at the desk list the year's case files, and put the sample dispatch and what it answers in one."""
    tree: Mapping[str, Any] = read_tree(resource(CASE_FILES))
    year, documents = demo.today().year, _documents(demo)
    for one in tree["headings"]:
        heading = case_lists.put_heading(demo, year, one["name"], one["symbol"])
        for file in one["files"]:
            entry = CaseEntry(file["title"], heading.id, retention_of(file["retention"]))
            listed = case_lists.list_file(demo, year, entry)
            if file.get("has_sample"):
                case_contents.put_in(demo, documents, [listed.id])


def _documents(demo: Desk) -> list[NewPaper]:
    lines = [row.line for row in outgoing.lines(demo, OutgoingQuery()) if row.line.pdf]
    arrivals = [row.arrival for row in receiving.arrivals(demo, ArrivalQuery()).rows if row.arrival.secrecy is None]
    return [
        *(NewPaper(PaperKind.OUTGOING, line.id) for line in lines),
        *(NewPaper(PaperKind.INCOMING, arrival.id) for arrival in arrivals[:_HELD]),
    ]
