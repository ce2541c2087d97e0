"""Every act of the window as data: its words, icon and keys, and the command that does it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from vpdesk.ui import book_commands, commands, register_commands
from vpdesk.ui import import_commands as old
from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.key_card import Row
from vpdesk.ui.widgets.labels import key_name
from vpdesk.words.catalogue import N_, _

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow


class Hint(NamedTuple):
    """Keys worth knowing now, with a word for what they do."""

    keys: tuple[str, ...]
    word: str
    where: Where


class Where(Enum):
    """What an act needs before it can be done."""

    ANYWHERE = auto()
    PAGES = auto()
    """Pages that can be turned and enlarged: of a dispatch, or of a scan."""
    PAGE_LIST = auto()
    """Pages with a list of them beside."""
    PAPER = auto()
    """The pages of one dispatch, to be printed and exported as they are."""
    FINDINGS = auto()
    """Something worth a look in them."""
    FILE = auto()
    """The page of a dispatch file."""
    OFFICE = auto()
    """An office that drafts can be written for."""
    DRAFT = auto()
    """A draft in hand."""
    SUBMITTABLE = auto()
    """A draft that may be submitted."""
    REMARKED = auto()
    """A draft with remarks on it."""
    TAKABLE_BACK = auto()
    """A dispatch whose last step was the officer's, and may be taken back."""
    WITHDRAWABLE = auto()
    """A dispatch that may be given up."""
    AMENDABLE = auto()
    """A dispatch that was signed off and may be changed all the same."""
    CONFLICT = auto()
    """Two texts of one draft, of which one has to be chosen."""
    QUEUE = auto()
    """What was submitted, in a list."""
    PILE = auto()
    """What waits, for whoever may print it with its slips."""
    SIGNABLE = auto()
    """A dispatch that waits for the officer's signature."""
    SIGNABLE_PILE = auto()
    """Several of them, all of which he was shown."""
    CHECKABLE = auto()
    """A dispatch whose form waits to be checked."""
    RECORDABLE = auto()
    """A dispatch that somebody of another office signs on paper."""
    RETURNABLE = auto()
    """A dispatch that may be remarked and sent back."""
    COMPARABLE = auto()
    """A dispatch that the officer has read in an earlier version."""
    UNDOABLE = auto()
    """A signature that may be taken back."""
    ROWS = auto()
    """A list of drafts."""
    CHOSEN = auto()
    """A draft chosen in a list."""
    DELETED = auto()
    """A deleted draft: chosen in the bin, or one that was deleted a while ago from the list in sight."""
    MANAGED = auto()
    """An office whose officers who is signed in may manage."""
    OWN_TEMPLATE = auto()
    """A template of the officer's own in hand; the shipped ones stay as they are."""
    SIGNATORIES = auto()
    """An officer who may say who signs for the bodies."""
    SIGNING_RIGHTS = auto()
    """The page of those who sign."""
    SIGNATORY = auto()
    """A signatory in hand on it."""
    STAND_IN = auto()
    """Days of standing in in hand on it."""
    REGISTERS = auto()
    """An officer who may read the registers."""
    ARRIVING = auto()
    """An officer who enters arrivals."""
    ENTRY = auto()
    """The form of an arrival."""
    TWIN = auto()
    """An entry whose paper is in the register already."""
    REPEATABLE = auto()
    """An entry behind another, whose values may be repeated."""
    PROPOSED = auto()
    """Values that were read from a scan."""
    SCAN = auto()
    """A scan in hand that waits for its entry."""
    SCANS = auto()
    """Several of them."""
    ARRIVAL = auto()
    """An arrival in hand."""
    ARRIVAL_PAGE = auto()
    """The page of an arrival, for whoever may work on it."""
    STAMPABLE = auto()
    """A page of an arrival that may be stamped on a copy."""
    AMENDING = auto()
    """The form of a line that is being corrected."""
    LIVING_ARRIVAL = auto()
    """An arrival in hand that may be corrected."""
    LIVING_ARRIVALS = auto()
    """Arrivals that may be handed on."""
    LINES = auto()
    """The outgoing register."""
    NUMBERING = auto()
    """The outgoing register, for an officer who takes numbers."""
    NUMBERABLE = auto()
    """Dispatches chosen there that wait for their numbers."""
    LINE = auto()
    """A line of the register in hand."""
    IN_LINES = auto()
    """A line in sight in large, with others before and behind it."""
    ISSUED_PAPER = auto()
    """A line whose issued paper is stored."""
    VOIDABLE = auto()
    """A line whose number may be made void."""
    HELD_LINE = auto()
    """A number that is held."""
    DELIVERABLE = auto()
    """A line whose papers go to recipients."""
    FOLLOWABLE = auto()
    """A document that another may replace, amend, correct or recall."""
    COPIABLE = auto()
    """A document whose text is there to be copied."""
    ROWS_OF_NUMBERS = auto()
    """The rows of numbers, for an officer who keeps the books."""
    ROW_OF_NUMBERS = auto()
    """A row of numbers in hand."""
    OPEN_ROW = auto()
    """One that is open."""
    BOOK = auto()
    """A book of the registers that was asked for."""
    KEPT_BOOK = auto()
    """Its pages in sight, for an officer who keeps the books."""
    LOCKABLE = auto()
    """A book of which pages were printed and not locked yet."""
    OLD_BOOKS = auto()
    """The page on which old books are taken in, while nothing runs there."""
    TRIED_BOOK = auto()
    """An old book whose import was tried and would change something."""
    UNREAD_LINES = auto()
    """The same, with lines that could not be read."""
    UNDOABLE_IMPORT = auto()
    """An import that may be taken back."""
    RUNNING_IMPORT = auto()
    """An import, or the taking back of one, that runs."""


