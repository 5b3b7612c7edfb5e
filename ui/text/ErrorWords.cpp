// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWords.h"

#include "ui/text/ColombianTime.h"
#include "ui/text/ErrorWordsRows.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/ReasonWords.h"
#include "ui/text/RequestWords.h"

#include <array>

namespace carriel::text {
namespace {

std::array<WordsRows, 12> allRows()
{
    return {baseWords(),    cryptoWords(),  vaultWords(),    remoteWords(), syncWords(),        servicesWords(),
            commandWords(), signingWords(), evidenceWords(), mailWords(),   contributionWords(), shareWords()};
}

const WordsRow *findRow(const QString &code)
{
    for (const WordsRows rows : allRows()) {
        for (const WordsRow &row : rows) {
            if (code == QLatin1String(row.code))
                return &row;
        }
    }
    return nullptr;
}

// Numbers that count bytes and moments in time are shown as a person reads them.
QString shown(const QString &name, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QDateTime:
        return name == QLatin1String("ends") ? colombianDateTimeAtEnd(value.toDateTime()) : dateTime(value.toDateTime());
    case QMetaType::QDate:
        return date(value.toDate());
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        if (name == QLatin1String("bytes") || name == QLatin1String("size") || name == QLatin1String("limit")
            || name == QLatin1String("max") || name == QLatin1String("needed") || name == QLatin1String("free"))
            return size(value.toLongLong());
        return value.toString();
    default:
        if (name == QLatin1String("state"))
            return unopenableWords(value.toString());
        return name == QLatin1String("reason") || name == QLatin1String("what") ? reasonWords(value.toString())
                                                                                : value.toString();
    }
}

QString filled(const QString &pattern, const QVariantMap &params)
{
    QString out;
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(QLatin1Char('{'), at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            break;
        const QString name = pattern.mid(open + 1, close - open - 1);
        const QString value = shown(name, params.value(name));
        out += QStringView(pattern).mid(at, open - at);
        out += value.isEmpty() ? QStringLiteral("—") : value;
        at = close + 1;
        if (value.endsWith(QLatin1Char('.')) && at < pattern.size() && pattern.at(at) == QLatin1Char('.'))
            ++at; // "Claudia G. R." brings the sentence's own along
    }
    out += QStringView(pattern).mid(at);
    return out;
}

QString filled(const char *source, const QVariantMap &params)
{
    return filled(QCoreApplication::translate("ErrorWords", source), params);
}

// Without the sentences for which nothing is known: "The computer says: —." tells nobody anything.
QString known(const char *source, const QVariantMap &params)
{
    QStringList sentences = QCoreApplication::translate("ErrorWords", source).split(QStringLiteral(". "));
    const qsizetype all = sentences.size();
    sentences.removeIf([&](const QString &sentence) {
        for (qsizetype open = sentence.indexOf(QLatin1Char('{')); open >= 0;
             open = sentence.indexOf(QLatin1Char('{'), open + 1)) {
            const QString name = sentence.mid(open + 1, sentence.indexOf(QLatin1Char('}'), open) - open - 1);
            if (params.value(name).toString().isEmpty())
                return true;
        }
        return false;
    });
    QString left = sentences.join(QStringLiteral(". "));
    if (!left.isEmpty() && !left.endsWith(QLatin1Char('.')) && (sentences.size() < all || !left.endsWith(QLatin1Char('}'))))
        left += QLatin1Char('.');
    return filled(left, params);
}

// What the same code means in a particular case.
void particular(Words &words, const QString &code, const QVariantMap &params)
{
    const auto say = [&](const char *text) { return filled(text, params); };
    if (code == QLatin1String("CAR-SGN-008") && params.value(QStringLiteral("key")) == QLatin1String("file")) {
        words.title = say(QT_TRANSLATE_NOOP("ErrorWords", "That is not the password of this key file."));
        words.meaning = say(QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed. You can try as often as you like."));
        words.remedy = say(QT_TRANSLATE_NOOP(
            "ErrorWords", "Look at capital letters and the keyboard's language, and try again."));
    } else if (code == QLatin1String("CAR-SGN-010") && params.value(QStringLiteral("reason")) == QLatin1String("other")) {
        words.title = say(QT_TRANSLATE_NOOP("ErrorWords", "This is another key than the one chosen for this document."));
        words.meaning = say(QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed; nothing is wrong with either key."));
        words.remedy = say(QT_TRANSLATE_NOOP(
            "ErrorWords", "Open the key that was chosen then, or give up and sign the document anew with this one."));
    } else if (code == QLatin1String("CAR-SGN-012") && params.value(QStringLiteral("count")).toString() == QLatin1String("0")) {
        words.title = say(QT_TRANSLATE_NOOP("ErrorWords", "There is no such key on the card."));
        words.meaning = say(QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed."));
        words.remedy = say(QT_TRANSLATE_NOOP("ErrorWords", "Check the name after object=, or leave it out to choose."));
    } else if (code == QLatin1String("CAR-SGN-011") && params.value(QStringLiteral("what")).toString().contains(QLatin1Char('/'))) {
        words.title = say(QT_TRANSLATE_NOOP("ErrorWords", "The card's driver cannot be opened: {what}."));
        words.meaning = say(QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed."));
        words.remedy = say(QT_TRANSLATE_NOOP("ErrorWords", "Check that this file is there and is the driver of your card."));
    } else if (code == QLatin1String("CAR-CTB-001")) {
        const RequestWords why = requestWords(params.value(QStringLiteral("reason")).toString());
        if (why.meaning)
            words.meaning = say(why.meaning);
        if (why.remedy)
            words.remedy = say(why.remedy);
    } else if (code == QLatin1String("CAR-EVD-006") || code == QLatin1String("CAR-EVD-010")) {
        const QString reason = params.value(QStringLiteral("reason")).toString();
        words.meaning = mismatchWords(reason) + QLatin1Char(' ') +
                        say(reason == QLatin1String("key")
                                ? QT_TRANSLATE_NOOP("ErrorWords", "It is not shown; the proof is kept.")
                                : QT_TRANSLATE_NOOP("ErrorWords", "It is not shown; the proof is kept. Trying again changes nothing."));
    } else if ((code == QLatin1String("CAR-REM-001") || code == QLatin1String("CAR-REM-003")) &&
               params.contains(QStringLiteral("beginning"))) {
        words.meaning = say(QT_TRANSLATE_NOOP("ErrorWords", "Nothing was made on this computer."));
    }
}

} // namespace

QString Words::paragraph() const
{
    QString all = title;
    for (const QString &more : {meaning, remedy}) {
        if (!more.isEmpty())
            all += QLatin1Char(' ') + more;
    }
    return all;
}

Words wordsFor(const Error &error)
{
    return wordsFor(error.codeText(), error.params);
}

Words wordsFor(const QString &code, const QVariantMap &params)
{
    const WordsRow *row = findRow(code);
    QVariantMap all = params;
    all.insert(QStringLiteral("code"), code);
    if (!row)
        row = findRow(QStringLiteral("CAR-BAS-001"));
    Words words{filled(row->title, all), known(row->meaning, all), filled(row->remedy, all)};
    particular(words, code, all);
    // The other side's own words to the person, where it sent some: plain text, not too much of it.
    if (const QString said = params.value(QStringLiteral("operator_words")).toString().simplified().left(400); !said.isEmpty()) {
        words.meaning = QString(QCoreApplication::translate("ErrorWords", "Your operator says: \"%1\".").arg(said) + QLatin1Char(' ')
                                + words.meaning);
    }
    return words;
}

bool hasWords(const QString &code)
{
    return findRow(code) != nullptr;
}

QStringList codesWithWords()
{
    QStringList codes;
    for (const WordsRows rows : allRows()) {
        for (const WordsRow &row : rows)
            codes.append(QString::fromLatin1(row.code));
    }
    return codes;
}

} // namespace carriel::text
