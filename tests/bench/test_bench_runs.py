"""The benchmark runs. What it measures is not asserted: no time belongs in a test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench import dispatches, importing, numbers, office, typst_peer
from bench import finding as bench_finding
from bench.drafting import WindowTyping
from bench.export import body_lines, ours
from bench.manuscript import Piece, from_json
from bench.measure import Row, alternate, medians, table
from vpdesk.domain.search_query import Search
from vpdesk.paths import Places
from vpdesk.services import finding
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings


def test_the_cheapest_row_is_measured(desk: Desk) -> None:
    whole, layout = medians(1, *ours(desk, dispatches.sample())[:2], warm=0)

    assert "| the work | " in table([Row("the work", whole, "its half", layout, "≤ 9")])


def test_a_key_is_followed_to_its_painted_page(desk: Desk, tmp_path: Path, qapp: QApplication) -> None:
    typing = WindowTyping(qapp, replace(desk, places=Places(tmp_path), settings=Settings()), dispatches.sample())

    (keys,) = alternate(2, typing.keystroke, warm=0)
    typing.close()

    assert len(keys) == 2


def test_no_paragraph_comes_again() -> None:
    one, other = dispatches.renewed(dispatches.sample()), dispatches.renewed(dispatches.sample())

    assert not set(one.body) & set(other.body)


def test_peers_get_every_word_of_the_body(desk: Desk) -> None:
    sample = dispatches.sample()
    text = dispatches.manuscript(desk, sample)

    assert from_json(text.to_json()) == text
    letters = "".join(
        letter
        for piece in text.body
        if isinstance(piece, Piece)
        for one in piece.stretches
        for letter in one.text
        if letter.isalnum()
    )
    assert letters == "".join(body_lines(lay_out(desk, sample).document))
    assert b"Trung t\xc3\xa2m" in typst_peer.source_of(text)


def test_an_old_book_is_tried() -> None:
    (row,) = importing.rows(lines=20, rounds=1)

    assert row.ours > 0


def test_numbers_are_taken_by_many_and_each_is_counted(tmp_path: Path) -> None:
    few = numbers.Amounts(bare=8, held=4, issued=8, rounds=1, programs=2)
    *measured, counted = numbers.rows(tmp_path, few)

    assert all(row.ours > 0 for row in measured)
    assert (counted.ours, counted.ratio) == (12, 1)


def test_an_office_is_invented_whole_and_found_in(tmp_path: Path) -> None:
    desk = Desk(Places(tmp_path), Settings())
    office.invent(desk, 300)
    found = finding.find(desk, Search("tuyen truyen"))
    counted = finding.count(desk, Search(""))
    desk.close()

    assert found.hits
    assert counted.total == 300
    assert verify_store(desk).fault is None


def test_finding_is_measured_in_it(tmp_path: Path) -> None:
    desk = Desk(Places(tmp_path), Settings())
    office.invent(desk, 300)
    desk.close()

    measured = table(list(bench_finding.rows(tmp_path, rounds=1, starts=False)))

    assert "| typed query, bare, p95" in measured
    assert "| an arrival registered" in measured
