"""``carpass-desk run``: open the desk."""

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.cli.frame import FOUND, GOOD, Command, address, show
from app.compose import keep_daily, open_shop
from app.kernel.clock import Clock, system_clock
from app.kernel.db import make_folder, normal_url
from app.kernel.errors import QT_TRANSLATE_NOOP, UserError, say
from app.kernel.settings import settings
from app.kernel.tx import Shop

if TYPE_CHECKING:
    from ui.dressing import Look

_SIZE = "1366x768"
_OFFSCREEN = "offscreen"


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--open", default="", metavar="PAGE[:ID]", help="what to open first")
    parser.add_argument(
        "--sample",
        action="store_true",
        help="make the sample shop on its working day where there is no shop yet",
    )
    parser.add_argument(
        "--as", dest="person", metavar="LOGIN", help="come in as this person; with --sample only"
    )
    look = parser.add_argument_group("how it looks (default: as chosen)")
    look.add_argument("--language", choices=("en", "ru"))
    look.add_argument("--theme", choices=("system", "light", "dark", "high_contrast"))
    look.add_argument("--scale", type=float, help="size of letters, 1 is normal")
    look.add_argument(
        "--now",
        metavar="TIME",
        help="stop the clock at this time (2025-12-17T14:32+03:00), to look at a shop of that day",
    )
    shots = parser.add_argument_group("pictures (no window is shown)")
    shots.add_argument(
        "--gallery",
        action="store_true",
        help="every control in all its states; a window without --to",
    )
    shots.add_argument(
        "--shot",
        metavar="PAGE[:RECORD]",
        help="make a picture of a page, or of its record by number, plate or name",
    )
    shots.add_argument("--to", type=Path, metavar="PNG", help="where the picture goes")
    shots.add_argument("--size", default=_SIZE, help=f"of the window (default {_SIZE})")
    shots.add_argument("--login", help="who looks (default: the one who may do most)")
    shots.add_argument(
        "--headless",
        type=Path,
        metavar="FOLDER",
        help="do the main job by keyboard in windows on a virtual screen; pictures of every step and page, "
        "papers and summary.json go into the folder",
    )
    shots.add_argument(
        "--quick", action="store_true", help="with --headless: pictures in one look only"
    )


def _run(options: argparse.Namespace) -> int:
    pictures = options.shot or options.to or options.headless
    if pictures or (sys.platform.startswith("linux") and not _has_display()):
        os.environ.setdefault("QT_QPA_PLATFORM", _OFFSCREEN)
    if options.person and not options.sample:
        raise UserError(
            say(QT_TRANSLATE_NOOP("cli", "Only into a sample shop can one come in without a PIN.")),
            remedy=say(QT_TRANSLATE_NOOP("cli", "Leave --as away, or add --sample.")),
        )
    if options.headless:
        from app.cli.tour import drive, lines_of  # noqa: PLC0415 - Qt, for this command only

        summary = drive(options.headless.resolve(), quick=options.quick)
        show(options, summary, lines_of(summary))
        return GOOD if summary["whole"] else FOUND
    # nothing of what is loaded now ever becomes garbage; the window collects by itself
    gc.disable()
    from app import first_page  # noqa: PLC0415, F401 - before Qt, see there
    from ui.dressing import Look, system_language  # noqa: PLC0415 - Qt, for this command only
    from ui.start import (  # noqa: PLC0415 - as above
        Shot,
        Start,
        run_window,
        show_gallery,
        take_shot,
    )

    given = options.language or options.theme or options.scale
    look = Look(
        language=options.language or system_language(),
        mode=options.theme or "system",
        scale=options.scale or 1.0,
    )
    width, height = (int(part) for part in options.size.split("x"))
    if options.gallery:
        return show_gallery(look, options.to, (width, height))
    with ExitStack() as things:
        shop = _entered(options, look, things)
        if not options.shot:
            start = Start(
                data=_folder(options),
                look=look if given else None,
                login=options.person,
                what=options.open,
            )
            return run_window(shop, start, lambda: keep_daily(shop))
        to = options.to or Path("shot.png")
        shot = Shot(page=options.shot, to=to, size=(width, height), login=options.login)
        take_shot(shop, look, shot, _folder(options))
    show(options, {"picture": str(to)}, [str(to)])
    return GOOD


def _entered(options: argparse.Namespace, look: "Look", things: ExitStack) -> Shop:
    """The open shop; where it cannot be opened, a window says why and offers another try, if anybody sees it."""
    from ui.refusal import ask_again  # noqa: PLC0415 - Qt, for this command only

    seen = not options.shot and os.environ.get("QT_QPA_PLATFORM") != _OFFSCREEN
    while True:
        try:
            make_folder(_folder(options))
            return things.enter_context(_shop(options))
        except UserError as refused:
            if not seen or not ask_again(look, refused):
                raise


@contextmanager
def _shop(options: argparse.Namespace) -> Iterator[Shop]:
    """The shop that was asked for, open; made from the sample where it is wanted and there is none."""
    clock = _clock(options.now)
    secrets = _folder(options) / "secrets" if options.sample else None
    missing = options.sample and not _sample_stands(options)
    if missing:
        from app.cli.sample_day import (  # noqa: PLC0415 - a shop that stands needs no sample
            DayClock,
            day_end,
            make_day,
        )

        day = DayClock(day_end(clock()))
        made = open_shop(url=address(options), clock=day, secrets_dir=secrets, daily=False)
        try:
            make_day(made, day)
        finally:
            made.close()
    shop = open_shop(url=address(options), clock=clock, secrets_dir=secrets, daily=False)
    try:
        yield shop
    finally:
        shop.close()


def _sample_stands(options: argparse.Namespace) -> bool:
    url = normal_url(address(options))
    return url.get_backend_name() != "sqlite" or Path(url.database or "").is_file()


def _folder(options: argparse.Namespace) -> Path:
    """Where this desk keeps drafts and choices: beside a database file that was named, else with this user's data."""
    if options.database is None:
        return settings().data
    url = normal_url(options.database)
    if url.get_backend_name() != "sqlite":
        return settings().data
    return Path(url.database or "").resolve().parent


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
