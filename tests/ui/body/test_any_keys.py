"""Whatever is typed, the body stays one that a file may hold, and undo brings the first one back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.builders import a_paragraph, runs
from support.windows import press

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Body,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Heading,
    PageBreak,
    Run,
    Table,
    joined,
)
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.dispatch_file import format_dispatch, parse_dispatch
from vpdesk.ui.body import acts, tables
from vpdesk.ui.body.body_text import BodyText
from vpdesk.ui.body.codec import read
from vpdesk.ui.body.formats import Kind
from vpdesk.ui.style import Look

pytestmark = pytest.mark.usefixtures("application")
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
BODY: Body = (
    Basis(runs("Căn cứ 18-NQ/TW")),
    Division(DivisionKind.CHAPTER, "I", "Chung"),
    Article(runs("Điều 1. Phạm vi")),
    Heading(1, runs("I- MỤC")),
    Heading(2, runs("1. a")),
    a_paragraph("2. b", Run("x", note="chú"), "."),
    Table(
        (1.0, 2.0),
        1,
        ((Cell(runs("a-b")), Cell(runs("b"))), (Cell(runs("c"), 1, 2), Cell(runs("d\ne"))), (Cell(runs("g")),)),
    ),
    PageBreak(),
    Bullet(1, runs("việc;")),
    a_paragraph("cuối"),
)


def _paste(text: BodyText) -> None:
    data = QMimeData()
    data.setHtml("<p>1. mới</p><table><tr><td>x</td></tr></table><ul><li>y</li></ul>")
    text.insertFromMimeData(data)


def _select_on(text: BodyText) -> None:
    cursor = text.textCursor()
    cursor.setPosition((cursor.position() + 23) % text.document().characterCount(), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


DONE: dict[str, Callable[[BodyText], object]] = {
    "letters": lambda text: QTest.keyClicks(text, "x-/"),
    "bullet": lambda text: QTest.keyClicks(text, "- "),
    "number": lambda text: QTest.keyClicks(text, "1. "),
    "enter": lambda text: press(text, Key.Key_Return),
    "line": lambda text: press(text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    "backspace": lambda text: press(text, Key.Key_Backspace),
    "delete": lambda text: press(text, Key.Key_Delete),
    "tab": lambda text: press(text, Key.Key_Tab),
    "backtab": lambda text: press(text, Key.Key_Backtab),
    "select": _select_on,
    "all": lambda text: text.selectAll(),
    "paste": _paste,
    "cut": lambda text: text.cut(),
    "copy": lambda text: text.createMimeDataFromSelection(),
    "undo": lambda text: text.undo(),
    "redo": lambda text: text.redo(),
    "bold": lambda text: acts.toggle_mark(text, "bold"),
    "heading": lambda text: acts.set_kind(text, Kind.HEADING, 2),
    "article": lambda text: acts.set_kind(text, Kind.ARTICLE),
    "paragraph": lambda text: acts.set_kind(text, Kind.PARAGRAPH),
    "list": lambda text: acts.set_kind(text, Kind.BULLET),
    "chapter": lambda text: acts.set_division(text, DivisionKind.CHAPTER),
    "centre": lambda text: acts.align(text, Alignment.CENTRED),
    "page": acts.insert_page_break,
    "table": lambda text: tables.put_table(text, 2, 2),
    "row": lambda text: tables.insert_row(text, below=True),
    "column": lambda text: tables.insert_column(text, behind=True),
    "rows out": tables.remove_rows,
    "columns out": tables.remove_columns,
    "merge": tables.merge_cells,
    "split": tables.split_cell,
    "header": tables.set_header,
}


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 20), st.sampled_from(sorted(DONE))), max_size=8))
def test_whatever_is_done(look: Look, steps: list[tuple[int, int, str]]) -> None:
    text = BodyText(look)
    text.show_body(BODY)
    for place, offset, name in steps:
        if name not in {"backspace", "delete", "cut", "letters", "bold"} or not text.textCursor().hasSelection():
            text.go_to(place, offset, offset % 4)
        DONE[name](text)
        _hold(text)
    while text.document().isUndoAvailable():
        text.undo()
    assert tuple(map(plainly, text.body())) == tuple(map(plainly, BODY))
    text.deleteLater()
    QApplication.processEvents()


def _hold(text: BodyText) -> None:
    body = text.body()
    assert tuple(map(plainly, body)) == tuple(map(plainly, read(text.document())))
    place = text.place()
    text.go_to(*place)
    assert text.place() == place
    paper = Dispatch("CV", "BAN TUYÊN GIÁO", body=body)
    assert parse_dispatch(format_dispatch(paper).encode()) == paper


def plainly(block: object) -> object:
    """A block with its runs in as few as can be."""
    if isinstance(block, Table):
        return (
            block.columns,
            block.header_rows,
            [[(joined(cell.runs), cell.columns, cell.rows, cell.align) for cell in row] for row in block.rows],
        )
    return (type(block), joined(block.runs), getattr(block, "level", 0)) if hasattr(block, "runs") else block
