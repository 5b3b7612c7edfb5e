// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An operator that signs with another key, leaves out, goes back or shows two histories: each is found and named.
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/evidence/activity/CheckpointChain.h"
#include "core/evidence/records/Statements.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace carriel;
using namespace carriel::evidence;

class TestEvidenceCheckpoints final : public QObject
{
    Q_OBJECT

    crypto::PrivateKey m_operator = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
    crypto::PrivateKey m_other = crypto::PrivateKey::generate(crypto::KeyType::P256).value();

    static QString b64u(const QByteArray &bytes) { return QString::fromLatin1(crypto::toBase64Url(bytes)); }

    struct Said
    {
        qint64 n, seq, own;
        QByteArray head = "h";
        QString folder = QStringLiteral("f1");
    };
    QByteArray checkpoint(const Said &said, const QByteArray &before, const crypto::PrivateKey &key) const
    {
        QJsonObject inner{{QStringLiteral("n"), said.n},
                          {QStringLiteral("log"), QStringLiteral("dev:d1:1")},
                          {QStringLiteral("seq"), said.seq},
                          {QStringLiteral("head"), b64u(crypto::sha256(said.head))},
                          {QStringLiteral("op_seq"), said.own},
                          {QStringLiteral("op_head"), b64u(crypto::sha256("o"))},
                          {QStringLiteral("heads"), QJsonArray()}};
        if (!before.isEmpty())
            inner.insert(QStringLiteral("prev"), QString::fromLatin1(digestOf(before)));
        const QJsonObject payload{
            {QStringLiteral("txn"), said.folder},
            {QStringLiteral("events"), QJsonObject{{QStringLiteral("urn:carpeta:event:Checkpoint"), inner}}}};
        return crypto::signJws(key, "secevent+jwt", QJsonDocument(payload).toJson(QJsonDocument::Compact)).value();
    }
    QByteArrayList history(const QList<Said> &all) const
    {
        QByteArrayList out;
        for (const Said &one : all)
            out.append(checkpoint(one, out.isEmpty() ? QByteArray() : out.last(), m_operator));
        return out;
    }
    CheckpointChain chain(const QByteArrayList &all) const
    {
        crypto::JwkSet keys;
        keys.add(m_operator.publicKey().thumbprint(), m_operator.publicKey());
        CheckpointChain out(keys);
        for (const QByteArray &one : all)
            out.add(one);
        return out;
    }
    QString fault(const QByteArrayList &all) const
    {
        const CheckpointChain read = chain(all);
        return read.fault() ? QStringLiteral("%1@%2").arg(read.fault()->reason).arg(read.fault()->seq) : QString();
    }

private Q_SLOTS:
    void whatFollowsHolds()
    {
        const CheckpointChain good = chain(history({{1, 3, 2}, {2, 5, 2}, {3, 5, 9}}));
        QVERIFY(!good.fault());
        QCOMPARE(good.heads().size(), 6);
        QCOMPARE(good.signers(), QByteArrayList{m_operator.publicKey().thumbprint()});
    }

    void eachLieIsNamed()
    {
        const QByteArrayList good = history({{1, 3, 2}, {2, 5, 4}, {3, 7, 6}});
        QByteArrayList without = good, swapped = good, twice = good, bent = good;
        without.removeAt(1);
        swapped.swapItemsAt(1, 2);
        twice.insert(1, good.at(0));
        bent[1] = good.at(1).chopped(4) + "AAAA";
        QCOMPARE(fault(without), QStringLiteral("missing@2"));
        QCOMPARE(fault(swapped), QStringLiteral("missing@2"));
        QCOMPARE(fault(twice), QStringLiteral("inserted@2"));
        QVERIFY(!fault(bent).isEmpty());
        QCOMPARE(fault({"no jws"}), QStringLiteral("malformed@1"));
        QCOMPARE(fault(history({{1, 3, 2}, {2, 5, 1}})), QStringLiteral("fell_back@2"));
        QCOMPARE(fault(history({{1, 3, 2}, {2, 2, 4}})), QStringLiteral("fell_back@2"));
        QCOMPARE(fault({good.at(0), checkpoint({2, 5, 4, "h", QStringLiteral("f2")}, good.at(0), m_operator)}),
                 QStringLiteral("foreign@2"));
        const QByteArray first = checkpoint({1, 3, 2, "another"}, {}, m_operator);
        QCOMPARE(fault({first, good.at(1)}), QStringLiteral("altered@2"));
    }

    void aFalseKeyAnchorsNothing()
    {
        const QByteArray first = checkpoint({1, 3, 2}, {}, m_operator);
        // Of a key that nobody showed: it anchors nothing. Under the name of the known one: it is a forgery.
        const CheckpointChain strange = chain({first, checkpoint({2, 5, 4}, first, m_other)});
        QVERIFY(!strange.fault());
        QCOMPARE(strange.heads().size(), 2);
        QByteArray forged = checkpoint({2, 5, 4}, first, m_other);
        QJsonObject header =
            QJsonDocument::fromJson(crypto::fromBase64Url(forged.left(forged.indexOf('.'))).value()).object();
        header.insert(QStringLiteral("kid"), QString::fromLatin1(m_operator.publicKey().thumbprint()));
        forged = crypto::toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) +
                 forged.mid(forged.indexOf('.'));
        QCOMPARE(fault({first, forged}), QStringLiteral("bad_signature@2"));
    }

    void twoHistoriesAreFoundWhereTheyPart()
    {
        const QByteArrayList one = history({{1, 3, 2}, {2, 5, 4}, {3, 7, 6}});
        QByteArrayList other{one.at(0)};
        other.append(checkpoint({2, 6, 4, "shown to the other computer"}, other.last(), m_operator));
        other.append(checkpoint({3, 8, 6}, other.last(), m_operator));
        const auto fork = forkBetween(chain(one), chain(other));
        QVERIFY(fork);
        QCOMPARE(fork->seq, 2);
        QCOMPARE(fork->reason, QStringLiteral("forked"));
        QVERIFY(!forkBetween(chain(one), chain(one.mid(0, 2)))); // one is only behind
    }
};

QTEST_GUILESS_MAIN(TestEvidenceCheckpoints)
#include "tst_evidence_checkpoints.moc"
