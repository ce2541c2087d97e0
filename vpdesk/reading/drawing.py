"""The process in which pages of a foreign PDF are drawn; it tells JSON on its standard output and ends.

`python -m vpdesk.reading.drawing sheets PATH` tells the sizes of the pages, `... picture PATH PAGE SCALE OUT` draws one
into a file. Home of pypdfium2 for drawing.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence

import pypdfium2

from vpdesk.domain.errors import PdfBroken
from vpdesk.reading.worker import bound_memory, tell

_MOST_PIXELS = 40_000_000
"""A page is drawn smaller rather than in more pixels than these."""


def main(arguments: Sequence[str]) -> int:
    """Do what is asked."""
    what, path, *wanted = arguments
    bound_memory()

    def do() -> dict[str, object]:
        try:
            document = pypdfium2.PdfDocument(path)
            if what == "sheets":
                return {"sheets": [document.get_page_size(page) for page in range(len(document))]}
            _draw(document[int(wanted[0])], float(wanted[1]), wanted[2])
        except pypdfium2.PdfiumError:
            raise PdfBroken(path) from None
        return {}

    return tell(do)


def _draw(page: pypdfium2.PdfPage, scale: float, out: str) -> None:
    width, height = page.get_size()
    scale = min(scale, math.sqrt(_MOST_PIXELS / max(width * height, 1)))
    page.render(scale=scale, fill_color=(255, 255, 255, 255)).to_pil().convert("RGB").save(out, "PPM")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
