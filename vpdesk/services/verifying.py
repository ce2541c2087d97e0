"""Whether anything was changed behind the office's back."""

from __future__ import annotations

from vpdesk.domain.roles import Permission
from vpdesk.domain.verification import Verification, parse_anchor
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require


def verify(desk: Desk, anchor: str | None = None) -> Verification:
    """Hold the store against its history, and against a head value that was printed, where one is given.

    Raises NotAnAnchor, NotPermitted, DatabaseDamaged.
    """
    from vpdesk.db.checking import check

    known = parse_anchor(anchor) if anchor is not None else None
    with desk.store.reading() as work:
        require(desk, work, Permission.VERIFY)
    with desk.store.database.reading() as connection:
        return check(connection, desk.store.database, known, files=True)


def verify_store(desk: Desk, anchor: str | None = None) -> Verification:
    """The same where nobody sits at the desk, of a store that lies there; it is opened to be read only.

    Raises NotAnAnchor, FileNotReadable where there is no store, and as `vpdesk.db.store.open_store`.
    """
    from vpdesk.db.checking import check_address

    known = parse_anchor(anchor) if anchor is not None else None
    return check_address(desk.settings.database or desk.places.database, known, files=True)


def head_value(desk: Desk) -> str:
    """What is printed of the history as it is now, at the foot of what is kept outside the store."""
    with desk.store.reading() as work:
        return work.history.head_value()
