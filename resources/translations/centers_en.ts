<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupSection</name>
    <message numerus="yes">
        <source>The newest backup is %n days old.</source>
        <translation>
            <numerusform>The newest backup is %n day old.</numerusform>
            <numerusform>The newest backup is %n days old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnlineForm</name>
    <message numerus="yes">
        <source>Now an owner may choose of %n services</source>
        <translation>
            <numerusform>Now an owner may choose of %n service</numerusform>
            <numerusform>Now an owner may choose of %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message numerus="yes">
        <source>%n differences from factory</source>
        <translation>
            <numerusform>%n difference from factory</numerusform>
            <numerusform>%n differences from factory</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RightPopup</name>
    <message numerus="yes">
        <source>Used %n times in 30 days</source>
        <translation>
            <numerusform>Used once in 30 days</numerusform>
            <numerusform>Used %n times in 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
