// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/PdfVerifier.h"

#include "core/signing/pdf/EntryTable.h"
#include "core/signing/pdf/PdfCrypt.h"
#include "core/signing/pdf/PdfLexer.h"
#include "core/signing/pdf/SignatureTraces.h"
#include "core/signing/sign/SecurityStore.h"
#include "core/signing/verify/Explainer.h"
#include "core/signing/verify/RangeDigests.h"
#include "core/signing/verify/SignatureCheck.h"
#include "core/signing/verify/SignedRange.h"
#include "core/signing/verify/TailCheck.h"

#include <algorithm>

namespace carriel::signing {

namespace {

// `D:20260131101530-05'00'` (ISO 32000-1 §7.9.4), to UTC. Without a zone it is taken as UTC.
std::optional<QDateTime> pdfDate(const QString &text)
{
    QString digits = text.startsWith(QLatin1String("D:")) ? text.mid(2) : text;
    const QDateTime local = QDateTime::fromString(digits.left(14), QStringLiteral("yyyyMMddHHmmss"));
    if (!local.isValid())
        return std::nullopt;
    QDateTime utc(local.date(), local.time(), Qt::UTC);
    const QString zone = digits.mid(14);
    if (zone.startsWith(u'+') || zone.startsWith(u'-')) {
        const int seconds = zone.mid(1, 2).toInt() * 3600 + zone.mid(4, 2).toInt() * 60;
        utc = utc.addSecs(zone.startsWith(u'+') ? -seconds : seconds);
    }
    return utc;
}

constexpr int manyObjects = 50'000;

bool isBlank(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return PdfLexer::isSpace(c); });
}

class Verifier
{
public:
    Verifier(QByteArrayView bytes, const TrustStore &trust, const Evidence &fetched, const QDateTime &at,
             VerifyMemo &memo, const QByteArray &password)
        : m_bytes(bytes), m_trust(trust), m_fetched(fetched), m_at(at), m_memo(memo), m_password(password)
    {
    }

    VerificationReport run()
    {
        if (!open())
            return m_report;
        const FormFields form = formFields(*m_file);
        m_troubles = form.troubles;
        m_report.findings += form.troubles;
        const std::vector<SignatureValue> values = signatureValues(*m_file, form);
        if (values.empty()) {
            // Something that once was a signature, and is in no form: taken out, or never meant to be found.
            if (m_bytes.count("/ByteRange") > usageRights(*m_file))
                unreadable(QStringLiteral("a signature that belongs to no field"));
            else if (!form.troubles.isEmpty())
                unreadable(QStringLiteral("the form cannot be read"));
            return m_report;
        }
        askOther(values);
        readStore();
        checkAll(values);
        for (const SignatureReport &one : std::as_const(m_report.signatures))
            m_report.verdict =
                m_report.verdict == FileVerdict::None ? verdictOf(one) : std::max(m_report.verdict, verdictOf(one));
        return m_report;
    }

private:
    void unreadable(const QString &why)
    {
        m_report.verdict = FileVerdict::Unreadable;
        m_report.findings += why;
    }

    bool open()
    {
        auto own = PdfFile::open(m_bytes);
        if (own.ok()) {
            m_file = std::move(own).value();
        } else {
            m_damaged = true;
            m_report.findings += QStringLiteral("the file cannot be read by its own table");
            auto repaired = rescued(m_bytes);
            if (!repaired.ok()) {
                m_report.findings += QStringLiteral("no document");
                if (hasSignatureTraces(m_bytes)) // else it is rubbish, and not a signature that somebody spoiled
                    m_report.verdict = FileVerdict::Unreadable;
                return false;
            }
            m_file = std::move(repaired).value();
        }
        if (m_file->trailer().contains("Encrypt")) {
            const auto encryption = encryptionOf(m_bytes, m_password);
            if (!encryption.ok() || encryption.value().key.isEmpty()) {
                // Nothing speaks against it; nothing can be said for it either.
                m_report.verdict = FileVerdict::Indeterminate;
                m_report.findings += m_password.isEmpty() ? QStringLiteral("a password is needed")
                                                          : QStringLiteral("the password is not the right one");
                return false;
            }
            m_crypt = std::make_unique<PdfCrypt>(encryption.value());
            m_decryptor = [crypt = m_crypt.get()](const PdfObject &stream) { return crypt->plainStream(stream); };
            m_file->setDecryptor(m_decryptor);
        }
        return true;
    }

