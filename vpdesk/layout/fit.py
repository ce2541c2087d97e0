"""The fit: size, pitch and gap of the body move inside their limits, so that a last page is worth its sheet.

A last page is short when only the signature or one or two lines fall on it. The smallest change that mends it counts;
where none does, the text stays as it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from vpdesk.domain.dispatch import PageSetup
from vpdesk.domain.pack import RulePack

ENOUGH_LINES = 3
"""Lines of the text on a last page that is not short."""

_STEPS = {"gap": 1.0, "leading": 0.5, "body_size": 0.5}


class Limits(NamedTuple):
    """The least and the largest that a figure may be, in points."""

    least: float
    largest: float

    def around(self, value: float, step: float) -> list[float]:
        """The other values within the limits, nearest first, the tighter of two before the looser."""
        count = round((self.largest - self.least) / step)
        values = (self.least + number * step for number in range(count + 1))
        return sorted((other for other in values if other != value), key=lambda other: (abs(other - value), other))


@dataclass(frozen=True, slots=True)
class FitRules:
    """The body's own figures, and how far they may move; `pages` is how many pages are asked for at most."""

    usual: PageSetup
    gap: Limits
    leading: Limits
    body_size: Limits
    pages: int | None = None

    def figures(self, page: PageSetup) -> PageSetup:
        """A page's own figures, the usual ones where it has none."""
        asked = {name: value for name in _STEPS if (value := getattr(page, name)) is not None}
        return replace(page, **{name: getattr(self.usual, name) for name in _STEPS} | asked)

    def setups(self, page: PageSetup) -> Iterator[PageSetup]:
        """Other figures for a page: one moved, nearest first, the gap before the pitch before the size; then two."""
        own = self.figures(page)
        moves = {name: getattr(self, name).around(getattr(own, name), step) for name, step in _STEPS.items()}
        for name, values in moves.items():
            for value in values:
                yield replace(page, **{name: value})
        for gap in moves["gap"][::2]:
            for leading in moves["leading"][::2]:
                yield replace(page, gap=gap, leading=leading)
        if self.pages is not None:
            yield replace(page, gap=self.gap.least, leading=self.leading.least, body_size=self.body_size.least)


def read_fit_rules(pack: RulePack, pages: int | None = None) -> FitRules:
    """The figures of a pack's body and the limits it lets them move in.

    Raises FaultyRules when the pack lacks one.
    """

    def limits(figure: str) -> Limits:
        return Limits(pack.number(f"fit.{figure}_least"), pack.number(f"fit.{figure}_largest"))

    usual = PageSetup(
        gap=pack.number("style.body.before"),
        leading=pack.number("style.body.leading"),
        body_size=pack.number("style.body.size"),
    )
    return FitRules(usual, limits("gap"), limits("leading"), limits("body_size"), pages)
