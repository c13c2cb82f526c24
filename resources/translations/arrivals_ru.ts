<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message>
        <source>Adding photos</source>
        <translation>Добавляем фотографии</translation>
    </message>
</context>
<context>
    <name>ArrivalClash</name>
    <message>
        <source>How the car is here</source>
        <translation>Как машина здесь</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Заказчик</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>Привёз</translation>
    </message>
    <message>
        <source>By what right</source>
        <translation>По какому праву</translation>
    </message>
    <message>
        <source>Number of the authority</source>
        <translation>Номер доверенности</translation>
    </message>
    <message>
        <source>Paper that was seen</source>
        <translation>Какой документ видели</translation>
    </message>
    <message>
        <source>In the customer’s words</source>
        <translation>Со слов клиента</translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation>Признаки</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Why the reading is unusual</source>
        <translation>Почему пробег необычный</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Заряд</translation>
    </message>
    <message>
        <source>Engine runs</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>Warning lamps</source>
        <translation>Контрольные лампы</translation>
    </message>
    <message>
        <source>Cleanliness</source>
        <translation>Чистота</translation>
    </message>
    <message>
        <source>Left in the car</source>
        <translation>Оставлено в машине</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Комплектность</translation>
    </message>
    <message>
        <source>Own parts</source>
        <translation>Свои запчасти</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Повреждения</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Two people wrote down this arrival</source>
        <translation>Эту приёмку записывали двое</translation>
    </message>
    <message>
        <source>Nothing typed is lost.</source>
        <translation>Набранное не пропадёт.</translation>
    </message>
</context>
<context>
    <name>ArrivalFacts</name>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
    <message>
        <source>Work order {number}</source>
        <translation>Заказ-наряд {number}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестен</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>by what right?</source>
        <translation>на каком основании?</translation>
    </message>
    <message>
        <source>ID seen, not copied</source>
        <translation>документ показан, не скопирован</translation>
    </message>
    <message>
        <source>ID not seen</source>
        <translation>документ не показан</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>Сдаёт</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>without one</source>
        <translation>без записи</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ч</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>no time yet</source>
        <translation>срок не назван</translation>
    </message>
    <message>
        <source>late</source>
        <translation>просрочено</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>осталось {span}</translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation>Бирка ключа</translation>
    </message>
    <message>
        <source>no tag yet</source>
        <translation>бирки нет</translation>
    </message>
    <message>
        <source>hang the key</source>
        <translation>повесить ключ</translation>
    </message>
    <message>
        <source>free since {when}</source>
        <translation>свободна с {when}</translation>
    </message>
    <message>
        <source>on the board</source>
        <translation>на щите</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>первый визит</translation>
    </message>
    <message>
        <source>last visit {day}</source>
        <translation>был {day}</translation>
    </message>
    <message>
        <source>Open declined work</source>
        <translation>Отложенные работы</translation>
    </message>
</context>
<context>
    <name>ArrivalHead</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Приёмка</translation>
    </message>
    <message>
        <source>How the car is here</source>
        <translation>Как стоит машина</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Акт</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Принять</translation>
    </message>
</context>
<context>
    <name>ArrivalLamps</name>
    <message>
        <source>Tyres</source>
        <translation>Шины</translation>
    </message>
    <message>
        <source>Airbag</source>
        <translation>Подушки</translation>
    </message>
    <message>
        <source>Coolant</source>
        <translation>Антифриз</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>Руль</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>ESP</translation>
    </message>
    <message>
        <source>Gearbox</source>
        <translation>Коробка</translation>
    </message>
    <message>
        <source>Glow plug</source>
        <translation>Накал</translation>
    </message>
    <message>
        <source>DPF</source>
        <translation>Сажевый</translation>
    </message>
    <message>
        <source>AdBlue</source>
        <translation>AdBlue</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Гибрид</translation>
    </message>
    <message>
        <source>Assistance</source>
        <translation>Помощник</translation>
    </message>
</context>
<context>
    <name>ArrivalReason</name>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
