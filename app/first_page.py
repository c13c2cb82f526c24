"""What the first page reads, and nothing else: imported before Qt and the screens.

What a start may load before Today stands in this one list; `tests/bench/test_start.py` holds it against what is loaded.
"""

import babel.dates
import babel.numbers

from app import access, centers, insights
from app.access import saved
from app.kernel import standing

__all__ = ["access", "babel", "centers", "insights", "saved", "standing"]
