"""The command line: what it understands, what it makes, and what it never loads."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from support.builders import a_dispatch, a_long_body, write_file
from support.needs import ROOT, need_shared
from support.program import MODULE, run_program, run_python

from vpdesk import __version__
from vpdesk.app import main
from vpdesk.domain.dispatch_file import format_dispatch
from vpdesk.services.demo import sample_path

NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def render(tmp_path: Path, out: Path, *options: str) -> int:
    """Render the sample with the settings of a fresh machine."""
    return main(["--data", str(tmp_path / "data"), "render", str(sample_path()), "-o", str(out), *options])


def frames_of(path: Path) -> list[dict[str, float]]:
    """For each page the outermost places of its body text, and its width."""
    pages = []
    for page in json.loads(path.read_text(encoding="utf-8"))["pages"]:
        body = [item for item in page["items"] if item["kind"] == "text" and item["component"] == "6"]
        pages.append({"left": min(item["x"] for item in body), "width": page["width"]})
    return pages


# --- starting -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", [MODULE, (sys.executable, str(ROOT / "main.py"))], ids=["the module", "main.py"])
def test_the_ways_to_start_are_the_same_program(start: tuple[str, ...], tmp_path: Path) -> None:
    done = run_program("--version", start=start, cwd=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"vpdesk {__version__}\n", "")


def test_the_version_is_told_behind_other_options_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--lang", "en", "--version"])

    assert (caught.value.code, capsys.readouterr().out) == (0, f"vpdesk {__version__}\n")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["render", "--help"], ["demo", "-h"], ["window", "-h"]], ids=" ".join
)
def test_help_names_the_options_and_is_no_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    said = capsys.readouterr()

    assert caught.value.code == 0
    assert said.err == ""
    assert "--data" in said.out
    assert "--lang" in said.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["render"],
        ["render", "a.json"],
        ["render", "-o", "a.pdf"],
        ["render", "a.json", "-o"],
        ["render", "a.json", "b.json", "-o", "a.pdf"],
        ["render", "a.json", "-o", "a.pdf", "--unknown"],
        ["--unknown"],
        ["--lang", "fr", "render", "a.json", "-o", "a.pdf"],
        ["--lang"],
        ["--data"],
        ["demo"],
        ["demo", "--out"],
        ["window", "a", "b"],
        ["a.json", "b.json"],
    ],
    ids=" ".join,
)
def test_a_command_line_that_makes_no_sense_is_told_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(arguments)
    said = capsys.readouterr()

    assert code == 2
    assert said.out == ""
    assert re.fullmatch(r"vpdesk: .+ \(vpdesk --help\)\n", said.err)


# --- languages ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "settings", "said"),
    [
        ([], "", "Không có"),
        (["--lang", "vi"], "", "Không có"),
        (["--lang", "en"], "", "There is no file"),
        ([], 'language = "en"', "There is no file"),
        (["--lang", "vi"], 'language = "en"', "Không có"),
    ],
    ids=["usual", "asked for vi", "asked for en", "set to en", "asked for vi where en is set"],
)
def test_errors_are_told_in_the_language_asked_for_or_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], settings: str, said: str
) -> None:
    (tmp_path / "settings.toml").write_text(settings, encoding="utf-8")
    code = main(["--data", str(tmp_path), *options, "render", str(tmp_path / "no.json"), "-o", str(tmp_path / "a.pdf")])

    assert code == 2
    assert capsys.readouterr().err.startswith(f"vpdesk: {said}")


def test_an_option_may_stand_before_or_behind_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ["--data", str(tmp_path), "--lang", "en"]
    command = ["render", str(tmp_path / "no.json"), "-o", str(tmp_path / "a.pdf")]
    said = []
    for arguments in ([*common, *command], [*command, *common], [*common[:2], *command, *common[2:]]):
        assert main(arguments) == 2
        said.append(capsys.readouterr().err)

    assert len(set(said)) == 1
    assert "There is no file" in said[0]


# --- rendering ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ending", "magic"),
    [
        (".pdf", b"%PDF-1."),
        (".docx", b"PK\x03\x04"),
        (".png", b"\x89PNG\r\n"),
        (".frames.json", b'{"pages"'),
        (".PDF", b"%PDF-1."),
    ],
)
def test_a_dispatch_becomes_what_the_ending_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, magic: bytes
) -> None:
    out = tmp_path / f"công văn{ending}"
    code = render(tmp_path, out)
    said = capsys.readouterr()

    assert (code, said.out, said.err) == (0, "", "")
    assert out.read_bytes().startswith(magic) or json.loads(out.read_bytes()).keys() == {"pages"}


def test_rendering_writes_the_output_and_nothing_else(tmp_path: Path) -> None:
    data = tmp_path / "data"
    out = tmp_path / "out"
    out.mkdir()

    assert main(["--data", str(data), "render", str(sample_path()), "-o", str(out / "a.pdf")]) == 0
    assert [path.name for path in out.iterdir()] == ["a.pdf"]
    assert not data.exists()


def test_rendering_as_a_process_gives_the_same_bytes(tmp_path: Path) -> None:
    done = run_program("--data", "data", "render", sample_path(), "-o", "a.pdf", cwd=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert render(tmp_path, tmp_path / "b.pdf") == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_named_pack_is_followed_and_the_finding_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.frames.json"
    assert render(tmp_path, out) == 0
    old = out.read_text(encoding="utf-8")
    assert render(tmp_path, out, "--rules", "party-2026", "--lang", "en") == 0

    assert (
        capsys.readouterr().err == "vpdesk: The day of this paper calls for other rules than “Hướng dẫn 05-HD/VPTW”.\n"
    )
    assert "Như trên," in old
    assert "Như trên;" in out.read_text(encoding="utf-8")


def test_an_unknown_pack_is_refused_with_those_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert render(tmp_path, tmp_path / "a.pdf", "--rules", "party-1930", "--lang", "en") == 2
    said = capsys.readouterr().err

    assert "party-1930" in said
    assert "party-2018" in said
    assert "party-2026" in said
    assert list(tmp_path.iterdir()) == []


def test_duplex_mirrors_the_margins_of_even_pages_only(tmp_path: Path) -> None:
    source = tmp_path / "a.dispatch.json"
    source.write_text(format_dispatch(a_dispatch(body=a_long_body(1200))), encoding="utf-8")
    command = ["--data", str(tmp_path / "data"), "render", str(source), "-o"]
    assert main([*command, str(tmp_path / "plain.frames.json")]) == 0
    assert main([*command, str(tmp_path / "both.frames.json"), "--duplex"]) == 0
    plain, both = frames_of(tmp_path / "plain.frames.json"), frames_of(tmp_path / "both.frames.json")

    assert len(plain) == len(both) > 2
    shifts = [round((one["left"] - other["left"]) / 72 * 25.4, 1) for one, other in zip(plain, both, strict=True)]
    assert shifts == [15.0 if number % 2 else 0.0 for number in range(len(plain))]


@pytest.mark.parametrize("options", [(), ("--duplex",)], ids=["one side", "both sides"])
def test_duplex_mirrors_the_margins_of_a_word_file_too(tmp_path: Path, options: tuple[str, ...]) -> None:
    out = tmp_path / "a.docx"
    assert render(tmp_path, out, *options) == 0

    with ZipFile(out) as file:
        assert (b"<w:mirrorMargins/>" in file.read("word/settings.xml")) is bool(options)


def test_an_old_output_is_replaced_and_keeps_its_place(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")

    assert render(tmp_path, out) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [out]


def test_a_secret_dispatch_is_rendered_on_a_machine_set_up_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_file(tmp_path / "a.dispatch.json", secrecy="TUYỆT MẬT", date="2024-12-24")
    out = tmp_path / "a.frames.json"
    command = ["--data", str(tmp_path), "--lang", "en", "render", str(source), "-o", str(out)]
    assert main(command) == 2
    assert "not for secret papers" in capsys.readouterr().err
    assert not out.exists()

    (tmp_path / "settings.toml").write_text('stand_alone_decision = "12-QĐ/HU"', encoding="utf-8")
    assert main(command) == 0
    assert "TUYỆT MẬT" in out.read_text(encoding="utf-8")


def test_the_case_becomes_two_pages_without_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = need_shared("cases/229-CV-BTGHU.dispatch.json")
    out = tmp_path / "a.frames.json"

    assert main(["--data", str(tmp_path), "render", str(case), "-o", str(out)]) == 0
    assert capsys.readouterr() == ("", "")
    assert len(frames_of(out)) == 2


# --- what is never loaded -----------------------------------------------------------------------------------------

LOADED = """
import sys
from vpdesk.app import main
code = main(sys.argv[1:])
print(sorted({name.partition('.')[0] for name in sys.modules} & set('PySide6 shiboken6 sqlalchemy alembic'.split())))
sys.exit(code)
"""


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".png", ".frames.json"])
def test_rendering_loads_neither_qt_nor_a_database(tmp_path: Path, ending: str) -> None:
    done = run_python(LOADED, "--data", tmp_path, "render", sample_path(), "-o", tmp_path / f"a{ending}")

    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


def test_a_pdf_is_made_without_the_library_of_word_files(tmp_path: Path) -> None:
    script = LOADED.replace("PySide6 shiboken6 sqlalchemy alembic", "docx lxml")
    done = run_python(script, "--data", tmp_path, "render", sample_path(), "-o", tmp_path / "a.pdf")

    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


def test_a_word_file_is_made_without_a_pdf_library(tmp_path: Path) -> None:
    script = LOADED.replace("PySide6 shiboken6 sqlalchemy alembic", "reportlab pypdfium2 PIL fontTools")
    done = run_python(script, "--data", tmp_path, "render", sample_path(), "-o", tmp_path / "a.docx")

    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


def test_laying_out_loads_no_pdf_library(tmp_path: Path) -> None:
    script = LOADED.replace("PySide6 shiboken6 sqlalchemy alembic", "reportlab pypdfium2 PIL fontTools PySide6")
    done = run_python(script, "--data", tmp_path, "render", sample_path(), "-o", tmp_path / "a.frames.json")

    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


PAPERS = ["229-CV-BTGHU.pdf", "229-CV-BTGHU.docx", "229-CV-BTGHU.png"]
BOOKS = ["outgoing-2024.pdf", "incoming-2024.pdf", "arrivals-worked-2024-12.pdf"]
DEMO = ["demo-data/vpdesk.sqlite3", *PAPERS, *BOOKS]
"""What the demo writes without a window, in its order."""

# --- without a window ---------------------------------------------------------------------------------------------


def test_the_demo_without_qt_makes_the_papers_and_says_why_no_pictures(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run_python(LOADED, "--data", tmp_path / "data", "--lang", "en", "demo", "--out", out, VPDESK_NO_GUI="1")

    assert done.returncode == 0
    assert done.stdout.splitlines() == [*(str(out / name) for name in DEMO), "['alembic', 'sqlalchemy']"]
    assert re.fullmatch(r"vpdesk: The window cannot be drawn here \(VPDESK_NO_GUI\)\. .+\n", done.stderr)
    assert sorted(path.name for path in out.iterdir()) == sorted([*PAPERS, *BOOKS, "demo-data"])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("arguments", [[], ["a.dispatch.json"], ["window"]], ids=["nothing", "a file", "the command"])
def test_a_window_without_a_screen_is_a_sentence(tmp_path: Path, arguments: list[str]) -> None:
    done = run_program("--data", tmp_path, "--lang", "en", *arguments, start=MODULE, cwd=None, **NO_SCREEN)

    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"vpdesk: The window cannot be drawn here \(DISPLAY\)\. .+\n", done.stderr)


def test_a_window_where_qt_may_not_run_is_a_sentence(tmp_path: Path) -> None:
    file = write_file(tmp_path / "a.dispatch.json")
    done = run_program("--data", tmp_path, file, VPDESK_NO_GUI="1", QT_QPA_PLATFORM="offscreen")

    assert (done.returncode, done.stdout) == (2, "")
    assert "VPDESK_NO_GUI" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def no_gui(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which Qt may not run. What the demo sets for Qt is put back too."""
    monkeypatch.setenv("VPDESK_NO_GUI", "1")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "The window cannot be drawn here (VPDESK_NO_GUI)."), ("vi", "(VPDESK_NO_GUI)")]
)
def test_the_demo_names_each_path_in_order(
    no_gui: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, said: str
) -> None:
    code = main(["demo", "--out", str(tmp_path / "out"), "--data", str(tmp_path / "data"), "--lang", lang])
    told = capsys.readouterr()

    assert code == 0
    assert told.out.splitlines() == [str(tmp_path / "out" / name) for name in DEMO]
    assert said in told.err
    assert told.err.count("\n") == 1


def test_a_demo_with_no_place_to_write_is_a_sentence(
    no_gui: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("mine")
    code = main(["demo", "--out", str(tmp_path / "out"), "--data", str(tmp_path), "--lang", "en"])
    told = capsys.readouterr()

    assert (code, told.out) == (2, "")
    assert re.fullmatch(r"vpdesk: Cannot write .+/out.+\n", told.err)
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("file", [[], ["a.dispatch.json"]], ids=["no file", "a file"])
def test_a_window_that_cannot_be_drawn_is_told(
    no_gui: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: list[str]
) -> None:
    assert main(["--data", str(tmp_path), "--lang", "en", *file]) == 2
    assert "VPDESK_NO_GUI" in capsys.readouterr().err
