"""Opening the desk, and this machine's settings on disk."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from support.program import run_python

from vpdesk.domain.errors import FaultySettings, FileNotReadable, FileNotWritable, Obstacle
from vpdesk.paths import Places
from vpdesk.services.desk import Desk, load_settings
from vpdesk.services.machine import save_settings
from vpdesk.services.office import office
from vpdesk.settings import Settings


def test_a_machine_without_settings_has_the_usual_ones(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "nowhere" / "settings.toml") == Settings()


def test_opening_the_desk_writes_nothing(tmp_path: Path) -> None:
    desk = Desk(Places(tmp_path / "data"), Settings())

    assert desk.packs
    assert list(tmp_path.iterdir()) == []


_STORELESS = """
import sys
from pathlib import Path
from vpdesk.paths import Places
from vpdesk.services import drafting, office, store
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings
desk = Desk(Places(Path(sys.argv[1])), Settings())
libraries = {"sqlalchemy", "alembic", "sqlite3"}
print(sorted(libraries & sys.modules.keys()))
office.office(desk)
desk.close()
print(sorted(libraries & sys.modules.keys()))
"""


def test_the_libraries_of_the_store_wait_until_it_is_asked_for(tmp_path: Path) -> None:
    new = run_python(_STORELESS, tmp_path)
    again = run_python(_STORELESS, tmp_path)

    assert (new.stdout, new.stderr) == ("[]\n['alembic', 'sqlalchemy', 'sqlite3']\n", "")
    assert (again.stdout, again.stderr) == ("[]\n['sqlalchemy', 'sqlite3']\n", "")


def test_the_store_lies_beside_the_settings(tmp_path: Path) -> None:
    desk = Desk(Places(tmp_path / "data"), Settings())
    assert office(desk) is None
    desk.close()

    assert {path.name for path in desk.places.data.iterdir()} == {"vpdesk.sqlite3", "vpdesk.sqlite3-turn"}


def test_days_are_those_of_the_office_and_moments_have_their_zone(tmp_path: Path) -> None:
    late = Desk(Places(tmp_path), Settings(), lambda: datetime(2024, 12, 31, 17, tzinfo=UTC))

    assert late.today() == date(2025, 1, 1)
    assert Desk(Places(tmp_path), Settings()).clock().utcoffset() == timedelta(0)
    assert Desk(Places(tmp_path), Settings()).desk_name


def test_settings_that_were_saved_are_found_again(tmp_path: Path) -> None:
    places = Places(tmp_path / "new" / "data")
    settings = Settings(language="en", theme="dark", zoom="125", recent=("a.json", "đường/b.json"), page_list=False)
    save_settings(places, settings)

    assert load_settings(places.settings) == settings
    assert [path.name for path in places.data.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (b"language = ", "TOML"),
        (b'language = "fr"', "language"),
        (b"font_size = 13", "font_size"),
        (b'font_size = "10"', "font_size"),
        (b"page_list = 1", "page_list"),
        (b"recent = [1]", "recent"),
        (b'theme = "\xff"', "UTF-8"),
    ],
    ids=["not TOML", "a language", "a size", "a size in words", "a flag", "recent files", "another encoding"],
)
def test_settings_that_cannot_be_understood_are_told_with_the_key(tmp_path: Path, text: bytes, key: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text)

    with pytest.raises(FaultySettings) as caught:
        load_settings(path)

    assert (caught.value.path, caught.value.key) == (path, key)


def test_settings_that_cannot_be_opened_are_told_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()

    with pytest.raises(FileNotReadable) as caught:
        load_settings(tmp_path / "settings.toml")

    assert caught.value.obstacle is Obstacle.IS_FOLDER


def test_settings_that_cannot_be_saved_are_told_by_their_folder(tmp_path: Path) -> None:
    (tmp_path / "data").touch()

    with pytest.raises(FileNotWritable) as caught:
        save_settings(Places(tmp_path / "data"), Settings(theme="dark"))

    assert caught.value.path == tmp_path / "data"
