"""What an officer does with a body beside typing, through the bar and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from support.builders import a_dispatch, a_paragraph, runs
from support.windows import part, press

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Body,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from vpdesk.layout.frame import GlyphRun
from vpdesk.layout.spots import spot_at
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out
from vpdesk.ui.body import acts, tables
from vpdesk.ui.body.body_bar import BodyBar
from vpdesk.ui.body.body_text import BodyText, Place
from vpdesk.ui.body.editor import BodyEditor
from vpdesk.ui.body.formats import Kind
from vpdesk.ui.body.grid import GridPane
from vpdesk.ui.body.notes import NotePane
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look

Key = Qt.Key
MakeText = Callable[..., BodyText]
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_WINDOWS = pytest.mark.qt_log_ignore("This plugin does not support")
"""The platform without a screen warns of every popup."""


def select(text: BodyText, start: int, stop: int) -> None:
    """Select from one place of the document to another."""
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


@pytest.fixture
def editor(look: Look, qtbot: QtBot) -> Iterator[BodyEditor]:
    """An editor on the screen."""
    made = BodyEditor(look, Icons(resource("icons"), look))
    qtbot.addWidget(made)
    made.resize(560, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.text.setFocus()
    yield made
    made.close()


# --- marks --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "mark"), [(Key.Key_B, "bold"), (Key.Key_I, "italic"), (Key.Key_U, "underline")])
def test_keys_mark_what_is_selected_and_take_it_back(editor: BodyEditor, key: Qt.Key, mark: str) -> None:
    body = (a_paragraph("một hai"), a_paragraph("ba"))
    editor.show_body(body)
    select(editor.text, 4, 10)
    press(editor.text, key, CONTROL)
    marks: dict[str, Any] = {mark: True}
    marked = (a_paragraph("một ", Run("hai", **marks)), a_paragraph(Run("ba", **marks)))
    assert editor.body() == marked
    assert editor.bar.actions_by_name[mark].isChecked()
    press(editor.text, key, CONTROL)
    assert editor.body() == body
    press(editor.text, Key.Key_Z, CONTROL)
    assert editor.body() == marked
    press(editor.text, Key.Key_Y, CONTROL)
    assert editor.body() == body


def test_a_mark_without_a_selection_holds_for_what_is_typed_next(editor: BodyEditor) -> None:
    editor.show_body((a_paragraph("a"),))
    editor.go_to(0, 1)
    press(editor.text, Key.Key_B, CONTROL)
    QTest.keyClicks(editor.text, "b")
    press(editor.text, Key.Key_B, CONTROL)
    QTest.keyClicks(editor.text, "c")
    assert editor.body() == (a_paragraph("a", Run("b", bold=True), "c"),)


def test_raised_and_lowered_letters_stand_for_each_other(write_text: MakeText) -> None:
    text = write_text(a_paragraph("m2"))
    select(text, 1, 2)
    acts.toggle_mark(text, "raised")
    acts.toggle_mark(text, "lowered")
    assert text.body() == (a_paragraph("m", Run("2", elevation=Elevation.LOWERED)),)


def test_a_heading_is_bold_by_itself_and_carries_no_bold(write_text: MakeText) -> None:
    text = write_text(Heading(2, runs("1. a")))
    assert text.document().firstBlock().begin().fragment().charFormat().fontWeight() > 400
    assert not acts.is_marked(text, "bold")
    acts.set_kind(text, Kind.PARAGRAPH)
    assert text.body() == (a_paragraph("1. a"),)
    assert text.document().firstBlock().begin().fragment().charFormat().fontWeight() == 400


# --- kinds --------------------------------------------------------------------------------------------------------

KINDS: dict[str, tuple[Block, str, int, Block]] = {
    "a heading with the next number": (a_paragraph("x"), "HEADING", 2, Heading(2, runs("2. x"))),
    "a numbered paragraph as a heading": (a_paragraph("5. x"), "HEADING", 2, Heading(2, runs("5. x"))),
    "another level": (Heading(2, runs("2. x")), "HEADING", 1, Heading(1, runs("I- x"))),
    "an article": (a_paragraph("x"), "ARTICLE", 1, Article(runs("Điều 1. x"))),
    "a bullet without the number": (Heading(2, runs("2. x")), "BULLET", 2, Bullet(2, runs("x"))),
    "a basis": (a_paragraph("Căn cứ x"), "BASIS", 1, Basis(runs("Căn cứ x"))),
    "a paragraph out of a bullet": (Bullet(1, runs("x")), "PARAGRAPH", 1, a_paragraph("x")),
    "a paragraph out of a chapter": (Division(DivisionKind.CHAPTER, "I", "x"), "PARAGRAPH", 1, a_paragraph("x")),
    "a basis keeps its alignment": (Paragraph(runs("x"), Alignment.LEFT), "BASIS", 1, Basis(runs("x"), Alignment.LEFT)),
}


@pytest.mark.parametrize(("before", "kind", "level", "after"), KINDS.values(), ids=KINDS.keys())
def test_a_block_becomes(write_text: MakeText, before: Block, kind: str, level: int, after: Block) -> None:
    first = Heading(2, runs("1. đầu"))
    text = write_text(first, before)
    acts.set_kind(text, Kind[kind], level)
    assert text.body() == (first, after)
    text.undo()
    assert text.body() == (first, before)


def test_every_selected_block_takes_the_kind_and_counts(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"), a_paragraph("b"), a_paragraph("c"))
    text.selectAll()
    acts.set_kind(text, Kind.HEADING, 2)
    assert text.body() == tuple(Heading(2, runs(words)) for words in ("1. a", "2. b", "3. c"))


def test_a_chapter_gets_the_next_number(write_text: MakeText) -> None:
    chapter = Division(DivisionKind.CHAPTER, "I", "Chung")
    text = write_text(chapter, a_paragraph("Tổ chức"), Division(DivisionKind.CHAPTER, "II", "Cuối"))
    text.go_to(1, 3)
    acts.set_division(text, DivisionKind.CHAPTER)
    assert [(block.number, block.title) for block in text.body() if isinstance(block, Division)] == [
        ("I", "Chung"),
        ("II", "Tổ chức"),
        ("III", "Cuối"),
    ]
    acts.set_division(text, DivisionKind.SECTION)
    assert text.body()[1] == Division(DivisionKind.SECTION, "1", "Tổ chức")


def test_paragraphs_and_cells_are_aligned_and_headings_are_not(write_text: MakeText) -> None:
    text = write_text(
        a_paragraph("a"), Heading(2, runs("b")), Table((1.0,), 0, ((Cell(runs("c")),),)), a_paragraph("d")
    )
    text.selectAll()
    acts.align(text, Alignment.CENTRED)
    assert text.body() == (
        Paragraph(runs("a"), Alignment.CENTRED),
        Heading(2, runs("b")),
        Table((1.0,), 0, ((Cell(runs("c"), align=Alignment.CENTRED),),)),
        Paragraph(runs("d"), Alignment.CENTRED),
    )
    assert acts.alignment_at(text) is Alignment.CENTRED
    acts.align(text, Alignment.JUSTIFIED)
    assert text.body()[0] == a_paragraph("a")


def test_a_new_page_begins_behind_the_paragraph(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"), a_paragraph("b"))
    text.go_to(0, 0)
    acts.insert_page_break(text)
    assert text.body() == (a_paragraph("a"), PageBreak(), a_paragraph("b"))
    assert text.place() == Place(2, 0)
    text.go_to(2, 1)
    acts.insert_page_break(text)
    assert text.body()[3:] == (PageBreak(), a_paragraph())


# --- notes --------------------------------------------------------------------------------------------------------


def open_note(text: BodyText) -> NotePane:
    """The pane of the note at the caret."""
    pane = acts.open_note(text)
    assert pane is not None
    return pane


@NO_WINDOWS
def test_a_note_is_written_changed_and_taken_out(write_text: MakeText) -> None:
    text = write_text(a_paragraph("một"), a_paragraph("hai"))
    text.go_to(0, 3)
    pane = open_note(text)
    pane.words.setPlainText("Công báo")
    press(pane.words, Key.Key_Return)
    assert text.body()[0] == a_paragraph(Run("một", note="Công báo"))
    pane = open_note(text)
    assert pane.words.toPlainText() == "Công báo"
    pane.words.setPlainText("Công báo\nsố 2")
    pane.close()
    assert text.body()[0] == a_paragraph(Run("một", note="Công báo\nsố 2"))
    pane = open_note(text)
    pane.words.clear()
    pane.close()
    assert text.body()[0] == a_paragraph("một")
    text.undo()
    assert text.body()[0] == a_paragraph(Run("một", note="Công báo\nsố 2"))


@NO_WINDOWS
def test_esc_leaves_a_note_as_it_was(write_text: MakeText) -> None:
    text = write_text(a_paragraph(Run("một", note="cũ")))
    pane = open_note(text)
    pane.words.setPlainText("mới")
    press(pane.words, Key.Key_Escape)
    assert text.body() == (a_paragraph(Run("một", note="cũ")),)


def test_notes_count_through_the_body_and_its_tables(write_text: MakeText) -> None:
    note = Run("x", note="chú")
    table = Table((1.0, 1.0), 0, ((Cell(runs(note)), Cell(runs(note, note))),))
    text = write_text(a_paragraph(note), table, a_paragraph("a", note))
    text.go_to(1, 4, 1)
    assert text.note_number(text.textCursor().position()) == 5
    text.go_to(2, 2)
    assert text.note_number(text.textCursor().position()) == 5


def test_many_notes_beside_tables_are_laid_out_and_typed_among(editor: BodyEditor, qtbot: QtBot) -> None:
    note = Run("x", note="chú")
    table = Table(
        (1.0, 1.0),
        1,
        ((Cell(runs("a")), Cell(runs(note))), (Cell(runs("b"), 1, 2), Cell(runs(note))), (Cell(runs("c")),)),
    )
    editor.show_body((a_paragraph("a ", note, "."), table) * 20)
    for place in (20, 0):
        editor.go_to(place, 1)
        QTest.keyClicks(editor.text, "b")
        editor.grab()
    assert editor.body()[0] == a_paragraph(Run("ab x", note="chú"), ".")
    editor.go_to(39, 9, 3)
    assert editor.text.note_number(editor.text.textCursor().position()) == 61
    assert editor.text._note_mark.figures == 2


def test_a_tenth_note_makes_room_for_a_second_figure(editor: BodyEditor, qtbot: QtBot) -> None:
    editor.show_body((a_paragraph(*((Run("x", note="chú"), " ") * 9)),))
    editor.text.selectAll()
    data = editor.text.createMimeDataFromSelection()
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    editor.text.insertFromMimeData(data)
    editor.grab()
    with qtbot.assertNotEmitted(editor.edited):
        qtbot.waitUntil(lambda: editor.text._note_mark.figures == 2)
    assert editor.text.note_number(editor.text.document().characterCount() - 1) == 19


@NO_WINDOWS
def test_a_click_on_the_mark_opens_its_note(editor: BodyEditor) -> None:
    editor.show_body((a_paragraph(Run("một", note="chú thích"), " hai"),))
    text = editor.text
    text.go_to(0, 3)
    rect = text.cursorRect()
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.right() + 4, rect.center().y()))
    pane = part(text, NotePane)
    assert pane.words.toPlainText() == "chú thích"
    pane.leave()


# --- places -------------------------------------------------------------------------------------------------------

PLACED: Body = (
    a_paragraph("18-NQ/TW", *(Run("a", note="n") for _ in range(9)), Run("b", note="n"), "😀", Run("c", bold=True)),
    Table((1.0, 1.0), 0, ((Cell(runs("a")), Cell(runs("b-c"))), (Cell(runs("đ"), 2),))),
    Division(DivisionKind.CHAPTER, "I", "Chung"),
)


@pytest.mark.parametrize(
    "place",
    [
        Place(0, 0),
        Place(0, 3),
        Place(0, 8),
        Place(0, 27),
        Place(0, 29),
        Place(0, 30),
        Place(1, 2, 1),
        Place(1, 1, 2),
        Place(2, 12),
    ],
)
def test_the_caret_goes_to_a_place_and_tells_it(write_text: MakeText, place: Place) -> None:
    text = write_text(*PLACED)
    text.go_to(*place)
    assert text.place() == place


def test_the_page_and_the_editor_count_alike(write_text: MakeText, desk: Desk) -> None:
    document = lay_out(desk, a_dispatch(body=PLACED)).document
    text = write_text(*PLACED)
    checked = set()
    for page in document.pages:
        for ink in page.inks():
            if (
                not isinstance(ink.ink, GlyphRun)
                or ink.place.component != "6"
                or ink.ink.text.strip() not in {"c", "đ"}
            ):
                continue
            spot = spot_at(page, ink.x + 0.3, ink.y - 3, desk.fonts)
            assert spot is not None
            assert spot.block is not None
            text.go_to(spot.block, spot.offset, spot.entry)
            text.moveCursor(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
            assert text.textCursor().selectedText() == ink.ink.text.strip()
            checked.add(ink.ink.text.strip())
    assert checked == {"c", "đ"}


def test_a_place_behind_the_end_means_the_end(write_text: MakeText) -> None:
    text = write_text(a_paragraph("abc"))
    text.go_to(9, 99)
    assert text.place() == Place(0, 3)
    assert write_text().place() == Place(0, 0)


# --- showing ------------------------------------------------------------------------------------------------------


def test_an_equal_body_keeps_caret_and_undo_and_another_clears_them(editor: BodyEditor, qtbot: QtBot) -> None:
    editor.show_body((a_paragraph("a"),))
    editor.go_to(0, 1)
    with qtbot.waitSignal(editor.edited):
        QTest.keyClicks(editor.text, "b")
    with qtbot.assertNotEmitted(editor.edited):
        editor.show_body((a_paragraph("ab"),))
    assert editor.place() == Place(0, 2)
    assert editor.text.document().isUndoAvailable()
    with qtbot.assertNotEmitted(editor.edited):
        editor.show_body((a_paragraph("c"),))
    assert editor.place() == Place(0, 0)
    assert not editor.text.document().isUndoAvailable()


def test_one_act_is_told_once(editor: BodyEditor) -> None:
    editor.show_body((Heading(2, runs("1. a")), Heading(2, runs("2. b"))))
    told: list[Body] = []
    editor.edited.connect(lambda: told.append(editor.body()))
    editor.go_to(0, 4)
    press(editor.text, Key.Key_Return)
    assert told == [(Heading(2, runs("1. a")), Heading(2, runs("2. ")), Heading(2, runs("3. b")))]


def test_what_may_not_be_changed_has_no_acts_but_finding(editor: BodyEditor) -> None:
    editor.show_body((a_paragraph("a"),))
    editor.set_read_only(read_only=True)
    editor.go_to(0, 1)
    enabled = {name for name, action in editor.bar.actions_by_name.items() if action.isEnabled()}
    assert enabled == {"find"}
    editor.set_read_only(read_only=False)
    editor.go_to(0, 0)
    assert editor.bar.actions_by_name["bold"].isEnabled()
    QTest.keyClicks(editor.text, "x")
    assert editor.body() == (a_paragraph("xa"),)


def test_the_bar_tells_the_kind_at_the_caret(editor: BodyEditor) -> None:
    editor.show_body((Heading(1, runs("I- a")), Bullet(2, runs("b")), Division(DivisionKind.PART, "I", "c")))
    names = []
    for place in range(3):
        editor.go_to(place, 0)
        names.append(editor.bar._kind.text())
    assert names == ["Mục I-", "Dấu cộng +", "Phần"]


def test_every_button_has_a_name_and_every_icon_a_tip(editor: BodyEditor) -> None:
    buttons = editor.bar.findChildren(QToolButton)
    assert len(buttons) >= 10
    assert [button.accessibleName() for button in buttons if not (button.accessibleName() and button.toolTip())] == []


def test_keys_leave_alone_what_the_typing_of_vietnamese_uses(editor: BodyEditor) -> None:
    keys = [action.shortcut().toString() for action in editor.findChildren(QAction) if not action.shortcut().isEmpty()]
    assert {"Ctrl+B", "Ctrl+I", "Ctrl+U", "Ctrl+F"} <= set(keys)
    assert [key for key in keys if "Ctrl+Shift" in key or "Alt" in key or "+" not in key] == []


def test_the_key_of_the_search_of_everything_reaches_the_window(editor: BodyEditor) -> None:
    editor.show_body((a_paragraph("abc"),))
    press(editor.text, Key.Key_K, CONTROL)
    assert editor.body() == (a_paragraph("abc"),)


def test_a_ring_shows_who_came_by_the_keys(editor: BodyEditor) -> None:
    editor.text.clearFocus()
    editor.text.setFocus(Qt.FocusReason.TabFocusReason)
    assert editor.text.property("ring")


# --- tables -------------------------------------------------------------------------------------------------------


def row(*words: str) -> tuple[Cell, ...]:
    """A row of cells."""
    return tuple(Cell(runs(one) if one else ()) for one in words)


GRID = Table((1.0, 3.0), 1, (row("a", "b"), row("c", "d"), row("e", "f")))


def in_grid(write_text: MakeText, cell: int) -> BodyText:
    """A text with the grid and the caret in a cell."""
    text = write_text(GRID)
    text.go_to(0, 0, cell)
    return text


TABLE_ACTS: dict[str, tuple[int, Callable[[BodyText], object], Table]] = {
    "a row below": (
        2,
        lambda text: tables.insert_row(text, below=True),
        Table((1.0, 3.0), 1, (*GRID.rows[:2], row("", ""), GRID.rows[2])),
    ),
    "a row above": (
        2,
        lambda text: tables.insert_row(text, below=False),
        Table((1.0, 3.0), 1, (GRID.rows[0], row("", ""), *GRID.rows[1:])),
    ),
    "a row of the head": (
        0,
        lambda text: tables.insert_row(text, below=True),
        Table((1.0, 3.0), 2, (GRID.rows[0], row("", ""), *GRID.rows[1:])),
    ),
    "a column behind": (
        0,
        lambda text: tables.insert_column(text, behind=True),
        Table((1.0, 2.0, 3.0), 1, (row("a", "", "b"), row("c", "", "d"), row("e", "", "f"))),
    ),
    "a column before": (
        0,
        lambda text: tables.insert_column(text, behind=False),
        Table((2.0, 1.0, 3.0), 1, (row("", "a", "b"), row("", "c", "d"), row("", "e", "f"))),
    ),
    "a row out": (2, tables.remove_rows, Table((1.0, 3.0), 1, (GRID.rows[0], GRID.rows[2]))),
    "the head out": (1, tables.remove_rows, Table((1.0, 3.0), 0, GRID.rows[1:])),
    "a column out": (1, tables.remove_columns, Table((1.0,), 1, (row("a"), row("c"), row("e")))),
    "a larger head": (2, tables.set_header, Table((1.0, 3.0), 2, GRID.rows)),
    "no head": (0, tables.set_header, Table((1.0, 3.0), 0, GRID.rows)),
}


@pytest.mark.parametrize(("cell", "act", "after"), TABLE_ACTS.values(), ids=TABLE_ACTS.keys())
def test_a_table_gets(write_text: MakeText, cell: int, act: Callable[[BodyText], object], after: Table) -> None:
    text = in_grid(write_text, cell)
    act(text)
    assert text.body() == (after,)
    text.undo()
    assert text.body() == (GRID,)


def test_cells_are_merged_and_split(write_text: MakeText) -> None:
    text = in_grid(write_text, 2)
    table = tables.table_at(text)
    assert table is not None
    select(text, table.cellAt(1, 0).firstPosition(), table.cellAt(2, 1).firstPosition())
    tables.merge_cells(text)
    merged = Table((1.0, 3.0), 1, (GRID.rows[0], (Cell(runs("c\nd\ne\nf"), 2, 2),), ()))
    assert text.body() == (merged,)
    tables.split_cell(text)
    assert text.body() == (Table((1.0, 3.0), 1, (GRID.rows[0], row("c\nd\ne\nf", ""), row("", ""))),)
    text.undo()
    text.undo()
    assert text.body() == (GRID,)


def test_selected_rows_are_taken_out_together_and_with_the_last_the_table(write_text: MakeText) -> None:
    text = in_grid(write_text, 0)
    table = tables.table_at(text)
    assert table is not None
    select(text, table.cellAt(0, 0).firstPosition(), table.cellAt(2, 0).firstPosition())
    tables.remove_rows(text)
    assert text.body() == ()
    text.undo()
    assert text.body() == (GRID,)


def test_a_new_table_takes_the_place_of_an_empty_paragraph(write_text: MakeText) -> None:
    text = write_text(a_paragraph("x"), a_paragraph(), a_paragraph("y"))
    text.go_to(1, 0)
    tables.put_table(text, 2, 3)
    blank = Table((1.0,) * 3, 1, (row("", "", ""), row("", "", "")))
    assert text.body() == (a_paragraph("x"), blank, a_paragraph("y"))
    assert text.place() == Place(1, 0, 0)
    tables.put_table(text, 1, 1)
    assert text.body() == (a_paragraph("x"), blank, Table((1.0,), 0, (row(""),)), a_paragraph("y"))
    tables.remove_table(text)
    tables.remove_table(text)
    assert len(text.body()) <= 3


def test_tab_goes_through_the_cells_and_begins_a_row(write_text: MakeText) -> None:
    text = in_grid(write_text, 0)
    for _ in range(5):
        press(text, Key.Key_Tab)
    assert text.place() == Place(0, 1, 5)
    press(text, Key.Key_Tab)
    assert text.body() == (Table((1.0, 3.0), 1, (*GRID.rows, row("", ""))),)
    assert text.place() == Place(0, 0, 6)
    press(text, Key.Key_Backtab)
    assert text.place() == Place(0, 1, 5)


def test_a_border_is_dragged(editor: BodyEditor) -> None:
    editor.show_body((GRID,))
    text = editor.text
    table = text.document().rootFrame().childFrames()[0]
    area = text.document().documentLayout().frameBoundingRect(table)
    start = QPoint(int(area.left() + area.width() / 4), int(area.center().y()))
    assert tables.border_at(text, QPointF(start)) is not None
    QTest.mouseMove(text.viewport(), start)
    assert text.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(text.viewport(), start + QPoint(40, 0))
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(area.center().x()), start.y()))
    (after,) = editor.body()
    assert isinstance(after, Table)
    assert after.columns == pytest.approx((2.0, 2.0), abs=0.05)
    assert sum(after.columns) == pytest.approx(4.0)
    text.undo()
    assert editor.body() == (GRID,)


@NO_WINDOWS
def test_the_size_of_a_table_is_chosen_by_arrows(editor: BodyEditor) -> None:
    editor.show_body((a_paragraph("x"),))
    editor.bar._table.click()
    pane = part(editor.bar, GridPane)
    press(pane.grid, Key.Key_Up)
    press(pane.grid, Key.Key_Right)
    press(pane.grid, Key.Key_Return)
    made = editor.body()[1]
    assert isinstance(made, Table)
    assert (len(made.rows), len(made.columns)) == (2, 4)


@NO_WINDOWS
def test_the_context_menu_has_the_acts_of_blocks_and_tables(editor: BodyEditor) -> None:
    editor.show_body((GRID,))
    editor.go_to(0, 0, 0)
    QApplication.sendEvent(
        editor.text, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(40, 40), QPoint(40, 40))
    )
    menu = next(one for one in editor.text.findChildren(QMenu) if one.isVisible())
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert (enabled["Bảng"], enabled["Kiểu đoạn"]) == (True, False)
    menu.close()


def test_menus_do_what_they_say(editor: BodyEditor) -> None:
    editor.show_body((a_paragraph("x"),))
    acts_of_letters = {action.text(): action for menu in editor.text.menus for action in menu.actions()}
    editor.text.selectAll()
    acts_of_letters["Chỉ số trên, như m²"].trigger()
    assert editor.body() == (a_paragraph(Run("x", elevation=Elevation.RAISED)),)
    acts_of_letters["Chỉ số trên, như m²"].trigger()
    menus = [menu for menu in editor.bar.findChildren(QMenu) if menu.actions()]
    kinds = {action.text(): action for menu in menus for action in menu.actions()}
    kinds["Căn cứ"].trigger()
    assert editor.body() == (Basis(runs("x")),)
    kinds["Giữa"].trigger()
    assert editor.body() == (Basis(runs("x"), Alignment.CENTRED),)
    kinds["Chương"].trigger()
    assert editor.body() == (Division(DivisionKind.CHAPTER, "I", "x"),)
    assert isinstance(editor.bar, BodyBar)
