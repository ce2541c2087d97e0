"""Colours, letters and languages of the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAction, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from vpdesk.paths import resource
from vpdesk.ui import commands
from vpdesk.ui.icons import Icons
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.style import DARK, LIGHT, Look, Palette, fill_sheet, qt_palette, sheet_tokens, system_colours
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import chip, key_cap, label

MakeWindow = Callable[..., MainWindow]
_GROUNDS = ("window", "rail", "surface", "raised", "hover", "select", "sunken")
_FLOORS = {  # token: light, dark; as the table of the design has them
    "edge": (3.2, 3.2),
    "text": (12.3, 9.0),
    "muted": (5.6, 5.4),
    "faint": (4.6, 4.5),
    "accent": (6.4, 5.4),
    "accent_hover": (6.4, 5.4),
    "focus": (3.8, 5.4),
    "red": (5.0, 5.1),
    "amber": (4.8, 5.9),
    "green": (4.9, 5.8),
}
_PAIRS = {  # words, ground: light, dark
    ("on_accent", "accent"): (8.3, 7.6),
    ("on_accent", "accent_hover"): (8.3, 7.6),
    ("accent", "accent_soft"): (7.0, 5.9),
    ("red", "red_soft"): (5.5, 6.09),
    ("amber", "amber_soft"): (5.59, 6.5),
    ("green", "green_soft"): (5.5, 6.3),
    ("on_toast", "toast"): (14.6, 13.9),
    ("scroll", "surface"): (3.1, 3.5),
    ("scroll", "window"): (3.1, 3.5),
    ("edge", "sunken"): (3.2, 3.2),
}
_MARKS = "ỄỘẴỮ gỵ"


def _luminance(name: str) -> float:
    shares = [int(name[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(palette: Palette, ink: str, ground: str) -> float:
    dark, light = sorted((_luminance(getattr(palette, ink)), _luminance(getattr(palette, ground))))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("palette", "theme"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_every_colour_keeps_its_contrast_on_every_ground_it_may_stand_on(palette: Palette, theme: int) -> None:
    found = {(ink, ground): _contrast(palette, ink, ground) for ink in _FLOORS for ground in _GROUNDS}
    assert not {pair: ratio for pair, ratio in found.items() if ratio < _FLOORS[pair[0]][theme]}
    assert not {pair for pair, floors in _PAIRS.items() if _contrast(palette, *pair) < floors[theme]}


def test_the_style_sheet_names_only_what_there_is(application: QApplication, make: MakeWindow) -> None:
    make()
    template = (resource("style") / "vpdesk.qss").read_text(encoding="utf-8")
    filled = fill_sheet(template, sheet_tokens(LIGHT, Look(application, resource("style") / "vpdesk.qss").scale))
    assert "@" not in re.sub(r"/\*.*?\*/", "", filled, flags=re.DOTALL)


def test_a_high_contrast_of_the_system_is_taken_over() -> None:
    colours = system_colours(qt_palette(DARK))
    assert (colours.window, colours.text) == (DARK.window, DARK.text)


def test_a_theme_is_worn_at_once(window: MainWindow) -> None:
    light = window.grab().toImage().pixelColor(400, 10).name().upper()
    commands.choose_theme(window, "dark")
    dark = window.grab().toImage().pixelColor(400, 10).name().upper()
    assert (light, dark) == (LIGHT.window, DARK.window)
    assert window.preferences.settings.theme == "dark"


def test_a_language_is_spoken_at_once_and_the_place_in_the_text_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.paper.view.turn_to(1)
    commands.choose_language(window, "en")
    qtbot.waitUntil(lambda: "Export" in _names(window))
    assert window.paper.view.page_count == 2
    assert window.paper.view.current_page == 1
    assert window.preferences.settings.language == "en"


def test_a_size_of_type_is_used_at_once(window: MainWindow, qtbot: QtBot) -> None:
    before = window._status.sizeHint().height()
    commands.choose_font_size(window, 14)
    qtbot.waitUntil(lambda: window._status.sizeHint().height() > before)


def test_the_paper_stays_white_in_the_dark(make: MakeWindow, window: MainWindow) -> None:
    commands.choose_theme(window, "dark")
    view = window.paper.view.grab().toImage()
    assert view.pixelColor(view.width() // 2, 60) == QColor("white")


def test_the_window_bar_tells_the_file_without_the_whole_path(window: MainWindow) -> None:
    path = window.path
    assert path is not None
    shown = [one.text() for one in window._status.findChildren(QLabel)]
    assert str(path) not in shown
    assert f"{path.parent.name}/{path.name}" in shown


# --- names for those who hear the window ------------------------------------------------------------------------


def _names(window: MainWindow) -> dict[str, QWidget]:
    return {_name(widget): widget for widget in _focusable(window)}


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _focusable(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy().value and widget.focusProxy() is None:
            yield widget


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_control_has_a_name(make: MakeWindow, rewrite: Callable[..., None], paper: Path, language: str) -> None:
    window = make(language, recent=("/nowhere/a.dispatch.json",))
    assert all(map(_name, _focusable(window)))
    rewrite(document_type="ZZ")
    window.open(paper)
    window.notices.say("Done", "Undo")
    controls = list(_focusable(window))
    assert len(controls) > 10
    assert not [widget for widget in controls if not _name(widget)]


def test_the_page_can_be_heard(window: MainWindow) -> None:
    heard = QAccessible.queryAccessibleInterface(window.paper.view).text(QAccessible.Text.Description)
    assert "Kính gửi: " in heard
    assert "V/v tuyên truyền kỷ niệm 95 năm" in heard


def test_controls_are_large_enough_to_hit(window: MainWindow) -> None:
    small = [widget for widget in _focusable(window) if min(widget.width(), widget.height()) < 28]
    assert not small


# --- marks above and below letters ------------------------------------------------------------------------------


def _label(kind: str) -> Callable[[str], QWidget]:
    return lambda text: label(text, kind)


def _push(role: str) -> Callable[[str], QWidget]:
    def made(text: str) -> QWidget:
        button = QPushButton(text)
        button.setProperty("role", role)
        return button

    return made


def _tool(text: str) -> QWidget:
    button = QToolButton()
    button.setText(text)
    button.setProperty("type", "zoom")
    return button


_STYLES: dict[str, Callable[[str], QWidget]] = {
    **{f"label {kind}": _label(kind) for kind in ("", "caption", "muted", "strong", "section", "detail", "title")},
    "key cap": key_cap,
    "chip": lambda text: chip(text, "red"),
    **{f"button {role}": _push(role) for role in ("plain", "primary", "quiet", "toast")},
    "tool button": _tool,
    "input": QLineEdit,
}


def _ink_rows(widget: QWidget, empty: QWidget) -> tuple[int, int]:
    """The first and the last row in which two pictures differ."""
    empty.resize(widget.size())
    full, bare = _picture(widget), _picture(empty)
    width = range(full.width())
    rows = [y for y in range(full.height()) if any(full.pixel(x, y) != bare.pixel(x, y) for x in width)]
    return rows[0], rows[-1]


def _picture(widget: QWidget) -> QImage:
    picture = QImage(widget.size() * 2, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(2)
    picture.fill(QColor("white"))
    widget.render(picture)
    return picture


def _free_height(widget: QWidget) -> int:
    """How many rows the same letters take where nothing can clip them."""
    canvas = QImage(800, 240, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(2)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    painter.setFont(widget.font())
    painter.drawText(20, 70, _MARKS)
    painter.end()
    rows = [y for y in range(240) if any(canvas.pixel(x, y) != 0xFFFFFFFF for x in range(800))]
    return rows[-1] - rows[0] + 1


@pytest.mark.parametrize("size", [10, 14])
def test_no_mark_of_a_letter_is_clipped_in_any_control(make: MakeWindow, qtbot: QtBot, size: int) -> None:
    make(font_size=size)
    clipped = []
    for name, style in _STYLES.items():
        widget, empty = style(_MARKS), style("")
        for one in (widget, empty):
            qtbot.addWidget(one)
            one.ensurePolished()
        widget.resize(widget.sizeHint())
        first, last = _ink_rows(widget, empty)
        if last - first + 1 < _free_height(widget) - 1:
            clipped.append((name, last - first + 1, _free_height(widget)))
    assert not clipped


@pytest.mark.parametrize("size", [10, 14])
def test_no_mark_is_clipped_in_a_button_with_its_key(make: MakeWindow, qtbot: QtBot, size: int) -> None:
    window = make(font_size=size)
    icons = Icons(resource("icons"), window.look)
    full, bare = (ActButton(QAction(text, window), "printer", window.look, icons) for text in (_MARKS, ""))
    for one in (full, bare):
        qtbot.addWidget(one)
        one.ensurePolished()
    full.resize(full.sizeHint())
    first, last = _ink_rows(full, bare)
    assert first > 2
    assert last < full.height() * 2 - 3
