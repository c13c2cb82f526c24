"""Sync: what waits, since when, why and what to do; what went and came; what the owners said."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.standing import count_attention
from ui.shell.page import Page, PageSpec, later
from ui.sync.running import SyncService, service_of


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.sync.page import SyncPage  # noqa: PLC0415 - see above

    return SyncPage


SPEC = PageSpec(
    name="sync",
    title=QT_TRANSLATE_NOOP("SyncPage", "Sync"),
    icon="refresh-cw",
    make=later(load),
    load=load,
    group=3,
    count=count_attention,
    count_is_bad=True,
)

__all__ = ["SPEC", "SyncService", "service_of"]
