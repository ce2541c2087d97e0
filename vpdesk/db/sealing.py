"""The records that the history answers for: their names, their digests, and which of them a unit of work changed.

Covered is every table whose row is `Sealed`. A record is read back as it is kept before it is digested, so the digest
is of what stands in the store and not of what somebody meant to write there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Connection,
    Date,
    Integer,
    LargeBinary,
    Table,
    Text,
    Uuid,
    bindparam,
    event,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session
from sqlalchemy.types import TypeEngine

from vpdesk.db.tables import DispatchVersionRow, Moment, Row, Sealed, new_salt
from vpdesk.domain.history import record_digest

Plain = str | int | bool | Mapping[str, str] | None


def covered() -> tuple[Table, ...]:
    """The tables whose records the history answers for, by their names."""
    mappers = (mapper for mapper in Row.registry.mappers if issubclass(mapper.class_, Sealed))
    return tuple(sorted((_table(mapper) for mapper in mappers), key=lambda table: table.name))


def records(connection: Connection, table: Table) -> Iterator[tuple[str, str]]:
    """The name and the digest of every record of a table; none where somebody has taken the table away."""
    if inspect(connection).has_table(table.name):
        with connection.execute(_whole(table), execution_options={"yield_per": 1000}) as rows:
            for row in rows.mappings():
                values = plain_values(table, row)
                yield _name(table, [values.get(column.name) for column in table.primary_key]), record_digest(values)


def plain_values(table: Table, row: Mapping[Any, Any]) -> dict[str, Plain]:
    """The columns of a row as plain values, the same from every engine."""
    return {name: plain(table.columns[name].type if name in table.columns else None, row[name]) for name in row}


def plain(kind: TypeEngine[Any] | None, value: object) -> Plain:
    """A value as every engine would give it; whatever cannot have come from us is marked as such."""
    match kind, value:
        case _, None:
            return None
        case (Text(), str(same)) | (Integer(), int(same)):
            return same
        case Boolean(), int() if value in (0, 1):
            return bool(value)
        case LargeBinary(), bytes():
            return value.hex()
        case (Uuid(), UUID()) | (Date(), date()):
            return str(value)
        case Moment(), datetime():
            return f"{value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
        case _, str() if written := _from_file(kind, value):
            return written
        case _:
            return {"raw": repr(value)}


_IN_FILES: Final = (
    (Uuid, re.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})"), r"\1-\2-\3-\4-\5"),
    (Moment, re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{6})", re.ASCII), r"\1T\2Z"),
    (Date, re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), r"\g<0>"),
)
"""How SQLite's files write what has no kind of its own there, and how a server's value would be written."""


def _from_file(kind: object, value: str) -> str | None:
    for known, form, written in _IN_FILES:
        if isinstance(kind, known) and form.fullmatch(value):
            return form.sub(written, value)
    return None


def _whole(table: Table) -> Any:
    # Untyped, so that a value which is none of its column's kind is given as it is.
    return select(text("*")).select_from(table)


def _table(mapper: Mapper[Any]) -> Table:
    table = mapper.local_table
    assert isinstance(table, Table)  # noqa: S101 -- no row of ours is made of several tables
    return table


def _name(table: Table, key: list[Plain]) -> str:
    return f"{table.name}:{':'.join(str(part) for part in key)}"


# --- what a unit of work changed ----------------------------------------------------------------------------------

_CHANGED: Final = "changed"


def changed_records(session: Session) -> dict[str, str | None]:
    """The digests of the covered records that were written through a session since it was last asked.

    None stands for those that are no more.
    """
    session.flush()
    keys: dict[Table, list[tuple[Any, ...]]] = {}
    for table, key in session.info.pop(_CHANGED, {}):
        keys.setdefault(table, []).append(key)
    changed: dict[str, str | None] = {}
    for table, its_keys in keys.items():
        changed |= {_name(table, [_plain_key(part) for part in key]): None for key in its_keys}
        for asked, values in _asked(table, its_keys):
            for row in session.connection().execute(asked, values).mappings():
                written = plain_values(table, row)
                changed[_name(table, [written[column.name] for column in table.primary_key])] = record_digest(written)
    return changed


_AT_ONCE: Final = 500
"""Records that are read back together."""


def _asked(table: Table, keys: list[tuple[Any, ...]]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """How records are asked for, with what values: many at once where their key is one column."""
    columns = list(table.primary_key)
    if len(columns) == 1 and len(keys) > 1:
        for place in range(0, len(keys), _AT_ONCE):
            yield _whole(table).where(columns[0].in_([key[0] for key in keys[place : place + _AT_ONCE]])), {}
        return
    for key in keys:
        yield _one(table), dict(zip([column.name for column in columns], key, strict=True))


@cache
def _one(table: Table) -> Any:
    # Made once: the digests are made while all who write wait.
    return _whole(table).where(*(column == bindparam(column.name) for column in table.primary_key))


def _plain_key(value: object) -> Plain:
    return value if isinstance(value, int) else str(value)


def _note(mapper: Mapper[Any], _connection: Connection, row: Sealed) -> None:
    session = object_session(row)
    if session is not None:
        session.info.setdefault(_CHANGED, {})[_table(mapper), mapper.primary_key_from_instance(row)] = None


def _note_update(mapper: Mapper[Any], connection: Connection, row: Sealed) -> None:
    # Told of every row that was looked at for changes, also where there were none.
    session = object_session(row)
    if session is not None and session.is_modified(row, include_collections=False):
        _note(mapper, connection, row)


def _forbid_bulk(statement: ORMExecuteState) -> None:
    """Nothing is written past the rows that are seen here."""
    mapper = statement.bind_mapper
    if not statement.is_select and mapper is not None and issubclass(mapper.class_, Sealed):
        raise AssertionError(f"{mapper.class_.__name__} is written row by row only")


event.listen(Sealed, "after_insert", _note, propagate=True)
event.listen(Sealed, "after_update", _note_update, propagate=True)
event.listen(Sealed, "after_delete", _note, propagate=True)
event.listen(Session, "do_orm_execute", _forbid_bulk)


# --- a store of before --------------------------------------------------------------------------------------------


def seal_everything(connection: Connection) -> dict[str, str]:
    """The digests of all records of a store whose history said nothing of them; those without a salt are given one."""
    sealed: dict[str, str] = {}
    for table in covered():
        if table.name != DispatchVersionRow.__tablename__:  # Its salt belongs to the digest in its own row.
            _salt(connection, table)
        sealed |= dict(records(connection, table))
    return sealed


def _salt(connection: Connection, table: Table) -> None:
    for key in connection.execute(select(*table.primary_key).where(table.columns.salt.is_(None))).all():
        this = [column == value for column, value in zip(table.primary_key, key, strict=True)]
        connection.execute(update(table).where(*this).values(salt=new_salt()))
