// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The record of activity in the window: found by kind and period, checked, saved as files, counted.
#include "Bench.h"
#include "core/services/Activity.h"
#include "core/vault/Settings.h"
#include "core/vault/Vault.h"
#include "tests/support/Patience.h"
#include "ui/text/ActivityWords.h"

#include <QChartView>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeView>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::ui::test;

class TestActivityPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->ready());
        m_bench->drop({m_bench->file(QStringLiteral("acta.txt"), "uno\n")});
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("acta.txt")).isEmpty());
        m_bench->documents().activity().tell(QStringLiteral("document.printed"), m_bench->idOf(QStringLiteral("acta.txt")));
        m_bench->navigator().open(QStringLiteral("activity"));
        QTRY_COMPARE(rows().rowCount(), 2);
    }
    void cleanup() { m_bench.reset(); }

    void whatIsLookedForByItsKind()
    {
        QCOMPARE(rows().columnCount(), 2); // nobody anchors what has no operator
        const QString printed = rows().index(0, 0).data().toString();
        choose("activity.group", 3);
        QTRY_COMPARE(rows().rowCount(), 1);
        QCOMPARE(rows().index(0, 0).data().toString(), printed);
        choose("activity.group", 4);
        QTRY_COMPARE(rows().rowCount(), 0);
        choose("activity.group", 0);
        choose("activity.period", 1);
        QTRY_COMPARE(rows().rowCount(), 2);
    }

    void everyKindBelongsToOneGroup()
    {
        QStringList all;
        for (const text::ActivityGroup &group : text::activityGroups())
            all += group.kinds;
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
        for (const QString &kind : std::as_const(all)) {
            ActivityRecord one;
            one.kind = kind;
            QVERIFY2(kind.endsWith(u'.') || (text::activityKind(kind) != kind && !text::activityWords(one).contains(kind)), qPrintable(kind));
        }
    }

    // What the person decided and what the operator says of it stand in two logs, and are one act.
    void anActIsOneLine()
    {
        const auto record = [](const char *kind, const char *item, const char *log, qint64 seq, int minute) {
            ActivityRecord out;
            out.kind = QString::fromLatin1(kind);
            out.item = ItemId(QString::fromLatin1(item));
            out.log = QString::fromLatin1(log);
            out.seq = seq;
            out.whenUtc = QDateTime(QDate(2026, 11, 23), QTime(14, minute), Qt::UTC);
            out.anchored = true;
            return out;
        };
        ActivityRecord given = record("act.contribution", "C1", "op:f", 9, 9), again = record("act.contribution", "C2", "op:f", 12, 12);
        given.about = again.about = {ItemId(QStringLiteral("D1")), ItemId(QStringLiteral("D2"))};
        ActivityRecord loose = record("share.decided", "S1", "dev:a:1", 3, 3);
        loose.anchored = false;
        // Newest first; the operator's clock is behind, so its word about the end stands before the decision.
        const QList<ActivityRecord> all = joined({again, record("document.given", "D1", "dev:a:1", 11, 11), record("document.given", "D2", "dev:a:1", 10, 11), given,
                                                  record("document.given", "D2", "dev:a:1", 8, 8), record("document.given", "D1", "dev:a:1", 7, 8),
                                                  record("share.revoke", "S1", "dev:a:1", 6, 6), record("act.share-revocation", "S1", "op:f", 5, 5),
                                                  record("act.share", "S1", "op:f", 4, 4), loose, record("act.share", "S9", "op:f", 2, 2),
                                                  record("document.added", "S1", "dev:a:1", 1, 1)});
        QStringList seen;
        for (const ActivityRecord &one : all)
            seen += QStringLiteral("%1 %2+%3").arg(one.kind).arg(one.seq).arg(one.confirmedSeq);
        QCOMPARE(seen, (QStringList{QStringLiteral("document.given 11+12"), QStringLiteral("document.given 10+12"), QStringLiteral("document.given 8+9"),
                                    QStringLiteral("document.given 7+9"), QStringLiteral("share.revoke 6+5"), QStringLiteral("share.decided 3+4"),
                                    QStringLiteral("act.share 2+0"), QStringLiteral("document.added 1+0")}));
        QVERIFY(all.at(0).anchored && !all.at(5).anchored); // both have to be
        QVERIFY(text::activityLine(all.at(5)).size() > text::activityWords(all.at(5)).size());
        QVERIFY(text::activityBothLogs(all.at(5)).contains(QStringLiteral("4")));
        QCOMPARE(text::activityLine(all.at(7)), text::activityWords(all.at(7)));
    }

    void theRecordIsChecked()
    {
        m_bench->find<QPushButton>("activity.verify")->click();
        auto *title = m_bench->find<QLabel>("activity.proof.title");
        QTRY_VERIFY(title->isVisible());
        QVERIFY2(title->text().contains(u'2'), qPrintable(title->text()));
    }

    void theRecordIsSavedBesideWhatIsThere()
    {
        const QTemporaryDir out;
        for (int copies : {1, 2}) {
            m_bench->find<QPushButton>("activity.export")->click();
            auto *dialog = m_bench->navigator().page(QStringLiteral("activity"))->findChild<QFileDialog *>();
            QVERIFY(dialog);
            Q_EMIT dialog->fileSelected(out.path());
            dialog->close();
            QTRY_VERIFY(m_bench->find<QPushButton>("activity.export")->isEnabled());
            QTRY_COMPARE(QDir(out.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), copies);
            QTRY_VERIFY(!m_bench->navigator().page(QStringLiteral("activity"))->findChild<QFileDialog *>());
        }
        const QString folder = QDir(out.path()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot).first().filePath();
        QCOMPARE(QDir(folder).entryList(QDir::Files),
                 (QStringList{QStringLiteral("activity.csv"), QStringLiteral("activity.jsonl"), QStringLiteral("checkpoints.jsonl"),
                              QStringLiteral("details.jsonl")}));
        QVERIFY(Activity::verifyFolders({folder}).value().faults.isEmpty());
    }

    // What the operator changed is called out until the person says that it was seen.
    void anAlarmIsTakenNoteOf()
    {
        alarm();
        m_bench->navigator().open(QStringLiteral("home"));
        QTRY_VERIFY(isAtHome());
        m_bench->navigator().open(QStringLiteral("activity"));
        QTRY_VERIFY(m_bench->find<QPushButton>("activity.proof.action")->isVisible());
        const QString folder = QStringLiteral(CARRIEL_BINARY_DIR "/screenshots");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(m_bench->window().grab().save(folder + QStringLiteral("/window-activity-alarm.png")));
        m_bench->press("activity.proof.action");
        QTRY_VERIFY(m_bench->documents().activity().alarmNotedUtc().isValid());
        QVERIFY(!m_bench->documents().activity().alarm().isEmpty());
        QTRY_VERIFY(!m_bench->find<QPushButton>("activity.proof.action")->isVisible());
        QVERIFY(m_bench->find<QLabel>("activity.proof.title")->isVisible()); // it is true all the same
        QTRY_COMPARE(m_bench->documents().activity().records(1).first().kind, QStringLiteral("operator.alarm_noted"));
        m_bench->navigator().open(QStringLiteral("home"));
        QTRY_VERIFY(!isAtHome());
    }

    void theTableHasTheFiguresOfTheChart()
    {
        m_bench->find<QPushButton>("activity.statistics")->click();
        auto *table = m_bench->find<QTableWidget>("statistics.table");
        QTRY_COMPARE(table->rowCount(), 12); // a month each, this one on top
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("1")); // added
        QCOMPARE(table->item(0, 3)->text(), QStringLiteral("1")); // printed
        QCOMPARE(table->item(0, 4)->text(), QStringLiteral("0")); // signed
        auto *chart = m_bench->find<QChartView>("statistics.chart");
        QVERIFY(chart->isVisible());
        QCOMPARE(chart->chart()->series().size(), 1);
        QVERIFY(m_bench->find<QLabel>("statistics.none")->isHidden());
        m_bench->window().activateWindow();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_COMPARE(m_bench->navigator().currentPage(), QStringLiteral("activity"));
    }

