"""Bad input: one sentence with the place, exit 2, nothing written."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.builders import a_file, write_file
from support.program import run_program, run_python

from vpdesk.app import main
from vpdesk.services.demo import sample_path

RUN = {"block": "paragraph", "runs": [{"text": "a"}]}
FAULTS: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "the beginning of the file"),
    "no JSON": (b'{"format": "vpdesk.dispatch/1",\n "place" "Ha"}', "line 2, column 10"),
    "another encoding": ("\u00e9".encode("latin-1"), "UTF-8"),
    "a list": (b"[]", "the beginning of the file"),
    "an unknown key": (a_file(colour="red"), "colour"),
    "an unknown key inside": (a_file(signing={"title": "x"}), "title"),
    "a wrong type": (a_file(number="12"), "number"),
    "a wrong type deep inside": (
        a_file(body=[RUN, {"block": "paragraph", "runs": [{"text": 5}]}]),
        "body[1].runs[0].text",
    ),
    "a missing key": (a_file(issuing_body=...), "issuing_body"),
    "a format of tomorrow": (a_file(format="vpdesk.dispatch/2"), "format"),
    "a key that stands twice": (a_file().replace(b"{", b'{"format": "x", ', 1), "format"),
    "a deep nesting": (b"[" * 100_000 + b"]" * 100_000, "deeper"),
    "a control character": (a_file(place="H\u0007"), "U+0007"),
    "a mark that turns text around": (a_file(place="H\u202e"), "U+202E"),
    "a date that does not exist": (a_file(date="2025-02-29"), "2025-02-29"),
    "a date in another form": (a_file(date="24/12/2024"), "24/12/2024"),
    "a level of secrecy": (a_file(secrecy="MẬT"), "secret"),
    "a level that is none": (a_file(secrecy="BÍ"), "BÍ"),
    "a number far too large": (a_file(number=10**30), "number"),
    "figures without end": (a_file().replace(b"{", b'{"number": ' + b"9" * 5000 + b", ", 1), "number"),
    "rules that are not there": (a_file(rules="party-1930"), "party-1930"),
}


def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], file: Path, out: Path) -> str:
    """The one line that is said when this file is rendered to that place; what was there before is there after."""
    before = {path: path.read_bytes() if path.is_file() else b"" for path in tmp_path.rglob("*")}
    code = main(["--lang", "en", "--data", str(tmp_path / "data"), "render", str(file), "-o", str(out)])
    said = capsys.readouterr()

    assert (code, said.out) == (2, "")
    assert said.err.startswith("vpdesk: ")
    assert said.err.count("\n") == 1
    assert len(said.err) < 600
    assert "Traceback" not in said.err
    assert {path: path.read_bytes() if path.is_file() else b"" for path in tmp_path.rglob("*")} == before
    return said.err


@pytest.mark.parametrize(("data", "place"), FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_file_is_refused_with_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, place: str
) -> None:
    file = tmp_path / "a.dispatch.json"
    file.write_bytes(data)
    (tmp_path / "old.pdf").write_bytes(b"old")

    assert place in refused(tmp_path, capsys, file, tmp_path / "old.pdf")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("data", [data for data, _ in FAULTS.values()], ids=FAULTS.keys())
def test_a_refusal_is_a_whole_sentence_in_either_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, lang: str
) -> None:
    file = tmp_path / "a.dispatch.json"
    file.write_bytes(data)

    assert main(["--lang", lang, "--data", str(tmp_path), "render", str(file), "-o", str(tmp_path / "a.pdf")]) == 2
    said = capsys.readouterr().err.rstrip("\n")
    assert said.endswith(".")
    assert said.isprintable()


def test_a_file_of_50_megabytes_is_refused_with_its_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "data" / "a.dispatch.json"
    file.parent.mkdir()
    with file.open("wb") as sparse:
        sparse.write(b'{"place": "')
        sparse.truncate(50 * 2**20)
    assert main(["--lang", "en", "--data", str(tmp_path), "render", str(file), "-o", str(tmp_path / "a.pdf")]) == 2

    assert "too large: 50.0 MB" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_picture_in_the_file_is_called_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_file(tmp_path / "a.dispatch.json", body=[{"block": "image", "data": ""}])

    assert "image" in refused(tmp_path, capsys, file, tmp_path / "a.pdf")


# --- places -------------------------------------------------------------------------------------------------------


def a_folder(path: Path) -> Path:
    (path / "a.pdf").mkdir()
    return path / "a.pdf"


def a_file_as_folder(path: Path) -> Path:
    (path / "file").write_bytes(b"mine")
    return path / "file" / "a.pdf"


PLACES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a folder": (a_folder, "a folder has this name"),
    "a folder that is not there": (lambda path: path / "no" / "a.pdf", "the folder does not exist"),
    "a file for a folder": (a_file_as_folder, "the folder does not exist"),
    "an unknown ending": (lambda path: path / "a.odt", ".frames.json"),
    "no ending": (lambda path: path / "a", ".frames.json"),
}


@pytest.mark.parametrize(("place", "said"), PLACES.values(), ids=PLACES.keys())
def test_a_place_that_will_not_have_the_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: Callable[[Path], Path], said: str
) -> None:
    assert said in refused(tmp_path, capsys, sample_path(), place(tmp_path))


def test_an_unknown_ending_is_told_before_any_work_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "a.odt" in refused(tmp_path, capsys, tmp_path / "no.json", tmp_path / "a.odt")


@pytest.mark.parametrize(
    ("name", "said"), [("no.json", "There is no file"), (".", "is a folder"), ("no/no.json", "There is no file")]
)
def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    assert said in refused(tmp_path, capsys, tmp_path / name, tmp_path / "a.pdf")


@pytest.mark.parametrize(
    "name",
    ["n" * 300 + ".pdf", f"{'n' * 300}/a.pdf", "a\u001b[2J/b.pdf", "a\nb/c.pdf"],
    ids=["a long name", "a long folder", "a name that steers the terminal", "a name of two lines"],
)
def test_an_odd_name_is_told_in_one_plain_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    said = refused(tmp_path, capsys, sample_path(), tmp_path / name)

    assert said.rstrip("\n").isprintable(), ascii(said)


def test_a_name_in_another_encoding_is_told_in_one_line(tmp_path: Path) -> None:
    done = run_program("--data", tmp_path, "render", "no\udcff.json", "-o", tmp_path / "a.pdf")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vpdesk: ")
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_settings_that_cannot_be_understood_are_told_with_the_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("font_size = 99", encoding="utf-8")

    assert "font_size" in refused(tmp_path, capsys, sample_path(), tmp_path / "a.pdf")


FULL = """
import resource, signal, sys
from vpdesk.app import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit of file sizes is POSIX's")
@pytest.mark.parametrize("ending", [".pdf", ".png", ".frames.json"])
def test_a_full_drive_is_told_and_keeps_the_old_file(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"a{ending}"
    out.write_bytes(b"old")
    done = run_python(FULL, "--lang", "en", "--data", tmp_path / "data", "render", sample_path(), "-o", out)

    assert (done.returncode, done.stdout) == (2, "")
    assert "the drive is full" in done.stderr
    assert done.stderr.count("\n") == 1
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(out.name, b"old")]


def test_a_finding_does_not_keep_the_paper_from_being_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body: list[dict[str, Any]] = [{"block": "paragraph", "runs": [{"text": "chữ 漢"}]}]
    file = write_file(tmp_path / "a.dispatch.json", body=body, date="2024-12-24")

    assert main(["--lang", "en", "--data", str(tmp_path), "render", str(file), "-o", str(tmp_path / "a.pdf")]) == 0
    assert "漢 (U+6F22)" in capsys.readouterr().err
    assert json.loads(file.read_bytes())["body"] == body
    assert (tmp_path / "a.pdf").exists()
