"""A command that can be given again: as it was, or with the answer to a question it raised."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any


class Repeat:
    """Does the same again. ``command`` is the frozen command that was refused; ``act`` gives one to the writer."""

    def __init__(self, command: object, act: Callable[[Any], object]) -> None:
        self.command = command
        self._act = act

    def __call__(self) -> object:
        """Try once more, unchanged."""
        return self._act(self.command)

    def takes(self, name: str) -> bool:
        """Whether the command has such a field."""
        return is_dataclass(self.command) and name in {f.name for f in fields(self.command)}

    def value(self, name: str) -> object:
        """What the field holds now."""
        return getattr(self.command, name, None)

    def again(self, **values: object) -> object:
        """Give it again with other values in some of its fields."""
        command: Any = self.command
        return self._act(replace(command, **values))
