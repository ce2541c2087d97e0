"""The end of a paper: who signs, and who receives it."""

from __future__ import annotations

from collections.abc import Sequence

from vpdesk.layout.arrangement import signature_rows
from vpdesk.layout.content import Closing, Signature
from vpdesk.layout.flow import Hold, Slice, Slices
from vpdesk.layout.frame import Frame, PlacedLine
from vpdesk.layout.norms import Norms, Role
from vpdesk.layout.setter import Setter, Stack, listed, listed_frames, moved, one_under_another, stacked


def set_closing(closing: Closing, setter: Setter) -> Slices:
    """Nơi nhận and a signature block side by side; several signatures above it."""
    if len(closing.signatures) > 1:
        return _joint(closing, setter)
    return _beside_one_another(closing, setter)


def _beside_one_another(closing: Closing, setter: Setter) -> Slices:
    """Nơi nhận in the left column, the signature centred in the right one, which only a wide signature moves.

    A list longer than a page goes on below the signature.
    """
    norms = setter.norms
    boundary = norms.left_share * norms.measure
    signing = _signature_block(closing.signatures, setter, norms.measure - boundary)
    boundary = min(boundary, norms.measure - signing.width)
    left = _distribution(closing, setter, (boundary if signing.lines else norms.measure) - norms.gutter)
    right = Frame(signing.height, moved(signing.lines, (boundary + norms.measure) / 2, 0.0))
    foot = sum(frame.height for frame in left)
    if max(foot, right.height) + _company(norms) <= norms.text_height:
        return (Slice(_side_by_side(left, right)),)
    count, height = 0, 0.0
    while count < len(left) and height < right.height:
        height += left[count].height
        count += 1
    rest = [Slice(frame) for frame in left[count:]]
    return (Slice(_side_by_side(left[:count], right)), *rest)


def _joint(closing: Closing, setter: Setter) -> Slices:
    """Several signatures in rows from left to right, as many abreast as can be; Nơi nhận below them."""
    rows = [_signature_row(row, setter) for row in signature_rows(closing.signatures)]
    before = setter.style(Role.AUTHORITY).before
    signed = [Slice(row, before=before if number else 0.0) for number, row in enumerate(rows)]
    below = [
        Slice(frame, before=0.0 if number else before, hold=Hold.LINES if number == 1 else Hold.FREE)
        for number, frame in enumerate(_distribution(closing, setter, setter.norms.measure))
    ]
    return (*signed, *below)


def _signature_row(signatures: Sequence[Signature], setter: Setter) -> Frame:
    """Signature blocks side by side, each centred in its share of the measure, their names level."""
    norms = setter.norms
    share = norms.measure / len(signatures)
    above = [stacked(one.authority, setter, share - norms.gutter) for one in signatures]
    names_y = max(stack.height for stack in above) + norms.signature_space
    names = [stacked((one.signatory,), setter, share - norms.gutter) if one.signatory else None for one in signatures]
    lines: list[PlacedLine] = []
    for number, (stack, name) in enumerate(zip(above, names, strict=True)):
        centre = (number + 0.5) * share
        lines += moved(stack.lines, centre, 0.0)
        lines += moved(name.lines, centre, names_y) if name else ()
    return Frame(names_y + max((name.height for name in names if name), default=0.0), tuple(lines))


def _company(norms: Norms) -> float:
    """The room of the text that goes with the signature block: a last line, and two of the paragraph before it."""
    style = norms.styles[Role.PARAGRAPH]
    return 3 * style.leading + style.before + norms.styles[Role.AUTHORITY].before


def _signature_block(signatures: Sequence[Signature], setter: Setter, limit: float) -> Stack:
    """Authority and position, the space for the signature, the name, centred about x = 0; or nothing."""
    if not signatures:
        return Stack((), 0.0, 0.0)
    (signature,) = signatures
    above = stacked(signature.authority, setter, limit)
    if signature.signatory is None:
        if not signature.authority:
            return above
        return Stack(above.lines, above.height + setter.norms.signature_space, above.width)
    name = stacked((signature.signatory,), setter, limit)
    top = above.height + setter.norms.signature_space
    return Stack((*above.lines, *moved(name.lines, 0.0, top)), top + name.height, max(above.width, name.width))


def _distribution(closing: Closing, setter: Setter, measure: float) -> list[Frame]:
    """Nơi nhận, a frame for each of its lines, with the typist's mark below."""
    frames = []
    if closing.label:
        style = setter.style(Role.DISTRIBUTION_LABEL)
        frames.append(Frame(style.leading, tuple(listed(closing.label, setter, 0.0, measure))))
    for text in closing.recipients:
        frames.extend(listed_frames(text, setter, measure))
    if closing.typist_mark:
        style = setter.style(Role.TYPIST_MARK)
        lines = moved(listed(closing.typist_mark, setter, 0.0, setter.norms.measure), 0.0, style.before)
        frames.append(Frame(style.before + style.leading, lines))
    return frames


def _side_by_side(left: Sequence[Frame], right: Frame) -> Frame:
    """Frames one under another, with one more beside them, tops level."""
    below = one_under_another(left)
    return Frame(max(below.height, right.height), (*below.lines, *right.lines))
