// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/IdentityChooser.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/text/Format.h"
#include "ui/text/SignatureWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/SecretField.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace carriel::ui {

IdentityChooser::IdentityChooser(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("sign.kind"));
    m_kind->setAccessibleName(tr("Where your key is"));
    m_kind->setMinimumHeight(space::target);
    m_kinds = new QStackedWidget(this);
    const auto kind = [this](const QString &id, const QString &words, QWidget *page) {
        m_kind->addItem(words, id);
        m_kinds->addWidget(page);
    };
    kind(QStringLiteral("p12"), tr("In a file (.p12, .pfx)"), filePage());
    m_kind->setVisible(m_kind->count() > 1);
    connect(m_kind, &QComboBox::currentIndexChanged, m_kinds, &QStackedWidget::setCurrentIndex);
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    column->addWidget(m_kinds);
    m_told = new Callout(context.theme, QStringLiteral("sign.identityTold"), this);
    column->addWidget(m_told);
    m_who = context.theme.label({}, TypeRole::Body, this);
    m_who->setObjectName(QStringLiteral("sign.who"));
    column->addWidget(m_who);
    auto *row = new QHBoxLayout;
    m_certificate = new QPushButton(context.theme.icon(QStringLiteral("award"), Role::Link), tr("Certificate…"), this);
    m_certificate->setObjectName(QStringLiteral("sign.certificate"));
    m_other = new QPushButton(tr("Choose another key"), this);
    m_other->setObjectName(QStringLiteral("sign.otherKey"));
    for (QPushButton *button : {m_certificate, m_other}) {
        setVariant(button, Variant::Quiet);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    connect(m_certificate, &QPushButton::clicked, this, [this] {
        if (m_identity)
            m_context.host.open(QStringLiteral("certificate"), {{QStringLiteral("der"), m_identity->certificate.der}});
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        close();
        m_file->setFocus();
    });
    forget();
}

IdentityChooser::~IdentityChooser() = default;

QWidget *IdentityChooser::filePage()
{
    auto *page = new QWidget(m_kinds);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    QLabel *caption = m_context.theme.label(tr("File with your key and certificate"), TypeRole::Body, page);
    caption->setObjectName(QStringLiteral("sign.file.caption"));
    auto *row = new QHBoxLayout;
    m_file = new QLineEdit(page);
    m_file->setObjectName(QStringLiteral("sign.file"));
    m_file->setAccessibleName(caption->text());
    m_file->setMinimumHeight(space::target);
    m_file->setPlaceholderText(tr("my-key.p12"));
    caption->setBuddy(m_file);
    auto *choose = new QPushButton(tr("Choose…"), page);
    choose->setObjectName(QStringLiteral("sign.chooseFile"));
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    m_secret = new SecretField(m_context.theme, tr("Password of the key"), QStringLiteral("sign.secret"), page);
    m_open = new QPushButton(tr("Open the key"), page);
    m_open->setObjectName(QStringLiteral("sign.open"));
    column->addWidget(caption);
    column->addLayout(row);
    column->addWidget(m_secret);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    connect(choose, &QPushButton::clicked, this, &IdentityChooser::chooseFile);
    connect(m_open, &QPushButton::clicked, this, &IdentityChooser::open);
    connect(m_secret, &SecretField::entered, this, &IdentityChooser::open);
    return page;
}

std::optional<SignIdentity> IdentityChooser::identity() const
{
    return m_identity && !m_identity->unsuitable ? m_identity : std::nullopt;
}

void IdentityChooser::forget()
{
    close();
    m_file->clear();
    m_secret->clear();
}

void IdentityChooser::close()
{
    ++m_turn;
    if (m_identity)
        m_context.session.documents().signing().forgetIdentity(m_identity->handle);
    m_identity.reset();
    m_kinds->show();
    m_told->clear();
    m_who->hide();
    m_certificate->hide();
    m_other->hide();
    m_open->setEnabled(true);
    Q_EMIT changed();
}

void IdentityChooser::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose the file with your key"));
    dialog->setObjectName(QStringLiteral("sign.keyDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Keys (*.p12 *.pfx)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_file->setText(path);
        m_secret->setFocus();
    });
    dialog->open();
}

void IdentityChooser::open()
{
    if (m_file->text().trimmed().isEmpty()) {
        m_file->setFocus();
        return;
    }
    m_open->setEnabled(false);
    m_told->clear();
    IdentityRequest request;
    request.kind = m_kind->currentData().toString();
    request.place = m_file->text().trimmed();
    request.secret = m_secret->take();
    m_context.session.documents()
        .signing()
        .openIdentity(std::move(request))
        .then(this, [this, turn = m_turn](const Result<SignIdentity> &result) {
            if (turn == m_turn)
                opened(result);
        });
}

void IdentityChooser::opened(const Result<SignIdentity> &result)
{
    m_open->setEnabled(true);
    if (!result.ok()) {
        m_told->say(result.error());
        m_secret->setFocus();
        return;
    }
    m_identity = result.value();
    const CertificateFacts &certificate = m_identity->certificate;
    m_kinds->hide();
    m_who->setText(tr("You sign as %1. Issued by %2, valid until %3.")
                       .arg(text::neutral(certificate.name), text::issuerName(certificate),
                            text::date(certificate.notAfterUtc.toLocalTime().date())));
    m_who->show();
    m_certificate->show();
    m_other->show();
    if (m_identity->unsuitable)
        m_told->say(*m_identity->unsuitable);
    Q_EMIT changed();
}

} // namespace carriel::ui
