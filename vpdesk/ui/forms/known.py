"""What a form may offer. It is gathered before there is any form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vpdesk.domain.catalog import DocumentType
from vpdesk.domain.dispatch import Signing

_Uses = Mapping[str, int]


class BodyNames(NamedTuple):
    """How a body stands on the paper: its superior's line and its own."""

    parent: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the form may offer: the catalogue, the bodies, and earlier values with the number of their uses."""

    types: tuple[DocumentType, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    """Title and name of each rule pack."""
    bodies: tuple[BodyNames, ...] = ()
    signatories: tuple[Signing, ...] = ()
    places: _Uses = field(default_factory=dict)
    addressees: _Uses = field(default_factory=dict)
    recipients: _Uses = field(default_factory=dict)
    names: _Uses = field(default_factory=dict)
