"""Backups: one sealed file that is refused when a single byte of it changed, and can be restored into either database.

A SQLite shop is copied page by page while others write; a PostgreSQL shop is read in one repeatable-read
snapshot, table by table, as JSON lines that both databases understand. A backup holds what the database holds:
no private key, no device token, no setting of this computer.
"""

from app.kernel.backup.archive import Manifest, TableRows
from app.kernel.backup.keeping import (
    Kept,
    before_migration,
    daily,
    is_ahead,
    kept_in,
    newest,
    refuse_newer,
)
from app.kernel.backup.making import BackupReport, make_backup, verify_backup
from app.kernel.backup.restoring import RestoreReport, restore

__all__ = [
    "BackupReport",
    "Kept",
    "Manifest",
    "RestoreReport",
    "TableRows",
    "before_migration",
    "daily",
    "is_ahead",
    "kept_in",
    "make_backup",
    "newest",
    "refuse_newer",
    "restore",
    "verify_backup",
]
