"""The words of a rule pack: what it prints of its own, and how it closes its lists."""

from __future__ import annotations

from dataclasses import dataclass

from vpdesk.domain.catalog import DocumentType, SubjectPlace
from vpdesk.domain.dates import undated, written_date
from vpdesk.domain.dispatch import CopyKind, Dispatch
from vpdesk.domain.pack import RulePack

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class ListForm:
    """How a list of lines is written: the sign before each, the mark after each, the mark after the last."""

    sign: str
    separator: str
    last: str

    def closed(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """The lines with their closing marks.

        A mark somebody typed gives way to the form's own; a full stop that belongs to the words
        (`v.v.`) is not doubled.
        """
        bare = [line.rstrip(" ,;") for line in lines]
        marks = [self.separator] * (len(bare) - 1) + [self.last]
        return tuple(
            line if mark == "." and line.endswith(".") else line + mark for line, mark in zip(bare, marks, strict=False)
        )


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What a pack says in words. Built once for a pack."""

    pack: RulePack

    @property
    def salutation(self) -> ListForm:
        """The form of the lines after Kính gửi (component 9a)."""
        return self._list("salutation")

    @property
    def bases(self) -> ListForm:
        """The form of the legal bases."""
        return self._list("bases")

    @property
    def distribution(self) -> ListForm:
        """The form of the lines under Nơi nhận (component 9b)."""
        return self._list("distribution")

    def _list(self, key: str) -> ListForm:
        text = self.pack.text
        return ListForm(text(f"{key}.sign"), text(f"{key}.separator"), text(f"{key}.last"))

    def word(self, key: str) -> str:
        """A fixed word of the paper, such as the Party's title."""
        return self.pack.text(f"words.{key}")

    def optional_word(self, key: str) -> str:
        """A fixed word that only some rules have; empty for the others."""
        return self.word(key) if f"words.{key}" in self.pack.rulings else ""

    def document_type(self, code: str) -> DocumentType | None:
        """The type with this code, or None when the catalogue lacks it."""
        return next((one for one in self.pack.types if one.code == code), None)

    def prints_subject_under_number(self, code: str) -> bool:
        """Whether this type is an official letter, whose subject stands in component 5b."""
        one = self.document_type(code)
        return one is not None and one.subject is SubjectPlace.UNDER_NUMBER

    def reference(self, dispatch: Dispatch) -> str:
        """Number and symbol as printed (component 3), with a gap for a number not yet given."""
        number = self._gap("number_gap")
        if dispatch.number is not None:
            digits = int(self.pack.number("words.number_digits"))
            number = f"{dispatch.number:0{digits}d}{dispatch.number_suffix or ''}"
        return (
            f"{self.word('number').rstrip()}{NO_BREAK_SPACE}{number}{self.word('number_joint')}{self._symbol(dispatch)}"
        )

    def _symbol(self, dispatch: Dispatch) -> str:
        if dispatch.symbol is not None:
            return dispatch.symbol
        return self.symbol(dispatch.document_type, self._gap("number_gap"))

    def symbol(self, code: str, body_symbol: str) -> str:
        """The symbol of a type and a body, such as `CV/BTGHU`; a type without one leaves it to the body."""
        one = self.document_type(code)
        symbol = one.symbol if one else code
        return f"{symbol}{self.word('symbol_joint') if symbol else ''}{body_symbol}"

    def place_and_date(self, dispatch: Dispatch) -> str:
        """Place and date as printed (component 4), with gaps for what is not known yet."""
        day = written_date(dispatch.date) if dispatch.date else undated(self._gap("date_gap"))
        place = dispatch.place or self._gap("place_gap")
        return f"{place}{self.word('date_joint')}{day}"

    def salutation_label(self, code: str) -> str:
        """The word before the addressees: Kính gửi, or Kính trình where the pack wants it."""
        key = f"salutation.label_{code}"
        return self.pack.text(key if key in self.pack.rulings else "salutation.label")

    @property
    def sets_addressees_below(self) -> bool:
        """Whether several addressees begin on the line below the word before them."""
        return self.pack.flag("salutation.several_below")

    def bullet_sign(self, level: int) -> str:
        """The sign before a list item of this level; deeper levels share the deepest sign."""
        key = f"bullets.sign_{level}"
        return self.pack.text(key if key in self.pack.rulings else "bullets.sign_3")

    def type_name(self, dispatch: Dispatch) -> str:
        """The type's name in capitals (component 5a); an unknown code prints as it is."""
        one = self.document_type(dispatch.document_type)
        return (one.name if one else dispatch.document_type).upper()

    def copy_title(self, kind: CopyKind) -> str:
        """What a certified copy of this kind says it is."""
        return self.word(f"copy_{kind.name.lower()}")

    def _gap(self, key: str) -> str:
        return NO_BREAK_SPACE * int(self.pack.number(f"words.{key}"))
