// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/CertificateDialog.h"

#include "ui/text/Format.h"
#include "ui/text/SignatureWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace carriel::ui {

CertificateDialog::CertificateDialog(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_words = theme().label({}, TypeRole::Body, this);
    m_words->setObjectName(QStringLiteral("certificate.words"));
    m_words->setMinimumWidth(QFontMetrics(font()).averageCharWidth() * 60);
    column->addWidget(m_words);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::l);
    m_grid->setVerticalSpacing(space::xs);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    auto *save = new QPushButton(tr("Save the certificate…"), this);
    save->setObjectName(QStringLiteral("certificate.save"));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("certificate.close"));
    close->setDefault(true);
    buttons->addWidget(save);
    buttons->addStretch(1);
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &CertificateDialog::save);
    connect(close, &QPushButton::clicked, this, &Page::done);
}

void CertificateDialog::enter(const QVariantMap &args)
{
    forget();
    m_facts = certificateFacts(args.value(QStringLiteral("der")).toByteArray()).value_or(CertificateFacts{});
    if (m_facts.der.isEmpty()) {
        m_words->setText(tr("There is no certificate to show."));
        return;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString name = text::neutral(m_facts.name);
    QString words = m_facts.authority
                        ? tr("It stands for the authority %1, which vouches for the certificates of others.").arg(name)
                        : tr("It says who signs: %1.").arg(name);
    words += QLatin1Char(' ');
    words += now > m_facts.notAfterUtc    ? tr("It has expired; what was signed before can still be valid.")
             : now < m_facts.notBeforeUtc ? tr("It is not valid yet.")
                                          : tr("Its time has not run out.");
    m_words->setText(words);
    const auto day = [](const QDateTime &utc) { return text::dateTime(utc); };
    const QList<std::pair<QString, QString>> rows{
        {tr("Name"), name},
        {tr("Holder"), text::neutral(m_facts.subject)},
        {tr("Issued by"), text::neutral(m_facts.issuer)},
        {tr("Valid from"), day(m_facts.notBeforeUtc)},
        {tr("Valid until"), day(m_facts.notAfterUtc)},
        {tr("Key"), m_facts.key},
        {tr("Serial number"), m_facts.serial},
        {tr("Fingerprint (SHA-256)"), QString::fromLatin1(QByteArray(m_facts.sha256.left(16).toHex(' ') + '\n' +
                                                                     m_facts.sha256.mid(16).toHex(' ')))}};
    int row = 0;
    for (const auto &[title, value] : rows) {
        QLabel *caption = theme().label(title, TypeRole::Body, this, Role::TextMuted);
        QLabel *field = theme().label(value, TypeRole::Body, this);
        field->setObjectName(QStringLiteral("certificate.value%1").arg(row));
        field->setTextInteractionFlags(Qt::TextSelectableByMouse);
        caption->setWordWrap(false);
        m_grid->addWidget(caption, row, 0, Qt::AlignTop);
        m_grid->addWidget(field, row++, 1, Qt::AlignTop);
    }
}

void CertificateDialog::forget()
{
    m_facts = {};
    m_words->clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void CertificateDialog::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the certificate"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("certificado.cer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(m_facts.der) == m_facts.der.size() && file.commit())
            host().say(tr("Saved: %1").arg(path));
        else
            host().say(tr("It could not be saved: %1").arg(file.errorString()));
    });
    dialog->open();
}

} // namespace carriel::ui
