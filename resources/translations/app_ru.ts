<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>access</name>
    <message>
        <source>This employee does not exist.</source>
        <translation>Такого сотрудника нет.</translation>
    </message>
    <message>
        <source>A password has at least {n} characters.</source>
        <translation>Пароль не короче {n} знаков.</translation>
    </message>
    <message>
        <source>A PIN has four to eight digits.</source>
        <translation>ПИН-код: от четырёх до восьми цифр.</translation>
    </message>
    <message>
        <source>The PIN is not right.</source>
        <translation>Неверный ПИН-код.</translation>
    </message>
    <message>
        <source>The login or the password is not right.</source>
        <translation>Неверный логин или пароль.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Try again in {minutes} min.</source>
        <translation>Слишком много неверных попыток. Повторите через {minutes} мин.</translation>
    </message>
    <message>
        <source>This employee does not work here any more.</source>
        <translation>Этот сотрудник здесь больше не работает.</translation>
    </message>
    <message>
        <source>There is no role “{code}”.</source>
        <translation>Роли «{code}» нет.</translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation>Выберите хотя бы одну роль.</translation>
    </message>
    <message>
        <source>The last owner stays the owner; name another one first.</source>
        <translation>Последний владелец остаётся владельцем: сначала назначьте другого.</translation>
    </message>
    <message>
        <source>New employee</source>
        <translation>Новый сотрудник</translation>
    </message>
    <message>
        <source>The login “{login}” is taken.</source>
        <translation>Логин «{login}» занят.</translation>
    </message>
    <message>
        <source>Save employee</source>
        <translation>Сохранить сотрудника</translation>
    </message>
    <message>
        <source>Set password or PIN</source>
        <translation>Задать пароль или ПИН-код</translation>
    </message>
    <message>
        <source>The old password is not right.</source>
        <translation>Прежний пароль неверен.</translation>
    </message>
    <message>
        <source>Archive employee</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>End the wait</source>
        <translation>Снять ожидание</translation>
    </message>
    <message>
        <source>Save role</source>
        <translation>Сохранить роль</translation>
    </message>
    <message>
        <source>There is no right “{name}”.</source>
        <translation>Права «{name}» нет.</translation>
    </message>
    <message>
        <source>The owner's role allows everything.</source>
        <translation>Роль владельца разрешает всё.</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Удалить роль</translation>
    </message>
    <message>
        <source>This role stays.</source>
        <translation>Эту роль удалить нельзя.</translation>
    </message>
    <message>
        <source>Somebody holds this role; give them another first.</source>
        <translation>Эта роль кому-то назначена: сначала дайте другую.</translation>
    </message>
</context>
<context>
    <name>arrivals</name>
    <message>
        <source>Check in</source>
        <translation>Принять автомобиль</translation>
    </message>
    <message>
        <source>Car has left</source>
        <translation>Автомобиль уехал</translation>
    </message>
    <message>
        <source>Expected car has come</source>
        <translation>Ожидаемый автомобиль приехал</translation>
    </message>
    <message>
        <source>The car stays, or its people wait.</source>
        <translation>Автомобиль остаётся или его ждут.</translation>
    </message>
    <message>
        <source>“{name}” is not a field of an arrival.</source>
        <translation>«{name}» — нет такого поля приёмки.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Выберите из списка.</translation>
    </message>
    <message>
        <source>A whole number from 0 to {most}.</source>
        <translation>Целое число от 0 до {most}.</translation>
    </message>
    <message>
        <source>Yes or no.</source>
        <translation>Да или нет.</translation>
    </message>
    <message>
        <source>At most {most} entries.</source>
        <translation>Не больше {most} записей.</translation>
    </message>
    <message>
        <source>A price is not below zero.</source>
        <translation>Цена не бывает меньше нуля.</translation>
    </message>
    <message>
        <source>A mark lies outside of the drawing.</source>
        <translation>Отметка вышла за пределы рисунка.</translation>
    </message>
    <message>
        <source>Hang key</source>
        <translation>Повесить ключ</translation>
    </message>
    <message>
        <source>From one to nine keys.</source>
        <translation>Ключей — от одного до девяти.</translation>
    </message>
    <message>
        <source>Key tag {tag} is used no more: take another.</source>
        <translation>Бирка {tag} больше не используется: возьмите другую.</translation>
    </message>
    <message>
        <source>There is no key tag {tag}: tags are named in Settings.</source>
        <translation>Бирки {tag} нет в списке: бирки заводят в настройках.</translation>
    </message>
    <message>
        <source>Key tag {tag} hangs on {number}.</source>
        <translation>Бирка {tag} висит на ключе {number}.</translation>
    </message>
    <message>
        <source>Take key</source>
        <translation>Взять ключ</translation>
    </message>
    <message>
        <source>The key has no tag: hang it under one.</source>
        <translation>У ключа нет бирки: повесьте его под бирку.</translation>
    </message>
    <message>
        <source>Move car</source>
        <translation>Переставить автомобиль</translation>
    </message>
    <message>
        <source>Choose a place.</source>
        <translation>Выберите место.</translation>
    </message>
    <message>
        <source>{place} is used no more: choose another place.</source>
        <translation>Место {place} больше не используется: выберите другое.</translation>
    </message>
    <message>
        <source>There is no room at {place}.</source>
        <translation>На месте {place} нет свободного места.</translation>
    </message>
    <message>
        <source>Save parking place</source>
        <translation>Сохранить место стоянки</translation>
    </message>
    <message>
        <source>A place has room for one car.</source>
        <translation>На месте помещается хотя бы один автомобиль.</translation>
    </message>
    <message>
        <source>There is a place {code} already.</source>
        <translation>Место {code} уже есть.</translation>
    </message>
    <message>
        <source>{count} cars stand at {place}: move them first.</source>
        <translation>На месте {place} стоят машины ({count}): сначала переставьте их.</translation>
    </message>
    <message>
        <source>Save arrival</source>
        <translation>Сохранить приёмку</translation>
    </message>
    <message>
        <source>Amend signed act</source>
        <translation>Изменить подписанный акт</translation>
    </message>
    <message>
        <source>Say the reason.</source>
        <translation>Укажите причину.</translation>
    </message>
    <message>
        <source>Version {number} is not signed yet: just edit it.</source>
        <translation>Версия {number} ещё не подписана: просто измените её.</translation>
    </message>
    <message>
        <source>Version {number} of this act is signed.</source>
        <translation>Версия {number} этого акта подписана.</translation>
    </message>
    <message>
        <source>Amend it: version {next} will ask for a new signature.</source>
        <translation>Измените акт: для версии {next} понадобится новая подпись.</translation>
    </message>
    <message>
        <source>Add photo</source>
        <translation>Добавить фото</translation>
    </message>
    <message>
        <source>This mark is not on the drawing any more.</source>
        <translation>Этой отметки на рисунке больше нет.</translation>
    </message>
    <message>
        <source>Take photo away</source>
        <translation>Убрать фото</translation>
    </message>
    <message>
        <source>This is no photo of this arrival.</source>
        <translation>Это фото не из этой приёмки.</translation>
    </message>
    <message>
        <source>Say by what right somebody else hands the car over.</source>
        <translation>Укажите, на каком основании автомобиль сдаёт другое лицо.</translation>
    </message>
    <message>
        <source>The car is not here: nothing can be signed.</source>
        <translation>Автомобиля нет: подписывать нечего.</translation>
    </message>
    <message>
        <source>The spare wheel is missing: ask where it is.</source>
        <translation>Нет запасного колеса: спросите, где оно.</translation>
    </message>
    <message>
        <source>The jack is missing: ask where it is.</source>
        <translation>Нет домкрата: спросите, где он.</translation>
    </message>
    <message>
        <source>The wheel lock key is missing: ask where it is.</source>
        <translation>Нет ключа от секреток: спросите, где он.</translation>
    </message>
    <message>
        <source>The tools are missing: ask where they are.</source>
        <translation>Нет инструмента: спросите, где он.</translation>
    </message>
    <message>
        <source>The first-aid kit is missing.</source>
        <translation>Нет аптечки.</translation>
    </message>
    <message>
        <source>The warning triangle is missing.</source>
        <translation>Нет знака аварийной остановки.</translation>
    </message>
    <message>
        <source>The fire extinguisher is missing.</source>
        <translation>Нет огнетушителя.</translation>
    </message>
    <message>
        <source>The tow eye is missing.</source>
        <translation>Нет буксирной проушины.</translation>
    </message>
    <message>
        <source>The charging cable is missing: ask where it is.</source>
        <translation>Нет зарядного кабеля: спросите, где он.</translation>
    </message>
    <message>
        <source>The floor mats are missing.</source>
        <translation>Нет ковриков.</translation>
    </message>
    <message>
        <source>The radio is missing.</source>
        <translation>Нет магнитолы.</translation>
    </message>
    <message>
        <source>The registration certificate is missing.</source>
        <translation>Нет свидетельства о регистрации.</translation>
    </message>
    <message>
        <source>This order does not exist any more.</source>
        <translation>Этого заказа больше нет.</translation>
    </message>
    <message>
        <source>This arrival does not exist any more.</source>
        <translation>Этой приёмки больше нет.</translation>
    </message>
    <message>
        <source>It is not said by what right somebody else hands the car over.</source>
        <translation>Не указано, на каком основании автомобиль сдаёт другое лицо.</translation>
    </message>
    <message>
        <source>The key has no tag.</source>
        <translation>У ключа нет бирки.</translation>
    </message>
    <message>
        <source>Fuel or charge is not written down.</source>
        <translation>Не записан остаток топлива или заряд.</translation>
    </message>
    <message>
        <source>The customer did not sign the act.</source>
        <translation>Заказчик не подписал акт.</translation>
    </message>
    <message>
        <source>{count} of 4 photos around the car are missing.</source>
        <translation>Нет {count} из 4 снимков вокруг автомобиля.</translation>
    </message>
    <message>
        <source>Car has come</source>
        <translation>Автомобиль приехал</translation>
    </message>
    <message>
        <source>This order is finished: open a new one.</source>
        <translation>Этот заказ закрыт: откройте новый.</translation>
    </message>
    <message>
        <source>Enter at least the plate of the car.</source>
        <translation>Введите хотя бы госномер автомобиля.</translation>
    </message>
    <message>
        <source>Make a work order</source>
        <translation>Оформить заказ-наряд</translation>
    </message>
    <message>
        <source>Cancel arrival</source>
        <translation>Отменить приёмку</translation>
    </message>
    <message>
        <source>Sign act</source>
        <translation>Подписать акт</translation>
    </message>
    <message>
        <source>Write down why the act is not signed.</source>
        <translation>Запишите, почему акт не подписан.</translation>
    </message>
    <message>
        <source>This is no signature: sign once more.</source>
        <translation>Это не подпись: распишитесь ещё раз.</translation>
    </message>
    <message>
        <source>The signature is missing.</source>
        <translation>Нет подписи.</translation>
    </message>
    <message>
        <source>This version is signed already.</source>
        <translation>Эта версия уже подписана.</translation>
    </message>
    <message>
        <source>Amend the act if something has to change.</source>
        <translation>Если что-то меняется, внесите изменение в акт.</translation>
    </message>
    <message>
        <source>There is no version {number}.</source>
        <translation>Версии {number} нет.</translation>
    </message>
    <message>
        <source>Save key tag</source>
        <translation>Сохранение бирки</translation>
    </message>
    <message>
        <source>There is a key tag {tag} already.</source>
        <translation>Бирка {tag} уже есть.</translation>
    </message>
    <message>
        <source>Retire key tag</source>
        <translation>Вывод бирки из списка</translation>
    </message>
    <message>
        <source>From the lower to the higher, {most} at most.</source>
        <translation>От меньшего номера к большему, не больше {most}.</translation>
    </message>
    <message>
        <source>There is no key tag {tag}.</source>
        <translation>Бирки {tag} нет.</translation>
    </message>
</context>
<context>
    <name>backup</name>
    <message>
        <source>{name} is not a whole backup: it was cut, altered, or is another file.</source>
        <translation>{name} не целая резервная копия: файл обрезан, изменён или это другой файл.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take another backup.</source>
        <translation>Ничего не изменено. Возьмите другую копию.</translation>
    </message>
    <message>
        <source>{name} was made by a newer version of this program.</source>
        <translation>Копию {name} сделала более новая версия программы.</translation>
    </message>
    <message>
        <source>Update the program, then restore it.</source>
        <translation>Обновите программу, затем восстановите.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Файла {path} нет.</translation>
    </message>
    <message>
        <source>Check the name of the backup.</source>
        <translation>Проверьте имя копии.</translation>
    </message>
    <message>
        <source>The data was written by a newer version of this program (schema {version}; this one knows {head}).</source>
        <translation>Данные записаны более новой версией программы (схема {version}, эта знает {head}).</translation>
    </message>
    <message>
        <source>Update the program on this computer.</source>
        <translation>Обновите программу на этом компьютере.</translation>
    </message>
    <message>
        <source>{name} is open in another program or window.</source>
        <translation>{name} открыт в другой программе или окне.</translation>
    </message>
    <message>
        <source>Close every CarPass Desk of this shop, then restore.</source>
        <translation>Закройте все окна CarPass Desk этого сервиса, затем восстановите.</translation>
    </message>
    <message>
        <source>{name} holds no shop yet: nothing to back up.</source>
        <translation>В {name} ещё нет данных: копировать нечего.</translation>
    </message>
    <message>
        <source>The database {name} is damaged. No backup was made, none was removed.</source>
        <translation>База {name} повреждена. Копия не сделана, прежние не тронуты.</translation>
    </message>
    <message>
        <source>Run “carpass-desk doctor”, then restore the newest good backup.</source>
        <translation>Запустите «carpass-desk doctor», затем восстановите последнюю исправную копию.</translation>
    </message>
    <message>
        <source>The disk is full: no room in {folder}. Nothing was changed.</source>
        <translation>Диск заполнен: в {folder} нет места. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Освободите место или выберите другую папку.</translation>
    </message>
    <message>
        <source>Cannot write to {folder}: {why}.</source>
        <translation>Не удаётся записать в {folder}: {why}.</translation>
    </message>
    <message>
        <source>Give this user write access, or choose another folder.</source>
        <translation>Дайте этому пользователю право записи или выберите другую папку.</translation>
    </message>
    <message>
        <source>This user may not restore into {name}.</source>
        <translation>Этот пользователь не может восстанавливать в {name}.</translation>
    </message>
    <message>
        <source>Use the user who owns the database.</source>
        <translation>Войдите как владелец базы данных.</translation>
    </message>
    <message>
        <source>{count} other connections use {name}.</source>
        <translation>Другие подключения к {name}: {count}.</translation>
    </message>
