"""A desk as one list: the headings of its sections, their rows, and what leads to the rows that are not in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vpdesk.domain.desks import DeskAct, DeskRow, DeskSection
from vpdesk.words.catalogue import format_number
from vpdesk.words.desks import RowWords, act_words, all_words, more_words, section_name

Index = QModelIndex | QPersistentModelIndex
Words = Callable[[DeskSection, DeskRow], RowWords]


class Part(Enum):
    """What an item of the list is."""

    HEADING = "heading"
    ROW = "row"
    MORE = "more"
    """Leads to the rows that the desk does not show."""


class DeskItem(NamedTuple):
    """An item; `row` is None but for rows. It is the first or the last of its card, or both."""

    section: DeskSection
    part: Part
    row: DeskRow | None = None
    is_first: bool = False
    is_last: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from the others, however often the desk is read again."""
        return self.section.kind, self.part, self.row.key if self.row else None

    @property
    def can_be_chosen(self) -> bool:
        """Whether the keys stop there."""
        return self.part is not Part.HEADING

    @property
    def does(self) -> str:
        """What Enter does there; nothing where it does nothing."""
        if self.part is Part.MORE:
            return all_words(self.section)
        return act_words(self.row.act) if self.row and self.row.act is not DeskAct.NOTHING else ""


def items_of(sections: Iterable[DeskSection]) -> tuple[DeskItem, ...]:
    """The items of some sections, from the top."""
    items: list[DeskItem] = []
    for section in sections:
        items.append(DeskItem(section, Part.HEADING))
        has_foot = section.has_more and bool(all_words(section))
        last = len(section.rows) - 1
        items += (
            DeskItem(section, Part.ROW, row, place == 0, place == last and not has_foot)
            for place, row in enumerate(section.rows)
        )
        if has_foot:
            items.append(DeskItem(section, Part.MORE, is_last=True))
    return tuple(items)


class DeskModel(QAbstractListModel):
    """Items as they came."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self.items: tuple[DeskItem, ...] = ()

    def set_items(self, items: tuple[DeskItem, ...]) -> None:
        """Show these items. Equal ones stay as they are."""
        if items == self.items:
            return
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def words(self, item: DeskItem) -> RowWords:
        """A row as it is read."""
        assert item.row is not None  # noqa: S101 -- asked of rows only
        return self._words(item.section, item.row)

    def heard(self, item: DeskItem) -> str:
        """An item as it is read out."""
        name, total = section_name(item.section.kind), format_number(item.section.total)
        match item.part:
            case Part.HEADING:
                return f"{name}, {total}"
            case Part.MORE:
                return f"{name}, {more_words(item.section)}, {item.does}"
            case Part.ROW:
                said = self.words(item)
                chips = [word for word, _tone in said.chips]
                return ", ".join(filter(None, (said.title, *chips, said.below, said.aside, item.does)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.heard(self.items[index.row()])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled
        if index.isValid() and self.items[index.row()].can_be_chosen:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags
