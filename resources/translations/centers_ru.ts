<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AppearanceSection</name>
    <message>
        <source>for {name}, at every desk</source>
        <translation>для пользователя {name}, на любом рабочем месте</translation>
    </message>
    <message>
        <source>How the desk looks</source>
        <translation>Как выглядит программа</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Size of letters</source>
        <translation>Размер шрифта</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Меньше движения</translation>
    </message>
    <message>
        <source>Contrast is for bright shop floors and tired eyes.</source>
        <translation>Контраст нужен в ярко освещённом цехе и уставшим глазам.</translation>
    </message>
    <message>
        <source>Lines, buttons and tables grow with them.</source>
        <translation>Вместе с ним растут строки, кнопки и таблицы.</translation>
    </message>
    <message>
        <source>Of the screens. Papers speak the customer's language.</source>
        <translation>Язык экранов. Документы печатаются на языке клиента.</translation>
    </message>
    <message>
        <source>Panels and popups come without sliding.</source>
        <translation>Панели и окошки появляются без анимации.</translation>
    </message>
    <message>
        <source>The language changes at your next sign-in.</source>
        <translation>Язык сменится при следующем входе.</translation>
    </message>
</context>
<context>
    <name>ArrivalSettings</name>
    <message>
        <source>Tag</source>
        <translation>Бирка</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Room for cars</source>
        <translation>Вмещает машин</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Порядок в списке</translation>
    </message>
    <message>
        <source>free</source>
        <translation>свободна</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Снова в ход</translation>
    </message>
    <message>
        <source>Use no more</source>
        <translation>Больше не использовать</translation>
    </message>
    <message>
        <source>Key tags</source>
        <translation>Бирки ключей</translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation>Бирка ключа</translation>
    </message>
    <message>
        <source>The hooks of the key board. Once they are named here, reception chooses a free one; while none is named, any may be written.</source>
        <translation>Крючки щита ключей. Когда бирки названы здесь, приёмка выбирает свободную; пока список пуст, можно написать любую.</translation>
    </message>
    <message>
        <source>Whose key hangs</source>
        <translation>Чей ключ висит</translation>
    </message>
    <message>
        <source>One, several with commas, or a row: 1–40</source>
        <translation>Одна, несколько через запятую или ряд: 1–40</translation>
    </message>
    <message>
        <source>Places for cars</source>
        <translation>Места для машин</translation>
    </message>
    <message>
        <source>Where cars stand: the yard, the street, bays. Cars are found by them.</source>
        <translation>Где стоят машины: двор, улица, посты. По ним машину и находят.</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>Кто стоит</translation>
    </message>
    <message>
        <source>Keys and places</source>
        <translation>Ключи и места</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>one a day by itself, 30 days and a year of months</source>
        <translation>раз в день сами, 30 дней и по одной за месяц в течение года</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Копировать путь</translation>
    </message>
    <message>
        <source>To come back to a backup</source>
        <translation>Как вернуться к копии</translation>
    </message>
    <message>
        <source>Close the desk on every computer, then run this. What stands now is kept beside, so nothing is lost by trying.</source>
        <translation>Закройте программу на всех компьютерах и выполните команду. Нынешняя база сохранится рядом, попытка ничего не испортит.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Копировать команду</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>of the day</source>
        <translation>за день</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>вручную</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>перед обновлением</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} МБ</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Повод</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Копий пока нет.</translation>
    </message>
    <message>
        <source>Make the first one now.</source>
        <translation>Создайте первую сейчас.</translation>
    </message>
    <message>
        <source>This shop has no backup: a broken disk would take everything.</source>
        <translation>У сервиса нет резервной копии: сломанный диск унесёт всё.</translation>
    </message>
    <message numerus="yes">
        <source>The newest backup is %n days old.</source>
        <translation>
            <numerusform>Последней копии %n день.</numerusform>
            <numerusform>Последней копии %n дня.</numerusform>
            <numerusform>Последней копии %n дней.</numerusform>
        </translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Создаём копию</translation>
    </message>
    <message>
        <source>The backup lies in the folder</source>
        <translation>Копия лежит в папке</translation>
    </message>
    <message>
        <source>Proving {name}</source>
        <translation>Проверяем {name}</translation>
    </message>
    <message>
        <source>The backup is whole and can be restored</source>
        <translation>Копия цела, её можно восстановить</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>негодная</translation>
    </message>
    <message>
        <source>Proving a backup</source>
        <translation>Проверяем копию</translation>
    </message>
    <message>
        <source>whole, {rows} rows</source>
        <translation>цела, строк: {rows}</translation>
    </message>
