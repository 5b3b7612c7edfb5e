// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every consent that was given in one procedure, the newest first: when it was given and taken back, the text that was
// agreed to, whether its proof holds, and the proof as a file.
#pragma once

#include "core/services/NotificationValues.h"
#include "ui/shell/Page.h"

class QVBoxLayout;

namespace carriel::ui {

class ConsentHistory final : public QWidget
{
    Q_OBJECT
public:
    ConsentHistory(const PageContext &context, QWidget *parent);
    void show(const QList<ConsentInfo> &consents); // made anew only when something is different
    void clear();

private:
    QWidget *card(const ConsentInfo &consent, int number);
    QWidget *proofLine(const ConsentInfo &consent, const QString &name, QWidget *parent);
    QWidget *textPart(const ConsentInfo &consent, const QString &name, QWidget *parent);
    void save(const ConsentInfo &consent);

    PageContext m_context;
    QVBoxLayout *m_column;
    QStringList m_shown;
};

} // namespace carriel::ui
