"""The records of a body: what it is called, its last day, a term, and the congress after which a new one begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast
from uuid import UUID

from vpdesk.domain.errors import DeskError
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Spelling, Term
from vpdesk.domain.reorganising import first_day_of_term, running_before
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.inputs import Choice, LineInput, TextInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _, format_day

_YEARS = 5
"""How long a term runs, as its name says beforehand (clerical rules, 2.5)."""


class VersionForm(RecordForm):
    """What a body is called: the lines of the head, how running text names it, from when to when."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._given = BodyVersion(UUID(int=0), None, "", "", "")
        self._begins = self._names_term = False
        self.first, self.last = DateField(look, icons, today), DateField(look, icons, today)
        self.name_line, self.term = TextInput(3), LineInput()
        lines = {name: LineInput() for name in ("symbol", "place", "in_text", "committee_in_text")}
        spelling = Choice(icons, *((f"Huyện {one.value}", one) for one in Spelling))
        super().__init__(
            {
                **lines,
                "parent_line": TextInput(3),
                "name_line": self.name_line,
                "spelling": spelling,
                "first": self.first,
                "last": self.last,
                "term": self.term,
            },
            {
                "parent_line": _("Parent body"),
                "name_line": _("Name of the body"),
                "symbol": _("Symbol"),
                "place": _("Place"),
                "in_text": _("In running text"),
                "committee_in_text": _("Its committee in running text"),
                "spelling": _("Spelling"),
                "first": _("From"),
                "last": _("To the end of"),
                "term": _("Its first term"),
            },
            (
                ("parent_line",),
                ("name_line",),
                ("symbol", "place"),
                ("in_text",),
                ("committee_in_text",),
                ("first", "last"),
                ("term",),
                ("spelling",),
            ),
            icons,
        )
        self.setFocusProxy(self.name_line)

    def show_version(self, version: BodyVersion, *, begins: bool = False, term: str | None = None) -> None:
        """Show what a body is called; where that `begins`, its first day must be said, and its last follows.

        `term` is the name that is proposed for the first term of a body that is new; None for one that is not.
        """
        self._given, self._begins, self._names_term = version, begins, term is not None
        self.fields["last"].setVisible(not begins)
        self.fields["term"].setVisible(term is not None)
        self.show_values(
            {
                "parent_line": version.parent_line,
                "name_line": version.name_line or None,
                "symbol": version.symbol or None,
                "place": version.place or None,
                "in_text": version.in_text,
                "committee_in_text": version.committee_in_text,
                "spelling": version.spelling,
                "first": version.days.first,
                "last": version.days.last,
                "term": term or None,
            }
        )

    def version(self) -> BodyVersion:
        """What is in hand; the lines of the head are in capitals."""
        said = {name: cast("str | None", one.value()) for name, one in self.inputs.items() if name not in _NO_TEXTS}
        parent, name = said["parent_line"], said["name_line"]
        return replace(
            self._given,
            parent_line=parent.upper() if parent else None,
            name_line=name.upper() if name else "",
            symbol=said["symbol"] or "",
            place=said["place"] or "",
            in_text=said["in_text"],
            committee_in_text=said["committee_in_text"],
            spelling=cast("Spelling", self.inputs["spelling"].value()),
            days=Days(self.first.value(), None if self._begins else self.last.value()),
        )

    def contradictions(self) -> dict[str, str]:
        return {} if self._begins else ends_before(self.first.value(), self.last.value())

    def gaps(self) -> dict[str, str]:
        must = {
            "name_line": _("Write the name that stands at the head of the page."),
            "symbol": _("Write the letters that stand after the number."),
            "place": _("Write the place that stands before the date."),
        }
        if self._begins:
            must["first"] = _("Write the day from which this holds.")
        return {name: words for name, words in must.items() if not self.inputs[name].value()}


_NO_TEXTS = frozenset({"spelling", "first", "last", "term"})


