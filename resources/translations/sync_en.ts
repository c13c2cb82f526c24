<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DayLine</name>
    <message numerus="yes">
        <source>the connection was lost %n times today</source>
        <translation>
            <numerusform>the connection was lost once today</numerusform>
            <numerusform>the connection was lost %n times today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordAside</name>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n records wait on this computer.</source>
        <translation>
            <numerusform>%n record waits on this computer.</numerusform>
            <numerusform>%n records wait on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n records.</source>
        <translation>
            <numerusform>The server refused %n record.</numerusform>
            <numerusform>The server refused %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncService</name>
    <message numerus="yes">
        <source>Sync: paused, %n wait</source>
        <translation>
            <numerusform>Sync: paused, %n waits</numerusform>
            <numerusform>Sync: paused, %n wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sync: %n need you</source>
        <translation>
            <numerusform>Sync: %n needs you</numerusform>
            <numerusform>Sync: %n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sync: no connection, %n wait</source>
        <translation>
            <numerusform>Sync: no connection, %n waits</numerusform>
            <numerusform>Sync: no connection, %n wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sync: %n wait</source>
        <translation>
            <numerusform>Sync: %n waits</numerusform>
            <numerusform>Sync: %n wait</numerusform>
        </translation>
    </message>
</context>
</TS>
