"""Runs the long column until the time is over: ``python -m tests.soak --minutes 60``.

Every turn has the next seed and goes through all columns. Progress goes to standard error; ``report.json`` and
``report.md`` in the folder ``--out`` (out/soak) say what was done, and which seed broke what. Exit code 1 when
anything broke. A broken turn is repeated by ``--seed N --turns 1 --only COLUMN``. ``--size 20`` makes a fifth of
everything in each turn: a turn of all columns is then a matter of minutes.

``--whole`` goes on until everything was done as often as the long column of the quality page asks; that takes a
night. Stopped by ``--minutes`` or by hand, the same command carries on where it was: the report keeps the count.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.soak.report import COLUMNS, Break, Report

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
LAST_LINES = 60
USUAL_MINUTES = 60
STOPPED = 130


def turn(column: str, seed: int, out: Path, report: Report) -> bool:
    """One column with one seed; whether it held."""
    counts = out / "counts.jsonl"
    counts.write_text("", encoding="utf-8")
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    command += ["-o", "timeout=900", "-rf", "--tb=short", str(FOLDER / f"long_{column}.py")]
    told = {"SOAK_SEED": str(seed), "SOAK_SIZE": str(report.size), "SOAK_COUNTS": str(counts)}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | told,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    report.add(column, round(time.monotonic() - began), counts.read_text(encoding="utf-8"))
    counts.unlink()
    if done.returncode == 0:
        return True
    lines = done.stdout.splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    report.breaks.append(Break(column, seed, failed, "\n".join(lines[-LAST_LINES:])))
    return False


def run(options: argparse.Namespace, report: Report, out: Path) -> None:
    """Turns until the time is over, or until all is whole; a column that has begun ends."""
    columns: Sequence[str] = options.only or tuple(COLUMNS)
    minutes = options.minutes or (0 if options.whole else USUAL_MINUTES)
    began, before, turns = time.monotonic(), report.seconds, report.turns

    def is_over() -> bool:
        if options.whole and not any(map(report.lacks, columns)):
            return True
        if options.turns:
            return report.turns - turns >= int(options.turns)
        return bool(minutes) and time.monotonic() - began >= minutes * 60

    while not is_over():
        seed = report.first_seed + report.turns
        # a turn that was stopped in its middle goes on behind the columns that it had done
        for column in [name for name in columns if name not in report.of_this_turn]:
            if options.whole and not report.lacks(column):
                continue
            if not options.turns and is_over():
                return
            held = turn(column, seed, out, report)
            report.of_this_turn.append(column)
            report.seconds = round(before + time.monotonic() - began, 1)
            said = "held" if held else "BROKEN"
            line = f"{report.seconds:8.1f} s  seed {seed}  {column}: {said}"
            print(line, file=sys.stderr, flush=True)  # noqa: T201 - progress
            report.write(out)
        report.turns += 1
        report.of_this_turn.clear()
        report.write(out)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="soak", description="The long column of the fault tests.")
    parser.add_argument("--minutes", type=float, default=0, help=f"how long ({USUAL_MINUTES})")
    parser.add_argument(
        "--whole", action="store_true", help="until the whole long column is done; carries on"
    )
    parser.add_argument("--seed", type=int, default=1, help="the first turn's seed (1)")
    parser.add_argument("--turns", type=int, default=0, help="so many turns, whatever the time")
    parser.add_argument("--only", action="append", choices=tuple(COLUMNS), help="this column")
    parser.add_argument("--size", type=int, default=100, help="percent of the usual in each turn")
    parser.add_argument("--out", default=ROOT / "out" / "soak", help="folder of the report")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    options = parser.parse_args()
    out = Path(options.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    fresh = Report(options.seed, options.size)
    report = fresh.carried_on(out) if options.whole else fresh
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    stopped = False
    try:
        run(options, report, out)
    except KeyboardInterrupt:
        stopped = True  # what was counted so far stands in the report
    report.write(out)
    print(report.json() if options.json else "\n".join(report.lines()))  # noqa: T201 - the result
    if stopped:
        return STOPPED
    return 1 if report.breaks else 0


if __name__ == "__main__":
    sys.exit(main())
