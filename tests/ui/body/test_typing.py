"""Typing in the text of a body, key by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from support.builders import a_paragraph, runs
from support.windows import press

from vpdesk.domain.body import (
    Article,
    Basis,
    Block,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Heading,
    PageBreak,
    Run,
    Table,
)
from vpdesk.ui.body.body_text import BodyText, Place

Key = Qt.Key
MakeText = Callable[..., BodyText]
SHIFT = Qt.KeyboardModifier.ShiftModifier
A_TABLE = Table((1.0, 1.0), 0, ((Cell(runs("a")), Cell(runs("b"))), (Cell(runs("c")), Cell(runs("d")))))


def type_in(text: BodyText, words: str) -> None:
    """Type words as a keyboard does; a line feed is Enter."""
    for letter in words:
        if letter == "\n":
            press(text, Key.Key_Return)
        else:
            # Qt's own key clicks know no letters of Vietnamese.
            key = Key.Key_Space if letter == " " else Key.Key_unknown
            QApplication.sendEvent(text, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))


def heading(words: str, level: int = 2) -> Heading:
    """A heading of these words."""
    return Heading(level, runs(words))


TYPED: dict[str, tuple[str, tuple[Block, ...]]] = {
    "a paragraph": ("Một\nhai", (a_paragraph("Một"), a_paragraph("hai"))),
    "numbers of papers": ("18-NQ/TW", (a_paragraph("18-NQ/TW"),)),
    "bullets": ("- một;\nhai.\n\nba", (Bullet(1, runs("một;")), Bullet(1, runs("hai.")), a_paragraph("ba"))),
    "deeper bullets": ("+ một", (Bullet(2, runs("một")),)),
    "headings that count": ("1. Mục\nTiếp\n\nchữ", (heading("1. Mục"), heading("2. Tiếp"), a_paragraph("chữ"))),
    "a heading of the first level": ("I- MỤC ĐÍCH\nYÊU CẦU", (heading("I- MỤC ĐÍCH", 1), heading("II- YÊU CẦU", 1))),
    "a numbered sentence is a paragraph": (
        "1. Làm ngay.\nLàm sau.",
        (a_paragraph("1. Làm ngay."), a_paragraph("2. Làm sau.")),
    ),
    "points": ("a) một;\nhai;", (a_paragraph("a) một;"), a_paragraph("b) hai;"))),
    "articles": ("Điều 1. Phạm vi\nĐối tượng", (Article(runs("Điều 1. Phạm vi")), Article(runs("Điều 2. Đối tượng")))),
    "articles that are sentences": (
        "Điều 1. Ban hành quy định.\nGiao Ban.",
        (
            a_paragraph(Run("Điều 1.", bold=True), " Ban hành quy định."),
            a_paragraph(Run("Điều 2.", bold=True), " Giao Ban."),
        ),
    ),
    "a chapter": (
        "Chương I\nQuy định chung\nchữ",
        (Division(DivisionKind.CHAPTER, "I", "Quy định chung"), a_paragraph("chữ")),
    ),
    "a dash inside words is a dash": ("a - b", (a_paragraph("a - b"),)),
    "nothing but a number ends a row": ("1. a\n\n", (heading("1. a"), a_paragraph())),
}


@pytest.mark.parametrize(("typed", "body"), TYPED.values(), ids=TYPED.keys())
def test_what_is_typed_becomes(write_text: MakeText, typed: str, body: tuple[Block, ...]) -> None:
    text = write_text()
    type_in(text, typed)
    assert text.body() == body


def test_a_numbered_sentence_is_a_paragraph_when_the_caret_leaves_it(write_text: MakeText) -> None:
    text = write_text(a_paragraph("x"), a_paragraph())
    type_in(text, "1. Làm ngay.")
    assert text.body()[1] == heading("1. Làm ngay.")
    text.go_to(0, 0)
    assert text.body()[1] == a_paragraph("1. Làm ngay.")
    text.go_to(1, 100)
    type_in(text, "\n\n2. Mục")
    text.go_to(0, 0)
    assert text.body()[-1] == heading("2. Mục")


CHAPTER = Division(DivisionKind.CHAPTER, "I", "Chung")
PARTED: dict[str, tuple[Block, int, tuple[Block, ...]]] = {
    "the middle of a heading": (heading("1. một hai"), 7, (heading("1. một "), a_paragraph("hai"))),
    "the start of a heading": (heading("1. một"), 0, (a_paragraph(), heading("1. một"))),
    "the start of a bullet": (Bullet(1, runs("a")), 0, (Bullet(1, ()), Bullet(1, runs("a")))),
    "the middle of a bullet": (Bullet(1, runs("ab")), 1, (Bullet(1, runs("a")), Bullet(1, runs("b")))),
    "the end of a heading without a number": (heading("Mục"), 9, (heading("Mục"), a_paragraph())),
    "the end of a basis": (Basis(runs("Căn cứ")), 9, (Basis(runs("Căn cứ")), Basis(()))),
    "the first line of a chapter": (CHAPTER, 3, (CHAPTER,)),
    "the middle of a chapter's title": (CHAPTER, 12, (Division(DivisionKind.CHAPTER, "I", "Chu\nng"),)),
    "the end of a chapter's title": (CHAPTER, 99, (CHAPTER, a_paragraph())),
    "a page break": (PageBreak(), 0, (PageBreak(), a_paragraph())),
}


@pytest.mark.parametrize(("block", "offset", "after"), PARTED.values(), ids=PARTED.keys())
def test_enter_in(write_text: MakeText, block: Block, offset: int, after: tuple[Block, ...]) -> None:
    text = write_text(block)
    text.go_to(0, offset)
    press(text, Key.Key_Return)
    assert text.body() == after
    text.undo()
    assert text.body() == (block,)


def test_one_put_into_a_row_of_numbers_moves_those_behind_it_in_one_step(write_text: MakeText) -> None:
    body = (heading("1. a"), a_paragraph("chữ"), heading("2. b"), heading("3. c"))
    text = write_text(*body)
    text.go_to(0, 4)
    type_in(text, "\n")
    assert text.body() == (heading("1. a"), heading("2. "), a_paragraph("chữ"), heading("3. b"), heading("4. c"))
    assert text.place() == Place(1, 3)
    text.undo()
    assert text.body() == body
    text.redo()
    assert text.body()[-1] == heading("4. c")


def test_one_taken_out_of_a_row_of_numbers_moves_those_behind_it(write_text: MakeText) -> None:
    text = write_text(heading("1. a"), heading("2. b"), heading("3. c"))
    text.go_to(1, 3)
    press(text, Key.Key_Backspace)
    assert text.body() == (heading("1. a"), a_paragraph("b"), heading("2. c"))
    text.undo()
    assert text.body() == (heading("1. a"), heading("2. b"), heading("3. c"))


def test_a_chapter_put_in_moves_those_behind_it(write_text: MakeText) -> None:
    chapter = Division(DivisionKind.CHAPTER, "I", "Chung")
    text = write_text(a_paragraph(), chapter)
    text.go_to(0, 0)
    type_in(text, "Chương I\nMới")
    assert text.body() == (Division(DivisionKind.CHAPTER, "I", "Mới"), Division(DivisionKind.CHAPTER, "II", "Chung"))
    text.go_to(0, 100)
    type_in(text, "\nChương II\nSau")
    assert [block.number for block in text.body() if isinstance(block, Division)] == ["I", "II", "III"]


@pytest.mark.parametrize(
    "block",
    [Bullet(1, runs("a")), Basis(runs("a")), heading("a"), Article(runs("a"))],
    ids=["bullet", "basis", "heading", "article"],
)
def test_backspace_at_the_start_makes_a_plain_paragraph(write_text: MakeText, block: Block) -> None:
    text = write_text(a_paragraph("x"), block)
    text.go_to(1, 0)
    press(text, Key.Key_Backspace)
    assert text.body() == (a_paragraph("x"), a_paragraph("a"))
    press(text, Key.Key_Backspace)
    assert text.body() == (a_paragraph("xa"),)
    text.undo()
    text.undo()
    assert text.body() == (a_paragraph("x"), block)


@pytest.mark.parametrize(("key", "place"), [(Key.Key_Backspace, 1), (Key.Key_Delete, 0)])
def test_blocks_are_joined_in_the_kind_of_the_first(write_text: MakeText, key: Qt.Key, place: int) -> None:
    text = write_text(heading("1. a"), a_paragraph("b", Run("c", bold=True)))
    text.go_to(place, 0 if place else 100)
    press(text, key)
    assert text.body() == (Heading(2, runs("1. ab", Run("c", bold=True))),)


def test_a_page_break_is_left_by_typing_and_taken_out_by_backspace(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"), PageBreak(), a_paragraph("b"))
    text.go_to(1, 0)
    type_in(text, "x")
    assert text.body() == (a_paragraph("a"), PageBreak(), a_paragraph("x"), a_paragraph("b"))
    text.go_to(2, 0)
    press(text, Key.Key_Backspace)
    assert text.body() == (a_paragraph("a"), a_paragraph("x"), a_paragraph("b"))


def test_tab_changes_the_level_of_bullets_and_headings(write_text: MakeText) -> None:
    text = write_text(heading("1. a"), heading("2. b"), heading("3. c"), Bullet(1, runs("d")))
    press(text, Key.Key_Tab)
    assert text.body()[3] == Bullet(2, runs("d"))
    press(text, Key.Key_Backtab)
    assert text.body()[3] == Bullet(1, runs("d"))
    text.go_to(1, 4)
    press(text, Key.Key_Tab)
    assert text.body()[:3] == (heading("1. a"), heading("1.1. b", 3), heading("2. c"))
    assert text.place() == Place(1, 6)
    press(text, Key.Key_Backtab)
    assert text.body()[:3] == (heading("1. a"), heading("2. b"), heading("3. c"))


def test_tab_types_nothing_in_a_paragraph(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"))
    press(text, Key.Key_Tab)
    assert text.body() == (a_paragraph("a"),)


def test_one_backspace_takes_a_dash_back_and_one_arrow_passes_it(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a-b/"))
    press(text, Key.Key_Backspace)
    assert text.body() == (a_paragraph("a-b"),)
    press(text, Key.Key_Left)
    press(text, Key.Key_Left)
    assert text.place() == Place(0, 1)
    press(text, Key.Key_Delete)
    assert text.body() == (a_paragraph("ab"),)


def test_shift_enter_breaks_a_line_and_enter_does_in_a_cell(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"), A_TABLE)
    text.go_to(0, 1)
    press(text, Key.Key_Return, SHIFT)
    type_in(text, "b")
    assert text.body()[0] == a_paragraph("a\nb")
    text.go_to(1, 1, 3)
    type_in(text, "\ne")
    assert text.body()[1] == Table(A_TABLE.columns, 0, (A_TABLE.rows[0], (Cell(runs("c")), Cell(runs("d\ne")))))


def test_words_typed_over_several_blocks_take_their_place(write_text: MakeText) -> None:
    text = write_text(heading("1. a"), heading("2. b"), heading("3. c"))
    text.go_to(0, 4)
    cursor = text.textCursor()
    cursor.setPosition(text.document().findBlockByNumber(1).position() + 4, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    type_in(text, "x")
    assert text.body() == (heading("1. ax"), heading("2. c"))


def test_a_table_is_never_joined_with_what_stands_beside_it(write_text: MakeText) -> None:
    body = (a_paragraph("x"), A_TABLE, a_paragraph("y"))
    text = write_text(*body)
    text.go_to(0, 1)
    press(text, Key.Key_Delete)
    text.go_to(2, 0)
    press(text, Key.Key_Backspace)
    assert text.body() == body
    assert text.place() == Place(1, 1, 3)
    text.go_to(1, 0, 0)
    press(text, Key.Key_Backspace)
    assert text.body() == body


def test_words_typed_behind_a_table_begin_a_paragraph(write_text: MakeText) -> None:
    text = write_text(A_TABLE)
    text.moveCursor(text.textCursor().MoveOperation.End)
    type_in(text, "x\ny")
    assert text.body() == (A_TABLE, a_paragraph("x"), a_paragraph("y"))


def test_a_typing_program_may_take_letters_back_and_type_others(write_text: MakeText) -> None:
    text = write_text()
    type_in(text, "- tie")
    for taken, typed in ((1, "ê"), (1, "ến"), (0, " 1-"), (3, "/đ")):
        for _ in range(taken):
            press(text, Key.Key_Backspace)
        type_in(text, typed)
    assert text.body() == (Bullet(1, runs("tiến/đ")),)
    assert text.place() == Place(0, 6)


# --- input methods ------------------------------------------------------------------------------------------------


def compose(text: BodyText, *steps: str, commit: str, replace: tuple[int, int] = (0, 0)) -> None:
    """What an input method sends: what is being composed step by step, then the words to keep."""
    for step in steps:
        QApplication.sendEvent(text, QInputMethodEvent(step, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit, *replace)
    QApplication.sendEvent(text, event)


def test_composed_words_are_typed_once(write_text: MakeText) -> None:
    text = write_text()
    compose(text, "t", "ti", "tie", "tiê", "tiên", "tiến", commit="tiến")
    compose(text, commit=" ")
    compose(text, "đ", "đô", "độ", commit="độ 18-NQ/TW")
    assert text.body() == (a_paragraph("tiến độ 18-NQ/TW"),)


def test_what_is_being_composed_is_no_text_yet(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"))
    QApplication.sendEvent(text, QInputMethodEvent("tiế", []))
    assert text.body() == (a_paragraph("a"),)


def test_a_commit_may_replace_letters_before_the_caret(write_text: MakeText) -> None:
    text = write_text(a_paragraph("18-NQ/TW tieen"))
    compose(text, commit="tiên", replace=(-5, 5))
    assert text.body() == (a_paragraph("18-NQ/TW tiên"),)


def test_marks_that_come_alone_are_composed_with_the_letter_before(write_text: MakeText) -> None:
    text = write_text(a_paragraph("tie"))
    compose(text, commit="\u0302")
    compose(text, commit="\u0301")
    assert text.body() == (a_paragraph("tiế"),)
    type_in(text, "n")
    assert text.textCursor().block().text() == "tiến"


def test_composition_begins_no_list_by_itself(write_text: MakeText) -> None:
    text = write_text()
    type_in(text, "1.")
    QApplication.sendEvent(text, QInputMethodEvent(" ", []))
    assert text.body() == (a_paragraph("1."),)
    compose(text, commit=" ")
    assert text.body() == (heading("1. "),)


def test_composed_words_take_the_place_of_selected_blocks(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"), Bullet(1, runs("b")))
    text.selectAll()
    compose(text, "đ", commit="đã")
    assert text.body() == (a_paragraph("đã"),)


def test_nothing_is_typed_where_nothing_may_be_changed(write_text: MakeText) -> None:
    text = write_text(a_paragraph("a"))
    text.set_read_only(read_only=True)
    type_in(text, "x\n")
    compose(text, commit="đã")
    press(text, Key.Key_Backspace)
    assert text.body() == (a_paragraph("a"),)
