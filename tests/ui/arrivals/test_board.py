"""The parking map and the key board: where each car and key is now, moved from the list, and who did it."""

import pytest

from app import arrivals
from app.kernel.tx import act
from models.arrivals import CarAt, KeyAt
from tests.ui.arrivals.begun import begin, card, page
from ui.arrivals.ask import AskDialog
from ui.arrivals.board import KeyBoard
from ui.shell.window import Window
from ui.tour.hands import Hands
from ui.work_orders.page import WorkOrdersPage
from widgets.columns import Group
from widgets.fields import Choice
from widgets.values import Mark


def dialog(window: Window) -> AskDialog:
    (found,) = [each for each in window.findChildren(AskDialog) if each.isVisible()]
    return found


@pytest.fixture
def board(window: Window, hands: Hands) -> KeyBoard:
    """Two places, the first of them full, and a car that stands nowhere yet."""
    desk = window.desk
    made = [
        act(desk.shop, desk.actor, arrivals.set_place, command).result
        for command in (
            arrivals.SetPlace(code="А1", capacity=1, sort=-2),
            arrivals.SetPlace(code="Двор", capacity=5, sort=-1),
        )
    ]
    opened = arrivals.OpenArrival(plate="Т556ТТ77")
    came = act(desk.shop, desk.actor, arrivals.open_arrival, opened).result
    moved = arrivals.MoveCar(arrival_id=came, place_id=made[0])
    act(desk.shop, desk.actor, arrivals.move_car, moved)
    begin(window, hands)
    page(window).back()
    shown = page(window).board
    shown.show_tab("places")
    hands.calm()
    return shown


def test_a_car_is_moved_from_the_list_and_the_list_says_who_did_it(
    window: Window, hands: Hands, board: KeyBoard
) -> None:
    key = page(window).record.key  # type: ignore[union-attr]  # begun above
    assert board.places.select(key)
    board.places.setFocus()
    board.move_selected()
    hands.calm()
    # a free place is offered first
    assert dialog(window).form.control("place_id").currentText().startswith("Двор")
    dialog(window).yes.click()
    hands.calm()
    row = next(row for row in board.places.rows() if row.key == key)
    assert (row.arrival.place, row.moved.by) == ("Двор", window.desk.actor.name)
    places = [each for each in board.places.model.all_rows() if isinstance(each, Group)][:2]
    assert [each.title for each in places] == ["А1, parking", "Двор, parking"]
    wanted = [Mark("taken", "", "wait"), Mark("4 of 5 free", "", "good")]
    assert [each.cells["stands"] for each in places] == wanted


def test_a_full_place_is_said_before_and_may_be_taken(
    window: Window, hands: Hands, board: KeyBoard
) -> None:
    key = page(window).record.key  # type: ignore[union-attr]  # begun above
    board.places.select(key)
    board.move_selected()
    hands.calm()
    choice = dialog(window).form.control("place_id")
    assert isinstance(choice, Choice)
    choice.setCurrentIndex(0)
    assert dialog(window).yes.text() == "Put it there all the same"
    assert "full" in choice.accessibleDescription()
    dialog(window).yes.click()
    hands.calm()
    assert next(r for r in board.places.rows() if r.key == key).arrival.place == "А1"


def test_a_test_drive_leaves_the_place(window: Window, hands: Hands, board: KeyBoard) -> None:
    row = next(row for row in board.places.rows() if row.arrival and row.arrival.place == "А1")
    board.places.select(row.key)
    board.move_selected()
    hands.calm()
    dialog(window).form.set_values({"place_id": CarAt.TEST_DRIVE.value, "note": "with the owner"})
    dialog(window).yes.click()
    hands.calm()
    moved = next(each for each in board.places.rows() if each.key == row.key)
    assert (moved.arrival.place, moved.moved.note) == (None, "with the owner")


def test_a_move_is_told_and_taken_back(window: Window, hands: Hands, board: KeyBoard) -> None:
    row = next(row for row in board.places.rows() if row.arrival and row.arrival.place == "А1")

    def moved(to: dict[str, object]) -> str:
        board.move_selected()
        hands.calm()
        dialog(window).form.set_values(to)
        dialog(window).yes.click()
        hands.calm()
        return window.toasts.text()

    def car() -> str | None:
        found = next(each for each in board.places.rows() if each.key == row.key)
        return str(found.arrival.place) if found.arrival.place else None

    board.places.select(row.key)
    told = moved({"place_id": CarAt.OTHER_SHOP.value})
    assert (told, car()) == ("Т556ТТ 77 is now: at another shop", None)
    window.toasts.undo()
    hands.calm()
    assert car() == "А1"
    hung = arrivals.HangKey(arrival_id=row.arrival.id, tag="901", count=1)
    act(window.desk.shop, window.desk.actor, arrivals.hang_key, hung)
    board.show_tab("keys")
    hands.calm()
    board.keys.select_first()

    def key() -> KeyAt:
        return KeyAt(next(each.key_at for each in board.keys.rows() if each.key_tag == "901"))

    told = moved({"to": KeyAt.EMPLOYEE.value})
    assert (told, key()) == (f"Key 901 is now: {window.desk.actor.name}", KeyAt.EMPLOYEE)
    window.toasts.undo()
    hands.calm()
    assert key() is KeyAt.BOARD


def test_a_free_tag_of_the_list_is_chosen(window: Window, hands: Hands) -> None:
    desk = window.desk
    act(desk.shop, desk.actor, arrivals.set_tag, arrivals.SetTag(text="801, 802"))
    desk.renew()
    shown = begin(window, hands)
    shown.doer.key(shown)
    hands.calm()
    dialog(window).yes.click()
    hands.calm()
    assert card(window).row.key_tag == "801"
    assert shown.head.facts["key"].accessibleName().startswith("Key tag: 801")


def test_cars_of_orders_without_an_arrival_are_here_too(window: Window, hands: Hands) -> None:
    board = page(window).board
    bare = [row for row in board.here.rows() if row.arrival is None]
    assert bare
    assert all(row.order_number for row in bare)
    board.here.opened.emit(bare[0])
    hands.calm()
    assert isinstance(window.page, WorkOrdersPage)
