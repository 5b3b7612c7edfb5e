// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Names.h"

#include <QJsonArray>
#include <QTextBoundaryFinder>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

const QString forbiddenChars = u"/\\:*?\"<>|"_s;

QStringList deviceNames()
{
    QStringList out{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s};
    for (int n = 1; n <= 9; ++n)
        out << QString(u"COM"_s + QString::number(n)) << QString(u"LPT"_s + QString::number(n));
    return out;
}

} // namespace

QJsonObject namesAnnounced()
{
    return {{u"forbidden_chars"_s, forbiddenChars},
            {u"forbidden"_s, QJsonArray::fromStringList(deviceNames())},
            {u"case_insensitive"_s, true},
            {u"normalization"_s, u"NFC"_s},
            {u"no_trailing"_s, u". "_s},
            {u"no_leading"_s, u" "_s}};
}

QString nameFault(const QString &name, qint64 maxBytes)
{
    static const QStringList devices = deviceNames();
    if (name.isEmpty() || name == u"." || name == u"..")
        return u"empty"_s;
    if (!name.isValidUtf16())
        return u"encoding"_s;
    if (name.toUtf8().size() > maxBytes)
        return u"too_long"_s;
    if (name.normalized(QString::NormalizationForm_C) != name)
        return u"not_nfc"_s;
    for (QChar c : name) {
        const bool bidi = (c.unicode() >= 0x202a && c.unicode() <= 0x202e) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
        if (c.category() == QChar::Other_Control || bidi || forbiddenChars.contains(c))
            return u"forbidden_character"_s;
    }
    if (name.endsWith(u'.') || name.endsWith(u' ') || name.startsWith(u' '))
        return u"edge"_s;
    const QString stem = name.left(name.indexOf(u'.') < 0 ? name.size() : name.indexOf(u'.')).trimmed();
    if (devices.contains(stem, Qt::CaseInsensitive))
        return u"device_name"_s;
    return {};
}

QString nameKey(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString numberedName(const QString &name, int number, qint64 maxBytes)
{
    qsizetype dot = name.lastIndexOf(u'.');
    if (dot > 4 && QStringView(name).left(dot).endsWith(u".tar", Qt::CaseInsensitive))
        dot -= 4;
    if (dot <= 0)
        dot = name.size();
    QString stem = name.left(dot);
    const QString tail = QString(u" ("_s + QString::number(number) + u")"_s + name.mid(dot));
    const qint64 room = maxBytes - tail.toUtf8().size();
    while (stem.toUtf8().size() > room && !stem.isEmpty()) {
        QTextBoundaryFinder at(QTextBoundaryFinder::Grapheme, stem);
        at.toEnd();
        stem.truncate(std::max<qsizetype>(0, at.toPreviousBoundary()));
    }
    return QString(stem + tail);
}

} // namespace carriel::op
