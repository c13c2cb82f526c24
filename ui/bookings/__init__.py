"""The calendar: who comes when, on which bay, to whom."""

from datetime import datetime

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read
from models.access import Permission
from ui.shell.page import Page, PageSpec, later

_WEEK = 7


def asking_count(read: Read) -> int:
    """How many owners wait for an answer."""
    from app.bookings import count_requests  # noqa: PLC0415 - counted after the first page is painted

    return count_requests(read)


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.bookings.page import CalendarPage  # noqa: PLC0415 - see above

    return CalendarPage


def first(read: Read, now: datetime) -> None:
    """A week of bays, and who waits beside it."""
    from app.bookings import (  # noqa: PLC0415 - after the module, see above
        get_board,
        list_requests,
        list_waiting,
    )

    get_board(read, now.date(), _WEEK, now=now)
    list_waiting(read, now=now)
    list_requests(read)


SPEC = PageSpec(
    name="calendar",
    title=QT_TRANSLATE_NOOP("CalendarPage", "Calendar"),
    icon="calendar-days",
    make=later(load),
    load=load,
    first=first,
    permissions=(Permission.BOOKINGS_VIEW,),
    group=0,
    places=("bookings",),
    count=asking_count,
)


def load_requests() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.bookings.request_page import RequestsPage  # noqa: PLC0415 - see above

    return RequestsPage


REQUESTS = PageSpec(
    name="requests",
    title=QT_TRANSLATE_NOOP("RequestsPage", "Requests"),
    icon="inbox",
    make=later(load_requests),
    load=load_requests,
    permissions=(Permission.REQUESTS_EDIT,),
    under="calendar",
)

__all__ = ["REQUESTS", "SPEC"]
