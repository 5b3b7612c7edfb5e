// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/ContentLexer.h"

#include "core/signing/pdf/PdfLexer.h"

#include <algorithm>

namespace carriel::signing {

namespace {

constexpr std::size_t mostOperands = 66; // more than any operator takes (§8.6.6.5: colorants); pairs and triples whole
constexpr int deepest = 16;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isRegular(char c)
{
    return !PdfLexer::isSpace(c) && !PdfLexer::isDelimiter(c);
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

void ContentLexer::skipSpace()
{
    while (!ended()) {
        if (peek() == '%') {
            while (!ended() && peek() != '\n' && peek() != '\r')
                ++m_at;
        } else if (PdfLexer::isSpace(peek())) {
            ++m_at;
        } else {
            return;
        }
    }
}

bool ContentLexer::next(QByteArrayView &name, std::vector<Operand> &operands)
{
    operands.clear();
    for (;;) {
        skipSpace();
        if (ended()) {
            m_irregular |= !operands.empty();
            return false;
        }
        Operand one;
        if (operand(one, 0)) {
            if (operands.size() == mostOperands) {
                operands.erase(operands.begin());
                m_irregular = true;
            }
            operands.push_back(std::move(one));
            continue;
        }
        name = word();
        if (name.isEmpty()) { // a bracket that closes nothing
            ++m_at;
            m_irregular = true;
            continue;
        }
        if (name == "BI")
            skipImage();
        return true;
    }
}

bool ContentLexer::operand(Operand &out, int depth)
{
    const char c = peek();
    if (isDigit(c) || c == '-' || c == '+' || c == '.')
        return number(out), true;
    switch (c) {
    case '/':
        return name(out), true;
    case '(':
        return literal(out), true;
    case '[':
        return list(out, depth), true;
    case '<':
        return peek(1) == '<' ? list(out, depth) : hex(out), true;
    default:
        return false;
    }
}

void ContentLexer::number(Operand &out)
{
    constexpr qsizetype mostDigits = 16;
    out.kind = Operand::Kind::Number;
    const bool minus = peek() == '-';
    const qsizetype begin = m_at;
    while (peek() == '-' || peek() == '+')
        ++m_at;
    m_irregular |= m_at - begin > 1;
    const qsizetype first = m_at;
    int points = 0;
    double scale = 0;
    bool over = false; // `12-3`: broken writers put a second number behind the first
    for (; isDigit(peek()) || peek() == '.' || peek() == '-'; ++m_at) {
        over |= peek() == '-' || (peek() == '.' && scale > 0);
        points += peek() == '.' ? 1 : 0;
        if (peek() == '.') {
            scale = scale == 0 ? 1 : scale;
        } else if (!over) {
            out.number = out.number * 10 + (peek() - '0');
            scale *= 10;
        }
    }
    m_irregular |= over || points > 1 || m_at - first <= points || m_at - first > mostDigits || (!ended() && isRegular(peek()));
    if (scale > 0)
        out.number /= scale;
    if (minus)
        out.number = -out.number;
}

void ContentLexer::name(Operand &out)
{
    out.kind = Operand::Kind::Name;
    for (++m_at; !ended() && isRegular(peek()); ++m_at) {
        const int high = hexDigit(peek(1)), low = hexDigit(peek(2));
        if (peek() == '#' && high >= 0 && low >= 0) {
            out.bytes += char(high * 16 + low);
            m_at += 2;
        } else {
            out.bytes += peek();
        }
    }
}

void ContentLexer::literal(Operand &out)
{
    out.kind = Operand::Kind::String;
    int open = 1;
    for (++m_at; !ended(); ++m_at) {
        const char c = peek();
        if (c == '\\') {
            ++m_at;
            const char e = peek();
            static constexpr char from[] = "nrtbf", to[] = "\n\r\t\b\f";
            if (e >= '0' && e <= '7') {
                int code = e - '0';
                for (int i = 0; i < 2 && peek(1) >= '0' && peek(1) <= '7'; ++i)
                    code = code * 8 + (m_bytes[++m_at] - '0');
                out.bytes += char(code & 255);
            } else if (e == '\r') {
                m_at += peek(1) == '\n' ? 1 : 0;
            } else if (const char *known = e ? strchr(from, e) : nullptr) {
                out.bytes += to[known - from];
            } else if (e != '\n') {
                out.bytes += e;
            }
            continue;
        }
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open == 0) {
            ++m_at;
            return;
        }
        out.bytes += c;
    }
    m_irregular = true;
}

void ContentLexer::hex(Operand &out)
{
    out.kind = Operand::Kind::String;
    int high = -1;
    for (++m_at; !ended() && peek() != '>'; ++m_at) {
        const int digit = hexDigit(peek());
        if (digit < 0) {
            m_irregular |= !PdfLexer::isSpace(peek());
            continue;
        }
        if (high < 0) {
            high = digit;
        } else {
            out.bytes += char(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0)
        out.bytes += char(high * 16);
    m_irregular |= ended();
    if (!ended())
        ++m_at;
}

// An array; or a dictionary, whose content nobody here asks for.
void ContentLexer::list(Operand &out, int depth)
{
    const bool dict = peek() == '<';
    const char close = dict ? '>' : ']';
    out.kind = dict ? Operand::Kind::Other : Operand::Kind::Array;
    m_at += dict ? 2 : 1;
    for (skipSpace(); !ended() && peek() != close; skipSpace()) {
        Operand item;
        if (depth < deepest && operand(item, depth + 1)) {
            if (!dict)
                out.items.push_back(std::move(item));
        } else if (const QByteArrayView one = word(); one.isEmpty()) {
            ++m_at;
            m_irregular = true;
        } else {
            m_irregular |= !(dict && (one == "true" || one == "false" || one == "null"));
        }
    }
    m_irregular |= ended() || (dict && peek(1) != '>');
    m_at = std::min(m_bytes.size(), m_at + (dict ? 2 : 1));
}

QByteArrayView ContentLexer::word()
{
    const qsizetype first = m_at;
    while (!ended() && isRegular(peek()))
        ++m_at;
    return m_bytes.sliced(first, m_at - first);
}

// To the `EI` that stands between spaces (§8.9.7). Readers that count the image's bytes may end at another one.
void ContentLexer::skipImage()
{
    for (skipSpace(); !ended(); skipSpace()) {
        Operand one;
        if (operand(one, 0))
            continue;
        const QByteArrayView key = word();
        if (key == "ID")
            break;
        if (key.isEmpty())
            ++m_at;
    }
    while (!ended()) {
        const qsizetype end = m_bytes.indexOf("EI", m_at);
        m_at = end < 0 ? m_bytes.size() : end + 2;
        if (end < 0 || (!ended() && isRegular(peek())))
            continue;
        if (PdfLexer::isSpace(m_bytes[end - 1]))
            return;
        m_doubtful = true;
    }
}

} // namespace carriel::signing
