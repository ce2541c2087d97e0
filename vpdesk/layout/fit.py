"""The fit: size, pitch and gap of the body move inside their limits, so that a last page is worth its sheet.

A last page is short when only the signature or one or two lines fall on it. The smallest change that mends it counts;
where none does, the text stays as it was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from vpdesk.domain.dispatch import PageSetup
from vpdesk.domain.pack import RulePack

ENOUGH_LINES = 3
"""Lines of the text on a last page that is not short."""

_STEPS = {"gap": 1.0, "leading": 0.5, "body_size": 0.5}
"""How finely each figure moves, in points."""
_WEIGHTS = {"gap": 1.0, "leading": 1.0, "body_size": 2.0}
"""How much a move of a figure over all of its limits is seen: the size of the letters most."""


class Limits(NamedTuple):
    """The least and the largest that a figure may be, in points."""

    least: float
    largest: float

    def values(self, own: float, step: float) -> list[float]:
        """The figure's own value, and those within the limits."""
        count = round((self.largest - self.least) / step)
        return [own, *(value for k in range(count + 1) if (value := self.least + k * step) != own)]

    def move(self, own: float, value: float) -> float:
        """How far a value is from the figure's own, in parts of the limits."""
        return abs(value - own) / (self.largest - self.least) if self.largest > self.least else 0.0


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

    def setups(self, page: PageSetup) -> list[PageSetup]:
        """Other figures for a page, the least change first; of two alike the tighter."""
        own = self.figures(page)
        values = [getattr(self, name).values(getattr(own, name), step) for name, step in _STEPS.items()]
        setups = [replace(page, gap=gap, leading=leading, body_size=size) for gap, leading, size in product(*values)]
        return sorted(setups[1:], key=lambda setup: (self._change(own, setup), setup.gap, setup.leading))

    def _change(self, own: PageSetup, setup: PageSetup) -> float:
        """How much the figures of a page were moved."""
        moves = {name: getattr(self, name).move(getattr(own, name), getattr(setup, name)) for name in _STEPS}
        return sum(_WEIGHTS[name] * float(move) for name, move in moves.items())


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
