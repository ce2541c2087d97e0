"""Where things are, and the log beside them."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vpdesk.log import start_log
from vpdesk.paths import Places, default_places, resource


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """The program's logger, given back as it was."""
    root = logging.getLogger("vpdesk")
    level, handlers = root.level, root.handlers.copy()
    yield root
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.parametrize("name", ["rules", "fonts", "icons", "locale", "style", "sample"])
def test_a_folder_of_the_program_is_found(name: str) -> None:
    assert any(resource(name).iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="the folders of XDG")
def test_data_lies_where_the_platform_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_places() == Places(tmp_path / "vpdesk")

    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_places() == Places(tmp_path / ".local" / "share" / "vpdesk")


def test_settings_and_log_lie_in_the_data_folder(tmp_path: Path) -> None:
    assert {Places(tmp_path).settings.parent, Places(tmp_path).log.parent} == {tmp_path}


def test_a_log_is_kept_in_a_folder_that_is_made_for_it(tmp_path: Path, logger: logging.Logger) -> None:
    path = tmp_path / "new" / "vpdesk.log"
    start_log(path)
    logging.getLogger("vpdesk.export").info("công văn")
    logging.getLogger("vpdesk.export").debug("too small to keep")

    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.partition(" INFO ")[2] for line in lines] == ["vpdesk.export: công văn"]


def test_a_log_that_has_grown_large_makes_room_for_a_new_one(tmp_path: Path, logger: logging.Logger) -> None:
    path = tmp_path / "vpdesk.log"
    path.write_text("old\n" * 300_000, encoding="utf-8")
    start_log(path)
    logging.getLogger("vpdesk.export").info("new")

    assert path.read_text(encoding="utf-8").count("\n") == 1
    assert (tmp_path / "vpdesk.log.old").read_text(encoding="utf-8").startswith("old")


def test_a_log_that_cannot_be_kept_does_not_keep_the_desk_from_opening(
    tmp_path: Path, logger: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    start_log(tmp_path / "file" / "vpdesk.log")

    assert "no log file" in caplog.text


def test_a_talkative_log_speaks_on_standard_error(
    tmp_path: Path, logger: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    start_log(None, verbose=True)
    logging.getLogger("vpdesk.export").debug("small")

    assert capsys.readouterr().err.endswith("DEBUG vpdesk.export: small\n")
