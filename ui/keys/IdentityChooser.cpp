// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/IdentityChooser.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/keys/KeyPage.h"
#include "ui/text/Format.h"
#include "ui/text/SignatureWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Callout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
constexpr int keptFor = 9 * 60 * 1000; // ms; SignWorker forgets it a minute later
}

IdentityChooser::IdentityChooser(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("sign.kind"));
    m_kind->setAccessibleName(tr("Where your key is"));
    m_kind->setMinimumHeight(space::target);
    m_kinds = new QWidget(this);
    auto *pages = new QVBoxLayout(m_kinds);
    pages->setContentsMargins(0, 0, 0, 0);
    const auto kind = [this, pages](const QString &id, const QString &words, KeyPage *page) {
        m_kind->addItem(words, id);
        page->setVisible(m_pages.isEmpty());
        m_pages << page;
        pages->addWidget(page);
        connect(page, &KeyPage::wanted, this, &IdentityChooser::open);
    };
    kind(QStringLiteral("p12"), tr("In a file (.p12, .pfx)"), new FileKeyPage(context, m_kinds));
    kind(QStringLiteral("card"), tr("On a card or token"), new CardKeyPage(context, m_kinds));
    kind(QStringLiteral("remote"), tr("At a signing service"), new RemoteKeyPage(context, m_kinds));
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_told->clear();
        for (int i = 0; i < m_pages.size(); ++i) // as high as what it shows, not as the highest of its kinds
            m_pages.at(i)->setVisible(i == index);
        page()->enter();
    });
    QLabel *where = context.theme.label(tr("Where your key is"), TypeRole::Body, this);
    where->setObjectName(QStringLiteral("sign.kind.caption"));
    where->setBuddy(m_kind);
    column->addWidget(where);
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
        page()->enter();
        page()->setFocus();
    });
    m_until.setSingleShot(true);
    m_until.setInterval(keptFor);
    connect(&m_until, &QTimer::timeout, this, &IdentityChooser::close);
    forget();
}

void IdentityChooser::used()
{
    if (m_identity)
        m_until.start();
}

IdentityChooser::~IdentityChooser() = default;

KeyPage *IdentityChooser::page() const
{
    return m_pages.at(m_kind->currentIndex());
}

std::optional<SignIdentity> IdentityChooser::identity() const
{
    return m_identity && !m_identity->unsuitable ? m_identity : std::nullopt;
}

void IdentityChooser::enter()
{
    if (!m_identity)
        page()->enter();
}

void IdentityChooser::forget()
{
    close();
    for (KeyPage *one : std::as_const(m_pages))
        one->forget();
    m_kind->setCurrentIndex(0);
}

void IdentityChooser::close()
{
    ++m_turn;
    if (m_identity)
        m_context.session.documents().signing().forgetIdentity(m_identity->handle);
    m_identity.reset();
    m_kinds->show();
    m_kind->setEnabled(true);
    m_told->clear();
    m_who->hide();
    m_certificate->hide();
    m_other->hide();
    page()->setBusy(false);
    Q_EMIT changed();
}

void IdentityChooser::open()
{
    auto request = page()->request();
    if (!request)
        return;
    page()->setBusy(true);
    m_told->clear();
    m_context.session.documents()
        .signing()
        .openIdentity(std::move(*request))
        .then(this, [this, turn = m_turn](const Result<SignIdentity> &result) {
            if (turn == m_turn)
                opened(result);
        });
}

void IdentityChooser::opened(const Result<SignIdentity> &result)
{
    page()->setBusy(false);
    if (!result.ok()) {
        m_told->say(result.error());
        page()->wasRefused(result.error());
        return;
    }
    m_identity = result.value();
    m_until.start();
    const CertificateFacts &certificate = m_identity->certificate;
    m_kinds->hide();
    m_kind->setEnabled(false);
    m_who->setText((m_identity->unsuitable ? tr("This key is of %1. Issued by %2; its certificate runs until %3.")
                                           : tr("You sign as %1. Issued by %2, valid until %3."))
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
