"""A file that was made is written where the person wants it."""

from pathlib import Path

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say


def save_bytes(path: Path, data: bytes) -> int:
    """Write the file, and return its size; UserError where the system refuses."""
    try:
        return path.write_bytes(data)
    except OSError as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("Saving", "{name} cannot be written: {why}."),
                name=path.name,
                why=error.strerror or type(error).__name__,
            ),
            reason=Reason.FILE,
            remedy=say(QT_TRANSLATE_NOOP("Saving", "Choose another folder or name.")),
        ) from error
