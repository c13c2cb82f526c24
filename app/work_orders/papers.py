"""Papers of a work order, filled from its sealed content (or, while it is open, from the same content made live)."""

import json
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import customers
from app.kernel.clock import local_day
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.tx import Read
from app.work_orders import aggregate
from app.work_orders.corrections import list_corrections
from app.work_orders.reads import get_snapshot
from app.work_orders.snapshot import content
from models.access import Employee
from models.centers import Center, SigningKey
from models.customers import Customer
from models.money import Money
from models.order_flow import Approval
from models.papers import kinds, parts
from models.papers.documents import ActOfWorkPaper, WorkOrderPaper
from models.tax import TaxRegime
from models.vehicles import Vehicle
from models.words import amount_in_words
from models.work_orders import JobDecision, WorkOrder
from sync.wire.signing import key_id, to_base64url

_LINE_KIND = {"labour": kinds.LineKind.LABOUR, "fee": kinds.LineKind.FEE}
_APPROVAL = {
    Approval.APPROVED.value: kinds.JobState.APPROVED,
    Approval.PROPOSED.value: kinds.JobState.PENDING,
    Approval.DECLINED.value: kinds.JobState.DECLINED,
}
_COUNTRY_TAX_IDS = (
    "inn",
    "kpp",
    "ogrn",
    "ogrnip",
    "gstin",
    "pan",
    "cin",
    "vat",
    "reg",
    "ein",
    "bar",
    "epa",
)

_BANK_CODES = {"bik": "bic", "bic": "swift", "swift": "swift", "ifsc": "ifsc", "routing": "routing"}
"""Under which key a center keeps its bank's code, and what papers call it."""

Facts = Mapping[str, Any]


def party(
    name: str, *, is_company: bool = False, tax_ids: Facts | None = None, **known: str | None
) -> parts.Party:
    """A party of the paper; unknown facts are empty."""
    return parts.Party(
        name=name,
        is_company=is_company,
        tax_ids=tuple(
            parts.TaxId(scheme=scheme, value=str(tax_ids[scheme]))
            for scheme in _COUNTRY_TAX_IDS
            if tax_ids and tax_ids.get(scheme)
        ),
        **{key: value or "" for key, value in known.items()},
    )


def customer_party(people: Facts, seal: Facts | None) -> parts.Party:
    """Who pays, from the person seal; an erased person is a dash."""
    data = seal or {}
    return party(
        str(data.get("name") or "—"),
        is_company=people.get("customer_kind") in {"company", "fleet"},
        tax_ids=data.get("tax_ids") or {},
        address=data.get("address"),
        phone=data.get("phone"),
        email=data.get("email"),
        state_code=people.get("customer_place"),
        country=people.get("customer_country"),
    )


def center_on_paper(center: Facts, logo: bytes | None = None) -> parts.CenterOnPaper:
    """The center as it was when the record was made."""
    bank = center.get("bank") or {}
    return parts.CenterOnPaper(
        party=party(
            center["legal_name"],
            is_company=True,
            tax_ids=center["tax_ids"],
            address=", ".join(t for t in (center["address"], center["city"]) if t),
            state_code=center["place"],
            state=center["place"],
            country=center["country"],
            phone=center["phone"],
            email=center["email"],
        ),
        brand=center["name"],
        website=center["website"] or "",
        logo=logo,
        bank=parts.BankAccount(
            bank=bank.get("name", ""),
            account=bank.get("account", ""),
            code=next((bank[k] for k in _BANK_CODES if bank.get(k)), ""),
            code_scheme=next((_BANK_CODES[k] for k in _BANK_CODES if bank.get(k)), "bic"),
            correspondent=bank.get("correspondent_account", ""),
        )
        if bank.get("account")
        else None,
    )


def vehicle_on_paper(vehicle: Facts, order: Facts | None = None) -> parts.VehicleOnPaper:
    """The vehicle as it was when the record was made."""
    order = order or {}
    return parts.VehicleOnPaper(
        make_model=" ".join(t for t in (vehicle["make"], vehicle["model"], vehicle["variant"]) if t)
        or "—",
        plate=vehicle["plate"] or "",
        vin=vehicle["vin"] or "",
        year=vehicle["year"],
        colour=vehicle["color"] or "",
        odometer=order.get("odometer_value"),
        odometer_unit=order.get("odometer_unit", "km"),
        engine_number=vehicle["engine_number"] or "",
        unit_numbers=tuple(
            parts.NamedValue(name=name, value=str(value))
            for name, value in sorted(vehicle["serials"].items())
            if value
        ),
        key_tag=order.get("key_tag") or "",
    )


