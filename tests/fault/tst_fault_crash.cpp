// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The client ends at every named crash point of the write rules W1 to W8, of creation, of renewal, of the key file and
// of every transaction, and goes on with its day afterwards. At the end operator and vault hold exactly what the person
// did, each once.
#include "tests/fault/CrashJourney.h"
#include "tests/support/Patience.h"

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTest>

using namespace carriel;
using namespace carriel::test;

class FaultCrash : public QObject, OperatorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPoint();
    void everyStepOfAMigration();

private:
    struct Person
    {
        QString folder;
        QByteArray token;
    };
    struct Run
    {
        bool crashed = false;
        int acks = 0;
        QStringList picture;
        QString said;
    };
    Person newPerson();
    Run child(const Person &person, const QString &dir, int from, const QString &point, const QString &list = {});
    QString wrong(const Person &person, const QString &point);
    int m_missed = 0; // how often a point is passed depends on the network's pace a little

    int m_persons = 0;
    QMap<QString, int> m_passed;
};

void FaultCrash::initTestCase()
{
    setUp({{QStringLiteral("bundle_part_max"), 8192},
           {QStringLiteral("append_max"), 65536},
           {QStringLiteral("requests_per_s"), 10000}});
    // Once without an end, to know the points and how often each is passed.
    const Person person = newPerson();
    const QTemporaryDir dir;
    const QString list = dir.filePath(QStringLiteral("list"));
    const Run run = child(person, dir.filePath(QStringLiteral("perfil")), 0, {}, list);
    QVERIFY2(run.picture == CrashJourney::expected(), qPrintable(run.said + run.picture.join(QLatin1Char('\n'))));
    QFile file(list);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList names = file.readAll().split('\n');
    for (const QByteArray &name : names) {
        if (!name.isEmpty())
            ++m_passed[QString::fromLatin1(name)];
    }
    QVERIFY2(m_passed.size() >= 30, qPrintable(QStringList(m_passed.keys()).join(QLatin1Char(' '))));
    for (const char *rule : {"w1.", "w2.", "w3.", "w4.", "w5.", "w6.", "w7.", "w8."}) {
        const QStringList points = m_passed.keys();
        QVERIFY2(std::any_of(points.begin(), points.end(),
                             [rule](const QString &p) { return p.startsWith(QLatin1String(rule)); }),
                 rule);
    }
}

FaultCrash::Person FaultCrash::newPerson()
{
    const QString number = QString::number(++m_persons);
    m_provider->subject = QLatin1String("co:CC:") + QString::number(1000000 + m_persons);
    m_folder = FolderId(QString(QLatin1String("folder-") + number));
    const DeviceKeys keys = DeviceKeys::generate().value();
    (void)m_tokens->logout();
    const DeviceRegistration device = registration(QLatin1String("device-") + number, keys);
    const auto terms = ask<Terms>([&](auto done) { return m_account->terms(done); });
    const EnrolmentOrder order{m_folder, QStringLiteral("Ana"), std::get<Terms>(terms), m_clock.nowUtc(), device};
    const auto enrolled = ask<Enrolled>([&](auto done) { return m_account->enrol(order, done); });
    if (!std::holds_alternative<Enrolled>(enrolled))
        qFatal("%s", qPrintable(trouble(enrolled)));
    m_api->configure(m_folder, m_description.limits);
    for (int i = 0; i < 3; ++i) {
        const QByteArray bytes = journeyBytes(20 + i, 3000);
        const QString id = QStringLiteral("suyo-%1").arg(i);
        if (std::holds_alternative<Trouble>(send(frozen(newDocument(id, id, upload(bytes), bytes)))))
            qFatal("no document of others");
    }
    Await<Result<QByteArray>> token;
    QObject context;
    m_tokens->get(&context, token.take());
    token.wait();
    return {m_folder.text(), token.value().value()};
}

FaultCrash::Run FaultCrash::child(const Person &person, const QString &dir, int from, const QString &point,
                                  const QString &list)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QHash<QString, QString> values{{QStringLiteral("FAULT_DIR"), dir},
                                         {QStringLiteral("FAULT_API"), m_description.api.toString()},
                                         {QStringLiteral("FAULT_CA"), m_authority.caFile()},
                                         {QStringLiteral("FAULT_TOKEN"), QString::fromLatin1(person.token)},
                                         {QStringLiteral("FAULT_FOLDER"), person.folder},
                                         {QStringLiteral("FAULT_FROM"), QString::number(from)},
                                         {QStringLiteral("CARRIEL_CRASHPOINT"), point},
                                         {QStringLiteral("CARRIEL_CRASHPOINT_LIST"), list}};
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!it.value().isEmpty())
            environment.insert(it.key(), it.value());
    }
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child")});
    Run run;
    if (!process.waitForFinished(carriel::test::patienceMs)) {
        process.kill();
        process.waitForFinished();
        run.said = QStringLiteral("did not end; ");
    }
    run.crashed = process.exitCode() == 137;
    run.acks = from;
    const QByteArrayList lines = process.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("ack "))
            run.acks = line.mid(4).toInt();
        else if (line.startsWith("end "))
            run.picture = QJsonDocument::fromJson(line.mid(4)).toVariant().toStringList();
        else if (!line.isEmpty())
            run.said += QString::fromUtf8(line.left(300)) + QLatin1Char(' ');
    }
    return run;
}

