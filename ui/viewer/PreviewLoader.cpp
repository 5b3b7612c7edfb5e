// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/PreviewLoader.h"

#include "core/services/Documents.h"
#include "ui/viewer/Background.h"
#include "ui/viewer/Decode.h"
#include "ui/viewer/SlicedReader.h"

#include <QCoreApplication>
#include <QTimer>

namespace carriel::ui {

namespace {

constexpr qint64 mostImage = 64 * 1024 * 1024;
constexpr qint64 mostPdf = 48 * 1024 * 1024;
constexpr qint64 mostText = 8 * 1024 * 1024;
constexpr int patience = 8'000; // ms for one page

QString extractProgram()
{
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("/carriel-extract.exe");
#else
    const QString name = QStringLiteral("/carriel-extract");
#endif
    const QString given = qEnvironmentVariable("CARRIEL_EXTRACT");
    return given.isEmpty() ? QString(QCoreApplication::applicationDirPath() + name) : given;
}

} // namespace

PreviewLoader::PreviewLoader(Documents &documents, QObject *parent) : QObject(parent), m_documents(documents) {}

PreviewLoader::~PreviewLoader() { cancel(); }

void PreviewLoader::cancel()
{
    ++m_turn;
    delete m_reader;
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
        m_process->setParent(nullptr);
        m_process.clear();
    }
}

void PreviewLoader::load(const DocumentRow &row, int width)
{
    const bool shown = row.type == ItemType::Document && row.here && row.size > 0;
    load(shown ? m_documents.open(row.id) : nullptr, row.mediaType, width);
}

void PreviewLoader::load(std::unique_ptr<QIODevice> device, const QString &mediaType, int width, int page)
{
    cancel();
    const bool pdf = mediaType == QLatin1String("application/pdf");
    const bool image = showsAsImage(mediaType);
    const bool plain = showsAsText(mediaType);
    if (!device || !(pdf || image || plain)) {
        QTimer::singleShot(0, this, [this, turn = m_turn] {
            if (turn == m_turn)
                Q_EMIT none();
        });
        return;
    }
    auto *reader = new SlicedReader(std::move(device), pdf ? mostPdf : image ? mostImage : mostText, this);
    m_reader = reader;
    connect(reader, &SlicedReader::failed, this, &PreviewLoader::none);
    connect(reader, &SlicedReader::finished, this, [this, pdf, image, width, page](const QByteArray &bytes) {
        if (pdf) {
            renderPdf(bytes, width, page);
        } else if (image) {
            inBackground([bytes, width] { return decodeImage(bytes, QSize(width, width * 2)); })
                .then(this, [this, turn = m_turn](const QImage &decoded) {
                    if (turn != m_turn)
                        return;
                    if (decoded.isNull())
                        Q_EMIT none();
                    else
                        Q_EMIT picture(decoded);
                });
        } else {
            Q_EMIT words(decodeText(bytes, 2000).text);
        }
    });
}

void PreviewLoader::renderPdf(const QByteArray &bytes, int width, int page)
{
    auto *process = new QProcess(this);
    m_process = process;
    process->setProgram(extractProgram());
    process->setArguments({QStringLiteral("--render"), QString::number(page), QStringLiteral("--width"), QString::number(width)});
    process->setStandardErrorFile(QProcess::nullDevice());
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT none();
    });
    connect(process, &QProcess::finished, this, [this, process](int code, QProcess::ExitStatus status) {
        const QByteArray answer = process->readAllStandardOutput();
        process->deleteLater();
        // The child drew it, so the picture is no more trusted than the document.
        const QImage image = status == QProcess::NormalExit && code == 0 ? decodeImage(answer) : QImage();
        if (image.isNull())
            Q_EMIT none();
        else
            Q_EMIT picture(image);
    });
    process->start();
    process->write(bytes);
    process->closeWriteChannel();
    QTimer::singleShot(patience, process, &QProcess::kill);
}

} // namespace carriel::ui