</context>
<context>
    <name>billing</name>
    <message>
        <source>There is no such document.</source>
        <translation>Такого документа нет.</translation>
    </message>
    <message>
        <source>Complete the order first, then bill it.</source>
        <translation>Сначала завершите заказ, потом выставляйте счёт.</translation>
    </message>
    <message>
        <source>The customer is missing.</source>
        <translation>Не указан клиент.</translation>
    </message>
    <message>
        <source>Name the customer on the order.</source>
        <translation>Укажите клиента в заказе.</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Корректировочный счёт</translation>
    </message>
    <message>
        <source>Say why it is taken back.</source>
        <translation>Укажите, почему возвращается.</translation>
    </message>
    <message>
        <source>Only an issued invoice is credited.</source>
        <translation>Корректируют только выставленный счёт.</translation>
    </message>
    <message>
        <source>More than was sold cannot be taken back: {why}</source>
        <translation>Нельзя вернуть больше, чем продано: {why}</translation>
    </message>
    <message>
        <source>There is nothing left to take back.</source>
        <translation>Возвращать больше нечего.</translation>
    </message>
    <message>
        <source>Issue invoice</source>
        <translation>Выставить счёт</translation>
    </message>
    <message>
        <source>{sentence} ({law}, {number})</source>
        <translation>{sentence} ({law}, {number})</translation>
    </message>
    <message>
        <source>The amount must be above zero.</source>
        <translation>Сумма должна быть больше нуля.</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Принять оплату</translation>
    </message>
    <message>
        <source>Money is taken for an issued invoice.</source>
        <translation>Деньги принимают по выставленному счёту.</translation>
    </message>
    <message>
        <source>Only {owed} is owed on invoice {number}.</source>
        <translation>По счёту {number} осталось оплатить {owed}.</translation>
    </message>
    <message>
        <source>Enter at most that amount; give change from the rest.</source>
        <translation>Введите не больше этой суммы, остальное дайте сдачей.</translation>
    </message>
    <message>
        <source>Choose an invoice or an order.</source>
        <translation>Выберите счёт или заказ.</translation>
    </message>
    <message>
        <source>This order is finished: take the money for its invoice.</source>
        <translation>Заказ завершён: примите деньги по его счёту.</translation>
    </message>
    <message>
        <source>A deposit needs the customer.</source>
        <translation>Для предоплаты нужен клиент.</translation>
    </message>
    <message>
        <source>Use advance</source>
        <translation>Зачесть аванс</translation>
    </message>
    <message>
        <source>This is no advance of the invoice's customer.</source>
        <translation>Это аванс не клиента этого счёта.</translation>
    </message>
    <message>
        <source>Only {free} of the advance is free.</source>
        <translation>От аванса свободно только {free}.</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Вернуть деньги</translation>
    </message>
    <message>
        <source>Say why money goes back.</source>
        <translation>Укажите, почему возвращаете деньги.</translation>
    </message>
    <message>
        <source>Choose what is given back.</source>
        <translation>Выберите, что возвращаете.</translation>
    </message>
    <message>
        <source>At most {free} can be given back.</source>
        <translation>Вернуть можно не больше {free}.</translation>
    </message>
    <message>
        <source>Issue a credit note first.</source>
        <translation>Сначала выставьте корректировочный счёт.</translation>
    </message>
</context>
<context>
    <name>bookings</name>
    <message>
        <source>New appointment</source>
        <translation>Новая запись</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Придержать</translation>
    </message>
    <message>
        <source>Which time is to be held?</source>
        <translation>Какое время придержать?</translation>
    </message>
    <message>
        <source>Save appointment</source>
        <translation>Сохранить запись</translation>
    </message>
    <message>
        <source>Confirm appointment</source>
        <translation>Подтвердить запись</translation>
    </message>
    <message>
        <source>This one waits for a time.</source>
        <translation>Эта запись ещё ждёт времени.</translation>
    </message>
    <message>
        <source>Give it a time on the board.</source>
        <translation>Назначьте ей время на доске.</translation>
    </message>
    <message>
        <source>Move appointment</source>
        <translation>Перенести запись</translation>
    </message>
    <message>
        <source>How long does it take?</source>
        <translation>Сколько это займёт времени?</translation>
    </message>
    <message>
        <source>Change length</source>
        <translation>Изменить длительность</translation>
    </message>
    <message>
        <source>Back to the waiting list</source>
        <translation>Вернуть в лист ожидания</translation>
    </message>
    <message>
        <source>Who comes: a name, a phone or a plate.</source>
        <translation>Кто приедет: нужно имя, телефон или госномер.</translation>
    </message>
    <message>
        <source>This car is on the waiting list: {number}.</source>
        <translation>Эта машина уже в листе ожидания: {number}.</translation>
    </message>
    <message>
        <source>This car has an appointment on {when}: {number}.</source>
        <translation>Эта машина уже записана на {when}: {number}.</translation>
    </message>
    <message>
        <source>“{service}”: {booked} on this day already, the limit is {cap}.</source>
        <translation>«{service}»: на этот день уже {booked}, предел {cap}.</translation>
    </message>
    <message>
        <source>Cancel appointment</source>
        <translation>Отменить запись</translation>
    </message>
    <message>
        <source>Why, and who called it off: choose both.</source>
        <translation>Почему и кто отменил: выберите и то и другое.</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Не приехал</translation>
    </message>
    <message>
        <source>Why did nobody come?</source>
        <translation>Почему никто не приехал?</translation>
    </message>
    <message>
        <source>Its time has not come yet.</source>
        <translation>Её время ещё не наступило.</translation>
    </message>
    <message>
        <source>Cancel it when nothing will come of it.</source>
        <translation>Отмените запись, если машина не приедет.</translation>
    </message>
    <message>
        <source>Car is here</source>
        <translation>Машина приехала</translation>
    </message>
    <message>
        <source>Car is not here</source>
        <translation>Машины нет</translation>
    </message>
    <message>
        <source>Reopen appointment</source>
        <translation>Вернуть запись</translation>
    </message>
    <message>
        <source>Forget old callers</source>
        <translation>Стереть старые контакты</translation>
    </message>
    <message>
        <source>Nobody works there at {time}.</source>
        <translation>В {time} там никто не работает.</translation>
    </message>
    <message>
        <source>The center is closed at {time}.</source>
        <translation>В {time} сервис закрыт.</translation>
    </message>
    <message>
        <source>Choose another time; who may overbook can go on with a reason.</source>
        <translation>Выберите другое время; у кого есть право на запись внахлёст, может продолжить с указанием причины.</translation>
    </message>
    <message>
        <source>{name} is not used any more.</source>
        <translation>{name} больше не используется.</translation>
    </message>
    <message>
        <source>Work ends at {end}; the rest goes on {next}.</source>
        <translation>Работа прервётся в {end}, остальное продолжится {next}.</translation>
    </message>
    <message>
        <source>{bay} has no {ability}.</source>
        <translation>{bay}: нет «{ability}».</translation>
    </message>
    <message>
        <source>{person} has no valid skill “{skill}”.</source>
        <translation>{person}: нет действующего допуска «{skill}».</translation>
    </message>
    <message>
        <source>{lane} is taken until {until}: {what} (booked by {by}).</source>
        <translation>{lane}: занято до {until}, {what} (записал(а) {by}).</translation>
    </message>
    <message>
        <source>No buffer left beside {what}.</source>
        <translation>Рядом с {what} не остаётся запаса времени.</translation>
    </message>
    <message>
        <source>Both the beginning and the end, or none.</source>
        <translation>Укажите и начало, и конец, или ничего.</translation>
    </message>
    <message>
        <source>The day ends after it begins.</source>
        <translation>Конец должен быть позже начала.</translation>
    </message>
    <message>
        <source>Breaks lie inside the hours, one after another.</source>
        <translation>Перерывы должны лежать внутри рабочих часов и не пересекаться.</translation>
    </message>
    <message>
        <source>Each weekday stands there once.</source>
        <translation>Каждый день недели указывается один раз.</translation>
    </message>
    <message>
        <source>Save opening hours</source>
        <translation>Сохранить часы работы</translation>
    </message>
    <message>
        <source>Save day</source>
        <translation>Сохранить день</translation>
    </message>
    <message>
        <source>When is the center open on this day?</source>
        <translation>В какие часы сервис открыт в этот день?</translation>
    </message>
    <message>
        <source>Remove day</source>
        <translation>Убрать день</translation>
    </message>
    <message>
        <source>This day is like any other.</source>
        <translation>Этот день ничем не отличается от обычного.</translation>
    </message>
    <message>
        <source>Save bay</source>
        <translation>Сохранить пост</translation>
    </message>
    <message>
        <source>Archive bay</source>
        <translation>Пост в архив</translation>
    </message>
    <message>
        <source>Close bay for a time</source>
        <translation>Закрыть пост на время</translation>
    </message>
    <message>
        <source>The end lies after the beginning.</source>
        <translation>Конец должен быть позже начала.</translation>
    </message>
    <message>
        <source>Open bay again</source>
        <translation>Снова открыть пост</translation>
    </message>
    <message>
        <source>Save service</source>
        <translation>Сохранить услугу</translation>
    </message>
    <message>
        <source>A buffer is up to a day long.</source>
        <translation>Запас времени — не больше суток.</translation>
    </message>
    <message>
        <source>At least one a day, or no limit.</source>
        <translation>Хотя бы одна в день или без предела.</translation>
    </message>
    <message>
        <source>Archive service</source>
        <translation>Услугу в архив</translation>
    </message>
    <message>
        <source>Save booking rules</source>
        <translation>Сохранить правила записи</translation>
    </message>
    <message>
        <source>Between {low} and {high}.</source>
        <translation>От {low} до {high}.</translation>
    </message>
    <message>
        <source>No such region; known: {regions}.</source>
        <translation>Такого региона нет; известны: {regions}.</translation>
    </message>
    <message>
        <source>A number needs {seq} once, no other place than known ones, at most {most} characters.</source>
        <translation>В номере один раз нужно {seq}, других мест, кроме известных, быть не может; не больше {most} знаков.</translation>
    </message>
    <message>
        <source>Save shifts</source>
        <translation>Сохранить смены</translation>
    </message>
    <message>
        <source>Save shift of one day</source>
        <translation>Сохранить смену на день</translation>
    </message>
    <message>
        <source>Remove shift of one day</source>
        <translation>Убрать смену на день</translation>
    </message>
    <message>
        <source>Save absence</source>
        <translation>Сохранить отсутствие</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Последний день раньше первого.</translation>
    </message>
    <message>
        <source>Remove absence</source>
        <translation>Убрать отсутствие</translation>
    </message>
    <message>
        <source>Save skill</source>
        <translation>Сохранить допуск</translation>
    </message>
    <message>
        <source>Remove skill</source>
        <translation>Убрать допуск</translation>
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
        <source>{name} has no shift</source>
        <translation>{name}: нет смены</translation>
    </message>
    <message>
        <source>holiday: {name}</source>
        <translation>праздник: {name}</translation>
    </message>
    <message>
        <source>closed: {name}</source>
        <translation>закрыто: {name}</translation>
    </message>
    <message>
        <source>closed on this weekday</source>
        <translation>в этот день недели закрыто</translation>
    </message>
    <message>
        <source>{name} is closed: {why}</source>
        <translation>{name} закрыт: {why}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>{name} is closed</source>
        <translation>{name} закрыт</translation>
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
        <translation>развал</translation>
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
        <translation>кузов</translation>
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
        <translation>слесарь</translation>
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
        <translation>коробка передач</translation>
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
        <source>{one}, {other}</source>
        <translation>{one}, {other}</translation>
    </message>
    <message>
        <source>This appointment does not exist any more.</source>
        <translation>Этой записи больше нет.</translation>
    </message>
    <message>
        <source>{name} does not work at {time}</source>
        <translation>{name} в {time} не работает</translation>
    </message>
    <message>
        <source>Closed at {time}</source>
        <translation>В {time} закрыто</translation>
    </message>
    <message>
        <source>Goes on until {until}</source>
        <translation>Продолжится до {until}</translation>
    </message>
    <message>
        <source>{lane} taken until {until}: {what}</source>
        <translation>{lane}: занято до {until}, {what}</translation>
    </message>
    <message>
        <source>No buffer left beside {what}</source>
        <translation>Рядом с {what} нет запаса времени</translation>
    </message>
    <message>
        <source>{lane} is free until {until}</source>
        <translation>{lane}: свободно до {until}</translation>
    </message>
    <message>
        <source>Free {from}–{until}</source>
        <translation>Свободно {from}–{until}</translation>
    </message>
    <message>
        <source>{bay} has no “{ability}”</source>
        <translation>{bay}: нет «{ability}»</translation>
    </message>
    <message>
        <source>{person} has no valid skill “{skill}”</source>
        <translation>{person}: нет действующего допуска «{skill}»</translation>
    </message>
    <message>
        <source>Promise {time} still holds</source>
        <translation>Обещанное время {time} успеваем</translation>
    </message>
    <message>
        <source>Promise {time} is missed</source>
        <translation>К обещанному времени {time} не успеть</translation>
    </message>
    <message>
        <source>Check-in only: there is nothing to bill.</source>
        <translation>Только приём: выставлять счёт не за что.</translation>
    </message>
    <message>
        <source>Print the slip, or change how the car comes.</source>
        <translation>Напечатайте талон или измените, как приезжает машина.</translation>
    </message>
    <message>
        <source>nobody for “{skill}”</source>
        <translation>некому: «{skill}»</translation>
    </message>
    <message>
        <source>nobody has a shift</source>
        <translation>ни у кого нет смены</translation>
    </message>
    <message>
        <source>nobody for “{skill}” until {until}</source>
        <translation>до {until} некому: «{skill}»</translation>
    </message>
    <message>
        <source>nobody is free until {until}</source>
        <translation>до {until} все заняты</translation>
    </message>
    <message>
        <source>everybody for “{skill}” is taken</source>
        <translation>все, кто умеет «{skill}», заняты</translation>
    </message>
    <message>
        <source>everybody is taken</source>
        <translation>все заняты</translation>
    </message>
    <message>
        <source>no bay has “{ability}”</source>
        <translation>нет поста с «{ability}»</translation>
    </message>
    <message>
        <source>no gap is long enough</source>
        <translation>нет достаточно длинного окна</translation>
    </message>
    <message>
        <source>{name}: the certificate “{skill}” ended {until}</source>
        <translation>{name}: допуск «{skill}» истёк {until}</translation>
    </message>
    <message>
        <source>one person only, no buffer</source>
        <translation>только один человек, без запаса</translation>
    </message>
    <message>
        <source>no buffer</source>
        <translation>без запаса времени</translation>
    </message>
    <message>
        <source>{person}, shift until {until}</source>
        <translation>{person}, смена до {until}</translation>
    </message>
    <message>
        <source>{person}</source>
        <translation>{person}</translation>
    </message>
    <message>
        <source>Move {what} to {to} and {from}–{until} opens.</source>
        <translation>Перенесите {what} на {to}, и освободится {from}–{until}.</translation>
    </message>
    <message>
        <source>Take out calendar</source>
        <translation>Выгрузить календарь</translation>
    </message>
    <message>
        <source>The calendars cannot be saved in {path}.</source>
        <translation>Календари не удаётся сохранить в {path}.</translation>
    </message>
    <message>
        <source>Check the folder's rights and the disk.</source>
        <translation>Проверьте права на папку и диск.</translation>
    </message>
    <message>
        <source>Save drive</source>
        <translation>Сохранить поездку</translation>
    </message>
    <message>
        <source>This appointment is over.</source>
        <translation>Эта запись уже закрыта.</translation>
    </message>
    <message>
        <source>This drive is over.</source>
        <translation>Эта поездка уже закрыта.</translation>
    </message>
    <message>
        <source>Drive done</source>
        <translation>Поездка выполнена</translation>
    </message>
    <message>
        <source>Cancel drive</source>
        <translation>Отменить поездку</translation>
    </message>
    <message>
        <source>Save online booking</source>
        <translation>Сохранить онлайн-запись</translation>
    </message>
    <message>
        <source>How long before, up to 60 days?</source>
        <translation>За сколько заранее, до 60 дней?</translation>
    </message>
    <message>
        <source>How far ahead, up to 62 days?</source>
        <translation>На сколько вперёд, до 62 дней?</translation>
    </message>
    <message>
        <source>Offer another time</source>
        <translation>Предложить другое время</translation>
    </message>
    <message>
        <source>Decline request</source>
        <translation>Отклонить заявку</translation>
    </message>
    <message>
        <source>Why not? Choose a reason.</source>
        <translation>Почему нет? Выберите причину.</translation>
    </message>
