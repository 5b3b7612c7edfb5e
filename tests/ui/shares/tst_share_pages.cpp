// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A person lets an entity read a document, in the window: with whom, what exactly, until when; who read it; and ended
// where it is seen. The operator and the entity are the real programs.
#include "app/desktop/ShareNotices.h"
#include "core/services/Shares.h"
#include "tests/support/Patience.h"
#include "tests/ui/procedures/Stage.h"
#include "ui/documents/SharedWith.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace carriel;
using namespace carriel::ui;

class TestSharePages final : public carriel::ui::test::Stage
{
    Q_OBJECT

    QString label(const QString &name)
    {
        auto *found = m_program->find<QLabel>(qPrintable(name));
        return found && found->isVisible() ? found->text() : QString();
    }
    // All that a card of the page says.
    QString card(const QString &id)
    {
        QString all;
        for (int line = 0; !label(QStringLiteral("share.%1.line%2").arg(id).arg(line)).isEmpty(); ++line)
            all += label(QStringLiteral("share.%1.line%2").arg(id).arg(line)) + QLatin1Char('\n');
        return all;
    }
    // What the details pane says of who has it.
    QString holders(const ItemId &item) { return sharedWith({*m_program->session, m_program->theme, *m_program->navigator}, item); }
    QList<ShareInfo> shares() { return Shares(session().documents()).list(); }
    void openAct() { m_program->navigator->open(QStringLiteral("share"), {{QStringLiteral("ids"), QStringList{m_diploma.text()}}}); }
    QString shareWithEntity(const char *purpose)
    {
        const qsizetype before = shares().size();
        openAct();
        m_program->type("share.number", QStringLiteral("NIT 900123456"));
        m_program->click("share.find");
        if (!QTest::qWaitFor([this] { return !label(QStringLiteral("share.who")).isEmpty(); }, carriel::test::patienceMs))
            return {};
        m_program->type("share.purpose", QString::fromUtf8(purpose));
        m_program->click("share.share");
        const bool made = QTest::qWaitFor([&] { return shares().size() > before && m_program->navigator->currentPage() == QLatin1String("shares"); },
                                          carriel::test::patienceMs);
        return made ? shares().first().id : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        m_diploma = answer(session().documents().addBytes("diploma", QStringLiteral("Diploma.txt"), QStringLiteral("text/plain"), rootItem())).value().id;
        QVERIFY(answer(session().syncOnce()).ok());
    }
    void cleanupTestCase() { end(); }

    // What is needed is needed, and nobody is found who is not there.
    void nothingIsSharedBeforeItIsKnownWithWhom()
    {
        m_program->navigator->open(QStringLiteral("shares"));
        QTRY_VERIFY(!label(QStringLiteral("shares.none")).isEmpty());
        picture("shares-0-none");
        openAct();
        QCOMPARE(m_program->window->focusWidget()->objectName(), QStringLiteral("share.number"));
        QVERIFY(label(QStringLiteral("share.what")).contains(QStringLiteral("Diploma.txt")));
        QVERIFY(label(QStringLiteral("share.honest")).contains(QStringLiteral("lo conserva")));
        QVERIFY(label(QStringLiteral("share.honest")).contains(QStringLiteral("en claro")));
        m_program->type("share.purpose", QStringLiteral("Beca"));
        QVERIFY(!m_program->find("share.share")->isEnabled());
        m_program->type("share.number", QStringLiteral("CC 99999999"));
        const int before = m_program->find("share.purpose")->mapTo(m_program->window.get(), QPoint()).y();
        m_program->click("share.find");
        QTRY_VERIFY(m_program->shows("share.answer"));
        // Nothing went away from under the hand, and what is pressed next is typed into the number.
        QCOMPARE(m_program->find("share.purpose")->mapTo(m_program->window.get(), QPoint()).y(), before);
        QCOMPARE(m_program->window->focusWidget()->objectName(), QStringLiteral("share.number"));
        QVERIFY(!m_program->find<QCheckBox>("share.link")->isChecked());
        picture("shares-9-unknown");
        QVERIFY(!m_program->find("share.share")->isEnabled());
        m_program->type("share.number", QStringLiteral("NIT 900123456"));
        m_program->click("share.find");
        QTRY_VERIFY(label(QStringLiteral("share.who")).contains(QStringLiteral("Secretaría de Salud")));
        QVERIFY(m_program->find("share.share")->isEnabled());
        QVERIFY(label(QStringLiteral("share.sum")).contains(QStringLiteral("Secretaría de Salud"))); // what exactly is decided
        QCOMPARE(m_program->window->focusWidget()->objectName(), QStringLiteral("share.purpose")); // never the box of the link
        picture("shares-1-act");
        m_program->type("share.number", QStringLiteral("NIT 900123457")); // another one: found anew
        QVERIFY(!m_program->find("share.share")->isEnabled());
        QVERIFY(shares().isEmpty());
    }