    // Two readers that do not see the same document: nobody can say which one a person's viewer shows.
    // It keeps every object in memory. Where there are very many, it is not asked as long as nothing follows any
    // signature: then there is no later version that two readers could see differently. Else it reads its table and
    // what came later; our own reader touches all the rest.
    void askOther(const std::vector<SignatureValue> &values)
    {
        const bool large = m_file->size() > manyObjects;
        if (large &&
            std::all_of(values.begin(), values.end(), [this](const SignatureValue &one) { return reachesEnd(one); })) {
            m_opinion.readable = true;
            m_notAsked = true;
            return;
        }
        if (large && !m_damaged) {
            m_many = true;
            if (!m_memo.knownOpinion())
                m_memo.know(secondOpinionOfMany(*m_file, cameAfter(values)));
        }
        m_opinion = m_memo.opinion(m_bytes);
        if (!m_opinion.readable && !m_opinion.passwordNeeded) {
            m_damaged = true;
            m_report.findings += QStringLiteral("a second reader cannot read the file");
        }
        m_report.findings += m_opinion.warnings;
    }

    // The numbers of what lies behind the first signature's range.
    std::vector<int> cameAfter(const std::vector<SignatureValue> &values) const
    {
        qint64 end = m_bytes.size();
        for (const SignatureValue &one : values) {
            if (one.readable)
                end = std::min(end, one.byteRange[2] + one.byteRange[3]);
        }
        const auto later = [&](const XrefEntry &entry) {
            return entry.kind == XrefEntry::Kind::At && entry.offset >= end;
        };
        std::vector<int> numbers;
        const std::vector<XrefEntry> entries = entriesOf(*m_file);
        for (int number = 0; number < int(entries.size()); ++number) {
            const XrefEntry &entry = entries[std::size_t(number)];
            if (later(entry) || (entry.kind == XrefEntry::Kind::InStream &&
                                 later(m_file->entry(int(entry.offset)).value_or(XrefEntry{}))))
                numbers.push_back(number);
        }
        return numbers;
    }

    bool reachesEnd(const SignatureValue &one) const
    {
        const qint64 end = one.byteRange[2] + one.byteRange[3];
        return one.readable && end <= m_bytes.size() && isBlank(m_bytes.sliced(end));
    }

    void readStore()
    {
        const ValidationData store = readSecurityStore(*m_file);
        m_kept = {store.ocsp, store.lists};
        for (const QByteArray &der : store.certificates) {
            if (const auto one = crypto::Certificate::fromDer(der); one.ok())
                m_pool += one.value();
        }
        for (const QByteArray &der : store.ocsp)
            m_pool += crypto::certificatesIn(der);
    }

    // From the last to the first: a timestamp that holds proves that everything before it existed.
    void checkAll(const std::vector<SignatureValue> &values)
    {
        std::optional<QDateTime> proven;
        QList<SignatureReport> reports;
        std::set<qint64> ends;
        for (const SignatureValue &one : values)
            ends.insert(one.byteRange[1]);
        m_digests = std::make_unique<RangeDigests>(m_bytes, ends);
        for (auto it = values.rbegin(); it != values.rend(); ++it) {
            SignatureReport one = check(*it, proven);
            if (one.timestamp && one.indication == Indication::TotalPassed && one.after < After::B5 &&
                one.certifiedTime && (!proven || *one.certifiedTime < *proven))
                proven = one.certifiedTime;
            reports.prepend(std::move(one));
        }
        for (SignatureReport &one : reports) {
            if (std::count_if(reports.cbegin(), reports.cend(), [&](auto &other) { return other.field == one.field; }) > 1)
                one.notes += QStringLiteral("another signature field has the same name");
        }
        m_report.signatures = std::move(reports);
    }

    SignatureReport check(const SignatureValue &found, const std::optional<QDateTime> &proven)
    {
        SignatureReport report;
        report.field = found.field.name;
        report.timestamp = found.timestamp;
        const SignedRange range = signedRange(m_bytes, found, m_decryptor);
        report.covers = range.end;
        if (!range.wrong.isEmpty()) {
            report.after = After::B6;
            fail(report, Indication::TotalFailed, SubIndication::FormatFailure, range.wrong);
            return report;
        }
        describe(range, report);
        if (m_notAsked)
            report.notes +=
                QStringLiteral("a second reader was not asked: %1 objects, and nothing follows the signature")
                    .arg(m_file->size());
        const auto digest = [&](crypto::HashKind kind) {
            return m_memo.digest(found.byteRange, kind, [&] { return m_digests->of(found.byteRange, kind); });
        };
        CheckContext context{m_trust, m_kept, m_fetched, m_pool, m_at, m_report.wanted, proven};
        const QByteArray &kind = range.value.subFilter;
        if (kind == "ETSI.RFC3161")
            checkDocumentTimestamp(range.value.contents, digest, context, report);
        else if (kind == "ETSI.CAdES.detached" || kind == "adbe.pkcs7.detached")
            checkSignature(range.value.contents, digest, kind.startsWith("ETSI"), context, report);
        else if (kind == "adbe.pkcs7.sha1" || kind == "adbe.x509.rsa_sha1")
            fail(report, Indication::Indeterminate, SubIndication::CryptoConstraintsFailure,
                 QStringLiteral("an old technique, not checked"));
        else
            fail(report, Indication::TotalFailed, SubIndication::FormatFailure,
                 QStringLiteral("an unknown kind of signature"));
        later(range, report);
        return report;
    }

