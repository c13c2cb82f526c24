"""What the first run asks, and what it makes of the answers; plain values, checked by the shop's own rules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from app.access import CreateEmployee, checked_password, checked_pin
from app.centers import PROFILES, CreateCenter
from app.centers.rules import regime_of
from app.exchange.sample import FOLDERS
from app.kernel import numbering
from app.kernel.errors import QT_TRANSLATE_NOOP, InvalidError, Sentence
from app.kernel.typed import Typed
from models.identifiers import TaxIdRefused, gstin_place
from models.regimes import Group, TaxRegime
from ui.shell.first_countries import COUNTRIES, PLACES, Country

OWNER_FIELDS: Final = ("owner_name", "owner_login", "owner_password", "owner_pin")


SAMPLE, IMPORT, EMPTY = "sample", "import", "empty"


@dataclass(slots=True)
class Person:
    """Somebody else who will work here."""

    name: str = ""
    role: str = "receptionist"
    pin: str = ""


@dataclass(slots=True)
class Plan:
    """Every answer so far, begun with what is usual in the country."""

    country: Country = COUNTRIES[0]
    name: str = ""
    code: str = "SC001"
    legal_name: str = ""
    address: str = ""
    city: str = ""
    phone: str = ""
    zone: str = COUNTRIES[0].zone
    tax_ids: dict[str, str] = field(default_factory=dict)
    regime: str = COUNTRIES[0].regimes[0]
    labour: str = ""
    part: str = ""
    round_off: int | None = None
    invoice_number: str = ""
    owner_name: str = ""
    owner_login: str = ""
    owner_password: str = ""
    owner_pin: str = ""
    people: list[Person] = field(default_factory=list)
    start: str = EMPTY

    def use_country(self, country: Country) -> None:
        """Begin anew with what is usual there."""
        self.country = country
        self.zone = country.zone
        self.regime = country.regimes[0]
        self.tax_ids = {}
        self.labour = self.part = ""
        self.round_off = None
        self.invoice_number = self.usual_number()

    def usual_number(self) -> str:
        """The invoice number's template of the country."""
        policy = PROFILES[self.country.profile].policy
        return str(policy.get("invoice_number", "{center}/{yy}/{seq:06}"))

    def starts_month(self) -> int:
        """When the fiscal year begins there."""
        return int(PROFILES[self.country.profile].policy.get("fiscal_year_starts_month", 1))

    def number(self, on: date, seq: int = 1) -> str:
        """The first invoice's number; the template as it is while it lacks its running number."""
        template = self.invoice_number or self.usual_number()
        if "{seq" not in template:
            return template
        return numbering.render(
            template, seq=seq, on=on, center=self.code or "SC001", starts_month=self.starts_month()
        )

    def place(self) -> str:
        """State or province: from the GSTIN, the regime, or the country."""
        if self.country.code == "IN":
            try:
                return gstin_place(self.tax_ids.get("gstin", ""))
            except TaxIdRefused:
                return ""
        return PLACES.get(self.regime, self.country.place)

    def taxes(self) -> TaxRegime:
        """The regime with the chosen rates; InvalidError when it cannot calculate."""
        made = regime_of(
            self.regime,
            country=self.country.code,
            currency=self.country.currency,
            place=self.place() or ("27" if self.country.code == "IN" else ""),
        )
        defaults: dict[Group, str] = dict(made.defaults)
        if self.labour:
            defaults["labour"] = self.labour
        if self.part:
            defaults["part"] = self.part
        cents = made.round_off_amount if self.round_off is None else self.round_off
        return replace(made, defaults=defaults, round_off_amount=cents)

    def sample(self) -> bool:
        """Whether there is a sample whose prices are in this country's currency."""
        return self.country.code in {"RU", "IN", "DE", "FR", "EE"} and (
            self.country.profile in FOLDERS
        )

    def command(self, language: str) -> CreateCenter:
        """The first run's command."""
        given = replace(self.taxes(), home_place="")
        policy = {"invoice_number": self.invoice_number} if self.invoice_number else {}
        return CreateCenter(
            profile=self.country.profile,
            code=self.code,
            name=self.name,
            legal_name=self.legal_name,
            address=self.address,
            city=self.city,
            phone=self.phone or None,
            country=self.country.code,
            place=self.place(),
            currency=self.country.currency,
            time_zone=self.zone,
            locale=self.country.locale,
            language=language,
            tax_ids=self.tax_ids,
            regime=given.to_json(),
            policy=policy,
            owner_name=self.owner_name,
            owner_login=self.owner_login or login_of(self.owner_name),
            owner_password=self.owner_password,
            owner_pin=self.owner_pin or None,
        )

    def employees(self) -> list[CreateEmployee]:
        """The other people, each with a login of their own."""
        taken = {self.owner_login or login_of(self.owner_name)}
        made = []
        for person in self.people:
            if not person.name.strip():
                continue
            login = base = login_of(person.name)
            number = 2
            while login in taken:
                login, number = f"{base}{number}", number + 1
            taken.add(login)
            made.append(
                CreateEmployee(
                    login=login, name=person.name, role_codes=(person.role,), pin=person.pin
                )
            )
        return made


def login_of(name: str) -> str:
    """A login from the first word of a name: «Дёмина Ольга» → дёмина."""
    words = name.split()
    return words[0].casefold() if words else ""


def center_problems(plan: Plan) -> dict[str, Sentence]:
    """What is wrong with the first step."""
    typed = Typed()
    typed.needed("name", plan.name)
    typed.needed("code", plan.code, limit=10)
    typed.phone("phone", plan.phone or None, plan.country.code)
    return typed.problems


def tax_problems(plan: Plan) -> dict[str, Sentence]:
    """What is wrong with the second step; tax numbers may be left empty."""
    typed = Typed()
    typed.tax_ids(dict(plan.tax_ids))
    problems = {name.removeprefix("tax_ids."): said for name, said in typed.problems.items()}
    try:
        plan.taxes()
    except InvalidError as error:
        problems |= error.problems
    if "{seq" not in (plan.invoice_number or plan.usual_number()):
        typed.wrong(
            "invoice_number",
            QT_TRANSLATE_NOOP("FirstRun", "The number needs a running part: {place}"),
            place="{seq}",
        )
        problems["invoice_number"] = typed.problems["invoice_number"]
    return problems


def people_problems(plan: Plan) -> dict[str, Sentence]:
    """What is wrong with the third step: the owner's fields, and ``pin0``, ``pin1`` … of the others."""
    typed = Typed()
    typed.needed("owner_name", plan.owner_name)
    checked_password(typed, "owner_password", plan.owner_password)
    if plan.owner_pin:
        checked_pin(typed, "owner_pin", plan.owner_pin)
    for place, person in enumerate(plan.people):
        if person.name.strip():
            checked_pin(typed, f"pin{place}", person.pin)
    return typed.problems


CHECKS: Final[tuple[Callable[[Plan], dict[str, Sentence]], ...]] = (
    center_problems,
    tax_problems,
    people_problems,
    lambda _plan: {},
)

STEP_OF: Final[Mapping[str, int]] = {
    **dict.fromkeys(("name", "code", "phone", "email", "time_zone", "locale", "country"), 0),
    **dict.fromkeys(("regime", "invoice_number", "credit_note_number"), 1),
    **dict.fromkeys(OWNER_FIELDS, 2),
}
"""On which step a field of the command is asked."""
