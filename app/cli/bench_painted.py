"""What the bench's own processes paint: Today from the start of the program, and every page."""

import gc
import sys
import time
from pathlib import Path
from typing import Any


def paint_today(url: str, drafts: str) -> dict[str, Any]:
    """Open the shop, come in, and paint Today; tells when, the memory then, and the modules it was made of."""
    gc.disable()  # as the program does
    from app import first_page  # noqa: PLC0415, F401 - before Qt, as the program does
    from app.compose import open_shop  # noqa: PLC0415 - its import is part of the start
    from ui.dressing import Look, dress, make_application, open_window  # noqa: PLC0415 - Qt, in this process only
    from ui.start import person  # noqa: PLC0415 - as above
    from ui.today import TodayPage  # noqa: PLC0415 - as above

    app = make_application()
    shop = open_shop(url=url, workstation="bench", secrets_dir=Path(drafts) / "none", daily=False)
    dress(app, Look(language="ru", mode="light", scale=1.0))
    window = open_window(shop, person(shop, None), language="ru", drafts=Path(drafts))
    window.resize(1366, 768)
    window.show()
    loaded = sorted(sys.modules)
    window.open("today", None, {})
    page = window.page
    if not isinstance(page, TodayPage):
        raise TypeError(page)
    # debts and the numbers of the navigation are read after it, when Today can be used
    while page.view is None:
        app.processEvents()
        time.sleep(0.001)
    page.grab()
    at = time.time()
    used = Path("/proc/self/status").read_text(encoding="ascii").partition("VmRSS:")[2].split()[0]
    window.close()
    window.desk.close()
    shop.close()
    return {"at": at, "kib": int(used), "loaded": loaded}


def open_pages(url: str, drafts: str) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of each page of that shop, in this process."""
    from app.compose import open_shop  # noqa: PLC0415 - Today's start imports it when it is measured
    from ui.measured import page_figures  # noqa: PLC0415 - Qt, in this process only

    shop = open_shop(url=url, workstation="bench", secrets_dir=Path(drafts) / "none", daily=False)
    try:
        return page_figures(shop, drafts)
    finally:
        shop.close()


def watch_pages(url: str, drafts: str) -> dict[str, list[float]]:
    """Milliseconds of the longest event of each page of that shop, in this process."""
    from app.compose import open_shop  # noqa: PLC0415 - as above
    from ui.measured import page_gaps  # noqa: PLC0415 - as above
    from ui.shell.watchdog import WatchedApplication  # noqa: PLC0415 - as above

    application = WatchedApplication(["carpass-desk"])
    shop = open_shop(url=url, workstation="bench", secrets_dir=Path(drafts) / "none", daily=False)
    try:
        return page_gaps(shop, drafts)
    finally:
        shop.close()
        application.quit()
