// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An entity played by the real program against a RealOperator: it registers with two procedures that notify and one
// that only informs, and sends. Tests that use it depend on carriel-entity and name it in CARRIEL_ENTITY.
#pragma once

#include "tests/support/Patience.h"
#include "tests/support/RealOperator.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace carriel::test {

class RealEntity
{
public:
    RealEntity(const RealOperator &op, const TestAuthority &authority)
    {
        QFile file(m_dir.filePath(QStringLiteral("procedures.json")));
        const auto procedure = [](const char *id, const char *title, const char *regime, const char *text) {
            QJsonObject out{{QStringLiteral("id"), QString::fromUtf8(id)},
                            {QStringLiteral("title"), QString::fromUtf8(title)},
                            {QStringLiteral("description"), QStringLiteral("Afiliación, novedades y subsidios.")},
                            {QStringLiteral("classes"), QJsonArray{QStringLiteral("communication")}},
                            {QStringLiteral("regimes"), QJsonArray{QStringLiteral("comunicacion")}}};
            if (*text) {
                out.insert(QStringLiteral("classes"),
                           QJsonArray{QStringLiteral("notification"), QStringLiteral("communication")});
                out.insert(QStringLiteral("regimes"),
                           QJsonArray{QString::fromUtf8(regime), QStringLiteral("comunicacion")});
                out.insert(QStringLiteral("consent_text"), QString::fromUtf8(text));
            }
            return out;
        };
        const QJsonArray all{
            procedure("subsidio", "Subsidio de salud", "cpaca-56", "Acepto que me notifiquen los actos del subsidio."),
            procedure("renta", "Impuesto sobre la renta", "et-566-1@2025-11-19",
                      "Acepto que me notifiquen los actos de renta."),
            procedure("noticias", "Noticias de salud", "comunicacion", "")};
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0)
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.close();
        const QJsonObject invited =
            run(QStringLiteral(CARRIEL_OPERATOR), {QStringLiteral("--config"), op.configFile(),
                                                   QStringLiteral("invite"), QStringLiteral("--entity"), id()});
        run(QStringLiteral(CARRIEL_ENTITY),
            {QStringLiteral("--home"), m_dir.path(), QStringLiteral("--json"), QStringLiteral("register"),
             QStringLiteral("--id"), id(), QStringLiteral("--name"), QStringLiteral("Secretaría de Salud de Medellín"),
             QStringLiteral("--operator"), op.url().toString(), QStringLiteral("--ca"), authority.caFile(),
             QStringLiteral("--origin"), QStringLiteral("https://salud.example"), QStringLiteral("--procedures"),
             file.fileName(), QStringLiteral("--invitation"), invited.value(QLatin1String("invitation")).toString()});
    }

    static QString id() { return QStringLiteral("co:NIT:900123456"); }

    // An act of plain text; it needs the person's consent unless it is a communication.
    QJsonObject send(const QString &person, const QString &procedure, const QString &regime, const QString &title,
                     const QString &words, const QString &kind = QStringLiteral("notification"))
    {
        return ended(*begin(person, procedure, regime, title, words, kind));
    }

    // The same, without waiting for its end: a window of this thread goes on meanwhile.
    std::unique_ptr<QProcess> begin(const QString &person, const QString &procedure, const QString &regime, const QString &title,
                                    const QString &words, const QString &kind = QStringLiteral("notification"))
    {
        QFile act(m_dir.filePath(QStringLiteral("acto.txt")));
        if (!act.open(QIODevice::WriteOnly | QIODevice::Truncate) || act.write(words.toUtf8()) < 0)
            qFatal("cannot write the act");
        act.close();
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(CARRIEL_ENTITY),
                       {QStringLiteral("--home"), m_dir.path(), QStringLiteral("--json"), QStringLiteral("send"),
                        QStringLiteral("--procedure"), procedure, QStringLiteral("--to"), person, QStringLiteral("--title"),
                        title, QStringLiteral("--act"), act.fileName(), QStringLiteral("--class"), kind,
                        QStringLiteral("--regime"), regime});
        return process;
    }

    QJsonObject command(const QStringList &words)
    {
        return run(QStringLiteral(CARRIEL_ENTITY),
                   QStringList{QStringLiteral("--home"), m_dir.path(), QStringLiteral("--json")} + words);
    }
    QString file(const QString &name) const { return m_dir.filePath(name); } // of its own

private:
    static QJsonObject run(const QString &program, const QStringList &words)
    {
        QProcess process;
        process.start(program, words);
        return ended(process);
    }
    static QJsonObject ended(QProcess &process)
    {
        if ((process.state() != QProcess::NotRunning && !process.waitForFinished(carriel::test::patienceMs)) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(process.arguments().join(QLatin1Char(' '))), process.readAllStandardError().constData());
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }

    QTemporaryDir m_dir;
};

} // namespace carriel::test
