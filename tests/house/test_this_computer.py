"""What belongs to one computer: its settings, its secrets, its log."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from typing_extensions import override

from app.kernel.db import Database, migrate_database
from app.kernel.errors import Reason, UserError
from app.kernel.logs import NAME, logging_to, scrubbed
from app.kernel.secrets import SecretStore
from app.kernel.settings import Settings

SECRET = b"\x00device-token-7f3a\xff"


class Ring(KeyringBackend):
    """A key ring of the kind a system has."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring ships no type for it
        self.kept: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


# The package offers every subclass to the whole process as the system's ring; other tests must not get ours.
KeyringBackend._classes.discard(Ring)  # noqa: SLF001 - there is no public way out


def ring_called(module: str, name: str, priority: float = 5) -> KeyringBackend:
    """A back end under another name, as a package would bring it."""
    made: type[Ring] = type(name, (Ring,), {"__module__": module, "priority": priority})
    KeyringBackend._classes.discard(made)  # noqa: SLF001 - as above
    return made()


@pytest.fixture
def system_ring() -> Iterator[None]:
    """Puts the system's own key ring back."""
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("system_ring")
@pytest.mark.parametrize(
    ("module", "name", "priority"),
    [
        ("keyrings.alt.file", "PlaintextKeyring", 5),
        ("keyrings.alt.file", "EncryptedKeyring", 5),
        ("elsewhere", "PlaintextKeyring", 5),
        ("keyring.backends.null", "Keyring", 5),
        ("keyring.backends.fail", "Keyring", 5),
        ("weak.backend", "Keyring", 0.5),
    ],
)
def test_a_back_end_that_would_keep_plain_text_is_refused(
    tmp_path: Path, module: str, name: str, priority: float
) -> None:
    ring = ring_called(module, name, priority)
    keyring.set_keyring(ring)
    store = SecretStore(tmp_path)
    store.put("token", SECRET)
    assert store.kind == "file"
    assert isinstance(ring, Ring)
    assert ring.kept == {}
    assert store.get("token") == SECRET


@pytest.mark.usefixtures("system_ring")
def test_the_systems_key_ring_is_used_when_it_is_safe(tmp_path: Path) -> None:
    ring = Ring()
    keyring.set_keyring(ring)
    store = SecretStore(tmp_path)
    assert store.kind == "keyring"
    assert store.get("token") is None
    store.put("token", SECRET)
    assert SecretStore(tmp_path).get("token") == SECRET
    store.drop("token")
    store.drop("token")
    assert store.get("token") is None
    assert (ring.kept, list(tmp_path.iterdir())) == ({}, [])


def test_the_secret_file_is_encrypted_and_comes_back_whole(tmp_path: Path) -> None:
    store = SecretStore(tmp_path / "s", use_keyring=False)
    store.put("token", SECRET)
    store.put("key", b"k" * 32)
    again = SecretStore(tmp_path / "s", use_keyring=False)
    assert (again.get("token"), again.get("key"), again.get("other")) == (SECRET, b"k" * 32, None)
    again.drop("token")
    assert (store.get("token"), store.get("key")) == (None, b"k" * 32)
    for path in (tmp_path / "s").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"device-token" not in path.read_bytes()
    assert {path.name for path in (tmp_path / "s").iterdir()} == {"secrets.bin", "secrets.key"}


def test_a_secret_file_without_its_key_is_told_in_words(tmp_path: Path) -> None:
    store = SecretStore(tmp_path, use_keyring=False)
    store.put("token", SECRET)
    (tmp_path / "secrets.key").write_bytes(b"x" * 32)
    with pytest.raises(UserError, match="cannot be opened") as refused:
        store.get("token")
    assert refused.value.reason is Reason.STORAGE
    assert "secrets.key" in str(refused.value.remedy)