def _warranty(line: Facts, terms: Facts, locale: str) -> str:
    months = line.get("warranty_months") or terms.get("warranty_months")
    km = line.get("warranty_km") or terms.get("warranty_km")
    russian = locale.startswith("ru")
    words = []
    if months:
        words.append(f"{months} мес." if russian else f"{months} mo.")
    if km:
        words.append(f"{km} км" if russian else f"{km} km")
    return " / ".join(words)


def line_on_paper(
    line: Facts, currency: str, terms: Facts, locale: str, names: Facts
) -> parts.PaperLine:
    """One sold line; money is the record's own."""
    tech = line.get("technician_id")
    return parts.PaperLine(
        key=line["id"],
        kind=_LINE_KIND.get(line["kind"], kinds.LineKind.PART),
        name=line["name"],
        quantity=Decimal(line["qty"]),
        unit=line["unit"],
        unit_price=Money(line["price_amount"], currency),
        list_amount=Money(line["list_amount"], currency),
        discount=Money(line["discount_amount"], currency),
        net=Money(line["net_amount"], currency),
        tax=Money(line["tax_amount"], currency),
        total=Money(line["total_amount"], currency),
        tax_name=line["tax_name"],
        tax_percent=Decimal(line["tax_percent"]) if line["tax_name"] else None,
        tax_parts=_shares(line["tax_parts"], currency),
        discount_percent=Decimal(line["discount_percent"]),
        code=line["code"],
        maker=line["maker"],
        hsn=line["hsn_sac"] or "",
        payer=kinds.Payer(line["payer"]),
        warranty=_warranty(line, terms, locale) if line["kind"] != "fee" else "",
        serials=(line["serial"],) if line.get("serial") else (),
        technician=names.get(f"employee:{tech}", "") if tech else "",
        barcode=f"L{line['id'].replace('-', '')[-12:].upper()}",
    )


def _shares(rows: list[Any], currency: str) -> tuple[parts.TaxShare, ...]:
    return tuple(
        parts.TaxShare(name=name, percent=Decimal(percent), amount=Money(amount, currency))
        for name, percent, amount in rows
    )


def totals_on_paper(
    totals: Facts,
    currency: str,
    language: str,
    lines: list[parts.PaperLine],
    *,
    paid: int | None = None,
) -> parts.TotalsOnPaper:
    """The foot of the paper; ``paid`` is what came before it, in minor units."""
    total = Money(totals["total_amount"], currency)
    zero = Money(0, currency)

    def of(kind: kinds.LineKind) -> Money:
        amounts = [line.total for line in lines if line.kind == kind]
        return sum(amounts[1:], amounts[0]) if amounts else zero

    def listed() -> Money:
        paying = [line for line in lines if line.payer == kinds.Payer.CUSTOMER]
        amounts = [line.list_amount for line in paying]
        return sum(amounts[1:], amounts[0]) if amounts else zero

    return parts.TotalsOnPaper(
        list_amount=listed(),
        discount=Money(totals["discount_amount"], currency),
        net=Money(totals["net_amount"], currency),
        tax=Money(totals["tax_amount"], currency),
        round_off=Money(totals["round_off_amount"], currency),
        total=total,
        inclusive=totals["inclusive"],
        taxes=tuple(
            parts.TaxRow(
                code=rate["code"],
                name=rate["name"],
                percent=Decimal(rate["percent"]),
                net=Money(rate["net_amount"], currency),
                tax=Money(rate["tax_amount"], currency),
                total=Money(rate["net_amount"] + rate["tax_amount"], currency),
                parts=_shares(rate["parts"], currency),
            )
            for rate in totals["rates"]
        ),
        in_words=amount_in_words(total, language),
        labour=of(kinds.LineKind.LABOUR),
        parts=of(kinds.LineKind.PART),
        fees=of(kinds.LineKind.FEE),
        paid=Money(paid, currency) if paid else None,
        due=Money(totals["total_amount"] - paid, currency) if paid else None,
    )


