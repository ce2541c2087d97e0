"""The ids of office records: UUIDs of version 7 (RFC 9562), which sort by the moment they were made."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_VERSION, _VARIANT = 7, 0b10


def new_id(moment: datetime) -> UUID:
    """A new id: the milliseconds of a moment, then 74 bits of chance."""
    milliseconds = (moment - _EPOCH) // timedelta(milliseconds=1)
    high, low = secrets.randbits(12), secrets.randbits(62)
    return UUID(int=milliseconds << 80 | _VERSION << 76 | high << 64 | _VARIANT << 62 | low)
