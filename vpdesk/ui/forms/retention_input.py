"""How long something is kept, as people type it: so many years, or for ever."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from vpdesk.domain.case_files import PERMANENT, Retention
from vpdesk.domain.text import folded
from vpdesk.words.case_files import retention_words
from vpdesk.words.catalogue import _

_MOST = 100
"""Years from which on something is kept for ever."""
_FOR_EVER = frozenset({"vv", "vinh vien", "permanent", "for ever", "p"})


class RetentionInput(QLineEdit):
    """`10` and `10 năm` are ten years, `vv` is for ever; what is neither leaves the last term standing."""

    edited = Signal()
    """Another term, or none, by hand."""

    def __init__(self) -> None:
        super().__init__()
        self._retention: Retention | None = None
        self.setPlaceholderText(_("10, or vv for ever"))
        self.textEdited.connect(self._notice)

    def show_value(self, retention: Retention | None) -> None:
        """Show a term, or that there is none."""
        if retention != self._retention or not self.text():
            self._retention = retention
            self.setText(retention_words(retention) if retention else "")

    def value(self) -> Retention | None:
        """The term, None for none."""
        return self._retention

    def fault(self) -> str:
        """What is wrong with what was typed, or nothing."""
        if not self.text().strip() or self._typed() is not None:
            return ""
        return _("Write a number of years, or vv for ever.")

    def _typed(self) -> Retention | None:
        text = " ".join(folded(self.text()).split())
        if text in _FOR_EVER or text == folded(retention_words(PERMANENT)):
            return PERMANENT
        number = text.split(" ")[0]
        is_one = number.isascii() and number.isdecimal() and 0 < int(number) < _MOST
        rest = text.removeprefix(number).strip()
        return Retention(int(number)) if is_one and rest in ("", "nam", "year", "years") else None

    def _notice(self) -> None:
        if not self.fault() and self._typed() != self._retention:
            self._retention = self._typed()
            self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.fault():
            self.setText(retention_words(self._retention) if self._retention else "")
