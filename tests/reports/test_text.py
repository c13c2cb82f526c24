"""Lines: nothing is lost, nothing is clipped, what belongs together stays together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.layout import fonts
from reports.layout.text import Align, Span, Style, longest_word, natural_width, spans, wrap

BASE = Style(size=8.5, leading=12)
WORDS = st.text(
    alphabet=st.sampled_from("абвгдежзикл ABCxyz-/.,0123456789 \nшर्माक्षि₹₽"), max_size=200
)


def squeezed(text: str) -> str:
    return "".join(fonts.printable(text).split())


@given(WORDS, st.floats(min_value=12, max_value=400))
def test_every_sign_is_printed_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = wrap(spans(text, BASE), width)
    assert squeezed("".join(line.text for line in lines)) == squeezed(text)
    for line in lines:
        letters = [sign for sign in line.text if not unicodedata.category(sign).startswith("M")]
        assert line.used <= width + 0.1 or len(letters) <= 4, "one conjunct may be wider"


def test_no_text_gives_no_line() -> None:
    assert wrap((), 100) == []
    assert wrap(spans("", BASE), 100) == []


def test_newlines_are_kept() -> None:
    assert [line.text for line in wrap(spans("один\n\nдва", BASE), 300)] == ["один", "", "два"]


@pytest.mark.parametrize(
    "whole",
    [
        "н/ч",
        "к-т",
        "Кол-во",
        "SC001-2026-11-0148",
        "О. В.",
        "ул. Летная",
        "10 000 км",
        "04109 Leipzig",
        "Delhi 110020",
    ],
)
def test_what_belongs_together_stays_on_one_line(whole: str) -> None:
    """In whatever width, the piece is never cut at its own space, hyphen or slash."""
    text = f"слово {whole} слово"
    narrow = fonts.width(whole, BASE.size, bold=False) + 1
    for width in (narrow, narrow + 10, narrow + 25, narrow + 40):
        lines = [line.text.replace("\u00a0", " ") for line in wrap(spans(text, BASE), width)]
        assert any(whole in line for line in lines), lines


def test_a_word_wider_than_the_line_breaks_inside() -> None:
    word = "Rechtsanwaltsfachangestelltenausbildungsverordnung"
    lines = wrap(spans(word, BASE), 80)
    assert len(lines) > 2
    assert all(line.used <= 80.1 for line in lines)
    assert "".join(line.text for line in lines) == word


def test_a_break_inside_hindi_never_orphans_a_matra() -> None:
    lines = wrap(spans("कार्यशालाप्रबंधकनिरीक्षणविभाग", BASE), 30)
    assert len(lines) > 2
    assert not [line.text for line in lines if line.text[0] in "ािीुूेैोौ्ंः"]
    assert not [line.text for line in lines if line.text.endswith("्")]


def test_hindi_lines_are_taller() -> None:
    (plain,) = wrap(spans("Sharma", BASE), 200)
    (hindi,) = wrap(spans("शर्मा", BASE), 200)
    assert hindi.height > plain.height


def test_spans_of_two_styles_share_a_line_and_its_height() -> None:
    big = Style(size=14, leading=19, bold=True)
    (line,) = wrap((Span("37 402", big), Span(",50", BASE)), 300, Align.RIGHT)
    assert (line.text, line.height, line.size) == ("37 402,50", 19, 14)


def test_widths_of_words_and_lines() -> None:
    parts = spans("Замена колодок\nи дисков", BASE)
    assert longest_word(parts) < natural_width(parts)
    assert natural_width(parts) == fonts.width("Замена колодок", 8.5, bold=False)
