"""What the registers let be found, in the act that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.finding import Findable, FoundKind
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.domain.passages import passages

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork


def find_line(work: UnitOfWork, line: RegisterLine, dispatch: Dispatch | None) -> None:
    """Let a line of the outgoing register be found by its facts, its dispatch and its files; a secret one is not."""
    if line.state in (LineState.WITHHELD, LineState.HELD):
        return
    texts = [passage.text for passage in passages(dispatch)] if dispatch else []
    texts += [work.attachments.text(one.digest) for one in work.attachments.of(line.id)]
    facts = (line.reference, line.subject, line.signer, *line.recipients, line.notes)
    work.finding.put(
        Findable(
            record=line.id,
            kind=FoundKind.OUTGOING,
            state=line.state.value,
            words=" ".join([*(fact for fact in facts if fact), *texts]),
            day=line.document_date,
            book=work.numbers.series(line.series).group,
            document_type=line.document_type,
            number=line.number,
            reference=line.reference,
            party=", ".join(line.recipients) or None,
            person=line.signer,
            subject=line.subject,
        )
    )
