"""The base of all wire models and the types of their fields.

Strict: `"5"` is not a number. Frozen: what was received is not changed. Unknown fields are kept:
a newer desk may say more than this reader knows, and its hash covers all of it.
"""

from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import UUID7, AfterValidator, BaseModel, ConfigDict, Field

from sync.wire.moments import utc_text as utc_text  # noqa: PLC0414 - fields are taken from here


class Wire(BaseModel):
    """A message or a part of one."""

    model_config = ConfigDict(strict=True, frozen=True, extra="allow")

    def plain(self) -> dict[str, Any]:
        """Return this as dicts, lists, text and integers, ready for `canonical`."""
        return self.model_dump(mode="json")


def utc_time(text: str) -> datetime:
    """Read `utc_text` back.

    Raises:
        ValueError: another form, or no such day or hour.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is None or utc_text(at) != text:
        raise ValueError("not a time as the wire writes it")
    return at.astimezone(UTC)


def _is_time(text: str) -> str:
    # The pattern holds the form to one spelling: left to find out is whether there is such a day and hour.
    datetime.fromisoformat(text)
    return text


def _is_date(text: str) -> str:
    date.fromisoformat(text)
    return text


UtcText = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$",
        examples=["2026-11-20T09:15:00.000000Z"],
    ),
    AfterValidator(_is_time),
]
DateText = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", examples=["2026-11-20"]),
    AfterValidator(_is_date),
]
VersionText = Annotated[
    str, Field(pattern=r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", examples=["2026-11-20"])
]
Id = UUID7
Amount = Annotated[int, Field(ge=-(10**15), le=10**15)]
"""Money in minor units of the currency that stands beside it."""
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Quantity = Annotated[str, Field(pattern=r"^-?(0|[1-9][0-9]{0,11})\.[0-9]{3}$", examples=["4.200"])]
"""An exact quantity or norm hours, always with three decimals, so that it is spelled one way."""
Name = Annotated[str, Field(min_length=1, max_length=300)]
Note = Annotated[str, Field(max_length=4000)]
Code = Annotated[str, Field(min_length=1, max_length=100)]
Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
"""A machine's word: a kind, a code, a unit."""
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
KeyId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
PublicKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
"""32 bytes of an Ed25519 public key, base64url without padding."""
Signature = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{86}$")]
"""64 bytes of an Ed25519 signature, base64url without padding."""
Token = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43,128}$")]
