"""The program that needs no Python: built once, small enough, and it does the main job on a screen nobody sees."""

import ast
import configparser
import json
import re
import subprocess
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import app
from dev import on_virtual_screen
from tests.house import licences
from tests.house.frozen import LARGEST_MB, Built, build, windows_version
from tests.house.tree import ROOT

# A build takes one to three minutes, the job in the program another one.
pytestmark = pytest.mark.timeout(900)

DESKTOP = ROOT / "resources" / "desktop"
ICON_SIZES = {16, 24, 32, 48, 64, 128, 256}
PDF_HEAD = b"%PDF-"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The program, made anew for the tests of this file."""
    return build(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a person who never had this program."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def driven(built: Built, home: Path) -> Path:
    """The folder that ``run --headless`` of the built program leaves."""
    out = home / "out"
    words = ("run", "--headless", str(out), "--quick")
    done = _start(built, home, *words, command=on_virtual_screen([built.program, *words]))
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def _start(
    built: Built, home: Path, *words: str, command: Sequence[str | Path] = (), **more: str
) -> subprocess.CompletedProcess[str]:
    """Start the program as on a computer without Python: only where things are is said."""
    environment = {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(home),
        **more,
    }
    return subprocess.run(
        [*command] or [built.program, *words],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def _summary(driven: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((driven / "summary.json").read_text(encoding="utf-8"))
    return loaded


def test_the_program_is_small_enough_and_knows_its_version(built: Built, home: Path) -> None:
    assert 50 < built.megabytes <= LARGEST_MB
    told = _start(built, home, "--version")
    assert told.stdout == f"carpass-desk {app.__version__}\n"
    assert told.returncode == 0


def test_it_completes_a_work_order_by_keyboard(driven: Path) -> None:
    summary = _summary(driven)
    assert summary["order"]["state"] == "completed"
    assert summary["order"]["total_minor"] > 0
    assert summary["screen"] == "xcb", "the windows were not those of a real screen"
    assert [step["name"] for step in summary["walk_in"]["steps"]][-4:] == [
        "completed",
        "invoice drafted",
        "invoice issued",
        "invoice printed",
    ]


def test_it_prints_papers_that_can_be_read(driven: Path) -> None:
    summary = _summary(driven)
    papers = [driven / "pdf" / Path(name).name for name in summary["papers"]]
    assert papers
    for paper in papers:
        assert paper.read_bytes().startswith(PDF_HEAD)
        text = PdfReader(paper).pages[0].extract_text()
        assert re.search("[а-яё]{4}", text), "the letters of the fonts are missing"
        assert "₽" in text or "руб" in text


def test_it_exchanges_with_the_server_that_it_brings_along(driven: Path) -> None:
    verdicts = _summary(driven)["sync"]["verdicts"]
    assert verdicts.get("accepted", 0) >= 2
    assert set(verdicts) == {"accepted"}
    assert _summary(driven)["sync"]["order"] == "delivered"
    assert (driven / "server.sqlite").stat().st_size > 0


def test_its_books_are_whole_and_its_doctor_says_so(built: Built, home: Path, driven: Path) -> None:
    summary = _summary(driven)
    assert summary["whole"] is True
    assert summary["audit"]["chain_ok"] is True
    assert summary["audit"]["entries"] > 100
    assert summary["stock"]["levels_match"] is True
    told = _start(
        built,
        home,
        *("doctor", "--database", str(driven / "shop.sqlite")),
        CARPASS_SECRETS_DIR=str(driven / "secrets"),
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_its_pictures_show_something(driven: Path) -> None:
    pictures = [driven / "pictures" / name for name in _summary(driven)["pictures"]]
    assert len(pictures) > 20
    assert [path.name for path in pictures if path.stat().st_size < 5_000] == []


def test_a_first_start_where_nothing_can_be_saved_says_what_to_do(built: Built, home: Path) -> None:
    (home / "disk").write_text("not a folder", encoding="utf-8")
    told = _start(built, home, "run", CARPASS_DATA_DIR=str(home / "disk" / "carpass"))
    assert told.returncode == 2
    assert "Nothing can be saved" in told.stderr
    assert "CARPASS_DATA_DIR" in told.stderr


def test_the_old_database_library_and_our_tools_are_left_out(built: Built) -> None:
    files = list(Path(built.program).parent.rglob("*"))
    names = [path.name for path in files]
    sqlite = [path for path in files if re.match(r"(_sqlite3|libsqlite3)[.-]", path.name)]
    assert [path.parent.name for path in sqlite] == ["pysqlite3"]
    assert [name for name in names if re.search(r"qgtk3|Qt6Quick|Qt6Qml|_tkinter", name)] == []


def test_what_it_needs_of_ours_is_in_it(built: Built) -> None:
    inside = Path(built.program).parent / "_internal"
    for name in (
        "migrations/versions/0001_main_path.py",
        "resources/desktop/carpass-desk.desktop",
        "resources/fonts/Inter-Regular.ttf",
        "resources/icons/wrench.svg",
        "resources/sample/day.json",
        "resources/theme/tokens.json",
        "resources/translations/desk_en.qm",
        "resources/translations/desk_ru.qm",
        "sync/server/templates",
        "sync/server/static",
    ):
        assert (inside / name).exists(), name


def test_every_part_brings_its_licence_and_was_declared(built: Built) -> None:
    folder = Path(built.program).parent / "licences"
    listed = re.findall(
        r"^\| (\S.*?) \| (\S+) \| (\S.*?) \|$",
        (folder / "THIRD_PARTY.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    names = {name for name, _version, _licence in listed} - {"name", "---"}
    assert {"pyside6-essentials", "psycopg", "sqlalchemy", "Lucide", "Inter"} <= names
    known = {part.name for part in licences.declared()} | {part.name for part in licences.DRAWN}
    packages = names - {name for name in names if name.startswith(("lib", "python3", "zlib"))}
    assert packages - known == {"pyinstaller"}, "an undeclared package went into the program"
    for part in (*licences.declared(), *licences.DRAWN):
        if part.name in names and part.files:
            assert list(folder.glob(f"{part.name}-1-*.txt")), part.name
    for text in ("LGPL-3.0.txt", "GPL-3.0.txt", "LGPL-2.1.txt"):
        assert (folder / text).stat().st_size > 5_000


def test_parts_under_the_lgpl_can_be_replaced_file_by_file(built: Built) -> None:
    inside = Path(built.program).parent / "_internal"
    assert (inside / "PySide6/Qt/lib/libQt6Core.so.6").is_file()
    assert (inside / "psycopg/__init__.pyc").is_file()
    assert (inside / "stdnum/__init__.pyc").is_file()


def test_the_page_of_licences_is_as_installed() -> None:
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(), (
        "run: python3 dev.py licences"
    )
    assert [part.name for part in licences.declared() if not part.licence] == []


def test_the_desktop_file_starts_the_desk_and_has_its_icon() -> None:
    entry = configparser.RawConfigParser(delimiters="=")
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # the documented way to keep capitals
    entry.read(DESKTOP / "carpass-desk.desktop", encoding="utf-8")
    desk = entry["Desktop Entry"]
    assert desk["Type"] == "Application"
    assert desk["Exec"] == "carpass-desk run"
    assert (DESKTOP / f"{desk['Icon']}.svg").exists()
    assert desk["Comment[ru]"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert desk["TryExec"] in project["scripts"]


def test_the_icon_of_windows_has_every_size() -> None:
    data = (DESKTOP / "carpass-desk.ico").read_bytes()
    assert data[:4] == b"\0\0\1\0"
    count = int.from_bytes(data[4:6], "little")
    assert {data[6 + 16 * n] or 256 for n in range(count)} >= ICON_SIZES


def test_what_windows_shows_of_the_program_is_this_version() -> None:
    """Nobody builds for Windows here: the text is read as PyInstaller's reader does, as one expression."""
    tree = ast.parse(windows_version(), mode="eval")
    calls = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls == {
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    }
    tuples = [ast.literal_eval(node) for node in ast.walk(tree) if isinstance(node, ast.Tuple)]
    major, minor, patch = (int(part) for part in app.__version__.split("."))
    assert tuples.count((major, minor, patch, 0)) == 2
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert texts.count(app.__version__) == 2
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    assert re.findall(r"program\((.+), console=(\w+)\)", spec) == [
        ("NAME", "True"),
        ('"CarPass Desk"', "False"),
    ]