class Act(NamedTuple):
    """Something a person can do in the window.

    `words` name it in English, to be translated when shown.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    command: Callable[[MainWindow], None]
    group: str
    icon: str = ""
    where: Where = Where.PAGES
    checkable: bool = False


FILE, PAGE, WINDOW, PEOPLE = N_("Dispatch"), N_("Page"), N_("Window"), N_("Signatories")
ARRIVALS = N_("Arrivals")
_ENTRY, _LIVING_ARRIVAL = Where.ENTRY, Where.LIVING_ARRIVAL
OUTGOING = N_("Outgoing")
_FOLLOWABLE, _ROWS_OF_NUMBERS = Where.FOLLOWABLE, Where.ROWS_OF_NUMBERS
BOOKS = N_("Books")
_UNDOABLE_IMPORT = Where.UNDOABLE_IMPORT
_ANYWHERE, _DRAFT, _OWN_TEMPLATE = Where.ANYWHERE, Where.DRAFT, Where.OWN_TEMPLATE
_SIGNABLE_PILE, _PAGE_LIST = Where.SIGNABLE_PILE, Where.PAGE_LIST

ACTS: Final = (
    Act("new", N_("New dispatch"), ("Ctrl+N",), commands.begin_draft, FILE, "file-plus", Where.OFFICE),
    Act("open", N_("Open"), ("Ctrl+O",), commands.choose_file, FILE, "folder-open", _ANYWHERE),
    Act(
        "draft_from_file", N_("Write on"), ("Ctrl+Return",), commands.draft_from_file, FILE, "file-pen-line", Where.FILE
    ),
    Act("submit", N_("Submit"), ("Ctrl+Return",), commands.submit, FILE, "signature", Where.SUBMITTABLE),
    Act("take_back", N_("Take back"), ("Ctrl+Return",), commands.take_back, FILE, "undo-2", Where.TAKABLE_BACK),
    Act("sign", N_("Sign off"), ("Ctrl+Return",), commands.sign, FILE, "signature", Where.SIGNABLE),
    Act(
        "sign_pile", N_("Sign off all chosen"), ("Ctrl+Return",), commands.sign_pile, FILE, "signature", _SIGNABLE_PILE
    ),
    Act("check_form", N_("Form right, pass on"), ("Ctrl+Return",), commands.check_form, FILE, "check", Where.CHECKABLE),
    Act(
        "record_signature",
        N_("Record a signature on paper"),
        ("Ctrl+Return",),
        commands.record_signature,
        FILE,
        "signature",
        Where.RECORDABLE,
    ),
    Act("send_back", N_("Send back with remarks"), ("Ctrl+T",), commands.send_back, FILE, "undo-2", Where.RETURNABLE),
    Act("remark", N_("Add a remark"), ("Ctrl+M",), commands.begin_remark, FILE, "", Where.RETURNABLE),
    Act("undo_signature", N_("Undo the sign-off"), ("Ctrl+Z",), commands.undo_signature, FILE, "", Where.UNDOABLE),
    Act("print_pile", N_("Print with slips"), ("Ctrl+P",), commands.print_pile, FILE, "printer", Where.PILE),
    Act("export_pile", N_("Export with slips"), ("Ctrl+E",), commands.export_pile, FILE, "file-down", Where.PILE),
    Act("withdraw", N_("Withdraw"), (), commands.withdraw, FILE, "", Where.WITHDRAWABLE),
    Act("amend", N_("Change the text all the same"), (), commands.amend, FILE, "", Where.AMENDABLE),
    Act("next_remark", N_("Next remark"), ("Ctrl+M",), commands.next_remark, FILE, "", Where.REMARKED),
    Act("follow_remark", N_("Remark followed"), ("Ctrl+T",), commands.follow_remark, FILE, "", Where.REMARKED),
    Act("take_theirs", N_("Take the other text"), (), commands.take_theirs, FILE, "", Where.CONFLICT),
    Act("keep_apart", N_("Keep mine as another draft"), (), commands.keep_apart, FILE, "copy", Where.CONFLICT),
    Act("keep_mine", N_("Keep mine"), ("Ctrl+Return",), commands.keep_mine, FILE, "check", Where.CONFLICT),
    Act("save", N_("Save now"), ("Ctrl+S",), commands.save_draft, FILE, "check", _DRAFT),
    Act("save_as", N_("Save as a file"), ("F12",), commands.save_as_file, FILE, "file-text", _DRAFT),
    Act("print", N_("Print"), ("Ctrl+P",), commands.print_pages, FILE, "printer", Where.PAPER),
    Act("export", N_("Export"), ("Ctrl+E",), commands.export_pages, FILE, "file-down", Where.PAPER),
    Act("open_draft", N_("Open the draft"), (), commands.open_chosen, FILE, "file-pen-line", Where.CHOSEN),
    Act("duplicate", N_("Duplicate"), ("Ctrl+D",), commands.duplicate, FILE, "copy", Where.CHOSEN),
    Act("start_from", N_("Start from this one"), ("Ctrl+R",), commands.start_from_chosen, FILE, "", Where.CHOSEN),
    Act("delete", N_("Delete"), ("Del",), commands.delete_chosen, FILE, "trash-2", Where.CHOSEN),
    Act("restore", N_("Restore"), ("Ctrl+Z",), commands.restore_chosen, FILE, "", Where.DELETED),
    Act("filter", N_("Find in the list"), ("Ctrl+F",), commands.filter_rows, FILE, "search", Where.ROWS),
    Act("save_template", N_("Save as a template"), (), commands.save_template, FILE, "layout-list", _DRAFT),
    Act("rename_template", N_("Rename the template"), ("F2",), commands.rename_template, FILE, "", _OWN_TEMPLATE),
    Act(
        "delete_template", N_("Delete the template"), ("Del",), commands.delete_template, FILE, "trash-2", _OWN_TEMPLATE
    ),
    Act("draft_mark", N_("Mark as a draft"), (), commands.mark_as_draft, FILE, "", _DRAFT, checkable=True),
    Act("renew", N_("Read again"), ("F5",), commands.renew, FILE, "refresh-cw", _ANYWHERE),
    Act("next_finding", N_("Next finding"), ("F8",), commands.next_finding, FILE, "", Where.FINDINGS),
    Act("previous_finding", N_("Previous finding"), ("Shift+F8",), commands.previous_finding, FILE, "", Where.FINDINGS),
    Act("next_blank", N_("Next place to fill in"), ("F4",), commands.next_blank, FILE, "", _DRAFT),
    Act("confirm_blank", N_("Leave as it is"), ("Alt+Return",), commands.confirm_blank, FILE, "", _DRAFT),
    Act("form", N_("To the form"), ("Ctrl+1",), commands.to_form, PAGE, "", _DRAFT),
    Act("text", N_("To the text"), ("Ctrl+2",), commands.to_text, PAGE, "", _DRAFT),
    Act("pages", N_("To the page"), ("Ctrl+3",), commands.to_pages, PAGE, "", _DRAFT),
    Act("to_queue", N_("To the list"), ("Ctrl+1",), commands.to_queue, PAGE, "", Where.QUEUE),
    Act("compare", N_("What changed"), ("Ctrl+2",), commands.compare, PAGE, "", Where.COMPARABLE),
    Act("plain_page", N_("To the page"), ("Ctrl+3",), commands.plain_page, PAGE, "", Where.QUEUE),
    Act("next_change", N_("Next change"), ("F4",), commands.next_change, PAGE, "", Where.COMPARABLE),
    Act("next_dispatch", N_("Next dispatch"), ("Ctrl+Down",), commands.next_dispatch, PAGE, "", Where.QUEUE),
    Act("previous_dispatch", N_("Previous dispatch"), ("Ctrl+Up",), commands.previous_dispatch, PAGE, "", Where.QUEUE),
    Act("previous_page", N_("Previous page"), ("PgUp",), commands.previous_page, PAGE, "chevron-up"),
    Act("next_page", N_("Next page"), ("PgDown",), commands.next_page, PAGE, "chevron-down"),
    Act("first_page", N_("First page"), ("Home",), commands.first_page, PAGE),
    Act("last_page", N_("Last page"), ("End",), commands.last_page, PAGE),
    Act("zoom_in", N_("Larger"), ("Ctrl++", "Ctrl+="), commands.zoom_in, PAGE, "zoom-in"),
    Act("zoom_out", N_("Smaller"), ("Ctrl+-",), commands.zoom_out, PAGE, "zoom-out"),
    Act("fit_width", N_("Fit the width"), ("Ctrl+0",), commands.fit_width, PAGE, "move-horizontal", checkable=True),
    Act("fit_page", N_("Fit the page"), ("Ctrl+9",), commands.fit_page, PAGE, "maximize", checkable=True),
    Act("page_list", N_("Page list"), ("F9",), commands.fold_page_list, PAGE, "panel-left", _PAGE_LIST, checkable=True),
    Act("drafts", N_("Drafts"), ("Alt+1",), commands.show_drafts, WINDOW, "file-pen-line", Where.OFFICE),
    Act("signing", N_("For signature"), ("Alt+2",), commands.show_signing, WINDOW, "signature", Where.OFFICE),
    Act("file", N_("Open file"), ("Alt+3",), commands.show_file, WINDOW, "file-text", _ANYWHERE),
    Act("outgoing", N_("Outgoing"), ("Alt+4",), commands.show_outgoing, WINDOW, "send", Where.REGISTERS),
    Act("arrivals", N_("Arrivals"), ("Alt+5",), commands.show_arrivals, WINDOW, "inbox", Where.REGISTERS),
    Act("search", N_("Find anything"), ("Alt+6", "Ctrl+K"), commands.show_search, WINDOW, "search", Where.REGISTERS),
    Act("books", N_("Books"), ("Alt+7",), commands.show_books, WINDOW, "book-open", Where.REGISTERS),
    Act(
        "signatories", N_("Signatories"), ("Alt+8",), commands.show_signatories, WINDOW, "signature", Where.SIGNATORIES
    ),
    Act("save_signatory", N_("Save"), ("Ctrl+Return",), commands.save_signatory, PEOPLE, "check", Where.SIGNING_RIGHTS),
    Act("new_signatory", N_("New signatory"), ("Ins",), commands.new_signatory, PEOPLE, "", Where.SIGNING_RIGHTS),
    Act("succeed", N_("Somebody new from a day on"), ("Ctrl+R",), commands.succeed, PEOPLE, "", Where.SIGNATORY),
    Act("stand_in", N_("Standing in from … to …"), ("Ctrl+T",), commands.stand_in, PEOPLE, "", Where.SIGNING_RIGHTS),
    Act("end_signing", N_("Signs no longer"), ("Del",), commands.end_signing, PEOPLE, "", Where.SIGNATORY),
    Act("drop_stand_in", N_("No standing in after all"), ("Del",), commands.drop_stand_in, PEOPLE, "", Where.STAND_IN),
    Act("new_arrival", N_("Enter an arrival"), ("F3",), commands.enter_arrival, ARRIVALS, "inbox", Where.ARRIVING),
    Act("register_next", N_("Register, next"), ("Ctrl+Return",), commands.register_next, ARRIVALS, "check", _ENTRY),
    Act("register_only", N_("Register"), ("Ctrl+S",), commands.register_only, ARRIVALS, "inbox", _ENTRY),
    Act("repeat_row", N_("Repeat the row before"), ("Ctrl+D",), commands.repeat_row, ARRIVALS, "", Where.REPEATABLE),
    Act("show_twin", N_("Show what is there already"), ("F4",), commands.show_twin, ARRIVALS, "", Where.TWIN),
    Act(
        "take_proposal", N_("Take from the scan"), ("Alt+Return",), commands.take_proposal, ARRIVALS, "", Where.PROPOSED
    ),
    Act("take_proposals", N_("Take all from the scan"), ("F8",), commands.take_proposals, ARRIVALS, "", Where.PROPOSED),
    Act("add_scans", N_("Add scans"), ("Ins",), commands.add_scans, ARRIVALS, "file-plus", _ENTRY),
    Act(
        "save_amendment",
        N_("Save the correction"),
        ("Ctrl+Return",),
        commands.save_amendment,
        ARRIVALS,
        "check",
        Where.AMENDING,
    ),
    Act("add_files", N_("Add files"), ("Ins",), commands.add_files, ARRIVALS, "file-plus", Where.ARRIVAL_PAGE),
    Act("print_arrival", N_("Print"), ("Ctrl+P",), commands.print_arrival, ARRIVALS, "printer", Where.ARRIVAL_PAGE),
    Act("place_stamp", N_("Stamp a copy"), ("Ctrl+E",), commands.place_stamp, ARRIVALS, "stamp", Where.STAMPABLE),
    Act("next_scan", N_("Next scan"), ("Ctrl+PgDown",), commands.next_scan, ARRIVALS, "", Where.SCANS),
    Act("previous_scan", N_("Previous scan"), ("Ctrl+PgUp",), commands.previous_scan, ARRIVALS, "", Where.SCANS),
    Act("drop_scan", N_("Leave this scan out"), ("Ctrl+W",), commands.drop_scan, ARRIVALS, "x", Where.SCAN),
    Act("open_arrival", N_("Open the arrival"), (), commands.open_arrival, ARRIVALS, "file-text", Where.ARRIVAL),
    Act("hand_over", N_("Hand on"), ("Ctrl+T",), commands.hand_over, ARRIVALS, "send", Where.LIVING_ARRIVALS),
    Act("sign_for", N_("Signed for"), ("Ctrl+M",), commands.sign_for, ARRIVALS, "signature", Where.LIVING_ARRIVALS),
    Act("amend_arrival", N_("Correct"), ("F2",), commands.amend_arrival, ARRIVALS, "file-pen-line", _LIVING_ARRIVAL),
    Act("void_arrival", N_("Make void"), ("Del",), commands.void_arrival, ARRIVALS, "trash-2", _LIVING_ARRIVAL),
    Act(
        "issue_numbers",
        N_("Number and issue"),
        ("Ctrl+Return",),
        register_commands.issue_numbers,
        OUTGOING,
        "stamp",
        Where.NUMBERABLE,
    ),
    Act("open_line", N_("See it in the register"), (), register_commands.open_line, OUTGOING, "file-text", Where.LINE),
    Act("next_line", N_("Next line"), ("Ctrl+Down",), register_commands.next_line, OUTGOING, "", Where.IN_LINES),
    Act(
        "previous_line", N_("Line before"), ("Ctrl+Up",), register_commands.previous_line, OUTGOING, "", Where.IN_LINES
    ),
    Act(
        "print_issued",
        N_("Print the issued paper"),
        ("Ctrl+P",),
        register_commands.print_issued,
        OUTGOING,
        "printer",
        Where.ISSUED_PAPER,
    ),
    Act(
        "export_issued",
        N_("Export the issued paper"),
        ("Ctrl+E",),
        register_commands.export_issued,
        OUTGOING,
        "file-down",
        Where.ISSUED_PAPER,
    ),
    Act("deliver", N_("Delivery"), ("Ctrl+G",), register_commands.deliver, OUTGOING, "send", Where.DELIVERABLE),
    Act("correct_line", N_("Correct the line"), ("F2",), register_commands.correct, OUTGOING, "", Where.DELIVERABLE),
    Act("lend_copy", N_("File copy lent, or back"), (), register_commands.lend, OUTGOING, "", Where.DELIVERABLE),
    Act("hold_number", N_("Hold a number"), ("Ins",), register_commands.hold, OUTGOING, "lock", Where.NUMBERING),
    Act("extend_hold", N_("Hold it longer"), ("Ctrl+T",), register_commands.extend_hold, OUTGOING, "", Where.HELD_LINE),
    Act(
        "register_external",
        N_("Document made outside"),
        ("Ctrl+I",),
        register_commands.register_external,
        OUTGOING,
        "file-plus",
        Where.NUMBERING,
    ),
    Act(
        "withhold_number",
        N_("Number for a secret document"),
        (),
        register_commands.withhold,
        OUTGOING,
        "",
        Where.NUMBERING,
    ),
    Act("void_line", N_("Make the number void"), ("Del",), register_commands.void, OUTGOING, "x", Where.VOIDABLE),
    Act("replace_line", N_("Begin its replacement"), (), register_commands.replace, OUTGOING, "", _FOLLOWABLE),
    Act("amend_line", N_("Begin its amendment"), (), register_commands.amend_line, OUTGOING, "", _FOLLOWABLE),
    Act("correct_by_letter", N_("Begin a correction"), (), register_commands.correct_line, OUTGOING, "", _FOLLOWABLE),
    Act("recall_line", N_("Begin its recall"), (), register_commands.recall, OUTGOING, "", _FOLLOWABLE),
    Act("copy_line", N_("Begin a true copy"), (), register_commands.copy_whole, OUTGOING, "copy", Where.COPIABLE),
    Act("extract_line", N_("Begin an extract"), (), register_commands.extract, OUTGOING, "", Where.COPIABLE),
    Act(
        "rows_of_numbers",
        N_("Rows of numbers"),
        ("Ctrl+B",),
        register_commands.show_rows_of_numbers,
        OUTGOING,
        "list",
        Where.LINES,
    ),
    Act(
        "open_row",
        N_("Begin with another number"),
        ("Ctrl+Return",),
        register_commands.open_row,
        OUTGOING,
        "file-plus",
        _ROWS_OF_NUMBERS,
    ),
    Act("close_row", N_("Close the row"), ("Del",), register_commands.close_row, OUTGOING, "lock", Where.OPEN_ROW),
    Act(
        "close_term",
        N_("Close a term or a body"),
        ("Ctrl+T",),
        register_commands.close_term,
        OUTGOING,
        "lock",
        _ROWS_OF_NUMBERS,
    ),
    Act(
        "print_closing",
        N_("Print the closing page"),
        ("Ctrl+P",),
        register_commands.print_closing,
        OUTGOING,
        "printer",
        Where.ROW_OF_NUMBERS,
    ),
    Act("holidays", N_("Days off"), (), register_commands.show_holidays, OUTGOING, "", _ROWS_OF_NUMBERS),
    Act(
        "numbering",
        N_("How numbers run"),
        ("F2",),
        register_commands.show_numbering,
        OUTGOING,
        "settings",
        _ROWS_OF_NUMBERS,
    ),
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
    Act("undo_import", N_("Undo the last import"), ("Ctrl+Z",), old.undo_import, BOOKS, "undo-2", _UNDOABLE_IMPORT),
    Act("stop_import", N_("Stop"), (), old.stop_import, BOOKS, "x", Where.RUNNING_IMPORT),
    Act("officers", N_("Officers"), ("Alt+9",), commands.show_officers, WINDOW, "users", Where.MANAGED),
    Act("lock", N_("Lock, change officer"), ("Ctrl+L",), commands.lock, WINDOW, "lock", _ANYWHERE),
    Act("fold_rail", N_("Fold the rail"), ("Ctrl+\\",), commands.fold_rail, WINDOW, "panel-left", _ANYWHERE),
    Act("back", N_("Back"), ("Alt+Left",), commands.back, WINDOW, "arrow-left", _ANYWHERE),
    Act("next_draft", N_("Next open draft"), ("Ctrl+Tab",), commands.next_draft, WINDOW, "", _DRAFT),
    Act("next_pane", N_("Next pane"), ("F6",), commands.next_pane, WINDOW, "", _ANYWHERE),
    Act("previous_pane", N_("Previous pane"), ("Shift+F6",), commands.previous_pane, WINDOW, "", _ANYWHERE),
    Act("menu", N_("Settings"), ("F10",), lambda _window: None, WINDOW, "settings", _ANYWHERE),
    Act("keys", N_("Keys"), ("F1", "Shift+F1"), commands.show_keys, WINDOW, "keyboard", _ANYWHERE),
    Act("put_away", N_("Put messages away"), ("Esc",), commands.put_away, WINDOW, "", _ANYWHERE),
    Act("close_draft", N_("Close the draft"), ("Ctrl+W",), commands.close_draft, WINDOW, "x", _DRAFT),
    Act("close", N_("Close the window"), ("Ctrl+Q",), commands.close, WINDOW, "", _ANYWHERE),
)

AT_THE_DOOR: Final = frozenset({"lock", "next_pane", "previous_pane", "keys", "put_away", "close"})
"""The acts that can be done before somebody has signed in."""

HINTS: Final = (
    Hint(("PgUp", "PgDown"), N_("page"), Where.PAGES),
    Hint(("Ctrl", "+", "−", "0"), N_("zoom"), Where.PAGES),
    Hint(("Ctrl+F",), N_("find"), Where.ROWS),
    Hint(("Ctrl+D",), N_("duplicate"), Where.CHOSEN),
    Hint(("Del",), N_("delete"), Where.CHOSEN),
    Hint(("F2",), N_("rename"), _OWN_TEMPLATE),
    Hint(("Del",), N_("delete"), _OWN_TEMPLATE),
    Hint(("F4",), N_("to fill in"), _DRAFT),
    Hint(("Ctrl+M",), N_("remark"), Where.REMARKED),
    Hint(("F6",), N_("pane"), Where.PAGES),
    Hint(("F8",), N_("finding"), Where.FINDINGS),
    Hint(("F9",), N_("page list"), Where.PAGE_LIST),
    Hint(("Enter",), N_("next field"), Where.ENTRY),
    Hint(("Ctrl+Enter",), N_("register"), Where.ENTRY),
    Hint(("Alt+Enter",), N_("take from the scan"), Where.PROPOSED),
    Hint(("F4",), N_("the one there"), Where.TWIN),
    Hint(("Enter",), N_("open"), Where.ARRIVAL),
    Hint(("Ctrl+T",), N_("hand on"), Where.LIVING_ARRIVALS),
    Hint(("F3",), N_("enter an arrival"), Where.ARRIVAL),
    Hint(("Ctrl+Enter",), N_("number and issue"), Where.NUMBERABLE),
    Hint(("Ctrl+G",), N_("delivery"), Where.DELIVERABLE),
    Hint(("Del",), N_("void"), Where.VOIDABLE),
    Hint(("Ctrl", "↑", "↓"), N_("line"), Where.IN_LINES),
    Hint(("Ctrl", "↑", "↓"), N_("dispatch"), Where.QUEUE),
    Hint(("Space",), N_("read on"), Where.QUEUE),
    Hint(("Ctrl+Enter",), N_("sign"), Where.SIGNABLE),
    Hint(("Ctrl+M",), N_("remark"), Where.RETURNABLE),
    Hint(("F4",), N_("change"), Where.COMPARABLE),
    Hint(("Ctrl+P",), N_("print with slips"), Where.PILE),
    Hint(("F10",), N_("settings"), _ANYWHERE),
    Hint(("F1",), N_("keys"), _ANYWHERE),
)
"""The keys the status bar mentions, with a word for what they do."""


def make_actions(window: MainWindow, icons: Icons) -> dict[str, QAction]:
    """One QAction for each act, in the current language, listening in the whole window."""
    return {act.name: _make_action(act, window, icons) for act in ACTS}


def key_groups() -> list[tuple[str, tuple[Row, ...]]]:
    """The acts with their keys, group by group, for the key card."""
    return [
        (_(group), tuple((_(act.words), act.keys) for act in ACTS if act.group == group and act.keys))
        for group in (FILE, PAGE, WINDOW, OUTGOING, ARRIVALS, BOOKS, PEOPLE)
    ]


def hints() -> tuple[Hint, ...]:
    """The keys of the page in the current language."""
    return tuple(hint._replace(word=_(hint.word)) for hint in HINTS)


def _make_action(act: Act, window: MainWindow, icons: Icons) -> QAction:
    words = _(act.words)
    action = QAction(words, window)
    action.setShortcuts([QKeySequence(key) for key in act.keys])
    action.setAutoRepeat(act.group == PAGE)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(f"{words} ({key_name(act.keys[0])})" if act.keys else words)
    action.setStatusTip(_("Open a dispatch first."))
    action.setCheckable(act.checkable)
    action.setEnabled(act.where is Where.ANYWHERE)
    if act.icon:
        action.setIcon(icons.icon(act.icon, "muted"))
    action.triggered.connect(lambda: act.command(window))
    window.addAction(action)
    return action
