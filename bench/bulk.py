"""Records written many at once past the services, and yet so that the history answers for each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from vpdesk.db.register_records import Form
from vpdesk.db.sealing import plain_values
from vpdesk.db.store import UnitOfWork
from vpdesk.db.tables import Row, new_salt
from vpdesk.domain.finding import Findable
from vpdesk.domain.history import Entry, record_digest
from vpdesk.services.desk import Desk

_OF_AN_ACT: Final = 500


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table, and how it is found."""

    table: Table
    row: dict[str, Any]
    findable: Findable | None = None


def record(form: Form[Any, Any], value: object, findable: Findable | None = None, **others: object) -> Record:
    """The record of a value; `others` are columns that follow from it."""
    return record_of(form.row(value, **others), findable)


def record_of(row: Row, findable: Findable | None = None) -> Record:
    """The record of a row that is in no session."""
    table: Any = row.__table__
    columns = {column.name: getattr(row, column.name) for column in table.columns}
    return Record(table, columns | {"salt": columns["salt"] or new_salt()}, findable)


def keep(desk: Desk, officer: UUID, records: Iterable[Record]) -> None:
    """Keep records in one transaction, with a line of the history for each five hundred, told by an officer."""
    with desk.store.database.writing() as connection, Session(connection) as session:
        work, rest = UnitOfWork(session, desk.store.now(connection)), iter(records)
        while batch := list(islice(rest, _OF_AN_ACT)):
            digests = dict[str, str | None]()
            for table in dict.fromkeys(one.table for one in batch):
                rows = [one.row for one in batch if one.table is table]
                connection.execute(insert(table), rows)
                for row in rows:
                    key = ":".join(str(row[column.name]) for column in table.primary_key)
                    digests[f"{table.name}:{key}"] = record_digest(plain_values(table, row))
            told = Entry(work.now, officer, "import", "import_batch", None, None, {"lines": len(batch)})
            work.history.append([told], digests)
            work.finding.fill(one.findable for one in batch if one.findable)
        session.flush()


def fill(desk: Desk, rows: Iterable[Row]) -> None:
    """Keep rows that are made from records, and for which the history need not answer."""
    by_table: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        table: Any = row.__table__
        by_table.setdefault(table, []).append({column.name: getattr(row, column.name) for column in table.columns})
    with desk.store.database.writing() as connection:
        for table, values in by_table.items():
            connection.execute(insert(table), values)
