// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/StorageSection.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Transfers.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace carriel::ui::settings {

// ---- room on this computer

StorageSection::StorageSection(const PageContext &context, QWidget *parent)
    : Section(context, QStringLiteral("storage"), tr("Without connection"), parent)
{
    Card *keeps = card(QStringLiteral("keep"), tr("What is kept on this computer"),
                       tr("The list of your documents is always here. With everything here, you open any document without the internet."));
    m_everything = new QRadioButton(tr("Everything"), keeps);
    m_everything->setObjectName(QStringLiteral("settings.keep.everything"));
    m_onDemand = new QRadioButton(tr("What I open and what I mark"), keeps);
    m_onDemand->setObjectName(QStringLiteral("settings.keep.onDemand"));
    keeps->column()->addWidget(m_everything);
    keeps->column()->addWidget(m_onDemand);
    m_folders = card(QStringLiteral("folders"), tr("Folders with a rule of their own"),
                     tr("Choose “Always keep on this computer” or “Only when I open it” in the menu of a folder or document."));
    Card *used = card(QStringLiteral("used"), tr("Room"));
    m_used = text({}, QStringLiteral("settings.storage.bytes"), used);
    m_only = text({}, QStringLiteral("settings.storage.only"), used, Role::TextMuted);
    m_free = new QPushButton(used);
    m_free->setObjectName(QStringLiteral("settings.storage.free"));
    used->column()->addWidget(m_used);
    used->column()->addWidget(m_only);
    used->column()->addWidget(m_free, 0, Qt::AlignLeft);
    connect(m_everything, &QRadioButton::clicked, this, [this] { keepEverything(true); });
    connect(m_onDemand, &QRadioButton::clicked, this, [this] { keepEverything(false); });
    connect(m_free, &QPushButton::clicked, this, &StorageSection::freeNow);
    connect(&session().documents(), &Documents::changed, this, [this] {
        if (isVisible())
            begin();
    });
}

void StorageSection::keepEverything(bool on)
{
    session().documents().storage().setKeepEverything(on).then(this, [this](const Outcome &outcome) {
        if (!outcome.ok())
            host().showError(outcome.error());
        begin();
    });
}

void StorageSection::freeNow()
{
    m_free->setEnabled(false);
    session().documents().storage().freeNow().then(this, [this](const Result<qint64> &freed) {
        if (freed.ok())
            host().say(tr("%1 freed. Your operator has those documents; they come back when you open them.")
                           .arg(carriel::text::size(freed.value())));
        else
            host().showError(freed.error());
        begin();
    });
}

void StorageSection::begin()
{
    Storage &storage = session().documents().storage();
    (storage.keepsEverything() ? m_everything : m_onDemand)->setChecked(true);
    const StorageUse use = storage.use();
    const auto size = [](qint64 bytes) { return carriel::text::size(bytes); };
    QStringList lines{tr("%1 of %2 of documents are on this computer, encrypted.").arg(size(use.here), size(use.all))};
    if (use.diskFree >= 0)
        lines << tr("The file takes %1; %2 are free on the disk.").arg(size(use.vaultFile), size(use.diskFree));
    m_used->setText(lines.join(QLatin1Char(' ')));
    m_only->setText(tr("%1 are only on this computer; they are never freed before your operator has them.").arg(size(use.onlyHere)));
    m_only->setVisible(use.onlyHere > 0);
    m_free->setText(use.freeable > 0 ? tr("Free %1").arg(size(use.freeable)) : tr("There is nothing to free"));
    m_free->setEnabled(use.freeable > 0);
    showRules();
}

void StorageSection::forget()
{
    delete m_rules;
    m_rules = nullptr;
}

