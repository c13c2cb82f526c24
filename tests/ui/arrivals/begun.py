"""Short ways to an arrival in a window."""

from typing import Any

from app import arrivals
from app.kernel.tx import act
from ui.arrivals.page import ArrivalsPage
from ui.arrivals.record import ArrivalRecord
from ui.shell.window import Window
from ui.tour.hands import Hands

PLATE = "Т555ТТ77"


def page(window: Window) -> ArrivalsPage:
    shown = window.page
    assert isinstance(shown, ArrivalsPage)
    return shown


def record(window: Window) -> ArrivalRecord:
    found = page(window).record
    assert found is not None
    assert page(window).is_open
    return found


def card(window: Window) -> arrivals.ArrivalCard:
    key = record(window).key
    assert key is not None
    with window.desk.shop.reading(window.desk.actor) as read:
        return arrivals.get_arrival(read, key)


def begin(window: Window, hands: Hands) -> ArrivalRecord:
    hands.press("Ctrl+N")
    hands.type(PLATE)
    hands.press("Return")
    return record(window)


def keep(window: Window, hands: Hands) -> None:
    record(window).keeper.save()
    hands.calm()


def elsewhere(window: Window, **values: Any) -> None:  # noqa: ANN401 - fields of any kind
    """Another desk writes: this window is not told."""
    key = record(window).key
    assert key is not None
    command = arrivals.SaveArrival(arrival_id=key, values=values)
    act(window.desk.shop, window.desk.actor, arrivals.save_arrival, command)
