"""Files: known by their bytes, kept once by their hash, linked to records, taken away, erased."""

import hashlib
import io
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from app import files
from app.customers import EraseCustomer, erase_customer, export_person
from app.files import AddFile, EditFile, FileOf
from app.kernel.errors import (
    ChangedError,
    FinalError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    Reason,
    UserError,
)
from app.kernel.store import FileStore, sweep
from app.kernel.tx import Actor, Read
from models.access import SEED_ROLES
from models.files import FileKind, FileLink, StoredFile
from models.ledger import AuditEntry
from tests.build import pictures
from tests.build.shops import TestShop


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "shop.files")


def add(
    shop: TestShop,
    data: bytes,
    subject: tuple[str, uuid.UUID],
    *,
    name: str = "IMG_0412.JPG",
    slot: str = "",
    caption: str | None = None,
    actor: Actor | None = None,
) -> uuid.UUID:
    came = files.receive(shop.shop.files, data, name, time_zone="Europe/Moscow")
    kind, key = subject
    command = AddFile(
        sha256=came.sha256,
        subject_kind=kind,
        subject_id=key,
        name=name,
        slot=slot,
        caption=caption,
    )
    return shop.do(files.add_file, command, actor=actor)


# what it is, by its bytes
@pytest.mark.parametrize(
    ("data", "kind", "media_type"),
    [
        (pictures.photo(), FileKind.PHOTO, "image/jpeg"),
        (pictures.png(), FileKind.PHOTO, "image/png"),
        (pictures.webp(), FileKind.PHOTO, "image/webp"),
        (pictures.pdf(), FileKind.DOCUMENT, "application/pdf"),
        (pictures.mp4(), FileKind.VIDEO, "video/mp4"),
        (pictures.mp4(brand=b"qt  "), FileKind.VIDEO, "video/quicktime"),
        (pictures.mp4(brand=b"M4A "), FileKind.AUDIO, "audio/mp4"),
        (pictures.wav(), FileKind.AUDIO, "audio/wav"),
        (b"ID3\x04\0\0\0\0\0\0" + b"\0" * 200, FileKind.AUDIO, "audio/mpeg"),
        (b"OggS" + b"\0" * 200, FileKind.AUDIO, "audio/ogg"),
        (b"\x1aE\xdf\xa3" + b"\0" * 200, FileKind.VIDEO, "video/webm"),
    ],
)
def test_a_file_is_known_by_its_bytes_whatever_it_is_called(
    store: FileStore, data: bytes, kind: FileKind, media_type: str
) -> None:
    came = files.receive(store, data, "holiday.exe")
    assert (came.seen.kind, came.seen.media_type) == (kind, media_type)
    assert came.sha256 == hashlib.sha256(data).hexdigest()
    assert store.path(came.sha256).read_bytes() == data


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("photo.jpg", pictures.exe(), "unknown"),
        ("scheme.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "unknown"),
        ("page.jpg", b"<!doctype html><html><script>1</script></html>", "unknown"),
        ("text.pdf", b"only words", "unknown"),
        ("archive.jpg", b"PK\x03\x04" + b"\0" * 40 + pictures.zip_end(), "unknown"),
        ("photo.gif", b"GIF89a" + b"\0" * 40, "unknown"),
        ("both.jpg", pictures.photo() + b"PK\x03\x04" + b"x" * 90 + pictures.zip_end(), "zip"),
        ("both.pdf", pictures.pdf() + pictures.zip_end(), "zip"),
        ("both.png", pictures.png() + b"MZ and more", "after IEND"),
        ("both.webp", pictures.webp() + b"<script>", "after riff"),
        ("both2.jpg", pictures.photo() + b"<script>alert(1)</script>", "after jpeg"),
        ("both3.jpg", pictures.photo() + pictures.exe(), "after jpeg"),
        ("head.mp3", b"ID3\x04\0\0\0\0\0\0%PDF-1.7\n" + b"\0" * 99, "pdf"),
        ("cut.jpg", pictures.photo()[:-900], "jpeg without an end"),
        ("cut.png", pictures.png()[:-9], "png without an end"),
        ("cut.mp4", pictures.mp4()[:-3], "mp4 box is longer than the file"),
        ("cut.pdf", pictures.pdf()[:300], "pdf without an end"),
        ("flood.png", pictures.flood(), "pixels"),
        ("long.png", pictures.flood(40_000, 2), "pixels"),
        ("lies.png", pictures.flood(9_000, 9_000), "OSError"),
    ],
)
def test_what_is_no_photo_or_document_or_two_things_at_once_is_refused(
    store: FileStore, name: str, data: bytes, why: str
) -> None:
    with pytest.raises(UserError) as refused:
        files.receive(store, data, name)
    assert refused.value.reason is Reason.FILE
    assert refused.value.details["why"] == why
    assert refused.value.remedy is not None
    assert store.hashes() == []
    assert list((store.root / ".incoming").iterdir()) == []


