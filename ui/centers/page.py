"""Settings: the list of sections, the section that is open, and what is not saved yet."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.centers.frame import FormSection, Section
from ui.centers.leaving import LeaveDialog
from ui.centers.people import PeopleSection
from ui.centers.section_list import SectionList
from ui.centers.sections import SECTIONS, SectionSpec
from ui.shell.desk import Desk
from ui.shell.drafts import DraftLabel
from ui.shell.page import Page
from ui.shell.words import said
from widgets.buttons import hairline
from widgets.fields import SearchEdit
from widgets.notice import Notice
from widgets.theme import theme

_LIST_WIDTH = 164
_DRAFT_MS = 400


def draft_name(section: str) -> str:
    """Under which name what is typed in a section is kept."""
    return f"centers::{section}"


class SettingsPage(Page):
    """Every section of the settings that this person may see."""

    watches: ClassVar[Sequence[str]] = ("center", "employee", "role")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._specs = {
            spec.name: spec
            for spec in SECTIONS
            if not spec.permissions or any(desk.can(right) for right in spec.permissions)
        }
        self._made: dict[str, Section] = {}
        self._open = ""
        self._extra: list[QWidget] = []
        self._offered: set[str] = set()
        self.toolbar.set_title(self.tr("Settings"))
        self._search = SearchEdit(
            self.tr("Find a setting or a right"), name=self.tr("Find a setting or a right")
        )
        self._search.setProperty("search", True)
        self._search.searched.connect(self._find)
        self.toolbar.add_search(self._search, 250)
        self.list = SectionList(list(self._specs.values()))
        self.list.setFixedWidth(theme().px(_LIST_WIDTH))
        self.list.chosen.connect(self.go)
        self._stack = QStackedWidget()
        self._notices = QVBoxLayout()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = QVBoxLayout()
        side.setContentsMargins(0, theme().px(6), 0, 0)
        side.addWidget(self.list)
        row.addLayout(side)
        row.addWidget(hairline(vertical=True))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._notices)
        right.addWidget(self._stack, 1)
        row.addLayout(right, 1)
        self.body.addWidget(hairline())
        self.body.addLayout(row, 1)
        self._drafting = QTimer(self)
        self._drafting.setSingleShot(True)
        self._drafting.setInterval(_DRAFT_MS)
        self._drafting.timeout.connect(self._keep_drafts)
        desk.leaving.connect(self._flush_drafts)
        self._asked: LeaveDialog | None = None

    # going

    @override
    def load(self) -> None:
        self.desk.renew()
        if not self._open:
            self.go(str(self.desk.saved("centers.section", "")) or next(iter(self._specs)))
            return
        for section in self._made.values():
            section.load()

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        name = params.get("section", "")
        if name in self._specs:
            self.go(name)
        if "rule" in params:
            self.section.search(str(params["rule"]))
        if key is not None and isinstance(self.section, PeopleSection):
            self.section.list.setCurrentIndex(self.section.list.people.place(key))

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self._made[self._open]

    def go(self, name: str) -> None:
        """Open a section; what is typed in the one before stays there as a draft."""
        if name not in self._specs:
            name = next(iter(self._specs))
        if name == self._open:
            return
        before = self._made.get(self._open)
        if before is not None and before.is_dirty and self.isVisible():
            self._ask(self._open, lambda: self._show(name))
            self.list.show_section(self._open)
            return
        self._show(name)

    def _show(self, name: str) -> None:
        self._open = name
        section = self._made.get(name)
        if section is None:
            section = self._made[name] = self._specs[name].make(self.desk)
            section.edited.connect(self._edited)
            self._stack.addWidget(section)
        self._stack.setCurrentWidget(section)
        self.list.show_section(name)
        self._tools(section)
        section.load()
        self._offer(name, section)
        self.desk.save("centers.section", name)
        if self.isVisible():
            # the window asks for the hints of what shows now
            self.desk.open("centers")

    def _tools(self, section: Section) -> None:
        """The toolbar of the section that is open."""
        for widget in self._extra:
            widget.hide()
        self._extra = list(section.toolbar()) if isinstance(section, PeopleSection) else []
        for widget in self._extra:
            self.toolbar.add(widget)
            widget.show()

    @override
    def new(self) -> None:
        if isinstance(self.section, PeopleSection):
            self.section.open_person(None)

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        if isinstance(self._made.get(self._open), FormSection):
            return (("Ctrl+S", self.tr("save")),)
        if self._open != "people":
            return ()
        return (
            ("Space", self.tr("yes, no")),
            ("F2", self.tr("more")),
            ("Ctrl+Z", self.tr("undo")),
        )

    # finding

    def _find(self, words: str) -> None:
        words = words.casefold()
        if not words:
            self.list.show_found(None)
            if isinstance(self.section, PeopleSection):
                self.section.search("")
            return
        found = frozenset(name for name, spec in self._specs.items() if self._holds(spec, words))
        self.list.show_found(found)
        if self._open not in found and found and not self.section.is_dirty:
            self.go(next(name for name in self._specs if name in found))
        self.section.search(words)

    def _holds(self, spec: SectionSpec, words: str) -> bool:
        if words in f"{said(spec.title)} {said(spec.words)}".casefold():
            return True
        section = self._made.get(spec.name)
        if section is None:
            section = self._made[spec.name] = spec.make(self.desk)
            section.edited.connect(self._edited)
            self._stack.addWidget(section)
            section.load()
        found = section.search(words)
        if isinstance(section, PeopleSection) and not found:
            section.search("")
        return found

    # what is not saved

    def _edited(self) -> None:
        self.list.show_dirty(frozenset(n for n, s in self._made.items() if s.is_dirty))
        self._drafting.start()

    def _flush_drafts(self) -> None:
        if self._drafting.isActive():
            self._drafting.stop()
            self._keep_drafts()

    def _keep_drafts(self) -> None:
        for name, section in self._made.items():
            if section.is_dirty:
                label = DraftLabel(title=said(self._specs[name].title), icon="settings")
                self.desk.drafts.keep(draft_name(name), section.draft(), label)
            else:
                self.desk.drafts.drop(draft_name(name))

    def _offer(self, name: str, section: Section) -> None:
        """Say that something was typed here and not saved, the first time the section opens."""
        while (item := self._notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        draft = self.desk.drafts.draft(draft_name(name))
        if draft is None or name in self._offered or section.is_dirty:
            return
        self._offered.add(name)
        at = self.desk.formats.moment(draft.kept_at)
        notice = Notice(
            "wait",
            "history",
            self.tr("Typed {at} and not saved.").format(at=at),
            [
                (self.tr("Take it up"), lambda: self._take_up(section, draft.data)),
                (self.tr("Forget it"), lambda: self._forget(name)),
            ],
            square=True,
        )
        self._notices.addWidget(notice)

    def _take_up(self, section: Section, draft: Mapping[str, Any]) -> None:
        section.take(draft)
        self._clear_notice()
        self._edited()

    def _forget(self, name: str) -> None:
        self.desk.drafts.drop(draft_name(name))
        self._clear_notice()

    def _clear_notice(self) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _ask(self, name: str, then: Callable[[], object]) -> None:
        """What shall become of what is typed: saved, kept as a draft, or given up."""
        if self._asked is not None:
            return
        self._keep_drafts()
        section = self._made[name]
        self._asked = dialog = LeaveDialog(self.desk.front, said(self._specs[name].title))

        def answered(answer: str) -> None:
            self._asked = None
            if answer == "save":
                section.save(then)
            elif answer == "give up":
                section.discard()
                then()
            elif answer == "safe":
                then()

        dialog.finished.connect(answered)
        dialog.open()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        section = self._made.get(self._open)
        if section is not None and section.is_dirty and self.desk.front.isVisible():
            self._ask(self._open, _nothing)


def _nothing() -> None:
    """The page is left already: nothing more to do after the answer."""
