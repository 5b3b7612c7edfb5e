// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents in one file that opens with a code: all of it or nothing, and outside nothing that can be read.
#include "core/services/sealed/ParcelFiles.h"
#include "core/services/sealed/SealedErrors.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using namespace carriel::sealed;

class TestParcel : public QObject
{
    Q_OBJECT

    static Parcel example()
    {
        return {QStringLiteral("Para su trámite"),
                QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC),
                {{QStringLiteral("Diploma.pdf"), QStringLiteral("application/pdf"), QByteArray("Canario-7Q2ZK ").repeated(30000)},
                 {QStringLiteral("vacío.txt"), QStringLiteral("text/plain"), {}}}};
    }

private Q_SLOTS:
    void whatIsInItComesOutWithTheCode()
    {
        const QString code = newParcelCode();
        QCOMPARE(code.size(), 19);
        QVERIFY(newParcelCode() != code);
        const QByteArray file = wrapped(example(), code).value();
        QVERIFY(file.startsWith("PK"));
        QVERIFY(file.left(100).contains("mimetypeapplication/vnd.carpeta.parcel+zip"));
        for (const char *word : {"Diploma", "Canario", "Para su", "pdf"})
            QVERIFY2(!file.contains(word), word);
        const auto out = unwrapped(file, QString(code).remove(u'-').toLower().replace(u'0', u'o').replace(u'1', u'l'));
        QVERIFY(out.ok());
        QCOMPARE(out.value().message, example().message);
        QCOMPARE(out.value().madeUtc, example().madeUtc);
        QCOMPARE(out.value().documents.size(), 2);
        QCOMPARE(out.value().documents.at(0).name, QStringLiteral("Diploma.pdf"));
        QCOMPARE(out.value().documents.at(0).bytes, example().documents.at(0).bytes);
        QVERIFY(out.value().documents.at(1).bytes.isEmpty());
    }

    void anotherCodeOpensNothing()
    {
        const QString code = newParcelCode();
        const QByteArray file = wrapped(example(), code).value();
        QCOMPARE(unwrapped(file, newParcelCode()).error().code, errors::wrongParcelCode);
        for (const QString &wrong : {QString(), QStringLiteral("corto"), QString(code + u'A'), QString(16, u'ñ')})
            QCOMPARE(unwrapped(file, wrong).error().code, errors::wrongParcelCode);
        QCOMPARE(unwrapped("PK nada", code).error().code, errors::notAParcel);
        QCOMPARE(unwrapped({}, code).error().code, errors::notAParcel);
    }

    // One bit anywhere: an error, or the very same documents (where the bit says nothing, as a date in the ZIP).
    void whatWasChangedIsNoticed()
    {
        const QString code = newParcelCode();
        Parcel small = example();
        small.documents.removeLast();
        small.documents[0].bytes = "Acta";
        const QByteArray file = wrapped(small, code).value();
        for (qsizetype at = 0; at < file.size(); at += 97) {
            QByteArray changed = file;
            changed[at] = char(changed.at(at) ^ 4);
            const auto out = unwrapped(changed, code);
            QVERIFY2(!out.ok() || out.value().documents.at(0).bytes == "Acta", qPrintable(QString::number(at)));
        }
        for (qsizetype size = 0; size < file.size(); size += 101)
            QVERIFY(!unwrapped(QByteArrayView(file).first(size), code).ok());
    }

    // Whoever made the file chose the names.
    void noNameLeadsOutOfTheFolderOrOverAFile()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("aquí"));
        QVERIFY(QDir().mkpath(folder));
        QFile there(folder + QStringLiteral("/acta.txt"));
        QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mío") > 0);
        there.close();
        QVERIFY(QFile::link(dir.filePath(QStringLiteral("fuera")), folder + QStringLiteral("/enlace.txt")));
        Parcel parcel;
        const QStringList names{QStringLiteral("../fuera.txt"), QStringLiteral("/etc/passwd"), QStringLiteral(".bashrc"),     QStringLiteral("acta.txt"),
                                QStringLiteral("acta.txt"),     QStringLiteral("enlace.txt"),  QString(400, u'ñ'),            QStringLiteral("a\u202Egnp.exe"),
                                QString(),                      QStringLiteral(".."),          QStringLiteral("dos/tres.txt"), QStringLiteral(" .perfil")};
        for (const QString &name : names)
            parcel.documents.append({name, QStringLiteral("text/plain"), "suyo"});
        const auto saved = savedTo(folder, parcel);
        QVERIFY2(saved.ok(), saved.ok() ? "" : qPrintable(saved.error().detail));
        QCOMPARE(QSet<QString>(saved.value().begin(), saved.value().end()).size(), names.size());
        for (const QString &path : saved.value()) {
            QCOMPARE(QFileInfo(path).absolutePath(), QFileInfo(folder).absoluteFilePath());
            QVERIFY2(!QFileInfo(path).fileName().startsWith(u'.') && !path.contains(QChar(0x202E)), qPrintable(path));
            QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), QByteArray("mío"));
        QVERIFY(!QFileInfo::exists(dir.filePath(QStringLiteral("fuera"))) && !QFileInfo::exists(dir.filePath(QStringLiteral("fuera.txt"))));
    }

    void whatIsTooMuchIsRefused()
    {
        Parcel many;
        for (int i = 0; i <= mostParcelDocuments; ++i)
            many.documents.append({QString::number(i), {}, {}});
        QCOMPARE(wrapped(many, newParcelCode()).error().code, errors::parcelTooLarge);
        const Parcel large{{}, {}, {{QStringLiteral("a"), {}, QByteArray(mostParcelBytes + 1, 'a')}}};
        QCOMPARE(wrapped(large, newParcelCode()).error().code, errors::parcelTooLarge);
    }
};

QTEST_GUILESS_MAIN(TestParcel)
#include "tst_parcel.moc"
