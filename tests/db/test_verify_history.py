"""The program that checks a copy of a store by itself, as an auditor runs it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Date, Integer, LargeBinary, Uuid
from support.needs import ROOT
from support.office_life import OfficeLife
from support.tampering import KEYS, TABLES, Change, run, tampered

from tools import verify_history
from vpdesk.db import migrations
from vpdesk.db.checking import check_address
from vpdesk.db.sealing import covered
from vpdesk.db.tables import Moment, Row
from vpdesk.domain.verification import FaultKind
from vpdesk.services.desk import Desk


@pytest.fixture
def store(file_desk: Desk) -> Path:
    """The file of a store with some acts in it."""
    OfficeLife(file_desk, 3).live(20)
    file_desk.close()
    return file_desk.places.database


def alone(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run it as an auditor would, with nothing of ours in sight."""
    script = ROOT / "tools/verify_history.py"
    return subprocess.run(
        [sys.executable, "-I", script, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_it_says_what_it_found_in_both_languages(store: Path, tmp_path: Path) -> None:
    change = Change("", run("UPDATE officer SET name = 'Ai Đó' WHERE rowid = 1"))
    path = tampered(store, change, tmp_path / "copy.sqlite3")
    printed = check_address(store, None).head_value
    whole, spoilt = alone(store, "--anchor", printed), alone(path, "--anchor", printed)

    assert (whole.returncode, whole.stderr) == (0, "")
    assert "Nguyên vẹn" in whole.stdout
    assert printed in whole.stdout
    assert (spoilt.returncode, spoilt.stderr) == (1, "")
    assert spoilt.stdout.startswith("The record officer:")
    assert "đã bị sửa" in spoilt.stdout


def test_it_says_what_it_cannot_check(store: Path, tmp_path: Path) -> None:
    torn, newer, other = (tmp_path / name for name in ("torn", "newer", "other"))
    torn.write_bytes(store.read_bytes()[:20000])
    tampered(store, Change("", run("UPDATE alembic_version SET version_num = '9999'")), newer)
    other.write_text("no store")
    for arguments in ([tmp_path / "none"], [torn], [newer], [other], [store, "--anchor", "12"]):
        done = alone(*arguments)

        assert (done.returncode, done.stdout) == (2, "")
        assert "Chưa kiểm tra được" in done.stderr


def test_it_stands_on_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "tools/verify_history.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_it_knows_every_covered_table_and_the_kind_of_every_column() -> None:
    kinds = {Uuid: "id", Moment: "moment", Date: "day", Boolean: "yes or no", Integer: "number", LargeBinary: "bytes"}
    columns = {column.name: kinds.get(type(column.type)) for table in covered() for column in table.columns}

    assert {name: kind for name, kind in columns.items() if kind} == verify_history.KIND_OF
    assert KEYS == verify_history.COVERED
    assert list(verify_history.SCHEMAS) == list(migrations.SCHEMAS)
    assert verify_history.SENTENCES.keys() == FaultKind.__members__.keys()


def test_the_documents_list_what_is_covered_and_what_is_not() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    section = text.partition("## The history")[2].partition("\n## ")[0]
    told, untold = (set(re.findall(r"`(\w+)`", one)) for one in re.findall(r"\*\*(?:Not c|C)overed\*\* (.*)", section))

    assert told >= set(TABLES)
    assert untold >= set(Row.metadata.tables) - set(TABLES) - {"history"}
