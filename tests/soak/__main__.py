"""Runs the long column until the time is over: ``python -m tests.soak --minutes 60``.

Every turn has the next seed and goes through all columns. Progress goes to standard error; ``report.json`` and
``report.md`` in the folder ``--out`` (out/soak) say what was done, and which seed broke what. Exit code 1 when
anything broke. A broken turn is repeated by ``--seed N --turns 1 --only COLUMN``.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
COLUMNS = tuple(sorted(path.stem.removeprefix("long_") for path in FOLDER.glob("long_*.py")))
LAST_LINES = 60


@dataclass
class Break:
    """Something that did not hold."""

    column: str
    seed: int
    tests: list[str]
    said: str


@dataclass
class Report:
    """What was done so far."""

    first_seed: int
    seconds: float = 0.0
    turns: int = 0
    done: dict[str, int] = field(default_factory=dict)
    spent: dict[str, int] = field(default_factory=dict)
    breaks: list[Break] = field(default_factory=list)

    def write(self, out: Path) -> None:
        """As JSON for programs and as Markdown for people."""
        plain = asdict(self) | {"broken": bool(self.breaks)}
        text = json.dumps(plain, ensure_ascii=False, indent=2)
        (out / "report.json").write_text(text + "\n", encoding="utf-8")
        (out / "report.md").write_text("\n".join(self.lines()) + "\n", encoding="utf-8")

    def lines(self) -> list[str]:
        """The Markdown page."""
        said = f"{len(self.breaks)} broken" if self.breaks else "nothing broke"
        lines = [
            "# Long run",
            "",
            f"{self.seconds / 60:.1f} minutes, {self.turns} turns of all columns from seed {self.first_seed}: {said}.",
            "",
            "| what | times |",
            "| --- | ---: |",
            *(f"| {what} | {times} |" for what, times in sorted(self.done.items())),
        ]
        for each in self.breaks:
            lines += [
                "",
                f"## {each.column}, seed {each.seed}",
                "",
                *(f"- {t}" for t in each.tests),
            ]
            lines += ["", "```", each.said, "```"]
        return lines


def turn(column: str, seed: int, out: Path, report: Report) -> bool:
    """One column with one seed; whether it held."""
    counts = out / "counts.jsonl"
    counts.write_text("", encoding="utf-8")
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    command += ["-o", "timeout=900", "-rf", "--tb=short", str(FOLDER / f"long_{column}.py")]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"SOAK_SEED": str(seed), "SOAK_COUNTS": str(counts)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    report.spent[column] = report.spent.get(column, 0) + round(time.monotonic() - began)
    for line in counts.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        what = told["what"]
        report.done[what] = report.done.get(what, 0) + told["times"]
    counts.unlink()
    if done.returncode == 0:
        return True
    lines = done.stdout.splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    report.breaks.append(Break(column, seed, failed, "\n".join(lines[-LAST_LINES:])))
    return False


def run(options: argparse.Namespace) -> Report:
    """Turns until the time is over; a turn that has begun ends."""
    out = Path(options.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    report = Report(options.seed)
    columns: Sequence[str] = options.only or COLUMNS
    began = time.monotonic()

    def is_over() -> bool:
        if options.turns:
            return report.turns >= int(options.turns)
        return time.monotonic() - began >= float(options.minutes) * 60

    while not is_over():
        seed = options.seed + report.turns
        for column in columns:
            if not options.turns and is_over():
                break
            held = turn(column, seed, out, report)
            report.seconds = round(time.monotonic() - began, 1)
            said = "held" if held else "BROKEN"
            line = f"{report.seconds:8.1f} s  seed {seed}  {column}: {said}"
            print(line, file=sys.stderr, flush=True)  # noqa: T201 - progress
            report.write(out)
        report.turns += 1
    report.write(out)
    return report


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="soak", description="The long column of the fault tests.")
    parser.add_argument("--minutes", type=float, default=60, help="how long (60)")
    parser.add_argument("--seed", type=int, default=1, help="the first turn's seed (1)")
    parser.add_argument("--turns", type=int, default=0, help="so many turns, whatever the time")
    parser.add_argument("--only", action="append", choices=COLUMNS, help="this column")
    parser.add_argument("--out", default=ROOT / "out" / "soak", help="folder of the report")
    report = run(parser.parse_args())
    for line in report.lines():
        print(line)  # noqa: T201 - the result
    return 1 if report.breaks else 0


if __name__ == "__main__":
    sys.exit(main())
