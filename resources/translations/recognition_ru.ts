<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>FieldRow</name>
    <message>
        <source>not read</source>
        <translation>не прочитано</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>The spot on the picture</source>
        <translation>Место на снимке</translation>
    </message>
    <message>
        <source>read “{raw}”</source>
        <translation>прочитано «{raw}»</translation>
    </message>
    <message>
        <source>Another value: F2</source>
        <translation>Другое значение: F2</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Другое значение</translation>
    </message>
</context>
<context>
    <name>GoodsList</name>
    <message>
        <source>Code</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Наименование</translation>
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
        <source>In stock</source>
        <translation>На складе</translation>
    </message>
    <message>
        <source>Lines of the invoice</source>
        <translation>Строки накладной</translation>
    </message>
    <message>
        <source>{n} lines, {known} found in the stock</source>
        <translation>Строк: {n}, на складе найдено: {known}</translation>
    </message>
    <message>
        <source>another look read “{code}”</source>
        <translation>при другом чтении вышло «{code}»</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>{sku} by name</source>
        <translation>{sku} по названию</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Снимок</translation>
    </message>
</context>
<context>
    <name>RecognitionPage</name>
    <message>
        <source>Reading the picture…</source>
        <translation>Читаем снимок…</translation>
    </message>
    <message>
        <source>The strip below cancels it.</source>
        <translation>Отменить можно в полосе внизу.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Preview, nothing written</source>
        <translation>Предпросмотр, в базу не записано</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>Другой файл…</translation>
    </message>
    <message>
        <source>Accept all ≥ 95 %</source>
        <translation>Принять все ≥ 95 %</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>вставить</translation>
    </message>
    <message>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>вариант</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>принять</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>пропустить</translation>
    </message>
    <message>
        <source>Read a photo</source>
        <translation>Распознать фото</translation>
    </message>
    <message>
        <source>Choose a photo or a PDF</source>
        <translation>Выберите фото или PDF</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard</source>
        <translation>В буфере обмена нет изображения</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Читаем {name}</translation>
    </message>
    <message>
        <source>Reading the spot</source>
        <translation>Читаем место</translation>
    </message>
    <message numerus="yes">
        <source>%n fields accepted</source>
        <translation>
            <numerusform>%n поле принято</numerusform>
            <numerusform>%n поля принято</numerusform>
            <numerusform>%n полей принято</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Receipt of %n lines</source>
        <translation>
            <numerusform>Приход: %n строка</numerusform>
            <numerusform>Приход: %n строки</numerusform>
            <numerusform>Приход: %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n fields</source>
        <translation>
            <numerusform>Перенести %n поле</numerusform>
            <numerusform>Перенести %n поля</numerusform>
            <numerusform>Перенести %n полей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields transferred</source>
        <translation>
            <numerusform>%n поле перенесено</numerusform>
            <numerusform>%n поля перенесены</numerusform>
            <numerusform>%n полей перенесено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Turn</source>
        <translation>Повернуть</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Целиком</translation>
    </message>
    <message>
        <source>drag to read a spot again</source>
        <translation>обведите, чтобы прочесть ещё</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message numerus="yes">
        <source>%n sides</source>
        <translation>
            <numerusform>%n сторона</numerusform>
            <numerusform>%n стороны</numerusform>
            <numerusform>%n сторон</numerusform>
        </translation>
    </message>
    <message>
        <source>turned by {n}°</source>
        <translation>повёрнуто на {n}°</translation>
    </message>
    <message>
        <source>straightened by {n}°</source>
        <translation>выровнено на {n}°</translation>
    </message>
    <message numerus="yes">
        <source>accepted %n</source>
        <translation>
            <numerusform>принято %n</numerusform>
            <numerusform>принято %n</numerusform>
            <numerusform>принято %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not read %n</source>
        <translation>
            <numerusform>не прочитано %n</numerusform>
            <numerusform>не прочитано %n</numerusform>
            <numerusform>не прочитано %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>check %n</source>
        <translation>
            <numerusform>проверьте %n</numerusform>
            <numerusform>проверьте %n</numerusform>
            <numerusform>проверьте %n</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбрано</translation>
    </message>
    <message>
        <source>{done} of {all} accepted, every decision is in the journal</source>
        <translation>{done} из {all} приняты, каждое решение в журнале</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>What it shows</source>
        <translation>Что на снимке</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Drop a photo here, paste it with Ctrl+V, or choose a file</source>
        <translation>Перетащите фото сюда, вставьте его по Ctrl+V или выберите файл</translation>
    </message>
    <message>
        <source>Nothing is written before you accept it: every field shows where it stands on the picture and how sure the reading is.</source>
        <translation>В базу ничего не пишется, пока вы не приняли: у каждого поля видно место на снимке и уверенность.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Photos cannot be read on this computer yet. This command installs what is missing:</source>
        <translation>На этом компьютере фото пока не читаются. Недостающее ставит эта команда:</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Read a photo</source>
        <translation>Распознать фото</translation>
    </message>
