"""One function for each numbered component of the form: dispatch to content."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from vpdesk.domain.body import (
    Article,
    Basis,
    Block,
    Bullet,
    Division,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
)
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.errors import NotLaidOut
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout.content import Closing, Head, Item, NewPage, Salutation, Text, plain
from vpdesk.layout.geometry import mm
from vpdesk.layout.norms import Role


def head(dispatch: Dispatch, rulebook: Rulebook) -> Head:
    """Components 1 to 4 and 5b, with the marks that stand beneath them (10, 11)."""
    return Head(
        names=tuple(issuing_body(dispatch, rulebook)),
        reference=plain(Role.REFERENCE, "3", rulebook.reference(dispatch)),
        under_reference=(*letter_summary(dispatch, rulebook), *marks(dispatch)),
        title=plain(Role.PARTY_TITLE, "1", rulebook.word("party_title")),
        place_and_date=plain(Role.PLACE_AND_DATE, "4", rulebook.place_and_date(dispatch)),
        under_date=tuple(notices(dispatch)),
    )


def issuing_body(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Text]:
    """Component 2: the superior body, the issuing body, the star."""
    if dispatch.parent_body:
        yield plain(Role.PARENT_BODY, "2", dispatch.parent_body)
    yield plain(Role.ISSUING_BODY, "2", dispatch.issuing_body)
    yield plain(Role.STAR, "2", rulebook.word("star"))


def letter_summary(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Text]:
    """Component 5b: the subject of an official letter, as printed."""
    if dispatch.subject_summary and rulebook.prints_subject_under_number(dispatch.document_type):
        yield plain(Role.LETTER_SUMMARY, "5b", dispatch.subject_summary)


def marks(dispatch: Dispatch) -> Iterator[Text]:
    """Components 10a and 10b: the level of secrecy, the degree of urgency."""
    if dispatch.secrecy:
        yield plain(Role.SECRECY, "10a", dispatch.secrecy.value)
    if dispatch.urgency:
        yield plain(Role.URGENCY, "10b", dispatch.urgency.value)


def notices(dispatch: Dispatch) -> Iterator[Text]:
    """Components 11a and 11b: where the paper may go, and that it is a draft."""
    if dispatch.circulation_notice:
        yield plain(Role.CIRCULATION_NOTICE, "11a", dispatch.circulation_notice)
    if dispatch.draft_notice:
        yield plain(Role.DRAFT_NOTICE, "11b", dispatch.draft_notice)


def title_and_subject(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Text]:
    """Component 5a: the type's name, its subject, five hyphens. An official letter has none."""
    if rulebook.prints_subject_under_number(dispatch.document_type):
        return
    yield plain(Role.TYPE_NAME, "5a", rulebook.type_name(dispatch))
    if dispatch.subject_summary:
        yield plain(Role.SUBJECT, "5a", dispatch.subject_summary)
    yield plain(Role.SUBJECT_RULE, "5a", rulebook.word("subject_rule"))


def addressees(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Salutation]:
    """Component 9a: one addressee on the label's line, several each on its own."""
    if not dispatch.addressees:
        return
    form = rulebook.salutation
    label = rulebook.salutation_label(dispatch.document_type)
    sign = form.sign if len(dispatch.addressees) > 1 else ""
    yield Salutation(
        label=plain(Role.SALUTATION, "9a", label + rulebook.pack.text("salutation.mark")),
        addressees=tuple(
            plain(Role.ADDRESSEE, "9a", line, sign, index)
            for index, line in enumerate(form.closed(dispatch.addressees))
        ),
    )


def base_marks(dispatch: Dispatch, rulebook: Rulebook) -> dict[int, str]:
    """The closing mark of each basis, by its place in the body: the last of a row of bases has its own."""
    form, blocks = rulebook.bases, dispatch.body
    return {
        index: form.separator if isinstance(below, Basis) else form.last
        for index, (block, below) in enumerate(zip_longest(blocks, blocks[1:]))
        if isinstance(block, Basis)
    }


def body_block(block: Block, mark: str, rulebook: Rulebook) -> tuple[Item, ...]:
    """Component 6: one block of the body; `mark` closes a basis.

    Raises NotLaidOut for what the typesetter cannot set yet.
    """
    match block:
        case Paragraph(runs, align, indent):
            return (Text(Role.PARAGRAPH, "6", _without_notes(runs), align=align, indent=_points(indent)),)
        case Basis(runs, align, indent):
            closed = (*_without_notes(runs), Run(mark))
            return (Text(Role.BASIS, "6", closed, rulebook.bases.sign, align=align, indent=_points(indent)),)
        case Heading(level, runs):
            return (Text(Role.heading(level), "6", _without_notes(runs)),)
        case Division(kind, number, title):
            name = f"{kind.value.capitalize()} {number}"
            return (plain(Role.DIVISION, "6", name), plain(Role.DIVISION_TITLE, "6", title.upper()))
        case Article(runs):
            return (Text(Role.ARTICLE, "6", _without_notes(runs)),)
        case Bullet(level, runs):
            return (Text(Role.BULLET, "6", _without_notes(runs), rulebook.bullet_sign(level)),)
        case PageBreak():
            return (NewPage(),)
        case Table():
            raise NotLaidOut("table", "body")


def _without_notes(runs: Runs) -> Runs:
    if any(run.note is not None for run in runs):
        raise NotLaidOut("note", "body")
    return runs


def _points(indent: float | None) -> float | None:
    return None if indent is None else mm(indent)


def closing(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Closing]:
    """Components 7 and 9b, with the typist's mark (12) at their foot."""
    authority = tuple(_authority(dispatch))
    signatory = _signatory(dispatch)
    sign = rulebook.distribution.sign
    recipients = tuple(
        plain(Role.RECIPIENT, "9b", line, sign, index)
        for index, line in enumerate(rulebook.distribution.closed(dispatch.distribution))
    )
    mark = _typist_mark(dispatch, rulebook)
    if not (authority or signatory or recipients or mark):
        return
    text = rulebook.pack.text
    label = (
        plain(Role.DISTRIBUTION_LABEL, "9b", text("distribution.label") + text("distribution.mark"))
        if recipients
        else None
    )
    yield Closing(label, recipients, authority, signatory, mark)


def _authority(dispatch: Dispatch) -> Iterator[Text]:
    """The lines above the signature: the first is bold, whether it names the authority or the position."""
    for signing in dispatch.signing[:1]:
        if signing.authority:
            yield plain(Role.AUTHORITY, "7a", signing.authority)
        if signing.position:
            role, component = (Role.POSITION, "7b") if signing.authority else (Role.AUTHORITY, "7a")
            yield plain(role, component, signing.position)


def _signatory(dispatch: Dispatch) -> Text | None:
    name = dispatch.signing[0].name if dispatch.signing else None
    return plain(Role.SIGNATORY, "7c", name) if name else None


def _typist_mark(dispatch: Dispatch, rulebook: Rulebook) -> Text | None:
    if not dispatch.typist_mark:
        return None
    copies = f"{rulebook.word('copies_joint')}{dispatch.copies}" if dispatch.copies else ""
    return plain(Role.TYPIST_MARK, "12", dispatch.typist_mark + copies)
