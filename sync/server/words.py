"""Every word that people read on the server's pages, in Russian and English.

The server has no Qt, so its words stand here: one row per sentence, both languages side by side.
"""

from typing import Final

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "accept": ("Согласен", "I agree"),
    "access_log": ("Журнал доступа", "Access log"),
    "access_empty": (
        "Пока никто ничего не делал с данными этой машины.",
        "Nobody has done anything with this car's data yet.",
    ),
    "act_correction_approved": ("исправление принято: {center}", "correction agreed: {center}"),
    "act_correction_asked": ("запрошено исправление записи", "asked to correct a record"),
    "act_correction_received": ("получен документ об исправлении", "sent the correcting document"),
    "act_correction_rejected": ("исправление отклонено: {center}", "correction rejected: {center}"),
    "act_history_shown": (
        "получены записи других сервисов: {count}",
        "received records of other centers: {count}",
    ),
    "act_link_approved": ("доступ разрешён: {center}", "gave access: {center}"),
    "act_link_revoked": ("доступ отозван: {center}", "took access back: {center}"),
    "act_prices_received": ("добавлена стоимость работ: {count}", "added prices: {count}"),
    "act_record_received": ("добавлены записи: {count}", "added records: {count}"),
    "act_scope_changed": ("доступ изменён: {center}", "changed access: {center}"),
    "add_car": ("Добавить машину", "Add a car"),
    "add_center": ("Подключить сервис", "Connect a center"),
    "add_device": ("Подключить ещё один компьютер", "Connect another computer"),
    "after": ("Станет", "Would be"),
    "allow": ("Разрешить", "Allow"),
    "already_decided_text": (
        "Решение уже принято, возможно, в другом окне. Откройте главную страницу, там всё как есть.",
        "This was decided already, perhaps in another window. The start page shows how things are.",
    ),
    "already_decided_title": ("Уже решено", "Decided already"),
    "asks_for": ("Сервис просит", "The center asks to"),
    "back": ("Назад", "Back"),
    "before": ("Записано", "Recorded"),
    "by_date": ("до {date}", "by {date}"),
    "by_date_or_odometer": ("до {date} или {reading}", "by {date} or {reading}"),
    "by_odometer": ("до {reading}", "by {reading}"),
    "car": ("Машина", "Car"),
    "car_label": ("Марка и модель", "Make and model"),
    "car_new": ("Новая машина в моём списке", "A new car in my list"),
    "car_needs_label": ("Напишите марку и модель.", "Please write make and model."),
    "car_plate": ("Госномер", "Plate"),
    "car_vin": ("VIN", "VIN"),
    "car_vin_hint": (
        "17 знаков, есть в СТС и ПТС. По нему сервис находит вас.",
        "17 characters, in the registration papers. Centers find you by it.",
    ),
    "car_vin_wrong": (
        "В VIN 17 латинских букв и цифр, без I, O и Q.",
        "A VIN has 17 Latin letters and digits, without I, O and Q.",
    ),
    "car_which": ("К какой машине это относится?", "Which car is it?"),
    "car_year": ("Год", "Year"),
    "cars": ("Мои машины", "My cars"),
    "cars_empty": (
        "Здесь появятся ваши машины: добавьте сами или откройте ссылку с бумаги сервиса.",
        "Your cars will stand here: add one, or open the link on a center's paper.",
    ),
    "center_unnamed": ("Сервис без названия", "A center without a name yet"),
    "centers": ("Мои сервисы", "My service centers"),
    "centers_empty": (
        "Если вы руководите сервисом, подключите его рабочее место.",
        "If you run a service center, connect its desk.",
    ),
    "check_key": ("Ключ", "Key"),
    "check_no_text": (
        "Подпись не сходится. Бумага изменена или код введён с ошибкой.",
        "The signature does not match. The paper was changed, or the code was mistyped.",
    ),
    "check_no_title": ("Подпись не подтверждена", "Signature not confirmed"),
    "check_ok_text": (
        "Документ подписан ключом этого сервиса и с тех пор не изменился.",
        "The document was signed with this center's key and has not changed since.",
    ),
    "check_ok_title": ("Подпись верна", "Signature is valid"),
    "check_revoked": (
        "Ключ отозван {date}. Подписям до этого дня можно верить.",
        "The key was revoked on {date}. Signatures made before that day can be trusted.",
    ),
    "check_send": ("Проверить", "Check"),
    "check_sha": ("Хеш документа (SHA-256)", "Document hash (SHA-256)"),
    "check_signature": ("Подпись", "Signature"),
    "check_text": (
        "Код стоит рядом с QR на заказ-наряде. Если открыть сам QR, поля заполнятся.",
        "The code stands beside the QR on the work order. Opening the QR fills these fields.",
    ),
    "check_title": ("Проверить документ", "Check a document"),
    "check_unknown_text": (
        "Ни один сервис не заявлял здесь такой ключ.",
        "No center has announced such a key here.",
    ),
    "check_unknown_title": ("Ключ неизвестен", "Unknown key"),
    "claim_signin": (
        "Войдите, чтобы увидеть запрос сервиса.",
        "Sign in to see what the center asks.",
    ),
    "code_dead": (
        "Код не подошёл или устарел. Проверьте цифры или запросите новый.",
        "The code is wrong or too old. Check the digits, or ask for a new one.",
    ),
    "code_enter": ("Введите код из письма", "Enter the code from the letter"),
    "code_field": ("Код, 8 цифр", "Code, 8 digits"),
    "code_sent": (
        "Мы отправили код на {email}. Он действует 15 минут.",
        "We sent a code to {email}. It works for 15 minutes.",
    ),
    "continue": ("Продолжить", "Continue"),
    "corrected": ("исправлено", "corrected"),
    "corrected_story": (
        "Было {before}, с {date} верно {after}. Исходная запись сохранена.",
        "It said {before}; since {date} {after} counts. The original record is kept.",
    ),
    "correction": ("Исправление", "Correction"),
    "correction_approved": ("Вы согласились {date}", "You agreed on {date}"),
    "correction_countered": (
        "Сервис прислал подписанный документ об исправлении.",
        "The center sent its signed correcting document.",
    ),
    "correction_note": ("Комментарий для сервиса", "A note for the center"),
    "correction_promise": (
        "Исходная запись останется как есть, исправление встанет рядом с ней.",
        "The original record stays as it is; the correction will stand beside it.",
    ),
    "correction_rejected": ("Вы отказались {date}", "You declined on {date}"),
    "correction_requested": ("Ждёт вашего решения", "Waits for your decision"),
    "correction_why": ("Почему", "Why"),
    "decide_title": ("Нужно ваше решение", "Your decision is needed"),
    "decline": ("Отказать", "Decline"),
    "devices": ("Рабочие места", "Desks"),
    "device_connected": ("подключено {date}", "connected {date}"),
    "device_disconnect": ("Отключить", "Disconnect"),
    "device_disconnected": ("отключено {date}", "disconnected {date}"),
    "device_seen": ("на связи {date}", "seen {date}"),
    "device_told": ("компьютер узнал об этом {date}", "the computer was told {date}"),
    "device_untold": ("компьютер ещё не выходил на связь", "the computer has not called since"),
    "due": ("Что сделать дальше", "What comes next"),
    "due_late": ("пора", "due"),
    "due_soon": ("скоро", "soon"),
    "email": ("Эл. почта", "E-mail"),
    "email_wrong": ("Это не похоже на адрес почты.", "This does not look like an e-mail address."),
    "error_fault_text": (
        "Ошибка на нашей стороне. Ваши данные на месте, попробуйте ещё раз через минуту.",
        "The mistake is ours. Your data is safe; please try again in a minute.",
    ),
    "error_fault_title": ("Не получилось", "That did not work"),
    "error_form_text": (
        "Форма устарела или открыта с чужой страницы. Откройте её заново, ничего не потеряно.",
        "The form is too old, or came from another page. Open it again; nothing was lost.",
    ),
    "error_form_title": ("Откройте страницу заново", "Please open the page again"),
    "error_missing_text": (
        "Ссылка устарела, уже использована или ведёт к чужим данным.",
        "The link is too old, was used already, or leads to somebody else's data.",
    ),
    "error_missing_title": ("Здесь ничего нет", "There is nothing here"),
    "error_wait_text": (
        "Слишком много попыток. Подождите {minutes} мин. и попробуйте снова.",
        "Too many attempts. Please wait {minutes} min and try again.",
    ),
    "error_wait_title": ("Подождите немного", "Please wait a little"),
    "expires": ("Ответить можно до {date}.", "You can answer until {date}."),
    "field_next_service": ("Следующее обслуживание", "Next service"),
    "field_odometer": ("Пробег", "Odometer"),
    "field_other": ("Прочее", "Other"),
    "field_part_name": ("Запчасть", "Part"),
    "field_part_quantity": ("Количество", "Quantity"),
    "field_service_name": ("Работа", "Work"),
    "history_title": ("История", "History"),
    "home": ("Главная", "Start"),
    "hours": ("{hours} н/ч", "{hours} h"),
    "invite_text": (
        "Ссылка действует один раз, только для вас.",
        "The link works once, only for you.",
    ),
    "invite_title": ("Вас приглашают в CarPass", "You are invited to CarPass"),
    "keys": ("Ключи подписи", "Signing keys"),
    "key_fingerprint": ("Ключ {key}", "Key {key}"),
    "key_registered": ("с {date}", "since {date}"),
    "key_revoke": ("Отозвать", "Revoke"),
    "key_revoked": ("отозван {date}", "revoked {date}"),
    "km": ("км", "km"),
    "language": ("Язык", "Language"),
    "letter_body": (
        (
            "Код для входа в CarPass: {code}\n\nОн действует 15 минут. Если вы не входили, "
            "ничего делать не нужно.\n"
        ),
        (
            "Your CarPass sign-in code: {code}\n\nIt works for 15 minutes. If you did not ask for it, "
            "there is nothing to do.\n"
        ),
    ),
    "letter_subject": ("Код для входа в CarPass", "Your CarPass sign-in code"),
    "link_approved": ("Доступ есть", "Has access"),
    "link_declined": ("Отказано", "Declined"),
    "link_expired": ("Запрос истёк", "Request expired"),
    "link_requested": ("Ждёт решения", "Waits for a decision"),
    "link_revoked": ("Доступ отозван", "Access taken back"),
    "link_promise": (
        "До вашего согласия сервис ничего не отправляет. Отозвать его можно в любой момент.",
        "Nothing is sent before you agree. You can take it back at any time.",
    ),
    "link_text": (
        "{center} просит доступ к паспорту этой машины.",
        "{center} asks for access to this car's passport.",
    ),
    "links_title": ("Кто имеет доступ", "Who has access"),
    "links_empty": ("Доступа нет ни у кого.", "Nobody has access."),
    "mi": ("миль", "mi"),
    "name": ("Имя", "Name"),
    "new_code": ("Новый код", "New code"),
    "no_decisions": ("Решать сейчас нечего.", "Nothing waits for you."),
    "not_signed_in": ("Войдите в CarPass", "Sign in to CarPass"),
    "odometer": ("Пробег", "Odometer"),
    "order_number": ("Заказ-наряд {number}", "Work order {number}"),
    "pair_text": (
        (
            "Введите этот код в CarPass Desk: Синхронизация → Подключить. Код действует 10 минут, "
            "подходит один раз и больше не будет показан."
        ),
        (
            "Type this code into CarPass Desk: Sync → Connect. It works for 10 minutes, once, and will "
            "not be shown again."
        ),
    ),
    "pair_title": ("Код подключения", "Connection code"),
    "parts": ("Запчасти", "Parts"),
    "phone": ("Телефон", "Phone"),
    "phone_hint": (
        "Сервис указывает последние цифры вашего номера. По ним и по VIN запрос находит вас.",
        (
            "Centers state the last digits of your number. With the VIN, that is how a request finds "
            "you."
        ),
    ),
    "phone_wrong": (
        "Напишите номер с кодом страны, например +7 916 123-45-67.",
        "Write the number with its country code, like +7 916 123 45 67.",
    ),
    "profile": ("Обо мне", "About me"),
    "reason_declined": ("отложено вами", "you put it off"),
    "record_empty": (
        "Записей пока нет. Они появятся после первого визита в сервис с доступом.",
        "No records yet. They appear after the first visit to a center with access.",
    ),
    "record_title": ("Запись о работах", "Record of works"),
    "reject": ("Не согласен", "I do not agree"),
    "revoke": ("Отозвать доступ", "Take access back"),
    "revoke_text": (
        "Новые записи приходить перестанут. То, что уже в паспорте, останется.",
        "New records will stop coming. What is in the passport already stays.",
    ),
    "save": ("Сохранить", "Save"),
    "saved": ("Сохранено", "Saved"),
    "scope_history": (
        "Видеть работы других сервисов",
        "See the work of other centers",
    ),
    "scope_history_text": (
        "Что и когда делали, пробег. Без цен.",
        "What was done and when, odometer. Without prices.",
    ),
    "scope_prices": ("Записывать стоимость", "Record what it cost"),
    "scope_prices_text": (
        "Суммы попадут в ваши расходы. Другие сервисы их не увидят.",
        "Amounts go into your expenses. Other centers never see them.",
    ),
    "scope_works": ("Записывать выполненные работы", "Record completed work"),
    "scope_works_text": (
        "Работы, запчасти, пробег, рекомендации. Это основа доступа.",
        "Work, parts, odometer, recommendations. The base of any access.",
    ),
    "services": ("Работы", "Work"),
    "sign_in": ("Войти", "Sign in"),
    "sign_in_again_text": (
        "Этот вход уже использован, устарел или подделан. Войдите ещё раз.",
        "This sign-in was used already, is too old, or was forged. Please sign in again.",
    ),
    "sign_in_again_title": ("Войдите ещё раз", "Please sign in again"),
    "sign_in_mail": ("Получить код на почту", "Get a code by e-mail"),
    "sign_in_telegram": ("Войти через Telegram", "Sign in with Telegram"),
    "sign_in_telegram_as": ("Войти как {name}?", "Sign in as {name}?"),
    "sign_in_text": (
        "Паспорт вашей машины: все работы, пробег и рекомендации в одном месте. Доступ даёте вы.",
        (
            "Your car's passport: all work, odometer and recommendations in one place. "
            "You decide who gets in."
        ),
    ),
    "sign_out": ("Выйти", "Sign out"),
    "signature": ("Подпись", "Signature"),
    "signature_bad": (
        "Запись не сходится со своей подписью. Не полагайтесь на неё и сообщите сервису.",
        "The record does not match its signature. Do not rely on it, and tell the center.",
    ),
    "signature_ok": (
        "Запись подписана сервисом и не менялась.",
        "The record is signed by the center and unchanged.",
    ),
    "signature_paper": (
        "На бумаге стоит тот же хеш: {hash}",
        "The paper carries the same hash: {hash}",
    ),
    "skip": ("К содержанию", "Skip to content"),
    "title_suffix": ("CarPass", "CarPass"),
    "total": ("Итого", "Total"),
    "you": ("Вы", "You"),
    "act_visit_asked": ("запрошен визит: {center}", "asked for a visit: {center}"),
    "visit": ("Визит", "Visit"),
    "visits": ("Визиты", "Visits"),
    "visit_accept": ("Подходит", "That suits me"),
    "visit_accepted": ("Ждём сервис", "Waiting for the center"),
    "visit_again": ("Записаться снова", "Ask for another visit"),
    "visit_arrived": ("Машина в сервисе", "At the center"),
    "visit_ask": ("Отправить заявку", "Send the request"),
    "visit_book": ("Записаться в сервис", "Book a visit"),
    "visit_cancel": ("Не приеду", "I am not coming"),
    "visit_cancelled": ("Отменён", "Cancelled"),
    "visit_car": ("Какая машина?", "Which car?"),
    "visit_change": ("Другая машина или услуга", "Another car or service"),
    "visit_confirmed": ("Подтверждён", "Confirmed"),
    "visit_contact": ("Сообщить сервису мои имя и телефон", "Give the center my name and phone"),
    "visit_contact_none": (
        "В профиле нет имени и телефона: сервис увидит только машину.",
        "Your profile has no name or phone: the center will see the car only.",
    ),
    "visit_day": ("Какой день?", "Which day?"),
    "visit_declined": ("Отказано", "Declined"),
    "visit_done": ("Завершён", "Done"),
    "visit_minutes": ("{minutes} мин.", "{minutes} min"),
    "visit_needs_car": ("Сначала добавьте машину.", "Please add a car first."),
    "visit_no_centers": (
        "Сейчас ни один сервис не принимает заявки отсюда.",
        "No center takes requests here at the moment.",
    ),
    "visit_no_show": ("Вы не приехали", "You did not come"),
    "visit_no_time": ("Выберите время.", "Please choose a time."),
    "visit_no_times": (
        "Свободного времени на ближайшие дни нет. Позвоните в сервис или загляните завтра.",
        "There is no free time in the coming days. Call the center, or look again tomorrow.",
    ),
    "visit_not_then": ("Не подходит", "Not then"),
    "visit_offered": ("Предложено другое время", "Another time is offered"),
    "visit_promise": (
        "Сервис увидит машину, её номер и VIN, услугу и ваш текст. Имя и телефон — только с отметкой выше.",
        "The center will see the car, its plate and VIN, service and your words. Name and phone as ticked above.",
    ),
    "visit_reason_bay_broken": (
        "Причина: подъёмник или пост не работает.",
        "Reason: a lift or bay is out of order.",
    ),
    "visit_reason_mistake": ("Причина: ошибка в записи.", "Reason: a mistake in the booking."),
    "visit_reason_no_parts": ("Причина: нет запчастей.", "Reason: no parts."),
    "visit_reason_no_time": ("Причина: время не подошло.", "Reason: the time did not suit."),
    "visit_reason_nobody_to_work": (
        "Причина: некому выполнить работу.",
        "Reason: nobody to do the work.",
    ),
    "visit_reason_not_reached": (
        "Причина: не удалось связаться с вами.",
        "Reason: you could not be reached.",
    ),
    "visit_reason_other_shop": (
        "Причина: работа передана другому сервису.",
        "Reason: another shop does the work.",
    ),
    "visit_requested": ("Ждёт ответа", "Waits for an answer"),
    "visit_search": ("Название или город", "Name or town"),
    "visit_show_times": ("Показать время", "Show times"),
    "visit_story_accepted": (
        "Вы согласились. Сервис подтвердит запись.",
        "You agreed. The center will confirm.",
    ),
    "visit_story_arrived": ("Сервис принял машину.", "The center has the car."),
    "visit_story_cancelled": ("Визита не будет.", "This visit will not take place."),
    "visit_story_confirmed": ("Сервис ждёт вас.", "The center expects you."),
    "visit_story_declined": ("Сервис не может принять машину.", "The center cannot take the car."),
    "visit_story_done": ("Работы закончены.", "The work is done."),
    "visit_story_no_show": (
        "Сервис отметил, что машина не приехала.",
        "The center noted that the car did not come.",
    ),
    "visit_story_no_slot": (
        "Выбранное время успели занять. Сервис получил заявку и предложит другое.",
        "The time you chose was taken meanwhile. The center has your request and will offer another.",
    ),
    "visit_story_offered": (
        "Сервис предлагает это время и держит его за вами.",
        "The center offers this time and keeps it for you.",
    ),
    "visit_story_over": (
        "Сервис не успел ответить. Позвоните или отправьте новую заявку.",
        "The center did not answer in time. Call it, or send a new request.",
    ),
    "visit_story_received": (
        "Сервис получил заявку и держит это время за вами.",
        "The center has your request and keeps this time for you.",
    ),
    "visit_story_requested": (
        "Заявка отправлена. Сервис получит её, как только выйдет на связь.",
        "Your request is sent. The center will get it as soon as it is online.",
    ),
    "visit_taken": (
        "Это время только что заняли. Выберите другое.",
        "That time was taken just now. Please choose another.",
    ),
    "visit_what": ("Что нужно сделать?", "What is to be done?"),
    "visit_where": ("В какой сервис?", "Which center?"),
    "visit_words": ("Что важно знать сервису", "What the center should know"),
    "visit_you_said": ("Ваш текст", "Your words"),
    "visit_zone": ("По часам сервиса.", "On the center's clock."),
}
"""By key: Russian, English."""


def say(language: str, key: str, /, **params: object) -> str:
    """The sentence in `ru`, else in English.

    Raises:
        KeyError: nobody wrote it.
    """
    russian, english = _WORDS[key]
    return (russian if language == "ru" else english).format(**params)


def keys() -> frozenset[str]:
    """All sentences there are."""
    return frozenset(_WORDS)
