"""The tags of the key board: which hooks there are, which are free, which are used no more.

A center that has named its tags hangs keys under these alone; one that has not may write any. A retired tag keeps
its name, so that old papers and moves are understood, and comes back when it is wanted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from app.arrivals.custody import tag_key
from app.arrivals.reads import KeyRow, key_board, natural
from app.kernel.errors import QT_TRANSLATE_NOOP, invalid
from app.kernel.tx import Read, Tx, action, cleaned
from app.kernel.typed import Typed
from models.access import Permission
from models.centers import Center, Policy

_LIMIT = 20
_MOST = 500
_RANGE = re.compile(r"(\d{1,6})\s*[-–—]\s*(\d{1,6})")


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag of the list: retired or not, and whose key hangs under it now (``key`` None: free)."""

    tag: str
    is_retired: bool
    key: KeyRow | None


def list_tags(read: Read) -> list[TagRow]:
    """Every tag that the center has named, in their natural order, the retired ones last."""
    kept = read.connection.execute(sa.select(Center.policy).where(Center.id == read.center_id))
    policy = Policy.from_json(dict(kept.scalar() or {}))
    hung = {tag_key(row.key_tag): row for row in key_board(read) if row.key_tag}
    return [
        TagRow(tag, is_retired, hung.get(tag_key(tag)))
        for is_retired, tags in ((False, policy.key_tags), (True, policy.retired_key_tags))
        for tag in sorted(tags, key=natural)
    ]


def free_tags(read: Read) -> list[str]:
    """Tags of the list under which no key hangs; empty when the center has named none, or all are taken."""
    return [row.tag for row in list_tags(read) if row.key is None and not row.is_retired]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTag:
    """New tags (``tag`` None): one, several with commas, a row "1–40"; or another name for ``tag``."""

    text: str
    tag: str | None = None


@action(
    "arrivals.set_tag",
    permission=Permission.SETTINGS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Save key tag"),
)
def set_tag(tx: Tx, command: SetTag) -> int:
    """Add tags, or rename one under which no key hangs. Returns how many tags are in use now."""
    center = tx.load(Center, tx.actor.center_id, lock=True)
    policy = Policy.from_json(center.policy)
    if command.tag is not None:
        names = [_named(command.text)]
        _refuse_hung(tx, command.tag)
        kept = _without(policy.key_tags, command.tag)
        if kept == policy.key_tags:
            raise _unknown(command.tag)
    else:
        names, kept = _several(command.text), policy.key_tags
    for name in names:
        if tag_key(name) in _keys(kept):
            raise invalid(
                "text", QT_TRANSLATE_NOOP("arrivals", "There is a key tag {tag} already."), tag=name
            )
        kept = (*kept, name)
    retired = tuple(tag for tag in policy.retired_key_tags if tag_key(tag) not in _keys(names))
    _keep(tx, center, kept, retired)
    return len(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireTag:
    """A tag that is used no more, or again."""

    tag: str
    is_retired: bool = True


@action(
    "arrivals.retire_tag",
    permission=Permission.SETTINGS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Retire key tag"),
)
def retire_tag(tx: Tx, command: RetireTag) -> str:
    """Take a tag out of use, when no key hangs there, or bring it back."""
    center = tx.load(Center, tx.actor.center_id, lock=True)
    policy = Policy.from_json(center.policy)
    used, retired = policy.key_tags, policy.retired_key_tags
    source = used if command.is_retired else retired
    left = _without(source, command.tag)
    if left == source:
        raise _unknown(command.tag)
    if command.is_retired:
        _refuse_hung(tx, command.tag)
        _keep(tx, center, left, (*retired, command.tag))
    else:
        _keep(tx, center, (*used, command.tag), left)
    return command.tag


def _named(text: str) -> str:
    typed = Typed()
    name = typed.needed("text", text, limit=_LIMIT)
    typed.finish()
    return name


def _several(text: str) -> list[str]:
    """What was typed as tags: commas part them, and a row of numbers stands for each of them."""
    names: list[str] = []
    for part in (cleaned(text) or "").split(","):
        row = _RANGE.fullmatch(part.strip())
        if row is None:
            names.append(_named(part))
            continue
        first, last = int(row[1]), int(row[2])
        if not first <= last < first + _MOST:
            raise invalid(
                "text",
                QT_TRANSLATE_NOOP("arrivals", "From the lower to the higher, {most} at most."),
                most=_MOST,
            )
        wide = len(row[1]) if row[1].startswith("0") else 0
        names += [f"{number:0{wide}}" for number in range(first, last + 1)]
    return names


def _keys(tags: Sequence[str]) -> set[str]:
    return {tag_key(tag) for tag in tags}


def _without(tags: tuple[str, ...], tag: str) -> tuple[str, ...]:
    return tuple(known for known in tags if tag_key(known) != tag_key(tag))


def _unknown(tag: str) -> Exception:
    return invalid("text", QT_TRANSLATE_NOOP("arrivals", "There is no key tag {tag}."), tag=tag)


def _refuse_hung(tx: Tx, tag: str) -> None:
    for row in key_board(tx.read):
        if row.key_tag is not None and tag_key(row.key_tag) == tag_key(tag):
            raise invalid(
                "text",
                QT_TRANSLATE_NOOP("arrivals", "Key tag {tag} hangs on {number}."),
                tag=row.key_tag,
                number=row.order_number or row.number,
            )


def _keep(tx: Tx, center: Center, used: tuple[str, ...], retired: tuple[str, ...]) -> None:
    center.policy = {
        **center.policy,
        "key_tags": sorted(used, key=natural),
        "retired_key_tags": sorted(retired, key=natural),
    }
    tx.about("center", center.id)
