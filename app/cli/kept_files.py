"""Examination of the files: every row has its bytes, every file its row, and each is what its name says.

Of signed acts: the text is what was hashed, and every signature fits it.
"""

import json
import uuid
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.engine import Connection

from app.arrivals import signature_digest
from app.cli.findings import RESTORE, Chart, Finding, Severity, rows_of
from app.cli.proofs import is_signed
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from app.kernel.store import store_of
from models.arrivals import Arrival, ArrivalSignature, ArrivalVersion
from models.centers import SigningKey
from models.customers import PersonSeal
from models.files import StoredFile
from sync.wire.canonical import sha256_hex


def stored_files(chart: Chart, connection: Connection) -> None:
    """Rows without bytes, bytes that changed, bytes without a row, erased bytes that still lie there."""
    store = store_of(chart.database)
    living: set[str] = set()
    erased: set[str] = set()
    for row in connection.execute(sa.select(StoredFile.sha256, StoredFile.erased_at)):
        (erased if row.erased_at else living).add(row.sha256)
    there = set(store.hashes())
    for sha256 in sorted(living):
        chart.count("files")
        if sha256 not in there:
            what = say(
                QT_TRANSLATE_NOOP("doctor", "The file {name} is missing in {folder}."),
                name=sha256[:16],
                folder=str(store.root),
            )
            remedy = say(
                QT_TRANSLATE_NOOP(
                    "doctor", "Restore a backup that holds it, or add the same file once more."
                )
            )
            chart.findings.append(
                Finding(Severity.FAULT, "file_missing", what, f"file {sha256}", remedy)
            )
        elif store.hash_of(sha256) != sha256:
            what = say(
                QT_TRANSLATE_NOOP("doctor", "The file {name} was altered: its hash is another."),
                name=sha256[:16],
            )
            chart.findings.append(
                Finding(Severity.DAMAGE, "file_altered", what, f"file {sha256}", RESTORE)
            )
    _unwanted(chart, sorted(there - living - erased), sorted(there & (erased - living)))
    for stranger in store.strangers():
        chart.warn(
            "file_stranger",
            say(
                QT_TRANSLATE_NOOP("doctor", "{name} does not belong into the store of files."),
                name=stranger.name,
            ),
            say(QT_TRANSLATE_NOOP("doctor", "Move it out of {folder}."), folder=str(store.root)),
        )


def _unwanted(chart: Chart, orphans: list[str], erased: list[str]) -> None:
    tidy = say(QT_TRANSLATE_NOOP("doctor", "Nothing to do: it is removed when the shop is opened."))
    for sha256 in orphans:
        what = say(
            QT_TRANSLATE_NOOP("doctor", "The file {name} belongs to no record."), name=sha256[:16]
        )
        chart.findings.append(
            Finding(Severity.WARNING, "file_orphan", what, f"file {sha256}", tidy)
        )
    for sha256 in erased:
        what = say(
            QT_TRANSLATE_NOOP(
                "doctor", "The file {name} was erased, and its bytes are still there."
            ),
            name=sha256[:16],
        )
        chart.findings.append(Finding(Severity.FAULT, "file_erased", what, f"file {sha256}", tidy))


def signed_acts(chart: Chart, connection: Connection) -> None:
    """Versions of acceptance acts, the signatures under them, and the seals of the people of both."""
    versions, signed = ArrivalVersion.__table__, ArrivalSignature.__table__
    name = Arrival.__table__.c.number
    joined = versions.join(Arrival.__table__, Arrival.__table__.c.id == versions.c.arrival_id)
    hashes = {}
    seals = _Seals(connection)
    for found in rows_of(connection, versions, name, sa.true(), source=joined, ahead=seals.read):
        chart.count("acceptance acts")
        row = found.row
        if row is not None:
            hashes[found.id] = row.sha256
        if row is None or sha256_hex(row.content.encode("utf-8")) != row.sha256:
            what = say(
                QT_TRANSLATE_NOOP(
                    "doctor", "Acceptance act {name} was altered: it is not what was signed."
                ),
                name=found.name,
            )
            chart.damage("acceptance_act", what, f"acceptance act {found.name}")
        elif seals.differ("arrival", found.id, json.loads(row.content)["person"]):
            _unsealed(chart, found.name)
    keys = {
        row.id: Ed25519PublicKey.from_public_bytes(row.public_key)
        for row in connection.execute(sa.select(SigningKey.id, SigningKey.public_key))
    }
    under = signed.join(Arrival.__table__, Arrival.__table__.c.id == signed.c.arrival_id)
    for found in rows_of(connection, signed, name, sa.true(), source=under, ahead=seals.read):
        chart.count("signatures")
        row = found.row
        good = (
            row is not None
            and row.content_sha256 == hashes.get(row.version_id)
            and signature_digest(dict(row._mapping)) == row.sha256  # noqa: SLF001 - SQLAlchemy's public name
            and is_signed(keys.get(row.key_id), row.signature, row.sha256)
        )
        if not good:
            what = say(
                QT_TRANSLATE_NOOP(
                    "doctor", "A signature under acceptance act {name} does not fit."
                ),
                name=found.name,
            )
            chart.damage("act_signature", what, f"acceptance act {found.name}")
        elif row is not None and seals.differ("arrival_signature", found.id, row.commitment):
            _unsealed(chart, found.name)


class _Seals:
    """Seals of people by their document; one that cannot be read is none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: dict[uuid.UUID, list[tuple[str, str]]] = {}

    def read(self, rows: Sequence[Any]) -> None:
        """Read those of these documents at once."""
        table = PersonSeal.__table__
        # without their own columns that may be damaged: what a seal holds is proved for itself
        told = (table.c.document_id, table.c.document_kind, table.c.commitment)
        self._found = {row.id: [] for row in rows}
        for seal in self._connection.execute(
            sa.select(*told).where(table.c.document_id.in_(list(self._found)))
        ):
            self._found[seal.document_id].append((seal.document_kind, seal.commitment))

    def differ(self, kind: str, document_id: uuid.UUID, commitment: str | None) -> bool:
        """Whether the document's seal is not the one that it names by its commitment, or is not of its kind."""
        named = [] if commitment is None else [(kind, commitment)]
        return self._found.get(document_id, []) != named


def _unsealed(chart: Chart, name: str) -> None:
    what = say(
        QT_TRANSLATE_NOOP(
            "doctor", "The people of acceptance act {name} are not sealed as it was signed."
        ),
        name=name,
    )
    chart.damage("act_people", what, f"acceptance act {name}")


CHECKS = (("files", stored_files), ("acceptance acts", signed_acts))
