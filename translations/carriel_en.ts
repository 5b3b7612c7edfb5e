<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a span of time</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>Without connection · %n change(s) to send</source>
        <translation>
            <numerusform>Without connection · %n change to send</numerusform>
            <numerusform>Without connection · %n changes to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) wait for you</source>
        <translation>
            <numerusform>%n matter waits for you</numerusform>
            <numerusform>%n matters wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) with a problem</source>
        <translation>
            <numerusform>%n document with a problem</numerusform>
            <numerusform>%n documents with a problem</numerusform>
        </translation>
    </message>
</context>
</TS>
