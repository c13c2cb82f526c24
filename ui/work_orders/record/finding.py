"""What the completion of a cell offers: items, packages, free text, people, names of jobs."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.work_orders import FoundItem, OrderSheet, StaffRow
from models.catalog import ItemKind
from models.text import fold
from ui.parts.units import counted, kind_icon, kind_word
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.completion import CompletionPopup, Hint, Option, PopupColumn
from widgets.values import Mark

TYPED = "typed"
"""First part of the key of an option that is a free text: (TYPED, kind, text)."""


def item_popup(*, with_margin: bool) -> CompletionPopup:
    """The popup under the name of a line, like a small price list."""
    columns = [
        PopupColumn(said(QT_TRANSLATE_NOOP("OrderFinding", "Code")), 118, kind="code"),
        PopupColumn(said(QT_TRANSLATE_NOOP("OrderFinding", "Name"))),
        PopupColumn(said(QT_TRANSLATE_NOOP("OrderFinding", "Available")), 118),
        PopupColumn(said(QT_TRANSLATE_NOOP("OrderFinding", "Bin")), 66, kind="code"),
        PopupColumn(said(QT_TRANSLATE_NOOP("OrderFinding", "Price")), 78, "right"),
    ]
    if with_margin:
        title = said(QT_TRANSLATE_NOOP("OrderFinding", "Margin"))
        columns.append(PopupColumn(title, 50, "right", kind="secondary"))
    return CompletionPopup(
        columns,
        hints=[
            Hint("Up+Down", said(QT_TRANSLATE_NOOP("OrderFinding", "choose"))),
            Hint("Return", said(QT_TRANSLATE_NOOP("OrderFinding", "insert"))),
            Hint("Ctrl+I", said(QT_TRANSLATE_NOOP("OrderFinding", "card")), acts=True),
        ],
        back=said(QT_TRANSLATE_NOOP("OrderFinding", "put back")),
        name=said(QT_TRANSLATE_NOOP("OrderFinding", "Items of the catalogue")),
        width=764,
    )


def staff_popup() -> CompletionPopup:
    """The popup under the technician of a line."""
    return CompletionPopup(
        name=said(QT_TRANSLATE_NOOP("OrderFinding", "People of the shop")), width=280
    )


def item_options(
    found: Iterable[FoundItem], formats: Formats, *, with_margin: bool
) -> list[Option]:
    """Items and packages as rows of the popup; the key is the item's id and kind."""
    made = []
    for each in found:
        item = each.item
        is_package = item.kind == ItemKind.PACKAGE.value
        price = formats.amount(item.price) if item.price is not None else ""
        cells: list[object] = [
            item.code,
            item.name,
            _available(each, formats),
            Mark(each.bin, "", "secondary") if each.bin else "",
            price,
        ]
        if with_margin:
            share = item.margin_percent
            text = formats.percent(share.quantize(Decimal(1))) if share is not None else ""
            cells.append(Mark(text, "", "secondary") if text else "")
        made.append(
            Option(
                (item.kind, item.id),
                item.name,
                item.code,
                "package-plus" if is_package else "",
                tuple(cells),
            )
        )
    return made


def _available(found: FoundItem, formats: Formats) -> object:
    item = found.item
    if item.kind == ItemKind.PACKAGE.value:
        return Mark(kind_word(item.kind), "", "muted")
    if item.free_qty is None:
        hours = item.norm_hours
        return Mark(formats.hours(hours), "", "muted") if hours is not None else ""
    if item.free_qty <= 0:
        return Mark(said(QT_TRANSLATE_NOOP("OrderFinding", "none")), "circle-x", "bad")
    return Mark(counted(formats, item.free_qty, item.unit), "circle-check", "good")


def typed_options(text: str) -> list[Option]:
    """A line that is not in the catalogue: as labour, or as a part."""
    kept = " ".join(text.split())
    if not kept:
        return []
    made = []
    for kind in (ItemKind.LABOUR.value, ItemKind.PART.value):
        words = said(QT_TRANSLATE_NOOP("OrderFinding", "“{text}”, typed in as: {kind}"))
        shown = words.format(text=kept, kind=kind_word(kind).lower())
        made.append(Option((TYPED, kind, kept), kept, "", kind_icon(kind), (shown,), marks=False))
    return made


def job_options(text: str, sheet: OrderSheet) -> list[Option]:
    """Names of a new job: what was typed, and the customer's words that no job answers yet."""
    kept = " ".join(text.split())
    named = {fold(job.name) for job in sheet.card.jobs}
    words = [
        concern.words
        for concern in sheet.card.concerns
        if fold(concern.words) not in named and fold(kept) in fold(concern.words)
    ]
    names = dict.fromkeys([kept, *words] if kept else words)
    return [
        Option((TYPED, "job", name), name, "", "folder-plus", (name,), marks=False)
        for name in names
    ]


def staff_options(staff: Sequence[StaffRow], text: str) -> list[Option]:
    """People whose name or position holds every word."""
    wanted = fold(text).split()
    return [
        Option(person.id, person.name, person.position)
        for person in staff
        if all(word in fold(f"{person.name} {person.position}") for word in wanted)
    ]
