"""Documents of a case file: put in by what is typed of them, or by their own fields; what the file says of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QStyleOptionViewItem, QWidget

from vpdesk.domain.case_files import CaseFile, CasePaper, PaperKind
from vpdesk.domain.case_views import KINDS_FOUND, NewPaper, ShownPaper
from vpdesk.domain.finding import Hit
from vpdesk.domain.search_query import Search, understand
from vpdesk.services.finding import Found
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input
from vpdesk.ui.forms.inputs import Choice, LineInput, NumberInput, TextInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.check_box import CheckBox
from vpdesk.ui.widgets.hit_list import HitList
from vpdesk.ui.widgets.labels import label
from vpdesk.words.cases import case_title, paper_summary
from vpdesk.words.catalogue import _
from vpdesk.words.finding import hit_title

_PATIENCE = 40
"""Milliseconds after a key until the store is asked."""
_SHOWN = 6
"""Documents that are in sight at once."""
Types = Sequence[tuple[str, str]]
"""The names of types, each with its code."""


class PutPaperDialog(ActDialog):
    """Asks for what is typed and tells what is put in; it stays for the next one."""

    asked = Signal(object)
    """A Search."""
    given = Signal(object)
    """A NewPaper."""
    other_wanted = Signal()
    """A paper that stands in no register is to be put in."""

    def __init__(
        self,
        case_file: CaseFile,
        type_name: Callable[[str], str],
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Put a document in"), _("Put in"), "file-plus", look, icons, parent, width=760)
        self.say_about(case_title(case_file))
        self.field = _Field()
        self.list = HitList(look, type_name, today)
        row = self.list.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        self.list.setFixedHeight(_SHOWN * row.height())
        self.done_so_far = label("", "muted")
        self._wait = QTimer(self, interval=_PATIENCE, singleShot=True)
        for part in (self.field, self.list, self.done_so_far):
            self.column.addWidget(part)
        self.done_so_far.hide()
        other = QPushButton(_("A paper in no &register…"))
        other.setAutoDefault(False)
        other.clicked.connect(self._want_other)
        self.foot.insertWidget(0, other)
        self.field.textChanged.connect(lambda _text: self._wait.start())
        self.field.went_down.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.field.entered.connect(self.confirm)
        self.list.opened.connect(lambda _hit: self.confirm())
        self.list.left_above.connect(lambda: self.field.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._wait.timeout.connect(self.ask)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for what is typed."""
        self._wait.stop()
        self.asked.emit(Search(self.field.text()))

    def show_found(self, found: Found) -> None:
        """Show what was found of what is typed, without case files: none lies in another."""
        documents = tuple(hit for hit in found.hits if hit.kind in KINDS_FOUND)
        self.list.show_found(replace(found, hits=documents, after=None), understand(self.field.text()).terms)
        hit = self.list.hit
        self.act.setEnabled(hit is not None)
        self.name_act(_("Put {document} in").format(document=hit_title(hit)) if hit else _("Put in"))

    def say_done(self, words: str) -> None:
        """Say what lies in the file now; the next one may be typed."""
        self.done_so_far.setText(words)
        self.done_so_far.show()
        self.act.setEnabled(True)
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask()

    def _want_other(self) -> None:
        self.reject()
        self.other_wanted.emit()

    def confirm(self) -> None:
        if self._wait.isActive():
            self.ask()
        if (hit := self.list.hit) is not None and self.act.isEnabled():
            self.wait()
            self.given.emit(paper_of(hit))


def paper_of(hit: Hit) -> NewPaper:
    """A document that was found, about to be put in."""
    return NewPaper(KINDS_FOUND[hit.kind], hit.record)


class _Field(QLineEdit):
    """The field: the key down goes to the list, Enter takes what is in hand there."""

    went_down = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("A number, words, a day: 229cv, tháng 12/2024"))
        self.setAccessibleName(_("Which document"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _OtherForm(RecordForm):
    """The fields of a paper that stands in no register."""

    def gaps(self) -> dict[str, str]:
        there = any(self.inputs[name].value() for name in ("reference", "subject"))
        return {} if there else {"subject": _("Say what the paper is about, or its number.")}


class PaperDialog(ActDialog):
    """Tells what a case file says of a document: of one that stands in no register everything."""

    given = Signal(object)
    """A CasePaper as it is to be, or a NewPaper."""

    def __init__(
        self,
        shown: ShownPaper | None,
        types: Types,
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        """`shown` is the document; None for a new one that stands in no register."""
        title = _("Change what the file says of it") if shown else _("A paper in no register")
        super().__init__(title, _("Keep") if shown else _("Put in"), "check", look, icons, parent)
        self._paper: CasePaper | None = shown.paper if shown else None
        self.is_original = CheckBox(_("An original, not a copy"), look, icons)
        if shown is not None:
            self.say_about(" · ".join(filter(None, (shown.reference, paper_summary(shown)))))
        inputs: dict[str, Input] = {"sheets": NumberInput(), "notes": LineInput()}
        names = {"sheets": _("Number of sheets"), "notes": _("Notes")}
        rows: tuple[tuple[str, ...], ...] = (("sheets", "notes"),)
        is_other = shown is None or shown.paper.kind is PaperKind.OTHER
        if is_other:
            inputs = {
                "reference": LineInput(),
                "day": DateField(look, icons, today),
                "document_type": Choice(icons, (_("No type"), None), *types),
                "subject": TextInput(3),
                "author": LineInput(),
                **inputs,
            }
            names |= {
                "reference": _("Number and symbol"),
                "day": _("Date"),
                "document_type": _("Type"),
                "subject": _("Subject"),
                "author": _("Author"),
            }
            rows = (("reference", "day", "document_type"), ("subject",), ("author",), *rows)
        self.form = (_OtherForm if is_other else RecordForm)(inputs, names, rows, icons)
        self.column.addWidget(self.form)
        self.column.addWidget(self.is_original)
        self.is_original.setChecked(self._paper is None or self._paper.is_original)
        if self._paper is not None:
            self.form.show_values({name: getattr(self._paper, name) for name in inputs})
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        if not (self.form.check() and self.act.isEnabled()):
            return
        values = {name: one.value() for name, one in self.form.inputs.items()}
        values["is_original"] = self.is_original.isChecked()
        self.wait()
        if self._paper is None:
            self.given.emit(NewPaper(PaperKind.OTHER, **values))
        else:
            self.given.emit(replace(self._paper, **values))
