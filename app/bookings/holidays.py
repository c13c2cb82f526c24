"""Public holidays of a country and its region, from the library that knows them; a center's own days stand above."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=64)
def public_holidays(country: str, region: str, year: int, language: str) -> Mapping[date, str]:
    """The holidays of a year by date, in the center's language where the library has it; none for a strange country."""
    import holidays  # noqa: PLC0415 - 60 ms that a start without the calendar does not pay

    known = holidays.list_supported_countries(include_aliases=False)
    if country not in known:
        return {}
    tongues = holidays.list_localized_countries().get(country, [])
    tongue = next((t for t in tongues if t.split("_")[0] == language), None)
    found = holidays.country_holidays(
        country,
        subdiv=region if region in known[country] else None,
        years=year,
        language=tongue,
    )
    return {day: name for day, name in found.items() if day.year == year}


@lru_cache(maxsize=16)
def regions_of(country: str) -> tuple[str, ...]:
    """The regions whose holidays differ, by their ISO 3166-2 codes; empty where the country has one calendar."""
    import holidays  # noqa: PLC0415 - see above

    return tuple(holidays.list_supported_countries(include_aliases=False).get(country, ()))


@lru_cache(maxsize=16)
def region_names(country: str) -> tuple[tuple[str, str], ...]:
    """The regions with their names as the country says them, by name; a code stands for a name nobody gave."""
    import holidays  # noqa: PLC0415 - see above

    codes = regions_of(country)
    if not codes:
        return ()
    aliases = getattr(type(holidays.country_holidays(country)), "subdivisions_aliases", {})
    named: dict[str, str] = {}
    for name, code in aliases.items():
        named.setdefault(str(code), str(name))
    return tuple(sorted(((code, named.get(code, code)) for code in codes), key=lambda r: r[1]))
