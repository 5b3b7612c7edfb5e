// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contributions/Scanner.h"

#include "core/base/ChildEnvironment.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QStandardPaths>

namespace carriel::ui {

namespace {

constexpr int dotsPerInch = 300; // what a letter is read at, by eye and by machine
constexpr qint64 mostBytes = 256LL * 1024 * 1024;

QString program()
{
    return QStandardPaths::findExecutable(QStringLiteral("scanimage"));
}

} // namespace

Scanner::~Scanner()
{
    cancel();
}

bool Scanner::isInstalled()
{
    return !program().isEmpty();
}

void Scanner::cancel()
{
    QProcess *child = std::exchange(m_child, nullptr);
    if (!child)
        return;
    child->disconnect();
    if (child->state() == QProcess::NotRunning)
        return child->deleteLater();
    child->setParent(nullptr); // dies by itself; nobody waits for it
    connect(child, &QProcess::finished, child, &QObject::deleteLater);
    child->terminate(); // it lets the paper go
}

void Scanner::run(const QStringList &arguments, std::function<void(bool, const QByteArray &, const QString &)> done)
{
    cancel();
    m_child = new QProcess(this);
    QProcessEnvironment environment = childEnvironment();
    const auto own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {QStringLiteral("PATH"), QStringLiteral("SANE_CONFIG_DIR")}) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
    m_child->setProcessEnvironment(environment);
    m_child->setStandardInputFile(QProcess::nullDevice());
    const auto end = [this, done](bool well) {
        QProcess *child = std::exchange(m_child, nullptr);
        if (!child)
            return;
        child->disconnect();
        child->deleteLater();
        done(well, child->readAllStandardOutput(), QString::fromUtf8(child->readAllStandardError()).trimmed());
    };
    connect(m_child, &QProcess::finished, this, [end](int code, QProcess::ExitStatus status) { end(status == QProcess::NormalExit && code == 0); });
    connect(m_child, &QProcess::errorOccurred, this, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    connect(m_child, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_child && m_child->bytesAvailable() > mostBytes)
            m_child->kill();
    });
    m_child->start(program(), arguments);
}

void Scanner::find(std::function<void(const QList<Device> &)> done)
{
    run({QStringLiteral("-f"), QStringLiteral("%d\t%v %m%n")},
        [done](bool, const QByteArray &out, const QString &) {
            QList<Device> found;
            for (const QString &line : QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts)) {
                const QString id = line.section(u'\t', 0, 0);
                if (line.contains(u'\t') && !id.startsWith(u'-')) // it is an argument later
                    found.append({id, line.section(u'\t', 1).simplified()});
            }
            done(found);
        });
}

void Scanner::scan(const QString &device, std::function<void(const QImage &, const QString &)> done)
{
    const QStringList plain{QStringLiteral("-d"), device, QStringLiteral("--format=png")};
    const QStringList fine{QStringLiteral("--resolution"), QString::number(dotsPerInch), QStringLiteral("--mode"), QStringLiteral("Color")};
    const auto come = [done](const QByteArray &out, const QString &said) {
        QImage page = QImage::fromData(out, "PNG");
        done(page, page.isNull() ? said : QString());
    };
    run(plain + fine, [this, plain, come](bool well, const QByteArray &out, const QString &said) {
        if (well || !said.contains(QLatin1String("option")))
            return come(out, said);
        run(plain, [come](bool, const QByteArray &bytes, const QString &words) { come(bytes, words); }); // it has others
    });
}

QByteArray Scanner::pdfOf(const QList<QImage> &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (pages.isEmpty())
        return {};
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    for (const QImage &page : pages) {
        constexpr double points = 72;
        const double dots = page.dotsPerMeterX() > 0 ? page.dotsPerMeterX() * 0.0254 : dotsPerInch;
        // What says nothing true of its size is as large as a letter.
        const double inches = page.width() / dots, wide = inches > 1 && inches < 20 ? inches : 8.5;
        writer.setPageSize(QPageSize(QSizeF(wide, wide * page.height() / page.width()) * points, QPageSize::Point, {}, QPageSize::ExactMatch));
        if (!painter.isActive() ? !painter.begin(&writer) : !writer.newPage())
            return {};
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), page);
    }
    painter.end();
    return bytes;
}

} // namespace carriel::ui
