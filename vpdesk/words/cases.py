"""What the window says of case files: their rows, documents and facts, what closing asks for, when they are due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from vpdesk.domain.case_closing import Gap, Lack
from vpdesk.domain.case_files import CaseFile, CaseList, CaseState, Retention
from vpdesk.domain.case_views import CaseDetail, CaseRow, DueFile, ListTotals, PutIn, ShownPaper
from vpdesk.words.case_files import gap_name, retention_words
from vpdesk.words.catalogue import N_, _, format_day, format_number, ngettext

_NAMED = 4
"""Case files that are named in a sentence."""


def case_state_tone(state: CaseState) -> str:
    """The tone of a state."""
    return _TONES[state]


def case_title(case_file: CaseFile) -> str:
    """A case file by symbol and title, in one line."""
    return f"{case_file.symbol} · {one_line(case_file.title)}"


def one_line(words: str | None) -> str:
    """Words without their line breaks."""
    return " ".join((words or "").split())


def row_caption(row: CaseRow) -> str:
    """What is said under a case file of a list: who keeps it, and how long it is kept."""
    kept_by = row.keeper_name or _("nobody keeps it yet")
    return " · ".join(filter(None, (kept_by, term_words(row.case_file.retention))))


def paper_summary(shown: ShownPaper) -> str:
    """A document of a case file by its type and what it is about; of a secret one that it is secret."""
    if shown.is_secret:
        return _("secret document – see the secret register")
    return " ".join(filter(None, (shown.type_name, one_line(shown.subject))))


def paper_notes(shown: ShownPaper) -> tuple[str, str]:
    """What stands out of a document of a case file, and its tone."""
    if shown.is_void:
        return _("Void"), "red"
    if shown.is_unissued:
        return _("Draft"), "amber"
    if shown.is_open:
        return _("In work"), "amber"
    return ("", "") if shown.paper.is_original else (_("A copy"), "muted")


def sheets_words(shown: ShownPaper) -> str:
    """Which sheets of the file a document is: 5, or 5–8."""
    first, count = shown.paper.first_sheet, shown.paper.sheets
    if first is None or count is None:
        return ""
    return format_number(first) if count == 1 else f"{format_number(first)}–{format_number(first + count - 1)}"


def papers_words(count: int) -> str:
    """How many documents."""
    return ngettext("{count} document", "{count} documents", count).format(count=format_number(count))


def put_in_words(put: PutIn, files: Sequence[CaseFile]) -> str:
    """What came of putting documents into case files."""
    there = {one.id: one.symbol for one in files}
    said = []
    if put.added:
        symbols = dict.fromkeys(there[one.case_file] for one in put.added)
        papers = papers_words(len({one.record or one.id for one in put.added}))
        said.append(_("{papers} in {symbols}.").format(papers=papers, symbols=", ".join(symbols)))
    if put.already:
        symbols = dict.fromkeys(one.symbol for one in put.already)
        papers = papers_words(len({one.record for one in put.already}))
        said.append(_("In {symbols} already: {papers}.").format(papers=papers, symbols=", ".join(symbols)))
    return " ".join(said)


def case_files_words(count: int) -> str:
    """How many case files."""
    return ngettext("{count} case file", "{count} case files", count).format(count=format_number(count))


def sheet_count_words(count: int) -> str:
    """How many sheets."""
    return ngettext("{count} sheet", "{count} sheets", count).format(count=format_number(count))


def case_facts(detail: CaseDetail) -> Iterator[tuple[str, str]]:
    """Each fact that is known of a case file, by its name."""
    one, row = detail.row.case_file, detail.row
    if row.heading is not None:
        yield _("Heading"), row.heading.name
    yield _("Kept for"), retention_words(one.retention)
    yield _("Kept by"), row.keeper_name or _("nobody yet")
    if not one.is_listed:
        yield _("Yearly list"), _("opened beside it")
    for name, day in ((_("Opened on"), one.opened_on), (_("Closed on"), one.closed_on)):
        if day is not None:
            yield name, format_day(day)
    if row.papers:
        yield _("Documents"), _span(one, row.papers)
    if one.sheets:
        yield _("Number of sheets"), format_number(one.sheets)
    if one.condition:
        yield _("Condition"), one.condition
    if one.notes:
        yield _("Notes"), one_line(one.notes)


def _span(case_file: CaseFile, papers: int) -> str:
    days = [format_day(day) for day in dict.fromkeys((case_file.first_day, case_file.last_day)) if day]
    return " · ".join(filter(None, (format_number(papers), " – ".join(days))))


def due_chip(due_on: date | None, today: date) -> tuple[str, str] | None:
    """By when the archive must have a case file, and the tone of it; None where it need not."""
    if due_on is None:
        return None
    late = (today - due_on).days
    if late > 0:
        return ngettext("{count} day late", "{count} days late", late).format(count=format_number(late)), "red"
    return _("Archive by {day}").format(day=format_day(due_on)), "amber" if late >= -30 else "muted"


def reminder_words(due: Sequence[DueFile]) -> str:
    """What the archive must soon have, or should have by now: one sentence."""
    late = [one for one in due if one.is_late]
    if late:
        words = ngettext(
            "{count} case file should be in the archive by now: {symbols}.",
            "{count} case files should be in the archive by now: {symbols}.",
            len(late),
        )
        return words.format(count=format_number(len(late)), symbols=_symbols(late))
    words = ngettext(
        "The archive must have {count} case file by {day}: {symbols}.",
        "The archive must have {count} case files by {day}: {symbols}.",
        len(due),
    )
    day = format_day(min(one.due_on for one in due))
    return words.format(count=format_number(len(due)), day=day, symbols=_symbols(due))


def _symbols(due: Sequence[DueFile]) -> str:
    """The symbols of case files; of many the first ones."""
    named = [f"{one.row.case_file.symbol}/{one.row.case_file.year}" for one in due]
    return ", ".join(named) if len(named) <= _NAMED else f"{', '.join(named[:_NAMED])}…"


def lack_words(lack: Lack) -> str:
    """What is missing before a case file can be closed, and of how many documents."""
    count = f" ({format_number(len(lack.papers))})" if lack.papers else ""
    return f"{capitalised(gap_name(lack.gap))}{count}"


def there_words(gap: Gap) -> str:
    """What closing asks for, where it is there."""
    return _(_THERE[gap])


def mend_words(gap: Gap) -> str:
    """The way to mend what is missing: an act in two or three words."""
    return _(_WAYS[gap])


def capitalised(words: str) -> str:
    """Words with a large letter at their beginning."""
    return words[:1].upper() + words[1:]


def term_words(retention: Retention | None) -> str:
    """How long something is kept; nothing where nobody has said it."""
    return retention_words(retention) if retention else ""


def approval_words(listed: CaseList) -> str:
    """Who has approved a yearly list, and when."""
    if listed.approved_on is None:
        return ""
    said = _("Approved by {name} on {day}").format(name=listed.approved_by, day=format_day(listed.approved_on))
    return " · ".join(filter(None, (said, listed.notes)))


def totals_words(totals: ListTotals) -> str:
    """How many case files a yearly list has, and for how long they are kept."""
    parts = [case_files_words(totals.all)]
    if totals.permanent:
        parts.append(_("{count} for ever").format(count=format_number(totals.permanent)))
    if totals.with_term:
        parts.append(_("{count} for years").format(count=format_number(totals.with_term)))
    if totals.unsaid:
        parts.append(_("{count} without a term").format(count=format_number(totals.unsaid)))
    return " · ".join(parts)


_TONES = {
    CaseState.LISTED: "muted",
    CaseState.OPEN: "accent",
    CaseState.SET_ASIDE: "amber",
    CaseState.CLOSED: "green",
    CaseState.HANDED_OVER: "muted",
}
_THERE = {
    Gap.EMPTY: N_("Documents lie in it"),
    Gap.NO_TERM: N_("It is said how long it is kept"),
    Gap.DRAFTS: N_("All its drafts were issued"),
    Gap.OPEN_ARRIVALS: N_("Work is done with all its arrivals"),
    Gap.SHEETS: N_("All its sheets are numbered"),
    Gap.CONTENTS: N_("The list of contents is there"),
    Gap.CLOSING_SHEET: N_("The closing sheet is written"),
}
_WAYS = {
    Gap.EMPTY: N_("Put documents in"),
    Gap.NO_TERM: N_("Say the term"),
    Gap.DRAFTS: N_("See them"),
    Gap.OPEN_ARRIVALS: N_("See them"),
    Gap.SHEETS: N_("Count the sheets"),
    Gap.CONTENTS: N_("Say its sheets"),
    Gap.CLOSING_SHEET: N_("Say the condition"),
}
