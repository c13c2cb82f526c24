<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>PaperPanel</name>
    <message>
        <source>Paper</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Printed into {name}</source>
        <translation>Напечатано в {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n pages printed</source>
        <translation>
            <numerusform>Напечатана %n страница</numerusform>
            <numerusform>Напечатаны %n страницы</numerusform>
            <numerusform>Напечатано %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing {name}</source>
        <translation>Печать: {name}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Файлы PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Сохранено: {name}</translation>
    </message>
    <message>
        <source>{name} is on the clipboard: paste it into a message</source>
        <translation>{name} в буфере обмена: вставьте в сообщение</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Customer's copy</source>
        <translation>Экземпляр клиента</translation>
    </message>
    <message>
        <source>Shop's copy</source>
        <translation>Экземпляр цеха</translation>
    </message>
    <message>
        <source>Archive copy</source>
        <translation>Экземпляр архива</translation>
    </message>
    <message>
        <source>Act of work</source>
        <translation>Акт работ</translation>
    </message>
    <message>
        <source>Acceptance act</source>
        <translation>Акт приёмки</translation>
    </message>
    <message>
        <source>Check-in slip</source>
        <translation>Талон приёмки</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Корректировочный счёт</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Квитанция</translation>
    </message>
    <message>
        <source>Cash day</source>
        <translation>Кассовый день</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Choose printer</source>
        <translation>Выбрать принтер</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>No printer yet: save or copy the paper.</source>
        <translation>Принтера нет: сохраните или скопируйте.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Квитанция</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>На этом компьютере нет принтера.</translation>
    </message>
    <message>
        <source>Save the paper as a PDF and print it elsewhere, or add a printer in the system's settings.</source>
        <translation>Сохраните документ в PDF и распечатайте на другом компьютере или добавьте принтер в настройках системы.</translation>
    </message>
    <message>
        <source>The printer {name} did not take the paper.</source>
        <translation>Принтер {name} не принял документ.</translation>
    </message>
    <message>
        <source>Look whether it is switched on and connected, or choose another one.</source>
        <translation>Проверьте, включён ли он и подключён ли, или выберите другой.</translation>
    </message>
    <message>
        <source>{name} could not be written: {why}</source>
        <translation>Не удалось записать {name}: {why}</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Выберите другую папку.</translation>
    </message>
</context>
</TS>
