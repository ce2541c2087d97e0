"""LibreOffice, which opens what we write for Word."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from support.needs import need_program


def opened(files: Mapping[str, bytes], becoming: str, ending: str, folder: Path) -> dict[str, bytes]:
    """DOCX files as LibreOffice saves them in another format, by their names; its own settings lie in the folder."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    out = folder / "out"
    subprocess.run(
        [
            need_program("soffice"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            becoming,
            "--outdir",
            out,
            *(folder / f"{name}.docx" for name in files),
        ],
        capture_output=True,
        check=True,
        timeout=300,
    )
    return {name: (out / f"{name}.{ending}").read_bytes() for name in files}
