"""The window: pages by permission, going and coming back, hearing what was written, words of the status bar."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.customers import CreateCustomer, create_customer
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.tx import Actor, Changes, Shop
from models.access import Permission
from ui.dressing import open_window
from ui.shell.desk import Desk
from ui.shell.page import Page, PageSpec
from ui.shell.window import Window
from ui.start import person, settle


class Notes(Page):
    """A page that counts how often it read."""

    watches: ClassVar[tuple[str, ...]] = ("customer",)
    name_shown = "Notes"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.toolbar.set_title(self.name_shown)
        self.loads = 0
        self.opened: list[tuple[uuid.UUID | None, dict[str, object]]] = []

    def load(self) -> None:
        self.loads += 1

    def open_record(self, key: uuid.UUID | None, **params: object) -> None:
        self.opened.append((key, params))


class Others(Notes):
    """A second page that watches nothing."""

    watches: ClassVar[tuple[str, ...]] = ()
    name_shown = "Others"


def _spec(name: str, page: type[Page], *permissions: Permission) -> PageSpec:
    return PageSpec(
        name=name,
        title=QT_TRANSLATE_NOOP("test", "Page"),
        icon="sun",
        make=page,
        permissions=permissions,
        count=lambda _read: 7,
    )


SPECS = (
    _spec("notes", Notes),
    _spec("others", Others),
    _spec("people", Others, Permission.CENTERS_EDIT),
)


@pytest.fixture
def small(sample_shop: Shop, tmp_path: Path) -> Iterator[Window]:
    """A window of three pages."""
    made = open_window(
        sample_shop,
        person(sample_shop, None),
        language="en",
        drafts=tmp_path / "drafts",
        specs=SPECS,
    )
    made.resize(1366, 768)
    made.show()
    made.open("notes", None, {})
    settle(made)
    yield made
    made.close()
    made.desk.close()


def page_of(window: Window, kind: type[Notes]) -> Notes:
    found = window.page
    assert isinstance(found, kind)
    return found


def test_a_page_nobody_may_use_is_not_shown(sample_shop: Shop, tmp_path: Path) -> None:
    mechanic = next(
        actor
        for login in ("malinin", "kuznetsov", "gusev", "aslanov")
        if (actor := _maybe(sample_shop, login)) is not None
    )
    made = open_window(sample_shop, mechanic, language="en", drafts=tmp_path / "d", specs=SPECS)
    assert [spec.name for spec in made.pages] == ["notes", "others"]
    made.open("people", None, {})
    assert made.page is None
    made.desk.close()


def _maybe(shop: Shop, login: str) -> Actor | None:
    try:
        return person(shop, login)
    except UserError:
        return None


def test_going_to_a_page_and_back(small: Window, qtbot: QtBot) -> None:
    small.open("others", None, {})
    assert isinstance(small.page, Others)
    qtbot.keyClick(small, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]  # pytest-qt says nothing
    assert small.place == "notes"


def test_numbers_open_pages(small: Window, qtbot: QtBot) -> None:
    small.activateWindow()
    qtbot.keyClick(  # type: ignore[no-untyped-call]  # as above
        small, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier
    )
    qtbot.wait(20)
    assert small.place == "others"


def test_a_record_is_opened_with_what_is_known(small: Window) -> None:
    key = uuid.uuid4()
    small.open("notes", key, {"tab": "history"})
    assert page_of(small, Notes).opened == [(key, {"tab": "history"})]


def test_a_page_reads_again_when_what_it_watches_changes(small: Window) -> None:
    page = page_of(small, Notes)
    before = page.loads
    small.desk.act(page, create_customer, CreateCustomer(name="Ким Анна", phone="+79160000001"))
    settle(small)
    assert page.loads == before + 1


def test_a_page_behind_reads_when_it_is_shown_again(small: Window) -> None:
    notes = page_of(small, Notes)
    small.open("others", None, {})
    before = notes.loads
    small.desk.act(notes, create_customer, CreateCustomer(name="Ким Анна", phone="+79160000001"))
    settle(small)
    assert notes.loads == before
    small.open("notes", None, {})
    assert notes.loads == before + 1


def test_what_another_desk_wrote_is_heard(small: Window) -> None:
    page = page_of(small, Notes)
    settle(small)
    before = page.loads
    small.desk.changed.emit(Changes("elsewhere", None, {"*": frozenset()}))
    assert page.loads == before + 1


def test_counts_stand_in_the_navigation(small: Window) -> None:
    settle(small)
    model = small.navigation.list.model()
    words = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert words[0] == "Page 7"


def test_a_refusal_is_shown_with_what_to_do(small: Window) -> None:
    error = UserError(
        say(QT_TRANSLATE_NOOP("test", "The drawer is shut.")),
        reason=Reason.BUSY,
        remedy=say(QT_TRANSLATE_NOOP("test", "Open it.")),
    )
    told: list[tuple[Exception, object]] = []
    small.show_problem = lambda _window, problem, retry: told.append((problem, retry))
    small.desk.problem(error)
    assert told == [(error, None)]


def test_who_works_here_no_more_is_told_so_and_reads_on(window: Window) -> None:
    told: list[Exception] = []
    window.show_problem = lambda _window, error, _retry: told.append(error)
    window.desk.actor = replace(window.desk.actor, employee_id=uuid.uuid4())
    window.open("centers", None, {})
    settle(window)
    assert [str(error) for error in told] == ["This employee does not work here any more."]
    assert window.place == "centers"
