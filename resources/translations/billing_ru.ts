<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>BillFoot</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation>Выставить и печать</translation>
    </message>
    <message>
        <source>Fill in what is missing, then it can be issued</source>
        <translation>Заполните недостающее, и счёт можно выставить</translation>
    </message>
    <message>
        <source>Your role does not issue invoices</source>
        <translation>Ваша роль не выставляет счета</translation>
    </message>
    <message>
        <source>Everything is there</source>
        <translation>Всё заполнено</translation>
    </message>
</context>
<context>
    <name>BillHead</name>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Credit note…</source>
        <translation>Сторно…</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Принять оплату</translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation>Счёт {number}</translation>
    </message>
    <message>
        <source>the number is given when it is issued</source>
        <translation>номер присвоится при выставлении</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>completed {when}</source>
        <translation>завершён {when}</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Основание</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Pay until</source>
        <translation>Оплатить до</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Осталось оплатить</translation>
    </message>
    <message>
        <source>data is missing</source>
        <translation>не хватает данных</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>просрочен на %n день</numerusform>
            <numerusform>просрочен на %n дня</numerusform>
            <numerusform>просрочен на %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>остался %n день</numerusform>
            <numerusform>осталось %n дня</numerusform>
            <numerusform>осталось %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>give back {sum}</source>
        <translation>вернуть {sum}</translation>
    </message>
    <message>
        <source>advance {sum} goes in</source>
        <translation>аванс {sum} зачтётся</translation>
    </message>
    <message>
        <source>advance {sum} is free</source>
        <translation>аванс {sum} ещё не зачтён</translation>
    </message>
    <message>
        <source>Give money back…</source>
        <translation>Вернуть деньги…</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Открыть заказ-наряд</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>Открыть клиента</translation>
    </message>
    <message>
        <source>Open the car</source>
        <translation>Открыть автомобиль</translation>
    </message>
    <message>
        <source>Cash day</source>
        <translation>Кассовый день</translation>
    </message>
</context>
<context>
    <name>BillList</name>
    <message>
        <source>Unpaid</source>
        <translation>Не оплачены</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Просрочены</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Сторно</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Everything is paid.</source>
        <translation>Всё оплачено.</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Просроченных нет.</translation>
    </message>
    <message>
        <source>Nothing was billed today.</source>
        <translation>Сегодня счетов не было.</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>Сторно не было.</translation>
    </message>
    <message>
        <source>Nothing was billed yet.</source>
        <translation>Счетов пока нет.</translation>
    </message>
    <message>
        <source>Number, customer, phone, plate</source>
        <translation>Номер, клиент, телефон, госномер</translation>
    </message>
    <message>
        <source>Cash day</source>
        <translation>Кассовый день</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Принять оплату</translation>
    </message>
    <message>
        <source>Bill an order</source>
        <translation>Выставить счёт</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>Задолженность</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>уже %n день</numerusform>
            <numerusform>уже %n дня</numerusform>
            <numerusform>уже %n дней</numerusform>
        </translation>
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
        <source>Customer</source>
        <translation>Клиент</translation>
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
        <source>Order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Выставлен</translation>
    </message>
    <message>
        <source>Pay until</source>
        <translation>Оплатить до</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Осталось оплатить</translation>
    </message>
    <message>
        <source>Nothing is found in this filter.</source>
        <translation>В этом фильтре ничего не найдено.</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Срок не наступил</translation>
    </message>
    <message>
        <source>{first}–{last} days late</source>
        <translation>{first}–{last} дн. просрочки</translation>
    </message>
    <message>
        <source>Over {days} days late</source>
        <translation>Больше {days} дн.</translation>
    </message>
</context>
<context>
    <name>BillView</name>
    <message>
        <source>Lines of the invoice</source>
        <translation>Строки счёта</translation>
    </message>
    <message>
        <source>Totals of the invoice</source>
        <translation>Итоги счёта</translation>
    </message>
    <message>
        <source>Work or part</source>
        <translation>Работа или запчасть</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Артикул</translation>
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
        <source>Tax</source>
        <translation>НДС</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Запчасти</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Прочее</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>{tax} included</source>
        <translation>{tax} в т. ч.</translation>
    </message>
    <message>
        <source>{tax} on top</source>
        <translation>{tax} сверху</translation>
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
        <source>The invoice is issued</source>
        <translation>Счёт выставлен</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Квитанция {number}</translation>
    </message>
</context>
<context>
    <name>Billing</name>
    <message>
        <source>Cash</source>
        <translation>Наличные</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>СБП</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Перевод</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Аванс</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Сторно</translation>
    </message>
    <message>
        <source>Not issued yet</source>
        <translation>Не выставлен</translation>
    </message>
