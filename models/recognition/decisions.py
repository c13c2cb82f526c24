"""What a person decided about the fields of a reading, and how the journal tells it: never a value, never a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.recognition.rows import Document, FieldName


class Verdict(StrEnum):
    """What a person decided about a field."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Decision:
    """One field: the verdict, the value to write (as it was read, or as typed), and how sure the reading was."""

    field: FieldName
    verdict: Verdict
    value: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class DecidedInvoice:
    """What a person took over of an invoice: ``lines`` are verdict and sureness of each line, from its top."""

    sha256: str
    decisions: tuple[Decision, ...]
    lines: tuple[tuple[Verdict, float], ...] = ()

    def journal(self) -> dict[str, object]:
        """For the audit: as ``journal_of``, and the lines by their order on the paper."""
        lines = [[verdict.value, round(sure * 100)] for verdict, sure in self.lines]
        return journal_of(Document.INVOICE, self.sha256, self.decisions) | {"lines": lines}


def journal_of(document: Document, sha256: str, decisions: Sequence[Decision]) -> dict[str, object]:
    """For the audit: of which picture, and each field's verdict with its sureness in per cent."""
    return {
        "document": document,
        "picture": sha256,
        "fields": {
            each.field.value: [each.verdict.value, round(each.confidence * 100)]
            for each in decisions
        },
    }
