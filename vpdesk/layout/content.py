"""What stands on the paper and in which order: words and roles, no coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from vpdesk.domain.body import Alignment, Run, Runs
from vpdesk.layout.norms import Role


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of the content.

    `component` is the numbered cell of the form; `entry` is its place in a list of the dispatch, if it is in one;
    `sign` is a list sign set before the first line, with the other lines hanging behind it.
    `align` and `indent` (points) stand in for the style's where given.
    """

    role: Role
    component: str
    runs: Runs
    sign: str = ""
    entry: int | None = None
    align: Alignment | None = None
    indent: float | None = None


def plain(role: Role, component: str, text: str, sign: str = "", entry: int | None = None) -> Text:
    """A text in the role's own style throughout."""
    return Text(role, component, (Run(text),), sign, entry)


@dataclass(frozen=True, slots=True)
class Head:
    """The two columns at the top: the body that speaks at the left, the Party's title at the right.

    `reference` and `place_and_date` stand on one line.
    """

    names: tuple[Text, ...]
    reference: Text
    under_reference: tuple[Text, ...]
    title: Text
    place_and_date: Text
    under_date: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Salutation:
    """Kính gửi with its addressees, each beginning under the first."""

    label: Text
    addressees: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """Nơi nhận at the left, the signature block at the right, their tops level."""

    label: Text | None
    recipients: tuple[Text, ...]
    authority: tuple[Text, ...]
    signatory: Text | None
    typist_mark: Text | None


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Item = Head | Text | Salutation | Closing | NewPage


@dataclass(frozen=True, slots=True)
class Content:
    """A whole document before it is laid out."""

    items: tuple[Item, ...]
    blocks: tuple[int | None, ...]
    """For each item, the block of the dispatch's body it comes from."""
    title: str
    author: str
    subject: str
