"""Every page, as somebody without a mouse, without sight, with large letters or with Russian words meets it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.kernel.tx import Shop
from tests.ui.walking import (
    View,
    backward,
    called,
    clipped,
    open_view,
    outside,
    overlapping,
    shows_focus,
    spoken,
    stops,
    views,
)
from ui.dressing import Look, dress, open_window
from ui.shell.watchdog import DeskApplication
from ui.shell.window import Window
from ui.start import person, settle

SMALL = (1366, 768)
patient = pytest.mark.timeout(400)
"""A walk opens some thirty pages."""


@contextmanager
def window_in(look: Look, shop: Shop, folder: Path, app: DeskApplication) -> Iterator[Window]:
    """The owner's window in that look, at 1366×768."""
    dress(app, look)
    made = open_window(shop, person(shop, None), language=look.language, drafts=folder / "drafts")
    made.resize(*SMALL)
    made.show()
    made.activateWindow()
    settle(made)
    try:
        yield made
    finally:
        made.close()
        made.desk.close()
        made.deleteLater()
        app.processEvents()
        dress(app, Look(language="en", mode="light"))


def walk(window: Window, look_at: Callable[[View, QWidget], list[str]]) -> str:
    """What is wrong on any page, a line for each with the page's name; empty when nothing is."""
    wrong = []
    for view in views(window):
        page = open_view(window, view)
        wrong += [f"{view.name}: {what}" for what in look_at(view, page)]
    return "\n".join(wrong)


@patient
def test_every_page_is_used_without_a_mouse(window: Window) -> None:
    """Every page can be entered by the keyboard, which goes as the eye reads; each stop has a name and shows itself."""

    def look_at(_view: View, page: QWidget) -> list[str]:
        order = stops(page)
        return [
            *([] if order else ["no stop of the keyboard"]),
            *(f"has no name: {called(stop)}" for stop in order if not spoken(stop).strip()),
            *(f"against reading: {step}" for step in backward(page, order)),
            *(
                f"the focus is not seen: {called(stop)}"
                for stop in order
                if not shows_focus(window, stop)
            ),
        ]

    assert walk(window, look_at) == ""


LOOKS = [
    pytest.param(Look("ru", "light", 1.0), id="Russian"),
    pytest.param(Look("en", "light", 1.5), id="large letters"),
    pytest.param(Look("ru", "dark", 1.5), id="large Russian letters"),
]


@patient
@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_clipped(
    look: Look, sample_shop: Shop, tmp_path: Path, dressed: DeskApplication
) -> None:
    def look_at(_view: View, page: QWidget) -> list[str]:
        return [*clipped(page), *outside(page), *overlapping(page)]

    with window_in(look, sample_shop, tmp_path, dressed) as window:
        assert walk(window, look_at) == ""
