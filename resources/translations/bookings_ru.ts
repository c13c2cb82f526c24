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
        <source>It suits them: {wish}</source>
        <translation>Удобно: {wish}</translation>
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
    <message>
        <source>closed</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>bays {load}</source>
        <translation>посты {load}</translation>
    </message>
    <message>
        <source>people {load}</source>
        <translation>люди {load}</translation>
    </message>
    <message>
        <source>{load}; full: {names}</source>
        <translation>{load}; заполнено: {names}</translation>
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
    <message>
        <source>closed {hours}</source>
        <translation>не работает {hours}</translation>
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
    <name>ContactForm</name>
    <message>
        <source>Spoken with</source>
        <translation>Поговорили</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Что сказали</translation>
    </message>
</context>
<context>
    <name>DeclineDialog</name>
    <message>
        <source>Say no to the owner</source>
        <translation>Отказать владельцу</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Выберите причину</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>What the owner reads</source>
        <translation>Что прочтёт владелец</translation>
    </message>
    <message>
        <source>The owner reads the reason and your words; the time is free at once.</source>
        <translation>Владелец прочтёт причину и ваши слова; время сразу освободится.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>Отказать</translation>
    </message>
</context>
<context>
    <name>DriveDialog</name>
    <message>
        <source>Drive {number}</source>
        <translation>Поездка {number}</translation>
    </message>
    <message>
        <source>New drive</source>
        <translation>Новая поездка</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Зачем</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Водитель</translation>
    </message>
    <message>
        <source>From address</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>To address</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Выезжает</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>Возвращается</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>пока никто</translation>
    </message>