def test_a_new_shop_s_files_are_readable_by_their_user_only(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        database = Database(str(tmp_path / "data" / "shop.sqlite"))
        migrate_database(database)
        folder = tmp_path / "data"
        rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        database.close()
    finally:
        os.umask(before)
    assert {"shop.sqlite", "shop.sqlite-wal"} <= rights.keys()
    assert set(rights.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_settings_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CARPASS_DATABASE_URL", "postgresql://shop@db/shop")
    monkeypatch.setenv("CARPASS_BACKUP_DIR", str(tmp_path / "b"))
    monkeypatch.setenv("CARPASS_BACKUPS_KEPT", "7")
    monkeypatch.setenv("CARPASS_WORKSTATION", "till")
    monkeypatch.setenv("CARPASS_SOMETHING_ELSE", "x")
    chosen = Settings()
    assert chosen.database == "postgresql://shop@db/shop"
    assert chosen.backups == tmp_path / "b"
    assert (chosen.backups_kept, chosen.workstation) == (7, "till")
    assert chosen.backups_of("/shops/a.sqlite") == tmp_path / "b"


def test_without_settings_everything_lies_with_the_user(home_of_nobody: Path) -> None:
    chosen = Settings()
    assert Path(chosen.database).is_relative_to(home_of_nobody / "data")
    assert chosen.backups.is_relative_to(home_of_nobody / "data")
    assert chosen.secrets.is_relative_to(home_of_nobody / "config")
    assert chosen.logs.is_relative_to(home_of_nobody / "state")
    assert chosen.backups_of("/shops/a.sqlite") == Path("/shops/backups")
    assert chosen.backups_of("postgresql://shop@db/shop") == chosen.backups


PERSONAL = (
    "Иван Петров",
    "+7 916 000-14-22",
    "ivan.petrov@example.org",
    "XTA210990Y1234567",
    "А123ВС77",
    "500100732259",
)


def _fail_about(fact: str) -> None:
    try:
        int(fact + "!")
    except ValueError as inner:
        raise RuntimeError(f"[parameters: ({fact!r})]") from inner


def test_the_log_tells_what_happened_and_nothing_about_a_person(tmp_path: Path) -> None:
    order = "019505a0-7c7e-7d6a-8b5e-0123456789ab"
    with logging_to(tmp_path / "logs") as path:
        logger = logging.getLogger("app.test")
        logger.info("order %s completed", order)
        for fact in PERSONAL:
            logger.warning("told of %s here", fact)
            try:
                _fail_about(fact)
            except RuntimeError:
                logger.exception("it failed for “%s”", fact)
    assert path == tmp_path / "logs" / NAME
    text = path.read_text(encoding="utf-8")
    assert f"INFO app.test: order {order} completed" in text
    assert "builtins.RuntimeError at house/test_this_computer.py:" in text
    assert "from builtins.ValueError at house/test_this_computer.py:" in text
    assert [fact for fact in PERSONAL if fact in text] == []
    for word in ("Иван", "916 000", "ivan.petrov", "XTA21099", "5001007322"):
        assert word not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_shop_works_without_a_place_for_its_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file, not a folder", encoding="utf-8")
    with logging_to(tmp_path / "logs") as path:
        logging.getLogger("app.test").error("for ivan@example.org")
    assert path is None
    assert "ERROR app.test: for …" in capsys.readouterr().err


def test_the_log_turns_over(tmp_path: Path) -> None:
    with logging_to(tmp_path) as path:
        for number in range(12_000):
            logging.getLogger("app.test").info(
                "line %d of a long day in the shop %s", number, "x" * 90
            )
    assert path is not None
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names == [NAME, f"{NAME}.1", f"{NAME}.2"]
    assert all(p.stat().st_size <= 1_000_000 for p in tmp_path.iterdir())


def test_ids_stay_and_quotes_go() -> None:
    key = "019505a0-7c7e-7d6a-8b5e-0123456789ab"
    assert scrubbed(f"{key} not in 'Anna'") == f"{key} not in …"
    assert scrubbed("DETAIL:  Key (phone)=(1) exists") == "…"
