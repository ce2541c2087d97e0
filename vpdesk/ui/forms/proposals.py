"""What a scan proposes for the fields of an arrival: shown beside them, never filled in unasked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal

from vpdesk.domain.read_pages import Proposal
from vpdesk.layout.spots import Area
from vpdesk.ui.forms.arrival_form import ArrivalForm
from vpdesk.words.catalogue import format_day


class Proposals(QObject):
    """Follows the form: a proposal that its field has already is not shown."""

    outlined = Signal(object)
    """The Area of the proposal for the field in hand, or None."""
    changed = Signal()
    """Others may be taken."""

    def __init__(self, form: ArrivalForm) -> None:
        super().__init__(form)
        self._form = form
        self._by_member: dict[str, Proposal] = {}
        form.edited.connect(self.follow)
        # Behind the form's own: it closes fields then, and what is closed has nothing proposed.
        form.secrecy.edited.connect(self.follow)
        form.in_hand.connect(self._outline)
        for member, chip in form.chips.items():
            chip.clicked.connect(lambda _checked=False, member=member: self._take(member))

    def show(self, proposals: Iterable[Proposal]) -> None:
        """Show what the scan in hand proposes, in place of what the last one did."""
        self._by_member = {one.field.value: one for one in proposals}
        self.follow()
        self._outline(self._form.member_in_hand() or "")

    def follow(self) -> None:
        """Show what may be taken now."""
        for member, chip in self._form.chips.items():
            chip.propose(self._words(member) if self._is_open(member) else "")
        self.changed.emit()

    @property
    def is_any(self) -> bool:
        """Whether anything may be taken."""
        return any(map(self._is_open, self._by_member))

    def take_in_hand(self) -> None:
        """Take the proposal for the field in hand and go on; where it has none, go on to the next that has."""
        member = self._form.member_in_hand()
        if member is not None and self._is_open(member):
            self._take(member)
            self._form.go_on_from(member)
        elif (found := next((one for one in self._form.chips if self._is_open(one)), None)) is not None:
            self._form.take_keys_to(found)

    def take_all(self) -> None:
        """Take what is proposed for fields that are empty; what was typed stays."""
        for member in tuple(self._by_member):
            if self._is_open(member) and self._form.shown(member) is None:
                self._take(member)

    def _take(self, member: str) -> None:
        self._form.take(member, self._by_member[member].value)
        self.follow()

    def _is_open(self, member: str) -> bool:
        one = self._by_member.get(member)
        return one is not None and self._form.may_take(member) and self._form.shown(member) != self._value(member)

    def _value(self, member: str) -> object:
        value = self._by_member[member].value
        return self._form.type_name(str(value)) if member == "document_type" else value

    def _words(self, member: str) -> str:
        value = self._value(member)
        return format_day(value) if isinstance(value, date) else self._form.words_of(member, value)

    def _outline(self, member: str) -> None:
        one = self._by_member.get(member)
        box = one.box if one else None
        area = Area(one.page, box.left, box.top, box.right - box.left, box.height) if one and box else None
        self.outlined.emit(area)
