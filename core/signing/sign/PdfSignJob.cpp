// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/PdfSignJob.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Cms.h"
#include "core/signing/MappedFile.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/sign/Appearance.h"
#include "core/signing/sign/ChainsOf.h"
#include "core/signing/sign/ExistingField.h"
#include "core/signing/sign/OpenDocument.h"
#include "core/signing/sign/SecurityStore.h"
#include "core/signing/sign/TimestampClient.h"
#include "core/signing/verify/ConfinedVerifier.h"

namespace carriel::signing {

namespace {

constexpr qsizetype roomForTimestamp = 16 * 1024;

class Job : public std::enable_shared_from_this<Job>
{
public:
    Job(PdfSignOptions options, std::shared_ptr<KeySource> key, HttpFetch *fetch, const Clock &clock,
        PdfSignJob::Done done)
        : m_options(std::move(options)), m_key(std::move(key)), m_fetch(fetch), m_clock(clock), m_done(std::move(done))
    {
    }

    void start()
    {
        if (const Outcome ready = open(); !ready.ok())
            return m_done(ready.error());
        if (!m_key)
            return raise();
        if (const Outcome written = writeSignature(); !written.ok())
            return m_done(written.error());
        m_key->sign(m_builder->toBeSigned(),
                    [self = shared_from_this()](Result<QByteArray> value) { self->haveSignature(value); });
    }

private:
    Outcome open()
    {
        if (!m_key)
            CARRIEL_CHECK(worthRaising(m_options.source));
        CARRIEL_TRY(m_source, MappedFile::open(m_options.source));
        CARRIEL_TRY(m_document, openDocument(m_source->bytes(), m_options.password));
        CARRIEL_CHECK(mayAdd(*m_document.file, m_key ? Addition::Signature : Addition::Proofs));
        m_result.path = m_options.target;
        m_result.level = m_options.level;
        m_result.repaired = m_document.file->rebuilt();
        if (m_key && !m_options.field.isEmpty())
            CARRIEL_CHECK(usableField(*m_document.file, m_options.field, m_options.reason));
        if (m_key) {
            CARRIEL_CHECK(checkSuitable(m_key->certificate(), m_clock.nowUtc()));
            CARRIEL_CHECK(
                notListed(m_key->certificate(), m_key->chain() + m_options.anchors, m_options.lists, m_clock.nowUtc()));
        }
        CARRIEL_TRY(m_working, WorkingFile::create(m_options.target));
        return {};
    }

    // Nobody pays to keep what is altered or false already. What only needs the network or a trusted authority to be
    // told is no reason to refuse.
    Outcome worthRaising(const QString &path)
    {
        m_result.broken = 0;
        TrustStore known;
        for (const crypto::Certificate &one : std::as_const(m_options.anchors))
            known.add(TrustAnchor{one, false, {}, {}});
        CARRIEL_TRY(const auto file, LentBytes::ofFile(path));
        CARRIEL_TRY(
            const Judgement judged,
            judgeConfined(*file, nullptr,
                          {Question::Kind::Verify, known, {{}, m_options.lists}, m_clock.nowUtc(), {}, false,
                           m_options.password}));
        const VerificationReport &report = judged.report;
        if (stopped(report.findings))
            return Error{errors::damagedPdf, {{QStringLiteral("what"), report.findings.value(0)}}, {}};
        int people = 0;
        for (const SignatureReport &one : report.signatures) {
            people += one.timestamp ? 0 : 1;
            m_result.broken += !one.timestamp && verdictOf(one) >= FileVerdict::Invalid ? 1 : 0;
        }
        const bool lost = report.signatures.isEmpty() && report.verdict == FileVerdict::Unreadable;
        if (lost || (people > 0 && m_result.broken == people))
            return Error{errors::nothingHolds, {}, {}};
        return {};
    }

