"""The whole check: what ./run test makes, what CI makes, in the order of what is cheapest to mend.

Every step runs even where an earlier one failed, so that one run tells everything. pytest comes last and its
summary closes the output. Arguments go to pytest. Coverage is `make coverage`: tracing takes half as long again.
"""

from __future__ import annotations

import os
import subprocess
import sys

# Each is run by this very Python, so nothing depends on the path or on scripts that name another place.
STEPS = {
    "format": ["-m", "ruff", "format", "--check"],
    "lint": ["-m", "ruff", "check"],
    "types": ["-m", "mypy"],
    "floors": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
    "catalogues": ["-m", "tools.catalogue", "check"],
    "spelling": ["-m", "codespell_lib"],
}

# pytest-qt refuses to start where Qt's libraries are missing; its settings are then unknown, and no fault.
WITHOUT_QT = ["-p", "no:pytest-qt", "-o", "strict_config=false", "-W", "ignore::pytest.PytestConfigWarning"]


def run(title: str, command: list[str]) -> bool:
    """Run one step and tell whether it was content."""
    print(f"\n== {title}", flush=True)
    return subprocess.run([sys.executable, *command], check=False).returncode == 0


def pytest_command(chosen: list[str]) -> list[str]:
    """Tell how to run the chosen tests, or all of them on every core."""
    no_qt = bool(os.environ.get("VPDESK_NO_GUI"))
    return ["-m", "pytest", *(chosen or ["-n", "auto"]), *(WITHOUT_QT if no_qt else [])]


def main(arguments: list[str]) -> int:
    """Run every step; 0 where all were content."""
    steps = STEPS | {"tests": pytest_command(arguments)}
    failed = [title for title, command in steps.items() if not run(title, command)]
    if failed:
        print(f"not content: {', '.join(failed)}", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
