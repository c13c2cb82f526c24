<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%n works are not finished</source>
        <translation>
            <numerusform>%n работа не закончена</numerusform>
            <numerusform>%n работы не закончены</numerusform>
            <numerusform>%n работ не закончены</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark done and go on</source>
        <translation>Отметить готовыми и продолжить</translation>
    </message>
    <message>
        <source>Hold the order</source>
        <translation>Удержать заказ-наряд</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Отменить заказ-наряд</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Удержать</translation>
    </message>
    <message>
        <source>Who does it?</source>
        <translation>Кто выполняет?</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Works</source>
        <translation>Работы</translation>
    </message>
</context>
<context>
    <name>ArrivalPanel</name>
    <message>
        <source>Write it down</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Nobody wrote down how the car came.</source>
        <translation>Как приехала машина, никто не записал.</translation>
    </message>
    <message>
        <source>Odometer, damage, belongings, photos and a signed act protect both sides.</source>
        <translation>Пробег, повреждения, вещи, фотографии и подписанный акт защищают обе стороны.</translation>
    </message>
    <message>
        <source>version {number}, signed</source>
        <translation>версия {number}, подписана</translation>
    </message>
    <message>
        <source>version {number}, not signed</source>
        <translation>версия {number}, не подписана</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Акт</translation>
    </message>
    <message>
        <source>Print the act</source>
        <translation>Печать акта</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open the arrival</source>
        <translation>Открыть приёмку</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Приёмка</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Приезд</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Fuel, charge</source>
        <translation>Топливо, заряд</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Повреждения</translation>
    </message>
    <message>
        <source>none seen</source>
        <translation>не видно</translation>
    </message>
    <message>
        <source>Warning lamps</source>
        <translation>Лампы</translation>
    </message>
    <message>
        <source>none is lit</source>
        <translation>не горят</translation>
    </message>
    <message>
        <source>Left in the car</source>
        <translation>Оставлено</translation>
    </message>
    <message>
        <source>Not in the car</source>
        <translation>Нет в машине</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>{count}, hash and time kept</source>
        <translation>{count}, с хешем и временем</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>бирка {tag}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Car stands</source>
        <translation>Где машина</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>Print: {version}</source>
        <translation>Печать: {version}</translation>
    </message>
    <message>
        <source>on paper, {when}</source>
        <translation>на бумаге, {when}</translation>
    </message>
    <message>
        <source>not signed: {why}</source>
        <translation>не подписан: {why}</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>клиент</translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>Audit of the order</source>
        <translation>Журнал изменений заказ-наряда</translation>
    </message>
    <message>
        <source>{who}, {workstation}, link {number}</source>
        <translation>{who}, {workstation}, звено {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calibrating</name>
    <message>
        <source>Answer: {part}</source>
        <translation>Ответ: {part}</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Отчёт…</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Калибровка</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>выполнена</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>не требуется</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Number of the report</source>
        <translation>Номер отчёта</translation>
    </message>
    <message>
        <source>Why it is not needed</source>
        <translation>Почему не требуется</translation>
    </message>
</context>
<context>
    <name>CompletedDialog</name>
    <message>
        <source>{number} is completed</source>
        <translation>{number} завершён</translation>
    </message>
    <message>
        <source>Signed and sealed, total {total}.</source>
        <translation>Подписан и закрыт, итого {total}.</translation>
    </message>
    <message>
        <source>Number of the seal</source>
        <translation>Номер печати</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Выдать машину</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
</context>
<context>
    <name>CompletionDialog</name>
    <message>
        <source>Looking what is missing</source>
        <translation>Проверяем, чего не хватает</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Ready to complete</source>
        <translation>Можно завершать</translation>
    </message>
    <message>
        <source>Not ready to complete yet</source>
        <translation>Завершить пока нельзя</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>Stops completion</source>
        <translation>Мешает завершению</translation>
    </message>
    <message>
        <source>Needs a confirmation</source>
        <translation>Требует подтверждения</translation>
    </message>
    <message>
        <source>The list updates as you fix things.</source>
        <translation>Список обновляется сам.</translation>
    </message>
    <message numerus="yes">
        <source>%n works are not finished.</source>
        <translation>
            <numerusform>%n работа не закончена.</numerusform>
            <numerusform>%n работы не закончены.</numerusform>
            <numerusform>%n работ не закончены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it…</source>
        <translation>Оставить…</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Ввести…</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Отметить готовым</translation>
    </message>
</context>
<context>
    <name>CompletionEffects</name>
    <message>
        <source>When it completes</source>
        <translation>При завершении</translation>
    </message>
    <message numerus="yes">
        <source>%n part lines leave stock</source>
        <translation>
            <numerusform>%n позиция спишется со склада</numerusform>
            <numerusform>%n позиции спишутся со склада</numerusform>
            <numerusform>%n позиций спишутся со склада</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}, cost {cost}</source>
        <translation>{lines}, себестоимость {cost}</translation>
    </message>
    <message>
        <source>Lines, prices and totals are frozen and signed</source>
        <translation>Строки, цены и итоги фиксируются и подписываются</translation>
    </message>
    <message>
        <source>No part leaves stock</source>
        <translation>Со склада ничего не списывается</translation>
    </message>
    <message>
        <source>Service entry goes to the car’s passport</source>
        <translation>Запись о ТО попадает в паспорт машины</translation>
    </message>
    <message>
        <source>Ready notice to {who}</source>
        <translation>Уведомление о готовности: {who}</translation>
    </message>
