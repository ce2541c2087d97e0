"""The current language: sentences from a gettext catalogue, numbers and dates by Babel.

Message ids are English; a catalogue is read from its `.po` file at start, nothing compiled is kept.
The language chosen last is the one piece of state the program keeps in a module: a sentence is asked for
everywhere, and the two languages of one desk are never spoken at the same time.
"""

from __future__ import annotations

import gettext
import io
from datetime import date
from pathlib import Path
from typing import Final

from babel.dates import format_date as babel_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LANGUAGES: Final = ("vi", "en")
_LOCALES = {"vi": "vi", "en": "en_GB"}


class _Current:
    """What `choose_language` chose."""

    def __init__(self) -> None:
        self.language = "en"
        self.catalogue = gettext.NullTranslations()


_current = _Current()


def choose_language(language: str, folder: Path) -> None:
    """Speak `language` from now on; `folder` holds the catalogues, one folder for each language.

    English needs none. A language without a catalogue speaks English.
    """
    path = folder / language / "LC_MESSAGES" / "vpdesk.po"
    _current.language = language if language in LANGUAGES else "en"
    _current.catalogue = _read(path) if path.exists() else gettext.NullTranslations()


def _read(path: Path) -> gettext.GNUTranslations:
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def language() -> str:
    """The language spoken now: `vi` or `en`."""
    return _current.language


def _(message: str) -> str:
    """The sentence in the current language."""
    return _current.catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The sentence in the form that goes with `count`."""
    return _current.catalogue.ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for it
    """Mark a sentence that is translated later; returns it unchanged."""
    return message


def lookup(message: str) -> str | None:
    """The sentence in the current language, or None when the catalogue does not have it."""
    found = _current.catalogue.gettext(message)
    return None if found == message else found


def format_number(number: float) -> str:
    """A number as the current language groups it: `1.204` or `1,204`."""
    return format_decimal(number, locale=_LOCALES[_current.language])


def format_day(day: date) -> str:
    """A day in figures: `24/12/2024`."""
    return babel_date(day, "dd/MM/yyyy", locale=_LOCALES[_current.language])
