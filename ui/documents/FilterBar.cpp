// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/FilterBar.h"

#include "ui/theme/Space.h"
#include "ui/widgets/FlowLayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>

namespace carriel::ui {

FilterBar::FilterBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("filterBar"));
    auto *flow = new FlowLayout(this, space::s);
    const auto combo = [&](const QString &name, const QString &words) {
        auto *box = new QComboBox(this);
        box->setObjectName(name);
        box->setAccessibleName(words);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        flow->addWidget(box);
        connect(box, &QComboBox::activated, this, &FilterBar::changed);
        return box;
    };
    const auto check = [&](const QString &name, const QString &words) {
        auto *box = new QCheckBox(words, this);
        box->setObjectName(name);
        flow->addWidget(box);
        connect(box, &QCheckBox::clicked, this, &FilterBar::changed);
        return box;
    };
    m_kind = combo(QStringLiteral("filterKind"), tr("Kind of file"));
    m_kind->addItem(tr("Every kind"), QString());
    m_kind->addItem(tr("PDF"), QStringLiteral("application/pdf"));
    m_kind->addItem(tr("Images"), QStringLiteral("image/"));
    m_kind->addItem(tr("Text"), QStringLiteral("text/"));
    m_label = combo(QStringLiteral("filterLabel"), tr("Label"));
    m_expires = combo(QStringLiteral("filterExpires"), tr("Expiry"));
    m_expires->addItem(tr("Any expiry"), 0);
    m_expires->addItem(tr("Expired"), -1);
    m_expires->addItem(tr("Expires within 30 days"), 30);
    m_expires->addItem(tr("Expires within 90 days"), 90);
    m_expires->addItem(tr("Expires within a year"), 365);
    m_favourite = check(QStringLiteral("filterFavourite"), tr("Favourites"));
    m_official = check(QStringLiteral("filterOfficial"), tr("Issued by an entity"));
    m_clear = new QPushButton(tr("Clear filters"), this);
    m_clear->setObjectName(QStringLiteral("filterClear"));
    setVariant(m_clear, Variant::Quiet);
    flow->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT changed();
    });
    m_saved = new QComboBox(this);
    m_saved->setObjectName(QStringLiteral("savedSearches"));
    m_saved->setAccessibleName(tr("Saved searches"));
    m_saved->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    flow->addWidget(m_saved);
    connect(m_saved, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            Q_EMIT savedChosen(m_searches.at(index - 1));
    });
    m_forget = new QPushButton(tr("Remove saved search"), this);
    m_forget->setObjectName(QStringLiteral("removeSearch"));
    setVariant(m_forget, Variant::Quiet);
    flow->addWidget(m_forget);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (m_saved->currentIndex() > 0)
            Q_EMIT removeAsked(m_searches.at(m_saved->currentIndex() - 1).id);
    });
    connect(m_saved, &QComboBox::currentIndexChanged, this, [this](int index) { m_forget->setVisible(index > 0); });
    connect(this, &FilterBar::changed, this,
            [this] { m_saved->setCurrentIndex(0); }); // another search than the saved one
    setLabels({});
    setSavedSearches({});
}

void FilterBar::setLabels(const QStringList &inUse)
{
    const QString now = m_label->currentData().toString();
    m_label->clear();
    m_label->addItem(tr("Every label"), QString());
    for (const QString &label : inUse)
        m_label->addItem(label, label);
    m_label->setCurrentIndex(qMax(0, m_label->findData(now)));
}

void FilterBar::setSavedSearches(const QList<SavedSearch> &searches)
{
    const int index = m_saved->currentIndex();
    const QString chosen = index > 0 ? m_searches.value(index - 1).id : QString();
    m_searches = searches;
    m_saved->clear();
    m_saved->addItem(tr("Saved searches"));
    for (const SavedSearch &search : searches) {
        m_saved->addItem(search.name);
        if (search.id == chosen)
            m_saved->setCurrentIndex(m_saved->count() - 1);
    }
    m_saved->setVisible(!searches.isEmpty());
    m_forget->setVisible(m_saved->currentIndex() > 0);
}

void FilterBar::show(const DocumentQuery &query)
{
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(query.mediaPrefix)));
    m_label->setCurrentIndex(qMax(0, m_label->findData(query.labels.value(0))));
    m_favourite->setChecked(query.favourite.value_or(false));
    m_official->setChecked(query.official.value_or(false));
    const qint64 days = QDate::currentDate().daysTo(query.expiresUntil);
    m_expires->setCurrentIndex(!query.expiresUntil.isValid() ? 0 : days < 0 ? 1 : days <= 30 ? 2 : days <= 90 ? 3 : 4);
}

void FilterBar::apply(DocumentQuery &query) const
{
    query.mediaPrefix = m_kind->currentData().toString();
    const QString label = m_label->currentData().toString();
    query.labels = label.isEmpty() ? QStringList() : QStringList{label};
    query.favourite = m_favourite->isChecked() ? std::optional(true) : std::nullopt;
    query.official = m_official->isChecked() ? std::optional(true) : std::nullopt;
    const int days = m_expires->currentData().toInt();
    query.expiresUntil = days != 0 ? QDate::currentDate().addDays(days) : QDate();
}

bool FilterBar::active() const
{
    return m_kind->currentIndex() > 0 || m_label->currentIndex() > 0 || m_expires->currentIndex() > 0 ||
           m_favourite->isChecked() || m_official->isChecked();
}

void FilterBar::clear()
{
    for (QComboBox *box : {m_kind, m_label, m_expires, m_saved})
        box->setCurrentIndex(0);
    m_favourite->setChecked(false);
    m_official->setChecked(false);
}

} // namespace carriel::ui
