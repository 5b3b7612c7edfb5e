// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/entity/PackageCheck.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"

#include <QSet>
#include <QUrl>
#include <QXmlStreamReader>
#include <QtEndian>
#include <openssl/cms.h>
#include <stdexcept>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

const QString manifestName = u"META-INF/ASiCManifest001.xml"_s;
const QString signatureName = u"META-INF/signature001.p7s"_s;
const QString indexName = u"indice.xml"_s;
const QString requestName = u"solicitud.jws"_s;
constexpr int mostEntries = 1000;

void need(bool holds, const char *what)
{
    if (!holds)
        throw std::runtime_error(what);
}

template <typename T> T number(const QByteArray &bytes, qsizetype at)
{
    need(at >= 0 && at + qsizetype(sizeof(T)) <= bytes.size(), "the package is cut");
    return qFromLittleEndian<T>(bytes.constData() + at);
}

QString digest(const QByteArray &bytes)
{
    return QString::fromLatin1(op::b64u(op::sha256(bytes)));
}

QString textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString();
}

op::Jws statementIn(const QByteArray &text, const char *typ, const op::KeyPtr &key, const char *what)
{
    const auto jws = op::parseJws(text);
    need(jws && jws->typ() == QLatin1StringView(typ) && key && op::verifies(*jws, key), what);
    return *jws;
}

op::KeyPtr keyOf(const QJsonObject &set, const QString &kid)
{
    for (const QJsonValue &key : set.value("keys"_L1).toArray()) {
        if (textOf(key.toObject(), "kid") == kid)
            return op::keyFromJwk(key.toObject());
    }
    return {};
}

// The names that the list gives, each with its digest.
QMap<QString, QByteArray> manifestOf(const QByteArray &xml)
{
    QMap<QString, QByteArray> out;
    QXmlStreamReader reader(xml);
    QString name;
    bool sha256 = false;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        need(token != QXmlStreamReader::DTD, "the list of the package has a document type");
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"DataObjectReference") {
            name = QUrl::fromPercentEncoding(reader.attributes().value("URI"_L1).toUtf8());
            sha256 = false;
        } else if (reader.name() == u"DigestMethod") {
            sha256 = reader.attributes().value("Algorithm"_L1) == u"http://www.w3.org/2001/04/xmlenc#sha256";
        } else if (reader.name() == u"DigestValue") {
            need(sha256 && !name.isEmpty() && !out.contains(name), "the list of the package cannot be understood");
            out.insert(name, QByteArray::fromBase64(reader.readElementText().toLatin1()));
        } else if (reader.name() == u"SigReference") {
            need(reader.attributes().value("URI"_L1) == signatureName,
                 "the list of the package names another signature");
        }
    }
    need(!reader.hasError(), "the list of the package cannot be read");
    return out;
}

void checkSignature(const QByteArray &content, const QByteArray &signature, const op::KeyPtr &device)
{
    const auto *at = reinterpret_cast<const unsigned char *>(signature.constData());
    const std::unique_ptr<CMS_ContentInfo, decltype(&CMS_ContentInfo_free)> cms(
        d2i_CMS_ContentInfo(nullptr, &at, signature.size()), CMS_ContentInfo_free);
    need(cms != nullptr, "the signature of the package cannot be read");
    const std::unique_ptr<BIO, decltype(&BIO_free)> data(BIO_new_mem_buf(content.constData(), int(content.size())),
                                                         BIO_free);
    // The certificate is the device's own; whose device it is, the operator's statement says.
    need(CMS_verify(cms.get(), nullptr, nullptr, data.get(), nullptr,
                    CMS_DETACHED | CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1,
         "the signature of the package does not hold");
    const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509) *)> signers(
        CMS_get0_signers(cms.get()), [](STACK_OF(X509) * s) { sk_X509_free(s); });
    need(signers && sk_X509_num(signers.get()) == 1 &&
             EVP_PKEY_eq(X509_get0_pubkey(sk_X509_value(signers.get(), 0)), device.get()) == 1,
         "the package was signed by another device");
}

struct Indexed
{
    QString name, file, digest;
    qint64 size = -1;
};

QList<Indexed> indexOf(const QByteArray &xml)
{
    QList<Indexed> out;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        need(token != QXmlStreamReader::DTD, "the index has a document type");
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"DocumentoIndizado")
            out.append(Indexed());
        else if (out.isEmpty())
            continue;
        else if (reader.name() == u"NombreDocumento")
            out.last().name = reader.readElementText();
        else if (reader.name() == u"Archivo")
            out.last().file = reader.readElementText();
        else if (reader.name() == u"ValorHuella")
            out.last().digest = reader.readElementText();
        else if (reader.name() == u"Tamano")
            out.last().size = reader.readElementText().toLongLong();
    }
    need(!reader.hasError(), "the index cannot be read");
    return out;
}

} // namespace

