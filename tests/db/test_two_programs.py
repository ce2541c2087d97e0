"""Programs that end without a word, and programs beside each other."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from support.builders import a_dispatch
from support.papers_out import TEXT
from support.program import environment

from bench.crew import Site, work
from bench.signed_off import an_office, put_signed_off
from vpdesk.domain.drafts import DraftQuery
from vpdesk.paths import Places
from vpdesk.services import drafting
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample, office
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings

_DESK = """
import random, sys, time
from dataclasses import replace
from pathlib import Path
from uuid import UUID
from vpdesk.domain.body import Paragraph, Run
from vpdesk.paths import Places
from vpdesk.services import drafting
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample, office
from vpdesk.settings import Settings

folder, address, name, seed, draft = sys.argv[1:]
desk = Desk(Places(Path(folder)), Settings(database=address), desk_name=name)
if (founded := office(desk)) is not None:
    desk.seat.officer = founded.officers[0].id
chance = random.Random(seed)
"""

TYPING = (
    _DESK
    + """
opened = drafting.open_draft(desk, UUID(draft)).draft
number = 0
while True:
    number += 1
    text = f"Lần {number}. " + "chữ " * chance.randrange(2000)
    dispatch = replace(opened.dispatch, body=(Paragraph((Run(text),)),))
    drafting.keep(desk, opened.id, dispatch)
    if chance.random() < 0.1:
        opened = drafting.save(desk, opened, dispatch)
    print(number, flush=True)
    time.sleep(chance.random() * 0.01)
"""
)
"""Types at a desk, saving now and then, and says after each time what is kept."""

BEGINNING = (
    _DESK
    + """
found_sample(desk)
with desk.store.reading() as work:
    body = work.organisation.bodies()[0].id
source = drafting.open_draft(desk, UUID(draft)).dispatch
for number in range(int(seed)):
    begun = drafting.begin(desk, replace(source, subject_summary=f"{name} {number}"), body).draft
    drafting.save(desk, begun, begun.dispatch)
    print(begun.id, flush=True)
desk.close()
"""
)
"""Begins drafts at a desk and says which."""

FOUNDING = (
    _DESK
    + """
print(found_sample(desk).officers[0].id)
desk.close()
"""
)
"""Founds the office and says who is officer 1."""


@contextmanager
def another(script: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Another program on the same store."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder that the programs share."""
    return tmp_path / "shared"


@pytest.fixture
def desk(folder: Path, address: str) -> Iterator[Desk]:
    """A desk of the sample office in this program."""
    desk = Desk(Places(folder), Settings(database=address), desk_name="ở đây")
    found_sample(desk)
    yield desk
    desk.close()


def a_draft(desk: Desk) -> UUID:
    """A draft to type in."""
    founded = office(desk)
    assert founded is not None
    return drafting.begin(desk, a_dispatch(), founded.bodies[0].id).draft.id


KILLS = int(os.environ.get("VPDESK_KILLS", "5"))
"""How many runs are killed; a soak asks for more."""


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_promised_is_there_after_a_kill(desk: Desk, folder: Path, seed: int) -> None:
    draft = a_draft(desk)
    desk.close()
    chance = random.Random(seed)
    with another(TYPING, folder, desk.settings.database, "đang gõ", seed, draft) as typing:
        assert typing.stdout is not None
        promised = [int(typing.stdout.readline()) for _ in range(chance.randrange(5, 60))]
        typing.kill()
        promised += [int(line) for line in typing.stdout.read().split()]
    there = Desk(desk.places, desk.settings, desk_name="đang gõ", seat=desk.seat)
    found = drafting.open_draft(there, draft)
    (paragraph,) = found.dispatch.body
    there.close()

    # The last word may be lost on its way to us, but never to the disk.
    assert str(paragraph).partition("Lần ")[2].partition(".")[0] in {str(promised[-1]), str(promised[-1] + 1)}
    assert verify_store(desk).fault is None


def test_the_worker_may_be_another_thread_each_time(desk: Desk) -> None:
    found: list[UUID] = []
    for _ in range(3):
        worker = threading.Thread(target=lambda: found.append(a_draft(desk)))
        worker.start()
        worker.join()

    assert [row.id for row in drafting.drafts(desk, DraftQuery())] == found[::-1]


def test_programs_beside_each_other_lose_nothing_of_each_other(desk: Desk, folder: Path) -> None:
    draft, database = a_draft(desk), desk.settings.database
    with (
        another(BEGINNING, folder, database, "máy 1", 20, draft) as one,
        another(BEGINNING, folder, database, "máy 2", 20, draft) as other,
    ):
        begun = [str(a_draft(desk)) for _ in range(10)]
        said = [process.communicate(timeout=120) for process in (one, other)]
    begun += [line for out, _ in said for line in out.split()]
    with desk.store.reading() as work:
        lines = list(work.history.lines())

    assert [err for _, err in said] == ["", ""]
    assert {str(row.id) for row in drafting.drafts(desk, DraftQuery())} == {str(draft), *begun}
    assert len(begun) == 50
    assert verify_store(desk).fault is None
    assert len(lines) == 52


def test_eight_workers_of_two_programs_each_get_numbers_that_nobody_else_gets(tmp_path: Path) -> None:
    desk = Desk(Places(tmp_path), Settings())
    body = an_office(desk)
    dispatches = list(map(str, put_signed_off(desk, body, 40, TEXT)))
    tasks = [[dispatches[place::8] for place in program] for program in (range(4), range(4, 8))]
    shifts = work("issue", Site(f"sqlite:///{desk.places.database}", tmp_path, desk.seat.officer, body.id), tasks)
    with desk.store.reading() as work_done:
        (row,) = work_done.numbers.all_series()
        lines = work_done.numbers.lines(row.id)
    desk.close()

    assert [len(shift.numbers) for shift in shifts] == [5] * 8
    assert sorted(number for shift in shifts for number in shift.numbers) == list(range(1, 41))
    assert [line.number for line in lines] == list(range(1, 41))
    assert verify_store(desk).fault is None


def test_programs_that_open_a_new_store_at_once_found_one_office(address: str, folder: Path) -> None:
    with (
        another(FOUNDING, folder, address, "máy 1", 0, "") as one,
        another(FOUNDING, folder, address, "máy 2", 0, "") as other,
    ):
        said = [process.communicate(timeout=120) for process in (one, other)]

    assert [err for _, err in said] == ["", ""]
    assert said[0][0] == said[1][0] != ""
