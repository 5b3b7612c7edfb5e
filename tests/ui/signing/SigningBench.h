// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A window and everything that signatures need beside it.
#pragma once

#include "core/services/Verification.h"
#include "tests/core/signing/SigningDesk.h"
#include "tests/support/Patience.h"
#include "tests/ui/documents/Bench.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>

namespace carriel::test {

class SigningBench
{
protected:
    void prepare()
    {
        QVERIFY(m_desk.pki.ready());
        qputenv("CARRIEL_EXTRACT", CARRIEL_BINARY_DIR "/bin/carriel-extract");
        QVERIFY(QDir().mkpath(QStringLiteral(CARRIEL_BINARY_DIR "/screenshots")));
    }
    void open()
    {
        m_bench = std::make_unique<ui::test::Bench>();
        QVERIFY(m_bench->ready());
    }
    template <typename T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs))
            qFatal("a future never finished");
        return future.result();
    }
    QByteArray signedPdf(const QString &key, const QByteArray &plain, signing::Level level = signing::Level::B,
                         const std::function<void(signing::PdfSignOptions &)> &more = {})
    {
        const QString target = m_desk.pki.file(QStringLiteral("firmado.pdf"));
        const auto made = m_desk.sign(m_desk.put(QStringLiteral("fuente.pdf"), plain), target, key, level,
                                      [&more](signing::PdfSignOptions &options) {
                                          options.overwrite = true;
                                          if (more)
                                              more(options);
                                      });
        if (!made.ok())
            qFatal("cannot sign: %s", qPrintable(made.error().codeText()));
        return SigningDesk::bytesOf(target);
    }
    ItemId put(const QString &name, const QByteArray &bytes)
    {
        return wait(m_bench->documents().addBytes(bytes, name, QStringLiteral("application/pdf"), rootItem()))
            .value()
            .id;
    }
    QString textOf(const char *name)
    {
        auto *label = m_bench->find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    void press(const char *name) { m_bench->press(name); }
    void trustDesk()
    {
        QVERIFY(wait(m_bench->documents().verification().trust(m_desk.pki.file(QStringLiteral("ca.pem")),
                                                               {m_desk.pki.authority().sha256()}))
                    .ok());
    }

    SigningDesk m_desk;
    std::unique_ptr<ui::test::Bench> m_bench;
};

} // namespace carriel::test
