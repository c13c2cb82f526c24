"""What the first page reads, and nothing else: imported before Qt.

PySide watches imports from the moment it is loaded, and reads the source of every module that comes after it.
"""

import babel.dates
import babel.numbers

from app import access, centers, insights
from app.access import saved
from app.kernel import standing

__all__ = ["access", "babel", "centers", "insights", "saved", "standing"]
