// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/QpdfOpinion.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/EntryTable.h"
#include "core/signing/pdf/PdfLexer.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <algorithm>
#include <charconv>
#include <functional>
#include <string_view>

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
                  "reported number of objects (%d) is not one plus the highest object number (%d)", &said,
                  &highest) == 2 &&
           said > highest + 1;
}

// QPDF prints its table a line for each object; a copy of it would be as large as all that we may use.
class TableLines final : public Pipeline
{
public:
    explicit TableLines(const PdfFile &ours) : Pipeline("table", nullptr), m_base(ours.base()), m_ours(entriesOf(ours)) {}
    qint64 used() const
    {
        return std::count_if(m_ours.begin(), m_ours.end(), [](auto &one) { return one.kind != XrefEntry::Kind::Free; });
    }
    void write(unsigned char const *data, std::size_t size) override
    {
        std::string_view text(reinterpret_cast<const char *>(data), size);
        for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
            m_line += text.substr(0, end);
            text.remove_prefix(end + 1);
            compare();
            m_line.clear();
        }
        m_line += text;
    }
    void finish() override {}
    bool same = true;
    qint64 seen = 0;

private:
    void compare()
    {
        std::string_view rest(m_line);
        XrefEntry theirs;
        const auto text = [&rest](std::string_view expected) {
            const bool there = rest.substr(0, expected.size()) == expected;
            rest.remove_prefix(there ? expected.size() : 0);
            return there;
        };
        const auto integer = [&rest](auto &value) {
            const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
            rest.remove_prefix(std::size_t(end - rest.data()));
            return error == std::errc();
        };
        int number = 0, generation = 0, stream = 0;
        qint64 offset = 0;
        bool understood = integer(number) && text("/") && integer(generation) && text(": ");
        if (understood && text("uncompressed; offset = ")) {
            understood = integer(offset);
            theirs = {XrefEntry::Kind::At, offset + m_base, generation};
        } else if (understood) {
            understood = text("compressed; stream = ") && integer(stream) && text(", index = ") && integer(generation);
            theirs = {XrefEntry::Kind::InStream, stream, generation};
        }
        ++seen;
        same &= understood && number >= 0 && std::size_t(number) < m_ours.size() && m_ours[std::size_t(number)] == theirs;
    }
    const qint64 m_base;
    const std::vector<XrefEntry> m_ours;
    std::string m_line;
};

SecondOpinion opinionOf(QByteArrayView bytes, const std::function<void(QPDF &, SecondOpinion &)> &touch)
{
    SecondOpinion opinion;
    QPDF qpdf;
    try {
        read(qpdf, bytes, false);
        opinion.readable = qpdf.getRoot().isDictionary();
        touch(qpdf, opinion);
    } catch (const QPDFExc &e) {
        opinion.passwordNeeded = e.getErrorCode() == qpdf_e_password;
        opinion.readable = false;
        opinion.warnings += QString::fromUtf8(e.what()).left(300);
    } catch (const std::bad_alloc &) {
        throw; // a limit of the process, and nothing that the file says
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

} // namespace

SecondOpinion secondOpinion(QByteArrayView bytes)
{
    return opinionOf(bytes, [](QPDF &qpdf, SecondOpinion &) {
        std::vector<QPDFObjectHandle> objects = qpdf.getAllObjects();
        for (QPDFObjectHandle &object : objects)
            (void)object.isNull(); // resolves it
    });
}

SecondOpinion secondOpinionOfMany(const PdfFile &ours, const std::vector<int> &numbers)
{
    return opinionOf(ours.bytes(), [&](QPDF &qpdf, SecondOpinion &opinion) {
        const auto lines = std::make_shared<TableLines>(ours);
        const auto logger = QPDFLogger::create();
        logger->setInfo(lines);
        qpdf.setLogger(logger);
        qpdf.showXRefTable();
        if (!lines->same || lines->seen != lines->used())
            opinion.warnings += QStringLiteral("a second reader sees other objects");
        for (const int number : numbers) {
            const auto entry = ours.entry(number);
            (void)qpdf.getObjectByID(number, entry && entry->kind == XrefEntry::Kind::At ? entry->generation : 0)
                .isNull();
        }
    });
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
    } catch (const QPDFExc &e) {
        return Error{e.getErrorCode() == qpdf_e_password ? errors::passwordNeeded : errors::encryptedPdf, {}, {}};
    } catch (const std::exception &) {
        return Error{errors::encryptedPdf, {}, {}};
    }
}

} // namespace carriel::signing
