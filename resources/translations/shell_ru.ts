<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>What was kept</source>
        <translation>Что сохранено</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Nothing was changed. What you typed is still here.</source>
        <translation>Ничего не изменено. Всё, что вы ввели, на месте.</translation>
    </message>
</context>
<context>
    <name>ArrivalWords</name>
    <message>
        <source>Stays</source>
        <translation>Остаётся</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>Check-in only</source>
        <translation>Только приём</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Ещё не здесь</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ждём</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Принята</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Уехала</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>on the board</source>
        <translation>на щите</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>взят</translation>
    </message>
    <message>
        <source>in the car</source>
        <translation>в машине</translation>
    </message>
    <message>
        <source>with the owner</source>
        <translation>у владельца</translation>
    </message>
    <message>
        <source>at a place</source>
        <translation>на месте</translation>
    </message>
    <message>
        <source>on a test drive</source>
        <translation>на тест-драйве</translation>
    </message>
    <message>
        <source>at another shop</source>
        <translation>в другом сервисе</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>Стоянка</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Пост</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>Цех</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Улица</translation>
    </message>
</context>
<context>
    <name>BringerPicker</name>
    <message>
        <source>Name or phone; ↓ shows their people</source>
        <translation>Имя или телефон; ↓ — люди клиента</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Минуту…</translation>
    </message>
    <message>
        <source>contact person</source>
        <translation>контактное лицо</translation>
    </message>
</context>
<context>
    <name>CenterStep</name>
    <message>
        <source>Center</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>What stands on every paper. The country brings what is usual there.</source>
        <translation>То, что стоит на каждом документе. Страна подставит привычное для неё.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation>Юридическое название</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>Короткий код</translation>
    </message>
    <message>
        <source>Begins every number: SC001-2026-01-0001</source>
        <translation>С него начинается каждый номер: SC001-2026-01-0001</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message numerus="yes">
        <source>%n differ</source>
        <translation>
            <numerusform>Отличается %n</numerusform>
            <numerusform>Отличаются %n</numerusform>
            <numerusform>Отличаются %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Их версия</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моя версия</translation>
    </message>
    <message>
        <source>{field}, theirs</source>
        <translation>{field}, их версия</translation>
    </message>
    <message>
        <source>{field}, mine</source>
        <translation>{field}, моя версия</translation>
    </message>
    <message>
        <source>Total after the choice</source>
        <translation>Итог после выбора</translation>
    </message>
    <message>
        <source>was {total}</source>
        <translation>было {total}</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Все их</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Все мои</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save what is chosen</source>
        <translation>Сохранить выбранное</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The program made a mistake</source>
        <translation>Сбой в программе</translation>
    </message>
    <message>
        <source>Something in the program did not work. It is our mistake, not yours.</source>
        <translation>Что-то в программе не сработало. Это наша ошибка, не ваша.</translation>
    </message>
    <message>
        <source>Everything saved before is safe. What you typed is still here or in the drafts.</source>
        <translation>Всё сохранённое в порядке. Введённое осталось на экране или в черновиках.</translation>
    </message>
    <message>
        <source>Go on working. If it happens again, send us the details.</source>
        <translation>Работайте дальше. Если повторится, пришлите нам подробности.</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>Подробности для поддержки</translation>
    </message>
    <message>
        <source>Details, without personal data</source>
        <translation>Подробности, без личных данных</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Save the details</source>
        <translation>Сохранить подробности</translation>
    </message>
    <message>
        <source>Not saved, choose another place…</source>
        <translation>Не сохранено, выберите другое место…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
