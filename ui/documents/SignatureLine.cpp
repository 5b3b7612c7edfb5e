// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/SignatureLine.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Verification.h"
#include "ui/models/RowWords.h"
#include "ui/text/SignatureWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

SignatureLine::SignatureLine(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    const Theme &theme = context.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_icon = new QLabel(this);
    m_words = theme.label({}, TypeRole::Strong, this);
    m_words->setObjectName(QStringLiteral("detailsSignatures"));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    column->addLayout(row);
    m_more = theme.label({}, TypeRole::Body, this, Role::TextMuted);
    m_more->setObjectName(QStringLiteral("detailsSigners"));
    column->addWidget(m_more);
    m_see = new QPushButton(tr("See the signatures…"), this);
    m_see->setObjectName(QStringLiteral("detailsSeeSignatures"));
    setVariant(m_see, Variant::Quiet);
    column->addWidget(m_see, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_see, &QPushButton::clicked, this, [this] {
        m_context.host.open(QStringLiteral("verify"), {{QStringLiteral("id"), m_row.id.text()}});
    });
}

void SignatureLine::show(const DocumentRow &row)
{
    if (row.id != m_row.id || row.size != m_row.size)
        m_broken = false;
    m_row = row;
    const bool waits = row.signatures.isEmpty() && row.here;
    if (waits)
        m_keptFor = row.id;
    else if (m_keptFor != row.id)
        m_keptFor = {};
    fill();
}

int SignatureLine::wholeHeight() const
{
    return qMax(m_words->fontMetrics().height(), space::icon) + m_more->fontMetrics().height() + m_see->sizeHint().height() +
           2 * layout()->spacing();
}

void SignatureLine::fill()
{
    const DocumentRow &row = m_row;
    const bool kept = m_keptFor == row.id;
    const bool nothing = m_broken && (!isSigned(row) || row.signatures == QLatin1String("unreadable"));
    setVisible(holdsSignatures(row.mediaType) && (kept || (!row.signatures.isEmpty() && !nothing)));
    if (isHidden())
        return;
    m_icon->setVisible(!nothing);
    m_words->setVisible(!nothing);
    const StatusMark mark = verdictMark(row.signatures);
    m_icon->setPixmap(m_context.theme.icon(mark.icon, mark.role).pixmap(space::icon, space::icon));
    m_words->setText(text::shortVerdict(row.signatures));
    QStringList signers;
    if (isSigned(row)) {
        if (const auto known = m_context.session.documents().verification().of(row.id)) {
            for (const SignatureFacts &one : known->signatures) {
                if (one.timestamp)
                    continue;
                // Under a name that stands alone one reads that it was confirmed.
                const bool confirmed = one.indication == QLatin1String("TOTAL-PASSED") && one.after < QLatin1String("B5");
                signers << (confirmed || one.path.isEmpty() ? text::signerOf(one)
                                                            : tr("%1, says the certificate").arg(text::signerOf(one)));
            }
        }
    }
    signers.removeDuplicates();
    m_more->setText(signers.join(QStringLiteral(", ")));
    m_more->setVisible(!signers.isEmpty() && !nothing);
    m_see->setVisible(isSigned(row) && !nothing);
    setMinimumHeight(kept ? wholeHeight() : 0);
}

void SignatureLine::cannotBeRead()
{
    m_broken = true;
    fill();
}

} // namespace carriel::ui
