"""Finding words in a body and putting others in their place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.builders import a_paragraph, runs
from support.windows import press

from vpdesk.domain.body import Body, Cell, Heading, Run, Table
from vpdesk.paths import resource
from vpdesk.ui.body.editor import BodyEditor
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look

Key = Qt.Key
BODY: Body = (
    a_paragraph("Tuyên truyền 18-NQ/TW, ", Run("tuyên", bold=True), " giáo"),
    Table((1.0,), 0, ((Cell(runs("😀 TUYÊN")),),)),
    Heading(2, runs("1. Nghị quyết 18-nq/tw")),
)


@pytest.fixture
def editor(look: Look, qtbot: QtBot) -> Iterator[BodyEditor]:
    """An editor on the screen, with a body to search."""
    made = BodyEditor(look, Icons(resource("icons"), look))
    qtbot.addWidget(made)
    made.resize(560, 700)
    made.show_body(BODY)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.text.setFocus()
    yield made
    made.close()


def found(editor: BodyEditor) -> str:
    """What is selected, as it reads."""
    return editor.text.textCursor().selectedText().replace("\u200d", "")


def test_the_key_opens_the_bar_with_what_is_selected(editor: BodyEditor) -> None:
    editor.go_to(0, 0)
    cursor = editor.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfWord, cursor.MoveMode.KeepAnchor)
    editor.text.setTextCursor(cursor)
    press(editor.text, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = editor.find_bar
    assert bar.isVisible()
    assert bar.words.text() == "Tuyên"
    assert bar.count.text() == "1/3 chỗ"


def test_finds_are_walked_round_and_round(editor: BodyEditor) -> None:
    bar = editor.find_bar
    bar.ask()
    bar.words.setText("tuyen")
    walked = [found(editor)]
    for _ in range(3):
        press(bar.words, Key.Key_Return)
        walked.append(found(editor))
    assert walked == ["Tuyên", "tuyên", "TUYÊN", "Tuyên"]
    press(bar.words, Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert found(editor) == "TUYÊN"
    assert len(editor.text.extraSelections()) == 3
    press(bar.words, Key.Key_Escape)
    assert bar.isHidden()
    assert editor.text.extraSelections() == []


def test_numbers_of_papers_are_found_over_their_joiners(editor: BodyEditor) -> None:
    bar = editor.find_bar
    bar.ask()
    bar.words.setText("18-nq/tw")
    assert bar.count.text() == "1/2 chỗ"
    assert found(editor) == "18-NQ/TW"
    bar.words.setText("không có")
    assert bar.count.text() == "Không tìm thấy"
    assert not bar.replace_all.isEnabled()
    bar.words.setText("")
    assert bar.count.text() == ""


def test_one_find_is_replaced_in_its_own_style(editor: BodyEditor) -> None:
    bar = editor.find_bar
    bar.ask()
    bar.words.setText("tuyen")
    press(bar.words, Key.Key_Return)
    bar.others.setText("mới-")
    press(bar.others, Key.Key_Return)
    assert editor.body()[0] == a_paragraph("Tuyên truyền 18-NQ/TW, ", Run("mới-", bold=True), " giáo")
    assert found(editor) == "TUYÊN"


def test_all_finds_are_replaced_in_one_step(editor: BodyEditor, qtbot: QtBot) -> None:
    bar = editor.find_bar
    bar.ask()
    bar.words.setText("tuyen")
    bar.others.setText("x")
    with qtbot.waitSignal(editor.said) as told:
        bar.replace_all.click()
    assert told.args == ["Đã thay 3 chỗ."]
    assert editor.body() == (
        a_paragraph("x truyền 18-NQ/TW, ", Run("x", bold=True), " giáo"),
        Table((1.0,), 0, ((Cell(runs("😀 x")),),)),
        BODY[2],
    )
    editor.text.undo()
    assert editor.body() == BODY


def test_what_may_not_be_changed_can_be_searched(editor: BodyEditor) -> None:
    editor.set_read_only(read_only=True)
    editor.find_bar.ask()
    editor.find_bar.words.setText("nghi quyet")
    assert found(editor) == "Nghị quyết"
    assert editor.find_bar.replace_all.isHidden()
