"""Forms of the profile and of a paper of the car."""

import uuid
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.vehicles import VehicleRow
from app.vehicles.calibration import FEATURES
from app.vehicles.profile import (
    PaperRow,
    ProfileData,
    SavePaper,
    SaveProfile,
    save_paper,
    save_profile,
)
from models.money import Money
from models.vehicle_profiles import SERIALS
from ui.customers.saving import FormDialog
from ui.customers.words import (
    DRIVES,
    MATERIALS,
    METHODS,
    OWNERSHIPS,
    PAINTS,
    PAPERS,
    TITLES,
)
from ui.parts.fields import day_edit, money_edit, quantity_edit, whole_edit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.fields import Area, Check, Choice, TextEdit

_SERIAL_WORDS = {
    "battery": QT_TRANSLATE_NOOP("People", "Battery serial"),
    "mcu": QT_TRANSLATE_NOOP("People", "Motor controller (MCU)"),
    "vcu": QT_TRANSLATE_NOOP("People", "Vehicle controller (VCU)"),
    "charger": QT_TRANSLATE_NOOP("People", "Charger serial"),
    "motor": QT_TRANSLATE_NOOP("People", "Motor serial"),
}


def serial_words(name: str) -> str:
    """What a serial number of an electric vehicle is called."""
    return said(_SERIAL_WORDS[name])


class ProfileDialog(FormDialog):
    """Everything beyond the passport, in sections; what the form does not show stays as it is."""

    def __init__(self, parent: QWidget, desk: Desk, car: VehicleRow, profile: ProfileData) -> None:
        super().__init__(parent, desk, "", save="", width=800, columns=4)
        self.set_title(self.tr("Profile of the car"))
        self.set_sub(f"{car.make} {car.model}".strip() or (car.plate or car.vin or ""))
        self.save_button.setText(self.tr("Save"))
        self._car, self._profile = car, profile
        self._equipment()
        self._paint_and_tyres()
        self._electric()
        self._insurance()
        self._place()
        self._fill(profile)

    def _none(self, words: Any) -> list[tuple[str | None, str]]:  # noqa: ANN401  a table of words
        return [(None, "—"), *((name, said(text)) for name, text in words.items())]

    def _texts(self, *pairs: tuple[str, str]) -> None:
        for name, caption in pairs:
            self.form.add(name, caption, TextEdit(limit=200))

    def _equipment(self) -> None:
        form = self.form
        self._texts(("body_style", self.tr("Body")), ("trim", self.tr("Trim")))
        form.add("drive", self.tr("Drive"), Choice(self._none(DRIVES)))
        form.add("engine_cc", self.tr("Engine size, cm³"), whole_edit(self.desk))
        form.add("power_kw", self.tr("Power, kW"), whole_edit(self.desk))
        form.add("options", self.tr("Options, with commas"), TextEdit(limit=1000), span=3)
        form.section(self.tr("Driver assistance: how each part is calibrated"))
        choices = [(None, self.tr("not there")), *((m, said(w)) for m, w in METHODS.items())]
        for feature, words in FEATURES.items():
            caption = said(words)
            form.add(f"sensor_{feature}", caption[:1].upper() + caption[1:], Choice(choices))

    def _paint_and_tyres(self) -> None:
        form = self.form
        form.section(self.tr("Paint, body, tyres"))
        self._texts(
            ("paint_code", self.tr("Paint code")),
            ("second_paint_code", self.tr("Second paint code")),
            ("paint_name", self.tr("Paint")),
        )
        form.add("paint_kind", self.tr("Kind of paint"), Choice(self._none(PAINTS)))
        for name, words in MATERIALS.items():
            form.add(f"material_{name}", "", Check(said(words)))
        self._texts(
            ("tyres_front", self.tr("Tyres, front")),
            ("tyres_rear", self.tr("Tyres, rear")),
            ("tyre_season", self.tr("Season")),
            ("tyre_made", self.tr("Made (DOT)")),
            ("tyre_store", self.tr("Second set lies")),
        )
        form.add("wheel_torque_nm", self.tr("Wheel torque, Nm"), whole_edit(self.desk))

    def _electric(self) -> None:
        form = self.form
        form.section(self.tr("Electric drive and trailer"))
        form.add("battery_kwh", self.tr("Battery, kWh"), quantity_edit(self.desk))
        form.add("battery_health_percent", self.tr("Battery health, %"), quantity_edit(self.desk))
        self._texts(("charge_port", self.tr("Charge port")))
        form.add("battery_warranty_until_on", self.tr("Battery warranty"), day_edit(self.desk))
        for name in SERIALS:
            form.add(f"serial_{name}", serial_words(name), TextEdit(codes=True, limit=60))
        form.add("is_trailer", "", Check(self.tr("It is a trailer")))
        self._texts(("hitch", self.tr("Hitch")), ("trailer_brake", self.tr("Brake of the trailer")))
        for name, caption in (
            ("axles_count", self.tr("Axles")),
            ("curb_mass_kg", self.tr("Empty, kg")),
            ("max_mass_kg", self.tr("Full, kg")),
            ("tow_mass_kg", self.tr("May tow, kg")),
        ):
            form.add(name, caption, whole_edit(self.desk))

    def _insurance(self) -> None:
        form = self.form
        form.section(self.tr("Insurance, days, value"))
        self._texts(
            ("insurance_company", self.tr("Insurance company")),
            ("insurance_kind", self.tr("Kind of insurance")),
            ("insurance_policy", self.tr("Policy")),
        )
        for name, caption in (
            ("insurance_from_on", self.tr("Insured from")),
            ("insurance_until_on", self.tr("Insured until")),
            ("inspection_until_on", self.tr("Inspection until")),
            ("warranty_until_on", self.tr("Maker's warranty until")),
            ("valued_on", self.tr("Valued on")),
        ):
            form.add(name, caption, day_edit(self.desk))
        form.add("warranty_until_km", self.tr("Warranty to, km"), whole_edit(self.desk))
        self._texts(("warranty_status", self.tr("Warranty state")))
        form.add("ownership", self.tr("Held"), Choice(self._none(OWNERSHIPS)))
        self._texts(("lender", self.tr("Lender")))
        form.add("title", self.tr("Title"), Choice(self._none(TITLES)))
        form.add("value_amount", self.tr("Value"), money_edit(self.desk))
        self._texts(("value_source", self.tr("Valued by")))

    def _place(self) -> None:
        form = self.form
        form.section(self.tr("Place and state"))
        self._texts(
            ("storage_place", self.tr("Stands")),
            ("key_place", self.tr("Key")),
            ("radio_code", self.tr("Radio code")),
        )
        for name, caption in (
            ("outside_condition", self.tr("Outside")),
            ("inside_condition", self.tr("Inside")),
            ("known_damage", self.tr("Known damage")),
            ("earlier_repairs", self.tr("Earlier repairs")),
        ):
            form.add(name, caption, Area(rows=2), span=2)

    def _fill(self, profile: ProfileData) -> None:
        values: dict[str, Any] = {}
        for name in self.form.names():
            part, _, key = name.partition("_")
            if part == "sensor":
                values[name] = profile.sensors.get(key)
            elif part == "material":
                values[name] = key in profile.materials
            elif part == "serial":
                values[name] = profile.serials.get(key)
            elif name == "options":
                values[name] = ", ".join(profile.options)
            elif name == "value_amount":
                values[name] = self._value(profile)
            else:
                values[name] = getattr(profile, name)
        self.form.set_values(values)

    def _value(self, profile: ProfileData) -> Decimal | None:
        """What the car is worth, in major units as it is typed."""
        if profile.value_amount is None:
            return None
        currency = profile.value_currency or self.desk.center.currency
        return Money(profile.value_amount, currency).decimal

    def commit(self) -> None:
        """Save the whole profile."""
        typed = self.form.values() | {"value_amount": self.form.control("value_amount").minor()}
        plain = {
            name: value
            for name, value in typed.items()
            if name.partition("_")[0] not in {"sensor", "material", "serial"}
        }
        options = [part.strip() for part in (plain.pop("options") or "").split(",")]
        kept = replace(
            self._profile,
            **plain,
            options=tuple(part for part in options if part),
            sensors={f: typed[f"sensor_{f}"] for f in FEATURES if typed[f"sensor_{f}"]},
            materials=tuple(m for m in MATERIALS if typed[f"material_{m}"]),
            serials={
                **self._profile.serials,
                **{name: typed[f"serial_{name}"] or "" for name in SERIALS},
            },
        )
        values = {name: getattr(kept, name) for name in kept.__dataclass_fields__}
        command = SaveProfile(vehicle_id=self._car.id, version=self._car.version, **values)
        self.send(save_profile, command, lambda _none: self.desk.toast(self.tr("Saved")))


