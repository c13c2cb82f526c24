"""Proofs of final records, one by one: what was hashed is what stands there, and the workstation's key signed it."""

import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.engine import Connection

from app.billing.payments import payment_facts
from app.cli.findings import Chart, Found, rows_of
from app.cli.sealed import INVOICE_PARTS, ORDER_PARTS, Beside, invoice_differs, order_differs
from app.customers.persons import commitment_of
from app.inventory.ledger import move_hash
from app.kernel.errors import QT_TRANSLATE_NOOP, Source, say
from models.billing import Invoice, InvoiceState, Payment
from models.centers import SigningKey
from models.customers import PersonSeal
from models.inventory import MoveState, StockMove
from models.ledger import OutboxEnvelope
from models.order_flow import SEALED
from models.work_orders import CompletedRecord, WorkOrder
from sync.wire.canonical import canonical, sha256_hex
from sync.wire.envelope import Envelope
from sync.wire.fields import utc_text
from sync.wire.signing import key_id, public_text

_ALTERED: Source = QT_TRANSLATE_NOOP(
    "doctor", "{kind} {name} was altered: it is not what was hashed."
)
_UNREADABLE: Source = QT_TRANSLATE_NOOP("doctor", "{kind} {name} cannot be read.")
_UNSIGNED: Source = QT_TRANSLATE_NOOP("doctor", "{kind} {name}: the signature does not fit.")
_DIFFERS: Source = QT_TRANSLATE_NOOP(
    "doctor", "{kind} {name}: {fields} differ from the sealed record."
)
Keys = Mapping[uuid.UUID, Ed25519PublicKey]


class _Prover:
    """Says what is wrong with the records of one kind."""

    def __init__(self, chart: Chart, code: str, kind: str) -> None:
        self.chart = chart
        self.code = code
        self.kind = kind

    def says(self, found: Found, what: Source, **more: object) -> None:
        """One finding about one record."""
        sentence = say(what, kind=self.kind, name=found.name, **more)
        self.chart.damage(self.code, sentence, f"{self.kind.lower()} {found.name}")

    def readable(self, found: Found) -> bool:
        """Whether the row can be read at all; else that is the finding."""
        self.chart.count(f"{self.kind.lower()}s")
        if found.row is None:
            self.says(found, _UNREADABLE)
        return found.row is not None

    def sealed(self, found: Found, text: str, keys: Keys) -> bool:
        """Hash and signature of a record kept as canonical text."""
        row: Any = found.row
        if sha256_hex(text.encode("utf-8")) != row.sha256:
            self.says(found, _ALTERED)
            return False
        if not is_signed(keys.get(row.key_id), row.signature, row.sha256):
            self.says(found, _UNSIGNED)
        return True


def is_signed(key: Ed25519PublicKey | None, signature: bytes | None, sha256: str) -> bool:
    """Whether the key's signature fits the hash; a key that is not known fits nothing."""
    if key is None or signature is None:
        return False
    try:
        key.verify(signature, bytes.fromhex(sha256))
    except InvalidSignature:
        return False
    return True


def _keys(connection: Connection) -> Keys:
    return {
        row.id: Ed25519PublicKey.from_public_bytes(row.public_key)
        for row in connection.execute(sa.select(SigningKey.id, SigningKey.public_key))
    }


def completed_orders(chart: Chart, connection: Connection) -> None:
    """Sealed snapshots of completed orders; the order's own rows say the same."""
    prover, keys = _Prover(chart, "work_order", "Work order"), _keys(connection)
    records, orders = CompletedRecord.__table__, WorkOrder.__table__
    joined = records.outerjoin(orders, orders.c.id == records.c.order_id)
    beside = Beside(connection)

    def ahead(rows: Sequence[Any]) -> None:
        beside.read_ahead(ORDER_PARTS, [row.order_id for row in rows])

    for found in rows_of(
        connection, records, orders.c.number, sa.true(), source=joined, ahead=ahead
    ):
        if not prover.readable(found):
            continue
        row: Any = found.row
        if prover.sealed(found, row.snapshot, keys):
            wrong = order_differs(beside, row, json.loads(row.snapshot))
            if wrong:
                prover.says(found, _DIFFERS, fields=", ".join(wrong))


