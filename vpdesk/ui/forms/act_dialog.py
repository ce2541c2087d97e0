"""The dialog of an act that is asked for once: what it is about, its fields, what cannot be undone, the act itself.

Enter goes to the next field and confirms nothing; Ctrl+Enter does the act, Esc leaves.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vpdesk.ui.forms.field import Message
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import IconLabel, label
from vpdesk.words.catalogue import _

WIDTH = 600
_EDGE = 28


class ActDialog(QDialog):
    """Holds fields between its head and its act; it stays open until `accept`, whoever does the act says when."""

    def __init__(
        self, title: str, act: str, icon: str, look: Look, icons: Icons, parent: QWidget, *, width: int = WIDTH
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.look, self.icons = look, icons
        self.about = label("", "muted")
        self.about.setWordWrap(True)
        self.about.hide()
        self._trouble = Message(icons)
        self._way = QPushButton()
        self._way.setProperty("role", "link")
        self._way.setAutoDefault(False)
        self._way.clicked.connect(self._leave)
        self._way.hide()
        self._go: Callable[[], None] | None = None
        self.act = self._action(act, "Ctrl+Return", self.confirm)
        self.act.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        later = self._action(_("Later"), "Esc", self.reject)
        self.column = QVBoxLayout()
        self.column.setSpacing(14)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(10)
        self.foot.addStretch(1)
        self.main_button = _Sure(self.act, icon, look, icons, "primary")
        for button in (_Sure(later, "arrow-left", look, icons), self.main_button):
            button.setAutoDefault(False)
            self.foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_EDGE, 24, _EDGE, 24)
        whole.setSpacing(18)
        whole.addStrut(round(width * max(1.0, look.scale.body / 10)) - 2 * _EDGE)
        head = QVBoxLayout()
        head.setSpacing(2)
        for line in (label(title, "title"), self.about):
            line.setIndent(0)
            head.addWidget(line)
        whole.addLayout(head)
        whole.addLayout(self.column)
        trouble = QVBoxLayout()
        trouble.setSpacing(4)
        trouble.addWidget(self._trouble)
        trouble.addWidget(self._way, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(trouble)
        whole.addLayout(self.foot)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinAndMaxSize)

    def _action(self, words: str, key: str, do: object) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def name_act(self, words: str) -> None:
        """Say what the act does now."""
        self.act.setText(words)
        self.main_button.setAccessibleName(words)
        self.main_button.updateGeometry()

    def say_about(self, words: str) -> None:
        """Say what the act is about."""
        self.about.setText(words)
        self.about.setVisible(bool(words))

    def say_number(self, number: QLabel, below: QLabel) -> None:
        """Put the number that matters over what is said of it."""
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for line in (number, below):
            line.setIndent(0)
            lines.addWidget(line)
        self.column.addLayout(lines)

    def hairline(self) -> None:
        """Part the fields above from those below."""
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        self.column.addWidget(line)

    def warn_first(self, words: str) -> None:
        """Say in an amber strip what cannot be undone."""
        self.column.addWidget(AmberStrip(words, self.icons))

    def confirm(self) -> None:
        """Do the act, where everything is said that it needs."""
        raise NotImplementedError

    def tell(self, trouble: str) -> None:
        """Say why the act was not done; nothing takes it back. The act may be tried again."""
        self.act.setEnabled(True)
        self._trouble.say(trouble, "red")
        self.offer("")
        if trouble:
            announce(self, trouble)

    def offer(self, way: str, go: Callable[[], None] | None = None) -> None:
        """Offer a way out of the trouble that is told, which leaves the dialog; no words take it back."""
        self._way.setText(way)
        self._way.setVisible(bool(way))
        self._go = go

    def _leave(self) -> None:
        self.reject()
        if self._go is not None:
            self._go()

    def wait(self) -> None:
        """The act is being done: it cannot be done twice."""
        self.tell("")
        self.act.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)


def large_number(words: str = "") -> QLabel:
    """The one number that matters."""
    made = label(words, "number")
    made.setIndent(0)
    return made


class AmberStrip(QFrame):
    """A sentence that is read before the act."""

    def __init__(self, words: str, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("amber")
        self.words: QLabel = label(words)
        self.words.setWordWrap(True)
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel(icons, "triangle-alert", "amber", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def say(self, words: str) -> None:
        """Say another sentence; nothing hides it."""
        self.words.setText(words)
        self.setVisible(bool(words))


class _Sure(ActButton):
    """A button that Enter does not press."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 4, super().sizeHint().height())
