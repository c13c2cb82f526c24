"""Drafts survive what kills a program, belong to one person, and are offered again by name."""

import json
import signal
import stat
import subprocess
import sys
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ui.shell.desk import Desk
from ui.shell.drafts import Draft, DraftLabel, Drafts
from ui.shell.recovered import RecoveredDialog, name_of, offer_drafts
from ui.shell.window import Window
from widgets.buttons import Button

ROOT = Path(__file__).resolve().parents[3]
AT = datetime(2026, 3, 2, 14, 25, 58, tzinfo=UTC)

_TYPIST = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.shell.drafts import Drafts

app = QCoreApplication([])
drafts = Drafts(Path(sys.argv[1]), lambda: datetime(2026, 3, 2, 14, 25, 58, tzinfo=UTC))
number = 0
while True:
    drafts.keep("work_orders", {"number": number, "note": "тормоза " * 200})
    print(number, flush=True)
    number += 1
"""


def test_a_draft_is_found_as_it_was_kept(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "d", lambda: AT)
    drafts.keep("work_orders:1", {"qty": "4,2", "lines": [1, 2]}, DraftLabel(title="0148"))
    again = Drafts(tmp_path / "d", lambda: AT)
    assert again.find("work_orders:1") == {"qty": "4,2", "lines": [1, 2]}
    assert again.find("work_orders:2") is None
    draft = again.all()[0]
    assert (draft.place, draft.key, draft.label.title, draft.kept_at) == (
        "work_orders",
        "1",
        "0148",
        AT,
    )


def test_a_saved_draft_is_gone(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "d", lambda: AT)
    drafts.keep("customers", {"name": "Ким"})
    drafts.drop("customers")
    drafts.drop("customers")
    assert drafts.all() == ()
    drafts.close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are told otherwise there")
def test_only_their_owner_reads_drafts(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "d", lambda: AT)
    drafts.keep("customers", {"phone": "+7 916"})
    files = list((tmp_path / "d").glob("*.json"))
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600]
    assert stat.S_IMODE((tmp_path / "d").stat().st_mode) == 0o700


def test_newest_first_and_torn_files_are_left_alone(tmp_path: Path) -> None:
    now = [AT]
    drafts = Drafts(tmp_path / "d", lambda: now[0])
    drafts.keep("customers", {})
    now[0] += timedelta(minutes=1)
    drafts.keep("vehicles", {})
    (tmp_path / "d" / "torn.json").write_text('{"name": "x"', encoding="utf-8")
    (tmp_path / "d" / "other.json").write_text(json.dumps([1]), encoding="utf-8")
    assert [draft.name for draft in drafts.all()] == ["vehicles", "customers"]


def test_a_full_disk_does_not_stop_typing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "d", lambda: AT)
    for path in (tmp_path / "d").iterdir():
        path.unlink()
    (tmp_path / "d").rmdir()
    drafts.keep("customers", {"name": "Ким"})
    assert drafts.find("customers") is None


def test_people_and_workstations_do_not_see_each_others_drafts(tmp_path: Path) -> None:
    one, two = uuid.uuid4(), uuid.uuid4()
    mine = Drafts.of(tmp_path, "Стойка 1", one, lambda: AT)
    mine.keep("customers", {"name": "Ким"})
    assert Drafts.of(tmp_path, "Стойка 1", two, lambda: AT).all() == ()
    assert Drafts.of(tmp_path, "Стойка 2", one, lambda: AT).all() == ()
    assert len(Drafts.of(tmp_path, "Стойка 1", one, lambda: AT).all()) == 1


def test_a_killed_program_loses_nothing_it_kept(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    with subprocess.Popen(
        [sys.executable, "-c", _TYPIST, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as typist:
        assert typist.stdout is not None
        told = -1
        for line in typist.stdout:
            told = int(line)
            if told >= 40:
                break
        typist.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        typist.wait(20)
    after = Drafts(folder, lambda: AT)
    kept = after.find("work_orders")
    assert kept is not None
    assert kept["number"] >= told
    assert kept["note"] == "тормоза " * 200
    assert after.after_crash


def test_a_program_that_ended_well_is_no_crash(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "d", lambda: AT)
    drafts.close()
    assert not Drafts(tmp_path / "d", lambda: AT).after_crash


def test_what_is_typed_in_the_last_moment_is_kept_too(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, lambda: AT)
    drafts.close()
    drafts.keep("catalog", {"name": "Фильтр"})
    assert Drafts(tmp_path, lambda: AT).find("catalog") == {"name": "Фильтр"}


def test_nothing_is_offered_when_there_is_nothing(window: Window) -> None:
    assert offer_drafts(window, window.desk) is None


def test_drafts_are_offered_by_name_and_opened(window: Window) -> None:
    key = uuid.uuid4()
    window.desk.drafts.keep(
        f"work_orders:{key}", {"a": 1}, DraftLabel("0148", "А123ВС", "777", "1 line")
    )
    opened: list[str] = []

    def open_one(_desk: Desk, draft: Draft) -> None:
        opened.append(draft.name)

    dialog = RecoveredDialog(window, window.desk, open_one)
    dialog.open()
    button = next(b for b in dialog.findChildren(Button) if b.accessibleName() == "Open 0148")
    button.click()
    assert opened == [f"work_orders:{key}"]
    assert len(window.desk.drafts.all()) == 1


def test_a_draft_thrown_away_can_be_kept_after_all(window: Window) -> None:
    window.desk.drafts.keep("customers", {"name": "Ким"})
    dialog = offer_drafts(window, window.desk)
    assert dialog is not None
    draft = window.desk.drafts.all()[0]
    assert name_of(draft) == ("user", "New customer")
    buttons = {b.accessibleName(): b for b in dialog.findChildren(Button)}
    buttons["Throw away New customer"].click()
    assert window.desk.drafts.all() == ()
    buttons["Keep it"].click()
    assert window.desk.drafts.find("customers") == {"name": "Ким"}
    dialog.cancel()