</context>
<context>
    <name>Concerns</name>
    <message>
        <source>Concerns</source>
        <translation>Жалобы</translation>
    </message>
    <message>
        <source>Jobs of the order</source>
        <translation>Работы заказ-наряда</translation>
    </message>
</context>
<context>
    <name>CorrectionsPanel</name>
    <message>
        <source>Request correction…</source>
        <translation>Запросить исправление…</translation>
    </message>
    <message>
        <source>What was sealed never changes; a correction stands beside it.</source>
        <translation>Закрытое не меняется, исправление стоит рядом.</translation>
    </message>
    <message>
        <source>The order is not sealed yet: edit it.</source>
        <translation>Заказ-наряд ещё не закрыт: измените его.</translation>
    </message>
    <message>
        <source>There are no corrections.</source>
        <translation>Исправлений нет.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Отклонить…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Reject the correction</source>
        <translation>Отклонить исправление</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Request a correction</source>
        <translation>Запросить исправление</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запросить</translation>
    </message>
    <message>
        <source>What was sealed stays as it is; this stands beside it.</source>
        <translation>Закрытое остаётся как есть, исправление стоит рядом.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что неверно</translation>
    </message>
    <message>
        <source>What is right</source>
        <translation>Как правильно</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>What did the customer say?</source>
        <translation>Что сказал клиент?</translation>
    </message>
    <message>
        <source>How it was said</source>
        <translation>Как получен ответ</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Что сказано</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Согласовано</translation>
    </message>
    <message>
        <source>Agreed to {n} of {all}</source>
        <translation>Согласовано {n} из {all}</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>By phone: note who was called and what was said.</source>
        <translation>По телефону: запишите, кому звонили и что ответили.</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Details of the order</source>
        <translation>Данные заказ-наряда</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Who brought it</source>
        <translation>Кто привёз</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Мастер-приёмщик</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation>Номерок ключа</translation>
    </message>
    <message>
        <source>Note for the shop</source>
        <translation>Заметка для цеха</translation>
    </message>
    <message>
        <source>Name or phone</source>
        <translation>Имя или телефон</translation>
    </message>
    <message>
        <source>New customer: {text}</source>
        <translation>Новый клиент: {text}</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
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
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Why is the reading unusual?</source>
        <translation>Почему пробег необычный?</translation>
    </message>
    <message>
        <source>Keep the reading</source>
        <translation>Оставить показание</translation>
    </message>
</context>
<context>
    <name>FilterPopover</name>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>любой</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Мастер-приёмщик</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Открыт</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Delete this filter</source>
        <translation>Удалить этот фильтр</translation>
    </message>