</context>
<context>
    <name>DriveList</name>
    <message>
        <source>Plan a drive</source>
        <translation>Назначить поездку</translation>
    </message>
    <message>
        <source>no driver yet</source>
        <translation>водителя пока нет</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнена</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменена</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Drive done</source>
        <translation>Выполнена</translation>
    </message>
    <message>
        <source>Call the drive off</source>
        <translation>Отменить поездку</translation>
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
    <name>FilesDialog</name>
    <message>
        <source>Calendar for other programs</source>
        <translation>Календарь для других программ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Some days in one file</source>
        <translation>Несколько дней одним файлом</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Save as iCalendar</source>
        <translation>Сохранить в iCalendar</translation>
    </message>
    <message>
        <source>A calendar for each bay and person</source>
        <translation>Календарь каждого поста и сотрудника</translation>
    </message>
    <message>
        <source>Files in a folder, kept up to date by this computer after each change: two weeks back, ninety days ahead. Calendars of telephones subscribe to them when the folder is shared. They name plate, car and work, never a customer.</source>
        <translation>Файлы в папке, которые этот компьютер обновляет после каждого изменения: две недели назад и девяносто дней вперёд. Если папка открыта по сети, на них подписываются календари телефонов. В них номер, машина и работы, но не клиент.</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Выбрать папку</translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation>Больше не писать</translation>
    </message>
    <message>
        <source>Save the calendar</source>
        <translation>Сохранить календарь</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Календари (*.ics)</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Сохранено: {name}</translation>
    </message>
    <message>
        <source>Folder of the calendars</source>
        <translation>Папка календарей</translation>
    </message>
    <message>
        <source>No folder is chosen: nothing is written.</source>
        <translation>Папка не выбрана: ничего не пишется.</translation>
    </message>
    <message>
        <source>They cannot be written to {folder}.</source>
        <translation>Не удаётся записать их в {folder}.</translation>
    </message>
    <message numerus="yes">
        <source>%n calendars lie in {folder}</source>
        <translation>
            <numerusform>%n календарь лежит в {folder}</numerusform>
            <numerusform>%n календаря лежат в {folder}</numerusform>
            <numerusform>%n календарей лежат в {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>They are written to {folder}</source>
        <translation>Пишутся в {folder}</translation>
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
    <message>
        <source>Receive the car…</source>
        <translation>Оформить приёмку…</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Next step due</source>
        <translation>Следующий шаг</translation>
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
        <source>{day} are overloaded: {names}</source>
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
    <name>LossForm</name>
    <message>
        <source>Why it was lost</source>
        <translation>Почему потеряли</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряна</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Выберите причину</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Словами</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Offer another time</source>
        <translation>Предложить другое время</translation>
    </message>
    <message>
        <source>They asked for {wished}. You offer {when}, {where}.</source>
        <translation>Просили: {wished}. Вы предлагаете: {when}, {where}.</translation>
    </message>
    <message>
        <source>What the owner reads</source>
        <translation>Что прочтёт владелец</translation>
    </message>
    <message>
        <source>The time is kept until they answer on their page.</source>
        <translation>Время держится, пока владелец не ответит на своей странице.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Предложить</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>Requests by telephone and message</source>
        <translation>Заявки по телефону и в сообщениях</translation>
    </message>
    <message>
        <source>Cancelled and not come, by reason</source>
        <translation>Отмены и неявки по причинам</translation>
    </message>
    <message>
        <source>Calendar for other programs</source>
        <translation>Календарь для других программ</translation>
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
    <name>OwnerActs</name>
    <message>
        <source>{car} is confirmed for {when}, the owner is told</source>
        <translation>{car}: запись подтверждена, {when}. Владелец узнает</translation>
    </message>
    <message>
        <source>Offered: {when}. The owner is asked.</source>
        <translation>Предложено: {when}. Владельца спросим</translation>
    </message>
    <message>
        <source>Declined, the owner is told</source>
        <translation>Отказано, владелец узнает</translation>
    </message>
</context>
<context>
    <name>OwnerPanel</name>
    <message>
        <source>Owners ask</source>
        <translation>Просят владельцы</translation>
    </message>
    <message>
        <source>Owners' requests</source>
        <translation>Запросы владельцев</translation>
    </message>
    <message>
        <source>Nobody asks. What owners ask for on their page comes here by itself.</source>
        <translation>Никто не просит. Что владельцы попросят на своей странице, появится здесь само.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Другое время</translation>
    </message>
    <message>
        <source>Say no</source>
        <translation>Отказать</translation>
    </message>
    <message>
        <source>Confirm {when}</source>
        <translation>Подтвердить: {when}</translation>
    </message>
    <message>
        <source>Find a time</source>
        <translation>Подобрать время</translation>
    </message>
</context>
<context>
    <name>OwnerRow</name>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>{when}: taken meanwhile</source>
        <translation>{when}: уже занято</translation>
    </message>
    <message>
        <source>{when}: offered, not answered</source>
        <translation>{when}: ждём ответа</translation>
    </message>
    <message>
        <source>{when}: kept for them</source>
        <translation>{when}: держим за ними</translation>
    </message>
</context>
<context>
    <name>QuoteForm</name>
    <message>
        <source>Price told by word</source>
        <translation>Цена названа устно</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>За что</translation>
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
    <name>RequestDialog</name>
    <message>
        <source>Request: {who}</source>
        <translation>Заявка: {who}</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>С чем обратились</translation>
    </message>
    <message>
        <source>When it suits</source>
        <translation>Когда удобно</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Next step due</source>
        <translation>Следующий шаг</translation>
    </message>
    <message>
        <source>Price told</source>
        <translation>Назвали цену</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Согласие</translation>
    </message>
    <message>
        <source>agrees to be called, {when}</source>
        <translation>можно перезвонить, {when}</translation>
    </message>
    <message>
        <source>Why it was lost</source>
        <translation>Почему потеряли</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>Кто ведёт</translation>
    </message>
    <message>
        <source>Appointment {number}</source>
        <translation>Запись {number}</translation>
    </message>
    <message>
        <source>Customer's card</source>
        <translation>Карточка клиента</translation>
    </message>
    <message>
        <source>{name}, works here no more</source>
        <translation>{name}, уже не работает</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>История</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>срок {when}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряна</translation>
    </message>
    <message>
        <source>Spoken with</source>
        <translation>Поговорили</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Записать</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>New request</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Change request</source>
        <translation>Изменить заявку</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>С чем обратились</translation>
    </message>
    <message>
        <source>When it suits</source>
        <translation>Когда удобно</translation>
    </message>
    <message>
        <source>For example: 2 h, thursday or friday after 17</source>
        <translation>Например: 2 ч, в четверг или пятницу после 17</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Agrees to be called back</source>
        <translation>Согласен, что перезвоним</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Согласие</translation>
    </message>
</context>
<context>
    <name>RequestReportDialog</name>
    <message>
        <source>What came of requests</source>
        <translation>Что вышло из заявок</translation>
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
        <source>Taken</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Price told</source>
        <translation>Назвали цену</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Share booked</source>
        <translation>Доля записи</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>По источникам</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nobody asked in these days</source>
        <translation>За эти дни никто не обращался</translation>
    </message>
    <message>
        <source>Lost because: {reasons}</source>
        <translation>Потеряны: {reasons}</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>To the calendar</source>
        <translation>К календарю</translation>
    </message>
    <message>
        <source>What came of them</source>
        <translation>Что из них вышло</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Что показывает список</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
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
        <source>What they ask for</source>
        <translation>С чем обратились</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>Кто ведёт</translation>
    </message>
    <message>
        <source>{name}, works here no more</source>
        <translation>{name}, уже не работает</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Пора</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Записаны</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряны</translation>
    </message>
    <message>
        <source>Nothing is due: everybody has been called</source>
        <translation>Срочных нет: всем перезвонили</translation>
    </message>
    <message>
        <source>Nobody waits for an answer</source>
        <translation>Ответа никто не ждёт</translation>
    </message>
    <message>
        <source>Nothing was booked of a request yet</source>
        <translation>По заявкам ещё никого не записали</translation>
    </message>
    <message>
        <source>No request was lost</source>
        <translation>Ни одна заявка не потеряна</translation>
    </message>
    <message>
        <source>Ctrl+N takes a request while the phone rings.</source>
        <translation>Ctrl+N: принять заявку, пока звонят.</translation>
    </message>
    <message>
        <source>The request is kept</source>
        <translation>Заявка принята</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>take a request</source>
        <translation>принять заявку</translation>
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
    <message numerus="yes">
        <source>%n owners ask</source>
        <translation>
            <numerusform>%n запрос владельца</numerusform>
            <numerusform>%n запроса владельцев</numerusform>
            <numerusform>%n запросов владельцев</numerusform>
        </translation>
    </message>
    <message>
        <source>Owners ask</source>
        <translation>Запросы владельцев</translation>
    </message>
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
    <message>
        <source>Confirm {time}</source>
        <translation>Подтвердить {time}</translation>
    </message>
    <message>
        <source>Offer {time}</source>
        <translation>Предложить {time}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
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
        <source>Requests</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Owners ask</source>
        <translation>Просят владельцы</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Запись</translation>
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
<context>
    <name>requests_ui</name>
    <message>
        <source>New</source>
        <translation>Новая</translation>
    </message>
    <message>
        <source>Spoken with</source>
        <translation>Поговорили</translation>
    </message>
    <message>
        <source>Price told</source>
        <translation>Назвали цену</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Записаны</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряна</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Walked in</source>
        <translation>Зашли сами</translation>
    </message>
    <message>
        <source>Owner's page</source>
        <translation>Страница владельца</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Мессенджер</translation>
    </message>
    <message>
        <source>Too expensive</source>
        <translation>Дорого</translation>
    </message>
    <message>
        <source>No time that suits</source>
        <translation>Нет удобного времени</translation>
    </message>
    <message>
        <source>Went elsewhere</source>
        <translation>Ушли в другой сервис</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Не отвечают</translation>
    </message>
    <message>
        <source>We do not do this</source>
        <translation>Не делаем такое</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Принята</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Открыта снова</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Передана</translation>
    </message>
</context>
</TS>
