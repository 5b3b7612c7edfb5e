// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWords.h"

#include "ui/text/ErrorWordsRows.h"
#include "ui/text/Format.h"

#include <array>

namespace carriel::text {
namespace {

std::array<WordsRows, 10> allRows()
{
    return {baseWords(), cryptoWords(), vaultWords(), remoteWords(), syncWords(), servicesWords(), commandWords(), signingWords(),
            evidenceWords(), mailWords()};
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
        return dateTime(value.toDateTime());
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
        return value.toString();
    }
}

QString filled(const char *source, const QVariantMap &params)
{
    const QString pattern = QCoreApplication::translate("ErrorWords", source);
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
    }
    out += QStringView(pattern).mid(at);
    return out;
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
    Words words{filled(row->title, all), filled(row->meaning, all), filled(row->remedy, all)};
    if (params.contains(QStringLiteral("beginning")) &&
        (code == QLatin1String("CAR-REM-001") || code == QLatin1String("CAR-REM-003")))
        words.meaning = QCoreApplication::translate("ErrorWords", "Nothing was made on this computer.");
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
