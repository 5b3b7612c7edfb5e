// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/PdfLexer.h"

#include "core/signing/SigningErrors.h"

#include <array>

namespace carriel::signing {

namespace {
constexpr int maxDepth = 100;
constexpr int maxItems = 5'000'000;      // in one object
constexpr std::size_t maxNames = 20'000; // in one dictionary
int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
// What ends a name, a number or a word; a table, because every byte of a file is asked.
constexpr std::array<bool, 256> ending = [] {
    std::array<bool, 256> all{};
    for (const char c : {' ', '\n', '\r', '\t', '\f', '\0', '(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
        all[static_cast<unsigned char>(c)] = true;
    return all;
}();
bool isEnding(char c)
{
    return ending[static_cast<unsigned char>(c)];
}
} // namespace

Error PdfLexer::wrong(const char *what) const
{
    return {
        errors::badPdf, {{QStringLiteral("what"), QString::fromLatin1(what)}, {QStringLiteral("offset"), m_at}}, {}};
}

void PdfLexer::skipSpace()
{
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at];
        if (c == '%') {
            while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
                ++m_at;
        } else if (isSpace(c)) {
            ++m_at;
        } else {
            return;
        }
    }
}

bool PdfLexer::takeWord(QByteArrayView word)
{
    skipSpace();
    if (!startsWith(word))
        return false;
    const qint64 after = m_at + word.size();
    if (after < m_bytes.size() && !isEnding(m_bytes[after]))
        return false;
    m_at = after;
    return true;
}

qint64 PdfLexer::takeNumber()
{
    skipSpace();
    qint64 n = 0;
    const qint64 first = m_at;
    while (m_at < m_bytes.size() && isDigit(m_bytes[m_at]) && m_at - first < 18)
        n = n * 10 + (m_bytes[m_at++] - '0');
    const bool ended = m_at >= m_bytes.size() || isEnding(m_bytes[m_at]);
    if (m_at == first || !ended) {
        m_at = first;
        return -1;
    }
    return n;
}

Outcome PdfLexer::mentions(std::vector<int> &numbers)
{
    m_mentions = &numbers;
    const auto read = value();
    m_mentions = nullptr;
    if (!read.ok())
        return read.error();
    return {};
}

Result<PdfValue> PdfLexer::value(int depth)
{
    skipSpace();
    if (depth > maxDepth)
        return wrong("nesting");
    if (++m_items > maxItems)
        return wrong("too many items");
    if (atEnd())
        return wrong("end of data");
    const char c = m_bytes[m_at];
    if (isDigit(c) || c == '+' || c == '-' || c == '.')
        return number();
    switch (c) {
    case '(':
        return literal();
    case '/':
        return name();
    case '[':
        return array(depth);
    case '<':
        return peek(1) == '<' ? dict(depth) : hex();
    default:
        break;
    }
    if (takeWord("true"))
        return PdfValue::boolean(true);
    if (takeWord("false"))
        return PdfValue::boolean(false);
    if (takeWord("null"))
        return PdfValue();
    return wrong("unknown word");
}

Result<PdfValue> PdfLexer::number()
{
    const qint64 first = m_at;
    bool point = false;
    int digits = 0;
    if (peek() == '+' || peek() == '-')
        ++m_at;
    while (m_at < m_bytes.size() && (isDigit(m_bytes[m_at]) || m_bytes[m_at] == '.')) {
        if (m_bytes[m_at] == '.') {
            if (point)
                return wrong("number");
            point = true;
        } else {
            ++digits;
        }
        ++m_at;
    }
    const bool ended = atEnd() || isSpace(m_bytes[m_at]) || isDelimiter(m_bytes[m_at]);
    if (digits == 0 || !ended || (!point && digits > 18))
        return wrong("number");
    if (point)
        return PdfValue::real(m_mentions ? QByteArray() : m_bytes.sliced(first, m_at - first).toByteArray());
    qint64 n = 0;
    for (qint64 i = m_at - digits; i < m_at; ++i)
        n = n * 10 + (m_bytes[i] - '0');
    if (!isDigit(m_bytes[first]) || n > 0x7fffffff)
        return PdfValue::integer(m_bytes[first] == '-' ? -n : n);
    // Perhaps `n g R`.
    PdfLexer ahead(m_bytes, m_at);
    const qint64 generation = isSpace(peek()) || peek() == '%' ? ahead.takeNumber() : -1;
    if (generation >= 0 && generation <= 65535 && ahead.takeWord("R")) {
        m_at = ahead.at();
        if (m_mentions)
            m_mentions->push_back(int(n));
        return PdfValue::ref({int(n), int(generation)});
    }
    return PdfValue::integer(n);
}

bool PdfLexer::escape(QByteArray &out)
{
    if (atEnd())
        return false;
    const char c = m_bytes[m_at++];
    static constexpr std::pair<char, char> simple[] = {{'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'b', '\b'}, {'f', '\f'}};
    for (const auto &[letter, meaning] : simple) {
        if (c == letter) {
            out += meaning;
            return true;
        }
    }
    if (c >= '0' && c <= '7') {
        int code = c - '0';
        for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; ++i)
            code = code * 8 + (m_bytes[m_at++] - '0');
        out += char(code & 0xff);
    } else if (c == '\r') {
        if (peek() == '\n')
            ++m_at;
    } else if (c != '\n') {
        out += c;
    }
    return true;
}

Result<PdfValue> PdfLexer::literal()
{
    QByteArray out;
    int open = 1;
    ++m_at;
    while (m_at < m_bytes.size()) {
        const qint64 first = m_at;
        while (m_at < m_bytes.size() &&
               !(m_bytes[m_at] == '\\' || m_bytes[m_at] == '(' || m_bytes[m_at] == ')' || m_bytes[m_at] == '\r'))
            ++m_at;
        if (!m_mentions)
            out.append(m_bytes.sliced(first, m_at - first));
        if (atEnd())
            break;
        const char c = m_bytes[m_at++];
        if (c == '\\') {
            if (!escape(out))
                break;
            continue;
        }
        if (c == '(')
            ++open;
        if (c == ')' && --open == 0)
            return PdfValue::string(out);
        if (c == '\r') { // an end of line in a string reads as one line feed
            if (peek() == '\n')
                ++m_at;
            out += '\n';
        } else {
            out += c;
        }
    }
    return wrong("string without end");
}

Result<PdfValue> PdfLexer::hex()
{
    QByteArray out;
    int high = -1;
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
        const char c = m_bytes[m_at];
        if (c == '>') {
            ++m_at;
            if (high >= 0)
                out += char(high << 4);
            return PdfValue::string(out);
        }
        if (isSpace(c))
            continue;
        const int digit = hexDigit(c);
        if (digit < 0)
            return wrong("hexadecimal string");
        if (high < 0) {
            high = digit;
        } else {
            out += char(high << 4 | digit);
            high = -1;
        }
    }
    return wrong("string without end");
}

Result<PdfValue> PdfLexer::name()
{
    const char *const end = m_bytes.cend();
    const char *c = m_bytes.cbegin() + ++m_at;
    const qint64 first = m_at;
    bool plain = true;
    for (; c < end && !isEnding(*c); ++c)
        plain &= *c != '#';
    m_at = c < end ? c - m_bytes.cbegin() : m_bytes.size();
    if (m_mentions)
        return PdfValue::name({});
    QByteArray out;
    const QByteArrayView text = m_bytes.sliced(first, m_at - first);
    if (plain)
        return PdfValue::name(text.toByteArray());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '#' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        out += low >= 0 ? char(high << 4 | low) : text[i];
        i += low >= 0 ? 2 : 0;
    }
    return PdfValue::name(out);
}