</context>
<context>
    <name>CalendarSettings</name>
    <message>
        <source>not on the calendar</source>
        <translation>не в календаре</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Часы работы</translation>
    </message>
    <message>
        <source>Hours of a weekday</source>
        <translation>Часы дня недели</translation>
    </message>
    <message>
        <source>When the shop works, with its breaks.</source>
        <translation>Когда работает сервис, с перерывами.</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Праздники</translation>
    </message>
    <message>
        <source>A day unlike its weekday</source>
        <translation>Особый день</translation>
    </message>
    <message>
        <source>Public holidays of the country, and days of your own above them. Without hours: closed.</source>
        <translation>Праздники страны и поверх них ваши дни. Без часов — закрыто.</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Пост</translation>
    </message>
    <message>
        <source>Where cars are worked on, and what can be done there.</source>
        <translation>Где работают с машинами и что там можно делать.</translation>
    </message>
    <message>
        <source>Bays out of use</source>
        <translation>Посты не работают</translation>
    </message>
    <message>
        <source>Bay out of use</source>
        <translation>Пост не работает</translation>
    </message>
    <message>
        <source>Repairs of a lift, cleaning of a booth: nothing new is booked there.</source>
        <translation>Ремонт подъёмника, чистка камеры: новых записей туда нет.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Здесь пока пусто</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Service that can be booked</source>
        <translation>Услуга для записи</translation>
    </message>
    <message>
        <source>How long it takes, what bay and what knowledge it needs, how many a day.</source>
        <translation>Сколько длится, какой пост и кто нужен, сколько в день.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>How the center books</source>
        <translation>Как записывает центр</translation>
    </message>
    <message>
        <source>Steps, holds, when somebody is late, when a day is full. Enter changes them.</source>
        <translation>Шаг, бронь, когда опоздал, когда день полон. Enter меняет.</translation>
    </message>
    <message>
        <source>{day}, over</source>
        <translation>{day}, истёк</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Смены</translation>
    </message>
    <message>
        <source>Week of an employee</source>
        <translation>Неделя сотрудника</translation>
    </message>
    <message>
        <source>Who works when. An empty week takes somebody off the calendar.</source>
        <translation>Кто когда работает. Пустая неделя убирает из календаря.</translation>
    </message>
    <message>
        <source>Single shifts</source>
        <translation>Отдельные смены</translation>
    </message>
    <message>
        <source>One day of somebody's week</source>
        <translation>Один день сотрудника</translation>
    </message>
    <message>
        <source>A swapped shift, a longer day, a day off.</source>
        <translation>Замена смены, длинный день, выходной.</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Отсутствия</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Отсутствие</translation>
    </message>
    <message>
        <source>Leave and illness lower what the shop can take.</source>
        <translation>Отпуск и болезнь уменьшают загрузку, которую можно взять.</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Навыки</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Навык</translation>
    </message>
    <message>
        <source>Nobody is booked for work after their certificate is over.</source>
        <translation>После конца удостоверения на такую работу не записывают.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Понедельник</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Вторник</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Среда</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Четверг</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Пятница</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Суббота</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Воскресенье</translation>
    </message>
    <message>
        <source>9–20, then breaks: 13–13:30. Empty: closed.</source>
        <translation>9–20, затем перерывы: 13–13:30. Пусто — закрыто.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
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
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Участок</translation>
    </message>
    <message>
        <source>Bay must have</source>
        <translation>Нужен пост</translation>
    </message>
    <message>
        <source>Who does it must know</source>
        <translation>Мастер должен уметь</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Place on the board</source>
        <translation>Место на доске</translation>
    </message>
    <message>
        <source>What can be done there</source>
        <translation>Что там можно делать</translation>
    </message>
    <message>
        <source>lift, alignment, diagnosis, body … or a word of your own, by commas</source>
        <translation>подъёмник, сход-развал, диагностика, кузовной… или своё слово, через запятую</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Knows</source>
        <translation>Умеет</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Удостоверение</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>A day at most</source>
        <translation>Не больше в день</translation>
    </message>
    <message>
        <source>Minutes free before</source>
        <translation>Минут свободно до</translation>
    </message>
    <message>
        <source>Minutes free after</source>
        <translation>Минут свободно после</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Онлайн</translation>
    </message>
    <message>
        <source>Owners may ask for it online</source>
        <translation>Владельцы могут просить онлайн</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архиве</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>Праздник</translation>
    </message>
    <message>
        <source>Own day</source>
        <translation>Свой день</translation>
    </message>
    <message>
        <source>Closed on public holidays</source>
        <translation>В праздники закрыто</translation>
    </message>
    <message>
        <source>Step, minutes</source>
        <translation>Шаг, минут</translation>
    </message>
    <message>
        <source>Hold, minutes</source>
        <translation>Бронь, минут</translation>
    </message>
    <message>
        <source>Late after, minutes</source>
        <translation>Опоздал после, минут</translation>
    </message>
    <message>
        <source>Usual job, minutes</source>
        <translation>Обычная работа, минут</translation>
    </message>
    <message>
        <source>Full from, %</source>
        <translation>Полон с, %</translation>
    </message>
    <message>
        <source>Callers are kept, days</source>
        <translation>Звонивших хранить, дней</translation>
    </message>
    <message>
        <source>Region of holidays</source>
        <translation>Регион праздников</translation>
    </message>
    <message>
        <source>whole country</source>
        <translation>вся страна</translation>
    </message>
    <message>
        <source>Number of an appointment</source>
        <translation>Номер записи</translation>
    </message>
    <message>
        <source>Number of a drive</source>
        <translation>Номер поездки</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
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
        <source>Online booking</source>
        <translation>Онлайн-запись</translation>
    </message>
    <message>
        <source>Lists of the calendar</source>
        <translation>Списки календаря</translation>
    </message>
</context>
<context>
    <name>CenterSection</name>
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
        <source>EIN</source>
        <translation>EIN</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Банк</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>БИК</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>Correspondent account</source>
        <translation>Корр. счёт</translation>
    </message>
    <message>
        <source>IFSC</source>
        <translation>IFSC</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Routing number</source>
        <translation>Routing number</translation>
    </message>
    <message>
        <source>The head of your papers</source>
        <translation>Шапка ваших документов</translation>
    </message>
    <message>
        <source>Papers that were issued keep the name and address of their day.</source>
        <translation>Выданные документы сохраняют название и адрес своего дня.</translation>
    </message>
    <message>
        <source>{code}, {country}, {currency}: these three stay, because papers carry them</source>
        <translation>{code}, {country}, {currency}: эти три не меняются, они стоят в документах</translation>
    </message>
    <message>
        <source>Name and address</source>
        <translation>Название и адрес</translation>
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
        <source>State, region</source>
        <translation>Регион, код</translation>
    </message>
    <message>
        <source>How to reach the shop</source>
        <translation>Как связаться</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Tax numbers</source>
        <translation>Налоговые номера</translation>
    </message>
    <message>
        <source>Language and time</source>
        <translation>Язык и время</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>Papers and sign-in</source>
        <translation>Документы и вход</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Numbers and dates</source>
        <translation>Числа и даты</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Sign on papers</source>
        <translation>Логотип на документах</translation>
    </message>
</context>
<context>
    <name>FormSection</name>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>“{section}” is not saved yet</source>
        <translation>«{section}» ещё не сохранено</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft and offered here again, even tomorrow.</source>
        <translation>Набранное сохранено черновиком и будет предложено здесь снова, даже завтра.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Отказаться</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>Оставить черновик</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>held back by a rule</source>
        <translation>сдержано правилом</translation>
    </message>
    <message>
        <source>no, not on the screen</source>
        <translation>нет, на экране не видно</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>stays with the owner</source>
        <translation>остаётся у владельца</translation>
    </message>
</context>
<context>
    <name>ListsSection</name>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Выбрать картинку…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>The shop's sign</source>
        <translation>Логотип сервиса</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Картинки (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}</source>
        <translation>{name} не читается: {why}</translation>
    </message>
    <message>
        <source>The picture is larger than 512 KB; make it smaller.</source>
        <translation>Картинка больше 512 КБ; уменьшите её.</translation>
    </message>
    <message>
        <source>{name} is neither PNG nor JPEG.</source>
        <translation>{name}: это не PNG и не JPEG.</translation>
    </message>
    <message>
        <source>PNG or JPEG, up to 512 KB</source>
        <translation>PNG или JPEG, до 512 КБ</translation>
    </message>
