// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads drawing instructions (ISO 32000-1 §7.8.2) one after the other. Lenient, as the programs that show pages are:
// what is neither an operand nor an operator is passed over. Pure.
#pragma once

#include <QByteArray>
#include <vector>

namespace carriel::signing {

struct Operand
{
    enum class Kind { Number, Name, String, Array, Other };
    Kind kind = Kind::Other;
    double number = 0;
    QByteArray bytes;           // of a name or string
    std::vector<Operand> items; // of an array
};

class ContentLexer
{
public:
    explicit ContentLexer(QByteArrayView bytes) : m_bytes(bytes) {}

    // The next operator and what stands before it. An inline image is one instruction, `BI`. False at the end.
    bool next(QByteArrayView &name, std::vector<Operand> &operands);
    // Another reader may see other instructions in the same bytes.
    bool doubtful() const { return m_doubtful; }
    // Something was passed over, or is written in a way that readers understand in several.
    bool irregular() const { return m_irregular || m_doubtful; }

private:
    char peek(qsizetype ahead = 0) const { return m_at + ahead < m_bytes.size() ? m_bytes[m_at + ahead] : '\0'; }
    bool ended() const { return m_at >= m_bytes.size(); }
    void skipSpace();
    bool operand(Operand &out, int depth); // false if none stands here
    void number(Operand &out);
    void name(Operand &out);
    void literal(Operand &out);
    void hex(Operand &out);
    void list(Operand &out, int depth);
    QByteArrayView word();
    void skipImage();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_doubtful = false, m_irregular = false;
};

} // namespace carriel::signing
