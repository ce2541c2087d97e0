"""Whoever has the file of a store and no part in the office changes nothing in it unnoticed.

Hundreds of changes to copies of a store, each by SQL behind the program's back, are found by both checkers: ours, and
the one that stands alone. The program's own acts are never taken for one of them.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.forging import all_changes, blaming
from support.office_life import OfficeLife
from support.stores import TickingClock
from support.tampering import TABLES, Change, by_itself, tampered

from vpdesk.db.checking import check_address
from vpdesk.domain.verification import Fault, FaultKind, parse_anchor
from vpdesk.paths import Places
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings

ACTS = int(os.environ.get("VPDESK_ACTS", "160"))
"""How many honest acts are done; a soak asks for more."""

STAGES = 4
"""How often the honest store is checked on its way, each time against all that was printed before."""

ENOUGH = 200
"""How many changes there are at least."""


@dataclass(frozen=True)
class HonestStore:
    """A store with rows in every table, closed, and what was printed of it at two times."""

    path: Path
    halfway: str
    head: str


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> HonestStore:
    """An office after many acts. No act of the program's own is ever taken for a change behind its back."""
    places = Places(tmp_path_factory.mktemp("honest"))
    desk = Desk(places, Settings(), TickingClock(), "máy 1")
    life, printed = OfficeLife(desk, 1), list[str]()
    for _ in range(STAGES):
        life.live(ACTS // STAGES)
        for anchor in (None, *printed):
            assert verify_store(desk, anchor).fault is None
        printed.append(verify_store(desk).head_value)
    desk.close()
    return HonestStore(places.database, printed[STAGES // 2], printed[-1])


def is_in_place(fault: Fault, change: Change) -> bool:
    """Whether a fault is told where the change was made."""
    if change.table is not None and not fault.record.startswith(change.table):
        return False
    if change.lines is not None and fault.line not in change.lines:
        return False
    return fault.kind in change.kinds


def test_every_change_behind_the_programs_back_is_found_in_its_place(honest: HonestStore, tmp_path: Path) -> None:
    changes, unfound, misplaced, disagreeing = all_changes(honest.path), [], [], []
    for change in changes:
        path = tampered(honest.path, change, tmp_path / "copy.sqlite3")
        ours, alone = check_address(path, parse_anchor(honest.head)), by_itself(path, honest.head)
        if ours != alone:
            disagreeing.append((change.name, ours, alone))
        if ours.fault is None or (ours.fault.kind is FaultKind.UNGUARDED) is not (change.name == "a trigger"):
            unfound.append(change.name)
        elif not is_in_place(ours.fault, change):
            misplaced.append((change.name, ours.fault))

    assert unfound == []
    assert disagreeing == []
    assert misplaced == []
    assert len(changes) >= ENOUGH
    assert {change.table for change in changes} == {None, *TABLES}


def test_honest_acts_are_not_taken_for_changes(honest: HonestStore) -> None:
    for anchor in (None, honest.halfway, honest.head):
        ours = check_address(honest.path, parse_anchor(anchor) if anchor else None)

        assert (ours.fault, ours.head_value) == (None, honest.head)
        assert by_itself(honest.path, anchor) == ours


def test_an_end_written_anew_is_found_only_where_it_was_printed_before(honest: HonestStore, tmp_path: Path) -> None:
    last = int(honest.head.partition("-")[0])
    change = Change("another officer", blaming(last - 1))
    path = tampered(honest.path, change, tmp_path / "copy.sqlite3")

    for anchor, found in ((honest.head, FaultKind.ANCHOR_DIFFERS), (honest.halfway, FaultKind.UNGUARDED)):
        for verification in (check_address(path, parse_anchor(anchor)), by_itself(path, anchor)):
            assert verification.fault is not None
            assert verification.fault.kind is found


def test_what_stands_in_the_log_beside_the_store_is_checked_too(honest: HonestStore, tmp_path: Path) -> None:
    path = shutil.copyfile(honest.path, tmp_path / "vpdesk.sqlite3")
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE office SET is_sample = 0")
        database.commit()
        assert path.with_name("vpdesk.sqlite3-wal").stat().st_size
        found = [check_address(path, None).fault, by_itself(path, None).fault]

    assert [fault.kind for fault in found if fault] == [FaultKind.RECORD_CHANGED] * 2


def test_a_check_changes_nothing_in_the_file(honest: HonestStore, tmp_path: Path) -> None:
    path = shutil.copyfile(honest.path, tmp_path / "vpdesk.sqlite3")
    path.chmod(0o444)
    by_itself(path, None)
    assert [one.name for one in tmp_path.iterdir()] == ["vpdesk.sqlite3"]
    check_address(path, None)

    assert path.read_bytes() == honest.path.read_bytes()
