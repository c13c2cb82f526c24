"""What a long run did and what it found, for programs and for the engineer of a shop."""

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pysqlite3 import dbapi2

from app import __version__
from app.kernel.db import HEAD


@dataclass(frozen=True)
class Column:
    """What is done to a shop, what must hold, and how often the whole long column does it.

    ``goal`` counts everything that is told under the name ``what``, or begins with it.
    """

    done: str
    holds: str
    what: str
    goal: int


COLUMNS: dict[str, Column] = {
    "attacks": Column(
        "PINs are guessed; pages of the server are hit on their way",
        "nobody gets in, nobody is locked out for good; no hit page changes anything",
        "PINs guessed",
        10_000,
    ),
    "backups": Column(
        "backups between days of work are restored, cut and hit",
        "each equals its moment; what is not whole is refused",
        "backups restored",
        200,
    ),
    "bytes": Column(
        "a value of each column of each final record is altered",
        "the doctor tells it",
        "altered values of final records",
        20_000,
    ),
    "counters": Column(
        "cars come, are sold, get other plates; orders are completed and cancelled, in random steps",
        "visits and money of a card are the sum of its source rows",
        "random steps of cars",
        10_000,
    ),
    "exits": Column(
        "a desk dies after a statement, at any moment, while a shop is made or migrated",
        "all of it is there or nothing; what was told as done is there",
        "kill -9",
        10_000,
    ),
    "imports": Column(
        "files to import are damaged",
        "read, or refused in words, within a second",
        "damaged import files",
        20_000,
    ),
    "operations": Column(
        "random days of a shop, under an honest and a leaping clock",
        "hashes, sums, stock, numbers and chains are right",
        "operations",
        10_000,
    ),
    "races": Column(
        "two desks press the same button",
        "one wins, the other is told; no number twice, none lost",
        "races",
        200,
    ),
    "sync": Column(
        "bad networks; a desk or the server dies while they exchange",
        "every record is there once, alike on both sides",
        "bad networks by seed",
        5_000,
    ),
}


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
    size: int
    seconds: float = 0.0
    turns: int = 0
    of_this_turn: list[str] = field(default_factory=list)
    done: dict[str, int] = field(default_factory=dict)
    runs: dict[str, int] = field(default_factory=dict)
    spent: dict[str, int] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)
    breaks: list[Break] = field(default_factory=list)

    def carried_on(self, out: Path) -> Self:
        """The report of this size that stands there and is not whole yet, else this one."""
        try:
            known = json.loads((out / "report.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return self
        for reckoned in ("broken", "is_whole", "made_on"):
            known.pop(reckoned)
        known["breaks"] = [Break(**each) for each in known["breaks"]]
        found = type(self)(**known)
        # another size would count the same seeds twice
        return self if found.is_whole or found.size != self.size else found

    @property
    def is_whole(self) -> bool:
        """Whether every column has reached its goal."""
        return not any(map(self.lacks, COLUMNS))

    def add(self, column: str, seconds: int, told: str) -> None:
        """One column of one turn: what its tests counted, a line of JSON for each count."""
        self.runs[column] = self.runs.get(column, 0) + 1
        self.spent[column] = self.spent.get(column, 0) + seconds
        for line in told.splitlines():
            count = json.loads(line)
            if "figure" in count:
                known = self.figures.get(count["figure"], 0.0)
                self.figures[count["figure"]] = max(known, count["value"])
                continue
            self.done[count["what"]] = self.done.get(count["what"], 0) + count["times"]

    def of(self, column: str) -> int:
        """How much of the column's goal is done."""
        what = COLUMNS[column].what
        return sum(
            times
            for name, times in self.done.items()
            if name == what or name.startswith(f"{what} during")
        )

    def lacks(self, column: str) -> bool:
        """Whether the column is not whole yet."""
        return self.of(column) < COLUMNS[column].goal

    def json(self) -> str:
        """All of it for programs."""
        plain = asdict(self) | {
            "broken": bool(self.breaks),
            "is_whole": self.is_whole,
            "made_on": _machine(),
        }
        return json.dumps(plain, ensure_ascii=False, indent=2)

    def write(self, out: Path) -> None:
        """As JSON for programs and as Markdown for people."""
        (out / "report.json").write_text(self.json() + "\n", encoding="utf-8")
        (out / "report.md").write_text("\n".join(self.lines()) + "\n", encoding="utf-8")

    def lines(self) -> list[str]:
        """The Markdown page: the verdict first, then what was done, what is left, and what broke with how to see it."""
        broken = sorted({each.column for each in self.breaks})
        verdict = f"**Broken: {', '.join(broken)}.** See below." if broken else "**Nothing broke.**"
        lines = ["# Long run of the fault tests", "", verdict, "", self._made(), ""]
        lines += ["| column | what is done to a shop | what must hold | verdict | minutes |"]
        lines += ["| --- | --- | --- | --- | ---: |"]
        for name, column in COLUMNS.items():
            minutes = f"{self.spent.get(name, 0) / 60:.1f}"
            lines += [
                f"| {name} | {column.done} | {column.holds} | {self._verdict(name)} | {minutes} |"
            ]
        lines += ["", "| what was done | times |", "| --- | ---: |"]
        lines += [f"| {what} | {times} |" for what, times in sorted(self.done.items())]
        if self.figures:
            lines += ["", "| measured, the worst of all turns | |", "| --- | ---: |"]
            lines += [f"| {what} | {value} |" for what, value in sorted(self.figures.items())]
        lines += ["", "| of the whole long column | done | asked | hours to go |"]
        lines += ["| --- | ---: | ---: | ---: |"]
        lines += [
            f"| {name}: {column.what} | {self.of(name)} | {column.goal} | {self._to_go(name)} |"
            for name, column in COLUMNS.items()
        ]
        for each in self.breaks:
            lines += ["", f"## {each.column} broke with seed {each.seed}", ""]
            lines += [f"Once more: `python3 dev.py soak {self._again(each)}`", ""]
            lines += [f"- {test}" for test in each.tests]
            lines += ["", "```", each.said, "```"]
        return lines

    def _made(self) -> str:
        turns = f"{self.turns} whole turn{'' if self.turns == 1 else 's'}"
        begun = f" and {', '.join(self.of_this_turn)} of the next" if self.of_this_turn else ""
        size = "" if self.size == 100 else f", each with {self.size} % of the usual"
        last = self.first_seed + max(0, self.turns - 1 + bool(self.of_this_turn))
        return (
            f"{turns}{begun}, seeds {self.first_seed} to {last}{size}; {self.seconds / 60:.1f} minutes, "
            f"on {datetime.now(UTC):%Y-%m-%d %H:%M} UTC. {_machine()}."
        )

    def _verdict(self, column: str) -> str:
        runs = self.runs.get(column, 0)
        broke = len([each for each in self.breaks if each.column == column])
        if not runs:
            return "not begun"
        return f"**broke in {broke} of {runs}**" if broke else f"held, {runs} of {runs}"

    def _to_go(self, column: str) -> str:
        done, goal = self.of(column), COLUMNS[column].goal
        if done >= goal:
            return "–"
        if not done:
            return "?"
        return f"{self.spent.get(column, 0) / 3600 * (goal - done) / done:.1f}"

    def _again(self, broke: Break) -> str:
        size = "" if self.size == 100 else f" --size {self.size}"
        return f"--seed {broke.seed} --turns 1 --only {broke.column}{size}"


def _machine() -> str:
    return (
        f"CarPass Desk {__version__}, schema {HEAD}, Python {platform.python_version()}, "
        f"SQLite {dbapi2.sqlite_version}, {os.cpu_count()} processors"
    )
