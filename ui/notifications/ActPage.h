// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An opened notification: what it says, its documents (seen, kept in Documents), what can be done and by when, its
// term, the certificate of access, its evidence. Args: id. Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/NotificationValues.h"
#include "core/services/Reminders.h"
#include "ui/shell/Page.h"

class QLabel;
class QVBoxLayout;

namespace carriel::ui {

class ContentColumn;

class ActPage final : public Page
{
    Q_OBJECT
public:
    ActPage(const PageContext &context, QWidget *parent);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

    // Opens an address outside; for a test.
    std::function<void(const QUrl &)> openAddress;

private:
    void reload();
    void fill();
    void fillTerm(QVBoxLayout *column);
    void fillProof(QVBoxLayout *column);
    void fillText(QVBoxLayout *column);
    void fillDocuments(QVBoxLayout *column);
    void fillActions(QVBoxLayout *column);
    void fillCertificate(QVBoxLayout *column);
    void keep(int number);
    void saveAs(int number);
    void follow(const ActActionInfo &action);

    QString m_id, m_left; // m_left: shown when the folder was locked
    Reminders m_reminders;
    std::optional<OpenedNotification> m_act;
    QLabel *m_title;
    QLabel *m_what;
    ContentColumn *m_column;
    QWidget *m_body = nullptr;
};

} // namespace carriel::ui
