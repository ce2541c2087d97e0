"""What is worth telling of the signatures under a dispatch: the rules know other forms, the records other people."""

from __future__ import annotations

import re
from datetime import date

from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.findings import Finding, FindingKind
from vpdesk.domain.organisation import IssuingBody, block_of, version_on
from vpdesk.domain.pack import RulePack
from vpdesk.domain.signoff import blocks_of, is_outside, same_block, signatory_of

_FORM = re.compile(r"(T/?\.?U\.?Q\.?|[TK]/?[MTL]\.?|Q\.)\s", re.IGNORECASE)
"""Letters before a signature that say by whose authority it stands, in whatever rules: T/M, KT., TUQ., Q."""
_COLLECTIVE = re.compile(r"K/?T\.?\s+(BÍ THƯ|CHỦ NHIỆM)", re.IGNORECASE)
"""For the secretary of a committee, which decides together, nobody signs K/T."""


def find_signing(
    bodies: tuple[IssuingBody, ...], dispatch: Dispatch, pack: RulePack, today: date
) -> tuple[Finding, ...]:
    """What the rules (HD36, component 7) and the records of the bodies hold against the signatures on its day."""
    return tuple(
        Finding(kind, "7", detail)
        for block in blocks_of(dispatch)
        for kind, detail in (*_of_rules(block, pack), *_of_records(block, bodies, dispatch, dispatch.date or today))
    )


def _of_rules(block: Signing, pack: RulePack) -> list[tuple[FindingKind, str]]:
    first_line = block.authority or block.position or ""
    if _COLLECTIVE.match(first_line):
        return [(FindingKind.SIGNING_FOR_COLLECTIVE, first_line)]
    form = _FORM.match(first_line)
    if form and form[1] not in pack.text("signing.forms").split():
        return [(FindingKind.SIGNING_FORM_NOT_OF_RULES, form[1])]
    return []


def _of_records(
    block: Signing, bodies: tuple[IssuingBody, ...], dispatch: Dispatch, day: date
) -> list[tuple[FindingKind, str]]:
    name = block.name or ""
    if not any(body.signatories for body in bodies) or signatory_of(block, bodies, dispatch.document_type, day):
        return []
    if is_outside(block, bodies):
        # Under a joint document stand people of other offices.
        return [] if len(blocks_of(dispatch)) > 1 else [(FindingKind.SIGNATORY_NOT_KNOWN, name)]
    if _signs_other_types(block, bodies, day):
        return [(FindingKind.SIGNATORY_NOT_OF_TYPE, name)]
    return [(FindingKind.SIGNATORY_NOT_OF_DATE, name)]


def _signs_other_types(block: Signing, bodies: tuple[IssuingBody, ...], day: date) -> bool:
    return any(
        day in one.days and (version := version_on(body, day)) and same_block(block_of(one, version.spelling), block)
        for body in bodies
        for one in body.signatories
    )
