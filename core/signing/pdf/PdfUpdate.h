// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An incremental update (ISO 32000-1 §7.5.6): what is appended to a file whose bytes stay as they are. The new section
// has the form of the file's last one; for a rebuilt table it is complete and has no /Prev.
#pragma once

#include "core/signing/pdf/PdfFile.h"

namespace carriel::signing {

// Strings and streams of an encrypted file are encrypted one by one, with the number of their object.
class PdfEncryptor
{
public:
    virtual ~PdfEncryptor() = default;
    virtual QByteArray string(PdfRef object, const QByteArray &plain) const = 0;
    virtual QByteArray stream(PdfRef object, const QByteArray &plain) const = 0;
};

class PdfUpdate
{
public:
    // `file` must live longer. `encryptor` is null for a plain file.
    explicit PdfUpdate(const PdfFile &file, const PdfEncryptor *encryptor = nullptr);

    PdfRef newObject() { return {m_next++, 0}; }
    // `strings` says how the strings in `value` stand: plain, or already encrypted for this very object (copied out of
    // it).
    enum class Strings { Plain, AsInFile };
    void put(PdfRef ref, const PdfValue &value, Strings strings = Strings::Plain);
    // A changed version of what the file has, its strings treated according to where it stood.
    void replace(const PdfObject &old, const PdfValue &value);
    void putStream(PdfRef ref, PdfDict dict, const QByteArray &data); // stored as given; /Length is set

    // A signature dictionary with room for its values. `dict` lacks /ByteRange and /Contents.
    void putSignature(PdfRef ref, const PdfDict &dict, qsizetype contentsBytes);

    // Everything, to be appended at once. The signature's positions count from the first byte of the result.
    struct Tail
    {
        QByteArray bytes;
        qsizetype contentsAt = -1;  // of '<'
        qsizetype contentsEnd = -1; // after '>'
        qsizetype byteRangeAt = -1; // of the first blank of the fixed room inside [ ]
    };
    Tail finish();
    // Writes the four numbers of a file of `originalSize` bytes with `tail` behind it.
    static void setByteRange(Tail &tail, qint64 originalSize);
    // `der` in hexadecimal, the rest zeros. False if it is too long.
    static bool setContents(Tail &tail, const QByteArray &der);

private:
    void begin(PdfRef ref);
    void startLine();
    PdfValue encrypted(PdfRef ref, const PdfValue &value) const;
    PdfDict trailer() const;
    void table(const std::map<int, XrefEntry> &entries);
    void stream(std::map<int, XrefEntry> entries);

    const PdfFile &m_file;
    const PdfEncryptor *m_encryptor;
    int m_next;
    Tail m_tail;
    std::map<int, XrefEntry> m_written;
};

} // namespace carriel::signing
