"""The Russian shop: AutoLine in Mytishchi, and its Škoda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.papers import (
    ActOfWorkPaper,
    ApprovalMethod,
    ApprovalOnPaper,
    BankAccount,
    CashDayMethod,
    CashDayPaper,
    CenterOnPaper,
    Concern,
    CreditNotePaper,
    Damage,
    DeclinedWork,
    DefectsChoice,
    Intake,
    InvoicePaper,
    JobOnPaper,
    NamedValue,
    OldPart,
    OldPartFate,
    OwnPart,
    PaperHead,
    Party,
    Payer,
    PaymentMethod,
    PaymentOnPaper,
    PaymentReceiptPaper,
    ReceiptPart,
    Recommendation,
    SignatureOnPaper,
    SignatureRole,
    TaxId,
    VehicleOnPaper,
    WorkOrderPaper,
)
from tests.build.papers import SHA, Shop, Sold, at, png, regime, seal, words

RU_CENTER = CenterOnPaper(
    brand="АвтоЛиния",
    website="autoline.example",
    hours="Пн–Сб 9:00–20:00",
    party=Party(
        name="ООО «АвтоЛиния»",
        is_company=True,
        address="141009, Московская обл., г. Мытищи, Олимпийский пр-т, д. 29",
        country="RU",
        phone="+7 495 120-44-18",
        email="info@autoline.example",
        tax_ids=(
            TaxId(scheme="inn", value="5029217745"),
            TaxId(scheme="kpp", value="502901001"),
            TaxId(scheme="ogrn", value="1175029012345"),
        ),
    ),
    bank=BankAccount(
        bank="ПАО Сбербанк, г. Москва",
        account="40702810938000012345",
        code="044525225",
        correspondent="30101810400000000225",
    ),
)
RU_CAR = VehicleOnPaper(
    make_model="Škoda Octavia 1.4 TSI",
    plate="А123ВС",
    plate_region="777",
    vin="XW8AN4NE3KH012845",
    year=2019,
    colour="серый металлик",
    odometer=84320,
    key_tag="17",
)
RU_CUSTOMER = Party(
    name="Иванова Марина Сергеевна",
    address="141021, Московская обл., г. Мытищи, ул. Летная, д. 14, кв. 71",
    country="RU",
    phone="+7 916 204-18-73",
)
RU_COMPANY = Party(
    name="ООО «Северный экспресс»",
    is_company=True,
    address="127282, г. Москва, ул. Полярная, д. 31, стр. 1",
    country="RU",
    phone="+7 495 700-11-22",
    contact="Кравцов Д. И.",
    tax_ids=(TaxId(scheme="inn", value="7715993041"), TaxId(scheme="kpp", value="771501001")),
)


def russian_shop(on: date = date(2026, 11, 20), code: str = "ru_vat_inclusive") -> Shop:
    """AutoLine in Mytishchi."""
    head = PaperHead(
        number="SC001-2026-11-0148",
        issued_on=on,
        language="ru",
        locale="ru_RU",
        zone="Europe/Moscow",
        country="RU",
        center=RU_CENTER,
        seal=seal("SC001-2026-11-0148", "3740250"),
    )
    return Shop(head, regime(code), on, warranty_word="6 мес. или 10 000 км")


def hours(name: str, quantity: str, code: str, barcode: str, warranty: str = "") -> Sold:
    """Labour at the shop's rate."""
    return Sold(
        name,
        "2400.00",
        quantity,
        "н/ч",
        labour=True,
        code=code,
        barcode=barcode,
        warranty=warranty,
        technician="Малинин П.",
    )


SERVICE = (
    hours("Замена масла и масляного фильтра", "0.6", "M-0101", "0148-01", "6 мес. или 10 000 км"),
    Sold("Масло Castrol EDGE 5W-30 LL", "1150.00", "4.2", "л", code="15668E", maker="Castrol"),
    Sold("Фильтр масляный", "780.00", code="W 712/95", maker="MANN"),
    Sold("Шайба сливной пробки", "90.00", code="N 0138157", maker="VAG"),
)
BRAKES = (
    hours(
        "Замена передних тормозных дисков и колодок",
        "1.8",
        "B-0114",
        "0148-02",
        "12 мес. или 20 000 км",
    ),
    Sold("Диск тормозной передний", "6240.00", "2", code="DF6184", maker="TRW"),
    Sold(
        "Колодки передние, комплект",
        "7350.00",
        unit="к-т",
        code="GDB1763",
        maker="TRW",
        discount="5",
    ),
    Sold("Жидкость тормозная DOT 4", "1380.00", "0.5", "л", code="PFB450", maker="TRW"),
)
LINKS = (
    hours("Замена стоек стабилизатора", "0.8", "S-0122", "0148-03"),
    Sold("Стойка стабилизатора передняя", "1980.00", "2", code="5Q0 411 315 A", maker="VAG"),
)
RECALL = (hours("Обновление прошивки блока ABS", "0.4", "E-0031", "0148-04"),)


