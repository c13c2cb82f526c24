<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Asker</name>
    <message>
        <source>{now}, was {before}</source>
        <translation>{now}, было {before}</translation>
    </message>
</context>
<context>
    <name>BoardActs</name>
    <message>
        <source>{car}: {length} now</source>
        <translation>{car}: теперь {length}</translation>
    </message>
    <message>
        <source>{car} stands at {when}</source>
        <translation>{car}: {when}</translation>
    </message>
    <message>
        <source>Stands at {when}</source>
        <translation>Записано: {when}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Find another time</source>
        <translation>Найти другое время</translation>
    </message>
    <message>
        <source>New appointment here</source>
        <translation>Новая запись сюда</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <source>New appointment</source>
        <translation>Новая запись</translation>
    </message>
    <message>
        <source>To the waiting list</source>
        <translation>В лист ожидания</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Hold 15 min</source>
        <translation>Бронь 15 мин</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>пока никто</translation>
    </message>
    <message>
        <source>any that fits</source>
        <translation>любой подходящий</translation>
    </message>
    <message>
        <source>No free slot in the coming weeks</source>
        <translation>В ближайшие недели свободного окна нет</translation>
    </message>
    <message>
        <source>The first that fits: {when}, {where}</source>
        <translation>Первое подходящее: {when}, {where}</translation>
    </message>
    <message>
        <source>When? Or put them on the waiting list.</source>
        <translation>Когда? Или поставьте в лист ожидания.</translation>
    </message>
    <message>
        <source>Booked: {when}</source>
        <translation>Записано: {when}</translation>
    </message>
    <message>
        <source>On the waiting list</source>
        <translation>В листе ожидания</translation>
    </message>
</context>
<context>
    <name>BookForm</name>
    <message>
        <source>Plate, name or phone</source>
        <translation>Номер, имя или телефон</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Пост</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Кто делает</translation>
    </message>
    <message>
        <source>How they come</source>
        <translation>Как приедут</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Remind by message</source>
        <translation>Напомнить сообщением</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>Слова клиента</translation>
    </message>
</context>
<context>
    <name>CalendarBar</name>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Показывает</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>By</source>
        <translation>По</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Find a slot</source>
        <translation>Найти окно</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Лист ожидания</translation>
    </message>
    <message>
        <source>How full it is</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>bays {bays}%, people {people}%</source>
        <translation>посты {bays} %, люди {people} %</translation>
    </message>
    <message>
        <source>{load}; full: {names}</source>
        <translation>{load}; полны: {names}</translation>
    </message>
    <message>
        <source>take</source>
        <translation>взять</translation>
    </message>
    <message>
        <source>move</source>
        <translation>сдвинуть</translation>
    </message>
    <message>
        <source>length</source>
        <translation>длительность</translation>
    </message>
    <message>
        <source>find a slot</source>
        <translation>найти окно</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>вернуть</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Пока никто</translation>
    </message>
    <message>
        <source>No bay</source>
        <translation>Без поста</translation>
    </message>
    <message>
        <source>overloaded: {names}</source>
        <translation>перегружены: {names}</translation>
    </message>
    <message>
        <source>Not here, {span}</source>
        <translation>Нет {span}</translation>
    </message>
    <message>
        <source>overbooked</source>
        <translation>сверх записи</translation>
    </message>
    <message>
        <source> or </source>
        <translation> или </translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>после {time}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>с {day}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>до {day}</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>любой день</translation>
    </message>
    <message>
        <source>mornings</source>
        <translation>утром</translation>
    </message>
    <message>
        <source>in the day</source>
        <translation>днём</translation>
    </message>
    <message>
        <source>evenings</source>
        <translation>вечером</translation>
    </message>
    <message>
        <source>Free until {time}</source>
        <translation>Свободно до {time}</translation>
    </message>
    <message>
        <source>Load {percent}% that day</source>
        <translation>Загрузка дня {percent} %</translation>
    </message>
</context>
<context>
    <name>CallerDialog</name>
    <message>
        <source>Plate, name or phone</source>
        <translation>Номер, имя или телефон</translation>
    </message>
    <message>
        <source>А123ВС, Petrov, 916 204</source>
        <translation>А123ВС, Петров, 916 204</translation>
    </message>
    <message>
        <source>Not known here: “{text}”</source>
        <translation>Здесь не знают: «{text}»</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Appointment {number}</source>
        <translation>Запись {number}</translation>
    </message>
    <message numerus="yes">
        <source>Did not come %n times</source>
        <translation>
            <numerusform>Не приехал %n раз</numerusform>
            <numerusform>Не приехал %n раза</numerusform>
            <numerusform>Не приехал %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>Открыть клиента</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Where, who</source>
        <translation>Где, кто</translation>
    </message>
    <message>
        <source>nowhere yet</source>
        <translation>пока нигде</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>не известен</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>Слова клиента</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Нужно</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>Приезд</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Overbooked</source>
        <translation>Сверх записи</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>on the waiting list</source>
        <translation>в листе ожидания</translation>
    </message>
    <message>
        <source>held until {time}</source>
        <translation>бронь до {time}</translation>
    </message>
    <message>
        <source>Not here, {span}</source>
        <translation>Нет {span}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Записан</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Забронировано</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждена</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Перенесена</translation>
    </message>
    <message>
        <source>Another length</source>
        <translation>Другая длительность</translation>
    </message>
    <message>
        <source>To the waiting list</source>
        <translation>В лист ожидания</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Приехал</translation>
    </message>
    <message>
        <source>Not here after all</source>
        <translation>Всё-таки не приехал</translation>
    </message>
    <message>
        <source>Work order opened</source>
        <translation>Открыт заказ-наряд</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Не приехал</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Восстановлена</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменена</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Другое время</translation>
    </message>
    <message>
        <source>Work order {number}</source>
        <translation>Заказ-наряд {number}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>Nobody came</source>
        <translation>Никто не приехал</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation>Отменить запись</translation>
    </message>
    <message>
        <source>Who called it off</source>
        <translation>Кто отменил</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message numerus="yes">
        <source>%n times before</source>
        <translation>
            <numerusform>%n раз до этого</numerusform>
            <numerusform>%n раза до этого</numerusform>
            <numerusform>%n раз до этого</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Mark as not come</source>
        <translation>Отметить неявку</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Выберите причину</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Приехал</translation>
    </message>
    <message>
        <source>Open work order</source>
        <translation>Открыть заказ-наряд</translation>
    </message>
    <message>
        <source>Not here after all</source>
        <translation>Всё-таки не приехал</translation>
    </message>
    <message>
        <source>To the waiting list</source>
        <translation>В лист ожидания</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Не приехал</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Work order {number}</source>
        <translation>Заказ-наряд {number}</translation>
    </message>
