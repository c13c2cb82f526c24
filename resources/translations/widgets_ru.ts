<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>{name}, as a table</source>
        <translation>{name}, таблицей</translation>
    </message>
    <message>
        <source>{where}, free</source>
        <translation>{where}, свободно</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{name}, as a table</source>
        <translation>{name}, таблицей</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Показать таблицей</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>Показать графиком</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Columns</source>
        <translation>Колонки</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Колонки</translation>
    </message>
    <message>
        <source>show</source>
        <translation>показать</translation>
    </message>
    <message>
        <source>move</source>
        <translation>сдвинуть</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>сортировать</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation>Как было вначале</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>What could be meant</source>
        <translation>Что подходит</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Fill this in.</source>
        <translation>Заполните это поле.</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>Choose from the list, or press Esc.</source>
        <translation>Выберите из списка или нажмите Esc.</translation>
    </message>
</context>
<context>
    <name>ListingModel</name>
    <message>
        <source>Lane</source>
        <translation>Ряд</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Работа</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Find on the page</source>
        <translation>Найти на странице</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
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
        <source>Whole page</source>
        <translation>Страница целиком</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>This file is not a PDF that can be shown.</source>
        <translation>Этот файл не PDF, показать его нельзя.</translation>
    </message>
    <message>
        <source>The paper is being made…</source>
        <translation>Документ готовится…</translation>
    </message>
    <message>
        <source>{page} of {count}</source>
        <translation>{page} из {count}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n место</numerusform>
            <numerusform>%n места</numerusform>
            <numerusform>%n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} из {count}</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>choose</source>
        <translation>выбрать</translation>
    </message>
    <message>
        <source>take</source>
        <translation>вставить</translation>
    </message>
    <message>
        <source>go back</source>
        <translation>вернуть</translation>
    </message>
    <message>
        <source>Choose one from the list, or clear the field.</source>
        <translation>Выберите из списка или очистите поле.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
    <message>
        <source>about {count} s</source>
        <translation>около {count} с</translation>
    </message>
    <message>
        <source>about {count} min</source>
        <translation>около {count} мин</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>останавливается</translation>
    </message>
</context>
<context>
    <name>TabLine</name>
    <message>
        <source>Tabs</source>
        <translation>Вкладки</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>ToastLine</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Totals</source>
        <translation>Итоги</translation>
    </message>
</context>
<context>
    <name>typed</name>
    <message>
        <source>Type a day: today, fri, 17.12 or 17 dec.</source>
        <translation>Наберите день: сегодня, пт, 17.12 или 17 дек.</translation>
    </message>
    <message>
        <source>Type a time: 17:30, tomorrow 15, fri 10, +2h or 17.12 9:00.</source>
        <translation>Наберите время: 17:30, завтра 15, пт 10, +2ч или 17.12 9:00.</translation>
    </message>
    <message>
        <source>There is no such day: check the day and the month.</source>
        <translation>Такого дня нет: проверьте число и месяц.</translation>
    </message>
    <message>
        <source>There is no such time: hours go to 23, minutes to 59.</source>
        <translation>Такого времени нет: часы до 23, минуты до 59.</translation>
    </message>
    <message>
        <source>This moment is already past.</source>
        <translation>Это время уже прошло.</translation>
    </message>
    <message>
        <source>That hour does not exist: the clocks go forward then.</source>
        <translation>Такого часа нет: тогда переводят часы.</translation>
    </message>
    <message>
        <source>Type digits, for example 1500 or 12.5.</source>
        <translation>Наберите цифры, например 1500 или 12,5.</translation>
    </message>
    <message>
        <source>Type it without a mark between the thousands: it can be read in two ways.</source>
        <translation>Наберите без знака между тысячами: так можно понять двояко.</translation>
    </message>
    <message>
        <source>Too many digits after the decimal mark: round it.</source>
        <translation>Слишком много знаков после запятой: округлите.</translation>
    </message>
    <message>
        <source>Too many digits: check the number.</source>
        <translation>Слишком много цифр: проверьте число.</translation>
    </message>
    <message>
        <source>Type a number that is not below zero.</source>
        <translation>Наберите число не меньше нуля.</translation>
    </message>
    <message>
        <source>Type a number above zero.</source>
        <translation>Наберите число больше нуля.</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>Наберите целое число.</translation>
    </message>
    <message>
        <source>Type a per cent from 0 to 100.</source>
        <translation>Наберите процент от 0 до 100.</translation>
    </message>
    <message>
        <source>This is counted in another unit: type the number only.</source>
        <translation>Это считается в других единицах: наберите только число.</translation>
    </message>
</context>
</TS>
