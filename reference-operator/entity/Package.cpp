// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/entity/Package.h"

#include "reference-operator/Encoding.h"

#include <QtEndian>
#include <array>
#include <openssl/cms.h>
#include <stdexcept>

namespace carriel::entity {

using namespace Qt::StringLiterals;

quint32 crcOf(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> out{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int bit = 0; bit < 8; ++bit)
                c = (c & 1) ? 0xedb88320U ^ (c >> 1) : c >> 1;
            out[n] = c;
        }
        return out;
    }();
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xff] ^ (crc >> 8);
    return crc ^ 0xffffffffU;
}

namespace {

// Every entry stored, names in UTF-8 (APPNOTE 6.3).
class Zip
{
public:
    void add(const QString &name, const QByteArray &bytes)
    {
        const QByteArray n = name.toUtf8();
        QByteArray common;
        for (const quint16 value : {quint16(20), quint16(0x800), quint16(0), quint16(0), quint16(0x5c21)}) // 2026-01-01
            put(common, value);
        put(common, crcOf(bytes));
        put(common, quint32(bytes.size()));
        put(common, quint32(bytes.size()));
        put(common, quint16(n.size()));
        put(common, quint16(0));
        put(m_directory, quint32(0x02014b50));
        put(m_directory, quint16(20));
        m_directory.append(common);
        m_directory.append(QByteArray(10, '\0')); // no comment, one disk, no attributes
        put(m_directory, quint32(m_out.size()));
        m_directory.append(n);
        put(m_out, quint32(0x04034b50));
        m_out.append(common).append(n).append(bytes);
        ++m_count;
    }

    QByteArray finish()
    {
        const quint32 at = quint32(m_out.size());
        m_out.append(m_directory);
        put(m_out, quint32(0x06054b50));
        put(m_out, quint32(0));
        put(m_out, m_count);
        put(m_out, m_count);
        put(m_out, quint32(m_directory.size()));
        put(m_out, at);
        put(m_out, quint16(0));
        return m_out;
    }

private:
    template <typename T> static void put(QByteArray &to, T value)
    {
        QByteArray bytes(sizeof(T), '\0');
        qToLittleEndian(value, bytes.data());
        to.append(bytes);
    }
    QByteArray m_out;
    QByteArray m_directory;
    quint16 m_count = 0;
};

QByteArray manifestOf(const QList<PackedFile> &files)
{
    QString out =
        u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<asic:ASiCManifest "
        u"xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\""
        " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><asic:SigReference URI=\"META-INF/signature001.p7s\""
        " MimeType=\"application/pkcs7-signature\"/>"_s;
    for (const PackedFile &file : files) {
        const QString name = QString::fromLatin1(file.name.toUtf8().toPercentEncoding("/"));
        out += u"<asic:DataObjectReference URI=\""_s + name + u"\" MimeType=\""_s + file.mediaType.toHtmlEscaped() +
               u"\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>"_s +
               QString::fromLatin1(op::b64(op::sha256(file.bytes))) + u"</ds:DigestValue></asic:DataObjectReference>"_s;
    }
    out += u"</asic:ASiCManifest>\n"_s;
    return out.toUtf8();
}

QByteArray cades(const QByteArray &bytes, const Signer &signer)
{
    STACK_OF(X509) *chain = sk_X509_new_null();
    for (const CertPtr &cert : signer.chain)
        sk_X509_push(chain, cert.get());
    BIO *data = BIO_new_mem_buf(bytes.constData(), int(bytes.size()));
    CMS_ContentInfo *cms = CMS_sign(signer.certificate.get(), signer.key.get(), chain, data,
                                    CMS_DETACHED | CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP);
    unsigned char *der = nullptr;
    const int size = cms ? i2d_CMS_ContentInfo(cms, &der) : -1;
    const QByteArray out(reinterpret_cast<char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    CMS_ContentInfo_free(cms);
    BIO_free(data);
    sk_X509_free(chain);
    if (out.isEmpty())
        throw std::runtime_error("the package cannot be signed");
    return out;
}

} // namespace

QByteArray makePackage(const QList<PackedFile> &files, const Signer &signer)
{
    const QByteArray manifest = manifestOf(files);
    Zip zip;
    zip.add(u"mimetype"_s, "application/vnd.etsi.asic-e+zip");
    for (const PackedFile &file : files)
        zip.add(file.name, file.bytes);
    zip.add(u"META-INF/ASiCManifest001.xml"_s, manifest);
    zip.add(u"META-INF/signature001.p7s"_s, cades(manifest, signer));
    return zip.finish();
}

} // namespace carriel::entity
