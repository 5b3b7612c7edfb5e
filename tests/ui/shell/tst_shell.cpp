// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Session.h"
#include "ui/AllPages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Navigator.h"
#include "ui/shell/Page.h"
#include "ui/theme/Theme.h"

#include <QLineEdit>
#include <QPromise>
#include <QTemporaryDir>
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
        stack.push({QStringLiteral("c"), [] { return QtFuture::makeReadyFuture(Outcome(Error{ErrorCode{"CAR-SVC-001"}, {}, {}})); }, {}});
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
