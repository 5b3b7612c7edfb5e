// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Windows of one person on several computers, at a real operator that can be made silent.
#pragma once

#include "core/remote/Discovery.h"
#include "core/remote/HttpTransport.h"
#include "core/services/Documents.h"
#include "tests/support/Await.h"
#include "tests/support/Patience.h"
#include "tests/support/RealOperator.h"
#include "tests/ui/onboarding/Program.h"
#include "ui/text/Translation.h"

#include <QDir>
#include <QTemporaryDir>

namespace carriel::ui {

class Computers : public QObject
{
    Q_OBJECT

protected:
    // A profile that is open, logged in, and syncs by itself.
    std::unique_ptr<Program> computer(const QString &name, const std::function<bool(Program &)> &before = {})
    {
        const QString dir = m_dir.filePath(name);
        if (!QDir().mkpath(dir))
            return nullptr;
        auto program = std::make_unique<Program>(
            dir, [this](const QUrl &url) { test::TestProvider::visit(m_provider->wayBack(url)); });
        program->window->resize(1180, 760);
        Session &session = *program->session;
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf("correcto caballo grapa");
        bool ready = false;
        session.createVault(std::move(choice)).then(this, [&ready](const Result<QString> &made) { ready = made.ok(); });
        if (!QTest::qWaitFor([&ready] { return ready; }, 120000))
            return nullptr;
        session.setSetting(text::keys::recoveryConfirmed, QStringLiteral("yes"));
        if (before && !before(*program))
            return nullptr;
        bool done = false;
        session.connectOperator(m_operator->url(), m_authority.caFile())
            .then(this, [this, &session, &done](const Outcome &) {
                session.login().then(this, [this, &session, &done](const Outcome &login) {
                    if (login.ok()) {
                        done = true;
                        return;
                    }
                    session.terms().then(this, [this, &session, &done](const Result<Terms> &terms) {
                        if (terms.ok())
                            session.enrol(terms.value()).then(this, [&done](const Outcome &outcome) {
                                done = outcome.ok();
                            });
                    });
                });
            });
        if (!QTest::qWaitFor([&done] { return done; }, carriel::test::patienceMs))
            return nullptr;
        Q_EMIT program->navigator->page(QStringLiteral("onboarding"))->done(); // the way in is another test's
        return program;
    }

    ItemId folder(Program &program, const QString &name)
    {
        ItemId id;
        program.session->documents().addFolder(rootItem(), name).then(this, [&id](const Result<ItemId> &made) {
            if (made.ok())
                id = made.value();
        });
        return QTest::qWaitFor([&id] { return !id.isEmpty(); }, carriel::test::patienceMs) ? id : ItemId();
    }

    ItemId add(Program &program, const QString &name, const QByteArray &bytes, const ItemId &parent = rootItem())
    {
        ItemId id;
        program.session->documents()
            .addBytes(bytes, name, QStringLiteral("text/plain"), parent)
            .then(this, [&id](const Result<AddedDocument> &added) {
                if (added.ok())
                    id = added.value().id;
            });
        return QTest::qWaitFor([&id] { return !id.isEmpty(); }, carriel::test::patienceMs) ? id : ItemId();
    }

    bool newVersion(Program &program, const QByteArray &bytes)
    {
        const QString path = m_dir.filePath(QStringLiteral("nueva.txt"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
        file.close();
        bool done = false;
        program.session->documents().addVersion(m_acta, path).then(this, [&done](const Outcome &outcome) {
            done = outcome.ok();
        });
        return QTest::qWaitFor([&done] { return done; }, carriel::test::patienceMs);
    }

    static ItemStatus statusOf(Program &program, const ItemId &id)
    {
        const QList<DocumentRow> rows = program.session->documents().rows({id});
        return rows.isEmpty() ? ItemStatus::MissingOnServer : rows.first().status;
    }

    void picture(Program &program, const char *name, const QString &page = {})
    {
        if (!page.isEmpty())
            program.navigator->open(page);
        QTest::qWait(300);
        QVERIFY(program.window->grab().save(
            QString(m_pictures + QLatin1Char('/') + QLatin1String(name) + QLatin1String(".png"))));
    }

    QTemporaryDir m_dir;
    QString m_pictures;
    test::TestAuthority m_authority;
    std::unique_ptr<test::TestProvider> m_provider;
    std::unique_ptr<test::RealOperator> m_operator;
    std::unique_ptr<text::Translation> m_translation;
    std::unique_ptr<Program> m_one;
    std::unique_ptr<Program> m_two;
    ItemId m_acta;
    ItemId m_recibo;
};

} // namespace carriel::ui
