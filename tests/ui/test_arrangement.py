"""Where pages lie on the desk, and what a zoom comes to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.layout.geometry import Size
from vpdesk.ui.preview.arrangement import FULL_SCALE, GAP, LARGEST, MARGIN, SMALLEST, Fit, arrange, fitted, stepped

A4 = Size(595.28, 841.89)
WIDE = Size(841.89, 595.28)
ROOM = Size(1000, 700)


def test_pages_lie_below_one_another_in_the_middle() -> None:
    arrangement = arrange([A4, WIDE, A4], 0.5, ROOM, 1)
    for above, below in zip(arrangement.sheets, arrangement.sheets[1:], strict=False):
        assert below.y - (above.y + above.height) == pytest.approx(GAP, abs=1)
    for sheet in arrangement.sheets:
        assert sheet.x + sheet.width / 2 == pytest.approx(ROOM.width / 2, abs=1)


def test_a_small_page_lies_in_the_middle_of_a_large_room() -> None:
    (sheet,) = arrange([A4], 0.25, ROOM, 1).sheets
    assert sheet.y + sheet.height / 2 == pytest.approx(ROOM.height / 2, abs=1)


@given(st.floats(0.1, 8), st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0]))
def test_corners_lie_on_whole_pixels_of_the_screen(factor: float, ratio: float) -> None:
    for sheet in arrange([A4, WIDE], factor, ROOM, ratio).sheets:
        assert sheet.x * ratio == pytest.approx(round(sheet.x * ratio), abs=1e-6)
        assert sheet.y * ratio == pytest.approx(round(sheet.y * ratio), abs=1e-6)


@given(st.floats(0, 20_000), st.floats(1, 2000))
def test_the_pages_between_two_heights_are_those_that_show_there(top: float, height: float) -> None:
    arrangement = arrange([A4] * 20, 0.8, ROOM, 1)
    shown = [
        number
        for number, sheet in enumerate(arrangement.sheets)
        if sheet.y < top + height and sheet.y + sheet.height > top
    ]
    assert list(arrangement.between(top, top + height)) == shown


def test_the_nearest_page_to_a_gap_is_the_one_below_and_past_the_end_the_last() -> None:
    arrangement = arrange([A4] * 3, 1, ROOM, 1)
    second = arrangement.sheets[1]
    assert arrangement.nearest(second.y - 1) == 1
    assert arrangement.nearest(second.y + second.height - 1) == 1
    assert arrangement.nearest(1e6) == 2


def test_a_page_fits_the_width_with_its_margins() -> None:
    room = Size(640, 700)
    assert fitted([A4], Fit.WIDTH, room) * FULL_SCALE * A4.width == pytest.approx(room.width - 2 * MARGIN)


def test_a_page_fits_whole() -> None:
    scale = fitted([A4], Fit.PAGE, ROOM) * FULL_SCALE
    assert scale * A4.height == pytest.approx(ROOM.height - 2 * MARGIN)


def test_a_fit_never_makes_letters_larger_than_reading_asks() -> None:
    assert fitted([A4], Fit.WIDTH, Size(5000, 3000)) == fitted([A4], Fit.WIDTH, Size(9000, 3000)) < 1.5


def test_the_widest_page_is_the_one_that_fits() -> None:
    room = Size(800, 700)
    assert fitted([A4, WIDE], Fit.WIDTH, room) == fitted([WIDE], Fit.WIDTH, room)


@pytest.mark.parametrize(("wanted", "given"), [(0.001, SMALLEST), (1.3, 1.3), (99, LARGEST)])
def test_a_zoom_stays_within_its_limits(wanted: float, given: float) -> None:
    assert fitted([A4], wanted, ROOM) == given


def test_steps_lead_through_the_usual_sizes_and_stop_at_the_ends() -> None:
    assert (stepped(1.0, +1), stepped(1.0, -1)) == (1.1, 0.9)
    assert (stepped(0.97, +1), stepped(0.97, -1)) == (1.0, 0.9)
    assert (stepped(LARGEST, +1), stepped(SMALLEST, -1)) == (LARGEST, SMALLEST)
