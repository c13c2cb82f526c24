"""Settings of this computer: from the environment (``CARPASS_…``) and the places the system has for programs."""

from functools import lru_cache
from pathlib import Path

import platformdirs
from pydantic_settings import BaseSettings, SettingsConfigDict

APPLICATION = "CarPass Desk"


class Settings(BaseSettings):
    """What may differ from computer to computer. Nothing secret stands here."""

    model_config = SettingsConfigDict(env_prefix="CARPASS_", extra="ignore", frozen=True)

    database_url: str | None = None
    data_dir: Path | None = None
    workstation: str | None = None
    log_level: str = "INFO"
    secrets_dir: Path | None = None
    backup_dir: Path | None = None
    backups_kept: int = 30
    files_dir: Path | None = None
    """Where photos and documents are kept; a shop on PostgreSQL names a folder that all its desks share."""
    print_dir: Path | None = None
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
