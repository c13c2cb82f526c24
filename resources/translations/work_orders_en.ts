<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%n works are not finished</source>
        <translation>
            <numerusform>%n work is not finished</numerusform>
            <numerusform>%n works are not finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompletionDialog</name>
    <message numerus="yes">
        <source>%n works are not finished.</source>
        <translation>
            <numerusform>%n work is not finished.</numerusform>
            <numerusform>%n works are not finished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompletionEffects</name>
    <message numerus="yes">
        <source>%n part lines leave stock</source>
        <translation>
            <numerusform>%n part line leaves stock</numerusform>
            <numerusform>%n part lines leave stock</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkOrdersPage</name>
    <message numerus="yes">
        <source>%n order(s) written to {file}</source>
        <translation>
            <numerusform>%n order written to {file}</numerusform>
            <numerusform>%n orders written to {file}</numerusform>
        </translation>
    </message>
</context>
</TS>