</context>
<context>
    <name>DataStep</name>
    <message>
        <source>First data</source>
        <translation>Первые данные</translation>
    </message>
    <message>
        <source>Begin with something to try, with your own lists, or with nothing.</source>
        <translation>Начните с пробных данных, со своих списков или с нуля.</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>Пробный сервис</translation>
    </message>
    <message>
        <source>A price list, stock, customers and cars to try everything on</source>
        <translation>Прайс, склад, клиенты и машины, чтобы всё попробовать</translation>
    </message>
    <message>
        <source>There is no sample in this currency yet</source>
        <translation>В этой валюте пробных данных пока нет</translation>
    </message>
    <message>
        <source>My own lists</source>
        <translation>Мои списки</translation>
    </message>
    <message>
        <source>Price list, stock, customers and cars from Excel or CSV, checked before</source>
        <translation>Прайс, склад, клиенты и машины из Excel или CSV, с проверкой</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>С нуля</translation>
    </message>
    <message>
        <source>The catalogue and the customers come with the first orders</source>
        <translation>Каталог и клиенты появятся с первыми заказами</translation>
    </message>
    <message>
        <source>sample shop, import, or empty</source>
        <translation>пробные данные, импорт или с нуля</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Type digits: a telephone number has no letters.</source>
        <translation>Введите цифры: в номере телефона нет букв.</translation>
    </message>
    <message>
        <source>No country has this code: check the digits after the plus.</source>
        <translation>Такого кода страны нет: проверьте цифры после плюса.</translation>
    </message>
    <message>
        <source>The number is too short: add the missing digits.</source>
        <translation>Номер слишком короткий: добавьте недостающие цифры.</translation>
    </message>
    <message>
        <source>The number is too long: check it for a doubled digit.</source>
        <translation>Номер слишком длинный: нет ли лишней цифры.</translation>
    </message>
    <message>
        <source>Check how many digits the number has.</source>
        <translation>Проверьте, сколько цифр в номере.</translation>
    </message>
    <message>
        <source>Type digits, for example +7 916 204-18-73.</source>
        <translation>Введите цифры, например +7 916 204-18-73.</translation>
    </message>
    <message>
        <source>No such range of numbers is known. Saved anyway.</source>
        <translation>Такой диапазон номеров неизвестен. Сохраним как есть.</translation>
    </message>
    <message>
        <source>Type the letters and digits of the plate.</source>
        <translation>Введите буквы и цифры госномера.</translation>
    </message>
    <message>
        <source>No country writes plates like this. Saved as typed.</source>
        <translation>Таких госномеров не бывает. Сохраним как введено.</translation>
    </message>
    <message>
        <source>A VIN has 17 characters, this one {found}. A frame number goes into the body number.</source>
        <translation>В VIN 17 знаков, здесь {found}. Номер кузова или рамы вносят в поле «Номер кузова».</translation>
    </message>
    <message>
        <source>A VIN never has the letter {found}. Did you mean {guess}?</source>
        <translation>Буквы {found} в VIN не бывает. Может быть, {guess}?</translation>
    </message>
    <message>
        <source>A VIN never has the letter {found}: 1 or 0?</source>
        <translation>Буквы {found} в VIN не бывает: 1 или 0?</translation>
    </message>
    <message>
        <source>“{found}” at place {place} does not belong into a VIN.</source>
        <translation>«{found}» на месте {place} в VIN не бывает.</translation>
    </message>
    <message>
        <source>Check digit differs. Saved anyway.</source>
        <translation>Контрольный знак не сходится. Сохраним как есть.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Russia</source>
        <translation>Россия</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Индия</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Германия</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Франция</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Эстония</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>США</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Канада</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>Без налога</translation>
    </message>
    <message>
        <source>below the threshold</source>
        <translation>ниже порога</translation>
    </message>
    <message>
        <source>Without VAT</source>
        <translation>Без НДС</translation>
    </message>
    <message>
        <source>simplified taxation, patent</source>
        <translation>УСН, патент</translation>
    </message>
    <message>
        <source>VAT inside the price</source>
        <translation>НДС в цене</translation>
    </message>
    <message>
        <source>people see what they pay</source>
        <translation>клиент видит, сколько платит</translation>
    </message>
    <message>
        <source>VAT on top of the price</source>
        <translation>НДС сверх цены</translation>
    </message>
    <message>
        <source>for companies</source>
        <translation>для компаний</translation>
    </message>
    <message>
        <source>GST</source>
        <translation>GST</translation>
    </message>
    <message>
        <source>CGST + SGST in the state, IGST across</source>
        <translation>CGST + SGST в штате, IGST за его пределами</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>НДС</translation>
    </message>
    <message>
        <source>rates of Germany</source>
        <translation>ставки Германии</translation>
    </message>
    <message>
        <source>rates of France</source>
        <translation>ставки Франции</translation>
    </message>
    <message>
        <source>rates of Estonia</source>
        <translation>ставки Эстонии</translation>
    </message>
    <message>
        <source>Sales tax</source>
        <translation>Налог с продаж</translation>
    </message>
    <message>
        <source>California, Sacramento: parts taxed, labour not</source>
        <translation>Калифорния, Сакраменто: запчасти облагаются, работы нет</translation>
    </message>
    <message>
        <source>HST</source>
        <translation>HST</translation>
    </message>
    <message>
        <source>Ontario</source>
        <translation>Онтарио</translation>
    </message>
    <message>
        <source>GST and PST</source>
        <translation>GST и PST</translation>
    </message>
    <message>
        <source>British Columbia</source>
        <translation>Британская Колумбия</translation>
    </message>
    <message>
        <source>GST and QST</source>
        <translation>GST и QST</translation>
    </message>
    <message>
        <source>Québec</source>
        <translation>Квебек</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>GSTIN</source>
        <translation>GSTIN</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>Номер НДС</translation>
    </message>
    <message>
        <source>The number needs a running part: {place}</source>
        <translation>В номере нужен порядковый номер: {place}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>step {n} of {count}</source>
        <translation>шаг {n} из {count}</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>Открыть сервис</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Далее: {step}</translation>
    </message>
    <message>
        <source>Opening the shop</source>
        <translation>Открываем сервис</translation>
    </message>
    <message>
        <source>Brake overhaul, 2.5 h</source>
        <translation>Ремонт тормозов, 2,5 н/ч</translation>
    </message>
    <message>
        <source>Brake pads, set</source>
        <translation>Колодки тормозные, комплект</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} ч</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} мин</translation>
    </message>
    <message>
        <source>{n} hr</source>
        <translation>{n} н/ч</translation>
    </message>
