"""Closing a case file: what is asked, what is missing with the way to mend it, what the closing sheet says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vpdesk.domain.case_closing import ClosingSheet, Gap, Lack
from vpdesk.domain.case_files import CaseState
from vpdesk.domain.case_numbers import sheets_of
from vpdesk.domain.case_views import CaseDetail
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import Input, link
from vpdesk.ui.forms.inputs import LineInput, NumberInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import IconLabel, label
from vpdesk.words.case_files import gap_remedy
from vpdesk.words.cases import case_title, lack_words, mend_words, papers_words, sheet_count_words, there_words
from vpdesk.words.catalogue import _

_HERE = {Gap.CONTENTS: "list_sheets", Gap.CLOSING_SHEET: "condition"}
"""What is mended by a field of the dialog itself."""


class ClosingDialog(ActDialog):
    """Tells what the closing sheet says and on which day the file is closed, or what is to be mended first."""

    given = Signal(object, object)
    """The ClosingSheet and the day."""
    mend_wanted = Signal(object)
    """A Lack that is mended elsewhere; the dialog has gone."""
    set_aside_wanted = Signal()
    """The file is to be set aside until what is missing is there."""

    def __init__(
        self,
        detail: CaseDetail,
        sheet: ClosingSheet,
        today: Callable[[], date],
        look: Look,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        """`sheet` is what is proposed for the closing sheet."""
        super().__init__(_("Close the case file"), _("Close the case file"), "check", look, icons, parent, width=640)
        self._detail = detail
        self.say_about(case_title(detail.row.case_file))
        self.ways: dict[Gap, QPushButton] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.column.addLayout(self._lines)
        self.hairline()
        inputs: dict[str, Input] = {
            "condition": LineInput(),
            "list_sheets": NumberInput(),
            "doubled_sheets": LineInput(),
            "day": DateField(look, icons, today, is_past=True),
        }
        names = {
            "condition": _("Condition of the documents"),
            "list_sheets": _("Sheets of the list"),
            "doubled_sheets": _("Doubled sheet numbers"),
            "day": _("Closed on"),
        }
        self.form = RecordForm(inputs, names, (("condition",), ("list_sheets", "doubled_sheets", "day")), icons)
        self.column.addWidget(self.form)
        said = {name: getattr(sheet, name) for name in ("condition", "list_sheets", "doubled_sheets")}
        self.form.show_values({**said, "day": today()})
        self.form.edited.connect(self._follow)
        if detail.row.case_file.state is CaseState.OPEN:
            aside = QPushButton(_("Set a&side"))
            aside.setAutoDefault(False)
            aside.setToolTip(_("The work is done; what is missing comes later."))
            aside.clicked.connect(self._set_aside)
            self.foot.insertWidget(0, aside)
        count = sheets_of(one.paper for one in detail.papers)
        counted = (sheet_count_words(count),) if count else ()
        self.name_act(_("Close with {content}").format(content=", ".join((papers_words(len(detail.papers)), *counted))))
        self._follow()
        first = next((way for way in self.ways.values()), None)
        (first or self.form).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What is missing now, with what is typed here."""
        lacks = self._detail.checklist.lacks
        return tuple(one for one in lacks if not (one.gap in _HERE and self.form.inputs[_HERE[one.gap]].value()))

    def _follow(self) -> None:
        """Show what is asked, each with a tick or with the way to mend it."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        lacks = {one.gap: one for one in self.lacks}
        self.ways = {}
        for gap in self._detail.checklist.asked:
            self._lines.addWidget(self._missing(lacks[gap]) if gap in lacks else self._there(gap))
        self.act.setEnabled(not lacks)

    def _there(self, gap: Gap) -> QWidget:
        return self._line("check", "green", label(there_words(gap), "muted"))

    def _missing(self, lack: Lack) -> QWidget:
        said = label(lack_words(lack), "strong")
        said.setToolTip(gap_remedy(lack.gap))
        way = link(mend_words(lack.gap), gap_remedy(lack.gap))
        way.setAutoDefault(False)
        way.clicked.connect(lambda: self._mend(lack))
        self.ways[lack.gap] = way
        return self._line("triangle-alert", "amber", said, way)

    def _line(self, icon: str, tone: str, *parts: QWidget) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(self.icons, icon, tone, 16))
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        line.setMinimumHeight(28)
        return line

    def _mend(self, lack: Lack) -> None:
        if lack.gap in _HERE:
            self.form.fields[_HERE[lack.gap]].control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reject()
            self.mend_wanted.emit(lack)

    def _set_aside(self) -> None:
        self.wait()
        self.set_aside_wanted.emit()

    def confirm(self) -> None:
        if self.form.check() and self.act.isEnabled():
            values = {name: one.value() for name, one in self.form.inputs.items()}
            day = values.pop("day")
            self.wait()
            self.given.emit(ClosingSheet(**{**values, "condition": values["condition"] or ""}), day)
