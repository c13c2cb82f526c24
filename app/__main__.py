"""``python -m app``, and the program ``carpass-desk``."""

import os
import sys

from app.cli import main


def _leave_libraries_to_others() -> None:
    """What the built program starts (the file manager, a printer's tool) loads the system's libraries, not ours."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        _leave_libraries_to_others()
    sys.exit(main())
