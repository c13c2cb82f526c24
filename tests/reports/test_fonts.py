"""Faces, runs by script, Hindi shaping."""

import subprocess
import sys

import pytest

from reports.layout import fonts

HINDI = "श्री राजेश कुमार शर्मा"


def test_roubles_rupees_and_euros_have_glyphs() -> None:
    assert fonts.uncovered("₽ ₹ € № «ё» – … Škoda Łódź Ąžuolas Ελλάδα Қазақ " + HINDI) == ""


def test_what_no_font_has_is_named() -> None:
    assert fonts.uncovered("мотор 漢字 ☎") == "漢字☎"


def test_signs_that_no_font_has_are_written_by_their_like() -> None:
    assert fonts.printable("−5\t✓\u200b→") == "–5 +›"


def test_a_text_is_cut_by_script() -> None:
    runs = fonts.runs(f"Иван {HINDI}, ₹ 12 ₽", 10, bold=False)
    assert [run.font for run in runs] == [
        "NotoSans-Regular",
        "NotoSansDevanagari-Regular",
        "NotoSans-Regular",
    ]
    assert "".join(run.text for run in runs) == f"Иван {HINDI}, ₹ 12 ₽"
    assert [run.shaped for run in runs] == [False, True, False]


def test_hindi_is_shaped_not_spelled() -> None:
    """Conjuncts and half letters are single glyphs: श् + र + ी, and the reph of र्म."""
    (run,) = fonts.runs("शर्मा", 10, bold=False)
    spelled = sum(fonts.width(sign, 10, bold=False) for sign in "शर्मा")
    assert len(run.glyphs) == 4, "the reph र् is one glyph above मा"
    assert ord(run.glyphs[-1]) >= 0xE000, "and stands behind the letter it sits on"
    assert run.width < spelled
    (conjunct,) = fonts.runs("क्षत्रिय", 10, bold=False)
    assert len(conjunct.glyphs) < len("क्षत्रिय")


def test_matras_of_the_vowel_i_stand_before_their_letter() -> None:
    (run,) = fonts.runs("कि", 10, bold=False)
    assert [ord(sign) for sign in run.glyphs][-1] == ord("क")


def test_width_grows_with_size_and_weight() -> None:
    thin = fonts.width("Замена колодок", 8, bold=False)
    assert fonts.width("Замена колодок", 16, bold=False) == pytest.approx(2 * thin)
    assert fonts.width("Замена колодок", 8, bold=True) > thin


def test_figures_are_tabular() -> None:
    for bold in (False, True):
        assert len({fonts.width(digit, 10, bold=bold) for digit in "0123456789"}) == 1


GLYPHS = """
from reports.layout import fonts
for text in {order!r}:
    fonts.runs(text, 10, bold=False)
print([ord(sign) for sign in fonts.runs("शर्मा क्षत्रिय", 10, bold=False)[0].glyphs])
"""


def test_glyph_codes_do_not_depend_on_what_was_printed_before() -> None:
    """The same paper gives the same bytes, whatever this process printed first."""
    answers = {
        subprocess.run(
            [sys.executable, "-c", GLYPHS.format(order=order)],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for order in (["क्ष"], ["त्र", "र्म", "द्ध"], [])
    }
    assert len(answers) == 1
