"""The two commands: what they would do, what they say when they may not, and their exit codes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.house.tree import ROOT


def _dev(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "dev.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


@pytest.mark.parametrize(
    "command", ["run", "test", "lock", "setup", *(each[0] for each in dev.HOUSE)]
)
def test_every_command_tells_its_options(command: str) -> None:
    told = _dev(command, "--help")
    assert told.returncode == 0
    assert "--dry-run" in told.stdout
    assert "--json" in told.stdout


@pytest.mark.parametrize(("command", "tool"), [(each[0], each[1]) for each in dev.HOUSE])
def test_options_of_the_program_behind_a_command_are_told_too(command: str, tool: str) -> None:
    behind = [sys.executable, "-m", tool, "--help"]
    own = subprocess.run(behind, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    told = _dev(command, "--help").stdout
    assert [name for name in re.findall(r"--[a-z]+", own) if name not in told] == []


def test_an_unknown_command_is_wrong_usage() -> None:
    assert _dev("deploy").returncode == 2


def test_a_dry_run_changes_nothing_and_lists_commands_as_json() -> None:
    before = dev.STAMP.stat().st_mtime_ns if dev.STAMP.exists() else None
    told = _dev("setup", "run", "--dry-run", "--json")
    after = dev.STAMP.stat().st_mtime_ns if dev.STAMP.exists() else None
    assert told.returncode == 0, told.stderr
    assert set(json.loads(told.stdout)) == {"commands"}
    assert before == after


def test_root_installs_what_is_missing_and_only_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    here, gone = dev.Need("here", lambda: True), dev.Need("gone", lambda: False)
    assert dev.plan_packages([here]) == []
    update, install = dev.plan_packages([here, gone])
    assert update[-1] == "update"
    assert install[0] == "apt-get"
    assert install[-1] == "gone"
    assert "here" not in install


def test_without_rights_the_one_command_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, body in {"apt-get": "exit 0", "sudo": "exit 1"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    gone = [dev.Need("libgone1", lambda: False), dev.Need("libgone2", lambda: False)]
    with pytest.raises(
        dev.LackingError,
        match="sudo sh -c 'apt-get update && apt-get install --yes libgone1 libgone2'",
    ):
        dev.plan_packages(gone)


def test_without_apt_the_packages_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.LackingError, match="no apt-get: libgone1"):
        dev.plan_packages([dev.Need("libgone1", lambda: False)])


def test_needs_are_seen_by_what_they_bring() -> None:
    assert dev.library("libc.so.6")()
    assert not dev.library("libno-such-library.so.9")()
    assert dev.program("sh")()
    assert not dev.program("no-such-program", "no/such/*/file")()
    assert dev.file("usr/lib/*")()


def test_a_failed_check_is_told_with_its_time_and_last_line() -> None:
    good = dev.Step("good", [sys.executable, "-c", "print('all is well')"])
    bad = dev.Step("bad", [sys.executable, "-c", "print('3 failed\\n'); raise SystemExit(1)"])
    for step in (good, bad):
        dev.run_step(step)
    assert (good.passed, good.last_line) == (True, "all is well")
    assert (bad.passed, bad.last_line) == (False, "3 failed")
    assert good.seconds > 0


def test_the_checks_run_in_order_and_end_with_the_tests() -> None:
    steps = dev.steps(["tests/house", "-q"])
    assert [step.name for step in steps] == [
        "ruff",
        "format",
        "mypy",
        "imports",
        "vulture",
        "deptry",
        "pytest",
    ]
    assert steps[-1].command[-2:] == ["tests/house", "-q"]


def test_the_environment_is_made_again_when_the_lock_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = dev.fingerprint()
    assert dev.fingerprint() == before
    other = tmp_path / "requirements.lock"
    other.write_text("nothing==1 --hash=sha256:0\n", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", other)
    assert dev.fingerprint() != before
    assert not dev.venv_ready()
    assert any("--require-hashes" in command for command in dev.plan_venv())


def test_an_environment_that_is_a_link_to_anothers_is_never_emptied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "other")
    monkeypatch.setattr(dev, "VENV", tmp_path / "here")
    with pytest.raises(dev.LackingError, match="remove the link"):
        dev.plan_venv()


def test_a_second_run_lets_go_of_the_first_and_of_nothing_else(tmp_path: Path) -> None:
    for name in ("shop.sqlite", "shop.sqlite-wal", "server.log", "summary.json", "mine.txt"):
        (tmp_path / name).touch()
    for name in ("pdf", "trial"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "inside").touch()
    dev.clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.txt", "trial"]


def test_what_every_push_must_pass_is_the_test_command() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec python3 dev.py test"
    assert os.access(ROOT / ".ci/run", os.X_OK)