</context>
<context>
    <name>FirstDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History of the order</source>
        <translation>История заказ-наряда</translation>
    </message>
    <message>
        <source>“{job}” agreed to</source>
        <translation>«{job}» согласована</translation>
    </message>
    <message>
        <source>“{job}” declined</source>
        <translation>«{job}»: отказ</translation>
    </message>
    <message>
        <source>“{job}” has to be agreed to again</source>
        <translation>«{job}» нужно согласовать заново</translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message>
        <source>Start work</source>
        <translation>Начать работу</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>Ещё не готово</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запросить</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Заказано</translation>
    </message>
    <message>
        <source>Backordered</source>
        <translation>Ждём поставщика</translation>
    </message>
    <message>
        <source>Has come</source>
        <translation>Пришло</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Установлено</translation>
    </message>
    <message>
        <source>Back to vendor</source>
        <translation>Вернуть поставщику</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Отложить на складе</translation>
    </message>
    <message>
        <source>Issue from stock</source>
        <translation>Выдать со склада</translation>
    </message>
    <message>
        <source>Take back to stock</source>
        <translation>Вернуть на склад</translation>
    </message>
    <message>
        <source>Serial number…</source>
        <translation>Серийный номер…</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Почему такая цена</translation>
    </message>
    <message>
        <source>Card of the item</source>
        <translation>Карточка позиции</translation>
    </message>
    <message>
        <source>Customer's decision…</source>
        <translation>Решение клиента…</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Кто платит</translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation>Удалить работу</translation>
    </message>
</context>
<context>
    <name>LinesPane</name>
    <message>
        <source>Jobs and lines</source>
        <translation>Работы и строки</translation>
    </message>
    <message>
        <source>Nothing is to be done yet.</source>
        <translation>Работ пока нет.</translation>
    </message>
    <message>
        <source>Type a work, a part or a package: the catalogue is searched while you type.</source>
        <translation>Введите работу, запчасть или пакет: каталог ищет по мере ввода.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>“{name}” removed</source>
        <translation>«{name}» удалено</translation>
    </message>
</context>
<context>
    <name>NamePopover</name>
    <message>
        <source>Keep this filter</source>
        <translation>Сохранить фильтр</translation>
    </message>
    <message>
        <source>Keep this filter under a name</source>
        <translation>Сохранить этот фильтр под именем</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Имя фильтра</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>NewOrderDialog</name>
    <message>
        <source>New work order</source>
        <translation>Новый заказ-наряд</translation>
    </message>
    <message>
        <source>Plate, phone or name</source>
        <translation>Номер, телефон или имя</translation>
    </message>
    <message>
        <source>Plate, phone, name or VIN</source>
        <translation>Госномер, телефон, имя или VIN</translation>
    </message>
    <message>
        <source>New: {text}</source>
        <translation>Новый: {text}</translation>
    </message>
    <message>
        <source>Car or customer</source>
        <translation>Автомобиль или клиент</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>Make and model</source>
        <translation>Марка и модель</translation>
    </message>
    <message>
        <source>Customer's name</source>
        <translation>Имя клиента</translation>
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
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>17:30, tomorrow 12, +2h</source>
        <translation>17:30, завтра 12, +2ч</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>Что говорит клиент</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>Открыть заказ-наряд</translation>
    </message>
    <message>
        <source>In the shop already: open {number}</source>
        <translation>Уже в сервисе: открыть {number}</translation>
    </message>
    <message>
        <source>Last {value} {unit}, {day}</source>
        <translation>Было {value} {unit}, {day}</translation>
    </message>
</context>
<context>
    <name>OrderAsk</name>
    <message>
        <source>Batch</source>
        <translation>Партия</translation>
    </message>
    <message>
        <source>DOT of the tyre</source>
        <translation>DOT шины</translation>
    </message>
    <message>
        <source>Serial number of the drive battery</source>
        <translation>Серийный номер тяговой батареи</translation>
    </message>
    <message>
        <source>Serial number of the electric motor</source>
        <translation>Серийный номер электродвигателя</translation>
    </message>
    <message>
        <source>Serial number of the charger</source>
        <translation>Серийный номер зарядного устройства</translation>
    </message>
    <message>
        <source>Serial number of the motor controller</source>
        <translation>Серийный номер контроллера мотора (MCU)</translation>
    </message>
    <message>
        <source>Serial number of the vehicle controller</source>
        <translation>Серийный номер контроллера автомобиля (VCU)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Until, when it is known</source>
        <translation>До какого времени, если известно</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>On completion it goes on the card of the car.</source>
        <translation>При закрытии попадёт в карточку автомобиля.</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Почему такая цена</translation>
    </message>
    <message>
        <source>Card of the item</source>
        <translation>Карточка позиции</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Changed by hand on this order; it was {price}.</source>
        <translation>Изменена вручную в этом заказ-наряде, была {price}.</translation>
    </message>
    <message>
        <source>The price of {day}, when the work was declined.</source>
        <translation>Цена от {day}, когда клиент отказался от работы.</translation>
    </message>
    <message>
        <source>The line is not from the catalogue: its price was typed in.</source>
        <translation>Строка не из каталога: цена введена вручную.</translation>
    </message>
