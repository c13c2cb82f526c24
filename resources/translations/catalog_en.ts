<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CatalogRows</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message numerus="yes">
        <source>%n open orders keep the old price</source>
        <translation>
            <numerusform>%n open order keeps the old price</numerusform>
            <numerusform>%n open orders keep the old price</numerusform>
        </translation>
    </message>
</context>
</TS>
