"""Rows and values of the registers: a value has the names of the domain, a row those of the store."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from itertools import chain
from operator import attrgetter
from typing import Any, Final, Generic, NamedTuple, TypeVar

from vpdesk.db.register_tables import (
    ArrivalBookRow,
    ArrivalYearRow,
    AttachmentRow,
    CorrectionRow,
    DeliveryRow,
    FileCopyUseRow,
    HolidayRow,
    ImportBatchRow,
    IncomingRow,
    LinkRow,
    OutgoingRow,
    SavedViewRow,
    SeriesRow,
)
from vpdesk.db.tables import Row
from vpdesk.domain.attachments import Attachment, FileRole
from vpdesk.domain.history import canonical
from vpdesk.domain.importing import ImportBatch
from vpdesk.domain.incoming import ArrivalBook, ArrivalState, ArrivalYear, IncomingDocument
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import Correction, Delivery, FileCopyUse, LineState, Link, LinkKind, Method, RegisterLine
from vpdesk.domain.search_query import SavedView, search_of, search_value
from vpdesk.domain.series import Series
from vpdesk.domain.workdays import Holiday

R = TypeVar("R", bound=Row)
V = TypeVar("V")


def _same(value: Any) -> Any:
    return value


class Column(NamedTuple):
    """How a member of a value is kept in a column: its name there, and the ways there and back."""

    name: str
    kept: Callable[[Any], Any] = _same
    given: Callable[[Any], Any] = _same


def choice(name: str, kind: type[Enum]) -> Column:
    """A column of one of some values."""
    return Column(name, lambda value: value.value, kind)


def _lines(name: str) -> Column:
    return Column(name, "\n".join, lambda kept: tuple(kept.split("\n")) if kept else ())


class Form(Generic[R, V]):
    """How values of a kind are kept as rows. `columns` are the members whose column is another than their name says.

    A value's `days` are the row's first and last day.
    """

    def __init__(self, row: type[R], value: type[V], columns: Mapping[str, Column] | None = None) -> None:
        self._row, self._value = row, value
        names = [field.name for field in fields(value)]  # type: ignore[arg-type] # every value is a dataclass
        self._columns = {name: (columns or {}).get(name, Column(name)) for name in names if name != _DAYS}
        self._days = names.index(_DAYS) if _DAYS in names else None
        # Lists make hundreds of values at once: what stands in a row is taken out of it in one go.
        read = [_ENDS if name == _DAYS else (self._columns[name].name,) for name in names]
        self._read = attrgetter(*chain.from_iterable(read))
        given = [(_same, _same) if name == _DAYS else (self._columns[name].given,) for name in names]
        self._given = [(place, one) for place, one in enumerate(chain.from_iterable(given)) if one is not _same]

    def row(self, value: V, **others: object) -> R:
        """The row of a value; `others` are columns that follow from it."""
        kept = {column.name: column.kept(getattr(value, name)) for name, column in self._columns.items()}
        if self._days is not None:
            days: Days = value.days  # type: ignore[attr-defined] # checked when the form was made
            kept |= {"first_day": days.first, "last_day": days.last}
        return self._row(**kept, **others)

    def value(self, row: R) -> V:
        """The value of a row."""
        given = list(self._read(row))
        for place, convert in self._given:
            given[place] = convert(given[place])
        if self._days is not None:
            given[self._days : self._days + 2] = [Days(*given[self._days : self._days + 2])]
        return self._value(*given)


_DAYS: Final = "days"
_ENDS: Final = ("first_day", "last_day")
SERIES: Final = Form(
    SeriesRow,
    Series,
    {
        "body": Column("body_id"),
        "group": Column("type_group"),
        "term": Column("term_id"),
        "last": Column("last_number"),
    },
)
LINES: Final = Form(
    OutgoingRow,
    RegisterLine,
    {
        "series": Column("series_id"),
        "state": choice("state", LineState),
        "recipients": _lines("recipients"),
        "dispatch": Column("dispatch_id"),
        "imported_by": Column("import_id"),
    },
)
DELIVERIES: Final = Form(
    DeliveryRow,
    Delivery,
    {"line": Column("outgoing_id"), "place": Column("place_in_order"), "method": choice("method", Method)},
)
LINKS: Final = Form(
    LinkRow,
    Link,
    {
        "source": Column("from_id"),
        "target": Column("to_id"),
        "kind": choice("kind", LinkKind),
        "officer": Column("officer_id"),
    },
)
CORRECTIONS: Final = Form(
    CorrectionRow,
    Correction,
    {
        "record": Column("record_id"),
        "officer": Column("officer_id"),
        "changes": Column("changes", canonical, lambda kept: tuple(map(tuple, json.loads(kept)))),
    },
)
ARRIVAL_BOOKS: Final = Form(ArrivalBookRow, ArrivalBook, {"place": Column("place_in_order")})
ARRIVAL_YEARS: Final = Form(ArrivalYearRow, ArrivalYear, {"book": Column("book_id"), "last": Column("last_number")})
INCOMING: Final = Form(
    IncomingRow,
    IncomingDocument,
    {
        "book": Column("book_id"),
        "arrival_number": Column("number"),
        "state": choice("state", ArrivalState),
        "imported_by": Column("import_id"),
    },
)
ATTACHMENTS: Final = Form(
    AttachmentRow,
    Attachment,
    {
        "record": Column("record_id"),
        "place": Column("place_in_order"),
        "role": choice("role", FileRole),
        "officer": Column("officer_id"),
    },
)
FILE_COPY_USES: Final = Form(FileCopyUseRow, FileCopyUse, {"line": Column("outgoing_id")})
HOLIDAYS: Final = Form(HolidayRow, Holiday)
SAVED_VIEWS: Final = Form(
    SavedViewRow,
    SavedView,
    {
        "owner": Column("owner_id"),
        "place": Column("place_in_order"),
        "search": Column("query", search_value, search_of),
    },
)
IMPORTS: Final = Form(ImportBatchRow, ImportBatch, {"officer": Column("officer_id")})
