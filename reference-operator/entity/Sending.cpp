// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// send and batch.
#include "reference-operator/Encoding.h"
#include "reference-operator/entity/Commands.h"
#include "reference-operator/entity/Sealing.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QSaveFile>
#include <algorithm>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype together = 200; // of a batch: asked, sealed, uploaded and deposited at a time
constexpr qint64 bytesTogether = 32 << 20; // of them, in memory; one at least

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        throw Usage(QString(file + u": "_s + in.errorString()));
    return in.readAll();
}

QString mediaTypeOf(const QString &name)
{
    const QString end = QFileInfo(name).suffix().toLower();
    return end == u"pdf"                     ? u"application/pdf"_s
           : end == u"txt"                   ? u"text/plain"_s
           : end == u"png"                   ? u"image/png"_s
           : end == u"jpg" || end == u"jpeg" ? u"image/jpeg"_s
           : end == u"xml"                   ? u"application/xml"_s
                                             : u"application/octet-stream"_s;
}

qint64 timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        throw Usage(u"a time is written as 2026-01-31T08:00:00-05:00"_s);
    return time.toSecsSinceEpoch();
}

Draft draftFrom(const Invocation &in)
{
    Draft draft;
    draft.procedure = in.need("procedure");
    draft.title = in.need("title");
    if (in.has("class"))
        draft.cls = in.value("class");
    draft.regime = in.has("regime")               ? in.value("regime")
                   : draft.cls == u"notification" ? u"cpaca-56"_s
                                                  : u"comunicacion"_s;
    draft.caseNumber = in.has("case") ? in.value("case") : u""_s;
    if (in.has("sensitive"))
        draft.sensitivity = u"sensitive"_s;
    if (in.has("signer")) {
        draft.signers = in.options.values(u"signer"_s);
        draft.signers.removeDuplicates();
        for (const QString &one : std::as_const(draft.signers)) {
            if (one != u"device" && one != u"certificate")
                throw Usage(u"--signer is device or certificate"_s);
        }
    }
    if (in.has("not-before"))
        draft.notBefore = timeOf(in.value("not-before"));
    if (in.has("expires"))
        draft.expires = timeOf(in.value("expires"));
    const QString act = in.need("act");
    const QByteArray bytes = bytesOf(act);
    if (act.endsWith(".json"_L1)) {
        draft.act = QJsonDocument::fromJson(bytes).object();
        if (draft.act.isEmpty())
            throw Usage(QString(act + u" is not an object of JSON"_s));
    } else {
        draft.act = {{u"body"_s, QString::fromUtf8(bytes)}};
    }
    if (!draft.act.contains("title"_L1))
        draft.act.insert(u"title"_s, draft.title);
    const QStringList attached = in.options.values(u"attach"_s);
    for (const QString &file : attached) {
        const QString name = QFileInfo(file).fileName();
        const QString place = QString(u"documentos/"_s + QString::number(draft.documents.size() + 1) + u'-' + name);
        draft.documents.append({place, mediaTypeOf(name), bytesOf(file)});
        draft.documentNames.append(name);
    }
    return draft;
}

// What is needed to go on after a cut, with the same notifications.
struct BatchState
{
    QString file;
    QString id;
    QByteArray secret;
    qint64 made = 0; // seconds since 1970
    qint64 count = 0;
    QString recipients, act; // digests of what it was begun with

    void save() const
    {
        QSaveFile out(file);
        const QByteArray json = op::compact({{u"batch"_s, id},
                                             {u"secret"_s, QString::fromLatin1(op::b64u(secret))},
                                             {u"made"_s, made},
                                             {u"count"_s, count},
                                             {u"recipients_sha256"_s, recipients},
                                             {u"act_sha256"_s, act}});
        if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
            out.write(json) != json.size() || !out.commit())
            throw std::runtime_error(QString(file + u": "_s + out.errorString()).toStdString());
    }
};

QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(op::b64u(op::sha256(bytes)));
}

