"""What has happened to a case file, and what was changed of it, in words."""

from __future__ import annotations

from vpdesk.domain.case_files import CaseState, retention_of
from vpdesk.domain.signoff import Happening
from vpdesk.words.case_files import case_state_name, retention_words
from vpdesk.words.catalogue import N_, _


def happened_words(happening: Happening) -> str:
    """What was done with a case file: one short line without who and when."""
    return _(_ACTS.get(happening.act, happening.act))


def corrected_words(member: str, was: str | None, now: str | None) -> str:
    """What was changed of a field, in a line."""
    return _("{field}: {was} → {now}").format(
        field=_(_FIELDS.get(member, member)), was=_told(member, was), now=_told(member, now)
    )


def _told(member: str, kept: str | None) -> str:
    if kept is None:
        return "–"
    if member == "retention":
        return retention_words(retention_of(kept))
    return case_state_name(CaseState(kept)) if member == "state" else kept


_ACTS = {
    "amend": N_("Facts changed"),
    "amend_paper": N_("What it says of a document was changed"),
    "begin": N_("Opened beside the list"),
    "close": N_("Case file closed"),
    "count_sheets": N_("Sheets counted"),
    "give": N_("Given to another keeper"),
    "hand_over": N_("Handed over to the archive"),
    "list": N_("Put on the list"),
    "number": N_("Numbered anew"),
    "open": N_("Case file opened"),
    "order_papers": N_("Documents put in order"),
    "put_back": N_("Document put back"),
    "put_in": N_("Document put in"),
    "put_sheet": N_("Closing sheet written"),
    "reopen": N_("Opened again"),
    "set_aside": N_("Put aside"),
    "take_back": N_("Hand-over undone"),
    "take_out": N_("Document taken out"),
    "print": N_("Printed"),
    "export": N_("Exported"),
}
_FIELDS = {
    "title": N_("Title"),
    "retention": N_("Kept for"),
    "keeper": N_("Kept by"),
    "heading": N_("Heading"),
    "notes": N_("Notes"),
    "symbol": N_("Symbol"),
    "state": N_("State"),
}
