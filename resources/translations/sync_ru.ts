<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask the owner</source>
        <translation>Спросить владельца</translation>
    </message>
    <message>
        <source>The owner sees on their phone what the shop did, and decides what it may write down for the car.</source>
        <translation>Владелец видит на телефоне, что сделал сервис, и решает, что можно записать в паспорт автомобиля.</translation>
    </message>
    <message>
        <source>Works and parts, always</source>
        <translation>Работы и запчасти, всегда</translation>
    </message>
    <message>
        <source>Prices too</source>
        <translation>И цены</translation>
    </message>
    <message>
        <source>The car&apos;s history from other shops</source>
        <translation>Историю автомобиля из других сервисов</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Спросить</translation>
    </message>
    <message>
        <source>The question leaves when this desk is paired</source>
        <translation>Запрос уйдёт, когда стойка будет подключена</translation>
    </message>
    <message>
        <source>The owner is asked</source>
        <translation>Владельца спросили</translation>
    </message>
    <message>
        <source>It waits on the owner&apos;s page. Who stands at the desk can scan this and answer at once.</source>
        <translation>Запрос ждёт на странице владельца. Если он у стойки, пусть отсканирует код и ответит сразу.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Копировать ссылку</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>no connection for {span}</source>
        <translation>нет связи {span}</translation>
    </message>
    <message>
        <source>nothing was exchanged today</source>
        <translation>сегодня обмена не было</translation>
    </message>
    <message numerus="yes">
        <source>the connection was lost %n times today</source>
        <translation>
            <numerusform>сегодня связь пропадала %n раз</numerusform>
            <numerusform>сегодня связь пропадала %n раза</numerusform>
            <numerusform>сегодня связь пропадала %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>the server was reached all day</source>
        <translation>сервер был на связи весь день</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Stop exchanging?</source>
        <translation>Прекратить обмен?</translation>
    </message>
    <message>
        <source>This computer forgets its access. What waits goes on waiting, and nothing is lost.</source>
        <translation>Этот компьютер забудет доступ. Что ждёт отправки, подождёт дальше: ничего не потеряется.</translation>
    </message>
    <message>
        <source>Stop exchanging</source>
        <translation>Прекратить обмен</translation>
    </message>
    <message>
        <source>{url} answers in {span} ms</source>
        <translation>{url} отвечает за {span} мс</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Запрос к серверу</translation>
    </message>
    <message>
        <source>The order names no customer: name the owner there.</source>
        <translation>В заказе нет клиента: укажите владельца в заказе.</translation>
    </message>
</context>
<context>
    <name>InboxList</name>
    <message>
        <source>Nothing came yet.</source>
        <translation>Пока ничего не пришло.</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Что пришло</translation>
    </message>
</context>
<context>
    <name>LinkList</name>
    <message>
        <source>No owner was asked yet.</source>
        <translation>Владельцев ещё не спрашивали.</translation>
    </message>
    <message>
        <source>What the owners said</source>
        <translation>Ответы владельцев</translation>
    </message>
    <message>
        <source>Open the car</source>
        <translation>Открыть автомобиль</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>Спросить ещё раз…</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Pair this desk with a server</source>
        <translation>Подключить стойку к серверу</translation>
    </message>
    <message>
        <source>Sign in on the server&apos;s page, open your center and read the code there.</source>
        <translation>Войдите на страницу сервера, откройте свой сервис и возьмите там код.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Адрес сервера</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>8 letters and digits; it holds for some minutes</source>
        <translation>8 букв и цифр, действует несколько минут</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>This desk is paired</source>
        <translation>Стойка подключена</translation>
    </message>