    void describe(const SignedRange &range, SignatureReport &report) const
    {
        const auto text = [&](const char *key) {
            PdfValue value = range.revision->resolved(range.value.dict[key]).valueOr({});
            if (m_crypt && value.isString())
                value = PdfValue::string(m_crypt->plainString(range.value.ref, value.bytes()).valueOr({}));
            return textOf(value);
        };
        report.reason = text("Reason").left(500);
        report.place = text("Location").left(500);
        report.claimedTime = pdfDate(text("M"));
        if (const Permissions own = permissionsOf(*range.revision, {range.value}); own.certified)
            report.notes += own.unreadable || own.level == 1
                                ? QStringLiteral("its author certified it: nothing may be changed")
                            : own.level == 2
                                ? QStringLiteral("its author certified it: only forms may be filled in, and signatures added")
                                : QStringLiteral("its author certified it: forms may be filled in, and notes and signatures added");
        if (m_crypt)
            report.field = textOf(PdfValue::string(
                m_crypt->plainString(range.value.field.ref, range.value.field.dict["T"].bytes()).valueOr({})));
    }

    // The second question: what happened after this signature.
    void later(const SignedRange &range, SignatureReport &report) const
    {
        const auto damaged = [&report](const QString &why) {
            report.after = After::B6;
            report.findings += why;
        };
        if (m_damaged)
            return damaged(QStringLiteral("the file does not read without repair"));
        if (!m_troubles.isEmpty())
            return damaged(QStringLiteral("the form cannot be read"));
        if (isBlank(m_bytes.sliced(range.end))) {
            report.after = After::B0;
            return;
        }
        if (m_many) {
            if (!m_opinion.warnings.isEmpty())
                return damaged(QStringLiteral("a second reader finds the later version irregular"));
            report.notes += QStringLiteral("a second reader read only what came later: %1 objects").arg(m_file->size());
        } else if (!m_opinion.passwordNeeded) {
            const SecondOpinion before = secondOpinion(m_bytes.first(range.end));
            if (!before.readable)
                return damaged(QStringLiteral("a second reader cannot read the signed version"));
            if (before.warnings.isEmpty() && !m_opinion.warnings.isEmpty())
                return damaged(QStringLiteral("a second reader finds the later version irregular"));
        }
        const QStringList unlisted = unexplainedBytes(*m_file, range.end, range.revision->sections().front().begin);
        const std::vector<SignatureValue> values = signatureValues(*range.revision, formFields(*range.revision));
        Explainer::Plain plain;
        if (m_crypt)
            plain = [this](PdfRef owner, const QByteArray &text) {
                return m_crypt->plainString(owner, text).valueOr({});
            };
        Explainer explainer(*range.revision, *m_file, permissionsOf(*range.revision, values), plain);
        const Explanation explanation = explainer.run();
        report.after = unlisted.isEmpty() ? explanation.after : std::max(After::B5, explanation.after);
        report.findings += unlisted + explanation.findings;
        report.notes += explanation.notes;
    }

    QByteArrayView m_bytes;
    const TrustStore &m_trust;
    const Evidence &m_fetched;
    QDateTime m_at;
    VerifyMemo &m_memo;
    QByteArray m_password;
    VerificationReport m_report;
    std::optional<PdfFile> m_file;
    std::unique_ptr<PdfCrypt> m_crypt;
    PdfFile::Decryptor m_decryptor;
    SecondOpinion m_opinion;
    QStringList m_troubles;
    bool m_damaged = false;
    bool m_notAsked = false;
    bool m_many = false; // so many objects that the other reader saw only the later ones
    Evidence m_kept;
    QList<crypto::Certificate> m_pool;
    std::unique_ptr<RangeDigests> m_digests;
};

} // namespace

VerificationReport verifyPdf(QByteArrayView bytes, const TrustStore &trust, const Evidence &fetched,
                             const QDateTime &at, VerifyMemo *memo, const QByteArray &password)
{
    VerifyMemo own;
    return Verifier(bytes, trust, fetched, at, memo ? *memo : own, password).run();
}

} // namespace carriel::signing
