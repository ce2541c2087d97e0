"""The text of a body on the screen: what is typed, where the caret stands, what is painted beside the words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit

from vpdesk.domain.body import Block, Body, Table
from vpdesk.domain.numbering import renumbered
from vpdesk.domain.text import carried
from vpdesk.paths import resource
from vpdesk.ui.body import acts, clipboard, keystrokes, tables
from vpdesk.ui.body.clipboard import Pasting
from vpdesk.ui.body.codec import JOINER, OBJECT, Manuscript, own_cells, shown, table_of
from vpdesk.ui.body.formats import FAMILY, NOTE_OBJECT, POINTS, Kind, shape_of, sign_of
from vpdesk.ui.body.notes import NoteMark
from vpdesk.ui.body.structure import is_in_table, make_typable, remove_selected, renumber, spans_blocks, units
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.words.catalogue import _

_EDGE = 24
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")


class Place(NamedTuple):
    """A place in a body as the page counts it: a note's number takes as many characters as it has figures.

    In a table `cell` is the cell's number in reading order. In a division the title follows the first line.
    """

    block: int
    offset: int
    cell: int | None = None


class BodyText(QTextEdit):
    """The words of a body, to be changed."""

    edited = Signal()
    caret_moved = Signal()
    said = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        for face in () if QFontDatabase.hasFamily(FAMILY) else _FACES:
            QFontDatabase.addApplicationFont(str(resource("fonts") / f"{FAMILY.replace(' ', '')}-{face}.ttf"))
        self.look = look
        self.pasting: Pasting | None = None
        self.begun: QTextCursor | None = None
        """The heading that a typed number has begun, until the caret leaves it."""
        self.menus: tuple[QMenu, ...] = ()
        """What the context menu offers below Qt's own acts."""
        self._quiet = 0
        self._has_changed = False
        self._dragged: tuple[QTextTable, int] | None = None
        self._border_x = 0.0
        self._counted: tuple[Body, list[int]] = ((), [0])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Body text"))
        self.viewport().setMouseTracking(True)
        follow_keyboard_focus(self)
        document = self.document()
        document.setDocumentMargin(_EDGE)
        self.manuscript = Manuscript(document)
        self._note_mark = NoteMark(document, look, self.note_number)
        document.documentLayout().registerHandler(NOTE_OBJECT, self._note_mark)
        self._fill(())
        document.contentsChanged.connect(self._tell_change)
        self.cursorPositionChanged.connect(self._tell_caret)
        look.changed.connect(self._wear)
        self._wear()

    # --- the body -------------------------------------------------------------------------------------------------

    def body(self) -> Body:
        """The body as it is now. What did not change since the last call stays the same objects."""
        return self.manuscript.body()

    def show_body(self, blocks: Body) -> None:
        """Show a body in place of the last one. An equal one changes nothing; another cannot be undone."""
        if blocks != self.body():
            self._fill(blocks)

    def _fill(self, blocks: Body) -> None:
        self._quiet += 1
        self._note_mark.figures = len(str(sum(map(_notes_in, blocks))))
        self.document().setUndoRedoEnabled(False)
        self.manuscript.show(blocks)
        self.document().setUndoRedoEnabled(True)
        self._quiet -= 1
        self._has_changed = False
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the words be read and taken along, not changed."""
        self.setReadOnly(read_only)
        if read_only:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def place(self) -> Place:
        """Where the caret stands."""
        cursor = self.textCursor()
        block, table = cursor.block(), table_of(cursor)
        place = self.manuscript.place_of(block.blockNumber())
        if place < 0:
            return Place(0, 0)
        offset = sum(size for _units, size in self._sizes(block, cursor.positionInBlock()))
        if table is None:
            return Place(place, offset)
        own = table.cellAt(cursor)
        cells = [(cell.row(), cell.column()) for cell in own_cells(table)]
        return Place(place, offset, cells.index((own.row(), own.column())))

    def go_to(self, place: int, offset: int, cell: int | None = None) -> None:
        """Put the caret at a place and bring it into sight."""
        block = self.manuscript.block_at(place)
        table = table_of(QTextCursor(block))
        if table is not None:
            cells = list(own_cells(table))
            block = cells[min(cell or 0, len(cells) - 1)].firstCursorPosition().block()
        at = 0
        for in_document, size in self._sizes(block, block.length() - 1):
            if offset <= 0 and size > 0:
                break
            at, offset = at + in_document, offset - size
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + at)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _sizes(self, block: QTextBlock, stop: int) -> Iterator[tuple[int, int]]:
        """Of each character of a block: how many it takes in the document, and how many on the page."""
        text = units(block.text(), stop)
        note = self.note_number(block.position()) if OBJECT in text else 0
        for character in text:
            size = 0 if character == JOINER else 1
            if character == OBJECT:
                size, note = len(str(note)), note + 1
            yield (2 if character > "\uffff" else 1), size

    def note_number(self, position: int) -> int:
        """The number of the note called at a place of the document, or of the next one behind it."""
        block = self.document().findBlock(position)
        place = self.manuscript.place_of(block.blockNumber())
        if place < 0:
            return 1
        number = 1 + self._notes_before()[place]
        first = self.manuscript.block_at(place)
        while first.isValid() and first.blockNumber() < block.blockNumber():
            number += first.text().count(OBJECT)
            first = first.next()
        return number + units(block.text(), position - block.position()).count(OBJECT)

    def _notes_before(self) -> list[int]:
        body = self.body()
        if self._counted[0] is not body:
            self._counted = body, [0, *accumulate(map(_notes_in, body))]
            if len(str(self._counted[1][-1])) != self._note_mark.figures:
                QTimer.singleShot(0, self, self._make_room_for_notes)
        return self._counted[1]

    def _make_room_for_notes(self) -> None:
        """Lay the text out again where the numbers of its notes have a figure more or less."""
        self._note_mark.figures = len(str(self._notes_before()[-1]))
        with self.quietly():
            self.document().markContentsDirty(0, self.document().characterCount())
            self._has_changed = False

    # --- changing it ----------------------------------------------------------------------------------------------

    @contextmanager
    def step(self) -> Iterator[QTextCursor]:
        """One step of undo, made with a cursor at the caret. Numbers that follow go on counting."""
        before, cursor = self.body(), self.textCursor()
        with self.quietly():
            cursor.beginEditBlock()
            try:
                yield cursor
            finally:
                cursor.endEditBlock()
            self.setTextCursor(cursor)
            self._count_on(before)
        self.ensureCursorVisible()

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Tell of many changes once."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1
            if self._has_changed and not self._quiet:
                self._tell_change()

    def _count_on(self, before: Body) -> None:
        after = self.body()
        if after is before:
            return
        counted = renumbered(before, after)
        if any(one is not other for one, other in zip(after, counted, strict=True)):
            cursor = QTextCursor(self.document())
            cursor.joinPreviousEditBlock()
            renumber(self.manuscript, after, counted)
            cursor.endEditBlock()

    def _tell_change(self) -> None:
        self._has_changed = bool(self._quiet)
        if not self._quiet:
            self.edited.emit()

    def _tell_caret(self) -> None:
        if self.begun is not None and self.begun.block() != self.textCursor().block():
            keystrokes.settle_begun(self)
        self.caret_moved.emit()

    def put(self, text: str) -> None:
        """Type a text at the caret, in place of what is selected; it may begin with marks of the letter before."""
        cursor = self.textCursor()
        cursor.insertText(shown(carried(text)), self.currentCharFormat())
        self.setTextCursor(cursor)

    def go_to_next_cell(self, step: int) -> None:
        """Put the caret into the next cell (+1) or the one before (-1); behind the last one a row begins."""
        tables.go_to_next_cell(self, step)

    # --- events ---------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Qt would take this key to delete the rest of the line; here it searches everything.
            searches = event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if searches:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.pasting is not None:
            # Until all has come in nothing else may change.
            if event.key() == Qt.Key.Key_Escape:
                self.pasting.stop()
            return
        if self.isReadOnly() or not keystrokes.pressed(self, event):
            super().keyPressEvent(event)
            keystrokes.after(self, event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly() or self.pasting is not None:
            return
        if event.commitString() or event.preeditString():
            with self.step_if_blocks_are_selected() as cursor:
                make_typable(cursor)
        committed = keystrokes.composed(self, event)
        super().inputMethodEvent(committed)
        if not event.preeditString() and event.commitString().endswith(" "):
            keystrokes.begin_by_sign(self)

    @contextmanager
    def step_if_blocks_are_selected(self) -> Iterator[QTextCursor]:
        """Take out what is selected over several blocks, as a step of its own."""
        if spans_blocks(self.textCursor()):
            with self.step() as cursor:
                remove_selected(cursor)
                yield cursor
        else:
            cursor = self.textCursor()
            yield cursor
            if cursor.position() != self.textCursor().position():
                self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.copied(self)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self.pasting is None and clipboard.can_paste(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.isReadOnly() and self.pasting is None:
            clipboard.paste(self, source)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._border_x = event.position().x()
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        over = tables.border_at(self, self._in_document(event.position())) if not event.buttons() else None
        shape = Qt.CursorShape.SplitHCursor if over and not self.isReadOnly() else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        border = tables.border_at(self, self._in_document(event.position()))
        if border is not None and event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly():
            self._dragged, self._border_x = border, event.position().x()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            (table, column), self._dragged = self._dragged, None
            tables.move_border(self, table, column, self._in_document(event.position()).x())
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_note(event.position()):
            acts.open_note(self)

    def _is_on_note(self, point: QPointF) -> bool:
        """Whether the mark of a note is under a point."""
        layout = self.document().documentLayout()
        at = layout.hitTest(self._in_document(point), Qt.HitTestAccuracy.ExactHit)
        return (
            at >= 0
            and not self.textCursor().hasSelection()
            and layout.formatAt(self._in_document(point)).objectType() == NOTE_OBJECT
        )

    def _in_document(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        keystrokes.settle_begun(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        for one in self.menus:
            menu.addMenu(one)
        menu.popup(event.globalPos())

    # --- painting -------------------------------------------------------------------------------------------------

    def _wear(self) -> None:
        font = QFont(FAMILY)
        font.setPointSizeF(self.look.scale.size(POINTS))
        # A letter that no face of ours has is a box here as on the page, and no other face makes a line higher.
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.document().defaultFont())
        for block, rect in self._blocks_in(event.rect().toRectF()):
            shape = shape_of(block.blockFormat())
            if shape.kind is Kind.PAGE_BREAK:
                self._paint_page_break(painter, rect)
            elif sign_of(shape)[0]:
                self._paint_sign(painter, block, *sign_of(shape))
        if self._dragged is not None:
            painter.setPen(QPen(self.look.colour("accent"), 2))
            painter.drawLine(QPointF(self._border_x, 0), QPointF(self._border_x, self.viewport().height()))
        painter.end()

    def _blocks_in(self, area: QRectF) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks outside of tables that are seen in an area, and where they stand."""
        layout, down = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.cursorForPosition(area.topLeft().toPoint()).block()
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(0, -down)
            if rect.top() > area.bottom():
                return
            if not is_in_table(block):
                yield block, rect
            block = block.next()

    def _paint_sign(self, painter: QPainter, block: QTextBlock, sign: str, room: int) -> None:
        lines = block.layout()
        if not lines.lineCount():
            return
        first = lines.lineAt(0)
        start = lines.position() + QPointF(first.x(), first.y() + first.ascent() - self.verticalScrollBar().value())
        painter.setPen(self.look.colour("text"))
        painter.drawText(start - QPointF(room, 0), sign)

    def _paint_page_break(self, painter: QPainter, rect: QRectF) -> None:
        words, font = _("New page"), self.look.scale.font(9)
        width = QFontMetricsF(font).horizontalAdvance(words) + 16
        middle, centre = rect.center().y(), rect.center().x()
        painter.save()
        painter.setFont(font)
        painter.setPen(QPen(self.look.colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(rect.left(), middle), QPointF(centre - width / 2, middle))
        painter.drawLine(QPointF(centre + width / 2, middle), QPointF(rect.right(), middle))
        painter.setPen(self.look.colour("muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


def _notes_in(block: Block) -> int:
    """How many notes a block calls."""
    if isinstance(block, Table):
        return sum(run.note is not None for row in block.rows for cell in row for run in cell.runs)
    return sum(run.note is not None for run in getattr(block, "runs", ()))