</context>
<context>
    <name>calibration</name>
    <message>
        <source>front camera</source>
        <translation>передняя камера</translation>
    </message>
    <message>
        <source>front radar</source>
        <translation>передний радар</translation>
    </message>
    <message>
        <source>corner radars</source>
        <translation>угловые радары</translation>
    </message>
    <message>
        <source>lidar</source>
        <translation>лидар</translation>
    </message>
    <message>
        <source>surround cameras</source>
        <translation>камеры кругового обзора</translation>
    </message>
    <message>
        <source>rear camera</source>
        <translation>камера заднего вида</translation>
    </message>
    <message>
        <source>parking sensors</source>
        <translation>парктроники</translation>
    </message>
    <message>
        <source>steering angle sensor</source>
        <translation>датчик угла поворота руля</translation>
    </message>
    <message>
        <source>headlamp levelling</source>
        <translation>корректор фар</translation>
    </message>
    <message>
        <source>head-up display</source>
        <translation>проекционный дисплей</translation>
    </message>
    <message>
        <source>rain sensor</source>
        <translation>датчик дождя</translation>
    </message>
    <message>
        <source>night vision</source>
        <translation>ночное видение</translation>
    </message>
    <message>
        <source>driver camera</source>
        <translation>камера водителя</translation>
    </message>
    <message>
        <source>Calibrated after “{line}”: {feature}.</source>
        <translation>После «{line}» откалибровано: {feature}.</translation>
    </message>
    <message>
        <source>Not needed after “{line}”: {feature}.</source>
        <translation>После «{line}» не требуется: {feature}.</translation>
    </message>
    <message>
        <source>“{line}” wants a calibration: {feature}.</source>
        <translation>«{line}» требует калибровки: {feature}.</translation>
    </message>
    <message>
        <source>“{line}”: if the car has it, calibrate: {feature}.</source>
        <translation>«{line}»: если есть на машине, откалибровать: {feature}.</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>“{kind}” is no kind of item.</source>
        <translation>Вида позиции «{kind}» нет.</translation>
    </message>
    <message>
        <source>An item needs a code and a name.</source>
        <translation>Позиции нужны код и название.</translation>
    </message>
    <message>
        <source>The tax rules know no rate “{code}”.</source>
        <translation>В налоговом режиме нет ставки «{code}».</translation>
    </message>
    <message>
        <source>A price is nothing or more.</source>
        <translation>Цена не бывает отрицательной.</translation>
    </message>
    <message>
        <source>An interval is above zero, or empty.</source>
        <translation>Интервал больше нуля или пустой.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Выберите из списка.</translation>
    </message>
    <message>
        <source>Only parts, fluids and materials leave the stock.</source>
        <translation>Со склада списывают только запчасти, жидкости и материалы.</translation>
    </message>
    <message>
        <source>Labour needs norm hours or a fixed price.</source>
        <translation>Работе нужны нормо-часы или твёрдая цена.</translation>
    </message>
    <message>
        <source>Norm hours are above zero and exact to 0.001.</source>
        <translation>Нормо-часы больше нуля, с точностью до 0,001.</translation>
    </message>
    <message>
        <source>Only a package has lines.</source>
        <translation>Строки бывают только у пакета.</translation>
    </message>
    <message>
        <source>A package needs lines.</source>
        <translation>В пакете нужны строки.</translation>
    </message>
    <message>
        <source>A quantity is above zero and exact to 0.001.</source>
        <translation>Количество больше нуля, с точностью до 0,001.</translation>
    </message>
    <message>
        <source>The code {code} belongs to “{name}”.</source>
        <translation>Код {code} занят: «{name}».</translation>
    </message>
    <message>
        <source>A package holds labour and goods of this catalogue only.</source>
        <translation>В пакете только работы и товары этого каталога.</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Новая позиция</translation>
    </message>
    <message>
        <source>Edit item</source>
        <translation>Изменить позицию</translation>
    </message>
    <message>
        <source>A package stays a package.</source>
        <translation>Пакет остаётся пакетом.</translation>
    </message>
    <message>
        <source>Archive item</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>The package {code} “{name}” holds this item.</source>
        <translation>Эта позиция входит в пакет {code} «{name}».</translation>
    </message>
    <message>
        <source>Take it out of the package first.</source>
        <translation>Сначала уберите её из пакета.</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored ({reason}).</source>
        <translation>В тексте есть знак, который нельзя сохранить ({reason}).</translation>
    </message>
    <message>
        <source>The package names “{item}”, which cannot be in it.</source>
        <translation>В пакете указано «{item}», а этого в нём быть не может.</translation>
    </message>
    <message>
        <source>Labour rate</source>
        <translation>Ставка нормо-часа</translation>
    </message>
    <message>
        <source>A rate is nothing or more.</source>
        <translation>Ставка не бывает отрицательной.</translation>
    </message>
    <message>
        <source>A rate needs a kind of labour and a customer group.</source>
        <translation>Ставке нужны вид работ и группа клиентов.</translation>
    </message>
    <message>
        <source>Remove rate</source>
        <translation>Удалить ставку</translation>
    </message>
    <message>
        <source>This rate does not exist any more.</source>
        <translation>Этой ставки больше нет.</translation>
    </message>
    <message>
        <source>Markup</source>
        <translation>Наценка</translation>
    </message>
    <message>
        <source>A band has a cost of nothing or more and a markup above −100 %.</source>
        <translation>В строке наценки закупка не меньше нуля, а наценка больше −100 %.</translation>
    </message>
    <message>
        <source>Two bands begin at the same cost.</source>
        <translation>Две строки начинаются с одной и той же закупки.</translation>
    </message>
    <message>
        <source>{code} is not a package.</source>
        <translation>{code} не пакет.</translation>
    </message>
    <message>
        <source>The package {code} has no lines to carry its price.</source>
        <translation>В пакете {code} нет строк, на которые можно разложить цену.</translation>
    </message>
    <message>
        <source>This item of the catalogue does not exist.</source>
        <translation>Такой позиции в каталоге нет.</translation>
    </message>
    <message>
        <source>{code} {name} is archived.</source>
        <translation>{code} {name} в архиве.</translation>
    </message>
    <message>
        <source>Bring it back, or choose another item.</source>
        <translation>Верните её из архива или выберите другую.</translation>
    </message>
    <message>
        <source>{code}: there is no labour rate for {detail} on that day.</source>
        <translation>{code}: на этот день нет ставки нормо-часа ({detail}).</translation>
    </message>
    <message>
        <source>{code}: no markup band is set for this customer group and cost.</source>
        <translation>{code}: для этой группы клиентов и закупки наценка не задана.</translation>
    </message>
    <message>
        <source>{code} has neither a list price nor a cost to make a price of.</source>
        <translation>У {code} нет ни цены, ни закупки, из которой её посчитать.</translation>
    </message>
    <message>
        <source>{code}: a discount is 0 to 100 percent.</source>
        <translation>{code}: скидка от 0 до 100 %.</translation>
    </message>
    <message>
        <source>{code} is a package: add its lines.</source>
        <translation>{code} это пакет: добавьте его строки.</translation>
    </message>
    <message>
        <source>The tax “{code}” has no rate on {on}.</source>
        <translation>У налога «{code}» нет ставки на {on}.</translation>
    </message>
</context>
<context>
    <name>centers</name>
    <message>
        <source>There is no tax regime “{code}”.</source>
        <translation>Налогового режима «{code}» нет.</translation>
    </message>
    <message>
        <source>The tax regime cannot be used: {detail}.</source>
        <translation>Налоговый режим не подходит: {detail}.</translation>
    </message>
    <message>
        <source>The tax regime is in {theirs}, the center in {ours}.</source>
        <translation>Налоговый режим в {theirs}, а сервис в {ours}.</translation>
    </message>
    <message>
        <source>A number has at most {most} characters.</source>
        <translation>Номер не длиннее {most} знаков.</translation>
    </message>
    <message>
        <source>A number has a character that cannot be printed.</source>
        <translation>В номере есть знак, который нельзя напечатать.</translation>
    </message>
    <message>
        <source>There is no rule “{name}”.</source>
        <translation>Правила «{name}» нет.</translation>
    </message>
    <message>
        <source>“{name}” has a wrong value.</source>
        <translation>У «{name}» неверное значение.</translation>
    </message>
    <message>
        <source>“{name}” lies between {low} and {high}.</source>
        <translation>«{name}»: от {low} до {high}.</translation>
    </message>
    <message>
        <source>There is no such rule for stock.</source>
        <translation>Такого правила для склада нет.</translation>
    </message>
    <message>
        <source>Credit notes need numbers of their own.</source>
        <translation>Корректировочным счетам нужна своя нумерация.</translation>
    </message>
    <message>
        <source>“{template}” lacks the running number.</source>
        <translation>В «{template}» нет порядкового номера.</translation>
    </message>
    <message>
        <source>“{template}” has an unknown place; known: center, order, yyyy, yy, mm, fy, seq.</source>
        <translation>В «{template}» неизвестная подстановка. Можно: center, order, yyyy, yy, mm, fy, seq.</translation>
    </message>
    <message>
        <source>“{template}” names the month without the year.</source>
        <translation>В «{template}» есть месяц, но нет года.</translation>
    </message>
    <message>
        <source>“{shown}”: a GST number has at most 16 letters, digits, dashes and slashes.</source>
        <translation>«{shown}»: в номере GST не больше 16 букв, цифр, дефисов и косых черт.</translation>
    </message>
    <message>
        <source>There is no time zone “{name}”.</source>
        <translation>Часового пояса «{name}» нет.</translation>
    </message>
    <message>
        <source>There is no locale “{name}”.</source>
        <translation>Региональных настроек «{name}» нет.</translation>
    </message>
    <message>
        <source>There is no profile “{name}”.</source>
        <translation>Профиля «{name}» нет.</translation>
    </message>
    <message>
        <source>A country is two letters (ISO 3166).</source>
        <translation>Страна: две буквы (ISO 3166).</translation>
    </message>
    <message>
        <source>A code is up to ten letters and digits.</source>
        <translation>Код: до десяти букв и цифр.</translation>
    </message>
    <message>
        <source>Another center has this code.</source>
        <translation>Этот код у другого сервиса.</translation>
    </message>
    <message>
        <source>Save center</source>
        <translation>Сохранить сервис</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>Сохранить правила</translation>
    </message>
    <message>
        <source>Change taxes</source>
        <translation>Изменить налоги</translation>
    </message>
