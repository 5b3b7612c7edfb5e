// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/AttachmentPage.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "ui/notifications/Parts.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/ContentView.h"

#include <QBuffer>
#include <QLabel>
#include <QVBoxLayout>

namespace carriel::ui {

AttachmentPage::AttachmentPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    m_title = addHead(theme(), QStringLiteral("attachment"), this, column, [this] {
        host().open(QStringLiteral("act"), {{QStringLiteral("id"), m_id}});
    });
    m_title->setTextFormat(Qt::PlainText);
    m_view = new ContentView(QStringLiteral("attachment.view"), session().documents(), theme(), this);
    column->addWidget(m_view, 1);
    forget();
}

void AttachmentPage::enter(const QVariantMap &args)
{
    const QString id = args.value(QStringLiteral("id")).toString();
    const int number = args.value(QStringLiteral("number")).toInt();
    if (id.isEmpty()) {
        if (m_id.isEmpty() && !m_left.isEmpty()) // after a lock: the notification that it is of
            QMetaObject::invokeMethod(
                this,
                [this] {
                    host().open(QStringLiteral("act"), {{QStringLiteral("id"), m_left}});
                },
                Qt::QueuedConnection);
        return;
    }
    forget();
    m_id = id;
    Notifications &mail = session().documents().notifications();
    const auto opened = mail.opened(id);
    if (!opened || number < 0 || number >= opened.value().documents.size()) {
        m_view->showWords({}, opened ? QString() : text::wordsFor(opened.error()).paragraph());
        return;
    }
    const ActDocumentInfo document = opened.value().documents.at(number);
    m_title->setText(text::neutral(document.name));
    const QString from = tr("Of the notification of %1").arg(text::neutral(opened.value().entry.entityName));
    m_view->show(from, document.mediaType, [&mail, id, number]() -> std::unique_ptr<QIODevice> {
        const auto bytes = mail.document(id, number);
        if (!bytes)
            return nullptr;
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes.value());
        return buffer->open(QIODevice::ReadOnly) ? std::move(buffer) : nullptr;
    });
}

void AttachmentPage::forget()
{
    if (!m_id.isEmpty())
        m_left = m_id;
    m_id.clear();
    m_title->setText(tr("Document"));
    m_view->forget();
}

} // namespace carriel::ui
