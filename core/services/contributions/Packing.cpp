// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/contributions/Packing.h"

#include "core/crypto/Cms.h"
#include "core/crypto/Hash.h"
#include "core/crypto/OwnCertificate.h"
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QXmlStreamWriter>

namespace carriel::papers {

namespace {

struct File
{
    QString name, mediaType;
    QByteArray bytes;
};

QByteArray digest(QByteArrayView bytes)
{
    return crypto::hashOf(crypto::HashKind::Sha256, bytes);
}

QString iso(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString place(const Packing &packing, qsizetype at)
{
    return QStringLiteral("documentos/%1-%2").arg(at + 1).arg(plainName(packing.documents.at(at).name));
}

// What the Archivo General de la Nación asks of an index (Acuerdo 003 de 2015), as far as a computer knows it.
QByteArray indexOf(const Packing &packing)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("IndiceElectronico"));
    xml.writeDefaultNamespace(QStringLiteral("urn:carpeta:indice:1"));
    xml.writeAttribute(QStringLiteral("FechaIndice"), iso(packing.now));
    xml.writeAttribute(QStringLiteral("Titular"), packing.holder);
    if (!packing.caseNumber.isEmpty())
        xml.writeAttribute(QStringLiteral("Expediente"), packing.caseNumber);
    for (qsizetype i = 0; i < packing.documents.size(); ++i) {
        const PackedDocument &one = packing.documents.at(i);
        xml.writeStartElement(QStringLiteral("DocumentoIndizado"));
        const auto field = [&](const char *name, const QString &value) {
            if (!value.isEmpty())
                xml.writeTextElement(QLatin1String(name), value);
        };
        field("Id", QString::number(i + 1));
        field("NombreDocumento", one.name);
        field("TipologiaDocumental", one.type);
        field("FechaCreacionDocumento", iso(one.createdUtc));
        field("FechaIncorporacionExpediente", iso(packing.now));
        field("ValorHuella", QString::fromLatin1(digest(one.bytes).toBase64()));
        field("FuncionResumen", QStringLiteral("SHA-256"));
        field("OrdenDocumentoExpediente", QString::number(i + 1));
        field("Formato", one.mediaType);
        field("Tamano", QString::number(one.bytes.size()));
        field("Origen", one.digitised ? QStringLiteral("Digitalizado") : QStringLiteral("Electronico"));
        field("Emisor", one.issuer);
        field("Archivo", place(packing, i));
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

QByteArray reportOf(const Packing &packing)
{
    QJsonArray documents;
    for (qsizetype i = 0; i < packing.documents.size(); ++i) {
        const PackedDocument &one = packing.documents.at(i);
        documents.append(
            QJsonObject{{QStringLiteral("file"), place(packing, i)},
                        {QStringLiteral("sha256"), QString::fromLatin1(digest(one.bytes).toBase64())},
                        {QStringLiteral("checked"), !one.report.isEmpty()},
                        {QStringLiteral("report"), one.report.isEmpty() ? QJsonValue() : QJsonValue(one.report)}});
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("v"), 1},
                           {QStringLiteral("made"), iso(packing.now)},
                           {QStringLiteral("by"), QStringLiteral("the program of the person, not an authority")},
                           {QStringLiteral("documents"), documents}})
        .toJson();
}

} // namespace

QString plainName(const QString &name)
{
    QString out = name;
    for (QChar &c : out) {
        if (QStringLiteral("/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control)
            c = u'_';
    }
    return out;
}

Result<QByteArray> packed(const Packing &packing, const crypto::PrivateKey &deviceKey)
{
    QList<File> files{{QStringLiteral("solicitud.jws"), QStringLiteral("application/jose"), packing.request},
                      {QStringLiteral("indice.xml"), QStringLiteral("application/xml"), indexOf(packing)},
                      {QStringLiteral("informe.json"), QStringLiteral("application/json"), reportOf(packing)}};
    for (qsizetype i = 0; i < packing.documents.size(); ++i)
        files.append({place(packing, i), packing.documents.at(i).mediaType, packing.documents.at(i).bytes});

    const QString signatureName = QStringLiteral("META-INF/signature001.p7s");
    signing::AsicManifest manifest{signatureName, {}};
    for (const File &file : std::as_const(files))
        manifest.entries.append({file.name, file.mediaType, crypto::HashKind::Sha256, digest(file.bytes)});
    const QByteArray list = signing::written(manifest);

    CARRIEL_TRY(const crypto::Certificate own, crypto::ownCertificate(deviceKey, packing.holder, packing.now));
    CARRIEL_TRY(crypto::CmsBuilder builder, crypto::CmsBuilder::start(own, digest(list), {{}, packing.now}));
    CARRIEL_TRY(const QByteArray value, crypto::signDer(deviceKey, builder.toBeSigned()));
    CARRIEL_TRY(const QByteArray signature, builder.finish(value));

    QByteArray out;
    signing::ZipWriter zip(
        [&out](QByteArrayView part) -> Outcome {
            out += part;
            return {};
        },
        packing.now);
    CARRIEL_CHECK(zip.add(QStringLiteral("mimetype"), "application/vnd.etsi.asic-e+zip"));
    for (const File &file : std::as_const(files))
        CARRIEL_CHECK(zip.add(file.name, file.bytes));
    CARRIEL_CHECK(zip.add(QStringLiteral("META-INF/ASiCManifest001.xml"), list));
    CARRIEL_CHECK(zip.add(signatureName, signature));
    CARRIEL_CHECK(zip.finish());
    return out;
}

} // namespace carriel::papers