</context>
<context>
    <name>NextNumbers</name>
    <message>
        <source>The next papers</source>
        <translation>Следующие документы</translation>
    </message>
    <message>
        <source>Numbers are drawn when the paper is made and never twice. A changed template counts on from its own period, so nothing that was printed changes.</source>
        <translation>Номер берётся, когда документ создан, и никогда дважды. Новый шаблон считает в своём периоде, напечатанное не меняется.</translation>
    </message>
    <message>
        <source>What may stand in a template</source>
        <translation>Что можно писать в шаблоне</translation>
    </message>
</context>
<context>
    <name>NumberingSection</name>
    <message>
        <source>Number templates</source>
        <translation>Шаблоны номеров</translation>
    </message>
    <message>
        <source>Next: {number}</source>
        <translation>Следующий: {number}</translation>
    </message>
</context>
<context>
    <name>OnlineForm</name>
    <message>
        <source>Nobody</source>
        <translation>Никто</translation>
    </message>
    <message>
        <source>Owners whose car is linked to us</source>
        <translation>Владельцы, чья машина у нас привязана</translation>
    </message>
    <message>
        <source>Every owner</source>
        <translation>Любой владелец</translation>
    </message>
    <message>
        <source>Who may ask for a visit</source>
        <translation>Кто может попросить запись</translation>
    </message>
    <message>
        <source>At the latest before the visit</source>
        <translation>Не позже чем за</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дней</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>На сколько вперёд</translation>
    </message>
    <message>
        <source>On the owners' page. Each request waits for your word, its time is kept.</source>
        <translation>На странице владельца. Каждый запрос ждёт вашего слова, его время придержано.</translation>
    </message>
    <message>
        <source>Nobody can ask for a time that begins sooner than that.</source>
        <translation>На время, которое наступит раньше, попроситься нельзя.</translation>
    </message>
    <message>
        <source>Later days are not shown.</source>
        <translation>Более поздние дни владельцам не показываем.</translation>
    </message>
    <message>
        <source>Not paired with a server yet: owners see nothing.</source>
        <translation>Сервер ещё не подключён: владельцы ничего не видят.</translation>
    </message>
    <message>
        <source>Services to choose from</source>
        <translation>Услуги на выбор</translation>
    </message>
    <message>
        <source>the owner picks one of them</source>
        <translation>владелец выбирает одну из них</translation>
    </message>
    <message>
        <source>{service}, {length}</source>
        <translation>{service}, {length}</translation>
    </message>
    <message>
        <source>No services yet. They are made in the tab “Services”.</source>
        <translation>Услуг пока нет. Их добавляют на вкладке «Услуги».</translation>
    </message>
    <message>
        <source>Owners see that this center takes no visits online.</source>
        <translation>Владельцы видят, что центр не записывает онлайн.</translation>
    </message>
    <message>
        <source>Owners see no times: no service is ticked.</source>
        <translation>Владельцы не видят времени: не отмечена ни одна услуга.</translation>
    </message>
    <message numerus="yes">
        <source>Now an owner may choose of %n services</source>
        <translation>
            <numerusform>Сейчас владелец может выбрать из %n услуги</numerusform>
            <numerusform>Сейчас владелец может выбрать из %n услуг</numerusform>
            <numerusform>Сейчас владелец может выбрать из %n услуг</numerusform>
        </translation>
    </message>
    <message>
        <source>, between {first} and {last}, among times that are free.</source>
        <translation>: свободное время с {first} по {last}.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Напишите число.</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>shut out for {span} more</source>
        <translation>вход закрыт ещё {span}</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>нет роли</translation>
    </message>
    <message>
        <source>you</source>
        <translation>это вы</translation>
    </message>
    <message>
        <source>cannot sign in</source>
        <translation>не может войти</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Back to factory…</source>
        <translation>Вернуть заводские…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Уволенные</translation>
    </message>
    <message>
        <source>Let go, {count}</source>
        <translation>Уволенные, {count}</translation>
    </message>
    <message>
        <source>Back to those who work here</source>
        <translation>К тем, кто работает</translation>
    </message>
    <message numerus="yes">
        <source>%n differences from factory</source>
        <translation>
            <numerusform>%n отличие от заводских</numerusform>
            <numerusform>%n отличия от заводских</numerusform>
            <numerusform>%n отличий от заводских</numerusform>
        </translation>
    </message>
    <message>
        <source>The owner's role always allows everything</source>
        <translation>Роль владельца всегда разрешает всё</translation>
    </message>
    <message>
        <source>{role} may: {right}</source>
        <translation>{role}, можно: {right}</translation>
    </message>
    <message>
        <source>{role} may not: {right}</source>
        <translation>{role}, нельзя: {right}</translation>
    </message>
    <message>
        <source>These roles get the rights they came with: {names}. Own roles stay.</source>
        <translation>Эти роли получат заводские права: {names}. Свои роли не изменятся.</translation>
    </message>
    <message>
        <source>Rights as they came with the program</source>
        <translation>Вернуть заводские права</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>New employee</source>
        <translation>Новый сотрудник</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>as the center</source>
        <translation>как у центра</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Role: {name}</source>
        <translation>Роль: {name}</translation>
    </message>
    <message>
        <source>How they sign in</source>
        <translation>Как входит</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Stays as it is when left empty</source>
        <translation>Пустое поле ничего не меняет</translation>
    </message>
    <message>
        <source>Eight signs or more; for a desk of one's own</source>
        <translation>Восемь знаков и больше; для своего рабочего места</translation>
    </message>
    <message>
        <source>Four to eight digits; quick at a shared desk</source>
        <translation>Четыре–восемь цифр; быстро на общей стойке</translation>
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
        <source>Take on</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Let in now</source>
        <translation>Впустить сейчас</translation>
    </message>
    <message>
        <source>May sign in again</source>
        <translation>может войти снова</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Принять снова</translation>
    </message>
    <message>
        <source>Works here again</source>
        <translation>снова работает</translation>
    </message>
    <message>
        <source>Let go…</source>
        <translation>Уволить…</translation>
    </message>
    <message>
        <source>{name} cannot sign in any more. What they did keeps their name, and they can be taken back.</source>
        <translation>{name} больше не сможет войти. Всё сделанное сохранит имя, и сотрудника можно принять снова.</translation>
    </message>
    <message>
        <source>Let {name} go</source>
        <translation>Уволить: {name}</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Уволить</translation>
    </message>
    <message>
        <source>Does not work here any more</source>
        <translation>больше не работает</translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation>Выберите хотя бы одну роль.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>Words on papers</source>
        <translation>Тексты на документах</translation>
    </message>
    <message>
        <source>empty ones are not printed</source>
        <translation>пустые не печатаются</translation>
    </message>
