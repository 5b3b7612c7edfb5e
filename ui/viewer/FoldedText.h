// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a person looks for words in it: without regard to capitals and accents, and a line's end is a space like any
// other. What is found is told in the places of the text itself.
#pragma once

#include <QList>
#include <QString>

namespace carriel {

class FoldedText
{
public:
    struct Match {
        int start;
        int length;
    };

    explicit FoldedText(const QString &text)
    {
        m_folded.reserve(text.size());
        m_places.reserve(text.size());
        for (int i = 0; i < int(text.size()); ++i) {
            const QChar c = text.at(i);
            if (c.category() == QChar::Mark_NonSpacing)
                continue; // an accent that stands by itself
            const bool space = c.isSpace();
            if (space && m_folded.endsWith(u' '))
                continue;
            const QString parts = c.decompositionTag() == QChar::Canonical ? c.decomposition() : QString();
            m_folded.append(space ? QChar(u' ') : (parts.isEmpty() ? c : parts.front()).toCaseFolded());
            m_places.append(i);
        }
    }

    QList<Match> find(const QString &words, int most) const
    {
        QList<Match> out;
        const QString wanted = FoldedText(words.trimmed()).m_folded;
        if (wanted.isEmpty())
            return out;
        for (qsizetype at = m_folded.indexOf(wanted); at >= 0 && out.size() < most; at = m_folded.indexOf(wanted, at + wanted.size())) {
            const int first = m_places.at(at);
            out.append({first, m_places.at(at + wanted.size() - 1) - first + 1});
        }
        return out;
    }

private:
    QString m_folded;
    QList<int> m_places; // of each folded character in the text
};

} // namespace carriel
