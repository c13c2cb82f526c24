"""Guards of final rows, as data: one list, emitted as triggers for SQLite and PostgreSQL.

A guard's condition is written once, in SQL both understand. ``lookup`` guards ask another table, which a
PostgreSQL trigger may only do inside its function.
"""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy.engine import Connection

Event = Literal["INSERT", "UPDATE", "DELETE"]


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuse ``event`` on ``table`` when ``condition`` holds (over OLD and NEW)."""

    table: str
    event: Event
    condition: str
    lookup: bool = False

    @property
    def name(self) -> str:
        """The trigger's name in both databases."""
        return f"final_{self.table}_{self.event.lower()}"


def differs(*columns: str) -> str:
    """SQL: any of the columns changes."""
    return "(" + " OR ".join(f"OLD.{c} IS DISTINCT FROM NEW.{c}" for c in columns) + ")"


def _always(table: str) -> list[Guard]:
    return [Guard(table, "UPDATE", "1 = 1"), Guard(table, "DELETE", "1 = 1")]


def _sealed_child(table: str) -> list[Guard]:
    return [
        Guard(table, "UPDATE", "OLD.is_sealed"),
        Guard(table, "DELETE", "OLD.is_sealed"),
        Guard(
            table,
            "INSERT",
            "EXISTS (SELECT 1 FROM work_order o WHERE o.id = NEW.order_id AND o.state IN ('completed', 'delivered'))",
            lookup=True,
        ),
    ]


_ORDER_CONTENT = (
    "id",
    "center_id",
    "number",
    "source",
    "held_from",
    "hold_reason",
    "hold_until_at",
    "vehicle_id",
    "customer_id",
    "bringer_id",
    "bringer_authority",
    "advisor_id",
    "technician_id",
    "priority",
    "promised_at",
    "odometer_value",
    "odometer_unit",
    "odometer_reason",
    "fuel_percent",
    "belongings",
    "visible_damage",
    "found_defects_choice",
    "old_parts_choice",
    "note",
    "currency",
    "supplied_on",
    "place_of_supply",
    "limit_amount",
    "net_amount",
    "discount_amount",
    "tax_amount",
    "round_off_amount",
    "total_amount",
    "proposed_amount",
    "cost_amount",
    "rework_count",
    "made_at",
    "checked_in_at",
    "started_at",
    "completed_at",
    "cancel_reason",
)
_SEAL_CONTENT = (
    "id",
    "center_id",
    "customer_id",
    "document_kind",
    "document_id",
    "commitment",
    "made_at",
)
_ENVELOPE_CONTENT = (
    "id", "center_id", "kind", "schema_version", "subject_id", "subject_seq", "gate_vehicle_id", "needs_prices",
    "made_at", "body", "sha256",
)  # fmt: skip  # names read better side by side
# what a signed acceptance act says; who and which car it names stands in its version, and merging may move them
_ON_THE_ACT = (
    "id", "center_id", "number", "authority", "id_seen", "words",
    "symptoms", "odometer_value", "odometer_unit", "fuel_eighths", "charge_percent", "is_engine_running", "lamps",
    "cleanliness", "belongings", "kit", "own_parts", "marks", "note",
)  # fmt: skip  # as above
_ISSUED = "EXISTS (SELECT 1 FROM invoice i WHERE i.id = {row}.invoice_id AND i.state = 'issued')"

