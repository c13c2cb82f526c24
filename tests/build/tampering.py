"""Damage for tests: changes that no verb would make and no guard would let through."""

from app.kernel.db import Database


def tamper(database: Database, table: str, change: str) -> None:
    """Run ``UPDATE table SET change`` (or ``DELETE …``) with the guards of that table out of the way."""
    statement = change if change.startswith("DELETE") else f"UPDATE {table} SET {change}"  # noqa: S608 - a test's own words
    with database.writer.begin() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            connection.exec_driver_sql(statement.replace("%", "%%"))
            connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            return
        texts = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).all()
        for name, _ in texts:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(statement)
        for _, text in texts:
            connection.exec_driver_sql(text)