</context>
<context>
    <name>Printed</name>
    <message>
        <source>Work order, customer's copy</source>
        <translation>Заказ-наряд, клиенту</translation>
    </message>
    <message>
        <source>Work order, shop's copy</source>
        <translation>Заказ-наряд, сервису</translation>
    </message>
    <message>
        <source>Work order, archive copy</source>
        <translation>Заказ-наряд, в архив</translation>
    </message>
    <message>
        <source>Acceptance act</source>
        <translation>Акт приёмки автомобиля</translation>
    </message>
    <message>
        <source>Check-in slip</source>
        <translation>Талон приёмки</translation>
    </message>
    <message>
        <source>Act of work done</source>
        <translation>Акт выполненных работ</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Корректировочный счёт</translation>
    </message>
    <message>
        <source>Receipt of a payment</source>
        <translation>Квитанция об оплате</translation>
    </message>
    <message>
        <source>Cash day</source>
        <translation>Кассовый день</translation>
    </message>
</context>
<context>
    <name>PrintingSection</name>
    <message>
        <source>at {workstation}, kept for you</source>
        <translation>на месте «{workstation}», только для вас</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Принтеры</translation>
    </message>
    <message>
        <source>This computer has no printer. Papers can be saved as PDF all the same.</source>
        <translation>На этом компьютере нет принтера. Документы всё равно можно сохранить в PDF.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Искать снова</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Копии</translation>
    </message>
    <message>
        <source>{paper}: printer</source>
        <translation>{paper}: принтер</translation>
    </message>
    <message>
        <source>{paper}: copies</source>
        <translation>{paper}: копии</translation>
    </message>
    <message>
        <source>Look for printers again</source>
        <translation>Искать принтеры снова</translation>
    </message>
    <message>
        <source>Every paper is seen before it is printed; another printer can be chosen there.</source>
        <translation>Каждый документ виден до печати; там можно выбрать другой принтер.</translation>
    </message>
    <message>
        <source>the usual one ({name})</source>
        <translation>обычный ({name})</translation>
    </message>
    <message>
        <source>ask me</source>
        <translation>спросить</translation>
    </message>
    <message>
        <source>{name}, not there now</source>
        <translation>{name}, сейчас недоступен</translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>New rate from a day</source>
        <translation>Новая ставка с даты</translation>
    </message>
    <message>
        <source>Papers of days before keep the rate of their day.</source>
        <translation>Документы прежних дней сохраняют ставку своего дня.</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Процент</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>On papers</source>
        <translation>В документах</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Add rate</source>
        <translation>Добавить ставку</translation>
    </message>
