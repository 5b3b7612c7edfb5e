// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/AsicVerifier.h"

#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"
#include "core/signing/verify/CadesCheck.h"
#include "core/signing/verify/FileVerifier.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace carriel::signing {

namespace {

constexpr qint64 mostXml = 4 * 1024 * 1024, mostSignature = 64 * 1024 * 1024;
constexpr QLatin1String extended("application/vnd.etsi.asic-e+zip"), simple("application/vnd.etsi.asic-s+zip");

bool matches(const QString &name, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))).match(name).hasMatch();
}

bool isList(const QString &name)
{
    return matches(name, "META-INF/[^/]*ASiC(Archive)?Manifest[^/]*\\.xml");
}
bool isCms(const QString &name)
{
    return matches(name, "META-INF/[^/]*signature[^/]*\\.p7s");
}
bool isXml(const QString &name)
{
    return matches(name, "META-INF/[^/]*signatures[^/]*\\.xml") || name.startsWith(QLatin1String("_xmlsignatures/"));
}
bool isStamp(const QString &name)
{
    return matches(name, "META-INF/[^/]*timestamp[^/]*\\.tst");
}
// What the standard itself puts there, unsigned (EN 319 162-1); whatever else lies in META-INF is a document like any other.
bool isOfTheContainer(const QString &name)
{
    return isList(name) || isCms(name) || isXml(name) || isStamp(name) ||
           matches(name, "META-INF/(manifest|container)\\.xml|META-INF/[^/]*evidencerecord[^/]*\\.(ers|xml)");
}
// Of those, what says nothing that is checked here: somebody else may have put it there.
bool isOfNobody(const QString &name)
{
    return isOfTheContainer(name) && !isList(name) && !isCms(name) && !isXml(name) && !isStamp(name);
}
bool isData(const QString &name)
{
    return name != QLatin1String("mimetype") && !name.endsWith(u'/') && !isOfTheContainer(name);
}

class Container
{
public:
    Container(const TrustStore &trust, const Evidence &fetched, const QDateTime &at)
        : m_trust(trust), m_fetched(fetched), m_at(at)
    {
    }

    VerificationReport run(QByteArrayView bytes)
    {
        auto opened = ZipReader::open(bytes);
        if (!opened.ok()) {
            const Error &error = opened.error();
            const QString what = error.params.value(QStringLiteral("what")).toString();
            unreadable(error.detail.isEmpty() ? what : QString(what + QStringLiteral(": ") + error.detail));
            return m_report;
        }
        m_zip = std::move(opened).value();
        const QList<ZipEntry> &entries = m_zip->entries();
        const auto any = [&](auto is) {
            return std::any_of(entries.begin(), entries.end(), [&](const ZipEntry &one) { return is(one.name); });
        };
        const bool signedHere = any(isCms) || any(isList) || any(isStamp);
        const QString type = mediaType();
        if (type != extended && type != simple) {
            if (signedHere)
                unreadable(QStringLiteral("the container does not say what it is"));
            else if (any(isXml))
                notChecked();
            return m_report; // another kind of ZIP
        }
        if (m_report.verdict == FileVerdict::Unreadable)
            return m_report;
        if (any(isXml))
            notChecked();
        if (!signedHere)
            return m_report;
        if (type == simple)
            plain();
        else
            lists();
        judge();
        return m_report;
    }

private:
    void unreadable(const QString &why)
    {
        m_report.verdict = FileVerdict::Unreadable;
        m_report.findings += why;
    }

    void notChecked()
    {
        m_report.verdict = FileVerdict::Indeterminate;
        m_report.findings += QStringLiteral("a signature in XML (XAdES), which is not checked here");
        for (const ZipEntry &one : m_zip->entries()) {
            if (isXml(one.name))
                m_report.findings += QStringLiteral("not checked here: ") + one.name;
        }
    }

    QString mediaType()
    {
        const ZipEntry *entry = m_zip->find(QStringLiteral("mimetype"));
        if (!entry)
            return {};
        const bool first = entry == &m_zip->entries().first();
        const auto text = m_zip->bytesOf(*entry, 256);
        const QString type = text.ok() ? QString::fromLatin1(text.value()) : QString();
        if ((type == extended || type == simple) && (!first || entry->method != 0 || entry->extra))
            unreadable(QStringLiteral("what the container is does not stand first and plain"));
        return type;
    }

    CheckContext context() { return {m_trust, {}, m_fetched, {}, m_at, m_report.wanted, std::nullopt}; }

