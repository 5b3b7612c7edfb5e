// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Words: every error code has them, in both languages, and numbers and dates read as people say them. (That every code
// stands in docs/error-codes.md is the lint's part.)
#include "tests/support/Patience.h"
#include "ui/text/ComputerWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"
#include "ui/text/OneStop.h"
#include "ui/text/MatchWords.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/StatusWords.h"
#include "ui/text/Translation.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <time.h>

using namespace carriel;
using namespace carriel::text;

namespace {

QString sourceOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList declaredCodes()
{
    static const QRegularExpression declared(QStringLiteral("ErrorCode\\s+\\w+\\s*\\{\\s*\"(CAR-[A-Z]+-[0-9]+)\""));
    QStringList codes;
    for (const char *folder : {"/core", "/ui", "/app"}) {
        QDirIterator walk(QString(QStringLiteral(CARRIEL_SOURCE_DIR) + QLatin1String(folder)),
                          {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString text = sourceOf(walk.next());
            for (auto match = declared.globalMatch(text); match.hasNext();)
                codes.append(match.next().captured(1));
        }
    }
    return codes;
}

} // namespace

class TestText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_translation = std::make_unique<Translation>(*QCoreApplication::instance()); }
    void cleanup() { m_translation.reset(); }

    void everyDeclaredCodeHasWords()
    {
        const QStringList codes = declaredCodes();
        QVERIFY(codes.size() > 6);
        QStringList without;
        for (const QString &code : codes) {
            if (!hasWords(code))
                without.append(code);
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(QLatin1String(", "))));
    }

    // Legal hours are those of Colombia, all others those of this computer; where both differ each says which it is.
    void anHourSaysWhoseItIs()
    {
        m_translation->use(QStringLiteral("es"));
        const QByteArray before = qgetenv("TZ");
        const bool had = qEnvironmentVariableIsSet("TZ");
        const QDateTime moment(QDate(2026, 11, 23), QTime(2, 8), Qt::UTC);
        const auto in = [](const char *zone) {
            qputenv("TZ", zone);
            tzset();
        };
        in("America/Bogota");
        QVERIFY2(!dateTime(moment).contains(u'('), qPrintable(dateTime(moment)));
        QCOMPARE(dateTime(moment), colombianDateTime(moment));
        in("Europe/Madrid");
        const QString local = dateTime(moment), legal = colombianDateTime(moment);
        const QString today = time(moment), before24 = dateTimeAtEnd(moment);
        had ? qputenv("TZ", before) : qunsetenv("TZ");
        tzset();
        QVERIFY2(local.startsWith(QStringLiteral("23 nov 2026, 3:08")) && local.endsWith(QStringLiteral(" (hora local)")), qPrintable(local));
        QVERIFY2(legal.startsWith(QStringLiteral("22 nov 2026, 9:08")) && legal.endsWith(QStringLiteral(" (hora de Colombia)")), qPrintable(legal));
        QVERIFY(today.endsWith(QStringLiteral(" (hora local)")));
        QCOMPARE(before24, local);
    }

    // A name or an hour with its own full stop does not bring a second one.
    void aSentenceEndsOnce()
    {
        QCOMPARE(oneStop(QStringLiteral("Con Ana M. P.. Confirmado a las 4:11 p. m..")), QStringLiteral("Con Ana M. P. Confirmado a las 4:11 p. m."));
        QCOMPARE(oneStop(QStringLiteral("Un momento...")), QStringLiteral("Un momento..."));
    }

    void paramsAreFilledIn()
    {
        m_translation->use(QStringLiteral("en"));
        const Words words =
            wordsFor(QStringLiteral("CAR-BAS-003"), {{QStringLiteral("path"), QStringLiteral("/tmp/a.pdf")}});
        QVERIFY(words.title.contains(QLatin1String("/tmp/a.pdf")));
        QVERIFY(!words.meaning.contains(QLatin1Char('{')));
        QVERIFY(!words.remedy.isEmpty());
    }

    void aTimeAtTheEndBringsNoSecondFullStop()
    {
        m_translation->use(QStringLiteral("es"));
        const QDateTime when(QDate(2026, 6, 15), QTime(18, 48), Qt::UTC);
        QVERIFY(dateTime(when).startsWith(dateTimeAtEnd(when)));
        QVERIFY(!dateTimeAtEnd(when).endsWith(QLatin1Char('.')));
    }

    void anUnknownCodeIsNamed()
    {
        m_translation->use(QStringLiteral("es"));
        QVERIFY(wordsFor(QStringLiteral("CAR-XXX-999")).title.contains(QLatin1String("CAR-XXX-999")));
    }

    void spanishSaysItInSpanish()
    {
        for (const QString &code : codesWithWords()) {
            m_translation->use(QStringLiteral("en"));
            const Words english = wordsFor(code);
            m_translation->use(QStringLiteral("es"));
            const Words spanish = wordsFor(code);
            QVERIFY2(english.title != spanish.title, qPrintable(code));
            QVERIFY2(english.remedy != spanish.remedy, qPrintable(code));
        }
    }

    // What the sources say now, against the committed translation: nothing may be missing in it.
    void everySentenceOfTheSourcesIsInSpanish()
    {
        QTemporaryDir dir;
        const QString copy = dir.filePath(QStringLiteral("carriel_es.ts"));
        const QString source = QStringLiteral(CARRIEL_SOURCE_DIR);
        QVERIFY(QFile::copy(source + QStringLiteral("/translations/carriel_es.ts"), copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(source);
        lupdate.start(QStringLiteral(CARRIEL_LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                       QStringLiteral("-no-obsolete"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("ui"),
                       QStringLiteral("app"), QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished(carriel::test::patienceMs));
        QCOMPARE(lupdate.exitCode(), 0);
        static const QRegularExpression message(QStringLiteral("<message.*?</message>"),
                                                QRegularExpression::DotMatchesEverythingOption);
        QStringList missing;
        for (auto match = message.globalMatch(sourceOf(copy)); match.hasNext();) {
            const QString found = match.next().captured();
            if (found.contains(QLatin1String("type=\"unfinished\"")))
                missing.append(found.section(QLatin1String("<source>"), 1).section(QLatin1String("</source>"), 0, 0));
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void sizesReadAsPeopleSayThem()
    {
        m_translation->use(QStringLiteral("es"));
        const QString nbsp(QChar(0xa0));
        QCOMPARE(size(0), QString(QStringLiteral("0") + nbsp + QStringLiteral("B")));
        QCOMPARE(size(812'400), QString(QStringLiteral("812") + nbsp + QStringLiteral("kB")));
        QCOMPARE(size(3'240'000), QString(QStringLiteral("3,2") + nbsp + QStringLiteral("MB")));
        QCOMPARE(size(1'000'000), QString(QStringLiteral("1") + nbsp + QStringLiteral("MB")));
        QCOMPARE(sizeOf(1'200'000, 3'240'000), QString(QStringLiteral("1,2 de 3,2") + nbsp + QStringLiteral("MB")));
    }

    void datesAreColombian()
    {
        m_translation->use(QStringLiteral("es"));
        QCOMPARE(dateLong(QDate(2026, 6, 15)), QStringLiteral("15 de junio de 2026"));
        QCOMPARE(daysAway(QDate(2026, 6, 15), QDate(2026, 6, 15)), QStringLiteral("hoy"));
        QCOMPARE(daysAway(QDate(2026, 6, 17), QDate(2026, 6, 15)), QStringLiteral("en 2 días"));
        QCOMPARE(daysAway(QDate(2026, 5, 15), QDate(2026, 6, 15)), QStringLiteral("hace 31 días"));
        QCOMPARE(daysAway(QDate(2026, 10, 20), QDate(2026, 6, 15)), QStringLiteral("en 4 meses"));
        QCOMPARE(daysAway(QDate(2023, 5, 4), QDate(2026, 6, 15)), QStringLiteral("hace 3 años"));
        QCOMPARE(duration(125), QStringLiteral("2 min"));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(ago(now.addSecs(-61), now), QStringLiteral("hace 1 minuto"));
    }

    void everyStatusHasWords()
    {
        m_translation->use(QStringLiteral("es"));
        for (int i = 0; i <= int(ItemStatus::LocalOnly); ++i) {
            QVERIFY(!shortWords(ItemStatus(i)).isEmpty());
            QVERIFY(!longWords(ItemStatus(i)).isEmpty());
        }
        for (int i = 0; i <= int(SyncPhase::Problem); ++i) {
            SyncStatus status;
            status.phase = SyncPhase(i);
            QVERIFY(!shortWords(status).isEmpty());
            QVERIFY(!longWords(status, QDateTime::currentDateTimeUtc()).isEmpty());
        }
        for (int i = 0; i <= int(VaultState::Damaged); ++i)
            QVERIFY(!longWords(VaultState(i)).isEmpty());
        QVERIFY(keyStoreWords({}).isEmpty());
        QVERIFY(!keyStoreWords(QStringLiteral("locked")).isEmpty());
    }

    void computersOfOneNameAreToldApart()
    {
        const auto computer = [](const char *id, const char *name, int day) {
            DeviceInfo one;
            one.id = DeviceId(QString::fromLatin1(id));
            one.name = QString::fromUtf8(name);
            one.registeredUtc = QDateTime(QDate(2026, 11, day), QTime(8, 0), Qt::UTC);
            return one;
        };
        const QList<DeviceInfo> all{computer("c", "vm · Debian", 3), computer("b", "Casa", 2), computer("a", "vm · Debian", 1), computer("d", "VM ·  debian", 3)};
        QCOMPARE(computerNames(all), QStringList({QStringLiteral("vm · Debian (2)"), QStringLiteral("Casa"),
                                                  QStringLiteral("vm · Debian"), QStringLiteral("VM ·  debian (3)")}));
        QCOMPARE(computerNames({}), QStringList());
        QCOMPARE(computerName(QStringLiteral("Casa"), QStringLiteral("vm")), QStringLiteral("Casa"));
        QVERIFY(computerName(QStringLiteral("vm"), QStringLiteral("vm")).startsWith(QStringLiteral("vm (")));
    }

    void aSearchSaysWhyItFound()
    {
        DocumentRow row;
        row.name = QStringLiteral("Cédula de Ana.pdf");
        row.labels = {QStringLiteral("Identidad")};
        row.documentType = QStringLiteral("Certificado");
        QCOMPARE(matchedIn(row, QStringLiteral("ana cedul")), Matched::Name);
        QCOMPARE(matchedIn(row, QStringLiteral("IDENT")), Matched::Label);
        QCOMPARE(matchedIn(row, QStringLiteral("certif")), Matched::Type);
        QCOMPARE(matchedIn(row, QStringLiteral("cedula bachiller")), Matched::Inside);
        DocumentDetails details;
        details.row = row;
        details.meta.setNote(QStringLiteral("Pedírsela a Rosa"));
        details.facts.originalName = QStringLiteral("CON.pdf");
        QCOMPARE(matchedIn(details, QStringLiteral("ana cedul")), Matched::Name);
        QCOMPARE(matchedIn(details, QStringLiteral("pedirsela")), Matched::Note);
        QCOMPARE(matchedIn(details, QStringLiteral("con")), Matched::FirstName);
        QCOMPARE(matchedIn(details, QStringLiteral("bachiller")), Matched::Text);
        QCOMPARE(matchedIn(details, QStringLiteral("cedula bachiller")), Matched::Text);
        QCOMPARE(matchedIn(details, QStringLiteral("cedula rosa")), Matched::Several);
        QSet<QString> words;
        for (int where = 0; where <= int(Matched::Several); ++where)
            words << matchedWords(Matched(where)) << matchedName(Matched(where));
        QCOMPARE(words.size(), 16); // each says something of its own
    }

    void aSilentOperatorIsNotSynchronising()
    {
        SyncStatus status;
        status.phase = SyncPhase::Syncing;
        const QString usual = shortWords(status);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        status.silentSinceUtc = now.addSecs(-17);
        QVERIFY(shortWords(status) != usual);
        QVERIFY(longWords(status, now).contains(duration(17)));
        // It begins in this very moment: "in 0 s" says nothing.
        status.nextTryUtc = now.addMSecs(400);
        QVERIFY2(!longWords(status, now).contains(duration(0)), qPrintable(longWords(status, now)));
        status.nextTryUtc = {};
        const QString silent = shortWords(status); // and so it stays until an answer, between two tries too
        status.phase = SyncPhase::Waiting;
        status.pending = 1;
        QCOMPARE(shortWords(status), silent);
        status.phase = SyncPhase::UpToDate;
        QVERIFY(shortWords(status) != silent);
        // What nobody has to send is not "safe here".
        status = {};
        status.phase = SyncPhase::Waiting;
        QVERIFY(longWords(status, now).startsWith(QStringLiteral("Nothing of yours waits to be sent.")));
        status.pending = 1;
        QVERIFY(longWords(status, now).startsWith(QStringLiteral("Your changes are safe here")));
        // For what it waits is said, not only that it is tried again.
        const Error away{ErrorCode{"CAR-REM-024"}, {{QStringLiteral("host"), QStringLiteral("ingreso.example")}}, {}};
        status.problems = {SyncProblem{{}, {}, away, {}, {}}};
        QVERIFY2(longWords(status, now).startsWith(wordsFor(away).title), qPrintable(longWords(status, now)));
        QVERIFY(longWords(status, now).contains(QStringLiteral("Your changes are safe here")));
        status.pending = 0;
        QCOMPARE(shortWords(status), QStringLiteral("Waits for the next try"));
    }

    // However it stands, what lies only here is counted, unless it is on its way just now.
    void whatWaitsIsCountedHoweverItStands()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const SyncPhase phase : {SyncPhase::Offline, SyncPhase::Waiting, SyncPhase::NeedsLogin, SyncPhase::Problem, SyncPhase::Syncing}) {
            SyncStatus status;
            status.phase = phase;
            status.pending = 7;
            if (phase == SyncPhase::Syncing)
                status.silentSinceUtc = now.addSecs(-9);
            QVERIFY2(longWords(status, now).contains(u'7'), qPrintable(longWords(status, now)));
            status.waiting = 1;
            QVERIFY2(longWords(status, now).contains(u'7'), qPrintable(longWords(status, now)));
        }
    }

    // It may stand still since: what is said of it is said of when it was heard.
    void upToDateSaysSinceWhen()
    {
        SyncStatus status;
        status.phase = SyncPhase::UpToDate;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        status.lastContactUtc = now;
        for (const QString &words : {shortWords(status), longWords(status, now)})
            QVERIFY2(words.contains(time(now)), qPrintable(words));
        QVERIFY2(!longWords(status, now).contains(QLatin1String("..")), qPrintable(longWords(status, now)));
        status.lastContactUtc = now.addDays(-3);
        QVERIFY(shortWords(status).contains(dateTime(status.lastContactUtc)));
        status.conflicts = 1;
        QVERIFY(!shortWords(status).contains(time(status.lastContactUtc)));
    }

    void whatIsHeldBackSaysByWhat()
    {
        SyncStatus status;
        status.phase = SyncPhase::Waiting;
        status.pending = 2;
        const auto words = [&status] {
            return QString(shortWords(status) + longWords(status, QDateTime::currentDateTimeUtc()));
        };
        QSet<QString> all{words()};
        TransferInfo up;
        up.paused = up.moving = true;
        status.transfers = {up, up};
        all.insert(words());
        status.transfers.last().paused = status.transfers.last().moving = false; // nobody's word
        all.insert(words());
        QCOMPARE(all.size(), 3);
        const QString metered = longWords(status, QDateTime::currentDateTimeUtc());
        status.conflicts = 1; // a question comes before what waits by itself
        QVERIFY(longWords(status, QDateTime::currentDateTimeUtc()) != metered);
    }

    void aComputerThatWasRemovedIsNotAskedToLogIn()
    {
        SyncStatus status;
        status.phase = SyncPhase::NeedsLogin;
        const auto words = [&status] { return longWords(status, QDateTime::currentDateTimeUtc()); };
        const QString asked = words();
        status.loggedOut = true;
        const QString left = words();
        status.removed = true;
        QVERIFY(asked != left && left != words() && asked != words());
    }

    void anUnknownLanguageIsSpanish()
    {
        QCOMPARE(languageToUse(QStringLiteral("fr")), QStringLiteral("es"));
        QCOMPARE(languageToUse(QStringLiteral("en_GB")), QStringLiteral("en"));
    }

private:
    std::unique_ptr<Translation> m_translation;
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
