"""Customers: quick to add, found as people type, warned about twins, their data forgotten when they ask."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.customers import (
    CreateCustomer,
    CustomerOf,
    EraseCustomer,
    GiveConsent,
    RunErasures,
    WithdrawConsent,
    archive_customer,
    create_customer,
    customer_warnings,
    edit_of,
    erase_customer,
    export_person,
    find_customers,
    get_customer,
    give_consent,
    list_consents,
    list_customers,
    read_seal,
    restore_customer,
    run_erasures,
    same_phone,
    seal_is_whole,
    seal_person,
    update_customer,
    withdraw_consent,
)
from app.kernel import audit
from app.kernel.db import Database
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    ChangedError,
    FinalError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
)
from app.kernel.tx import Tx, action
from models.access import Permission
from models.base import new_id
from models.customers import Customer, PersonSeal
from models.text import fold
from tests.build.shops import TestShop, make_shop

PAPER = new_id()


@action(
    "tests.seal", permission=Permission.CUSTOMERS_EDIT, label=QT_TRANSLATE_NOOP("tests", "Seal")
)
def seal(tx: Tx, command: tuple[UUID | None, str, UUID]) -> str | None:
    customer_id, kind, paper = command
    customer = tx.load(Customer, customer_id) if customer_id else None
    return seal_person(
        tx, customer=customer, document_kind=kind, document_id=paper, extra={"bringer": "Олег"}
    )


def everything_in(shop: TestShop) -> str:
    """All text of all tables, as one string; binary columns by their hex."""
    told = []
    with shop.shop.database.reading() as connection:
        for table in sa.inspect(connection).get_table_names():
            if not table.startswith("search_fts_"):
                told += [repr(row) for row in connection.execute(sa.text(f"SELECT * FROM {table}"))]  # noqa: S608  our own tables
    return "\n".join(told)


def names(rows: Any) -> list[str]:  # noqa: ANN401  rows of any read
    return [row.name for row in rows]


def test_a_name_and_a_phone_are_enough(shop: TestShop) -> None:
    made = shop.customer("  Ким Анна ", "8 (916) 204-18-73")
    row = shop.see(get_customer, made)
    assert (row.name, row.phone, row.kind) == ("Ким Анна", "+79162041873", "person")
    assert row.price_group == "retail"
    assert row.discount_percent == 0


@pytest.mark.parametrize(
    "query",
    [
        "ким",
        "КИМ АН",
        "анна ким",
        "+7 916 204-18-73",
        "8(916)2041873",
        "89162041873",
        "9162041873",
        "204-18-73",
        "916 204",
        "2041",
        "500100732259",
        "5001 0073 2259",
        "anna@example.org",
    ],
)
def test_a_customer_is_found_as_people_type(shop: TestShop, query: str) -> None:
    shop.customer("Иванов Пётр", "8 903 000-11-22")
    made = shop.customer(
        "Ким Анна", "8 916 204-18-73", tax_ids={"inn": "500100732259"}, email="Anna@example.org"
    )
    assert [row.id for row in shop.see(find_customers, query)] == [made]


def test_yo_and_ye_are_one_letter_in_search(shop: TestShop) -> None:
    shop.customer("Алёна Королёва")
    assert names(shop.see(find_customers, "алена королева")) == ["Алёна Королёва"]


def test_lists_go_by_name_page_by_page(shop: TestShop) -> None:
    for name in ("Яшин", "Ёлкин", "Абрамов", "Егоров", "Абрамов"):
        shop.customer(name)
    first = shop.see(list_customers, limit=3)
    second = shop.see(list_customers, after=first[-1].id, limit=3)
    assert names(first + second) == ["Абрамов", "Абрамов", "Егоров", "Ёлкин", "Яшин"]
    assert shop.see(list_customers, after=second[-1].id) == ()


def test_everything_wrong_is_told_at_once(shop: TestShop) -> None:
    with pytest.raises(InvalidError) as caught:
        shop.customer(
            " ",
            "12",
            other_phone="call me",
            email="nobody@",
            kind="ghost",
            tax_ids={"inn": "123", "kpp": "12", "gstin": "27AAPFU0939F1ZX", "eu_vat": "DE1"},
            discount_percent=Decimal("100.001"),
            payment_term_days=-1,
            note="a\0b",
        )
    assert set(caught.value.problems) == {
        "name",
        "phone",
        "other_phone",
        "email",
        "kind",
        "tax_ids.inn",
        "tax_ids.kpp",
        "tax_ids.gstin",
        "tax_ids.eu_vat",
        "discount_percent",
        "payment_term_days",
        "note",
    }


def test_a_company_keeps_its_numbers_in_their_normal_form(shop: TestShop) -> None:
    made = shop.customer(
        "ООО «Ромашка»", kind="company", tax_ids={"inn": " 5029 2177 42 ", "kpp": "502901001"}
    )
    assert shop.see(get_customer, made).tax_ids == {"inn": "5029217742", "kpp": "502901001"}


def test_an_indian_company_is_placed_by_its_gstin(sqlite_url: str) -> None:
    shop = make_shop(sqlite_url, profile="in")
    made = shop.customer("Patil Fleet", "98220 12345", tax_ids={"gstin": "27aapfu0939f1zv"})
    row = shop.see(get_customer, made)
    assert (row.place, row.phone) == ("27", "+919822012345")
    assert row.tax_ids == {"gstin": "27AAPFU0939F1ZV"}
    shop.close()


def test_an_extension_is_not_lost(shop: TestShop) -> None:
    made = shop.customer("Офис", "8 495 000-17-29 доб. 12", note="звонить утром")
    row = shop.see(get_customer, made)
    assert row.phone == "+74950001729"
    assert row.note == "звонить утром\n+74950001729 ext. 12"


def test_twins_are_warned_about_never_refused(shop: TestShop) -> None:
    first = shop.customer("Ким Анна", "8 916 204-18-73", tax_ids={"inn": "500100732259"})
    told = shop.see(customer_warnings, phone="+7 (916) 204 18 73", tax_ids={"inn": "500100732259"})
    assert [str(s) for s in told] == [
        "Ким Анна has the same telephone.",
        "Ким Анна has the same INN.",
    ]
    assert shop.see(customer_warnings, phone="+79162041873", but=first) == ()
    shop.customer("Ким Борис", "9162041873", other_phone="8 903 000-11-22")
    assert names(shop.see(same_phone, "8-916-204-18-73")) == ["Ким Анна", "Ким Борис"]
    assert names(shop.see(same_phone, "89030001122")) == ["Ким Борис"]


def test_a_change_wants_the_version_that_was_seen(shop: TestShop) -> None:
    made = shop.customer("Ким Анна", "8 916 204-18-73")
    edit = edit_of(shop.see(get_customer, made))
    shop.do(update_customer, replace(edit, name="Ким Анна Игоревна"), actor=shop.receptionist)
    row = shop.see(get_customer, made)
    assert (row.name, row.phone, row.version) == ("Ким Анна Игоревна", "+79162041873", 2)
    assert names(shop.see(find_customers, "игоревна")) == ["Ким Анна Игоревна"]
    with pytest.raises(ChangedError, match="Дёмина"):
        shop.do(update_customer, replace(edit, name="Кимова"))


def test_saving_a_row_as_it_is_changes_nothing(shop: TestShop) -> None:
    made = shop.customer("Ким", "8 916 204-18-73", note="вечером", tax_ids={"inn": "500100732259"})
    before = shop.see(get_customer, made)
    shop.do(update_customer, edit_of(before))
    assert shop.see(get_customer, made) == before


def test_an_archived_customer_is_out_of_sight_and_comes_back(shop: TestShop) -> None:
    made = shop.customer("Ким Анна", "8 916 204-18-73")
    shop.do(archive_customer, CustomerOf(customer_id=made))
    assert shop.see(find_customers, "ким") == ()
    assert shop.see(list_customers) == ()
    assert names(shop.see(list_customers, archived=True)) == ["Ким Анна"]
    shop.do(restore_customer, CustomerOf(customer_id=made))
    assert names(shop.see(find_customers, "ким")) == ["Ким Анна"]


def test_a_mechanic_cannot_change_customers(shop: TestShop) -> None:
    with pytest.raises(NotAllowedError):
        shop.do(create_customer, CreateCustomer(name="X"), actor=shop.mechanic)


def test_another_centers_customers_are_not_there(shop: TestShop) -> None:
    from app.centers import CreateCenter, create_center  # noqa: PLC0415  this test alone
    from tests.build.shops import PASSWORD, hashed  # noqa: PLC0415  the same

    made = shop.customer("Ким Анна", "8 916 204-18-73")
    other = create_center(
        shop.shop,
        CreateCenter(
            profile="ru",
            code="SC009",
            name="Другой",
            owner_login="o",
            owner_name="O",
            owner_password=hashed(PASSWORD),
        ),
        actor=shop.owner,
    )
    with pytest.raises(NotFoundError):
        shop.see(get_customer, made, actor=other)
    assert shop.see(find_customers, "ким", actor=other) == ()
    assert shop.see(list_customers, actor=other) == ()
    with pytest.raises(NotFoundError):
        shop.do(archive_customer, CustomerOf(customer_id=made), actor=other)


def test_a_consent_is_given_once_and_can_be_withdrawn(shop: TestShop) -> None:
    made = shop.customer()
    ask = GiveConsent(customer_id=made, purpose="messages", source="signature")
    first = shop.do(give_consent, ask)
    assert shop.do(give_consent, ask) == first
    shop.clock.move(days=1)
    shop.do(withdraw_consent, WithdrawConsent(consent_id=first))
    again = shop.do(give_consent, ask)
    rows = shop.see(list_consents, made)
    assert [row.id for row in rows] == [first, again]
    assert [row.withdrawn_at is None for row in rows] == [False, True]


# personal data
def test_a_seal_holds_the_person_and_proves_it(shop: TestShop) -> None:
    made = shop.customer("Ким Анна", "8 916 204-18-73", document_number="45 07 123456")
    commitment = shop.do(seal, (made, "work_order", PAPER))
    assert commitment is not None
    person = shop.see(read_seal, "work_order", PAPER)
    assert person is not None
    assert (person["name"], person["document_number"], person["bringer"]) == (
        "Ким Анна",
        "45 07 123456",
        "Олег",
    )
    assert shop.see(seal_is_whole, "work_order", PAPER, commitment)
    assert not shop.see(seal_is_whole, "work_order", PAPER, "0" * 64)
    assert shop.see(read_seal, "invoice", PAPER) is None


def test_a_seal_is_kept_to_the_end_of_the_year_of_its_term(shop: TestShop) -> None:
    shop.do(seal, (shop.customer(), "work_order", PAPER))
    shop.do(seal, (None, "loan", PAPER))
    with shop.reading() as read:
        kept = read.connection.execute(
            sa.select(PersonSeal.keep_until_on).order_by(PersonSeal.id)
        ).scalars()
        assert list(kept) == [date(2031, 12, 31), None]


def test_a_seal_cannot_be_rewritten(shop: TestShop) -> None:
    shop.do(seal, (shop.customer(), "work_order", PAPER))
    with pytest.raises(sa.exc.DBAPIError, match="final"), shop.shop.database.writer.begin() as c:
        c.execute(sa.update(PersonSeal).values(payload='{"name":"другой"}'))


def test_erasing_leaves_no_trace_but_what_the_law_keeps(shop: TestShop) -> None:
    made = shop.customer(
        "Кимерсен Анна",
        "8 916 204-18-73",
        email="anna@kimersen.example",
        address="Мытищи, ул. Тайная, 5",
        document_number="45 07 123456",
        tax_ids={"inn": "500100732259"},
        note="ключ под ковриком",
        natural_key="1C-000777",
    )
    edit = edit_of(shop.see(get_customer, made))
    shop.do(update_customer, replace(edit, name="Кимерсен Анна Олеговна"))
    short, books = new_id(), new_id()
    shop.do(seal, (made, "loan", short))
    commitment = shop.do(seal, (made, "work_order", books))
    assert commitment is not None
    assert shop.do(erase_customer, EraseCustomer(customer_id=made)) == 1

    row = shop.see(get_customer, made)
    assert (row.name, row.phone, row.tax_ids, row.note) == ("", None, {}, None)
    assert row.erased_at is not None
    assert shop.see(find_customers, "кимерсен") == ()
    assert shop.see(find_customers, "9162041873") == ()
    assert shop.see(read_seal, "loan", short) is None
    kept = shop.see(read_seal, "work_order", books)
    assert kept is not None
    assert kept["name"] == "Кимерсен Анна Олеговна"

    shop.clock.at = datetime(2031, 12, 31, 20, 0, tzinfo=UTC)
    assert shop.do(run_erasures, RunErasures()) == 0
    shop.clock.at = datetime(2032, 1, 1, 9, 0, tzinfo=UTC)
    assert shop.do(run_erasures, RunErasures()) == 1
    assert shop.do(run_erasures, RunErasures()) == 0
    told = everything_in(shop).lower()
    for secret in (
        "кимерсен",
        "kimersen",
        "2041873",
        "тайная",
        "123456",
        "500100732259",
        "коврик",
        "000777",
    ):
        assert secret not in told, secret
    assert shop.see(seal_is_whole, "work_order", books, commitment)
    with shop.reading() as read:
        assert audit.verify(read.connection, read.center_id).broken_seq is None


def test_an_erased_name_is_not_even_in_the_bytes_of_the_file(sqlite_url: str) -> None:
    shop = make_shop(sqlite_url)
    for n in range(40):
        shop.customer(f"Персона {n}", note="x" * 200)
    made = shop.customer("Кимерсенова Анна", "8 916 204-18-73", address="ул. Тайнинская, 5")
    edit = edit_of(shop.see(get_customer, made))
    shop.do(update_customer, replace(edit, name="Кимерсенова-Орлова Анна"))
    shop.do(erase_customer, EraseCustomer(customer_id=made))
    shop.shop.database.checkpoint()
    path = shop.shop.database.path
    shop.close()
    data = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert "Персона 7".encode() in data
    for secret in ("Кимерсен", "+79162041873", "9162041873", "Тайнинская", fold("Кимерсенова")):
        assert secret.encode() not in data, secret
    database = Database(sqlite_url)
    with database.writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO search_fts(search_fts, rank) VALUES ('integrity-check', 1)"
        )
    database.close()


def test_nobody_can_guess_an_erased_phone_from_the_audit(shop: TestShop) -> None:
    """The audit's marks of personal values are salted, also those of the erasing itself."""
    made = shop.customer("Ким", "8 916 204-18-73")
    shop.do(erase_customer, EraseCustomer(customer_id=made))
    unsalted = audit.commitment(None, "+79162041873")
    with shop.reading() as read:
        told = "".join(
            read.connection.execute(sa.text("SELECT changes FROM audit_entry")).scalars()
        )
        salts = read.connection.execute(sa.select(Customer.seal_salt)).scalars().all()
    assert "sha256:" in told
    assert unsalted not in told
    assert salts == [None]