</context>
<context>
    <name>RightPopup</name>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>The owner's role always keeps it.</source>
        <translation>У роли владельца это право остаётся всегда.</translation>
    </message>
    <message>
        <source>Open the rule</source>
        <translation>Открыть правило</translation>
    </message>
    <message numerus="yes">
        <source>Used %n times in 30 days</source>
        <translation>
            <numerusform>За 30 дней: %n раз</numerusform>
            <numerusform>За 30 дней: %n раза</numerusform>
            <numerusform>За 30 дней: %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used in 30 days</source>
        <translation>За 30 дней ни разу</translation>
    </message>
    <message>
        <source>Nobody has this role now.</source>
        <translation>Сейчас этой роли нет ни у кого.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>no such step</source>
        <translation>нет шага</translation>
    </message>
    <message>
        <source>The rules of this center leave this step out, so nobody is asked for it.</source>
        <translation>По правилам центра этого шага нет, его ни у кого не спросят.</translation>
    </message>
    <message>
        <source>rule: nobody</source>
        <translation>никому</translation>
    </message>
    <message>
        <source>The rule for missing parts refuses everybody, whatever their role.</source>
        <translation>Правило о нехватке запчастей запрещает это всем, какой бы ни была роль.</translation>
    </message>
    <message>
        <source>rule: all</source>
        <translation>всем</translation>
    </message>
    <message>
        <source>The rule for missing parts lets everybody, whatever their role.</source>
        <translation>Правило о нехватке запчастей разрешает это всем, какой бы ни была роль.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Create and change</source>
        <translation>Создавать и менять</translation>
    </message>
    <message>
        <source>Takes cars in, writes concerns, jobs and lines.</source>
        <translation>Принимает машины, пишет жалобы, работы и строки.</translation>
    </message>
    <message>
        <source>Note the customer's word</source>
        <translation>Отмечать согласие</translation>
    </message>
    <message>
        <source>Notes who agreed to a job or declined it, and how.</source>
        <translation>Записывает, кто и как согласился на работу или отказался.</translation>
    </message>
    <message>
        <source>Work on jobs</source>
        <translation>Вести работы</translation>
    </message>
    <message>
        <source>Starts and finishes labour, asks for parts.</source>
        <translation>Начинает и заканчивает работы, просит запчасти.</translation>
    </message>
    <message>
        <source>Pass the quality check</source>
        <translation>Контроль качества</translation>
    </message>
    <message>
        <source>Lets a finished car through, or sends it back to work.</source>
        <translation>Пропускает готовую машину или возвращает в работу.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Завершать</translation>
    </message>
    <message>
        <source>Seals the order; afterwards only a correction changes it.</source>
        <translation>Закрывает заказ; потом его меняет только исправление.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменять</translation>
    </message>
    <message>
        <source>Closes an order without work; its parts go back.</source>
        <translation>Закрывает заказ без работ; запчасти возвращаются.</translation>
    </message>
    <message>
        <source>Ask for a correction</source>
        <translation>Просить исправление</translation>
    </message>
    <message>
        <source>Proposes to mend a sealed order, with a reason.</source>
        <translation>Предлагает исправить закрытый заказ, с причиной.</translation>
    </message>
    <message>
        <source>Decide on corrections</source>
        <translation>Решать об исправлениях</translation>
    </message>
    <message>
        <source>Accepts or refuses what somebody else proposed.</source>
        <translation>Принимает или отклоняет чужое предложение.</translation>
    </message>
    <message>
        <source>Calendar and arrivals</source>
        <translation>Календарь и приёмка</translation>
    </message>
    <message>
        <source>See the calendar</source>
        <translation>Видеть календарь</translation>
    </message>
    <message>
        <source>Appointments, bays and people, day and week.</source>
        <translation>Записи, посты и люди, день и неделя.</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Записывать</translation>
    </message>
    <message>
        <source>Makes, moves and cancels appointments.</source>
        <translation>Создаёт, переносит и отменяет записи.</translation>
    </message>
    <message>
        <source>Book over what is booked</source>
        <translation>Записывать поверх занятого</translation>
    </message>
    <message>
        <source>Puts two cars into one time, with a reason.</source>
        <translation>Ставит две машины на одно время, с причиной.</translation>
    </message>
    <message>
        <source>Hours, bays and shifts</source>
        <translation>Часы, посты и смены</translation>
    </message>
    <message>
        <source>What the calendar counts with.</source>
        <translation>То, с чем считает календарь.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Обращения</translation>
    </message>
    <message>
        <source>Takes requests, calls back, says why one is lost.</source>
        <translation>Принимает обращения, перезванивает, пишет причину отказа.</translation>
    </message>
    <message>
        <source>Receive cars</source>
        <translation>Принимать автомобили</translation>
    </message>
    <message>
        <source>Writes down the state of a car and has it signed.</source>
        <translation>Записывает состояние автомобиля и берёт подпись.</translation>
    </message>
    <message>
        <source>Move keys and cars</source>
        <translation>Перемещать ключи и машины</translation>
    </message>
    <message>
        <source>Says where a key hangs and where a car stands.</source>
        <translation>Отмечает, где висит ключ и где стоит машина.</translation>
    </message>
    <message>
        <source>Add photos and documents</source>
        <translation>Добавлять фото и документы</translation>
    </message>
    <message>
        <source>Keeps files at cars, customers and orders.</source>
        <translation>Хранит файлы у автомобилей, клиентов и заказов.</translation>
    </message>
    <message>
        <source>Remove photos and documents</source>
        <translation>Убирать фото и документы</translation>
    </message>
    <message>
        <source>Takes files away from where they are kept.</source>
        <translation>Убирает файлы оттуда, где они хранятся.</translation>
    </message>
    <message>
        <source>Customers and cars</source>
        <translation>Клиенты и авто</translation>
    </message>
    <message>
        <source>Change customers</source>
        <translation>Менять клиентов</translation>
    </message>
    <message>
        <source>Adds customers, changes names, phones, discounts.</source>
        <translation>Заводит клиентов, меняет имена, телефоны, скидки.</translation>
    </message>
    <message>
        <source>Change cars</source>
        <translation>Менять автомобили</translation>
    </message>
    <message>
        <source>Adds cars, plates, owners, odometer readings.</source>
        <translation>Заводит машины, номера, владельцев, пробег.</translation>
    </message>
    <message>
        <source>Ask for the car's passport</source>
        <translation>Просить паспорт авто</translation>
    </message>
    <message>
        <source>Asks the owner to show the history of other shops.</source>
        <translation>Просит владельца показать историю других сервисов.</translation>
    </message>
    <message>
        <source>Erase personal data</source>
        <translation>Стереть личные данные</translation>
    </message>
    <message>
        <source>Takes a person's name and phone out for good.</source>
        <translation>Навсегда убирает имя и телефон человека.</translation>
    </message>
    <message>
        <source>Prices and money</source>
        <translation>Цены и деньги</translation>
    </message>
    <message>
        <source>Change the price of a line</source>
        <translation>Менять цену строки</translation>
    </message>
    <message>
        <source>Types another price or discount than the list says.</source>
        <translation>Ставит не ту цену или скидку, что в прайсе.</translation>
    </message>
    <message>
        <source>See costs and margin</source>
        <translation>Видеть закупку и маржу</translation>
    </message>
    <message>
        <source>What parts cost the shop, and what is earned.</source>
        <translation>Сколько стоит закупка и сколько заработано.</translation>
    </message>
    <message>
        <source>See invoices and debts</source>
        <translation>Видеть счета и долги</translation>
    </message>
    <message>
        <source>What customers owe and what was paid.</source>
        <translation>Сколько должны и сколько оплачено.</translation>
    </message>
    <message>
        <source>Issue invoices</source>
        <translation>Выставлять счета</translation>
    </message>
    <message>
        <source>An invoice has its number and stays as it is.</source>
        <translation>У счёта свой номер, он больше не меняется.</translation>
    </message>
    <message>
        <source>Take money</source>
        <translation>Принимать деньги</translation>
    </message>
    <message>
        <source>Writes down cash, cards and transfers.</source>
        <translation>Записывает наличные, карты и переводы.</translation>
    </message>
    <message>
        <source>Issue credit notes</source>
        <translation>Сторно счёта</translation>
    </message>
    <message>
        <source>Takes an invoice back, whole or in part.</source>
        <translation>Отменяет счёт целиком или частью.</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>Возвращать деньги</translation>
    </message>
    <message>
        <source>Returns what was paid.</source>
        <translation>Возвращает оплаченное.</translation>
    </message>
    <message>
        <source>Reports with money</source>
        <translation>Отчёты с деньгами</translation>
    </message>
    <message>
        <source>Turnover and profit of the whole shop.</source>
        <translation>Выручка и прибыль всего сервиса.</translation>
    </message>
    <message>
        <source>Catalog and stock</source>
        <translation>Каталог и склад</translation>
    </message>
    <message>
        <source>Change the catalog</source>
        <translation>Менять каталог</translation>
    </message>
    <message>
        <source>Labour, parts, packages, prices and price rules.</source>
        <translation>Работы, запчасти, комплексы, цены и наценки.</translation>
    </message>
    <message>
        <source>Receive goods</source>
        <translation>Принимать товар</translation>
    </message>
    <message>
        <source>Puts what came onto the shelves, with its cost.</source>
        <translation>Ставит приход на полки, с ценой закупки.</translation>
    </message>
    <message>
        <source>Issue to orders</source>
        <translation>Выдавать на заказ</translation>
    </message>
    <message>
        <source>Reserves parts and hands them to work.</source>
        <translation>Резервирует запчасти и отдаёт в работу.</translation>
    </message>
    <message>
        <source>Correct the stock</source>
        <translation>Корректировать остаток</translation>
    </message>
    <message>
        <source>Counts, writes off, moves between stores.</source>
        <translation>Считает, списывает, перемещает между складами.</translation>
    </message>
    <message>
        <source>Use what is not on the shelf</source>
        <translation>Списать сверх остатка</translation>
    </message>
    <message>
        <source>Completes an order though the stock says there is too little.</source>
        <translation>Завершает заказ, хотя на складе числится меньше.</translation>
    </message>
    <message>
        <source>Data and settings</source>
        <translation>Данные и настройки</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Загружать файлы</translation>
    </message>
    <message>
        <source>Brings in price lists, customers, cars, stock.</source>
        <translation>Загружает прайсы, клиентов, машины, остатки.</translation>
    </message>
    <message>
        <source>Take lists out</source>
        <translation>Выгружать списки</translation>
    </message>
    <message>
        <source>Writes customers and prices into a file; the audit names who did.</source>
        <translation>Пишет клиентов и цены в файл; в журнале видно, кто.</translation>
    </message>
    <message>
        <source>Look after the exchange</source>
        <translation>Вести обмен</translation>
    </message>
    <message>
        <source>Pairs the shop with the server, sends again.</source>
        <translation>Связывает сервис с сервером, отправляет снова.</translation>
    </message>
    <message>
        <source>Make backups</source>
        <translation>Делать копии</translation>
    </message>
    <message>
        <source>Writes the whole shop into a sealed file.</source>
        <translation>Пишет всю базу в запечатанный файл.</translation>
    </message>
    <message>
        <source>Rules and numbers</source>
        <translation>Правила и номера</translation>
    </message>
    <message>
        <source>Steps of the work, limits, number templates.</source>
        <translation>Этапы работ, пределы, шаблоны номеров.</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>Люди и права</translation>
    </message>
    <message>
        <source>Takes people on, gives roles, sets passwords.</source>
        <translation>Принимает людей, даёт роли, ставит пароли.</translation>
    </message>
    <message>
        <source>Center and taxes</source>
        <translation>Центр и налоги</translation>
    </message>
    <message>
        <source>Name, address, bank, tax rates.</source>
        <translation>Название, адрес, банк, ставки налога.</translation>
    </message>
