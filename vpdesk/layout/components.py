"""One function for each numbered component of the form: dispatch to content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Body,
    Bullet,
    Cell,
    Division,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    split_lines,
)
from vpdesk.domain.dispatch import Appendix, Dispatch, Signing
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout import content
from vpdesk.layout.content import (
    Closing,
    Head,
    Item,
    NewPage,
    Note,
    Rule,
    Salutation,
    Signature,
    Text,
    one_below_another,
    plain,
)
from vpdesk.layout.geometry import mm
from vpdesk.layout.norms import Role


def head(dispatch: Dispatch, rulebook: Rulebook) -> Head:
    """Components 1 to 4 and 5b, with the marks that stand beneath them (10, 11)."""
    return Head(
        names=tuple(one_below_another(issuing_body(dispatch, rulebook))),
        reference=plain(Role.REFERENCE, "3", rulebook.reference(dispatch)),
        under_reference=(*letter_summary(dispatch, rulebook), *marks(dispatch)),
        title=tuple(title(rulebook)),
        place_and_date=plain(Role.PLACE_AND_DATE, "4", rulebook.place_and_date(dispatch)),
        under_date=tuple(notices(dispatch)),
    )


def title(rulebook: Rulebook) -> Iterator[Text]:
    """Component 1: the Party's title, or the state's with its motto."""
    yield plain(Role.PARTY_TITLE, "1", rulebook.word("party_title"))
    if motto := rulebook.optional_word("motto"):
        yield plain(Role.MOTTO, "1", motto)


def issuing_body(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Text]:
    """Component 2: the superior body, the issuing body, the star where the rules have one."""
    if dispatch.parent_body:
        yield plain(Role.PARENT_BODY, "2", dispatch.parent_body)
    yield plain(Role.ISSUING_BODY, "2", dispatch.issuing_body)
    if star := rulebook.optional_word("star"):
        yield plain(Role.STAR, "2", star)


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
    """Component 5a: the type's name, its subject, and what the rules set below a subject. A letter has none."""
    if not rulebook.prints_subject_under_number(dispatch.document_type):
        yield from one_below_another(_type_and_subject(dispatch, rulebook))


def _type_and_subject(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Text]:
    yield plain(Role.TYPE_NAME, "5a", rulebook.type_name(dispatch))
    if dispatch.subject_summary:
        yield plain(Role.SUBJECT, "5a", dispatch.subject_summary)
        if rule := rulebook.optional_word("subject_rule"):
            yield plain(Role.SUBJECT_RULE, "5a", rule)


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
        below=len(dispatch.addressees) > 1 and rulebook.sets_addressees_below,
    )


def base_mark(body: Body, place: int, rulebook: Rulebook) -> str:
    """The closing mark of a basis: the last of a row of bases has its own. Other blocks have none."""
    if not isinstance(body[place], Basis):
        return ""
    goes_on = place + 1 < len(body) and isinstance(body[place + 1], Basis)
    return rulebook.bases.separator if goes_on else rulebook.bases.last


def body_block(block: Block, mark: str, first_note: int, rulebook: Rulebook) -> tuple[tuple[Item, ...], int]:
    """Component 6: one block of the body, and how many notes it calls.

    `mark` closes a basis; `first_note` is the number of the block's first note.
    """
    notes = _Notes(first_note)
    return _block_items(block, mark, notes, rulebook), notes.number - first_note


def _block_items(block: Block, mark: str, notes: _Notes, rulebook: Rulebook) -> tuple[Item, ...]:
    match block:
        case Paragraph(runs, align, indent):
            return (notes.text(Role.PARAGRAPH, runs, align=align, indent=_points(indent)),)
        case Basis(runs, align, indent):
            closed = (*runs, Run(mark))
            return (notes.text(Role.BASIS, closed, rulebook.bases.sign, align=align, indent=_points(indent)),)
        case Heading(level, runs):
            return (notes.text(Role.heading(level), runs),)
        case Division(kind, number, title):
            name = f"{kind.value.capitalize()} {number}"
            lines = plain(Role.DIVISION, "6", name), plain(Role.DIVISION_TITLE, "6", title.upper())
            return tuple(one_below_another(lines))
        case Article(runs):
            return (notes.text(Role.ARTICLE, runs),)
        case Bullet(level, runs):
            return (notes.text(Role.BULLET, runs, rulebook.bullet_sign(level)),)
        case Table(columns, header_rows, rows):
            return (content.Table(columns, header_rows, tuple(_rows(rows, header_rows, notes))),)
        case PageBreak():
            return (NewPage(),)


