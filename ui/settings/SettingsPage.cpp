// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsPage.h"

#include "ui/settings/AccountSections.h"
#include "ui/settings/ProgramSections.h"
#include "ui/settings/StorageSection.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/Preferences.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace carriel::ui::settings {

SettingsPage::SettingsPage(const PageContext &context, std::shared_ptr<carriel::text::Preferences> preferences,
                           QWidget *parent)
    : Page(context, parent)
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("settings.sections"));
    m_list->setAccessibleName(tr("Sections of the settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("settings.stack"));
    m_sections = {new OperatorSection(context, m_stack),
                  new UnlockSection(context, m_stack),
                  new LookSection(context, std::move(preferences), m_stack),
                  new StorageSection(context, m_stack),
                  new NetworkSection(context, m_stack),
                  new GuardSection(context, m_stack),
                  new AboutSection(context, m_stack)};
    int longest = 0;
    for (Section *section : std::as_const(m_sections)) {
        m_list->addItem(section->title());
        longest = qMax(longest, m_list->fontMetrics().horizontalAdvance(section->title()));
        m_list->item(m_list->count() - 1)
            ->setSizeHint({space::target, qMax(space::target + space::xs, fontMetrics().height() * 2)});
        m_stack->addWidget(section);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::xl, space::s, 0, 0);
    row->setSpacing(space::xl);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    // The list is as wide as its longest words, and no wider.
    m_list->setFixedWidth(longest + space::xxl);
    m_list->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored); // the sections scroll the page, the list does not

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) {
        if (at < 0)
            return;
        m_stack->setCurrentIndex(at);
        m_sections.at(at)->begin();
    });
    m_list->setCurrentRow(0);
}

void SettingsPage::enter(const QVariantMap &args)
{
    const QString wanted = args.value(QStringLiteral("section")).toString();
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        if (m_sections.at(i)->id() == wanted)
            m_list->setCurrentRow(int(i));
    }
    m_sections.at(m_stack->currentIndex())->begin();
    m_sections.at(m_stack->currentIndex())->ask(args);
}

QVariantMap SettingsPage::place() const
{
    return {{QStringLiteral("section"), m_sections.at(m_stack->currentIndex())->id()}};
}

void SettingsPage::forget()
{
    for (Section *section : std::as_const(m_sections))
        section->forget();
}

void SettingsPage::focusContent()
{
    m_list->setFocus();
}

void addPages(PageRegistry &registry, std::shared_ptr<carriel::text::Preferences> preferences)
{
    registry.add({QStringLiteral("settings"), PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Settings"), "settings",
                  100, [preferences](const PageContext &context, QWidget *parent) -> Page * {
                      return new SettingsPage(context, preferences, parent);
                  }});
}

} // namespace carriel::ui::settings
