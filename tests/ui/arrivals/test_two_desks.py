"""Two desks write down the same arrival: nothing that was typed is lost, neither theirs nor mine."""

from typing import Any

from PySide6.QtWidgets import QAbstractButton

from app import arrivals
from app.kernel.tx import act
from tests.ui.arrivals.begun import begin, card, elsewhere, keep, page
from ui.arrivals.ask import AskDialog
from ui.arrivals.clash import together
from ui.shell.conflict import ConflictDialog
from ui.shell.window import Window
from ui.start import settle
from ui.tour.hands import Hands

DENT = {"id": "1", "view": "left", "kind": "dent", "points": [[10, 10]], "size": None}
CRACK = {"id": "2", "view": "front", "kind": "crack", "points": [[10, 10]], "size": None}


def conflict(window: Window) -> ConflictDialog:
    (shown,) = [each for each in window.findChildren(ConflictDialog) if each.isVisible()]
    return shown


def no_conflict(window: Window) -> bool:
    return not any(each.isVisible() for each in window.findChildren(ConflictDialog))


def test_other_fields_of_another_desk_go_together_by_themselves(
    window: Window, hands: Hands
) -> None:
    shown = begin(window, hands)
    elsewhere(window, fuel_eighths=3, lamps=["oil"])
    shown.state.words.setPlainText("Knocks at the front")
    keep(window, hands)
    hands.calm()
    assert no_conflict(window)
    seen = card(window)
    assert (seen.words, seen.fuel_eighths, seen.lamps) == ("Knocks at the front", 3, ("oil",))
    assert shown.state.fuel.value() == 3


def test_the_same_field_is_asked_side_by_side_and_mine_may_hold(
    window: Window, hands: Hands
) -> None:
    shown = begin(window, hands)
    elsewhere(window, words="Squeals", fuel_eighths=2)
    shown.state.words.setPlainText("Knocks")
    shown.keeper.edit({"fuel_eighths": 7})
    keep(window, hands)
    dialog = conflict(window)
    assert set(dialog.choice()) == {"words", "fuel_eighths"}
    # a glance at the lists meanwhile: both are still there
    assert (shown.state.words.value(), card(window).words) == ("Knocks", "Squeals")
    hands.press("Ctrl+2", "Ctrl+Return")
    hands.calm(0.1)
    assert (card(window).words, card(window).fuel_eighths) == ("Knocks", 7)


def test_theirs_may_hold_and_is_shown(window: Window, hands: Hands) -> None:
    shown = begin(window, hands)
    elsewhere(window, words="Squeals", odometer_value=700)
    shown.state.words.setPlainText("Knocks")
    shown.state.odometer.setFocus()
    hands.type("650")
    keep(window, hands)
    hands.press("Ctrl+1", "Ctrl+Return")
    hands.calm(0.1)
    assert (card(window).words, card(window).odometer_value) == ("Squeals", 700)
    assert (shown.state.words.value(), shown.state.odometer.value()) == ("Squeals", 700)
    # nothing of the words that were given up stays, not even what they hint at
    assert card(window).symptoms == ("squeal",)
    assert window.desk.drafts.find(f"arrivals:{shown.key}") is None


def test_what_given_up_words_had_hinted_at_goes_with_them(window: Window, hands: Hands) -> None:
    shown = begin(window, hands)
    elsewhere(window, words="Squeals", symptoms=["squeal"])
    shown.state.words.setPlainText("Knocks")
    shown.state.chips.listen()
    assert shown.keeper.value("symptoms") == ["knock"]
    keep(window, hands)
    hands.press("Ctrl+1", "Ctrl+Return")
    hands.calm(0.1)
    assert card(window).symptoms == ("squeal",)
    # a symptom that was taken off by hand does not come back with the next letter
    shown.state.words.setPlainText("Squeals and knocks")
    shown.state.chips.listen()
    hands.calm()
    chips = [each for each in shown.state.chips.findChildren(QAbstractButton) if each.isVisible()]
    chips[0].click()
    shown.state.words.setPlainText("Squeals and knocks again")
    shown.state.chips.listen()
    keep(window, hands)
    assert card(window).symptoms == ("knock",)


def test_who_does_not_choose_keeps_the_text_and_is_asked_again(
    window: Window, hands: Hands
) -> None:
    shown = begin(window, hands)
    elsewhere(window, words="Squeals")
    shown.state.words.setPlainText("Knocks")
    keep(window, hands)
    conflict(window).cancel()
    hands.calm()
    assert shown.state.words.value() == "Knocks"
    assert "not saved" in shown.head.saved.accessibleName()
    assert card(window).words == "Squeals"
    # after a crash the draft comes back, and says that it began with an older version
    draft: Any = window.desk.drafts.find(f"arrivals:{shown.key}")
    assert draft["words"] == "Knocks"
    shown.keeper.card = None
    window.open("arrivals", shown.key, {})
    settle(window)
    keep(window, hands)
    assert set(conflict(window).choice()) == {"words"}
    hands.press("Ctrl+2", "Ctrl+Return")
    hands.calm(0.1)
    assert card(window).words == "Knocks"


def test_a_signed_act_is_amended_once_by_two_desks(window: Window, hands: Hands) -> None:
    shown = begin(window, hands)
    key = card(window).row.id
    desk, version = window.desk, card(window).row.version
    strokes = [[[1, 1], [200, 200], [300, 100]]]
    command = arrivals.SignAct(arrival_id=key, version=version, strokes=strokes)
    act(desk.shop, desk.actor, arrivals.sign_act, command)
    shown.keeper.edit({"fuel_eighths": 4})
    keep(window, hands)
    hands.calm()
    # the save met a signed version: it was read anew, and now asks why
    (asked,) = [each for each in window.findChildren(AskDialog) if each.isVisible()]
    asked.form.set_values({"reason": "Looked once more"})
    asked.yes.click()
    hands.calm(0.1)
    assert (card(window).row.draft_number, card(window).fuel_eighths) == (2, 4)
    assert page(window).is_open


def test_entries_of_lists_go_together_one_by_one() -> None:
    joined, clashes = together(
        {"marks": (DENT,), "kit": {"jack": {"state": "present"}}, "lamps": ("oil",)},
        {"marks": (DENT, CRACK), "kit": {"jack": {"state": "present"}}, "lamps": ("oil", "abs")},
        {"marks": [{**DENT, "size": "6 cm"}], "kit": {"radio": {"state": "missing"}}, "lamps": []},
    )
    assert clashes == ()
    assert [mark["size"] for mark in joined["marks"]] == ["6 cm", None]
    assert joined["kit"] == {"radio": {"state": "missing"}}
    assert joined["lamps"] == ["abs"]


def test_one_entry_that_both_changed_is_asked() -> None:
    joined, clashes = together(
        {"marks": (DENT,)},
        {"marks": ({**DENT, "size": "5 cm"},)},
        {"marks": [{**DENT, "size": "6 cm"}]},
    )
    assert clashes == ("marks",)
    assert joined["marks"][0]["size"] == "6 cm"
