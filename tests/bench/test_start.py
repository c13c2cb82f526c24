"""The first page waits for nothing that it does not show."""

import json
import os
import subprocess
import sys
from pathlib import Path

from app.compose import open_shop
from app.exchange.sample import make_sample
from tests.house.tree import ROOT

NOT_FOR_TODAY = (
    "PySide6.QtNetwork",
    "alembic",
    "argon2",
    "cryptography",
    "fastapi",
    "holidays",
    "httpx",
    "jinja2",
    "keyring",
    "lxml",
    "num2words",
    "openpyxl",
    "phonenumbers.data",
    "PIL",
    "psycopg",
    "pydantic",
    "pydantic_settings",
    "pytesseract",
    "reportlab",
    "segno",
    "sqlalchemy.dialects.postgresql",
    "uharfbuzz",
    "uvicorn",
    "zxingcpp",
    "app.billing",
    "app.catalog",
    "app.exchange",
    "app.inventory",
    "app.kernel.backup",
    "app.passports",
    "app.work_orders",
    "models.bookings",
    "models.catalog",
    "models.customers",
    "models.files",
    "models.identifiers",
    "models.passports",
    "reports",
    "sync.server",
    "sync.worker",
    "ui.billing.page",
    "ui.catalog.page",
    "ui.palette",
    "ui.work_orders.page",
)


def test_today_is_opened_before_anything_else_is_loaded(tmp_path: Path) -> None:
    shop = open_shop(
        url=str(tmp_path / "shop.sqlite"), secrets_dir=tmp_path / "secrets", daily=False
    )
    make_sample(shop)
    shop.close()
    command = [sys.executable, "-m", "app", "bench-part", "today"]
    done = subprocess.run(
        [*command, str(tmp_path / "shop.sqlite"), str(tmp_path / "drafts")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = json.loads(done.stdout.splitlines()[-1])["loaded"]
    assert "ui.today.page" in loaded
    assert not [
        name for name in loaded for each in NOT_FOR_TODAY if f"{name}.".startswith(f"{each}.")
    ]
