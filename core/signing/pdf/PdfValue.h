// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF object (ISO 32000-1 §7.3) as a value: cheap to copy, never changed after it was read. Thread-safe.
#pragma once

#include <QByteArray>
#include <compare>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace carriel::signing {

struct PdfRef
{
    int number = 0;
    int generation = 0;
    friend auto operator<=>(const PdfRef &, const PdfRef &) = default;
};

class PdfValue;
using PdfArray = std::vector<PdfValue>;

// In the order of the file; a name never stands twice (the reader refuses that: readers disagree about which one
// counts).
class PdfDict
{
public:
    using Entry = std::pair<QByteArray, PdfValue>; // the name without its slash, #-escapes resolved

    const PdfValue &operator[](QByteArrayView name) const; // null if it is not there
    bool contains(QByteArrayView name) const;
    void set(const QByteArray &name, PdfValue value); // replaces or appends
    void remove(QByteArrayView name);
    const std::vector<Entry> &entries() const { return m_entries; }
    bool empty() const;

private:
    std::vector<Entry> m_entries;
};

class PdfValue
{
public:
    enum class Kind { Null, Bool, Int, Real, String, Name, Array, Dict, Ref };

    PdfValue() = default;
    static PdfValue boolean(bool b);
    static PdfValue integer(qint64 i);
    static PdfValue real(QByteArray asWritten);
    static PdfValue string(QByteArray bytes);
    static PdfValue name(QByteArray bytes);
    static PdfValue array(PdfArray items);
    static PdfValue dict(PdfDict entries);
    static PdfValue ref(PdfRef target);

    Kind kind() const { return m_kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isInt() const { return m_kind == Kind::Int; }
    bool isNumber() const { return m_kind == Kind::Int || m_kind == Kind::Real; }
    bool isName(QByteArrayView expected) const { return m_kind == Kind::Name && m_bytes == expected; }
    bool isName() const { return m_kind == Kind::Name; }
    bool isString() const { return m_kind == Kind::String; }
    bool isArray() const { return m_kind == Kind::Array; }
    bool isDict() const { return m_kind == Kind::Dict; }
    bool isRef() const { return m_kind == Kind::Ref; }

    // What is not of the asked kind answers as the empty value of it.
    bool toBool() const { return m_kind == Kind::Bool && m_int != 0; }
    qint64 toInt(qint64 otherwise = 0) const { return m_kind == Kind::Int ? m_int : otherwise; }
    double toNumber() const;
    QByteArray bytes() const { return m_bytes; } // of a string or name; of a real as it was written
    const PdfArray &items() const;
    const PdfDict &entries() const;
    PdfRef target() const { return m_ref; }
    const PdfValue &operator[](QByteArrayView name) const { return entries()[name]; }

    // Equal as values, references compared by number: 1 and 1.0 differ, (a) and <61> do not, the order of names does
    // not count.
    friend bool operator==(const PdfValue &a, const PdfValue &b);

private:
    Kind m_kind = Kind::Null;
    qint64 m_int = 0;
    PdfRef m_ref;
    QByteArray m_bytes;
    std::shared_ptr<const PdfArray> m_array;
    std::shared_ptr<const PdfDict> m_dict;
};

inline bool PdfDict::empty() const
{
    return m_entries.empty();
}

bool operator==(const PdfDict &a, const PdfDict &b);

// The numbers of the objects that it refers to, also those that stand twice.
std::vector<int> mentionsOf(const PdfValue &value);

// As it is written in a file. Strings in hexadecimal, as they are: who encrypts, does it before.
QByteArray written(const PdfValue &value);

// A text string (§7.9.2.2): PDFDocEncoding, or UTF-16BE / UTF-8 with their marks.
QString textOf(const PdfValue &string);
PdfValue textString(const QString &text);

} // namespace carriel::signing
