"""Choices of this computer that hold before anybody signs in: language, colours, size of letters."""

import json
import logging
from dataclasses import asdict, dataclass, replace
from pathlib import Path

_log = logging.getLogger(__name__)

MODES = ("system", "light", "dark", "high_contrast")
SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen; an empty language is the system's."""

    language: str = ""
    mode: str = "system"
    scale: float = 1.0


class Preferences:
    """The computer's choices in a small file beside its data."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.chosen = _read(path)

    def choose(self, **values: str | float) -> Choices:
        """Change some of the choices and keep them; a file that cannot be written holds until the end."""
        self.chosen = replace(self.chosen, **values)  # type: ignore[arg-type]  # names are checked by replace
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(asdict(self.chosen)), encoding="utf-8")
        except OSError as error:
            _log.warning("choices of this computer were not kept: %s", type(error).__name__)
        return self.chosen


def _read(path: Path) -> Choices:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        mode, scale = kept.get("mode", "system"), float(kept.get("scale", 1.0))
        return Choices(
            language=str(kept.get("language", "")),
            mode=mode if mode in MODES else "system",
            scale=min(max(scale, SCALES[0]), SCALES[-1]),
        )
    except FileNotFoundError:
        return Choices()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        _log.warning("choices of this computer could not be read: %s", type(error).__name__)
        return Choices()
