"""One spelling for every value, and refusal of all that has two."""

import json
import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.canonical import (
    LARGEST_INTEGER,
    FloatRefusedError,
    IntegerTooLargeError,
    KeyRefusedError,
    NotCanonicalError,
    TextRefusedError,
    TypeRefusedError,
    canonical,
    sha256_hex,
)

_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).map(
    lambda text: unicodedata.normalize("NFC", text)
)
_keys = st.text(st.characters(max_codepoint=127, exclude_characters="\0"))
_scalars = st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | _text
_values = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(_keys, inner, max_size=5),
    max_leaves=30,
)


def test_sp1_the_spelling_is_exactly_this() -> None:
    value = {"b": [1, True, None, "é"], "a": {"z": "К", "A": "\n"}, "_": -5}
    spelled = '{"_":-5,"a":{"A":"\\n","z":"К"},"b":[1,true,null,"é"]}'
    assert canonical(value) == spelled.encode()
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(_values)
def test_sp1_a_value_survives_the_journey_and_is_spelled_the_same_again(value: object) -> None:
    spelled = canonical(value)
    assert json.loads(spelled) == value
    assert canonical(json.loads(spelled)) == spelled


@given(st.dictionaries(_keys, _scalars, max_size=8))
def test_sp1_the_order_of_keys_does_not_count(value: dict[str, object]) -> None:
    turned = dict(reversed(value.items()))
    assert canonical(turned) == canonical(value)


def test_sp1_one_true_and_text_stay_three_values() -> None:
    assert len({canonical(1), canonical(True), canonical("1")}) == 3


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        (1.0, FloatRefusedError),
        ({"a": [0, 2.5]}, FloatRefusedError),
        (math.nan, NotCanonicalError),
        ([math.inf], NotCanonicalError),
        ({1: "a"}, KeyRefusedError),
        ({None: "a"}, KeyRefusedError),
        ({"ключ": 1}, KeyRefusedError),
        ("\ud800", TextRefusedError),
        ({"a": "\udfff b"}, TextRefusedError),
        ("и\u0306", TextRefusedError),
        ({"a": ["e\u0301"]}, TextRefusedError),
        ("a\0b", TextRefusedError),
        ({"\0": 1}, TextRefusedError),
        (LARGEST_INTEGER + 1, IntegerTooLargeError),
        (-LARGEST_INTEGER - 1, IntegerTooLargeError),
        (b"bytes", TypeRefusedError),
        ({"a": {1, 2}}, TypeRefusedError),
    ],
)
def test_sp1_what_has_two_spellings_is_refused(
    value: object, refusal: type[NotCanonicalError]
) -> None:
    with pytest.raises(refusal):
        canonical(value)


def test_sp1_the_letters_of_an_escape_are_text_like_any_other() -> None:
    assert json.loads(canonical("\\u0000")) == "\\u0000"


def test_sp1_a_circle_and_a_bottomless_pit_are_refused() -> None:
    circle: list[object] = []
    circle.append(circle)
    pit: object = 1
    for _ in range(100_000):
        pit = [pit]
    for value in (circle, pit):
        with pytest.raises(TypeRefusedError):
            canonical(value)


def test_sp1_a_number_too_long_to_be_printed_is_refused_as_too_large() -> None:
    with pytest.raises(IntegerTooLargeError):
        canonical({"a": 10**5000})
