"""Who signs for a body, from when to when: the timeline, the record in hand, the paper of a day that comes of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import Enum, auto
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vpdesk.domain.catalog import DocumentType
from vpdesk.domain.dates import local_day
from vpdesk.domain.dispatch import Signing
from vpdesk.domain.errors import DeskError
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import (
    BodyVersion,
    Days,
    IssuingBody,
    Officer,
    Signatory,
    Spelling,
    StandIn,
    block_of,
    bodies_on,
    signatories_on,
    signing_on,
    version_on,
)
from vpdesk.domain.signing_findings import find_signing
from vpdesk.domain.signing_rights import ending, other_head, signatory_in, succeeded, with_signatory, with_stand_in
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.forms.field import name_of
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.forms.signatory_form import LastDayForm, SignatoryForm, StandInForm
from vpdesk.ui.forms.signing_form import signing_line
from vpdesk.ui.icons import Icons
from vpdesk.ui.models.signing_rows import signatory_rows, stand_in_rows
from vpdesk.ui.pages.page import Heading, Page
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.act_button import ActButton
from vpdesk.ui.widgets.labels import label
from vpdesk.ui.widgets.signing_sample import SigningSample
from vpdesk.ui.widgets.timeline import Timeline
from vpdesk.words.catalogue import _
from vpdesk.words.days import days_words
from vpdesk.words.wording import describe

_LEFT, _MIDDLE = 330, 360
_EDGE = 20
_ACTS = {
    "new_signatory": "signature",
    "succeed": "refresh-cw",
    "stand_in": "move-horizontal",
    "end_signing": "x",
    "drop_stand_in": "trash-2",
}
"""The acts beside the form, each with its icon."""


class Work(Enum):
    """What the form in the middle is for."""

    TAKE_IN = auto()
    CORRECT = auto()
    SUCCEED = auto()
    END = auto()
    STAND_IN = auto()


class SignatoriesPage(Page):
    """Tells what is to be changed, and which sample is wanted; shows what it is given."""

    place: ClassVar[str] = "signatories"
    needs_width = True
    put = Signal(object)
    """A Signatory to be taken in or corrected."""
    succeeded = Signal(object, object, object)
    """The id of a signatory, the Signatory who takes his place, and from which day."""
    ended = Signal(object, object)
    """A Signatory with his last day, and that day."""
    stood_in = Signal(object)
    """A StandIn to be taken in or corrected."""
    dropped = Signal(object)
    """A StandIn that is not to be."""
    sample_wanted = Signal(object)
    """A Dispatch to be laid out."""

    def __init__(
        self, look: Look, icons: Icons, glyphs: Glyphs, actions: Mapping[str, QAction], now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._icons, self._actions, self._now = look, icons, actions, now
        self._bodies: tuple[IssuingBody, ...] = ()
        self._officers: tuple[Officer, ...] = ()
        self._types: tuple[DocumentType, ...] = ()
        self._body: UUID | None = None
        self._signatory: Signatory | None = None
        self._stand_in: StandIn | None = None
        self._kept: UUID | None = None
        """What was kept just now, to be in hand once it is shown."""
        self.work = Work.TAKE_IN
        self.choose_body = Choice(icons)
        self.people = Timeline(look, _("Signatories"))
        self.absences = Timeline(look, _("Days of standing in"))
        self.form = SignatoryForm(look, icons, self._today)
        self.stand_in_form = StandInForm(look, icons, self._today)
        self.last_day_form = LastDayForm(look, icons, self._today)
        self._forms: tuple[RecordForm, ...] = (self.form, self.stand_in_form, self.last_day_form)
        self.sample = SigningSample(look, icons, glyphs, self._today)
        self._make_labels()
        self._arrange()
        self._connect()

    # --- building -------------------------------------------------------------------------------------------------

    def _make_labels(self) -> None:
        self._nobody = label(_("Nobody signs for this body yet. Fill the form in, then press Ctrl+Enter."), "muted")
        self._nobody.setWordWrap(True)
        self._nobody.setContentsMargins(_EDGE, 8, _EDGE, 8)
        self._absences_head = label(_("Standing in"), "section")
        self._absences_head.setIndent(0)
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
        self._fit_width()

    def _make_left(self) -> QWidget:
        self._body_head = QWidget()
        body = _column(self._body_head, 12)
        body.addWidget(name_of(self.choose_body, _("Body")))
        body.addWidget(self.choose_body)
        acts = QWidget()
        foot = _column(acts, 10)
        foot.setSpacing(6)
        self._buttons = {name: self._button(name, icon) for name, icon in _ACTS.items()}
        for button in self._buttons.values():
            foot.addWidget(button)
        self._absences_head.setContentsMargins(_EDGE, 10, _EDGE, 4)
        left = QWidget()
        left.setObjectName("side")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in (
            (self._body_head, 0),
            (self._nobody, 0),
            (self.people, 3),
            (self._absences_head, 0),
            (self.absences, 1),
            (acts, 0),
        ):
            column.addWidget(part, stretch)
        return left

    def _button(self, name: str, icon: str) -> ActButton:
        made = ActButton(self._actions[name], icon, self._look, self._icons)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def _make_middle(self) -> QScrollArea:
        save = ActButton(self._actions["save_signatory"], "check", self._look, self._icons, "primary")
        inside = QWidget()
        column = _column(inside, 16)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._hint)
        column.addLayout(head)
        for form in self._forms:
            column.addWidget(form)
        column.addWidget(save, 0, Qt.AlignmentFlag.AlignRight)
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

    def _connect(self) -> None:
        self._look.changed.connect(self._fit_width)
        self.choose_body.edited.connect(self._change_body)
        self.people.chosen.connect(self._choose_signatory)
        self.absences.chosen.connect(self._choose_stand_in)
        for timeline in (self.people, self.absences):
            timeline.opened.connect(lambda: self._form.setFocus(Qt.FocusReason.OtherFocusReason))
        for form in self._forms:
            form.edited.connect(self._follow)
        self.sample.choose_day.edited.connect(self._follow)
        self.sample.wanted.connect(self.sample_wanted)
        for first in (self.form.first, self.stand_in_form.first):
            first.edited.connect(self._show_first_day)

    # --- what is shown --------------------------------------------------------------------------------------------

    def offer(self, officers: tuple[Officer, ...], types: tuple[DocumentType, ...]) -> None:
        """Offer these officers and these types of documents."""
        self._officers, self._types = officers, types

    def show_bodies(self, bodies: tuple[IssuingBody, ...]) -> None:
        """Show these bodies; what is being typed stays."""
        self._bodies = bodies
        if self._body not in {one.id for one in bodies}:
            today = next(iter(bodies_on(bodies, self._today())), bodies[-1])
            self._body = today.id
        self.choose_body.offer(*((_name_of(one.versions[-1]), one.id) for one in bodies))
        self.choose_body.show_value(self._body)
        self._body_head.setVisible(len(bodies) > 1)
        if self._form.is_touched:
            self._show_rows()
        else:
            self._show_body()

    def take_over(self, bodies: tuple[IssuingBody, ...]) -> None:
        """Show these bodies after a change; what was kept just now is in hand, and is no longer being typed."""
        if self._kept is not None:
            self._form.is_touched = False
        self.show_bodies(bodies)

    @property
    def body(self) -> IssuingBody:
        """The body in hand."""
        return next(one for one in self._bodies if one.id == self._body)

    def person(self, signatory: UUID) -> str:
        """The name of a signatory of the body in hand."""
        return next((one.person for one in self.body.signatories if one.id == signatory), "")

    def _show_body(self) -> None:
        """Show the body in hand, and in the form what was kept just now, or what was in hand, or who signs today."""
        in_hand = (self._kept, self._stand_in, self._signatory)
        wanted = [one if isinstance(one, UUID) else one.id for one in in_hand if one is not None]
        self._kept = None
        self.form.offer(self._officers, self._types, self.body)
        absences = {one.id: one for one in self.body.stand_ins}
        people = [one.id for one in (*signatories_on(self.body, self._today()), *self.body.signatories)]
        found = next((one for one in (*wanted, *people) if one in absences or one in people), None)
        if found is None:
            self.take_in()
        elif found in absences:
            self._take_stand_in(absences[found])
        else:
            self._take_signatory(found)

    def _show_rows(self) -> None:
        people, absences = signatory_rows(self.body, self._today()), stand_in_rows(self.body, self._today())
        in_hand = self._signatory if self._stand_in is None else None
        self.people.show_rows(people, in_hand.id if in_hand else None)
        self.absences.show_rows(absences, self._stand_in.id if self._stand_in else None)
        self.people.setVisible(bool(people))
        self._nobody.setVisible(not people)
        for part in (self._absences_head, self.absences):
            part.setVisible(bool(absences))

    @property
    def _spelling(self) -> Spelling:
        return (version_on(self.body, self._today()) or self.body.versions[-1]).spelling

    def _today(self) -> date:
        return local_day(self._now())

    # --- what is in hand ------------------------------------------------------------------------------------------

    def begin(self, ask: Callable[[], None]) -> None:
        """Ask for something else by hand: the form has the keys then."""
        self._leave()
        ask()
        self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_in(self) -> None:
        """Ask for somebody new."""
        self.form.show_signatory(Signatory(new_id(self._now()), "", None))
        self._begin(Work.TAKE_IN, _("New signatory"), _("Somebody who signs beside the others."))

    def succeed(self) -> None:
        """Ask who takes the place of the signatory in hand, and from when."""
        if self._signatory is not None:
            old = self._signatory
            new = replace(old, id=new_id(self._now()), person="", officer=None, days=Days())
            self.form.show_signatory(new, begins=True)
            hint = _("{person} signs until the day before; papers of days before stay his.")
            title = _("In the place of {person}")
            self._begin(Work.SUCCEED, title.format(person=old.person), hint.format(person=old.person))

    def end(self) -> None:
        """Ask for the last day of the signatory in hand."""
        if self._signatory is not None:
            self.last_day_form.show_days(self._signatory.days, self._signatory.days.last or self._today())
            title, hint = _("Last day of {person}"), _("The record stays, and so do the papers that he signed.")
            self._begin(Work.END, title.format(person=self._signatory.person), hint)

    def stand_in(self) -> None:
        """Ask who stands in, from when to when: first of all a deputy."""
        now = signatories_on(self.body, self._today()) or self.body.signatories
        deputies = [one for one in (self._signatory, *now) if one is not None and one.stands_in_for is not None]
        if now:
            self._stand_in = None
            self._show_stand_in(StandIn(new_id(self._now()), (*deputies, *now)[0].id, Days(self._today(), None)))

    def drop_stand_in(self) -> None:
        """Let nobody stand in in the days in hand."""
        if self._stand_in is not None:
            self._form.is_touched = False
            self.dropped.emit(self._stand_in)

    def _choose_signatory(self, signatory: UUID) -> None:
        self._leave()
        self._take_signatory(signatory)

    def _choose_stand_in(self, stand_in: UUID) -> None:
        self._leave()
        self._take_stand_in(next(one for one in self.body.stand_ins if one.id == stand_in))

    def _take_signatory(self, signatory: UUID) -> None:
        self._signatory = next(one for one in self.body.signatories if one.id == signatory)
        self._stand_in = None
        self.form.show_signatory(self._signatory)
        hint = _("Correct slips here. What changes with a day is a new record: the one before stays as it was.")
        self._begin(Work.CORRECT, self._signatory.person, hint)

    def _take_stand_in(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in
        self._show_stand_in(stand_in)

    def _show_stand_in(self, stand_in: StandIn) -> None:
        names = {one.id: signing_line(block_of(one, self._spelling)) for one in self.body.signatories}
        self.stand_in_form.show_stand_in(stand_in, self.body, names)
        hint = _("In these days the signature block of new papers is his by itself.")
        self._begin(Work.STAND_IN, _("Standing in"), hint)

    def _begin(self, work: Work, title: str, hint: str) -> None:
        self.work = work
        self._title.setText(title)
        self._hint.setText(hint)
        for form in self._forms:
            form.setVisible(form is self._form)
        self._buttons["end_signing"].setVisible(self._stand_in is None)
        self._buttons["drop_stand_in"].setVisible(self._stand_in is not None)
        self._show_rows()
        self._follow()
        self.renewed.emit()

    @property
    def _form(self) -> RecordForm:
        forms: dict[Work, RecordForm] = {Work.STAND_IN: self.stand_in_form, Work.END: self.last_day_form}
        return forms.get(self.work, self.form)

    def _change_body(self) -> None:
        self._leave()
        self._body = next(one.id for one in self._bodies if one.id == self.choose_body.value())
        self._signatory = self._stand_in = None
        self._show_body()

    # --- keeping --------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Tell what the form says, where it can be kept; what is missing or wrong is told under its field."""
        if not self._form.check() or self._is_at_rest:
            return
        match self.work:
            case Work.SUCCEED if self._signatory is not None:
                new = self.form.signatory(self.body)
                self._kept = new.id
                self.succeeded.emit(self._signatory.id, new, new.days.first)
            case Work.END if self._signatory is not None:
                last = self.last_day_form.last.value()
                self._kept = self._signatory.id
                self.ended.emit(replace(self._signatory, days=Days(self._signatory.days.first, last)), last)
            case Work.STAND_IN:
                stand_in = self.stand_in_form.stand_in()
                self._kept = stand_in.id
                self.stood_in.emit(stand_in)
            case _:
                signatory = self.form.signatory(self.body)
                self._kept = signatory.id
                self.put.emit(signatory)

    @property
    def _is_at_rest(self) -> bool:
        """Whether the form shows a record as it is kept."""
        shows_record = self.work is Work.CORRECT or (self.work is Work.STAND_IN and self._stand_in is not None)
        return shows_record and not self._form.is_touched

    def _leave(self) -> None:
        """Keep what was typed before something else comes into the form; what cannot be kept goes."""
        if self._form.is_touched and self._form.is_whole():
            self.save()
            self._kept = None

    # --- the sample -----------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Ask for the paper of the day as what is typed would have it, and say who signs on that day."""
        body, typed = self._typed()
        self.sample.ask(body, self._signing(body, typed, self.sample.day))
        self._warn_of_heads(body, typed)

    def _typed(self) -> tuple[IssuingBody, Signatory | None]:
        """The body as it would be with what is typed, and the signatory in the form; as it is where it cannot be so."""
        body, first = self.body, self.form.first.value()
        with contextlib.suppress(DeskError):
            match self.work:
                case Work.SUCCEED if self._signatory is not None and first is not None:
                    new = self.form.signatory(body)
                    return succeeded(body, self._signatory.id, new, first), new
                case Work.END if self._signatory is not None and (last := self.last_day_form.last.value()):
                    ended = ending(body, self._signatory.id, last)
                    return ended, signatory_in(ended, self._signatory.id)
                case Work.STAND_IN:
                    return with_stand_in(body, self.stand_in_form.stand_in()), None
                case Work.TAKE_IN | Work.CORRECT:
                    signatory = self.form.signatory(body)
                    return with_signatory(body, signatory), signatory if signatory.person else None
                case _:
                    pass
        return body, None

    def _signing(self, body: IssuingBody, typed: Signatory | None, day: date) -> Signing:
        """The block of the signatory in hand, where he signs on that day; else that of the day."""
        stands_in = any(day in one.days for one in body.stand_ins)
        shows_his = typed is not None and (self._form.is_touched or not stands_in)
        return signing_on(body, day, typed if shows_his else None)

    def show_sample(self, laid_out: LaidOut) -> None:
        """Show the paper that was asked for last, and what its rules hold against the block in hand."""
        if self.sample.show_pages(laid_out):
            _body, typed = self._typed()
            signed = () if typed is None else (block_of(typed, self._spelling),)
            findings = find_signing((), replace(laid_out.dispatch, signing=signed), laid_out.pack, self.sample.day)
            self.form.fields["authority"].warn(describe(findings[0]) if findings else "")

    def _warn_of_heads(self, body: IssuingBody, typed: Signatory | None) -> None:
        other = other_head(body, typed) if typed is not None and typed.position else None
        words = _("{person} is {position} too, {days}: a body has one head on a day.")
        position = self.form.fields["position"]
        if other is None:
            position.warn("")
        else:
            position.warn(words.format(person=other.person, position=other.position, days=days_words(other.days)))

    def _show_first_day(self) -> None:
        """Show the paper of the day on which a change begins."""
        days = {Work.STAND_IN: self.stand_in_form.first, Work.SUCCEED: self.form.first}
        if self.work in days and (first := days[self.work].value()) is not None:
            self.sample.choose_day.show_value(first)
            self._follow()

    # --- what the window says of it -------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(_("Signatories"))

    def title(self) -> str:
        return _("Signatories")

    def serves(self) -> frozenset[Where]:
        served = {Where.SIGNING_RIGHTS}
        if self._stand_in is not None:
            served.add(Where.STAND_IN)
        elif self._signatory is not None:
            served.add(Where.SIGNATORY)
        return frozenset(served)

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.people, self.absences, self._form, self.sample.choose_day, self.sample.view]
        return [pane for pane in panes if pane.isVisible()]

    def take_keys(self) -> None:
        (self.people if self.people.rows.rows else self._form).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> bool:
        if self._is_at_rest or not (self.body.signatories or self._form.is_touched):
            return False
        self._form.is_touched = False
        self._show_body()
        self.take_keys()
        return True


def _column(widget: QWidget, above: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(_EDGE, above, _EDGE, above)
    column.setSpacing(3)
    return column


def _name_of(version: BodyVersion) -> str:
    return version.in_text or version.name_line
