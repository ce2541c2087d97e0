"""The acts on the books."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import book_commands
from vpdesk.ui import import_commands as old
from vpdesk.ui import report_commands as reports
from vpdesk.ui.acts.kinds import BOOKS, Act, Where
from vpdesk.words.catalogue import N_

ACTS: Final = (
    Act("to_books", N_("To the books"), ("Ctrl+1",), reports.to_books, BOOKS, "book-open", Where.BOOKS_PLACE),
    Act("to_reports", N_("To the reports"), ("Ctrl+2",), reports.to_reports, BOOKS, "file-text", Where.BOOKS_PLACE),
    Act("print_report", N_("Print the report"), ("Ctrl+P",), reports.print_report, BOOKS, "printer", Where.REPORT),
    Act("export_report", N_("Export the report"), ("Ctrl+E",), reports.export_report, BOOKS, "file-down", Where.REPORT),
    Act(
        "draft_report",
        N_("Draft a report from this"),
        ("Ctrl+D",),
        reports.draft_report,
        BOOKS,
        "file-pen-line",
        Where.REPORT,
    ),
    Act("earlier_period", N_("Period before"), ("Ctrl+Up",), reports.earlier_period, BOOKS, "", Where.PERIOD),
    Act("later_period", N_("Period behind"), ("Ctrl+Down",), reports.later_period, BOOKS, "", Where.PERIOD),
    Act("print_book", N_("Print the book"), ("Ctrl+P",), book_commands.print_book, BOOKS, "printer", Where.KEPT_BOOK),
    Act("export_book", N_("Export the book"), ("Ctrl+E",), book_commands.export_book, BOOKS, "file-down", Where.BOOK),
    Act("lock_pages", N_("Lock signed pages"), ("Ctrl+G",), book_commands.lock_pages, BOOKS, "lock", Where.LOCKABLE),
    Act("choose_old_book", N_("Choose a file"), ("Ins",), old.choose_old_book, BOOKS, "folder-open", Where.OLD_BOOKS),
    Act("take_book_in", N_("Take in"), ("Ctrl+Return",), old.take_book_in, BOOKS, "check", Where.TRIED_BOOK),
    Act(
        "write_corrections",
        N_("Sheet of corrections"),
        ("Ctrl+E",),
        old.write_corrections,
        BOOKS,
        "file-down",
        Where.UNREAD_LINES,
    ),
    Act(
        "undo_import", N_("Undo the last import"), ("Ctrl+Z",), old.undo_import, BOOKS, "undo-2", Where.UNDOABLE_IMPORT
    ),
    Act("stop_import", N_("Stop"), (), old.stop_import, BOOKS, "x", Where.RUNNING_IMPORT),
)
