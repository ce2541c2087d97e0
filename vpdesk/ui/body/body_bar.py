"""The bar over the text of a body: marks, kinds, lists, tables, notes, alignment, undo and finding."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextBlock
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from vpdesk.domain.body import Alignment, DivisionKind
from vpdesk.ui.body import acts, tables
from vpdesk.ui.body.body_text import BodyText
from vpdesk.ui.body.formats import Kind, Shape, shape_of
from vpdesk.ui.body.grid import GridPane
from vpdesk.ui.body.structure import shape_at
from vpdesk.ui.icons import Icons
from vpdesk.words.catalogue import N_, _

_HEIGHT = 44


class _BodyAct(NamedTuple):
    """Something a person does with the text: its words, icon and key, and what does it."""

    name: str
    words: str
    do: Callable[[BodyText], object]
    icon: str = ""
    key: str = ""
    checkable: bool = False


_KINDS: Final = (
    (Shape(), N_("Paragraph")),
    (Shape(Kind.BASIS), N_("Legal basis")),
    (Shape(Kind.HEADING, 1), N_("Heading I-")),
    (Shape(Kind.HEADING, 2), N_("Heading 1.")),
    (Shape(Kind.HEADING, 3), N_("Heading 1.1.")),
    (Shape(Kind.ARTICLE), N_("Article")),
    (Shape(Kind.BULLET, 1), N_("Dash -")),
    (Shape(Kind.BULLET, 2), N_("Plus +")),
)
_DIVISIONS: Final = (
    (DivisionKind.PART, N_("Part")),
    (DivisionKind.CHAPTER, N_("Chapter")),
    (DivisionKind.SECTION, N_("Section")),
)
_OTHER_NAMES: Final = {
    Kind.PAGE_BREAK: N_("New page"),
    Kind.CELL: N_("Cell"),
    Kind.HEADER_CELL: N_("Head of the table"),
    Kind.HEADING: N_("Heading 1.1."),
    Kind.BULLET: N_("Plus +"),
}
_ALIGNMENTS: Final = (
    (Alignment.JUSTIFIED, "text-align-justify", N_("Both edges")),
    (Alignment.LEFT, "text-align-start", N_("Left")),
    (Alignment.CENTRED, "text-align-center", N_("Centre")),
    (Alignment.RIGHT, "text-align-end", N_("Right")),
)
_MARKS: Final = (
    _BodyAct("bold", N_("Bold"), lambda text: acts.toggle_mark(text, "bold"), "bold", "Ctrl+B", checkable=True),
    _BodyAct("italic", N_("Italic"), lambda text: acts.toggle_mark(text, "italic"), "italic", "Ctrl+I", checkable=True),
    _BodyAct(
        "underline",
        N_("Underline"),
        lambda text: acts.toggle_mark(text, "underline"),
        "underline",
        "Ctrl+U",
        checkable=True,
    ),
)
_TABLE_ACTS: Final = (
    (N_("Row above"), lambda text: tables.insert_row(text, below=False)),
    (N_("Row below"), lambda text: tables.insert_row(text, below=True)),
    (N_("Column before"), lambda text: tables.insert_column(text, behind=False)),
    (N_("Column behind"), lambda text: tables.insert_column(text, behind=True)),
    None,
    (N_("Merge cells"), tables.merge_cells),
    (N_("Split the cell"), tables.split_cell),
    (N_("Head of the table down to here"), tables.set_header),
    None,
    (N_("Take rows out"), tables.remove_rows),
    (N_("Take columns out"), tables.remove_columns),
    (N_("Take the table out"), tables.remove_table),
)


class BodyBar(QWidget):
    """The buttons of a body's text; they show what holds at the caret."""

    def __init__(self, text: BodyText, find: Callable[[], None], icons: Icons) -> None:
        super().__init__()
        self._text = text
        self._icons = icons
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self.actions_by_name = {act.name: self._action(act) for act in self._acts(find)}
        self._kind = self._menu_button("", N_("Kind of block"), "Ctrl+J", self._kind_menu())
        self._alignment_icon = "text-align-justify"
        self._alignment = self._menu_button(self._alignment_icon, N_("Alignment"), "", self._alignment_menu())
        self._table = self._menu_button("table", N_("Table"), "", self._table_menu())
        self._table.clicked.connect(self._choose_size)
        text.menus = (self._kind.menu(), self._letters_menu(), self._table.menu())
        self._lay_out()
        text.caret_moved.connect(self._follow)
        text.edited.connect(self._follow)
        text.currentCharFormatChanged.connect(self._follow)
        text.undoAvailable.connect(self._follow)
        text.redoAvailable.connect(self._follow)
        self._follow()

    def _acts(self, find: Callable[[], None]) -> tuple[_BodyAct, ...]:
        return (
            *_MARKS,
            _BodyAct("bullets", N_("List"), _toggle_bullets, "list", checkable=True),
            _BodyAct("note", N_("Note"), acts.open_note, "asterisk", "Ctrl+G"),
            _BodyAct("undo", N_("Undo"), lambda text: text.undo(), "undo-2", "Ctrl+Z"),
            _BodyAct("redo", N_("Redo"), lambda text: text.redo(), "redo-2", "Ctrl+Y"),
            _BodyAct("find", N_("Find and replace"), lambda _text: find(), "search", "Ctrl+F"),
        )

    def _action(self, act: _BodyAct) -> QAction:
        action = QAction(self._icons.icon(act.icon, "muted"), _(act.words), self)
        action.setToolTip(_tip(_(act.words), act.key))
        action.setCheckable(act.checkable)
        # The text knows the keys of undo by itself.
        if act.key and act.name not in {"undo", "redo"}:
            action.setShortcut(QKeySequence(act.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self._do(act.do))
        self._text.addAction(action)
        return action

    def _do(self, act: Callable[[BodyText], object]) -> None:
        act(self._text)
        self._follow()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(0)
        named = self.actions_by_name
        row.addWidget(self._kind)
        row.addSpacing(4)
        for name in ("bold", "italic", "underline"):
            row.addWidget(_button(named[name]))
        row.addSpacing(4)
        row.addWidget(_button(named["bullets"]))
        row.addWidget(self._alignment)
        row.addWidget(self._table)
        row.addWidget(_button(named["note"]))
        row.addStretch(1)
        for name in ("undo", "redo", "find"):
            row.addWidget(_button(named[name]))

    # --- menus ----------------------------------------------------------------------------------------------------

    def _menu_button(self, icon: str, words: str, key: str, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(_tip(_(words), key))
        button.setAccessibleName(_(words))
        if icon:
            button.setIcon(self._icons.icon(icon, "muted"))
        else:
            button.setIcon(self._icons.icon("chevron-down", "muted"))
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("type", "zoom")
        if key:
            action = QAction(_(words), self._text)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(button.showMenu)
            self._text.addAction(action)
        menu.setTitle(_(words))
        button.setMenu(menu)
        return button

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for shape, words in _KINDS:
            self._add(menu, _(words), partial(acts.set_kind, kind=shape.kind, level=shape.level))
        menu.addSeparator()
        for kind, words in _DIVISIONS:
            self._add(menu, _(words), partial(acts.set_division, kind=kind))
        menu.addSeparator()
        self._add(menu, _("New page"), acts.insert_page_break)
        return menu

    def _letters_menu(self) -> QMenu:
        menu = QMenu(_("Letters"), self)
        self._add(menu, _("Raised, as in m²"), partial(acts.toggle_mark, mark="raised"))
        self._add(menu, _("Lowered, as in H₂O"), partial(acts.toggle_mark, mark="lowered"))
        return menu

    def _alignment_menu(self) -> QMenu:
        menu = QMenu(self)
        for alignment, icon, words in _ALIGNMENTS:
            added = self._add(menu, _(words), partial(acts.align, alignment=alignment))
            added.setIcon(self._icons.icon(icon, "muted"))
        return menu

    def _table_menu(self) -> QMenu:
        menu = QMenu(self)
        for act in _TABLE_ACTS:
            if act is None:
                menu.addSeparator()
            else:
                self._add(menu, _(act[0]), act[1])
        return menu

    def _add(self, menu: QMenu, words: str, act: Callable[[BodyText], object]) -> QAction:
        added = menu.addAction(words)
        added.triggered.connect(lambda: self._do(act))
        return added

    def _choose_size(self) -> None:
        pane = GridPane(self._text.look, self)
        pane.chosen.connect(lambda rows, columns: self._do(lambda text: tables.put_table(text, rows, columns)))
        pane.closed.connect(self._text.setFocus)
        pane.ask(self._table.mapToGlobal(QPoint(0, self._table.height() + 4)))

    # --- what holds at the caret ----------------------------------------------------------------------------------

    def _follow(self) -> None:
        text, named = self._text, self.actions_by_name
        shape, writable = shape_at(text.textCursor()), not text.isReadOnly()
        possible = {"undo": text.document().isUndoAvailable(), "redo": text.document().isRedoAvailable()}
        for name, action in named.items():
            action.setEnabled(name == "find" or (writable and possible.get(name, True)))
        for mark in ("bold", "italic", "underline"):
            named[mark].setChecked(acts.is_marked(text, mark))
        named["bullets"].setChecked(shape.kind is Kind.BULLET)
        alignment = acts.alignment_at(text)
        icon = next((icon for one, icon, _words in _ALIGNMENTS if one is alignment), "text-align-justify")
        if icon != self._alignment_icon:
            self._alignment_icon = icon
            self._alignment.setIcon(self._icons.icon(icon, "muted"))
        self._alignment.setEnabled(writable and alignment is not None)
        in_table = tables.table_at(text) is not None
        # Outside of a table the button has one act, inside it has a menu.
        self._table.setPopupMode(
            QToolButton.ToolButtonPopupMode.InstantPopup if in_table else QToolButton.ToolButtonPopupMode.DelayedPopup
        )
        self._table.setEnabled(writable)
        self._table.menu().setEnabled(writable and in_table)
        self._kind.setEnabled(writable and not in_table)
        self._kind.menu().setEnabled(writable and not in_table)
        self._kind.setText(_bar_name(text.textCursor().block()))
        self._keep_width()

    def _keep_width(self) -> None:
        """As wide as the longest name: the buttons beside it stay where they are."""
        names = {_(words) for _shape, words in _KINDS}
        widest = max(map(self._kind.fontMetrics().horizontalAdvance, names))
        self._kind.setFixedWidth(widest + 40)


def _bar_name(block: QTextBlock) -> str:
    """What a block is, in few words."""
    shape = shape_of(block.blockFormat())
    if shape.kind is Kind.DIVISION:
        return block.text().partition(" ")[0].capitalize()
    plain = shape._replace(align=None, indent=None)
    return _(dict(_KINDS).get(plain) or _OTHER_NAMES.get(shape.kind) or _KINDS[0][1])


def _toggle_bullets(text: BodyText) -> None:
    is_bullet = shape_at(text.textCursor()).kind is Kind.BULLET
    acts.set_kind(text, Kind.PARAGRAPH if is_bullet else Kind.BULLET)


def _tip(words: str, key: str) -> str:
    return f"{words} ({key})" if key else words


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
