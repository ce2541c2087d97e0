"""What is worth telling about a dispatch without refusing it. `words.wording` makes the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from vpdesk.domain.catalog import body_kind
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.pack import RulePack
from vpdesk.domain.rulebook import Rulebook


class FindingKind(Enum):
    """The kinds of findings."""

    MISSING_CHARACTERS = auto()
    """`detail`: the characters no face has, each with its code point."""
    TYPE_UNKNOWN = auto()
    """`detail`: the type's code."""
    TYPE_NOT_USUAL = auto()
    """`detail`: the type's name; the pack does not list it for this kind of body."""
    TYPE_NOT_OF_DATE = auto()
    """`detail`: the type's name; the catalogue did not have it on the document's date."""
    ADDRESSEES_NOT_USUAL = auto()
    """`detail`: the type's name; its form has no addressees, and the dispatch has some."""
    OUTSIDE_LIMITS = auto()
    """`figure` of the dispatch's own page; `detail`: its value and the pack's limits, in points."""
    FITTED = auto()
    """`figure` that was moved; `detail`: its value before and after, in points."""
    MOVED_ALONG = auto()
    """`detail`: the number of the last page, to which a line more was moved so that it is not short."""
    NOT_FITTED = auto()
    """`detail`: the number of a last page that is short, which nothing inside the limits mends."""
    TOO_MANY_PAGES = auto()
    """`detail`: how many pages it takes, and how many were asked for at most."""
    RULES_NOT_OF_DATE = auto()
    """`detail`: the pack in use; the document's date would choose another."""
    NO_RULES_FOR_DATE = auto()
    """`detail`: the document's date, before the first pack; the oldest is used."""
    BODY_NOT_OF_DATE = auto()
    """`detail`: the document's date, on which the body was called otherwise, or was another."""
    SIGNING_FORM_NOT_OF_RULES = auto()
    """`detail`: the letters of an authority that the rules do not know."""
    SIGNING_FOR_COLLECTIVE = auto()
    """`detail`: the authority; nobody signs for the head of a body that decides together."""
    SIGNATORY_NOT_KNOWN = auto()
    """`detail`: the name, which no record of a body has."""
    SIGNATORY_NOT_OF_DATE = auto()
    """`detail`: the name; he does not sign in this way on that day."""
    SIGNATORY_NOT_OF_TYPE = auto()
    """`detail`: the name; he does not sign dispatches of this type."""


class Figure(Enum):
    """The figures of a page that a dispatch may choose. The value is its name in the page's setup."""

    BODY_SIZE = "body_size"
    LEADING = "leading"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at a numbered component of the form."""

    kind: FindingKind
    component: str
    detail: str = ""
    figure: Figure | None = None


def find_unusual(dispatch: Dispatch, pack: RulePack) -> tuple[Finding, ...]:
    """What the rule pack holds against this dispatch's type and page setup."""
    return (*_type_findings(dispatch, pack), *_setup_findings(dispatch, pack))


def _type_findings(dispatch: Dispatch, pack: RulePack) -> tuple[Finding, ...]:
    one = Rulebook(pack).document_type(dispatch.document_type)
    if one is None:
        return (Finding(FindingKind.TYPE_UNKNOWN, "5a", dispatch.document_type),)
    if dispatch.date is not None and not one.is_valid_on(dispatch.date):
        return (Finding(FindingKind.TYPE_NOT_OF_DATE, "5a", one.name),)
    findings = []
    kind = body_kind(dispatch.issuing_body)
    if kind is not None and kind not in one.issuers:
        findings.append(Finding(FindingKind.TYPE_NOT_USUAL, "5a", one.name))
    if dispatch.addressees and not one.addressed:
        findings.append(Finding(FindingKind.ADDRESSEES_NOT_USUAL, "9a", one.name))
    return tuple(findings)


def _setup_findings(dispatch: Dispatch, pack: RulePack) -> tuple[Finding, ...]:
    keys = {
        Figure.BODY_SIZE: "style.body.size",
        Figure.LEADING: "style.body.leading",
        Figure.GAP: "style.body.before",
    }
    findings = []
    for figure, key in keys.items():
        value, ruling = getattr(dispatch.page, figure.value), pack.ruling(key)
        low, high = ruling.low, ruling.high
        if value is not None and ((low is not None and value < low) or (high is not None and value > high)):
            limits = f"{low or 0:g}–{high:g}" if high is not None else f"≥ {low:g}"
            findings.append(Finding(FindingKind.OUTSIDE_LIMITS, "6", f"{value:g} ({limits})", figure))
    return tuple(findings)
