// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/ProfilesPage.h"

#include "core/services/Session.h"
#include "ui/shell/PageRegistry.h"
#include "ui/shell/ProfileTitle.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {

bool same(const QString &a, const QString &b)
{
    return QDir::cleanPath(a) == QDir::cleanPath(b);
}

} // namespace

ProfilesPage::ProfilesPage(const PageContext &context, Profiles profiles, QWidget *parent)
    : Page(context, parent), m_profiles(std::move(profiles))
{
    auto *title = new PageHead(theme(), QStringLiteral("profiles"), tr("My folders"), this);
    auto *intro = theme().label(tr("Each folder has its own documents, its own operator and its own key: yours, your company's, your child's."),
                                TypeRole::Body, this, Role::TextMuted);
    intro->setObjectName(QStringLiteral("profiles.intro"));
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("profiles.list"));
    m_list->setAccessibleName(tr("My folders"));
    m_list->setMinimumHeight(space::target * 2);
    m_open = new QPushButton(tr("Open this folder"), this);
    m_open->setObjectName(QStringLiteral("profiles.open"));
    setVariant(m_open, Variant::Primary);
    m_takeOff = new QPushButton(tr("Take it off this list"), this);
    m_takeOff->setObjectName(QStringLiteral("profiles.takeOff"));
    auto *label = theme().label(tr("Name"), TypeRole::Body, this);
    label->setObjectName(QStringLiteral("profiles.nameLabel"));
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("profiles.name"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMinimumHeight(space::target);
    m_name->setMaxLength(80);
    label->setBuddy(m_name);
    m_rename = new QPushButton(tr("Rename the chosen one"), this);
    m_rename->setObjectName(QStringLiteral("profiles.rename"));
    m_create = new QPushButton(theme().icon(QStringLiteral("plus")), tr("Add a folder with this name"), this);
    m_create->setObjectName(QStringLiteral("profiles.create"));
    m_problem = new Callout(theme(), QStringLiteral("profiles.problem"), this);

    auto *open = new QHBoxLayout;
    open->addStretch(1);
    open->setSpacing(space::s);
    open->addWidget(m_takeOff);
    open->addWidget(m_open);
    auto *buttons = new FlowLayout(nullptr, space::s); // in double type they do not fit beside each other
    buttons->addWidget(m_rename);
    buttons->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xs, space::xs, space::xs, space::xs);
    column->setSpacing(space::m);
    column->addWidget(title);
    column->addWidget(intro);
    column->addWidget(m_list, 1);
    column->addLayout(open);
    column->addSpacing(space::s);
    column->addWidget(label);
    column->addWidget(m_name);
    column->addLayout(buttons);
    column->addWidget(m_problem);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);

    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesPage::refresh);
    connect(m_list, &QListWidget::itemActivated, this, &ProfilesPage::openSelected);
    connect(m_open, &QPushButton::clicked, this, &ProfilesPage::openSelected);
    connect(m_name, &QLineEdit::textChanged, this, &ProfilesPage::refresh);
    connect(m_rename, &QPushButton::clicked, this, &ProfilesPage::rename);
    connect(m_create, &QPushButton::clicked, this, &ProfilesPage::create);
    connect(m_takeOff, &QPushButton::clicked, this, &ProfilesPage::takeOff);
    connect(m_problem, &Callout::action, this, &ProfilesPage::putBack);
    // In the field Enter adds what was typed; without this it would open the chosen folder, the dialog's main button.
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(key), m_name, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, m_create,
                [this] { m_create->click(); });
}

void ProfilesPage::enter(const QVariantMap &)
{
    m_problem->clear();
    read(session().dir());
    focusContent();
}

void ProfilesPage::focusContent()
{
    m_list->setFocus();
}

QString ProfilesPage::selectedDir() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void ProfilesPage::read(const QString &selected)
{
    m_list->clear();
    const QList<ProfileInfo> all = m_profiles.list(session().dir());
    for (const ProfileInfo &profile : all) {
        const bool here = same(profile.dir, session().dir());
        const QString name = profileTitle(profile, all, session());
        auto *item = new QListWidgetItem(theme().icon(QStringLiteral("user")), here ? tr("%1 (open now)").arg(name) : name, m_list);
        item->setSizeHint({space::target, qMax(space::target + space::s, 2 * fontMetrics().height())});
        item->setToolTip(QDir::toNativeSeparators(profile.dir));
        item->setData(Qt::UserRole, profile.dir);
        item->setData(Qt::UserRole + 1, profile.name);
        if (same(profile.dir, selected))
            m_list->setCurrentItem(item);
    }
    refresh();
}

void ProfilesPage::refresh()
{
    const QString dir = selectedDir();
    const QString name = m_name->text().trimmed();
    m_open->setEnabled(!dir.isEmpty() && !same(dir, session().dir()));
    m_takeOff->setEnabled(m_open->isEnabled());
    m_rename->setEnabled(!dir.isEmpty() && !name.isEmpty());
    m_create->setEnabled(!name.isEmpty());
}

void ProfilesPage::openSelected()
{
    const QString dir = selectedDir();
    if (dir.isEmpty() || same(dir, session().dir()))
        return;
    host().switchProfile(dir);
    Q_EMIT done();
}

void ProfilesPage::create()
{
    m_problem->clear();
    const Result<ProfileInfo> made = m_profiles.create(m_name->text().trimmed());
    if (!made.ok()) {
        m_problem->say(made.error());
        return;
    }
    m_problem->say(Callout::Kind::Success, tr("The folder %1 was added.").arg(made.value().name), tr("Open it to set it up."));
    m_name->clear();
    read(made.value().dir);
}

void ProfilesPage::rename()
{
    m_problem->clear();
    const QString dir = selectedDir();
    const Outcome renamed = m_profiles.rename(dir, m_name->text().trimmed());
    if (!renamed.ok()) {
        m_problem->say(renamed.error());
        return;
    }
    m_name->clear();
    read(dir);
}

void ProfilesPage::takeOff()
{
    const QString dir = selectedDir();
    const QString name = m_list->currentItem()->text();
    if (const Outcome taken = m_profiles.setListed(dir, false); !taken.ok())
        return m_problem->say(taken.error());
    m_takenOff = dir;
    m_problem->say(Callout::Kind::Info, tr("%1 is no longer on this list.").arg(name),
                   tr("Nothing was deleted: its documents are still in %1.").arg(QDir::toNativeSeparators(dir)));
    m_problem->setAction(tr("Put it back"));
    read(session().dir());
}

void ProfilesPage::putBack()
{
    if (const Outcome back = m_profiles.setListed(m_takenOff, true); !back.ok())
        return m_problem->say(back.error());
    m_problem->clear();
    read(m_takenOff);
}

void addProfilePages(PageRegistry &registry, const Profiles &profiles)
{
    registry.add({QStringLiteral("profiles"), PagePlace::Dialog, QT_TRANSLATE_NOOP("Pages", "My folders"), "users", 0,
                  [profiles](const PageContext &context, QWidget *parent) -> Page * { return new ProfilesPage(context, profiles, parent); }});
}

} // namespace carriel::ui
