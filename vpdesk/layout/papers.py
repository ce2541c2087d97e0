"""The papers of an office, laid out by the same typesetter: slips as content, envelope and stamp as frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from vpdesk.domain.body import Alignment, Run
from vpdesk.domain.dates import short_date, written_date
from vpdesk.domain.dispatch import Dispatch, PageSetup, Signing
from vpdesk.domain.pack import RulePack
from vpdesk.domain.papers import (
    ArrivalStamp,
    Directive,
    Enclosure,
    Envelope,
    ForwardingSlip,
    HandlingSlip,
    IntroductionLetter,
    SubmissionSlip,
    TransmittalSlip,
)
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout import components
from vpdesk.layout.content import Cell, Content, Item, Salutation, Section, Table, Text, plain
from vpdesk.layout.engine import missing_characters
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import (
    Description,
    Frame,
    Inked,
    Line,
    Page,
    PagedDocument,
    Place,
    PlacedFrame,
    PlacedLine,
    Stroke,
)
from vpdesk.layout.geometry import mm
from vpdesk.layout.inline import natural_width, set_lines
from vpdesk.layout.norms import Role, Style, read_style
from vpdesk.layout.setter import baseline_in_line, line_start, moved

_TEXT = "6"


@dataclass(frozen=True, slots=True)
class Forms:
    """The words of the papers, and the rulebook whose head and closing they carry."""

    words: RulePack
    rulebook: Rulebook

    def filled(self, key: str, **values: str | None) -> str:
        """The words at a key with these values, a blank for each that is not known."""
        blank = self.words.text("form.blank")
        return self.words.text(key).format(**{name: value or blank for name, value in values.items()})

    def day(self, day: date | None) -> str:
        """A date as written, or room for one."""
        return written_date(day) if day else self.words.text("form.day_blank")


def introduction_letter(letter: IntroductionLetter, forms: Forms) -> Content:
    """Giấy giới thiệu: who is sent where, for what, until when."""
    cover = letter.letterhead.cover("GGT", signing=letter.signing)
    return _paper(
        cover,
        forms,
        (
            *components.title_and_subject(cover, forms.rulebook),
            _paragraph(forms.filled("introduction.opening", body=letter.sender)),
            _paragraph(forms.filled("introduction.bearer", bearer=letter.bearer)),
            _paragraph(forms.filled("introduction.position", position=letter.position)),
            _paragraph(forms.filled("introduction.visited", visited=letter.visited)),
            _paragraph(forms.filled("introduction.purpose", purpose=letter.purpose)),
            _paragraph(forms.filled("introduction.request")),
            _paragraph(forms.filled("introduction.validity", day=forms.day(letter.valid_until))),
            *components.closing(cover, forms.rulebook),
        ),
    )


def transmittal_slip(slip: TransmittalSlip, forms: Forms) -> Content:
    """Phiếu gửi: what is sent, and who received it."""
    cover = slip.letterhead.cover("PG", addressees=slip.addressees)
    receiver = Signing(None, forms.filled("transmittal.receiver"), None)
    signed = replace(cover, signing=(receiver, slip.signing or Signing()))
    return _paper(
        cover,
        forms,
        (
            *components.title_and_subject(cover, forms.rulebook),
            *components.addressees(cover, forms.rulebook),
            _paragraph(forms.filled("transmittal.opening", body=slip.sender)),
            _enclosures(slip.enclosures, forms),
            _paragraph(forms.filled("transmittal.request", body=slip.sender)),
            *components.closing(signed, forms.rulebook),
        ),
    )


def forwarding_slip(slip: ForwardingSlip, forms: Forms) -> Content:
    """Phiếu chuyển: what is passed on, to whom, and why."""
    cover = slip.letterhead.cover(
        "PC", subject_summary=slip.subject_summary, addressees=slip.addressees, signing=slip.signing
    )
    return _paper(
        cover,
        forms,
        (
            *components.title_and_subject(cover, forms.rulebook),
            *components.addressees(cover, forms.rulebook),
            _paragraph(forms.filled("forwarding.opening", body=slip.sender)),
            _enclosures(slip.enclosures, forms),
            _paragraph(forms.filled("forwarding.reason", reason=slip.reason)),
            *components.closing(cover, forms.rulebook),
        ),
    )


def submission_slip(slip: SubmissionSlip, forms: Forms) -> Content:
    """Phiếu trình: what the draft says and proposes, with room for the clerk and the head."""
    signing = Signing(None, forms.filled("submission.drafter"), slip.drafter)
    cover = slip.letterhead.cover(
        forms.filled("submission.title"), subject_summary=slip.subject_summary, signing=signing
    )
    return _paper(
        cover,
        forms,
        (
            *components.title_and_subject(cover, forms.rulebook),
            Salutation(
                plain(Role.SALUTATION, "9a", forms.filled("submission.label")),
                (plain(Role.ADDRESSEE, "9a", slip.addressee, entry=0),),
            ),
            Table(
                (3, 7),
                0,
                (
                    _answer(forms.filled("submission.content"), slip.content, forms),
                    _answer(forms.filled("submission.opinions"), slip.opinions, forms),
                    _answer(forms.filled("submission.proposal"), slip.proposal, forms),
                    _answer(forms.filled("submission.check"), None, forms),
                    _answer(forms.filled("submission.decision"), None, forms),
                ),
            ),
            *components.closing(cover, forms.rulebook),
        ),
        numbered=False,
    )


def handling_slip(slip: HandlingSlip, forms: Forms) -> Content:
    """Phiếu giải quyết văn bản đến: the document, and what is to be done with it, or room for that."""
    cover = slip.letterhead.cover(forms.filled("handling.title"))
    arrival = slip.arrival
    arrived = forms.filled("handling.arrival_day", day=forms.day(arrival.arrived))
    parts = [_directive(slip.directive, forms) if slip.directive else _part("leader", "leader_hint", forms)]
    if slip.has_units:
        parts.append(_part("unit", "unit_hint", forms))
    parts.append(_part("proposal", None, forms))
    return _paper(
        cover,
        forms,
        (
            *components.title_and_subject(cover, forms.rulebook),
            _paragraph(
                forms.filled(
                    "handling.document",
                    document=arrival.document,
                    day=forms.day(arrival.day),
                    issuer=arrival.issuer,
                    summary=arrival.summary,
                )
            ),
            _paragraph(forms.filled("handling.arrival", number=arrival.number, day=arrived)),
            Table((1,), 0, tuple((part,) for part in parts)),
        ),
        numbered=False,
    )


def _paper(cover: Dispatch, forms: Forms, items: tuple[Item, ...], *, numbered: bool = True) -> Content:
    """These items under the head of a cover."""
    head = components.head(cover, forms.rulebook)
    if not numbered:
        head = replace(head, reference=plain(Role.REFERENCE, "3", ""))
    items = (head, *items)
    return Content(
        sections=(Section(items, (None,) * len(items), PageSetup()),),
        contact_line=None,
        title=forms.rulebook.type_name(cover).capitalize(),
        author=_one_line(cover.issuing_body),
        subject=cover.subject_summary or "",
    )


def _paragraph(text: str) -> Text:
    return plain(Role.PARAGRAPH, _TEXT, text)


def _cell(text: str, role: Role = Role.TABLE_CELL, align: Alignment | None = None) -> Cell:
    return Cell((Text(role, _TEXT, (Run(text),), align=align),))


def _enclosures(enclosures: Sequence[Enclosure], forms: Forms) -> Table:
    """What goes with a slip, a row for each."""
    keys = ("number", "reference", "summary", "copies")
    header = tuple(_cell(forms.filled(f"enclosures.{key}"), Role.TABLE_HEADER) for key in keys)
    rows = (
        (
            _cell(str(number), align=Alignment.CENTRED),
            _cell(one.reference),
            _cell(one.summary),
            _cell(f"{one.copies:02d}", align=Alignment.CENTRED),
        )
        for number, one in enumerate(enclosures, start=1)
    )
    return Table((1, 4, 6, 1.5), 1, (header, *rows))


def _room(form: str, forms: Forms) -> Iterator[Text]:
    """Lines to be written on by hand."""
    for _ in range(int(forms.words.number(f"{form}.writing_lines"))):
        yield plain(Role.TABLE_CELL, _TEXT, "")


def _answer(question: str, answer: str | None, forms: Forms) -> tuple[Cell, Cell]:
    """A row with what is asked at the left, and the answer or room for one at the right."""
    asked = Cell((Text(Role.TABLE_CELL, _TEXT, (Run(question, bold=True),)),))
    return asked, _cell(answer) if answer else Cell(tuple(_room("submission", forms)))


def _part(title: str, hint: str | None, forms: Forms) -> Cell:
    """A part of a slip that is written by hand, with its day."""
    hinted = (plain(Role.TABLE_CELL, _TEXT, forms.filled(f"handling.{hint}")),) if hint else ()
    return Cell((_named(title, forms), *hinted, *_room("handling", forms), _dated(None, forms)))


def _directive(directive: Directive, forms: Forms) -> Cell:
    """The part of the head, as he has written it, with room for his signature."""
    due_on = directive.due_on.strftime("%d/%m/%Y") if directive.due_on else None
    said = {"lead": directive.lead, "support": "; ".join(directive.support), "due_on": due_on}
    lines = [forms.filled(f"handling.{key}", **{key: value}) for key, value in said.items() if value]
    if directive.text:
        lines.insert(0, directive.text)
    signed = Text(Role.TABLE_CELL, _TEXT, (Run(directive.head or "", bold=True),), align=Alignment.RIGHT)
    return Cell(
        (
            _named("leader", forms),
            *(plain(Role.TABLE_CELL, _TEXT, line) for line in lines),
            _dated(directive.day, forms),
            *[plain(Role.TABLE_CELL, _TEXT, "")] * _SIGNED_IN,
            signed,
        )
    )


_SIGNED_IN: Final = 2
"""Lines in which a head signs above his name."""


def _named(title: str, forms: Forms) -> Text:
    return Text(Role.TABLE_CELL, _TEXT, (Run(forms.filled(f"handling.{title}"), bold=True),))


def _dated(day: date | None, forms: Forms) -> Text:
    return Text(Role.TABLE_CELL, _TEXT, (Run(forms.day(day).capitalize(), italic=True),))


# --- what stands at points: the envelope, the stamp ---------------------------------------------------------------


def envelope(envelope: Envelope, words: RulePack, fonts: FontBook) -> PagedDocument:
    """The address side: sender and reference at the top left, addressee in the lower right."""
    size = f"envelope.{envelope.size.value}"
    width, height = mm(words.number(f"{size}.width_mm")), mm(words.number(f"{size}.height_mm"))
    margin = mm(words.number("envelope.margin_mm"))
    number = words.text("envelope.number") + words.text("envelope.number_joint").join(envelope.references)
    sender = {
        "parent": envelope.parent_body,
        "body": envelope.issuing_body,
        "contact": envelope.contact_line,
        "number": number if envelope.references else None,
    }
    addressee = {
        "label": words.text("envelope.label"),
        "addressee": envelope.addressee,
        "address": envelope.address,
    }
    left = width * words.number("envelope.address_left")
    sent = _column(sender, width * words.number("envelope.sender_share") - margin, words, fonts)
    addressed = _column(addressee, width - margin - left, words, fonts)
    top = min(height * words.number("envelope.address_top"), height - margin - addressed.height)
    frames = (PlacedFrame(margin, margin, sent), PlacedFrame(left, top, addressed))
    return _document(Page(width, height, frames), envelope.addressee, envelope.issuing_body, fonts)


def _column(texts: Mapping[str, str | None], measure: float, words: RulePack, fonts: FontBook) -> Frame:
    """The texts that there are, one under another, each in the style of its name."""
    lines: list[PlacedLine] = []
    y = 0.0
    for name, text in texts.items():
        if text:
            key = f"envelope.style.{name}"
            style = read_style(words, key, key)
            block = _block(text, style, Place("envelope", name), measure, fonts)
            lines += moved(block, 0.0, y)
            y += len(block) * style.leading
    return Frame(y, tuple(lines))


def arrival_stamp(stamp: ArrivalStamp, words: RulePack, fonts: FontBook) -> Frame:
    """The stamp ĐẾN as a frame to be set on a page. What is long is set smaller, for the stamp does not grow."""
    width, height = mm(words.number("stamp.width_mm")), mm(words.number("stamp.height_mm"))
    padding = mm(words.number("stamp.padding_mm"))
    room = height - 2 * padding
    insides = (_stamp_inside(stamp, words, scale, width - 2 * padding, fonts) for scale in _STAMP_SCALES)
    inside = min(insides, key=lambda one: (one.height > room, 0.0 if one.height <= room else one.height))
    lines = moved(inside.lines, padding, (height - inside.height) / 2)
    return Frame(height, (*lines, _box(width, height, words.number("stamp.thickness"))))


def _stamp_inside(stamp: ArrivalStamp, words: RulePack, scale: float, measure: float, fonts: FontBook) -> Frame:
    """What the stamp says: the body, ĐẾN with number and day beside it, and below them what is written in."""

    def style(name: str) -> Style:
        full = read_style(words, key := f"stamp.style.{name}", key)
        return replace(full, size=full.size * scale, leading=full.leading * scale)

    def entry(name: str, value: str | None, room: float) -> tuple[PlacedLine, ...]:
        label = words.text(f"stamp.{name}")
        written = f"{label} {value}" if value else label + _dots(label, room, style("entry"), fonts)
        return _block(written, style("entry"), Place("stamp", name), room, fonts)

    body = _block(stamp.body, style("body"), Place("stamp", "body"), measure, fonts)
    lines = list(body)
    top = y = len(body) * style("body").leading
    beside = measure * words.number("stamp.word_share")
    day = short_date(stamp.day) if stamp.day else None
    for name, value, left in (
        ("number", stamp.number, beside),
        ("day", day, beside),
        ("forwarded", stamp.forwarded_to, 0.0),
        ("file", stamp.file_symbol, 0.0),
    ):
        block = entry(name, value, measure - left)
        lines += moved(block, left, y)
        y += len(block) * style("entry").leading
        if name == "day":
            word = _block(words.text("stamp.word"), style("word"), Place("stamp", "word"), measure, fonts)
            lines += moved(word, 0.0, top + (y - top - style("word").leading) / 2)
    return Frame(y, tuple(lines))


def _dots(label: str, room: float, style: Style, fonts: FontBook) -> str:
    """As many dots as there is room for behind a label."""
    free = room - natural_width(f"{label} ", style, fonts)
    return " " + "." * int(free / natural_width(".", style, fonts))


def _block(text: str, style: Style, place: Place, measure: float, fonts: FontBook) -> tuple[PlacedLine, ...]:
    """The lines of a text, from its own top."""
    lines = set_lines((Run(text),), style, measure, fonts, align=style.align)
    baseline = baseline_in_line(style, fonts)
    return tuple(
        PlacedLine(line_start(style.align, line.width, measure), baseline + number * style.leading, line, place)
        for number, line in enumerate(lines)
    )


def _box(width: float, height: float, thickness: float) -> PlacedLine:
    """The edge of a stamp, inside its size."""
    half = thickness / 2
    edges = (
        Inked(0.0, half, Stroke(width, thickness)),
        Inked(0.0, height - half, Stroke(width, thickness)),
        Inked(0.0, height / 2, Stroke(thickness, height)),
        Inked(width - thickness, height / 2, Stroke(thickness, height)),
    )
    return PlacedLine(0.0, 0.0, Line(edges, width), Place("stamp", "edge"))


def stamp_alone(stamp: Frame, words: RulePack, body: str, fonts: FontBook) -> PagedDocument:
    """The stamp on a label of its own size."""
    width = mm(words.number("stamp.width_mm"))
    return _document(Page(width, stamp.height, (PlacedFrame(0.0, 0.0, stamp),)), words.text("stamp.word"), body, fonts)


def stamped(document: PagedDocument, stamp: Frame, left: float, top: float) -> PagedDocument:
    """A document with the stamp on its first page, so far from its left and its upper edge."""
    first, *rest = document.pages
    with_stamp = replace(first, frames=(*first.frames, PlacedFrame(left, top, stamp)))
    return replace(document, pages=(with_stamp, *rest))


def _document(page: Page, title: str, author: str, fonts: FontBook) -> PagedDocument:
    missing = missing_characters((placed.frame for placed in page.frames), fonts)
    return PagedDocument((page,), (), Description(_one_line(title), _one_line(author), ""), missing)


def _one_line(text: str) -> str:
    return " ".join(text.split())


_STAMP_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""By how much what is written in a stamp may be made smaller."""
