"""The pane of what waits: which of it is wanted, the list, and the bar of several that are chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from vpdesk.domain.signoff import QueueRow
from vpdesk.domain.workflow import Status
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.queue_list import QueueList
from vpdesk.words.catalogue import N_, _, format_number, ngettext

_WIDTH, _LEAST = 312, 240


class QueueView(Enum):
    """Which of what was submitted is wanted."""

    MINE = N_("For me")
    ALL = N_("All waiting")
    SIGNED = N_("Signed")


class QueuePane(QWidget):
    """Tells when another view is wanted; of several chosen rows it says what keeps them from being signed."""

    view_chosen = Signal()

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._actions = actions
        self.list = QueueList(look, now)
        self._views = QButtonGroup(self)
        self._filter = QWidget()
        self._pile = QWidget()
        self._chosen = label("", "strong")
        self._waits = label("", "caption")
        self._waits.setWordWrap(True)
        self.sign = ActButton(actions["sign_pile"], "signature", look, icons, "primary")
        self.sign.fill_width()
        self._width = round(_WIDTH * max(1.0, look.scale.body / 10))
        self.setFixedWidth(self._width)
        self._arrange()

    def _arrange(self) -> None:
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._filter)
        row.setContentsMargins(10, 6, 6, 6)
        row.setSpacing(0)
        for number, view in enumerate(QueueView):
            button = QPushButton(_(view.value))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._views.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        pile = QVBoxLayout(self._pile)
        pile.setContentsMargins(20, 10, 12, 10)
        pile.setSpacing(6)
        for part in (self._chosen, self._waits, self.sign):
            pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filter)
        column.addWidget(self._pile)
        column.addWidget(self.list, 1)
        self._pile.hide()
        self._views.idClicked.connect(lambda _number: self.view_chosen.emit())

    def keep_within(self, room: int) -> None:
        """Be no wider than this, as far as the words bear it."""
        self.setFixedWidth(max(_LEAST, min(self._width, room)))
        needed = sum(button.sizeHint().width() for button in self._views.buttons()) + 16
        abreast = needed <= self.maximumWidth()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if abreast else QBoxLayout.Direction.TopToBottom)

    # --- which of it ------------------------------------------------------------------------------------------------

    @property
    def view(self) -> QueueView:
        """Which of what was submitted is wanted now."""
        return tuple(QueueView)[self._views.checkedId()]

    def choose(self, view: QueueView) -> None:
        """Bring a view into sight; whoever chooses it asks for its rows."""
        self._views.button(tuple(QueueView).index(view)).setChecked(True)

    def offer_views(self, *, has_own: bool) -> None:
        """Offer what waits for the officer himself to those for whom anything can wait."""
        mine = self._views.button(0)
        mine.setVisible(has_own)
        if not has_own and mine.isChecked():
            self._views.button(1).setChecked(True)

    # --- several of it ----------------------------------------------------------------------------------------------

    @property
    def pile(self) -> tuple[QueueRow, ...]:
        """The rows that are chosen, where they are several."""
        return self.list.chosen if len(self.list.chosen) > 1 else ()

    @property
    def unread(self) -> tuple[QueueRow, ...]:
        """Those of the pile whose newest version was not shown yet."""
        return tuple(row for row in self.pile if row.read_version != row.version)

    @property
    def may_sign_pile(self) -> bool:
        """Whether each of the pile waits for the officer's signature and was shown to him."""
        return bool(self.pile) and not self.unread and not self._others()

    def _others(self) -> tuple[QueueRow, ...]:
        return tuple(row for row in self.pile if not row.waits_for_me or row.status is not Status.SUBMITTED)

    def show_pile(self) -> None:
        """Say how many are chosen, and what is still to be done before they can be signed."""
        count = len(self.pile)
        self._filter.setVisible(not count)
        self._pile.setVisible(bool(count))
        if not count:
            return
        said = ngettext("{count} dispatch chosen", "{count} dispatches chosen", count)
        self._chosen.setText(said.format(count=format_number(count)))
        self._waits.setText(self._missing())
        self._waits.setVisible(bool(self._waits.text()))
        act = self._actions["sign_pile"]
        act.setText(ngettext("Sign off {count}", "Sign off all {count}", count).format(count=format_number(count)))
        self.sign.setAccessibleName(act.text())
        self.sign.setVisible(not self._others())

    def _missing(self) -> str:
        if others := len(self._others()):
            said = ngettext(
                "{count} does not wait for your signature.", "{count} do not wait for your signature.", others
            )
            return said.format(count=format_number(others))
        if unread := len(self.unread):
            said = ngettext(
                "{count} not read yet. Enter goes there.", "{count} not read yet. Enter goes there.", unread
            )
            return said.format(count=format_number(unread))
        return ""
