"""What the first invoice of a process waits for before it is made: its module and all that it imports."""

import json
import sys
import time
from pathlib import Path


def measure() -> float:
    """Milliseconds to import the invoice."""
    began = time.perf_counter()
    import reports.invoice  # noqa: PLC0415, F401 - its import is what is measured

    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).resolve().parents[2]))
    sys.stdout.write(json.dumps(measure()) + "\n")
