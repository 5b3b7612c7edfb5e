// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The scanners of this computer, by SANE's own program (scanimage): which there are, and one page of one of them. Pages come
// through a pipe and are never written to the disk. Thread: GUI.
#pragma once

#include <QImage>
#include <QObject>
#include <QProcess>

#include <functional>

namespace carriel::ui {

class Scanner final : public QObject
{
public:
    struct Device
    {
        QString id, name; // SANE's, and maker and model
    };

    explicit Scanner(QObject *parent = nullptr) : QObject(parent) {}
    ~Scanner() override;

    static bool isInstalled();
    // No answer comes after cancel().
    void find(std::function<void(const QList<Device> &)> done);
    // A null image: `why` is what the scanner's program said.
    void scan(const QString &device, std::function<void(const QImage &page, const QString &why)> done);
    void cancel();
    bool isBusy() const { return m_child != nullptr; }

    // One page of the PDF each, in its own size on paper. Empty: none.
    static QByteArray pdfOf(const QList<QImage> &pages);

private:
    void run(const QStringList &arguments, std::function<void(bool well, const QByteArray &out, const QString &said)> done);

    QProcess *m_child = nullptr;
};

} // namespace carriel::ui
