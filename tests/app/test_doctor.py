"""The doctor: a healthy shop is clean; one altered value in a final record is named by the record's number."""

import json
import random
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from app.cli import doctor
from app.cli.findings import Chart, Severity
from app.kernel import backup, search
from app.kernel.db import Database
from app.kernel.errors import Reason, UserError
from models.base import new_id
from models.billing import Invoice, Payment
from models.inventory import Product, StockMove
from models.work_orders import WorkOrder
from tests.build.filled import Filled, filled, sqlite_filled, templates
from tests.build.orders import Garage
from tests.build.shops import TestShop
from tests.build.tampering import tamper

__all__ = ["filled", "sqlite_filled", "templates"]

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def garage(filled: Filled) -> Garage:
    return Garage(filled(_filled))


def _filled(shop: TestShop) -> None:
    """Two completed orders, one of them billed and paid, and an open order beside."""
    made = Garage(shop)
    oil = made.part("Масло 5W-30", 90_000, kind="fluid", unit="l", stock="20", cost=51_234)
    work = made.labour("Замена масла", "0.5")
    order = made.finished((work, None), (oil, "4.5"))
    invoice = made.invoice(order)
    made.pay(100_00, invoice_id=invoice)
    made.finished((work, None), (oil, "3.3"))
    open_order = made.order()
    made.line(open_order, oil, qty=None)


def _url(shop: TestShop) -> str:
    database = shop.shop.database
    return str(database.path) if database.is_sqlite else str(database.url)


def examined(shop: TestShop) -> Chart:
    return doctor.examine(shop.shop.database, _url(shop))


def ill(chart: Chart) -> list[tuple[str, str]]:
    """What is damaged or faulty: code and record."""
    return [(f.code, f.record) for f in chart.findings if f.severity is not Severity.WARNING]


def number_of(garage: Garage, column: "sa.orm.InstrumentedAttribute[str]") -> str:
    with garage.on.reading() as read:
        first: str = (
            read.connection.execute(sa.select(column).order_by(column)).scalars().first() or ""
        )
        return first


def test_a_healthy_shop_is_clean_and_everything_was_looked_at(garage: Garage) -> None:
    chart = examined(garage.on)
    assert ill(chart) == []
    told = doctor.report(chart)
    assert told["clean"] is True
    assert told["examined"]["work orders"] == 2
    assert told["examined"]["invoices"] == 1
    assert told["examined"]["payments"] == 1
    for kind in ("stock moves", "person seals", "audit entries", "guards", "tables", "numbers"):
        assert told["examined"][kind] > 2, kind
    codes = {f.code for f in chart.findings}
    assert codes == {"backup", "secrets"}


Damage = tuple[str, str, str, Callable[[Garage], str]]

DAMAGES: list[Damage] = [
    (
        "completed_record",
        "snapshot = replace(snapshot, '\"rework_count\":0', '\"rework_count\":1')",
        "work_order",
        lambda g: f"work order {number_of(g, WorkOrder.number)}",
    ),
    (
        "work_order",
        "total_amount = total_amount + 1",
        "work_order",
        lambda g: f"work order {number_of(g, WorkOrder.number)}",
    ),
    (
        "order_line",
        "name = 'Замена масла и фильтра' WHERE kind = 'labour'",
        "work_order",
        lambda g: f"work order {number_of(g, WorkOrder.number)}",
    ),
    (
        "invoice",
        "record = replace(record, '\"layout\":', '\"layout\": ')",
        "invoice",
        lambda g: f"invoice {number_of(g, Invoice.number)}",  # type: ignore[arg-type]  # issued: it has one
    ),
    (
        "invoice",
        "tax_amount = tax_amount + 1",
        "invoice",
        lambda g: f"invoice {number_of(g, Invoice.number)}",  # type: ignore[arg-type]  # as above
    ),
    (
        "invoice_line",
        "net_amount = net_amount - 1",
        "invoice_total",
        lambda g: f"invoice {number_of(g, Invoice.number)}",  # type: ignore[arg-type]  # as above
    ),
    (
        "payment",
        "amount = amount + 1",
        "payment",
        lambda g: f"payment {number_of(g, Payment.number)}",
    ),
    (
        "stock_move",
        "qty = qty + 1 WHERE reason = 'receipt'",
        "stock_move",
        lambda g: f"stock move {g.rows(StockMove, StockMove.reason == 'receipt')[0].id}",
    ),
    (
        "stock_level",
        "on_hand_qty = on_hand_qty + 1000 WHERE on_hand_qty > 0",
        "stock_level",
        lambda g: f"{number_of(g, Product.sku)} at ",
    ),
    (
        "open_bill",
        "open_amount = open_amount + 1",
        "open_bill",
        lambda g: f"invoice {number_of(g, Invoice.number)}",  # type: ignore[arg-type]  # as above
    ),
    (
        "audit_entry",
        "changes = replace(changes, 'labour', 'Labour') WHERE seq = 8 OR seq = 9 OR seq = 10",
        "audit",
        lambda _: "audit entry ",
    ),
    (
        "person_seal",
        "payload = replace(payload, 'Орлова', 'Петрова')",
        "person_seal",
        lambda _: "person seal ",
    ),
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: f"{d[0]}: {d[1][:24]}")
def test_one_altered_value_is_named_by_its_record(garage: Garage, damage: Damage) -> None:
    table, change, code, record = damage
    named = record(garage)
    tamper(garage.on.shop.database, table, change)
    found = ill(examined(garage.on))
    assert any(c == code and r.startswith(named) for c, r in found), found


