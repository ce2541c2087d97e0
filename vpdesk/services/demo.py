"""The main job with no screen and no question: our own sample dispatch, from its file to PDF, DOCX and picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vpdesk.domain.errors import FileNotWritable, Obstacle
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import export, lay_out, read_dispatch

SAMPLE = "sample/229-CV-BTGHU.dispatch.json"


def sample_path() -> Path:
    """The sample dispatch file."""
    return resource(SAMPLE)


def write_sample(desk: Desk, folder: Path) -> Iterator[Path]:
    """Lay the sample dispatch out and write it as PDF, DOCX and PNG; each path as it is written.

    Raises FileNotWritable when the folder will not have them.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise FileNotWritable(folder, Obstacle.NO_FOLDER) from None
    except OSError as error:
        raise FileNotWritable(folder, Obstacle.of(error), error.strerror or "") from None
    laid_out = lay_out(desk, read_dispatch(sample_path()))
    name = sample_path().name.removesuffix(".dispatch.json")
    for ending in (".pdf", ".docx", ".png"):
        path = folder / f"{name}{ending}"
        export(desk, laid_out, path)
        yield path
