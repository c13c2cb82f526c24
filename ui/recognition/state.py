"""What a person has decided about each field so far; no widgets."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from app.customers import CustomerRow
from app.recognition import AcceptReading, Compared, Decision, Verdict
from models.recognition import Candidate, Document, FieldName, PictureReading, ReadField


@dataclass(slots=True)
class Asked:
    """One field on the screen: what was read, what is chosen, and the verdict (None: not decided yet)."""

    read: ReadField
    options: tuple[Candidate, ...]
    chosen: int = 0
    typed: str | None = None
    verdict: Verdict | None = None

    @property
    def value(self) -> str:
        """What would be written."""
        if self.typed is not None:
            return self.typed
        return self.options[self.chosen].value if self.options else self.read.value

    @property
    def is_taken(self) -> bool:
        """Whether it goes into the card."""
        return self.verdict in {Verdict.ACCEPTED, Verdict.CHANGED}

    @property
    def tone(self) -> str:
        """good: accepted; bad: not read; wait: look at it; idle: skipped."""
        if self.is_taken:
            return "good"
        if self.verdict is Verdict.SKIPPED:
            return "idle"
        return "wait" if self.read.is_read else "bad"

    def choose(self, at: int) -> bool:
        """Choose a candidate; False for one that cannot be."""
        if not 0 <= at < len(self.options) or not self.options[at].is_possible:
            return False
        self.chosen, self.typed = at, None
        if self.verdict is Verdict.SKIPPED:
            self.verdict = None
        return True

    def accept(self) -> bool:
        """Take the value over; False while there is none."""
        if not self.value.strip() or (self.options and not self.options[self.chosen].is_possible):
            return False
        as_read = self.typed is None and self.chosen == 0
        self.verdict = Verdict.ACCEPTED if as_read else Verdict.CHANGED
        return True


@dataclass(slots=True)
class Reviewed:
    """All fields of a reading, and whom its owner is."""

    compared: Compared
    asked: list[Asked]
    owners: tuple[CustomerRow, ...] = ()
    odometer_reason: str | None = None

    @property
    def taken(self) -> int:
        """How many fields would be transferred."""
        return sum(each.is_taken for each in self.asked)

    def accept_certain(self) -> int:
        """Accept every undecided field that is certain; returns how many."""
        done = 0
        for each in self.asked:
            if each.verdict is None and each.read.is_certain and each.accept():
                done += 1
        return done

    def replaced(self, fresh: ReadField) -> Asked:
        """A field was read again: its new reading takes the place of the old one, undecided."""
        made = Asked(fresh, fresh.candidates or _alone(fresh))
        for at, each in enumerate(self.asked):
            if each.read.name is fresh.name:
                self.asked[at] = made
                return made
        self.asked.append(made)
        return made

    def command(self) -> AcceptReading:
        """What accepting it writes."""
        reading, car = self.compared.reading, self.compared.vehicle
        owner = next((each for each in self.asked if each.read.name is FieldName.OWNER), None)
        customer_id: uuid.UUID | None = None
        makes = False
        if owner is not None and owner.is_taken:
            if owner.typed is None and owner.chosen < len(self.owners):
                customer_id = self.owners[owner.chosen].id
            else:
                makes = True
        return AcceptReading(
            document=reading.document,
            sha256=reading.sha256,
            decisions=tuple(
                Decision(
                    each.read.name,
                    each.verdict or Verdict.SKIPPED,
                    each.value if each.is_taken else "",
                    each.read.confidence,
                )
                for each in self.asked
            ),
            vehicle_id=car.id if car is not None else None,
            version=car.version if car is not None else None,
            customer_id=customer_id,
            makes_owner=makes,
            odometer_reason=self.odometer_reason,
        )


def review(compared: Compared) -> Reviewed:
    """The reading to decide about; known people come before a new one of the name that was read."""
    asked = []
    for each in compared.reading.fields:
        options = each.candidates or _alone(each)
        if each.name is FieldName.OWNER and compared.owners:
            known = [Candidate(row.name, each.confidence) for row in compared.owners]
            options = (*known, Candidate(each.value, 0.0))
        asked.append(Asked(each, options))
    owners = compared.owners if _has_owner(compared.reading.fields) else ()
    return Reviewed(compared, asked, owners)


def _has_owner(fields: Sequence[ReadField]) -> bool:
    return any(each.name is FieldName.OWNER for each in fields)


def _alone(read: ReadField) -> tuple[Candidate, ...]:
    return (Candidate(read.value, read.confidence),) if read.value else ()


def is_goods(document: Document) -> bool:
    """Whether the document goes into the stock, not onto a car's card."""
    return document is Document.INVOICE


def document_words(reading: PictureReading) -> str:
    """Supplier, number and day of an invoice, as the head of a delivery."""
    said = {field.name: field.value for field in reading.fields}
    parts = (said.get(name) for name in (FieldName.SUPPLIER, FieldName.NUMBER, FieldName.ISSUED_ON))
    return ", ".join(part for part in parts if part)


def odometer_of(reviewed: Reviewed | None) -> dict[str, str]:
    """The accepted odometer for the arrival that asked for it: digits alone; empty without one."""
    for each in reviewed.asked if reviewed is not None else ():
        digits = each.value.partition(" ")[0]
        if each.read.name is FieldName.ODOMETER and each.is_taken and digits.isdecimal():
            return {"odometer": digits}
    return {}
