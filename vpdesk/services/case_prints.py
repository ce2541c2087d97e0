"""The papers of case files: set in pages, printed, written to files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from vpdesk.domain.book import Keeper
from vpdesk.domain.case_closing import ClosingSheet, closing_sheet_of
from vpdesk.domain.case_forms import LISTS, CaseAsk, CaseForm, CasePage, CaseWords
from vpdesk.domain.case_pages import (
    archive_list_page,
    closing_sheet_page,
    contents_page,
    cover_page,
    minutes_page,
    year_list_page,
)
from vpdesk.domain.errors import NoSuchRecord, UnknownEnding
from vpdesk.domain.organisation import Days, Officer
from vpdesk.domain.pack import read_pack
from vpdesk.domain.register import BookRow, year_days
from vpdesk.domain.roles import Permission
from vpdesk.layout.compose_case_files import compose, compose_cover
from vpdesk.layout.engine import Typesetter
from vpdesk.layout.frame import PagedDocument, joined
from vpdesk.layout.norms import read_norms
from vpdesk.paths import resource
from vpdesk.services.case_handovers import KIND as HANDOVER
from vpdesk.services.case_handovers import PRINTED, reader_of_all
from vpdesk.services.case_lists import list_of_year
from vpdesk.services.case_papers import shown
from vpdesk.services.case_parts import KIND, readable, rows_of
from vpdesk.services.desk import Desk
from vpdesk.services.keepers import keeper_on
from vpdesk.services.rules import read_tree
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_OFFICE: Final = "office"
_CHOICE: Final = "case_contents"
"""The office's choice of its list of contents."""
_OF_A_FILE: Final = frozenset({CaseForm.CONTENTS, CaseForm.CONTENTS_PARTY, CaseForm.CLOSING_SHEET, CaseForm.COVER})


class _Sheet(NamedTuple):
    """A paper in its words, with whose it is."""

    page: CasePage
    keeper: Keeper


def load_words(desk: Desk) -> CaseWords:
    """The words and figures of the papers.

    Raises FaultyRules with the key that is wrong, FileNotReadable when the file cannot be read.
    """
    return CaseWords(read_pack(read_tree(resource("case_files.toml")), desk.packs))


# --- which list of contents ---------------------------------------------------------------------------------------


def contents_form(desk: Desk) -> CaseForm:
    """Which list of contents the office uses: CONTENTS_PARTY with 9 columns until it chooses CONTENTS with 7."""
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_CASE_FILES)
        return _chosen_contents(work)


def choose_contents_form(desk: Desk, form: CaseForm) -> None:
    """Let the office use a list of contents from now on."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_ALL_CASE_FILES)
        work.organisation.put_setting(_OFFICE, _CHOICE, form.value)
        work.tell(officer.id, "choose", "setting", None, key=_CHOICE, value=form.value)


def _chosen_contents(work: UnitOfWork) -> CaseForm:
    kept = work.organisation.setting(_OFFICE, _CHOICE)
    return CaseForm.CONTENTS if kept == CaseForm.CONTENTS.value else CaseForm.CONTENTS_PARTY


def proposed_sheet(desk: Desk, case_file: UUID) -> ClosingSheet:
    """The closing sheet as it was set down, or as it would be: the list's sheets as it is laid out, all in order.

    Raises NotPermitted for another's, NoSuchRecord.
    """
    words = load_words(desk)
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.KEEP_CASE_FILES)
        if (kept := closing_sheet_of(readable(work, officer, case_file))) is not None:
            return kept
        sheet = _of_file(desk, work, officer, CaseAsk(_chosen_contents(work), record=case_file), words)
    return ClosingSheet(words.filled("closing_sheet.good"), len(_lay_out(desk, sheet, words).pages))


# --- pages --------------------------------------------------------------------------------------------------------


def typeset(desk: Desk, ask: CaseAsk) -> PagedDocument:
    """The pages of a paper of case files. Raises NotPermitted for what is another's, NoSuchRecord."""
    words = load_words(desk)
    if ask.form is not CaseForm.HANDOVER_SET:
        return _lay_out(desk, _sheet(desk, ask, words), words)
    listed, minutes = (
        _lay_out(desk, _sheet(desk, replace(ask, form=form), words), words)
        for form in (CaseForm.ARCHIVE_LIST, CaseForm.MINUTES)
    )
    return joined(2 * (minutes, listed))


def _lay_out(desk: Desk, sheet: _Sheet, words: CaseWords) -> PagedDocument:
    put_together = compose_cover if sheet.page.form is CaseForm.COVER else compose
    content = put_together(sheet.page, sheet.keeper, words)
    return Typesetter(desk.fonts).lay_out(content, cache(partial(read_norms, words.pack)))


def _sheet(desk: Desk, ask: CaseAsk, words: CaseWords) -> _Sheet:
    """What a paper says now. Raises NotPermitted, NoSuchRecord."""
    with desk.store.reading() as work:
        if ask.form is CaseForm.YEAR_LIST:
            return _of_year(work, require(desk, work, Permission.KEEP_CASE_FILES), ask, words)
        if ask.form in _OF_A_FILE:
            return _of_file(desk, work, require(desk, work, Permission.KEEP_CASE_FILES), ask, words)
        return _of_handover(work, reader_of_all(desk, work), ask, words)