</context>
<context>
    <name>InvoiceSample</name>
    <message>
        <source>Sample invoice {number}, total {total}</source>
        <translation>Образец счёта {number}, итого {total}</translation>
    </message>
    <message>
        <source>Your center</source>
        <translation>Ваш сервис</translation>
    </message>
    <message>
        <source>its address</source>
        <translation>его адрес</translation>
    </message>
    <message>
        <source>Tax invoice</source>
        <translation>Налоговый счёт</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Place of supply {place}</source>
        <translation>Место оказания услуг {place}</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Наименование</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Without tax</source>
        <translation>Без налога</translation>
    </message>
    <message>
        <source>of it {tax}</source>
        <translation>в том числе {tax}</translation>
    </message>
    <message>
        <source>Round-off</source>
        <translation>Округление</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
</context>
<context>
    <name>Mileage</name>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>mi</source>
        <translation>миль</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to: {page}</source>
        <translation>Перейти: {page}</translation>
    </message>
    <message>
        <source>New work order for</source>
        <translation>Новый заказ-наряд на</translation>
    </message>
    <message>
        <source>Search stock for “{words}”</source>
        <translation>Искать «{words}» на складе</translation>
    </message>
    <message>
        <source>Find anything, do anything</source>
        <translation>Найти или сделать что угодно</translation>
    </message>
    <message>
        <source>Plate, name, phone, number, or what to do</source>
        <translation>Госномер, имя, телефон, номер или действие</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>выбрать</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>actions only</source>
        <translation>только действия</translation>
    </message>
    <message>
        <source>in plates, Latin = Cyrillic</source>
        <translation>в номерах латиница = кириллица</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Nothing is found under “{words}”</source>
        <translation>По запросу «{words}» ничего нет</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Автомобили</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Person</source>
        <translation>Частное лицо</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Автопарк</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Водитель</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Плательщик</translation>
    </message>
    <message>
        <source>Retail</source>
        <translation>Розница</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Постоянный</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Wholesale</source>
        <translation>Опт</translation>
    </message>
    <message>
        <source>Messages about the car</source>
        <translation>Сообщения о машине</translation>
    </message>
    <message>
        <source>Offers and news</source>
        <translation>Предложения и новости</translation>
    </message>
    <message>
        <source>Photos of the car</source>
        <translation>Фото машины</translation>
    </message>
    <message>
        <source>Keeping personal data</source>
        <translation>Хранение личных данных</translation>
    </message>
    <message>
        <source>signed on paper</source>
        <translation>подписано на бумаге</translation>
    </message>
    <message>
        <source>said by phone</source>
        <translation>сказано по телефону</translation>
    </message>
    <message>
        <source>said at the desk</source>
        <translation>сказано на приёмке</translation>
    </message>
    <message>
        <source>written in a message</source>
        <translation>написано в сообщении</translation>
    </message>
    <message>
        <source>taken over from a file</source>
        <translation>перенесено из файла</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>OGRN</source>
        <translation>ОГРН</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>Номер НДС</translation>
    </message>
