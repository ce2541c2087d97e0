"""The papers of case files in their words, row by row: what stands on each, before it is set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from vpdesk.domain.book import Keeper
from vpdesk.domain.case_files import CaseFile, CaseHandover
from vpdesk.domain.case_forms import CaseForm, CasePage, CaseWords, PaperRow
from vpdesk.domain.case_numbers import sheets_of, span, written_sheets
from vpdesk.domain.case_views import CaseRow, ShownPaper, YearList
from vpdesk.domain.dates import short_date
from vpdesk.domain.numerals import in_words, roman
from vpdesk.domain.register import Cell


def year_list_page(listed: YearList, keeper: Keeper, words: CaseWords) -> CasePage:
    """Danh mục hồ sơ: the listed files of a year under their headings, and their totals at the foot."""
    totals, approved = listed.totals, listed.listed
    counts = {"all": totals.all, "permanent": totals.permanent, "with_term": totals.with_term, "unsaid": totals.unsaid}
    written = {name: f"{count:02d}" for name, count in counts.items()}
    foot = words.filled("year_list.totals_unsaid" if totals.unsaid else "year_list.totals", **written)
    return CasePage(
        CaseForm.YEAR_LIST,
        (
            words.filled("form.year", year=str(approved.year)),
            *((words.filled("year_list.issued_with", paper=approved.notes),) if approved.notes else ()),
        ),
        rows=tuple(_listed_rows(listed, words)),
        foot=(foot,),
        signatures=((keeper.head_position or words.filled("form.head"), approved.approved_by or keeper.head),),
    )


def _listed_rows(listed: YearList, words: CaseWords) -> Iterator[PaperRow]:
    number = 0
    for section in listed.sections:
        rows = [row for row in section.rows if row.case_file.is_listed]
        if section.heading is not None:
            number += 1
            title = words.filled("year_list.heading", number=roman(number), name=section.heading.name.upper())
            yield PaperRow(section.heading.id, (None, title, None, None, None), is_heading=True)
        yield from (_listed_row(row, words) for row in rows)


def _listed_row(row: CaseRow, words: CaseWords) -> PaperRow:
    file = row.case_file
    return PaperRow(file.id, (file.symbol, file.title, words.term(file.retention), row.keeper_name, file.notes))


def contents_page(case_file: CaseFile, papers: Sequence[ShownPaper], form: CaseForm, words: CaseWords) -> CasePage:
    """Mục lục văn bản trong hồ sơ, in the columns of the State or in those of the Party."""
    return CasePage(
        form,
        (words.filled("contents.of_file", symbol=case_file.symbol, title=case_file.title),),
        rows=tuple(_contents_row(number, one, form, words) for number, one in enumerate(papers, 1)),
        foot=(words.filled("contents.total", count=f"{len(papers):02d}", words=in_words(len(papers))),),
    )


def _contents_row(number: int, shown: ShownPaper, form: CaseForm, words: CaseWords) -> PaperRow:
    subject = " ".join(f"{shown.type_name} {shown.subject or ''}".split())
    if shown.is_secret:
        subject = words.filled("contents.secret")
    elif shown.is_unissued:
        subject = words.filled("contents.draft", subject=subject)
    named: tuple[Cell, ...] = (number, shown.reference, shown.day, subject, shown.author)
    marks = ("x", None) if shown.paper.is_original else (None, "x")
    copy = () if shown.paper.is_original or form is CaseForm.CONTENTS_PARTY else (words.filled("contents.is_copy"),)
    void = (words.filled("contents.void"),) if shown.is_void else ()
    notes = "; ".join(filter(None, (shown.paper.notes, *copy, *void)))
    cells = (*named, *(marks if form is CaseForm.CONTENTS_PARTY else ()), written_sheets(shown.paper), notes)
    return PaperRow(shown.paper.id, cells, is_struck=shown.is_void)


def closing_sheet_page(row: CaseRow, papers: Sequence[ShownPaper], words: CaseWords) -> CasePage:
    """Chứng từ kết thúc: how many sheets, numbered how, in what condition. What is not said is written by hand."""
    file = row.case_file
    sheets = file.sheets if file.sheets is not None else sheets_of(one.paper for one in papers)
    counted = {"count": f"{sheets:02d}", "words": in_words(sheets)} if sheets else {"count": None, "words": None}
    return CasePage(
        CaseForm.CLOSING_SHEET,
        (words.filled("contents.of_file", symbol=file.symbol, title=file.title),),
        opening=(
            words.filled("closing_sheet.papers", count=f"{len(papers):02d}", words=in_words(len(papers))),
            words.filled("closing_sheet.sheets", **counted),
            words.filled("closing_sheet.numbered", last=counted["count"]),
            words.filled("closing_sheet.doubled", sheets=file.doubled_sheets or words.filled("closing_sheet.none")),
            words.filled("closing_sheet.contents", count=f"{file.list_sheets:02d}" if file.list_sheets else None),
            words.filled("closing_sheet.condition", condition=file.condition),
        ),
        signatures=((words.filled("closing_sheet.maker"), row.keeper_name),),
    )


def cover_page(row: CaseRow, papers: Sequence[ShownPaper], words: CaseWords) -> CasePage:
    """Bìa hồ sơ: whose file it is, what it is about, its days, its sheets and its term."""
    file = row.case_file
    first, last = (file.first_day, file.last_day) if file.first_day else span(one.day for one in papers)
    sheets = file.sheets if file.sheets is not None else sheets_of(one.paper for one in papers)
    return CasePage(
        CaseForm.COVER,
        (file.title,),
        opening=(
            words.filled("cover.symbol", symbol=file.symbol),
            words.filled("cover.days", first=_day(first), last=_day(last)),
            words.filled("cover.sheets", count=f"{sheets:02d}" if sheets else None),
            words.filled("cover.retention", retention=words.term(file.retention)),
            words.filled("cover.keeper", name=row.keeper_name),
        ),
    )


def archive_list_page(handover: CaseHandover, files: Sequence[CaseFile], words: CaseWords) -> CasePage:
    """Mục lục hồ sơ, tài liệu nộp lưu: the files that were handed over, their total in words."""
    return CasePage(
        CaseForm.ARCHIVE_LIST,
        (words.filled("form.year", year=_years(files)),),
        rows=tuple(_archive_row(number, one, words) for number, one in enumerate(files, 1)),
        foot=(words.filled("archive_list.total", count=f"{len(files):02d}", words=in_words(len(files))),),
        signatures=((words.filled("archive_list.maker"), handover.given_by),),
    )


def _archive_row(number: int, file: CaseFile, words: CaseWords) -> PaperRow:
    days = [short_date(day) for day in dict.fromkeys((file.first_day, file.last_day)) if day]
    term = words.term(file.retention)
    return PaperRow(file.id, (number, file.symbol, file.title, " - ".join(days), term, file.sheets, file.notes))


def minutes_page(handover: CaseHandover, files: Sequence[CaseFile], keeper: Keeper, words: CaseWords) -> CasePage:
    """Biên bản giao nhận hồ sơ, tài liệu: who gave, who received, how much, in what condition."""
    body, sheets = keeper.in_text or " ".join(keeper.body.split()), sum(one.sheets or 0 for one in files)
    first, _ = span(one.first_day for one in files)
    _, last = span(one.last_day for one in files)
    condition = "; ".join(dict.fromkeys(one.condition for one in files if one.condition))
    opening = (
        words.filled("minutes.basis", years=_years(files), body=body),
        words.filled("minutes.we"),
        words.filled("minutes.giver", body=body),
        words.filled("minutes.person", name=handover.given_by),
        words.filled("minutes.receiver", archive=handover.archive),
        words.filled("minutes.person", name=handover.received_by),
        words.filled("minutes.agreed"),
        words.filled("minutes.material", body=body, years=_years(files)),
        words.filled("minutes.days", first=_day(first), last=_day(last)),
        words.filled("minutes.files", count=f"{len(files):02d}", words=in_words(len(files))),
        words.filled("minutes.sheets", count=f"{sheets:02d}", words=in_words(sheets)),
        words.filled("minutes.electronic"),
        words.filled("minutes.condition", condition=condition),
        words.filled("minutes.list"),
        *((words.filled("minutes.notes", notes=handover.notes),) if handover.notes else ()),
        words.filled("minutes.copies"),
    )
    signatures = (
        (words.filled("minutes.giving_side"), handover.given_by),
        (words.filled("minutes.receiving_side"), handover.received_by),
    )
    return CasePage(CaseForm.MINUTES, (), opening, signatures=signatures)


def _years(files: Sequence[CaseFile]) -> str:
    """The years of files: 2024, or 2023 - 2024."""
    years = sorted({one.year for one in files})
    return " - ".join(map(str, dict.fromkeys((years[0], years[-1])))) if years else ""


def _day(day: date | None) -> str | None:
    return short_date(day) if day else None