</context>
<context>
    <name>RightsMatrix</name>
    <message>
        <source>Rights of the roles</source>
        <translation>Права ролей</translation>
    </message>
</context>
<context>
    <name>RightsModel</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>yes, cannot be taken away</source>
        <translation>да, нельзя снять</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Право</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>New role</source>
        <translation>Новая роль</translation>
    </message>
    <message>
        <source>Its rights are changed in the matrix afterwards.</source>
        <translation>Права потом меняются в таблице.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>no rights at all</source>
        <translation>совсем без прав</translation>
    </message>
    <message>
        <source>Begins with the rights of</source>
        <translation>Начать с прав роли</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>months</source>
        <translation>мес</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дн</translation>
    </message>
    <message>
        <source>years</source>
        <translation>лет</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Steps of an order</source>
        <translation>Этапы заказа</translation>
    </message>
    <message>
        <source>The customer agrees before work starts</source>
        <translation>Клиент согласует работы до начала</translation>
    </message>
    <message>
        <source>Each job waits for a yes, with who said it, when and how.</source>
        <translation>Каждая работа ждёт согласия: кто, когда и как его дал.</translation>
    </message>
    <message>
        <source>Labour is given to a mechanic</source>
        <translation>Работы назначаются механику</translation>
    </message>
    <message>
        <source>An order starts when every labour line has somebody's name.</source>
        <translation>Заказ начинают, когда у каждой работы есть исполнитель.</translation>
    </message>
    <message>
        <source>Somebody checks the finished car</source>
        <translation>Готовую машину проверяют</translation>
    </message>
    <message>
        <source>A step between the work and handing over; it can send the car back.</source>
        <translation>Шаг между работой и выдачей; может вернуть машину в работу.</translation>
    </message>
    <message>
        <source>Needed to complete an order</source>
        <translation>Нужно для завершения</translation>
    </message>
    <message>
        <source>An arrival begins without them. What is missing is listed at completion, all at once.</source>
        <translation>Приёмку начинают и без них. Чего не хватает, видно при завершении сразу всё.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Plate or VIN</source>
        <translation>Госномер или VIN</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>Signed acceptance act</source>
        <translation>Подписанный акт приёмки</translation>
    </message>
    <message>
        <source>Fuel or charge</source>
        <translation>Топливо или заряд</translation>
    </message>
    <message>
        <source>Photos around the car</source>
        <translation>Фото по кругу</translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation>Бирка ключа</translation>
    </message>
    <message>
        <source>Right of who brings the car</source>
        <translation>Право того, кто сдаёт</translation>
    </message>
    <message>
        <source>Parts and found defects</source>
        <translation>Запчасти и найденные дефекты</translation>
    </message>
    <message>
        <source>A part is not on the shelf</source>
        <translation>Запчасти нет на полке</translation>
    </message>
    <message>
        <source>What completing does when the stock says there is too little.</source>
        <translation>Что делать при завершении, если на складе числится меньше.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Запретить</translation>
    </message>
    <message>
        <source>With the right to</source>
        <translation>По праву</translation>
    </message>
    <message>
        <source>Let everybody</source>
        <translation>Разрешить всем</translation>
    </message>
    <message>
        <source>Another defect is found</source>
        <translation>Найден другой дефект</translation>
    </message>
    <message>
        <source>What the customer usually wants; each order can say otherwise.</source>
        <translation>Чего обычно хочет клиент; в заказе можно иначе.</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Сначала спросить</translation>
    </message>
    <message>
        <source>Repair within the limit</source>
        <translation>Чинить в пределах лимита</translation>
    </message>
    <message>
        <source>Repair if unsafe</source>
        <translation>Чинить, если опасно</translation>
    </message>
    <message>
        <source>Stop and call</source>
        <translation>Остановиться и позвонить</translation>
    </message>
    <message>
        <source>Warranty and money</source>
        <translation>Гарантия и деньги</translation>
    </message>
    <message>
        <source>Warranty, time</source>
        <translation>Гарантия, срок</translation>
    </message>
    <message>
        <source>Printed on the papers, unless the item has a warranty of its own.</source>
        <translation>Печатается в документах, если у позиции нет своей гарантии.</translation>
    </message>
    <message>
        <source>Warranty, distance</source>
        <translation>Гарантия, пробег</translation>
    </message>
    <message>
        <source>Ends at whichever comes first.</source>
        <translation>Кончается, что наступит раньше.</translation>
    </message>
    <message>
        <source>Margin to aim at</source>
        <translation>Цель по марже</translation>
    </message>
    <message>
        <source>The tick on the margin bar of an order; seen by who may see costs.</source>
        <translation>Засечка на полоске маржи в заказе; видна тем, кто видит закупку.</translation>
    </message>
    <message>
        <source>Time to pay an invoice</source>
        <translation>Срок оплаты счёта</translation>
    </message>
    <message>
        <source>For customers without a term of their own; afterwards it is overdue.</source>
        <translation>Для клиентов без своего срока; потом счёт просрочен.</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Осторожность</translation>
    </message>
    <message>
        <source>A reading jumps too far</source>
        <translation>Скачок пробега</translation>
    </message>
    <message>
        <source>More than this since the last visit is asked about before it is kept.</source>
        <translation>О большем приросте с прошлого визита программа переспросит.</translation>
    </message>
    <message>
        <source>The desk locks itself</source>
        <translation>Блокировка экрана</translation>
    </message>
    <message>
        <source>After this time without a key or a click somebody signs in again.</source>
        <translation>Через это время без нажатий нужно войти снова.</translation>
    </message>
    <message>
        <source>Names on papers are kept</source>
        <translation>Сколько хранить имена</translation>
    </message>
    <message>
        <source>Full years after the paper's own; then they are erased by themselves.</source>
        <translation>Полных лет после года документа; потом они стираются сами.</translation>
    </message>
    <message>
        <source>On the work order</source>
        <translation>В заказ-наряде</translation>
    </message>
    <message>
        <source>What the customer signs at intake.</source>
        <translation>Что клиент подписывает при приёмке.</translation>
    </message>
    <message>
        <source>On the act of work done</source>
        <translation>В акте выполненных работ</translation>
    </message>
    <message>
        <source>What the customer signs when taking the car.</source>
        <translation>Что клиент подписывает, забирая машину.</translation>
    </message>
    <message>
        <source>On the invoice</source>
        <translation>В счёте</translation>
    </message>
    <message>
        <source>Below the total.</source>
        <translation>Под итогом.</translation>
    </message>
    <message>
        <source>How to pay</source>
        <translation>Как оплатить</translation>
    </message>
    <message>
        <source>Ways and terms of payment, on both.</source>
        <translation>Способы и сроки оплаты, в обоих документах.</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
    <message>
        <source>Given when a car is taken in.</source>
        <translation>Даётся при приёмке машины.</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Without gaps: the tax office asks about missing ones.</source>
        <translation>Без пропусков: о них спросит налоговая.</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Корректировочные счета</translation>
    </message>
    <message>
        <source>A series of their own, never the invoices'.</source>
        <translation>Своя нумерация, отдельно от счетов.</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Платежи</translation>
    </message>
    <message>
        <source>On receipts and refunds.</source>
        <translation>На квитанциях и возвратах.</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Исправления</translation>
    </message>
    <message>
        <source>Counted within the order that they mend.</source>
        <translation>Считаются внутри исправляемого заказа.</translation>
    </message>
    <message>
        <source>The fiscal year begins in</source>
        <translation>Финансовый год начинается в месяце</translation>
    </message>
    <message>
        <source>Numbers with {fy} start again there.</source>
        <translation>С него номера с {fy} начинаются заново.</translation>
    </message>
    <message>
        <source>code of the center</source>
        <translation>код центра</translation>
    </message>
    <message>
        <source>year, four digits</source>
        <translation>год, четыре цифры</translation>
    </message>
    <message>
        <source>year, two digits</source>
        <translation>год, две цифры</translation>
    </message>
    <message>
        <source>fiscal year, 2526</source>
        <translation>финансовый год, 2526</translation>
    </message>
    <message>
        <source>month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>running number, four digits</source>
        <translation>порядковый номер, четыре цифры</translation>
    </message>
    <message>
        <source>number of the order, in corrections</source>
        <translation>номер заказа, для исправлений</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Give up</source>
        <translation>Отказаться</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Your role may look at this, not change it</source>
        <translation>Ваша роль может смотреть, но не менять</translation>
    </message>
    <message>
        <source>Not saved yet, kept as a draft</source>
        <translation>Не сохранено, лежит в черновике</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Всё сохранено</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Разделы настроек</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Usually: {value}</source>
        <translation>Обычно: {value}</translation>
    </message>
    <message>
        <source>Usually on</source>
        <translation>Обычно включено</translation>
    </message>
    <message>
        <source>Usually off</source>
        <translation>Обычно выключено</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>Центр</translation>
    </message>
    <message>
        <source>name address phone tax number bank logo language time zone</source>
        <translation>название адрес телефон инн реквизиты банк логотип язык часовой пояс</translation>
    </message>
    <message>
        <source>Currency and taxes</source>
        <translation>Валюта и налоги</translation>
    </message>
    <message>
        <source>vat gst rate rounding inclusive invoice sample</source>
        <translation>ндс ставка налог округление в цене счёт образец</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>Люди и права</translation>
    </message>
    <message>
        <source>employee role right password pin permission</source>
        <translation>сотрудник роль право пароль пин доступ</translation>
    </message>
    <message>
        <source>Work rules</source>
        <translation>Правила работы</translation>
    </message>
    <message>
        <source>approval check warranty margin lock stock steps terms intake photos</source>
        <translation>согласование контроль гарантия маржа блокировка склад шаги условия приёмка фото</translation>
    </message>
    <message>
        <source>Hours and holidays</source>
        <translation>Часы и праздники</translation>
    </message>
    <message>
        <source>calendar opening hours breaks holidays days off</source>
        <translation>календарь часы работы перерывы праздники выходные</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>calendar bays lift abilities departments out of use</source>
        <translation>календарь посты подъёмник участки не работают</translation>
    </message>
    <message>
        <source>Shifts and skills</source>
        <translation>Смены и навыки</translation>
    </message>
    <message>
        <source>calendar shifts absences leave skills certificates</source>
        <translation>календарь смены отсутствия отпуск навыки допуски</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>calendar appointments services rules owners online</source>
        <translation>календарь запись услуги правила владельцы онлайн</translation>
    </message>
    <message>
        <source>Keys and places</source>
        <translation>Ключи и места</translation>
    </message>
    <message>
        <source>arrival key tag hook board parking place bay</source>
        <translation>приёмка ключ бирка крючок ключница парковка место стоянка пост</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>template invoice number series fiscal year</source>
        <translation>шаблон номер счёт серия финансовый год</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>printer copies paper</source>
        <translation>принтер копии документ</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>theme dark light contrast scale letters language motion</source>
        <translation>тема тёмная светлая контраст масштаб шрифт язык движение</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>backup restore folder prove</source>
        <translation>резервная копия восстановить папка проверить</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>workstation database version schema keys</source>
        <translation>рабочее место база версия схема ключи</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Find a setting or a right</source>
        <translation>Найти настройку или право</translation>
    </message>
    <message>
        <source>save</source>
        <translation>сохранить</translation>
    </message>
    <message>
        <source>yes, no</source>
        <translation>да, нет</translation>
    </message>
    <message>
        <source>more</source>
        <translation>подробно</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>отменить</translation>
    </message>
    <message>
        <source>Typed {at} and not saved.</source>
        <translation>Набрано {at} и не сохранено.</translation>
    </message>
    <message>
        <source>Take it up</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Забыть</translation>
    </message>