    // The original, the new objects with room for the signature, and the digest of all but the room.
    Outcome writeSignature()
    {
        FieldOptions field;
        field.claimedTime = m_clock.nowUtc();
        field.reason = m_options.reason;
        field.place = m_options.place;
        field.box = m_options.box;
        field.field = m_options.field;
        if (!field.field.isEmpty()) // what its rectangle shows, if it has one
            field.box = VisibleBox{};
        if (field.box && field.box->lines.isEmpty())
            field.box->lines =
                shownLines(m_key->certificate().name(), m_clock.nowUtc(), m_options.reason, m_options.place);
        for (const QString &line : field.box ? field.box->lines : QStringList()) {
            if (!canShow({line}))
                return Error{errors::boxLetters, {{QStringLiteral("line"), line}}, {}};
        }
        field.contentsBytes = 4096 + m_key->certificate().der().size();
        for (const crypto::Certificate &one : m_key->chain())
            field.contentsBytes += one.der().size();
        if (m_options.level != Level::B)
            field.contentsBytes += roomForTimestamp;
        CARRIEL_TRY(const QByteArray digest,
                    append(m_source->bytes(), *m_document.file, m_document.crypt.get(), field));
        if (!m_source->unchanged())
            return Error{errors::fileMoved, {{QStringLiteral("path"), m_options.source}}, {}};
        crypto::CmsBuilder::Options cms;
        cms.chain = m_key->chain();
        CARRIEL_TRY(m_builder, crypto::CmsBuilder::start(m_key->certificate(), digest, cms));
        return {};
    }

    // Writes `original` too if the working file is empty. Answers the digest of the signed ranges.
    Result<QByteArray> append(QByteArrayView original, const PdfFile &file, const PdfEncryptor *encryptor,
                              const FieldOptions &field)
    {
        PdfUpdate update(file, encryptor);
        CARRIEL_CHECK(addSignatureField(file, update, field));
        m_tail = update.finish();
        PdfUpdate::setByteRange(m_tail, original.size());
        m_tailAt = original.size();
        const bool copy = m_working->size() == 0;
        crypto::Hash hash;
        constexpr qsizetype step = 1024 * 1024;
        for (qsizetype at = 0; at < original.size(); at += step) {
            const QByteArrayView part = original.sliced(at, std::min(step, original.size() - at));
            hash.add(part);
            if (copy)
                CARRIEL_CHECK(m_working->append(part));
        }
        const QByteArrayView tail(m_tail.bytes);
        hash.add(tail.first(m_tail.contentsAt));
        hash.add(tail.sliced(m_tail.contentsEnd));
        CARRIEL_CHECK(m_working->append(tail));
        return hash.result();
    }

    Outcome putContents(const QByteArray &der)
    {
        const QByteArray hex = der.toHex();
        if (hex.size() > m_tail.contentsEnd - m_tail.contentsAt - 2)
            return Error{errors::tooLarge, {{QStringLiteral("what"), QStringLiteral("signature")}}, {}};
        return m_working->patch(m_tailAt + m_tail.contentsAt + 1, hex);
    }

    void haveSignature(const Result<QByteArray> &value)
    {
        const auto cms = assembled(*m_builder, value);
        if (!cms.ok() || m_options.level == Level::B)
            return finishSignature(cms);
        stampSignature(m_fetch, m_options.timestampAuthority, cms.value(),
                       [self = shared_from_this(), plain = cms.value()](const Result<QByteArray> &stamped) {
                           const bool without = !stamped.ok() && self->mayWait(stamped.error(), Level::B);
                           if (without)
                               self->m_options.level = Level::B;
                           self->finishSignature(without ? Result<QByteArray>(plain) : stamped);
                       });
    }

    // What the error kept away is for another day: the result will be of this level.
    bool mayWait(const Error &why, Level reached)
    {
        if (!m_key || !m_options.later || !m_options.later(why))
            return false;
        m_result.level = reached;
        m_result.missing = why;
        return true;
    }

    // Ends with what is there if that may be, else with nothing.
    void stop(const Error &why, Level reached, qint64 size)
    {
        if (!mayWait(why, reached))
            return m_done(why);
        if (const Outcome cut = m_working->truncate(size); !cut.ok())
            return m_done(cut.error());
        commit();
    }

    void finishSignature(const Result<QByteArray> &cms)
    {
        if (!cms.ok())
            return m_done(cms.error());
        if (const Outcome put = putContents(cms.value()); !put.ok())
            return m_done(put.error());
        if (m_options.level == Level::B || m_options.level == Level::T)
            return commit();
        addProofs();
    }

    void raise()
    {
        if (m_options.level == Level::B)
            return m_done(Error{carriel::errors::badInput, {{QStringLiteral("what"), QStringLiteral("level")}}, {}});
        if (const Outcome copied = m_working->append(m_source->bytes()); !copied.ok())
            return m_done(copied.error());
        // The moment is proven first: proofs of validity count from it.
        archive([this] {
            if (m_options.level == Level::T)
                return commit();
            addProofs();
        });
    }

    std::optional<crypto::Certificate> certificate() const
    {
        return m_key ? std::optional(m_key->certificate()) : std::nullopt;
    }

