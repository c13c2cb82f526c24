"""A window on the page of arrivals, and hands."""

import pytest

from ui.shell.window import Window
from ui.start import settle
from ui.tour.hands import Hands, activate


@pytest.fixture
def hands(window: Window) -> Hands:
    window.resize(1366, 768)
    activate(window)
    window.open("arrivals", None, {})
    settle(window)
    return Hands(window, window.desk.runner)
