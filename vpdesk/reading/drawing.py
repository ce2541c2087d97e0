"""The process in which pages of a foreign PDF are drawn; it writes to its standard output and ends.

`python -m vpdesk.reading.drawing sheets PATH` tells the sizes of the pages in JSON, `... picture PATH PAGE SCALE` draws
a page as PPM. Home of pypdfium2 for drawing.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence

import pypdfium2

_MOST_PIXELS = 40_000_000
"""A page is drawn smaller rather than in more pixels than these."""


def main(arguments: Sequence[str]) -> int:
    """Do what is asked."""
    what, path, *wanted = arguments
    document = pypdfium2.PdfDocument(path)
    if what == "sheets":
        sizes = [document.get_page_size(page) for page in range(len(document))]
        sys.stdout.write(json.dumps(sizes))
        return 0
    page = document[int(wanted[0])]
    width, height = page.get_size()
    scale = min(float(wanted[1]), math.sqrt(_MOST_PIXELS / max(width * height, 1)))
    picture = page.render(scale=scale, fill_color=(255, 255, 255, 255)).to_pil()
    picture.convert("RGB").save(sys.stdout.buffer, "PPM")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
