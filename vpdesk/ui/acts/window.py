"""The places of the window, and the acts on itself."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import commands
from vpdesk.ui.acts.kinds import WINDOW, Act, Where
from vpdesk.words.catalogue import N_

ACTS: Final = (
    Act("desk", N_("Desk"), ("Alt+1",), commands.show_desk, WINDOW, "layout-dashboard", Where.OFFICE),
    Act("drafts", N_("Drafts"), ("Alt+2",), commands.show_drafts, WINDOW, "file-pen-line", Where.OFFICE),
    Act("signing", N_("For signature"), ("Alt+3",), commands.show_signing, WINDOW, "signature", Where.OFFICE),
    Act("file", N_("Open file"), (), commands.show_file, WINDOW, "file-text", Where.ANYWHERE),
    Act("outgoing", N_("Outgoing"), ("Alt+4",), commands.show_outgoing, WINDOW, "send", Where.REGISTERS),
    Act("arrivals", N_("Arrivals"), ("Alt+5",), commands.show_arrivals, WINDOW, "inbox", Where.REGISTERS),
    Act("case_files", N_("Case files"), ("Alt+6",), commands.show_case_files, WINDOW, "folder", Where.CASES),
    Act("search", N_("Find anything"), ("Alt+7", "Ctrl+K"), commands.show_search, WINDOW, "search", Where.REGISTERS),
    Act("books", N_("Books and reports"), ("Alt+8",), commands.show_books, WINDOW, "book-open", Where.REGISTERS),
    Act(
        "signatories", N_("Signatories"), ("Alt+0",), commands.show_signatories, WINDOW, "signature", Where.SIGNATORIES
    ),
    Act("officers", N_("Officers"), ("Alt+9",), commands.show_officers, WINDOW, "users", Where.MANAGED),
    Act("lock", N_("Lock, change officer"), ("Ctrl+L",), commands.lock, WINDOW, "lock", Where.ANYWHERE),
    Act("fold_rail", N_("Fold the rail"), ("Ctrl+\\",), commands.fold_rail, WINDOW, "panel-left", Where.ANYWHERE),
    Act("back", N_("Back"), ("Alt+Left",), commands.back, WINDOW, "arrow-left", Where.ANYWHERE),
    Act("next_draft", N_("Next open draft"), ("Ctrl+Tab",), commands.next_draft, WINDOW, "", Where.DRAFT),
    Act("next_pane", N_("Next pane"), ("F6",), commands.next_pane, WINDOW, "", Where.ANYWHERE),
    Act("previous_pane", N_("Previous pane"), ("Shift+F6",), commands.previous_pane, WINDOW, "", Where.ANYWHERE),
    Act("menu", N_("Settings"), ("F10",), lambda _window: None, WINDOW, "settings", Where.ANYWHERE),
    Act("keys", N_("Keys"), ("F1", "Shift+F1"), commands.show_keys, WINDOW, "keyboard", Where.ANYWHERE),
    Act("put_away", N_("Put messages away"), ("Esc",), commands.put_away, WINDOW, "", Where.ANYWHERE),
    Act("close_draft", N_("Close the draft"), ("Ctrl+W",), commands.close_draft, WINDOW, "x", Where.DRAFT),
    Act("close", N_("Close the window"), ("Ctrl+Q",), commands.close, WINDOW, "", Where.ANYWHERE),
)