</context>
<context>
    <name>contacts</name>
    <message>
        <source>Note a call</source>
        <translation>Записать звонок</translation>
    </message>
    <message>
        <source>How did the call end?</source>
        <translation>Чем закончился звонок?</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>Этот день уже прошёл.</translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>A person, a company or a fleet?</source>
        <translation>Частное лицо, компания или автопарк?</translation>
    </message>
    <message>
        <source>A discount is 0 to 100 per cent.</source>
        <translation>Скидка от 0 до 100 %.</translation>
    </message>
    <message>
        <source>The term of payment is in days.</source>
        <translation>Срок оплаты в днях.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Новый клиент</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>Сохранить клиента</translation>
    </message>
    <message>
        <source>Archive customer</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Note consent</source>
        <translation>Записать согласие</translation>
    </message>
    <message>
        <source>Withdraw consent</source>
        <translation>Отозвать согласие</translation>
    </message>
    <message>
        <source>Erase personal data</source>
        <translation>Стереть личные данные</translation>
    </message>
    <message>
        <source>Order {number} is not finished.</source>
        <translation>Заказ {number} не завершён.</translation>
    </message>
    <message>
        <source>Erase what is due</source>
        <translation>Стереть всё, чему вышел срок</translation>
    </message>
    <message>
        <source>This customer does not exist.</source>
        <translation>Такого клиента нет.</translation>
    </message>
    <message>
        <source>{name} has the same telephone.</source>
        <translation>Такой же телефон у клиента {name}.</translation>
    </message>
    <message>
        <source>{name} has the same {kind}.</source>
        <translation>Такой же {kind} у клиента {name}.</translation>
    </message>
    <message>
        <source>The same tax number</source>
        <translation>Одинаковый ИНН</translation>
    </message>
    <message>
        <source>The same identity document</source>
        <translation>Одинаковый документ</translation>
    </message>
    <message>
        <source>The same telephone</source>
        <translation>Одинаковый телефон</translation>
    </message>
    <message>
        <source>The same e-mail</source>
        <translation>Одинаковая почта</translation>
    </message>
    <message>
        <source>The same name</source>
        <translation>Одинаковое имя</translation>
    </message>
    <message>
        <source>The names look alike</source>
        <translation>Похожие имена</translation>
    </message>
    <message>
        <source>Choose two different records.</source>
        <translation>Выберите две разные записи.</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Это разные</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Снова сравнивать</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
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
        <translation>Эл. почта</translation>
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
        <source>State, region</source>
        <translation>Регион</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Language of papers</source>
        <translation>Язык документов</translation>
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
        <source>Choose two different customers.</source>
        <translation>Выберите двух разных клиентов.</translation>
    </message>
    <message>
        <source>{name} was archived or erased.</source>
        <translation>{name}: запись в архиве или стёрта.</translation>
    </message>
    <message>
        <source>Merge customers</source>
        <translation>Объединить клиентов</translation>
    </message>
    <message>
        <source>There is no field “{name}”.</source>
        <translation>Поля «{name}» нет.</translation>
    </message>
    <message>
        <source>Undo merge</source>
        <translation>Разъединить</translation>
    </message>
    <message>
        <source>Add a contact person</source>
        <translation>Добавить контактное лицо</translation>
    </message>
    <message>
        <source>Save contact person</source>
        <translation>Сохранить контактное лицо</translation>
    </message>
    <message>
        <source>Archive contact person</source>
        <translation>Контактное лицо в архив</translation>
    </message>
    <message>
        <source>Contact person is back</source>
        <translation>Вернуть контактное лицо</translation>
    </message>
    <message>
        <source>Contact person brings the car</source>
        <translation>Контактное лицо привозит машину</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>This line belongs to no package.</source>
        <translation>Эта строка не относится ни к одному пакету.</translation>
    </message>
    <message>
        <source>Write the package's code in its first row.</source>
        <translation>Укажите код пакета в его первой строке.</translation>
    </message>
    <message>
        <source>The same as row {row}.</source>
        <translation>То же, что в строке {row}.</translation>
    </message>
    <message>
        <source>This code is also in row {row}.</source>
        <translation>Этот код есть и в строке {row}.</translation>
    </message>
    <message>
        <source>Leave one of the rows out, or give one another code.</source>
        <translation>Уберите одну из строк или дайте ей другой код.</translation>
    </message>
    <message>
        <source>Another line of this package is wrong.</source>
        <translation>Ошибка в другой строке этого пакета.</translation>
    </message>
    <message>
        <source>Correct that line: a package is imported whole.</source>
        <translation>Исправьте её: пакет загружается целиком.</translation>
    </message>
    <message>
        <source>The catalog has no “{code}”.</source>
        <translation>В каталоге нет «{code}».</translation>
    </message>
    <message>
        <source>Somebody else has this phone too.</source>
        <translation>Этот телефон есть и у другого клиента.</translation>
    </message>
    <message>
        <source>The same customer as in row {row}.</source>
        <translation>Тот же клиент, что в строке {row}.</translation>
    </message>
    <message>
        <source>A country is written with two letters (RU, IN, DE).</source>
        <translation>Страну пишут двумя буквами (RU, IN, DE).</translation>
    </message>
    <message>
        <source>The text does not read as {encoding}.</source>
        <translation>Текст не читается как {encoding}.</translation>
    </message>
    <message>
        <source>Choose another encoding, or save the file as “CSV UTF-8”.</source>
        <translation>Выберите другую кодировку или сохраните файл как «CSV UTF-8».</translation>
    </message>
    <message>
        <source>The file holds something else than text.</source>
        <translation>В файле не текст.</translation>
    </message>
    <message>
        <source>Save it as .xlsx or .csv and try again.</source>
        <translation>Сохраните его как .xlsx или .csv и повторите.</translation>
    </message>
    <message>
        <source>Row {row} has more than {count} columns.</source>
        <translation>В строке {row} больше {count} столбцов.</translation>
    </message>
    <message>
        <source>The file has more than {count} filled rows.</source>
        <translation>В файле больше {count} заполненных строк.</translation>
    </message>
    <message>
        <source>A cell in row {row} does not end.</source>
        <translation>Ячейка в строке {row} не закрыта.</translation>
    </message>
    <message>
        <source>Look for a quotation mark that is opened and not closed there.</source>
        <translation>Поищите там кавычку, которую открыли и не закрыли.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation>Файла «{name}» нет.</translation>
    </message>
    <message>
        <source>The file “{name}” cannot be opened: {why}.</source>
        <translation>Файл «{name}» не открывается: {why}.</translation>
    </message>
    <message>
        <source>Close it in other programs and try again.</source>
        <translation>Закройте его в других программах и повторите.</translation>
    </message>
    <message>
        <source>The file is larger than {size} MB.</source>
        <translation>Файл больше {size} МБ.</translation>
    </message>
    <message>
        <source>“{name}” is an old .xls file or is locked with a password.</source>
        <translation>«{name}»: старый формат .xls или файл под паролем.</translation>
    </message>
    <message>
        <source>Open it, save it as .xlsx without a password and try again.</source>
        <translation>Откройте его, сохраните как .xlsx без пароля и повторите.</translation>
    </message>
    <message>
        <source>“{name}” is not a table.</source>
        <translation>«{name}» не таблица.</translation>
    </message>
    <message>
        <source>There is nothing in “{name}”.</source>
        <translation>В «{name}» пусто.</translation>
    </message>
    <message>
        <source>Split it into smaller files and import them one after another.</source>
        <translation>Разделите его на файлы поменьше и загрузите по очереди.</translation>
    </message>
    <message>
        <source>There is no field “{name}”.</source>
        <translation>Поля «{name}» нет.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>No row of “{name}” looks like headings.</source>
        <translation>В «{name}» ни одна строка не похожа на заголовки.</translation>
    </message>
    <message>
        <source>Write a row of headings above the data; needed at least: {needed}.</source>
        <translation>Добавьте над данными строку заголовков. Нужны как минимум: {needed}.</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>«{value}» не число.</translation>
    </message>
    <message>
        <source>Type digits only, or leave the cell empty.</source>
        <translation>Введите только цифры или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>Is “{value}” {thousand} or {fraction}?</source>
        <translation>«{value}» это {thousand} или {fraction}?</translation>
    </message>
    <message>
        <source>Write it without a mark between the thousands.</source>
        <translation>Напишите без разделителя тысяч.</translation>
    </message>
    <message>
        <source>“{value}” has more digits than money has.</source>
        <translation>В «{value}» больше знаков, чем бывает в деньгах.</translation>
    </message>
    <message>
        <source>Round it.</source>
        <translation>Округлите.</translation>
    </message>
    <message>
        <source>“{value}” is finer than 0.001.</source>
        <translation>«{value}» точнее 0,001.</translation>
    </message>
    <message>
        <source>“{value}” must be a whole number.</source>
        <translation>«{value}» должно быть целым числом.</translation>
    </message>
    <message>
        <source>Leave out what stands behind the decimal mark.</source>
        <translation>Уберите дробную часть.</translation>
    </message>
    <message>
        <source>Save as recipe</source>
        <translation>Сохранить как шаблон</translation>
    </message>
    <message>
        <source>Remove recipe</source>
        <translation>Удалить шаблон</translation>
    </message>
    <message>
        <source>{count} rows of “{file}” are wrong; nothing was imported.</source>
        <translation>В «{file}» ошибки, строк: {count}. Ничего не загружено.</translation>
    </message>
    <message>
        <source>Correct them, or import the others and leave these out.</source>
        <translation>Исправьте их или загрузите остальные без этих.</translation>
    </message>
    <message>
        <source>The import was stopped; nothing was written.</source>
        <translation>Загрузка остановлена, ничего не записано.</translation>
    </message>
    <message>
        <source>The heading of a section.</source>
        <translation>Заголовок раздела.</translation>
    </message>
    <message>
        <source>A line of totals.</source>
        <translation>Строка итогов.</translation>
    </message>
    <message>
        <source>The headings again.</source>
        <translation>Повтор заголовков.</translation>
    </message>
    <message>
        <source>“{field}” is empty.</source>
        <translation>Поле «{field}» пустое.</translation>
    </message>
    <message>
        <source>Fill it in, or leave the row out.</source>
        <translation>Заполните его или уберите строку.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Выгрузить список</translation>
    </message>
    <message>
        <source>The file has {count} sheets.</source>
        <translation>В файле листов: {count}.</translation>
    </message>
    <message>
        <source>Sheet “{name}” has more than {count} columns.</source>
        <translation>На листе «{name}» больше {count} столбцов.</translation>
    </message>
    <message>
        <source>The file consists of too many parts.</source>
        <translation>Файл состоит из слишком многих частей.</translation>
    </message>
    <message>
        <source>The file has too many cells.</source>
        <translation>В файле слишком много ячеек.</translation>
    </message>
    <message>
        <source>This is not a spreadsheet.</source>
        <translation>Это не таблица.</translation>
    </message>
    <message>
        <source>The file is packed in a way no spreadsheet program packs.</source>
        <translation>Файл упакован так, как не пакует ни одна табличная программа.</translation>
    </message>
    <message>
        <source>The file unpacks to {size} MB.</source>
        <translation>Файл распаковывается в {size} МБ.</translation>
    </message>
    <message>
        <source>The file unpacks to {times} times its size.</source>
        <translation>Файл при распаковке вырастает в {times} раз.</translation>
    </message>
    <message>
        <source>The file holds declarations no spreadsheet program writes.</source>
        <translation>В файле объявления, которых не пишет ни одна табличная программа.</translation>
    </message>
    <message>
        <source>The cells of one sheet lie too far apart.</source>
        <translation>Ячейки одного листа разбросаны слишком далеко.</translation>
    </message>
    <message>
        <source>The file repeats one long text too often.</source>
        <translation>Файл слишком много раз повторяет один длинный текст.</translation>
    </message>
    <message>
        <source>The spreadsheet is damaged.</source>
        <translation>Таблица повреждена.</translation>
    </message>
    <message>
        <source>Open it in the program it comes from, save it as .xlsx and try again.</source>
        <translation>Откройте её в исходной программе, сохраните как .xlsx и повторите.</translation>
    </message>
    <message>
        <source>If you trust its sender, save it again as .xlsx in your own program.</source>
        <translation>Если доверяете отправителю, пересохраните её как .xlsx в своей программе.</translation>
    </message>
    <message>
        <source>Import the price list first, or correct the number.</source>
        <translation>Сначала загрузите прайс или исправьте артикул.</translation>
    </message>
    <message>
        <source>There is no store “{name}”.</source>
        <translation>Склада «{name}» нет.</translation>
    </message>
    <message>
        <source>Open the store first, or leave the cell empty for the main one.</source>
        <translation>Сначала создайте склад или оставьте ячейку пустой для основного.</translation>
    </message>
    <message>
        <source>Nothing on hand.</source>
        <translation>Остатка нет.</translation>
    </message>
    <message>
        <source>“{code}” is not kept in stock.</source>
        <translation>«{code}» на складе не хранят.</translation>
    </message>
    <message>
        <source>Only parts, fluids and materials have a stock.</source>
        <translation>Остатки бывают только у запчастей, жидкостей и материалов.</translation>
    </message>
    <message>
        <source>Nobody knows what this cost.</source>
        <translation>Закупочная цена неизвестна.</translation>
    </message>
    <message>
        <source>Write the cost of one unit, 0 when it was free.</source>
        <translation>Укажите цену за единицу; 0, если досталось даром.</translation>
    </message>
    <message>
        <source>Goods have moved in this store already: count them instead.</source>
        <translation>На этом складе уже было движение: проведите пересчёт.</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored.</source>
        <translation>В тексте есть знак, который нельзя сохранить.</translation>
    </message>
    <message>
        <source>Type the cell again.</source>
        <translation>Введите ячейку заново.</translation>
    </message>
    <message>
        <source>The text has {count} characters; {most} are possible.</source>
        <translation>В тексте знаков: {count}, можно {most}.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Сократите.</translation>
    </message>
    <message>
        <source>“{value}” is below zero.</source>
        <translation>«{value}» меньше нуля.</translation>
    </message>
    <message>
        <source>Correct it, or leave the row out.</source>
        <translation>Исправьте или уберите строку.</translation>
    </message>
    <message>
        <source>“{value}” was rounded to what money has.</source>
        <translation>«{value}» округлено до копеек.</translation>
    </message>
    <message>
        <source>“{value}” was rounded to 0.001.</source>
        <translation>«{value}» округлено до 0,001.</translation>
    </message>
    <message>
        <source>A package holds more than nothing.</source>
        <translation>В упаковке больше нуля.</translation>
    </message>
    <message>
        <source>Leave the cell empty when it is bought by the unit.</source>
        <translation>Оставьте ячейку пустой, если покупаете поштучно.</translation>
    </message>
    <message>
        <source>“{value}” is not between 0 and 100 per cent.</source>
        <translation>«{value}» не от 0 до 100 %.</translation>
    </message>
    <message>
        <source>Correct it, or leave the cell empty.</source>
        <translation>Исправьте или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>“{value}” is over {most}.</source>
        <translation>«{value}» больше {most}.</translation>
    </message>
    <message>
        <source>No car was made in {value}.</source>
        <translation>В {value} году машин не делали.</translation>
    </message>
    <message>
        <source>“{value}” is not a date.</source>
        <translation>«{value}» не дата.</translation>
    </message>
    <message>
        <source>Write day, month and year, or leave the cell empty.</source>
        <translation>Укажите день, месяц и год или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>There is no day “{value}”.</source>
        <translation>Дня «{value}» не бывает.</translation>
    </message>
    <message>
        <source>“{value}” has not come yet.</source>
        <translation>«{value}» ещё не наступило.</translation>
    </message>
    <message>
        <source>“{value}” is too short for a phone number: {digits} digits.</source>
        <translation>«{value}» коротко для телефона, цифр: {digits}.</translation>
    </message>
    <message>
        <source>“{value}” is too long for a phone number: {digits} digits.</source>
        <translation>«{value}» длинно для телефона, цифр: {digits}.</translation>
    </message>
    <message>
        <source>“{value}” has a wrong number of digits for a phone number.</source>
        <translation>В «{value}» для телефона не столько цифр.</translation>
    </message>
    <message>
        <source>“{value}” begins with a country code that does not exist.</source>
        <translation>«{value}» начинается с несуществующего кода страны.</translation>
    </message>
    <message>
        <source>“{value}” is not a phone number.</source>
        <translation>«{value}» не номер телефона.</translation>
    </message>
    <message>
        <source>Several phone numbers in one cell: the first was taken.</source>
        <translation>В ячейке несколько телефонов: взят первый.</translation>
    </message>
    <message>
        <source>No such range of phone numbers is known: “{value}”.</source>
        <translation>Такой диапазон номеров неизвестен: «{value}».</translation>
    </message>
    <message>
        <source>“{value}” is not an e-mail address.</source>
        <translation>«{value}» не адрес электронной почты.</translation>
    </message>
    <message>
        <source>A VIN has 17 characters; this one has {found}.</source>
        <translation>В VIN 17 знаков, здесь {found}.</translation>
    </message>
    <message>
        <source>A VIN has no letter {found}.</source>
        <translation>Буквы {found} в VIN не бывает.</translation>
    </message>
    <message>
        <source>A VIN has no “{found}”.</source>
        <translation>Знака «{found}» в VIN не бывает.</translation>
    </message>
    <message>
        <source>The check digit of this VIN does not fit: one sign may be wrong.</source>
        <translation>Контрольный знак VIN не сходится: возможно, один знак неверен.</translation>
    </message>
    <message>
        <source>Look at the registration certificate, or leave the cell empty.</source>
        <translation>Сверьте со свидетельством о регистрации или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>“{value}”: {kind} has another number of characters.</source>
        <translation>«{value}»: в {kind} другое количество знаков.</translation>
    </message>
    <message>
        <source>“{value}”: the check digits of {kind} do not fit.</source>
        <translation>«{value}»: контрольные цифры {kind} не сходятся.</translation>
    </message>
    <message>
        <source>“{value}” is not such a number ({kind}).</source>
        <translation>«{value}» не такой номер ({kind}).</translation>
    </message>
    <message>
        <source>A zero in front was lost in the spreadsheet and put back.</source>
        <translation>Таблица потеряла ноль в начале, мы его вернули.</translation>
    </message>
    <message>
        <source>Ask the customer for it, or leave the cell empty.</source>
        <translation>Уточните у клиента или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>“{value}” is not a barcode.</source>
        <translation>«{value}» не штрихкод.</translation>
    </message>
    <message>
        <source>Scan it again, or leave the cell empty.</source>
        <translation>Отсканируйте снова или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>The check digit of the barcode “{value}” does not fit.</source>
        <translation>Контрольная цифра штрихкода «{value}» не сходится.</translation>
    </message>
    <message>
        <source>“{value}” is not {what}.</source>
        <translation>«{value}» не подходит: нужно {what}.</translation>
    </message>
    <message>
        <source>Choose what it means, or leave the cell empty.</source>
        <translation>Выберите, что это значит, или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>a kind of customer</source>
        <translation>вид клиента</translation>
    </message>
    <message>
        <source>a kind of catalog item</source>
        <translation>вид позиции каталога</translation>
    </message>
    <message>
        <source>kilometres or miles</source>
        <translation>километры или мили</translation>
    </message>
    <message>
        <source>“{value}” is neither yes nor no.</source>
        <translation>«{value}» не «да» и не «нет».</translation>
    </message>
    <message>
        <source>Write yes or no, or leave the cell empty.</source>
        <translation>Напишите «да» или «нет» или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>The center has no tax rate “{value}”.</source>
        <translation>У сервиса нет налоговой ставки «{value}».</translation>
    </message>
    <message>
        <source>Choose one of the center's rates, or leave the cell empty.</source>
        <translation>Выберите одну из ставок сервиса или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>Neither a plate nor a VIN: nobody could find this car.</source>
        <translation>Нет ни госномера, ни VIN: такую машину никто не найдёт.</translation>
    </message>
    <message>
        <source>Fill one of them in, or leave the row out.</source>
        <translation>Заполните что-то одно или уберите строку.</translation>
    </message>
    <message>
        <source>Look which car carries the plate now, and correct the other.</source>
        <translation>Посмотрите, на какой машине номер сейчас, и исправьте другую.</translation>
    </message>
    <message>
        <source>The same car as in row {row}.</source>
        <translation>Та же машина, что в строке {row}.</translation>
    </message>
    <message>
        <source>Several customers have this name: the car has no owner yet.</source>
        <translation>Клиентов с таким именем несколько: владелец пока не указан.</translation>
    </message>
    <message>
        <source>No customer fits: the car has no owner yet.</source>
        <translation>Подходящего клиента нет: владелец пока не указан.</translation>
    </message>
    <message>
        <source>The car has another owner here; it keeps that one.</source>
        <translation>У машины здесь другой владелец, он и остаётся.</translation>
    </message>
    <message>
        <source>It does not fit the readings before and after it; kept as an anomaly.</source>
        <translation>Не сходится с показаниями до и после; сохранено как аномалия.</translation>
    </message>
    <message>
        <source>The plate is also in row {row}, on a car with another VIN.</source>
        <translation>Этот госномер есть и в строке {row}, у машины с другим VIN.</translation>
    </message>
    <message>
        <source>The plate stands on another car here, with another VIN.</source>
        <translation>Этот госномер здесь у другой машины, с другим VIN.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Norm hours</source>
        <translation>Нормо-часы</translation>
    </message>
    <message>
        <source>Labour type</source>
        <translation>Вид работ</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Закупка</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>HSN, SAC</source>
        <translation>HSN, SAC</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Минимум</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Максимум</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Ячейка</translation>
    </message>
    <message>
        <source>Bought by</source>
        <translation>Ед. закупки</translation>
    </message>
    <message>
        <source>Units in a package</source>
        <translation>Штук в упаковке</translation>
    </message>
    <message>
        <source>Equivalents</source>
        <translation>Аналоги</translation>
    </message>
    <message>
        <source>Superseded by</source>
        <translation>Заменён на</translation>
    </message>
    <message>
        <source>Next service, km</source>
        <translation>Следующее ТО, км</translation>
    </message>
    <message>
        <source>Next service, months</source>
        <translation>Следующее ТО, мес</translation>
    </message>
    <message>
        <source>Warranty, km</source>
        <translation>Гарантия, км</translation>
    </message>
    <message>
        <source>Warranty, months</source>
        <translation>Гарантия, мес</translation>
    </message>
    <message>
        <source>Package code</source>
        <translation>Код комплекса</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>Код позиции</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Customer, name</source>
        <translation>Клиент, имя</translation>
    </message>
    <message>
        <source>Customer, kind</source>
        <translation>Клиент, тип</translation>
    </message>
    <message>
        <source>Customer, phone</source>
        <translation>Клиент, телефон</translation>
    </message>
    <message>
        <source>Customer, phone 2</source>
        <translation>Клиент, телефон 2</translation>
    </message>
    <message>
        <source>Customer, e-mail</source>
        <translation>Клиент, почта</translation>
    </message>
    <message>
        <source>Customer, address</source>
        <translation>Клиент, адрес</translation>
    </message>
    <message>
        <source>ИНН</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>КПП</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>ОГРН</source>
        <translation>ОГРН</translation>
    </message>
    <message>
        <source>GSTIN</source>
        <translation>GSTIN</translation>
    </message>
    <message>
        <source>PAN</source>
        <translation>PAN</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>Номер НДС</translation>
    </message>
    <message>
        <source>State, region</source>
        <translation>Регион</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Price group</source>
        <translation>Группа цен</translation>
    </message>
    <message>
        <source>Discount, %</source>
        <translation>Скидка, %</translation>
    </message>
    <message>
        <source>Payment term, days</source>
        <translation>Отсрочка, дней</translation>
    </message>
    <message>
        <source>Consent, personal data</source>
        <translation>Согласие на ПДн</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Vehicle, plate</source>
        <translation>Авто, госномер</translation>
    </message>
    <message>
        <source>Vehicle, VIN</source>
        <translation>Авто, VIN</translation>
    </message>
    <message>
        <source>Vehicle, make</source>
        <translation>Авто, марка</translation>
    </message>
    <message>
        <source>Vehicle, model</source>
        <translation>Авто, модель</translation>
    </message>
    <message>
        <source>Vehicle, variant</source>
        <translation>Авто, версия</translation>
    </message>
    <message>
        <source>Vehicle, year</source>
        <translation>Авто, год</translation>
    </message>
    <message>
        <source>Vehicle, colour</source>
        <translation>Авто, цвет</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>Engine number</source>
        <translation>Номер двигателя</translation>
    </message>
    <message>
        <source>Body number</source>
        <translation>Номер кузова</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка передач</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Odometer, unit</source>
        <translation>Пробег, единица</translation>
    </message>
    <message>
        <source>Odometer, day</source>
        <translation>Пробег, дата</translation>
    </message>
    <message>
        <source>Inspection until</source>
        <translation>Техосмотр до</translation>
    </message>
    <message>
        <source>Insurance until</source>
        <translation>Страховка до</translation>
    </message>
    <message>
        <source>Owner, name</source>
        <translation>Владелец, имя</translation>
    </message>
    <message>
        <source>Owner, phone</source>
        <translation>Владелец, телефон</translation>
    </message>
    <message>
        <source>Owner, kind</source>
        <translation>Владелец, тип</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Cost of one unit</source>
        <translation>Закупка за единицу</translation>
    </message>
    <message>
        <source>Cost of all</source>
        <translation>Закупка всего</translation>
    </message>
    <message>
        <source>Recall, number</source>
        <translation>Отзыв, номер</translation>
    </message>
    <message>
        <source>Recall, maker</source>
        <translation>Отзыв, марка</translation>
    </message>
    <message>
        <source>Recall, text</source>
        <translation>Отзыв, описание</translation>
    </message>
    <message>
        <source>Recall, models</source>
        <translation>Отзыв, модели</translation>
    </message>
    <message>
        <source>Recall, VINs</source>
        <translation>Отзыв, список VIN</translation>
    </message>
    <message>
        <source>Recall, VIN from</source>
        <translation>Отзыв, VIN от</translation>
    </message>
    <message>
        <source>Recall, VIN to</source>
        <translation>Отзыв, VIN до</translation>
    </message>
    <message>
        <source>Recall, year from</source>
        <translation>Отзыв, год от</translation>
    </message>
    <message>
        <source>Recall, year to</source>
        <translation>Отзыв, год до</translation>
    </message>
    <message>
        <source>Recall, remedy</source>
        <translation>Отзыв, что сделать</translation>
    </message>
    <message>
        <source>Recall, source</source>
        <translation>Отзыв, источник</translation>
    </message>
    <message>
        <source>Recall, day</source>
        <translation>Отзыв, дата</translation>
    </message>
    <message>
        <source>Recall, safety</source>
        <translation>Отзыв, безопасность</translation>
    </message>
    <message>
        <source>The years end before they begin.</source>
        <translation>Последний год раньше первого.</translation>
    </message>
    <message>
        <source>More of the same recall.</source>
        <translation>Продолжение того же отзыва.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>The file {name} cannot be read: {why}.</source>
        <translation>Файл {name} не читается: {why}.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Выберите другой файл.</translation>
    </message>
    <message>
        <source>Add file</source>
        <translation>Добавить файл</translation>
    </message>
    <message>
        <source>Photos of an arrival are added to it itself.</source>
        <translation>Фотографии приёмки добавляют в ней самой.</translation>
    </message>
    <message>
        <source>Open the arrival and add the photo there.</source>
        <translation>Откройте приёмку и добавьте фото там.</translation>
    </message>
    <message>
        <source>Nothing of this kind can have files.</source>
        <translation>К такой записи файлы не прикладывают.</translation>
    </message>
    <message>
        <source>The file is not in the store: add it once more.</source>
        <translation>Файла нет в хранилище: добавьте его ещё раз.</translation>
    </message>
    <message>
        <source>A mark lies outside of the picture.</source>
        <translation>Отметка вышла за пределы снимка.</translation>
    </message>
    <message>
        <source>Photos: JPEG, PNG, WebP. Documents: PDF. Video: MP4, MOV, WebM. Sound: MP3, M4A, WAV, OGG.</source>
        <translation>Фото: JPEG, PNG, WebP. Документы: PDF. Видео: MP4, MOV, WebM. Звук: MP3, M4A, WAV, OGG.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB.</source>
        <translation>Файл больше {limit} МБ.</translation>
    </message>
    <message>
        <source>This is a HEIC or AVIF picture: this program cannot read them.</source>
        <translation>Это снимок HEIC или AVIF: программа их не читает.</translation>
    </message>
    <message>
        <source>On the phone choose Settings – Camera – Formats – Most compatible, or send it as JPEG.</source>
        <translation>В телефоне выберите «Настройки» – «Камера» – «Форматы» – «Наиболее совместимые» или отправьте снимок как JPEG.</translation>
    </message>
    <message>
        <source>This is no photo, document, video or sound that is kept here.</source>
        <translation>Это не фото, документ, видео или звук, которые здесь хранят.</translation>
    </message>
    <message>
        <source>This file is two things at once: something else is hidden in it.</source>
        <translation>В этом файле спрятан ещё один: такие файлы не принимают.</translation>
    </message>
    <message>
        <source>The file is damaged or cut: it does not read to its end.</source>
        <translation>Файл повреждён или обрезан: он не читается до конца.</translation>
    </message>
    <message>
        <source>The picture has too many pixels (at most {limit} million).</source>
        <translation>У снимка слишком много точек (можно до {limit} млн).</translation>
    </message>
    <message>
        <source>Edit file</source>
        <translation>Изменить файл</translation>
    </message>
    <message>
        <source>Take file away</source>
        <translation>Убрать файл</translation>
    </message>
    <message>
        <source>Bring file back</source>
        <translation>Вернуть файл</translation>
    </message>
    <message>
        <source>Erase file for good</source>
        <translation>Стереть файл навсегда</translation>
    </message>
    <message>
        <source>This file does not exist any more.</source>
        <translation>Этого файла больше нет.</translation>
    </message>
    <message>
        <source>This file was erased on a person's request.</source>
        <translation>Этот файл стёрт по просьбе человека.</translation>
    </message>
    <message>
        <source>The bytes of this file are missing in the store.</source>
        <translation>Самого файла в хранилище нет.</translation>
    </message>
    <message>
        <source>Run “carpass-desk doctor”, or restore a backup.</source>
        <translation>Запустите «carpass-desk doctor» или восстановите резервную копию.</translation>
    </message>
    <message>
        <source>The picture is not in the store any more.</source>
        <translation>Снимка в хранилище больше нет.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Файл пуст.</translation>
    </message>
    <message>
        <source>Make it smaller, or keep it elsewhere and note where.</source>
        <translation>Уменьшите его или храните в другом месте и запишите где.</translation>
    </message>
    <message>
        <source>The file cannot be kept in {folder}: {why}.</source>
        <translation>Файл нельзя сохранить в {folder}: {why}.</translation>
    </message>
    <message>
        <source>Free some space or give this user write access, then add it again.</source>
        <translation>Освободите место или дайте права на запись и добавьте файл ещё раз.</translation>
    </message>
