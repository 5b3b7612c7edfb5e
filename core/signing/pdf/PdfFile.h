// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF by its own cross-reference (ISO 32000-1 §7.5): what is asked for is parsed, nothing else. Strict: what does not
// stand where the table says is an error and never looked for. Offsets count from the first byte of the file unless
// stated. The bytes (a mapped file) must live longer. One thread at a time.
#pragma once

#include "core/base/Result.h"
#include "core/signing/pdf/PdfValue.h"

#include <functional>
#include <map>
#include <optional>

namespace carriel::signing {

struct XrefEntry
{
    enum class Kind { Free, At, InStream };
    Kind kind = Kind::Free;
    qint64 offset = 0;  // At: of `n g obj`. InStream: number of the object stream
    int generation = 0; // InStream: index in it
    friend bool operator==(const XrefEntry &, const XrefEntry &) = default;
};

// One cross-reference section: a table (perhaps with the stream of a hybrid file) or a stream.
class XrefSection
{
public:
    qint64 begin = 0;
    qint64 end = 0;          // after the trailer dictionary, or after endobj
    qint64 streamBegin = -1; // of a hybrid's /XRefStm
    qint64 streamEnd = -1;
    int ownNumber = 0; // of a stream's own object
    bool isStream = false;
    PdfDict trailer;

    std::optional<XrefEntry> find(int number) const;  // hybrid: used entries of the table first
    bool isTable() const { return m_stream.empty(); } // and no hybrid
    int limit() const;                                // one more than the highest number that it speaks of
    // Calls for each entry, also those that stand twice. False stops.
    void each(const std::function<void(int, const XrefEntry &)> &use) const;

private:
    friend class XrefReader;
    struct Run
    {
        int first = 0;
        int count = 0;
        QByteArrayView fixed;           // 20 bytes each, or
        std::vector<XrefEntry> entries; // what was read already
    };
    static XrefEntry entryOf(const Run &run, int index, qint64 base);
    std::vector<Run> m_table;
    std::vector<Run> m_stream; // of a stream, or of the hybrid's
    qint64 m_base = 0;
};

struct PdfObject
{
    PdfRef ref;
    PdfValue value;
    qint64 begin = 0; // of `n g obj`; of the object stream's for one inside
    qint64 end = 0;   // after endobj
    bool isStream = false;
    QByteArrayView data;    // a stream's, as it lies in the file
    int inStream = 0;       // number of the object stream, or 0
    bool duplicate = false; // a name stands twice in one of its dictionaries
};

class PdfFile
{
public:
    // notPdf, badPdf.
    static Result<PdfFile> open(QByteArrayView bytes);
    // With a table that somebody else (QPDF) rebuilt for a damaged file; numbers are offsets from the first byte.
    static PdfFile withTable(QByteArrayView bytes, qint64 base, std::map<int, XrefEntry> table, PdfDict trailer);

    QByteArrayView bytes() const { return m_bytes; }
    qint64 base() const { return m_base; } // where %PDF- stands: written offsets count from there
    qint64 startXref() const { return m_startXref; }
    bool rebuilt() const { return m_rebuilt; }
    const std::vector<XrefSection> &sections() const { return m_sections; } // newest first; empty if rebuilt
    const PdfDict &trailer() const { return m_trailer; }                    // the newest
    int size() const { return m_size; }     // one more than the highest object number of any section's /Size
    std::map<int, XrefEntry> table() const; // everything that is in use or said to be free

    std::optional<XrefEntry> entry(int number) const;
    // A null value for what is free or not there (§7.3.10). badPdf if it is not where it should be.
    Result<PdfObject> object(PdfRef ref) const;
    Result<PdfObject> objectAt(qint64 offset) const; // whatever `n g obj … endobj` stands exactly there
    // The numbers of the objects that this one refers to, also those that stand twice. It is read and refused as by
    // object(), but without being kept: for looking through all of a large file.
    Outcome mentions(PdfRef ref, std::vector<int> &numbers) const;
    Result<PdfValue> resolved(const PdfValue &value) const; // follows references, at most 32
    Result<QByteArray> decoded(const PdfObject &stream) const;

    // For encrypted files: makes a stream's bytes plain before its filter.
    using Decryptor = std::function<Result<QByteArray>(const PdfObject &)>;
    void setDecryptor(Decryptor decryptor) { m_decryptor = std::move(decryptor); }

private:
    struct ObjectStream
    {
        QByteArray data;
        std::vector<std::pair<int, qint64>> index; // number, offset in data
        bool extended = false;
    };
    Outcome mentionsAt(PdfRef ref, qint64 offset, std::vector<int> &numbers) const;
    Result<PdfObject> fromStream(PdfRef ref, const XrefEntry &entry) const;
    Result<std::shared_ptr<const ObjectStream>> objectStream(int number) const;

    QByteArrayView m_bytes;
    qint64 m_base = 0;
    qint64 m_startXref = -1;
    bool m_rebuilt = false;
    int m_size = 0;
    std::vector<XrefSection> m_sections;
    std::map<int, XrefEntry> m_table; // rebuilt only
    PdfDict m_trailer;
    Decryptor m_decryptor;
    mutable std::map<int, std::shared_ptr<const ObjectStream>> m_streams; // a few, newest kept
    mutable qsizetype m_streamBytes = 0;
    mutable int m_depth = 0; // of /Length and object streams that need each other
};

} // namespace carriel::signing
