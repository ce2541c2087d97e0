"""A store on another machine's disk is refused."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from vpdesk.db.network import file_system_of, is_on_network

MOUNTS = r"""
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
server:/office /srv/office nfs4 rw 0 0
//server/share /srv/co\040quan cifs rw 0 0
/dev/sdb1 /srv/office/local ext4 rw 0 0
clerk@server: /srv/far fuse.sshfs rw 0 0
""".strip()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/vpdesk.sqlite3", "ext4"),
        ("/tmp/vpdesk.sqlite3", "tmpfs"),
        ("/srv/office/data/vpdesk.sqlite3", "nfs4"),
        ("/srv/co quan/vpdesk.sqlite3", "cifs"),
        ("/srv/office/local/vpdesk.sqlite3", "ext4"),
        ("/srv/officeX/vpdesk.sqlite3", "ext4"),
        ("/srv/far/vpdesk.sqlite3", "fuse.sshfs"),
    ],
)
def test_a_path_lies_on_the_deepest_mount_that_holds_it(path: str, kind: str) -> None:
    assert file_system_of(PurePosixPath(path), MOUNTS) == kind


def test_a_folder_of_this_machine_is_on_no_network(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "vpdesk.sqlite3")
