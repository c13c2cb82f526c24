"""The sample shop: its center, people and rates from ``resources/sample``, its files through the real importer."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app import catalog, inventory
from app.access import CreateEmployee, actor_of, create_employee
from app.centers import CreateCenter, create_center
from app.exchange.fields import ImportKind
from app.exchange.files import read_file
from app.exchange.importing import ImportFile, run_import
from app.kernel.tx import Actor, Shop, act

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "sample"


@dataclass(slots=True)
class SampleShop:
    """An open sample shop and its people by login."""

    shop: Shop
    owner: Actor
    people: dict[str, Actor]
    imported: list[dict[str, Any]]

    def of_role(self, role: str) -> Actor:
        """The first person of that role; the owner when there is none."""
        return next((a for key, a in self.people.items() if role in self._roles[key]), self.owner)

    _roles: dict[str, list[str]]


FOLDERS = {"ru": SAMPLES, "in": SAMPLES / "in", "eu": SAMPLES / "eu"}
"""The samples by the profile of the center they suit: their prices are in its currency."""


def make_sample(shop: Shop, folder: Path = SAMPLES) -> SampleShop:
    """Fill an empty shop from a sample folder: center, people, then what ``fill_sample`` brings."""
    data = _read(folder)
    owner = _center(shop, data)
    people = _people(shop, owner, data)
    imported = fill_sample(shop, owner, folder)
    roles = {e["login"]: e["role_codes"] for e in data["employees"]}
    return SampleShop(shop, owner, people, imported, roles)


def fill_sample(
    shop: Shop,
    owner: Actor,
    folder: Path,
    step: Callable[[int, int], None] = lambda _done, _total: None,
) -> list[dict[str, Any]]:
    """Rates, stores and the files of a sample into a center that has none of it; bad rows are left out and reported.

    ``step`` hears how many of how many parts are done.
    """
    data = _read(folder)
    files = _files(folder)
    step(0, len(files) + 1)
    _rates(shop, owner, data)
    for place in data["locations"]:
        if place["code"] != "MAIN":
            act(
                shop,
                owner,
                inventory.create_location,
                inventory.CreateLocation(
                    code=place["code"], name=place["name"], kind=place["kind"]
                ),
            )
    imported = []
    for done, (kind, path) in enumerate(files, start=1):
        step(done, len(files) + 1)
        command = ImportFile(kind=kind, source=read_file(path), skip_bad=True, makes_owners=True)
        imported.append(run_import(shop, owner, command).result.plain())
    step(len(files) + 1, len(files) + 1)
    return imported


def _read(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "center.json").read_text(encoding="utf-8"))
    return data


def _center(shop: Shop, data: dict[str, Any]) -> Actor:
    known = {
        key: value
        for key, value in data["center"].items()
        if key in CreateCenter.__dataclass_fields__
    }
    head = next(e for e in data["employees"] if "owner" in e["role_codes"])
    return create_center(
        shop,
        CreateCenter(
            **known,
            owner_login=head["login"],
            owner_name=head["name"],
            owner_password=head["demo_password"],
            owner_pin=head.get("demo_pin"),
        ),
    )


def _people(shop: Shop, owner: Actor, data: dict[str, Any]) -> dict[str, Actor]:
    people = {}
    for person in data["employees"]:
        if "owner" in person["role_codes"]:
            people[person["login"]] = owner
            continue
        made = act(
            shop,
            owner,
            create_employee,
            CreateEmployee(
                login=person["login"],
                name=person["name"],
                position=person["position"],
                role_codes=person["role_codes"],
                password=person["demo_password"],
                pin=person.get("demo_pin"),
            ),
        ).result
        people[person["login"]] = actor_of(shop, made)
    return people


def _rates(shop: Shop, owner: Actor, data: dict[str, Any]) -> None:
    for rate in data["labour_rates"]:
        act(
            shop,
            owner,
            catalog.set_labour_rate,
            catalog.SetLabourRate(
                rate_amount=rate["rate_amount"],
                from_on=date.fromisoformat(rate["from_on"]),
                labour_type=rate["labour_type"],
                price_group=rate["price_group"],
            ),
        )
    groups = {band["price_group"] for band in data["markup_bands"]}
    for group in sorted(groups):
        bands = tuple(
            (band["from_cost_amount"], Decimal(band["markup_percent"]))
            for band in data["markup_bands"]
            if band["price_group"] == group
        )
        act(shop, owner, catalog.set_markup, catalog.SetMarkup(bands=bands, price_group=group))


def _files(folder: Path) -> list[tuple[ImportKind, Path]]:
    """Price list first: stock names its products; customers before their cars."""
    order = (
        (ImportKind.CATALOG, "price_list"),
        (ImportKind.CUSTOMERS, "customers"),
        (ImportKind.VEHICLES, "vehicles"),
        (ImportKind.OPENING_STOCK, "opening_stock"),
    )
    return [(kind, next(path for path in sorted(folder.glob(f"{name}.*")))) for kind, name in order]
