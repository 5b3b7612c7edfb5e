// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/FileSignJob.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Cades.h"
#include "core/crypto/CryptoErrors.h"
#include "core/signing/MappedFile.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"
#include "core/signing/sign/ChainsOf.h"
#include "core/signing/sign/TimestampClient.h"

#include <QFileInfo>

namespace carriel::signing {

namespace {

constexpr QLatin1String signatureName("META-INF/signature001.p7s");
constexpr qint64 mostSmall = 64 * 1024 * 1024, mostUnpacked = 512 * 1024 * 1024;

QByteArray digestOf(QByteArrayView bytes)
{
    crypto::Hash hash;
    for (qsizetype at = 0; at < bytes.size(); at += 1 << 20)
        hash.add(bytes.sliced(at, std::min<qsizetype>(1 << 20, bytes.size() - at)));
    return hash.result();
}

// The name inside: what ZIP, every system and the list's reader take for plain.
QString innerName(const FileSignOptions &options)
{
    QString name = QFileInfo(options.name.isEmpty() ? options.source : options.name).fileName();
    for (QChar &c : name) {
        if (c == u'\\' || c == u':' || c.category() == QChar::Other_Control)
            c = u'_';
    }
    return name == QLatin1String("mimetype") || name == QLatin1String("META-INF") ? QString(u'_' + name) : name;
}

class Job : public std::enable_shared_from_this<Job>
{
public:
    Job(FileSignOptions options, std::shared_ptr<KeySource> key, HttpFetch *fetch, const Clock &clock,
        PdfSignJob::Done done)
        : m_options(std::move(options)), m_key(std::move(key)), m_fetch(fetch), m_clock(clock), m_done(std::move(done))
    {
    }

    void start()
    {
        if (const Outcome ready = m_key ? prepare() : prepareRaise(); !ready.ok())
            return m_done(ready.error());
        if (!m_key)
            return raise();
        m_key->sign(m_builder->toBeSigned(),
                    [self = shared_from_this()](const Result<QByteArray> &value) { self->haveSignature(value); });
    }

private:
    Outcome prepare()
    {
        CARRIEL_TRY(m_source, MappedFile::open(m_options.source));
        CARRIEL_CHECK(checkSuitable(m_key->certificate(), m_clock.nowUtc()));
        CARRIEL_CHECK(
            notListed(m_key->certificate(), m_key->chain() + m_options.anchors, m_options.lists, m_clock.nowUtc()));
        CARRIEL_TRY(m_working, WorkingFile::create(m_options.target));
        m_digest = digestOf(m_source->bytes());
        if (m_options.format == FileFormat::Asice) {
            const AsicManifest manifest{signatureName,
                                        {{innerName(m_options), QStringLiteral("application/octet-stream"),
                                          crypto::HashKind::Sha256, m_digest}}};
            m_manifest = written(manifest);
            m_digest = digestOf(m_manifest);
        }
        if (!m_source->unchanged())
            return Error{errors::fileMoved, {{QStringLiteral("path"), m_options.source}}, {}};
        CARRIEL_TRY(m_builder,
                    crypto::CmsBuilder::start(m_key->certificate(), m_digest, {m_key->chain(), m_clock.nowUtc()}));
        return {};
    }

    // What is signed already: its one signature, and the digest of what that signs.
    Outcome prepareRaise()
    {
        CARRIEL_TRY(m_source, MappedFile::open(m_options.source));
        CARRIEL_TRY(m_working, WorkingFile::create(m_options.target));
        const QByteArrayView bytes = m_source->bytes();
        if (m_options.format == FileFormat::Cades) {
            CARRIEL_TRY(m_content, MappedFile::open(m_options.content));
            m_cms = bytes.toByteArray();
            m_digest = digestOf(m_content->bytes());
        } else {
            CARRIEL_TRY(m_zip, ZipReader::open(bytes));
            CARRIEL_CHECK(findSignature());
        }
        CARRIEL_TRY(const auto cms, crypto::CmsSignature::parse(m_cms));
        // Nothing is stamped that does not hold today.
        if (cms.signers() != 1 || !cms.detached() || cms.messageDigest().value_or(QByteArray()) != m_digest ||
            cms.checkValue() != crypto::CmsSignature::Value::Good)
            return Error{crypto::errors::badSignature, {}, {}};
        m_stamped = !cms.timestampTokens().isEmpty();
        return {};
    }

