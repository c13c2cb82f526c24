"""What people type where the program fills something in: named places only, the rest is plain text, and quickly."""

import re
import time
from datetime import date

import pytest

from app.bookings import SetBookingRules, set_booking_rules
from app.bookings.world import read_rules
from app.centers import SetPolicy, get_center, set_policy
from app.centers.rules import checked_policy
from app.cli import doctor, sums
from app.kernel import numbering
from app.kernel.errors import InvalidError
from app.kernel.numbering import LONGEST, Flaw, flaw_of, render
from models.billing import Invoice
from models.centers import Policy
from tests.build.orders import Garage
from tests.build.shops import TestShop

ON = date(2026, 3, 2)
REFUSED = {
    "{0.__class__}{seq}": Flaw.UNKNOWN_PLACE,
    "{seq.__class__.__mro__}": Flaw.UNKNOWN_PLACE,
    "{center.__init__.__globals__}{seq}": Flaw.UNKNOWN_PLACE,
    "{center!r}{seq}": Flaw.UNKNOWN_PLACE,
    "{center[0]}{seq}": Flaw.UNKNOWN_PLACE,
    "{center:>999999999}{seq}": Flaw.UNKNOWN_PLACE,
    "{seq:999999999}": Flaw.UNKNOWN_PLACE,
    "{seq:0999999999}": Flaw.UNKNOWN_PLACE,
    "{seq:13}": Flaw.UNKNOWN_PLACE,
    "{seq:{seq}}": Flaw.UNKNOWN_PLACE,
    "{seq:n}": Flaw.UNKNOWN_PLACE,
    "{{seq}}": Flaw.UNKNOWN_PLACE,
    "{{7*7}}{seq}": Flaw.UNKNOWN_PLACE,
    "${jndi:ldap://x}{seq}": Flaw.UNKNOWN_PLACE,
    "{% for x in y %}{seq}": Flaw.UNKNOWN_PLACE,
    "{seq}{": Flaw.UNKNOWN_PLACE,
    "}{seq}": Flaw.UNKNOWN_PLACE,
    "{}{seq}": Flaw.UNKNOWN_PLACE,
    "{SEQ}": Flaw.UNKNOWN_PLACE,
    "{seq}{seq}": Flaw.NOT_ONE_NUMBER,
    "{seq}-{seq:6}": Flaw.NOT_ONE_NUMBER,
    "%n%n%n": Flaw.NOT_ONE_NUMBER,
    "": Flaw.NOT_ONE_NUMBER,
    "{mm}-{seq}": Flaw.MONTH_ALONE,
    "{seq}\n": Flaw.UNPRINTABLE,
    "{seq}\t": Flaw.UNPRINTABLE,
    "\0{seq}": Flaw.UNPRINTABLE,
    "\x1b[2J{seq}": Flaw.UNPRINTABLE,
    "\u202e{seq}": Flaw.UNPRINTABLE,
    "\u2066{seq}": Flaw.UNPRINTABLE,
    "\u200b{seq}": Flaw.UNPRINTABLE,
    "\ud800{seq}": Flaw.UNPRINTABLE,
    "{seq}" + "9" * LONGEST: Flaw.LONG,
    "{seq}" + "9" * 1_000_000: Flaw.LONG,
    "{center}" * 200_000 + "{seq}": Flaw.LONG,
    "{" * 1_000_000: Flaw.LONG,
}
PLAIN = (
    "%n%s%x-{seq}",
    "%(center)s-{seq}",
    "$center-{seq}",
    "<img src=file:///etc/x>{seq}",
    "<a href=file:///x>{seq}</a>",
    "&lt;&xxe;&#0;{seq}",
    "../../{seq}",
    "=1+1|{seq}",
)
"""Nothing reads these: they come out as they were typed."""
NUMBERS = ("work_order_number", "invoice_number", "credit_note_number", "payment_number")
SHORTEST_OF_A_SECOND = 0.5


