"""What a desk says: its one sentence, its sections, and each row in two lines with what presses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, NamedTuple

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.deadlines import Deadline, DeadlineState
from vpdesk.domain.desks import DeskAct, DeskContents, DeskRow, DeskSection, SectionKind, Topic
from vpdesk.words.arrival_work import deadline_words
from vpdesk.words.catalogue import N_, _, format_day, format_number, format_weekday, ngettext
from vpdesk.words.outgoing import document_words, hour_words
from vpdesk.words.waiting import round_words
from vpdesk.words.wording import clock_words, day_of, long_day, moment_words, urgency_name

TypeName = Callable[[str], str]


class RowWords(NamedTuple):
    """A row as it is read: a title, a line below it, chips of a word and its tone, a few quiet words at the end."""

    title: str
    below: str
    chips: tuple[tuple[str, str], ...]
    aside: str


# --- the desk -----------------------------------------------------------------------------------------------------


def greeting(today: date) -> str:
    """The day, in words."""
    return long_day(today)


def sentence(contents: DeskContents) -> str:
    """All that waits, in one sentence."""
    parts = [_counted(one.kind, one.total) for one in contents.waiting]
    if contents.late:
        parts.append(_late_words(contents.late, alone=not parts).format(count=_number(contents.late)))
    return _("{parts}.").format(parts=", ".join(parts)) if parts else _("Nothing is waiting.")


def _late_words(count: int, *, alone: bool) -> str:
    """How many are late; what they are was said before, or is said here."""
    if alone:
        return ngettext("{count} arrival late", "{count} arrivals late", count)
    return ngettext("{count} late", "{count} late", count)


def hint(contents: DeskContents, *, registers: bool) -> str:
    """What to do where nothing waits, for an officer who registers arrivals or not; nothing where something does."""
    if contents.waiting or contents.late:
        return ""
    return _("Ctrl+N to write, F3 to register an arrival.") if registers else _("Ctrl+N to write.")


def section_name(kind: SectionKind) -> str:
    """What a section is called."""
    return _(_SECTIONS[kind])


def act_words(act: DeskAct) -> str:
    """What Enter does on a row; nothing where it does nothing."""
    return _(_ACTS[act]) if act in _ACTS else ""


def all_words(section: DeskSection) -> str:
    """What leads to the place that shows a whole section; nothing where there is none."""
    if section.kind is SectionKind.TO_NUMBER and not section.has_more and section.total > 1:
        return ngettext("Number all {count}", "Number all {count}", section.total).format(count=_number(section.total))
    if section.kind is SectionKind.TO_HAND_ON:
        return _("See all") if section.has_more else _("Register another")
    return "" if section.kind in _WITHOUT_PLACE else _("See all")


def more_words(section: DeskSection) -> str:
    """How many rows of a section are not in sight."""
    left = section.total - len(section.rows)
    return ngettext("{count} more", "{count} more", left).format(count=_number(left))


def _counted(kind: SectionKind, count: int) -> str:
    return _counts(kind, count).format(count=_number(count))


def _counts(kind: SectionKind, count: int) -> str:
    match kind:
        case SectionKind.TO_SIGN:
            return ngettext("{count} dispatch to sign", "{count} dispatches to sign", count)
        case SectionKind.TO_DIRECT:
            return ngettext("{count} arrival awaits a directive", "{count} arrivals await a directive", count)
        case SectionKind.SENT_BACK:
            return ngettext("{count} dispatch sent back", "{count} dispatches sent back", count)
        case SectionKind.ASSIGNED:
            return ngettext("{count} task given to me", "{count} tasks given to me", count)
        case SectionKind.TO_NUMBER:
            return ngettext("{count} dispatch awaits its number", "{count} dispatches await their numbers", count)
        case SectionKind.TO_CHECK:
            return ngettext("{count} form to check", "{count} forms to check", count)
        case SectionKind.TO_HAND_ON:
            return ngettext("{count} arrival not handed on", "{count} arrivals not handed on", count)
        case _:
            return ngettext("{count} thing to set up", "{count} things to set up", count)


# --- a row --------------------------------------------------------------------------------------------------------


def row_words(kind: SectionKind, row: DeskRow, type_name: TypeName, now: datetime) -> RowWords:
    """A row of a section as it is read."""
    if row.topic is not None and kind in (SectionKind.KEEPING, SectionKind.SET_UP):
        return _of_office(row)
    if kind in _OF_ARRIVALS:
        return RowWords(_named(row), _about_arrival(kind, row), _chips(row), _arrived(kind, row, now))
    if kind is SectionKind.LATE_PEOPLE:
        first = _("the oldest since {day}").format(day=format_day(row.deadline.due_on)) if row.deadline else ""
        late = ngettext("{count} late", "{count} late", row.count).format(count=_number(row.count))
        return RowWords(row.person or _("Nobody has it"), first, ((late, "red"),), "")
    if kind in (SectionKind.HELD, SectionKind.ODDITIES):
        return _of_line(kind, row, now)
    title = document_words(type_name(row.document_type or ""), row.subject)
    return RowWords(title, _about_dispatch(kind, row, now), _dispatch_chips(kind, row), _dispatch_aside(kind, row, now))


def _named(row: DeskRow) -> str:
    """An arrival by its number, its symbol and what it is about."""
    about = " ".join((row.subject or "").split()).removeprefix("V/v ")
    return " · ".join(filter(None, (row.reference, about))) or _("Arrival number {number}").format(number=row.number)


def _about_arrival(kind: SectionKind, row: DeskRow) -> str:
    who = ", ".join(row.people)
    arrival = _("Arrival number {number}").format(number=row.number)
    match kind:
        case SectionKind.ASSIGNED if row.quote:
            return f"“{_one_line(row.quote)}”"
        case SectionKind.DEADLINES:
            return who or _("nobody has it")
        case SectionKind.TO_HAND_ON if row.act is DeskAct.HAND_ON and who:
            return " · ".join(filter(None, (arrival, row.person, _("to {person}").format(person=who))))
        case SectionKind.UNSIGNED:
            return " · ".join(filter(None, (who or _("nobody has it"), _("from {sender}").format(sender=row.person))))
        case _:
            due = _("due {day}").format(day=f"{row.deadline.due_on:%d/%m}") if row.deadline else ""
            return " · ".join(filter(None, (arrival, row.person, due)))


def _arrived(kind: SectionKind, row: DeskRow, now: datetime) -> str:
    if kind in (SectionKind.DEADLINES, SectionKind.ASSIGNED) or row.at is None:
        return ""
    return moment_words(row.at, now)


def _about_dispatch(kind: SectionKind, row: DeskRow, now: datetime) -> str:
    match kind:
        case SectionKind.SENT_BACK if row.quote:
            others = ngettext("{count} remark", "{count} remarks", row.count).format(count=_number(row.count))
            return f"“{_one_line(row.quote)}” · {row.person or ''} · {others}"
        case SectionKind.TO_NUMBER:
            return " · ".join(filter(None, (_written_by(row), _signed_by(row, now), _copies(row))))
        case SectionKind.SUBMITTED:
            return _("waits for {names}").format(names=", ".join(row.people)) if row.people else _("waits")
        case SectionKind.UNSENT:
            waits = ngettext("{count} recipient waits", "{count} recipients wait", row.count)
            return " · ".join(filter(None, (row.reference, waits.format(count=_number(row.count)))))
        case SectionKind.DRAFTS | SectionKind.SENT_BACK:
            return _("changed {time}").format(time=_when(row.at, now))
        case _:
            return " · ".join((_written_by(row), _("submitted {time}").format(time=_when(row.at, now))))


def _written_by(row: DeskRow) -> str:
    return _("{person} wrote it").format(person=row.person) if row.person else ""


def _signed_by(row: DeskRow, now: datetime) -> str:
    said = _("{names} signed {time}")
    return said.format(names=", ".join(row.people), time=_when(row.at, now)) if row.people else ""


def _copies(row: DeskRow) -> str:
    words = ngettext("{count} copy", "{count} copies", row.count)
    return words.format(count=_number(row.count)) if row.count else ""


def _dispatch_chips(kind: SectionKind, row: DeskRow) -> tuple[tuple[str, str], ...]:
    chips = _urgency_chips(row)
    if kind in (SectionKind.TO_SIGN, SectionKind.TO_CHECK) and row.count > 1:
        chips = (*chips, (round_words(row.count), "accent"))
    return chips


def _dispatch_aside(kind: SectionKind, row: DeskRow, now: datetime) -> str:
    match kind:
        case SectionKind.TO_NUMBER if row.number:
            return _("next number {number}").format(number=row.number)
        case SectionKind.SUBMITTED:
            return _when(row.at, now)
        case _:
            return ""


def _of_line(kind: SectionKind, row: DeskRow, now: datetime) -> RowWords:
    if kind is SectionKind.HELD:
        is_over, until = row.topic is Topic.HOLD_OVER, hour_words(row.at, now)
        chips = ((_("Hold over"), "red"),) if is_over else ((until, "amber"),) if until else ()
        about = _("held for {person}: {reason}").format(person=row.person or "", reason=_one_line(row.quote or ""))
        return RowWords(row.reference or "", about, chips, "")
    assert row.topic is not None  # noqa: S101 -- what is unusual says why
    about = " · ".join(filter(None, (row.person, _one_line(row.quote or ""))))
    return RowWords(row.reference or "", about, ((_(_TOPICS[row.topic][0]), _ODD_TONES[row.topic]),), "")


def _of_office(row: DeskRow) -> RowWords:
    assert row.topic is not None  # noqa: S101
    title, below = (_(words) for words in _TOPICS[row.topic])
    match row.topic:
        case Topic.BACKUP | Topic.NO_BACKUP if row.at is not None:
            at = _("Last copy: {time}, {day}").format(time=clock_words(row.at), day=format_day(day_of(row.at)))
            return RowWords(title, at, (), "")
        case Topic.PAGES if row.count:
            words = ngettext("{count} printed page is not locked", "{count} printed pages are not locked", row.count)
            return RowWords(words.format(count=_number(row.count)), _("Lock them once they are signed"), (), "")
        case Topic.SECRETS:
            return RowWords(title, ", ".join(row.people), (), "")
        case Topic.HOLIDAYS:
            return RowWords(title.format(year=row.count), below, (), "")
        case _:
            return RowWords(title, below, (), "")


# --- what presses ---------------------------------------------------------------------------------------------------


def _chips(row: DeskRow) -> tuple[tuple[str, str], ...]:
    return (*_urgency_chips(row), *((due_chip(row.deadline),) if row.deadline else ()))


def _urgency_chips(row: DeskRow) -> tuple[tuple[str, str], ...]:
    known = {one.value: one for one in Urgency}
    return ((urgency_name(known[row.urgency]), "red"),) if row.urgency in known else ()


def due_chip(deadline: Deadline) -> tuple[str, str]:
    """How near a deadline is, in a word or two, and its tone: of one that comes soon its weekday."""
    match deadline.state:
        case DeadlineState.LATE | DeadlineState.TODAY:
            return deadline_words(deadline)
        case DeadlineState.SOON:
            return format_weekday(deadline.last_day), "amber"
        case DeadlineState.LATER:
            return f"{deadline.due_on:%d/%m}", "muted"


def _when(at: datetime | None, now: datetime) -> str:
    return moment_words(at, now) if at else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _number(count: int) -> str:
    return format_number(count)


_SECTIONS: Final = {
    SectionKind.TO_SIGN: N_("To sign"),
    SectionKind.TO_DIRECT: N_("Arrivals awaiting a directive"),
    SectionKind.SENT_BACK: N_("Sent back to me"),
    SectionKind.ASSIGNED: N_("Given to me"),
    SectionKind.TO_NUMBER: N_("Awaiting number"),
    SectionKind.TO_CHECK: N_("Forms to check"),
    SectionKind.TO_HAND_ON: N_("Arrivals not handed on"),
    SectionKind.UNSIGNED: N_("Not signed for"),
    SectionKind.SET_UP: N_("Not set up yet"),
    SectionKind.DRAFTS: N_("My drafts"),
    SectionKind.DEADLINES: N_("Deadlines"),
    SectionKind.LATE_PEOPLE: N_("Late, by person"),
    SectionKind.SUBMITTED: N_("Submitted by me"),
    SectionKind.HELD: N_("Held numbers"),
    SectionKind.UNSENT: N_("Outgoing, not sent yet"),
    SectionKind.ODDITIES: N_("Unusual this week"),
    SectionKind.KEEPING: N_("Backup and books"),
}
_ACTS: Final = {
    DeskAct.WRITE: N_("Go on writing"),
    DeskAct.FOLLOW_REMARKS: N_("See the remarks"),
    DeskAct.READ: N_("Read and sign"),
    DeskAct.FOLLOW: N_("Follow"),
    DeskAct.CHECK: N_("Check the form"),
    DeskAct.NUMBER: N_("Take its number"),
    DeskAct.SUBMIT: N_("Submit to the head"),
    DeskAct.HAND_ON: N_("Hand on"),
    DeskAct.SIGN_FOR: N_("Signed for"),
    DeskAct.DIRECT: N_("Give a directive"),
    DeskAct.OPEN_ARRIVAL: N_("Open"),
    DeskAct.OPEN_LINE: N_("Open"),
    DeskAct.SEE_LATE: N_("See"),
    DeskAct.SEE_BOOKS: N_("To the books"),
    DeskAct.SET_UP: N_("Set up"),
}
_TOPICS: Final = {
    Topic.VOIDED: (N_("Void"), ""),
    Topic.DATED_BACK: (N_("Dated back"), ""),
    Topic.HOLD_OVER: (N_("Hold over"), ""),
    Topic.BACKUP: (N_("The store is backed up"), ""),
    Topic.NO_BACKUP: (N_("No backup for two days"), N_("See that the folder of the backups can be written")),
    Topic.PAGES: (N_("Every printed page is locked"), N_("Books of this year and the last")),
    Topic.BODY: (N_("No body for today"), N_("Nothing can be issued without one")),
    Topic.TERM: (N_("No term covers today"), N_("Party numbers run from the first day of a term to its last")),
    Topic.SIGNATORIES: (N_("Nobody signs today"), N_("Enter the head and who signs for him")),
    Topic.CLERK: (N_("Nobody is the clerk"), N_("Only a clerk takes numbers and registers arrivals")),
    Topic.HEAD: (N_("Nobody is the head"), N_("Only a head or deputy signs off")),
    Topic.SECRETS: (N_("Officers without a PIN or password"), ""),
    Topic.HOLIDAYS: (N_("No holidays of {year} yet"), N_("Deadlines and holds count workdays")),
    Topic.RETENTION: (N_("No table of retention yet"), N_("Case files take their terms from it")),
}
_ODD_TONES: Final = {Topic.VOIDED: "red", Topic.DATED_BACK: "amber", Topic.HOLD_OVER: "red"}
_OF_ARRIVALS: Final = frozenset(
    {
        SectionKind.TO_DIRECT,
        SectionKind.ASSIGNED,
        SectionKind.TO_HAND_ON,
        SectionKind.UNSIGNED,
        SectionKind.DEADLINES,
    }
)
_WITHOUT_PLACE: Final = frozenset({SectionKind.SET_UP, SectionKind.KEEPING, SectionKind.ODDITIES})
