// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/PdfPages.h"

#include "core/base/ChildEnvironment.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <cmath>

namespace carriel::ui {
namespace {

constexpr qint64 slice = 1024 * 1024; // some 2 to 4 ms out of the vault
constexpr qint64 pixelBytes = 4;

template <typename Plain> QByteArray plainBytes(const Plain &value)
{
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

float believable(float points)
{
    return std::isfinite(points) ? std::clamp(points, 1.0F, 100'000.0F) : 1.0F;
}

} // namespace

QString PdfPages::program()
{
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("/carriel-extract.exe");
#else
    const QString name = QStringLiteral("/carriel-extract");
#endif
    const QString given = qEnvironmentVariable("CARRIEL_EXTRACT");
    return given.isEmpty() ? QString(QCoreApplication::applicationDirPath() + name) : given;
}

PdfPages::PdfPages(Open open, QObject *parent, Limits limits)
    : QObject(parent), m_open(std::move(open)), m_limits(limits)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &PdfPages::tooLate);
    m_state = State::Starting;
    QTimer::singleShot(0, this, &PdfPages::start);
}

PdfPages::~PdfPages()
{
    stopChild();
}

void PdfPages::want(const QList<Wish> &wishes)
{
    m_wishes = wishes;
    if (m_drawing) {
        const auto drawing = [this](const Wish &wish) {
            return wish.page == m_drawing->page && wish.width == m_drawing->width;
        };
        m_unwanted = m_wishes.removeIf(drawing) == 0;
        if (m_unwanted && m_deadline.remainingTime() > m_limits.unwanted)
            m_deadline.start(m_limits.unwanted);
    }
    next();
}

void PdfPages::start()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Starting;
    m_proven = false;
    m_answer.reset();
    m_device = m_open ? m_open() : nullptr;
    if (!m_device || (!m_device->isOpen() && !m_device->open(QIODevice::ReadOnly))) {
        fail(Failure::NotHere);
        return;
    }
    const std::int64_t length = m_device->size();
    if (length > wire::mostInput) {
        fail(Failure::TooLarge);
        return;
    }
    m_child = new QProcess(this);
    m_child->setProgram(program());
    m_child->setArguments({QStringLiteral("--pages")});
    m_child->setProcessEnvironment(childEnvironment());
    m_child->setStandardErrorFile(QProcess::nullDevice()); // libraries quote the document when they complain
    connect(m_child, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(Failure::NoHelper);
    });
    connect(m_child, &QProcess::readyReadStandardOutput, this, &PdfPages::read);
    connect(m_child, &QProcess::bytesWritten, this, &PdfPages::feed);
    connect(m_child, &QProcess::finished, this, &PdfPages::childEnded);
    m_child->start();
    m_child->write(plainBytes(length));
    m_child->write(plainBytes(std::int32_t(m_password.size())));
    if (!m_password.isEmpty())
        m_child->write(m_password.view().data(), m_password.view().size());
    m_deadline.start(m_limits.opening);
}

void PdfPages::feed()
{
    if (!m_device || !m_child || m_child->bytesToWrite() > slice)
        return;
    const QByteArray part = m_device->read(slice);
    if (part.isEmpty()) {
        if (!m_device->atEnd()) // the vault could not read on
            fail(Failure::Unreadable);
        m_device.reset();
        return;
    }
    m_child->write(part);
}

void PdfPages::next()
{
    if (m_wishes.isEmpty() || (m_state == State::Starting) || m_state == State::Drawing || m_state == State::Ended)
        return;
    if (!m_child) { // the one before died: another
        start();
        return;
    }
    m_drawing = m_wishes.takeFirst();
    m_unwanted = false;
    m_state = State::Drawing;
    m_child->write(plainBytes(wire::Request{m_drawing->page, m_drawing->width}));
    m_deadline.start(m_limits.page);
}

void PdfPages::read()
{
    while (m_child && m_state != State::Ended) {
        if (!m_answer) {
            wire::Answer head{};
            if (m_child->bytesAvailable() < qint64(sizeof head))
                return;
            m_child->read(reinterpret_cast<char *>(&head), sizeof head);
            m_answer = head;
        }
        if (!(m_state == State::Starting ? readSizes() : readPage()))
            return;
    }
}