</context>
<context>
    <name>RecordAside</name>
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
        <source>Copy details</source>
        <translation>Копировать детали</translation>
    </message>
    <message>
        <source>The server said: {words}</source>
        <translation>Ответ сервера: {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n попытка</numerusform>
            <numerusform>%n попытки</numerusform>
            <numerusform>%n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Pair this desk</source>
        <translation>Подключить стойку</translation>
    </message>
    <message>
        <source>Ask the owner</source>
        <translation>Спросить владельца</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Спросить ещё раз</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Отправить ещё раз</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Отправить сейчас</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Открыть заказ-наряд</translation>
    </message>
    <message>
        <source>Open the car</source>
        <translation>Открыть автомобиль</translation>
    </message>
    <message>
        <source>The details are on the clipboard</source>
        <translation>Детали в буфере обмена</translation>
    </message>
</context>
<context>
    <name>SentList</name>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Пока ничего не отправлено.</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Что отправлено</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>The database does not answer.</source>
        <translation>База данных не отвечает.</translation>
    </message>
    <message numerus="yes">
        <source>%n records wait on this computer.</source>
        <translation>
            <numerusform>На этом компьютере ждёт %n запись.</numerusform>
            <numerusform>На этом компьютере ждут %n записи.</numerusform>
            <numerusform>На этом компьютере ждут %n записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk is not paired with a server.</source>
        <translation>Стойка не подключена к серверу.</translation>
    </message>
    <message>
        <source>The exchange is paused.</source>
        <translation>Обмен на паузе.</translation>
    </message>
    <message>
        <source>Records are being exchanged…</source>
        <translation>Идёт обмен…</translation>
    </message>
    <message>
        <source>No connection since {time}.</source>
        <translation>Нет связи с {time}.</translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n records.</source>
        <translation>
            <numerusform>Сервер отказал в %n записи.</numerusform>
            <numerusform>Сервер отказал в %n записях.</numerusform>
            <numerusform>Сервер отказал в %n записях.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another desk of this shop exchanges for all.</source>
        <translation>Обменивается другая стойка этого сервиса.</translation>
    </message>
    <message>
        <source>The server is reached.</source>
        <translation>Сервер на связи.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Всё отправлено.</translation>
    </message>
    <message>
        <source>The desk works as usual, and every record is kept until it can leave.</source>
        <translation>Стойка работает как обычно, каждая запись хранится до отправки.</translation>
    </message>
    <message>
        <source>Nothing is lost and the desk works as usual.</source>
        <translation>Ничего не потеряно, стойка работает как обычно.</translation>
    </message>
    <message>
        <source>Next try in {time}, attempt {number}.</source>
        <translation>Следующая попытка через {time}, номер {number}.</translation>
    </message>
    <message>
        <source>Last answer from {host}: {when}.</source>
        <translation>Последний ответ {host}: {when}.</translation>
    </message>
    <message>
        <source>Paired with {host}.</source>
        <translation>Подключено к {host}.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Completed work order</source>
        <translation>Завершённый заказ-наряд</translation>
    </message>
    <message>
        <source>Prices of the order</source>
        <translation>Цены заказа</translation>
    </message>
    <message>
        <source>Question to the owner</source>
        <translation>Запрос владельцу</translation>
    </message>
    <message>
        <source>About the center</source>
        <translation>Данные сервиса</translation>
    </message>
    <message>
        <source>Correction asked for</source>
        <translation>Запрос исправления</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Исправление</translation>
    </message>
    <message>
        <source>Online booking</source>
        <translation>Онлайн-запись</translation>
    </message>
    <message>
        <source>Free time of the calendar</source>
        <translation>Свободное время календаря</translation>
    </message>
    <message>
        <source>Answer about an appointment</source>
        <translation>Ответ о записи</translation>
    </message>
    <message>
        <source>Audit checkpoint</source>
        <translation>Отметка журнала</translation>
    </message>
    <message>
        <source>The owner&apos;s answer</source>
        <translation>Ответ владельца</translation>
    </message>
    <message>
        <source>Answer to a correction</source>
        <translation>Ответ на исправление</translation>
    </message>
    <message>
        <source>A key was revoked</source>
        <translation>Ключ отозван</translation>
    </message>
    <message>
        <source>A device was revoked</source>
        <translation>Устройство отозвано</translation>
    </message>
    <message>
        <source>An owner asks for a visit</source>
        <translation>Владелец просит записать</translation>
    </message>
    <message>
        <source>An owner&apos;s answer to another time</source>
        <translation>Ответ владельца о другом времени</translation>
    </message>
    <message>
        <source>An owner cancels a visit</source>
        <translation>Владелец отменил визит</translation>
    </message>
    <message>
        <source>History of a car</source>
        <translation>История автомобиля</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Нужны вы</translation>
    </message>
    <message>
        <source>the server refused it</source>
        <translation>сервер отказал</translation>
    </message>
    <message>
        <source>The owner was not asked</source>
        <translation>Владельца не спросили</translation>
    </message>
    <message>
        <source>kept here until you ask</source>
        <translation>хранится здесь, пока не спросите</translation>
    </message>
    <message>
        <source>Waits for the owner&apos;s permission</source>
        <translation>Ждёт разрешения владельца</translation>
    </message>
    <message>
        <source>kept here until the owner agrees</source>
        <translation>хранится здесь, пока владелец не согласится</translation>
    </message>
    <message>
        <source>Waits for the connection</source>
        <translation>Ждёт связи</translation>
    </message>
    <message>
        <source>leaves by itself, oldest first</source>
        <translation>уйдёт само, сначала старое</translation>
    </message>
    <message>
        <source>Stays in the shop</source>
        <translation>Остаётся в сервисе</translation>
    </message>
    <message>
        <source>the owner said no</source>
        <translation>владелец отказал</translation>
    </message>
    <message>
        <source>Refused: the server does not take it as it is</source>
        <translation>Отказ: сервер не принимает запись в таком виде</translation>
    </message>
    <message>
        <source>Refused: the server does not know this desk&apos;s key</source>
        <translation>Отказ: сервер не знает ключ этой стойки</translation>
    </message>
    <message>
        <source>Refused: this desk&apos;s key was revoked</source>
        <translation>Отказ: ключ этой стойки отозван</translation>
    </message>
    <message>
        <source>Refused: the signature does not fit</source>
        <translation>Отказ: подпись не сходится</translation>
    </message>
    <message>
        <source>Refused: the content was changed on the way</source>
        <translation>Отказ: содержимое изменилось по пути</translation>
    </message>
    <message>
        <source>Refused: it belongs to another center</source>
        <translation>Отказ: запись другого сервиса</translation>
    </message>
    <message>
        <source>Refused: this program is too old for the server</source>
        <translation>Отказ: программа слишком старая для сервера</translation>
    </message>
    <message>
        <source>Refused: the server does not know the link</source>
        <translation>Отказ: сервер не знает эту связь</translation>
    </message>
    <message>
        <source>Refused: the link belongs to another car</source>
        <translation>Отказ: связь другого автомобиля</translation>
    </message>
    <message>
        <source>Refused: the record is there already</source>
        <translation>Отказ: такая запись уже есть</translation>
    </message>
    <message>
        <source>Refused: the owner did not agree to the correction</source>
        <translation>Отказ: владелец не согласился с исправлением</translation>
    </message>
    <message>
        <source>Refused: the server has it with another content</source>
        <translation>Отказ: на сервере запись с другим содержимым</translation>
    </message>
    <message>
        <source>The order, its invoice and its stock moves are complete and safe here. Only the passport entry waits.</source>
        <translation>Заказ, счёт и движения склада завершены и хранятся здесь. Ждёт только запись в паспорт.</translation>
    </message>
    <message>
        <source>Everything is safe on this computer. Nothing is lost.</source>
        <translation>Всё хранится на этом компьютере. Ничего не потеряно.</translation>
    </message>
    <message>
        <source>Nothing: it leaves by itself.</source>
        <translation>Ничего: уйдёт само.</translation>
    </message>
    <message>
        <source>Pair this desk: open the server&apos;s page of your center and read the code there.</source>
        <translation>Подключите стойку: откройте страницу своего сервиса на сервере и возьмите код.</translation>
    </message>
    <message>
        <source>Ask the owner. They approve on their phone, and the records leave by themselves.</source>
        <translation>Спросите владельца. Он разрешит на телефоне, и записи уйдут сами.</translation>
    </message>
    <message>
        <source>Remind the owner: the question waits on their page of the server.</source>
        <translation>Напомните владельцу: запрос ждёт на его странице сервера.</translation>
    </message>
    <message>
        <source>Nothing. You may ask again when the owner has changed their mind.</source>
        <translation>Ничего. Спросите ещё раз, если владелец передумал.</translation>
    </message>
    <message>
        <source>Ask the owner again.</source>
        <translation>Спросите владельца ещё раз.</translation>
    </message>
    <message>
        <source>Nothing: the works leave, the prices stay here, as the owner wished.</source>
        <translation>Ничего: работы уходят, цены остаются здесь, как хотел владелец.</translation>
    </message>
    <message>
        <source>Look at the earlier record of the same car: this one follows it.</source>
        <translation>Посмотрите предыдущую запись этого автомобиля: эта идёт за ней.</translation>
    </message>
    <message>
        <source>Nothing: it is tried again by itself. You may also send now.</source>
        <translation>Ничего: попытка повторится сама. Можно отправить сейчас.</translation>
    </message>
    <message>
        <source>Send it again. If it is refused again, give the details to support.</source>
        <translation>Отправьте ещё раз. Если снова отказ, передайте детали в поддержку.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Ничего.</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Спросили</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Разрешил</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Отказал</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Отозвал</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Не ответил</translation>
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
        <source>Taken over</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Уже известно</translation>
    </message>
    <message>
        <source>Not asked by this shop</source>
        <translation>Не наш запрос</translation>
    </message>
    <message>
        <source>Came too late</source>
        <translation>Пришло поздно</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Parked: this program is too old for it</source>
        <translation>Отложено: программа слишком старая</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>разрешил</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>отказал</translation>
    </message>
    <message>
        <source>took back</source>
        <translation>отозвал</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>не ответил</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>{url} does not answer: check the network.</source>
        <translation>{url} не отвечает: проверьте сеть.</translation>
    </message>
    <message>
        <source>{url} answers, but says no: {why}</source>
        <translation>{url} отвечает, но отказывает: {why}</translation>
    </message>
    <message>
        <source>Lists of the exchange</source>
        <translation>Списки обмена</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Владельцы</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation>Проверить связь</translation>
    </message>
    <message>
        <source>Pair this desk</source>
        <translation>Подключить стойку</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Отправить сейчас</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Что ждёт</translation>
    </message>
    <message>
        <source>Nothing waits: the server has everything.</source>
        <translation>Ничего не ждёт: на сервере есть всё.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>open record</source>
        <translation>открыть запись</translation>
    </message>
    <message>
        <source>what helps</source>
        <translation>что поможет</translation>
    </message>
    <message>
        <source>send now</source>
        <translation>отправить</translation>
    </message>
    <message>
        <source>Pair anew…</source>
        <translation>Подключить заново…</translation>
    </message>
    <message>
        <source>Stop exchanging with this server…</source>
        <translation>Прекратить обмен с этим сервером…</translation>
    </message>
</context>
<context>
    <name>SyncRows</name>
    <message>
        <source>Show {count} more</source>
        <translation>Показать ещё {count}</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Что ждёт</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Что отправлено</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>The server has it since</source>
        <translation>На сервере с</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Что пришло</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Что стало</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Спросили</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Ответил</translation>
    </message>
</context>
<context>
    <name>SyncService</name>
    <message>
        <source>Sync: not paired</source>
        <translation>Обмен: не подключён</translation>
    </message>
    <message numerus="yes">
        <source>Sync: paused, %n wait</source>
        <translation>
            <numerusform>Обмен: пауза, ждёт %n</numerusform>
            <numerusform>Обмен: пауза, ждут %n</numerusform>
            <numerusform>Обмен: пауза, ждут %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync: sending</source>
        <translation>Обмен: идёт отправка</translation>
    </message>
    <message numerus="yes">
        <source>Sync: %n need you</source>
        <translation>
            <numerusform>Обмен: нужны вы, %n</numerusform>
            <numerusform>Обмен: нужны вы, %n</numerusform>
            <numerusform>Обмен: нужны вы, %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sync: no connection, %n wait</source>
        <translation>
            <numerusform>Обмен: нет связи, ждёт %n</numerusform>
            <numerusform>Обмен: нет связи, ждут %n</numerusform>
            <numerusform>Обмен: нет связи, ждут %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync: another desk exchanges</source>
        <translation>Обмен: на другой стойке</translation>
    </message>
    <message numerus="yes">
        <source>Sync: %n wait</source>
        <translation>
            <numerusform>Обмен: ждёт %n</numerusform>
            <numerusform>Обмен: ждут %n</numerusform>
            <numerusform>Обмен: ждут %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync: everything is sent, {time}</source>
        <translation>Обмен: всё отправлено, {time}</translation>
    </message>
</context>
</TS>
