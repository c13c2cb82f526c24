"""The tabs of an order: works; beside or behind them history, arrival, papers, recommended, corrections, audit."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record.arrival import ArrivalPanel
from ui.work_orders.record.audit import AuditPanel
from ui.work_orders.record.corrections import CorrectionsPanel
from ui.work_orders.record.panels import HistoryPanel, Panel, PapersPanel, RecommendationsPanel
from widgets.tabs import SideTabs, TabPage

_TITLES = {
    "works": QT_TRANSLATE_NOOP("OrderSides", "Works"),
    "arrival": QT_TRANSLATE_NOOP("OrderSides", "Arrival"),
    "history": QT_TRANSLATE_NOOP("OrderSides", "History"),
    "papers": QT_TRANSLATE_NOOP("OrderSides", "Documents"),
    "recommendations": QT_TRANSLATE_NOOP("OrderSides", "Recommended"),
    "corrections": QT_TRANSLATE_NOOP("OrderSides", "Corrections"),
    "audit": QT_TRANSLATE_NOOP("OrderSides", "Audit"),
}


@dataclass(frozen=True, slots=True)
class OrderPanels:
    """The panels behind the tabs."""

    history: HistoryPanel
    arrival: ArrivalPanel
    papers: PapersPanel
    recommendations: RecommendationsPanel
    corrections: CorrectionsPanel
    audit: AuditPanel

    def named(self) -> dict[str, Panel]:
        """By the names of their tabs, in their order."""
        return {name: getattr(self, name) for name in self.__slots__}

    def every(self) -> Iterator[Panel]:
        """All of them."""
        yield from self.named().values()


def order_panels(desk: Desk) -> OrderPanels:
    """Panels that wait for an order."""
    return OrderPanels(
        HistoryPanel(desk),
        ArrivalPanel(desk),
        PapersPanel(desk),
        RecommendationsPanel(desk),
        CorrectionsPanel(desk),
        AuditPanel(desk),
    )


def order_tabs(desk: Desk, works: QWidget, panels: OrderPanels) -> SideTabs:
    """The works with their tabs; the audit only for those who decide corrections."""
    pages = [TabPage("works", said(_TITLES["works"]), works, main=True)]
    pages += [TabPage(name, said(_TITLES[name]), panel) for name, panel in panels.named().items()]
    tabs = SideTabs(pages)
    if not desk.can(Permission.CORRECTIONS_DECIDE):
        tabs.set_hidden(frozenset({"audit"}))
    return tabs