def russian_order(
    shop: Shop | None = None, sold: Sequence[Sequence[Sold]] | None = None
) -> WorkOrderPaper:
    """Škoda Octavia: oil service, brakes, a warranty job; stabiliser links declined."""
    shop = shop or russian_shop()
    groups = sold or (SERVICE, BRAKES, [replace(one, payer=Payer.WARRANTY) for one in RECALL])
    titles = ("ТО-90: масло и фильтры", "Передние тормоза", "Отзывная кампания")
    ways = (
        "согласована лично, подпись, 09:14",
        "согласована по телефону, 10:02",
        "гарантия завода",
    )
    figures, lines = shop.price([one for group in groups for one in group])
    rest = list(lines)
    jobs = []
    for index, group in enumerate(groups):
        own, rest = rest[: len(group)], rest[len(group) :]
        total = sum((line.total for line in own), shop.money(0))
        jobs.append(
            JobOnPaper(
                number=str(index + 1),
                title=titles[index % 3],
                lines=tuple(own),
                total=total,
                approved_how=ways[index % 3],
            )
        )
    return WorkOrderPaper(
        head=shop.head,
        customer=RU_CUSTOMER,
        vehicle=RU_CAR,
        accepted_at=at("2026-11-20T06:02"),
        promised_at=at("2026-11-20T14:30"),
        jobs=tuple(jobs),
        totals=shop.totals(figures, "10000.00"),
        signatures=(
            SignatureOnPaper(
                role=SignatureRole.ACCEPTOR,
                name="Дёмина О. В.",
                position="мастер-приёмщик",
                image=png(240, 60, (20, 40, 120)),
                signed_at=at("2026-11-20T06:14"),
            ),
            SignatureOnPaper(role=SignatureRole.CONSUMER, name="Иванова М. С."),
        ),
        bringer=Party(name="Иванов Олег Николаевич", phone="+7 903 551-20-09"),
        authority="доверенность от 01.03.2026",
        bay="Пост 2, подъёмник",
        advisor="Дёмина О. В.",
        concerns=(
            Concern(
                complaint="Стук и вибрация спереди при торможении",
                cause="Биение дисков 0,14 мм, колодки 2 мм",
                correction="Замена дисков и колодок",
            ),
            Concern(
                complaint="Плановое ТО по пробегу", cause="Пробег 84 320 км, прошлое ТО 71 050 км"
            ),
            Concern(complaint="Скрип справа на неровностях", cause="Люфт стоек стабилизатора, обе"),
        ),
        intake=Intake(
            looked_over=True,
            fuel_percent=45,
            completeness="запасное колесо, домкрат, знак, коврики",
            belongings=("видеорегистратор", "детское кресло"),
            damage=(
                Damage(place="бампер передний, правый угол", kind="царапина", size="12 см"),
                Damage(place="дверь задняя левая", kind="вмятина", size="3 см", photo_sha256=SHA),
            ),
        ),
        own_parts=(
            OwnPart(
                name="Щётки стеклоочистителя",
                quantity=Decimal(2),
                unit="шт",
                maker="Bosch",
                code="AR605S",
                price=shop.of("2450.00"),
                conformity="сертификат ЕАЭС RU С-DE.АЯ46.В.10211",
            ),
        ),
        defects_choice=DefectsChoice.REPAIR_WITHIN_LIMIT,
        defects_limit=shop.of("5000.00"),
        declined=(
            DeclinedWork(
                title="Замена стоек стабилизатора, обе",
                declined_on=date(2026, 11, 20),
                amount=shop.of("5880.00"),
                reason="в следующий раз",
            ),
        ),
        recommendations=(
            Recommendation(
                text="ТО-105: масло, фильтры, свечи", due_on=date(2027, 11, 20), due_odometer=94320
            ),
            Recommendation(text="Проверить ремень ГРМ", due_odometer=120000),
        ),
        old_parts=(
            OldPart(
                name="Диски тормозные передние",
                quantity=Decimal(2),
                unit="шт",
                fate=OldPartFate.RETURNED,
            ),
            OldPart(
                name="Колодки передние",
                quantity=Decimal(1),
                unit="к-т",
                fate=OldPartFate.LEFT_TO_SHOP,
            ),
        ),
        deposits=(
            PaymentOnPaper(
                number="AV-0388",
                paid_on=date(2026, 11, 18),
                method=PaymentMethod.INSTANT,
                amount=shop.of("10000.00"),
                reference="аванс на диски",
            ),
        ),
        approvals=(
            ApprovalOnPaper(
                job="1  ТО-90: масло и фильтры",
                amount=shop.of("7140.00"),
                method=ApprovalMethod.IN_PERSON,
                by="Иванова М. С.",
                at=at("2026-11-20T06:14"),
                taken_by="Дёмина О. В.",
                shown_sha256=SHA,
            ),
            ApprovalOnPaper(
                job="2  Передние тормоза",
                amount=shop.of("24472.50"),
                method=ApprovalMethod.PHONE,
                by="Иванова М. С.",
                at=at("2026-11-20T07:02"),
                contact="+7 916 204-18-73",
                note="согласна на TRW, скидка 5 % на колодки",
                taken_by="Дёмина О. В.",
                revised_total=shop.of("31612.50"),
                shown_sha256=SHA,
            ),
        ),
        payment_terms=(
            "Аванс 10 000 ₽ внесён 18.11.2026. Остаток оплачивается при выдаче автомобиля наличными, картой "
            "или по СБП."
        ),
        warranty_terms=(
            "На работы: 6 месяцев или 10 000 км, на тормозную систему 12 месяцев или 20 000 км, что наступит "
            "раньше. На запасные части: срок изготовителя."
        ),
        terms=(
            "Заказчик ознакомлен с Правилами оказания услуг по техническому обслуживанию и ремонту, "
            "прейскурантом и нормами времени. Автомобиль, не полученный в течение трёх дней после "
            "уведомления о готовности, хранится на платной стоянке."
        ),
    )