    Outcome findSignature()
    {
        const Error several{
            errors::badZip, {{QStringLiteral("what"), QStringLiteral("not exactly one signature")}}, {}};
        for (const ZipEntry &one : m_zip->entries()) {
            if (!one.name.startsWith(QLatin1String("META-INF/")) || !one.name.endsWith(QLatin1String(".xml")))
                continue;
            CARRIEL_TRY(const QByteArray list, m_zip->bytesOf(one, mostSmall));
            const auto manifest = parseManifest(list);
            const ZipEntry *value = manifest.ok() ? m_zip->find(manifest.value().signature) : nullptr;
            if (!value || !value->name.endsWith(QLatin1String(".p7s")))
                continue;
            if (!m_signature.isEmpty())
                return several;
            m_signature = value->name;
            m_digest = digestOf(list);
            CARRIEL_TRY(m_cms, m_zip->bytesOf(*value, mostSmall));
        }
        if (m_signature.isEmpty())
            return several;
        return {};
    }

    void raise()
    {
        if (m_options.level == Level::B)
            return m_done(Error{carriel::errors::badInput, {{QStringLiteral("what"), QStringLiteral("level")}}, {}});
        const auto further = [this] { m_options.level == Level::T ? write() : addProofs(); };
        m_stamped ? further() : stamp(further);
    }

    void haveSignature(const Result<QByteArray> &value)
    {
        take(assembled(*m_builder, value), [this] {
            m_reached = Level::B;
            if (m_options.level == Level::B)
                return write();
            stamp([this] {
                m_reached = Level::T;
                m_options.level == Level::T ? write() : addProofs();
            });
        });
    }

    // Ends with what is there if that may be, else with nothing.
    void stop(const Error &why)
    {
        if (!m_key || !m_options.later || !m_options.later(why))
            return m_done(why);
        m_missing = why;
        m_options.level = m_reached;
        write();
    }

    void take(const Result<QByteArray> &cms, const std::function<void()> &next)
    {
        if (!cms.ok())
            return m_done(cms.error());
        m_cms = cms.value();
        next();
    }

    void stamp(std::function<void()> next)
    {
        stampSignature(m_fetch, m_options.timestampAuthority, m_cms,
                       [self = shared_from_this(), next = std::move(next)](const Result<QByteArray> &cms) {
                           cms.ok() ? self->take(cms, next) : self->stop(cms.error());
                       });
    }

    void addProofs()
    {
        if (!m_fetch)
            return stop(Error{errors::noRevocation, {{QStringLiteral("name"), QString()}}, {}});
        const DocumentChains chains = chainsOf(
            m_cms, m_options.anchors + (m_key ? m_key->chain() : QList<crypto::Certificate>()), m_clock.nowUtc());
        const std::optional<crypto::Certificate> own = m_key ? std::optional(m_key->certificate()) : std::nullopt;
        if (const Outcome able = canAsk(chains, own); !able.ok())
            return stop(able.error());
        gatherRevocation(*m_fetch, chains.wanted, m_clock.nowUtc(),
                         [self = shared_from_this(), chains, own](Result<ValidationData> data) {
                             if (!data.ok())
                                 return self->stop(data.error());
                             const ValidationData &found = data.value();
                             if (const Outcome may = mayProve(chains, found, own, self->m_clock.nowUtc()); !may.ok())
                                 return self->stop(may.error());
                             self->take(crypto::withProofs(self->m_cms, chains.certificates + found.certificates,
                                                           found.ocsp, found.lists),
                                        [self] {
                                            self->m_reached = Level::LT;
                                            self->m_options.level == Level::LT ? self->write() : self->archive();
                                        });
                         });
    }

