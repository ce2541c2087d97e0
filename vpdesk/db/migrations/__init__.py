"""The schemas of the store, one after the other.

They are numbered, so that a store of a later program is known without asking Alembic, which is taken in only where
there is something to bring up to date.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

SCHEMAS: Final = ("0001", "0002", "0003", "0004")
"""Every schema, the present one last; a test holds it against the files."""

CURRENT: Final = SCHEMAS[-1]

UNSEALED: Final = ("0001",)
"""The schemas whose history said nothing of the records as they are."""

UNFINDABLE: Final = ("0001", "0002")
"""The schemas that had no registers, and kept nothing of what is found."""


def upgrade(connection: Connection, schema: str = CURRENT) -> None:
    """Bring a store up to a schema, inside the transaction of this connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, schema)
