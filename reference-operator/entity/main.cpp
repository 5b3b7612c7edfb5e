// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// carriel-entity: plays an entity against any operator of the protocol.
#include "reference-operator/Encoding.h"
#include "reference-operator/entity/Api.h"
#include "reference-operator/entity/Commands.h"
#include "reference-operator/entity/Sealing.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdio>

using namespace carriel::entity;
using namespace Qt::StringLiterals;

namespace carriel::entity {

QString Invocation::need(const char *option) const
{
    if (value(option).isEmpty())
        throw Usage(QString(u"--"_s + QLatin1StringView(option) + u" is needed"_s));
    return value(option);
}

void print(const Invocation &in, const QJsonObject &result, const QString &words)
{
    std::printf("%s\n", in.json ? op::compact(result).constData() : words.toUtf8().constData());
}

} // namespace carriel::entity

namespace {

int complain(bool json, const QString &code, const QString &message, const QString &remedy, int status,
             QJsonObject more = {})
{
    more.insert(u"code"_s, code);
    more.insert(u"message"_s, message);
    more.insert(u"remedy"_s, remedy);
    if (json)
        std::fprintf(stderr, "%s\n", carriel::op::compact(more).constData());
    else
        std::fprintf(stderr, "carriel-entity: %s%s%s\n", qPrintable(message), remedy.isEmpty() ? "" : "; ",
                     qPrintable(remedy));
    return status;
}

QString remedyOf(const Refused &refused)
{
    const QString reason = refused.problem().value("reason"_L1).toString();
    const QHash<QString, QString> known = {
        {u"consent"_s, u"that person has not agreed to be notified in this procedure, or has no folder here: notify by "
                       u"other means"_s},
        {u"recipient"_s, u"nobody of that number has a folder here"_s},
        {u"procedure"_s, u"name a procedure that this entity registered, and that notifies in that class"_s},
        {u"regime"_s, u"name a regime that the procedure allows"_s},
        {u"seal_signature"_s, u"register the entity again: this signing key is not in force"_s},
        {u"dates"_s, u"look at --not-before, --expires and this computer's clock"_s}};
    return known.value(reason);
}

int run(const QString &command, const Invocation &in)
{
    using Command = int (*)(const Invocation &);
    const QHash<QString, Command> commands = {{u"register"_s, registerCommand},
                                              {u"send"_s, sendCommand},
                                              {u"batch"_s, batchCommand},
                                              {u"track"_s, trackCommand},
                                              {u"subscribers"_s, subscribersCommand},
                                              {u"webhook"_s, webhookCommand},
                                              {u"listen"_s, listenCommand},
                                              {u"certify"_s, certifyCommand},
                                              {u"close"_s, closeCommand},
                                              {u"request"_s, requestCommand},
                                              {u"receive"_s, receiveCommand},
                                              {u"ack"_s, ackCommand},
                                              {u"reject"_s, rejectCommand},
                                              {u"access"_s, accessCommand},
                                              {u"erasure"_s, erasureCommand}};
    if (!commands.contains(command))
        throw Usage(u"unknown command"_s);
    return commands.value(command)(in);
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"carriel-entity"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CARRIEL_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays an entity: deposits notifications and follows them, asks for documents "
                                     u"and files them (docs/NOTIFICATIONS.md,"
                                     u" docs/CONTRIBUTIONS.md)"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const auto add = [&](const char *name, const char *what, const char *value = nullptr) {
        parser.addOption(QCommandLineOption(QLatin1StringView(name), QString::fromUtf8(what),
                                            value ? QLatin1StringView(value) : QString()));
    };
    add("home", "folder of the entity's keys; otherwise CARRIEL_ENTITY_HOME", "DIR");
    add("json", "one object of JSON on standard output; errors too, on standard error");
    add("operator", "register: its address", "URL");
    add("ca", "register: the authority of its certificate", "FILE");
    add("id", "register: co:NIT:NUMBER", "ID");
    add("name", "register: as people know it", "NAME");
    add("invitation", "register: what the operator gave; without it the registration is printed, and not sent",
        "TOKEN");
    add("p12", "register: signing key and certificate; otherwise made", "FILE");
    add("password-env", "register: variable with its password", "VAR");
    add("origin", "register: address of a web site of the entity; several times", "URL");
    add("procedures", "register: JSON, an array of procedures", "FILE");
    add("procedure", "send, batch, track, request", "ID");
    add("to", "send, request: co:CC:NUMBER", "PERSON");
    add("recipients", "batch: PERSON[;REFERENCE] a line", "FILE");
    add("state", "batch: where it remembers how to go on; otherwise FILE.batch", "FILE");
    add("title", "send, batch: on the envelope; nothing sensitive", "TEXT");
    add("act", "send, batch: act.json or plain text", "FILE");
    add("attach", "send, batch: a document; several times, the first is the act's own", "FILE");
    add("class", "notification, communication or alert", "CLASS");
    add("regime", "cpaca-56 …", "REGIME");
    add("case", "file number", "TEXT");
    add("sensitive", "the content is sensitive");
    add("signer", "by what the receipt may be signed: device (otherwise) or certificate; several times", "KIND");
    add("not-before", "when it becomes available", "TIME");
    add("expires", "when it is over unopened", "TIME");
    add("reference", "the entity's own", "TEXT");
    add("batch", "track: of this batch", "ID");
    add("detail", "track: each of them");
    add("events", "track: the delivery events");
    add("since", "track --events: after this cursor", "N");
    add("purpose", "request: what the documents are for", "TEXT");
    add("retention", "request: how long they are kept", "TEXT");
    add("documents", "request: JSON, an array of what is asked for", "FILE");
    add("holder", "request --case: whose case it is", "NAME");
    add("return", "request: page of the entity that the browser goes back to", "URL");
    add("publish", "request: in the operator's catalogue, for everybody");
    add("out", "request: into this file; receive, access: documents into this folder", "PATH");
    add("number", "ack: filing number; otherwise made", "NUMBER");
    add("code", "ack: what the browser brought back", "CODE");
    add("reason", "close, reject, erasure: why", "TEXT");
    add("bind", "listen: where, otherwise 127.0.0.1:8443; port 0: any that is free", "ADDRESS:PORT");
    add("cert", "listen: certificate of that address", "FILE");
    add("key", "listen: its key", "FILE");
    add("count", "listen: ends after so many new events", "N");
    add("other-means", "close: it was notified by other means");
    parser.addPositionalArgument(
        u"command"_s,
        u"register send batch track subscribers webhook listen certify close request receive ack reject access erasure"_s,
        u"COMMAND"_s);
    parser.process(app);
    const QStringList words = parser.positionalArguments();
    const QString home =
        parser.isSet(u"home"_s) ? parser.value(u"home"_s) : qEnvironmentVariable("CARRIEL_ENTITY_HOME");
    const Invocation in{parser, words.mid(1), parser.isSet(u"json"_s), home};
    try {
        if (words.isEmpty() || home.isEmpty())
            throw Usage(words.isEmpty() ? u"a command is needed; see --help"_s : u"--home is needed"_s);
        return run(words.at(0), in);
    } catch (const Usage &usage) {
        return complain(in.json, u"usage"_s, usage.text(), u"carriel-entity --help"_s, 64);
    } catch (const Refused &refused) {
        const bool login = refused.status() == 401;
        const QString wait = QString::number(refused.retryAfter());
        const QString remedy = login                       ? u"register the entity again"_s
                               : refused.retryAfter() == 0 ? remedyOf(refused)
                                                           : QString(u"again in "_s + wait +
                                                                     u" s; a batch goes on where it was"_s);
        QJsonObject more; // what a script needs; the evidence is the operator's signed word that it refused
        for (const QString &name : {u"reason"_s, u"detail"_s, u"evidence"_s}) {
            if (const QJsonValue value = refused.problem().value(name); !value.isUndefined())
                more.insert(name, value);
        }
        return complain(in.json, refused.code(), QString::fromUtf8(refused.what()), remedy, login ? 4 : 1, more);
    } catch (const TooLarge &large) {
        return complain(in.json, u"too_large"_s, QString::fromUtf8(large.what()),
                        u"put fewer or smaller documents in it, or notify the rest apart"_s, 1);
    } catch (const BadDraft &bad) {
        return complain(in.json, u"failed"_s, QString::fromUtf8(bad.what()),
                        u"nothing was sent; put it right in what you give (--act FILE is an Act of docs/protocol)"_s, 1);
    } catch (const std::exception &e) {
        return complain(in.json, u"failed"_s, QString::fromUtf8(e.what()), u"try again"_s, 1);
    }
}
