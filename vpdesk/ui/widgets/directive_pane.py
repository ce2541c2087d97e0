"""The directive beside the scan: its form, the phrases with their keys, and the act at the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vpdesk.domain.handling import DirectivePhrase
from vpdesk.domain.organisation import Officer
from vpdesk.ui.forms.directive_form import Directed, DirectiveForm
from vpdesk.ui.forms.field import link
from vpdesk.ui.forms.phrase_list import PhraseList
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import key_name, label
from vpdesk.words.catalogue import _

_EDGE = 20
_LEAST = 180
"""Pixels that the form has at least; where it needs more than there is, it scrolls."""


class DirectivePane(QWidget):
    """Takes a directive in hand; what comes of it is done by whoever listens."""

    assigned = Signal(object)
    """A Directed that is whole."""
    edited = Signal()
    """Something was typed, or chosen."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        actions: Mapping[str, QAction],
        today: Callable[[], date],
        *,
        sets_down: bool,
    ) -> None:
        """Where it `sets_down` what a head wrote on paper, it asks for the head and offers no phrases."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = DirectiveForm(look, icons, today, sets_down=sets_down)
        self.phrases = PhraseList(look)
        self._keep = link(_("Phrases…"))
        self._keep.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._keep.setToolTip(actions["directive_phrases"].toolTip())
        self._keep.clicked.connect(actions["directive_phrases"].trigger)
        if sets_down:
            self._keep.hide()
        self.button = ActButton(actions["assign"], "check", look, icons, "primary")
        self.button.fill_width()
        self.button.setMinimumHeight(36)
        self._sets_down = sets_down
        self._area = _Area(self._inside(actions), self.form)
        foot = QVBoxLayout()
        foot.setContentsMargins(_EDGE, 8, _EDGE, 12)
        foot.addWidget(self.button)
        line = QFrame()
        line.setProperty("type", "edge")
        line.setFrameShape(QFrame.Shape.NoFrame)
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addLayout(foot)
        column.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.form.lead)
        self.form.edited.connect(self.edited)
        self.form.phrase_wanted.connect(self.phrases.choose)
        self.phrases.chosen.connect(self._write)

    def _inside(self, actions: Mapping[str, QAction]) -> QWidget:
        inside = QWidget()
        inside.setObjectName("side")
        head = QHBoxLayout()
        title = label(_("Directive on paper") if self._sets_down else _("Directive"), "section")
        title.setIndent(0)
        head.addWidget(title)
        head.addStretch(1)
        self._keep.setText(f"{_('Phrases…')}  {key_name(actions['directive_phrases'].shortcut().toString())}")
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, 12, _EDGE, 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addWidget(self.phrases)
        column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return inside

    def begin(
        self, directed: Directed, told_of_day: str, handlers: Sequence[Officer], heads: Sequence[Officer]
    ) -> None:
        """Begin with what is proposed; those who may be given it are offered."""
        self.form.offer_people({one.name: 0 for one in handlers})
        if self._sets_down:
            self.form.offer_heads(heads)
        self.form.begin(directed, told_of_day)

    def show_phrases(self, phrases: Sequence[DirectivePhrase]) -> None:
        """Offer these phrases; who sets down what stands on paper needs none."""
        self.phrases.show_phrases(() if self._sets_down else phrases)
        self._area.updateGeometry()

    def assign(self) -> None:
        """Have it assigned, or what is missing told."""
        if self.form.check():
            self.assigned.emit(self.form.directed())

    def _write(self, words: str) -> None:
        self.form.add_phrase(words)
        self.edited.emit()


class _Area(QScrollArea):
    """As high as what is in it, where there is room; the field in hand stays in sight."""

    def __init__(self, inside: QWidget, form: DirectiveForm) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_LEAST)
        inside.installEventFilter(self)
        for one in form.fields.values():
            one.control.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._inside.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget) and watched is not self._inside:
            self.ensureWidgetVisible(watched, 0, 24)
        return super().eventFilter(watched, event)
