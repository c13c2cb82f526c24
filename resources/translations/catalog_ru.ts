<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CatalogPage</name>
    <message>
        <source>Catalog</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Code, name or number</source>
        <translation>Код, название или номер</translation>
    </message>
    <message>
        <source>Search the catalog</source>
        <translation>Поиск по каталогу</translation>
    </message>
    <message>
        <source>Rates and markup…</source>
        <translation>Ставки и наценки…</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Позиция</translation>
    </message>
    <message>
        <source>row</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>card</source>
        <translation>карточка</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>изменить</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>копия</translation>
    </message>
    <message>
        <source>why this price</source>
        <translation>почему такая цена</translation>
    </message>
</context>
<context>
    <name>CatalogRows</name>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Норма</translation>
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
        <source>Available</source>
        <translation>Доступно</translation>
    </message>
    <message>
        <source>Next service</source>
        <translation>Следующее ТО</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} км</translation>
    </message>
    <message>
        <source>{n} mo</source>
        <translation>{n} мес</translation>
    </message>
</context>
<context>
    <name>ContentRow</name>
    <message>
        <source>Quantity of {name}</source>
        <translation>Количество: {name}</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Убрать: {name}</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Lines</source>
        <translation>Состав</translation>
    </message>
    <message>
        <source>Add labour or goods</source>
        <translation>Добавить работу или товар</translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>New item</source>
        <translation>Новая позиция</translation>
    </message>
</context>
<context>
    <name>ItemFacts</name>
    <message>
        <source>Facts of the item</source>
        <translation>Сведения о позиции</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Почему такая цена</translation>
    </message>
    <message>
        <source>Prices by group</source>
        <translation>Цены по группам</translation>
    </message>
    <message>
        <source>Price changes</source>
        <translation>Изменения цены</translation>
    </message>
    <message>
        <source>Open card</source>
        <translation>Открыть карточку</translation>
    </message>
    <message>
        <source>Goods behind</source>
        <translation>Складской товар</translation>
    </message>
    <message>
        <source>In packages</source>
        <translation>В пакетах</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
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
        <source>Next service</source>
        <translation>Следующее ТО</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Гарантия</translation>
    </message>
    <message>
        <source>Margin {margin}, goal {goal}</source>
        <translation>Маржа {margin}, цель {goal}</translation>
    </message>
    <message>
        <source>Why {price}</source>
        <translation>Почему {price}</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Нет цены</translation>
    </message>
    <message>
        <source>It is archived.</source>
        <translation>Позиция в архиве.</translation>
    </message>
    <message>
        <source>{name} has no price</source>
        <translation>{name}: нет цены</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Price of its own, shared onto the lines</source>
        <translation>Своя цена, разложена по строкам</translation>
    </message>
    <message>
        <source>one hour from {day}</source>
        <translation>нормо-час с {day}</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>впереди</translation>
    </message>
    <message>
        <source>no price of its own</source>
        <translation>без своей цены</translation>
    </message>
    <message>
        <source>{day}: it was {price}</source>
        <translation>{day}: было {price}</translation>
    </message>
    <message>
        <source>no bin</source>
        <translation>без ячейки</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>More</source>
        <translation>Дополнительно</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Rate × norm hours</source>
        <translation>По нормо-часам</translation>
    </message>
    <message>
        <source>Fixed price</source>
        <translation>Фиксированная цена</translation>
    </message>
    <message>
        <source>Sum of lines</source>
        <translation>Сумма строк</translation>
    </message>
    <message>
        <source>Price of its own</source>
        <translation>Своя цена</translation>
    </message>
    <message>
        <source>Cost and markup</source>
        <translation>Закупка и наценка</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Norm hours</source>
        <translation>Нормо-часы</translation>
    </message>
    <message>
        <source>Kind of labour</source>
        <translation>Вид работ</translation>
    </message>
    <message>
        <source>Next service, whichever first</source>
        <translation>Следующее ТО, что раньше</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>months</source>
        <translation>мес</translation>
    </message>
    <message>
        <source>Next service, months</source>
        <translation>Следующее ТО, месяцев</translation>
    </message>
    <message>
        <source>Product of the stock</source>
        <translation>Складской товар</translation>
    </message>
    <message>
        <source>Number, name or barcode</source>
        <translation>Номер, название или штрихкод</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Usual for the kind</source>
        <translation>Обычный для вида</translation>
    </message>
    <message>
        <source>HSN or SAC</source>
        <translation>HSN или SAC</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>серийный номер</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>партию</translation>
    </message>
    <message>
        <source>DOT of the tyre</source>
        <translation>DOT шины</translation>
    </message>
    <message>
        <source>serial of the drive battery</source>
        <translation>№ тяговой батареи</translation>
    </message>
    <message>
        <source>serial of the electric motor</source>
        <translation>№ электродвигателя</translation>
    </message>
    <message>
        <source>serial of the charger</source>
        <translation>№ зарядного устройства</translation>
    </message>
    <message>
        <source>serial of the motor controller</source>
        <translation>№ контроллера мотора (MCU)</translation>
    </message>
    <message>
        <source>serial of the vehicle controller</source>
        <translation>№ контроллера авто (VCU)</translation>
    </message>
    <message>
        <source>Technician notes</source>
        <translation>Механик записывает</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Гарантия</translation>
    </message>
    <message>
        <source>Warranty, months</source>
        <translation>Гарантия, месяцев</translation>
    </message>
    <message>
        <source>Warranty, distance</source>
        <translation>Гарантия, пробег</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Kinds</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>Prices of the group</source>
        <translation>Цены для группы</translation>
    </message>
    <message>
        <source>Items of the catalog</source>
        <translation>Позиции каталога</translation>
    </message>
    <message>
        <source>The catalog could not be read.</source>
        <translation>Каталог не прочитан.</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} из {total}</translation>
    </message>
    <message>
        <source>Nothing matches “{words}”</source>
        <translation>По запросу «{words}» ничего нет</translation>
    </message>
    <message>
        <source>Codes, names, numbers of makers and barcodes were searched.</source>
        <translation>Искали в кодах, названиях, номерах производителей и штрихкодах.</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Новая позиция</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>Архив пуст</translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>Позиций пока нет</translation>
    </message>
    <message>
        <source>Add an item, or import a price list.</source>
        <translation>Добавьте позицию или загрузите прайс-лист.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Архив</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message>
        <source>Close the card</source>
        <translation>Закрыть карточку</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Вернуть как было</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Новая позиция</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>не сохранено</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message numerus="yes">
        <source>%n open orders keep the old price</source>
        <translation>
            <numerusform>%n открытый заказ сохранит прежнюю цену</numerusform>
            <numerusform>%n открытых заказа сохранят прежнюю цену</numerusform>
            <numerusform>%n открытых заказов сохранят прежнюю цену</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is archived</source>
        <translation>В архиве: {name}</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>Снова в каталоге: {name}</translation>
    </message>
