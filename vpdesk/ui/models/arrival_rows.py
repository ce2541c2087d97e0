"""The register of arrivals as rows of a table, fetched in pages as they come into sight."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from vpdesk.domain.arriving import ArrivalPage, ArrivalRow
from vpdesk.domain.incoming import ArrivalState
from vpdesk.ui.models.rows import Column, Index
from vpdesk.words.arrival_work import deadline_words, progress_words
from vpdesk.words.catalogue import _, format_day


class ArrivalRowsModel(QAbstractTableModel):
    """The rows that were fetched so far."""

    wanted = Signal(object)
    """More rows are wanted behind the arrival with this id."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[ArrivalRow] = []
        self._has_more = False
        self._is_asked = False
        self._types: Mapping[str, str] = {}
        self.columns: tuple[Column[ArrivalRow], ...] = (
            Column("number", _("Arrival no."), lambda row: row.arrival.written_number),
            Column("arrived_on", _("Arrived"), lambda row: format_day(row.arrival.arrived_on)),
            Column("sender", _("Sent by"), lambda row: row.arrival.sender),
            Column("reference", _("Number and symbol"), lambda row: row.arrival.reference or ""),
            Column("subject", _("Type and subject"), self._about),
            Column("receiver", _("Goes to"), lambda row: row.arrival.receiver or ""),
            Column("due", _("Deadline"), lambda row: due_words(row)[0]),
            Column("state", _("State"), lambda row: state_words(row)[0]),
        )

    def name_types(self, types: Mapping[str, str]) -> None:
        """Call the types by these names, by their codes."""
        self._types = types

    def _about(self, row: ArrivalRow) -> str:
        arrival = row.arrival
        if arrival.secrecy is not None:
            return arrival.secrecy.capitalize()
        kind = self._types.get(arrival.document_type or "", arrival.document_type or "")
        return " ".join(f"{kind} {arrival.subject or ''}".split())

    def tone(self, row: int, column: int) -> str:
        """The tone of a cell that is a chip; empty for plain words."""
        match self.columns[column].name:
            case "state":
                return state_words(self.rows[row])[1]
            case "due":
                return due_words(self.rows[row])[1]
            case _:
                return ""

    def is_struck(self, row: int) -> bool:
        """Whether a row was made void."""
        return self.rows[row].arrival.state is ArrivalState.VOID

    # --- rows -----------------------------------------------------------------------------------------------------

    def show_page(self, page: ArrivalPage) -> None:
        """Show the first rows in place of the last ones; equal ones stay as they are."""
        self._is_asked = False
        shown = self.rows[: len(page.rows)] if page.has_more else self.rows
        if page.rows and list(page.rows) == shown:
            return
        self.beginResetModel()
        self.rows, self._has_more = list(page.rows), page.has_more
        self.endResetModel()

    def add_page(self, page: ArrivalPage, after: UUID) -> None:
        """Put rows behind those there are; what was asked for other rows is dropped."""
        self._is_asked = False
        if not self.rows or self.rows[-1].arrival.id != after:
            return
        self._has_more = page.has_more
        if page.rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self.rows += page.rows
            self.endInsertRows()

    def place_of(self, arrival: UUID | None) -> int | None:
        """The row of an arrival, where it was fetched."""
        return next((place for place, row in enumerate(self.rows) if row.arrival.id == arrival), None)

    @property
    def has_more(self) -> bool:
        """Whether others follow."""
        return self._has_more

    # --- Qt's questions -------------------------------------------------------------------------------------------

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_asked

    def fetchMore(self, parent: Index) -> None:
        self._is_asked = True
        self.wanted.emit(self.rows[-1].arrival.id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[index.column()].text(self.rows[index.row()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def state_words(row: ArrivalRow) -> tuple[str, str]:
    """Where an arrival stands, in a word or two, and their tone."""
    return progress_words(row.arrival, row.work.state if row.work else None)


def due_words(row: ArrivalRow) -> tuple[str, str]:
    """How near the deadline of an open arrival is, and the tone; nothing where it has none."""
    deadline = row.work.deadline if row.work else None
    return deadline_words(deadline) if deadline else ("", "")
