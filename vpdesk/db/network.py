"""Whether a file lies on another machine's disk, where the locks of SQLite cannot be trusted."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

_MOUNTS = Path("/proc/self/mounts")
_NETWORK_FILE_SYSTEMS = frozenset(
    "nfs nfs4 cifs smb3 smbfs ncpfs afs ceph glusterfs davfs fuse.sshfs fuse.glusterfs fuse.davfs fuse.rclone".split()
)
_REMOTE = 4
"""What Windows calls a drive that is another machine's (DRIVE_REMOTE)."""


def is_on_network(path: Path) -> bool:
    """Whether a path lies on a network share; False where the system does not tell."""
    if sys.platform == "win32":
        import ctypes

        anchor = path.resolve().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return file_system_of(PurePosixPath(path.resolve()), mounts) in _NETWORK_FILE_SYSTEMS


def file_system_of(path: PurePosixPath, mounts: str) -> str:
    """The kind of file system that a path lies on, by Linux's table of mounts; empty where none holds it."""
    kind, deepest = "", -1
    for line in mounts.splitlines():
        _device, place, found, *_options = line.split(" ")
        # The table writes a space as \040 and the like.
        point = PurePosixPath(place.encode("latin-1", "backslashreplace").decode("unicode_escape"))
        if path.is_relative_to(point) and len(point.parts) >= deepest:
            kind, deepest = found, len(point.parts)
    return kind
