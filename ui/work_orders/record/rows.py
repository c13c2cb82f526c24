"""An order's jobs and lines as the line table shows them."""

import uuid
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.work_orders import DecisionRow, LineRow, OrderSheet
from models.catalog import ItemKind
from models.money import Money, minor_digits
from models.order_flow import DROPPED, FINAL, Approval, LineState, Payer
from ui.parts.states import approval_badge, payer_word
from ui.parts.units import kind_icon, kind_word, unit_word
from ui.shell.formats import Formats
from ui.shell.words import said
from ui.work_orders.record.marks import line_mark
from widgets.lines import Line, LineGroup
from widgets.values import Badge, Figure, Mark, Tone

NEW = "new"
"""Key of the line that is being typed in, and of the job it would make."""

_FEE = "fee"
_METHODS = {
    "in_person": QT_TRANSLATE_NOOP("OrderLines", "in person"),
    "phone": QT_TRANSLATE_NOOP("OrderLines", "by phone"),
    "link": QT_TRANSLATE_NOOP("OrderLines", "by link"),
    "messenger": QT_TRANSLATE_NOOP("OrderLines", "by messenger"),
    "email": QT_TRANSLATE_NOOP("OrderLines", "by e-mail"),
    "price_changed": QT_TRANSLATE_NOOP("OrderLines", "the price changed"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A line that is not on the order yet. ``job_id`` None: it makes a job of its own.

    ``step`` says what is typed in it: a ``line`` (item, package or free text), a ``package``, a ``job`` (its name),
    the ``price`` of a free text, or nothing any more while it is ``saved``.
    """

    step: str
    job_id: uuid.UUID | None
    text: str = ""
    kind: str = ItemKind.PART.value
    cells: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineView:
    """A line ready to paint: its cells and editor texts by column; ``opens`` names the columns to type in."""

    cells: Mapping[str, object]
    texts: Mapping[str, str]
    opens: frozenset[str]
    tip: str = ""
    is_new: bool = False
    line: LineRow | None = None


def method_word(method: str) -> str:
    """How a decision was said."""
    found = _METHODS.get(method)
    return said(found) if found is not None else method


class OrderRows:
    """Makes groups of a sheet. ``overlay`` holds values that are being written: (line, column) → cell."""

    def __init__(
        self, sheet: OrderSheet, formats: Formats, *, may_edit: bool, may_price: bool
    ) -> None:
        self.sheet = sheet
        self.formats = formats
        self.is_final = sheet.card.state in FINAL
        self._may_edit = may_edit and not self.is_final
        self._may_price = may_price and self._may_edit

    def groups(
        self,
        draft: Draft | None = None,
        overlay: Mapping[tuple[Hashable, str], object] | None = None,
    ) -> tuple[LineGroup, ...]:
        """Jobs with their lines, numbered; removed lines and jobs without any are left out."""
        shown = dict(overlay or {})
        made: list[LineGroup] = []
        for job in self.sheet.card.jobs:
            mine = [line for line in self.sheet.card.lines if line.job_id == job.id]
            live = [line for line in mine if _is_shown(line)]
            is_typed = draft is not None and draft.job_id == job.id
            if mine and not live and not is_typed:
                continue
            lines = [self._line(line, job.approval, shown) for line in live]
            if draft is not None and is_typed:
                lines.append(_draft_line(draft))
            made.append(self._group(len(made) + 1, job.id, lines, live))
        if draft is not None and draft.job_id is None:
            title = Mark(said(QT_TRANSLATE_NOOP("OrderLines", "New job")), "", "muted")
            made.append(LineGroup(NEW + ":job", {"name": title}, (_draft_line(draft),)))
        return tuple(made)

    def paid_by_customer(self, line: LineRow) -> Money:
        """What the line adds to the order: with tax where prices hold it."""
        return line.total if self.sheet.tax_inclusive else line.net

    def _group(
        self, number: int, job_id: uuid.UUID, lines: list[Line], live: list[LineRow]
    ) -> LineGroup:
        job = next(j for j in self.sheet.card.jobs if j.id == job_id)
        tone: Tone = "muted" if job.approval == Approval.DECLINED else "strong"
        cells: dict[str, object] = {"name": Mark(f"{number}\N{EN SPACE}{job.name}", "", tone)}
        badges: list[object] = []
        if job.payer != Payer.CUSTOMER:
            badges.append(Badge(payer_word(job.payer), "shield", "idle"))
        if self.sheet.policy.uses_approval or job.approval != Approval.PROPOSED:
            badges.append(approval_badge(job.approval))
        said_so = self.sheet.decisions.get(job.id)
        if said_so is not None and job.approval != Approval.PROPOSED:
            badges.append(f"{method_word(said_so.method)}, {self.formats.brief(said_so.at)}")
        elif said_so is not None and said_so.decision == "withdrawn":
            badges.append(method_word(said_so.method))
        if badges:
            cells["code"] = tuple(badges)
        total = sum(
            (self.paid_by_customer(line) for line in live), Money.zero(self.sheet.card.currency)
        )
        cells["amount"] = self.formats.amount(total, "strong")
        cells["margin"] = self._margin(live)
        return LineGroup(job.id, cells, tuple(lines), job, self._story(said_so))

    def _story(self, said_so: DecisionRow | None) -> str:
        if said_so is None:
            return ""
        words = said(QT_TRANSLATE_NOOP("OrderLines", "{how}, {when}, written down by {who}"))
        told = words.format(
            how=method_word(said_so.method), when=self.formats.moment(said_so.at), who=said_so.by
        )
        return f"{told}. {said_so.note}" if said_so.note else told

    def _margin(self, lines: list[LineRow]) -> object:
        if not self.sheet.sees_costs:
            return ""
        net = sum(line.net.minor for line in lines)
        known = [self.sheet.costs[line.id].minor for line in lines if line.id in self.sheet.costs]
        return self._percent(net, sum(known)) if known else ""

    def _percent(self, net: int, cost: int) -> object:
        if net <= 0:
            return ""
        share = Decimal(net - cost) * 100 / net
        text = self.formats.percent(share.quantize(Decimal(1)))
        if share < self.sheet.policy.margin_goal_percent:
            return Mark(f"↓\N{NARROW NO-BREAK SPACE}{text}", "", "wait")
        return text

    def _line(
        self, line: LineRow, approval: Approval, overlay: Mapping[tuple[Hashable, str], object]
    ) -> Line:
        formats, sheet = self.formats, self.sheet
        muted = approval == Approval.DECLINED or (
            sheet.policy.uses_approval and approval == Approval.PROPOSED
        )
        tone: Tone = "muted" if muted or line.is_customers_own or line.total.minor == 0 else ""
        who = sheet.names.get(line.technician_id, "") if line.technician_id else ""
        cost = sheet.costs.get(line.id)
        cells: dict[str, object] = {
            "kind": Mark(kind_word(line.kind), _icon(line.kind), "muted"),
            "name": line.name,
            "code": line.code,
            "state": line_mark(
                line,
                sheet.shelf.get(line.id),
                approval,
                asks=sheet.policy.uses_approval,
                is_final=self.is_final,
            ),
            "who": short_name(who) or self._likely(line),
            "qty": formats.qty(line.qty),
            "unit": unit_word(line.unit),
            "price": formats.amount(line.price, "muted" if tone else "secondary"),
            "discount": formats.qty(line.discount_percent) if line.discount_percent else "",
            "amount": formats.amount(self.paid_by_customer(line), tone),
            "margin": self._percent(line.net.minor, cost.minor) if cost is not None else "",
        }
        cells |= {column: value for (key, column), value in overlay.items() if key == line.id}
        texts = {
            "name": line.name,
            "who": who,
            "qty": formats.qty(line.qty),
            "price": formats.plain(line.price),
            "discount": formats.qty(line.discount_percent) if line.discount_percent else "",
        }
        view = LineView(cells, texts, self._opens(line), self._tip(line, who), line=line)
        return Line(line.id, view, muted)

    def _likely(self, line: LineRow) -> object:
        """Work that nobody is named for is done by the order's technician."""
        technician = self.sheet.card.technician_id
        if line.kind != ItemKind.LABOUR.value or technician is None:
            return ""
        return Mark(short_name(self.sheet.names.get(technician, "")), "", "muted")

    def _opens(self, line: LineRow) -> frozenset[str]:
        if not self._may_edit or line.kind == _FEE:
            return frozenset()
        opens = {"name", "qty", "discount"}
        if self._may_price:
            opens.add("price")
        if line.kind == ItemKind.LABOUR.value:
            opens.add("who")
        return frozenset(opens)

    def _tip(self, line: LineRow, who: str) -> str:
        shelf = self.sheet.shelf.get(line.id)
        parts = [line.name, line.maker, who]
        if line.serial:
            parts.append(
                said(QT_TRANSLATE_NOOP("OrderLines", "No. {serial}")).format(serial=line.serial)
            )
        if shelf is not None and not self.is_final:
            free = said(QT_TRANSLATE_NOOP("OrderLines", "{qty} free")).format(
                qty=f"{self.formats.qty(shelf.free_qty)} {unit_word(line.unit)}"
            )
            parts += [free, shelf.bin or ""]
        return ", ".join(part for part in parts if part)


def _is_shown(line: LineRow) -> bool:
    return line.state not in DROPPED or line.state == LineState.RETURNED_TO_STOCK


def _icon(kind: str) -> str:
    return "coins" if kind == _FEE else kind_icon(kind)


def short_name(name: str) -> str:
    """Surname and initials: ``Малинин П.``; a name of one word stays."""
    first, *rest = name.split()[:2] or [""]
    return f"{first} {rest[0][0]}." if rest else first


def _draft_line(draft: Draft) -> Line:
    hints = {
        "line": QT_TRANSLATE_NOOP("OrderLines", "choose an item"),
        "package": QT_TRANSLATE_NOOP("OrderLines", "choose a package"),
        "job": QT_TRANSLATE_NOOP("OrderLines", "name of the job"),
        "price": QT_TRANSLATE_NOOP("OrderLines", "type its price"),
        "saved": QT_TRANSLATE_NOOP("OrderLines", "being saved"),
    }
    icon = {"package": "package-plus", "job": "folder-plus"}.get(draft.step, _icon(draft.kind))
    cells: dict[str, object] = {
        "kind": Mark("", icon, "muted"),
        "name": draft.text,
        "state": Mark(said(hints[draft.step]), "", "muted"),
        **draft.cells,
    }
    opens = {"price": frozenset({"price"}), "saved": frozenset[str]()}.get(
        draft.step, frozenset({"name"})
    )
    if draft.step == "saved" and draft.kind not in {"job", ItemKind.PACKAGE.value}:
        # its quantity may be typed before the shop has answered
        opens = frozenset({"qty"})
    return Line(NEW, LineView(cells, {"name": draft.text}, opens, is_new=True))


def currency_figure(formats: Formats, money: Money) -> Figure:
    """Money with its currency, minor units apart, for the total."""
    text = formats.money(money).replace("-", "−")
    at = text.rfind(formats.decimal_sign)
    digits = minor_digits(money.currency)
    if digits == 0 or at < 0:
        return Figure(text)
    return Figure(text[:at], text[at:])
