"""Sync: what waits, since when, why and what to do; what went and came; what the owners said."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.passports import count_attention
from ui.shell.page import PageSpec
from ui.sync.page import SyncPage
from ui.sync.running import SyncService, service_of

SPEC = PageSpec(
    name="sync",
    title=QT_TRANSLATE_NOOP("SyncPage", "Sync"),
    icon="refresh-cw",
    make=SyncPage,
    group=3,
    count=count_attention,
    count_is_bad=True,
)

__all__ = ["SPEC", "SyncPage", "SyncService", "service_of"]
