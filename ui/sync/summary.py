"""The head of the page: how the exchange stands, in a sentence, with the line of the day under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.passports import Reached, SyncView
from ui.shell.desk import Desk
from ui.sync.day_line import DayLine
from ui.sync.running import HUES, Phase
from widgets.buttons import label
from widgets.theme import theme

_ICONS = {
    Phase.UNKNOWN: "loader",
    Phase.NOT_PAIRED: "unlink",
    Phase.PAUSED: "pause",
    Phase.ELSEWHERE: "monitor",
    Phase.SENDING: "cloud-upload",
    Phase.TROUBLE: "cloud-off",
    Phase.ATTENTION: "circle-alert",
    Phase.WAITING: "cloud-check",
    Phase.DONE: "cloud-check",
}


class Summary(QWidget):
    """Icon, headline, detail, line of the day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(10))
        column.setSpacing(look.px(12))
        row = QHBoxLayout()
        row.setSpacing(look.px(14))
        self._icon = QLabel()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.headline = label("", "title")
        self.headline.setFont(look.font("title"))
        self.detail = label("", "secondary")
        words.addWidget(self.headline)
        words.addWidget(self.detail)
        row.addLayout(words, 1)
        column.addLayout(row)
        self.day = DayLine(desk.formats)
        column.addWidget(self.day)

    def show_day(self, parts: tuple[Reached, ...], view: SyncView | None) -> None:
        """Show when the connection came and went today."""
        formats, now = self.desk.formats, self.desk.now()
        start = formats.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        before: bool | None = None
        if view is not None and view.paired_at is not None and view.paired_at < start:
            # the first thing that happened today tells how it was: a loss ends what went on
            before = True if parts else view.problem is None
        self.day.set_day(start, now, parts, was_reached=before)

    def show_phase(self, phase: Phase, view: SyncView | None) -> None:
        """Say how the exchange stands."""
        self._icon.setPixmap(theme().pixmap(_ICONS[phase], f"status.{HUES[phase]}.fg", 28))
        self.headline.setText(self._headline(phase, view))
        self.detail.setText(self._detail(phase, view))
        self.day.setVisible(phase is not Phase.NOT_PAIRED)

    def _headline(self, phase: Phase, view: SyncView | None) -> str:
        if view is None:
            return self.tr("The database does not answer.") if phase is Phase.UNKNOWN else ""
        count = view.undelivered
        here = self.tr("%n records wait on this computer.", "", count) if count else ""
        words = {
            Phase.NOT_PAIRED: self.tr("This desk is not paired with a server."),
            Phase.PAUSED: self.tr("The exchange is paused."),
            Phase.SENDING: self.tr("Records are being exchanged…"),
            Phase.TROUBLE: self.tr("No connection since {time}.").format(time=self._since(view)),
            Phase.ATTENTION: self.tr("The server refused %n records.", "", view.attention),
            Phase.ELSEWHERE: self.tr("Another desk of this shop exchanges for all."),
            Phase.WAITING: self.tr("The server is reached."),
            Phase.DONE: self.tr("Everything is sent."),
        }
        return f"{words.get(phase, '')} {here}".strip()

    def _since(self, view: SyncView) -> str:
        seen = view.last_success_at
        return self.desk.formats.brief(seen) if seen is not None else "—"

    def _detail(self, phase: Phase, view: SyncView | None) -> str:
        if view is None:
            return ""
        if phase is Phase.NOT_PAIRED:
            return self.tr("The desk works as usual, and every record is kept until it can leave.")
        parts = []
        if phase in {Phase.TROUBLE, Phase.PAUSED}:
            parts.append(self.tr("Nothing is lost and the desk works as usual."))
        if phase is Phase.TROUBLE and view.next_try_at is not None:
            left = max(int((view.next_try_at - self.desk.now()).total_seconds()), 0)
            words = self.tr("Next try in {time}, attempt {number}.")
            minutes, seconds = divmod(left, 60)
            parts.append(words.format(time=f"{minutes}:{seconds:02}", number=view.failures + 1))
        host = view.server_url.removeprefix("https://").removeprefix("http://")
        if view.last_success_at is not None:
            when = self.desk.formats.moment(view.last_success_at)
            parts.append(self.tr("Last answer from {host}: {when}.").format(host=host, when=when))
        else:
            parts.append(self.tr("Paired with {host}.").format(host=host))
        return " ".join(parts)
