"""What goes back when part of an invoice is returned: frozen figures, never calculated again.

Rule: the parts of a line returned so far are always what rounding the whole of them at once gives.
Each credit note takes the difference to the one before, so whatever the steps, together they give
back exactly the line, its tax, each half of its tax, and the invoice's round-off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from models.money import half_up
from models.tax import (
    LineTotals,
    TaxReason,
    TaxRefused,
    TaxRegime,
    TaxTotals,
    add_up,
    rounded_off,
)

_NOTHING = Decimal(0)
_ONE = Decimal(1)


def returned(
    line: LineTotals,
    returned_qty: Decimal,
    original_qty: Decimal,
    already_qty: Decimal = _NOTHING,
) -> LineTotals:
    """Return the figures of ``returned_qty`` out of a line that sold ``original_qty``.

    ``already_qty`` is what earlier credit notes took back. The result has the sign of the line (a
    credit note shows positive amounts; negate it for the ledger). The price and each tax of a part
    are at most one minor unit off their exact proportion; all parts together are exact. Raises
    TaxRefused when nothing or more than is left would go back.
    """
    before, after = _span(line.key, returned_qty, original_qty, already_qty)
    return _difference(_portion(line, after), _portion(line, before))


def credit(
    regime: TaxRegime,
    invoice: TaxTotals,
    quantities: Mapping[str, Decimal],
    returning: Mapping[str, Decimal],
    already: Mapping[str, Decimal],
) -> TaxTotals:
    """Return the figures of a credit note over some lines of an invoice.

    Args:
        regime: the invoice's regime; only its round-off unit counts here.
        invoice: the totals of the issued invoice.
        quantities: what each line sold; a line without a quantity (a fee) sold one.
        returning: what goes back now, by key.
        already: what went back before, by key.

    Returns:
        The totals, with the signs of the invoice and its lines' order. Successive credit notes of
        everything add up to the invoice, round-off included.

    Raises:
        TaxRefused: a key the invoice has not, or more than is left.
    """
    known = {line.key for line in invoice.lines}
    for key in (*returning, *already):
        if key not in known:
            raise TaxRefused(TaxReason.RETURN, key, "the invoice has no such line")
    if not returning:
        raise TaxRefused(TaxReason.RETURN, "", "nothing goes back")
    lines = []
    due_before = due_after = 0
    for line in invoice.lines:
        sold = quantities.get(line.key, _ONE)
        gone = already.get(line.key, _NOTHING)
        if line.key in returning:
            before, after = _span(line.key, returning[line.key], sold, gone)
            lines.append(_difference(_portion(line, after), _portion(line, before)))
        else:
            before = after = _fraction(line.key, gone, sold)
        due_before += _portion(line, before).total_amount
        due_after += _portion(line, after).total_amount
    # An invoice that was not rounded off is not rounded off on its way back either.
    unit = regime.round_off_amount
    if unit and invoice.total_amount % unit:
        unit = 0
    off_before = rounded_off(due_before, unit) - due_before
    off_after = rounded_off(due_after, unit) - due_after
    return add_up(lines, off_after - off_before)


def _fraction(key: str, part: Decimal, whole: Decimal) -> Fraction:
    if not whole:
        raise TaxRefused(TaxReason.RETURN, key, "nothing was sold")
    fraction = Fraction(part) / Fraction(whole)
    if not 0 <= fraction <= 1:
        raise TaxRefused(TaxReason.RETURN, key, "more than was sold")
    return fraction


def _span(
    key: str, returning: Decimal, sold: Decimal, already: Decimal
) -> tuple[Fraction, Fraction]:
    before = _fraction(key, already, sold)
    if Fraction(returning) * Fraction(sold) <= 0:
        raise TaxRefused(TaxReason.RETURN, key, "a return is more than nothing")
    if before + Fraction(returning) / Fraction(sold) > 1:
        raise TaxRefused(TaxReason.RETURN, key, "more than is left to return")
    return before, before + Fraction(returning) / Fraction(sold)


def _portion(line: LineTotals, fraction: Fraction) -> LineTotals:
    # The price is the amount that was agreed: net or total, whichever is list less discount.
    priced = line.list_amount - line.discount_amount
    inclusive = line.net_amount != priced
    listed = half_up(line.list_amount * fraction)
    amount = half_up(priced * fraction)
    parts = tuple(replace(part, amount=half_up(part.amount * fraction)) for part in line.parts)
    tax = sum(part.amount for part in parts)
    return replace(
        line,
        list_amount=listed,
        discount_amount=listed - amount,
        net_amount=amount - tax if inclusive else amount,
        tax_amount=tax,
        total_amount=amount if inclusive else amount + tax,
        parts=parts,
    )


def _difference(after: LineTotals, before: LineTotals) -> LineTotals:
    return replace(
        after,
        list_amount=after.list_amount - before.list_amount,
        discount_amount=after.discount_amount - before.discount_amount,
        net_amount=after.net_amount - before.net_amount,
        tax_amount=after.tax_amount - before.tax_amount,
        total_amount=after.total_amount - before.total_amount,
        parts=tuple(
            replace(new, amount=new.amount - old.amount)
            for new, old in zip(after.parts, before.parts, strict=True)
        ),
    )
