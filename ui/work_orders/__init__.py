"""Work orders on the screen: the list with its preview, and the editor of one order."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


def open_count(read: Read) -> int:
    """How many orders are under way."""
    from app.work_orders import count_open_orders  # noqa: PLC0415 - counted after the first page is painted

    return count_open_orders(read)


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.work_orders.page import WorkOrdersPage  # noqa: PLC0415 - see above

    return WorkOrdersPage


SPEC = PageSpec(
    name="work_orders",
    title=QT_TRANSLATE_NOOP("pages", "Work orders"),
    icon="clipboard-list",
    make=later(load),
    load=load,
    permissions=(
        Permission.WORK_ORDERS_EDIT,
        Permission.WORK_ORDERS_WORK,
        Permission.WORK_ORDERS_CHECK,
        Permission.WORK_ORDERS_APPROVE,
    ),
    group=0,
    count=open_count,
)
"""How the navigation knows it."""
