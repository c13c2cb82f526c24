"""Runs the long column until the time is over: ``python -m tests.soak --minutes 60``.

Every turn has the next seed and goes through all columns. Progress goes to standard error; ``report.json`` and
``report.md`` in the folder ``--out`` (out/soak) say what was done, and which seed broke what. Exit code 1 when
anything broke. A broken turn is repeated by ``--seed N --turns 1 --only COLUMN``.

``--whole`` goes on until everything was done as often as the long column of the quality page asks; that takes a
night. Stopped by ``--minutes`` or by hand, the same command carries on where it was: the report keeps the count.
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
USUAL_MINUTES = 60
GOALS: dict[str, tuple[str, int]] = {
    "attacks": ("PINs guessed", 10_000),
    "backups": ("backups restored", 200),
    "bytes": ("altered values of final records", 20_000),
    "exits": ("kill -9", 10_000),
    "imports": ("damaged import files", 20_000),
    "operations": ("operations", 10_000),
    "races": ("races", 200),
    "sync": ("bad networks by seed", 5_000),
}
"""What each column must have done to be whole: everything that is told under this name, or begins with it."""


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
    is_whole: bool = False

    @classmethod
    def carried_on(cls, out: Path, first_seed: int) -> "Report":
        """The report that stands there and is not whole yet, else a new one."""
        try:
            known = json.loads((out / "report.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(first_seed)
        known.pop("broken")
        known["breaks"] = [Break(**each) for each in known["breaks"]]
        found = cls(**known)
        return cls(first_seed) if found.is_whole else found

    def of(self, column: str) -> int:
        """How much of the column's goal is done."""
        what, _ = GOALS[column]
        return sum(
            times
            for name, times in self.done.items()
            if name == what or name.startswith(f"{what} during")
        )

    def lacks(self, column: str) -> bool:
        """Whether the column is not whole yet."""
        return self.of(column) < GOALS[column][1]

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
        lines += ["", "| of the whole long column | done | asked |", "| --- | ---: | ---: |"]
        lines += [
            f"| {column}: {what} | {self.of(column)} | {goal} |"
            for column, (what, goal) in GOALS.items()
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
    """Turns until the time is over, or until all is whole; a turn that has begun ends."""
    out = Path(options.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    report = Report.carried_on(out, options.seed) if options.whole else Report(options.seed)
    columns: Sequence[str] = options.only or COLUMNS
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
        for column in columns:
            if options.whole and not report.lacks(column):
                continue
            if not options.turns and is_over():
                break
            held = turn(column, seed, out, report)
            report.seconds = round(before + time.monotonic() - began, 1)
            said = "held" if held else "BROKEN"
            line = f"{report.seconds:8.1f} s  seed {seed}  {column}: {said}"
            print(line, file=sys.stderr, flush=True)  # noqa: T201 - progress
            report.write(out)
        report.turns += 1
        report.write(out)
    report.is_whole = not any(map(report.lacks, COLUMNS))
    report.write(out)
    return report


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="soak", description="The long column of the fault tests.")
    parser.add_argument("--minutes", type=float, default=0, help=f"how long ({USUAL_MINUTES})")
    parser.add_argument(
        "--whole", action="store_true", help="until the whole long column is done; carries on"
    )
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