    void whoReadsIsTold()
    {
        const QString id = shareWithEntity("Beca de posgrado");
        QVERIFY(!id.isEmpty());
        QCOMPARE(shares().first().state, QStringLiteral("offered"));
        QVERIFY(shares().first().defects.isEmpty());
        // Once more is told before it is done, and is no surprise.
        openAct();
        QVERIFY(label(QStringLiteral("share.before")).isEmpty());
        m_program->type("share.number", QStringLiteral("NIT 900123456"));
        m_program->click("share.find");
        QTRY_VERIFY(label(QStringLiteral("share.before")).contains(QStringLiteral("Secretaría de Salud")));
        m_program->type("share.purpose", QStringLiteral("Otra vez"));
        QCOMPARE(m_program->find<QPushButton>("share.share")->text(), QStringLiteral("Compartir otra vez"));
        picture("shares-1b-again");
        m_program->navigator->open(QStringLiteral("shares"), {{QStringLiteral("id"), id}});
        QTRY_VERIFY(card(id).contains(QStringLiteral("Todavía no lo han leído")));
        desktop::ShareNotices notices(session(), nullptr);
        notices.inFront = [] { return false; };
        QSignalSpy told(&notices, &desktop::ShareNotices::wanted);
        const QJsonObject taken =
            m_entity->command({QStringLiteral("access"), id, QStringLiteral("--out"), m_entity->file(QStringLiteral("leidos"))});
        QFile read(taken.value(QLatin1String("files")).toArray().first().toString());
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(read.readAll(), QByteArray("diploma"));
        QTRY_VERIFY(card(id).contains(QStringLiteral("Leído una vez")));
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(!told.first().at(1).toString().contains(QStringLiteral("Salud")));
        QVERIFY(!told.first().at(1).toString().contains(QStringLiteral("Diploma")));
        picture("shares-2-read");
        m_program->navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_diploma.text()}});
        QTRY_VERIFY(holders(m_diploma).contains(QStringLiteral("Leído una vez")));
        picture("shares-3-details");
    }

    void itLastsLongerAndIsEndedWhereItIsSeen()
    {
        const ShareInfo before = shares().first();
        m_program->navigator->open(QStringLiteral("shares"));
        // Until when is chosen first: an end is not moved back.
        const auto name = [&](const char *part) { return QStringLiteral("share.%1.%2").arg(before.id, QLatin1String(part)).toUtf8(); };
        m_program->click(name("extend"));
        QCOMPARE(shares().first().expiresUtc, before.expiresUtc);
        m_program->click(name("leave"));
        QTRY_VERIFY(!m_program->shows(name("give")));
        m_program->click(name("extend"));
        auto *until = m_program->find<QComboBox>(name("until"));
        QVERIFY(until && until->count() == 4);
        until->setCurrentIndex(1);
        picture("shares-8-extend");
        m_program->click(name("give"));
        QTRY_COMPARE(shares().first().expiresUtc, before.expiresUtc.addDays(7));
        QVERIFY(!Shares(session().documents()).list().isEmpty());
        m_program->navigator->open(QStringLiteral("holders"));
        QTRY_VERIFY(label(QStringLiteral("holders.0.0.what")).contains(QStringLiteral("Beca de posgrado")));
        picture("shares-4-holders");
        m_program->click("holders.0.0.stop");
        // What it means is said first, and one may change one's mind.
        QTRY_VERIFY(m_program->shows(name("end")));
        QCOMPARE(m_program->navigator->currentPage(), QStringLiteral("shares"));
        QVERIFY(label(QStringLiteral("share.%1.endWhy").arg(before.id)).contains(QStringLiteral("conserva lo que abrió")));
        picture("shares-10-ending");
        m_program->click(name("stay"));
        QVERIFY(!m_program->shows(name("end")) && shares().first().isOpen());
        m_program->click(name("revoke"));
        m_program->click(name("end"));
        QTRY_COMPARE(shares().first().state, QStringLiteral("revoked"));
        // The same in all places: it is shared no longer, and what was read stays with who read it.
        const QString kept = QStringLiteral("lo leyó una vez y conserva lo que abrió.");
        QTRY_VERIFY2(card(before.id).contains(kept), qPrintable(card(before.id)));
        QVERIFY2(holders(m_diploma).contains(kept), qPrintable(holders(m_diploma)));
        m_program->navigator->open(QStringLiteral("holders"));
        // What was read was read: it stays in the list, and can be asked to be erased.
        QTRY_VERIFY(label(QStringLiteral("holders.0.0.what")).contains(QStringLiteral("ya no se comparte")));
        QVERIFY(!m_program->find("holders.0.0.stop"));
        m_program->click("holders.0.0.ask");
        QTRY_VERIFY(m_program->shows(name("erase")));
        QVERIFY(label(QStringLiteral("share.%1.eraseWhy").arg(before.id)).contains(QStringLiteral("Pedir no es borrar")));
        picture("shares-11-erasure");
        m_program->click(name("erase"));
        QTRY_VERIFY(card(before.id).contains(QStringLiteral("Todavía no hay respuesta")));
        QVERIFY(!m_program->find(name("eraseBegin")));
        // The answer is the entity's word, and is shown as such.
        const QJsonObject said = m_entity->command({QStringLiteral("erasure"), before.id, QStringLiteral("kept"), QStringLiteral("--reason"), QStringLiteral("La ley lo manda")});
        QCOMPARE(said.value(QLatin1String("erasure")).toString(), QStringLiteral("kept"));
        m_program->navigator->open(QStringLiteral("shares"), {{QStringLiteral("id"), before.id}});
        QTRY_VERIFY(card(before.id).contains(QStringLiteral("que las conserva: La ley lo manda")));
        picture("shares-12-kept");
    }

    // Whoever stands on a button stays there while the list is told anew.
    void theFocusStays()
    {
        const QString id = shareWithEntity("Otra beca"), name = QStringLiteral("share.%1.revoke").arg(id);
        QTRY_VERIFY(m_program->shows(qPrintable(name)));
        m_program->find(qPrintable(name))->setFocus();
        QPointer<QWidget> button = m_program->find(qPrintable(name));
        Q_EMIT session().notificationsChanged();
        QVERIFY(button); // nothing else is said: nothing is made anew
        m_entity->command({QStringLiteral("access"), id, QStringLiteral("--out"), m_entity->file(QStringLiteral("otra"))});
        QTRY_VERIFY(card(id).contains(QStringLiteral("Leído una vez")));
        QCOMPARE(m_program->window->focusWidget()->objectName(), name);
        m_program->click(qPrintable(name));
        m_program->click(qPrintable(QStringLiteral("share.%1.end").arg(id)));
        QTRY_COMPARE(shares().first().state, QStringLiteral("revoked"));
        QTRY_VERIFY(!m_program->shows(qPrintable(name)));
    }

    void aLinkHasItsCodeBesideIt()
    {
        openAct();
        m_program->click("share.link");
        m_program->type("share.purpose", QStringLiteral("Para mi tía"));
        m_program->click("share.share");
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("shares"));
        QTRY_COMPARE(shares().first().kind, QStringLiteral("link"));
        const ShareInfo one = shares().first();
        QTRY_VERIFY(card(one.id).contains(one.code) && card(one.id).contains(one.link.toString()));
        m_program->click(qPrintable(QStringLiteral("share.%1.copy").arg(one.id)));
        QCOMPARE(QGuiApplication::clipboard()->text(), one.link.toString()); // the code goes by another way
        picture("shares-5-link");
    }

    // Decided while nobody could say whose number it is: it comes back with the name, and is shared on the person's word.
    void whatNobodySawIsConfirmedFirst()
    {
        const QString id = shareWithEntity("La primera");
        Shares all(session().documents());
        const auto what = all.what({m_diploma}, session().documents());
        QVERIFY(what.ok());
        const auto made = answer(all.share({QStringLiteral("co:NIT:900123456"), {}, QStringLiteral("Sin red"), {}, QDateTime::currentDateTimeUtc().addDays(7),
                                            false, what.value(), {}, {}}));
        QVERIFY(made.ok());
        QCOMPARE(made.value().state, QStringLiteral("returned"));
        const QString back = made.value().id;
        QTRY_VERIFY(card(back).contains(QStringLiteral("Secretaría de Salud")));
        picture("shares-9-unseen");
        // A document that is another one by now is said with both versions, before anything is confirmed.
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("nuevo.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("otro diploma") == 12);
        file.close();
        const QString was = QString::fromLatin1(session().documents().details(m_diploma)->sha256.toHex());
        QVERIFY(answer(session().documents().addVersion(m_diploma, file.fileName())).ok());
        QVERIFY(answer(session().syncOnce()).ok());
        m_program->navigator->open(QStringLiteral("shares"), {{QStringLiteral("id"), back}});
        const QString now = QString::fromLatin1(session().documents().details(m_diploma)->sha256.toHex());
        QTRY_VERIFY(card(back).contains(was) && card(back).contains(now));
        QVERIFY(card(back).contains(QStringLiteral("ya no es el que usted decidió compartir")));
        picture("shares-13-changed");
        m_program->click(QStringLiteral("share.%1.confirm").arg(back).toUtf8());
        QTRY_VERIFY(shares().first().purpose == QLatin1String("Sin red") && shares().first().state == QLatin1String("offered"));
        const QString second = shares().first().id;
        QCOMPARE(all.one(back)->state, QStringLiteral("cancelled"));
        QCOMPARE(QString::fromLatin1(shares().first().documents.first().sha256.toHex()), now);
        QCOMPARE(all.one(back)->followedBy, second);
        // Whoever ends one of the two is told of the other.
        m_program->click(QStringLiteral("share.%1.revoke").arg(second).toUtf8());
        m_program->click(QStringLiteral("share.%1.end").arg(second).toUtf8());
        QTRY_COMPARE(all.one(second)->state, QStringLiteral("revoked"));
        QTRY_VERIFY(m_program->shows("shares.callout"));
        picture("shares-10-still");
        m_program->click(QStringLiteral("share.%1.revoke").arg(id).toUtf8());
        m_program->click(QStringLiteral("share.%1.end").arg(id).toUtf8());
        QTRY_COMPARE(all.one(id)->state, QStringLiteral("revoked"));
        QTRY_VERIFY(!m_program->shows("shares.callout"));
    }

    // Nothing of it stays behind in a locked window.
    void aLockedWindowHoldsNoWordOfIt()
    {
        QVERIFY(answer(session().lock()).ok());
        QVERIFY(m_program->window->findChildren<QWidget *>(QRegularExpression(QStringLiteral("^share\\.0"))).isEmpty());
        QVERIFY(answer(session().unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
        QCOMPARE(shares().size(), 6);
    }

private:
    ItemId m_diploma;
};

QTEST_MAIN(TestSharePages)
#include "tst_share_pages.moc"
