<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Customer created</source>
        <translation>Клиент создан</translation>
    </message>
    <message>
        <source>Car created</source>
        <translation>Автомобиль создан</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>The car has another owner</source>
        <translation>У машины новый владелец</translation>
    </message>
    <message>
        <source>{name} has no part in this car any more? The history keeps it.</source>
        <translation>{name} больше не связан с этой машиной? В истории это останется.</translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>Убрать человека</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>The work is on the order</source>
        <translation>Работа перенесена в заказ-наряд</translation>
    </message>
    <message>
        <source>Withdraw consent</source>
        <translation>Отозвать согласие</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>The owner is asked; the answer comes with the exchange</source>
        <translation>Запрос владельцу готов, ответ придёт с обменом</translation>
    </message>
    <message>
        <source>Car archived</source>
        <translation>Автомобиль в архиве</translation>
    </message>
    <message>
        <source>Customer archived</source>
        <translation>Клиент в архиве</translation>
    </message>
</context>
<context>
    <name>Ahead</name>
    <message>
        <source>Next</source>
        <translation>Что впереди</translation>
    </message>
    <message>
        <source>Nothing waits: no car is here, nothing is due.</source>
        <translation>Ничего не ждёт: машин в сервисе нет, сроки не подходят.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>ждёт ответа</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>inspection</source>
        <translation>техосмотр</translation>
    </message>
    <message>
        <source>insurance</source>
        <translation>ОСАГО</translation>
    </message>
    <message numerus="yes">
        <source>All %n dates</source>
        <translation>
            <numerusform>Все %n срок</numerusform>
            <numerusform>Все %n срока</numerusform>
            <numerusform>Все %n сроков</numerusform>
        </translation>
    </message>
    <message>
        <source>for {sum}</source>
        <translation>на {sum}</translation>
    </message>
    <message numerus="yes">
        <source>%n declined works</source>
        <translation>
            <numerusform>%n работа отклонена</numerusform>
            <numerusform>%n работы отклонены</numerusform>
            <numerusform>%n работ отклонено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bills</name>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>Оплатить до</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>No invoices yet</source>
        <translation>Счетов пока нет</translation>
    </message>
    <message>
        <source>A completed order is billed from its own page.</source>
        <translation>Счёт выставляют со страницы завершённого заказ-наряда.</translation>
    </message>
</context>
<context>
    <name>CallDialog</name>
    <message>
        <source>Note a call</source>
        <translation>Записать звонок</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Чем закончился</translation>
    </message>
    <message>
        <source>Call again on</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>О чём говорили</translation>
    </message>
    <message>
        <source>The call is noted</source>
        <translation>Звонок записан</translation>
    </message>
</context>
<context>
    <name>CarTab</name>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Plates and people</source>
        <translation>Номера и люди</translation>
    </message>
    <message>
        <source>Add a reading</source>
        <translation>Добавить показание</translation>
    </message>
    <message>
        <source>Odometer readings</source>
        <translation>Показания одометра</translation>
    </message>
    <message>
        <source>Plates</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>From a photo</source>
        <translation>С фото</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Bought on</source>
        <translation>Куплен</translation>
    </message>
    <message>
        <source>Maker's warranty until</source>
        <translation>Гарантия завода до</translation>
    </message>
    <message>
        <source>Insurance until</source>
        <translation>ОСАГО до</translation>
    </message>
    <message>
        <source>Inspection until</source>
        <translation>Техосмотр до</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Исполнение</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Engine number</source>
        <translation>Номер двигателя</translation>
    </message>
    <message>
        <source>Body or frame number</source>
        <translation>Номер кузова или рамы</translation>
    </message>
    <message>
        <source>Odometer counts</source>
        <translation>Одометр считает</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Change plate</source>
        <translation>Сменить номер</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>с {day}</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>стёрто</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Убрать: {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Plate</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Был</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Автомобили</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Price group</source>
        <translation>Группа цен</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>и ещё {count}</translation>
    </message>
</context>
<context>
    <name>ComingTab</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>С чем</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Appointments and requests</source>
        <translation>Записи и заявки</translation>
    </message>
    <message>
        <source>To the calendar</source>
        <translation>В календарь</translation>
    </message>
    <message>
        <source>Appointment {number}</source>
        <translation>Запись {number}</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Nothing was booked or asked for yet</source>
        <translation>Ни записей, ни заявок ещё не было</translation>
    </message>
    <message numerus="yes">
        <source>%n open requests</source>
        <translation>
            <numerusform>%n открытая заявка</numerusform>
            <numerusform>%n открытые заявки</numerusform>
            <numerusform>%n открытых заявок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>did not come %n times</source>
        <translation>
            <numerusform>не приехал %n раз</numerusform>
            <numerusform>не приехал %n раза</numerusform>
            <numerusform>не приехал %n раз</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Note consent</source>
        <translation>Отметить согласие</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>What they agreed to</source>
        <translation>На что согласие</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как дано</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Contact person</source>
        <translation>Контактное лицо</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Fleet mechanic, driver …</source>
        <translation>Механик, водитель…</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Contact persons</source>
        <translation>Контактные лица</translation>
    </message>
    <message>
        <source>Add a contact person</source>
        <translation>Контактное лицо</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Can be named as whoever brings the car.</source>
        <translation>Любого из них можно указать как того, кто привёз машину.</translation>
    </message>
    <message>
        <source>No contact persons yet</source>
        <translation>Контактных лиц пока нет</translation>
    </message>
    <message>
        <source>Whom to call about the cars, the money, the papers.</source>
        <translation>Кому звонить о машинах, деньгах и документах.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name}: снова в списке</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>{name} archived</source>
        <translation>{name}: в архиве</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct the reading</source>
        <translation>Исправить показание</translation>
    </message>
    <message>
        <source>{value} of {day}</source>
        <translation>{value} от {day}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Было на самом деле</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>A slip of the hand</source>
        <translation>Опечатка</translation>
    </message>
    <message>
        <source>The former reading stays in the history.</source>
        <translation>Прежнее показание останется в истории.</translation>
    </message>
