"""The right side: how many rows would become what, every problem with its remedy, and the row as it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.exchange import ImportReport, Outcome, Problem, RowOutcome, Weight
from ui.exchange.lines import Lister, remedy_of
from ui.exchange.pieces import ShareBar
from ui.exchange.problem_list import Line, ProblemList
from ui.exchange.session import ImportSession
from ui.exchange.words import OUTCOMES
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, KeyHint, hairline, label, set_tone
from widgets.empty import EmptyState
from widgets.tabs import TabLine
from widgets.theme import theme

FIGURES: tuple[tuple[Outcome, str, str, str], ...] = (
    (Outcome.ADDED, "plus", "good", "status.good.mark"),
    (Outcome.CHANGED, "pencil", "work", "status.work.mark"),
    (Outcome.SAME, "check", "idle", "status.idle.mark"),
    (Outcome.SKIPPED, "skip-forward", "idle", "line.divider"),
    (Outcome.REFUSED, "circle-x", "bad", "status.bad.mark"),
)
"""Outcomes with their icon, hue and colour in the bar, from left to right."""

WARNINGS = "warnings"


class Figure(QWidget):
    """One outcome: icon and word, the number, a word more."""

    def __init__(self, title: str, icon: str, hue: str) -> None:
        super().__init__()
        look = theme()
        self._title = title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(look.px(4))
        picture = QLabel()
        picture.setPixmap(look.pixmap(icon, f"status.{hue}.fg", 14))
        head.addWidget(picture)
        head.addWidget(label(title, "caption"), 1)
        column.addLayout(head)
        self._number = label("0", "figure")
        self._number.setFont(look.font("figure", numbers=True))
        self._more = label("", "hint")
        column.addWidget(self._number)
        column.addWidget(self._more)

    def show_number(self, number: str, more: str, *, old: bool) -> None:
        """The number and the word below; an old one is muted."""
        self._number.setText(number)
        set_tone(self._number, "muted" if old else "")
        self._more.setText(more)
        self.setAccessibleName(f"{self._title}: {number}, {more}")


class ResultPane(QWidget):
    """What the trial found out; ``value_asked`` when somebody wants to type a cell's value."""

    value_asked = Signal(object)
    list_asked = Signal()

    def __init__(self, desk: Desk, session: ImportSession) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._lister: Lister | None = None
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._figures_row())
        bar = QHBoxLayout()
        bar.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
        self._bar = ShareBar(self.tr("Rows of the file"))
        bar.addWidget(self._bar)
        column.addLayout(bar)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(look.px(16), 0, look.px(8), 0)
        self.tabs = TabLine(self.tr("Rows by what becomes of them"))
        self.tabs.changed.connect(self._show_tab)
        tabs.addWidget(self.tabs, 1)
        self._save = Button(self.tr("List"), "download", kind="quiet", small=True)
        self._save.setAccessibleName(self.tr("Save this list as a file"))
        self._save.clicked.connect(self.list_asked)
        tabs.addWidget(self._save)
        column.addLayout(tabs)
        column.addWidget(hairline())
        self.list = ProblemList(self.tr("Problems and rows"))
        self.list.taken.connect(self.take)
        self.list.asked.connect(self._ask)
        self.list.moved.connect(self._show_row)
        column.addWidget(self.list, 1)
        self._empty = EmptyState("circle-check", self.tr("Nothing here."))
        self._empty.hide()
        column.addWidget(self._empty, 1)
        self._raw = self._raw_row()
        column.addWidget(self._raw)

    def _figures_row(self) -> QHBoxLayout:
        look = theme()
        row = QHBoxLayout()
        row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        row.setSpacing(look.px(16))
        self._figures: dict[Outcome, Figure] = {}
        for at, (outcome, icon, hue, _) in enumerate(FIGURES):
            if at:
                row.addWidget(hairline(vertical=True))
            figure = Figure(said(OUTCOMES[outcome]), icon, hue)
            self._figures[outcome] = figure
            row.addWidget(figure, 1)
        return row

    def _raw_row(self) -> QFrame:
        look = theme()
        frame = QFrame()
        frame.setProperty("surface", "sunken")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, look.px(6))
        column.setSpacing(look.px(2))
        column.addWidget(hairline(role="divider"))
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), look.px(4), look.px(16), 0)
        head.setSpacing(look.px(14))
        self._raw_title = label("", "hint")
        head.addWidget(self._raw_title, 1)
        self._why = label("", "secondary", wrap=True)
        self._why.setFixedHeight(look.px(36))
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._hints = [
            KeyHint("↑↓", self.tr("next")),
            KeyHint("Return", self.tr("take the remedy")),
            KeyHint("F2", self.tr("another value")),
        ]
        for hint in self._hints:
            head.addWidget(hint)
        column.addLayout(head)
        why = QHBoxLayout()
        why.setContentsMargins(look.px(16), 0, look.px(16), 0)
        why.addWidget(self._why)
        column.addLayout(why)
        self._cells = QScrollArea()
        self._cells.setFrameShape(QFrame.Shape.NoFrame)
        self._cells.setWidgetResizable(True)
        self._cells.setFixedHeight(look.px(28))
        self._cells.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cells.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cells.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._cells)
        return frame

    # showing

    def refresh(self) -> None:
        """Show the session's report; figures of an older one are muted."""
        report, source = self._session.report, self._session.source
        if report is None or source is None:
            self._wait()
            return
        number = self._desk.formats.number
        words = {
            "leave": self.tr("Leave out"),
            "enter": self.tr("Enter…"),
            "right": self.tr("Put right"),
        }
        if self._lister is None or self._lister.report is not report:
            self._lister = Lister(report, source, number, words)
        old = not self._session.is_fresh and report.is_dry
        shares = []
        for outcome, _, _, colour in FIGURES:
            count = report.count(outcome)
            self._figures[outcome].show_number(number(count), self._more(outcome, report), old=old)
            shares.append((count, said(OUTCOMES[outcome]), colour))
        self._bar.set_shares(shares)
        tabs: list[tuple[str, str, int | None]] = [
            (Outcome.REFUSED.value, self.tr("Errors"), len(report.errors)),
            (WARNINGS, self.tr("Warnings"), len(report.warnings)),
        ]
        tabs += [
            (outcome.value, said(OUTCOMES[outcome]), report.count(outcome))
            for outcome in (Outcome.ADDED, Outcome.CHANGED, Outcome.SKIPPED)
        ]
        first = self.tabs.count() == 0
        self.tabs.set_tabs(tabs)
        if first:
            name = next((n for n, _, count in tabs if count), Outcome.REFUSED.value)
            self.tabs.set_current(name)
        self._show_tab(self.tabs.current())

    def _wait(self) -> None:
        self._lister = None
        for figure in self._figures.values():
            figure.show_number("…", "", old=True)
        self._bar.set_shares([])
        self.list.show_lines([], [""] * 5)
        self._show_row(None)

    def _more(self, outcome: Outcome, report: ImportReport) -> str:
        if outcome is Outcome.ADDED:
            return self.tr("new here")
        if outcome is Outcome.CHANGED:
            overwrites = self._session.manner.overwrite
            return self.tr("known values too") if overwrites else self.tr("only empty fields")
        if outcome is Outcome.SAME:
            return self.tr("the same")
        if outcome is Outcome.SKIPPED:
            return self.tr("each is listed")
        return self.tr("left out") if report.count(outcome) else self.tr("none")

    def _show_tab(self, name: str) -> None:
        lister = self._lister
        if lister is None:
            return
        if name in (Outcome.REFUSED.value, WARNINGS):
            weight = Weight.WARNING if name == WARNINGS else Weight.ERROR
            lines = lister.problems(weight, self._session.fixes)
            third = (
                self.tr("What is wrong") if weight is Weight.ERROR else self.tr("What to look at")
            )
            titles = [self.tr("Row"), self.tr("Column"), self.tr("Value"), third, ""]
        else:
            lines = lister.outcomes(Outcome(name))
            rest = self.tr("Why") if name == Outcome.SKIPPED.value else self.tr("More")
            titles = [self.tr("Row"), self.tr("First"), self.tr("Second"), rest, ""]
        self.list.show_lines(lines, titles)
        self.list.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._save.setEnabled(bool(lines))

    def _show_row(self, line: Line | None) -> None:
        key = line.key if line is not None else None
        is_row = isinstance(key, Problem | RowOutcome)
        self._raw.setVisible(is_row)
        if not isinstance(key, Problem | RowOutcome) or self._lister is None:
            return
        number = self._desk.formats.number(key.row)
        text = self.tr("Row {n} as it stands in the file").format(n=number)
        if key.sheet:
            text = self.tr("{sheet}, row {n} as it stands").format(sheet=key.sheet, n=number)
        self._raw_title.setText(text)
        self._why.setText(line.tip if line is not None else "")
        self._why.setVisible(bool(self._why.text()))
        for hint in self._hints:
            hint.setVisible(isinstance(key, Problem))
        bad = key.column if isinstance(key, Problem) else ""
        holder = QWidget()
        holder.setProperty("surface", "sunken")
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        row.setSpacing(theme().px(7))
        for at, (letter, text) in enumerate(self._lister.cells(key.sheet, key.row)):
            if at:
                row.addWidget(hairline(vertical=True))
            shown = label(text, "code", tone="bad" if letter == bad else "")
            shown.setFont(theme().font("small", weight=600 if letter == bad else 400, codes=True))
            row.addWidget(shown)
        row.addStretch(1)
        self._cells.setWidget(holder)

    # putting right

    def take(self, line: Line) -> None:
        """Take the remedy of a line; without one somebody types the value."""
        problem = line.key
        if not isinstance(problem, Problem):
            return
        remedy = remedy_of(problem, needed=line.remedy == self.tr("Enter…"))
        if remedy is None:
            self.value_asked.emit(problem)
            return
        self.answer(problem, remedy)

    def _ask(self, line: Line) -> None:
        if isinstance(line.key, Problem) and line.key.column:
            self.value_asked.emit(line.key)

    def answer(self, problem: Problem, text: str) -> None:
        """Read this text instead of the cell's; empty leaves the cell out."""
        undo = self._session.fix(problem, text or None)
        place = self._desk.formats.number(problem.row)
        words = self.tr("Row {n}: {column} is left out") if not text else self.tr("Row {n}: {text}")
        told = words.format(n=place, column=problem.heading, text=text)
        self._desk.toast(told, undo)
