"""The desk: what every act of the office needs at hand."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vpdesk.domain.credentials import Hardness
from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import FaultySettings, FileNotReadable, Obstacle, SecretDispatch
from vpdesk.paths import Places, resource
from vpdesk.settings import BadSettings, Settings, parse_settings

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.db.store import Store
    from vpdesk.domain.dispatch import Dispatch
    from vpdesk.domain.templates import Template
    from vpdesk.export.pdf import PdfWriter
    from vpdesk.layout.fonts import FontBook
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.services.compositor import Compositor
    from vpdesk.services.rules import Packs


class Press:
    """Makes PDFs. ReportLab is taken in with the first one, so that opening the desk does not wait for it."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._writer: PdfWriter | None = None

    def pdf(self, document: PagedDocument) -> bytes:
        """The PDF of a laid-out document."""
        if self._writer is None:
            from vpdesk.export.pdf import PdfWriter

            self._writer = PdfWriter(self._fonts)
        return self._writer.write(document)


class Issuing(NamedTuple):
    """The compositor and the press of the store's worker."""

    compositor: Compositor
    press: Press


def machine_clock() -> datetime:
    """This moment, as the machine has it."""
    return datetime.now(UTC)


def machine_name() -> str:
    """What this machine is called in its network."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


@dataclass
class Seat:
    """Who sits at the desk; None where nobody has signed in. It belongs to the worker that owns the store."""

    officer: UUID | None = None


@dataclass(frozen=True)
class Desk:
    """Settings, rules, faces, the compositor, the press and the store.

    Each is taken in hand when it is first asked for: the window stands on the screen before the rules are read.
    `desk_name` tells what was typed here from what was typed at another desk, `hardness` what a try at a secret costs.
    """

    places: Places
    settings: Settings
    clock: Callable[[], datetime] = machine_clock
    desk_name: str = field(default_factory=machine_name)
    seat: Seat = field(default_factory=Seat)
    hardness: Hardness = field(default_factory=Hardness)

    @cached_property
    def packs(self) -> Packs:
        """Every rule pack. Raises FaultyRules when one is broken, FileNotReadable when one cannot be read."""
        from vpdesk.services.rules import load_packs

        return load_packs(resource("rules"))

    @cached_property
    def fonts(self) -> FontBook:
        """The faces of the page and their widths."""
        from vpdesk.layout.fonts import FontBook

        return FontBook(resource("fonts"))

    @cached_property
    def compositor(self) -> Compositor:
        """What sets dispatches."""
        from vpdesk.services.compositor import Compositor

        return Compositor(self.fonts)

    @cached_property
    def proofs(self) -> Compositor:
        """What sets, on another thread, dispatches that are only looked at."""
        from vpdesk.services.compositor import Compositor

        return Compositor(self.fonts)

    @cached_property
    def issuing(self) -> Issuing:
        """What sets and makes, on the store's worker, the papers that are issued."""
        from vpdesk.services.compositor import Compositor

        return Issuing(Compositor(self.fonts), Press(self.fonts))

    @cached_property
    def templates(self) -> tuple[Template, ...]:
        """The shipped templates. Raises as `services.templates.load_templates` does."""
        from vpdesk.services.templates import load_templates

        return load_templates(resource("templates"))

    @cached_property
    def press(self) -> Press:
        """What makes PDFs."""
        return Press(self.fonts)

    @cached_property
    def store(self) -> Store:
        """The store, opened and brought up to date. It belongs to the thread that asks first: one worker works with it.

        Raises as `vpdesk.db.store.open_store`; asked again, it tries again.
        """
        from vpdesk.db.store import open_store

        # A server's own clock is the same for every desk.
        clock = None if self.clock is machine_clock else self.clock
        return open_store(self.settings.database or self.places.database, self.places.backups, clock)

    def close(self) -> None:
        """Let go of the store, if it was opened."""
        if (store := self.__dict__.pop("store", None)) is not None:
            store.close()

    def today(self) -> date:
        """The day at the office."""
        return local_day(self.clock())

    def admit(self, dispatch: Dispatch) -> None:
        """Let a dispatch onto this machine. Raises SecretDispatch where it may not handle it."""
        if dispatch.secrecy is not None and not self.settings.stand_alone_decision.strip():
            raise SecretDispatch(dispatch.secrecy.value)

    def open(self) -> None:
        """Take in hand what every dispatch needs. Raises as `packs` does."""
        _ = self.packs, self.compositor


def load_settings(path: Path) -> Settings:
    """This machine's settings; the defaults where it has none yet.

    Raises FaultySettings with the key that is wrong, FileNotReadable when the file cannot be read.
    """
    try:
        return parse_settings(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise FileNotReadable(path, Obstacle.of(error), error.strerror or "") from None
    except UnicodeDecodeError as error:
        raise FaultySettings(path, "UTF-8", str(error)) from None
    except BadSettings as error:
        raise FaultySettings(path, error.key, error.problem) from None