</context>
<context>
    <name>CustomerDialog</name>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Name or company</source>
        <translation>Имя или компания</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>Другой телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>Кто это</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>English</source>
        <translation>английский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>русский</translation>
    </message>
    <message>
        <source>as the center</source>
        <translation>как в сервисе</translation>
    </message>
    <message>
        <source>Language of papers</source>
        <translation>Язык документов</translation>
    </message>
    <message>
        <source>Company numbers</source>
        <translation>Реквизиты</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Price group</source>
        <translation>Группа цен</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Term of payment</source>
        <translation>Срок оплаты</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дней</translation>
    </message>
    <message>
        <source>Empty: as the center has it</source>
        <translation>Пусто: как принято в сервисе</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers &amp; cars</source>
        <translation>Клиенты и авто</translation>
    </message>
    <message>
        <source>Name, phone, plate or VIN</source>
        <translation>Имя, телефон, номер или VIN</translation>
    </message>
    <message>
        <source>Search customers and cars</source>
        <translation>Поиск клиентов и автомобилей</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>Обзвон</translation>
    </message>
    <message>
        <source>Doubles</source>
        <translation>Дубли</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>search</source>
        <translation>поиск</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>клиент</translation>
    </message>
    <message>
        <source>order</source>
        <translation>заказ</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>изменить</translation>
    </message>
    <message>
        <source>bring work back</source>
        <translation>вернуть работу</translation>
    </message>
    <message>
        <source>list</source>
        <translation>список</translation>
    </message>
</context>
<context>
    <name>DismissDialog</name>
    <message>
        <source>Not wanted any more</source>
        <translation>Больше не нужно</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Снять</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
</context>
<context>
    <name>DoublesPane</name>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Which records</source>
        <translation>Какие записи</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Это разные</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Сравнить…</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Сходство</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Одна запись</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другая</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Records that may be one</source>
        <translation>Возможные дубли</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Автомобили</translation>
    </message>
    <message>
        <source>No two records look alike</source>
        <translation>Похожих записей нет</translation>
    </message>
    <message>
        <source>They are not shown together any more</source>
        <translation>Больше не предлагаем их как дубли</translation>
    </message>
</context>
<context>
    <name>DuesPane</name>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Что подходит</translation>
    </message>
    <message>
        <source>Note a call…</source>
        <translation>Записать звонок…</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>Кому звонить</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
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
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>просрочено %n день</numerusform>
            <numerusform>просрочено %n дня</numerusform>
            <numerusform>просрочено %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>через %n день</numerusform>
            <numerusform>через %n дня</numerusform>
            <numerusform>через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is due in %n days</source>
        <translation>
            <numerusform>За %n день ничего не подходит</numerusform>
            <numerusform>За %n дня ничего не подходит</numerusform>
            <numerusform>За %n дней ничего не подходит</numerusform>
        </translation>
    </message>
    <message>
        <source>Days of inspection and insurance and recalls can be imported from a file.</source>
        <translation>Сроки техосмотра и страховки и отзывные кампании можно загрузить из файла.</translation>
    </message>
    <message>
        <source>Nobody is known to have this car.</source>
        <translation>Неизвестно, чей это автомобиль.</translation>
    </message>
</context>
<context>
    <name>ErasureDialog</name>
    <message>
        <source>Erase personal data</source>
        <translation>Стереть персональные данные</translation>
    </message>
    <message>
        <source>I have checked who asked for this</source>
        <translation>Личность обратившегося проверена</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Стереть навсегда</translation>
    </message>
    <message>
        <source>Name, telephones, addresses, numbers, notes</source>
        <translation>Имя, телефоны, адреса, номера документов, заметки</translation>
    </message>
    <message>
        <source>Goes at once and cannot be brought back</source>
        <translation>Стирается сразу и безвозвратно</translation>
    </message>
    <message>
        <source>papers whose term is over</source>
        <translation>документы с истёкшим сроком</translation>
    </message>
    <message>
        <source>A law makes the books keep the person on</source>
        <translation>По закону имя остаётся в документах</translation>
    </message>
    <message>
        <source>{count}, until {day}; then it goes by itself</source>
        <translation>{count}, до {day}, потом сотрётся само</translation>
    </message>
    <message>
        <source>no papers</source>
        <translation>таких документов нет</translation>
    </message>
    <message>
        <source>The history of the cars, orders and invoices with their sums stay.</source>
        <translation>История автомобилей, заказы и счета с суммами остаются.</translation>
    </message>
    <message>
        <source>Finish these orders first.</source>
        <translation>Сначала закройте эти заказы.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>nobody yet</source>
        <translation>пока никто</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Erased person</source>
        <translation>Данные стёрты</translation>
    </message>
    <message>
        <source>Copy {phone}</source>
        <translation>Скопировать {phone}</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>телефона нет</translation>
    </message>
    <message numerus="yes">
        <source>%n cars</source>
        <translation>
            <numerusform>%n машина</numerusform>
            <numerusform>%n машины</numerusform>
            <numerusform>%n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>≈ {value} {unit} a month</source>
        <translation>≈ {value} {unit} в месяц</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n визит</numerusform>
            <numerusform>%n визита</numerusform>
            <numerusform>%n визитов</numerusform>
        </translation>
    </message>
    <message>
        <source>{visits}, on average {sum}</source>
        <translation>{visits}, средний {sum}</translation>
    </message>
    <message>
        <source>Spent on the car</source>
        <translation>Всего на машину</translation>
    </message>
    <message>
        <source>Open order {number}</source>
        <translation>Открыть заказ-наряд {number}</translation>
    </message>
    <message>
        <source>promised {moment}</source>
        <translation>обещан: {moment}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>К чему относится</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлен</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Добавить файлы…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Файлов пока нет</translation>
    </message>
    <message>
        <source>Powers of attorney, contracts, scans of papers can lie here.</source>
        <translation>Здесь хранят доверенности, договоры, сканы документов.</translation>
    </message>
    <message>
        <source>Photos of arrivals and orders show here; scans of papers can lie here.</source>
        <translation>Здесь видны фото с приёмок и заказов и лежат сканы документов.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>без имени</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>клиент</translation>
    </message>
    <message>
        <source>arrival {number}</source>
        <translation>приёмка {number}</translation>
    </message>
    <message>
        <source>the car</source>
        <translation>автомобиль</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} КБ</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} МБ</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
    <message>
        <source>Adding files</source>
        <translation>Добавляем файлы</translation>
    </message>
    <message>
        <source>The file was taken away</source>
        <translation>Файл убран</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Name, phone or company</source>
        <translation>Имя, телефон или компания</translation>
    </message>
