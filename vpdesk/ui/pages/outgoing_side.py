"""The pane beside the outgoing register: badges, the first page, facts, deliveries, links, files, history, acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.issuing import LineDetail
from vpdesk.domain.outgoing import Correction, Delivery, LineState
from vpdesk.domain.signoff import QueueRow
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.case_links import CaseLinks
from vpdesk.ui.widgets.labels import chip, label
from vpdesk.ui.widgets.side_line import Lead, SideLine
from vpdesk.ui.widgets.side_pane import SidePane
from vpdesk.words.catalogue import _, format_day, format_number, ngettext
from vpdesk.words.happenings import moment_in_full
from vpdesk.words.outgoing import SECRET, chips_of, hour_words, linked_words, summary_words
from vpdesk.words.registers import column_name, method_name
from vpdesk.words.waiting import subject_words, waited_words
from vpdesk.words.wording import urgency_name

_NAME = 92
_THUMB_HEIGHT = 168
_SHOWN = 12
"""Recipients that are named in the pane; the list of deliveries has them all."""


class OutgoingSide(QWidget):
    """Shows one line, or one dispatch that waits for its number; its acts stand at the foot."""

    link_chosen = Signal(object)
    """A LinkedDocument that was chosen."""
    case_chosen = Signal(object)
    """The id of a case file that was chosen."""
    paper_chosen = Signal()
    """The picture of the first page was chosen."""

    def __init__(
        self,
        look: Look,
        icons: Icons,
        actions: Mapping[str, QAction],
        now: Callable[[], datetime],
        types: Mapping[str, str],
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._icons, self._now, self._types = look, icons, now, types
        self.pane = SidePane(look, _("Facts of the line"))
        self.picture: _Thumb | None = None
        self.cases: CaseLinks | None = None
        """The case files that the line in hand lies in."""
        self._buttons = {
            name: ActButton(actions[name], icon, look, icons)
            for name, icon in (("print_issued", "printer"), ("deliver", "send"), ("void_line", "x"))
        }
        acts = QVBoxLayout()
        acts.setContentsMargins(16, 10, 16, 14)
        acts.setSpacing(8)
        for button in self._buttons.values():
            button.fill_width()
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        column.addLayout(acts)
        self.setFixedWidth(self.pane.width())

    def offer(self, names: frozenset[str]) -> None:
        """Show the buttons of these acts."""
        for name, button in self._buttons.items():
            button.setVisible(name in names)

    def show_nothing(self) -> None:
        """Show that no line is in hand."""
        self.picture = self.cases = None
        self.pane.clear()

    # --- a dispatch that waits for its number -----------------------------------------------------------------------

    def show_waiting(self, row: QueueRow) -> None:
        """Show a dispatch that was signed off."""
        self.show_nothing()
        pane = self.pane
        pane.line(self._types.get(row.document_type, row.document_type), "detail")
        badges = [(_("Awaiting number"), "amber")]
        if row.urgency:
            badges.insert(0, (urgency_name(Urgency(row.urgency)), "red"))
        pane.add(_chips(tuple(badges)))
        self._fact(_("Subject"), subject_words(row.subject))
        self._fact(_("Drafted by"), row.owner_name)
        self._fact(_("Waiting"), waited_words(row, self._now()))

    # --- a line -----------------------------------------------------------------------------------------------------

    def show_line(self, detail: LineDetail) -> None:
        """Show a line with all there is to know of it; of a secret document the number alone."""
        self.show_nothing()
        line, pane, now = detail.line, self.pane, self._now()
        pane.line(line.reference, "detail")
        pane.add(_chips(chips_of(line, now)))
        if line.state is LineState.WITHHELD:
            pane.line(_(SECRET), "muted")
            return
        if line.pdf is not None:
            self.picture = _Thumb(self._look, _("First page of {reference}").format(reference=line.reference))
            self.picture.chosen.connect(self.paper_chosen)
            pane.add(self.picture)
        self._show_facts(detail, now)
        self._show_deliveries(detail.deliveries)
        if detail.links:
            pane.section(_("Links"))
            for one in detail.links:
                made = SideLine(self._look, self._icons, linked_words(one), one.subject or "", Lead("accent", "copy"))
                made.clicked.connect(lambda _checked=False, one=one: self.link_chosen.emit(one))
                pane.add(made)
        self.cases = CaseLinks(self._look, self._icons)
        self.cases.chosen.connect(self.case_chosen)
        pane.add(self.cases)
        if detail.files:
            pane.section(_("Files"))
            for file in detail.files:
                pane.line(file.name)
                pages = _("{count} p.").format(count=format_number(file.pages)) if file.pages else ""
                pane.line(" · ".join(filter(None, (pages, _kilobytes(file.size), file.digest[:12]))), "caption")
        self._show_history(detail, now)

    def _show_facts(self, detail: LineDetail, now: datetime) -> None:
        line = detail.line
        if line.state is LineState.HELD:
            self._fact(_("Held for"), line.held_for or "")
            self._fact(_("Until"), hour_words(line.held_until, now))
        else:
            self._fact(_("Subject"), summary_words(line, self._types.get(line.document_type, line.document_type)))
        self._fact(_("Date"), format_day(line.document_date) if line.document_date else "")
        self._fact(_("Signer"), line.signer or "")
        self._fact(_("Copies"), format_number(line.copies) if line.copies else "")
        self._fact(_("File copy"), line.file_copy_holder or "")
        self._fact(_("Reason"), line.reason or "")
        self._fact(_("Dated back"), line.date_reason or "")
        self._fact(_("Notes"), line.notes or "")

    def _show_deliveries(self, deliveries: tuple[Delivery, ...]) -> None:
        if not deliveries:
            return
        self.pane.section(_("Recipients {count}").format(count=format_number(len(deliveries))))
        for one in deliveries[:_SHOWN]:
            copies = f" ({format_number(one.copies)})" if one.copies > 1 else ""
            self.pane.line(f"{'✓ ' if one.sent_on else ''}{one.recipient}{copies}")
            if said := _sent_words(one):
                self.pane.line(said, "caption")
        if more := len(deliveries) - _SHOWN if len(deliveries) > _SHOWN else 0:
            said = ngettext("and {count} more", "and {count} more", more)
            self.pane.line(said.format(count=format_number(more)), "muted")

    def _show_history(self, detail: LineDetail, now: datetime) -> None:
        line = detail.line
        self.pane.section(_("History"))
        for one in reversed(detail.corrections):
            self.pane.line(_corrected(one))
            self.pane.line(f"{moment_in_full(one.made_at, now)} · {one.reason or ''}", "caption")
        if line.ended_at is not None and line.state is LineState.VOID:
            self.pane.line(_("Made void"))
            self.pane.line(moment_in_full(line.ended_at, now), "caption")
        self.pane.line(_("Number taken"))
        self.pane.line(moment_in_full(line.entered_at, now), "caption")

    def show_picture(self, picture: QImage) -> None:
        """Show the picture of the first page of the line in hand."""
        if self.picture is not None:
            self.picture.show_page(picture)

    def _fact(self, name: str, words: str) -> None:
        if words:
            self.pane.add(Fact(name, words))


class Fact(QWidget):
    """A name and what belongs to it, side by side."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        named, said = label(name, "caption"), label(words)
        named.setFixedWidth(_NAME)
        named.setWordWrap(True)
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignTop)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)


