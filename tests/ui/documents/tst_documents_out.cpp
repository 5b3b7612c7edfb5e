// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents on their way out: copies, other programs, paper; and what may not stay behind.
#include "Bench.h"
#include "tests/support/Patience.h"
#include "tests/support/SimplePdf.h"
#include "ui/documents/CarriedItems.h"
#include "ui/documents/Exporting.h"
#include "ui/documents/Printing.h"
#include "ui/documents/TempCopies.h"
#include "ui/viewer/Decode.h"
#include "ui/viewer/PdfView.h"
#include "ui/viewer/QrCode.h"
#include "ui/widgets/NoticeBar.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QLabel>
#include <QMimeData>
#include <QPdfDocument>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>
#include <QUrl>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::ui::test;

namespace {

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDocumentsOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        qputenv("CARRIEL_EXTRACT", CARRIEL_BINARY_DIR "/bin/carriel-extract");
        m_runtime = std::make_unique<QTemporaryDir>(); // other tests have their copies elsewhere
        qputenv("XDG_RUNTIME_DIR", m_runtime->path().toUtf8());
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->ready());
        m_bytes = QByteArray(300'000, 'a') + "fin";
        m_bench->drop({m_bench->file(QStringLiteral("acta.txt"), m_bytes)});
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("acta.txt")).isEmpty());
        m_row = m_bench->documents().rows({m_bench->idOf(QStringLiteral("acta.txt"))}).value(0);
        QVERIFY(!m_row.id.isEmpty());
    }
    void cleanup() { m_bench.reset(); }

    void whatIsNoPdfSaysWhyThereIsNoPreview()
    {
        const QByteArray rubbish("\x01\x9f\x03\x80nada de eso\xff", 16);
        m_bench->drop({m_bench->file(QStringLiteral("basura.pdf"), rubbish),
                       m_bench->file(QStringLiteral("basura2.pdf"), "%PDF-1.4" + rubbish.left(8))});
        m_bench->window().setDetailsShown(true);
        auto *preview = m_bench->find<QLabel>("preview");
        for (const char *name : {"basura.pdf", "basura2.pdf"}) {
            QTRY_VERIFY(!m_bench->idOf(QString::fromLatin1(name)).isEmpty());
            choose(m_bench->idOf(QString::fromLatin1(name)));
            QTRY_VERIFY2(preview->text().contains(QStringLiteral("not a PDF")), name);
            QTRY_VERIFY(preview->isVisible());
            choose(m_row.id); // a text: its words
            QTRY_VERIFY(preview->text().startsWith(QStringLiteral("aaa")));
        }
    }

    void aCopyHasTheSameDigestAndIsForItsOwnerAlone()
    {
        auto *exporting = m_bench->page().findChild<Exporting *>();
        QVERIFY(exporting);
        QSignalSpy finished(exporting, &Exporting::finished);
        const QString path = m_bench->path(QStringLiteral("copia.txt"));
        exporting->toFile(m_row, path);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(digestOf(contentOf(path)), digestOf(m_bytes));
        QCOMPARE(m_bench->documents().details(m_row.id)->sha256, digestOf(m_bytes));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        // Into a folder where that name is taken: beside it, not over it.
        QVERIFY(QDir(m_bench->path({})).mkpath(QStringLiteral("fuera")));
        m_bench->file(QStringLiteral("fuera/acta.txt"), "otra");
        exporting->toFolder({m_row}, m_bench->path(QStringLiteral("fuera")));
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(contentOf(m_bench->path(QStringLiteral("fuera/acta.txt"))), QByteArray("otra"));
        QCOMPARE(contentOf(m_bench->path(QStringLiteral("fuera/acta (2).txt"))), m_bytes);
    }

    void ctrlCCopiesTheDocumentAndNotItsName()
    {
        auto folder = m_bench->documents().addFolder(rootItem(), QStringLiteral("Otra"));
        QTRY_VERIFY(folder.isFinished());
        const ItemId other = folder.result().value();
        m_bench->window().activateWindow();
        copyByKeys({m_row.id});
        const QMimeData *carried = QGuiApplication::clipboard()->mimeData();
        QVERIFY(!carried->formats().contains(QStringLiteral("text/plain")));
        QCOMPARE(CarriedItems::idsOf(carried), QList<ItemId>{m_row.id});
        QVERIFY(m_bench->page().copies().folder().isEmpty()); // nothing is written before somebody asks
        QCOMPARE(contentOf(carried->urls().value(0).toLocalFile()), m_bytes);

        // Here: another document, with what it says today.
        auto changed = m_bench->documents().addVersion(m_row.id, m_bench->file(QStringLiteral("nuevo.txt"), "otro texto"));
        QTRY_VERIFY(changed.isFinished());
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("folder"), other.text()}});
        QTest::keyClick(m_bench->views().view(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_bench->namesIn(other), QStringList{QStringLiteral("acta.txt")});
        const ItemId copy = m_bench->documents().byPath(QStringLiteral("Otra/acta.txt")).value();
        QCOMPARE(m_bench->documents().details(copy)->sha256, digestOf("otro texto"));
        QCOMPARE(m_bench->documents().details(m_row.id)->versions, 2);

        // A folder: says what to do, and what was copied before is not pasted in its place.
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("folder"), rootItem().text()}});
        copyByKeys({other});
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("Save a copy")));
        QVERIFY(CarriedItems::idsOf(QGuiApplication::clipboard()->mimeData()).isEmpty());
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());

        // Locked: nothing stays on the clipboard.
        copyByKeys({m_row.id});
        QCOMPARE(CarriedItems::idsOf(QGuiApplication::clipboard()->mimeData()), QList<ItemId>{m_row.id});
        m_bench->session().lock();
        QTRY_VERIFY(CarriedItems::idsOf(QGuiApplication::clipboard()->mimeData()).isEmpty());
    }

    void openWithLeavesNothingWhenLocked()
    {
        QString handed;
        m_bench->page().copies().handOver = [&handed](const QString &path) { handed = path; };
        m_bench->page().copies().open(m_row);
        QTRY_VERIFY(!handed.isEmpty());
        QCOMPARE(contentOf(handed), m_bytes);
        QCOMPARE(QFile::permissions(handed) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        const QString folder = m_bench->page().copies().folder();
        QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
        m_bench->session().lock();
        QTRY_VERIFY(!QFileInfo::exists(handed));
        QVERIFY(!QFileInfo::exists(folder));
    }

    void aChangeInAnotherProgramBecomesANewVersion()
    {
        QString handed;
        m_bench->page().copies().handOver = [&handed](const QString &path) { handed = path; };
        m_bench->page().copies().open(m_row);
        QTRY_VERIFY(!handed.isEmpty());
        {
            QFile changed(handed);
            QVERIFY(changed.open(QIODevice::Append));
            changed.write(" y más");
        }
        // Nobody is asked: an unanswered question would lose the work.
        QTRY_COMPARE(m_bench->documents().details(m_row.id)->versions, 2);
        QCOMPARE(m_bench->documents().details(m_row.id)->sha256, digestOf(m_bytes + " y más"));
    }

    void aChangeInTheMomentBeforeLockingIsTakenIn()
    {
        const QString handed = openedWith();
        change(handed, " al final");
        m_bench->session().lock(); // no time for the watch to tell
        QTRY_VERIFY(!QFileInfo::exists(handed));
        unlock();
        QCOMPARE(m_bench->documents().details(m_row.id)->sha256, digestOf(m_bytes + " al final"));
        QCOMPARE(m_bench->documents().details(m_row.id)->versions, 2);
    }

    void aChangeThatAKilledRunDidNotTakeInComesBack()
    {
        const QString handed = openedWith();
        // As a run leaves it that is killed: its folder without a lock.
        const QString run = m_bench->page().copies().folder();
        const QString left = QFileInfo(run).path() + QStringLiteral("/dead");
        copyTree(run, left);
        const QString copy = left + handed.mid(run.size());
        change(copy, " antes del golpe");
        const QString beside = left + QStringLiteral("/suelto.txt"); // dragged out; nobody misses it
        QVERIFY(QFile::copy(copy, beside));
        m_bench->session().lock();
        QTRY_VERIFY(!QFileInfo::exists(handed));
        QTRY_VERIFY(!QFileInfo::exists(beside));
        QVERIFY(QFileInfo::exists(copy));
        unlock();
        QTRY_COMPARE(m_bench->documents().details(m_row.id)->versions, 2);
        QCOMPARE(m_bench->documents().details(m_row.id)->sha256, digestOf(m_bytes + " antes del golpe"));
        QTRY_VERIFY(!QFileInfo::exists(left));
    }

    void draggingOutWritesTheFileOnlyWhenItIsAskedFor()
    {
        int asked = 0;
        const CarriedItems carried({m_row.id}, [&asked, this] {
            ++asked;
            return m_bench->page().copies().filesFor({m_row});
        });
        QVERIFY(carried.hasFormat(QStringLiteral("text/uri-list")));
        QCOMPARE(CarriedItems::idsOf(&carried), QList<ItemId>{m_row.id});
        QCOMPARE(asked, 0);
        const QList<QUrl> urls = carried.urls();
        QCOMPARE(asked, 1);
        QCOMPARE(urls.size(), 1);
        QCOMPARE(contentOf(urls.first().toLocalFile()), m_bytes);
    }

    void printsWithACoverSheet()
    {
        const QString pdf = m_bench->path(QStringLiteral("papel.pdf"));
        auto printer = std::make_unique<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(pdf);
        m_bench->drop({m_bench->file(QStringLiteral("corto.txt"), "dos\nlíneas")});
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("corto.txt")).isEmpty());
        const DocumentRow row = m_bench->documents().rows({m_bench->idOf(QStringLiteral("corto.txt"))}).value(0);
        Theme theme;
        Printing::onto({m_bench->session(), theme, m_bench->navigator()}, row, true, std::move(printer));
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("and its cover sheet were printed into the file ") + pdf));
        QPdfDocument document;
        QCOMPARE(document.load(pdf), QPdfDocument::Error::None);
        QCOMPARE(document.pageCount(), 2);
    }

    void theViewerShowsTextFromTheVault()
    {
        m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), m_row.id.text()}});
        auto *view = m_bench->find<QPlainTextEdit>("textView");
        QTRY_VERIFY(view->toPlainText().endsWith(QStringLiteral("fin")));
        m_bench->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window()));
        QTest::keySequence(view, QKeySequence::Print);
        QTRY_VERIFY(m_bench->dialog(QStringLiteral("documents.print")));
        m_bench->dialog(QStringLiteral("documents.print"))->close();
        m_bench->session().lock();
        QTRY_VERIFY(view->toPlainText().isEmpty());
    }

    void printsEveryPageOfAPdf()
    {
        const DocumentRow row = added(QStringLiteral("tres.pdf"), carriel::test::pdfOfLines({"uno", "dos", "tres"}));
        const QString pdf = m_bench->path(QStringLiteral("papel.pdf"));
        auto printer = std::make_unique<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(pdf);
        Theme theme;
        Printing::onto({m_bench->session(), theme, m_bench->navigator()}, row, false, std::move(printer));
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("was printed into the file ") + pdf));
        QPdfDocument document;
        QCOMPARE(document.load(pdf), QPdfDocument::Error::None);
        QCOMPARE(document.pageCount(), 3);
    }

    void aPdfThatCannotBeReadIsSaidAndNeitherShownNorPrinted()
    {
        const DocumentRow row =
            added(QStringLiteral("roto.pdf"), "%PDF-1.7\n1 0 obj\n" + QByteArray("<</A").repeated(100'000));
        m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), row.id.text()}});
        auto *viewer = m_bench->navigator().page(QStringLiteral("viewer"));
        const auto said = [viewer] {
            const auto labels = viewer->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                return label->isVisible() && label->text() == QStringLiteral("This PDF is damaged or is not a PDF.");
            });
        };
        QTRY_VERIFY(said());
        auto printer = std::make_unique<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(m_bench->path(QStringLiteral("papel.pdf")));
        Theme theme;
        Printing::onto({m_bench->session(), theme, m_bench->navigator()}, row, false, std::move(printer));
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("could not be printed")));
    }

    void theViewerForgetsAPdfWhenLocked()
    {
        const DocumentRow row = added(QStringLiteral("uno.pdf"), carriel::test::pdfOfLines({"uno"}));
        m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), row.id.text()}});
        auto *view = m_bench->find<PdfView>("pdfView");
        const auto opened = QSignalSpy(view, &PdfView::opened);
        QTRY_COMPARE(opened.size(), 1);
        m_bench->session().lock();
        QTRY_COMPARE(view->verticalScrollBar()->maximum(), 0);
        QVERIFY(!view->findChild<QProcess *>());
        // Unlocked, it is there again: an empty page would look as if its content were gone.
        m_bench->session().unlockWithPassphrase(SecretBytes::copyOf("correcto caballo grapa"));
        QTRY_COMPARE(opened.size(), 2);
        QVERIFY(view->verticalScrollBar()->maximum() > 0 || view->isVisible());
    }

    void textInUnknownEncodingIsNeverRefused()
    {
        QCOMPARE(decodeText("a\xC3\xB1o", 100).text, QStringLiteral("año"));
        QCOMPARE(decodeText("a\xF1o", 100).text, QStringLiteral("año"));
        QCOMPARE(decodeText("a\xF1o", 100).encoding, QStringLiteral("ISO-8859-1"));
        const DecodedText cut = decodeText("aa\xC3\xB1", 3); // not through the middle of the letter
        QCOMPARE(cut.text, QStringLiteral("aa"));
        QVERIFY(cut.cut);
    }

    void aLineOfMillionsIsBroken()
    {
        const QString text = decodeText(QByteArray("ab\n") + QByteArray(4'000'000, 'x') + "\nfin", 8'000'000).text;
        const QStringList lines = text.split(u'\n');
        QCOMPARE(lines.first(), QStringLiteral("ab"));
        QCOMPARE(lines.last(), QStringLiteral("fin"));
        QVERIFY(std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.size() <= 2'000; }));
        QCOMPARE(QString(text).remove(u'\n').size(), 4'000'005);
    }

    void theQrCodeHasItsQuietZone()
    {
        const QImage code = qrCode(QStringLiteral("sha-256:") + QString(64, QLatin1Char('a')));
        if (code.isNull())
            QSKIP("built without libqrcodegencpp");
        QCOMPARE(code.pixelColor(0, 0), QColor(Qt::white));
        QCOMPARE(code.pixelColor(4, 4), QColor(Qt::black));
        QVERIFY(qrCode(QString(5000, QLatin1Char('x'))).isNull());
    }

private:
    void copyByKeys(const QList<ItemId> &ids)
    {
        DocumentViews &views = m_bench->views();
        QTRY_VERIFY(views.tree()->isVisible());
        views.select(ids);
        QTRY_COMPARE(views.selectedIds(), ids);
        views.view()->setFocus();
        QTRY_VERIFY(views.view()->hasFocus());
        QTest::keyClick(views.view(), Qt::Key_C, Qt::ControlModifier);
    }
    // The vault has a document before the list shows it, and what is not shown cannot be selected.
    void choose(const ItemId &id)
    {
        const QList<ItemId> one{id};
        QTRY_VERIFY((m_bench->views().select(one), m_bench->views().selectedIds() == one));
    }
    QString openedWith()
    {
        auto handed = std::make_shared<QString>();
        m_bench->page().copies().handOver = [handed](const QString &path) { *handed = path; };
        m_bench->page().copies().open(m_row);
        (void)QTest::qWaitFor([handed] { return !handed->isEmpty(); }, carriel::test::patienceMs);
        return *handed;
    }
    void change(const QString &path, const QByteArray &more)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(more);
    }
    void copyTree(const QString &from, const QString &to)
    {
        QVERIFY(QDir().mkpath(to));
        const QFileInfoList entries = QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const QFileInfo &entry : entries) {
            const QString target = to + QLatin1Char('/') + entry.fileName();
            if (entry.isDir())
                copyTree(entry.filePath(), target);
            else
                QVERIFY(QFile::copy(entry.filePath(), target));
        }
    }
    void unlock()
    {
        QTRY_COMPARE(m_bench->session().vaultState(), VaultState::Locked);
        m_bench->session().unlockWithPassphrase(SecretBytes::copyOf("correcto caballo grapa"));
        QTRY_COMPARE(m_bench->session().vaultState(), VaultState::Unlocked);
    }
    DocumentRow added(const QString &name, const QByteArray &bytes)
    {
        m_bench->drop({m_bench->file(name, bytes)});
        (void)QTest::qWaitFor([&] { return !m_bench->idOf(name).isEmpty(); }, carriel::test::patienceMs);
        return m_bench->documents().rows({m_bench->idOf(name)}).value(0);
    }
    std::unique_ptr<QTemporaryDir> m_runtime;
    std::unique_ptr<Bench> m_bench;
    QByteArray m_bytes;
    DocumentRow m_row;
};

QTEST_MAIN(TestDocumentsOut)
#include "tst_documents_out.moc"
