<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>carriel::ui::AskedList</name>
    <message numerus="yes">
        <source>up to %n documents</source>
        <translation>
            <numerusform>up to %n document</numerusform>
            <numerusform>up to %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not older than %n days</source>
        <translation>
            <numerusform>not older than %n day</numerusform>
            <numerusform>not older than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n documents are asked for here.</source>
        <translation>
            <numerusform>No more than %n document is asked for here.</numerusform>
            <numerusform>No more than %n documents are asked for here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::ActivityPage</name>
    <message numerus="yes">
        <source>Nothing was changed in %n entries</source>
        <translation>
            <numerusform>Nothing was changed in %n entry</numerusform>
            <numerusform>Nothing was changed in %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not anchored yet: your operator signs them at the next sync. Until then their end could be cut.</source>
        <translation>
            <numerusform>%n of them is not anchored yet: your operator signs it at the next sync. Until then the end could be cut.</numerusform>
            <numerusform>%n of them are not anchored yet: your operator signs them at the next sync. Until then their end could be cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your operator has %n more entries, which come with the next sync.</source>
        <translation>
            <numerusform>Your operator has %n more entry, which comes with the next sync.</numerusform>
            <numerusform>Your operator has %n more entries, which come with the next sync.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents restored</source>
        <translation>
            <numerusform>%n document restored</numerusform>
            <numerusform>%n documents restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents deleted for ever</source>
        <translation>
            <numerusform>%n document deleted for ever</numerusform>
            <numerusform>%n documents deleted for ever</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents will always be on this computer</source>
        <translation>
            <numerusform>%n document will always be on this computer</numerusform>
            <numerusform>%n documents will always be on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents need not stay on this computer</source>
        <translation>
            <numerusform>%n document need not stay on this computer</numerusform>
            <numerusform>%n documents need not stay on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents and folders, with all they hold, moved to the trash</source>
        <translation>
            <numerusform>%n item, with all it holds, moved to the trash</numerusform>
            <numerusform>%n documents and folders, with all they hold, moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents moved to the trash</source>
        <translation>
            <numerusform>%n document moved to the trash</numerusform>
            <numerusform>%n documents moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents again in the trash</source>
        <translation>
            <numerusform>%n document again in the trash</numerusform>
            <numerusform>%n documents again in the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::NotificationsPage</name>
    <message numerus="yes">
        <source>%n of those you have opened say so</source>
        <translation>
            <numerusform>%n of those you have opened says so</numerusform>
            <numerusform>%n of those you have opened say so</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n change(s) wait here to be sent. Send them with: carriel-cli sync</source>
        <translation>
            <numerusform>%n change waits here to be sent. Send it with: carriel-cli sync</numerusform>
            <numerusform>%n changes wait here to be sent. Send them with: carriel-cli sync</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours are only on this computer. Your operator gets them once you log in again.</source>
        <translation>
            <numerusform>%n change of yours is only on this computer. Your operator gets it once you log in again.</numerusform>
            <numerusform>%n changes of yours are only on this computer. Your operator gets them once you log in again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are left to send.</source>
        <translation>
            <numerusform>%n change is left to send.</numerusform>
            <numerusform>%n changes are left to send.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here to be sent. What keeps them is said below.</source>
        <translation>
            <numerusform>%n change waits here to be sent. What keeps it is said below.</numerusform>
            <numerusform>%n changes wait here to be sent. What keeps them is said below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be brought back: their content is not on this computer. The question about them stays: removals</source>
        <translation>
            <numerusform>%n cannot be brought back: its content is not on this computer. The question about it stays: removals</numerusform>
            <numerusform>%n cannot be brought back: their content is not on this computer. The question about them stays: removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here because the transfers are paused. Resume them with: carriel-cli transfers resume all</source>
        <translation>
            <numerusform>%n change waits here because the transfers are paused. Resume them with: carriel-cli transfers resume all</numerusform>
            <numerusform>%n changes wait here because the transfers are paused. Resume them with: carriel-cli transfers resume all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or folder(s) are removed here, too.</source>
        <translation>
            <numerusform>%n document or folder is removed here, too.</numerusform>
            <numerusform>%n documents or folders are removed here, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or folder(s) stay here and come back to your other computers.</source>
        <translation>
            <numerusform>%n document or folder stays here and comes back to your other computers.</numerusform>
            <numerusform>%n documents or folders stay here and come back to your other computers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another computer removed %n document(s) or folder(s) at once. They stay here until you answer: carriel-cli removals</source>
        <translation>
            <numerusform>Another computer removed %n document or folder. It stays here until you answer: carriel-cli removals</numerusform>
            <numerusform>Another computer removed %n documents or folders at once. They stay here until you answer: carriel-cli removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), until %1:</source>
        <translation>
            <numerusform>%n document, until %1:</numerusform>
            <numerusform>%n documents, until %1:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) about what is shared wait to be sent.</source>
        <translation>
            <numerusform>%n decision about what is shared waits to be sent.</numerusform>
            <numerusform>%n decisions about what is shared wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) came back: nothing was shared.</source>
        <translation>
            <numerusform>%n share came back: nothing was shared.</numerusform>
            <numerusform>%n shares came back: nothing was shared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) to entities wait to be sent.</source>
        <translation>
            <numerusform>%n contribution to an entity waits to be sent.</numerusform>
            <numerusform>%n contributions to entities wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) came back: nothing was given.</source>
        <translation>
            <numerusform>%n contribution came back: nothing was given.</numerusform>
            <numerusform>%n contributions came back: nothing was given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words of %n document(s) are being read, so that they can be found…</source>
        <translation>
            <numerusform>The words of %n document are being read, so that it can be found…</numerusform>
            <numerusform>The words of %n documents are being read, so that they can be found…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or folder(s) are no longer at your operator; they were kept here. See them with: carriel-cli missing</source>
        <translation>
            <numerusform>%n document or folder is no longer at your operator; it was kept here. See it with: carriel-cli missing</numerusform>
            <numerusform>%n documents or folders are no longer at your operator; they were kept here. See them with: carriel-cli missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your operator has not given the content of %n document(s) that belong on this computer. See them with: carriel-cli transfers</source>
        <translation>
            <numerusform>Your operator has not given the content of %n document that belongs on this computer. See it with: carriel-cli transfers</numerusform>
            <numerusform>Your operator has not given the content of %n documents that belong on this computer. See them with: carriel-cli transfers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) are not sent: they come back to you with the name of whoever has the number, and wait for your word.</source>
        <translation>
            <numerusform>%n share is not sent: it comes back to you with the name of whoever has the number, and waits for your word.</numerusform>
            <numerusform>%n shares are not sent: they come back to you with the name of whoever has the number, and wait for your word.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked %1, your operator showed what it holds of %n document(s).</source>
        <translation>
            <numerusform>Asked %1, your operator showed what it holds of one document.</numerusform>
            <numerusform>Asked %1, your operator showed what it holds of %n documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be sent, because the content is not on this computer: %1</source>
        <translation>
            <numerusform>One could not be sent, because its content is not on this computer: %1</numerusform>
            <numerusform>%n could not be sent, because their content is not on this computer: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your operator lost or changed the content of %n document(s). See them with: carriel-cli missing</source>
        <translation>
            <numerusform>Your operator lost or changed the content of one document. See it with: carriel-cli missing</numerusform>
            <numerusform>Your operator lost or changed the content of %n documents. See them with: carriel-cli missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or folder(s) that your operator has no longer are taken away from this computer for good.</source>
        <translation>
            <numerusform>%n document or folder that your operator has no longer is taken away from this computer for good.</numerusform>
            <numerusform>%n documents or folders that your operator has no longer are taken away from this computer for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) whose content your operator lost go to the trash, here and on your other computers.</source>
        <translation>
            <numerusform>%n document whose content your operator lost goes to the trash, here and on your other computers.</numerusform>
            <numerusform>%n documents whose content your operator lost go to the trash, here and on your other computers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n the only copy that is known lies on this computer: &quot;missing send&quot; sends it again.</source>
        <translation>
            <numerusform>Of %n the only copy that is known lies on this computer: &quot;missing send&quot; sends it again.</numerusform>
            <numerusform>Of %n the only copies that are known lie on this computer: &quot;missing send&quot; sends them again.</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matter</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another computer removed %n document(s) at once</source>
        <translation>
            <numerusform>Another computer removed %n document at once</numerusform>
            <numerusform>Another computer removed %n documents at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are no longer at your operator</source>
        <translation>
            <numerusform>%n document is no longer at your operator</numerusform>
            <numerusform>%n documents are no longer at your operator</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>tried %n time</numerusform>
            <numerusform>tried %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your operator lost or changed the content of %n document(s)</source>
        <translation>
            <numerusform>Your operator lost or changed the content of one document</numerusform>
            <numerusform>Your operator lost or changed the content of %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message numerus="yes">
        <source>%n document(s) expired more than a month ago</source>
        <translation>
            <numerusform>%n document expired more than a month ago</numerusform>
            <numerusform>%n documents expired more than a month ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more notification(s) wait to be opened</source>
        <translation>
            <numerusform>%n more notification waits to be opened</numerusform>
            <numerusform>%n more notifications wait to be opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another computer removed %n document(s) at once</source>
        <translation>
            <numerusform>Another computer removed %n document at once</numerusform>
            <numerusform>Another computer removed %n documents at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your operator lost or changed the content of %n document(s)</source>
        <translation>
            <numerusform>Your operator lost or changed the content of one document</numerusform>
            <numerusform>Your operator lost or changed the content of %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signatures</name>
    <message numerus="yes">
        <source>%n valid signature(s)</source>
        <translation>
            <numerusform>%n valid signature</numerusform>
            <numerusform>%n valid signatures</numerusform>
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
        <source>%n change(s) to send</source>
        <translation>
            <numerusform>%n change to send</numerusform>
            <numerusform>%n changes to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n change(s) to send</source>
        <translation>
            <numerusform>Paused · %n change to send</numerusform>
            <numerusform>Paused · %n changes to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waits for another network · %n change(s) to send</source>
        <translation>
            <numerusform>Waits for another network · %n change to send</numerusform>
            <numerusform>Waits for another network · %n changes to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::desktop::MailNotices</name>
    <message numerus="yes">
        <source>%n notification(s) wait for you</source>
        <translation>
            <numerusform>%n notification waits for you</numerusform>
            <numerusform>%n notifications wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new notification(s) for you</source>
        <translation>
            <numerusform>%n new notification for you</numerusform>
            <numerusform>%n new notifications for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to answer are near</source>
        <translation>
            <numerusform>%n day to answer is near</numerusform>
            <numerusform>%n days to answer are near</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::desktop::Notices</name>
    <message numerus="yes">
        <source>%n matter(s) in your folder need you</source>
        <translation>
            <numerusform>%n matter in your folder needs you</numerusform>
            <numerusform>%n matters in your folder need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::Adding</name>
    <message numerus="yes">
        <source>Adding %n documents</source>
        <translation>
            <numerusform>Adding %n document</numerusform>
            <numerusform>Adding %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents added</source>
        <translation>
            <numerusform>%n document added</numerusform>
            <numerusform>%n documents added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents could not be added. The first: %1</source>
        <translation>
            <numerusform>%n document could not be added: %1</numerusform>
            <numerusform>%n documents could not be added. The first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only point elsewhere and are left out: %1.</source>
        <translation>
            <numerusform>%n only points elsewhere and is left out: %1.</numerusform>
            <numerusform>%n only point elsewhere and are left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read and are left out: %1.</source>
        <translation>
            <numerusform>%n could not be read and is left out: %1.</numerusform>
            <numerusform>%n could not be read and are left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents could not be added: %1. The first: %2</source>
        <translation>
            <numerusform>%n document could not be added: %1. The first: %2</numerusform>
            <numerusform>%n documents could not be added: %1. The first: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n got another name: %1.</source>
        <translation>
            <numerusform>%n got another name: %1.</numerusform>
            <numerusform>%n got another name: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have a name written by an old system, not in UTF-8, and are left out: %1. Give them another name and add them again.</source>
        <translation>
            <numerusform>%n has a name written by an old system, not in UTF-8, and is left out: %1. Give it another name and add it again.</numerusform>
            <numerusform>%n have a name written by an old system, not in UTF-8, and are left out: %1. Give them another name and add them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents are in the trash</source>
        <translation>
            <numerusform>%n document is in the trash</numerusform>
            <numerusform>%n documents are in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n of them already, with the very same content: %1. They were kept a second time.</source>
        <translation>
            <numerusform>You have %n of them already, with the very same content: %1. It was kept a second time.</numerusform>
            <numerusform>You have %n of them already, with the very same content: %1. They were kept a second time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::ConfirmPurge</name>
    <message numerus="yes">
        <source>%n documents will be deleted here and at your operator, with all their versions. This cannot be undone.</source>
        <translation>
            <numerusform>%n document will be deleted here and at your operator, with all its versions. This cannot be undone.</numerusform>
            <numerusform>%n documents will be deleted here and at your operator, with all their versions. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::DetailsPane</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n versions…</source>
        <translation>
            <numerusform>%n version…</numerusform>
            <numerusform>%n versions…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::DocumentsPage</name>
    <message numerus="yes">
        <source>%n documents and folders</source>
        <translation>
            <numerusform>%n document or folder</numerusform>
            <numerusform>%n documents and folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opened notification(s) with these words</source>
        <translation>
            <numerusform>%n opened notification with these words</numerusform>
            <numerusform>%n opened notifications with these words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::Exporting</name>
    <message numerus="yes">
        <source>Saving %n copies</source>
        <translation>
            <numerusform>Saving %n copy</numerusform>
            <numerusform>Saving %n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n copies were saved.</source>
        <translation>
            <numerusform>Stopped. %n copy was saved.</numerusform>
            <numerusform>Stopped. %n copies were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies saved</source>
        <translation>
            <numerusform>%n copy saved</numerusform>
            <numerusform>%n copies saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::HomePage</name>
    <message numerus="yes">
        <source>%n document(s) on the way</source>
        <translation>
            <numerusform>%n document on the way</numerusform>
            <numerusform>%n documents on the way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folders</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n entry cannot be read and will be left out.</numerusform>
            <numerusform>%n entries cannot be read and will be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::LabelsDialog</name>
    <message numerus="yes">
        <source>Labels of %n documents.</source>
        <translation>
            <numerusform>Labels of %n document.</numerusform>
            <numerusform>Labels of %n documents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::MoveDialog</name>
    <message numerus="yes">
        <source>Choose the folder for %n documents.</source>
        <translation>
            <numerusform>Choose the folder for %n document.</numerusform>
            <numerusform>Choose the folder for %n documents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::SignPage</name>
    <message numerus="yes">
        <source>Sign %n document(s)</source>
        <translation>
            <numerusform>Sign %n document</numerusform>
            <numerusform>Sign %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::SignaturesPage</name>
    <message numerus="yes">
        <source>%n wait for your key</source>
        <translation>
            <numerusform>%n waits for your key</numerusform>
            <numerusform>%n wait for your key</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n uploading</source>
        <translation>
            <numerusform>%n uploading</numerusform>
            <numerusform>%n uploading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloading</source>
        <translation>
            <numerusform>%n downloading</numerusform>
            <numerusform>%n downloading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fetch</source>
        <translation>
            <numerusform>%n to fetch</numerusform>
            <numerusform>%n to fetch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n waiting for you</numerusform>
            <numerusform>%n waiting for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with two versions</source>
        <translation>
            <numerusform>%n with two versions</numerusform>
            <numerusform>%n with two versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>preparing %n for search</source>
        <translation>
            <numerusform>preparing %n for search</numerusform>
            <numerusform>preparing %n for search</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::TransfersPage</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1 left</source>
        <translation>
            <numerusform>%n document, %1 left</numerusform>
            <numerusform>%n documents, %1 left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::UnlockPage</name>
    <message numerus="yes">
        <source>%n notification(s) wait for you</source>
        <translation>
            <numerusform>%n notification waits for you</numerusform>
            <numerusform>%n notifications wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::TrashPage</name>
    <message numerus="yes">
        <source>%n in the trash</source>
        <translation>
            <numerusform>%n in the trash</numerusform>
            <numerusform>%n in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here can be taken back. Your operator deletes it for ever %n day(s) after it came here.</source>
        <translation>
            <numerusform>What is here can be taken back. Your operator deletes it for ever %n day after it came here.</numerusform>
            <numerusform>What is here can be taken back. Your operator deletes it for ever %n days after it came here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after it is sent</source>
        <translation>
            <numerusform>%n day after it is sent</numerusform>
            <numerusform>%n days after it is sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::DocumentsStep</name>
    <message numerus="yes">
        <source>%n document(s) are in your folder now, encrypted.</source>
        <translation>
            <numerusform>%n document is in your folder now, encrypted.</numerusform>
            <numerusform>%n documents are in your folder now, encrypted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::GuardSection</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::OperatorSection</name>
    <message numerus="yes">
        <source>%n change(s) of yours are only on this computer. Your operator gets them once you log in again.</source>
        <translation>
            <numerusform>%n change of yours is only on this computer. Your operator gets it once you log in again.</numerusform>
            <numerusform>%n changes of yours are only on this computer. Your operator gets them once you log in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::SideBySide</name>
    <message numerus="yes">
        <source>%n place(s) on this page, framed.</source>
        <translation>
            <numerusform>%n place on this page, framed.</numerusform>
            <numerusform>%n places on this page, framed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message numerus="yes">
        <source>Another computer moved or removed %n of the chosen documents.</source>
        <translation>
            <numerusform>Another computer moved or removed %n of the chosen documents.</numerusform>
            <numerusform>Another computer moved or removed %n of the chosen documents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::Navigator</name>
    <message numerus="yes">
        <source>Your operator had %n of these names already: “%1” of this computer is called “%2” now, and so on.</source>
        <translation>
            <numerusform>Your operator had %n of these names already: “%1” of this computer is called “%2” now, and so on.</numerusform>
            <numerusform>Your operator had %n of these names already: “%1” of this computer is called “%2” now, and so on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::desktop::ContributionNotices</name>
    <message numerus="yes">
        <source>%n answer(s) to documents that you gave</source>
        <translation>
            <numerusform>%n answer to documents that you gave</numerusform>
            <numerusform>%n answers to documents that you gave</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Contribution</name>
    <message numerus="yes">
        <source>%n times from %1 to %2</source>
        <translation>
            <numerusform>%n time, from %1 to %2</numerusform>
            <numerusform>%n times, from %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::PublishedList</name>
    <message numerus="yes">
        <source>There are %n more: search by words.</source>
        <translation>
            <numerusform>There is %n more: search by words.</numerusform>
            <numerusform>There are %n more: search by words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message numerus="yes">
        <source>Read %n time(s); shared until %1</source>
        <translation>
            <numerusform>Read once; shared until %1</numerusform>
            <numerusform>Read %n times; shared until %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 read it %n time(s) and keeps what was opened.</source>
        <translation>
            <numerusform>%1 read it once and keeps what was opened.</numerusform>
            <numerusform>%1 read it %n times and keeps what was opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was read %n time(s): whoever opened it keeps it.</source>
        <translation>
            <numerusform>It was read once: whoever opened it keeps it.</numerusform>
            <numerusform>It was read %n times: whoever opened it keeps it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A wrong code was tried %n time(s), the last one on %1. After five the link ends.</source>
        <translation>
            <numerusform>A wrong code was tried once, on %1. After five the link ends.</numerusform>
            <numerusform>A wrong code was tried %n times, the last one on %1. After five the link ends.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of its documents, %n is in the trash or deleted and is not given.</source>
        <translation>
            <numerusform>Of its documents, %n is in the trash or deleted and is not given.</numerusform>
            <numerusform>Of its documents, %n are in the trash or deleted and are not given.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::SharesPage</name>
    <message numerus="yes">
        <source>Show %n older</source>
        <translation>
            <numerusform>Show %n older</numerusform>
            <numerusform>Show %n older</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies are in “%1”</source>
        <translation>
            <numerusform>A copy is in “%1”</numerusform>
            <numerusform>%n copies are in “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::SharePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may read %n document(s) until %2.</source>
        <translation>
            <numerusform>%1 may read one document until %2.</numerusform>
            <numerusform>%1 may read %n documents until %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::desktop::ShareNotices</name>
    <message numerus="yes">
        <source>Documents were shared with you %n time(s)</source>
        <translation>
            <numerusform>Documents were shared with you</numerusform>
            <numerusform>Documents were shared with you %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::SealDialog</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folders</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message numerus="yes">
        <source>The act itself gives %n business day(s)</source>
        <translation>
            <numerusform>The act itself gives %n business day</numerusform>
            <numerusform>The act itself gives %n business days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The act itself gives %n day(s) of the calendar</source>
        <translation>
            <numerusform>The act itself gives %n day of the calendar</numerusform>
            <numerusform>The act itself gives %n days of the calendar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The law says %n day(s) after the delivery and not of which kind: business days are counted here (Law 4 of 1913, article 62). Whoever counts every day begins earlier: ask the entity, and do not wait for the last day</source>
        <translation>
            <numerusform>The law says %n day after the delivery and not of which kind: business days are counted here (Law 4 of 1913, article 62). Whoever counts every day begins earlier: ask the entity, and do not wait for the last day</numerusform>
            <numerusform>The law says %n days after the delivery and not of which kind: business days are counted here (Law 4 of 1913, article 62). Whoever counts every day begins earlier: ask the entity, and do not wait for the last day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SigningNeeds</name>
    <message numerus="yes">
        <source>%n signed document(s) wait for their timestamp or proofs</source>
        <translation>
            <numerusform>%n signed document waits for its timestamp or proofs</numerusform>
            <numerusform>%n signed documents wait for their timestamp or proofs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be signed</source>
        <translation>
            <numerusform>%n document could not be signed</numerusform>
            <numerusform>%n documents could not be signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait for your key to be signed</source>
        <translation>
            <numerusform>%n document waits for your key to be signed</numerusform>
            <numerusform>%n documents wait for your key to be signed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::ParcelPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::OpenParcelPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies are in your folder</source>
        <translation>
            <numerusform>%n copy is in your folder</numerusform>
            <numerusform>%n copies are in your folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies saved</source>
        <translation>
            <numerusform>%n copy saved</numerusform>
            <numerusform>%n copies saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsideWords</name>
    <message numerus="yes">
        <source>Inside, %n are on their way to this computer.</source>
        <translation>
            <numerusform>Inside, %n is on its way to this computer.</numerusform>
            <numerusform>Inside, %n are on their way to this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside, %n were changed here and elsewhere: say which one holds.</source>
        <translation>
            <numerusform>Inside there is %n that was changed here and elsewhere: say which one holds.</numerusform>
            <numerusform>Inside there are %n that were changed here and elsewhere: say which one holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside, something keeps %n from reaching your operator.</source>
        <translation>
            <numerusform>Inside, something keeps %n from reaching your operator.</numerusform>
            <numerusform>Inside, something keeps %n from reaching your operator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside, your operator no longer has %n; what is on this computer was kept.</source>
        <translation>
            <numerusform>Inside there is %n that your operator no longer has; what is on this computer was kept.</numerusform>
            <numerusform>Inside there are %n that your operator no longer has; what is on this computer was kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside, %n wait to go up to your operator. They are safe on this computer.</source>
        <translation>
            <numerusform>Inside, %n waits to go up to your operator. It is safe on this computer.</numerusform>
            <numerusform>Inside, %n wait to go up to your operator. They are safe on this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::ScanPanel</name>
    <message numerus="yes">
        <source>Use what was scanned (%n page(s))</source>
        <translation>
            <numerusform>Use what was scanned (%n page)</numerusform>
            <numerusform>Use what was scanned (%n pages)</numerusform>
        </translation>
    </message>
</context>
</TS>