</context>
<context>
    <name>FullPanel</name>
    <message>
        <source>How full it is</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>{day} is overloaded: {names}</source>
        <translation>{day}: перегружены {names}</translation>
    </message>
    <message>
        <source>No day is over its limit.</source>
        <translation>Перегруженных дней нет.</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Участки</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Навыки</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
</context>
<context>
    <name>GoOnDialog</name>
    <message>
        <source>Book it all the same?</source>
        <translation>Всё равно записать?</translation>
    </message>
    <message>
        <source>Not so</source>
        <translation>Не так</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>KnownPanel</name>
    <message numerus="yes">
        <source>Did not come %n times</source>
        <translation>
            <numerusform>Не приехал %n раз</numerusform>
            <numerusform>Не приехал %n раза</numerusform>
            <numerusform>Не приехал %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Owes {sum}</source>
        <translation>Долг {sum}</translation>
    </message>
    <message>
        <source>Declined {day}: {work}</source>
        <translation>Отказ {day}: {work}</translation>
    </message>
    <message>
        <source>Due: {work}</source>
        <translation>Пора: {work}</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>Cancelled and not come, by reason</source>
        <translation>Отмены и неявки по причинам</translation>
    </message>
    <message>
        <source>Bays, people, services, hours</source>
        <translation>Посты, люди, услуги, часы</translation>
    </message>
</context>
<context>
    <name>OverbookDialog</name>
    <message>
        <source>Overbook this time</source>
        <translation>Записать сверх занятого</translation>
    </message>
    <message>
        <source>Why all the same</source>
        <translation>Почему всё равно</translation>
    </message>
    <message>
        <source>It is marked on the board, and stands in the history.</source>
        <translation>Это видно на доске и в истории.</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Другое время</translation>
    </message>
    <message>
        <source>Overbook</source>
        <translation>Записать сверх</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Cancelled and not come, by reason</source>
        <translation>Отмены и неявки по причинам</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>The last</source>
        <translation>За последние</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Сколько раз</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Причины</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Everybody came in these days</source>
        <translation>В эти дни приехали все</translation>
    </message>
</context>
<context>
    <name>ServicesEdit</name>
    <message>
        <source>Service</source>
        <translation>Услуга</translation>
    </message>
    <message>
        <source>Service: type its first letters</source>
        <translation>Услуга: первые буквы</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Убрать {name}</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>No free slot in the coming weeks</source>
        <translation>В ближайшие недели свободного окна нет</translation>
    </message>
</context>
<context>
    <name>SlotPanel</name>
    <message>
        <source>Find a slot</source>
        <translation>Найти окно</translation>
    </message>
    <message>
        <source>earliest 2 h, alignment bay, not Monday</source>
        <translation>ближайшие 2 ч, сход-развал, не в понедельник</translation>
    </message>
    <message>
        <source>What slot is wished</source>
        <translation>Какое окно нужно</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Hold 15 min</source>
        <translation>Бронь 15 мин</translation>
    </message>
    <message>
        <source>Another time for {car}</source>
        <translation>Другое время для {car}</translation>
    </message>
    <message>
        <source>Type a length, what the bay must have, who, which days.</source>
        <translation>Напишите длительность, какой пост, кто, какие дни.</translation>
    </message>
    <message>
        <source>Nothing fits in the coming weeks.</source>
        <translation>В ближайшие недели ничего не подходит.</translation>
    </message>
    <message>
        <source>Why not sooner</source>
        <translation>Почему не раньше</translation>
    </message>
    <message>
        <source>Try that as a draft</source>
        <translation>Попробовать черновиком</translation>
    </message>
    <message>
        <source>Move to {time}</source>
        <translation>Перенести на {time}</translation>
    </message>
    <message>
        <source>Book {time}</source>
        <translation>Записать {time}</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Waiting list</source>
        <translation>Лист ожидания</translation>
    </message>
    <message>
        <source>Nobody waits. A booking without a time comes here.</source>
        <translation>Никто не ждёт. Сюда попадает запись без времени.</translation>
    </message>
    <message>
        <source>into the first free slot</source>
        <translation>в первое окно</translation>
    </message>
    <message>
        <source>carry to the board</source>
        <translation>нести на доску</translation>
    </message>
</context>
</TS>
