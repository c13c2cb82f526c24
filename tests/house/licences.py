"""Under which licences the parts of the program are: ``python3 dev.py licences`` writes `docs/licences.md`.

The page lists what the desk declares and what that brings along. The frozen program carries the same list, made from
the files that really went into it, with the text of every licence beside it.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Protocol

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "licences.md"
RESOURCES = ROOT / "resources"
TEXTS = RESOURCES / "licences"
OURS = "carpass-desk"
_LICENCE_FILE = re.compile(
    r"(licen[cs]e|copying|notice|authors|copyright)[^/]*$|/sboms/", re.IGNORECASE
)
_SHORT = 60
_CLASSIFIER = "License :: OSI Approved :: "

# Distributions whose metadata say nothing, or say it in a whole text. Read in their own files.
TOLD_ELSEWHERE = {
    "pyinstaller": "GPL-2.0-or-later with an exception for the programs that it makes",
    "pysqlite3": "Zlib; SQLite inside is in the public domain",
    "reportlab": "BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Something in the program that others made: name, version, licence, its licence files."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...] = ()


# No package of Python brings these: they are our own copies, or the system's.
DRAWN = (
    Part("Lucide", "1.62", "ISC, some icons MIT", (RESOURCES / "icons" / "LICENSE.txt",)),
    Part("Inter", "4.1", "OFL-1.1", (RESOURCES / "fonts" / "Inter-OFL.txt",)),
    Part("Noto Sans", "2.004", "OFL-1.1", (RESOURCES / "fonts" / "OFL.txt",)),
    Part("Noto Sans Devanagari", "2.001", "OFL-1.1", (RESOURCES / "fonts" / "OFL.txt",)),
)


class Analysed(Protocol):
    """PyInstaller's Analysis, as far as it is read here: lists of (name inside, source, kind)."""

    pure: Sequence[tuple[str, str, str]]
    binaries: Sequence[tuple[str, str, str]]
    datas: Sequence[tuple[str, str, str]]


def program_toc(analysis: Analysed) -> set[Path]:
    """The files on this computer that went into the program; of a module that was compiled for it, its source."""
    found = {
        Path(source) for _inside, source, _kind in (*analysis.pure, *analysis.binaries) if source
    }
    modules = Path(sysconfig.get_path("purelib"))
    for inside, source, _kind in analysis.datas:
        compiled = source.endswith(".pyc")
        found.add((modules / inside).with_suffix(".py") if compiled else Path(source))
    return found


def of_distribution(found: metadata.Distribution) -> Part:
    """What a distribution says about its licence."""
    told = found.metadata
    name = str(canonicalize_name(told["Name"]))
    short = _field(told, "License")
    if len(short) > _SHORT or "\n" in short:
        short = ""
    classifiers = [
        text.removeprefix(_CLASSIFIER)
        for text in told.get_all("Classifier", [])
        if text.startswith(_CLASSIFIER)
    ]
    licence = (
        TOLD_ELSEWHERE.get(name)
        or _field(told, "License-Expression")
        or short
        or ", ".join(classifiers)
    )
    files = tuple(
        Path(str(found.locate_file(path)))
        for path in found.files or ()
        if ".dist-info/" in str(path) and _LICENCE_FILE.search(str(path))
    )
    return Part(name, found.version, licence, files)


def _field(told: metadata.PackageMetadata, name: str) -> str:
    return str(told[name]) if name in told else ""


def declared() -> list[Part]:
    """Every distribution that the desk needs on this kind of computer, and what those need, by name."""
    found: dict[str, Part] = {}
    left: list[tuple[str, frozenset[str]]] = [(OURS, frozenset())]
    seen: set[tuple[str, frozenset[str]]] = set()
    while left:
        name, extras = left.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        distribution = metadata.distribution(name)
        if name != OURS:
            found[name] = of_distribution(distribution)
        for text in distribution.requires or ():
            wanted = Requirement(text)
            if _applies(wanted, extras):
                left.append((str(canonicalize_name(wanted.name)), frozenset(wanted.extras)))
    return [found[name] for name in sorted(found)]


def _applies(wanted: Requirement, extras: Collection[str]) -> bool:
    if wanted.marker is None:
        return True
    return any(wanted.marker.evaluate({"extra": extra}) for extra in (*extras, ""))


def bundled(sources: Collection[Path]) -> list[Part]:
    """Every distribution that one of the files belongs to, by name."""
    real = {path.resolve() for path in sources}
    parts = {}
    for distribution in metadata.distributions():
        name = str(canonicalize_name(distribution.metadata["Name"]))
        if name != OURS and any(
            Path(str(distribution.locate_file(path))).resolve() in real
            for path in distribution.files or ()
            if ".dist-info/" not in str(path)
        ):
            parts[name] = of_distribution(distribution)
    return [parts[name] for name in sorted(parts)]