    DigestOf digestOf(const ZipEntry &entry)
    {
        return [this, &entry](crypto::HashKind kind) {
            crypto::Hash hash(kind);
            const Outcome whole = m_zip->read(entry, [&hash](QByteArrayView part) { hash.add(part); });
            return whole.ok() ? hash.result() : QByteArray();
        };
    }

    QByteArray small(const ZipEntry &entry, qint64 limit) { return m_zip->bytesOf(entry, limit).valueOr({}); }

    // ASiC-S: one file, and a signature over its very bytes.
    void plain()
    {
        const QList<ZipEntry> &entries = m_zip->entries();
        const ZipEntry *data = nullptr;
        for (const ZipEntry &one : entries) {
            if (isData(one.name) && data)
                return unreadable(QStringLiteral("a simple container with several files"));
            if (isData(one.name))
                data = &one;
        }
        if (!data)
            return unreadable(QStringLiteral("a container without a file"));
        for (const ZipEntry &one : entries) {
            CheckContext about = context();
            if (one.name == QLatin1String("META-INF/signature.p7s")) {
                SignatureReport report = checkCades(small(one, mostSignature), one.name, digestOf(*data), about);
                tellCovered({data->name}, report);
                m_report.signatures += report;
            } else if (one.name == QLatin1String("META-INF/timestamp.tst")) {
                SignatureReport stamp;
                stamp.field = one.name;
                checkDocumentTimestamp(small(one, mostSignature), digestOf(*data), about, stamp);
                stamp.after = After::B0;
                tellCovered({data->name}, stamp);
                m_report.signatures += stamp;
            } else if (isCms(one.name) || isStamp(one.name) || isList(one.name)) {
                orphan(one.name, QStringLiteral("not the signature of a simple container"));
            }
        }
    }

    void orphan(const QString &name, const QString &why)
    {
        SignatureReport report;
        report.field = name;
        report.after = After::B6;
        fail(report, Indication::TotalFailed, SubIndication::FormatFailure, why);
        m_report.signatures += report;
    }

    // ASiC-E: each signature signs a list of files with their digests. Stamps first: they prove that others existed.
    void lists()
    {
        QSet<QString> named;
        QList<std::pair<const ZipEntry *, AsicManifest>> signatures;
        for (const ZipEntry &one : m_zip->entries()) {
            if (!isList(one.name))
                continue;
            const auto manifest = parseManifest(small(one, mostXml));
            if (!manifest.ok()) {
                orphan(one.name, manifest.error().params.value(QStringLiteral("what")).toString());
                continue;
            }
            if (named.contains(manifest.value().signature)) {
                orphan(one.name, QStringLiteral("one signature in several lists"));
                continue;
            }
            named.insert(manifest.value().signature);
            if (isStamp(manifest.value().signature))
                stamped(one, manifest.value());
            else
                signatures += {&one, manifest.value()};
        }
        for (const auto &[entry, manifest] : std::as_const(signatures))
            signedBy(*entry, manifest);
        for (const ZipEntry &one : m_zip->entries()) {
            if ((isCms(one.name) || isStamp(one.name)) && !named.contains(one.name))
                orphan(one.name, QStringLiteral("no list says what it signs"));
        }
    }

    void signedBy(const ZipEntry &list, const AsicManifest &manifest)
    {
        const ZipEntry *value = m_zip->find(manifest.signature);
        if (!value || !isCms(value->name))
            return orphan(manifest.signature, QStringLiteral("the signature that a list names is not there"));
        CheckContext about = context();
        if (const auto proven = m_proven.constFind(value->name);
            proven != m_proven.constEnd() && m_proven.contains(list.name))
            about.provenBy = std::max(*proven, m_proven.value(list.name));
        SignatureReport report = checkCades(small(*value, mostSignature), value->name, digestOf(list), about);
        compare(manifest, report, true);
        m_report.signatures += report;
    }

    void stamped(const ZipEntry &list, const AsicManifest &manifest)
    {
        const ZipEntry *value = m_zip->find(manifest.signature);
        if (!value)
            return orphan(manifest.signature, QStringLiteral("the timestamp that a list names is not there"));
        CheckContext about = context();
        SignatureReport report;
        report.field = value->name;
        checkDocumentTimestamp(small(*value, mostSignature), digestOf(list), about, report);
        report.after = After::B0;
        compare(manifest, report, false);
        if (report.indication == Indication::TotalPassed && report.certifiedTime) {
            for (const ManifestEntry &one : manifest.entries) {
                if (!m_proven.contains(one.name) || *report.certifiedTime < m_proven.value(one.name))
                    m_proven.insert(one.name, *report.certifiedTime);
            }
        }
        m_report.signatures += report;
    }

