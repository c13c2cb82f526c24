"""How well photos are read: right, wrong and none of a drawn set, by kind and difficulty. Wrong is what must not be."""

import time
from collections import Counter
from collections.abc import Mapping
from typing import Final

from app.cli.bench_frame import Row, judged
from app.cli.drawn import Drawn, Kind, drawn_set
from app.recognition.engine import lacking
from app.recognition.pictures import Photo
from app.recognition.reading import read_picture
from models.recognition import PictureReading
from models.text import fold, plate_key

# One wrong plate of forty would be 2.5 per cent, whatever stands behind it: two hundred tell that from 0.3.
EASY: Final = {
    Kind.VIN: 200, Kind.ODOMETER: 40, Kind.RU: 12, Kind.EU: 12, Kind.IN: 12, Kind.INVOICE: 12,
}  # fmt: skip  # a table reads better in rows
HARD: Final = EASY
_WRONG_MUST, _WRONG_AIM = 2.0, 0.5
_RIGHT: Final[Mapping[bool, tuple[float, float]]] = {False: (90.0, 95.0), True: (55.0, 80.0)}


def judged_picture(drawn: Drawn, reading: PictureReading) -> Counter[str]:
    """How many values of the picture's truth were read right, wrong, or not at all; ё counts as е."""
    found: Counter[str] = Counter()
    for name, value in drawn.truth.items():
        field = next((each for each in reading.fields if each.name.value == name), None)
        if field is None or not field.is_read:
            found["none"] += 1
        else:
            found["right" if fold(field.value) == fold(value) else "wrong"] += 1
    told = [line for line in reading.lines if line.sums_up and not line.other_code]
    for code, qty, price, total in drawn.lines:
        # codes are matched without blanks and signs, as the stock matches them
        wanted = (plate_key(code), qty, price, total)
        sure = [line for line in reading.lines if line.sums_up]
        if any((plate_key(line.code), line.qty, line.price, line.total) == wanted for line in sure):
            found["right"] += 1
        elif any(line.total == total for line in told):
            found["wrong"] += 1
        else:
            found["none"] += 1
    return found


def measured(kind: Kind, count: int, *, is_hard: bool) -> tuple[Counter[str], float]:
    """Right, wrong, none of so many pictures, and the milliseconds of one picture."""
    found: Counter[str] = Counter()
    spent = 0.0
    for drawn in drawn_set({kind: count}, is_hard=is_hard):
        began = time.perf_counter()
        page = read_picture(Photo(drawn.image, "", 0), kind.document, lambda _step: None)
        spent += time.perf_counter() - began
        found += judged_picture(drawn, page.reading)
    return found, spent * 1000 / count


def recognition_rows() -> list[Row]:
    """Rows of the bench: per kind and difficulty the share read right and the share read wrong, in per cent."""
    if lacking() is not None:
        return []
    rows = []
    for is_hard, counts in ((False, EASY), (True, HARD)):
        for kind, count in counts.items():
            found, spent = measured(kind, count, is_hard=is_hard)
            whole = found.total()
            grade = "hard" if is_hard else "easy"
            name = f"read {kind.value}, {grade}: {found['right']} right, {found['wrong']} wrong, {found['none']} none"
            must, aim = _RIGHT[is_hard]
            rows += [
                judged(
                    f"{name} ({spent:.0f} ms each)", 100 * found["right"] / whole,
                    must=must, aim=aim, more_is_better=True, unit="% right",
                ),
                judged(
                    f"read {kind.value}, {grade}: wrong", 100 * found["wrong"] / whole,
                    must=_WRONG_MUST, aim=_WRONG_AIM, unit="% wrong",
                ),
            ]  # fmt: skip  # a table reads better in rows
    return rows
