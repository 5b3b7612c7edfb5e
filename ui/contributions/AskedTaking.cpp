// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is not in the folder yet and is to be given: from this computer, or scanned now.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Verification.h"
#include "ui/contributions/AskedList.h"

#include <QFileDialog>
#include <QListWidget>
#include <QStandardPaths>

namespace carriel::ui {

void AskedList::addFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a document"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AskedList::take);
    dialog->open();
}

// Into the folder first, as what it is asked for: then it is one of those that serve.
void AskedList::take(const QString &path)
{
    Documents &documents = m_context.session.documents();
    AddRequest request;
    request.path = path;
    documents.add({request}, {}, {}).then(this, [this, &documents](const Result<QList<AddedDocument>> &added) {
        if (!added.ok() || added.value().isEmpty())
            return m_context.host.showError(added.ok() ? Error{} : added.error());
        const AddedDocument one = added.value().first();
        if (one.error)
            return m_context.host.showError(*one.error);
        if (m_asked.types.isEmpty())
            return choose(one.id);
        documents.setDocumentType({one.id}, m_asked.types.first()).then(this, [this, id = one.id](const Outcome &) { choose(id); });
    });
}

void AskedList::takeScanned(const QByteArray &pdf)
{
    m_context.session.documents().contributions().addScanned(pdf, m_asked.title, m_asked.types.value(0)).then(this, [this](const Result<AddedDocument> &added) {
        added ? choose(added.value().id) : m_context.host.showError(added.error());
    });
}

void AskedList::choose(const ItemId &id)
{
    refresh();
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == id.text()) {
            m_list->setCurrentRow(i);
            return m_list->item(i)->setCheckState(Qt::Checked);
        }
    }
    m_context.host.say(tr("It is in your folder now, but it is not of the kind that is asked for here."));
}

// Only PDFs are looked at as they come; of the others it is seen here whether they bear a signature.
void AskedList::lookAtSignatures(const DocumentRow &row)
{
    if (!m_asked.mustBeSigned || !row.signatures.isEmpty() || !row.here || m_lookedAt.contains(row.id))
        return;
    m_lookedAt.insert(row.id);
    m_context.session.documents().verification().check(row.id).then(this, [this](const Result<CheckedFile> &checked) {
        if (!checked)
            return;
        refresh();
        Q_EMIT changed();
    });
}

} // namespace carriel::ui
