// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfers/DiagnosticsDialog.h"

#include "core/services/Diagnostics.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QDate>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

DiagnosticsDialog::DiagnosticsDialog(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *words = theme().label(tr("Whoever helps you can see from this what the program was doing. It names no person, no document and "
                                   "no folder. Nothing is sent by itself: save it and hand it over yourself."),
                                TypeRole::Body, this);
    words->setObjectName(QStringLiteral("diagnostics.words"));
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("diagnostics.text"));
    m_text->setAccessibleName(tr("Report for support"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF()); // large type is large here, too
    m_text->setFont(fixed);
    // In large type what is above and below needs the room: it scrolls.
    m_text->setMinimumSize(fontMetrics().averageCharWidth() * 64, qMin(fontMetrics().height() * 14, 240));
    m_copy = new QPushButton(theme().icon(QStringLiteral("copy")), tr("Copy"), this);
    m_copy->setObjectName(QStringLiteral("diagnostics.copy"));
    m_save = new QPushButton(tr("Save…"), this);
    m_save->setObjectName(QStringLiteral("diagnostics.save"));
    m_save->setDefault(true);
    setVariant(m_save, Variant::Primary);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("diagnostics.close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_save);
    column->addWidget(words);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &Page::done);
    connect(m_save, &QPushButton::clicked, this, &DiagnosticsDialog::save);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        host().say(tr("Report copied"));
    });
}

void DiagnosticsDialog::enter(const QVariantMap &)
{
    for (QPushButton *button : {m_copy, m_save})
        button->setEnabled(false);
    session().documents().diagnostics().text().then(this, [this](const Result<QString> &text) {
        if (!text.ok()) {
            host().showError(text.error());
            Q_EMIT done();
            return;
        }
        m_text->setPlainText(text.value());
        for (QPushButton *button : {m_copy, m_save})
            button->setEnabled(true);
        m_save->setFocus();
    });
}

void DiagnosticsDialog::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setObjectName(QStringLiteral("diagnostics.saveDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("carriel-%1.txt").arg(QDate::currentDate().toString(Qt::ISODate)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        session().documents().diagnostics().writeTo(path).then(this, [this, path](const Outcome &outcome) {
            if (!outcome.ok()) {
                host().showError(outcome.error());
                return;
            }
            host().say(tr("Report saved: %1").arg(path));
            Q_EMIT done();
        });
    });
    dialog->open();
}

} // namespace carriel::ui
