"""Two commands for a fresh clone: `python3 dev.py run` and `python3 dev.py test`.

Both do all the set-up first: system packages through apt, a virtual environment in `.venv`, exactly
the packages of `requirements.lock`. Needs Python 3.11 and pip, nothing else; stdlib only.

Exit codes: 0 good; 1 a step failed; 2 wrong usage; 3 this machine lacks something, and the text
names the one command that brings it.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "carpass-ready"
LOCK = ROOT / "requirements.lock"
OUT = ROOT / "out"
MADE = (
    "shop.sqlite*", "server.*", "pdf", "pictures", "secrets", "backups", "drafts", "summary.json",
)  # fmt: skip  # one line reads better
OLDEST_PYTHON = (3, 11)
COMPILE_ALL = (
    "import compileall, sysconfig; "
    "compileall.compile_dir(sysconfig.get_path('purelib'), quiet=2, workers=0)"
)
FAILED, LACKING, INTERRUPTED = 1, 3, 130


class LackingError(Exception):
    """This machine lacks something that we cannot bring; the text says what to do."""


class StepFailedError(Exception):
    """A command of the set-up failed; what it printed stands above."""


def say(text: str = "") -> None:
    """Prints progress beside the results: with `--json`, standard output is for them alone."""
    print(text, file=sys.stderr, flush=True)


# System packages -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Need:
    """A Debian package and how to see that what it brings is here, whoever brought it."""

    package: str
    present: Callable[[], bool]


def library(soname: str) -> Callable[[], bool]:
    """Seen by loading it."""

    def present() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return present


def program(name: str, *patterns: str) -> Callable[[], bool]:
    """Seen on PATH, or as a file under one of the patterns below the root folder."""
    return lambda: shutil.which(name) is not None or file(*patterns)()


def file(*patterns: str) -> Callable[[], bool]:
    """Seen as a file under one of the patterns below the root folder."""
    return lambda: any(next(Path("/").glob(pattern), None) for pattern in patterns)


def language(code: str) -> Callable[[], bool]:
    """A language of the text recognition."""
    return file(
        f"usr/share/tesseract-ocr/*/tessdata/{code}.traineddata",
        f"usr/share/tessdata/{code}.traineddata",
    )


RUN_NEEDS = (
    Need("libgl1", library("libGL.so.1")),
    Need("libegl1", library("libEGL.so.1")),
    Need("libglib2.0-0", library("libglib-2.0.so.0")),
    Need("libfontconfig1", library("libfontconfig.so.1")),
    Need("libdbus-1-3", library("libdbus-1.so.3")),
    Need("libxkbcommon0", library("libxkbcommon.so.0")),
    Need("libxkbcommon-x11-0", library("libxkbcommon-x11.so.0")),
    Need("libx11-xcb1", library("libX11-xcb.so.1")),
    Need("libxcb-cursor0", library("libxcb-cursor.so.0")),
    Need("libxcb-icccm4", library("libxcb-icccm.so.4")),
    Need("libxcb-image0", library("libxcb-image.so.0")),
    Need("libxcb-keysyms1", library("libxcb-keysyms.so.1")),
    Need("libxcb-randr0", library("libxcb-randr.so.0")),
    Need("libxcb-render-util0", library("libxcb-render-util.so.0")),
    Need("libxcb-shape0", library("libxcb-shape.so.0")),
    Need("libxcb-sync1", library("libxcb-sync.so.1")),
    Need("libxcb-xfixes0", library("libxcb-xfixes.so.0")),
    Need("libxcb-xkb1", library("libxcb-xkb.so.1")),
    Need("tesseract-ocr", program("tesseract")),
    Need("tesseract-ocr-rus", language("rus")),
    Need("tesseract-ocr-eng", language("eng")),
)
BUILD_NEEDS = (*RUN_NEEDS, Need("binutils", program("objcopy")))
TEST_NEEDS = (
    *BUILD_NEEDS,
    Need("xvfb", program("Xvfb")),
    Need("postgresql", program("initdb", "usr/lib/postgresql/*/bin/initdb")),
)


def missing_packages(needs: Sequence[Need]) -> list[str]:
    """Names of the Debian packages to install; none where the wheels bring everything."""
    if not sys.platform.startswith("linux"):
        return []
    return [need.package for need in needs if not need.present()]


def apt_commands(packages: Sequence[str]) -> list[list[str]]:
    """What installs the packages."""
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]
    return [
        [*apt, "update"],
        [*apt, "install", "--yes", "--no-install-recommends", *packages],
    ]


def become_root() -> list[str] | None:
    """What to put before a command so that root runs it; None when a password would be asked."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    if shutil.which("sudo") is not None and quietly([*sudo, "true"]):
        return [*sudo, "DEBIAN_FRONTEND=noninteractive"]
    return None