def russian_act(order: WorkOrderPaper | None = None) -> ActOfWorkPaper:
    """The act for the Škoda's order."""
    order = order or russian_order()
    return ActOfWorkPaper(
        head=order.head,
        order_number=order.head.number,
        order_on=order.head.issued_on,
        customer=order.customer,
        vehicle=order.vehicle,
        accepted_at=order.accepted_at,
        completed_at=at("2026-11-20T13:07"),
        lines=tuple(line for job in order.jobs for line in job.lines),
        totals=order.totals,
        signatures=(
            SignatureOnPaper(
                role=SignatureRole.CONTRACTOR, name="Дёмина О. В.", position="мастер-приёмщик"
            ),
            SignatureOnPaper(role=SignatureRole.CONSUMER, name="Иванова М. С."),
        ),
        own_parts=order.own_parts,
        old_parts=order.old_parts,
        left_parts=(
            OldPart(
                name="Масло Castrol EDGE 5W-30 LL",
                quantity=Decimal("0.8"),
                unit="л",
                fate=OldPartFate.RETURNED,
                note="в канистре заказчика",
            ),
        ),
        declined=order.declined,
        recommendations=order.recommendations,
        deposits=order.deposits,
        warranty_terms=order.warranty_terms,
        has_claims=False,
    )


def russian_invoice(
    shop: Shop | None = None, sold: Sequence[Sold] = (*SERVICE, *BRAKES)
) -> InvoicePaper:
    """A bill to a company, with a line without VAT."""
    shop = shop or russian_shop()
    towing = Sold("Эвакуатор, агентская услуга", "740.00", unit="усл", code="X-0009", tax="none")
    figures, lines = shop.price([*sold, towing])
    number = "SC001-26-0711"
    return InvoicePaper(
        head=replace(shop.head, number=number, seal=seal(number, "3235250")),
        customer=RU_COMPANY,
        lines=tuple(lines),
        totals=shop.totals(figures, "10000.00"),
        supplied_on=shop.supplied_on,
        due_on=date(2026, 11, 25),
        order_number="SC001-2026-11-0148",
        order_on=shop.supplied_on,
        vehicle=RU_CAR,
        payments=russian_order().deposits,
        signatures=(
            SignatureOnPaper(role=SignatureRole.DIRECTOR, name="Серова Т. В."),
            SignatureOnPaper(role=SignatureRole.ACCOUNTANT, name="Лапина Н. Ю."),
        ),
        note="Счёт действителен 5 банковских дней. В назначении платежа укажите номер счёта.",
    )


