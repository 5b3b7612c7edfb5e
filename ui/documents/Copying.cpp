// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Copying.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Adding.h"
#include "ui/documents/CarriedItems.h"
#include "ui/documents/TempCopies.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QUrl>

namespace carriel::ui {

Copying::Copying(const PageContext &context, TempCopies &copies, Adding &adding, QObject *parent)
    : QObject(parent), m_context(context), m_copies(&copies), m_adding(adding)
{
}

Copying::~Copying()
{
    forget();
}

void Copying::forget()
{
    if (!m_carried || !qGuiApp)
        return;
    QClipboard &clipboard = *QGuiApplication::clipboard();
    if (clipboard.ownsClipboard() || clipboard.mimeData() == m_carried) // and not what another program put there since
        clipboard.clear();                                              // deletes it
}

void Copying::copy(const QList<ItemId> &ids)
{
    if (ids.isEmpty())
        return;
    forget(); // a paste must not bring what was copied before
    QList<ItemId> given;
    qint64 bytes = 0;
    const QList<DocumentRow> rows = m_context.session.documents().rows(ids);
    for (const DocumentRow &row : rows) {
        if (row.type == ItemType::Document && row.here) {
            given << row.id;
            bytes += row.size;
        }
    }
    if (bytes > TempCopies::mostGiven) {
        m_context.host.say(
            tr("Nothing was copied: together these documents are too large. To take them out use Save a copy…"));
        return;
    }
    if (given.isEmpty()) {
        m_context.host.say(tr("Nothing was copied: this does not work with folders, nor with documents that are not on "
                              "this computer. To take them out use Save a copy…"));
        return;
    }
    auto *carried = new CarriedItems(given, [copies = m_copies, session = &m_context.session, given] {
        return copies ? copies->filesFor(session->documents().rows(given)) : QList<QUrl>();
    });
    // The hint by which clipboard histories know what not to keep: the files do not stay.
    carried->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    m_carried = carried;
    QGuiApplication::clipboard()->setMimeData(carried);
    m_context.host.say(given.size() == ids.size()
                           ? tr("Copied. Paste it in another folder here, or in another program: there the copy lies "
                                "outside of your folder, without its protection.")
                           : tr("Copied, but not the folders, nor the documents that are not on this computer. To take "
                                "those out use Save a copy…"));
}

bool Copying::paste(const QMimeData *data, const ItemId &folder)
{
    const QList<ItemId> ids = CarriedItems::idsOf(data);
    const QList<DocumentRow> rows = ids.isEmpty() ? QList<DocumentRow>() : m_context.session.documents().rows(ids);
    if (rows.isEmpty() || !m_copies)
        return false;
    QStringList paths;
    const QList<QUrl> files = m_copies->filesFor(rows);
    for (const QUrl &url : files)
        paths << url.toLocalFile();
    if (paths.size() < ids.size())
        m_context.host.say(tr("Not all that was copied could be read. Copy it again, or use Save a copy…"));
    if (!paths.isEmpty())
        m_adding.addPaths(paths, folder);
    return true;
}

} // namespace carriel::ui
