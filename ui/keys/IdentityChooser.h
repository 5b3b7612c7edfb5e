// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// With which key: in a file or on a card; another kind is one more KeyPage. Opens it and shows whose it is, so that the
// person sees the certificate before anything is signed. Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/shell/Page.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;

namespace carriel::ui {

class Callout;
class KeyPage;

class IdentityChooser final : public QWidget
{
    Q_OBJECT
public:
    IdentityChooser(const PageContext &context, QWidget *parent);
    ~IdentityChooser() override;

    // Open and fit to sign.
    std::optional<SignIdentity> identity() const;
    void enter(); // it is shown now
    void forget();
    void used(); // once more: it stays open

Q_SIGNALS:
    void changed();

private:
    KeyPage *page() const;
    void open();
    void opened(const Result<SignIdentity> &result);
    void close();

    PageContext m_context;
    QComboBox *m_kind;
    QWidget *m_kinds;
    QList<KeyPage *> m_pages; // one is shown
    Callout *m_told;
    QLabel *m_who;
    QPushButton *m_certificate;
    QPushButton *m_other;
    std::optional<SignIdentity> m_identity;
    int m_turn = 0;
    QTimer m_until; // the key closes itself some minutes after its last use
};

} // namespace carriel::ui
