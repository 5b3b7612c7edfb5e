// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a document was, what happened, what is thrown away, what is kept here: the pages on a real vault.
#include "Bench.h"
#include "core/services/Storage.h"
#include "core/services/Versions.h"
#include "tests/support/Patience.h"
#include "ui/documents/Acts.h"
#include "ui/documents/Printing.h"
#include "ui/viewer/TextDiff.h"
#include "ui/text/ActivityWords.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/ContentView.h"
#include "ui/widgets/NoticeBar.h"

#include <QBuffer>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTreeView>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::ui::test;

class TestDocumentsHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->ready());
        m_bench->drop({m_bench->file(QStringLiteral("acta.txt"), "uno\ndos\ntres\n")});
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("acta.txt")).isEmpty());
        m_id = m_bench->idOf(QStringLiteral("acta.txt"));
    }
    void cleanup() { m_bench.reset(); }

    void differencesAreToldLineByLine()
    {
        using Kind = DiffLine::Kind;
        const auto lines = diffLines(QStringLiteral("a\nb\nc\n"), QStringLiteral("a\nx\nc\nd\n"));
        const QList<DiffLine> expected{{Kind::Same, QStringLiteral("a")},
                                       {Kind::Removed, QStringLiteral("b")},
                                       {Kind::Added, QStringLiteral("x")},
                                       {Kind::Same, QStringLiteral("c")},
                                       {Kind::Added, QStringLiteral("d")}};
        QCOMPARE(lines, expected);
        QVERIFY(diffLines({}, {}).isEmpty());
        QCOMPARE(diffLines(QStringLiteral("x\r\n"), QStringLiteral("x\n")), (QList<DiffLine>{{Kind::Same, QStringLiteral("x")}}));
    }

    // What is read here may be an official act: its last word counts as much as its first.
    void aTextIsShownToItsEnd()
    {
        const Theme theme;
        ContentView view(QStringLiteral("vista"), m_bench->documents(), theme, nullptr);
        QByteArray text;
        for (int i = 0; i < 2000; ++i)
            text += "Resuelve que\n";
        view.show(QStringLiteral("acto"), QStringLiteral("text/plain"), [text]() -> std::unique_ptr<QIODevice> {
            auto buffer = std::make_unique<QBuffer>();
            buffer->setData(text + "fin del acto");
            return buffer;
        });
        auto *shown = view.findChild<QPlainTextEdit *>(QStringLiteral("vista.text"));
        QTRY_VERIFY(shown->toPlainText().endsWith(QStringLiteral("fin del acto")));
    }

    void versionsAreComparedAndTakenBack()
    {
        newVersion("uno\n2\ntres\n");
        m_bench->navigator().open(QStringLiteral("history"), {{QStringLiteral("id"), m_id.text()}});
        auto *list = m_bench->find<QListWidget>("history.list");
        QTRY_COMPARE(list->count(), 2);
        QCOMPARE(list->currentRow(), 1); // the one before the last is what one comes for
        auto *text = m_bench->find<QPlainTextEdit>("history.differences");
        QTRY_COMPARE(text->toPlainText(), QStringLiteral("  uno\n− dos\n+ 2\n  tres"));
        m_bench->press("history.restore");
        QTRY_COMPARE(list->count(), 3); // nothing was taken away
        QTRY_VERIFY(m_bench->documents().open(m_id));
        QTRY_COMPARE(contentOf(m_id), QByteArray("uno\ndos\ntres\n"));
        list->setCurrentRow(0);
        QVERIFY(!m_bench->find<QPushButton>("history.restore")->isEnabled()); // it holds already
    }

    void whatHappenedIsToldInWords()
    {
        ActivityRecord record;
        record.kind = QStringLiteral("item.renamed");
        record.name = QStringLiteral("b.txt");
        record.before = QStringLiteral("a.txt");
        QVERIFY(text::activityWords(record).contains(QStringLiteral("a.txt")));
        QVERIFY(text::activityWords(record).contains(QStringLiteral("b.txt")));
        m_bench->navigator().open(QStringLiteral("activity"));
        const QAbstractItemModel &list = *m_bench->find<QTreeView>("activity.list")->model();
        QTRY_VERIFY(list.rowCount() > 0);
        QVERIFY(list.index(0, 0).data().toString().contains(QStringLiteral("acta.txt")));
        m_bench->find<QLineEdit>("activity.filter")->setText(QStringLiteral("nada de eso"));
        QTRY_COMPARE(list.rowCount(), 0);
        QVERIFY(m_bench->find<QLabel>("activity.none")->isVisible());
    }

    void theTrashSaysUntilWhen()
    {
        m_bench->documents().trash({m_id});
        m_bench->navigator().open(QStringLiteral("trash"));
        auto *page = m_bench->navigator().page(QStringLiteral("trash"));
        auto *tree = page->findChild<QTreeView *>();
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        // Without an operator nobody deletes it but the person.
        QCOMPARE(tree->model()->index(0, DocumentListModel::State).data().toString(), QStringLiteral("only by you"));
    }

    void aRuleOfAFolderCanBeTakenBack()
    {
        QVERIFY(m_bench->documents().storage().ruleOf(m_id) == KeepRule::Inherited);
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 1);
        m_bench->views().select({m_id});
        // Offered beside an operator alone: without one nothing can be brought again. What it does needs none.
        QVERIFY(!m_bench->action("action.keepHere")->isVisible());
        m_bench->action("action.keepHere")->setVisible(true);
        m_bench->action("action.keepHere")->trigger();
        QTRY_VERIFY(m_bench->documents().storage().ruleOf(m_id) == KeepRule::Keep);
        QTRY_VERIFY(m_bench->navigator().undo().undoText().contains(QStringLiteral("always")));
        m_bench->navigator().undo().undo();
        QTRY_VERIFY(m_bench->documents().storage().ruleOf(m_id) == KeepRule::Inherited);
    }

    void aDialogGrowsWithWhatItHasToSay()
    {
        QVERIFY(QDir(m_bench->path({})).mkpath(QStringLiteral("casa/2024")));
        m_bench->file(QStringLiteral("casa/2024/escritura.txt"), "x");
        for (int i = 0; i < 3; ++i)
            QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), m_bench->path(QStringLiteral("casa/un enlace de nombre largo %1").arg(i))));
        m_bench->navigator().open(QStringLiteral("documents.import"), {{QStringLiteral("path"), m_bench->path(QStringLiteral("casa"))}});
        for (const char *name : {"importCount", "dialogProblem"}) {
            auto *label = m_bench->find<QLabel>(name);
            QTRY_VERIFY2(label->isVisible() && label->height() >= label->heightForWidth(label->width()), name);
        }
        // Enter does what has the keyboard: the verb once there is something to add, and the other button where one goes to it.
        auto *verb = m_bench->find<QPushButton>("dialogVerb");
        QTRY_COMPARE(verb->window()->focusWidget(), verb);
        const QSignalSpy pressed(verb, &QPushButton::clicked);
        auto *cancel = m_bench->find<QPushButton>("dialogCancel");
        cancel->setFocus();
        QTest::keyClick(cancel, Qt::Key_Return);
        QCOMPARE(pressed.size(), 0);
        QTRY_VERIFY(!m_bench->dialog(QStringLiteral("documents.import")));
    }

    // xdg-open answers by its exit code, and the person must hear of it where they stand.
    void whatNoProgramOpensIsSaidAndTheViewStays()
    {
        QTemporaryDir programs;
        qputenv("XDG_RUNTIME_DIR", programs.path().toUtf8()); // where copies lie
        const QByteArray path = qgetenv("PATH");
        const auto restored = qScopeGuard([&path] { qputenv("PATH", path); });
        qputenv("PATH", programs.path().toUtf8() + ':' + path);
        const auto answers = [&programs](int code) {
            QFile script(programs.filePath(QStringLiteral("xdg-open")));
            if (!script.open(QIODevice::WriteOnly | QIODevice::Truncate))
                return false;
            script.write("#!/bin/sh\nexit " + QByteArray::number(code) + "\n");
            return script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        };
        auto &notices = m_bench->window().notices();
        m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), m_id.text()}});
        auto *title = m_bench->find<QLabel>("viewerTitle");
        QTRY_VERIFY(title->isVisible());
        QVERIFY(answers(3));
        m_bench->window().activateWindow();
        QTRY_VERIFY(m_bench->window().isActiveWindow());
        QTest::keyClick(&m_bench->window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(notices.text().contains(QStringLiteral("No program of this computer opens “acta.txt”")), qPrintable(notices.text()));
        QTRY_VERIFY(title->isVisible() && title->text() == QStringLiteral("acta.txt"));
        QVERIFY(m_bench->find<QPushButton>("noticeAction")->toolTip().contains(QStringLiteral("Save a copy")) ||
                m_bench->find<QPushButton>("noticeAction")->text().contains(QStringLiteral("Save a copy")));
        QVERIFY(answers(0));
        m_bench->press("viewerOpenWith");
        QTRY_VERIFY2(notices.text().contains(QStringLiteral("was opened in another program")), qPrintable(notices.text()));
        QTRY_VERIFY(title->isVisible() && title->text() == QStringLiteral("acta.txt"));
    }

    void aPrintBearsTheNameOfItsDocument()
    {
        Printing::start({m_bench->session(), m_bench->look(), m_bench->navigator()}, m_bench->documents().rows({m_id}).value(0), false,
                        &m_bench->window());
        auto *dialog = m_bench->window().findChild<QPrintDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->printer()->docName(), QStringLiteral("acta.txt"));
        dialog->reject();
    }

    // There is no operator here that could refuse a name.
    void whyItGotAnotherName()
    {
        acts::rename({m_bench->session(), m_bench->look(), m_bench->navigator()}, m_bench->documents().rows({m_id}).value(0),
                     QStringLiteral("a:b.txt"));
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("would not do on other computers or at an operator")));
    }

    void theReportNamesNothing()
    {
        m_bench->navigator().open(QStringLiteral("diagnostics"));
        auto *text = m_bench->find<QPlainTextEdit>("diagnostics.text");
        QVERIFY(text);
        QTRY_VERIFY(!text->toPlainText().isEmpty());
        QVERIFY(!text->toPlainText().contains(QStringLiteral("acta")));
    }

private:
    QByteArray contentOf(const ItemId &id)
    {
        const auto device = m_bench->documents().open(id);
        if (!device || (!device->isOpen() && !device->open(QIODevice::ReadOnly)))
            return {};
        return device->readAll();
    }
    void newVersion(const QByteArray &bytes)
    {
        bool done = false;
        QObject here;
        m_bench->documents().addVersion(m_id, m_bench->file(QStringLiteral("nueva.txt"), bytes)).then(&here, [&done](const Outcome &outcome) {
            done = outcome.ok();
        });
        QTRY_VERIFY(done);
    }

    std::unique_ptr<Bench> m_bench;
    ItemId m_id;
};

QTEST_MAIN(TestDocumentsHistory)
#include "tst_documents_history.moc"
