"""The arrival of an order stands in its record: what was seen, who signed, where car and key are, the act."""

import uuid

import pytest

from app import arrivals, centers, work_orders
from app.kernel.tx import act
from models.arrivals import KeyAt
from tests.reports.pages import Pages
from tests.ui.arrivals.begun import page
from ui.papers import PreviewDialog
from ui.shell.window import Window
from ui.start import settle
from ui.work_orders.page import WorkOrdersPage
from ui.work_orders.record.arrival import ArrivalPanel

STROKES = [[[1, 1], [200, 200], [300, 100]]]
SEEN = {
    "odometer_value": 61_907,
    "fuel_eighths": 3,
    "belongings": [{"name": "Umbrella", "place": "boot"}],
    "marks": [{"view": "left", "kind": "dent", "points": [[7900, 5600]], "size": "6 cm"}],
    "kit": {"jack": "missing"},
}


@pytest.fixture
def key(window: Window) -> uuid.UUID:
    """An arrival that was written down, signed, amended; its key taken."""
    desk = window.desk

    def do(verb: object, command: object) -> object:
        return act(desk.shop, desk.actor, verb, command).result  # type: ignore[arg-type]  # verbs of any kind

    made = do(arrivals.open_arrival, arrivals.OpenArrival(plate="Т556ТТ77"))
    assert isinstance(made, uuid.UUID)
    do(arrivals.save_arrival, arrivals.SaveArrival(arrival_id=made, values=SEEN))
    with desk.shop.reading(desk.actor) as read:
        version = arrivals.get_arrival(read, made).row.version
    do(arrivals.sign_act, arrivals.SignAct(arrival_id=made, version=version, strokes=STROKES))
    do(arrivals.amend_arrival, arrivals.AmendArrival(arrival_id=made, reason="a second look"))
    do(arrivals.hang_key, arrivals.HangKey(arrival_id=made, tag="931"))
    do(arrivals.move_key, arrivals.MoveKey(arrival_id=made, to=KeyAt.EMPLOYEE))
    return made


def panel(window: Window, order_id: uuid.UUID) -> ArrivalPanel:
    window.open("work_orders", order_id, {})
    settle(window)
    shown = window.page
    assert isinstance(shown, WorkOrdersPage)
    assert shown.editor is not None
    shown.editor.tabs.set_current("arrival")
    settle(window)
    return shown.editor.panels.arrival


def test_the_order_shows_how_its_car_came_and_leads_there(window: Window, key: uuid.UUID) -> None:
    with window.desk.shop.reading(window.desk.actor) as read:
        row = arrivals.get_arrival(read, key).row
    assert row.order_id is not None
    shown = panel(window, row.order_id)
    facts = shown.facts
    assert facts["version"] == "version 2, not signed"
    assert facts["odometer"].startswith("61,907")
    assert (facts["fuel"], facts["marks"]) == ("3⁄8", "1 dent 6 cm")
    assert (facts["belongings"], facts["missing"]) == ("Umbrella: boot", "jack")
    assert facts["photos"] == "none"
    assert facts["key"].startswith(f"tag 931, {window.desk.actor.name}, ")
    assert "version 1" in facts
    buttons = {button.accessibleName(): button for button in shown.buttons}
    buttons["Print: Version 1"].click()
    settle(window)
    (seen,) = [each for each in window.findChildren(PreviewDialog) if each.isVisible()]
    assert row.number in Pages(seen.panel.pdf.data()).whole
    seen.cancel()
    {button.accessibleName(): button for button in shown.buttons}["Open the arrival"].click()
    settle(window)
    record = page(window).record
    assert record is not None
    assert record.key == key


def test_an_order_without_an_arrival_offers_to_write_it_down(window: Window) -> None:
    desk = window.desk
    order = act(
        desk.shop, desk.actor, work_orders.open_order, work_orders.OpenOrder(plate="Т557ТТ77")
    ).result
    shown = panel(window, order)
    assert shown.facts == {}
    (button,) = shown.buttons
    button.click()
    settle(window)
    with desk.shop.reading(desk.actor) as read:
        assert arrivals.arrival_of_order(read, order) is not None


def test_closing_names_every_gap_at_once_and_leads_to_the_arrival(window: Window) -> None:
    desk = window.desk
    wanted = ["customer", "vehicle", "odometer", "vin", "acceptance_act", "fuel", "photos"]
    act(
        desk.shop,
        desk.actor,
        centers.set_policy,
        centers.SetPolicy(version=desk.center.version, values={"required_to_complete": wanted}),
    )
    order = act(
        desk.shop, desk.actor, work_orders.open_order, work_orders.OpenOrder(plate="Т557ТТ77")
    ).result
    panel(window, order)
    shown = window.page
    assert isinstance(shown, WorkOrdersPage)
    assert shown.editor is not None
    dialog = shown.editor.acts.complete()
    assert dialog is not None
    settle(window)
    said = [row.accessibleName() for row in dialog.rows]
    for words in (
        "in state “Draft”",
        "customer is missing",
        "Make and model",
        "odometer reading",
        "VIN is not read",
        "act is not signed",
        "Fuel or charge",
        "Photos around the car",
    ):
        assert any(words in each for each in said), (words, said)
    fuel = next(row for row in dialog.rows if "Fuel" in row.accessibleName())
    fuel.buttons[0].click()
    settle(window)
    assert page(window).is_open
