"""The bar of what was remarked on a draft that came back: one remark in hand, the others a key away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vpdesk.domain.signoff import Remark
from vpdesk.ui.icons import Icons
from vpdesk.ui.widgets.labels import ElidedLabel, IconLabel, key_cap, label
from vpdesk.words.catalogue import _, format_number


class RemarksBar(QWidget):
    """Shown as long as there are remarks; its acts walk them and mark the one in hand as followed."""

    def __init__(self, icons: Icons, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._remarks: tuple[Remark, ...] = ()
        self._at = 0
        self._who = label("", "caption")
        self._text = label("", "strong")
        self._text.setWordWrap(True)
        self._quote = ElidedLabel("muted")
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self._who, self._text, self._quote):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(IconLabel(icons, "undo-2", "red", 16))
        row.addLayout(words, 1)
        self._follow = _button(actions["follow_remark"])
        for action, button in ((actions["follow_remark"], self._follow), (actions["next_remark"], None)):
            row.addWidget(key_cap(action.shortcut().toString()))
            row.addWidget(button or _button(action))
        self.hide()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks, those first that were not followed."""
        return self._remarks

    @property
    def remark(self) -> Remark | None:
        """The remark in hand."""
        return self._remarks[self._at] if self._remarks else None

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show these remarks; the one in hand stays in hand."""
        before = self.remark
        self._remarks = tuple(sorted(remarks, key=lambda one: (-one.version, one.made_at)))
        ids = [one.id for one in self._remarks]
        self._at = ids.index(before.id) if before and before.id in ids else 0
        self._show()

    def put(self, remark: Remark) -> None:
        """Show a remark as it is now."""
        ids = [one.id for one in self._remarks]
        if remark.id in ids:
            place = ids.index(remark.id)
            self._remarks = (*self._remarks[:place], remark, *self._remarks[place + 1 :])
            self._show()

    def step(self) -> None:
        """Take the next remark in hand, after the last the first."""
        if self._remarks:
            self._at = (self._at + 1) % len(self._remarks)
            self._show()

    def _show(self) -> None:
        remark = self.remark
        self.setVisible(remark is not None)
        if remark is None:
            return
        place = _("Remark {number} of {count}").format(
            number=format_number(self._at + 1), count=format_number(len(self._remarks))
        )
        done = sum(one.done_at is not None for one in self._remarks)
        followed = _("{done} of {count} followed").format(done=done, count=len(self._remarks))
        self._who.setText(f"{place} · {remark.officer_name} · {followed}")
        self._text.setText(f"✓ {remark.text}" if remark.done_at else remark.text)
        self._quote.say(f"“{remark.quote}”")
        self._quote.setVisible(bool(remark.quote))
        self._follow.setText(_("Not followed yet") if remark.done_at else _("Remark followed"))


def _button(action: QAction) -> QPushButton:
    button = QPushButton(action.text())
    button.setProperty("role", "link")
    button.clicked.connect(action.trigger)
    return button
