"""The buttons at the right of the calendar's toolbar; what large letters leave no room for goes into the menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from models.access import Permission
from ui.shell.desk import Desk
from ui.shell.page import Toolbar
from widgets.buttons import Button


class Tools(QObject):
    """``asked`` names the side panel that somebody wants, ``requests`` their own page."""

    asked = Signal(str)
    requests = Signal()

    def __init__(self, desk: Desk, toolbar: Toolbar, parent: QObject) -> None:
        super().__init__(parent)
        self._narrow = False
        self._takes = desk.can(Permission.REQUESTS_EDIT)
        self.finder = Button(
            icon="search", kind="quiet", name=self.tr("Find a slot"), keys="Ctrl+F"
        )
        self.waits = Button(icon="list-ordered", kind="quiet", name=self.tr("Waiting list"))
        self.fullness = Button(icon="chart-column", kind="quiet", name=self.tr("How full it is"))
        self.more = Button(icon="ellipsis-vertical", kind="quiet", name=self.tr("More"))
        self.asks = Button(icon="inbox", kind="quiet", name=self.tr("Requests"))
        self.owners = Button(icon="bell", kind="quiet", name=self.tr("Owners ask"))
        self.fresh: Button | None = None
        for button in (
            self.owners,
            self.asks,
            self.finder,
            self.waits,
            self.fullness,
            self.more,
        ):
            toolbar.add(button)
        # in the bar: shown by itself it would be a window, and take the keyboard
        self.asks.setVisible(self._takes)
        if desk.can(Permission.BOOKINGS_EDIT):
            self.fresh = Button(self.tr("Appointment"), "plus", kind="primary", keys="Ctrl+N")
            toolbar.add(self.fresh)
        self.asks.clicked.connect(self.requests)
        for button, panel in (
            (self.finder, "find"),
            (self.owners, "owners"),
            (self.waits, "waiting"),
            (self.fullness, "full"),
        ):
            button.clicked.connect(self._asker(panel))

    def _asker(self, panel: str) -> Callable[[], None]:
        return lambda: self.asked.emit(panel)

    def be_narrow(self, *, narrow: bool) -> None:
        """Where large letters leave no room, some buttons are lines of the menu."""
        self._narrow = narrow
        for button in (self.waits, self.fullness):
            button.setVisible(not narrow)
        self.asks.setVisible(not narrow and self._takes)

    def hidden(self) -> Sequence[tuple[str, str, Callable[[], object]]]:
        """What has no button now: words, the key, what it does."""
        if not self._narrow:
            return ()
        return (
            (self.waits.accessibleName(), "W", self._asker("waiting")),
            (self.fullness.accessibleName(), "L", self._asker("full")),
        )
