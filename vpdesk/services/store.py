"""The store as a whole: its copies, and the way out when it is damaged."""

from __future__ import annotations

from pathlib import Path

from vpdesk.domain.errors import NoSuchRecord
from vpdesk.services.desk import Desk


def back_up(desk: Desk, *, once_a_day: bool = False) -> Path | None:
    """Copy the store as it is now, and its files, into the folder of its backups; the copy.

    None where the server's own backups do that, or where the one copy of the day is made.
    """
    return desk.store.back_up(once_a_day=once_a_day)


def restore_backup(desk: Desk) -> Path:
    """Set a damaged store aside and put its newest whole copy in its place; the copy.

    What was written since then stays in the damaged file. Raises NoSuchRecord where there is no copy, FileNotWritable
    when the folder will not have it.
    """
    from vpdesk.db import store

    if desk.settings.database:
        raise NoSuchRecord("backup", desk.settings.database)
    desk.close()
    return store.restore_backup(desk.places.database, desk.places.backups)
