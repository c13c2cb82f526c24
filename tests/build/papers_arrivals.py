"""Papers of an arrival: the Škoda of Mytishchi with everything that an act can say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from models.money import Money
from models.papers import (
    AcceptanceActPaper,
    CheckInSlipPaper,
    KitOnPaper,
    MarkOnPaper,
    OwnPart,
    PaperHead,
    PaperSize,
    Party,
    PhotoOnPaper,
    Seal,
    SignatureOnPaper,
    SignatureRole,
    ThingOnPaper,
)
from tests.build import pictures
from tests.build.papers import SHA, png
from tests.build.papers_ru import RU_CAR, RU_CUSTOMER, russian_shop

_PAD = png(90, 30, (20, 23, 29))
AT = datetime(2026, 11, 20, 11, 32, tzinfo=UTC)


def arrival_head(head: PaperHead | None = None) -> PaperHead:
    sealed = Seal(payload=f"CPA1|SC001|SC001-A-2026-00031|v2|{SHA}", record_sha256=SHA)
    return replace(head or russian_shop().head, number="SC001-A-2026-00031", seal=sealed)


def acceptance_act(head: PaperHead | None = None) -> AcceptanceActPaper:
    """An act of version 2 with six marks, four photos, lamps, belongings and somebody else at the desk."""
    return AcceptanceActPaper(
        head=arrival_head(head),
        customer=RU_CUSTOMER,
        vehicle=RU_CAR,
        signatures=(
            SignatureOnPaper(
                role=SignatureRole.KEEPER,
                name="Дёмина О. П.",
                position="мастер-приёмщик",
                image=_PAD,
                signed_at=AT,
            ),
            SignatureOnPaper(
                role=SignatureRole.HANDER, name="Беляев П. С.", image=_PAD, signed_at=AT
            ),
        ),
        accepted_at=AT,
        version=2,
        order_number="SC001-2026-11-0042",
        bringer=Party(name="Беляев Пётр Сергеевич", phone="+7 916 204-11-22"),
        authority="power_of_attorney",
        authority_note="№ 77 АВ 1234567 от 01.06.2026",
        id_seen="passport",
        words="Скрипит, когда торможу медленно, чаще утром.",
        symptoms=("скрип", "при торможении"),
        fuel_eighths=5,
        charge_percent=80,
        is_engine_running=True,
        lamps=("brakes", "tyres"),
        cleanliness="wet",
        belongings=(
            ThingOnPaper(
                name="Детское кресло", place="сзади справа", value=Money(1_250_000, "RUB")
            ),
            ThingOnPaper(name="Зонт", place="багажник"),
        ),
        kit=(
            KitOnPaper(item="spare_wheel", state="present"),
            KitOnPaper(item="jack", state="present"),
            KitOnPaper(item="wheel_lock", state="missing", note="спросить"),
            KitOnPaper(item="fire_extinguisher", state="not_seen"),
        ),
        own_parts=(
            OwnPart(
                name="Колодки передние",
                quantity=Decimal(1),
                unit="компл.",
                price=Money(420_000, "RUB"),
                conformity="ЕАЭС RU С-DE.АБ12",
            ),
        ),
        marks=marks(),
        photos=tuple(
            PhotoOnPaper(
                number=number,
                sha256=f"{number}{SHA[1:]}",
                image=pictures.photo(160, 120, tint=number * 20) if number != 3 else None,
                slot=slot,
                mark=mark,
                taken_at=AT,
            )
            for number, (slot, mark) in enumerate(
                [("front", 0), ("dashboard", 0), ("", 1), ("vin_plate", 0)], 1
            )
        ),
        amend_reason="Нашли вторую вмятину",
        note="Старые детали вернуть заказчику.",
    )


def marks() -> tuple[MarkOnPaper, ...]:
    shape = {
        "left": ("scratch", ((3900, 5300), (4300, 5150), (5000, 5050)), "door_front_left"),
        "right": ("missing", ((3700, 3700),), "window_rear_right"),
        "front": ("chip", ((3000, 5000),), "bonnet"),
        "rear": ("dent", ((4000, 7600), (6000, 7700)), "rear_bumper"),
        "top": ("crack", ((3200, 4300), (3350, 4800), (3250, 5300)), "windscreen"),
    }
    return tuple(
        MarkOnPaper(
            number=number,
            view=view,
            kind=kind,
            points=points,
            panel=panel,
            size=f"{number * 7} см",
            note="без повреждения краски" if number == 4 else "",
            photos=(3,) if number == 1 else (),
        )
        for number, (view, (kind, points, panel)) in enumerate(shape.items(), 1)
    )


def check_in_slip(head: PaperHead | None = None) -> CheckInSlipPaper:
    act = acceptance_act(head)
    return CheckInSlipPaper(
        head=replace(act.head, size=PaperSize.A5, seal=None),
        customer=act.customer,
        vehicle=act.vehicle,
        accepted_at=AT,
        signatures=tuple(replace(one, image=None, signed_at=None) for one in act.signatures),
        bringer=act.bringer,
        words=act.words,
        fuel_eighths=5,
        charge_percent=80,
        belongings=act.belongings,
        marks_count=5,
        key_count=2,
        promised_at=AT,
    )