def test_a_forged_signature_is_named(garage: Garage) -> None:
    database = garage.on.shop.database
    forged = "zeroblob(64)" if database.is_sqlite else "decode(repeat('00', 64), 'hex')"
    tamper(database, "invoice", f"signature = {forged}")
    chart = examined(garage.on)
    assert ("invoice", f"invoice {number_of(garage, Invoice.number)}") in ill(chart)  # type: ignore[arg-type]  # issued: it has one
    assert any("signature" in str(f.what) for f in chart.findings)


def test_a_guard_that_is_gone_is_named(garage: Garage) -> None:
    database = garage.on.shop.database
    with database.writer.begin() as connection:
        connection.exec_driver_sql(
            "DROP TRIGGER final_payment_update"
            if database.is_sqlite
            else "ALTER TABLE payment DISABLE TRIGGER final_payment_update"
        )
    assert ("guard", "final_payment_update") in ill(examined(garage.on))


def test_a_number_that_is_missing_or_twice_is_named(garage: Garage) -> None:
    database = garage.on.shop.database
    first = number_of(garage, Payment.number)
    with database.writer.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE number_sequence SET value = value + 1 WHERE series = 'payment'"
        )
    found = [f for f in examined(garage.on).findings if f.code == "number_gap"]
    assert [str(f.what) for f in found] == ["Numbers of “payment” have a gap: 2 drawn, 1 there."]
    tamper(database, "payment", f"number = '{first[:-1]}3'")
    gaps = [f for f in examined(garage.on).findings if f.code == "number_gap"]
    assert [str(f.what) for f in gaps] == ["Numbers of “payment” have a gap: 1…."]


def test_an_older_schema_is_told_and_a_newer_one_refused(garage: Garage) -> None:
    database = garage.on.shop.database
    with database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UserError) as refused:
        examined(garage.on)
    assert refused.value.reason is Reason.UNSUPPORTED


def test_a_search_index_that_does_not_fit_is_told(sqlite_garage: Garage) -> None:
    with sqlite_garage.on.shop.database.writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO search_fts(search_fts, rowid, folded) VALUES ('delete', 1, 'not what is there')"
        )
    assert "search" in {code for code, _ in ill(examined(sqlite_garage.on))}


def test_what_changed_since_a_search_is_no_damage(sqlite_garage: Garage) -> None:
    shop = sqlite_garage.on
    database, center = shop.shop.database, shop.owner.center_id
    with database.reading() as connection:
        search.find(connection, center, "масло")
    for number in range(20):
        row = {"center_id": center, "kind": "vehicle", "subject_id": new_id()}
        with database.writer.begin() as connection:
            connection.execute(search.UPSERT, row | {"folded": f"kia rio {number}"})
    assert ill(examined(shop)) == []


@pytest.fixture
def sqlite_garage(sqlite_filled: Filled) -> Garage:
    """The same shop on SQLite alone."""
    return Garage(sqlite_filled(_filled))


def test_a_flipped_byte_in_the_file_is_named(sqlite_garage: Garage) -> None:
    database = sqlite_garage.on.shop.database
    invoice = number_of(sqlite_garage, Invoice.number)  # type: ignore[arg-type]  # issued: it has one
    record = str(sqlite_garage.rows(Invoice)[0].record).encode()
    raw = database.writer.raw_connection()
    raw.cursor().execute("VACUUM")  # freed pages hold older copies, which nobody reads
    raw.close()
    database.checkpoint()
    sqlite_garage.on.close()
    whole = database.path.read_bytes()
    # its beginning is the center's, as in the order's snapshot; what follows "due_on" is its own
    own = record[record.index(b'"due_on"') :][:120]
    assert whole.count(own) == 1
    start = whole.index(own)
    chance = random.Random(20260302)
    for _ in range(12):
        place = start + chance.randrange(len(own))
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(7)
        database.path.write_bytes(flipped)
        again = Database(str(database.path))
        found = ill(doctor.examine(again, str(database.path), only=["invoices", "integrity"]))
        again.close()
        assert ("invoice", f"invoice {invoice}") in found, (place, found)


def test_a_damaged_page_is_told_and_the_rest_is_still_examined(sqlite_garage: Garage) -> None:
    database = sqlite_garage.on.shop.database
    database.checkpoint()
    with database.reading() as connection:
        page = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'payment'"
        ).scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    sqlite_garage.on.close()
    damaged = bytearray(database.path.read_bytes())
    damaged[(page - 1) * size : page * size] = b"\xa5" * size
    database.path.write_bytes(damaged)
    again = Database(str(database.path))
    chart = doctor.examine(again, str(database.path))
    again.close()
    codes = {f.code for f in chart.findings}
    assert {"integrity", "unreadable"} <= codes
    assert chart.counts["invoices"] == 1
    assert all("Stop working" in str(f.remedy) for f in chart.findings if f.code == "unreadable")


def test_the_age_of_the_backup_is_told(garage: Garage) -> None:
    chart = examined(garage.on)
    assert "There is no backup" in str(next(f.what for f in chart.findings if f.code == "backup"))
    backup.make_backup(garage.on.shop, chart.backups, "manual", now=chart.now)
    assert "backup" not in {f.code for f in examined(garage.on).findings}
    for made in chart.backups.iterdir():
        made.unlink()
    backup.make_backup(garage.on.shop, chart.backups, "manual", now=LONG_AGO)
    chart = examined(garage.on)
    told = str(next(f.what for f in chart.findings if f.code == "backup"))
    assert told.startswith("The newest backup is ")
    assert json.dumps(doctor.report(chart))
    for made in chart.backups.iterdir():
        made.unlink()
