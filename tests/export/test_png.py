"""A page as a picture."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from support.builders import a_dispatch, a_long_body

from vpdesk.domain.dispatch import Orientation, PageSetup
from vpdesk.export.png import DPI, png_of_page
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out


@pytest.fixture(scope="module")
def pdf(desk: Desk) -> bytes:
    return desk.press.pdf(lay_out(desk, a_dispatch(body=a_long_body(700))).document)


def picture(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("dpi", [72, DPI, 300])
def test_a_picture_has_the_size_of_the_sheet_at_its_dots_to_the_inch(pdf: bytes, dpi: int) -> None:
    image = picture(png_of_page(pdf, dpi=dpi))

    assert image.format == "PNG"
    assert image.size == pytest.approx((210 / 25.4 * dpi, 297 / 25.4 * dpi), abs=1)
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)


def test_a_landscape_page_makes_a_wide_picture(desk: Desk) -> None:
    page = PageSetup(orientation=Orientation.LANDSCAPE)
    image = picture(png_of_page(desk.press.pdf(lay_out(desk, a_dispatch(page=page)).document)))

    assert image.width > image.height


def test_a_page_is_black_on_white_inside_its_margins(pdf: bytes) -> None:
    image = picture(png_of_page(pdf)).convert("L")
    ink = ImageChops.invert(image).getbbox()

    assert image.getpixel((0, 0)) == 255
    assert image.getextrema() == (0, 255)
    assert ink is not None
    left, top, right, bottom = (side / DPI * 25.4 for side in ink)
    assert left >= 29.5
    assert top >= 19.5
    assert right <= 210 - 14.5
    assert bottom <= 297 - 19.5


def test_each_page_makes_a_picture_of_its_own(pdf: bytes) -> None:
    assert png_of_page(pdf, page=0) != png_of_page(pdf, page=1)


def test_the_same_page_makes_the_same_picture(pdf: bytes) -> None:
    assert png_of_page(pdf) == png_of_page(pdf)
