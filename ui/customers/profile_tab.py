"""The car's profile: equipment, paint, tyres and battery; insurance, value, storage; papers, recalls and dues."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.vehicles.calibration import FEATURES
from app.vehicles.profile import PaperRow, ProfileData, RemovePaper, remove_paper
from app.vehicles.recalls import (
    MarkRecall,
    RecallRow,
    WithdrawMark,
    mark_recall,
    withdraw_recall_mark,
)
from models.identifiers import decode_vin
from models.money import Money
from models.vehicle_profiles import SERIALS
from ui.customers.actions import Actions
from ui.customers.pieces import Column, Elided, gap, heading, link, pair, ruled
from ui.customers.profile_form import PaperDialog, ProfileDialog, serial_words
from ui.customers.record import Record
from ui.customers.words import (
    DRIVES,
    MATERIALS,
    METHODS,
    OWNERSHIPS,
    PAINTS,
    PAPERS,
    TITLES,
    upper,
)
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import MarkLabel
from widgets.buttons import hairline, label
from widgets.theme import theme
from widgets.values import Mark, Tone

_CAPTION = 136
_SOON = 30


class ProfileTab(QWidget):
    """Three columns that scroll by themselves."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.left = Column(self.tr("Equipment"))
        self.middle = Column(self.tr("Insurance, value, storage"))
        self.right = Column(self.tr("Papers and recalls"))
        for place, column in enumerate((self.left, self.middle, self.right)):
            if place:
                row.addWidget(hairline(vertical=True))
            row.addWidget(column, 1)

    def show_record(self, record: Record) -> None:
        """Show another car."""
        car, profile = record.vehicle, record.profile
        if car is None or profile is None:
            return
        self.left.fill(*self._equipment(record, profile))
        self.middle.fill(*self._insurance(profile), *self._worth(profile), *self._state(profile))
        self.right.fill(*self._recalls(record), gap(8), *self._papers(record))

    def _edit(self, record: Record) -> list[QWidget]:
        made = link(self.tr("Edit"), partial(self.edit, record), name=self.tr("Edit profile"))
        return [made] if self._actions.edits_cars else []

    def edit(self, record: Record) -> None:
        """Open the form of the profile."""
        if record.vehicle is not None and record.profile is not None:
            ProfileDialog(self, self._desk, record.vehicle, record.profile).begin()

    def _lines(self, *pairs: tuple[str, str | None], bare: bool = True) -> list[QWidget]:
        """What is known; of a part of which nothing is known one word instead of a wall of dashes."""
        known = [pair(name, Elided(value), width=_CAPTION) for name, value in pairs if value]
        return known if known or not bare else [label(self.tr("not filled in"), "hint")]

    def _number(self, value: object, unit: str = "") -> str | None:
        if value is None:
            return None
        shown = self._desk.formats.number(value)  # type: ignore[arg-type]  # an int or a Decimal
        return f"{shown}\u00a0{unit}" if unit else shown

    # left
    def _equipment(self, record: Record, p: ProfileData) -> list[QWidget]:
        made: list[QWidget] = [heading(self.tr("Car"), "", *self._edit(record))]
        made += self._decoded(record)
        made += self._lines(
            (self.tr("Body"), p.body_style),
            (self.tr("Trim"), p.trim),
            (self.tr("Drive"), said(DRIVES[p.drive]) if p.drive else None),
            (self.tr("Engine size"), self._number(p.engine_cc, self.tr("cm³"))),
            (self.tr("Power"), self._number(p.power_kw, self.tr("kW"))),
            (self.tr("Options"), ", ".join(p.options) or None),
            bare=len(made) == 1,
        )
        made += [gap(8), heading(self.tr("Driver assistance"))]
        made += [
            pair(upper(said(FEATURES[name])), Elided(said(METHODS[how])), width=_CAPTION)
            for name, how in p.sensors.items()
        ]
        if not p.sensors:
            words = self.tr("Not noted: calibration is only asked about, not demanded.")
            made.append(label(words, "hint", wrap=True))
        made += [gap(8), heading(self.tr("Paint and body"))]
        made += self._lines(
            (
                self.tr("Paint code"),
                " / ".join(x for x in (p.paint_code, p.second_paint_code) if x),
            ),
            (self.tr("Paint"), p.paint_name),
            (self.tr("Kind of paint"), said(PAINTS[p.paint_kind]) if p.paint_kind else None),
            (self.tr("Materials"), ", ".join(said(MATERIALS[m]) for m in p.materials) or None),
        )
        made += [gap(8), heading(self.tr("Tyres"))]
        made += self._lines(
            (self.tr("Front"), p.tyres_front),
            (self.tr("Rear"), p.tyres_rear),
            (self.tr("Season, made"), ", ".join(x for x in (p.tyre_season, p.tyre_made) if x)),
            (self.tr("Wheel torque"), self._number(p.wheel_torque_nm, self.tr("Nm"))),
            (self.tr("Second set lies"), p.tyre_store),
        )
        return made

    def _decoded(self, record: Record) -> list[QWidget]:
        vin = record.vehicle.vin if record.vehicle is not None else None
        told = decode_vin(vin, self._desk.formats.today().year) if vin else None
        if told is None:
            return []
        formats = self._desk.formats
        country = formats.country(told.country) if told.country else None
        years = str(told.years[0]) if told.years else None
        plant = ", ".join(filter(None, (country, told.place_in(formats.language))))
        maker, made_in = self.tr("By the VIN"), self.tr("Made in")
        return self._lines((maker, told.make), (made_in, plant), (self.tr("Model year"), years))

    def _until(self, caption: str, day: date | None) -> list[QWidget]:
        """The day and how far it is; below it where letters are large, as both have no room in one line then."""
        if day is None:
            return [pair(caption, Elided("—", "muted"), width=_CAPTION)]
        left = (day - (formats := self._desk.formats).today()).days
        more = self.tr("%n days late", "", -left) if left < 0 else self.tr("in %n days", "", left)
        tone: Tone = "bad" if left < 0 else "wait" if left <= _SOON else ""
        shown, far = MarkLabel(Mark(formats.full_day(day), "", tone)), Elided(more, "muted")
        far.setMinimumWidth(1)
        if theme().scale > 1:
            return [pair(caption, shown, width=_CAPTION), pair("", far, width=60)]
        return [pair(caption, shown, far, width=_CAPTION)]

    def _insurance(self, p: ProfileData) -> list[QWidget]:
        begin = p.insurance_from_on
        return [
            heading(self.tr("Insurance and inspection")),
            *self._until(self.tr("Insured until"), p.insurance_until_on),
            *self._until(self.tr("Inspection until"), p.inspection_until_on),
            *self._until(self.tr("Maker's warranty"), p.warranty_until_on),
            *self._lines(
                (self.tr("Company"), p.insurance_company),
                (self.tr("Kind"), p.insurance_kind),
                (self.tr("Policy"), p.insurance_policy),
                (self.tr("From"), self._desk.formats.full_day(begin) if begin else None),
                (self.tr("Warranty to"), self._number(p.warranty_until_km, self.tr("km"))),
                (self.tr("Warranty state"), p.warranty_status),
                bare=False,
            ),
            gap(8),
        ]

    def _worth(self, p: ProfileData) -> list[QWidget]:
        formats, value = self._desk.formats, None
        if p.value_amount is not None and p.value_currency:
            value = formats.money(Money(p.value_amount, p.value_currency))
        told = [formats.full_day(p.valued_on) if p.valued_on else "", p.value_source or ""]
        return [
            heading(self.tr("Owning and value")),
            *self._lines(
                (self.tr("Held"), said(OWNERSHIPS[p.ownership]) if p.ownership else None),
                (self.tr("Lender"), p.lender),
                (self.tr("Title"), said(TITLES[p.title]) if p.title else None),
                (self.tr("Value"), value),
                (self.tr("Valued"), ", ".join(x for x in told if x) or None),
            ),
            gap(8),
        ]

    def _state(self, p: ProfileData) -> list[QWidget]:
        made: list[QWidget] = [
            heading(self.tr("Place and state")),
            *self._lines(
                (self.tr("Stands"), p.storage_place),
                (self.tr("Key"), p.key_place),
                (self.tr("Radio code"), p.radio_code),
                (self.tr("Outside"), p.outside_condition),
                (self.tr("Inside"), p.inside_condition),
                (self.tr("Known damage"), p.known_damage),
                (self.tr("Earlier repairs"), p.earlier_repairs),
            ),
        ]
        if p.serials or p.battery_kwh or p.battery_health_percent:
            health = p.battery_health_percent
            shown = self._desk.formats.percent(health) if health is not None else None
            made += [gap(8), heading(self.tr("Electric drive"))]
            made += self._lines(
                (self.tr("Battery"), self._number(p.battery_kwh, self.tr("kWh"))),
                (self.tr("Battery health"), shown),
                (self.tr("Charge port"), p.charge_port),
                *((serial_words(name), p.serials.get(name)) for name in SERIALS),
            )
        if p.is_trailer or p.hitch or p.tow_mass_kg:
            made += [gap(8), heading(self.tr("Trailer and masses"))]
            made += self._lines(
                (self.tr("Hitch"), p.hitch),
                (
                    self.tr("Axles, brake"),
                    ", ".join(str(x) for x in (p.axles_count, p.trailer_brake) if x),
                ),
                (
                    self.tr("Empty, full"),
                    " / ".join(str(x) for x in (p.curb_mass_kg, p.max_mass_kg) if x),
                ),
                (self.tr("May tow"), self._number(p.tow_mass_kg, self.tr("kg"))),
            )
        return made

    # right
    def _recalls(self, record: Record) -> list[QWidget]:
        made: list[QWidget] = [heading(self.tr("Recalls"), str(len(record.recalls) or ""))]
        for row in record.recalls:
            tone: Tone = "muted" if not row.is_open else "bad" if row.is_safety else "wait"
            icon = "check" if not row.is_open else "triangle-alert"
            words = label(row.text, "secondary" if row.is_open else "hint", wrap=True)
            parts: list[QWidget] = [MarkLabel(Mark(row.number, icon, tone)), words]
            if row.remedy and row.is_open:
                parts.append(label(row.remedy, "hint", wrap=True))
            if self._actions.edits_cars:
                parts.append(self._recall_link(record, row))
            made.append(ruled(*parts, above=6, below=6))
        if not record.recalls:
            made.append(
                label(self.tr("No recall in the list concerns this car."), "hint", wrap=True)
            )
        return made

    def _recall_link(self, record: Record, row: RecallRow) -> QWidget:
        car = record.vehicle
        if row.is_open and car is not None:
            done = MarkRecall(recall_id=row.id, vehicle_id=car.id)
            name = self.tr("Done: {number}").format(number=row.number)
            return link(self.tr("Done"), lambda: self._desk.act(self, mark_recall, done), name=name)
        name = self.tr("Open again: {number}").format(number=row.number)

        def again() -> None:
            if row.mark_id is not None:
                self._desk.act(self, withdraw_recall_mark, WithdrawMark(mark_id=row.mark_id))

        return link(self.tr("Open again"), again, name=name)

    def _papers(self, record: Record) -> list[QWidget]:
        right = []
        if self._actions.edits_cars and record.vehicle is not None:
            right.append(
                link(
                    self.tr("Add"), partial(self._paper, record, None), name=self.tr("Add a paper")
                )
            )
        made: list[QWidget] = [heading(self.tr("Papers"), str(len(record.papers) or ""), *right)]
        made += [ruled(self._paper_row(record, row)) for row in record.papers]
        if not record.papers:
            made.append(label(self.tr("No papers noted."), "hint"))
        return made

    def _paper_row(self, record: Record, row: PaperRow) -> QWidget:
        made = QWidget()
        made.setFixedHeight(theme().px(32))
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(10))
        words = said(PAPERS[row.kind])
        line.addWidget(link(words, partial(self._paper, record, row)))
        until = self._desk.formats.full_day(row.until_on) if row.until_on else ""
        line.addWidget(Elided(", ".join(x for x in (row.number or "", until) if x), "hint"), 1)
        if self._actions.edits_cars:
            name = self.tr("Remove: {paper}").format(paper=words)
            line.addWidget(link(self.tr("Remove"), partial(self._remove, row), name=name))
        return made

    def _paper(self, record: Record, row: PaperRow | None) -> None:
        if record.vehicle is not None and self._actions.edits_cars:
            PaperDialog(self, self._desk, record.vehicle.id, row).begin()

    def _remove(self, row: PaperRow) -> None:
        self._desk.act(self, remove_paper, RemovePaper(paper_id=row.id))