class PaperDialog(FormDialog):
    """A paper of the car, new or changed."""

    def __init__(
        self, parent: QWidget, desk: Desk, vehicle_id: uuid.UUID, paper: PaperRow | None
    ) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("Paper of the car"))
        self.save_button.setText(self.tr("Save"))
        self._vehicle_id, self._paper = vehicle_id, paper
        kinds = [(name, said(words)) for name, words in PAPERS.items()]
        self.form.add("kind", self.tr("Paper"), Choice(kinds))
        self.form.add("number", self.tr("Number"), TextEdit(codes=True, limit=60))
        self.form.add("issued_on", self.tr("Issued on"), day_edit(desk, "back"))
        self.form.add("until_on", self.tr("Valid until"), day_edit(desk))
        self.form.add("note", self.tr("Note"), Area(rows=2), span=2)
        if paper is not None:
            names = ("kind", "number", "issued_on", "until_on", "note")
            self.form.set_values({name: getattr(paper, name) for name in names})

    def commit(self) -> None:
        """Save the paper."""
        paper = self._paper
        command = SavePaper(
            vehicle_id=self._vehicle_id,
            paper_id=paper.id if paper is not None else None,
            version=paper.version if paper is not None else None,
            **self.form.values(),
        )
        self.send(save_paper, command, lambda _key: self.desk.toast(self.tr("Saved")))
