"""The current language: sentences from a gettext catalogue, numbers and days by Babel.

Message ids are English; the other language is read from its `.po` file at start, nothing compiled is kept.
The file is read by hand and Babel is taken in when a day or a large number is first written: reading the catalogue
with Babel costs more than anything else of ours before the first window.

The language chosen last is the one piece of state the program keeps in a module: a sentence is asked for
everywhere, and the two languages of one desk are never spoken at the same time.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("vi", "en")
_LOCALES = {"vi": "vi", "en": "en_GB"}


class _Current:
    """What `choose_language` chose: each sentence of the catalogue with its forms, one or one for each plural."""

    def __init__(self) -> None:
        self.language = "en"
        self.sentences: dict[str, tuple[str, ...]] = {}


_current = _Current()


def choose_language(language: str, folder: Path) -> None:
    """Speak `language` from now on; `folder` holds the catalogues, one folder for each language.

    English needs none. A language without a catalogue speaks English.
    """
    path = folder / language / "LC_MESSAGES" / "vpdesk.po"
    _current.language = language if language in LANGUAGES else "en"
    _current.sentences = _read(path.read_text(encoding="utf-8")) if path.exists() else {}


def _read(text: str) -> dict[str, tuple[str, ...]]:
    """The sentences of a catalogue as `tools/catalogue.py` writes it: entries parted by an empty line."""
    sentences = {}
    for entry in text.split("\n\n"):
        parts = _parts(entry)
        sentence = parts.pop("msgid")
        parts.pop("msgid_plural", None)
        if sentence:
            sentences[sentence] = tuple(parts.values())
    return sentences


def _parts(entry: str) -> dict[str, str]:
    """The strings of an entry by their keywords; a string may go on over several lines."""
    parts: dict[str, str] = {}
    keyword = ""
    for line in entry.splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith('"'):
            keyword, _space, line = line.partition(" ")  # noqa: PLW2901 -- what is left of it is a string like the others
        parts[keyword] = parts.get(keyword, "") + (json.loads(line) if "\\" in line else line[1:-1])
    return parts


def language() -> str:
    """The language spoken now: `vi` or `en`."""
    return _current.language


def _(message: str) -> str:
    """The sentence in the current language."""
    return _current.sentences.get(message, (message,))[0]


def ngettext(singular: str, plural: str, count: int) -> str:
    """The sentence in the form that goes with `count`; Vietnamese has one form."""
    return _current.sentences.get(singular, (singular if count == 1 else plural,))[0]


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for it
    """Mark a sentence that is translated later; returns it unchanged."""
    return message


def lookup(message: str) -> str | None:
    """The sentence in the current language, or None when the catalogue does not have it."""
    forms = _current.sentences.get(message)
    return forms[0] if forms else None


def format_number(number: float) -> str:
    """A number as the current language groups it: `1.204` or `1,204`."""
    if isinstance(number, int) and 0 <= number < 1000:
        return str(number)
    from babel.numbers import format_decimal  # noqa: PLC0415 -- see the module

    return format_decimal(number, locale=_LOCALES[_current.language])


def format_day(day: date) -> str:
    """A day in figures: `24/12/2024`."""
    from babel.dates import format_date  # noqa: PLC0415 -- see the module

    return format_date(day, "dd/MM/yyyy", locale=_LOCALES[_current.language])


def format_long_day(day: date) -> str:
    """A day in words: `ngày 24 tháng 12 năm 2024`."""
    from babel.dates import format_date  # noqa: PLC0415 -- see the module

    pattern = {"vi": "'ngày' dd 'tháng' MM 'năm' y", "en": "d MMMM y"}[_current.language]
    return format_date(day, pattern, locale=_LOCALES[_current.language])


def format_weekday(day: date, *, short: bool = False) -> str:
    """The name of a day's weekday: `Thứ Ba`; the short one where there is little room."""
    from babel.dates import format_date  # noqa: PLC0415 -- see the module

    return format_date(day, "EEE" if short else "EEEE", locale=_LOCALES[_current.language])
