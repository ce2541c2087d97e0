"""The desk: the day and one sentence of what waits, then all of it, section by section, each row with its own act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vpdesk.domain.desks import BESIDE, DeskContents, DeskRow, DeskSection, SectionKind
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.desk_rows import DeskItem, items_of
from vpdesk.ui.pages.page import Facts, Heading, Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.desk_list import DeskList
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _
from vpdesk.words.desks import RowWords, greeting, hint, row_words, sentence

_EDGE: Final = 28
_BETWEEN: Final = 24
_ROOMY: Final = 1000
"""Pixels of the page from which on the second column stands beside the first, in the usual size of type."""
_SHARES: Final = (70, 30)
_WIDEST: Final = 1320
"""Pixels beyond which rows would be too long to be read across."""


class DeskPage(Page):
    """Shows what a desk has; tells which row's act is wanted. What is in hand stays so when it is read again."""

    place = "desk"
    is_first = True
    tells_deadlines = True
    has_main = False
    done = Signal(object)
    """The act of an item is wanted."""
    all_wanted = Signal(object)
    """The place that shows a whole section is wanted."""

    def __init__(self, look: Look, icons: Icons, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.contents: DeskContents | None = None
        self.pictures: dict[UUID, QPixmap] = {}
        self._look = look
        self._now = now
        self._types: Mapping[str, str] = {}
        self._place = ""
        self._registers = False
        self.day = label("", "muted")
        self.sentence = label("", "title")
        self.hint = label("", "muted")
        self.sentence.setWordWrap(True)
        for words in (self.day, self.sentence, self.hint):
            words.setIndent(0)
        self.lists = tuple(DeskList(look, icons, self._words, self.pictures) for _column in _SHARES)
        self.main, self.beside = self.lists
        self.main.setAccessibleName(_("What waits"))
        self.beside.setAccessibleName(_("Deadlines and registers"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._area = QScrollArea()
        self._ground = QWidget()
        self._arrange()
        for one in self.lists:
            one.done.connect(self.done)
            one.all_wanted.connect(self.all_wanted)
            one.changed.connect(lambda one=one: self._follow(one))
            one.left_by.connect(lambda direction, one=one: self._go_on(one, direction))
            one.crossed.connect(lambda one=one: self._cross(one))

    def _arrange(self) -> None:
        self._columns.setSpacing(_BETWEEN)
        for one, share in zip(self.lists, _SHARES, strict=True):
            self._columns.addWidget(one, share, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, 22, _EDGE, 24)
        column.setSpacing(0)
        for words in (self.day, self.sentence, self.hint):
            column.addWidget(words)
        column.addSpacing(4)
        column.addLayout(self._columns)
        column.addStretch(1)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1)
        row.addStretch(0)
        self._area.setWidget(self._ground)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    # --- what it shows ----------------------------------------------------------------------------------------------

    def name_types(self, types: Mapping[str, str]) -> None:
        """Call the types by these names, by their codes."""
        self._types = types

    def offer(self, *, writes: bool, registers: bool) -> None:
        """Offer to begin a dispatch, or to register an arrival, to whoever may."""
        self._registers = registers
        self.acts = (*(("new_arrival",) if registers else ()), *(("new",) if writes else ()))

    def show_place(self, place: str) -> None:
        """Say where the office's data lie."""
        self._place = place

    def show_contents(self, contents: DeskContents) -> None:
        """Show what a desk has now. What was in hand stays so, or what came into its place; nothing moves."""
        before, shown = self.item, self._area.verticalScrollBar().value()
        is_first = self.contents is None
        at = self._place_of(before)
        self.contents = contents
        self._greet(contents)
        main = tuple(one for one in contents.sections if one.kind not in BESIDE)
        beside = tuple(one for one in contents.sections if one.kind in BESIDE)
        self.main.show_items(items_of(main))
        self.beside.show_items(items_of(beside))
        self.main.setVisible(bool(main))
        self.beside.setVisible(bool(beside))
        self._take_again(before, at)
        self._area.verticalScrollBar().setValue(shown)
        self._stand()
        self.renewed.emit()
        if is_first:
            announce(self, self.sentence.text())
            if self.isVisible():
                self.take_keys()

    def _greet(self, contents: DeskContents) -> None:
        for part, words in (
            (self.day, greeting(contents.today)),
            (self.sentence, sentence(contents)),
            (self.hint, hint(contents, registers=self._registers)),
        ):
            part.setText(words)
            part.setVisible(bool(words))

    def show_picture(self, dispatch: UUID, picture: QPixmap) -> None:
        """Show the first page of a dispatch beside its row."""
        self.pictures[dispatch] = picture
        self.main.viewport().update()

    def _words(self, section: DeskSection, row: DeskRow) -> RowWords:
        return row_words(section.kind, row, lambda code: self._types.get(code, code), self._now())

    # --- what is in hand --------------------------------------------------------------------------------------------

    @property
    def item(self) -> DeskItem | None:
        """The item in hand."""
        return next((one.item for one in self.lists if one.item is not None), None)

    @property
    def numberable(self) -> tuple[UUID, ...]:
        """The dispatches that may be numbered at once: all that wait, where all of them are in sight."""
        for section in self.contents.sections if self.contents else ():
            if section.kind is SectionKind.TO_NUMBER and not section.has_more and section.total > 1:
                return tuple(row.record for row in section.rows if row.record is not None)
        return ()

    def _place_of(self, item: DeskItem | None) -> tuple[int, int]:
        """In which column an item stands, and how many it has above it there that the keys stop at."""
        for column, one in enumerate(self.lists):
            if item is not None and one.item == item:
                return column, one.places.index(one.currentIndex().row())
        return 0, 0

    def _take_again(self, before: DeskItem | None, at: tuple[int, int]) -> None:
        for one in self.lists:
            for place in one.places:
                if before is not None and one.items[place].key == before.key:
                    self._take(one, place)
                    return
        column, rank = at
        for one in (self.lists[column], *self.lists):
            if places := one.places:
                self._take(one, places[min(rank, len(places) - 1)])
                return

    def _take(self, one: DeskList, place: int) -> None:
        had_keys = any(other.hasFocus() for other in self.lists if other is not one)
        one.take(place)
        if had_keys:
            one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, one: DeskList) -> None:
        """Something of a column is in hand: nothing of the other is."""
        if one.item is not None:
            for other in self.lists:
                if other is not one and other.item is not None:
                    other.let_go()
            self._bring_into_sight(one)
            self.renewed.emit()

    def _bring_into_sight(self, one: DeskList) -> None:
        room: QRect = one.room_of_item().toRect()
        top = one.viewport().mapTo(self._ground, room.topLeft()).y()
        self._area.ensureVisible(0, top + room.height() // 2, 0, room.height() // 2 + _EDGE)

    def _go_on(self, one: DeskList, direction: int) -> None:
        """Go on where the next column begins, or the one before ends."""
        other = self.beside if direction > 0 else self.main
        if other is not one and other.places:
            place = other.places[0 if direction > 0 else -1]
            self._hand_keys(one, other, place)
        elif direction < 0:
            self._area.verticalScrollBar().setValue(0)

    def _cross(self, one: DeskList) -> None:
        """Go to the row of the other column that stands beside the one in hand."""
        other = self.beside if one is self.main else self.main
        if not other.places or not other.isVisible():
            return
        height = one.viewport().mapTo(self, one.room_of_item().center().toPoint()).y()

        def distance(place: int) -> int:
            room = other.visualRect(other.rows_model.index(place, 0))
            return abs(other.viewport().mapTo(self, room.center()).y() - height)

        self._hand_keys(one, other, min(other.places, key=distance))

    def _hand_keys(self, one: DeskList, other: DeskList, place: int) -> None:
        has_ring = bool(one.property("ring"))
        other.take(place)
        other.setFocus(Qt.FocusReason.TabFocusReason if has_ring else Qt.FocusReason.OtherFocusReason)

    # --- what the window asks ---------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Desk"))

    def title(self) -> str:
        return _("Desk")

    def facts(self) -> Facts:
        return Facts(_("This machine"), self._place) if self._place else Facts()

    def serves(self) -> frozenset[Where]:
        served = {Where.DESK} if self.item is not None else set()
        if self.item is not None and self.item.does:
            served.add(Where.DESK_ROW)
        return frozenset(served | ({Where.NUMBERABLE_DESK} if self.numberable else set()))

    def panes(self) -> list[QWidget]:
        return [one for one in self.lists if one.places]

    def take_keys(self) -> None:
        holder = next((one for one in self.lists if one.item is not None), None)
        if holder is not None:
            holder.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        """Let the columns stand side by side, or below each other where the page is narrow or has only one."""
        is_roomy = self.width() >= _ROOMY * max(1.0, self._look.scale.body / 10)
        direction = QBoxLayout.Direction.LeftToRight if is_roomy else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setSpacing(_BETWEEN if is_roomy else 0)
        for place, share in enumerate(_SHARES):
            self._columns.setStretch(place, share if is_roomy else 0)
        QTimer.singleShot(0, self, self._measure)

    def _measure(self) -> None:
        for one in self.lists:
            one.doItemsLayout()
