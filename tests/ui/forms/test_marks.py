"""The marks of Vietnamese letters in every input: they reach higher and lower than others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import link
from vpdesk.ui.forms.inputs import Choice, LineInput, TextInput
from vpdesk.ui.forms.line_list import LineList
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.card_button import CardButton

_MARKS = "ỄỘẴỮ gỵ"


def _line(text: str, _look: Look, _icons: Icons) -> QWidget:
    made = LineInput()
    made.show_value(text)
    return made


def _day(text: str, look: Look, icons: Icons) -> QWidget:
    made = DateField(look, icons, date.today)
    made.setText(text)
    made.setPlaceholderText("")
    return made


def _text(text: str, _look: Look, _icons: Icons) -> QWidget:
    made = TextInput()
    made.show_value(text)
    return made


def _list(text: str, look: Look, _icons: Icons) -> QWidget:
    made = LineList(look)
    made.show_value((text,))
    return made


def _step(text: str, _look: Look, _icons: Icons) -> QWidget:
    made = QPushButton(text)
    made.setProperty("role", "step")
    return made


_INPUTS: dict[str, Callable[[str, Look, Icons], QWidget]] = {
    "line": _line,
    "day": _day,
    "text": _text,
    "list": _list,
    "choice": lambda text, _look, icons: Choice(icons, (text, None)),
    "link": lambda text, _look, _icons: link(text),
    "step": _step,
    "card": lambda text, look, icons: CardButton("", text, "stamp", look, icons),
}


def _picture(widget: QWidget) -> QImage:
    widget.ensurePolished()
    widget.resize(220, widget.sizeHint().height())
    return widget.grab().toImage()


def _free_height(widget: QWidget) -> int:
    canvas = QImage(400, 100, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    painter.setFont(widget.font())
    painter.drawText(20, 60, _MARKS)
    painter.end()
    rows = [y for y in range(canvas.height()) if any(canvas.pixel(x, y) != 0xFFFFFFFF for x in range(canvas.width()))]
    return rows[-1] - rows[0] + 1


@pytest.mark.parametrize("size", [10, 14])
@pytest.mark.parametrize("name", _INPUTS)
def test_no_mark_is_clipped(name: str, size: int, look: Look, icons: Icons, qtbot: QtBot) -> None:
    look.wear("light", size)
    full, bare = (_INPUTS[name](text, look, icons) for text in (_MARKS, " "))
    for one in (full, bare):
        qtbot.addWidget(one)
    shown, empty = _picture(full), _picture(bare)
    assert shown.size() == empty.size()
    inked = [
        y for y in range(shown.height()) if any(shown.pixel(x, y) != empty.pixel(x, y) for x in range(shown.width()))
    ]
    assert inked[-1] - inked[0] + 1 >= _free_height(full) - 1
