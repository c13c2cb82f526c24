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
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Bought on</source>
        <translation>Куплен</translation>
    </message>
    <message>
        <source>Maker&apos;s warranty until</source>
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
        <source>{text} copied</source>
        <translation>{text} скопировано</translation>
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
    <name>Finding</name>
    <message>
        <source>Name, phone or company</source>
        <translation>Имя, телефон или компания</translation>
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
    <name>PersonalData</name>
    <message>
        <source>Save personal data</source>
        <translation>Сохранить личные данные</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Файлы JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Сохранено: {name}</translation>
    </message>
    <message>
        <source>Name, telephones, addresses and messages of {name} are erased and cannot be brought back. Invoices and orders stay with their sums; what a law makes the books keep of the person is erased when its term is over.</source>
        <translation>Имя, телефоны, адреса и сообщения ({name}) будут стёрты, вернуть их нельзя. Счета и заказ-наряды останутся с суммами; то, что закон велит хранить о человеке в учёте, сотрётся, когда выйдет срок.</translation>
    </message>
    <message>
        <source>Erase personal data</source>
        <translation>Стереть личные данные</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Стереть навсегда</translation>
    </message>
    <message>
        <source>Personal data erased</source>
        <translation>Личные данные стёрты</translation>
    </message>
    <message numerus="yes">
        <source>%n papers keep the person until the law&apos;s term is over</source>
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
        <source>Maker&apos;s warranty until</source>
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
        <source>The first work order of this car will stand here.</source>
        <translation>Здесь будет первый заказ-наряд этой машины.</translation>
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
    <message>
        <source>The car is ready, sum and summary</source>
        <translation>Машина готова, сумма и итоги</translation>
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
