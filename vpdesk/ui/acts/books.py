"""The acts on the books."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import book_commands
from vpdesk.ui import import_commands as old
from vpdesk.ui.acts.kinds import BOOKS, Act, Where
from vpdesk.words.catalogue import N_

ACTS: Final = (
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
