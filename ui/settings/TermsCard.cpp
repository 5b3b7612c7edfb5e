// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/TermsCard.h"

#include "core/services/Session.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Card.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTextEdit>

namespace carriel::ui::settings {

namespace {
bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}
} // namespace

TermsCard::TermsCard(const PageContext &context, Card *card, QLabel *facts)
    : QObject(card), m_context(context), m_card(card), m_facts(facts)
{
    m_text = new QTextEdit(card);
    m_text->setObjectName(QStringLiteral("settings.terms.text"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(220);
    m_text->setAccessibleName(tr("Full text of the terms that you accepted"));
    m_text->hide();
    m_read = new QPushButton(tr("Read them"), card);
    m_read->setObjectName(QStringLiteral("settings.terms.read"));
    auto *copy = new QPushButton(tr("Save a copy…"), card);
    copy->setObjectName(QStringLiteral("settings.terms.save"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_read);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    card->column()->addLayout(buttons);
    card->column()->addWidget(m_text);
    card->hide();
    connect(m_read, &QPushButton::clicked, this, [this] {
        m_text->setVisible(m_text->isHidden());
        m_read->setText(m_text->isHidden() ? tr("Read them") : tr("Hide the text"));
    });
    connect(copy, &QPushButton::clicked, this, [this, card] {
        auto *dialog = new QFileDialog(card, tr("Save the terms that you accepted"));
        dialog->setObjectName(QStringLiteral("settings.terms.dialog"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilters({tr("Text (*.txt)")});
        dialog->setDefaultSuffix(QStringLiteral("txt"));
        dialog->selectFile(m_accepted ? m_accepted->terms.id : QString());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, &TermsCard::save);
        dialog->open();
    });
}

void TermsCard::begin()
{
    m_context.session.acceptedTerms().then(this, [this](const Result<std::optional<AcceptedTerms>> &accepted) {
        if (accepted.ok() && accepted.value())
            show(*accepted.value());
    });
}

void TermsCard::show(const AcceptedTerms &accepted)
{
    m_accepted = accepted;
    m_facts->setText(tr("Accepted on %1, version %2.\nDigest of the text (SHA-256): %3")
                         .arg(carriel::text::dateTime(accepted.acceptedUtc), accepted.terms.version,
                              QString::fromLatin1(accepted.terms.sha256.toHex(' '))));
    m_text->document()->setMarkdown(accepted.terms.text,
                                    QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML) |
                                        QTextDocument::MarkdownDialectCommonMark);
    m_card->show();
}

void TermsCard::forget()
{
    m_accepted.reset();
    m_facts->clear();
    m_text->clear();
    m_text->hide();
    m_read->setText(tr("Read them"));
    m_card->hide();
}

void TermsCard::save(const QString &path)
{
    if (!m_accepted)
        return;
    // The text byte by byte, so that its digest is the one that was signed; the signed acceptance beside it.
    const QString acceptance = QString(path + QLatin1String(".jws"));
    if (write(path, m_accepted->terms.text.toUtf8()) && write(acceptance, m_accepted->acceptance))
        m_context.host.say(tr("Saved: %1, and beside it your signed acceptance, %2.").arg(path, acceptance));
    else
        m_context.host.say(tr("The copy could not be written to %1. Choose another folder.").arg(path));
}

} // namespace carriel::ui::settings
