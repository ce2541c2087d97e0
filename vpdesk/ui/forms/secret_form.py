"""Choosing a secret: a PIN or a password, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vpdesk.domain.credentials import PASSWORD_LEAST, PIN_DIGITS, SecretKind, check_secret
from vpdesk.domain.errors import WeakSecret
from vpdesk.ui.forms.field import Field, Message, name_of
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _
from vpdesk.words.wording import explain

_LONGEST = 200


class SecretLine(QLineEdit):
    """A line that shows dots in place of what is typed; nothing of it is learnt, completed or corrected."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(_LONGEST)


class SecretForm(QWidget):
    """What kind of secret, the secret, and the secret again."""

    edited = Signal()
    submitted = Signal()
    """Enter in the last line."""

    def __init__(self, icons: Icons, kind: SecretKind = SecretKind.PASSWORD) -> None:
        super().__init__()
        pin = _("PIN, {digits} digits").format(digits=PIN_DIGITS)
        self.kind_choice = Choice(icons, (_("Password"), SecretKind.PASSWORD), (pin, SecretKind.PIN))
        self.first, self.again = SecretLine(), SecretLine()
        self.kind_choice.show_value(kind)
        self._message = Message(icons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Field(_("Signing in by"), self.kind_choice, icons))
        lines = QHBoxLayout()
        lines.setSpacing(12)
        self._first_name = name_of(self.first, "")
        for name, line in ((self._first_name, self.first), (name_of(self.again, _("Once more")), self.again)):
            part = QVBoxLayout()
            part.setSpacing(3)
            part.addWidget(name)
            part.addWidget(line)
            lines.addLayout(part)
        column.addLayout(lines)
        column.addWidget(self._message)
        self._advice = label("", "caption")
        self._advice.setWordWrap(True)
        self._advice.setIndent(0)
        column.addWidget(self._advice)
        self.kind_choice.edited.connect(self._follow_kind)
        for line in (self.first, self.again):
            line.textEdited.connect(lambda _text: self._edit())
        self.first.returnPressed.connect(lambda: self.again.setFocus(Qt.FocusReason.OtherFocusReason))
        self.again.returnPressed.connect(self.submitted)
        self._follow_kind()

    def kind(self) -> SecretKind:
        """The kind of secret that is chosen."""
        return SecretKind(self.kind_choice.value())

    def secret(self) -> str:
        """What was typed."""
        return self.first.text()

    def fault(self, name: str) -> str:
        """What is wrong with it as the secret of the officer of this name, or nothing."""
        try:
            check_secret(self.kind(), self.secret(), name)
        except WeakSecret as error:
            return str(explain(error))
        return "" if self.first.text() == self.again.text() else _("The two do not agree.")

    def tell_fault(self, fault: str) -> None:
        """Say what is wrong; nothing takes it back."""
        self._message.say(fault, "red" if fault else "")
        self.first.setAccessibleDescription(fault)
        if fault:
            announce(self.first, fault)

    @property
    def message(self) -> str:
        """The sentence shown now."""
        return self._message.words

    def forget(self) -> None:
        """Let go of what was typed."""
        self.first.clear()
        self.again.clear()
        self.tell_fault("")

    def _edit(self) -> None:
        self.tell_fault("")
        self.edited.emit()

    def _follow_kind(self) -> None:
        is_pin = self.kind() is SecretKind.PIN
        name = _("PIN") if is_pin else _("Password")
        self._first_name.setText(name)
        self.first.setAccessibleName(name)
        self._advice.setText(
            _(
                "Whoever gets hold of the file of the data can try all PINs in a day; a head or administrator does"
                " better with a password."
            )
            if is_pin
            else _("At least {least} letters; a few words make a good one.").format(least=PASSWORD_LEAST)
        )
        hints = Qt.InputMethodHint.ImhDigitsOnly if is_pin else Qt.InputMethodHint.ImhNone
        for line in (self.first, self.again):
            line.setInputMethodHints(hints | Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.forget()