</context>
<context>
    <name>recognition</name>
    <message>
        <source>Registration certificate</source>
        <translation>Свидетельство о регистрации</translation>
    </message>
    <message>
        <source>VIN plate</source>
        <translation>Табличка VIN</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Supplier's invoice</source>
        <translation>Накладная поставщика</translation>
    </message>
    <message>
        <source>Russian certificate</source>
        <translation>СТС</translation>
    </message>
    <message>
        <source>EU certificate</source>
        <translation>СТС Евросоюза</translation>
    </message>
    <message>
        <source>Indian certificate</source>
        <translation>СТС Индии</translation>
    </message>
</context>
<context>
    <name>recognition fields</name>
    <message>
        <source>VIN</source>
        <translation>VIN</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>Make, model</source>
        <translation>Марка, модель</translation>
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
        <source>Body number</source>
        <translation>Кузов №</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Двигатель</translation>
    </message>
    <message>
        <source>Displacement</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Мощность</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Масса</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>First registered</source>
        <translation>Первая регистрация</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Улица</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Дом</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Выдано</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation>Пробег</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
</context>
<context>
    <name>recognition notes</name>
    <message>
        <source>the check digit fits</source>
        <translation>контрольная цифра верна</translation>
    </message>
    <message>
        <source>the check digit does not fit</source>
        <translation>контрольная цифра не сходится</translation>
    </message>
    <message>
        <source>{detail} passes agree</source>
        <translation>совпали проходы: {detail}</translation>
    </message>
    <message>
        <source>same as the body number</source>
        <translation>совпало с «Кузов №»</translation>
    </message>
    <message>
        <source>the body number reads {detail}</source>
        <translation>в «Кузов №» прочитано {detail}</translation>
    </message>
    <message>
        <source>same as the car's card</source>
        <translation>совпало с карточкой авто</translation>
    </message>
    <message>
        <source>the card says {detail}</source>
        <translation>в карточке {detail}</translation>
    </message>
    <message>
        <source>{detail} has it already</source>
        <translation>уже есть у {detail}</translation>
    </message>
    <message>
        <source>known here, {detail}</source>
        <translation>есть в базе, {detail}</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>нет в базе</translation>
    </message>
    <message>
        <source>less than the last reading, {detail}</source>
        <translation>меньше прошлого показания, {detail}</translation>
    </message>
    <message>
        <source>read as “{detail}”</source>
        <translation>прочитано «{detail}»</translation>
    </message>
    <message>
        <source>the sums agree</source>
        <translation>суммы сходятся</translation>
    </message>
    <message>
        <source>the sums do not agree</source>
        <translation>суммы не сходятся</translation>
    </message>
</context>
<context>
    <name>recognition whys</name>
    <message>
        <source>no letter {letter} in a VIN</source>
        <translation>буквы {letter} в VIN нет</translation>
    </message>
    <message>
        <source>suggested for “{letter}”</source>
        <translation>предложено вместо «{letter}»</translation>
    </message>
    <message>
        <source>then the check digit fits</source>
        <translation>так сходится контрольная цифра</translation>
    </message>
    <message>
        <source>another pass saw this</source>
        <translation>так увидел другой проход</translation>
    </message>
    <message>
        <source>does not have the form</source>
        <translation>не подходит по форме</translation>
    </message>
</context>
</TS>