</context>
<context>
    <name>StationSection</name>
    <message>
        <source>This computer and the database</source>
        <translation>Этот компьютер и база</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the facts</source>
        <translation>Копировать сведения</translation>
    </message>
    <message>
        <source>Computers of the shop</source>
        <translation>Компьютеры сервиса</translation>
    </message>
    <message>
        <source>by the keys that sign its papers</source>
        <translation>по ключам, которыми подписаны документы</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>списан</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>этот</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Компьютер</translation>
    </message>
    <message>
        <source>Signs since</source>
        <translation>Подписывает с</translation>
    </message>
    <message>
        <source>file {name} in {folder}</source>
        <translation>файл {name} в папке {folder}</translation>
    </message>
    <message>
        <source>in the system's key ring</source>
        <translation>в системном хранилище ключей</translation>
    </message>
    <message>
        <source>in an encrypted file</source>
        <translation>в зашифрованном файле</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Рабочее место</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Ключи</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>{n} MB, schema {schema}</source>
        <translation>{n} МБ, схема {schema}</translation>
    </message>
    <message>
        <source>Centers</source>
        <translation>Центров</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>No computer has signed a paper yet.</source>
        <translation>Ни один компьютер ещё не подписал документ.</translation>
    </message>
    <message>
        <source>The first completed order makes the key of this one.</source>
        <translation>Первый завершённый заказ создаст ключ этого компьютера.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>TaxSample</name>
    <message>
        <source>Clutch overhaul, 5 h</source>
        <translation>Замена сцепления, 5 ч</translation>
    </message>
    <message>
        <source>Clutch kit</source>
        <translation>Комплект сцепления</translation>
    </message>
    <message>
        <source>This cannot be calculated: {why}.</source>
        <translation>Это нельзя посчитать: {why}.</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Позиция</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
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
        <source>Round-off</source>
        <translation>Округление</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
