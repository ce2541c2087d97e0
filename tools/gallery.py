"""The gallery: one paper of each type and each rare thing, as PDF and as a picture of every page.

    python -m tools.gallery [FOLDER]    by default build/gallery

The dispatches are the files of tests/gallery, in which everything is invented; one called `duplex` is set for both
sides of the sheet. Look at the pages after every change of the typesetter; their frames are kept as text beside
the tests.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tools import office_papers as samples
from vpdesk.domain.papers import ArrivalStamp
from vpdesk.export.png import png_of_page
from vpdesk.layout.frame import PagedDocument
from vpdesk.paths import Places
from vpdesk.services import papers
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch
from vpdesk.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DISPATCHES = sorted((ROOT / "tests/gallery").glob("*.dispatch.json"))
DPI = 110


def gallery_desk(data: Path) -> Desk:
    """A desk that may show a paper with a secrecy mark: its text is as invented as the others."""
    return Desk(Places(data), Settings(stand_alone_decision="gallery"))


def gallery(desk: Desk) -> Iterator[tuple[str, PagedDocument]]:
    """Every document of the gallery with its name."""
    for path in DISPATCHES:
        name = path.name.removesuffix(".dispatch.json")
        yield name, lay_out(desk, read_dispatch(path), duplex=name == "duplex").document
    yield from office_papers(desk)


def office_papers(desk: Desk) -> Iterator[tuple[str, PagedDocument]]:
    """The papers of an office beside its dispatches."""
    blank = replace(samples.INTRODUCTION, bearer=None, position=None, visited=None, purpose=None, valid_until=None)
    yield "paper-introduction", papers.introduction_letter(desk, samples.INTRODUCTION)
    yield "paper-introduction-blank", papers.introduction_letter(desk, blank)
    yield "paper-transmittal", papers.transmittal_slip(desk, samples.TRANSMITTAL)
    yield "paper-forwarding", papers.forwarding_slip(desk, samples.FORWARDING)
    yield "paper-submission", papers.submission_slip(desk, samples.SUBMISSION)
    yield "paper-handling", papers.handling_slip(desk, samples.HANDLING)
    yield "paper-handling-units", papers.handling_slip(desk, replace(samples.HANDLING, has_units=True))
    for size, envelope in samples.ENVELOPES.items():
        yield f"paper-envelope-{size.value}", papers.envelope(desk, envelope)
    yield "paper-stamp", papers.arrival_label(desk, samples.STAMP)
    yield "paper-stamp-blank", papers.arrival_label(desk, ArrivalStamp(samples.STAMP.body))
    letter = lay_out(desk, read_dispatch(ROOT / "tests/gallery/type-cong-van.dispatch.json")).document
    yield "paper-stamped", papers.stamp_arrival(desk, letter, samples.STAMP, 30, 232)


def write(folder: Path) -> Iterator[Path]:
    """Write the gallery into a folder; each path as it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        desk = gallery_desk(Path(data))
        for name, document in gallery(desk):
            pdf = desk.press.pdf(document)
            yield _written(folder / f"{name}.pdf", pdf)
            for number in range(len(document.pages)):
                yield _written(folder / f"{name}-{number + 1}.png", png_of_page(pdf, number, DPI))


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def main(arguments: list[str]) -> int:
    """Write the gallery, tell the paths."""
    for path in write(Path(arguments[0]) if arguments else ROOT / "build/gallery"):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