    Result<OpenDocument> reopened()
    {
        CARRIEL_TRY(const QByteArrayView now, m_working->bytes());
        return openDocument(now, m_options.password);
    }

    void addProofs()
    {
        const auto document = reopened();
        if (!document.ok())
            return m_done(document.error());
        auto chains =
            chainsOf(*document.value().file,
                     m_options.anchors + (m_key ? m_key->chain() : QList<crypto::Certificate>()), m_clock.nowUtc(),
                     m_key ? m_key->certificate().sha256() : m_options.owner);
        if (!chains.ok())
            return m_done(chains.error());
        const qint64 size = m_working->size();
        if (!m_fetch)
            return stop(Error{errors::noRevocation, {{QStringLiteral("name"), QString()}}, {}}, Level::T, size);
        if (const Outcome able = canAsk(chains.value(), certificate()); !able.ok())
            return stop(able.error(), Level::T, size);
        gatherRevocation(*m_fetch, chains.value().wanted, m_clock.nowUtc(),
                         [self = shared_from_this(), chains = chains.value(), size](Result<ValidationData> data) {
                             if (!data.ok())
                                 return self->stop(data.error(), Level::T, size);
                             const Outcome may =
                                 mayProve(chains, data.value(), self->certificate(), self->m_clock.nowUtc());
                             if (!may.ok())
                                 return self->stop(may.error(), Level::T, size);
                             const auto without = unproven(chains, data.value());
                             if (!without.ok())
                                 return self->stop(without.error(), Level::T, size);
                             self->m_result.unproven = without.value();
                             ValidationData all = data.value();
                             for (const QByteArray &der : chains.certificates) {
                                 if (!all.certificates.contains(der))
                                     all.certificates += der;
                             }
                             self->haveProofs(all);
                         });
    }

    void haveProofs(const ValidationData &data)
    {
        const auto append = [&]() -> Outcome {
            CARRIEL_TRY(const OpenDocument document, reopened());
            PdfUpdate update(*document.file, document.crypt.get());
            CARRIEL_CHECK(addSecurityStore(*document.file, update, data));
            const QByteArray tail = update.finish().bytes;
            return m_working->append(tail);
        };
        if (const Outcome done = append(); !done.ok())
            return m_done(done.error());
        if (m_options.level == Level::LT)
            return commit();
        archive([this] { commit(); });
    }

    void archive(std::function<void()> next)
    {
        const auto write = [&]() -> Result<QByteArray> {
            CARRIEL_TRY(const OpenDocument document, reopened());
            FieldOptions field;
            field.kind = FieldOptions::Kind::Timestamp;
            field.contentsBytes = roomForTimestamp;
            return append(document.file->bytes(), *document.file, document.crypt.get(), field);
        };
        const qint64 size = m_working->size();
        const auto digest = write();
        if (!digest.ok())
            return m_done(digest.error());
        askTimestamp(m_fetch, m_options.timestampAuthority, digest.value(),
                     [self = shared_from_this(), next = std::move(next), size](const Result<QByteArray> &token) {
                         if (!token.ok())
                             return self->stop(token.error(), Level::LT, size);
                         if (const Outcome put = self->putContents(token.value()); !put.ok())
                             return self->m_done(put.error());
                         next();
                     });
    }

    void commit()
    {
        const Outcome done =
            m_working->commit(m_options.overwrite ? WorkingFile::Overwrite::Yes : WorkingFile::Overwrite::No);
        if (!done.ok())
            return m_done(done.error());
        // The proofs that were brought may speak against one of several signatures: who pays for them is told.
        if (!m_key)
            (void)worthRaising(m_options.target);
        m_done(m_result);
    }

    PdfSignOptions m_options;
    std::shared_ptr<KeySource> m_key;
    HttpFetch *m_fetch;
    const Clock &m_clock;
    PdfSignJob::Done m_done;
    std::unique_ptr<MappedFile> m_source;
    OpenDocument m_document;
    std::unique_ptr<WorkingFile> m_working;
    std::optional<crypto::CmsBuilder> m_builder;
    PdfUpdate::Tail m_tail;
    qint64 m_tailAt = 0;
    SignedFile m_result;
};

} // namespace

void PdfSignJob::run(PdfSignOptions options, std::shared_ptr<KeySource> key, HttpFetch *fetch, const Clock &clock,
                     Done done)
{
    std::make_shared<Job>(std::move(options), std::move(key), fetch, clock, std::move(done))->start();
}

} // namespace carriel::signing
