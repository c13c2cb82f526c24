"""The program from its first screen to its end: who comes in, what their window has, and what is left behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.kernel.errors import Reason, UserError
from app.kernel.tx import Shop
from ui.access.sign_in import SignIn
from ui.customers.saving import FormDialog
from ui.dressing import Look
from ui.program import Program
from ui.shell.crash import CrashDialog
from ui.shell.drafts import Drafts
from ui.shell.first_run import FirstRun
from ui.shell.watchdog import DeskApplication
from ui.start import person, settle
from widgets.theme import theme

LOOK = Look("en", "light")


@pytest.fixture
def program(sample_shop: Shop, tmp_path: Path, dressed: DeskApplication) -> Iterator[Program]:
    """The program over the sample shop, not begun."""
    made = Program(dressed, sample_shop, tmp_path / "data", LOOK)
    yield made
    made.end()
    dressed.processEvents()


def entrance(program: Program) -> QMainWindow:
    found = [
        widget
        for widget in program.app.topLevelWidgets()
        if isinstance(widget, QMainWindow) and widget.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def test_people_sign_in_before_anything_shows(program: Program) -> None:
    program.begin()
    assert program.window is None
    assert isinstance(entrance(program).centralWidget(), SignIn)


def test_signing_in_opens_the_window_in_place_of_the_entrance(program: Program) -> None:
    program.begin()
    window = program.come_in(person(program.shop, "dyomina"))
    settle(window)
    assert entrance(program) is window
    assert window.place == "today"
    assert window.desk.actor.name == "Дёмина Ольга"


def test_an_empty_shop_begins_with_the_wizard(
    bare_shop: Shop, tmp_path: Path, dressed: DeskApplication
) -> None:
    made = Program(dressed, bare_shop, tmp_path / "data", LOOK)
    made.begin()
    assert isinstance(entrance(made).centralWidget(), FirstRun)
    made.end()


def test_the_page_is_remembered(program: Program) -> None:
    window = program.come_in(person(program.shop, "dyomina"))
    window.open("work_orders", None, {})
    settle(window)
    again = program.come_in(person(program.shop, "dyomina"))
    assert again.place == "work_orders"


def test_another_scale_makes_the_window_anew(program: Program) -> None:
    window = program.come_in(person(program.shop, None))
    window.desk.save("appearance", {"mode": "dark", "scale": 1.25, "language": "en"})
    settle(window)
    program._given = None  # noqa: SLF001 - the command line asked for a look; a person's choice goes before nothing else
    window.desk.restart()
    assert program.window is not None
    assert program.window is not window
    assert (theme().mode, theme().scale) == ("dark", 1.25)
    theme().use(mode="light", scale=1.0)


def test_locking_hides_what_is_shown(program: Program, qtbot: QtBot) -> None:
    window = program.come_in(person(program.shop, "dyomina"))
    settle(window)
    window.lock_asked.emit()
    assert not window.stack.isVisible()
    qtbot.wait(10)


def test_a_mistake_of_ours_shows_the_crash_dialog_and_the_window_goes_on(program: Program) -> None:
    window = program.come_in(person(program.shop, None))
    settle(window)
    window.desk.problem(ZeroDivisionError("a mistake"))
    assert window.findChildren(CrashDialog)
    window.open("catalog", None, {})
    settle(window)
    assert window.place == "catalog"


def test_a_refusal_is_a_dialog_with_its_sentence(program: Program) -> None:
    window = program.come_in(person(program.shop, None))
    settle(window)
    with pytest.raises(UserError) as refused:
        person(program.shop, "nobody")
    assert refused.value.reason is Reason.NOT_FOUND
    window.desk.problem(refused.value)
    assert any("nobody" in label for label in _labels(window))


def _labels(window: QMainWindow) -> list[str]:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415 - used here alone

    return [label.text() for label in window.findChildren(QLabel)]


@pytest.fixture
def bare_shop(sqlite_url: str) -> Iterator[Shop]:
    """A migrated shop without a center."""
    from app.compose import open_shop  # noqa: PLC0415 - used here alone

    shop = open_shop(url=sqlite_url, daily=False)
    yield shop
    shop.close()


def test_who_comes_next_takes_no_letter_from_who_was_there(program: Program) -> None:
    owner = person(program.shop, None)
    window = program.come_in(owner)
    settle(window, 1)
    window.open("customers", None, {"new": "customer"})
    settle(window, 1)
    form = next(each for each in window.findChildren(FormDialog) if each.isVisible())
    form.form.control("name").setText("Громов")
    # at once: the pause after which a draft is kept is not over
    drafts = window.desk.drafts.folder
    program.come_in(person(program.shop, "dyomina"))
    kept = Drafts(drafts, program.shop.clock).all()
    assert [draft.data["name"] for draft in kept] == ["Громов"]
