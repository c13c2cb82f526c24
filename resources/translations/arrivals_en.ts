<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Photos</name>
    <message numerus="yes">
        <source>%n, hash and time kept</source>
        <translation>
            <numerusform>%n, hash and time kept</numerusform>
            <numerusform>%n, hash and time kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new photo(s) in the folder</source>
        <translation>
            <numerusform>%n new photo in the folder</numerusform>
            <numerusform>%n new photos in the folder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message numerus="yes">
        <source>%n other checks pass</source>
        <translation>
            <numerusform>%n other check passes</numerusform>
            <numerusform>%n other checks pass</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateColumn</name>
    <message numerus="yes">
        <source>%n left in the car</source>
        <translation>
            <numerusform>%n left in the car</numerusform>
            <numerusform>%n left in the car</numerusform>
        </translation>
    </message>
</context>
</TS>
