"""LibreOffice, which opens what we write for Word."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from support.needs import need_program
from vpdesk.paths import resource

# A bare machine may have no face with an italic, so LibreOffice is given ours and no other.
_FACES = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias>
</fontconfig>
"""


def opened(files: Mapping[str, bytes], becoming: str, ending: str, folder: Path) -> dict[str, bytes]:
    """DOCX files as LibreOffice saves them in another format, by their names; its own settings lie in the folder."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    faces = folder / "fonts.conf"
    faces.write_text(_FACES.format(fonts=resource("fonts"), cache=folder / "cache"), encoding="utf-8")
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
        env={**os.environ, "FONTCONFIG_FILE": str(faces)},
    )
    return {name: (out / f"{name}.{ending}").read_bytes() for name in files}