Result<PdfValue> PdfLexer::array(int depth)
{
    PdfArray items;
    ++m_at;
    for (;;) {
        skipSpace();
        if (atEnd())
            return wrong("array without end");
        if (peek() == ']') {
            ++m_at;
            return PdfValue::array(std::move(items));
        }
        CARRIEL_TRY(PdfValue item, value(depth + 1));
        if (!m_mentions)
            items.push_back(std::move(item));
    }
}

Result<PdfValue> PdfLexer::dict(int depth)
{
    PdfDict entries;
    std::size_t names = 0;
    m_at += 2;
    for (;;) {
        skipSpace();
        if (peek() == '>' && peek(1) == '>') {
            m_at += 2;
            return PdfValue::dict(std::move(entries));
        }
        if (peek() != '/')
            return wrong("dictionary");
        CARRIEL_TRY(const PdfValue key, name());
        CARRIEL_TRY(PdfValue entry, value(depth + 1));
        if (++names > maxNames)
            return wrong("too many names");
        if (m_mentions)
            continue;
        if (entries.contains(key.bytes()))
            m_duplicate = true;
        // A null entry is the same as none (§7.3.7); kept, because what is signed is compared.
        entries.set(key.bytes(), std::move(entry));
    }
}

} // namespace carriel::signing
