"""Settings: what owners may ask for on their page: who, how early, how far ahead, which services; in plain words."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.bookings import (
    OnlineRow,
    ServiceTypeRow,
    SetOnlineBooking,
    get_online_booking,
    list_service_types,
    set_online_booking,
)
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.standing import get_sync
from app.kernel.tx import Read
from models.access import Permission
from models.bookings import OnlineTakes
from ui.centers.frame import FormSection
from ui.centers.setting_row import SettingRow, heading
from ui.parts.bookings import length
from ui.parts.fields import whole_edit
from ui.parts.lengths import LengthEdit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import hairline, label
from widgets.controls import Check, Choice
from widgets.links import TextButton
from widgets.theme import theme

_TAKES: Sequence[tuple[OnlineTakes, Source]] = (
    (OnlineTakes.NOBODY, QT_TRANSLATE_NOOP("OnlineForm", "Nobody")),
    (OnlineTakes.LINKED, QT_TRANSLATE_NOOP("OnlineForm", "Owners whose car is linked to us")),
    (OnlineTakes.EVERYBODY, QT_TRANSLATE_NOOP("OnlineForm", "Every owner")),
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is set, what can be booked, and whether owners see anything of it."""

    online: OnlineRow
    services: Sequence[ServiceTypeRow]
    is_paired: bool


def _know(read: Read) -> _Known:
    return _Known(get_online_booking(read), list_service_types(read), get_sync(read).is_paired)


class OnlineForm(FormSection):
    """A tab of the calendar's settings with a form of its own and one sentence that says what owners see now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, can=desk.can(Permission.BOOKINGS_SETTINGS))
        self._version = 0
        self._wanted: Mapping[str, Any] | None = None
        self.checks: dict[uuid.UUID, Check] = {}
        choices = [(takes.value, said(words)) for takes, words in _TAKES]
        self.takes = Choice(choices, name=self.tr("Who may ask for a visit"))
        self.lead = LengthEdit(desk.formats, name=self.tr("At the latest before the visit"))
        self.ahead = whole_edit(desk, self.tr("days"), name=self.tr("How far ahead"))
        self._rows = {
            "takes": SettingRow(
                self.tr("Who may ask for a visit"),
                self.tr("On the owners' page. Each request waits for your word, its time is kept."),
                self.takes,
                width=270,
            ),
            "lead_minutes": SettingRow(
                self.tr("At the latest before the visit"),
                self.tr("Nobody can ask for a time that begins sooner than that."),
                self.lead,
                width=270,
            ),
            "ahead_days": SettingRow(
                self.tr("How far ahead"),
                self.tr("Later days are not shown."),
                self.ahead,
                width=270,
            ),
        }
        self.sentence = label("", "medium", wrap=True)
        self.unpaired = TextButton(self.tr("Not paired with a server yet: owners see nothing."))
        self.unpaired.clicked.connect(lambda: desk.open("sync"))
        self.sentence.setContentsMargins(0, theme().px(14), 0, 0)
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.unpaired)
        for row in self._rows.values():
            self.column.addWidget(row)
            self.column.addWidget(hairline())
        self.column.addWidget(
            heading(self.tr("Services to choose from"), self.tr("the owner picks one of them"))
        )
        holder = QWidget()
        self._services = QVBoxLayout(holder)
        self._services.setContentsMargins(0, 0, 0, theme().px(10))
        self._services.setSpacing(theme().px(6))
        self.column.addWidget(holder)
        self.column.addStretch(1)
        self.takes.edited.connect(self.touched)
        self.lead.edited.connect(self.touched)
        self.ahead.edited.connect(self.touched)
        for control in (self.takes, self.lead, self.ahead):
            control.setEnabled(self.can_save)

    @override
    def load(self) -> None:
        if self.is_dirty:
            self.refresh()
            return
        self.desk.read(self, _know, self._show, lane="online")

    def _show(self, known: _Known) -> None:
        if self.is_dirty and self._wanted is None:
            return
        self._filling = True
        online, formats = known.online, self.desk.formats
        self._version = online.version
        self.takes.set_value(online.takes.value)
        self.lead.show_minutes(online.lead_minutes)
        self.ahead.set_value(online.ahead_days)
        while (item := self._services.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.checks = {}
        for row in known.services:
            words = self.tr("{service}, {length}")
            check = Check(words.format(service=row.name, length=length(formats, row.minutes)))
            check.set_value(row.is_public)
            check.setEnabled(self.can_save)
            check.edited.connect(self.touched)
            self.checks[row.id] = check
            self._services.addWidget(check)
        if not known.services:
            none = self.tr("No services yet. They are made in the tab “Services”.")
            self._services.addWidget(label(none, "hint", wrap=True))
        self.unpaired.setVisible(not known.is_paired)
        if self._wanted is not None:
            self._put_back(self._wanted)
            self._wanted = None
        self._filling = False
        self.refresh()

    def _put_back(self, draft: Mapping[str, Any]) -> None:
        self.takes.set_value(draft.get("takes"))
        self.lead.show_minutes(draft.get("lead_minutes"))
        self.ahead.set_value(draft.get("ahead_days"))
        public = set(draft.get("services", ()))
        for key, check in self.checks.items():
            check.set_value(str(key) in public)

    @override
    def put(self, draft: Mapping[str, Any]) -> None:
        self._wanted = draft
        self.desk.read(self, _know, self._show, lane="online")

    @override
    def draft(self) -> Mapping[str, Any]:
        return {
            "takes": self.takes.value(),
            "lead_minutes": self.lead.value(),
            "ahead_days": self.ahead.value(),
            "services": [str(key) for key, check in self.checks.items() if check.value()],
        }

    @override
    def refresh(self) -> None:
        chosen = sum(1 for check in self.checks.values() if check.value())
        nobody = self.takes.value() == OnlineTakes.NOBODY.value
        for control in (self.lead, self.ahead, *self.checks.values()):
            control.setEnabled(self.can_save and not nobody)
        lead, ahead = self.lead.value(), self.ahead.value()
        if nobody:
            words = self.tr("Owners see that this center takes no visits online.")
        elif not chosen:
            words = self.tr("Owners see no times: no service is ticked.")
        elif lead is None or ahead is None:
            words = ""
        else:
            now, formats = self.desk.now(), self.desk.formats
            words = self.tr("Now an owner may choose of %n services", "", chosen) + self.tr(
                ", between {first} and {last}, among times that are free."
            ).format(
                first=formats.moment(now + timedelta(minutes=lead)),
                last=formats.day(formats.today() + timedelta(days=int(ahead) - 1)),
            )
        self.sentence.setText(words)

    @override
    def command(self) -> tuple[Callable[..., Any], object] | None:
        problems = {}
        for name, control in (("lead_minutes", self.lead), ("ahead_days", self.ahead)):
            if not control.understand():
                problems[name] = control.problem()
            elif control.value() is None:
                problems[name] = self.tr("Type a number.")
        self.show_problems(problems)
        if problems:
            return None
        public = tuple(key for key, check in self.checks.items() if check.value())
        return set_online_booking, SetOnlineBooking(
            version=self._version,
            takes=OnlineTakes(self.takes.value()),
            lead_minutes=self.lead.value(),
            ahead_days=self.ahead.value() or 0,
            services=public,
        )

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
        for name, row in self._rows.items():
            row.set_problem(problems.get(name, ""))
