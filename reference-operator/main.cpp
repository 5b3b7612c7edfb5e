// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// carriel-operator --config FILE [COMMAND]: serves in the foreground, one line of JSON on standard output when it listens; or
// seed, quota, invite, demo-consent, effects, new-epoch (README.md).
#include "reference-operator/Janitor.h"
#include "reference-operator/Quota.h"
#include "reference-operator/Schema.h"
#include "reference-operator/Seed.h"
#include "reference-operator/Server.h"
#include "reference-operator/acts/Calendar.h"
#include "reference-operator/acts/DemoConsent.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/Entities.h"
#include "reference-operator/acts/Stamper.h"
#include "reference-operator/acts/Webhooks.h"

#include "reference-operator/Encoding.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace carriel::op;
using namespace Qt::StringLiterals;

namespace {

int complain(const QString &text, int status)
{
    std::fprintf(stderr, "carriel-operator: %s\n", qPrintable(text));
    return status;
}

int serve(Config config, const sigset_t &signalsToWait)
{
    Server server(config);
    if (config.publicUrl.isEmpty())
        config.publicUrl = QString(u"https://"_s + config.listen + u':' + QString::number(server.port()));
    Operator op(config);
    op.database.write([&](Connection &c) { noticeQuota(c, op.config); });
    const Janitor janitor(op);
    const Calendar calendar(op);
    const Stamper stamper(op);
    const Webhooks webhooks(op);
    std::atomic<bool> ended = false;
    std::thread waiter([&] {
        int number = 0;
        sigwait(&signalsToWait, &number);
        op.stopping = true; // new requests are told to come back; those under way are finished
        op.hub.close();
        while (!ended) { // a stop before the listening has begun would be lost
            server.stop();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
    const QByteArray line = compact({{u"ready"_s, true}, {u"url"_s, op.config.publicUrl}});
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
    server.run(op);
    ended = true;
    if (!op.stopping) // the listening ended by itself
        pthread_kill(waiter.native_handle(), SIGTERM);
    waiter.join();
    // Threads of idle connections may still refer to what stands here; everything that counts is on disk.
    std::fflush(nullptr);
    ::_exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    // Every thread is to inherit this: one of them alone takes the signals.
    sigset_t signalsToWait;
    sigemptyset(&signalsToWait);
    sigaddset(&signalsToWait, SIGTERM);
    sigaddset(&signalsToWait, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signalsToWait, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    qputenv("QT_NO_GLIB", "1");
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) { // a connection each, and a document open in some
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }

    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"carriel-operator"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CARRIEL_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Reference operator of the Carpeta Ciudadana Digital"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption file(u"config"_s, u"configuration"_s, u"FILE"_s);
    const QCommandLineOption from(u"from"_s, u"folder of seed.json"_s, u"DIR"_s);
    const QCommandLineOption folder(u"folder"_s, u"folder to give a quota"_s, u"ID"_s);
    const QCommandLineOption bytes(u"bytes"_s, u"its quota; none: as configured for all"_s, u"N"_s);
    const QCommandLineOption entity(u"entity"_s, u"entity to invite, co:NIT:NUMBER"_s, u"ID"_s);
    const QCommandLineOption procedure(u"procedure"_s, u"procedure of a demonstration's consent"_s, u"ID"_s);
    parser.addOptions({file, from, folder, bytes, entity, procedure});
    parser.addPositionalArgument(u"command"_s, u"seed, quota, invite, demo-consent, effects or new-epoch; nothing: serve"_s, u"[command]"_s);
    parser.process(app);

    QString error;
    const auto config = readConfig(parser.value(file), &error);
    if (!config)
        return complain(error, 64);
    const QString command = parser.positionalArguments().value(0);
    try {
        if (command.isEmpty())
            return serve(*config, signalsToWait);
        if (command == u"new-epoch") {
            Database database(config->database);
            database.write([](Connection &c) { renewEpoch(c); });
            return 0;
        }
        if (command == u"quota" && parser.isSet(folder)) {
            bool ok = true;
            const auto limit = parser.isSet(bytes) ? std::optional(parser.value(bytes).toLongLong(&ok)) : std::nullopt;
            if (!ok || limit.value_or(0) < 0)
                return complain(u"--bytes is a number of bytes"_s, 64);
            Database database(config->database);
            return database.write([&](Connection &c) { return setQuota(c, parser.value(folder), limit); })
                       ? 0
                       : complain(u"there is no such folder"_s, 1);
        }
        if (command == u"invite" && parser.value(entity).startsWith(u"co:NIT:"_s)) {
            Database database(config->database);
            const QByteArray token = database.write([&](Connection &c) { return invite(c, parser.value(entity)); });
            std::printf("%s\n", compact({{u"entity"_s, parser.value(entity)}, {u"invitation"_s, QString::fromLatin1(token)}}).constData());
            return 0;
        }
        if (command == u"demo-consent" && parser.isSet(folder)) {
            Database database(config->database);
            const OperatorKeys keys(config->keys, database);
            const bool given = database.write(
                [&](Connection &c) { return giveDemoConsent(c, *config, keys, parser.value(folder), parser.value(procedure)); });
            return given ? 0 : complain(u"there is no such folder or procedure"_s, 1);
        }
        if (command == u"effects") {
            Database database(config->database);
            database.read([](Connection &c) { eachEffect(c, [](const QByteArray &line) { std::printf("%s\n", line.constData()); }); });
            return 0;
        }
        if (command == u"seed" && parser.isSet(from)) {
            Database database(config->database);
            const auto store = openFolderBlobStore(config->blobs);
            error = seed(*config, database, *store, parser.value(from));
            return error.isEmpty() ? 0 : complain(error, 1);
        }
    } catch (const std::exception &e) {
        return complain(QString::fromUtf8(e.what()), 1);
    } catch (const Problem &problem) {
        return complain(QString::fromLatin1(problem.code()), 1);
    }
    return complain(u"unknown command"_s, 64);
}
