<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RecognitionPage</name>
    <message numerus="yes">
        <source>%n fields accepted</source>
        <translation>
            <numerusform>%n field accepted</numerusform>
            <numerusform>%n fields accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Receipt of %n lines</source>
        <translation>
            <numerusform>Receipt of %n line</numerusform>
            <numerusform>Receipt of %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n fields</source>
        <translation>
            <numerusform>Transfer %n field</numerusform>
            <numerusform>Transfer %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields transferred</source>
        <translation>
            <numerusform>%n field transferred</numerusform>
            <numerusform>%n fields transferred</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%n sides</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accepted %n</source>
        <translation>
            <numerusform>accepted %n</numerusform>
            <numerusform>accepted %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not read %n</source>
        <translation>
            <numerusform>not read %n</numerusform>
            <numerusform>not read %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>check %n</source>
        <translation>
            <numerusform>check %n</numerusform>
            <numerusform>check %n</numerusform>
        </translation>
    </message>
</context>
</TS>
