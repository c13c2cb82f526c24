"""A window on the Sync page, and the real server in a process of its own."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Shop
from tests.sync.people import Person
from tests.sync.running import Server
from ui.dressing import open_window
from ui.shell.desk import Desk
from ui.shell.page import Page, PageSpec
from ui.shell.watchdog import DeskApplication
from ui.shell.window import Window
from ui.start import person, settle
from ui.sync import SPEC, service_of
from ui.sync.page import SyncPage


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A running server of this test alone: it counts guesses, and tests are one address."""
    url = f"sqlite:///{tmp_path / 'server.sqlite'}"
    log = tmp_path / "server.log"
    with Server(url, log, durable="false", print_codes="true", trusted_proxy="127.0.0.1") as made:
        yield made


@dataclass
class Boss:
    """Who runs the center on the server's pages."""

    server: Server
    person: Person

    def code(self) -> str:
        """A fresh pairing code."""
        return self.person.pairing_code()


@pytest.fixture
def boss(server: Server) -> Iterator[Boss]:
    """Somebody who may make pairing codes."""
    person = Person(server.url)
    person.come_in(server.database_url)
    yield Boss(server, person)
    person.close()


class Landed(Page):
    """Where orders, cars and the center open: remembers what was asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.opened: list[uuid.UUID | None] = []

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        self.opened.append(key)


LANDING = PageSpec(
    name="work_orders",
    title=QT_TRANSLATE_NOOP("test", "Orders"),
    icon="clipboard-list",
    make=Landed,
    places=("vehicles", "centers"),
)


@pytest.fixture
def front(
    sample_shop: Shop, tmp_path: Path, dressed: DeskApplication, qtbot: QtBot
) -> Iterator[Window]:
    """The window of the owner with the Sync page alone."""
    made = open_window(
        sample_shop,
        person(sample_shop, None),
        language="en",
        drafts=tmp_path / "drafts",
        specs=(SPEC, LANDING),
    )
    made.resize(1366, 768)
    made.show()
    made.open("sync", None, {})
    settle(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    service_of(made.desk).stop()
    made.close()
    made.desk.close()
    made.deleteLater()
    dressed.processEvents()


@pytest.fixture
def page(front: Window) -> SyncPage:
    """The page itself."""
    found = front.page
    assert isinstance(found, SyncPage)
    return found
