<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%n works are not finished</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Mark done and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>Audit of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, {workstation}, link {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompletedDialog</name>
    <message>
        <source>{number} is completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed and sealed, total {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompletionDialog</name>
    <message>
        <source>Looking what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready to complete yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list updates as you fix things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n works are not finished.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompletionEffects</name>
    <message>
        <source>When it completes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n part lines leave stock</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}, cost {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines, prices and totals are frozen and signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No part leaves stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service entry goes to the car’s passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready notice to {who}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Concerns</name>
    <message>
        <source>Concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs of the order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectionsPanel</name>
    <message>
        <source>Request correction…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sealed never changes; a correction stands beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is not sealed yet: edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no corrections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request a correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sealed stays as it is; this stands beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>What did the customer say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed to {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By phone: note who was called and what was said.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Details of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished">Клиент</translation>
    </message>
    <message>
        <source>Who brought it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished">Обещано</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation type="unfinished">Приёмщик</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Why is the reading unusual?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterPopover</name>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>любой</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Приёмщик</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Открыт</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Delete this filter</source>
        <translation>Удалить этот фильтр</translation>
    </message>
</context>
<context>
    <name>FirstDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{job}” agreed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{job}” declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{job}” has to be agreed to again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message>
        <source>Start work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue from stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back to stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer&apos;s decision…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesPane</name>
    <message>
        <source>Jobs and lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamePopover</name>
    <message>
        <source>Keep this filter</source>
        <translation>Сохранить фильтр</translation>
    </message>
    <message>
        <source>Keep this filter under a name</source>
        <translation>Сохранить этот фильтр под именем</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Имя фильтра</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>NewOrderDialog</name>
    <message>
        <source>New work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate, phone or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate, phone, name or VIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Car or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate</source>
        <translation type="unfinished">Госномер</translation>
    </message>
    <message>
        <source>Make and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished">Телефон</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished">Обещано</translation>
    </message>
    <message>
        <source>17:30, tomorrow 12, +2h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the shop already: open {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last {value} {unit}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderAsk</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until, when it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by hand on this order; it was {price}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of {day}, when the work was declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is not from the catalogue: its price was typed in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderAudit</name>
    <message>
        <source>State</source>
        <translation type="unfinished">Состояние</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished">Итого</translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation type="unfinished">Приёмщик</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished">Клиент</translation>
    </message>
    <message>
        <source>Who brought it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished">Обещано</translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of supply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderChanges</name>
    <message>
        <source>Change line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add recommended work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderConcerns</name>
    <message>
        <source>Edit concern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the customer say?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderCorrections</name>
    <message>
        <source>Awaiting decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odometer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity of a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderEditor</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of “{job}” changed: the customer has to agree again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why this price</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderFacts</name>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technician, advisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make and model unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no odometer reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation type="unfinished">Автомобиль</translation>
    </message>
    <message>
        <source>km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished">Клиент</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished">Обещано</translation>
    </message>
    <message>
        <source>no time yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderFinding</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”, typed in as: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderLines</name>
    <message>
        <source>Customer&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by messenger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}, {when}, written down by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{qty} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type its price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labour or part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Состояние</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disc. %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished">Сумма</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n заказ</numerusform>
            <numerusform>%n заказа</numerusform>
            <numerusform>%n заказов</numerusform>
        </translation>
    </message>
    <message>
        <source>for {money}</source>
        <translation>на {money}</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>найден %n</numerusform>
            <numerusform>найдено %n</numerusform>
            <numerusform>найдено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation>{found} из {all}</translation>
    </message>
    <message>
        <source>Search all orders</source>
        <translation>Искать среди всех</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Сбросить фильтр</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>advance</source>
        <translation>аванс</translation>
    </message>
    <message>
        <source>invoiced</source>
        <translation>счёт</translation>
    </message>
    <message>
        <source>part paid</source>
        <translation>частично</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>оплачен</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Plate</source>
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
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Открыт</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Приёмщик</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>{moment}, late by {span}</source>
        <translation>{moment}, опоздание {span}</translation>
    </message>
    <message>
        <source>Nothing here matches “{text}”</source>
        <translation>Здесь нет совпадений с «{text}»</translation>
    </message>
    <message>
        <source>No order matches “{text}”</source>
        <translation>Нет заказов, совпадающих с «{text}»</translation>
    </message>
    <message>
        <source>Search by number, plate, car, name or telephone</source>
        <translation>Ищите по номеру заказа, госномеру, машине, имени или телефону</translation>
    </message>
    <message>
        <source>No order fits the filter</source>
        <translation>Под фильтр не подходит ни один заказ</translation>
    </message>
    <message>
        <source>No open work orders</source>
        <translation>Открытых заказ-нарядов нет</translation>
    </message>
    <message>
        <source>A work order begins with the plate of the car</source>
        <translation>Заказ-наряд начинается с госномера машины</translation>
    </message>
    <message>
        <source>{filter}: nothing at the moment</source>
        <translation>{filter}: сейчас ничего нет</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опаздывают</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Ждут согласования</translation>
    </message>
    <message>
        <source>Parts pending</source>
        <translation>Ждут запчасти</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готовы</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Не оплачены</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>в любое время</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>за последние 7 дней</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>за последние 30 дней</translation>
    </message>
    <message>
        <source>in the last year</source>
        <translation>за последний год</translation>
    </message>
</context>
<context>
    <name>OrderPreview</name>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Labour done</source>
        <translation>Выполнено работ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Последнее</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} из {all}</translation>
    </message>
    <message>
        <source>to be agreed</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>идёт</translation>
    </message>
</context>
<context>
    <name>OrderSteps</name>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer&apos;s decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderTabs</name>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Keep this filter under a name</source>
        <translation>Сохранить этот фильтр под именем</translation>
    </message>
</context>
<context>
    <name>OrderTotals</name>
    <message>
        <source>Labour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tax} incl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tax} on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished">Итого</translation>
    </message>
    <message>
        <source>goal {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net amount less the cost of goods; wages are not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>Credit note {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewHead</name>
    <message>
        <source>Copy the telephone</source>
        <translation>Скопировать телефон</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Мастер</translation>
    </message>
    <message>
        <source>{value} km</source>
        <translation>{value} км</translation>
    </message>
    <message>
        <source>{value} mi</source>
        <translation>{value} миль</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span} назад</translation>
    </message>
    <message>
        <source>The telephone is on the clipboard</source>
        <translation>Телефон скопирован</translation>
    </message>
</context>
<context>
    <name>RecommendationsPanel</name>
    <message>
        <source>Nothing is recommended for this car.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined work and service intervals appear here after completion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “{work}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Negative stock needs a right of its own here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative stock is not allowed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkOrdersPage</name>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
    <message>
        <source>Number, plate, car, name or phone</source>
        <translation>Номер, машина, имя или телефон</translation>
    </message>
    <message>
        <source>Search work orders</source>
        <translation>Поиск заказ-нарядов</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Выбрать колонки</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Выгрузить список</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Заказ-наряд</translation>
    </message>
    <message>
        <source>row</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>просмотр</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>фильтр</translation>
    </message>
    <message>
        <source>Excel table…</source>
        <translation>Таблица Excel…</translation>
    </message>
    <message>
        <source>CSV table…</source>
        <translation>Таблица CSV…</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) written to {file}</source>
        <translation>
            <numerusform>%n заказ записан в {file}</numerusform>
            <numerusform>%n заказа записано в {file}</numerusform>
            <numerusform>%n заказов записано в {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting work orders</source>
        <translation>Выгрузка заказ-нарядов</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Work orders</source>
        <translation>Заказ-наряды</translation>
    </message>
</context>
</TS>
