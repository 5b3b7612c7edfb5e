// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FileDrop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace carriel::ui {

namespace {

class FileDrop final : public QObject
{
public:
    FileDrop(QWidget *target, std::function<void(const QString &path)> taken) : QObject(target), m_taken(std::move(taken))
    {
        target->setAcceptDrops(true);
        target->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *target, QEvent *event) override
    {
        if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
            return QObject::eventFilter(target, event);
        auto *drop = static_cast<QDropEvent *>(event);
        const QList<QUrl> urls = drop->mimeData()->urls();
        if (urls.size() != 1 || !urls.first().isLocalFile()) {
            drop->ignore();
            return true;
        }
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            m_taken(urls.first().toLocalFile());
        return true;
    }

private:
    std::function<void(const QString &path)> m_taken;
};

} // namespace

void takeDroppedFile(QWidget *target, std::function<void(const QString &path)> taken)
{
    new FileDrop(target, std::move(taken));
}

} // namespace carriel::ui
