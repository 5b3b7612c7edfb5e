// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// verify: what the signatures of files are worth. Needs no account and no vault.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/DocumentPassword.h"
#include "app/commands/Json.h"
#include "app/commands/NetworkDoor.h"
#include "core/signing/trust/CachedFetch.h"
#include "core/signing/verify/ConfinedVerifier.h"
#include "core/signing/verify/OnlineVerify.h"
#include "ui/text/FindingWords.h"
#include "ui/text/SignatureWords.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>
#include <fcntl.h>
#include <unistd.h>

namespace carriel::commands {
namespace {

using namespace carriel::signing;

QJsonValue timeJson(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"))) : QJsonValue();
}

QString told(const std::optional<QDateTime> &time)
{
    return time ? time->toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")) : QString();
}

// `asOf`: the moment that was asked about; nothing for now. `asked`: the network, as far as it may be.
text::VerdictWords wordsOf(const SignatureReport &one, const std::optional<QDateTime> &asOf, bool asked)
{
    return text::verdictWords({name(one.indication), name(one.sub), name(one.after), text::neutral(one.signer()),
                               told(one.certifiedTime), one.timestamp, one.accredited, told(one.claimedTime),
                               !one.level.isEmpty() && one.level != QLatin1String("B-B"), told(asOf), one.findings,
                               one.notes, asked});
}

QJsonArray strings(const QStringList &list)
{
    QJsonArray array;
    for (const QString &one : list)
        array += text::neutral(one);
    return array;
}

// The names that experts know; what there is not leaves no gap.
QString expertLine(const SignatureReport &one)
{
    QStringList names{name(one.indication), name(one.sub), name(one.after), one.level};
    names.removeAll(QString());
    const QString field = text::neutral(one.field);
    return (field.isEmpty() ? QString() : QString(field + QStringLiteral(" · "))) + names.join(u' ');
}

// Who signed, where the verdict's own words do not say it: a name that was not confirmed is told as just that.
QString signerLine(const SignatureReport &one, const text::VerdictWords &words)
{
    const QString signer = text::neutral(one.signer());
    if (signer.isEmpty() || words.text.contains(signer))
        return {};
    const QString said =
        one.indication == Indication::TotalPassed
            ? QCoreApplication::translate("Commands", "Signed by %1.")
        : one.indication == Indication::TotalFailed
            ? QCoreApplication::translate("Commands", "The signature carries the name %1, but it does not hold: do not rely on it.")
            : QCoreApplication::translate("Commands", "The certificate says %1; that could not be confirmed.");
    return QStringLiteral("    ") + said.arg(signer) + u'\n';
}

QJsonObject signatureJson(const SignatureReport &one, const text::VerdictWords &words)
{
    const auto orNull = [](const QString &s) { return s.isEmpty() ? QJsonValue() : QJsonValue(s); };
    return {{QStringLiteral("field"), text::neutral(one.field)},
            {QStringLiteral("kind"), one.timestamp ? QStringLiteral("timestamp") : QStringLiteral("signature")},
            {QStringLiteral("indication"), name(one.indication)},
            {QStringLiteral("sub_indication"), orNull(name(one.sub))},
            {QStringLiteral("after"), name(one.after)},
            {QStringLiteral("level"), orNull(one.level)},
            {QStringLiteral("signer"), orNull(text::neutral(one.signer()))},
            {QStringLiteral("accredited"), one.accredited},
            {QStringLiteral("claimed_time"), timeJson(one.claimedTime)},
            {QStringLiteral("certified_time"), timeJson(one.certifiedTime)},
            {QStringLiteral("covers"), one.covers},
            {QStringLiteral("files"), strings(text::coveredFiles(one.notes))},
            {QStringLiteral("explanation"), QString(words.headline + QStringLiteral(". ") + words.text)},
            {QStringLiteral("findings"), strings(one.findings)},
            {QStringLiteral("notes"), strings(one.notes)}};
}

class Verify final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return false; }

    void start() override
    {
        // What stops before anything was judged must not look like a verdict to a script: 1 is one.
        if (const Outcome ready = prepare(); !ready.ok()) {
            tell(ready.error());
            return finish(exits::usage);
        }
        next();
    }

private:
    Outcome prepare()
    {
        CARRIEL_TRY(m_trust, TrustStore::shipped());
        CARRIEL_TRY(m_password, documentPassword(invocation()));
        const auto &options = invocation().options;
        for (const QString &one : options.value(QStringLiteral("trust")).split(u'\n', Qt::SkipEmptyParts))
            CARRIEL_CHECK(m_trust.add(absolutePath(one), {m_clock.nowUtc()}));
        const QByteArray signer = QByteArray::fromHex(options.value(QStringLiteral("list-signer")).toLatin1());
        for (const QString &one : options.value(QStringLiteral("accredited")).split(u'\n', Qt::SkipEmptyParts))
            CARRIEL_CHECK(m_trust.add(absolutePath(one), {m_clock.nowUtc(), true, signer}));
        m_at = QDateTime::currentDateTimeUtc();
        if (options.contains(QStringLiteral("at"))) {
            m_at = QDateTime::fromString(options.value(QStringLiteral("at")), Qt::ISODate).toUTC();
            // A day without its hour, or an hour without its place on earth, would be guessed.
            static const QRegularExpression whole(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)$"));
            if (!m_at.isValid() || !whole.match(options.value(QStringLiteral("at"))).hasMatch())
                return Error{
                    carriel::errors::badWord,
                    {{QStringLiteral("what"), QString(QStringLiteral("--at ") + options.value(QStringLiteral("at")))},
                     {QStringLiteral("usage"), QStringLiteral("verify FILE --at 2026-01-31T15:00:00Z")}},
                    {}};
            m_asOf = m_at;
        }
        if (const QString target = options.value(QStringLiteral("report"));
            !target.isEmpty() && QFileInfo::exists(absolutePath(target)) && !invocation().has(QStringLiteral("force")))
            return Error{carriel::errors::fileThere, {{QStringLiteral("path"), absolutePath(target)}}, {}};
        return {};
    }