</context>
<context>
    <name>FleetTab</name>
    <message>
        <source>Cars</source>
        <translation>Автомобили</translation>
    </message>
    <message>
        <source>Add a car</source>
        <translation>Добавить автомобиль</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Выгрузить…</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Был</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Техосмотр</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>ОСАГО</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Обслуживание</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>Долг</translation>
    </message>
    <message>
        <source>No car yet.</source>
        <translation>Автомобилей пока нет</translation>
    </message>
    <message>
        <source>A plate is enough to begin.</source>
        <translation>Для начала хватит госномера.</translation>
    </message>
    <message numerus="yes">
        <source>%n cars</source>
        <translation>
            <numerusform>%n машина</numerusform>
            <numerusform>%n машины</numerusform>
            <numerusform>%n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>late: {count}</source>
        <translation>просрочено: {count}</translation>
    </message>
    <message>
        <source>due in {days} days: {count}</source>
        <translation>срок в ближайшие {days} дн.: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n открытый заказ</numerusform>
            <numerusform>%n открытых заказа</numerusform>
            <numerusform>%n открытых заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>owes {sum}</source>
        <translation>долг {sum}</translation>
    </message>
    <message>
        <source>Save the list of cars</source>
        <translation>Сохранить список машин</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;Text table (*.csv)</source>
        <translation>Таблица Excel (*.xlsx);;Текстовая таблица (*.csv)</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Сохранено: {name}</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>Пишем список</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Inspection until</source>
        <translation>Техосмотр до</translation>
    </message>
    <message>
        <source>Insurance until</source>
        <translation>ОСАГО до</translation>
    </message>
    <message>
        <source>Service on</source>
        <translation>Обслуживание, дата</translation>
    </message>
    <message>
        <source>Service at</source>
        <translation>Обслуживание, пробег</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Открытые заказы</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>What was typed is back: {when}</source>
        <translation>Восстановлено набранное: {when}</translation>
    </message>
    <message>
        <source>What you typed is kept</source>
        <translation>Набранное сохранено</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Back to the list</source>
        <translation>К списку</translation>
    </message>
    <message>
        <source>Car without a name</source>
        <translation>Автомобиль без названия</translation>
    </message>
    <message>
        <source>Erased person</source>
        <translation>Данные стёрты</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Passport: owner is asked</source>
        <translation>Паспорт: ждём владельца</translation>
    </message>
    <message>
        <source>Passport: link allowed</source>
        <translation>Паспорт: связь разрешена</translation>
    </message>
    <message>
        <source>Passport: declined</source>
        <translation>Паспорт: отказ</translation>
    </message>
    <message>
        <source>Passport: taken back</source>
        <translation>Паспорт: отозвано</translation>
    </message>
    <message>
        <source>Passport: no answer</source>
        <translation>Паспорт: нет ответа</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Другие действия</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>Odometer reading…</source>
        <translation>Показание одометра…</translation>
    </message>
    <message>
        <source>Change plate…</source>
        <translation>Сменить номер…</translation>
    </message>
    <message>
        <source>New owner…</source>
        <translation>Новый владелец…</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Добавить человека…</translation>
    </message>
    <message>
        <source>Edit customer…</source>
        <translation>Изменить клиента…</translation>
    </message>
    <message>
        <source>Note consent…</source>
        <translation>Отметить согласие…</translation>
    </message>
    <message>
        <source>New car of the customer…</source>
        <translation>Ещё автомобиль клиента…</translation>
    </message>
    <message>
        <source>New car…</source>
        <translation>Новый автомобиль…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Archive car</source>
        <translation>Автомобиль в архив</translation>
    </message>
    <message>
        <source>Archive customer</source>
        <translation>Клиента в архив</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>What the list shows</source>
        <translation>Что в списке</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Автомобили</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Archived cars</source>
        <translation>Авто в архиве</translation>
    </message>
    <message>
        <source>Archived customers</source>
        <translation>Клиенты в архиве</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>найден %n</numerusform>
            <numerusform>найдено %n</numerusform>
            <numerusform>найдено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is called “{query}”</source>
        <translation>По запросу «{query}» ничего нет</translation>
    </message>
    <message>
        <source>Try part of a name, a phone, a plate or some letters of the VIN.</source>
        <translation>Попробуйте часть имени, телефона, номера или несколько знаков VIN.</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>В архиве пусто</translation>
    </message>
    <message>
        <source>No cars yet</source>
        <translation>Автомобилей пока нет</translation>
    </message>
    <message>
        <source>A car comes with its first order, or bring them all from a file.</source>
        <translation>Машина появится с первым заказ-нарядом, или загрузите все из файла.</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Клиентов пока нет</translation>
    </message>
    <message>
        <source>A name is enough to begin; the rest can come later.</source>
        <translation>Для начала хватит имени, остальное потом.</translation>
    </message>
    <message>
        <source>New car</source>
        <translation>Новый автомобиль</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>One customer of two</source>
        <translation>Объединить двух клиентов</translation>
    </message>
    <message>
        <source>One car of two</source>
        <translation>Объединить два автомобиля</translation>
    </message>
    <message>
        <source>Keep the other record</source>
        <translation>Оставить другую запись</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>This record goes on</source>
        <translation>Эта запись остаётся</translation>
    </message>
    <message>
        <source>This one goes into it</source>
        <translation>Эта вливается в неё</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Переходит</translation>
    </message>
    <message>
        <source>Stays as it is printed</source>
        <translation>Остаётся как в документах</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>The two records are one now</source>
        <translation>Записи объединены</translation>
    </message>
    <message>
        <source>The records are two again</source>
        <translation>Записи снова раздельны</translation>
    </message>
