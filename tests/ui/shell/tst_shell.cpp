// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Profiles.h"
#include "core/services/Session.h"
#include "tests/support/EventCount.h"
#include "tests/support/Patience.h"
#include "ui/AllPages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NavigationPanel.h"
#include "ui/shell/Navigator.h"
#include "ui/shell/Page.h"
#include "ui/shell/ProfileTitle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionRow.h"
#include "ui/widgets/FileDrop.h"
#include "ui/widgets/UndoStack.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPromise>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace carriel;
using namespace carriel::ui;

class TestShell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        Session::Options options;
        options.dir = m_dir->path();
        options.background = false;
        m_session = std::make_unique<Session>(std::move(options));
    }

    void everyPageCanBeMade()
    {
        Theme theme;
        MainWindow window(m_registry, theme);
        Navigator navigator(*m_session, theme, m_registry, window);
        QVERIFY(!m_registry.all().isEmpty());
        for (const PageInfo &info : m_registry.all()) {
            QWidget parent;
            Page *made = m_registry.make(info.id, {*m_session, theme, navigator}, &parent);
            QVERIFY2(made, qPrintable(info.id));
            QCOMPARE(made->objectName(), info.id);
            QVERIFY2(!info.titleText().isEmpty(), qPrintable(info.id));
        }
        QVERIFY(!m_registry.make(QStringLiteral("nothing of the kind"), {*m_session, theme, navigator}, nullptr));
    }

    void theNavigationMarksWhereOneIs()
    {
        Theme theme;
        MainWindow window(m_registry, theme);
        NavigationPanel &navigation = window.navigation();
        const auto marked = [&navigation] {
            QStringList names;
            for (const QAbstractButton *button : navigation.findChildren<QAbstractButton *>()) {
                if (button->isChecked())
                    names << button->objectName();
            }
            return names;
        };
        navigation.setCurrent(QStringLiteral("settings"));
        QCOMPARE(marked(), QStringList{QStringLiteral("nav.settings")});
        navigation.setCurrent(m_registry.find(QStringLiteral("viewer"))->under);
        QCOMPARE(marked(), QStringList{QStringLiteral("nav.documents")});
        navigation.setCurrent(m_registry.find(QStringLiteral("transfers"))->under);
        QVERIFY(marked().isEmpty());
        navigation.setCurrent(QStringLiteral("home"));
        QCOMPARE(marked(), QStringList{QStringLiteral("nav.home")});
    }

    void ctrlQClosesTheWindowLockedOrNot()
    {
        Theme theme;
        MainWindow window(m_registry, theme);
        Navigator navigator(*m_session, theme, m_registry, window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!window.isVisible());
    }

    // Also of one that is locked: by the name given, else whose it is. Where it lies is said only where two are called the same.
    void profilesAreCalledAsWhoseTheyAre()
    {
        const auto title = [this](const ProfileInfo &one, const QList<ProfileInfo> &others = {}) { return profileTitle(one, QList{one} + others, *m_session); };
        const ProfileInfo here{QDir::homePath() + QStringLiteral("/Carpetas/carlos"), {}, QStringLiteral("Carlos Restrepo")};
        const QString where = QDir::toNativeSeparators(QStringLiteral("~/Carpetas/carlos"));
        QCOMPARE(title({here.dir, QStringLiteral("La Espiga"), here.owner}), QStringLiteral("La Espiga"));
        QCOMPARE(title(here), QStringLiteral("Carlos Restrepo"));
        QCOMPARE(title({here.dir, {}, {}}), QStringLiteral("My folder"));
        QCOMPARE(title(here, {{QStringLiteral("/tmp/p"), {}, QStringLiteral("Ana")}}), QStringLiteral("Carlos Restrepo"));
        QCOMPARE(title(here, {{QStringLiteral("/tmp/p"), {}, here.owner}}), QStringLiteral("Carlos Restrepo (%1)").arg(where));
        QTemporaryDir folder;
        Profiles::noteOwner(folder.path(), QStringLiteral("Ana Pérez"));
        const auto listed = Profiles(folder.filePath(QStringLiteral("root"))).list(folder.path());
        QCOMPARE(listed.size(), 1);
        QCOMPARE(title(listed.first()), QStringLiteral("Ana Pérez"));
    }

    // Another act may end while one is being undone.
    void whatIsUndoneIsWhatWasAsked()
    {
        UndoStack stack;
        QStringList undone;
        connect(&stack, &UndoStack::undone, this, [&undone](const QString &text) { undone << text; });
        QPromise<Outcome> slow;
        slow.start();
        const auto atOnce = [] { return QtFuture::makeReadyFuture(Outcome()); };
        stack.push({QStringLiteral("added"), [&slow] { return slow.future(); }, atOnce});
        stack.undo();
        stack.push({QStringLiteral("removed"), atOnce, atOnce});
        slow.addResult(Outcome());
        slow.finish();
        QTRY_COMPARE(undone, QStringList{QStringLiteral("added")});
        QTRY_COMPARE(stack.undoText(), QStringLiteral("removed"));
        QVERIFY(stack.canUndo() && !stack.canRedo());
        stack.undo();
        QTRY_COMPARE(undone.value(1), QStringLiteral("removed"));
        QVERIFY(!stack.canUndo());
    }

    void buttonsGiveUpTheirWordsBeforeTheirLine()
    {
        ActionRow row(4);
        QList<QToolButton *> buttons;
        for (const char *name : {"one", "two", "three"}) {
            auto *action = new QAction(QString(QString::fromLatin1(name) + QStringLiteral(" of several words")), &row);
            action->setIcon(QIcon(QPixmap(16, 16)));
            buttons << row.addAction(action, QString::fromLatin1(name));
        }
        row.resize(2000, 40);
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        QCOMPARE(buttons.last()->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        const int wide = buttons.first()->width();
        row.resize(2 * wide + 60, 40);
        QTRY_COMPARE(buttons.last()->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QCOMPARE(buttons.first()->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        QTRY_COMPARE(buttons.last()->y(), buttons.first()->y());
        // And then it rests: measuring its buttons must not make it measure them again.
        QTest::qWait(50);
        const test::EventCount layouts(QEvent::LayoutRequest);
        QTest::qWait(200);
        QVERIFY2(layouts.count() < 5, qPrintable(QString::number(layouts.count())));
    }

    void aPageTakesOneFileThatIsDropped()
    {
        QWidget page;
        QStringList taken;
        takeDroppedFile(&page, [&taken](const QString &path) { taken << path; });
        const auto drop = [&page](const QList<QUrl> &urls) {
            QMimeData data;
            data.setUrls(urls);
            QDragEnterEvent over({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&page, &over);
            QDropEvent let({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&page, &let);
            return over.isAccepted();
        };
        const QUrl one = QUrl::fromLocalFile(QStringLiteral("/tmp/acta.pdf"));
        QVERIFY(drop({one}));
        QVERIFY(!drop({one, one}) && !drop({}) && !drop({QUrl(QStringLiteral("https://example.co/acta.pdf"))}));
        QCOMPARE(taken, QStringList{QStringLiteral("/tmp/acta.pdf")});
    }

    void aWheelScrollsAndChangesNothing()
    {
        Theme theme;
        MainWindow window(m_registry, theme);
        QWidget form;
        auto *column = new QVBoxLayout(&form);
        QComboBox list;
        list.addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        list.setCurrentIndex(1);
        QSpinBox number;
        number.setValue(5);
        QDateEdit day(QDate(2026, 11, 22));
        for (QWidget *field : {static_cast<QWidget *>(&list), static_cast<QWidget *>(&number), static_cast<QWidget *>(&day)})
            column->addWidget(field);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        for (QWidget *field : {static_cast<QWidget *>(&list), static_cast<QWidget *>(&number), static_cast<QWidget *>(&day)}) {
            QVERIFY(!(field->focusPolicy() & ~Qt::StrongFocus));
            field->setFocus(); // not even then: the page is what the person turns
            const QPointF at = field->rect().center();
            QWheelEvent turn(at, field->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(field, &turn);
            QVERIFY(!turn.isAccepted());
        }
        QCOMPARE(list.currentIndex(), 1);
        QCOMPARE(number.value(), 5);
        QCOMPARE(day.date(), QDate(2026, 11, 22));
    }

    void everyFolderIsInTheListAndTheOpenOneToo()
    {
        QTemporaryDir root;
        Profiles profiles(root.path());
        const QString first = root.filePath(QStringLiteral("default")); // as the command line or the first start makes it: unnamed
        {
            Session::Options options;
            options.dir = first;
            Session session(std::move(options));
            const auto made = session.createVault({false, SecretBytes::copyOf("correct horse battery")});
            QTRY_VERIFY(made.isFinished());
        }
        QVERIFY(QDir(root.path()).mkpath(QStringLiteral("something else")));
        QVERIFY(profiles.create(QStringLiteral("Empresa")).ok());
        const auto dirs = [](const QList<ProfileInfo> &list) {
            QStringList out;
            for (const ProfileInfo &profile : list)
                out << QString(profile.name + u'@' + QFileInfo(profile.dir).fileName());
            return out;
        };
        const QStringList known = dirs(profiles.list());
        QCOMPARE(known.size(), 2);
        QVERIFY(known.contains(QStringLiteral("@default")));
        QVERIFY(dirs(profiles.list(QStringLiteral("/elsewhere/mine/"))).contains(QStringLiteral("@mine")));
        QCOMPARE(profiles.list(first).size(), 2);
        // Taken off the list it keeps its name and its documents, and comes back.
        QVERIFY(profiles.setListed(first, false).ok());
        QCOMPARE(profiles.list().size(), 1);
        QVERIFY(profiles.rename(first, QStringLiteral("Yo")).ok());
        QCOMPARE(profiles.list().size(), 1);
        QVERIFY(profiles.setListed(first, true).ok());
        QVERIFY(dirs(profiles.list()).contains(QStringLiteral("Yo@default")));
        // One that lies elsewhere is found again, as long as it is there.
        QTemporaryDir other;
        Profiles others(other.path());
        others.remember(first);
        others.remember(first);
        others.remember(QStringLiteral("/nowhere/at/all"));
        QCOMPARE(dirs(others.list()), QStringList{QStringLiteral("Yo@default")});
        QCOMPARE(Profiles::nameOf(first), QStringLiteral("Yo"));
    }

    void undoRunsOneStepAtATimeAndStopsAtAFailure()
    {
        UndoStack stack;
        QStringList acts;
        const auto step = [&acts](const QString &name) {
            const auto act = [&acts](const QString &what) {
                return [&acts, what] { // takes its time, as the services do
                    acts << what;
                    auto promise = std::make_shared<QPromise<Outcome>>();
                    promise->start();
                    QTimer::singleShot(1, qApp, [promise] {
                        promise->addResult(Outcome());
                        promise->finish();
                    });
                    return promise->future();
                };
            };
            return UndoStep{name, act(QStringLiteral("-") + name), act(QStringLiteral("+") + name)};
        };
        stack.push(step(QStringLiteral("a")));
        stack.push(step(QStringLiteral("b")));
        stack.undo();
        stack.undo(); // the first has not ended: nothing happens
        QTRY_VERIFY(stack.canUndo());
        QCOMPARE(acts, QStringList{QStringLiteral("-b")});
        stack.redo();
        QTRY_VERIFY(stack.canUndo());
        stack.push({QStringLiteral("c"),
                    [] {
                        return QtFuture::makeReadyFuture(Outcome(Error{ErrorCode{"CAR-SVC-001"}, {}, {}}));
                    },
                    {}});
        QSignalSpy failed(&stack, &UndoStack::failed);
        stack.undo();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(stack.undoText(), QStringLiteral("c"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
    PageRegistry m_registry = allPages();
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
