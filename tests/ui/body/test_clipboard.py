"""What goes out of a body's text, and what comes in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, QMimeData, Qt, QTimer
from PySide6.QtGui import QImage, QTextCursor
from pytestqt.qtbot import QtBot
from support.builders import a_paragraph, runs
from support.windows import press

from vpdesk.domain.body import (
    Alignment,
    Basis,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from vpdesk.ui.body.body_text import BodyText

MakeText = Callable[..., BodyText]
A_TABLE = Table((1.0, 2.0), 1, ((Cell(runs("a")), Cell(runs("b"))), (Cell(runs("c"), 2),)))
RICH = (
    Basis(runs("Căn cứ Điều lệ Đảng")),
    Heading(2, runs("1. Mục")),
    Paragraph(runs("chữ ", Run("đậm", bold=True, note="Chú")), Alignment.RIGHT, 5.0),
    Bullet(3, runs("việc")),
    A_TABLE,
    Division(DivisionKind.CHAPTER, "I", "Chung"),
    PageBreak(),
    a_paragraph("18-NQ/TW"),
)


def plain(words: str) -> QMimeData:
    """A text on the clipboard."""
    data = QMimeData()
    data.setText(words)
    return data


def html(words: str) -> QMimeData:
    """HTML on the clipboard."""
    data = QMimeData()
    data.setHtml(words)
    return data


def test_what_is_copied_comes_in_again_as_it_was(write_text: MakeText) -> None:
    source, target = write_text(*RICH), write_text()
    source.selectAll()
    target.insertFromMimeData(source.createMimeDataFromSelection())
    assert target.body() == RICH


def test_other_programs_get_clean_html_and_plain_text(write_text: MakeText) -> None:
    text = write_text(Heading(2, runs("1. Mục")), a_paragraph("18-NQ/TW ", Run("đậm", bold=True)))
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert data.text() == "1. Mục\n18-NQ/TW đậm"
    assert data.html() == "<h2>1. Mục</h2><p>18-NQ/TW <b>đậm</b></p>"


def test_words_out_of_a_line_come_into_a_line(write_text: MakeText) -> None:
    text = write_text(a_paragraph("một hai ba"), a_paragraph("xy"))
    cursor = text.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    data = text.createMimeDataFromSelection()
    text.go_to(1, 1)
    text.insertFromMimeData(data)
    assert text.body()[1] == a_paragraph("xhai y")


def test_lines_come_between_the_parts_of_a_paragraph_in_one_step(write_text: MakeText) -> None:
    text = write_text(a_paragraph("trước sau"))
    text.go_to(0, 6)
    text.insertFromMimeData(plain("- một;\n- hai.\n"))
    after = (a_paragraph("trước "), Bullet(1, runs("một;")), Bullet(1, runs("hai.")), a_paragraph("sau"))
    assert text.body() == after
    text.undo()
    assert text.body() == (a_paragraph("trước sau"),)
    text.redo()
    assert text.body() == after


def test_numbers_behind_what_comes_in_go_on(write_text: MakeText) -> None:
    text = write_text(Heading(2, runs("1. a")), Heading(2, runs("2. b")))
    text.go_to(0, 100)
    text.insertFromMimeData(plain("2. mới\n3. nữa"))
    assert [block.runs[0].text for block in text.body() if isinstance(block, Heading)] == [
        "1. a",
        "2. mới",
        "3. nữa",
        "4. b",
    ]


def test_what_comes_in_takes_the_place_of_what_is_selected(write_text: MakeText) -> None:
    text = write_text(*RICH)
    text.selectAll()
    text.insertFromMimeData(plain("một\nhai"))
    assert text.body() == (a_paragraph("một"), a_paragraph("hai"))


def test_a_table_comes_in_and_words_can_follow_it(write_text: MakeText) -> None:
    text = write_text(a_paragraph("x"), a_paragraph("y"))
    text.go_to(0, 1)
    text.insertFromMimeData(html("<table><tr><td>a</td></tr></table>"))
    table = Table((1.0,), 0, ((Cell(runs("a")),),))
    assert text.body() == (a_paragraph("x"), table, a_paragraph("y"))


def test_lines_come_into_a_cell_as_lines(write_text: MakeText) -> None:
    text = write_text(A_TABLE)
    text.go_to(0, 1, 1)
    text.insertFromMimeData(plain("x\ny"))
    assert text.body() == (Table(A_TABLE.columns, 1, ((A_TABLE.rows[0][0], Cell(runs("bx\ny"))), A_TABLE.rows[1])),)


def test_pictures_are_told_of(write_text: MakeText, qtbot: QtBot) -> None:
    text = write_text()
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert text.canInsertFromMimeData(data)
    with qtbot.waitSignal(text.said) as told:
        text.insertFromMimeData(data)
    assert told.args is not None
    with qtbot.waitSignal(text.said) as told:
        text.insertFromMimeData(html("<p>a<img src=x></p>"))
    assert told.args is not None
    assert "1" in told.args[0]
    assert text.body() == (a_paragraph("a"),)


def test_nothing_comes_in_where_nothing_may_be_changed(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"))
    text.set_read_only(read_only=True)
    text.insertFromMimeData(plain("b"))
    assert text.body() == (a_paragraph("a"),)


class Turns:
    """Counts the turns of the event loop that something leaves to others."""

    def __init__(self) -> None:
        self.count = 0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._turn)

    def _turn(self) -> None:
        self.count += 1

    def while_pasting(self, text: BodyText) -> int:
        """The turns until all has come in."""
        self._timer.start()
        loop = QEventLoop()
        while text.pasting is not None:
            loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        return self.count


LINE = "Đẩy mạnh công tác tuyên truyền về chủ trương của Đảng, chính sách, pháp luật của Nhà nước trong Nhân dân. "


@pytest.mark.parametrize("kind", ["lines", "one line", "html"])
def test_megabytes_come_in_with_the_event_loop_alive(write_text: MakeText, kind: str) -> None:
    letters = 1_000_000
    count = letters // len(LINE)
    data = {
        "lines": lambda: plain("\n".join([LINE] * count)),
        "one line": lambda: plain(LINE * count),
        "html": lambda: html(f"<p>{LINE}</p>" * count),
    }[kind]()
    text = write_text(a_paragraph("trước"))
    told: list[bool] = []
    text.edited.connect(lambda: told.append(True))

    text.insertFromMimeData(data)

    assert text.pasting is not None
    assert len(text.document().toPlainText()) < 40_000
    assert Turns().while_pasting(text) > letters / 20_000
    assert (
        sum(len(run.text) for block in text.body() if isinstance(block, Paragraph) for run in block.runs)
        > 0.97 * letters
    )
    assert told == [True]
    text.undo()
    assert text.body() == (a_paragraph("trước"),)


def test_while_much_comes_in_nothing_else_changes_and_esc_takes_it_back(write_text: MakeText, qtbot: QtBot) -> None:
    text = write_text(a_paragraph("trước"))
    text.insertFromMimeData(plain("\n".join([LINE] * 5000)))
    press(text, Qt.Key.Key_A)
    assert not text.canInsertFromMimeData(plain("x"))
    press(text, Qt.Key.Key_Escape)
    assert text.pasting is None
    assert text.body() == (a_paragraph("trước"),)


def test_html_that_is_one_endless_comment_leaves_the_event_loop_alive(write_text: MakeText) -> None:
    text = write_text()
    text.insertFromMimeData(html("<!-- " + "x" * 2_000_000 + "--><p>a</p>"))
    assert Turns().while_pasting(text) > 0
    assert text.body() == (a_paragraph("a"),)
