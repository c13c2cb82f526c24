"""Settings: which printer each paper goes to at this computer, and how many copies."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from ui.centers.frame import Section
from ui.centers.setting_row import heading
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.fields import Choice
from widgets.notice import Notice
from widgets.theme import theme

_MOST_COPIES = 5


@dataclass(frozen=True, slots=True)
class Printed:
    """A kind of paper, by the name under which its printer is remembered."""

    kind: str
    title: Source


PRINTED: tuple[Printed, ...] = (
    Printed("work_order.customer", QT_TRANSLATE_NOOP("Printed", "Work order, customer's copy")),
    Printed("work_order.shop", QT_TRANSLATE_NOOP("Printed", "Work order, shop's copy")),
    Printed("work_order.archive", QT_TRANSLATE_NOOP("Printed", "Work order, archive copy")),
    Printed("acceptance_act", QT_TRANSLATE_NOOP("Printed", "Acceptance act")),
    Printed("check_in_slip", QT_TRANSLATE_NOOP("Printed", "Check-in slip")),
    Printed("act", QT_TRANSLATE_NOOP("Printed", "Act of work done")),
    Printed("invoice", QT_TRANSLATE_NOOP("Printed", "Invoice")),
    Printed("credit_note", QT_TRANSLATE_NOOP("Printed", "Credit note")),
    Printed("receipt", QT_TRANSLATE_NOOP("Printed", "Receipt of a payment")),
    Printed("cash_day", QT_TRANSLATE_NOOP("Printed", "Cash day")),
)


def printers() -> tuple[str, tuple[str, ...]]:
    """The system's usual printer and all of them; asks the system, which may take a while."""
    return QPrinterInfo.defaultPrinterName(), tuple(QPrinterInfo.availablePrinterNames())


class PrintingSection(Section):
    """A printer and a number of copies for each paper; kept at once, for this person at this computer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = theme()
        self._place = f"{desk.shop.workstation}"
        column = self.scrolling()
        column.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(24))
        column.setSpacing(look.px(8))
        words = self.tr("at {workstation}, kept for you").format(workstation=desk.shop.workstation)
        column.addWidget(heading(self.tr("Printers"), words))
        self._none = Notice(
            "wait",
            "printer",
            self.tr("This computer has no printer. Papers can be saved as PDF all the same."),
            [(self.tr("Look again"), self.load)],
        )
        self._none.hide()
        column.addWidget(self._none)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, look.px(280))
        for place, title in enumerate((self.tr("Paper"), self.tr("Printer"), self.tr("Copies"))):
            grid.addWidget(label(title, "caption"), 0, place)
        grid.addWidget(hairline(role="divider"), 1, 0, 1, 3)
        self._printers: dict[str, Choice] = {}
        self._copies: dict[str, Choice] = {}
        for row, printed in enumerate(PRINTED, start=2):
            title = said(printed.title)
            printer = Choice(name=self.tr("{paper}: printer").format(paper=title))
            numbers = [(n, str(n)) for n in range(1, _MOST_COPIES + 1)]
            copies = Choice(numbers, name=self.tr("{paper}: copies").format(paper=title))
            copies.setFixedWidth(look.px(76))
            grid.addWidget(label(title), row, 0)
            grid.addWidget(printer, row, 1)
            grid.addWidget(copies, row, 2)
            self._printers[printed.kind] = printer
            self._copies[printed.kind] = copies
            printer.edited.connect(lambda kind=printed.kind: self._keep_printer(kind))
            copies.edited.connect(lambda kind=printed.kind: self._keep_copies(kind))
        column.addLayout(grid)
        again = Button(self.tr("Look for printers again"), "refresh-cw", kind="quiet")
        again.clicked.connect(self.load)
        column.addWidget(again)
        hint = self.tr(
            "Every paper is seen before it is printed; another printer can be chosen there."
        )
        column.addWidget(label(hint, "hint", wrap=True))
        column.addStretch(1)

    @override
    def load(self) -> None:
        self.desk.runner.read(self, printers, self.know, self.desk.problem, "printers")

    def know(self, found: tuple[str, tuple[str, ...]]) -> None:
        """Show the printers there are; one that is gone is still named."""
        usual, names = found
        self._none.setVisible(not names)
        first = self.tr("the usual one ({name})").format(name=usual) if usual else self.tr("ask me")
        for kind, control in self._printers.items():
            kept = str(self.desk.saved(self._name("printer", kind), ""))
            choices: list[tuple[Any, str]] = [("", first), *((name, name) for name in names)]
            if kept and kept not in names:
                choices.append((kept, self.tr("{name}, not there now").format(name=kept)))
            control.blockSignals(True)
            control.set_choices(choices)
            control.set_value(kept)
            control.blockSignals(False)
        for kind, control in self._copies.items():
            control.blockSignals(True)
            control.set_value(self.desk.saved(self._name("copies", kind), 1))
            control.blockSignals(False)

    def _name(self, what: str, kind: str) -> str:
        return f"{what}.{self._place}.{kind}"

    def _keep_printer(self, kind: str) -> None:
        self.desk.save(self._name("printer", kind), self._printers[kind].value())

    def _keep_copies(self, kind: str) -> None:
        self.desk.save(self._name("copies", kind), self._copies[kind].value())
