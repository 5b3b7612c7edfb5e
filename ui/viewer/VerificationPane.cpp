// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/VerificationPane.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Verification.h"
#include "ui/text/ErrorWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/VerificationView.h"
#include "ui/widgets/forms/PasswordAsk.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace carriel::ui {

VerificationPane::VerificationPane(const PageContext &context, QWidget *parent)
    : QScrollArea(parent), m_context(context)
{
    const Theme &theme = context.theme;
    setObjectName(QStringLiteral("signaturesPane"));
    setAccessibleName(tr("Signatures"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, space::s, space::l, space::l);
    column->setSpacing(space::m);
    auto *title = theme.label(tr("Signatures"), TypeRole::Strong, content, Role::TextMuted);
    title->setObjectName(QStringLiteral("signaturesPane.title"));
    column->addWidget(title);
    m_view = new VerificationView(QStringLiteral("signaturesPane.view"), theme, content);
    column->addWidget(m_view);
    const auto button = [&](const QString &words, const char *icon, const char *name) {
        auto *made = new QPushButton(theme.icon(QString::fromLatin1(icon)), words, content);
        made->setObjectName(QStringLiteral("signaturesPane.") + QLatin1String(name));
        column->addWidget(made, 0, Qt::AlignLeft);
        return made;
    };
    m_sign = button(tr("Sign…"), "signature", "sign");
    m_again = button(tr("Check again"), "refresh-cw", "again");
    m_report = button(tr("Report and signed version…"), "scroll-text", "report");
    column->addStretch(1);
    setWidget(content);
    // Nothing scrolls sideways here: the pane is as wide as its widest button, in any language and at any size of type.
    const QMargins around = column->contentsMargins();
    setMinimumWidth(qMax(m_view->widestButton(), m_report->sizeHint().width()) + around.left() + around.right() +
                    verticalScrollBar()->sizeHint().width());
    const auto id = [this](const char *key) { return QVariantMap{{QString::fromLatin1(key), m_row.id.text()}}; };
    connect(m_again, &QPushButton::clicked, this, &VerificationPane::check);
    connect(m_report, &QPushButton::clicked, this,
            [this, id] { m_context.host.open(QStringLiteral("verify"), id("id")); });
    connect(m_sign, &QPushButton::clicked, this, [this] {
        m_context.host.open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{m_row.id.text()}}});
    });
    connect(m_view, &VerificationView::signedVersionWanted, this, [this](int at) {
        m_context.host.open(QStringLiteral("verify"),
                            {{QStringLiteral("id"), m_row.id.text()}, {QStringLiteral("signature"), at}});
    });
    connect(m_view, &VerificationView::certificateWanted, this, [this](const CertificateFacts &certificate) {
        m_context.host.open(QStringLiteral("certificate"), {{QStringLiteral("der"), certificate.der}});
    });
    connect(m_view, &VerificationView::trustWanted, this, [this] { m_context.host.open(QStringLiteral("trust")); });
    connect(m_view, &VerificationView::networkWanted, this, [this] {
        m_context.session.documents().verification().allowOnline(true).then(this, [this](const Outcome &allowed) {
            allowed.ok() ? check() : m_context.host.showError(allowed.error());
        });
    });
    connect(m_view->password(), &PasswordAsk::given, this, &VerificationPane::unlock);
    connect(&context.session.documents(), &Documents::changed, this, [this](const QList<ItemId> &ids) {
        if (!m_row.id.isEmpty() && !m_busy && (ids.isEmpty() || ids.contains(m_row.id)))
            reload();
    });
}

void VerificationPane::show(const DocumentRow &row)
{
    forget();
    m_row = row;
    const auto known = m_context.session.documents().verification().of(row.id);
    known ? reload() : check();
}

void VerificationPane::forget()
{
    m_row = {};
    m_busy = false;
    m_view->forget();
    verticalScrollBar()->setValue(0);
}

void VerificationPane::reload()
{
    if (const auto known = m_context.session.documents().verification().of(m_row.id)) {
        m_view->show(*known);
        m_report->setEnabled(true);
    }
}

void VerificationPane::unlock()
{
    m_context.session.documents().verification().setPassword(m_row.id, m_view->password()->take()).then(
        this, [this, id = m_row.id](const Outcome &opens) {
            if (id != m_row.id)
                return;
            opens.ok() ? check() : m_view->password()->setProblem(text::wordsFor(opens.error()).title);
        });
}

void VerificationPane::check()
{
    m_busy = true;
    m_report->setEnabled(false);
    m_view->showWords(tr("Looking at the signatures…"));
    m_context.session.documents().verification().check(m_row.id).then(
        this, [this, id = m_row.id](const Result<CheckedFile> &checked) {
            if (id != m_row.id)
                return;
            m_busy = false;
            if (checked.ok()) {
                m_view->show(checked.value());
                m_report->setEnabled(true);
            } else {
                m_view->showWords(tr("The signatures could not be looked at."));
                m_context.host.showError(checked.error());
            }
        });
}

} // namespace carriel::ui