def test_an_erased_customer_stays_erased(shop: TestShop) -> None:
    made = shop.customer("Ким", "8 916 204-18-73")
    edit = edit_of(shop.see(get_customer, made))
    shop.do(erase_customer, EraseCustomer(customer_id=made))
    version = shop.see(get_customer, made).version
    with pytest.raises(FinalError):
        shop.do(update_customer, replace(edit, version=version))
    with pytest.raises(FinalError):
        shop.do(restore_customer, CustomerOf(customer_id=made))
    with pytest.raises(FinalError):
        shop.do(erase_customer, EraseCustomer(customer_id=made))


def test_only_those_who_may_erase(shop: TestShop) -> None:
    made = shop.customer()
    with pytest.raises(NotAllowedError):
        shop.do(erase_customer, EraseCustomer(customer_id=made), actor=shop.manager)


def test_seals_of_others_stay(shop: TestShop) -> None:
    one, two = shop.customer("Один"), shop.customer("Два")
    papers = new_id(), new_id()
    shop.do(seal, (one, "loan", papers[0]))
    shop.do(seal, (two, "loan", papers[1]))
    shop.do(erase_customer, EraseCustomer(customer_id=one))
    kept = shop.see(read_seal, "loan", papers[1])
    assert kept is not None
    assert kept["name"] == "Два"


def test_a_person_gets_everything_that_is_kept_about_them(shop: TestShop) -> None:
    made = shop.customer("Ким Анна", "8 916 204-18-73", note="вечером")
    shop.vehicle(owner_id=made, make="Kia")
    shop.do(give_consent, GiveConsent(customer_id=made, purpose="messages", source="signature"))
    shop.do(seal, (made, "work_order", PAPER))
    told = json.loads(json.dumps(shop.see(export_person, made), ensure_ascii=False))
    assert told["person"]["name"] == "Ким Анна"
    assert told["vehicles"][0]["make"] == "Kia"
    assert told["consents"][0]["purpose"] == "messages"
    assert told["papers"][0]["person"]["phone"] == "+79162041873"
    with pytest.raises(NotAllowedError):
        shop.see(export_person, made, actor=shop.mechanic)