</context>
<context>
    <name>PeopleStep</name>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>You are the owner and may do everything. Others get what their role needs.</source>
        <translation>Вы владелец, вам можно всё. Остальные получат то, что нужно их роли.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>PIN, for quick signing in</source>
        <translation>ПИН-код для быстрого входа</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>ПИН-код</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Остальные</translation>
    </message>
    <message>
        <source>they can be added at any time</source>
        <translation>можно добавить в любое время</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>who signs in, and how</source>
        <translation>кто входит и как</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n сотрудник</numerusform>
            <numerusform>%n сотрудника</numerusform>
            <numerusform>%n сотрудников</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Same state</source>
        <translation>Тот же штат</translation>
    </message>
    <message>
        <source>Other state</source>
        <translation>Другой штат</translation>
    </message>
    <message>
        <source>Where the customer is</source>
        <translation>Где клиент</translation>
    </message>
    <message>
        <source>How your invoice will look</source>
        <translation>Так будет выглядеть счёт</translation>
    </message>
    <message>
        <source>Change a field and the sample follows.</source>
        <translation>Измените поле, и образец изменится вслед за ним.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This is not there any more</source>
        <translation>Этого больше нет</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>Ваша роль этого не разрешает</translation>
    </message>
    <message>
        <source>Not possible in this state</source>
        <translation>В этом состоянии нельзя</translation>
    </message>
    <message>
        <source>This is final</source>
        <translation>Это уже не изменить</translation>
    </message>
    <message>
        <source>This exists already</source>
        <translation>Такое уже есть</translation>
    </message>
    <message>
        <source>Not enough in stock</source>
        <translation>Не хватает на складе</translation>
    </message>
    <message>
        <source>The database is busy</source>
        <translation>База данных занята</translation>
    </message>
    <message>
        <source>It could not be saved</source>
        <translation>Не удалось сохранить</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>The file cannot be used</source>
        <translation>Файл не подходит</translation>
    </message>
    <message>
        <source>This is not possible here</source>
        <translation>Здесь так нельзя</translation>
    </message>
    <message>
        <source>Signing in did not work</source>
        <translation>Войти не удалось</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Не получилось</translation>
    </message>
    <message>
        <source>Go back and refresh the list (F5).</source>
        <translation>Вернитесь и обновите список (F5).</translation>
    </message>
    <message>
        <source>Refresh the record and look at its state.</source>
        <translation>Обновите запись и посмотрите её состояние.</translation>
    </message>
    <message>
        <source>Look for the one that is there.</source>
        <translation>Найдите ту, что уже есть.</translation>
    </message>
    <message>
        <source>Receive the goods first, or take a smaller quantity.</source>
        <translation>Сначала оприходуйте товар или возьмите меньше.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Выберите другой файл.</translation>
    </message>
    <message>
        <source>Not possible yet</source>
        <translation>Пока нельзя</translation>
    </message>
    <message>
        <source>Please check what was typed</source>
        <translation>Проверьте введённое</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile</source>
        <translation>Это успели изменить</translation>
    </message>
    <message>
        <source>Back to my text</source>
        <translation>К моему тексту</translation>
    </message>
    <message>
        <source>Keep mine over theirs</source>
        <translation>Сохранить мою поверх</translation>
    </message>
    <message>
        <source>Load theirs</source>
        <translation>Загрузить их версию</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>Всё верно?</translation>
    </message>
    <message>
        <source>No, change it</source>
        <translation>Нет, исправить</translation>
    </message>
    <message>
        <source>Yes, as it is</source>
        <translation>Да, так и есть</translation>
    </message>
    <message>
        <source>Why it is so</source>
        <translation>Почему так</translation>
    </message>
    <message>
        <source>Why it is so: the next reader will ask</source>
        <translation>Почему так: следующий, кто это прочтёт, спросит</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Lock</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Nothing is found under {code}.</source>
        <translation>По коду {code} ничего нет.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Works without internet. Everything can be changed later, but not the currency once an invoice is issued.</source>
        <translation>Работает без интернета. Потом можно изменить всё, кроме валюты, если уже выставлен счёт.</translation>
    </message>
