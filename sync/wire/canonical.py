"""One spelling for every value that is hashed or signed.

The form is JSON after RFC 8785 in spirit, narrowed to what both sides write the same: UTF-8, keys
in code-point order, no spaces, whole numbers only. Amounts are integers of minor units, quantities
are text. Whatever could be spelled twice is refused instead of guessed.
"""

import hashlib
import json
import unicodedata
from typing import Any

LARGEST_INTEGER = 2**53 - 1
"""Beyond it JSON readers that keep numbers as doubles lose digits (RFC 7493, 2.2)."""

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


_FINE = frozenset({str, bool, type(None)})


class NotCanonicalError(ValueError):
    """The value has no single spelling; the message says which part and why."""


class FloatRefusedError(NotCanonicalError):
    """A float (NaN and infinities included): its decimal spelling differs between programs."""


class IntegerTooLargeError(NotCanonicalError):
    """A whole number that does not survive a reader with doubles."""


class KeyRefusedError(NotCanonicalError):
    """A key that is not ASCII text."""


class TextRefusedError(NotCanonicalError):
    """Text with a lone surrogate or NUL, or not in normalisation form C."""


class TypeRefusedError(NotCanonicalError):
    """A type that JSON does not have, a circle, or a nesting beyond what can be read back."""


def canonical(value: object) -> bytes:
    """Spell `value` (str, int, bool, None, list or tuple, dict) as canonical UTF-8 JSON.

    A tuple is written as a list. True, 1 and "1" stay three different values.

    Raises:
        NotCanonicalError: one of its kinds, naming what is refused.
    """
    try:
        text = _ENCODER.encode(value)
    except RecursionError as error:
        raise TypeRefusedError("nested too deeply") from error
    except (TypeError, ValueError) as error:
        _refuse_by_type(value)
        raise TypeRefusedError(str(error)) from error
    _refuse_by_type(value)
    return _encoded(text, value)


def sha256_hex(data: bytes) -> str:
    """SHA-256 of `data` as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def _encoded(text: str, value: object) -> bytes:
    """Check the characters of the whole spelling at once: structure adds ASCII only."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        raise TextRefusedError("text is not in normalisation form C")
    if "\\u0000" in text:
        _refuse_nul(value)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise TextRefusedError("text holds a lone surrogate") from error


def _refuse_by_type(value: object) -> None:
    """Walk the value without recursion; the encoder would write 1.5 and {1: 2} without a word."""
    seen: set[int] = set()
    waiting: list[Any] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if id(item) not in seen:
                seen.add(id(item))
                _refuse_keys(item)
                # most values are fine as they are: asked here, at the price of a look-up
                waiting += [
                    part
                    for part in item.values()
                    if part.__class__ not in _FINE
                    and not (part.__class__ is int and -LARGEST_INTEGER <= part <= LARGEST_INTEGER)
                ]
        elif isinstance(item, (list, tuple)):
            if id(item) not in seen:
                seen.add(id(item))
                waiting += [part for part in item if part.__class__ not in _FINE]
        elif item is None or isinstance(item, (str, bool)):
            continue
        elif isinstance(item, int):
            if not -LARGEST_INTEGER <= item <= LARGEST_INTEGER:
                raise IntegerTooLargeError("whole number beyond 2^53 - 1")
        elif isinstance(item, float):
            raise FloatRefusedError(f"float {item!r}: write integers, or text for a quantity")
        else:
            raise TypeRefusedError(f"type {type(item).__name__} has no canonical form")


def _refuse_keys(mapping: dict[Any, Any]) -> None:
    try:
        plain = "".join(mapping).isascii()
    except TypeError:
        plain = False
    if plain:
        return
    for key in mapping:
        if not isinstance(key, str):
            raise KeyRefusedError(f"key {key!r} is not text")
        if not key.isascii():
            raise KeyRefusedError(f"key {key!r} is not ASCII")


def _refuse_nul(value: object) -> None:
    """Look for the character itself; the six letters of its escape may be somebody's text."""
    waiting: list[Any] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str) and "\0" in item:
            raise TextRefusedError("text holds NUL")
        if isinstance(item, dict):
            waiting.extend(item)
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)
