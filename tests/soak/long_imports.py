"""Files that were damaged on their way: read or refused in words, within a second, never worse."""

import random
import time

from tests.app.test_exchange_files import TABLE, TOKENS, read_or_refused
from tests.build.spreadsheets import SAMPLE, packed, raw_parts, xlsx
from tests.soak.conftest import Sized, Told

FILES = 600
CELLS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>'


def hit(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, cut out, doubled or put in."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        if not out:
            break
        place = chance.randrange(len(out))
        end = place + chance.randrange(40)
        out[place:end] = chance.choice(
            (bytes([chance.randrange(256)]), b"", bytes(out[place:end]) * 2, chance.choice(TOKENS))
        )
    return bytes(out)


def test_damaged_files(seed: int, sized: Sized, told: Told) -> None:
    chance, files = random.Random(seed), sized(FILES)
    parts = raw_parts(CELLS, "<si><t>x</t></si>")
    wholes = [
        xlsx({"S": [["Код", "Имя", "Цена"], ["A1", 2, 3.5], ["B", "x", None]]}),
        TABLE.encode("cp1251"),
        TABLE.encode("utf-16"),
        *(path.read_bytes() for path in sorted(SAMPLE.glob("*.csv"))[:3]),
    ]
    for _ in range(files):
        if chance.random() < 0.5:
            data = hit(chance.choice(wholes), chance)
        else:
            name = chance.choice(sorted(parts))
            data = packed({**parts, name: hit(parts[name], chance)})
        began = time.process_time()
        assert read_or_refused(data)
        assert time.process_time() - began < 1.0
    told("damaged import files", files)
