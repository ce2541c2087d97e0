"""Who signs for a body: the record of a signatory, that of a stand-in, and the last day of one who goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import cast
from uuid import UUID

from vpdesk.domain.catalog import DocumentType
from vpdesk.domain.errors import DeskError, NotSigningThen
from vpdesk.domain.organisation import Days, IssuingBody, Officer, Signatory, StandIn
from vpdesk.domain.signing import Authority
from vpdesk.domain.signing_rights import represented, signatory_in, with_stand_in
from vpdesk.ui.forms.completion import Completion
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.inputs import Choice, LineInput
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.forms.types_input import TypesInput
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _
from vpdesk.words.days import days_words

_FOR_SOMEBODY = (Authority.ON_BEHALF, Authority.DEPUTY, Authority.DELEGATE)


class SignatoryForm(RecordForm):
    """A signatory: who he is, what is printed, which types he signs, from when to when."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._given = Signatory(UUID(int=0), "", None)
        self._begins = False
        self.person, self.principal, self.position = LineInput(), LineInput(), LineInput()
        self.officer = Choice(icons, (_("By his name"), None))
        self.authority = Choice(icons, *((one.value or _("Signs himself"), one) for one in Authority))
        self.types = TypesInput()
        self.first, self.last = DateField(look, icons, today), DateField(look, icons, today)
        self._names = Completion(self.person, self.person)
        self._principals = Completion(self.principal, self.principal)
        self._positions = Completion(self.position, self.position)
        self.types.setPlaceholderText(_("every type"))
        super().__init__(
            {
                "person": self.person,
                "officer": self.officer,
                "authority": self.authority,
                "principal": self.principal,
                "position": self.position,
                "types": self.types,
                "first": self.first,
                "last": self.last,
            },
            {
                "person": _("First and last name"),
                "officer": _("Officer of this desk"),
                "authority": _("Authority"),
                "principal": _("For whom"),
                "position": _("Position"),
                "types": _("Signs only"),
                "first": _("From"),
                "last": _("To the end of"),
            },
            (("person",), ("officer",), ("authority", "principal"), ("position",), ("types",), ("first", "last")),
            icons,
        )
        self.authority.edited.connect(self._follow_authority)
        self.officer.edited.connect(self._name_officer)
        self._officers: dict[UUID, str] = {}

    def offer(self, officers: tuple[Officer, ...], types: tuple[DocumentType, ...], body: IssuingBody) -> None:
        """Offer the officers of the desk, the types of the catalogue, the positions that the body has."""
        self._officers = {one.id: one.name for one in officers}
        self.officer.offer((_("By his name"), None), *((name, officer) for officer, name in self._officers.items()))
        self._names.offer(dict.fromkeys(self._officers.values(), 0))
        positions = dict.fromkeys((one.position for one in body.signatories if one.position), 0)
        principals = dict.fromkeys((one.principal for one in body.signatories if one.principal), 0)
        self._positions.offer(positions)
        self._principals.offer(positions | principals)
        self.types.offer_types(types)

    def show_signatory(self, signatory: Signatory, *, begins: bool = False) -> None:
        """Show a signatory; where he `begins`, his first day must be said."""
        self._given, self._begins = signatory, begins
        self.show_values(
            {
                "person": signatory.person or None,
                "officer": signatory.officer,
                "authority": signatory.authority,
                "principal": signatory.principal,
                "position": signatory.position,
                "first": signatory.days.first,
                "last": signatory.days.last,
            }
        )
        self.types.show_codes(signatory.types)
        self._follow_authority()

    def signatory(self, body: IssuingBody) -> Signatory:
        """The signatory in hand, of a body; what the paper prints in capitals is in capitals."""
        authority = cast("Authority", self.authority.value())
        principal = self.principal.value() if authority in _FOR_SOMEBODY else None
        position = self.position.value()
        written = replace(
            self._given,
            person=self.person.value() or "",
            officer=cast("UUID | None", self.officer.value()),
            authority=authority,
            principal=principal.upper() if principal else None,
            position=position.upper() if position else None,
            types=self.types.codes(),
            days=Days(self.first.value(), self.last.value()),
        )
        return replace(written, stands_in_for=represented(body, written))

    def contradictions(self) -> dict[str, str]:
        return _ends_before(self.first.value(), self.last.value())

    def gaps(self) -> dict[str, str]:
        must = {
            "person": (self.person.value(), _("Write his first and last name.")),
            "position": (self.position.value(), _("Write the position that stands above his name.")),
        }
        if self.authority.value() in _FOR_SOMEBODY:
            must["principal"] = self.principal.value(), _("Write for whom he signs, as on the paper.")
        gaps = {name: words for name, (value, words) in must.items() if not value}
        if self._begins and self.first.value() is None:
            gaps["first"] = _("Write the day from which he signs.")
        return gaps

    def _follow_authority(self) -> None:
        signs_for = self.authority.value() in _FOR_SOMEBODY
        self.principal.setEnabled(signs_for)
        self.principal.setToolTip("" if signs_for else _("Only T/M, K/T and T/L name somebody."))

    def _name_officer(self) -> None:
        name = self._officers.get(cast("UUID", self.officer.value()))
        if name and self.person.value() is None:
            self.person.show_value(name)


class StandInForm(RecordForm):
    """Days in which somebody signs in the head's place."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._given = UUID(int=0)
        self._body: IssuingBody | None = None
        self.who = Choice(icons)
        self.first, self.last = DateField(look, icons, today), DateField(look, icons, today)
        super().__init__(
            {"who": self.who, "first": self.first, "last": self.last},
            {"who": _("Who stands in"), "first": _("From"), "last": _("To the end of")},
            (("who",), ("first", "last")),
            icons,
        )

    def show_stand_in(self, stand_in: StandIn, body: IssuingBody, names: Mapping[UUID, str]) -> None:
        """Show days of standing in for a body; its signatories are chosen by these names."""
        self._given, self._body = stand_in.id, body
        self.who.offer(*((names[one.id], one.id) for one in body.signatories))
        self.show_values({"who": stand_in.signatory, "first": stand_in.days.first, "last": stand_in.days.last})

    def stand_in(self) -> StandIn:
        """The days in hand."""
        return StandIn(self._given, cast("UUID", self.who.value()), Days(self.first.value(), self.last.value()))

    def contradictions(self) -> dict[str, str]:
        if self._body is None:
            return {}
        try:
            with_stand_in(self._body, self.stand_in())
        except NotSigningThen:
            one = signatory_in(self._body, self.stand_in().signatory)
            return {"last": _("{person} signs {days}.").format(person=one.person, days=days_words(one.days))}
        except DeskError:
            return _ends_before(self.first.value(), self.last.value())
        return {}

    def gaps(self) -> dict[str, str]:
        return {} if self.first.value() else {"first": _("Write the day from which he stands in.")}


class LastDayForm(RecordForm):
    """The last day on which somebody signs."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._days = Days()
        self.last = DateField(look, icons, today)
        super().__init__({"last": self.last}, {"last": _("Signs for the last time on")}, (("last",),), icons)

    def show_days(self, days: Days, last_day: date) -> None:
        """Show a last day to be taken for these days."""
        self._days = days
        self.show_values({"last": last_day})

    def contradictions(self) -> dict[str, str]:
        return _ends_before(self._days.first, self.last.value())

    def gaps(self) -> dict[str, str]:
        return {} if self.last.value() else {"last": _("Write the last day on which he signs.")}


def _ends_before(first: date | None, last: date | None) -> dict[str, str]:
    return {"last": _("The last day comes before the first.")} if first and last and last < first else {}
