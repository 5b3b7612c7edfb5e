// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// sign: signatures on files of this computer. raise: proofs and timestamps for what is signed already. No vault is
// needed.
#include "app/commands/CommandErrors.h"
#include "app/commands/BoxOption.h"
#include "app/commands/Commands.h"
#include "app/commands/DocumentPassword.h"
#include "app/commands/Json.h"
#include "app/commands/NetworkDoor.h"
#include "app/commands/SignedName.h"
#include "app/commands/SigningKeys.h"
#include "app/commands/WrittenAnew.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/sign/FileSignJob.h"
#include "core/signing/trust/TrustStore.h"
#include "core/signing/verify/ConfinedVerifier.h"
#include "ui/text/SafetyWords.h"
#include "ui/text/VerdictWords.h"

#include <QFileInfo>
#include <QSet>

namespace carriel::commands {
namespace {

using namespace carriel::signing;

class Sign final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return false; }

    void start() override
    {
        m_all.resize(std::size_t(invocation().words.size()));
        if (const Outcome ready = prepare(); !ready.ok())
            return fail(ready.error());
        if (invocation().command == QLatin1String("raise"))
            return next();
        m_keys->open([this](Result<std::shared_ptr<KeySource>> key) {
            if (!key.ok())
                return fail(key.error());
            next();
        });
    }

private:
    // A file of the command, and what became of it.
    struct One
    {
        QString source, target;
        QJsonArray notes;
        QJsonObject said;
        QString text;
        std::shared_ptr<QTemporaryDir> anew; // what is signed instead of an irregular file
    };

    QString option(const char *name) const { return invocation().options.value(QString::fromLatin1(name)); }

