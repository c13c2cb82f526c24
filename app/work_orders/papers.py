"""Papers of a work order, filled from its sealed content or, while it is open, from the same content live."""

import json
import uuid
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
from app.work_orders.paper_parts import (
    Facts,
    customer_party,
    head_of,
    line_on_paper,
    party,
    seal_on_paper,
    totals_on_paper,
    vehicle_on_paper,
    warranty_on_paper,
)
from app.work_orders.reads import get_snapshot
from app.work_orders.snapshot import content
from models.access import Employee
from models.centers import Center
from models.customers import Customer
from models.money import Money
from models.order_flow import Approval
from models.papers import kinds, parts
from models.papers.documents import ActOfWorkPaper, WorkOrderPaper
from models.tax import TaxRegime
from models.vehicles import Vehicle
from models.work_orders import JobDecision, WorkOrder

_APPROVAL = {
    Approval.APPROVED.value: kinds.JobState.APPROVED,
    Approval.PROPOSED.value: kinds.JobState.PENDING,
    Approval.DECLINED.value: kinds.JobState.DECLINED,
}


def _live(read: Read, order_id: uuid.UUID) -> tuple[dict[str, Any], dict[str, Any]]:
    """Content of an order that is not sealed, and what its seal would hold."""
    with Session(read.connection, autoflush=False) as session:
        order = session.get(WorkOrder, order_id)
        if order is None or order.center_id != read.center_id:
            raise NotFoundError(
                say(QT_TRANSLATE_NOOP("work_orders", "There is no such work order."))
            )
        aggregate.fill(session, order)
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
    names: Facts,
    people: Facts,
    customer: parts.Party,
    role: kinds.SignatureRole = kinds.SignatureRole.ACCEPTOR,
) -> tuple[parts.SignatureOnPaper, ...]:
    """Who signs for the center, in which role, and the customer."""
    return (
        parts.SignatureOnPaper(role=role, name=names.get(f"employee:{people['advisor_id']}", "")),
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
        warranty_terms=warranty_on_paper({}, data["terms"], tongue),
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
        signatures=_signatures(seal_data, people, customer, kinds.SignatureRole.CONTRACTOR),
        accepted_at=_moment(order["checked_in_at"]),
        own_parts=_own_parts(data),
        declined=_declined(data),
        recommendations=_recommendations(data),
        corrections=_corrections(read, order_id, zone),
        has_claims=None,
        warranty_terms=warranty_on_paper({}, data["terms"], tongue),
        terms=str(data["terms"].get("act", "")),
    )
