"""Signing in: who, and what he proves himself by."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.credentials import Asked, Entrant
from vpdesk.domain.errors import DeskError, WaitForNextTry
from vpdesk.ui.forms.field import Message, link, name_of
from vpdesk.ui.forms.secret_form import SecretForm, SecretLine
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Facts, Page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.avatar import NameCard
from vpdesk.ui.widgets.labels import IconLabel, label
from vpdesk.ui.widgets.pin_boxes import PinBoxes
from vpdesk.ui.widgets.top_bar import Mark
from vpdesk.words.catalogue import _, language
from vpdesk.words.wording import explain, long_day, wait_words

_WIDTH = 720
_COLUMNS = 2
_OTHER_LANGUAGE = {"vi": ("en", "English"), "en": ("vi", "Tiếng Việt")}
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
}


class ShutPage(Page):
    """Nothing at all, until the store has told who may come in."""

    stands_alone: ClassVar[bool] = True


class SignInPage(Page):
    """Names as cards. Arrows choose one, digits go to the boxes, letters to the line."""

    stands_alone: ClassVar[bool] = True
    tried = Signal(object, str)
    """An officer's id and what he typed: nothing, a PIN, a password, or an invitation code."""
    first_time = Signal(object, str, str, object)
    """An officer's id, his invitation code, the secret of his own choice and its kind."""
    recovering = Signal(object, str, str, object)
    """The same with the recovery code."""
    language_wanted = Signal(str)

    def __init__(
        self, look: Look, icons: Icons, body: str, day: date, entrants: Iterable[Entrant], data_place: str
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._icons = look, icons
        self._data_place = data_place
        self._entrants = tuple(entrants)
        self._at = 0
        self._code = ""
        self._is_asking = False
        self._waits_until = 0.0
        self._countdown = QTimer(self, interval=250)
        self._countdown.timeout.connect(self._count_down)
        self._make_inputs()
        self._message = Message(icons)
        self._arrange(body, day)
        self.choose(0)

    # --- building -------------------------------------------------------------------------------------------------

    def _make_inputs(self) -> None:
        self.cards = [NameCard(one.name, one.position or "", self._look, self._icons) for one in self._entrants]
        for place, card in enumerate(self.cards):
            card.clicked.connect(lambda _checked=False, place=place: self._click(place))
            card.installEventFilter(self)
        self.boxes = PinBoxes(self._look)
        self.boxes.filled.connect(self._try)
        self.password, self.invitation = SecretLine(), QLineEdit()
        self.password.returnPressed.connect(lambda: self._try(self.password.text()))
        self.invitation.returnPressed.connect(lambda: self._try(self.invitation.text()))
        self.own = SecretForm(self._icons)
        self.own.submitted.connect(self._choose_secret)
        self.recovery, self.recovered = QLineEdit(), SecretForm(self._icons)
        self.recovered.submitted.connect(self._recover)
        for one in (self.boxes, self.password, self.invitation):
            one.installEventFilter(self)
        self._names = {one: name_of(one, "") for one in (self.boxes, self.password, self.invitation, self.own)}
        for name in self._names.values():
            name.setProperty("type", "section")

    def _arrange(self, body: str, day: date) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Mark(self._look, self._icons, 40))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_flush(label(body, "title")))
        words.addWidget(_flush(label(long_day(day), "muted")))
        head.addLayout(words, 1)
        grid = QGridLayout()
        grid.setSpacing(10)
        for place, card in enumerate(self.cards):
            grid.addWidget(card, *divmod(place, _COLUMNS))
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(2)
        column.addLayout(head)
        column.addSpacing(32)
        column.addWidget(_flush(label(_("Choose your name"), "section")))
        column.addSpacing(6)
        column.addLayout(grid)
        column.addSpacing(24)
        column.addWidget(self._make_panels())
        column.addWidget(self._message)
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(round(_WIDTH * max(1.0, self._look.scale.body / 10)) + 48)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        content = QWidget()
        content.setLayout(row)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(self._make_foot())

    def _make_foot(self) -> QLayout:
        other, name = _OTHER_LANGUAGE[language()]
        speak = link(name)
        speak.clicked.connect(lambda: self.language_wanted.emit(other))
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 8)
        foot.addStretch(1)
        foot.addWidget(speak)
        return foot

    def _make_panels(self) -> QWidget:
        self._panels = _Panels()
        self.go_in = self._button(_("Sign in"), lambda: self._try(""))
        self.go_in.installEventFilter(self)
        sample = label(_("This is the sample office: a name is enough, nobody has a secret here."), "muted")
        self._closed = _quiet("")
        self._choice_hint = _quiet(_("Nobody in this office has a secret yet. The first officer chooses one now."))
        parts: dict[Asked | str, QLayout] = {
            Asked.NOTHING: _left(self.go_in, sample),
            Asked.PIN: _column(
                self._names[self.boxes],
                _beside(
                    self.boxes,
                    self._hint(_("Arrows choose a name; type the digits.")),
                    self._forgot(_("Forgot the PIN")),
                ),
            ),
            Asked.PASSWORD: _column(
                self._names[self.password],
                _beside(
                    self.password,
                    self._button(_("Sign in"), lambda: self._try(self.password.text())),
                    self._forgot(_("Forgot the password")),
                ),
            ),
            Asked.INVITATION: _column(
                self._names[self.invitation],
                _beside(self.invitation, self._button(_("Go on"), lambda: self._try(self.invitation.text()))),
                _quiet(_("The administrator has given it to you. With it you choose a PIN or a password of your own.")),
            ),
            Asked.CLOSED: _column(self._closed),
            _OWN: _column(
                self._names[self.own],
                self._choice_hint,
                self.own,
                _left(self._button(_("Sign in"), self._choose_secret)),
            ),
            _FORGOTTEN: _column(
                _flush(label(_("A secret that was forgotten"), "section")),
                _quiet(
                    _(
                        "Ask the administrator for a new invitation. An administrator comes in with the printed"
                        " recovery code and chooses another secret:"
                    )
                ),
                name_of(self.recovery, _("Recovery code")),
                self.recovery,
                self.recovered,
                _left(
                    self._button(_("Sign in"), self._recover),
                    self._link(_("Back"), lambda: self.choose(self._at, keep=True)),
                ),
            ),
        }
        self._places = {asked: self._panels.add(layout) for asked, layout in parts.items()}
        return self._panels

    def _button(self, words: str, call: Callable[[], None]) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("role", "primary")
        made.setAutoDefault(True)
        made.clicked.connect(call)
        return made

    def _link(self, words: str, call: Callable[[], None]) -> QPushButton:
        made = link(words)
        made.clicked.connect(call)
        return made

    def _forgot(self, words: str) -> QPushButton:
        return self._link(words, self._help)

    def _hint(self, words: str) -> QWidget:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._icons, "keyboard", "muted"))
        row.addWidget(label(words, "muted"))
        made = QWidget()
        made.setLayout(row)
        return made

    # --- who ------------------------------------------------------------------------------------------------------

    @property
    def entrant(self) -> Entrant | None:
        """Who is chosen."""
        return self._entrants[self._at] if self._entrants else None

    def choose_officer(self, officer: UUID | None) -> None:
        """Choose the card of an officer, if he has one."""
        places = [place for place, one in enumerate(self._entrants) if one.officer == officer]
        self.choose(places[0] if places else 0)

    def choose(self, place: int, *, keep: bool = False) -> None:
        """Choose a card, and ask for what that officer proves himself by; `keep` leaves what was said of him."""
        self._at = place
        for at, card in enumerate(self.cards):
            card.setChecked(at == place)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus)
        entrant = self.entrant
        if entrant is None:
            return
        self._forget()
        if not keep:
            self._stop_waiting()
        self.boxes.ask(entrant.name)
        for control, words in (
            (self.boxes, _("PIN of {name}")),
            (self.password, _("Password of {name}")),
            (self.invitation, _("Invitation code of {name}")),
            (self.own, _("A secret of {name}’s own")),
        ):
            said = words.format(name=entrant.name)
            self._names[control].setText(said)
            control.setAccessibleName(said)
        self._closed.setText(
            _("{name} has no secret yet. The administrator has to send an invitation first.").format(name=entrant.name)
        )
        self._choice_hint.setVisible(entrant.asked is Asked.CHOICE)
        self._show(_OWN if entrant.asked is Asked.CHOICE else entrant.asked)

    def _forget(self) -> None:
        self._code = ""
        self.boxes.forget()
        for line in (self.password, self.invitation, self.recovery):
            line.clear()
        self.own.forget()
        self.recovered.forget()

    def _show(self, panel: Asked | str) -> None:
        self._panels.show_panel(self._places[panel])
        self.take_keys()

    def _click(self, place: int) -> None:
        self.choose(place)

    # --- proving --------------------------------------------------------------------------------------------------

    def _try(self, secret: str) -> None:
        entrant = self.entrant
        if entrant is not None and not self._is_asking and not self._waits:
            self._is_asking = True
            self._code = secret if entrant.asked is Asked.INVITATION else ""
            self.tried.emit(entrant.officer, secret)

    def _choose_secret(self) -> None:
        self._send(self.own, lambda officer, *secret: self.first_time.emit(officer, self._code, *secret))

    def _recover(self) -> None:
        code = self.recovery.text()
        self._send(self.recovered, lambda officer, *secret: self.recovering.emit(officer, code, *secret))

    def _send(self, form: SecretForm, send: Callable[..., None]) -> None:
        entrant = self.entrant
        if entrant is None or self._is_asking:
            return
        if fault := form.fault(entrant.name):
            form.tell_fault(fault)
            form.first.setFocus()
            return
        self._is_asking = True
        send(entrant.officer, form.secret(), form.kind())

    def ask_for_own_secret(self) -> None:
        """The code was right: the officer chooses a secret of his own now."""
        self._is_asking = False
        self._message.say("", "")
        self._show(_OWN)

    def _help(self) -> None:
        self._message.say("", "")
        self._show(_FORGOTTEN)

    def tell(self, error: DeskError) -> None:
        """Say why nobody has come in; where that is so, how long to wait, counted down."""
        self._is_asking = False
        self.boxes.forget()
        self.password.clear()
        self.invitation.selectAll()
        if isinstance(error, WaitForNextTry):
            self._waits_until = time.monotonic() + error.seconds
            self._countdown.start()
            self._count_down()
            self.take_keys()
            announce(self.boxes, f"{explain(error)}")
        else:
            said = str(explain(error))
            self._message.say(said, "red")
            announce(self.boxes, said)
            self.take_keys()

    @property
    def message(self) -> str:
        """What is said under the boxes."""
        return self._message.words

    @property
    def _waits(self) -> bool:
        return self._countdown.isActive()

    def _count_down(self) -> None:
        left = round(self._waits_until - time.monotonic())
        if left <= 0:
            self._stop_waiting()
            self.take_keys()
            return
        self._allow_tries(allowed=False)
        self._message.say(f"{explain(WaitForNextTry(left)).what} {wait_words(left)}", "red")

    def _stop_waiting(self) -> None:
        self._countdown.stop()
        self._allow_tries(allowed=True)
        self._message.say("", "")

    def _allow_tries(self, *, allowed: bool) -> None:
        for one in (self.boxes, self.password, self.invitation):
            one.setEnabled(allowed)

    # --- keys -----------------------------------------------------------------------------------------------------

    def take_keys(self) -> None:
        entrant = self.entrant
        controls: dict[int, QWidget] = {
            self._places[Asked.NOTHING]: self.go_in,
            self._places[Asked.PIN]: self.boxes,
            self._places[Asked.PASSWORD]: self.password,
            self._places[Asked.INVITATION]: self.invitation,
            self._places[_OWN]: self.own.first,
            self._places[_FORGOTTEN]: self.recovery,
        }
        control = controls.get(self._panels.current)
        if control is None or not control.isEnabled():
            control = self.cards[self._at] if entrant is not None else self
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes_key(watched, event)
        return super().eventFilter(watched, event)

    def _takes_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Arrows choose a name, those to the sides not out of what is typed; keys on a card go where they belong."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if isinstance(watched, QLineEdit) and watched.text() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                return False
            to = self._at + _STEPS[key]
            if 0 <= to < len(self.cards):
                self.choose(to)
                self._area.ensureWidgetVisible(self.cards[to])
            return True
        if not isinstance(watched, NameCard):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.entrant is not None and self.entrant.asked is Asked.NOTHING:
                self._try("")
            else:
                self.take_keys()
            return True
        if self._panels.current == self._places[Asked.PIN]:
            return self.boxes.takes(event)
        return False

    # --- what the window says -------------------------------------------------------------------------------------

    def panes(self) -> list[QWidget]:
        return [self.cards[self._at], self._panels] if self.cards else []

    def facts(self) -> Facts:
        return Facts(_("This machine"), self._data_place)


