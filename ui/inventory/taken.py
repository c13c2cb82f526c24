"""What became of an invoice's reading in the dialog of a delivery: accepted, changed or skipped, for the journal."""

from collections.abc import Mapping

from app.inventory import Arrived, MatchedLine
from models.money import minor_digits
from models.recognition import DecidedInvoice, Decision, FieldName, PictureReading, Verdict

_IN_DOCUMENT = frozenset({FieldName.SUPPLIER, FieldName.NUMBER, FieldName.ISSUED_ON})


class Taken:
    """A reading whose lines fill a dialog; ``document`` is the text that its head was filled with."""

    def __init__(self, reading: PictureReading, document: str, currency: str) -> None:
        self._reading = reading
        self._document = document
        self._minor = 10 ** minor_digits(currency)
        self._lines: list[tuple[object, MatchedLine]] = []

    def read(self, row: object, matched: MatchedLine) -> None:
        """Remember which row of the dialog a line of the invoice went to."""
        self._lines.append((row, matched))

    def decided(self, document: str, booked: Mapping[object, Arrived]) -> DecidedInvoice:
        """The decisions that saving stands for. ``booked``: the dialog's rows that are left, as they are booked.

        Fields that a delivery does not keep (tax number, total) were skipped.
        """
        told = Verdict.ACCEPTED if document == self._document else Verdict.CHANGED
        told = told if document else Verdict.SKIPPED
        decisions = tuple(
            Decision(
                each.name,
                told if each.name in _IN_DOCUMENT and each.value else Verdict.SKIPPED,
                confidence=each.confidence,
            )
            for each in self._reading.fields
        )
        lines = tuple(
            (self._verdict(matched, booked.get(row)), matched.line.confidence)
            for row, matched in self._lines
        )
        return DecidedInvoice(self._reading.sha256, decisions, lines)

    def _verdict(self, matched: MatchedLine, booked: Arrived | None) -> Verdict:
        if booked is None:
            return Verdict.SKIPPED
        read, product = matched.line, matched.product
        same = (
            product is not None
            and product.id == booked.product_id
            and read.qty == booked.qty
            and read.price is not None
            and read.price * self._minor == booked.cost_amount
            and not booked.in_purchase_units
        )
        return Verdict.ACCEPTED if same else Verdict.CHANGED
