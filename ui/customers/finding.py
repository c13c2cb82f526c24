"""Finding a customer while one types: the picker of every form that needs a person."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.customers import CustomerRow, find_customers, list_customers
from app.kernel.tx import Read
from ui.parts.people import kind_words
from ui.shell.desk import Desk
from widgets.completion import PopupColumn
from widgets.picker import Answer, Option, Picker

_SHOWN = 8


def customer_picker(
    desk: Desk, *, name: str, create: str | None = None, placeholder: str = ""
) -> Picker:
    """A field that finds customers by name, phone in any form or tax number; ``value()`` is the id."""

    def ask(read: Read, text: str) -> Sequence[CustomerRow]:
        if text:
            return find_customers(read, text, limit=_SHOWN)
        return list_customers(read, limit=_SHOWN)

    def search(text: str, answer: Answer) -> None:
        desk.read(
            picker,
            lambda read: ask(read, text),
            lambda rows: answer([_option(desk, row) for row in rows]),
            lane="search",
        )

    words = placeholder or QCoreApplication.translate("Finding", "Name, phone or company")
    picker = Picker(
        search,
        name=name,
        placeholder=words,
        create=create,
        columns=(
            PopupColumn(),
            PopupColumn(width=140, kind="secondary"),
            PopupColumn(width=84, kind="muted"),
        ),
        width=440,
    )
    return picker


def _option(desk: Desk, row: CustomerRow) -> Option:
    phone = desk.formats.phone(row.phone) or None
    return Option(row.id, row.name, phone or "", cells=(row.name, phone, kind_words(row.kind)))
