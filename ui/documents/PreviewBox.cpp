// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/PreviewBox.h"

#include "core/services/DamagedDocuments.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/theme/Space.h"
#include "ui/viewer/Decode.h"

namespace carriel::ui {

PreviewBox::PreviewBox(const PageContext &context, QWidget *parent)
    : QLabel(parent), m_documents(context.session.documents()), m_loader(m_documents)
{
    setObjectName(QStringLiteral("preview"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFrameShape(QFrame::StyledPanel);
    setMargin(space::xs);
    // A label that has shown words goes on asking for their height, and a picture in it would have none.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&m_loader, &PreviewLoader::picture, this, [this](const QImage &image) {
        m_picture = image;
        fit(m_room);
    });
    connect(&m_loader, &PreviewLoader::words, this, [this](const QString &words) { say(words.left(600)); });
    connect(&m_loader, &PreviewLoader::none, this, [this](PreviewLoader::Why why) {
        if (m_row.type == ItemType::Document)
            sayWhyNot(why);
    });
}

void PreviewBox::look(const DocumentRow &row, int room)
{
    forget();
    m_row = row;
    m_pictured = row.here && row.size > 0 && (row.mediaType == QLatin1String("application/pdf") || showsAsImage(row.mediaType));
    fit(room);
    m_loader.load(row, int(qMax(240, room - 2 * space::l) * devicePixelRatioF()));
}

void PreviewBox::forget()
{
    m_loader.cancel();
    m_row = {};
    m_picture = {};
    m_pictured = false;
    clear();
    setAccessibleName({});
    fit(m_room);
}

void PreviewBox::fit(int room)
{
    m_room = room;
    const int width = qMax(120, room - 2 * space::l - 2 * space::s);
    const int height = int(width * 0.9);
    setMinimumHeight(m_pictured ? height + 2 * (margin() + frameWidth()) : 0);
    setVisible(m_pictured || !m_picture.isNull() || !text().isEmpty());
    if (m_picture.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize box = m_picture.size().scaled(QSize(width, height), Qt::KeepAspectRatio);
    QPixmap pixmap = QPixmap::fromImage(m_picture.scaled(box * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    setAlignment(Qt::AlignCenter);
    setPixmap(pixmap);
    setAccessibleName(tr("Preview of the first page"));
}

void PreviewBox::say(const QString &words)
{
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setText(words);
    fit(m_room);
}

// What is the matter and what can be done; an empty place would be taken for an empty document.
void PreviewBox::sayWhyNot(PreviewLoader::Why why)
{
    switch (why) {
    case PreviewLoader::Why::NotHere:
        if (m_row.status == ItemStatus::Error)
            return say(tr("There is no preview: the content on this computer is damaged."));
        return say(tr("There is no preview while the document is not on this computer."));
    case PreviewLoader::Why::Empty:
        return say(tr("There is no preview: the file is empty."));
    case PreviewLoader::Why::OtherKind:
        return say(tr("There is no preview of files of this kind. “Open with another program” shows it."));
    case PreviewLoader::Why::TooLarge:
        return say(tr("There is no preview: the file is too large for it. “Open” shows it."));
    case PreviewLoader::Why::NeedsPassword:
        return say(tr("There is no preview: the document is protected with a password. “Open” asks for it."));
    case PreviewLoader::Why::GivenUp:
        return say(tr("There is no preview: making it takes too long. “Open” shows it."));
    case PreviewLoader::Why::Damaged:
        break;
    }
    if (m_row.mediaType == QLatin1String("application/pdf"))
        say(tr("There is no preview: this PDF is damaged, or is not a PDF."));
    else if (m_row.mediaType.startsWith(QLatin1String("image/")))
        say(tr("There is no preview: this picture is damaged, or is not one."));
    else
        say(tr("There is no preview: the document could not be read."));
    // Perhaps it is not the file that is wrong, but what this computer kept of it: then it is told everywhere.
    DamagedDocuments::of(m_documents).look(m_row.id);
    Q_EMIT damaged();
}

} // namespace carriel::ui