    void compare(const AsicManifest &manifest, SignatureReport &report, bool everything)
    {
        QStringList covered;
        for (const ManifestEntry &one : manifest.entries) {
            const ZipEntry *file = m_zip->find(one.name);
            covered += one.name;
            if (!one.kind || isOld(*one.kind))
                fail(report, Indication::Indeterminate, SubIndication::CryptoConstraintsFailure,
                     QStringLiteral("an old or unknown digest of ") + one.name);
            if (!file || (one.kind && digestOf(*file)(*one.kind) != one.digest))
                fail(report, Indication::TotalFailed, SubIndication::HashFailure,
                     (file ? QStringLiteral("another content: ") : QStringLiteral("not there: ")) + one.name);
        }
        const QSet<QString> signedNames(covered.begin(), covered.end());
        for (const ZipEntry &one : m_zip->entries()) {
            if (everything && isData(one.name) && !signedNames.contains(one.name)) {
                report.after = std::max(report.after, After::B5);
                report.findings += QStringLiteral("not signed: ") + one.name;
            }
        }
        tellCovered(covered, report);
    }

    // A green shield is about these files and no others. What does not hold covers nothing.
    void tellCovered(const QStringList &covered, SignatureReport &report)
    {
        if (report.indication == Indication::TotalFailed)
            return;
        for (const QString &name : covered)
            report.notes += QStringLiteral("covers the file: ") + name;
        for (const ZipEntry &one : m_zip->entries()) {
            if (!report.timestamp && isOfNobody(one.name) && !covered.contains(one.name))
                report.notes += QStringLiteral("nobody signed this part of the container: ") + one.name;
        }
    }

    // What is in it may be signed too: that says nothing for or against the container, but somebody may take the one
    // for the other.
    QStringList signedInside()
    {
        QStringList out;
        for (const ZipEntry &one : m_zip->entries()) {
            if (!isData(one.name))
                continue;
            constexpr qsizetype beginning = 1024;
            static const QByteArray mark("/ByteRange");
            QByteArray head, tail;
            bool marked = false;
            (void)m_zip->read(one, [&](QByteArrayView part) {
                if (head.size() < beginning)
                    head.append(part.first(std::min(part.size(), beginning - head.size())));
                tail.append(part);
                marked |= tail.contains(mark);
                tail = tail.right(mark.size() - 1);
            });
            const bool container = head.contains("mimetypeapplication/vnd.etsi.asic-");
            const SignedFormat format = container ? SignedFormat::Asic : formatOf(head); // any ZIP is called so
            if (container || format == SignedFormat::Cades || (format == SignedFormat::Pdf && marked))
                out += QStringLiteral("%1 has signatures of its own, which were not looked at").arg(one.name);
        }
        return out;
    }

    // A file that another signature covers was not put there by nobody; that one, too, must say what it is worth.
    void tellCoveredByOthers()
    {
        static const QString open = QStringLiteral("not signed: "), covering = QStringLiteral("covers the file: ");
        QSet<QString> covered;
        for (const SignatureReport &one : std::as_const(m_report.signatures)) {
            for (const QString &note : one.notes) {
                if (!one.timestamp && note.startsWith(covering))
                    covered.insert(note.mid(covering.size()));
            }
        }
        for (SignatureReport &one : m_report.signatures) {
            for (QString &finding : one.findings) {
                if (finding.startsWith(open) && covered.contains(finding.mid(open.size())))
                    finding = QStringLiteral("only another signature covers: ") + finding.mid(open.size());
            }
        }
    }

    void judge()
    {
        tellCoveredByOthers();
        const QStringList inside = signedInside();
        for (SignatureReport &one : m_report.signatures) {
            if (!one.timestamp)
                one.notes += inside;
        }
        for (const SignatureReport &one : std::as_const(m_report.signatures))
            m_report.verdict =
                m_report.verdict == FileVerdict::None ? verdictOf(one) : std::max(m_report.verdict, verdictOf(one));
    }

    const TrustStore &m_trust;
    const Evidence &m_fetched;
    QDateTime m_at;
    VerificationReport m_report;
    std::optional<ZipReader> m_zip;
    QHash<QString, QDateTime> m_proven; // entry → when it existed at the latest
};

} // namespace

VerificationReport verifyAsic(QByteArrayView bytes, const TrustStore &trust, const Evidence &fetched,
                              const QDateTime &at)
{
    return Container(trust, fetched, at).run(bytes);
}

} // namespace carriel::signing
