"""Fields that understand what people type: money, quantities, per cents, whole numbers.

The text is understood when the field is left or at Enter. What cannot be understood stays as it was typed,
with a sentence that says what to type.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from widgets.controls import Line
from widgets.typed import (
    Reading,
    Signs,
    read_money,
    read_percent,
    read_quantity,
    read_whole,
    signs_of,
    write_number,
)

Reader = Callable[[str], Reading]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Understands(Line):
    """What all typed fields share. ``read`` comes when another value was understood."""

    read = Signal(object)

    def start(self, reader: Reader) -> None:
        """Begin to understand, by this reader; a field calls it once, when it is made."""
        self._reader = reader
        self._value: Any = None
        self._dirty = False
        self.textEdited.connect(self._typed)

    def understand(self) -> bool:
        """Read what stands there now; False when it has a problem. The text stays in any case."""
        if not self._dirty:
            return not self.problem()
        self._dirty = False
        reading = self._reader(self.text())
        former, self._value = self._value, reading.value
        if not reading.problem:
            self.blockSignals(True)
            self.setText(reading.text)
            self.blockSignals(False)
        self.tell(_said(reading.problem), _said(reading.warning))
        self.update()
        if former != self._value:
            self.read.emit(self._value)
        return not reading.problem

    def _typed(self) -> None:
        self._dirty = True

    def set_text(self, text: str) -> None:
        """Put a text there as if it was typed, and read it."""
        self.setText(text)
        self._dirty = True
        self.understand()

    def draft(self) -> str:
        """What was typed, readable or not."""
        return self.text()

    def set_draft(self, draft: str) -> None:
        """Put back what a draft kept, and read it."""
        self.set_text(draft)

    def show_value(self, value: object, text: str) -> None:
        """Show a value in this text; nothing is read until somebody types."""
        self._value = value
        self._dirty = False
        self.setText(text)
        self.setCursorPosition(0)
        self.tell()

    def value(self) -> Any:  # noqa: ANN401  a field over any reader
        """The value, None for an empty field and for what cannot be read."""
        self.understand()
        return self._value

    def peek(self) -> Any:  # noqa: ANN401  the same
        """What stands there would be understood as, while somebody still types: the text is left alone."""
        return self._reader(self.text()).value if self._dirty else self._value

    def set_value(self, value: object, text: str = "") -> None:
        """Show a value in its ``text``; without one, the value in words is read."""
        self.show_value(value, text or ("" if value is None else str(value)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.understand()
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.understand()
        super().focusOutEvent(event)


class TypedEdit(Understands):
    """A field over any reader: ``value()`` is what the reader understood."""

    def __init__(self, reader: Reader, **settings: Any) -> None:  # noqa: ANN401  the settings of a Line
        super().__init__(**settings)
        self.start(reader)


class MoneyEdit(Understands):
    """An amount in major units. ``currency_digits``: 2 for roubles; ``decimal_sign``: "," or "."."""

    def __init__(
        self,
        currency_digits: int,
        decimal_sign: str,
        *,
        signed: bool = False,
        lakhs: bool = False,
        **settings: Any,  # noqa: ANN401  the settings of a Line
    ) -> None:
        super().__init__(**settings)
        self._digits = currency_digits
        self._signs = signs_of(decimal_sign, lakhs=lakhs)
        self.start(
            lambda text: read_money(text, digits=currency_digits, signs=self._signs, signed=signed)
        )

    @override
    def value(self) -> Decimal | None:
        """The amount in major units, exactly; None when there is none."""
        found: Decimal | None = super().value()
        return found

    def minor(self) -> int | None:
        """The amount in minor units (kopecks)."""
        found = self.value()
        return None if found is None else int(found.scaleb(self._digits))

    @override
    def set_value(self, value: object, text: str = "") -> None:
        """Show an amount in major units."""
        amount = None if value is None else Decimal(str(value))
        written = "" if amount is None else write_number(amount, self._signs, digits=self._digits)
        self.show_value(amount, text or written)


class _NumberEdit(Understands):
    """A Decimal without an amount's fixed digits."""

    def _begin(self, decimal_sign: str, reader: Callable[[str, Signs], Reading]) -> None:
        self._signs = signs_of(decimal_sign)
        self.start(lambda text: reader(text, self._signs))

    @override
    def value(self) -> Decimal | None:
        """The number; None when there is none."""
        found: Decimal | None = super().value()
        return found

    @override
    def set_value(self, value: object, text: str = "") -> None:
        """Show a number."""
        number = None if value is None else Decimal(str(value)).normalize()
        written = "" if number is None else write_number(number, self._signs)
        self.show_value(number, text or written)


class QuantityEdit(_NumberEdit):
    """A quantity above zero, exact to 0.001; ``unit`` is understood behind it and shown muted."""

    def __init__(
        self,
        decimal_sign: str,
        *,
        unit: str = "",
        digits: int = 3,
        **settings: Any,  # noqa: ANN401  the settings of a Line
    ) -> None:
        super().__init__(suffix=unit, **settings)
        self._begin(
            decimal_sign,
            lambda text, signs: read_quantity(text, signs=signs, unit=unit, digits=digits),
        )


class PercentEdit(_NumberEdit):
    """A per cent, 0 to ``most``."""

    def __init__(
        self,
        decimal_sign: str,
        *,
        most: int = 100,
        **settings: Any,  # noqa: ANN401  the settings of a Line
    ) -> None:
        super().__init__(suffix="%", **settings)
        self._begin(decimal_sign, lambda text, signs: read_percent(text, signs=signs, most=most))


class WholeEdit(Understands):
    """A whole number that is not below zero: a reading, a year, a number of days."""

    def __init__(
        self,
        decimal_sign: str,
        *,
        unit: str = "",
        grouped: bool = True,
        **settings: Any,  # noqa: ANN401  the settings of a Line
    ) -> None:
        super().__init__(suffix=unit, **settings)
        plain = Signs(decimal_sign, "")
        self._signs = signs_of(decimal_sign) if grouped else plain
        self.start(lambda text: read_whole(text, signs=self._signs, unit=unit))

    @override
    def value(self) -> int | None:
        """The number; None when there is none."""
        found: int | None = super().value()
        return found

    @override
    def set_value(self, value: object, text: str = "") -> None:
        """Show a number."""
        number = None if value is None else int(str(value))
        written = "" if number is None else write_number(Decimal(number), self._signs)
        self.show_value(number, text or written)


def _said(sentence: str) -> str:
    """A reader's sentence in the language of the program; one that is said already stays."""
    return QCoreApplication.translate("typed", sentence) if sentence else ""
