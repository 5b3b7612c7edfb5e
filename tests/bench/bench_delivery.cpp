// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity sends, until it stands painted in the list of a person's window: the operator and the entity are the
// real programs, the window has its vault, its checks and its event stream. Beside it, on the same machine and at the
// same moments, a bare socket that reads the operator's event stream and does nothing else. Both count from the moment
// at which the operator had the deposit in its hands.
#include "tests/bench/Table.h"
#include "tests/support/Patience.h"
#include "tests/ui/procedures/Stage.h"

#include <QAbstractItemModel>
#include <QEventLoop>
#include <QListView>
#include <QSslSocket>
#include <QThread>
#include <QTimer>
#include <atomic>

using namespace carriel;
using namespace carriel::ui;

namespace {

double nowMs()
{
    using namespace std::chrono;
    return duration<double, std::milli>(system_clock::now().time_since_epoch()).count();
}

// The floor: told by the stream, and nothing else.
class BareStream final : public QThread
{
public:
    BareStream(QUrl url, QString folder, QByteArray token, QList<QSslCertificate> trust)
        : m_url(std::move(url)), m_folder(std::move(folder)), m_token(std::move(token)), m_trust(std::move(trust))
    {
    }
    ~BareStream() override
    {
        m_end = true;
        wait();
    }
    std::atomic<double> last{0}; // when the latest event came
    std::atomic<int> events{0};

protected:
    void run() override
    {
        QSslSocket socket;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(m_trust);
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(m_url.host(), quint16(m_url.port(443)));
        if (!socket.waitForEncrypted(carriel::test::patienceMs))
            return;
        socket.write("GET " + QString(m_url.path() + QStringLiteral("/folders/") + m_folder).toUtf8() +
                     "/events HTTP/1.1\r\nHost: " + m_url.authority().toUtf8() + "\r\nAuthorization: Bearer " +
                     m_token + "\r\nAccept: text/event-stream\r\n\r\n");
        while (!m_end) {
            if (!socket.waitForReadyRead(100))
                continue;
            const double at = nowMs();
            if (const auto came = int(socket.readAll().count("event: state")); came > 0) {
                last = at;
                events += came;
            }
        }
    }

private:
    QUrl m_url;
    QString m_folder;
    QByteArray m_token;
    QList<QSslCertificate> m_trust;
    std::atomic<bool> m_end{false};
};

} // namespace

class BenchDelivery final : public carriel::ui::test::Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { end(); }

    void fromTheEntityToTheScreen()
    {
        m_program->navigator->open(QStringLiteral("notifications"));
        auto *list = m_program->find<QListView>("notifications.list");
        QVERIFY(list);
        list->viewport()->installEventFilter(this);
        BareStream bare(m_provider->audience.isEmpty() ? m_operator->url() : QUrl(m_provider->audience),
                        session().account().folder.text(), m_provider->accessToken().toLatin1(), m_authority.trust());
        bare.start();
        QTRY_VERIFY(bare.events > 0); // it tells the present state at once
        bench::Table table;
        QList<double> screen, stream, behind;
        constexpr int rounds = 105, warm = 5;
        for (int i = 0; i < rounds; ++i) {
            const QString title = QStringLiteral("Aviso %1").arg(i);
            m_wanted = title;
            m_painted = 0;
            const int before = bare.events;
            // Not waited for here: the window lives in this thread, and a person's does not stand still meanwhile.
            const auto entity = m_entity->begin(person(), QStringLiteral("noticias"), QStringLiteral("comunicacion"), title,
                                                QStringLiteral("Texto."), QStringLiteral("communication"));
            QVERIFY(runUntil([&] { return m_painted > 0 && bare.events > before && entity->state() == QProcess::NotRunning; }));
            QCOMPARE(entity->exitCode(), 0);
            const double sent = deposited();
            QVERIFY(sent > 0);
            if (i >= warm) {
                screen.append(m_painted - sent);
                stream.append(bare.last - sent);
                behind.append(m_painted - bare.last);
                table.add(QStringLiteral("P14 sent, until it is painted"), QStringLiteral("bare event stream"),
                          QStringLiteral("ms"), screen.last(), std::max(0.1, stream.last()));
            }
        }
        list->viewport()->removeEventFilter(this);
        table.print();
        std::printf("painted: median %.0f ms, p99 %.0f ms; bare event: median %.1f ms, p99 %.1f ms; behind it: median "
                    "%.0f ms, p99 %.0f ms\n",
                    bench::quantile(screen, 0.5), bench::quantile(screen, 0.99), bench::quantile(stream, 0.5),
                    bench::quantile(stream, 0.99), bench::quantile(behind, 0.5), bench::quantile(behind, 0.99));
        if (const QString json = qEnvironmentVariable("CARRIEL_JSON"); !json.isEmpty())
            QVERIFY(table.save(json));
    }

private:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_painted == 0) {
            const auto *list = m_program->find<QListView>("notifications.list");
            for (int row = 0; list && row < list->model()->rowCount(); ++row) {
                bool here = false;
                for (const QVariant &value : list->model()->itemData(list->model()->index(row, 0)))
                    here = here || value.toString().contains(m_wanted);
                if (here) // once this painting is over
                    QMetaObject::invokeMethod(
                        this, [this] { m_painted = m_painted > 0 ? m_painted : nowMs(); }, Qt::QueuedConnection);
            }
        }
        return QObject::eventFilter(watched, event);
    }
    // As the program's own loop runs: QTest's sleeps ten milliseconds between two looks.
    static bool runUntil(const std::function<bool()> &done)
    {
        QEventLoop loop;
        QTimer look;
        connect(&look, &QTimer::timeout, &loop, [&] {
            if (done())
                loop.exit(1);
        });
        look.start(20);
        QTimer::singleShot(carriel::test::patienceMs, &loop, [&loop] { loop.exit(0); });
        return loop.exec() == 1;
    }
    // When the last deposit was in the operator's hands, by its log: the end of the request less what it took.
    double deposited() const
    {
        double out = 0;
        for (const QByteArray &line : m_operator->requests()) {
            const QJsonObject request = QJsonDocument::fromJson(line).object();
            if (request.value(QLatin1String("route")) == QLatin1String("PUT deposit"))
                out = double(QDateTime::fromString(request.value(QLatin1String("at")).toString(), Qt::ISODateWithMs)
                                 .toMSecsSinceEpoch()) -
                      request.value(QLatin1String("ms")).toDouble();
        }
        return out;
    }

    QString m_wanted;
    double m_painted = 0;
};

QTEST_MAIN(BenchDelivery)
#include "bench_delivery.moc"