class EndForm(RecordForm):
    """The last day of a body."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._days = Days()
        self.last = DateField(look, icons, today)
        super().__init__({"last": self.last}, {"last": _("Works for the last time on")}, (("last",),), icons)

    def show_days(self, days: Days, last_day: date) -> None:
        """Show a last day to be taken for these days."""
        self._days = days
        self.show_values({"last": last_day})

    def contradictions(self) -> dict[str, str]:
        return ends_before(self._days.first, self.last.value())

    def gaps(self) -> dict[str, str]:
        return {} if self.last.value() else {"last": _("Write the last day of the body.")}


class TermForm(RecordForm):
    """A term as it is recorded: its name, from when to when."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._given = Term(UUID(int=0), "", Days())
        self.name = LineInput()
        self.first, self.last = DateField(look, icons, today), DateField(look, icons, today)
        super().__init__(
            {"name": self.name, "first": self.first, "last": self.last},
            {"name": _("Name of the term"), "first": _("First day"), "last": _("Last day")},
            (("name",), ("first", "last")),
            icons,
        )

    def show_term(self, term: Term) -> None:
        """Show a term."""
        self._given = term
        self.show_values({"name": term.name, "first": term.days.first, "last": term.days.last})

    def term(self) -> Term:
        """The term in hand."""
        return replace(self._given, name=self.name.value() or "", days=Days(self.first.value(), self.last.value()))

    def contradictions(self) -> dict[str, str]:
        return ends_before(self.first.value(), self.last.value())

    def gaps(self) -> dict[str, str]:
        return {} if self.name.value() else {"name": _("Give the term a name, such as its years.")}


class NewTermForm(RecordForm):
    """The congress: when it closed, and whether the new committee met during it. What follows is told below."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._body: IssuingBody | None = None
        self._proposed: str | None = None
        self.closed_on, self.met_on = DateField(look, icons, today), DateField(look, icons, today)
        self.name = LineInput()
        super().__init__(
            {"closed_on": self.closed_on, "met_on": self.met_on, "name": self.name},
            {
                "closed_on": _("The congress closed on"),
                "met_on": _("First meeting opened during it, on"),
                "name": _("Name of the new term"),
            },
            (("closed_on",), ("met_on",), ("name",)),
            icons,
        )
        self.met_on.setPlaceholderText(_("only where it was during the congress"))
        self.outcome = label("", "muted")
        self.outcome.setWordWrap(True)
        self.outcome.setIndent(0)
        self.outcome.setContentsMargins(0, 6, 0, 0)
        self.say_under("name", self.outcome)
        self.edited.connect(self._tell)

    def show_body(self, body: IssuingBody, closed_on: date | None = None) -> None:
        """Ask for the congress of a body's committee."""
        self._body, self._proposed = body, None
        self.show_values({"closed_on": closed_on, "met_on": None, "name": None})
        self._tell()

    def first_day(self) -> date | None:
        """The first day of the new term; None where it is not known yet."""
        closed_on = self.closed_on.value()
        try:
            return first_day_of_term(closed_on, self.met_on.value()) if closed_on else None
        except DeskError:
            return None

    def contradictions(self) -> dict[str, str]:
        if self.closed_on.value() and self.first_day() is None:
            return {"met_on": _("It opened after the congress closed: leave this out.")}
        return {}

    def gaps(self) -> dict[str, str]:
        must = {
            "closed_on": _("Write the day on which the congress closed."),
            "name": _("Give the term a name, such as its years."),
        }
        return {name: words for name, words in must.items() if not self.inputs[name].value()}

    def _tell(self) -> None:
        """Say what the days come to, and propose the name that follows from them."""
        first = self.first_day()
        if first is None or self._body is None:
            self.outcome.setText("")
            return
        if self.name.value() == self._proposed:
            self._proposed = f"{first.year} - {first.year + _YEARS}"
            self.name.show_value(self._proposed)
        before = running_before(self._body, first)
        said = _("The new term runs from {day}, and each type begins with number 01.").format(day=format_day(first))
        if before is not None:
            last_day = format_day(date.fromordinal(first.toordinal() - 1))
            said = _("The term {name} ends on {day}.").format(name=before.name, day=last_day) + " " + said
        self.outcome.setText(said)


def ends_before(first: date | None, last: date | None) -> dict[str, str]:
    """That days end before they begin, told by the last."""
    return {"last": _("The last day comes before the first.")} if first and last and last < first else {}
