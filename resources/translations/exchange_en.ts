<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ColumnsPane</name>
    <message numerus="yes">
        <source>%n sheets</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message numerus="yes">
        <source>Import %n rows</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are in the shop.</source>
        <translation>
            <numerusform>%n row is in the shop.</numerusform>
            <numerusform>%n rows are in the shop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows with errors were left out and are listed below.</source>
        <translation>
            <numerusform>%n row with errors was left out and is listed below.</numerusform>
            <numerusform>%n rows with errors were left out and are listed below.</numerusform>
        </translation>
    </message>
</context>
</TS>
