"""The dispatch: one outgoing document, as the office drafts, signs and issues it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from vpdesk.domain.body import Body
from vpdesk.domain.catalog import Secrecy, Urgency


@dataclass(frozen=True, slots=True)
class Signing:
    """One signature block (component 7): authority, position, name; a draft may lack any."""

    authority: str | None = None
    position: str | None = None
    name: str | None = None


class PaperSize(Enum):
    """Sheets the guidance allows."""

    A4 = "A4"
    A5 = "A5"


class Orientation(Enum):
    """Which way a sheet is held."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A dispatch's own choices of page; None leaves the choice to the rule pack. Sizes in points."""

    size: PaperSize | None = None
    orientation: Orientation | None = None
    body_size: float | None = None
    leading: float | None = None
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix on pages of its own."""

    title: str
    note: str | None
    body: Body
    page: PageSetup = field(default_factory=PageSetup)


class CopyKind(Enum):
    """The kinds of certified copies (HD36, part III), by the words printed."""

    WHOLE = "sao y bản chính"
    """The whole text, by the body that issued it."""
    OF_ANOTHER = "sao lục"
    """The whole text of another body's document."""
    EXTRACT = "trích sao"
    """A part of the text."""


@dataclass(frozen=True, slots=True)
class CertifiedCopy:
    """What the copying body sets under a document that it certifies as a copy."""

    kind: CopyKind
    issuing_body: str
    parent_body: str | None = None
    number: int | None = None
    symbol: str | None = None
    place: str | None = None
    date: date | None = None
    distribution: tuple[str, ...] = ()
    signing: tuple[Signing, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One outgoing document. What a draft does not have yet is None or empty."""

    document_type: str
    issuing_body: str
    parent_body: str | None = None
    rules: str | None = None
    number: int | None = None
    number_suffix: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: date | None = None
    subject_summary: str | None = None
    addressees: tuple[str, ...] = ()
    body: Body = ()
    distribution: tuple[str, ...] = ()
    signing: tuple[Signing, ...] = ()
    secrecy: Secrecy | None = None
    urgency: Urgency | None = None
    circulation_notice: str | None = None
    draft_notice: str | None = None
    typist_mark: str | None = None
    copies: int | None = None
    contact_line: str | None = None
    appendices: tuple[Appendix, ...] = ()
    certified_copy: CertifiedCopy | None = None
    page: PageSetup = field(default_factory=PageSetup)