</context>
<context>
    <name>BillingPage</name>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Invoices and payments</source>
        <translation>Счета и оплаты</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>оплата</translation>
    </message>
    <message>
        <source>print</source>
        <translation>печать</translation>
    </message>
    <message>
        <source>back</source>
        <translation>назад</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>bill an order</source>
        <translation>выставить счёт</translation>
    </message>
</context>
<context>
    <name>CashDayDialog</name>
    <message>
        <source>Cash day</source>
        <translation>Кассовый день</translation>
    </message>
    <message>
        <source>Payments of the day</source>
        <translation>Движение денег за день</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Предыдущий день</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Следующий день</translation>
    </message>
    <message>
        <source>In the drawer in the morning</source>
        <translation>В кассе утром</translation>
    </message>
    <message>
        <source>Taken out, to the bank</source>
        <translation>Изъято, в банк</translation>
    </message>
    <message>
        <source>Counted in the evening</source>
        <translation>Пересчитано вечером</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>For</source>
        <translation>За что</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто принял</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>No money moved on this day.</source>
        <translation>В этот день деньги не двигались.</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Must be {sum}</source>
        <translation>Должно быть {sum}</translation>
    </message>
    <message>
        <source>{sum} too much</source>
        <translation>излишек {sum}</translation>
    </message>
    <message>
        <source>{sum} too little</source>
        <translation>недостача {sum}</translation>
    </message>
    <message>
        <source>The drawer is right</source>
        <translation>Касса сошлась</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Квитанция {number}</translation>
    </message>
    <message>
        <source>Cash day, {day}</source>
        <translation>Кассовый день, {day}</translation>
    </message>
</context>
<context>
    <name>CreditDialog</name>
    <message>
        <source>What is taken back?</source>
        <translation>Что сторнируем?</translation>
    </message>
    <message>
        <source>Invoice {number} stays as it was signed; the credit note stands beside it.</source>
        <translation>Счёт {number} остаётся как подписан; сторно встаёт рядом с ним.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Put the goods back onto the shelf</source>
        <translation>Вернуть товар на склад</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>К возврату</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Issue credit note</source>
        <translation>Выставить сторно</translation>
    </message>
    <message>
        <source>Quantity of {name}</source>
        <translation>Количество: {name}</translation>
    </message>
    <message>
        <source>of {qty}</source>
        <translation>из {qty}</translation>
    </message>
    <message>
        <source>More than was sold</source>
        <translation>Больше, чем продано</translation>
    </message>
    <message>
        <source>Say why it is taken back.</source>
        <translation>Укажите причину сторно.</translation>
    </message>
    <message>
        <source>The credit note is issued</source>
        <translation>Сторно выставлено</translation>
    </message>
</context>
<context>
    <name>LawPanel</name>
    <message>
        <source>What the law wants</source>
        <translation>Что требует закон</translation>
    </message>
    <message>
        <source>{missing} of {all} missing</source>
        <translation>{missing} из {all} не хватает</translation>
    </message>
    <message numerus="yes">
        <source>all %n are there</source>
        <translation>
            <numerusform>%n требование выполнено</numerusform>
            <numerusform>все %n выполнены</numerusform>
            <numerusform>все %n выполнены</numerusform>
        </translation>
    </message>
    <message>
        <source>comes with it</source>
        <translation>заполнится вместе</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>type it here</source>
        <translation>впишите сюда</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>выберите</translation>
    </message>
</context>
<context>
    <name>MoneyList</name>
    <message>
        <source>Payments</source>
        <translation>Оплаты</translation>
    </message>
    <message>
        <source>Cash day</source>
        <translation>Кассовый день</translation>
    </message>
    <message>
        <source>Money goes back on {number}</source>
        <translation>Деньги возвращают по {number}</translation>
    </message>
    <message>
        <source>No money came in yet</source>
        <translation>Оплат ещё не было</translation>
    </message>
    <message>
        <source>Enter shows the receipt</source>
        <translation>Enter покажет квитанцию</translation>
    </message>
    <message>
        <source>Credit note {number}, {why}</source>
        <translation>Сторно {number}, {why}</translation>
    </message>
    <message>
        <source>Advance of this order</source>
        <translation>Аванс по этому заказу</translation>
    </message>
    <message>
        <source>goes in with the issue</source>
        <translation>зачтётся при выставлении</translation>
    </message>
    <message>
        <source>Advance {number}, {day}</source>
        <translation>Аванс {number}, {day}</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>не зачтён</translation>
    </message>
    <message>
        <source>Locked: only a credit note takes it back</source>
        <translation>Счёт заперт, исправит сторно</translation>
    </message>
    <message>
        <source>Locked and signed</source>
        <translation>Заперт и подписан</translation>
    </message>
