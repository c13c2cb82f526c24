"""A walk-in oil service from Ctrl+N to the printed invoice, with the keyboard alone."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from ui.tour.hands import Hands

Step = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class WalkIn:
    """How it went: strokes, seconds of the desk's own time, and the step names with the strokes up to them."""

    strokes: int
    seconds: float
    steps: tuple[tuple[str, int], ...]


def walk_in(hands: Hands, seen: Step = lambda _name: None) -> WalkIn:
    """Do the whole job in the window of ``hands``, from any page; ``seen`` hears the name of each step after it.

    The sample's car Н834КВ799 comes for an oil service; the person must hold the rights of a manager. The invoice
    is printed on the printer that is remembered.
    """
    begun = time.monotonic()
    first = hands.strokes
    steps: list[tuple[str, int]] = []

    def done(name: str) -> None:
        steps.append((name, hands.strokes - first))
        seen(name)

    hands.press("Ctrl+N")
    done("new order")
    hands.type("н834")
    done("car found")
    hands.press("Return")
    hands.type("61200")
    hands.press("Return")
    hands.type("18")
    hands.press("Return")
    hands.type("ТО")
    done("asked")
    hands.press("Return")
    done("order opened")
    hands.press("Ctrl+P")
    hands.type("oil-so")
    done("package found")
    hands.press("Return")
    done("package added")
    hands.press("Ctrl+Return")
    done("customer decides")
    hands.press("Ctrl+Return", "Ctrl+Return")
    done("mechanic chosen")
    hands.press("Ctrl+Return", "Ctrl+Return")
    done("work begun")
    hands.press("Ctrl+Return", "Ctrl+Return")
    done("work checked")
    hands.press("Ctrl+Return", "Ctrl+Return")
    done("ready to complete")
    hands.press("Ctrl+Return")
    done("completed")
    hands.press("Ctrl+Return")
    done("invoice drafted")
    hands.press("Ctrl+Return")
    done("invoice issued")
    hands.press("Ctrl+P")
    done("invoice printed")
    return WalkIn(hands.strokes - first, time.monotonic() - begun, tuple(steps))
