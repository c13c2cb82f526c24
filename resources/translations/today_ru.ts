<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Coming</name>
    <message>
        <source>{came} of {all} checked in</source>
        <translation>{came} из {all} приняты</translation>
    </message>
    <message>
        <source>{car} is checked in</source>
        <translation>{car}: принят</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Arrivals</source>
        <translation>Заезды</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Ждут согласования</translation>
    </message>
    <message>
        <source>Every customer has answered.</source>
        <translation>Все клиенты ответили.</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>Мало на складе</translation>
    </message>
    <message>
        <source>Nothing runs out.</source>
        <translation>Всего хватает.</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Не оплачено</translation>
    </message>
    <message>
        <source>Everything is paid.</source>
        <translation>Всё оплачено.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>No car has come today</source>
        <translation>Сегодня авто ещё не было</translation>
    </message>
    <message>
        <source>Cars that are expected and those that came stand here.</source>
        <translation>Здесь стоят ожидаемые и приехавшие авто.</translation>
    </message>
    <message>
        <source>booked and possible</source>
        <translation>план и мощность</translation>
    </message>
    <message>
        <source>Load this week</source>
        <translation>Загрузка недели</translation>
    </message>
    <message>
        <source>hours promised</source>
        <translation>обещано часов</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>Revenue of the month</source>
        <translation>Выручка за месяц</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>sold this week</source>
        <translation>за неделю</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>Hours by person</source>
        <translation>Часы по людям</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>No hours were sold this week yet.</source>
        <translation>На этой неделе часы ещё не продавали.</translation>
    </message>
</context>
<context>
    <name>Section</name>
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
    <name>StatesPart</name>
    <message>
        <source>Cars in the shop</source>
        <translation>Авто в цехе</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>No car is in the shop.</source>
        <translation>В цехе нет ни одного авто.</translation>
    </message>
</context>
<context>
    <name>StripPart</name>
    <message>
        <source>Promised today</source>
        <translation>Обещано сегодня</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Nothing is promised for today.</source>
        <translation>На сегодня ничего не обещано.</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n опаздывает</numerusform>
            <numerusform>%n опаздывают</numerusform>
            <numerusform>%n опаздывают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at risk</source>
        <translation>
            <numerusform>%n под вопросом</numerusform>
            <numerusform>%n под вопросом</numerusform>
            <numerusform>%n под вопросом</numerusform>
        </translation>
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
    <name>TodayCharts</name>
    <message>
        <source>ready</source>
        <translation>готов</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>в срок</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>под вопросом</translation>
    </message>
    <message>
        <source>late</source>
        <translation>опаздывает</translation>
    </message>
    <message numerus="yes">
        <source>%n cars</source>
        <translation>
            <numerusform>%n авто</numerusform>
            <numerusform>%n авто</numerusform>
            <numerusform>%n авто</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ч</translation>
    </message>
    <message>
        <source>{taken} of {there} h, {percent}%</source>
        <translation>{taken} из {there} ч, {percent} %</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Plate, VIN, phone, order</source>
        <translation>Госномер, VIN, телефон, заказ</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>Car has come</source>
        <translation>Машина приехала</translation>
    </message>
    <message>
        <source>{count}, {sum}</source>
        <translation>{count} на {sum}</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>разделы</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
</context>
<context>
    <name>TodayRows</name>
    <message>
        <source>checked in</source>
        <translation>принят</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>к {when}</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source> of {least} {unit}</source>
        <translation> из {least} {unit}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>до {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n records need you</source>
        <translation>
            <numerusform>%n запись ждёт решения</numerusform>
            <numerusform>%n записи ждут решения</numerusform>
            <numerusform>%n записей ждут решения</numerusform>
        </translation>
    </message>
    <message>
        <source>Not paired with a server yet</source>
        <translation>Сервер ещё не подключён</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Сервер не отвечает</translation>
    </message>
    <message>
        <source>Records wait to be sent</source>
        <translation>Записи ждут отправки</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Всё отправлено</translation>
    </message>
    <message>
        <source>queue {count}</source>
        <translation>очередь {count}</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Средний чек</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>Promised and on time</source>
        <translation>Обещано и сдано вовремя</translation>
    </message>
    <message>
        <source>{change} pt</source>
        <translation>{change} п</translation>
    </message>
    <message>
        <source>is here</source>
        <translation>здесь</translation>
    </message>
    <message>
        <source>not here, {span}</source>
        <translation>нет {span}</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>не подтверждён</translation>
    </message>
    <message numerus="yes">
        <source>%n owners ask for a visit</source>
        <translation>
            <numerusform>%n владелец просит записать</numerusform>
            <numerusform>%n владельца просят записать</numerusform>
            <numerusform>%n владельцев просят записать</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>{day} is {percent}% full</source>
        <translation>{day}: загрузка {percent} %</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for a time</source>
        <translation>
            <numerusform>%n ждёт времени</numerusform>
            <numerusform>%n ждут времени</numerusform>
            <numerusform>%n ждут времени</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WideParts</name>
    <message>
        <source>Ready, waiting to be collected</source>
        <translation>Готовы, ждут владельца</translation>
    </message>
    <message>
        <source>No finished car is waiting.</source>
        <translation>Готовых авто в ожидании нет.</translation>
    </message>
    <message>
        <source>Stuck the longest</source>
        <translation>Без движения дольше всех</translation>
    </message>
    <message>
        <source>{month} against {before}</source>
        <translation>{month} и {before}</translation>
    </message>
</context>
</TS>