def russian_credit_note() -> CreditNotePaper:
    """Two washers too many: the story's 1,490.00 of a filter comes back."""
    shop = russian_shop(date(2026, 11, 24))
    figures, lines = shop.price(
        [Sold("Фильтр салона угольный", "1490.00", code="CUK 26 009", maker="MANN")]
    )
    number = "SC001-26-К0012"
    totals = shop.totals(figures)
    return CreditNotePaper(
        head=replace(shop.head, number=number, seal=seal(number, "149000")),
        invoice_number="SC001-26-0711",
        invoice_on=date(2026, 11, 20),
        reason="Возврат неустановленной запасной части",
        customer=RU_COMPANY,
        lines=tuple(lines),
        totals=replace(totals, paid=None, due=None),
        supplied_on=date(2026, 11, 20),
        vehicle=RU_CAR,
        refunds=(
            PaymentOnPaper(
                number="RF-0031",
                paid_on=date(2026, 11, 24),
                method=PaymentMethod.CASH,
                amount=-shop.of("1490.00"),
                reference="возврат покупателю",
            ),
        ),
        invoice_total=shop.of("37402.50"),
        invoice_left=shop.of("35912.50"),
        signatures=(
            SignatureOnPaper(role=SignatureRole.DIRECTOR, name="Серова Т. В."),
            SignatureOnPaper(role=SignatureRole.ACCOUNTANT, name="Лапина Н. Ю."),
        ),
    )


def russian_receipt(*, deposit: bool = False) -> PaymentReceiptPaper:
    """20,000.00 by card and 7,402.50 in cash for the invoice; or a deposit of 10,000.00."""
    shop = russian_shop()
    amount = shop.of("10000.00" if deposit else "27402.50")
    number = "AV-0388" if deposit else "KV-2044"
    moment = at("2026-11-20T13:22")
    card = PaymentOnPaper(
        number=number,
        paid_on=date(2026, 11, 20),
        method=PaymentMethod.CARD,
        amount=shop.of("20000.00"),
        reference="терминал 2, RRN 632410118820",
    )
    cash = replace(card, method=PaymentMethod.CASH, amount=shop.of("7402.50"), reference="")
    advance = replace(card, method=PaymentMethod.INSTANT, amount=amount, reference="СБП")
    return PaymentReceiptPaper(
        head=replace(shop.head, number=number, seal=seal(number, str(amount.minor))),
        payer=RU_CUSTOMER,
        received_at=moment,
        amount=amount,
        in_words=words(amount, "ru"),
        payments=(advance,) if deposit else (card, cash),
        signatures=(
            SignatureOnPaper(role=SignatureRole.CASHIER, name="Дёмина О. В.", position="кассир"),
        ),
        is_deposit=deposit,
        purpose="Аванс по заказ-наряду SC001-2026-11-0148" if deposit else "",
        parts=()
        if deposit
        else (
            ReceiptPart(
                number="SC001-26-0711",
                issued_on=date(2026, 11, 20),
                total=shop.of("37402.50"),
                used=amount,
                left=shop.of("0.00"),
            ),
        ),
        handed_over=None if deposit else shop.of("8000.00"),
        change=None if deposit else shop.of("597.50"),
        fiscal=(
            NamedValue(name="ФН", value="9960440302716512"),
            NamedValue(name="ФД", value="18842"),
            NamedValue(name="ФПД", value="2731094856"),
        ),
    )


def russian_cash_day() -> CashDayPaper:
    """A day at the front desk."""
    shop = russian_shop()
    methods = (PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.INSTANT)
    payments = tuple(
        PaymentOnPaper(
            number=f"KV-{2030 + index}",
            paid_on=date(2026, 11, 20),
            method=methods[index % 3],
            amount=shop.of(f"{1000 + index * 731}.50"),
            for_number=f"SC001-26-07{index:02}",
            by="Дёмина О. В.",
            at=at(f"2026-11-20T{6 + index % 9:02}:{(index * 7) % 60:02}"),
        )
        for index in range(18)
    )
    zero = shop.of("0.00")
    sums = {
        method: sum((p.amount for p in payments if p.method is method), zero) for method in methods
    }
    return CashDayPaper(
        head=replace(shop.head, number="KD-2026-11-20", seal=None),
        day_on=date(2026, 11, 20),
        opening=shop.of("15000.00"),
        methods=tuple(
            CashDayMethod(
                method=method,
                received=sums[method],
                refunded=shop.of("1490.00") if method is PaymentMethod.CASH else zero,
            )
            for method in methods
        ),
        payments=payments,
        expected=shop.of("15000.00") + sums[PaymentMethod.CASH] - shop.of("1490.00"),
        counted=shop.of("15000.00") + sums[PaymentMethod.CASH] - shop.of("1500.00"),
        signatures=(
            SignatureOnPaper(role=SignatureRole.CASHIER, name="Дёмина О. В."),
            SignatureOnPaper(role=SignatureRole.DIRECTOR, name="Серова Т. В."),
        ),
    )


def long_list(count: int) -> tuple[Sold, ...]:
    """As many different lines as wanted."""
    return tuple(
        replace(one, name=f"{one.name}, позиция {index + 1}")
        for index in range(count)
        for one in [(*SERVICE, *BRAKES, *LINKS)[index % 10]]
    )
