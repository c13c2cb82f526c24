"""Lines of a supplier's invoice and the products they are, by number, barcode or name; what fits nothing says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.inventory.reads import ProductView, find_products
from app.kernel.tx import Read
from models.recognition import GoodsLine
from models.text import fold, plate_key


class MatchedBy(StrEnum):
    """How sure a match is: a number is, a name is a guess."""

    CODE = "code"
    NAME = "name"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class MatchedLine:
    """A line of the invoice with the product it probably is."""

    line: GoodsLine
    product: ProductView | None
    by: MatchedBy


def match_goods(read: Read, lines: Sequence[GoodsLine]) -> tuple[MatchedLine, ...]:
    """Match each line; a name fits when all of its words are in one product's name, and in no other's."""
    return tuple(_match(read, line) for line in lines)


def _match(read: Read, line: GoodsLine) -> MatchedLine:
    for code in (line.code, line.other_code):
        if not code:
            continue
        key = plate_key(code)
        for view in find_products(read, code, limit=5, with_equivalents=False):
            if plate_key(view.sku) == key or view.barcode == code:
                return MatchedLine(line, view, MatchedBy.CODE)
    words = set(fold(line.name).split())
    if len(words) > 1:
        found = [
            view
            for view in find_products(read, line.name, limit=5, with_equivalents=False)
            if words <= set(fold(f"{view.name} {view.maker}").split())
        ]
        if len(found) == 1:
            return MatchedLine(line, found[0], MatchedBy.NAME)
    return MatchedLine(line, None, MatchedBy.NOTHING)