QString FaultCrash::wrong(const Person &person, const QString &point)
{
    const QTemporaryDir dir;
    const QString profile = dir.filePath(QStringLiteral("perfil"));
    const Run cut = child(person, profile, 0, point);
    QString out;
    if (!cut.crashed && cut.picture != CrashJourney::expected())
        out += QLatin1String("did not crash: ") + cut.said;
    m_missed += !cut.crashed;
    const Run rest = child(person, profile, cut.acks, {});
    if (rest.picture != CrashJourney::expected())
        out += QLatin1String("here: ") + rest.said + rest.picture.join(QLatin1String(", "));
    // Each once at the operator, its head right.
    m_api->configure(FolderId(person.folder), m_description.limits);
    const auto page = ask<SnapshotPage>([&](auto done) { return m_api->snapshotPage({}, 100, done); });
    if (!std::holds_alternative<SnapshotPage>(page))
        return out + QLatin1String("no snapshot: ") + trouble(page);
    QStringList there;
    for (const RemoteItem &item : std::get<SnapshotPage>(page).items) {
        if (item.fields.state == ItemState::Active && item.id != rootItem())
            there.append(item.head
                             ? QStringLiteral("%1 %2").arg(item.fields.name, QLatin1String(item.head->sha256.toHex()))
                             : item.fields.name);
    }
    there.sort();
    if (there != CrashJourney::expected())
        out += QLatin1String("there: ") + there.join(QLatin1String(", "));
    return out;
}

void FaultCrash::everyPoint()
{
    const bool all = qEnvironmentVariableIsSet("CARRIEL_LONG");
    QStringList points;
    for (auto it = m_passed.begin(); it != m_passed.end(); ++it) {
        const bool transaction = it.key().startsWith(QLatin1String("transaction"));
        for (int n = 1; n <= it.value(); ++n) {
            if (n == 1 || n == it.value() || n == it.value() / 2 || (transaction && all))
                points.append(QStringLiteral("%1:%2").arg(it.key()).arg(n));
        }
    }
    QStringList found;
    int ran = 0;
    const double step = all ? 1.0 : std::max(1.0, double(points.size()) / 14);
    for (double next = 0; next < double(points.size()); next += step) {
        const QString &point = points.at(qsizetype(next));
        ++ran;
        if (const QString bad = wrong(newPerson(), point); !bad.isEmpty())
            found.append(point + QLatin1String(": ") + bad);
    }
    qInfo("crash points: %d names, %d of %d crashes, %d of them not reached, %d wrong", int(m_passed.size()), ran,
          int(points.size()), m_missed, int(found.size()));
    QVERIFY(m_missed * 4 <= ran);
    QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 12).join(QLatin1Char('\n'))));
}

void FaultCrash::everyStepOfAMigration()
{
    int ran = 0;
    for (const char *point : {"migration.backed-up:1", "migration.backed-up:2", "migration.applied:1",
                              "migration.applied:2", "transaction.before-commit:1", "transaction.before-commit:2",
                              "transaction.after-commit:1", "transaction.after-commit:2"}) {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("vault.db"));
        const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'j'));
        {
            auto database = vault::Database::open(path, key, vault::Access::Create);
            QVERIFY(database.ok() && vault::migrate(*database.value()).ok());
            QVERIFY(database.value()->exec("INSERT INTO setting(key,value) VALUES('a','b')").ok());
        }
        for (const bool crash : {true, false}) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("FAULT_DIR"), dir.path());
            if (crash)
                environment.insert(QStringLiteral("CARRIEL_CRASHPOINT"), QString::fromLatin1(point));
            process.setProcessEnvironment(environment);
            process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--migrate")});
            QVERIFY(process.waitForFinished(carriel::test::patienceMs));
            QCOMPARE(process.exitCode(), crash ? 137 : 0);
        }
        ++ran;
        const auto database = vault::Database::open(path, key, vault::Access::ReadWrite);
        QVERIFY(database.ok());
        QCOMPARE(database.value()->number("PRAGMA user_version").value(), vault::knownSchema() + 2);
        QCOMPARE(database.value()->number("SELECT count(*) FROM setting WHERE value='b'").value(), 1);
        QCOMPARE(database.value()->number("SELECT count(*) FROM uno").value(), 1); // once, not twice
        QCOMPARE(database.value()->number("SELECT count(*) FROM dos").value(), 1);
    }
    qInfo("migrations: %d crashes", ran);
}

namespace {
int migrateHere()
{
    using namespace vault;
    QList<Migration> steps = migrations();
    steps.append(
        {knownSchema() + 1, [](Database &d) { return d.exec("CREATE TABLE uno(a); INSERT INTO uno VALUES(1)"); }});
    steps.append({knownSchema() + 2,
                  [](Database &d) { return d.exec("CREATE TABLE dos(a); INSERT INTO dos SELECT a FROM uno"); }});
    auto database = Database::open(qEnvironmentVariable("FAULT_DIR") + QLatin1String("/vault.db"),
                                   SecretBytes::copyOf(QByteArray(32, 'j')), Access::ReadWrite);
    return database.ok() && migrate(*database.value(), steps).ok() ? 0 : 1;
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.contains(QLatin1String("--child")))
        return CrashJourney().run();
    if (words.contains(QLatin1String("--migrate")))
        return migrateHere();
    FaultCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fault_crash.moc"
