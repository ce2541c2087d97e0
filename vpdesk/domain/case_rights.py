"""Whose a case file is to read and to keep: its keeper's, the clerk's; heads read every one.

One that nobody keeps yet is there for everybody: whoever puts the first document in becomes its keeper.
"""

from __future__ import annotations

from vpdesk.domain.case_files import CaseFile
from vpdesk.domain.organisation import Officer
from vpdesk.domain.roles import Permission


def reads_all(officer: Officer) -> bool:
    """Whether an officer reads the case files of others."""
    return officer.may(Permission.KEEP_ALL_CASE_FILES) or officer.may(Permission.DIRECT)


def may_read(officer: Officer, case_file: CaseFile) -> bool:
    """Whether an officer may read a case file."""
    return reads_all(officer) or _is_his(officer, case_file)


def may_keep(officer: Officer, case_file: CaseFile) -> bool:
    """Whether an officer may change a case file, fill it and close it."""
    return officer.may(Permission.KEEP_ALL_CASE_FILES) or _is_his(officer, case_file)


def _is_his(officer: Officer, case_file: CaseFile) -> bool:
    return officer.may(Permission.KEEP_CASE_FILES) and case_file.keeper in (None, officer.id)
