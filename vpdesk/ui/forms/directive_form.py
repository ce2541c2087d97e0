"""The directive on an arrival: who leads, who supports, by when, and the words of the head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import ClassVar, NamedTuple
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel

from vpdesk.domain.organisation import Officer
from vpdesk.domain.text import folded
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input, aside
from vpdesk.ui.forms.inputs import Choice, LineInput, TextInput
from vpdesk.ui.forms.line_list import LineList
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = {Qt.Key.Key_0 + digit: digit for digit in range(1, 10)}


class Directed(NamedTuple):
    """What was typed of a directive; `head` is who wrote it where a clerk sets down one that stands on paper."""

    lead: str
    support: tuple[str, ...] = ()
    due_on: date | None = None
    directive: str | None = None
    head: UUID | None = None


class DirectiveForm(RecordForm):
    """Enter goes to the next field, Ctrl with a figure asks for the phrase of that key."""

    gap: ClassVar[int] = 10
    phrase_wanted = Signal(int)
    """The place of a phrase, counted from 1."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date], *, sets_down: bool = False) -> None:
        """Where it `sets_down` a directive that stands on paper, it asks for its head too."""
        self.lead, self.support = LineInput(), LineList(look, 4)
        self.due_on, self.directive = DateField(look, icons, today), TextInput(6)
        self.head = Choice(icons)
        self.told_of_day: QLabel = label("", "caption")
        inputs: dict[str, Input] = {
            "head": self.head,
            "lead": self.lead,
            "support": self.support,
            "due_on": self.due_on,
            "directive": self.directive,
        }
        names = {
            "head": _("&Written by"),
            "lead": _("&Lead"),
            "support": _("&Supporting"),
            "due_on": _("Du&e on"),
            "directive": _("&Directive"),
        }
        shown = [name for name in names if sets_down or name != "head"]
        super().__init__(
            {name: inputs[name] for name in shown},
            {name: names[name] for name in shown},
            tuple((name,) for name in shown),
            icons,
            {"due_on": self.told_of_day, "support": aside(_("one a line; own day behind a comma"))},
        )
        self._leads = Completion(self.lead, self.lead)
        self._supports = Completion(self.support, self.support)
        self._leads.taken.connect(lambda: self._go_on("lead"))

    def offer_people(self, people: Mapping[str, int]) -> None:
        """Offer the names of those who may get an arrival, each with how often he did."""
        self._leads.offer(people)
        self._supports.offer(people)

    def offer_heads(self, heads: Iterable[Officer]) -> None:
        """Offer those who direct."""
        offered = tuple((one.name, one.id) for one in heads)
        self.head.offer(*offered)

    def begin(self, directed: Directed, told_of_day: str = "") -> None:
        """Begin with what is proposed or stands there already; `told_of_day` says where the day comes from."""
        shown: dict[str, object] = {name: getattr(directed, name) for name in ("support", "due_on", "directive")}
        shown["lead"] = directed.lead or None
        if "head" in self.inputs and directed.head is not None:
            shown["head"] = directed.head
        self.show_values(shown)
        self.told_of_day.setText(told_of_day)

    def directed(self) -> Directed:
        """What stands in the form."""
        head = self.head.value() if "head" in self.inputs else None
        return Directed(
            self.lead.value() or "",
            self.support.value(),
            self.due_on.value(),
            self.directive.value(),
            head if isinstance(head, UUID) else None,
        )

    def add_phrase(self, words: str) -> None:
        """Write a phrase at the caret of the directive, on a line of its own behind other words."""
        cursor = self.directive.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        before = self.directive.toPlainText().rstrip()
        if before:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(f"{before}\n{words}")
        else:
            cursor.insertText(words)
        self.directive.setTextCursor(cursor)
        self.directive.ensureCursorVisible()

    def gaps(self) -> dict[str, str]:
        return {} if self.lead.value() else {"lead": _("Say who leads.")}

    def contradictions(self) -> dict[str, str]:
        wanted = folded(self.lead.value() or "")
        if wanted and any(folded(one) == wanted for one in self.support.value()):
            return {"support": _("Who leads does not support as well.")}
        return {}

    def take_keys(self) -> None:
        """Take the keys to the first field that is empty; to the words of the head where none is."""
        empty = next((name for name in ("lead", "directive") if not self.inputs[name].value()), "directive")
        self.fields[empty].control.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys -----------------------------------------------------------------------------------------------------

    def _go_on(self, member: str) -> None:
        """Take the keys to the field behind this one."""
        names = list(self.inputs)
        if (after := names.index(member) + 1) < len(names):
            self.fields[names[after]].control.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            digit = _DIGITS.get(event.key()) if event.modifiers() == Qt.KeyboardModifier.ControlModifier else None
            if digit is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if digit is not None:
                    self.phrase_wanted.emit(digit)
                    return True
                if event.key() in _ENTER and not event.modifiers() and self._goes_on(watched):
                    self._go_on(str(watched.property("member")))
                    return True
        return super().eventFilter(watched, event)

    def _goes_on(self, watched: QObject) -> bool:
        """Whether Enter leaves a field: a list of names where its line is empty, the words of the head never."""
        if watched is self.support:
            return not self.support.textCursor().block().text().strip()
        return watched is not self.directive