</context>
<context>
    <name>Recovered</name>
    <message>
        <source>New work order</source>
        <translation>Новый заказ-наряд</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>New vehicle</source>
        <translation>Новый автомобиль</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Новая позиция</translation>
    </message>
    <message>
        <source>Catalogue item</source>
        <translation>Позиция каталога</translation>
    </message>
    <message>
        <source>New goods document</source>
        <translation>Новый складской документ</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>New invoice</source>
        <translation>Новый счёт</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
</context>
<context>
    <name>RecoveredDialog</name>
    <message>
        <source>Drafts are back</source>
        <translation>Черновики восстановлены</translation>
    </message>
    <message>
        <source>You have unfinished drafts</source>
        <translation>У вас остались черновики</translation>
    </message>
    <message>
        <source>The program was stopped in the middle of work. Everything typed until {at} is here.</source>
        <translation>Программа остановилась посреди работы. Всё, что набрано до {at}, на месте.</translation>
    </message>
    <message>
        <source>The newest is of {at}. Nothing of them is saved yet.</source>
        <translation>Последний: {at}. Из них ещё ничего не сохранено.</translation>
    </message>
    <message>
        <source>They stay until they are saved or thrown away.</source>
        <translation>Они останутся, пока их не сохранят или не удалят.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Открыть: {name}</translation>
    </message>
    <message>
        <source>Throw away {name}</source>
        <translation>Удалить: {name}</translation>
    </message>
    <message>
        <source>thrown away</source>
        <translation>удалён</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>The shop cannot be opened</source>
        <translation>Базу сервиса открыть нельзя</translation>
    </message>
    <message>
        <source>Nothing was changed. What was saved before is where it was.</source>
        <translation>Ничего не изменено. Всё, что было сохранено раньше, осталось на месте.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Попробуйте ещё раз чуть позже.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>{name} cannot be written: {why}.</source>
        <translation>Не удалось записать {name}: {why}.</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>Выберите другую папку или имя.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Find anything, do anything</source>
        <translation>Найти или сделать что угодно</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Поиск на этой странице</translation>
    </message>
    <message>
        <source>New, of the kind that is shown</source>
        <translation>Новая запись того же вида</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>На шаг назад</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Lock, or another person</source>
        <translation>Заблокировать или сменить сотрудника</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Эта подсказка</translation>
    </message>
    <message>
        <source>Another row</source>
        <translation>Другая строка</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Look without opening</source>
        <translation>Просмотр без открытия</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Выделить все строки</translation>
    </message>
    <message>
        <source>Copy rows for a spreadsheet</source>
        <translation>Скопировать строки для таблицы</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>На этой странице</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>В таблицах</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>TaxStep</name>
    <message>
        <source>Currency and taxes</source>
        <translation>Валюта и налоги</translation>
    </message>
    <message>
        <source>Filled in from your country. Check the tax number and the regime, the rest suits most shops.</source>
        <translation>Заполнено по стране. Проверьте налоговый номер и режим, остальное подходит большинству.</translation>
    </message>
    <message>
        <source>Tax regime</source>
        <translation>Налоговый режим</translation>
    </message>
    <message>
        <source>dated, so old invoices keep their rates</source>
        <translation>с датами: старые счета сохранят свои ставки</translation>
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
        <source>exact</source>
        <translation>точно</translation>
    </message>
    <message>
        <source>to whole units</source>
        <translation>до целых</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>Номер счёта</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>time zone {zone}</source>
        <translation>часовой пояс {zone}</translation>
    </message>
    <message>
        <source>State, from the GSTIN</source>
        <translation>Штат, из GSTIN</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>The first one: {number}, {count} characters</source>
        <translation>Первый: {number}, знаков: {count}</translation>
    </message>
    <message>
        <source>Name, address and tax number are there: papers can be lawful.</source>
        <translation>Название, адрес и налоговый номер есть: документы будут законными.</translation>
    </message>