class _Notes:
    """Numbers the notes of one block in their order."""

    def __init__(self, number: int) -> None:
        self.number = number

    def text(
        self,
        role: Role,
        runs: Runs,
        sign: str = "",
        entry: int | None = None,
        align: Alignment | None = None,
        indent: float | None = None,
    ) -> Text:
        """A text of component 6 with its notes, each called by a raised number."""
        if all(run.note is None for run in runs):
            return Text(role, "6", runs, sign, entry, align, indent)
        called: list[Run] = []
        notes: list[Note] = []
        offset = 0
        for run in runs:
            called.append(replace(run, note=None))
            offset += len(run.text)
            if run.note is not None:
                number = str(self.number)
                called.append(Run(number, bold=run.bold, italic=run.italic, elevation=Elevation.RAISED))
                words = Run(number, elevation=Elevation.RAISED), Run(f" {run.note}")
                text = Text(Role.NOTE, "note", words, entry=self.number - 1)
                notes.append(Note(self.number, offset, text))
                offset += len(number)
                self.number += 1
        return Text(role, "6", tuple(called), sign, entry, align, indent, tuple(notes))


def _rows(rows: tuple[tuple[Cell, ...], ...], header_rows: int, notes: _Notes) -> Iterator[tuple[content.Cell, ...]]:
    """The rows of a table; their cells are numbered in reading order."""
    numbers = count()
    for place, row in enumerate(rows):
        role = Role.TABLE_HEADER if place < header_rows else Role.TABLE_CELL
        yield tuple(_cell(cell, next(numbers), role, notes) for cell in row)


def _cell(cell: Cell, number: int, role: Role, notes: _Notes) -> content.Cell:
    """A cell of a table; a line feed in its text begins a paragraph."""
    has_line_feeds = any("\n" in run.text for run in cell.runs)
    paragraphs = split_lines(cell.runs) if has_line_feeds else (cell.runs,)
    texts = [notes.text(role, runs, entry=number, align=cell.align) for runs in paragraphs]
    return content.Cell(tuple(one_below_another(texts)), cell.columns, cell.rows)


def _points(indent: float | None) -> float | None:
    return None if indent is None else mm(indent)


def appendix_heading(appendix: Appendix) -> Iterator[Text]:
    """The title of an appendix, and the note that says what it belongs to."""
    title = plain(Role.APPENDIX_TITLE, "appendix", appendix.title)
    note = (plain(Role.APPENDIX_NOTE, "appendix", appendix.note),) if appendix.note else ()
    yield from one_below_another((title, *note))


def contact_line(dispatch: Dispatch) -> Text | None:
    """Component 13: address, telephone and the like, at the foot of the first page."""
    return plain(Role.CONTACT_LINE, "13", dispatch.contact_line) if dispatch.contact_line else None


def closing(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Closing]:
    """Components 7 and 9b, with the typist's mark (12) at their foot."""
    signatures = tuple(
        _signature(signing, number if len(dispatch.signing) > 1 else None)
        for number, signing in enumerate(dispatch.signing)
    )
    sign = rulebook.distribution.sign
    recipients = tuple(
        plain(Role.RECIPIENT, "9b", line, sign, index)
        for index, line in enumerate(rulebook.distribution.closed(dispatch.distribution))
    )
    mark = _typist_mark(dispatch, rulebook)
    if not (recipients or mark or any(one.authority or one.signatory for one in signatures)):
        return
    text = rulebook.pack.text
    label = (
        plain(Role.DISTRIBUTION_LABEL, "9b", text("distribution.label") + text("distribution.mark"))
        if recipients
        else None
    )
    yield Closing(label, recipients, signatures, mark)


def certified_copy(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[Item]:
    """The components of a certified copy, under a rule at the end of what was copied."""
    copy = dispatch.certified_copy
    if copy is None:
        return
    paper = Dispatch(
        document_type="BS",
        issuing_body=copy.issuing_body,
        parent_body=copy.parent_body,
        number=copy.number,
        symbol=copy.symbol,
        place=copy.place,
        date=copy.date,
        distribution=copy.distribution,
        signing=copy.signing,
    )
    yield Rule()
    yield replace(head(paper, rulebook), title=(plain(Role.COPY_TITLE, "copy", rulebook.copy_title(copy.kind)),))
    yield from closing(paper, rulebook)


def _signature(signing: Signing, number: int | None) -> Signature:
    """A signature block: the first line is bold, whether it names the authority or the position."""
    authority = []
    if signing.authority:
        authority.append(plain(Role.AUTHORITY, "7a", signing.authority, entry=number))
    if signing.position:
        role, component = (Role.POSITION, "7b") if signing.authority else (Role.AUTHORITY, "7a")
        authority.append(plain(role, component, signing.position, entry=number))
    name = plain(Role.SIGNATORY, "7c", signing.name, entry=number) if signing.name else None
    return Signature(tuple(authority), name)


def _typist_mark(dispatch: Dispatch, rulebook: Rulebook) -> Text | None:
    if not dispatch.typist_mark:
        return None
    copies = ""
    if dispatch.copies:
        copies = f"{rulebook.word('copies_joint')}{dispatch.copies}{rulebook.optional_word('copies_end')}"
    return plain(Role.TYPIST_MARK, "12", dispatch.typist_mark + copies)