def seal_on_paper(
    read: Read,
    *,
    number: str,
    center: str,
    total: Money,
    sha256: str,
    key_row: uuid.UUID,
    signature: bytes,
    sealed_at: datetime,
) -> parts.Seal:
    """What goes into the QR code: enough to check the paper offline against the shop's public key."""
    public = read.connection.execute(
        sa.select(SigningKey.public_key).where(SigningKey.id == key_row)
    ).scalar_one()
    short = key_id(to_base64url(public))
    payload = "|".join(
        (
            "CP1",
            center,
            number,
            f"{total.minor}{total.currency}",
            sha256,
            short,
            to_base64url(signature),
        )
    )
    return parts.Seal(payload=payload, record_sha256=sha256, key_id=short, sealed_at=sealed_at)


def head_of(
    center: Facts,
    *,
    number: str,
    issued_on: date,
    language: str | None,
    seal: parts.Seal | None,
    mark: kinds.Mark,
    logo: bytes | None,
    layout: int = kinds.LAYOUT_VERSION,
) -> parts.PaperHead:
    """What every paper has."""
    return parts.PaperHead(
        number=number,
        issued_on=issued_on,
        language=language or center["language"],
        locale=center["locale"],
        zone=center["time_zone"],
        country=center["country"],
        center=center_on_paper(center, logo),
        seal=seal,
        mark=mark,
        layout=layout,
        author=center["name"],
    )


def _live(read: Read, order_id: uuid.UUID) -> tuple[dict[str, Any], dict[str, Any]]:
    """Content of an order that is not sealed, and what its seal would hold."""
    with Session(read.connection, autoflush=False) as session:
        order = session.get(WorkOrder, order_id, options=aggregate.WHOLE)
        if order is None or order.center_id != read.center_id:
            raise NotFoundError(
                say(QT_TRANSLATE_NOOP("work_orders", "There is no such work order."))
            )
        center = session.get_one(Center, order.center_id)
        vehicle = session.get_one(Vehicle, order.vehicle_id)
        customer = session.get(Customer, order.customer_id) if order.customer_id else None
        regime = TaxRegime.from_json(center.regime)
        decisions = session.scalars(
            sa.select(JobDecision).where(JobDecision.order_id == order_id).order_by(JobDecision.id)
        ).all()
        data = content(
            order=order,
            center=center,
            vehicle=vehicle,
            regime=regime,
            sums=aggregate.totals(regime, order, aggregate.live_lines(order)),
            decisions=decisions,
            recommendations=[],
            customer=customer,
            commitment=None,
            policy_terms={
                "warranty_months": center.policy.get("warranty_months"),
                "warranty_km": center.policy.get("warranty_km"),
                **center.policy.get("terms", {}),
            },
        )
        names = session.execute(
            sa.select(Employee.id, Employee.name).where(Employee.center_id == order.center_id)
        ).all()
        seal: dict[str, Any] = {f"employee:{key}": name for key, name in names}
        if customer is not None:
            seal |= {
                "name": customer.name,
                "phone": customer.phone,
                "email": customer.email,
                "address": customer.address,
                "tax_ids": customer.tax_ids,
            }
    return json.loads(json.dumps(data)), seal


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _logo(read: Read) -> bytes | None:
    return read.connection.execute(
        sa.select(Center.logo).where(Center.id == read.center_id)
    ).scalar()


def _sealed(
    read: Read, order_id: uuid.UUID
) -> tuple[dict[str, Any], dict[str, Any], parts.Seal | None]:
    record = get_snapshot(read, order_id)
    if record is None:
        data, people = _live(read, order_id)
        return data, people, None
    data = record.content
    total = Money(data["totals"]["total_amount"], data["order"]["currency"])
    seal = seal_on_paper(
        read,
        number=data["number"],
        center=data["center"]["code"],
        total=total,
        sha256=record.sha256,
        key_row=record.key_id,
        signature=record.signature,
        sealed_at=record.completed_at,
    )
    return data, customers.read_seal(read, "work_order", order_id) or {}, seal


