"""Every text can be read on every surface it stands on, every meaningful line is seen: WCAG 2.2, in all themes.

1.4.3 wants 4.5 : 1 for text, 1.4.11 wants 3 : 1 for what a control, a mark or the focus is known by.
"""

import re
from itertools import product
from pathlib import Path

import pytest

from widgets.tokens import RESOURCES, colours, tokens

MODES = ("light", "dark", "high_contrast")
TEXT = 4.5
LINE = 3.0
HUES = ("idle", "work", "wait", "good", "bad")
PLAIN = ("page", "window", "sunken", "raised", "hover", "selected", "selected_inactive", "edit")
"""Surfaces on which lists, forms and popups write."""


PAPER = {"widgets/pdf_view.py", "ui/shell/first_sample.py"}
"""Draw sheets of paper, which are white with black ink in every theme."""


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2, relative luminance)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def pairs_of_text() -> list[tuple[str, str]]:
    """Texts with the surfaces that they are written on."""
    found = [
        (f"text.{text}", f"surface.{surface}")
        for text, surface in product(("primary", "secondary", "muted", "link"), PLAIN)
    ]
    found += [("text.primary", "surface.pressed"), ("text.secondary", "surface.pressed")]
    found += [("text.primary", "surface.match"), ("text.plate", "surface.plate")]
    found += [("text.primary", "surface.nonworking"), ("text.muted", "surface.nonworking")]
    found += [("text.on_tooltip", "surface.tooltip")]
    found += [
        ("text.on_accent", f"{kind}.{state}")
        for kind, state in product(("accent", "danger"), ("base", "hover", "pressed"))
    ]
    found += [("accent.text", "accent.soft"), ("text.primary", "accent.soft")]
    found += [("text.secondary", "accent.soft"), ("accent.text", "surface.page")]
    found += [(f"status.{hue}.fg", f"status.{hue}.bg") for hue in HUES]
    found += [
        (f"status.{hue}.fg", f"surface.{surface}")
        for hue, surface in product(
            HUES, ("page", "window", "sunken", "raised", "hover", "selected")
        )
    ]
    return found


def pairs_of_lines() -> list[tuple[str, str]]:
    """Lines and marks that carry meaning with what they are seen against."""
    fields = ("line.control", "line.control_hover")
    found = [(line, f"surface.{s}") for line, s in product(fields, ("edit", "page", "raised"))]
    found += [("line.plate", "surface.plate"), ("line.chart_axis", "surface.page")]
    found += [
        ("focus.ring", f"surface.{s}") for s in ("page", "window", "sunken", "raised", "edit")
    ]
    found += [("focus.ring", "surface.selected"), ("accent.bar", "surface.selected")]
    found += [("accent.base", f"surface.{s}") for s in ("page", "window", "sunken", "raised")]
    # a filled button on a raised surface is known by its word, which is measured above
    found += [("danger.base", "surface.page")]
    found += [
        (f"status.{hue}.mark", f"surface.{s}")
        for hue, s in product(HUES, ("page", "sunken", "raised"))
    ]
    found += [
        (f"chart.{at}", "surface.page") for at in range(len(tokens()["colour"]["light"]["chart"]))
    ]
    found += [("load.over", "surface.page"), ("load.capacity_line", "surface.page")]
    return found


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("text", "surface"), pairs_of_text())
def test_text_can_be_read(mode: str, text: str, surface: str) -> None:
    known = colours(mode)
    assert ratio(known[text], known[surface]) >= TEXT, (known[text], known[surface])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("line", "surface"), pairs_of_lines())
def test_lines_that_mean_something_are_seen(mode: str, line: str, surface: str) -> None:
    known = colours(mode)
    assert ratio(known[line], known[surface]) >= LINE, (known[line], known[surface])


@pytest.mark.parametrize("mode", MODES)
def test_hues_are_told_apart_beside_each_other(mode: str) -> None:
    """Icon and word tell them too; still no two hues of a theme are one colour."""
    known = colours(mode)
    assert len({known[f"status.{hue}.mark"] for hue in HUES}) == len(HUES)
    assert len({known[f"status.{hue}.bg"] for hue in HUES}) == len(HUES)


@pytest.mark.parametrize("mode", MODES)
def test_every_theme_has_every_colour(mode: str) -> None:
    assert set(colours(mode)) == set(colours("light"))
    assert all(re.fullmatch(r"#[0-9A-Fa-f]{6}", colour) for colour in colours(mode).values())


def test_every_text_of_the_tokens_is_measured() -> None:
    """A new ink must join the lists above; a disabled text is excused (WCAG 1.4.3, incidental)."""
    measured = {text for text, _ in pairs_of_text()}
    inks = {name for name in colours("light") if name.startswith("text.") or name.endswith(".fg")}
    assert inks - measured == {"text.disabled"}


def test_no_colour_stands_outside_the_tokens() -> None:
    """Screens and widgets take their colours from the tokens: a colour of their own would be measured by nobody."""
    root = RESOURCES.parent
    files = [*Path(root / "widgets").rglob("*.py"), *Path(root / "ui").rglob("*.py")]
    written = re.compile(r"""["']#[0-9A-Fa-f]{6}["']""")
    found = [
        str(path.relative_to(root)) for path in files if written.search(path.read_text("utf-8"))
    ]
    assert sorted(set(found) - PAPER) == []
