// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One certificate in words and facts. Args: der (bytes). Thread: GUI.
#pragma once

#include "core/services/Verification.h"
#include "ui/shell/Page.h"

class QGridLayout;
class QLabel;

namespace carriel::ui {

class CertificateDialog final : public Page
{
    Q_OBJECT
public:
    CertificateDialog(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;
    void forget() override;

private:
    void save();

    CertificateFacts m_facts;
    QLabel *m_words;
    QGridLayout *m_grid;
};

} // namespace carriel::ui
