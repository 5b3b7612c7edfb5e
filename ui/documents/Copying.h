// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C on documents of the list, and Ctrl+V of what was copied so. The clipboard carries what a drag carries: the ids
// for our own folders, and files that are written only when another program asks for them. Nothing of it stays on the
// clipboard once the vault is locked or the page goes. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

#include <QMimeData>
#include <QObject>
#include <QPointer>

namespace carriel::ui {

class Adding;
class TempCopies;

class Copying final : public QObject
{
    Q_OBJECT
public:
    Copying(const PageContext &context, TempCopies &copies, Adding &adding, QObject *parent);
    ~Copying() override;

    // Documents whose bytes are on this computer; of the others it says what to do. Names never go there as text.
    void copy(const QList<ItemId> &ids);
    // False if what is given was not copied out of this folder.
    bool paste(const QMimeData *data, const ItemId &folder);
    void forget(); // takes away what is still on the clipboard

private:
    PageContext m_context;
    QPointer<TempCopies> m_copies;
    Adding &m_adding;
    QPointer<QMimeData> m_carried; // the clipboard's; gone when somebody else puts something there
};

} // namespace carriel::ui