def _of_year(work: UnitOfWork, officer: Officer, ask: CaseAsk, words: CaseWords) -> _Sheet:
    year = ask.year
    if year is None:
        raise NoSuchRecord("case_list", "")
    listed = list_of_year(work, officer, year)
    keeper = _dated(keeper_on(work, officer, year_days(year), ()), listed.listed.approved_on)
    return _Sheet(year_list_page(listed, keeper, words), keeper)


def _of_file(desk: Desk, work: UnitOfWork, officer: Officer, ask: CaseAsk, words: CaseWords) -> _Sheet:
    found = readable(work, officer, _record(ask))
    (row,) = rows_of(work, officer, [found])
    papers = shown(desk, work, officer, work.case_files.papers(found.id))
    today = keeper_on(work, officer, year_days(found.year), ())
    keeper = _dated(today, found.closed_on or today.day)
    match ask.form:
        case CaseForm.CLOSING_SHEET:
            return _Sheet(closing_sheet_page(row, papers, words), keeper)
        case CaseForm.COVER:
            return _Sheet(cover_page(row, papers, words), keeper)
        case _:
            return _Sheet(contents_page(found, papers, ask.form, words), keeper)


def _of_handover(work: UnitOfWork, officer: Officer, ask: CaseAsk, words: CaseWords) -> _Sheet:
    handover = work.case_files.handover(_record(ask))
    files = work.case_files.of_handover(handover.id)
    keeper = _dated(keeper_on(work, officer, Days(None, handover.made_on), ()), handover.made_on)
    if ask.form is CaseForm.MINUTES:
        return _Sheet(minutes_page(handover, files, keeper, words), keeper)
    return _Sheet(archive_list_page(handover, files, words), keeper)


def _record(ask: CaseAsk) -> UUID:
    if ask.record is None:
        raise NoSuchRecord(KIND, "")
    return ask.record


def _dated(keeper: Keeper, day: date | None) -> Keeper:
    return replace(keeper, day=day)


# --- printed, written to files ------------------------------------------------------------------------------------


def printed(desk: Desk, ask: CaseAsk) -> None:
    """Set down that a paper was printed: what was handed over cannot be undone from then on.

    Raises NotPermitted for what is another's, NoSuchRecord.
    """
    _tell(desk, ask, PRINTED)


def check_ending(ask: CaseAsk, out: Path) -> None:
    """Refuse a file whose ending names no format of this paper: lists are PDF or XLSX, the others PDF.

    Raises UnknownEnding.
    """
    _format_of(ask, out)


def export(desk: Desk, ask: CaseAsk, out: Path) -> None:
    """Write a paper of case files to a file, whose ending decides what it becomes.

    Raises UnknownEnding, NotPermitted, NoSuchRecord, FileNotWritable.
    """
    from vpdesk.export.files import replace_with

    write = _format_of(ask, out)
    replace_with(out, lambda stream: write(desk, ask, stream))
    _tell(desk, ask, "export", form=out.suffix)


def _tell(desk: Desk, ask: CaseAsk, act: str, **facts: str) -> None:
    with desk.store.writing() as work:
        if ask.form is CaseForm.YEAR_LIST:
            officer = require(desk, work, Permission.KEEP_CASE_FILES)
            work.tell(officer.id, act, "case_list", None, None, paper=ask.form.value, year=ask.year, **facts)
        elif ask.form in _OF_A_FILE:
            officer = require(desk, work, Permission.KEEP_CASE_FILES)
            found = readable(work, officer, _record(ask))
            work.tell(officer.id, act, KIND, found.id, None, paper=ask.form.value, **facts)
        else:
            officer, handover = reader_of_all(desk, work), work.case_files.handover(_record(ask))
            work.tell(officer.id, act, HANDOVER, handover.id, None, paper=ask.form.value, **facts)


def _format_of(ask: CaseAsk, out: Path) -> Callable[[Desk, CaseAsk, IO[bytes]], None]:
    known = _FORMATS if ask.form in LISTS else {".pdf": _pdf}
    for ending, write in known.items():
        if out.name.lower().endswith(ending):
            return write
    raise UnknownEnding(out, tuple(known))


def _pdf(desk: Desk, ask: CaseAsk, out: IO[bytes]) -> None:
    out.write(desk.press.pdf(typeset(desk, ask)))


def _workbook(desk: Desk, ask: CaseAsk, out: IO[bytes]) -> None:
    from vpdesk.export.sheet import SheetForm, write_workbook

    words = load_words(desk)
    page = _sheet(desk, ask, words).page
    foot = " ".join(page.foot)
    form = SheetForm(words.title(ask.form), words.heads(ask.form), words.widths(ask.form), foot)
    write_workbook(form, (BookRow(row.id, row.cells, row.is_struck) for row in page.rows), out)


_FORMATS: dict[str, Callable[[Desk, CaseAsk, IO[bytes]], None]] = {".pdf": _pdf, ".xlsx": _workbook}
