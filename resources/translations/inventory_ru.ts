<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Adjust {sku}</source>
        <translation>Корректировка {sku}</translation>
    </message>
    <message>
        <source>Counted on the shelf</source>
        <translation>Пересчитано на полке</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>Списание</translation>
    </message>
    <message>
        <source>Back to the supplier</source>
        <translation>Возврат поставщику</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Насчитали</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write into the books</source>
        <translation>Записать в учёт</translation>
    </message>
    <message>
        <source>The books say {n}.</source>
        <translation>По учёту {n}.</translation>
    </message>
    <message>
        <source>{n} more will be written in.</source>
        <translation>Будет оприходовано {n}.</translation>
    </message>
    <message>
        <source>{n} will be written off.</source>
        <translation>Будет списано {n}.</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Ничего не изменится.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Заполните это поле.</translation>
    </message>
    <message>
        <source>Written into the books</source>
        <translation>Записано в учёт</translation>
    </message>
</context>
<context>
    <name>InventoryPage</name>
    <message>
        <source>Stock</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Number, name or barcode</source>
        <translation>Номер, название или штрихкод</translation>
    </message>
    <message>
        <source>Search the stock</source>
        <translation>Поиск по складу</translation>
    </message>
    <message>
        <source>Stores…</source>
        <translation>Склады…</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>From an invoice…</source>
        <translation>По накладной…</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>open document</source>
        <translation>открыть документ</translation>
    </message>
    <message>
        <source>copy rows</source>
        <translation>копировать строки</translation>
    </message>
    <message>
        <source>row</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>card</source>
        <translation>карточка</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Equivalent of {sku}</source>
        <translation>Аналог для {sku}</translation>
    </message>
    <message>
        <source>Both will be found by the number of either.</source>
        <translation>Оба будут находиться по номеру любого из них.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Number, name or barcode</source>
        <translation>Номер, название или штрихкод</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Связать</translation>
    </message>
    <message>
        <source>Choose another product.</source>
        <translation>Выберите другой товар.</translation>
    </message>
</context>
<context>
    <name>MovesTab</name>
    <message>
        <source>On hand, {n} days</source>
        <translation>В наличии за {n} дней</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Движения</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Остатки</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>В резерве</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Доступно</translation>
    </message>
    <message>
        <source>Kept for orders</source>
        <translation>Отложено под заказы</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Последний приход</translation>
    </message>
    <message>
        <source>minimum {n}</source>
        <translation>минимум {n}</translation>
    </message>
    <message>
        <source>Nothing lies anywhere</source>
        <translation>Нигде не лежит</translation>
    </message>
    <message>
        <source>no order</source>
        <translation>без заказа</translation>
    </message>
    <message>
        <source>It has not moved yet</source>
        <translation>Движений ещё не было</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Движение</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Открыть заказ</translation>
    </message>
    <message>
        <source>Open the invoice</source>
        <translation>Открыть счёт</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Take this move back…</source>
        <translation>Отменить это движение…</translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>В архив</translation>
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
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Ячейка</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Учёт в</translation>
    </message>
    <message>
        <source>Bought in</source>
        <translation>Закупка в</translation>
    </message>
    <message>
        <source>Units in one bought</source>
        <translation>Единиц в упаковке</translation>
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
        <source>Last cost, without tax</source>
        <translation>Последняя закупка, без налога</translation>
    </message>
    <message>
        <source>Replaced by number</source>
        <translation>Заменён номером</translation>
    </message>
    <message>
        <source>Each piece has a serial number</source>
        <translation>У каждой штуки свой серийный номер</translation>
    </message>
    <message>
        <source>{sku} is archived</source>
        <translation>{sku} в архиве</translation>
    </message>
    <message>
        <source>{sku} is back</source>
        <translation>{sku} снова на складе</translation>
    </message>
</context>
<context>
    <name>ProductFigures</name>
    <message>
        <source>{n} in {place}</source>
        <translation>{n}: {place}</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>В резерве</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Доступно</translation>
    </message>
    <message>
        <source>last {cost}</source>
        <translation>последняя {cost}</translation>
    </message>
    <message>
        <source>Average cost</source>
        <translation>Средняя закупка</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>goal {n}</source>
        <translation>цель {n}</translation>
    </message>
    <message>
        <source>Used in {n} days</source>
        <translation>Расход за {n} дней</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>minimum {n}</source>
        <translation>минимум {n}</translation>
    </message>
    <message>
        <source>maximum {n}</source>
        <translation>максимум {n}</translation>
    </message>
    <message numerus="yes">
        <source>lasts %n days</source>
        <translation>
            <numerusform>хватит на %n день</numerusform>
            <numerusform>хватит на %n дня</numerusform>
            <numerusform>хватит на %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>lasts over a year</source>
        <translation>хватит больше чем на год</translation>
    </message>