</context>
<context>
    <name>inventory</name>
    <message>
        <source>The quantity must be above zero.</source>
        <translation>Количество должно быть больше нуля.</translation>
    </message>
    <message>
        <source>{qty} is finer than 0.001.</source>
        <translation>{qty} точнее 0,001.</translation>
    </message>
    <message>
        <source>This product does not exist any more.</source>
        <translation>Этого товара больше нет.</translation>
    </message>
    <message>
        <source>{sku} {name}: {free} {unit} free in “{place}”, {wanted} wanted.</source>
        <translation>{sku} {name}: в «{place}» свободно {free} {unit}, нужно {wanted}.</translation>
    </message>
    <message>
        <source>Receive goods, take them from another store, or change the quantity.</source>
        <translation>Оприходуйте товар, возьмите с другого склада или измените количество.</translation>
    </message>
    <message>
        <source>A reservation of this order was changed at the same moment.</source>
        <translation>Резерв этого заказа изменили в ту же минуту.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again.</source>
        <translation>Ничего не изменено. Повторите.</translation>
    </message>
    <message>
        <source>{held} are out of the store for this line, not {wanted}.</source>
        <translation>По этой строке со склада взято {held}, а не {wanted}.</translation>
    </message>
    <message>
        <source>{issued} were issued for a line of {qty}.</source>
        <translation>Выдано {issued}, а в строке {qty}.</translation>
    </message>
    <message>
        <source>Take the rest back to the store first.</source>
        <translation>Сначала верните остаток на склад.</translation>
    </message>
    <message>
        <source>{sold} of this line are with the customer, not {wanted}.</source>
        <translation>По этой строке у клиента {sold}, а не {wanted}.</translation>
    </message>
    <message>
        <source>The center has no place of kind “{kind}”.</source>
        <translation>У сервиса нет места вида «{kind}».</translation>
    </message>
    <message>
        <source>This storage place does not exist.</source>
        <translation>Такого места хранения нет.</translation>
    </message>
    <message>
        <source>“{name}” is not an open store.</source>
        <translation>«{name}» не действующий склад.</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Новый склад</translation>
    </message>
    <message>
        <source>A store needs a code and a name.</source>
        <translation>Складу нужны код и название.</translation>
    </message>
    <message>
        <source>Only stores and central warehouses are opened.</source>
        <translation>Создавать можно только склады и центральные склады.</translation>
    </message>
    <message>
        <source>The code {code} is taken by “{name}”.</source>
        <translation>Код {code} занят: «{name}».</translation>
    </message>
    <message>
        <source>Close store</source>
        <translation>Закрыть склад</translation>
    </message>
    <message>
        <source>{count} products are still in this store.</source>
        <translation>На складе ещё есть товары: {count}.</translation>
    </message>
    <message>
        <source>Move them to another store first.</source>
        <translation>Сначала переместите их на другой склад.</translation>
    </message>
    <message>
        <source>The last store cannot be closed.</source>
        <translation>Последний склад закрыть нельзя.</translation>
    </message>
    <message>
        <source>A product needs its number, name and unit.</source>
        <translation>Товару нужны артикул, название и единица.</translation>
    </message>
    <message>
        <source>A package holds more than nothing, exact to 0.001.</source>
        <translation>В упаковке больше нуля, с точностью до 0,001.</translation>
    </message>
    <message>
        <source>A level is nothing or more, exact to 0.001.</source>
        <translation>Запас не меньше нуля, с точностью до 0,001.</translation>
    </message>
    <message>
        <source>The maximum is below the minimum.</source>
        <translation>Максимум меньше минимума.</translation>
    </message>
    <message>
        <source>A cost is nothing or more.</source>
        <translation>Закупочная цена не бывает отрицательной.</translation>
    </message>
    <message>
        <source>“{text}” belongs to {sku} {name}.</source>
        <translation>«{text}» уже у {sku} {name}.</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>Изменить товар</translation>
    </message>
    <message>
        <source>Goods have moved in {unit}: the unit stays.</source>
        <translation>Товар уже двигался в единицах «{unit}»: единицу не сменить.</translation>
    </message>
    <message>
        <source>Archive product</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>There is still stock of {sku}.</source>
        <translation>{sku} ещё есть на складе.</translation>
    </message>
    <message>
        <source>Use it up or adjust it to nothing first.</source>
        <translation>Сначала израсходуйте или спишите остаток.</translation>
    </message>
    <message>
        <source>Link equivalents</source>
        <translation>Связать аналоги</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored ({reason}).</source>
        <translation>В тексте есть знак, который нельзя сохранить ({reason}).</translation>
    </message>
    <message>
        <source>Receive goods</source>
        <translation>Оприходовать товар</translation>
    </message>
    <message>
        <source>Receive a delivery</source>
        <translation>Принять поставку</translation>
    </message>
    <message>
        <source>A delivery has at least one line.</source>
        <translation>В поставке хотя бы одна строка.</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>Начальные остатки</translation>
    </message>
    <message>
        <source>Adjust stock</source>
        <translation>Корректировка остатка</translation>
    </message>
    <message>
        <source>Meanwhile {sku} moved: the books say {now}, not {then}.</source>
        <translation>Пока вы считали, {sku} двигался: по учёту {now}, а не {then}.</translation>
    </message>
    <message>
        <source>Count again.</source>
        <translation>Пересчитайте.</translation>
    </message>
    <message>
        <source>{reserved} of {sku} are reserved for orders, {counted} counted.</source>
        <translation>{sku}: в резерве под заказы {reserved}, посчитано {counted}.</translation>
    </message>
    <message>
        <source>Release reservations first.</source>
        <translation>Сначала снимите резервы.</translation>
    </message>
    <message>
        <source>Say why: it stays in the books.</source>
        <translation>Укажите причину: она останется в учёте.</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>Списать</translation>
    </message>
    <message>
        <source>Return to vendor</source>
        <translation>Вернуть поставщику</translation>
    </message>
    <message>
        <source>Counter-move</source>
        <translation>Обратная проводка</translation>
    </message>
    <message>
        <source>This move does not exist.</source>
        <translation>Такого движения нет.</translation>
    </message>
    <message>
        <source>A move of this kind ({kind}) has no counter-move of its own.</source>
        <translation>У движения этого вида ({kind}) нет обратной проводки.</translation>
    </message>
    <message>
        <source>Move the goods anew, or adjust the stock.</source>
        <translation>Переместите товар заново или скорректируйте остаток.</translation>
    </message>
    <message>
        <source>Send to another store</source>
        <translation>Отправить на другой склад</translation>
    </message>
    <message>
        <source>Choose another store to send to.</source>
        <translation>Выберите другой склад-получатель.</translation>
    </message>
    <message>
        <source>Nothing to send.</source>
        <translation>Отправлять нечего.</translation>
    </message>
    <message>
        <source>Nothing of this transfer is on the way any more.</source>
        <translation>По этому перемещению в пути больше ничего нет.</translation>
    </message>
    <message>
        <source>This transfer was ended at the same moment.</source>
        <translation>Это перемещение закрыли в ту же минуту.</translation>
    </message>
    <message>
        <source>Goods arrived</source>
        <translation>Товар пришёл</translation>
    </message>
    <message>
        <source>More arrived than was sent: adjust the stock for the rest.</source>
        <translation>Пришло больше, чем отправили: остальное проведите корректировкой.</translation>
    </message>
    <message>
        <source>Say what happened to the rest.</source>
        <translation>Укажите, что с остальным.</translation>
    </message>
    <message>
        <source>Call goods back</source>
        <translation>Вернуть отправленное</translation>
    </message>
