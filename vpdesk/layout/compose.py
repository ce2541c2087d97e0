"""Which components stand on the paper, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, count, repeat
from typing import NamedTuple

from vpdesk.domain.body import Block, Body
from vpdesk.domain.dispatch import Appendix, Dispatch
from vpdesk.domain.rulebook import NO_BREAK_SPACE, Rulebook
from vpdesk.layout import components
from vpdesk.layout.content import Content, Item, Section, Text
from vpdesk.layout.memory import Succession


class Composer:
    """Composes dispatch after dispatch by one rulebook.

    What did not change gives the very same items again: by this the typesetter knows what it has set already. A block
    must be the same object to count as unchanged; everything around the body must only be equal.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._surroundings: _Surroundings | None = None
        self._bodies: dict[int | None, Succession[Block, _ComposedBlock]] = {}

    def compose(self, dispatch: Dispatch) -> Content:
        """The content of a dispatch by the Party's plate."""
        around = self._compose_surroundings(replace(dispatch, body=(), appendices=()))
        body, first_note = self._compose_body(None, dispatch.body, 1)
        sections = [_section(around.opening, body, around.closing, dispatch)]
        for number, appendix in enumerate(dispatch.appendices):
            blocks, first_note = self._compose_body(number, appendix.body, first_note)
            heading = tuple(components.appendix_heading(appendix))
            sections.append(_section(heading, blocks, (), appendix, number))
        return Content(
            sections=tuple(sections),
            contact_line=around.contact_line,
            title=_title(dispatch, self._rulebook),
            author=_one_line(dispatch.issuing_body),
            subject=_one_line(dispatch.subject_summary or ""),
        )

    def _compose_surroundings(self, bare: Dispatch) -> _Surroundings:
        """What stands before and behind the body of this dispatch, here without it."""
        if self._surroundings is None or self._surroundings.of != bare:
            rulebook = self._rulebook
            self._surroundings = _Surroundings(
                of=bare,
                opening=(
                    components.head(bare, rulebook),
                    *components.title_and_subject(bare, rulebook),
                    *components.addressees(bare, rulebook),
                ),
                closing=(*components.closing(bare, rulebook), *components.certified_copy(bare, rulebook)),
                contact_line=components.contact_line(bare),
            )
        return self._surroundings

    def _compose_body(self, appendix: int | None, body: Body, first_note: int) -> tuple[Sequence[_ComposedBlock], int]:
        """The blocks of a body, whose first note has this number, and the number of the first note after them."""
        blocks = self._bodies.setdefault(appendix, Succession()).follow(body, partial(self._compose_block, body))
        for place in [place for place, one in enumerate(blocks) if one.notes]:
            one = blocks[place]
            if one.first_note != first_note:
                blocks[place] = one.renumbered(first_note, self._rulebook)
            first_note += one.notes
        return blocks, first_note

    def _compose_block(self, body: Body, place: int, last: _ComposedBlock | None) -> _ComposedBlock:
        mark = components.base_mark(body, place, self._rulebook)
        if last is not None and last.mark == mark:
            return last
        return _compose_block(body[place], mark, 1, self._rulebook)


@dataclass(frozen=True, slots=True, eq=False)
class _Surroundings:
    """What stands around the body."""

    of: Dispatch
    opening: tuple[Item, ...]
    closing: tuple[Item, ...]
    contact_line: Text | None


class _ComposedBlock(NamedTuple):
    """The items of one block, and what decided them: `mark` closes a basis, `first_note` numbers its notes."""

    block: Block
    mark: str
    first_note: int
    notes: int
    items: tuple[Item, ...]

    def renumbered(self, first_note: int, rulebook: Rulebook) -> _ComposedBlock:
        """The same block with its notes numbered from another number on."""
        return _compose_block(self.block, self.mark, first_note, rulebook)


def _compose_block(block: Block, mark: str, first_note: int, rulebook: Rulebook) -> _ComposedBlock:
    items, notes = components.body_block(block, mark, first_note, rulebook)
    return _ComposedBlock(block, mark, first_note, notes, items)


def _section(
    opening: tuple[Item, ...],
    body: Sequence[_ComposedBlock],
    closing: tuple[Item, ...],
    part: Dispatch | Appendix,
    appendix: int | None = None,
) -> Section:
    """The pages of the dispatch itself or of an appendix."""
    items = [one.items for one in body]
    return Section(
        items=(*opening, *chain.from_iterable(items), *closing),
        blocks=(
            *repeat(None, len(opening)),
            *chain.from_iterable(map(repeat, count(), map(len, items))),
            *repeat(None, len(closing)),
        ),
        page=part.page,
        appendix=appendix,
    )


def compose_dispatch(dispatch: Dispatch, rulebook: Rulebook) -> Content:
    """The content of one dispatch."""
    return Composer(rulebook).compose(dispatch)


def _title(dispatch: Dispatch, rulebook: Rulebook) -> str:
    one = rulebook.document_type(dispatch.document_type)
    name = one.name if one else dispatch.document_type
    if dispatch.number is None:
        return name
    reference = rulebook.reference(dispatch).replace(NO_BREAK_SPACE, " ")
    return f"{name} {reference[:1].lower()}{reference[1:]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