class _Thumb(QLabel):
    """The head of the first page as it was issued."""

    chosen = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self.setObjectName("thumb")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setFixedHeight(round(_THUMB_HEIGHT * max(1.0, look.scale.body / 10)))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_page(self, picture: QImage) -> None:
        """Show a page, its upper part."""
        self._picture = picture
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture is None:
            return
        ratio = self.devicePixelRatioF()
        wide = QPixmap.fromImage(self._picture).scaledToWidth(
            round((self.width() - 2) * ratio), Qt.TransformationMode.SmoothTransformation
        )
        shown = wide.copy(0, 0, wide.width(), round((self.height() - 2) * ratio))
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)

    def mousePressEvent(self, event: object) -> None:
        self.chosen.emit()


def _chips(chips: tuple[tuple[str, str], ...]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(3, 2, 0, 6)
    row.setSpacing(6)
    for words, tone in chips:
        row.addWidget(chip(words, tone))
    row.addStretch(1)
    return made


def _sent_words(one: Delivery) -> str:
    """When and how a recipient was sent his copies, and who signed for them; nothing while he waits."""
    sent = f"{method_name(one.method)} {format_day(one.sent_on)}" if one.sent_on else ""
    signed = _("signed for by {name}").format(name=one.received_by) if one.received_by else ""
    return " · ".join(filter(None, (sent, signed)))


def _corrected(correction: Correction) -> str:
    parts = [
        f"{column_name(name)}: {(before or '–').replace(chr(10), '; ')} → {(after or '–').replace(chr(10), '; ')}"
        for name, before, after in correction.changes
    ]
    return _("Corrected {columns}").format(columns=", ".join(parts))


def _kilobytes(size: int) -> str:
    return _("{count} kB").format(count=format_number(max(1, round(size / 1000))))
