"""The types that somebody signs, by their codes, found by a part of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vpdesk.domain.catalog import DocumentType
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.inputs import LineInput
from vpdesk.words.catalogue import _


class TypesInput(LineInput):
    """Codes with commas between them, `CV, GM`; none means every type."""

    def __init__(self) -> None:
        super().__init__()
        self._codes: Mapping[str, str] = {}
        self.completion = Completion(self, self)

    def offer_types(self, types: tuple[DocumentType, ...]) -> None:
        """Know these types, and offer them by their names."""
        self._codes = {f"{one.code} – {one.name}": one.code for one in types}
        self.completion.offer(dict.fromkeys(self._codes, 0))

    def show_codes(self, codes: frozenset[str]) -> None:
        """Show these types."""
        self.show_value(", ".join(sorted(codes)) or None)

    def codes(self) -> frozenset[str]:
        """The types in hand, those that nobody knows too."""
        return frozenset(word.upper() for word in re.split(r"[,;\s]+", self.value() or "") if word)

    def fault(self) -> str:
        unknown = sorted(self.codes() - set(self._codes.values()))
        return _("There is no type {codes}.").format(codes=", ".join(unknown)) if unknown and self._codes else ""

    def line_in_hand(self) -> str | None:
        line = super().line_in_hand()
        return None if line is None else re.split(r"[,;]", line)[-1].strip()

    def take(self, text: str) -> None:
        before = [word.strip() for word in re.split(r"[,;]", self.text())[:-1]]
        super().take(", ".join((*before, self._codes[text])))
