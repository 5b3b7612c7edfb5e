// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads single objects out of bytes (ISO 32000-1 §7.2, §7.3), strictly and within bounds: depth, size, number of items.
#pragma once

#include "core/base/Result.h"
#include "core/signing/pdf/PdfValue.h"

namespace carriel::signing {

class PdfLexer
{
public:
    explicit PdfLexer(QByteArrayView bytes, qint64 at = 0) : m_bytes(bytes), m_at(at) {}

    qint64 at() const { return m_at; }
    void seek(qint64 at) { m_at = at; }
    bool atEnd() const { return m_at >= m_bytes.size(); }

    void skipSpace();                   // white space and comments
    bool takeWord(QByteArrayView word); // after white space: exactly this, followed by a delimiter or space
    bool startsWith(QByteArrayView text) const { return m_bytes.sliced(m_at).startsWith(text); }
    // A number of plain digits, at most 19 of them; -1 if there is none.
    qint64 takeNumber();

    // After white space. badPdf with where it stopped. References are recognised (`1 0 R`).
    Result<PdfValue> value(int depth = 0);
    // Checks a value as value() does, and keeps nothing of it but the numbers of the objects that it refers to.
    Outcome mentions(std::vector<int> &numbers);
    // A dictionary had the same name twice: readers disagree about such a file.
    bool sawDuplicate() const { return m_duplicate; }

    static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
    static bool isDelimiter(char c)
    {
        return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' ||
               c == '/' || c == '%';
    }

private:
    Error wrong(const char *what) const;
    char peek(qint64 ahead = 0) const { return m_at + ahead < m_bytes.size() ? m_bytes[m_at + ahead] : '\0'; }
    Result<PdfValue> number();
    Result<PdfValue> literal();
    Result<PdfValue> hex();
    Result<PdfValue> name();
    Result<PdfValue> array(int depth);
    Result<PdfValue> dict(int depth);
    bool escape(QByteArray &out);

    QByteArrayView m_bytes;
    qint64 m_at;
    int m_items = 0;
    bool m_duplicate = false;
    std::vector<int> *m_mentions = nullptr; // while nothing else is kept
};

} // namespace carriel::signing
