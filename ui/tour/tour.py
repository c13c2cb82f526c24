"""The whole tour: the main job by keyboard, then every page and dialog in several looks."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.kernel.tx import Shop
from ui.dressing import Look, dress, make_application
from ui.program import Program
from ui.shell.window import Window
from ui.start import person, settle
from ui.tour.camera import Camera
from ui.tour.hands import Hands, StuckError, activate
from ui.tour.scenes import SCENES, entrances
from ui.tour.walk_in import WalkIn, walk_in
from widgets.dialog import Dialog

OWNER = "serova"
MANAGER = "lazarev"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A look and a size of the window in pixels."""

    look: Look
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """As the pictures are named: ``1366-light-ru``."""
        return f"{self.size[0]}-{self.look.mode}-{self.look.language}"


SMALL = (1366, 768)
LARGE = (1920, 1080)
APPEARANCES = (
    Appearance(Look("ru", "light"), SMALL),
    Appearance(Look("ru", "dark"), SMALL),
    Appearance(Look("en", "light"), LARGE),
    Appearance(Look("en", "dark"), LARGE),
)
"""Both themes, both languages, both sizes."""


def make_tour(shop: Shop, empty: Shop, out: Path, *, quick: bool = False) -> dict[str, Any]:
    """Do the main job and take the pictures into ``out``; returns what is written into ``summary.json`` too.

    The shop is the sample on its day, ``empty`` one that was never used. ``quick`` takes one look only.
    """
    app = make_application()
    begun = time.monotonic()
    papers = out / "pdf"
    papers.mkdir(parents=True, exist_ok=True)
    camera = Camera(out / "pictures")
    looks = APPEARANCES[:1] if quick else APPEARANCES
    for appearance in looks:
        dress(app, appearance.look)
        camera.look = appearance.name
        with _window(shop, out, appearance, OWNER) as window:
            pages(window, camera)
        entrances(shop, empty, camera, appearance.look, appearance.size)
    dress(app, APPEARANCES[0].look)
    camera.look = ""
    with _window(shop, out, APPEARANCES[0], MANAGER) as window:
        window.desk.print_dir = papers
        walked = _walk(window, camera)
    return {
        "screen": app.platformName(),
        "walk_in": {
            "strokes": walked.strokes,
            "seconds": round(walked.seconds, 1),
            "steps": [{"name": name, "strokes": strokes} for name, strokes in walked.steps],
        },
        "pictures": camera.taken,
        "papers": sorted(path.name for path in papers.iterdir()),
        "seconds": round(time.monotonic() - begun, 1),
    }


def pages(window: Window, camera: Camera, names: Sequence[str] = ()) -> None:
    """Every scene of the list (or those named) in this window."""
    hands = Hands(window, window.desk.runner)
    for scene in SCENES:
        if not names or scene.name in names:
            scene.play(window, hands)
            camera.take(window, scene.name)
            scene.leave(window, hands)
            left = [each for each in window.findChildren(Dialog) if each.isVisible()]
            if left:
                raise StuckError(f"{scene.name}: “{left[0].accessibleName()}” is still open")


def _walk(window: Window, camera: Camera) -> WalkIn:
    hands = Hands(window, window.desk.runner)
    number = 0

    def seen(name: str) -> None:
        nonlocal number
        number += 1
        camera.take(window, f"walk-in-{number:02}-{name.replace(' ', '-')}")

    window.open("today", None, {})
    hands.calm()
    return walk_in(hands, seen)


@contextmanager
def _window(shop: Shop, out: Path, appearance: Appearance, login: str) -> Iterator[Window]:
    program = Program(make_application(), shop, out / "desk", appearance.look)
    window = program.come_in(person(shop, login))
    window.resize(*appearance.size)
    activate(window)
    settle(window)
    try:
        yield window
    finally:
        program.end()