</context>
<context>
    <name>Twins</name>
    <message>
        <source>{name} has this phone already.</source>
        <translation>Этот телефон уже есть: {name}.</translation>
    </message>
    <message>
        <source>This plate is known: {car}</source>
        <translation>Этот номер знаком: {car}</translation>
    </message>
    <message>
        <source>It is this car</source>
        <translation>Это та самая машина</translation>
    </message>
    <message>
        <source>It is {name}</source>
        <translation>Это {name}</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>pc</source>
        <translation>шт.</translation>
    </message>
    <message>
        <source>h</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>l</source>
        <translation>л</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>кг</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>set</source>
        <translation>компл.</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>пара</translation>
    </message>
    <message>
        <source>drum</source>
        <translation>бочка</translation>
    </message>
    <message>
        <source>box</source>
        <translation>кор.</translation>
    </message>
    <message>
        <source>can</source>
        <translation>кан.</translation>
    </message>
    <message>
        <source>job</source>
        <translation>усл.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Пакеты</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Fluid</source>
        <translation>Жидкость</translation>
    </message>
    <message>
        <source>Fluids</source>
        <translation>Жидкости</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Запчасть</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Запчасти</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Материал</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Материалы</translation>
    </message>
</context>
<context>
    <name>WhyPrice</name>
    <message>
        <source>retail</source>
        <translation>розница</translation>
    </message>
    <message>
        <source>wholesale</source>
        <translation>опт</translation>
    </message>
    <message>
        <source>fleet</source>
        <translation>корпоративный</translation>
    </message>
    <message>
        <source>general work</source>
        <translation>общие работы</translation>
    </message>
    <message>
        <source>diagnostics</source>
        <translation>диагностика</translation>
    </message>
    <message>
        <source>electrics</source>
        <translation>электрика</translation>
    </message>
    <message>
        <source>wheel alignment</source>
        <translation>развал-схождение</translation>
    </message>
    <message>
        <source>tyres</source>
        <translation>шиномонтаж</translation>
    </message>
    <message>
        <source>air conditioning</source>
        <translation>кондиционер</translation>
    </message>
    <message>
        <source>body work</source>
        <translation>кузовные работы</translation>
    </message>
    <message>
        <source>painting</source>
        <translation>окраска</translation>
    </message>
    <message>
        <source>Customer's discount</source>
        <translation>Скидка клиента</translation>
    </message>
    <message>
        <source>Its share of the package</source>
        <translation>Доля в пакете</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Rate of one hour, {kind}</source>
        <translation>Ставка нормо-часа, {kind}</translation>
    </message>
    <message>
        <source>{group}, since {day}</source>
        <translation>{group}, с {day}</translation>
    </message>
    <message>
        <source>Norm hours</source>
        <translation>Нормо-часы</translation>
    </message>
    <message>
        <source>Fixed price</source>
        <translation>Твёрдая цена</translation>
    </message>
    <message>
        <source>Price of the list</source>
        <translation>Цена по прайсу</translation>
    </message>
    <message>
        <source>Price typed by hand</source>
        <translation>Цена введена вручную</translation>
    </message>
    <message>
        <source>Made of the cost by the table of markups</source>
        <translation>Из закупочной цены по таблице наценок</translation>
    </message>
    <message>
        <source>Last cost, without tax</source>
        <translation>Последняя закупка, без налога</translation>
    </message>
    <message>
        <source>Markup of costs from {cost}</source>
        <translation>Наценка на закупку от {cost}</translation>
    </message>
    <message>
        <source>{tax} comes on top, on the bill</source>
        <translation>{tax} добавится сверху, в счёте</translation>
    </message>
    <message>
        <source>{tax} included</source>
        <translation>{tax} в цене</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>_PersonLine</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>ПИН-код</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>bookings_ui</name>
    <message>
        <source>Requested</source>
        <translation>Запрошена</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждена</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Приехал</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>В работе</translation>
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
        <source>lift</source>
        <translation>подъёмник</translation>
    </message>
    <message>
        <source>up to 3.5 t</source>
        <translation>до 3,5 т</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>сход-развал</translation>
    </message>
    <message>
        <source>diagnosis</source>
        <translation>диагностика</translation>
    </message>
    <message>
        <source>electric</source>
        <translation>электрика</translation>
    </message>
    <message>
        <source>tyres</source>
        <translation>шиномонтаж</translation>
    </message>
    <message>
        <source>body</source>
        <translation>кузовной</translation>
    </message>
    <message>
        <source>paint booth</source>
        <translation>окрасочная камера</translation>
    </message>
    <message>
        <source>wash</source>
        <translation>мойка</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>калибровка</translation>
    </message>
    <message>
        <source>mechanic</source>
        <translation>механик</translation>
    </message>
    <message>
        <source>electrician</source>
        <translation>электрик</translation>
    </message>
    <message>
        <source>geometry</source>
        <translation>геометрия</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>двигатель</translation>
    </message>
    <message>
        <source>gearbox</source>
        <translation>коробка</translation>
    </message>
    <message>
        <source>brakes</source>
        <translation>тормоза</translation>
    </message>
    <message>
        <source>air conditioning</source>
        <translation>кондиционер</translation>
    </message>
    <message>
        <source>high voltage</source>
        <translation>высокое напряжение</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>окраска</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>водитель</translation>
    </message>
    <message>
        <source>Changed their mind</source>
        <translation>Передумал</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Нет времени</translation>
    </message>
    <message>
        <source>Ill</source>
        <translation>Болеет</translation>
    </message>
    <message>
        <source>Too expensive</source>
        <translation>Дорого</translation>
    </message>
    <message>
        <source>Went to another shop</source>
        <translation>Ушёл в другой сервис</translation>
    </message>
    <message>
        <source>Repaired already</source>
        <translation>Уже починили</translation>
    </message>
    <message>
        <source>Forgot</source>
        <translation>Забыл</translation>
    </message>
    <message>
        <source>Could not be reached</source>
        <translation>Не дозвонились</translation>
    </message>
    <message>
        <source>Parts did not come</source>
        <translation>Не пришли запчасти</translation>
    </message>
    <message>
        <source>Nobody to do it</source>
        <translation>Некому делать</translation>
    </message>
    <message>
        <source>Bay out of order</source>
        <translation>Пост не работает</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>Записали по ошибке</translation>
    </message>
    <message>
        <source>Hold ran out</source>
        <translation>Бронь истекла</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>We</source>
        <translation>Мы</translation>
    </message>
    <message>
        <source>Regular customer</source>
        <translation>Постоянный клиент</translation>
    </message>
    <message>
        <source>Urgent, the car cannot be driven</source>
        <translation>Срочно, машина не на ходу</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Гарантия</translation>
    </message>
    <message>
        <source>Short job, it fits between</source>
        <translation>Короткая работа, влезет между</translation>
    </message>
    <message>
        <source>It was promised</source>
        <translation>Обещали</translation>
    </message>
    <message>
        <source>Leaves the car</source>
        <translation>Оставит автомобиль</translation>
    </message>
    <message>
        <source>Waits here</source>
        <translation>Подождёт здесь</translation>
    </message>
    <message>
        <source>Check-in only</source>
        <translation>Только осмотр при приёме</translation>
    </message>
    <message>
        <source>We fetch the car</source>
        <translation>Заберём автомобиль сами</translation>
    </message>
    <message>
        <source>Work at the customer's</source>
        <translation>Выезд к клиенту</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>По телефону</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Заехал сам</translation>
    </message>
    <message>
        <source>From the site</source>
        <translation>С сайта</translation>
    </message>
    <message>
        <source>From the owner's app</source>
        <translation>Из приложения владельца</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Отпуск</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Fetch the car</source>
        <translation>Забрать автомобиль</translation>
    </message>
    <message>
        <source>Bring the car back</source>
        <translation>Вернуть автомобиль</translation>
    </message>
    <message>
        <source>{name} on leave</source>
        <translation>{name} в отпуске</translation>
    </message>
    <message>
        <source>{name} is ill</source>
        <translation>{name} болеет</translation>
    </message>
    <message>
        <source>{name} at a training</source>
        <translation>{name} на обучении</translation>
    </message>
    <message>
        <source>{name} is away</source>
        <translation>{name} отсутствует</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} мин</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} ч</translation>
    </message>
    <message>
        <source>Type hours like 9–20, then breaks: 9–20, 13–13:30.</source>
        <translation>Напишите часы, затем перерывы: 9–20, 13–13:30.</translation>
    </message>
    <message>
        <source>break {hours}</source>
        <translation>перерыв {hours}</translation>
    </message>
    <message>
        <source>Type hours or minutes: 2, 1.5 h, 90 min.</source>
        <translation>Напишите часы или минуты: 2, 1,5 ч, 90 мин.</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Nothing is found under “{what}”.</source>
        <translation>По запросу «{what}» ничего нет.</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Awaiting vehicle</source>
        <translation>Ждём авто</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Принят</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Ждёт согласования</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Согласован</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Назначен</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Quality check</source>
        <translation>Контроль качества</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готов</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Выдан</translation>
    </message>
    <message>
        <source>Parts pending</source>
        <translation>Ждёт запчасти</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>To be agreed</source>
        <translation>Согласовать</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Согласовано</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Не начато</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Нужна</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Запрошена</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Заказана</translation>
    </message>
    <message>
        <source>Backordered</source>
        <translation>Ждём поставку</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получена</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Выдана</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Установлена</translation>
    </message>
    <message>
        <source>Back in stock</source>
        <translation>Возвращена на склад</translation>
    </message>
    <message>
        <source>Back to vendor</source>
        <translation>Возврат поставщику</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Не оплачен</translation>
    </message>
    <message>
        <source>Part paid</source>
        <translation>Оплачен частично</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачен</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Просрочен</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Сторнирован</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Гарантия</translation>
    </message>
    <message>
        <source>Goodwill</source>
        <translation>За счёт сервиса</translation>
    </message>
    <message>
        <source>Own account</source>
        <translation>Внутренний</translation>
    </message>
</context>
</TS>
