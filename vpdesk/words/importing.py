"""Sentences and names of the import of old books."""

from __future__ import annotations

from vpdesk.domain.errors import (
    ColumnsMissing,
    DeskError,
    ImportBuiltOn,
    ImportStale,
    ImportTooOld,
    ImportUndone,
    NoRegisterFound,
    SheetBroken,
    SheetLocked,
    SheetTooOld,
)
from vpdesk.domain.import_fields import BookField, Columns
from vpdesk.domain.import_files import FileVerdict
from vpdesk.domain.importing import Counts, Faulty, Gap, Judged, Reason, Verdict
from vpdesk.domain.register import BookKind
from vpdesk.words.catalogue import N_, _, ngettext


def import_sentences(error: DeskError) -> tuple[str, str] | None:
    """What happened, and what to do; None for an error that is none of the import's."""
    if (sentences := _ERRORS.get(type(error))) is None:
        return None
    facts = {name: str(value) for name, value in vars(error).items()}
    if isinstance(error, ColumnsMissing):
        facts["fields"] = ", ".join(field_name(BookField(one)) for one in error.fields)
    return _(sentences[0]).format(**facts), _(sentences[1]).format(**facts)


def book_name(book: BookKind) -> str:
    """The name of a register."""
    return _(_BOOKS[book])


def field_name(field: BookField) -> str:
    """What a column of a register is called."""
    return _(_FIELDS[field])


def tried_words(*, applied: bool) -> str:
    """What was done: one sentence."""
    return _("The lines were taken in.") if applied else _("Nothing was changed; this was a trial.")


def column_heads(columns: Columns) -> tuple[str, ...]:
    """What the columns of a file are called in a sheet of corrections."""
    return tuple(field_name(column) if column else "" for column in columns)


def sheet_words() -> tuple[str, str, str]:
    """The title of a sheet of corrections, and the heads of the columns that say which line it is and what is wrong."""
    return _("To be corrected"), _("Line"), _("Reason")


def verdict_name(verdict: Verdict) -> str:
    """What a line of the file is to the register."""
    return _(_VERDICTS[verdict])


def file_verdict_name(verdict: FileVerdict) -> str:
    """What a file of a folder is to the registers."""
    return _(_FILES[verdict])


def fault_words(fault: Faulty) -> str:
    """Why a line could not be taken in: one sentence, with the words at fault."""
    return _(_REASONS[fault.reason]).format(words=fault.words)


def judged_words(judged: Judged) -> str:
    """What is to be looked at in a line: one sentence."""
    if judged.fault is not None:
        return fault_words(judged.fault)
    if judged.verdict is Verdict.DUPLICATE:
        return _("The file has this number twice; the first line counts.")
    return "; ".join(
        _("{column}: “{before}” → “{after}”").format(
            column=field_name(BookField(change.column)), before=change.before or "", after=change.after or ""
        )
        for change in judged.changes
    )


def gap_words(gap: Gap) -> str:
    """A run of numbers that nobody has."""
    numbers = str(gap.first) if gap.first == gap.last else f"{gap.first}–{gap.last}"
    return _("{row}: {numbers} missing").format(row=gap.row, numbers=numbers)


def counts_lines(counts: Counts) -> tuple[str, ...]:
    """What an import does, count by count; what there is none of is left out, but for the new lines."""
    said = [
        ngettext("{count} new line", "{count} new lines", counts.new),
        ngettext("{count} line the same", "{count} lines the same", counts.same) if counts.same else "",
        ngettext("{count} line changed", "{count} lines changed", counts.changed) if counts.changed else "",
        ngettext(
            "{count} line differs from what was issued; the register keeps its own",
            "{count} lines differ from what was issued; the register keeps its own",
            counts.differs,
        )
        if counts.differs
        else "",
        ngettext("{count} number twice in the file", "{count} numbers twice in the file", counts.duplicate)
        if counts.duplicate
        else "",
        ngettext("{count} number missing", "{count} numbers missing", counts.gaps) if counts.gaps else "",
        ngettext("{count} line could not be read", "{count} lines could not be read", counts.unreadable)
        if counts.unreadable
        else "",
    ]
    numbers = (
        counts.new,
        counts.same,
        counts.changed,
        counts.differs,
        counts.duplicate,
        counts.gaps,
        counts.unreadable,
    )
    return tuple(line.format(count=count) for line, count in zip(said, numbers, strict=True) if line)


