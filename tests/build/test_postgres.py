"""The servers and databases tests stand on: separate, quick to copy, and gone afterwards."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.build import postgres

HELD = """
import sys, time
from tests.build.postgres import Postgres
with Postgres() as server:
    print(server.port, server.folder, flush=True)
    time.sleep(600)
"""


def _connect(url: str) -> psycopg.Connection:
    return psycopg.connect(url.replace("+psycopg", ""))


def test_a_copy_has_what_its_template_has_and_keeps_its_own_rows_apart(
    postgres_server: postgres.Postgres,
) -> None:
    with postgres.database(postgres_server, "original") as original:
        with _connect(original) as connection:
            connection.execute("CREATE EXTENSION pg_trgm")
            connection.execute("CREATE TABLE car (plate text)")
            connection.execute("INSERT INTO car VALUES ('A001AA77')")
        connection.close()
        with postgres.database(postgres_server, "copy", template="original") as copy:
            with _connect(copy) as connection:
                connection.execute("INSERT INTO car VALUES ('B002BB78')")
                assert connection.execute("SELECT count(*) FROM car").fetchall() == [(2,)]
            connection.close()
        with _connect(original) as connection:
            assert connection.execute("SELECT plate FROM car").fetchall() == [("A001AA77",)]
        connection.close()
    left = postgres_server.execute(sql.SQL("SELECT datname FROM pg_database"))
    assert ("original",) not in left
    assert ("copy",) not in left


def test_the_owner_of_a_database_is_no_superuser(postgres_server: postgres.Postgres) -> None:
    with postgres.database(postgres_server, "plain") as url:
        with _connect(url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE ROLE stranger")
        connection.close()


def test_a_durable_server_keeps_committed_rows_through_a_kill() -> None:
    with postgres.Postgres(durable=True) as server:
        assert server.execute(sql.SQL("SHOW fsync")) == [("on",)]
        url = server.create("shop")
        with _connect(url) as connection:
            connection.execute("CREATE TABLE car AS SELECT 'A001AA77' AS plate")
        connection.close()
        server.kill()
        with pytest.raises(psycopg.OperationalError):
            _connect(url)
        server.start()
        with _connect(url) as connection:
            assert connection.execute("SELECT plate FROM car").fetchall() == [("A001AA77",)]
        connection.close()


def test_a_killed_run_leaves_no_server_and_the_next_run_sweeps_its_folder(
    pytestconfig: pytest.Config,
) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", HELD],
        stdout=subprocess.PIPE,
        text=True,
        cwd=pytestconfig.rootpath,
    )
    assert run.stdout is not None
    with run.stdout as told:
        port, folder = told.readline().split()
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="postgres").close()
        except psycopg.OperationalError as error:
            if "refused" in str(error):
                break
        time.sleep(0.05)
    else:
        pytest.fail("the server still answers")
    assert Path(folder).exists()
    with postgres.Postgres():
        assert not Path(folder).exists()


def test_a_machine_without_the_server_is_told_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgres, "PROGRAMS", tmp_path)
    with pytest.raises(postgres.PostgresUnavailableError, match=r"python3 dev\.py setup"):
        postgres.server_programs()