</context>
<context>
    <name>Odometer</name>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Показание</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>our center</source>
        <translation>наш сервис</translation>
    </message>
    <message>
        <source>told</source>
        <translation>со слов</translation>
    </message>
    <message>
        <source>from files</source>
        <translation>из файлов</translation>
    </message>
    <message>
        <source>thousands</source>
        <translation>тыс. км</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>стёрто</translation>
    </message>
    <message>
        <source>Probably {value}. The reading is left out of forecasts.</source>
        <translation>Вероятно, {value}. В прогнозы запись не входит.</translation>
    </message>
    <message>
        <source>The reading of {day} is left out of forecasts.</source>
        <translation>Показание от {day} в прогнозы не входит.</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Исправить…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>New owner</source>
        <translation>Новый владелец</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>New customer “{text}”</source>
        <translation>Новый клиент «{text}»</translation>
    </message>
    <message>
        <source>Empty: sold to somebody we do not know</source>
        <translation>Пусто: продана кому-то, кого мы не знаем</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>Дата продажи</translation>
    </message>
    <message>
        <source>Orders and invoices until then stay with the former owner.</source>
        <translation>Заказ-наряды и счета до этого дня остаются у прежнего владельца.</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Paper of the car</source>
        <translation>Документ на автомобиль</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Выдан</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Battery serial</source>
        <translation>Серийный № батареи</translation>
    </message>
    <message>
        <source>Motor controller (MCU)</source>
        <translation>Контроллер мотора (MCU)</translation>
    </message>
    <message>
        <source>Vehicle controller (VCU)</source>
        <translation>Контроллер авто (VCU)</translation>
    </message>
    <message>
        <source>Charger serial</source>
        <translation>Серийный № зарядного</translation>
    </message>
    <message>
        <source>Motor serial</source>
        <translation>Серийный № мотора</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Техосмотр</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Страховка</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Отзыв</translation>
    </message>
    <message>
        <source>Recommended work</source>
        <translation>Рекомендация</translation>
    </message>
    <message>
        <source>will come</source>
        <translation>приедет</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>дозвонились</translation>
    </message>
    <message>
        <source>call again</source>
        <translation>перезвонить</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>не ответил</translation>
    </message>
    <message>
        <source>does not want it</source>
        <translation>не хочет</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>не тот номер</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>is sent again</source>
        <translation>отправляется повторно</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>не доставлено</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Spoken with</source>
        <translation>Поговорили</translation>
    </message>
    <message>
        <source>Price told</source>
        <translation>Цена названа</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Записан</translation>
    </message>
    <message>
        <source>Nothing came of it</source>
        <translation>Не состоялась</translation>
    </message>
    <message>
        <source>The car is ready, sum and summary</source>
        <translation>Машина готова, сумма и итог</translation>
    </message>
    <message>
        <source>appointments</source>
        <translation>записи</translation>
    </message>
    <message>
        <source>acceptances</source>
        <translation>приёмки</translation>
    </message>
    <message>
        <source>signatures</source>
        <translation>подписи</translation>
    </message>
    <message>
        <source>calibrations</source>
        <translation>калибровки</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>звонки</translation>
    </message>
    <message>
        <source>consents</source>
        <translation>согласия</translation>
    </message>
    <message>
        <source>contact persons</source>
        <translation>контактные лица</translation>
    </message>
    <message>
        <source>expense entries</source>
        <translation>записи о расходах</translation>
    </message>
    <message>
        <source>files</source>
        <translation>файлы</translation>
    </message>
    <message>
        <source>invoices</source>
        <translation>счета</translation>
    </message>
    <message>
        <source>decisions on jobs</source>
        <translation>решения по работам</translation>
    </message>
    <message>
        <source>recommendations</source>
        <translation>рекомендации</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>сообщения</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>заявки</translation>
    </message>
    <message>
        <source>odometer readings</source>
        <translation>показания одометра</translation>
    </message>
    <message>
        <source>facts sent to the passport</source>
        <translation>отправлено в паспорт</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>платежи</translation>
    </message>
    <message>
        <source>sealed papers</source>
        <translation>закрытые документы</translation>
    </message>
    <message>
        <source>plates</source>
        <translation>госномера</translation>
    </message>
    <message>
        <source>recall marks</source>
        <translation>отметки об отзывах</translation>
    </message>
    <message>
        <source>merges</source>
        <translation>объединения</translation>
    </message>
    <message>
        <source>service entries</source>
        <translation>записи о работах</translation>
    </message>
    <message>
        <source>addresses of drives</source>
        <translation>адреса поездок</translation>
    </message>
    <message>
        <source>passport links</source>
        <translation>связи с паспортом</translation>
    </message>
    <message>
        <source>papers of the car</source>
        <translation>документы на авто</translation>
    </message>
    <message>
        <source>parts in cars</source>
        <translation>связи с автомобилями</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>карточки оснащения</translation>
    </message>
    <message>
        <source>sensors</source>
        <translation>датчики</translation>
    </message>
    <message>
        <source>work orders</source>
        <translation>заказ-наряды</translation>
    </message>
    <message>
        <source>credit notes</source>
        <translation>корректировки</translation>
    </message>
    <message>
        <source>receipts</source>
        <translation>квитанции</translation>
    </message>
    <message>
        <source>corrections</source>
        <translation>исправления</translation>
    </message>
    <message>
        <source>Registration certificate</source>
        <translation>СТС</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>ПТС</translation>
    </message>
    <message>
        <source>Insurance policy</source>
        <translation>Страховой полис</translation>
    </message>
    <message>
        <source>Inspection report</source>
        <translation>Диагностическая карта</translation>
    </message>
    <message>
        <source>Warranty booklet</source>
        <translation>Гарантийная книжка</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Доверенность</translation>
    </message>
    <message>
        <source>Customs declaration</source>
        <translation>Таможенная декларация</translation>
    </message>
    <message>
        <source>Service book</source>
        <translation>Сервисная книжка</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>Другой документ</translation>
    </message>
    <message>
        <source>front wheels</source>
        <translation>передний</translation>
    </message>
    <message>
        <source>rear wheels</source>
        <translation>задний</translation>
    </message>
    <message>
        <source>all wheels</source>
        <translation>полный</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>простая</translation>
    </message>
    <message>
        <source>metallic</source>
        <translation>металлик</translation>
    </message>
    <message>
        <source>pearl</source>
        <translation>перламутр</translation>
    </message>
    <message>
        <source>three-coat</source>
        <translation>трёхслойная</translation>
    </message>
    <message>
        <source>matt</source>
        <translation>матовая</translation>
    </message>
    <message>
        <source>steel</source>
        <translation>сталь</translation>
    </message>
    <message>
        <source>high-strength steel</source>
        <translation>высокопрочная сталь</translation>
    </message>
    <message>
        <source>aluminium</source>
        <translation>алюминий</translation>
    </message>
    <message>
        <source>plastic</source>
        <translation>пластик</translation>
    </message>
    <message>
        <source>carbon</source>
        <translation>карбон</translation>
    </message>
    <message>
        <source>magnesium</source>
        <translation>магний</translation>
    </message>
    <message>
        <source>owned</source>
        <translation>собственность</translation>
    </message>
    <message>
        <source>on credit</source>
        <translation>кредит</translation>
    </message>
    <message>
        <source>leased</source>
        <translation>лизинг</translation>
    </message>
    <message>
        <source>rented</source>
        <translation>аренда</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>чистый</translation>
    </message>
    <message>
        <source>pledged</source>
        <translation>в залоге</translation>
    </message>
    <message>
        <source>total loss</source>
        <translation>тотал</translation>
    </message>
    <message>
        <source>rebuilt</source>
        <translation>восстановлен</translation>
    </message>
    <message>
        <source>before targets</source>
        <translation>по мишеням</translation>
    </message>
    <message>
        <source>on the road</source>
        <translation>в движении</translation>
    </message>
    <message>
        <source>targets and road</source>
        <translation>мишени и движение</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>самокалибровка</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>New customer “{text}”</source>
        <translation>Новый клиент «{text}»</translation>
    </message>
    <message>
        <source>What they are to the car</source>
        <translation>Кто он машине</translation>
    </message>
