// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ItemMeta.h"
#include "core/domain/NameRules.h"
#include "core/domain/PersonId.h"
#include "core/domain/PersonNames.h"
#include "core/domain/TypedPerson.h"

#include <QJsonArray>
#include <QTest>

using namespace carriel;

class TestDomain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreFitted_data();
    void namesAreFitted();
    void anOperatorsRulesAreObeyed_data();
    void anOperatorsRulesAreObeyed();
    void longNamesKeepTheirSuffix();
    void numberedNamesFit();
    void metaPatchRoundTrips();
    void nitCheckDigits();
    void namesOfPeople();
    void typedNumbers();
    void personIds();
};

void TestDomain::namesAreFitted_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("fitted");
    const auto row = [](const char *tag, const QString &given, const QString &fitted) { QTest::newRow(tag) << given << fitted; };
    row("plain", QStringLiteral("Diploma de grado.pdf"), QStringLiteral("Diploma de grado.pdf"));
    row("decomposed", QStringLiteral("Cédula.pdf").normalized(QString::NormalizationForm_D), QStringLiteral("Cédula.pdf"));
    row("kept apart", QStringLiteral("Ce\u0001\u0301dula.pdf"), QStringLiteral("Cédula.pdf"));
    row("device", QStringLiteral("CON"), QStringLiteral("CON_"));
    row("device with suffix", QStringLiteral("com1.txt"), QStringLiteral("com1_.txt"));
    row("not a device", QStringLiteral("console.txt"), QStringLiteral("console.txt"));
    row("dot at the end", QStringLiteral("informe."), QStringLiteral("informe"));
    row("spaces at the end", QStringLiteral("informe  "), QStringLiteral("informe"));
    row("slash", QStringLiteral("a/b\\c:d"), QStringLiteral("a_b_c_d"));
    row("bidi", QStringLiteral("acta\u202Efdp.exe"), QStringLiteral("actafdp.exe"));
    row("nothing left", QStringLiteral("..."), QStringLiteral("_"));
    row("only a suffix", QStringLiteral("  .txt"), QStringLiteral("_.txt"));
    row("hidden", QStringLiteral(".bashrc"), QStringLiteral(".bashrc"));
}

void TestDomain::namesAreFitted()
{
    QFETCH(QString, given);
    QFETCH(QString, fitted);
    const NameRules rules;
    QCOMPARE(rules.fitted(given), fitted);
    QCOMPARE(rules.fitted(fitted), fitted);
}

// More than the reference operator asks for; a second reading changes nothing, and a numbered name obeys as well.
void TestDomain::anOperatorsRulesAreObeyed_data()
{
    QTest::addColumn<QString>("noLeading");
    QTest::addColumn<QString>("noTrailing");
    QTest::addColumn<QString>("forbidden");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("fitted");
    QTest::addColumn<QString>("second");
    const auto row = [](const char *tag, const char *leading, const char *trailing, const char *forbidden, const char *given,
                        const char *fitted, const char *second) {
        const auto text = [](const char *bytes) { return QString::fromUtf8(bytes); };
        QTest::newRow(tag) << text(leading) << text(trailing) << text(forbidden) << text(given) << text(fitted) << text(second);
    };
    row("tilde at the end", " ", ". ~", "/", "carta~ .", "carta", "carta (2)");
    row("dash at the beginning", " -", ". ", "/", "- -acta.pdf", "acta.pdf", "acta (2).pdf");
    row("hidden files are none", " .", ". ", "/", ".bashrc", "_.bashrc", "_ (2).bashrc");
    row("only a suffix behind the sign", " #", ". ", "/", "##.pdf", "_.pdf", "_ (2).pdf");
    row("nothing left", " #", ". #", "/", "# #", "_", "_ (2)");
    row("the usual filler is forbidden", " ", ". ", "/_", "a/b", "a-b", "a-b (2)");
    row("nor may it stand at the beginning", " _", ". ", "/", "...", "-", "- (2)");
    row("no brackets", " ", ". ", "/()", "acta.pdf", "acta.pdf", "acta _2_.pdf");
    row("no bracket at the end", " ", ". )", "/", "acta", "acta", "acta (2)_");
    row("an operator that asks for nothing", "", "", "", " acta. ", "acta", "acta (2)");
}

void TestDomain::anOperatorsRulesAreObeyed()
{
    QFETCH(QString, noLeading);
    QFETCH(QString, noTrailing);
    QFETCH(QString, forbidden);
    QFETCH(QString, given);
    QFETCH(QString, fitted);
    QFETCH(QString, second);
    NameRules rules;
    rules.noLeading = noLeading;
    rules.noTrailing = noTrailing;
    rules.forbiddenChars = forbidden;
    QCOMPARE(rules.fitted(given), fitted);
    QCOMPARE(rules.fitted(fitted), fitted);
    QCOMPARE(rules.numbered(fitted, 2), second);
    QCOMPARE(rules.fitted(second), second);
}

