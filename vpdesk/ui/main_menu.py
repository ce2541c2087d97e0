"""The menu of this machine's settings: theme, language, size of type; and the papers of last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from vpdesk.domain.roles import Permission
from vpdesk.ui import commands, register_commands, work_commands
from vpdesk.ui.import_commands import import_book
from vpdesk.words.catalogue import N_, _, language

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow

T = TypeVar("T")

_THEMES = (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))
_LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))
_FONT_SIZES = (10, 11, 12, 14)
_KEEPING = Permission.KEEP_BOOKS


def make_menu(window: MainWindow) -> QMenu:
    """The menu in the current language; what is chosen now carries the mark."""
    settings = window.preferences.settings
    menu = QMenu(window)
    themes = [(theme, _(word)) for theme, word in _THEMES]
    sizes = [(size, _("{size} pt").format(size=size)) for size in _FONT_SIZES]
    _add_choices(menu.addMenu(_("Theme")), themes, settings.theme, lambda one: commands.choose_theme(window, one))
    _add_choices(menu.addMenu(_("Language")), _LANGUAGES, language(), lambda one: commands.choose_language(window, one))
    _add_choices(
        menu.addMenu(_("Size of type")), sizes, settings.font_size, lambda one: commands.choose_font_size(window, one)
    )
    unusual = menu.addAction(_("Uncommon types"))
    unusual.setCheckable(True)
    unusual.triggered.connect(lambda allowed: commands.allow_unusual_types(window, allowed=allowed))
    menu.aboutToShow.connect(lambda: _show_unusual(unusual, window))
    signatories = menu.addAction(_("Signatories…") + "\tAlt+0")
    signatories.triggered.connect(lambda: commands.show_signatories(window))
    menu.aboutToShow.connect(lambda: signatories.setVisible(window.acts["signatories"].isEnabled()))
    for name in ("bodies", "secret_arrivals"):
        _add_act(menu, window, name)
    officers = menu.addAction(_("Officers"))
    officers.triggered.connect(lambda: commands.show_officers(window))
    menu.aboutToShow.connect(lambda: officers.setVisible(window.room is not None and window.room.door.may_manage))
    days = menu.addAction(_("Days for handling…"))
    days.triggered.connect(lambda: work_commands.show_handling_days(window))
    menu.aboutToShow.connect(lambda: days.setVisible(window.room is not None and window.room.may(_KEEPING)))
    off = menu.addAction(_("Days off…"))
    off.triggered.connect(lambda: register_commands.show_holidays(window))
    menu.aboutToShow.connect(lambda: off.setVisible(window.room is not None and window.room.may(_KEEPING)))
    old_books = menu.addAction(_("Take an old book in"))
    old_books.triggered.connect(lambda: import_book(window))
    menu.aboutToShow.connect(lambda: old_books.setVisible(window.room is not None and window.room.may(_KEEPING)))
    verify = menu.addAction(_("Check the history"))
    verify.triggered.connect(lambda: commands.verify(window))
    menu.aboutToShow.connect(lambda: verify.setVisible(commands.may_verify(window)))
    secret = menu.addAction(_("My PIN or password"))
    secret.triggered.connect(lambda: commands.choose_secret(window))
    menu.aboutToShow.connect(lambda: secret.setVisible(window.room is not None and window.room.door.is_open))
    menu.addSeparator()
    recent = menu.addMenu(_("Opened before"))
    menu.aboutToShow.connect(lambda: _list_recent(recent, window))
    menu.addAction(_("Keys")).triggered.connect(lambda: commands.show_keys(window))
    return menu


def _add_choices(menu: QMenu, choices: Iterable[tuple[T, str]], chosen: T, choose: Callable[[T], None]) -> None:
    group = QActionGroup(menu)
    for value, words in choices:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)


def _add_act(menu: QMenu, window: MainWindow, name: str) -> None:
    """An act of the window that is offered here alone, where it can be done."""
    act = window.acts[name]
    action = menu.addAction(f"{act.text()}…")
    action.triggered.connect(act.trigger)
    menu.aboutToShow.connect(lambda: action.setVisible(act.isEnabled()))


def _show_unusual(action: QAction, window: MainWindow) -> None:
    """The choice is the office's: there is none to make before there is an office."""
    office = window.room.office if window.room is not None else None
    action.setVisible(office is not None)
    action.setChecked(office is not None and office.unusual_types)


def _list_recent(menu: QMenu, window: MainWindow) -> None:
    menu.clear()
    paths = [Path(one) for one in window.preferences.settings.recent]
    menu.setEnabled(bool(paths))
    for path in paths:
        action = menu.addAction(path.name)
        action.triggered.connect(lambda _checked=False, path=path: window.open(path))