</context>
<context>
    <name>ArrivalRecord</name>
    <message>
        <source>Damage and photos</source>
        <translation>Повреждения и фото</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>сохранено {time}</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ещё не сохранено</translation>
    </message>
    <message>
        <source>Expect it</source>
        <translation>Ждём</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>It has come</source>
        <translation>Приехала</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>отметка</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>фото</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>подпись</translation>
    </message>
    <message>
        <source>check in</source>
        <translation>принять</translation>
    </message>
</context>
<context>
    <name>ArrivalSide</name>
    <message>
        <source>Scan</source>
        <translation>Считать</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Вписать</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назвать</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Подписать</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Hang</source>
        <translation>Повесить</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Смотреть</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>ArrivalsPage</name>
    <message>
        <source>Arrivals and keys</source>
        <translation>Приёмка и ключи</translation>
    </message>
    <message>
        <source>Car has come</source>
        <translation>Машина приехала</translation>
    </message>
    <message>
        <source>Nobody wrote down how the car came.</source>
        <translation>Как приехала машина, никто не записал.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>move</source>
        <translation>переместить</translation>
    </message>
    <message>
        <source>car has come</source>
        <translation>машина приехала</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>There is no camera at this computer, or no program that takes the shot. On Linux: sudo apt install fswebcam; on a Mac: brew install imagesnap. A phone&apos;s folder and files work at once.</source>
        <translation>У этого компьютера нет камеры или программы для снимка. В Linux: sudo apt install fswebcam; на Mac: brew install imagesnap. Папка телефона и файлы работают сразу.</translation>
    </message>
    <message>
        <source>The camera gave no picture: another program may hold it. Close it, or add a file.</source>
        <translation>Камера не дала снимка: возможно, её держит другая программа. Закройте её или добавьте файл.</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Take away: {word}</source>
        <translation>Убрать: {word}</translation>
    </message>
    <message>
        <source>Add a symptom</source>
        <translation>Добавить признак</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>Missing</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Kind of mark</source>
        <translation>Вид повреждения</translation>
    </message>
    <message>
        <source>Damage before work</source>
        <translation>Повреждения до работ</translation>
    </message>
    <message>
        <source>Drawing of the car</source>
        <translation>Схема автомобиля</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Повреждения</translation>
    </message>
    <message>
        <source>clean?</source>
        <translation>чистота?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>34 cm, to paint</source>
        <translation>34 см, до краски</translation>
    </message>
</context>
<context>
    <name>Doer</name>
    <message>
        <source>The car is checked in</source>
        <translation>Машина принята</translation>
    </message>
    <message>
        <source>Key and tag…</source>
        <translation>Ключ и бирка…</translation>
    </message>
    <message>
        <source>Where the car stands…</source>
        <translation>Где стоит машина…</translation>
    </message>
    <message>
        <source>Key board and places</source>
        <translation>Щит ключей и места</translation>
    </message>
    <message>
        <source>VIN from a photo…</source>
        <translation>VIN с фото…</translation>
    </message>
    <message>
        <source>Odometer from a photo…</source>
        <translation>Пробег с фото…</translation>
    </message>
    <message>
        <source>Make a work order</source>
        <translation>Сделать заказ-наряд</translation>
    </message>
    <message>
        <source>The car has left</source>
        <translation>Машина уехала</translation>
    </message>
    <message>
        <source>The car is not here yet</source>
        <translation>Машины ещё нет</translation>
    </message>
    <message>
        <source>Cancel arrival…</source>
        <translation>Отменить приёмку…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Cancel this arrival?</source>
        <translation>Отменить эту приёмку?</translation>
    </message>
    <message>
        <source>Cancel arrival</source>
        <translation>Отменить приёмку</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Folder where a phone puts photos</source>
        <translation>Папка, куда телефон кладёт фото</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Why is the reading unusual?</source>
        <translation>Почему пробег необычный?</translation>
    </message>
    <message>
        <source>Keep the reading</source>
        <translation>Оставить пробег</translation>
    </message>
    <message>
        <source>Version {number} stays as it was signed. The change makes version {next}, which asks for a new signature.</source>
        <translation>Версия {number} останется, как подписана. Правка создаст версию {next}, её нужно подписать заново.</translation>
    </message>
    <message>
        <source>Change a signed act?</source>
        <translation>Изменить подписанный акт?</translation>
    </message>
    <message>
        <source>Make version {next}</source>
        <translation>Создать версию {next}</translation>
    </message>