def test_a_heic_picture_is_named_with_the_way_out(store: FileStore) -> None:
    with pytest.raises(UserError, match="HEIC") as refused:
        files.receive(store, pictures.mp4(brand=b"heic"), "IMG_1.HEIC")
    assert refused.value.reason is Reason.UNSUPPORTED
    assert "Most compatible" in str(refused.value.remedy)


@pytest.mark.parametrize(
    "behind",
    [b"\0" * 64, pictures.photo(64, 48), pictures.mp4(), b"note" * 9 + b"SEFT", b""],
    ids=["zeros", "second picture", "motion photo", "maker's note", "nothing"],
)
def test_what_cameras_put_behind_a_picture_is_let_in(store: FileStore, behind: bytes) -> None:
    assert files.receive(store, pictures.photo() + behind).seen.width == 640


def test_each_kind_has_its_largest_size(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(files.LARGEST, FileKind.PHOTO, 2 << 20)
    noisy = Image.frombytes("RGB", (1400, 1400), os.urandom(1400 * 1400 * 3))
    made = io.BytesIO()
    noisy.save(made, "PNG")
    with pytest.raises(UserError, match="larger than 2 MB"):
        files.receive(store, made.getvalue())
    with pytest.raises(UserError, match="empty"):
        files.receive(store, b"")


def test_lengths_and_moments_are_read_from_the_file(store: FileStore) -> None:
    assert files.receive(store, pictures.mp4(seconds=7)).seen.duration_ms == 7000
    assert files.receive(store, pictures.wav(seconds=2)).seen.duration_ms == 2000
    here = files.receive(store, pictures.photo(), time_zone="Europe/Moscow").seen
    assert here.taken_at == datetime(2026, 6, 15, 6, 41, tzinfo=UTC)
    told = files.receive(store, pictures.photo(offset="+05:30"), time_zone="Europe/Moscow").seen
    assert told.taken_at == datetime(2026, 6, 15, 4, 11, tzinfo=UTC)
    for odd in (None, "0000:00:00 00:00:00", "yesterday"):
        assert files.receive(store, pictures.photo(taken=odd)).seen.taken_at is None


# the store
@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "C:\\Windows\\x.jpg", "a\0b.jpg"],
)
def test_a_name_never_becomes_a_path(store: FileStore, name: str, tmp_path: Path) -> None:
    came = files.receive(store, pictures.photo(), name)
    assert "/" not in came.name
    assert "\\" not in came.name
    assert "\0" not in came.name
    inside = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert inside == [store.path(came.sha256)]


