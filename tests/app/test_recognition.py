"""Photos become proposals, and only what was accepted is written. Tesseract is the real one."""

import contextlib
import hashlib
import json
import os
import random
import signal
import subprocess
import threading
import time
import uuid
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from app.cli import main
from app.cli.bench_recognition import measured
from app.cli.drawn import Kind, draw_vin_plate
from app.cli.drawn.sample import draw
from app.inventory import Arrived, MatchedBy, ReceiveGoods, match_goods, receive_goods
from app.kernel.errors import ConfirmError, InvalidError, UserError
from app.recognition import (
    AcceptReading,
    Decision,
    NotInstalledError,
    Verdict,
    accept_reading,
    compare_reading,
    lacking,
    read_in_child,
)
from app.recognition.documents import open_pdf
from app.recognition.fields import Look, agreed
from app.recognition.letters import levelled
from app.recognition.pictures import open_photo, slope_of
from app.recognition.spots import VIN_HIGH, uprightness, vin_rows
from app.vehicles import get_vehicle
from app.vehicles.profile import get_profile, list_papers
from models.ledger import AuditEntry
from models.recognition import (
    Box,
    DecidedInvoice,
    Document,
    FieldName,
    GoodsLine,
    NoteKind,
    PictureReading,
    ReadField,
)
from tests.build.shops import TestShop

SHA = "ab" * 32
VIN = "XW8AN4NE3KH012845"


@pytest.fixture(scope="module")
def plate_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An easy VIN plate and its VIN."""
    drawn = draw(Kind.VIN, 0, is_hard=False)
    path = tmp_path_factory.mktemp("photos") / "plate.png"
    drawn.image.save(path)
    return path, drawn.truth["vin"]


def never() -> bool:
    return False


def silent(_done: int, _total: int) -> None:
    return None


def reading_of(*fields: ReadField) -> PictureReading:
    return PictureReading(Document.CERTIFICATE, None, fields, 100, 100, SHA)


def taken(name: FieldName, value: str, verdict: Verdict = Verdict.ACCEPTED) -> Decision:
    return Decision(name, verdict, value, 0.97)


def version_of(shop: TestShop, car: uuid.UUID) -> int:
    with shop.reading() as read:
        return get_vehicle(read, car, now=shop.clock()).vehicle.version


def contents(shop: TestShop) -> str:
    """The hash of every row of every table."""
    digest = hashlib.sha256()
    with shop.reading() as read:
        names = sorted(sa.inspect(read.connection).get_table_names())
        for name in names:
            rows = read.connection.execute(sa.text(f'SELECT * FROM "{name}"')).all()  # noqa: S608 - names of our tables
            digest.update(name.encode())
            for line in sorted(map(repr, rows)):
                digest.update(line.encode())
    return digest.hexdigest()


def test_r1_a_preview_leaves_the_database_as_it_was(
    shop: TestShop, plate_file: tuple[Path, str]
) -> None:
    path, vin = plate_file
    shop.vehicle("А123ВС77", vin=vin)
    before = contents(shop)
    steps: list[tuple[int, int]] = []
    picture = read_in_child(
        path,
        Document.VIN_PLATE,
        progress=lambda done, total: steps.append((done, total)),
        is_cancelled=never,
    )
    assert picture is not None
    with shop.reading() as read:
        compared = compare_reading(read, picture.reading, None, now=shop.clock())
    assert contents(shop) == before
    field = compared.reading.field(FieldName.VIN)
    assert field is not None
    assert field.value == vin
    assert NoteKind.SAME_AS_CARD in {note.kind for note in field.notes}
    assert steps
    assert picture.reading.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    shown = Image.open(BytesIO(picture.png))
    assert (shown.width, shown.height) == (picture.reading.width, picture.reading.height)


def whose(pid: int) -> tuple[str, str, int]:
    """Name, state and parent of a process as Linux tells them; of one that is gone the state of the dead, Z."""
    try:
        head, _, rest = Path(f"/proc/{pid}/stat").read_text().rpartition(")")
    except OSError:
        return "", "Z", 0
    state, parent = rest.split()[:2]
    return head.partition("(")[2], state, int(parent)


def tesseracts_of_the_child() -> dict[int, str]:
    """Those that the child of this test process started, each with its state."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        name, state, parent = whose(int(entry.name))
        if name == "tesseract" and parent != os.getpid() and is_ours(parent):
            found[int(entry.name)] = state
    return found


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes where Linux lists them")
def test_r4_cancel_ends_the_reading_and_its_tesseract_at_once(tmp_path: Path) -> None:
    path = tmp_path / "paper.png"
    draw(Kind.RU, 0, is_hard=False).image.save(path)
    stop = threading.Event()
    ended: list[object] = []
    work = threading.Thread(
        target=lambda: ended.append(
            read_in_child(path, Document.CERTIFICATE, progress=silent, is_cancelled=stop.is_set)
        )
    )
    work.start()
    # it is stopped where it stands: neither can it end by itself nor the reading without it
    give_up = time.monotonic() + 20
    stopped: set[int] = set()
    while not stopped and time.monotonic() < give_up:
        for pid, state in tesseracts_of_the_child().items():
            if state == "T":
                stopped.add(pid)
            else:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGSTOP)
        time.sleep(0.01)
    assert stopped, "no Tesseract was started"
    stop.set()
    work.join(20)
    assert not work.is_alive()
    assert ended == [None]
    give_up = time.monotonic() + 20
    while any(whose(pid)[1] != "Z" for pid in stopped) and time.monotonic() < give_up:
        time.sleep(0.01)
    assert {whose(pid)[1] for pid in stopped} == {"Z"}


