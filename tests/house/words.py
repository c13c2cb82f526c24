"""Words of the desk in its languages, by Qt Linguist: ``python3 dev.py words``.

Each area has its own file of translations, so that two people can write at once; all areas of a language are
compiled into one file that the program loads.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(PySide6.__file__).parent
LANGUAGES = ("ru", "en")
"""English files hold plurals only: the source text is English."""

_SHELL = ("shell", "parts")


@dataclass(frozen=True, slots=True)
class Message:
    """A text of an area: its context, the English source, its translations (one, or one for each plural form)."""

    area: str
    language: str
    context: str
    source: str
    forms: tuple[str, ...]
    done: bool


def areas() -> Mapping[str, Sequence[Path]]:
    """Names of the areas and the files whose words they hold; the tour says nothing to anybody."""
    found: dict[str, list[Path]] = {
        "widgets": sorted((ROOT / "widgets").rglob("*.py")),
        "shell": sorted((ROOT / "ui").glob("*.py")),
        "app": sorted(
            path
            for room in ("app", "models", "sync/worker", "reports")
            for path in (ROOT / room).rglob("*.py")
            if path.parent.name != "cli"
        ),
    }
    for room in sorted(path for path in (ROOT / "ui").iterdir() if path.is_dir()):
        files = sorted(room.rglob("*.py"))
        if files and room.name != "tour":
            found.setdefault("shell" if room.name in _SHELL else room.name, []).extend(files)
    return found


def update(area: str) -> None:
    """Find the words of an area anew; translations that stand are kept."""
    files = [str(path.relative_to(ROOT)) for path in areas()[area]]
    for language in LANGUAGES:
        plural = ["-pluralonly"] if language == "en" else []
        command: list[str] = [
            *(str(TOOLS / "lupdate"), "-silent", "-no-obsolete", "-locations", "none", *plural),
            *("-source-language", "en", "-target-language", language),
            *(*files, "-ts", str(_file(area, language))),
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr or done.stdout)


def _file(area: str, language: str) -> Path:
    return FOLDER / f"{area}_{language}.ts"


def messages(area: str, language: str) -> Iterator[Message]:
    """Every text of an area as its file has it."""
    path = _file(area, language)
    if not path.is_file():
        return
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            yield Message(
                area=area,
                language=language,
                context=name,
                source=message.findtext("source") or "",
                forms=forms or (translation.text or "",),
                done=translation.get("type") is None and all(forms or (translation.text or "",)),
            )


def fill(area: str, language: str, words: Mapping[str, str | Sequence[str]]) -> int:
    """Put translations in, by ``context|source`` or ``source``; a list gives plural forms. Returns how many."""
    path = _file(area, language)
    tree = ET.parse(path)  # noqa: S314 - our own file
    count = 0
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            new = words.get(f"{name}|{source}", words.get(source))
            translation = message.find("translation")
            if new is None or translation is None:
                continue
            translation.attrib.pop("type", None)
            forms = list(translation.iter("numerusform"))
            if forms:
                given = [new] * len(forms) if isinstance(new, str) else list(new)
                for form, text in zip(forms, given, strict=True):
                    form.text = text
            else:
                translation.text = str(new)
            count += 1
    _write(path, tree)
    return count


def _write(path: Path, tree: "ET.ElementTree[ET.Element]") -> None:
    body = ET.tostring(tree.getroot(), encoding="unicode")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    path.write_text(text, encoding="utf-8")


def compiled(language: str) -> Path:
    """The file the program loads, made anew when a translation is newer than it."""
    target = FOLDER / f"desk_{language}.qm"
    sources = sorted(FOLDER.glob(f"*_{language}.ts"))
    if not sources:
        return target
    if target.exists() and target.stat().st_mtime >= max(s.stat().st_mtime for s in sources):
        return target
    with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
        made = Path(scratch) / target.name
        command = [str(TOOLS / "lrelease"), "-silent", *map(str, sources), "-qm", str(made)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr or done.stdout)
        made.replace(target)
    return target


def main(arguments: Sequence[str] | None = None) -> int:
    """Update, list what is missing, fill; 1 when something lacks a translation."""
    parser = argparse.ArgumentParser(prog="dev.py words", description=__doc__)
    parser.add_argument("area", nargs="*", help=f"of: {', '.join(areas())} (default: all)")
    parser.add_argument("--fill", type=Path, metavar="JSON", help="translations to put in")
    parser.add_argument("--language", default="ru", choices=LANGUAGES)
    parser.add_argument("--json", action="store_true", help="list as JSON")
    parser.add_argument("--compile", action="store_true", help="only make what the program loads")
    options = parser.parse_args(arguments)
    if options.compile:
        for language in LANGUAGES:
            compiled(language)
        return 0
    chosen = options.area or list(areas())
    for area in chosen:
        update(area)
        if options.fill:
            words = json.loads(options.fill.read_text(encoding="utf-8"))
            sys.stderr.write(f"{area}: {fill(area, options.language, words)} filled\n")
    left = [m for area in chosen for m in messages(area, options.language) if not m.done]
    if options.json:
        left_words = {f"{m.context}|{m.source}": "" for m in left}
        sys.stdout.write(json.dumps(left_words, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{m.area}: {m.context}: {m.source}\n" for m in left)
    sys.stderr.write(f"{len(left)} lack {options.language}\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
