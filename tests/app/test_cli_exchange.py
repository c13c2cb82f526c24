"""The commands that talk to files and servers: import, sync, server; each names the person who gave it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from app import cli
from app.kernel.settings import settings
from models.customers import Customer
from models.ledger import AuditEntry
from tests.app.test_cli import ROOT, complaint, url_of
from tests.build.shops import PASSWORD, TestShop

SAMPLE = ROOT / "resources" / "sample" / "customers.csv"


@pytest.fixture
def person(shop: TestShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that say where the shop is and who gives the command."""
    word = tmp_path / "password"
    word.write_text(PASSWORD + "\n", encoding="utf-8")
    monkeypatch.setenv("CARPASS_SECRETS_DIR", str(shop.shop.secrets.folder))
    monkeypatch.setenv("CARPASS_BACKUP_DIR", str(tmp_path / "backups"))
    settings.cache_clear()
    return ["--database", url_of(shop), "--as", "owner", "--password-file", str(word)]


@pytest.fixture(autouse=True)
def fresh_settings() -> Iterator[None]:
    """Settings are read once for a process; each test here has its own."""
    yield
    settings.cache_clear()


def told(capsys: pytest.CaptureFixture[str], words: list[str], code: int) -> dict[str, Any]:
    given = cli.main([*words, "--json"])
    printed = capsys.readouterr()
    assert given == code, printed.err
    result: dict[str, Any] = json.loads(printed.out)
    return result


def count_of(shop: TestShop, entity: type[Customer]) -> int:
    with shop.reading() as read:
        return read.connection.execute(sa.select(sa.func.count()).select_from(entity)).scalar_one()


def test_a_file_is_tried_brought_in_once_and_named_in_the_audit(
    shop: TestShop, person: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["import", str(SAMPLE), "--kind", "customers", *person]
    tried = told(capsys, [*words, "--skip-bad", "--dry-run"], 1)
    assert tried["dry_run"] is True
    assert tried["rows"]["added"] > 50
    assert count_of(shop, Customer) == 0
    done = told(capsys, [*words, "--skip-bad"], 1)
    assert done["rows"] == tried["rows"]
    assert count_of(shop, Customer) == done["rows"]["added"]
    with shop.reading() as read:
        last = read.connection.execute(
            sa.select(AuditEntry.action, AuditEntry.actor_id).order_by(AuditEntry.seq.desc())
        ).first()
    assert last == ("exchange.import", shop.owner.employee_id)

    again = told(capsys, [*words, "--skip-bad"], 1)
    assert (again["rows"]["added"], again["rows"]["changed"]) == (0, 0)
    assert count_of(shop, Customer) == done["rows"]["added"]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_list_goes_out_and_comes_in_again_as_the_same(
    shop: TestShop,
    person: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    form: str,
) -> None:
    words = ["import", str(SAMPLE), "--kind", "customers", "--skip-bad", *person]
    told(capsys, words, 1)
    out = ["export", "--kind", "customers", "--format", form, "--to", str(tmp_path), *person]
    made = told(capsys, out, 0)
    assert made["rows"] == count_of(shop, Customer)
    assert Path(made["path"]).stat().st_size == made["size_bytes"]
    assert "Name another place" in complaint(capsys, *out)
    back = told(capsys, ["import", made["path"], "--kind", "customers", *person], 0)
    assert (back["rows"]["added"], back["rows"]["changed"]) == (0, 0)
    mechanic = ["--as", "mechanic", *person[4:]]
    assert "not allowed" in complaint(capsys, *out[:-4], *person[:2], *mechanic)


def test_wrong_rows_are_told_by_row_and_column(
    shop: TestShop, person: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "wrong.csv"
    broken.write_text("Имя;Телефон\nПетров Иван;+7 916 000-14-22\nСидоров;12\n", encoding="utf-8")
    words = ["import", str(broken), "--kind", "customers", *person]
    assert cli.main([*words, "--json"]) == 2
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert [(p["row"], p["column"]) for p in report["problems"] if p["weight"] == "error"] == [
        (3, "B")
    ]
    assert "nothing was imported" in printed.err
    assert count_of(shop, Customer) == 0
    left_out = told(capsys, [*words, "--skip-bad"], 1)
    assert (left_out["rows"]["added"], left_out["rows"]["refused"]) == (1, 1)
    assert cli.main([*words, "--skip-bad", "--dry-run"]) == 1
    assert "rows that would be" in capsys.readouterr().out


def test_nobody_and_a_stranger_change_nothing(
    shop: TestShop, person: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["import", str(SAMPLE), "--kind", "customers", "--database", url_of(shop)]
    assert "--as LOGIN" in complaint(capsys, *words)
    assert "--password-file" in complaint(capsys, *words, "--as", "owner")
    wrong = tmp_path / "wrong"
    wrong.write_text("not the password", encoding="utf-8")
    complaint(capsys, *words, "--as", "owner", "--password-file", str(wrong))
    complaint(capsys, *words, "--as", "owner", "--password-file", str(tmp_path / "gone"))
    mechanic = ["--as", "mechanic", "--password-file", person[-1]]
    assert "not allowed" in complaint(capsys, *words, *mechanic)
    assert "COLUMN=FIELD" in complaint(capsys, *words, *person[2:], "--column", "C")
    assert count_of(shop, Customer) == 0


def test_a_shop_without_a_server_says_so(
    person: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, ["sync", *person], 1)["problem"] == "not_paired"
    assert "waiting" in told(capsys, ["sync", "--status", *person], 0)
    assert "--code" in complaint(capsys, "sync", "--pair", "http://127.0.0.1:9", *person)
    said = complaint(capsys, "sync", "--pair", "http://127.0.0.1:9", "--code", "ABCD2345", *person)
    assert "does not answer" in said
    assert told(capsys, ["sync", "--unpair", *person], 0) == {"paired": False}


def test_the_server_says_where_it_is_and_stops_when_told(tmp_path: Path) -> None:
    environment = os.environ | {"CARPASS_SERVER_DATABASE_URL": f"sqlite:///{tmp_path / 's.sqlite'}"}
    with subprocess.Popen(
        [sys.executable, "-m", "app", "server", "--port", "0"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = json.loads(process.stdout.readline())
        assert line["event"] == "listening"
        answer = httpx.get(line["url"], follow_redirects=True, timeout=20)
        assert answer.status_code < 500
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) in {0, -signal.SIGTERM}
    assert (tmp_path / "s.sqlite").exists()


def test_a_server_that_cannot_be_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["server", "--database", str(tmp_path / "s.sqlite")]
    assert "binds to this computer only" in complaint(capsys, *where, "--host", "0.0.0.0")  # noqa: S104 - refused is the point
    assert "cannot start" in complaint(
        capsys, *where, "--host", "203.0.113.9", "--certificate", "x"
    )
