"""What is watched event by event runs in a process of its own: tests/ui/test_watched.py starts it."""

import os

collect_ignore_glob = [] if "WATCHED" in os.environ else ["test_*.py"]
