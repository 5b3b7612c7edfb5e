// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/QpdfOpinion.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/PdfLexer.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFXRefEntry.hh>

namespace carriel::signing {

namespace {

Error damaged(const char *what)
{
    return {errors::damagedPdf, {{QStringLiteral("what"), QString::fromUtf8(what).left(200)}}, {}};
}

// The document without its bytes being copied; silent.
void read(QPDF &qpdf, QByteArrayView bytes, bool repair, const char *password = nullptr)
{
    qpdf.setSuppressWarnings(true);
    qpdf.setAttemptRecovery(repair);
    qpdf.processMemoryFile("document", bytes.data(), std::size_t(bytes.size()), password);
}

} // namespace

Result<PdfFile> rescued(QByteArrayView bytes)
{
    const qsizetype base = bytes.first(std::min<qsizetype>(bytes.size(), 1024)).indexOf("%PDF-");
    if (base < 0)
        return Error{errors::notPdf, {}, {}};
    try {
        QPDF qpdf;
        read(qpdf, bytes, true);
        if (!qpdf.getRoot().isDictionary())
            return damaged("no root");
        std::map<int, XrefEntry> table;
        for (const auto &[id, entry] : qpdf.getXRefTable()) {
            if (entry.getType() == 1)
                table[id.getObj()] = {XrefEntry::Kind::At, qint64(entry.getOffset()) + base, id.getGen()};
            else if (entry.getType() == 2)
                table[id.getObj()] = {XrefEntry::Kind::InStream, entry.getObjStreamNumber(), entry.getObjStreamIndex()};
        }
        const std::string trailerText = qpdf.getTrailer().unparseResolved();
        PdfLexer lexer(QByteArrayView(trailerText.data(), qsizetype(trailerText.size())));
        CARRIEL_TRY(const PdfValue trailer, lexer.value());
        if (!trailer["Root"].isRef())
            return damaged("no root");
        return PdfFile::withTable(bytes, base, std::move(table), trailer.entries());
    } catch (const QPDFExc &e) {
        if (e.getErrorCode() == qpdf_e_password)
            return Error{errors::encryptedPdf, {}, {}};
        return damaged(e.what());
    } catch (const std::exception &e) {
        return damaged(e.what());
    }
}

namespace {

// A /Size larger than needed: numbers up to it are free, and every reader sees the same document. (With a smaller one
// readers would leave out objects.)
bool onlyRoomForMore(const QPDFExc &warning)
{
    int said = 0, highest = 0;
    return sscanf(warning.getMessageDetail().c_str(),
                  "reported number of objects (%d) is not one plus the highest object number (%d)", &said, &highest) == 2 &&
           said > highest + 1;
}

} // namespace

SecondOpinion secondOpinion(QByteArrayView bytes)
{
    SecondOpinion opinion;
    QPDF qpdf;
    try {
        read(qpdf, bytes, false);
        opinion.readable = qpdf.getRoot().isDictionary();
        std::vector<QPDFObjectHandle> objects = qpdf.getAllObjects();
        for (QPDFObjectHandle &object : objects)
            (void)object.isNull(); // resolves it
    } catch (const QPDFExc &e) {
        opinion.passwordNeeded = e.getErrorCode() == qpdf_e_password;
        opinion.readable = false;
        opinion.warnings += QString::fromUtf8(e.what()).left(300);
    } catch (const std::exception &e) {
        opinion.readable = false;
        opinion.warnings += QString::fromUtf8(e.what()).left(300);
    }
    for (const QPDFExc &warning : qpdf.getWarnings()) {
        if (opinion.warnings.size() < 20 && !onlyRoomForMore(warning))
            opinion.warnings += QString::fromUtf8(warning.what()).left(300);
    }
    return opinion;
}

Result<Encryption> encryptionOf(QByteArrayView bytes, const QByteArray &password)
{
    try {
        QPDF qpdf;
        read(qpdf, bytes, true, password.constData());
        int r = 0, p = 0, v = 0;
        QPDF::encryption_method_e streams{}, strings{}, file{};
        Encryption result;
        if (!qpdf.isEncrypted(r, p, v, streams, strings, file))
            return result;
        const auto method = [v](QPDF::encryption_method_e given) {
            if (v < 4) // QPDF says none there; there is only one
                return Encryption::Method::Rc4;
            switch (given) {
            case QPDF::e_rc4:
                return Encryption::Method::Rc4;
            case QPDF::e_aes:
                return Encryption::Method::AesV2;
            case QPDF::e_aesv3:
                return Encryption::Method::AesV3;
            default:
                return Encryption::Method::None;
            }
        };
        result.strings = method(strings);
        result.streams = method(streams);
        const std::string key = qpdf.getEncryptionKey();
        result.key = QByteArray(key.data(), qsizetype(key.size()));
        result.owner = qpdf.ownerPasswordMatched();
        result.maySign =
            result.owner || qpdf.allowModifyAll() || qpdf.allowModifyForm() || qpdf.allowModifyAnnotation();
        return result;
    } catch (const std::exception &) {
        return Error{errors::encryptedPdf, {}, {}};
    }
}

} // namespace carriel::signing
