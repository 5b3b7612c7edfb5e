// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Desktop.h"

#include "app/desktop/ContributionNotices.h"
#include "app/desktop/MailNotices.h"
#include "app/desktop/Notices.h"
#include "app/desktop/Screenshots.h"
#include "app/desktop/ShareNotices.h"
#include "app/instance/SocketPath.h"
#include "app/process/ProfileChoice.h"
#include "core/services/Documents.h"
#include "core/services/Transfers.h"
#include "ui/text/StatusWords.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QNetworkInformation>
#include <QTimer>

namespace carriel::desktop {

Desktop::Desktop(QApplication &application, Options options)
    : m_application(application), m_options(std::move(options)),
      m_preferences(std::make_shared<text::Preferences>(text::Preferences::defaultFile())), m_translation(application),
      m_browser([](const QUrl &url) { QDesktopServices::openUrl(url); }), m_profiles(Profiles::defaultRoot()),
      m_parkedAddress(m_options.openUrl)
{
    m_browser.setCommand(m_options.global.browser);
    m_translation.use(m_options.global.language.isEmpty() ? m_preferences->language() : m_options.global.language);
    look();
    m_theme.install(application);
    watch();
}

Desktop::~Desktop() = default;

void Desktop::look()
{
    m_theme.setChoice(ui::themeChoiceFrom(m_options.theme.isEmpty() ? m_preferences->appearance() : m_options.theme));
    m_theme.setReducedMotion(m_preferences->reducedMotion());
}

void Desktop::watch()
{
    connect(m_preferences.get(), &text::Preferences::appearanceChanged, this, [this] {
        m_options.theme.clear(); // chosen now, so what the command line said is over
        look();
    });
    connect(m_preferences.get(), &text::Preferences::reducedMotionChanged, this, &Desktop::look);
    connect(m_preferences.get(), &text::Preferences::languageChanged, this, [this](const QString &language) {
        m_translation.use(language);
        if (m_tray)
            m_tray->retranslate();
        // The page that asked for it is part of the window that goes away.
        QTimer::singleShot(0, this, [this] {
            if (m_open)
                m_open->makeWindowAnew();
        });
    });
    connect(&m_events, &SessionEvents::lockWanted, this, &Desktop::lock);
    connect(&m_end, &EndSignals::endWanted, this, &Desktop::end);
    connect(&m_events, &SessionEvents::wokeUp, this, [this] {
        if (m_open)
            m_open->session().networkChanged();
    });
    if (QNetworkInformation::loadDefaultBackend()) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, [this] {
            if (m_open)
                m_open->session().networkChanged();
        });
#if QT_VERSION >= QT_VERSION_CHECK(6, 3, 0)
        // Whether it is paid by amount; not every system tells.
        connect(QNetworkInformation::instance(), &QNetworkInformation::isMeteredChanged, this, &Desktop::tellMetered);
#endif
    }
}

void Desktop::tellMetered()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 3, 0)
    const QNetworkInformation *network = QNetworkInformation::instance();
    const bool known = network && network->supports(QNetworkInformation::Feature::Metered);
    if (known && m_open)
        m_open->session().documents().transfers().setMetered(network->isMetered());
#endif
}

void Desktop::start()
{
    openOrRaise(process::chosenProfile(m_options.global.profile));
}

void Desktop::openOrRaise(const QString &dir)
{
    const auto socket = instance::socketPath(dir);
    if (!socket.ok()) {
        open(dir, {});
        return;
    }
    auto *other = new instance::InstanceClient(this);
    connect(other, &instance::InstanceClient::nobodyThere, this, [this, other, dir, path = socket.value()] {
        other->deleteLater();
        open(dir, path);
    });
    connect(other, &instance::InstanceClient::finished, this, [this, other] {
        other->deleteLater();
        if (!m_open)
            m_application.quit(); // the other window has come to the front
    });
    other->raise(socket.value(), m_parkedAddress);
}

