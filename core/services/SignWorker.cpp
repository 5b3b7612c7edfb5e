// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SignWorker.h"

#include "core/base/BaseErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/services/SigningDoor.h"
#include "core/services/VerdictCodec.h"
#include "core/signing/MappedFile.h"
#include "core/signing/Pkcs12Key.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/TokenKey.h"
#include "core/signing/sign/Normalise.h"
#include "core/signing/verify/ConfinedVerifier.h"
#include "core/signing/verify/FileVerifier.h"

#include <QFile>

namespace carriel {

namespace {
constexpr int keptFor = 10 * 60 * 1000; // ms after the last use
constexpr std::chrono::minutes forAPerson{3};
constexpr std::chrono::seconds forListing{20};

// The child process reads first what the signer then reads here.
Outcome looksReadable(const signing::PdfSignOptions &options, const QDateTime &now)
{
    const std::optional<signing::VisibleBox> &box = options.box;
    CARRIEL_TRY(const auto file, signing::LentBytes::ofFile(options.source));
    CARRIEL_TRY(const signing::Judgement looked,
                signing::judgeConfined(*file, nullptr, {signing::Question::Kind::Look, {}, {}, now, {}, false, options.password, box}));
    if (signing::stopped(looked.report.findings))
        return Error{signing::errors::damagedPdf, {{QStringLiteral("what"), looked.report.findings.value(0)}}, {}};
    // The window says so while the box is placed; this is for whoever did not wait for that, and for the others of many.
    using Of = signing::Cover::Of;
    if (box && (looked.facts.boxOver == Of::Text || looked.facts.boxOver == Of::Drawn))
        return Error{signing::errors::boxHidesText, {{QStringLiteral("page"), box->page}}, {}};
    return {};
}

// After the child read it. What is signed then is the copy.
Outcome writeAnew(signing::PdfSignOptions &options)
{
    CARRIEL_TRY(const auto file, signing::MappedFile::open(options.source));
    const QString copy = options.source + QStringLiteral(".anew");
    CARRIEL_TRY(const bool written, signing::normalise(file->bytes(), copy, options.password));
    if (written)
        options.source = copy;
    return {};
}
} // namespace

bool mayComeLater(const Error &error)
{
    return error.code == signing::errors::timestampRefused || error.code == signing::errors::noRevocation ||
           error.codeText().startsWith(QLatin1String("CAR-REM-"));
}

void SignWorker::open(IdentityRequest request, std::function<void(Result<SignIdentity>)> done)
{
    if (request.kind == QLatin1String("p12")) {
        auto key = signing::openPkcs12(request.place, request.secret);
        return done(key.ok() ? hold(std::move(key).value()) : Result<SignIdentity>(key.error()));
    }
    if (request.kind == QLatin1String("card")) {
        signing::TokenOptions options;
        options.uri = request.place;
        options.mayBeLastTry = request.lastTry;
        if (request.pad)
            options.patience = forAPerson;
        return signing::openTokenKey(options, std::move(request.secret), [this, done](auto key) {
            done(key.ok() ? hold(std::move(key).value()) : Result<SignIdentity>(key.error()));
        });
    }
    if (request.kind == QLatin1String("remote")) {
        auto key = m_remote ? m_remote->key(request.place) : nullptr;
        const auto several = [service = m_remote, id = request.place](int count) { return service->keys(id, count); };
        return done(key ? hold(std::move(key), m_remote->together(request.place), several)
                        : Result<SignIdentity>(Error{errors::keyClosed, {}, {}}));
    }
    done(Error{errors::notSupported, {{QStringLiteral("what"), request.kind}}, {}});
}

void SignWorker::remote(const QUrl &service, const std::function<void(Result<QList<RemoteKeyFact>>)> &done)
{
    if (!m_openBrowser)
        return done(Error{errors::notSupported, {{QStringLiteral("what"), QStringLiteral("browser")}}, {}});
    signing::RemoteService::enter(service, QStringLiteral("carriel"),
                                  std::make_shared<SigningDoor>(m_network.fetch(), m_openBrowser),
                                  [this, done](const Result<std::shared_ptr<signing::RemoteService>> &entered) {
                                      if (!entered.ok())
                                          return done(entered.error());
                                      m_remote = entered.value();
                                      QList<RemoteKeyFact> found;
                                      for (const signing::RemoteCredential &one : m_remote->credentials())
                                          found += RemoteKeyFact{one.id, factsOf(one.certificate), one.enabled};
                                      done(found);
                                  });
}

void SignWorker::cards(const QString &driver, const std::function<void(Result<CardListing>)> &done)
{
    signing::TokenOptions options;
    const QString by =
        driver.isEmpty()
            ? QString()
            : QString(QStringLiteral("?module-path=") + QString::fromLatin1(QUrl::toPercentEncoding(driver, "/")));
    options.uri = QStringLiteral("pkcs11:") + by;
    options.patience = forListing;
    signing::listTokenKeys(options, [done, by](const Result<signing::TokenListing> &found) {
        if (!found.ok())
            return done(found.error());
        CardListing out;
        for (const signing::TokenState &one : found.value().tokens)
            out.cards += Card{
                QString(QStringLiteral("pkcs11:token=") + QString::fromLatin1(QUrl::toPercentEncoding(one.label)) + by),
                one.label, one.pinLocked, one.lastTry, one.pad};
        for (const signing::TokenKeyInfo &one : found.value().keys)
            out.keys += CardKey{one.uri, one.token, one.label, factsOf(one.certificate)};
        done(out);
    });
}

Result<SignIdentity> SignWorker::hold(std::shared_ptr<signing::KeySource> key, int together, Several several)
{
    SignIdentity identity;
    identity.together = together;
    identity.handle = QString::fromLatin1(m_random.bytes(12).toHex());
    identity.certificate = factsOf(key->certificate());
    if (const Outcome suitable = signing::checkSuitable(key->certificate(), m_clock.nowUtc()); !suitable.ok())
        identity.unsuitable = suitable.error();
    auto until = std::make_shared<QTimer>();
    until->setSingleShot(true);
    until->setInterval(keptFor);
    connect(
        until.get(), &QTimer::timeout, this, [this, handle = identity.handle] { m_keys.remove(handle); },
        Qt::QueuedConnection);
    until->start();
    m_keys.insert(identity.handle, {std::move(key), std::move(several), std::move(until)});
    return identity;
}

Result<std::shared_ptr<signing::KeySource>> SignWorker::fit(const QString &handle)
{
    const Held held = m_keys.value(handle);
    if (!held.key)
        return Error{errors::keyClosed, {}, {}};
    CARRIEL_CHECK(signing::checkSuitable(held.key->certificate(), m_clock.nowUtc()));
    held.until->start();
    return held.key;
}

void SignWorker::run(const QList<Task> &tasks, const std::function<void(qsizetype, Result<Made>)> &done)
{
    const Held held = m_keys.value(tasks.first().identity);
    QList<std::shared_ptr<signing::KeySource>> keys{held.key};
    if (tasks.size() > 1)
        keys = held.several ? held.several(int(tasks.size())) : decltype(keys)(tasks.size(), held.key);
    if (held.until)
        held.until->start();
    for (qsizetype at = 0; at < tasks.size(); ++at) {
        const Task &task = tasks.at(at);
        const auto key = keys.takeFirst(); // what fails here leaves its place among the others
        const auto told = [done, at](Result<Made> made) { done(at, std::move(made)); };
        if (!task.identity.isEmpty() && !key)
            told(Error{errors::keyClosed, {}, {}});
        else if (key && key->certificate().sha256() != task.certificate)
            told(Error{signing::errors::keyUnsuitable, {{QStringLiteral("reason"), QStringLiteral("other")}}, {}});
        else
            runOne(task, key, told);
    }
}

void SignWorker::runOne(const Task &task, const std::shared_ptr<signing::KeySource> &key,
                        const std::function<void(Result<Made>)> &done)
{
    const QByteArray der = key ? key->certificate().der() : QByteArray();
    // Signed now, stamped when somebody answers; the key is asked once.
    Task one = task;
    one.options.later = mayComeLater;
    start(one, key, [der, done](const Result<signing::SignedFile> &result) {
        if (!result.ok())
            return done(result.error());
        done(Made{result.value().level, result.value().missing, der});
    });
}

void SignWorker::start(const Task &task, std::shared_ptr<signing::KeySource> key, signing::PdfSignJob::Done done)
{
    signing::PdfSignOptions options = task.options;
    HttpFetch *fetch = options.level == signing::Level::B ? nullptr : &m_network.fetch();
    bool asic = task.format == SignFormat::Asice;
    bool cades = task.format == SignFormat::Cades;
    if (!key) {
        QFile file(options.source);
        const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
        asic = signing::formatOf(head) == signing::SignedFormat::Asic;
        cades = signing::formatOf(head) == signing::SignedFormat::Cades;
    }
    if (!asic && !cades && key) {
        if (const Outcome looked = looksReadable(options, m_clock.nowUtc()); !looked.ok())
            return done(looked.error());
        if (const Outcome anew = task.anew ? writeAnew(options) : Outcome(); !anew.ok())
            return done(anew.error());
    }
    if (!asic && !cades)
        return signing::PdfSignJob::run(options, std::move(key), fetch, m_clock, std::move(done));
    signing::FileSignOptions file;
    file.format = asic ? signing::FileFormat::Asice : signing::FileFormat::Cades;
    file.source = options.source;
    file.name = task.name;
    file.content = task.content;
    file.target = options.target;
    file.overwrite = options.overwrite;
    file.level = options.level;
    file.timestampAuthority = options.timestampAuthority;
    file.anchors = options.anchors;
    file.lists = options.lists;
    file.later = options.later;
    signing::FileSignJob::run(std::move(file), std::move(key), fetch, m_clock, std::move(done));
}

} // namespace carriel