@pytest.mark.parametrize("asked", ["../x", "", "A" * 64, "0" * 63, "0" * 65, "0" * 63 + "/"])
def test_bytes_are_asked_for_by_a_hash_alone(store: FileStore, asked: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store.path(asked)
    with pytest.raises(ValueError, match="SHA-256"):
        files.small_path(store, asked, 96)


def test_the_same_photo_twice_is_stored_once(shop: TestShop) -> None:
    vehicle, order_car = shop.vehicle(), shop.vehicle("В777ОР77")
    photo = pictures.photo()
    first = add(shop, photo, ("vehicle", vehicle), name="one.jpg")
    again = add(shop, photo, ("vehicle", vehicle), name="two.jpg")
    other = add(shop, photo, ("vehicle", order_car), name="three.jpg")
    assert first == again != other
    assert shop.shop.files.hashes() == [hashlib.sha256(photo).hexdigest()]
    with shop.reading() as read:
        assert count(read, StoredFile) == 1
        assert count(read, FileLink) == 2


def count(read: Read, entity: type[StoredFile | FileLink]) -> int:
    found = read.connection.execute(sa.select(sa.func.count()).select_from(entity))
    return int(found.scalar_one())


def test_bytes_that_rotted_are_mended_by_adding_the_file_again(store: FileStore) -> None:
    photo = pictures.photo()
    came = files.receive(store, photo)
    spoiled = bytearray(photo)
    spoiled[2000] ^= 1
    store.path(came.sha256).write_bytes(spoiled)
    assert store.hash_of(came.sha256) != came.sha256
    assert not files.receive(store, photo).is_new
    assert store.path(came.sha256).read_bytes() == photo


def test_a_full_disk_says_so_and_leaves_nothing(store: FileStore) -> None:
    with pytest.raises(UserError, match="empty"):
        files.receive(store, b"")
    folder = store.root / ".incoming"
    shutil.rmtree(folder)
    folder.write_text("in the way")
    with pytest.raises(UserError) as refused:
        files.receive(store, pictures.photo())
    assert refused.value.reason is Reason.STORAGE


_ADDING = """
import sys
from app.kernel.store import FileStore
from app import files
from pathlib import Path
store = FileStore(Path(sys.argv[1]))
for number in range(100_000):
    from tests.build import pictures
    came = files.receive(store, pictures.photo(900, 700, tint=number, taken=f"2026:01:01 {number:06}"))
    files.small_copy(store, came.sha256, 320)
    print(came.sha256, flush=True)
"""


def test_killed_while_storing_every_file_that_is_there_is_whole(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "shop.files")
    told: list[str] = []
    for turn in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", _ADDING, str(store.root)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        told.append(process.stdout.readline().strip())
        time.sleep(0.004 * turn)
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        told += [line for line in rest.splitlines() if len(line) == 64]
    assert set(told) <= set(store.hashes())
    for sha256 in store.hashes():
        assert store.hash_of(sha256) == sha256
    for copy in store.small.rglob("*.jpg"):
        with Image.open(copy) as picture:
            picture.load()


# small copies
@pytest.mark.parametrize(("turned", "corner"), [(1, "tl"), (3, "br"), (6, "tr"), (8, "bl")])
def test_copies_are_upright_and_tell_no_place(store: FileStore, turned: int, corner: str) -> None:
    came = files.receive(store, pictures.photo(turned=turned))
    for size in files.SIZES:
        path = files.small_copy(store, came.sha256, size)
        with Image.open(path) as copy:
            assert max(copy.size) == min(size, 640)
            assert (copy.height > copy.width) == (turned in {6, 8})
            assert not copy.getexif()
            assert "exif" not in copy.info
            x = 4 if corner[1] == "l" else copy.width - 5
            y = 4 if corner[0] == "t" else copy.height - 5
            point = copy.convert("RGB").crop((x, y, x + 1, y + 1)).tobytes()
            assert point[0] > 150 > point[1]
        assert b"GPS" not in path.read_bytes()
        assert b"Camera maker" not in path.read_bytes()


def test_the_folder_of_copies_may_be_deleted(store: FileStore) -> None:
    came = files.receive(store, pictures.png())
    first = files.small_copy(store, came.sha256, 96).read_bytes()
    shutil.rmtree(store.small)
    assert files.small_copy(store, came.sha256, 96).read_bytes() == first
    with pytest.raises(ValueError, match="copies"):
        files.small_copy(store, came.sha256, 97)
    store.remove(came.sha256)
    with pytest.raises(UserError, match="not in the store"):
        files.small_copy(store, came.sha256, 96)


# at records
def test_a_file_at_its_record_tells_everything(shop: TestShop) -> None:
    vehicle = shop.vehicle()
    link = add(shop, pictures.photo(), ("vehicle", vehicle), slot="front", caption="Спереди")
    row = shop.see(files.get_file, link)
    assert (row.slot, row.caption, row.name, row.position) == (
        "front",
        "Спереди",
        "IMG_0412.JPG",
        0,
    )
    assert (row.width, row.height, row.made_by) == (640, 480, "Серова Татьяна")
    assert row.taken_at == datetime(2026, 6, 15, 6, 41, tzinfo=UTC)
    second = add(shop, pictures.photo(tint=1), ("vehicle", vehicle))
    assert [f.id for f in shop.see(files.list_files, "vehicle", vehicle)] == [link, second]
    assert shop.see(files.count_files, "vehicle", [vehicle, uuid.uuid4()]) == {vehicle: 2}
    with shop.reading() as read:
        assert files.bytes_of(read, shop.shop.files, link).read_bytes() == pictures.photo()


def test_marks_on_a_picture_stay_on_it(shop: TestShop) -> None:
    vehicle = shop.vehicle()
    link = add(shop, pictures.photo(), ("vehicle", vehicle))
    mark: dict[str, object] = {"points": [[100, 200], [9000, 10_000]], "text": "трещина"}
    shop.do(
        files.edit_file, EditFile(link_id=link, version=1, marks=(mark,), caption="", position=4)
    )
    row = shop.see(files.get_file, link)
    assert row.marks == (mark,)
    assert (row.caption, row.position, row.version) == (None, 4, 2)
    wrong: tuple[object, ...] = ([[0, 10_001]], [[0.5, 1]], [], [[1]], "no", [[-1, 0]])
    for points in wrong:
        with pytest.raises(InvalidError):
            shop.do(
                files.edit_file,
                EditFile(link_id=link, version=2, marks=({"points": points, "text": ""},)),
            )
    with pytest.raises(ChangedError):
        shop.do(files.edit_file, EditFile(link_id=link, version=1, caption="older"))


def test_a_file_taken_away_comes_back(shop: TestShop) -> None:
    vehicle = shop.vehicle()
    link = add(shop, pictures.photo(), ("vehicle", vehicle))
    shop.do(files.unlink_file, FileOf(link_id=link, version=1))
    assert shop.see(files.list_files, "vehicle", vehicle) == []
    assert len(shop.see(files.list_files, "vehicle", vehicle, with_archived=True)) == 1
    assert len(shop.shop.files.hashes()) == 1
    shop.do(files.bring_back_file, FileOf(link_id=link))
    assert len(shop.see(files.list_files, "vehicle", vehicle)) == 1


def test_who_may_what_with_files(shop: TestShop) -> None:
    vehicle = shop.vehicle()
    link = add(shop, pictures.photo(), ("vehicle", vehicle), actor=shop.mechanic)
    with pytest.raises(NotAllowedError):
        shop.do(files.unlink_file, FileOf(link_id=link), actor=shop.mechanic)
    with pytest.raises(NotAllowedError):
        shop.do(files.erase_file, FileOf(link_id=link), actor=shop.receptionist)
    shop.do(files.unlink_file, FileOf(link_id=link), actor=shop.receptionist)
    with_right = {role for role, rights in SEED_ROLES.items() if "files.add" in rights}
    assert with_right == set(SEED_ROLES)


def test_files_of_another_center_are_not_seen(shop: TestShop) -> None:
    vehicle = shop.vehicle()
    link = add(shop, pictures.photo(), ("vehicle", vehicle))
    stranger = Actor(shop.owner.employee_id, uuid.uuid4(), "stranger", shop.owner.permissions)
    with shop.reading(stranger) as read:
        assert files.list_files(read, "vehicle", vehicle) == []
        assert files.count_files(read, "vehicle", [vehicle]) == {}
        with pytest.raises(NotFoundError):
            files.get_file(read, link)
        with pytest.raises(NotFoundError):
            files.bytes_of(read, shop.shop.files, link)


def test_a_file_needs_a_record_that_can_have_one(shop: TestShop) -> None:
    came = files.receive(shop.shop.files, pictures.photo())
    for kind, error in (
        ("spaceship", InvalidError),
        ("arrival", UserError),
        ("vehicle", NotFoundError),
    ):
        with pytest.raises(error):
            shop.do(
                files.add_file,
                AddFile(sha256=came.sha256, subject_kind=kind, subject_id=uuid.uuid4()),
            )
    with pytest.raises(UserError, match="add it once more"):
        shop.do(
            files.add_file,
            AddFile(sha256="0" * 64, subject_kind="vehicle", subject_id=shop.vehicle()),
        )


def test_the_audit_does_not_know_what_a_file_is_called(shop: TestShop) -> None:
    add(
        shop,
        pictures.photo(),
        ("vehicle", shop.vehicle()),
        name="Паспорт Иванова.jpg",
        caption="Иванов",
    )
    with shop.reading() as read:
        said = "".join(read.connection.execute(sa.select(AuditEntry.changes)).scalars())
    assert "file_link" in said
    assert "Иванов" not in said


# erasing
def test_erasing_takes_the_bytes_when_nobody_else_shows_them(shop: TestShop) -> None:
    one, two = shop.vehicle(), shop.vehicle("В777ОР77")
    photo = pictures.photo()
    first, second = add(shop, photo, ("vehicle", one)), add(shop, photo, ("vehicle", two))
    store = shop.shop.files
    copy = files.small_copy(store, hashlib.sha256(photo).hexdigest(), 96)
    assert not shop.do(files.erase_file, FileOf(link_id=first))
    assert len(store.hashes()) == 1
    assert shop.do(files.erase_file, FileOf(link_id=second))
    assert store.hashes() == []
    assert not copy.exists()
    with pytest.raises(FinalError):
        shop.do(files.bring_back_file, FileOf(link_id=second))
    with shop.reading() as read, pytest.raises(UserError, match="erased"):
        files.bytes_of(read, store, second)
    # the same bytes come once more: the row lives again
    third = add(shop, photo, ("vehicle", two))
    assert not shop.see(files.get_file, third).is_erased
    assert len(store.hashes()) == 1


def test_a_person_who_is_erased_leaves_no_scan(shop: TestShop) -> None:
    customer, vehicle = shop.customer(), shop.vehicle()
    passport, shared = pictures.photo(tint=7), pictures.photo(tint=9)
    add(shop, passport, ("customer", customer), name="паспорт.jpg", caption="Ким Анна")
    add(shop, shared, ("customer", customer))
    add(shop, shared, ("vehicle", vehicle))
    told = shop.see(export_person, customer)
    assert [f["name"] for f in told["files"]] == ["паспорт.jpg", "IMG_0412.JPG"]
    shop.do(erase_customer, EraseCustomer(customer_id=customer))
    assert shop.shop.files.hashes() == [hashlib.sha256(shared).hexdigest()]
    with shop.reading() as read:
        rows = files.list_files(read, "customer", customer, with_archived=True)
    assert {(r.name, r.caption) for r in rows} == {("", None)}
    assert sorted(r.is_erased for r in rows) == [False, True]


def test_a_sweep_takes_what_a_kill_left_and_nothing_that_is_new(shop: TestShop) -> None:
    store, database = shop.shop.files, shop.shop.database
    kept = add(shop, pictures.photo(), ("vehicle", shop.vehicle()))
    fresh = files.receive(store, pictures.photo(tint=1)).sha256
    old = files.receive(store, pictures.photo(tint=2)).sha256
    long_ago = time.time() - 100_000
    os.utime(store.path(old), (long_ago, long_ago))
    left = store.root / ".incoming" / "left"
    left.write_bytes(b"half")
    os.utime(left, (long_ago, long_ago))
    assert sweep(database, store) == 1
    assert not left.exists()
    row = shop.see(files.get_file, kept)
    assert store.hashes() == sorted([fresh, row.sha256])
    # erased, and killed before the bytes went
    spare = store.path(row.sha256).read_bytes()
    shop.do(files.erase_file, FileOf(link_id=kept))
    store.path(row.sha256).write_bytes(spare)
    assert sweep(database, store) == 1
    assert store.hashes() == [fresh]
