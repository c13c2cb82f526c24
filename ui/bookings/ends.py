"""Nothing comes of an appointment: why, and who said so."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.bookings import CancelAppointment, NoShow, cancel_appointment, mark_no_show
from app.bookings.rows import AppointmentCard
from models.bookings import EndedBy, EndReason
from ui.bookings.doing import Doer
from ui.parts.bookings import END_REASONS, ENDED_BY
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Choice
from widgets.forms import Form

_OURS = (
    EndReason.NO_PARTS,
    EndReason.NOBODY_TO_WORK,
    EndReason.BAY_BROKEN,
    EndReason.MISTAKE,
    EndReason.OTHER,
)
_NEVER_CHOSEN = frozenset({EndReason.HOLD_EXPIRED})
_MISSED = (
    EndReason.FORGOT,
    EndReason.NOT_REACHED,
    EndReason.CHANGED_MIND,
    EndReason.NO_TIME,
    EndReason.ILL,
    EndReason.OTHER_SHOP,
    EndReason.OTHER,
)


class EndDialog(Dialog):
    """Asks for the reason; without one nothing is cancelled. ``missed``: nobody came."""

    def __init__(
        self,
        parent: QWidget,
        doer: Doer,
        card: AppointmentCard,
        then: Callable[[], object],
        *,
        missed: bool,
    ) -> None:
        title = self.tr("Nobody came") if missed else self.tr("Cancel the appointment")
        super().__init__(parent, title)
        self._doer, self._card, self._then, self._missed = doer, card, then, missed
        self.set_sub(" ".join(filter(None, (card.plate, card.car, card.name))))
        self.form = Form(columns=1)
        if not missed:
            who = [(by, said(words)) for by, words in ENDED_BY.items()]
            by = Choice(who, name=self.tr("Who called it off"))
            by.edited.connect(self._by_changed)
            self.form.add("by", self.tr("Who called it off"), by)
        self.reason = Choice(name=self.tr("Why"))
        self.form.add("reason", self.tr("Why"), self.reason, required=True)
        self._by_changed()
        self.body.addWidget(self.form)
        if missed and card.no_show_count:
            words = self.tr("%n times before", "", card.no_show_count)
            self.body.addWidget(label(words, "small", tone="wait"))
        self.add_button(Button(self.tr("Leave it"), keys="Esc"), "cancel")
        word = self.tr("Mark as not come") if missed else self.tr("Cancel the appointment")
        self.go = self.add_button(Button(word, kind="danger", keys="Ctrl+Return"))
        self.go.clicked.connect(self._end)
        self.set_first_focus(self.reason)

    def _by_changed(self) -> None:
        """The reasons that fit who called it off; none is chosen in advance."""
        reasons: tuple[EndReason, ...]
        if self._missed:
            reasons = _MISSED
        elif self.form.control("by").value() == EndedBy.CENTER:
            reasons = _OURS
        else:
            kept = [each for each in END_REASONS if each not in _NEVER_CHOSEN]
            reasons = tuple(each for each in kept if each not in _OURS[:-1])
        choices: list[tuple[object, str]] = [(None, self.tr("Choose a reason"))]
        choices += [(each, said(END_REASONS[each])) for each in reasons]
        self.reason.set_choices(choices)
        self.reason.set_value(None)

    def _end(self) -> None:
        if not self.form.check():
            self.refit()
            return
        reason = EndReason(self.reason.value())
        card = self._card
        if self._missed:
            missed = NoShow(appointment_id=card.id, version=card.version, reason=reason)
            self._doer.send(mark_no_show, missed, self._done)
            return
        command = CancelAppointment(
            appointment_id=card.id,
            version=card.version,
            reason=reason,
            ended_by=EndedBy(self.form.control("by").value()),
        )
        self._doer.send(cancel_appointment, command, self._done)

    def _done(self, _key: object) -> None:
        self.finish("done")
        self._then()
