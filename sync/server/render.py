"""Pages from templates: words, numbers and days as the reader's language writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from models.money import Money
from sync.server.words import say
from sync.wire.passports import Odometer

HERE: Final = Path(__file__).parent
NO_BREAK: Final = "\u00a0"

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is made."""

    language: str
    form_token: str
    signed_in: bool
    path: str


def page(
    template: str,
    reader: Reader,
    values: Mapping[str, Any] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HTMLResponse:
    """Fill a template."""
    language = reader.language
    text = _templates.get_template(template).render(
        t=partial(say, language),
        day=partial(_day, language),
        weekday=partial(_weekday, language),
        moment=partial(_moment, language),
        money=partial(_money, language),
        reading=partial(_reading, language),
        quantity=partial(_quantity, language),
        plate=_plate,
        reader=reader,
        **(values or {}),
    )
    return HTMLResponse(text, status, {"Content-Language": language})


def _day(language: str, value: date | datetime | str) -> str:
    if isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, datetime):
        value = value.astimezone(UTC).date()
    text: str = format_date(value, "d MMMM y" if language == "ru" else "d MMM y", locale=language)
    return text.replace(" ", NO_BREAK)


def _weekday(language: str, value: date) -> str:
    """`Mon 23` or `пн 23`: enough for the coming weeks."""
    text: str = format_date(value, "EE d", locale=language)
    return text.replace(" ", NO_BREAK)


def _moment(language: str, value: datetime) -> str:
    """Day and hour; in UTC, and said so, because a server does not know where its reader is."""
    clock = value.astimezone(UTC).strftime("%H:%M")
    return f"{_day(language, value)}, {clock}{NO_BREAK}UTC"


def _money(language: str, value: Money) -> str:
    return value.format(language)


def _reading(language: str, value: Odometer) -> str:
    number: str = format_decimal(value.value, locale=language)
    return f"{number}{NO_BREAK}{say(language, value.unit)}"


def _quantity(language: str, value: str) -> str:
    text: str = format_decimal(Decimal(value).normalize(), "#,##0.###", locale=language)
    return text


def _plate(text: str) -> tuple[str, str]:
    """A Russian plate in its two fields, any other in one."""
    packed = text.replace(" ", "").upper()
    head, region = packed[:6], packed[6:]
    letters = head[:1] + head[4:6]
    if letters.isalpha() and head[1:4].isdecimal() and region.isdecimal() and 2 <= len(region) <= 3:  # noqa: PLR2004 - a region has two or three digits
        return head, region
    return text, ""
