"""Headings by which shops' columns are known, by shape and field, in Russian and English.

A line is "field: heading, heading"; a field may have several lines. Headings stand without signs and currency,
as they are compared (``mapping.heading_key``). The first ones of a field are the likeliest.
"""

from typing import Final


def _table(text: str) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    shape = ""
    for line in text.strip().splitlines():
        if line.strip().startswith("["):
            shape = line.strip(" []")
            continue
        field, _, words = line.strip().partition(": ")
        found[shape, field] = (*found.get((shape, field), ()), *words.split(", "))
    return found


HEADINGS: Final = _table("""
    [catalog]
    code: код, артикул, код работы, код товара, каталожный номер, номер детали, sku, code
    code: item no, item number, part number, part no, item code
    name: наименование, название, наименование работы, наименование товара, номенклатура
    name: описание, name, description, item name, item
    kind: вид, тип, вид позиции, тип позиции, kind, type
    maker: производитель, бренд, изготовитель, фирма, maker, brand, manufacturer
    unit: ед, ед изм, единица, единица измерения, unit, uom
    norm_hours: норма н ч, норма, н ч, норма часов, нормо часы, норма времени, трудоемкость
    norm_hours: norm hours, std hours, standard hours, labour time, labor time, flat rate hours
    norm_hours: hours
    labour_type: вид работ, тип работ, labour type, labor type
    cost_amount: закупка, закупка за ед, цена закупки, закупочная цена, себестоимость
    cost_amount: входная цена, cost, cost price, purchase price, buying price
    price_amount: цена, продажа, цена продажи, розничная цена, розница, цена руб, стоимость, price
    price_amount: selling price, sales price, sale price, retail price, mrp
    tax_code: ндс, ставка ндс, налог, vat, gst, tax, vat rate, gst rate, tax code
    hsn_sac: hsn sac, hsn, sac, hsn code, тн вэд
    barcode: штрихкод, штрих код, ean, ean 13, barcode, upc
    min_qty: мин остаток, минимум, мин, минимальный остаток, min level, min stock, minimum
    min_qty: min, reorder level
    max_qty: макс остаток, максимум, макс, максимальный остаток, max level, max stock
    max_qty: maximum, max
    bin: ячейка, место, место хранения, полка, bin, shelf, rack, location bin
    purchase_unit: ед закупки, единица закупки, упаковка, purchase unit, pack
    purchase_factor: в упаковке, кол во в упаковке, количество в упаковке, объем упаковки, pack size
    purchase_factor: units per pack, per pack
    equivalents: аналоги, аналог, замены, кроссы, equivalents, alternatives, cross references
    superseded_by: заменен на, замена на, новый номер, superseded by, replaced by
    next_service_km: интервал км, межсервисный интервал км, пробег до следующего то, next service km
    next_service_km: interval km, service interval km
    next_service_months: интервал мес, интервал месяцев, межсервисный интервал мес, next service months
    next_service_months: interval months, service interval months
    warranty_km: гарантия км, warranty km
    warranty_months: гарантия мес, гарантия месяцев, warranty months
    [packages]
    package_code: код пакета, пакет, package code, package
    name: название пакета, наименование пакета, название, наименование, package name, name
    price_amount: цена пакета, цена, package price, price
    tax_code: ндс, ставка ндс, vat, gst, tax, tax code
    next_service_km: интервал км, межсервисный интервал км, пробег до следующего то, next service km
    next_service_km: interval km, service interval km
    next_service_months: интервал мес, интервал месяцев, межсервисный интервал мес, next service months
    next_service_months: interval months, service interval months
    item_code: код позиции, позиция, артикул позиции, артикул, item code, line code, item
    quantity: количество, кол во, qty, quantity
    [customers]
    name: клиент, фио, ф и о, имя, наименование, контрагент, заказчик, покупатель
    name: наименование клиента, customer, customer name, client, name, full name
    kind: тип, тип клиента, вид, вид клиента, client type, customer type, type, kind
    phone: телефон, тел, телефон 1, мобильный, моб телефон, сотовый, phone, phone 1, mobile
    phone: phone number, mobile number, telephone
    other_phone: телефон 2, доп телефон, второй телефон, другой телефон, phone 2, other phone
    other_phone: second phone
    email: e mail, email, почта, эл почта, электронная почта, mail
    address: адрес, адрес регистрации, юридический адрес, address
    inn: инн, инн кпп, inn
    kpp: кпп, kpp
    ogrn: огрн, огрнип, ogrn
    gstin: gstin, gst no, gst number
    pan: pan, pan no
    eu_vat: vat id, vat no, vat number, ust idnr
    place: регион, код региона, штат, state, place of supply, region
    country: страна, country
    price_group: группа, группа цен, ценовая группа, категория, group, price group
    price_group: customer group
    discount_percent: скидка, скидка процент, discount, discount percent
    payment_term_days: отсрочка дней, отсрочка, срок оплаты дней, payment term days, credit days
    consent: согласие на пдн, согласие, согласие на обработку
    consent: согласие на обработку персональных данных, consent, gdpr consent
    note: примечание, комментарий, заметка, note, notes, comment, remarks
    [vehicles]
    plate: госномер, гос номер, номер, номер авто, регистрационный знак, грз, plate
    plate: registration, reg no, registration number, license plate, number plate
    vin: vin, вин, vin номер, vin код, идентификационный номер, chassis no
    vin: chassis number
    make: марка, марка авто, make, brand
    model: модель, модель авто, автомобиль, марка модель, make model, model, vehicle
    variant: модификация, комплектация, исполнение, variant, trim, version
    made_year: год, год выпуска, г в, year, model year, year of manufacture
    color: цвет, color, colour
    engine: двигатель, модель двигателя, engine, engine code
    engine_number: номер двигателя, engine number, engine no
    body_number: номер кузова, кузов, body number
    fuel_kind: топливо, тип топлива, fuel, fuel type
    gearbox: коробка, коробка передач, трансмиссия, gearbox, transmission
    odometer: пробег, пробег км, одометр, показания одометра, odometer, mileage, odometer km
    odometer: kms
    odometer_unit: ед, единица пробега, ед пробега, unit, odometer unit
    odometer_on: дата пробега, дата показаний, дата визита, последний визит, odometer date
    odometer_on: reading date, last visit
    owner: владелец, клиент, фио владельца, собственник, контрагент, заказчик, owner
    owner: owner name, customer, customer name, client
    owner_phone: телефон владельца, телефон, телефон клиента, owner phone, owner mobile, phone
    owner_phone: mobile, customer phone
    owner_kind: тип клиента, тип владельца, client type, customer type, owner type
    note: примечание, комментарий, заметка, note, notes, comment, remarks
    inspection_until_on: техосмотр до, то до, техосмотр действует до, диагностическая карта до
    inspection_until_on: срок диагностической карты, inspection until, mot until, inspection due
    inspection_until_on: inspection expiry, fitness upto, tuv bis
    insurance_until_on: осаго до, страховка до, полис до, каско до, срок страховки, insurance until
    insurance_until_on: insurance expiry, insurance valid till, policy until
    [recalls]
    number: номер отзыва, номер отзывной кампании, номер кампании, отзыв, кампания, recall number
    number: recall no, campaign number, recall id, nhtsa id, campaign
    maker: изготовитель, производитель, марка, make, maker, manufacturer, brand
    text: описание, причина отзыва, причина, дефект, неисправность, description, defect, text, reason
    models: модели, модель, model, models, vehicle models
    vins: vin, vin номера, список vin, вин, vins, vin list, affected vins
    vin_from: vin от, vin с, начальный vin, vin from, first vin
    vin_to: vin до, vin по, конечный vin, vin to, last vin
    year_from: год от, год с, годы выпуска от, year from, from year, model year from
    year_to: год до, год по, годы выпуска до, year to, to year, model year to
    remedy: мероприятия, ремонт, что сделать, устранение, remedy, fix, action
    source: источник, source, published by
    published_on: дата, дата публикации, дата отзыва, опубликовано, date, published, recall date
    is_safety: безопасность, опасно, угроза безопасности, safety, is safety
    [opening_stock]
    code: артикул, код, код товара, каталожный номер, номер детали, sku, code, item no
    code: item number, part number, part no, item code
    location: склад, место хранения, warehouse, store, location
    bin: ячейка, место, полка, bin, shelf, rack
    quantity: остаток, количество, кол во, факт, на складе, qty, quantity, on hand, stock
    cost_amount: себестоимость, себестоимость за ед, цена, учетная цена, закупка, цена закупки
    cost_amount: закупочная цена, cost, cost price, unit cost, purchase price
    value_amount: сумма, стоимость, сумма остатка, value, total, total cost, amount
""")