</context>
<context>
    <name>KeyBoard</name>
    <message>
        <source>Cars and keys</source>
        <translation>Машины и ключи</translation>
    </message>
    <message>
        <source>Cars that are here</source>
        <translation>Машины у нас</translation>
    </message>
    <message>
        <source>Key board</source>
        <translation>Щит ключей</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Места</translation>
    </message>
    <message>
        <source>Act signed</source>
        <translation>Акт подписан</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Put there by</source>
        <translation>Кто поставил</translation>
    </message>
    <message>
        <source>At no place</source>
        <translation>Место не отмечено</translation>
    </message>
    <message>
        <source>Move key…</source>
        <translation>Ключ: куда…</translation>
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
        <source>How</source>
        <translation>Как</translation>
    </message>
    <message>
        <source>Move car…</source>
        <translation>Машина: куда…</translation>
    </message>
    <message>
        <source>Key tags and places, in Settings</source>
        <translation>Бирки и места: в настройках</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Стоит</translation>
    </message>
    <message>
        <source>no arrival</source>
        <translation>без приёмки</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Бирка</translation>
    </message>
    <message>
        <source>Key is</source>
        <translation>Где ключ</translation>
    </message>
    <message>
        <source>Car stands</source>
        <translation>Где машина</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>Кто переместил</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>занято</translation>
    </message>
    <message>
        <source>full, {cars} cars</source>
        <translation>полно, машин: {cars}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>свободно</translation>
    </message>
    <message>
        <source>{free} of {room} free</source>
        <translation>свободно {free} из {room}</translation>
    </message>
    <message>
        <source>Choose a key first</source>
        <translation>Сначала выберите ключ</translation>
    </message>
    <message>
        <source>Choose a car first</source>
        <translation>Сначала выберите машину</translation>
    </message>
    <message>
        <source>No car is here</source>
        <translation>Машин нет</translation>
    </message>
    <message>
        <source>Ctrl+N and a plate are enough to begin.</source>
        <translation>Чтобы начать, хватит Ctrl+N и номера.</translation>
    </message>
    <message>
        <source>No key hangs on the board</source>
        <translation>На щите нет ключей</translation>
    </message>
    <message>
        <source>A key gets its tag when its car is checked in.</source>
        <translation>Ключ получает бирку, когда машину принимают.</translation>
    </message>
    <message>
        <source>No places are named yet</source>
        <translation>Места ещё не названы</translation>
    </message>
    <message>
        <source>Name parking places, bays and the street: cars are found by them.</source>
        <translation>Назовите места стоянки, посты и улицу: по ним находят машины.</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>У нас</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Where does {car} stand now?</source>
        <translation>Где теперь {car}?</translation>
    </message>
    <message>
        <source>the car</source>
        <translation>машина</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>No places are named yet: they are named in Settings.</source>
        <translation>Места ещё не названы: их заводят в настройках.</translation>
    </message>
    <message>
        <source>It is full there: {taken} of {room}.</source>
        <translation>Там занято: {taken} из {room}.</translation>
    </message>
    <message>
        <source>Put it there all the same</source>
        <translation>Всё равно поставить</translation>
    </message>
    <message>
        <source>{what} is now: {where}</source>
        <translation>{what} теперь: {where}</translation>
    </message>
    <message>
        <source>Key {tag}</source>
        <translation>Ключ {tag}</translation>
    </message>
    <message>
        <source>Where is key {tag} now?</source>
        <translation>Где теперь ключ {tag}?</translation>
    </message>
    <message>
        <source>The key is</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>У кого</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>У меня</translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation>Бирка ключа</translation>
    </message>
    <message>
        <source>Keys handed over</source>
        <translation>Сдано ключей</translation>
    </message>
    <message>
        <source>Hang the key</source>
        <translation>Повесить ключ</translation>
    </message>
    <message>
        <source>Hang</source>
        <translation>Повесить</translation>
    </message>
    <message>
        <source>Every tag is taken.</source>
        <translation>Все бирки заняты.</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Add photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фотографии</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message numerus="yes">
        <source>%n, hash and time kept</source>
        <translation>
            <numerusform>%n, с хешем и временем</numerusform>
            <numerusform>%n, с хешем и временем</numerusform>
            <numerusform>%n, с хешем и временем</numerusform>
        </translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>With the camera</source>
        <translation>Камерой</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Из буфера обмена</translation>
    </message>
    <message>
        <source>Folder of the phone: {name}…</source>
        <translation>Папка телефона: {name}…</translation>
    </message>
    <message>
        <source>Folder where a phone puts photos…</source>
        <translation>Папка, куда телефон кладёт фото…</translation>
    </message>
    <message>
        <source>Do not watch it any more</source>
        <translation>Больше не следить</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Добавить фото</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard</source>
        <translation>В буфере обмена нет картинки</translation>
    </message>
    <message numerus="yes">
        <source>%n new photo(s) in the folder</source>
        <translation>
            <numerusform>%n новое фото в папке</numerusform>
            <numerusform>%n новых фото в папке</numerusform>
            <numerusform>%n новых фото в папке</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>Не эти</translation>
    </message>
    <message>
        <source>No camera takes part yet</source>
        <translation>Камера пока не подключена</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Take this photo away?</source>
        <translation>Убрать это фото?</translation>
    </message>
    <message>
        <source>It leaves the act that is not signed yet.</source>
        <translation>Оно уйдёт из акта, который ещё не подписан.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Not added: {names}. {why}</source>
        <translation>Не добавлено: {names}. {why}</translation>
    </message>