@pytest.mark.parametrize("template", REFUSED, ids=map(str, range(len(REFUSED))))
def test_a_number_that_would_run_something_or_fill_the_memory_is_refused_at_once(
    template: str,
) -> None:
    began = time.process_time()
    assert flaw_of(template) is REFUSED[template]
    assert time.process_time() - began < SHORTEST_OF_A_SECOND


@pytest.mark.parametrize("template", PLAIN)
def test_everything_around_the_places_is_plain_text(template: str) -> None:
    assert flaw_of(template) is None
    made = render(template, seq=17, on=ON, center="SC001")
    assert made == template.replace("{seq}", "17")


def test_what_stands_in_a_place_is_not_read_again() -> None:
    made = render("{center}/{order}/{seq:4}", seq=7, on=ON, center="{seq}{order}", order="{mm}")
    assert made == "{seq}{order}/{mm}/0007"


@pytest.mark.parametrize("width", range(1, 13))
def test_a_width_of_a_dozen_is_kept(width: int) -> None:
    for zero in ("", "0"):
        template = f"{{seq:{zero}{width}}}"
        assert flaw_of(template) is None
        assert render(template, seq=5, on=ON, center="") == f"{5:0{width}}"


def test_even_a_template_that_stands_already_fills_no_memory() -> None:
    # an older shop may hold one: what is no place is text
    made = render("{seq:999999999}", seq=1, on=ON, center="SC001")
    assert made == "{seq:999999999}"


def test_the_rules_of_a_center_refuse_each_in_words_and_stay_as_they_were(shop: TestShop) -> None:
    before = shop.see(get_center)
    for name in NUMBERS:
        for template in REFUSED:
            with pytest.raises(InvalidError) as refused:
                shop.do(set_policy, SetPolicy(version=before.version, values={name: template}))
            assert set(refused.value.problems) == {name}
    assert shop.see(get_center) == before


@pytest.mark.parametrize("template", ["", "%n", "{seq:999999999}", "{seq}{seq}"], ids=str)
def test_an_indian_center_is_told_in_words_too(template: str) -> None:
    given = Policy().to_json() | {"invoice_number": template}
    with pytest.raises(InvalidError) as refused:
        checked_policy(given, code="SC001", country="IN")
    assert "invoice_number" in refused.value.problems


def test_the_calendar_refuses_them_too(shop: TestShop) -> None:
    with shop.reading() as read:
        usual = read_rules(read.connection, read.center_id)
    for template in REFUSED:
        with pytest.raises(InvalidError):
            shop.do(set_booking_rules, SetBookingRules(version=0, appointment_number=template))
    with shop.reading() as read:
        assert read_rules(read.connection, read.center_id) == usual


def test_a_paper_takes_a_hostile_number_as_text_and_the_doctor_counts_it(shop: TestShop) -> None:
    garage = Garage(shop)
    version = shop.see(get_center).version
    shop.do(set_policy, SetPolicy(version=version, values={"invoice_number": PLAIN[3]}))
    work = garage.labour("Замена масла", "0.5")
    for _ in range(2):
        garage.invoice(garage.finished((work, None)))
    numbers = sorted(str(row.number) for row in garage.rows(Invoice))
    assert numbers == ["<img src=file:///etc/x>1", "<img src=file:///etc/x>2"]
    url = shop.shop.database.url.render_as_string(hide_password=False)
    found = doctor.examine(shop.shop.database, url).findings
    assert [f for f in found if f.code.startswith("number")] == []


def test_the_doctor_reads_numbers_of_any_template_in_bounded_time() -> None:
    began = time.process_time()
    for template in ("{center}" * 6 + "{seq}", "{order}{center}" * 3 + "{seq}", *REFUSED):
        if len(template) <= LONGEST and len(numbering.PLACES.findall(template)):
            pattern = sums.pattern_of(template)
            assert pattern.fullmatch("A" * 80) is None
            assert isinstance(pattern, re.Pattern)
    assert time.process_time() - began < SHORTEST_OF_A_SECOND
