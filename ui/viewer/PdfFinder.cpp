// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/PdfFinder.h"

#include "core/base/ChildEnvironment.h"

#include <cmath>

namespace carriel::ui {
namespace {

constexpr qint64 slice = 1024 * 1024; // some 2 to 4 ms out of the vault
constexpr int silence = 20'000;       // ms without a word from the child

double believable(float points) { return std::isfinite(points) ? std::clamp(double(points), -100'000.0, 100'000.0) : 0; }

} // namespace

PdfFinder::PdfFinder(PdfPages::Open open, const QString &words, QObject *parent) : QObject(parent), m_open(std::move(open))
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(silence);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(false); });
    QTimer::singleShot(0, this, [this, words] { start(words.trimmed().left(wire::mostWords)); });
}

PdfFinder::~PdfFinder()
{
    if (!m_child)
        return;
    m_child->disconnect(this);
    if (m_child->state() != QProcess::NotRunning) { // dies by itself; nobody waits for it
        connect(m_child, &QProcess::finished, m_child, &QObject::deleteLater);
        m_child->setParent(nullptr);
        m_child->kill();
    }
}

void PdfFinder::start(const QString &words)
{
    m_device = m_open ? m_open() : nullptr;
    if (words.isEmpty() || !m_device || (!m_device->isOpen() && !m_device->open(QIODevice::ReadOnly)) ||
        m_device->size() > wire::mostInput) {
        end(words.isEmpty());
        return;
    }
    m_child = new QProcess(this);
    m_child->setProgram(PdfPages::program());
    m_child->setArguments({QStringLiteral("--find")});
    m_child->setProcessEnvironment(childEnvironment());
    m_child->setStandardErrorFile(QProcess::nullDevice()); // libraries quote the document when they complain
    connect(m_child, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    connect(m_child, &QProcess::readyReadStandardOutput, this, &PdfFinder::read);
    connect(m_child, &QProcess::bytesWritten, this, &PdfFinder::feed);
    connect(m_child, &QProcess::finished, this, [this] {
        read();
        end(false); // its last word would have ended it before
    });
    m_child->start();
    const std::int32_t units = std::int32_t(words.size());
    const std::int64_t length = m_device->size();
    m_child->write(reinterpret_cast<const char *>(&units), sizeof units);
    m_child->write(reinterpret_cast<const char *>(words.utf16()), qint64(units) * qint64(sizeof(char16_t)));
    m_child->write(reinterpret_cast<const char *>(&length), sizeof length);
    m_deadline.start();
}

void PdfFinder::feed()
{
    m_deadline.start();
    if (!m_device || m_child->bytesToWrite() > slice)
        return;
    const QByteArray part = m_device->read(slice);
    if (!part.isEmpty()) {
        m_child->write(part);
        return;
    }
    const bool whole = m_device->atEnd();
    m_device.reset();
    if (!whole) // the vault could not read on
        end(false);
}

void PdfFinder::read()
{
    const QPointer<PdfFinder> self = this;
    while (self && m_child) {
        if (!m_head) {
            wire::FoundOn head{};
            if (m_child->bytesAvailable() < qint64(sizeof head))
                return;
            m_child->read(reinterpret_cast<char *>(&head), sizeof head);
            if (head.page < 0) {
                end(true);
                return;
            }
            if (head.page <= m_last || head.page >= wire::mostPages || head.marks < 1 || head.marks > wire::mostMarks) {
                end(false); // it speaks out of turn: not ours any more
                return;
            }
            m_head = head;
        }
        const qint64 bytes = qint64(m_head->marks) * qint64(sizeof(wire::Mark));
        if (m_child->bytesAvailable() < bytes)
            return;
        QList<wire::Mark> marks(m_head->marks);
        m_child->read(reinterpret_cast<char *>(marks.data()), bytes);
        m_last = m_head->page;
        m_head.reset();
        m_deadline.start();
        QList<Match> matches;
        int match = -1;
        for (const wire::Mark &mark : std::as_const(marks)) {
            if (mark.match != match || matches.isEmpty())
                matches.append(Match());
            match = mark.match;
            matches.last().append(QRectF(believable(mark.left), believable(mark.top), believable(mark.width), believable(mark.height)));
        }
        Q_EMIT found(m_last, matches);
    }
}

void PdfFinder::end(bool whole)
{
    m_deadline.stop();
    m_device.reset();
    if (m_child) {
        m_child->disconnect(this);
        connect(m_child, &QProcess::finished, m_child, &QObject::deleteLater);
        m_child->setParent(nullptr);
        if (m_child->state() == QProcess::NotRunning)
            m_child->deleteLater();
        else
            m_child->kill();
        m_child = nullptr;
    }
    Q_EMIT finished(whole);
}

} // namespace carriel::ui
