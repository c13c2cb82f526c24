"""Those who speak to the server in tests: a desk over the wire, a person with a browser."""

import gzip
import itertools
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import httpx
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.kernel.clock import Clock, system_clock
from models.base import new_id
from sync.server import accounts
from sync.server.settings import ServerSettings
from sync.server.station import Station
from sync.wire import signing
from sync.wire.canonical import sha256_hex
from sync.wire.changes import Change, ChangesPage
from sync.wire.envelope import Envelope, Header
from sync.wire.fields import Wire, utc_text
from sync.wire.kinds import CURRENT, Kind
from sync.wire.pairing import PairAnswer, PairRequest, pairing_digest, typed
from sync.wire.passports import LinkRequest, LinkScope, Odometer, Recommendation
from sync.wire.push import PushAnswer, Receipt, Verdict, push_body
from sync.wire.work_orders import (
    CompletedWorkOrder,
    Correction,
    CorrectionRequest,
    Difference,
    Expense,
    LineAmount,
    NextService,
    Part,
    Service,
    WorkOrderPrices,
)
from tests.sync.running import NO_CERTIFICATES

JSON = {"Content-Type": "application/json"}
FULL = LinkScope(prices=True, history=True)
WORKS_ONLY = LinkScope(prices=False, history=False)

_numbers = itertools.count(1)


class Car:
    """A vehicle as a desk knows it, with its owner's phone; no other test has these."""

    def __init__(self, label: str = "Renault Duster") -> None:
        number = next(_numbers)
        self.id = new_id()
        self.vin = f"XTA210{number:011}"
        self.label = label
        self.plate = f"К{number % 1000:03}АТ{77 + number // 1000}"
        self.tail = f"{number:04}"

    @property
    def phone(self) -> str:
        return f"+7 916 000-{self.tail[:2]}-{self.tail[2:]}"

    @property
    def mask(self) -> str:
        return f"+7 *** ***-{self.tail[:2]}-{self.tail[2:]}"