    void next()
    {
        if (m_index == invocation().words.size())
            return answer();
        m_path = invocation().words.at(m_index++);
        auto opened = m_path == QLatin1String("-") ? standardInput() : LentBytes::ofFile(absolutePath(m_path));
        if (!opened.ok())
            return notRead(opened.error());
        m_file = std::move(opened).value();
        m_content.reset();
        m_contentName.clear();
        m_failed.reset();
        if (formatOf(m_file->head(1024)) == SignedFormat::Cades)
            openContent();
        const auto check = [this, question = std::make_shared<Question>(
                                      Question{Question::Kind::Verify,
                                               m_trust,
                                               {},
                                               m_at,
                                               {},
                                               json() || invocation().options.contains(QStringLiteral("report")),
                                               m_password})](
                               const Evidence &evidence) { return checkOnce(*question, evidence); };
        if (invocation().has(QStringLiteral("offline")))
            return judged(check({}));
        if (!m_cache)
            m_cache = std::make_unique<CachedFetch>(m_door.fetch(), m_clock);
        verifyOnline(check, m_trust, *m_cache, [this](const VerificationReport &report) { judged(report); });
    }

    // A copy in memory: what comes through a pipe comes once.
    static Result<std::shared_ptr<LentBytes>> standardInput()
    {
        constexpr qint64 most = 1LL << 30; // of what may never end
        QFile input;
        const QString name = QCoreApplication::translate("Commands", "the standard input");
        if ((fcntl(STDIN_FILENO, F_GETFL) & O_ACCMODE) == O_WRONLY) // it was closed, and the start of the program put that there
            return Error{carriel::errors::fileRead, {{QStringLiteral("path"), name}, {QStringLiteral("reason"), QCoreApplication::translate("Commands", "it is closed")}}, {}};
        const bool opened = input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered);
        Result<std::shared_ptr<LentBytes>> copy =
            opened ? LentBytes::copyOf(input, most) : Error{carriel::errors::fileRead, {}, input.errorString()};
        if (copy.ok() || copy.error().codeText() != QLatin1String("CAR-BAS-003"))
            return copy;
        return Error{carriel::errors::fileRead,
                     {{QStringLiteral("path"), name}, {QStringLiteral("reason"), copy.error().detail}},
                     copy.error().detail};
    }

    VerificationReport checkOnce(Question &question, const Evidence &evidence)
    {
        question.fetched = evidence;
        auto answer = judgeConfined(*m_file, m_content.get(), question);
        if (!answer.ok()) {
            m_failed = answer.error();
            return {};
        }
        m_format = answer.value().format;
        if (question.digest)
            m_sha256 = answer.value().sha256;
        question.digest = false;
        question.memo = std::move(answer.value().memo);
        return answer.value().report;
    }

    // No verdict: it must not look like one to a script.
    void notRead(const Error &error)
    {
        tell(error);
        m_notRead = true;
        m_items += QJsonObject{{QStringLiteral("file"), m_path},
                               {QStringLiteral("verdict"), QJsonValue()},
                               {QStringLiteral("error"), errorJson(error)},
                               {QStringLiteral("signatures"), QJsonArray()}};
        next();
    }

    // What a detached signature signs: --content, or the file beside it whose name the signature's begins with.
    void openContent()
    {
        QString path = invocation().options.value(QStringLiteral("content"));
        path = path.isEmpty() ? QFileInfo(absolutePath(m_path)).path() + u'/' + QFileInfo(m_path).completeBaseName()
                              : absolutePath(path);
        if (auto opened = LentBytes::ofFile(path); opened.ok()) {
            m_content = std::move(opened).value();
            m_contentName = QFileInfo(path).fileName();
        }
    }

    void judged(const VerificationReport &report)
    {
        if (m_failed)
            return notRead(*m_failed);
        if (m_format == SignedFormat::Unchecked || m_format == SignedFormat::None) {
            const bool none = m_format == SignedFormat::None;
            add(fileJson(none ? QStringLiteral("none") : QStringLiteral("indeterminate"),
                         none ? QStringLiteral("none") : text::fileKey(QStringLiteral("unchecked"), {})),
                {}, none ? FileVerdict::None : FileVerdict::Indeterminate);
            return next();
        }
        QJsonArray signatures;
        QString lines;
        for (SignatureReport one : report.signatures) {
            // A signature beside its file does not say that file's name; whoever looks for it does.
            if (m_format == SignedFormat::Cades && one.indication != Indication::TotalFailed)
                one.notes += text::coverNote(m_contentName);
            const text::VerdictWords words = wordsOf(one, m_asOf, !invocation().has(QStringLiteral("offline")));
            signatures += signatureJson(one, words);
            lines += QStringLiteral("  ") + words.headline + u'\n' + QStringLiteral("    ") + words.text + u'\n' +
                     signerLine(one, words) + QStringLiteral("    ") + expertLine(one) + u'\n';
        }
        const QString verdict = name(report.verdict);
        const QString reasons = text::fileReasons(verdict, report.findings);
        if (!lines.isEmpty() && !reasons.isEmpty())
            lines += QStringLiteral("  ") + reasons + u'\n';
        QJsonObject object = fileJson(verdict, report.signatures.isEmpty() ? wordsKey(report) : QString(), reasons);
        object.insert(QStringLiteral("signatures"), signatures);
        object.insert(QStringLiteral("findings"), strings(report.findings));
        if (json() || invocation().options.contains(QStringLiteral("report")))
            object.insert(QStringLiteral("sha256"), QString::fromLatin1(m_sha256.toHex()));
        add(object, lines, report.verdict);
        next();
    }

    // What is said of a file when nothing can be said of its signatures.
    QString wordsKey(const VerificationReport &report) const
    {
        return text::fileKey(name(report.verdict), report.findings);
    }

    QJsonObject fileJson(const QString &verdict, const QString &words, const QString &reasons = {}) const
    {
        QJsonObject object{{QStringLiteral("file"), m_path},
                           {QStringLiteral("verdict"), verdict},
                           {QStringLiteral("signatures"), QJsonArray()}};
        if (!words.isEmpty()) {
            const text::VerdictWords said = text::fileWords(words);
            object.insert(QStringLiteral("explanation"),
                          QString(said.headline + QStringLiteral(". ") + said.text + u' ' + reasons).trimmed());
        }
        return object;
    }

    void add(const QJsonObject &object, const QString &lines, FileVerdict verdict)
    {
        m_items += object;
        m_verdicts += verdict;
        m_text += text::neutral(m_path) + QStringLiteral(": ") +
                  text::shortVerdict(object.value(QStringLiteral("verdict")).toString()) + u'\n' + lines;
        if (lines.isEmpty() && object.contains(QStringLiteral("explanation")))
            m_text += QStringLiteral("  ") + object.value(QStringLiteral("explanation")).toString() + u'\n';
    }

    int exitCode() const
    {
        bool bad = false, open = false, none = false;
        for (const FileVerdict one : m_verdicts) {
            bad |= one == FileVerdict::Invalid || one == FileVerdict::Altered || one == FileVerdict::Unreadable;
            open |= one == FileVerdict::Indeterminate;
            none |= one == FileVerdict::None;
        }
        return bad         ? exits::failed
               : m_notRead ? exits::usage
               : open      ? exits::indeterminate
               : none      ? exits::nothingThere
                           : exits::done;
    }

    void answer()
    {
        if (m_trust.isEmpty())
            note(QCoreApplication::translate(
                "Commands", "No authority is trusted yet: nobody's name can be confirmed. See --trust."));
        if (const QString target = invocation().options.value(QStringLiteral("report")); !target.isEmpty()) {
            if (const Outcome written = report(absolutePath(target)); !written.ok()) {
                tell(written.error()); // what was found is told all the same
                m_notRead = true;
            }
        }
        listed(m_items, m_text, exitCode());
    }

    Outcome report(const QString &path) const
    {
        QSaveFile file(path);
        const QJsonObject object{{QStringLiteral("checked_at"), timeJson(m_at)}, {QStringLiteral("items"), m_items}};
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
            return Error{carriel::errors::fileWrite,
                         {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                         file.errorString()};
        return {};
    }

    TrustStore m_trust;
    QByteArray m_password;
    NetworkDoor m_door;
    SystemClock m_clock;
    std::unique_ptr<CachedFetch> m_cache;
    QDateTime m_at;
    std::optional<QDateTime> m_asOf; // if the moment was given
    bool m_notRead = false;          // something was not judged, or not written: no verdict
    qsizetype m_index = 0;
    QString m_path;
    std::shared_ptr<LentBytes> m_file, m_content;
    QString m_contentName;
    SignedFormat m_format = SignedFormat::None;
    QByteArray m_sha256;
    std::optional<Error> m_failed;
    QJsonArray m_items;
    QList<FileVerdict> m_verdicts;
    QString m_text;
};

} // namespace

std::unique_ptr<Command> makeVerifyCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("verify"))
        return std::make_unique<Verify>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
