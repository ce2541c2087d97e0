"""What may be done with a line of the outgoing register, by what it is."""

from __future__ import annotations

from typing import Final

from vpdesk.domain.issuing import LineDetail
from vpdesk.domain.organisation import Officer
from vpdesk.domain.outgoing import LineState
from vpdesk.domain.roles import Permission
from vpdesk.ui.acts.kinds import Where

IN_CASE_FILES: Final = frozenset({LineState.ISSUED, LineState.EXTERNAL, LineState.VOID})
"""Lines whose documents lie in case files: a number that is held has none yet, one of a secret document none here."""


def served_lines(detail: LineDetail | None, officer: Officer | None) -> frozenset[Where]:
    """The kinds of acts that an officer can do with a line in hand; the services ask again."""
    if detail is None or officer is None:
        return frozenset()
    line, issues, drafts = detail.line, officer.may(Permission.ISSUE), officer.may(Permission.DRAFT)
    has_paper = line.state in (LineState.ISSUED, LineState.EXTERNAL)
    held = {
        Where.LINE: True,
        Where.ISSUED_PAPER: line.pdf is not None,
        Where.VOIDABLE: issues and (has_paper or line.state is LineState.HELD),
        Where.HELD_LINE: issues and line.state is LineState.HELD,
        Where.DELIVERABLE: issues and has_paper,
        Where.FOLLOWABLE: drafts and has_paper,
        Where.COPIABLE: drafts and has_paper and line.dispatch is not None,
    }
    return frozenset(where for where, may in held.items() if may)
