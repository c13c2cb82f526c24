"""Each refusal is said in its own way: what happened, what was kept, what to do; questions can be answered."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    ChangedError,
    ConfirmError,
    InvalidError,
    NotAllowedError,
    Reason,
    UserError,
    say,
)
from ui.shell.problems import remedy_of, show_problem, title_of
from ui.shell.repeat import Repeat
from ui.shell.window import Window
from widgets.buttons import Button
from widgets.dialog import Dialog

SOMETHING = say(QT_TRANSLATE_NOOP("test", "The disk is full."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    version: int = 3
    reason: str | None = None
    is_sure: bool = False


def words(dialog: Dialog) -> str:
    return " ".join(found.text() for found in dialog.findChildren(QLabel))


def button(dialog: Dialog, text: str) -> Button:
    return next(found for found in dialog.findChildren(Button) if found.text() == text)


def buttons(dialog: Dialog) -> list[str]:
    return [found.text() for found in dialog.findChildren(Button) if found.text()]


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_title(reason: Reason) -> None:
    assert title_of(UserError(SOMETHING, reason=reason))


def test_a_full_disk_can_be_tried_again(window: Window) -> None:
    tried: list[bool] = []
    dialog = show_problem(
        window,
        UserError(SOMETHING, reason=Reason.STORAGE),
        lambda: tried.append(True),
    )
    said = words(dialog)
    assert "The disk is full." in said
    assert "Nothing was changed. What you typed is still here." in said
    button(dialog, "Try again").click()
    assert tried == [True]


def test_what_will_not_get_better_is_not_tried_again(window: Window) -> None:
    error = NotAllowedError("costs.see")
    dialog = show_problem(window, error, lambda: pytest.fail("tried again"))
    assert buttons(dialog) == ["Close"]
    assert "Ask somebody whose role holds this right." in words(dialog)
    assert remedy_of(error)
    dialog.cancel()


def test_every_missing_thing_is_told_at_once(window: Window) -> None:
    error = BlockedError([Blocker("a", SOMETHING), Blocker("b", say(SOMETHING.source))])
    dialog = show_problem(window, error)
    assert words(dialog).count("The disk is full.") == 2
    dialog.cancel()
    invalid = show_problem(window, InvalidError({"phone": SOMETHING}))
    assert "The disk is full." in words(invalid)
    invalid.cancel()


def test_a_reason_is_asked_for_and_given(window: Window) -> None:
    given: list[Command] = []
    retry = Repeat(Command(), given.append)
    dialog = show_problem(window, ConfirmError("reason", SOMETHING), retry)
    yes = button(dialog, "Yes, as it is")
    assert not yes.isEnabled()
    area = dialog.findChild(QPlainTextEdit)
    assert isinstance(area, QPlainTextEdit)
    area.setPlainText("  the meter was changed ")
    yes.click()
    assert given == [Command(reason="the meter was changed")]


def test_a_yes_is_enough_where_nothing_else_is_wanted(window: Window) -> None:
    given: list[Command] = []
    retry = Repeat(Command(), given.append)
    dialog = show_problem(window, ConfirmError("is_sure", SOMETHING), retry)
    button(dialog, "Yes, as it is").click()
    assert given == [Command(is_sure=True)]


def test_a_question_nobody_can_answer_is_only_told(window: Window) -> None:
    dialog = show_problem(window, ConfirmError("elsewhere", SOMETHING), lambda: None)
    assert "The disk is full." in words(dialog)
    dialog.cancel()


def test_mine_over_theirs_or_theirs(window: Window) -> None:
    given: list[Command] = []
    loaded: list[bool] = []
    error = ChangedError("work_order", "Malinin P.", "14:29", 3, 5)
    retry = Repeat(Command(), given.append)
    first = show_problem(window, error, retry, reload=lambda: loaded.append(True))
    assert "Changed by Malinin P. at 14:29 while you were editing." in words(first)
    button(first, "Keep mine over theirs").click()
    assert given == [Command(version=5)]
    second = show_problem(window, error, retry, reload=lambda: loaded.append(True))
    button(second, "Load theirs").click()
    assert loaded == [True]
    unknown = ChangedError("record", "?", "?", 0, 0)
    third = show_problem(window, unknown, retry)
    assert buttons(third) == ["Back to my text"]
    third.cancel()
