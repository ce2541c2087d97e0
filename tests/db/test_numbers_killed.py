"""A program that takes numbers and dies at whatever moment leaves every number accounted for."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from support.papers_out import TEXT
from support.program import environment

from bench.signed_off import an_office, put_signed_off
from vpdesk.db.files import read_file
from vpdesk.domain.issuing import account
from vpdesk.domain.organisation import IssuingBody
from vpdesk.domain.outgoing import LineState
from vpdesk.domain.workflow import Status
from vpdesk.paths import Places
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings

_CLERK = """
import random, sys
from pathlib import Path
from uuid import UUID
from vpdesk.domain.issuing import ExternalLetter, IssueOrder
from vpdesk.domain.outgoing import LineState
from vpdesk.paths import Places
from vpdesk.services import issuing, outgoing
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

folder, address, officer, body, seed = sys.argv[1:]
desk, body = Desk(Places(Path(folder)), Settings(database=address)), UUID(body)
desk.seat.officer = UUID(officer)
chance, mine = random.Random(seed), []
waiting = [UUID(one) for one in sys.stdin.read().split()]
print("ready", flush=True)
while waiting:
    today = desk.today()
    match chance.randrange(6):
        case 0 if mine:
            done = [outgoing.void(desk, mine[-1].id, mine[-1].version, "nhầm")]
            mine.pop()
        case 1:
            done = outgoing.hold(desk, body, "CV", "Đ/c Toàn", "chờ ký", count=chance.randrange(1, 4))
        case 2:
            letters = [ExternalLetter("CV", today, "Làm bằng Word")] * 2
            done = outgoing.register_external(desk, body, letters, "theo lô")
        case 3 if mine and mine[-1].state is LineState.HELD:
            order = IssueOrder(waiting.pop(), 1, today, held=mine.pop().id, date_reason="giữ số từ trước")
            done = [issuing.issue(desk, [order])[0].line]
        case _:
            orders = [IssueOrder(waiting.pop(), 1, today) for _ in range(min(len(waiting), chance.randrange(1, 3)))]
            done = [one.line for one in issuing.issue(desk, orders)]
    mine += [line for line in done if line.state is not LineState.VOID]
    print(*(f"{line.id}:{line.number}:{line.state.value}" for line in done), flush=True)
"""
"""A clerk at a desk, who says after each act which numbers he was given and what became of them."""

KILLS = int(os.environ.get("VPDESK_KILLS", "4"))
"""How often the clerk is killed; a soak asks for more."""
_DISPATCHES_FOR_ONE = 80


class Told(NamedTuple):
    """What the clerk was told of a line, last."""

    number: int
    state: LineState


def test_every_number_is_there_once_after_each_kill(address: str, tmp_path: Path) -> None:
    desk = Desk(Places(tmp_path), Settings(database=address))
    told: dict[UUID, Told] = {}
    deaths = 0
    body = an_office(desk)
    for seed in range(KILLS):
        put_signed_off(desk, body, _DISPATCHES_FOR_ONE - _waiting(desk), TEXT)
        said, died = kill(desk, body, seed)
        deaths += died
        told |= said
        hold_against(desk, told)
    desk.close()
    print(f"{deaths} deaths, {len(told)} numbers told")
    assert deaths == KILLS


def _waiting(desk: Desk) -> int:
    with desk.store.reading() as work:
        return len(work.drafts.at(Status.SIGNED_OFF))


def kill(desk: Desk, body: IssuingBody, seed: int) -> tuple[dict[UUID, Told], bool]:
    """Let the clerk work and kill him some time; what he was told until then, and whether he was still at work."""
    with desk.store.reading() as work:
        waiting = work.drafts.at(Status.SIGNED_OFF)
    desk.close()
    chance = random.Random(seed)
    place = (desk.places.data, desk.settings.database, desk.seat.officer, body.id, seed)
    command = [sys.executable, "-c", _CLERK, *map(str, place)]
    with subprocess.Popen(
        command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as clerk:
        assert clerk.stdin is not None
        assert clerk.stdout is not None
        clerk.stdin.write(" ".join(map(str, waiting)))
        clerk.stdin.close()
        heard = [clerk.stdout.readline() for _ in range(chance.randrange(2, 30))]
        time.sleep(chance.random() * 0.04)
        clerk.kill()
        heard += clerk.stdout.readlines()
    # A line that was cut off in the middle had not been said.
    return told_by(line for line in heard[1:] if line.endswith("\n")), clerk.returncode < 0


def told_by(lines: Iterable[str]) -> dict[UUID, Told]:
    """What lines of the clerk say."""
    words = itertools.chain.from_iterable(line.split() for line in lines)
    parts = (word.split(":") for word in words)
    return {UUID(line): Told(int(number), LineState(state)) for line, number, state in parts}


def hold_against(desk: Desk, told: dict[UUID, Told]) -> None:
    """Hold the store against what was told: it may know of one act more, and of none less."""
    with desk.store.reading() as work:
        (row,) = work.numbers.all_series()
        lines = work.numbers.lines(row.id)
        issued = {line.id: [one.digest for one in work.attachments.of(line.id)] for line in lines if line.pdf}
        statuses = {line.dispatch: work.drafts.get(line.dispatch).progress.status for line in lines if line.dispatch}
    assert [line.number for line in lines] == list(range(1, row.last + 1))
    assert account(row, lines).unexplained == ()
    known = {line.id: line for line in lines}
    for line, said in told.items():
        assert known[line].number == said.number
        # His last act may have been one that he was told nothing of.
        assert known[line].state is said.state or known[line].version > 1
    for line_id, digests in issued.items():
        assert digests == [known[line_id].pdf]
        assert read_file(desk.store.files, digests[0]).startswith(b"%PDF-")
    assert set(statuses.values()) <= {Status.ISSUED, Status.VOID}
    assert len(statuses) == len(issued)
    assert verify_store(desk).fault is None
