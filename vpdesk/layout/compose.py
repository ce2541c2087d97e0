"""Which components stand on the paper, in which order."""

from __future__ import annotations

from collections.abc import Iterator

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.errors import NotLaidOut
from vpdesk.domain.rulebook import NO_BREAK_SPACE, Rulebook
from vpdesk.layout import components
from vpdesk.layout.content import Content, Item
from vpdesk.layout.memory import IdentityMemory, Memory


class Composer:
    """Composes dispatch after dispatch by one rulebook.

    A block that is the same object as in the last dispatch gives the same item again, and so does a component that is
    equal: by this the typesetter knows what it has set already.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._blocks: IdentityMemory[str, tuple[Item, ...]] = IdentityMemory()
        self._components: Memory[Item, Item] = Memory()

    def compose(self, dispatch: Dispatch) -> Content:
        """The content of a dispatch by the Party's plate.

        Raises NotLaidOut, with the place, for what a dispatch file may hold and the typesetter cannot set yet.
        """
        _refuse_unset(dispatch)
        self._blocks.begin_round()
        self._components.begin_round()
        placed = list(self._items(dispatch))
        return Content(
            items=tuple(item for item, _ in placed),
            blocks=tuple(block for _, block in placed),
            title=_title(dispatch, self._rulebook),
            author=_one_line(dispatch.issuing_body),
            subject=_one_line(dispatch.subject_summary or ""),
        )

    def _items(self, dispatch: Dispatch) -> Iterator[tuple[Item, int | None]]:
        """Every item of the paper in order, with its block of the body."""
        rulebook = self._rulebook
        opening: tuple[Item, ...] = (
            components.head(dispatch, rulebook),
            *components.title_and_subject(dispatch, rulebook),
            *components.addressees(dispatch, rulebook),
        )
        for item in opening:
            yield self._again(item), None
        marks = components.base_marks(dispatch, rulebook)
        for index, block in enumerate(dispatch.body):
            mark = marks.get(index, "")
            try:
                items = self._blocks.recall(block, mark, lambda: components.body_block(block, mark, rulebook))  # noqa: B023 -- called at once
            except NotLaidOut as error:
                raise NotLaidOut(error.feature, f"body[{index}]") from None
            for item in items:
                yield item, index
        for closing in components.closing(dispatch, rulebook):
            yield self._again(closing), None

    def _again(self, item: Item) -> Item:
        """The equal item of the last round, if there was one."""
        return self._components.recall(item, lambda: item)


def compose_dispatch(dispatch: Dispatch, rulebook: Rulebook) -> Content:
    """The content of one dispatch. Raises NotLaidOut as `Composer.compose`."""
    return Composer(rulebook).compose(dispatch)


def _refuse_unset(dispatch: Dispatch) -> None:
    if len(dispatch.signing) > 1:
        raise NotLaidOut("several signatures", "signing")
    if dispatch.appendices:
        raise NotLaidOut("appendix", "appendices[0]")
    if dispatch.contact_line:
        raise NotLaidOut("contact line", "contact_line")


def _title(dispatch: Dispatch, rulebook: Rulebook) -> str:
    one = rulebook.document_type(dispatch.document_type)
    name = one.name if one else dispatch.document_type
    if dispatch.number is None:
        return name
    reference = rulebook.reference(dispatch).replace(NO_BREAK_SPACE, " ")
    return f"{name} {reference[:1].lower()}{reference[1:]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