def _jobs(data: Facts, names: Facts, language: str) -> tuple[parts.JobOnPaper, ...]:
    currency = data["order"]["currency"]
    jobs = []
    for place, job in enumerate(
        (job for job in data["jobs"] if job["approval"] != Approval.DECLINED.value), start=1
    ):
        lines = tuple(
            line_on_paper(line, currency, data["terms"], language, names)
            for line in job["lines"]
            if not line["own"]
        )
        if lines:
            jobs.append(
                parts.JobOnPaper(
                    number=str(place),
                    title=job["name"],
                    lines=lines,
                    total=Money(sum(line.total.minor for line in lines), currency),
                    state=_APPROVAL[job["approval"]],
                )
            )
    return tuple(jobs)


def _declined(data: Facts) -> tuple[parts.DeclinedWork, ...]:
    currency = data["order"]["currency"]
    when = {d["job_id"]: d for d in data["decisions"] if d["decision"] == "decline"}
    prices = {
        r["name"]: r["old_price_amount"] for r in data["recommendations"] if r["kind"] == "declined"
    }
    return tuple(
        parts.DeclinedWork(
            title=job["name"],
            declined_on=_moment(when[job["id"]]["at"]).date()  # type: ignore[union-attr]  # a decision has its moment
            if job["id"] in when
            else date.fromisoformat(data["order"]["supplied_on"]),
            amount=Money(prices[job["name"]], currency) if prices.get(job["name"]) else None,
            reason=(when.get(job["id"]) or {}).get("note") or "",
        )
        for job in data["jobs"]
        if job["approval"] == Approval.DECLINED.value
    )


def _recommendations(data: Facts) -> tuple[parts.Recommendation, ...]:
    return tuple(
        parts.Recommendation(
            text=due["name"],
            due_on=date.fromisoformat(due["due_on"]) if due["due_on"] else None,
            due_odometer=due["due_value"],
        )
        for due in data["recommendations"]
        if due["kind"] == "interval"
    )


def _own_parts(data: Facts) -> tuple[parts.OwnPart, ...]:
    return tuple(
        parts.OwnPart(
            name=line["name"],
            quantity=Decimal(line["qty"]),
            unit=line["unit"],
            maker=line["maker"],
            code=line["code"],
        )
        for job in data["jobs"]
        for line in job["lines"]
        if line["own"]
    )


def _corrections(read: Read, order_id: uuid.UUID, zone: str) -> tuple[parts.CorrectionNote, ...]:
    return tuple(
        parts.CorrectionNote(
            number=row.number,
            corrected_on=local_day(row.decided_at or row.asked_at, zone),
            field=name,
            was=str(row.recorded.get(name, "")),
            now=str(value),
            reason=row.reason,
            decided_by=row.decided_by or "",
        )
        for row in list_corrections(read, order_id)
        if row.state.value == "approved"
        for name, value in sorted(row.corrected.items())
    )


def _signatures(
    names: Facts, people: Facts, customer: parts.Party
) -> tuple[parts.SignatureOnPaper, ...]:
    return (
        parts.SignatureOnPaper(
            role=kinds.SignatureRole.ACCEPTOR,
            name=names.get(f"employee:{people['advisor_id']}", ""),
        ),
        parts.SignatureOnPaper(role=kinds.SignatureRole.CONSUMER, name=customer.name),
    )


def _approvals(
    data: Facts, names: Facts, customer: parts.Party
) -> tuple[parts.ApprovalOnPaper, ...]:
    titles = {job["id"]: job["name"] for job in data["jobs"]}
    return tuple(
        parts.ApprovalOnPaper(
            job=titles.get(d["job_id"], ""),
            amount=Money(d["amount"], data["order"]["currency"]),
            method=kinds.ApprovalMethod(d["method"]),
            by=customer.name,
            at=datetime.fromisoformat(d["at"]),
            contact=d["contact"] or "",
            note=d["note"] or "",
            taken_by=names.get(f"employee:{d['by_id']}", ""),
        )
        for d in data["decisions"]
        if d["decision"] == "approve"
    )


