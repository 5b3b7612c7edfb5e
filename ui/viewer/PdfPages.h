// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a PDF as pictures, drawn by the confined child carriel-extract (no network, no files, limited time and
// memory): a hostile document can end the child, never the window. One child serves a document for as long as somebody
// looks; one that dies or takes too long is ended and started again for the next page. Thread: GUI; nothing blocks.
#pragma once

#include "core/base/SecretBytes.h"
#include "ui/viewer/PageWire.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QSizeF>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

class QIODevice;

namespace carriel::ui {

class PdfPages final : public QObject
{
    Q_OBJECT
public:
    // The document's bytes from the start, each time a child is started; null: not on this computer.
    using Open = std::function<std::unique_ptr<QIODevice>()>;
    enum class Failure { NotHere, TooLarge, NeedsPassword, Unreadable, NoHelper };
    struct Wish
    {
        int page = 0;  // 0 is the first
        int width = 0; // device pixels; a picture may have fewer
    };
    struct Limits
    {
        int opening = 20'000; // ms until the pages are counted
        int page = 20'000;    // ms for one: a photograph of 64 megapixels takes 10 s on a slow, busy computer
        int unwanted = 1'000; // ms more for one that nobody wants any longer
    };

    // Begins by itself; answers with opened or failed, later.
    PdfPages(Open open, QObject *parent, Limits limits);
    PdfPages(Open open, QObject *parent) : PdfPages(std::move(open), parent, Limits()) {}
    ~PdfPages() override;

    // Before it begins. Held as long as this lives: a child that ends is followed by another.
    void setPassword(SecretBytes password) { m_password = std::move(password); }

    const QList<QSizeF> &sizes() const { return m_sizes; } // of each page in points; empty until opened
    // What is wanted now, the most urgent first; replaces what was wanted before.
    void want(const QList<Wish> &wishes);

    static QString program(); // carriel-extract; CARRIEL_EXTRACT if that is set

Q_SIGNALS:
    void opened();
    void drawn(int page, int width, const QImage &picture); // `width` as it was wished
    void notDrawn(int page);                                // damaged, or too much for the child's limits
    void failed(carriel::ui::PdfPages::Failure failure);    // nothing more comes

private:
    enum class State { Starting, Ready, Drawing, Ended };
    void start();
    void feed();
    void next();
    void read();
    bool readSizes(); // false: the rest of the answer has not come, or nothing is to be read any more
    bool readPage();
    void childEnded();
    void tooLate();
    void stopChild();
    void fail(Failure failure);
    void missed(); // the page under way cannot be had

    Open m_open;
    Limits m_limits;
    SecretBytes m_password;
    QPointer<QProcess> m_child;
    std::unique_ptr<QIODevice> m_device; // while the child is being fed
    QTimer m_deadline;
    State m_state = State::Ended;
    QList<QSizeF> m_sizes;
    QList<Wish> m_wishes;
    std::optional<Wish> m_drawing;
    std::optional<wire::Answer> m_answer; // its head has come, its body not yet
    bool m_unwanted = false;              // nobody waits for m_drawing any longer
    bool m_proven = false;                // this child has drawn something
};

} // namespace carriel::ui
