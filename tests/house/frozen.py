"""The program that needs no Python, made by PyInstaller from `build.spec`: ``python3 dev.py build``."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import app
from tests.house.tree import ROOT
from tests.house.words import LANGUAGES, compiled

NAME = "carpass-desk"
LARGEST_MB = 300


@dataclass(frozen=True, slots=True)
class Built:
    """What was made: the program's file, how large its folder is (MB = 1,000,000 bytes), how long it took."""

    program: str
    version: str
    files: int
    megabytes: float
    seconds: float


def build(to: Path) -> Built:
    """Make the program in ``to/carpass-desk``, in place of an older one.

    Raises:
        CalledProcessError: PyInstaller failed; what it said is on standard error.
    """
    began = time.monotonic()
    for language in LANGUAGES:
        compiled(language)
    with tempfile.TemporaryDirectory(prefix="carpass-build-") as work:
        subprocess.run(
            [
                *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
                *("--distpath", str(to), "--workpath", work, str(ROOT / "build.spec")),
            ],
            cwd=ROOT,
            stdout=sys.stderr,
            check=True,
        )
    folder = to / NAME
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    ending = ".exe" if sys.platform == "win32" else ""
    return Built(
        program=str(folder / (NAME + ending)),
        version=app.__version__,
        files=len(files),
        megabytes=round(sum(path.stat().st_size for path in files) / 1e6, 1),
        seconds=round(time.monotonic() - began, 1),
    )


def windows_version() -> str:
    """What Windows shows of the program under Properties, in the words of PyInstaller's version file."""
    numbers = (*(int(part) for part in app.__version__.split(".")), 0)
    words = {
        "CompanyName": "CarPass",
        "FileDescription": "CarPass Desk",
        "FileVersion": app.__version__,
        "InternalName": NAME,
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": "CarPass Desk",
        "ProductVersion": app.__version__,
    }
    table = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, "
        "OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), kids=[StringFileInfo([StringTable("
        f"'040904B0', [{table}])]), VarFileInfo([VarStruct('Translation', [0x409, 1200])])])\n"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and say how large it became; 1 when it is larger than it may be."""
    asked = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    asked.add_argument("--to", type=Path, default=ROOT / "dist", help="where to (dist)")
    asked.add_argument("--json", action="store_true", help="print the result as JSON")
    options = asked.parse_args(arguments)
    built = build(options.to.resolve())
    if options.json:
        sys.stdout.write(json.dumps(asdict(built), indent=2) + "\n")
    else:
        sys.stdout.write(
            f"{built.program}\n{built.version}, {built.files} files, {built.megabytes} MB "
            f"(at most {LARGEST_MB}), made in {built.seconds} s\n"
        )
    return 0 if built.megabytes <= LARGEST_MB else 1


if __name__ == "__main__":
    sys.exit(main())