def of_system(sources: Collection[Path]) -> list[Part]:
    """The system's libraries among the files: their Debian packages; none where there is no dpkg."""
    dpkg = shutil.which("dpkg-query")
    if dpkg is None:
        return []
    prefix = Path(sys.base_prefix).resolve()
    asked = sorted(
        {
            str(form)
            for path in sources
            if not path.resolve().is_relative_to(ROOT) and ".so" in path.name
            for form in _forms(path)
        }
        | {str(prefix / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}")}
    )
    told = subprocess.run(
        [dpkg, "--search", *asked], capture_output=True, text=True, check=False
    ).stdout
    packages = {line.split(":", 1)[0] for line in told.splitlines() if ": " in line}
    return [_debian(dpkg, name) for name in sorted(packages)]


def _forms(path: Path) -> Iterator[Path]:
    """A file as dpkg may know it: before and after links, with /usr and without."""
    for form in (path, path.resolve()):
        yield form
        if form.is_relative_to("/usr/lib"):
            yield Path("/") / form.relative_to("/usr")


def _debian(dpkg: str, name: str) -> Part:
    version = subprocess.run(
        [dpkg, "--show", "--showformat=${Version}\n", name],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()[0]
    copyright_ = Path("/usr/share/doc") / name / "copyright"
    # The file names the licence of every source file; which of them hold for the library is for a reader to say.
    files = (copyright_,) if copyright_.exists() else ()
    return Part(name, version, "as in its file" if files else "", files)


def page() -> str:
    """The list for people who read the source."""
    parts = declared()
    lines = [
        "# Licences of what the program is made of",
        "",
        "CarPass Desk itself is under the Apache License 2.0 (`LICENSE`). It is made of the packages below, on Linux;",
        "Windows takes *colorama* and *pywin32-ctypes* for the two that speak to a Linux key ring. Written by",
        "`python3 dev.py licences`; a test compares it with what is installed.",
        "",
        "The built program carries a list of its own in the folder *licences*: it is made from the files that really",
        "went into it, the libraries of the system among them, with the text of each licence.",
        "",
        "Packages under the LGPL (Qt and PySide6, psycopg, python-stdnum) are used as they are published and lie in",
        "the program as files of their own, so that anybody may put another build in their place. The texts that they",
        "share are in `resources/licences/`.",
        "",
        "## Packages",
        "",
        *_table(parts),
        "",
        "## Icons and fonts",
        "",
        *_table(DRAWN),
    ]
    return "\n".join(lines) + "\n"


def _table(parts: Iterable[Part]) -> list[str]:
    rows = [f"| {part.name} | {part.version} | {part.licence} |" for part in parts]
    return ["| name | version | licence |", "| --- | --- | --- |", *rows]


def gather(folder: Path, sources: Collection[Path]) -> dict[str, list[str]]:
    """Write the list of everything bundled and every licence's text into ``folder``; returns the names by kind.

    Raises ValueError for a part that says nothing about its licence.
    """
    kinds: Mapping[str, Sequence[Part]] = {
        "Packages of Python": bundled(sources),
        "Libraries of the system, and Python": of_system(sources),
        "Icons and fonts": DRAWN,
    }
    silent = [part.name for parts in kinds.values() for part in parts if not part.licence]
    if silent:
        raise ValueError(f"no licence is known for: {', '.join(silent)}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = ["# What this program is made of", ""]
    for title, parts in kinds.items():
        if not parts:
            continue
        lines += [f"## {title}", "", *_table(parts), ""]
        for part in parts:
            for number, file in enumerate(part.files, start=1):
                shutil.copyfile(file, folder / f"{part.name}-{number}-{file.name}.txt")
    for text in sorted(TEXTS.glob("*.txt")):
        shutil.copyfile(text, folder / text.name)
    (folder / "THIRD_PARTY.md").write_text("\n".join(lines), encoding="utf-8")
    return {title: [part.name for part in parts] for title, parts in kinds.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page; ``--check`` only tells whether it is as it should be."""
    asked = argparse.ArgumentParser(prog="dev.py licences", description=__doc__)
    asked.add_argument("--check", action="store_true", help="change nothing, fail if it would")
    asked.add_argument("--json", action="store_true", help="print what was found as JSON")
    options = asked.parse_args(arguments)
    text = page()
    same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
    if not options.check:
        PAGE.write_text(text, encoding="utf-8")
    if options.json:
        parts = [
            {"name": part.name, "version": part.version, "licence": part.licence}
            for part in (*declared(), *DRAWN)
        ]
        sys.stdout.write(json.dumps({"changed": not same, "parts": parts}, indent=2) + "\n")
    else:
        sys.stdout.write(f"docs/licences.md, {'as before' if same else 'changed'}\n")
    return 1 if options.check and not same else 0


if __name__ == "__main__":
    sys.exit(main())
