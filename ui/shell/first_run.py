"""The first run: four steps from nothing to an open shop, with a sample of its papers beside them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.access import actor_of, create_employee
from app.centers import create_center
from app.exchange.sample import FOLDERS, fill_sample
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Actor, Shop, act
from ui.shell.first_people import PeopleStep
from ui.shell.first_plan import CHECKS, IMPORT, SAMPLE, STEP_OF, Plan
from ui.shell.first_sides import Preview, Rail
from ui.shell.first_step import Step
from ui.shell.first_steps import CenterStep, DataStep
from ui.shell.first_taxes import TaxStep
from ui.shell.formats import Formats
from ui.shell.problems import show_problem
from ui.shell.runner import Progress, Runner
from widgets.buttons import Button, hairline, label
from widgets.progress import ProgressStrip
from widgets.theme import theme

_FORM = 560
_ROOMY = 1256
"""Narrower than this, in design pixels, the sample does not fit beside."""

QWIDGETSIZE_MAX = 16777215


class FirstRun(QWidget):
    """The wizard. ``done`` carries the owner and the page to begin with.

    Nothing is written before the last step; then everything is, and a second try goes on where the first stopped.
    """

    done = Signal(object, str)

    def __init__(
        self, shop: Shop, language: str, runner: Runner, *, plan: Plan | None = None
    ) -> None:
        super().__init__()
        self._shop = shop
        self._language = language
        self._runner = runner
        self.plan = plan or Plan()
        if plan is None:
            self.plan.use_country(self.plan.country)
        self._owner: Actor | None = None
        self._people_made = 0
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.formats = self._formats()
        kinds = (CenterStep, TaxStep, PeopleStep, DataStep)
        self.steps: tuple[Step, ...] = tuple(kind(self.plan, self.formats) for kind in kinds)
        self._at = 0
        self._build()
        for step in self.steps:
            step.changed.connect(self._changed)
        tax = self.steps[1]
        if isinstance(tax, TaxStep):
            tax.go_back.connect(lambda: self.go(0))
        self.go(0)

    def _formats(self) -> Formats:
        country = self.plan.country
        return Formats(
            self._language, country.locale, country.currency, country.zone, self._shop.clock
        )

    # parts

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail([step.title for step in self.steps])
        self.rail.chosen.connect(self.go)
        row.addWidget(self.rail)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self._middle())
        row.addWidget(hairline(vertical=True))
        self.preview = Preview(self.plan, self.formats)
        # it yields its room: see resizeEvent
        self.preview.setMinimumWidth(1)
        row.addWidget(self.preview, 1)

    def _middle(self) -> QWidget:
        look = theme()
        middle = QWidget()
        middle.setProperty("surface", "page")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._form = middle
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(look.px(32), look.px(22), look.px(32), look.px(12))
        box.setSpacing(look.px(2))
        head = QHBoxLayout()
        self._title = label("", "title")
        self._title.setFont(look.font("title"))
        self._which = label("", "hint")
        head.addWidget(self._title, 1)
        head.addWidget(self._which)
        box.addLayout(head)
        self._lead = label("", "secondary", wrap=True)
        box.addWidget(self._lead)
        box.addSpacing(look.px(12))
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        box.addWidget(self._stack, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        column.addWidget(area, 1)
        column.addWidget(hairline())
        column.addWidget(self._foot())
        return middle

    def _foot(self) -> QWidget:
        look = theme()
        foot = QWidget()
        foot.setProperty("surface", "sunken")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setFixedHeight(look.px(60))
        self._foot_row = QHBoxLayout(foot)
        self._foot_row.setContentsMargins(look.px(32), 0, look.px(32), 0)
        self.back = Button(self.tr("Back"), "arrow-left")
        self.back.clicked.connect(lambda: self.go(self._at - 1))
        self.next = Button("", "arrow-right", kind="primary")
        self.next.set_keys("Return", install=False)
        self.next.clicked.connect(self.forward)
        self._strip: ProgressStrip | None = None
        self._foot_row.addWidget(self.back)
        self._foot_row.addStretch(1)
        self._foot_row.addWidget(self.next)
        return foot

    # going

    @property
    def at(self) -> int:
        """The step that is shown, from 0."""
        return self._at

    def go(self, place: int) -> None:
        """Show a step; forward only over steps that are right."""
        place = min(max(place, 0), len(self.steps) - 1)
        self._at = place
        step = self.steps[place]
        step.enter()
        self._stack.setCurrentWidget(step)
        self._title.setText(step.title)
        self._lead.setText(step.lead)
        self._which.setText(
            self.tr("step {n} of {count}").format(n=place + 1, count=len(self.steps))
        )
        self.back.setEnabled(place > 0)
        last = place == len(self.steps) - 1
        word = (
            self.tr("Open the shop")
            if last
            else self.tr("Next: {step}").format(step=self.steps[place + 1].title.lower())
        )
        self.next.setText(word)
        self.next.setAccessibleName(word)
        self.next.updateGeometry()
        self._changed()
        if self.isVisible():
            self._focus()

    def _focus(self) -> None:
        step = self.steps[self._at]
        widget = step.nextInFocusChain()
        while widget is not None and widget is not step:
            if step.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            widget = widget.nextInFocusChain()

    def _changed(self) -> None:
        """Something was answered: the sample and the list of steps follow."""
        self.formats = self._formats()
        for step in self.steps:
            step.formats = self.formats
        self.preview.refresh(self.formats)
        self.rail.show_steps(self._at, [step.summary() for step in self.steps])

    def forward(self) -> None:
        """To the next step when this one is right; from the last one, open the shop."""
        problems = CHECKS[self._at](self.plan)
        self.steps[self._at].show_problems(problems)
        if problems:
            return
        if self._at < len(self.steps) - 1:
            self.go(self._at + 1)
        else:
            self._make()

    # making

    def _make(self) -> None:
        if self._strip is not None:
            return
        for button in (self.back, self.next):
            button.hide()
        self._strip = ProgressStrip(self.tr("Opening the shop"))
        self._foot_row.insertWidget(1, self._strip, 100)
        self._runner.work(self, self._do, self._made, self._failed, self._strip.step)

    def _do(self, progress: Progress) -> Actor:
        """Off the drawing thread: the center, its people, its sample."""
        owner = self._owner
        if owner is None:
            owner = create_center(self._shop, self.plan.command(self._language))
            self._owner = owner
        people = self.plan.employees()
        for command in people[self._people_made :]:
            act(self._shop, owner, create_employee, command)
            self._people_made += 1
        if self.plan.start == SAMPLE:
            folder = FOLDERS[self.plan.country.profile]
            fill_sample(self._shop, owner, folder, progress.step)
        return actor_of(self._shop, owner.employee_id)

    def _made(self, owner: Actor) -> None:
        self._end_strip()
        self.done.emit(owner, "exchange" if self.plan.start == IMPORT else "today")

    def _failed(self, error: Exception) -> None:
        self._end_strip()
        if not isinstance(error, UserError):
            raise error
        if isinstance(error, InvalidError):
            steps = [STEP_OF.get(name.split(".")[0], 1) for name in error.problems]
            self.go(min(steps))
            self._show(error)
            return
        show_problem(self, error, self._make)

    def _show(self, error: InvalidError) -> None:
        told: Mapping[str, object] = error.problems
        self.steps[self._at].show_problems(error.problems)
        if not told:
            show_problem(self, error)

    def _end_strip(self) -> None:
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
        for button in (self.back, self.next):
            button.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.forward()
        elif event.key() == Qt.Key.Key_Escape and self._at > 0 and self._strip is None:
            self.go(self._at - 1)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where letters are large the sample gives its room to the questions."""
        super().resizeEvent(event)
        roomy = self.width() >= theme().px(_ROOMY)
        self.preview.setVisible(roomy)
        self._form.setMinimumWidth(theme().px(_FORM))
        self._form.setMaximumWidth(theme().px(_FORM) if roomy else QWIDGETSIZE_MAX)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()
