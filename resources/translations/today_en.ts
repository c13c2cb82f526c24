<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripPart</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at risk</source>
        <translation>
            <numerusform>%n at risk</numerusform>
            <numerusform>%n at risk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayCharts</name>
    <message numerus="yes">
        <source>%n cars</source>
        <translation>
            <numerusform>%n car</numerusform>
            <numerusform>%n cars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayRows</name>
    <message numerus="yes">
        <source>%n records need you</source>
        <translation>
            <numerusform>%n record needs you</numerusform>
            <numerusform>%n records need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owners ask for a visit</source>
        <translation>
            <numerusform>%n owner asks for a visit</numerusform>
            <numerusform>%n owners ask for a visit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for a time</source>
        <translation>
            <numerusform>%n waits for a time</numerusform>
            <numerusform>%n wait for a time</numerusform>
        </translation>
    </message>
</context>
</TS>