</context>
<context>
    <name>kernel</name>
    <message>
        <source>“{kind}” is not a database this program works with.</source>
        <translation>С базой «{kind}» программа не работает.</translation>
    </message>
    <message>
        <source>Use a SQLite file or a postgresql:// address.</source>
        <translation>Нужен файл SQLite или адрес postgresql://.</translation>
    </message>
    <message>
        <source>The database file lies on a network share: {path}</source>
        <translation>Файл базы лежит в сетевой папке: {path}</translation>
    </message>
    <message>
        <source>A shared file breaks under two writers. Keep it on this computer's disk, or use PostgreSQL for several computers (CARPASS_DATABASE_URL).</source>
        <translation>Общий файл портится, когда пишут двое. Держите его на диске этого компьютера, а для нескольких используйте PostgreSQL (CARPASS_DATABASE_URL).</translation>
    </message>
    <message>
        <source>No permission to write to {path}.</source>
        <translation>Нет права записи в {path}.</translation>
    </message>
    <message>
        <source>Give this user write access, or choose another folder.</source>
        <translation>Дайте этому пользователю право записи или выберите другую папку.</translation>
    </message>
    <message>
        <source>Nothing can be saved in the folder {path}.</source>
        <translation>В папку {path} ничего нельзя сохранить.</translation>
    </message>
    <message>
        <source>Give this user write access and try again, or name another folder in CARPASS_DATA_DIR.</source>
        <translation>Дайте этому пользователю право записи и попробуйте ещё раз или укажите другую папку в CARPASS_DATA_DIR.</translation>
    </message>
    <message>
        <source>SQLite {version} is too old.</source>
        <translation>SQLite {version} слишком старая.</translation>
    </message>
    <message>
        <source>Install the program again: it brings its own SQLite.</source>
        <translation>Установите программу заново: в ней своя SQLite.</translation>
    </message>
    <message>
        <source>You are not allowed to do this ({permission}).</source>
        <translation>У вас нет на это права ({permission}).</translation>
    </message>
    <message>
        <source>Ask somebody whose role holds this right.</source>
        <translation>Попросите того, чья роль это разрешает.</translation>
    </message>
    <message>
        <source>“{event}” is not possible in state “{state}”; possible: {allowed}.</source>
        <translation>«{event}» в состоянии «{state}» нельзя; можно: {allowed}.</translation>
    </message>
    <message>
        <source>{count} things are missing: {list}</source>
        <translation>Не хватает ({count}): {list}</translation>
    </message>
    <message>
        <source>Changed by {who} at {at} while you were editing.</source>
        <translation>Пока вы правили, запись изменил(а) {who} в {at}.</translation>
    </message>
    <message>
        <source>Reload to see their version, or keep yours over it.</source>
        <translation>Загрузите их версию или сохраните свою поверх.</translation>
    </message>
    <message>
        <source>This record is final and cannot be changed ({table}).</source>
        <translation>Эту запись уже не изменить ({table}).</translation>
    </message>
    <message>
        <source>Mend it by a correction, a credit note or a counter-move.</source>
        <translation>Исправляют её корректировкой, корректировочным счётом или обратной проводкой.</translation>
    </message>
    <message>
        <source>Please check: {list}</source>
        <translation>Проверьте: {list}</translation>
    </message>
    <message>
        <source>The database is busy with another change. Nothing was changed.</source>
        <translation>База занята другой записью. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Повторите через секунду.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; what was saved before is safe.</source>
        <translation>Диск заполнен. Ничего не изменено, сохранённое раньше в порядке.</translation>
    </message>
    <message>
        <source>Free some space and press the button again.</source>
        <translation>Освободите место и нажмите кнопку ещё раз.</translation>
    </message>
    <message>
        <source>The database cannot be written to. Nothing was changed.</source>
        <translation>В базу не удаётся записать. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Check the folder's rights and the disk, then try again.</source>
        <translation>Проверьте права на папку и диск, затем повторите.</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time.</source>
        <translation>Это время только что занял кто-то другой.</translation>
    </message>
    <message>
        <source>Look at the calendar and choose another time.</source>
        <translation>Посмотрите в календарь и выберите другое время.</translation>
    </message>
    <message>
        <source>Such a record exists already.</source>
        <translation>Такая запись уже есть.</translation>
    </message>
    <message>
        <source>The database server does not answer. Nothing was changed.</source>
        <translation>Сервер базы не отвечает. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Check the network and the server, then try again.</source>
        <translation>Проверьте сеть и сервер, затем повторите.</translation>
    </message>
    <message>
        <source>The keys of this computer cannot be kept in {path}.</source>
        <translation>Ключи этого компьютера нельзя сохранить в {path}.</translation>
    </message>
    <message>
        <source>Give this user write access there and try again.</source>
        <translation>Дайте этому пользователю право записи туда и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The secret file {path} cannot be opened.</source>
        <translation>Файл ключей {path} не открывается.</translation>
    </message>
    <message>
        <source>Restore it together with secrets.key, or move both away: this computer then gets a new signing key and must be paired again.</source>
        <translation>Восстановите его вместе с secrets.key или уберите оба: тогда компьютер получит новый ключ подписи и его нужно будет снова подключить.</translation>
    </message>
    <message>
        <source>This record ({kind}) does not exist any more.</source>
        <translation>Этой записи больше нет ({kind}).</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored ({reason}).</source>
        <translation>В тексте есть знак, который нельзя сохранить ({reason}).</translation>
    </message>
    <message>
        <source>The telephone number is empty.</source>
        <translation>Номер телефона пустой.</translation>
    </message>
    <message>
        <source>A telephone number has no letters.</source>
        <translation>В номере телефона нет букв.</translation>
    </message>
    <message>
        <source>No country has this telephone code.</source>
        <translation>Такого кода страны нет.</translation>
    </message>
    <message>
        <source>The telephone number is too short.</source>
        <translation>Номер телефона слишком короткий.</translation>
    </message>
    <message>
        <source>The telephone number is too long.</source>
        <translation>Номер телефона слишком длинный.</translation>
    </message>
    <message>
        <source>The telephone number has a wrong number of digits.</source>
        <translation>В номере телефона не столько цифр.</translation>
    </message>
    <message>
        <source>This is not a telephone number.</source>
        <translation>Это не номер телефона.</translation>
    </message>
    <message>
        <source>{kind}: the number of digits is wrong.</source>
        <translation>{kind}: не столько цифр.</translation>
    </message>
    <message>
        <source>{kind}: it is not written like this.</source>
        <translation>{kind}: так не пишут.</translation>
    </message>
    <message>
        <source>{kind}: the check digit does not fit; a digit is mistyped.</source>
        <translation>{kind}: контрольная цифра не сходится, проверьте цифры.</translation>
    </message>
    <message>
        <source>{kind}: a part of it does not exist.</source>
        <translation>{kind}: такой части номера не бывает.</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored.</source>
        <translation>В тексте есть знак, который нельзя сохранить.</translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters.</source>
        <translation>Текст длиннее {limit} знаков.</translation>
    </message>
    <message>
        <source>This field must be filled.</source>
        <translation>Заполните это поле.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Это не адрес электронной почты.</translation>
    </message>
    <message>
        <source>This merge does not exist.</source>
        <translation>Такого объединения нет.</translation>
    </message>
    <message>
        <source>This merge was undone already.</source>
        <translation>Это объединение уже отменено.</translation>
    </message>
    <message>
        <source>The person's data was erased since: this merge stays as it is.</source>
        <translation>Данные человека с тех пор стёрты: объединение остаётся.</translation>
    </message>
    <message>
        <source>A record that moved ({table}) is not there any more.</source>
        <translation>Перенесённой записи ({table}) больше нет.</translation>
    </message>
    <message>
        <source>{number} was finished since: its paper names the record that stayed.</source>
        <translation>{number} с тех пор закрыт: в документе стоит оставшаяся запись.</translation>
    </message>
    <message>
        <source>It was merged once more since: undo that merge first.</source>
        <translation>Запись с тех пор объединяли ещё раз: сначала отмените то объединение.</translation>
    </message>
    <message>
        <source>“{column}” ({table}) was changed since: change it back, or leave the merge.</source>
        <translation>«{column}» ({table}) с тех пор изменили: верните прежнее значение или оставьте объединение.</translation>
    </message>
