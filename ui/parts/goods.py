"""The field that finds a product of the stock by number, name, maker or barcode."""

from collections.abc import Sequence
from typing import Any

from app.inventory import ProductView, find_products
from ui.parts.units import counted
from ui.shell.desk import Desk
from widgets.completion import PopupColumn
from widgets.picker import Option, Picker

_FOUND = 12
_WIDTH = 560


def product_picker(desk: Desk, *, name: str, placeholder: str, create: str | None = None) -> Picker:
    """A picker of products; ``create`` are the words of its last row, None when nothing is made here."""

    def search(text: str, answer: Any) -> None:  # noqa: ANN401 - the picker's own callback
        def show(found: Sequence[ProductView]) -> None:
            answer(
                [
                    Option(
                        view.id,
                        view.sku,
                        view.name,
                        "package",
                        (
                            view.sku,
                            f"{view.name}  {view.maker}".rstrip(),
                            counted(desk.formats, view.free_qty, view.unit),
                        ),
                    )
                    for view in found
                ]
            )

        desk.read(
            picker,
            lambda read: find_products(read, text, limit=_FOUND, with_equivalents=False),
            show,
            lane="products",
        )

    picker = Picker(
        search,
        name=name,
        placeholder=placeholder,
        create=create,
        columns=(
            PopupColumn(width=130, kind="code"),
            PopupColumn(),
            PopupColumn(width=80, align="right", kind="secondary"),
        ),
        width=_WIDTH,
    )
    return picker
