// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ProgramSections.h"

#include "core/services/Session.h"
#include "ui/text/Preferences.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace carriel::ui::settings {
namespace {

const QString yes = QStringLiteral("yes");
const QString no = QStringLiteral("no");

} // namespace

// ---- language and look

LookSection::LookSection(const PageContext &context, std::shared_ptr<carriel::text::Preferences> preferences, QWidget *parent)
    : Section(context, QStringLiteral("look"), tr("Language and look"), parent), m_preferences(std::move(preferences))
{
    Card *language = card(QStringLiteral("language"), tr("Language"));
    // Each in its own words, so that who cannot read the other finds it.
    for (const auto &[code, words] : {std::pair{"es", QStringLiteral("Español")}, {"en", QStringLiteral("English")}}) {
        auto *button = new QRadioButton(words, language);
        const QString id = QString::fromLatin1(code);
        button->setObjectName(QStringLiteral("settings.language.") + id);
        button->setChecked(m_preferences->language() == id);
        language->column()->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, id] { m_preferences->setLanguage(id); });
    }
    Card *look = card(QStringLiteral("appearance"), tr("Look"));
    const QList<std::pair<ThemeChoice, QString>> choices{{ThemeChoice::System, tr("As the system")},
                                                         {ThemeChoice::Light, tr("Light")},
                                                         {ThemeChoice::Dark, tr("Dark")},
                                                         {ThemeChoice::HighContrast, tr("High contrast")}};
    for (const auto &[choice, words] : choices) {
        auto *button = new QRadioButton(words, look);
        button->setObjectName(QStringLiteral("settings.appearance.") + themeChoiceName(choice));
        button->setChecked(theme().choice() == choice);
        look->column()->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, picked = choice] {
            m_preferences->setAppearance(themeChoiceName(picked));
            theme().setChoice(picked);
        });
    }
    auto *motion = new QCheckBox(tr("Less movement"), look);
    motion->setObjectName(QStringLiteral("settings.motion"));
    motion->setChecked(m_preferences->reducedMotion());
    look->column()->addSpacing(space::s);
    look->column()->addWidget(motion);
    connect(motion, &QCheckBox::clicked, this, [this](bool on) {
        m_preferences->setReducedMotion(on);
        theme().setReducedMotion(on);
    });
}

// ---- locking and notices

GuardSection::GuardSection(const PageContext &context, QWidget *parent)
    : Section(context, QStringLiteral("guard"), tr("Locking and notices"), parent)
{
    Card *lock = card(QStringLiteral("lock"), tr("Lock by itself"),
                      tr("Your documents are also locked when the computer sleeps or its session is locked."));
    auto *label = text(tr("When nobody has used the program for"), QStringLiteral("settings.idle.label"), lock);
    m_idle = new QComboBox(lock);
    m_idle->setObjectName(QStringLiteral("settings.idle"));
    m_idle->setMinimumHeight(space::target);
    m_idle->setAccessibleName(label->text());
    label->setBuddy(m_idle);
    for (int minutes : {2, 5, 15, 30, 60})
        m_idle->addItem(tr("%n minute(s)", nullptr, minutes), QString::number(minutes));
    m_idle->addItem(tr("never"), QStringLiteral("0"));
    lock->column()->addWidget(label);
    lock->column()->addWidget(m_idle, 0, Qt::AlignLeft);
    Card *notices = card(QStringLiteral("notices"), tr("Notices on the desktop"),
                         tr("Others may read a notice on your screen, so it says what it is about only if you want."));
    m_notices = new QCheckBox(tr("Tell me when something needs me"), notices);
    m_notices->setObjectName(QStringLiteral("settings.notices"));
    m_content = new QCheckBox(tr("Say what it is about"), notices);
    m_content->setObjectName(QStringLiteral("settings.noticeContent"));
    notices->column()->addWidget(m_notices);
    notices->column()->addWidget(m_content);
    connect(m_idle, &QComboBox::activated, this, [this] { keep(carriel::text::keys::idleMinutes, m_idle->currentData().toString()); });
    connect(m_notices, &QCheckBox::clicked, this, [this](bool on) {
        keep(carriel::text::keys::notices, on ? yes : no);
        m_content->setEnabled(on);
    });
    connect(m_content, &QCheckBox::clicked, this, [this](bool on) { keep(carriel::text::keys::noticeContent, on ? yes : no); });
}

void GuardSection::begin()
{
    const int at = m_idle->findData(session().setting(carriel::text::keys::idleMinutes, QStringLiteral("15")));
    m_idle->setCurrentIndex(at < 0 ? 1 : at);
    m_notices->setChecked(session().setting(carriel::text::keys::notices, yes) != no);
    m_content->setChecked(session().setting(carriel::text::keys::noticeContent, no) == yes);
    m_content->setEnabled(m_notices->isChecked());
}

// ---- about

AboutSection::AboutSection(const PageContext &context, QWidget *parent)
    : Section(context, QStringLiteral("about"), tr("About"), parent)
{
    Card *program = card(QStringLiteral("program"), tr("Carriel %1").arg(QStringLiteral(CARRIEL_VERSION)),
                         tr("The citizen's digital folder on the desktop. Free software under the GNU General Public License, version 3 or later: "
                            "you may use, study, share and change it. It comes without any warranty."));
    Q_UNUSED(program);
    Card *parts = card(QStringLiteral("parts"), tr("Made with"));
    const QString qt = QStringLiteral("Qt %1 — LGPL-3.0").arg(QString::fromLatin1(qVersion()));
    int number = 0;
    for (const QString &part : {qt, QStringLiteral("Qt Charts — GPL-3.0"), QStringLiteral("SQLCipher — BSD-3-Clause"),
                                QStringLiteral("OpenSSL 3 — Apache-2.0"), QStringLiteral("QPDF — Apache-2.0"),
                                QStringLiteral("p11-kit — BSD-3-Clause"), QStringLiteral("zlib — Zlib"),
                                QStringLiteral("QR Code generator — MIT"), QStringLiteral("QtKeychain — BSD-2-Clause"),
                                QStringLiteral("Lucide — ISC, MIT")})
        parts->column()->addWidget(text(part, QStringLiteral("settings.about.part%1").arg(number++), parts));
    Card *help = card(QStringLiteral("help"), tr("If something does not work"),
                      tr("A report tells whoever helps you what the program was doing. It names no person and no document."));
    auto *report = new QPushButton(tr("Report for support…"), help);
    report->setObjectName(QStringLiteral("settings.about.report"));
    help->column()->addWidget(report, 0, Qt::AlignLeft);
    connect(report, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("diagnostics")); });
}

} // namespace carriel::ui::settings