</context>
<context>
    <name>passports</name>
    <message>
        <source>Ask the owner</source>
        <translation>Спросить владельца</translation>
    </message>
    <message>
        <source>Unknown scope: {list}.</source>
        <translation>Неизвестный доступ: {list}.</translation>
    </message>
    <message>
        <source>The owner finds the car by VIN or plate: enter one.</source>
        <translation>Владелец найдёт машину по VIN или госномеру: укажите что-то одно.</translation>
    </message>
    <message>
        <source>Correct odometer reading</source>
        <translation>Исправить показание одометра</translation>
    </message>
    <message>
        <source>Say why the reading is corrected.</source>
        <translation>Укажите, почему исправляете показание.</translation>
    </message>
    <message>
        <source>Dismiss recommendation</source>
        <translation>Снять рекомендацию</translation>
    </message>
    <message>
        <source>Leaves with the next exchange.</source>
        <translation>Уйдёт со следующим обменом.</translation>
    </message>
    <message>
        <source>This shop is not paired with a server yet.</source>
        <translation>Сервис ещё не подключён к серверу.</translation>
    </message>
    <message>
        <source>The owner has not been asked: request the link.</source>
        <translation>Владельца ещё не спросили: запросите связь.</translation>
    </message>
    <message>
        <source>Waits for the owner to approve the link.</source>
        <translation>Ждёт, пока владелец разрешит связь.</translation>
    </message>
    <message>
        <source>The owner declined the link: it stays in the shop.</source>
        <translation>Владелец отказал: запись останется в сервисе.</translation>
    </message>
    <message>
        <source>The owner revoked the link: it stays in the shop.</source>
        <translation>Владелец отозвал связь: запись останется в сервисе.</translation>
    </message>
    <message>
        <source>The request ended without an answer: ask again.</source>
        <translation>Запрос остался без ответа: спросите ещё раз.</translation>
    </message>
    <message>
        <source>The owner's permission does not open prices.</source>
        <translation>Владелец не открыл доступ к ценам.</translation>
    </message>
    <message>
        <source>Waits behind an earlier record of the same car.</source>
        <translation>Ждёт более раннюю запись той же машины.</translation>
    </message>
    <message>
        <source>The server did not answer: tried again by itself.</source>
        <translation>Сервер не ответил: повторится само.</translation>
    </message>
    <message>
        <source>The server refused it: see the reason.</source>
        <translation>Сервер отказал: посмотрите причину.</translation>
    </message>
    <message>
        <source>The server has it.</source>
        <translation>Уже на сервере.</translation>
    </message>
    <message>
        <source>There is no such work order.</source>
        <translation>Такого заказ-наряда нет.</translation>
    </message>
</context>
<context>
    <name>recognition</name>
    <message>
        <source>Transfer fields</source>
        <translation>Перенести поля</translation>
    </message>
    <message>
        <source>The picture is not known.</source>
        <translation>Снимок неизвестен.</translation>
    </message>
    <message>
        <source>Accept a field first.</source>
        <translation>Сначала примите хотя бы одно поле.</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>«{text}» — не число.</translation>
    </message>
    <message>
        <source>The picture could not be read.</source>
        <translation>Снимок не удалось прочитать.</translation>
    </message>
    <message>
        <source>Take another photo, or type it in.</source>
        <translation>Сделайте другое фото или введите вручную.</translation>
    </message>
    <message>
        <source>Pictures cannot be read on this computer: Tesseract is not complete ({parts}).</source>
        <translation>Снимки на этом компьютере не читаются: Tesseract установлен не полностью ({parts}).</translation>
    </message>
    <message>
        <source>Install it with: {command}</source>
        <translation>Установите командой: {command}</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be read.</source>
        <translation>«{name}» — не снимок, который можно прочитать.</translation>
    </message>
    <message>
        <source>Give a JPEG, PNG, TIFF or PDF of at most 40 MB.</source>
        <translation>Дайте JPEG, PNG, TIFF или PDF не больше 40 МБ.</translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>This request is not there.</source>
        <translation>Такой заявки нет.</translation>
    </message>
    <message>
        <source>Who asks: a name, a phone or a plate.</source>
        <translation>Кто обратился: имя, телефон или госномер.</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Save request</source>
        <translation>Сохранить заявку</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Поговорили</translation>
    </message>
    <message>
        <source>Price told</source>
        <translation>Назвали цену</translation>
    </message>
    <message>
        <source>What price was told?</source>
        <translation>Какую цену назвали?</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряна</translation>
    </message>
    <message>
        <source>Why was it lost? Choose a reason.</source>
        <translation>Почему потеряли? Выберите причину.</translation>
    </message>
    <message>
        <source>Say the reason in words.</source>
        <translation>Назовите причину словами.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Its appointment {number} stands.</source>
        <translation>Её запись {number} в силе.</translation>
    </message>
    <message>
        <source>Cancel the appointment first.</source>
        <translation>Сначала отмените запись.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>This phone has an open request: {who}, {when}, with {owner}.</source>
        <translation>С этого телефона уже есть заявка: {who}, {when}, ведёт {owner}.</translation>
    </message>
    <message>
        <source>When is the next step due?</source>
        <translation>Когда следующий шаг?</translation>
    </message>
    <message>
        <source>This time is over.</source>
        <translation>Это время уже прошло.</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>This is not an address.</source>
        <translation>Это не адрес.</translation>
    </message>
    <message>
        <source>The server's address must begin with https://.</source>
        <translation>Адрес сервера начинается с https://.</translation>
    </message>
    <message>
        <source>A pairing code has 8 letters and digits.</source>
        <translation>В коде подключения 8 букв и цифр.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Сервер не отвечает.</translation>
    </message>
    <message>
        <source>Check the address and the network, then try again.</source>
        <translation>Проверьте адрес и сеть, затем повторите.</translation>
    </message>
    <message>
        <source>The server did not take the code: {why}</source>
        <translation>Сервер не принял код: {why}</translation>
    </message>
    <message>
        <source>Read a fresh code on the server's page.</source>
        <translation>Возьмите новый код на странице сервера.</translation>
    </message>
    <message>
        <source>Pair with server</source>
        <translation>Подключить к серверу</translation>
    </message>
    <message>
        <source>Announce center</source>
        <translation>Сообщить о сервисе</translation>
    </message>
    <message>
        <source>Tell free time</source>
        <translation>Сообщить свободное время</translation>
    </message>
    <message>
        <source>Take over changes</source>
        <translation>Принять изменения</translation>
    </message>
    <message>
        <source>Record delivery</source>
        <translation>Отметить доставку</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Record failure</source>
        <translation>Отметить отказ</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Запомнить</translation>
    </message>
