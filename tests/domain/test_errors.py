"""Trouble the desk expects."""

from __future__ import annotations

import errno
import inspect

import pytest

from vpdesk.domain import errors
from vpdesk.domain.errors import DeskError, Obstacle


@pytest.mark.parametrize(
    ("number", "obstacle"),
    [
        (errno.ENOENT, Obstacle.NOT_FOUND),
        (errno.EACCES, Obstacle.NO_PERMISSION),
        (errno.EPERM, Obstacle.NO_PERMISSION),
        (errno.EISDIR, Obstacle.IS_FOLDER),
        (errno.ENOTDIR, Obstacle.NO_FOLDER),
        (errno.ENOSPC, Obstacle.DISK_FULL),
        (errno.EDQUOT, Obstacle.DISK_FULL),
        (errno.EFBIG, Obstacle.DISK_FULL),
        (errno.EROFS, Obstacle.READ_ONLY),
        (errno.ENAMETOOLONG, Obstacle.NAME_TOO_LONG),
        (errno.EIO, Obstacle.OTHER),
    ],
    ids=lambda value: value.name if isinstance(value, Obstacle) else errno.errorcode[value],
)
def test_an_error_of_the_system_is_named_by_what_stands_in_the_way(number: int, obstacle: Obstacle) -> None:
    assert Obstacle.of(OSError(number, "")) is obstacle


def test_an_error_without_a_number_is_some_other_obstacle() -> None:
    assert Obstacle.of(OSError("odd")) is Obstacle.OTHER


def test_every_expected_trouble_is_a_desk_error() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)]

    assert len(kinds) > 5
    assert all(issubclass(kind, DeskError) for kind in kinds)
