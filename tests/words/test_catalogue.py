"""The catalogue: two languages, complete, read from their sources."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from support.needs import ROOT

from vpdesk.paths import resource
from vpdesk.words import catalogue
from vpdesk.words.catalogue import N_, _, choose_language, format_day, format_number, lookup, ngettext


@pytest.fixture(autouse=True)
def _language_put_back() -> Iterator[None]:
    yield
    choose_language("vi", resource("locale"))


def forms(text: object) -> tuple[str, ...]:
    """The one form of a sentence, or its plural forms."""
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def speak(language: str) -> None:
    choose_language(language, resource("locale"))


def test_vietnamese_comes_from_the_shipped_catalogue() -> None:
    speak("vi")
    assert (_("Print"), catalogue.language()) == ("In", "vi")


def test_english_needs_no_catalogue() -> None:
    speak("en")
    assert (_("Print"), catalogue.language()) == ("Print", "en")


def test_a_language_without_a_catalogue_speaks_english(tmp_path: Path) -> None:
    choose_language("fr", tmp_path)
    assert (_("Print"), catalogue.language()) == ("Print", "en")


def test_a_sentence_with_a_count_has_the_form_of_its_language() -> None:
    forms = "Printed {count} page.", "Printed {count} pages."
    speak("en")
    assert [ngettext(*forms, count).format(count=count) for count in (1, 2)] == [
        "Printed 1 page.",
        "Printed 2 pages.",
    ]
    speak("vi")
    assert [ngettext(*forms, count).format(count=count) for count in (1, 2)] == [
        "Đã in 1 trang.",
        "Đã in 2 trang.",
    ]


def test_marking_a_sentence_changes_nothing() -> None:
    assert N_("Print") == "Print"


def test_a_word_the_catalogue_lacks_is_not_found_rather_than_empty() -> None:
    speak("vi")
    assert lookup("Xyzzy") is None
    speak("en")
    assert lookup("Print") is None


@pytest.mark.parametrize(("language", "number", "day"), [("vi", "1.204", "24/12/2024"), ("en", "1,204", "24/12/2024")])
def test_numbers_and_days_follow_the_language(language: str, number: str, day: str) -> None:
    speak(language)
    assert (format_number(1204), format_day(date(2024, 12, 24))) == (number, day)


def test_the_catalogue_file_is_composed_unicode() -> None:
    text = (resource("locale") / "vi/LC_MESSAGES/vpdesk.po").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_no_sentence_pleads_shouts_or_congratulates() -> None:
    text = (resource("locale") / "vi/LC_MESSAGES/vpdesk.po").read_text(encoding="utf-8").casefold()
    assert [word for word in ("vui lòng", "thành công", '!"', "bạn ") if word in text] == []


def test_the_version_is_told_without_a_catalogue() -> None:
    code = "import sys; from vpdesk.app import main; main(['--version'])\n"
    code += "print([name for name in sys.modules if name.startswith(('babel', 'gettext', 'argparse', 'vpdesk.'))])"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "['vpdesk.app']"


def test_the_catalogue_is_read_as_babel_reads_it() -> None:
    path = resource("locale") / "vi/LC_MESSAGES/vpdesk.po"
    with path.open("rb") as file:
        wanted = {forms(message.id)[0]: forms(message.string) for message in read_po(file) if message.id}
    speak("vi")
    assert catalogue._current.sentences == wanted


def test_speaking_takes_no_library_in() -> None:
    code = "import sys; from pathlib import Path; from vpdesk.words import catalogue, wording\n"
    code += "catalogue.choose_language('vi', Path('resources/locale')); print(catalogue._('Print'))\n"
    code += "print(catalogue.format_number(12), 'babel' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert told.stdout.split() == ["In", "12", "False"]
