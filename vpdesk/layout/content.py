"""What stands on the paper and in which order: words and roles, no coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vpdesk.domain.body import Alignment, Run, Runs, plain_text
from vpdesk.domain.dispatch import PageSetup
from vpdesk.layout.norms import Role


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of the content.

    `component` is the numbered cell of the form; `entry` is its place in a list of the dispatch, if it is in one;
    `sign` is a list sign set before the first line, with the other lines hanging behind it.
    `align` and `indent` (points) stand in for the style's where given.
    `notes` are called in the runs: a raised run with its number stands at each call.
    `offset` is the place of its first character where several texts are the lines of one cell.
    What `is_struck` has a stroke through its lines.
    """

    role: Role
    component: str
    runs: Runs
    sign: str = ""
    entry: int | None = None
    align: Alignment | None = None
    indent: float | None = None
    notes: tuple[Note, ...] = ()
    offset: int = 0
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; `offset` is the place of its call in the plain text of the runs that call it."""

    number: int
    offset: int
    text: Text


def plain(role: Role, component: str, text: str, sign: str = "", entry: int | None = None) -> Text:
    """A text in the role's own style throughout."""
    return Text(role, component, (Run(text),), sign, entry)


def one_below_another(texts: Iterable[Text]) -> Iterator[Text]:
    """Texts as the lines of one cell: the characters of each are counted on behind the line feed of the last."""
    offset = 0
    for text in texts:
        yield replace(text, offset=offset) if offset else text
        offset += len(plain_text(text.runs)) + 1


@dataclass(frozen=True, slots=True)
class Head:
    """The two columns at the top: the body that speaks at the left, the Party's title at the right.

    `reference` and `place_and_date` stand on one line.
    """

    names: tuple[Text, ...]
    reference: Text
    under_reference: tuple[Text, ...]
    title: tuple[Text, ...]
    place_and_date: Text
    under_date: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Salutation:
    """Kính gửi with its addressees, each beginning under the first; or all of them below it, under its colon."""

    label: Text
    addressees: tuple[Text, ...]
    below: bool = False


@dataclass(frozen=True, slots=True)
class BarPair:
    """A bar as long as its number, which stands at its end, and below it a hollow one for what it was before.

    `most` is the number whose bar takes all the room; each number beside is how it is written.
    """

    value: int
    said: str
    most: int
    said_most: str
    before: int | None = None
    said_before: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with its paragraphs, or with bars in their place; it may span columns and rows."""

    texts: tuple[Text, ...]
    columns: int = 1
    rows: int = 1
    bars: BarPair | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table across the measure; `columns` are relative widths. Cells covered by a span are left out of later rows.

    The last row never begins a page where it `ends_in_sum`.
    """

    columns: tuple[float, ...]
    header_rows: int
    rows: tuple[tuple[Cell, ...], ...]
    ends_in_sum: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature block: authority and position, the space for the signature, the name."""

    authority: tuple[Text, ...]
    signatory: Text | None


@dataclass(frozen=True, slots=True)
class Closing:
    """Nơi nhận at the left and the signature block at the right, their tops level.

    Several signatures stand side by side in their order, and Nơi nhận below them.
    """

    label: Text | None
    recipients: tuple[Text, ...]
    signatures: tuple[Signature, ...]
    typist_mark: Text | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across the whole text: it parts a certified copy's own components from what was copied."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Item = Head | Text | Table | Salutation | Closing | Rule | NewPage


@dataclass(frozen=True, slots=True)
class Running:
    """What stands in the margins of each page of a section in place of the number at its top.

    The head stands above the text, the foot below it at the left and the page's number at the right, in the words of
    `folio`, which has `{page}` in it. Its pages are numbered from `first_page`.
    """

    head: Text | None = None
    foot: Text | None = None
    folio: str = ""
    first_page: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one setup: the dispatch itself, or one of its appendices, which begins on a page of its own."""

    items: tuple[Item, ...]
    blocks: tuple[int | None, ...]
    """For each item, the block of the section's body it comes from."""
    page: PageSetup
    appendix: int | None = None
    """Which appendix of the dispatch it is; None for the dispatch itself."""
    running: Running | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A whole document before it is laid out."""

    sections: tuple[Section, ...]
    contact_line: Text | None
    """Stands at the foot of the first page, under a rule."""
    title: str
    author: str
    subject: str