</context>
<context>
    <name>ReceptionDialog</name>
    <message>
        <source>A car has come</source>
        <translation>Приехала машина</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>Что говорит клиент</translation>
    </message>
    <message>
        <source>How the car is here</source>
        <translation>Как стоит машина</translation>
    </message>
    <message>
        <source>What is missing is asked for later; it never stops the reception.</source>
        <translation>Недостающее спросим позже: приём оно не задержит.</translation>
    </message>
    <message>
        <source>A known car</source>
        <translation>Знакомая машина</translation>
    </message>
    <message>
        <source>A new car: the rest may follow</source>
        <translation>Новая машина: остальное потом</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>Who brings the car</source>
        <translation>Кто сдаёт машину</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
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
        <source>By what right</source>
        <translation>На каком основании</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Number and date of the authority</source>
        <translation>Номер и дата основания</translation>
    </message>
    <message>
        <source>Paper that was seen</source>
        <translation>Какой документ показан</translation>
    </message>
    <message>
        <source>New: {text}</source>
        <translation>Новый: {text}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>никакой</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Где лежит</translation>
    </message>
    <message>
        <source>An empty name takes it off the list.</source>
        <translation>Пустое название убирает из списка.</translation>
    </message>
    <message>
        <source>Left in the car</source>
        <translation>Осталось в машине</translation>
    </message>
    <message>
        <source>Where it is, or what the owner says</source>
        <translation>Где он или что говорит владелец</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Gaps and signature</source>
        <translation>Пробелы и подпись</translation>
    </message>
    <message>
        <source>Will block closing</source>
        <translation>Не даст закрыть</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Clear the signature</source>
        <translation>Стереть подпись</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Signature of the customer</source>
        <translation>Подпись клиента</translation>
    </message>
    <message>
        <source>Otherwise…</source>
        <translation>Иначе…</translation>
    </message>
    <message>
        <source>Signed otherwise</source>
        <translation>Подписано иначе</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Подписать</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Ещё не хватает</translation>
    </message>
    <message>
        <source>The car can be checked in now. These must be there before the order is completed.</source>
        <translation>Машину можно принять сейчас. Это нужно до закрытия заказ-наряда.</translation>
    </message>
    <message>
        <source>Nothing of it stops the order; the act is better with it.</source>
        <translation>Закрыть не помешает, но с этим акт надёжнее.</translation>
    </message>
    <message numerus="yes">
        <source>%n other checks pass</source>
        <translation>
            <numerusform>Ещё %n проверка пройдена</numerusform>
            <numerusform>Ещё %n проверки пройдены</numerusform>
            <numerusform>Ещё %n проверок пройдено</numerusform>
        </translation>
    </message>
    <message>
        <source>stops the completion</source>
        <translation>не даст закрыть</translation>
    </message>
    <message>
        <source>advised</source>
        <translation>желательно</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Signed on paper, {when}</source>
        <translation>Подписано на бумаге, {when}</translation>
    </message>
    <message>
        <source>Not signed: {why}</source>
        <translation>Не подписано: {why}</translation>
    </message>
    <message>
        <source>Version {number} is signed, {hash}. A later edit makes version {next} and asks again.</source>
        <translation>Версия {number} подписана, {hash}. Правка создаст версию {next} и попросит подпись снова.</translation>
    </message>
    <message>
        <source>“Condition, marks 1–{count} and belongings are as written.”</source>
        <translation>«Состояние, повреждения 1–{count} и вещи указаны верно.»</translation>
    </message>
    <message>
        <source>“Condition and belongings are as written.”</source>
        <translation>«Состояние и вещи указаны верно.»</translation>
    </message>
    <message>
        <source>Bound to version {number}; a later edit makes version {next} and asks again.</source>
        <translation>Подпись к версии {number}; правка создаст версию {next} и попросит подпись снова.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Print the act first: what is signed is the present version.</source>
        <translation>Сначала напечатайте акт: подписывают текущую версию.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как</translation>
    </message>
    <message>
        <source>Note, or why it is not signed</source>
        <translation>Примечание или почему не подписано</translation>
    </message>
    <message>
        <source>Signed on paper</source>
        <translation>Подписано на бумаге</translation>
    </message>
    <message>
        <source>The customer does not sign</source>
        <translation>Клиент не подписывает</translation>
    </message>
    <message>
        <source>Add the scan first</source>
        <translation>Сначала добавить скан</translation>
    </message>
