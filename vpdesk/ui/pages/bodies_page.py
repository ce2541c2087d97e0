"""The bodies of the office and their terms: their timelines, the record in hand, the paper of a day."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import Enum, auto
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vpdesk.domain.dates import local_day
from vpdesk.domain.errors import DeskError
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import (
    BodyVersion,
    Days,
    IssuingBody,
    Officer,
    Term,
    bodies_on,
    signing_on,
    term_on,
    version_on,
)
from vpdesk.domain.reorganising import body_ended, changed_from, succeeded_by, with_version
from vpdesk.domain.roles import Permission
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.body_form import EndForm, NewTermForm, TermForm, VersionForm
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.body_rows import body_name, has_ended, term_rows, version_rows
from vpdesk.ui.pages.page import Heading, Page
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.signing_sample import SigningSample
from vpdesk.ui.widgets.timeline import Timeline
from vpdesk.words.catalogue import _

_LEFT, _MIDDLE, _SAMPLE_LEAST = 330, 360, 300
_EDGE = 20
_ACTS = {
    "new_term": "file-plus",
    "close_rows": "lock",
    "drop_term": "trash-2",
    "rename_body": "refresh-cw",
    "found_successor": "move-horizontal",
    "end_body": "x",
}
"""The acts beside the form, each with its icon."""


class Work(Enum):
    """What the form in the middle is for."""

    CORRECT_NAME = auto()
    RENAME = auto()
    FOUND = auto()
    END = auto()
    NEW_TERM = auto()
    CORRECT_TERM = auto()


class BodiesPage(Page):
    """Tells what is to be changed, and which sample is wanted; shows what it is given."""

    place: ClassVar[str] = "bodies"
    needs_width = True
    put = Signal(object)
    """A BodyVersion to be corrected."""
    renamed = Signal(object)
    """A BodyVersion that holds from its first day on."""
    succeeded = Signal(object, object)
    """The BodyVersion of a new body, and the name of its first term or None."""
    ended = Signal(object)
    """The last day of the body in hand."""
    term_opened = Signal(str, object, object)
    """The name of a term, the day on which the congress closed, that of the first meeting or None."""
    term_put = Signal(object)
    """A Term to be corrected."""
    term_dropped = Signal(object)
    """A Term that is not to be."""
    sample_wanted = Signal(object)
    """A Dispatch to be laid out."""

    def __init__(
        self, look: Look, icons: Icons, glyphs: Glyphs, actions: Mapping[str, QAction], now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._icons, self._actions, self._now = look, icons, actions, now
        self._bodies: tuple[IssuingBody, ...] = ()
        self._open_rows: Mapping[UUID, int] = {}
        self._body: UUID | None = None
        self._version: UUID | None = None
        self._term: Term | None = None
        self._wants_newest_term = False
        self._was_saved = False
        """Whether what the form says was saved just now, and is no longer being typed once that is shown."""
        self.officer: Officer | None = None
        self.work = Work.CORRECT_NAME
        self.names = Timeline(look, _("Bodies"))
        self.terms = Timeline(look, _("Terms"))
        self.form = VersionForm(look, icons, self._today)
        self.end_form = EndForm(look, icons, self._today)
        self.term_form = TermForm(look, icons, self._today)
        self.new_term_form = NewTermForm(look, icons, self._today)
        self._forms: dict[Work, RecordForm] = {
            Work.END: self.end_form,
            Work.NEW_TERM: self.new_term_form,
            Work.CORRECT_TERM: self.term_form,
        }
        self.sample = SigningSample(look, icons, glyphs, self._today)
        self._make_labels()
        self._arrange()
        self._connect()

    # --- building -------------------------------------------------------------------------------------------------

    def _make_labels(self) -> None:
        self._no_term = label(_("No term yet: without one no number is taken. Ins opens it."), "muted")
        self._no_term.setWordWrap(True)
        self._no_term.setContentsMargins(_EDGE, 4, _EDGE, 8)
        self._title, self._hint = label("", "detail"), label("", "muted")
        for one in (self._title, self._hint):
            one.setWordWrap(True)
            one.setIndent(0)

    def _arrange(self) -> None:
        self._left, self._middle = self._make_left(), self._make_middle()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._middle)
        row.addWidget(self.sample, 1)
        row.addStretch(0)
        self._fit_width()

    def _make_left(self) -> QWidget:
        acts = QWidget()
        foot = _column(acts, 10)
        foot.setSpacing(6)
        self._buttons = {name: self._button(name, icon) for name, icon in _ACTS.items()}
        for button in self._buttons.values():
            foot.addWidget(button)
        left = QWidget()
        left.setObjectName("side")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in (
            (_section(_("Bodies")), 0),
            (self.names, 3),
            (_section(_("Terms")), 0),
            (self._no_term, 0),
            (self.terms, 2),
            (acts, 0),
        ):
            column.addWidget(part, stretch)
        return left

    def _button(self, name: str, icon: str) -> ActButton:
        made = ActButton(self._actions[name], icon, self._look, self._icons)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def _make_middle(self) -> QScrollArea:
        self._save = ActButton(self._actions["save_body"], "check", self._look, self._icons, "primary")
        inside = QWidget()
        column = _column(inside, 16)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._hint)
        column.addLayout(head)
        for form in (self.form, *self._forms.values()):
            column.addWidget(form)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _fit_width(self) -> None:
        wider = max(1.0, self._look.scale.body / 10)
        self._left.setFixedWidth(round(_LEFT * wider))
        self._middle.setFixedWidth(round(_MIDDLE * wider))
        # A sliver of a page shows nothing: large type in a small window has the form alone.
        left = self.width() - self._left.width() - self._middle.width()
        self.sample.setVisible(left >= round(_SAMPLE_LEAST * wider))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def _connect(self) -> None:
        self._look.changed.connect(self._fit_width)
        self.names.chosen.connect(self._choose_version)
        self.terms.chosen.connect(self._choose_term)
        for timeline in (self.names, self.terms):
            timeline.opened.connect(lambda: self._form.setFocus(Qt.FocusReason.OtherFocusReason))
        for form in (self.form, *self._forms.values()):
            form.edited.connect(self._take_typed)
        self.sample.choose_day.edited.connect(self._follow)
        self.sample.wanted.connect(self.sample_wanted)
        self.form.first.edited.connect(self._show_first_day)

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_bodies(self, bodies: tuple[IssuingBody, ...], open_rows: Mapping[UUID, int]) -> None:
        """Show these bodies, and how many rows of numbers of each term are open; what is being typed stays."""
        self._bodies, self._open_rows = bodies, open_rows
        if self._body not in {one.id for one in bodies}:
            self._take_body(next(iter(bodies_on(bodies, self._today())), bodies[-1]))
        if self._form.is_touched:
            self._show_rows()
        else:
            self._show_in_hand()

    def take_over(self, bodies: tuple[IssuingBody, ...], open_rows: Mapping[UUID, int]) -> None:
        """Show these bodies after a change, which is no longer being typed where it came from the form."""
        before = self._form
        if self._was_saved:
            before.is_touched = self._was_saved = False
        self.show_bodies(bodies, open_rows)
        if self._form is not before:
            self.take_keys()

    @property
    def body(self) -> IssuingBody:
        """The body in hand."""
        return next(one for one in self._bodies if one.id == self._body)

    @property
    def term(self) -> Term | None:
        """The term in hand."""
        return self._term

    @property
    def version(self) -> BodyVersion:
        """What the body in hand is called, in its record that is in hand."""
        found = next((one for one in self.body.versions if one.id == self._version), None)
        return found or version_on(self.body, self._today()) or self.body.versions[-1]

    def take_newest(self, body: UUID | None = None) -> None:
        """Take in hand what a change has made, once it is shown: a body, or the newest term of the one in hand."""
        self._wants_newest_term = body is None
        if body is not None:
            self._body, self._version, self._term = body, None, None

    def _take_body(self, body: IssuingBody) -> None:
        self._body, self._version, self._term = body.id, None, None

    def _show_in_hand(self) -> None:
        terms = self.body.terms
        if self._wants_newest_term and terms:
            self._term = max(terms, key=lambda one: one.days.first or date.min)
        self._wants_newest_term = False
        kept = next((one for one in terms if self._term is not None and one.id == self._term.id), None)
        if kept is not None:
            self._take_term(kept)
        else:
            self._take_version(self.version)

    def _show_rows(self) -> None:
        terms = term_rows(self.body, self._today(), self._open_rows)
        self.names.show_rows(
            version_rows(self._bodies, self._today()), None if self._term is not None else self.version.id
        )
        self.terms.show_rows(terms, self._term.id if self._term else None)
        self.terms.setVisible(bool(terms))
        self._no_term.setVisible(not terms)

    def _today(self) -> date:
        return local_day(self._now())

    # --- what is in hand ------------------------------------------------------------------------------------------

    def begin(self, ask: Callable[[], None]) -> None:
        """Ask for something else by hand: the form has the keys then."""
        if not self._leave():
            return
        ask()
        self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_term(self) -> None:
        """Ask for the congress after which a term begins."""
        self._term = None
        self.new_term_form.show_body(self.body)
        hint = _("A term runs from the day after the congress closes; the one before ends with the congress.")
        title = _("New term of {body}")
        self._begin(Work.NEW_TERM, title.format(body=body_name(self.version)), hint)

    def rename(self) -> None:
        """Ask what the body in hand is called from a day on."""
        self._term = None
        self.form.show_version(replace(self.version, id=new_id(self._now()), days=Days()), begins=True)
        hint = _("{name} until the day before. The numbers run on; papers of days before stay as they are.")
        title = _("New name from a day on")
        self._begin(Work.RENAME, title, hint.format(name=body_name(self.version)))

    def found(self) -> None:
        """Ask for the body that takes the place of the one in hand."""
        self._term = None
        running = term_on(self.body, self._today())
        version = replace(self.version, id=new_id(self._now()), days=Days())
        self.form.show_version(version, begins=True, term=running.name if running else "")
        hint = _("A merger or a split: {name} ends the day before, and the numbers of the new body begin with 01.")
        title = _("A new body in its place")
        self._begin(Work.FOUND, title, hint.format(name=body_name(self.version)))

    def end(self) -> None:
        """Ask for the last day of the body in hand."""
        self._term = None
        last = self.body.versions[-1]
        self.end_form.show_days(last.days, last.days.last or self._today())
        hint = _("Its term ends with it; what it issued stays. Close its rows of numbers afterwards.")
        self._begin(Work.END, _("Last day of {body}").format(body=body_name(last)), hint)

    def drop_term(self) -> None:
        """Let the term in hand be none."""
        if self._term is not None:
            self._form.is_touched = False
            self.term_dropped.emit(self._term)

    def _choose_version(self, version: UUID) -> None:
        if not self._leave():
            return
        body = next(body for body in self._bodies if any(one.id == version for one in body.versions))
        self._take_body(body)
        self._take_version(next(one for one in body.versions if one.id == version))

    def _choose_term(self, term: UUID) -> None:
        if not self._leave():
            return
        self._take_term(next(one for one in self.body.terms if one.id == term))

    def _take_version(self, version: BodyVersion) -> None:
        self._version, self._term = version.id, None
        self.form.show_version(version)
        hint = _("Correct slips here. What changes with a day is a new record: the one before stays as it was.")
        if not self.may_change_bodies:
            hint = _("Only an administrator changes what a body is called.")
        self._begin(Work.CORRECT_NAME, body_name(version), hint)

    def _take_term(self, term: Term) -> None:
        self._term = term
        self.term_form.show_term(term)
        hint = _("Correct a mistaken day here, while no number was taken in it; a term beside it gives way.")
        self._begin(Work.CORRECT_TERM, _("Term {name}").format(name=term.name), hint)

    def _begin(self, work: Work, title: str, hint: str) -> None:
        self.work = work
        self._title.setText(title)
        self._hint.setText(hint)
        for form in (self.form, *self._forms.values()):
            form.setVisible(form is self._form)
        self.form.setEnabled(self.may_change_bodies)
        self._save.setVisible(self._may_keep)
        served = self.serves()
        for name, where in _SHOWN.items():
            self._buttons[name].setVisible(where in served)
        self._show_rows()
        self._follow()
        self.renewed.emit()

    @property
    def _form(self) -> RecordForm:
        return self._forms.get(self.work, self.form)

    # --- keeping --------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Tell what the form says, where it can be kept; what is missing or wrong is told under its field."""
        if not self._may_keep or not self._form.check() or self._is_at_rest:
            return
        self._was_saved = True
        match self.work:
            case Work.RENAME:
                self._version = self.form.version().id
                self.renamed.emit(self.form.version())
            case Work.FOUND:
                self.succeeded.emit(self.form.version(), self.form.term.value())
            case Work.END:
                self.ended.emit(self.end_form.last.value())
            case Work.NEW_TERM:
                form = self.new_term_form
                self.term_opened.emit(form.name.value(), form.closed_on.value(), form.met_on.value())
            case Work.CORRECT_TERM:
                self.term_put.emit(self.term_form.term())
            case Work.CORRECT_NAME:
                self.put.emit(self.form.version())

    @property
    def _is_at_rest(self) -> bool:
        """Whether the form shows a record as it is kept."""
        return self.work in {Work.CORRECT_NAME, Work.CORRECT_TERM} and not self._form.is_touched

    def _leave(self) -> bool:
        """Keep what was corrected before something else comes into the form; what cannot be kept goes.

        A change with a day is an act of its own: one that was begun stays until it is saved or put away. Whether the
        form is free.
        """
        corrects = self.work in {Work.CORRECT_NAME, Work.CORRECT_TERM}
        if self._form.is_touched and not corrects:
            self._hint.setText(_("Not saved yet: Ctrl+Enter saves it, Esc drops it."))
            announce(self, self._hint.text())
            self._show_rows()
            return False
        if self._form.is_touched and self._form.is_whole():
            self.save()
        self._form.is_touched = self._was_saved = False
        return True

    # --- the sample -----------------------------------------------------------------------------------------------

    def _take_typed(self) -> None:
        self._was_saved = False
        self._follow()

    def _follow(self) -> None:
        """Ask for the paper of the day as what is typed would have it."""
        body = self._typed()
        self.sample.ask(body, signing_on(body, self.sample.day))
        if self.work is Work.NEW_TERM:
            self._follow_term()

    def _typed(self) -> IssuingBody:
        """The body as it would be with what is typed, the new one where one is founded; else as it is."""
        body, version = self.body, self.form.version()
        with contextlib.suppress(DeskError):
            match self.work:
                case Work.RENAME if version.days.first is not None:
                    return changed_from(body, version, version.days.first)
                case Work.FOUND if version.days.first is not None:
                    return succeeded_by(body, IssuingBody(version.id, (version,)), version.days.first)[1]
                case Work.END if (last := self.end_form.last.value()) is not None:
                    return body_ended(body, last)
                case Work.CORRECT_NAME:
                    return with_version(body, version)
                case _:
                    pass
        return body

    def _follow_term(self) -> None:
        first = self.new_term_form.first_day()
        if first is not None and first != self.sample.day:
            self.sample.choose_day.show_value(first)
            self.sample.ask(self.body, signing_on(self.body, first))

    def show_sample(self, laid_out: LaidOut) -> None:
        """Show the paper that was asked for last."""
        self.sample.show_pages(laid_out)

    def _show_first_day(self) -> None:
        """Show the paper of the day on which a change begins."""
        if self.work in {Work.RENAME, Work.FOUND} and (first := self.form.first.value()) is not None:
            self.sample.choose_day.show_value(first)
            self._follow()

    # --- what the window says of it -------------------------------------------------------------------------------

    @property
    def may_change_bodies(self) -> bool:
        """Whether the officer may change what bodies are called, as far as the window knows."""
        return self.officer is not None and self.officer.may(Permission.MANAGE_OFFICE)

    @property
    def _may_keep(self) -> bool:
        return self.may_change_bodies or self.work in {Work.NEW_TERM, Work.CORRECT_TERM}

    def heading(self) -> Heading:
        return Heading(_("Bodies and terms"))

    def title(self) -> str:
        return _("Bodies and terms")

    def serves(self) -> frozenset[Where]:
        served = {Where.TERMS} | ({Where.BODY_FORM} if self._may_keep else set())
        if self.may_change_bodies:
            served |= {Where.NAMES} if self._term else {Where.NAMES, Where.NAME}
        if self._term is not None:
            served.add(Where.TERM)
            if self._closes(self._term):
                served.add(Where.CLOSABLE_TERM)
        return frozenset(served)

    def _closes(self, term: Term) -> bool:
        keeps = self.officer is not None and self.officer.may(Permission.KEEP_BOOKS)
        return keeps and has_ended(term.days, self._today()) and self._open_rows.get(term.id, 0) > 0

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.names, self.terms, self._form, self.sample.choose_day, self.sample.view]
        return [pane for pane in panes if pane.isVisible() and pane.isEnabled()]

    def take_keys(self) -> None:
        (self.terms if self._term is not None else self.names).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> bool:
        if self._is_at_rest:
            return False
        self._form.is_touched = False
        self._show_in_hand()
        self.take_keys()
        return True


_SHOWN = {
    "close_rows": Where.CLOSABLE_TERM,
    "drop_term": Where.TERM,
    "rename_body": Where.NAMES,
    "found_successor": Where.NAMES,
    "end_body": Where.NAME,
}
"""The acts whose buttons are shown only where they can be done."""


def _column(widget: QWidget, above: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(_EDGE, above, _EDGE, above)
    column.setSpacing(3)
    return column


def _section(words: str) -> QWidget:
    made = label(words, "section")
    made.setIndent(0)
    made.setContentsMargins(_EDGE, 10, _EDGE, 4)
    return made
