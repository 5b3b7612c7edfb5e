// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
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
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

RemoteKeyPage::RemoteKeyPage(const PageContext &context, QWidget *parent) : KeyPage(parent), m_context(context)
{
    setObjectName(QStringLiteral("sign.remote"));
    const Theme &theme = context.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    m_address = new QLineEdit(this);
    m_address->setObjectName(QStringLiteral("sign.service"));
    m_address->setPlaceholderText(tr("for example: %1").arg(QStringLiteral("https://firma.example.co/csc/v2")));
    m_login = new QPushButton(this);
    m_login->setObjectName(QStringLiteral("sign.serviceLogin"));
    row->addWidget(m_address, 1);
    row->addWidget(m_login);
    column->addWidget(caption(theme, tr("Address of your signing service"), m_address));
    column->addLayout(row);
    m_told = new Callout(theme, QStringLiteral("sign.serviceTold"), this);
    column->addWidget(m_told);
    m_keys = new QWidget(this);
    auto *inner = new QVBoxLayout(m_keys);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::s);
    m_key = new QComboBox(m_keys);
    m_key->setObjectName(QStringLiteral("sign.remoteKey"));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    inner->addWidget(caption(theme, tr("Certificate at the service"), m_key));
    inner->addWidget(m_key);
    QLabel *words =
        theme.label(tr("The document stays on this computer: only its digest goes out. The service asks you in "
                       "the browser before it signs; several documents at once if it can."),
                    TypeRole::Small, m_keys, Role::TextMuted);
    words->setObjectName(QStringLiteral("sign.remoteWords"));
    inner->addWidget(words);
    m_open = new QPushButton(tr("Use this key"), m_keys);
    m_open->setObjectName(QStringLiteral("sign.openRemote"));
    inner->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_keys);
    column->addStretch(1);
    connect(m_login, &QPushButton::clicked, this, &RemoteKeyPage::login);
    connect(m_address, &QLineEdit::returnPressed, this, &RemoteKeyPage::login);
    connect(m_open, &QPushButton::clicked, this, &KeyPage::wanted);
    connect(m_told, &Callout::action, this, [this] {
        notWaiting(); // what still comes from the browser is for nobody
        m_told->clear();
        m_login->setFocus();
    });
    setFocusProxy(m_address);
    forget();
}

void RemoteKeyPage::enter()
{
    if (m_address->text().isEmpty())
        m_address->setText(m_context.session.documents().signing().signingService().toString());
}

void RemoteKeyPage::login()
{
    const QUrl service(m_address->text().trimmed(), QUrl::StrictMode);
    if (!service.isValid() || service.host().isEmpty()) {
        m_told->say(Callout::Kind::Warning, tr("This is no address"),
                    tr("Your signing service gave you one that begins with https://."));
        m_address->setFocus();
        return;
    }
    m_keys->hide();
    m_key->clear();
    m_told->say(
        Callout::Kind::Info, tr("Go on in the browser"),
        tr("Log in there, and come back to this window. If its page was closed or did not open, open it again."));
    m_told->setAction(tr("Give up"));
    m_login->setText(tr("Open it again…"));
    m_context.session.documents().signing().remoteKeys(service).then(
        this, [this, turn = ++m_turn](const Result<QList<RemoteKeyFact>> &found) {
            if (turn == m_turn)
                listed(found);
        });
}

void RemoteKeyPage::notWaiting()
{
    ++m_turn;
    m_told->setAction({});
    m_login->setText(tr("Log in in the browser…"));
}

void RemoteKeyPage::listed(const Result<QList<RemoteKeyFact>> &found)
{
    notWaiting();
    if (!found.ok())
        return m_told->say(found.error());
    for (const RemoteKeyFact &key : found.value()) {
        if (key.enabled)
            m_key->addItem(tr("%1, issued by %2, until %3")
                               .arg(text::neutral(key.certificate.name), text::issuerName(key.certificate),
                                    text::date(key.certificate.notAfterUtc.toLocalTime().date())),
                           key.place);
    }
    if (m_key->count() == 0)
        return m_told->say(Callout::Kind::Info, tr("No key of yours is there"),
                           tr("The service has none that can sign. Ask whoever runs it."));
    m_told->clear();
    m_keys->show();
    m_key->setFocus();
}

std::optional<IdentityRequest> RemoteKeyPage::request()
{
    if (m_key->count() == 0)
        return std::nullopt;
    IdentityRequest request;
    request.kind = QStringLiteral("remote");
    request.place = m_key->currentData().toString();
    return request;
}

void RemoteKeyPage::setBusy(bool busy)
{
    m_open->setEnabled(!busy);
}

void RemoteKeyPage::wasRefused(const Error &)
{
    m_login->setFocus();
}

void RemoteKeyPage::forget()
{
    notWaiting();
    m_key->clear();
    m_keys->hide();
    m_told->clear();
}

} // namespace carriel::ui