</context>
<context>
    <name>PricesDialog</name>
    <message>
        <source>Rates and markup</source>
        <translation>Ставки и наценки</translation>
    </message>
    <message>
        <source>Orders that are written keep the prices they have.</source>
        <translation>В уже написанных заказах цены не меняются.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Money for a norm hour</source>
        <translation>Стоимость нормо-часа</translation>
    </message>
    <message>
        <source>Kind of labour</source>
        <translation>Вид работ</translation>
    </message>
    <message>
        <source>Customer group</source>
        <translation>Группа клиентов</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С какого дня</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Нормо-час</translation>
    </message>
    <message>
        <source>Labour rates</source>
        <translation>Ставки нормо-часа</translation>
    </message>
    <message>
        <source>Remove rate</source>
        <translation>Удалить ставку</translation>
    </message>
    <message>
        <source>Set rate</source>
        <translation>Назначить ставку</translation>
    </message>
    <message>
        <source>The rate is removed</source>
        <translation>Ставка удалена</translation>
    </message>
    <message>
        <source>Markup on the cost of goods</source>
        <translation>Наценка на закупку товаров</translation>
    </message>
    <message>
        <source>Cost from</source>
        <translation>Закупка от</translation>
    </message>
    <message>
        <source>Markup</source>
        <translation>Наценка</translation>
    </message>
    <message>
        <source>Add band</source>
        <translation>Добавить ступень</translation>
    </message>
    <message>
        <source>Save markup</source>
        <translation>Сохранить наценки</translation>
    </message>
    <message>
        <source>Remove band</source>
        <translation>Удалить ступень</translation>
    </message>
    <message>
        <source>Fill in each cost and markup, or remove the band.</source>
        <translation>Заполните закупку и наценку в каждой ступени или удалите её.</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Catalog</source>
        <translation>Каталог</translation>
    </message>
</context>
</TS>