def is_ours(pid: int) -> bool:
    """Whether this test process started it, through its child."""
    while pid > 1:
        if pid == os.getpid():
            return True
        pid = whose(pid)[2]
    return False


def test_without_tesseract_the_one_command_is_named(
    plate_file: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = lacking()
    assert missing is not None
    assert missing.command == "sudo apt install tesseract-ocr tesseract-ocr-eng tesseract-ocr-rus"
    with pytest.raises(NotInstalledError) as refused:
        read_in_child(plate_file[0], Document.VIN_PLATE, progress=silent, is_cancelled=never)
    assert "apt install" in str(refused.value.remedy)


def test_without_russian_only_its_package_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake = tmp_path / "tesseract"
    fake.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho eng\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    missing = lacking()
    assert missing is not None
    assert missing.command == "sudo apt install tesseract-ocr-rus"


def test_a_file_that_is_no_picture_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "order.jpg"
    path.write_bytes(b"\xff\xd8 not a picture")
    with pytest.raises(UserError, match=r"order\.jpg"):
        read_in_child(path, Document.CERTIFICATE, progress=silent, is_cancelled=never)


def test_a_photo_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    path = tmp_path / "phone.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 200), "white").save(path, exif=exif, dpi=(300, 300))
    photo = open_photo(path)
    assert photo.image.size == (200, 400)
    assert photo.dpi == 300


def test_a_tilted_paper_is_made_level() -> None:
    page = draw(Kind.EU, 1, is_hard=False).image
    plain = slope_of(page)
    turned = page.rotate(4, expand=True, fillcolor=(228, 234, 243))
    assert slope_of(turned) == pytest.approx(plain - 4, abs=0.6)


def test_a_plate_upside_down_is_known_by_its_letters() -> None:
    plate = draw(Kind.VIN, 0, is_hard=False).image
    for image, way in ((plate, 1), (plate.rotate(180), -1)):
        row = levelled(image, vin_rows(image)[0], VIN_HIGH)
        assert uprightness(row) * way > 0


def look(value: str, sure: float = 0.95, fit: float = 1.0) -> Look:
    return Look(value, sure * fit, fit, Box(0, 0, 9, 9), value)


def test_r3_what_two_readings_of_a_paper_differ_in_is_not_told_and_a_third_decides() -> None:
    one, other = look("2019"), look("2018")
    assert agreed(FieldName.YEAR, [one, one]).is_read
    assert not agreed(FieldName.YEAR, [one, other]).is_read
    assert agreed(FieldName.YEAR, [one, other, one]).value == "2019"
    assert agreed(FieldName.YEAR, [one, other, one]).is_read


def test_r3_half_a_value_seen_twice_is_still_half() -> None:
    half = look("1761", fit=0.49)
    assert not agreed(FieldName.MASS, [half, half, half]).is_read


def test_r6_only_accepted_fields_reach_the_card(shop: TestShop) -> None:
    car = shop.vehicle("А123ВС77", make="Lada", color="белый")
    owner = shop.customer("Иванова Марина Сергеевна", "+79162041873")
    shop.do(
        accept_reading,
        AcceptReading(
            document=Document.CERTIFICATE,
            sha256=SHA,
            vehicle_id=car,
            version=version_of(shop, car),
            customer_id=owner,
            decisions=(
                taken(FieldName.VIN, VIN),
                taken(FieldName.PLATE, "В777ОР 77"),
                taken(FieldName.MAKE, "Škoda Octavia"),
                taken(FieldName.YEAR, "2019", Verdict.CHANGED),
                taken(FieldName.COLOR, "серый", Verdict.SKIPPED),
                taken(FieldName.POWER, "110/150"),
                taken(FieldName.VOLUME, "1395"),
                taken(FieldName.MASS, "1860/1250"),
                taken(FieldName.NUMBER, "99 12 345678"),
                taken(FieldName.ODOMETER, "148230"),
                taken(FieldName.OWNER, "Иванова Марина Сергеевна"),
                taken(FieldName.PLACE, "г. Мытищи"),
            ),
        ),
    )
    with shop.reading() as read:
        card = get_vehicle(read, car, now=shop.clock())
    row = card.vehicle
    assert (row.vin, row.plate, row.make, row.model) == (VIN, "В777ОР 77", "Škoda", "Octavia")
    assert row.made_year == 2019
    assert row.color == "белый"
    assert row.serials == {}
    with shop.reading() as read:
        profile, papers = get_profile(read, car), list_papers(read, car)
    assert (profile.power_kw, profile.engine_cc) == (110, 1395)
    assert (profile.max_mass_kg, profile.curb_mass_kg) == (1860, 1250)
    assert [(paper.kind, paper.number) for paper in papers] == [("registration", "99 12 345678")]
    assert card.last_reading is not None
    assert card.last_reading.value == 148230
    assert [person.customer_id for person in card.people] == [owner]


def test_r7_the_audit_tells_every_decision_and_no_name(shop: TestShop) -> None:
    car = shop.vehicle("А123ВС77")
    shop.do(
        accept_reading,
        AcceptReading(
            document=Document.CERTIFICATE,
            sha256=SHA,
            vehicle_id=car,
            version=version_of(shop, car),
            makes_owner=True,
            decisions=(
                taken(FieldName.VIN, VIN),
                taken(FieldName.YEAR, "2019", Verdict.CHANGED),
                Decision(FieldName.COLOR, Verdict.SKIPPED, "", 0.31),
                taken(FieldName.OWNER, "Сидоренко Ольга"),
            ),
        ),
    )
    with shop.reading() as read:
        entry = read.connection.execute(
            sa.select(AuditEntry.changes, AuditEntry.subject_id).where(
                AuditEntry.action == "recognition.accept"
            )
        ).one()
    reading = json.loads(entry.changes)["reading"]
    assert reading["picture"] == SHA
    assert reading["fields"] == {
        "vin": ["accepted", 97],
        "year": ["changed", 97],
        "color": ["skipped", 31],
        "owner": ["accepted", 97],
    }
    assert entry.subject_id == car
    assert "Сидоренко" not in entry.changes


def test_a_reading_of_an_unknown_car_makes_it(shop: TestShop) -> None:
    made = shop.do(
        accept_reading,
        AcceptReading(
            document=Document.VIN_PLATE, sha256=SHA, decisions=(taken(FieldName.VIN, VIN),)
        ),
    )
    with shop.reading() as read:
        assert get_vehicle(read, made, now=shop.clock()).vehicle.vin == VIN


def test_an_odometer_that_goes_back_is_asked_about_and_nothing_is_written(shop: TestShop) -> None:
    car = shop.vehicle("А123ВС77")
    command = AcceptReading(
        document=Document.ODOMETER,
        sha256=SHA,
        vehicle_id=car,
        decisions=(taken(FieldName.ODOMETER, "148230"),),
    )
    shop.do(accept_reading, command)
    shop.clock.move(days=1)
    before = contents(shop)
    lower = replace(command, decisions=(taken(FieldName.ODOMETER, "14823"),))
    with pytest.raises(ConfirmError):
        shop.do(accept_reading, lower)
    assert contents(shop) == before
    shop.do(accept_reading, replace(lower, odometer_reason="new cluster"))


def test_nothing_accepted_is_refused(shop: TestShop) -> None:
    with pytest.raises(InvalidError):
        shop.do(
            accept_reading,
            AcceptReading(
                document=Document.VIN_PLATE,
                sha256=SHA,
                decisions=(taken(FieldName.VIN, VIN, Verdict.SKIPPED),),
            ),
        )


def test_r7_a_delivery_read_off_an_invoice_tells_what_was_taken_over(shop: TestShop) -> None:
    from tests.app.goods import product  # noqa: PLC0415  this test's alone

    part = product(shop, sku="GDB1550", name="Колодки тормозные задние")
    shop.do(
        receive_goods,
        ReceiveGoods(
            lines=(Arrived(product_id=part, qty=Decimal(2), cost_amount=279050),),
            document="Ромашка, 871",
            reading=DecidedInvoice(
                SHA,
                (
                    Decision(FieldName.NUMBER, Verdict.ACCEPTED, confidence=0.97),
                    Decision(FieldName.TOTAL, Verdict.SKIPPED, confidence=0.4),
                ),
                ((Verdict.CHANGED, 0.91), (Verdict.SKIPPED, 0.5)),
            ),
        ),
    )
    with shop.reading() as read:
        told = read.connection.execute(
            sa.select(AuditEntry.changes).where(AuditEntry.action == "inventory.receive_goods")
        ).scalar_one()
    assert json.loads(told)["reading"] == {
        "document": "invoice",
        "picture": SHA,
        "fields": {"number": ["accepted", 97], "total": ["skipped", 40]},
        "lines": [["changed", 91], ["skipped", 50]],
    }


def test_the_owner_on_the_paper_is_found_among_the_customers(shop: TestShop) -> None:
    known = shop.customer("Иванова Марина Сергеевна", "+79162041873")
    shop.customer("Иваненко Пётр")
    owner = ReadField(FieldName.OWNER, "Иванова Марина Сергеевна", 0.96)
    with shop.reading() as read:
        compared = compare_reading(read, reading_of(owner), None, now=shop.clock())
    assert compared.owners[0].id == known
    assert compared.reading.fields[0].notes[0].kind is NoteKind.IN_BASE


def test_a_line_is_matched_by_its_code_and_an_unknown_one_is_not(shop: TestShop) -> None:
    from tests.app.goods import product  # noqa: PLC0415  this test's alone

    part = product(shop, sku="GDB1550", name="Колодки тормозные задние")
    lines = [
        GoodsLine("GDB 1550", "Колодки", None, None, None, 0.9, Box(0, 0, 1, 1)),
        GoodsLine("ZZZ999", "Неведомая вещь", None, None, None, 0.9, Box(0, 9, 1, 1)),
    ]
    with shop.reading() as read:
        first, second = match_goods(read, lines)
    assert first.product is not None
    assert first.product.id == part
    assert first.by is MatchedBy.CODE
    assert second.product is None


def test_the_letters_of_a_pdf_are_taken_as_they_are(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  this test's alone

    path = tmp_path / "bill.pdf"
    page = Canvas(str(path))
    for row, text in enumerate(("Invoice No. 871 of 14.05.2025", "Total: 12,450.00", "x" * 30)):
        page.drawString(60, 780 - row * 30, text)
    page.save()
    _, found = open_pdf(path)
    assert [word.text for word in found[:5]] == ["Invoice", "No.", "871", "of", "14.05.2025"]
    picture = read_in_child(path, Document.INVOICE, progress=silent, is_cancelled=never)
    assert picture is not None
    assert picture.reading.from_text
    assert {f.name: f.value for f in picture.reading.fields}[FieldName.TOTAL] == "12450.00"


def test_the_command_reads_a_plate(
    plate_file: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, vin = plate_file
    assert main(["read", str(path), "--as", "vin_plate", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["fields"][0]["value"] == vin


@pytest.mark.parametrize(
    ("kind", "count", "is_hard", "least"),
    [
        (Kind.VIN, 2, False, 1.0),
        (Kind.VIN, 2, True, 0.5),
        (Kind.ODOMETER, 1, False, 1.0),
    ],
)
def test_a_small_sample_of_the_measured_set_is_read_and_hardly_ever_wrongly(
    kind: Kind,
    count: int,
    is_hard: bool,  # noqa: FBT001 - a case of the table
    least: float,
) -> None:
    found, _ = measured(kind, count, is_hard=is_hard)
    assert found["right"] >= least * found.total()
    assert found["wrong"] == 0


def test_a_plate_drawn_twice_by_one_seed_is_the_same() -> None:
    one, two = (draw_vin_plate(VIN, random.Random(7)) for _ in range(2))
    assert one.tobytes() == two.tobytes()


def test_the_child_tells_a_bad_file_without_falling(tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    draw(Kind.VIN, 1, is_hard=False).image.save(path)
    path.write_bytes(path.read_bytes()[:600])
    from app.kernel.program import this_program  # noqa: PLC0415  this test's alone

    ended = subprocess.run(
        [*this_program(), "read", str(path), "--worker"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0
    assert "refused" in json.loads(ended.stdout.splitlines()[-1])