    static Error needed(const char *what)
    {
        return {carriel::errors::optionNeeded, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
    }

    static Error notTogether(const char *what, const QString &other)
    {
        return {carriel::errors::notTogether,
                {{QStringLiteral("what"), QString::fromLatin1(what)}, {QStringLiteral("other"), other}},
                {}};
    }

    Error wrongValue(const char *name) const
    {
        const QString given = QString::fromLatin1(name).mid(2);
        return {
            carriel::errors::badWord,
            {{QStringLiteral("what"), QString(QString::fromLatin1(name) + u' ' + invocation().options.value(given))},
             {QStringLiteral("usage"), QString(QStringLiteral("help ") + invocation().command)}},
            {}};
    }

    Outcome prepare()
    {
        if (invocation().command == QLatin1String("sign")) {
            QString key = option("key");
            if (key.startsWith(QLatin1String("p12:")) && key.size() > 4)
                key = QStringLiteral("p12:") + absolutePath(key.mid(4));
            m_keys = std::make_unique<SigningKeys>(
                environment().console, environment().browser,
                KeyRequest{key, option("pin-env"), invocation().has(QStringLiteral("last-try")),
                           QUrl(option("service"), QUrl::StrictMode), option("credential")});
            CARRIEL_CHECK(m_keys->check());
            m_format = invocation().options.value(QStringLiteral("format"), QStringLiteral("pades"));
            if (!QStringList{QStringLiteral("pades"), QStringLiteral("asice"), QStringLiteral("cades")}.contains(
                    m_format))
                return wrongValue("--format");
        }
        CARRIEL_TRY(m_base.password, documentPassword(invocation()));
        CARRIEL_CHECK(readLevel());
        if (!option("visible").isEmpty() && !(m_base.box = boxIn(option("visible"))))
            return wrongValue("--visible");
        if (invocation().has(QStringLiteral("normalise")) && m_format != QLatin1String("pades"))
            return notTogether("--normalise", QString(QStringLiteral("--format ") + m_format));
        if (option("output").isEmpty())
            return needed("-o");
        m_output = absolutePath(option("output"));
        m_intoFolder = invocation().words.size() > 1 || QFileInfo(m_output).isDir();
        const QString folder = m_intoFolder ? m_output : QFileInfo(m_output).absolutePath();
        if (!QFileInfo(folder).isDir())
            return Error{carriel::errors::noFolder, {{QStringLiteral("path"), folder}}, {}};
        for (const QString &word : invocation().words)
            m_taken += QFileInfo(absolutePath(word)).canonicalFilePath();
        m_base.overwrite = invocation().has(QStringLiteral("force"));
        m_base.reason = option("reason");
        m_base.place = option("place");
        m_base.field = option("field");
        if (m_format != QLatin1String("pades") && (m_base.box || !m_base.field.isEmpty()))
            return notTogether(m_base.box ? "--visible" : "--field", QString(QStringLiteral("--format ") + m_format));
        if (m_base.box && !m_base.field.isEmpty())
            return notTogether("--visible", QStringLiteral("--field"));
        if (!option("trust").isEmpty()) {
            TrustStore trust;
            for (const QString &one : option("trust").split(u'\n', Qt::SkipEmptyParts))
                CARRIEL_CHECK(trust.add(absolutePath(one), {m_clock.nowUtc()}));
            m_base.anchors = trust.certificates();
            m_base.lists = trust.lists();
            m_trust = std::move(trust);
        }
        return {};
    }

    Outcome readLevel()
    {
        const bool raise = invocation().command == QLatin1String("raise");
        const QString given =
            invocation().options.value(QStringLiteral("level"), raise ? QStringLiteral("lta") : QStringLiteral("b"));
        const qsizetype at =
            QStringList{QStringLiteral("b"), QStringLiteral("t"), QStringLiteral("lt"), QStringLiteral("lta")}.indexOf(
                given);
        if (at < 0 || (raise && at == 0))
            return wrongValue("--level");
        m_base.level = Level(at);
        m_levelName = given;
        m_base.timestampAuthority = QUrl(option("tsa"), QUrl::StrictMode);
        const QString scheme = m_base.timestampAuthority.scheme();
        if (m_base.level != Level::B && scheme != QLatin1String("http") && scheme != QLatin1String("https"))
            return option("tsa").isEmpty() ? needed("--tsa") : wrongValue("--tsa");
        return {};
    }

    // One file, or as many side by side as the person allows at once.
    void next()
    {
        const auto left = int(m_all.size() - m_index);
        if (left == 0)
            return answer();
        const bool signs = m_keys != nullptr;
        m_running = signs ? qMin(m_keys->together(), left) : 1;
        auto keys = signs ? m_keys->keys(m_running) : QList<std::shared_ptr<KeySource>>{nullptr};
        while (!keys.isEmpty()) {
            One &one = m_all[m_index];
            one.source = invocation().words.at(qsizetype(m_index++));
            begin(one, keys.takeFirst());
        }
    }

    void begin(One &one, std::shared_ptr<KeySource> key)
    {
        PdfSignOptions options = m_base;
        options.source = absolutePath(one.source);
        options.target = m_intoFolder ? signedPath(m_output, options.source, m_format) : m_output;
        const QFileInfo target(options.target);
        one.target = QFileInfo(target.absolutePath()).canonicalFilePath() + u'/' + target.fileName();
        // --force is for what lay there before: never for an original, nor for what this command writes itself.
        if (m_taken.contains(one.target) || (target.exists() && m_taken.contains(target.canonicalFilePath())))
            return ended(one, Error{signing::errors::outputInUse, {{QStringLiteral("path"), options.target}}, {}});
        if (target.exists() && !options.overwrite)
            return ended(one, Error{signing::errors::outputThere, {{QStringLiteral("path"), options.target}}, {}});
        if (const Outcome looked = tellNotes(one, options.source); !looked.ok())
            return ended(one, looked.error());
        if (invocation().has(QStringLiteral("normalise"))) {
            if (const Outcome anew = writeAnew(one, options); !anew.ok())
                return ended(one, anew.error());
        }
        m_taken += one.target;
        HttpFetch *fetch = options.level == Level::B ? nullptr : &m_door.fetch();
        const PdfSignJob::Done done = [this, &one](const Result<SignedFile> &result) {
            if (!result.ok())
                m_taken -= one.target;
            ended(one, result);
        };
        if (invocation().command == QLatin1String("raise"))
            return raise(options, fetch, done);
        if (m_format == QLatin1String("pades"))
            return PdfSignJob::run(options, std::move(key), fetch, m_clock, done);
        FileSignJob::run(
            fileOptions(m_format == QLatin1String("asice") ? FileFormat::Asice : FileFormat::Cades, options),
            std::move(key), fetch, m_clock, done);
    }

    // What is signed then is no longer, byte for byte, what was given; so it is done only when it is asked for.
    Outcome writeAnew(One &one, PdfSignOptions &options)
    {
        CARRIEL_TRY(one.anew, writtenAnew(options.source, options.password));
        if (one.anew)
            note(QCoreApplication::translate("Commands", "%1 was irregular and was written anew before it was signed. The original is as it was.")
                     .arg(text::neutral(one.source)));
        return {};
    }

    static FileSignOptions fileOptions(FileFormat format, const PdfSignOptions &options)
    {
        return {format,          options.source, {},
                options.target,  options.overwrite, options.level, options.timestampAuthority,
                options.anchors, options.lists};
    }

    void raise(const PdfSignOptions &options, HttpFetch *fetch, const PdfSignJob::Done &done)
    {
        const auto file = LentBytes::ofFile(options.source);
        const SignedFormat format = file.ok() ? formatOf(file.value()->head(1024)) : SignedFormat::Pdf;
        if (format != SignedFormat::Asic && format != SignedFormat::Cades)
            return PdfSignJob::run(options, nullptr, fetch, m_clock, done);
        FileSignOptions other =
            fileOptions(format == SignedFormat::Asic ? FileFormat::Asice : FileFormat::Cades, options);
        const QFileInfo source(options.source);
        other.content = option("content").isEmpty() ? source.path() + u'/' + source.completeBaseName()
                                                    : absolutePath(option("content"));
        FileSignJob::run(other, nullptr, fetch, m_clock, done);
    }

    Question question(Question::Kind kind, const TrustStore &trust, const std::optional<VisibleBox> &box = {}) const
    {
        return {kind, trust, {}, m_clock.nowUtc(), {}, false, m_base.password, box};
    }

    // What verification will say of the box, before it is made.
    Outcome tellBox(One &one, Cover::Of over)
    {
        if ((over == Cover::Of::Text || over == Cover::Of::Drawn) && !invocation().has(QStringLiteral("over-signed")))
            return Error{signing::errors::boxHidesText, {{QStringLiteral("page"), m_base.box->page}}, {}};
        static constexpr const char *kinds[] = {"drawing", "signature", "text"};
        if (over != Cover::Of::Nothing)
            tellNote(one, QStringLiteral("box_over_") + QLatin1String(kinds[int(over) - 1]), 1, true);
        return {};
    }

    // What somebody who signs should know of the file; the contract's own text is theirs to read.
    Outcome tellNotes(One &one, const QString &source)
    {
        const bool raise = invocation().command == QLatin1String("raise");
        const auto file = LentBytes::ofFile(source);
        if (m_format != QLatin1String("pades") || !file.ok() || formatOf(file.value()->head(1024)) != SignedFormat::Pdf)
            return {};
        CARRIEL_TRY(const Judgement looked,
                    judgeConfined(*file.value(), nullptr, question(Question::Kind::Look, {}, m_base.box)));
        // The signer would read it in this process: what ended the reader there, ends it here.
        if (stopped(looked.report.findings))
            return Error{signing::errors::damagedPdf, {{QStringLiteral("what"), looked.report.findings.value(0)}}, {}};
        // What cannot be signed is refused with its reason; what signing would do to it has nothing to say then.
        if (!raise && m_base.field.isEmpty() && !looked.facts.maySign.ok())
            return looked.facts.maySign;
        if (!raise)
            CARRIEL_CHECK(tellBox(one, looked.facts.boxOver));
        bool signedAlready = false, laterChange = false;
        for (const SafetyNote &found : looked.notes) {
            signedAlready |= found.kind == SafetyNote::Kind::EarlierSignature;
            laterChange |= !raise && found.kind == SafetyNote::Kind::LaterChange;
            if (!raise && found.kind == SafetyNote::Kind::Damaged) // what is done about it is said when it was done
                addNote(one, name(found.kind), found.count, found.serious());
            else if (!raise && found.kind != SafetyNote::Kind::LaterChange)
                tellNote(one, name(found.kind), found.count, found.serious());
        }
        if (raise && !signedAlready)
            note(QString(text::neutral(one.source) + QStringLiteral(": ") +
                         QCoreApplication::translate(
                             "Commands", "It has no signature: what it gets is a timestamp, which says when it existed "
                                         "and not who signed.")));
        return signedAlready || laterChange ? tellBroken(one, *file.value(), laterChange) : Outcome();
    }

    // Signatures that do not hold, as far as it can be told without asking anybody; and what came after them, unless it
    // is proofs, timestamps and further signatures alone.
    Outcome tellBroken(One &one, const LentBytes &file, bool laterChange)
    {
        CARRIEL_TRY(const Judgement judged,
                    judgeConfined(file, nullptr, question(Question::Kind::Verify, m_trust)));
        const QList<SignatureReport> &all = judged.report.signatures;
        const auto broken = std::count_if(all.begin(), all.end(), [](const SignatureReport &found) {
            return !found.timestamp && verdictOf(found) >= FileVerdict::Invalid;
        });
        if (broken > 0)
            tellNote(one, QStringLiteral("bad_signature"), int(broken), true);
        const auto explained = [](const SignatureReport &found) { return found.after < After::B3; };
        if (laterChange && (all.isEmpty() || !std::all_of(all.begin(), all.end(), explained)))
            tellNote(one, name(SafetyNote::Kind::LaterChange), 1, true);
        return {};
    }

    static void addNote(One &one, const QString &kind, int count, bool serious)
    {
        one.notes += QJsonObject{
            {QStringLiteral("kind"), kind}, {QStringLiteral("count"), count}, {QStringLiteral("serious"), serious}};
    }

    void tellNote(One &one, const QString &kind, int count, bool serious)
    {
        addNote(one, kind, count, serious);
        if (const QString words = text::safetyWords(kind, count); !words.isEmpty())
            note(QString(text::neutral(one.source) + QStringLiteral(": ") + words));
    }

    void ended(One &one, const Result<SignedFile> &result)
    {
        QJsonObject object{{QStringLiteral("file"), one.source},
                           {QStringLiteral("name"), QFileInfo(one.source).fileName()}};
        if (!one.notes.isEmpty())
            object.insert(QStringLiteral("contains"), one.notes);
        if (result.ok()) {
            object.insert(QStringLiteral("state"), QStringLiteral("signed"));
            object.insert(QStringLiteral("output"), result.value().path);
            object.insert(QStringLiteral("level"), m_levelName);
            if (result.value().repaired)
                note(QCoreApplication::translate(
                         "Commands", "%1 was damaged inside; a new table was added, the original bytes are unchanged.")
                         .arg(text::neutral(one.source)));
            const auto said = [&one] {
                return std::any_of(one.notes.begin(), one.notes.end(), [](const QJsonValue &note) {
                    return note.toObject().value(QLatin1String("kind")) == QLatin1String("bad_signature");
                });
            };
            if (result.value().broken > 0 && !said()) {
                tellNote(one, QStringLiteral("bad_signature"), result.value().broken, true);
                object.insert(QStringLiteral("contains"), one.notes);
            }
            for (const QString &name : result.value().unproven)
                note(QCoreApplication::translate("Commands", "%1: nobody said whether the certificate of %2 was revoked, so "
                                                             "that signature is left without its proofs.")
                         .arg(text::neutral(one.source), text::neutral(name)));
            m_taken += QFileInfo(result.value().path).canonicalFilePath();
            one.text = result.value().path + u'\n';
        } else {
            if (invocation().words.size() > 1)
                note(text::neutral(one.source));
            tell(result.error());
            m_exit = std::max(m_exit, exitFor(result.error()));
            object.insert(QStringLiteral("state"), QStringLiteral("error"));
            object.insert(QStringLiteral("error"), errorJson(result.error()));
        }
        one.said = object;
        if (--m_running > 0)
            return;
        // Not from within: many files would stack up.
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
    }

    void answer()
    {
        const auto made = [](const One &one) { return !one.text.isEmpty(); };
        if (m_keys && m_base.level == Level::T && std::any_of(m_all.begin(), m_all.end(), made))
            note(QCoreApplication::translate(
                "Commands", "At level t nobody was asked whether the certificate is revoked; lt and lta ask."));
        QJsonArray items;
        QString words;
        for (const One &one : m_all) {
            items += one.said;
            words += one.text;
        }
        listed(items, words, m_exit);
    }

    PdfSignOptions m_base;
    QString m_output, m_levelName, m_format = QStringLiteral("pades");
    bool m_intoFolder = false;
    QSet<QString> m_taken; // the originals, and what is written: canonical paths
    TrustStore m_trust;
    std::unique_ptr<SigningKeys> m_keys; // outlives its key
    SystemClock m_clock;
    NetworkDoor m_door;
    std::vector<One> m_all;
    std::size_t m_index = 0;
    int m_running = 0;
    int m_exit = exits::done;
};

} // namespace

std::unique_ptr<Command> makeSignCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("sign") || invocation.command == QLatin1String("raise"))
        return std::make_unique<Sign>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
