"""Papers: seen before they are printed, everywhere the same way.

``preview(desk, papers)`` shows them over the page; ``PaperPanel`` shows them inside one. What can be printed is
made by the functions of ``documents``.
"""

from ui.papers.documents import (
    Paper,
    acceptance_act,
    act_of_work,
    cash_day_report,
    check_in_slip,
    coming_invoice,
    invoice,
    order_papers,
    payment_receipt,
    work_order,
)
from ui.papers.panel import PaperPanel
from ui.papers.preview import PreviewDialog, preview, show_papers

__all__ = [
    "Paper",
    "PaperPanel",
    "PreviewDialog",
    "acceptance_act",
    "act_of_work",
    "cash_day_report",
    "check_in_slip",
    "coming_invoice",
    "invoice",
    "order_papers",
    "payment_receipt",
    "preview",
    "show_papers",
    "work_order",
]
"""What others use; the printing itself is in ``printing``."""
