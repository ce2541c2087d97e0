"""The papers of case files: set in pages, printed, written to files."""

from __future__ import annotations

from pathlib import Path

from vpdesk.domain.case_forms import CaseAsk, CaseForm
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.desk import Desk


def contents_form(desk: Desk) -> CaseForm:
    """Which list of contents the office uses: CONTENTS with 7 columns, or CONTENTS_PARTY with 9."""
    raise NotImplementedError


def choose_contents_form(desk: Desk, form: CaseForm) -> None:
    """Let the office use a list of contents from now on."""
    raise NotImplementedError


def typeset(desk: Desk, ask: CaseAsk) -> PagedDocument:
    """The pages of a paper of case files. Raises NoSuchRecord, and for a closing sheet CaseNotReady without one."""
    raise NotImplementedError


def printed(desk: Desk, ask: CaseAsk) -> None:
    """Set down that a paper was printed: what was handed over cannot be undone from then on."""
    raise NotImplementedError


def check_ending(ask: CaseAsk, out: Path) -> None:
    """Refuse a file whose ending names no format of this paper: lists are PDF or XLSX, the others PDF.

    Raises UnknownEnding.
    """
    raise NotImplementedError


def export(desk: Desk, ask: CaseAsk, out: Path) -> None:
    """Write a paper of case files to a file, whose ending decides what it becomes.

    Raises UnknownEnding, NoSuchRecord, FileNotWritable, and as `typeset`.
    """
    raise NotImplementedError
