// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/QuickMentions.h"

#include <array>
#include <cstring>

namespace carriel::signing {

namespace {

constexpr int deepest = 40;     // PdfLexer goes further
constexpr int mostItems = 10'000; // here too
enum Class : quint8 { Regular, Space, Delimiter };
constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> all{};
    for (const char c : {' ', '\n', '\r', '\t', '\f', '\0'})
        all[static_cast<unsigned char>(c)] = Space;
    for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
        all[static_cast<unsigned char>(c)] = Delimiter;
    return all;
}();

Class classOf(char c)
{
    return classes[static_cast<unsigned char>(c)];
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

class Scan
{
public:
    Scan(const char *at, const char *end, std::vector<int> &numbers) : m_at(at), m_end(end), m_numbers(numbers) {}

    bool object(PdfRef ref)
    {
        qint64 number = 0, generation = 0;
        return integer(number) && number == ref.number && integer(generation) && generation == ref.generation &&
               word("obj") && value(0) && word("endobj");
    }

private:
    char peek(qsizetype ahead = 0) const { return m_end - m_at > ahead ? m_at[ahead] : '\0'; }

    void skipSpace()
    {
        while (m_at < m_end && classOf(*m_at) == Space)
            ++m_at;
    }

    bool ended() const { return m_at >= m_end || classOf(*m_at) != Regular; }

    // Digits alone, at most nine.
    bool integer(qint64 &n)
    {
        skipSpace();
        const char *const first = m_at;
        for (n = 0; m_at < m_end && isDigit(*m_at) && m_at - first < 10; ++m_at)
            n = n * 10 + (*m_at - '0');
        return m_at > first && m_at - first < 10 && ended();
    }

    bool word(const char *expected)
    {
        skipSpace();
        const qsizetype size = qsizetype(strlen(expected));
        if (m_end - m_at < size || memcmp(m_at, expected, std::size_t(size)) != 0)
            return false;
        m_at += size;
        return ended();
    }

    bool numberOrReference()
    {
        qint64 number = 0, generation = 0;
        if (!integer(number))
            return false;
        const char *const after = m_at;
        if (integer(generation) && generation <= 65535 && word("R")) {
            m_numbers.push_back(int(number));
            return true;
        }
        m_at = after;
        return true;
    }

    bool text()
    {
        int open = 0;
        for (; m_at < m_end; ++m_at) {
            if (*m_at == '\\')
                return false;
            open += (*m_at == '(') - (*m_at == ')');
            if (open == 0)
                return ++m_at, true;
        }
        return false;
    }

    bool name()
    {
        ++m_at;
        while (!ended())
            ++m_at;
        return true;
    }

    bool value(int depth)
    {
        skipSpace();
        if (depth > deepest || ++m_items > mostItems || m_at >= m_end)
            return false;
        switch (*m_at) {
        case '/':
            return name();
        case '(':
            return text();
        case '[':
            for (++m_at;;) {
                skipSpace();
                if (peek() == ']')
                    return ++m_at, true;
                if (!value(depth + 1))
                    return false;
            }
        case '<':
            if (peek(1) != '<')
                return false;
            for (m_at += 2;;) {
                skipSpace();
                if (peek() == '>' && peek(1) == '>')
                    return m_at += 2, true;
                if (peek() != '/' || !name() || !value(depth + 1))
                    return false;
            }
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return numberOrReference();
        }
    }

    const char *m_at;
    const char *const m_end;
    std::vector<int> &m_numbers;
    int m_items = 0;
};

} // namespace

bool quickMentions(QByteArrayView bytes, qint64 offset, PdfRef ref, std::vector<int> &numbers)
{
    if (offset < 0 || offset >= bytes.size())
        return false;
    const std::size_t before = numbers.size();
    if (Scan(bytes.data() + offset, bytes.data() + bytes.size(), numbers).object(ref))
        return true;
    numbers.resize(before);
    return false;
}

} // namespace carriel::signing
