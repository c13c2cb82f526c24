"""``backup``: make one, prove one, or list those that are there."""

import argparse
from pathlib import Path
from typing import Any

from app.cli.frame import GOOD, Command, address, existing, show, table
from app.kernel import backup as backups
from app.kernel.backup import BackupReport
from app.kernel.settings import settings


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``backup``."""
    parser.add_argument("--to", metavar="FOLDER", type=Path, help="where to put or look for it")
    parser.add_argument("--reason", default="manual", help="a word for its name (manual)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--verify", metavar="FILE", type=Path, help="prove this backup, make none")
    what.add_argument("--list", action="store_true", help="list the backups of the folder")


def run(options: argparse.Namespace) -> int:
    """Make, prove or list."""
    if options.verify is not None:
        proved = backups.verify_backup(options.verify)
        show(options, facts(proved), _lines(proved, "whole"))
        return GOOD
    folder = options.to or settings().backups_of(address(options))
    if options.list:
        kept = backups.kept_in(folder)
        rows = [(k.made_at.isoformat(), k.reason, k.path.stat().st_size, k.path.name) for k in kept]
        names = ("made_at", "reason", "size_bytes", "file")
        result = {
            "folder": str(folder),
            "backups": [dict(zip(names, row, strict=True)) for row in rows],
        }
        show(options, result, [str(folder), *table(("made", "reason", "bytes", "file"), rows)])
        return GOOD
    with existing(options) as database:
        made = backups.make_backup(database, folder, options.reason)
    show(options, facts(made), _lines(made, "made"))
    return GOOD


def facts(report: BackupReport) -> dict[str, Any]:
    """A backup as JSON."""
    manifest = report.manifest
    return {
        "path": str(report.path),
        "size_bytes": report.size,
        "shop": str(manifest.shop) if manifest.shop else None,
        "database": manifest.database,
        "schema": manifest.schema_version,
        "made_at": manifest.made_at.isoformat(),
        "reason": manifest.reason,
        "rows": manifest.rows,
        "files": manifest.files.model_dump() if manifest.files else None,
        "files_lost": list(report.lost),
        "tables": {t.name: {"rows": t.rows, "sha256": t.sha256} for t in manifest.tables},
    }


def _lines(report: BackupReport, word: str) -> list[str]:
    manifest = report.manifest
    content = f"{manifest.rows} rows of {len(manifest.tables)} tables, {report.size} bytes"
    when = f"schema {manifest.schema_version}, {manifest.made_at.isoformat()}"
    lines = [f"Backup {word}: {report.path}", f"{content}, {when}"]
    if manifest.files is not None:
        place = "inside" if manifest.files.is_inside else "beside it"
        lines.append(f"{manifest.files.count} files ({manifest.files.size} bytes) {place}")
        if manifest.files.damaged_count:
            lines.append(f"{manifest.files.damaged_count} damaged files of the shop were left out")
    if report.lost:
        lines.append(f"{len(report.lost)} files beside it are missing or damaged")
    return lines


COMMAND = Command(
    "backup",
    "make a backup of the shop, or prove one",
    "Makes a backup of the shop as it is at this moment, while others may go on working: one file "
    "that is refused later when a single byte of it changed. It holds no key and no password file.",
    configure,
    run,
)
