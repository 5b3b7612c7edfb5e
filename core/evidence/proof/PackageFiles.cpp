// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/PackageFiles.h"

#include "core/crypto/Timestamp.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/Guide.h"
#include "core/evidence/proof/SealedPackage.h"
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"

#include <QRegularExpression>
#include <QSet>
#include <QtEndian>
#include <algorithm>

namespace carriel::evidence {

namespace {

constexpr QLatin1String manifestName("META-INF/ASiCManifest.xml");
constexpr QLatin1String stampName("META-INF/timestamp.tst");
constexpr int mostFiles = 2000;
constexpr qint64 large = 1 << 20; // bytes; what is larger and not packed is read where it lies

Error bad(const char *reason, const QString &file = {})
{
    return {errors::badEvidence, {{QStringLiteral("reason"), QString::fromLatin1(reason)}, {QStringLiteral("file"), file}}, {}};
}

// What happened to a container that cannot be read, as a person may know it; in which of its files, where that is known.
Error damage(QByteArrayView file, const Error &found)
{
    constexpr QByteArrayView begin("PK\x03\x04"), end("PK\x05\x06");
    struct Row
    {
        const char *what, *reason;
    };
    static constexpr Row rows[]{
        {"a name stands twice", "evidence twice"},
        {"a name that leaves the container", "evidence leads out"},
        {"a link instead of a file", "evidence leads out"},
        {"encrypted, or packed in an unknown way", "evidence packed"},
        {"packed in an unknown way", "evidence packed"},
        {"bytes that belong to no entry", "evidence hidden"},
        {"bytes in a folder", "evidence hidden"},
        {"sizes that cannot be", "evidence sizes"},
        {"too many entries", "evidence of too many files"},
        {"broken data", "evidence file damaged"},
    };
    if (file.isEmpty())
        return bad("evidence empty");
    const qsizetype last = file.lastIndexOf(end);
    if (!file.startsWith(begin))
        return bad(last < 0 ? "evidence container" : "evidence begun");
    const QString what = found.params.value(QStringLiteral("what")).toString();
    if (what == QLatin1String("no plain end of the directory")) { // of a content, which is such a file too, it may have the end
        const auto number = [&](qsizetype at) { return qint64(qFromLittleEndian<quint32>(file.data() + at)); };
        const bool whole = last >= 0 && last + 20 <= file.size() && number(last + 12) + number(last + 16) == last;
        return bad(whole ? "evidence longer" : "evidence cut");
    }
    for (const Row &row : rows) {
        if (what == QLatin1String(row.what))
            return bad(row.reason, found.detail);
    }
    return bad("evidence twofold", found.detail);
}

} // namespace

// Without a second copy of a content, which may be as large as the whole file.
static Result<QByteArray> bytesIn(QByteArrayView file, const signing::ZipReader &zip, const signing::ZipEntry &entry, qint64 room)
{
    if (entry.method != 0 || entry.size <= large || entry.size > room)
        return zip.bytesOf(entry, room);
    CARRIEL_CHECK(zip.read(entry, [](QByteArrayView) {})); // its sum holds
    return QByteArray::fromRawData(file.data() + entry.data, entry.size);
}

Result<PackageFiles> PackageFiles::open(QByteArrayView file)
{
    const auto zip = signing::ZipReader::open(file);
    if (!zip)
        return damage(file, zip.error());
    if (zip.value().entries().size() > mostFiles)
        return bad("evidence of too many files");
    PackageFiles out;
    qint64 room = maxPackage + (qint64(64) << 20);
    QStringList folders;
    for (const signing::ZipEntry &entry : zip.value().entries()) {
        if (entry.name.endsWith(u'/')) { // holds no bytes: the reader has seen to that
            folders.append(entry.name);
            continue;
        }
        auto content = bytesIn(file, zip.value(), entry, room);
        if (!content)
            return bad("evidence file damaged", entry.name);
        room -= content.value().size();
        out.m_files.insert(entry.name, std::move(content).value());
    }
    // Who unpacks it and packs it again has the folders of its files as entries: nothing is other than it was. One that
    // holds nothing is what nobody put there.
    for (const QString &folder : std::as_const(folders)) {
        if (std::none_of(out.m_files.keyBegin(), out.m_files.keyEnd(), [&](const QString &name) { return name.startsWith(folder); }))
            out.m_files.insert(folder, {});
    }
    if (out.file("mimetype") != "application/vnd.etsi.asic-e+zip")
        return bad("no evidence");
    return out;
}

Result<QList<ProofRecord>> PackageFiles::records() const
{
    static const QRegularExpression record(QStringLiteral("^([0-9]{2,4})-[A-Za-z0-9]*\\.jws$"));
    QMap<int, QString> ordered;
    for (auto one = m_files.keyBegin(); one != m_files.keyEnd(); ++one) {
        const auto match = record.match(*one);
        if (!match.hasMatch())
            continue;
        const int number = match.captured(1).toInt();
        if (ordered.contains(number))
            return bad("two records with one number");
        ordered.insert(number, *one);
    }
    QList<ProofRecord> out;
    for (const QString &name : std::as_const(ordered))
        out.append({m_files.value(name), m_files.value(name.chopped(4) + QLatin1String(".tst"))});
    return out;
}

void PackageFiles::manifest(QList<Finding> &findings) const
{
    const auto parsed = signing::parseManifest(m_files.value(manifestName));
    if (!parsed) {
        findings.append({Weight::Broken, QStringLiteral("manifest"), manifestName});
        return;
    }
    QStringList listed;
    for (const signing::ManifestEntry &entry : parsed.value().entries) {
        listed.append(entry.name);
        const auto file = m_files.constFind(entry.name);
        if (file == m_files.constEnd() || !entry.kind || crypto::isOld(*entry.kind) ||
            crypto::hashOf(*entry.kind, *file) != entry.digest)
            findings.append({Weight::Broken, QStringLiteral("manifest"), entry.name});
    }
    for (auto one = m_files.keyBegin(); one != m_files.keyEnd(); ++one) {
        const bool own = *one == QLatin1String("mimetype") || *one == manifestName || *one == stampName;
        if (!own && !listed.contains(*one))
            findings.append({Weight::Broken, QStringLiteral("unlisted"), *one});
    }
}

// The guide, the keys, the certificates and the copies that openssl reads follow from the statements: made anew, they
// are these. Who checks without this program must see what is checked here.
void PackageFiles::compare(const EvidencePackage &made, QList<Finding> &findings) const
{
    QSet<QString> known{QStringLiteral("mimetype"), manifestName, stampName};
    for (const auto &[name, content] : made.files()) {
        known.insert(name);
        const auto have = m_files.constFind(name);
        const bool twin = name.endsWith(QLatin1String(".tbs")) ||
                          (name.endsWith(QLatin1String(".der")) && !name.startsWith(QLatin1String("certs/")));
        if (have == m_files.constEnd())
            findings.append({Weight::Open, QStringLiteral("incomplete"), name});
        else if (*have != content && !(name == QLatin1String("LEAME.txt") && isGuide(*have)))
            findings.append({Weight::Broken, twin ? QStringLiteral("twin") : QStringLiteral("changed"), name});
    }
    for (auto one = m_files.keyBegin(); one != m_files.keyEnd(); ++one) {
        if (!known.contains(*one))
            findings.append({Weight::Broken, QStringLiteral("extra"), *one});
    }
}

std::optional<QDateTime> PackageFiles::stamp(const Anchors &anchors, QList<Finding> &findings) const
{
    const QByteArray bytes = m_files.value(stampName);
    if (bytes.isEmpty()) {
        findings.append({Weight::Note, QStringLiteral("unprotected"), stampName});
        return std::nullopt;
    }
    const auto token = crypto::Timestamp::parse(bytes);
    if (!token || crypto::isOld(token.value().digest()) ||
        token.value().imprint() != crypto::hashOf(token.value().digest(), m_files.value(manifestName))) {
        findings.append({Weight::Broken, QStringLiteral("bad_stamp"), stampName});
        return std::nullopt;
    }
    const crypto::Certificate &authority = token.value().authority();
    const auto path = crypto::certificatePath(authority, token.value().cms().certificates(),
                                              anchors.store.certificates(), token.value().time());
    if (authority.mayMakeTimestamps() && path.status == crypto::PathStatus::Complete)
        return token.value().time();
    findings.append({Weight::Note, QStringLiteral("stamp_unanchored"), stampName});
    return std::nullopt;
}

std::optional<QDateTime> PackageFiles::check(const Anchors &anchors, const Result<EvidencePackage> &made,
                                             QList<Finding> &findings) const
{
    manifest(findings);
    if (made) // else what it rests on cannot be read, and that is found
        compare(made.value(), findings);
    return stamp(anchors, findings);
}

} // namespace carriel::evidence
