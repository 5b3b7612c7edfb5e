// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/asic/AsicManifest.h"

#include "core/signing/SigningErrors.h"

#include <QSet>
#include <QUrl>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>
#include <array>

namespace carriel::signing {

namespace {

constexpr QLatin1String asic("http://uri.etsi.org/02918/v1.2.1#");
constexpr QLatin1String ds("http://www.w3.org/2000/09/xmldsig#");

struct Method
{
    crypto::HashKind kind;
    const char *uri;
};
constexpr std::array methods{Method{crypto::HashKind::Sha1, "http://www.w3.org/2000/09/xmldsig#sha1"},
                             Method{crypto::HashKind::Sha224, "http://www.w3.org/2001/04/xmldsig-more#sha224"},
                             Method{crypto::HashKind::Sha256, "http://www.w3.org/2001/04/xmlenc#sha256"},
                             Method{crypto::HashKind::Sha384, "http://www.w3.org/2001/04/xmldsig-more#sha384"},
                             Method{crypto::HashKind::Sha512, "http://www.w3.org/2001/04/xmlenc#sha512"}};

Error bad(const char *what)
{
    return {errors::badZip, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

// A relative reference without a scheme; empty if it is something else.
QString nameOf(QStringView uri)
{
    const QString name = QUrl::fromPercentEncoding(uri.toString().toUtf8());
    const bool plain = !name.startsWith(u'/') && !name.contains(u':') && !name.contains(u'\\') &&
                       !name.split(u'/').contains(QLatin1String("..")) &&
                       !name.split(u'/').contains(QLatin1String("."));
    return plain ? name : QString();
}

QString encoded(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name, "/"));
}

// Whether what is not understood here, and all that is in it, may be left unread.
bool passOver(QXmlStreamReader &xml)
{
    bool harmless = true;
    for (int depth = 1; depth > 0 && !xml.hasError(); xml.readNext()) {
        if (xml.isStartElement()) {
            const QStringView critical = xml.attributes().value(QLatin1String("Critical"));
            harmless &= critical != QLatin1String("true") && critical != QLatin1String("1");
            ++depth;
        } else if (xml.isEndElement() && --depth == 1) {
            break;
        }
    }
    return harmless;
}

Result<ManifestEntry> readEntry(QXmlStreamReader &xml)
{
    ManifestEntry entry;
    entry.name = nameOf(xml.attributes().value(QLatin1String("URI")));
    entry.mediaType = xml.attributes().value(QLatin1String("MimeType")).toString();
    int methodsSeen = 0, valuesSeen = 0;
    while (xml.readNextStartElement()) {
        if (xml.namespaceUri() == ds && xml.name() == QLatin1String("DigestMethod")) {
            ++methodsSeen;
            const QStringView uri = xml.attributes().value(QLatin1String("Algorithm"));
            for (const Method &one : methods) {
                if (uri == QLatin1String(one.uri))
                    entry.kind = one.kind;
            }
            xml.skipCurrentElement();
        } else if (xml.namespaceUri() == ds && xml.name() == QLatin1String("DigestValue")) {
            ++valuesSeen;
            const QByteArray text = xml.readElementText().toLatin1();
            entry.digest = QByteArray::fromBase64(text.simplified().replace(' ', ""));
        } else {
            if (!passOver(xml))
                return bad("an extension that is not understood");
        }
    }
    if (entry.name.isEmpty() || methodsSeen != 1 || valuesSeen != 1 || entry.digest.isEmpty())
        return bad("a reference that cannot be followed");
    return entry;
}

} // namespace

QByteArray written(const AsicManifest &manifest)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeNamespace(asic, QStringLiteral("asic"));
    xml.writeNamespace(ds, QStringLiteral("ds"));
    xml.writeStartElement(asic, QStringLiteral("ASiCManifest"));
    xml.writeStartElement(asic, QStringLiteral("SigReference"));
    xml.writeAttribute(QStringLiteral("URI"), encoded(manifest.signature));
    const bool stamp = manifest.signature.endsWith(QLatin1String(".tst"));
    xml.writeAttribute(QStringLiteral("MimeType"), stamp ? QStringLiteral("application/vnd.etsi.timestamp-token")
                                                         : QStringLiteral("application/pkcs7-signature"));
    xml.writeEndElement();
    for (const ManifestEntry &one : manifest.entries) {
        xml.writeStartElement(asic, QStringLiteral("DataObjectReference"));
        xml.writeAttribute(QStringLiteral("URI"), encoded(one.name));
        if (!one.mediaType.isEmpty())
            xml.writeAttribute(QStringLiteral("MimeType"), one.mediaType);
        xml.writeStartElement(ds, QStringLiteral("DigestMethod"));
        xml.writeAttribute(QStringLiteral("Algorithm"), QLatin1String(methods[2].uri));
        xml.writeEndElement();
        xml.writeTextElement(ds, QStringLiteral("DigestValue"), QString::fromLatin1(one.digest.toBase64()));
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Result<AsicManifest> parseManifest(const QByteArray &bytes)
{
    if (bytes.contains("<!DOCTYPE") || bytes.contains("<!ENTITY"))
        return bad("a document type in a list");
    QXmlStreamReader xml(bytes);
    if (!xml.readNextStartElement() || xml.namespaceUri() != asic || xml.name() != QLatin1String("ASiCManifest"))
        return bad("no list of what is signed");
    AsicManifest manifest;
    QSet<QString> names;
    while (xml.readNextStartElement()) {
        if (xml.namespaceUri() == asic && xml.name() == QLatin1String("SigReference")) {
            if (!manifest.signature.isEmpty())
                return bad("two signatures in one list");
            manifest.signature = nameOf(xml.attributes().value(QLatin1String("URI")));
            xml.skipCurrentElement();
        } else if (xml.namespaceUri() == asic && xml.name() == QLatin1String("DataObjectReference")) {
            CARRIEL_TRY(const ManifestEntry entry, readEntry(xml));
            if (names.contains(entry.name) || names.size() > 10000)
                return bad("a name stands twice");
            names.insert(entry.name);
            manifest.entries += entry;
        } else {
            if (!passOver(xml))
                return bad("an extension that is not understood");
        }
    }
    if (xml.hasError() || manifest.signature.isEmpty() || manifest.entries.isEmpty())
        return bad("no list of what is signed");
    while (!xml.atEnd()) {
        if (xml.readNext(); xml.isDTD() || xml.hasError())
            return bad("no list of what is signed");
    }
    return manifest;
}

} // namespace carriel::signing
