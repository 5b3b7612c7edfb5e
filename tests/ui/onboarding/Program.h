// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One window over one session, put together as app/ does it, and what a person does in it: by object name.
#pragma once

#include "core/services/Session.h"
#include "tests/support/Patience.h"
#include "tests/support/Press.h"
#include "ui/AllPages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Navigator.h"
#include "ui/text/Preferences.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

namespace carriel::ui {

inline const QString passphrase = QStringLiteral("café lluvia tambor 27");

struct Program {
    explicit Program(const QString &dir, std::function<void(const QUrl &)> openBrowser = {})
    {
        Session::Options options;
        options.dir = dir + QStringLiteral("/profile");
        options.background = bool(openBrowser);
        options.countEvery = std::chrono::milliseconds(500); // while locked
        options.openBrowser = std::move(openBrowser);
        session = std::make_unique<Session>(std::move(options));
        PageParts parts;
        parts.profiles = Profiles(dir + QStringLiteral("/profiles"));
        parts.preferences = std::make_shared<text::Preferences>(dir + QStringLiteral("/preferences.ini"));
        registry = allPages(parts);
        theme.install(*qApp);
        window = std::make_unique<MainWindow>(registry, theme);
        navigator = std::make_unique<Navigator>(*session, theme, registry, *window);
        window->show();
    }
    ~Program()
    {
        navigator.reset();
        window.reset();
    }
    // As app/ does when another language was chosen.
    void makeWindowAnew()
    {
        const Navigator::Place stood = navigator->place();
        const QSize size = window->size();
        navigator.reset();
        window = std::make_unique<MainWindow>(registry, theme);
        navigator = std::make_unique<Navigator>(*session, theme, registry, *window);
        window->resize(size);
        window->show();
        navigator->goTo(stood);
    }
    template <typename T = QWidget> T *find(const char *name) const { return window->findChild<T *>(QString::fromLatin1(name)); }
    bool shows(const char *name) const
    {
        const auto *widget = find(name);
        return widget && widget->isVisible();
    }
    void click(const char *name) const
    {
        carriel::test::pressWhenOffered([this, name] { return find<QAbstractButton>(name); }, name);
    }
    void type(const char *name, const QString &text) const
    {
        QTRY_VERIFY2(shows(name) && find<QLineEdit>(name), name);
        find<QLineEdit>(name)->setText(text);
    }
    void picture(const char *name) const
    {
        const QString folder = QStringLiteral(CARRIEL_BINARY_DIR "/screenshots");
        QVERIFY(QDir().mkpath(folder));
        QTest::qWait(50); // until it is laid out
        QVERIFY(window->grab().save(QString(folder + QLatin1String("/window-") + QLatin1String(name) + QLatin1String(".png"))));
    }
    // From "how do you want to open your documents" to the step after the recovery code, with a passphrase. The code.
    QString chooseAndConfirm() const
    {
        click("onboarding.choice.passphrase");
        type("onboarding.choice.first", passphrase);
        type("onboarding.choice.second", passphrase);
        click("onboarding.next");
        if (!QTest::qWaitFor([this] { return shows("onboarding.recovery"); }, carriel::test::patienceMs))
            return {};
        static const QRegularExpression gap(QStringLiteral("[\\s-]+"));
        const QStringList groups = find<QLabel>("recovery.code")->text().split(gap, Qt::SkipEmptyParts);
        for (const char *field : {"0", "1"}) {
            const QString ask = find<QLabel>(qPrintable(QStringLiteral("recovery.ask") + QString::fromLatin1(field)))->text();
            const int number = ask.section(QLatin1Char(' '), -1).toInt();
            type(qPrintable(QStringLiteral("recovery.group") + QString::fromLatin1(field)), groups.value(number - 1).toLower());
        }
        picture("recovery");
        click("onboarding.next");
        return groups.join(QLatin1Char('-'));
    }

    std::unique_ptr<Session> session;
    Theme theme;
    PageRegistry registry;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Navigator> navigator;
};

} // namespace carriel::ui
