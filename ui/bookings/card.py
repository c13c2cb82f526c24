"""The record of an appointment: who, what, when, where; its next steps as buttons; its story."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.bookings.rows import AppointmentCard, StepRow
from models.access import Permission
from models.bookings import LIVE, AppointmentState, ArrivalMode, EndReason, OverbookReason
from models.bookings import AppointmentEvent as Event
from ui.bookings.drives import DriveList
from ui.bookings.flow import ACTS, Flow
from ui.parts.bookings import (
    END_REASONS,
    MODES,
    OVERBOOK,
    SOURCES,
    ability_word,
    appointment_badge,
    length,
    skill_word,
)
from ui.parts.cells import plate_cell
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import BadgeLabel, PlateLabel
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.links import TextButton
from widgets.theme import theme
from widgets.timeline import Entry, Timeline

_STEPS_SHOWN = 8
_STEPS_SEEN = 4
_STEP_HIGH = 50


class CardDialog(Dialog):
    """One appointment. ``rebook`` asks for another time of it, ``drive`` for a drive: its card and the drive."""

    rebook = Signal(object)
    drive = Signal(object, object)

    def __init__(self, parent: QWidget, desk: Desk, card: AppointmentCard, flow: Flow) -> None:
        super().__init__(parent, self.tr("Appointment {number}").format(number=card.number), 800)
        self._desk, self._card, self._flow = desk, card, flow
        self._add_head()
        self._facts()
        self._drives()
        self._story()
        self._add_buttons()

    def _add_head(self) -> None:
        card = self._card
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        plate = plate_cell(card.plate)
        if plate is not None:
            row.addWidget(PlateLabel(plate))
        row.addWidget(label(card.car or card.name or "", "strong"))
        row.addStretch(1)
        row.addWidget(BadgeLabel(appointment_badge(card.state)))
        self.body.addLayout(row)
        if card.no_show_count:
            words = self.tr("Did not come %n times", "", card.no_show_count)
            self.body.addWidget(label(words, "small", tone="wait"))

    def _facts(self) -> None:
        look = theme()
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnMinimumWidth(0, look.px(118))
        grid.setColumnStretch(1, 1)
        for at, (title, words) in enumerate(self._rows()):
            grid.addWidget(label(title, "caption"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, wrap=True), at, 1)
        self.body.addLayout(grid)
        if card_customer := self._card.customer_id:
            link = TextButton(self.tr("Open the customer"))
            link.clicked.connect(lambda: self._go("customers", card_customer))
            self.body.addWidget(link)

    def _rows(self) -> list[tuple[str, str]]:
        card, formats = self._card, self._desk.formats
        rows = [(self.tr("When"), self._when())]
        where = ", ".join(filter(None, (card.bay, card.person)))
        rows.append((self.tr("Where, who"), where or self.tr("nowhere yet")))
        who = ", ".join(filter(None, (card.name, formats.phone(card.phone) if card.phone else "")))
        rows.append((self.tr("Customer"), who or self.tr("not known")))
        what = ", ".join(service.name for service in card.services)
        rows.append((self.tr("Work"), what or card.words or "—"))
        if what and card.words:
            rows.append((self.tr("In their words"), card.words))
        needs = [ability_word(code) for code in _codes(card.ability)]
        needs += [skill_word(code) for code in _codes(card.skill)]
        if needs:
            rows.append((self.tr("Needs"), ", ".join(needs)))
        rows.append((self.tr("Comes"), f"{said(MODES[card.mode])}. {said(SOURCES[card.source])}."))
        if card.promised_at is not None:
            rows.append((self.tr("Promised"), formats.moment(card.promised_at)))
        if card.overbooked is not None:
            rows.append((self.tr("Overbooked"), said(OVERBOOK[card.overbooked])))
        if card.note:
            rows.append((self.tr("Note"), card.note))
        if card.end_reason is not None:
            rows.append((self.tr("Why"), said(END_REASONS[card.end_reason])))
        return rows

    def _when(self) -> str:
        card, formats = self._card, self._desk.formats
        if card.starts_at is None or card.ends_at is None:
            return self.tr("on the waiting list")
        span = length(formats, card.minutes)
        end = formats.clock(card.ends_at)
        if formats.local(card.ends_at).date() != formats.local(card.starts_at).date():
            end = formats.moment(card.ends_at)
        words = f"{formats.moment(card.starts_at)}–{end}, {span}"
        if card.hold_until_at is not None:
            held = self.tr("held until {time}").format(time=formats.clock(card.hold_until_at))
            words = f"{words}, {held}"
        late = self._desk.now() - card.starts_at
        coming = card.state in {AppointmentState.REQUESTED, AppointmentState.CONFIRMED}
        if coming and late > timedelta(minutes=1):
            words = f"{words}. " + self.tr("Not here, {span}").format(span=formats.span(late))
        return words

    def _drives(self) -> None:
        card = self._card
        may = card.state in LIVE and self._desk.can(Permission.BOOKINGS_EDIT)
        # who leaves the car may be brought home, or have the car brought back; who waits here needs no drive
        if not card.transports and not (may and card.mode is not ArrivalMode.WAITS):
            return
        self.drives = DriveList(self._desk, self._flow.doer, card, may=may)
        self.drives.wanted.connect(self._drive)
        self.drives.done.connect(self._done)
        self.body.addWidget(self.drives)

    def _drive(self, drive: object) -> None:
        self.finish("drive")
        self.drive.emit(self._card, drive)

    def _story(self) -> None:
        if not self._card.steps:
            return
        self.body.addSpacing(theme().px(6))
        self.body.addWidget(label(self.tr("History"), "strong"))
        timeline = Timeline(self.tr("History"), ground="surface.raised")
        steps = list(self._card.steps)[-_STEPS_SHOWN:]
        timeline.set_entries([self._entry(step) for step in reversed(steps)])
        timeline.setFixedHeight(theme().px(_STEP_HIGH) * min(len(steps), _STEPS_SEEN))
        self.body.addWidget(timeline)

    def _entry(self, step: StepRow) -> Entry:
        formats = self._desk.formats
        details = [step.by]
        if step.starts_after is not None and step.starts_after != step.starts_before:
            now = formats.moment(step.starts_after)
            was = formats.moment(step.starts_before) if step.starts_before else ""
            details.append(f"{was} → {now}" if was else now)
        if step.bay_after != step.bay_before and step.bay_after:
            details.append(
                f"{step.bay_before} → {step.bay_after}" if step.bay_before else step.bay_after
            )
        if step.person_after != step.person_before and step.person_after:
            details.append(step.person_after)
        if step.minutes_before and step.minutes_after and step.minutes_after != step.minutes_before:
            details.append(length(formats, step.minutes_after))
        if step.reason:
            details.append(_reason(step.reason))
        return Entry(
            formats.brief(step.at),
            self._event_word(step),
            ", ".join(details),
            _ICONS.get(step.event, "dot"),
            "bad" if step.event in {"cancel", "miss"} else "idle",
        )

    def _event_word(self, step: StepRow) -> str:
        words = {
            "book": self.tr("Booked"),
            "hold": self.tr("Held"),
            "confirm": self.tr("Confirmed"),
            "reschedule": self.tr("Moved"),
            "stretch": self.tr("Another length"),
            "wait": self.tr("To the waiting list"),
            "arrive": self.tr("Arrived"),
            "leave": self.tr("Not here after all"),
            "convert": self.tr("Work order opened"),
            "finish": self.tr("Done"),
            "cancel": self.tr("Cancelled"),
            "miss": self.tr("Did not come"),
            "reopen": self.tr("Restored"),
            "edit": self.tr("Changed"),
        }
        return words.get(step.event, step.event)

    def _add_buttons(self) -> None:
        card, flow = self._card, self._flow
        possible = flow.possible(card)
        primary = flow.primary(card)
        for event in possible:
            act = ACTS[event]
            if event is primary or event in {Event.CANCEL, Event.MISS}:
                continue
            button = self.add_button(Button(said(act.words), act.icon))
            button.clicked.connect(self._doing(event))
        for event in (Event.MISS, Event.CANCEL):
            if event in possible:
                button = Button(said(ACTS[event].words), ACTS[event].icon, kind="quiet")
                self.add_left(button)
                button.clicked.connect(self._doing(event))
        if "reschedule" in card.allowed and card.starts_at is not None and possible:
            again = self.add_button(Button(self.tr("Another time"), "calendar-clock", keys="F2"))
            again.clicked.connect(self._rebook)
        if card.order_id is not None:
            words = self.tr("Work order {number}").format(number=card.order_number or "")
            order = self.add_button(Button(words, "wrench", kind="primary", keys="Ctrl+Return"))
            order.clicked.connect(lambda: self._go("work_orders", card.order_id))
        if primary is not None and card.order_id is None:
            act = ACTS[primary]
            go = Button(said(act.words), act.icon, kind="primary", keys=act.keys)
            self.add_button(go).clicked.connect(self._doing(primary))
            self.set_first_focus(go)
        if not possible and card.order_id is None:
            self.add_button(Button(self.tr("Close"), keys="Esc"), "cancel")

    def _doing(self, event: Event) -> Callable[[], None]:
        return lambda: self._flow.do(event, self._card, self._done)

    def _done(self) -> None:
        self.finish("done")

    def _rebook(self) -> None:
        self.finish("rebook")
        self.rebook.emit(self._card)

    def _go(self, place: str, key: object) -> None:
        self.finish("gone")
        self._desk.open(place, key)  # type: ignore[arg-type]  # one of the card's ids


_ICONS = {
    "book": "calendar-plus",
    "hold": "hand",
    "confirm": "calendar-check",
    "reschedule": "calendar-clock",
    "stretch": "stretch-horizontal",
    "wait": "list-ordered",
    "arrive": "log-in",
    "leave": "undo-2",
    "convert": "wrench",
    "finish": "check-check",
    "cancel": "ban",
    "miss": "user-x",
    "reopen": "rotate-ccw",
}


def _codes(text: str | None) -> list[str]:
    return [code.strip() for code in (text or "").split(",") if code.strip()]


def _reason(code: str) -> str:
    for kind, words in ((EndReason, END_REASONS), (OverbookReason, OVERBOOK)):
        if code in {each.value for each in kind}:
            return said(words[kind(code)])  # type: ignore[index]  # the mapping of that kind
    return code
