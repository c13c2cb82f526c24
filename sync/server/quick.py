"""The short way through a batch in which everything is as it should be: one parse, one spelling, one hash.

The models of the wire say all that a payload may hold, so a reader that allows nothing else needs no second walk for
floats, foreign keys and the like, and with its fields in order it spells what it read canonically. What it spelled
must have the hash that the envelope states. Whatever is not so, is no verdict: the batch is read again the long way,
which knows every reason.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, cast

from pydantic import ValidationError
from pydantic_core import CoreSchema, SchemaSerializer, SchemaValidator

from sync.wire.canonical import LARGEST_INTEGER, sha256_hex
from sync.wire.envelope import Envelope
from sync.wire.fields import Wire
from sync.wire.kinds import PAYLOADS, Kind
from sync.wire.push import PushRequest, Receipt
from sync.wire.versions import TAKES

_PLAIN: Final = frozenset(
    {"bool", "default", "function-after", "literal", "list", "model", "nullable", "str", "uuid"}
)
"""What spells itself one way only, beside bounded whole numbers."""


class Proven(NamedTuple):
    """An envelope whose content is canonical, of the form that its kind promises, and what was hashed."""

    envelope: Envelope
    """Its `payload` is not to be looked at: `payload` beside it is what was read."""
    content: bytes
    payload: Wire


def read_proven(body: bytes) -> tuple[list[Proven], Receipt | None] | None:
    """The envelopes of a push and the receipt it names, or None when the batch has to be read the long way."""
    try:
        read: PushRequest = _BATCH.validate_json(body)
    except ValidationError:
        return None
    proven = []
    for envelope in read.envelopes:
        found = _prove(envelope)
        if found is None:
            return None
        proven.append(found)
    return proven, read.last


def _prove(envelope: Envelope) -> Proven | None:
    kind = Kind(envelope.kind)
    payload = cast("Wire", envelope.payload)
    spelled = _SPELLERS[kind].to_json(payload, exclude_unset=True)
    content = envelope.around(spelled)
    if (
        envelope.schema_version not in TAKES[kind]
        or sha256_hex(content) != envelope.sha256
        or b"\\u0000" in spelled
        or not (spelled.isascii() or unicodedata.is_normalized("NFC", spelled.decode()))
    ):
        return None
    return Proven(envelope, content, payload)


def _tight(node: Any) -> Any:  # noqa: ANN401 - a part of pydantic's description of a model
    """The same model with its fields in order and nothing beside them; TypeError when it could be spelled twice."""
    if isinstance(node, list):
        return [_tight(each) for each in node]
    kind = node["type"]
    kept = {key: value for key, value in node.items() if key not in {"metadata", "ref"}}
    if kind == "model":
        kept["config"] = {**node["config"], "extra_fields_behavior": "forbid"}
        fields = node["schema"]["fields"]
        kept["schema"] = {
            **node["schema"],
            "extra_behavior": "forbid",
            "fields": {
                name: {**fields[name], "schema": _tight(fields[name]["schema"])}
                for name in sorted(fields)
            },
        }
    elif "schema" in node:
        kept["schema"] = _tight(node["schema"])
    elif "items_schema" in node:
        kept["items_schema"] = _tight(node["items_schema"])
    bounded = kind == "int" and node["ge"] >= -LARGEST_INTEGER and node["le"] <= LARGEST_INTEGER
    if not bounded and kind not in _PLAIN:
        message = f"{kind} has more than one spelling"
        raise TypeError(message)
    return kept


def _core(model: type[Wire]) -> dict[str, Any]:
    return cast("dict[str, Any]", model.__pydantic_core_schema__)


def _envelope_of(payload: Mapping[str, Any]) -> dict[str, Any]:
    """An envelope that holds this payload instead of anything at all."""
    whole = _core(Envelope)
    fields = dict(whole["schema"]["fields"])
    fields["payload"] = {**fields["payload"], "schema": payload}
    return cast(
        "dict[str, Any]", _tight({**whole, "schema": {**whole["schema"], "fields": fields}})
    )


def _batch() -> CoreSchema:
    whole = _core(PushRequest)
    fields = dict(whole["schema"]["fields"])
    choices = {kind.value: _envelope_of(_core(model)) for kind, model in PAYLOADS.items()}
    envelopes = {
        **fields["envelopes"]["schema"],
        "items_schema": {"type": "tagged-union", "choices": choices, "discriminator": "kind"},
    }
    last = _tight(fields["last"]["schema"])
    fields["envelopes"] = {**fields["envelopes"], "schema": envelopes}
    fields["last"] = {**fields["last"], "schema": last}
    schema = {**whole["schema"], "fields": fields, "extra_behavior": "forbid"}
    config = {**whole["config"], "extra_fields_behavior": "forbid"}
    return cast("CoreSchema", {**whole, "schema": schema, "config": config})


# Without the readers that each model has made for itself (the third argument): they allow what is not in order.
_BATCH: Final = SchemaValidator(_batch(), None, False)
_SPELLERS: Final = {
    kind: SchemaSerializer(cast("CoreSchema", _tight(_core(model))), None, False)
    for kind, model in PAYLOADS.items()
}
