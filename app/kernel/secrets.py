"""Secrets of this computer: signing keys and device tokens. Never in the database, the log or a backup.

The system's key ring keeps them; back ends that would keep plain text are refused. Where there is no key ring,
an encrypted file stands in: it protects a copied data folder, not an account that somebody else uses.
"""

import base64
import json
import os
import secrets as randomness
from pathlib import Path

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say

SERVICE = "carpass-desk"
_PLAIN_BACK_ENDS = ("plaintext", "null", "fail")


class SecretStore:
    """Named secrets (bytes); ``kind`` says where they lie: ``keyring`` or ``file``."""

    def __init__(self, folder: Path, *, use_keyring: bool = True) -> None:
        self.folder = folder
        self.kind = "keyring" if use_keyring and _keyring_is_safe() else "file"

    def get(self, name: str) -> bytes | None:
        """The secret of that name, or None."""
        if self.kind == "keyring":
            import keyring  # noqa: PLC0415 - looks for back ends when imported

            text = keyring.get_password(SERVICE, name)
            return None if text is None else base64.b64decode(text)
        text = self._read().get(name)
        return None if text is None else base64.b64decode(text)

    def put(self, name: str, value: bytes) -> None:
        """Keep the secret under that name."""
        text = base64.b64encode(value).decode("ascii")
        if self.kind == "keyring":
            import keyring  # noqa: PLC0415 - see get

            keyring.set_password(SERVICE, name, text)
            return
        try:
            self._write({**self._read(), name: text})
        except OSError as error:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP(
                        "kernel", "The keys of this computer cannot be kept in {path}."
                    ),
                    path=str(self.folder),
                ),
                reason=Reason.STORAGE,
                remedy=say(
                    QT_TRANSLATE_NOOP("kernel", "Give this user write access there and try again.")
                ),
            ) from error

    def drop(self, name: str) -> None:
        """Forget the secret of that name, if there is one."""
        if self.kind == "keyring":
            import keyring  # noqa: PLC0415 - see get

            if keyring.get_password(SERVICE, name) is not None:
                keyring.delete_password(SERVICE, name)
            return
        self._write({k: v for k, v in self._read().items() if k != name})

    @property
    def _key(self) -> bytes:
        path = self.folder / "secrets.key"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(randomness.token_bytes(32))
        return path.read_bytes()

    def _read(self) -> dict[str, str]:
        path = self.folder / "secrets.bin"
        if not path.exists():
            return {}
        data = path.read_bytes()
        # a desk that shows its first page signs nothing yet
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - see above
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - see above

        try:
            clear = AESGCM(self._key).decrypt(data[:12], data[12:], SERVICE.encode())
        except (InvalidTag, ValueError) as error:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP("kernel", "The secret file {path} cannot be opened."),
                    path=str(path),
                ),
                reason=Reason.STORAGE,
                remedy=say(
                    QT_TRANSLATE_NOOP(
                        "kernel",
                        "Restore it together with secrets.key, or move both away: this computer then gets a new "
                        "signing key and must be paired again.",
                    )
                ),
            ) from error
        loaded: dict[str, str] = json.loads(clear)
        return loaded

    def _write(self, entries: dict[str, str]) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - see _read

        nonce = randomness.token_bytes(12)
        sealed = AESGCM(self._key).encrypt(nonce, json.dumps(entries).encode(), SERVICE.encode())
        fresh = self.folder / f"secrets.{os.getpid()}.new"
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(nonce + sealed)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.folder / "secrets.bin")


def _keyring_is_safe() -> bool:
    """True when the system offers a key ring that encrypts; plain-text and absent ones are refused."""
    import keyring  # noqa: PLC0415 - looks for back ends when imported

    back_end = keyring.get_keyring()
    chain = list(getattr(back_end, "backends", [])) or [back_end]
    best = chain[0]
    place = f"{type(best).__module__}.{type(best).__name__}".lower()
    return (
        best.priority >= 1
        and "keyrings.alt" not in place
        and not any(bad in place for bad in _PLAIN_BACK_ENDS)
    )