</context>
<context>
    <name>vehicles</name>
    <message>
        <source>A VIN has 17 characters, this one {found}. A frame number goes into the body number.</source>
        <translation>В VIN 17 знаков, здесь {found}. Номер кузова или рамы вносят в поле «Номер кузова».</translation>
    </message>
    <message>
        <source>A VIN never has the letter {found} (place {place}): 1 or 0?</source>
        <translation>Буквы {found} в VIN не бывает (место {place}): 1 или 0?</translation>
    </message>
    <message>
        <source>“{found}” (place {place}) does not belong into a VIN.</source>
        <translation>«{found}» (место {place}) в VIN не бывает.</translation>
    </message>
    <message>
        <source>An odometer counts in km or mi.</source>
        <translation>Одометр считает в километрах или милях.</translation>
    </message>
    <message>
        <source>No car was made in that year.</source>
        <translation>В этом году машин не делали.</translation>
    </message>
    <message>
        <source>The vehicle {plate} has this VIN already.</source>
        <translation>Этот VIN уже у машины {plate}.</translation>
    </message>
    <message>
        <source>A plate has letters or digits.</source>
        <translation>В госномере есть буквы или цифры.</translation>
    </message>
    <message>
        <source>New vehicle</source>
        <translation>Новый автомобиль</translation>
    </message>
    <message>
        <source>Enter at least the plate of the car.</source>
        <translation>Введите хотя бы госномер.</translation>
    </message>
    <message>
        <source>Save vehicle</source>
        <translation>Сохранить автомобиль</translation>
    </message>
    <message>
        <source>Change plate</source>
        <translation>Сменить госномер</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Этот день ещё не наступил.</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>Новый владелец</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>An owner, a driver or a payer?</source>
        <translation>Владелец, водитель или плательщик?</translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>Убрать человека</translation>
    </message>
    <message>
        <source>Archive vehicle</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>{value} {unit} is less than the last known {last} {last_unit} of {day}. Say why.</source>
        <translation>{value} {unit} меньше последнего известного: {last} {last_unit}, {day}. Укажите причину.</translation>
    </message>
    <message>
        <source>{value} {unit} is far more than the last known {last} {last_unit} of {day}. Say why.</source>
        <translation>{value} {unit} намного больше последнего известного: {last} {last_unit}, {day}. Укажите причину.</translation>
    </message>
    <message>
        <source>{value} {unit} is more than {later} {later_unit}, read later, on {day}. Say why.</source>
        <translation>{value} {unit} больше, чем снято позже: {later} {later_unit}, {day}. Укажите причину.</translation>
    </message>
    <message>
        <source>An odometer shows 0 to {highest}.</source>
        <translation>Одометр показывает от 0 до {highest}.</translation>
    </message>
    <message>
        <source>This is not a reading of this vehicle.</source>
        <translation>Это показание не этой машины.</translation>
    </message>
    <message>
        <source>Add odometer reading</source>
        <translation>Добавить показание одометра</translation>
    </message>
    <message>
        <source>The check digit of {vin} does not fit; a letter is mistyped?</source>
        <translation>Контрольный знак {vin} не сходится. Опечатка?</translation>
    </message>
    <message>
        <source>{car} carries the plate {plate}.</source>
        <translation>Госномер {plate} сейчас на машине {car}.</translation>
    </message>
    <message>
        <source>This vehicle does not exist.</source>
        <translation>Такой машины нет.</translation>
    </message>
    <message>
        <source>Note calibration</source>
        <translation>Отметить калибровку</translation>
    </message>
    <message>
        <source>Which part was calibrated?</source>
        <translation>Что калибровали?</translation>
    </message>
    <message>
        <source>Calibrated, or not needed?</source>
        <translation>Откалибровано или не требуется?</translation>
    </message>
    <message>
        <source>Before targets, or on the road?</source>
        <translation>По мишеням или в движении?</translation>
    </message>
    <message>
        <source>Name the report, or attach it.</source>
        <translation>Укажите номер отчёта или приложите его.</translation>
    </message>
    <message>
        <source>Say why it is not needed.</source>
        <translation>Укажите, почему не требуется.</translation>
    </message>
    <message>
        <source>The VINs differ in one character</source>
        <translation>VIN отличаются одним знаком</translation>
    </message>
    <message>
        <source>The VINs end alike</source>
        <translation>VIN кончаются одинаково</translation>
    </message>
    <message>
        <source>The same body or frame number</source>
        <translation>Одинаковый номер кузова</translation>
    </message>
    <message>
        <source>The same plate</source>
        <translation>Одинаковый госномер</translation>
    </message>
    <message>
        <source>One carries a plate that the other carried</source>
        <translation>На одном госномер, который был на другом</translation>
    </message>
    <message>
        <source>The same owner</source>
        <translation>Один владелец</translation>
    </message>
    <message>
        <source>The same make and model</source>
        <translation>Одинаковые марка и модель</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Это разные</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Снова сравнивать</translation>
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
        <source>Variant</source>
        <translation>Модификация</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
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
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Bought on</source>
        <translation>Куплен</translation>
    </message>
    <message>
        <source>Maker's warranty until</source>
        <translation>Заводская гарантия до</translation>
    </message>
    <message>
        <source>Insurance until</source>
        <translation>Страховка до</translation>
    </message>
    <message>
        <source>Inspection until</source>
        <translation>Техосмотр до</translation>
    </message>
    <message>
        <source>Choose two different vehicles.</source>
        <translation>Выберите два разных автомобиля.</translation>
    </message>
    <message>
        <source>{car} was archived.</source>
        <translation>{car} в архиве.</translation>
    </message>
    <message>
        <source>The owner's passport is linked with the vehicle that would go: keep that one.</source>
        <translation>С паспортом владельца связана вливаемая запись: оставьте её.</translation>
    </message>
    <message>
        <source>The VINs differ ({one} and {other}): look at the car first.</source>
        <translation>VIN разные ({one} и {other}): сначала посмотрите на машину.</translation>
    </message>
    <message>
        <source>Merge vehicles</source>
        <translation>Объединить автомобили</translation>
    </message>
    <message>
        <source>There is no field “{name}”.</source>
        <translation>Поля «{name}» нет.</translation>
    </message>
    <message>
        <source>Undo merge</source>
        <translation>Разъединить</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Выберите из списка.</translation>
    </message>
    <message>
        <source>A number from 1 to {most}.</source>
        <translation>Число от 1 до {most}.</translation>
    </message>
    <message>
        <source>A currency as in RUB, EUR.</source>
        <translation>Валюта, например RUB, EUR.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Конец раньше начала.</translation>
    </message>
    <message>
        <source>Less than the car weighs empty.</source>
        <translation>Меньше снаряжённой массы.</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Сохранить оснащение</translation>
    </message>
    <message>
        <source>Save paper</source>
        <translation>Сохранить документ</translation>
    </message>
    <message>
        <source>Remove paper</source>
        <translation>Убрать документ</translation>
    </message>
    <message>
        <source>Recall {number}: {text}</source>
        <translation>Отзыв {number}: {text}</translation>
    </message>
    <message>
        <source>Note recall</source>
        <translation>Отметить отзыв</translation>
    </message>
    <message>
        <source>Done, or does not concern the car?</source>
        <translation>Выполнено или не относится к машине?</translation>
    </message>
    <message>
        <source>Say why it does not concern the car.</source>
        <translation>Укажите, почему не относится к машине.</translation>
    </message>
    <message>
        <source>Open recall again</source>
        <translation>Снова открыть отзыв</translation>
    </message>
    <message>
        <source>It was taken back already.</source>
        <translation>Отметка уже снята.</translation>
    </message>
</context>
<context>
    <name>work_orders</name>
    <message>
        <source>This line is not on the order any more.</source>
        <translation>Этой строки в заказе больше нет.</translation>
    </message>
    <message>
        <source>This job is not on the order any more.</source>
        <translation>Этой работы в заказе больше нет.</translation>
    </message>
    <message>
        <source>The tax of this order cannot be calculated: {why}</source>
        <translation>Налог по этому заказу не посчитать: {why}</translation>
    </message>
    <message>
        <source>Check what is missing</source>
        <translation>Проверить, чего не хватает</translation>
    </message>
    <message>
        <source>An order in state “{state}” cannot be completed.</source>
        <translation>Заказ в состоянии «{state}» завершить нельзя.</translation>
    </message>
    <message>
        <source>The quality check is missing.</source>
        <translation>Нет контроля качества.</translation>
    </message>
    <message>
        <source>The total is above what the customer authorised: ask again.</source>
        <translation>Итог больше согласованного с клиентом: согласуйте заново.</translation>
    </message>
    <message>
        <source>The customer is missing.</source>
        <translation>Не указан клиент.</translation>
    </message>
    <message>
        <source>Make and model of the car are missing.</source>
        <translation>Не указаны марка и модель.</translation>
    </message>
    <message>
        <source>Plate or VIN is missing.</source>
        <translation>Нет госномера или VIN.</translation>
    </message>
    <message>
        <source>The VIN is not read.</source>
        <translation>VIN не прочитан.</translation>
    </message>
    <message>
        <source>The odometer reading is missing.</source>
        <translation>Нет показания одометра.</translation>
    </message>
    <message>
        <source>The customer's phone is missing.</source>
        <translation>Нет телефона клиента.</translation>
    </message>
    <message>
        <source>The customer's address is missing.</source>
        <translation>Нет адреса заказчика.</translation>
    </message>
    <message>
        <source>The choice for newly found defects is missing.</source>
        <translation>Не выбрано, как поступать с найденными недостатками.</translation>
    </message>
    <message>
        <source>The acceptance act is not signed.</source>
        <translation>Акт приёмки не подписан.</translation>
    </message>
    <message>
        <source>Fuel or charge at the arrival is not written down.</source>
        <translation>При приёмке не записано топливо или заряд.</translation>
    </message>
    <message>
        <source>Photos around the car are missing.</source>
        <translation>Нет фотографий машины по кругу.</translation>
    </message>
    <message>
        <source>It is not said by what right somebody else handed the car over.</source>
        <translation>Не сказано, по какому праву машину сдал другой человек.</translation>
    </message>
    <message>
        <source>The key has no tag.</source>
        <translation>У ключа нет бирки.</translation>
    </message>
    <message>
        <source>There is no work on the order.</source>
        <translation>В заказе нет работ.</translation>
    </message>
    <message>
        <source>The customer has not decided on “{job}”.</source>
        <translation>Клиент ещё не решил про «{job}».</translation>
    </message>
    <message>
        <source>“{name}” has not come yet.</source>
        <translation>«{name}» ещё не пришло.</translation>
    </message>
    <message>
        <source>The batch of “{name}” is missing.</source>
        <translation>Нет номера партии: «{name}».</translation>
    </message>
    <message>
        <source>The DOT of “{name}” is missing.</source>
        <translation>Нет номера DOT: «{name}».</translation>
    </message>
    <message>
        <source>The serial number of “{name}” is missing.</source>
        <translation>Нет серийного номера: «{name}».</translation>
    </message>
    <message>
        <source>{sku}: {wanted} needed, {available} available.</source>
        <translation>{sku}: нужно {wanted}, есть {available}.</translation>
    </message>
    <message>
        <source>Complete work order</source>
        <translation>Завершить заказ-наряд</translation>
    </message>
    <message>
        <source>Request correction</source>
        <translation>Запросить исправление</translation>
    </message>
    <message>
        <source>Only a completed order is corrected; edit this one.</source>
        <translation>Исправляют только завершённый заказ; этот можно просто изменить.</translation>
    </message>
    <message>
        <source>Say why the record is wrong.</source>
        <translation>Укажите, что в записи неверно.</translation>
    </message>
    <message>
        <source>Choose what is corrected: {fields}.</source>
        <translation>Выберите, что исправить: {fields}.</translation>
    </message>
    <message>
        <source>The odometer is a whole number.</source>
        <translation>Одометр: целое число.</translation>
    </message>
    <message>
        <source>The passport record of this order is not kept any more.</source>
        <translation>Запись этого заказа в паспорте больше не хранится.</translation>
    </message>
    <message>
        <source>Decide correction</source>
        <translation>Решить по исправлению</translation>
    </message>
    <message>
        <source>The customer has not agreed to any job yet.</source>
        <translation>Клиент ещё не согласовал ни одной работы.</translation>
    </message>
    <message>
        <source>Nobody is assigned to the order yet.</source>
        <translation>На заказ ещё никто не назначен.</translation>
    </message>
    <message>
        <source>There is nothing to agree to yet.</source>
        <translation>Согласовывать пока нечего.</translation>
    </message>
    <message>
        <source>This shop checks quality first.</source>
        <translation>Сначала контроль качества: так заведено в сервисе.</translation>
    </message>
    <message>
        <source>“{name}” is issued: take it back first.</source>
        <translation>«{name}» выдано: сначала верните на склад.</translation>
    </message>
    <message>
        <source>“{name}” is not finished.</source>
        <translation>«{name}» не закончено.</translation>
    </message>
    <message>
        <source>Say the reason.</source>
        <translation>Укажите причину.</translation>
    </message>
    <message>
        <source>Expect vehicle</source>
        <translation>Ждать авто</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Принять авто</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>На согласование</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Согласовать</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>Начать работу</translation>
    </message>
    <message>
        <source>Parts pending</source>
        <translation>Ждать запчасти</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>На паузу</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>To quality check</source>
        <translation>На контроль</translation>
    </message>
    <message>
        <source>Pass check</source>
        <translation>Контроль пройден</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>На доработку</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готов</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Выдать</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Отменить заказ</translation>
    </message>
    <message>
        <source>Assign technician</source>
        <translation>Назначить механика</translation>
    </message>
    <message>
        <source>Record decision</source>
        <translation>Записать решение</translation>
    </message>
    <message>
        <source>Choose approve or decline, and how it was said.</source>
        <translation>Выберите «согласовано» или «отказ» и как это сказано.</translation>
    </message>
    <message>
        <source>A decision by phone needs a note of what was said.</source>
        <translation>Для решения по телефону запишите, что сказал клиент.</translation>
    </message>
    <message>
        <source>Add job</source>
        <translation>Добавить работу</translation>
    </message>
    <message>
        <source>A job needs a name.</source>
        <translation>Работе нужно название.</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>The quantity must be above zero.</source>
        <translation>Количество должно быть больше нуля.</translation>
    </message>
    <message>
        <source>Choose an item.</source>
        <translation>Выберите позицию.</translation>
    </message>
    <message>
        <source>A package is added as a job.</source>
        <translation>Пакет добавляют как работу.</translation>
    </message>
    <message>
        <source>Choose an item, or type the line's name and kind.</source>
        <translation>Выберите позицию или введите название и вид строки.</translation>
    </message>
    <message>
        <source>A typed line needs its price.</source>
        <translation>Строке без каталога нужна цена.</translation>
    </message>
    <message>
        <source>A discount is between 0 and 100 per cent.</source>
        <translation>Скидка от 0 до 100 %.</translation>
    </message>
    <message>
        <source>Add package</source>
        <translation>Добавить пакет</translation>
    </message>
    <message>
        <source>Change line</source>
        <translation>Изменить строку</translation>
    </message>
    <message>
        <source>{issued} are issued already: take goods back first.</source>
        <translation>Уже выдано {issued}: сначала верните на склад.</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>Work on line</source>
        <translation>Отметить выполнение</translation>
    </message>
    <message>
        <source>The customer has not agreed to “{job}”.</source>
        <translation>Клиент не согласовал «{job}».</translation>
    </message>
    <message>
        <source>“{name}” is not kept in stock.</source>
        <translation>«{name}» на складе не хранят.</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Зарезервировать</translation>
    </message>
    <message>
        <source>Issue part</source>
        <translation>Выдать запчасть</translation>
    </message>
    <message>
        <source>Take back to stock</source>
        <translation>Вернуть на склад</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Кто платит</translation>
    </message>
    <message>
        <source>Add recommended work</source>
        <translation>Добавить рекомендованное</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Новый заказ-наряд</translation>
    </message>
    <message>
        <source>Enter at least the plate of the car.</source>
        <translation>Введите хотя бы госномер.</translation>
    </message>
    <message>
        <source>A concern needs the customer's words.</source>
        <translation>Жалобе нужны слова клиента.</translation>
    </message>
    <message>
        <source>Edit concern</source>
        <translation>Изменить жалобу</translation>
    </message>
    <message>
        <source>This concern is not on the order any more.</source>
        <translation>Этой жалобы в заказе больше нет.</translation>
    </message>
    <message>
        <source>Edit order</source>
        <translation>Изменить заказ</translation>
    </message>
    <message>
        <source>“{field}” is not a field of the order's head.</source>
        <translation>«{field}» не поле шапки заказа.</translation>
    </message>
    <message>
        <source>The odometer cannot be below zero.</source>
        <translation>Одометр не бывает отрицательным.</translation>
    </message>
    <message>
        <source>Fuel is between 0 and 100 per cent.</source>
        <translation>Топливо от 0 до 100 %.</translation>
    </message>
    <message>
        <source>Key tag {tag} hangs on {number}.</source>
        <translation>Бирка {tag} висит на ключе {number}.</translation>
    </message>
    <message>
        <source>There is no such work order.</source>
        <translation>Такого заказ-наряда нет.</translation>
    </message>
    <message>
        <source>The act is printed when the order is completed.</source>
        <translation>Акт печатают, когда заказ завершён.</translation>
    </message>
    <message>
        <source>Put line back</source>
        <translation>Вернуть строку</translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation>Удалить работу</translation>
    </message>
    <message>
        <source>New work order at the desk</source>
        <translation>Новый заказ-наряд на приёмке</translation>
    </message>
    <message>
        <source>Open work order</source>
        <translation>Открыть заказ-наряд</translation>
    </message>
</context>
</TS>
