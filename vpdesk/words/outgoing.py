"""What the outgoing register says of its lines, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from vpdesk.domain.dispatch import CopyKind
from vpdesk.domain.issuing import LinkedDocument, Recipient, copies_of
from vpdesk.domain.outgoing import LineState, Link, RegisterLine
from vpdesk.domain.outgoing_list import OutgoingRow, OutgoingView
from vpdesk.domain.workdays import Holiday
from vpdesk.words.catalogue import N_, _, format_day, format_number, ngettext
from vpdesk.words.registers import line_state_name, link_name
from vpdesk.words.wording import clock_words, day_of

SECRET: Final = N_("secret document – see the secret register")


def view_name(view: OutgoingView | None) -> str:
    """What a choice of lines is called; None is what waits for its number."""
    return _(_VIEWS[view])


def summary_words(line: RegisterLine, type_name: str) -> str:
    """Type and subject of a line; of a secret document nothing."""
    if line.state is LineState.WITHHELD:
        return _(SECRET)
    if line.state is LineState.HELD:
        return _("held for {person}: {reason}").format(person=line.held_for or "", reason=line.reason or "")
    return document_words(type_name, line.subject)


def document_words(type_name: str, subject: str | None) -> str:
    """A document by its type and subject: `Công văn đẩy mạnh…`, `Quyết định về việc…`."""
    about = " ".join((subject or "").split()).removeprefix("V/v ")
    about = about[0].lower() + about[1:] if about.startswith("Về việc ") else about
    return f"{type_name} {about}".strip()


def fate_words(row: OutgoingRow, now: datetime) -> tuple[str, str]:
    """What has become of a line and its papers, in a word or two, and their tone."""
    line = row.line
    match line.state:
        case LineState.VOID:
            return line_state_name(line.state), "red"
        case LineState.WITHHELD:
            return line_state_name(line.state), "muted"
        case LineState.HELD:
            return (_("Hold over"), "red") if line.has_expired(now) else (hour_words(line.held_until, now), "amber")
        case _:
            return _sent_words(row)


def _sent_words(row: OutgoingRow) -> tuple[str, str]:
    if row.unsent:
        return ngettext("{count} waits", "{count} wait", row.unsent).format(count=format_number(row.unsent)), "amber"
    if row.sent_on:
        return f"✓ {row.sent_on:%d/%m}", "green"
    return line_state_name(row.line.state), "green" if row.line.state is LineState.ISSUED else "muted"


def hour_words(until: datetime | None, now: datetime) -> str:
    """Until when a number is held."""
    if until is None:
        return ""
    if day_of(until) == day_of(now):
        return _("to {time} today").format(time=clock_words(until))
    return _("to {time}, {day}").format(time=clock_words(until), day=f"{day_of(until):%d/%m}")


def chips_of(line: RegisterLine, now: datetime) -> tuple[tuple[str, str], ...]:
    """The badges of a line: each a word and its tone."""
    chips = [(line_state_name(line.state), _TONES[line.state])]
    if line.has_expired(now):
        chips.append((_("Hold over"), "red"))
    if line.date_reason:
        chips.append((_("Dated back"), "amber"))
    return tuple(chips)


def copies_words(recipients: Iterable[Recipient]) -> str:
    """For whom copies are made: `14 recipients and 2 file copies`."""
    known = tuple(recipients)
    places = sum(not one.is_file_copy for one in known)
    kept = copies_of(one for one in known if one.is_file_copy)
    sent = ngettext("{count} recipient", "{count} recipients", places).format(count=format_number(places))
    files = ngettext("{count} file copy", "{count} file copies", kept).format(count=format_number(kept))
    return _("{recipients} and {files}").format(recipients=sent, files=files)


def before_words(before: RegisterLine | None) -> str:
    """The number before, with its date."""
    if before is None:
        return _("The first number of its row")
    if before.document_date is None:
        return _("Number before: {reference}").format(reference=before.reference)
    said = _("Number before: {reference}, {day}")
    return said.format(reference=before.reference, day=format_day(before.document_date))


def dated_back_words(before: RegisterLine) -> str:
    """That a date is before that of the number before, and what to do."""
    assert before.document_date is not None  # noqa: S101 -- a line without a date is not before it
    said = _("This date is before that of no. {reference}, {day}. Give a reason to go on.")
    return said.format(reference=before.reference, day=format_day(before.document_date))


def hold_words(line: RegisterLine, now: datetime) -> str:
    """A number that is held: for whom, and until when."""
    end = _("hold over") if line.has_expired(now) else hour_words(line.held_until, now)
    return f"{line.reference} · {line.held_for or ''} · {end}"


def linked_words(linked: LinkedDocument) -> str:
    """What a document does to the one in hand, or has done to it."""
    named = linked.reference or _("a draft")
    return f"{link_name(linked.link.kind, passive=linked.is_passive)} {named}"


def made_link_words(link: Link) -> str:
    """What a draft was begun for."""
    return link_name(link.kind)


def copy_kind_name(kind: CopyKind) -> str:
    """What a kind of certified copy is called."""
    return _(_COPY_KINDS[kind])


def holiday_words(holiday: Holiday) -> str:
    """What an exception to the week is."""
    return _("worked") if holiday.is_worked else _("day off")


def void_reasons(line: RegisterLine) -> tuple[str, ...]:
    """The reasons offered for making a number void."""
    offered = _HELD_REASONS if line.state is LineState.HELD else _VOID_REASONS
    return tuple(map(_, offered))


_VIEWS: Final = {
    None: N_("Awaiting number"),
    OutgoingView.ALL: N_("All"),
    OutgoingView.HELD: N_("Held"),
    OutgoingView.UNSENT: N_("Not sent yet"),
    OutgoingView.VOID: N_("Void"),
    OutgoingView.UNUSUAL: N_("Unusual"),
}
_TONES: Final = {
    LineState.HELD: "amber",
    LineState.ISSUED: "green",
    LineState.EXTERNAL: "accent",
    LineState.VOID: "red",
    LineState.WITHHELD: "muted",
}
_COPY_KINDS: Final = {
    CopyKind.WHOLE: N_("True copy"),
    CopyKind.OF_ANOTHER: N_("Copy of another body’s document"),
    CopyKind.EXTRACT: N_("Extract"),
}
_VOID_REASONS: Final = (
    N_("A fault in the printed text"),
    N_("Numbered in the wrong row"),
    N_("Not to be issued after all"),
    N_("Issued twice"),
)
_HELD_REASONS: Final = (N_("The hold is over"), N_("Not needed after all"), N_("Held by mistake"))
