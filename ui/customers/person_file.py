"""Everything kept about a person as one file: pages a person reads, with the same data for programs inside."""

import html
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

_STYLE: Final = (
    "body{font:14px/1.45 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "h2{margin-top:2em;border-bottom:1px solid #999}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #ddd;padding:3px 8px 3px 0;text-align:left;vertical-align:top}"
)


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
