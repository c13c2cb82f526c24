"""Everything kept about a person as one file: pages a person reads, with the same data for programs inside."""

import html
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from ui.shell.words import said

_STYLE: Final = (
    "body{font:14px/1.45 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "h2{margin-top:2em;border-bottom:1px solid #999}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #ddd;padding:3px 8px 3px 0;text-align:left;vertical-align:top}"
)

KEYS: Final[Mapping[str, Source]] = {
    "person": QT_TRANSLATE_NOOP("PersonFile", "Person"),
    "earlier": QT_TRANSLATE_NOOP("PersonFile", "Records merged into this one"),
    "contacts": QT_TRANSLATE_NOOP("PersonFile", "Contact persons"),
    "consents": QT_TRANSLATE_NOOP("PersonFile", "Consents"),
    "payments": QT_TRANSLATE_NOOP("PersonFile", "Payments"),
    "messages": QT_TRANSLATE_NOOP("PersonFile", "Messages"),
    "requests": QT_TRANSLATE_NOOP("PersonFile", "Requests"),
    "appointments": QT_TRANSLATE_NOOP("PersonFile", "Appointments"),
    "calls": QT_TRANSLATE_NOOP("PersonFile", "Calls"),
    "drives": QT_TRANSLATE_NOOP("PersonFile", "Drives"),
    "arrivals": QT_TRANSLATE_NOOP("PersonFile", "Acceptances"),
    "vehicles": QT_TRANSLATE_NOOP("PersonFile", "Cars"),
    "vehicle_papers": QT_TRANSLATE_NOOP("PersonFile", "Papers of the cars"),
    "work_orders": QT_TRANSLATE_NOOP("PersonFile", "Work orders"),
    "invoices": QT_TRANSLATE_NOOP("PersonFile", "Invoices"),
    "files": QT_TRANSLATE_NOOP("PersonFile", "Files"),
    "papers": QT_TRANSLATE_NOOP("PersonFile", "Sealed papers"),
    "name": QT_TRANSLATE_NOOP("PersonFile", "Name"),
    "phone": QT_TRANSLATE_NOOP("PersonFile", "Phone"),
    "other_phone": QT_TRANSLATE_NOOP("PersonFile", "Other phone"),
    "email": QT_TRANSLATE_NOOP("PersonFile", "E-mail"),
    "address": QT_TRANSLATE_NOOP("PersonFile", "Address"),
    "document_number": QT_TRANSLATE_NOOP("PersonFile", "Number of the paper"),
    "tax_ids": QT_TRANSLATE_NOOP("PersonFile", "Tax numbers"),
    "note": QT_TRANSLATE_NOOP("PersonFile", "Note"),
    "kind": QT_TRANSLATE_NOOP("PersonFile", "Kind"),
    "position": QT_TRANSLATE_NOOP("PersonFile", "Position"),
    "number": QT_TRANSLATE_NOOP("PersonFile", "Number"),
    "state": QT_TRANSLATE_NOOP("PersonFile", "State"),
    "lines": QT_TRANSLATE_NOOP("PersonFile", "Lines"),
    "qty": QT_TRANSLATE_NOOP("PersonFile", "Quantity"),
    "unit": QT_TRANSLATE_NOOP("PersonFile", "Unit"),
    "total_amount": QT_TRANSLATE_NOOP("PersonFile", "Total, minor units"),
    "amount": QT_TRANSLATE_NOOP("PersonFile", "Amount, minor units"),
    "currency": QT_TRANSLATE_NOOP("PersonFile", "Currency"),
    "method": QT_TRANSLATE_NOOP("PersonFile", "Method"),
    "at": QT_TRANSLATE_NOOP("PersonFile", "When"),
    "made_at": QT_TRANSLATE_NOOP("PersonFile", "Made"),
    "starts_at": QT_TRANSLATE_NOOP("PersonFile", "Begins"),
    "ends_at": QT_TRANSLATE_NOOP("PersonFile", "Ends"),
    "issued_on": QT_TRANSLATE_NOOP("PersonFile", "Issued"),
    "until_on": QT_TRANSLATE_NOOP("PersonFile", "Valid until"),
    "from_at": QT_TRANSLATE_NOOP("PersonFile", "From"),
    "until_at": QT_TRANSLATE_NOOP("PersonFile", "Until"),
    "given_at": QT_TRANSLATE_NOOP("PersonFile", "Given"),
    "withdrawn_at": QT_TRANSLATE_NOOP("PersonFile", "Withdrawn"),
    "withdrawn_source": QT_TRANSLATE_NOOP("PersonFile", "How withdrawn"),
    "purpose": QT_TRANSLATE_NOOP("PersonFile", "Purpose"),
    "source": QT_TRANSLATE_NOOP("PersonFile", "Where from"),
    "template": QT_TRANSLATE_NOOP("PersonFile", "About"),
    "params": QT_TRANSLATE_NOOP("PersonFile", "What it said"),
    "about": QT_TRANSLATE_NOOP("PersonFile", "About"),
    "outcome": QT_TRANSLATE_NOOP("PersonFile", "Outcome"),
    "again_on": QT_TRANSLATE_NOOP("PersonFile", "Call again"),
    "words": QT_TRANSLATE_NOOP("PersonFile", "Their words"),
    "wish": QT_TRANSLATE_NOOP("PersonFile", "Wish"),
    "quoted_words": QT_TRANSLATE_NOOP("PersonFile", "What was quoted"),
    "contact_name": QT_TRANSLATE_NOOP("PersonFile", "Name"),
    "contact_phone": QT_TRANSLATE_NOOP("PersonFile", "Phone"),
    "plate": QT_TRANSLATE_NOOP("PersonFile", "Plate"),
    "vin": QT_TRANSLATE_NOOP("PersonFile", "VIN"),
    "make": QT_TRANSLATE_NOOP("PersonFile", "Make"),
    "model": QT_TRANSLATE_NOOP("PersonFile", "Model"),
    "role": QT_TRANSLATE_NOOP("PersonFile", "Role"),
    "from_address": QT_TRANSLATE_NOOP("PersonFile", "From where"),
    "to_address": QT_TRANSLATE_NOOP("PersonFile", "To where"),
    "belongings": QT_TRANSLATE_NOOP("PersonFile", "Belongings"),
    "authority_note": QT_TRANSLATE_NOOP("PersonFile", "Power of attorney"),
    "subject_kind": QT_TRANSLATE_NOOP("PersonFile", "Stands at"),
    "slot": QT_TRANSLATE_NOOP("PersonFile", "Place"),
    "caption": QT_TRANSLATE_NOOP("PersonFile", "Caption"),
    "media_type": QT_TRANSLATE_NOOP("PersonFile", "Type"),
    "size_bytes": QT_TRANSLATE_NOOP("PersonFile", "Bytes"),
    "sha256": QT_TRANSLATE_NOOP("PersonFile", "SHA-256"),
}
"""What the keys of an export are called, on the page that a person reads."""


def key_words(key: str) -> str:
    """A key in words."""
    known = KEYS.get(key)
    return said(known) if known is not None else key.replace("_", " ")


def person_file(data: Mapping[str, Any], title: str, named: Callable[[str], str]) -> str:
    """An HTML page without any script or link; ``named`` gives the words of a key. The JSON stands at its end."""
    parts = [
        "<!doctype html><html><head><meta charset='utf-8'>",
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{html.escape(title)}</h1>",
    ]
    for key, value in data.items():
        if isinstance(value, Mapping):
            parts += [_head(named(key)), _pairs(value, named)]
        elif isinstance(value, Sequence) and not isinstance(value, str) and value:
            parts += [_head(named(key)), _table(value, named)]
    # "<" would end the data early
    inside = json.dumps(data, ensure_ascii=False, indent=1, default=str).replace("<", "\\u003c")
    parts.append(f"<script type='application/json' id='data'>{inside}</script></body></html>")
    return "\n".join(parts)


def _head(words: str) -> str:
    return f"<h2>{html.escape(words)}</h2>"


def _pairs(value: Mapping[str, Any], named: Callable[[str], str]) -> str:
    rows = (
        f"<tr><th>{html.escape(named(key))}</th><td>{_cell(each, named)}</td></tr>"
        for key, each in value.items()
        if each not in (None, "", [], {})
    )
    return f"<table>{''.join(rows)}</table>"


def _table(rows: Sequence[Any], named: Callable[[str], str]) -> str:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    used = [key for key in keys if any(row.get(key) not in (None, "", [], {}) for row in rows)]
    head = "".join(f"<th>{html.escape(named(key))}</th>" for key in used)
    lines = "".join(
        "<tr>" + "".join(f"<td>{_cell(row.get(key), named)}</td>" for key in used) + "</tr>"
        for row in rows
    )
    return f"<table><tr>{head}</tr>{lines}</table>"


def _cell(value: Any, named: Callable[[str], str]) -> str:  # noqa: ANN401  what JSON holds
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return _pairs(value, named) if value else ""
    if isinstance(value, list):
        return _table(value, named) if value and isinstance(value[0], Mapping) else ""
    return html.escape(str(value))
