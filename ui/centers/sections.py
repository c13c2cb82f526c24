"""The sections of the settings as declarations: name, words, who sees them, what makes them."""

from collections.abc import Callable
from dataclasses import dataclass

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.access import Permission
from ui.centers.appearance import AppearanceSection
from ui.centers.arrivals import ArrivalsSection
from ui.centers.backup import BackupSection
from ui.centers.calendar import BaysSection, BookingSection, HoursSection, ShiftsSection
from ui.centers.center import CenterSection
from ui.centers.frame import Section
from ui.centers.numbering import NumberingSection
from ui.centers.people import PeopleSection
from ui.centers.policy import PolicySection
from ui.centers.printing import PrintingSection
from ui.centers.station import StationSection
from ui.centers.taxes import TaxesSection
from ui.shell.desk import Desk


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section: ``permissions`` any of which lets a person see it (none: everybody); ``words`` find it."""

    name: str
    title: Source
    words: Source
    make: Callable[[Desk], Section]
    permissions: tuple[Permission, ...] = ()


_OFFICE = (Permission.CENTERS_EDIT, Permission.SETTINGS_EDIT, Permission.EMPLOYEES_EDIT)

SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec(
        "center",
        QT_TRANSLATE_NOOP("Settings", "Center"),
        QT_TRANSLATE_NOOP("Settings", "name address phone tax number bank logo language time zone"),
        CenterSection,
        _OFFICE,
    ),
    SectionSpec(
        "taxes",
        QT_TRANSLATE_NOOP("Settings", "Currency and taxes"),
        QT_TRANSLATE_NOOP("Settings", "vat gst rate rounding inclusive invoice sample"),
        TaxesSection,
        _OFFICE,
    ),
    SectionSpec(
        "people",
        QT_TRANSLATE_NOOP("Settings", "People and rights"),
        QT_TRANSLATE_NOOP("Settings", "employee role right password pin permission"),
        PeopleSection,
        (Permission.EMPLOYEES_EDIT,),
    ),
    SectionSpec(
        "rules",
        QT_TRANSLATE_NOOP("Settings", "Work rules"),
        QT_TRANSLATE_NOOP(
            "Settings", "approval check warranty margin lock stock steps terms intake photos"
        ),
        PolicySection,
        _OFFICE,
    ),
    SectionSpec(
        "hours",
        QT_TRANSLATE_NOOP("Settings", "Hours and holidays"),
        QT_TRANSLATE_NOOP("Settings", "calendar opening hours breaks holidays days off"),
        HoursSection,
        (Permission.BOOKINGS_SETTINGS,),
    ),
    SectionSpec(
        "bays",
        QT_TRANSLATE_NOOP("Settings", "Bays"),
        QT_TRANSLATE_NOOP("Settings", "calendar bays lift abilities departments out of use"),
        BaysSection,
        (Permission.BOOKINGS_SETTINGS,),
    ),
    SectionSpec(
        "shifts",
        QT_TRANSLATE_NOOP("Settings", "Shifts and skills"),
        QT_TRANSLATE_NOOP("Settings", "calendar shifts absences leave skills certificates"),
        ShiftsSection,
        (Permission.BOOKINGS_SETTINGS,),
    ),
    SectionSpec(
        "booking",
        QT_TRANSLATE_NOOP("Settings", "Booking"),
        QT_TRANSLATE_NOOP("Settings", "calendar appointments services rules owners online"),
        BookingSection,
        (Permission.BOOKINGS_SETTINGS,),
    ),
    SectionSpec(
        "arrivals",
        QT_TRANSLATE_NOOP("Settings", "Keys and places"),
        QT_TRANSLATE_NOOP("Settings", "arrival key tag hook board parking place bay"),
        ArrivalsSection,
        (Permission.SETTINGS_EDIT,),
    ),
    SectionSpec(
        "numbers",
        QT_TRANSLATE_NOOP("Settings", "Numbers"),
        QT_TRANSLATE_NOOP("Settings", "template invoice number series fiscal year"),
        NumberingSection,
        _OFFICE,
    ),
    SectionSpec(
        "printing",
        QT_TRANSLATE_NOOP("Settings", "Printing"),
        QT_TRANSLATE_NOOP("Settings", "printer copies paper"),
        PrintingSection,
    ),
    SectionSpec(
        "appearance",
        QT_TRANSLATE_NOOP("Settings", "Appearance"),
        QT_TRANSLATE_NOOP("Settings", "theme dark light contrast scale letters language motion"),
        AppearanceSection,
    ),
    SectionSpec(
        "backups",
        QT_TRANSLATE_NOOP("Settings", "Backups"),
        QT_TRANSLATE_NOOP("Settings", "backup restore folder prove"),
        BackupSection,
        (Permission.BACKUP, *_OFFICE),
    ),
    SectionSpec(
        "station",
        QT_TRANSLATE_NOOP("Settings", "This computer"),
        QT_TRANSLATE_NOOP("Settings", "workstation database version schema keys"),
        StationSection,
    ),
)