    void archive()
    {
        const auto request = crypto::archiveRequest(m_cms, m_digest);
        if (!request.ok())
            return m_done(request.error());
        askTimestamp(m_fetch, m_options.timestampAuthority, request.value().imprint,
                     [self = shared_from_this(), index = request.value().index](const Result<QByteArray> &token) {
                         if (!token.ok())
                             return self->stop(token.error());
                         self->take(crypto::withArchiveTimestamp(self->m_cms, token.value(), index),
                                    [self] { self->write(); });
                     });
    }

    void write()
    {
        const auto all = [this]() -> Outcome {
            if (m_options.format == FileFormat::Cades)
                return m_working->append(m_cms);
            ZipWriter zip([this](QByteArrayView part) { return m_working->append(part); }, m_clock.nowUtc());
            if (m_zip)
                return writeAgain(zip);
            CARRIEL_CHECK(zip.add(QStringLiteral("mimetype"), "application/vnd.etsi.asic-e+zip"));
            CARRIEL_CHECK(zip.add(innerName(m_options), m_source->bytes()));
            CARRIEL_CHECK(zip.add(QStringLiteral("META-INF/ASiCManifest001.xml"), m_manifest));
            CARRIEL_CHECK(zip.add(signatureName, m_cms));
            return zip.finish();
        };
        Outcome done = all();
        if (done.ok() && !m_source->unchanged())
            done = Error{errors::fileMoved, {{QStringLiteral("path"), m_options.source}}, {}};
        if (done.ok())
            done = m_working->commit(m_options.overwrite ? WorkingFile::Overwrite::Yes : WorkingFile::Overwrite::No);
        if (!done.ok())
            return m_done(done.error());
        m_done(SignedFile{m_options.target, m_options.level, m_missing});
    }

    // Every entry as it was but the signature. What others packed is unpacked: every sum is checked on the way.
    Outcome writeAgain(ZipWriter &zip)
    {
        for (const ZipEntry &one : m_zip->entries()) {
            if (one.name == m_signature) {
                CARRIEL_CHECK(zip.add(one.name, m_cms));
            } else if (one.method == 0) {
                CARRIEL_CHECK(m_zip->read(one, [](QByteArrayView) {}));
                CARRIEL_CHECK(zip.add(one.name, m_source->bytes().sliced(one.data, one.packed)));
            } else {
                CARRIEL_TRY(const QByteArray plain, m_zip->bytesOf(one, mostUnpacked));
                CARRIEL_CHECK(zip.add(one.name, plain));
            }
        }
        return zip.finish();
    }

    FileSignOptions m_options;
    std::shared_ptr<KeySource> m_key;
    HttpFetch *m_fetch;
    const Clock &m_clock;
    PdfSignJob::Done m_done;
    std::unique_ptr<MappedFile> m_source, m_content;
    std::optional<ZipReader> m_zip; // of a container that is raised
    QString m_signature;            // its name in there
    bool m_stamped = false;
    Level m_reached = Level::B; // so far, of what is signed anew
    std::optional<Error> m_missing;
    std::unique_ptr<WorkingFile> m_working;
    std::optional<crypto::CmsBuilder> m_builder;
    QByteArray m_manifest, m_digest, m_cms;
};

} // namespace

void FileSignJob::run(FileSignOptions options, std::shared_ptr<KeySource> key, HttpFetch *fetch, const Clock &clock,
                      PdfSignJob::Done done)
{
    std::make_shared<Job>(std::move(options), std::move(key), fetch, clock, std::move(done))->start();
}

} // namespace carriel::signing
