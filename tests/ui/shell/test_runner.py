"""The runner: nothing blocks, nothing is lost, nobody who left is called."""

import sys
import threading
import time
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shell.runner import CancelledWork, Progress, Runner


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    assert made.stop()


def never(error: Exception) -> None:
    pytest.fail(repr(error))


def settled(runner: Runner) -> None:
    assert runner.settle()


def test_an_answer_comes_on_the_drawing_thread(runner: Runner) -> None:
    threads: list[threading.Thread] = []
    owner = QObject()

    def ask() -> int:
        threads.append(threading.current_thread())
        return 7

    answers: list[int] = []

    def then(answer: int) -> None:
        threads.append(threading.current_thread())
        answers.append(answer)

    runner.read(owner, ask, then, never)
    assert runner.settle()
    assert answers == [7]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


class Held:
    """What a screen's job keeps alive."""


def hear(held: Held, answer: object) -> None:
    """An answer's receiver that holds on to something."""
    assert answer == id(held)


def test_what_a_job_held_dies_at_once_and_on_the_drawing_thread(runner: Runner) -> None:
    died: list[threading.Thread] = []
    owner = QObject()
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # the threads change places as often as they can
    try:
        for _ in range(200):
            held = Held()
            weakref.finalize(held, lambda: died.append(threading.current_thread()))
            for _ in range(3):
                runner.read(owner, partial(id, held), partial(hear, held), never)
            del held
            settled(runner)
    finally:
        sys.setswitchinterval(usual)
    assert len(died) == 200
    assert set(died) == {threading.main_thread()}


def test_a_newer_question_makes_the_older_answer_unwanted(runner: Runner) -> None:
    owner = QObject()
    gate = threading.Event()
    answers: list[str] = []
    runner.read(owner, lambda: gate.wait(5) and "old", answers.append, never, lane="search")
    runner.read(owner, lambda: "new", answers.append, never, lane="search")
    gate.set()
    assert runner.settle()
    assert answers == ["new"]


def test_who_is_gone_gets_no_answer(runner: Runner, qtbot: QtBot) -> None:
    owner = QWidget()
    answers: list[int] = []
    gate = threading.Event()
    runner.read(owner, lambda: gate.wait(5), answers.append, never)
    owner.deleteLater()
    qtbot.wait(20)
    gate.set()
    assert runner.settle()
    assert answers == []


def test_writes_keep_their_order(runner: Runner) -> None:
    owner = QObject()
    written: list[int] = []

    def write(number: int) -> None:
        time.sleep(0.002 if number % 2 else 0)
        written.append(number)

    for number in range(20):
        runner.write(owner, partial(write, number), None, never)
    assert runner.settle()
    assert written == list(range(20))


def test_what_goes_wrong_is_handed_back(runner: Runner) -> None:
    owner = QObject()
    wrong: list[Exception] = []
    runner.read(owner, lambda: 1 // 0, lambda _: pytest.fail("no answer"), wrong.append)
    assert runner.settle()
    assert isinstance(wrong[0], ZeroDivisionError)


def test_long_work_tells_how_far_it_is_and_can_be_cancelled(runner: Runner) -> None:
    owner = QObject()
    steps: list[tuple[int, int, str]] = []
    wrong: list[Exception] = []

    def work(progress: Progress) -> None:
        for number in range(10_000):
            progress.step(number, 10_000, "counting")
            time.sleep(0.001)

    job = runner.work(owner, work, None, wrong.append, lambda *step: steps.append(step))
    give_up = time.monotonic() + 5
    while len(steps) < 3 and time.monotonic() < give_up:
        runner.settle(0.01)
    assert job.progress is not None
    job.progress.cancel()
    assert runner.settle()
    assert isinstance(wrong[0], CancelledWork)
    assert steps == sorted(set(steps)), "steps are told once, in their order"
    assert {(total, text) for _, total, text in steps} == {(10_000, "counting")}
    assert len(steps) < 10_000


def test_work_may_count_the_bytes_of_a_large_file(runner: Runner) -> None:
    owner = QObject()
    steps: list[tuple[int, int, str]] = []

    def work(progress: Progress) -> None:
        progress.step(5_000_000_000, 6_000_000_000, "copied")

    def heard(done: int, total: int, text: str) -> None:
        steps.append((done, total, text))

    runner.work(owner, work, None, never, heard)
    assert runner.settle()
    assert steps == [(5_000_000_000, 6_000_000_000, "copied")]


def test_nothing_starts_after_the_end() -> None:
    ended = Runner()
    assert ended.stop()
    answers: list[int] = []
    job = ended.read(QObject(), lambda: 7, answers.append, never)
    assert job.dropped
    assert ended.busy == 0
    assert ended.settle()
    assert answers == []
