"""Reading in a process of its own: the desk stays quick, a bad file takes nothing with it, and Cancel ends it all.

Rules, named in their tests:

R4  Cancel ends the child and every Tesseract it started, at once.
R5  A child that dies is told as a picture that could not be read, never as a crash of the desk.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.program import this_program
from app.recognition.engine import Lacking, NotInstalledError, lacking
from app.recognition.pictures import refused_file
from app.recognition.worker import FIELD, READING
from models.recognition import Box, Document, FieldName, Form, PictureReading, ReadField

Progress = Callable[[int, int], None]
"""So many steps done of about so many; may raise to cancel."""

_STEPS: Final = {
    Document.VIN_PLATE: 4,
    Document.ODOMETER: 3,
    Document.CERTIFICATE: 12,
    Document.INVOICE: 5,
}
_SECONDS: Final = 180
_ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Picture:
    """A reading, and the upright picture of its boxes as the bytes of a PNG."""

    reading: PictureReading
    png: bytes


def read_in_child(
    path: Path,
    document: Document,
    *,
    progress: Progress,
    is_cancelled: Callable[[], bool],
) -> Picture | None:
    """Read the file; None when it was cancelled.

    Raises:
        NotInstalledError: Tesseract or a language is missing.
        UserError: the file is no picture, or could not be read.
    """
    _refuse_without_tesseract(path)
    with tempfile.TemporaryDirectory(prefix="carpass-read-") as folder:
        shown = Path(folder) / "upright.png"
        told = _run(
            [str(path), "--as", document.value, "--picture", str(shown)],
            path.name,
            _STEPS[document],
            progress,
            is_cancelled,
        )
        if told is None:
            return None
        return Picture(READING.validate_python(told["reading"]), shown.read_bytes())


def read_spot_in_child(
    png: bytes,
    box: Box,
    field: FieldName,
    *,
    document: Document,
    form: Form | None,
    progress: Progress,
    is_cancelled: Callable[[], bool],
) -> ReadField | None:
    """Read one spot of the upright picture as one field; None when it was cancelled."""
    with tempfile.TemporaryDirectory(prefix="carpass-read-") as folder:
        path = Path(folder) / "upright.png"
        path.write_bytes(png)
        _refuse_without_tesseract(path)
        place = f"{box.left},{box.top},{box.width},{box.height}"
        words = [str(path), "--as", document.value, "--spot", place, "--field", field.value]
        if form is not None:
            words += ["--form", form.value]
        told = _run(words, path.name, 5, progress, is_cancelled)
        return None if told is None else FIELD.validate_python(told["field"])


def _refuse_without_tesseract(path: Path) -> None:
    """A PDF may hold its letters: then nothing has to be recognised."""
    missing = lacking()
    if missing is not None and path.suffix.casefold() != ".pdf":
        raise NotInstalledError(missing)


def _run(
    words: Sequence[str],
    name: str,
    steps: int,
    progress: Progress,
    is_cancelled: Callable[[], bool],
) -> dict[str, Any] | None:
    done = 0
    with _child([*this_program(), "read", *words, "--worker"]) as child:
        watch = threading.Thread(target=_watch, args=(child, is_cancelled), daemon=True)
        watch.start()
        last: dict[str, Any] = {}
        assert child.stdout is not None  # noqa: S101 - it was asked for as a pipe
        for line in child.stdout:
            with contextlib.suppress(json.JSONDecodeError):
                last = json.loads(line)
                if "step" in last:
                    done += 1
                    progress(min(done, steps), max(steps, done))
        child.wait()
    if is_cancelled():
        return None
    return _result(last, name, child.returncode)


def _result(told: dict[str, Any], name: str, code: int) -> dict[str, Any]:
    if "reading" in told or "field" in told:
        return told
    if "lacking" in told:
        raise NotInstalledError(Lacking(tuple(told["lacking"])))
    if "refused" in told:
        raise refused_file(name, str(told["refused"]))
    raise UserError(
        say(QT_TRANSLATE_NOOP("recognition", "The picture could not be read.")),
        reason=Reason.FILE,
        remedy=say(QT_TRANSLATE_NOOP("recognition", "Take another photo, or type it in.")),
        details={"code": code, "tesseract": str(told.get("unread", ""))},
    )


@contextmanager
def _child(command: Sequence[str]) -> Iterator["subprocess.Popen[str]"]:
    """The process in a group of its own; however the block ends, nothing of the group is left."""
    group: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        group = {"creationflags": flags}
    frozen = getattr(sys, "frozen", False)
    child = subprocess.Popen(  # noqa: S603 - our own program, or a tool of Windows
        list(command),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=None if frozen else _ROOT,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        **group,
    )
    try:
        yield child
    finally:
        end_group(child)
        if child.stdout is not None:
            child.stdout.close()


def end_group(child: "subprocess.Popen[str]") -> None:
    """End the process and all it started (R4)."""
    if sys.platform == "win32":
        if child.poll() is None:
            subprocess.run(  # noqa: S603 - our own program, or a tool of Windows
                ["taskkill", "/T", "/F", "/PID", str(child.pid)],  # noqa: S607 - a tool of Windows
                check=False,
                capture_output=True,
            )
    else:
        # also after the child ended: one of its own may still be there
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _watch(child: "subprocess.Popen[str]", is_cancelled: Callable[[], bool]) -> None:
    """End the group as soon as somebody cancels, or after so long that nothing can come of it."""
    left = _SECONDS * 20
    while child.poll() is None and left:
        if is_cancelled():
            break
        left -= 1
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(0.05)
    if child.poll() is None:
        end_group(child)
