"""Settings: the center's own data, with the head of its papers beside it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from typing_extensions import override

from app.centers import CenterRow, UpdateCenter, update_center
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.access import Permission
from ui.centers.frame import FormSection
from ui.centers.paper import PaperRow, SamplePane
from ui.shell.desk import Desk
from ui.shell.words import LANGUAGES, said
from widgets.buttons import Button, label, set_tone
from widgets.fields import Choice, TextEdit
from widgets.forms import Form
from widgets.theme import theme

_LARGEST_LOGO = 512 * 1024

TAX_IDS: Mapping[str, tuple[tuple[str, Source], ...]] = {
    "ru": (
        ("inn", QT_TRANSLATE_NOOP("CenterSection", "ИНН")),
        ("kpp", QT_TRANSLATE_NOOP("CenterSection", "КПП")),
        ("ogrn", QT_TRANSLATE_NOOP("CenterSection", "ОГРН")),
    ),
    "in": (
        ("gstin", QT_TRANSLATE_NOOP("CenterSection", "GSTIN")),
        ("pan", QT_TRANSLATE_NOOP("CenterSection", "PAN")),
    ),
    "eu": (("eu_vat", QT_TRANSLATE_NOOP("CenterSection", "VAT number")),),
    "us": (("ein", QT_TRANSLATE_NOOP("CenterSection", "EIN")),),
}
BANK: Mapping[str, tuple[tuple[str, Source], ...]] = {
    "ru": (
        ("name", QT_TRANSLATE_NOOP("CenterSection", "Bank")),
        ("account", QT_TRANSLATE_NOOP("CenterSection", "Account")),
        ("bik", QT_TRANSLATE_NOOP("CenterSection", "БИК")),
        ("correspondent_account", QT_TRANSLATE_NOOP("CenterSection", "Correspondent account")),
    ),
    "in": (
        ("name", QT_TRANSLATE_NOOP("CenterSection", "Bank")),
        ("account", QT_TRANSLATE_NOOP("CenterSection", "Account")),
        ("ifsc", QT_TRANSLATE_NOOP("CenterSection", "IFSC")),
    ),
    "eu": (
        ("name", QT_TRANSLATE_NOOP("CenterSection", "Bank")),
        ("account", QT_TRANSLATE_NOOP("CenterSection", "IBAN")),
        ("bic", QT_TRANSLATE_NOOP("CenterSection", "BIC")),
    ),
    "us": (
        ("name", QT_TRANSLATE_NOOP("CenterSection", "Bank")),
        ("account", QT_TRANSLATE_NOOP("CenterSection", "Account")),
        ("routing", QT_TRANSLATE_NOOP("CenterSection", "Routing number")),
    ),
}
"""What papers of a part of the world name; whatever else is kept with the center stays untouched."""


class LogoRow(QWidget):
    """The shop's sign: chosen from a file, or none."""

    def __init__(self, section: "CenterSection") -> None:
        super().__init__()
        self._section = section
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.words = label("", "hint", wrap=True)
        self.choose = Button(self.tr("Choose a picture…"), "image")
        self.remove = Button(self.tr("Remove"), kind="quiet")
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: section.set_logo(None))
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addWidget(self.words, 1)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("The shop's sign"), "", self.tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Take the picture of a file, or say why it cannot be taken."""
        try:
            data = path.read_bytes()
        except OSError as error:
            self._say(
                self.tr("{name} cannot be read: {why}").format(name=path.name, why=error.strerror)
            )
            return
        if len(data) > _LARGEST_LOGO:
            self._say(self.tr("The picture is larger than 512 KB; make it smaller."))
            return
        if not data.startswith((b"\x89PNG", b"\xff\xd8\xff")):
            self._say(self.tr("{name} is neither PNG nor JPEG.").format(name=path.name))
            return
        self._section.set_logo(data)

    def _say(self, text: str) -> None:
        self.words.setText(text)
        set_tone(self.words, "bad")

    def show_logo(self, logo: bytes | None) -> None:
        """Say whether there is one."""
        self.remove.setEnabled(logo is not None)
        set_tone(self.words, "")
        self.words.setText("" if logo else self.tr("PNG or JPEG, up to 512 KB"))


class CenterSection(FormSection):
    """Names, address, telephones, tax numbers, bank, language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, can=desk.can(Permission.CENTERS_EDIT))
        self._pane = SamplePane(
            self.tr("The head of your papers"),
            self.tr("Papers that were issued keep the name and address of their day."),
        )
        self.set_sample(self._pane)
        self._logo: bytes | None = None
        self._build()

    def _build(self) -> None:
        center = self.desk.center
        self._tax = TAX_IDS.get(center.profile, TAX_IDS["us"])
        self._bank = BANK.get(center.profile, BANK["us"])
        form = self.form = Form(columns=2)
        self._logo_row = LogoRow(self)
        self._add(form)
        form.changed.connect(self.touched)
        form.setEnabled(self.can_save)
        self.column.addSpacing(theme().px(12))
        facts = self.tr(
            "{code}, {country}, {currency}: these three stay, because papers carry them"
        )
        self.column.addWidget(
            label(
                facts.format(code=center.code, country=center.country, currency=center.currency),
                "hint",
                wrap=True,
            )
        )
        self.column.addSpacing(theme().px(12))
        self.column.addWidget(form)
        self.column.addStretch(1)

    def _add(self, form: Form) -> None:
        form.section(self.tr("Name and address"))
        form.add("name", self.tr("Name"), TextEdit(name=self.tr("Name")), required=True)
        form.add("legal_name", self.tr("Legal name"), TextEdit(name=self.tr("Legal name")))
        form.add("address", self.tr("Address"), TextEdit(name=self.tr("Address")), span=2)
        form.add("city", self.tr("City"), TextEdit(name=self.tr("City")))
        form.add("place", self.tr("State, region"), TextEdit(name=self.tr("State, region")))
        form.section(self.tr("How to reach the shop"))
        form.add("phone", self.tr("Phone"), TextEdit(name=self.tr("Phone")))
        form.add("email", self.tr("E-mail"), TextEdit(name=self.tr("E-mail")))
        form.add("website", self.tr("Website"), TextEdit(name=self.tr("Website")))
        form.section(self.tr("Tax numbers"))
        for name, title in self._tax:
            form.add(f"tax_ids.{name}", said(title), TextEdit(name=said(title), codes=True))
        form.section(self.tr("Bank"))
        for name, title in self._bank:
            form.add(f"bank.{name}", said(title), TextEdit(name=said(title), codes=name != "name"))
        form.section(self.tr("Language and time"))
        words = {"en": self.tr("English"), "ru": self.tr("Russian")}
        languages = [(code, words[code]) for code in LANGUAGES]
        if self.desk.center.language not in LANGUAGES:
            languages.append((self.desk.center.language, self.desk.center.language))
        form.add(
            "language", self.tr("Papers and sign-in"), Choice(languages, name=self.tr("Language"))
        )
        form.add(
            "locale", self.tr("Numbers and dates"), TextEdit(name=self.tr("Numbers and dates"))
        )
        form.add("time_zone", self.tr("Time zone"), TextEdit(name=self.tr("Time zone")))
        form.section(self.tr("Sign on papers"))
        form.add_wide(self._logo_row)

    @override
    def fill(self, center: CenterRow) -> None:
        values = {
            name: getattr(center, name)
            for name in self.form.names()
            if not name.startswith(("tax_ids.", "bank."))
        }
        values["phone"] = self.desk.formats.phone(center.phone)
        values |= {f"tax_ids.{name}": center.tax_ids.get(name, "") for name, _ in self._tax}
        values |= {f"bank.{name}": center.bank.get(name, "") for name, _ in self._bank}
        self.form.set_values(values)
        self._logo = center.logo
        self._logo_row.show_logo(self._logo)

    @override
    def draft(self) -> Mapping[str, Any]:
        return self.form.draft()

    @override
    def put(self, draft: Mapping[str, Any]) -> None:
        self.form.set_draft(draft)

    def set_logo(self, logo: bytes | None) -> None:
        """Another sign, or none; saved with the form."""
        self._logo = logo
        self._logo_row.show_logo(logo)
        self.touched()

    @override
    def command(self) -> tuple[Callable[..., Any], object] | None:
        if not self.form.check():
            return None
        values = self.form.values()
        center = self.desk.center
        tax_ids: dict[str, str | None] = {**center.tax_ids}
        tax_ids |= {name: values.pop(f"tax_ids.{name}") or None for name, _ in self._tax}
        bank = dict(center.bank)
        for name, _ in self._bank:
            text = values.pop(f"bank.{name}")
            bank.pop(name, None)
            if text:
                bank[name] = text
        texts: dict[str, str] = {name: str(value or "") for name, value in values.items()}
        phone, email = texts.pop("phone"), texts.pop("email")
        website = texts.pop("website")
        return update_center, UpdateCenter(
            version=center.version,
            phone=phone or None,
            email=email or None,
            website=website or None,
            tax_ids=tax_ids,
            bank=bank,
            logo=self._logo,
            **texts,
        )

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.form.show_problems(problems)

    @override
    def refresh(self) -> None:
        text = self.form.draft()
        taxes = [(said(title), text[f"tax_ids.{name}"]) for name, title in self._tax]
        bank = [(said(title), text[f"bank.{name}"]) for name, title in self._bank]
        reach = [text[name] for name in ("phone", "email", "website") if text[name]]
        rows = [
            PaperRow(text["legal_name"] or text["name"], kind="title"),
            PaperRow(text["address"] or text["city"]),
            PaperRow(", ".join(reach)),
            PaperRow(", ".join(f"{title} {number}" for title, number in taxes if number)),
        ]
        paid = [f"{title} {number}" for title, number in bank if number]
        if paid:
            rows.append(PaperRow(paid[0], kind="muted", line=True))
            rows += [PaperRow(part, kind="muted") for part in paid[1:]]
        self._pane.paper.set_rows([row for row in rows if row.left], self._logo)
