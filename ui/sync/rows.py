"""What the lists of the Sync page show: the columns, and the rows of the waiting list under their groups."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.passports import (
    InboxRow,
    OwnerLink,
    SentRow,
    Waiting,
    WaitingList,
    WaitingRecord,
)
from ui.parts.cells import plate_cell
from ui.shell.formats import Formats
from ui.shell.words import said
from ui.sync.words import (
    GROUPS,
    decision_word,
    kind_icon,
    kind_word,
    link_badge,
    outcome_word,
    scope_words,
    why_mark,
)
from widgets.table import Column, Group
from widgets.values import Mark

SHOWN = 8
"""How many records of a reason show before the rest is asked for."""


@dataclass(frozen=True, slots=True)
class More:
    """The last line of a group that is not shown wholly."""

    reasons: tuple[Waiting, ...]
    count: int


def grouped(found: WaitingList, opened: Collection[Waiting]) -> list[Group | WaitingRecord | More]:
    """Records under the titles of their groups; groups without records are left out."""
    rows: list[Group | WaitingRecord | More] = []
    for title, about, reasons in GROUPS:
        count = sum(found.counts.get(reason, 0) for reason in reasons)
        if not count:
            continue
        about_words = Mark(said(about), "", "muted")
        rows.append(Group(f"{said(title)}  {count}", {"why": about_words}))
        mine = [record for record in found.records if record.waiting in reasons]
        shown = mine if set(reasons) & set(opened) else mine[:SHOWN]
        rows += shown
        if len(shown) < count:
            rows.append(More(reasons, count - len(shown)))
    return rows


def waiting_columns(formats: Formats) -> Sequence[Column]:
    """The waiting list."""

    def icon(row: WaitingRecord | More) -> Mark | str:
        if isinstance(row, More):
            return ""
        return Mark(kind_word(row.kind), kind_icon(row.kind), "secondary")

    def what(row: WaitingRecord | More) -> object:
        if isinstance(row, More):
            return Mark(
                QCoreApplication.translate("SyncRows", "Show {count} more").format(count=row.count),
                "",
                "link",
            )
        return kind_word(row.kind)

    def why(row: WaitingRecord | More) -> object:
        return "" if isinstance(row, More) else why_mark(row)

    return (
        Column("icon", "", icon, 42, kind="icon"),
        Column("what", QCoreApplication.translate("SyncRows", "What waits"), what, 178, stretch=1),
        Column(
            "record",
            QCoreApplication.translate("SyncRows", "Record"),
            lambda r: "" if isinstance(r, More) else r.label,
            172,
            kind="code",
        ),
        Column(
            "since",
            QCoreApplication.translate("SyncRows", "Since"),
            lambda r: "" if isinstance(r, More) else formats.brief(r.made_at),
            80,
            kind="secondary",
        ),
        Column("why", QCoreApplication.translate("SyncRows", "Why"), why, 330, stretch=3),
    )


def sent_columns(formats: Formats) -> Sequence[Column]:
    """What the server has."""

    def icon(row: SentRow) -> Mark:
        return Mark(kind_word(row.kind), kind_icon(row.kind), "secondary")

    return (
        Column("icon", "", icon, 42, kind="icon"),
        Column(
            "what",
            QCoreApplication.translate("SyncRows", "What was sent"),
            lambda r: kind_word(r.kind),
            200,
            stretch=1,
        ),
        Column(
            "record",
            QCoreApplication.translate("SyncRows", "Record"),
            lambda r: r.label,
            190,
            kind="code",
        ),
        Column(
            "made",
            QCoreApplication.translate("SyncRows", "Made"),
            lambda r: formats.moment(r.made_at),
            150,
            kind="secondary",
        ),
        Column(
            "sent",
            QCoreApplication.translate("SyncRows", "The server has it since"),
            lambda r: (
                Mark(formats.moment(r.delivered_at), "check", "good") if r.delivered_at else None
            ),
            190,
        ),
    )


def inbox_columns(formats: Formats) -> Sequence[Column]:
    """What the server told."""

    def icon(row: InboxRow) -> Mark:
        return Mark(kind_word(row.kind), kind_icon(row.kind), "secondary")

    def what(row: InboxRow) -> str:
        word = decision_word(row.word)
        return f"{kind_word(row.kind)}: {word}" if word else kind_word(row.kind)

    return (
        Column("icon", "", icon, 42, kind="icon"),
        Column("what", QCoreApplication.translate("SyncRows", "What came"), what, 240, stretch=1),
        Column(
            "plate",
            QCoreApplication.translate("SyncRows", "Plate"),
            lambda r: plate_cell(r.plate),
            104,
            kind="plate",
        ),
        Column(
            "at",
            QCoreApplication.translate("SyncRows", "When"),
            lambda r: formats.moment(r.at),
            150,
            kind="secondary",
        ),
        Column(
            "outcome",
            QCoreApplication.translate("SyncRows", "What became of it"),
            lambda r: outcome_word(r.outcome),
            240,
        ),
    )


def link_columns(formats: Formats) -> Sequence[Column]:
    """What the owners were asked and said."""

    def decided(row: OwnerLink) -> str | None:
        return formats.moment(row.decided_at) if row.decided_at else None

    return (
        Column(
            "plate",
            QCoreApplication.translate("SyncRows", "Plate"),
            lambda r: plate_cell(r.plate),
            112,
            kind="plate",
        ),
        Column(
            "car",
            QCoreApplication.translate("SyncRows", "Car"),
            lambda r: r.vehicle,
            140,
            stretch=1,
        ),
        Column(
            "customer",
            QCoreApplication.translate("SyncRows", "Owner"),
            lambda r: r.customer,
            180,
            stretch=2,
        ),
        Column(
            "state",
            QCoreApplication.translate("SyncRows", "Answer"),
            lambda r: link_badge(r.state),
            120,
            kind="state",
        ),
        Column(
            "scope",
            QCoreApplication.translate("SyncRows", "Opened"),
            lambda r: scope_words(r.scope),
            160,
            kind="secondary",
        ),
        Column(
            "asked",
            QCoreApplication.translate("SyncRows", "Asked"),
            lambda r: formats.moment(r.asked_at),
            130,
            kind="secondary",
        ),
        Column(
            "decided",
            QCoreApplication.translate("SyncRows", "Answered"),
            decided,
            130,
            kind="secondary",
        ),
    )
