"""The audit of the order in words: who did what at which workstation, and which values changed."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.tx import Read
from app.work_orders import AuditRow, Change, OrderSheet, list_audit, list_staff
from models.money import Money
from models.order_flow import Approval, LineState, OrderState, Payer
from ui.parts.states import approval_badge, line_badge, order_word, payer_word
from ui.shell.words import said
from ui.work_orders.record.panels import Panel
from widgets.timeline import Entry, Timeline

_MOST = 6
_FIELDS: dict[str, Source] = {
    "state": QT_TRANSLATE_NOOP("OrderAudit", "State"),
    "approval": QT_TRANSLATE_NOOP("OrderAudit", "Decision"),
    "approved_amount": QT_TRANSLATE_NOOP("OrderAudit", "Agreed amount"),
    "total_amount": QT_TRANSLATE_NOOP("OrderAudit", "Total"),
    "price_amount": QT_TRANSLATE_NOOP("OrderAudit", "Price"),
    "discount_percent": QT_TRANSLATE_NOOP("OrderAudit", "Discount, %"),
    "qty": QT_TRANSLATE_NOOP("OrderAudit", "Quantity"),
    "issued_qty": QT_TRANSLATE_NOOP("OrderAudit", "Issued"),
    "reserved_qty": QT_TRANSLATE_NOOP("OrderAudit", "Reserved"),
    "name": QT_TRANSLATE_NOOP("OrderAudit", "Name"),
    "serial": QT_TRANSLATE_NOOP("OrderAudit", "Serial number"),
    "payer": QT_TRANSLATE_NOOP("OrderAudit", "Who pays"),
    "technician_id": QT_TRANSLATE_NOOP("OrderAudit", "Technician"),
    "advisor_id": QT_TRANSLATE_NOOP("OrderAudit", "Advisor"),
    "customer_id": QT_TRANSLATE_NOOP("OrderAudit", "Customer"),
    "bringer_id": QT_TRANSLATE_NOOP("OrderAudit", "Who brought it"),
    "promised_at": QT_TRANSLATE_NOOP("OrderAudit", "Promised"),
    "odometer_value": QT_TRANSLATE_NOOP("OrderAudit", "Odometer"),
    "odometer_reason": QT_TRANSLATE_NOOP("OrderAudit", "Reason of the reading"),
    "key_tag": QT_TRANSLATE_NOOP("OrderAudit", "Key tag"),
    "note": QT_TRANSLATE_NOOP("OrderAudit", "Note"),
    "words": QT_TRANSLATE_NOOP("OrderAudit", "Concern"),
    "cause": QT_TRANSLATE_NOOP("OrderAudit", "Cause"),
    "correction": QT_TRANSLATE_NOOP("OrderAudit", "Correction"),
    "hold_reason": QT_TRANSLATE_NOOP("OrderAudit", "Reason of the hold"),
    "hold_until_at": QT_TRANSLATE_NOOP("OrderAudit", "Held until"),
    "cancel_reason": QT_TRANSLATE_NOOP("OrderAudit", "Reason of the cancellation"),
    "supplied_on": QT_TRANSLATE_NOOP("OrderAudit", "Day of supply"),
}
"""Fields a person asks about; what is derived from them (sums, moments of steps) is left out."""


class AuditPanel(Panel):
    """Every use case that touched the order, the newest first."""

    @override
    def build(self) -> None:
        self.timeline = Timeline(name=self.tr("Audit of the order"))
        self.column.addWidget(self.timeline, 1)

    @override
    def ask(self, sheet: OrderSheet) -> None:
        """The entries of the chain about the order, and the people they name."""
        order_id = sheet.card.id

        def read(read: Read) -> tuple[tuple[AuditRow, ...], dict[str, str]]:
            people = {str(person.id): person.name for person in list_staff(read)}
            return list_audit(read, order_id), people

        self.fetch(read, lambda found: self._show(sheet, *found))

    def _show(
        self, sheet: OrderSheet, rows: tuple[AuditRow, ...], people: Mapping[str, str]
    ) -> None:
        names = {**people, **{str(key): name for key, name in sheet.names.items()}}
        if sheet.card.customer_id is not None:
            names[str(sheet.card.customer_id)] = sheet.card.customer or ""
        if sheet.card.bringer_id is not None:
            names[str(sheet.card.bringer_id)] = sheet.bringer or ""
        self.timeline.set_entries([self._entry(sheet, row, names) for row in rows])

    def _entry(self, sheet: OrderSheet, row: AuditRow, names: Mapping[str, str]) -> Entry:
        shown = []
        for change in row.changes:
            if change.field in _FIELDS:
                caption = said(_FIELDS[change.field])
                before, after = (
                    self._value(sheet, change, text, names) or "—"
                    for text in (change.before, change.after)
                )
                shown.append(f"{caption}: {before} → {after}")
        head = self.tr("{who}, {workstation}, link {number}").format(
            who=row.by, workstation=row.workstation, number=row.seq
        )
        lines = [head, *shown[:_MOST]]
        if len(shown) > _MOST:
            lines.append(self.tr("%n more", "", len(shown) - _MOST))
        title = said(row.label) if row.label is not None else row.action
        return Entry(self.desk.formats.moment(row.at), title, "\n".join(lines), "history", "idle")

    def _value(self, sheet: OrderSheet, change: Change, text: str, names: Mapping[str, str]) -> str:
        """A value of the chain as a person reads it; what cannot be read stays as it is."""
        formats, field = self.desk.formats, change.field
        if not text:
            return ""
        if field.endswith("_id"):
            return names.get(text, "•")
        try:
            if field.endswith("_amount"):
                shown = formats.money(Money(int(text), sheet.card.currency))
            elif field.endswith("_at"):
                shown = formats.moment(datetime.fromisoformat(text))
            elif field.endswith(("qty", "percent", "odometer_value")):
                shown = formats.qty(Decimal(text))
            else:
                shown = _word(change, text)
        except (ValueError, InvalidOperation):
            return text
        return shown


def _word(change: Change, text: str) -> str:
    """States and decisions in words; ValueError for a state that is no more."""
    if change.field == "state":
        is_order = change.table == "work_order"
        return order_word(OrderState(text)) if is_order else line_badge(LineState(text)).text
    if change.field == "approval":
        return approval_badge(Approval(text)).text
    if change.field == "payer":
        return payer_word(Payer(text))
    return text
