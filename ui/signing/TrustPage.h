// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom this profile trusts, whether it may ask over the network, and where timestamps come from. Thread: GUI.
#pragma once

#include "core/services/Verification.h"
#include "ui/shell/Page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace carriel::ui {

class Callout;
class Card;

class TrustPage final : public Page
{
    Q_OBJECT
public:
    TrustPage(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;
    // What is in that file or folder is shown; nothing is trusted before the person says so.
    void look(const QString &path);

private:
    Card *section(const QString &name, const QString &title, const QString &words);
    void reload();
    void choose(bool folder);
    void offer(const QString &path, const QList<AnchorFacts> &found);
    void accept();
    void askToLeave(const CertificateFacts &certificate);
    void leave();
    QWidget *anchorRow(const AnchorFacts &anchor, const QString &name, bool removable);
    void saveAuthority();

    QVBoxLayout *m_rows;
    QPushButton *m_import;
    Card *m_offer;
    QLabel *m_offerWords;
    QVBoxLayout *m_offerRows;
    QLabel *m_listWords;     // who answers for the list
    QCheckBox *m_accredited; // the list may say who is
    QByteArray m_listSigner; // SHA-256
    QString m_path;
    QList<QByteArray> m_offered;
    QByteArray m_leaving; // SHA-256; asked whether to trust it no longer
    QCheckBox *m_online;
    QLineEdit *m_authority;
    Callout *m_told;
};

} // namespace carriel::ui
