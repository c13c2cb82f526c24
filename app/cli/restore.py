"""``restore``: put a backup in the shop's place; what stood there stays beside it."""

import argparse
from pathlib import Path

from app.cli.backup import facts
from app.cli.frame import GOOD, Command, address, show
from app.kernel import backup as backups
from app.kernel.backup import BackupReport


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``restore``."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup")


def run(options: argparse.Namespace) -> int:
    """Restore, and say what was kept."""
    done = backups.restore(options.file, address(options))
    size = options.file.stat().st_size
    result = {
        "backup": facts(BackupReport(done.backup, size, done.manifest)),
        "target": done.target,
        "kept": done.kept,
        "schema": done.schema_version,
        "rows": done.rows,
        "numbers": done.numbers,
    }
    lines = [
        f"Restored {done.rows} rows as of {done.manifest.made_at.isoformat()} into {done.target}.",
        f"What stood there is kept: {done.kept}" if done.kept else "Nothing stood there before.",
    ]
    if done.numbers is None:
        lines.append(
            "What stood there could not be read: look up the last numbers on your papers since then. "
            "The next ones may repeat them."
        )
    elif done.numbers:
        lines.append(
            f"{done.numbers} number series go on from what stood there: none is used twice."
        )
    if done.files:
        lines.append(f"{done.files} files are in their place.")
    if done.files_missing:
        lines.append(f"{len(done.files_missing)} files are missing: they lay beside the backup.")
    if done.manifest.schema_version != done.schema_version:
        lines.append(f"Migrated from {done.manifest.schema_version} to {done.schema_version}.")
    show(options, result, lines)
    return GOOD


COMMAND = Command(
    "restore",
    "put a backup in the shop's place",
    "Proves the backup, builds the shop from it beside the present one, compares every row, and only "
    "then swaps them. The present shop is never overwritten: it stays beside, renamed. Close every "
    "desk of the shop first.",
    configure,
    run,
)
