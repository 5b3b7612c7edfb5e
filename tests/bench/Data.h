// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up documents, the same ones for the same seed: names and words as unevenly common as those of real texts.
#pragma once

#include <QString>
#include <QStringList>
#include <cmath>
#include <random>

namespace carriel::bench {

class Words
{
public:
    explicit Words(unsigned seed) : m_random(seed)
    {
        static const char *const syllables[] = {"ca", "ri", "el", "do", "cu", "men", "to", "ce", "du", "la", "re", "ci", "bo", "pa", "go",
                                                "sa", "lud", "con", "tra", "ac", "ta", "di", "plo", "ma", "per", "mi", "so", "cá", "ní", "ño"};
        for (int i = 0; i < 8000; ++i) {
            QString word;
            for (unsigned n = 2 + m_random() % 3; n > 0; --n)
                word += QString::fromUtf8(syllables[m_random() % 30]);
            m_words.append(word);
        }
    }
    const QString &next() // the common ones often
    {
        const double u = double(m_random() % 1000003 + 1) / 1000004.0;
        return m_words.at(qsizetype(std::pow(8000.0, u)) % 8000);
    }
    QString text(int words)
    {
        QString out;
        for (int i = 0; i < words; ++i)
            out += next() + u' ';
        return out;
    }
    QByteArray bytes(qsizetype size)
    {
        QByteArray out(size, Qt::Uninitialized);
        for (char &c : out)
            c = char(m_random());
        return out;
    }

private:
    std::mt19937 m_random;
    QStringList m_words;
};

struct Sample {
    QString id;
    QString name;
    QString text;
    qint64 modified;
};

inline Sample sample(Words &words, int i)
{
    return {QStringLiteral("01JDOC%1").arg(i, 20, 10, QLatin1Char('0')), QString(words.next() + u' ' + words.next() + u' ' + QString::number(i) + u".pdf"),
            words.text(60), 1700000000000 + qint64(i) * 60000};
}

} // namespace carriel::bench
