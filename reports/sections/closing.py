"""The end of a paper: signatures, the code anybody can check, kept on one page."""

from __future__ import annotations

from collections.abc import Sequence

from models.papers import Seal, SignatureOnPaper
from reports.layout.flow import Band
from reports.layout.items import (
    Across,
    Gap,
    Item,
    Qr,
    Stack,
    Stroke,
    across,
    caption,
    paragraph,
    picture,
    stack,
)
from reports.layout.text import spans
from reports.layout.theme import CAPTION, CONTROL, SMALL, SMALL_QUIET, SMALL_STRONG
from reports.sections.context import Context

_QR = 86.0
_SEAL_TEXT = 100.0
_GAP = 16.0
_PER_ROW = 2
_HAND = 26.0  # room to write in


def closing(
    context: Context, signatures: Sequence[SignatureOnPaper], before: float = 16.0
) -> list[Band]:
    """Lay out the seal left and the signatures right, as one band that is never cut."""
    seal = context.head.seal
    left = _seal(context, seal) if seal else None
    taken = _QR + 8.0 + _SEAL_TEXT + _GAP if seal else 0.0
    cells: list[tuple[float, Item]] = [(0.0, left)] if left else []
    if signatures:
        cells.append((taken, _signatures(context, signatures, context.width - taken)))
    return [Band(across(cells), before=before)] if cells else []


def signature_rows(
    context: Context, signatures: Sequence[SignatureOnPaper], before: float = 16.0
) -> list[Band]:
    """Lay out signatures alone, over the whole width."""
    return [Band(_signatures(context, signatures, context.width), before=before)]


def _seal(context: Context, seal: Seal) -> Across:
    word = context.word
    lines: list[Item] = [
        Gap(3.0),
        paragraph(word("seal.check"), SMALL_STRONG, _SEAL_TEXT),
        Gap(1.0),
    ]
    if seal.verify_url:
        lines.append(paragraph(seal.verify_url, CAPTION, _SEAL_TEXT))
    for label, value in (("seal.hash", seal.record_sha256), ("seal.key", seal.key_id)):
        if value:
            lines += [Gap(1.0), caption(word(label), _SEAL_TEXT)]
            lines.append(paragraph(_grouped(value), CAPTION, _SEAL_TEXT))
    return across(((-4.0, Qr(seal.payload, _QR)), (_QR + 4.0, stack(lines))))


def _grouped(text: str) -> str:
    """Write a hash or a key's name in lines of sixteen signs, in groups of eight: for the eye."""
    lines = [text[at : at + 16] for at in range(0, len(text), 16)]
    return "\n".join(f"{line[:8]} {line[8:]}".strip() for line in lines)


def _signatures(context: Context, signatures: Sequence[SignatureOnPaper], width: float) -> Stack:
    per_row = _PER_ROW if width < 400.0 or len(signatures) == _PER_ROW else 3  # noqa: PLR2004  points
    each = (width - _GAP * (per_row - 1)) / per_row
    rows: list[Item] = []
    for at in range(0, len(signatures), per_row):
        if rows:
            rows.append(Gap(10.0))
        rows.append(
            across(
                (index * (each + _GAP), _signature(context, one, each))
                for index, one in enumerate(signatures[at : at + per_row])
            )
        )
    return stack(rows)


def _signature(context: Context, one: SignatureOnPaper, width: float) -> Stack:
    """Role, room to write or the picture of the pad, a rule, name and position."""
    word = context.word
    items: list[Item] = [caption(word(f"role.{one.role.value}"), width)]
    if one.image:
        drawn = picture(one.image, width * 0.8, _HAND)
        items += [Gap(_HAND - drawn.height), drawn]
    else:
        items.append(Gap(_HAND))
    items += [Stroke(width, 0.0, CONTROL), Gap(2.0)]
    who = ", ".join(part for part in (one.name, one.position) if part)
    if who:
        items.append(paragraph(spans(who, SMALL), SMALL, width))
    signed = one.signed_at
    text = word("signed", at=context.fmt.moment(signed)) if signed else word("sign_here")
    items.append(paragraph(text, SMALL_QUIET if signed else CAPTION, width))
    return stack(items)
