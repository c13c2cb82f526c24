"""``python -m app``, and the program ``carpass-desk``."""

import gc
import os
import sys


def main() -> int:
    """Load the program and do what the command line asks; returns the exit code."""
    if sys.argv[1:] == ["check-seals"]:
        from sync.server.seals import run  # noqa: PLC0415 - a server waits for it: it loads nothing else

        return run()
    # nothing of what is loaded now becomes garbage, and it comes by the hundred thousand
    gc.disable()
    from app.cli import main as do  # noqa: PLC0415 - see above

    if sys.argv[1:2] != ["run"]:  # a window collects by itself
        gc.freeze()
        gc.enable()
    return do()


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
