"""``carpass-desk run``: open the desk."""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.cli.frame import GOOD, Command, address, show
from app.compose import keep_daily, open_shop
from app.kernel.clock import Clock, system_clock
from app.kernel.settings import settings

_SIZE = "1366x768"


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gallery", action="store_true", help="show every control in all its states instead"
    )
    parser.add_argument("--language", choices=("en", "ru"), help="language (default: as chosen)")
    parser.add_argument(
        "--theme",
        choices=("system", "light", "dark", "high_contrast"),
        help="colours (default: as chosen)",
    )
    parser.add_argument("--scale", type=float, help="size of letters, 1 is normal")
    parser.add_argument(
        "--now",
        metavar="TIME",
        help="stop the clock at this time (2025-12-17T14:32+03:00), to look at a shop of that day",
    )
    shots = parser.add_argument_group("pictures (no window is shown)")
    shots.add_argument(
        "--shot",
        metavar="PAGE[:RECORD]",
        help="make a picture of a page, or of its record by number, plate or name",
    )
    shots.add_argument("--to", type=Path, metavar="PNG", help="where the picture goes")
    shots.add_argument("--size", default=_SIZE, help=f"of the window (default {_SIZE})")
    shots.add_argument("--login", help="who looks (default: the one who may do most)")


def _run(options: argparse.Namespace) -> int:
    if options.shot or options.to or (sys.platform.startswith("linux") and not _has_display()):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # the window's libraries are loaded only by the command that shows one
    from ui.dressing import Look, system_language  # noqa: PLC0415
    from ui.start import Shot, run_window, show_gallery, take_shot  # noqa: PLC0415

    look = Look(
        language=options.language or system_language(),
        mode=options.theme or "system",
        scale=options.scale or 1.0,
    )
    width, height = (int(part) for part in options.size.split("x"))
    if options.gallery:
        return show_gallery(look, options.to, (width, height))
    shop = open_shop(url=address(options), clock=_clock(options.now), daily=False)
    try:
        if not options.shot:
            return run_window(shop, look, settings().data, lambda: keep_daily(shop))
        to = options.to or Path("shot.png")
        shot = Shot(page=options.shot, to=to, size=(width, height), login=options.login)
        take_shot(shop, look, shot, settings().data)
        show(options, {"picture": str(to)}, [str(to)])
    finally:
        shop.close()
    return GOOD


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _clock(now: str | None) -> Clock:
    if now is None:
        return system_clock
    at = datetime.fromisoformat(now)
    moment = at if at.tzinfo else at.replace(tzinfo=ZoneInfo("Europe/Moscow"))
    return lambda: moment


COMMAND = Command(
    name="run",
    help="open the desk",
    description="Open the desk on the shop's database. The first start asks four things and makes the shop.",
    configure=_configure,
    run=_run,
)
