// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Scanning on the page of a request: no program, no scanner, a scanner that fails, pages that become one PDF. SANE's program is
// played by a script that answers as it does.
#include "tests/support/Patience.h"
#include "ui/contributions/ScanPanel.h"

#include <QBuffer>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace carriel;
using namespace carriel::ui;

class TestScanPanel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScanPanel> panel()
    {
        auto made = std::make_unique<ScanPanel>(m_theme, QStringLiteral("scanning"), nullptr);
        made->begin();
        return made;
    }
    QString words(const ScanPanel &of) { return of.findChild<QLabel *>(QStringLiteral("scanning.words"))->text(); }
    QPushButton *button(const ScanPanel &of, const char *name) { return of.findChild<QPushButton *>(QLatin1String("scanning.") + QLatin1String(name)); }
    void answers(const QByteArray &script)
    {
        QFile file(m_dir.filePath(QStringLiteral("scanimage")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/bin/sh\n" + script);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    QByteArray scanner(const QByteArray &page) // one, whose name has what is no word in it
    {
        return "if [ \"$1\" = -f ]; then printf 'prueba:0\\tEscáner   de prueba\\n-o/tmp/x\\tfalso\\n'; exit 0; fi\n" + page;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_path = qgetenv("PATH");
        QImage page(850, 1100, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter(&page).drawText(100, 100, QStringLiteral("Diploma"));
        page.setDotsPerMeterX(3937);
        page.setDotsPerMeterY(3937);
        QVERIFY(page.save(m_dir.filePath(QStringLiteral("hoja.png"))));
    }
    void cleanup() { qputenv("PATH", m_path); }

    void withoutTheProgramItSaysSo()
    {
        qputenv("PATH", m_dir.filePath(QStringLiteral("nada")).toLocal8Bit());
        const auto it = panel();
        QVERIFY(words(*it).contains(QStringLiteral("sane-utils")));
        QVERIFY(!button(*it, "scan")->isVisible());
    }

    void withoutAScannerItSaysSo()
    {
        answers("exit 0\n");
        qputenv("PATH", m_dir.path().toLocal8Bit() + ':' + m_path);
        const auto it = panel();
        QTRY_VERIFY_WITH_TIMEOUT(button(*it, "search")->isVisible(), carriel::test::patienceMs);
        QVERIFY(words(*it).startsWith(QStringLiteral("No scanner was found")));
    }

    void pagesBecomeOnePdf()
    {
        answers(scanner("case \"$*\" in *--mode*) echo \"scanimage: unrecognized option '--mode'\" >&2; exit 1;; esac\ncat \"$(dirname \"$0\")/hoja.png\"\n"));
        qputenv("PATH", m_dir.path().toLocal8Bit() + ':' + m_path);
        const auto it = panel();
        QSignalSpy scanned(it.get(), &ScanPanel::scanned);
        for (int page = 1; page <= 2; ++page) {
            QTRY_VERIFY_WITH_TIMEOUT(button(*it, "scan")->isVisible() && button(*it, "scan")->isEnabled(), carriel::test::patienceMs);
            QCOMPARE(it->findChild<QComboBox *>(QStringLiteral("scanning.which"))->count(), 1); // what would be an option is none
            button(*it, "scan")->click();
            QTRY_VERIFY_WITH_TIMEOUT(words(*it).contains(QStringLiteral("page %1.").arg(page)), carriel::test::patienceMs);
        }
        button(*it, "use")->click();
        QCOMPARE(scanned.size(), 1);
        const QByteArray pdf = scanned.first().first().toByteArray();
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY2(pdf.contains("/Count 2"), "two pages");
        QVERIFY2(pdf.contains("[0 0 612"), "as large as the paper");
        QVERIFY(!it->isVisible());
    }

    void aScannerThatFailsIsQuoted()
    {
        answers(scanner("echo 'scanimage: sane_start: Document feeder out of documents' >&2; exit 7\n"));
        qputenv("PATH", m_dir.path().toLocal8Bit() + ':' + m_path);
        const auto it = panel();
        QTRY_VERIFY_WITH_TIMEOUT(button(*it, "scan")->isVisible(), carriel::test::patienceMs);
        button(*it, "scan")->click();
        QTRY_VERIFY_WITH_TIMEOUT(words(*it).contains(QStringLiteral("out of documents")), carriel::test::patienceMs);
        QVERIFY(button(*it, "scan")->isEnabled() && !button(*it, "use")->isVisible());
    }

private:
    QTemporaryDir m_dir;
    QByteArray m_path;
    Theme m_theme;
};

QTEST_MAIN(TestScanPanel)
#include "tst_scan_panel.moc"
