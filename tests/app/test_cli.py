"""The commands as people type them: what they print, their exit codes, and what they say when they cannot."""

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.kernel.logs import NAME
from app.kernel.settings import Settings
from tests.build.shops import PIN, TestShop

ROOT = Path(cli.__file__).resolve().parents[2]


def url_of(shop: TestShop) -> str:
    database = shop.shop.database
    if database.is_sqlite:
        return str(database.path)
    return database.url.render_as_string(hide_password=False)


def answer(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> dict[str, Any]:
    """What a command prints as JSON; its exit code must be ``code``."""
    given = cli.main([*words, "--json"])
    printed = capsys.readouterr()
    assert given == code, printed.err
    told: dict[str, Any] = json.loads(printed.out)
    return told


def complaint(capsys: pytest.CaptureFixture[str], *words: str, code: int = 2) -> str:
    """What a command says on standard error; it prints nothing else."""
    given = cli.main(list(words))
    printed = capsys.readouterr()
    assert (given, printed.out) == (code, "")
    return printed.err


def test_backup_verify_list_restore_and_doctor_follow_each_other(
    shop: TestShop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = url_of(shop)
    made = answer(capsys, "backup", "--database", url, "--to", str(tmp_path), "--reason", "Before!")
    assert made["path"].endswith("-before.backup.zip")
    assert made["shop"] == str(shop.shop.identity)
    assert made["tables"]["employee"]["rows"] == 5
    proved = answer(capsys, "backup", "--verify", made["path"])
    assert proved == made
    listed = answer(capsys, "backup", "--database", url, "--to", str(tmp_path), "--list")
    assert [b["file"] for b in listed["backups"]] == [Path(made["path"]).name]

    busy = complaint(capsys, "restore", made["path"], "--database", url)
    assert "Close every CarPass Desk" in busy
    shop.close()
    done = answer(capsys, "restore", made["path"], "--database", url)
    assert done["rows"] == made["rows"]
    assert done["kept"]
    healthy = answer(capsys, "doctor", "--database", url)
    assert healthy["clean"] is True
    assert healthy["by_severity"]["damage"] == 0


def test_results_can_be_read_by_people(
    shop: TestShop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = url_of(shop)
    assert cli.main(["backup", "--database", url, "--to", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("Backup made: ")
    assert cli.main(["backup", "--to", str(tmp_path), "--list"]) == 0
    assert "reason" in capsys.readouterr().out
    assert cli.main(["doctor", "--database", url]) == 0
    assert "Clean; mind the warnings." in capsys.readouterr().out
    other = tmp_path / "other" / "shop.sqlite"
    (backup,) = tmp_path.glob("*.zip")
    assert cli.main(["restore", str(backup), "--database", str(other)]) == 0
    assert "Nothing stood there before." in capsys.readouterr().out


def test_a_finding_is_exit_code_one(shop: TestShop, capsys: pytest.CaptureFixture[str]) -> None:
    with shop.shop.database.writer.begin() as connection:
        connection.exec_driver_sql(
            "DROP TRIGGER final_payment_update"
            if shop.shop.database.is_sqlite
            else "DROP TRIGGER final_payment_update ON payment"
        )
    told = answer(capsys, "doctor", "--database", url_of(shop), code=1)
    assert told["clean"] is False
    assert [f["record"] for f in told["findings"] if f["code"] == "guard"] == [
        "final_payment_update"
    ]
    assert all(f["what"] and f["remedy"] for f in told["findings"])


@pytest.mark.parametrize("command", ["backup", "doctor"])
def test_a_shop_that_is_not_there_is_not_made(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone.sqlite"
    said = complaint(capsys, command, "--database", str(gone))
    assert said.startswith(f"There is no shop at {gone}.")
    assert "--database" in said
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_does_not_answer_is_the_users_world(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = complaint(capsys, "doctor", "--database", "postgresql://shop@127.0.0.1:9/shop")
    assert "does not answer" in said
    assert "Traceback" not in said


def test_what_is_no_database_is_named_by_the_doctor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "photo.sqlite"
    other.write_bytes(b"\xff\xd8\xff" * 4000)
    told = answer(capsys, "doctor", "--database", str(other), code=1)
    assert [f["code"] for f in told["findings"]] == ["unreadable"]
    assert "damaged" in complaint(capsys, "backup", "--database", str(other))


def test_wrong_words_are_exit_code_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert "usage:" in complaint(capsys, "backup", "--no-such-thing")
    assert "usage:" in complaint(capsys)
    assert "mysql" in complaint(capsys, "doctor", "--database", "mysql://x/y")


def test_a_mistake_of_ours_is_exit_code_seventy_and_logged_without_persons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_options: object) -> int:
        raise LookupError("Орлова Вера, +7 916 000-14-22")

    text, load = cli.COMMANDS["backup"]
    spoiled = dataclasses.replace(load(), run=broken)
    monkeypatch.setitem(cli.COMMANDS, "backup", (text, lambda: spoiled))
    said = complaint(capsys, "backup", "--database", str(tmp_path / "x"), code=70)
    log = Settings().logs / NAME
    assert str(log) in said
    text = log.read_text(encoding="utf-8")
    assert "builtins.LookupError at app/test_cli.py:" in text
    # not "916" alone: a moment of the log may have it among its microseconds
    assert "000-14-22" not in text + said
    assert "+7" not in text + said
    assert "Орлова" not in text + said


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    top = capsys.readouterr().out
    for name, (text, load) in cli.COMMANDS.items():
        assert f"  {name}" in top
        assert (load().name, load().help) == (name, text)
        assert cli.main([name, "--help"]) == 0
        told = capsys.readouterr().out
        assert "--json" in told
        assert "--database" in told
        assert "exit codes:" in told
    assert cli.main(["--version"]) == 0


def test_the_program_starts_as_a_module_and_by_the_environment(
    shop: TestShop, tmp_path: Path
) -> None:
    environment = os.environ | {
        "CARPASS_DATABASE_URL": url_of(shop),
        "CARPASS_BACKUP_DIR": str(tmp_path / "kept"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "app", "backup", "--json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert Path(json.loads(done.stdout)["path"]).parent == tmp_path / "kept"
    assert PIN not in done.stdout
