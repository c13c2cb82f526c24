"""The states that a good day does not show: a conflict, a refusal, our own mistake, drafts that survived."""

from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from ui.shell.conflict import THEIRS, ConflictDialog, Difference, Side
from ui.shell.drafts import DraftLabel
from ui.shell.recovered import offer_drafts
from ui.shell.window import Window
from ui.start import record
from ui.tour.hands import Hands

WORDS = {
    "en": (
        "Order 0054 was changed at another desk",
        "While you edited, P. Malinin saved his changes at 14:29. Your text is whole.",
        ("P. Malinin", "bay 1, 14:29"),
        ("O. Dyomina", "desk 1, 14:31"),
        ("Promised", "today, 18:30", "today, 17:30"),
        ("Oil, quantity", "4.4 l", "4.2 l"),
        ("Discount, pads", "none", "5 %"),
    ),
    "ru": (
        "Заказ 0054 изменили на другом ПК",
        "Пока вы правили, Малинин П. сохранил свои изменения в 14:29. Ваш текст цел.",
        ("Малинин П.", "пост 1, 14:29"),
        ("Дёмина О.", "стойка 1, 14:31"),
        ("Обещано", "сегодня, 18:30", "сегодня, 17:30"),
        ("Масло, количество", "4,4 л", "4,2 л"),
        ("Скидка, колодки", "нет", "5 %"),
    ),
}
"""What two desks might have typed: the sample's words, in both languages."""


def conflict(window: Window, hands: Hands) -> None:
    """Theirs or mine, field by field."""
    title, sentence, theirs, mine, *fields = WORDS[window.desk.language]
    differences = [
        Difference(f"field{number}", *words, prefer=THEIRS if number == 0 else "mine")
        for number, words in enumerate(fields)
    ]
    ConflictDialog(window, title, sentence, Side(*theirs), Side(*mine), differences).open()
    hands.calm()


def refusal(window: Window, hands: Hands) -> None:
    """What happened, what was kept, what to do."""
    window.desk.problem(
        UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "kernel", "The database is busy with another change. Nothing was changed."
                )
            ),
            reason=Reason.BUSY,
            remedy=say(QT_TRANSLATE_NOOP("kernel", "Try again in a moment.")),
        ),
        lambda: None,
    )
    hands.calm()


def mistake(window: Window, hands: Hands) -> None:
    """Our own mistake: told honestly, and the window goes on."""
    window.desk.problem(ZeroDivisionError("a planted mistake"))
    hands.calm()


def drafts(window: Window, hands: Hands) -> None:
    """What was typed before the program was killed, offered again."""
    desk = window.desk
    key = record(window, "work_orders", "А123ВС")
    kept = f"work_orders:{key}"
    desk.drafts.keep(
        kept, {}, DraftLabel("SC001-2025-12-0054", "А123ВС", "777", icon="clipboard-list")
    )
    desk.drafts.keep("customers:new", {}, DraftLabel(icon="users"))
    offer_drafts(window, desk)
    hands.calm()


def forget(window: Window, hands: Hands) -> None:
    """Close what is open; the drafts of the picture are no drafts of anybody."""
    hands.press("Escape")
    for draft in window.desk.drafts.all():
        window.desk.drafts.drop(draft.name)
