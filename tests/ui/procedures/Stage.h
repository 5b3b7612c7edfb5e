// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A person's window that is logged in at a real operator, where a real entity notifies.
#pragma once

#include "core/base/BaseErrors.h"
#include "core/remote/Discovery.h"
#include "core/remote/HttpTransport.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "tests/support/Await.h"
#include "tests/support/Patience.h"
#include "tests/support/RealEntity.h"
#include "tests/ui/onboarding/Program.h"
#include "ui/text/Translation.h"

#include <QTemporaryDir>

namespace carriel::ui::test {

class Stage : public QObject
{
    Q_OBJECT

protected:
    using Provider = carriel::test::TestProvider;

    static QString person() { return QStringLiteral("co:CC:1020304050"); }

    void begin()
    {
        m_pictures = qEnvironmentVariable("CARRIEL_PICTURES", QStringLiteral(CARRIEL_BINARY_DIR "/screenshots"));
        QVERIFY(QDir().mkpath(m_pictures));
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        m_provider = std::make_unique<Provider>(m_authority);
        m_provider->acr = QStringLiteral("urn:carpeta:loa:high");
        m_provider->claims = {{QStringLiteral("name"), QStringLiteral("Ana Pérez Gómez")}};
        m_operator = std::make_unique<carriel::test::RealOperator>(m_authority, *m_provider);
        SystemRandom random;
        remote::HttpTransport transport(random, m_authority.trust());
        carriel::test::Await<Result<remote::OperatorDescription>> found;
        const remote::CallPtr call = remote::discoverOperator(transport, m_operator->url(), std::nullopt, found.take());
        QVERIFY(found.wait() && found.value().ok());
        m_provider->audience = found.value().value().audience;
        m_entity = std::make_unique<carriel::test::RealEntity>(*m_operator, m_authority);
        open();
        QVERIFY(m_program);
    }
    void end()
    {
        m_program.reset();
        m_translation.reset();
    }

    Session &session() { return *m_program->session; }
    Notifications &mail() { return session().documents().notifications(); }
    template <typename T> T answer(QFuture<T> future)
    {
        std::optional<T> out;
        future.then(this, [&out](T value) { out = std::move(value); });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, carriel::test::patienceMs))
            qFatal("no answer");
        return std::move(*out);
    }
    // The entity has sent; once it is here with all of its bytes.
    bool arrives(int count)
    {
        return QTest::qWaitFor(
            [this, count] {
                const QList<NotificationEntry> all = mail().list();
                return all.size() == count && std::all_of(all.begin(), all.end(), [](const NotificationEntry &one) {
                           return one.contentHere && one.proof != ProofState::NotYet;
                       });
            },
            carriel::test::patienceMs);
    }
    Outcome subscribe(const QString &procedure)
    {
        const QList<ProcedureInfo> all = answer(mail().procedures()).value();
        for (const ProcedureInfo &one : all) {
            if (one.id == procedure)
                return answer(mail().subscribe(procedure, one.textDigest));
        }
        return Error{errors::internal, {}, {}};
    }
    void picture(const char *name)
    {
        QTest::qWait(350);
        for (const char *look : {"dark", "contrast", "light"}) {
            m_program->theme.setChoice(themeChoiceFrom(QString::fromLatin1(look)));
            QTest::qWait(30);
            QVERIFY(m_program->window->grab().save(
                QStringLiteral("%1/%2-%3.png").arg(m_pictures, QString::fromLatin1(name), QString::fromLatin1(look))));
        }
    }

    QTemporaryDir m_dir;
    QString m_pictures;
    carriel::test::TestAuthority m_authority;
    std::unique_ptr<Provider> m_provider;
    std::unique_ptr<carriel::test::RealOperator> m_operator;
    std::unique_ptr<carriel::test::RealEntity> m_entity;
    std::unique_ptr<text::Translation> m_translation;
    std::unique_ptr<Program> m_program;

private:
    void open()
    {
        auto program = std::make_unique<Program>(
            m_dir.path(), [this](const QUrl &url) { Provider::visit(m_provider->wayBack(url)); });
        program->window->resize(1180, 760);
        Session &session = *program->session;
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf(passphrase.toUtf8());
        QVERIFY(answer(session.createVault(std::move(choice))).ok());
        session.setSetting(text::keys::recoveryConfirmed, QStringLiteral("yes"));
        QVERIFY(answer(session.connectOperator(m_operator->url(), m_authority.caFile())).ok());
        if (!answer(session.login()).ok())
            QVERIFY(answer(session.enrol(answer(session.terms()).value())).ok());
        Q_EMIT program->navigator->page(QStringLiteral("onboarding"))->done(); // the way in is another test's
        m_program = std::move(program);
    }
};

} // namespace carriel::ui::test