void StorageSection::showRules()
{
    forget();
    const QList<KeptFolder> rules = session().documents().storage().rules();
    m_rules = new QWidget(m_folders);
    m_rules->setObjectName(QStringLiteral("settings.storage.rules"));
    auto *column = new QVBoxLayout(m_rules);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    int number = 0;
    for (const KeptFolder &rule : rules) {
        const QString name = QStringLiteral("settings.storage.rule%1").arg(number++);
        auto *line = new QWidget(m_rules);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        const QString words = rule.rule == KeepRule::Keep ? tr("always here") : tr("only when opened");
        row->addWidget(text(QStringList{rule.path, words, carriel::text::sizeOf(rule.here, rule.all)}.join(QStringLiteral(" · ")), name, line), 1);
        auto *away = new QPushButton(tr("Remove"), line);
        away->setObjectName(name + QLatin1String(".remove"));
        away->setAccessibleName(tr("Remove the rule of %1").arg(rule.path));
        setVariant(away, Variant::Quiet);
        row->addWidget(away);
        column->addWidget(line);
        connect(away, &QPushButton::clicked, this, [this, id = rule.item] {
            session().documents().storage().setRule({id}, KeepRule::Inherited).then(this, [this](const Outcome &outcome) {
                if (!outcome.ok())
                    host().showError(outcome.error());
                begin();
            });
        });
    }
    if (rules.isEmpty())
        column->addWidget(text(tr("None."), QStringLiteral("settings.storage.noRules"), m_rules));
    m_folders->column()->addWidget(m_rules);
    m_rules->show();
}

// ---- how documents travel

NetworkSection::NetworkSection(const PageContext &context, QWidget *parent)
    : Section(context, QStringLiteral("network"), tr("Transfers"), parent)
{
    Card *limits = card(QStringLiteral("limits"), tr("How fast documents may travel"),
                        tr("A limit leaves room for other programs. Nothing is lost by it; it only takes longer."));
    m_up = rates(QStringLiteral("settings.network.up"), tr("To your operator"), limits);
    m_down = rates(QStringLiteral("settings.network.down"), tr("To this computer"), limits);
    Card *paid = card(QStringLiteral("metered"), tr("Networks that are paid by amount"));
    m_metered = new QCheckBox(tr("Wait there with everything that I do not ask for"), paid);
    m_metered->setObjectName(QStringLiteral("settings.network.metered"));
    paid->column()->addWidget(m_metered);
    connect(m_metered, &QCheckBox::clicked, this, &NetworkSection::keepLimits);
}

QComboBox *NetworkSection::rates(const QString &name, const QString &words, Card *card)
{
    auto *label = text(words, QString(name + QLatin1String(".label")), card);
    auto *box = new QComboBox(card);
    box->setObjectName(name);
    box->setMinimumHeight(space::target);
    box->setAccessibleName(words);
    label->setBuddy(box);
    box->addItem(tr("without limit"), qint64(0));
    for (const qint64 rate : {100'000, 250'000, 500'000, 1'000'000, 2'000'000, 5'000'000, 10'000'000})
        box->addItem(tr("%1 per second").arg(carriel::text::size(rate)), rate);
    card->column()->addWidget(label);
    card->column()->addWidget(box, 0, Qt::AlignLeft);
    connect(box, &QComboBox::activated, this, &NetworkSection::keepLimits);
    return box;
}

void NetworkSection::begin()
{
    const TransferLimits limits = session().documents().transfers().limits();
    m_up->setCurrentIndex(qMax(0, m_up->findData(limits.upBytesPerSecond)));
    m_down->setCurrentIndex(qMax(0, m_down->findData(limits.downBytesPerSecond)));
    m_metered->setChecked(limits.pauseOnMetered);
}

void NetworkSection::keepLimits()
{
    const TransferLimits limits{m_up->currentData().toLongLong(), m_down->currentData().toLongLong(), m_metered->isChecked()};
    session().documents().transfers().setLimits(limits).then(this, [this](const Outcome &outcome) {
        if (!outcome.ok())
            host().showError(outcome.error());
        begin();
    });
}

} // namespace carriel::ui::settings
