"""What has happened to a dispatch, and in whose hands it is, in words."""

from __future__ import annotations

from datetime import datetime

from vpdesk.domain.drafts import DraftVersion
from vpdesk.domain.signoff import Detail, Happening, QueueRow
from vpdesk.domain.workflow import Status, Step
from vpdesk.words.catalogue import N_, _
from vpdesk.words.wording import clock_words, moment_words


def happening_words(happening: Happening) -> str:
    """What was done: one short line without who and when."""
    words = _(_ACTS.get(happening.act, happening.act))
    if happening.act == Step.SUBMIT.value and happening.facts.get("rounds", 1) != 1:
        return _("Submitted again")
    return words


def version_words(version: DraftVersion) -> str:
    """What a version was kept for."""
    return _(_ACTS[version.step.value])


def moment_in_full(moment: datetime, now: datetime) -> str:
    """A moment with its time of day: `10:42`, `yesterday 10:42`, `23/12/2024 10:42`."""
    said, clock = moment_words(moment, now), clock_words(moment)
    return said if said == clock else f"{said} {clock}"


def holder_words(detail: Detail) -> str:
    """In whose hands a dispatch is: one sentence."""
    return held_words(detail.draft.progress.status, detail.missing)


def held_words(status: Status, missing: tuple[str, ...]) -> str:
    """In whose hands a dispatch with this status is, where these signatures are missing: one sentence."""
    if status is Status.SUBMITTED:
        return _("Waits for the signature of {names}.").format(names=", ".join(missing))
    return _(_HOLDERS[status])


def readers_words(detail: Detail | QueueRow) -> str:
    """Who has read the newest version."""
    if not detail.readers:
        return _("Nobody has opened it yet.")
    return _("Read by {names}.").format(names=", ".join(detail.readers))


_HOLDERS = {
    Status.DRAFT: N_("With its drafter."),
    Status.TO_CHECK: N_("Waits for the clerk’s check of its form."),
    Status.SENT_BACK: N_("Sent back; with its drafter."),
    Status.SIGNED_OFF: N_("Signed off; waits for its number."),
    Status.ISSUED: N_("Issued."),
    Status.WITHDRAWN: N_("Withdrawn; it goes no further."),
    Status.VOID: N_("Void."),
}
_ACTS = {
    "begin": N_("Begun"),
    "save": N_("Text changed"),
    "submit": N_("Submitted for signature"),
    "check": N_("Form found right"),
    "send_back": N_("Sent back"),
    "sign": N_("Signed; others are missing"),
    "unsign": N_("Took the signature back"),
    "sign_off": N_("Signed off"),
    "amend": N_("Text changed after the sign-off"),
    "take_back": N_("Took the last step back"),
    "withdraw": N_("Withdrawn"),
    "issue": N_("Issued"),
    "void": N_("Declared void"),
    "follow": N_("Followed a remark"),
    "reopen": N_("Opened a remark again"),
    "delete": N_("Deleted"),
    "restore": N_("Restored"),
    "link": N_("Linked with another document"),
    "print": N_("Printed"),
    "export": N_("Exported"),
}
