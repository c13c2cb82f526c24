"""Writing millions of rows into one SQLite file: what is looked up by nobody meanwhile is built once, at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.engine import Connection

_ADDED: Final = "search_row_added"
_MEMORY_KIB: Final = 1_000_000
_USUAL_KIB: Final = 2_000
# A unique index says what may not be twice, so it stays; the guards of busy spans look each new one up.
_FINDERS: Final = """SELECT name, sql FROM sqlite_master
    WHERE type = 'index' AND sql LIKE 'CREATE INDEX%' AND tbl_name <> 'busy_span' ORDER BY name"""


@contextmanager
def written_in_bulk(connection: Connection) -> Iterator[None]:
    """While the block runs, rows come without indexes, text search and looking up of parents; after it all is whole.

    ``connection`` stands outside a transaction. What came in between is examined before this returns:
    ``ValueError`` names the table of a row without its parent. A block that fails leaves a file without indexes,
    which is to be thrown away. PostgreSQL is left as it is.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    cursor = connection.connection.cursor()
    finders = cursor.execute(_FINDERS).fetchall()
    found = cursor.execute("SELECT sql FROM sqlite_master WHERE name = ?", (_ADDED,)).fetchall()
    try:
        cursor.execute(f"PRAGMA cache_size=-{_MEMORY_KIB}")
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("PRAGMA secure_delete=OFF")
        for name, _ in finders:
            cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute(f"DROP TRIGGER {_ADDED}")
        yield
        for (sql,) in [*found, *((sql,) for _, sql in finders)]:
            cursor.execute(sql)
        cursor.execute("INSERT INTO search_fts(search_fts) VALUES ('rebuild')")
        orphans = cursor.execute("PRAGMA foreign_key_check").fetchmany(1)
        if orphans:
            raise ValueError(f"a row of {orphans[0][0]} has no parent in {orphans[0][2]}")
    finally:
        cursor.execute(f"PRAGMA cache_size=-{_USUAL_KIB}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.close()
