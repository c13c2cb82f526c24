"""What the operator of a server decides, from arguments or `CARPASS_SERVER_…` variables."""

import ipaddress
from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


def is_loopback(host: str) -> bool:
    """True when nobody outside this computer reaches `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class ServerSettings(BaseSettings):
    """All settings of one server process; several processes may share a PostgreSQL database."""

    model_config = SettingsConfigDict(env_prefix="CARPASS_SERVER_", frozen=True, extra="forbid")

    database_url: str
    host: str = "127.0.0.1"
    port: int = Field(default=0, ge=0, le=65535)
    """0: any free one."""
    public_url: str = ""
    """How people reach the server (`https://carpass.example`); empty: the address it binds."""
    certificate: Path | None = None
    private_key: Path | None = None
    trusted_proxy: str = ""
    """Address of the proxy whose `X-Forwarded-For` is believed; empty: nobody's is."""
    print_codes: bool = False
    """Print sign-in codes to standard output as JSON lines: for a pilot without e-mail."""
    telegram_bot: str = ""
    """Name of the bot, without @."""
    telegram_token: SecretStr = SecretStr("")
    session_life: timedelta = timedelta(days=30)
    durable: bool = True
    """False only for tests that do not care about a power cut."""

    @model_validator(mode="after")
    def carries_no_secret_in_the_clear(self) -> "ServerSettings":
        """Plain HTTP is for this computer only.

        Raises:
            ValueError: a host that others reach, and no certificate; or half a pair of files.
        """
        if (self.certificate is None) != (self.private_key is None):
            raise ValueError("certificate and private_key belong together")
        if self.certificate is None and not is_loopback(self.host):
            raise ValueError(
                "without certificate and private_key the server binds to this computer only"
            )
        return self

    @property
    def encrypted(self) -> bool:
        """Whether people reach the server over TLS, its own or a proxy's on this computer."""
        return self.certificate is not None or self.public_url.startswith("https://")