_BOOKS = {BookKind.OUTGOING: N_("Outgoing register"), BookKind.INCOMING: N_("Book of arrivals")}
_FIELDS = {
    BookField.ARRIVED_ON: N_("Arrived on"),
    BookField.ARRIVAL_NUMBER: N_("Arrival number"),
    BookField.SENDER: N_("Sender"),
    BookField.REFERENCE: N_("Number and symbol"),
    BookField.NUMBER: N_("Number"),
    BookField.SYMBOL: N_("Symbol"),
    BookField.DOCUMENT_DATE: N_("Date of the document"),
    BookField.DOCUMENT_TYPE: N_("Type of document"),
    BookField.SUBJECT: N_("Subject"),
    BookField.SIGNER: N_("Signed by"),
    BookField.RECIPIENTS: N_("Recipients"),
    BookField.FILE_COPY_HOLDER: N_("Holder of the file copy"),
    BookField.COPIES: N_("Copies"),
    BookField.PAGES: N_("Pages"),
    BookField.RECEIVER: N_("Unit or person"),
    BookField.HANDED_ON: N_("Handed on"),
    BookField.RECEIVED_BY: N_("Signed for by"),
    BookField.DUE_ON: N_("Due on"),
    BookField.ANSWER: N_("Answered by"),
    BookField.URGENCY: N_("Urgency"),
    BookField.SECRECY: N_("Secrecy"),
    BookField.NOTES: N_("Notes"),
}
_VERDICTS = {
    Verdict.NEW: N_("New"),
    Verdict.SAME: N_("The same"),
    Verdict.CHANGED: N_("Changed"),
    Verdict.DIFFERS: N_("Differs"),
    Verdict.DUPLICATE: N_("Twice"),
    Verdict.UNREADABLE: N_("Not read"),
}
_FILES = {
    FileVerdict.MATCHED: N_("belongs to"),
    FileVerdict.ATTACHED: N_("stands by"),
    FileVerdict.AMBIGUOUS: N_("may belong to several:"),
    FileVerdict.UNMATCHED: N_("belongs to no line"),
    FileVerdict.UNREADABLE: N_("cannot be kept"),
}
_REASONS = {
    Reason.FAULTY_CELL: N_("A formula has no answer: {words}."),
    Reason.NO_NUMBER: N_("The number is missing."),
    Reason.NUMBER_NOT_READ: N_("“{words}” is no number."),
    Reason.NO_DATE: N_("The date is missing."),
    Reason.DATE_NOT_READ: N_("“{words}” is no date."),
    Reason.DATE_IN_FUTURE: N_("The date {words} is yet to come."),
    Reason.NO_SENDER: N_("The sender is missing."),
    Reason.NO_TYPE: N_("The type of document is not clear: “{words}”."),
    Reason.NO_BODY: N_("No body of the office had the symbol “{words}” on that day."),
    Reason.NO_TERM: N_("No term covers {words}."),
    Reason.ROW_CLOSED: N_("The row of numbers “{words}” of that day was closed."),
    Reason.NUMBER_TAKEN: N_("The register has the number {words}: held, void or secret."),
    Reason.SECRET: N_("A secret paper is not taken in from a file."),
}
_ERRORS: dict[type[DeskError], tuple[str, str]] = {
    SheetBroken: (
        N_("The file “{name}” cannot be read as a sheet."),
        N_("Open it in the program it was made with and save it as XLSX or CSV."),
    ),
    SheetLocked: (N_("The file “{name}” opens by a password only."), N_("Save a copy of it without a password.")),
    SheetTooOld: (N_("The file “{name}” has a form of before 2007."), N_("Save it as XLSX, then choose that file.")),
    NoRegisterFound: (N_("There are no lines in “{name}”."), N_("Choose the file that holds the register.")),
    ColumnsMissing: (
        N_("No column is chosen for: {fields}."),
        N_("Choose the column of the file that holds it."),
    ),
    ImportStale: (
        N_("The file or the register has changed since the import was tried."),
        N_("Try it again, then look at the counts."),
    ),
    ImportUndone: (N_("This import was taken back already."), N_("There is nothing more to do.")),
    ImportTooOld: (
        N_("An import can be taken back for {days} days only."),
        N_("Correct its lines in the register."),
    ),
    ImportBuiltOn: (
        N_("The import cannot be taken back: something later stands on it ({reference})."),
        N_("Correct the lines in the register, or take that back first."),
    ),
}
