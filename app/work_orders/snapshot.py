"""The content of an order as plain canonical data: what completion seals, and what every paper is filled from.

Money is whole minor units, quantities and per cents are text, moments ISO text in UTC. No name, phone or address
of a person stands in it: those are in the document's person seal, whose commitment it carries.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.work_orders import aggregate
from models.centers import Center
from models.customers import Customer
from models.order_flow import DROPPED, Approval
from models.tax import TaxRegime, TaxTotals
from models.vehicles import Vehicle
from models.work_orders import Job, OrderLine, WorkOrder

SNAPSHOT_LAYOUT = 1
"""Raised when the form of a snapshot changes; every older form stays readable."""


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _id(key: uuid.UUID | None) -> str | None:
    return str(key) if key else None


def center_facts(center: Center) -> dict[str, Any]:
    """The center as it is now: a business, no person."""
    return {
        "id": str(center.id),
        "code": center.code,
        "name": center.name,
        "legal_name": center.legal_name,
        "address": center.address,
        "city": center.city,
        "phone": center.phone,
        "email": center.email,
        "website": center.website,
        "country": center.country,
        "place": center.place,
        "profile": center.profile,
        "tax_ids": center.tax_ids,
        "bank": center.bank,
        "locale": center.locale,
        "language": center.language,
        "time_zone": center.time_zone,
    }


def vehicle_facts(vehicle: Vehicle) -> dict[str, Any]:
    """The vehicle as it is now."""
    return {
        "id": str(vehicle.id),
        "vin": vehicle.vin,
        "plate": vehicle.plate,
        "make": vehicle.make,
        "model": vehicle.model,
        "variant": vehicle.variant,
        "year": vehicle.made_year,
        "color": vehicle.color,
        "engine_number": vehicle.engine_number,
        "body_number": vehicle.body_number,
        "serials": vehicle.serials,
    }


def line_facts(
    order: WorkOrder, line: OrderLine, sums: TaxTotals, regime: TaxRegime
) -> dict[str, Any]:
    """One line with everything that was sold and its tax; what it cost the shop is not told."""
    key = f"fee:{line.code}" if line.kind == aggregate.FEE else str(line.id)
    taxed = next((found for found in sums.lines if found.key == key), None)
    # what somebody else pays still says at which rate it would be taxed: the law wants it on the line
    code = line.tax_code or regime.usual(aggregate.group_of(line.kind))
    rate = regime.rate(code, order.supplied_on)
    return {
        "id": str(line.id),
        "kind": line.kind,
        "code": line.code,
        "name": line.name,
        "maker": line.maker,
        "unit": line.unit,
        "qty": f"{line.qty:.3f}",
        "price_amount": line.price_amount,
        "discount_percent": f"{line.discount_percent:.3f}",
        "list_amount": line.list_amount,
        "discount_amount": line.discount_amount,
        "net_amount": line.net_amount,
        "tax_amount": line.tax_amount,
        "total_amount": line.total_amount,
        "tax_code": rate.code,
        "tax_name": rate.name,
        "tax_percent": f"{rate.percent:.3f}",
        "tax_category": rate.category.value,
        "tax_parts": [[p.name, f"{p.percent:.3f}", p.amount] for p in taxed.parts] if taxed else [],
        "hsn_sac": line.hsn_sac,
        "payer": aggregate.payer_of(order, line).value,
        "own": line.is_customers_own,
        "state": line.state.value,
        "serial": line.serial,
        "technician_id": _id(line.technician_id),
        "next_service_km": line.next_service_km,
        "next_service_months": line.next_service_months,
        "warranty_km": line.warranty_km,
        "warranty_months": line.warranty_months,
    }


def totals_facts(sums: TaxTotals, regime: TaxRegime) -> dict[str, Any]:
    """The foot: sums and the table by rate."""
    return {
        "regime": regime.code,
        "inclusive": regime.inclusive,
        "net_amount": sums.net_amount,
        "discount_amount": sums.discount_amount,
        "tax_amount": sums.tax_amount,
        "round_off_amount": sums.round_off_amount,
        "total_amount": sums.total_amount,
        "rates": [
            {
                "code": rate.code,
                "name": rate.name,
                "percent": f"{rate.percent:.3f}",
                "category": rate.category.value,
                "net_amount": rate.net_amount,
                "tax_amount": rate.tax_amount,
                "parts": [[p.name, f"{p.percent:.3f}", p.amount] for p in rate.parts],
            }
            for rate in sums.rates
        ],
    }


def content(
    *,
    order: WorkOrder,
    center: Center,
    vehicle: Vehicle,
    regime: TaxRegime,
    sums: TaxTotals,
    decisions: Sequence[Any],
    recommendations: Sequence[dict[str, Any]],
    customer: Customer | None,
    commitment: str | None,
    policy_terms: dict[str, Any],
) -> dict[str, Any]:
    """The whole order. The same form serves an open order (commitment None) and the sealed one."""
    return {
        "layout": SNAPSHOT_LAYOUT,
        "number": order.number,
        "center": center_facts(center),
        "vehicle": vehicle_facts(vehicle),
        "order": {
            "id": str(order.id),
            "source": order.source,
            "state": order.state.value,
            "made_at": _moment(order.made_at),
            "checked_in_at": _moment(order.checked_in_at),
            "promised_at": _moment(order.promised_at),
            "started_at": _moment(order.started_at),
            "completed_at": _moment(order.completed_at),
            "supplied_on": order.supplied_on.isoformat(),
            "place_of_supply": order.place_of_supply,
            "currency": order.currency,
            "odometer_value": order.odometer_value,
            "odometer_unit": order.odometer_unit,
            "odometer_reason": order.odometer_reason,
            "fuel_percent": order.fuel_percent,
            "belongings": order.belongings,
            "visible_damage": order.visible_damage,
            "found_defects_choice": order.found_defects_choice,
            "old_parts_choice": order.old_parts_choice,
            "limit_amount": order.limit_amount,
            "rework_count": order.rework_count,
            "key_tag": order.key_tag,
        },
        "people": {
            "customer_id": _id(order.customer_id),
            "customer_kind": customer.kind if customer else None,
            "customer_place": customer.place if customer else None,
            "customer_country": customer.country if customer else None,
            "bringer_id": _id(order.bringer_id),
            "advisor_id": _id(order.advisor_id),
            "technician_id": _id(order.technician_id),
            "commitment": commitment,
        },
        "concerns": [
            {"words": c.words, "cause": c.cause, "correction": c.correction} for c in order.concerns
        ],
        "jobs": [_job(order, job, sums, regime) for job in order.jobs],
        "decisions": [
            {
                "job_id": str(d.job_id),
                "decision": d.decision,
                "method": d.method,
                "contact": d.contact_mask,
                "note": d.note,
                "amount": d.amount,
                "at": _moment(d.at),
                "by_id": str(d.by_id),
            }
            for d in decisions
        ],
        "recommendations": list(recommendations),
        "totals": totals_facts(sums, regime),
        "terms": policy_terms,
    }


def _job(order: WorkOrder, job: Job, sums: TaxTotals, regime: TaxRegime) -> dict[str, Any]:
    return {
        "id": str(job.id),
        "name": job.name,
        "approval": job.approval.value,
        "approved_amount": job.approved_amount,
        "payer": job.payer.value,
        "total_amount": job.total_amount,
        "lines": [
            line_facts(order, line, sums, regime)
            for line in order.lines
            if line.job_id == job.id
            and (line.state not in DROPPED or job.approval == Approval.DECLINED)
        ],
    }