def one_command(packages: Sequence[str]) -> str:
    """The one line a person runs where we may not."""
    root = "sudo sh" if shutil.which("sudo") else "su"
    return f"{root} -c 'apt-get update && apt-get install --yes {' '.join(packages)}'"


def plan_packages(needs: Sequence[Need]) -> list[list[str]]:
    """Commands that bring what is missing.

    Raises:
        LackingError: we may not run them, or there is no apt; names the command or the packages.
    """
    packages = missing_packages(needs)
    if not packages:
        return []
    if shutil.which("apt-get") is None:
        raise LackingError(f"Not here, and there is no apt-get: {' '.join(packages)} (Debian)")
    root = become_root()
    if root is None:
        raise LackingError(
            f"System packages are missing. Run, then start again:\n  {one_command(packages)}"
        )
    return [[*root, *command] for command in apt_commands(packages)]


# The virtual environment -----------------------------------------------------------------------


def venv_program(name: str) -> Path:
    """A program inside `.venv`."""
    if sys.platform == "win32":
        return VENV / "Scripts" / f"{name}.exe"
    return VENV / "bin" / name


def fingerprint() -> str:
    """Of everything the environment is made from: another text means it must be made again."""
    import tomllib  # noqa: PLC0415 - an older Python shall get as far as being told so

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    made_from = [
        hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        project["project"],
        project["tool"]["setuptools"],
        sorted(path.parent.name for path in ROOT.glob("*/__init__.py")),
        sys.version,
        str(ROOT),
    ]
    return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()


def venv_ready() -> bool:
    """Whether the environment was made to the end from what lies here now, and still runs."""
    return STAMP.exists() and STAMP.read_text(encoding="utf-8") == fingerprint() and venv_usable()


def venv_usable() -> bool:
    """Whether its Python still runs, and it was made in this place: programs in it name the place.

    A half-made one without its settings file is no use either.
    """
    settings = VENV / "pyvenv.cfg"
    return (
        settings.exists()
        and str(VENV) in settings.read_text(encoding="utf-8")
        and quietly([venv_program("python"), "-c", ""])
    )


def plan_venv() -> list[list[str | Path]]:
    """Commands that make the environment; each may be repeated, so a half-made one is resumed."""
    if venv_ready():
        return []
    python = venv_program("python")
    make: list[str | Path] = [base_python(), "-m", "venv", "--without-pip"]
    if VENV.is_symlink() and not venv_usable():
        # emptying it would empty another folder's environment
        raise LackingError(f"{VENV} leads elsewhere, to {VENV.resolve()}: remove the link.")
    if VENV.exists() and not venv_usable():
        make.append("--clear")
    # Works without ensurepip, and where pip is managed by the system. The lock names every package,
    # so nothing is left to resolve.
    pip: list[str | Path] = [base_python(), "-m", "pip", "--python", python, "install", "--quiet"]
    return [
        [*make, VENV],
        [
            *pip,
            "--no-deps",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--no-compile",
            "--requirement",
            LOCK,
        ],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT],
        # Some packages carry templates that are no Python: they are passed over in silence.
        [
            python,
            "-c",
            COMPILE_ALL,
        ],
    ]


def base_python() -> str:
    """The Python outside of any environment: `.venv` has no pip."""
    return str(getattr(sys, "_base_executable", sys.executable))


