"""The databases tests are given: migrated, empty, and each test's own."""

from app.kernel.db import HEAD, Database, schema_version


def _check_and_fill(url: str) -> None:
    database = Database(url, durable=False)
    try:
        assert schema_version(database) == HEAD
        with database.writer.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE only_here (plate text)")
            connection.exec_driver_sql("INSERT INTO only_here VALUES ('A001AA77')")
            rows = connection.exec_driver_sql("SELECT count(*) FROM only_here")
            assert rows.scalar() == 1
    finally:
        database.close()


def test_a_test_writes_where_another_does_not_read(database_url: str) -> None:
    _check_and_fill(database_url)


def test_another_test_starts_from_the_same_empty_database(database_url: str) -> None:
    _check_and_fill(database_url)


def test_both_kinds_can_be_had_at_once(sqlite_url: str, postgresql_url: str) -> None:
    _check_and_fill(sqlite_url)
    _check_and_fill(postgresql_url)


def test_a_bare_database_has_no_schema(bare_database_url: str) -> None:
    database = Database(bare_database_url)
    try:
        assert schema_version(database) is None
    finally:
        database.close()