def work_order_paper(
    read: Read, order_id: uuid.UUID, *, language: str | None = None, mark: kinds.Mark | None = None
) -> WorkOrderPaper:
    """The work order's paper: sealed content of a completed order, today's of an open one."""
    data, seal_data, seal = _sealed(read, order_id)
    order, people = data["order"], data["people"]
    tongue = language or data["center"]["language"]
    customer = customer_party(people, seal_data)
    jobs = _jobs(data, seal_data, tongue)
    lines = [line for job in jobs for line in job.lines]
    bringer = seal_data.get("bringer")
    accepted = _moment(order["checked_in_at"]) or datetime.fromisoformat(order["made_at"])
    intake = parts.Intake(
        looked_over=bool(order["visible_damage"] or order["belongings"]),
        fuel_percent=order["fuel_percent"],
        belongings=tuple(t.strip() for t in (order["belongings"] or "").split(",") if t.strip()),
        note=order["visible_damage"] or "",
    )
    return WorkOrderPaper(
        head=head_of(
            data["center"],
            number=data["number"],
            issued_on=local_day(
                datetime.fromisoformat(order["made_at"]), data["center"]["time_zone"]
            ),
            language=tongue,
            seal=seal,
            mark=mark or kinds.Mark.NONE,
            logo=_logo(read),
        ),
        customer=customer,
        vehicle=vehicle_on_paper(data["vehicle"], order),
        accepted_at=accepted,
        promised_at=_moment(order["promised_at"]),
        completed_at=_moment(order["completed_at"]),
        jobs=jobs,
        totals=totals_on_paper(data["totals"], order["currency"], tongue, lines),
        signatures=_signatures(seal_data, people, customer),
        bringer=party(str(bringer), phone=seal_data.get("bringer_phone")) if bringer else None,
        authority=str(seal_data.get("bringer_authority") or ""),
        advisor=str(seal_data.get(f"employee:{people['advisor_id']}", "")),
        concerns=tuple(
            parts.Concern(
                complaint=c["words"], cause=c["cause"] or "", correction=c["correction"] or ""
            )
            for c in data["concerns"]
        ),
        intake=intake,
        own_parts=_own_parts(data),
        defects_choice=kinds.DefectsChoice(order["found_defects_choice"])
        if order["found_defects_choice"]
        else None,
        declined=_declined(data),
        recommendations=_recommendations(data),
        approvals=_approvals(data, seal_data, customer),
        corrections=_corrections(read, order_id, data["center"]["time_zone"]),
        estimate=Money(order["limit_amount"], order["currency"]) if order["limit_amount"] else None,
        payment_terms=str(data["terms"].get("payment", "")),
        warranty_terms=_warranty({}, data["terms"], tongue),
        terms=str(data["terms"].get("work_order", "")),
    )


def act_of_work_paper(
    read: Read, order_id: uuid.UUID, *, language: str | None = None
) -> ActOfWorkPaper:
    """The act of work done of a completed order; NotFoundError while it is not completed."""
    data, seal_data, seal = _sealed(read, order_id)
    if seal is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("work_orders", "The act is printed when the order is completed."))
        )
    order, people = data["order"], data["people"]
    tongue = language or data["center"]["language"]
    zone = data["center"]["time_zone"]
    customer = customer_party(people, seal_data)
    lines = [line for job in _jobs(data, seal_data, tongue) for line in job.lines]
    completed = datetime.fromisoformat(order["completed_at"])
    return ActOfWorkPaper(
        head=head_of(
            data["center"],
            number=data["number"],
            issued_on=local_day(completed, zone),
            language=tongue,
            seal=seal,
            mark=kinds.Mark.NONE,
            logo=_logo(read),
        ),
        order_number=data["number"],
        order_on=local_day(datetime.fromisoformat(order["made_at"]), zone),
        customer=customer,
        vehicle=vehicle_on_paper(data["vehicle"], order),
        completed_at=completed,
        lines=tuple(lines),
        totals=totals_on_paper(data["totals"], order["currency"], tongue, lines),
        signatures=_signatures(seal_data, people, customer),
        accepted_at=_moment(order["checked_in_at"]),
        own_parts=_own_parts(data),
        declined=_declined(data),
        recommendations=_recommendations(data),
        corrections=_corrections(read, order_id, zone),
        has_claims=None,
        warranty_terms=_warranty({}, data["terms"], tongue),
        terms=str(data["terms"].get("act", "")),
    )