// Everything that each notification of the batch says.
QString digestOf(const Draft &draft)
{
    QJsonObject all{{u"procedure"_s, draft.procedure},
                    {u"title"_s, draft.title},
                    {u"class"_s, draft.cls},
                    {u"regime"_s, draft.regime},
                    {u"case"_s, draft.caseNumber},
                    {u"sensitivity"_s, draft.sensitivity},
                    {u"not_before"_s, draft.notBefore},
                    {u"expires"_s, draft.expires ? QJsonValue(*draft.expires) : QJsonValue()},
                    {u"act"_s, draft.act}};
    if (draft.signers != QStringList(u"device"_s)) // else as it was before there were others: a batch begun then goes on
        all.insert(u"signer"_s, QJsonArray::fromStringList(draft.signers));
    QJsonArray documents;
    for (const auto &document : draft.documents)
        documents.append(QJsonArray{document.name, document.mediaType, digestOf(document.bytes)});
    all.insert(u"documents"_s, documents);
    return digestOf(op::compact(all));
}

qint64 countLines(const QByteArray &recipients)
{
    const QList<QByteArray> lines = recipients.split('\n');
    return std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) { return !line.trimmed().isEmpty(); });
}

// Before anything is sent: a line that names nobody would be refused as if that person had not agreed.
void needPersons(const QByteArray &recipients, const QString &file)
{
    static const QRegularExpression person(u"^co:[A-Z]{2,3}:[0-9A-Za-z-]{1,32}$"_s);
    qint64 number = 0;
    for (const QByteArray &line : recipients.split('\n')) {
        ++number;
        const QString id = QString::fromUtf8(line).trimmed().section(u';', 0, 0);
        if (!line.trimmed().isEmpty() && !person.match(id).hasMatch())
            throw Usage(QString(file + u", line "_s + QString::number(number) +
                                u", names nobody: a person is written as co:CC:1020304050. Nothing was sent."_s));
    }
}

// What the operator refused of this batch, also in a run before this one. The protocol counts recipients from 0;
// `file_line` is where an editor shows them.
QJsonArray refusalsOf(Api &api, const QString &path, const QByteArray &recipients)
{
    QList<qint64> lines;
    qint64 number = 0;
    for (const QByteArray &line : recipients.split('\n')) {
        ++number;
        if (!line.trimmed().isEmpty())
            lines.append(number);
    }
    QJsonArray out;
    for (QJsonValue next = QString(path + u"/refusals"_s); next.isString() && out.size() < 1000;) {
        const QJsonObject page = api.get(next.toString());
        for (const QJsonValue &value : page.value("refusals"_L1).toArray()) {
            const QJsonObject one = value.toObject();
            out.append(QJsonObject{{u"line"_s, one.value("line"_L1)},
                                   {u"file_line"_s, lines.value(one.value("line"_L1).toInteger())},
                                   {u"id"_s, one.value("id"_L1)},
                                   {u"reason"_s, one.value("reason"_L1)}});
        }
        next = page.value("next"_L1);
    }
    return out;
}

// consent: 3 (lines 1, 8, 13)
QString refusalWords(const QJsonArray &refusals)
{
    QMap<QString, QStringList> lines;
    for (const QJsonValue &one : refusals)
        lines[one.toObject().value("reason"_L1).toString()] +=
            QString::number(one.toObject().value("file_line"_L1).toInteger());
    QString out;
    for (auto it = lines.cbegin(); it != lines.cend(); ++it)
        out += QString(u"\n  "_s + it.key() + u": "_s + QString::number(it->size()) + u" (líneas del archivo: "_s +
                       it->mid(0, 10).join(u", "_s) + (it->size() > 10 ? u", …)"_s : u")"_s));
    return out;
}

BatchState stateOf(const Invocation &in, const QString &recipients, const Draft &draft)
{
    BatchState state;
    state.file = in.has("state") ? in.value("state") : QString(recipients + u".batch"_s);
    const QByteArray lines = bytesOf(recipients);
    const QString people = digestOf(lines);
    const QString act = digestOf(draft);
    QFile before(state.file);
    if (before.open(QIODevice::ReadOnly)) {
        const QJsonObject json = QJsonDocument::fromJson(before.readAll()).object();
        state.id = json.value("batch"_L1).toString();
        state.secret = op::fromB64u(json.value("secret"_L1).toString().toLatin1()).value_or(QByteArray());
        state.made = json.value("made"_L1).toInteger();
        state.count = json.value("count"_L1).toInteger();
        if (state.id.isEmpty() || state.secret.size() != 32)
            throw Usage(QString(state.file + u" is not the state of a batch"_s));
        // It goes on by line numbers: with another file somebody would be passed over, or be notified twice.
        if (json.value("recipients_sha256"_L1).toString() != people)
            throw Usage(QString(recipients + u" was changed since this batch was begun ("_s + state.file +
                                u"). Restore it, or begin another batch with --state."_s));
        if (json.value("act_sha256"_L1).toString() != act)
            throw Usage(QString(u"this batch was begun with another act ("_s + state.file +
                                u"). Repeat the first command, or begin another batch with --state."_s));
        return state;
    }
    needPersons(lines, recipients);
    state.id = op::newId();
    state.secret = op::randomBytes(32);
    state.made = op::nowSeconds();
    state.count = countLines(lines);
    state.recipients = people;
    state.act = act;
    state.save();
    return state;
}

} // namespace

int sendCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    const Sealer sealer(home, api, draftFrom(in));
    Recipient to{in.need("to"), {}, in.value("reference")};
    if (sealer.draft().cls == u"notification")
        to.consent = sealer.consentsOf({to.person}).at(0);
    Sealed sealed = sealer.seal(to, op::randomBytes(32), 0, op::nowSeconds());
    sealed.body.insert(u"blob"_s, api.upload({sealed.cipher}).at(0));
    const QJsonObject answer = api.put(QString(u"/entity/notifications/"_s + sealed.id), sealed.body, op::newId());
    print(in, {{u"id"_s, sealed.id}, {u"recipient"_s, to.person}, {u"evidence"_s, answer.value("evidence"_L1)}},
          QString(u"depositada "_s + sealed.id));
    return 0;
}

int batchCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    const Sealer sealer(home, api, draftFrom(in));
    const QString recipients = in.need("recipients"); // PERSON[;REFERENCE] a line
    const BatchState state = stateOf(in, recipients, sealer.draft());
    const QString path = QString(u"/entity/batches/"_s + state.id);
    QJsonObject batch =
        api.put(path, {{u"procedure"_s, sealer.draft().procedure}, {u"count"_s, state.count}}, op::newId());
    QFile file(recipients);
    if (!file.open(QIODevice::ReadOnly))
        throw Usage(QString(recipients + u": "_s + file.errorString()));
    const qint64 fits = std::clamp<qint64>(bytesTogether / std::max<qint64>(1, sealer.draft().bytes()), 1, together);
    qint64 line = 0;
    while (!file.atEnd()) {
        QList<Recipient> group;
        const qint64 first = std::max(line, batch.value("received"_L1).toInteger());
        while (!file.atEnd() && group.size() < fits) {
            const QStringList parts = QString::fromUtf8(file.readLine(4096)).trimmed().split(u';');
            if (parts.at(0).isEmpty())
                continue;
            if (line++ >= first) // what the operator has is passed over
                group.append({parts.at(0), {}, parts.value(1)});
        }
        if (group.isEmpty())
            break;
        if (sealer.draft().cls == u"notification") {
            QStringList persons;
            for (const Recipient &to : std::as_const(group))
                persons.append(to.person);
            const QList<QJsonValue> consents = sealer.consentsOf(persons);
            for (qsizetype i = 0; i < group.size(); ++i)
                group[i].consent = consents[i];
        }
        QList<Sealed> sealed;
        QList<QByteArray> ciphers;
        for (qsizetype i = 0; i < group.size(); ++i) {
            sealed.append(sealer.seal(group[i], state.secret, first + i, state.made));
            ciphers.append(sealed.last().cipher);
        }
        const QStringList blobs = api.upload(ciphers);
        QByteArray body;
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QJsonObject one = sealed[i].body;
            one.insert(u"line"_s, first + i);
            one.insert(u"id"_s, sealed[i].id);
            one.insert(u"blob"_s, blobs[i]);
            body += op::compact(one) + '\n';
        }
        batch = api.post(QString(path + u"/deposits"_s), body, "application/x-ndjson").value("batch"_L1).toObject();
    }
    const QJsonArray refused =
        batch.value("refused"_L1).toInteger() > 0 ? refusalsOf(api, path, bytesOf(recipients)) : QJsonArray();
    batch.insert(u"refusals"_s, refused);
    print(in, batch,
          QString(u"lote "_s + state.id + u": "_s + QString::number(batch.value("accepted"_L1).toInteger()) +
                  u" aceptadas, "_s + QString::number(batch.value("refused"_L1).toInteger()) + u" rechazadas"_s + refusalWords(refused)));
    return batch.value("complete"_L1).toBool() && batch.value("refused"_L1).toInteger() == 0 ? 0 : 1;
}

} // namespace carriel::entity
