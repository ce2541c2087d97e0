"""Sentences of the files that belong to records."""

from __future__ import annotations

from vpdesk.domain.errors import (
    DeskError,
    FileNotUnderstood,
    FileTooLarge,
    NotStampable,
    PdfBroken,
    PdfLocked,
    UnknownFileKind,
)
from vpdesk.words.catalogue import N_, _


def file_sentences(error: DeskError) -> tuple[str, str] | None:
    """What happened, and what to do; None for an error that has nothing to do with a record's files."""
    if (sentences := _ERRORS.get(type(error))) is None:
        return None
    facts = {name: -(-value // 2**20) if isinstance(value, int) else value for name, value in vars(error).items()}
    return _(sentences[0]).format(**facts), _(sentences[1]).format(**facts)


_ERRORS: dict[type[DeskError], tuple[str, str]] = {
    FileTooLarge: (
        N_("“{name}” has {size} MB; at most {limit} MB are kept."),
        N_("Scan it with a lower resolution or in several parts. The file itself was left as it is."),
    ),
    UnknownFileKind: (
        N_("“{name}” is no PDF, picture or DOCX, whatever its name says."),
        N_("Save or scan it as PDF, JPG, PNG, TIFF or DOCX, then try again."),
    ),
    PdfLocked: (
        N_("“{name}” is locked with a password."),
        N_("Ask the sender for a copy without one, or keep it without reading it."),
    ),
    PdfBroken: (
        N_("“{name}” is broken and cannot be read."),
        N_("Ask for the file again, or keep it without reading it."),
    ),
    NotStampable: (
        N_("“{name}” has no pages of its own on which a stamp could stand."),
        N_("Save it as PDF and add that, or print the stamp as a label."),
    ),
    FileNotUnderstood: (
        N_("Nothing could be read in “{name}”."),
        N_("Open it in its own program to see whether it is whole, or keep it without reading it."),
    ),
}