def check_python() -> None:
    """Refuses what cannot work, before anything is touched."""
    if sys.version_info < OLDEST_PYTHON:
        raise LackingError(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.")
    if not quietly([base_python(), "-m", "pip", "--version"]):
        raise LackingError(
            f"pip is missing. Run, then start again:\n  {one_command(['python3-pip'])}"
        )


@contextmanager
def alone() -> Iterator[None]:
    """One set-up at a time in this folder; the second waits."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def set_up(needs: Sequence[Need], *, dry_run: bool) -> list[str]:
    """Brings what is missing; returns the commands that ran (or would run).

    Raises:
        LackingError: something is missing that we may not bring.
        StepFailedError: one of the commands failed.
    """
    check_python()
    with alone():
        commands: list[Sequence[str | Path]] = [*plan_packages(needs), *plan_venv()]
        told = [shlex.join(map(str, command)) for command in commands]
        if dry_run:
            return told
        environment = os.environ | {
            "DEBIAN_FRONTEND": "noninteractive",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_ROOT_USER_ACTION": "ignore",
        }
        if not venv_ready():
            STAMP.unlink(missing_ok=True)
        for command, text in zip(commands, told, strict=True):
            say(f"+ {text}")
            if subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode:
                raise StepFailedError(text)
        left = missing_packages(needs)
        if left:
            raise LackingError(f"Installed, and still not to be found: {' '.join(left)}")
        if told:
            STAMP.write_text(fingerprint(), encoding="utf-8")
        return told


def quietly(command: Sequence[str | Path]) -> bool:
    """Whether a command succeeds; nobody sees what it prints."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


# The commands ----------------------------------------------------------------------------------


@dataclass
class Step:
    """One check of `test`."""

    name: str
    command: list[str | Path]
    seconds: float = 0.0
    passed: bool = False
    last_line: str = field(default="", repr=False)


EVERY_CORE = ("-n", "auto", "--dist", "loadfile")
"""How the whole suite runs: a file's tests stay together, so that what they share is made once."""


def steps(pytest_arguments: Sequence[str]) -> list[Step]:
    """All checks, in the order they run; pytest last."""
    python = venv_program("python")
    return [
        Step("ruff", [python, "-m", "ruff", "check", "."]),
        Step("format", [python, "-m", "ruff", "format", "--check", "."]),
        Step("mypy", [python, "-m", "mypy"]),
        Step("imports", [venv_program("lint-imports")]),
        Step("vulture", [python, "-m", "vulture"]),
        Step("deptry", [python, "-m", "deptry", "."]),
        Step("pytest", [python, "-m", "pytest", *(pytest_arguments or EVERY_CORE)]),
    ]


def run_step(step: Step) -> None:
    """Runs a check, shows what it prints as it comes, and keeps its time and its last line."""
    say(f"\n== {step.name}: {shlex.join(map(str, step.command[1:]))}")
    began = time.monotonic()
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    if sys.stderr.isatty():
        environment["FORCE_COLOR"] = "1"
    with subprocess.Popen(
        step.command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            sys.stderr.write(line)
            sys.stderr.flush()
            step.last_line = line.strip() or step.last_line
    step.seconds = round(time.monotonic() - began, 2)
    step.passed = process.returncode == 0


def command_test(options: argparse.Namespace) -> int:
    """Runs every check even when one failed."""
    chosen = [
        step for step in steps(options.pytest) if not options.only or step.name in options.only
    ]
    for step in chosen:
        run_step(step)
    results = [asdict(step) | {"command": shlex.join(map(str, step.command))} for step in chosen]
    passed = all(step.passed for step in chosen)
    say()
    for step in chosen:
        say(f"{'passed' if step.passed else 'FAILED':8}{step.name:10}{step.seconds:8.1f} s")
    if options.json:
        print(json.dumps({"passed": passed, "steps": results}, indent=2))
    if chosen[-1].name == "pytest":
        say(chosen[-1].last_line)
    return 0 if passed else FAILED


def clear(out: Path) -> None:
    """Lets go of what an earlier run made in our own folder; what else lies there stays."""
    for path in [path for pattern in MADE for path in out.glob(pattern)]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def command_run(options: argparse.Namespace) -> int:
    """Opens the desk with the sample shop; without a display it does the main job and leaves pictures."""
    out = Path(options.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    python = venv_program("python")
    if not options.headless and has_display():
        shop = out / "desk" / "shop.sqlite"
        shop.parent.mkdir(exist_ok=True)
        window: list[str | Path] = [python, "-m", "app", "run", "--database", shop, "--sample"]
        return subprocess.run(window, cwd=ROOT, check=False).returncode
    if out == OUT:
        clear(out)
    command: list[str | Path] = [python, "-m", "app", "run", "--headless", out]
    command += [f"--{name}" for name in ("quick", "json") if getattr(options, name)]
    return subprocess.run(on_virtual_screen(command), cwd=ROOT, check=False).returncode


def has_display() -> bool:
    """Whether a window would be seen by somebody."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def on_virtual_screen(command: list[str | Path]) -> list[str | Path]:
    """The command on a screen in memory, so that real windows of X are driven; as it is where there is none."""
    if shutil.which("xvfb-run") is None:
        return command
    server = "--server-args=-screen 0 1920x1200x24"
    return ["env", "QT_QPA_PLATFORM=xcb", "xvfb-run", "--auto-servernum", server, *command]


def command_house(options: argparse.Namespace) -> int:
    """Runs a tool of the house with its own arguments."""
    command: list[str | Path] = [venv_program("python"), "-m", options.tool, *options.its_own]
    command += ["--json"] if options.json else []
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def compile_words() -> None:
    """Makes what the program loads from the translations, where one of them is newer."""
    command: list[str | Path] = [venv_program("python"), "-m", "tests.house.words", "--compile"]
    subprocess.run(command, cwd=ROOT, check=True)


def command_lock(options: argparse.Namespace) -> int:
    """Makes `requirements.lock` again: versions and hashes, no addresses."""
    before = LOCK.read_text(encoding="utf-8")
    compile_lock: list[str | Path] = [
        venv_program("uv"),
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--python-version",
        "3.11",
        "--extra",
        "dev",
        "--generate-hashes",
        "--no-header",
        "--no-emit-index-url",
        "--no-emit-find-links",
        *(["--upgrade"] if options.upgrade else []),
        "--output-file",
        LOCK.name,
        "pyproject.toml",
    ]
    done = subprocess.run(compile_lock, cwd=ROOT, check=False)
    if done.returncode != 0:
        return FAILED
    after = LOCK.read_text(encoding="utf-8")
    packages = len(re.findall(r"^\S+==", after, flags=re.MULTILINE))
    changed = after != before
    if options.json:
        print(json.dumps({"packages": packages, "changed": changed}))
    else:
        print(f"{packages} packages, {'changed' if changed else 'as before'}")
    if options.check and changed:
        LOCK.write_text(before, encoding="utf-8")
        say("requirements.lock does not fit pyproject.toml. Run: python3 dev.py lock")
        return FAILED
    return 0


HOUSE = (
    ("words", "tests.house.words", (), "find words that lack a translation"),
    ("build", "tests.house.frozen", BUILD_NEEDS, "make the program that needs no Python (dist/)"),
    ("licences", "tests.house.licences", (), "write the licences of all parts (docs/)"),
    ("soak", "tests.soak", TEST_NEEDS, "run the long fault tests by seed until --minutes are over"),
)
OF_THEIRS = {
    "words": "AREA …, --fill JSON, --language L, --compile",
    "build": "--to FOLDER",
    "licences": "--check",
    "soak": "--minutes N, --turns N, --whole, --seed N, --only COLUMN, --size PERCENT, --out FOLDER",
}
"""The options of the programs behind; a test holds them against those programs."""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print the result as JSON")
    common.add_argument(
        "--dry-run", action="store_true", help="only tell what the set-up would run, one per line"
    )

    run = commands.add_parser("run", parents=[common], help="set up, then open the desk")
    run.add_argument("--out", default=OUT, help="folder for what it makes (out)")
    run.add_argument(
        "--headless", action="store_true", help="drive it on a virtual screen, leave pictures"
    )
    run.add_argument("--quick", action="store_true", help="with --headless: one look only")
    run.set_defaults(action=command_run, needs=RUN_NEEDS)

    test = commands.add_parser("test", parents=[common], help="set up, then run every check")
    test.add_argument(
        "--only",
        action="append",
        choices=[step.name for step in steps([])],
        help="run this check; may be repeated",
    )
    test.add_argument("pytest", nargs="*", help="arguments for pytest, after --")
    test.set_defaults(action=command_test, needs=TEST_NEEDS)

    lock = commands.add_parser("lock", parents=[common], help="set up, then make the lock file")
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions")
    lock.add_argument("--check", action="store_true", help="change nothing, fail if it would")
    lock.set_defaults(action=command_lock, needs=())

    for name, tool, needs, told in HOUSE:
        own = f"Its own: {OF_THEIRS[name]}"
        made = commands.add_parser(name, parents=[common], help=f"set up, then {told}", epilog=own)
        made.set_defaults(action=command_house, tool=tool, needs=needs)

    setup = commands.add_parser("setup", parents=[common], help="only set up")
    setup.add_argument(
        "for_",
        metavar="FOR",
        nargs="?",
        default="test",
        choices=["run", "test"],
        help="which command the machine shall be ready for: run or test (test)",
    )
    setup.set_defaults(action=None)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Sets up, then does what was asked; returns the exit code."""
    options, rest = parser().parse_known_args(arguments)
    options.its_own = rest
    if rest and not hasattr(options, "tool"):
        parser().error(f"not known here: {' '.join(rest)}")
    needs = getattr(
        options, "needs", RUN_NEEDS if options.__dict__.get("for_") == "run" else TEST_NEEDS
    )
    try:
        ran = set_up(needs, dry_run=options.dry_run)
    except LackingError as lacking:
        say(str(lacking))
        return LACKING
    except StepFailedError as failed:
        say(f"Failed: {failed}")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    if options.dry_run or options.action is None:
        text = "\n".join(ran) if options.dry_run else "Ready."
        print(json.dumps({"commands": ran}) if options.json else text)
        return 0
    compile_words()
    action: Callable[[argparse.Namespace], int] = options.action
    return action(options)


if __name__ == "__main__":
    sys.exit(main())
