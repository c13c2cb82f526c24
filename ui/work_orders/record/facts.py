"""The facts under the number: car, customer, promised moment, people, key."""

from datetime import datetime

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.work_orders import OrderSheet
from models.order_flow import FINAL
from ui.parts.cells import plate_cell
from ui.parts.states import order_badge
from ui.shell.formats import Formats
from ui.shell.words import said
from ui.work_orders.record.head import OrderHead, Part, time_left
from ui.work_orders.record.rows import short_name
from widgets.values import Mark

FACTS = ("vehicle", "customer", "promised", "advisor", "key")
"""The facts, in their order."""


_UNITS = {
    "km": QT_TRANSLATE_NOOP("OrderFacts", "km"),
    "mi": QT_TRANSLATE_NOOP("OrderFacts", "mi"),
}


def distance_unit(unit: str) -> str:
    """What an odometer counts, in the person's language."""
    return said(_UNITS[unit]) if unit in _UNITS else unit


def show_facts(
    head: OrderHead, sheet: OrderSheet, formats: Formats, now: datetime, *, may_edit: bool
) -> None:
    """Put the order's facts into its head; what can no more be changed, or not by this person, is only read."""
    card = sheet.card
    is_open = may_edit and card.state not in FINAL
    for name in ("promised", "advisor", "key"):
        head.facts[name].set_open(on=is_open)
    head.facts["customer"].set_open(on=is_open or card.customer_id is not None)
    head.number.setText(card.number)
    head.badge.set_value(order_badge(card.state))
    head.fit()
    _vehicle(head, sheet, formats)
    _customer(head, sheet, formats)
    _promised(head, sheet, formats, now)
    people = [sheet.names.get(card.technician_id, "") if card.technician_id else ""]
    first = short_name(people[0]) or said(QT_TRANSLATE_NOOP("OrderFacts", "nobody yet"))
    head.facts["advisor"].set_fact(
        said(QT_TRANSLATE_NOOP("OrderFacts", "Technician, advisor")),
        [(first, "text" if people[0] else "muted")],
        [(Mark(short_name(sheet.names.get(card.advisor_id, "")), "", "muted"), "small")],
    )
    tag = card.key_tag or said(QT_TRANSLATE_NOOP("OrderFacts", "no tag"))
    head.facts["key"].set_fact(
        said(QT_TRANSLATE_NOOP("OrderFacts", "Key")),
        [(Mark(tag, "key-round", "" if card.key_tag else "muted"), "text")],
    )


def _vehicle(head: OrderHead, sheet: OrderSheet, formats: Formats) -> None:
    card = sheet.card
    values: list[Part] = []
    plate = plate_cell(card.plate)
    if plate is not None:
        values.append((plate, "text"))
    name = card.vehicle or said(QT_TRANSLATE_NOOP("OrderFacts", "make and model unknown"))
    values.append((Mark(name, "", "strong" if card.vehicle else "muted"), "text"))
    under: list[Part] = [(card.vin, "small")] if card.vin else []
    if sheet.made_year:
        under.append((str(sheet.made_year), "small"))
    unit = distance_unit(card.odometer_unit)
    if card.odometer_value is not None:
        under.append((f"{formats.number(card.odometer_value)}\N{NO-BREAK SPACE}{unit}", "small"))
    elif card.state not in FINAL:
        missing = said(QT_TRANSLATE_NOOP("OrderFacts", "no odometer reading"))
        under.append((Mark(missing, "", "wait"), "small"))
    head.facts["vehicle"].set_fact(said(QT_TRANSLATE_NOOP("OrderFacts", "Vehicle")), values, under)


def _customer(head: OrderHead, sheet: OrderSheet, formats: Formats) -> None:
    card = sheet.card
    caption = said(QT_TRANSLATE_NOOP("OrderFacts", "Customer"))
    if card.customer is None:
        unknown = said(QT_TRANSLATE_NOOP("OrderFacts", "unknown"))
        head.facts["customer"].set_fact(caption, [(Mark(unknown, "user", "wait"), "text")])
        return
    under: list[Part] = []
    if card.customer_phone:
        under.append((formats.phone(card.customer_phone), "small"))
    if sheet.bringer:
        brought = said(QT_TRANSLATE_NOOP("OrderFacts", "brought by {name}"))
        under.append((brought.format(name=sheet.bringer), "small"))
    head.facts["customer"].set_fact(caption, [(Mark(card.customer, "", ""), "text")], under)


def _promised(head: OrderHead, sheet: OrderSheet, formats: Formats, now: datetime) -> None:
    card = sheet.card
    caption = said(QT_TRANSLATE_NOOP("OrderFacts", "Promised"))
    if card.promised_at is None:
        none = said(QT_TRANSLATE_NOOP("OrderFacts", "no time yet"))
        head.facts["promised"].set_fact(caption, [(Mark(none, "", "muted"), "text")])
        return
    words = (
        said(QT_TRANSLATE_NOOP("OrderFacts", "{span} left")),
        said(QT_TRANSLATE_NOOP("OrderFacts", "{span} late")),
    )
    under: list[Part] = []
    if card.state not in FINAL:
        span = formats.span(card.promised_at - now)
        under.append((time_left(now, card.promised_at, words, span), "small"))
    head.facts["promised"].set_fact(
        caption, [(Mark(formats.moment(card.promised_at), "", ""), "text")], under
    )


def show_saved(head: OrderHead, formats: Formats, now: datetime) -> None:
    """Everything that was typed is written: say when."""
    saved = said(QT_TRANSLATE_NOOP("OrderFacts", "saved {time}"))
    head.saved.set_value(Mark(saved.format(time=formats.clock(now)), "cloud-check", "muted"))


def show_kept(head: OrderHead, *, is_final: bool) -> None:
    """An order that was just opened: all of it is saved; a final one has nothing to save any more."""
    words = "" if is_final else said(QT_TRANSLATE_NOOP("OrderFacts", "saved"))
    head.saved.set_value(Mark(words, "cloud-check", "muted") if words else "")
