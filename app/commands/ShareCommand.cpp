// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ShareCommand.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/SealedDigest.h"
#include "app/commands/Soon.h"
#include "core/domain/TypedPerson.h"
#include "core/services/ServiceErrors.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/VerdictWords.h"

#include <QRegularExpression>

namespace carriel::commands {
namespace {

constexpr qint64 longestDays = 400;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonObject shareJson(const ShareInfo &one)
{
    QJsonArray documents, readings;
    for (const ShareDocument &document : one.documents)
        documents.append(QJsonObject{{QStringLiteral("id"), orNull(document.item.text())},
                                     {QStringLiteral("name"), text::neutral(document.name)},
                                     {QStringLiteral("size"), document.size},
                                     {digestName(document.sealed ? Custody::Private : Custody::Open), QString::fromLatin1(document.sha256.toHex())},
                                     {QStringLiteral("available"), document.available}});
    for (const ShareReadingInfo &reading : one.readings)
        readings.append(QJsonObject{{QStringLiteral("at"), utcText(reading.atUtc)},
                                    {QStringLiteral("document"), text::neutral(reading.document)},
                                    {QStringLiteral("by"), text::neutral(reading.by)}});
    return {{QStringLiteral("id"), one.id},
            {QStringLiteral("name"), text::neutral(one.documents.value(0).name)},
            {QStringLiteral("state"), one.state},
            {QStringLiteral("waiting"), orNull(one.waiting)},
            {QStringLiteral("direction"), one.mine ? QStringLiteral("mine") : QStringLiteral("with_me")},
            {QStringLiteral("kind"), orNull(one.kind)},
            {QStringLiteral("person"), orNull(one.personId)},
            {QStringLiteral("person_name"), orNull(text::neutral(one.personName))},
            {QStringLiteral("purpose"), text::neutral(one.purpose)},
            {QStringLiteral("message"), orNull(text::neutral(one.message))},
            {QStringLiteral("reason"), orNull(text::neutral(one.reason))},
            {QStringLiteral("newest"), one.follow},
            {QStringLiteral("documents"), documents},
            {QStringLiteral("made"), utcText(one.madeUtc)},
            {QStringLiteral("expires"), utcText(one.expiresUtc)},
            {QStringLiteral("fetches"), one.fetches},
            {QStringLiteral("readings"), readings},
            {QStringLiteral("link"), orNull(one.link.toString())},
            {QStringLiteral("code"), orNull(one.code)},
            {QStringLiteral("link_opened"), orNull(utcText(one.linkOpenedUtc))},
            {QStringLiteral("wrong_codes"), one.wrongCodesUtc.size()},
            {QStringLiteral("end_to_end"), one.sealed},
            {QStringLiteral("compare_code"), orNull(one.compareCode)},
            {QStringLiteral("sender_key"), orNull(one.senderKey)}, // whose word it is that who signed it is its owner
            {QStringLiteral("key_now"), orNull(one.keyNow)}, // of the recipient: another one than it was shared to
            {QStringLiteral("erasure_asked"), orNull(utcText(one.erasureAskedUtc))},
            {QStringLiteral("erasure_answer"), !one.erasureAnsweredUtc.isValid() ? QJsonValue() : one.erased ? QJsonValue(QStringLiteral("erased")) : QJsonValue(QStringLiteral("kept"))},
            {QStringLiteral("kept_because"), orNull(text::neutral(one.keptBecause))},
            {QStringLiteral("defects"), QJsonArray::fromStringList(one.defects)}};
}

QString digestLine(const ShareDocument &document)
{
    return (document.sealed ? QCoreApplication::translate("Commands", "SHA-256 as sealed: %1") : QStringLiteral("SHA-256: %1"))
        .arg(QString::fromLatin1(document.sha256.toHex()));
}

Result<QDateTime> shareEndIn(const QString &given)
{
    static const QRegularExpression span(QStringLiteral("^([1-9][0-9]{0,4})([dh])$"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QDateTime until;
    if (const auto match = span.match(given); match.hasMatch())
        until = match.captured(2) == QLatin1String("d") ? now.addDays(match.captured(1).toInt()) : now.addSecs(3600LL * match.captured(1).toInt());
    else if (given.contains(QLatin1Char('T')))
        until = QDateTime::fromString(given, Qt::ISODate).toUTC();
    else if (const QDate day = QDate::fromString(given, Qt::ISODate); day.isValid())
        until = QDateTime(day, QTime(23, 59, 59), Qt::OffsetFromUTC, text::colombianOffset).toUTC(); // as the window does
    if (!until.isValid() || until <= now || now.daysTo(until) >= longestDays)
        return Error{shares::errors::badExpiry, {{QStringLiteral("text"), given}}, {}};
    return until;
}

Result<QString> sharePersonIn(const QString &given, const PersonId &own)
{
    const TypedPerson typed = readTypedPerson(given);
    if (!typed.person)
        return Error{typed.wrongDigit ? shares::errors::wrongDigit : shares::errors::noNumber,
                     {{QStringLiteral("text"), text::neutral(given.trimmed())}},
                     {}};
    if (*typed.person == own)
        return Error{shares::errors::ownNumber, {}, {}};
    return typed.person->text();
}

Error ShareCommand::usage() const
{
    return Error{carriel::errors::badWord, {{QStringLiteral("what"), invocation().words.join(u' ')}}, {}};
}

Error ShareCommand::needed(const QByteArray &name) const
{
    return Error{carriel::errors::optionNeeded, {{QStringLiteral("what"), QString::fromLatin1(name)}}, {}};
}

Result<QString> ShareCommand::personIn(const QString &given)
{
    static const QRegularExpression letter(QStringLiteral("\\p{L}"));
    const auto person = sharePersonIn(given, session().account().holder);
    if (const auto read = person ? PersonId::parse(person.value()) : std::nullopt; read && !given.contains(letter))
        note(QCoreApplication::translate("Commands", "\"%1\" was taken as %2. If it is of another kind, write it: CE 123456, NIT 901234567.")
                 .arg(text::neutral(given.trimmed()), read->display()));
    return person;
}

void ShareCommand::fresh(std::function<void()> next)
{
    if (!session().account().loggedIn)
        return next();
    const auto known = [this, next](const Outcome &told) {
        if (!told && !heard(told.error()))
            note(QCoreApplication::translate("Commands", "Your operator does not answer: this is what is known on this computer."));
        next();
    };
    soon(this, shared().sendWaiting(), [this, known](const Outcome &sent) {
        if (!sent && !heard(sent.error()))
            return known(sent);
        soon(this, shared().refresh(), known);
    });
}

bool ShareCommand::heard(const Error &error)
{
    m_away = m_away || isSilence(error);
    return !isSilence(error);
}

void ShareCommand::tell(const QString &id, const QString &words)
{
    const auto one = shared().one(id);
    one ? done(shareJson(*one), words) : fail(Error{shares::errors::noSuchShare, {{QStringLiteral("id"), id}}, {}});
}

void ShareCommand::decided(const QString &id, const Outcome &told, const QString &words, std::function<void()> after)
{
    const auto one = shared().one(id);
    if (one && one->waiting == word(0))
        return done(shareJson(*one), QCoreApplication::translate("Commands", "It is stored and will be sent when there is a network: %1").arg(id));
    if (!told)
        return fail(told.error());
    after ? after() : tell(id, words);
}

} // namespace carriel::commands
