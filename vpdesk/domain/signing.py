"""How a signature says by whose authority it stands."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from vpdesk.domain.dispatch import Signing


class Authority(Enum):
    """What stands before the first line of a signature, by the letters printed (HD36, component 7a)."""

    NONE = ""
    ON_BEHALF = "T/M"
    """Thay mặt: for a body that decides together."""
    DEPUTY = "K/T"
    """Ký thay: a deputy for the head."""
    DELEGATE = "T/L"
    """Thừa lệnh: by the head's order."""
    ACTING = "Q."
    """Quyền: in the head's place for a time; stands before the position itself."""


class Signer(NamedTuple):
    """A signature in the parts that a form shows: the authority, for whom, the position, the name."""

    authority: Authority
    principal: str
    position: str
    name: str


_PRINTED = re.compile(r"(T/M|K/T|T/L) (\S.*)", re.DOTALL)
_ACTING = re.compile(r"Q\. (\S.*)", re.DOTALL)


def signer(signing: Signing) -> Signer:
    """The parts of a signature. An authority in other letters is shown whole, as that of nobody's order."""
    authority, position, name = (text or "" for text in (signing.authority, signing.position, signing.name))
    if found := _PRINTED.fullmatch(authority):
        return Signer(Authority(found[1]), found[2], position, name)
    if not authority and (acting := _ACTING.fullmatch(position)):
        return Signer(Authority.ACTING, "", acting[1], name)
    return Signer(Authority.NONE, authority, position, name)


def signing_of(parts: Signer) -> Signing:
    """The signature that these parts make."""
    authority, principal, position, name = parts
    if authority is Authority.ACTING:
        return Signing(principal or None, f"{authority.value} {position}".strip(), name or None)
    first = f"{authority.value} {principal}".strip()
    return Signing(first or None, position or None, name or None)
