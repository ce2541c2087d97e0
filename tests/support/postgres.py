"""A PostgreSQL server of the tests' own, and fresh databases in it."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from support.needs import missing

_OWNER = "postgres"


class Cluster:
    """A running server that listens on a socket in its own folder alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)

    def new_database(self, owner: str = _OWNER) -> str:
        """The address of a new, empty database; of an ordinary account's, where it is to own it."""
        name = f"office{next(self._numbers)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (owner,)).fetchone() is None:
                connection.execute(f"CREATE ROLE {owner} LOGIN".encode())
            connection.execute(f"CREATE DATABASE {name} OWNER {owner} TEMPLATE template0".encode())
        return self._address(name, owner)

    def _address(self, database: str, account: str = _OWNER) -> str:
        return f"postgresql://{account}@/{database}?host={self._folder}"


@contextmanager
def a_cluster() -> Iterator[Cluster]:
    """A server for a while; the test is left out where PostgreSQL is not installed, and fails in CI."""
    programs = _programs()
    # A socket's path must be short, so it does not lie in pytest's folder.
    with tempfile.TemporaryDirectory(prefix="vpdesk-pg-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(folder, _OWNER)
        data = folder / "data"
        _run(programs / "initdb", "-D", str(data), "-U", _OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        # Nothing has to outlive the tests.
        settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
        server = (programs / "pg_ctl", "-D", str(data))
        _run(*server, "-o", settings, "-l", str(folder / "log"), "-w", "start")
        try:
            yield Cluster(folder)
        finally:
            _run(*server, "-m", "immediate", "-w", "stop")


def _programs() -> Path:
    """The folder of PostgreSQL's programs; Debian keeps it off the path."""
    installed = shutil.which("initdb")
    folders = [Path(installed).resolve().parent] if installed else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    found = [folder for folder in folders if (folder / "initdb").exists()]
    if not found or not hasattr(socket, "AF_UNIX"):
        missing("PostgreSQL is not installed")
    if os.geteuid() == 0 and not shutil.which("runuser"):
        missing("PostgreSQL refuses to be run by root, and runuser is not installed")
    return found[-1]


def _run(program: Path, *arguments: str) -> None:
    """Run one of its programs, which refuse to be run by root."""
    command = [str(program), *arguments]
    if os.geteuid() == 0:
        command = ["runuser", "-u", _OWNER, "--", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", timeout=120)
    if done.returncode:
        raise RuntimeError(f"{program.name}: {done.stderr or done.stdout}")