</context>
<context>
    <name>PersonFacts</name>
    <message>
        <source>no phone</source>
        <translation>телефона нет</translation>
    </message>
    <message>
        <source>Copy {phone}</source>
        <translation>Скопировать {phone}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>{text} copied</source>
        <translation>{text} скопировано</translation>
    </message>
    <message numerus="yes">
        <source>%n cars</source>
        <translation>
            <numerusform>%n машина</numerusform>
            <numerusform>%n машины</numerusform>
            <numerusform>%n машин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the shop</source>
        <translation>
            <numerusform>%n в сервисе</numerusform>
            <numerusform>%n в сервисе</numerusform>
            <numerusform>%n в сервисе</numerusform>
        </translation>
    </message>
    <message>
        <source>none is here</source>
        <translation>в сервисе ни одной</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Автомобили</translation>
    </message>
    <message>
        <source>the last {day}</source>
        <translation>последний {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n визит</numerusform>
            <numerusform>%n визита</numerusform>
            <numerusform>%n визитов</numerusform>
        </translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>{sum} on average</source>
        <translation>в среднем {sum}</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Оборот</translation>
    </message>
    <message>
        <source>{percent} of sales</source>
        <translation>{percent} от продаж</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>paid ahead {sum}</source>
        <translation>аванс {sum}</translation>
    </message>
    <message>
        <source>late {sum}</source>
        <translation>просрочено {sum}</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>Долг</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Не приехал</translation>
    </message>
</context>
<context>
    <name>PersonFile</name>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Records merged into this one</source>
        <translation>Записи, объединённые с этой</translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation>Контактные лица</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Согласия</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Платежи</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Записи на приём</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Поездки за машиной</translation>
    </message>
    <message>
        <source>Acceptances</source>
        <translation>Приёмки</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Автомобили</translation>
    </message>
    <message>
        <source>Papers of the cars</source>
        <translation>Документы автомобилей</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Sealed papers</source>
        <translation>Закрытые документы</translation>
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
        <source>Other phone</source>
        <translation>Другой телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>Номер документа</translation>
    </message>
    <message>
        <source>Tax numbers</source>
        <translation>Налоговые номера</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Total, minor units</source>
        <translation>Итого, в копейках</translation>
    </message>
    <message>
        <source>Amount, minor units</source>
        <translation>Сумма, в копейках</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Выдан</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>По</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Дано</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Отозвано</translation>
    </message>
    <message>
        <source>How withdrawn</source>
        <translation>Как отозвано</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>Что в нём было</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Позвонить снова</translation>
    </message>
    <message>
        <source>Their words</source>
        <translation>Со слов</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Пожелание</translation>
    </message>
    <message>
        <source>What was quoted</source>
        <translation>Какую цену назвали</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Откуда везти</translation>
    </message>
    <message>
        <source>To where</source>
        <translation>Куда везти</translation>
    </message>
    <message>
        <source>Belongings</source>
        <translation>Вещи в машине</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Доверенность</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>Где лежит</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байт</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>PersonTab</name>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Consents and cars</source>
        <translation>Согласия и автомобили</translation>
    </message>
    <message>
        <source>Nobody is known to have this car.</source>
        <translation>Не известно, чья это машина.</translation>
    </message>
    <message>
        <source>The personal data was erased on {day}.</source>
        <translation>Личные данные стёрты {day}.</translation>
    </message>
    <message>
        <source>Erased person</source>
        <translation>Данные стёрты</translation>
    </message>
    <message>
        <source>Say who owns it</source>
        <translation>Указать владельца</translation>
    </message>
    <message>
        <source>Everything about them</source>
        <translation>Вся карточка</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>Другой телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>No contacts yet: add a phone.</source>
        <translation>Контактов пока нет: добавьте телефон.</translation>
    </message>
    <message>
        <source>Company numbers</source>
        <translation>Реквизиты</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>русский</translation>
    </message>
    <message>
        <source>English</source>
        <translation>английский</translation>
    </message>
    <message>
        <source>as the center</source>
        <translation>как в сервисе</translation>
    </message>
    <message>
        <source>as the center has it</source>
        <translation>как принято в сервисе</translation>
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
        <source>Terms</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Price group</source>
        <translation>Группа цен</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Term of payment</source>
        <translation>Срок оплаты</translation>
    </message>
    <message>
        <source>Language of papers</source>
        <translation>Язык документов</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Не приехал</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Клиент с</translation>
    </message>
    <message>
        <source>Note consent</source>
        <translation>Отметить согласие</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Согласия</translation>
    </message>
    <message>
        <source>Nothing was agreed to yet.</source>
        <translation>Согласий пока нет.</translation>
    </message>
    <message>
        <source>withdrawn {day}</source>
        <translation>отозвано {day}</translation>
    </message>
    <message>
        <source>Withdraw: {purpose}</source>
        <translation>Отозвать: {purpose}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Add a car</source>
        <translation>Добавить автомобиль</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Автомобили</translation>
    </message>
    <message numerus="yes">
        <source>All %n cars</source>
        <translation>
            <numerusform>Все %n автомобиль</numerusform>
            <numerusform>Все %n автомобиля</numerusform>
            <numerusform>Все %n автомобилей</numerusform>
        </translation>
    </message>
    <message>
        <source>No car yet.</source>
        <translation>Автомобиля пока нет.</translation>
    </message>
    <message>
        <source>Car without a name</source>
        <translation>Автомобиль без названия</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Личные данные</translation>
    </message>
    <message>
        <source>Everything kept about this person as a file, or forgotten for good.</source>
        <translation>Всё, что хранится о человеке, одним файлом, или стереть навсегда.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Выгрузить…</translation>
    </message>
    <message>
        <source>Archive customer</source>
        <translation>Клиента в архив</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Стереть…</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Parts of the record</source>
        <translation>Разделы карточки</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Разговоры</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message>
        <source>Save personal data</source>
        <translation>Сохранить личные данные</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Сохранено: {name}</translation>
    </message>
    <message>
        <source>Pages to read, with the data inside (*.html);;Data only (*.json)</source>
        <translation>Страница для чтения с данными (*.html);;Только данные (*.json)</translation>
    </message>
    <message>
        <source>Personal data erased</source>
        <translation>Личные данные стёрты</translation>
    </message>
    <message numerus="yes">
        <source>%n papers keep the person until the law's term is over</source>
        <translation>
            <numerusform>%n документ хранит данные, пока не выйдет срок по закону</numerusform>
            <numerusform>%n документа хранят данные, пока не выйдет срок по закону</numerusform>
            <numerusform>%n документов хранят данные, пока не выйдет срок по закону</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlateDialog</name>
    <message>
        <source>Change plate</source>
        <translation>Сменить номер</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Сменить</translation>
    </message>
    <message>
        <source>New plate</source>
        <translation>Новый номер</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Another car carried it: it ends there</source>
        <translation>Он был на другой машине: там он заканчивается</translation>
    </message>
    <message>
        <source>Empty: the plate was taken off</source>
        <translation>Пусто: номер снят</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Profile of the car</source>
        <translation>Оснащение и данные автомобиля</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Комплектация</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Привод</translation>
    </message>
    <message>
        <source>Engine size, cm³</source>
        <translation>Объём, см³</translation>
    </message>
    <message>
        <source>Power, kW</source>
        <translation>Мощность, кВт</translation>
    </message>
    <message>
        <source>Options, with commas</source>
        <translation>Опции через запятую</translation>
    </message>
    <message>
        <source>Driver assistance: how each part is calibrated</source>
        <translation>Помощники водителя: как калибруются</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Paint, body, tyres</source>
        <translation>Краска, кузов, шины</translation>
    </message>
    <message>
        <source>Paint code</source>
        <translation>Код краски</translation>
    </message>
    <message>
        <source>Second paint code</source>
        <translation>Второй код краски</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Краска</translation>
    </message>
    <message>
        <source>Kind of paint</source>
        <translation>Вид краски</translation>
    </message>
    <message>
        <source>Tyres, front</source>
        <translation>Шины, перед</translation>
    </message>
    <message>
        <source>Tyres, rear</source>
        <translation>Шины, зад</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Сезон</translation>
    </message>
    <message>
        <source>Made (DOT)</source>
        <translation>Выпуск (DOT)</translation>
    </message>
    <message>
        <source>Second set lies</source>
        <translation>Второй комплект</translation>
    </message>
    <message>
        <source>Wheel torque, Nm</source>
        <translation>Затяжка колёс, Н·м</translation>
    </message>
    <message>
        <source>Electric drive and trailer</source>
        <translation>Электропривод и прицеп</translation>
    </message>
    <message>
        <source>Battery, kWh</source>
        <translation>Батарея, кВт·ч</translation>
    </message>
    <message>
        <source>Battery health, %</source>
        <translation>Износ батареи (SOH), %</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>Разъём зарядки</translation>
    </message>
    <message>
        <source>Battery warranty</source>
        <translation>Гарантия на батарею</translation>
    </message>
    <message>
        <source>It is a trailer</source>
        <translation>Это прицеп</translation>
    </message>
    <message>
        <source>Hitch</source>
        <translation>Сцепка</translation>
    </message>
    <message>
        <source>Brake of the trailer</source>
        <translation>Тормоз прицепа</translation>
    </message>
    <message>
        <source>Axles</source>
        <translation>Оси</translation>
    </message>
    <message>
        <source>Empty, kg</source>
        <translation>Снаряжённая, кг</translation>
    </message>
    <message>
        <source>Full, kg</source>
        <translation>Полная, кг</translation>
    </message>
    <message>
        <source>May tow, kg</source>
        <translation>Буксирует, кг</translation>
    </message>
    <message>
        <source>Insurance, days, value</source>
        <translation>Страховка, сроки, оценка</translation>
    </message>
    <message>
        <source>Insurance company</source>
        <translation>Страховая компания</translation>
    </message>
    <message>
        <source>Kind of insurance</source>
        <translation>Вид страховки</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Полис</translation>
    </message>
    <message>
        <source>Insured from</source>
        <translation>Застрахован с</translation>
    </message>
    <message>
        <source>Insured until</source>
        <translation>Застрахован до</translation>
    </message>
    <message>
        <source>Inspection until</source>
        <translation>Техосмотр до</translation>
    </message>
    <message>
        <source>Maker's warranty until</source>
        <translation>Заводская гарантия до</translation>
    </message>
    <message>
        <source>Valued on</source>
        <translation>Дата оценки</translation>
    </message>
    <message>
        <source>Warranty to, km</source>
        <translation>Гарантия до, км</translation>
    </message>
    <message>
        <source>Warranty state</source>
        <translation>Состояние гарантии</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Владение</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>Кредитор</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Юридический статус</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Valued by</source>
        <translation>Кем оценён</translation>
    </message>
    <message>
        <source>Place and state</source>
        <translation>Место и состояние</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Стоит</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Radio code</source>
        <translation>Код магнитолы</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Снаружи</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Внутри</translation>
    </message>
    <message>
        <source>Known damage</source>
        <translation>Повреждения</translation>
    </message>
    <message>
        <source>Earlier repairs</source>
        <translation>Прежние ремонты</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
</context>
<context>
    <name>ProfileTab</name>
    <message>
        <source>Equipment</source>
        <translation>Оснащение</translation>
    </message>
    <message>
        <source>Insurance, value, storage</source>
        <translation>Страховка, оценка, хранение</translation>
    </message>
    <message>
        <source>Papers and recalls</source>
        <translation>Документы и отзывы</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Edit profile</source>
        <translation>Изменить оснащение</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Кузов</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Комплектация</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Привод</translation>
    </message>
    <message>
        <source>Engine size</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>cm³</source>
        <translation>см³</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Мощность</translation>
    </message>
    <message>
        <source>kW</source>
        <translation>кВт</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Опции</translation>
    </message>
    <message>
        <source>Driver assistance</source>
        <translation>Помощники водителя</translation>
    </message>
    <message>
        <source>Not noted: calibration is only asked about, not demanded.</source>
        <translation>Не заполнено: о калибровке только напомним, но не потребуем.</translation>
    </message>
    <message>
        <source>Paint and body</source>
        <translation>Краска и кузов</translation>
    </message>
    <message>
        <source>Paint code</source>
        <translation>Код краски</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Краска</translation>
    </message>
    <message>
        <source>Kind of paint</source>
        <translation>Вид краски</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Материалы</translation>
    </message>
    <message>
        <source>Tyres</source>
        <translation>Шины</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Перед</translation>
    </message>
    <message>
        <source>Rear</source>
        <translation>Зад</translation>
    </message>
    <message>
        <source>Season, made</source>
        <translation>Сезон, выпуск</translation>
    </message>
    <message>
        <source>Wheel torque</source>
        <translation>Затяжка колёс</translation>
    </message>
    <message>
        <source>Nm</source>
        <translation>Н·м</translation>
    </message>
    <message>
        <source>Second set lies</source>
        <translation>Второй комплект</translation>
    </message>
    <message>
        <source>By the VIN</source>
        <translation>По VIN</translation>
    </message>
    <message>
        <source>Model year</source>
        <translation>Модельный год</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>просрочено %n день</numerusform>
            <numerusform>просрочено %n дня</numerusform>
            <numerusform>просрочено %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>через %n день</numerusform>
            <numerusform>через %n дня</numerusform>
            <numerusform>через %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Insurance and inspection</source>
        <translation>Страховка и техосмотр</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Полис</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Insured until</source>
        <translation>Застрахован до</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>Завод</translation>
    </message>
    <message>
        <source>Inspection until</source>
        <translation>Техосмотр до</translation>
    </message>
    <message>
        <source>Maker's warranty</source>
        <translation>Заводская гарантия</translation>
    </message>
    <message>
        <source>Warranty to</source>
        <translation>Гарантия до</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>Warranty state</source>
        <translation>Состояние гарантии</translation>
    </message>
    <message>
        <source>Owning and value</source>
        <translation>Владение и оценка</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Владение</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>Кредитор</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Юр. статус</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Valued</source>
        <translation>Оценено</translation>
    </message>
    <message>
        <source>Place and state</source>
        <translation>Место и состояние</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Стоит</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Radio code</source>
        <translation>Код магнитолы</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Снаружи</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Внутри</translation>
    </message>
    <message>
        <source>Known damage</source>
        <translation>Повреждения</translation>
    </message>
    <message>
        <source>Earlier repairs</source>
        <translation>Прежние ремонты</translation>
    </message>
    <message>
        <source>Electric drive</source>
        <translation>Электропривод</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Батарея</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>кВт·ч</translation>
    </message>
    <message>
        <source>Battery health</source>
        <translation>Состояние (SOH)</translation>
    </message>
    <message>
        <source>Charge port</source>
        <translation>Разъём зарядки</translation>
    </message>
    <message>
        <source>Trailer and masses</source>
        <translation>Прицеп и массы</translation>
    </message>
    <message>
        <source>Hitch</source>
        <translation>Сцепка</translation>
    </message>
    <message>
        <source>Axles, brake</source>
        <translation>Оси, тормоз</translation>
    </message>
    <message>
        <source>Empty, full</source>
        <translation>Снаряж. / полная</translation>
    </message>
    <message>
        <source>May tow</source>
        <translation>Буксирует</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>кг</translation>
    </message>
    <message>
        <source>Recalls</source>
        <translation>Отзывные кампании</translation>
    </message>
    <message>
        <source>No recall in the list concerns this car.</source>
        <translation>В загруженном списке отзывов на этот автомобиль нет.</translation>
    </message>
    <message>
        <source>Done: {number}</source>
        <translation>Выполнено: {number}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Open again: {number}</source>
        <translation>Снова открыть: {number}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Снова открыть</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add a paper</source>
        <translation>Добавить документ</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>No papers noted.</source>
        <translation>Документы не внесены.</translation>
    </message>
    <message>
        <source>Remove: {paper}</source>
        <translation>Убрать: {paper}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Name or company</source>
        <translation>Имя или компания</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Odometer reading</source>
        <translation>Показание одометра</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Показание</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Why it is unusual</source>
        <translation>Почему оно необычное</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Показание</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Что с ним</translation>
    </message>
    <message>
        <source>Odometer readings</source>
        <translation>Показания одометра</translation>
    </message>
    <message>
        <source>No readings yet</source>
        <translation>Показаний пока нет</translation>
    </message>
    <message>
        <source>work order</source>
        <translation>заказ-наряд</translation>
    </message>
    <message>
        <source>the desk</source>
        <translation>стойка</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>исправление</translation>
    </message>
    <message>
        <source>the owner</source>
        <translation>владелец</translation>
    </message>
    <message>
        <source>corrected to {value}</source>
        <translation>исправлено на {value}</translation>
    </message>
    <message>
        <source>cannot be</source>
        <translation>не может быть</translation>
    </message>
</context>
<context>
    <name>Recommendations</name>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
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
        <source>Then</source>
        <translation>Тогда</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>Nothing was recommended yet</source>
        <translation>Рекомендаций пока нет</translation>
    </message>
    <message>
        <source>Declined jobs and intervals of completed work come here by themselves.</source>
        <translation>Отказы и сроки выполненных работ попадают сюда сами.</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>по сроку</translation>
    </message>
    <message>
        <source> or </source>
        <translation> или </translation>
    </message>
    <message>
        <source>open</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>on an order</source>
        <translation>в заказе</translation>
    </message>
    <message>
        <source>done</source>
        <translation>сделано</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>не нужно</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Parts of the record</source>
        <translation>Разделы карточки</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Оснащение</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Car and owner</source>
        <translation>Автомобиль и владелец</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>ОСАГО</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Техосмотр</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Гарантия</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>не сходится</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>Контр. знак</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>не известен</translation>
    </message>
    <message>
        <source>Entered {day}</source>
        <translation>Внесён {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>до {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>истекло {day}</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>Новый владелец</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Владельцы</translation>
    </message>
    <message>
        <source>Nobody is known to own this car.</source>
        <translation>Владелец этой машины не известен.</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>стёрто</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>с {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>Passport link</source>
        <translation>Связь с паспортом</translation>
    </message>
    <message>
        <source>The owner was never asked: nothing of this car leaves the shop.</source>
        <translation>Владельца не спрашивали: данные этой машины не покидают сервис.</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>запрошена</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>разрешена</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>отклонена</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>отозвана</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>decided {day}</source>
        <translation>решение {day}</translation>
    </message>
    <message>
        <source>asked {day}</source>
        <translation>запрос {day}</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работы</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>цены</translation>
    </message>
    <message>
        <source>history</source>
        <translation>история</translation>
    </message>
    <message>
        <source>Ask the owner</source>
        <translation>Спросить владельца</translation>
    </message>
    <message>
        <source>Other cars</source>
        <translation>Другие машины</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 месяцев</translation>
    </message>
    <message numerus="yes">
        <source>%n invoices</source>
        <translation>
            <numerusform>%n счёт</numerusform>
            <numerusform>%n счёта</numerusform>
            <numerusform>%n счетов</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>Средний чек</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Оборот</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>Долг</translation>
    </message>
    <message>
        <source>Paid ahead</source>
        <translation>Аванс</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
</context>
<context>
    <name>TalksTab</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>О чём говорили</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Talks and messages</source>
        <translation>Разговоры и сообщения</translation>
    </message>
    <message>
        <source>Note a call…</source>
        <translation>Записать звонок…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>nobody was reached</source>
        <translation>никто не получил</translation>
    </message>
    <message>
        <source>No talks and no messages yet</source>
        <translation>Ни разговоров, ни сообщений ещё не было</translation>
    </message>
</context>
<context>
    <name>VehicleDialog</name>
    <message>
        <source>New car</source>
        <translation>Новый автомобиль</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Марка</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Исполнение</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробно</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Engine number</source>
        <translation>Номер двигателя</translation>
    </message>
    <message>
        <source>Body or frame number</source>
        <translation>Номер кузова или рамы</translation>
    </message>
    <message>
        <source>kilometres</source>
        <translation>километры</translation>
    </message>
    <message>
        <source>miles</source>
        <translation>мили</translation>
    </message>
    <message>
        <source>Odometer counts</source>
        <translation>Одометр считает</translation>
    </message>
    <message>
        <source>Bought on</source>
        <translation>Куплен</translation>
    </message>
    <message>
        <source>Maker's warranty until</source>
        <translation>Гарантия завода до</translation>
    </message>
    <message>
        <source>Insurance until</source>
        <translation>ОСАГО до</translation>
    </message>
    <message>
        <source>Inspection until</source>
        <translation>Техосмотр до</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>By the VIN: {years}</source>
        <translation>По VIN: {years}</translation>
    </message>
    <message>
        <source>It ends there and begins here.</source>
        <translation>Там он закончится, здесь начнётся.</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>All visits</source>
        <translation>Все визиты</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что делали</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Визитов пока нет</translation>
    </message>
    <message>
        <source>The first work order of this customer will stand here.</source>
        <translation>Здесь появится первый заказ-наряд клиента.</translation>
    </message>
    <message>
        <source>The first work order of this car will stand here.</source>
        <translation>Здесь будет первый заказ-наряд этой машины.</translation>
    </message>
    <message>
        <source>not theirs any more</source>
        <translation>уже не его машина</translation>
    </message>
</context>
<context>
    <name>WorkColumn</name>
    <message>
        <source>Open work</source>
        <translation>Открытые работы</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>by date or reading</source>
        <translation>по дате или км</translation>
    </message>
    <message>
        <source>Nothing is due: completed work brings its next date here.</source>
        <translation>Ничего не подходит: следующий срок появится после выполненных работ.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>{count} for {sum}</source>
        <translation>{count} на {sum}</translation>
    </message>
    <message>
        <source>Declined work</source>
        <translation>Отложенные работы</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Тогда</translation>
    </message>
    <message>
        <source>declined {day}, {age}</source>
        <translation>отказ {day}, {age}</translation>
    </message>
    <message>
        <source>To order</source>
        <translation>В заказ</translation>
    </message>
    <message>
        <source>{work} to the order</source>
        <translation>{work} в заказ</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n месяц</numerusform>
            <numerusform>%n месяца</numerusform>
            <numerusform>%n месяцев</numerusform>
        </translation>
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
        <source>Put onto an order</source>
        <translation>Перенести в заказ-наряд</translation>
    </message>
    <message>
        <source>Not wanted any more…</source>
        <translation>Больше не нужно…</translation>
    </message>
    <message>
        <source> or </source>
        <translation> или </translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>до {when}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>прошла</translation>
    </message>
    <message>
        <source>in {value}</source>
        <translation>через {value}</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Customers &amp; cars</source>
        <translation>Клиенты и авто</translation>
    </message>
</context>
</TS>
