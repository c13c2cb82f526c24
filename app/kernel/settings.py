"""Settings of this computer: from the environment (``CARPASS_…``) and the places the system has for programs.

Nine plain values are read by hand: a library of models for them took a tenth of the program's start.
"""

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import platformdirs

APPLICATION = "CarPass Desk"
_PREFIX = "CARPASS_"


class SettingError(ValueError):
    """A variable of the environment that cannot be used; its text names the variable and what is wanted."""


def _said(name: str) -> str | None:
    """What the environment says under ``CARPASS_NAME``, in letters of any size; None when nothing."""
    wanted = (_PREFIX + name).upper()
    exact = os.environ.get(wanted)
    if exact is not None:
        return exact
    return next((value for key, value in os.environ.items() if key.upper() == wanted), None)


def _folder(name: str) -> Path | None:
    said = _said(name)
    return None if said is None else Path(said)


def _count(name: str, default: int) -> int:
    said = _said(name)
    if said is None:
        return default
    try:
        return int(said)
    except ValueError as error:
        message = f"{_PREFIX}{name.upper()} must be a whole number"
        raise SettingError(message) from error


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What may differ from computer to computer. Nothing secret stands here.

    What is not given comes from the environment. Raises SettingError for a number that is none.
    """

    database_url: str | None = field(default_factory=lambda: _said("database_url"))
    data_dir: Path | None = field(default_factory=lambda: _folder("data_dir"))
    workstation: str | None = field(default_factory=lambda: _said("workstation"))
    log_level: str = field(default_factory=lambda: _said("log_level") or "INFO")
    secrets_dir: Path | None = field(default_factory=lambda: _folder("secrets_dir"))
    backup_dir: Path | None = field(default_factory=lambda: _folder("backup_dir"))
    backups_kept: int = field(default_factory=lambda: _count("backups_kept", 30))
    files_dir: Path | None = field(default_factory=lambda: _folder("files_dir"))
    """Where photos and documents are kept; a shop on PostgreSQL names a folder that all its desks share."""
    print_dir: Path | None = field(default_factory=lambda: _folder("print_dir"))
    """A folder that papers are printed into as PDF, for a desk without a printer."""

    @property
    def data(self) -> Path:
        """The folder of this user's data: database, files, backups."""
        return self.data_dir or Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))

    @property
    def database(self) -> str:
        """The address of the shop's database."""
        return self.database_url or str(self.data / "shop.sqlite")

    @property
    def backups(self) -> Path:
        """Where backups are kept."""
        return self.backup_dir or self.data / "backups"

    def backups_of(self, database_url: str) -> Path:
        """Where backups of that database are kept: as set, else beside its file, else with this user's data."""
        if self.backup_dir is None and not database_url.startswith("postgres"):
            return Path(database_url.removeprefix("sqlite:///")).expanduser().parent / "backups"
        return self.backups

    @property
    def secrets(self) -> Path:
        """Where the encrypted secret file lies when the system has no key ring: apart from the data."""
        return self.secrets_dir or Path(platformdirs.user_config_dir(APPLICATION, appauthor=False))

    @property
    def logs(self) -> Path:
        """Where the rotating log lies."""
        return Path(platformdirs.user_log_dir(APPLICATION, appauthor=False))


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
