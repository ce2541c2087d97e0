"""Every act of the window as data, and the actions that do them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from vpdesk.ui.acts import arrivals, bodies, books, case_files, dispatches, outgoing, pages, people, window
from vpdesk.ui.acts.kinds import ARRIVALS, BODIES, BOOKS, CASES, FILE, OUTGOING, PAGE, PEOPLE, WINDOW, Act, Hint, Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.key_card import Row
from vpdesk.ui.widgets.labels import key_name
from vpdesk.words.catalogue import N_, _

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow

ACTS: Final = (
    *dispatches.ACTS,
    *pages.ACTS,
    *arrivals.ACTS,
    *outgoing.ACTS,
    *case_files.ACTS,
    *books.ACTS,
    *people.ACTS,
    *bodies.ACTS,
    *window.ACTS,
)

AT_THE_DOOR: Final = frozenset({"lock", "next_pane", "previous_pane", "keys", "put_away", "close"})
"""The acts that can be done before somebody has signed in."""

HINTS: Final = (
    Hint(("PgUp", "PgDown"), N_("page"), Where.PAGES),
    Hint(("Ctrl", "+", "−", "0"), N_("zoom"), Where.PAGES),
    Hint(("↑", "↓"), N_("choose"), Where.DESK),
    Hint(("Enter",), N_("do it"), Where.DESK_ROW),
    Hint(("Ctrl+Enter",), N_("number all"), Where.NUMBERABLE_DESK),
    Hint(("Ctrl+N",), N_("write"), Where.DESK),
    Hint(("Ctrl+F",), N_("find"), Where.ROWS),
    Hint(("Ctrl+D",), N_("duplicate"), Where.CHOSEN),
    Hint(("Del",), N_("delete"), Where.CHOSEN),
    Hint(("F2",), N_("rename"), Where.OWN_TEMPLATE),
    Hint(("Del",), N_("delete"), Where.OWN_TEMPLATE),
    Hint(("F4",), N_("to fill in"), Where.DRAFT),
    Hint(("Ctrl+M",), N_("remark"), Where.REMARKED),
    Hint(("F6",), N_("pane"), Where.PAGES),
    Hint(("F8",), N_("finding"), Where.FINDINGS),
    Hint(("F9",), N_("page list"), Where.PAGE_LIST),
    Hint(("Enter",), N_("next field"), Where.ENTRY),
    Hint(("Ctrl+Enter",), N_("register"), Where.ENTRY),
    Hint(("Alt+Enter",), N_("take from the scan"), Where.PROPOSED),
    Hint(("F4",), N_("the one there"), Where.TWIN),
    Hint(("Enter",), N_("open"), Where.ARRIVAL),
    Hint(("Ctrl+Enter",), N_("submit"), Where.SUBMITTABLE_ARRIVALS),
    Hint(("Ctrl+B",), N_("directive"), Where.DIRECTABLE_ARRIVAL),
    Hint(("Ctrl+Enter",), N_("assign, next"), Where.DIRECTING),
    Hint(("Ctrl+1…9",), N_("phrase"), Where.DIRECTING),
    Hint(("Ctrl+R",), N_("answer"), Where.ANSWERABLE_ARRIVAL),
    Hint(("Ctrl+M",), N_("acknowledge"), Where.RECEIVABLE_ARRIVALS),
    Hint(("Ctrl+T",), N_("hand on"), Where.LIVING_ARRIVALS),
    Hint(("F3",), N_("enter an arrival"), Where.LIVING_ARRIVAL),
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
    Hint(("Ctrl+H",), N_("into a case file"), Where.FILABLE),
    Hint(("Ctrl+I",), N_("put in"), Where.FILLABLE_CASE_FILE),
    Hint(("Alt", "↑", "↓"), N_("order"), Where.KEPT_CASE_PAPER),
    Hint(("Del",), N_("take out"), Where.KEPT_CASE_PAPER),
    Hint(("Ctrl+P",), N_("papers"), Where.CASE_FILE),
    Hint(("Alt", "↑", "↓"), N_("order"), Where.CASE_LIST_LINE),
    Hint(("Ctrl", "↑", "↓"), N_("period"), Where.PERIOD),
    Hint(("Ctrl", "1", "2"), N_("books, reports"), Where.BOOKS_PLACE),
    Hint(("Ins",), N_("new term"), Where.TERMS),
    Hint(("Ctrl+G",), N_("close its rows"), Where.CLOSABLE_TERM),
    Hint(("F10",), N_("settings"), Where.ANYWHERE),
    Hint(("F1",), N_("keys"), Where.ANYWHERE),
)
"""The keys the status bar mentions, with a word for what they do."""


def make_actions(owner: MainWindow, icons: Icons) -> dict[str, QAction]:
    """One QAction for each act, in the current language, listening in the whole window."""
    return {act.name: _make_action(act, owner, icons) for act in ACTS}


def key_groups() -> list[tuple[str, tuple[Row, ...]]]:
    """The acts with their keys, group by group, for the key card."""
    return [
        (_(group), tuple((_(act.words), act.keys) for act in ACTS if act.group == group and act.keys))
        for group in (FILE, PAGE, WINDOW, OUTGOING, ARRIVALS, CASES, BOOKS, PEOPLE, BODIES)
    ]


def hints() -> tuple[Hint, ...]:
    """The keys of the page in the current language."""
    return tuple(hint._replace(word=_(hint.word)) for hint in HINTS)


def _make_action(act: Act, owner: MainWindow, icons: Icons) -> QAction:
    words = _(act.words)
    action = QAction(words, owner)
    action.setShortcuts([QKeySequence(key) for key in act.keys])
    action.setAutoRepeat(act.group == PAGE)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(f"{words} ({key_name(act.keys[0])})" if act.keys else words)
    action.setStatusTip(_("Open a dispatch first."))
    action.setCheckable(act.checkable)
    action.setEnabled(act.where is Where.ANYWHERE)
    if act.icon:
        action.setIcon(icons.icon(act.icon, "muted"))
    action.triggered.connect(lambda: act.command(owner))
    owner.addAction(action)
    return action
