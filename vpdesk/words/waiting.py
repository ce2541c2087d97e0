"""What waits at the desk of those who sign and check, in words."""

from __future__ import annotations

from datetime import datetime

from vpdesk.domain.signoff import QueueRow, Remark
from vpdesk.domain.workflow import Status
from vpdesk.words.catalogue import N_, _, format_number, ngettext
from vpdesk.words.happenings import moment_in_full
from vpdesk.words.wording import clock_words, day_of


def subject_words(subject: str | None) -> str:
    """What a dispatch is about, in one line."""
    return " ".join((subject or _("(no subject yet)")).split())


def waited_words(row: QueueRow, now: datetime) -> str:
    """Since when a dispatch waits: its time today, then how many days."""
    days = (day_of(now) - day_of(row.submitted_at)).days
    if days <= 0:
        said = _("submitted again {time}") if row.rounds > 1 else _("submitted {time}")
        return said.format(time=clock_words(row.submitted_at))
    if days == 1:
        return _("since yesterday")
    return ngettext("for {count} day", "for {count} days", days).format(count=format_number(days))


def round_words(rounds: int) -> str:
    """Which time a dispatch was submitted."""
    return _("Round {number}").format(number=format_number(rounds))


def waits_for_words(row: QueueRow) -> str:
    """For whom a dispatch waits, as a few words behind others."""
    match row.status:
        case Status.SUBMITTED:
            return _("waits for {names}").format(names=", ".join(row.signers))
        case status:
            return _(_WAITS[status])


def count_words(count: int) -> str:
    """How much waits."""
    return ngettext("{count} dispatch waits", "{count} dispatches wait", count).format(count=format_number(count))


def followed_words(remark: Remark, now: datetime) -> str:
    """That a remark was followed, and when; empty while it was not."""
    if remark.done_at is None:
        return ""
    return _("✓ followed {time}").format(time=moment_in_full(remark.done_at, now))


_WAITS = {
    Status.TO_CHECK: N_("waits for the clerk"),
    Status.SIGNED_OFF: N_("waits for its number"),
    Status.SENT_BACK: N_("was sent back"),
}