</context>
<context>
    <name>PayRow</name>
    <message>
        <source>Cash received</source>
        <translation>Получено наличными</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Номер операции</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>номер операции</translation>
    </message>
    <message>
        <source>More than is free</source>
        <translation>Больше свободного остатка</translation>
    </message>
    <message>
        <source>Less was handed over</source>
        <translation>Получено меньше суммы</translation>
    </message>
    <message>
        <source>{sum} was handed over</source>
        <translation>получено {sum}</translation>
    </message>
    <message>
        <source>{sum} is lacking</source>
        <translation>не хватает {sum}</translation>
    </message>
    <message>
        <source>change {sum}</source>
        <translation>сдача {sum}</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Take {sum}</source>
        <translation>Принять {sum}</translation>
    </message>
    <message>
        <source>Take an advance</source>
        <translation>Принять аванс</translation>
    </message>
    <message>
        <source>Invoice {number},</source>
        <translation>Счёт {number},</translation>
    </message>
    <message>
        <source>Order {number},</source>
        <translation>Заказ-наряд {number},</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>When it is posted</source>
        <translation>Когда проведём</translation>
    </message>
    <message>
        <source>Show the receipt to print</source>
        <translation>Показать квитанцию для печати</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Провести</translation>
    </message>
    <message>
        <source>Advance {number}</source>
        <translation>Аванс {number}</translation>
    </message>
    <message>
        <source>of {day}, {free} is free</source>
        <translation>от {day}, свободно {free}</translation>
    </message>
    <message>
        <source>Too much by</source>
        <translation>Больше на</translation>
    </message>
    <message numerus="yes">
        <source>%n payments, each with its receipt</source>
        <translation>
            <numerusform>%n оплата со своей квитанцией</numerusform>
            <numerusform>%n оплаты, у каждой своя квитанция</numerusform>
            <numerusform>%n оплат, у каждой своя квитанция</numerusform>
        </translation>
    </message>
    <message>
        <source>{sum} stays to be paid</source>
        <translation>Останется оплатить {sum}</translation>
    </message>
    <message>
        <source>The invoice is paid, the car can be handed over</source>
        <translation>Счёт оплачен, автомобиль можно выдать</translation>
    </message>
    <message>
        <source>The advance goes into the order&apos;s invoice by itself</source>
        <translation>Аванс зачтётся в счёте заказа сам</translation>
    </message>
    <message>
        <source>The day&apos;s cash comes to {sum}</source>
        <translation>Наличных за день станет {sum}</translation>
    </message>
    <message>
        <source>Nothing is entered yet</source>
        <translation>Пока ничего не введено</translation>
    </message>
    <message>
        <source>{sum} is posted</source>
        <translation>Проведено {sum}</translation>
    </message>
    <message>
        <source>, change {sum}</source>
        <translation>, сдача {sum}</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Квитанция</translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>Give money back</source>
        <translation>Вернуть деньги</translation>
    </message>
    <message>
        <source>Invoice {number}, {sum}</source>
        <translation>Счёт {number}, {sum}</translation>
    </message>
    <message>
        <source>Advance {number}, {sum}</source>
        <translation>Аванс {number}, {sum}</translation>
    </message>
    <message>
        <source>What goes back</source>
        <translation>Что возвращаем</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Номер операции</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>At most {sum} can be given back.</source>
        <translation>Вернуть можно не больше {sum}.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Квитанция</translation>
    </message>
    <message>
        <source>The money is given back</source>
        <translation>Деньги возвращены</translation>
    </message>
</context>
<context>
    <name>TaxTable</name>
    <message>
        <source>Taxes</source>
        <translation>Налоги</translation>
    </message>
    <message>
        <source>inside the price</source>
        <translation>в цене</translation>
    </message>
    <message>
        <source>on top</source>
        <translation>сверх цены</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Ставка</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>База</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Округление</translation>
    </message>
</context>
<context>
    <name>UnbilledDialog</name>
    <message>
        <source>Which order is billed?</source>
        <translation>По какому заказу счёт?</translation>
    </message>
    <message>
        <source>Order, plate, customer, phone</source>
        <translation>Заказ, госномер, клиент, телефон</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ-наряд</translation>
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
        <source>Completed</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Completed orders without an invoice</source>
        <translation>Завершённые заказы без счёта</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Bill it</source>
        <translation>Выставить счёт</translation>
    </message>
    <message>
        <source>No completed order fits these words.</source>
        <translation>Такого завершённого заказа нет.</translation>
    </message>
    <message>
        <source>Every completed order is billed.</source>
        <translation>По всем завершённым заказам счета выставлены.</translation>
    </message>
    <message>
        <source>An order can be billed once it is completed.</source>
        <translation>Счёт выставляют после завершения заказа.</translation>
    </message>
</context>
</TS>
