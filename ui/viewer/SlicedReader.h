// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a device whole, a slice at each turn of the event loop, so that a large document does not stop the window.
// Thread: GUI (documents are read on it). Emits once, then deletes itself; deleting it earlier stops it silently.
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QObject>
#include <memory>

namespace carriel::ui {

class SlicedReader final : public QObject
{
    Q_OBJECT
public:
    enum class Failure { NotHere, TooLarge, Unreadable };

    // device null: NotHere. most: bytes; more is TooLarge without reading.
    SlicedReader(std::unique_ptr<QIODevice> device, qint64 most, QObject *parent);

Q_SIGNALS:
    void finished(const QByteArray &bytes);
    void failed(carriel::ui::SlicedReader::Failure failure);

private:
    void step();
    void fail(Failure failure);

    std::unique_ptr<QIODevice> m_device;
    qint64 m_most;
    QByteArray m_bytes;
};

} // namespace carriel::ui
