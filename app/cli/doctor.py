"""``doctor``: proves the shop whole, or names each record that is not, and what to do."""

import argparse
from typing import Any

from sqlalchemy.exc import DatabaseError, OperationalError

from app.cli import appended, kept_files, proofs, storage, sums
from app.cli.findings import UNREADABLE, Chart, Check, Finding, Severity
from app.cli.frame import FOUND, GOOD, Command, address, existing, show
from app.kernel.backup import refuse_newer
from app.kernel.clock import system_clock
from app.kernel.db import HEAD, Database, schema_version
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.secrets import SecretStore
from app.kernel.settings import settings

CHECKS: tuple[tuple[str, Check], ...] = (
    *storage.CHECKS,
    *proofs.CHECKS,
    *kept_files.CHECKS,
    *appended.CHECKS,
    *sums.CHECKS,
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``doctor``."""
    parser.add_argument(
        "--only",
        action="append",
        choices=[name for name, _ in CHECKS],
        help="run this check; may be repeated",
    )


def run(options: argparse.Namespace) -> int:
    """Examine, tell, and answer 0 (clean) or 1 (something is wrong)."""
    with existing(options) as database:
        chart = examine(database, address(options), only=options.only or ())
    ill = [finding for finding in chart.findings if finding.severity != Severity.WARNING]
    show(options, report(chart), _lines(chart))
    return FOUND if ill else GOOD


def examine(database: Database, url: str, *, only: "tuple[str, ...] | list[str]" = ()) -> Chart:
    """Run the checks, all or the named ones; reads only, and goes on when one of them cannot read.

    Raises:
        UserError: there is no shop in it, a newer program made it, or the server does not answer.
    """
    chosen = settings()
    kind = SecretStore(chosen.secrets, use_keyring=chosen.secrets_dir is None).kind
    chart = Chart(database, system_clock(), chosen.backups_of(url), kind)
    if not _can_be_examined(chart):
        return chart
    for name, check in CHECKS:
        if only and name not in only:
            continue
        try:
            with database.reading() as connection:
                check(chart, connection)
        except UNREADABLE as error:
            storage.unreadable(chart, name, error)
    return chart


def _can_be_examined(chart: Chart) -> bool:
    try:
        version = schema_version(chart.database)
    except OperationalError:
        raise
    except DatabaseError as error:
        storage.unreadable(chart, "schema", error)
        return False
    if version is None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("doctor", "{name} holds no shop."), name=chart.database.shown),
            reason=Reason.NOT_FOUND,
            remedy=say(QT_TRANSLATE_NOOP("doctor", "Check the address of the database.")),
        )
    refuse_newer(version)
    if version != HEAD:
        what = say(
            QT_TRANSLATE_NOOP(
                "doctor", "The schema is {version}, this program's is {head}: not examined further."
            ),
            version=version,
            head=HEAD,
        )
        remedy = say(
            QT_TRANSLATE_NOOP(
                "doctor", "Open the shop once with this program; it will be migrated."
            )
        )
        chart.findings.append(Finding(Severity.FAULT, "schema", what, version, remedy))
        return False
    return True


def report(chart: Chart) -> dict[str, Any]:
    """The examination as JSON."""
    by_severity = {s.value: 0 for s in Severity}
    for finding in chart.findings:
        by_severity[finding.severity.value] += 1
    return {
        "database": chart.database.shown,
        "clean": by_severity["damage"] == by_severity["fault"] == 0,
        "examined": chart.counts,
        "secrets": chart.secrets_kind,
        "by_severity": by_severity,
        "findings": [finding.to_json() for finding in chart.findings],
    }


def _lines(chart: Chart) -> list[str]:
    counted = ", ".join(f"{number} {what}" for what, number in chart.counts.items())
    lines = [f"Examined {chart.database.shown}: {counted or 'nothing'}."]
    for finding in chart.findings:
        record = f" [{finding.record}]" if finding.record else ""
        lines += [f"{finding.severity.value.upper()}{record} {finding.what}", f"  {finding.remedy}"]
    kinds = {s: sum(f.severity == s for f in chart.findings) for s in Severity}
    if not kinds[Severity.DAMAGE] and not kinds[Severity.FAULT]:
        lines.append("Clean." if not chart.findings else "Clean; mind the warnings.")
    else:
        lines.append(f"{kinds[Severity.DAMAGE]} damaged, {kinds[Severity.FAULT]} faulty.")
    return lines


COMMAND = Command(
    "doctor",
    "prove the shop whole, or name what is not",
    "Reads everything and changes nothing: the database's own checks, schema and guards, the audit "
    "chain, the hash and signature of every final record, stock against its ledger, totals, numbers, "
    "backups. Answers 0 when nothing is damaged or faulty (warnings alone are 0), 1 when something "
    "is, 2 when it could not look.",
    configure,
    run,
)
