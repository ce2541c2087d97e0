"""Every act of the window as data: its words, icon and keys, and the command that does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from vpdesk.ui import commands
from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.key_card import Row
from vpdesk.ui.widgets.labels import key_name
from vpdesk.ui.widgets.status_bar import Hint
from vpdesk.words.catalogue import N_, _

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow


class Act(NamedTuple):
    """Something a person can do in the window.

    `words` name it in English, to be translated when shown; `hint` is the shorter word of the status bar.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    command: Callable[[MainWindow], None]
    group: str
    icon: str = ""
    needs_pages: bool = True
    checkable: bool = False


FILE, PAGE, WINDOW = N_("Dispatch"), N_("Page"), N_("Window")

ACTS: Final = (
    Act("open", N_("Open"), ("Ctrl+O",), commands.choose_file, FILE, "folder-open", needs_pages=False),
    Act("print", N_("Print"), ("Ctrl+P",), commands.print_pages, FILE, "printer"),
    Act("export", N_("Export"), ("Ctrl+E",), commands.export_pages, FILE, "file-down"),
    Act("renew", N_("Read the file again"), ("F5",), commands.renew, FILE, "refresh-cw", needs_pages=False),
    Act("next_finding", N_("Next finding"), ("F8",), commands.next_finding, FILE),
    Act("previous_finding", N_("Previous finding"), ("Shift+F8",), commands.previous_finding, FILE),
    Act("previous_page", N_("Previous page"), ("PgUp",), commands.previous_page, PAGE, "chevron-up"),
    Act("next_page", N_("Next page"), ("PgDown",), commands.next_page, PAGE, "chevron-down"),
    Act("first_page", N_("First page"), ("Home",), commands.first_page, PAGE),
    Act("last_page", N_("Last page"), ("End",), commands.last_page, PAGE),
    Act("zoom_in", N_("Larger"), ("Ctrl++", "Ctrl+="), commands.zoom_in, PAGE, "zoom-in"),
    Act("zoom_out", N_("Smaller"), ("Ctrl+-",), commands.zoom_out, PAGE, "zoom-out"),
    Act("fit_width", N_("Fit the width"), ("Ctrl+0",), commands.fit_width, PAGE, "move-horizontal", checkable=True),
    Act("fit_page", N_("Fit the page"), ("Ctrl+9",), commands.fit_page, PAGE, "maximize", checkable=True),
    Act("page_list", N_("Page list"), ("F9",), commands.fold_page_list, WINDOW, "panel-left", checkable=True),
    Act("next_pane", N_("Next pane"), ("F6",), commands.next_pane, WINDOW, needs_pages=False),
    Act("previous_pane", N_("Previous pane"), ("Shift+F6",), commands.previous_pane, WINDOW, needs_pages=False),
    Act("menu", N_("Settings"), ("F10",), lambda _window: None, WINDOW, "settings", needs_pages=False),
    Act("keys", N_("Keys"), ("F1", "Shift+F1"), commands.show_keys, WINDOW, "keyboard", needs_pages=False),
    Act("put_away", N_("Put messages away"), ("Esc",), commands.put_away, WINDOW, needs_pages=False),
    Act("close", N_("Close the window"), ("Ctrl+Q",), commands.close, WINDOW, needs_pages=False),
)

HINTS: Final = (
    Hint(("PgUp", "PgDown"), N_("page")),
    Hint(("Ctrl", "+", "−", "0"), N_("zoom")),
    Hint(("F6",), N_("pane")),
    Hint(("F9",), N_("page list")),
    Hint(("F10",), N_("settings"), needs_pages=False),
    Hint(("F1",), N_("keys"), needs_pages=False),
)
"""The keys the status bar mentions, with a word for what they do."""


def make_actions(window: MainWindow, icons: Icons) -> dict[str, QAction]:
    """One QAction for each act, in the current language, listening in the whole window."""
    return {act.name: _make_action(act, window, icons) for act in ACTS}


def key_groups() -> list[tuple[str, tuple[Row, ...]]]:
    """The acts with their keys, group by group, for the key card."""
    return [
        (_(group), tuple((_(act.words), act.keys) for act in ACTS if act.group == group))
        for group in (FILE, PAGE, WINDOW)
    ]


def hints() -> tuple[Hint, ...]:
    """The keys of the page in the current language."""
    return tuple(hint._replace(word=_(hint.word)) for hint in HINTS)


def _make_action(act: Act, window: MainWindow, icons: Icons) -> QAction:
    words = _(act.words)
    action = QAction(words, window)
    action.setShortcuts([QKeySequence(key) for key in act.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(f"{words} ({key_name(act.keys[0])})")
    action.setStatusTip(_("Open a dispatch first."))
    action.setCheckable(act.checkable)
    action.setEnabled(not act.needs_pages)
    if act.icon:
        action.setIcon(icons.icon(act.icon, "muted"))
    action.triggered.connect(lambda: act.command(window))
    window.addAction(action)
    return action
