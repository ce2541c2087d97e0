"""`python -m bench [--quick]`: the table of ratios, measured now. Nothing is asserted."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from bench import typst_peer
from bench.measure import Row, table
from vpdesk.app import look_for_cycles_rarely


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds: under a minute, and rougher")
    quick = parser.parse_args().quick
    look_for_cycles_rarely()  # as the program does when it starts
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # What is started cold finds its modules compiled, as on any machine after the first start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if not typst_peer.is_there():
        print("typst is not installed (the extra “bench”): the rows against it are left out.\n")
    print(table(_measure(quick=quick)))


def _measure(*, quick: bool) -> list[Row]:
    from bench import drafting, export, importing, keystroke, start  # noqa: PLC0415 -- Qt reads its platform when it is imported
    from vpdesk.paths import Places  # noqa: PLC0415
    from vpdesk.services.desk import Desk  # noqa: PLC0415
    from vpdesk.settings import Settings  # noqa: PLC0415

    rows = start.rows(rounds=3 if quick else 15)
    measured = list(rows)
    _progress("start")
    with tempfile.TemporaryDirectory() as data:
        desk = Desk(Places(Path(data)), Settings())
        measured += keystroke.rows(desk, rounds=40 if quick else 300)
        _progress("keystroke")
        measured += drafting.rows(desk, rounds=40 if quick else 300)
        _progress("drafting")
        numbers = (10, 20, 3) if quick else (60, 200, 15)
        exported = export.rows(desk, rounds=numbers[0], documents=numbers[1], cold=numbers[2])
        measured = [*exported, *measured]
        _progress("export")
    measured += importing.rows(lines=2_000 if quick else 20_000, rounds=3 if quick else 5)
    _progress("import")
    return measured


def _progress(name: str) -> None:
    print(f"{name} measured", file=sys.stderr)


if __name__ == "__main__":
    main()