</context>
<context>
    <name>OrderAudit</name>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Agreed amount</source>
        <translation>Согласованная сумма</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Discount, %</source>
        <translation>Скидка, %</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Выдано</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Кто платит</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Мастер-приёмщик</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Who brought it</source>
        <translation>Кто привёз</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Reason of the reading</source>
        <translation>Причина показания</translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation>Номерок ключа</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Жалоба</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Устранение</translation>
    </message>
    <message>
        <source>Reason of the hold</source>
        <translation>Причина удержания</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Удержан до</translation>
    </message>
    <message>
        <source>Reason of the cancellation</source>
        <translation>Причина отмены</translation>
    </message>
    <message>
        <source>Day of supply</source>
        <translation>День оказания услуги</translation>
    </message>
</context>
<context>
    <name>OrderChanges</name>
    <message>
        <source>Change line</source>
        <translation>Изменение строки</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Новая строка</translation>
    </message>
    <message>
        <source>Add job</source>
        <translation>Новая работа</translation>
    </message>
    <message>
        <source>Add package</source>
        <translation>Добавление пакета</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Удаление строки</translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation>Удаление работы</translation>
    </message>
    <message>
        <source>Add recommended work</source>
        <translation>Рекомендованная работа</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Кто платит</translation>
    </message>
</context>
<context>
    <name>OrderClash</name>
    <message>
        <source>Two people changed this order</source>
        <translation>Заказ-наряд изменили двое</translation>
    </message>
    <message>
        <source>Nothing typed is lost.</source>
        <translation>Набранное не потеряно.</translation>
    </message>
</context>
<context>
    <name>OrderConcerns</name>
    <message>
        <source>Edit concern</source>
        <translation>Изменение жалобы</translation>
    </message>
    <message>
        <source>Job {n}</source>
        <translation>Работа {n}</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Жалоба</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Устранение</translation>
    </message>
    <message>
        <source>What does the customer say?</source>
        <translation>Что говорит клиент?</translation>
    </message>
</context>
<context>
    <name>OrderCorrections</name>
    <message>
        <source>Awaiting decision</source>
        <translation>Ждёт решения</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Отозвано</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Name of a work</source>
        <translation>Название работы</translation>
    </message>
    <message>
        <source>Name of a part</source>
        <translation>Название запчасти</translation>
    </message>
    <message>
        <source>Quantity of a part</source>
        <translation>Количество запчасти</translation>
    </message>
    <message>
        <source>Next service</source>
        <translation>Следующее ТО</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Другое</translation>
    </message>
</context>
<context>
    <name>OrderEditor</name>
    <message>
        <source>Totals of the order</source>
        <translation>Итоги заказ-наряда</translation>
    </message>
    <message>
        <source>The price of “{job}” changed: the customer has to agree again.</source>
        <translation>Цена «{job}» изменилась: нужно согласовать с клиентом заново.</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>ячейка</translation>
    </message>
    <message>
        <source>next</source>
        <translation>дальше</translation>
    </message>
    <message>
        <source>why this price</source>
        <translation>почему такая цена</translation>
    </message>
</context>
<context>
    <name>OrderFacts</name>
    <message>
        <source>nobody yet</source>
        <translation>пока никто</translation>
    </message>
    <message>
        <source>Technician, advisor</source>
        <translation>Исполнитель, мастер</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>без номерка</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>make and model unknown</source>
        <translation>марка и модель неизвестны</translation>
    </message>
    <message>
        <source>no odometer reading</source>
        <translation>пробег не указан</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>mi</source>
        <translation>миль</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестен</translation>
    </message>
    <message>
        <source>brought by {name}</source>
        <translation>привёз {name}</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>no time yet</source>
        <translation>время не назначено</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>осталось {span}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>опоздание {span}</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>сохранено {time}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
