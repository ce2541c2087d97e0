"""The house rules: tables made from files, licences, docstrings, and what may not stand in a tracked file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.needs import ROOT, need_shared

from vpdesk import __version__
from vpdesk.layout.fonts import WIDTH_TABLE, Face, FontBook, read_widths
from vpdesk.paths import resource

MODULES = sorted((ROOT / "vpdesk").rglob("*.py"))
TEXTS = {".py", ".toml", ".md", ".txt", ".json", ".cfg", ".yml", ".yaml", ".qss", ".po", ".pot", ".svg", ".cmd", ""}


MADE = {"build", "dist", "__pycache__", "node_modules"}


def tracked() -> list[Path]:
    """The text files that belong to the checkout, found without git, which a bare machine lacks."""

    def belongs(path: Path) -> bool:
        folders = path.relative_to(ROOT).parts[:-1]
        hidden = any(folder.startswith(".") and folder != ".ci" for folder in folders)
        return (
            path.name != ".git" and path.suffix in TEXTS and not hidden and MADE.isdisjoint(folders) and path.is_file()
        )

    return [path for path in ROOT.rglob("*") if belongs(path)]


# --- faces --------------------------------------------------------------------------------------------------------


def test_the_table_of_widths_says_what_the_font_files_say() -> None:
    folder = resource("fonts")

    assert read_widths(folder) == (folder / WIDTH_TABLE).read_text(encoding="utf-8")


def test_the_four_faces_have_every_letter_of_vietnamese() -> None:
    fonts = FontBook(resource("fonts"))
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    needed = letters + letters.upper() + "0123456789.,;:-–—()/“”‘’…*•+%°²"

    assert {face: fonts.missing(needed, face) for face in Face} == {face: frozenset() for face in Face}


# --- licences -----------------------------------------------------------------------------------------------------


def test_every_licence_in_the_resources_is_named_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    licences = [path for path in resource("").rglob("*") if path.name.startswith(("OFL", "LICENSE"))]

    assert len(licences) >= 3
    assert [path.name for path in licences if path.relative_to(ROOT).as_posix() not in notice] == []


def test_every_licence_that_the_notice_names_is_there() -> None:
    named = re.findall(r"resources/\S+\.txt", (ROOT / "NOTICE").read_text(encoding="utf-8"))

    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_every_folder_with_work_of_others_holds_its_licence() -> None:
    for name, ending in (("fonts", "*.ttf"), ("icons", "*.svg")):
        assert list(resource(name).glob(ending))
        assert [path for path in resource(name).glob("*.txt") if path.stat().st_size > 500]


def test_every_package_it_runs_on_is_named_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").lower()

    packages = "pyside6 reportlab fonttools pypdfium2 babel sqlalchemy alembic psycopg".split()
    assert [name for name in packages if name not in notice] == []


def test_the_licence_is_the_one_that_the_package_names() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert 'license = "MIT"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_every_folder_of_resources_is_ours_or_holds_a_licence() -> None:
    ours = {"locale", "rules", "sample", "style", "templates"}
    folders = [path for path in resource("").iterdir() if path.is_dir() and path.name not in ours]
    unlicensed = [path.name for path in folders if not [*path.glob("OFL*.txt"), *path.glob("LICENSE*")]]

    assert unlicensed == []


# --- sources ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_others_may_use_is_explained(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert ast.get_docstring(tree), "the module"
    assert [node.name for node in public(tree) if not ast.get_docstring(node)] == []


def public(tree: ast.Module) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """The classes and functions of a module that others may use."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a folder of somebody's machine", r"(?<![\w.~/])/(?:home|root|Users|work|mnt)/\w"),
        ("a folder of a Windows machine", r"\b[A-Z]:\\(?:Users|Documents)"),
        (
            "the address of a package registry",
            r"(?:--index-url|index-url\s*=|extra-index-url|://[\w.]*registry)",
        ),
        ("a mark of an unfinished merge", r"^(?:<{7}|>{7}) "),
    ],
    ids=["folders", "folders of Windows", "registries", "merges"],
)
def test_no_file_holds(what: str, pattern: str) -> None:
    own = Path(__file__).resolve()
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        if path != own
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(pattern, line)
    ]

    assert found == [], what


def test_no_file_is_a_case_from_outside() -> None:
    assert [path for path in tracked() if path.name.endswith(".facts.json")] == []
    case = need_shared("cases/229-CV-BTGHU.dispatch.json").read_text(encoding="utf-8")
    name = re.search(r'"name": "([^"]+)"', case)
    assert name is not None
    assert [path for path in tracked() if name[1].casefold() in path.read_text(encoding="utf-8").casefold()] == []


def test_constraints_name_exact_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.partition("#")[0].strip() for line in lines if line.partition("#")[0].strip()]

    assert pins
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+( ?;.+)?", pin)] == []


# --- documents ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE", "docs/architecture.md", "docs/glossary.md"],
)
def test_a_document_is_there_and_says_something(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8")) > 300


def test_the_changelog_names_this_version() -> None:
    assert re.search(
        rf"^## .*{re.escape(__version__)}", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_every_file_that_a_document_links_to_is_there() -> None:
    links = [
        (path, target)
        for path in tracked()
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:")
    ]

    assert [(path.name, target) for path, target in links if not (path.parent / target).exists()] == []
