"""Rules of the kernel: forgetting a permission, an envelope, a guard or a retention rule must fail, not pass."""

import ast
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from app import (
    access,
    arrivals,
    billing,
    bookings,
    catalog,
    centers,
    contacts,
    customers,
    files,
    insights,
    inventory,
    passports,
    recognition,
    vehicles,
    work_orders,
)
from app.cli.storage import guards_in
from app.exchange import exporting, importing
from app.kernel import audit, db
from app.kernel.db import Database
from app.kernel.errors import QT_TRANSLATE_NOOP, BugError, NotAllowedError
from app.kernel.logs import logging_to
from app.kernel.tx import ACTIONS, Actor, Shop, Tx, act, action
from migrations.guards import GUARDS
from models.access import Permission, SavedSetting
from models.base import Retention
from models.entities import metadata
from models.ledger import AuditEntry, OutboxEnvelope
from sync.worker import verbs
from tests.build import bare
from tests.build.tampering import tamper
from tests.house.tree import ROOT, modules, name_of, parsed

CAPABILITIES = (
    access,
    arrivals,
    billing,
    bookings,
    catalog,
    centers,
    contacts,
    customers,
    files,
    insights,
    inventory,
    passports,
    recognition,
    vehicles,
    work_orders,
)
NO_CAPABILITIES = {"kernel", "cli", "exchange", "first_page"}
# These have actions too, in modules that their packages do not import.
BESIDE = (exporting, importing, verbs)
# Who may write past the one door, and why.
PAST_THE_DOOR = {
    "app/access/saved.py": "remembers layouts and filters: no business facts, so no audit entry for each",
    "app/access/sign_in.py": "signing in and the first run have no actor yet",
    "app/compose.py": "opens the shop: schema, identity",
    "app/cli/bench_orders.py": "listens to the statements of a completion, to write the same rows by hand",
    "app/cli/bench_slots.py": "fills the calendar that it measures",
    "app/cli/years.py": "makes a shop of ten years at once, for measuring",
    "app/cli/storage.py": "asks the search index to prove itself, and rolls back",
}


