<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ProductFigures</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lasts %n days</source>
        <translation>
            <numerusform>lasts %n day</numerusform>
            <numerusform>lasts %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message numerus="yes">
        <source>%n lines received</source>
        <translation>
            <numerusform>%n line received</numerusform>
            <numerusform>%n lines received</numerusform>
        </translation>
    </message>
</context>
</TS>