</context>
<context>
    <name>TaxesSection</name>
    <message>
        <source>Same state</source>
        <translation>Тот же штат</translation>
    </message>
    <message>
        <source>Other state</source>
        <translation>Другой штат</translation>
    </message>
    <message>
        <source>Place of supply</source>
        <translation>Место поставки</translation>
    </message>
    <message>
        <source>How an invoice will look today</source>
        <translation>Как выглядит счёт сегодня</translation>
    </message>
    <message>
        <source>Change a field and the sample follows. Issued invoices keep their taxes.</source>
        <translation>Измените поле, и образец изменится. Выставленные счета сохраняют свои налоги.</translation>
    </message>
    <message>
        <source>How the shop taxes</source>
        <translation>Как считается налог</translation>
    </message>
    <message>
        <source>Tax regime</source>
        <translation>Налоговый режим</translation>
    </message>
    <message>
        <source>Another one brings its own rates; old papers stay.</source>
        <translation>У другого режима свои ставки; прежние документы не меняются.</translation>
    </message>
    <message>
        <source>Prices contain the tax</source>
        <translation>Налог внутри цены</translation>
    </message>
    <message>
        <source>On: the customer pays the price of the list. Off: tax comes on top.</source>
        <translation>Включено: клиент платит цену прайса. Выключено: налог сверху.</translation>
    </message>
    <message>
        <source>Each line</source>
        <translation>Каждая строка</translation>
    </message>
    <message>
        <source>The sum of a rate</source>
        <translation>Сумма по ставке</translation>
    </message>
    <message>
        <source>The whole paper</source>
        <translation>Весь документ</translation>
    </message>
    <message>
        <source>Tax is rounded on</source>
        <translation>Налог округляется</translation>
    </message>
    <message>
        <source>The law of the country says where: lines and sums agree either way.</source>
        <translation>Где, говорит закон страны; строки и итоги сходятся в любом случае.</translation>
    </message>
    <message>
        <source>The total is rounded to</source>
        <translation>Итог округляется</translation>
    </message>
    <message>
        <source>What is taken off or put on stands on a line of its own.</source>
        <translation>Разница стоит отдельной строкой.</translation>
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
        <source>{group}: usual tax</source>
        <translation>{group}: обычный налог</translation>
    </message>
    <message>
        <source>Used where the catalog says nothing else.</source>
        <translation>Если в каталоге не указано другое.</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Ставки</translation>
    </message>
    <message>
        <source>dated, so old papers keep theirs</source>
        <translation>с датами, старые документы сохраняют свои</translation>
    </message>
    <message>
        <source>New rate from a day…</source>
        <translation>Новая ставка с даты…</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>не округляется</translation>
    </message>
    <message>
        <source>whole units</source>
        <translation>до целых</translation>
    </message>
    <message>
        <source>five hundredths</source>
        <translation>до пяти сотых</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Ставка</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
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
        <source>in force</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>будет</translation>
    </message>
    <message>
        <source>past</source>
        <translation>прошла</translation>
    </message>
</context>
<context>
    <name>_Sections</name>
    <message>
        <source>{section}, not saved</source>
        <translation>{section}, не сохранено</translation>
    </message>
</context>
</TS>
