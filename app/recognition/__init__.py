"""Recognition: photos of plates, papers and dashboards become proposals; what a person accepts is written.

Tesseract and Pillow work in a process of their own (``child``); here stands what screens and other rooms use.
"""

from app.recognition.accepting import AcceptReading, accept_reading
from app.recognition.child import Picture, read_in_child, read_spot_in_child
from app.recognition.comparing import Compared, compare_reading
from app.recognition.engine import Lacking, NotInstalledError, lacking
from models.recognition import Decision, Verdict

__all__ = [
    "AcceptReading",
    "Compared",
    "Decision",
    "Lacking",
    "NotInstalledError",
    "Picture",
    "Verdict",
    "accept_reading",
    "compare_reading",
    "lacking",
    "read_in_child",
    "read_spot_in_child",
]
