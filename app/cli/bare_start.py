"""The limit of a start: Qt and SQLAlchemy by themselves, fifty orders read and painted in a plain table."""

import json
import sys
import time
from pathlib import Path

_ORDERS = "SELECT number, state, currency, total_amount, made_at FROM work_order ORDER BY made_at DESC LIMIT 50"


def measure(path: str) -> dict[str, float]:
    """When the rows of that SQLite file stood painted (seconds since 1970), and the memory then (KiB)."""
    from PySide6.QtWidgets import (  # noqa: PLC0415 - what is loaded is measured, Qt first
        QApplication,
        QTableWidget,
        QTableWidgetItem,
    )

    app = QApplication([])
    import pysqlite3.dbapi2 as driver  # noqa: PLC0415 - as above
    import sqlalchemy as sa  # noqa: PLC0415 - as above

    engine = sa.create_engine("sqlite:///" + path, module=driver)
    with engine.connect() as connection:
        rows = connection.execute(sa.text(_ORDERS)).all()
    table = QTableWidget(len(rows), 5)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            table.setItem(at, column, QTableWidgetItem(str(value)))
    table.resize(1366, 768)
    table.show()
    app.processEvents()
    table.grab()
    used = Path("/proc/self/status").read_text(encoding="ascii").partition("VmRSS:")[2].split()[0]
    return {"at": time.time(), "kib": int(used)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(*sys.argv[1:])) + "\n")
