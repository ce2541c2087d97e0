"""What the window asks of the services of people: each call runs on the store's worker, as those of `records`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from vpdesk.domain.credentials import Entrant, SecretKind
from vpdesk.domain.errors import DeskError
from vpdesk.domain.office import WayOfWorking
from vpdesk.domain.organisation import Officer
from vpdesk.services import entrance, people, ways
from vpdesk.services.desk import Desk
from vpdesk.services.people import StaffEntry
from vpdesk.ui.runner import Runner

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[DeskError], None]


class People:
    """Who comes in, and who may."""

    def __init__(self, desk: Desk, worker: Runner) -> None:
        self._desk = desk
        self._worker = worker

    def _ask(self, call: Callable[[Desk], T], done: Done[T], failed: Failed) -> None:
        self._worker.run(lambda: call(self._desk), done, failed)

    def seated(self, done: Done[Officer | None], failed: Failed) -> None:
        """Who sits at this desk, if anybody."""
        self._ask(entrance.seated, done, failed)

    def door_plate(self, done: Done[tuple[Entrant, ...]], failed: Failed) -> None:
        """Who may come in."""
        self._ask(entrance.door_plate, done, failed)

    def sign_in(self, officer: UUID, secret: str, done: Done[Officer], failed: Failed) -> None:
        """Let an officer in."""
        self._ask(lambda desk: entrance.sign_in(desk, officer, secret), done, failed)

    def sign_out(self, failed: Failed) -> None:
        """Leave the desk."""
        self._ask(entrance.sign_out, lambda _nothing: None, failed)

    def sign_in_with_code(
        self, officer: UUID, code: str, secret: tuple[str, SecretKind], done: Done[Officer], failed: Failed
    ) -> None:
        """Let an officer in who was invited, with a secret of his own."""
        self._ask(lambda desk: entrance.sign_in_with_code(desk, officer, code, *secret), done, failed)

    def begin_with(self, officer: UUID, secret: tuple[str, SecretKind], done: Done[str], failed: Failed) -> None:
        """Let the first officer in, with a secret of his own; the recovery code."""
        self._ask(lambda desk: entrance.begin_with(desk, officer, *secret), done, failed)

    def recover(
        self, officer: UUID, code: str, secret: tuple[str, SecretKind], done: Done[str], failed: Failed
    ) -> None:
        """Let an administrator in by the recovery code; the next one."""
        self._ask(lambda desk: entrance.recover(desk, officer, code, *secret), done, failed)

    def choose_secret(self, old: str, secret: tuple[str, SecretKind], done: Done[None], failed: Failed) -> None:
        """Choose another secret for oneself."""
        self._ask(lambda desk: entrance.choose_secret(desk, old, *secret), done, failed)

    def renew_recovery_code(self, done: Done[str], failed: Failed) -> None:
        """Make another recovery code."""
        self._ask(entrance.renew_recovery_code, done, failed)

    def officers(self, done: Done[tuple[StaffEntry, ...]], failed: Failed) -> None:
        """The list of officers."""
        self._ask(people.officers, done, failed)

    def add_officer(self, officer: Officer, done: Done[tuple[Officer, str]], failed: Failed) -> None:
        """Take an officer in; with his invitation code."""
        self._ask(
            lambda desk: people.add_officer(desk, officer.name, officer.position, officer.roles, officer.days),
            done,
            failed,
        )

    def change_officer(self, officer: Officer, done: Done[Officer], failed: Failed) -> None:
        """Change what is recorded of an officer."""
        self._ask(lambda desk: people.change_officer(desk, officer), done, failed)

    def invite_anew(self, officer: UUID, done: Done[str], failed: Failed) -> None:
        """Give an officer a new invitation code."""
        self._ask(lambda desk: people.invite_anew(desk, officer), done, failed)

    def lock(self, officer: UUID, done: Done[None], failed: Failed) -> None:
        """Shut an officer out."""
        self._ask(lambda desk: people.lock(desk, officer), done, failed)

    def unlock(self, officer: UUID, done: Done[None], failed: Failed) -> None:
        """Let an officer in again."""
        self._ask(lambda desk: people.unlock(desk, officer), done, failed)

    def way_of_working(self, done: Done[WayOfWorking], failed: Failed) -> None:
        """How the office works."""
        self._ask(ways.way_of_working, done, failed)

    def set_way_of_working(self, way: WayOfWorking, done: Done[WayOfWorking], failed: Failed) -> None:
        """Choose how the office works."""
        self._ask(lambda desk: ways.set_way_of_working(desk, way), done, failed)