_OWN, _FORGOTTEN = "own", "forgotten"


class _Panels(QWidget):
    """What an officer is asked for: one panel in sight, no room taken by the others."""

    def __init__(self) -> None:
        super().__init__()
        self._made: list[QWidget] = []
        self.current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self, layout: QLayout) -> int:
        """Take a panel in; its place."""
        made = QWidget()
        layout.setContentsMargins(0, 0, 0, 0)
        made.setLayout(layout)
        made.hide()
        self._made.append(made)
        self._column.addWidget(made)
        return len(self._made) - 1

    def show_panel(self, place: int) -> None:
        """Show a panel."""
        self.current = place
        for at, panel in enumerate(self._made):
            panel.setVisible(at == place)


def _flush(widget: QLabel) -> QLabel:
    widget.setIndent(0)
    return widget


def _quiet(words: str) -> QLabel:
    made = label(words, "muted")
    made.setWordWrap(True)
    made.setIndent(0)
    return made


def _column(*parts: QWidget | QLayout) -> QLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for part in parts:
        _add(column, part)
    return column


def _beside(first: QWidget, *others: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(first, 1 if isinstance(first, QLineEdit) else 0)
    if not isinstance(first, QLineEdit):
        row.addStretch(1)
    for one in others:
        row.addWidget(one)
    return row


def _left(*parts: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _add(column: QVBoxLayout, part: QWidget | QLayout) -> None:
    if isinstance(part, QWidget):
        column.addWidget(part)
    else:
        column.addLayout(part)