</context>
<context>
    <name>ProductView</name>
    <message>
        <source>Figures of the product</source>
        <translation>Показатели товара</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Корректировка</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Parts of the card</source>
        <translation>Разделы карточки</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Ячейка</translation>
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
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>В резерве</translation>
    </message>
    <message>
        <source>Sold as</source>
        <translation>Продаётся как</translation>
    </message>
    <message>
        <source>Equivalents</source>
        <translation>Аналоги</translation>
    </message>
    <message>
        <source>Link an equivalent…</source>
        <translation>Указать аналог…</translation>
    </message>
    <message>
        <source>Nothing is kept for orders</source>
        <translation>Под заказы ничего не отложено</translation>
    </message>
    <message>
        <source>No item of the catalog sells it</source>
        <translation>В каталоге нет позиции с этим товаром</translation>
    </message>
    <message>
        <source>No equivalents are known</source>
        <translation>Аналоги не указаны</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Движения</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Receive goods</source>
        <translation>Приёмка товара</translation>
    </message>
    <message>
        <source>Supplier and document</source>
        <translation>Поставщик и документ</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Cost of one</source>
        <translation>Цена закупки</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Not found in the stock: {names}</source>
        <translation>Не найдены на складе: {names}</translation>
    </message>
    <message>
        <source>Choose a product first.</source>
        <translation>Сначала выберите товар.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines received</source>
        <translation>
            <numerusform>Принята %n строка</numerusform>
            <numerusform>Приняты %n строки</numerusform>
            <numerusform>Принято %n строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiveLine</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Number, name or barcode</source>
        <translation>Номер, название или штрихкод</translation>
    </message>
    <message>
        <source>New product “{text}”</source>
        <translation>Новый товар «{text}»</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Cost of one, without tax</source>
        <translation>Цена закупки, без налога</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Убрать строку</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Заполните это поле.</translation>
    </message>
    <message>
        <source>{unit} of {n}</source>
        <translation>{unit} по {n}</translation>
    </message>
</context>
<context>
    <name>ReverseDialog</name>
    <message>
        <source>Take this move back</source>
        <translation>Отменить это движение</translation>
    </message>
    <message>
        <source>{start} → {end}</source>
        <translation>{start} → {end}</translation>
    </message>
    <message>
        <source>{qty} go {way}. The wrong move stays in the books.</source>
        <translation>{qty}: {way}. Ошибочное движение останется в учёте.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Отменить движение</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Move {sku} to another store</source>
        <translation>Перемещение {sku} на другой склад</translation>
    </message>
    <message>
        <source>{place}, {n} free</source>
        <translation>{place}, свободно {n}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>{qty} to {place}, sent {when}</source>
        <translation>{qty}: {place}, отправлено {when}</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Прибыло</translation>
    </message>
    <message>
        <source>On the way. It counts again when it has arrived.</source>
        <translation>В пути. Снова будет в наличии, когда прибудет.</translation>
    </message>
</context>
<context>
    <name>StockList</name>
    <message>
        <source>Views of the stock</source>
        <translation>Виды склада</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>Все склады</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Склад</translation>
    </message>
    <message>
        <source>Products of the stock</source>
        <translation>Складские товары</translation>
    </message>
    <message>
        <source>The stock could not be read.</source>
        <translation>Склад не прочитан.</translation>
    </message>
    <message>
        <source>Worth {value}</source>
        <translation>На сумму {value}</translation>
    </message>
    <message>
        <source>{found} found</source>
        <translation>найдено: {found}</translation>
    </message>
    <message>
        <source>Nothing matches “{words}”</source>
        <translation>По запросу «{words}» ничего нет</translation>
    </message>
    <message>
        <source>Numbers, names, makers and barcodes were searched.</source>
        <translation>Искали в номерах, названиях, производителях и штрихкодах.</translation>
    </message>
    <message>
        <source>Nothing is below its minimum</source>
        <translation>Ниже минимума ничего нет</translation>
    </message>
    <message>
        <source>No balance is below zero</source>
        <translation>Отрицательных остатков нет</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>Архив пуст</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Nothing in stock yet</source>
        <translation>На складе пока пусто</translation>
    </message>
    <message>
        <source>Add a product, or import a price list with its opening stock.</source>
        <translation>Добавьте товар или загрузите прайс-лист с начальными остатками.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Below minimum</source>
        <translation>Ниже минимума</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>Минус</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Архив</translation>
    </message>
</context>
<context>
    <name>StockRows</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Ячейка</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>В резерве</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Доступно</translation>
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
        <source>Average cost</source>
        <translation>Ср. закупка</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>Минус</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Закончился</translation>
    </message>
    <message>
        <source>Below minimum</source>
        <translation>Ниже минимума</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>Откуда и куда</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Кол-во</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Закупка</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>Начальный остаток</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Приход</translation>
    </message>
    <message>
        <source>Taken to a car</source>
        <translation>Выдано на машину</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Израсходовано</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Перемещение</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Корректировка</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>Списание</translation>
    </message>
    <message>
        <source>Counter-move</source>
        <translation>Обратное движение</translation>
    </message>
    <message>
        <source>{start} → {end}</source>
        <translation>{start} → {end}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>no order</source>
        <translation>без заказа</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Госномер</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Автомобиль</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
</context>
<context>
    <name>StoresDialog</name>
    <message>
        <source>Stores</source>
        <translation>Склады</translation>
    </message>
    <message>
        <source>A store closes when nothing lies in it any more.</source>
        <translation>Склад можно закрыть, когда в нём ничего не осталось.</translation>
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
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Close the store</source>
        <translation>Закрыть склад</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Новый склад</translation>
    </message>
    <message>
        <source>Store with shelves</source>
        <translation>Склад с полками</translation>
    </message>
    <message>
        <source>Central warehouse</source>
        <translation>Центральный склад</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Open the store</source>
        <translation>Открыть склад</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыт</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыт</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Stock</source>
        <translation>Склад</translation>
    </message>
</context>
</TS>
