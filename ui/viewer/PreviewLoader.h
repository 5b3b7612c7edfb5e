// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture or the first lines of a document, for the details pane. Pictures and pages of PDFs
// are drawn by the child process carriel-extract (no network, no files, limited time and memory), so that a hostile document can
// neither hang nor crash the window. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/viewer/PdfPages.h"

#include <QIODevice>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>

namespace carriel {
class Documents;
}

namespace carriel::ui {

class PreviewLoader final : public QObject
{
    Q_OBJECT
public:
    explicit PreviewLoader(Documents &documents, QObject *parent = nullptr);
    ~PreviewLoader() override;

    // Why there is nothing to be seen.
    enum class Why { NotHere, Empty, OtherKind, TooLarge, NeedsPassword, Damaged, GivenUp };

    // Forgets the one before. Answers with one of the signals, later. Width in device pixels.
    void load(const DocumentRow &row, int width);
    // The same of any bytes, such as an older version; null: not here. `page` of a PDF, 1 is the first.
    void load(std::unique_ptr<QIODevice> device, const QString &mediaType, int width, int page = 1);
    void cancel();
    // Of text all of it, and not only a look at its beginning, which is read of a text of any size.
    void wantWholeText() { m_whole = true; }
    // Of the PDFs that follow; null: none.
    void setPassword(std::shared_ptr<const SecretBytes> password) { m_password = std::move(password); }

Q_SIGNALS:
    void pageSize(const QSizeF &points); // of a PDF's page, as it is shown; before its picture
    void picture(const QImage &image);
    void words(const QString &text);
    void none(carriel::ui::PreviewLoader::Why why);

private:
    void later(std::function<void()> then); // unless another one is asked for meanwhile
    void readWords(std::unique_ptr<QIODevice> device);
    void draw(const QByteArray &bytes, int width, int page, bool image);

    Documents &m_documents;
    QPointer<QObject> m_reader;
    QPointer<PdfPages> m_pages;
    std::shared_ptr<const SecretBytes> m_password;
    bool m_whole = false;
    int m_turn = 0; // results of an earlier one are dropped
};

} // namespace carriel::ui
