"""What people typed into a form, checked field by field: every problem is told at once, in words."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.kernel.errors import QT_TRANSLATE_NOOP, InvalidError, Sentence, Source, say
from models.text import TextRefused, clean

if TYPE_CHECKING:
    from models.identifiers import PhoneNumber

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_LONGEST = 4000


class Typed:
    """Collects what is wrong with a form; ``finish`` raises it all as one InvalidError."""

    def __init__(self) -> None:
        self.problems: dict[str, Sentence] = {}

    def wrong(self, field: str, source: Source, **params: Any) -> None:
        """Note a problem of one field; the first one noted stands."""
        self.problems.setdefault(field, say(source, **params))

    def finish(self) -> None:
        """Raise InvalidError when anything was wrong."""
        if self.problems:
            raise InvalidError(self.problems)

    def text(self, field: str, value: str | None, *, limit: int = _LONGEST) -> str | None:
        """The text in NFC without outer spaces, None when nothing is left."""
        if value is None:
            return None
        try:
            kept = clean(value).strip()
        except TextRefused:
            self.wrong(
                field,
                QT_TRANSLATE_NOOP("kernel", "The text holds a character that cannot be stored."),
            )
            return None
        if len(kept) > limit:
            self.wrong(
                field,
                QT_TRANSLATE_NOOP("kernel", "The text is longer than {limit} characters."),
                limit=limit,
            )
        return kept or None

    def needed(self, field: str, value: str | None, *, limit: int = 300) -> str:
        """A text that must not be empty."""
        kept = self.text(field, value, limit=limit)
        if kept is None:
            self.wrong(field, QT_TRANSLATE_NOOP("kernel", "This field must be filled."))
        return kept or ""

    def phone(self, field: str, value: str | None, region: str) -> "PhoneNumber | None":
        """A telephone number as people type it in ``region``; None for an empty field."""
        kept = self.text(field, value)
        if kept is None:
            return None
        from app.kernel.typed_ids import typed_phone  # noqa: PLC0415 - when a number is typed

        phone, problem = typed_phone(kept, region)
        if problem is not None:
            self.wrong(field, problem)
        return phone

    def email(self, field: str, value: str | None) -> str | None:
        """An e-mail address by its form only."""
        kept = self.text(field, value, limit=254)
        if kept is not None and _EMAIL.fullmatch(kept) is None:
            self.wrong(field, QT_TRANSLATE_NOOP("kernel", "This is not an e-mail address."))
        return kept

    def tax_ids(self, value: Mapping[str, str | None]) -> dict[str, str]:
        """Tax and company numbers by kind; known kinds are checked, others kept as they are."""
        from app.kernel.typed_ids import typed_tax_id  # noqa: PLC0415 - when a number is typed

        kept: dict[str, str] = {}
        for kind, number in value.items():
            field = f"tax_ids.{kind}"
            text = self.text(field, number, limit=50)
            if text is None:
                continue
            found, problem = typed_tax_id(kind, text)
            if problem is not None:
                self.wrong(field, problem, kind=kind.upper())
            else:
                kept[kind] = found
        return kept
