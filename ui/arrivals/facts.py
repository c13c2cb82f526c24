"""The strip under the head of an arrival: customer, bringer, appointment, promise, key, declined work."""

from app.arrivals import ArrivalSheet
from app.kernel.errors import QT_TRANSLATE_NOOP
from models.arrivals import Authority
from ui.arrivals.head import ArrivalHead
from ui.arrivals.parts import words_of
from ui.parts.arrivals import paper_words, state_badge
from ui.parts.cells import plate_cell
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.values import Mark, cell_text


def show_facts(head: ArrivalHead, sheet: ArrivalSheet, desk: Desk) -> None:
    """Put an arrival into its head."""
    row = sheet.card.row
    head.plate.set_value(plate_cell(row.plate) or row.vin or "")
    head.car.setText(row.car)
    head.badge.set_value(state_badge(row.state))
    if not cell_text(head.saved.value()):
        saved = said(QT_TRANSLATE_NOOP("ArrivalFacts", "saved"))
        head.saved.set_value(Mark(saved, "cloud-check", "muted"))
    head.order.setVisible(row.order_id is not None)
    number = said(QT_TRANSLATE_NOOP("ArrivalFacts", "Work order {number}"))
    head.order.setAccessibleName(number.format(number=row.order_number or ""))
    head.order.setToolTip(head.order.accessibleName())
    _people(head, sheet, desk)
    _times(head, sheet, desk)
    _key(head, sheet, desk)
    _declined(head, sheet, desk)
    head.fit()


def _people(head: ArrivalHead, sheet: ArrivalSheet, desk: Desk) -> None:
    card, words = sheet.card, paper_words(desk)
    name = card.row.customer or said(QT_TRANSLATE_NOOP("ArrivalFacts", "unknown"))
    head.facts["customer"].set_fact(
        said(QT_TRANSLATE_NOOP("ArrivalFacts", "Customer")),
        name,
        desk.formats.phone(card.phone) if card.phone else "",
        tone="text.link",
        strong=True,
    )
    authority = card.authority or (Authority.OWNER if card.bringer_id is None else None)
    role = words(f"authority.{authority.value}").lower() if authority else ""
    missing = said(QT_TRANSLATE_NOOP("ArrivalFacts", "by what right?")) if not authority else ""
    seen = said(QT_TRANSLATE_NOOP("ArrivalFacts", "ID seen, not copied")) if card.id_seen else ""
    unseen = said(QT_TRANSLATE_NOOP("ArrivalFacts", "ID not seen"))
    head.facts["bringer"].set_fact(
        said(QT_TRANSLATE_NOOP("ArrivalFacts", "Brought by")),
        words_of((card.bringer or name, role)),
        missing or seen or unseen,
        tone="status.wait.fg" if missing else "text.muted",
    )


def _times(head: ArrivalHead, sheet: ArrivalSheet, desk: Desk) -> None:
    formats, booked = desk.formats, sheet.booked
    caption = said(QT_TRANSLATE_NOOP("ArrivalFacts", "Appointment"))
    none = said(QT_TRANSLATE_NOOP("ArrivalFacts", "without one"))
    if booked is None or booked.starts_at is None:
        head.facts["appointment"].set_fact(caption, none)
    else:
        hours = said(QT_TRANSLATE_NOOP("ArrivalFacts", "{hours} h")).format(
            hours=f"{booked.minutes / 60:.1f}".replace(".", formats.decimal_sign)
        )
        under = words_of((booked.services, hours, booked.bay or ""))
        head.facts["appointment"].set_fact(caption, formats.moment(booked.starts_at), under)
    caption = said(QT_TRANSLATE_NOOP("ArrivalFacts", "Promised"))
    if sheet.promised_at is None:
        none = said(QT_TRANSLATE_NOOP("ArrivalFacts", "no time yet"))
        head.facts["promised"].set_fact(caption, none)
        return
    late = sheet.promised_at < desk.now()
    left = sheet.promised_at - desk.now()
    under = said(
        QT_TRANSLATE_NOOP("ArrivalFacts", "late")
        if late
        else QT_TRANSLATE_NOOP("ArrivalFacts", "{span} left")
    )
    head.facts["promised"].set_fact(
        caption,
        formats.moment(sheet.promised_at),
        under.format(span=formats.span(left)),
        tone="status.bad.fg" if late else "status.good.fg",
    )


def _key(head: ArrivalHead, sheet: ArrivalSheet, desk: Desk) -> None:
    row, formats = sheet.card.row, desk.formats
    caption = said(QT_TRANSLATE_NOOP("ArrivalFacts", "Key tag"))
    if row.key_tag is None:
        none = said(QT_TRANSLATE_NOOP("ArrivalFacts", "no tag yet"))
        hang = said(QT_TRANSLATE_NOOP("ArrivalFacts", "hang the key"))
        head.facts["key"].set_fact(caption, none, hang, tone="text.link")
        return
    under = row.key_holder or row.place or ""
    tag = sheet.tag
    if tag is not None and tag.is_free and tag.free_since is not None:
        since = said(QT_TRANSLATE_NOOP("ArrivalFacts", "free since {when}"))
        under = since.format(when=formats.moment(tag.free_since))
    place = said(QT_TRANSLATE_NOOP("ArrivalFacts", "on the board"))
    head.facts["key"].set_fact(caption, row.key_tag, under or place)


def _declined(head: ArrivalHead, sheet: ArrivalSheet, desk: Desk) -> None:
    none = said(QT_TRANSLATE_NOOP("ArrivalFacts", "none"))
    first = said(QT_TRANSLATE_NOOP("ArrivalFacts", "first visit"))
    last = said(QT_TRANSLATE_NOOP("ArrivalFacts", "last visit {day}"))
    when = sheet.last_visit_at
    names = ", ".join(sheet.declined[:2])
    more = len(sheet.declined) - 2
    head.facts["declined"].set_fact(
        said(QT_TRANSLATE_NOOP("ArrivalFacts", "Open declined work")),
        f"{names} +{more}" if more > 0 else names or none,
        last.format(day=desk.formats.day(when)) if when else first,
    )
