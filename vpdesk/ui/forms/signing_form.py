"""Who signs: one signature or several, chosen from the body's signatories or written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.signing import Authority, Signer, signer, signing_of
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.field import Field, link
from vpdesk.ui.forms.inputs import Choice, LineInput, TextInput
from vpdesk.ui.icons import Icons
from vpdesk.words.catalogue import _, format_number

_GAP = 9
_COLUMNS = 10


def signing_line(signing: Signing) -> str:
    """A signature in one line: `K/T TRƯỞNG BAN · Ngô Thị Thu Hằng`."""
    office = " ".join((signing.authority or signing.position or "").split())
    return " · ".join(part for part in (office, signing.name) if part)


class SignerCard(QWidget):
    """One signature in its parts; `number` tells several apart, 0 is the only one."""

    edited = Signal()
    removed = Signal()

    def __init__(self, icons: Icons, signatories: tuple[Signing, ...], names: Mapping[str, int], number: int) -> None:
        super().__init__()
        self._signatories = signatories
        self._given = self._made = Signing()
        self.chooser = Choice(icons, *((signing_line(one), one) for one in signatories))
        self.chooser.setPlaceholderText(_("Another signature"))
        self.authority = Choice(icons, *((one.value or _("None"), one) for one in Authority))
        self.authority.show_value(Authority.NONE)
        self.principal, self.position, self.name = TextInput(3), TextInput(3), LineInput()
        self.change = link(_("Change"), _("Change the words of the signature"))
        self.remove = link(_("Remove"), _("Remove signature {number}").format(number=format_number(number)))
        self.details = QWidget()
        self._arrange(icons, number)
        Completion(self.name, self.name).offer(names)
        self.change.clicked.connect(self.unfold)
        self.remove.clicked.connect(self.removed)
        self.chooser.edited.connect(self._take_chosen)
        for part in (self.authority, self.principal, self.position, self.name):
            part.edited.connect(self._follow)

    def _arrange(self, icons: Icons, number: int) -> None:
        title = _("Si&gnatory {number}").format(number=format_number(number)) if number else _("Si&gnatory")
        head = Field(title, self.chooser, icons, self.change, self.remove)
        # Only ever hidden here: what is shown before it has a parent would be a window of its own.
        for part, needed in (
            (head, self._signatories or number),
            (self.chooser, self._signatories),
            (self.change, self._signatories),
            (self.remove, number),
        ):
            if not needed:
                part.hide()
        pair = QHBoxLayout()
        pair.setSpacing(_COLUMNS)
        pair.addWidget(Field(_("Aut&hority"), self.authority, icons), 2, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(Field(_("For &whom"), self.principal, icons), 5, Qt.AlignmentFlag.AlignTop)
        details = QVBoxLayout(self.details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(_GAP)
        details.addLayout(pair)
        details.addWidget(Field(_("P&osition"), self.position, icons))
        details.addWidget(Field(_("Signed b&y"), self.name, icons))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(head)
        column.addWidget(self.details)

    def show_signing(self, signing: Signing) -> None:
        """Show a signature; its parts stay folded where it is one of the body's signatories'."""
        if signing != self.signing():
            self._show(signing)
        known = signing in self._signatories
        self.details.setVisible(not known)
        self.change.setVisible(known)

    def signing(self) -> Signing:
        """The signature in hand."""
        made = signing_of(self._parts())
        return self._given if made == self._made else made

    def unfold(self) -> None:
        """Show the parts, the first of them in hand."""
        self.details.show()
        self.change.hide()
        self.authority.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, signing: Signing) -> None:
        parts = signer(signing)
        self.authority.show_value(parts.authority)
        for control, text in ((self.principal, parts[1]), (self.position, parts[2]), (self.name, parts[3])):
            control.show_value(text or None)
        self._mark_chosen(signing)
        self._given, self._made = signing, signing_of(self._parts())

    def _parts(self) -> Signer:
        principal, position, name = (one.value() or "" for one in (self.principal, self.position, self.name))
        return Signer(cast("Authority", self.authority.value()), principal, position, name)

    def _mark_chosen(self, signing: Signing) -> None:
        self.chooser.show_value(signing if signing in self._signatories else None)

    def _take_chosen(self) -> None:
        self._show(cast("Signing", self.chooser.value()))
        self.edited.emit()

    def _follow(self) -> None:
        self._mark_chosen(self.signing())
        self.edited.emit()


class SigningForm(QWidget):
    """The signatures in their order, which on paper goes from the left."""

    edited = Signal()
    """The signatures changed by hand."""
    arranged = Signal()
    """Inputs came or went."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._signatories: tuple[Signing, ...] = ()
        self._names: Mapping[str, int] = {}
        self._given: tuple[Signing, ...] = ()
        self.cards: list[SignerCard] = []
        self.add = link(_("Add a signature"), begins_line=True)
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._deal((Signing(),))
        self._shown = self._in_hand()

    def offer(self, signatories: tuple[Signing, ...], names: Mapping[str, int]) -> None:
        """Offer the body's signatories, and earlier names with their uses."""
        if (signatories, names) != (self._signatories, self._names):
            in_hand = self._in_hand()
            self._signatories, self._names = signatories, names
            self._clear()
            self._deal(in_hand)

    def show_value(self, value: tuple[Signing, ...]) -> None:
        """Show these signatures. Those in hand already leave caret and undo alone."""
        if value != self.value():
            self._given = value
            self._deal(value or (Signing(),))
            self._shown = self._in_hand()

    def value(self) -> tuple[Signing, ...]:
        """The signatures, without empty ones."""
        signings = self._in_hand()
        return self._given if signings == self._shown else tuple(one for one in signings if one != Signing())

    def fault(self) -> str:
        """What is wrong with what was typed: nothing, a signature may lack anything."""
        return ""

    def inputs(self) -> Iterator[tuple[QWidget, str]]:
        """Every input with the component it makes."""
        for card in self.cards:
            for part in (card.chooser, card.authority, card.principal):
                yield part, "7a"
            yield card.position, "7b"
            yield card.name, "7c"

    def input_of(self, component: str, place: int) -> QWidget:
        """The input that makes a component of the signature at this place."""
        card = self.cards[min(place, len(self.cards) - 1)]
        if card.details.isHidden():
            return card.chooser
        if component == "7c":
            return card.name
        # A position that stands alone is set as the first line.
        return card.position if component == "7b" or not card.signing().authority else card.principal

    def _in_hand(self) -> tuple[Signing, ...]:
        return tuple(card.signing() for card in self.cards)

    def _deal(self, signings: tuple[Signing, ...]) -> None:
        """Have a card for each signature; the cards stay while there are as many."""
        if len(signings) != len(self.cards):
            self._clear()
            self.cards = [self._card(place, len(signings)) for place in range(len(signings))]
            self.arranged.emit()
        for card, signing in zip(self.cards, signings, strict=True):
            card.show_signing(signing)

    def _clear(self) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []

    def _card(self, place: int, count: int) -> SignerCard:
        card = SignerCard(self._icons, self._signatories, self._names, place + 1 if count > 1 else 0)
        card.edited.connect(self.edited)
        card.removed.connect(lambda: self._remove(card))
        self._column.insertWidget(place, card)
        return card

    def _add(self) -> None:
        self._deal((*self._in_hand(), Signing()))
        last = self.cards[-1]
        (last.chooser if self._signatories else last.authority).setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, card: SignerCard) -> None:
        before, place = self.value(), self.cards.index(card)
        in_hand = self._in_hand()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._deal((*in_hand[:place], *in_hand[place + 1 :]))
        if self.value() != before:
            self.edited.emit()
