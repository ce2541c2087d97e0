"""Locking the pages of a book that were printed and signed: nothing opens them again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vpdesk.domain.book_pages import BookPage
from vpdesk.domain.dates import local_day
from vpdesk.ui.forms.act_dialog import ActDialog
from vpdesk.ui.forms.field import Field
from vpdesk.ui.forms.inputs import NumberInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _, format_day, format_number


class LockDialog(ActDialog):
    """Tells up to which page; the last of the print is proposed."""

    given = Signal(int)

    def __init__(self, name: str, pages: tuple[BookPage, ...], look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(_("Lock signed pages"), "", "lock", look, icons, parent)
        self._first, self._last = pages[0].number, pages[-1].number
        printed = _("{book}: pages {first} to {last}, printed on {day}.").format(
            book=name,
            first=format_number(self._first),
            last=format_number(self._last),
            day=format_day(local_day(pages[-1].printed_at)),
        )
        self.say_about(printed)
        self.page = NumberInput()
        self.field = Field(_("Up to page"), self.page, icons)
        self.column.addWidget(self.field)
        self.warn_first(
            _(
                "A locked page is never unlocked. What is changed of its rows from then on prints as a line of its own "
                "on a later page."
            )
        )
        self.page.edited.connect(self._follow)
        self.page.show_value(self._last)
        self._follow()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        self.field.tell_fault("")
        last = self.page.value()
        if last == self._first:
            self.name_act(_("Lock page {page}").format(page=format_number(last)))
        elif self._is_printed():
            words = _("Lock pages {first} to {last}")
            self.name_act(words.format(first=format_number(self._first), last=format_number(last or 0)))

    def _is_printed(self) -> bool:
        last = self.page.value()
        return not self.page.fault() and last is not None and self._first <= last <= self._last

    def confirm(self) -> None:
        if not self._is_printed():
            words = _("Only pages {first} to {last} were printed.")
            self.field.tell_fault(words.format(first=format_number(self._first), last=format_number(self._last)))
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.act.isEnabled():
            self.wait()
            self.given.emit(self.page.value())