private:
    bool isAtHome() const
    {
        const auto labels = m_bench->navigator().page(QStringLiteral("home"))->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *one) {
            return one->isVisible() && one->text() == QCoreApplication::translate("Needs", "Your operator changed its record of your activity");
        });
    }

    // As a round with an operator that rewrote its record leaves it.
    void alarm()
    {
        const QByteArray passphrase("correcto caballo grapa");
        const auto locked = m_bench->session().lock();
        QTRY_VERIFY(locked.isFinished());
        {
            SystemClock clock;
            SystemRandom random;
            const QString dir = m_bench->path(QStringLiteral("profile"));
            auto key = vault::Vault::keyFromPassphrase(dir, passphrase);
            QVERIFY(key.ok());
            auto opened = vault::Vault::open(dir, std::move(key).value());
            QVERIFY(opened.ok());
            auto store = opened.value()->openStore(clock, random);
            QVERIFY(store.ok());
            QVERIFY(vault::ProfileFacts(store.value()->database()).set(QStringLiteral("activity_alarm"), QStringLiteral("altered")).ok());
        }
        const auto unlocked = m_bench->session().unlockWithPassphrase(SecretBytes::copyOf(passphrase));
        QTRY_VERIFY_WITH_TIMEOUT(unlocked.isFinished() && unlocked.result().ok(), carriel::test::patienceMs);
    }

    const QAbstractItemModel &rows() const { return *m_bench->find<QTreeView>("activity.list")->model(); }
    void choose(const char *name, int index)
    {
        auto *box = m_bench->find<QComboBox>(name);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }

    std::unique_ptr<Bench> m_bench;
};

QTEST_MAIN(TestActivityPages)
#include "tst_activity_pages.moc"
