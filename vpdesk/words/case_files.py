"""Sentences and names of case files."""

from __future__ import annotations

from vpdesk.domain.case_closing import NUMBERED_FROM_YEARS, Gap
from vpdesk.domain.case_files import CaseState, PaperKind, Retention
from vpdesk.domain.case_forms import CaseForm
from vpdesk.domain.case_handing import Hindrance
from vpdesk.domain.errors import (
    ArchiveMissing,
    CaseFileInState,
    CaseListApproved,
    CaseNotReady,
    DeskError,
    HandoverOnPaper,
    HeadingInUse,
    NotForArchive,
    NothingListed,
    SymbolTaken,
    TitleMissing,
)
from vpdesk.words.catalogue import N_, _, format_number, ngettext


def case_sentences(error: DeskError) -> tuple[str, str] | None:
    """What happened, and what to do; None for an error that has nothing to do with case files."""
    if (sentences := _ERRORS.get(type(error))) is None:
        return None
    facts = {name: _shown(value) for name, value in vars(error).items()}
    return _(sentences[0]).format(**facts), _(sentences[1]).format(**facts)


def _shown(value: object) -> str:
    match value:
        case CaseState():
            return case_state_name(value)
        case tuple():
            return ", ".join(map(_shown, value)) or "–"
        case Gap():
            return gap_name(value)
        case _:
            return str(value)


def case_state_name(state: CaseState) -> str:
    """Where a case file stands, in a word or two."""
    return _(_STATES[state])


def retention_words(retention: Retention | None) -> str:
    """How long something is kept."""
    if retention is None:
        return _("No term yet")
    if retention.years is None:
        return _("Permanent")
    return ngettext("{count} year", "{count} years", retention.years).format(count=format_number(retention.years))


def gap_name(gap: Gap) -> str:
    """What is missing for closing, in a few words."""
    return _(_GAPS[gap][0])


def gap_remedy(gap: Gap) -> str:
    """What to do about something that is missing for closing: one sentence."""
    return _(_GAPS[gap][1]).format(years=NUMBERED_FROM_YEARS)


def hindrance_words(hindrance: Hindrance) -> str:
    """Why a case file does not go to the archive: one sentence."""
    return _(_HINDRANCES[hindrance]).format(years=NUMBERED_FROM_YEARS)


def paper_kind_name(kind: PaperKind) -> str:
    """What kind of document lies in a case file."""
    return _(_KINDS[kind])


def case_form_name(form: CaseForm) -> str:
    """What a paper of case files is called in the window."""
    return _(_FORMS[form])


_STATES = {
    CaseState.LISTED: N_("Listed"),
    CaseState.OPEN: N_("Opened"),
    CaseState.SET_ASIDE: N_("Set aside"),
    CaseState.CLOSED: N_("Closed"),
    CaseState.HANDED_OVER: N_("In the archive"),
}
_GAPS = {
    Gap.EMPTY: (N_("no documents"), N_("Put its documents in, or take it off the list.")),
    Gap.NO_TERM: (N_("no retention term"), N_("Say how long it is kept.")),
    Gap.DRAFTS: (N_("drafts that were not issued"), N_("Issue them, or take them out.")),
    Gap.OPEN_ARRIVALS: (N_("arrivals still in work"), N_("Finish them, or take them out.")),
    Gap.SHEETS: (
        N_("sheets not numbered"),
        N_("Count the sheets of each document: files kept {years} years or longer are numbered."),
    ),
    Gap.CONTENTS: (N_("no list of contents"), N_("Print the list of contents and say how many sheets it has.")),
    Gap.CLOSING_SHEET: (N_("no closing sheet"), N_("Say in what condition the documents are.")),
}
_HINDRANCES = {
    Hindrance.NOT_CLOSED: N_("It is not closed."),
    Hindrance.HANDED_OVER: N_("The archive has it already."),
    Hindrance.SHORT_TERM: N_("It is kept less than {years} years and stays at the office."),
    Hindrance.NO_ORIGINALS: N_("Only copies lie in it; the archive takes originals."),
}
_KINDS = {
    PaperKind.OUTGOING: N_("Outgoing"),
    PaperKind.INCOMING: N_("Arrival"),
    PaperKind.DRAFT: N_("Draft"),
    PaperKind.OTHER: N_("Other paper"),
}
_FORMS = {
    CaseForm.YEAR_LIST: N_("List of case files"),
    CaseForm.CONTENTS: N_("List of contents, 7 columns"),
    CaseForm.CONTENTS_PARTY: N_("List of contents, 9 columns"),
    CaseForm.CLOSING_SHEET: N_("Closing sheet"),
    CaseForm.COVER: N_("Cover of the file"),
    CaseForm.ARCHIVE_LIST: N_("List of files handed over"),
    CaseForm.MINUTES: N_("Minutes of the handover"),
    CaseForm.HANDOVER_SET: N_("Minutes and list, for both sides"),
}
_ERRORS: dict[type[DeskError], tuple[str, str]] = {
    TitleMissing: (N_("The title or the symbol is missing."), N_("Fill it in.")),
    CaseListApproved: (
        N_("The list of {year} is approved and stays as it is."),
        N_("Open the file beside the list, or withdraw the approval first."),
    ),
    NothingListed: (N_("Nothing is listed for {year}."), N_("List headings and files first, or choose another year.")),
    HeadingInUse: (N_("Case files stand under “{name}”."), N_("Move them to another heading first.")),
    SymbolTaken: (N_("Another heading of the year has the letters {symbol}."), N_("Choose other letters.")),
    CaseFileInState: (
        N_("This cannot be done with case file {symbol} now: {state}."),
        N_("Look at how it stands; a closed file can be opened again until the archive has it."),
    ),
    CaseNotReady: (
        N_("Case file {symbol} cannot be closed yet: {gaps}."),
        N_("Complete what is missing, or set the file aside."),
    ),
    NotForArchive: (
        N_("The archive does not take these files: {symbols}."),
        N_("Leave them out; only closed files kept 5 years or longer go to the archive."),
    ),
    HandoverOnPaper: (
        N_("The handover stands on paper already and cannot be undone."),
        N_("Have the archive give the files back in writing."),
    ),
    ArchiveMissing: (N_("The archive or who hands over is missing."), N_("Fill in both names.")),
}