MAIN_PATH: tuple[Guard, ...] = (
    *_always("completed_record"),
    *_always("payment"),
    *_always("allocation"),
    *_always("service_entry"),
    *_always("expense_entry"),
    *_always("order_transition"),
    *_always("job_decision"),
    *_always("audit_entry"),
    *_always("odometer_reading"),
    *_always("inbox_change"),
    *_always("sign_in"),
    *_sealed_child("order_line"),
    *_sealed_child("job"),
    *_sealed_child("concern"),
    Guard("stock_move", "UPDATE", "OLD.state IN ('done', 'cancelled')"),
    Guard("stock_move", "DELETE", "OLD.state IN ('done', 'cancelled')"),
    Guard(
        "work_order",
        "UPDATE",
        "OLD.state IN ('completed', 'delivered', 'cancelled') AND ("
        f"{differs(*_ORDER_CONTENT)} OR (OLD.state <> NEW.state AND "
        "NOT (OLD.state = 'completed' AND NEW.state = 'delivered')))",
    ),
    Guard("work_order", "DELETE", "OLD.state <> 'draft'"),
    Guard("invoice", "UPDATE", "OLD.state = 'issued'"),
    Guard("invoice", "DELETE", "OLD.state = 'issued'"),
    Guard("invoice_line", "INSERT", _ISSUED.format(row="NEW"), lookup=True),
    Guard("invoice_line", "UPDATE", _ISSUED.format(row="OLD"), lookup=True),
    Guard("invoice_line", "DELETE", _ISSUED.format(row="OLD"), lookup=True),
    Guard("correction", "UPDATE", "OLD.state <> 'requested'"),
    Guard("correction", "DELETE", "1 = 1"),
    # a seal may only be erased, never rewritten
    Guard(
        "person_seal",
        "UPDATE",
        f"{differs(*_SEAL_CONTENT)} OR NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL OR OLD.payload IS NULL",
    ),
    Guard("person_seal", "DELETE", "1 = 1"),
    Guard("outbox_envelope", "UPDATE", differs(*_ENVELOPE_CONTENT)),
    Guard("outbox_envelope", "DELETE", "OLD.state <> 'delivered'"),
)
"""Those of the first schema."""

ARRIVAL_GUARDS: tuple[Guard, ...] = (
    *_always("arrival_version"),
    *_always("arrival_signature"),
    *_always("custody_move"),
    Guard("arrival", "DELETE", "OLD.signed_number > 0 OR OLD.checked_in_at IS NOT NULL"),
    Guard(
        "arrival",
        "UPDATE",
        "(OLD.draft_number = OLD.signed_number AND NEW.draft_number = OLD.draft_number AND "
        f"{differs(*_ON_THE_ACT)}) OR NEW.draft_number < OLD.draft_number OR "
        "NEW.signed_number < OLD.signed_number OR NEW.draft_number > OLD.draft_number + 1",
    ),
    Guard("stored_file", "UPDATE", differs("id", "center_id", "sha256", "size_bytes")),
)

BOOKINGS: tuple[Guard, ...] = (*_always("appointment_step"), *_always("appointment_order"))

REQUESTS: tuple[Guard, ...] = (
    Guard(
        "service_request_step",
        "UPDATE",
        differs(
            "id",
            "request_id",
            "event",
            "from_state",
            "to_state",
            "at",
            "by_id",
            "owner_id",
            "due_at",
            "reason",
            "amount",
        )
        + " OR NEW.note IS NOT NULL",
    ),
    Guard("service_request_step", "DELETE", "1 = 1"),
)
"""A step stays as it was; its note may go with the person."""

GUARDS: tuple[Guard, ...] = (*MAIN_PATH, *BOOKINGS, *ARRIVAL_GUARDS, *REQUESTS)
"""Every guard of today's schema; each migration installs its own."""


def install(connection: Connection, guards: tuple[Guard, ...]) -> None:
    """Create the triggers in the database's own words."""
    if connection.dialect.name == "sqlite":
        for guard in guards:
            connection.exec_driver_sql(
                f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} WHEN {guard.condition} "
                f"BEGIN SELECT RAISE(ABORT, 'final:{guard.table}'); END"
            )
        return
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION final_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION USING ERRCODE = 'CP001', MESSAGE = 'final:' || TG_TABLE_NAME; END $$"
    )
    for guard in guards:
        if guard.lookup:
            back = "OLD" if guard.event == "DELETE" else "NEW"
            connection.exec_driver_sql(
                f"CREATE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF {guard.condition} THEN RAISE EXCEPTION USING ERRCODE = 'CP001', "
                f"MESSAGE = 'final:' || TG_TABLE_NAME; END IF; RETURN {back}; END $$"
            )
            connection.exec_driver_sql(
                f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} "
                f"FOR EACH ROW EXECUTE FUNCTION {guard.name}()"
            )
        else:
            connection.exec_driver_sql(
                f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW "
                f"WHEN ({guard.condition}) EXECUTE FUNCTION final_row()"
            )
    for table in sorted({guard.table for guard in guards}):
        connection.exec_driver_sql(
            f"CREATE TRIGGER final_{table}_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION final_row()"
        )
