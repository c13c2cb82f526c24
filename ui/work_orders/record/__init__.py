"""The editor of a work order."""

from ui.work_orders.record.editor import OrderEditor

__all__ = ["OrderEditor"]
