"""How the car of an order came: what was written down, signed or not, where car and key are, the act to print."""

import uuid
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.arrivals import (
    ArrivalCard,
    ArrivalSheet,
    MoveRow,
    VersionRow,
    arrival_of_order,
    arrival_sheet,
    last_moves,
)
from app.kernel.tx import Changes, Read
from app.work_orders import OrderSheet
from models.access import Permission
from models.arrivals import Authority, CarAt, KeyAt, SignMethod
from models.order_flow import FINAL
from ui.papers import acceptance_act, preview
from ui.parts.arrivals import CARS, KEYS, paper_words, state_badge
from ui.parts.mileage import reading_words
from ui.shell.words import said
from ui.work_orders.record.panels import Panel
from widgets.badge import BadgeLabel, CellLabel
from widgets.buttons import Button, hairline, label
from widgets.empty import EmptyState
from widgets.theme import theme
from widgets.values import Mark

_Found = tuple[ArrivalSheet, MoveRow | None, MoveRow | None] | None
_TOUCHED = frozenset({"arrival", "custody_move", "file_link"})
_CAPTION = 130


class ArrivalPanel(Panel):
    """The arrival of the order in one look; its record is one press away."""

    @override
    def build(self) -> None:
        self._words = paper_words(self.desk)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self._area, 1)
        self.facts: dict[str, str] = {}
        self.buttons: list[Button] = []
        self.desk.changed.connect(self._heard)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # an arrival goes on without its order: it is read whenever it is shown
        self._read_for = None
        super().showEvent(event)

    def _heard(self, changes: Changes[Any]) -> None:
        if self.isVisible() and _TOUCHED & set(changes.touched):
            self.load()

    @override
    def ask(self, sheet: OrderSheet) -> None:
        """The newest arrival of the order, and who moved car and key last."""
        order_id = sheet.card.id

        def read(read: Read) -> _Found:
            key = arrival_of_order(read, order_id)
            if key is None:
                return None
            car, held = (last_moves(read, [key], what).get(key) for what in ("car", "key"))
            return arrival_sheet(read, key), car, held

        self.fetch(read, partial(self._show, order_id))

    def _show(self, order_id: uuid.UUID, found: _Found) -> None:
        self.facts, self.buttons = {}, []
        inside = QWidget()
        column = QVBoxLayout(inside)
        pad = theme().px(16)
        column.setContentsMargins(pad, theme().px(8), pad, theme().px(8))
        column.setSpacing(theme().px(4))
        if found is None:
            column.addWidget(self._nothing(order_id))
        else:
            arrival, car, held = found
            column.addLayout(self._head(arrival))
            column.addWidget(hairline())
            self._grid = QGridLayout()
            self._grid.setHorizontalSpacing(theme().px(12))
            self._grid.setVerticalSpacing(theme().px(5))
            self._grid.setColumnMinimumWidth(0, theme().px(_CAPTION))
            self._grid.setColumnStretch(1, 1)
            column.addLayout(self._grid)
            self._state(arrival)
            self._custody(arrival.card, car, held)
            self._acts(arrival)
        column.addStretch(1)
        self._area.setWidget(inside)

    def _nothing(self, order_id: uuid.UUID) -> QWidget:
        button = None
        final = self.sheet is not None and self.sheet.card.state in FINAL
        if self.desk.can(Permission.ARRIVALS_EDIT) and not final:
            button = Button(self.tr("Write it down"), "log-in")
            button.clicked.connect(lambda: self.desk.open("arrivals", None, order=order_id))
            self.buttons.append(button)
        return EmptyState(
            "log-in",
            self.tr("Nobody wrote down how the car came."),
            self.tr("Odometer, damage, belongings, photos and a signed act protect both sides."),
            button,
        )

    def _head(self, arrival: ArrivalSheet) -> QHBoxLayout:
        card = arrival.card
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        row.addWidget(BadgeLabel(state_badge(card.row.state)))
        signed = card.is_signed
        words = (
            self.tr("version {number}, signed")
            if signed
            else self.tr("version {number}, not signed")
        )
        mark = Mark(
            words.format(number=card.row.draft_number),
            "signature",
            "good" if signed else "wait",
        )
        row.addWidget(CellLabel(mark))
        row.addStretch(1)
        draw = Button(self.tr("Act"), "printer", small=True, name=self.tr("Print the act"))
        draw.clicked.connect(partial(self._print, card, card.row.draft_number))
        row.addWidget(draw)
        self.buttons.append(draw)
        if self.desk.can(Permission.ARRIVALS_EDIT) or self.desk.can(Permission.ARRIVALS_MOVE):
            go = Button(self.tr("Open"), "log-in", small=True, name=self.tr("Open the arrival"))
            go.clicked.connect(lambda: self.desk.open("arrivals", card.row.id))
            row.addWidget(go)
            self.buttons.append(go)
        self.facts["version"] = mark.text
        return row

    def _print(self, card: ArrivalCard, version: int) -> None:
        paper = acceptance_act(card.row.id, card.row.number, version)
        preview(self.desk, card.row.number, paper)

    def _put(self, name: str, caption: str, text: str) -> None:
        """A line: what, and how it is; nothing written down is said too."""
        row = self._grid.rowCount()
        self.facts[name] = text
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label(caption, "muted"), row, 0, top)
        self._grid.addWidget(label(text or "–", wrap=True), row, 1, top)

    # what was seen
    def _state(self, arrival: ArrivalSheet) -> None:
        card, words, formats = arrival.card, self._words, self.desk.formats
        came = formats.moment(card.row.checked_in_at) if card.row.checked_in_at else ""
        authority = card.authority or (Authority.OWNER if card.bringer_id is None else None)
        who = (
            card.bringer or card.row.customer,
            words(f"authority.{authority.value}").lower() if authority else "",
        )
        self._put("number", self.tr("Arrival"), card.row.number)
        self._put("came", self.tr("Came"), _joined((came, *who)))
        value = card.odometer_value
        read = "" if value is None else reading_words(formats, value, card.odometer_unit)
        self._put("odometer", self.tr("Odometer"), read)
        fuel = "" if card.fuel_eighths is None else f"{card.fuel_eighths}⁄8"
        charge = "" if card.charge_percent is None else f"{card.charge_percent} %"
        self._put("fuel", self.tr("Fuel, charge"), _joined((fuel, charge)))
        marks = [
            " ".join(
                (str(number), words("mark." + mark["kind"]).lower(), mark["size"] or "")
            ).strip()
            for number, mark in enumerate(card.marks, 1)
        ]
        self._put("marks", self.tr("Damage"), _joined(marks) or self.tr("none seen"))
        lamps = [words(f"lamp.{lamp}").lower() for lamp in card.lamps]
        self._put("lamps", self.tr("Warning lamps"), _joined(lamps) or self.tr("none is lit"))
        things = [_joined((thing["name"], thing.get("place")), ": ") for thing in card.belongings]
        self._put("belongings", self.tr("Left in the car"), _joined(things, "; "))
        missing = [
            words(f"kit.{item}").lower()
            for item, entry in card.kit.items()
            if entry["state"] == "missing"
        ]
        if missing:
            self._put("missing", self.tr("Not in the car"), _joined(missing))
        count = len(card.photos)
        photos = (
            self.tr("{count}, hash and time kept").format(count=count) if count else self.tr("none")
        )
        self._put("photos", self.tr("Photos"), photos)

    def _custody(self, card: ArrivalCard, car: MoveRow | None, held: MoveRow | None) -> None:
        key = said(KEYS[card.row.key_at]) if card.row.key_at else ""
        if card.row.key_at is KeyAt.EMPLOYEE:
            key = card.row.key_holder or key
        tag = self.tr("tag {tag}").format(tag=card.row.key_tag) if card.row.key_tag else ""
        self._put("key", self.tr("Key"), _joined((tag, key, self._moved(held))))
        stands = card.row.place or ""
        if card.row.car_at not in {CarAt.PLACE, None}:
            stands = said(CARS[card.row.car_at])
        self._put("place", self.tr("Car stands"), _joined((stands, self._moved(car))))

    def _moved(self, move: MoveRow | None) -> str:
        return "" if move is None else f"{move.by}, {self.desk.formats.moment(move.at)}"

    def _acts(self, arrival: ArrivalSheet) -> None:
        """Every signed version: who signed it, when, and its paper."""
        for version in arrival.versions:
            row = self._grid.rowCount()
            words = self.tr("Version {number}").format(number=version.number)
            button = Button(
                words, "printer", small=True, name=self.tr("Print: {version}").format(version=words)
            )
            button.clicked.connect(partial(self._print, arrival.card, version.number))
            self.buttons.append(button)
            text = _joined((*self._signatures(version), version.sha256[:8]))
            self.facts[f"version {version.number}"] = text
            self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(text, wrap=True), row, 1)

    def _signatures(self, version: VersionRow) -> list[str]:
        ways = {
            SignMethod.SCREEN: "{who}, {when}",
            SignMethod.PAPER: self.tr("on paper, {when}"),
            SignMethod.REFUSED: self.tr("not signed: {why}"),
        }
        formats = self.desk.formats
        return [
            ways[each.method].format(
                who=each.signer or self.tr("the customer"),
                when=formats.moment(each.at),
                why=each.note or "",
            )
            for each in version.signatures
        ]


def _joined(parts: Sequence[str | None], by: str = ", ") -> str:
    return by.join(part for part in parts if part)
