"""Two columns that stand side by side: the head, and the closing."""

from __future__ import annotations

from dataclasses import dataclass

from vpdesk.layout.norms import Norms


@dataclass(frozen=True, slots=True)
class Columns:
    """Where two columns stand, in points from the left of the text."""

    boundary: float
    left_centre: float
    right_centre: float


def place_columns(left: float, right: float, norms: Norms) -> Columns:
    """Set contents of these widths side by side.

    The columns meet at the pack's share of the text, each content centred in its own; the boundary moves as far as a
    wide content needs, and the contents never come nearer to each other than the gutter.
    """
    measure = norms.measure
    boundary = min(max(norms.left_share * measure, left), measure - right)
    left_centre, right_centre = boundary / 2, (boundary + measure) / 2
    between = right_centre - right / 2 - (left_centre + left / 2)
    if between < norms.gutter:
        slack = max(measure - left - right - norms.gutter, 0.0) / 2
        left_centre, right_centre = slack + left / 2, measure - slack - right / 2
    return Columns(boundary, left_centre, right_centre)