void Desktop::open(const QString &dir, const QString &socket)
{
    QDir().mkpath(dir);
    m_tray.reset();
    m_open.reset(); // the old window is gone before the new one takes its place
    ui::PageParts parts;
    parts.profiles = m_profiles;
    parts.preferences = m_preferences;
    parts.operatorUrl = QUrl(m_options.global.operatorUrl, QUrl::StrictMode);
    if (!m_options.global.caFile.isEmpty())
        parts.caFile = QDir::current().absoluteFilePath(m_options.global.caFile);
    m_open = std::make_unique<OpenProfile>(dir, socket, std::move(parts), m_theme, m_browser);
    tellMetered();
    connect(m_open.get(), &OpenProfile::addressReceived, this,
            [this](const QString &address) { m_open->navigator().openAddress(address); });
    connect(m_open.get(), &OpenProfile::profileRequested, this, [this](const QString &asked) {
        QString next = asked;
        if (next.isEmpty()) {
            const auto made = m_profiles.create(tr("New folder"));
            if (!made.ok()) {
                m_open->navigator().showError(made.error());
                return;
            }
            next = made.value().dir;
        }
        if (next != m_open->session().dir())
            QTimer::singleShot(0, this,
                               [this, next] { openOrRaise(next); }); // the page that asked goes away with its window
    });
    // A folder that was named but never set up is no place to start in: the next start would seem to have lost everything.
    const auto remember = [this, dir] {
        if (m_open->session().vaultState() != VaultState::None)
            m_profiles.remember(dir);
        if (m_open->session().vaultState() != VaultState::None
            && (m_options.global.profile.isEmpty() || dir.startsWith(Profiles::defaultRoot())))
            m_profiles.setLastUsed(dir);
    };
    connect(&m_open->session(), &Session::vaultStateChanged, this, remember);
    remember();

    if (m_options.screenshots.isEmpty()) {
        m_tray = std::make_unique<Tray>(m_application.windowIcon());
        connect(m_tray.get(), &Tray::openRequested, m_open.get(), &OpenProfile::raise);
        connect(m_tray.get(), &Tray::lockRequested, this, &Desktop::lock);
        connect(m_tray.get(), &Tray::quitRequested, &m_application, &QApplication::quit);
        connect(&m_open->session(), &Session::statusChanged, m_tray.get(),
                [this](const SyncStatus &status) { m_tray->setState(text::shortWords(status)); });
        connect(new Notices(m_open->session(), m_open.get()), &Notices::wanted, m_tray.get(), &Tray::say);
        connect(new MailNotices(m_open->session(), m_open.get()), &MailNotices::wanted, m_tray.get(), &Tray::say);
        connect(new ContributionNotices(m_open->session(), m_open.get()), &ContributionNotices::wanted, m_tray.get(),
                &Tray::say);
        connect(new ShareNotices(m_open->session(), m_open.get()), &ShareNotices::wanted, m_tray.get(), &Tray::say);
    }
    m_open->show();
    m_open->navigator().openAddress(std::exchange(m_parkedAddress, {}));
    if (!m_options.screenshots.isEmpty())
        takeScreenshots();
}

void Desktop::lock()
{
    if (!m_open || m_open->session().vaultState() != VaultState::Unlocked) {
        m_events.readyToSleep();
        return;
    }
    m_open->session().lock().then(this, [this](const Outcome &) { m_events.readyToSleep(); });
}

void Desktop::end()
{
    if (m_open && m_open->session().vaultState() == VaultState::Unlocked)
        m_open->session().lock().then(this, [this](const Outcome &) { m_application.quit(); });
    else
        m_application.quit();
}

void Desktop::takeScreenshots()
{
    const QString suffix = m_options.theme.isEmpty() ? QString() : QString(u'-' + m_options.theme);
    auto *pictures = new Screenshots(*m_open, m_options.screenshots, suffix, m_open.get());
    connect(pictures, &Screenshots::finished, this, [this](int kept) {
        qInfo("%d pictures", kept);
        m_application.exit(kept > 0 ? 0 : 1);
    });
    pictures->start();
}

} // namespace carriel::desktop