void TestDomain::longNamesKeepTheirSuffix()
{
    const NameRules rules;
    const QString exact = QString(251, u'a') + QStringLiteral(".pdf");
    QCOMPARE(rules.fitted(exact), exact);
    const QString accents = QString(200, QChar(0xF1)) + QStringLiteral(".pdf"); // two bytes each
    const QString fitted = rules.fitted(accents);
    QVERIFY(fitted.toUtf8().size() <= 255);
    QVERIFY(fitted.endsWith(QStringLiteral("ñ.pdf")));
    QString flags; // two code points and eight bytes a character: the border must not fall inside one
    for (int i = 0; i < 40; ++i)
        flags += QString::fromUcs4(U"\U0001F1E8\U0001F1F4");
    const SplitName parts = splitName(rules.fitted(QString(flags + QStringLiteral(".txt"))));
    QCOMPARE(parts.stem.toUtf8().size() % 8, 0);
}

void TestDomain::numberedNamesFit()
{
    const NameRules rules;
    QCOMPARE(rules.numbered(QStringLiteral("acta.pdf"), 2), QStringLiteral("acta (2).pdf"));
    QCOMPARE(rules.numbered(QStringLiteral("copia.tar.gz"), 3), QStringLiteral("copia (3).tar.gz"));
    QVERIFY(rules.numbered(QString(QString(251, u'a') + QStringLiteral(".pdf")), 12).toUtf8().size() <= 255);
    QVERIFY(rules.clash(QStringLiteral("ACTA.pdf"), QStringLiteral("acta.PDF")));
    QVERIFY(!rules.clash(QStringLiteral("acta.pdf"), QStringLiteral("acta2.pdf")));
}

void TestDomain::metaPatchRoundTrips()
{
    ItemMeta before(QJsonObject{{QStringLiteral("from_the_future"), QJsonObject{{QStringLiteral("x"), 1}}},
                                {QStringLiteral("note"), QStringLiteral("vieja")}});
    ItemMeta after = before;
    after.setLabels({QStringLiteral("salud"), QStringLiteral("eps"), QStringLiteral("salud")});
    after.setNote(QString());
    after.setExpires(QDate(2027, 3, 1));
    after.setPages({1, 12});
    const QJsonObject patch = after.patchFrom(before);
    QVERIFY(patch.value(QStringLiteral("note")).isNull());
    QVERIFY(!patch.contains(QStringLiteral("from_the_future")));
    QCOMPARE(before.patched(patch), after);
    QCOMPARE(after.labels(), QStringList({QStringLiteral("eps"), QStringLiteral("salud")}));
    QVERIFY(after.fields().contains(QStringLiteral("from_the_future")));
    QCOMPARE(after.pages()->last, 12);
}

void TestDomain::nitCheckDigits()
{
    QCOMPARE(nitCheckDigit(u"899999063"), 3);
    QCOMPARE(nitCheckDigit(u"800197268"), 4);
    QCOMPARE(nitCheckDigit(u"860034313"), 7);
    QCOMPARE(nitCheckDigit(u""), -1);
    QCOMPARE(nitCheckDigit(u"12a"), -1);
}

void TestDomain::namesOfPeople()
{
    QVERIFY(mayBeSamePerson(QStringLiteral("Ana Pérez"), QStringLiteral("ANA MARIA PEREZ GOMEZ")));
    QVERIFY(mayBeSamePerson(QStringLiteral("Pérez-Gómez, Ana"), QStringLiteral("Ana Pérez Gómez")));
    QVERIFY(mayBeSamePerson({}, QStringLiteral("Ana")));
    QVERIFY(!mayBeSamePerson(QStringLiteral("Luis Pérez"), QStringLiteral("Ana Pérez Gómez")));
    QVERIFY(!mayBeSamePerson(QStringLiteral("Ana"), QStringLiteral("Mariana")));
}

void TestDomain::typedNumbers()
{
    const auto read = [](const char16_t *typed) {
        const TypedPerson one = readTypedPerson(QString::fromUtf16(typed));
        return one.person ? one.person->text() : QLatin1String(one.wrongDigit ? "digit" : "none");
    };
    QCOMPARE(read(u"1.020.304.050"), QStringLiteral("co:CC:1020304050"));
    QCOMPARE(read(u" cc 1020304050"), QStringLiteral("co:CC:1020304050"));
    QCOMPARE(read(u"co:CE:77"), QStringLiteral("co:CE:77"));
    QCOMPARE(read(u"NIT 899.999.063-3"), QStringLiteral("co:NIT:899999063"));
    QCOMPARE(read(u"NIT 899999063"), QStringLiteral("co:NIT:899999063"));
    QCOMPARE(read(u"NIT 899999063-4"), QStringLiteral("digit"));
    QCOMPARE(read(u"NIT 899-999063"), QStringLiteral("digit"));
    QCOMPARE(read(u"Carlos Ruiz"), QStringLiteral("none"));
    QCOMPARE(read(u"Carlos"), QStringLiteral("none"));
    QCOMPARE(read(u"PA AB12"), QStringLiteral("co:PA:AB12"));
    QCOMPARE(read(u""), QStringLiteral("none"));
}

void TestDomain::personIds()
{
    QCOMPARE(PersonId::parse(QStringLiteral("co:CC:0012"))->text(), QStringLiteral("co:CC:0012"));
    QCOMPARE(PersonId::parse(QStringLiteral("co:NIT:900123456"))->isLegalPerson(), true);
    for (const char *bad : {"", "co:CC:", "co:XX:1", "us:CC:1", "co:CC:1:2", "co:CC:1 2"})
        QVERIFY(!PersonId::parse(QString::fromLatin1(bad)));
}

QTEST_APPLESS_MAIN(TestDomain)
#include "tst_domain.moc"
