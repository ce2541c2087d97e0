"""A body, its text document, and the body again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from support.builders import a_long_body, a_paragraph, runs
from support.strategies import blocks as any_block

from vpdesk.domain.body import (
    Alignment,
    Basis,
    Block,
    Body,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    joined,
)
from vpdesk.ui.body import codec
from vpdesk.ui.body.codec import Manuscript, read, write

pytestmark = pytest.mark.usefixtures("application")
BODIES = st.lists(any_block, max_size=5).map(tuple)
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def tidied(block: Block) -> Block:
    """The block as it reads: alike runs are one, and a table has a row, its spans within it."""
    match block:
        case Table(columns, header_rows, rows):
            rows = rows or (tuple(Cell(()) for _ in columns),)
            return Table(
                columns,
                header_rows,
                tuple(
                    tuple(replace(cell, runs=joined(cell.runs), rows=min(cell.rows, len(rows) - place)) for cell in row)
                    for place, row in enumerate(rows)
                ),
            )
        case Division() | PageBreak():
            return block
        case _:
            return replace(block, runs=joined(block.runs))


@PATIENT
@given(BODIES)
def test_what_is_written_is_read(body: Body) -> None:
    document = QTextDocument()
    write(document, body)
    assert read(document) == tuple(map(tidied, body))


@PATIENT
@given(BODIES, st.lists(st.tuples(st.integers(0, 8), st.floats(0, 1), st.floats(0, 1)), max_size=12))
def test_what_is_read_in_parts_is_what_is_read_whole(body: Body, acts: list[tuple[int, float, float]]) -> None:
    document = QTextDocument()
    manuscript = Manuscript(document)
    manuscript.show(body)
    for act, start, stop in acts:
        _act(document, act, start, stop)
        if act % 2:
            assert tuple(map(tidied, manuscript.body())) == read(document)
    assert tuple(map(tidied, manuscript.body())) == read(document)


def _act(document: QTextDocument, act: int, start: float, stop: float) -> None:
    cursor = QTextCursor(document)
    last = document.characterCount() - 1
    cursor.setPosition(int(start * last))
    match act:
        case 0 | 1:
            cursor.insertText("chữ")
        case 2 | 3:
            cursor.setPosition(int(stop * last), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        case 4:
            cursor.insertBlock()
        case 5:
            cursor.deletePreviousChar()
        case 6:
            document.undo()
        case 7:
            document.redo()
        case _:
            table = cursor.currentTable()
            if table is not None:
                table.insertRows(0, 1)


def test_blocks_that_did_not_change_stay_the_very_same() -> None:
    body = (*a_long_body(400), Table((1.0, 2.0), 1, ((Cell(runs("a")), Cell(runs("b"))),)), *a_long_body(400))
    document = QTextDocument()
    manuscript = Manuscript(document)
    manuscript.show(body)
    assert all(one is other for one, other in zip(manuscript.body(), body, strict=True))

    QTextCursor(document.findBlockByNumber(3)).insertText("mới ")

    after = manuscript.body()
    assert [place for place, block in enumerate(after) if block is not body[place]] == [3]
    assert after[3] == a_paragraph("mới " + body[3].runs[0].text) if isinstance(body[3], Paragraph) else False


def test_far_apart_changes_leave_what_lies_between_the_same() -> None:
    body = a_long_body(2000)
    document = QTextDocument()
    manuscript = Manuscript(document)
    manuscript.show(body)
    for place in (1, 48):
        QTextCursor(document.findBlockByNumber(place)).insertText("mới ")
    after = manuscript.body()
    assert [place for place, block in enumerate(after) if block is not body[place]] == [1, 48]


def test_an_undone_change_gives_the_next_block_back_as_it_was() -> None:
    body = a_long_body(400)
    document = QTextDocument()
    manuscript = Manuscript(document)
    manuscript.show(body)
    QTextCursor(document.findBlockByNumber(2)).insertText("mới ")
    manuscript.body()
    document.undo()
    assert manuscript.body() == body


def test_a_keystroke_in_fifty_pages_reads_one_block(monkeypatch: pytest.MonkeyPatch) -> None:
    body = a_long_body(50 * 400)
    document = QTextDocument()
    manuscript = Manuscript(document)
    manuscript.show(body)
    read_again: list[int] = []
    inner = codec.read_block

    def counted(block: QTextBlock) -> Block | None:
        read_again.append(block.blockNumber())
        return inner(block)

    monkeypatch.setattr(codec, "read_block", counted)

    QTextCursor(document.findBlockByNumber(200)).insertText("x")
    manuscript.body()
    manuscript.body()

    assert read_again == [200]


def test_an_empty_body_stays_empty_until_something_is_typed() -> None:
    document = QTextDocument()
    write(document, ())
    assert read(document) == ()
    QTextCursor(document).insertText("a")
    assert read(document) == (a_paragraph("a"),)


def test_words_typed_beside_a_table_are_a_paragraph() -> None:
    table = Table((1.0,), 0, ((Cell(runs("a")),),))
    document = QTextDocument()
    write(document, (table, table))
    assert read(document) == (table, table)
    QTextCursor(document.lastBlock()).insertText("sau")
    QTextCursor(document.firstBlock()).insertText("trước")
    assert read(document) == (a_paragraph("trước"), table, table, a_paragraph("sau"))


@pytest.mark.parametrize("width", range(90, 300, 15))
def test_numbers_of_papers_are_not_parted_at_the_end_of_a_line(width: int) -> None:
    document = QTextDocument()
    body = (a_paragraph("Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017, Kế hoạch số 187-KH/HU"),)
    write(document, body)
    document.setTextWidth(width)
    document.documentLayout().documentSize()
    layout, text = document.firstBlock().layout(), document.firstBlock().text()
    ends = [layout.lineAt(line).textStart() + layout.lineAt(line).textLength() for line in range(layout.lineCount())]
    assert {text[end - 1] for end in ends[:-1]} == {" "}
    assert read(document) == body


@pytest.mark.parametrize(
    ("typed", "is_read_as"),
    [
        ("Chương II\u2028Quyền hạn", Division(DivisionKind.CHAPTER, "II", "Quyền hạn")),
        ("MỤC 3\u2028Nhiệm vụ\u2028của Ban", Division(DivisionKind.SECTION, "3", "Nhiệm vụ\ncủa Ban")),
        ("Phần thứ nhất\u2028", Division(DivisionKind.PART, "thứ nhất", "…")),
        ("Chương\u2028Quyền hạn", Division(DivisionKind.CHAPTER, "…", "Quyền hạn")),
        ("Quyền hạn", Paragraph((Run("Quyền hạn", bold=True),), Alignment.CENTRED)),
    ],
)
def test_a_division_is_what_its_lines_say(typed: str, is_read_as: Block) -> None:
    document = QTextDocument()
    write(document, (Division(DivisionKind.CHAPTER, "I", "Quy định chung"),))
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(typed)
    assert read(document) == (is_read_as,)


def test_letters_in_parts_are_read_composed_and_what_may_not_stand_there_is_a_space() -> None:
    document = QTextDocument()
    write(document, (Bullet(1, ()), Heading(2, ()), Basis(())))
    QTextCursor(document.firstBlock()).insertText("e\u0302\u0301\u202ex")
    assert read(document)[0] == Bullet(1, runs("ế x"))
