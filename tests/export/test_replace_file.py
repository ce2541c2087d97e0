"""Writing a file: the new one, or the old one untouched, and nothing beside it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.accounts import an_open_folder, an_ordinary_account
from support.program import run_python

from vpdesk.domain.errors import FileNotWritable, Obstacle
from vpdesk.export.files import replace_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and limits of POSIX")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with an_open_folder() as folder:
        yield folder


def refusal(path: Path) -> Obstacle:
    with pytest.raises(FileNotWritable) as caught:
        replace_file(path, b"new")
    assert caught.value.path == path
    return caught.value.obstacle


def test_a_new_file_is_written(tmp_path: Path) -> None:
    replace_file(tmp_path / "công văn.pdf", b"new")

    assert (tmp_path / "công văn.pdf").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old and longer")
    replace_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_may_be_empty_and_may_be_large(tmp_path: Path) -> None:
    for content in (b"", b"a" * 10_000_000):
        replace_file(tmp_path / "a.pdf", content)

        assert (tmp_path / "a.pdf").read_bytes() == content


def test_a_name_of_the_longest_kind_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 251 + ".pdf")
    replace_file(path, b"new")

    assert list(tmp_path.iterdir()) == [path]


def test_a_relative_name_lands_in_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    replace_file(Path("a.pdf"), b"new")

    assert (tmp_path / "a.pdf").read_bytes() == b"new"


@posix
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)], ids=oct)
def test_a_new_file_has_the_mode_that_this_account_gives(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        replace_file(tmp_path / "a.pdf", b"new")
        kept = os.umask(mask)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == mode
    assert kept == mask


@posix
def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.touch()
    path.chmod(0o640)
    replace_file(path, b"new")

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_link_still_leads_to_the_file_it_led_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "b.pdf", tmp_path / "a.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    replace_file(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_a_link_that_leads_nowhere_yet_makes_the_file_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "b.pdf")
    replace_file(tmp_path / "a.pdf", b"new")

    assert (tmp_path / "a.pdf").is_symlink()
    assert (tmp_path / "b.pdf").read_bytes() == b"new"


# --- what cannot be written ---------------------------------------------------------------------------------------


def test_a_folder_of_that_name_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()

    assert refusal(tmp_path / "a.pdf") is Obstacle.IS_FOLDER
    assert list(tmp_path.rglob("*")) == [tmp_path / "a.pdf"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere" / "a.pdf") is Obstacle.NO_FOLDER
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")

    assert refusal(tmp_path / "file" / "a.pdf") is Obstacle.NO_FOLDER
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_name_that_is_too_long_is_told_as_such(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("n" * 300 + ".pdf")) is Obstacle.NAME_TOO_LONG
    assert refusal(tmp_path / ("n" * 300) / "a.pdf") is Obstacle.NAME_TOO_LONG
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_link_that_leads_in_a_circle_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "b.pdf")
    (tmp_path / "b.pdf").symlink_to(tmp_path / "a.pdf")
    refusal(tmp_path / "a.pdf")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.pdf"]


@posix
def test_a_folder_that_this_account_may_not_write_to_keeps_its_old_file(open_folder: Path) -> None:
    path = open_folder / "a.pdf"
    path.write_bytes(b"old")
    open_folder.chmod(0o555)
    with an_ordinary_account():
        obstacle = refusal(path)

    assert obstacle is Obstacle.NO_PERMISSION
    assert path.read_bytes() == b"old"
    assert list(open_folder.iterdir()) == [path]


@posix
def test_a_folder_that_this_account_may_not_enter_is_told_as_such(open_folder: Path) -> None:
    (open_folder / "closed").mkdir(mode=0o700)
    Path(open_folder / "closed").chmod(0o000)
    try:
        with an_ordinary_account():
            obstacle = refusal(open_folder / "closed" / "a.pdf")
    finally:
        Path(open_folder / "closed").chmod(0o700)

    assert obstacle is Obstacle.NO_PERMISSION


@posix
@pytest.mark.parametrize("old", [b"old", None], ids=["an old file", "no file"])
def test_a_full_drive_leaves_the_old_file_or_none(tmp_path: Path, old: bytes | None) -> None:
    """A limit on the size of files stands in for a drive that is full: the same call fails, half way through."""
    path = tmp_path / "a.pdf"
    if old is not None:
        path.write_bytes(old)
    script = (
        "import resource, sys; from pathlib import Path; from vpdesk.domain.errors import FileNotWritable\n"
        "from vpdesk.export.files import replace_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: replace_file(Path(sys.argv[1]), b'new' * 100_000)\n"
        "except FileNotWritable as error: print(error.obstacle.name)\n"
    )
    done = run_python(script, path)

    assert (done.stdout, done.stderr) == ("DISK_FULL\n", "")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == ([] if old is None else [old])


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs Linux's /proc")
def test_a_place_where_no_file_can_be_made_is_told() -> None:
    assert refusal(Path("/proc/self/a.pdf")) in {Obstacle.NO_FOLDER, Obstacle.NO_PERMISSION, Obstacle.READ_ONLY}