class Desk:
    """A desk that speaks the wire and keeps nothing but its key and token.

    `boss` runs its center on the server's pages.
    """

    def __init__(self, client: httpx.Client, boss: "Person", name: str = "АвтоЛиния") -> None:
        self.client = client
        self.boss = boss
        self.name = name
        self.center_id = new_id()
        self.device_id = new_id()
        self.key = Ed25519PrivateKey.generate()
        self.token = ""
        self.last: Receipt | None = None
        self._seq = itertools.count(1)

    @property
    def key_id(self) -> str:
        return signing.key_id(signing.public_text(self.key))

    @property
    def auth(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def pair_request(self, code: str) -> PairRequest:
        code = typed(code)
        public = signing.public_text(self.key)
        digest = pairing_digest(code, self.center_id, self.device_id, public)
        return PairRequest(
            code=code,
            center_id=self.center_id,
            device_id=self.device_id,
            device_name="Приёмка",
            public_key=public,
            proof=signing.sign(self.key, digest),
        )

    def try_pair(self, code: str) -> httpx.Response:
        body = self.pair_request(code).model_dump_json()
        return self.client.post("/v1/pair", content=body, headers=JSON)

    def pair(self, code: str) -> None:
        answer = self.try_pair(code)
        assert answer.status_code == 200, answer.text
        self.token = PairAnswer.model_validate_json(answer.content).token

    def seal(
        self, kind: Kind | str, payload: Wire | dict[str, Any], subject: UUID, **header: object
    ) -> Envelope:
        plain = payload.plain() if isinstance(payload, Wire) else payload
        fields: dict[str, Any] = {
            "id": new_id(),
            "kind": str(kind),
            "schema_version": CURRENT[kind] if isinstance(kind, Kind) else "2026-11-20",
            "center_id": self.center_id,
            "subject_id": subject,
            "subject_seq": next(self._seq),
            "made_at": utc_text(datetime.now(UTC)),
            "payload": plain,
        }
        return Envelope.seal(Header.model_validate(fields | header), self.key)

    def post(self, envelopes: Sequence[Envelope], *, packed: bool = True) -> httpx.Response:
        body = push_body([each.to_bytes() for each in envelopes], self.last)
        headers = JSON | self.auth
        if packed:
            body, headers = gzip.compress(body), headers | {"Content-Encoding": "gzip"}
        return self.client.post("/v1/push", content=body, headers=headers)

    def push(self, *envelopes: Envelope) -> list[Verdict]:
        response = self.post(envelopes)
        assert response.status_code == 200, response.text
        answer = PushAnswer.model_validate_json(response.content)
        self.last = answer.last
        return answer.verdicts

    def page(self, after: str | None = None, limit: int = 100) -> ChangesPage:
        params: dict[str, str | int] = {"limit": limit} | ({"after": after} if after else {})
        response = self.client.get("/v1/changes", params=params, headers=self.auth)
        assert response.status_code == 200, response.text
        return ChangesPage.model_validate_json(response.content)

    def changes(self) -> list[Change]:
        """Everything from the beginning."""
        found: list[Change] = []
        cursor: str | None = None
        while True:
            page = self.page(cursor)
            found += page.changes
            cursor = page.next
            if not page.more:
                return found

    def ask(
        self,
        car: Car,
        scope: LinkScope = FULL,
        *,
        claim: str | None = None,
        phone_mask: str | None = "",
        expires_at: datetime | None = None,
    ) -> Envelope:
        """A link request."""
        until = expires_at or datetime.now(UTC) + timedelta(days=30)
        payload = LinkRequest(
            link_id=new_id(),
            vehicle_id=car.id,
            vin=car.vin,
            plate=car.plate,
            label=car.label,
            phone_mask=car.mask if phone_mask == "" else phone_mask,
            scope=scope,
            claim_sha256=sha256_hex(claim.encode()) if claim else None,
            expires_at=utc_text(until),
        )
        return self.seal(Kind.LINK_REQUEST, payload, car.id)

    def completed(
        self, car: Car, number: str = "SC001-2026-11-0001", *, km: int = 45_200, **more: object
    ) -> Envelope:
        """A passport record: oil service with its recommendation."""
        snapshot = sha256_hex(f"{self.center_id}{number}".encode())
        fields: dict[str, Any] = {
            "record_id": new_id(),
            "work_order_id": new_id(),
            "vehicle_id": car.id,
            "number": number,
            "center_name": self.name,
            "vin": car.vin,
            "plate": car.plate,
            "label": car.label,
            "completed_at": "2026-11-20T12:30:00.000000Z",
            "completed_on": "2026-11-20",
            "odometer": Odometer(value=km, unit="km"),
            "services": [_oil_service()],
            "parts": [_oil()],
            "recommendations": [_oil_again(km)],
            "snapshot_sha256": snapshot,
            "snapshot_signature": signing.sign(self.key, snapshot),
            "snapshot_key_id": self.key_id,
        }
        return self.seal(
            Kind.COMPLETED_WORK_ORDER, CompletedWorkOrder.model_validate(fields | more), car.id
        )

    def prices(self, record: Envelope) -> Envelope:
        """The money of a record: S1's figures."""
        said = record.payload
        service, part = said["services"][0]["line_id"], said["parts"][0]["line_id"]
        payload = WorkOrderPrices(
            record_id=UUID(said["record_id"]),
            work_order_id=UUID(said["work_order_id"]),
            vehicle_id=record.subject_id,
            number=said["number"],
            currency="RUB",
            lines=[
                LineAmount(line_id=UUID(service), total_amount=144_000),
                LineAmount(line_id=UUID(part), total_amount=483_000),
            ],
            labour_amount=144_000,
            parts_amount=483_000,
            discount_amount=0,
            net_amount=513_935,
            tax_amount=113_065,
            round_off_amount=0,
            total_amount=627_000,
            expense=Expense(
                expense_id=new_id(), category="service", spent_on="2026-11-20", amount=627_000
            ),
        )
        return self.seal(Kind.WORK_ORDER_PRICES, payload, record.subject_id)

    def dispute(self, record: Envelope, km: int) -> Envelope:
        """A correction request about the odometer (story S9)."""
        said = record.payload
        before = said["odometer"]["value"]
        payload = CorrectionRequest(
            correction_id=new_id(),
            record_id=UUID(said["record_id"]),
            work_order_id=UUID(said["work_order_id"]),
            vehicle_id=record.subject_id,
            number=said["number"],
            reason="Цифры переставлены при вводе",
            differences=[Difference(field="odometer", before=f"{before} км", after=f"{km} км")],
            odometer=Odometer(value=km, unit="km"),
            snapshot_sha256=said["snapshot_sha256"],
            requested_at=utc_text(datetime.now(UTC)),
        )
        return self.seal(Kind.CORRECTION_REQUEST, payload, record.subject_id)

    def counter(self, dispute: Envelope, decided_at: str) -> Envelope:
        """The counter-document after the owner agreed."""
        said = dispute.payload
        digest = sha256_hex(b"counter-document")
        payload = Correction(
            correction_id=UUID(said["correction_id"]),
            record_id=UUID(said["record_id"]),
            work_order_id=UUID(said["work_order_id"]),
            vehicle_id=dispute.subject_id,
            number=f"{said['number']}/C1",
            differences=[Difference.model_validate(each) for each in said["differences"]],
            odometer=Odometer.model_validate(said["odometer"]),
            decided_at=decided_at,
            corrected_at=utc_text(datetime.now(UTC)),
            snapshot_sha256=said["snapshot_sha256"],
            counter_sha256=digest,
            counter_signature=signing.sign(self.key, digest),
            counter_key_id=self.key_id,
        )
        return self.seal(Kind.CORRECTION, payload, dispute.subject_id)


def _oil_service() -> Service:
    return Service(
        line_id=new_id(),
        kind="labour",
        code="01.010",
        name="Замена масла двигателя",
        norm_hours="0.600",
        next_service=NextService(km=10_000, months=12),
    )


def _oil() -> Part:
    return Part(
        line_id=new_id(),
        kind="fluid",
        sku="5W30-LL",
        name="Масло моторное 5W-30",
        maker="Lukoil",
        quantity="4.200",
        unit="л",
    )


def _oil_again(km: int) -> Recommendation:
    return Recommendation(
        recommendation_id=new_id(),
        name="Замена масла двигателя",
        due_on=date(2027, 11, 20).isoformat(),
        due_odometer=Odometer(value=km + 10_000, unit="km"),
        reason="interval",
    )


class _Forms(HTMLParser):
    """The forms of a page, the first for each action, with the fields a browser would send."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self._fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._fields = {}
            self.forms.setdefault(given["action"], self._fields)
        elif tag == "button" and "formaction" in given:
            self.forms[given["formaction"]] = self._fields
        elif tag == "input" and "name" in given:
            ticked = given.get("type") not in {"checkbox", "radio"} or "checked" in given
            if ticked:
                self._fields[given["name"]] = given.get("value", "")


class Person:
    """Somebody with a browser, without scripts."""

    def __init__(self, url: str, language: str = "ru", browser: httpx.Client | None = None) -> None:
        self.browser = browser or httpx.Client(
            base_url=url, follow_redirects=True, timeout=30, verify=NO_CERTIFICATES
        )
        self.browser.headers["Accept-Language"] = language
        self.page: httpx.Response | None = None

    def close(self) -> None:
        self.browser.close()

    def open(self, path: str, status: int = 200) -> str:
        self.page = self.browser.get(path)
        assert self.page.status_code == status, self.page.text
        return self.page.text

    def forms(self) -> dict[str, dict[str, str]]:
        assert self.page is not None
        parser = _Forms()
        parser.feed(self.page.text)
        return parser.forms

    def send(self, action: str, status: int = 200, **fields: str | None) -> str:
        """Send the form of the open page; a field given as None is left out (an empty box)."""
        filled = self.forms()[action] | fields
        data = {name: value for name, value in filled.items() if value is not None}
        self.page = self.browser.post(action, data=data)
        assert self.page.status_code == status, self.page.text
        return self.page.text

    def come_in(self, database_url: str, clock: Clock = system_clock) -> None:
        """By an invitation."""
        path = invitation(database_url, clock=clock)
        self.open(path)
        self.send(path)

    def find(self, pattern: str) -> str:
        """The first match of a pattern on the open page."""
        assert self.page is not None
        found = re.search(pattern, self.page.text)
        assert found is not None, f"{pattern} not in {self.page.text}"
        return found.group(1)

    def all(self, pattern: str) -> list[str]:
        """All matches of a pattern on the open page."""
        assert self.page is not None
        return re.findall(pattern, self.page.text)

    def pairing_code(self) -> str:
        self.open("/centers")
        self.send("/centers/code")
        return self.find(r'id="code">([^<]+)<')

    def add_car(self, car: Car, phone: str | None = None) -> str:
        """Add a car and the phone by which requests find it; the car's path."""
        self.open("/profile")
        self.send("/profile", phone=car.phone if phone is None else phone)
        self.open("/cars/new")
        self.send("/cars/new", label=car.label, vin=car.vin, plate=car.plate)
        assert self.page is not None
        return self.page.url.path

    def request_path(self) -> str:
        """Path of the first request on the start page."""
        self.open("/")
        return self.find(r'href="(/requests/[^"]+)"')

    def approve(self, *, prices: bool = True, history: bool = True) -> str:
        """Approve the first request; the car's path."""
        path = self.request_path()
        self.open(path)
        opened = {"prices": "1" if prices else None, "history": "1" if history else None}
        self.send(f"{path}/approve", 200, **opened)
        assert self.page is not None
        return self.page.url.path


def rows(database_url: str, statement: sa.Select[Any]) -> Sequence[sa.Row[Any]]:
    """What stands in the server's database."""
    station = Station.open(ServerSettings(database_url=database_url))
    try:
        with station.reading() as tx:
            return tx.all(statement)
    finally:
        station.close()


def forget(database_url: str, statement: sa.Delete) -> None:
    """Rows go from the server's database, as when an older backup of it is put back."""
    station = Station.open(ServerSettings(database_url=database_url))
    try:
        with station.writing() as tx:
            tx.connection.execute(statement)
    finally:
        station.close()


def invitation(database_url: str, email: str | None = None, clock: Clock = system_clock) -> str:
    """As the operator makes one, beside the running server."""
    station = Station.open(ServerSettings(database_url=database_url), clock)
    try:
        return accounts.invite(station, email)
    finally:
        station.close()
