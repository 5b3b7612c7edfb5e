// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/NameRules.h"

#include <QTextBoundaryFinder>

namespace carriel {

namespace {
bool isInvisible(QChar c)
{
    // Control characters, breaks of lines and paragraphs, and the marks that make a name read in another order than it
    // is written.
    return c.category() == QChar::Other_Control || (c.unicode() >= 0x200B && c.unicode() <= 0x200F) ||
           (c.unicode() >= 0x2028 && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069) ||
           c.unicode() == 0xFEFF;
}

// Takes whole characters (grapheme clusters) off the end until `stem` + `tail` fits.
QString shortenedStem(QString stem, const QString &tail, int maxBytes)
{
    const int room = maxBytes - int(tail.toUtf8().size());
    while (stem.toUtf8().size() > room && !stem.isEmpty()) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, stem);
        finder.toEnd();
        const qsizetype border = finder.toPreviousBoundary();
        stem.truncate(border < 0 ? 0 : border);
    }
    return stem;
}

bool isDeviceName(const QString &name, const QStringList &forbidden)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    if (forbidden.contains(stem, Qt::CaseInsensitive))
        return true;
    // COM1…COM9 and LPT1…LPT9 belong to the same family on every Windows.
    return stem.size() == 4 && (stem.startsWith(u"COM") || stem.startsWith(u"LPT")) && stem.at(3) >= u'1' && stem.at(3) <= u'9';
}
} // namespace

namespace {
// A suffix is kept where there is room for it; one that would take half the name is none.
SplitName splitToFit(const QString &name, int maxBytes)
{
    const SplitName parts = splitName(name);
    return parts.suffix.toUtf8().size() * 2 > maxBytes ? SplitName{name, {}} : parts;
}
} // namespace

SplitName splitName(const QString &name)
{
    qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0 || name.size() - dot > 16)
        return {name, {}};
    if (name.left(dot).endsWith(u".tar", Qt::CaseInsensitive) && dot > 4)
        dot -= 4;
    return {name.left(dot), name.mid(dot)};
}

// None of these composes with an accent that follows it.
QChar NameRules::filler() const
{
    for (const QChar c : {u'_', u'-', u'0'}) {
        if (!forbiddenChars.contains(c) && !noTrailing.contains(c) && !noLeading.contains(c))
            return c;
    }
    return u'_';
}

QString NameRules::allowed(QString text) const
{
    for (QChar &c : text) {
        if (forbiddenChars.contains(c))
            c = filler();
    }
    return text;
}

QString NameRules::withoutTrailing(QString name) const
{
    while (!name.isEmpty() && (name.endsWith(u'.') || name.endsWith(u' ') || noTrailing.contains(name.back())))
        name.chop(1);
    return name;
}

// A suffix is kept behind a filler: with nothing before it, it would be the name.
QString NameRules::withoutLeading(const QString &name) const
{
    qsizetype at = 0;
    while (at < name.size() && (name.at(at) == u' ' || noLeading.contains(name.at(at))))
        ++at;
    const qsizetype dot = name.left(at + 1).indexOf(u'.');
    return at == 0 ? name : dot < 0 ? name.mid(at) : QString(filler() + name.mid(dot));
}

QString NameRules::fitted(const QString &name) const
{
    // What cannot be seen goes first: a letter and its accent that it kept apart become one.
    QString out;
    for (const QChar c : name) {
        if (!isInvisible(c))
            out.append(c);
    }
    out = withoutLeading(withoutTrailing(allowed(out.normalized(QString::NormalizationForm_C))));
    if (out.isEmpty())
        out = filler();
    if (isDeviceName(out, forbiddenNames)) {
        const qsizetype dot = out.indexOf(u'.');
        out.insert(dot < 0 ? out.size() : dot, filler());
    }
    if (out.toUtf8().size() > maxBytes) {
        const SplitName parts = splitToFit(out, maxBytes);
        const QString stem = withoutTrailing(shortenedStem(parts.stem, parts.suffix, maxBytes));
        out = QString((stem.isEmpty() ? QString(filler()) : stem) + parts.suffix);
    }
    return out;
}

QString NameRules::numbered(const QString &name, int number) const
{
    const SplitName parts = splitToFit(name, maxBytes);
    QString tail = allowed(QStringLiteral(" (%1)").arg(number)) + parts.suffix;
    if (noTrailing.contains(tail.back()))
        tail += filler();
    const QString stem = shortenedStem(parts.stem, tail, maxBytes);
    return QString((stem.isEmpty() ? QString(filler()) : stem) + tail);
}

bool NameRules::clash(const QString &a, const QString &b) const
{
    const QString first = a.normalized(QString::NormalizationForm_C);
    const QString second = b.normalized(QString::NormalizationForm_C);
    return caseInsensitive ? first.toCaseFolded() == second.toCaseFolded() : first == second;
}

} // namespace carriel
