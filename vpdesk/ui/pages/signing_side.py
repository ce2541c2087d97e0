"""The pane beside the page of what waits: what changed, what was remarked and checked, who signs, and the acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from vpdesk.domain.changes import ChangeKind
from vpdesk.domain.findings import Finding
from vpdesk.domain.signoff import NewRemark, Remark, blocks_of
from vpdesk.ui.acts import ACTS
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.lying import Lying
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import key_cap, label
from vpdesk.ui.widgets.remark_field import RemarkField
from vpdesk.ui.widgets.secret_field import SecretField
from vpdesk.ui.widgets.side_line import Lead, SideLine
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.catalogue import _, format_number
from vpdesk.words.happenings import moment_in_full
from vpdesk.words.waiting import followed_words
from vpdesk.words.wording import cell_name, change_words, describe

_TONES = {ChangeKind.ADDED: "green", ChangeKind.CHANGED: "accent", ChangeKind.REMOVED: "red"}
_MAIN = ("sign", "check_form", "record_signature", "take_back")
"""The acts of which one is the main one here."""
_LONGEST_QUOTE = 60
_LEAST = 260


class SigningSide(QWidget):
    """Sections over the acts; a line leads to its place on the page."""

    change_chosen = Signal(int)
    """The place of a change among the changes."""
    remark_chosen = Signal(int)
    """The number of a remark, from 1."""
    remark_removed = Signal(int)
    """The place of a new remark among the new ones."""
    finding_chosen = Signal(str)
    """The component that a finding is about."""

    def __init__(self, look: Look, icons: Icons, actions: Mapping[str, QAction], now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._icons, self._actions, self._now = look, icons, actions, now
        self.pane = SidePane(look, _("What is to be known of it"))
        self.field = RemarkField()
        self.secret = SecretField()
        self._foot = label("", "caption")
        self._foot.setWordWrap(True)
        self._acts = {name: self._button(name) for name in (*_MAIN, "send_back", "withdraw")}
        self._change_lines: list[SideLine] = []
        self._remark_lines: list[SideLine] = []
        self._width = self.pane.maximumWidth()
        self.setFixedWidth(self._width)
        below = QWidget()
        acts = QVBoxLayout(below)
        acts.setContentsMargins(20, 10, 20, 16)
        acts.setSpacing(8)
        acts.addWidget(self.field)
        acts.addWidget(self.secret)
        acts.addWidget(self._foot)
        for button in self._acts.values():
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        column.addWidget(below)

    def _button(self, name: str) -> ActButton:
        icon = next(act.icon for act in ACTS if act.name == name) or "x"
        role = "primary" if name in _MAIN else "plain"
        button = ActButton(self._actions[name], icon, self._look, self._icons, role)
        button.fill_width()
        button.setMinimumHeight(36)
        return button

    def keep_within(self, room: int) -> None:
        """Be no wider than this, as far as the words bear it."""
        width = max(_LEAST, min(self._width, room))
        self.setFixedWidth(width)
        self.pane.setFixedWidth(width)

    def show_acts(self, served: frozenset[Where]) -> None:
        """Show the acts that can be done now."""
        where = {act.name: act.where for act in ACTS}
        for name, button in self._acts.items():
            button.setVisible(where[name] in served)

    def show_lying(self, lying: Lying | None, new: list[NewRemark]) -> None:
        """Say all of the dispatch in hand, with the remarks that were not sent yet; None for none."""
        self.pane.clear()
        self._change_lines, self._remark_lines = [], []
        self._foot.setText(lying.foot if lying else "")
        self._foot.setVisible(bool(self._foot.text()))
        if lying is None:
            return
        if lying.state:
            self.pane.section(lying.state)
        self._say_changes(lying)
        self._say_remarks(lying, new)
        self._say_findings(lying.findings)
        self._say_signatures(lying)

    def mark_change(self, chosen: int | None) -> None:
        """Mark the change in hand."""
        for place, line in enumerate(self._change_lines):
            line.setChecked(place == chosen)
            if place == chosen:
                self.pane.ensureWidgetVisible(line)

    def mark_remark(self, number: int | None) -> None:
        """Mark the remark in hand, by its number."""
        for place, line in enumerate(self._remark_lines, start=1):
            line.setChecked(place == number)
            if place == number:
                self.pane.ensureWidgetVisible(line)

    # --- sections ---------------------------------------------------------------------------------------------------

    def _say_changes(self, lying: Lying) -> None:
        submitted = lying.submitted
        if submitted.seen is None or submitted.seen_at is None:
            return
        read = moment_in_full(submitted.seen_at, self._now())
        self.pane.section(_("Changes since the reading at {time}").format(time=read))
        if not lying.changes:
            self.pane.line(_("Nothing changed."), "muted")
        for place, (change, page) in enumerate(zip(lying.changes, lying.pages, strict=True)):
            where = [cell_name(change.component)]
            if page is not None:
                where.append(_("page {number}").format(number=format_number(page + 1)))
            line = self._line(change_words(change), ", ".join(where), Lead(_TONES[change.kind]))
            line.clicked.connect(lambda _checked=False, place=place: self.change_chosen.emit(place))
            self._change_lines.append(line)
            self.pane.add(line)

    def _say_remarks(self, lying: Lying, new: list[NewRemark]) -> None:
        remarks = lying.submitted.remarks
        if not (remarks or new or lying.may_remark):
            return
        is_first = not lying.state and lying.submitted.seen is None
        self.pane.add(self._remark_heading(is_offered=lying.may_remark, above=0 if is_first else 14))
        for remark in remarks:
            said = f"{remark.officer_name} · {moment_in_full(remark.made_at, self._now())}"
            self._add_remark(remark, f"{said}\n{done}" if (done := followed_words(remark, self._now())) else said)
        for place, one in enumerate(new):
            row = self._add_remark(one, _("not sent yet"), removes=place)
            self.pane.add(row)
        if not (remarks or new):
            self.pane.line(_("None yet."), "muted")

    def _remark_heading(self, *, is_offered: bool, above: int) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, above, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(_("Remarks"), "section"))
        row.addStretch(1)
        add = QPushButton(_("Add"))
        add.setProperty("role", "link")
        add.setAccessibleName(self._actions["remark"].text())
        add.clicked.connect(self._actions["remark"].trigger)
        for part in (add, key_cap("Ctrl+M")):
            row.addWidget(part)
            part.setVisible(is_offered)
        return head

    def _add_remark(self, remark: Remark | NewRemark, caption: str, removes: int | None = None) -> QWidget:
        """The line of a remark; one that was not sent yet can be removed, by Del too."""
        number = len(self._remark_lines) + 1
        is_done = isinstance(remark, Remark) and remark.done_at is not None
        words = f"{remark.text}\n“{short(remark.quote)}”" if remark.quote else remark.text
        line = self._line(words, caption, Lead(number=number), "green" if is_done else "muted")
        line.clicked.connect(lambda: self.remark_chosen.emit(number))
        self._remark_lines.append(line)
        if removes is None:
            self.pane.add(line)
            return line
        line.removed.connect(lambda: self.remark_removed.emit(removes))
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2)
        beside.addWidget(line, 1)
        beside.addWidget(self._remover(removes), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remover(self, place: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._icons.icon("x", "muted"))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(_("Remove the remark (Del)"))
        button.setAccessibleName(_("Remove the remark"))
        button.clicked.connect(lambda: self.remark_removed.emit(place))
        return button

    def _say_findings(self, findings: tuple[Finding, ...]) -> None:
        self.pane.section(_("Check"))
        if not findings:
            line = self._line(_("Nothing worth a look in its form."), "", Lead("green", "circle-check"))
            line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.pane.add(line)
        for finding in findings:
            line = self._line(describe(finding), cell_name(finding.component), Lead("amber", "triangle-alert"))
            line.clicked.connect(lambda _checked=False, of=finding.component: self.finding_chosen.emit(of))
            self.pane.add(line)

    def _say_signatures(self, lying: Lying) -> None:
        submitted = lying.submitted
        blocks = blocks_of(submitted.draft.dispatch)
        self.pane.section(_("Signatures"))
        for place, block in enumerate(blocks):
            signed = next(
                (
                    one
                    for one in submitted.signatures
                    if one.block == place and one.version == submitted.version.number and one.taken_back_at is None
                ),
                None,
            )
            words = block.name or ""
            if signed is None:
                caption = _("signs on paper, at another office") if place in submitted.outside else _("not signed yet")
            else:
                caption = moment_in_full(signed.made_at, self._now())
                words = _("{name}, on paper").format(name=words) if signed.is_on_paper else words
            self.pane.line(f"{'✓' if signed else '○'} {words}")
            self.pane.line(caption, "caption")
        if lying.readers:
            self.pane.line(lying.readers, "muted")

    def _line(self, words: str, caption: str, lead: Lead, caption_tone: str = "muted") -> SideLine:
        return SideLine(self._look, self._icons, words, caption, lead, caption_tone=caption_tone)


def short(quote: str) -> str:
    """Words that are quoted, on one line and short enough for it."""
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"


def hairline() -> QFrame:
    """A line between two panes."""
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedWidth(1)
    return line