</context>
<context>
    <name>StateColumn</name>
    <message>
        <source>State of the car</source>
        <translation>Состояние машины</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Слушать</translation>
    </message>
    <message>
        <source>In the customer’s words</source>
        <translation>Словами клиента</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>Что говорит клиент</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>Warning lamps</source>
        <translation>Лампы</translation>
    </message>
    <message>
        <source>All lamps</source>
        <translation>Все лампы</translation>
    </message>
    <message>
        <source>Fewer lamps</source>
        <translation>Меньше ламп</translation>
    </message>
    <message>
        <source>engine?</source>
        <translation>двигатель?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add something left in the car</source>
        <translation>Добавить вещь в машине</translation>
    </message>
    <message>
        <source>Belongings</source>
        <translation>Вещи</translation>
    </message>
    <message>
        <source>All of the kit</source>
        <translation>Весь комплект</translation>
    </message>
    <message>
        <source>Change: {thing}</source>
        <translation>Изменить: {thing}</translation>
    </message>
    <message numerus="yes">
        <source>%n left in the car</source>
        <translation>
            <numerusform>%n осталась в машине</numerusform>
            <numerusform>%n остались в машине</numerusform>
            <numerusform>%n осталось в машине</numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation>не названы</translation>
    </message>
    <message>
        <source>last {reading}</source>
        <translation>был {reading}</translation>
    </message>
    <message>
        <source>+{distance} since {day}</source>
        <translation>+{distance} с {day}</translation>
    </message>
</context>
</TS>