def unsealed_orders(chart: Chart, connection: Connection) -> None:
    """Every completed order has its sealed record."""
    missing = (
        sa.select(WorkOrder.id, WorkOrder.number)
        .outerjoin(CompletedRecord, CompletedRecord.order_id == WorkOrder.id)
        .where(WorkOrder.state.in_(sorted(SEALED)), CompletedRecord.id.is_(None))
    )
    for row in connection.execute(missing):
        what = say(
            QT_TRANSLATE_NOOP("doctor", "Work order {name} is completed and has no sealed record."),
            name=row.number,
        )
        chart.damage("work_order", what, f"work order {row.number}")


def invoices(chart: Chart, connection: Connection) -> None:
    """Sealed records of issued invoices and credit notes; their columns say the same."""
    prover, keys = _Prover(chart, "invoice", "Invoice"), _keys(connection)
    table = Invoice.__table__
    beside = Beside(connection)

    def ahead(rows: Sequence[Any]) -> None:
        beside.read_ahead(INVOICE_PARTS, [row.id for row in rows])

    issued = table.c.state != InvoiceState.DRAFT
    for found in rows_of(connection, table, table.c.number, issued, ahead=ahead):
        if not prover.readable(found):
            continue
        row: Any = found.row
        if not prover.sealed(found, row.record or "", keys):
            continue
        wrong = invoice_differs(beside, row, json.loads(row.record))
        if wrong:
            prover.says(found, _DIFFERS, fields=", ".join(wrong))


def payments(chart: Chart, connection: Connection) -> None:
    """Posted payments and refunds."""
    prover, table = _Prover(chart, "payment", "Payment"), Payment.__table__
    for found in rows_of(connection, table, table.c.number, sa.true()):
        if prover.readable(found):
            row: Any = found.row
            if sha256_hex(canonical(payment_facts(row))) != row.sha256:
                prover.says(found, _ALTERED)


def stock_moves(chart: Chart, connection: Connection) -> None:
    """Done stock moves."""
    prover, table = _Prover(chart, "stock_move", "Stock move"), StockMove.__table__
    done = table.c.state.notin_([MoveState.PLANNED, MoveState.RESERVED, MoveState.CANCELLED])
    for found in rows_of(connection, table, table.c.id, done):
        if prover.readable(found):
            row: Any = found.row
            if move_hash(row._mapping) != row.sha256:  # noqa: SLF001 - SQLAlchemy's public name
                prover.says(found, _ALTERED)


def envelopes(chart: Chart, connection: Connection) -> None:
    """Facts for the server, sealed and signed."""
    prover, table = _Prover(chart, "envelope", "Envelope"), OutboxEnvelope.__table__
    by_id = {key_id(public_text(key)): key for key in _keys(connection).values()}
    for found in rows_of(connection, table, table.c.id, sa.true()):
        if not prover.readable(found):
            continue
        row: Any = found.row
        try:
            envelope = Envelope.from_bytes(row.body.encode("utf-8"))
            envelope.check_hash()
            key = by_id.get(envelope.key_id)
            if key is None:
                prover.says(found, _UNSIGNED)
                continue
            envelope.check(key)
        except ValueError:
            prover.says(found, _ALTERED)
            continue
        told = (
            envelope.id,
            envelope.center_id,
            envelope.kind,
            envelope.schema_version,
            envelope.subject_id,
            envelope.subject_seq,
            envelope.made_at,
            envelope.sha256,
        )
        here = (
            row.id,
            row.center_id,
            row.kind,
            row.schema_version,
            row.subject_id,
            row.subject_seq,
            utc_text(row.made_at),
            row.sha256,
        )
        if told != here:
            prover.says(found, _ALTERED)


def person_seals(chart: Chart, connection: Connection) -> None:
    """Personal data apart from final records fits its commitment, or was erased wholly."""
    prover, table = _Prover(chart, "person_seal", "Person seal"), PersonSeal.__table__
    for found in rows_of(connection, table, table.c.id, sa.true()):
        if not prover.readable(found):
            continue
        row: Any = found.row
        if row.payload is None and row.salt is None:
            continue
        half = row.payload is None or row.salt is None
        if half or commitment_of(row.salt, row.payload) != row.commitment:
            prover.says(found, _ALTERED)


CHECKS = (
    ("work orders", completed_orders),
    ("sealed orders", unsealed_orders),
    ("invoices", invoices),
    ("payments", payments),
    ("stock moves", stock_moves),
    ("envelopes", envelopes),
    ("person seals", person_seals),
)