</context>
<context>
    <name>OrderFinding</name>
    <message>
        <source>Code</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Доступно</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Ячейка</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>выбрать</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>вставить</translation>
    </message>
    <message>
        <source>card</source>
        <translation>карточка</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>вернуть</translation>
    </message>
    <message>
        <source>Items of the catalogue</source>
        <translation>Позиции каталога</translation>
    </message>
    <message>
        <source>People of the shop</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>“{text}”, typed in as: {kind}</source>
        <translation>«{text}», вписать: {kind}</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Back to the list</source>
        <translation>К списку</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Arrival and its act</source>
        <translation>Приёмка и акт</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Details of the order</source>
        <translation>Данные заказ-наряда</translation>
    </message>
</context>
<context>
    <name>OrderLines</name>
    <message>
        <source>Customer's own</source>
        <translation>Своя у клиента</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Не согласовано</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>На складе</translation>
    </message>
    <message>
        <source>Not in stock</source>
        <translation>Нет на складе</translation>
    </message>
    <message>
        <source>Too few</source>
        <translation>Не хватает</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>лично</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>по телефону</translation>
    </message>
    <message>
        <source>by link</source>
        <translation>по ссылке</translation>
    </message>
    <message>
        <source>by messenger</source>
        <translation>в мессенджере</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>по почте</translation>
    </message>
    <message>
        <source>the price changed</source>
        <translation>цена изменилась</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Новая работа</translation>
    </message>
    <message>
        <source>{how}, {when}, written down by {who}</source>
        <translation>{how}, {when}, записал(а) {who}</translation>
    </message>
    <message>
        <source>No. {serial}</source>
        <translation>№ {serial}</translation>
    </message>
    <message>
        <source>{qty} free</source>
        <translation>свободно {qty}</translation>
    </message>
    <message>
        <source>choose an item</source>
        <translation>выберите товар</translation>
    </message>
    <message>
        <source>choose a package</source>
        <translation>выберите пакет</translation>
    </message>
    <message>
        <source>name of the job</source>
        <translation>название работы</translation>
    </message>
    <message>
        <source>type its price</source>
        <translation>введите цену</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>сохраняется</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Введите название.</translation>
    </message>
    <message>
        <source>Labour or part</source>
        <translation>Работа или запчасть</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Disc. %</source>
        <translation>Ск. %</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>for {money}</source>
        <translation>на {money}</translation>
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
        <source>{found} of {all}</source>
        <translation>{found} из {all}</translation>
    </message>
    <message>
        <source>Search all orders</source>
        <translation>Искать среди всех</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Сбросить фильтр</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>advance</source>
        <translation>аванс</translation>
    </message>
    <message>
        <source>invoiced</source>
        <translation>счёт</translation>
    </message>
    <message>
        <source>part paid</source>
        <translation>частично</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>оплачен</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Открыт</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Мастер-приёмщик</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>{moment}, late by {span}</source>
        <translation>{moment}, опоздание {span}</translation>
    </message>
    <message>
        <source>Nothing here matches “{text}”</source>
        <translation>Здесь нет совпадений с «{text}»</translation>
    </message>
    <message>
        <source>No order matches “{text}”</source>
        <translation>Нет заказов, совпадающих с «{text}»</translation>
    </message>
    <message>
        <source>Search by number, plate, car, name or telephone</source>
        <translation>Ищите по номеру заказа, госномеру, машине, имени или телефону</translation>
    </message>
    <message>
        <source>No order fits the filter</source>
        <translation>Под фильтр не подходит ни один заказ</translation>
    </message>
    <message>
        <source>No open work orders</source>
        <translation>Открытых заказ-нарядов нет</translation>
    </message>
    <message>
        <source>A work order begins with the plate of the car</source>
        <translation>Заказ-наряд начинается с госномера машины</translation>
    </message>
    <message>
        <source>{filter}: nothing at the moment</source>
        <translation>{filter}: сейчас ничего нет</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опаздывают</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Ждут согласования</translation>
    </message>
    <message>
        <source>Parts pending</source>
        <translation>Ждут запчасти</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готовы</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Не оплачены</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>в любое время</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>за последние 7 дней</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>за последние 30 дней</translation>
    </message>
    <message>
        <source>in the last year</source>
        <translation>за последний год</translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Копировать номер</translation>
    </message>
    <message>
        <source>Copy the plate</source>
        <translation>Копировать госномер</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Копировать выделенные строки</translation>
    </message>
