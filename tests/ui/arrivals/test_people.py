"""Who brings the car: somebody new by a name and a phone, somebody known by the phone alone; keys only."""

from PySide6.QtWidgets import QApplication

from app import customers
from app.customers import CustomerRow
from tests.ui.arrivals.begun import begin, card, keep
from tests.ui.arrivals.test_record import dialog
from ui.shell.window import Window
from ui.tour.hands import Hands


def bringer(window: Window) -> CustomerRow:
    key = card(window).bringer_id
    assert key is not None
    with window.desk.shop.reading(window.desk.actor) as read:
        return customers.get_customer(read, key)


def test_somebody_new_brings_the_car(window: Window, hands: Hands) -> None:
    shown = begin(window, hands)
    shown.routes.people(shown)
    hands.calm()
    hands.type("Кузьмин Олег")
    hands.calm(0.2)
    hands.press("Return")
    form = dialog(window).form
    assert form.values()["name"] == "Кузьмин Олег"
    assert QApplication.focusWidget() is form.control("phone")
    hands.type("89160005511")
    hands.press("Ctrl+Return")
    keep(window, hands)
    row = bringer(window)
    assert (row.name, row.phone) == ("Кузьмин Олег", "+79160005511")


def test_the_phone_of_somebody_known_names_them(window: Window, hands: Hands) -> None:
    shown = begin(window, hands)
    shown.routes.people(shown)
    hands.calm()
    hands.type("8 916 2041873")
    hands.calm(0.2)
    assert dialog(window).form.field("phone").isHidden()
    hands.press("Return")
    hands.press("Ctrl+Return")
    keep(window, hands)
    assert bringer(window).name == "Иванова Марина Сергеевна"
