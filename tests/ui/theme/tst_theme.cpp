// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/IconEngine.h"
#include "ui/theme/Theme.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace carriel::ui;

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPairReachesItsContrast_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
        QTest::newRow("contrast") << int(ThemeKind::HighContrast);
    }

    void everyPairReachesItsContrast()
    {
        QFETCH(int, kind);
        const auto k = ThemeKind(kind);
        for (const ContrastPair &pair : contrastPairs()) {
            const double ratio = contrastRatio(tokenColor(k, pair.front), tokenColor(k, pair.back));
            QVERIFY2(ratio >= pair.least, qPrintable(QStringLiteral("role %1 on %2: %3, wanted %4")
                                                         .arg(int(pair.front)).arg(int(pair.back)).arg(ratio).arg(pair.least)));
        }
        for (int role = 0; role <= int(Role::OnNavigationSelected); ++role)
            QVERIFY2(tokenColor(k, Role(role)) != QColor(Qt::magenta), qPrintable(QString::number(role)));
    }

    void theRatioIsThatOfTheStandard()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    }

    void everyNamedIconIsInTheProgram()
    {
        QFile list(QStringLiteral(CARRIEL_SOURCE_DIR "/resources/icons.txt"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        while (!list.atEnd()) {
            const QString name = QString::fromUtf8(list.readLine()).trimmed();
            QVERIFY2(hasIcon(name), qPrintable(name + QStringLiteral(": run tools/setup")));
        }
    }

    void iconsTakeTheColourOfTheTheme()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Light);
        const QIcon icon = theme.icon(QStringLiteral("folder"), Role::Danger);
        const auto strongest = [&icon] {
            const QImage image = icon.pixmap(48, 48).toImage().convertToFormat(QImage::Format_ARGB32);
            QColor best(Qt::transparent);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > best.alpha())
                        best = image.pixelColor(x, y);
                }
            }
            return best.rgb();
        };
        QCOMPARE(strongest(), theme.color(Role::Danger).rgb());
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(strongest(), theme.color(Role::Danger).rgb());
    }

    void controlsKeepAnEdgeOnBlack()
    {
        Theme theme;
        theme.install(*qApp);
        theme.setChoice(ThemeChoice::HighContrast);
        QPushButton button;
        button.resize(120, 40);
        button.setText(QStringLiteral("x"));
        const QImage image = button.grab().toImage();
        QVERIFY(contrastRatio(image.pixelColor(60, 0), Qt::black) >= 3.0);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