</context>
<context>
    <name>OrderPreview</name>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Labour done</source>
        <translation>Выполнено работ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Последнее</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} из {all}</translation>
    </message>
    <message>
        <source>to be agreed</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>идёт</translation>
    </message>
</context>
<context>
    <name>OrderSides</name>
    <message>
        <source>Works</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Приёмка</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Исправления</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Журнал</translation>
    </message>
</context>
<context>
    <name>OrderSteps</name>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Customer's decision</source>
        <translation>Решение клиента</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Завершить</translation>
    </message>
</context>
<context>
    <name>OrderTabs</name>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Keep this filter under a name</source>
        <translation>Сохранить этот фильтр под именем</translation>
    </message>
</context>
<context>
    <name>OrderTotals</name>
    <message>
        <source>Labour</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Запчасти</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>{tax} incl.</source>
        <translation>{tax} в т. ч.</translation>
    </message>
    <message>
        <source>{tax} on top</source>
        <translation>{tax} сверху</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Не согласовано</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Аванс</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>goal {percent}</source>
        <translation>цель {percent}</translation>
    </message>
    <message>
        <source>Net amount less the cost of goods; wages are not in it</source>
        <translation>Сумма без налога минус себестоимость товара, зарплата не учтена</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>Credit note {number}</source>
        <translation>Кредит-нота {number}</translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation>Счёт {number}</translation>
    </message>
</context>
<context>
    <name>PreviewHead</name>
    <message>
        <source>Copy the telephone</source>
        <translation>Скопировать телефон</translation>
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
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Мастер</translation>
    </message>
    <message>
        <source>{value} km</source>
        <translation>{value} км</translation>
    </message>
    <message>
        <source>{value} mi</source>
        <translation>{value} миль</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span} назад</translation>
    </message>
    <message>
        <source>The telephone is on the clipboard</source>
        <translation>Телефон скопирован</translation>
    </message>
</context>
<context>
    <name>RecommendationsPanel</name>
    <message>
        <source>Nothing is recommended for this car.</source>
        <translation>Для этой машины нет рекомендаций.</translation>
    </message>
    <message>
        <source>Declined work and service intervals appear here after completion.</source>
        <translation>Отложенные работы и сроки ТО появятся здесь после завершения.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Add “{work}”</source>
        <translation>Добавить «{work}»</translation>
    </message>
    <message>
        <source>declined {day}</source>
        <translation>отказ {day}</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Negative stock needs a right of its own here.</source>
        <translation>Списание в минус требует отдельного права.</translation>
    </message>
    <message>
        <source>Negative stock is not allowed here.</source>
        <translation>Списание в минус запрещено.</translation>
    </message>
    <message>
        <source>Agreed…</source>
        <translation>Согласовано…</translation>
    </message>
    <message>
        <source>Declined…</source>
        <translation>Отказ…</translation>
    </message>
    <message>
        <source>Note it…</source>
        <translation>Записать…</translation>
    </message>
    <message>
        <source>Change line</source>
        <translation>Изменить строку</translation>
    </message>
    <message>
        <source>Show line</source>
        <translation>Показать строку</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Отчёт…</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Ввести…</translation>
    </message>
    <message>
        <source>Open arrival</source>
        <translation>Открыть приёмку</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>Показать работы</translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation>Оприходовать…</translation>
    </message>
</context>
<context>
    <name>WorkOrdersPage</name>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
    <message>
        <source>Number, plate, car, name or phone</source>
        <translation>Номер, машина, имя или телефон</translation>
    </message>
    <message>
        <source>Search work orders</source>
        <translation>Поиск заказ-нарядов</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Выбрать колонки</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Выгрузить список</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>row</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>просмотр</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>фильтр</translation>
    </message>
    <message>
        <source>Excel table…</source>
        <translation>Таблица Excel…</translation>
    </message>
    <message>
        <source>CSV table…</source>
        <translation>Таблица CSV…</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) written to {file}</source>
        <translation>
            <numerusform>%n заказ записан в {file}</numerusform>
            <numerusform>%n заказа записано в {file}</numerusform>
            <numerusform>%n заказов записано в {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting work orders</source>
        <translation>Выгрузка заказ-нарядов</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
</context>
</TS>
