// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Grammar.h"

#include <QCoreApplication>

namespace carriel::commands {

const QList<CommandSpec> &grammar()
{
    static const auto s = [](const char *text) { return QString::fromUtf8(text); };
    static const QList<CommandSpec> commands{
        {s("login"), s("[--accept-terms] [--computer NAME]"), 0, 0, {{s("accept-terms"), {}, false}, {s("computer"), {}, true}},
         QT_TRANSLATE_NOOP("Commands", "Log in at the operator in the browser; makes the folder if there is none."),
         QT_TRANSLATE_NOOP("Commands", "The first time, a vault is made on this computer and its recovery code is printed once: write it down.\n"
                                       "If you have no folder at the operator yet, you are asked to accept its terms;\n"
                                       "--accept-terms accepts them without asking. The first time, --operator names the operator,\n"
                                       "and --computer says what this computer is called in the list of your computers.")},
        {s("status"), {}, 0, 0, {}, QT_TRANSLATE_NOOP("Commands", "Say whose folder this is and how it stands."), ""},
        {s("sync"), s("[--wait SECONDS]"), 0, 0, {{s("wait"), {}, true}},
         QT_TRANSLATE_NOOP("Commands", "Send what waits here, fetch what is new, and say how the folder stands."),
         QT_TRANSLATE_NOOP("Commands", "--wait   how long an operator is waited for that says nothing: 60 seconds if not said, 10 at the least.\n"
                                       "What was not sent waits for another sync.")},
        {s("ls"), s("[PATH] [--ids] [--trash]"), 0, 1, {{s("trash"), {}, false}, {s("ids"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "List a folder."),
         QT_TRANSLATE_NOOP("Commands", "--ids     with the id of each, which other commands take; --json always has it\n"
                                       "--trash   list what lies in the trash, with its ids")},
        {s("put"),
         s("FILE… [--to PATH] [--as PATH|ID] [--recursive] [--sealed] [--offline]"),
         1,
         -1,
         {{s("to"), {}, true},
          {s("as"), {}, true},
          {s("recursive"), s("r"), false},
          {s("sealed"), {}, false},
          {s("offline"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Put files of this computer into the folder."),
         QT_TRANSLATE_NOOP(
             "Commands", "--to PATH   the folder that receives them; it is made if it is not there\n"
                         "--as ID     one file: as the new version of this document; what it was stays in its history\n"
                         "--recursive a folder of this computer with all that is in it\n"
                         "--sealed    encrypt them on this computer first: the operator cannot read, search or show them to\n"
                         "            anybody; without your computers they are lost\n"
                         "--offline   only store them here; a later sync sends them\n"
                         "Ends with 0 once the operator has them (with --offline: once they are stored here).")},
        {s("get"),
         s("PATH|ID [-o FILE] [--version V] [--force]"),
         1,
         1,
         {{s("output"), s("o"), true}, {s("version"), {}, true}, {s("force"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Write a copy of a document to this computer."),
         QT_TRANSLATE_NOOP("Commands", "-o FILE      where to; a folder: into it, under the document's name; -: to the standard output\n"
                                       "             without it: the document's name in the current folder\n"
                                       "--version V  what the document was before: an id or a number of `versions`\n"
                                       "--force      write over a file that is there; without it nothing is overwritten")},
        {s("mkdir"), s("PATH [--offline]"), 1, 1, {{s("offline"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Make a folder, and those above it that are missing."), ""},
        {s("mv"), s("FROM TO [--offline]"), 2, 2, {{s("offline"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Move a document or folder into another folder, or give it another name."), ""},
        {s("label"), s("PATH|ID +a -b … [--offline]"), 2, -1, {{s("offline"), {}, false}}, QT_TRANSLATE_NOOP("Commands", "Put labels on (+) or take them off (-)."),
         QT_TRANSLATE_NOOP("Commands", "Every word after the first is a change.")},
        {s("search"), s("WORDS… [--ids]"), 1, -1, {{s("ids"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Find documents by name, label, note or text; accents do not matter."),
         QT_TRANSLATE_NOOP("Commands", "--ids   with the id of each, which other commands take; --json always has it")},
        {s("sign"), s("FILE… --key p12:FILE|pkcs11:URI|remote [--format pades|asice|cades] [--level b|t|lt|lta] [--tsa URL] [--visible PAGE,X,Y,W,H] -o OUT"), 1, -1,
         {{s("key"), {}, true}, {s("pin-env"), {}, true}, {s("last-try"), {}, false}, {s("service"), {}, true}, {s("credential"), {}, true}, {s("level"), {}, true}, {s("format"), {}, true}, {s("visible"), {}, true},
          {s("field"), {}, true}, {s("tsa"), {}, true}, {s("reason"), {}, true}, {s("place"), {}, true}, {s("trust"), {}, true, true}, {s("output"), s("o"), true},
          {s("password-env"), {}, true}, {s("normalise"), {}, false}, {s("over-signed"), {}, false}, {s("force"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Sign files of this computer."),
         QT_TRANSLATE_NOOP("Commands", "--key p12:FILE   the key and its certificate, in a PKCS#12 file\n"
                                       "--key pkcs11:URI a key on a card or token: pkcs11:object=NAME?module-path=DRIVER.so\n"
                                       "--key remote     a key at a signing service (CSC API 2); you log in and allow the signatures in the browser\n"
                                       "--service URL    the service's address, such as https://firma.example.co/csc/v2\n"
                                       "--credential ID  one of several keys there\n"
                                       "--pin-env VAR    its password or PIN is in this variable; else it is asked for\n"
                                       "--last-try       try the PIN although one more mistake would lock the card\n"
                                       "--format         pades: inside a PDF; asice: a container for any file; cades: a signature beside any file\n"
                                       "--level          b: signature; t: with timestamp; lt: with proofs for later; lta: with archive timestamp\n"
                                       "--tsa URL        the timestamp authority, for every level above b\n"
                                       "--visible        a box on a page: number, x, y, width and height in points from the lower left\n"
                                       "--over-signed    place it although it covers what others signed, which then shows as altered\n"
                                       "--field NAME     an empty signature field of the PDF, instead of a new one\n"
                                       "--reason, --place   written into the signature\n"
                                       "--password-env VAR  the password of a protected PDF is in this variable\n"
                                       "--normalise      write an irregular PDF anew first, if nobody signed it; without it a table is added\n"
                                       "-o OUT           the signed file; a folder if there are several\n"
                                       "--force          write over OUT if it is there. The original is never changed.")},
        {s("raise"), s("FILE… [--level t|lt|lta] [--content FILE] --tsa URL -o OUT"), 1, -1,
         {{s("content"), {}, true}, {s("level"), {}, true}, {s("tsa"), {}, true}, {s("trust"), {}, true, true}, {s("output"), s("o"), true}, {s("password-env"), {}, true}, {s("force"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Add timestamps and proofs to files that are signed already."),
         QT_TRANSLATE_NOOP("Commands", "For a signature made without a network, and to renew an archive timestamp before it ages.\n"
                                       "--level   t: timestamp; lt: with proofs; lta: with archive timestamp, which is what it does without it\n"
                                       "--password-env VAR   the password of a protected PDF is in this variable")},
        {s("verify"), s("FILE… [--content FILE] [--trust DIR|FILE] [--offline] [--at TIME] [--report FILE]"), 1, -1,
         {{s("content"), {}, true}, {s("trust"), {}, true, true}, {s("accredited"), {}, true, true}, {s("list-signer"), {}, true}, {s("offline"), {}, false}, {s("at"), {}, true}, {s("report"), {}, true}, {s("password-env"), {}, true}, {s("force"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Say what the signatures of files are worth. Needs no account."),
         QT_TRANSLATE_NOOP("Commands", "--content    what a detached signature signs; without it the file beside it (carta.txt for carta.txt.p7s)\n"
                                       "--trust      certificates of authorities that you trust; none is built in yet\n"
                                       "--accredited DIR   the same, and you accept whom its anchors.json calls accredited; it must be signed (anchors.json.p7s)\n"
                                       "--list-signer SHA256   the fingerprint of who signed that list, as its publisher gave it to you\n"
                                       "--offline    ask nobody whether certificates were revoked\n"
                                       "--at TIME    judge as of that moment (2026-01-31T15:00:00Z)\n"
                                       "--report     write the result as JSON\n"
                                       "--password-env VAR   the password of a protected PDF is in this variable\n"
                                       "Exit: 0 valid, 1 invalid, altered or unreadable, 2 cannot be told, 3 no signature, 64 something was not judged\n"
                                       "(a file, an authority or the report cannot be read or written).")},
        {s("inbox"), s("[--search WORDS]"), 0, 0, {{s("search"), {}, true}},
         QT_TRANSLATE_NOOP("Commands", "List official notifications, alerts and communications. Opens none."),
         QT_TRANSLATE_NOOP("Commands", "--search   only opened ones whose text has these words; what is sealed cannot be searched")},
        {s("open"), s("ID --yes-i-understand [--key p12:FILE|pkcs11:URI] [-o DIR] [--force]"), 1, 1,
         {{s("yes-i-understand"), {}, false}, {s("key"), {}, true}, {s("pin-env"), {}, true}, {s("output"), s("o"), true}, {s("force"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Open a notification. This has legal effect and cannot be undone."),
         QT_TRANSLATE_NOOP("Commands", "Without --yes-i-understand it only says who sent it, what opening means and what term would run.\n"
                                       "--key         signs the receipt with your certificate, where the entity asks for it: in a PKCS#12 file, or on a card\n"
                                       "--pin-env VAR its password or PIN is in this variable; else it is asked for\n"
                                       "-o DIR        writes its documents there\n"
                                       "One that is open already is only shown.")},
        {s("evidence"), s("export ID [-o FILE] | verify FILE [--trust FILE]… | keys [--forget]"), 1, 2,
         {{s("output"), s("o"), true}, {s("trust"), {}, true}, {s("force"), {}, false}, {s("forget"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Write the proof of a notification as one file, or check such a file. Checking needs no account."),
         QT_TRANSLATE_NOOP("Commands", "--trust   the operator's key (JWK or PEM) or certificates of time-stamping authorities that you trust; as often as needed\n"
                                       "keys      the keys of whoever says which key is whose, as this folder met them first\n"
                                       "--forget  believes them no more: what the operator shows next is believed as the first was. Ask your operator before\n"
                                       "Exit of verify: 0 it holds, 1 it does not, 2 it rests on a key that nobody here vouches for, or something that proves it is missing.")},
        {s("activity"), s("[verify [FOLDER…] [--trust FILE]… | export FOLDER | noted] [--since DAY] [--until DAY] [--kind KIND] [--contains WORDS] [--most N]"), 0, -1,
         {{s("since"), {}, true}, {s("until"), {}, true}, {s("kind"), {}, true}, {s("contains"), {}, true}, {s("most"), {}, true}, {s("trust"), {}, true}, {s("force"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Say what was done with the folder; check that nobody changed the record of it; write it as files."),
         QT_TRANSLATE_NOOP("Commands", "--kind KIND   only this kind, such as document.signed; with a dot at its end all that begin so\n"
                                       "--most N      the newest N; 200 without it\n"
                                       "export writes what verify FOLDER checks on any computer, and activity.csv for people. Folders of several computers of one\n"
                                       "person are compared: whether the operator showed them one history.\n"
                                       "noted         you have seen that your operator changed its record (CAR-SVC-060): it is not called out any more\n"
                                       "--trust       the operator's keys (JWKS), as whoever verifies knows them; as often as needed\n"
                                       "Exit of verify: 0 nothing was changed, 1 something was, 2 nothing was, and the operator has not signed all of it yet\n"
                                       "or nobody here vouches for its key.")},
        {s("stats"), s("[--since DAY] [--until DAY]"), 0, 0, {{s("since"), {}, true}, {s("until"), {}, true}, {s("kind"), {}, true}},
         QT_TRANSLATE_NOOP("Commands", "Count what was done with the folder, month by month."), ""},
        {s("procedures"), {}, 0, 0, {}, QT_TRANSLATE_NOOP("Commands", "List the procedures in which one can be notified."), ""},
        {s("subscribe"), s("PROCEDURE --yes"), 1, 1, {{s("yes"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Agree to be notified electronically in a procedure. Without --yes it only shows the text."), ""},
        {s("unsubscribe"), s("PROCEDURE [--yes]"), 1, 1, {{s("yes"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Withdraw that agreement. It asks before; what was sent before stays."), ""},
        {s("consents"), {}, 0, 0, {}, QT_TRANSLATE_NOOP("Commands", "List every agreement ever given, withdrawn ones too."), ""},
        {s("contribute"), s("REQUEST [--with [ASK=]DOCUMENT]… --yes"), 1, 1,
         {{s("with"), {}, true, true}, {s("yes"), {}, false}, {s("again"), {}, false}, {s("case-of-another"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Give documents of the folder to an entity that asks for them."),
         QT_TRANSLATE_NOOP("Commands", "REQUEST   the link of the entity's page (carpeta://… or https://…), the file that it gave, or the number of\n"
                                       "          a request of the catalogue\n"
                                       "--with    a document, by path or id; without it, the only one that serves\n"
                                       "--again   also when you answered this request before, if it takes several answers\n"
                                       "--case-of-another   also when its case is of somebody of another name\n"
                                       "Without --yes it only says who asks, what for, what exactly would be given and how long it is kept.")},
        {s("contributions"), s("[published | cancel ID]"), 0, 2, {},
         QT_TRANSLATE_NOOP("Commands", "List what was given to entities, with filing numbers, or what entities ask of everybody; cancel what was not sent yet."), ""},
        {s("share"),
         s("list | show ID | create --file PATH|ID… --to PERSON|link --purpose TEXT [--message TEXT] [--expires 7d] [--newest] [--again] --yes | confirm ID [--as-now] [--again] --yes | revoke ID | extend ID --expires 30d | ask-erasure ID | erased ID | kept ID --message TEXT |"
           " accept ID [-o FILE|DIR] [--to PATH] | decline ID | find PERSON | key PERSON [--yes] | compare ID [--yes] | findable [on|off]"),
         0,
         -1,
         {{s("file"), {}, true, true},
          {s("to"), {}, true},
          {s("purpose"), {}, true},
          {s("message"), {}, true},
          {s("expires"), {}, true},
          {s("newest"), {}, false},
          {s("again"), {}, false},
          {s("as-now"), {}, false},
          {s("yes"), {}, false},
          {s("output"), s("o"), true},
          {s("force"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Let somebody read documents for a time, and read what others share with you."),
         QT_TRANSLATE_NOOP("Commands", "show      all of one: what, what for, who read what and when\n"
                                       "create    of a folder, what is in it now; without --yes it only says with whom, what and until when. Sealed\n"
                                       "          documents go end to end, to a person or company with a folder; what is not sealed your operator\n"
                                       "          holds in clear, and that is not end to end\n"
                                       "--to      the number of a person, a company or an entity (CC 1020304050), or link: for somebody without a\n"
                                       "          folder, who gets a link and a code for one use\n"
                                       "--expires 7d, 12h or a day (2026-12-31); 7d if not said, 400 days at most\n"
                                       "--newest  who reads gets the newest version, not the one of now\n"
                                       "--again   also where that person reads one of these documents by a share of yours already\n"
                                       "confirm   one that came back: with the name of whoever has the number, or because a document changed. Both\n"
                                       "          versions are shown; --as-now shares the one that is there now, revoke leaves it\n"
                                       "revoke    nobody reads it any more; who has opened a document keeps it\n"
                                       "ask-erasure  asks whoever read it to erase the copies, also after the end; erased and kept are the answer of who is asked\n"
                                       "accept    keeps copies in the folder (--to PATH), or writes them to this computer (-o)\n"
                                       "find      who has that number and wants to be found; he is told that you asked\n"
                                       "key       the code of your key and his, for sealed documents; both of you see the same. With --yes you say\n"
                                       "          that you compared it, and that key is used from now on\n"
                                       "compare   whether who signed a sealed one that came to you is who it says: the same code. With --yes you say\n"
                                       "          that you compared it\n"
                                       "findable  whether others may find you; off at first")},
        {s("trash"), s("PATH|ID [--offline]"), 1, 1, {{s("offline"), {}, false}}, QT_TRANSLATE_NOOP("Commands", "Move a document or folder to the trash."), ""},
        {s("restore"), s("ID [--offline]"), 1, 1, {{s("offline"), {}, false}}, QT_TRANSLATE_NOOP("Commands", "Take a document or folder out of the trash."),
         QT_TRANSLATE_NOOP("Commands", "The ids of what lies there: ls --trash")},
        {s("purge"), s("ID [--yes]"), 1, 1, {{s("yes"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Destroy what lies in the trash, here and at the operator."),
         QT_TRANSLATE_NOOP("Commands", "It cannot be undone, so it is asked before; --yes answers. The operator may want a new login in the browser.")},
        {s("versions"), s("PATH|ID"), 1, 1, {}, QT_TRANSLATE_NOOP("Commands", "List what a document was before."),
         QT_TRANSLATE_NOOP("Commands", "get --version brings one of them.")},
        {s("conflicts"), {}, 0, 0, {}, QT_TRANSLATE_NOOP("Commands", "List what was changed here and elsewhere at once."), ""},
        {s("resolve"), s("ID|all both|mine|theirs"), 2, 2, {}, QT_TRANSLATE_NOOP("Commands", "Say which of two changes holds."),
         QT_TRANSLATE_NOOP("Commands", "both     as it stands: what the operator has is shown, yours is kept beside it\n"
                                       "mine     yours is asked of the operator again\n"
                                       "theirs   what the operator has stays\n"
                                       "Every content stays in the history. ID: of the conflict, or of the document.")},
        {s("transfers"), s("[pause|resume|cancel|first ID|all]"), 0, 2, {},
         QT_TRANSLATE_NOOP("Commands", "List what is on its way, or stop it, let it go on, give it up, or send it first."),
         QT_TRANSLATE_NOOP("Commands", "cancel   of what goes up: it stays on this computer and is not sent until \"retry\"; of what comes down: it\n"
                                       "         comes when it is opened")},
        {s("limits"), s("[--up KB] [--down KB] [--metered pause|use]"), 0, 0,
         {{s("up"), {}, true}, {s("down"), {}, true}, {s("metered"), {}, true}},
         QT_TRANSLATE_NOOP("Commands", "Say or set how fast documents may travel."),
         QT_TRANSLATE_NOOP("Commands", "--up, --down   KB a second (1,000 bytes); 0: as fast as it goes\n"
                                       "--metered      on a network that is paid by amount: pause, or use it like any other")},
        {s("missing"), s("[send|forget ID|all] [--yes]"), 0, 2, {{s("yes"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "List what the operator does not show any more, and say what becomes of it."),
         QT_TRANSLATE_NOOP("Commands", "send     put it there again, as a new document; where your operator only lost its content, as it again\n"
                                       "forget   let it go on this computer too; where your operator only lost its content, into the trash. Asks first, unless --yes")},
        {s("removals"), s("[accept|undo]"), 0, 1, {},
         QT_TRANSLATE_NOOP("Commands", "Answer when another computer removed many documents at once."),
         QT_TRANSLATE_NOOP("Commands", "accept   it was meant\n"
                                       "undo     take them out of the trash, or make them anew from what is here")},
        {s("retry"), {}, 0, 0, {}, QT_TRANSLATE_NOOP("Commands", "Try again now what stopped, and say what is left."), ""},
        {s("undo"), s("PATH|ID"), 1, 1, {},
         QT_TRANSLATE_NOOP("Commands", "Take back the changes of a document or folder that have not reached the operator."), ""},
        {s("keep"), s("PATH|ID on|off [--offline]"), 2, 2, {{s("offline"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Keep a folder or document on this computer, or free its room here."),
         QT_TRANSLATE_NOOP("Commands", "on    brought here, with what comes into the folder later\n"
                                       "off   only brought when it is opened; what the operator does not have is never removed")},
        {s("diagnostics"), s("[-o FILE] [--force]"), 0, 0, {{s("output"), s("o"), true}, {s("force"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Write a sheet for whoever helps: versions, counts, codes; no names and no documents."), ""},
        {s("devices"), s("[remove|mine ID]"), 0, 2, {},
         QT_TRANSLATE_NOOP("Commands", "List the computers that may use the folder, remove one, or say that a new one is yours."),
         QT_TRANSLATE_NOOP("Commands", "A removed one keeps what it holds, gets nothing new, and its login ends. The operator may want a new login in the\n"
                                       "browser for it.")},
        {s("keys"), s("[pair | allow ID | recover | reset [--yes]]"), 0, 2, {{s("yes"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Say whether sealed documents open on this computer, or let another of yours open them."),
         QT_TRANSLATE_NOOP("Commands", "pair         on the new computer: both show six digits, which you compare\n"
                                       "allow ID     on a computer that has your key: lets the new one (its id: devices) open what is sealed\n"
                                       "recover      with the recovery code of another of your computers\n"
                                       "reset        a new key, when no computer and no code is left that has the old one: what was\n"
                                       "             sealed until now stays closed")},
        {s("wrap"), s("DOCUMENT… -o FILE [--message TEXT]"), 1, 500, {{s("output"), s("o"), true}, {s("message"), {}, true}},
         QT_TRANSLATE_NOOP("Commands", "Put documents, sealed ones too, into one file for somebody else, encrypted. No operator has a part in it."),
         QT_TRANSLATE_NOOP("Commands", "Prints the code that opens it. Tell it by another way than the file goes: who has both can read all of it,\n"
                                       "for ever. The file does not prove whom it is from.")},
        {s("unwrap"), s("FILE [-o FOLDER] [--code-env VAR]"), 1, 1, {{s("output"), s("o"), true}, {s("code-env"), {}, true}},
         QT_TRANSLATE_NOOP("Commands", "Write what is in such a file into a folder of this computer. Asks for its code."),
         QT_TRANSLATE_NOOP("Commands", "--code-env VAR   its code is in this variable; without a terminal there is nobody to ask")},
        {s("logout"), {}, 0, 0, {},
         QT_TRANSLATE_NOOP("Commands", "Forget the login. The documents stay on this computer."), ""},
        {s("salvage"), {}, 0, 0, {},
         QT_TRANSLATE_NOOP("Commands", "Go on with what can be read of a damaged vault."),
         QT_TRANSLATE_NOOP("Commands", "Only if the vault proves to be damaged or is missing. The damaged file is kept under another name; what can be\n"
                                       "read of it goes on in a new one, with the same passphrase and recovery code.")},
        {s("lock"), {}, 0, 0, {}, QT_TRANSLATE_NOOP("Commands", "Lock the folder in the open window."),
         QT_TRANSLATE_NOOP("Commands", "Without a window every command opens the vault for itself and closes it: nothing to lock (exit 3).")},
        {s("unlock"), s("[--recovery]"), 0, 0, {{s("recovery"), {}, false}},
         QT_TRANSLATE_NOOP("Commands", "Unlock the folder in the open window."),
         QT_TRANSLATE_NOOP("Commands", "Without a window it only proves that the vault can be opened.\n"
                                       "--recovery   with the recovery code, if the passphrase was forgotten; then a new passphrase is asked for.\n"
                                       "             Where nobody can be asked: CARRIEL_RECOVERY_CODE, and CARRIEL_PASSPHRASE for the new one")},
    };
    return commands;
}

const CommandSpec *findCommand(const QString &name)
{
    for (const CommandSpec &command : grammar()) {
        if (command.name == name)
            return &command;
    }
    return nullptr;
}

QString generalHelp()
{
    QString text = QCoreApplication::translate("Commands", "Usage: carriel-cli [OPTIONS] COMMAND …") + QStringLiteral("\n\n");
    for (const CommandSpec &command : grammar()) {
        text += QStringLiteral("  ") + command.name + u' ' + command.synopsis + QStringLiteral("\n      ")
            + QCoreApplication::translate("Commands", command.summary) + u'\n';
    }
    text += u'\n';
    text += QCoreApplication::translate("Commands",
        "What changes the folder is done on this computer at once, and then sent. Where the operator does not answer for a few\n"
        "seconds, or with --offline, it is sent with a later sync.") + QStringLiteral("\n\n");
    text += QCoreApplication::translate("Commands",
        "Options, before or after the command:\n"
        "  --profile DIR     the folder on this computer that holds the vault\n"
        "  --operator URL    the operator, at the first login\n"
        "  --ca FILE         certificates (PEM) to trust besides the system's, at the first login\n"
        "  --browser \"CMD\"   opens login pages; gets the address as its last argument\n"
        "  --lang es|en      the language of the messages\n"
        "  --json            answers and errors as JSON\n"
        "  --help, --version\n\n"
        "CARRIEL_PASSPHRASE gives the passphrase where there is no key store. Forgotten: unlock --recovery\n"
        "Exit: 0 done, 1 failed, 2 cannot be told, 3 nothing there, 4 authentication needed, 64 usage.\n"
        "While the window has the same profile open, the command runs there.\n");
    return text;
}

QString helpFor(const CommandSpec &command)
{
    QString text = QStringLiteral("carriel-cli ") + command.name + u' ' + command.synopsis + u'\n'
        + QCoreApplication::translate("Commands", command.summary) + u'\n';
    if (*command.details)
        text += QCoreApplication::translate("Commands", command.details) + u'\n';
    return text;
}

} // namespace carriel::commands
