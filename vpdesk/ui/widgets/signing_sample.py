"""A sample of paper: the head and the signature block of a body on a day of one's choice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.domain.body import Paragraph, Run
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.organisation import IssuingBody, signatories_on, spelt, version_on
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.field import name_of
from vpdesk.ui.icons import Icons
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_DAY_WIDTH = 190
_LETTER = "CV"
_SUBJECT = "V/v [trích yếu]"
_TEXT = "[Nội dung văn bản.]"
_RECIPIENTS = ("Như trên", "Lưu")


class SigningSample(QWidget):
    """Asks for the paper of a day to be laid out, and shows it; says who signs on that day."""

    wanted = Signal(object)
    """A Dispatch to be laid out."""

    def __init__(self, look: Look, icons: Icons, glyphs: Glyphs, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.paper: Dispatch | None = None
        """The paper that was asked for last."""
        self.choose_day = DateField(look, icons, today)
        self.choose_day.setFixedWidth(round(_DAY_WIDTH * max(1.0, look.scale.body / 10)))
        self.choose_day.show_value(today())
        self.view = PreviewView(look, glyphs)
        self.view.setAccessibleName(_("Sample of a page"))
        self.who = label("", "muted")
        self.who.setWordWrap(True)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 10)
        bar.setSpacing(10)
        bar.addWidget(name_of(self.choose_day, _("Paper of")))
        bar.addWidget(self.choose_day)
        bar.addWidget(self.who, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    @property
    def day(self) -> date:
        """The day of the paper."""
        return self.choose_day.value() or self._today()

    def ask(self, body: IssuingBody, signing: Signing) -> None:
        """Ask for the paper of the day with this block, and say who of the body signs on it."""
        self.paper = _paper(body, self.day, signing)
        self.who.setText(_who_signs(body, self.day))
        self.wanted.emit(self.paper)

    def show_pages(self, laid_out: LaidOut) -> bool:
        """Show pages, if they are those that were asked for last."""
        is_wanted = laid_out.dispatch == self.paper
        if is_wanted:
            self.view.show_document(laid_out.document)
        return is_wanted


def _paper(body: IssuingBody, day: date, signing: Signing) -> Dispatch:
    version = version_on(body, day) or body.versions[-1]
    return Dispatch(
        _LETTER,
        spelt(version.name_line, version.spelling),
        parent_body=spelt(version.parent_line, version.spelling) if version.parent_line else None,
        symbol=f"{_LETTER}/{version.symbol}",
        place=spelt(version.place, version.spelling),
        date=day,
        subject_summary=_SUBJECT,
        body=(Paragraph((Run(_TEXT),)),),
        distribution=_RECIPIENTS,
        signing=() if signing == Signing() else (signing,),
    )


def _who_signs(body: IssuingBody, day: date) -> str:
    if version_on(body, day) is None:
        return _("The body does not exist on this day.")
    first = next(iter(signatories_on(body, day)), None)
    if first is None:
        return _("Nobody signs on this day.")
    stands_in = any(one.signatory == first.id and day in one.days for one in body.stand_ins)
    words = _("{person} signs, standing in.") if stands_in else _("{person} signs.")
    return words.format(person=first.person)
