"""Timing side by side: every contestant once a round, in turn, and the median of the rounds."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Round = Callable[[], Callable[[], object]]
"""Prepares one round of a contestant and gives the act to be timed."""


@dataclass(frozen=True, slots=True)
class Done:
    """What an act gives that was done before it could return: when that was."""

    at: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: ours against a peer, in the same unit, and the ratio we aim at."""

    what: str
    ours: float
    peer_name: str
    peer: float
    target: str = ""
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the peer's ours is."""
        return self.ours / self.peer

    def cells(self) -> tuple[str, str, str, str, str]:
        """What | ours | peer | ratio | target."""
        return (
            self.what,
            _shown(self.ours, self.unit),
            f"{self.peer_name} {_shown(self.peer, self.unit)}",
            f"{self.ratio:.2f}",
            self.target,
        )


def _shown(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}" if value < 100 else f"{value:.0f} {unit}"


def alternate(rounds: int, *contestants: Round, warm: int = 1) -> list[list[float]]:
    """Milliseconds of each contestant in each round, A B A B. The first `warm` rounds are not counted."""
    times: list[list[float]] = [[] for _ in contestants]
    for number in range(-warm, rounds):
        for prepare, own in zip(contestants, times, strict=True):
            act = prepare()
            gc.collect(0)  # no one pays for what another left behind
            began = perf_counter()
            done = act()
            ended = done.at if isinstance(done, Done) else perf_counter()
            taken = (ended - began) * 1000
            if number >= 0:
                own.append(taken)
    return times


def medians(rounds: int, *contestants: Round, warm: int = 1) -> list[float]:
    """The median of each contestant, in milliseconds."""
    return [median(own) for own in alternate(rounds, *contestants, warm=warm)]


def p95(times: Sequence[float]) -> float:
    """The time that nineteen of twenty rounds keep."""
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]


def again(act: Callable[[], object]) -> Round:
    """A contestant with nothing to prepare."""
    return lambda: act


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    cells = [("what", "ours", "peer", "ratio", "target"), *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(5)]
    lines = [f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |" for row in cells]
    rule = f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    return "\n".join([lines[0], rule, *lines[1:]])
