// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of all: the first documents; or, for who has a folder at the operator already, that it is on its way.
#include "core/services/Documents.h"
#include "ui/onboarding/LastSteps.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui::onboarding {

DocumentsStep::DocumentsStep(Flow &flow, const Theme &theme, QWidget *parent)
    : Step(flow, theme, QStringLiteral("onboarding.documents"), tr("Your first documents"),
           tr("Bring what you are asked for most: identity document, diploma, certificates. You can also do it later."), parent)
{
    setAcceptDrops(true);
    m_who = paragraph({}, QStringLiteral("who"));
    m_who->hide();
    column()->addWidget(m_who);
    auto *area = new Card(theme, QStringLiteral("onboarding.drop"), this);
    auto *icon = new QLabel(area);
    icon->setObjectName(QStringLiteral("onboarding.dropIcon"));
    icon->setAlignment(Qt::AlignCenter);
    icon->setPixmap(theme.icon(QStringLiteral("upload"), Role::Primary).pixmap(QSize(space::xxl, space::xxl), devicePixelRatioF()));
    auto *words = theme.label(tr("Drop documents here"), TypeRole::Strong, area);
    words->setObjectName(QStringLiteral("onboarding.dropWords"));
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    auto *choose = new QPushButton(tr("Choose documents…"), area);
    choose->setObjectName(QStringLiteral("onboarding.choose"));
    area->column()->setContentsMargins(space::xl, space::xxl, space::xl, space::xxl);
    area->column()->addWidget(icon);
    area->column()->addWidget(words);
    area->column()->addWidget(choose, 0, Qt::AlignCenter);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("onboarding.addProgress"));
    m_progress->setAccessibleName(tr("Adding documents"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(space::s);
    m_progress->hide();
    m_count = paragraph({}, QStringLiteral("count"));
    m_count->hide();
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("onboarding.added"));
    m_list->setAccessibleName(tr("Added documents"));
    m_list->setMaximumHeight(140);
    m_list->hide();
    column()->addWidget(area);
    column()->addWidget(m_progress);
    column()->addWidget(m_count);
    column()->addWidget(m_list);
    column()->addWidget(problem());
    connect(choose, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Choose documents"));
        dialog->setObjectName(QStringLiteral("onboarding.documentsDialog"));
        dialog->setFileMode(QFileDialog::ExistingFiles);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::filesSelected, this, &DocumentsStep::add);
        dialog->open();
    });
}

QString DocumentsStep::verb() const
{
    return tr("Go to my folder");
}

void DocumentsStep::begin()
{
    const Account account = flow().session.account();
    // Whoever had a folder there already is not shown to an empty one.
    const bool had = account.loggedIn && !flow().needsTerms;
    setHeading(had ? tr("Your folder is here too") : tr("Your first documents"),
               had ? tr("What you have at your operator is on its way to this computer. You can add more here, or go in.")
                   : tr("Bring what you are asked for most: identity document, diploma, certificates. You can also do it later."));
    m_who->setVisible(account.loggedIn);
    m_who->setText(tr("You are logged in as %1 (%2) at %3.")
                       .arg(account.holderName, account.holder.display(),
                            account.op.name.isEmpty() ? account.op.url.host() : account.op.name));
}

void DocumentsStep::commit()
{
    Q_EMIT advance();
}

void DocumentsStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !busy())
        event->acceptProposedAction();
}

void DocumentsStep::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    event->acceptProposedAction();
    add(paths);
}

void DocumentsStep::add(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    QList<AddRequest> requests;
    for (const QString &path : paths)
        requests.append({path, rootItem(), {}, OriginMedium::Electronic});
    setBusy(true);
    m_progress->setRange(0, 0);
    m_progress->show();
    const auto progress = [this](const Progress &p) {
        m_progress->setRange(0, 100);
        m_progress->setValue(p.total > 0 ? int(p.done * 100 / p.total) : 0);
    };
    flow().session.documents().add(requests, progress, CancelToken()).then(this, [this](Result<QList<AddedDocument>> added) {
        m_progress->hide();
        if (!added.ok())
            return fail(added.error());
        setBusy(false);
        for (const AddedDocument &document : added.value()) {
            if (document.error) {
                problem()->say(*document.error);
                continue;
            }
            ++m_added;
            m_list->addItem(QString(document.name + QStringLiteral("  ·  ") + text::size(document.size)));
        }
        m_list->setVisible(m_added > 0);
        m_count->setVisible(m_added > 0);
        m_count->setText(tr("%n document(s) are in your folder now, encrypted.", nullptr, m_added));
    });
}

} // namespace carriel::ui::onboarding
