<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ColumnsPane</name>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Change how the file is read</source>
        <translation>Изменить, как читается файл</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message numerus="yes">
        <source>%n sheets</source>
        <translation>
            <numerusform>%n лист</numerusform>
            <numerusform>%n листа</numerusform>
            <numerusform>%n листов</numerusform>
        </translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>дробь через запятую</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>дробь через точку</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>File column</source>
        <translation>Колонка файла</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Первая строка</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>(пропустить)</translation>
    </message>
    <message>
        <source>What “{column}” means</source>
        <translation>Что значит «{column}»</translation>
    </message>
    <message>
        <source>This column is left out.</source>
        <translation>Эта колонка пропускается.</translation>
    </message>
    <message>
        <source>{fits} of {filled} looked-at values can be read.</source>
        <translation>Прочитано {fits} из {filled} просмотренных значений.</translation>
    </message>
    <message>
        <source>After the import</source>
        <translation>После загрузки</translation>
    </message>
    <message>
        <source>After the import, as it is</source>
        <translation>Стало после загрузки</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a file here</source>
        <translation>Перетащите файл сюда</translation>
    </message>
    <message>
        <source>Drop a price list, customers, cars or stock here</source>
        <translation>Перетащите сюда прайс, клиентов, машины или остатки</translation>
    </message>
    <message>
        <source>Excel (.xlsx) or a text table (.csv), up to 32 MB. What it is about is found out.</source>
        <translation>Excel (.xlsx) или текстовая таблица (.csv), до 32 МБ. Что в файле, программа определит.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Nothing is written before you saw what would change.</source>
        <translation>Ничего не запишется, пока вы не увидите, что изменится.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Import, export</source>
        <translation>Импорт и экспорт</translation>
    </message>
    <message>
        <source>{name} cannot be written: {why}.</source>
        <translation>{name} не записывается: {why}.</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>Выберите другую папку или имя.</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Cars and owners</source>
        <translation>Машины и владельцы</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>Начальные остатки</translation>
    </message>
    <message>
        <source>Recalls</source>
        <translation>Отзывные кампании</translation>
    </message>
    <message>
        <source>Import a price list</source>
        <translation>Загрузка прайс-листа</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>Загрузка клиентов</translation>
    </message>
    <message>
        <source>Import cars and owners</source>
        <translation>Загрузка машин и владельцев</translation>
    </message>
    <message>
        <source>Import opening stock</source>
        <translation>Загрузка остатков</translation>
    </message>
    <message>
        <source>Import recalls</source>
        <translation>Загрузить отзывные кампании</translation>
    </message>
    <message>
        <source>Labour, parts, fluids, packages, prices</source>
        <translation>Работы, запчасти, жидкости, комплексы, цены</translation>
    </message>
    <message>
        <source>Names, phones, tax numbers, discounts</source>
        <translation>Имена, телефоны, ИНН, скидки</translation>
    </message>
    <message>
        <source>Plates, VINs, mileage, owners</source>
        <translation>Госномера, VIN, пробег, владельцы</translation>
    </message>
    <message>
        <source>Numbers, makers, VINs, what to do</source>
        <translation>Номера, марки, VIN, что сделать</translation>
    </message>
    <message>
        <source>What lies on the shelves, with its cost</source>
        <translation>Что лежит на полках, с ценой закупки</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>как раньше</translation>
    </message>
    <message>
        <source>you chose</source>
        <translation>выбрали вы</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>по названию</translation>
    </message>
    <message>
        <source>by part of it</source>
        <translation>похоже</translation>
    </message>
    <message>
        <source>by what is in it</source>
        <translation>по содержимому</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Новые</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменятся</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Уже есть</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущены</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Items of the catalog</source>
        <translation>Позиции каталога</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Автомобили</translation>
    </message>
    <message>
        <source>Moves of stock</source>
        <translation>Движения склада</translation>
    </message>
    <message>
        <source>items</source>
        <translation>позиции</translation>
    </message>
    <message>
        <source>packages</source>
        <translation>комплексы</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>клиенты</translation>
    </message>
    <message>
        <source>cars</source>
        <translation>машины</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>остатки</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Back to the start</source>
        <translation>В начало</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Колонки</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Save as recipe</source>
        <translation>Сохранить рецепт</translation>
    </message>
    <message>
        <source>What shows</source>
        <translation>Что показать</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>выбрать файл</translation>
    </message>
    <message>
        <source>take the remedy</source>
        <translation>исправить</translation>
    </message>
    <message>
        <source>check again</source>
        <translation>проверить снова</translation>
    </message>
    <message>
        <source>back</source>
        <translation>назад</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Импорт и экспорт</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Загружено</translation>
    </message>
    <message numerus="yes">
        <source>Import %n rows</source>
        <translation>
            <numerusform>Загрузить %n строку</numerusform>
            <numerusform>Загрузить %n строки</numerusform>
            <numerusform>Загрузить %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are in the shop.</source>
        <translation>
            <numerusform>Загружена %n строка.</numerusform>
            <numerusform>Загружены %n строки.</numerusform>
            <numerusform>Загружено %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows with errors were left out and are listed below.</source>
        <translation>
            <numerusform>%n строка с ошибками пропущена, она ниже.</numerusform>
            <numerusform>%n строки с ошибками пропущены, они ниже.</numerusform>
            <numerusform>%n строк с ошибками пропущено, они ниже.</numerusform>
        </translation>
    </message>
    <message>
        <source>What this file is about could not be found out from its columns.</source>
        <translation>По колонкам не удалось понять, что в этом файле.</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>Указать</translation>
    </message>
    <message>
        <source>{n} are added</source>
        <translation>новых: {n}</translation>
    </message>
    <message>
        <source>{n} change what is known</source>
        <translation>изменят известное: {n}</translation>
    </message>
    <message>
        <source>{n} with errors are left out</source>
        <translation>с ошибками, не загрузятся: {n}</translation>
    </message>
    <message>
        <source>{what}. It is one action in the audit.</source>
        <translation>{what}. В журнале это одно действие.</translation>
    </message>
    <message>
        <source>Import them</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Tables (*.xlsx *.csv *.txt *.tsv);;All files (*)</source>
        <translation>Таблицы (*.xlsx *.csv *.txt *.tsv);;Все файлы (*)</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Файл для загрузки</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>Пишем список</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Колонка</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Сохранено: {name}</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Сохранить список</translation>
    </message>
