"""What is half typed in a cell of an order, kept so that neither a crash nor a power cut takes it."""

from collections.abc import Mapping
from typing import Any

from app.work_orders import OrderSheet
from models.order_flow import FINAL
from ui.shell.desk import Desk
from ui.shell.drafts import DraftLabel


def _name(sheet: OrderSheet) -> str:
    return f"work_orders:{sheet.card.id}"


def keep(desk: Desk, sheet: OrderSheet | None, typed: Mapping[str, Any] | None) -> None:
    """Keep what stands in the open cell; None: the cell is closed, nothing is half typed any more."""
    if sheet is None:
        return
    if typed is None:
        desk.drafts.drop(_name(sheet))
        return
    card = sheet.card
    label = DraftLabel(card.number, card.plate or "", detail=typed["text"], icon="clipboard-list")
    desk.drafts.keep(_name(sheet), typed, label)


def kept_of(desk: Desk, sheet: OrderSheet | None) -> dict[str, Any] | None:
    """What was half typed in the order when the program ended; nothing for a final order."""
    if sheet is None or sheet.card.state in FINAL:
        return None
    return desk.drafts.find(_name(sheet))