bool PdfPages::readSizes()
{
    switch (wire::Kind(m_answer->kind)) {
    case wire::Kind::Opened:
        break;
    case wire::Kind::NeedsPassword:
        fail(Failure::NeedsPassword);
        return false;
    default:
        fail(Failure::Unreadable);
        return false;
    }
    const int pages = m_answer->first;
    if (pages < 1 || pages > wire::mostPages) {
        fail(Failure::Unreadable);
        return false;
    }
    const qint64 bytes = qint64(pages) * 2 * qint64(sizeof(float));
    if (m_child->bytesAvailable() < bytes)
        return false;
    QList<float> sides(2 * pages);
    m_child->read(reinterpret_cast<char *>(sides.data()), bytes);
    m_answer.reset();
    m_device.reset();
    m_deadline.stop();
    m_state = State::Ready;
    if (m_sizes.isEmpty()) {
        for (int page = 0; page < pages; ++page)
            m_sizes.append(QSizeF(believable(sides.at(2 * page)), believable(sides.at(2 * page + 1))));
        Q_EMIT opened();
    }
    next();
    return true;
}

bool PdfPages::readPage()
{
    const wire::Answer head = *m_answer;
    if (m_state != State::Drawing || (head.kind != int(wire::Kind::Page) && head.kind != int(wire::Kind::NoPage))) {
        stopChild(); // it speaks out of turn: not ours any more
        missed();
        return false;
    }
    if (head.kind == int(wire::Kind::NoPage)) {
        m_answer.reset();
        missed();
        return true;
    }
    const bool possible = head.first >= 1 && head.second >= 1 && head.first <= qMax(16, m_drawing->width) &&
                          qint64(head.first) * head.second <= wire::mostPixels;
    const qint64 bytes = possible ? qint64(head.first) * head.second * pixelBytes : 0;
    if (!possible || m_child->bytesAvailable() > bytes) {
        stopChild();
        missed();
        return false;
    }
    if (m_child->bytesAvailable() < bytes)
        return false;
    QImage picture(head.first, head.second, QImage::Format_RGB32);
    if (!picture.isNull())
        m_child->read(reinterpret_cast<char *>(picture.bits()), bytes);
    m_answer.reset();
    m_deadline.stop();
    m_state = State::Ready;
    m_proven = true;
    const Wish wish = *std::exchange(m_drawing, std::nullopt);
    const QPointer<PdfPages> self = this;
    if (picture.isNull())
        Q_EMIT notDrawn(wish.page);
    else
        Q_EMIT drawn(wish.page, wish.width, picture);
    if (!self)
        return false;
    next();
    return true;
}

void PdfPages::childEnded()
{
    read(); // what it said before it went
    if (m_state == State::Ended || !m_child)
        return;
    const bool starting = m_state == State::Starting;
    const bool again = m_state == State::Drawing && m_proven; // a limit that many pages reached together
    stopChild();
    if (starting) {
        fail(Failure::Unreadable);
    } else if (again) {
        m_wishes.prepend(*std::exchange(m_drawing, std::nullopt));
        m_state = State::Ready;
        next();
    } else if (m_drawing) {
        missed();
    }
}

void PdfPages::tooLate()
{
    const bool starting = m_state == State::Starting;
    stopChild();
    if (starting)
        fail(Failure::Unreadable);
    else
        missed();
}

void PdfPages::missed()
{
    m_deadline.stop();
    m_state = State::Ready;
    const std::optional<Wish> wish = std::exchange(m_drawing, std::nullopt);
    const QPointer<PdfPages> self = this;
    if (wish && !m_unwanted) // that it was broken off says nothing about it
        Q_EMIT notDrawn(wish->page);
    if (self)
        next();
}

void PdfPages::stopChild()
{
    m_device.reset();
    m_answer.reset();
    m_deadline.stop();
    if (!m_child)
        return;
    m_child->disconnect(this);
    if (m_child->state() == QProcess::NotRunning) {
        m_child->deleteLater();
    } else { // dies by itself; nobody waits for it
        QProcess *dying = m_child;
        connect(dying, &QProcess::finished, dying, &QObject::deleteLater);
        dying->setParent(nullptr);
        dying->kill();
    }
    m_child.clear();
}

void PdfPages::fail(Failure failure)
{
    stopChild();
    m_wishes.clear();
    m_drawing.reset();
    m_state = State::Ended;
    Q_EMIT failed(failure);
}

} // namespace carriel::ui