@pytest.fixture
def shop(database_url: str, tmp_path: Path) -> Iterator[tuple[Shop, Actor]]:
    """A bare shop on both databases."""
    opened, actor = bare.bare_shop(database_url, tmp_path)
    yield opened, actor
    opened.close()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated, empty database."""
    opened = Database(database_url)
    yield opened
    opened.close()


def test_every_table_has_a_rule_for_how_long_its_rows_live() -> None:
    rules = {rule.value for rule in Retention}
    without = [t.name for t in metadata.sorted_tables if t.info.get("retention") not in rules]
    assert without == []
    assert len(metadata.sorted_tables) > 30


def test_every_capability_is_imported_here() -> None:
    there = {
        path.stem if path.suffix == ".py" else path.name
        for path in (ROOT / "app").iterdir()
        if (path / "__init__.py").exists() or path.suffix == ".py"
    } - {"__init__", "__main__", "compose"}
    assert there - NO_CAPABILITIES == {room.__name__.split(".")[1] for room in CAPABILITIES}


def test_every_action_has_a_permission_a_label_and_a_name_of_its_room() -> None:
    known = [(v, a) for v, a in ACTIONS.items() if v.__module__.startswith(("app.", "sync."))]
    assert len(known) > 40
    rooms = {v.__module__ for v, _ in known}
    assert {room.__name__ for room in BESIDE} <= rooms
    for verb, known_action in known:
        assert isinstance(known_action.permission, Permission), known_action.name
        assert str(known_action.label).strip(), known_action.name
        assert known_action.label.context, known_action.name
        room, _, word = known_action.name.partition(".")
        place = verb.__module__.split(".")
        assert room == (place[1] if place[0] == "app" else place[0]), known_action.name
        assert re.fullmatch(r"[a-z][a-z_]*", word), known_action.name
    names = [known_action.name for _, known_action in known]
    assert sorted(names) == sorted(set(names))


def test_no_one_writes_past_the_one_door() -> None:
    found = {
        name_of(path)
        for path in modules()
        if name_of(path).startswith("app/") and not name_of(path).startswith("app/kernel/")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"write_session", "writer", "sessions"}
        and not (isinstance(node.value, ast.Name) and node.value.id == "csv")
    }
    assert found == set(PAST_THE_DOOR)


def test_the_guards_in_the_database_are_those_of_the_list(database: Database) -> None:
    with database.reading() as connection:
        standing = guards_in(connection)
        assert standing == {guard.name for guard in GUARDS}
        if not database.is_sqlite:
            against_truncate = connection.exec_driver_sql(
                "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'final%%truncate' AND tgenabled = 'O'"
            ).scalars()
            assert set(against_truncate) == {f"final_{g.table}_truncate" for g in GUARDS}


def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    options = {
        "compare_type": True,
        "compare_server_default": True,
        "include_name": lambda name, kind, _parents: (
            not (kind == "table" and str(name).startswith("search_fts"))
            and name != "ix_search_row_trigrams"
        ),
    }
    with database.writer.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_checks_have_the_same_names_in_the_database_and_in_the_models(database: Database) -> None:
    with database.reading() as connection:
        inspector = sa.inspect(connection)
        there = {
            str(found["name"])
            for table in metadata.sorted_tables
            for found in inspector.get_check_constraints(table.name)
        }
    named = {
        str(constraint.name)
        for table in metadata.sorted_tables
        for constraint in table.constraints
        if isinstance(constraint, sa.CheckConstraint)
    }
    assert there == named


def test_the_programs_schema_is_the_newest_migration() -> None:
    script = ScriptDirectory(str(ROOT / "migrations"))
    assert script.get_heads() == [db.HEAD]
    assert db.HEAD in db.known_versions()


def test_an_action_without_permission_is_refused_and_leaves_nothing(
    shop: tuple[Shop, Actor],
) -> None:
    opened, owner = shop
    nobody = Actor(
        owner.employee_id, owner.center_id, "x", owner.permissions - {Permission.SETTINGS_EDIT}
    )
    with pytest.raises(NotAllowedError) as refused:
        act(opened, nobody, bare.remember, bare.Remember(name="x"))
    assert refused.value.permission == Permission.SETTINGS_EDIT
    with opened.reading(owner) as read:
        for entity in (SavedSetting, AuditEntry):
            rows = read.connection.execute(sa.select(sa.func.count()).select_from(entity))
            assert rows.scalar_one() == 0


def test_a_refusal_is_written_down_without_a_name(shop: tuple[Shop, Actor], tmp_path: Path) -> None:
    opened, owner = shop
    nobody = Actor(owner.employee_id, owner.center_id, "Petrova", frozenset())
    with logging_to(tmp_path) as log:
        with pytest.raises(NotAllowedError):
            act(opened, nobody, bare.remember, bare.Remember(name="x"))
        with opened.reading(nobody) as read, pytest.raises(NotAllowedError):
            read.require(Permission.MONEY_SEE)
    assert log is not None
    told = [line for line in log.read_text(encoding="utf-8").splitlines() if "refused" in line]
    who = str(owner.employee_id)
    assert [line.partition("refused: ")[2] for line in told] == [
        f"{who} wanted settings.edit",
        f"{who} wanted money.see",
    ]
    assert "Petrova" not in log.read_text(encoding="utf-8")


def test_a_function_that_is_no_action_cannot_be_run(shop: tuple[Shop, Actor]) -> None:
    def slip(tx: Tx, command: bare.Remember) -> uuid.UUID:
        return bare.remember(tx, command)

    with pytest.raises(BugError, match="no permission"):
        act(*shop, slip, bare.Remember(name="x"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Touch:
    table: str


def _touching() -> Callable[[Tx, _Touch], uuid.UUID]:
    """A verb that changes a row of the table and forgets its envelope."""

    def touch(tx: Tx, command: _Touch) -> uuid.UUID:
        made = bare.remember(tx, bare.Remember(name=command.table))
        tx.touch(command.table, made)
        return made

    label = QT_TRANSLATE_NOOP("bare", "Touch")
    return action("bare.touch", permission=Permission.SETTINGS_EDIT, label=label)(touch)


def test_a_synced_row_that_changes_without_an_envelope_is_our_mistake(
    shop: tuple[Shop, Actor],
) -> None:
    opened, owner = shop
    synced = [table.name for table in metadata.sorted_tables if table.info["synced"]]
    assert {"completed_record", "correction", "vehicle_link"} <= set(synced)
    verb = _touching()
    try:
        for table in synced:
            with pytest.raises(BugError, match="without an envelope"):
                act(opened, owner, verb, _Touch(table=table))
        act(opened, owner, verb, _Touch(table="vehicle"))
    finally:
        del ACTIONS[verb]
    with opened.reading(owner) as read:
        kept = read.connection.execute(sa.select(SavedSetting.name)).scalars().all()
        sent = read.connection.execute(sa.select(sa.func.count()).select_from(OutboxEnvelope))
        assert (kept, sent.scalar_one()) == (["vehicle"], 0)


FLIPS = {
    "changes": "changes = replace(changes, 'text 2', 'text 9')",
    "action": "action = 'bare.forget'",
    "workstation": "workstation = 'desk-2'",
    "subject_kind": "subject_kind = 'customer'",
    "subject": "subject_id = NULL",
    "hash": "hash = CASE WHEN hash LIKE '0%' THEN '1' ELSE '0' END || substr(hash, 2)",
    "link": "prev_hash = hash",
}


@pytest.mark.parametrize("flipped", FLIPS)
def test_one_altered_byte_of_the_audit_is_named_by_its_entry(
    shop: tuple[Shop, Actor], flipped: str
) -> None:
    opened, owner = shop
    for number in range(5):
        act(opened, owner, bare.remember, bare.Remember(name=f"n{number}", text=f"text {number}"))
    with opened.reading(owner) as read:
        assert audit.verify(read.connection, owner.center_id) == audit.ChainReport(5, None, "")
    tamper(opened.database, "audit_entry", f"{FLIPS[flipped]} WHERE seq = 3")
    with opened.reading(owner) as read:
        report = audit.verify(read.connection, owner.center_id)
    assert (report.broken_seq, report.why) == (3, "altered")


def test_a_missing_entry_and_a_cut_chain_are_told(shop: tuple[Shop, Actor]) -> None:
    opened, owner = shop
    for number in range(5):
        act(opened, owner, bare.remember, bare.Remember(name=f"n{number}"))
    tamper(opened.database, "audit_entry", "DELETE FROM audit_entry WHERE seq = 5")
    with opened.reading(owner) as read:
        assert audit.verify(read.connection, owner.center_id) == audit.ChainReport(4, 5, "cut")
    tamper(opened.database, "audit_entry", "DELETE FROM audit_entry WHERE seq = 2")
    with opened.reading(owner) as read:
        assert audit.verify(read.connection, owner.center_id) == audit.ChainReport(1, 2, "missing")
