<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CardDialog</name>
    <message numerus="yes">
        <source>Did not come %n times</source>
        <translation>
            <numerusform>Did not come %n time</numerusform>
            <numerusform>Did not come %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message numerus="yes">
        <source>%n times before</source>
        <translation>
            <numerusform>%n time before</numerusform>
            <numerusform>%n times before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesDialog</name>
    <message numerus="yes">
        <source>%n calendars lie in {folder}</source>
        <translation>
            <numerusform>%n calendar lies in {folder}</numerusform>
            <numerusform>%n calendars lie in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnownPanel</name>
    <message numerus="yes">
        <source>Did not come %n times</source>
        <translation>
            <numerusform>Did not come %n time</numerusform>
            <numerusform>Did not come %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestReportDialog</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message numerus="yes">
        <source>%n owners ask</source>
        <translation>
            <numerusform>%n owner asks</numerusform>
            <numerusform>%n owners ask</numerusform>
        </translation>
    </message>
</context>
</TS>
