"""What Today has room for on a wide window only; made when the window is wide for the first time."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.insights import TodayView
from ui.shell.desk import Desk
from ui.today import briefs, charts
from ui.today.section import Section
from widgets.brief import Brief

_STUCK = 6


class WideParts(QObject):
    """Finished cars that nobody collects, the orders that are stuck, and one month against the other."""

    def __init__(self, desk: Desk, opened: Callable[[object], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.uncollected = Section(
            self.tr("Ready, waiting to be collected"),
            keys="Alt+7",
            none=self.tr("No finished car is waiting."),
            more=lambda: desk.open("work_orders", None, shelf="ready"),
        )
        self.stuck = Section(self.tr("Stuck the longest"), keys="Alt+8")
        self.comparison = Section("")
        for section in (self.uncollected, self.stuck):
            section.list.opened.connect(opened)

    def lists(self) -> tuple[Section, ...]:
        """Every section of rows."""
        return (self.uncollected, self.stuck, self.comparison)

    def show_view(self, view: TodayView, leading: Callable[[list[Brief]], list[Brief]]) -> None:
        """Fill them; ``leading`` leaves out where the person may not go."""
        floor, now, formats = view.floor, view.at, self._desk.formats
        self.uncollected.set_rows(
            [briefs.waiting_car(row, formats, now) for row in floor.uncollected]
        )
        gone = len(floor.uncollected)
        self.uncollected.head.set_words(formats.number(gone) if gone else "")
        stuck = [briefs.stuck_car(row, formats, now) for row in floor.stuck[:_STUCK]]
        self.stuck.set_rows(leading(stuck))
        both = view.comparison
        if both is not None:
            title = self.tr("{month} against {before}").format(
                month=charts.month_name(both.month, formats),
                before=charts.month_name(both.before, formats),
            )
            self.comparison.head.title.setText(title[:1].upper() + title[1:])
            self.comparison.set_rows(briefs.compared(both, formats))
