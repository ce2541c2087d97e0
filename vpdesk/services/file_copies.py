"""The file copies: who used one, who allowed it, that it came back.

Like every act on the store, these run on the store's own worker.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from vpdesk.domain.errors import DateInFuture, EndsBeforeBeginning, ReasonMissing
from vpdesk.domain.ids import new_id
from vpdesk.domain.outgoing import FileCopyUse
from vpdesk.domain.roles import Permission
from vpdesk.domain.text import entered
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

_USE: Final = "file_copy_use"


def lend(
    desk: Desk, line: UUID, person: str, day: date, allowed_by: str = "", file_symbol: str = "", notes: str = ""
) -> FileCopyUse:
    """Set down that somebody uses the file copy of a line from a day on.

    Raises ReasonMissing without a name, DateInFuture, NoSuchRecord.
    """
    name = entered(person)
    if name is None:
        raise ReasonMissing
    if day > desk.today():
        raise DateInFuture(day)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        work.numbers.line(line)
        use = FileCopyUse(
            new_id(work.now),
            line,
            day,
            name,
            file_symbol=entered(file_symbol),
            allowed_by=entered(allowed_by),
            notes=entered(notes),
        )
        work.file_copies.put(use)
        work.tell(officer.id, "lend", _USE, use.id, line=line)
        return use


def take_in(desk: Desk, use: UUID, day: date, received_by: str = "") -> FileCopyUse:
    """Set down that a file copy came back. Raises EndsBeforeBeginning, DateInFuture, NoSuchRecord."""
    if day > desk.today():
        raise DateInFuture(day)
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        found = work.file_copies.get(use)
        if day < found.used_on:
            raise EndsBeforeBeginning(found.used_on, day)
        back = replace(found, returned_on=day, received_by=entered(received_by))
        work.file_copies.put(back)
        work.tell(officer.id, "take_in", _USE, use, line=found.line)
        return back


def uses_of(desk: Desk, line: UUID) -> tuple[FileCopyUse, ...]:
    """Who used the file copy of a line, the first first."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return work.file_copies.of(line)


def copies_out(desk: Desk) -> tuple[FileCopyUse, ...]:
    """The file copies that did not come back yet, the longest out first."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        return work.file_copies.out()
