// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contributions/PublishedList.h"

#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Card.h"

#include <QCollator>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace carriel::ui {

namespace {
constexpr int atOnce = 20;      // rows; words find the others
constexpr int worthAFilter = 6;
} // namespace

PublishedList::PublishedList(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_card = new Card(theme, QStringLiteral("published"), this);
    whole->addWidget(m_card);
    auto *title = theme.label(tr("What entities ask of everybody"), TypeRole::Title, m_card);
    title->setObjectName(QStringLiteral("published.title"));
    m_words = new QLineEdit(m_card);
    m_words->setObjectName(QStringLiteral("published.words"));
    m_words->setPlaceholderText(tr("Search request or entity…"));
    m_words->setAccessibleName(tr("Search request or entity…"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumHeight(space::target);
    m_more = theme.label({}, TypeRole::Small, m_card, Role::TextMuted);
    m_more->setObjectName(QStringLiteral("published.more"));
    m_more->setWordWrap(true);
    for (QWidget *one : {static_cast<QWidget *>(title), static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_more)})
        m_card->column()->addWidget(one);
    connect(m_words, &QLineEdit::textChanged, this, &PublishedList::fill);
    hide();
}

void PublishedList::show(const QList<RequestInfo> &all)
{
    m_all = all;
    QCollator collator{QLocale(QLocale::Spanish)};
    collator.setNumericMode(true);
    std::stable_sort(m_all.begin(), m_all.end(), [&collator](const RequestInfo &a, const RequestInfo &b) {
        const int byEntity = collator.compare(a.entityName, b.entityName);
        return byEntity != 0 ? byEntity < 0 : collator.compare(a.title, b.title) < 0;
    });
    fill();
    setVisible(!m_all.isEmpty());
}

void PublishedList::forget()
{
    m_all.clear();
    m_words->clear();
    fill();
    hide();
}

void PublishedList::fill()
{
    delete m_rows;
    m_rows = new QWidget(m_card);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    const QString words = m_words->text().trimmed();
    int fits = 0;
    for (const RequestInfo &one : std::as_const(m_all)) {
        const QString title = text::neutral(one.title), entity = text::neutral(one.entityName);
        if (!QString(title + u' ' + entity + u' ' + one.procedureId).contains(words, Qt::CaseInsensitive) ||
            ++fits > atOnce)
            continue;
        const QString name = QStringLiteral("published.") + one.id;
        auto *row = new QWidget(m_rows);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::m);
        auto *says = new QVBoxLayout;
        says->setSpacing(space::xs);
        const auto label = [&](const char *part, const QString &what, TypeRole type, Role role) {
            auto *out = m_theme.label(what, type, row, role);
            out->setObjectName(name + QLatin1Char('.') + QLatin1String(part));
            out->setWordWrap(true);
            out->setTextFormat(Qt::PlainText);
            says->addWidget(out);
        };
        label("title", title, TypeRole::Strong, Role::Text);
        label("entity", tr("%1 · until %2").arg(entity, text::colombianDateTime(one.expiresUtc)), TypeRole::Body,
              Role::TextMuted);
        if (!one.answeredId.isEmpty())
            label("before", tr("You answered it on %1").arg(text::colombianDateTime(one.answeredUtc)), TypeRole::Body, Role::TextMuted);
        auto *answer = new QPushButton(tr("Answer it"), row);
        answer->setObjectName(name + QLatin1String(".answer"));
        answer->setAccessibleName(tr("Answer it: %1, of %2").arg(title, entity));
        connect(answer, &QPushButton::clicked, this, [this, id = one.id] { Q_EMIT chosen(id); });
        line->addLayout(says, 1);
        line->addWidget(answer, 0, Qt::AlignTop);
        column->addWidget(row);
    }
    m_card->column()->insertWidget(2, m_rows);
    m_words->setVisible(m_all.size() >= worthAFilter);
    m_more->setText(fits == 0 ? tr("No request is like that.")
                              : tr("There are %n more: search by words.", nullptr, std::max(0, fits - atOnce)));
    m_more->setVisible(fits == 0 || fits > atOnce);
}

} // namespace carriel::ui