QMap<QString, QByteArray> filesOf(const QByteArray &container)
{
    const qsizetype end = container.size() - 22;
    need(end >= 0 && number<quint32>(container, end) == 0x06054b50 && number<quint16>(container, end + 20) == 0,
         "the package is no ZIP");
    const int count = number<quint16>(container, end + 10);
    qsizetype at = number<quint32>(container, end + 16);
    need(count <= mostEntries && at + number<quint32>(container, end + 12) == end, "the package is no plain ZIP");
    QMap<QString, QByteArray> out;
    qsizetype next = 0; // where the next entry must begin
    for (int i = 0; i < count; ++i) {
        need(number<quint32>(container, at) == 0x02014b50 && number<quint16>(container, at + 10) == 0 &&
                 (number<quint16>(container, at + 8) & 1) == 0,
             "the package is no plain ZIP");
        const quint32 crc = number<quint32>(container, at + 16);
        const qsizetype size = number<quint32>(container, at + 24);
        const qsizetype nameSize = number<quint16>(container, at + 28);
        const qsizetype extra = number<quint16>(container, at + 30);
        const qsizetype comment = number<quint16>(container, at + 32);
        const qsizetype header = number<quint32>(container, at + 42);
        const QByteArray name = container.mid(at + 46, nameSize);
        need(header == next && number<quint32>(container, header) == 0x04034b50 &&
                 number<quint16>(container, header + 26) == nameSize && container.mid(header + 30, nameSize) == name &&
                 number<quint32>(container, at + 20) == size,
             "the package is no plain ZIP");
        const qsizetype data = header + 30 + nameSize + number<quint16>(container, header + 28);
        const QByteArray bytes = container.mid(data, size);
        const QString plain = QString::fromUtf8(name);
        need(bytes.size() == size && crcOf(bytes) == crc, "the package is damaged");
        need(!plain.isEmpty() && !plain.startsWith(u'/') && !plain.contains(u'\\') &&
                 !plain.split(u'/').contains(u".."_s) && !out.contains(plain),
             "the package has a name that is not taken");
        out.insert(plain, bytes);
        next = data + size;
        at += 46 + nameSize + extra + comment;
    }
    need(at == end, "the package is no plain ZIP");
    return out;
}

CheckedContribution checkContribution(const Home &home, const QJsonObject &contribution, const QByteArray &package,
                                      const QJsonObject &operatorKeys)
{
    CheckedContribution out;
    out.id = textOf(contribution, "id");
    out.person = textOf(contribution, "sub");
    const QByteArray request = textOf(contribution, "request").toLatin1();
    out.request = statementIn(request, "carpeta-request+json", home.signer.key, "the request is not ours").payload;

    const QByteArray said = textOf(contribution, "device").toLatin1();
    const auto unread = op::parseJws(said);
    const QJsonObject device =
        statementIn(said, "carpeta-device+json", unread ? keyOf(operatorKeys, unread->kid()) : op::KeyPtr(),
                    "the operator did not say whose device it is")
            .payload;
    need(textOf(device, "sub") == out.person, "the device is another person's");
    const op::KeyPtr key = op::keyFromJwk(device.value("ds"_L1).toObject());

    out.statementJws = textOf(contribution, "statement").toLatin1();
    out.statement =
        statementIn(out.statementJws, "carpeta-contribution+json", key, "the consent is not signed by the device")
            .payload;
    need(textOf(out.statement, "id") == out.id && textOf(out.statement, "sub") == out.person &&
             textOf(out.statement, "request_sha256") == digest(request),
         "the consent is for something else");
    const QJsonObject packed = out.statement.value("package"_L1).toObject();
    need(textOf(packed, "sha256") == digest(package) && packed.value("size"_L1).toInteger(-1) == package.size(),
         "the package is not the one that was consented to");

    out.files = filesOf(package);
    need(out.files.value(u"mimetype"_s) == "application/vnd.etsi.asic-e+zip", "the package is no ASiC-E");
    const QByteArray list = out.files.value(manifestName);
    checkSignature(list, out.files.value(signatureName), key);
    const QMap<QString, QByteArray> signedFiles = manifestOf(list);
    for (auto it = out.files.cbegin(); it != out.files.cend(); ++it) {
        if (it.key() == u"mimetype" || it.key() == manifestName || it.key() == signatureName)
            continue;
        need(signedFiles.value(it.key()) == op::sha256(it.value()),
             "a file of the package is not the one that was signed");
    }
    for (auto it = signedFiles.cbegin(); it != signedFiles.cend(); ++it)
        need(out.files.contains(it.key()), "a file that was signed is missing in the package");
    need(out.files.value(requestName) == request, "the package answers another request");

    const QList<Indexed> index = indexOf(out.files.value(indexName));
    const QJsonArray documents = out.statement.value("documents"_L1).toArray();
    need(index.size() == documents.size() && !index.isEmpty(), "the index does not have what was consented to");
    for (qsizetype i = 0; i < index.size(); ++i) {
        const QJsonObject document = documents.at(i).toObject();
        const QByteArray bytes = out.files.value(index[i].file);
        need(index[i].file.startsWith("documentos/"_L1) && out.files.contains(index[i].file) &&
                 index[i].name == textOf(document, "name") && index[i].size == bytes.size() &&
                 document.value("size"_L1).toInteger(-1) == bytes.size() &&
                 QByteArray::fromBase64(index[i].digest.toLatin1()) == op::sha256(bytes) &&
                 textOf(document, "sha256") == digest(bytes),
             "a document is not the one of the index");
    }
    return out;
}

} // namespace carriel::entity
