"""The catalogues of sentences: extract them from the sources, carry them into Vietnamese, check them.

    python -m tools.catalogue extract    write the template from the sources
    python -m tools.catalogue update     the same, and bring the Vietnamese catalogue up to it
    python -m tools.catalogue check      say what is missing, and change nothing

The files hold no dates, no line numbers and no names, sorted by sentence: a diff shows sentences only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "vpdesk"
TEMPLATE = ROOT / "resources/locale/vpdesk.pot"
VIETNAMESE = ROOT / "resources/locale/vi/LC_MESSAGES/vpdesk.po"

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
HEADER_KEPT = ("#", "msg", '"Language:', '"Plural-Forms', '"MIME-Version', '"Content-')
PLACEHOLDER = re.compile(r"\{\w*|%(?:n|L?\d)")  # Python's {name}, Qt's %1 and %n


def extracted() -> Catalog:
    """Collect every sentence of the sources."""
    catalog = Catalog(fuzzy=False)
    for _, _, message, comments, context in extract_from_dir(SOURCES, keywords=KEYWORDS):
        catalog.add(message, auto_comments=comments, context=context)
    return catalog


def rendered(catalog: Catalog) -> str:
    """Write a catalogue as text, without what changes from day to day."""
    catalog.header_comment = "# The sentences of vpdesk. Kept up by: make i18n"
    buffer = BytesIO()
    write_po(buffer, catalog, width=100, no_location=True, sort_output=True, ignore_obsolete=True)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    end_of_header = lines.index("\n")
    header = [line for line in lines[:end_of_header] if line.startswith(HEADER_KEPT)]
    return "".join(header + lines[end_of_header:]).rstrip("\n") + "\n"


def loaded(path: Path, locale: str | None) -> Catalog:
    """Read a catalogue; an absent one is an empty one."""
    if not path.exists():
        return Catalog(locale=locale, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def save(path: Path, catalog: Catalog) -> None:
    """Put a catalogue where it belongs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(rendered(catalog), encoding="utf-8", newline="\n")


def forms(text: object) -> tuple[str, ...]:
    """Give the forms of a sentence: one, or one for each plural."""
    if isinstance(text, tuple | list):
        return tuple(map(str, text))
    return (str(text),) if text else ()


def keys(catalog: Catalog) -> set[tuple[str, str]]:
    """Name every sentence by its (singular) text and its context."""
    return {(forms(message.id)[0], message.context or "") for message in catalog if message.id}


def faults_of(message: Message) -> Iterator[str]:
    """Say what is wrong with one translated sentence."""
    translations = forms(message.string)
    if not translations or not all(translations):
        yield "not translated"
        return
    if message.fuzzy:
        yield "fuzzy"
    wanted = sorted(PLACEHOLDER.findall(forms(message.id)[-1]))
    for translation in translations:
        if sorted(PLACEHOLDER.findall(translation)) != wanted:
            yield f"placeholders differ in {translation!r}"


def faults() -> Iterator[str]:
    """Say everything in which sources, template and catalogue disagree."""
    template, stored, catalog = extracted(), loaded(TEMPLATE, None), loaded(VIETNAMESE, "vi")
    wanted, old = keys(template), {(forms(key)[0], "") for key in catalog.obsolete}
    for path, found in (TEMPLATE, keys(stored)), (VIETNAMESE, keys(catalog) | old):
        yield from (f"{path.name}: lacks {text!r}" for text, _ in sorted(wanted - found))
        yield from (f"{path.name}: no longer in the sources: {text!r}" for text, _ in sorted(found - wanted))
    if wanted == keys(stored) and (not TEMPLATE.exists() or TEMPLATE.read_text("utf-8") != rendered(template)):
        yield f"{TEMPLATE.name}: not as the sources give it"
    for message in filter(lambda message: message.id, catalog):
        for fault in faults_of(message):
            yield f"{VIETNAMESE.name}: {forms(message.id)[0]!r}: {fault}"


def extract() -> Catalog:
    """Write the template."""
    template = extracted()
    save(TEMPLATE, template)
    return template


def update() -> None:
    """Write the template and carry it into the Vietnamese catalogue, guessing nothing."""
    catalog = loaded(VIETNAMESE, "vi")
    catalog.update(extract(), no_fuzzy_matching=True)
    save(VIETNAMESE, catalog)


def check() -> int:
    """Print every fault; 1 where there is one."""
    found = list(faults())
    print(*found, "Mend with: make i18n, then translate." if found else "The catalogues are complete.", sep="\n")
    return bool(found)


def main(arguments: list[str]) -> int:
    """Do what the one argument names."""
    actions = {"extract": extract, "update": update, "check": check}
    if len(arguments) != 1 or arguments[0] not in actions:
        print(__doc__, file=sys.stderr)
        return 2
    return int(actions[arguments[0]]() == 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
