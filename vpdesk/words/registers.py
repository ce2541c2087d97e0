"""Sentences and names of the registers."""

from __future__ import annotations

from datetime import date

from vpdesk.domain.errors import (
    BookPageChanged,
    BookPageNotPrinted,
    BookTooLong,
    CopyDiffers,
    DateInFuture,
    DateNeedsReason,
    DeskError,
    FileLost,
    LettersNotUsed,
    LineEnded,
    MeetingAfterCongress,
    NoBodyThen,
    NoTermCovers,
    NumbersTaken,
    NumberUnavailable,
    OfficerNotNamed,
    ReasonMissing,
    RowInUse,
    SecretMissing,
    SeriesClosed,
    StillHeld,
    TermInUse,
    TermsOverlap,
    TermUnnamed,
    UnknownOfficer,
    VersionInUse,
)
from vpdesk.domain.outgoing import LineState, LinkKind, Method
from vpdesk.words.catalogue import N_, _, format_day


def register_sentences(error: DeskError) -> tuple[str, str] | None:
    """What happened, and what to do; None for an error that is none of the registers'."""
    if (sentences := _ERRORS.get(type(error))) is None:
        return None
    facts = {name: _shown(value) for name, value in vars(error).items()}
    return _(sentences[0]).format(**facts), _(sentences[1]).format(**facts)


def _shown(value: object) -> str:
    match value:
        case date():
            return format_day(value)
        case LineState():
            return line_state_name(value)
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def line_state_name(state: LineState) -> str:
    """What became of a number, in a word or two."""
    return _(_LINE_STATES[state])


def method_name(method: Method) -> str:
    """How a document goes to its recipient."""
    return _(_METHODS[method])


def link_name(kind: LinkKind, *, passive: bool = False) -> str:
    """What a document does to another; `passive` what is done to it."""
    return _(_LINKED[kind] if passive else _LINKS[kind])


def column_name(name: str) -> str:
    """What a column of the outgoing register is called."""
    return _(_COLUMNS.get(name, name))


_COLUMNS = {
    "document_date": N_("Date"),
    "subject": N_("Subject"),
    "signer": N_("Signer"),
    "recipients": N_("Recipients"),
    "file_copy_holder": N_("File copy"),
    "copies": N_("Copies"),
    "notes": N_("Notes"),
}
_LINE_STATES = {
    LineState.HELD: N_("Held"),
    LineState.ISSUED: N_("Issued"),
    LineState.EXTERNAL: N_("Made elsewhere"),
    LineState.VOID: N_("Void"),
    LineState.WITHHELD: N_("Secret"),
}
_METHODS = {
    Method.BY_HAND: N_("By hand"),
    Method.POST: N_("By post"),
    Method.ELECTRONIC: N_("Electronically"),
    Method.FILE: N_("File copy"),
}
_LINKS = {
    LinkKind.REPLACES: N_("Replaces"),
    LinkKind.AMENDS: N_("Amends"),
    LinkKind.CORRECTS: N_("Corrects"),
    LinkKind.RECALLS: N_("Recalls"),
    LinkKind.ANSWERS: N_("Answers"),
    LinkKind.COPY_OF: N_("Copy of"),
}
_LINKED = {
    LinkKind.REPLACES: N_("Replaced by"),
    LinkKind.AMENDS: N_("Amended by"),
    LinkKind.CORRECTS: N_("Corrected by"),
    LinkKind.RECALLS: N_("Recalled by"),
    LinkKind.ANSWERS: N_("Answered by"),
    LinkKind.COPY_OF: N_("Copied as"),
}
_ERRORS: dict[type[DeskError], tuple[str, str]] = {
    NoTermCovers: (
        N_("No term covers {day}."),
        N_("Open a term in Settings, or choose another date."),
    ),
    NoBodyThen: (
        N_("The body does not exist on {day}."),
        N_("Choose a day on which it exists, or correct the days of its names first."),
    ),
    VersionInUse: (
        N_("Dispatches or signatories belong to “{name}” already, so it cannot be taken back."),
        N_("Correct the record, or end it with a day."),
    ),
    TermUnnamed: (N_("The term has no name."), N_("Give it one, such as its years.")),
    TermsOverlap: (
        N_("These days belong to the term “{name}” already."),
        N_("Choose other days, or correct those of that term first."),
    ),
    MeetingAfterCongress: (
        N_("The congress closed on {day}; a meeting that opened later was not held during it."),
        N_("Leave the day of the meeting out: the term begins on the day after the congress closed."),
    ),
    TermInUse: (
        N_("Rows of numbers have begun in the term “{name}”."),
        N_("Correct the days of the term where no number was taken in them."),
    ),
    NumbersTaken: (
        N_("Numbers of the term were taken for these days: {references}."),
        N_("Choose days that leave them in the term, or make them void and number the documents anew."),
    ),
    SeriesClosed: (
        N_("The row of numbers “{group}” of that day was closed."),
        N_("Date the document in the new term, or have the head decide in writing."),
    ),
    LineEnded: (
        N_("Number {reference} cannot come to that end: {state}."),
        N_("Look at its line in the register."),
    ),
    DateInFuture: (N_("The date {day} is yet to come."), N_("Date the document today or earlier.")),
    DateNeedsReason: (
        N_("This date is before that of {reference}, {day}."),
        N_("Give a reason to go on."),
    ),
    ReasonMissing: (N_("A reason is missing."), N_("Say why; the register prints it.")),
    NumberUnavailable: (
        N_("Number {reference} cannot be given here."),
        N_("Take the next number, or look at the line that has this one."),
    ),
    LettersNotUsed: (
        N_("The office does not use numbers with a letter."),
        N_("Take the next number, or let the office choose to use them."),
    ),
    RowInUse: (
        N_("The row has given {reference} already; it cannot begin with another number."),
        N_("Hold or void the numbers that are to be left out."),
    ),
    StillHeld: (
        N_("These numbers are still held: {references}."),
        N_("Issue them or make them void, then close the row."),
    ),
    OfficerNotNamed: (
        N_("The command does not say which officer gives it."),
        N_("Name one with --as: {names}."),
    ),
    UnknownOfficer: (
        N_("“{name}” does not tell which officer it is."),
        N_("Name one with --as: {names}."),
    ),
    SecretMissing: (
        N_("The PIN or password of {name} is missing."),
        N_("Set the variable {variable}, or run the command in a terminal."),
    ),
    BookTooLong: (
        N_("The book has more than {most} rows."),
        N_("Choose a shorter period, or write it as CSV."),
    ),
    BookPageChanged: (
        N_("Page {page} was changed in the register after it was printed."),
        N_("Print it anew and have it signed, then lock it."),
    ),
    BookPageNotPrinted: (
        N_("Page {page} was not printed, or is locked already."),
        N_("Print the book first, then lock its signed pages."),
    ),
    CopyDiffers: (
        N_("The copy does not say what {reference} says."),
        N_("Begin the copy again from the register, or certify an extract."),
    ),
    FileLost: (
        N_("The file “{name}” is gone from the store’s folder, or was changed there."),
        N_("Bring it back from a backup; the record of it is kept."),
    ),
}