</context>
<context>
    <name>MannerDialog</name>
    <message>
        <source>How the file is read</source>
        <translation>Как читается файл</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Что в файле</translation>
    </message>
    <message>
        <source>as the center writes</source>
        <translation>как пишет центр</translation>
    </message>
    <message>
        <source>comma: 1 234,50</source>
        <translation>запятая: 1 234,50</translation>
    </message>
    <message>
        <source>point: 1,234.50</source>
        <translation>точка: 1,234.50</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Знак дроби</translation>
    </message>
    <message>
        <source>found out ({name})</source>
        <translation>определить ({name})</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>определить</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>vertical line</source>
        <translation>вертикальная черта</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>Между колонками</translation>
    </message>
    <message>
        <source>How far it may go</source>
        <translation>Что разрешено</translation>
    </message>
    <message>
        <source>Replace what is known, not only fill what is empty</source>
        <translation>Заменять известное, а не только заполнять пустое</translation>
    </message>
    <message>
        <source>Make customers of owners that nobody knows</source>
        <translation>Заводить клиентов из незнакомых владельцев</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>Прочитать так</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Читаем файл</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Проверяем</translation>
    </message>
    <message>
        <source>Bringing it in</source>
        <translation>Загружаем</translation>
    </message>
    <message>
        <source>{what}, {done} of {total}</source>
        <translation>{what}, {done} из {total}</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Пока ничего не записано.</translation>
    </message>
    <message>
        <source>Figures below are from {at}. Nothing is written yet.</source>
        <translation>Цифры ниже на {at}. Пока ничего не записано.</translation>
    </message>
    <message>
        <source>All of it is written at the end, or none.</source>
        <translation>В конце записывается всё или ничего.</translation>
    </message>
</context>
<context>
    <name>RecipeDialog</name>
    <message>
        <source>Recipes for these columns</source>
        <translation>Рецепты для этих колонок</translation>
    </message>
    <message>
        <source>Kept for everybody; the next file of that kind is read by it.</source>
        <translation>Сохраняются для всех; следующий такой файл читается по рецепту.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Keep the present columns as</source>
        <translation>Сохранить нынешние колонки как</translation>
    </message>
    <message>
        <source>Kept recipes</source>
        <translation>Сохранённые рецепты</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>The recipe is kept</source>
        <translation>Рецепт сохранён</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Rows of the file</source>
        <translation>Строки файла</translation>
    </message>
    <message>
        <source>Rows by what becomes of them</source>
        <translation>Строки по тому, что с ними будет</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Save this list as a file</source>
        <translation>Сохранить список в файл</translation>
    </message>
    <message>
        <source>Problems and rows</source>
        <translation>Ошибки и строки</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Здесь пусто.</translation>
    </message>
    <message>
        <source>next</source>
        <translation>дальше</translation>
    </message>
    <message>
        <source>take the remedy</source>
        <translation>исправить</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>другое значение</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Ввести…</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>new here</source>
        <translation>нет в базе</translation>
    </message>
    <message>
        <source>known values too</source>
        <translation>и известное тоже</translation>
    </message>
    <message>
        <source>only empty fields</source>
        <translation>только пустое</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>то же самое</translation>
    </message>
    <message>
        <source>each is listed</source>
        <translation>все в списке</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>пропустим</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>На что взглянуть</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Колонка</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Первое</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Второе</translation>
    </message>
    <message>
        <source>Row {n} as it stands in the file</source>
        <translation>Строка {n}, как в файле</translation>
    </message>
    <message>
        <source>{sheet}, row {n} as it stands</source>
        <translation>{sheet}, строка {n}, как в файле</translation>
    </message>
    <message>
        <source>Row {n}: {column} is left out</source>
        <translation>Строка {n}: «{column}» пропускаем</translation>
    </message>
    <message>
        <source>Row {n}: {text}</source>
        <translation>Строка {n}: {text}</translation>
    </message>
</context>
<context>
    <name>StartPane</name>
    <message>
        <source>Bring in</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Try it with a sample:</source>
        <translation>Попробовать на примере:</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>Importing such a file again adds nothing. The audit names who took it out.</source>
        <translation>Повторная загрузка такого файла ничего не добавит. В журнале видно, кто выгрузил.</translation>
    </message>
    <message>
        <source>{list} as {format}</source>
        <translation>{list}, {format}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {n} of {count}: {title}</source>
        <translation>Шаг {n} из {count}: {title}</translation>
    </message>
</context>
<context>
    <name>ValueDialog</name>
    <message>
        <source>{column}, row {n}</source>
        <translation>{column}, строка {n}</translation>
    </message>
    <message>
        <source>Read this instead</source>
        <translation>Прочитать вместо этого</translation>
    </message>
    <message>
        <source>The file itself stays as it is.</source>
        <translation>Сам файл не изменится.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Принять</translation>
    </message>
</context>
<context>
    <name>_Painter</name>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
</context>
</TS>
